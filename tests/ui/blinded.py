"""A hand on the screen of a blinded reader, and all that can be read there."""

from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from station.app.jobs import InlineExecutor, Jobs
from station.app.reading.workflow import BlindReading
from station.archive.readings import ConsensusSitting, ReaderSitting
from station.operations.reading.sign_in import Purpose
from station.ui.reading.keys import Keys
from station.ui.reading.screen import ReadingScreen
from station.ui.reading.start import ReadingStart
from tests.archive.reader_studies import STUDY


def show(
    session: ReaderSitting | ConsensusSitting,
    jobs: Jobs | None = None,
    clock: Callable[[], float] | None = None,
    size: tuple[int, int] = (1000, 640),
    keys: Keys | None = None,
) -> ReadingScreen:
    """The screen of somebody who has signed in; work is done at once."""
    jobs = jobs or Jobs(InlineExecutor())
    reading = BlindReading(session, jobs, clock) if clock else BlindReading(session, jobs)
    screen = ReadingScreen(reading, keys)
    screen.resize(*size)
    screen.show()
    screen.activateWindow()
    reading.begin()
    QApplication.processEvents()
    return screen


@contextmanager
def reading_only(home: Path, reader: str) -> Generator[ReadingStart]:
    """What `station read` shows, from the sign-in on; closed at the end whatever is open then."""
    made = ReadingStart(home, Purpose.READ, STUDY, reader, Jobs(InlineExecutor()))
    QApplication.processEvents()
    yield made
    if made.screen is not None:
        made.screen.close()
    if isValid(made.dialog):
        made.dialog.close()
    made.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def press(screen: ReadingScreen, *keys: str | Qt.Key) -> None:
    """Press keys where the keyboard is: "4", "y", or a key of Qt."""
    for key in keys:
        target = screen.focusWidget() or screen
        if isinstance(key, str):
            QTest.keyClicks(target, key)
        else:
            QTest.keyClick(target, key)


ENTER, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Escape


def texts(window: QWidget) -> Iterator[str]:
    """Everything that can be read, heard or listed of a window."""
    for widget in (window, *window.findChildren(QWidget)):
        yield from (
            widget.windowTitle(),
            widget.toolTip(),
            widget.statusTip(),
            widget.whatsThis(),
            widget.accessibleName(),
            widget.accessibleDescription(),
            widget.objectName(),
            *(action.text() for action in widget.actions()),
        )
        for name in ("text", "toPlainText", "placeholderText", "title", "currentText"):
            read = getattr(widget, name, None)
            if read is not None:
                yield str(read())
