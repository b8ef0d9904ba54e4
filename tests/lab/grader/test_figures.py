"""What a grader is worth: figures of predictions done by hand, and the requirements they reach."""

from dataclasses import replace
from math import nan
from typing import Any

import numpy as np
import pytest
from statsmodels.stats import inter_rater as untyped_inter_rater

from station.lab.grader.discrimination import Matrix
from station.lab.grader.figures import (
    DETECTED_FROM,
    Evidence,
    Prediction,
    Reference,
    agreement,
    answered,
    calibration,
    calibration_by_class,
    calibration_of_good,
    calibration_of_grade,
    cause_figures,
    compare_rival,
    poor_from_good,
    raters,
    requirements,
    subgroups,
)
from station.lab.grader.rival import Features, fit_rival
from tests.quality.graded import facts, not_graded, population, prediction

inter_rater: Any = untyped_inter_rater

ROWS = (
    prediction(1, 1, 0.1, true_grade=1),
    prediction(2, 2, 0.6, true_grade=3),
    prediction(3, 3, 0.9, true_grade=3),
    prediction(4, 4, 0.7, true_grade=4),
    prediction(5, 5, 0.4, true_grade=5),
)


# --- Poor from Good


def test_poor_is_the_positive_class_and_the_threshold_is_given():
    found = poor_from_good(ROWS, Reference.RATERS, 0.5)
    assert found.rates.matrix == Matrix(found=1, missed=1, alarmed=1, passed=2)
    assert found.auc.value == pytest.approx(5 / 6)
    lower = poor_from_good(ROWS, Reference.RATERS, 0.3)
    assert lower.rates.matrix == Matrix(found=1, missed=1, alarmed=0, passed=3)
    assert lower.auc.value == found.auc.value


def test_the_written_rule_may_say_otherwise_than_the_raters():
    found = poor_from_good(ROWS, Reference.RULE, 0.5)
    assert found.rates.matrix == Matrix(found=1, missed=0, alarmed=1, passed=3)
    assert found.auc.value == 1.0


def test_what_the_network_did_not_answer_is_not_counted():
    rows = (*ROWS, not_graded(6, 1))
    assert len(answered(rows)) == 5
    assert poor_from_good(rows, Reference.RATERS, 0.5).rates.matrix.positives == 2


def test_half_an_answer_is_refused():
    with pytest.raises(ValueError, match="together"):
        replace(ROWS[0], probability_good=None)
    with pytest.raises(ValueError, match="5 grades"):
        replace(ROWS[0], probabilities=(0.5, 0.5))


# --- five grades


def test_kappa_is_the_quadratic_weighted_one_of_statsmodels():
    rows = population(range(100))
    found = agreement(rows, Reference.RATERS)
    table = np.zeros((5, 5))
    for row in rows:
        assert row.grade is not None
        table[row.facts.label - 1, row.grade - 1] += 1
    assert found.matrix.tolist() == table.tolist()
    assert found.kappa.value == pytest.approx(inter_rater.cohens_kappa(table, wt="quadratic").kappa)
    assert found.kappa.value is not None
    assert found.kappa.ci is not None
    assert found.kappa.ci[0] < found.kappa.value < found.kappa.ci[1]


def test_grades_that_are_the_same_and_next_to_each_other_are_counted():
    rows = tuple(
        prediction(seed, label, 0.9, grade=grade)
        for seed, (label, grade) in enumerate([(1, 1), (2, 3), (3, 5), (5, 4), (4, 4)])
    )
    found = agreement(rows, Reference.RATERS)
    assert found.exact.value == pytest.approx(2 / 5)
    assert found.within_one.value == pytest.approx(4 / 5)


def test_raters_who_differ_are_told():
    rows = tuple(
        prediction(seed, label, 0.9, true_grade=rule, rater_grades=grades)
        for seed, (label, rule, grades) in enumerate(
            [(2, 2, (2, 2)), (3, 2, (2, 3, 3)), (4, 4, (4, 4)), (5, 5, (4, 5, 5)), (1, 1, (1, 1))]
        )
    )
    found = raters(rows)
    assert found.poor_found.matrix == Matrix(found=2, missed=1, alarmed=0, passed=2)
    assert found.between.value is not None
    assert found.with_rule.value is not None
    assert 0.8 < found.between.value < 1
    assert 0.8 < found.with_rule.value < 1


# --- calibration


def names(count: int) -> list[str]:
    return [f"patient {number}" for number in range(count)]


def test_with_a_case_a_bin_the_calibration_error_is_the_mean_distance():
    said = [0.05 + 0.1 * number for number in range(10)]
    found = calibration("Good", names(10), said, [one > 0.5 for one in said])
    assert found.error.value == pytest.approx(np.mean([0.05, 0.15, 0.25, 0.35, 0.45]))
    assert [one.observed.value for one in found.bins] == [0] * 5 + [1] * 5


def test_what_happens_as_often_as_it_is_said_is_calibrated():
    said = [0.25] * 40 + [0.75] * 40
    happened = [n % 4 == 0 for n in range(40)] + [n % 4 > 0 for n in range(40)]
    found = calibration("Good", names(80), said, happened)
    assert found.error.value == pytest.approx(0)
    assert [(one.predicted, one.observed.value) for one in found.bins] == [
        (0.25, 0.25),
        (0.75, 0.75),
    ]


def test_certainty_that_is_wrong_in_a_fifth_is_off_by_a_fifth():
    found = calibration("Good", names(50), [1.0] * 50, [n % 5 > 0 for n in range(50)])
    assert found.error.value == pytest.approx(0.2)
    assert found.if_perfect == 0
    assert found.error.ci is not None
    assert found.error.ci == pytest.approx((0.2 - 0.11, 0.2 + 0.11), abs=0.02)


def test_chance_alone_is_told_beside_the_calibration_error():
    # |share of 100 coins - ½| is 0.0796 · ½ on average: √(2/π) · 0.05.
    found = calibration("Good", names(100), [0.5] * 100, [n % 2 == 0 for n in range(100)])
    assert found.error.value == 0
    assert found.if_perfect == pytest.approx(np.sqrt(2 / np.pi) * 0.05, abs=0.002)
    assert found.if_perfect_most == pytest.approx(2.24 * 0.05, abs=0.015)


def test_the_order_of_cases_does_not_change_the_calibration_error():
    rows = population(range(60))
    assert calibration_of_good(rows, Reference.RATERS).error.value == pytest.approx(
        calibration_of_good(rows[::-1], Reference.RATERS).error.value
    )


def test_the_most_probable_grade_is_right_as_often_as_it_says_or_not():
    # Grade 4 is said with 0.8 of ten images, and right of five.
    rows = tuple(prediction(seed, 4 if seed < 5 else 3, 0.8) for seed in range(10))
    found = calibration_of_grade(rows, Reference.RATERS)
    assert found.error.value == pytest.approx(0.3)


def test_the_classwise_error_is_the_mean_over_the_grades():
    # Grade 4: 0.8 said, 0.5 happened; grade 2: 0.2 and 0; grade 3: 0 and 0.5.
    rows = tuple(prediction(seed, 4 if seed < 5 else 3, 0.8) for seed in range(10))
    assert calibration_by_class(rows, Reference.RATERS) == pytest.approx((0.3 + 0.2 + 0.5) / 5)


def test_without_cases_nothing_is_calibrated():
    assert calibration_of_good((), Reference.RATERS).error.value is None
    assert calibration_by_class((not_graded(1, 3),), Reference.RATERS) is None


# --- subgroups


def test_subgroups_are_all_ranges_field_refusals_and_clinics():
    rows = (
        prediction(1, 1, 0.1, clinic="A", beyond_training=True),
        prediction(2, 4, 0.9, clinic="A", with_head=True, refused="unlike the training images"),
        prediction(3, 4, 0.8, clinic="B"),
    )
    found = {
        (one.kind, one.name): one
        for one in subgroups((*rows, not_graded(4, 2)), Reference.RATERS, 0.5)
    }
    whole = found["All", "all held-out cases"]
    assert (whole.cases, whole.answered, whole.refused, whole.poor) == (4, 3, 2, 1)
    assert found["Clinic", "A"].cases == 2
    assert found["Clinic", "A"].auc.value == 1.0
    assert found["Clinic", "B"].auc.value is None
    assert found["Field", "with the head"].cases == 1
    assert found["Ranges of severity, scanner", "beyond training"].cases == 1
    assert found["The station", "does not grade"].cases == 2


# --- causes

SEEN_AS = {"counts cut": "too few counts", "brown fat": "brown fat"}


def singles(cause: str, seen: str, shares: tuple[float, ...]) -> tuple[Prediction, ...]:
    return tuple(
        prediction(100 + number, 2, 0.4, causes={seen: share, "moved": 0.5}, severities={cause: 1})
        for number, share in enumerate(shares)
    )


FLAWLESS = tuple(
    prediction(200 + number, 5, 0.9, causes={"too few counts": share, "brown fat": 0.0})
    for number, share in enumerate((0.1, 0.2, 0.3, 0.4))
)


def test_a_cause_is_detected_by_what_the_network_calls_it():
    own = singles("counts cut", "too few counts", (0.35, 0.9))
    (found,) = cause_figures({"counts cut": own}, FLAWLESS, (), SEEN_AS)
    assert found.seen_as == "too few counts"
    assert found.by_cause.value == pytest.approx(7 / 8)
    assert found.by_grade.value == 1.0
    assert found.detection is found.by_cause
    assert found.is_limit is False


def test_a_cause_that_the_network_does_not_tell_is_judged_by_the_grade():
    own = tuple(
        replace(row, probability_good=good, probabilities=(0.0, 1 - good, 0.0, good, 0.0))
        for row, good in zip(singles("calibration", "moved", (0.5, 0.5)), (0.95, 0.6), strict=True)
    )
    (found,) = cause_figures({"calibration": own}, FLAWLESS, (), SEEN_AS)
    assert found.by_cause.value is None
    assert found.detection.value == pytest.approx(0.5)
    assert found.is_limit is True


def test_what_was_not_tried_is_no_limit():
    (found,) = cause_figures({"brown fat": ()}, FLAWLESS, (), SEEN_AS)
    assert found.is_limit is None


def test_in_the_mix_images_that_show_the_cause_are_told_from_those_that_do_not():
    mix = (
        prediction(1, 2, 0.2, causes={"brown fat": 0.9}, spoiled={"brown fat": 2.0}),
        prediction(2, 2, 0.2, causes={"brown fat": 0.3}, spoiled={"brown fat": 4.4}),
        prediction(3, 5, 0.9, causes={"brown fat": 0.6}, spoiled={"brown fat": 4.6}),
        prediction(4, 2, 0.2, causes={"brown fat": 0.1}, spoiled={"too few counts": 1.0}),
    )
    (found,) = cause_figures(
        {"brown fat": singles("brown fat", "brown fat", (0.9,))}, FLAWLESS, mix, SEEN_AS
    )
    assert found.in_mix.value == pytest.approx(3 / 4)


# --- the rival


def trained_rival():
    training = population(range(1, 200), 3)
    return fit_rival([row.features for row in training], [row.facts.label for row in training])


def test_the_rival_is_tried_on_the_same_cases():
    rival = trained_rival()
    blind = replace(prediction(7, 4, 0.9), features=Features(nan, 1000))
    rows = population(range(5_000_000, 5_000_120), 4, sharp=0.2)
    found = compare_rival((*rows, blind, not_graded(8, 2)), rival, Reference.RATERS)
    assert (found.cases, found.left_out, found.fitted_on) == (120, 2, 199)
    assert found.auc.value is not None
    assert found.rival_auc.value is not None
    assert found.gain.value is not None
    assert found.gain.value == pytest.approx(found.auc.value - found.rival_auc.value)
    assert found.gain.value > 0
    assert found.rival_kappa.value is not None
    assert found.kappa.value is not None
    assert 0.3 < found.rival_kappa.value < found.kappa.value


def test_a_case_twice_is_a_mistake():
    with pytest.raises(ValueError, match="named twice"):
        compare_rival((ROWS[0], ROWS[0]), trained_rival(), Reference.RATERS)


# --- the requirements


def evidence(**values: Any) -> Evidence:
    given: dict[str, Any] = {
        "held_out": population(range(5_000_000, 5_000_160), sharp=0.3),
        "flawless": FLAWLESS,
        "singles": {"counts cut": singles("counts cut", "too few counts", (0.95, 0.9))},
        "seen_as": SEEN_AS,
        "good_from": 0.5,
        "good_from_source": "set by hand",
        "rival": None,
    }
    return Evidence(**(given | values))


def test_a_good_grader_reaches_the_requirements():
    lines = {
        (line.group, line.what): line for line in requirements(evidence(rival=trained_rival()))
    }
    groups = {group for group, _ in lines}
    assert groups == {
        "Held-out cases",
        "Poor told from Good",
        "Five grades",
        "Calibration",
        "Trivial rival",
        "Single causes told from flawless images",
    }
    assert lines["Poor told from Good", "AUC, task 4's grouping"].met is True
    assert lines["Held-out cases", "Patients never trained on"].met is True
    kappa = lines["Five grades", "Quadratic-weighted kappa"]
    assert kappa.met is True
    assert "to" in kappa.reached
    cause = lines["Single causes told from flawless images", "counts cut"]
    assert (cause.target, cause.met) == ("AUC ≥ 0.85, or a limit", True)


def test_a_poor_grader_does_not():
    rows = tuple(
        prediction(seed, 1 + seed % 5, 0.5 + 0.3 * np.sin(seed * 7.3)) for seed in range(60)
    )
    own = singles("counts cut", "too few counts", (0.05, 0.25))
    lines = requirements(evidence(held_out=rows, singles={"counts cut": own}))
    said = {line.group: line for line in lines}
    assert {line.met for line in lines if line.group == "Poor told from Good"} == {False}
    assert said["Held-out cases"].met is False
    assert said["Five grades"].met is False
    assert said["Single causes told from flawless images"].met is False
    assert "a limit of the grader" in said["Single causes told from flawless images"].reached


def test_what_was_not_measured_is_neither_reached_nor_missed():
    lines = requirements(evidence(held_out=(), singles={"brown fat": ()}))
    assert {line.met for line in lines if line.group != "Held-out cases"} == {None}


def test_a_rival_that_is_only_just_beaten_is_told_so():
    def line_of(rows):
        lines = requirements(evidence(held_out=rows, singles={}, rival=rival))
        return next(line for line in lines if line.group == "Trivial rival")

    rival = trained_rival()
    just = population(range(5_000_000, 5_000_040), sharp=0.6)
    gain = compare_rival(just, rival, Reference.RATERS).gain
    assert gain.ci is not None
    assert gain.value is not None
    assert gain.ci[0] <= 0 < gain.value
    assert line_of(just).met is True
    assert "the interval holds 0" in line_of(just).reached
    clearly = population(range(5_000_000, 5_000_300), sharp=0.05)
    assert "the interval holds 0" not in line_of(clearly).reached


def test_a_cause_is_shown_where_it_alone_would_cost_grade_5():
    row = Prediction(
        facts(1, 4, spoiled={"brown fat": 4.49, "extravasation": 4.5}),
        None,
        None,
        None,
        {},
        None,
        "not tried",
        Features(0.1, 1),
    )
    assert row.shows("brown fat")
    assert not row.shows("extravasation")
    assert not row.shows("moved")
    assert DETECTED_FROM == 0.85
