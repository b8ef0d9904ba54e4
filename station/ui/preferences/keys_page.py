"""All that keys do, as a table in which each can have other keys."""

from dataclasses import replace

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import (
    QHeaderView,
    QLabel,
    QLineEdit,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from station.app import keys as keyboard
from station.app.keys import FIXED_BLINDED, Binding
from station.app.language import marked, tr, translated
from station.app.session import Session
from station.app.state import State
from station.errors import StationError
from station.frozen import Frozen
from station.ui import theme
from station.ui.actions import BINDINGS, words_of
from station.ui.elements import in_column, in_row, new_button, new_label, plain_table, say

ROW_HEIGHT_PX = 26
MENU, WHAT, KEYS = range(3)
HEADERS = (marked("Menu"), marked("What it does"), marked("Keys"))
OWN_SIGN = "●"
"""After keys that are not those of the first start"""
FIXED_WORDS = marked(
    "Fixed in a blinded reading, where no score may depend on settings: {keys}, Tab and Esc."
)


class KeyCatcher(QLabel):
    """Waits for one key while it has the focus; `caught` says it as it is written, or is empty
    where Esc was pressed."""

    caught = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("note")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.hide()

    def wait_for(self, what: str) -> None:
        self.setText(tr("Press the key for “{what}”, or Esc to leave it as it is.", what=what))
        self.setAccessibleName(self.text())
        self.show()
        self.setFocus()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent):
            if event.type() is QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() is QEvent.Type.KeyPress:
                self._take(event)
                return True
        return super().event(event)

    def _take(self, event: QKeyEvent) -> None:
        key = keyboard.written(event)
        if key:
            self.hide()
            self.caught.emit("" if key == "Esc" else key)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.hide()


class KeysPage(QWidget):
    """The table, a search, and what can be done with the row that is chosen."""

    title = marked("Keys")

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setObjectName("ground")
        self.session = session
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Search an action or a key"))
        self.search.setAccessibleName(tr("Search an action or a key"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._on_search)
        self.table = QTableWidget(len(BINDINGS), len(HEADERS))
        self.table.setHorizontalHeaderLabels([translated(text) for text in HEADERS])
        self.table.setAccessibleName(tr("Keys of all actions"))
        plain_table(self.table, ROW_HEIGHT_PX, read_only=True)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(WHAT, QHeaderView.ResizeMode.Stretch)
        self.table.setTabKeyNavigation(False)
        self.table.doubleClicked.connect(lambda _: self._on_change())
        self.table.itemSelectionChanged.connect(self._on_selected)
        self.catcher = KeyCatcher()
        self.catcher.caught.connect(self._on_caught)
        self.problem = new_label("", "problem", wrap=True)
        self.problem.hide()
        self.change = new_button(tr("Change…"), self._on_change)
        self.add = new_button(tr("Add…"), self._on_add)
        self.none = new_button(tr("No key"), self._on_none)
        self.first = new_button(tr("As at first"), self._on_first)
        self.all_first = new_button(tr("All as at first"), self._on_all_first)
        for button in (self.change, self.add, self.none, self.first, self.all_first):
            button.setAutoDefault(False)
        self._adds = False
        in_column(
            self.search,
            (self.table, 1),
            self.catcher,
            self.problem,
            in_row(self.change, self.add, self.none, self.first, None, self.all_first, spacing=8),
            new_label(
                translated(FIXED_WORDS).format(keys=", ".join(FIXED_BLINDED)), "quiet", wrap=True
            ),
            of=self,
            margins=(2, 2, 2, 2),
            spacing=8,
        )
        self._items = [[QTableWidgetItem() for _ in HEADERS] for _ in BINDINGS]
        for row, items in enumerate(self._items):
            for column, item in enumerate(items):
                self.table.setItem(row, column, item)
        self.refresh(session.state)
        self.table.selectRow(0)

    def refresh(self, state: State) -> None:
        chosen = keyboard.usable(BINDINGS, state.preferences.keys)
        for row, binding in enumerate(BINDINGS):
            own = f" {OWN_SIGN}" if binding.id in chosen else ""
            keys = keyboard.shown(keyboard.keys_of(binding, chosen))
            texts = (translated(binding.menu), words_of(binding, state), f"{keys}{own}".strip())
            for column, text in enumerate(texts):
                item = self._items[row][column]
                item.setText(text)
                if column == MENU:
                    item.setForeground(QColor(theme.QUIET))
                elif column == KEYS:
                    first = keyboard.shown(binding.keys) or tr("no key")
                    item.setToolTip(tr("Your own; at first: {first}", first=first) if own else "")
        self._on_selected()

    def look_changed(self) -> None:
        """The theme has another quiet ink."""
        self.refresh(self.session.state)

    # --- The row that is chosen ----------------------------------------------------------------

    @property
    def binding(self) -> Binding | None:
        row = self.table.currentRow()
        return BINDINGS[row] if 0 <= row < len(BINDINGS) else None

    def _keys(self, binding: Binding) -> tuple[str, ...]:
        return keyboard.keys_of(binding, self.session.state.preferences.keys)

    def _on_selected(self) -> None:
        binding = self.binding
        self.change.setEnabled(binding is not None)
        self.add.setEnabled(binding is not None and bool(self._keys(binding)))
        self.none.setEnabled(binding is not None and bool(self._keys(binding)))
        chosen = self.session.state.preferences.keys
        self.first.setEnabled(binding is not None and binding.id in chosen)
        self.all_first.setEnabled(bool(chosen))

    def _on_search(self, text: str) -> None:
        wanted = text.strip().lower()
        for row in range(len(BINDINGS)):
            texts = [item.text().lower() for item in self._items[row]]
            is_key = wanted in texts[KEYS].replace(f" {OWN_SIGN}", "").split(", ")
            found = is_key if len(wanted) == 1 else any(wanted in one for one in texts)
            self.table.setRowHidden(row, bool(wanted) and not found)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.table.hasFocus():
            self._on_change()
        elif event.key() == Qt.Key.Key_Delete and self.table.hasFocus():
            self._on_none()
        else:
            super().keyPressEvent(event)

    # --- Other keys ----------------------------------------------------------------------------

    def _on_change(self) -> None:
        self._ask(adds=False)

    def _on_add(self) -> None:
        self._ask(adds=True)

    def _ask(self, adds: bool) -> None:
        binding = self.binding
        if binding is not None:
            say(self.problem, "")
            self._adds = adds
            self.catcher.wait_for(words_of(binding, self.session.state))

    def _on_caught(self, key: str) -> None:
        binding = self.binding
        if key and binding is not None:
            self._set((*self._keys(binding), key) if self._adds else (key,))
        self.table.setFocus()

    def _on_none(self) -> None:
        self._set(())

    def _on_first(self) -> None:
        binding = self.binding
        if binding is not None:
            self._set(binding.keys)

    def _on_all_first(self) -> None:
        say(self.problem, "")
        self._take(Frozen())

    def _set(self, keys: tuple[str, ...]) -> None:
        """Of the row that is chosen, or say why not."""
        binding = self.binding
        if binding is None:
            return
        chosen = self.session.state.preferences.keys
        try:
            wanted = keyboard.with_keys(BINDINGS, chosen, binding.id, keys)
        except StationError as error:
            say(self.problem, str(error))
            return
        say(self.problem, "")
        self._take(wanted)

    def _take(self, chosen: Frozen[str, tuple[str, ...]]) -> None:
        preferences = replace(self.session.state.preferences, keys=chosen)
        self.session.set(preferences=preferences)
        self.refresh(self.session.state)
