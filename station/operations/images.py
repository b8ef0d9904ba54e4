"""From the files of a study to images in memory, in the unit that they are read in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from station.dicom.load import read_image, scan
from station.errors import DicomError, StationError
from station.pet.loaded import LoadedImage, convert
from station.pet.pairing import largest
from station.pet.study import FoundStudies, Role, Series, StoredImage, Study, same_patient_space
from station.pet.suv import TypedInput
from station.pet.volume import Unit
from station.progress import Report, part, silent

NOT_IN_MEMORY: Mapping[str, LoadedImage] = MappingProxyType({})
PET_SHARE = 0.5
"""Of the progress of reading a PET and its CT"""


def load_image(
    series: Series,
    typed: Sequence[TypedInput] = (),
    unit: Unit = Unit.SUV_BW,
    report: Report = silent,
) -> LoadedImage:
    """Read the series' pixels and express them in `unit`, or say in `suv_problem` why not.

    Raises DicomError when the pixels cannot be read.
    """
    return convert(series, read_image(series, report), typed, unit)


def load_in_suvbw(
    series: Series,
    typed: Sequence[TypedInput] = (),
    in_memory: LoadedImage | StoredImage | None = None,
    report: Report = silent,
) -> LoadedImage:
    """A PET in SUVbw where its inputs give an SUV, from memory where it is there.

    Raises DicomError when the pixels cannot be read.
    """
    if in_memory is None:
        return load_image(series, typed, report=report)
    if isinstance(in_memory, StoredImage):
        return convert(series, in_memory, typed, Unit.SUV_BW)
    if in_memory.has_suv and in_memory.volume.unit is not Unit.SUV_BW:
        return convert(series, in_memory.stored, typed, Unit.SUV_BW)
    return in_memory


@dataclass(frozen=True, eq=False)
class PetCt:
    """A PET in SUVbw where it has SUV, with the CT of its space or why there is none."""

    pet: LoadedImage
    ct: LoadedImage | None = None
    no_ct: str = ""


def load_pet_ct(
    study: Study,
    series: Series,
    typed: Sequence[TypedInput] = (),
    images: Mapping[str, LoadedImage] = NOT_IN_MEMORY,
    stored: StoredImage | None = None,
    report: Report = silent,
) -> PetCt:
    """The PET `series` of a study with the CT that lies in its space.

    `images`, by series key, are in memory already; `stored`: the pixels of a PET that may be in no
    file yet. Raises DicomError with the sentence where there is no PET image; a CT that cannot be
    read costs only the CT.
    """
    if series.problem is not None:
        raise DicomError(series.problem)
    if not series.is_pet:
        raise DicomError(f"{series.label} is not a PET image. Choose a PET series.")
    in_memory = images.get(series.key) or stored
    pet = load_in_suvbw(series, typed, in_memory, part(report, 0.0, PET_SHARE))
    chosen, no_ct = ct_of(study, series)
    if chosen is None:
        return PetCt(pet, no_ct=no_ct)
    try:
        ct = images.get(chosen.key) or load_image(chosen, report=part(report, PET_SHARE, 1.0))
    except DicomError as error:
        return PetCt(pet, no_ct=f"The CT cannot be read: {error}")
    return PetCt(pet, ct)


def ct_of(study: Study, pet: Series) -> tuple[Series | None, str]:
    """(the CT that lies in the PET's space, why there is none): the one with most voxels."""
    shown = [series for series in study.series if series.role is Role.CT]
    usable = [series for series in shown if not series.problem and series.geometry is not None]
    beneath = largest([series for series in usable if same_patient_space(series, pet)])
    if beneath is not None:
        return beneath, ""
    if usable:
        return None, (
            "The study's CT has another frame of reference than the PET, so a place in one is not "
            "a place in the other."
        )
    if shown:
        return None, f"The study's CT cannot be shown: {shown[0].problem}"
    return None, "The study has no CT."


def find_series(
    paths: Sequence[Path],
    series_uids: Sequence[str],
    unpack_into: Path,
    report: Report = silent,
) -> list[tuple[Study, Series]]:
    """Every PET below the paths, or the series of any kind named by `series_uids`, at least one.

    Raises StationError where there is none.
    """
    found = scan(paths, report, unpack_into=unpack_into)
    chosen = [
        (study, series)
        for study in found.studies
        for series in study.series
        if (series.uid in series_uids if series_uids else series.is_pet)
    ]
    absent = set(series_uids) - {series.uid for _, series in chosen}
    if absent:
        raise StationError(f"There is no series {min(absent)} in the given paths.")
    if not chosen:
        raise StationError(f"There is no PET series in the given paths.{_left_out(found)}")
    return chosen


def _left_out(found: FoundStudies) -> str:
    """Why files that were looked at are in no series."""
    if not found.left_out:
        return ""
    first, more = found.left_out[0], len(found.left_out) - 1
    others = f" So were {more} more." if more else ""
    return f" {first.path} was left out: {first.reason}{others}"
