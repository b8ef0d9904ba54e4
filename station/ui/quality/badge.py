"""A grade in two words on a coloured ground: in the study list and in the panels."""

from html import escape

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from station.app.quality.state import Badge
from station.ui import theme

TONE = Qt.ItemDataRole.UserRole + 8
"""Role of the badge's tone in an item whose text is the badge's"""
HEIGHT_PX = 18
PADDING_PX = 6
DASH = "–"


def ground_of(tone: str) -> str:
    """The colour under a badge; empty: words without a ground."""
    return {"good": theme.GOOD, "poor": theme.POOR, "none": theme.BUTTON}.get(tone, "")


def _short(text: str) -> str:
    """What is not graded is a dash, so that the series keeps its name; the tool tip says why."""
    return DASH if text.startswith(DASH) else text


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
        text, plain.text = _short(plain.text), ""
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
        text = _short(str(index.data() or ""))
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
