"""What `station measure` tells: VOIs measured in the series of the given paths."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from station.app.loading import load_image
from station.app.state import LoadedImage
from station.dicom.load import scan
from station.errors import StationError
from station.pet.study import Series, Study
from station.pet.voi import Mask, Measurement, PeakRule, Sphere, Voi, centre_of, measure
from station.progress import Report, silent


@dataclass(frozen=True, eq=False)
class Measured:
    """One VOI in one image."""

    study: Study
    image: LoadedImage
    voi: Voi
    measurement: Measurement


def measure_paths(
    paths: Sequence[Path],
    vois: Sequence[Voi],
    series_uids: Sequence[str],
    peak: PeakRule,
    unpack_into: Path,
    report: Report = silent,
) -> list[Measured]:
    """Each VOI in each PET below the paths, or in the series named by `series_uids` of any kind.

    Raises StationError where there is no such series or it cannot be shown.
    """
    found = scan(paths, report, unpack_into=unpack_into)
    every = [(study, series) for study in found.studies for series in study.series]
    chosen: list[tuple[Study, Series]] = [
        (study, series)
        for study, series in every
        if series.uid in series_uids or (not series_uids and series.is_pet)
    ]
    absent = set(series_uids) - {series.uid for _, series in chosen}
    if absent:
        raise StationError(f"There is no series {sorted(absent)[0]} in the given paths.")
    if not chosen:
        raise StationError("There is no PET series in the given paths.")
    results: list[Measured] = []
    for study, series in chosen:
        if series.problem is not None:
            raise StationError(series.problem)
        image = load_image(series, report=report)
        for voi in vois:
            measurement = measure(image.volume, voi, peak)
            results.append(Measured(study, image, voi, measurement))
    return results


def as_json(results: Sequence[Measured]) -> list[dict[str, Any]]:
    """The results as JSON-able values; a number that does not exist is null."""
    told: list[dict[str, Any]] = []
    for one in results:
        measurement, series = one.measurement, one.image.series
        centre = centre_of(one.voi)
        refusal = [one.image.suv_problem] if one.image.suv_problem else []
        told.append(
            {
                "series_uid": series.uid,
                "role": str(series.role),
                "unit": str(measurement.unit),
                "voi": {
                    "kind": type(one.voi).__name__.lower(),
                    "center_lps_mm": None if centre is None else list(centre),
                    "volume_ml": _nominal_ml(one.voi),
                },
                "suv_max": _number(measurement.maximum),
                "suv_peak": _number(measurement.peak),
                "suv_mean": _number(measurement.mean),
                "suv_sd": _number(measurement.sd),
                "suv_min": _number(measurement.minimum),
                "peak_rule": str(measurement.peak_rule),
                "voxels": measurement.voxels,
                "volume_ml": _number(measurement.volume_ml),
                "warnings": [*refusal, *measurement.warnings],
            }
        )
    return told


def _nominal_ml(voi: Voi) -> float | None:
    """What the VOI was asked to hold."""
    if isinstance(voi, Sphere):
        return voi.volume_ml
    if isinstance(voi, Mask):
        return float(voi.inside.sum()) * voi.geometry.voxel_volume_ml
    return None


def _number(value: float) -> float | None:
    return value if math.isfinite(value) else None
