"""One quiet line above the images: earlier studies of the patient that a server has."""

from PySide6.QtWidgets import QFrame

from station.app.language import tr
from station.app.pacs.state import priors_words
from station.app.pacs.workflow import PacsWorkflow
from station.app.session import Session
from station.app.state import State
from station.ui.elements import in_row, new_button, new_label


class PriorsLine(QFrame):
    """Hidden while nothing is offered."""

    def __init__(self, session: Session, pacs: PacsWorkflow) -> None:
        super().__init__()
        self.setObjectName("priors")
        self.words = new_label(name="quiet", plain=True)
        self.fetch = new_button(tr("Fetch"), pacs.fetch_priors, "bar", focus=False)
        self.close_ = new_button(tr("Close"), pacs.dismiss_priors, "bar", focus=False)
        self.fetch.setToolTip(tr("Fetch them into Station's list; the open study stays open"))
        in_row(
            self.words, self.fetch, None, self.close_, of=self, margins=(12, 4, 8, 4), spacing=10
        )
        session.changed.connect(self._on_changed)
        self._refresh(session.state)

    def _on_changed(self, before: State, after: State) -> None:
        if before.pacs is not after.pacs or before.blinded != after.blinded:
            self._refresh(after)

    def _refresh(self, state: State) -> None:
        words = priors_words(state.pacs, state.blinded)
        if words != self.words.text():
            self.words.setText(words)
        self.setVisible(bool(words))
