"""Starting the window, on a screen or as a picture."""

import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QApplication

from station.app.desk import Desk
from station.app.settings import WELCOMED
from station.archive import home
from station.logs import FOLDER, Logs
from station.operations.kernels import are_missing
from station.ui import theme
from station.ui.dialogs import crash_page
from station.ui.window import ReadingWindow

NO_DISPLAY = (
    "There is no display to open the window on. `station render PATH --out FILE.png` draws the "
    "window into a picture instead."
)
UNSEEN = ("offscreen", "minimal", "vnc")
"""Platforms of Qt whose windows nobody sees on this screen"""


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
    if not has_display():
        sys.stderr.write(NO_DISPLAY + "\n")
        return 2
    from station.ui.single import FirstWindow, handed_over

    app = application()
    if not demo and not another and (answer := handed_over(home(), paths)) is not None:
        sys.stderr.write(answer and f"{answer}\n")
        return 1 if answer else 0
    logs = Logs(home() / FOLDER)
    crashes = logs.crashes()
    logs.begin("window")
    if are_missing():
        from station.ui.preparing import prepare

        prepare()
    desk = Desk(home())
    window = ReadingWindow(desk)
    welcomed = desk.settings.flag(WELCOMED, False)
    if not welcomed:
        from station.ui.preferences.first_start import fit_text

        fit_text(desk, window)
    window.show()
    gc.freeze()  # all of this stays: to look through it again and again would only cost time
    first = FirstWindow(home(), window.open_from_outside, window)
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
