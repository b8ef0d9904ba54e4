"""The side of an association that others ask for: a server whose connections never hang.

pynetdicom's own server answers nobody while one client is silent in its TLS handshake, stops at
1024 open files, and takes messages of any length. This one does not.
"""

# pynetdicom's messages and handlers have no types of their own.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false

import socket
import ssl
from collections.abc import Generator, Sequence
from contextlib import contextmanager, suppress
from threading import Thread
from typing import Any

from pynetdicom.ae import ApplicationEntity
from pynetdicom.association import Association
from pynetdicom.presentation import PresentationContext
from pynetdicom.transport import RequestHandler, ThreadedAssociationServer

from station.dicom.header import lenient
from station.dicom.network.association import (
    LONGEST_MESSAGE,
    LONGEST_PDU,
    Connection,
    Messages,
    protect,
    require_aet,
)
from station.pacs import PacsError

SILENCE_S = 60.0
"""How long a connection may be silent before it is given up"""
ASSOCIATIONS = 10
"""At once; others are rejected as too many, and come again"""
LOOPBACK = "127.0.0.1"
POLL_S = 0.1


class Receiver(ThreadedAssociationServer):
    """Accepts connections; `server_address` is where. Made by `receiving`."""

    daemon_threads = True
    silence_s = SILENCE_S
    longest = LONGEST_MESSAGE
    request_queue_size = 128

    def get_request(self) -> tuple[socket.socket, Any]:
        assert self.socket is not None
        connected, address = self.socket.accept()
        connected.settimeout(self.silence_s)
        if self.ssl_context:
            # The handshake follows in the connection's own thread.
            connected = self.ssl_context.wrap_socket(
                connected, server_side=True, do_handshake_on_connect=False
            )
        return connected, address

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that left or speaks no TLS is no news; its socket is closed."""


class Handler(RequestHandler):
    """Starts the association of one connection."""

    def handle(self) -> None:
        if isinstance(self.request, ssl.SSLSocket):
            self.request.do_handshake()
        super().handle()

    def _create_association(self) -> Association:
        association, server = super()._create_association(), self.server
        assert isinstance(server, Receiver)
        association.dul.socket = Connection(
            association, self.request, server.silence_s, requested=False
        )
        association.dimse = Messages(association, server.longest)
        protect(association)
        run = association.run

        def run_leniently() -> None:
            with lenient():  # what is wrong in a message is no warning, and no line of a log
                run()

        association.run = run_leniently
        return association


@contextmanager
def receiving(
    aet: str,
    contexts: Sequence[PresentationContext],
    handlers: Sequence[tuple[Any, ...]],
    *,
    host: str = LOOPBACK,
    port: int = 0,
    tls: ssl.SSLContext | None = None,
    callers: Sequence[str] = (),
    associations: int = ASSOCIATIONS,
    silence_s: float = SILENCE_S,
    longest: int = LONGEST_MESSAGE,
) -> Generator[Receiver]:
    """A server within the block; then every association is aborted and the port is free.

    It answers only to `aet`, and only to `callers` where there are any. `port` 0: the system
    chooses. Raises PacsError where the port is taken or may not be used.
    """
    require_aet(aet, "under which Station listens")
    ae = ApplicationEntity(aet)
    ae.maximum_pdu_size = LONGEST_PDU
    ae.maximum_associations = associations
    ae.require_called_aet = True
    ae.require_calling_aet = list(callers)
    ae.network_timeout = ae.dimse_timeout = ae.acse_timeout = silence_s
    try:
        server = Receiver(
            ae, (host, port), aet, list(contexts), tls, list(handlers), request_handler=Handler
        )
    except (OSError, OverflowError) as error:
        raise PacsError(
            f"Station cannot listen at {host}:{port}: {getattr(error, 'strerror', None) or error}. "
            "Choose another port or address, or stop the program that uses it."
        ) from error
    server.silence_s, server.longest = silence_s, longest
    # pynetdicom's shutdown takes it out again.
    ae._servers.append(server)  # pyright: ignore[reportPrivateUsage]
    thread = Thread(target=server.serve_forever, args=(POLL_S,), name="Receiver", daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        thread.join()
        for association in server.active_associations:
            with suppress(OSError):
                association.abort()
            association.join(silence_s)
