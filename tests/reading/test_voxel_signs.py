"""A rule on stored values is tried on the cases that it has not learned from."""

from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from station.reading.voxel_signs import (
    HIDDEN,
    PICTURE,
    Numbers,
    check_signs,
    numbers,
)

SLOPE = 2.0**-10
LIMIT = 20.0


def stored(seed: int, noise: float = 0.1, lowest: float = 0.0) -> NDArray[np.int16]:
    """A block of SUV 1 in air of 0, with a hot end; values in steps of SLOPE."""
    rng = np.random.default_rng(seed)
    suv = np.zeros((6, 40, 40))
    suv[:, 8:32, 8:32] = 1 + 0.01 * rng.normal()
    suv[:, 8:11, 8:32] = 0.3
    suv[:, 14, 10:30] = 8
    suv[:, 8:32, 8:32] += rng.normal(0, 0.03, (6, 24, 24))
    suv[:, 12:28, 12:28] += rng.normal(0, noise, (6, 16, 16))
    suv[:, 20, 20] = lowest
    return np.rint(suv / SLOPE).astype(np.int16)


def of(values: NDArray[Any]) -> Numbers:
    return numbers(values, SLOPE, LIMIT)


def test_every_number_is_taken_from_every_image():
    taken = of(stored(1))
    assert set(taken) == {*HIDDEN, *PICTURE}
    assert all(np.isfinite(value) for value in taken.values())
    assert of(np.zeros((3, 8, 8), dtype=np.int16))["largest value"] == 0


def test_the_numbers_are_those_of_the_values():
    taken = of(stored(1, lowest=-0.25))
    assert taken["lowest value"] == -0.25
    assert taken["share of voxels below 0"] == pytest.approx(6 / 9600)
    assert taken["noise inside the body"] > of(stored(1, noise=0.02))["noise inside the body"]
    assert taken["largest value above the window"] == 0
    assert of(stored(1) * 4)["smallest step"] == 4 * SLOPE
    assert of(stored(1) * 2)["share of odd values"] == 0


def test_alike_images_are_guessed_as_by_chance():
    taken = [of(stored(n)) for n in range(240)]
    areas: list[float] = []
    chances: list[float] = []
    for study in range(6):
        images = taken[40 * study : 40 * (study + 1)]
        checked = check_signs(list(zip(images[::2], images[1::2], strict=True)))
        assert checked is not None
        areas.append(checked.hidden.auc)
        chances.append(checked.hidden.p)
    assert sum(p <= 0.05 for p in chances) <= 2, chances
    assert 0.35 <= float(np.mean(areas)) <= 0.65, areas


def test_a_value_below_0_in_one_arm_is_found_and_named():
    pairs = [(of(stored(2 * n)), of(stored(2 * n + 1, lowest=-0.3))) for n in range(12)]
    checked = check_signs(pairs)
    assert checked is not None
    assert checked.hidden.auc == 1
    assert checked.hidden.p <= 0.01
    assert checked.best_right == 12
    assert checked.finding == (
        "a rule on air, signs, steps and range of the stored values tells the arms in 12 of 12 "
        "cases"
    )


def test_noise_inside_the_body_is_counted_apart_and_is_not_a_finding():
    pairs = [(of(stored(2 * n)), of(stored(2 * n + 1, noise=0.03))) for n in range(12)]
    checked = check_signs(pairs)
    assert checked is not None
    assert checked.picture.auc == 1
    assert checked.finding is None


def test_equal_images_are_a_toss_up():
    same = [(of(stored(n)), of(stored(n))) for n in range(4)]
    checked = check_signs(same)
    assert checked is not None
    assert checked.hidden.auc == checked.picture.auc == 0.5


def test_too_few_cases_teach_nothing():
    assert check_signs([(of(stored(1)), of(stored(2)))] * 2) is None


def test_chance_is_what_swapped_arms_give():
    taken = [of(stored(n)) for n in range(40)]
    checked = check_signs(list(zip(taken[::2], taken[1::2], strict=True)))
    assert checked is not None
    low, high = checked.hidden.chance
    assert 0.15 <= low <= 0.35
    assert 0.65 <= high <= 0.9
