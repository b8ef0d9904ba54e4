"""The study list as a way to the columns: unfolded dates, keys, menu."""

from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTreeWidget, QTreeWidgetItem

from station.app.state import Layout, Slot, columns
from station.ui.viewing.study_tree import SERIES, STUDY
from station.ui.window import ReadingWindow
from tests.dicom.synthetic import uid
from tests.made_up.dates import write_date, write_two_dates
from tests.ui.conftest import OpenWindow
from tests.ui.gestures import LEFT, click, menus

ALT, NO_KEY = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.NoModifier


@pytest.fixture(scope="module")
def dates(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, ...]:
    """Three dates of one patient, the latest first. Read only."""
    folder = tmp_path_factory.mktemp("dates")
    return (*write_two_dates(folder), write_date(folder, "long ago", 4.0, "20200202"))


@pytest.fixture
def window(open_window: OpenWindow, dates: tuple[Path, ...]) -> ReadingWindow:
    """The latest is open; the list knows the others, the oldest opened last."""
    window = open_window(dates[1])
    for folder in (dates[2], dates[0]):
        window.desk.library.open_paths([folder])
    QApplication.processEvents()
    window.browser.show()
    return window


def studies_of(window: ReadingWindow) -> list[QTreeWidgetItem]:
    patient = window.browser.tree.topLevelItem(0)
    assert patient is not None
    return [item for row in range(patient.childCount()) if (item := patient.child(row))]


def series_of(window: ReadingWindow, study: str) -> QTreeWidgetItem:
    line = next(one for one in studies_of(window) if one.data(0, STUDY) == str(uid(study)))
    series = line.child(0)
    assert series is not None
    return series


def test_all_dates_of_the_open_patient_are_unfolded_newest_first(window: ReadingWindow) -> None:
    lines = studies_of(window)
    assert [line.text(0)[:10] for line in lines] == ["2024-06-01", "2024-03-01", "2020-02-02"]
    assert all(line.isExpanded() for line in lines)


def test_what_a_hand_folds_stays_folded(window: ReadingWindow) -> None:
    studies_of(window)[2].setExpanded(False)
    window.desk.workflow.set_layout(Layout.PRIOR)
    window.desk.library.open_archive()
    assert [line.isExpanded() for line in studies_of(window)] == [True, True, False]


def test_alt_and_a_number_show_the_series_in_that_column(window: ReadingWindow) -> None:
    tree = window.browser.tree
    tree.setFocus(Qt.FocusReason.TabFocusReason)
    tree.setCurrentItem(series_of(window, "before"))
    QTest.keyClick(tree, Qt.Key.Key_2, ALT)
    state = window.desk.state
    assert state.layout is Layout.PRIOR
    assert state.slots[Slot.OTHER] == series_of(window, "before").data(0, SERIES)
    tree.setCurrentItem(series_of(window, "long ago"))
    QTest.keyClick(tree, Qt.Key.Key_1, ALT)
    shown = columns(window.desk.state)[0]
    assert window.desk.state.slots[shown.slot] == series_of(window, "long ago").data(0, SERIES)


def test_the_menu_names_the_columns(window: ReadingWindow) -> None:
    tree = window.browser.tree
    at = tree.visualItemRect(series_of(window, "before")).center()
    tree.customContextMenuRequested.emit(at)
    (menu,) = menus()
    words = [action.text() for action in menu.actions()]
    assert words[:2] == [
        "Show in column 1 (Conventional)\tAlt+1",
        "Show in column 2 (new)\tAlt+2",
    ]
    menu.actions()[1].trigger()
    menu.close()
    assert window.desk.state.shown(Slot.OTHER) is not None


def test_a_study_of_the_list_is_shown_next_to_the_open_one(window: ReadingWindow) -> None:
    tree = window.browser.tree
    line = studies_of(window)[2]
    tree.customContextMenuRequested.emit(tree.visualItemRect(line).center())
    (menu,) = menus()
    next(one for one in menu.actions() if one.text() == "Show next to the open study").trigger()
    menu.close()
    assert window.desk.state.slots[Slot.OTHER] == series_of(window, "long ago").data(0, SERIES)


def test_the_list_is_walked_by_keys_when_keys_led_there(window: ReadingWindow) -> None:
    tree, search = window.browser.tree, window.browser.search
    before = window.desk.state.views
    search.setFocus()
    QTest.keyClick(search, Qt.Key.Key_Down, NO_KEY)
    assert tree.hasFocus()
    first = tree.currentItem()
    QTest.keyClick(tree, Qt.Key.Key_Down, NO_KEY)
    assert tree.currentItem() is not first
    assert window.desk.state.views == before, "the slices stay"
    QTest.keyClick(tree, Qt.Key.Key_Escape, NO_KEY)
    assert window.panes.hasFocus()


def test_a_click_into_the_list_leaves_the_arrows_to_the_images(window: ReadingWindow) -> None:
    tree = window.browser.tree
    tree.setFocus(Qt.FocusReason.MouseFocusReason)
    before = window.desk.state.views[0].position_mm
    QTest.keyClick(tree, Qt.Key.Key_Up, NO_KEY)
    assert window.desk.state.views[0].position_mm != before


# --- A list that changes under the hand ----------------------------------------------------------


def middle_of(tree: QTreeWidget, line: QTreeWidgetItem) -> QPoint:
    return tree.visualItemRect(line).center()


def test_a_line_that_is_held_stays_where_it_is_until_it_is_let_go(window: ReadingWindow) -> None:
    tree = window.browser.tree
    held = studies_of(window)[2]
    at = middle_of(tree, held)
    QTest.mousePress(tree.viewport(), LEFT, NO_KEY, at)
    window.desk.library.forget_study(studies_of(window)[1].data(0, STUDY))
    QApplication.processEvents()
    assert tree.itemAt(at) is held
    assert len(studies_of(window)) == 3
    QTest.mouseRelease(tree.viewport(), LEFT, NO_KEY, at)
    assert len(studies_of(window)) == 2


def test_a_study_is_opened_by_a_double_click_though_the_list_changes_between_its_clicks(
    window: ReadingWindow,
) -> None:
    tree = window.browser.tree
    oldest = studies_of(window)[2]
    click(tree.viewport(), middle_of(tree, oldest))
    window.desk.workflow.show_in_column(1, series_of(window, "before").data(0, SERIES))
    at = middle_of(tree, oldest)
    QTest.mouseDClick(tree.viewport(), LEFT, NO_KEY, at)
    QTest.mouseRelease(tree.viewport(), LEFT, NO_KEY, at)
    study = window.desk.state.study
    assert study is not None
    assert study.uid == str(uid("long ago"))


def test_a_list_that_was_scrolled_keeps_its_place_when_a_study_is_added(
    window: ReadingWindow, tmp_path: Path
) -> None:
    tree = window.browser.tree
    tree.setFixedHeight(40)
    tree.setCurrentIndex(QModelIndex())
    QApplication.processEvents()
    bar = tree.verticalScrollBar()
    bar.setValue(3)
    window.desk.library.open_paths([write_date(tmp_path, "longer ago", 4.0, "20190202")])
    assert len(studies_of(window)) == 4
    assert bar.value() == 3
