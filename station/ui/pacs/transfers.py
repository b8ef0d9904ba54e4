"""The transfers below the list: how far each is, what went wrong, and what can be done."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QWidget

from station.app.language import tr
from station.app.pacs.state import (
    Progress,
    Transfer,
    is_hidden,
    transfer_place,
    transfer_title,
    transfer_words,
)
from station.app.pacs.workflow import PacsWorkflow
from station.app.session import Session
from station.app.state import State
from station.ui import theme
from station.ui.elements import (
    BAR_STEPS,
    in_column,
    in_row,
    new_bar,
    new_button,
    new_label,
    say,
    scrolling,
    set_look,
)
from station.ui.pacs.keys import keeps_its_keys

HIGHEST_PX = 240
"""More transfers scroll"""
DRAWN_AT_MOST = 40
"""Lines; a reader who fetches a whole month is told how many more wait"""


class Transfers(QWidget):
    """Hidden while there is none."""

    def __init__(self, session: Session, pacs: PacsWorkflow) -> None:
        super().__init__()
        self._pacs = pacs
        self.lines: dict[int, TransferLine] = {}
        """By the number of their transfer"""
        self.clear = new_button(tr("Clear"), pacs.clear, "bar")
        self.clear.setToolTip(tr("Take those that have ended off the list"))
        self._content = QWidget()
        self._content.setObjectName("transfers")
        self._column = in_column(of=self._content, margins=(0, 0, 4, 0), spacing=8)
        self._more = new_label(name="quiet")
        self._area = scrolling(QScrollArea(), self._content)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.viewport().setAutoFillBackground(False)
        in_column(
            in_row(new_label(tr("TRANSFERS"), "heading"), None, self.clear),
            self._area,
            self._more,
            of=self,
            margins=(0, 4, 0, 4),
            spacing=6,
        )
        keeps_its_keys(self.clear)
        self._content.installEventFilter(self)
        session.changed.connect(self._on_changed)
        self._refresh(session.state)

    def _on_changed(self, before: State, after: State) -> None:
        if (
            before.pacs.transfers is not after.pacs.transfers
            or before.pacs.hidden != after.pacs.hidden
            or before.blinded != after.blinded
        ):
            self._refresh(after)

    def _refresh(self, state: State) -> None:
        transfers = state.pacs.transfers
        # What failed and what runs come before what waits and what is done; newest first of each.
        order = (Progress.FAILED, Progress.STOPPED, Progress.RUNNING, Progress.WAITING)
        ranked = sorted(
            transfers,
            key=lambda one: order.index(one.progress) if one.progress in order else len(order),
        )
        shown = ranked[:DRAWN_AT_MOST]
        hidden = is_hidden(state.pacs, state.blinded)
        self.setVisible(bool(transfers) and not state.pacs.hidden)
        numbers = {one.number for one in shown}
        for number in [number for number in self.lines if number not in numbers]:
            line = self.lines.pop(number)
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        for place, transfer in enumerate(shown):
            line = self.lines.get(transfer.number)
            if line is None:
                line = self.lines[transfer.number] = TransferLine(self._pacs, transfer.number)
            if self._column.indexOf(line) != place:
                self._column.insertWidget(place, line)
            line.show_transfer(transfer, hidden)
        self.clear.setVisible(any(not one.is_under_way for one in transfers))
        say(
            self._more,
            tr("and {count:,} more", count=len(transfers) - len(shown))
            if transfers[DRAWN_AT_MOST:]
            else "",
        )
        self._fit()

    def _fit(self) -> None:
        """As high as its lines, up to a limit."""
        width = max(self._area.viewport().width(), 1)
        content = self._content
        height = content.heightForWidth(width) if content.hasHeightForWidth() else -1
        wanted = height if height > 0 else content.sizeHint().height()
        self._area.setFixedHeight(min(max(wanted, 1), theme.px(HIGHEST_PX)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self._fit()
        return super().eventFilter(watched, event)


class OneLine(QLabel):
    """Words that are shortened where there is no room for them."""

    def minimumSizeHint(self) -> QSize:
        return QSize(1, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        shown = painter.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, self.width()
        )
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, shown)


class TransferLine(QFrame):
    """One transfer: whose study, how far, and a button."""

    def __init__(self, pacs: PacsWorkflow, number: int) -> None:
        super().__init__()
        self._pacs = pacs
        self._number = number
        self.setObjectName("transfer")
        self.title = OneLine()
        self.words = OneLine()
        self.words.setObjectName("quiet")
        self.problem = new_label(name="failed", wrap=True, selectable=True, plain=True)
        self.bar = new_bar()
        self.button = new_button(tr("Cancel"), self._on_button, "bar")
        in_column(
            in_row((self.title, 1), self.button, spacing=8),
            self.bar,
            self.words,
            self.problem,
            of=self,
            margins=(8, 6, 6, 6),
            spacing=4,
        )
        keeps_its_keys(self.button)

    def show_transfer(self, transfer: Transfer, hidden: bool) -> None:
        title = transfer_title(transfer, hidden)
        words = f"{transfer_words(transfer)} · {transfer_place(transfer)}"
        self.title.setText(title)
        self.title.setToolTip(title)
        self.words.setText(words)
        self.words.setToolTip(words)
        say(self.problem, "" if hidden else transfer.problem)
        set_look(self, transfer.progress is Progress.FAILED, "failed")
        traffic = transfer.traffic
        done = traffic.done / traffic.wanted if traffic and traffic.wanted else 0.0
        self.bar.setValue(round(done * BAR_STEPS))
        self.bar.setVisible(transfer.progress in (Progress.RUNNING, Progress.STOPPED))
        say(self.button, _verb(transfer))
        self.button.setAccessibleName(f"{_verb(transfer)}: {title}")
        self.setAccessibleName(f"{title}, {words}")

    def _on_button(self) -> None:
        transfer = self._pacs.pacs.transfer(self._number)
        if transfer is None:
            return
        if transfer.is_under_way:
            self._pacs.cancel(self._number)
        else:
            self._pacs.retry(self._number)


def _verb(transfer: Transfer) -> str:
    """What the button does; empty where there is nothing left to do."""
    match transfer.progress:
        case Progress.WAITING | Progress.RUNNING:
            return tr("Cancel")
        case Progress.FAILED:
            return tr("Try again")
        case Progress.STOPPED:
            return tr("Go on")
        case Progress.DONE:
            return ""
