"""What the window says in place of the images, and above them."""

from PySide6.QtCore import QEvent, QObject, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from station.app.jobs import Jobs
from station.app.language import marked, tr, translated
from station.app.library import DEMO
from station.app.state import State
from station.app.workflow import Workflow
from station.ui import theme
from station.ui.actions import Actions
from station.ui.elements import in_column, in_row, new_button, new_label
from station.ui.icons import Picture
from station.ui.page import RESEARCH_STATEMENT

OPEN_WORDS = marked("Drop a folder, a file, a ZIP or a DICOMDIR here, or choose one.")
DEMO_WORDS = marked(
    "A virtual scanner scans a patient. Each image appears here as soon as it is made."
)
BUTTONS_PX, MARGIN_PX = 260, 28
"""What the buttons of *Done* take of the width, and how far it is from the lower edge"""


class Welcome(QWidget):
    """What is shown in place of the images until a study is open."""

    def __init__(self, jobs: Jobs, actions: Actions) -> None:
        super().__init__()
        self._jobs = jobs
        self.setObjectName("empty")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._title = new_label(name="emptytitle")
        self._words = new_label(name="quiet", wrap=True)
        research = new_label(translated(RESEARCH_STATEMENT), "quiet", wrap=True)
        for label in (self._words, research):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._choices = QWidget()
        buttons = (
            new_button(actions[id_].text(), actions[id_].trigger, name, focus=False)
            for id_, name in (("file.open", "primary"), ("file.demo", ""))
        )
        in_row(None, *buttons, None, of=self._choices, margins=0, spacing=12)
        middle = Qt.AlignmentFlag.AlignHCenter
        in_column(
            None,
            (self._title, 0, middle),
            self._words,
            self._choices,
            None,
            research,
            of=self,
            spacing=12,
        )
        jobs.changed.connect(self._refresh)
        self._refresh()

    def _refresh(self) -> None:
        """Say what is going on: the demo study takes a while before its first image is there."""
        making = DEMO in self._jobs.keys
        self._title.setText(tr("Making the demo study") if making else tr("No study is open"))
        self._words.setText(translated(DEMO_WORDS) if making else translated(OPEN_WORDS))
        self._choices.setVisible(not making)


class Done(QFrame):
    """What was written, over the lower edge of the images: it moves nothing, and opens the file or
    its folder."""

    def __init__(self, workflow: Workflow, over: QWidget) -> None:
        super().__init__(over)
        self.setObjectName("done")
        self._workflow = workflow
        self._over = over
        self._words = QLabel()
        self.open = QPushButton(tr("Open"))
        self.open.clicked.connect(self._on_open)
        close = QPushButton(tr("Close"))
        close.clicked.connect(workflow.dismiss_made)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(12), theme.px(6), theme.px(8), theme.px(6))
        row.setSpacing(theme.px(8))
        row.addWidget(Picture("good", "on_done"))
        row.addWidget(self._words)
        close.setAccessibleName(tr("Close the message"))
        for button in (self.open, close):
            button.setObjectName("bar")
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            row.addWidget(button)
        self.hide()
        over.installEventFilter(self)
        workflow.session.changed.connect(self._on_changed)

    def _on_changed(self, before: State, after: State) -> None:
        made = after.made
        if before.made is made:
            return
        if made is not None:
            metrics = self._words.fontMetrics()
            room = max(self._over.width() - BUTTONS_PX, 80)
            shown = metrics.elidedText(made.sentence, Qt.TextElideMode.ElideMiddle, room)
            self._words.setText(shown)
            self._words.setToolTip(f"{made.sentence}\n{made.path}")
            self.open.setText(tr("Open") if made.opens == made.path else tr("Open folder"))
            self._place()
            self.raise_()
        self.setVisible(made is not None)

    def _place(self) -> None:
        self.adjustSize()
        over = self._over.rect()
        self.move((over.width() - self.width()) // 2, over.height() - self.height() - MARGIN_PX)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._over and event.type() is QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _on_open(self) -> None:
        made = self._workflow.state.made
        if made is None:
            return
        self._workflow.dismiss_made()
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(made.opens))):
            self._workflow.session.set(
                notice=tr(
                    "This desktop has no program that opens {opens}. Open it by hand.",
                    opens=made.opens,
                )
            )


class Notice(QFrame):
    """One sentence above the images, until it is closed."""

    def __init__(self, workflow: Workflow, actions: Actions) -> None:
        super().__init__()
        self.setObjectName("notice")
        self._actions = actions
        self._workflow = workflow
        self._words = new_label(wrap=True, selectable=True)
        close = new_button(tr("Close"), workflow.dismiss_notice, "bar")
        self.offer = new_button("", self._on_offer, "bar", focus=False)
        close.setAccessibleName(tr("Close the notice"))
        picture = Picture("warning", "on_caution")
        in_row(picture, (self._words, 1), self.offer, close, of=self, margins=(8, 6, 6, 6))
        workflow.session.changed.connect(self._on_changed)
        self._refresh(workflow.state)

    def _on_changed(self, before: State, after: State) -> None:
        if before.notice != after.notice or before.offer != after.offer:
            self._refresh(after)

    def _refresh(self, state: State) -> None:
        self._words.setText(translated(state.notice))
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
