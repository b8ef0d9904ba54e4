"""Qt on a real X server: its plugin loads, its windows appear, and a real mouse reaches them."""

import os
import subprocess
import sys

import pytest

pytestmark = pytest.mark.simulated

PROGRAM = """
import subprocess
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QPushButton

application = QApplication([])
button = QPushButton("Press")
button.clicked.connect(lambda: print(application.platformName(), "clicked", flush=True))
button.clicked.connect(application.quit)
button.setGeometry(100, 200, 80, 40)
button.show()
press = ["xdotool", "mousemove", "140", "220", "click", "1"]
QTimer.singleShot(200, lambda: subprocess.run(press, check=True))
QTimer.singleShot(20_000, lambda: application.exit(1))
raise SystemExit(application.exec())
"""


def test_a_real_mouse_click_reaches_a_button(x_display: str) -> None:
    environment = {**os.environ, "DISPLAY": x_display, "QT_QPA_PLATFORM": "xcb"}
    command = [sys.executable, "-c", PROGRAM]
    result = subprocess.run(
        command, env=environment, capture_output=True, text=True, timeout=60, check=False
    )
    assert result.stdout == "xcb clicked\n", result.stderr
