"""A later start hands its files to the first window."""

import json
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtNetwork import QLocalSocket
from pytestqt.qtbot import QtBot

from station.installed import build, build_key
from station.ui.single import ANSWER_MS, FirstWindow, _name, handed_over

LATER = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from station.ui.single import handed_over
app = QCoreApplication([])
answer = handed_over(Path(sys.argv[1]), [Path(path) for path in sys.argv[2:]])
print("nobody" if answer is None else f"answer:{answer}")
"""

Listen = Callable[[Callable[[Sequence[Path]], str]], FirstWindow]


@pytest.fixture
def listen(qapp: object, tmp_path: Path) -> Iterator[Listen]:
    parent = QObject()
    made: list[FirstWindow] = []

    def listening(open_: Callable[[Sequence[Path]], str]) -> FirstWindow:
        made.append(FirstWindow(tmp_path, open_, parent))
        return made[-1]

    yield listening
    for one in made:
        one.close()


def later_start(qtbot: QtBot, home: Path, *paths: str) -> str:
    """What another process was told."""
    with subprocess.Popen(
        [sys.executable, "-c", LATER, str(home), *paths], stdout=subprocess.PIPE, text=True
    ) as program:
        qtbot.waitUntil(lambda: program.poll() is not None, timeout=20_000)
        assert program.stdout is not None
        return program.stdout.read().strip()


@pytest.mark.simulated
def test_a_later_start_hands_its_files_over(qtbot: QtBot, listen: Listen, tmp_path: Path):
    opened: list[Sequence[Path]] = []

    def open_(paths: Sequence[Path]) -> str:
        opened.append(paths)
        return ""

    assert listen(open_).listens
    assert later_start(qtbot, tmp_path, "/a folder/日本", "/b") == "answer:"
    assert opened == [[Path("/a folder/日本"), Path("/b")]]


@pytest.mark.simulated
def test_a_later_start_is_told_why_its_files_are_not_opened(
    qtbot: QtBot, listen: Listen, tmp_path: Path
):
    listen(lambda paths: "A reader is at work.")
    assert later_start(qtbot, tmp_path, "/a") == "answer:A reader is at work."


def test_nobody_answers_for_another_data_folder(listen: Listen, tmp_path: Path):
    listen(lambda paths: "")
    assert handed_over(tmp_path / "other", []) is None


def test_the_socket_of_a_killed_program_is_taken_over(listen: Listen, tmp_path: Path):
    first = listen(lambda paths: "")
    path = Path(first._server.fullServerName())
    first.close()
    with socket.socket(socket.AF_UNIX) as dead:
        dead.bind(str(path))  # bound, and nobody listens
    assert listen(lambda paths: "").listens


@pytest.mark.simulated
def test_the_window_of_another_build_is_to_be_closed_first(
    qtbot: QtBot, listen: Listen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    opened: list[Sequence[Path]] = []

    def open_(paths: Sequence[Path]) -> str:
        opened.append(paths)
        return ""

    listen(open_)
    monkeypatch.setattr("station.ui.single.build_key", lambda: "another")
    answer = later_start(qtbot, tmp_path, "/a")
    assert "Close that window" in answer
    assert opened == []


@pytest.mark.parametrize("request_", [b"no json\n", b"17\n", b"{}\n", b"[[" * 600_000])
def test_nonsense_on_the_socket_opens_nothing(
    qtbot: QtBot, listen: Listen, tmp_path: Path, request_: bytes
):
    opened: list[Sequence[Path]] = []

    def open_(paths: Sequence[Path]) -> str:
        opened.append(paths)
        return ""

    listen(open_)
    client = QLocalSocket()
    client.connectToServer(_name(tmp_path))
    assert client.waitForConnected(ANSWER_MS)
    client.write(request_)
    qtbot.waitUntil(
        lambda: client.state() is QLocalSocket.LocalSocketState.UnconnectedState, timeout=5000
    )
    assert opened == []


def test_paths_are_read_in_pieces(qtbot: QtBot, listen: Listen, tmp_path: Path):
    opened: list[Sequence[Path]] = []

    def open_(paths: Sequence[Path]) -> str:
        opened.append(paths)
        return ""

    listen(open_)
    client = QLocalSocket()
    client.connectToServer(_name(tmp_path))
    assert client.waitForConnected(ANSWER_MS)
    request = {"build": build(), "key": build_key(), "paths": ["/one"]}
    line = json.dumps(request).encode() + b"\n"
    client.write(line[:5])
    client.flush()
    qtbot.wait(50)
    assert opened == []
    client.write(line[5:])
    qtbot.waitUntil(lambda: opened == [[Path("/one")]], timeout=5000)
