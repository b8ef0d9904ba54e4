"""The tool bar: the entries of the action table that have a word for it, and two fields."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QMenu,
    QSizePolicy,
    QSlider,
    QToolBar,
    QToolButton,
    QWidget,
)

from station.app.state import Kind, Link, State, columns
from station.app.viewing import display
from station.app.workflow import Workflow
from station.errors import StationError
from station.ui.actions import TABLE, Actions
from station.ui.viewing.layout_menu import LAYOUT_IDS, list_own
from station.ui.voi.actions import RULE_IDS

BLEND_STEPS = 100
LINE_PX, LINE_HEIGHT_PX = 11, 24
"""Of a line between tools, with its margins"""
UPPER_PX, UPPER_MARGINS_PX = 66, 24
"""The field of the upper bound at its narrowest, and what its frame takes of it"""


class ToolBar(QToolBar):
    """Tools, the upper bound of both PETs, and the blend of the fusion."""

    left = Signal()
    """Typing has ended: the keyboard is the images' again"""

    def __init__(self, workflow: Workflow, actions: Actions) -> None:
        super().__init__("Tools")
        self.setObjectName("tools")
        self.setMovable(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self._workflow = workflow
        self._actions = actions
        self._blend_gesture: object | None = None
        self.upper = QLineEdit()
        self.upper.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.upper.setToolTip("Upper bound of both PETs: type a value and press Enter (U)")
        self.upper.returnPressed.connect(self._on_upper)
        self.upper.editingFinished.connect(self._show_upper)
        self.blend = QSlider(Qt.Orientation.Horizontal)
        self.blend.setRange(0, BLEND_STEPS)
        self.blend.setFixedWidth(72)
        self.blend.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.blend.setToolTip("Blend: CT on the left, PET on the right")
        self.blend.sliderPressed.connect(self._on_blend_pressed)
        self.blend.valueChanged.connect(self._on_blend)
        self._arrange()
        workflow.session.changed.connect(self._on_changed)
        self._refresh(workflow.state)

    def _arrange(self) -> None:
        for entry in TABLE:
            if not entry.tool:
                continue
            if entry.tool_separated:
                self._add_line()
            action = self._actions[entry.id]
            action.setIconText(entry.tool)
            button = self._add_button()
            button.setDefaultAction(action)
            if entry.id == "voi.grow_tool":
                menu = QMenu(button)
                self._actions.add(menu, RULE_IDS)
                button.setMenu(menu)
                button.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
            if entry.id == "file.open":
                list_own(self._add_menu("Layout", LAYOUT_IDS), self._workflow)
                self._add_menu("Links", [f"link.{link}" for link in Link])
            if entry.id == f"window.{display.SUV_PRESETS[-1]:g}":
                self.addWidget(self.upper)
            if entry.id == "image.fusion":
                self.addWidget(self.blend)
        more = self.findChild(QToolButton, "qt_toolbar_ext_button")
        if more is not None:
            more.setToolTip("More tools")
        gap = QWidget()
        gap.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.addWidget(gap)
        self._add_sign(self._actions.undo, "↺")
        self._add_sign(self._actions.redo, "↻")
        self._add_sign(self._actions["help.shortcuts"], "?")

    def _add_line(self) -> None:
        """As a separator, which Qt would stretch where the tools do not fit."""
        line = QFrame()
        line.setObjectName("toolline")
        line.setFixedSize(LINE_PX, LINE_HEIGHT_PX)
        self.addWidget(line)

    def _add_button(self) -> QToolButton:
        button = QToolButton()
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.addWidget(button)
        return button

    def _add_menu(self, text: str, ids: Sequence[str]) -> QMenu:
        button = self._add_button()
        button.setText(text)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        self._actions.add(menu, ids)
        button.setMenu(menu)
        return menu

    def _add_sign(self, action: QAction, sign: str) -> None:
        """An action under a sign in place of its words."""
        button = self._add_button()
        button.setDefaultAction(action)
        button.setText(sign)
        action.changed.connect(lambda: button.setText(sign))

    def focus_upper(self) -> None:
        """Type the upper bound."""
        self.upper.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.upper.selectAll()

    # --- Following the state -------------------------------------------------------------------

    def _on_changed(self, before: State, after: State) -> None:
        self._refresh(after)

    def _refresh(self, state: State) -> None:
        fused = any(column.kind is Kind.FUSED for column in columns(state))
        self.blend.setEnabled(state.fusion or fused)
        if not self.blend.isSliderDown():
            self.blend.blockSignals(True)
            self.blend.setValue(round(state.blend * BLEND_STEPS))
            self.blend.blockSignals(False)
        if not self.upper.hasFocus():
            self._show_upper()

    def _show_upper(self) -> None:
        image = self._workflow.pet_image()
        state = self._workflow.state
        high = state.window.high if image is None else display.display_range(state, image).high
        words = f"0–{display.format_bound(high)}"
        self.upper.setText(words)
        needed = self.upper.fontMetrics().horizontalAdvance(words) + UPPER_MARGINS_PX
        self.upper.setFixedWidth(max(UPPER_PX, needed))

    # --- Gestures ------------------------------------------------------------------------------

    def _on_upper(self) -> None:
        """What was typed: 12, 0-12 or 0–12."""
        from station.app.viewing.typed import parse_upper

        image = self._workflow.pet_image()
        try:
            upper = parse_upper(self.upper.text(), is_suv=image is None or image.has_suv)
        except StationError as error:
            self._workflow.session.set(notice=str(error))
        else:
            self._workflow.set_upper(upper)
        self.left.emit()

    def _on_blend_pressed(self) -> None:
        self._blend_gesture = object()

    def _on_blend(self, value: int) -> None:
        self._workflow.set_blend(value / BLEND_STEPS, self._blend_gesture or object())
