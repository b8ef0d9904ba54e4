"""The panel "Burden": everything above a threshold in both PETs, a row a part; a click on its box
counts it or leaves it out."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from station.app.desk import Desk
from station.app.language import decimals, marked, tr, translated
from station.app.state import PET_SLOTS, Burdens, Slot, State
from station.app.viewing import display
from station.app.voi.burden import (
    DEFAULT_LEVEL,
    LEVELS,
    burden_refusal,
    shown_burdens,
)
from station.app.voi.measuring import change
from station.pet.burden import Burden
from station.pet.words import format_position, signed
from station.ui import theme
from station.ui.elements import (
    LEFT,
    RIGHT,
    Choice,
    in_column,
    in_row,
    new_button,
    new_label,
    plain_table,
    say,
)

COLUMNS = (marked("Counted"), "SUVmax", marked("MTV mL"), "TLG")
ROW_HEIGHT_PX = 26
EXPLAINED = marked(
    "Finds everything at or above a threshold in both images. What is in the brain, the heart, the "
    "kidneys, the bladder or a ureter is left out at first; a click counts a part or leaves it out."
)


class BurdenPanel(QWidget):
    """Threshold, totals of both images, and the parts of one of them."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._desk = desk
        self._shown: tuple[object, ...] = ()
        self._filling = False
        self.level = Choice()
        self.level.setEditable(True)
        self.level.addItems([decimals(f"{level:g}") for level in LEVELS])
        self.level.setCurrentText(decimals(f"{DEFAULT_LEVEL:g}"))
        self.level.setAccessibleName(tr("Threshold in SUV"))
        self.search = new_button(tr("Find"), self._on_find, "primary")
        self.image = Choice()
        self.image.setAccessibleName(tr("Whose parts are listed"))
        self.image.currentIndexChanged.connect(self._on_image)
        self.totals = new_label(wrap=True, selectable=True, plain=True)
        self.table = self._make_table()
        self.detail = new_label(name="note", wrap=True, selectable=True, plain=True)
        self.keep = new_button(tr("Keep as a VOI"), self._on_keep, "link", focus=False)
        self.close_ = new_button(tr("Close"), self._on_close, "link", focus=False)
        in_column(
            in_row(new_label(tr("SUV ≥")), (self.level, 1), self.search, spacing=8),
            self.totals,
            in_row(new_label(tr("Parts of")), (self.image, 1), spacing=8),
            (self.table, 1),
            self.detail,
            in_row(self.keep, None, self.close_, spacing=8),
            of=self,
            margins=(12, 12, 8, 12),
            spacing=8,
        )
        desk.session.changed.connect(self._on_changed)
        self._refresh(desk.state)

    def _make_table(self) -> QTableWidget:
        table = QTableWidget(0, len(COLUMNS))
        table.setAccessibleName(tr("Parts of the burden"))
        plain_table(table, ROW_HEIGHT_PX, read_only=True)
        table.setHorizontalHeaderLabels([translated(text) for text in COLUMNS])
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in range(1, len(COLUMNS)):
            heading = table.horizontalHeaderItem(column)
            if heading is not None:
                heading.setTextAlignment(RIGHT)
        table.itemChanged.connect(self._on_item)
        table.itemSelectionChanged.connect(self._on_selected)
        return table

    # --- Following the state -------------------------------------------------------------------

    def _on_changed(self, before: State, after: State) -> None:
        self._refresh(after)

    def _refresh(self, state: State) -> None:
        burdens = shown_burdens(state)
        titles = display.pair_titles(state)
        refusal = burden_refusal(state)
        shown = (burdens, titles, refusal)
        if shown == self._shown:
            return
        self._shown = shown
        self.search.setEnabled(refusal is None)
        self.search.setToolTip(translated(refusal or ""))
        self._filling = True
        there = [] if burdens is None else [n for n, one in enumerate(burdens.both) if one]
        chosen = self.image.currentData()
        self.image.clear()
        for number in there:
            self.image.addItem(titles[number], number)
        self.image.setCurrentIndex(max(self.image.findData(chosen), 0) if there else -1)
        self._filling = False
        self.totals.setText(
            _totals(burdens, titles) if burdens else refusal or translated(EXPLAINED)
        )
        for part in (self.image, self.table, self.keep, self.close_):
            part.setEnabled(burdens is not None)
        self._fill()

    def look_changed(self) -> None:
        """In the colours and the size of text that are now in use."""
        self._fill()

    def _slot(self) -> Slot:
        return PET_SLOTS[self.image.currentData() or 0]

    def _listed(self) -> Burden | None:
        burdens = shown_burdens(self._desk.state)
        return None if burdens is None else burdens.of(self._slot())

    def _fill(self) -> None:
        found = self._listed()
        parts = found.components if found else ()
        self._filling = True
        self.table.setRowCount(len(parts))
        for row, one in enumerate(parts):
            ink = QColor(theme.TEXT if one.counted else theme.QUIET)
            words = one.organ or decimals(format_position(one.hottest_mm))
            cells = (
                words,
                decimals(f"{one.measurement.maximum:.2f}"),
                decimals(f"{one.measurement.volume_ml:.1f}"),
                f"{one.measurement.tlg:.0f}",
            )
            for column, text in enumerate(cells):
                item = QTableWidgetItem(text)
                item.setForeground(ink)
                item.setToolTip(translated(one.reason))
                item.setTextAlignment(LEFT if column == 0 else RIGHT)
                if column == 0:
                    flags = item.flags() | Qt.ItemFlag.ItemIsUserCheckable
                    item.setFlags(flags)
                    on = Qt.CheckState.Checked if one.counted else Qt.CheckState.Unchecked
                    item.setCheckState(on)
                self.table.setItem(row, column, item)
        self._filling = False
        self._say()

    def _say(self) -> None:
        found = self._listed()
        rows = sorted({index.row() for index in self.table.selectedIndexes()})
        problem = self._desk.state.burdens.organs_problem if self._desk.state.burdens else ""
        if found is None:
            say(self.detail, "")
        elif rows and rows[0] < len(found.components):
            one = found.components[rows[0]]
            reason = f" {one.reason}" if one.reason else ""
            say(self.detail, f"{decimals(format_position(one.hottest_mm))}.{reason}")
        else:
            say(self.detail, problem or tr("Click a part here, or in an image, to change it."))

    # --- Gestures ------------------------------------------------------------------------------

    def _on_find(self) -> None:
        text = self.level.currentText().strip().replace(",", ".")
        try:
            level = float(text)
        except ValueError:
            self._desk.session.set(
                notice=tr('"{text}" is not a threshold. Type an SUV such as 4.', text=text)
            )
            return
        self._desk.burdens.find(level)

    def _on_image(self) -> None:
        if not self._filling:
            self._fill()

    def _on_item(self, item: QTableWidgetItem) -> None:
        if not self._filling and item.column() == 0:
            self._desk.workflow.burden.toggle(self._slot(), item.row())

    def _on_selected(self) -> None:
        """Go there in all panes."""
        found = self._listed()
        rows = {index.row() for index in self.table.selectedIndexes()}
        if found is not None and len(rows) == 1:
            one = found.components[rows.pop()]
            state = self._desk.state
            self._desk.workflow.place_crosshair(state.active_column, one.hottest_mm)
        self._say()

    def _on_keep(self) -> None:
        self._desk.workflow.burden.keep()

    def _on_close(self) -> None:
        self._desk.workflow.burden.forget()


def _totals(burdens: Burdens, titles: tuple[str, str]) -> str:
    """What is counted in each image, and what the network changed."""
    lines: list[str] = []
    for title, found in zip(titles, burdens.both, strict=True):
        if found is not None:
            small = tr(", {small} smaller not listed", small=found.small) if found.small else ""
            lines.append(
                tr(
                    "{title}: {volume_ml:.1f} mL, TLG {tlg:.0f} in {count} of {count2} parts ≥ "
                    "{level:g} {unit}{small}",
                    title=title,
                    volume_ml=found.volume_ml,
                    tlg=found.tlg,
                    count=len(found.counted),
                    count2=len(found.components),
                    level=found.level,
                    unit=found.unit,
                    small=small,
                )
            )
    one, other = burdens.both
    if one is not None and other is not None and one.unit is other.unit:
        percents = [
            change(a, b)[1] for a, b in ((one.volume_ml, other.volume_ml), (one.tlg, other.tlg))
        ]
        words = ["—" if p is None else decimals(f"{signed(p, 1)} %") for p in percents]
        lines.append(tr("Δ: volume {words}, TLG {words2}", words=words[0], words2=words[1]))
    cautions = {c for image in burdens.images if image is not None for c in image.cautions}
    return "\n".join([*lines, *sorted(cautions)])
