"""The first start of an installed program compiles its kernels and shows how far it is."""

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QProgressDialog, QPushButton

from station.ui.preparing import STEPS, prepare

# It starts other programs.
pytestmark = pytest.mark.simulated


def shown() -> QProgressDialog:
    return next(
        widget
        for widget in QApplication.topLevelWidgets()
        if isinstance(widget, QProgressDialog) and widget.isVisible()
    )


def test_it_follows_the_process_to_its_end(qapp: QApplication, tmp_path: Path):
    code = f"""
import pathlib, time
print("0.250", flush=True)
while not pathlib.Path({str(tmp_path / "seen")!r}).exists():
    time.sleep(0.01)
"""
    seen: list[int] = []

    def look() -> None:
        if shown().value() > 0:
            seen.append(shown().value())
            (tmp_path / "seen").touch()

    timer = QTimer()
    timer.timeout.connect(look)
    timer.start(10)
    prepare([sys.executable, "-c", code])
    assert seen[0] == STEPS // 4


def test_skipping_ends_the_process(qapp: QApplication):
    def skip() -> None:
        (button,) = shown().findChildren(QPushButton)
        button.click()

    timer = QTimer()
    timer.setSingleShot(True)
    timer.timeout.connect(skip)
    timer.start(50)
    prepare([sys.executable, "-c", "input()"])


def test_a_program_that_does_not_start_holds_nothing_up(qapp: QApplication, tmp_path: Path):
    prepare([str(tmp_path / "nothing")])
