"""The panel "VOI": a row a VOI with both images side by side, what is still to place, the plot."""

import math
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QPoint,
    QRect,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QGuiApplication,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPixmap,
    QShortcut,
)
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHeaderView,
    QMenu,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolButton,
    QToolTip,
    QWidget,
)

from station.app.language import decimals, kept, tr, translated
from station.app.state import PET_SLOTS, State
from station.app.viewing import display
from station.app.workflow import Workflow
from station.pet.sites import PlacedVoi
from station.pet.voi import Sphere, centre_of
from station.pet.words import signed
from station.ui import theme
from station.ui.elements import in_column, in_row, new_button, plain_table
from station.ui.voi.drawn_table import DrawnTable
from station.ui.voi.guide import GuideBox, Proposals
from station.ui.voi.plot import NOTHING, VoiPlot

if TYPE_CHECKING:
    from station.app.voi.measuring import Figures, VoiRow

COLUMNS = 5
"""Site, conventional, DL, difference, difference in per cent"""
SWATCH_PX = 9
CELL_MARGINS_PX = 12
SITE_MARGINS_PX = 24
"""To the left and right of a cell's words; with a swatch, and from it to them"""
NARROWEST_PX = 44
WARNED = "  !"
RATIO_PX = 80
WHOLE_FROM = 1000
"""From here on, in Bq/mL and stored values, a figure has no decimals: they say nothing"""
ID = Qt.ItemDataRole.UserRole
SORT = Qt.ItemDataRole.UserRole + 1
STATISTICS = ("SUVmax", "SUVpeak", "SUVmean", "MTV", "TLG")
SIDES = (
    Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
    Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
)
"""Of names and of numbers, in cells and heads alike"""
UNCHANGED_PERCENT = 1.0
"""Smaller differences are written in the quiet colour"""


class VoiModel(QAbstractTableModel):
    """The rows as Qt reads them."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[VoiRow, ...] = ()
        self._cells: list[tuple[float | None, ...]] = []
        self._doubts: Mapping[str, tuple[str, ...]] = {}
        self._titles = (tr("Conv."), "DL")
        self._headers: tuple[str, ...] = (tr("Site"), tr("Conv."), "DL", tr("Δ"), tr("Δ %"))

    def show(
        self,
        rows: "tuple[VoiRow, ...]",
        figures: "Sequence[Figures]",
        doubts: Mapping[str, tuple[str, ...]] | None = None,
    ) -> None:
        """Show these rows with their figures. Where the VOIs are the same only figures change.

        `doubts`: by a VOI's id, why its site looks wrong.
        """
        cells = [(each.conventional, each.denoised, *each.change) for each in figures]
        old, was, doubted = self._rows, self._cells, self._doubts
        same = [row.voi.id for row in rows] == [row.voi.id for row in old]
        if not same:
            self.beginResetModel()
        self._rows, self._cells, self._doubts = rows, cells, doubts or {}
        if not same:
            self.endResetModel()
        else:
            for at, row in enumerate(rows):
                id_ = row.voi.id
                now, before = self._doubts.get(id_), doubted.get(id_)
                # Painting all of them costs 4 ms.
                if (row, cells[at], now) != (old[at], was[at], before):
                    self.dataChanged.emit(self.index(at, 0), self.index(at, COLUMNS - 1))

    def head(self, headings: tuple[str, str], titles: tuple[str, str]) -> None:
        """What heads the two images' numbers; `titles` name the images alone, for the tool tips."""
        self._titles = titles
        headers = (tr("Site"), *headings, tr("Δ"), tr("Δ %"))
        if headers != self._headers:
            self._headers = headers
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, COLUMNS - 1)

    def number_width(self, column: int, metrics: QFontMetrics) -> int:
        """The width in pixels of the widest number of a column."""
        numbers = [_written(cells[column - 1], column) for cells in self._cells]
        return max((metrics.horizontalAdvance(number) for number in numbers), default=0)

    def row_of(self, id_: str) -> "VoiRow | None":
        return next((row for row in self._rows if row.voi.id == id_), None)

    def rowCount(self, parent: QModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: QModelIndex | None = None) -> int:
        return COLUMNS

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._headers[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return SIDES[section > 0]
        return None

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self._rows[index.row()]
        column = index.column()
        figures = self._cells[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                if column > 0:
                    return _written(figures[column - 1], column)
                warned = _is_warned(row) or bool(self._doubts.get(row.voi.id))
                return voi_words(row.voi) + (WARNED if warned else "")
            case Qt.ItemDataRole.TextAlignmentRole:
                return SIDES[column > 0]
            case Qt.ItemDataRole.ForegroundRole:
                return QColor(_ink(row.voi, figures, column))
            case Qt.ItemDataRole.DecorationRole if column == 0:
                return _swatch(row.voi.colour)
            case Qt.ItemDataRole.ToolTipRole:
                return "\n".join((_details(row, self._titles), *self._doubts.get(row.voi.id, ())))
            case role if role == ID:
                return row.voi.id
            case role if role == SORT:
                value = row.voi.name.lower() if column == 0 else figures[column - 1]
                return value if value is not None else -math.inf
            case _:
                return None


@cache
def _swatch(colour: str) -> QPixmap:
    """A dot of the VOI's colour."""
    dot = QPixmap(SWATCH_PX, SWATCH_PX)
    dot.fill(Qt.GlobalColor.transparent)
    painter = QPainter(dot)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawEllipse(0, 0, SWATCH_PX, SWATCH_PX)
    painter.end()
    return dot


def voi_words(voi: PlacedVoi) -> str:
    """`Liver 3 mL`, `Lesion 1 lymph node`, `Lesion 2 41 %`: the name and what distinguishes it; of
    a contour or a mask how its extent was found, which its volume is to be read with."""
    if voi.tissue and isinstance(voi.shape, Sphere):
        return f"{voi.name}  {voi.tissue}"
    from station.app.voi.workflow import rule_words

    rule = rule_words(voi)
    return voi.name if voi.name.endswith(rule) else f"{voi.name}  {rule}"


def _written(value: float | None, column: int) -> str:
    """A figure of a column; changes carry their sign."""
    if value is None:
        return "—"
    places = 1 if column == 4 else 2 if abs(value) < WHOLE_FROM else 0
    if column >= 3:
        return decimals(signed(value, places))
    # + 0.0: what rounds to nothing has no sign of its own.
    return decimals(f"{round(value, places) + 0.0:.{places}f}".replace("-", "−"))


def _ink(voi: PlacedVoi, figures: tuple[float | None, ...], column: int) -> str:
    if voi.hidden:
        return theme.QUIET
    percent = figures[3]
    if column == 4 and percent is not None and abs(percent) >= UNCHANGED_PERCENT:
        return theme.MORE if percent > 0 else theme.LESS
    return theme.TEXT


def _is_warned(row: "VoiRow") -> bool:
    """Whether a measurement carries a caution, which the tool tip states."""
    return any(one.warnings for _, one in row.measurements if one is not None)


def _details(row: "VoiRow", titles: tuple[str, ...]) -> str:
    """All that was measured, for the row's tool tip; `titles` name the two images."""
    from station.app.voi.workflow import rule_words

    lines = [" · ".join(filter(None, (row.voi.name, row.voi.tissue)))]
    for title, (_, one) in zip(titles, row.measurements, strict=True):
        if one is None:
            continue
        lines.append(
            tr(
                "{title}: mean {mean:.2f} ± {sd:.2f}, min {minimum:.2f}, CoV {cov:.3f}, "
                "{volume_ml:.2f} mL, {voxels} voxels",
                title=title,
                mean=one.mean,
                sd=one.sd,
                minimum=one.minimum,
                cov=one.cov,
                volume_ml=one.volume_ml,
                voxels=one.voxels,
            )
        )
        if not isinstance(row.voi.shape, Sphere):
            tlg = f", TLG {one.tlg:.2f}" if one.unit.is_suv else ""
            rule = rule_words(row.voi)
            lines.append(f"{title}: " + decimals(f"MTV {one.volume_ml:.2f} mL{tlg} ({rule})"))
        lines += list(one.warnings)
    if row.voi.override:
        lines.append(
            tr("Placed beyond the protocol's limits: {override}", override=row.voi.override)
        )
    return "\n".join(dict.fromkeys(lines))


class SiteDelegate(QStyledItemDelegate):
    """Draws the first column: what comes after the name gives way first, the caution mark never."""

    explained = Signal(QModelIndex)
    """The mark of a row was clicked"""

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        super().initStyleOption(option, index)
        # Qt's own stubs leave these out.
        anything: Any = option
        text: str = anything.text
        mark = WARNED if text.endswith(WARNED) else ""
        name = text.removesuffix(WARNED)
        metrics: QFontMetrics = anything.fontMetrics
        room = anything.rect.width() - SWATCH_PX - SITE_MARGINS_PX - metrics.horizontalAdvance(mark)
        if metrics.horizontalAdvance(name) > room:
            name = name.rpartition("  ")[0] or name  # the tool tip has the volume too
        anything.text = metrics.elidedText(name, Qt.TextElideMode.ElideMiddle, room) + mark

    def mark_box(self, rect: QRect, index: QModelIndex, metrics: QFontMetrics) -> QRect:
        """Where the mark of a row is drawn, with room for the hand; empty where it has none."""
        option: Any = QStyleOptionViewItem()
        option.rect, option.fontMetrics = rect, metrics
        self.initStyleOption(option, index)
        option.rect = rect
        if not option.text.endswith(WARNED):
            return QRect()
        end = metrics.horizontalAdvance(option.text)
        width = metrics.horizontalAdvance(WARNED)
        left = rect.left() + SWATCH_PX + SITE_MARGINS_PX // 2 + end - width
        return QRect(left, rect.top(), width + SITE_MARGINS_PX // 2, rect.height())

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: QModelIndex,
    ) -> bool:
        if isinstance(event, QMouseEvent) and event.type() is QEvent.Type.MouseButtonRelease:
            place: Any = option
            box = self.mark_box(place.rect, index, place.fontMetrics)
            if box.contains(event.position().toPoint()):
                self.explained.emit(index)
                return True
        return False


class VoiPanel(QWidget):
    """Table, guided placement and plot."""

    def __init__(
        self,
        workflow: Workflow,
        fill_menu: Callable[[QMenu, str], None] | None = None,
        explain: Callable[[], object] | None = None,
        proposals: Proposals | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`fill_menu(menu, id)` fills the menu of a VOI's row; None: rows have no menu. `explain`
        shows what makes the images' SUVs doubtful. `proposals` proposes sites and doubts them."""
        super().__init__(parent)
        self._explain = explain
        self._fill_menu = fill_menu
        self.setObjectName("panel")
        self.workflow = workflow
        self._shown: tuple[object, ...] = ()
        self.model = VoiModel()
        self._sorted = QSortFilterProxyModel(self)
        self._sorted.setSourceModel(self.model)
        self._sorted.setSortRole(SORT)
        self.table = self._make_table()
        self._statistics = QButtonGroup(self)
        self.ratio = QToolButton()
        self._proposals = proposals
        self.guide_box = GuideBox(workflow, proposals)
        self.guide = self.guide_box.guide
        self.drawn = DrawnTable(workflow)
        self.plot = VoiPlot()
        self.export = new_button(tr("Export"), name="menu", focus=False)
        in_column(
            self._make_switch(),
            (self.table, 3),
            self.drawn,
            self.guide_box,
            (self.plot, 2),
            self.export,
            of=self,
            margins=(10, 10, 8, 10),
            spacing=8,
        )
        workflow.session.changed.connect(self._on_changed)
        self._refresh(workflow.state)

    def _make_switch(self) -> QWidget:
        host = QFrame()
        host.setObjectName("switch")
        row = in_row(of=host, margins=(2, 2, 2, 2), spacing=2)
        for number, name in enumerate(STATISTICS):
            button = QToolButton()
            button.setText(name)
            button.setCheckable(True)
            button.setChecked(number == 0)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self._statistics.addButton(button, number)
            row.addWidget(button, 1)
        self.ratio.setText(tr("/ aortic arch"))
        self.ratio.setCheckable(True)
        self.ratio.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.ratio.setToolTip(tr("Ratio to the same statistic of the aortic arch"))
        self.ratio.setMinimumWidth(theme.px(RATIO_PX))  # a long language has its tip
        row.addWidget(self.ratio, 1)
        self._statistics.idClicked.connect(self._on_switch)
        self.ratio.clicked.connect(self._on_switch)
        return host

    def _make_table(self) -> QTableView:
        table = QTableView()
        table.setModel(self._sorted)
        table.setSortingEnabled(True)
        table.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        plain_table(table, 26)
        header = table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setMinimumSectionSize(theme.px(NARROWEST_PX))
        self._sites = SiteDelegate(table)
        self._sites.explained.connect(self._on_explained)
        table.setItemDelegateForColumn(0, self._sites)
        table.clicked.connect(self._on_clicked)
        table.activated.connect(self._on_clicked)
        table.setAccessibleName("VOIs")
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.customContextMenuRequested.connect(self._on_menu)
        copy = QShortcut(QKeySequence.StandardKey.Copy, table)
        copy.setContext(Qt.ShortcutContext.WidgetShortcut)
        copy.activated.connect(self.copy)
        return table

    # --- Following the state -------------------------------------------------------------------

    def _on_changed(self, before: State, after: State) -> None:
        self._refresh(after)

    def _refresh(self, state: State) -> None:
        shown = (
            state.vois,
            state.slots,
            state.images,
            state.unfinished is None,
            state.peak_rule,
            state.placing,
            state.guided,
            state.proposals,
            state.selected_voi,
            state.study,
        )
        if shown == self._shown:
            return
        self._shown = shown
        self.export.setEnabled(state.study is not None)
        self.export.setToolTip("" if state.study is not None else tr("Open a study first."))
        self._show_rows(state)
        self.guide_box.show_state(state)

    def _show_rows(self, state: State) -> None:
        names = list(STATISTICS)
        for number, name in enumerate(names):
            self._statistics.button(number).setText(display.statistic_word(state, name))
        name = names[self._statistics.checkedId()]
        self.ratio.setEnabled(name not in display.VOLUMES)
        titles = display.pair_titles(state)
        to = self.ratio.text().removeprefix("/ ") if self.ratio.isChecked() else ""
        self.model.head(display.statistic_headings(state, name, to), titles)
        if not state.vois:
            self.model.show((), ())
            self._fit_columns()
            self.plot.show_points((), titles, "")
            return
        from station.app.voi.measuring import Statistic, figures, reference_row

        rows = self.workflow.measuring.rows(state)
        reference = reference_row(rows, self.workflow.vois.sites.ratio_to)
        as_ratio = self.ratio.isChecked() and self.ratio.isEnabled()
        shown = [figures(row, Statistic(name), reference, as_ratio=as_ratio) for row in rows]
        self.model.show(rows, shown, self._doubts_of(state))
        self._fit_columns()
        self._plot(state, rows, shown, titles, lacking=as_ratio and reference is None)
        for row in range(self._sorted.rowCount()):
            if self._sorted.index(row, 0).data(ID) == state.selected_voi:
                if not self.table.selectionModel().isRowSelected(row):
                    self.table.selectRow(row)  # else several may be chosen, to be copied
                return
        self.table.clearSelection()

    def _doubts_of(self, state: State) -> dict[str, tuple[str, ...]]:
        """By a VOI's id, why its site looks wrong."""
        placed = [voi for voi in state.vois if voi.site is not None]
        if self._proposals is None or not placed:
            return {}
        proposing = self._proposals()
        return {voi.id: doubts for voi in placed if (doubts := proposing.doubts_of_voi(voi))}

    def _plot(
        self,
        state: State,
        rows: "tuple[VoiRow, ...]",
        shown: "Sequence[Figures]",
        titles: tuple[str, str],
        *,
        lacking: bool,
    ) -> None:
        """`lacking`: what the ratios are taken to is not placed."""
        pairs = [each.pair for each in shown]
        points = [(*pair, row.voi.colour) for row, pair in zip(rows, pairs, strict=True) if pair]
        units = [image.volume.unit for slot in PET_SLOTS if (image := state.image(slot))]
        nothing = (
            tr("Place the aortic arch:\nthe ratios are taken to it.")
            if lacking
            else translated(NOTHING)
        )
        if len(set(units)) > 1 and not any(each.comparable for each in shown):
            nothing = tr(
                "One image is in {units}, the other in {units2}:\nnothing to plot.",
                units=units[0],
                units2=units[1],
            )
        # A click that grows a lesion is answered by the images and the table first.
        soon = state.voi_in_hand or state.tool is not None
        self.plot.show_points(points, titles, self._word(), nothing, soon=soon)

    def _word(self) -> str:
        """`SUVmax`, or `SUVmax / aortic arch`: what table and plot show."""
        word = self._statistics.button(self._statistics.checkedId()).text()
        as_ratio = self.ratio.isChecked() and self.ratio.isEnabled()
        return f"{word} {self.ratio.text()}" if as_ratio else word

    def _fit_columns(self) -> None:
        """Every number has its room, however long; names give way."""
        numbers = QFontMetrics(theme.font(theme.FONT_PX, QFont.Weight.DemiBold))
        headings = QFontMetrics(theme.font(theme.SMALL_PX, QFont.Weight.DemiBold))
        for column in range(1, COLUMNS):
            words = str(self.model.headerData(column, Qt.Orientation.Horizontal)).split("\n")
            width = theme.px(CELL_MARGINS_PX) + max(
                self.model.number_width(column, numbers),
                *(headings.horizontalAdvance(line) for line in words),
            )
            width = max(width, theme.px(NARROWEST_PX))
            if self.table.columnWidth(column) != width:
                self.table.setColumnWidth(column, width)

    def look_changed(self) -> None:
        self._fit_columns()

    # --- Gestures ------------------------------------------------------------------------------

    def _on_switch(self) -> None:
        self._show_rows(self.workflow.state)

    def _on_clicked(self, index: QModelIndex) -> None:
        """Go there in all panes."""
        voi = self.workflow.vois.find(index.data(ID))
        centre = centre_of(voi.shape) if voi is not None else None
        if voi is not None and centre is not None:
            self.workflow.vois.select(voi.id)
            self.workflow.place_crosshair(self.workflow.state.active_column, centre)

    def _on_menu(self, at: QPoint) -> None:
        index = self.table.indexAt(at)
        if index.isValid() and self._fill_menu is not None:
            menu = QMenu(self)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            self._fill_menu(menu, index.siblingAtColumn(0).data(ID))
            menu.popup(self.table.viewport().mapToGlobal(at))

    def _on_explained(self, index: QModelIndex) -> None:
        """Where the caution is of the images, what they rest on; else the row's own sentences."""
        row = self.model.row_of(index.data(ID))
        images = [image for slot in PET_SLOTS if (image := self.workflow.state.image(slot))]
        if self._explain is not None and any(image.cautions for image in images):
            self._explain()
        elif row is not None:
            at = self.table.viewport().mapToGlobal(self.table.visualRect(index).bottomLeft())
            QToolTip.showText(at, index.data(Qt.ItemDataRole.ToolTipRole), self.table)

    @kept()
    def copy(self) -> None:
        """The rows as tab-separated text: those selected where they are several, else all."""
        chosen = sorted({index.row() for index in self.table.selectedIndexes()})
        rows = chosen if len(chosen) > 1 else list(range(self._sorted.rowCount()))
        headers = [self._sorted.headerData(n, Qt.Orientation.Horizontal) for n in range(COLUMNS)]
        lines = ["\t".join(str(words).replace("\n", " ") for words in headers)]
        for row in rows:
            cells = [self._sorted.index(row, column).data() for column in range(COLUMNS)]
            # A spreadsheet reads a figure only with the keyboard's minus.
            number = self.workflow.state.preferences.number
            figures = [number(str(cell).replace("−", "-")) for cell in cells[1:]]
            lines.append("\t".join((cells[0], *figures)))
        QGuiApplication.clipboard().setText("\n".join(lines))
