"""What a hand does: real events, sent to the widget under the pointer."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QEnterEvent,
    QMouseEvent,
    QWheelEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from station.ui.viewing.viewport import Pane
from station.ui.window import ReadingWindow

LEFT, MIDDLE, RIGHT = (
    Qt.MouseButton.LeftButton,
    Qt.MouseButton.MiddleButton,
    Qt.MouseButton.RightButton,
)
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NO_KEY = Qt.KeyboardModifier.NoModifier
DROP_ACTIONS = Qt.DropAction.CopyAction


def pane(window: ReadingWindow, column: int, name: str) -> Pane:
    """The pane "axial", "coronal", "sagittal" or "mip" of a column."""
    return next(p for p in window.panes.panes() if (p.column, p.name) == (column, name))


def menus() -> list[QMenu]:
    """Context menus on the screen."""
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, QMenu) and w.isVisible()]


def enter(widget: QWidget) -> None:
    at = QPointF(widget.rect().center())
    QApplication.sendEvent(widget, QEnterEvent(at, at, QPointF(widget.mapToGlobal(at))))


def move(widget: QWidget, at: QPoint, buttons: Qt.MouseButton = Qt.MouseButton.NoButton) -> None:
    """Move the mouse over a widget. QTest.mouseMove warps the cursor and leaves it to chance."""
    point = QPointF(at)
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        point,
        widget.mapToGlobal(point),
        Qt.MouseButton.NoButton,
        buttons,
        NO_KEY,
    )
    QApplication.sendEvent(widget, event)


def drag(
    widget: QWidget,
    button: Qt.MouseButton,
    by: tuple[int, int],
    steps: int = 5,
    at: QPoint | None = None,
    modifiers: Qt.KeyboardModifier = NO_KEY,
) -> None:
    """Press (in the middle), move in steps by so many pixels to the right and down, release."""
    start = at or widget.rect().center()
    QTest.mousePress(widget, button, modifiers, start)
    for step in range(1, steps + 1):
        move(widget, start + QPoint(by[0] * step // steps, by[1] * step // steps), button)
    QTest.mouseRelease(widget, button, modifiers, start + QPoint(*by))


def click(widget: QWidget, at: QPoint | None = None, button: Qt.MouseButton = LEFT) -> None:
    QTest.mouseClick(widget, button, NO_KEY, at or widget.rect().center())


def double_click(widget: QWidget, at: QPoint | None = None) -> None:
    """Press, release, press again within the double click's time, release: as a mouse does it."""
    point = at or widget.rect().center()
    QTest.mouseClick(widget, LEFT, NO_KEY, point)
    QTest.mouseDClick(widget, LEFT, NO_KEY, point)
    QTest.mouseRelease(widget, LEFT, NO_KEY, point)


def second_press(widget: QWidget, at: QPoint) -> None:
    """A press that comes so soon after another that Qt calls it a double click."""
    point = QPointF(at)
    kind = QEvent.Type.MouseButtonDblClick
    event = QMouseEvent(kind, point, widget.mapToGlobal(point), LEFT, LEFT, NO_KEY)
    QApplication.sendEvent(widget, event)


def wheel(
    widget: QWidget,
    notches: float,
    at: QPoint | None = None,
    modifiers: Qt.KeyboardModifier = NO_KEY,
) -> None:
    """Turn the wheel away from the hand by so many notches."""
    point = QPointF(at or widget.rect().center())
    event = QWheelEvent(
        point,
        widget.mapToGlobal(point),
        QPoint(),
        QPoint(0, round(120 * notches)),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)


def press(
    window: ReadingWindow, key: Qt.Key | str, modifiers: Qt.KeyboardModifier = NO_KEY
) -> None:
    """Press a key where the window's keyboard focus is, through its shortcuts as Qt does."""
    named = Qt.Key[f"Key_{key.upper()}"] if isinstance(key, str) else key
    QTest.keyClick(window.focusWidget() or window, named, modifiers)


def drop(widget: QWidget, data: QMimeData) -> bool:
    """Carry data onto a widget and let go; whether it was accepted on the way in."""
    at = widget.rect().center()
    arguments = (DROP_ACTIONS, data, LEFT, NO_KEY)
    entering = QDragEnterEvent(at, *arguments)
    QApplication.sendEvent(widget, entering)
    if not entering.isAccepted():
        return False
    QApplication.sendEvent(widget, QDragMoveEvent(at, *arguments))
    QApplication.sendEvent(widget, QDropEvent(QPointF(at), *arguments))
    return True


def files(paths: Sequence[Path]) -> QMimeData:
    """What a file manager carries."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data
