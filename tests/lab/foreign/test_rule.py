"""The written rule: monotone, its own inverse, the worst cause decides."""

import numpy as np
import pytest

from station.lab.foreign.rule import (
    BEST,
    RULE,
    WORST,
    Wrong,
    grade_of,
    overall,
    quality_of,
    severity_of,
)


@pytest.mark.parametrize("wrong", Wrong)
def test_a_grade_falls_at_each_step_of_its_cause(wrong):
    for step, grade in zip(RULE[wrong], (4, 3, 2, 1), strict=True):
        assert grade_of(quality_of(wrong, step * 1.01)) == grade
        assert grade_of(quality_of(wrong, step * 0.99)) == grade + 1


@pytest.mark.parametrize("wrong", Wrong)
def test_the_severity_of_a_quality_gives_that_quality(wrong):
    for quality in np.linspace(WORST, BEST, 9):
        assert quality_of(wrong, severity_of(wrong, quality)) == pytest.approx(quality)


def test_nothing_wrong_is_the_best():
    assert overall({}) == BEST
    assert quality_of(Wrong.MOTION, 0.0) == BEST


def test_the_worst_cause_decides():
    severities = {Wrong.COUNTS: 8.0, Wrong.MOTION: 20.0}
    assert overall(severities) == quality_of(Wrong.MOTION, 20.0)
    assert grade_of(overall(severities)) == 2
