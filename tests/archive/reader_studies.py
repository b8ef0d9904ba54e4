"""Small reader studies for tests, in which nothing waits."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from station.archive import database, sealing
from station.archive.readings import (
    ConsensusCase,
    ConsensusSitting,
    CoordinatorSitting,
    NewPerson,
    NewStudy,
    ReaderSitting,
    ReaderStudies,
    open_reader_studies,
)
from station.progress import silent
from station.reading.protocol import Arm, Criterion, Protocol, StudyRole
from station.reading.readings import ARTIFACT, Question, Viewing, questions
from station.reading.worklist import Case, Key, SourceSeries, make_key

SEED = bytes(range(32))
STUDY = "Denoising 2026"
WORDS = ("very poor", "poor", "fair", "good", "excellent")
PROTOCOL = Protocol(
    name="Two criteria",
    criteria=(Criterion("quality", "Quality", WORDS), Criterion("noise", "Noise", WORDS)),
)
VIEWING = Viewing(seconds=12.5, window_suv=6.0, slice_mm=-310.0, zoom=2.5)

COORDINATOR, READERS, ADJUDICATOR = "Dr. Sato", ("Dr. Ito", "Dr. Mori"), "Prof. Kato"
PASSWORDS = {name: f"password of {name}" for name in (COORDINATOR, *READERS, ADJUDICATOR)}


def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Argon2 at its least, and no waiting for the disk: a test's power does not fail."""
    monkeypatch.setattr(database, "DURABILITY", "OFF")
    monkeypatch.setattr(sealing, "PASSES", 1)
    monkeypatch.setattr(sealing, "MEMORY_KIB", 8)
    monkeypatch.setattr(sealing, "LANES", 1)


class Clock:
    """Gives a moment that tests set."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def later(self, **by: float) -> None:
        self.now += timedelta(**by)


def new_study(
    images: Path,
    protocol: Protocol = PROTOCOL,
    cases: int = 4,
    practice: int = 0,
    name: str = STUDY,
    adjudicator: bool = False,
    *,
    older: bool = False,
) -> NewStudy:
    """A study with a file in place of every image.

    `older`: prepared before the source series were kept.
    """
    names = [f"case {number}" for number in range(1, cases + 1)]
    practised = [f"practice {number}" for number in range(1, practice + 1)]
    series = {(case, arm): source_of(case, arm) for case in (*names, *practised) for arm in Arm}
    key = make_key(names, practised, SEED, {} if older else series)
    for code in key.entries:
        (images / code).mkdir(parents=True, exist_ok=True)
        (images / code / "1.dcm").write_bytes(code.encode())
    roles = {COORDINATOR: StudyRole.COORDINATOR} | dict.fromkeys(READERS, StudyRole.READER)
    if adjudicator:
        roles[ADJUDICATOR] = StudyRole.ADJUDICATOR
    people = [
        NewPerson(name, role, PASSWORDS[name], one_time=False) for name, role in roles.items()
    ]
    sources = {case: f"1.2.840.{case}" for case in key.cases(practice=False)}
    return NewStudy(name, protocol, key, tuple(people), images, sources)


def source_of(case: str, arm: Arm) -> SourceSeries:
    """The series that an image of `new_study` was copied from."""
    return SourceSeries(f"1.2.840.{case}", f"1.2.840.{case}.{arm}", case)


def made(home: Path, study: NewStudy, clock: Callable[[], datetime] | None = None) -> ReaderStudies:
    """The reader studies of `home`, with this one in them."""
    studies = open_reader_studies(home, clock) if clock else open_reader_studies(home)
    studies.create(study, silent)
    return studies


def reader(studies: ReaderStudies, name: str = READERS[0], study: str = STUDY) -> ReaderSitting:
    session = studies.sign_in(study, name, PASSWORDS[name])
    assert isinstance(session, ReaderSitting)
    return session


def coordinator(studies: ReaderStudies, study: str = STUDY) -> CoordinatorSitting:
    session = studies.sign_in(study, COORDINATOR, PASSWORDS[COORDINATOR])
    assert isinstance(session, CoordinatorSitting)
    return session


Scorer = Callable[[str, str], int]
"""(image code, criterion id) → score"""


def threes(image: str, criterion: str) -> int:
    return 3


def read_one(session: ReaderSitting, scorer: Scorer = threes, viewing: Viewing = VIEWING) -> Case:
    """Answer and confirm the case that is to be read now."""
    case = session.next()
    assert isinstance(case, Case)
    images = {image.side: image.folder.name for image in case.images}
    for question in questions(session.protocol):
        if question.id == ARTIFACT:
            session.answer(case.code, question, value=False)
        elif question.id in {one.id for one in session.protocol.criteria}:
            session.answer(case.code, question, scorer(images[question.side], question.id))
    session.confirm(case.code, viewing)
    return case


def read_all(session: ReaderSitting, scorer: Scorer = threes) -> list[Case]:
    """Read until nothing is left."""
    cases: list[Case] = []
    while isinstance(session.next(), Case):
        cases.append(read_one(session, scorer))
    return cases


def signed(studies: ReaderStudies, name: str, scorer: Scorer = threes) -> None:
    """A reader's whole set, read and signed."""
    session = reader(studies, name)
    read_all(session, scorer)
    session.sign(PASSWORDS[name])


def agree(session: ConsensusSitting, score: int = 4) -> list[ConsensusCase]:
    """Score everything discordant."""
    cases: list[ConsensusCase] = []
    while isinstance(case := session.next(), ConsensusCase):
        for criterion in case.criteria:
            session.answer(case.code, Question(case.image.side, criterion), score)
        session.confirm(case.code, VIEWING)
        cases.append(case)
    return cases


def scorer_by_arm(key: Key, conventional: int, dl: int) -> Scorer:
    """Scores by what the image is, as no blinded reader could."""
    return lambda image, _: conventional if key.entries[image].arm == "conventional" else dl
