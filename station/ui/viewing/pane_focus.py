"""The keyboard among the panes: Tab goes from pane to pane, and a frame shows which one it is."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAccessible, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QWidget

from station.app.language import tr
from station.app.state import State
from station.app.workflow import Workflow
from station.ui.elements import new_delay
from station.ui.viewing.accessible import install, pane_name, pane_value
from station.ui.viewing.viewport import Pane

TABS = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
SAID_AFTER_MS = 250
"""A screen reader is told a place once the crosshair rests there"""


class PaneFocus(QObject):
    """Follows the focus of one area of panes, and tells a screen reader what is in them."""

    def __init__(self, area: QWidget, workflow: Workflow, panes: Callable[[], list[Pane]]) -> None:
        """`panes` gives those of the area, also hidden ones, from left to right."""
        super().__init__(area)
        self._area = area
        self._session = workflow.session
        self._all = panes
        self._ring = QFrame(area)
        self._ring.setObjectName("ring")
        self._ring.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._ring.hide()
        self._by_keyboard = False
        self._say = new_delay(self, SAID_AFTER_MS, self._describe)
        install()
        area.setAccessibleName(tr("Images"))
        area.installEventFilter(self)
        workflow.session.changed.connect(self._on_changed)

    @property
    def is_shown(self) -> bool:
        """Whether the frame is round a pane."""
        return self._ring.isVisible()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            forwards, backwards = Qt.Key.Key_Tab, Qt.Key.Key_Backtab
            if event.key() in (forwards, backwards):
                return self._go(1 if event.key() == forwards else -1)
        elif isinstance(event, QFocusEvent):
            self._on_focus(event)
        elif event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self._place()
        return False

    def _on_focus(self, event: QFocusEvent) -> None:
        self._by_keyboard = event.gotFocus() and event.reason() in TABS
        panes = self._panes()
        if self._by_keyboard and panes:
            at = 0 if event.reason() is Qt.FocusReason.TabFocusReason else -1
            self._choose(panes[at])
        self._place()

    def _panes(self) -> list[Pane]:
        return [pane for pane in self._all() if pane.isVisible()]

    def _active(self) -> Pane | None:
        state = self._session.state
        wanted = (state.active_column, state.active_pane)
        return next((one for one in self._panes() if (one.column, one.name) == wanted), None)

    def _go(self, step: int) -> bool:
        """Go to the next pane; False: there is none on this side, and the focus moves on."""
        panes, active = self._panes(), self._active()
        if active is None or not self._by_keyboard:
            return False
        at = panes.index(active) + step
        if not 0 <= at < len(panes):
            return False
        self._choose(panes[at])
        return True

    def _choose(self, pane: Pane) -> None:
        self._session.set(active_column=pane.column, active_pane=pane.name)
        self._place()

    def _place(self) -> None:
        """The frame round the pane that the keys move."""
        pane = self._active() if self._by_keyboard and self._area.hasFocus() else None
        self._ring.setVisible(pane is not None)
        if pane is not None:
            corner = pane.mapTo(self._area, pane.rect().topLeft())
            self._ring.setGeometry(corner.x(), corner.y(), pane.width(), pane.height())
            self._ring.raise_()

    def _on_changed(self, before: State, after: State) -> None:
        active = (after.active_column, after.active_pane)
        if active != (before.active_column, before.active_pane) or before.layout != after.layout:
            self._place()
        if QAccessible.isActive() and _is_told(before, after):
            self._say.start()

    def _describe(self) -> None:
        """The area, which has the focus, says which pane it is and what is under the crosshair."""
        active = self._active()
        words = "" if active is None else f"{pane_name(active)}: {pane_value(active)}"
        self._area.setAccessibleDescription(words)


def _is_told(before: State, after: State) -> bool:
    names = ("views", "images", "slots", "layout", "active_column", "active_pane", "blinded")
    return any(getattr(before, name) is not getattr(after, name) for name in names)
