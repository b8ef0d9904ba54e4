"""The log of a reader study: what results begin with, so that nothing about them is concealed."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True)
class LogLine:
    """Something that happened to a study, as an auditor reads it."""

    at: datetime
    """Aware, UTC"""
    who: str
    what: str
    reason: str = ""


@dataclass(frozen=True)
class StudyLog:
    """Everything about a study's record that its results rest on."""

    study: str
    protocol: str
    """Its name"""
    protocol_sha256: str
    """Of the protocol as it was recorded"""
    created_at: datetime
    """Aware, UTC"""
    due: date | None
    people: tuple[tuple[str, str], ...]
    """Name and role of everybody who took part"""
    versions: tuple[str, ...]
    """Of Station, in the order in which they wrote"""
    stations: tuple[str, ...]
    lines: tuple[LogLine, ...]
    """First to last: signatures, locks, unlocks, openings of the key, resets, waivers, revisions"""
    unsigned: tuple[str, ...]
    """Sets that nobody has signed"""
    refused: int
    """Failed sign-ins and signatures"""
    whole: str
    """Whether the record is what was written, as a sentence"""
    cautions: tuple[str, ...]
    """What an auditor has to know of it"""
    timestamps: tuple[str, ...]
    """What a server outside said of it"""
    entries: int
    head: str
    """Hash of the last entry"""

    @property
    def head_words(self) -> str:
        return f"Audit trail: {self.entries} entries, last hash {self.head}"
