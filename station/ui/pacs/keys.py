"""Keys in the lists and fields of PACS: the window's own shortcuts leave them alone."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from station.ui.elements import CHOOSING_KEYS, MOVING_KEYS

OWN_KEYS = MOVING_KEYS | CHOOSING_KEYS | {Qt.Key.Key_Menu}
"""They move through the images while those have the focus"""
OTHERS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class _Keeper(QObject):
    """Takes keys for the widget that has the focus before a shortcut does."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() in OWN_KEYS
            and not event.modifiers() & OTHERS
        ):
            event.accept()
            return True
        return super().eventFilter(watched, event)


def keeps_its_keys(*widgets: QWidget) -> None:
    """Arrows, Space and Return belong to these widgets while they have the focus."""
    for widget in widgets:
        widget.installEventFilter(_Keeper(widget))
