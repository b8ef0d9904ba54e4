"""Graded cases from seeds, kept in a folder."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest

from station.errors import Cancelled
from station.lab.graded_cases import (
    FLAWLESS,
    HELD_OUT,
    SEEN,
    TOO_FEW_COUNTS,
    TRAINED_ON,
    Population,
    make_cases,
    spoiled,
)
from station.quality.cases import Case, load_case, load_facts
from station.simulate.degrade import TRAINING, WIDER, Cause
from station.simulate.grading import NOISE_RULE, RULE, graded_case
from tests.quality.images import case
from tests.simulate.test_grading import COARSELY

pytestmark = pytest.mark.simulated

COARSE = Population(TRAINING, COARSELY)


def test_held_out_cases_reach_further_than_those_of_training() -> None:
    assert TRAINED_ON.ranges == TRAINING
    assert HELD_OUT.ranges == WIDER
    assert set(TRAINED_ON.clinics) < set(HELD_OUT.clinics)
    assert not FLAWLESS.ranges


def test_what_is_seen_of_a_cause_is_the_quality_that_it_alone_would_leave() -> None:
    found = spoiled(NOISE_RULE[1], {Cause.MOVED: RULE[Cause.MOVED][2], Cause.CALIBRATION: 80.0})
    assert found == {TOO_FEW_COUNTS: pytest.approx(3.5), "moved during PET": pytest.approx(2.5)}
    assert set(found) <= set(SEEN)
    assert str(Cause.CALIBRATION) not in SEEN


def test_cases_are_those_of_the_simulator_and_follow_from_their_seeds(tmp_path: Path) -> None:
    (path,) = make_cases(COARSE, [11], tmp_path)
    made = graded_case(11, clinics=COARSELY)
    kept = load_case(path)
    assert kept.facts.label == made.label
    assert kept.facts.quality == made.planned.quality
    assert kept.facts.severities == {str(c): s for c, s in made.planned.plan.severities}
    assert kept.facts.beyond_training  # for a scanner that training has not
    assert float(kept.image.voxels.sum(dtype=float)) == pytest.approx(
        float(made.image.voxels.sum(dtype=float)), rel=1e-3
    )


@dataclass(frozen=True)
class Counted(Population):
    """Cases at once, and the seeds that were asked for."""

    asked: tuple[list[int], ...] = ([],)

    def case(self, seed: int) -> Case:
        self.asked[0].append(seed)
        return case(seed, 5)


def test_only_what_is_missing_is_made_and_a_stop_keeps_what_there_is(tmp_path: Path) -> None:
    counted = Counted({}, (), asked=([],))

    def stop(fraction: float, message: str) -> None:
        if message == "Simulating examination 3 of 4":
            raise Cancelled

    with pytest.raises(Cancelled):
        make_cases(counted, range(1, 5), tmp_path, report=stop)
    assert counted.asked[0] == [1, 2]
    paths = make_cases(counted, range(1, 5), tmp_path)
    assert counted.asked[0] == [1, 2, 3, 4]
    assert [load_facts(path).seed for path in paths] == [1, 2, 3, 4]


def test_several_processes_make_the_same_cases(tmp_path: Path) -> None:
    paths = make_cases(COARSE, [11, 12], tmp_path / "two", jobs=2)
    (alone,) = make_cases(COARSE, [12], tmp_path / "one")
    one, other = load_case(paths[1]), load_case(alone)
    assert one.facts == other.facts
    np.testing.assert_array_equal(one.voxels, other.voxels)
