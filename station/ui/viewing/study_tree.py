"""The tree of patients, studies and series, and what drags and keys do in it."""

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem

from station.app.language import tr
from station.ui.elements import keyed
from station.ui.quality.badge import BadgeDelegate
from station.ui.viewing.series_drop import series_mime

STUDY, SERIES = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
"""What a line says of itself"""
COLUMN_KEYS = (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4, Qt.Key.Key_5)
"""With Alt: the series goes to that column"""


class StudyTree(QTreeWidget):
    """A tree whose series can be dragged onto a pane, or sent to a column by a key."""

    column_wanted = Signal(int)
    """Counted from 1, for the series in the current line"""
    left = Signal()
    """Esc: the keys go back to the images"""
    let_go = Signal()
    """The hand is off the button, and what was dragged from here is dropped"""

    def __init__(self) -> None:
        super().__init__()
        self.is_pressed = False
        """While the hand holds a line, which then must not be taken away"""
        self.setAccessibleName(tr("Studies"))
        self.setHeaderHidden(True)
        # The second column holds the badges of the quality, and is as wide as they are.
        self.setColumnCount(2)
        header = self.header()
        header.setMinimumSectionSize(0)
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.setItemDelegateForColumn(1, BadgeDelegate(self))
        keyed(self)
        self.setIndentation(12)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setExpandsOnDoubleClick(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    def focusInEvent(self, event: QFocusEvent) -> None:
        first = self.topLevelItem(0)
        by_mouse = event.reason() is Qt.FocusReason.MouseFocusReason
        if not by_mouse and self.currentItem() is None and first is not None:
            self.setCurrentItem(first)
        super().focusInEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
            if alt and event.key() in COLUMN_KEYS:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        if alt and event.key() in COLUMN_KEYS:
            self.column_wanted.emit(COLUMN_KEYS.index(Qt.Key(event.key())) + 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.is_pressed = True
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self._end_press()

    def startDrag(self, actions: Qt.DropAction) -> None:
        super().startDrag(actions)
        self._end_press()  # the release was the drop's

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        if not event.buttons():
            self._end_press()  # the release went elsewhere

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.ActivationChange and not self.isActiveWindow():
            self._end_press()

    def _end_press(self) -> None:
        if self.is_pressed:
            self.is_pressed = False
            self.let_go.emit()

    def mimeData(self, items: list[QTreeWidgetItem]) -> QMimeData:
        keys = [item.data(0, SERIES) for item in items if item.data(0, SERIES)]
        return series_mime(keys[0]) if keys else QMimeData()

    def mimeTypes(self) -> list[str]:
        return [*series_mime("").formats()]
