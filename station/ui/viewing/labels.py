"""What is written over an image: each with a halo, and none over another."""

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from math import floor

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPainterPath, QPen

from station.ui import theme

REACH_PX = 2
"""How far a halo reaches beyond its letters"""
HALOS_KEPT = 512
DARK_HALO, LIGHT_HALO = QColor(0, 0, 0, 215), QColor(255, 255, 255, 225)
LUMINANCE_ON_BLACK = 0.175
"""Inks at least this luminous have the 4.5:1 of WCAG 2.1, 1.4.3, against black; the others have it
against white"""
CHIP_PX = 4
"""From the letters of a chip to its edge"""

SEPARATOR = " · "


def halo_of(ink: QColor) -> QColor:
    """Black or white, whichever the ink can be read on."""
    return _halo_of(ink.rgb())


@lru_cache
def _halo_of(rgb: int) -> QColor:
    ink = QColor(rgb)
    channels = [
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in (ink.redF(), ink.greenF(), ink.blueF())
    ]
    luminance = sum(w * v for w, v in zip((0.2126, 0.7152, 0.0722), channels, strict=True))
    return DARK_HALO if luminance >= LUMINANCE_ON_BLACK else LIGHT_HALO


def fitted(text: str, width: float, metrics: QFontMetricsF) -> str:
    """As much of a caption as fits: parts between dots go from the end, and whole. A number is
    never cut; words are, at last."""
    for shorter in _shorter(text):
        if metrics.horizontalAdvance(shorter) <= width:
            return shorter
    first = text.split(SEPARATOR, maxsplit=1)[0]
    if any(letter.isdigit() for letter in first):
        return ""
    return metrics.elidedText(first, Qt.TextElideMode.ElideRight, width)


def _shorter(text: str) -> Iterator[str]:
    parts = text.split(SEPARATOR)
    while parts:
        yield SEPARATOR.join(parts)
        *others, last = parts
        bare = last.split(" (", maxsplit=1)[0]
        if bare != last:
            yield SEPARATOR.join((*others, bare))
        parts = others


class Labels:
    """Writes on one picture and knows where something is written already."""

    def __init__(self, painter: QPainter, width: int, height: int) -> None:
        self._painter = painter
        self._width, self._height = width, height
        self._ratio = painter.device().devicePixelRatioF()
        self._taken: list[tuple[float, float, float, float]] = []
        """Left, top, right, bottom: numbers, since thousands of pairs are compared for a picture"""
        self.set_font()

    def set_font(self, weight: QFont.Weight = QFont.Weight.Normal) -> QFontMetricsF:
        """Write in this weight from now on."""
        self._weight = weight
        self.metrics = _metrics(weight)
        return self.metrics

    def reserve(self, box: QRectF) -> None:
        """Nothing is to be written here."""
        self._taken.append(_edges(box))

    def box(self, text: str) -> QRectF:
        """What a text takes whose baseline begins at (0, 0)."""
        return QRectF(_box(text, self._weight))

    def width(self, text: str) -> float:
        """How far a text advances."""
        return _box(text, self._weight).width()

    def fitted(self, text: str, width: float) -> str:
        """As much of a caption as fits; see the function."""
        return _fitted(text, width, self._weight)

    def write(self, text: str, places: Iterable[QPointF], ink: QColor) -> QRectF | None:
        """Write at the first place (start of the baseline) that is free; None: there is none."""
        if not text:
            return None
        own = self.box(text)
        at = self._first_free(own, places)
        if at is None:
            return None
        self._write(text, at, ink)
        return own.translated(at)

    def write_chip(
        self, text: str, places: Iterable[QPointF], ink: QColor, ground: QColor
    ) -> QRectF | None:
        """The same on a patch of its own ground, which fits a little around it."""
        if not text:
            return None
        own = self.box(text).adjusted(-CHIP_PX, 0, CHIP_PX, 0)
        at = self._first_free(own, places)
        if at is None:
            return None
        box = own.translated(at)
        self._draw(_chip, text, box.topLeft(), at, ink, ground)
        return box

    def _first_free(self, own: QRectF, places: Iterable[QPointF]) -> QPointF | None:
        """The first place, now taken, where a box of this size about it lies over no other."""
        left, top, right, bottom = _edges(own)
        for at in places:
            x, y = at.x(), at.y()
            box = (left + x, top + y, right + x, bottom + y)
            if self._is_free(*box):
                self._taken.append(box)
                return at
        return None

    def is_free(self, box: QRectF) -> bool:
        return self._is_free(*_edges(box))

    def _is_free(self, left: float, top: float, right: float, bottom: float) -> bool:
        if left < 0 or top < 0 or right > self._width or bottom > self._height:
            return False
        for its_left, its_top, its_right, its_bottom in self._taken:
            if left < its_right and its_left < right and top < its_bottom and its_top < bottom:
                return False
        return True

    def _write(self, text: str, at: QPointF, ink: QColor) -> None:
        corner = at - QPointF(REACH_PX, self.metrics.ascent() + REACH_PX)
        self._draw(_with_halo, text, corner, at, ink, halo_of(ink))

    def _draw(
        self, kept: "_Kept", text: str, corner: QPointF, at: QPointF, ink: QColor, ground: QColor
    ) -> None:
        """Draw the kept picture of a text whose baseline begins at `at`, in whole pixels."""
        left, top = _whole(corner.x()), _whole(corner.y())
        inside = (_whole(at.x()) - left, _whole(at.y()) - top)
        picture = kept(text, self._weight, ink.rgba(), ground.rgba(), self._ratio, inside)
        self._painter.drawImage(left, top, picture)


_Kept = Callable[[str, QFont.Weight, int, int, float, tuple[int, int]], QImage]
"""(text, weight, its colour, that behind it, device pixels a pixel, start of the baseline)"""


def _whole(value: float) -> int:
    """As Qt rounds where it draws letters."""
    return floor(value + 0.5)


def _edges(box: QRectF) -> tuple[float, float, float, float]:
    return box.left(), box.top(), box.right(), box.bottom()


@lru_cache
def _metrics(weight: QFont.Weight) -> QFontMetricsF:
    return QFontMetricsF(theme.font(theme.SMALL_PX, weight))


@lru_cache(maxsize=HALOS_KEPT)
def _fitted(text: str, width: float, weight: QFont.Weight) -> str:
    return fitted(text, width, _metrics(weight))


@lru_cache(maxsize=HALOS_KEPT)
def _box(text: str, weight: QFont.Weight) -> QRectF:
    """What a text takes whose baseline begins at (0, 0)."""
    metrics = _metrics(weight)
    size = (metrics.horizontalAdvance(text), metrics.ascent() + metrics.descent())
    return QRectF(0, -metrics.ascent(), *size)


@lru_cache(maxsize=HALOS_KEPT)
def _chip(
    text: str, weight: QFont.Weight, ink: int, ground: int, ratio: float, at: tuple[int, int]
) -> QImage:
    """A text on its ground. Kept: round corners and letters take longer than a picture of both,
    and while one VOI is dragged the names of the others stay."""
    box = _box(text, weight).adjusted(-CHIP_PX, 0, CHIP_PX, 0)
    picture = _transparent(box.width(), box.height(), ratio)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor.fromRgba(ground))
    painter.drawRoundedRect(QRectF(0, 0, box.width(), box.height()), 3, 3)
    painter.setPen(QColor.fromRgba(ink))
    painter.setFont(theme.font(theme.SMALL_PX, weight))
    painter.drawText(*at, text)
    painter.end()
    return picture


def _transparent(width: float, height: float, ratio: float) -> QImage:
    size = (round(width * ratio) + 1, round(height * ratio) + 1)
    picture = QImage(*size, QImage.Format.Format_ARGB32_Premultiplied)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    return picture


@lru_cache(maxsize=HALOS_KEPT)
def _with_halo(
    text: str, weight: QFont.Weight, ink: int, halo: int, ratio: float, at: tuple[int, int]
) -> QImage:
    """A text and its outline, REACH_PX to each side. Kept: stroking letters takes longer than
    painting a slice."""
    font = theme.font(theme.SMALL_PX, weight)
    metrics = _metrics(weight)
    width = metrics.horizontalAdvance(text) + 2 * REACH_PX
    height = metrics.ascent() + metrics.descent() + 2 * REACH_PX
    picture = _transparent(width, height, ratio)
    path = QPainterPath()
    path.addText(REACH_PX, REACH_PX + metrics.ascent(), font, text)
    pen = QPen(QColor.fromRgba(halo), 2 * REACH_PX)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.strokePath(path, pen)
    painter.setPen(QColor.fromRgba(ink))
    painter.setFont(font)
    painter.drawText(*at, text)
    painter.end()
    return picture


theme.keep_for_one_size(_metrics, _fitted, _box, _chip, _with_halo)
