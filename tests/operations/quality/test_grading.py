"""Checks and network side by side: what stops what, and that nothing is lost on the way."""

import threading
from collections.abc import Callable

import numpy as np
import pytest

from station.errors import Cancelled, StationError
from station.operations.quality.grading import check_and_grade
from station.pet.image_quality import Verdict
from station.pet.volume import Geometry, Unit, Volume
from station.progress import Report, silent
from station.quality.assessment import Assessment
from station.quality.checks import Control
from tests.made_up import images
from tests.made_up.graders import COV, Stub

CONTROL = Control((COV,), in_view=("liver",))
LONG_S = 30.0
"""Nothing waits that long unless it is stuck"""


@pytest.fixture
def pet() -> Volume:
    return Volume(np.ones((2, 2, 2), np.float32), Geometry((2, 2, 2), np.eye(4)), Unit.SUV_BW)


class Slow(Stub):
    """A network that goes on until it is no longer wanted."""

    def __init__(self) -> None:
        super().__init__()
        self.begun, self.stopped = threading.Event(), threading.Event()
        self.allowed = threading.Event()

    def assess(self, pet: Volume, report: Report = silent) -> Assessment:
        self.begun.set()
        try:
            while not self.allowed.wait(0.005):
                report(0.5, "Grading the image")
        except Cancelled:
            self.stopped.set()
            raise
        return super().assess(pet, report)


def checked(control: Control = CONTROL, *, after: Callable[[], object] = lambda: None):
    def check(report: Report) -> Control:
        report(0.5, "Checking")
        after()
        return control

    return check


def test_the_network_is_at_work_while_the_checks_are(pet: Volume) -> None:
    network = Slow()

    def both_at_work() -> None:
        assert network.begun.wait(LONG_S)
        network.allowed.set()

    control, grade = check_and_grade(
        network, pet, images.series(), checked(after=both_at_work), evidence=True
    )
    assert control is CONTROL
    assert (grade.verdict, grade.grade) == (Verdict.GOOD, 4)
    assert grade.evidence is not None


def test_what_the_header_rules_out_is_not_shown_to_the_network(pet: Volume) -> None:
    network = Slow()
    network.grade = None
    control, grade = check_and_grade(network, pet, images.series(), checked())
    assert control is CONTROL, "it is checked nevertheless"
    assert grade.verdict is Verdict.NOT_GRADABLE
    assert "shows no body" in (grade.reason or "")
    assert not network.begun.is_set()


def test_what_the_checks_rule_out_stops_the_network(pet: Volume) -> None:
    network = Slow()
    refused = Control((), "It is a projection.")
    control, grade = check_and_grade(
        network,
        pet,
        images.series(),
        checked(refused, after=lambda: network.begun.wait(LONG_S)),
    )
    assert (control, grade.reason) == (refused, "It is a projection.")
    assert network.stopped.is_set()


def test_a_network_that_fails_on_what_the_checks_rule_out_is_no_failure(pet: Volume) -> None:
    network = Stub(error=ValueError("no voxel is above 0"))
    refused = Control((), "It is empty.")
    _, grade = check_and_grade(network, pet, images.series(), checked(refused))
    assert grade.reason == "It is empty."


def test_a_network_that_fails_is_a_failure(pet: Volume) -> None:
    network = Stub(error=StationError("The memory is used up."))
    with pytest.raises(StationError, match="used up"):
        check_and_grade(network, pet, images.series(), checked())


def test_who_cancels_during_the_checks_stops_the_network_too(pet: Volume) -> None:
    network = Slow()

    def asked_to_stop() -> None:
        assert network.begun.wait(LONG_S)
        raise Cancelled

    with pytest.raises(Cancelled):
        check_and_grade(network, pet, images.series(), checked(after=asked_to_stop))
    assert network.stopped.is_set()


def test_who_cancels_while_the_network_is_waited_for_stops_it(pet: Volume) -> None:
    network = Slow()

    def report(fraction: float, message: str) -> None:
        if message == "Grading the image":
            raise Cancelled

    with pytest.raises(Cancelled):
        check_and_grade(network, pet, images.series(), checked(), report=report)
    assert network.stopped.is_set()


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
