from typing import Any

import numpy as np
import pytest
from scipy import stats as untyped_stats

from station.reading.margins import NO_BOUND, against_margin
from station.reading.multi_reader import Sampled, of_scores
from tests.reading import known

stats: Any = untyped_stats


def one_reader(mean: float, seed: int = 1) -> np.ndarray:
    values = np.random.default_rng(seed).normal(0, 0.5, 30)
    return (values - values.mean() + mean)[None]


def test_dl_is_not_inferior_where_the_one_sided_interval_is_above_minus_the_margin():
    found = against_margin(of_scores("a", one_reader(-0.1)), 0.5)
    assert (found.non_inferior, found.superior) == (True, False)
    assert known(found.lower) > -0.5


def test_superiority_needs_the_interval_above_nought():
    found = against_margin(of_scores("a", one_reader(0.6)), 0.5)
    assert (found.non_inferior, found.superior) == (True, True)


def test_a_worse_arm_is_neither():
    found = against_margin(of_scores("a", one_reader(-0.5)), 0.5)
    assert (found.non_inferior, found.superior) == (False, False)
    assert known(found.p_non_inferior) == pytest.approx(0.5)


def test_the_p_values_are_those_of_one_sided_t_tests():
    values = one_reader(0.1)
    found = against_margin(of_scores("a", values), 0.5)
    for null, p in ((-0.5, found.p_non_inferior), (0.0, found.p_superior)):
        expected = stats.ttest_1samp(values[0], null, alternative="greater").pvalue
        assert p == pytest.approx(expected)


@pytest.mark.parametrize("readers", [2, 3])
def test_the_bound_and_the_p_value_say_the_same(readers: int):
    chance = np.random.default_rng(7)
    d = chance.normal(0.3, 0.3, (readers, 1)) + chance.normal(0, 0.6, (readers, 40))
    of = of_scores("abc"[:readers], d)
    low = known(against_margin(of, 1.0).lower)
    assert against_margin(of, -low + 1e-6).p_non_inferior == pytest.approx(0.025, abs=1e-5)
    assert against_margin(of, 1.0).sampled is Sampled.BOTH


def test_without_an_interval_there_is_no_verdict_but_a_sentence():
    found = against_margin(of_scores("ab", np.zeros((2, 4))), 0.5)
    assert (found.non_inferior, found.superior, found.note) == (None, None, NO_BOUND)
