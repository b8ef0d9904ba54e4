"""The coordinator's page on the QA grade: next to the readers' scores, once the study is locked."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import (
    QComboBox,
    QHeaderView,
    QStackedWidget,
    QWidget,
)

from station.app.language import marked, plural, tr, translated
from station.app.reading.coordination import Compared, Coordination, Followed
from station.pet.image_quality import GRADES
from station.ui import theme
from station.ui.elements import LEFT, Index, RowsModel, in_column, in_row, new_button, new_label
from station.ui.reading.coordinator.tables import HEADER_PX, Table

if TYPE_CHECKING:
    from station.report.reading.grades import Line

HIDDEN = marked(
    "Hidden until the study is locked: the grade can reveal what an image is. After that it is "
    "compared here with the readers' scores."
)
COMPARING = marked("Comparing with the QA grade…")

ROW_PX, CROSS_ROW_PX = 26, 24
HEADER = (marked("Images of"), marked("Scores of"), marked("Graded"))
FIGURES_SHOWN = 4
"""Of the figures of a line; the exported tables have all"""
NAME_WIDTHS_PX = (120, 140, 84)
CROSS_HEAD_PX, CROSS_CELL_PX = 96, 46
MOST_CROSS_PX = 560
LEFT_OUT_HEADER = (marked("Images of"), marked("Images"), marked("Why"), marked("Cases"))
LEFT_OUT_WIDTHS_PX = (100, 56, 0, 126)
WHY_COLUMN, CASES_COLUMN = 2, 3
MOST_NAMES = 2
FIRST_FIGURE = len(HEADER)


class LineModel(RowsModel):
    """One row per `Line`."""

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line: Line = self.rows[index.row()]
        column = index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole:
                figures = line.figures or (line.sentence, *("" for _ in range(FIGURES_SHOWN)))
                return (line.arm, line.who, line.graded, *figures)[column]
            case Qt.ItemDataRole.ToolTipRole:
                return "\n".join(line.notes) or line.sentence or None
            case Qt.ItemDataRole.ForegroundRole:
                if not line.figures and column >= FIRST_FIGURE:
                    return QColor(theme.QUIET)
                return QColor(theme.BRIGHT if column == 0 else theme.TEXT)
            case _:
                return None


class CrossModel(RowsModel):
    """One row per grade: its name, its counts by score, their sum."""

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row: tuple[str, ...] = self.rows[index.row()]
        column = index.column()
        name, count = row[0], row[column]
        agrees = self.header[column] == name
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return tr("Grade {name}", name=name) if column == 0 else count
            case Qt.ItemDataRole.ToolTipRole:
                if column in (0, len(row) - 1):
                    return None
                return tr(
                    "{count} with grade {name} and score {header}",
                    count=count,
                    name=name,
                    header=self.header[column],
                )
            case Qt.ItemDataRole.TextAlignmentRole:
                return int(LEFT if column == 0 else Qt.AlignmentFlag.AlignCenter)
            case Qt.ItemDataRole.ForegroundRole:
                if column == 0 or count == "0":
                    return QColor(theme.QUIET)
                return QColor(theme.MORE if agrees else theme.TEXT)
            case Qt.ItemDataRole.FontRole:
                return theme.font(weight=QFont.Weight.DemiBold) if agrees else None
            case _:
                return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role == Qt.ItemDataRole.TextAlignmentRole and section:
            return int(Qt.AlignmentFlag.AlignCenter)
        return super().headerData(section, orientation, role)


class LeftOutModel(RowsModel):
    """Rows of texts; of many cases the first, and all in the tip."""

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        text: str = self.rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return _first_names(text) if index.column() == CASES_COLUMN else text
        return text if role == Qt.ItemDataRole.ToolTipRole else None


class Captioned(QWidget):
    """A table below a heading, five rows high."""

    def __init__(self, model: RowsModel, row_px: int) -> None:
        super().__init__()
        self.title = new_label(name="heading")
        self.table = _table(model, row_px)
        self.table.setMinimumHeight(theme.px(HEADER_PX) + len(GRADES) * theme.px(CROSS_ROW_PX) + 2)
        self.box = in_column(self.title, self.table, of=self, margins=0, spacing=6)

    def clear(self) -> None:
        self.title.setText("")
        _model(self.table).show((), ())


class CrossTable(Captioned):
    """Grade by score: how often each grade met each score."""

    def __init__(self) -> None:
        super().__init__(CrossModel(), CROSS_ROW_PX)
        self.table.setSelectionMode(Table.SelectionMode.NoSelection)
        self.table.setMaximumHeight(self.table.minimumHeight())
        self.box.addStretch()

    def show_line(self, line: "Line") -> None:
        from station.reading.grade_agreement import columns_of
        from station.report.reading.grades import cross_rows

        header = (tr("Score"), *(f"{score:g}" for score in columns_of(line.crossed)), tr("All"))
        _model(self.table).show(tuple(cross_rows(line.crossed)), header)
        self.table.setColumnWidth(0, theme.px(CROSS_HEAD_PX))
        for column in range(1, len(header)):
            self.table.setColumnWidth(column, theme.px(CROSS_CELL_PX))
        width = theme.px(CROSS_HEAD_PX) + theme.px(CROSS_CELL_PX) * (len(header) - 1) + 2
        self.setFixedWidth(min(width, theme.px(MOST_CROSS_PX)))
        self.title.setText(tr("GRADE BY SCORE: {of}", of=line.of).upper())


class LeftOut(Captioned):
    """The images without a grade, those of one reason together."""

    def __init__(self) -> None:
        super().__init__(LeftOutModel(), ROW_PX)
        self.table.setWordWrap(True)
        self.table.horizontalHeader().sectionResized.connect(self._on_width)

    def show_rows(self, rows: tuple[tuple[str, ...], ...]) -> None:
        _model(self.table).show(rows, LEFT_OUT_HEADER)
        header = self.table.horizontalHeader()
        for column, width in enumerate(LEFT_OUT_WIDTHS_PX):
            self.table.setColumnWidth(column, theme.px(width))
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(WHY_COLUMN, QHeaderView.ResizeMode.Stretch)
        self.table.resizeRowsToContents()

    def _on_width(self) -> None:
        self.table.resizeRowsToContents()


class GradesPage(QWidget):
    """How the QA grade goes with what the readers scored, criterion by criterion."""

    def __init__(self, coordination: Coordination) -> None:
        super().__init__()
        self._coordination = coordination
        self._compared: Compared | None = None
        self.empty = new_label(translated(HIDDEN), "emptytitle", wrap=True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setMargin(40)
        self.criterion = QComboBox()
        self.criterion.setToolTip(tr("Which scores: a criterion of the protocol"))
        self.criterion.setMinimumWidth(theme.px(240))
        self.criterion.currentIndexChanged.connect(self._show_criterion)
        self.grade = new_button(verb=coordination.grade_missing)
        self.words = new_label(wrap=True, selectable=True)
        self.scales = new_label(name="quiet", wrap=True, selectable=True)
        self.lines = _table(LineModel(), ROW_PX)
        self.lines.selectionModel().currentRowChanged.connect(self._on_line)
        self.cross = CrossTable()
        self.left_out = LeftOut()
        self._pages = QStackedWidget()
        self._inner = self._laid_out()
        self._pages.addWidget(self.empty)
        self._pages.addWidget(self._inner)
        in_column(self._pages, of=self, margins=0)
        coordination.changed.connect(self._on_changed)
        self._refresh(coordination.state)

    def _laid_out(self) -> QWidget:
        """Everything that a comparison shows."""
        inner = QWidget()
        in_column(
            in_row(self.criterion, None, self.grade, spacing=12),
            self.words,
            (self.lines, 3),
            (in_row(self.cross, (self.left_out, 1), spacing=24), 1),
            self.scales,
            of=inner,
            margins=(16, 14, 16, 12),
            spacing=10,
        )
        return inner

    # --- Following -----------------------------------------------------------------------------

    def _on_changed(self, before: Followed, after: Followed) -> None:
        self._refresh(after)

    def _refresh(self, state: Followed) -> None:
        self._show_button(state)
        if state.compared is not None and state.compared is self._compared:
            return
        self._compared = state.compared
        known, compared = state.known, state.compared
        if compared is None:
            locked = known is not None and known.progress.locked
            self._say(state.uncompared or (translated(COMPARING) if locked else translated(HIDDEN)))
        elif compared.comparison.grades.refusal:
            self._say(compared.comparison.grades.refusal)
        else:
            self._show(compared)

    def _say(self, words: str) -> None:
        """Nothing of a comparison is left in the widgets."""
        self.empty.setText(words)
        self._pages.setCurrentWidget(self.empty)
        self.criterion.blockSignals(True)
        self.criterion.clear()
        self.criterion.blockSignals(False)
        _model(self.lines).show((), ())
        self.lines.horizontalHeader().setToolTip("")
        self.cross.clear()
        self.left_out.clear()
        self.words.setText("")
        self.scales.setText("")

    def _show(self, compared: Compared) -> None:
        from station.report.reading.grades import SCALES, cases_of, left_out
        from station.report.reading.tables import shown

        comparison, arms = compared.comparison, self._coordination.protocol.arms
        self._pages.setCurrentWidget(self._inner)
        before = self.criterion.currentData()
        self.criterion.blockSignals(True)
        self.criterion.clear()
        for name in comparison.criteria:
            self.criterion.addItem(shown(name), name)
        self.criterion.setCurrentIndex(max(self.criterion.findData(before), 0))
        self.criterion.blockSignals(False)
        self.words.setText(" ".join(comparison.notes) or tr("No image has a QA grade yet."))
        self.scales.setText(SCALES)
        missing = comparison.without_grade()
        read = plural(len(comparison.grades.images), "{count} image", "{count} images")
        self.left_out.title.setText(
            tr("NOT COMPARED: {count} OF {read}", count=len(missing), read=read).upper()
        )
        rows = tuple(
            (arms.of(group[0].arm), str(len(group)), group[0].why, cases_of(group))
            for group in left_out(comparison)
        )
        self.left_out.show_rows(rows)
        self._show_criterion()

    def _show_criterion(self) -> None:
        from station.report.reading.grades import FIGURES, METHOD, lines

        name = self.criterion.currentData()
        if self._compared is None or name is None:
            return
        made = lines(self._compared.comparison, name, self._coordination.protocol.arms)
        row = max(self.lines.currentIndex().row(), 0)
        self.lines.clearSpans()
        self.lines.setMaximumHeight(theme.px(HEADER_PX) + len(made) * theme.px(ROW_PX) + 2)
        _model(self.lines).show(made, (*HEADER, *FIGURES[:FIGURES_SHOWN]))
        for number, line in enumerate(made):
            if not line.figures:
                self.lines.setSpan(number, FIRST_FIGURE, 1, FIGURES_SHOWN)
        header = self.lines.horizontalHeader()
        header.setToolTip(
            tr("{method} A row's tip says what to know about its figures.", method=METHOD)
        )
        for column, width in enumerate(NAME_WIDTHS_PX):
            self.lines.setColumnWidth(column, theme.px(width))
        for column in range(FIRST_FIGURE, FIRST_FIGURE + FIGURES_SHOWN):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        header.setMinimumSectionSize(theme.px(60))
        chosen = row if row < len(made) and made[row].figures else _first(made)
        self.lines.setCurrentIndex(_model(self.lines).index(chosen, 0))
        self.cross.show_line(made[chosen])

    def _on_line(self, current: QModelIndex, previous: QModelIndex) -> None:
        if current.isValid():
            self.cross.show_line(_model(self.lines).rows[current.row()])

    def _show_button(self, state: Followed) -> None:
        """What can be graded now, or why nothing can."""
        compared = state.compared
        count = 0 if compared is None else len(compared.to_grade)
        self.grade.setVisible(bool(count))
        if compared is None or not count:
            return
        self.grade.setText(
            tr("Grade {images}", images=plural(count, "{count} image", "{count} images"))
        )
        why = compared.grader_problem or (
            tr("{busy} is under way.", busy=state.busy) if state.busy else ""
        )
        self.grade.setEnabled(not why)
        self.grade.setToolTip(
            why or tr("Images that were read, are in the library and have no grade by this network")
        )


def _first_names(cases: str) -> str:
    names = cases.split(", ")
    return cases if len(names) <= MOST_NAMES else f"{', '.join(names[:MOST_NAMES])}, …"


def _first(made: "tuple[Line, ...]") -> int:
    """The first row with figures."""
    return next((number for number, line in enumerate(made) if line.figures), 0)


def _table(model: RowsModel, row_px: int) -> Table:
    table = Table(row_px)
    table.setModel(model)
    return table


def _model(table: Table) -> RowsModel:
    model = table.model()
    assert isinstance(model, RowsModel)
    return model
