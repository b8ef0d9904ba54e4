"""What a PACS is to Station: servers, what they list, and what was transferred.

Nothing here knows a protocol: `station.dicom.network` speaks DIMSE and DICOMweb,
`station.archive.transfers` keeps the ledger, `station.operations.pacs` joins the two.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from station.errors import StationError

DEFAULT_AET = "STATION"
"""What Station calls itself where a server asks for no other name"""
DIMSE_PORT = 104  # PS3.8 9.1.1; 11112 where a program may not use low ports
LISTENER_PORT = 11112
LISTED = 500
"""Studies that one query lists; a reader narrows the search rather than scroll further."""


class PacsError(StationError):
    """A server, its answer or the way to it is at fault; the text says which, and what to do."""


class Via(StrEnum):
    """How instances travel."""

    GET = "get"
    MOVE = "move"
    WEB = "web"
    STORE = "store"


class SignIn(StrEnum):
    """How a DICOMweb server knows who asks."""

    NONE = "none"
    BASIC = "basic"
    BEARER = "bearer"


@dataclass(frozen=True)
class Tls:
    """Files of an encrypted connection (PEM); each may be missing."""

    ca: Path | None = None
    """Whose signature on a server's certificate is trusted (None: those the system trusts)"""
    certificate: Path | None = None
    key: Path | None = None
    """Of the certificate with which Station shows who it is"""


@dataclass(frozen=True)
class Server:
    """How a PACS is reached. Passwords are never part of it: `station.archive.secrets`."""

    name: str
    host: str
    port: int = DIMSE_PORT
    called_aet: str = ""
    """Empty: the server is reached by DICOMweb only"""
    calling_aet: str = DEFAULT_AET
    web_url: str = ""
    """Root of its DICOMweb services, such as https://pacs.example/dicom-web; empty: it has none"""
    tls: Tls | None = None
    """Of DIMSE and DICOMweb; None: DIMSE is not encrypted"""
    retrieve: Via = Via.GET
    """What is tried first; the other ways that the server offers are the fallback"""
    sign_in: SignIn = SignIn.NONE
    user: str = ""

    @property
    def has_dimse(self) -> bool:
        return bool(self.called_aet)

    @property
    def has_web(self) -> bool:
        return bool(self.web_url)


@dataclass(frozen=True)
class Query:
    """What studies are looked for; an empty field matches every study."""

    patient_id: str = ""
    name: str = ""
    """Words of the patient's name, in any order that DICOM allows: a prefix is enough"""
    since: date | None = None
    until: date | None = None
    accession: str = ""
    modality: str = ""
    """Such as PT: studies that have a series of it"""
    study_uid: str = ""


@dataclass(frozen=True)
class RemoteStudy:
    """A study that a server lists. Numbers are None where the server does not tell them."""

    study_uid: str
    patient_id: str
    patient_name: str
    date: date | None
    description: str
    modalities: tuple[str, ...]
    accession: str = ""
    series: int | None = None
    instances: int | None = None


@dataclass(frozen=True)
class RemoteSeries:
    """A series that a server lists below its study."""

    series_uid: str
    modality: str
    description: str
    number: int | None = None
    instances: int | None = None


@dataclass(frozen=True)
class RemoteInstance:
    """An instance that a server lists; its class is empty where the server does not tell it."""

    sop_uid: str
    sop_class: str = ""
    series_uid: str = ""


@dataclass(frozen=True)
class FoundStudies:
    """What a query found; `more`: the server has others, and the search should be narrowed."""

    studies: tuple[RemoteStudy, ...]
    more: bool = False
    left_out: int = 0
    """Answers without a usable UID, or that cannot be read"""


class InstanceState(StrEnum):
    """How far an instance has come. A transfer is whole when none is wanted or failed."""

    WANTED = "wanted"
    RECEIVED = "received"
    """It is on this computer's disk"""
    STORED = "stored"
    """The server said that it stored it"""
    COMMITTED = "committed"
    """The server committed itself to keep it"""
    FAILED = "failed"


@dataclass(frozen=True)
class Failure:
    """An instance that did not arrive, and why, as a sentence."""

    sop_uid: str
    reason: str


@dataclass(frozen=True)
class Fetched:
    """What came of fetching; whole where `received` equals `wanted`."""

    wanted: int
    received: int
    """On this computer's disk now, those that were there before as well"""
    failed: tuple[Failure, ...]
    folder: Path
    transfer: int
    """Its number in the ledger"""
    note: str = ""
    """A sentence about the whole, such as that the study still arrives at the server"""

    @property
    def whole(self) -> bool:
        return not self.failed and self.received == self.wanted


@dataclass(frozen=True)
class Sent:
    """What came of sending; whole where `stored` (`committed`, if asked for) equals `sent`."""

    sent: int
    stored: int
    committed: int
    failed: tuple[Failure, ...]
    transfer: int
    asked_to_commit: bool = False
    note: str = ""
    """A sentence about the whole, such as that the server cannot be asked what it has"""

    @property
    def whole(self) -> bool:
        arrived = self.committed if self.asked_to_commit else self.stored
        return not self.failed and arrived == self.sent


@dataclass(frozen=True)
class Traffic:
    """How far a transfer has come."""

    done: int
    wanted: int
    bytes: int
    seconds: float

    @property
    def bytes_per_s(self) -> float:
        return self.bytes / self.seconds if self.seconds > 0 else 0.0

    @property
    def seconds_left(self) -> float | None:
        """None before anything arrived."""
        return self.seconds * (self.wanted - self.done) / self.done if self.done else None


Watch = Callable[[Traffic], None]
"""Called after each instance; raises `station.errors.Cancelled` where the transfer should stop"""


def unwatched(traffic: Traffic) -> None:
    """A transfer that nobody watches."""
