"""The list of patients, studies and series that were opened, with a search; and that of PACS."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QColor, QFont, QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QLineEdit,
    QMenu,
    QSizePolicy,
    QStackedWidget,
    QToolButton,
    QTreeWidgetItem,
    QWidget,
)

from station.app.language import day_or_none, marked, tr, translated
from station.app.library import Library
from station.app.pacs.state import Source
from station.app.pacs.workflow import PacsWorkflow
from station.app.quality.state import badge, quality_shown
from station.app.state import Slot, State, columns
from station.app.viewing import display
from station.app.workflow import Workflow
from station.pet.study import Role, Series
from station.ui import theme
from station.ui.elements import Later, in_column, in_row, new_button, new_delay, new_label
from station.ui.quality.badge import TONE
from station.ui.viewing.study_tree import COLUMN_KEYS, SERIES, STUDY, StudyTree

if TYPE_CHECKING:
    from station.archive.index import SeriesEntry
    from station.ui.pacs.panel import PacsPanel

SOURCES = {Source.STATION: marked("This station"), Source.PACS: "PACS"}
SEARCH_DELAY_MS = 150
"""After the last key; a search takes a few milliseconds"""

ROLE_MARKS = {
    Role.CONVENTIONAL: "C",
    Role.DENOISED: "DL",
    Role.UNFILTERED: "U",
    Role.CT: "CT",
    Role.OTHER: "",
}


class StudyBrowser(QWidget):
    """Patients, their studies, and the series of the study that is open; or what PACS have."""

    def __init__(
        self,
        workflow: Workflow,
        library: Library,
        fill_menu: Callable[[QMenu, str], None],
        pacs: PacsWorkflow,
        show_servers: Callable[[], object],
        parent: QWidget | None = None,
    ) -> None:
        """`fill_menu(menu, key)` adds what else is offered for a series; `show_servers()` opens the
        dialog of the servers."""
        super().__init__(parent)
        self._pacs = pacs
        self._show_servers = show_servers
        self._fill_menu = fill_menu
        self.setObjectName("sidebar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.workflow = workflow
        self.library = library
        self._folded: dict[str, bool] = {}
        """By study UID: what a hand has folded or unfolded"""
        self._filling = False
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Search name, ID, date"))
        self.search.setClearButtonEnabled(True)
        self.search.setAccessibleName(tr("Search the studies of this station"))
        self._delay = new_delay(self, SEARCH_DELAY_MS, self._on_search)
        self.search.textChanged.connect(self._delay.start)
        heading = new_label(tr("PATIENTS"), "heading")
        self.tree = StudyTree()
        self.tree.customContextMenuRequested.connect(self._on_menu)
        self.tree.itemDoubleClicked.connect(self._on_chosen)
        self.tree.itemActivated.connect(self._on_chosen)
        self.tree.column_wanted.connect(self._on_column)
        self.tree.let_go.connect(lambda: self._refresh(self.workflow.state))
        self.tree.itemExpanded.connect(lambda item: self._on_folded(item, is_open=True))
        self.tree.itemCollapsed.connect(lambda item: self._on_folded(item, is_open=False))
        self.search.installEventFilter(self)
        self._empty = new_label(name="quiet", wrap=True)
        own = QWidget()
        in_column(self.search, heading, self._empty, (self.tree, 1), of=own, margins=0, spacing=8)
        self._elsewhere = Later(self._make_pacs_panel)
        self._pages = QStackedWidget()
        self._pages.addWidget(own)
        self._pages.addWidget(self._elsewhere)
        self.sources: dict[Source, QToolButton] = {}
        in_column(self._make_switch(), (self._pages, 1), of=self, margins=(8, 8, 4, 4), spacing=8)
        workflow.session.changed.connect(self._on_changed)
        self._refresh(workflow.state)
        self._refresh_source(workflow.state)

    def _make_switch(self) -> QWidget:
        """Where the studies come from."""
        host = QFrame()
        host.setObjectName("switch")
        row = in_row(of=host, margins=(2, 2, 2, 2), spacing=2)
        group = QButtonGroup(self)
        for source, words in SOURCES.items():
            button = QToolButton()
            button.setText(translated(words))
            button.setCheckable(True)
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(lambda _=False, source=source: self._pacs.show_source(source))
            group.addButton(button)
            row.addWidget(button, 1)
            self.sources[source] = button
        return host

    def _make_pacs_panel(self) -> "PacsPanel":
        from station.ui.pacs.panel import PacsPanel

        servers = new_button(tr("Servers…"), self._show_servers, "bar")
        return PacsPanel(self.workflow.session, self._pacs, servers)

    @property
    def pacs_panel(self) -> "PacsPanel":
        return self._elsewhere.content

    def focus_search(self) -> None:
        """Put the cursor where a search is typed, in the list that is in front."""
        elsewhere = self.workflow.state.pacs.source is Source.PACS
        field = self.pacs_panel.search if elsewhere else self.search
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        field.selectAll()

    def _refresh_source(self, state: State) -> None:
        source = state.pacs.source
        self.sources[source].setChecked(True)
        self._pages.setCurrentIndex(list(SOURCES).index(source))

    def _on_changed(self, before: State, after: State) -> None:
        if before.pacs.source is not after.pacs.source:
            self._refresh_source(after)
        if (
            before.entries is not after.entries
            or before.study is not after.study
            or before.slots is not after.slots
            or before.derived is not after.derived
            or before.other_dates is not after.other_dates
        ):
            self._refresh(after)
        elif before.quality is not after.quality or before.blinded != after.blinded:
            self._refresh_badges(after)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrow goes from the search into what it found."""
        is_down = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Down
        if watched is self.search and is_down:
            if event.type() is QEvent.Type.ShortcutOverride:
                event.accept()  # no slice is turned
                return True
            if event.type() is QEvent.Type.KeyPress:
                self.tree.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return True
        return super().eventFilter(watched, event)

    def _on_folded(self, item: QTreeWidgetItem, *, is_open: bool) -> None:
        uid = item.data(0, STUDY)
        if uid and not self._filling:
            self._folded[uid] = is_open

    def _refresh(self, state: State) -> None:
        if self.tree.is_pressed:
            return  # what is clicked or dragged stays under the pointer until it is let go
        self._filling = True
        self._fill(state)
        self._filling = False
        self._refresh_badges(state)
        self._empty.setVisible(not state.entries)
        self._empty.setText(
            tr('No study matches "{search}".', search=state.search)
            if state.search
            else tr("Studies that you open are listed here.")
        )

    def _fill(self, state: State) -> None:
        """Patients as they were opened last, and the studies of each by date, newest first. Those
        of the patient that is open are unfolded.

        Where the lines are those that there are, only their words and colours change: a list that
        is looked through, or double clicked, must not begin anew.
        """
        wanted = self._patients(state)
        there = _below(self.tree.invisibleRootItem())
        if list(map(_skeleton, wanted)) == list(map(_skeleton, there)):
            for one, other in zip(there, wanted, strict=True):
                _dress(one, other)
        else:
            current = self.tree.currentItem()
            at = None if current is None else _skeleton(current)[:2]
            bar = self.tree.verticalScrollBar()
            scrolled = bar.value()
            self.tree.clear()
            self.tree.addTopLevelItems(wanted)
            for patient in wanted:
                patient.setExpanded(True)
                patient.setFirstColumnSpanned(True)
            bar.setValue(scrolled)
            for line in self._lines():
                if _skeleton(line)[:2] == at:
                    self.tree.setCurrentItem(line)
        others = {entry.study_uid for entry in state.other_dates}
        for line in self._lines():
            uid = line.data(0, STUDY)
            if not line.data(0, SERIES):
                opened = state.study is not None and state.study.uid == uid
                line.setFirstColumnSpanned(True)
                line.setExpanded(self._folded.get(uid, opened or uid in others))

    def _patients(self, state: State) -> list[QTreeWidgetItem]:
        """The lines of the list, in no tree yet."""
        patients: dict[tuple[str, str], QTreeWidgetItem] = {}
        order = {
            (entry.patient_id, entry.patient_name): n
            for n, entry in reversed(list(enumerate(state.entries)))
        }
        entries = sorted(state.entries, key=lambda one: str(one.study_date or ""), reverse=True)
        entries.sort(key=lambda one: order[one.patient_id, one.patient_name])
        for entry in entries:
            who = (entry.patient_id, entry.patient_name)
            if who not in patients:
                patients[who] = self._patient(*who)
            opened = state.study is not None and state.study.uid == entry.study_uid
            day = day_or_none(entry.study_date)
            words = f"{day}   {entry.description}".rstrip()
            item = QTreeWidgetItem(patients[who], [words])
            item.setData(0, STUDY, entry.study_uid)
            item.setToolTip(
                0, tr("{words}\n{value}\nDouble click to open", words=words, value=entry.source)
            )
            item.setForeground(0, QColor(theme.BRIGHT if opened else theme.QUIET))
            unsaved = state.unsaved if opened else ()
            for series in entry.series:
                self._series(item, entry.study_uid, series, state)
            for derived in unsaved:
                self._unsaved(item, entry.study_uid, derived.series, state)
        return list(patients.values())

    def look_changed(self) -> None:
        """In the colours and the size of text that are now in use."""
        self._refresh(self.workflow.state)

    def _refresh_badges(self, state: State) -> None:
        """The quality of the open study's PETs, next to their names."""
        for line in self._series_lines():
            key = line.data(0, SERIES)
            opened = state.study is not None and line.data(0, STUDY) == state.study.uid
            series = state.find(key) if opened else None
            quality = quality_shown(state, key) if series is not None else None
            if series is None or quality is None:
                words, tone, tip = "", "", ""
            else:
                shown = badge(series, quality)
                words, tone, tip = shown.text, shown.tone, shown.tip
            if line.text(1) != words or line.toolTip(1) != tip:
                line.setText(1, words)
                line.setData(1, TONE, tone)
                line.setToolTip(1, tip)
                line.setData(
                    1,
                    Qt.ItemDataRole.AccessibleTextRole,
                    words and tr("Quality: {words}", words=words),
                )
            line.setFirstColumnSpanned(not words)

    def _lines(self) -> Iterator[QTreeWidgetItem]:
        """The lines of studies and of their series."""
        for patient in _below(self.tree.invisibleRootItem()):
            for study in _below(patient):
                yield study
                yield from _below(study)

    def _series_lines(self) -> Iterator[QTreeWidgetItem]:
        """The lines of series, below all patients and studies."""
        return (line for line in self._lines() if line.data(0, SERIES))

    def _patient(self, patient_id: str, name: str) -> QTreeWidgetItem:
        item = QTreeWidgetItem([name or patient_id or tr("no name")])
        item.setToolTip(0, tr("{name}\nID {patient_id}", name=name, patient_id=patient_id))
        item.setFont(0, theme.font(weight=QFont.Weight.Medium))
        item.setForeground(0, QColor(theme.TEXT))
        item.setFlags(Qt.ItemFlag.ItemIsEnabled)
        return item

    def _series(
        self, parent: QTreeWidgetItem, study_uid: str, series: "SeriesEntry", state: State
    ) -> None:
        shown = series.key in state.slots.values()
        mark = ROLE_MARKS[series.role] or series.modality
        name = series.description or series.modality
        item = QTreeWidgetItem(parent, [f"{mark}   {name} · {series.slices}"])
        item.setData(0, STUDY, study_uid)
        item.setData(0, SERIES, series.key)
        item.setToolTip(
            0,
            tr(
                "{name}\n{modality}, {slices} slices\nDrag onto an image to show it there",
                name=name,
                modality=series.modality,
                slices=series.slices,
            ),
        )
        item.setForeground(0, QColor(theme.TEXT if shown else theme.QUIET))

    def _unsaved(
        self, parent: QTreeWidgetItem, study_uid: str, series: Series, state: State
    ) -> None:
        """A series that was computed from the open study and is not in a file."""
        shown = series.key in state.slots.values()
        mark = ROLE_MARKS[series.role]
        item = QTreeWidgetItem(
            parent,
            [tr("{mark}   not saved · {description}", mark=mark, description=series.description)],
        )
        item.setData(0, STUDY, study_uid)
        item.setData(0, SERIES, series.key)
        item.setFont(0, _italic())
        item.setToolTip(
            0,
            tr(
                "{description}\nComputed here and not saved: it is lost when another study is "
                "opened.\nFile › Save derived series… writes it as DICOM.",
                description=series.description,
            ),
        )
        item.setForeground(0, QColor(theme.TEXT if shown else theme.QUIET))

    def _on_search(self) -> None:
        self.library.search(self.search.text())

    def _on_chosen(self, item: QTreeWidgetItem) -> None:
        study_uid, series = item.data(0, STUDY), item.data(0, SERIES)
        open_study = self.workflow.state.study
        if study_uid and (open_study is None or open_study.uid != study_uid):
            self.library.open_study(study_uid)
        elif series is not None:
            self.workflow.assign(self.workflow.slot(self.workflow.state.active_column), series)

    def _on_column(self, number: int) -> None:
        item = self.tree.currentItem()
        key = None if item is None else item.data(0, SERIES)
        if key:
            self.workflow.show_in_column(number, key)

    def _fill_columns(self, menu: QMenu, key: str) -> None:
        """The columns that the series can go to: those there are, and one more."""
        state = self.workflow.state
        shown = columns(state)
        slots: set[Slot] = set()
        for number in range(1, min(len(shown) + 1, len(COLUMN_KEYS)) + 1):
            column = shown[number - 1] if number <= len(shown) else None
            if column is not None and column.slot in slots:
                continue  # the same image in another way
            slots |= {column.slot} if column is not None else set()
            title = "new" if column is None else display.column_title(state, column)
            action = menu.addAction(
                tr("Show in column {number} ({title})\tAlt+{number}", number=number, title=title)
            )
            action.triggered.connect(
                lambda _=False, number=number: self.workflow.show_in_column(number, key)
            )

    def _show_beside(self, study_uid: str) -> None:
        """The PET of another study next to the open one."""
        state = self.workflow.state
        entry = next((one for one in state.entries if one.study_uid == study_uid), None)
        pets = [one for one in entry.series if one.modality == "PT"] if entry else []
        alike = [one for one in pets if one.role is Role.CONVENTIONAL]
        if pets:
            self.workflow.assign(Slot.OTHER, (alike or pets)[0].key)

    def _on_menu(self, at: QPoint) -> None:
        item = self.tree.itemAt(at)
        if item is None or not item.data(0, STUDY):
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        study_uid, series = item.data(0, STUDY), item.data(0, SERIES)
        state = self.workflow.state
        if series:
            if state.study is not None:
                self._fill_columns(menu, series)
                menu.addSeparator()
            for slot, words in (
                (Slot.CONVENTIONAL, tr("Show as conventional")),
                (Slot.DENOISED, tr("Show as DL")),
                (Slot.CT, tr("Show as CT")),
            ):
                action = menu.addAction(words)
                action.triggered.connect(
                    lambda _=False, slot=slot: self.workflow.assign(slot, series)
                )
            self._fill_menu(menu, series)
        else:
            menu.addAction(tr("Open")).triggered.connect(lambda: self.library.open_study(study_uid))
            if state.study is not None and state.study.uid != study_uid:
                menu.addAction(tr("Show next to the open study")).triggered.connect(
                    lambda: self._show_beside(study_uid)
                )
            menu.addAction(tr("Take off the list")).triggered.connect(
                lambda: self.library.forget_study(study_uid)
            )
        menu.popup(self.tree.viewport().mapToGlobal(at))


def _skeleton(line: QTreeWidgetItem) -> tuple[Any, ...]:
    """What a line and those under it are of, whatever they say."""
    name = "" if line.data(0, STUDY) else line.toolTip(0)
    return line.data(0, STUDY), line.data(0, SERIES), name, *map(_skeleton, _below(line))


def _dress(line: QTreeWidgetItem, wanted: QTreeWidgetItem) -> None:
    """Let a line, and those under it, look and say what others of the same skeleton do."""
    line.setText(0, wanted.text(0))
    line.setToolTip(0, wanted.toolTip(0))
    line.setForeground(0, wanted.foreground(0))
    line.setFont(0, wanted.font(0))
    for below, other in zip(_below(line), _below(wanted), strict=True):
        _dress(below, other)


def _below(item: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    """The lines under a line."""
    return [line for row in range(item.childCount()) if (line := item.child(row)) is not None]


def _italic() -> QFont:
    font = QFont(theme.font())
    font.setItalic(True)
    return font
