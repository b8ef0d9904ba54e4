"""Takes what is sent to Station: C-STORE, C-ECHO, and the reports of storage commitment.

A thread an association waits for its own socket and writes encoded bytes to the disk; nothing is
decoded that the sender did not make wait. A study has arrived when its association ended in order,
or when nothing came for a while; what an aborted association leaves is kept apart until the sender
sends the rest.
"""

import shutil
import ssl
import time
from collections.abc import Callable
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from ipaddress import ip_address
from pathlib import Path

from station.dicom.network import reports as commitment
from station.dicom.network.acceptor import (
    ECHO,
    FAILED,
    LOOPBACK,
    STORAGE,
    STORED,
    Acceptor,
    Limits,
    Visit,
)
from station.dicom.network.asking import UNCOMPRESSED
from station.dicom.network.inbox import (
    LONGEST_UID,
    NOT_UNDERSTOOD,
    OTHER_INSTANCE,
    OUT_OF_RESOURCES,
    SAFE_UID,
    Arrival,
    Inbox,
    Refused,
    identity,
    safe_name,
)
from station.dicom.network.reports import Reports, read_report
from station.dicom.network.wire import Proposal
from station.pacs import LISTENER_PORT, Failure

HALVES = "halves"
"""Folder of studies whose association was aborted, or is still open"""
APART = "apart"
"""Folder of instances whose UID was there with other pixels"""
OTHERS = (ECHO, Proposal(commitment.SOP_CLASS, UNCOMPRESSED, as_scp=True))


@dataclass(frozen=True)
class Arrived:
    """What came of a study."""

    study_uid: str
    """Empty: all that came was refused"""
    sender: str
    """AE title"""
    sop_uids: tuple[str, ...]
    """Of the instances that are on the disk, each once, as they came"""
    folder: Path
    whole: bool
    """The association ended in order; else this is a half, which is kept apart"""
    bytes: int
    problems: tuple[Failure, ...] = ()
    """Instances that were refused or kept apart, and (with an empty UID) why this is a half"""


@dataclass
class _Study:
    """A study that is coming in."""

    inbox: Inbox
    folder: Path
    sender: str
    open: set[int]
    """Numbers of the associations over which it comes"""
    sop_uids: dict[str, None] = field(default_factory=dict[str, None])
    problems: list[Failure] = field(default_factory=list[Failure])
    bytes: int = 0
    patient_id: str | None = None
    """Whose it is; None: nothing of it has come yet"""
    last: float = 0.0
    """When an instance came, as time.monotonic()"""
    half: str = ""


class Listener(Acceptor):
    """Listens once `start` was called, until `stop`."""

    def __init__(
        self,
        folder: Path,
        arrived: Callable[[Arrived], None],
        *,
        aet: str,
        allowed: frozenset[str],
        host: str = LOOPBACK,
        port: int = LISTENER_PORT,
        limits: Limits | None = None,
        tls: ssl.SSLContext | None = None,
        reports: Reports | None = None,
        storing: bool = True,
    ) -> None:
        """`arrived` is called in a thread of the listener.

        `allowed`: AE titles that may send; empty: all of this computer. `storing` off: only reports
        and C-ECHO are taken.
        """
        proposals = (*OTHERS, *STORAGE) if storing else OTHERS
        super().__init__(aet=aet, host=host, port=port, limits=limits, tls=tls, proposals=proposals)
        self.folder = folder
        self._arrived = arrived
        self._allowed = frozenset(title.strip() for title in allowed)
        self._reports = reports
        self._studies: dict[str, _Study] = {}

    # --- associations -------------------------------------------------------------------------

    def may_call(self, calling: str, address: str) -> bool:
        if self._allowed:
            return calling in self._allowed
        return ip_address(address.partition("%")[0]).is_loopback

    def while_waiting(self, visit: Visit) -> None:
        now = time.monotonic()
        with self.lock:
            quiet = [
                uid
                for uid in visit.studies
                if (study := self._studies.get(uid)) and now - study.last > self.limits.quiet_s
            ]
        for uid in quiet:
            self._leave(uid, visit, "")

    def ended(self, visit: Visit, half: str) -> None:
        with ExitStack() as reporting:  # each of them, even where reporting another one fails
            reporting.callback(self._report_rest, visit)
            for uid in tuple(visit.studies):
                reporting.callback(self._leave, uid, visit, half)

    def _report_rest(self, visit: Visit) -> None:
        """Instances that were refused, and belong to no study that came."""
        if visit.problems:
            self._arrived(
                Arrived("", visit.sender, (), self.folder, False, 0, tuple(visit.problems))
            )

    def report(self, data: bytes, context: tuple[str, str]) -> int:
        sop_class, syntax = context
        if self._reports is None or sop_class != commitment.SOP_CLASS:
            return FAILED
        try:
            return STORED if self._reports.deliver(read_report(data, syntax)) else FAILED
        except ValueError:
            return FAILED

    # --- instances ----------------------------------------------------------------------------

    def keep(self, content: bytes, sop_uid: str, sop_class: str, visit: Visit) -> None:
        if len(sop_uid) > LONGEST_UID or not SAFE_UID.fullmatch(sop_uid):
            raise Refused(
                "An instance was refused because its UID is not one. Report it to the "
                "administrator of its sender.",
                NOT_UNDERSTOOD,
                sop_uid,
            )
        inside = identity(content, sop_uid)
        study_uid = inside["study_uid"]
        try:
            self._require_room(len(content), sop_uid)
            study = self._join(study_uid, visit)
            self._require_patient(study, inside["patient_id"], sop_uid)
            kept = study.inbox.keep_file(
                content, sop_uid, sop_class=sop_class, study_uid=study_uid, at_once=False
            )
        except OSError as error:
            raise Refused(
                f"{self.folder} cannot be written: {error.strerror or error}. Choose another "
                "folder or free some space.",
                OUT_OF_RESOURCES,
                sop_uid,
            ) from error
        with self.lock:
            study.last = time.monotonic()
            if kept.arrival is not Arrival.DIFFERENT:
                study.sop_uids[kept.sop_uid] = None
            if kept.arrival is Arrival.NEW:
                study.bytes += kept.bytes
            if kept.remark:
                study.problems.append(Failure(kept.sop_uid, kept.remark))

    def refuse(self, refused: Refused, visit: Visit) -> None:
        """Report it with a study of this association, or with the next one."""
        with self.lock:
            visit.problems.append(Failure(refused.sop_uid, str(refused)))

    def _require_patient(self, study: _Study, patient_id: str, sop_uid: str) -> None:
        """Raise Refused where an instance is not of the patient whose study is here."""
        with self.lock:
            if study.patient_id is None:
                study.patient_id = patient_id
        if study.patient_id != patient_id:
            raise Refused(
                "An instance was refused: it is of another patient than the study with its UID "
                f"that is here. If the patient's ID was corrected, remove {study.folder}, then "
                "have the study sent again. Else report it to the administrator of its sender.",
                OTHER_INSTANCE,
                sop_uid,
            )

    def _require_room(self, size: int, sop_uid: str) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        free = shutil.disk_usage(self.folder).free
        if free - size < self.limits.disk_floor_bytes:
            raise Refused(
                f"The disk of {self.folder} is full: {free / 1e6:.0f} MB are left, and "
                f"{self.limits.disk_floor_bytes / 1e6:.0f} MB must stay free. Free some "
                "space, then have it sent again.",
                OUT_OF_RESOURCES,
                sop_uid,
            )

    # --- studies ------------------------------------------------------------------------------

    def _join(self, study_uid: str, visit: Visit) -> _Study:
        """The study, which now comes over this association as well."""
        with self.lock:
            study = self._studies.get(study_uid)
            if study is None:
                name = safe_name(study_uid)
                folder = self.folder / name
                if not folder.exists():
                    folder = self.folder / HALVES / name
                inbox = Inbox(
                    folder,
                    self.folder / APART / name,
                    largest=self.limits.instance_bytes * 2,
                )
                study = _Study(inbox, folder, visit.sender, set(), patient_id=_patient_of(folder))
                self._studies[study_uid] = study
            study.open.add(visit.number)
            visit.studies[study_uid] = None
            return study

    def _leave(self, study_uid: str, visit: Visit, half: str) -> None:
        """This association has no more of the study; the last that leaves reports it."""
        with self.lock:
            visit.studies.pop(study_uid, None)
            study = self._studies.get(study_uid)
        if study is None:
            return
        failed = study.inbox.settle()  # nearly all of it while others may go on
        with self.lock:
            study.open.discard(visit.number)
            study.half = half
            study.problems += visit.problems
            visit.problems.clear()
            if not study.open:
                failed += study.inbox.settle()
            for failure in failed:
                study.sop_uids.pop(failure.sop_uid, None)
                study.problems.append(Failure(failure.sop_uid, str(failure)))
            if study.open:
                return
            del self._studies[study_uid]
            whole = self.folder / safe_name(study_uid)
            if not half and study.folder != whole:
                with suppress(OSError):
                    study.folder.rename(whole)
                    study.folder = whole
        problems = list(study.problems)
        if half:
            problems.append(
                Failure(
                    "",
                    f"{half} {len(study.sop_uids)} instances came before. They are kept in "
                    f"{study.folder}; have the study sent again.",
                )
            )
        if study.sop_uids or problems:
            self._arrived(
                Arrived(
                    study_uid,
                    study.sender,
                    tuple(study.sop_uids),
                    study.folder,
                    not half,
                    study.bytes,
                    tuple(problems),
                )
            )


def _patient_of(folder: Path) -> str | None:
    """The ID of the patient whose instances are in a folder; None: there are none."""
    for path in folder.glob("*.dcm"):
        with suppress(OSError, Refused):
            return identity(path.read_bytes())["patient_id"]
    return None
