"""Which studies of the archive can be cases of a reader study, and why others cannot."""

from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from station.errors import StationError
from station.pet.common_field import common_box
from station.pet.pairing import arm_pairs
from station.pet.study import Role, Series, Study
from station.pet.suv import TypedInput, suv_conversion
from station.pet.volume import Unit
from station.progress import Report

if TYPE_CHECKING:
    from station.archive.index import StudyEntry

MOST_LISTED = 10_000
"""Studies that are looked through"""


@dataclass(frozen=True)
class ArmPair:
    """The two images of a case, by the keys of their series."""

    conventional: str
    dl: str
    conventional_label: str
    dl_label: str


@dataclass(frozen=True)
class Candidate:
    """A study of the archive, as somebody chooses cases from it."""

    study_uid: str
    patient_name: str
    patient_id: str
    study_date: date | None
    description: str
    pairs: tuple[ArmPair, ...] = ()
    """Images that can be compared, the surest pair first"""
    problem: str | None = None
    """Why it cannot be a case; None: it can, and there is a pair"""

    def holds(self, text: str) -> bool:
        """Whether every word of `text` is in the patient's name or ID, the date or description."""
        own = " ".join(
            (
                self.patient_name,
                self.patient_id,
                self.study_date.isoformat() if self.study_date else "",
                self.description,
            )
        ).casefold()
        return all(word in own for word in text.casefold().split())


def candidates(home: Path, report: Report) -> tuple[Candidate, ...]:
    """Every study of the archive in `home`, last opened first. For a worker thread.

    Raises ArchiveError where the archive cannot be read.
    """
    from station.archive.index import open_index

    with closing(open_index(home)) as index:
        entries = index.search(limit=MOST_LISTED)
        listed: list[Candidate] = []
        for number, entry in enumerate(entries):
            report(number / len(entries), "Looking for cases")
            study = index.study(entry.study_uid)
            typed = () if study is None else index.typed_inputs(entry.study_uid)
            listed.append(candidate(entry, study, typed))
        return tuple(listed)


def candidate(entry: "StudyEntry", study: Study | None, typed: tuple[TypedInput, ...]) -> Candidate:
    """What a study of the archive offers; `study` is None where it has to be opened again."""
    if study is not None:
        return study_candidate(study, typed)
    return Candidate(
        study_uid=entry.study_uid,
        patient_name=entry.patient_name,
        patient_id=entry.patient_id,
        study_date=entry.study_date,
        description=entry.description,
        problem="It was remembered by another version of Station. Open it once, then choose it.",
    )


def study_candidate(study: Study, typed: tuple[TypedInput, ...]) -> Candidate:
    """What a study that was opened offers."""
    pairs, problem = _usable_pairs(study, typed)
    return Candidate(
        study_uid=study.uid,
        patient_name=study.patient.name,
        patient_id=study.patient.id,
        study_date=study.date,
        description=study.description,
        pairs=pairs,
        problem=problem,
    )


def _usable_pairs(
    study: Study, typed: tuple[TypedInput, ...]
) -> tuple[tuple[ArmPair, ...], str | None]:
    """The pairs that can be shown blinded, or the reason why there is none."""
    usable: list[ArmPair] = []
    refusals: list[str] = []
    for conventional, dl in arm_pairs(study):
        refusal = pair_refusal(conventional, dl, typed)
        if refusal is None:
            usable.append(ArmPair(conventional.key, dl.key, conventional.label, dl.label))
        else:
            refusals.append(refusal)
    if usable:
        return tuple(usable), None
    return (), refusals[0] if refusals else _missing_arm(study)


def _missing_arm(study: Study) -> str:
    roles = {series.role for series in study.series if series.problem is None}
    broken = next((series.problem for series in study.series if series.problem), "")
    if Role.CONVENTIONAL not in roles and Role.DENOISED not in roles:
        return broken or "It has no PET with attenuation correction."
    if Role.DENOISED not in roles:
        return "It has no DL image. Denoise it and save the DL series, or open one."
    if Role.UNFILTERED in roles:
        return (
            "Its PET is unfiltered. Make the conventional image with Image ▸ Conventional filter."
        )
    return "It has a DL image but no conventional one. Open the conventional series."


def pair_refusal(conventional: Series, dl: Series, typed: tuple[TypedInput, ...]) -> str | None:
    """Why two series cannot be a case, as far as their headers show; None: they can."""
    try:
        for series in (conventional, dl):
            _refuse_series(series, typed)
        assert conventional.geometry is not None
        assert dl.geometry is not None
        common_box(conventional.geometry, dl.geometry, (conventional.label, dl.label))
    except StationError as error:
        return str(error)
    return None


def _refuse_series(series: Series, typed: tuple[TypedInput, ...]) -> None:
    """Raise StationError where a series is not a whole image in SUV on this disk."""
    table = series.slices
    if series.problem is not None or table is None or series.suv is None:
        raise StationError(series.problem or f"{series.label} is not a PET image.")
    gaps = np.flatnonzero(table.missing)
    if gaps.size:
        raise StationError(
            f"{series.label}: {gaps.size} of {len(table.paths)} slices are missing. Open the "
            "complete series."
        )
    first = table.paths[0]
    if not Path(first).is_file():
        raise StationError(
            f"{series.label}: {first} can no longer be read. Open the study again from where its "
            "files are now."
        )
    suv_conversion(series.suv, Unit.SUV_BW, typed, series.label)
