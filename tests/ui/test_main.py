"""What the start of the window says where there can be none."""

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox

from station import system
from station.app.session import Session
from station.errors import ArchiveError
from station.installed import REPLACED
from station.ui import main

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="X is Linux's")


@pytest.fixture
def on_x(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a desktop with X, which does not answer."""
    for name in ("WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("DISPLAY", "127.0.0.1:64000")


@pytest.mark.usefixtures("on_x")
def test_a_display_that_does_not_answer_is_a_sentence(capsys: pytest.CaptureFixture[str]):
    assert main.run() == 2
    assert "The display 127.0.0.1:64000 does not answer" in capsys.readouterr().err


@pytest.mark.usefixtures("on_x")
def test_a_library_of_x_that_is_missing_is_named_with_its_package(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(system, "X_LIBRARIES", {"libnowhere.so.7": "libnowhere7"})
    assert "apt-get install libnowhere7" in str(main.display_fault())


def test_a_start_that_fails_says_so_in_a_box_where_there_is_no_terminal(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    boxes: list[str] = []

    def fail() -> Path:
        raise ArchiveError("The archive was written by Station 9.")

    monkeypatch.setattr(main, "display_fault", lambda: None)
    monkeypatch.setattr(main, "home", fail)
    monkeypatch.setattr(QMessageBox, "warning", lambda *words: boxes.append(words[-1]))
    assert main.run() == 2
    assert boxes == ["The archive was written by Station 9."]
    assert boxes[0] in capsys.readouterr().err


def test_whoever_comes_back_to_a_window_that_was_upgraded_is_told(monkeypatch: pytest.MonkeyPatch):
    session = Session()
    active = Qt.ApplicationState.ApplicationActive
    main._look_for_upgrade(session, active)
    assert not session.state.notice
    monkeypatch.setattr(main, "is_frozen", lambda: True)
    monkeypatch.setattr(main, "was_replaced", lambda: True)
    main._look_for_upgrade(session, Qt.ApplicationState.ApplicationInactive)
    assert not session.state.notice
    main._look_for_upgrade(session, active)
    assert session.state.notice == REPLACED
