"""The banner above the images: whose they are. Drawn only when what it says has changed.

The screen of a blinded reader is made without it; in a state that is blinded it is hidden too.
"""

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from station.app.state import State
from station.app.viewing.banner import Banner, Fact, banner
from station.app.workflow import Workflow
from station.ui import theme
from station.ui.quality.badge import ground_of

HEIGHT_PX = 26
MARGIN_PX, GAP_PX, LEAST_GAP_PX = 10, 16, 9
NARROWEST_NAME_PX = 72
BADGE_PADDING_PX = 7
GIVE_WAY = ("uptake", "glucose", "sex", "age", "tracer", "weight", "dose")
"""Whose words go first where there is little room"""
LAST_TO_GO = ("date", "dose", "weight", "age", "uptake", "glucose", "sex", "tracer")
"""Where even the numbers have no room, the last of these go first, and whole"""


class BannerBar(QWidget):
    """Who is shown, in one line; text gives way before numbers do."""

    def __init__(self, workflow: Workflow) -> None:
        super().__init__()
        self.setObjectName("banner")
        self.setFixedHeight(theme.px(HEIGHT_PX))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._shown: Banner | None = None
        self._inputs: tuple[object, ...] = ()
        self._tips: list[tuple[QRect, str]] = []
        workflow.session.changed.connect(self._on_changed)
        self._refresh(workflow.state)

    def sizeHint(self) -> QSize:
        return QSize(600, theme.px(HEIGHT_PX))

    @property
    def shown(self) -> Banner | None:
        return self._shown

    def _on_changed(self, before: State, after: State) -> None:
        self._refresh(after)

    def _refresh(self, state: State) -> None:
        inputs = (
            state.study,
            state.images,
            state.slots,
            state.blinded,
            state.header_age,
            state.blood_glucose,
            state.quality,
            state.quality_of,
            state.active_column,
        )
        if len(inputs) == len(self._inputs) and all(
            now is then for now, then in zip(inputs, self._inputs, strict=True)
        ):
            return
        self._inputs = inputs
        shown = banner(state)
        self.setVisible(shown is not None)
        if shown == self._shown:
            return
        self._shown = shown
        self.setAccessibleName(shown.sentence if shown else "")
        self.update()

    # --- Painting ------------------------------------------------------------------------------

    def texts(self) -> list[str]:
        """What is written now, left to right, the badge last."""
        return [text for text, _, _ in self._laid_out()]

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.BAR))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        self._tips = []
        shown = self._shown
        if shown is None:
            return
        for text, box, of in self._laid_out():
            if isinstance(of, Fact):
                self._tips.append((box, of.tip))
                painter.setFont(_font())
                painter.setPen(QColor(theme.DOUBT if of.mark else theme.TEXT))
            elif of == "name":
                self._tips.append((box, shown.tip))
                painter.setFont(_name_font())
                painter.setPen(QColor(theme.BRIGHT))
            elif shown.quality is not None:
                self._tips.append((box, shown.quality.tip))
                ground = ground_of(shown.quality.tone)
                painter.setFont(_badge_font())
                if ground:
                    painter.setPen(Qt.PenStyle.NoPen)
                    painter.setBrush(QColor(ground))
                    painter.drawRoundedRect(box.adjusted(0, 4, 0, -4), 4, 4)
                painter.setPen(QColor(theme.ON_VERDICT if ground else theme.QUIET))
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
                continue
            painter.drawText(box, middle, text)

    def _laid_out(self) -> list[tuple[str, QRect, Fact | str]]:
        """(text, where, what) of all that has room: first the words of facts go, then the name is
        cut, then facts go whole; a number is never cut."""
        shown = self._shown
        if shown is None:
            return []
        name_metrics, metrics = QFontMetrics(_name_font()), QFontMetrics(_font())
        badge_metrics = QFontMetrics(_badge_font())
        quality = shown.quality.text if shown.quality else ""
        name_px = name_metrics.horizontalAdvance(shown.name) + 1
        badge_px = badge_metrics.horizontalAdvance(quality) + 2 * theme.px(BADGE_PADDING_PX)
        room = self.width() - 2 * MARGIN_PX - (badge_px + GAP_PX if quality else 0)
        facts, short, gap = list(shown.facts), set[str](), GAP_PX

        def widths() -> list[int]:
            words = (fact.words(fact.name in short) for fact in facts)
            return [metrics.horizontalAdvance(text) + 1 for text in words]

        def needed(name: int) -> int:
            return name + sum(width + gap for width in widths())

        for name in GIVE_WAY:
            if needed(name_px) > room:
                short.add(name)
        least = min(name_px, theme.px(NARROWEST_NAME_PX))
        if needed(least) > room:
            gap = LEAST_GAP_PX
        for name in reversed(LAST_TO_GO):
            if needed(least) > room:
                facts = [fact for fact in facts if fact.name != name]
        name_px = max(min(name_px, room - needed(0)), 0)
        name = name_metrics.elidedText(shown.name, Qt.TextElideMode.ElideRight, name_px)
        x, height = MARGIN_PX, self.height()
        parts: list[tuple[str, QRect, Fact | str]] = [(name, QRect(x, 0, name_px, height), "name")]
        x += name_px + gap
        for fact, width in zip(facts, widths(), strict=True):
            parts.append((fact.words(fact.name in short), QRect(x, 0, width, height), fact))
            x += width + gap
        if quality:
            left = self.width() - MARGIN_PX - badge_px
            parts.append((quality, QRect(left, 0, badge_px, height), "quality"))
        return parts

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            tip = next((tip for box, tip in self._tips if box.contains(event.pos())), "")
            QToolTip.showText(event.globalPos(), tip, self)
            return True
        return super().event(event)


def _font() -> QFont:
    return theme.font(theme.PANEL_PX)


def _name_font() -> QFont:
    return theme.font(theme.FONT_PX, QFont.Weight.DemiBold)


def _badge_font() -> QFont:
    return theme.font(theme.SMALL_PX, QFont.Weight.DemiBold)
