"""The model of a table whose rows are values."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot

from station.ui.rows import RowsModel

HEADER = ("Case", "Score")


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
