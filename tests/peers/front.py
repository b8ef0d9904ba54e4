"""A server before a server, that encrypts: as hospitals place one before Orthanc."""

import socket
import ssl
import threading
from collections.abc import Generator
from contextlib import contextmanager, suppress

from tests.peers import apart


@contextmanager
def encrypted(port: int, context: ssl.SSLContext) -> Generator[int]:
    """A loopback port: `context` accepts its connections, which go on to `port` in the clear."""
    ends: list[socket.socket] = []

    def accept() -> None:
        with suppress(OSError):  # it was closed: the block has ended
            while True:
                connection, _ = listener.accept()
                ends.append(connection)
                threading.Thread(target=carry_both, args=(connection,), daemon=True).start()

    def carry_both(connection: socket.socket) -> None:
        try:
            near = context.wrap_socket(connection, server_side=True)
        except OSError:
            connection.close()
            return
        with suppress(OSError), near, socket.create_connection((apart.LOOPBACK, port)) as far:
            ends.append(near)
            back = threading.Thread(target=carry, args=(far, near), daemon=True)
            back.start()
            carry(near, far)
            back.join()

    def carry(source: socket.socket, target: socket.socket) -> None:
        with suppress(OSError):
            while content := source.recv(apart.CHUNK):
                target.sendall(content)
        with suppress(OSError):
            target.shutdown(socket.SHUT_RDWR)

    with socket.create_server((apart.LOOPBACK, 0)) as listener:
        thread = threading.Thread(target=accept)
        thread.start()
        try:
            yield listener.getsockname()[1]
        finally:
            listener.shutdown(socket.SHUT_RDWR)
            thread.join()
            for end in ends:
                with suppress(OSError):
                    end.shutdown(socket.SHUT_RDWR)
                end.close()
