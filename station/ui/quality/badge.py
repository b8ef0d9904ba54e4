"""A grade in two words on a coloured ground: in the study list and in the panels."""

from html import escape

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from station.app.quality.state import Badge
from station.ui import theme

TONE = Qt.ItemDataRole.UserRole + 8
"""Role of the badge's tone in an item whose text is the badge's"""
HEIGHT_PX = 18
PADDING_PX = 6
DASH = "–"
NARROW_PX = 200
"""Lists of less have room for the grade's number alone next to the series' names"""


def ground_of(tone: str) -> str:
    """The colour under a badge; empty: words without a ground."""
    return {"good": theme.GOOD, "poor": theme.POOR, "none": theme.BUTTON}.get(tone, "")


def _short(text: str, widget: QWidget | None) -> str:
    """What is not graded is a dash, so that the series keeps its name; in a narrow list a grade is
    its number, and work three dots. The tool tip says it all."""
    if text.startswith(DASH):
        return DASH
    if not text or widget is None or widget.width() >= theme.px(NARROW_PX):
        return text
    return text.split(maxsplit=1)[0] if text[0].isdigit() else "…"


class BadgeDelegate(QStyledItemDelegate):
    """Draws an item's text as a badge in the colour of its tone."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        plain = QStyleOptionViewItem(option)
        self.initStyleOption(plain, index)
        text, plain.text = _short(plain.text, plain.widget), ""
        style = plain.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, plain, painter, plain.widget)
        if not text:
            return
        ground = ground_of(str(index.data(TONE)))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font(theme.SMALL_PX))
        box = self._box(plain.rect, painter.fontMetrics(), text)
        if ground:
            painter.setBrush(QColor(ground))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawRoundedRect(box, 4, 4)
        painter.setPen(QPen(QColor(theme.ON_VERDICT if ground else theme.QUIET)))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
        painter.restore()

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        text = _short(str(index.data() or ""), option.widget)
        if not text:
            return QSize(0, 0)
        metrics = QFontMetrics(theme.font(theme.SMALL_PX))
        return QSize(
            metrics.horizontalAdvance(text) + 2 * theme.px(PADDING_PX) + 4, theme.px(HEIGHT_PX)
        )

    @staticmethod
    def _box(cell: QRect, metrics: QFontMetrics, text: str) -> QRect:
        """At the right of the cell."""
        width = metrics.horizontalAdvance(text) + 2 * theme.px(PADDING_PX)
        height = theme.px(HEIGHT_PX)
        top = cell.top() + (cell.height() - height) // 2
        return QRect(cell.right() - width - 1, top, width, height)


def badge_html(badge: Badge) -> str:
    """The badge within rich text."""
    ground = ground_of(badge.tone)
    if not ground:
        return f'<span style="color:{theme.QUIET}">{escape(badge.text)}</span>'
    return (
        f'<span style="background-color:{ground};color:{theme.ON_VERDICT}">'
        f"&nbsp;<b>{escape(badge.text)}</b>&nbsp;</span>"
    )
