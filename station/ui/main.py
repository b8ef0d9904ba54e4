"""Starting the window, on a screen or as a picture."""

import gc
import os
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox

from station.app import language
from station.app.desk import Desk
from station.app.language import tr
from station.app.preferences import Preferences
from station.app.session import Session
from station.app.settings import WELCOMED
from station.archive import home
from station.errors import StationError
from station.installed import REPLACED, was_replaced
from station.logs import FOLDER, Logs
from station.operations.kernels import are_missing
from station.system import is_frozen, missing_libraries, share_free_memory, x_answers
from station.ui import theme
from station.ui.dialogs import crash_page
from station.ui.window import ReadingWindow

NO_DISPLAY = (
    "There is no display to open the window on. `station render PATH --out FILE.png` draws the "
    "window into a picture instead."
)
UNSEEN = ("offscreen", "minimal", "vnc")
"""Platforms of Qt whose windows nobody sees on this screen"""


def display_fault() -> str | None:
    """Why no window can be opened, with what to do; None where nothing speaks against it.

    Qt itself would end the program with words for developers.
    """
    if not has_display():
        return NO_DISPLAY
    chosen = os.environ.get("QT_QPA_PLATFORM", "").partition(":")[0]
    display = os.environ.get("DISPLAY")
    if not sys.platform.startswith("linux") or chosen not in {"", "xcb"} or not display:
        return None
    if os.environ.get("WAYLAND_DISPLAY") and not chosen:
        return None  # Qt takes the one that works
    if missing := missing_libraries(on_x=True):
        return (
            f"The system lacks {', '.join(missing)}, without which no window can be opened on X. "
            f"Install: sudo apt-get install {' '.join(missing.values())}"
        )
    if x_answers():
        return None
    from station.operations.doctor import no_answer

    return no_answer(display)


def speak_as_chosen(preferences: Preferences) -> None:
    """In the language of the environment, the reader or the system; before a window is made."""
    theme.speak(language.chosen(preferences.language))


def has_display() -> bool:
    """Whether a window can be seen: on Linux that needs X or Wayland, and a platform of Qt that
    shows something."""
    if os.environ.get("QT_QPA_PLATFORM", "").partition(":")[0] in UNSEEN:
        return False
    if not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def application() -> QApplication:
    """The Qt application in the program's style; made once."""
    there = QApplication.instance()
    if isinstance(there, QApplication):
        return there
    share_free_memory()
    made = QApplication(sys.argv[:1])
    made.setApplicationName("Station")
    made.setDesktopFileName("station")
    theme.apply(made)
    return made


def run(paths: Sequence[Path] = (), *, demo: bool = False, another: bool = False) -> int:
    """Open the window, and the paths or the demo study in it; returns the exit code.

    Where this user has a window open already, the paths are opened in that one, which comes to the
    front; not so with `demo`, or where `another` window is wanted.
    """
    if fault := display_fault():
        sys.stderr.write(fault + "\n")
        return 2
    app = application()
    try:
        return _run(app, paths, demo, another)
    except StationError as error:
        _say(str(error))
        return 2


def _run(app: QApplication, paths: Sequence[Path], demo: bool, another: bool) -> int:
    from station.ui.single import FirstWindow, handed_over

    if not demo and not another and (answer := handed_over(home(), paths)) is not None:
        if answer:
            _say(answer)
        return 1 if answer else 0
    logs = Logs(home() / FOLDER)
    crashes = logs.crashes()
    logs.begin("window")
    if are_missing():
        from station.ui.preparing import prepare

        prepare()
    desk = Desk(home())
    speak_as_chosen(desk.state.preferences)
    window = ReadingWindow(desk)
    welcomed = desk.settings.flag(WELCOMED, False)
    if not welcomed:
        from station.ui.preferences.first_start import fit_text

        fit_text(desk, window)
    window.show()
    gc.freeze()  # all of this stays: to look through it again and again would only cost time
    gc.enable()  # not while the window was made (`station/__main__.py`)
    first = FirstWindow(home(), window.open_from_outside, window)
    app.applicationStateChanged.connect(partial(_look_for_upgrade, desk.session))
    if demo:
        desk.library.open_demo()
    if paths:
        desk.library.open_paths(paths)
    if not (welcomed or demo or paths or crashes):  # who opens something wants to see that
        from station.ui.preferences.first_start import welcome

        welcome(desk, window)
    if crashes:
        crash_page(window, logs, crashes).show()
    code = app.exec()
    first.close()
    logs.end()
    return code


def _say(sentence: str) -> None:
    """To who started the program: in the terminal, or where there is none, in a box."""
    sys.stderr.write(f"{sentence}\n")
    if not sys.stderr.isatty():
        QMessageBox.warning(None, tr("Station"), sentence)


def _look_for_upgrade(session: Session, state: Qt.ApplicationState) -> None:
    """Whoever comes back to the window reads that it is of a build that is gone."""
    if state == Qt.ApplicationState.ApplicationActive and is_frozen() and was_replaced():
        session.set(notice=REPLACED)
