import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from station.ui.idle import LOOK_EVERY_MS, MINUTE_MS, IdleWatch

LOOKS = MINUTE_MS // LOOK_EVERY_MS


class Seen:
    """What a window shows, and how often nobody was there."""

    def __init__(self) -> None:
        self.sign = 0
        self.idle = 0

    def on_idle(self) -> None:
        self.idle += 1


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    return window


def test_a_minute_without_a_change_is_noticed_once(window: QWidget) -> None:
    seen = Seen()
    watch = IdleWatch(window, 1, lambda: seen.sign, seen.on_idle)
    for _ in range(LOOKS):
        watch.look()
    assert seen.idle == 0
    watch.look()
    assert seen.idle == 1
    for _ in range(3 * LOOKS):
        watch.look()
    assert seen.idle == 1


def test_a_change_begins_the_minute_again(window: QWidget) -> None:
    seen = Seen()
    watch = IdleWatch(window, 1, lambda: seen.sign, seen.on_idle)
    for look in range(5 * LOOKS):
        seen.sign += look % (LOOKS - 1) == 0
        watch.look()
    assert seen.idle == 0
