"""The program itself on a real X server: a real mouse and keyboard, seen by what it leaves behind.

There is no window manager on that server, so the keyboard is given to a window by hand.
"""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtGui import QImage

from tests.made_up import studies

pytestmark = pytest.mark.simulated

PATIENCE_S = 30.0
"""How long a slow machine may take for a step; a fast one takes none of it"""
PAUSE_S = 0.05
CONVENTIONAL_PX = (500, 350)
"""A point in the large conventional pane of a window of 1600×1000"""

CORNER_PX = 35
"""A point of the key image below the header, above the first caption"""

T = TypeVar("T")


class Station:
    """`python -m station` on a display, and hands on its mouse and keyboard."""

    def __init__(self, display: str, home: Path, *paths: Path) -> None:
        self._environment = {
            **os.environ,
            "DISPLAY": display,
            "QT_QPA_PLATFORM": "xcb",
            "STATION_HOME": str(home),
        }
        self.process = subprocess.Popen(
            [sys.executable, "-m", "station", *map(str, paths)],
            env=self._environment,
            stderr=subprocess.PIPE,
            text=True,
        )

    def xdotool(self, *words: object) -> list[str]:
        """Run one command; its lines, or none where it found nothing."""
        result = subprocess.run(
            ["xdotool", *map(str, words)],
            env=self._environment,
            capture_output=True,
            text=True,
            check=False,
        )
        return result.stdout.split("\n")[:-1] if result.returncode == 0 else []

    def wait(self, look: Callable[[], T | None], what: str) -> T:
        """Look until there is something."""
        end = time.monotonic() + PATIENCE_S
        while not (found := look()):
            assert self.process.poll() is None, f"the program ended: {self.process.communicate()}"
            assert time.monotonic() < end, f"waited {PATIENCE_S:.0f} s for {what}"
            time.sleep(PAUSE_S)
        return found

    def window(self, name: str) -> str:
        """The window whose title holds `name`; it gets the keyboard."""
        (found, *_) = self.wait(
            lambda: self.xdotool("search", "--onlyvisible", "--name", name), f'a window "{name}"'
        )
        self.xdotool("windowfocus", "--sync", found)
        return found

    def key(self, *keys: str) -> None:
        self.xdotool("key", "--delay", "60", *keys)

    def drag(self, button: int, by: tuple[int, int]) -> None:
        x, y = CONVENTIONAL_PX
        self.xdotool("mousemove", x, y, "mousedown", button)
        for step in range(1, 6):
            self.xdotool("mousemove", x + by[0] * step // 5, y + by[1] * step // 5)
        self.xdotool("mouseup", button)

    def save_key_image(self, file: Path) -> QImage:
        """Ctrl+K, the path, Return: works as soon as an image is shown."""

        def dialog() -> list[str]:
            self.window("Doe, Jane")
            self.key("ctrl+k")
            time.sleep(PAUSE_S * 4)
            return self.xdotool("search", "--onlyvisible", "--name", "Save key image")

        self.wait(dialog, "the images and the dialog")
        self.window("Save key image")
        self.key("ctrl+a")
        self.xdotool("type", "--delay", "5", str(file))
        self.key("Return")
        picture = self.wait(lambda: self._whole(file), f"{file.name}")
        self.window("Doe, Jane")
        return picture

    @staticmethod
    def _whole(file: Path) -> QImage | None:
        picture = QImage(str(file)) if file.exists() else QImage()
        return None if picture.isNull() else picture

    def quit(self) -> None:
        self.window("Station")
        self.key("ctrl+q")
        _, errors = self.process.communicate(timeout=PATIENCE_S)
        assert self.process.returncode == 0, errors
        assert "Traceback" not in errors


@pytest.fixture
def station(x_display: str, station_home: Path, pair_folder: Path) -> Iterator[Station]:
    program = Station(x_display, station_home, pair_folder)
    yield program
    if program.process.poll() is None:
        program.process.kill()
        program.process.communicate()


def left_behind(home: Path) -> dict:
    return json.loads((home / "settings.json").read_text())["state"]


def test_a_reader_opens_a_folder_works_with_mouse_and_keys_and_quits(
    station: Station, station_home: Path, tmp_path: Path
) -> None:
    title = station.xdotool("getwindowname", station.window(studies.NAME))
    assert title == ["Doe, Jane · 2024-03-01 · Station"]
    first = station.save_key_image(tmp_path / "first.png")
    assert first.width() > 800
    assert first.height() > 800

    station.key("5", "i", "ctrl+3")
    second = station.save_key_image(tmp_path / "second.png")
    assert second.width() == first.width()
    assert first.height() - second.height() == 20, "the caption names one image instead of two"
    assert first.pixelColor(CORNER_PX, CORNER_PX).lightness() > 200
    assert second.pixelColor(CORNER_PX, CORNER_PX).lightness() < 55

    # A window that is busy finds the keys and the drag waiting, all at once.
    station.process.send_signal(signal.SIGSTOP)
    station.key("ctrl+1", "5")
    station.drag(1, (0, 60))
    station.process.send_signal(signal.SIGCONT)
    station.quit()
    state = left_behind(station_home)
    assert state["layout"] == "compare"
    assert state["inverse"] is False
    low, high = state["window"]
    assert low == 0
    assert high > 15.0, "the drag moved the upper bound that the key had set"
