"""What was drawn into an image is found; what a scanner and a body make is not taken for it."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray
from scipy import ndimage

from station.pet.captions import FAINTEST_STEPS, FINE_STEPS, captions

SHAPE = (12, 48, 64)
LETTERS = (
    "11110.10000",
    "10001.10000",
    "10001.10000",
    "10001.10000",
    "10001.10000",
    "10001.10000",
    "11110.11111",
)
"""DL, as a 5 × 7 font has it"""
DL = np.array([[sign == "1" for sign in row] for row in LETTERS])


def pet(seed: int = 1, peak: int = 30_000) -> NDArray[np.int16]:
    """Blurred noise with hot foci, as an image is stored."""
    random = np.random.default_rng(seed)
    values = ndimage.gaussian_filter(random.gamma(2.0, 1.0, SHAPE), 1.2)
    values[6, 20:24, 30:34] *= 8
    values = ndimage.gaussian_filter(values, 0.8)
    return np.rint(values / values.max() * peak).astype(np.int16)


def drawn(
    values: NDArray[np.int16], where: NDArray[np.bool_], value: int, slices: slice
) -> NDArray[np.int16]:
    """`where` (rows, columns) written at row 3, column 5."""
    result = values.copy()
    for plane in result[slices]:
        plane[3 : 3 + where.shape[0], 5 : 5 + where.shape[1]][where] = value
    return result


@pytest.mark.parametrize("seed", range(5))
def test_nothing_is_found_in_a_noisy_image(seed: int):
    assert captions(pet(seed)) == ()


@pytest.mark.parametrize("peak", [40, 300, 3000])
def test_nothing_is_found_where_few_steps_make_values_repeat(peak: int):
    assert captions(pet(peak=peak)) == ()


def test_nothing_is_found_in_an_empty_image():
    assert captions(np.zeros(SHAPE, dtype=np.int16)) == ()


def test_a_hot_plateau_that_the_scanner_clipped_is_no_caption():
    values = pet()
    values[3:9, 20:32, 20:32] = 32767
    values[4, 40:44, 40:52] = 32767
    assert captions(values) == ()


@given(number=st.integers(0, SHAPE[0] - 1), value=st.integers(16_000, 32_767))
def test_bright_letters_in_a_single_slice_are_found(number: int, value: int):
    (found,) = captions(drawn(pet(), DL, value, slice(number, number + 1)))
    assert found == (f"strokes of one bright value in slice {number + 1}, rows 4–10, columns 6–16")


@given(value=st.integers(FAINTEST_STEPS, 32_767))
def test_letters_of_any_brightness_that_stand_in_every_slice_are_found(value: int):
    found = captions(drawn(pet(), DL, value, slice(None)))
    assert any("drawn identically in all slices" in phrase for phrase in found)


def test_letters_drawn_twice_as_large_are_found():
    large = np.kron(DL, np.ones((2, 2), dtype=np.bool_))
    assert captions(drawn(pet(), large, 32_767, slice(2, 3)))


def test_a_ruler_is_found():
    ruler = np.zeros((20, 3), dtype=np.bool_)
    ruler[:, 0] = ruler[::4] = True
    assert captions(drawn(pet(), ruler, 900, slice(None)))


def test_a_grey_scale_is_found():
    values = pet()
    values[:, 5:40, 50:60] = np.linspace(1000, 30_000, 35, dtype=np.int16)[:, None]
    assert captions(values) == (
        "something drawn identically in all slices, rows 6–40, columns 51–60",
    )


def test_a_bar_at_the_edge_is_found():
    values = pet()
    values[:, -6:, :] = 12_000
    assert captions(values)


def test_black_on_white_is_found_too():
    values = np.full(SHAPE, -4 * FINE_STEPS, dtype=np.int16) + pet(peak=20)
    assert captions(drawn(values, DL, -32_000, slice(0, 1)))


def test_many_places_are_counted_rather_than_told():
    found = captions(drawn(pet(), DL, 32_767, slice(0, 7)))
    assert len(found) == 4
    assert found[-1] == "and 4 more places"
