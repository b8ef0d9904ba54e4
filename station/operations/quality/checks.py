"""The statistics control of a study's PET images, for `station check` and `station grade`."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from station.dicom.glucose import blood_glucose
from station.errors import DicomError, StationError
from station.operations.images import PetCt, find_series, load_pet_ct
from station.pet.image_quality import Check
from station.pet.study import Series, Study
from station.pet.suv import TypedInput
from station.pet.voi import Point
from station.pet.volume import Unit
from station.progress import Report, part, silent
from station.quality.checks import Control, statistics_control


@dataclass(frozen=True, eq=False)
class Checked:
    """One PET image of a study and its checks."""

    study: Study
    series: Series
    control: Control


def check_paths(
    paths: Sequence[Path],
    series_uids: Sequence[str],
    liver_mm: Point | None,
    unpack_into: Path,
    report: Report = silent,
) -> list[Checked]:
    """The checks of every PET below the paths, or of the PETs named by `series_uids`.

    What cannot be read as an image is a refusal in the answer, not an error. Raises StationError
    where there is no such series, or none that is a PET.
    """
    chosen = find_pets(paths, series_uids, liver_mm, unpack_into, part(report, 0.0, 0.1))
    share = 0.9 / len(chosen)
    results: list[Checked] = []
    for number, (study, series) in enumerate(chosen):
        start = 0.1 + share * number
        reading = part(report, start, start + 0.4 * share)
        checking = part(report, start + 0.4 * share, start + share)
        try:
            images = load_pet_ct(study, series, report=reading)
        except DicomError as error:
            control = Control((), str(error))
        else:
            control = check_image(images, liver_mm=liver_mm, report=checking)
        results.append(Checked(study, series, control))
    return results


def find_pets(
    paths: Sequence[Path],
    series_uids: Sequence[str],
    liver_mm: Point | None,
    unpack_into: Path,
    report: Report = silent,
) -> list[tuple[Study, Series]]:
    """As `find_series`. Raises StationError too where `liver_mm` is given for several."""
    chosen = find_series(paths, series_uids, unpack_into, report)
    if liver_mm is not None and len(chosen) > 1:
        raise StationError(
            f"A place for the liver's sphere belongs to one series, and there are {len(chosen)}. "
            "Name one with --series."
        )
    return chosen


def check_image(
    images: PetCt,
    *,
    typed: Sequence[TypedInput] = (),
    liver_mm: Point | None = None,
    again: Control | None = None,
    report: Report = silent,
) -> Control:
    """The checks of an image in memory.

    `again`: an earlier answer about the same images, so that a moved sphere is measured at once.
    """
    image, ct, no_ct = images.pet, images.ct, images.no_ct
    if ct is not None and ct.volume.unit is not Unit.HU:
        no_ct, ct = f"{ct.series.label} is not in HU.", None
    return statistics_control(
        image.volume,
        image.series,
        None if ct is None else ct.volume,
        no_ct=no_ct,
        no_suv=None if image.has_suv else image.suv_problem or f"{image.series.label} has no SUV.",
        typed=typed,
        glucose=blood_glucose(image.series),
        liver_mm=liver_mm,
        again=again,
        report=report,
    )


def as_json(results: Sequence[Checked]) -> list[dict[str, Any]]:
    """The results as JSON-able values."""
    return [
        {
            "series_uid": checked.series.uid,
            "description": checked.series.description,
            "reason": checked.control.refusal,
            "in_view": list(checked.control.in_view),
            "checks": [check_as_json(check) for check in checked.control.checks],
        }
        for checked in results
    ]


def check_as_json(check: Check) -> dict[str, Any]:
    """One check as JSON-able values, as `station grade` lists it."""
    return {
        "name": check.name,
        "value": check.value,
        "unit": check.unit,
        "limits": list(check.limits),
        "status": str(check.status),
        "source": check.source,
        "sentence": check.sentence,
        "place_lps_mm": None if check.place_mm is None else list(check.place_mm),
    }
