"""Graded cases: the written rule, raters who differ, and cases that follow from their seeds."""

from collections import Counter
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from scipy.stats import norm

from station.errors import StationError
from station.simulate.clinics import PAPER_CLINIC, Clinic
from station.simulate.degrade import TRAINING, WIDER, Cause, Plan
from station.simulate.grading import (
    GRADES,
    NOISE_OF_BEST_PERCENT,
    NOISE_RULE,
    PAPER_MIX,
    RATER_SD,
    RULE,
    Thresholds,
    grade_of,
    graded_case,
    judged,
    planned_case,
    quality_of,
    rated,
    severity_of,
)
from station.simulate.world import World, draw_anyone, draw_coverage
from tests.simulate.test_examination import COARSE

pytestmark = pytest.mark.simulated

RULES = [(NOISE_RULE, NOISE_OF_BEST_PERCENT), *((rule, 0.0) for rule in RULE.values())]
WHOLE_BODY = replace(
    PAPER_CLINIC,
    scanner=replace(
        COARSE.scanner,
        slice_mm=12.0,
        voxel_mm=12.0,
        matrix=50,
        sensitivity=PAPER_CLINIC.scanner.sensitivity,
    ),
)
"""The paper's clinic in voxels so coarse that a whole body takes no time"""
COARSELY: tuple[Clinic, ...] = (WHOLE_BODY,)


@pytest.mark.parametrize(("rule", "flawless"), RULES)
def test_a_grade_is_lost_at_each_threshold(rule: Thresholds, flawless: float) -> None:
    assert grade_of(quality_of(flawless, rule, flawless)) == 5
    for number, threshold in enumerate(rule):
        if threshold < np.inf:
            assert grade_of(quality_of(0.999 * threshold, rule, flawless)) == 5 - number
            assert grade_of(quality_of(1.001 * threshold, rule, flawless)) == 4 - number


@pytest.mark.parametrize(("rule", "flawless"), RULES)
def test_quality_falls_with_severity_and_back(rule: Thresholds, flawless: float) -> None:
    severities = np.linspace(flawless, 1.5 * max(t for t in rule if t < np.inf), 40)
    qualities = [quality_of(float(s), rule, flawless) for s in severities]
    assert all(worse <= better for better, worse in pairwise(qualities))
    for quality in (5.0, 4.5, 4.0):
        severity = severity_of(quality, rule, flawless)
        assert severity is not None
        assert quality_of(severity, rule, flawless) == pytest.approx(quality, abs=1e-6)


def test_a_grade_that_a_cause_cannot_cost_has_no_severity() -> None:
    assert severity_of(1.0, RULE[Cause.CALIBRATION]) is None
    assert grade_of(quality_of(1e6, RULE[Cause.CALIBRATION])) == 3
    assert grade_of(quality_of(1e6, RULE[Cause.EXTRAVASATION])) == 1


def test_the_worst_cause_decides_and_others_weigh_a_little() -> None:
    moved = Plan(((Cause.MOVED, 12.0),))
    also_hot = Plan(((Cause.MOVED, 12.0), (Cause.BROWN_FAT, 5.0)))
    assert judged(Plan(), 5.0) > 5
    assert judged(moved, 5.0) == pytest.approx(quality_of(12.0, RULE[Cause.MOVED]))
    assert 0 < judged(moved, 5.0) - judged(also_hot, 5.0) < 0.5
    assert judged(moved, 60.0) < 1


def test_raters_differ_as_often_as_their_error_says() -> None:
    rng = np.random.default_rng(5)
    for quality in (3.0, 3.4, 3.5):
        edges = np.array([-np.inf, 1.5, 2.5, 3.5, 4.5, np.inf])
        shares = np.diff(norm.cdf(edges, quality, RATER_SD))
        both = np.mean([len(rated(quality, rng)) == 2 for _ in range(4000)])
        assert both == pytest.approx(float((shares**2).sum()), abs=0.03)


def test_the_third_rater_settles_between_the_two() -> None:
    rng = np.random.default_rng(6)
    settled = [grades for grades in (rated(2.5, rng) for _ in range(500)) if len(grades) == 3]
    assert settled
    for first, second, label in settled:
        assert first != second
        assert min(first, second) <= label <= max(first, second)


def test_true_grades_come_in_the_mix_of_the_paper() -> None:
    cases = [planned_case(seed, clinics=COARSELY) for seed in range(150)]
    counts = Counter(case.true_grade for case in cases)
    for grade, share in zip(GRADES, PAPER_MIX, strict=True):
        spread = (150 * share * (1 - share)) ** 0.5
        assert counts[grade] == pytest.approx(150 * share, abs=3.5 * spread)
    seen = {cause for case in cases for cause, _ in case.plan.severities}
    assert len(seen) >= len(Cause) - 1  # by chance, one may be missing
    agreed = np.mean([case.label == case.true_grade for case in cases])
    assert 0.6 < agreed < 0.95


def test_a_mix_can_be_asked_for() -> None:
    good = [planned_case(seed, mix=(0, 0, 0, 1, 1), clinics=COARSELY) for seed in range(20)]
    assert {case.true_grade for case in good} == {4, 5}


def test_severities_stay_in_the_ranges_and_held_out_ones_leave_those_of_training() -> None:
    mix = (1, 0, 0, 0, 0)
    usual = [planned_case(seed, mix=mix, clinics=COARSELY) for seed in range(40)]
    wide = [planned_case(seed, mix=mix, ranges=WIDER, clinics=COARSELY) for seed in range(40)]
    assert not any(case.plan.beyond_training for case in usual)
    assert any(case.plan.beyond_training for case in wide)
    for case in usual:
        for cause, severity in case.plan.severities:
            low, high = TRAINING[cause]
            assert low <= severity <= high


def test_a_case_follows_from_its_seed() -> None:
    first, again, other = (graded_case(seed, clinics=COARSELY) for seed in (3, 3, 4))
    assert first.planned == again.planned == planned_case(3, clinics=COARSELY)
    np.testing.assert_array_equal(first.image.voxels, again.image.voxels)
    assert first.planned.patient_seed != other.planned.patient_seed
    assert first.image.geometry.voxel_at(first.liver_mm) is not None
    assert first.label in GRADES
    assert first.image.voxels.dtype == np.float32


def test_a_case_of_a_wide_world_is_judged_by_the_noise_measured_in_its_image() -> None:
    world = World(draw_anyone, lambda rng: WHOLE_BODY, draw_coverage)
    made = graded_case(6, world=world)
    measured = made.examination.measured_noise_percent
    assert measured is not None
    assert made.planned.liver_noise_percent == measured
    assert made.planned.quality == judged(made.planned.plan, measured)
    assert made.planned.rater_grades[-1] in GRADES
    expected = planned_case(6, world=world)
    assert expected.plan == made.planned.plan
    assert expected.liver_noise_percent == made.examination.liver_noise_percent


def test_impossible_requests_are_refused_with_what_to_do() -> None:
    with pytest.raises(StationError, match="five shares"):
        planned_case(1, mix=(1, 1))
    with pytest.raises(StationError, match="No examination of grade 1"):
        planned_case(
            1,
            mix=(1, 0, 0, 0, 0),
            ranges={Cause.CALIBRATION: TRAINING[Cause.CALIBRATION]},
            clinics=COARSELY,
        )
