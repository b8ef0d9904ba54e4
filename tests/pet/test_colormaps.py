"""Colour tables: 256 colours from the lowest shown value to the highest."""

import numpy as np
import pytest
from pydicom.pixels.processing import apply_color_lut

from station.pet.colormaps import ENTRIES, LABELS, NAMES, ColourTable, difference_table, table

WELL_KNOWN_PALETTES = {
    "hot-iron": "1.2.840.10008.1.5.1",
    "pet": "1.2.840.10008.1.5.2",
    "hot-metal-blue": "1.2.840.10008.1.5.3",
    "pet-20-step": "1.2.840.10008.1.5.4",
}
"""PS3.6 Annex B"""

BLACK, WHITE = (0, 0, 0), (255, 255, 255)


def rgb(entry: np.uint32) -> tuple[int, int, int]:
    return int(entry) >> 16 & 0xFF, int(entry) >> 8 & 0xFF, int(entry) & 0xFF


def brightness(colours: ColourTable) -> np.ndarray:
    return np.array([sum(rgb(entry)) for entry in colours])


@pytest.mark.parametrize("name", NAMES)
def test_every_table_is_256_opaque_colours_that_nobody_can_change(name: str):
    colours = table(name)
    assert colours.shape == (ENTRIES,)
    assert colours.dtype == np.uint32
    assert ((colours >> 24) == 0xFF).all()
    assert not colours.flags.writeable


@pytest.mark.parametrize("name", NAMES)
def test_the_inverse_is_the_same_table_backwards(name: str):
    np.testing.assert_array_equal(table(name, inverse=True), table(name)[::-1])


def test_every_table_has_a_name_to_read():
    assert list(LABELS) == list(NAMES)


def test_grey_is_a_ramp_of_equal_steps():
    assert [rgb(entry) for entry in table("grey")] == [(level,) * 3 for level in range(256)]


def test_inverse_grey_shows_nothing_white_and_the_hottest_black():
    colours = table("grey", inverse=True)
    assert (rgb(colours[0]), rgb(colours[-1])) == (WHITE, BLACK)


@pytest.mark.parametrize("name", WELL_KNOWN_PALETTES)
def test_the_palettes_of_dicom_run_from_black_to_white(name: str):
    """PS3.6 Annex B.1"""
    colours = table(name)
    assert (rgb(colours[0]), rgb(colours[-1])) == (BLACK, WHITE)


@pytest.mark.parametrize("name", WELL_KNOWN_PALETTES)
def test_the_palettes_of_dicom_are_those_that_pydicom_knows(name: str):
    levels = np.arange(ENTRIES, dtype=np.uint8)[None]
    published = apply_color_lut(levels, palette=WELL_KNOWN_PALETTES[name])[0]
    assert [rgb(entry) for entry in table(name)] == [tuple(entry) for entry in published.tolist()]


def test_the_20_step_palette_has_20_colours():
    assert len(set(table("pet-20-step").tolist())) == 20


@pytest.mark.parametrize("name", ["grey", "hot-iron"])
def test_in_a_brightness_scale_more_is_never_darker(name: str):
    assert (np.diff(brightness(table(name))) >= 0).all()


def test_the_rainbow_runs_from_black_to_red():
    colours = table("rainbow")
    assert (rgb(colours[0]), rgb(colours[-1])) == (BLACK, (255, 0, 0))


def test_the_difference_is_blue_below_white_at_zero_and_red_above():
    colours = difference_table()
    red_low, _, blue_low = rgb(colours[0])
    red_high, _, blue_high = rgb(colours[-1])
    assert blue_low > red_low
    assert red_high > blue_high
    for middle in colours[[127, 128]]:
        assert min(rgb(middle)) >= 250


def test_the_difference_grows_stronger_with_its_size_in_both_directions():
    from_white = brightness(difference_table())
    assert (np.diff(from_white[:128]) >= 0).all()
    assert (np.diff(from_white[128:]) <= 0).all()
