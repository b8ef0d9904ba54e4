"""Noise whose standard deviation and width are known."""

import numpy as np
import pytest

from station.pet.filters import gaussian
from station.quality.measures.noise import (
    BODY_ALONG,
    COMMON_FWHM_MM,
    GRAIN_ACROSS,
    GRAIN_ALONG,
    LIVER_ACROSS,
    LIVER_ALONG,
    LIVER_COV,
    LIVER_COV_COMMON,
    LUNG_NOISE,
    MUSCLE_NOISE,
    noise_of,
)
from station.quality.organs import Tissue
from tests.quality.measures.made import LEVELS, Made


@pytest.mark.parametrize("noise", [0.05, 0.15, 0.3])
def test_white_noise_has_its_standard_deviation_in_every_organ(noise: float) -> None:
    values = noise_of(Made(noise=noise).scene())
    for quantity in (LIVER_COV, LIVER_ALONG, LIVER_ACROSS, LUNG_NOISE, MUSCLE_NOISE):
        assert values[quantity] == pytest.approx(100 * noise, rel=0.08), quantity.name
    # Of all organs at once: hotter ones add absolute noise, and the level is that of the usual one.
    assert values[BODY_ALONG] == pytest.approx(100 * noise, rel=0.15)


@pytest.mark.simulated
@pytest.mark.parametrize("grain_mm", [6.0, 9.0])
def test_the_width_of_filtered_noise_is_that_of_the_filter(grain_mm: float) -> None:
    values = noise_of(Made(noise=0.1, grain_mm=grain_mm, spacing_mm=(3.0, 3.0, 3.0)).scene())
    assert values[GRAIN_ACROSS] == pytest.approx(grain_mm, rel=0.12)
    assert values[GRAIN_ALONG] == pytest.approx(grain_mm, rel=0.12)


@pytest.mark.simulated
def test_images_of_one_scan_at_different_filters_have_one_cov_at_the_common_width() -> None:
    fine = Made(noise=0.2, grain_mm=5.0, spacing_mm=(3.0, 3.0, 3.0))
    # The filter from 5 to 6.5 mm takes this much of the noise: the ratio of the volumes.
    coarse = Made(noise=0.2 * (5.0 / 6.5) ** 1.5, grain_mm=6.5, spacing_mm=(3.0, 3.0, 3.0))
    first, second = (noise_of(made.scene()) for made in (fine, coarse))
    assert second[LIVER_COV] < 0.75 * first[LIVER_COV]
    assert second[LIVER_COV_COMMON] == pytest.approx(first[LIVER_COV_COMMON], rel=0.15)
    expected = 20 * (5.0 / COMMON_FWHM_MM) ** 1.5
    assert first[LIVER_COV_COMMON] == pytest.approx(expected, rel=0.2)


@pytest.mark.simulated
def test_a_further_filter_makes_no_image_better_at_the_common_width() -> None:
    made = Made(noise=0.3, grain_mm=6.0, spacing_mm=(3.0, 3.0, 3.0))
    pet = made.scene().pet
    first = noise_of(made.scene())
    second = noise_of(made.scene(np.asarray(gaussian(pet, 9.0).voxels, np.float32)))
    assert second[LIVER_COV] < 0.5 * first[LIVER_COV]
    assert second[LIVER_COV_COMMON] == pytest.approx(first[LIVER_COV_COMMON], rel=0.3)


def test_a_slope_through_the_liver_is_not_noise() -> None:
    made = Made(noise=0.1)
    x, _, _ = made.places(made.grid)
    sloping = made.voxels() * (1 + 0.002 * x).astype("float32")
    values = noise_of(made.scene(sloping))
    assert values[LIVER_COV] == pytest.approx(10, rel=0.15)
    assert values[LIVER_ALONG] == pytest.approx(10, rel=0.08)


def test_noise_does_not_depend_on_the_scale_or_the_organs_own_uptake() -> None:
    other = {**LEVELS, Tissue.LIVER: 9.0, Tissue.MUSCLE: 0.3}
    first, second = (noise_of(Made(noise=0.1, levels=levels).scene()) for levels in (LEVELS, other))
    for quantity in (LIVER_COV, MUSCLE_NOISE):
        assert first[quantity] == pytest.approx(second[quantity], rel=0.02)
