"""Telling two kinds of cases apart: AUC, ROC, rates, their intervals, on numbers done by hand."""

from math import isnan

import numpy as np
import pytest
from scipy import stats

from station.lab.grader.discrimination import (
    ALL_ALIKE,
    NO_SPREAD,
    ONE_KIND,
    Matrix,
    Sample,
    auc,
    auc_gain,
    auc_of,
    draw_of,
    draw_of_both,
    mean_roc,
    rates,
    roc,
    share,
)
from station.lab.requirements import printed
from station.reading.agreement import Estimate
from station.reading.bootstrap import draw_cases

POSITIVE, NEGATIVE = (0.9, 0.8, 0.4), (0.7, 0.3)


def sample(positive=POSITIVE, negative=NEGATIVE) -> Sample:
    scores = np.array([*positive, *negative])
    patients = tuple(f"patient {number}" for number in range(len(scores)))
    return Sample(patients, np.arange(len(scores)) < len(positive), scores)


def random_sample(count: int, apart: float, seed: int = 1) -> Sample:
    rng = np.random.default_rng(seed)
    positive = rng.random(count) < 0.4
    scores = rng.normal(0, 1, count) + apart * positive
    return Sample(tuple(f"patient {n}" for n in range(count)), positive, scores)


def test_auc_is_the_share_of_pairs_in_the_right_order():
    assert auc_of(sample()) == pytest.approx(5 / 6)


def test_equal_scores_count_half():
    assert auc_of(sample((0.5, 0.9), (0.5,))) == 0.75
    assert auc_of(sample((0.5, 0.5), (0.5, 0.5))) == 0.5


def test_auc_is_the_mann_whitney_statistic_of_scipy():
    one = random_sample(200, 1.0)
    ones, others = one.score[one.positive], one.score[~one.positive]
    found = stats.mannwhitneyu(ones, others).statistic / (len(ones) * len(others))
    assert auc_of(one) == pytest.approx(found)


def test_without_two_kinds_there_is_no_auc():
    only = sample(POSITIVE, ())
    assert isnan(auc_of(only))
    assert auc(only) == Estimate(None, n=3, note=ONE_KIND)
    with pytest.raises(ValueError, match="two kinds"):
        roc(only)


def test_the_analytic_interval_is_delongs():
    # Placements of the positive 1, 1, ½: variance 1/12; of the negative ⅔, 1: 1/18.
    error = np.sqrt(1 / 12 / 3 + 1 / 18 / 2)
    assert auc(sample()).ci_analytic == pytest.approx((5 / 6 - 1.959964 * error, 1.0))


def test_the_bootstrap_interval_is_near_delongs_for_many_cases():
    found = auc(random_sample(400, 1.2))
    assert found.ci == pytest.approx(found.ci_analytic, abs=0.01)


def test_no_interval_where_every_pair_is_in_order():
    found = auc(sample((0.8, 0.9), (0.1, 0.2)))
    assert (found.value, found.ci, found.ci_analytic) == (1.0, None, None)
    assert found.note == NO_SPREAD


def test_the_order_of_the_rows_changes_no_interval():
    one = random_sample(60, 1.0)
    turned = Sample(one.patients[::-1], one.positive[::-1], one.score[::-1])
    assert auc(one).ci == pytest.approx(auc(turned).ci)


def test_patients_are_drawn_within_their_kind():
    drawn = draw_of_both({f"patient {n}": n < 3 for n in range(12)})
    assert drawn.cases == tuple(f"patient {n}" for n in range(12))
    assert (drawn.draws[:, :3].sum(axis=1) == 3).all()
    assert (drawn.draws[:, 3:].sum(axis=1) == 9).all()


def test_both_kinds_are_not_drawn_alike():
    drawn = draw_of_both({f"patient {n}": n < 5 for n in range(10)})
    assert not np.array_equal(drawn.draws[:, :5], drawn.draws[:, 5:])


def test_rows_of_one_patient_are_drawn_together():
    patients = ("a", "a", "b", "c")
    drawn = draw_cases(patients).weights(patients)
    assert np.array_equal(drawn[:, 0], drawn[:, 1])
    assert not np.array_equal(drawn[:, 0], drawn[:, 2])


def test_a_patient_of_both_kinds_is_a_mistake():
    with pytest.raises(ValueError, match="both kinds"):
        draw_of(Sample(("a", "a"), np.array([True, False]), np.array([0.1, 0.2])))


def test_a_score_that_is_no_number_is_refused():
    with pytest.raises(ValueError, match="finite"):
        sample((np.nan,), (0.5,))


def test_two_scores_of_the_same_cases_are_compared_in_the_same_draws():
    one = random_sample(80, 1.0)
    shifted = Sample(one.patients, one.positive, 3 * one.score + 1)
    assert auc_gain(one, shifted).ci == (0.0, 0.0)
    other = Sample(one.patients, one.positive, random_sample(80, 0.0, 2).score)
    found = auc_gain(one, other)
    assert found.value == pytest.approx(auc_of(one) - auc_of(other))
    assert found.value is not None
    assert found.ci is not None
    assert found.ci[0] < found.value < found.ci[1]


def test_scores_of_other_cases_are_not_compared():
    with pytest.raises(ValueError, match="same cases"):
        auc_gain(sample(), random_sample(5, 1.0))


def test_the_area_under_the_roc_curve_is_the_auc():
    for one in (sample(), random_sample(50, 0.7), sample((0.5, 0.9), (0.5, 0.5, 0.1))):
        x, y = roc(one)
        assert (x[0], y[0], x[-1], y[-1]) == (0, 0, 1, 1)
        assert np.trapezoid(y, x) == pytest.approx(auc_of(one))


def test_the_mean_of_one_curve_is_that_curve():
    curve = (np.array([0, 0, 0.5, 0.5, 1]), np.array([0, 0.5, 0.5, 1, 1]))
    x, y = mean_roc([curve, curve])
    assert (x[0], y[0], y[1]) == (0, 0, 0.5)
    assert y[np.searchsorted(x, 0.25)] == 0.5
    assert y[np.searchsorted(x, 0.5)] == 1.0


def test_the_mean_curve_lies_halfway_between_two():
    perfect = (np.array([0.0, 0.0, 1.0]), np.array([0.0, 1.0, 1.0]))
    chance = (np.array([0.0, 1.0]), np.array([0.0, 1.0]))
    x, y = mean_roc([perfect, chance])
    assert y[1:] == pytest.approx((1 + x[1:]) / 2)


def test_rates_are_shares_of_what_is_positive_and_negative():
    found = rates(sample(), np.array([True, True, False, True, False]))
    assert found.matrix == Matrix(found=2, missed=1, alarmed=1, passed=1)
    assert found.sensitivity.value == pytest.approx(2 / 3)
    assert found.specificity.value == 0.5
    assert found.accuracy.value == pytest.approx(3 / 5)
    assert (found.sensitivity.n, found.specificity.n, found.accuracy.n) == (3, 2, 5)


def test_matrices_add_up():
    assert Matrix(1, 2, 3, 4) + Matrix(4, 3, 2, 1) == Matrix(5, 5, 5, 5)


def test_a_rate_without_cases_is_none():
    assert rates(sample(POSITIVE, ()), np.array([True] * 3)).specificity.value is None


def test_a_share_of_all_has_the_exact_binomial_interval():
    names = [f"patient {n}" for n in range(20)]
    found = share(np.ones(20, np.bool_), names, draw_cases(names))
    assert found.ci == pytest.approx((0.025 ** (1 / 20), 1.0))
    assert found.note == ALL_ALIKE


def test_the_bootstrap_interval_of_a_share_is_the_binomials_for_many_cases():
    names = [f"patient {n}" for n in range(400)]
    found = share(np.arange(400) % 4 == 0, names, draw_cases(names))
    reach = 1.96 * np.sqrt(0.25 * 0.75 / 400)
    assert found.ci == pytest.approx((0.25 - reach, 0.25 + reach), abs=0.006)


def test_a_figure_is_told_with_its_interval_or_without():
    assert printed(Estimate(0.9, (0.85, 0.95), n=40)) == "0.900 (0.850 to 0.950; n = 40)"
    assert printed(Estimate(1.0, None, n=4)) == "1.000 (no interval; n = 4)"
    assert printed(Estimate(None)) == "–"
    assert printed(Estimate(0.02, (-0.0001, 0.05), n=9)) == "0.020 (0.000 to 0.050; n = 9)"
