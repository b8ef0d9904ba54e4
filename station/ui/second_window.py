"""The second window: the open study on another monitor."""

from collections.abc import Sequence

from PySide6.QtCore import QByteArray, QRect, Qt, Signal
from PySide6.QtGui import QAction, QCloseEvent, QScreen
from PySide6.QtWidgets import QMenu, QToolBar, QToolButton, QWidget

from station.app.desk import Desk
from station.app.language import marked, tr, translated
from station.app.state import (
    CONVENTIONAL_VIEW,
    DENOISED_VIEW,
    FUSED_DENOISED_VIEW,
    FUSED_VIEW,
    MIP_VIEW,
    OTHER_DENOISED_VIEW,
    OTHER_VIEW,
    THIRD_VIEW,
    Column,
    Fixed,
    Kind,
    Layout,
    Slot,
)
from station.ui.elements import fit, in_column
from station.ui.viewing.banner import BannerBar
from station.ui.viewing.dates_bar import DatesBar
from station.ui.viewing.layout_menu import LAYOUT_WORDS
from station.ui.viewing.pane_area import PaneArea
from station.ui.viewing.viewport import Offers

COLUMNS: dict[str, tuple[str, Column]] = {
    "conventional": (
        marked("One column: conventional"),
        Column(Kind.IMAGE, Slot.CONVENTIONAL, CONVENTIONAL_VIEW),
    ),
    "denoised": (marked("One column: DL"), Column(Kind.IMAGE, Slot.DENOISED, DENOISED_VIEW)),
    "ct": (marked("One column: CT"), Column(Kind.IMAGE, Slot.CT, THIRD_VIEW)),
    "fused": (
        marked("One column: conventional on CT"),
        Column(Kind.FUSED, Slot.CONVENTIONAL, FUSED_VIEW),
    ),
    "fused-denoised": (
        marked("One column: DL on CT"),
        Column(Kind.FUSED, Slot.DENOISED, FUSED_DENOISED_VIEW),
    ),
    "other": (marked("One column: the other image"), Column(Kind.IMAGE, Slot.OTHER, OTHER_VIEW)),
    "other-denoised": (
        marked("One column: the DL image of the other date"),
        Column(Kind.IMAGE, Slot.OTHER_DENOISED, OTHER_DENOISED_VIEW),
    ),
    "mip": (marked("One column: MIP"), Column(Kind.MIP, Slot.CONVENTIONAL, MIP_VIEW)),
}
"""By the name under which the settings keep it: its words, and what it is"""
SHOWN, SCREEN, PLACE = "second_layout", "second_screen", "second_geometry"
"""The settings"""
BESIDE_PX = 24
"""How far a window on the same monitor lies from the first"""


class SecondWindow(QWidget):
    """The same study on another monitor, in a layout or a column of its own."""

    closed = Signal()

    def __init__(self, desk: Desk, offers: Offers, actions: Sequence[QAction]) -> None:
        """`actions`: whose keys work here as well."""
        super().__init__()
        self._desk = desk
        self._offers = offers
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("ground")
        self.setWindowTitle(tr("Station: second window"))
        self.addActions(actions)
        bar = QToolBar()
        self.chooser = QToolButton()
        self.chooser.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.chooser.setToolTip(tr("What this window shows"))
        menu = QMenu(self.chooser)
        self.chooser.setMenu(menu)
        bar.addWidget(self.chooser)
        self._choices = {
            str(layout): menu.addAction(
                translated(words), lambda layout=layout: self._show(str(layout))
            )
            for layout, words in LAYOUT_WORDS.items()
        }
        menu.addSeparator()
        for name, (words, _) in COLUMNS.items():
            kept = f"column:{name}"
            self._choices[kept] = menu.addAction(
                translated(words), lambda kept=kept: self._show(kept)
            )
        for choice in self._choices.values():
            choice.setCheckable(True)
        self._box = in_column(bar, BannerBar(desk.workflow), of=self, margins=0, spacing=0)
        self._panes: PaneArea | None = None
        self._dates: DatesBar | None = None
        fit(self, 1200, 900)
        kept = desk.settings.text(SHOWN, Layout.MIP_PAIR)
        self._show(kept if kept in self._choices else str(Layout.MIP_PAIR))

    def _show(self, kept: str) -> None:
        """Show a layout or a column, by the name under which it is kept."""
        if self._dates is not None:
            self._box.removeWidget(self._dates)
            self._dates.close()
            self._dates.deleteLater()
        if self._panes is not None:
            self._box.removeWidget(self._panes)
            self._panes.close()
            self._panes.deleteLater()
        name = kept.removeprefix("column:")
        fixed: Fixed = Layout(kept) if name == kept else COLUMNS[name][1]
        self._dates = DatesBar(self._desk.workflow, (), fixed, self)
        self._box.addWidget(self._dates)
        self._panes = PaneArea(self._desk.workflow, self._offers, fixed)
        self._box.addWidget(self._panes, 1)
        self._panes.show()  # at once: a click that is already waiting would be lost
        for one, choice in self._choices.items():
            choice.setChecked(one == kept)
        self.chooser.setText(self._choices[kept].text())
        self._desk.settings.remember({SHOWN: kept})

    def closeEvent(self, event: QCloseEvent) -> None:
        self._desk.settings.remember(
            {SCREEN: screen_key(self.screen()), PLACE: bytes(self.saveGeometry().data())}
        )
        self.closed.emit()
        super().closeEvent(event)

    def show_away_from(self, first: QWidget) -> None:
        """Where it was last, if that monitor is there; else on another one in full; else as a
        window next to the first."""
        settings, own = self._desk.settings, first.screen()
        screens = {screen_key(screen): screen for screen in own.virtualSiblings()}
        kept = settings.text(SCREEN)
        place = settings.data(PLACE)
        if kept in screens and place is not None and self.restoreGeometry(QByteArray(place)):
            self.show()
            return
        others = [screen for screen in screens.values() if screen is not own]
        if others:
            self.setGeometry(others[0].availableGeometry())
            self.showMaximized()
        else:
            self.setGeometry(beside(first.frameGeometry(), self.rect(), own.availableGeometry()))
            self.show()


def screen_key(screen: QScreen) -> str:
    """By what a monitor is known again."""
    parts = (screen.manufacturer(), screen.model(), screen.serialNumber(), screen.name())
    return " ".join(filter(None, parts))


def beside(first: QRect, own: QRect, room: QRect) -> QRect:
    """A place for a window of the size of `own` to the right of the first, to the left of it, or,
    where there is no room, on top of it and a little away, inside the monitor's `room`."""
    width, height = min(own.width(), room.width()), min(own.height(), room.height())
    top = max(room.top(), min(first.top(), room.bottom() + 1 - height))
    if first.right() + 1 + width <= room.right() + 1:
        left = first.right() + 1
    elif first.left() - width >= room.left():
        left = first.left() - width
    else:
        left = max(room.left(), min(first.left() + BESIDE_PX, room.right() + 1 - width))
    return QRect(left, top, width, height)
