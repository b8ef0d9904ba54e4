"""Notices that nobody has touched a window for a while."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
    }
)
MINUTE_MS = 60_000


class IdleWatch(QObject):
    """Calls `verb` when no key was pressed and no mouse moved over `window` for so long."""

    def __init__(self, window: QWidget, minutes: int, verb: Callable[[], None]) -> None:
        super().__init__(window)
        self._window = window
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(minutes * MINUTE_MS)
        self._timer.timeout.connect(verb)
        window.installEventFilter(self)
        self.touch()

    def touch(self) -> None:
        """Somebody is there."""
        self._timer.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        handle = self._window.windowHandle()
        if watched is self._window:
            # What is typed into the widgets inside passes the window of the screen, once it exists.
            if event.type() is QEvent.Type.Show and handle is not None:
                handle.installEventFilter(self)
            if event.type() is QEvent.Type.KeyPress:
                self.touch()
        elif event.type() in TOUCHES:
            self.touch()
        return False
