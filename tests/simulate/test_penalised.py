"""Penalised likelihood: its prior is the one that is written, and it smooths as it should."""

from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray

from station.simulate.clinics import Method
from station.simulate.degrade import Plan
from station.simulate.examination import HEADLESS, Examination, examine
from station.simulate.penalised import GAMMA, prior_gradient
from tests.made_up.kept import kept
from tests.simulate.test_examination import COARSE, SEED, patient

SHAPE = (5, 6, 7)


def energy(image: NDArray[np.float64]) -> float:
    """The prior as J. Nuyts et al. write it, over the neighbours along each axis."""
    total = 0.0
    for axis in range(3):
        a = np.take(image, range(1, image.shape[axis]), axis)
        b = np.take(image, range(image.shape[axis] - 1), axis)
        total += float(((a - b) ** 2 / (a + b + GAMMA * np.abs(a - b))).sum())
    return total


def test_the_gradient_is_the_derivative_of_the_prior() -> None:
    rng = np.random.default_rng(5)
    image = rng.uniform(0.5, 4.0, SHAPE)
    gradient = prior_gradient(image.astype(np.float32))
    for place in ((0, 0, 0), (2, 3, 4), (4, 5, 6), (1, 0, 3)):
        step = np.zeros(SHAPE)
        step[place] = 1e-4
        slope = (energy(image + step) - energy(image - step)) / 2e-4
        assert gradient[place] == pytest.approx(slope, abs=2e-3)


def test_a_uniform_image_is_not_pulled_anywhere() -> None:
    assert not prior_gradient(np.full(SHAPE, 2.5, dtype=np.float32)).any()


def test_the_pull_is_relative_to_the_uptake() -> None:
    image = np.random.default_rng(6).uniform(0.5, 4.0, SHAPE).astype(np.float32)
    np.testing.assert_allclose(prior_gradient(image), prior_gradient(image * 8), atol=1e-4)


@kept
def scanned(penalty: float) -> Examination:
    clinic = replace(COARSE, method=Method.PENALISED, penalty=penalty, filter_fwhm_mm=0.0)
    plan = Plan()
    return examine(patient(plan), plan, SEED, clinic=clinic, coverage=HEADLESS, measure_noise=True)


@pytest.mark.simulated
def test_a_higher_penalty_leaves_less_noise_and_the_same_uptake() -> None:
    weak, strong = scanned(2.0), scanned(60.0)
    assert weak.measured_noise_percent is not None
    assert strong.measured_noise_percent is not None
    assert strong.measured_noise_percent < 0.75 * weak.measured_noise_percent
    total = [float(found.image.voxels.sum()) for found in (weak, strong)]
    assert total[0] == pytest.approx(total[1], rel=0.05)
