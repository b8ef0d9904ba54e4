"""Captions are kept by what they say: a stale one would be a wrong label on an image."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtGui import QImage, QPainter

from station.app.preferences import Preferences, ThemeName
from station.app.state import Link, Placing
from station.pet.voi import Sphere
from station.pet.volume import Unit
from station.ui import theme
from station.ui.viewing.captions import (
    SCALE_BARS_MM,
    Around,
    Room,
    laid_out,
    scale_bar,
    write_lines,
)
from station.ui.viewing.labels import Labels
from station.ui.window import ReadingWindow
from tests.made_up import studies
from tests.ui.gestures import CTRL, pane, press, wheel
from tests.ui.viewing.test_viewport import drawn_texts

ROOM = Room(600, 500, 1.0)
AROUND = Around(
    on_light=True,
    is_axial=True,
    caution="weight typed",
    unlinked="",
    letters=("R", "L", "A", "P"),
    bounds=("7", "0"),
    scale=(50, 120),
    marks=("SYNTHETIC",),
)
OTHERWISE: dict[str, Any] = {
    "on_light": False,
    "caution": "no SUV",
    "unlinked": "slices not linked",
    "letters": ("A", "P", "S", "I"),
    "bounds": ("7.5", "0"),
    "scale": (100, 120),
    "marks": ("SYNTHETIC", "RESEARCH · not for diagnosis"),
}


def picture(around: Around, room: Room = ROOM, lines: tuple[str, ...] = ()) -> NDArray[np.uint8]:
    """The captions over grey, as levels of the pixels."""
    drawn = QImage(room.width, room.height, QImage.Format.Format_RGB32)
    drawn.fill(0xFF808080)
    written = Labels(*room)
    write_lines(written, list(lines), room, around.on_light)
    painter = QPainter(drawn)
    written.draw(painter)
    laid_out(around, room, written.taken).labels.draw(painter)
    painter.end()
    return np.frombuffer(drawn.constBits(), np.uint8).copy()


@pytest.mark.parametrize("changed", OTHERWISE)
def test_a_caption_changes_when_what_it_says_changes(changed: str) -> None:
    before = picture(AROUND)
    assert (picture(AROUND) == before).all()
    assert (picture(AROUND._replace(**{changed: OTHERWISE[changed]})) != before).any()
    assert (picture(AROUND) == before).all()


def test_what_is_the_same_is_laid_out_once() -> None:
    again = Around(*AROUND)
    assert again is not AROUND
    assert laid_out(again, ROOM, ()) is laid_out(AROUND, ROOM, ())


@pytest.mark.parametrize("room", [Room(601, 500, 1.0), Room(600, 501, 1.0), Room(600, 500, 1.5)])
def test_another_room_is_another_layout(room: Room) -> None:
    assert laid_out(AROUND, room, ()) is not laid_out(AROUND, ROOM, ())


def test_the_rest_keeps_off_the_lines_above_it() -> None:
    lines = Labels(*ROOM)
    write_lines(lines, ["SUVbw · 0–7", "Slice 13/24 · S 146.0 mm"], ROOM, on_light=True)
    below = max(bottom for *_, bottom in lines.taken)
    free, next_to = laid_out(AROUND, ROOM, ()), laid_out(AROUND, ROOM, lines.taken)
    assert free.caution is not None
    assert next_to.caution is not None
    assert free.caution.top() < below <= next_to.caution.top()


def test_another_text_size_is_another_layout() -> None:
    before = laid_out(AROUND, ROOM, ())
    try:
        theme.apply_look(replace(Preferences(), text_percent=150))
        larger = laid_out(AROUND, ROOM, ())
        assert before.caution is not None
        assert larger.caution is not None
        assert larger.caution.height() > 1.3 * before.caution.height()
    finally:
        theme.apply_look(Preferences())
    assert laid_out(AROUND, ROOM, ()).caution == before.caution


def test_an_image_carries_the_same_captions_in_every_theme() -> None:
    before = picture(AROUND)
    try:
        for name in ThemeName:
            theme.apply_look(replace(Preferences(), theme=name))
            assert (picture(AROUND) == before).all()
    finally:
        theme.apply_look(Preferences())


@pytest.mark.parametrize("mm_per_pixel", [0.05, 0.3, 1.0, 2.7, 9.0])
def test_the_scale_bar_is_the_longest_that_fits(mm_per_pixel: float) -> None:
    found = scale_bar(600, mm_per_pixel, is_small=False)
    fitting = [mm for mm in SCALE_BARS_MM if mm / mm_per_pixel <= 180]
    assert (None if found is None else found[0]) == max(fitting, default=None)
    if found is not None:
        assert found[1] == pytest.approx(found[0] / mm_per_pixel, abs=0.5)


def test_what_is_written_follows_every_change_of_what_is_shown(window: ReadingWindow) -> None:
    axial = pane(window, 0, "axial")
    first = drawn_texts(axial)
    assert drawn_texts(axial) == first
    wheel(axial, 1)
    assert "Slice 14/24 · S 152.0 mm" in drawn_texts(axial)
    wheel(axial, -1)
    before = {text for text in drawn_texts(axial) if text.endswith(" cm")}
    wheel(axial, 12, modifiers=CTRL)
    after = {text for text in drawn_texts(axial) if text.endswith(" cm")}
    assert before != after, "the scale bar follows the zoom"
    window.desk.session.set(links=window.desk.state.links - {Link.SLICE})
    assert "slices not linked" in drawn_texts(axial)
    marks = {"SYNTHETIC", "RESEARCH · not for diagnosis"}
    press(window, "3", CTRL)
    assert marks & set(drawn_texts(pane(window, 0, "axial"))) == {"SYNTHETIC"}
    press(window, "b")
    assert marks <= set(drawn_texts(pane(window, 1, "axial")))


def test_a_blinded_reader_sees_no_caution_that_was_written_before(window: ReadingWindow) -> None:
    axial = pane(window, 0, "axial")
    image = axial.image
    assert image is not None
    assert image.conversion is not None
    doubtful = replace(image, conversion=replace(image.conversion, warnings=("Is it?",)))
    images = window.desk.state.images.with_(image.series.key, doubtful)
    window.desk.session.set(images=images)
    assert "SUV with caution" in drawn_texts(axial)
    window.desk.session.set(blinded=True)
    assert "SUV with caution" not in drawn_texts(axial)


@pytest.mark.parametrize(
    ("field", "value", "shown"),
    [("name", "Other", "Other · SUVmax"), ("shape", None, "Focus · SUVmax"), ("hidden", True, "")],
)
def test_a_voi_is_written_next_to_as_it_now_is(
    window: ReadingWindow, field: str, value: object, shown: str
) -> None:
    axial = pane(window, 0, "axial")
    desk = window.desk
    desk.workflow.vois.place(studies.LESION_MM, Placing(1.0))
    desk.workflow.place_crosshair(0, studies.LESION_MM)
    (voi,) = desk.state.vois
    desk.session.set(vois=(replace(voi, name="Focus"),))
    (before,) = [text for text in drawn_texts(axial) if text.startswith("Focus")]
    x, y, z = studies.LESION_MM
    if field == "shape":
        value = Sphere((x + 8, y, z), 1.0)
    desk.session.set(vois=(replace(desk.state.vois[0], **{field: value}),))
    after = [text for text in drawn_texts(axial) if "SUVmax" in text]
    assert before not in after
    assert [text for text in after if shown and text.startswith(shown)] == after


def test_the_number_next_to_a_voi_follows_the_image_under_it(window: ReadingWindow) -> None:
    axial = pane(window, 0, "axial")
    desk = window.desk
    desk.workflow.vois.place(studies.LESION_MM, Placing(1.0))
    desk.workflow.place_crosshair(0, studies.LESION_MM)
    (before,) = [text for text in drawn_texts(axial) if "SUVmax" in text]
    desk.session.set(suv_unit=Unit.SUV_LBM)
    (after,) = [text for text in drawn_texts(axial) if "SULmax" in text]
    assert after.rpartition(" ")[2] != before.rpartition(" ")[2]
    assert not [text for text in drawn_texts(axial) if "SUVmax" in text]
