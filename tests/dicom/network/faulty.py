"""Servers that do what servers should not, for tests of what Station does then.

`storing` is pynetdicom's server with an own answer to C-STORE; `scripted` speaks PS3.8 as a script
says, for what pynetdicom would never send.
"""

import socket
import threading
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager, suppress
from typing import Any

from pydicom.uid import UID
from pynetdicom import _config, evt
from pynetdicom.ae import ApplicationEntity

from station.dicom.network import wire
from station.dicom.network.association import Patience
from station.pacs import PacsError, Server

HOST = "127.0.0.1"
AET = "PEER"
PET = "1.2.840.10008.5.1.4.1.1.128"
UNCOMPRESSED = ("1.2.840.10008.1.2.1", "1.2.840.10008.1.2")
HURRIED = Patience(connect_s=5, associate_s=5, answer_s=0.6, release_s=1)
"""For tests in which a server is silent"""

_config.USE_SHORT_DIMSE_AET = True


def server(port: int, **changed: Any) -> Server:
    """The entry of a server at a port of this computer."""
    facts: dict[str, Any] = {"name": "Peer", "host": HOST, "port": port, "called_aet": AET}
    return Server(**{**facts, **changed})


@contextmanager
def storing(
    answer: Callable[[Any], int],
    classes: Sequence[str] = (PET,),
    syntaxes: Sequence[str] = UNCOMPRESSED,
) -> Generator[Server]:
    """pynetdicom's storage server, whose status for each C-STORE event `answer` gives."""
    ae = ApplicationEntity(AET)
    for sop_class in classes:
        ae.add_supported_context(UID(sop_class), list(syntaxes))
    running = ae.start_server((HOST, 0), block=False, evt_handlers=[(evt.EVT_C_STORE, answer)])
    assert running is not None
    try:
        yield server(running.server_address[1])
    finally:
        running.shutdown()


@contextmanager
def scripted(
    play: Callable[[wire.Line], None], proposals: Sequence[wire.Proposal]
) -> Generator[Server]:
    """A server that accepts each association and leaves the rest of it to `play`."""

    def serve(connection: socket.socket) -> None:
        line = wire.Line(connection, "the client", 10.0)
        with suppress(PacsError):
            wire.accept(line, wire.read_request(line), proposals)
            play(line)
        line.close()

    with connecting(serve) as port:
        yield server(port)


@contextmanager
def connecting(serve: Callable[[socket.socket], None]) -> Generator[int]:
    """A port at which each connection is given to `serve`, in a thread of its own."""
    threads: list[threading.Thread] = []
    with socket.create_server((HOST, 0)) as listener:

        def accept() -> None:
            with suppress(OSError):  # it was closed: the test is over
                while True:
                    connection, _ = listener.accept()
                    threads.append(threading.Thread(target=serve, args=(connection,)))
                    threads[-1].start()

        accepting = threading.Thread(target=accept)
        accepting.start()
        try:
            yield listener.getsockname()[1]
        finally:
            listener.shutdown(socket.SHUT_RDWR)
            accepting.join()
            for thread in threads:
                thread.join()
