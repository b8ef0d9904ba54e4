"""A monotone regression with known ramps."""

import numpy as np
import pytest

from station.quality.measures.quantity import Quantity, Subject, Worse
from station.quality.regression import Namer, Ramps, Regression, worst

NOISE = Quantity("noise", "%", Subject.NOISE, Worse.HIGHER)
SHIFT = Quantity("shift", "mm", Subject.MISFIT, Worse.EITHER)
RAMPS = Ramps(
    np.array([0, 1, 1]),
    np.array([10.0, 2.0, -2.0]),
    np.array([20.0, 6.0, -6.0]),
    np.array([2.0, 1.0, 1.0]),
    np.array([0.25, 0.0, 0.0]),
)


def regression(softness: float) -> Regression:
    cuts = np.array([4.0, 2.0, 0.0, -2.0])
    return Regression((NOISE, SHIFT), RAMPS, np.array([3.0, 1.0, 1.0]), softness, cuts)


def test_a_ramp_rises_from_its_start_to_its_end_and_then_no_further() -> None:
    risen = RAMPS.of(np.array([[5.0, 0.0], [15.0, 4.0], [20.0, -9.0], [90.0, 9.0]]))
    np.testing.assert_allclose(risen, [[0, 0, 0], [0.5, 0.5, 0], [1, 0, 1], [2, 1, 0]])


def test_what_was_not_measured_is_as_in_a_usual_good_image() -> None:
    np.testing.assert_allclose(RAMPS.of(np.array([[np.nan, np.nan]])), [[0.25, 0, 0]])


def test_damage_adds_up_or_the_worst_subject_counts() -> None:
    risen = RAMPS.of(np.array([[20.0, 6.0], [20.0, 0.0], [0.0, 0.0]]))
    np.testing.assert_allclose(regression(np.inf).damage(risen), [4, 3, 0])
    hard = regression(0.01).damage(risen)
    np.testing.assert_allclose(hard, [3, 3, 0], atol=0.01)
    np.testing.assert_allclose(regression(np.inf).above(risen)[0], [0, -2, -4, -6])


@pytest.mark.parametrize("softness", [0.3, 1.0, 5.0, np.inf])
def test_the_damage_is_between_the_worst_and_the_sum_and_never_falls(softness: float) -> None:
    rng = np.random.default_rng(1)
    damages = rng.uniform(0, 4, (200, 5))
    found = worst(damages, softness)
    assert (found >= damages.max(axis=1) - 1e-9).all()
    assert (found <= damages.sum(axis=1) + 1e-9).all()
    more = damages.copy()
    more[:, 2] += 0.5
    assert (worst(more, softness) >= found).all()


def test_a_cause_is_more_probable_the_worse_what_names_it() -> None:
    namer = Namer(("moved",), np.array([-2.0]), np.array([[0.0, 4.0, 4.0]]))
    shares = namer.probabilities(RAMPS.of(np.array([[90.0, 0.0], [0.0, 4.0], [0.0, -9.0]])))
    np.testing.assert_allclose(shares[:, 0], 1 / (1 + np.exp([2.0, 0.0, -2.0])))
