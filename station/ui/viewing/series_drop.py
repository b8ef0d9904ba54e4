"""A series of the list, carried to where it is to be shown."""

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from station.app.state import Slot
from station.app.workflow import Workflow

SERIES_MIME = "application/x-station-series"


def series_mime(key: str) -> QMimeData:
    """What a drag of a series carries."""
    data = QMimeData()
    data.setData(SERIES_MIME, key.encode())
    return data


def series_key(data: QMimeData) -> str | None:
    """The series that a drag carries, None for anything else."""
    if not data.hasFormat(SERIES_MIME):
        return None
    return bytes(data.data(SERIES_MIME).data()).decode()


class SeriesTarget(QWidget):
    """Takes a series that is dropped on it."""

    workflow: Workflow

    def _slot(self) -> Slot | None:
        """Where the series is shown; None: nowhere now."""
        raise NotImplementedError

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if series_key(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        key, slot = series_key(event.mimeData()), self._slot()
        if key is not None and slot is not None:
            self.workflow.assign(slot, key)
            event.acceptProposedAction()
