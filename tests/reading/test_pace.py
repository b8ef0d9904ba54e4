import random

from hypothesis import given
from hypothesis import strategies as st

from station.reading.pace import FEWEST_BEFORE, RECENT, drifting, speeding_up


def test_a_reader_who_takes_a_third_of_the_time_is_told() -> None:
    sentence = speeding_up([60.0] * 20 + [20.0] * RECENT)
    assert sentence is not None
    assert "20 s per case over the last 10, 60 s before" in sentence


def test_a_reader_at_an_even_pace_is_not() -> None:
    times = [50.0 + 20 * (number % 3) for number in range(60)]
    assert speeding_up(times) is None


def test_one_quick_case_says_nothing() -> None:
    assert speeding_up([60.0] * 30 + [5.0]) is None


@given(st.lists(st.floats(0.1, 1000), max_size=FEWEST_BEFORE + RECENT - 1))
def test_nothing_is_said_of_a_few_cases(times: list[float]) -> None:
    assert speeding_up(times) is None


def test_scores_that_rise_over_the_list_are_told() -> None:
    sentence = drifting([2.0, 3.0] * 15 + [4.0, 5.0] * 15)
    assert sentence is not None
    assert sentence.startswith("Scores rise: 2.5 on average over the first 20, 4.5 over the last.")


def test_scores_in_a_random_order_hardly_ever_drift() -> None:
    chance = random.Random(20261120)
    told = 0
    for _ in range(1000):
        scores = [float(chance.choice([1, 2, 3, 4, 5])) for _ in range(100)]
        told += drifting(scores) is not None
    assert told <= 10


@given(st.lists(st.sampled_from([1.0, 2.0, 3.0, 4.0, 5.0]), max_size=120))
def test_what_rises_falls_when_read_backwards(scores: list[float]) -> None:
    forward, backward = drifting(scores), drifting(scores[::-1])
    assert (forward is None) == (backward is None)
    if forward is not None and backward is not None:
        assert ("rise" in forward) == ("fall" in backward)
