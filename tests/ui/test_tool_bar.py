"""The tool bar: tools of one kind on one button, and what becomes of those that do not fit."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolButton

from station.app.state import Tool as Hand
from station.ui.tool_bar import Tool, ToolGroup
from station.ui.window import ReadingWindow
from tests.ui.gestures import click, press


def group(window: ReadingWindow, name: str) -> ToolGroup:
    groups = window.tools.findChildren(ToolGroup)
    return next(one for one in groups if one.accessibleName() == name)


def resize(window: ReadingWindow, width: int, height: int = 720) -> None:
    window.resize(width, height)
    QApplication.processEvents()
    QApplication.processEvents()


def in_more(window: ReadingWindow) -> list[str]:
    """What the menu behind the last button offers."""
    menu = window.tools.more.menu()
    menu.aboutToShow.emit()
    return [action.text() for action in menu.actions()]


def test_at_1280_pixels_every_tool_is_in_the_bar(window: ReadingWindow) -> None:
    resize(window, 1280)
    assert window.tools.more.isHidden()
    for button in window.tools.findChildren(Tool):
        if button is window.tools.more:
            continue
        assert button.isVisible(), button.text()
        right = button.mapTo(window.tools, QPoint(button.width(), 0)).x()
        assert right <= window.tools.width(), button.text()


def test_at_960_pixels_the_rest_is_in_a_menu_with_words_and_drawings(
    window: ReadingWindow,
) -> None:
    resize(window, 960, 1000)
    assert window.width() == 960
    assert window.tools.more.isVisible()
    words = in_more(window)
    assert "SUV window" in words
    assert "Links" in words
    menu = window.tools.more.menu()
    assert all(not action.icon().isNull() for action in menu.actions())
    (windows,) = [one for one in menu.findChildren(QMenu) if one.title() == "SUV window"]
    assert windows.actions()[0].text() == "SUV 0–5"
    for name in ("Spheres", "Grow", "Paint", "Draw"):
        assert group(window, name).isVisible()


def test_what_gave_way_comes_back_with_the_room(window: ReadingWindow) -> None:
    resize(window, 960)
    resize(window, 1600)
    assert window.tools.more.isHidden()
    tools = [one for one in window.tools.findChildren(Tool) if one is not window.tools.more]
    assert all(one.isVisible() for one in tools)


def test_a_tool_in_the_menu_is_taken_by_keyboard(window: ReadingWindow) -> None:
    resize(window, 960)
    window.activateWindow()
    more = window.tools.more
    more.setFocus(Qt.FocusReason.TabFocusReason)
    menu = more.menu()
    menu.popup(window.mapToGlobal(QPoint(10, 60)))
    first = menu.actions()[0]
    QTest.keyClick(menu, Qt.Key.Key_Down)
    assert menu.activeAction() is first
    menu.close()


@pytest.mark.parametrize(
    ("key", "name", "words"),
    [
        ("e", "Paint", "Eraser"),
        ("o", "Draw", "Ellipse"),
        ("j", "Draw", "Text"),
        ("w", "Grow", "Grow"),
    ],
)
def test_a_group_shows_the_tool_that_was_used_last_and_a_click_takes_it_again(
    window: ReadingWindow, key: str, name: str, words: str
) -> None:
    press(window, key)
    button = group(window, name)
    assert (button.text(), button.isChecked()) == (words, True)
    in_hand = window.desk.state.tool
    press(window, Qt.Key.Key_Escape)
    assert (button.text(), button.isChecked()) == (words, False)
    click(button, QPoint(10, button.height() // 2))
    assert window.desk.state.tool is in_hand
    assert isinstance(in_hand, Hand)


def test_a_click_on_a_tool_leaves_the_keys_to_the_images(window: ReadingWindow) -> None:
    window.panes.setFocus()
    click(group(window, "Paint"), QPoint(10, 10))
    assert window.focusWidget() is window.panes


def test_return_and_space_press_the_button_that_has_the_focus(window: ReadingWindow) -> None:
    button = next(one for one in window.tools.findChildren(QToolButton) if one.text() == "Inverse")
    before = window.desk.state.inverse
    button.setFocus(Qt.FocusReason.TabFocusReason)
    press(window, Qt.Key.Key_Space)
    assert window.desk.state.inverse is not before
    assert window.focusWidget() is button
    button.setFocus(Qt.FocusReason.TabFocusReason)
    press(window, Qt.Key.Key_Right)
    assert window.focusWidget() is not button
    assert isinstance(window.focusWidget(), Tool)
