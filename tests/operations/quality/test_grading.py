"""Checks and grade: what rules out what, and that nothing is lost on the way."""

import numpy as np
import pytest

from station.errors import Cancelled, StationError
from station.operations.quality.grading import check_and_grade
from station.pet.image_quality import Verdict
from station.pet.volume import Geometry, Unit, Volume
from station.progress import Report
from station.quality.checks import Control
from tests.made_up import images
from tests.made_up.graders import COV, Stub

CONTROL = Control((COV,), in_view=("liver",))


@pytest.fixture
def pet() -> Volume:
    return Volume(np.ones((2, 2, 2), np.float32), Geometry((2, 2, 2), np.eye(4)), Unit.SUV_BW)


def checked(control: Control = CONTROL):
    def check(report: Report) -> Control:
        report(0.5, "Checking")
        return control

    return check


def test_a_grade_is_made_of_the_image_and_of_what_its_checks_found(pet: Volume) -> None:
    grader = Stub()
    control, grade = check_and_grade(grader, pet, images.series(), checked(), evidence=True)
    assert control is CONTROL
    assert grader.assessed == [CONTROL]
    assert (grade.verdict, grade.grade) == (Verdict.GOOD, 4)
    assert grade.evidence is not None


def test_what_the_header_rules_out_is_checked_and_not_graded(pet: Volume) -> None:
    grader = Stub(grade=None)
    control, grade = check_and_grade(grader, pet, images.series(), checked())
    assert control is CONTROL
    assert grade.verdict is Verdict.NOT_GRADABLE
    assert "shows no body" in (grade.reason or "")
    assert grader.assessed == []


def test_what_the_checks_rule_out_is_not_graded(pet: Volume) -> None:
    grader = Stub(error=ValueError("nothing was found"))
    refused = Control((), "It is a projection.")
    control, grade = check_and_grade(grader, pet, images.series(), checked(refused))
    assert (control, grade.reason) == (refused, "It is a projection.")
    assert grader.assessed == []


def test_a_grader_that_fails_is_a_failure(pet: Volume) -> None:
    grader = Stub(error=StationError("The memory is used up."))
    with pytest.raises(StationError, match="used up"):
        check_and_grade(grader, pet, images.series(), checked())


@pytest.mark.parametrize("during", ["Checking", "Grading the image"])
def test_who_cancels_during_the_checks_or_the_grade_stops_both(pet: Volume, during: str) -> None:
    def report(fraction: float, message: str) -> None:
        if message == during:
            raise Cancelled

    with pytest.raises(Cancelled):
        check_and_grade(Stub(), pet, images.series(), checked(), report=report)


def test_progress_runs_from_start_to_end(pet: Volume) -> None:
    told: list[float] = []
    check_and_grade(
        Stub(),
        pet,
        images.series(),
        checked(),
        report=lambda fraction, message: told.append(fraction),
    )
    assert told == sorted(told)
    assert told[-1] == 1
