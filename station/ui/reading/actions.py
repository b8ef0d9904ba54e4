"""The menu Reading: reader studies are made, read, agreed on and followed."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from station.operations.reading.sign_in import Purpose, SignedIn
from station.ui.action import Entry, Screen

if TYPE_CHECKING:
    from station.ui.reading.screen import ReadingScreen


def ask_new_study(screen: Screen) -> None:
    from station.ui.reading.wizard.wizard import show_new_study

    show_new_study(screen)


def ask_sign_in(screen: Screen, purpose: Purpose) -> None:
    """Ask who it is, then open what their role allows."""
    from station.ui.reading.sign_in import SignInDialog

    dialog = SignInDialog(screen.desk, purpose, screen.window())
    dialog.signed_in.connect(lambda signed: open_signed_in(screen, signed))
    dialog.show()


def open_signed_in(screen: Screen, signed: SignedIn) -> QWidget:
    """The reader's screen, that of the consensus, or the coordinator's view."""
    from station.archive.readings import CoordinatorSitting

    sitting = signed.sitting
    if isinstance(sitting, CoordinatorSitting):
        from station.ui.reading.coordinator.view import show_coordinator

        view = show_coordinator(screen, sitting)
        view.destroyed.connect(signed.studies.close)
        return view
    return _show_screen(screen, signed)


def _show_screen(screen: Screen, signed: SignedIn) -> "ReadingScreen":
    """The reading on the full screen, the rest of the program hidden: a title names a patient, a
    list names series."""
    from station.app.reading.workflow import BlindReading
    from station.archive.readings import CoordinatorSitting
    from station.ui.reading.screen import ReadingScreen

    assert not isinstance(signed.sitting, CoordinatorSitting)
    desk = screen.desk
    reading = BlindReading(signed.sitting, desk.jobs.apart())
    shown = screen.reading_screen = ReadingScreen(reading)
    others = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
    desk.quality.pause(True)

    def back() -> None:
        screen.reading_screen = None
        desk.quality.pause(False)
        signed.studies.close()
        for widget in others:
            if isValid(widget):
                widget.show()

    shown.closed.connect(back)
    shown.setGeometry(screen.window().screen().geometry())  # where no window manager does it
    shown.showFullScreen()
    for widget in others:
        widget.hide()
    shown.activateWindow()
    reading.begin()
    return shown


READING_TABLE = (
    Entry("reading.new", "Reading", "New reader study…", ask_new_study),
    Entry(
        "reading.read",
        "Reading",
        "Read a study…",
        lambda screen: ask_sign_in(screen, Purpose.READ),
        ("Ctrl+R",),
        separated=True,
    ),
    Entry(
        "reading.consensus",
        "Reading",
        "Consensus…",
        lambda screen: ask_sign_in(screen, Purpose.CONSENSUS),
    ),
    Entry(
        "reading.coordinator",
        "Reading",
        "Coordinator…",
        lambda screen: ask_sign_in(screen, Purpose.COORDINATE),
        separated=True,
    ),
)
