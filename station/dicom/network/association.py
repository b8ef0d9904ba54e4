"""An association with a server: opened, used, closed; or a sentence that says why not.

pynetdicom connects in a thread of its own and says of most failures only that there is no
association. Here the connection is made first, so that each failure is known, and pynetdicom gets
it. Its reactor is never started: it takes messages from the same queue as the caller and now and
then takes a reply that was meant for the caller (7 of 2,000 sends were lost that way).
"""

# pynetdicom's messages and handlers have no types of their own.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false

import logging
import socket
import ssl
import threading
import time
from collections.abc import Callable, Generator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from enum import Enum
from queue import Empty
from selectors import EVENT_READ, DefaultSelector
from struct import pack
from typing import Any

from pydicom.dataset import Dataset
from pynetdicom import _config, evt
from pynetdicom._globals import MODE_REQUESTOR
from pynetdicom.ae import ApplicationEntity
from pynetdicom.association import Association as _Association
from pynetdicom.dimse import DIMSEServiceProvider
from pynetdicom.dimse_primitives import C_STORE
from pynetdicom.fsm import InvalidEventError
from pynetdicom.pdu_primitives import (
    A_ASSOCIATE,
    A_P_ABORT,
    P_DATA,
    SCP_SCU_RoleSelectionNegotiation,
)
from pynetdicom.presentation import PresentationContext, build_context
from pynetdicom.transport import T_CONNECT, AddressInformation, AssociationSocket

from station.dicom.attributes import PARSE_ERRORS
from station.dicom.header import lenient
from station.dicom.network.tls import client_context, tls_problem
from station.pacs import PacsError, Server

# Its loggers and default handlers write whole identifiers, names of patients among them.
_config.LOG_HANDLER_LEVEL = "none"
_config.LOG_REQUEST_IDENTIFIERS = False
_config.LOG_RESPONSE_IDENTIFIERS = False
logging.getLogger("pynetdicom").setLevel(logging.CRITICAL)
logging.getLogger("pynetdicom").propagate = False

LONGEST_PDU = 131072
"""Bytes of a PDU that Station receives: the most that dcmtk sends. PS3.8 D.1"""
PDU_REFUSED = 4 * 1024**2
"""Bytes of a PDU header's claim that nobody means; a reply to 128 contexts is far below"""
LONGEST_MESSAGE = 2 * 1024**3
"""Bytes of one message: the longest pixel data of a short form in an element (PS3.5 7.1)"""
PDU_TYPES = range(1, 8)  # PS3.8 9.3.1
QUICK_ACK = getattr(socket, "TCP_QUICKACK", socket.TCP_NODELAY)  # only Linux has it
TLS_ALERT = 0x15  # The first byte of a TLS server's answer to what is not TLS. RFC 8446 5.1
VERIFICATION = "1.2.840.10008.1.1"  # PS3.4 A.4
C_STORE_RSP, NO_DATA_SET, CLASS_REFUSED = 0x8001, 0x0101, 0x0122  # PS3.7 E.1, C.5.6
AET_LENGTH = 16  # PS3.5 6.2
CONTEXTS = 128  # PS3.8 9.3.2: odd numbers of a byte
LOOP_S = 0.02
"""How often a connection looks whether it is to end, while nothing comes or goes"""
GLANCE_S = 0.1
"""How often a wait looks up, to see whether it was cancelled"""
ENDING_S = 1.0
"""For the goodbye of an association that is broken off"""


@dataclass(frozen=True)
class Patience:
    """How long Station waits in seconds. Each is a silence: never the length of a transfer."""

    connect_s: float = 10.0
    """For the connection and the TLS handshake"""
    associate_s: float = 15.0
    """For the answer to the request for an association"""
    answer_s: float = 60.0
    """Without a byte in either direction, within an association"""
    release_s: float = 5.0
    """For the answer to a release; after it the association is aborted"""


PATIENCE = Patience()


class BrokenOff(PacsError):
    """An association ended before the answer came. Worth trying once more."""


class Ending(Enum):
    """Why there is no answer."""

    SILENT = "silent"
    ABORTED = "aborted"
    CLOSED = "closed"
    INVALID = "invalid"


def place(server: Server) -> str:
    """A server as sentences name it."""
    return f"{server.name} ({server.host}:{server.port})"


class Connection(AssociationSocket):
    """A connected socket as pynetdicom uses it, that is silent for `silence_s` at the longest.

    It has no limit on the number of open files (`select` stops at 1024), reads more than 4 KiB at a
    time, never waits without end within a PDU, and remembers why it ended.
    """

    def __init__(
        self,
        association: _Association,
        connected: socket.socket,
        silence_s: float,
        *,
        requested: bool = True,
    ) -> None:
        super().__init__(association, client_socket=connected)
        self.event_queue.get_nowait()  # Evt5 is for acceptors, who have it already
        if requested:  # not before `connect`
            self._is_connected = False
            self._ready.clear()
        connected.settimeout(silence_s)
        with suppress(OSError):  # the other side may have closed already
            connected.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.silence_s = silence_s
        self.heard = time.monotonic()
        """When the last byte went in either direction"""
        self.closed = False
        self.stalled = False
        """Nothing came within a PDU that had begun, or nothing was taken"""
        self.is_invalid = False
        """Something came that is not valid DICOM"""
        self.fault: OSError | None = None
        self.greeting = b""
        """The first bytes of the other side"""
        self._wrapped = connected
        self._waker, self._woken = socket.socketpair()
        self._selector = DefaultSelector()
        for end in (self._waker, self._woken):
            end.setblocking(False)
        for watched in (connected, self._woken):
            self._selector.register(watched, EVENT_READ)

    def connect(self, primitive: T_CONNECT) -> None:
        """Confirm the connection that was there before."""
        self._is_connected = True
        own = self._wrapped.getsockname()
        self.assoc.requestor.address_info = AddressInformation.from_tuple(own)
        evt.trigger(self.assoc, evt.EVT_CONN_OPEN, {"address": primitive.address_info.as_tuple})
        primitive.result = "Evt2"
        self.provider_queue.put(primitive)
        self._ready.set()

    @property
    def ready(self) -> bool:
        """Whether there is something to read; waits for it, or for `wake`, a moment."""
        if self.socket is None or not self._is_connected:
            return False
        is_ending = self.assoc.dul.state_machine.current_state == "Sta13"
        try:
            if isinstance(self.socket, ssl.SSLSocket) and self.socket.pending():
                return True
            self._confirm()
            came = [key.fileobj for key, _ in self._selector.select(0 if is_ending else LOOP_S)]
            if self._woken in came:
                self._woken.recv(4096)
            return self._wrapped in came
        except (OSError, ValueError, RuntimeError):
            self.closed = True
            self.event_queue.put("Evt17")  # the connection is closed
            return False

    def wake(self) -> None:
        """End the wait of `ready`: there is something to send."""
        with suppress(OSError):  # it is full, or over
            self._waker.send(b"1")

    def _confirm(self) -> None:
        """Linux waits 40 ms before it confirms what came; many senders wait for that."""
        self._wrapped.setsockopt(socket.IPPROTO_TCP, QUICK_ACK, 1)

    def recv(self, nr_bytes: int) -> bytearray:
        """All `nr_bytes`, or fewer where the connection ends. Raises OSError."""
        if nr_bytes > PDU_REFUSED:
            raise OSError("A PDU of an absurd length")
        received = bytearray(nr_bytes)
        view, at = memoryview(received), 0
        while at < nr_bytes:
            try:
                count = self._wrapped.recv_into(view[at:])
                self._confirm()
            except OSError as error:
                self._ended(error)
                raise
            if not count:
                self.closed = True
                break
            at += count
            self.heard = time.monotonic()
        view.release()
        del received[at:]
        if not self.greeting:
            self.greeting = bytes(received[:6])
        return received

    def send(self, bytestream: bytes) -> None:
        view, at = memoryview(bytestream), 0
        try:
            while at < len(view):
                at += self._wrapped.send(view[at:])
                self.heard = time.monotonic()
        except OSError as error:
            self._ended(error)
            self.event_queue.put("Evt17")

    def _ended(self, error: OSError) -> None:
        self.fault = self.fault or error
        self.stalled = self.stalled or isinstance(error, TimeoutError)
        self.closed = True

    def shut(self) -> None:
        with suppress(OSError):
            self._wrapped.shutdown(socket.SHUT_RDWR)
        with suppress(OSError):
            self._wrapped.close()
        self._waker.close()
        self._woken.close()
        self._selector.close()

    def _shutdown_socket(self) -> None:
        self.shut()


class Messages(DIMSEServiceProvider):
    """Waits for messages as long as bytes come or go, and refuses those that are too long."""

    def __init__(self, association: _Association, longest: int = LONGEST_MESSAGE) -> None:
        super().__init__(association)
        self.longest = longest
        self.silent = False
        self.waiting: Callable[[], None] = lambda: None
        """Called before a wait and again and again during it; raises `Cancelled` to end it"""

    @property
    def _connection(self) -> Connection:
        connection = self.assoc.dul.socket
        assert isinstance(connection, Connection)
        return connection

    def get_msg(self, block: bool = False) -> Any:
        if not block:
            return super().get_msg(block=False)
        self.waiting()
        begun, connection = time.monotonic(), self._connection
        while True:
            try:
                return self.msg_queue.get(timeout=GLANCE_S)
            except Empty:
                self.waiting()
            if not self.dul.is_alive() and self.msg_queue.empty():
                return None, None
            if time.monotonic() - max(begun, connection.heard) > connection.silence_s:
                self.silent = True
                return None, None

    def receive_primitive(self, primitive: P_DATA) -> None:
        try:
            super().receive_primitive(primitive)
        except PARSE_ERRORS:
            self.message = None
            self.dul.event_queue.put("Evt19")  # an invalid PDU: the association is aborted
        message = self.message
        if message is not None and message.data_set is not None:
            length = message.data_set.tell() + message.encoded_command_set.tell()
            if length > self.longest:
                self.message = None
                self.dul.event_queue.put("Evt19")


def protect(association: _Association) -> None:
    """Have what a stranger sends end the association, where pynetdicom cannot read it."""
    dul = association.dul
    act = dul.state_machine.do_action

    def act_or_end(event: str) -> None:
        connection = dul.socket
        assert isinstance(connection, Connection)
        connection.is_invalid = connection.is_invalid or event == "Evt19"
        try:
            act(event)
        except (InvalidEventError, *PARSE_ERRORS):
            connection.is_invalid = True
            connection.shut()
            dul.kill_dul()
            ended = A_P_ABORT()
            ended.provider_reason = 0x00
            dul.to_user_queue.put(ended)
            association.dimse.msg_queue.put((None, None))

    queue = dul.send_pdu

    def send_at_once(primitive: Any) -> None:
        queue(primitive)
        connection = dul.socket
        assert isinstance(connection, Connection)
        connection.wake()

    dul.state_machine.do_action = act_or_end
    dul.send_pdu = send_at_once
    dul._run_loop_delay = 0  # pyright: ignore[reportPrivateUsage]  `Connection.ready` waits
    dul.daemon = True  # whatever becomes of the other side, Station can be closed


class Association(_Association):
    """An association with a server, without a reactor. Use it within `associated`."""

    def __init__(self, ae: ApplicationEntity, server: Server, patience: Patience) -> None:
        super().__init__(ae, MODE_REQUESTOR)
        self.server = server
        self.patience = patience
        self.ending: Ending | None = None
        self.messages = Messages(self)
        self.dimse = self.messages
        self.acse_timeout = patience.associate_s
        protect(self)
        # What is wrong in an answer is no warning, and no line of a log.
        self._lenience = ExitStack()
        self._lenience.enter_context(lenient())
        self._is_paused = True  # there is no reactor that would have to pause

    @property
    def connection(self) -> Connection:
        connection = self.dul.socket
        assert isinstance(connection, Connection)
        return connection

    def accepts(self, sop_class: str) -> bool:
        """Whether the server accepted a context of this class."""
        return any(context.abstract_syntax == sop_class for context in self.accepted_contexts)

    def no_answer(self, asked: str) -> BrokenOff:
        """Why an empty status came: "C-FIND" was asked and not answered."""
        who, silence_s = place(self.server), self.patience.answer_s
        match self._ended_by():
            case Ending.SILENT:
                return BrokenOff(
                    f"{who} has not answered a {asked} within {silence_s:.0f} s. Try again; if it "
                    "stays silent, ask its administrator."
                )
            case Ending.ABORTED:
                return BrokenOff(
                    f"{who} aborted the association in the middle of a {asked}. Try again; if it "
                    "happens again, its log says why."
                )
            case Ending.CLOSED:
                return BrokenOff(
                    f"{who} closed the connection in the middle of a {asked}. Check the network "
                    "and that the server still runs, then try again."
                )
            case _:
                return BrokenOff(
                    f"{who} answered a {asked} with something that is not valid DICOM. Ask its "
                    "administrator."
                )

    def status(self, answer: Dataset, asked: str) -> int:
        """The status of an answer. Raises BrokenOff where there is none."""
        status = answer.get("Status")
        if not isinstance(status, int):
            raise self.no_answer(asked)
        return status

    def _c_store_scp(self, req: C_STORE) -> None:
        """Take an instance that comes on this association (C-GET): as pynetdicom does, but what
        the handler raises passes, and the answer costs a tenth of the time."""
        number = req._context_id or 1  # pyright: ignore[reportPrivateUsage]
        context = self._accepted_cx.get(number)
        if context is None or context.abstract_syntax != req.AffectedSOPClassUID:
            status = CLASS_REFUSED
        else:
            happened = {"request": req, "context": context.as_tuple}
            status: Any = evt.trigger(self, evt.EVT_C_STORE, happened)
        sop_class, sop_uid = str(req.AffectedSOPClassUID), str(req.AffectedSOPInstanceUID)
        elements = b"".join(
            (
                _command(0x0002, _padded(sop_class)),
                _command(0x0100, pack("<H", C_STORE_RSP)),
                _command(0x0120, pack("<H", req.MessageID or 0)),
                _command(0x0800, pack("<H", NO_DATA_SET)),
                _command(0x0900, pack("<H", status)),
                _command(0x1000, _padded(sop_uid)),
            )
        )
        answer = P_DATA()
        encoded = _command(0x0000, pack("<I", len(elements))) + elements
        answer.presentation_data_value_list.append((number, b"\x03" + encoded))
        self.dul.send_pdu(answer)

    def _ended_by(self) -> Ending:
        return self.ending or Ending.INVALID

    def _handle_no_response(self) -> None:
        connection = self.connection
        if self.messages.silent or connection.stalled:
            self.ending = Ending.SILENT
        else:
            self.dul.join(ENDING_S)  # it says that a message is missing before it says why
            if connection.is_invalid:
                self.ending = Ending.INVALID
            elif self.acse.is_aborted("a-abort"):
                self.ending = Ending.ABORTED
            elif connection.closed:
                self.ending = Ending.CLOSED
        self.break_off()

    def _abort_blocking(self, block: bool = True) -> None:
        """pynetdicom's own way waits without end for a server that no longer reads."""
        self.break_off()

    def kill(self) -> None:
        self._kill = True
        self.is_established = False
        self._stop()

    def break_off(self) -> None:
        """End at once, with an abort where the server still listens."""
        if not self._sent_abort and not self.is_released and self.dul.is_alive():
            self._sent_abort = True
            self.acse.send_abort(0x00)
            evt.trigger(self, evt.EVT_ABORTED, {})
        self.is_established = False
        self._stop()

    def close(self) -> None:
        """Release; abort where the server does not answer to it."""
        if self.is_established:
            self.acse_timeout = self.patience.release_s
            self.release()
        self._stop()

    def _stop(self) -> None:
        if threading.current_thread() is self.dul:
            self.dul.kill_dul()
            return
        until = time.monotonic() + ENDING_S
        while self.dul.is_alive() and time.monotonic() < until:
            if self.dul.state_machine.current_state == "Sta1":
                break
            time.sleep(0.001)
        self.dul.kill_dul()
        if self.dul.socket is not None:
            self.connection.shut()
        if self.dul.is_alive():
            self.dul.join(ENDING_S)
        self._lenience.close()


def _command(number: int, value: bytes) -> bytes:
    """An element of group 0000 in Implicit VR Little Endian. PS3.7 6.3.1"""
    return pack("<HHI", 0x0000, number, len(value)) + value


def _padded(uid: str) -> bytes:
    value = uid.encode("ascii", "replace")
    return value + b"\0" * (len(value) % 2)


@contextmanager
def associated(
    server: Server,
    contexts: Sequence[PresentationContext],
    *,
    roles: Sequence[SCP_SCU_RoleSelectionNegotiation] = (),
    handlers: Sequence[tuple[Any, ...]] = (),
    patience: Patience = PATIENCE,
) -> Generator[Association]:
    """An association with `server`; released at the end of the block, aborted where it raises.

    `contexts`: at most `CONTEXTS`, of which the server accepts at least one. `handlers` are
    pynetdicom's: (event, function[, arguments]). Raises PacsError with what is wrong.
    """
    association = associate(server, contexts, roles=roles, handlers=handlers, patience=patience)
    try:
        yield association
    except BaseException:  # Cancelled and KeyboardInterrupt too
        association.break_off()
        raise
    association.close()


def associate(
    server: Server,
    contexts: Sequence[PresentationContext],
    *,
    roles: Sequence[SCP_SCU_RoleSelectionNegotiation] = (),
    handlers: Sequence[tuple[Any, ...]] = (),
    patience: Patience = PATIENCE,
) -> Association:
    """As `associated`, for who closes it: `Association.close`, `Association.break_off`."""
    assert 0 < len(contexts) <= CONTEXTS
    require_aet(server.called_aet, f"of {server.name}")
    require_aet(server.calling_aet, f"that Station uses with {server.name}")
    ae = ApplicationEntity(server.calling_aet)
    ae.acse_timeout = patience.associate_s
    connected = connect(server, patience)
    association = Association(ae, server, patience)
    association.set_socket(Connection(association, connected, patience.answer_s))
    association.acceptor.ae_title = server.called_aet
    association.acceptor.address_info = AddressInformation.from_tuple(
        (connected.getsockname()[0], server.port)  # a nominal one: the connection is there
    )
    association.requestor.address_info = AddressInformation.from_tuple(connected.getsockname())
    association.requestor.ae_title = server.calling_aet
    association.requestor.maximum_length = LONGEST_PDU
    association.requestor.implementation_class_uid = ae.implementation_class_uid
    association.requestor.implementation_version_name = ae.implementation_version_name
    for role in roles:
        association.requestor.add_negotiation_item(role)
    proposed: list[PresentationContext] = []
    for number, context in enumerate(contexts):
        assert context.abstract_syntax is not None
        own = build_context(context.abstract_syntax, list(context.transfer_syntax))
        own.context_id = 2 * number + 1
        proposed.append(own)
    association.requestor.requested_contexts = proposed
    for handler in handlers:
        association.bind(*handler)
    try:
        association.request()
    except BaseException:
        association.break_off()
        raise
    if not association.is_established:
        error = _why_not(association)
        association.break_off()
        raise error
    return association


def echo(server: Server, patience: Patience = PATIENCE) -> None:
    """Ask a server whether it is there (C-ECHO). Raises PacsError with what is wrong."""
    with associated(server, [build_context(VERIFICATION)], patience=patience) as association:
        status = association.status(association.send_c_echo(), "C-ECHO")
    if status:
        raise PacsError(
            f"{place(server)} answered a C-ECHO with status {status:04X}, not with success. "
            "Ask its administrator whether it is in order."
        )


def require_aet(title: str, whose: str) -> None:
    """Raise PacsError where an AE title is not one (PS3.5 6.2)."""
    if not title.strip():
        raise PacsError(f"The AE title {whose} is empty. Enter it.")
    if len(title) > AET_LENGTH or not title.isascii() or not title.isprintable() or "\\" in title:
        raise PacsError(
            f'"{title}" cannot be the AE title {whose}: it has at most {AET_LENGTH} characters of '
            "ASCII and no backslash. Correct it."
        )


def connect(server: Server, patience: Patience) -> socket.socket:
    """A connection to `server`, encrypted where it has TLS. Raises PacsError."""
    who, where = server.name, f"{server.host}:{server.port}"
    try:
        connected = socket.create_connection((server.host, server.port), patience.connect_s)
    except (socket.gaierror, UnicodeError) as error:
        raise PacsError(
            f'No computer of the name "{server.host}" is known here, so {who} cannot be reached. '
            "Check the host, and that this computer is in the network."
        ) from error
    except ConnectionRefusedError as error:
        raise PacsError(
            f"{who} refuses connections: nothing listens at {where}. Check host and port, and that "
            "the server runs."
        ) from error
    except TimeoutError as error:
        raise PacsError(
            f"{who} does not answer at {where} within {patience.connect_s:.0f} s. Check host and "
            "port, and that no firewall is between."
        ) from error
    except (OSError, OverflowError) as error:
        raise PacsError(
            f"{who} cannot be reached at {where}: {getattr(error, 'strerror', None) or error}. "
            "Check host and port, and that this computer is in the network."
        ) from error
    if server.tls is None:
        return connected
    try:
        context = client_context(server.tls)
        return context.wrap_socket(connected, server_hostname=server.host)
    except OSError as error:
        connected.close()
        address = (server.host, server.port)
        raise tls_problem(error, place(server), address, patience.connect_s) from error
    except BaseException:
        connected.close()
        raise


REJECTED = {  # (source, diagnostic): PS3.8 Table 9-21
    (1, 2): "it does not know DICOM's application context. Something else may listen on this port",
    (2, 2): "it speaks another version of the protocol. Something else may listen on this port",
    (3, 1): "it is too busy. Try again later",
    (3, 2): "it has as many associations as it allows. Try again later",
}


def _why_not(association: Association) -> PacsError:
    """The sentence about a request that did not become an association."""
    server, connection = association.server, association.connection
    who, reply = place(server), _reply(association)
    if isinstance(connection.fault, ssl.SSLError):
        return tls_problem(connection.fault, who)
    if reply and reply.result:
        return rejected(server, reply.result_source, reply.diagnostic)
    if reply:
        wanted = _named(association.requestor.requested_contexts)
        return PacsError(
            f"{who} offers none of what Station asks for ({wanted}). Let its administrator allow "
            f"it for the AE title {server.calling_aet}."
        )
    if connection.greeting and connection.greeting[0] == TLS_ALERT:
        return expects_tls(who)
    if connection.greeting and connection.greeting[0] not in PDU_TYPES:
        return PacsError(
            f"Something other than a DICOM server answers at {server.host}:{server.port}. Check "
            f"the port of {server.name}: its web port is another one."
        )
    if connection.closed and not connection.stalled and not connection.greeting:
        if server.tls is None and speaks_tls(server, association.patience):
            return expects_tls(who)
        return BrokenOff(
            f"{who} closed the connection instead of answering. Check the port, whether it expects "
            "TLS, and whether it accepts this computer."
        )
    if association.acse.is_aborted() or connection.greeting:
        return BrokenOff(
            f"{who} aborted Station's request for an association. Its log says why; check both AE "
            "titles."
        )
    return PacsError(
        f"{who} takes the connection but does not answer as a DICOM server within "
        f"{association.patience.associate_s:.0f} s. Check the port and whether it expects TLS."
    )


def _reply(association: Association) -> A_ASSOCIATE | None:
    """The answer to the request; pynetdicom overlooks it where the connection is closed at once."""
    told = association.acceptor.primitive
    left = list(association.dul.to_user_queue.queue)
    return next((one for one in (told, *left) if isinstance(one, A_ASSOCIATE)), None)


def expects_tls(who: str) -> PacsError:
    return PacsError(
        f"{who} expects TLS on this port. Switch TLS on in the server's settings, or enter the "
        "port without TLS."
    )


def speaks_tls(server: Server, patience: Patience) -> bool:
    """Whether a port answers to TLS. Nothing is sent through it, and nobody is trusted."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    address = (server.host, server.port)
    try:
        with (
            socket.create_connection(address, patience.connect_s) as plain,
            context.wrap_socket(plain, server_hostname=server.host),
        ):
            return True
    except ssl.SSLError as error:
        return "ALERT" in (error.reason or "")
    except OSError:
        return False


def rejected(server: Server, source: int | None, diagnostic: int | None) -> PacsError:
    who, why = place(server), (source or 0, diagnostic or 0)
    if why == (1, 7):
        return PacsError(
            f'{who} does not know itself by the AE title "{server.called_aet}". Enter the AE title '
            "that the server has."
        )
    if why == (1, 3):
        return PacsError(
            f'{who} does not know "{server.calling_aet}", the AE title that Station uses. Let its '
            "administrator add it, with the name or address of this computer."
        )
    if why in REJECTED:
        return PacsError(f"{who} rejected the association: {REJECTED[why]}.")
    return PacsError(
        f"{who} rejected the association without a reason. Often one of the AE titles "
        f'"{server.called_aet}" and "{server.calling_aet}" or this computer\'s address is not '
        "known there: ask its administrator."
    )


def _named(contexts: Sequence[PresentationContext]) -> str:
    names = list(dict.fromkeys(c.abstract_syntax.name for c in contexts if c.abstract_syntax))
    return ", ".join(names[:3]) + (f" and {len(names) - 3} more" if len(names) > 3 else "")
