"""The cluster bootstrap: whole cases, the same draws for every figure."""

import numpy as np
import pytest

from station.errors import StationError
from station.reading.bootstrap import draw_cases, natural

CASES = ("case 10", "case 2", "case 1")


def test_each_resample_has_as_many_cases_as_there_are() -> None:
    drawn = draw_cases(CASES, 500)
    assert drawn.cases == ("case 1", "case 2", "case 10")
    assert drawn.draws.shape == (500, 3)
    assert (drawn.draws.sum(axis=1) == 3).all()


def test_the_order_of_the_cases_changes_no_draw_and_the_seed_does() -> None:
    one, other = draw_cases(CASES), draw_cases(reversed(CASES))
    np.testing.assert_array_equal(one.draws, other.draws)
    assert (draw_cases(CASES, seed=1).draws != one.draws).any()


def test_totals_are_sums_over_what_was_drawn() -> None:
    drawn = draw_cases(CASES, 200)
    np.testing.assert_array_equal(drawn.totals(np.ones(3)), np.full(200, 3.0))
    of_first = np.array([1.0, 0.0, 0.0])
    np.testing.assert_array_equal(drawn.totals(of_first), drawn.draws[:, drawn.row_of["case 1"]])


def test_the_interval_of_a_mean_is_as_wide_as_theory_says() -> None:
    values = np.random.default_rng(0).normal(5, 2, 200)
    drawn = draw_cases((f"case {number}" for number in range(200)), 4000)
    interval, caution = drawn.interval(drawn.totals(values) / 200, present=200)
    assert interval is not None
    low, high = interval
    assert low < values.mean() < high
    assert high - low == pytest.approx(2 * 1.96 * values.std() / 200**0.5, rel=0.1)
    assert caution == ""


def test_one_case_has_no_interval() -> None:
    interval, caution = draw_cases(CASES).interval(np.zeros(10), present=1)
    assert interval is None
    assert "too few" in caution


@pytest.mark.parametrize(("undefined", "words"), [(5, "leaves out 5%"), (20, "undefined in 20%")])
def test_resamples_in_which_a_figure_is_undefined_are_said(undefined: int, words: str) -> None:
    replicates = np.linspace(0, 1, 100)
    replicates[:undefined] = np.nan
    interval, caution = draw_cases(CASES).interval(replicates, present=3)
    assert (interval is None) == (undefined > 10)
    assert words in caution


@pytest.mark.parametrize(("resamples", "seed"), [(10, 0), (10**6, 0), (500, -1)])
def test_what_cannot_be_drawn_is_refused(resamples: int, seed: int) -> None:
    with pytest.raises(StationError, match="Choose"):
        draw_cases(CASES, resamples, seed)


def test_numbers_in_names_sort_as_numbers() -> None:
    assert sorted(["b 1", "a 10", "a 9", "a"], key=natural) == ["a", "a 9", "a 10", "b 1"]
