"""The tables of the coordinator's view: readers, cases × readers, and the history."""

from typing import Any

from PySide6.QtCore import (
    QModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from station.app.language import marked, plural, tr, translated
from station.app.reading.overview import (
    HistoryLine,
    Mark,
    MatrixRow,
    ReaderLine,
    Showing,
    Standing,
    whole_entry,
)
from station.ui import theme
from station.ui.elements import LEFT, Index, RowsModel, in_column, in_row, new_label, plain_table

READER_ROW_PX, CASE_ROW_PX, HISTORY_ROW_PX, HEADER_PX = 34, 26, 26, 28
MOST_READERS_SHOWN = 5
"""More scroll"""
BAR_HEIGHT_PX, DOT_PX = 6, 9
SHOWING_PX = 92
"""Of one showing in the matrix: its dot and its time"""

WIDEST_READER_PX = 300

SHOWN = Qt.ItemDataRole.UserRole
"""The value that a delegate draws"""


def _standing_ink(standing: Standing) -> str:
    return {
        Standing.WAITING: theme.QUIET,
        Standing.READING: theme.TEXT,
        Standing.READ: theme.LESS,
        Standing.SIGNED: theme.MORE,
        Standing.OVERDUE: theme.ADDED,
    }[standing]


class Table(QTableView):
    """A quiet table of rows that are read, not edited."""

    def __init__(self, row_px: int) -> None:
        super().__init__()
        plain_table(self, row_px, read_only=True)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.horizontalHeader().setFixedHeight(theme.px(HEADER_PX))


# -- readers ---------------------------------------------------------------------------------------

READER_HEADER = (
    marked("Reader"),
    marked("Read"),
    marked("Practice"),
    marked("Time a case"),
    marked("Last confirmed"),
    marked("State"),
)
READER_WIDTHS_PX = (150, 230, 80, 100, 140)
"""The last column takes the rest"""
PROGRESS_COLUMN, STATE_COLUMN = 1, 5


class ReaderModel(RowsModel):
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line: ReaderLine = self.rows[index.row()]
        column = index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole:
                cells = ("", f"{line.done} / {line.total}", line.practice, line.pace, line.last)
                return (line.name, *cells[1:], line.words)[column]
            case Qt.ItemDataRole.ToolTipRole:
                return "\n".join(line.warnings) or None
            case Qt.ItemDataRole.ForegroundRole:
                if column == STATE_COLUMN:
                    return QColor(_standing_ink(line.standing))
                return QColor(theme.BRIGHT if column == 0 else theme.TEXT)
            case _:
                return line if role == SHOWN else None


class ProgressDelegate(QStyledItemDelegate):
    """A bar, and how many of how many."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        _paint_selection(painter, option)
        line: ReaderLine = index.data(SHOWN)
        box = option.rect.adjusted(4, 0, -12, 0)
        words_px = theme.px(76)
        bar = QRectF(
            box.left(),
            box.center().y() - theme.px(BAR_HEIGHT_PX) / 2,
            max(box.width() - words_px - 10, 20),
            theme.px(BAR_HEIGHT_PX),
        )
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.HAIRLINE))
        painter.drawRoundedRect(bar, 3, 3)
        if line.done:
            painter.setBrush(QColor(theme.MORE if line.done == line.total else theme.ACCENT))
            bar.setWidth(max(bar.width() * line.fraction, theme.px(BAR_HEIGHT_PX)))
            painter.drawRoundedRect(bar, 3, 3)
        painter.setPen(QColor(theme.TEXT))
        words = QRect(box.right() - words_px, box.top(), words_px, box.height())
        painter.drawText(words, int(LEFT), f"{line.done} / {line.total}")
        painter.restore()


class ReaderTable(Table):
    """One row per reader."""

    def __init__(self) -> None:
        super().__init__(READER_ROW_PX)
        self.setAccessibleName(tr("Readers"))
        self.rows_model = ReaderModel()
        self.setModel(self.rows_model)
        self.setItemDelegateForColumn(PROGRESS_COLUMN, ProgressDelegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_readers(())

    def show_readers(self, lines: tuple[ReaderLine, ...]) -> None:
        self.rows_model.show(lines, READER_HEADER)
        for column, width in enumerate(READER_WIDTHS_PX):
            self.setColumnWidth(column, theme.px(width))
        self.horizontalHeader().setStretchLastSection(True)
        shown = min(max(len(lines), 1), MOST_READERS_SHOWN)
        self.setFixedHeight(theme.px(HEADER_PX) + shown * theme.px(READER_ROW_PX) + 2)


# -- cases × readers -------------------------------------------------------------------------------


class MatrixModel(RowsModel):
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row: MatrixRow = self.rows[index.row()]
        if index.column() == 0:
            match role:
                case Qt.ItemDataRole.DisplayRole:
                    return tr("{name}  practice", name=row.name) if row.practice else row.name
                case Qt.ItemDataRole.ForegroundRole:
                    return QColor(theme.QUIET if row.practice else theme.BRIGHT)
                case _:
                    return None
        cell = row.cells[index.column() - 1]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return (
                    ", ".join(f"{showing.mark} {showing.words}".strip() for showing in cell)
                    or Mark.NONE
                )
            case Qt.ItemDataRole.ToolTipRole:
                return "\n".join(showing.tip for showing in cell) or translated(Mark.NONE)
            case _:
                return cell if role == SHOWN else None


class ShowingDelegate(QStyledItemDelegate):
    """A dot and the time for each time an image was on a reader's list."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        _paint_selection(painter, option)
        cell: tuple[Showing, ...] = index.data(SHOWN)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(option.rect)
        left = option.rect.left() + 4
        middle = option.rect.center().y()
        for showing in cell:
            paint_mark(painter, showing.mark, QPoint(left + theme.px(DOT_PX) // 2, middle + 1))
            painter.setPen(QColor(theme.TEXT))
            painter.drawText(
                QRect(
                    left + theme.px(DOT_PX + 7),
                    option.rect.top(),
                    theme.px(SHOWING_PX),
                    option.rect.height(),
                ),
                int(LEFT),
                showing.words,
            )
            left += theme.px(SHOWING_PX)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        cell: tuple[Showing, ...] = index.data(SHOWN)
        return QSize(8 + theme.px(SHOWING_PX) * max(len(cell), 1), theme.px(CASE_ROW_PX))


def paint_mark(painter: QPainter, mark: Mark, middle: QPoint) -> None:
    """The dot of a mark around a place."""
    radius = theme.px(DOT_PX) / 2
    fill, ring = {
        Mark.NONE: (None, None),
        Mark.UNREAD: (None, theme.EDGE),
        Mark.NEXT: (None, theme.ACCENT),
        Mark.READ: (theme.MORE, theme.MORE),
        Mark.REVISED: (theme.MORE, theme.VOI),
    }[mark]
    if ring is None:
        return
    painter.setBrush(QColor(fill) if fill else Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(ring), 2 if ring != fill else 1))
    painter.drawEllipse(middle, radius, radius)


class Legend(QWidget):
    """What the dots mean."""

    MARKS = (
        (Mark.READ, marked("confirmed")),
        (Mark.REVISED, marked("revised")),
        (Mark.NEXT, marked("next")),
        (Mark.UNREAD, marked("not read")),
    )
    GAP_PX = 18

    def __init__(self) -> None:
        super().__init__()
        metrics = QFontMetrics(theme.font(theme.SMALL_PX))
        words = [metrics.horizontalAdvance(translated(text)) for _, text in self.MARKS]
        self._widths = [theme.px(DOT_PX + 6) + width for width in words]
        gaps = theme.px(self.GAP_PX) * len(self.MARKS)
        self.setFixedSize(sum(self._widths) + gaps, theme.px(18))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font(theme.SMALL_PX))
        left = 1
        for (mark, text), width in zip(self.MARKS, self._widths, strict=True):
            paint_mark(painter, mark, QPoint(left + theme.px(DOT_PX) // 2 + 1, self.height() // 2))
            painter.setPen(QColor(theme.QUIET))
            painter.drawText(
                QRect(left + theme.px(DOT_PX + 6), 0, width, self.height()),
                int(LEFT),
                translated(text),
            )
            left += width + theme.px(self.GAP_PX)
        painter.end()


class CaseMatrix(Table):
    """One row per image or pair, one column per reader."""

    def __init__(self) -> None:
        super().__init__(CASE_ROW_PX)
        self.rows_model = MatrixModel()
        self.setModel(self.rows_model)
        self._delegate = ShowingDelegate(self)
        self._narrowest = 0
        """Pixels of a reader's column"""
        self.setAccessibleName(tr("Cases and readers"))

    def show_rows(self, rows: tuple[MatrixRow, ...], readers: tuple[str, ...], named: bool) -> None:
        header = (tr("Case and arm") if named else tr("Image"), *readers)
        before = self.rows_model.header
        self.rows_model.show(rows, header)
        if header == before:
            return
        metrics = self.fontMetrics()
        names = [metrics.horizontalAdvance(tr("{name}  practice", name=row.name)) for row in rows]
        self.setColumnWidth(
            0, min(max([theme.px(150), *[width + 24 for width in names]]), theme.px(420))
        )
        most = max((len(cell) for row in rows for cell in row.cells), default=1)
        titles = [metrics.horizontalAdvance(reader) + 24 for reader in readers]
        self._narrowest = max(16 + theme.px(SHOWING_PX) * most, theme.px(150), *titles)
        for column in range(1, len(header)):
            self.setItemDelegateForColumn(column, self._delegate)
        self.horizontalHeader().setStretchLastSection(True)
        self._share_width()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    def _share_width(self) -> None:
        """Readers share what there is, within limits."""
        readers = len(self.rows_model.header) - 1
        if readers > 0:
            each = (self.viewport().width() - self.columnWidth(0)) // readers
            for column in range(1, readers + 1):
                self.setColumnWidth(
                    column, max(self._narrowest, min(each, theme.px(WIDEST_READER_PX)))
                )


# -- the history -----------------------------------------------------------------------------------

HISTORY_HEADER = (
    marked("No."),
    marked("When"),
    marked("Who"),
    marked("What"),
    marked("About"),
    marked("Reason"),
)
HISTORY_WIDTHS_PX = (56, 176, 130, 170, 300)


class HistoryModel(RowsModel):
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line: HistoryLine = self.rows[index.row()]
        text = line.cells[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return text
        if role == Qt.ItemDataRole.ToolTipRole:
            return text or None
        if role == Qt.ItemDataRole.ForegroundRole and index.column() < 2:
            return QColor(theme.QUIET)
        return line if role == SHOWN else None


class HistoryPage(QWidget):
    """The audit trail, last entry first, with a search and the whole of the chosen entry."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: tuple[HistoryLine, ...] = ()
        self._chosen: int | None = None
        """Number of the entry below the table"""
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Search: name, code, action, reason, date"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._filter)
        self.count = new_label(name="quiet")
        self.table = Table(HISTORY_ROW_PX)
        self.table.setAccessibleName(tr("History"))
        self.rows_model = HistoryModel()
        self.table.setModel(self.rows_model)
        self.table.selectionModel().currentChanged.connect(self._on_current)
        self.whole = QPlainTextEdit()
        self.whole.setReadOnly(True)
        self.whole.setFixedHeight(theme.px(118))
        self.whole.setPlaceholderText(tr("Choose an entry to see all of it."))
        line = in_row((self.search, 1), self.count, spacing=12)
        in_column(line, (self.table, 1), self.whole, of=self, margins=(16, 12, 16, 12), spacing=10)
        self._filter()

    def show_history(self, lines: tuple[HistoryLine, ...]) -> None:
        if lines is not self._lines:
            self._lines = lines
            self._filter()

    def _filter(self) -> None:
        words = self.search.text().casefold().split()
        lines = tuple(line for line in self._lines if line.holds(words)) if words else self._lines
        fresh = not self.rows_model.header
        chosen = self._chosen
        self.rows_model.show(lines, HISTORY_HEADER)
        self._choose(chosen)
        if fresh:
            for column, width in enumerate(HISTORY_WIDTHS_PX):
                self.table.setColumnWidth(column, theme.px(width))
            self.table.horizontalHeader().setStretchLastSection(True)
        whole = len(self._lines)
        if words:
            self.count.setText(tr("{count:,} of {whole:,} entries", count=len(lines), whole=whole))
        else:
            self.count.setText(plural(whole, "{count} entry", "{count:,} entries"))

    def _choose(self, number: int | None) -> None:
        """The entry that was chosen before, where it is still listed."""
        rows = [row for row, line in enumerate(self.rows_model.rows) if line.entry.number == number]
        self.table.setCurrentIndex(self.rows_model.index(rows[0], 0) if rows else QModelIndex())
        self._on_current(self.table.currentIndex(), QModelIndex())

    def _on_current(self, current: QModelIndex, previous: QModelIndex) -> None:
        entry = self.rows_model.rows[current.row()].entry if current.isValid() else None
        self._chosen = None if entry is None else entry.number
        text = "" if entry is None else whole_entry(entry)
        if text != self.whole.toPlainText():
            self.whole.setPlainText(text)


def _paint_selection(painter: QPainter, option: QStyleOptionViewItem) -> None:
    if option.state & QStyle.StateFlag.State_Selected:
        painter.fillRect(option.rect, QColor(theme.SELECTION))
