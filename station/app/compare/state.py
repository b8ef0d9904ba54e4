"""What is known of the comparison of the open study with another date, as frozen values."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from station.app.language import tr
from station.frozen import Frozen
from station.pet.study import Role
from station.pet.voi import Point

if TYPE_CHECKING:
    from station.operations.compare import Comparison, Read
    from station.pet.alignment import Alignment
    from station.pet.sites import PlacedVoi
    from station.pet.suv import TypedInput


class LesionsFrom(StrEnum):
    """Whose lesions are compared."""

    THRESHOLD = "threshold"
    """All above the PERCIST threshold of each date"""
    SAVED = "saved"
    """Those that the reader saved, on either date"""


@dataclass(frozen=True)
class Candidate:
    """A PET of another study of the patient, as Station's list has it."""

    key: str
    """Of the series"""
    study_uid: str
    date: date | None
    """Of the study"""
    description: str
    role: Role

    @property
    def words(self) -> str:
        day = self.date.isoformat() if self.date else tr("no date")
        return f"{day} · {self.description or tr('PET without description')}"


@dataclass(frozen=True, eq=False)
class Aligned:
    """Two dates in memory and the motion between them: the slow part of a comparison."""

    now: "Read"
    before: "Read"
    which: str
    """Which of the two is the current date, and why"""
    open_is_current: bool
    registered: "Alignment"
    """As it was computed; a person may have moved it further since"""
    typed: "tuple[TypedInput, ...]"
    """The SUV inputs typed for the open study that its numbers rest on"""
    chosen: str
    """Key of the other study's series"""
    their_typed: "tuple[TypedInput, ...]"
    """The SUV inputs typed for the other study"""
    theirs: "tuple[PlacedVoi, ...]"
    """What the reader saved in the other study"""

    @property
    def open_read(self) -> "Read":
        return self.now if self.open_is_current else self.before

    @property
    def both_typed(self) -> "tuple[tuple[TypedInput, ...], tuple[TypedInput, ...]]":
        """The typed inputs of the current and of the prior date."""
        both = (self.typed, self.their_typed)
        return both if self.open_is_current else (both[1], both[0])

    @property
    def open_name(self) -> str:
        """How sentences call the open study's date."""
        return "current" if self.open_is_current else "prior"


@dataclass(frozen=True, eq=False)
class Outcome:
    """What came of comparing the open study with another date."""

    aligned: Aligned
    alignment: "Alignment"
    """The one that was compared with: as registered, or moved by hand"""
    comparison: "Comparison | None"
    problem: str = ""
    """Why two aligned dates have no comparison, such as a missing liver"""
    vois: "tuple[PlacedVoi, ...]" = ()
    """Those of the open study when it was made"""
    lesions_from: LesionsFrom = LesionsFrom.THRESHOLD
    lacks_liver: bool = False
    """Whether a date has no liver sphere, found or put by hand"""


@dataclass(frozen=True, eq=False)
class Comparing:
    """The comparison of the open study; another study begins with a fresh one."""

    listed: bool = False
    """Whether Station's list was searched for other studies of the patient"""
    candidates: tuple[Candidate, ...] = ()
    """Newest first"""
    namesakes: int = 0
    """Studies with this PatientID under a name that does not agree; they are not offered"""
    chosen: str | None = None
    """Key of the candidate to compare with"""
    lesions_from: LesionsFrom = LesionsFrom.THRESHOLD
    diseased_liver: bool = False
    """PERCIST's threshold comes from the blood pool"""
    places: Frozen[str, Point] = field(default_factory=Frozen[str, Point])
    """"liver", "blood": centres of reference spheres put by hand in the open study"""
    at_work: bool = False
    outcome: Outcome | None = None
    problem: str = ""
    """Why the last comparison came to nothing"""

    @property
    def candidate(self) -> Candidate | None:
        return next((one for one in self.candidates if one.key == self.chosen), None)
