"""The tool bar: the entries of the action table that have a word for it, and two fields.

Tools of one kind share a button, which shows the one that was used last. Where the window is narrow
the buttons lose their words, and then what is needed least goes into a menu behind the last button.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QSizePolicy,
    QSlider,
    QToolBar,
    QToolButton,
    QWidget,
)

from station.app.language import marked, tr, translated
from station.app.state import Kind, Link, State, columns
from station.app.viewing import display
from station.app.workflow import Workflow
from station.errors import StationError
from station.ui import theme
from station.ui.actions import TABLE, Actions
from station.ui.icons import SIZE_PX, icon
from station.ui.viewing.layout_menu import LAYOUT_IDS, list_own
from station.ui.voi.actions import RULE_IDS

BLEND_STEPS = 100
UPPER_TIP = marked("Upper bound of both PETs: type a value and press Enter")
LINE_PX, LINE_HEIGHT_PX = 11, 24
"""Of a line between tools, with its margins"""
UPPER_PX, UPPER_MARGINS_PX = 66, 24
"""The field of the upper bound at its narrowest, and what its frame takes of it"""
GAP_PX = 2

WINDOWS = tuple(f"window.{upper:g}" for upper in display.SUV_PRESETS)
LOOKS = ("image.inverse", "image.fusion", "image.mip", "image.difference")
GROUPS: Mapping[str, tuple[str, ...]] = {
    marked("Spheres"): ("voi.place_0.5", "voi.place_3", "voi.lesion", "voi.place_typed"),
    marked("Grow"): ("voi.grow_tool",),
    marked("Paint"): ("voi.brush", "voi.eraser"),
    marked("Draw"): ("voi.distance", "voi.ellipse", "voi.arrow", "voi.text"),
}
"""Tools of one kind, the first shown at first"""
NEEDED = 0
"""The rank of what never leaves the bar; the higher a rank, the sooner it does"""
RANKS: Mapping[str, int] = {
    "Links": 9,
    "windows": 8,
    "image.mip": 7,
    "image.difference": 6,
    "Paint": 5,
    "Draw": 4,
    "Layout": 3,
    "file.open": 2,
    "image.inverse": 2,
    "blend": 1,
    "image.fusion": 1,
}


class Tool(QToolButton):
    """A button of the bar. A click leaves the keys to the images; Tab leads to it, arrows to the
    next, Down opens its menu."""

    def __init__(self, name: str = "") -> None:
        super().__init__()
        self.setIconSize(QSize(theme.px(SIZE_PX), theme.px(SIZE_PX)))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setAccessibleName(name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.focusNextPrevChild(key == Qt.Key.Key_Right)
        elif key == Qt.Key.Key_Down:
            self.showMenu()  # nothing, where there is none
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.animateClick()
        else:
            super().keyPressEvent(event)


class ToolGroup(Tool):
    """Tools of one kind under one button: a click takes the one used last."""

    def __init__(self, name: str, actions: Sequence[QAction], more: Sequence[QAction]) -> None:
        """`more` are below them in the menu, and are never the button's own."""
        super().__init__(name)
        menu = QMenu(name, self)
        menu.setToolTipsVisible(True)
        menu.addActions(list(actions))
        if more:
            menu.addSeparator()
            menu.addActions(list(more))
        self.setMenu(menu)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        for action in actions:
            action.toggled.connect(lambda on, action=action: self._show(action) if on else None)
        self._show(actions[0])

    def _show(self, action: QAction) -> None:
        if self.defaultAction() is not action:
            self.setDefaultAction(action)


@dataclass
class _Item:
    """What is in the bar, from left to right."""

    widget: QWidget
    rank: int = NEEDED
    wordless: bool = False
    """Whether it shows its word only where there is room for all words"""
    fill: Callable[[QMenu], object] | None = None
    """Puts into a menu what it does; None: it is only a field"""


class _Row(QWidget):
    """Shows as many items as fit."""

    def __init__(self, more: Tool) -> None:
        super().__init__()
        self._items: list[_Item] = []
        self._more = more
        self._box = QHBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(GAP_PX)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._fitted: tuple[int, ...] = ()

    def add(self, item: _Item) -> None:
        self._items.append(item)
        self._box.addWidget(item.widget)

    def add_gap(self) -> None:
        self._box.addStretch(1)

    def add_last(self) -> None:
        """The button behind which everything is that does not fit."""
        self._box.addWidget(self._more)

    @property
    def hidden(self) -> list[_Item]:
        """What is behind the last button."""
        return [one for one in self._items if one.widget.isHidden() and one.fill is not None]

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self._box.minimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest:
            self.fit()  # a word or a field has become longer
        return done

    def fit(self) -> None:
        """Words first, then what is needed least, give way."""
        sizes = tuple(self._width_of(one) for one in self._items)
        if self._fitted == (self.width(), *sizes):
            return
        for words in (True, False):
            self._show_words(words)
            if self._needed(shown := list(self._items)) <= self.width():
                break
        ranks = sorted({one.rank for one in self._items} - {NEEDED}, reverse=True)
        for rank in ranks:
            if self._needed(shown, more=len(shown) < len(self._items)) <= self.width():
                break
            shown = [one for one in shown if one.rank != rank]
        shown = _without_loose_lines(shown)
        for one in self._items:
            one.widget.setVisible(any(one is other for other in shown))
        self._more.setVisible(bool(self.hidden))
        self._fitted = (self.width(), *(self._width_of(one) for one in self._items))

    def _show_words(self, wanted: bool) -> None:
        style = Qt.ToolButtonStyle
        for one in self._items:
            if one.wordless and isinstance(one.widget, QToolButton):
                with_word = style.ToolButtonTextBesideIcon if wanted else style.ToolButtonIconOnly
                if one.widget.toolButtonStyle() is not with_word:
                    one.widget.setToolButtonStyle(with_word)

    def _width_of(self, one: _Item) -> int:
        fixed = one.widget.maximumWidth() == one.widget.minimumWidth()
        return one.widget.minimumWidth() if fixed else one.widget.sizeHint().width()

    def _needed(self, items: Sequence[_Item], *, more: bool = False) -> int:
        widths = [self._width_of(one) for one in items]
        if more:
            widths.append(self._more.sizeHint().width())
        return sum(widths) + GAP_PX * (len(widths) + 1)


def _is_line(item: _Item) -> bool:
    return isinstance(item.widget, QFrame) and not isinstance(item.widget, QLineEdit)


def _without_loose_lines(items: Sequence[_Item]) -> list[_Item]:
    """Without lines that have nothing to part."""
    kept: list[_Item] = []
    for item in items:
        if _is_line(item) and (not kept or _is_line(kept[-1])):
            continue
        kept.append(item)
    return kept


class ToolBar(QToolBar):
    """Tools, the upper bound of both PETs, and the blend of the fusion."""

    left = Signal()
    """Typing has ended: the keyboard is the images' again"""

    def __init__(self, workflow: Workflow, actions: Actions) -> None:
        super().__init__(tr("Tools"))
        self.setObjectName("tools")
        self.setMovable(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self._workflow = workflow
        self._actions = actions
        self._blend_gesture: object | None = None
        self.upper = QLineEdit()
        self.upper.setAccessibleName(tr("Upper bound of the SUV window"))
        self.upper.returnPressed.connect(self._on_upper)
        self.upper.editingFinished.connect(self._show_upper)
        self.blend = QSlider(Qt.Orientation.Horizontal)
        self.blend.setAccessibleName(tr("Blend of CT and PET"))
        self.blend.setRange(0, BLEND_STEPS)
        self.blend.setFixedWidth(theme.px(72))
        self.blend.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.blend.setToolTip(tr("Blend: CT on the left, PET on the right"))
        self.blend.sliderPressed.connect(self._on_blend_pressed)
        self.blend.valueChanged.connect(self._on_blend)
        self.more = self._make_more()
        self._row = _Row(self.more)
        self.addWidget(self._row)
        self._arrange()
        workflow.session.changed.connect(self._on_changed)
        self._say_keys()
        self._refresh(workflow.state)

    # --- Making --------------------------------------------------------------------------------

    def _make_more(self) -> Tool:
        more = Tool(tr("More tools"))
        more.setObjectName("more")
        more.setIcon(icon("more"))
        more.setToolTip(tr("More tools"))
        more.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(tr("More tools"), more)
        menu.setToolTipsVisible(True)
        menu.aboutToShow.connect(lambda: self._fill_more(menu))
        more.setMenu(menu)
        return more

    def _fill_more(self, menu: QMenu) -> None:
        menu.clear()
        for item in self._row.hidden:
            if item.fill is not None:
                item.fill(menu)

    def _arrange(self) -> None:
        for entry in TABLE:
            if entry.tool and entry.words is None:
                self._actions[entry.id].setIconText(translated(entry.tool))
        self._add("file.open", wordless=True)
        layouts = self._add_menu(marked("Layout"), "layout", LAYOUT_IDS)
        list_own(layouts, self._workflow)
        self._add_menu(marked("Links"), "links", [f"link.{link}" for link in Link])
        self._add_line(RANKS["windows"])
        for id_ in WINDOWS:
            tool = self._add(id_, rank=RANKS["windows"], fill=self._fill_windows)
            tool.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self._row.add(_Item(self.upper))
        self._add_line()
        for id_ in LOOKS:
            self._add(id_, wordless=True)
            if id_ == "image.fusion":
                self._row.add(_Item(self.blend, RANKS["blend"]))
        self._add_line()
        for name, ids in GROUPS.items():
            self._add_group(name, ids)
        self._row.add_gap()
        for action, name in (
            (self._actions.undo, "undo"),
            (self._actions.redo, "redo"),
            (self._actions["help.shortcuts"], "keyboard"),
        ):
            action.setIcon(icon(name))
            self._add_button(action)
        self._row.add_last()

    def _add(
        self,
        id_: str,
        rank: int | None = None,
        *,
        wordless: bool = False,
        fill: Callable[[QMenu], object] | None = None,
    ) -> Tool:
        action = self._actions[id_]
        tool = Tool(action.text())
        tool.setDefaultAction(action)
        action.changed.connect(lambda: tool.setAccessibleName(action.text()))
        rank = RANKS.get(id_, NEEDED) if rank is None else rank
        fill = fill or (lambda menu: menu.addAction(action))
        self._row.add(_Item(tool, rank, wordless, fill))
        return tool

    def _add_button(self, action: QAction) -> None:
        """An action that its drawing alone stands for."""
        tool = Tool(action.text())
        tool.setDefaultAction(action)
        tool.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        action.changed.connect(lambda: tool.setAccessibleName(action.text()))
        self._row.add(_Item(tool))

    def _add_line(self, rank: int = NEEDED) -> None:
        line = QFrame()
        line.setObjectName("toolline")
        line.setFixedSize(theme.px(LINE_PX), theme.px(LINE_HEIGHT_PX))
        self._row.add(_Item(line, rank))

    def _add_menu(self, text: str, drawing: str, ids: Sequence[str]) -> QMenu:
        words = translated(text)
        tool = Tool(words)
        tool.setText(words)
        tool.setToolTip(words)
        tool.setIcon(icon(drawing))
        tool.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(words, tool)
        menu.setIcon(icon(drawing))
        self._actions.add(menu, ids)
        tool.setMenu(menu)
        self._row.add(_Item(tool, RANKS[text], wordless=True, fill=lambda more: more.addMenu(menu)))
        return menu

    def _add_group(self, name: str, ids: Sequence[str]) -> None:
        rules = [self._actions[id_] for id_ in RULE_IDS] if name == "Grow" else []
        group = ToolGroup(translated(name), [self._actions[id_] for id_ in ids], rules)

        def fill(more: QMenu) -> None:
            for id_ in ids:
                more.addAction(self._actions[id_])

        self._row.add(_Item(group, RANKS.get(name, NEEDED), wordless=False, fill=fill))

    def _fill_windows(self, menu: QMenu) -> None:
        """One submenu for all of them: the first that asks for it fills it."""
        if not any(action.text() == "SUV window" for action in menu.actions()):
            windows = menu.addMenu(icon("window"), tr("SUV window"))
            self._actions.add(windows, WINDOWS)

    def focus_upper(self) -> None:
        """Type the upper bound."""
        self.upper.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.upper.selectAll()

    # --- Following the state -------------------------------------------------------------------

    def _on_changed(self, before: State, after: State) -> None:
        if before.preferences.keys is not after.preferences.keys:
            self._say_keys()
        self._refresh(after)

    def _say_keys(self) -> None:
        keys = ", ".join(self._actions.keys("image.upper"))
        self.upper.setToolTip(
            f"{translated(UPPER_TIP)} ({keys})" if keys else translated(UPPER_TIP)
        )

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
        needed = self.upper.fontMetrics().horizontalAdvance(words) + theme.px(UPPER_MARGINS_PX)
        self.upper.setFixedWidth(max(theme.px(UPPER_PX), needed))

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
