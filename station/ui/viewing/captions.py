"""Where the captions of a picture are written: a function of their words and of the room.

The layout is kept by all that decides it, so a caption can never be that of another image, slice or
window: what is not the same is laid out anew. Only the lines that count the slices change from one
frame to the next, and they are not part of it.
"""

from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QColor, QFont

from station.ui import theme
from station.ui.viewing.labels import CHIP_PX, Edges, Labels, halo_of

SMALL_PANE_PX = 236
"""Below this side a pane leaves out its colour bar and its second caption line."""
WIDE_PANE_PX = 440
"""From this width on a mark has room for all its words."""
MARK_STEPS = 12
"""How many lines above its corner a mark may be written"""
MARGIN_PX = 8
SCALE_BARS_MM = (10, 20, 50, 100, 200, 500)
LAYOUTS_KEPT = 64


class Room(NamedTuple):
    """The picture that is written on, in logical pixels."""

    width: int
    height: int
    ratio: float
    """Device pixels each"""

    @property
    def is_small(self) -> bool:
        return min(self.width, self.height) < SMALL_PANE_PX


class Around(NamedTuple):
    """What is written round a picture, apart from the lines at its top left."""

    on_light: bool
    """Whether the picture's ground is light, so that captions must be dark"""
    is_axial: bool
    """The first pane of a column: it says what small ones leave out"""
    caution: str
    """What makes the numbers doubtful; a click explains it"""
    unlinked: str
    letters: tuple[str, str, str, str]
    """At the left, right, top and bottom edge"""
    bounds: tuple[str, str]
    """Of the colour bar: highest and lowest"""
    scale: tuple[int, int] | None
    """Millimetres and pixels of the scale bar; None: none fits"""
    marks: tuple[str, ...]
    """SYNTHETIC and RESEARCH, in the lower right corner"""


class LaidOut(NamedTuple):
    labels: Labels
    caution: QRectF | None
    """Where the image says that its SUVs are doubtful"""
    bar: QRect | None
    """Where the colours are to be drawn"""


def scale_bar(width: int, mm_per_pixel: float, is_small: bool) -> tuple[int, int] | None:
    """The longest scale bar that fits a picture: its millimetres and its pixels."""
    room = width * (0.5 if is_small else 0.3)
    per_mm = 1 / mm_per_pixel
    fitting = [mm for mm in SCALE_BARS_MM if mm * per_mm <= room]
    return (fitting[-1], round(fitting[-1] * per_mm)) if fitting else None


def write_lines(labels: Labels, lines: list[str], room: Room, on_light: bool) -> None:
    """Window, slice and position, at the top left; a small picture has room for the first."""
    metrics = labels.set_font()
    y = MARGIN_PX + metrics.ascent()
    for caption in lines[:1] if room.is_small else lines:
        text = labels.fitted(caption, room.width - 2 * MARGIN_PX)
        if labels.write(text, [QPointF(MARGIN_PX, y)], _ink(on_light)) is not None:
            y += metrics.height() + 1


@lru_cache(LAYOUTS_KEPT)
def laid_out(around: Around, room: Room, lines: tuple[Edges, ...]) -> LaidOut:
    """The rest of the captions, next to the lines that have their places. Not to be changed."""
    labels = Labels(*room, taken=lines)
    width, height, _ = room
    ink = _ink(around.on_light)
    metrics = labels.set_font()
    line = metrics.height() + 1
    caution = bar = None
    if not room.is_small or around.is_axial:
        caution = _write_cautions(labels, around, width, len(lines) * line)
    left, right, top, bottom = around.letters
    middle = height // 2 - MARGIN_PX
    steps = [0, -line, line, -2 * line, 2 * line]
    across = width - MARGIN_PX - labels.width(right)
    labels.write(left, (QPointF(MARGIN_PX, middle + step) for step in steps), ink)
    labels.write(right, (QPointF(across, middle + step) for step in steps), ink)
    if not room.is_small:
        x = width // 2 + MARGIN_PX  # the crosshair often runs down the middle
        highest = MARGIN_PX + metrics.ascent() + 2 * line
        labels.write(top, (QPointF(x, highest + n * line) for n in range(3)), ink)
        x = width // 2 - MARGIN_PX - labels.width(bottom)
        lowest = height - MARGIN_PX - metrics.descent()
        labels.write(bottom, (QPointF(x, lowest - n * line) for n in range(3)), ink)
        bar = _write_colour_bar(labels, around.bounds, width, height, ink)
    if around.scale is not None:
        _write_scale_bar(labels, *around.scale, height, ink)
    _write_marks(labels, around, room)
    return LaidOut(labels, caution, bar)


theme.keep_for_one_size(laid_out)


def _ink(on_light: bool) -> QColor:
    return theme.ON_LIGHT if on_light else theme.ON_DARK


def _write_cautions(labels: Labels, around: Around, width: int, below: float) -> QRectF | None:
    """What makes the numbers of a pane doubtful, as chips; the box of the one to be clicked."""
    y = MARGIN_PX + labels.metrics.ascent() + below
    line = labels.metrics.height() + 1
    labels.set_font(QFont.Weight.DemiBold)
    explained = None
    for words, is_explained in ((around.caution, True), (around.unlinked, False)):
        text = labels.fitted(words, width - 2 * MARGIN_PX - CHIP_PX)
        places = [QPointF(MARGIN_PX, y + 2)]
        box = labels.write_chip(text, places, theme.MARK, theme.MARK_GROUND)
        if box is not None:
            y += line + 4
            if is_explained:
                explained = box
    labels.set_font()
    return explained


def _write_scale_bar(labels: Labels, mm: int, length: int, height: int, ink: QColor) -> None:
    x, y = MARGIN_PX, height - MARGIN_PX - 3
    box = QRectF(x, y - 3, length + 1, 7)
    if not labels.is_free(box):
        return
    parts = ((x, y, length, 1), (x, y - 3, 1, 7), (x + length, y - 3, 1, 7))
    for left, top, wide, high in parts:
        labels.fill(left - 1, top - 1, wide + 2, high + 2, halo_of(ink))
    for part in parts:
        labels.fill(*part, ink)
    labels.write(f"{mm // 10} cm", [QPointF(x + 4, y - 5)], ink)
    labels.reserve(box)


def _write_colour_bar(
    labels: Labels, bounds: tuple[str, str], width: int, height: int, ink: QColor
) -> QRect:
    """Its frame and its bounds; the box into which its colours go."""
    bar_height = min(200, int(height * 0.28))
    box = QRect(width - MARGIN_PX - 10, height // 7, 9, bar_height)
    edge = box.adjusted(-1, -1, 1, 1)
    labels.fill(edge.x(), edge.y(), edge.width(), edge.height(), ink)
    labels.reserve(QRectF(edge))
    high, low = bounds
    for text, y in ((high, box.top() + labels.metrics.ascent() / 2), (low, box.bottom())):
        labels.write(text, [QPointF(box.left() - 5 - labels.width(text), y)], ink)
    return box


def _write_marks(labels: Labels, around: Around, room: Room) -> None:
    """In every pane that is large enough and in the axial one of every column."""
    marks = () if room.is_small and not around.is_axial else around.marks
    if room.width < WIDE_PANE_PX:
        marks = tuple(mark.split(" · ")[0] for mark in marks)
    ink = theme.RESEARCH_ON_LIGHT if around.on_light else theme.RESEARCH_ON_DARK
    metrics = labels.set_font(QFont.Weight.DemiBold)
    y = room.height - MARGIN_PX - metrics.descent()
    for mark in reversed(marks):
        x = room.width - MARGIN_PX - labels.width(mark)
        line = metrics.height() + 1
        box = labels.write(mark, [QPointF(x, y - n * line) for n in range(MARK_STEPS)], ink)
        y = (y if box is None else box.bottom() - metrics.descent()) - line
