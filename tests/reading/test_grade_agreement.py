"""The QA grade beside readers' scores: figures against hand and against scipy, and what is said."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import product

import numpy as np
import pytest
from scipy import stats

from station.pet.image_quality import GraderModel, Verdict
from station.reading.analysis import ScoreRow
from station.reading.bootstrap import draw_cases
from station.reading.grade_agreement import (
    AGREES_ON_ALL,
    GradeAgreement,
    GradeComparison,
    ImageGrade,
    Missing,
    QaGrades,
    columns_of,
    compare_grades,
    quadratic_kappa,
    spearman,
)
from station.reading.protocol import Arm

FEW = 200
MODEL = GraderModel("Net", "1", "a" * 64)
CONVENTIONAL, DL = Arm.CONVENTIONAL, Arm.DENOISED
QUALITY = "overall_image_quality"


def graded(number: int, grade: int, arm: Arm = CONVENTIONAL, patient: int | None = None):
    verdict = Verdict.GOOD if grade >= 3 else Verdict.POOR
    of = number if patient is None else patient
    return ImageGrade(f"case {number}", arm, f"case {of}", grade, verdict, 0.5)


def by_design(number: int) -> ImageGrade:
    return ImageGrade(
        f"case {number}", DL, f"case {number}", missing=Missing.BY_DESIGN, why="By design."
    )


def scored(number: int, scores: Sequence[int], arm: Arm = CONVENTIONAL, criterion: str = QUALITY):
    """One row a reader: A, B, C …"""
    return [
        ScoreRow("ABCDE"[reader], f"case {number}", arm, criterion, score)
        for reader, score in enumerate(scores)
    ]


def compared(pairs: Sequence[tuple[int, Sequence[int]]]) -> GradeComparison:
    """Of (grade, the readers' scores) of one conventional image a case; the DL image has none."""
    rows: list[ScoreRow] = []
    images: list[ImageGrade] = []
    for number, (grade, scores) in enumerate(pairs, start=1):
        rows += scored(number, scores) + scored(number, [5] * len(scores), DL)
        images += [graded(number, grade), by_design(number)]
    return compare_grades(rows, QaGrades(MODEL, tuple(images)), FEW)


def of(comparison: GradeComparison, arm: Arm | None = CONVENTIONAL) -> GradeAgreement:
    return comparison.criteria[QUALITY][arm]


BY_HAND = [(1, (1, 2)), (2, (2, 2)), (2, (3, 4)), (3, (2, 3)), (4, (4, 4)), (5, (5, 4))]
"""Medians 1.5, 2, 3.5, 2.5, 4, 4.5"""


# --- figures ------------------------------------------------------------------------------------


def test_the_figures_of_six_images_are_those_found_by_hand():
    one = of(compared(BY_HAND)).median
    # Ranks of the grades 1, 2.5, 2.5, 4, 5, 6 and of the medians 1, 2, 4, 3, 5, 6:
    # products of deviations 15.5, squares 17 and 17.5.
    assert one.rho.value == pytest.approx(15.5 / np.sqrt(17 * 17.5))
    # Squared distances 0.25 + 0 + 2.25 + 0.25 + 0 + 0.25 = 3; by chance, over all 36 pairings,
    # 6 · Σg² + 6 · Σs² − 2 · Σg · Σs = 6 · 59 + 6 · 61 − 2 · 17 · 18 = 108, of which 1/6 is 18.
    assert one.kappa.value == pytest.approx(1 - 3 / 18)
    # Poor by the median: 1.5, 2, 2.5, of which 1 and 2 are graded Poor, the third 3.
    assert (one.sensitivity.value, one.sensitivity.n) == (pytest.approx(2 / 3), 3)
    assert (one.specificity.value, one.specificity.n) == (pytest.approx(2 / 3), 3)
    assert (one.same_kind.value, one.same_kind.n) == (pytest.approx(4 / 6), 6)
    assert one.crossed == {(1, 1.5): 1, (2, 2): 1, (2, 3.5): 1, (3, 2.5): 1, (4, 4): 1, (5, 4.5): 1}


def test_rho_and_every_resample_of_it_are_scipys():
    chance = np.random.default_rng(3)
    grades = chance.integers(1, 6, 30)
    scores = np.clip(np.round(2 * (grades + chance.normal(0, 1, 30))) / 2, 1, 5)
    patients = np.repeat(np.arange(10), 3)
    bootstrap = draw_cases([f"case {number}" for number in range(10)], FEW)
    found = spearman(grades, scores, patients, "A", bootstrap)
    assert found.value == pytest.approx(stats.spearmanr(grades, scores)[0])
    replicates = [
        stats.spearmanr(np.repeat(grades, draw[patients]), np.repeat(scores, draw[patients]))[0]
        for draw in bootstrap.draws
    ]
    assert found.ci == pytest.approx(tuple(np.quantile(replicates, (0.025, 0.975))))


def test_kappa_is_one_less_the_mean_squared_distance_over_that_of_chance():
    chance = np.random.default_rng(4)
    grades = chance.integers(1, 6, 25)
    scores = chance.integers(2, 11, 25) / 2
    bootstrap = draw_cases([f"case {number}" for number in range(25)], FEW)
    found = quadratic_kappa(grades, scores, np.arange(25), "A", bootstrap)
    paired = np.mean((grades - scores) ** 2)
    by_chance = np.mean([(grade - score) ** 2 for grade, score in product(grades, scores)])
    assert found.value == pytest.approx(1 - paired / by_chance)
    assert found.ci is not None
    assert found.ci[0] <= 1 - paired / by_chance <= found.ci[1]


def test_each_reader_and_all_readings_are_counted_too():
    one = of(compared(BY_HAND))
    assert set(one.readers) == {"A", "B"}
    assert one.readers["A"].crossed == {
        (1, 1): 1, (2, 2): 1, (2, 3): 1, (3, 2): 1, (4, 4): 1, (5, 5): 1,
    }  # fmt: skip
    assert sum(one.readings.values()) == 12
    assert one.readings[2, 2] == 2
    assert columns_of(one.readings) == (1, 2, 3, 4, 5)
    assert columns_of(one.median.crossed) == (1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5)


def test_the_cases_of_one_patient_are_drawn_together():
    """Each case twice under one patient: the interval is that of the cases once."""
    rows, twins, singles = [], [], []
    for number, (grade, scores) in enumerate(BY_HAND, start=1):
        rows += scored(number, scores) + scored(number + 6, scores)
        singles.append(graded(number, grade))
        twins += [graded(number, grade), graded(number + 6, grade, patient=number)]
    once = compare_grades(rows, QaGrades(MODEL, tuple(singles)), FEW)
    both = compare_grades(rows, QaGrades(MODEL, tuple(twins)), FEW)
    assert of(both).median.rho.n == 12
    assert of(both).patients == 6
    assert of(both).median.rho.ci == pytest.approx(of(once).median.rho.ci)


def test_repeats_count_for_nothing():
    comparison = compared(BY_HAND)
    rows = [row for number, (_, s) in enumerate(BY_HAND, 1) for row in scored(number, s)]
    again = [replace(row, score=6 - row.score, repeat=1) for row in rows]
    more = compare_grades([*rows, *again], comparison.grades, FEW)
    assert of(more).median == of(comparison).median


# --- what does not exist ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("pairs", "said"),
    [
        ([(3, (3,)), (4, (4,)), (2, (2,)), (5, (5,))], "4 graded images scored by"),
        ([(3, (score,)) for score in (1, 2, 3, 4, 5)], "Every image has the grade 3"),
        ([(grade, (4,)) for grade in (1, 2, 3, 4, 5)], "Every image has the score 4"),
    ],
)
def test_a_figure_that_does_not_exist_is_a_sentence(
    pairs: Sequence[tuple[int, Sequence[int]]], said: str
):
    one = of(compared(pairs)).median
    for figure in (one.rho, one.kappa):
        assert (figure.value, figure.ci, figure.ci_analytic) == (None, None, None)
        assert said in figure.note


def test_without_a_poor_image_there_is_no_sensitivity():
    one = of(compared([(3, (3,)), (4, (4,)), (2, (3,)), (5, (5,)), (4, (4,))])).median
    assert one.sensitivity.value is None
    assert one.sensitivity.note == "No graded image was scored Poor by the readers' median."
    assert one.specificity.value == pytest.approx(4 / 5)


def test_full_agreement_says_that_its_intervals_mean_little():
    one = of(compared([(grade, (grade,)) for grade in (1, 2, 3, 4, 5, 2)])).median
    assert one.kappa.value == pytest.approx(1)
    assert AGREES_ON_ALL in one.kappa.note
    assert one.rho.ci_analytic is None
    low, high = one.sensitivity.ci or (0.0, 0.0)
    assert low < 0.5, "three of three is not certainty"
    assert high == 1


def test_images_without_a_grade_are_counted_by_reason_and_arm():
    comparison = compared(BY_HAND)
    assert comparison.missing() == {Missing.BY_DESIGN: 6}
    assert comparison.missing(CONVENTIONAL) == {}
    dl = of(comparison, DL)
    assert (dl.read, dl.graded, dl.median.images) == (6, 0, 0)
    assert "has a grade" in dl.median.rho.note
    both = of(comparison, None)
    assert (both.read, both.graded) == (12, 6)


# --- what is said -------------------------------------------------------------------------------


def test_few_patients_and_missing_scores_and_verdicts_at_odds_are_said():
    comparison = compared(BY_HAND)
    assert any("of 6 patients" in note for note in comparison.notes)
    images = [replace(comparison.grades.images[0], verdict=Verdict.GOOD)]
    rows = scored(1, (1, 2)) + scored(2, (3,))
    images.append(graded(2, 3))
    notes = " ".join(compare_grades(rows, QaGrades(MODEL, tuple(images)), FEW).notes)
    assert "Of 1 image the verdict that Station shows" in notes
    assert "1 image was not scored by every reader" in notes


def test_overall_image_quality_comes_first():
    rows = [
        row
        for number in (1, 2)
        for criterion in ("noise", "Overall image-quality", "tumor")
        for row in scored(number, (3,), criterion=criterion)
    ]
    found = compare_grades(rows, QaGrades(MODEL, (graded(1, 3), graded(2, 4))), FEW)
    assert list(found.criteria) == ["Overall image-quality", "noise", "tumor"]


def test_a_study_that_cannot_be_compared_has_no_figures():
    refused = compare_grades(scored(1, (3,)), QaGrades(refusal="Too old."), FEW)
    assert (refused.criteria, refused.notes) == ({}, ())
