"""What is written over an image: each with a halo, and none over another."""

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from math import floor
from typing import NamedTuple

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


Edges = tuple[float, float, float, float]
"""Left, top, right, bottom: numbers, since thousands of pairs are compared for a picture"""


class Written(NamedTuple):
    """A text that has its place: what a kept picture of it is made by, and where it is drawn."""

    kept: "_Kept"
    text: str
    weight: QFont.Weight
    ink: int
    ground: int
    ratio: float
    inside: tuple[int, int]
    """From the corner to the start of the baseline"""
    corner: tuple[int, int]

    def draw(self, painter: QPainter) -> None:
        painter.drawImage(*self.corner, self.kept(*self[1:7]))


class Filled(NamedTuple):
    """A rectangle of one colour."""

    box: tuple[int, int, int, int]
    """Left, top, width, height"""
    colour: int

    def draw(self, painter: QPainter) -> None:
        painter.fillRect(*self.box, QColor.fromRgba(self.colour))


class Labels:
    """Finds each text of a picture its place, so that none is over another; then draws them all."""

    def __init__(
        self, width: int, height: int, ratio: float = 1.0, taken: Iterable[Edges] = ()
    ) -> None:
        """Of a picture in logical pixels, `ratio` device pixels each; nothing is to be written over
        what is `taken`."""
        self._width, self._height, self._ratio = width, height, ratio
        self._taken = list(taken)
        self._drawn: list[Written | Filled] = []
        self.set_font()

    def set_font(self, weight: QFont.Weight = QFont.Weight.Normal) -> QFontMetricsF:
        """Write in this weight from now on."""
        self._weight = weight
        self.metrics = _metrics(weight)
        return self.metrics

    def draw(self, painter: QPainter) -> None:
        """Draw what has been written."""
        for one in self._drawn:
            one.draw(painter)

    @property
    def taken(self) -> tuple[Edges, ...]:
        """Where nothing more can be written."""
        return tuple(self._taken)

    def reserve(self, box: QRectF) -> None:
        """Nothing is to be written here."""
        self._taken.append(_edges(box))

    def fill(self, left: int, top: int, width: int, height: int, colour: QColor) -> None:
        """A rectangle; it takes no place."""
        self._drawn.append(Filled((left, top, width, height), colour.rgba()))

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
        own = _box(text, self._weight)
        at = self._first_free(own, places)
        if at is None:
            return None
        corner = at - QPointF(REACH_PX, self.metrics.ascent() + REACH_PX)
        self._write(_with_halo, text, corner, at, ink, halo_of(ink))
        return own.translated(at)

    def write_chip(
        self, text: str, places: Iterable[QPointF], ink: QColor, ground: QColor
    ) -> QRectF | None:
        """The same on a patch of its own ground, which fits a little around it."""
        if not text:
            return None
        own = _box(text, self._weight).adjusted(-CHIP_PX, 0, CHIP_PX, 0)
        at = self._first_free(own, places)
        if at is None:
            return None
        box = own.translated(at)
        self._write(_chip, text, box.topLeft(), at, ink, ground)
        return box

    def _first_free(self, own: QRectF, places: Iterable[QPointF]) -> QPointF | None:
        """The first place, now taken, where a box of this size about it lies over no other."""
        left, top, right, bottom = _edges(own)
        is_free = self._is_free
        for at in places:
            x, y = at.toTuple()
            box = (left + x, top + y, right + x, bottom + y)
            if is_free(*box):
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

    def _write(
        self, kept: "_Kept", text: str, corner: QPointF, at: QPointF, ink: QColor, ground: QColor
    ) -> None:
        """The kept picture of a text whose baseline begins at `at`, in whole pixels."""
        left, top = _whole(corner.x()), _whole(corner.y())
        inside = (_whole(at.x()) - left, _whole(at.y()) - top)
        colours = ink.rgba(), ground.rgba()
        self._drawn.append(
            Written(kept, text, self._weight, *colours, self._ratio, inside, (left, top))
        )


_Kept = Callable[[str, QFont.Weight, int, int, float, tuple[int, int]], QImage]
"""(text, weight, its colour, that behind it, device pixels a pixel, start of the baseline)"""


def _whole(value: float) -> int:
    """As Qt rounds where it draws letters."""
    return floor(value + 0.5)


def _edges(box: QRectF) -> Edges:
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
