"""A CT that is shifted by a known distance, and metal that is none."""

from math import isnan

import numpy as np
import pytest

from station.quality.measures.misfit import (
    ABOVE_CT_DOME,
    DOME_OFFSET,
    METAL,
    METAL_GLOW,
    OUTSIDE_CT,
    QUANTITIES,
    SHIFT_ACROSS,
    SHIFT_UP,
    SIDES_APART,
    misfit_of,
)
from tests.quality.measures.made import Made


@pytest.mark.parametrize("breath_mm", [0.0, 12.0, 28.0])
def test_a_lower_diaphragm_in_the_ct_is_measured_in_mm(breath_mm: float) -> None:
    values = misfit_of(Made(blur_mm=6.0, breath_mm=breath_mm).scene())
    assert values[DOME_OFFSET] == pytest.approx(breath_mm, abs=3.0)


def test_liver_in_the_lung_of_the_ct_shows_as_uptake_there() -> None:
    fits, not_ = (misfit_of(Made(blur_mm=6.0, breath_mm=mm).scene()) for mm in (0.0, 28.0))
    assert fits[ABOVE_CT_DOME] < 0.4
    assert not_[ABOVE_CT_DOME] > 0.8


@pytest.mark.parametrize("shift_mm", [(16.0, 0.0), (-24.0, 0.0), (0.0, 12.0)])
def test_a_shift_of_the_outlines_is_measured_in_mm(shift_mm: tuple[float, float]) -> None:
    values = misfit_of(Made(shift_mm=shift_mm).scene())
    assert values[SHIFT_ACROSS] == pytest.approx(abs(shift_mm[0]), abs=2.1)
    assert values[SHIFT_UP] == pytest.approx(abs(shift_mm[1]), abs=2.1)
    assert values[OUTSIDE_CT] > 2 * misfit_of(Made().scene())[OUTSIDE_CT]


def test_a_side_that_is_corrected_too_much_is_seen() -> None:
    made = Made()
    x, _, _ = made.places(made.grid)
    tilted = made.voxels() * np.exp(0.001 * x).astype(np.float32)
    even, uneven = (misfit_of(made.scene(voxels)) for voxels in (made.voxels(), tilted))
    assert even[SIDES_APART] < 3
    # Under the skin the two sides are some 270 mm apart.
    assert uneven[SIDES_APART] == pytest.approx(27, rel=0.25)


def test_without_a_ct_nothing_is_said_of_it() -> None:
    values = misfit_of(Made(with_ct=False).scene())
    assert all(isnan(values[quantity]) for quantity in QUANTITIES)


def test_metal_around_which_the_pet_is_too_hot_is_worse_than_metal_alone() -> None:
    made = Made(blur_mm=6.0)
    x, y, z = made.places(made.grid)
    away = np.sqrt((x - 60) ** 2 + y**2 + (z + 520) ** 2)
    hu = np.where(away < 15, 3000.0, made.hu()).astype(np.float32)
    hot = (made.voxels() * np.where(away < 24, 1.5, 1.0)).astype(np.float32)
    none, silent, glowing = (
        misfit_of(scene)
        for scene in (made.scene(), made.scene(hu=hu), made.scene(voxels=hot, hu=hu))
    )
    assert none[METAL] == none[METAL_GLOW] == 0
    assert silent[METAL] == pytest.approx(30, abs=3)
    assert silent[METAL_GLOW] < 1
    assert glowing[METAL_GLOW] == pytest.approx(0.5 * glowing[METAL], rel=0.2)
