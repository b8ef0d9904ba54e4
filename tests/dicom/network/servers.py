"""Servers made for a test: well-behaved, faulty or hostile, on loopback at a free port."""

import socket
import threading
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from typing import Any

from pynetdicom.ae import ApplicationEntity
from pynetdicom.presentation import PresentationContext, build_context
from pynetdicom.transport import RequestHandler, ThreadedAssociationServer

from station.dicom.network.association import Patience
from station.pacs import Server

HOST = "127.0.0.1"
AET = "PEER"
VERIFICATION = "1.2.840.10008.1.1"
QUICK = Patience(connect_s=2.0, associate_s=0.6, answer_s=0.6, release_s=0.4)
"""What a test waits for a peer that stays silent"""
UNANSWERED = replace(QUICK, connect_s=0.5, answer_s=0.3)
"""For a peer that is certain to stay silent: no answer can come too late"""


@contextmanager
def serving(
    contexts: Sequence[str | PresentationContext],
    handlers: Sequence[tuple[Any, ...]] = (),
    tls: Any = None,
    **settings: object,
) -> Generator[Server]:
    """A server with `handlers` of pynetdicom; `settings` are those of its ApplicationEntity."""
    ae = ApplicationEntity(AET)
    for name, value in settings.items():
        setattr(ae, name, value)
    offered = [
        build_context(context) if isinstance(context, str) else context for context in contexts
    ]
    server = _Closing(
        ae, (HOST, 0), AET, offered, tls, list(handlers), request_handler=RequestHandler
    )
    ae._servers.append(server)  # pyright: ignore[reportPrivateUsage]
    thread = threading.Thread(target=server.serve_forever, args=(0.05,))
    thread.start()
    try:
        yield Server("Peer", HOST, int(server.server_address[1]), AET)
    finally:
        server.shutdown()
        thread.join()
        for association in server.active_associations:
            association.abort()
            association.join()
        for connection in server.connections:
            connection.close()


class _Closing(ThreadedAssociationServer):
    """pynetdicom leaves the socket open of a client that was gone before it."""

    def __init__(self, *arguments: Any, **more: Any) -> None:
        self.connections: list[socket.socket] = []
        super().__init__(*arguments, **more)

    def get_request(self) -> tuple[socket.socket, Any]:
        connection, address = super().get_request()
        self.connections.append(connection)
        return connection, address

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that left is no news."""


@contextmanager
def listening(answer: Callable[[socket.socket], None]) -> Generator[Server]:
    """A server that gives each connection to `answer`, in a thread of its own."""
    threads: list[threading.Thread] = []
    connections: list[socket.socket] = []

    def serve_one(connection: socket.socket) -> None:
        with connection, suppress(OSError):
            answer(connection)

    with socket.create_server((HOST, 0)) as listener:

        def serve() -> None:
            with suppress(OSError):  # it was closed: the test is over
                while True:
                    connection, _ = listener.accept()
                    connections.append(connection)
                    thread = threading.Thread(target=serve_one, args=(connection,))
                    threads.append(thread)
                    thread.start()

        accepting = threading.Thread(target=serve)
        accepting.start()
        try:
            yield Server("Peer", HOST, listener.getsockname()[1], AET)
        finally:
            listener.shutdown(socket.SHUT_RDWR)
            accepting.join()
            for connection in connections:
                with suppress(OSError):
                    connection.shutdown(socket.SHUT_RDWR)
            for thread in threads:
                thread.join()


def free_port() -> int:
    """A port of loopback where nothing listened a moment ago."""
    with socket.create_server((HOST, 0)) as listener:
        return listener.getsockname()[1]


def read_pdu(connection: socket.socket) -> bytes:
    """The next PDU as it came; empty where the connection ended."""
    head = _exactly(connection, 6)
    return head + _exactly(connection, int.from_bytes(head[2:6], "big")) if head else b""


def accepting(request: bytes) -> bytes:
    """An A-ASSOCIATE-AC that accepts the first context of a request, in Implicit VR. PS3.8 9.3.3"""
    header = b"\0\x01\0\0" + request[10:74]
    application = _item(0x10, b"1.2.840.10008.3.1.1.1")
    context = _item(0x21, b"\x01\0\0\0" + _item(0x40, b"1.2.840.10008.1.2"))
    user = _item(0x50, _item(0x51, (16384).to_bytes(4, "big")) + _item(0x52, b"1.2.3"))
    body = header + application + context + user
    return b"\x02\0" + len(body).to_bytes(4, "big") + body


def message(*elements: tuple[int, bytes]) -> bytes:
    """A P-DATA-TF PDU with a command: elements of group 0000. PS3.8 9.3.5"""
    encoded = b"".join(
        (0).to_bytes(2, "little")
        + number.to_bytes(2, "little")
        + len(value).to_bytes(4, "little")
        + value
        for number, value in elements
    )
    length = b"\0\0\0\0\x04\0\0\0" + len(encoded).to_bytes(4, "little")
    fragment = b"\x01\x03" + length + encoded
    item = len(fragment).to_bytes(4, "big") + fragment
    return b"\x04\0" + len(item).to_bytes(4, "big") + item


def echo_answer(status: bytes | None = b"\0\0") -> bytes:
    """A C-ECHO-RSP to message 1; None: without a status."""
    elements = [
        (0x0002, VERIFICATION.encode() + b"\0"),
        (0x0100, b"\x30\x80"),
        (0x0120, b"\x01\0"),
        (0x0800, b"\x01\x01"),
    ]
    return message(*elements, *([] if status is None else [(0x0900, status)]))


def _item(kind: int, content: bytes) -> bytes:
    return bytes([kind, 0]) + len(content).to_bytes(2, "big") + content


def _exactly(connection: socket.socket, count: int) -> bytes:
    content = b""
    while len(content) < count:
        more = connection.recv(count - len(content))
        if not more:
            return b""
        content += more
    return content
