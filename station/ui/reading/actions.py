"""The menu Reading: reader studies are made, read, agreed on and followed."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from station.app import language
from station.app.jobs import Jobs
from station.app.language import Language, marked
from station.app.preferences import Preferences
from station.operations.reading.sign_in import Purpose, SignedIn
from station.ui import theme
from station.ui.action import Entry, Screen

if TYPE_CHECKING:
    from station.ui.reading.screen import ReadingScreen


def ask_new_study(screen: Screen) -> None:
    from station.ui.reading.wizard.wizard import show_new_study

    show_new_study(screen)


def ask_sign_in(screen: Screen, purpose: Purpose) -> None:
    """Ask who it is, then open what their role allows.

    Who is going to read sees nothing of the program any more: a title names a patient, a list names
    series.
    """
    from station.ui.reading.sign_in import SignInDialog

    desk = screen.desk
    if purpose is Purpose.COORDINATE:
        dialog = SignInDialog(desk.jobs, desk.home, purpose, screen.window())
        dialog.signed_in.connect(lambda signed: open_coordinator(screen, signed))
        dialog.show()
        return
    hidden = HiddenProgram(screen)
    dialog = SignInDialog(desk.jobs, desk.home, purpose, screen.window())
    dialog.given_up.connect(hidden.show)
    dialog.signed_in.connect(lambda signed: _read(screen, signed, hidden))
    dialog.open_over(screen.window().screen())


def open_coordinator(screen: Screen, signed: SignedIn) -> QWidget:
    """The coordinator's view."""
    from station.archive.readings import CoordinatorSitting
    from station.ui.reading.coordinator.view import show_coordinator

    assert isinstance(signed.sitting, CoordinatorSitting)
    view = show_coordinator(screen, signed.sitting)
    view.destroyed.connect(signed.studies.close)
    return view


class HiddenProgram:
    """The windows of the program, hidden while somebody signs in and reads."""

    def __init__(self, screen: Screen) -> None:
        self._desk = screen.desk
        self._windows = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
        self._desk.quality.pause(True)
        self._desk.pacs.hide(True)
        for widget in self._windows:
            widget.hide()

    def show(self) -> None:
        self._desk.quality.pause(False)
        for widget in self._windows:
            if isValid(widget):
                widget.show()
        self._desk.pacs.hide(False)


def _read(screen: Screen, signed: SignedIn, hidden: HiddenProgram) -> None:
    def back() -> None:
        screen.reading_screen = None
        signed.studies.close()
        hidden.show()

    desk = screen.desk
    screen.reading_screen = show_reading(signed, desk.jobs.apart(), back, desk.state.preferences)


def show_reading(
    signed: SignedIn, jobs: Jobs, closed: Callable[[], None], preferences: Preferences
) -> "ReadingScreen":
    """The reading of somebody who has signed in, or the consensus, on the full screen."""
    from station.app.reading.workflow import BlindReading
    from station.archive.readings import CoordinatorSitting
    from station.ui.reading.keys import Keys
    from station.ui.reading.screen import ReadingScreen

    assert not isinstance(signed.sitting, CoordinatorSitting)
    reading = BlindReading(signed.sitting, jobs)
    before = language.spoken()
    if reading.protocol.language:  # all readers of a study see the same words
        theme.speak(Language(reading.protocol.language))

    def back() -> None:
        if language.spoken() is not before:
            language.install(before)
        closed()

    shown = ReadingScreen(reading, Keys(preferences.keys))
    shown.closed.connect(back)
    kept = [shown]  # or Python takes it away while Qt is still closing it
    shown.destroyed.connect(lambda *_: kept.clear())
    shown.setGeometry(QApplication.primaryScreen().geometry())  # where no window manager does it
    shown.showFullScreen()
    shown.activateWindow()
    reading.begin()
    return shown


READING_TABLE = (
    Entry("reading.new", marked("Reading"), marked("New reader study…"), ask_new_study),
    Entry(
        "reading.read",
        marked("Reading"),
        marked("Read a study…"),
        lambda screen: ask_sign_in(screen, Purpose.READ),
        ("Ctrl+R",),
        separated=True,
    ),
    Entry(
        "reading.consensus",
        marked("Reading"),
        marked("Consensus…"),
        lambda screen: ask_sign_in(screen, Purpose.CONSENSUS),
    ),
    Entry(
        "reading.coordinator",
        marked("Reading"),
        marked("Coordinator…"),
        lambda screen: ask_sign_in(screen, Purpose.COORDINATE),
        separated=True,
    ),
)
