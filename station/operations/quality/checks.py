"""The statistics control of a study's PET images, for `station check` and `station grade`."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from station.dicom.glucose import blood_glucose
from station.dicom.load import scan
from station.errors import DicomError, StationError
from station.operations.images import load_image
from station.pet.image_quality import Check
from station.pet.loaded import LoadedImage
from station.pet.study import FoundStudies, Role, Series, Study, same_patient_space
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

    Raises StationError where there is no such series, or none that is a PET.
    """
    chosen = chosen_series(paths, series_uids, liver_mm, unpack_into, part(report, 0.0, 0.1))
    share = 0.9 / len(chosen)
    return [
        Checked(
            study,
            series,
            check_series(
                study,
                series,
                liver_mm=liver_mm,
                report=part(report, 0.1 + share * n, 0.1 + share * (n + 1)),
            ),
        )
        for n, (study, series) in enumerate(chosen)
    ]


def chosen_series(
    paths: Sequence[Path],
    series_uids: Sequence[str],
    liver_mm: Point | None,
    unpack_into: Path,
    report: Report = silent,
) -> list[tuple[Study, Series]]:
    """Every PET below the paths, or the series named by `series_uids`, at least one.

    Raises StationError where there is none, or `liver_mm` is given for several.
    """
    found = scan(paths, report, unpack_into=unpack_into)
    every = [(study, series) for study in found.studies for series in study.series]
    chosen = [
        (study, series)
        for study, series in every
        if series.uid in series_uids or (not series_uids and series.is_pet)
    ]
    absent = set(series_uids) - {series.uid for _, series in chosen}
    if absent:
        raise StationError(f"There is no series {sorted(absent)[0]} in the given paths.")
    if not chosen:
        raise StationError(f"There is no PET series in the given paths.{_left_out(found)}")
    if liver_mm is not None and len(chosen) > 1:
        raise StationError(
            f"A place for the liver's sphere belongs to one series, and there are {len(chosen)}. "
            "Name one with --series."
        )
    return chosen


def _left_out(found: FoundStudies) -> str:
    """Why files that were looked at are in no series."""
    if not found.left_out:
        return ""
    first, more = found.left_out[0], len(found.left_out) - 1
    others = f" So were {more} more." if more else ""
    return f" {first.path} was left out: {first.reason}{others}"


def check_series(
    study: Study,
    series: Series,
    *,
    typed: Sequence[TypedInput] = (),
    liver_mm: Point | None = None,
    report: Report = silent,
) -> Control:
    """The checks of one series of a study, read from disk with the CT of its space.

    What cannot be read as an image is a refusal in the answer, not an error.
    """
    if series.problem is not None:
        return Control((), series.problem)
    if not series.is_pet:
        return Control((), f"{series.label} is no PET image. Choose a PET series.")
    chosen, why_not = ct_of(study, series)
    ct: LoadedImage | None = None
    try:
        image = load_image(series, typed, report=part(report, 0.0, 0.2))
    except DicomError as error:
        return Control((), str(error))
    if chosen is not None:
        try:
            ct = load_image(chosen, report=part(report, 0.2, 0.4))
        except DicomError as error:
            why_not = f"The CT cannot be read: {error}"
    return check_image(
        image, ct, why_not, typed=typed, liver_mm=liver_mm, report=part(report, 0.4, 1.0)
    )


def check_image(
    image: LoadedImage,
    ct: LoadedImage | None,
    no_ct: str = "",
    *,
    typed: Sequence[TypedInput] = (),
    liver_mm: Point | None = None,
    again: Control | None = None,
    report: Report = silent,
) -> Control:
    """The checks of an image in memory. `no_ct`: the sentence why there is no CT beside it.

    `again`: an earlier answer about the same images, so that a moved sphere is measured at once.
    """
    if ct is not None and ct.volume.unit is not Unit.HU:
        no_ct, ct = f"{ct.series.label} is not in HU.", None
    return statistics_control(
        image.volume,
        image.series,
        None if ct is None else ct.volume,
        no_ct=no_ct,
        no_suv=None if image.has_suv else _no_suv(image),
        typed=typed,
        glucose=blood_glucose(image.series),
        liver_mm=liver_mm,
        again=again,
        report=report,
    )


def ct_of(study: Study, pet: Series) -> tuple[Series | None, str]:
    """(the CT that lies in the PET's space, why there is none): the one with most voxels."""
    shown = [one for one in study.series if one.role is Role.CT]
    usable = [one for one in shown if one.problem is None and one.geometry is not None]
    beneath = [one for one in usable if same_patient_space(one, pet)]
    if beneath:
        return max(beneath, key=_voxels), ""
    if usable:
        return None, (
            "The study's CT has another frame of reference than the PET, so that a place in one is "
            "no place in the other."
        )
    if shown:
        return None, f"The study's CT cannot be shown: {shown[0].problem}"
    return None, "The study has no CT."


def _voxels(series: Series) -> int:
    slices, rows, columns = series.geometry.shape if series.geometry else (0, 0, 0)
    return slices * rows * columns


def _no_suv(image: LoadedImage) -> str:
    return image.suv_problem or f"{image.series.label} has no SUV."


def as_json(results: Sequence[Checked]) -> list[dict[str, Any]]:
    """The results as JSON-able values."""
    return [
        {
            "series_uid": one.series.uid,
            "description": one.series.description,
            "reason": one.control.refusal,
            "in_view": list(one.control.in_view),
            "checks": [check_as_json(check) for check in one.control.checks],
        }
        for one in results
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
