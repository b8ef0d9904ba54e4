"""The list of patients, studies and series that were opened, with a search; and that of PACS."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QFrame,
    QHeaderView,
    QLineEdit,
    QMenu,
    QSizePolicy,
    QStackedWidget,
    QToolButton,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from station.app.library import Library
from station.app.pacs.state import Source
from station.app.pacs.workflow import PacsWorkflow
from station.app.quality.state import badge, quality_shown
from station.app.state import Slot, State
from station.app.workflow import Workflow
from station.pet.study import Role, Series
from station.ui import theme
from station.ui.elements import Later, in_column, in_row, keyed, new_button, new_delay, new_label
from station.ui.quality.badge import TONE, BadgeDelegate
from station.ui.viewing.viewport import series_mime

if TYPE_CHECKING:
    from station.archive.index import SeriesEntry
    from station.ui.pacs.panel import PacsPanel

SOURCES = {Source.STATION: "This station", Source.PACS: "PACS"}
SEARCH_DELAY_MS = 150
"""After the last key; a search takes a few milliseconds"""

STUDY, SERIES = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1

ROLE_MARKS = {
    Role.CONVENTIONAL: "C",
    Role.DENOISED: "DL",
    Role.UNFILTERED: "U",
    Role.CT: "CT",
    Role.OTHER: "",
}


class _Tree(QTreeWidget):
    """A tree whose series can be dragged onto a pane."""

    def mimeData(self, items: list[QTreeWidgetItem]) -> QMimeData:
        keys = [item.data(0, SERIES) for item in items if item.data(0, SERIES)]
        return series_mime(keys[0]) if keys else QMimeData()

    def mimeTypes(self) -> list[str]:
        return [*series_mime("").formats()]


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
        self.search = QLineEdit()
        self.search.setPlaceholderText("Search name, ID, date")
        self.search.setClearButtonEnabled(True)
        self.search.setAccessibleName("Search the studies of this station")
        self._delay = new_delay(self, SEARCH_DELAY_MS, self._on_search)
        self.search.textChanged.connect(self._delay.start)
        heading = new_label("PATIENTS", "heading")
        self.tree = _Tree()
        self.tree.setHeaderHidden(True)
        # The second column holds the badges of the quality, and is as wide as they are.
        self.tree.setColumnCount(2)
        header = self.tree.header()
        header.setMinimumSectionSize(0)
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.tree.setItemDelegateForColumn(1, BadgeDelegate(self.tree))
        keyed(self.tree)
        self.tree.setAccessibleName("Studies")
        self.tree.setIndentation(12)
        self.tree.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.tree.setDragEnabled(True)
        self.tree.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.tree.setExpandsOnDoubleClick(False)
        self.tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.tree.customContextMenuRequested.connect(self._on_menu)
        self.tree.itemDoubleClicked.connect(self._on_chosen)
        self.tree.itemActivated.connect(self._on_chosen)
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
            button.setText(words)
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

        servers = new_button("Servers…", self._show_servers, "bar")
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
        ):
            self._refresh(after)
        elif before.quality is not after.quality or before.blinded != after.blinded:
            self._refresh_badges(after)

    def _refresh(self, state: State) -> None:
        self.tree.clear()
        patients: dict[tuple[str, str], QTreeWidgetItem] = {}
        for entry in state.entries:
            who = (entry.patient_id, entry.patient_name)
            if who not in patients:
                patients[who] = self._patient(*who)
            patient = patients[who]
            opened = state.study is not None and state.study.uid == entry.study_uid
            day = entry.study_date.isoformat() if entry.study_date else "no date"
            words = f"{day}   {entry.description}".rstrip()
            item = QTreeWidgetItem(patient, [words])
            item.setData(0, STUDY, entry.study_uid)
            item.setToolTip(0, f"{words}\n{entry.source}\nDouble click to open")
            item.setForeground(0, QColor(theme.BRIGHT if opened else theme.QUIET))
            patient.setExpanded(True)
            unsaved = state.unsaved if opened else ()
            for series in entry.series:
                self._series(item, entry.study_uid, series, state)
            for derived in unsaved:
                self._unsaved(item, entry.study_uid, derived.series, state)
            item.setFirstColumnSpanned(True)
            patient.setFirstColumnSpanned(True)
            item.setExpanded(opened)
        self._refresh_badges(state)
        self._empty.setVisible(not state.entries)
        self._empty.setText(
            f'No study matches "{state.search}".'
            if state.search
            else "Studies that you open are listed here."
        )

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
                line.setData(1, Qt.ItemDataRole.AccessibleTextRole, words and f"Quality: {words}")
            line.setFirstColumnSpanned(not words)

    def _series_lines(self) -> Iterator[QTreeWidgetItem]:
        """The lines of series, below all patients and studies."""
        for patient in _below(self.tree.invisibleRootItem()):
            for study in _below(patient):
                yield from _below(study)

    def _patient(self, patient_id: str, name: str) -> QTreeWidgetItem:
        item = QTreeWidgetItem(self.tree, [name or patient_id or "no name"])
        item.setToolTip(0, f"{name}\nID {patient_id}")
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
            f"{name}\n{series.modality}, {series.slices} slices\n"
            "Drag onto an image to show it there",
        )
        item.setForeground(0, QColor(theme.TEXT if shown else theme.QUIET))

    def _unsaved(
        self, parent: QTreeWidgetItem, study_uid: str, series: Series, state: State
    ) -> None:
        """A series that was computed from the open study and is not in a file."""
        shown = series.key in state.slots.values()
        mark = ROLE_MARKS[series.role]
        item = QTreeWidgetItem(parent, [f"{mark}   not saved · {series.description}"])
        item.setData(0, STUDY, study_uid)
        item.setData(0, SERIES, series.key)
        item.setFont(0, _italic())
        item.setToolTip(
            0,
            f"{series.description}\nComputed here and not saved: it is lost when another study is "
            "opened.\nFile › Save derived series… writes it as DICOM.",
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

    def _on_menu(self, at: QPoint) -> None:
        item = self.tree.itemAt(at)
        if item is None or not item.data(0, STUDY):
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        study_uid, series = item.data(0, STUDY), item.data(0, SERIES)
        if series:
            for slot, words in (
                (Slot.CONVENTIONAL, "Show as conventional"),
                (Slot.DENOISED, "Show as DL"),
                (Slot.CT, "Show as CT"),
            ):
                action = menu.addAction(words)
                action.triggered.connect(
                    lambda _=False, slot=slot: self.workflow.assign(slot, series)
                )
            self._fill_menu(menu, series)
        else:
            menu.addAction("Open").triggered.connect(lambda: self.library.open_study(study_uid))
            menu.addAction("Take off the list").triggered.connect(
                lambda: self.library.forget_study(study_uid)
            )
        menu.popup(self.tree.viewport().mapToGlobal(at))


def _below(item: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    """The lines under a line."""
    return [line for row in range(item.childCount()) if (line := item.child(row)) is not None]


def _italic() -> QFont:
    font = QFont(theme.font())
    font.setItalic(True)
    return font
