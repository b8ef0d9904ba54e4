"""What goes into the record of reader studies and what comes out of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from statistics import median

from station.reading.marks import Mark
from station.reading.protocol import Answers, Arm, NewPerson, Protocol, StudyRole
from station.reading.readings import Reading, Viewing
from station.reading.worklist import CaseImage, Key, Kind

# -- setting a study up ----------------------------------------------------------------------------


@dataclass(frozen=True)
class NewStudy:
    """A reader study that is ready to be read."""

    name: str
    protocol: Protocol
    key: Key
    people: tuple[NewPerson, ...]
    """At least one coordinator and one reader"""
    images: Path
    """Holds a folder of de-identified files for every image code of the key"""
    sources: Mapping[str, str] = field(default_factory=dict[str, str])
    """Case → where it came from, for the coordinator; sealed, and not opened by the lock"""
    due: date | None = None


# -- what a reader gets ----------------------------------------------------------------------------


@dataclass(frozen=True)
class Rest:
    """The next sitting opens on a later day, so that nobody remembers an image."""

    until: date


@dataclass(frozen=True)
class Finished:
    """All is confirmed; what is left is to sign, where that has not been done."""

    signed: bool


@dataclass(frozen=True)
class OwnReading:
    """A confirmed reading, as the one who made it may see it again."""

    code: str
    practice: bool
    number: int
    reading: Reading
    revisions: int
    """0: as it was confirmed"""
    confirmed_at: datetime
    """Aware, UTC; of the last revision"""


@dataclass(frozen=True)
class ConsensusCase:
    """An image that readers scored very differently. It has no arm either."""

    code: str
    number: int
    total: int
    image: CaseImage
    scores: Mapping[str, Mapping[str, int]]
    """Criterion id → reader → score, of the criteria to be agreed on"""

    @property
    def criteria(self) -> tuple[str, ...]:
        return tuple(self.scores)


# -- what the coordinator gets ---------------------------------------------------------------------


@dataclass(frozen=True)
class Person:
    """Somebody who takes part in a study."""

    name: str
    role: StudyRole


@dataclass(frozen=True)
class CaseProgress:
    """One line of a reader's list."""

    code: str
    images: tuple[str, ...]
    kind: Kind
    number: int
    confirmed_at: datetime | None
    """Aware, UTC; None: not read yet"""
    seconds: float | None
    revisions: int


@dataclass(frozen=True)
class ReaderProgress:
    reader: str
    cases: tuple[CaseProgress, ...]
    signed: bool
    practised: bool
    """Every practice case is confirmed; True too where there is none"""
    warnings: tuple[str, ...]
    """Sentences: reads faster, scores drift"""

    @property
    def done(self) -> int:
        """Cases confirmed, without practice."""
        return sum(case.confirmed_at is not None for case in self.counted)

    @property
    def total(self) -> int:
        return len(self.counted)

    @property
    def median_seconds(self) -> float | None:
        times = [case.seconds for case in self.counted if case.seconds is not None]
        return median(times) if times else None

    @property
    def last_at(self) -> datetime | None:
        """When something was confirmed last."""
        return max((case.confirmed_at for case in self.cases if case.confirmed_at), default=None)

    @property
    def counted(self) -> list[CaseProgress]:
        """Cases without practice."""
        return [case for case in self.cases if case.kind is not Kind.PRACTICE]


@dataclass(frozen=True)
class StudyProgress:
    name: str
    created_at: datetime
    due: date | None
    readers: tuple[ReaderProgress, ...]
    compared: int
    """Images that every reader has scored"""
    discordant: int
    """Of these, images with a large difference"""
    consensus_done: int
    consensus_total: int
    """0 until every reader has signed"""
    consensus_signed: bool
    locked: bool
    unlocks: tuple[str, ...]
    """The reason of every unlocking"""
    washes_out: bool = False
    """Whether days have to pass between the sessions of a reader"""

    @property
    def discordant_share(self) -> float | None:
        return self.discordant / self.compared if self.compared else None

    def overdue(self, today: date) -> tuple[str, ...]:
        """Readers who have not signed although the study was due."""
        if self.due is None or today <= self.due:
            return ()
        return tuple(reader.reader for reader in self.readers if not reader.signed)


@dataclass(frozen=True)
class Unusable:
    """A confirmed answer that is signed, but is none that a form gives: it counts as not read."""

    reader: str
    """Empty: the consensus"""
    code: str
    revision: int
    """From 1"""
    why: str
    """A sentence"""


@dataclass(frozen=True)
class LockedReading:
    """One image, read by one reader, with its arm: a line of the row-level data."""

    reader: str
    consensus: bool
    """Agreed on afterwards: only the criteria that were discordant"""
    case: str
    arm: Arm
    kind: Kind
    session: int
    number: int
    code: str
    image: str
    scores: Mapping[str, int]
    """Criterion id → score, as last revised"""
    artifact: str | None
    comment: str
    viewing: Viewing
    revisions: int
    confirmed_at: datetime
    version: str
    first_scores: Mapping[str, int] = field(default_factory=dict[str, int])
    """The same as first confirmed; empty: never revised"""
    marks: Mapping[str, tuple[Mark, ...]] = field(default_factory=dict[str, tuple[Mark, ...]])
    """Id of a question about foci → what was marked, in the answers that the protocol analyses"""

    def given(self, answers: Answers) -> Mapping[str, int]:
        """The scores that a protocol analyses."""
        return (self.first_scores or self.scores) if answers is Answers.FIRST else self.scores
