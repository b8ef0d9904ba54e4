"""What the window says in place of the images, and above them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QWidget

from station.app.jobs import Jobs
from station.app.library import DEMO
from station.app.state import State
from station.app.workflow import Workflow
from station.ui import make
from station.ui.actions import Actions
from station.ui.page import RESEARCH_STATEMENT

OPEN_WORDS = "Drop a folder, a file, a ZIP or a DICOMDIR here, or choose one."
DEMO_WORDS = "A virtual scanner scans a patient. Each image appears here as soon as it is made."


class Welcome(QWidget):
    """What is shown in place of the images until a study is open."""

    def __init__(self, jobs: Jobs, actions: Actions) -> None:
        super().__init__()
        self._jobs = jobs
        self.setObjectName("empty")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._title = make.label("emptytitle")
        self._words = make.label("quiet")
        self._choices = QWidget()
        buttons = (
            make.button(actions[id_].text(), actions[id_].trigger, name, takes_keys=False)
            for id_, name in (("file.open", "primary"), ("file.demo", ""))
        )
        make.row(make.STRETCH, *buttons, make.STRETCH, on=self._choices, spacing=12)
        middle = Qt.AlignmentFlag.AlignHCenter
        make.column(
            make.STRETCH,
            (self._title, middle),
            (self._words, middle),
            self._choices,
            make.STRETCH,
            (make.label("quiet", RESEARCH_STATEMENT), middle),
            on=self,
            margins=(9, 9, 9, 9),
            spacing=12,
        )
        jobs.changed.connect(self._refresh)
        self._refresh()

    def _refresh(self) -> None:
        """Say what is going on: the demo study takes a while before its first image is there."""
        making = DEMO in self._jobs.keys
        self._title.setText("Making the demo study" if making else "No study is open")
        self._words.setText(DEMO_WORDS if making else OPEN_WORDS)
        self._choices.setVisible(not making)


class Notice(QFrame):
    """One sentence above the images, until it is closed."""

    def __init__(self, workflow: Workflow, actions: Actions) -> None:
        super().__init__()
        self.setObjectName("notice")
        self._actions = actions
        self._workflow = workflow
        self._words = make.label(wrapped=True, selectable=True)
        close = make.button("Close", workflow.dismiss_notice, "bar")
        self.offer = make.button("", self._on_offer, "bar", takes_keys=False)
        make.row((self._words, 1), self.offer, close, on=self, margins=(12, 6, 8, 6))
        workflow.session.changed.connect(self._on_changed)
        self._refresh(workflow.state)

    def _on_changed(self, before: State, after: State) -> None:
        if before.notice != after.notice or before.offer != after.offer:
            self._refresh(after)

    def _refresh(self, state: State) -> None:
        self._words.setText(state.notice)
        self.setVisible(bool(state.notice))
        offer = state.offer
        offered = offer is not None and offer.notice == state.notice
        self.offer.setVisible(offered)
        if offer is not None and offered:
            self.offer.setText(self._actions[offer.action].text())

    def _on_offer(self) -> None:
        offer = self._workflow.state.offer
        if offer is not None:
            self._workflow.dismiss_notice()
            self._actions[offer.action].trigger()
