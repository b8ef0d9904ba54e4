"""The second window: a column or layout of its own, and where it comes back."""

from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication

from station.ui.second_window import BESIDE_PX, COLUMNS, SecondWindow, beside
from station.ui.viewing.pane_area import PaneArea
from station.ui.window import ReadingWindow
from tests.ui.conftest import OpenWindow
from tests.ui.gestures import press

ROOM = QRect(0, 0, 1920, 1080)


def second_window() -> SecondWindow | None:
    there = [w for w in QApplication.topLevelWidgets() if isinstance(w, SecondWindow)]
    return next((one for one in there if one.isVisible()), None)


def choose(window: SecondWindow, words: str) -> list[tuple[str, str]]:
    """Choose what it shows; (slot, pane) of what it shows then."""
    menu = window.chooser.menu()
    assert menu is not None
    next(action for action in menu.actions() if action.text() == words).trigger()
    QApplication.processEvents()
    (area,) = [one for one in window.findChildren(PaneArea) if one.isVisible()]
    return [(str(one.content.slot), one.name) for one in area.panes() if one.content]


def test_it_shows_one_column_of_any_image(window: ReadingWindow) -> None:
    press(window, Qt.Key.Key_F4)
    second = second_window()
    assert second is not None
    assert choose(second, "One column: CT") == [
        ("ct", "axial"),
        ("ct", "coronal"),
        ("ct", "sagittal"),
    ]
    assert choose(second, "One column: DL")[0] == ("denoised", "axial")
    assert choose(second, "One column: MIP") == [("conventional", "mip")]
    assert second.chooser.text() == "One column: MIP"


def test_what_it_shows_next_takes_a_click_at_once(window: ReadingWindow) -> None:
    press(window, Qt.Key.Key_F4)
    second = second_window()
    assert second is not None
    menu = second.chooser.menu()
    assert menu is not None
    next(one for one in menu.actions() if one.text() == "One column: DL").trigger()
    area = next(one for one in second.findChildren(PaneArea) if one.panes()[0].name == "axial")
    assert all(shown.isVisible() for shown in area.panes()), "before another event is handled"


def test_a_second_window_that_was_open_is_there_again_and_shows_the_same(
    open_window: OpenWindow, pair_folder: Path
) -> None:
    first = open_window(pair_folder)
    press(first, Qt.Key.Key_F4)
    second = second_window()
    assert second is not None
    choose(second, "One column: DL on CT")
    second.setGeometry(40, 50, 640, 480)
    first.close()
    QApplication.processEvents()
    assert second_window() is None
    again = open_window(pair_folder)
    second = second_window()
    assert second is not None
    assert second.chooser.text() == COLUMNS["fused-denoised"][0]
    assert second.size().toTuple() == (640, 480)
    press(again, Qt.Key.Key_F4)
    again.close()
    open_window(pair_folder)
    assert second_window() is None, "it was closed by hand"


def test_a_kept_choice_that_no_longer_exists_gives_the_mips(
    open_window: OpenWindow, pair_folder: Path
) -> None:
    window = open_window(pair_folder)
    window.desk.settings.remember({"second_layout": "column:hologram", "second_screen": "gone"})
    press(window, Qt.Key.Key_F4)
    second = second_window()
    assert second is not None
    assert second.chooser.text() == "MIP pair"


@pytest.mark.parametrize(
    ("first", "place"),
    [
        (QRect(0, 30, 900, 700), QRect(900, 30, 800, 600)),
        (QRect(1000, 30, 900, 700), QRect(200, 30, 800, 600)),
        (QRect(0, 0, 1920, 1080), QRect(BESIDE_PX, 0, 800, 600)),
        (QRect(0, 900, 900, 700), QRect(900, 480, 800, 600)),
    ],
)
def test_on_one_monitor_it_is_beside_the_first_where_there_is_room(
    first: QRect, place: QRect
) -> None:
    assert beside(first, QRect(0, 0, 800, 600), ROOM) == place


def test_it_is_never_larger_than_the_monitor() -> None:
    assert beside(QRect(0, 0, 900, 700), QRect(0, 0, 4000, 3000), ROOM) == ROOM
