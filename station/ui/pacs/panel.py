"""The list of studies on PACS: what is searched for, what was found, what is under way."""

from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLineEdit, QPushButton, QWidget

from station.app.language import marked, plural, tr, translated
from station.app.pacs.state import (
    PET,
    Days,
    Pacs,
    Stage,
    answer_sentences,
    empty_words,
    is_hidden,
)
from station.app.pacs.workflow import PacsWorkflow
from station.app.session import Session
from station.app.state import State
from station.ui import theme
from station.ui.elements import (
    Choice,
    in_column,
    in_row,
    new_button,
    new_delay,
    new_label,
    say,
)
from station.ui.pacs.found_list import FoundTree
from station.ui.pacs.keys import keeps_its_keys
from station.ui.pacs.transfers import Transfers

SEARCH_DELAY_MS = 300
"""After the last key: each search is a question to every server"""
SERVER_COLUMNS = 2
DAYS_WORDS = {
    Days.TODAY: marked("Today"),
    Days.WEEK: marked("Last 7 days"),
    Days.MONTH: marked("Last 30 days"),
    Days.ALL: marked("Any date"),
}


class PacsPanel(QWidget):
    """What is shown in place of the station's own list; keys of the images end at its fields."""

    def __init__(self, session: Session, pacs: PacsWorkflow, servers: QPushButton) -> None:
        """`servers` opens the dialog of the servers."""
        super().__init__()
        self._session = session
        self._pacs = pacs
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Search PACS: name or ID"))
        self.search.setAccessibleName(tr("Name or ID to search on PACS"))
        self.search.setClearButtonEnabled(True)
        self.search.setText(session.state.pacs.words)
        self._delay = new_delay(self, SEARCH_DELAY_MS, self._on_search)
        self.search.textChanged.connect(self._delay.start)
        self.search.returnPressed.connect(self._on_return)
        self.search.installEventFilter(self)
        self.days = Choice()
        self.days.setAccessibleName(tr("How long ago the studies were"))
        for days, words in DAYS_WORDS.items():
            self.days.addItem(translated(words), days)
        self.days.activated.connect(self._on_days)
        self.pet_only = QCheckBox(tr("PET only"))
        self.pet_only.setToolTip(tr("Only studies that have a PET series"))
        self.pet_only.clicked.connect(self._on_modality)
        self._boxes = QWidget()
        self._grid = QGridLayout(self._boxes)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(theme.px(4))
        self.boxes: dict[str, QCheckBox] = {}
        """By the server's name"""
        self.servers = servers
        self.problems = new_label(name="caution", wrap=True, selectable=True, plain=True)
        self.found = new_label(name="quiet")
        self._empty = new_label(name="quiet", wrap=True, plain=True)
        self.add = new_button(tr("Add a server…"), servers.click, "primary")
        self.tree = FoundTree(pacs)
        self.transfers = Transfers(session, pacs)
        self._filters = QWidget()
        in_column(
            in_row(self.days, (self.pet_only, 1), spacing=10),
            in_row((self._boxes, 1), (servers, 0, Qt.AlignmentFlag.AlignTop), spacing=8),
            of=self._filters,
            margins=0,
            spacing=8,
        )
        self._rest = QWidget()  # takes the room of the list where there is none
        in_column(
            self.search,
            self._filters,
            self.problems,
            self._empty,
            in_row(self.add, None),
            self.found,
            (self.tree, 1),
            (self._rest, 1),
            self.transfers,
            of=self,
            margins=0,
            spacing=8,
        )
        keeps_its_keys(self.search, self.days, self.pet_only, self.add, servers)
        session.changed.connect(self._on_changed)
        self._refresh_servers(session.state.pacs)
        self._refresh(session.state)

    # --- Following -----------------------------------------------------------------------------

    def _on_changed(self, before: State, after: State) -> None:
        if before.pacs is after.pacs and before.blinded == after.blinded:
            return
        old, new = before.pacs, after.pacs
        if old.servers is not new.servers:
            self._refresh_servers(new)
        self._refresh(after)

    def _refresh_servers(self, pacs: Pacs) -> None:
        """A box for each server, where there is something to choose."""
        for box in self.boxes.values():
            self._grid.removeWidget(box)
            box.hide()
            box.deleteLater()
        self.boxes = {}
        names = [server.name for server in pacs.servers or ()]
        for number, name in enumerate(names):
            box = QCheckBox(name)
            box.setToolTip(tr("Whether {name} is searched", name=name))
            box.clicked.connect(
                lambda ticked, name=name: self._pacs.tick_server(name, bool(ticked))
            )
            keeps_its_keys(box)
            self.boxes[name] = box
            self._grid.addWidget(box, number // SERVER_COLUMNS, number % SERVER_COLUMNS)
        chain = (self.search, self.days, self.pet_only, *self.boxes.values(), self.servers)
        for first, second in pairwise((*chain, self.tree)):
            QWidget.setTabOrder(first, second)

    def _refresh(self, state: State) -> None:
        pacs = state.pacs
        hidden = is_hidden(pacs, state.blinded)
        known = bool(pacs.servers) and not hidden
        for part in (self.search, self._filters):
            part.setVisible(known)
        self.days.setCurrentIndex(self.days.findData(pacs.days))
        self.pet_only.setChecked(pacs.modality == PET)
        for name, box in self.boxes.items():
            box.setChecked(name not in pacs.left_out)
        say(self.problems, "" if hidden else "\n".join(answer_sentences(pacs)))
        empty = empty_words(pacs, state.blinded)
        say(self._empty, empty)
        self.add.setVisible(pacs.servers == () and not pacs.problem and not hidden)
        there = bool(pacs.listed) and not hidden
        self.tree.setVisible(there)
        self._rest.setVisible(not there)
        say(self.found, _found_words(pacs) if there else "")
        if there or not self.tree.found.rows:
            self.tree.show_pacs(pacs)
        else:
            self.tree.show_pacs(Pacs())

    # --- Gestures ------------------------------------------------------------------------------

    def _on_search(self) -> None:
        self._delay.stop()
        self._pacs.search(self.search.text())

    def _on_return(self) -> None:
        """Search at once; the list is next."""
        self._on_search()
        self.take_list()

    def take_list(self) -> None:
        """Give the focus to the list, with a study chosen in it."""
        if not self.tree.isVisible():
            return
        if not self.tree.currentIndex().isValid():
            self.tree.setCurrentIndex(self.tree.found.index(0, 0))
        self.tree.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_days(self, number: int) -> None:
        self._pacs.set_days(Days(self.days.itemData(number)))

    def _on_modality(self) -> None:
        self._pacs.set_modality(PET if self.pet_only.isChecked() else "")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down goes from the search into the list."""
        if (
            event.type() is QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Down
            and watched is self.search
        ):
            self.take_list()
            return True
        return super().eventFilter(watched, event)


def _found_words(pacs: Pacs) -> str:
    """How many there are, and who has not answered yet."""
    count = len(pacs.listed)
    words = plural(count, "{count} study", "{count:,} studies")
    waiting = [answer.server for answer in pacs.answers if answer.stage is Stage.ASKING]
    return (
        tr("{words}, searching on {waiting}…", words=words, waiting=", ".join(waiting))
        if waiting
        else words
    )
