"""Laws of the table of actions, and the menus, tool bar and page of shortcuts made of it."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QTextBrowser, QToolBar, QToolButton

from station.app.state import State
from station.ui import dialogs
from station.ui.actions import GESTURES, MENUS, PANE_MENU, TABLE, lettered, shortcuts, words_of
from station.ui.reading.keys import BLINDED
from station.ui.tool_bar import ToolGroup
from station.ui.voi.actions import RULE_IDS
from station.ui.window import ReadingWindow
from tests.ui.conftest import OpenWindow

UNDO_KEYS = ("Ctrl+Z", "Ctrl+Shift+Z")


def test_every_id_is_unique() -> None:
    assert len({entry.id for entry in TABLE}) == len(TABLE)


def test_no_key_does_two_things() -> None:
    keys = [QKeySequence(key).toString() for entry in TABLE for key in entry.keys]
    keys += UNDO_KEYS
    assert len(set(keys)) == len(keys)
    assert all(keys), "every key is one that Qt knows"


def test_every_entry_belongs_to_a_menu_and_has_words() -> None:
    for entry in TABLE:
        assert entry.menu in MENUS, entry.id
        assert entry.text, entry.id


def test_the_menu_of_an_image_offers_entries_of_the_table() -> None:
    assert set(PANE_MENU) <= {entry.id for entry in TABLE}


@pytest.mark.parametrize(
    ("key", "id_"),
    [
        *[(str(n), f"window.{upper}") for n, upper in enumerate((5, 6, 7, 10, 15, 20), 1)],
        ("I", "image.inverse"),
        ("F", "image.fusion"),
        ("Space", "view.reset"),
        ("PgUp", "slice.up10"),
        ("PgDown", "slice.down10"),
        ("Home", "slice.last"),
        ("End", "slice.first"),
    ],
)
def test_the_keys_that_a_radiologist_expects(key: str, id_: str) -> None:
    assert [entry.id for entry in TABLE if key in entry.keys] == [id_]


def reachable(menu: QMenu) -> Iterator[QAction]:
    """The actions of a menu and its submenus."""
    for action in menu.actions():
        below = action.menu()
        if isinstance(below, QMenu):
            yield from reachable(below)
        elif not action.isSeparator():
            yield action


def test_every_entry_stands_in_its_menu_once(open_window: OpenWindow) -> None:
    window = open_window()
    menus = {action.text().replace("&", ""): action.menu() for action in window.menuBar().actions()}
    assert tuple(menus) == MENUS
    for name, menu in menus.items():
        assert isinstance(menu, QMenu)
        actions = list(reachable(menu))
        assert len(set(actions)) == len(actions)
        expected = [window.actions_[entry.id] for entry in TABLE if entry.menu == name]
        if name == "Edit":
            expected += [window.actions_.undo, window.actions_.redo]
        assert set(actions) == set(expected)


def test_alt_and_a_letter_open_each_menu(window: ReadingWindow) -> None:
    titles = [action.text() for action in window.menuBar().actions()]
    assert titles == lettered(MENUS)
    letters = [title[title.index("&") + 1].upper() for title in titles]
    assert len(set(letters)) == len(MENUS)
    for letter, action in zip(letters, window.menuBar().actions(), strict=True):
        QTest.keyClick(window, Qt.Key[f"Key_{letter}"], Qt.KeyboardModifier.AltModifier)
        menu = QApplication.activePopupWidget()
        assert menu is not None
        assert menu is action.menu(), letter
        QTest.keyClick(menu, Qt.Key.Key_Escape)
        QTest.keyClick(window, Qt.Key.Key_Escape)


def test_a_menu_whose_letters_are_taken_or_not_on_the_keys_has_one_behind_it() -> None:
    assert lettered(["Bild", "Bericht", "Bi"]) == ["&Bild", "B&ericht", "B&i"]
    assert lettered(["ファイル", "AB", "表示"]) == ["ファイル(&A)", "A&B", "表示(&C)"]


def test_what_cannot_be_done_is_grey_and_says_why(open_window: OpenWindow) -> None:
    window = open_window()
    for id_, reason in (
        ("window.7", "No PET is shown."),
        ("view.reset", "No image is shown."),
        ("view.blink", "Both a conventional and a DL image are needed."),
        ("help.opened", "Nothing has been opened yet."),
        ("image.denoise", "No study is open."),
        ("image.filter", "No study is open."),
        ("image.changes", "A change map needs a conventional and a DL image."),
        ("image.doubts", "A map of where the network is unsure needs a DL image."),
        ("file.save_derived", "There is no unsaved derived series."),
    ):
        assert not window.actions_[id_].isEnabled(), id_
        assert window.actions_[id_].toolTip() == reason


def test_what_can_be_done_tells_its_keys(window: ReadingWindow) -> None:
    action = window.actions_["image.fusion"]
    assert action.isEnabled()
    assert action.toolTip() == "Fusion with CT (F)"


def test_check_marks_follow_the_state(window: ReadingWindow) -> None:
    def checked(prefix: str) -> list[str]:
        return [
            entry.id
            for entry in TABLE
            if entry.id.startswith(prefix) and window.actions_[entry.id].isChecked()
        ]

    assert checked("window.") == ["window.7"]
    window.desk.workflow.set_upper(10.0)
    assert checked("window.") == ["window.10"]
    window.desk.workflow.set_upper(9.0)
    assert checked("window.") == []
    window.actions_["window.10"].trigger()
    window.actions_["window.10"].trigger()
    assert checked("window.") == ["window.10"], "choosing it again does not take the mark away"
    assert checked("layout.") == ["layout.compare"]


def test_the_tool_bar_holds_the_entries_that_have_a_word_for_it(window: ReadingWindow) -> None:
    (bar,) = [one for one in window.findChildren(QToolBar) if one.objectName() == "tools"]
    buttons = bar.findChildren(QToolButton)
    shown: set[QAction | None] = {button.defaultAction() for button in buttons}
    for group in bar.findChildren(ToolGroup):
        shown |= set(group.menu().actions())
    shown -= {window.actions_[id_] for id_ in RULE_IDS}
    wordless = ("help.shortcuts", "voi.place_typed")
    for entry in TABLE:
        assert (window.actions_[entry.id] in shown) is bool(entry.tool) or (entry.id in wordless), (
            entry.id
        )
    words = {action.iconText() for action in shown if action is not None}
    assert {entry.tool for entry in TABLE if entry.tool} <= words


def test_the_page_of_shortcuts_lists_every_key_and_every_gesture(window: ReadingWindow) -> None:
    page = dialogs.shortcuts_page(window, window.desk.state)
    text = page.findChild(QTextBrowser)
    assert text is not None
    words = text.toPlainText()
    for entry in TABLE:
        for key in entry.keys:
            assert key in words, key
        assert not entry.keys or words_of(entry.binding, window.desk.state) in words
    for key in UNDO_KEYS:
        assert key in words
    for how, what in GESTURES:
        assert how in words
        assert what in words
    page.close()


def test_shortcuts_are_in_the_order_of_the_menus() -> None:
    order = [(*MENUS, BLINDED).index(menu) for menu, _, _ in shortcuts(State())]
    assert order == sorted(order)
