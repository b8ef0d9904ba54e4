"""The page of two dates: how they were aligned, their lesions, and what rules propose."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QColor, QGuiApplication, QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QFileDialog,
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QTableWidget,
    QTableWidgetItem,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from station.app.compare.state import LesionsFrom, Outcome
from station.app.compare.table import (
    FIGURES,
    HEADINGS,
    NOTE,
    Section,
    basis_sections,
    cautions_of,
    dates_words,
    detail_of,
    lines_of,
    outcome_words,
    proposal_sections,
    text_of,
)
from station.app.compare.workflow import (
    accept_refusal,
    compare_refusal,
    empty_words,
    namesake_words,
    open_voi,
    stale_words,
)
from station.app.exports import default_folder, target_refusal
from station.app.language import marked, tr, translated
from station.app.pacs.state import Source
from station.app.state import State
from station.pet.alignment import How, Verdict
from station.pet.followup import Row
from station.ui import theme
from station.ui.action import EXPORT_FOLDER, Screen
from station.ui.elements import (
    BAR_STEPS,
    LEFT,
    Choice,
    in_column,
    in_row,
    new_bar,
    new_button,
    new_label,
    plain_table,
    say,
    scrolling,
    set_look,
)
from station.ui.page import Page

SIZE_PX = 1180, 720
FRAME_PX = 40
"""Of the screen, for the title and the borders that the desktop puts round a window"""
ROW_HEIGHT_PX = 24
SHIFT_PX = 96
SHIFT_MM = 500.0
"""Furthest shift by hand along an axis"""
LOOKS = {Verdict.GOOD: "badgegood", Verdict.DOUBTFUL: "badge", Verdict.FAILED: "badgebad"}
LESION_WORDS = {
    LesionsFrom.THRESHOLD: marked("All above the PERCIST threshold"),
    LesionsFrom.SAVED: marked("Lesions that I saved"),
}
LIVER_WORDS = marked("Liver at the crosshair")


def show_comparison(screen: Screen) -> "ComparisonPage":
    """The page next to the reading: the one that is open, or a new one."""
    window = screen.window()
    for page in window.findChildren(ComparisonPage):
        if page.isVisible():
            page.raise_()
            page.activateWindow()
            screen.desk.compare.look()
            return page
    page = ComparisonPage(screen)
    page.show()
    screen.desk.compare.look()
    return page


class ComparisonPage(Page):
    """Shows `State.comparing`; it closes where nothing may be compared."""

    def __init__(self, screen: Screen) -> None:
        window = screen.window()
        room = window.screen().availableGeometry()
        width, height = (
            min(theme.px(wanted), there - FRAME_PX)
            for wanted, there in zip(SIZE_PX, (room.width(), room.height()), strict=True)
        )
        super().__init__(tr("Compare with a prior"), window, width, height)
        self._screen = screen
        self._verbs = screen.desk.compare
        self._shown: Outcome | None = None
        self.box.setSpacing(8)
        self.box.addLayout(self._make_choices())
        self.box.addLayout(self._make_options())
        self.namesakes = new_label(name="caution", wrap=True, plain=True)
        self.problem = new_label(name="problem", wrap=True, plain=True)
        self.liver = new_button(translated(LIVER_WORDS), lambda: self._verbs.place("liver"))
        self.liver.setToolTip(
            tr("Put the liver's reference sphere of the open study at its crosshair")
        )
        self.stale = new_label(name="caution", wrap=True, plain=True)
        self.bar = new_bar()
        self.progress = new_label(name="quiet", plain=True)
        self.box.addWidget(self.namesakes)
        self.box.addLayout(in_row((self.problem, 1), self.liver, spacing=8))
        self.box.addWidget(self.stale)
        self.box.addLayout(in_row((self.progress, 1), (self.bar, 1), spacing=8))
        self.nothing = new_label(name="quiet", wrap=True, plain=True)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.search = new_button(tr("Search the PACS"), self._on_search)
        empty = QWidget()
        centre = Qt.AlignmentFlag.AlignHCenter
        in_column(None, self.nothing, (self.search, 0, centre), None, of=empty, margins=24)
        self.pages = QStackedWidget()
        self.pages.addWidget(empty)
        self.pages.addWidget(self._make_result())
        self.box.addWidget(self.pages, 1)
        self.finish()
        self._verbs.progressed.connect(self._on_progress)
        screen.desk.session.changed.connect(self._on_changed)
        self._refresh(screen.desk.state)

    # --- Making --------------------------------------------------------------------------------

    def _make_choices(self) -> QHBoxLayout:
        """Which date, and whose lesions."""
        self.prior = Choice()
        self.prior.setMinimumContentsLength(24)
        self.prior.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.prior.activated.connect(lambda n: self._verbs.choose(self.prior.itemData(n)))
        self.lesions = Choice()
        self.lesions.addItems([translated(words) for words in LESION_WORDS.values()])
        self.lesions.activated.connect(lambda n: self._verbs.take_lesions(tuple(LESION_WORDS)[n]))
        self.compare = new_button(tr("Compare"), self._verbs.compare)
        self.cancel = new_button(tr("Cancel"), self._verbs.cancel)
        parts: list[QWidget | tuple[QWidget, int]] = []
        for words, widget, stretch in (
            (tr("Other date"), self.prior, 1),
            (tr("Lesions"), self.lesions, 0),
        ):
            label = new_label(words, "quiet")
            label.setBuddy(widget)
            widget.setAccessibleName(words)
            parts += [label, (widget, stretch)]
        return in_row(*parts, self.compare, self.cancel, spacing=8)

    def _make_options(self) -> QHBoxLayout:
        """PERCIST's threshold, and the alignment moved by hand."""
        self.diseased = QCheckBox(tr("Diseased liver"))
        self.diseased.setToolTip(tr("PERCIST's threshold comes from the blood pool"))
        self.diseased.clicked.connect(self._verbs.set_diseased_liver)
        self.shifts = tuple(self._make_shift(name) for name in ("left", "back", "up"))
        self.apply = new_button(tr("Shift"), self._on_shift)
        self.registered = new_button(tr("As registered"), self._on_registered)
        self.shift_words = new_label(tr("Shift, mm"), "quiet")
        self.apply.setToolTip(
            tr("Move the registered place of every lesion on the prior date by so much")
        )
        return in_row(
            self.diseased,
            None,
            self.shift_words,
            *self.shifts,
            self.apply,
            self.registered,
            spacing=8,
        )

    def _make_shift(self, direction: str) -> QDoubleSpinBox:
        made = QDoubleSpinBox()
        made.setRange(-SHIFT_MM, SHIFT_MM)
        made.setDecimals(0)
        made.setPrefix(f"{translated(direction)} ")
        made.setFixedWidth(theme.px(SHIFT_PX))
        made.setAccessibleName(tr("Shift to the {direction} in mm", direction=direction))
        return made

    def _make_result(self) -> QWidget:
        self.which = new_label(name="quiet", wrap=True, plain=True)
        self.verdict = new_label(name="badge", plain=True)
        self.alignment = new_label(wrap=True, plain=True)
        self.refused = new_label(name="problem", wrap=True, plain=True)
        self.outcomes = new_label(name="title", wrap=True, plain=True)
        self.caution = new_label(name="caution", wrap=True, plain=True)
        self.table = self._make_table()
        self.detail = new_label(name="note", wrap=True, plain=True)
        self.go = new_button(tr("Go to it"), self._on_go)
        self.accept_ = new_button(tr("Keep as a VOI"), self._on_accept)
        self.copy = new_button(tr("Copy table"), self._on_copy)
        self.copy.setToolTip(tr("As text, with tabs between its cells"))
        self.export = new_button(tr("Export JSON and CSV…"), self._on_export)
        lesions = QWidget()
        in_column(
            (self.table, 1),
            self.detail,
            in_row(self.go, self.accept_, None, self.copy, self.export, spacing=8),
            of=lesions,
            margins=(0, 8, 0, 0),
            spacing=6,
        )
        self.proposals = Sections()
        self.cautions = Sections()
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(lesions, tr("Lesions"))
        self.tabs.addTab(self.proposals, tr("PERCIST and Deauville"))
        self.tabs.addTab(self._make_basis(), tr("Liver, blood pool, burden"))
        self.tabs.addTab(self.cautions, tr("Cautions"))
        self.rest = QWidget()
        """In place of the tabs, where two aligned dates have no comparison"""
        top = Qt.AlignmentFlag.AlignTop
        result = QWidget()
        in_column(
            self.which,
            in_row((self.verdict, 0, top), (self.alignment, 1), spacing=8),
            self.refused,
            self.outcomes,
            self.caution,
            (self.tabs, 1),
            (self.rest, 1),
            of=result,
            margins=0,
            spacing=6,
        )
        return result

    def _make_basis(self) -> QWidget:
        """What proposals rest on, and the reference spheres moved by hand."""
        self.basis = Sections()
        self.places = tuple(
            new_button(words, lambda _=False, organ=organ: self._verbs.place(organ))
            for organ, words in (
                ("liver", translated(LIVER_WORDS)),
                ("blood", tr("Blood pool at the crosshair")),
            )
        )
        self.found = new_button(tr("As found"), self._verbs.reset_places)
        basis = QWidget()
        row = in_row(*self.places, self.found, None, spacing=8)
        in_column((self.basis, 1), row, of=basis, margins=0, spacing=6)
        return basis

    def _make_table(self) -> QTableWidget:
        table = QTableWidget(0, len(HEADINGS))
        table.setHorizontalHeaderLabels([translated(text) for text in HEADINGS])
        table.setAccessibleName(tr("Lesions of both dates"))
        plain_table(table, ROW_HEIGHT_PX, read_only=True)
        table.setTabKeyNavigation(False)
        table.horizontalHeader().setStretchLastSection(True)
        for column in range(len(HEADINGS) - len(FIGURES), len(HEADINGS)):
            item = table.horizontalHeaderItem(column)
            if item is not None:
                item.setToolTip(tr("Prior → current, and the change"))
        table.itemSelectionChanged.connect(self._on_selected)
        table.cellClicked.connect(lambda *_: self._on_go())
        table.itemActivated.connect(lambda *_: self._on_go())
        return table

    # --- What is shown -------------------------------------------------------------------------

    def _on_changed(self, before: State, after: State) -> None:
        if after.blinded or after.study is None:
            self.close()
            return
        names = ("comparing", "study", "vois", "typed", "slots", "unfinished", "reader")
        if any(getattr(before, name) is not getattr(after, name) for name in names):
            if before.study is not after.study:
                self._verbs.look()
            self._refresh(after)

    def _refresh(self, state: State) -> None:
        comparing = state.comparing
        self._fill_candidates(state)
        with QSignalBlocker(self.lesions):
            self.lesions.setCurrentIndex(tuple(LESION_WORDS).index(comparing.lesions_from))
        self.diseased.setChecked(comparing.diseased_liver)
        words = empty_words(comparing, state.study)
        refusal = compare_refusal(state)
        self.compare.setEnabled(not words and refusal is None and not comparing.at_work)
        self.compare.setToolTip(translated(words or refusal or ""))
        self.cancel.setVisible(comparing.at_work)
        self.bar.setVisible(comparing.at_work)
        self.progress.setVisible(comparing.at_work)
        outcome = comparing.outcome
        say(self.namesakes, namesake_words(comparing) if comparing.candidates else "")
        say(self.problem, "" if comparing.at_work else comparing.problem)
        lacks_liver = outcome is not None and outcome.lacks_liver
        self.liver.setVisible(lacks_liver and not comparing.at_work)
        say(self.stale, "" if comparing.at_work else stale_words(state))
        for part in (self.shift_words, *self.shifts, self.apply, self.registered):
            part.setVisible(outcome is not None)
        for part in (*self.places, self.found):
            part.setEnabled(not comparing.at_work)
        self.found.setEnabled(bool(comparing.places) and not comparing.at_work)
        moved = outcome is not None and outcome.alignment.how is How.BY_HAND
        self.registered.setEnabled(moved and not comparing.at_work)
        self.apply.setEnabled(outcome is not None and not comparing.at_work)
        if outcome is None:
            self.nothing.setText(words or _ready_words(state))
            self.search.setVisible(
                comparing.listed and not comparing.candidates and bool(state.pacs.servers)
            )
        self.pages.setCurrentIndex(0 if outcome is None else 1)
        if outcome is not self._shown:
            self._shown = outcome
            self._show_outcome(outcome)
        self._on_selected()

    def _fill_candidates(self, state: State) -> None:
        comparing = state.comparing
        wanted = [(one.key, one.words) for one in comparing.candidates]
        there = [
            (self.prior.itemData(n), self.prior.itemText(n)) for n in range(self.prior.count())
        ]
        with QSignalBlocker(self.prior):
            if wanted != there:
                self.prior.clear()
                for key, words in wanted:
                    self.prior.addItem(words, key)
            self.prior.setCurrentIndex(self.prior.findData(comparing.chosen))
        self.prior.setEnabled(bool(wanted))

    def _show_outcome(self, outcome: Outcome | None) -> None:
        if outcome is None:
            self.table.setRowCount(0)
            return
        comparison = outcome.comparison
        self.which.setText(outcome.aligned.which)
        self.verdict.setText(
            tr("Alignment {verdict}", verdict=translated(outcome.alignment.verdict))
        )
        set_look(self.verdict, LOOKS[outcome.alignment.verdict])
        self.alignment.setText(translated(outcome.alignment.sentence))
        self.tabs.setVisible(comparison is not None)
        self.rest.setVisible(comparison is None)
        if comparison is None:
            for label in (self.refused, self.outcomes, self.caution):
                say(label, "")
            self.table.setRowCount(0)
            return
        say(self.refused, " ".join(comparison.comparability.refusals))
        proposals = (comparison.percist, comparison.deauville)
        say(self.outcomes, "\n".join(outcome_words(one) for one in proposals))
        cautions = cautions_of(comparison)
        say(self.caution, _caution_words(cautions))
        self._fill_table(outcome)
        self.proposals.show_sections(
            (*proposal_sections(comparison), Section("", (translated(NOTE),)))
        )
        self.basis.show_sections(basis_sections(comparison))
        whose = Section(tr("Lesions"), (f"{comparison.lesions}.",))
        self.cautions.show_sections((Section(tr("Of every difference"), (), cautions), whose))
        self.tabs.setTabText(
            3, tr("Cautions ({count})", count=len(cautions)) if cautions else tr("Cautions")
        )
        self.tabs.setTabText(0, tr("Lesions, {dates_words}", dates_words=dates_words(comparison)))

    def look_changed(self) -> None:
        """In the colours and the size of text that are now in use."""
        outcome = self._screen.desk.state.comparing.outcome
        if outcome is not None and outcome.comparison is not None:
            self._fill_table(outcome)

    def _fill_table(self, outcome: Outcome) -> None:
        lines = lines_of(outcome)
        chosen = self.table.currentRow()
        with QSignalBlocker(self.table):
            self.table.setRowCount(len(lines))
            for row, line in enumerate(lines):
                for column, words in enumerate(line.cells):
                    item = QTableWidgetItem(words)
                    item.setTextAlignment(LEFT)
                    item.setFont(theme.font(theme.PANEL_PX))
                    item.setToolTip(words)
                    if line.proposed:
                        item.setForeground(QColor(theme.REMOVED))
                    self.table.setItem(row, column, item)
            self.table.resizeColumnsToContents()  # no number is ever cut
            if 0 <= chosen < len(lines):
                self.table.selectRow(chosen)

    def selected(self) -> Row | None:
        """The chosen lesion."""
        outcome, row = self._shown, self.table.currentRow()
        comparison = outcome.comparison if outcome is not None else None
        if comparison is None or not self.table.selectedItems():
            return None
        return comparison.rows[row] if 0 <= row < len(comparison.rows) else None

    # --- What a person does --------------------------------------------------------------------

    def _on_selected(self) -> None:
        row, outcome = self.selected(), self._shown
        there = outcome is not None and row is not None and open_voi(outcome, row) is not None
        self.go.setEnabled(there)
        refusal = accept_refusal(self._screen.desk.state, row)
        self.accept_.setEnabled(refusal is None)
        self.accept_.setToolTip(refusal or tr("As a lesion of the open study; Undo takes it back"))
        if outcome is None or outcome.comparison is None:
            return
        if row is not None:
            self.detail.setText(detail_of(outcome, row))
        elif outcome.comparison.rows:
            self.detail.setText(
                tr(
                    "A click on a lesion puts the crosshair of the open study there. Blue: carried "
                    "over to the open study as a proposal."
                )
            )
        else:
            self.detail.setText(
                tr("No lesion on either date. {lesions}.", lesions=outcome.comparison.lesions)
            )

    def _on_go(self) -> None:
        row = self.selected()
        if row is not None:
            self._verbs.go_to(row)

    def _on_accept(self) -> None:
        row = self.selected()
        if row is not None:
            self._verbs.accept(row)

    def _on_copy(self) -> None:
        if self._shown is not None:
            QGuiApplication.clipboard().setText(
                text_of(self._shown, self._screen.desk.state.preferences.number)
            )

    def _on_export(self) -> None:
        desk = self._screen.desk
        first = default_folder(desk.state, desk.settings.text(EXPORT_FOLDER), Path.home())
        chosen = QFileDialog.getExistingDirectory(self, tr("Folder for the comparison"), str(first))
        if not chosen:
            return
        folder = Path(chosen)
        refusal = target_refusal(desk.state, folder / "comparison.json")
        if refusal is not None:
            desk.session.set(notice=refusal)
            return
        desk.settings.remember({EXPORT_FOLDER: str(folder)})
        self._verbs.export(folder)

    def _on_shift(self) -> None:
        left, back, up = (box.value() for box in self.shifts)
        self._verbs.shift((left, back, up))

    def _on_registered(self) -> None:
        for box in self.shifts:
            box.setValue(0)
        self._verbs.shift((0.0, 0.0, 0.0))

    def _on_search(self) -> None:
        """The list of PACS, where a prior may be."""
        self._screen.focus_search(Source.PACS)
        window = self._screen.window()
        window.raise_()
        window.activateWindow()

    def _on_progress(self, fraction: float, message: str) -> None:
        self.bar.setValue(round(fraction * BAR_STEPS))
        self.progress.setText(message)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.prior.setFocus()


class Sections(QScrollArea):
    """Headings with the sentences below them, to be read and copied."""

    def __init__(self) -> None:
        super().__init__()
        self._content = QWidget()
        self._box: QVBoxLayout = in_column(of=self._content, margins=(0, 8, 8, 8), spacing=6)
        scrolling(self, self._content)

    def show_sections(self, sections: Sequence[Section]) -> None:
        while (item := self._box.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for section in sections:
            if section.heading:
                self._add(section.heading, "title")
            for sentence in section.warned:
                self._add(sentence, "caution")
            for sentence in section.sentences:
                self._add(sentence, "words")
        self._box.addStretch()

    def _add(self, words: str, name: str) -> None:
        self._box.addWidget(new_label(words, name, wrap=True, selectable=True, plain=True))


def _ready_words(state: State) -> str:
    if state.comparing.at_work:
        return tr("Reading and registering both dates. You can go on reading meanwhile.")
    return tr(
        "Compare brings the open study together with the chosen date: the bodies are registered, "
        "the lesions matched, and their change listed."
    )


def _caution_words(cautions: Sequence[str]) -> str:
    """The first, and how many more there are: they accompany every difference."""
    if not cautions:
        return ""
    more = len(cautions) - 1
    return f"{cautions[0]}{(tr(' And {more} more: see Cautions.', more=more) if more else '')}"
