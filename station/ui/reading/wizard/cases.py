"""Choosing the cases of a reader study: what the archive has, and why a study cannot be one."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Any

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QLineEdit,
    QStackedWidget,
    QTableView,
    QWidget,
)

from station.app.language import day, marked, plural, tr, translated
from station.operations.reading.candidates import Candidate
from station.operations.reading.prepare import ChosenCase
from station.ui import theme
from station.ui.elements import (
    Index,
    RowsModel,
    in_column,
    in_row,
    new_button,
    new_label,
    plain_table,
    set_look,
)

ROW_HEIGHT_PX = 26
COLUMNS = (
    marked("Use as"),
    marked("Patient"),
    "ID",
    marked("Date"),
    marked("Study"),
    marked("Images"),
)
WIDTHS_PX = (76, 150, 110, 104, 190)
USE_COLUMN = 0


class Use(StrEnum):
    CASE = "Case"
    PRACTICE = "Practice"


class CaseModel(RowsModel):
    """The candidates that the search leaves, and what each is used as."""

    chosen_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._all: tuple[Candidate, ...] = ()
        self.rows: tuple[Candidate, ...] = ()
        self.header = COLUMNS
        self._uses: dict[str, Use] = {}
        """Study UID → what it is used as, in the order of choosing"""
        self._pairs: dict[str, int] = {}
        """Study UID → which of its pairs, where that is not the first"""
        self._text = ""

    # -- what is there -----------------------------------------------------------------------------

    def put(self, candidates: Sequence[Candidate]) -> None:
        self._all = tuple(candidates)
        self.search(self._text)

    def search(self, text: str) -> None:
        """Show the candidates in which every word of `text` is found; what is chosen stays so."""
        self.beginResetModel()
        self._text = text
        self.rows = tuple(candidate for candidate in self._all if candidate.holds(text))
        self.endResetModel()

    @property
    def all(self) -> tuple[Candidate, ...]:
        return self._all

    def chosen(self, use: Use) -> tuple[ChosenCase, ...]:
        """What is used so, in the order of choosing."""
        by_uid = {candidate.study_uid: candidate for candidate in self._all}
        return tuple(
            ChosenCase(by_uid[uid], by_uid[uid].pairs[self._pairs.get(uid, 0)])
            for uid, own in self._uses.items()
            if own is use
        )

    def use_of(self, candidate: Candidate) -> Use | None:
        return self._uses.get(candidate.study_uid)

    def pair_of(self, candidate: Candidate) -> int:
        return self._pairs.get(candidate.study_uid, 0)

    # -- choosing ----------------------------------------------------------------------------------

    def use(self, candidates: Sequence[Candidate], use: Use | None) -> None:
        """Use these so, as far as they can be cases; None: leave them out."""
        for candidate in candidates:
            if candidate.problem is not None:
                continue
            self._uses.pop(candidate.study_uid, None)
            if use is not None:
                self._uses[candidate.study_uid] = use
        self._tell()

    def take_pair(self, candidate: Candidate, number: int) -> None:
        """Compare that pair of its images."""
        self._pairs[candidate.study_uid] = number
        self._tell()

    def _tell(self) -> None:
        if self.rows:
            last = self.index(len(self.rows) - 1, len(COLUMNS) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
        self.chosen_changed.emit()

    # -- as Qt asks --------------------------------------------------------------------------------

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        candidate = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._cells(candidate)[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return candidate.problem or self._cells(candidate)[-1]
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._colour(candidate, index.column())
        return None

    def _cells(self, candidate: Candidate) -> tuple[str, ...]:
        use = self.use_of(candidate)
        if candidate.problem is not None:
            images = candidate.problem
        else:
            pair = candidate.pairs[self.pair_of(candidate)]
            images = f"{pair.conventional_label} · {pair.dl_label}"
        return (
            "—" if candidate.problem is not None else (translated(use) if use else ""),
            candidate.patient_name or tr("no name"),
            candidate.patient_id,
            day(candidate.study_date) if candidate.study_date else "",
            candidate.description,
            images,
        )

    def _colour(self, candidate: Candidate, column: int) -> QColor:
        if candidate.problem is not None:
            return QColor(theme.QUIET)
        use = self.use_of(candidate)
        if column == USE_COLUMN and use is not None:
            return QColor(theme.CROSSHAIR if use is Use.CASE else theme.MORE)
        return QColor(theme.BRIGHT if use is not None else theme.TEXT)


class CaseTable(QTableView):
    """Space and P mark the selected rows, Delete leaves them out."""

    marked = Signal(object)
    """`Use` or None, for the selected rows"""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Space | Qt.Key.Key_C:
                self.marked.emit(Use.CASE)
            case Qt.Key.Key_P:
                self.marked.emit(Use.PRACTICE)
            case Qt.Key.Key_Delete | Qt.Key.Key_Backspace:
                self.marked.emit(None)
            case _:
                super().keyPressEvent(event)


class CasesPage(QWidget):
    """Search, the table, and what the current row is or why it cannot be chosen."""

    title = marked("Cases")
    intro = marked(
        "A case is a study with a conventional and a DL image of one scan. Readers practise on "
        "the practice cases first; those answers do not count."
    )
    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.model = CaseModel()
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Search by name, ID, date or description"))
        self.search.setClearButtonEnabled(True)
        self.table = _table(self.model)
        self.counts = new_label(name="quiet")
        self.waiting = new_label(tr("Looking through the archive…"), "quiet", wrap=True)
        self.waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.waiting)
        self._pages.addWidget(self.table)
        self.why = new_label(name="note", wrap=True)
        self.pairs = QComboBox()
        self.pairs.setAccessibleName(tr("Images of this case"))
        self.case = new_button(tr("Use as case"), lambda: self._on_marked(Use.CASE))
        self.practice = new_button(tr("Use for practice"), lambda: self._on_marked(Use.PRACTICE))
        self.out = new_button(tr("Leave out"), lambda: self._on_marked(None))
        self.all = new_button(
            tr("All shown as cases"), lambda: self.model.use(self.model.rows, Use.CASE)
        )
        for button, key in ((self.case, "Space"), (self.practice, "P"), (self.out, "Del")):
            button.setToolTip(tr("The selected studies ({key} in the table)", key=key))
        in_column(
            in_row((self.search, 1), self.counts, spacing=12),
            (self._pages, 1),
            in_row((self.why, 1), (self.pairs, 1), spacing=8),
            in_row(self.case, self.practice, self.out, None, self.all, spacing=8),
            of=self,
            margins=0,
            spacing=10,
        )
        self.search.textChanged.connect(self._on_search)
        self.table.marked.connect(self._on_marked)
        self.table.doubleClicked.connect(self._on_double_clicked)
        self.table.selectionModel().currentRowChanged.connect(self._show_current)
        self.model.chosen_changed.connect(self._on_chosen)
        self.pairs.activated.connect(self._on_pair)
        self._show_current()

    # -- what the wizard asks ----------------------------------------------------------------------

    @property
    def cases(self) -> tuple[ChosenCase, ...]:
        return self.model.chosen(Use.CASE)

    @property
    def practised(self) -> tuple[ChosenCase, ...]:
        return self.model.chosen(Use.PRACTICE)

    def put(self, candidates: Sequence[Candidate]) -> None:
        self.model.put(candidates)
        self._refresh()
        self.table.selectRow(0)
        self.changed.emit()

    def fail(self, sentence: str) -> None:
        """Say why the archive could not be searched."""
        self.waiting.setText(translated(sentence))

    def take_focus(self) -> None:
        (self.table if self.model.all else self.search).setFocus()

    # -- gestures ----------------------------------------------------------------------------------

    def _selected(self) -> list[Candidate]:
        rows = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        return [self.model.rows[row] for row in rows]

    def _on_marked(self, use: Use | None) -> None:
        selected = self._selected()
        if (
            use is not None
            and selected
            and all(self.model.use_of(candidate) is use for candidate in selected)
        ):
            use = None  # the same again takes it back
        self.model.use(selected, use)

    def _on_double_clicked(self, index: QModelIndex) -> None:
        self._on_marked(Use.CASE)

    def _on_search(self, text: str) -> None:
        self.model.search(text)
        self._refresh()
        self.table.selectRow(0)

    def _on_pair(self, number: int) -> None:
        current = self._current()
        if current is not None:
            self.model.take_pair(current, number)

    def _on_chosen(self) -> None:
        self._refresh()
        self.changed.emit()

    # -- showing -----------------------------------------------------------------------------------

    def _current(self) -> Candidate | None:
        row = self.table.selectionModel().currentIndex().row()
        return self.model.rows[row] if 0 <= row < len(self.model.rows) else None

    def _refresh(self) -> None:
        shown = self.model.rows
        self._pages.setCurrentWidget(self.table if shown else self.waiting)
        if not shown and self.model.all:
            self.waiting.setText(tr("No study matches. Search for something else."))
        elif not shown:
            self.waiting.setText(
                tr(
                    "The archive is empty. Open the studies in Station once; then they are "
                    "listed here."
                )
            )
        possible = sum(candidate.problem is None for candidate in shown)
        self.counts.setText(
            tr(
                "{cases} · {count} for practice · {possible} of {count2} shown can be chosen",
                cases=plural(len(self.cases), "{count} case", "{count} cases"),
                count=len(self.practised),
                possible=possible,
                count2=len(shown),
            )
        )
        self._show_current()

    def _show_current(self, *_: object) -> None:
        current = self._current()
        several = current is not None and len(current.pairs) > 1
        self.pairs.setVisible(several)
        self.why.setVisible(current is not None)
        if current is None:
            return
        set_look(self.why, "caution" if current.problem else "note")
        if current.problem is not None:
            self.why.setText(
                tr(
                    "{patient_name} cannot be a case. {problem}",
                    patient_name=current.patient_name or tr("This study"),
                    problem=current.problem,
                )
            )
            return
        pair = current.pairs[self.model.pair_of(current)]
        self.why.setText(
            tr("Which images are compared:")
            if several
            else tr(
                "Conventional: {conventional_label} · DL: {dl_label}",
                conventional_label=pair.conventional_label,
                dl_label=pair.dl_label,
            )
        )
        self.pairs.clear()
        for choice in current.pairs:
            self.pairs.addItem(f"{choice.conventional_label} · {choice.dl_label}")
        self.pairs.setCurrentIndex(self.model.pair_of(current))

    def select(self, row: int) -> None:
        """Put the cursor on a row of what is shown."""
        self.table.selectionModel().setCurrentIndex(
            self.model.index(row, 0),
            QItemSelectionModel.SelectionFlag.ClearAndSelect
            | QItemSelectionModel.SelectionFlag.Rows,
        )


def _table(model: CaseModel) -> CaseTable:
    table = CaseTable()
    table.setModel(model)
    table.setAccessibleName(tr("Studies of the archive"))
    table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
    table.setTabKeyNavigation(False)
    plain_table(table, ROW_HEIGHT_PX)
    table.horizontalHeader().setStretchLastSection(True)
    for column, width in enumerate(WIDTHS_PX):
        table.setColumnWidth(column, theme.px(width))
    return table
