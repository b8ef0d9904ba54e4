"""What `station measure` tells: VOIs measured in the series of the given paths."""

import getpass
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from station.dicom.masks import read_masks
from station.errors import StationError
from station.operations.images import find_series, load_image
from station.pet.loaded import LoadedImage, measure_image
from station.pet.sites import PlacedVoi, SiteKind
from station.pet.study import Study
from station.pet.voi import Mask, Measurement, PeakRule, Sphere, Voi, centre_of
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

    Raises StationError where there is no such series, it cannot be shown, or a file holds no mask.
    """
    chosen = find_series(paths, series_uids, unpack_into, report)
    results: list[Measured] = []
    for study, series in chosen:
        if series.problem is not None:
            raise StationError(series.problem)
        image = load_image(series, report=report)
        vois = [
            PlacedVoi(f"sphere-{n}", f"Sphere {n}", sphere, SiteKind.FREE)
            for n, sphere in enumerate(spheres, 1)
        ]
        vois += [
            PlacedVoi(f"mask-{path.name}-{n}", one.name, one.mask, SiteKind.FREE)
            for path in masks
            for n, one in enumerate(read_masks(path, series), 1)
        ]
        for voi in vois:
            measurement = measure_image(image, voi.shape, peak)
            results.append(Measured(study, image, voi, measurement))
    return results


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


def write_sr(results: Sequence[Measured], path: Path) -> None:
    """The spheres as a DICOM SR. Raises StationError where there is none."""
    from station.dicom.report import MeasuredVoi
    from station.dicom.report import write_sr as write

    measured = [
        MeasuredVoi(one.voi, one.image.series, one.measurement)
        for one in results
        if isinstance(one.voi.shape, Sphere)
    ]
    if not measured:
        raise StationError("A DICOM SR holds spheres, and none was given. Use --sphere.")
    write(measured, getpass.getuser(), path)


def _nominal_ml(voi: Voi) -> float | None:
    """What the VOI was asked to hold."""
    if isinstance(voi, Sphere):
        return voi.volume_ml
    if isinstance(voi, Mask):
        return float(voi.inside.sum()) * voi.geometry.voxel_volume_ml
    return None
