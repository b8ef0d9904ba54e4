"""What panels, pages and dialogs are made of."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableView, QWidget
from pytestqt.qtbot import QtBot

from station.ui import make


def test_items_are_laid_out_in_their_order_with_shares_gaps_and_sides(qtbot: QtBot) -> None:
    panel = QWidget()
    qtbot.addWidget(panel)
    first, wide, low = (make.label(text=text) for text in ("first", "wide", "low"))
    box = make.row(
        first, make.Gap(7), (wide, 2), make.STRETCH, (low, Qt.AlignmentFlag.AlignBottom), on=panel
    )
    assert panel.layout() is box
    items = [item for place in range(box.count()) if (item := box.itemAt(place)) is not None]
    assert [item.widget() for item in items] == [first, None, wide, None, low]
    assert items[1].sizeHint().width() == 7
    assert [box.stretch(place) for place in range(box.count())] == [0, 0, 2, 0, 0]
    assert items[4].alignment() == Qt.AlignmentFlag.AlignBottom


def test_a_column_has_no_margins_unless_they_are_given(qtbot: QtBot) -> None:
    panel = QWidget()
    qtbot.addWidget(panel)
    margins = make.column(make.row(), on=panel).contentsMargins()
    assert (margins.left(), margins.top(), margins.right(), margins.bottom()) == (0, 0, 0, 0)


@pytest.mark.parametrize(("text", "hidden"), [("The study is locked.", False), ("", True)])
def test_a_label_without_a_text_is_hidden(qtbot: QtBot, text: str, hidden: bool) -> None:
    label = make.label("problem")
    qtbot.addWidget(label)
    make.say(label, text)
    assert (label.text(), label.isHidden()) == (text, hidden)


def test_a_button_for_the_images_leaves_the_keyboard_to_them(qtbot: QtBot) -> None:
    clicks: list[str] = []
    button = make.button("Close", lambda: clicks.append("closed"), "bar", takes_keys=False)
    qtbot.addWidget(button)
    button.click()
    assert clicks == ["closed"]
    assert button.focusPolicy() is Qt.FocusPolicy.NoFocus


def test_rows_of_a_quiet_table_are_chosen_whole_and_not_edited(qtbot: QtBot) -> None:
    table = QTableView()
    qtbot.addWidget(table)
    make.quiet(table, 24)
    assert table.editTriggers() == QTableView.EditTrigger.NoEditTriggers
    assert table.selectionBehavior() is QTableView.SelectionBehavior.SelectRows
    assert table.verticalHeader().defaultSectionSize() == 24
