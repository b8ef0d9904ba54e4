"""Panes next to each other whose borders can be moved, with the mouse and with the keyboard."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QRegion,
    QResizeEvent,
)
from PySide6.QtWidgets import QSplitter, QSplitterHandle, QWidget

from station.app.language import tr
from station.app.state import State
from station.app.viewing.layouts import shares_of
from station.app.workflow import Workflow
from station.ui import theme

KEY_STEP = 0.02
"""An arrow key moves a border by this part of the split"""
BACK_KEYS = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)
"""Put a border back, as a double click does"""
KEYS = (
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Escape,
    *BACK_KEYS,
)


class SplitPanes(QSplitter):
    """Shares its room as the state says under `key`; all splits of one key move together."""

    def __init__(
        self, workflow: Workflow, key: str, across: bool, first: tuple[float, ...], focus: QWidget
    ) -> None:
        """`first`: the shares until a border was moved. `focus` has the keys when a border has let
        go of them."""
        super().__init__(Qt.Orientation.Horizontal if across else Qt.Orientation.Vertical)
        self.workflow = workflow
        self.key = key
        self.across = across
        self.focus = focus
        self._first = first
        self.gesture: object | None = None
        self.setObjectName("panes")
        self.setHandleWidth(1)  # Qt takes hold of it within 5 pixels
        self.setChildrenCollapsible(False)
        self.splitterMoved.connect(self._on_moved)
        workflow.session.changed.connect(self._on_changed)

    def fill(self, parts: Sequence[QWidget], names: Sequence[str]) -> None:
        """Put the parts in; `names` are said of their borders to a screen reader."""
        for part in parts:
            self.addWidget(part)
        for number in range(1, len(parts)):
            words = tr(
                "Border between {names} and {names2}", names=names[number - 1], names2=names[number]
            )
            self.handle(number).setAccessibleName(words)
        # Qt puts each beneath the one before; whoever goes through them does so from the left.
        for part in parts:
            part.raise_()
        for number in range(1, len(parts)):
            self.handle(number).raise_()

    def createHandle(self) -> QSplitterHandle:
        return _Border(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._apply()

    @property
    def shares(self) -> tuple[float, ...]:
        return shares_of(self.workflow.state, self.key, self._first)

    def put_back(self) -> None:
        self.workflow.share_as_first(self.key)

    def move(self, handle: "_Border", by: float) -> None:
        """Move a border by a part of the split: to the right or down where it is above 0."""
        number = self.indexOf(handle)
        shares = list(self.shares)
        before, after = shares[number - 1], shares[number]
        by = min(max(by, -before), after)
        shares[number - 1], shares[number] = before + by, after - by
        self.workflow.share(self.key, tuple(shares), self.gesture)

    def _on_moved(self, position: int, number: int) -> None:
        sizes = self.sizes()
        if sum(sizes):
            self.workflow.share(self.key, tuple(map(float, sizes)), self.gesture)

    def _on_changed(self, before: State, after: State) -> None:
        if before.splits is not after.splits:
            self._apply()

    def _apply(self) -> None:
        sizes = self.sizes()
        total = sum(sizes)
        if len(sizes) != len(self._first) or not total:
            return
        wanted = [round(share * total) for share in self.shares]
        wanted[-1] += total - sum(wanted)
        if wanted != sizes:
            self.setSizes(wanted)


class _Border(QSplitterHandle):
    """A hairline; bright and thick while the pointer or the keyboard is on it."""

    def __init__(self, split: SplitPanes) -> None:
        super().__init__(split.orientation(), split)
        self._split = split
        self._lit = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setToolTip(tr("Drag to share the room; double click to put it back"))
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def _light(self) -> None:
        lit = self.hasFocus() or self.underMouse()
        if lit == self._lit:
            return
        self._lit = lit
        # Qt masks all but the hairline, so that the panes are not drawn again.
        if lit:
            self.clearMask()
        else:
            self.setMask(QRegion(self.contentsRect()))
            self._redraw_beneath()
        self.update()

    def _redraw_beneath(self) -> None:
        """Panes are opaque, so Qt does not draw them again where the bright rims were."""
        for one in self._split.findChildren(QWidget):
            box = QRect(one.mapFrom(self._split, self.geometry().topLeft()), self.size())
            if one is not self and one.rect().intersects(box):
                one.update(box)

    def paintEvent(self, event: QPaintEvent) -> None:
        colour = theme.ACCENT if self._lit else theme.HAIRLINE
        QPainter(self).fillRect(self.rect(), QColor(colour))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._lit:
            self.clearMask()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._light()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._light()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._split.gesture = object()  # what the keys do until they are elsewhere is one edit
        self._light()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._light()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._split.gesture = object()
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._split.put_back()
        event.accept()

    def event(self, event: QEvent) -> bool:
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() in KEYS
            and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        ):
            event.accept()  # else the arrows would move through the slices
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in BACK_KEYS:
            self._split.put_back()
            return
        if key == Qt.Key.Key_Escape:
            self._split.focus.setFocus()
            return
        back, forth = (
            (Qt.Key.Key_Left, Qt.Key.Key_Right)
            if self._split.across
            else (Qt.Key.Key_Up, Qt.Key.Key_Down)
        )
        if key in (back, forth):
            self._split.move(self, KEY_STEP if key == forth else -KEY_STEP)
