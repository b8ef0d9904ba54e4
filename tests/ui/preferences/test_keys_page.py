"""Keys are changed by pressing them; a key that is taken, or that reading needs, is refused."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from station.app.state import Slot
from station.ui import dialogs
from station.ui.actions import BINDINGS
from station.ui.preferences.dialog import PreferencesDialog, show_preferences
from station.ui.preferences.keys_page import KEYS, OWN_SIGN, KeysPage
from station.ui.window import ReadingWindow
from tests.ui.preferences.test_dialog import back_to

SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
Key = Qt.Key


@pytest.fixture
def dialog(window: ReadingWindow) -> PreferencesDialog:
    return show_preferences(window.desk, window, "Keys")


@pytest.fixture
def keys(dialog: PreferencesDialog) -> KeysPage:
    page = dialog.pages["Keys"]
    assert isinstance(page, KeysPage)
    return page


def choose(page: KeysPage, id_: str) -> int:
    row = [binding.id for binding in BINDINGS].index(id_)
    page.table.setCurrentCell(row, 0)
    page.table.setFocus()
    return row


def keys_of(page: KeysPage, row: int) -> str:
    """What a row says of the keys."""
    item = page.table.item(row, KEYS)
    assert item is not None
    return item.text()


def give(
    page: KeysPage, id_: str, key: Qt.Key, modifiers: Qt.KeyboardModifier | None = None
) -> str:
    """Change the key of an action as a reader does, with Return and the key itself; the text that
    is in the table then."""
    row = choose(page, id_)
    QTest.keyClick(page.table, Key.Key_Return)
    assert page.catcher.isVisible()
    QTest.keyClick(page.catcher, key, modifiers or Qt.KeyboardModifier.NoModifier)
    assert not page.catcher.isVisible()
    return keys_of(page, row)


def test_every_action_and_every_key_of_a_blinded_reading_is_in_the_table(keys: KeysPage) -> None:
    assert keys.table.rowCount() == len(BINDINGS)
    assert {"edit.undo", "view.blink", "window.7", "blinded.axial"} <= {one.id for one in BINDINGS}


def test_another_key_works_at_once_and_the_first_no_more(
    window: ReadingWindow, dialog: PreferencesDialog, keys: KeysPage
) -> None:
    assert give(keys, "image.fusion", Key.Key_F8) == f"F8 {OWN_SIGN}"
    dialog.done_.click()
    back_to(window)
    QTest.keyClick(window.panes, Key.Key_F)
    assert not window.desk.state.fusion
    QTest.keyClick(window.panes, Key.Key_F8)
    assert window.desk.state.fusion
    assert window.actions_["image.fusion"].toolTip() == "Fusion with CT (F8)"
    page = dialogs.shortcuts_page(window, window.desk.state)
    assert ("Image", "Fusion with CT", "F8") in dialogs.shortcuts(window.desk.state)
    page.close()


def test_cancel_gives_the_first_key_back(
    window: ReadingWindow, dialog: PreferencesDialog, keys: KeysPage
) -> None:
    give(keys, "image.fusion", Key.Key_F8)
    dialog.cancel.click()
    back_to(window)
    QTest.keyClick(window.panes, Key.Key_F8)
    assert not window.desk.state.fusion
    QTest.keyClick(window.panes, Key.Key_F)
    assert window.desk.state.fusion


def test_undo_and_redo_have_keys_like_any_other(
    window: ReadingWindow, dialog: PreferencesDialog, keys: KeysPage
) -> None:
    give(keys, "edit.undo", Key.Key_Backspace)
    dialog.done_.click()
    back_to(window)
    window.desk.workflow.set_upper(10.0)
    QTest.keyClick(window.panes, Key.Key_Z, CONTROL)
    assert window.desk.state.window.high == 10.0
    QTest.keyClick(window.panes, Key.Key_Backspace)
    assert window.desk.state.window.high == 7.0


def test_a_key_that_is_taken_is_refused_and_its_owner_named(keys: KeysPage) -> None:
    assert give(keys, "image.fusion", Key.Key_I) == "F"
    assert "I is the key of “Inverse” (Image)" in keys.problem.text()
    assert not keys.session.state.preferences.keys
    assert give(keys, "image.fusion", Key.Key_F9) == f"F9 {OWN_SIGN}"
    assert not keys.problem.isVisible()


@pytest.mark.parametrize("key", [Key.Key_3, Key.Key_Return, Key.Key_Y, Key.Key_Down])
def test_a_key_that_a_blinded_reading_needs_cannot_be_taken(keys: KeysPage, key: Qt.Key) -> None:
    for id_ in ("view.reset", "blinded.coronal"):
        give(keys, id_, key)
        assert "in a blinded reading" in keys.problem.text()
    assert not keys.session.state.preferences.keys


def test_tab_and_esc_are_never_taken(keys: KeysPage) -> None:
    assert give(keys, "view.blink", Key.Key_Tab) == "B"
    assert "Tab goes to the next field" in keys.problem.text()
    assert give(keys, "view.blink", Key.Key_Escape) == "B", "Esc leaves it as it is"
    assert not keys.session.state.preferences.keys


def test_shift_alone_is_waited_out(keys: KeysPage) -> None:
    row = choose(keys, "view.blink")
    keys.change.click()
    QTest.keyPress(keys.catcher, Key.Key_Shift, SHIFT)
    assert keys.catcher.isVisible()
    QTest.keyClick(keys.catcher, Key.Key_B, SHIFT)
    assert keys_of(keys, row) == f"Shift+B {OWN_SIGN}"


def test_a_second_key_none_and_the_first_again(keys: KeysPage) -> None:
    row = choose(keys, "view.blink")
    keys.add.click()
    QTest.keyClick(keys.catcher, Key.Key_F8)
    assert keys_of(keys, row) == f"B, F8 {OWN_SIGN}"
    QTest.keyClick(keys.table, Key.Key_Delete)
    assert keys_of(keys, row) == OWN_SIGN
    assert keys.session.state.preferences.keys == {"view.blink": ()}
    keys.first.click()
    assert keys_of(keys, row) == "B"
    assert not keys.first.isEnabled()


def test_the_first_key_is_not_given_back_while_another_action_has_it(keys: KeysPage) -> None:
    choose(keys, "view.blink")
    keys.none.click()
    give(keys, "view.swap", Key.Key_B)
    choose(keys, "view.blink")
    keys.first.click()
    assert "B is the key of “Swap the two images”" in keys.problem.text()
    keys.all_first.click()
    assert not keys.session.state.preferences.keys
    assert not keys.all_first.isEnabled()


def test_an_action_is_found_by_its_words_or_its_key(keys: KeysPage) -> None:
    def found() -> list[str]:
        rows = range(keys.table.rowCount())
        return [BINDINGS[row].id for row in rows if not keys.table.isRowHidden(row)]

    QTest.keyClicks(keys.search, "fusion")
    assert "image.fusion" in found()
    assert "view.blink" not in found()
    keys.search.clear()
    QTest.keyClicks(keys.search, "b")
    assert found() == ["view.blink"], "one letter is a key"
    keys.search.clear()
    assert len(found()) == len(BINDINGS)


def test_keys_of_a_damaged_file_leave_every_action_with_one_meaning(
    window: ReadingWindow,
) -> None:
    from dataclasses import replace

    from station.frozen import Frozen

    wrong = Frozen({"image.fusion": ("I",), "gone": ("F8",), "view.swap": ("Foo",)})
    preferences = replace(window.desk.state.preferences, keys=wrong)
    window.desk.session.set(preferences=preferences)
    QApplication.processEvents()
    QTest.keyClick(window.panes, Key.Key_I)
    assert not window.desk.state.inverse
    QTest.keyClick(window.panes, Key.Key_F)
    assert window.desk.state.fusion
    assert window.desk.state.slots[Slot.CT] is not None
