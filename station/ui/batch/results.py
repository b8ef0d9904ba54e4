"""The results of a batch, a line for each series or VOI; a line opens its study."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSortFilterProxyModel, Qt, QUrl
from PySide6.QtGui import QColor, QDesktopServices, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QTableView

from station.app.language import marked, plural, tr, translated
from station.ui import theme
from station.ui.action import Screen
from station.ui.elements import (
    LEFT,
    RIGHT,
    Index,
    RowsModel,
    in_row,
    new_button,
    new_label,
    plain_table,
)
from station.ui.page import Page

if TYPE_CHECKING:
    from station.batch.results import Line, Results

SHOWN = {
    "patient_id": marked("Patient"),
    "study_date": marked("Date"),
    "state": marked("State"),
    "verdict": marked("Verdict"),
    "grade": marked("Grade"),
    "probability_good": marked("P(Good)"),
    "liver_cov_percent": marked("Liver CoV"),
    "checks_failed": marked("Checks failed"),
    "role": marked("Image"),
    "modality": marked("Modality"),
    "description": marked("Series"),
    "voi": "VOI",
    "unit": marked("Unit"),
    "suv_max": "SUVmax",
    "suv_peak": "SUVpeak",
    "suv_mean": "SUVmean",
    "volume_ml": marked("Volume, mL"),
    "shape": marked("Grid"),
    "suv_factor_bw": marked("SUVbw factor"),
    "reason": marked("Reason"),
}
"""Columns of the summary that are shown, as far as an operation has them, and their headings"""
NUMBERS = {
    "probability_good",
    "liver_cov_percent",
    "suv_max",
    "suv_peak",
    "suv_mean",
    "volume_ml",
    "suv_factor_bw",
}
RIGHT_ALIGNED = NUMBERS | {"grade"}
WIDTHS_PX = {
    "patient_id": 110,
    "study_date": 96,
    "verdict": 80,
    "grade": 60,
    "probability_good": 74,
    "liver_cov_percent": 84,
    "checks_failed": 180,
    "role": 120,
    "description": 150,
    "voi": 140,
    "unit": 70,
}
WIDTH_PX = 88
SEARCH_PX = 280
ROW_HEIGHT_PX = 24
SIZE_PX = 1180, 680
FRAME_PX = 40
"""Of the screen, for the title and the borders that the desktop puts round a window"""
STATES = {
    "done": marked("done"),
    "failed": marked("failed"),
    "set_aside": marked("set aside"),
    "waiting": marked("waiting"),
}


def show_results(screen: Screen, folder: Path) -> None:
    """Read the results in a folder and show them next to the reading."""
    screen.desk.batches.read(folder, lambda results: BatchResults(screen, results).show())


class BatchResults(Page):
    """The table of a finished batch."""

    def __init__(self, screen: Screen, results: "Results") -> None:
        window = screen.window()
        room = window.screen().availableGeometry()
        width, height = (
            min(theme.px(wanted), there - FRAME_PX)
            for wanted, there in zip(SIZE_PX, (room.width(), room.height()), strict=True)
        )
        super().__init__(
            tr("Batch results: {name}", name=results.folder.name), window, width, height
        )
        self._screen, self._results = screen, results
        self.counts = new_label(_counts(results), wrap=True)
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Search patient, series, verdict, reason"))
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumWidth(theme.px(SEARCH_PX))
        self.search.textChanged.connect(self._on_search)
        self.box.addLayout(in_row((self.counts, 1), self.search, spacing=12))
        self._model = LineModel(results)
        self._sorted = ByNumber()
        self._sorted.setSourceModel(self._model)
        self._sorted.setFilterKeyColumn(-1)
        self._sorted.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.table = QTableView()
        self.table.setModel(self._sorted)
        plain_table(self.table, ROW_HEIGHT_PX, read_only=True)
        self.table.setSortingEnabled(True)
        self.table.sortByColumn(-1, Qt.SortOrder.AscendingOrder)  # those to look at first
        self.table.setTabKeyNavigation(False)
        for number, name in enumerate(self._model.names):
            self.table.setColumnWidth(number, theme.px(WIDTHS_PX.get(name, WIDTH_PX)))
        self.table.horizontalHeader().setStretchLastSection(True)
        self.table.activated.connect(self._on_open)
        self.table.selectionModel().selectionChanged.connect(self._on_selected)
        self.box.addWidget(self.table, 1)
        self.detail = new_label(name="note", wrap=True)
        self.opener = new_button(tr("Open study"), self._on_open)
        self.page_opener = new_button(tr("Open the summary"), self._on_page)
        self.box.addLayout(in_row((self.detail, 1), self.page_opener, self.opener, spacing=8))
        self.finish()
        self._on_selected()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Enter opens the row; the dialog would press a button as well.
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    def selected(self) -> "Line | None":
        """The chosen row."""
        rows = self.table.selectionModel().selectedRows()
        return self._model.rows[self._sorted.mapToSource(rows[0]).row()] if rows else None

    def _on_search(self, text: str) -> None:
        self._sorted.setFilterFixedString(text)

    def _on_selected(self, *_: object) -> None:
        line = self.selected()
        self.opener.setEnabled(line is not None)
        if line is None:
            self.detail.setText(tr("A double click on a row opens its study."))
            return
        cells = line.cells
        words = [cells["study_uid"], cells["reason"] or cells.get("cautions", "")]
        self.detail.setText(" · ".join(word for word in words if word))

    def _on_open(self, *_: object) -> None:
        line = self.selected()
        if line is not None:
            self._screen.desk.batches.open_study(line)

    def _on_page(self) -> None:
        page = self._results.folder / "summary.html"
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(page)))


class LineModel(RowsModel):
    """The lines of the summary, in the columns that are worth a look."""

    def __init__(self, results: "Results") -> None:
        super().__init__()
        self.names = tuple(name for name in SHOWN if name in results.columns)
        self.show(
            tuple(sorted(results.lines, key=_is_well)),
            tuple(translated(SHOWN[name]) for name in self.names),
        )

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line: Line = self.rows[index.row()]
        name = self.names[index.column()]
        cell = line.cells[name]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return _shown(name, cell)
            case Qt.ItemDataRole.ToolTipRole:
                return cell
            case Qt.ItemDataRole.UserRole:
                return cell
            case Qt.ItemDataRole.TextAlignmentRole if name in RIGHT_ALIGNED:
                return RIGHT
            case Qt.ItemDataRole.ForegroundRole if name == "state" and cell != "done":
                return QColor(theme.ADDED)
            case Qt.ItemDataRole.ForegroundRole if name == "verdict" and cell == "Poor":
                return QColor(theme.ADDED)
            case _:
                return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        is_column = orientation == Qt.Orientation.Horizontal
        if role == Qt.ItemDataRole.TextAlignmentRole and is_column:
            return RIGHT if self.names[section] in RIGHT_ALIGNED else LEFT
        return super().headerData(section, orientation, role)


class ByNumber(QSortFilterProxyModel):
    """Sorts numbers as numbers, and everything else as text behind them."""

    def lessThan(self, left: Index, right: Index) -> bool:
        return _order(left) < _order(right)


def _order(index: Index) -> tuple[bool, float, str]:
    cell = str(index.data(Qt.ItemDataRole.UserRole))
    try:
        return False, float(cell), ""
    except ValueError:
        return True, 0.0, cell.casefold()


def _is_well(line: "Line") -> tuple[bool, bool, bool]:
    """What should be looked at first is sorted first: not done, Poor, with a check that failed."""
    cells = line.cells
    return (
        cells["state"] == "done",
        cells.get("verdict") != "Poor",
        not cells.get("checks_failed"),
    )


def _shown(name: str, cell: str) -> str:
    """A cell as it is read; an ID that looks like a number stays as it is."""
    if name == "state":
        return translated(STATES.get(cell, cell))
    return f"{float(cell):.4g}" if name in NUMBERS and cell else cell


def _counts(results: "Results") -> str:
    total = sum(results.states.values())
    words = [
        f"{results.states[state]} {translated(name)}"
        for state, name in STATES.items()
        if results.states.get(state)
    ]
    studies = plural(total, "{count} study", "{count} studies")
    return tr(
        "station batch {operation}: {studies}, {words}",
        operation=results.operation,
        studies=studies,
        words=", ".join(words),
    )
