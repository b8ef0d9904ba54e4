"""The menu Reading: reader studies are made, read, agreed on and followed."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from station.operations.reading.sign_in import Purpose, SignedIn
from station.ui.action import Entry

if TYPE_CHECKING:
    from station.ui.reading.screen import ReadingScreen
    from station.ui.window import ReadingWindow


def ask_new_study(window: "ReadingWindow") -> None:
    from station.ui.reading.wizard.wizard import show_new_study

    show_new_study(window)


def ask_sign_in(window: "ReadingWindow", purpose: Purpose) -> None:
    """Ask who it is, then open what is his."""
    from station.ui.reading.sign_in import SignInDialog

    dialog = SignInDialog(window, purpose)
    dialog.signed_in.connect(lambda signed: open_signed_in(window, signed))
    dialog.show()


def open_signed_in(window: "ReadingWindow", signed: SignedIn) -> QWidget:
    """The reader's screen, that of the consensus, or the coordinator's view."""
    from station.archive.readings import CoordinatorSession

    session = signed.session
    if isinstance(session, CoordinatorSession):
        from station.ui.reading.coordinator.view import show_coordinator

        view = show_coordinator(window, session)
        view.destroyed.connect(signed.studies.close)
        return view
    return _show_screen(window, signed)


def _show_screen(window: "ReadingWindow", signed: SignedIn) -> "ReadingScreen":
    """The reading over all the screen. Nothing else of the program can be seen meanwhile: a title
    names a patient, a list names series."""
    from station.app.reading.workflow import BlindReading
    from station.archive.readings import CoordinatorSession
    from station.ui.reading.screen import ReadingScreen

    assert not isinstance(signed.session, CoordinatorSession)
    reading = BlindReading(signed.session, window.jobs.apart())
    screen = ReadingScreen(reading)
    window.reading_screen = screen
    others = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
    window.quality.pause(True)

    def back() -> None:
        window.reading_screen = None
        window.quality.pause(False)
        signed.studies.close()
        for one in others:
            if isValid(one):
                one.show()

    screen.closed.connect(back)
    screen.setGeometry(window.screen().geometry())  # where no window manager does it
    screen.showFullScreen()
    for one in others:
        one.hide()
    screen.activateWindow()
    reading.begin()
    return screen


READING_TABLE = (
    Entry("reading.new", "Reading", "New reader study…", ask_new_study),
    Entry(
        "reading.read",
        "Reading",
        "Read a study…",
        lambda window: ask_sign_in(window, Purpose.READ),
        ("Ctrl+R",),
        separated=True,
    ),
    Entry(
        "reading.consensus",
        "Reading",
        "Consensus…",
        lambda window: ask_sign_in(window, Purpose.CONSENSUS),
    ),
    Entry(
        "reading.coordinator",
        "Reading",
        "Coordinator…",
        lambda window: ask_sign_in(window, Purpose.COORDINATE),
        separated=True,
    ),
)
