"""The box under the VOI table: what is placed next, what is proposed, and what looks wrong."""

from collections.abc import Callable
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QMenu, QPushButton, QToolButton

from station.app.language import tr
from station.app.state import Plane, State, current_proposal
from station.app.workflow import Workflow
from station.ui.elements import in_column, in_row, new_button, new_label, say

if TYPE_CHECKING:
    from station.app.voi.proposing import Proposing

STEP_MM = 1.0

Proposals = Callable[[], "Proposing"]
Step = tuple[float, float, float]


def along(pane: str, right_mm: float, down_mm: float, across_mm: float) -> Step:
    """A step in LPS along the directions of a pane; of a MIP those of the coronal plane."""
    from station.app.viewing.planes import ACROSS, DOWN, RIGHT

    plane = Plane.CORONAL if pane == "mip" else Plane(pane)
    step = RIGHT[plane] * right_mm + DOWN[plane] * down_mm
    step[ACROSS[plane]] += across_mm
    return float(step[0]), float(step[1]), float(step[2])


MOVES: dict[int, Step] = {
    Qt.Key.Key_Right: (STEP_MM, 0.0, 0.0),
    Qt.Key.Key_Left: (-STEP_MM, 0.0, 0.0),
    Qt.Key.Key_Down: (0.0, STEP_MM, 0.0),
    Qt.Key.Key_Up: (0.0, -STEP_MM, 0.0),
    Qt.Key.Key_PageUp: (0.0, 0.0, STEP_MM),
    Qt.Key.Key_PageDown: (0.0, 0.0, -STEP_MM),
}
CONFIRMS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
DROPS = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


def takes_key(event: QKeyEvent, workflow: Workflow) -> bool:
    """Whether a key belongs to the proposal that waits to be confirmed, and not to the images."""
    plain = event.modifiers() in (
        Qt.KeyboardModifier.NoModifier,
        Qt.KeyboardModifier.KeypadModifier,
    )
    mine = event.key() in (*MOVES, *CONFIRMS, *DROPS)
    return plain and mine and current_proposal(workflow.state) is not None


def press_key(event: QKeyEvent, workflow: Workflow) -> bool:
    """Confirm, drop or move the proposal; False: the key is not one of its own."""
    if not takes_key(event, workflow):
        return False
    if event.key() in CONFIRMS:
        workflow.vois.confirm()
    elif event.key() in DROPS:
        workflow.vois.drop()
    else:
        step = along(workflow.state.active_pane, *MOVES[event.key()])
        workflow.vois.move_proposal(step)
        moved = current_proposal(workflow.state)
        if moved is not None and moved.centre_mm is not None:
            workflow.place_crosshair(workflow.state.active_column, moved.centre_mm)
    return True


class GuideBox(QFrame):
    """Says which site comes next, and offers to go back, to skip and to choose another."""

    def __init__(self, workflow: Workflow, proposals: Proposals | None = None) -> None:
        """`proposals` gives what proposes sites and doubts them; None: nothing does."""
        super().__init__()
        self.setObjectName("guide")
        self._workflow = workflow
        self._proposals = proposals
        self.words = new_label(wrap=True)
        self.doubt = new_label(name="caution", wrap=True)
        self.guide = new_button(verb=self._on_guide, name="link", focus=False)
        self.propose = _link(
            tr("Propose them"),
            self._on_propose,
            tr("Find the reference tissues in this image and propose a place for each"),
        )
        self.back = _link(
            tr("← Back"), workflow.vois.previous_site, tr("The site before (Shift+S)")
        )
        self.confirm = _link(
            tr("Place"), workflow.vois.confirm, tr("Place the sphere where it is proposed (Enter)")
        )
        self.drop = _link(tr("Drop"), workflow.vois.drop, tr("Place nothing there (Del)"))
        self.sites = QToolButton()
        self.sites.setText(tr("Site"))
        self.sites.setToolTip(tr("Place another site of the protocol"))
        self.sites.setAccessibleName(tr("Choose a site"))
        self.sites.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.sites.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self.sites)
        menu.aboutToShow.connect(lambda: self._fill_sites(menu))
        self.sites.setMenu(menu)
        row = in_row(
            self.confirm,
            self.drop,
            self.back,
            self.guide,
            self.propose,
            None,
            self.sites,
            spacing=12,
        )
        in_column(self.words, self.doubt, row, of=self, margins=(10, 8, 10, 8), spacing=4)

    def show_state(self, state: State) -> None:
        """What the state says is placed next, or is still to be placed."""
        study, placing = state.study is not None, state.placing
        proposal = current_proposal(state)
        missing = self._workflow.vois.missing() if study else ()
        self.words.setText(self._words(state))
        self._show_doubt(state)
        for button, shown in (
            (self.confirm, proposal is not None),
            (self.drop, proposal is not None),
            (self.back, state.guided),
            (self.guide, study and proposal is None and (placing is not None or bool(missing))),
            (
                self.propose,
                study and placing is None and bool(missing) and self._proposals is not None,
            ),
            (self.sites, study and (state.guided or placing is None)),
        ):
            button.setVisible(shown)
        if placing is None:
            self.guide.setText(tr("Guided placement →"))
        else:
            self.guide.setText(tr("Skip this site →") if state.guided else tr("Esc: place nothing"))

    def _words(self, state: State) -> str:
        if state.study is None:
            return tr("VOIs are measured here when a study is open.")
        vois, placing = self._workflow.vois, state.placing
        if placing is None:
            missing = vois.missing()
            if not missing:
                return tr("Every site of the protocol is placed.")
            return tr("Still to place: {missing}", missing=", ".join(site.name for site in missing))
        from station.app.voi.proposing import progress_words

        name = (
            placing.name
            or placing.tissue
            or tr("VOI of {volume_ml:g} mL", volume_ml=placing.volume_ml)
        )
        site = vois.sites.find(placing.site) if placing.site else None
        progress = progress_words(state, vois.sites) if state.guided else ""
        head = f"{progress} · " if progress else ""
        what = f"<b>{escape(name)}</b>, {placing.volume_ml:g} mL"
        if current_proposal(state) is not None:
            return tr(
                "{head}Proposed: {what}<br>Enter places it, Del drops it; arrows, PgUp and "
                "PgDn move it by 1 mm.",
                head=head,
                what=what,
            )
        why = next((one.why for one in state.proposals if one.site == placing.site), "")
        hint = f"{why} {site.hint}".strip() if site else ""
        after = f"<br>{escape(hint)}" if hint else ""
        look = tr("<br>Shift + click only looks there.") if state.guided else ""
        return tr(
            "{head}Click in an image: {what}{after}{look}",
            head=head,
            what=what,
            after=after,
            look=look,
        )

    def _show_doubt(self, state: State) -> None:
        """Of what is proposed now, else of the selected VOI, where it is named after a site."""
        sentences: tuple[str, ...] = ()
        voi = self._workflow.vois.selected()
        if self._proposals is not None:
            if current_proposal(state) is not None:
                sentences = self._proposals().doubts_of_current()
            elif voi is not None and voi.site is not None and not state.voi_in_hand:
                sentences = self._proposals().doubts_of_voi(voi)
        say(self.doubt, " ".join(sentences))

    def _fill_sites(self, menu: QMenu) -> None:
        menu.clear()
        vois = self._workflow.vois
        missing = {site.id for site in vois.missing()}
        armed = self._workflow.state.placing
        for site in vois.sites.sites:
            words = site.name if site.id in missing else tr("{name} (placed)", name=site.name)
            action = menu.addAction(words, lambda id_=site.id: vois.go_to_site(id_))
            action.setCheckable(True)
            action.setChecked(armed is not None and armed.site == site.id)

    def _on_guide(self) -> None:
        vois = self._workflow.vois
        if self._workflow.state.guided:
            vois.next_site()
        elif self._workflow.state.placing is not None:
            vois.arm(None)
        else:
            vois.start_guided()

    def _on_propose(self) -> None:
        if self._proposals is not None:
            self._proposals().propose()


def _link(words: str, verb: Callable[..., object], tip: str) -> QPushButton:
    made = new_button(words, lambda _=False: verb(), "link", focus=False)
    made.setToolTip(tip)
    return made
