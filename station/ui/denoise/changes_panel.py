"""The panel "Changes": the foci that DL added or removed, each a click away in all panes."""

import math
from html import escape

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QColor
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from station.app.denoising import change_map_refusal, denoise_refusal
from station.app.doubting import doubts_refusal
from station.app.language import decimals, marked, tr, translated
from station.app.state import Changes, State, changes_shown, doubts_shown
from station.app.viewing import display
from station.app.workflow import Workflow
from station.pet.words import format_position
from station.ui import theme
from station.ui.elements import LEFT, RIGHT, in_column, new_button, new_label, plain_table, say

ROW_HEIGHT_PX = 26
NARROWEST_PX = 36
CELL_MARGINS_PX = 6
HEADER_TIPS = {
    "mL": marked("Volume of the connected change"),
    "z": marked("The difference in units of the local noise; positive where DL is higher"),
}
EXPLAINED = marked(
    "Readers fear that DL invents or loses foci. The change map shows where the DL image differs "
    "from the conventional one by more than its noise, and lists the foci."
)
NONE_LISTED = marked("No difference exceeds the noise enough to be listed.")
BLIND_SPOT = marked(
    "What neither image shows is not listed here. Image › What would I miss? tells which lesions "
    "that is."
)

NOTICEABLE_PERCENT = 5
"""That of `station.operations.doubt.NOTICEABLE`, which is not imported before a map is there"""


class ChangesPanel(QWidget):
    """What was compared, and one row per focus, the most important first."""

    def __init__(
        self,
        workflow: Workflow,
        toggle: QAction,
        denoise: QAction,
        doubts: QAction,
        parent: QWidget | None = None,
    ) -> None:
        """`toggle` shows and hides the change map, `denoise` makes the image that it needs,
        `doubts` shows and hides where the network is unsure."""
        super().__init__(parent)
        self._toggle = toggle
        self._denoise = denoise
        self.setObjectName("panel")
        self.workflow = workflow
        self._listed: Changes | None = None
        self._titles = ("", "")
        self._shown: tuple[object, ...] = ()
        self.heading = new_label(wrap=True)
        self.words = new_label(name="quiet", wrap=True, selectable=True)
        self.table = self._make_table()
        self.detail = new_label(name="note", wrap=True, selectable=True)
        self.button = new_button(verb=self._on_button, name="link", focus=False)
        self.doubt = new_label(name="quiet", wrap=True, selectable=True)
        self.doubt_button = new_button(verb=doubts.trigger, name="link", focus=False)
        in_column(
            self.heading,
            (self.table, 1),
            self.detail,
            self.words,
            (self.button, 0, Qt.AlignmentFlag.AlignLeft),
            self.doubt,
            (self.doubt_button, 0, Qt.AlignmentFlag.AlignLeft),
            None,
            of=self,
            margins=(12, 12, 8, 12),
            spacing=8,
        )
        workflow.session.changed.connect(self._on_changed)
        self._refresh(workflow.state)

    def _make_table(self) -> QTableWidget:
        table = QTableWidget(0, 5)
        plain_table(table, ROW_HEIGHT_PX, read_only=True)
        table.setAccessibleName(tr("Foci that changed"))
        header = table.horizontalHeader()
        header.setMinimumSectionSize(theme.px(NARROWEST_PX))
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        table.itemSelectionChanged.connect(self._on_selected)
        table.cellClicked.connect(self._on_clicked)
        return table

    # --- Following the state -------------------------------------------------------------------

    def _on_changed(self, before: State, after: State) -> None:
        self._refresh(after)

    def look_changed(self) -> None:
        """In the colours and the size of text that are now in use."""
        self._fill(self._listed)

    def _refresh(self, state: State) -> None:
        changes = changes_shown(state)
        titles = display.pair_titles(state)
        shown = (
            changes,
            titles,
            state.changes_wanted,
            state.changes_problem,
            state.images,
            state.slots,
            state.study,
            state.unfinished is None,
            state.blinded,
            state.doubts_wanted,
            doubts_shown(state),
            state.doubts_problem,
        )
        if shown == self._shown:
            return
        self._shown = shown
        if changes is not self._listed or titles != self._titles:
            self._listed, self._titles = changes, titles
            self._fill(changes)
        any_foci = changes is not None and bool(changes.map.foci)
        self.table.setVisible(any_foci)
        self.detail.setVisible(any_foci)
        heading, words, button = _wording(state, changes)
        self.heading.setText(heading)
        self.words.setText(words)
        say(self.button, button)
        words, button = _doubt_wording(state)
        say(self.doubt, words)
        say(self.doubt_button, button)

    def _fill(self, changes: Changes | None) -> None:
        foci = changes.map.foci if changes else ()
        conventional, denoised = self._titles
        self.table.clearSelection()
        self.table.setRowCount(len(foci))
        for column, text in enumerate(
            (tr("Place", "where in the patient"), "mL", conventional, denoised, "z")
        ):
            header = QTableWidgetItem(text)
            header.setTextAlignment(LEFT if column == 0 else RIGHT)
            header.setToolTip(translated(HEADER_TIPS.get(text, "")))
            self.table.setHorizontalHeaderItem(column, header)
        for row, focus in enumerate(foci):
            added = focus.is_added
            cells = (
                f"{'+' if added else '−'}  {decimals(format_position(focus.position_mm))}",
                "—" if math.isnan(focus.volume_ml) else decimals(f"{focus.volume_ml:.1f}"),
                decimals(f"{focus.conventional:.2f}"),
                decimals(f"{focus.denoised:.2f}"),
                "—" if focus.shown_alone else decimals(f"{focus.z:+.1f}").replace("-", "−"),
            )
            ink = QColor(theme.ADDED if added else theme.REMOVED)
            for column, text in enumerate(cells):
                item = QTableWidgetItem(text)
                item.setToolTip(translated(focus.reason))
                item.setFont(theme.font(theme.PANEL_PX))
                if column in (0, 4):
                    item.setForeground(ink)
                if column == 0:
                    wanted = self.table.fontMetrics().horizontalAdvance(text) + CELL_MARGINS_PX
                    item.setSizeHint(QSize(wanted, theme.px(ROW_HEIGHT_PX)))
                else:
                    item.setTextAlignment(RIGHT)
                self.table.setItem(row, column, item)
        self._say(None)

    def _say(self, row: int | None) -> None:
        foci = self._listed.map.foci if self._listed else ()
        if row is None or not 0 <= row < len(foci):
            self.detail.setText(tr("Click a focus to go there in all panes."))
        else:
            self.detail.setText(translated(foci[row].reason))

    # --- Gestures ------------------------------------------------------------------------------

    def _on_selected(self) -> None:
        """A row was chosen, by mouse or arrow keys: go there."""
        rows = {index.row() for index in self.table.selectedIndexes()}
        if len(rows) == 1:
            self._go(rows.pop())

    def _on_clicked(self, row: int, column: int) -> None:
        """Also on the row already chosen: the reader may have looked elsewhere since."""
        self._go(row)

    def _go(self, row: int) -> None:
        if self._listed is None:
            return
        self._say(row)
        focus = self._listed.map.foci[row]
        self.workflow.place_crosshair(self.workflow.state.active_column, focus.position_mm)

    def _on_button(self) -> None:
        possible = change_map_refusal(self.workflow.state) is None
        (self._toggle if possible else self._denoise).trigger()


def _wording(state: State, changes: Changes | None) -> tuple[str, str, str]:
    """Heading, words beneath, and what the button offers (empty: no button)."""
    if changes is not None:
        added = sum(focus.is_added for focus in changes.map.foci)
        removed = len(changes.map.foci) - added
        if not changes.map.foci:
            return (
                tr("DL added and removed no focus."),
                f"{translated(NONE_LISTED)} {changes.map.basis} {translated(BLIND_SPOT)}",
                tr("Hide the change map"),
            )
        heading = tr(
            "{plus} added · {minus} removed by DL",
            plus=f'<span style="color:{theme.ADDED}"><b>{added}</b></span>',
            minus=f'<span style="color:{theme.REMOVED}"><b>{removed}</b></span>',
        )
        return heading, f"{changes.map.basis} {translated(BLIND_SPOT)}", tr("Hide the change map")
    if state.study is None:
        return (
            tr("Changes"),
            tr("What DL added and removed is listed here when a study is open."),
            "",
        )
    refusal = change_map_refusal(state)
    if refusal is not None:
        offered = state.unfinished is None and denoise_refusal(state) is None
        return tr("Changes"), refusal, tr("Denoise →") if offered and not state.blinded else ""
    if state.changes_problem and state.changes_wanted:
        return (
            tr("There is no change map"),
            escape(state.changes_problem),
            tr("Hide the change map"),
        )
    if state.changes_wanted:
        return tr("Comparing…"), tr("The two images are being compared."), ""
    return tr("Changes"), translated(EXPLAINED), tr("Show the change map (C) →")


def _doubt_wording(state: State) -> tuple[str, str]:
    """What is said of where the network is unsure, and what the button offers (empty: none)."""
    doubts = doubts_shown(state)
    if doubts is not None:
        found = doubts.map
        words = tr(
            "Violet: {network} gives answers to the mirrored image that differ by {percent} % of "
            "the SUV and more, in {share} % of the body. The error is larger than the spread, and "
            "what every answer leaves out alike is not coloured.",
            network=escape(found.network),
            percent=NOTICEABLE_PERCENT,
            share=f"{100 * found.unsure:.0f}",
        )
        return words, tr("Hide where the network is unsure")
    if state.doubts_wanted:
        return tr("The network denoises the image four times, mirrored. Esc stops it."), ""
    if state.doubts_problem:
        return escape(state.doubts_problem), ""
    possible = doubts_refusal(state) is None
    return "", tr("Show where the network is unsure (Shift+C) →") if possible else ""
