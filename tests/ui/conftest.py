"""A reading window with a small study open in it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from station.app.desk import Desk
from station.app.jobs import Executor, InlineExecutor, Jobs
from station.app.pacs.gateway import Gateway
from station.operations.denoiser import Denoiser
from station.operations.quality.grader import NO_GRADER, Grader
from station.ui import theme
from station.ui.dialogs import Closing
from station.ui.window import ReadingWindow
from tests.app.pacs.hospital import Hospital
from tests.made_up import scanned

OpenWindow = Callable[..., ReadingWindow]
SIZE_PX = (1500, 900)


@pytest.fixture(scope="session", autouse=True)
def _looks(qapp: QApplication) -> None:
    """The program's own font, palette and style sheet, as on a reader's screen."""
    theme.apply(qapp)


@pytest.fixture(scope="session")
def pair_folder(pair: Path) -> Path:
    """Conventional PET, DL-denoised PET and CT. Read only."""
    return pair


@pytest.fixture
def open_window(
    qtbot: QtBot, known_home: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[OpenWindow]:
    """Make a window on the user's data folder and open paths in it; work is done at once. Nothing
    is graded without a grader of the test's own: the shipped one takes seconds. It knows no PACS
    without a gateway of the test's own."""
    made: list[ReadingWindow] = []
    monkeypatch.setattr("station.app.quality.workflow.shipped_problem", lambda: NO_GRADER)
    scanned.use(monkeypatch)

    def open_(
        *paths: Path,
        size: tuple[int, int] | None = SIZE_PX,
        denoiser: Denoiser | None = None,
        grader: Grader | None = None,
        gateway: Gateway | None = None,
        executor: Executor | None = None,
    ) -> ReadingWindow:
        load = None if denoiser is None else lambda: denoiser
        load_grader = None if grader is None else lambda: grader
        window = ReadingWindow(
            Desk(
                known_home,
                Jobs(executor or InlineExecutor()),
                load,
                load_grader,
                gateway or Hospital(known=[]),
            ),
            ask_closing=lambda *_: Closing.DISCARD,
        )
        made.append(window)
        if size is not None:
            window.resize(*size)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        QApplication.processEvents()  # the list of studies is asked for after the first picture
        if paths:
            window.desk.library.open_paths(paths)
            QApplication.processEvents()
        return window

    yield open_
    for window in made:
        window.close()
        window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def window(open_window: OpenWindow, pair_folder: Path) -> ReadingWindow:
    """A window in which the pair and its CT are open."""
    return open_window(pair_folder)
