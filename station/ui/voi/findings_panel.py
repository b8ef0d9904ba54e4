"""The panel "Findings": what this reader writes about the study, and what they wrote before."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from station.app.desk import Desk
from station.app.language import tr
from station.app.state import State
from station.errors import StationError
from station.ui.elements import in_column, in_row, new_button, new_delay, new_label

if TYPE_CHECKING:
    from station.archive.notes import FindingsRecord

PAUSE_MS = 2000
"""Without a key for this long what was typed is kept"""
LONGEST = 20_000


class FindingsPanel(QWidget):
    """A text that is kept when the typing pauses or the keyboard goes elsewhere."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._desk = desk
        self._gesture: object | None = None
        self._filling = False
        self.text = QPlainTextEdit()
        self.text.setAccessibleName(tr("Findings"))
        self.text.setPlaceholderText(tr("Findings of this study"))
        self.text.setTabChangesFocus(True)
        self.text.textChanged.connect(self._on_typed)
        self.insert = new_button(
            tr("Insert all measurements"), self._on_insert, "link", focus=False
        )
        self.history = new_button(tr("History"), self._on_history, "link", focus=False)
        self.before = QPlainTextEdit()
        self.before.setReadOnly(True)
        self.before.setAccessibleName(tr("What was written before"))
        self.before.hide()
        self._note = new_label(name="note", wrap=True)
        self._pause = new_delay(self, PAUSE_MS, self._keep)
        in_column(
            (self.text, 3),
            in_row(self.insert, None, self.history, spacing=8),
            self._note,
            (self.before, 2),
            of=self,
            margins=(12, 12, 8, 12),
            spacing=8,
        )
        desk.session.changed.connect(self._on_changed)
        self._refresh(desk.state)

    def _on_changed(self, before: State, after: State) -> None:
        if before.findings != after.findings or before.study is not after.study:
            self._refresh(after)
        if before.study is not after.study or before.reader != after.reader:
            self.before.hide()
            self._gesture = None

    def _refresh(self, state: State) -> None:
        if self.text.toPlainText() != state.findings:
            self._filling = True
            self.text.setPlainText(state.findings)
            self._filling = False
        for part in (self.text, self.insert, self.history):
            part.setEnabled(state.study is not None)
        who = (
            tr("Kept for {reader}, with its history.", reader=state.reader)
            if state.study is not None
            else ""
        )
        self._note.setText(who)

    def _on_typed(self) -> None:
        if self._filling:
            return
        if self._gesture is None:
            self._gesture = object()
        text = self.text.toPlainText()[:LONGEST]
        self._desk.session.set(writing=True)
        self._desk.session.edit(tr("Findings"), gesture=self._gesture, findings=text)
        self._pause.start()

    def _keep(self) -> None:
        self._pause.stop()
        self._gesture = None
        self._desk.session.set(writing=False)

    def _on_insert(self) -> None:
        try:
            words = self._desk.words.table()
        except StationError as error:
            self._desk.session.set(notice=str(error))
            return
        cursor = self.text.textCursor()
        cursor.insertText(words)
        self._keep()

    def _on_history(self) -> None:
        if self.before.isVisible():
            self.before.hide()
            return
        self._keep()
        self._desk.library.show_findings_history(self._show)

    def _show(self, history: "tuple[FindingsRecord, ...]") -> None:
        versions = [
            f"{one.when.astimezone():%Y-%m-%d %H:%M:%S}\n{one.text or '(empty)'}"
            for one in reversed(history)
        ]
        self.before.setPlainText("\n\n".join(versions) or tr("Nothing was written yet."))
        self.before.show()
