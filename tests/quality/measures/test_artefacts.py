"""Bands, rings, lines and hot air of a known size."""

import numpy as np
import pytest

from station.quality.measures.artefacts import (
    AIR_MEAN,
    AIR_SPREAD,
    BANDS,
    LARGEST_BAND,
    LASTING,
    LIVER_UNEVEN,
    NOTHING_INSIDE,
    RINGS,
    RINGS_TO_USUAL,
    artefacts_of,
)
from tests.quality.measures.made import LEVELS, Made

EVEN = dict.fromkeys(LEVELS, 1.0)
"""No organ begins or ends"""


def test_slices_that_are_too_bright_are_measured_through_noise() -> None:
    made = Made(noise=0.2, levels=EVEN)
    rng = np.random.default_rng(3)
    factor = np.exp(0.04 * rng.standard_normal(made.grid.shape[0]))[:, None, None]
    even, banded = (
        artefacts_of(made.scene((made.voxels() * by).astype(np.float32)))
        for by in (np.ones_like(factor), factor)
    )
    # A slice less the mean of its neighbours: √1.5 of the slices' own standard deviation.
    assert banded[BANDS] == pytest.approx(4 * np.sqrt(1.5), rel=0.3)
    assert even[BANDS] < 0.3 * banded[BANDS]
    assert even[LARGEST_BAND] < 0.5 * banded[LARGEST_BAND]


def test_rings_about_the_axis_stand_out_against_rings_about_other_places() -> None:
    made = Made(noise=0.1)
    x, y, _ = made.places(made.grid)
    ringed = made.voxels() * np.where(np.hypot(x, y) % 24 < 12, 1.05, 0.95)
    even, seen = (
        artefacts_of(made.scene(voxels)) for voxels in (made.voxels(), ringed.astype(np.float32))
    )
    assert seen[RINGS] > 1.3 * even[RINGS]
    assert seen[RINGS_TO_USUAL] > 1.2 * even[RINGS_TO_USUAL]


def test_lines_through_several_slices_are_told_from_noise() -> None:
    made = Made(blur_mm=8.0, levels=EVEN)
    noisy = Made(blur_mm=8.0, noise=0.4, levels=EVEN)
    x, y, _ = made.places(made.grid)
    lines = made.voxels() * np.where((x + 0.6 * y) % 40 < 8, 1.15, 1.0)
    even, noise, lined = (
        artefacts_of(scene)
        for scene in (made.scene(), noisy.scene(), made.scene(lines.astype(np.float32)))
    )
    # A fifth of the body is 15 % hotter, which adds to the edges in squares.
    added = np.sqrt(lined[LASTING] ** 2 - even[LASTING] ** 2)
    assert added == pytest.approx(15 * np.sqrt(0.2 * 0.8), rel=0.4)
    assert noise[LASTING] < 1.3 * even[LASTING]


def test_activity_in_the_air_is_given_relative_to_the_body() -> None:
    made = Made()
    voxels = made.voxels()
    air = voxels == 0
    rng = np.random.default_rng(2)
    voxels[air] = 0.05 + 0.02 * rng.standard_normal(int(air.sum()))
    level = made.scene(voxels).body_level
    values = artefacts_of(made.scene(voxels))
    assert values[AIR_MEAN] == pytest.approx(5 / level, rel=0.05)
    assert values[AIR_SPREAD] == pytest.approx(2 / level, rel=0.35)  # 3 mm slices are averaged


def test_voxels_of_the_body_without_activity_are_counted() -> None:
    made = Made(spacing_mm=(4.0, 4.0, 4.0))
    voxels = made.voxels().copy()
    assert artefacts_of(made.scene())[NOTHING_INSIDE] < 3
    middle = len(voxels) // 2
    voxels[middle - 10 : middle + 10] = 0
    share = 100 * 20 / len(voxels)
    assert artefacts_of(made.scene(voxels))[NOTHING_INSIDE] == pytest.approx(share, abs=3)


def test_a_liver_brighter_on_one_side_is_uneven_and_noise_is_not() -> None:
    made = Made(noise=0.2)
    x, _, _ = made.places(made.grid)
    sloping = made.voxels() * (1 + 0.002 * x).astype(np.float32)
    even, uneven = (artefacts_of(made.scene(v)) for v in (made.voxels(), sloping))
    assert even[LIVER_UNEVEN] < 3
    assert uneven[LIVER_UNEVEN] > 6
