"""Edges whose width is known."""

from math import isnan

import pytest

from station.quality.measures.sharpness import (
    DOME_TO_SKIN,
    DOME_WIDTH,
    SKIN_WIDTH,
    sharpness_of,
)
from station.quality.organs import Tissue
from tests.quality.measures.made import LEVELS, Made


@pytest.mark.parametrize("blur_mm", [8.0, 12.0, 18.0])
def test_the_width_of_a_blurred_edge_is_that_of_the_blur(blur_mm: float) -> None:
    values = sharpness_of(Made(blur_mm=blur_mm, spacing_mm=(2.0, 4.0, 4.0)).scene())
    assert values[DOME_WIDTH] == pytest.approx(blur_mm, abs=1.5)
    assert values[SKIN_WIDTH] == pytest.approx(blur_mm, abs=2.5)
    assert values[DOME_TO_SKIN] == pytest.approx(1.0, abs=0.3)


def test_noise_leaves_the_width_of_an_edge_as_it_is() -> None:
    quiet, noisy = (
        sharpness_of(Made(blur_mm=10.0, noise=noise, seed=3).scene()) for noise in (0.0, 0.3)
    )
    assert noisy[DOME_WIDTH] == pytest.approx(quiet[DOME_WIDTH], abs=2.0)


def test_there_is_no_edge_where_the_liver_takes_up_no_more_than_the_lung() -> None:
    values = sharpness_of(Made(levels={**LEVELS, Tissue.LIVER: 0.5}).scene())
    assert isnan(values[DOME_WIDTH])
    assert isnan(values[DOME_TO_SKIN])
