"""The checks of an image in the panel "Quality": one row each, and the chosen one in words."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QEvent, QModelIndex, QRect, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHeaderView,
    QLabel,
    QSizePolicy,
    QStyle,
    QTableWidget,
    QTableWidgetItem,
)

from station.app.language import decimals, marked, tr, translated
from station.pet.image_quality import (
    Check,
    Status,
    limits_words,
    number_words,
    value_words,
)
from station.ui import theme
from station.ui.elements import RIGHT, plain_table

ROW_HEIGHT_PX = 24
CELL_MARGINS_PX = 13
STATUS, NAME, VALUE, LIMITS = range(4)
HEADERS = ("", marked("Check"), marked("Value"), marked("Limits"))
SHORT_UNITS = ("%", "min", "mm", "MBq/kg", "mmol/L")
"""Units written after a value; the name gives the others, the tool tip all"""
SHORTEST_UNITS = ("%", "min", "mm")
"""Units for which there is room after the limits, too"""

MARKS = {
    Status.FAIL: "✕",
    Status.LOOK: "!",
    Status.PASS: "✓",
    Status.NOT_POSSIBLE: "–",
}
"""In the order in which the checks are listed"""
WRITTEN_OUT = (Status.FAIL, Status.LOOK)
"""Written out next to the mark; of the others the heading gives the number"""
CHOOSE = marked("Click a check to go to its place in all panes.")

_GO_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_MOVE_KEYS = (
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
    *_GO_KEYS,
)


class ChecksTable(QTableWidget):
    """One row per check, the worst first. Arrow keys move; a click or Return asks to go there.

    As high as its rows: what scrolls is the panel. A name that does not fit takes two lines.
    """

    chosen = Signal(object)
    """`Check` of the row that was chosen, or None"""
    wanted = Signal(object)
    """`Check` whose place is to be shown"""

    def __init__(self) -> None:
        super().__init__(0, len(HEADERS))
        self.checks: tuple[Check, ...] = ()
        plain_table(self, ROW_HEIGHT_PX, read_only=True)
        for column, title in enumerate(HEADERS):
            heading = QTableWidgetItem(translated(title))
            if column in (VALUE, LIMITS):
                heading.setTextAlignment(RIGHT)
            self.setHorizontalHeaderItem(column, heading)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setAccessibleName(tr("Checks"))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.verticalHeader().setMinimumSectionSize(theme.px(ROW_HEIGHT_PX))
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setMinimumSectionSize(theme.px(24))
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.itemSelectionChanged.connect(self._on_selected)
        self.cellClicked.connect(self._on_clicked)

    def show_checks(self, checks: tuple[Check, ...], *, same_image: bool = False) -> None:
        """`same_image`: the chosen check stays chosen, whichever row it is in now."""
        before = self.chosen_check
        order = list(MARKS)
        self.checks = tuple(sorted(checks, key=lambda check: order.index(check.status)))
        names = [check.name for check in self.checks]
        with QSignalBlocker(self):
            self.clearSelection()
            self.setCurrentIndex(QModelIndex())
            self.setRowCount(len(self.checks))
            for row, check in enumerate(self.checks):
                for column, text in enumerate(_cells(check)):
                    self.setItem(row, column, _item(check, column, text))
            if same_image and before is not None and before.name in names:
                self.selectRow(names.index(before.name))
        for column in (STATUS, VALUE, LIMITS):
            # Not sizeHintForColumn: it measures only the rows that are in view, perhaps none yet.
            items = [item for row in range(len(checks)) if (item := self.item(row, column))]
            words = [QFontMetrics(item.font()).horizontalAdvance(item.text()) for item in items]
            header = self.horizontalHeader().sectionSizeHint(column)
            self.setColumnWidth(column, max(max(words, default=0) + CELL_MARGINS_PX, header))
        self._lay_out()
        self.updateGeometry()
        self.chosen.emit(self.chosen_check)

    def look_changed(self) -> None:
        """In the colours and the size of text that are now in use."""
        self.show_checks(self.checks, same_image=True)

    @property
    def chosen_check(self) -> Check | None:
        rows = {index.row() for index in self.selectedIndexes()}
        return self.checks[rows.pop()] if len(rows) == 1 else None

    def row_box(self, check: Check) -> QRect:
        """Where the row of a check is, in the viewport."""
        row = self.checks.index(check)
        top, height = self.rowViewportPosition(row), self.rowHeight(row)
        return QRect(0, top, self.viewport().width(), height)

    # --- Its size ------------------------------------------------------------------------------

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        rows = sum(self._row_heights(self._name_width(width)))
        return self.horizontalHeader().sizeHint().height() + rows + 2

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def _name_width(self, width: int) -> int:
        """What is left for the names in a table of this width."""
        return width - sum(self.columnWidth(column) for column in (STATUS, VALUE, LIMITS))

    def _row_heights(self, name_width: int) -> list[int]:
        # Not the delegate's hint: it is a few pixels short, and names would be cut.
        kept_free = 2 * (self.style().pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin) + 1)
        room = QRect(0, 0, name_width - kept_free, 0)
        metrics, wrapped = self.fontMetrics(), int(Qt.TextFlag.TextWordWrap)
        return [
            max(
                theme.px(ROW_HEIGHT_PX),
                metrics.boundingRect(room, wrapped, check.name).height() + kept_free,
            )
            for check in self.checks
        ]

    def _lay_out(self) -> None:
        name_width = self._name_width(self.viewport().width())
        self.setColumnWidth(NAME, name_width)
        for row, height in enumerate(self._row_heights(name_width)):
            self.setRowHeight(row, height)

    # --- Gestures ------------------------------------------------------------------------------

    def _on_selected(self) -> None:
        """A row was chosen, by mouse or arrow keys."""
        self.chosen.emit(self.chosen_check)

    def _on_clicked(self, row: int, column: int) -> None:
        self.wanted.emit(self.checks[row])

    def event(self, event: QEvent) -> bool:
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() in _MOVE_KEYS
        ):
            event.accept()  # else they would move the slices
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        check = self.chosen_check
        if event.key() in _GO_KEYS and check is not None:
            self.wanted.emit(check)
        else:
            super().keyPressEvent(event)


class CheckDetail(QLabel):
    """What one check found, its limits and where they come from."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("note")
        self.setWordWrap(True)
        self.setFont(theme.font(theme.PANEL_PX))
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.show_check(None)

    def show_check(self, check: Check | None) -> None:
        if check is None:
            self.setText(translated(CHOOSE))
            return
        lines = [f"<b>{escape(translated(check.name))}</b>: {escape(translated(check.sentence))}"]
        if check.limits != (None, None):
            lines.append(
                tr(
                    "Limits: {limits}. {value}.",
                    limits=escape(_limits(check)),
                    value=escape(translated(check.source)),
                )
            )
        if check.place_mm is None:
            lines.append(tr("It has no position to go to."))
        self.setText("<br>".join(lines))


def summary_html(checks: tuple[Check, ...]) -> str:
    """`✕ 2 fail  ! 1 look  ✓ 13 pass  – 1 not possible`, each in its colour; statuses without
    any check are left out."""
    counts: list[str] = []
    for status, mark in MARKS.items():
        colour = _ink(status)
        number = sum(check.status is status for check in checks)
        if number:
            words = f"{mark}&nbsp;{number}&nbsp;{translated(status)}".replace(" ", "&nbsp;")
            counts.append(f'<span style="color:{colour}">{words}</span>')
    return " &nbsp; ".join(counts)


def _cells(check: Check) -> tuple[str, ...]:
    mark = MARKS[check.status]
    limits = (
        ""
        if check.limits == (None, None)
        else _with_unit(decimals(limits_words(check.limits)), check, SHORTEST_UNITS)
    )
    status = f"{mark} {translated(check.status)}" if check.status in WRITTEN_OUT else mark
    return status, translated(check.name), _value(check), limits


def _value(check: Check) -> str:
    """`2.14`, `9.5 %`, `62 min`: only short units, and none that is in the name."""
    if check.value is None:
        return translated(check.status)
    return _with_unit(decimals(number_words(check.value)), check, SHORT_UNITS)


def _with_unit(words: str, check: Check, units: Sequence[str]) -> str:
    unit = "%" if check.unit.startswith("%") else check.unit
    return f"{words} {unit}" if unit in units else words


def _ink(status: Status) -> str:
    return {
        Status.FAIL: theme.ADDED,
        Status.LOOK: theme.DOUBT,
        Status.PASS: theme.MORE,
        Status.NOT_POSSIBLE: theme.QUIET,
    }[status]


def _limits(check: Check) -> str:
    return f"{decimals(limits_words(check.limits))} {translated(check.unit)}".strip()


def _item(check: Check, column: int, text: str) -> QTableWidgetItem:
    item = QTableWidgetItem(text)
    item.setFont(theme.font(theme.PANEL_PX))
    status = translated(check.status)
    value = status if check.value is None else f"{decimals(value_words(check))}, {status}"
    lines = [f"{translated(check.name)}: {value}", translated(check.sentence)]
    if check.limits != (None, None):
        lines += [tr("Limits: {limits}", limits=_limits(check)), translated(check.source)]
    item.setToolTip("\n".join(lines))
    if column == STATUS:
        item.setForeground(QColor(_ink(check.status)))
        item.setData(Qt.ItemDataRole.AccessibleTextRole, status)
    elif check.status is Status.NOT_POSSIBLE:
        item.setForeground(QColor(theme.QUIET))
    if column in (VALUE, LIMITS):
        item.setTextAlignment(RIGHT)
    return item
