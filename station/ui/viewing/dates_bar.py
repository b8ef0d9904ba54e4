"""What is said above the images as long as another study is shown next to the open one: two
patients, how the dates are laid onto each other, and why their numbers may not be compared."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QMenu, QSizePolicy, QToolButton, QWidget

from station.app.language import tr
from station.app.state import Fixed, State
from station.app.viewing.dates import Standing, standing
from station.app.workflow import Workflow
from station.pet.alignment import Verdict
from station.ui.elements import in_column, in_row, new_button, new_label, say, set_look

ONE_ROW_PX = 560
LOOKS = {Verdict.GOOD: "badgegood", Verdict.DOUBTFUL: "badge", Verdict.FAILED: "badgebad"}
FOLLOWED = ("slots", "guests", "stranger", "date_links", "by_hand", "images", "study", "blinded")
"""Fields of the state that it shows, as well as the layout"""


class DatesBar(QFrame):
    """Hidden while one study is shown."""

    def __init__(
        self,
        workflow: Workflow,
        adjusting: Sequence[QAction],
        layout: Fixed | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`adjusting`: what *Adjust* offers; `layout` as that of the panes beneath."""
        super().__init__(parent)
        self._layout = layout
        self.setObjectName("priors")
        self._workflow = workflow
        self.question = new_label(name="problem", wrap=True, plain=True)
        self.admit = new_button(tr("Show it"), workflow.admit_stranger, "bar")
        self.refuse = new_button(tr("Do not show it"), workflow.refuse_stranger, "bar")
        self.strangers = new_label(name="problem", wrap=True, plain=True)
        self.badge = new_label(name="badge", plain=True)
        self.link = new_label(name="words", wrap=True, plain=True)
        self.adjust = QToolButton()
        self.adjust.setText(tr("Adjust"))
        self.adjust.setToolTip(
            tr("Ctrl + left drag moves the image of the other date, Ctrl + right drag turns it")
        )
        self.adjust.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.adjust.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.adjust.setAccessibleName(tr("Adjust how the dates are laid onto each other"))
        menu = QMenu(self.adjust)
        menu.addActions(list(adjusting))
        menu.setToolTipsVisible(True)
        self.adjust.setMenu(menu)
        self.reset = new_button(tr("Reset"), workflow.dates.reset, "bar")
        self.reset.setToolTip(tr("As it was before it was moved by hand (Ctrl+Backspace)"))
        self.cautions = new_label(name="caution", wrap=True, plain=True)
        for label in (self.question, self.strangers, self.link, self.cautions):
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        asked = in_row((self.question, 1), self.admit, self.refuse, spacing=8)
        head = in_row(self.badge, self.reset, self.adjust, None, spacing=8)
        self._linked = in_row((head, 0), (self.link, 1), spacing=8)
        in_column(
            asked,
            self.strangers,
            self._linked,
            self.cautions,
            of=self,
            margins=(12, 4, 8, 4),
            spacing=4,
        )
        workflow.session.changed.connect(self._on_changed)
        self._refresh(workflow.state)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room the sentence has lines of its own."""
        super().resizeEvent(event)
        wide = self.width() >= ONE_ROW_PX
        self._linked.setDirection(
            QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        )

    def _on_changed(self, before: State, after: State) -> None:
        names = (*FOLLOWED, "layout", "single", "difference")
        if any(getattr(before, name) is not getattr(after, name) for name in names):
            self._refresh(after)

    def _refresh(self, state: State) -> None:
        asked = _question(state)
        shown = standing(state, self._layout)
        say(self.question, asked)
        for button in (self.admit, self.refuse):
            button.setVisible(bool(asked))
        say(self.strangers, "\n".join(shown.strangers))
        self._show_link(shown)
        say(self.cautions, "  ".join(shown.cautions))
        self.setVisible(bool(asked or shown.strangers or shown.link or shown.cautions))

    def _show_link(self, shown: Standing) -> None:
        say(self.badge, shown.badge if shown.link else "")
        say(self.link, shown.link)
        waits = shown.at_work and not shown.by_hand
        set_look(self.badge, "badge" if waits else LOOKS[shown.verdict])
        self.adjust.setVisible(bool(shown.link and self.adjust.menu().actions()))
        self.reset.setVisible(shown.by_hand)


def _question(state: State) -> str:
    stranger, study = state.stranger, state.study
    if stranger is None or study is None or state.blinded:
        return ""
    return tr(
        "{name} is not known to be the patient of the open study, {name2}. Show the "
        "image of another patient next to it?",
        name=stranger.name,
        name2=study.patient.name or tr("no name"),
    )
