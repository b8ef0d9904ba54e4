"""What `station measure` tells: VOIs measured in the series of the given paths."""

import getpass
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from station.dicom.masks import read_masks
from station.errors import StationError
from station.operations.images import find_series, load_image
from station.pet.loaded import LoadedImage, measure_image
from station.pet.sites import PlacedVoi, SiteKind
from station.pet.study import Series, Study
from station.pet.voi import Mask, Measurement, PeakRule, Sphere, Voi, centre_of, on_image
from station.pet.words import finite
from station.progress import Report, silent
from station.report.table_file import Spreadsheet


@dataclass(frozen=True, eq=False)
class Measured:
    """One VOI in one image."""

    study: Study
    image: LoadedImage
    voi: PlacedVoi
    measurement: Measurement


def measure_paths(
    paths: Sequence[Path],
    spheres: Sequence[Sphere],
    masks: Sequence[Path],
    series_uids: Sequence[str],
    peak: PeakRule,
    unpack_into: Path,
    report: Report = silent,
) -> list[Measured]:
    """Each VOI in each PET below the paths, or in the series named by `series_uids` of any kind.

    A series, a file or a mask that cannot be used is left out, with its reason in the warnings of
    the other rows. Raises StationError where there is no such series, or nothing can be measured.
    """
    chosen = find_series(paths, series_uids, unpack_into, report)
    results: list[Measured] = []
    without_rows: list[str] = []
    for study, series in chosen:
        rows, left_out = _measure_series(study, series, spheres, masks, peak, report)
        if not rows:
            without_rows += left_out
        results += [_warned(row, left_out) for row in rows]
    if not results:
        raise StationError(" ".join(dict.fromkeys(without_rows)))
    return [_warned(row, without_rows) for row in results]


def _measure_series(
    study: Study,
    series: Series,
    spheres: Sequence[Sphere],
    masks: Sequence[Path],
    peak: PeakRule,
    report: Report,
) -> tuple[list[Measured], list[str]]:
    """(the VOIs measured in one series, why others were not)."""
    if series.problem is not None:
        return [], [series.problem]
    vois = [
        PlacedVoi(f"sphere-{n}", f"Sphere {n}", sphere, SiteKind.FREE)
        for n, sphere in enumerate(spheres, 1)
    ]
    left_out: list[str] = []
    for path in masks:
        try:
            found = read_masks(path, series)
        except StationError as error:
            left_out.append(str(error))
            continue
        left_out += found.warnings
        vois += [
            PlacedVoi(f"mask-{path.name}-{n}", named.name, named.mask, SiteKind.FREE)
            for n, named in enumerate(found.masks, 1)
        ]
    if not vois:
        return [], left_out
    try:
        image = load_image(series, report=report)
    except StationError as error:
        return [], [*left_out, str(error)]
    rows = [Measured(study, image, voi, measure_image(image, voi.shape, peak)) for voi in vois]
    return rows, left_out


def _warned(row: Measured, warnings: Sequence[str]) -> Measured:
    """The row with further warnings, each once."""
    measurement = row.measurement
    every = dict.fromkeys((*measurement.warnings, *warnings))
    return replace(row, measurement=replace(measurement, warnings=tuple(every)))


def as_json(results: Sequence[Measured]) -> list[dict[str, Any]]:
    """The results as JSON-able values; a number that does not exist is null."""
    told: list[dict[str, Any]] = []
    for one in results:
        measurement, series = one.measurement, one.image.series
        centre = centre_of(one.voi.shape)
        told.append(
            {
                "series_uid": series.uid,
                "role": str(series.role),
                "unit": str(measurement.unit),
                "voi": {
                    "name": one.voi.name,
                    "kind": type(one.voi.shape).__name__.lower(),
                    "center_lps_mm": None if centre is None else list(centre),
                    "volume_ml": _nominal_ml(one.voi.shape),
                },
                "suv_max": finite(measurement.maximum),
                "suv_peak": finite(measurement.peak),
                "suv_mean": finite(measurement.mean),
                "suv_sd": finite(measurement.sd),
                "suv_min": finite(measurement.minimum),
                "peak_rule": str(measurement.peak_rule),
                "voxels": measurement.voxels,
                "volume_ml": finite(measurement.volume_ml),
                "warnings": list(measurement.warnings),
            }
        )
    return told


def as_csv(results: Sequence[Measured], spreadsheet: Spreadsheet = Spreadsheet.NONE) -> str:
    """The results as the window's CSV has them, without a patient's name."""
    from station.report.voi_csv import row_of, rows_csv

    rows = (
        row_of(result.study, "", result.voi, result.image.series, result.measurement)
        for result in results
    )
    return rows_csv(rows, spreadsheet=spreadsheet)


def write_sr(results: Sequence[Measured], path: Path) -> list[str]:
    """Write the VOIs as a DICOM SR, and masks as a segmentation next to it.

    Sentences on what else was written, and on what was left out. Raises StationError where nothing
    can be written.
    """
    from station.dicom.report import MeasuredVoi
    from station.dicom.report import write_sr as write

    measured = [
        MeasuredVoi(
            row.voi,
            row.image.series,
            row.measurement,
            on_image(row.voi.shape, row.image.volume),
            row.image.weight_kg,
        )
        for row in results
    ]
    written = write(measured, getpass.getuser(), path)
    return [f"Wrote {file}." for file in written.segmentations] + list(written.left_out)


def _nominal_ml(voi: Voi) -> float | None:
    """What the VOI was asked to hold."""
    if isinstance(voi, Sphere):
        return voi.volume_ml
    if isinstance(voi, Mask):
        return float(voi.inside.sum()) * voi.geometry.voxel_volume_ml
    return None
