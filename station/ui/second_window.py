"""The second window: the open study on another monitor."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QCloseEvent, QScreen
from PySide6.QtWidgets import QToolBar, QWidget

from station.app.desk import Desk
from station.app.state import Layout
from station.ui.actions import LAYOUT_WORDS
from station.ui.elements import in_column
from station.ui.viewing.pane_area import PaneArea
from station.ui.viewing.viewport import Offers


class SecondWindow(QWidget):
    """The same study on another monitor, in a layout of its own."""

    closed = Signal()

    def __init__(self, desk: Desk, offers: Offers, actions: Sequence[QAction]) -> None:
        """`actions`: whose keys work here as well."""
        super().__init__()
        self._desk = desk
        self._offers = offers
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("ground")
        self.setWindowTitle("Station: second window")
        self.addActions(actions)
        bar = QToolBar()
        self._choices = {
            layout: bar.addAction(words, lambda layout=layout: self._show(layout))
            for layout, words in LAYOUT_WORDS.items()
        }
        for choice in self._choices.values():
            choice.setCheckable(True)
        self._box = in_column(bar, of=self, margins=0, spacing=0)
        self._panes: PaneArea | None = None
        self.resize(1200, 900)
        self._show(Layout(desk.settings.text("second_layout", Layout.MIP_PAIR)))

    def _show(self, layout: Layout) -> None:
        if self._panes is not None:
            self._box.removeWidget(self._panes)
            self._panes.close()
            self._panes.deleteLater()
        self._panes = PaneArea(self._desk.workflow, self._offers, layout)
        self._box.addWidget(self._panes, 1)
        for one, choice in self._choices.items():
            choice.setChecked(one is layout)
        self._desk.settings.remember({"second_layout": str(layout)})

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closed.emit()
        super().closeEvent(event)

    def show_away_from(self, own: QScreen) -> None:
        """On the other monitor in full where there is one, else as a window next to the first."""
        others = [screen for screen in own.virtualSiblings() if screen is not own]
        if others:
            self.setGeometry(others[0].availableGeometry())
            self.showMaximized()
        else:
            self.show()
