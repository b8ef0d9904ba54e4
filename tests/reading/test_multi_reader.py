"""Readers and cases as samples: against R's mixed model, by laws, and where there is nothing."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats as untyped_stats

from station.reading.multi_reader import (
    Method,
    MultiReader,
    Sampled,
    Test,
    both_sampled_p,
    generalized_p,
    jackknife_covariances,
    of_effects,
    of_scores,
    one_sided_p,
)
from tests.reading import in_r, known

stats: Any = untyped_stats

Test.__test__ = False  # pyright: ignore[reportAttributeAccessIssue]  a test of the analysis


def differences(readers: int, cases: int, seed: int = 1, reader_sd: float = 0.3) -> np.ndarray:
    """DL − conventional, with readers and cases that differ in it."""
    chance = np.random.default_rng(seed)
    of_reader = chance.normal(0.4, reader_sd, (readers, 1))
    of_case = chance.normal(0, 0.4, (1, cases))
    return of_reader + of_case + chance.normal(0, 0.6, (readers, cases))


def test_named(found: MultiReader, method: Method) -> Test:
    return next(test for test in found.tests if test.method is method)


test_named.__test__ = False  # pyright: ignore[reportFunctionMemberAccess]


def test_the_first_test_of_three_readers_is_hillis_and_draws_both_again():
    found = of_scores("abc", differences(3, 20))
    assert known(found.first).method is Method.HILLIS
    assert known(found.first).sampled is Sampled.BOTH
    assert [test.method for test in found.tests[1:]] == [Method.FIXED_READERS, Method.FIXED_CASES]


def test_hillis_test_is_that_of_the_mean_squares_of_obuchowski_and_rockette():
    """F = MS(T) / (MS(TR) + R (Cov2 − Cov3)), its df by Hillis 2007, equation 7."""
    readers, cases = 4, 25
    d = differences(readers, cases)
    conventional = np.random.default_rng(5).normal(3, 1, (readers, cases))
    arms = np.stack([conventional, conventional + d])
    means = arms.mean(axis=2)
    ms_t = readers * ((means.mean(axis=1) - means.mean()) ** 2).sum()
    interaction = means - means.mean(axis=0) - means.mean(axis=1)[:, None] + means.mean()
    ms_tr = (interaction**2).sum() / (readers - 1)
    covariance = np.cov(arms.reshape(2 * readers, cases)) / cases
    of = covariance.reshape(2, readers, 2, readers)
    others = ~np.eye(readers, dtype=bool)
    cov2 = np.mean([of[0, :, 0][others], of[1, :, 1][others]])
    cov3 = of[0, :, 1][others].mean()
    below = ms_tr + readers * max(cov2 - cov3, 0)
    df = below**2 / (ms_tr**2 / (readers - 1))
    found = known(of_scores("abcd", d).first)
    assert found.df == pytest.approx(df)
    assert found.p == pytest.approx(stats.f.sf(ms_t / below, 1, df))


def test_with_fixed_readers_it_is_the_paired_t_test_of_the_means_over_readers():
    d = differences(3, 20)
    found = test_named(of_scores("abc", d), Method.FIXED_READERS)
    expected = stats.ttest_1samp(d.mean(axis=0), 0.0)
    assert (found.df, found.p) == (19, pytest.approx(expected.pvalue))
    assert found.ci == pytest.approx(tuple(expected.confidence_interval(0.95)))


def test_with_fixed_cases_it_is_the_t_test_of_the_readers_means():
    d = differences(3, 20)
    found = test_named(of_scores("abc", d), Method.FIXED_CASES)
    expected = stats.ttest_1samp(d.mean(axis=1), 0.0)
    assert (found.df, found.p) == (2, pytest.approx(expected.pvalue))


def test_each_readers_own_test_is_their_paired_t_test():
    d = differences(3, 20)
    for own, values in zip(of_scores("abc", d).of_readers, d, strict=True):
        expected = stats.ttest_1samp(values, 0.0)
        assert (own.effect, own.p) == (
            pytest.approx(values.mean()),
            pytest.approx(expected.pvalue),
        )


def test_two_readers_whose_cases_do_not_covary_have_students_p_with_one_degree_of_freedom():
    mean, spread = np.array([0.1, 0.4, 2.0]), np.full(3, 0.05)
    expected = 2 * stats.t.sf(mean / np.sqrt(spread / 2), 1)
    assert generalized_p(mean, spread, np.zeros(3)) == pytest.approx(expected, abs=1e-6)


def test_two_readers_of_equal_effects_have_the_normal_p_of_the_cases():
    p = generalized_p(np.array(0.3), np.array(1e-12), np.array(0.05))
    assert float(p) == pytest.approx(2 * stats.norm.sf(0.3 / np.sqrt(0.05 / 2)), abs=1e-6)


def test_the_interval_of_two_readers_ends_where_p_is_five_percent():
    found = of_scores("ab", differences(2, 20))
    first = known(found.first)
    assert first.method is Method.GENERALIZED
    low, _ = known(first.ci)
    assert one_sided_p(found, first, low) == pytest.approx(0.025, abs=1e-6)


@given(st.integers(0, 10_000), st.integers(2, 5))
@settings(max_examples=25)
def test_swapping_the_arms_and_the_order_of_readers_change_no_p(seed: int, readers: int):
    d = differences(readers, 12, seed)
    one, other = of_scores("abcde"[:readers], d), of_scores("abcde"[:readers], -d[::-1])
    for test, again in zip(one.tests, other.tests, strict=True):
        assert test.p == pytest.approx(known(again.p))
    assert one.effect == pytest.approx(-known(other.effect))


def test_many_studies_at_once_have_the_p_of_each():
    for readers in (2, 4):
        studies = [differences(readers, 15, seed) for seed in range(5)]
        effects = np.stack([d.mean(axis=1) for d in studies])
        covariances = np.stack([np.cov(d) / 15 for d in studies])
        each = [known(known(of_scores("abcd"[:readers], d).first).p) for d in studies]
        assert both_sampled_p(effects, covariances, 15) == pytest.approx(each, abs=1e-9)


def test_the_jackknife_of_means_is_their_sample_covariance():
    d = differences(3, 20)
    without = (d.sum(axis=1, keepdims=True) - d) / 19
    assert jackknife_covariances(without) == pytest.approx(np.cov(d) / 20)


def test_a_reader_who_missed_cases_counts_with_their_own():
    d = differences(3, 20)
    d[1, :8] = np.nan
    found = of_scores("abc", d)
    assert [own.cases for own in found.of_readers] == [20, 12, 20]
    assert found.of_readers[1].effect == pytest.approx(d[1, 8:].mean())
    assert found.effect == pytest.approx(np.nanmean(d, axis=1).mean())


def test_one_reader_is_tested_over_cases_and_a_sentence_says_what_that_means():
    found = of_scores("a", differences(1, 20))
    assert [test.method for test in found.tests] == [Method.FIXED_READERS]
    assert found.note.startswith("One reader: the result is about this reader")


def test_readers_of_exactly_the_same_effect_are_tested_over_cases_and_a_sentence_says_so():
    d = np.array([[1.0, 0.0, 1.0, 0.0], [0.0, 1.0, 0.0, 1.0]])
    d = np.concatenate((d, d + np.array([1, -1, 0, 0])), axis=1)
    found = of_scores("ab", d)
    first = known(found.first)
    assert (first.method, first.sampled) == (Method.EQUAL, Sampled.BOTH)
    assert first.p == pytest.approx(stats.ttest_1samp(d.mean(axis=0), 0.0).pvalue)
    assert first.note.startswith("The readers' mean differences are the same")
    covariances = np.cov(d) / 8
    assert both_sampled_p(d.mean(axis=1), covariances, 8) == pytest.approx(first.p)


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        (
            np.zeros((3, 5)),
            "All readers and cases show no difference, so there is nothing to test.",
        ),
        (np.ones((2, 5)), "All readers and cases show the same difference, +1;"),
        (np.ones((2, 1)), "One case is too few for a test over cases."),
        (np.ones((1, 1)), "One case is too few for a test over cases."),
    ],
)
def test_what_has_no_spread_or_no_cases_has_a_sentence_and_no_p(values: np.ndarray, sentence: str):
    first = known(of_scores("abc"[: len(values)], values).first)
    assert (first.p, first.ci) == (None, None)
    assert first.note.startswith(sentence)


def test_no_reader_with_both_arms_is_a_sentence():
    found = of_scores("ab", np.full((2, 3), np.nan))
    assert (found.effect, found.tests) == (None, ())
    assert found.note == "No reader has a case in both arms."


def test_a_reader_without_any_pair_is_left_out():
    d = differences(3, 10)
    d[2] = np.nan
    assert [own.reader for own in of_scores("abc", d).of_readers] == ["a", "b"]


def test_an_effect_of_other_figures_takes_their_covariances():
    found = of_effects("ab", np.array([0.1, 0.3]), np.full((2, 2), 0.01), (10, 10), 10)
    assert known(found.first).error == pytest.approx(np.sqrt((0.02 + 0.02) / 2))


@in_r.needs("lme4")
def test_the_error_is_that_of_the_mixed_model_of_lme4(tmp_path: Path):
    """Of scores without gaps whose variances are all above 0, REML is the analysis of variance."""
    chance = np.random.default_rng(4)
    readers, cases = 5, 40
    scores = 3 + chance.normal(0, 1, (1, 1, cases)) + chance.normal(0, 0.5, (1, readers, 1))
    scores = scores + chance.normal(0, 0.4, (2, readers, 1)) + chance.normal(0, 0.5, (2, 1, cases))
    scores = np.round(
        scores
        + chance.normal(0, 0.5, (1, readers, cases))
        + chance.normal(0, 0.4, (2, readers, cases))
        + np.array([0, 0.5]).reshape(2, 1, 1)
    )
    rows = [
        (int(scores[arm, reader, case]), bool(arm), f"c{case}", f"r{reader}")
        for arm in range(2)
        for reader in range(readers)
        for case in range(cases)
    ]
    script = (
        "m <- lme4::lmer(score ~ arm + (1|case) + (1|reader) + (1|view) + (1|image) + (1|pair), d,"
        "control = lme4::lmerControl(optCtrl = list(ftol_abs = 1e-14, xtol_abs = 1e-12)));"
        'cat(coef(summary(m))["arm1", 1:2])'
    )
    effect, error = in_r.figures(tmp_path, rows, script)
    found = of_scores([f"r{reader}" for reader in range(readers)], scores[1] - scores[0])
    first = known(found.first)
    assert found.effect == pytest.approx(effect)
    assert first.error == pytest.approx(error, rel=1e-4)
