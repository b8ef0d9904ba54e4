"""Intraclass correlations and Krippendorff's alpha, on published numbers."""

import numpy as np
import pytest

from station.reading.agreement import Ratings
from station.reading.bootstrap import draw_cases
from station.reading.reliability import (
    ALL_ALIKE,
    NO_PAIR,
    ONE_ITEM,
    ONE_SCORE,
    intraclass,
    krippendorff,
)
from tests.reading import known

FEW = 200
SHROUT_FLEISS = [
    [9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7],
]  # fmt: skip
"""Four judges of six targets, Psychol. Bull. 86 (1979) 420, table 2"""
KRIPPENDORFF = [
    "111", "2232", "3333", "3333", "2222", "1234", "4444", "1121", "2222", "555", "11", "3",
]  # fmt: skip
"""Values of each unit by those of four observers who saw it; Krippendorff, "Computing
Krippendorff's alpha-reliability" (2011), section C: 12 units with missing values"""


def of(scores: list[list[int]]) -> Ratings:
    return Ratings(np.array(scores), np.arange(len(scores)), 11)


def bootstrap(cases: int):
    return draw_cases((f"{case:03d}" for case in range(cases)), FEW)


def counts_of(units: list[str]) -> np.ndarray:
    return np.array([[unit.count(score) for score in "12345"] for unit in units])


def test_shrout_and_fleiss_own_judges_have_0_29_and_0_62():
    single, average = intraclass(of(SHROUT_FLEISS), bootstrap(6))
    assert single.value == pytest.approx(0.2898, abs=5e-5)
    assert average.value == pytest.approx(0.6201, abs=5e-5)


def test_their_interval_is_that_of_mcgraw_and_wong():
    """As in the R packages psych and irr: 0.0188 to 0.7611, and of the mean 0.0711 to 0.9272."""
    single, average = intraclass(of(SHROUT_FLEISS), bootstrap(6))
    assert single.ci_analytic == pytest.approx((0.0188, 0.7611), abs=5e-4)
    assert average.ci_analytic == pytest.approx((0.0711, 0.9272), abs=5e-4)


def test_krippendorffs_own_units_have_an_ordinal_alpha_of_0_815():
    found = krippendorff(counts_of(KRIPPENDORFF), np.arange(12), bootstrap(12))
    assert found.value == pytest.approx(0.815, abs=5e-4)
    assert found.n == 11, "one unit has one value"


def test_readers_who_always_agree_have_one_of_everything():
    scores = [[1, 1], [3, 3], [5, 5], [2, 2]]
    single, average = intraclass(of(scores), bootstrap(4))
    counts = np.array([np.bincount(pair, minlength=6)[1:] for pair in scores])
    assert (single.value, average.value) == (pytest.approx(1), pytest.approx(1))
    assert krippendorff(counts, np.arange(4), bootstrap(4)).value == pytest.approx(1)


def test_a_reader_who_scores_a_point_higher_agrees_less():
    """It is agreement, not correlation: a constant difference counts."""
    alike, higher = of([[1, 1], [3, 3], [4, 4]]), of([[1, 2], [3, 4], [4, 5]])
    assert known(intraclass(higher, bootstrap(3))[0].value) < 0.9
    assert intraclass(alike, bootstrap(3))[0].value == pytest.approx(1)


def test_the_bootstrap_intervals_are_those_of_the_figure_on_each_resample():
    chance = np.random.default_rng(3)
    scores = np.clip(chance.integers(1, 5, (12, 1)) + chance.integers(0, 2, (12, 3)), 1, 5)
    resamples = bootstrap(12)
    single = intraclass(of(scores.tolist()), resamples)[0]
    again = []
    for draw in resamples.draws:
        repeated = np.repeat(scores, draw, axis=0)
        own = draw_cases((f"{case:03d}" for case in range(len(repeated))), FEW)
        value = intraclass(of(repeated.tolist()), own)[0].value
        again.append(np.nan if value is None else value)
    assert single.ci == pytest.approx(tuple(np.nanquantile(again, [0.025, 0.975])))


def test_what_has_no_spread_or_no_pairs_is_a_sentence():
    assert intraclass(of([[3, 3], [3, 3]]), bootstrap(2))[0].note == ALL_ALIKE
    assert intraclass(of([[3, 4]]), bootstrap(1))[0].note == ONE_ITEM
    nothing = krippendorff(counts_of(["1", "2"]), np.arange(2), bootstrap(2))
    assert (nothing.value, nothing.note) == (None, NO_PAIR)
    alike = krippendorff(counts_of(["33", "33"]), np.arange(2), bootstrap(2))
    assert (alike.value, alike.note) == (None, ONE_SCORE)
