"""The preferences under real keys and a real mouse: applied at once, and one way back."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QTableWidget,
    QWidget,
)

from station.app.preferences import DecimalSign, Preferences, ThemeName
from station.app.settings import FILE_NAME, Settings
from station.app.state import Layout, StudyKind
from station.ui import theme
from station.ui.preferences.dialog import PreferencesDialog
from station.ui.preferences.pages import (
    FoldersPage,
    ImagesPage,
    LayoutPage,
    LookPage,
    ReaderPage,
)
from station.ui.voi.panel import CELL_MARGINS_PX
from station.ui.window import ReadingWindow
from tests.made_up.studies import LESION_MM
from tests.ui.gestures import click, pane, press
from tests.ui.viewing.test_viewport import pixel_of

OpenDialog = Callable[[ReadingWindow], PreferencesDialog]
CONTROL = Qt.KeyboardModifier.ControlModifier


def opened(window: ReadingWindow) -> PreferencesDialog:
    """By its keys, as a reader opens it."""
    QTest.keyClick(window.panes, Qt.Key.Key_Comma, CONTROL)
    (dialog,) = [one for one in window.findChildren(PreferencesDialog) if one.isVisible()]
    return dialog


def back_to(window: ReadingWindow) -> None:
    """As the desktop does when a dialog closes."""
    window.activateWindow()
    QApplication.processEvents()


def choose(field: QComboBox, value: object) -> None:
    """With the arrow keys, from the value that is shown."""
    steps = field.findData(str(value)) - field.currentIndex()
    field.setFocus()
    for _ in range(abs(steps)):
        QTest.keyClick(field, Qt.Key.Key_Down if steps > 0 else Qt.Key.Key_Up)


def write(field: QLineEdit, text: str) -> None:
    field.setFocus()
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Delete)
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Tab)


def page(dialog: PreferencesDialog, title: str) -> QWidget:
    dialog.show_page(title)
    QApplication.processEvents()
    return dialog.pages[title]


def look(dialog: PreferencesDialog) -> LookPage:
    shown = page(dialog, "Look")
    assert isinstance(shown, LookPage)
    return shown


def images(dialog: PreferencesDialog) -> ImagesPage:
    shown = page(dialog, "Images")
    assert isinstance(shown, ImagesPage)
    return shown


def test_a_theme_is_applied_at_once_and_cancel_takes_it_back(window: ReadingWindow) -> None:
    dialog = opened(window)
    before = QApplication.palette().window().color()
    choose(look(dialog).theme, ThemeName.LIGHT)
    light = QColor(theme.THEMES[ThemeName.LIGHT]["ground"])
    assert QApplication.palette().window().color() == light != before
    assert QColor(theme.GROUND) == light
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert QApplication.palette().window().color() == before
    assert window.desk.state.preferences == Preferences()


def test_done_keeps_what_was_chosen_though_the_program_may_end_badly(
    window: ReadingWindow,
) -> None:
    dialog = opened(window)
    choose(look(dialog).theme, ThemeName.HIGH_CONTRAST)
    choose(look(dialog).text, 125)
    dialog.done_.click()
    kept = Settings(window.desk.home).first_state().preferences
    assert (kept.theme, kept.text_percent) == (ThemeName.HIGH_CONTRAST, 125)


def test_a_data_folder_that_cannot_be_written_is_said(
    window: ReadingWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = opened(window)
    choose(look(dialog).theme, ThemeName.LIGHT)
    (window.desk.home / FILE_NAME).unlink(missing_ok=True)
    (window.desk.home / FILE_NAME).mkdir()
    dialog.done_.click()
    assert "settings cannot be written" in window.desk.state.notice
    assert window.desk.state.preferences.theme is ThemeName.LIGHT, "it holds for now"


def test_a_preset_is_on_its_key_in_the_menu_and_on_the_tool_bar(window: ReadingWindow) -> None:
    dialog = opened(window)
    write(images(dialog).presets[2], "8.5")
    dialog.done_.click()
    action = window.actions_["window.7"]
    assert (action.text(), action.iconText()) == ("SUV 0–8.5", "0–8.5")
    assert action.toolTip() == "SUV 0–8.5 (3)"
    back_to(window)
    QTest.keyClick(window.panes, Qt.Key.Key_3)
    assert window.desk.state.window.high == 8.5
    assert action.isChecked()


def test_presets_that_do_not_ascend_are_refused_with_a_sentence(window: ReadingWindow) -> None:
    dialog = opened(window)
    shown = images(dialog)
    write(shown.presets[2], "50")
    assert "each larger than the one before" in shown.problem.text()
    assert window.desk.state.preferences == Preferences()
    dialog.show_page("Reader")
    dialog.done_.click()
    assert dialog.isVisible(), "what was typed is not lost in silence"
    assert dialog.list.currentItem().text() == "Images"
    write(shown.presets[2], "7")
    assert not shown.problem.isVisible()
    dialog.done_.click()
    assert not dialog.isVisible()


def test_windows_that_patients_begin_in_and_colours(window: ReadingWindow) -> None:
    dialog = opened(window)
    shown = images(dialog)
    write(shown.start, "0-10")
    choose(shown.start_ct, "lung")
    choose(shown.colours, "hot-iron")
    QTest.keyClick(shown.inverse, Qt.Key.Key_Space)
    state = window.desk.state
    assert (state.start_window.high, state.start_ct_window.low) == (10.0, -1350.0)
    assert (state.colormap, state.inverse) == ("hot-iron", False)
    assert window.actions_["colours.hot-iron"].isChecked(), "the menu shows the same field"
    dialog.reject()
    state = window.desk.state
    assert (state.start_window.high, state.colormap, state.inverse) == (7.0, "grey", True)


def test_the_reader_s_name_is_the_one_of_the_menu(window: ReadingWindow) -> None:
    dialog = opened(window)
    shown = page(dialog, "Reader")
    assert isinstance(shown, ReaderPage)
    write(shown.reader, "Dr Ito")
    assert window.desk.state.reader == "Dr Ito"
    write(shown.reader, " ")
    assert shown.problem.text() == "The reader's name is empty. Write a name."
    assert window.desk.state.reader == "Dr Ito"
    shown.grading.click()
    assert not window.actions_["quality.automatic"].isChecked()
    choose(shown.sign, DecimalSign.COMMA)
    assert window.desk.state.preferences.decimal_sign is DecimalSign.COMMA


def test_a_kind_of_study_opens_in_the_layout_that_was_chosen(
    window: ReadingWindow, pair_folder: Path
) -> None:
    dialog = opened(window)
    shown = page(dialog, "Layout")
    assert isinstance(shown, LayoutPage)
    choose(shown.kinds[StudyKind.PAIR], Layout.MIP_PAIR)
    dialog.done_.click()
    window.desk.library.open_paths([pair_folder])
    QApplication.processEvents()
    assert window.desk.state.layout is Layout.MIP_PAIR


def test_layouts_are_not_chosen_where_the_reader_wants_them_to_stay(window: ReadingWindow) -> None:
    dialog = opened(window)
    shown = page(dialog, "Layout")
    assert isinstance(shown, LayoutPage)
    shown.automatic.click()
    assert not window.desk.state.automatic_layout
    assert not any(field.isEnabled() for field in shown.kinds.values())


def test_a_folder_is_where_the_question_begins(
    window: ReadingWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def ask(parent: QWidget, title: str, first: str = "") -> str:
        asked.append(first)
        return str(tmp_path) if "Open from" in title else ""

    monkeypatch.setattr(QFileDialog, "getExistingDirectory", ask)
    dialog = opened(window)
    shown = page(dialog, "Folders")
    assert isinstance(shown, FoldersPage)
    button = next(one for one in shown.findChildren(QAbstractButton) if one.text() == "Choose…")
    button.click()
    assert shown.open.text() == str(tmp_path)
    write(shown.export, "/no/such/place")
    assert "is not a folder" in shown.problem.text()
    write(shown.export, "")
    assert not shown.problem.isVisible()
    dialog.done_.click()
    window.actions_["file.open"].trigger()
    assert asked[-1] == str(tmp_path)


def test_all_as_at_first_shows_it_on_every_page(window: ReadingWindow) -> None:
    window.desk.session.set(colormap="pet", automatic_grading=False)
    dialog = opened(window)
    choose(look(dialog).theme, ThemeName.LIGHT)
    write(images(dialog).presets[0], "4")
    dialog.reset.click()
    assert window.desk.state.preferences == Preferences()
    assert images(dialog).presets[0].text() == "5"
    assert images(dialog).colours.currentData() == "grey"
    assert look(dialog).theme.currentData() == "dark"
    dialog.reject()
    assert window.desk.state.colormap == "pet", "Cancel goes back to what was before the dialog"


def test_every_control_has_a_name_for_a_screen_reader(window: ReadingWindow) -> None:
    dialog = opened(window)
    for kind in (QLineEdit, QComboBox, QListWidget, QTableWidget):
        for control in dialog.findChildren(kind):
            if isinstance(control.parent(), QComboBox):
                continue
            assert control.accessibleName(), control
    for button in dialog.findChildren(QAbstractButton):
        if type(button).__module__.startswith("PySide6") and button.parent() is dialog:
            assert button.text()


@pytest.mark.parametrize("percent", [90, 100, 125, 150])
def test_no_word_of_the_dialog_is_cut(window: ReadingWindow, percent: int) -> None:
    dialog = opened(window)
    choose(look(dialog).text, percent)
    dialog.resize(theme.px(780), theme.px(540))
    for title in dialog.pages:
        shown = page(dialog, title)
        for part in (*shown.findChildren(QLabel), *shown.findChildren(QAbstractButton)):
            if not part.isVisible() or not part.text():
                continue
            wraps = isinstance(part, QLabel) and part.wordWrap()
            needed = part.heightForWidth(part.width()) if wraps else part.sizeHint().height()
            assert part.height() >= needed, (title, part.text())
            assert wraps or part.width() >= part.sizeHint().width(), (title, part.text())


@pytest.mark.parametrize("percent", [90, 150])
def test_the_numbers_of_the_voi_table_are_whole_in_another_text_size_and_back(
    window: ReadingWindow, percent: int
) -> None:
    window.desk.workflow.place_crosshair(0, LESION_MM)
    QApplication.processEvents()
    press(window, "w")
    axial = pane(window, 0, "axial")
    click(axial, pixel_of(axial, LESION_MM))
    table = window.voi_panel.table
    assert table.model().rowCount() == 1
    dialog = opened(window)
    for one in (percent, 100):
        choose(look(dialog).text, one)
        letters = QFontMetrics(theme.font(theme.FONT_PX, QFont.Weight.DemiBold))
        for column in range(1, table.model().columnCount()):
            number = table.model().index(0, column).data()
            room = table.columnWidth(column) - theme.px(CELL_MARGINS_PX)
            assert room >= letters.horizontalAdvance(number), (one, number)
