"""The power of a planned study: against known power, by law, and from a pilot."""

from dataclasses import replace

import numpy as np
import pytest

from station.errors import Cancelled, StationError
from station.reading.analysis import ScoreRow
from station.reading.multi_reader import of_scores
from station.reading.planning import (
    FEWEST_STUDIES,
    Assumptions,
    Plan,
    Power,
    differences_of,
    effects_of,
    of_pilot,
    plan,
)
from station.reading.protocol import Arm
from tests.reading import known

NULL = Assumptions(effect=0.0, reader_arm_sd=0.3)


@pytest.mark.parametrize("readers", [2, 4])
def test_without_an_effect_4_to_7_percent_of_the_studies_find_one(readers: int):
    (found,) = plan(NULL, [readers], [50], 4000).powers
    one_sided = found.power
    assert 0.02 <= one_sided <= 0.035, "half of 4 to 7 %: a plan counts one direction"


def test_more_cases_help_until_the_readers_are_what_limits():
    assumed = Assumptions(effect=0.3, reader_arm_sd=0.0, case_arm_sd=0.0)
    small, large = plan(assumed, [3], [10, 80], 500).powers
    assert large.power > small.power + 0.2
    limited = Assumptions(effect=0.3, reader_arm_sd=0.4)
    some, many = plan(limited, [3], [50, 400], 500).powers
    assert abs(many.power - some.power) < 0.1


def test_more_readers_help():
    few, many = plan(Assumptions(effect=0.5, reader_arm_sd=0.3), [3, 8], [40], 500).powers
    assert many.power > few.power + 0.2


def test_non_inferiority_of_equal_arms_is_found_more_often_with_a_wider_margin():
    assumed = Assumptions(effect=0.0, reader_arm_sd=0.1, margin=0.3)
    (narrow,) = plan(assumed, [4], [40], 500).powers
    (wide,) = plan(replace(assumed, margin=1.0), [4], [40], 500).powers
    assert wide.power > narrow.power


def test_one_seed_gives_one_plan():
    assert plan(NULL, [2], [10], 200) == plan(NULL, [2], [10], 200)
    assert plan(NULL, [2], [10], 200) != plan(NULL, [2], [10], 200, seed=1)


def test_the_numbers_asked_for_next_to_it_change_no_power():
    alone, among = plan(NULL, [3], [20], 200), plan(NULL, [2, 3], [10, 20], 200)
    assert alone.powers[0] == among.powers[-1]


def test_the_simulated_studies_are_tested_like_a_real_one():
    differences = differences_of(Assumptions(), 3, 12, 4, np.random.default_rng(0))
    effects, covariances = effects_of(differences)
    for study in range(4):
        found = of_scores("abc", differences[study])
        assert found.effect == pytest.approx(effects[study].mean())
        spread = effects[study].var(ddof=1)
        off = (covariances[study].sum() - np.trace(covariances[study])) / 2
        assert known(found.first).error == pytest.approx(np.sqrt((spread + max(off, 0)) / 3))


def test_a_plan_can_be_stopped():
    def stop(fraction: float, message: str) -> None:
        if fraction > 0:
            raise Cancelled

    with pytest.raises(Cancelled):
        plan(NULL, [2, 3], [10], 200, report=stop)


def test_progress_rises_from_nought_to_one():
    told: list[float] = []
    plan(NULL, [2, 3], [10, 20], 200, report=lambda fraction, message: told.append(fraction))
    assert told == sorted(told)
    assert (told[0], told[-1]) == (0.0, pytest.approx(1.0))


def test_the_fewest_cases_are_those_from_which_on_power_is_reached():
    powers = [(20, 0.5), (30, 0.85), (40, 0.75), (50, 0.82), (60, 0.9)]
    made = Plan(NULL, 100, 0, tuple(Power(3, cases, p, (0.0, 1.0)) for cases, p in powers))
    assert made.fewest_cases(3) == 50
    assert made.fewest_cases(3, 0.95) is None
    assert made.fewest_cases(4) is None


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"reading_sd": -1.0}, "-1 is not a standard deviation"),
        ({"mean": 7.0}, "7 is not a mean score"),
        ({"effect": 4.5}, "4.5 is not a difference"),
        ({"margin": 0.0}, "0 is not a margin"),
    ],
)
def test_assumptions_that_cannot_be_are_refused(change: dict[str, float], sentence: str):
    with pytest.raises(StationError, match=sentence):
        Assumptions(**change)


@pytest.mark.parametrize(
    ("readers", "cases", "studies", "sentence"),
    [
        ([1], [20], 200, "Readers: 1 is not between 2 and 20."),
        ([2], [2], 200, "Cases: 2 is not between"),
        ([2], [20], FEWEST_STUDIES - 1, "Studies: 99 is not between"),
        ([], [20], 200, "No number of readers is given"),
    ],
)
def test_numbers_out_of_range_are_refused(readers, cases, studies, sentence):
    with pytest.raises(StationError, match=sentence):
        plan(NULL, readers, cases, studies)


# --- a pilot --------------------------------------------------------------------------------------


def pilot(readers: int, cases: int, seed: int = 1) -> list[ScoreRow]:
    """Rounded scores with known variances, on a long scale so that rounding changes little."""
    chance = np.random.default_rng(seed)
    shared = chance.normal(0, 0.5, (1, 1, cases)) + chance.normal(0, 0.3, (1, readers, 1))
    scores = 3 + shared + chance.normal(0, 0.4, (2, readers, 1))
    scores = scores + chance.normal(0, 0.6, (2, readers, cases)) + np.array([[[0]], [[0.5]]])
    clipped = np.clip(np.rint(scores), 1, 5).astype(int)
    return [
        ScoreRow(f"r{reader}", f"c{case}", arm, "noise", int(clipped[row, reader, case]))
        for row, arm in enumerate(Arm)
        for reader in range(readers)
        for case in range(cases)
    ]


def test_a_large_pilot_gives_back_what_it_was_made_of():
    found = of_pilot(pilot(20, 300), "noise")
    assert found.effect == pytest.approx(0.5, abs=0.3)
    assert found.reader_arm_sd == pytest.approx(0.4, abs=0.12)
    assert found.reading_sd == pytest.approx(np.hypot(0.6, 12**-0.5), abs=0.05), "with rounding"
    assert found.case_sd == pytest.approx(0.5, abs=0.05)
    assert found.case_arm_sd < 0.1


def test_incomplete_cases_and_repeats_of_a_pilot_do_not_count():
    rows = pilot(2, 10)
    again = [replace(row, repeat=1, score=1) for row in rows]
    half = ScoreRow("r0", "another", Arm.DENOISED, "noise", 5)
    assert of_pilot([*rows, *again, half], "noise") == of_pilot(rows, "noise")


def test_a_pilot_of_one_reader_is_refused():
    with pytest.raises(StationError, match="The pilot has 1 reader and 10 cases"):
        of_pilot(pilot(1, 10), "noise")
