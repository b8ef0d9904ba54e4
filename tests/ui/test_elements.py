"""Rows and columns hold what they are given, in its order and with its stretch."""

import pytest
from PySide6.QtCore import QLocale, Qt, QTimer
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QDialog,
    QLabel,
    QTableView,
    QTableWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from station.ui.elements import (
    Choice,
    Later,
    NumberField,
    RowsModel,
    in_column,
    in_row,
    new_button,
    new_label,
    plain_table,
    say,
    set_look,
)
from station.ui.question import ask_number
from tests.ui.gestures import wheel

HEADER = ("Case", "Score")


def parts(box: QBoxLayout) -> list[tuple[object, int]]:
    """What a layout holds (a widget, a layout, or the pixels of a gap), each with its stretch."""
    found: list[tuple[object, int]] = []
    for at in range(box.count()):
        item = box.itemAt(at)
        assert item is not None
        gap = item.spacerItem()
        what = item.widget() or item.layout() or (gap.sizeHint().width() if gap else None)
        found.append((what, box.stretch(at)))
    return found


def test_a_row_holds_its_items_from_left_to_right(qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    first, second, third = (new_label(words) for words in "abc")
    inner = in_column(third)
    left = Qt.AlignmentFlag.AlignLeft
    box = in_row((first, 1), 12, (second, 0, left), None, (inner, 2), of=host, margins=3, spacing=5)
    assert host.layout() is box
    assert parts(box) == [(first, 1), (12, 0), (second, 0), (0, 0), (inner, 2)]
    third_item = box.itemAt(2)
    assert third_item is not None
    assert third_item.alignment() == left
    assert box.spacing() == 5
    margins = box.contentsMargins()
    assert {margins.left(), margins.top(), margins.right(), margins.bottom()} == {3}


def test_a_button_does_its_verb_and_leaves_the_keys_where_they_are(qtbot: QtBot) -> None:
    done: list[str] = []
    button = new_button("Do", lambda: done.append("done"), "primary", focus=False)
    qtbot.addWidget(button)
    button.click()
    assert done == ["done"]
    assert (button.objectName(), button.focusPolicy()) == ("primary", Qt.FocusPolicy.TabFocus)


def test_a_plain_table_that_is_read_only_takes_one_row(qtbot: QtBot) -> None:
    table = QTableWidget(2, 2)
    qtbot.addWidget(table)
    plain_table(table, 24, read_only=True)
    assert table.rowHeight(0) == 24
    assert table.selectionMode() is QTableWidget.SelectionMode.SingleSelection
    assert table.selectionBehavior() is QTableWidget.SelectionBehavior.SelectRows
    assert table.editTriggers() == QTableWidget.EditTrigger.NoEditTriggers


def test_a_widget_gets_another_look(qtbot: QtBot) -> None:
    label = new_label("Poor", "note")
    qtbot.addWidget(label)
    label.setStyleSheet("#note { font-size: 10px; } #problem { font-size: 20px; }")
    label.ensurePolished()
    set_look(label, "problem")
    label.ensurePolished()
    assert (label.objectName(), label.font().pixelSize()) == ("problem", 20)


@pytest.mark.parametrize(("text", "hidden"), [("The study is locked.", False), ("", True)])
def test_a_label_without_a_text_is_hidden(qtbot: QtBot, text: str, hidden: bool) -> None:
    label = new_label(name="problem")
    qtbot.addWidget(label)
    say(label, text)
    assert (label.text(), label.isHidden()) == (text, hidden)


def test_rows_of_the_same_number_leave_the_chosen_row_chosen(qtbot: QtBot) -> None:
    model, table = RowsModel(), QTableView()
    qtbot.addWidget(table)
    table.setModel(model)
    model.show(("one", "two"), HEADER)
    table.selectRow(1)
    model.show(("one", "three"), HEADER)
    assert table.currentIndex().row() == 1
    model.show(("one",), HEADER)
    assert not table.currentIndex().isValid()


def test_the_header_names_the_columns(qtbot: QtBot) -> None:
    model = RowsModel()
    model.show(("one",), HEADER)
    assert (model.rowCount(), model.columnCount()) == (1, 2)
    assert model.headerData(1, Qt.Orientation.Horizontal) == "Score"
    assert model.headerData(0, Qt.Orientation.Vertical) is None


def test_what_comes_later_is_made_once_when_it_is_first_shown_or_asked_for(qtbot: QtBot) -> None:
    made: list[QLabel] = []

    def make() -> QLabel:
        made.append(QLabel("here"))
        return made[-1]

    shown, asked = Later(make), Later(make)
    for later in (shown, asked):
        qtbot.addWidget(later)
    assert made == []
    shown.show()
    (label,) = made
    assert label.isVisible()
    assert shown.content is label
    assert asked.content is made[1]
    assert asked.isAncestorOf(made[1])
    assert not made[1].isVisible()


@pytest.mark.parametrize("language", ["en", "de", "ja"])
@pytest.mark.parametrize("typed", ["1.5", "1,5"])
def test_both_decimal_signs_are_understood(qtbot: QtBot, language: str, typed: str) -> None:
    field = NumberField()
    qtbot.addWidget(field)
    field.setLocale(QLocale(language))
    field.setRange(0.01, 2000)
    field.selectAll()
    qtbot.keyClicks(field, typed)
    assert field.value() == 1.5
    assert field.text() == f"1{field.locale().decimalPoint()}5"


@pytest.mark.parametrize("language", ["en", "de", "ja"])
@pytest.mark.parametrize("typed", ["1,234.5", "1.234,5", "1,234,5"])
def test_a_number_that_is_pasted_with_both_signs_is_refused(
    qtbot: QtBot, language: str, typed: str
) -> None:
    field = NumberField()
    qtbot.addWidget(field)
    field.setLocale(QLocale(language))
    field.setRange(0.01, 2000)
    field.setValue(3)
    line = field.lineEdit()
    assert line is not None
    line.selectAll()
    line.insert(typed)
    assert field.value() == 3


@pytest.mark.parametrize(("key", "answer"), [(Qt.Key.Key_Return, 1.5), (Qt.Key.Key_Escape, None)])
def test_a_number_that_is_asked_for_is_typed_over_the_one_offered(
    qtbot: QtBot, key: Qt.Key, answer: float | None
) -> None:
    host = QWidget()
    qtbot.addWidget(host)

    def reply() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        (field,) = dialog.findChildren(NumberField)
        qtbot.keyClicks(field, "1,5")
        qtbot.keyClick(field, key)

    QTimer.singleShot(0, reply)
    assert ask_number(host, "VOI", "Volume in mL:", 3.0, (0.01, 2000.0), 2) == answer


def test_the_wheel_changes_a_field_only_where_the_keys_are(qtbot: QtBot) -> None:
    host, choice, number, other = QWidget(), Choice(), NumberField(), new_button("Find")
    choice.addItems(["2.5", "4"])
    in_column(choice, number, other, of=host)
    qtbot.addWidget(host)
    with qtbot.waitActive(host):
        host.show()
        host.activateWindow()
    other.setFocus()
    for field in (choice, number):
        wheel(field, 1 if field is number else -1)
    assert (choice.currentText(), number.value()) == ("2.5", 0.0), "scrolled over"
    for field in (choice, number):
        field.setFocus()
        wheel(field, 1 if field is number else -1)
    assert (choice.currentText(), number.value()) == ("4", 1.0)
