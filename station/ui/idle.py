"""Notices that nobody has done anything in a window for a while."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QWidget

LOOK_EVERY_MS = 5_000
MINUTE_MS = 60_000


class IdleWatch(QObject):
    """Calls `verb` when for so long the mouse has not moved and nothing of `signs` has changed.

    It looks every few seconds: a filter of all events would be passed on every move of the mouse.
    """

    def __init__(
        self,
        window: QWidget,
        minutes: int,
        signs: Callable[[], object],
        verb: Callable[[], None],
    ) -> None:
        super().__init__(window)
        self._signs = signs
        self._verb = verb
        self._looks = minutes * MINUTE_MS // LOOK_EVERY_MS
        self._left = self._looks
        self._last: object = None
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Whether anything is different from the last time."""
        position = QCursor.pos()
        signs = (position.x(), position.y(), self._signs())
        if signs != self._last:
            self._last, self._left = signs, self._looks
            return
        self._left -= 1
        if self._left == 0:
            self._verb()
