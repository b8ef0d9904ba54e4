"""The list of studies and the side panel, which give way to the images between them."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QSplitter, QToolButton, QWidget

from station.app.settings import Settings
from station.ui import theme
from station.ui.icons import icon

NARROW_PX = 1400
"""A window of less width than this shows no list, so that the images keep their room"""
IMAGES_PX = 480
"""The list gives some of its width rather than leave less than this"""
PANEL_LEAVES_PX = 520
"""The panel goes rather than leave less than this"""
LEAST_PX = 800
"""No window is narrower: bars and messages have room in it, whatever they say"""
WIDEST_PX = 4000
"""More than anybody drags a list to: a settings file that says more is wrong"""
TAB_PX = 16
LIST, IMAGES, PANEL = range(3)
FIRST_PX = {LIST: 240, PANEL: 396}
CHOICES = {LIST: "list_wanted", PANEL: "panel_wanted"}
WIDTHS = {LIST: "list_width", PANEL: "panel_width"}
"""The settings that keep what the reader chose"""


class Sides(QSplitter):
    """List, images and panel. A window that is resized takes its room from the images, and gives it
    to them: Qt would take it from all three alike. Where it is too narrow for all, list and panel
    go by themselves, and come back with the room, unless the reader has chosen."""

    def __init__(self, leave: Callable[[], object]) -> None:
        """`leave` gives the keys to the images, when what had them goes."""
        super().__init__()
        self._leave = leave
        self._wanted = {side: theme.px(width) for side, width in FIRST_PX.items()}
        """The widths as they were set or dragged last, while all had their room"""
        self._chosen: dict[int, bool | None] = {LIST: None, PANEL: None}
        """Whether the reader wants a side; None: where there is room for it"""
        self._tabs: dict[int, QToolButton] = {}
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)  # a side of no width would have no way back
        self.splitterMoved.connect(self._remember)

    def new_tab(self, side: int, action: QAction) -> QToolButton:
        """A slim button at the edge with which `action` brings a side back that is away."""
        tab = QToolButton()
        tab.setObjectName("side")
        tab.setIcon(icon("next" if side == LIST else "back"))
        tab.setIconSize(QSize(theme.px(TAB_PX), theme.px(TAB_PX)))
        tab.setFixedWidth(theme.px(TAB_PX))
        tab.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        tab.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        tab.setToolTip(action.text())
        tab.setAccessibleName(action.text())
        tab.clicked.connect(action.trigger)
        tab.hide()
        self._tabs[side] = tab
        return tab

    # --- Which sides are there -------------------------------------------------------------------

    def choose(self, side: int, shown: bool) -> None:
        """Show a side or hide it as the reader wants, at any width; what the width says anyway is
        no choice."""
        self._chosen[side] = None
        if self._fitting()[side] is not shown:
            self._chosen[side] = shown
        self.fold()

    def is_there(self, side: int) -> bool:
        return self._part(side).isVisibleTo(self)

    def fold(self) -> None:
        """Show the sides that there is room for, and those that are wanted."""
        for side, shown in self._fitting().items():
            part = self._part(side)
            if self.is_there(side) is not shown:
                focused = self.window().focusWidget()
                if not shown and part.isAncestorOf(focused or self):
                    self._leave()
                part.setVisible(shown)
            self._tabs[side].setVisible(not shown)
        self._share()

    def _fitting(self) -> dict[int, bool]:
        """Which sides a window of this width shows."""
        room = self.window().width()
        list_shown, panel_shown = self._chosen[LIST], self._chosen[PANEL]
        if list_shown is None:
            list_shown = room >= theme.px(NARROW_PX)
        if panel_shown is None:
            room -= self._least(PANEL) + (self._least(LIST) if list_shown else 0)
            panel_shown = room >= theme.px(PANEL_LEAVES_PX)
        return {LIST: list_shown, PANEL: panel_shown}

    def _part(self, side: int) -> QWidget:
        part = self.widget(side)
        assert part is not None
        return part

    def _least(self, side: int) -> int:
        return self._part(side).minimumSizeHint().width()

    # --- Their widths ----------------------------------------------------------------------------

    @property
    def list_px(self) -> int:
        return self._wanted[LIST]

    def widen(self, list_px: int) -> None:
        """The list as wide as this, where there is room for it."""
        self._wanted[LIST] = list_px
        self._share()

    def scale(self, factor: float) -> None:
        """Both sides as wide as text of another size wants them."""
        self._wanted = {side: round(width * factor) for side, width in self._wanted.items()}
        self.fold()

    def minimumSizeHint(self) -> QSize:
        """Images and panel. The list, which goes first, keeps no window from being made narrow."""
        stays = [IMAGES, PANEL, *([LIST] if self._chosen[LIST] else [])]
        width = sum(map(self._least, stays)) + self.handleWidth() * (len(stays) - 1)
        return QSize(max(width, theme.px(LEAST_PX)), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fold()

    def _remember(self) -> None:
        """What is away keeps its width for when it comes back."""
        sizes = self.sizes()
        self._wanted |= {side: sizes[side] for side in self._wanted if self.is_there(side)}

    def _share(self) -> None:
        """The sides as wide as wanted, where that leaves the images some room."""
        there = {side: self.is_there(side) for side in self._wanted}
        right = max(self._wanted[PANEL], self._least(PANEL)) if there[PANEL] else 0
        room = sum(self.sizes()) - right
        left = max(min(self._wanted[LIST], room - theme.px(IMAGES_PX)), self._least(LIST))
        left = left if there[LIST] else 0
        if room - left >= self._least(IMAGES):
            self.setSizes([left, room - left, right])

    # --- What is remembered ----------------------------------------------------------------------

    def restore(self, settings: Settings) -> None:
        """As they were kept; the sides that there are follow from that and the window's width."""
        for side in self._chosen:
            shown = settings.flag(CHOICES[side], True)
            self._chosen[side] = shown if settings.flag(CHOICES[side], False) is shown else None
            width = settings.text(WIDTHS[side])
            if width.isdecimal() and 0 < int(width) <= WIDEST_PX:
                self._wanted[side] = int(width)
        self.fold()

    def kept(self) -> dict[str, bool | str]:
        """What `restore` finds in the settings; no choice is an empty text."""
        choices = {CHOICES[side]: "" if on is None else on for side, on in self._chosen.items()}
        return choices | {WIDTHS[side]: str(width) for side, width in self._wanted.items()}
