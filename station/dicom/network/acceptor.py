"""Takes associations that others ask for, and the instances that come over them.

A thread an association waits for its own socket; nothing is decoded that the sender did not make
wait. What becomes of an instance is for the two who listen: `station.dicom.network.listener`, and
`station.dicom.network.retrieve` as long as a C-MOVE lasts.
"""

import socket
import ssl
import time
from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass, field
from threading import BoundedSemaphore, Event, Lock, Thread, current_thread
from typing import Self

from pynetdicom._globals import ALL_TRANSFER_SYNTAXES
from pynetdicom.presentation import AllStoragePresentationContexts

from station.dicom.network import wire
from station.dicom.network.asking import UNCOMPRESSED, VERIFICATION
from station.dicom.network.association import require_aet
from station.dicom.network.inbox import LARGEST_INSTANCE, Refused, collected, file_head
from station.dicom.network.wire import Command, Lost, Proposal, Verb
from station.pacs import LISTENER_PORT, Failure, PacsError
from station.whole_file import FREE_SPACE_KEPT

LOOPBACK = "127.0.0.1"
CONNECTIONS = 1024
"""That may be open at once before they became associations; others are closed at once"""
ACCEPT_S = 0.1
"""How often it is asked whether to go on listening"""
BUSY_S = 0.05
STORED, UNKNOWN_VERB, FAILED = 0x0000, 0x0211, 0x0110  # PS3.7 annex C
MAX_REPORT_BYTES = 64 << 20

STORAGE = tuple(
    Proposal(str(context.abstract_syntax), tuple(map(str, ALL_TRANSFER_SYNTAXES)))
    for context in AllStoragePresentationContexts
)
ECHO = Proposal(VERIFICATION, UNCOMPRESSED)


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


@dataclass
class Visit:
    """One association."""

    number: int
    sender: str = ""
    """AE title"""
    studies: dict[str, None] = field(default_factory=dict[str, None])
    """UIDs of those that come over it"""
    problems: list[Failure] = field(default_factory=list[Failure])
    """Of instances that were refused, until they are reported"""


class Acceptor(ABC):
    """Listens once `start` was called, until `stop`."""

    def __init__(
        self,
        *,
        aet: str,
        host: str = LOOPBACK,
        port: int = LISTENER_PORT,
        limits: Limits | None = None,
        tls: ssl.SSLContext | None = None,
        proposals: Sequence[Proposal] = (ECHO, *STORAGE),
    ) -> None:
        """`port` 0: the system chooses. Raises PacsError where `aet` cannot be an AE title."""
        require_aet(aet, "under which Station listens")
        self.port = port
        self.limits = limits or Limits()
        self.stopping = Event()
        self.lock = Lock()
        """Of what the threads of associations share"""
        self._aet = aet.strip()
        self._host = host
        self._tls = tls
        self._proposals = proposals
        self._server: socket.socket | None = None
        self._accepting: Thread | None = None
        self._slots = BoundedSemaphore(self.limits.associations)
        self._threads: set[Thread] = set()
        self._in_memory = 0
        self._next_at: dict[str, float] = {}
        self._number = 0

    # --- what becomes of what comes, in the thread of its association ---------------------------

    @abstractmethod
    def may_call(self, calling: str, address: str) -> bool:
        """Whether an AE title at an address may open an association."""

    @abstractmethod
    def keep(self, content: bytes, sop_uid: str, sop_class: str, visit: Visit) -> None:
        """Keep an instance, the file of which is `content`. Raises Refused."""

    @abstractmethod
    def refuse(self, refused: Refused, visit: Visit) -> None:
        """Hear of an instance that was not kept."""

    def report(self, data: bytes, context: tuple[str, str]) -> int:
        """The status for an N-EVENT-REPORT that came in a context: SOP class, transfer syntax."""
        return FAILED

    @abstractmethod
    def while_waiting(self, visit: Visit) -> None:
        """Called again and again while nothing comes."""

    @abstractmethod
    def ended(self, visit: Visit, half: str) -> None:
        """Hear that an association ended: in order, or with a sentence why not."""

    # --- connections --------------------------------------------------------------------------

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
        self.stopping.clear()
        self._accepting = Thread(
            target=self._accept, args=(self._server,), name="Listener", daemon=True
        )
        self._accepting.start()

    def stop(self) -> None:
        """End every association after the instance that it is about, and report what came."""
        self.stopping.set()
        if self._accepting is not None:
            self._accepting.join()
            self._accepting = None
        while True:
            with self.lock:
                thread = next(iter(self._threads), None)
            if thread is None:
                break
            thread.join()

    @property
    def is_busy(self) -> bool:
        """Whether somebody is connected."""
        return bool(self._threads)

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *raised: object) -> None:
        self.stop()

    def _accept(self, server: socket.socket) -> None:
        with server:
            while not self.stopping.is_set():
                try:
                    connection, address = server.accept()
                except TimeoutError:
                    continue
                except OSError:  # too many open files, or a client that left already
                    time.sleep(BUSY_S)
                    continue
                thread = Thread(target=self._serve, args=(connection, str(address[0])), daemon=True)
                with self.lock:
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
        with self.lock:
            self._number += 1
            number = self._number
        try:
            self._associate(connection, address, number)
        except (Lost, OSError):
            pass  # it never became an association; what was in one has been reported
        finally:
            connection.close()
            with self.lock:
                self._threads = self._threads - {current_thread()}

    def _associate(self, connection: socket.socket, address: str, number: int) -> None:
        limits = self.limits
        if self._tls is not None:
            connection.settimeout(limits.negotiation_s)
            connection = self._tls.wrap_socket(connection, server_side=True)
        visit = Visit(number)
        line = wire.Line(
            connection,
            f"The sender at {address}",
            limits.silence_s,
            lambda: self._waiting(visit),
        )
        line.until = time.monotonic() + limits.negotiation_s
        asked = wire.read_request(line)
        if not self._slots.acquire(blocking=False):
            _reject(line, wire.Reject.CONGESTION)
            return
        try:
            if asked.called != self._aet:
                _reject(line, wire.Reject.CALLED)
            elif not self.may_call(asked.calling, address):
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

    def _converse(self, line: wire.Line, visit: Visit) -> None:
        half = "Station could not go on."
        try:
            while (command := line.command()) is not None:
                self._answer(line, command, visit)
                if self.stopping.is_set():
                    raise Lost("Station stopped listening.")
            line.released()
            half = ""
        except Lost as error:
            half = str(error)
            line.abort()
        finally:
            self.ended(visit, half)

    def _waiting(self, visit: Visit) -> None:
        if self.stopping.is_set():
            raise Lost("Station stopped listening.")
        self.while_waiting(visit)

    def _answer(self, line: wire.Line, command: Command, visit: Visit) -> None:
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

    def _store(self, line: wire.Line, command: Command, visit: Visit) -> int:
        """The status for an instance. Raises Lost; then nothing of it is kept.

        No words go with it: they would name a folder of this computer.
        """
        sop_uid = command.text(wire.Tag.AFFECTED_INSTANCE)
        sop_class, syntax = line.contexts[command.context]
        held = 0

        def hold(size: int) -> bool:
            nonlocal held
            has_room = self._hold(size)
            held += size * has_room
            return has_room

        try:
            data = collected(line.dataset(), sop_uid, self.limits.instance_bytes, hold)
            self._slow_down(visit.sender)
            self.keep(
                b"".join((file_head(sop_class, sop_uid, syntax), data)), sop_uid, sop_class, visit
            )
        except Refused as error:
            self.refuse(error, visit)
            return error.status
        finally:
            self._hold(-held)
        return STORED

    def _report(self, line: wire.Line, command: Command) -> int:
        data = bytearray()
        for piece in line.dataset():
            data += piece
            if len(data) > MAX_REPORT_BYTES:
                raise wire.Nonsense(f"{line.who} sent a report of an absurd length.")
        return self.report(bytes(data), line.contexts[command.context])

    def _hold(self, size: int) -> bool:
        """Take `size` bytes of memory for what comes in; whether there are as many."""
        with self.lock:
            if size > 0 and self._in_memory + size > self.limits.in_memory_bytes:
                return False
            self._in_memory += size
            return True

    def _slow_down(self, sender: str) -> None:
        """Let a sender wait until its next instance is due."""
        with self.lock:
            now = time.monotonic()
            due = max(self._next_at.get(sender, 0.0), now - 1.0)
            self._next_at[sender] = due + 1.0 / self.limits.instances_per_s
        if due > now:
            self.stopping.wait(due - now)


def _reject(line: wire.Line, why: wire.Reject) -> None:
    line.write(why.pdu)
