"""Which other studies of Station's list are of the open study's patient, and which image of them
comes first."""

from typing import TYPE_CHECKING

from station.app.compare.state import Candidate
from station.app.pacs.searching import same_name
from station.pet.study import Role, Study

if TYPE_CHECKING:
    from station.archive.index import StudyEntry

PRIOR_ROLES = (Role.CONVENTIONAL, Role.OTHER, Role.UNFILTERED, Role.DENOISED)


def other_dates(study: Study, entries: "tuple[StudyEntry, ...]") -> "tuple[StudyEntry, ...]":
    """The other studies of the same patient, newest first. Without a PatientID there is none."""
    name = study.patient.name
    same = [one for one in _of_id(study, entries) if same_name(one.patient_name, name)]
    return tuple(sorted(same, key=lambda one: str(one.study_date or ""), reverse=True))


def candidates_of(
    study: Study, entries: "tuple[StudyEntry, ...]"
) -> tuple[tuple[Candidate, ...], int]:
    """(the PETs of other studies of the same patient, newest first; how many studies have the same
    PatientID under a name that does not agree). Without a PatientID there is none."""
    same = other_dates(study, entries)
    found = tuple(
        Candidate(series.key, entry.study_uid, entry.study_date, series.description, series.role)
        for entry in same
        for series in sorted(entry.series, key=lambda one: _rank(one.role))
        if series.modality == "PT"
    )
    return found, len(_of_id(study, entries)) - len(same)


def first_choice(study: Study, role: Role, candidates: tuple[Candidate, ...]) -> str | None:
    """The latest date before the open study's, and there an image made like the one shown."""
    earlier = earlier_ones(study, candidates) or candidates
    if not earlier:
        return None
    of_study = [one for one in earlier if one.study_uid == earlier[0].study_uid]
    alike = [one for one in of_study if one.role is role]
    return (alike or of_study)[0].key


def earlier_ones(study: Study, candidates: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
    """Those of the open study's day or before it."""
    return tuple(one for one in candidates if one.date and study.date and one.date <= study.date)


def _of_id(study: Study, entries: "tuple[StudyEntry, ...]") -> "list[StudyEntry]":
    id_ = study.patient.id.strip()
    return [
        entry
        for entry in entries
        if id_ and entry.patient_id.strip() == id_ and entry.study_uid != study.uid
    ]


def _rank(role: Role) -> int:
    return PRIOR_ROLES.index(role) if role in PRIOR_ROLES else len(PRIOR_ROLES)
