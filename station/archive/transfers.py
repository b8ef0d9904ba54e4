"""The PACS that Station knows, and the ledger of what was transferred, instance by instance.

It is the truth about a transfer. It names no patient: studies, series and instances by their UIDs.
It is kept in the index of the data folder, or in the PostgreSQL that STATION_DATABASE_URL names.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from station.pacs import InstanceState, Via


class Kind(StrEnum):
    """Which way instances went."""

    FETCH = "fetch"
    SEND = "send"
    RECEIVED = "received"


class Stage(StrEnum):
    """How far a transfer has come."""

    RUNNING = "running"
    """Or its program ended in the middle: then nobody holds it, and it can be resumed"""
    DONE = "done"
    INCOMPLETE = "incomplete"
    """It ended, and something is missing"""
    CANCELLED = "cancelled"


@dataclass(frozen=True)
class Transfer:
    """One study's way from or to a server."""

    number: int
    kind: Kind
    server: str
    """Name of the server; of what was received, the sender's AE title"""
    via: Via
    study_uid: str
    """Empty where a sending has several"""
    series_uids: tuple[str, ...]
    """Those that were asked for; empty: all"""
    folder: Path
    commit: bool
    """Whether the server is asked to commit itself"""
    who: str
    began: datetime
    """Aware, UTC"""
    ended: datetime | None
    stage: Stage
    counts: dict[InstanceState, int]
    size_bytes: int
    """Of the instances that came through"""
    note: str
    """A sentence about the whole, such as that the study still arrives at the server"""

    @property
    def instances(self) -> int:
        return sum(self.counts.values())

    @property
    def missing(self) -> int:
        return self.counts[InstanceState.WANTED] + self.counts[InstanceState.FAILED]

    @property
    def open(self) -> bool:
        """Whether something is still to be done."""
        return self.stage is not Stage.DONE


@dataclass(frozen=True)
class TransferredInstance:
    """How far one instance has come."""

    sop_uid: str
    sop_class: str = ""
    series_uid: str = ""
    study_uid: str = ""
    state: InstanceState = InstanceState.WANTED
    path: Path | None = None
    """Its file on this computer"""
    size_bytes: int = 0
    status: int | None = None
    """DIMSE or HTTP status of the last try"""
    reason: str = ""
    """Why it failed, as a sentence"""
    at: datetime | None = None
    """Of the last change; aware, UTC"""
