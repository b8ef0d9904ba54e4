"""The DICOM upper layer (PS3.8) in the thread of whoever uses it.

pynetdicom encodes what associations are negotiated with, and negotiates. Its reactor is left out:
it looks for work every millisecond in two threads an association, can take a reply that its caller
waits for, and collects what comes in memory, however large it is. Here a thread waits for its own
socket, and datasets pass in the pieces in which they come.
"""

import socket
import ssl
import struct
import time
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from enum import IntEnum
from typing import cast

from pydicom.uid import UID
from pynetdicom.pdu import A_ASSOCIATE_AC, A_ASSOCIATE_RQ
from pynetdicom.pdu_primitives import (
    A_ASSOCIATE,
    ImplementationClassUIDNotification,
    ImplementationVersionNameNotification,
    MaximumLengthNotification,
    SCP_SCU_RoleSelectionNegotiation,
)
from pynetdicom.presentation import PresentationContext, negotiate_as_acceptor

from station.dicom.attributes import PARSE_ERRORS
from station.dicom.network.association import (
    PATIENCE,
    QUICK_ACK,
    BrokenOff,
    Patience,
    connect,
    expects_tls,
    place,
    rejected,
    require_aet,
    speaks_tls,
)
from station.dicom.network.tls import tls_problem
from station.dicom.save import uid_of
from station.pacs import PacsError, Server

APPLICATION_CONTEXT = "1.2.840.10008.3.1.1.1"
"""PS3.7 A.2.1"""
IMPLEMENTATION_VERSION = "STATION"
MAX_CONTEXTS = 128
"""Of one association: their numbers are odd and fit one byte (PS3.8 9.3.2.2)"""
MAX_PDU_BYTES = 128 << 10
"""Of the data of one PDU: from a peer, and to one that sets no limit"""
MAX_NEGOTIATION_BYTES = 1 << 20
"""Of an association request or its answer: 128 contexts take some 20 kB"""
MAX_COMMAND_BYTES = 64 << 10
SLOW_SILENCES, SLOWEST_BYTES_PER_S = 4, 1000
"""How long a PDU may take once it has begun: so many silences, and its bytes at this rate. A peer
that lets it drip would keep its place for ever"""
WRITE_BYTES = 1 << 20
"""Handed to the system at once"""
TICK_S = 0.5
"""How often a wait is interrupted to ask whether it should go on"""

PDU = struct.Struct(">BxL")
PDV = struct.Struct(">LBB")
ELEMENT = struct.Struct("<HHL")
IS_COMMAND, IS_LAST = 1, 2  # PS3.8 E.2
NO_DATASET = 0x0101  # PS3.7 9.3
TRANSIENT = 2  # PS3.8 9.3.4, result


class Kind(IntEnum):
    """Of a PDU (PS3.8 9.3.1)."""

    ASSOCIATE_RQ = 1
    ASSOCIATE_AC = 2
    ASSOCIATE_RJ = 3
    DATA = 4
    RELEASE_RQ = 5
    RELEASE_RP = 6
    ABORT = 7


class Tag(IntEnum):
    """Elements of a command (PS3.7 E.1), as their numbers in group 0000."""

    AFFECTED_CLASS = 0x0002
    REQUESTED_CLASS = 0x0003
    COMMAND = 0x0100
    MESSAGE_ID = 0x0110
    ANSWERED_ID = 0x0120
    DESTINATION = 0x0600
    PRIORITY = 0x0700
    DATASET_TYPE = 0x0800
    STATUS = 0x0900
    COMMENT = 0x0902
    AFFECTED_INSTANCE = 0x1000
    REQUESTED_INSTANCE = 0x1001
    EVENT_TYPE = 0x1002
    ACTION_TYPE = 0x1008
    REMAINING = 0x1020
    COMPLETED = 0x1021
    FAILED = 0x1022
    WARNED = 0x1023


UIDS = {
    Tag.AFFECTED_CLASS,
    Tag.REQUESTED_CLASS,
    Tag.AFFECTED_INSTANCE,
    Tag.REQUESTED_INSTANCE,
}


class Verb(IntEnum):
    """Of a command (PS3.7 E.1-1); an answer has the highest bit set as well."""

    C_STORE = 0x0001
    C_GET = 0x0010
    C_FIND = 0x0020
    C_MOVE = 0x0021
    C_ECHO = 0x0030
    N_EVENT_REPORT = 0x0100
    N_ACTION = 0x0130
    C_CANCEL = 0x0FFF


ANSWER = 0x8000


class Lost(BrokenOff):
    """The connection ended before what was asked for was done; another may succeed."""


class Silent(Lost):
    """The peer says nothing."""


class Aborted(Lost):
    """The peer ended the association in the middle."""


class Nonsense(Lost):
    """What came is not what PS3.8 allows."""


class Busy(PacsError):
    """The peer rejects the association for now, or does not answer to the request for one."""


@dataclass(frozen=True)
class Command:
    """What a peer asks or answers."""

    context: int
    elements: Mapping[int, bytes]

    def number(self, tag: Tag) -> int:
        """0 where there is none."""
        return int.from_bytes(self.elements.get(tag, b"")[:2], "little")

    def text(self, tag: Tag) -> str:
        """Without the character that makes its length even."""
        return self.elements.get(tag, b"").decode("ascii", "replace").rstrip("\0 ")

    @property
    def verb(self) -> int:
        return self.number(Tag.COMMAND)

    @property
    def has_dataset(self) -> bool:
        return self.number(Tag.DATASET_TYPE) != NO_DATASET

    @property
    def has_status(self) -> bool:
        return len(self.elements.get(Tag.STATUS, b"")) == 2


def encoded(elements: Mapping[Tag, int | str]) -> bytes:
    """A command set, implicit VR little endian (PS3.7 6.3.1)."""
    body = bytearray()
    for tag, value in sorted(elements.items()):
        if isinstance(value, int):
            data = value.to_bytes(2, "little")
        else:
            data = value.encode("ascii", "replace")
            data += (b"\0" if tag in UIDS else b" ") * (len(data) % 2)
        body += ELEMENT.pack(0, tag, len(data)) + data
    return ELEMENT.pack(0, 0, 4) + struct.pack("<L", len(body)) + bytes(body)


def decoded(data: bytes) -> dict[int, bytes]:
    """The elements of a command set. Raises ValueError where it is none."""
    elements: dict[int, bytes] = {}
    at = 0
    while at < len(data):
        if len(data) - at < ELEMENT.size:
            raise ValueError("the command is cut off")
        group, tag, length = ELEMENT.unpack_from(data, at)
        at += ELEMENT.size
        if group != 0 or length > len(data) - at:
            raise ValueError("the command is damaged")
        elements[tag] = data[at : at + length]
        at += length
    return elements


def unhurried() -> None:
    """A wait that nobody interrupts."""


class Line:
    """A connection over which PDUs pass; it is given up after a silence, or if it only drips, and
    never after a time."""

    def __init__(
        self,
        connection: socket.socket,
        who: str,
        silence_s: float = PATIENCE.answer_s,
        tick: Callable[[], None] = unhurried,
    ) -> None:
        """`who`: what sentences call the peer. `tick` is called while waiting, and may raise."""
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        connection.settimeout(min(TICK_S, silence_s))
        self._connection = connection
        self.who = who
        self.silence_s = silence_s
        self.tick = tick
        """Called while waiting; may raise"""
        self.release_s = silence_s
        """For the answer to a release"""
        self._pieces: deque[tuple[int, int, memoryview]] = deque()
        self.their_max = MAX_PDU_BYTES
        """Of one PDU's data that the peer takes, bytes"""
        self.contexts: dict[int, tuple[str, str]] = {}
        """SOP class and transfer syntax of each context that was agreed"""
        self.until: float | None = None
        """When to give the peer up even though it says something, as time.monotonic()"""
        self.heard = 0.0
        """When the peer was last known to be alive, as time.monotonic()"""
        self.at_rest = True
        """Whether nothing has been read or written in part: another message may follow"""

    def close(self) -> None:
        with suppress(OSError):
            self._connection.close()

    # --- bytes --------------------------------------------------------------------------------

    def _wait(self) -> None:
        self.tick()
        now, since = time.monotonic(), self.heard
        if now - since >= self.silence_s or (self.until is not None and now >= self.until):
            raise Silent(f"{self.who} did not answer for {now - since:.0f} s and was given up.")

    def _read(self, count: int) -> memoryview:
        data = bytearray(count)
        view = memoryview(data)
        done, self.heard = 0, time.monotonic()
        begun: float | None = None
        while done < count:
            try:
                received = self._connection.recv_into(view[done:])
                self._confirm()
            except (TimeoutError, ssl.SSLWantReadError):
                self._wait()
                continue
            except OSError as error:
                raise self._ended() from error
            if not received:
                raise self._ended()
            done += received
            self.at_rest = False
            self.heard = time.monotonic()
            begun = begun or self.heard
            if self.heard - begun > SLOW_SILENCES * self.silence_s + count / SLOWEST_BYTES_PER_S:
                raise Silent(f"{self.who} sends too slowly and was given up.")
            if self.until is not None and self.heard >= self.until:
                self._wait()
        return view

    def _confirm(self) -> None:
        """Linux waits 40 ms before it confirms what came, and many senders wait for that."""
        self._connection.setsockopt(socket.IPPROTO_TCP, QUICK_ACK, 1)

    def write(self, *parts: bytes | bytearray | memoryview) -> None:
        """Hand bytes to the peer, waiting while it takes some. Raises Lost."""
        view = memoryview(b"".join(parts))
        done, self.heard = 0, time.monotonic()
        was_at_rest, self.at_rest = self.at_rest, False
        while done < len(view):
            try:
                done += self._connection.send(view[done:])
            except (TimeoutError, ssl.SSLWantWriteError):
                self._wait()
                continue
            except OSError as error:
                raise self._ended() from error
            self.heard = time.monotonic()
        self.at_rest = was_at_rest

    def _ended(self) -> Lost:
        return Lost(f"{self.who} ended the connection in the middle.")

    def read_pdu(self, limit: int) -> tuple[int, memoryview]:
        """Kind and content of the next PDU. Raises Lost; `limit`: of its content, bytes."""
        kind, length = PDU.unpack(self._read(PDU.size))
        if not Kind.ASSOCIATE_RQ <= kind <= Kind.ABORT:
            raise Nonsense(f"{self.who} does not speak DICOM at this port.")
        if length > limit:
            raise Nonsense(f"{self.who} sends more at once ({length} bytes) than was agreed.")
        content = self._read(length)
        if kind == Kind.ABORT:
            raise Aborted(f"{self.who} aborted the association.")
        return kind, content

    # --- messages -----------------------------------------------------------------------------

    def send(
        self, context: int, command: Mapping[Tag, int | str], dataset: bytes | memoryview = b""
    ) -> None:
        """A command and its dataset, which is already encoded as the context wants. Raises Lost."""
        kind = NO_DATASET if not dataset else 0
        header = encoded({**command, Tag.DATASET_TYPE: kind})
        parts: list[bytes | memoryview] = []
        size = 0
        for flags, data in ((IS_COMMAND, memoryview(header)), (0, memoryview(dataset))):
            step = self.their_max - PDV.size
            for at in range(0, len(data), step):
                piece = data[at : at + step]
                last = IS_LAST if at + step >= len(data) else 0
                parts += (
                    PDU.pack(Kind.DATA, len(piece) + PDV.size)
                    + PDV.pack(len(piece) + 2, context, flags | last),
                    piece,
                )
                size += len(piece)
                if size >= WRITE_BYTES:
                    self.write(*parts)
                    parts, size = [], 0
        self.write(*parts)

    def _piece(self) -> tuple[int, int, memoryview] | None:
        """Context, flags and data of the next piece; None: the peer releases the association."""
        while not self._pieces:
            kind, content = self.read_pdu(MAX_PDU_BYTES)
            if kind == Kind.RELEASE_RQ:
                return None
            if kind != Kind.DATA:
                raise Nonsense(f"{self.who} sent something that has no place in an association.")
            at = 0
            while at < len(content):
                if len(content) - at < PDV.size:
                    raise Nonsense(f"{self.who} sent a damaged message.")
                length, context, flags = PDV.unpack_from(content, at)
                end = at + 4 + length
                if length < 2 or end > len(content):
                    raise Nonsense(f"{self.who} sent a damaged message.")
                self._pieces.append((context, flags, content[at + PDV.size : end]))
                at = end
        return self._pieces.popleft()

    def command(self) -> Command | None:
        """The next command; None: the peer asks to release the association. Raises Lost."""
        data = bytearray()
        self.at_rest = True
        while True:
            piece = self._piece()
            if piece is None:
                return None
            context, flags, content = piece
            data += content
            if not flags & IS_COMMAND or len(data) > MAX_COMMAND_BYTES:
                raise Nonsense(f"{self.who} sent a damaged message.")
            if flags & IS_LAST:
                break
        if context not in self.contexts:
            raise Nonsense(f"{self.who} uses a presentation context that was not agreed.")
        try:
            command = Command(context, decoded(bytes(data)))
        except ValueError as error:
            raise Nonsense(f"{self.who} sent a damaged message: {error}.") from error
        self.at_rest = not command.has_dataset
        return command

    def dataset(self) -> Iterator[memoryview]:
        """The pieces of the dataset that follows the last command. Raises Lost."""
        while True:
            piece = self._piece()
            if piece is None or piece[1] & IS_COMMAND:
                raise Nonsense(f"{self.who} sent no dataset where one was announced.")
            if is_last := bool(piece[1] & IS_LAST):
                self.at_rest = True
            yield piece[2]
            if is_last:
                return

    # --- ends ---------------------------------------------------------------------------------

    def release(self) -> None:
        """End the association in order, or else with an abort."""
        self.tick = unhurried
        self.until = time.monotonic() + self.release_s
        try:
            self.write(PDU.pack(Kind.RELEASE_RQ, 4), bytes(4))
            while self.read_pdu(MAX_PDU_BYTES)[0] != Kind.RELEASE_RP:
                pass
        except Lost:
            self.abort()
        self.close()

    def released(self) -> None:
        """Agree to the peer's wish to end the association."""
        with suppress(PacsError, OSError):
            self.write(PDU.pack(Kind.RELEASE_RP, 4), bytes(4))
        self.close()

    def abort(self) -> None:
        with suppress(OSError):
            self._connection.settimeout(0)
            self._connection.send(PDU.pack(Kind.ABORT, 4) + bytes(4))
        self.close()


# --- negotiation --------------------------------------------------------------------------------


@dataclass(frozen=True)
class Proposal:
    """A presentation context to be agreed."""

    sop_class: str
    syntaxes: tuple[str, ...]
    as_scp: bool = False
    """Whether the one that proposes it wants to be the SCP"""


class Refusal(IntEnum):
    """Why a presentation context was not agreed (PS3.8 9.3.3.2)."""

    BY_USER = 1
    NO_REASON = 2
    CLASS = 3
    SYNTAX = 4


def open_line(
    server: Server,
    proposals: Sequence[Proposal],
    patience: Patience = PATIENCE,
    tick: Callable[[], None] = unhurried,
) -> tuple[Line, dict[int, Refusal]]:
    """An association with a server, and why contexts were not agreed, by their numbers.

    `Line.contexts` has those that were, perhaps none; contexts are numbered 1, 3… as proposed.
    Raises PacsError with the sentence of what is wrong: `is_passing` says whether to try again.
    """
    assert 0 < len(proposals) <= MAX_CONTEXTS
    require_aet(server.called_aet, f"of {server.name}")
    require_aet(server.calling_aet, f"that Station uses with {server.name}")
    line = Line(connect(server, patience), place(server), patience.associate_s, tick)
    line.release_s = patience.release_s
    try:
        refusals = _request(line, server, proposals, patience)
        line.silence_s = patience.answer_s
        return line, refusals
    except BaseException:  # Cancelled and KeyboardInterrupt too
        line.abort()
        raise


def is_passing(error: PacsError) -> bool:
    """Whether what a connection failed for may be over when it is tried again."""
    if isinstance(error, Nonsense):
        return False
    return isinstance(error, BrokenOff | Busy) or isinstance(
        error.__cause__, ConnectionError | TimeoutError
    )


def _request(
    line: Line, server: Server, proposals: Sequence[Proposal], patience: Patience
) -> dict[int, Refusal]:
    asked = A_ASSOCIATE()
    asked.application_context_name = UID(APPLICATION_CONTEXT)
    asked.called_ae_title = server.called_aet
    asked.calling_ae_title = server.calling_aet
    contexts: list[PresentationContext] = []
    for number, proposal in enumerate(proposals):
        context = PresentationContext()
        context.context_id = 2 * number + 1
        context.abstract_syntax = UID(proposal.sop_class)
        context.transfer_syntax = list(proposal.syntaxes)
        contexts.append(context)
    asked.presentation_context_definition_list = contexts
    as_scp = dict.fromkeys(proposal.sop_class for proposal in proposals if proposal.as_scp)
    asked.user_information = [
        *_ourselves(),
        *(_role(sop_class, scu=False, scp=True) for sop_class in as_scp),
    ]
    try:
        with suppress(Lost):  # why it ended is read
            line.write(A_ASSOCIATE_RQ(asked).encode())
        kind, content = line.read_pdu(MAX_NEGOTIATION_BYTES)
    except Lost as error:
        raise _why_not(error, server, patience) from error
    if kind == Kind.ASSOCIATE_RJ:
        result, source, reason = content[1:4] if len(content) == 4 else (1, 0, 0)
        error = rejected(server, source, reason)
        raise Busy(str(error)) if result == TRANSIENT else error
    try:
        if kind != Kind.ASSOCIATE_AC:
            raise ValueError("no answer to a request")
        answer = A_ASSOCIATE_AC()
        answer.decode(PDU.pack(kind, len(content)) + bytes(content))
        agreed = answer.to_primitive()
        line.their_max = _usable(agreed.maximum_length_received)
        refusals: dict[int, Refusal] = {}
        if not agreed.presentation_context_definition_results_list:
            raise ValueError("no answer to any context")
        for context in agreed.presentation_context_definition_results_list:
            number = int(context.context_id or 0)
            if not number % 2 or number // 2 >= len(proposals):
                raise ValueError("an unknown context")
            if context.result == 0:
                proposal, syntax = proposals[number // 2], str(context.transfer_syntax[0])
                if syntax not in proposal.syntaxes:
                    raise ValueError("a transfer syntax that was not proposed")
                line.contexts[number] = proposal.sop_class, syntax
            else:
                refusals[number] = Refusal(int(context.result or Refusal.NO_REASON))
    except PARSE_ERRORS as error:
        raise Nonsense(
            f"{line.who} answered the request for an association with something that is not valid "
            "DICOM. Check the port."
        ) from error
    return refusals


def _why_not(error: Lost, server: Server, patience: Patience) -> PacsError:
    """The sentence about a request for an association that was not answered."""
    who = place(server)
    if isinstance(error.__cause__, ssl.SSLError):
        return tls_problem(error.__cause__, who)
    if isinstance(error, Silent):
        return Busy(
            f"{who} takes the connection but does not answer as a DICOM server within "
            f"{patience.associate_s:.0f} s. Check the port and whether it expects TLS."
        )
    if isinstance(error, Aborted):
        return Aborted(
            f"{who} aborted Station's request for an association. Its log says why; check both AE "
            "titles."
        )
    if server.tls is None and speaks_tls(server, patience):
        return expects_tls(who)
    if isinstance(error, Nonsense):
        return Nonsense(
            f"Something other than a DICOM server answers at {server.host}:{server.port}. Check "
            f"the port of {server.name}: its web port is another one."
        )
    return Lost(
        f"{who} closed the connection instead of answering. Check the port, whether it expects "
        "TLS, and whether it accepts this computer."
    )


def _ourselves() -> list[object]:
    size = MaximumLengthNotification()
    size.maximum_length_received = MAX_PDU_BYTES
    implementation = ImplementationClassUIDNotification()
    implementation.implementation_class_uid = UID(uid_of("implementation"))
    version = ImplementationVersionNameNotification()
    version.implementation_version_name = IMPLEMENTATION_VERSION
    return [size, implementation, version]


def _role(sop_class: str, *, scu: bool, scp: bool) -> SCP_SCU_RoleSelectionNegotiation:
    role = SCP_SCU_RoleSelectionNegotiation()
    role.sop_class_uid = UID(sop_class)
    role.scu_role = scu
    role.scp_role = scp
    return role


def _usable(their_max: int | None) -> int:
    """0: no limit (PS3.8 D.1). Below any sense: as little as may still be sent."""
    return min(max(their_max or MAX_PDU_BYTES, 256), MAX_PDU_BYTES)


@dataclass(frozen=True)
class Asked:
    """The request for an association that a listener has read."""

    called: str
    calling: str
    request: A_ASSOCIATE


class Reject(IntEnum):
    """Why an association is rejected: result, source and reason (PS3.8 9.3.4) in one number."""

    CALLING = 0x010103
    CALLED = 0x010107
    CONGESTION = 0x020301

    @property
    def pdu(self) -> bytes:
        return PDU.pack(Kind.ASSOCIATE_RJ, 4) + self.to_bytes(4, "big")


def read_request(line: Line) -> Asked:
    """The request with which a peer begins. Raises Lost."""
    kind, content = line.read_pdu(MAX_NEGOTIATION_BYTES)
    try:
        if kind != Kind.ASSOCIATE_RQ:
            raise ValueError("no request")
        pdu = A_ASSOCIATE_RQ()
        pdu.decode(PDU.pack(kind, len(content)) + bytes(content))
        asked = pdu.to_primitive()
        line.their_max = _usable(asked.maximum_length_received)
        called, calling = asked.called_ae_title or "", asked.calling_ae_title or ""
        return Asked(called.strip(), calling.strip(), asked)
    except PARSE_ERRORS as error:
        raise Nonsense(f"{line.who} does not begin with a request for an association.") from error


def accept(line: Line, asked: Asked, proposals: Sequence[Proposal]) -> None:
    """Agree to those contexts of a request that `proposals` have. Raises Lost.

    `as_scp` of a proposal: the peer is to be the SCP.
    """
    known: list[PresentationContext] = []
    try:
        roles: dict[UID, tuple[bool | None, bool | None]] = {}
        informed = cast(Sequence[object], asked.request.user_information)  # pyright: ignore[reportUnknownMemberType]
        for item in informed:
            if isinstance(item, SCP_SCU_RoleSelectionNegotiation) and item.sop_class_uid:
                roles[item.sop_class_uid] = bool(item.scu_role), bool(item.scp_role)
        wanted_syntaxes: dict[str, set[str]] = {}
        for context in asked.request.presentation_context_definition_list:
            syntaxes = wanted_syntaxes.setdefault(str(context.abstract_syntax), set())
            syntaxes.update(map(str, context.transfer_syntax))
        for proposal in proposals:
            # Only what is asked for: hundreds of contexts take a tenth of a second to make.
            syntaxes = wanted_syntaxes.get(proposal.sop_class, set())
            supported = [UID(syntax) for syntax in proposal.syntaxes if syntax in syntaxes]
            if proposal.sop_class not in wanted_syntaxes:
                continue
            context = PresentationContext()
            context.abstract_syntax = UID(proposal.sop_class)
            context.transfer_syntax = [*(supported or [UID(proposal.syntaxes[0])])]
            if proposal.as_scp:
                # A peer that wants to report without having asked for the role is heard as well.
                wanted = roles.get(UID(proposal.sop_class))
                if wanted is not None and wanted[1]:
                    context.scu_role, context.scp_role = False, True
            known.append(context)
        results, answers = negotiate_as_acceptor(
            asked.request.presentation_context_definition_list, known, roles
        )
        for context in results:
            if context.result == 0:
                line.contexts[int(context.context_id or 0)] = (
                    str(context.abstract_syntax),
                    str(context.transfer_syntax[0]),
                )
        answer = A_ASSOCIATE()
        answer.application_context_name = UID(APPLICATION_CONTEXT)
        answer.called_ae_title = asked.request.called_ae_title
        answer.calling_ae_title = asked.request.calling_ae_title
        answer.result, answer.result_source = 0, 1
        answer.presentation_context_definition_results_list = results
        answer.user_information = [*_ourselves(), *answers]
        pdu = A_ASSOCIATE_AC(answer).encode()
    except PARSE_ERRORS as error:
        raise Nonsense(f"{line.who} asks for contexts that make no sense.") from error
    line.write(pdu)
