"""One window a user and data folder: a second start hands its files to the first.

They talk over a local socket that only this user may open. Where the first window does not answer,
the second start opens its own. Two versions do not mix: the window of another build is to be closed
first, since both would write in the same archive.
"""

import json
from collections.abc import Callable, Sequence
from hashlib import sha256
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from station.app.language import tr
from station.installed import build, build_key

CONNECT_MS, ANSWER_MS = 300, 2000
MOST_BYTES = 1 << 20
"""Of a request: some thousands of paths"""
Open = Callable[[Sequence[Path]], str]
"""Opens paths (none: shows the window); an empty text, or why it does not"""


class FirstWindow(QObject):
    """Listens for later starts; deleted with its parent."""

    def __init__(self, home: Path, open_: Open, parent: QObject) -> None:
        super().__init__(parent)
        self._open = open_
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)
        name = _name(home)
        if not self._server.listen(name):
            # A program that was killed leaves its socket behind; nobody answers on it.
            QLocalServer.removeServer(name)
            self._server.listen(name)

    @property
    def listens(self) -> bool:
        return self._server.isListening()

    def close(self) -> None:
        self._server.close()

    def _on_connection(self) -> None:
        while self._server.hasPendingConnections():
            socket = self._server.nextPendingConnection()
            socket.readyRead.connect(self._on_request)
            socket.disconnected.connect(socket.deleteLater)
            if socket.bytesAvailable():
                self._answer(socket)

    def _on_request(self) -> None:
        socket = self.sender()
        if isinstance(socket, QLocalSocket):
            self._answer(socket)

    def _answer(self, socket: QLocalSocket) -> None:
        if not socket.canReadLine():
            if socket.bytesAvailable() > MOST_BYTES:
                socket.abort()
            return
        try:
            request = json.loads(bytes(socket.readLine().data()))
            paths = [Path(str(path)) for path in request["paths"]]
            same, theirs = request["key"] == build_key(), str(request["build"])
        except (ValueError, TypeError, LookupError):
            socket.abort()
            return
        words = self._open(paths) if same else _of_another_build(theirs)
        socket.write(json.dumps(words).encode() + b"\n")
        socket.flush()
        socket.disconnectFromServer()


def handed_over(home: Path, paths: Sequence[Path]) -> str | None:
    """What the first window says to these paths (empty: it opens them); None where there is none.

    Waits a moment for it, without an event loop.
    """
    socket = QLocalSocket()
    socket.connectToServer(_name(home))
    if not socket.waitForConnected(CONNECT_MS):
        return None
    request = {
        "build": build(),
        "key": build_key(),
        "paths": [str(path.absolute()) for path in paths],
    }
    socket.write(json.dumps(request).encode() + b"\n")
    socket.flush()
    answer = b""
    while not answer.endswith(b"\n") and socket.waitForReadyRead(ANSWER_MS):
        answer += bytes(socket.readAll().data())
    try:
        words = json.loads(answer)
    except ValueError:
        return None
    return words if isinstance(words, str) else None


def is_open(home: Path) -> bool:
    """Whether a window of this user is open on the data folder."""
    socket = QLocalSocket()
    socket.connectToServer(_name(home))
    return socket.waitForConnected(CONNECT_MS)


def _of_another_build(theirs: str) -> str:
    return tr(
        "The window that is open is of Station {build}, and this is Station "
        "{theirs}. Close that window, and start this one again.",
        build=build(),
        theirs=theirs,
    )


def _name(home: Path) -> str:
    return f"station-{sha256(str(home.absolute()).encode()).hexdigest()[:16]}"
