"""Takes what is sent to Station: C-STORE, C-ECHO, and the reports of storage commitment.

A thread an association waits for its own socket and writes encoded bytes to the disk; nothing is
decoded that the sender did not make wait. A study has arrived when its association ended in order,
or when nothing came for a while; what an aborted association leaves is kept apart until the sender
sends the rest.
"""

import shutil
import socket
import ssl
import time
from collections.abc import Callable
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from ipaddress import ip_address
from pathlib import Path
from threading import BoundedSemaphore, Event, Lock, Thread, current_thread

from pynetdicom._globals import ALL_TRANSFER_SYNTAXES
from pynetdicom.presentation import AllStoragePresentationContexts

from station.dicom.network import reports as commitment
from station.dicom.network import wire
from station.dicom.network.association import require_aet
from station.dicom.network.inbox import (
    LARGEST_INSTANCE,
    LONGEST_UID,
    NOT_UNDERSTOOD,
    OTHER_INSTANCE,
    OUT_OF_RESOURCES,
    SAFE_UID,
    Arrival,
    Inbox,
    Refused,
    file_head,
    identity,
    safe_name,
)
from station.dicom.network.reports import Reports, read_report
from station.dicom.network.wire import Command, Lost, Proposal, Verb
from station.pacs import LISTENER_PORT, Failure, PacsError
from station.whole_file import FREE_SPACE_KEPT

LOOPBACK = "127.0.0.1"
VERIFICATION = "1.2.840.10008.1.1"
HALVES = "halves"
"""Folder of studies whose association was aborted, or is still open"""
APART = "apart"
"""Folder of instances whose UID was there with other pixels"""
CONNECTIONS = 1024
"""That may be open at once before they became associations; others are closed at once"""
ACCEPT_S = 0.1
"""How often it is asked whether to go on listening"""
BUSY_S = 0.05
STORED, UNKNOWN_VERB, FAILED = 0x0000, 0x0211, 0x0110  # PS3.7 annex C

STORAGE = tuple(
    Proposal(str(context.abstract_syntax), tuple(map(str, ALL_TRANSFER_SYNTAXES)))
    for context in AllStoragePresentationContexts
)
UNCOMPRESSED = ("1.2.840.10008.1.2.1", "1.2.840.10008.1.2")
OTHERS = (
    Proposal(VERIFICATION, UNCOMPRESSED),
    Proposal(commitment.SOP_CLASS, UNCOMPRESSED, as_scp=True),
)


@dataclass(frozen=True)
class Limits:
    """What a sender may ask of this computer."""

    instance_bytes: int = LARGEST_INSTANCE
    in_memory_bytes: int = 2 * LARGEST_INSTANCE
    """Of all instances that are coming in at one time"""
    instances_per_s: float = 2000.0
    """Of one AE title; a sender that is faster is slowed down, not refused"""
    disk_floor_bytes: int = FREE_SPACE_KEPT
    """That stay free on the disk"""
    associations: int = 10
    """At once; others are rejected as a temporary congestion, and come again"""
    negotiation_s: float = 15.0
    """For the handshake and the request for an association, however slowly they come"""
    silence_s: float = 60.0
    """After which a peer that says nothing is given up"""
    quiet_s: float = 10.0
    """Without an instance of a study, after which it has arrived though its association is open"""


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


class Listener:
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
        require_aet(aet, "under which Station listens")
        self.folder = folder
        self.port = port
        self._arrived = arrived
        self._aet = aet.strip()
        self._allowed = frozenset(title.strip() for title in allowed)
        self._host = host
        self._limits = limits or Limits()
        self._tls = tls
        self._reports = reports
        self._proposals = (*OTHERS, *STORAGE) if storing else OTHERS
        self._server: socket.socket | None = None
        self._accepting: Thread | None = None
        self._stopping = Event()
        self._slots = BoundedSemaphore(self._limits.associations)
        self._lock = Lock()
        self._threads: set[Thread] = set()
        self._studies: dict[str, _Study] = {}
        self._in_memory = 0
        self._next_at: dict[str, float] = {}
        self._number = 0

    def start(self) -> None:
        """Begin to listen; `port` is then the one that it listens on. Raises PacsError."""
        try:
            family = socket.AF_INET6 if ":" in self._host else socket.AF_INET
            self._server = socket.create_server(
                (self._host, self.port), family=family, backlog=CONNECTIONS
            )
        except (OSError, OverflowError) as error:
            raise PacsError(
                f"Station cannot listen at {self._host}:{self.port}: "
                f"{getattr(error, 'strerror', None) or error}. Choose another port or address, or "
                "stop the program that uses it."
            ) from error
        self.port = self._server.getsockname()[1]
        self._server.settimeout(ACCEPT_S)
        self._stopping.clear()
        self._accepting = Thread(
            target=self._accept, args=(self._server,), name="Listener", daemon=True
        )
        self._accepting.start()

    def stop(self) -> None:
        """End every association after the instance that it is about, and report what came."""
        self._stopping.set()
        if self._accepting is not None:
            self._accepting.join()
            self._accepting = None
        while True:
            with self._lock:
                thread = next(iter(self._threads), None)
            if thread is None:
                break
            thread.join()

    def __enter__(self) -> "Listener":
        self.start()
        return self

    def __exit__(self, *raised: object) -> None:
        self.stop()

    # --- connections --------------------------------------------------------------------------

    def _accept(self, server: socket.socket) -> None:
        with server:
            while not self._stopping.is_set():
                try:
                    connection, address = server.accept()
                except TimeoutError:
                    continue
                except OSError:  # too many open files, or a client that left already
                    time.sleep(BUSY_S)
                    continue
                thread = Thread(target=self._serve, args=(connection, str(address[0])), daemon=True)
                with self._lock:
                    crowded = len(self._threads) >= CONNECTIONS
                    if not crowded:
                        self._threads.add(thread)
                if crowded:
                    connection.close()
                    continue
                thread.name = "Association"
                thread.start()

    def _serve(self, connection: socket.socket, address: str) -> None:
        """All of one connection, in its own thread."""
        with self._lock:
            self._number += 1
            number = self._number
        try:
            self._associate(connection, address, number)
        except (Lost, OSError):
            pass  # it never became an association; what was in one has been reported
        finally:
            connection.close()
            with self._lock:
                self._threads = self._threads - {current_thread()}

    def _associate(self, connection: socket.socket, address: str, number: int) -> None:
        limits = self._limits
        if self._tls is not None:
            connection.settimeout(limits.negotiation_s)
            connection = self._tls.wrap_socket(connection, server_side=True)
        visit = _Visit(number)
        line = wire.Line(
            connection,
            f"The sender at {address}",
            limits.silence_s,
            lambda: self._while_waiting(visit),
        )
        line.until = time.monotonic() + limits.negotiation_s
        asked = wire.read_request(line)
        if not self._slots.acquire(blocking=False):
            _reject(line, wire.Reject.CONGESTION)
            return
        try:
            if asked.called != self._aet:
                _reject(line, wire.Reject.CALLED)
            elif not self._may_send(asked.calling, address):
                _reject(line, wire.Reject.CALLING)
            else:
                visit.sender = asked.calling
                line.who = f"{asked.calling} ({address})"
                wire.accept(line, asked, self._proposals)
                line.until = None
                self._converse(line, visit)
        finally:
            self._slots.release()
            line.close()

    def _may_send(self, calling: str, address: str) -> bool:
        if self._allowed:
            return calling in self._allowed
        return ip_address(address.partition("%")[0]).is_loopback

    def _while_waiting(self, visit: "_Visit") -> None:
        if self._stopping.is_set():
            raise Lost("Station stopped listening.")
        now = time.monotonic()
        with self._lock:
            quiet = [
                uid
                for uid in visit.studies
                if (study := self._studies.get(uid)) and now - study.last > self._limits.quiet_s
            ]
        for uid in quiet:
            self._leave(uid, visit, "")

    def _converse(self, line: wire.Line, visit: "_Visit") -> None:
        half = "Station could not go on."
        try:
            while (command := line.command()) is not None:
                self._answer(line, command, visit)
                if self._stopping.is_set():
                    raise Lost("Station stopped listening.")
            line.released()
            half = ""
        except Lost as error:
            half = str(error)
            line.abort()
        finally:
            with ExitStack() as reporting:  # each of them, even where reporting another one fails
                reporting.callback(self._report_rest, visit)
                for uid in tuple(visit.studies):
                    reporting.callback(self._leave, uid, visit, half)

    def _report_rest(self, visit: "_Visit") -> None:
        """Instances that were refused, and belong to no study that came."""
        if visit.problems:
            self._arrived(
                Arrived("", visit.sender, (), self.folder, False, 0, tuple(visit.problems))
            )

    def _answer(self, line: wire.Line, command: Command, visit: "_Visit") -> None:
        match command.verb:
            case Verb.C_STORE if command.has_dataset:
                status = self._store(line, command, visit)
            case Verb.N_EVENT_REPORT if command.has_dataset:
                status = self._report(line, command)
            case Verb.C_ECHO:
                status = STORED
            case _:
                status = UNKNOWN_VERB
        if command.verb not in (Verb.C_STORE, Verb.N_EVENT_REPORT) and command.has_dataset:
            for _ in line.dataset():
                pass
        if command.verb & wire.ANSWER:
            raise wire.Nonsense(f"{line.who} answers what it was not asked.")
        answer: dict[wire.Tag, int | str] = {
            wire.Tag.AFFECTED_CLASS: command.text(wire.Tag.AFFECTED_CLASS),
            wire.Tag.COMMAND: command.verb | wire.ANSWER,
            wire.Tag.ANSWERED_ID: command.number(wire.Tag.MESSAGE_ID),
            wire.Tag.STATUS: status,
        }
        if instance := command.text(wire.Tag.AFFECTED_INSTANCE):
            answer[wire.Tag.AFFECTED_INSTANCE] = instance
        if command.verb == Verb.N_EVENT_REPORT:
            answer[wire.Tag.EVENT_TYPE] = command.number(wire.Tag.EVENT_TYPE)
        line.send(command.context, answer)

    # --- instances ----------------------------------------------------------------------------

    def _store(self, line: wire.Line, command: Command, visit: "_Visit") -> int:
        """The status for an instance. Raises Lost; then nothing of it is kept.

        No words go with it: they would name a folder of this computer.
        """
        sop_uid = command.text(wire.Tag.AFFECTED_INSTANCE)
        sop_class, syntax = line.contexts[command.context]
        held = 0
        try:
            data = bytearray()
            problem: Refused | None = None
            for piece in line.dataset():
                if problem is None and not self._hold(len(piece)):
                    problem = _too_much(sop_uid)
                elif problem is None:
                    held += len(piece)
                    data += piece
                    if len(data) > self._limits.instance_bytes:
                        problem = _too_large(sop_uid, self._limits.instance_bytes)
                        data.clear()
            self._slow_down(visit.sender)
            if problem is not None:
                raise problem
            self._keep(data, sop_uid, sop_class, syntax, visit)
        except Refused as error:
            self._refuse(sop_uid, str(error), visit)
            return error.status
        except OSError as error:
            why = (
                f"{self.folder} cannot be written: {error.strerror or error}. Choose another "
                "folder or free some space."
            )
            self._refuse(sop_uid, why, visit)
            return OUT_OF_RESOURCES
        finally:
            self._hold(-held)
        return STORED

    def _keep(
        self, data: bytearray, sop_uid: str, sop_class: str, syntax: str, visit: "_Visit"
    ) -> None:
        """Write the file of a dataset. Raises Refused."""
        if len(sop_uid) > LONGEST_UID or not SAFE_UID.fullmatch(sop_uid):
            raise Refused(
                "An instance was refused because its UID is not one. Report it to the "
                "administrator of its sender.",
                NOT_UNDERSTOOD,
            )
        content = b"".join((file_head(sop_class, sop_uid, syntax), data))
        inside = identity(content, sop_uid)
        study_uid = inside["study_uid"]
        self._require_room(len(content), sop_uid)
        study = self._join(study_uid, visit)
        with self._lock:
            if study.patient_id is None:
                study.patient_id = inside["patient_id"]
        if study.patient_id != inside["patient_id"]:
            raise Refused(
                "An instance was refused: it is of another patient than the study with its UID "
                f"that is here. If the patient's ID was corrected, remove {study.folder}, then "
                "have the study sent again. Else report it to the administrator of its sender.",
                OTHER_INSTANCE,
                sop_uid,
            )
        kept = study.inbox.keep_file(content, sop_uid, sop_class=sop_class, study_uid=study_uid)
        with self._lock:
            study.last = time.monotonic()
            if kept.arrival is not Arrival.DIFFERENT:
                study.sop_uids[kept.sop_uid] = None
            if kept.arrival is Arrival.NEW:
                study.bytes += kept.bytes
            if kept.remark:
                study.problems.append(Failure(kept.sop_uid, kept.remark))

    def _require_room(self, size: int, sop_uid: str) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        free = shutil.disk_usage(self.folder).free
        if free - size < self._limits.disk_floor_bytes:
            raise Refused(
                f"The disk of {self.folder} is full: {free / 1e6:.0f} MB are left, and "
                f"{self._limits.disk_floor_bytes / 1e6:.0f} MB must stay free. Free some "
                "space, then have it sent again.",
                OUT_OF_RESOURCES,
                sop_uid,
            )

    def _hold(self, size: int) -> bool:
        """Take `size` bytes of memory for what comes in; whether there are as many."""
        with self._lock:
            if size > 0 and self._in_memory + size > self._limits.in_memory_bytes:
                return False
            self._in_memory += size
            return True

    def _slow_down(self, sender: str) -> None:
        """Let a sender wait until its next instance is due."""
        with self._lock:
            now = time.monotonic()
            due = max(self._next_at.get(sender, 0.0), now - 1.0)
            self._next_at[sender] = due + 1.0 / self._limits.instances_per_s
        if due > now:
            self._stopping.wait(due - now)

    # --- studies ------------------------------------------------------------------------------

    def _join(self, study_uid: str, visit: "_Visit") -> _Study:
        """The study, which now comes over this association as well."""
        with self._lock:
            study = self._studies.get(study_uid)
            if study is None:
                name = safe_name(study_uid)
                folder = self.folder / name
                if not folder.exists():
                    folder = self.folder / HALVES / name
                inbox = Inbox(
                    folder,
                    self.folder / APART / name,
                    largest=self._limits.instance_bytes * 2,
                    at_once=False,
                )
                study = _Study(inbox, folder, visit.sender, set(), patient_id=_patient_of(folder))
                self._studies[study_uid] = study
            study.open.add(visit.number)
            visit.studies[study_uid] = None
            return study

    def _refuse(self, sop_uid: str, why: str, visit: "_Visit") -> None:
        """Report it with a study of this association, or with the next one."""
        with self._lock:
            visit.problems.append(Failure(sop_uid, why))

    def _leave(self, study_uid: str, visit: "_Visit", half: str) -> None:
        """This association has no more of the study; the last that leaves reports it."""
        with self._lock:
            visit.studies.pop(study_uid, None)
            study = self._studies.get(study_uid)
        if study is None:
            return
        study.inbox.settle()  # nearly all of it while others may go on
        with self._lock:
            study.open.discard(visit.number)
            study.half = half
            study.problems += visit.problems
            visit.problems.clear()
            if study.open:
                return
            study.inbox.settle()
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

    # --- storage commitment -------------------------------------------------------------------

    def _report(self, line: wire.Line, command: Command) -> int:
        data = bytearray()
        for piece in line.dataset():
            data += piece
            if len(data) > MAX_REPORT_BYTES:
                raise wire.Nonsense(f"{line.who} sent a report of an absurd length.")
        sop_class, syntax = line.contexts[command.context]
        if self._reports is None or sop_class != commitment.SOP_CLASS:
            return FAILED
        try:
            report = read_report(bytes(data), syntax)
        except ValueError:
            return FAILED
        return STORED if self._reports.deliver(report) else FAILED


MAX_REPORT_BYTES = 64 << 20


@dataclass
class _Visit:
    """One association."""

    number: int
    sender: str = ""
    studies: dict[str, None] = field(default_factory=dict[str, None])
    problems: list[Failure] = field(default_factory=list[Failure])
    """Of instances that were refused, until they are reported"""


def _reject(line: wire.Line, why: wire.Reject) -> None:
    line.write(why.pdu)


def _patient_of(folder: Path) -> str | None:
    """The ID of the patient whose instances are in a folder; None: there are none."""
    for path in folder.glob("*.dcm"):
        with suppress(OSError, Refused):
            return identity(path.read_bytes())["patient_id"]
    return None


def _too_large(sop_uid: str, limit: int) -> Refused:
    return Refused(
        f"An instance was refused: it is larger than {limit / 1e6:.0f} MB, the most that Station "
        "takes.",
        OUT_OF_RESOURCES,
        sop_uid,
    )


def _too_much(sop_uid: str) -> Refused:
    return Refused(
        "An instance was refused: more comes in at one time than Station holds. Have it sent "
        "again.",
        OUT_OF_RESOURCES,
        sop_uid,
    )
