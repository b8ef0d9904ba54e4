"""The statistics of a reader study, on published numbers and by their laws."""

import shutil
import subprocess
from dataclasses import replace
from itertools import permutations
from unittest.mock import patch

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from station.errors import StationError
from station.reading.agreement import (
    Ratings,
    Weights,
    cohen_kappa,
    fleiss_kappa,
    gwet_ac1,
)
from station.reading.analysis import (
    OVERALL,
    ScoreRow,
    Suv,
    VoiKind,
    VoiRow,
    analyse,
    counted,
)
from station.reading.bootstrap import FEW_CASES_NOTE, MANY_CASES, Bootstrap, draw_cases
from station.reading.comparison import compare, with_holm
from station.reading.foci import MarkRow
from station.reading.protocol import Answers, Arm
from tests.reading import known

C, DL = Arm.CONVENTIONAL, Arm.DENOISED
FEW = 200
"""Resamples, where the interval is not what a test is about"""

# Each row a subject, each column a category; a cell is how many readers chose it.
TEN_SUBJECTS = [
    [0, 0, 0, 0, 14],
    [0, 2, 6, 4, 2],
    [0, 0, 3, 5, 6],
    [0, 3, 9, 2, 0],
    [2, 2, 8, 1, 1],
    [7, 7, 0, 0, 0],
    [3, 2, 6, 3, 0],
    [2, 5, 3, 2, 2],
    [6, 5, 2, 1, 0],
    [0, 2, 2, 3, 7],
]
FLEISS_1971 = [
    "444444", "222555", "233335", "555555", "222444", "113333", "333355", "113334", "114444",
    "555555", "144444", "124444", "222333", "144444", "224445", "333335", "111455", "111112",
    "224444", "133555", "555555", "244444", "224555", "114444", "144445", "222224", "111155",
    "224444", "133333", "555555",
]  # fmt: skip
"""Diagnoses of 30 patients by six psychiatrists each, Psychol. Bull. 76 (1971) 378, table 1"""
FIFTEEN_SUBJECTS = [
    [0, 0, 0, 6, 0],
    [0, 3, 0, 0, 3],
    [0, 1, 4, 0, 1],
    [0, 0, 0, 0, 6],
    [0, 3, 0, 3, 0],
    [2, 0, 4, 0, 0],
    [0, 0, 4, 0, 2],
    [2, 0, 3, 1, 0],
    [2, 0, 0, 4, 0],
    [0, 0, 0, 0, 6],
    [1, 0, 0, 5, 0],
    [1, 1, 0, 4, 0],
    [0, 3, 3, 0, 0],
    [1, 0, 0, 5, 0],
    [0, 2, 0, 3, 1],
]
"""Six raters; K. L. Gwet, irrCAC 1.0, "Calculating Chance-corrected Agreement Coefficients" """
ABSTRACTORS = [[13, 0, 0], [0, 20, 7], [0, 4, 56]]
"""Two abstractors, 100 pregnancies; the same source"""
SAS = [[0, 4, 1], [0, 8, 0], [0, 1, 5]]
"""The FREQ procedure's example; read by statsmodels' tests too"""
ANXIETY = [
    [3, 6, 4, 6, 2, 4, 2, 4, 3, 3, 2, 3, 3, 3, 2, 2, 1, 3, 3, 4],
    [2, 1, 4, 4, 3, 2, 1, 6, 1, 1, 1, 2, 3, 3, 1, 1, 3, 3, 2, 2],
]
"""The second and third rater of 20 subjects; data set "anxiety" of the R package irr"""


def of_counts(counts: list[list[int]]) -> Ratings:
    """Readers are made up so that the counts come out; each item is a case."""
    scores = [np.repeat(np.arange(len(row)), row) for row in counts]
    return Ratings(np.array(scores), np.arange(len(scores)), len(counts[0]))


def of_table(table: list[list[int]]) -> Ratings:
    """Two readers from their cross table; each item is a case."""
    scores = [
        (row, column)
        for row, cells in enumerate(table)
        for column, count in enumerate(cells)
        for _ in range(count)
    ]
    return Ratings(np.array(scores), np.arange(len(scores)), len(table))


def bootstrap_for(ratings: Ratings, resamples: int = FEW) -> Bootstrap:
    return draw_cases((f"{case:03d}" for case in np.unique(ratings.cases)), resamples)


def score_rows(scores: dict[str, list[tuple[int, int]]], criterion: str = "noise"):
    """By reader the scores of each case: conventional and DL."""
    return [
        ScoreRow(reader, str(case), arm, criterion, score)
        for reader, cases in scores.items()
        for case, pair in enumerate(cases, 1)
        for arm, score in zip((C, DL), pair, strict=True)
    ]


# --- published agreement ------------------------------------------------------------------------


def test_fleiss_kappa_of_ten_subjects_and_fourteen_readers_is_0_210():
    ratings = of_counts(TEN_SUBJECTS)
    assert fleiss_kappa(ratings, bootstrap_for(ratings)).value == pytest.approx(0.210, abs=5e-4)


def test_fleiss_kappa_of_fleiss_own_diagnoses_is_0_430():
    ratings = Ratings(
        np.array([[int(one) - 1 for one in row] for row in FLEISS_1971]), np.arange(30), 5
    )
    assert fleiss_kappa(ratings, bootstrap_for(ratings)).value == pytest.approx(0.4302445, abs=5e-8)


def test_fleiss_kappa_of_two_items_and_eight_readers_is_0_161905():
    """[[7, 1], [3, 5]] are counts, not a cross table, of which Cohen's kappa would be 0.5."""
    ratings = of_counts([[7, 1], [3, 5]])
    assert fleiss_kappa(ratings, bootstrap_for(ratings)).value == pytest.approx(0.161905, abs=5e-7)
    table = of_table([[7, 1], [3, 5]])
    assert cohen_kappa(table, bootstrap_for(table)).value == pytest.approx(0.5)


@pytest.mark.parametrize(
    ("figure", "value", "error", "interval"),
    [
        (fleiss_kappa, 0.4139265, 0.08119291, (0.240, 0.588)),
        (gwet_ac1, 0.4448007, 0.08418757, (0.264, 0.625)),
    ],
)
def test_many_readers_agree_as_gwet_published_with_his_interval(figure, value, error, interval):
    ratings = of_counts(FIFTEEN_SUBJECTS)
    found = figure(ratings, bootstrap_for(ratings))
    assert found.value == pytest.approx(value, abs=5e-8)
    assert found.ci_analytic == pytest.approx(interval, abs=5e-4)
    width = found.ci_analytic[1] - found.ci_analytic[0]
    assert width / 2 / stats.t.ppf(0.975, 14) == pytest.approx(error, abs=5e-8)


def test_ac1_of_two_abstractors_is_as_gwet_published():
    ratings = of_table(ABSTRACTORS)
    found = gwet_ac1(ratings, bootstrap_for(ratings))
    assert found.value == pytest.approx(0.8493305, abs=5e-8)
    assert found.ci_analytic == pytest.approx((0.764, 0.935), abs=1e-3)


def test_cohens_kappa_of_two_abstractors_is_as_gwet_published():
    ratings = of_table(ABSTRACTORS)
    found = cohen_kappa(ratings, bootstrap_for(ratings))
    assert found.value == pytest.approx(0.7964094, abs=5e-8)
    assert found.ci_analytic == pytest.approx((0.680, 0.913), abs=2e-3)


@pytest.mark.parametrize(
    ("weights", "value", "interval"),
    [
        (Weights.NOMINAL, 0.4842, (0.2137, 0.7547)),
        (Weights.LINEAR, 0.4701, (0.1845, 0.7558)),
    ],
)
def test_cohens_kappa_and_its_limits_are_those_of_sas(weights, value, interval):
    ratings = of_table(SAS)
    found = cohen_kappa(ratings, bootstrap_for(ratings), weights)
    assert found.value == pytest.approx(value, abs=5e-5)
    assert found.ci_analytic == pytest.approx(interval, abs=5e-5)


def test_quadratic_weighted_kappa_is_that_of_irr():
    """irr leaves out grade 5, which neither of them gave."""
    position = {1: 0, 2: 1, 3: 2, 4: 3, 6: 4}
    scores = np.array([[position[grade] for grade in rater] for rater in ANXIETY]).T
    ratings = Ratings(scores, np.arange(20), len(position))
    found = cohen_kappa(ratings, bootstrap_for(ratings), Weights.QUADRATIC)
    assert found.value == pytest.approx(0.2520325, abs=5e-8)
    plain = cohen_kappa(ratings, bootstrap_for(ratings))
    assert plain.value == pytest.approx(-0.006289308, abs=5e-10)


# --- laws of agreement --------------------------------------------------------------------------

GRADES = st.integers(0, 4)


@st.composite
def rated(draw: st.DrawFn, most_readers: int = 4) -> Ratings:
    """Two images each of some cases."""
    count, cases = draw(st.integers(2, most_readers)), draw(st.integers(2, 8))
    rows = st.lists(GRADES, min_size=count, max_size=count)
    scores = draw(st.lists(rows, min_size=2 * cases, max_size=2 * cases))
    return Ratings(np.array(scores), np.repeat(np.arange(cases), 2), 5)


@given(rated())
@settings(max_examples=40)
def test_the_order_of_the_readers_changes_no_figure_and_no_interval(ratings: Ratings):
    bootstrap = bootstrap_for(ratings)
    for figure in (fleiss_kappa, gwet_ac1):
        found = figure(ratings, bootstrap)
        for order in permutations(range(ratings.readers)):
            turned = Ratings(ratings.scores[:, order], ratings.cases, 5)
            assert same(figure(turned, bootstrap), found)
    pair, turned = ratings.of_readers(0, 1), ratings.of_readers(1, 0)
    for weights in Weights:
        assert same(cohen_kappa(pair, bootstrap, weights), cohen_kappa(turned, bootstrap, weights))


def same(one, other) -> bool:
    if one.value is None or other.value is None:
        return one.value == other.value and one.note == other.note
    ends = [(a or (0, 0), b or (0, 0)) for a, b in ((one.ci, other.ci),)]
    return one.value == pytest.approx(other.value) and all(
        a == pytest.approx(b, abs=1e-9) for a, b in ends
    )


@given(rated(most_readers=2))
@settings(max_examples=40)
def test_quadratic_kappa_is_what_the_mean_squared_difference_leaves_of_chance(ratings: Ratings):
    first, second = ratings.scores.T.astype(float)
    by_chance = ((first[:, None] - second) ** 2).mean()
    found = cohen_kappa(ratings, bootstrap_for(ratings), Weights.QUADRATIC)
    if by_chance == 0:
        assert found.value is None
    else:
        assert found.value == pytest.approx(1 - ((first - second) ** 2).mean() / by_chance)


@given(rated())
@settings(max_examples=40)
def test_no_agreement_is_above_one_and_its_intervals_hold_it(ratings: Ratings):
    for figure in (fleiss_kappa, gwet_ac1):
        found = figure(ratings, bootstrap_for(ratings))
        if found.value is None:
            assert found.note
            continue
        assert found.value <= 1 + 1e-12
        low, high = known(found.ci_analytic)
        assert low - 1e-9 <= found.value <= high + 1e-9 or found.value < -1


def test_the_bootstrap_interval_of_every_figure_is_that_of_the_figure_on_each_resample():
    """The intervals come from sums over cases; here each resample is analysed by itself."""
    chance = np.random.default_rng(4)
    base = chance.integers(0, 5, 24)
    scores = np.stack([base, np.clip(base + chance.integers(-1, 2, 24), 0, 4)], axis=1)
    ratings = Ratings(scores, np.repeat(np.arange(12), 2), 5)
    bootstrap = bootstrap_for(ratings)
    figures = (
        fleiss_kappa,
        gwet_ac1,
        cohen_kappa,
        lambda ratings, bootstrap: cohen_kappa(ratings, bootstrap, Weights.QUADRATIC),
    )
    for figure in figures:
        values = []
        for draw in bootstrap.draws:
            items = np.repeat(np.arange(24), draw[ratings.cases])
            again = Ratings(ratings.scores[items], np.zeros(24, np.int64), 5)
            values.append(figure(again, draw_cases(["1"], FEW)).value)
        expected = np.quantile(values, (0.025, 0.975))
        assert figure(ratings, bootstrap).ci == pytest.approx(tuple(expected))


def test_readers_who_always_agree_have_kappa_one_and_a_warning_about_the_interval():
    ratings = of_table([[5, 0, 0], [0, 5, 0], [0, 0, 5]])
    for figure in (fleiss_kappa, gwet_ac1, cohen_kappa):
        found = figure(ratings, bootstrap_for(ratings))
        assert found.value == pytest.approx(1)
        assert found.ci == pytest.approx((1, 1))
        assert "agree on every item" in found.note


def test_where_every_score_is_the_same_kappa_does_not_exist_but_ac1_is_one():
    ratings = of_table([[9, 0], [0, 0]])
    for figure in (fleiss_kappa, cohen_kappa):
        found = figure(ratings, bootstrap_for(ratings))
        assert (found.value, found.ci, found.ci_analytic) == (None, None, None)
        assert found.note.startswith("Every score is the same")
    assert gwet_ac1(ratings, bootstrap_for(ratings)).value == pytest.approx(1)


def test_scores_that_were_taken_together_are_not_called_the_same():
    """4 and 5 become one group of grades; they are not one score."""
    rows = [
        ScoreRow(reader, f"case {case}", arm, "noise", 4 if arm is Arm.CONVENTIONAL else 5)
        for reader in ("Ito", "Mori", "Abe")
        for case in range(8)
        for arm in Arm
    ]
    found = analyse(rows, (), FEW).agreement[OVERALL]
    assert found.fleiss.value is None
    assert found.fleiss.note.startswith("Every score is in one group of grades")
    assert "group of grades of every item" in found.ac1.note
    assert "agree on every item" in found.ac1_raw.note
    assert {one.value for one in found.cohen.values()} == {1.0}


def test_a_reader_who_repeats_every_score_is_not_called_several_readers():
    rows = [
        ScoreRow("Ito", f"case {case}", Arm.DENOISED, "noise", case % 3 + 2, repeat)
        for case in range(8)
        for repeat in (0, 1)
    ]
    found = analyse(rows, (), FEW).intra_reader["Ito"][OVERALL]
    assert found.cohen.note.startswith("Both readings of every item are the same")
    lone = analyse([*rows[::2], replace(rows[1], case="case 99")], (), FEW)
    note = lone.intra_reader["Ito"][OVERALL].cohen.note
    assert note == "No item has both a first and a repeated score."


def test_ac1_stays_high_where_one_grade_dominates_and_kappa_collapses():
    """118 of 125 items agree: Pa = 0.944, and by chance 2 × 0.972 × 0.028."""
    ratings = of_table([[118, 5], [2, 0]])
    bootstrap = bootstrap_for(ratings)
    assert known(fleiss_kappa(ratings, bootstrap).value) < 0
    assert gwet_ac1(ratings, bootstrap).value == pytest.approx(
        (0.944 - 2 * 0.972 * 0.028) / (1 - 2 * 0.972 * 0.028)
    )


# --- two arms -----------------------------------------------------------------------------------


def cases_of(count: int) -> Bootstrap:
    return draw_cases((f"{case:03d}" for case in range(count)), FEW)


SLEEP = (
    [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0],
    [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4],
)
"""Hours of sleep gained by ten patients from two drugs; Student 1908"""


def test_the_paired_t_test_is_students_own():
    found = compare(*SLEEP, range(10), cases_of(10))
    assert found.t.statistic == pytest.approx(4.0621, abs=5e-5)
    assert (found.t.df, found.t.p) == (9, pytest.approx(0.002833, abs=5e-7))
    assert found.ci_t == pytest.approx((0.7001142, 2.4598858), abs=5e-8)
    assert found.difference.mean == pytest.approx(1.58)


def test_the_signed_rank_test_leaves_out_the_pair_that_does_not_differ():
    found = compare(*SLEEP, range(10), cases_of(10)).wilcoxon
    assert (found.statistic, found.rank_sum_positive, found.n, found.zeros) == (0.0, 45.0, 9, 1)
    assert found.p == pytest.approx(2 / 2**9)


DIFFERENCES = st.lists(st.integers(-4, 4), min_size=1, max_size=12)


@given(DIFFERENCES)
@settings(max_examples=40)
def test_the_exact_signed_rank_p_with_ties_counts_every_pattern_of_signs(differences: list[int]):
    nonzero = np.array([one for one in differences if one])
    found = compare([0.0] * len(differences), differences, range(len(differences)), cases_of(12))
    if not len(nonzero):
        assert found.wilcoxon.p is None
        return
    assert found.wilcoxon.method == "exact"
    ranks = stats.rankdata(np.abs(nonzero))
    signs = (np.arange(2 ** len(ranks))[:, None] >> np.arange(len(ranks)) & 1).astype(bool)
    sums = (signs * ranks).sum(axis=1)
    share = (sums <= known(found.wilcoxon.statistic) + 1e-9).mean()
    assert found.wilcoxon.p == pytest.approx(min(1, 2 * share))


PAIRS = st.lists(
    st.tuples(st.floats(1, 5, width=32), st.floats(1, 5, width=32)), min_size=2, max_size=30
)


@given(PAIRS)
@settings(max_examples=60)
def test_swapping_the_arms_flips_the_signs_and_nothing_else(pairs):
    before, after = np.array(pairs).T
    rows, bootstrap = range(len(pairs)), cases_of(len(pairs))
    one, other = compare(before, after, rows, bootstrap), compare(after, before, rows, bootstrap)
    if one.t.statistic is not None:
        assert other.t.statistic == pytest.approx(-one.t.statistic)
        assert other.t.p == pytest.approx(one.t.p)
        assert other.cohen_dz == pytest.approx(-known(one.cohen_dz))
        if one.ci is None:
            assert other.ci is None
            assert one.note == other.note
        else:
            low, high = one.ci
            assert other.ci == pytest.approx((-high, -low))
    if one.wilcoxon.p is not None:
        assert other.wilcoxon.p == pytest.approx(one.wilcoxon.p)
        assert other.rank_biserial == pytest.approx(-known(one.rank_biserial))


@given(PAIRS)
@settings(max_examples=60)
def test_the_intervals_hold_the_mean_difference_and_lie_within_the_differences(pairs):
    pairs = pairs * MANY_CASES
    before, after = np.array(pairs).T
    found = compare(before, after, range(len(pairs)), cases_of(len(pairs)))
    if found.ci is None:
        assert found.note
        return
    mean = known(found.difference.mean)
    differences = after - before
    assert differences.min() - 1e-6 <= found.ci[0] <= mean + 1e-6
    assert mean - 1e-6 <= found.ci[1] <= differences.max() + 1e-6
    low, high = known(found.ci_t)
    assert low < mean < high


def test_the_bootstrap_draws_cases_with_all_their_pairs():
    """Two cases of ten equal pairs each: there are three means a resample can have."""
    differences = np.array([0.0] * 10 + [1.0] * 10)
    rows = np.array([0] * 10 + [1] * 10)
    two = cases_of(2)
    assert set(two.means(differences, rows)) == {0.0, 0.5, 1.0}
    assert two.interval(two.means(differences, rows), 2)[0] == (0.0, 1.0)
    found = compare([0.0] * 20, differences.tolist(), rows.tolist(), two)
    assert known(found.ci_t)[0] > 0.2, "as if there were twenty cases"
    assert found.ci is None, "half of the resamples hold one case alone"
    assert "undefined in" in found.note


def test_few_cases_have_the_bootstrap_t_and_a_sentence_on_its_coverage():
    differences = np.random.default_rng(3).normal(0.5, 1, 9)
    resamples = cases_of(9)
    found = compare([0.0] * 9, differences.tolist(), range(9), resamples)
    assert found.note == FEW_CASES_NOTE
    t = []
    for draw in resamples.draws:
        drawn = np.repeat(np.round(differences, 9), draw)
        t.append((drawn.mean() - differences.mean()) / (drawn.std(ddof=1) / 3))
    error = differences.std(ddof=1) / 3
    low, high = np.quantile(t, [0.025, 0.975])
    expected = (differences.mean() - high * error, differences.mean() - low * error)
    assert found.ci == pytest.approx(expected)
    many = compare([0.0] * 20, list(range(20)), range(20), cases_of(20))
    assert many.note == ""


def test_rounding_makes_no_difference_where_there_is_none():
    found = compare([0.1 + 0.2, 1.0, 2.0], [0.3, 1.5, 2.0], [0, 1, 2], cases_of(3))
    assert (found.wilcoxon.zeros, found.wilcoxon.n) == (2, 1)


@pytest.mark.parametrize(
    ("before", "after", "sentence"),
    [
        ([], [], "There is no pair to test."),
        ([3.0], [4.0], "One pair is too few for a t-test."),
        ([3.0, 4.0], [3.0, 4.0], "The arms are equal in all 2 pairs"),
        ([3.0, 4.0], [4.0, 5.0], "All 2 pairs differ by the same +1"),
    ],
)
def test_a_t_test_that_cannot_be_done_says_why(before, after, sentence):
    found = compare(before, after, range(len(before)), cases_of(3))
    assert (found.t.statistic, found.t.p) == (None, None)
    assert found.t.note.startswith(sentence)
    assert found.ci is None


def test_holms_correction_multiplies_the_smallest_p_by_the_number_of_tests():
    shifts = {"a": 0.4, "b": 0.8, "c": 1.6}
    base = np.arange(8.0)
    noise = np.array([0.5, -0.4, 0.3, -0.6, 0.2, -0.1, 0.7, -0.5])
    plain = {
        key: compare(base.tolist(), (base + noise + shift).tolist(), range(8), cases_of(8))
        for key, shift in shifts.items()
    }
    equal = compare(base.tolist(), base.tolist(), range(8), cases_of(8))
    found = with_holm({**plain, "equal": equal})
    p = {key: known(one.t.p) for key, one in plain.items()}
    assert found["c"].t.p_holm == pytest.approx(3 * p["c"])
    assert found["b"].t.p_holm == pytest.approx(max(3 * p["c"], 2 * p["b"]))
    assert found["a"].t.p_holm == pytest.approx(max(known(found["b"].t.p_holm), p["a"]))
    assert found["equal"].t.p_holm is None, "a test that was not done is not counted"


@given(st.lists(st.one_of(st.none(), st.floats(0, 1)), max_size=8))
def test_holms_correction_is_that_of_statsmodels(ps: list[float | None]):
    from statsmodels.stats.multitest import multipletests

    from station.reading.comparison import holm

    tested = [p for p in ps if p is not None]
    with patch("gc.collect"):  # at every call: 0.3 s where much is loaded
        expected = np.asarray(multipletests(tested, method="holm")[1]) if tested else []
    found = holm(dict(enumerate(ps)))
    assert [found[at] for at in sorted(found)] == pytest.approx(list(expected))


# --- a study's scores ---------------------------------------------------------------------------

TWO_READERS = {
    "Reader 1": [(3, 4), (2, 4), (3, 3), (3, 5), (2, 3)],
    "Reader 2": [(3, 5), (3, 4), (3, 4), (2, 4), (2, 4)],
}


def test_t_pairs_the_cases_by_their_means_over_the_readers():
    found = analyse(score_rows(TWO_READERS), resamples=FEW).criteria["noise"]
    before, after = [3, 2.5, 3, 2.5, 2], [4.5, 4, 3.5, 4.5, 3.5]
    expected = stats.ttest_rel(after, before)
    assert found.by_case.t.statistic == pytest.approx(expected.statistic)
    assert (found.by_case.t.df, found.by_case.t.p) == (4, pytest.approx(expected.pvalue))
    assert found.by_case.conventional.mean == pytest.approx(2.6)
    assert found.by_case.conventional.sd == pytest.approx(np.std(before, ddof=1))
    assert found.by_case.conventional.n == 5


def test_pooled_pairs_the_readings():
    found = analyse(score_rows(TWO_READERS), resamples=FEW).criteria["noise"].pooled
    before = [pair[0] for cases in TWO_READERS.values() for pair in cases]
    after = [pair[1] for cases in TWO_READERS.values() for pair in cases]
    expected = stats.ttest_rel(after, before)
    assert found.t.statistic == pytest.approx(expected.statistic)
    assert (found.t.df, found.conventional.n) == (9, 10)
    assert found.conventional.sd == pytest.approx(np.std(before, ddof=1))


def test_agreement_is_of_three_points_over_every_case_and_arm():
    """1 and 2 are one grade, 4 and 5 are: of ten images these readers differ in four."""
    found = analyse(score_rows(TWO_READERS), resamples=FEW).agreement
    assert found["noise"].items == 10
    assert found["noise"].exact_regrouped == pytest.approx(0.6)
    assert found["noise"].exact == pytest.approx(0.4)
    pairs = [
        (regrouped(one), regrouped(other))
        for first, second in zip(*TWO_READERS.values(), strict=True)
        for one, other in zip(first, second, strict=True)
    ]
    shares = np.bincount(np.ravel(pairs), minlength=3) / 20
    chance = (shares**2).sum()
    assert found["noise"].fleiss.value == pytest.approx((0.6 - chance) / (1 - chance))


def regrouped(score: int) -> int:
    return (0, 0, 1, 2, 2)[score - 1]


def test_overall_agreement_takes_the_items_of_every_criterion():
    same = dict.fromkeys(TWO_READERS, TWO_READERS["Reader 1"])
    rows = [*score_rows(TWO_READERS, "noise"), *score_rows(same, "quality")]
    found = analyse(rows, resamples=FEW).agreement
    assert [found[name].items for name in (OVERALL, "noise", "quality")] == [20, 10, 10]
    assert found["quality"].fleiss.value == pytest.approx(1)
    assert known(found["noise"].fleiss.value) < known(found[OVERALL].fleiss.value) < 1


def test_a_criterion_named_overall_keeps_its_own_agreement():
    rows = [*score_rows(TWO_READERS, "overall"), *score_rows(TWO_READERS, "noise")]
    found = analyse(rows, resamples=FEW).agreement
    assert list(found) == [OVERALL, "overall (criterion)", "noise"]
    assert (found[OVERALL].items, found["overall (criterion)"].items) == (20, 10)


def test_neither_the_order_of_rows_nor_of_readers_changes_the_analysis():
    rows = score_rows(TWO_READERS)
    turned = analyse(reversed(rows), resamples=FEW)
    straight = analyse(rows, resamples=FEW)
    assert turned.criteria == straight.criteria
    assert turned.agreement[OVERALL].fleiss == straight.agreement[OVERALL].fleiss


def test_one_seed_gives_one_analysis_and_another_other_intervals():
    rows = score_rows(TWO_READERS)
    first, again = (analyse(rows, resamples=FEW, seed=7) for _ in range(2))
    assert first.criteria == again.criteria
    assert (first.bootstrap.draws == again.bootstrap.draws).all()
    other = analyse(rows, resamples=FEW, seed=8)
    assert (other.bootstrap.draws != first.bootstrap.draws).any()


def test_one_reader_has_no_agreement_and_the_notes_say_so():
    rows = score_rows({"Reader 1": TWO_READERS["Reader 1"]})
    found = analyse(rows, resamples=FEW)
    assert found.criteria["noise"].by_case.t.p is not None
    assert found.agreement[OVERALL].fleiss.value is None
    assert "two readers" in found.agreement[OVERALL].fleiss.note
    assert found.agreement[OVERALL].cohen == {}
    assert "One reader only" in found.notes[0]


def test_one_case_is_described_and_not_tested():
    found = analyse(score_rows({"A": [(2, 4)], "B": [(3, 5)]}), resamples=FEW)
    one = found.criteria["noise"].by_case
    assert (one.conventional.mean, one.conventional.sd, one.dl.mean) == (2.5, None, 4.5)
    assert one.t.note == "One pair is too few for a t-test."
    assert found.agreement["noise"].fleiss.ci is None
    assert found.notes == ("One case only: there is no test over cases and no bootstrap interval.",)


def test_missing_scores_are_left_out_and_counted():
    rows = score_rows(TWO_READERS)
    absent = {("Reader 2", "1", DL), ("Reader 1", "4", C), ("Reader 2", "4", C)}
    found = analyse(
        [row for row in rows if (row.reader, row.case, row.arm) not in absent], resamples=FEW
    )
    one = found.criteria["noise"]
    assert one.by_case.conventional.n == 4
    alone, halves, uneven = one.notes
    assert alone == "1 case was scored in one arm only and was left out."
    assert halves.startswith("3 readings have one arm only and were left out: both means of a case")
    assert uneven == "1 case was not scored by every reader."
    assert found.agreement["noise"].left_out == 1
    assert found.agreement["noise"].items == 8
    assert found.agreement["noise"].notes == (
        "1 item of 9 was not scored by every reader and was left out.",
    )


def test_readers_who_score_both_arms_alike_show_no_difference_if_one_left_images_unread():
    """Reader 1 is two points stricter; without the same readers in both means, the arms would seem
    to differ by 0.8 points."""
    alike = {
        "Reader 1": [(2, 2), (1, 1), (2, 2), (3, 3), (2, 2), (1, 1)],
        "Reader 2": [(4, 4), (3, 3), (4, 4), (5, 5), (4, 4), (3, 3)],
    }
    unread = {("Reader 2", case, DL) for case in "1234"}
    rows = [row for row in score_rows(alike) if (row.reader, row.case, row.arm) not in unread]
    one = analyse(rows, resamples=FEW).criteria["noise"]
    assert one.by_case.difference.mean == 0
    assert one.readers.effect == 0
    every = known(one.all_readings)
    assert every.difference.mean == pytest.approx(-4 / 6)
    assert every.difference.n == 6
    assert analyse(score_rows(alike), resamples=FEW).criteria["noise"].all_readings is None


def test_a_revision_is_counted_and_the_first_scores_are_tested_too():
    rows = [
        replace(row, first=row.score - 1) if row.arm is DL and row.reader == "Reader 1" else row
        for row in score_rows(TWO_READERS)
    ]
    one = analyse(rows, resamples=FEW).criteria["noise"]
    revised = known(one.revised)
    assert revised.counts == {C: 0, DL: 5}
    assert revised.changes == {C: None, DL: 1.0}
    assert known(revised.readers.effect) == pytest.approx(known(one.readers.effect) - 0.5)
    assert revised.counted is Answers.LAST
    assert analyse(score_rows(TWO_READERS), resamples=FEW).criteria["noise"].revised is None


def test_where_the_first_scores_count_the_last_are_tested_too():
    rows = [
        replace(row, first=row.score - 1) if row.arm is DL and row.reader == "Reader 1" else row
        for row in score_rows(TWO_READERS)
    ]
    last = analyse(rows, resamples=FEW).criteria["noise"]
    first = analyse(counted(rows, Answers.FIRST), resamples=FEW).criteria["noise"]
    revised = known(first.revised)
    assert revised.counted is Answers.FIRST
    assert revised.counts == {C: 0, DL: 5}
    assert revised.changes == {C: None, DL: 1.0}
    assert revised.readers == replace(last.readers, p_holm=None)
    assert known(last.revised).readers == replace(first.readers, p_holm=None)


def test_foci_alone_can_be_analysed_and_nothing_at_all_cannot():
    marks = [MarkRow("a", case, arm, "foci", None) for case in "12" for arm in Arm]
    found = analyse([], resamples=FEW, marks=marks)
    assert found.foci["foci"].cases == 2
    assert found.criteria == {}


def test_a_score_given_twice_is_refused_by_name():
    rows = score_rows(TWO_READERS)
    with pytest.raises(StationError, match='Reader 1 scored "noise" of case 1, conventional, 2'):
        analyse([*rows, rows[0]])


def test_nothing_to_analyse_is_said():
    with pytest.raises(StationError, match="There are no scores, no foci and no VOIs"):
        analyse([])


@pytest.mark.parametrize("resamples", [199, 20_001])
def test_too_few_or_too_many_resamples_are_refused(resamples: int):
    with pytest.raises(StationError, match="Choose 200 to 20000"):
        analyse(score_rows(TWO_READERS), resamples=resamples)


# --- repeats ------------------------------------------------------------------------------------


def test_repeats_count_for_the_reader_with_himself_and_for_nothing_else():
    rows = score_rows(TWO_READERS)
    again = [
        ScoreRow("Reader 1", "1", C, "noise", 3, 1),
        ScoreRow("Reader 1", "2", DL, "noise", 4, 1),
        ScoreRow("Reader 1", "4", DL, "noise", 4, 1),
        ScoreRow("Reader 1", "5", C, "noise", 2, 1),
    ]
    plain, found = analyse(rows, resamples=FEW), analyse([*rows, *again], resamples=FEW)
    assert found.criteria == plain.criteria
    assert found.agreement[OVERALL].fleiss == plain.agreement[OVERALL].fleiss
    assert plain.intra_reader == {}
    one = found.intra_reader["Reader 1"][OVERALL]
    assert (one.items, one.exact) == (4, 0.75)
    # First 3 4 5 2, again 3 4 4 2: chance is the sum of the products of the shares.
    chance = 0.25 * 0.25 + 0.25 * 0.5 + 0.25 * 0.25
    assert one.cohen.value == pytest.approx((0.75 - chance) / (1 - chance))


def test_a_repeat_of_what_was_never_scored_is_left_out():
    rows = [*score_rows(TWO_READERS), ScoreRow("Reader 1", "9", C, "noise", 3, 1)]
    one = analyse(rows, resamples=FEW).intra_reader["Reader 1"][OVERALL]
    assert one.items == 0
    assert one.notes == ("1 repeat without a first score was left out.",)
    assert one.cohen.note


# --- VOIs ---------------------------------------------------------------------------------------


def voi_rows(site: str, kind: VoiKind, pairs: list[tuple[float, float]], first_case: int = 1):
    """SUVmax of both arms; SUVpeak is 0.9 and SUVmean 0.5 of it."""
    return [
        VoiRow(str(case), arm, site, kind, suv, suv * 0.9, suv * 0.5)
        for case, pair in enumerate(pairs, first_case)
        for arm, suv in zip((C, DL), pair, strict=True)
    ]


ARCH = voi_rows("Aortic_arch", VoiKind.REFERENCE, [(1.5, 1.6), (2.0, 2.0), (1.0, 1.25)])
LESIONS = voi_rows("lesion 1", VoiKind.LESION, [(6.0, 8.0), (5.0, 9.0), (3.0, 3.5)])


def test_each_tissue_is_compared_by_itself_and_lesions_together():
    liver = voi_rows("liver", VoiKind.REFERENCE, [(2.0, 1.9), (2.2, 2.1), (1.8, 1.9)])
    more = voi_rows("lesion 2", VoiKind.LESION, [(4.0, 7.0)])
    found = known(analyse([], [*ARCH, *liver, *LESIONS, *more], resamples=FEW).voi)
    assert list(found.reference) == ["Aortic_arch", "liver"]
    expected = stats.ttest_rel([1.9, 2.1, 1.9], [2.0, 2.2, 1.8])
    assert found.reference["liver"][Suv.MAX].t.statistic == pytest.approx(expected.statistic)
    assert found.lesions[Suv.MAX].difference.n == 4
    assert found.lesions[Suv.MEAN].dl.mean == pytest.approx((8 + 9 + 3.5 + 7) / 8)
    assert "4 lesions are in 3 cases." in found.notes[0]


def test_ratios_are_to_the_same_figure_of_the_aortic_arch_in_the_same_image():
    found = known(analyse([], [*ARCH, *LESIONS], resamples=FEW).voi)
    assert found.ratios[Suv.MAX].conventional.mean == pytest.approx((6 / 1.5 + 5 / 2 + 3) / 3)
    assert found.ratios[Suv.PEAK].dl.mean == pytest.approx((8 / 1.6 + 9 / 2 + 3.5 / 1.25) / 3)


def test_the_papers_ratios_follow_from_its_own_means():
    """Table 5 against Tables 3 and 4: SUVmax 3.42 = 5.59 / 1.63, nearly."""
    from station.report.reading.published import TABLE_3, TABLE_4, TABLE_5

    arch = TABLE_3["aortic arch"]
    for suv in Suv:
        expected = TABLE_4[suv].conventional[0] / arch[suv].conventional[0]
        assert TABLE_5[suv].conventional[0] == pytest.approx(expected, rel=0.05)


@pytest.mark.parametrize("below", [None, 0.0])
def test_a_lesion_without_uptake_in_the_arch_has_no_ratio(below: float | None):
    arch = [
        VoiRow(row.case, row.arm, row.site, row.kind, below, below, below)
        if row.case == "2" and row.arm is DL
        else row
        for row in ARCH
    ]
    found = known(analyse([], [*arch, *LESIONS], resamples=FEW).voi)
    assert found.lesions[Suv.MAX].difference.n == 3
    assert found.ratios[Suv.MAX].difference.n == 2
    assert "1 lesion has no ratio of suv_max" in found.notes[0]


def test_without_an_aortic_arch_there_are_no_ratios_and_a_sentence_says_so():
    found = known(analyse([], LESIONS, resamples=FEW).voi)
    assert found.ratios == {}
    assert '"aortic_arch"' in found.notes[0]


def test_a_voi_in_one_arm_only_is_left_out():
    found = known(analyse([], [*ARCH, *LESIONS[:-1]], resamples=FEW).voi)
    assert found.lesions[Suv.MAX].difference.n == 2
    assert found.notes[0] == "1 VOI is in one arm only and was left out."


def test_lesions_of_one_name_are_paired_in_their_order():
    twins = [
        VoiRow("1", arm, "lymph node", VoiKind.LESION, suv, suv, suv)
        for arm, suvs in ((C, (2.0, 8.0)), (DL, (3.0, 9.5)))
        for suv in suvs
    ]
    found = known(analyse([], twins, resamples=FEW).voi)
    assert found.lesions[Suv.MAX].difference.mean == pytest.approx(1.25)
    assert "paired in the order of their lines" in found.notes[0]
    with pytest.raises(StationError, match='2 lesions "lymph node" in the conventional arm and 1'):
        analyse([], twins[:-1])


# --- R ------------------------------------------------------------------------------------------


@pytest.mark.simulated
@pytest.mark.skipif(shutil.which("Rscript") is None, reason="Rscript is not installed")
@pytest.mark.parametrize("seed", [1, 2])
def test_t_wilcoxon_and_holm_are_those_of_r(seed: int):
    """On scores full of ties and on measurements without."""
    chance = np.random.default_rng(seed)
    scores = [(row, row + chance.integers(-1, 3)) for row in chance.integers(1, 4, 40)]
    few = scores[:11]
    measured = [tuple(pair) for pair in chance.normal(2, 0.3, (20, 2)).round(3)]
    groups = {"scores": scores, "few": few, "measured": measured}
    found = with_holm(
        {
            name: compare(
                [before for before, _ in pairs],
                [after for _, after in pairs],
                range(len(pairs)),
                cases_of(len(pairs)),
            )
            for name, pairs in groups.items()
        }
    )
    lists = ", ".join(
        f"{name} = c({', '.join(repr(float(after - before)) for before, after in pairs)})"
        for name, pairs in groups.items()
    )
    script = f"""
      d <- lapply(list({lists}), round, 9)
      t <- lapply(d, t.test)
      w <- lapply(d, function(x) {{
        x <- x[x != 0]; n <- length(x); r <- rank(abs(x))
        if (any(duplicated(abs(x))) && n <= 13) {{
          s <- 0; for (one in r) s <- c(s, s + one)
          return(min(1, 2 * mean(s <= min(sum(r[x > 0]), sum(r[x < 0])))))
        }}
        wilcox.test(x, exact = !any(duplicated(abs(x))), correct = FALSE)$p.value }})
      p <- sapply(t, function(one) one$p.value)
      cat(sapply(t, function(one) one$statistic), p, p.adjust(p, "holm"), unlist(w), sep = "\n")
    """
    answer = subprocess.run(
        ["Rscript", "--vanilla", "-e", "options(digits = 15)", "-e", script],
        capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    t, p, holm, ranks = np.array(answer.split(), float).reshape(4, 3)
    assert [one.t.statistic for one in found.values()] == pytest.approx(t, rel=1e-6)
    assert [one.t.p for one in found.values()] == pytest.approx(p, rel=1e-5)
    assert [one.t.p_holm for one in found.values()] == pytest.approx(holm, rel=1e-5)
    assert [one.wilcoxon.p for one in found.values()] == pytest.approx(ranks, rel=1e-5)
