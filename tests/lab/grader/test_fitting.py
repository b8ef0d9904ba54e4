"""Fitting to cases whose rule is known."""

import numpy as np
import pytest

from station.lab.grader.fitting import Penalties, fitted, namer_of, ramps_of
from station.quality.measures.quantity import Quantity, Subject, Worse
from station.simulate.grading import BEST

NOISE = Quantity("noise", "%", Subject.NOISE, Worse.HIGHER)
SHIFT = Quantity("shift", "mm", Subject.MISFIT, Worse.EITHER)
CHANCE = Quantity("chance", "", Subject.UPTAKE, Worse.HIGHER)
BETTER = Quantity("better the higher", "", Subject.SHARPNESS, Worse.HIGHER)
EVERY = (NOISE, SHIFT, CHANCE, BETTER)
RNG = np.random.default_rng(5)
VALUES = RNG.normal(0, 1, (1500, 4))
QUALITY = 4.5 - 2.0 * np.maximum(VALUES[:, 0], 0) - 1.5 * np.maximum(np.abs(VALUES[:, 1]) - 1, 0)
ABOVE = (QUALITY[:, None] > np.array([1.5, 2.5, 3.5, 4.49])).astype(float)
VALUES[:, 3] = QUALITY + RNG.normal(0, 0.3, 1500)


@pytest.mark.parametrize("softness", [np.inf, 2.0])
def test_the_rule_is_found_and_chance_is_not_believed(softness: float) -> None:
    learned, held = slice(0, 1000), slice(1000, None)
    found = fitted(EVERY, VALUES[learned], ABOVE[learned], softness=softness)
    above = found.above(found.ramps.of(VALUES[held]))
    assert ((above > 0) == (ABOVE[held] > 0.5)).mean() > 0.9
    weight = {
        quantity.name: found.weights[found.ramps.quantity == number].sum()
        for number, quantity in enumerate(EVERY)
    }
    assert weight["chance"] < 0.1 * weight["noise"]
    # It is worse the lower, which it may not be: it counts for nothing.
    assert weight["better the higher"] < 0.1 * weight["noise"]
    assert (found.weights >= 0).all()


def test_penalties_hold_the_weights_back() -> None:
    free, held = (
        fitted(EVERY, VALUES, ABOVE, penalties=Penalties(squares)).weights
        for squares in (0.1, 100.0)
    )
    assert held.sum() < 0.7 * free.sum()


def test_ramps_lie_where_the_images_are_and_usual_is_that_of_good_ones() -> None:
    ramps = ramps_of(EVERY, VALUES, ABOVE[:, 1])
    of_noise = ramps.quantity == 0
    assert ramps.start[of_noise].min() == pytest.approx(np.quantile(VALUES[:, 0], 0.25))
    assert ramps.end[of_noise].max() == pytest.approx(np.quantile(VALUES[:, 0], 0.97))
    risen = ramps.of(VALUES)
    assert (ramps.usual[of_noise] < risen[:, of_noise].mean(axis=0) + 1e-9).all()
    # Both sides of a quantity that can be too high and too low.
    down = ramps.end < ramps.start
    assert set(ramps.quantity[down]) == {1}


def test_a_cause_is_named_by_its_own_quantities_alone() -> None:
    ramps = ramps_of(EVERY, VALUES, ABOVE[:, 1])
    spoiled = [{"too few counts": 2.0 if noisy else BEST} for noisy in VALUES[:, 0] > 0.8]
    namer = namer_of(EVERY, VALUES, spoiled, ramps)
    place = namer.causes.index("too few counts")
    assert set(ramps.quantity[namer.weights[place] > 0]) == {0}
    shares = namer.probabilities(ramps.of(VALUES))[:, place]
    assert shares[VALUES[:, 0] > 1.2].min() > 0.5 > shares[VALUES[:, 0] < 0].max()
