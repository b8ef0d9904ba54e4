"""What is written over an image: a number is whole or not there, and nothing is over anything."""

from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter

from station.ui import theme
from station.ui.viewing.labels import DARK_HALO, LIGHT_HALO, Labels, fitted, halo_of

CAPTION = "no SUV · Bq/mL · 0–12,345 (100 % of the peak)"


def metrics() -> QFontMetricsF:
    return QFontMetricsF(theme.font(theme.SMALL_PX))


@pytest.mark.parametrize("kept", [CAPTION, "no SUV · Bq/mL · 0–12,345", "no SUV · Bq/mL", "no SUV"])
def test_a_caption_gives_way_in_whole_parts(kept: str) -> None:
    width = metrics().horizontalAdvance(kept)
    assert fitted(CAPTION, width, metrics()) == kept


def test_words_are_cut_at_last_and_numbers_never() -> None:
    width = metrics().horizontalAdvance("no S…")
    assert fitted(CAPTION, width, metrics()).endswith("…")
    assert fitted("Slice 13/24 · S 146.0 mm", width, metrics()) == ""


@pytest.mark.parametrize("column", range(2, 400, 7))
def test_no_width_leaves_half_a_number(column: int) -> None:
    shown = fitted("SUVbw · 0–12.5", column, metrics())
    assert shown in ("SUVbw · 0–12.5", "SUVbw") or shown.endswith("…") or shown == ""


def test_a_text_goes_to_the_next_place_that_is_free_and_is_left_out_where_none_is() -> None:
    labels = Labels(200, 100)
    places = [QPointF(10, y) for y in (20, 24, 40)]
    ink = QColor("white")
    boxes = [labels.write(f"name {number}", places, ink) for number in range(3)]
    assert boxes[2] is None
    first, second = boxes[:2]
    assert first is not None
    assert second is not None
    assert not first.intersects(second)
    assert second.top() > first.bottom()


def test_nothing_is_written_over_the_edge_or_into_a_reserved_place() -> None:
    labels = Labels(60, 40)
    assert labels.write("far too long for this", [QPointF(5, 20)], QColor("white")) is None
    labels.reserve(QRectF(0, 0, 60, 40))
    assert labels.write("x", [QPointF(5, 20)], QColor("white")) is None


@pytest.mark.parametrize("ground", ["white", "black", "#808080"])
@pytest.mark.parametrize("ink", [theme.ON_LIGHT, theme.ON_DARK, theme.RESEARCH_ON_LIGHT])
def test_letters_stand_out_on_any_ground_because_of_their_halo(ground: str, ink: QColor) -> None:
    picture = QImage(120, 30, QImage.Format.Format_RGB32)
    picture.fill(QColor(ground))
    labels = Labels(120, 30)
    labels.write("SUVbw", [QPointF(10, 20)], ink)
    painter = QPainter(picture)
    labels.draw(painter)
    painter.end()
    raw = np.frombuffer(picture.constBits(), np.uint8).reshape(30, 120, 4)[..., :3]
    light = raw.mean(axis=2)
    assert np.ptp(light) > 90, "letters and halo differ wherever they are"


def test_the_halo_is_what_the_ink_can_be_read_on() -> None:
    assert halo_of(theme.ON_LIGHT) == LIGHT_HALO
    assert halo_of(theme.ON_DARK) == DARK_HALO
    assert [halo_of(QColor(c)) for c in ("#000000", "#ffffff")] == [LIGHT_HALO, DARK_HALO]
    assert all(a != b for a, b in pairwise((DARK_HALO, LIGHT_HALO)))
