"""Borders between panes: moved with the mouse and the keyboard, kept, and put back."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QSplitterHandle

from station.app.state import Layout
from station.ui.viewing.splits import SplitPanes
from station.ui.window import ReadingWindow
from tests.ui.conftest import OpenWindow
from tests.ui.gestures import CTRL, LEFT, NO_KEY, double_click, pane, press


def split(window: ReadingWindow, key: str, number: int = 0) -> SplitPanes:
    QApplication.processEvents()  # what was put into a layout is shown in the next turn
    there = [one for one in window.panes.findChildren(SplitPanes) if one.key == key]
    return [one for one in there if one.isVisible()][number]


def border(window: ReadingWindow, key: str, number: int = 0) -> QSplitterHandle:
    return split(window, key, number).handle(1)


def drag_border(handle: QSplitterHandle, by: tuple[int, int], steps: int = 4) -> None:
    """Take a border and carry it along: it moves with the pointer, so that the pointer's place is
    counted on the screen."""
    start = handle.mapToGlobal(handle.rect().center())

    def send(kind: QEvent.Type, at: QPoint) -> None:
        local, place = QPointF(handle.mapFromGlobal(at)), QPointF(at)
        event = QMouseEvent(kind, local, place, LEFT, LEFT, NO_KEY)
        QApplication.sendEvent(handle, event)

    send(QEvent.Type.MouseButtonPress, start)
    for step in range(1, steps + 1):
        send(QEvent.Type.MouseMove, start + QPoint(*by) * step / steps)
    send(QEvent.Type.MouseButtonRelease, start + QPoint(*by))


def heights(window: ReadingWindow, name: str) -> list[int]:
    QApplication.processEvents()
    return [one.height() for one in window.panes.panes() if one.name == name]


def test_a_dragged_border_makes_the_axial_panes_of_all_columns_taller(
    window: ReadingWindow,
) -> None:
    before = heights(window, "axial")
    drag_border(border(window, "compare.rows"), (0, 60))
    after = heights(window, "axial")
    assert len(set(after)) == 1, "one scale in both columns"
    assert after[0] == pytest.approx(before[0] + 60, abs=3)
    assert window.desk.session.undo_stack.count() == 1
    press(window, "z", CTRL)
    assert heights(window, "axial") == before


def test_the_mip_is_made_wider_and_a_double_click_puts_it_back(window: ReadingWindow) -> None:
    row = split(window, "compare.row.3", 1)
    before = pane(window, 1, "mip").width()
    drag_border(row.handle(2), (-40, 0))
    QApplication.processEvents()
    assert pane(window, 1, "mip").width() == pytest.approx(before + 40, abs=3)
    assert pane(window, 0, "mip").width() == pytest.approx(before + 40, abs=3)
    double_click(row.handle(2))
    QApplication.processEvents()
    assert pane(window, 1, "mip").width() == before
    assert window.desk.state.splits == {}


def test_the_keyboard_moves_a_border_and_not_the_slices(window: ReadingWindow) -> None:
    position = window.desk.state.views[0].position_mm
    handle = border(window, "compare.rows")
    handle.setFocus(Qt.FocusReason.TabFocusReason)
    before = heights(window, "axial")[0]
    for _ in range(3):
        QTest.keyClick(handle, Qt.Key.Key_Down)
    assert heights(window, "axial")[0] > before
    assert window.desk.state.views[0].position_mm == position
    assert window.desk.session.undo_stack.count() == 1, "one visit of a border is one edit"
    QTest.keyClick(handle, Qt.Key.Key_Left)
    QTest.keyClick(handle, Qt.Key.Key_Backspace)
    assert heights(window, "axial")[0] == before
    QTest.keyClick(handle, Qt.Key.Key_Escape)
    assert window.focusWidget() is window.panes


def test_a_border_is_reached_with_tab_and_shows_that_it_has_the_keys(
    window: ReadingWindow,
) -> None:
    window.panes.setFocus()
    QTest.keyClick(window.panes, Qt.Key.Key_Tab)
    handle = window.focusWidget()
    assert isinstance(handle, QSplitterHandle)
    assert handle.accessibleName().startswith("Border between ")
    lit = handle.grab().toImage().pixelColor(handle.rect().center())
    window.panes.setFocus()
    dark = handle.grab().toImage().pixelColor(handle.rect().center())
    assert lit.lightness() > dark.lightness() + 40


def test_a_border_cannot_be_moved_so_far_that_a_pane_is_lost(window: ReadingWindow) -> None:
    handle = border(window, "compare.rows")
    handle.setFocus()
    for _ in range(80):
        QTest.keyClick(handle, Qt.Key.Key_Up)
    assert min(heights(window, "axial")) >= 40
    drag_border(handle, (0, 3000))
    QApplication.processEvents()
    assert min(heights(window, "coronal")) >= 40


def test_borders_are_kept_for_each_layout_and_for_the_next_start(
    open_window: OpenWindow, pair_folder: Path
) -> None:
    first = open_window(pair_folder)
    drag_border(border(first, "compare.rows"), (0, 60))
    moved = first.desk.state.splits["compare.rows"]
    press(first, "2", CTRL)
    assert split(first, "grid.rows").shares == (0.5, 0.5)
    press(first, "1", CTRL)
    assert split(first, "compare.rows").shares == moved
    first.close()
    second = open_window(pair_folder)
    assert second.desk.state.layout is Layout.COMPARE
    assert split(second, "compare.rows").shares == pytest.approx(moved)


def test_panes_keep_their_shares_when_the_window_grows(window: ReadingWindow) -> None:
    drag_border(border(window, "compare.rows"), (0, 60))
    share = split(window, "compare.rows").shares[0]
    window.resize(1500, 760)
    (first, _) = heights(window, "axial")
    total = sum(split(window, "compare.rows").sizes())
    assert first == pytest.approx(share * total, abs=1)


def test_a_border_that_lost_the_keyboard_leaves_no_bright_rim_on_the_panes(
    window: ReadingWindow,
) -> None:
    handle = border(window, "compare.rows")

    def seen() -> QImage:
        QApplication.processEvents()
        middle = handle.mapTo(window, handle.rect().center())
        screen = window.screen().grabWindow(window.winId())
        return screen.copy(middle.x() - 4, middle.y() - 8, 8, 16).toImage()

    window.panes.setFocus()
    before = seen()
    handle.setFocus(Qt.FocusReason.TabFocusReason)
    assert seen() != before
    window.panes.setFocus()
    assert seen() == before
