"""The studies that servers list: three lines each, unfolding to their series with a slice."""

from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QPoint,
    QPointF,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QImage, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from station.app.language import plural, tr, translated
from station.app.pacs.state import (
    HERE_WORDS,
    Here,
    Listed,
    Pacs,
    Preview,
    Progress,
    SeriesList,
    Stage,
    StudyKey,
    day_words,
    id_line,
    series_words,
    shown_name,
    spoken,
    where_line,
)
from station.app.pacs.workflow import PacsWorkflow
from station.pacs import RemoteSeries
from station.ui import theme
from station.ui.elements import NOWHERE, Index
from station.ui.pacs.keys import keeps_its_keys

STUDY_PX, SERIES_PX, PICTURED_PX = 62, 24, 52
THUMBNAIL_PX = 46
MARGIN_PX, GAP_PX = 6, 8
NARROWEST_PX = 80
CHEVRON_PX = 3.5

SHOWN = Qt.ItemDataRole.UserRole
"""What a line shows: a `Listed`, a `SeriesLine` or a sentence"""
MARK = Qt.ItemDataRole.UserRole + 1
"""The words at the right of a study's last line"""

SeriesLine = tuple[RemoteSeries, Preview | None]


class FoundModel(QAbstractItemModel):
    """Studies, and below each its series, or a sentence until they are there."""

    def __init__(self) -> None:
        super().__init__()
        self._pacs = Pacs()

    @property
    def rows(self) -> tuple[Listed, ...]:
        return self._pacs.listed

    def show(self, pacs: Pacs) -> bool:
        """Show another state; whether the studies are others than before."""
        before, self._pacs = self._pacs, pacs
        if [row.key for row in before.listed] != [row.key for row in pacs.listed]:
            # Said once it has changed: a view asks for nothing in between.
            self.beginResetModel()
            self.endResetModel()
            return True
        if before.listed is not pacs.listed or before.transfers is not pacs.transfers:
            self._renew()
        if before.series is not pacs.series:
            for number, row in enumerate(pacs.listed):
                was, now = before.series.get(row.key), pacs.series.get(row.key)
                if was is not now:
                    self._renew_below(number, len(_lines(was)), len(_lines(now)))
        return False

    def _renew(self) -> None:
        if self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, 0))

    def _renew_below(self, number: int, before: int, after: int) -> None:
        parent = self.index(number, 0)
        if after > before:
            self.beginInsertRows(parent, before, after - 1)
            self.endInsertRows()
        elif after < before:
            self.beginRemoveRows(parent, after, before - 1)
            self.endRemoveRows()
        self.dataChanged.emit(self.index(0, 0, parent), self.index(after - 1, 0, parent))

    def row_at(self, index: Index) -> Listed | None:
        """The study of a line, or that of its series."""
        if not index.isValid():
            return None
        number = index.internalId() - 1 if index.internalId() else index.row()
        return self.rows[number] if number < len(self.rows) else None

    def series_at(self, index: Index) -> RemoteSeries | None:
        shown = index.data(SHOWN) if index.isValid() and index.internalId() else None
        return shown[0] if isinstance(shown, tuple) else None

    def index_of(self, key: StudyKey) -> QModelIndex:
        number = next((n for n, row in enumerate(self.rows) if row.key == key), -1)
        return self.index(number, 0) if number >= 0 else QModelIndex()

    # --- What Qt asks --------------------------------------------------------------------------

    def index(self, row: int, column: int, parent: Index = NOWHERE) -> QModelIndex:
        if row < 0 or column != 0 or row >= self.rowCount(parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else 0)

    def parent(self, index: Index = NOWHERE) -> QModelIndex:  # pyright: ignore[reportIncompatibleMethodOverride]
        if not index.isValid() or not index.internalId():
            return QModelIndex()
        return self.createIndex(index.internalId() - 1, 0, 0)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        if not parent.isValid():
            return len(self.rows)
        if parent.internalId() or parent.row() >= len(self.rows):
            return 0
        return len(_lines(self._pacs.series.get(self.rows[parent.row()].key)))

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        usable = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if not index.internalId():
            return usable
        # A sentence in place of series is only read.
        return (
            usable | Qt.ItemFlag.ItemNeverHasChildren
            if self.series_at(index)
            else (Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren)
        )

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row_at(index)
        if row is None:
            return None
        if not index.internalId():
            return self._study(row, role)
        shown = _lines(self._pacs.series.get(row.key))[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return shown if isinstance(shown, str) else series_words(shown[0])
            case Qt.ItemDataRole.ToolTipRole:
                return shown if isinstance(shown, str) else _series_tip(shown)
            case _:
                return shown if role == SHOWN else None

    def _study(self, row: Listed, role: int) -> Any:
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return f"{shown_name(row.study.patient_name)} {day_words(row.study.date)}"
            case Qt.ItemDataRole.ToolTipRole:
                return tr(
                    "{spoken}\nEnter or a double click fetches and opens it", spoken=spoken(row)
                )
            case Qt.ItemDataRole.AccessibleTextRole:
                return spoken(row).replace("\n", ", ")
            case _:
                if role == MARK:
                    return self._mark(row)
                return row if role == SHOWN else None

    def _mark(self, row: Listed) -> str:
        """How far its fetch is, else how much of it is here."""
        transfer = self._pacs.transfer_of(row.study.study_uid)
        if transfer is not None and transfer.progress is Progress.WAITING:
            return "waiting"
        if transfer is not None and transfer.progress is Progress.RUNNING:
            traffic = transfer.traffic
            share = traffic.done / traffic.wanted if traffic and traffic.wanted else 0.0
            return f"{share * 100:.0f} %"
        return translated(HERE_WORDS[row.here])


def _lines(series: SeriesList | None) -> tuple[SeriesLine | str, ...]:
    """What is below a study: never nothing, so that it can be unfolded."""
    if series is None or series.stage is Stage.ASKING:
        return (tr("Asking for the series…"),)
    if series.stage is Stage.FAILED:
        return (series.problem or tr("The server did not tell the series."),)
    return tuple((one, series.previews.get(one.series_uid)) for one in series.series) or (
        tr("The server lists no series of this study."),
    )


def _series_tip(line: SeriesLine) -> str:
    series, preview = line
    problem = preview.problem if preview is not None else ""
    return "\n".join(words for words in (series_words(series), problem) if words)


class FoundDelegate(QStyledItemDelegate):
    """Draws a study in three lines, and a series next to its slice."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        shown = index.data(SHOWN)
        if isinstance(shown, Listed):
            return QSize(0, theme.px(STUDY_PX))
        if isinstance(shown, str):
            metrics = QFontMetrics(theme.font(theme.PANEL_PX))
            view = _view(option)
            room = view.viewport().width() - 2 * view.indentation() - 3 * GAP_PX
            width = max(room, NARROWEST_PX)
            lines = metrics.boundingRect(QRect(0, 0, width, 1000), _WRAPPED, shown)
            return QSize(0, max(lines.height() + GAP_PX, theme.px(SERIES_PX)))
        return QSize(0, theme.px(SERIES_PX if shown[1] is None else PICTURED_PX))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        plain = QStyleOptionViewItem(option)
        self.initStyleOption(plain, index)
        plain.text = ""
        style = plain.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, plain, painter, plain.widget)
        shown = index.data(SHOWN)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        margin = theme.px(MARGIN_PX)
        box = plain.rect.adjusted(4, margin, -GAP_PX, -margin)
        chosen = bool(plain.state & QStyle.StateFlag.State_Selected)
        if isinstance(shown, Listed):
            _paint_study(painter, box, shown, str(index.data(MARK)), chosen)
        elif isinstance(shown, str):
            painter.setFont(theme.font(theme.PANEL_PX))
            painter.setPen(QColor(theme.QUIET))
            painter.drawText(plain.rect.adjusted(4, 0, -GAP_PX, 0), _WRAPPED, shown)
        else:
            _paint_series(painter, plain.rect.adjusted(4, 0, -GAP_PX, 0), shown)
        painter.restore()


_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_WRAPPED = int(_LEFT) | int(Qt.TextFlag.TextWordWrap)


def _view(option: QStyleOptionViewItem) -> QTreeView:
    view = option.widget
    assert isinstance(view, QTreeView)
    return view


def _paint_study(painter: QPainter, box: QRect, row: Listed, mark: str, chosen: bool) -> None:
    study = row.study
    first, line = theme.px(18), theme.px(16)
    top = QRect(box.left(), box.top(), box.width(), first)
    second = QRect(box.left(), top.bottom() + 1, box.width(), line)
    third = QRect(box.left(), second.bottom() + 1, box.width(), line)
    quiet = QColor(theme.TEXT if chosen else theme.QUIET)
    plain, small = theme.font(theme.PANEL_PX), theme.font(theme.SMALL_PX)
    name = shown_name(study.patient_name) or study.patient_id or tr("no name")
    day_px = _words(painter, top, day_words(study.date), plain, QColor(theme.TEXT), right=True)
    bold = theme.font(weight=QFont.Weight.Medium)
    _words(painter, top.adjusted(0, 0, -day_px - GAP_PX, 0), name, bold, QColor(theme.BRIGHT))
    _words(painter, second, id_line(row), plain, QColor(theme.TEXT))
    mark_px = _mark(painter, third, mark, row.here, small) if mark else 0
    _words(painter, third.adjusted(0, 0, -mark_px, 0), where_line(row), plain, quiet)


def _words(
    painter: QPainter, box: QRect, words: str, font: QFont, ink: QColor, *, right: bool = False
) -> int:
    """Draw words in one line, shortened where they are too long; their width."""
    painter.setFont(font)
    painter.setPen(QPen(ink))
    shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, _RIGHT if right else _LEFT, shown)
    return painter.fontMetrics().horizontalAdvance(shown)


def _mark(painter: QPainter, box: QRect, words: str, here: Here, font: QFont) -> int:
    """Words on a ground of their own at the right; the room they take."""
    painter.setFont(font)
    width = painter.fontMetrics().horizontalAdvance(words) + 12
    patch = QRect(box.right() - width + 1, box.top(), width, box.height())
    of_what_is_here = words == translated(HERE_WORDS[here])
    ground = theme.GOOD if of_what_is_here and here is Here.WHOLE else theme.BUTTON
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(ground))
    painter.drawRoundedRect(patch, 4, 4)
    painter.setPen(QColor(theme.ON_VERDICT))
    painter.drawText(patch, Qt.AlignmentFlag.AlignCenter, words)
    return width + GAP_PX


def _paint_series(painter: QPainter, box: QRect, line: SeriesLine) -> None:
    series, preview = line
    if preview is not None:
        side = theme.px(THUMBNAIL_PX)
        square = QRect(box.left(), box.top() + (box.height() - side) // 2, side, side)
        _paint_slice(painter, square, preview)
        box = box.adjusted(side + GAP_PX, 0, 0, 0)
    _words(painter, box, series_words(series), theme.font(theme.PANEL_PX), QColor(theme.TEXT))


def _paint_slice(painter: QPainter, square: QRect, preview: Preview) -> None:
    painter.fillRect(square, QColor(theme.FIELD))
    pixels = preview.pixels
    if pixels is None:
        painter.setPen(QColor(theme.QUIET))
        words = "…" if preview.stage is Stage.ASKING else "–"
        painter.drawText(square, Qt.AlignmentFlag.AlignCenter, words)
        return
    rows, columns = pixels.shape
    image = QImage(pixels.data, columns, rows, columns, QImage.Format.Format_Grayscale8)
    size = QSize(columns, rows).scaled(square.size(), Qt.AspectRatioMode.KeepAspectRatio)
    place = QRect(QPoint(0, 0), size)
    place.moveCenter(square.center())
    painter.drawImage(place, image)


class FoundTree(QTreeView):
    """The list; Enter or a double click fetches what is chosen, and opens one study."""

    def __init__(self, pacs: PacsWorkflow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pacs = pacs
        self.setObjectName("found")
        self.setAccessibleName(tr("Studies on PACS"))
        self.found = FoundModel()
        self.setModel(self.found)
        self.setItemDelegate(FoundDelegate(self))
        self.setHeaderHidden(True)
        self.setIndentation(16)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setExpandsOnDoubleClick(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._on_menu)
        self.expanded.connect(self._on_unfolded)
        self.doubleClicked.connect(self._on_chosen)
        keeps_its_keys(self)

    def drawBranches(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """A chevron next to a study: it points down where the study is unfolded."""
        super().drawBranches(painter, rect, index)
        if index.internalId():
            return
        middle = QPointF(
            rect.right() - self.indentation() / 2 + 1, rect.top() + theme.px(MARGIN_PX + 9)
        )
        long, short = CHEVRON_PX, CHEVRON_PX / 2
        if self.isExpanded(index):
            corners = [(-long, -short), (0.0, short), (long, -short)]
        else:
            corners = [(-short, -long), (short, 0.0), (-short, long)]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.QUIET), 1.4))
        painter.drawPolyline([middle + QPointF(x, y) for x, y in corners])
        painter.restore()

    def show_pacs(self, pacs: Pacs) -> None:
        current = self.found.row_at(self.currentIndex())
        unfolded = self._unfolded() if self.found.rows is not pacs.listed else ()
        if self.found.show(pacs):
            for key in unfolded:
                self.expand(self.found.index_of(key))
            if current is not None:
                index = self.found.index_of(current.key)
                if index.isValid():
                    self.setCurrentIndex(index)

    def _unfolded(self) -> tuple[StudyKey, ...]:
        indexes = (self.found.index(number, 0) for number in range(len(self.found.rows)))
        return tuple(self.found.rows[one.row()].key for one in indexes if self.isExpanded(one))

    def chosen(self) -> tuple[Listed, ...]:
        """The studies that are selected, in the order of the list; with a series, its study."""
        keys = {row.key for index in self.selectedIndexes() if (row := self.found.row_at(index))}
        return tuple(row for row in self.found.rows if row.key in keys)

    def chosen_series(self) -> tuple[Listed, tuple[str, ...]] | None:
        """Where only series of one study are selected: the study and their UIDs."""
        indexes = self.selectedIndexes()
        series = [self.found.series_at(index) for index in indexes]
        rows = self.chosen()
        uids = tuple(one.series_uid for one in series if one is not None)
        if len(rows) != 1 or not uids or len(uids) != len(series):
            return None
        return rows[0], uids

    def fetch(self, *, opens: bool, server: str = "") -> None:
        """Fetch what is selected: studies, or some series of one."""
        alone = self.chosen_series()
        if alone is not None:
            row, uids = alone
            self._pacs.fetch([row], opens=opens, server=server, series_uids=uids)
        else:
            self._pacs.fetch(self.chosen(), opens=opens, server=server)

    def _on_chosen(self, index: QModelIndex) -> None:
        if self.found.row_at(index) is not None:
            self.fetch(opens=True)

    def _on_unfolded(self, index: QModelIndex) -> None:
        row = self.found.row_at(index)
        if row is not None:
            self._pacs.unfold(row)

    def _on_menu(self, at: QPoint) -> None:
        if not self.indexAt(at).isValid() or not self.chosen():
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.fill_menu(menu)
        menu.popup(self.viewport().mapToGlobal(at))

    def fill_menu(self, menu: QMenu) -> None:
        """What can be done with the selection."""
        rows = self.chosen()
        if not rows:
            return
        alone = self.chosen_series()
        if alone is not None:
            words = plural(len(alone[1]), "Fetch this series", "Fetch these {count} series")
            menu.addAction(words).triggered.connect(lambda: self.fetch(opens=False))
            return
        if len(rows) > 1:
            words = tr("Fetch these {count} studies", count=len(rows))
            menu.addAction(words).triggered.connect(lambda: self.fetch(opens=False))
            return
        row = next(iter(rows))
        whole = row.here is Here.WHOLE
        first = tr("Open") if whole else tr("Fetch and open")
        menu.addAction(first).triggered.connect(lambda: self.fetch(opens=True))
        if whole:
            return
        menu.addAction(tr("Fetch")).triggered.connect(lambda: self.fetch(opens=False))
        if len(row.servers) > 1:
            for name in row.servers:
                menu.addAction(tr("Fetch from {name}", name=name)).triggered.connect(
                    lambda _=False, name=name: self.fetch(opens=False, server=name)
                )
        menu.addSeparator()
        index = self.found.index_of(row.key)
        unfolded = self.isExpanded(index)
        menu.addAction(
            tr("Hide its series") if unfolded else tr("Show its series")
        ).triggered.connect(lambda: self.setExpanded(index, not unfolded))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.selectedIndexes():
                self.fetch(opens=True)
            return
        super().keyPressEvent(event)
