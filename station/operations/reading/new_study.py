"""A reader study made without a window: from a protocol, folders of cases and a list of people."""

import secrets
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from station.errors import StationError
from station.operations.reading.candidates import Candidate, study_candidate
from station.operations.reading.prepare import (
    ChosenCase,
    Preparation,
    StudySetup,
    cautions,
    people_problem,
    prepare,
)
from station.pet.words import listed
from station.progress import Report, part, saying
from station.reading.names import look, tidy
from station.reading.protocol import NewPerson, StudyRole, load_protocol
from station.reading.worklist import DIGITS, LETTERS
from station.toml_table import TEXT, Check, Problems, TomlTable, loaded_file, wrong_texts

if TYPE_CHECKING:
    from station.archive.index import Index

SCANNED = 0.1
"""How far the work is when every case is found"""

PASSWORD_PAIRS = 10
"""A letter and a digit each: 71 bits"""
GROUP = 4
"""Signs of a password between two dashes"""
TRIES = 1000
"""More are in vain: of a person whose name is a dash"""


@dataclass(frozen=True)
class NewStudyWish:
    """What `station reading new` is asked for."""

    name: str
    protocol: Path
    people: Path
    """TOML: coordinator, readers and, optionally, adjudicator"""
    cases: tuple[Path, ...]
    """A folder each, with both images of one scan"""
    practice: tuple[Path, ...] = ()


@dataclass(frozen=True)
class MadeStudy:
    """The study, and what its people need to sign in."""

    preparation: Preparation
    passwords: Mapping[str, str]
    """Name → one-time password; kept nowhere else"""
    cautions: tuple[str, ...]


def make_new_study(home: Path, wish: NewStudyWish, report: Report) -> MadeStudy:
    """Find the cases, give everybody a password, and prepare the study.

    Raises StationError where something does not fit or the leak check found something; then nothing
    of the study is left.
    """
    from station.archive.index import open_index

    protocol = load_protocol(wish.protocol)
    people = load_people(wish.people)
    if problem := people_problem(people):
        raise StationError(problem)
    paths = (*wish.cases, *wish.practice)
    chosen: list[ChosenCase] = []
    known: dict[str, Path] = {}
    with closing(open_index(home)) as index:
        for number, path in enumerate(paths):
            step = part(report, SCANNED * number / len(paths), SCANNED * (number + 1) / len(paths))
            case = _case(index, path, saying(step, f"Opening case {number + 1} of {len(paths)}"))
            uid = case.candidate.study_uid
            if uid in known:
                raise StationError(
                    f"{known[uid]} and {path} hold the same study. Give each case once."
                )
            known[uid] = path
            chosen.append(case)
    setup = StudySetup(
        name=wish.name,
        protocol=wish.protocol,
        cases=tuple(chosen[: len(wish.cases)]),
        practice=tuple(chosen[len(wish.cases) :]),
        people=people,
    )
    preparation = prepare(home, setup, part(report, SCANNED, 1.0))
    if not preparation.started:
        refusal = (
            "The study was not started: the leak check found something by which patients or arms "
            "could be distinguished. The copies were deleted."
        )
        raise StationError("\n".join((refusal, *preparation.check.findings)))
    passwords = {tidy(person.name): person.password for person in people}
    return MadeStudy(preparation, passwords, cautions(setup, protocol))


# -- people ----------------------------------------------------------------------------------------


def load_people(path: Path) -> tuple[NewPerson, ...]:
    """The people in a TOML file, each with a password of chance.

    Raises StationError with all that is wrong, a line each.
    """
    return loaded_file(path, "a list of people", _people)


def _people(table: TomlTable, problems: Problems) -> tuple[NewPerson, ...] | None:
    coordinator = table.take("coordinator", TEXT('coordinator = "Dr. Sato"'))
    readers = table.take("readers", Check(wrong_texts, 'readers = ["Dr. Ito", "Dr. Mori"]'))
    adjudicator = table.take("adjudicator", TEXT('adjudicator = "Dr. Abe"'), required=False)
    table.refuse_unknown()
    if coordinator is None or readers is None:
        return None
    named = [
        (coordinator, StudyRole.COORDINATOR),
        *((reader, StudyRole.READER) for reader in readers),
        *([] if adjudicator is None else [(adjudicator, StudyRole.ADJUDICATOR)]),
    ]
    return tuple(NewPerson(name, role, one_time_password(name)) for name, role in named)


def one_time_password(name: str) -> str:
    """Letters and digits that cannot be confused when they are read out; not with the name in it,
    which a short one ("R1") would be by chance."""
    password = ""
    for _ in range(TRIES):
        pairs = (secrets.choice(LETTERS) + secrets.choice(DIGITS) for _ in range(PASSWORD_PAIRS))
        signs = "".join(pairs)
        password = "-".join(signs[at : at + GROUP] for at in range(0, len(signs), GROUP))
        if look(name) not in look(password):
            break
    return password


# -- cases -----------------------------------------------------------------------------------------


def _case(index: "Index", path: Path, report: Report) -> ChosenCase:
    """The case in a folder, which the archive remembers from now on. Raises StationError."""
    from station.dicom.load import scan

    scanned = scan([path], report)
    if not scanned.studies:
        raise StationError(
            f"{path} holds no DICOM study. Give a folder for each case that holds both images."
        )
    candidates: list[Candidate] = []
    for study in scanned.studies:
        index.remember(study, path)
        candidates.append(study_candidate(study, index.typed_inputs(study.uid)))
    usable = [candidate for candidate in candidates if candidate.problem is None]
    if not usable:
        raise StationError(f"{path} cannot be a case. {candidates[0].problem}")
    if len(usable) > 1:
        names = [candidate.description or candidate.study_uid for candidate in usable]
        raise StationError(
            f"{path} holds {len(usable)} studies that can be cases: {listed(names)}. Give a folder "
            "for each case."
        )
    (candidate,) = usable
    return ChosenCase(candidate, candidate.pairs[0])


# -- the copies ------------------------------------------------------------------------------------


def write_copies(home: Path, study: str, out: Path, report: Report) -> tuple[str, ...]:
    """Copy the images of a study, byte for byte as readers' stations get them, below `out`.

    A folder for each image code; returns the codes. Raises StationError: there is no such study,
    its images are not what they were, or `out` is not empty.
    """
    from station.archive.readings import open_reader_studies
    from station.dicom.deidentify import copy_folder
    from station.dicom.folders import require_new, whole_folder

    require_new(out, "a study's copies")
    with closing(open_reader_studies(home)) as studies:
        changed = studies.changed_images(study, part(report, 0.0, 0.5))
        if changed:
            raise StationError(
                f'Images of "{study}" are not what they were when the study was made, or this '
                f"station does not see them: {', '.join(changed)}. Put them back from a backup."
            )
        folders = studies.image_folders(study)
    with whole_folder(out, "the copies") as partial:
        for number, (code, folder) in enumerate(sorted(folders.items())):
            report(0.5 + number / len(folders) / 2, f"Copying image {number + 1}")
            copy_folder(folder, partial / code)
    return tuple(sorted(folders))
