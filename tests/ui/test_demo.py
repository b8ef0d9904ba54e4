"""The demo study is made in the window: what that says meanwhile, and that closing it ends it."""

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from station.app.desk import Desk
from station.progress import Report
from station.ui.notice import Welcome
from station.ui.window import ReadingWindow
from tests.ui.conftest import OpenWindow
from tests.ui.studies import NAME, QuickDemo

MAKER = "station.operations.demo.make_demo_study"


def welcome(window: ReadingWindow) -> tuple[str, bool]:
    """The heading in place of the images, and whether something can be opened below it."""
    page = window.findChild(Welcome)
    assert page is not None
    (heading,) = [
        label for label in page.findChildren(QLabel) if label.objectName() == "emptytitle"
    ]
    (opener,) = [b for b in page.findChildren(QPushButton) if b.objectName() == "primary"]
    return heading.text(), opener.isVisible()


def test_until_its_first_image_is_there_the_window_says_that_the_demo_is_made(
    open_window: OpenWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window()
    assert welcome(window) == ("No study is open", True)
    said: list[tuple[str, bool]] = []
    titles: list[str] = []

    def look(number: int) -> None:
        said.append(welcome(window))
        titles.append(window.windowTitle())

    monkeypatch.setattr(MAKER, QuickDemo(look))
    window.actions_["file.demo"].trigger()
    assert said[0] == ("Making the demo study", False)
    assert titles[0] == "Station"
    assert all(title.startswith(NAME) for title in titles[1:])
    window.desk.session.set(study=None)
    assert welcome(window) == ("No study is open", True)


def test_a_window_that_is_closed_while_the_demo_is_made_leaves_no_half_study(
    qtbot: QtBot, station_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ended = threading.Event()

    class Endless(QuickDemo):
        """Scans on after the first series until it is stopped."""

        def __call__(
            self, folder: Path, report: Report, written: Callable[[Path], None] | None
        ) -> Path:
            def scan_on(number: int) -> None:
                while number == 1:
                    report(0.5, "Scanning")
                    ended.wait(0.01)

            self._at_series = scan_on
            try:
                return super().__call__(folder, report, written)
            finally:
                ended.set()

    monkeypatch.setattr(MAKER, Endless())
    window = ReadingWindow(Desk(station_home))
    qtbot.addWidget(window)
    window.desk.quality.pause(True)
    window.show()
    window.desk.library.open_demo()
    qtbot.waitUntil(lambda: window.desk.state.study is not None, timeout=30_000)
    assert window.isVisible()
    window.close()
    assert ended.is_set()
    assert [path for path in station_home.iterdir() if path.is_dir()] == []
