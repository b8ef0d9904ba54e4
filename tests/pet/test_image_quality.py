"""The words in which values and limits of checks are written."""

import pytest

from station.pet.image_quality import (
    Check,
    Interval,
    Limits,
    Status,
    limits_words,
    number_words,
    value_words,
)


def check(value: float | None, unit: str = "mm") -> Check:
    status = Status.NOT_POSSIBLE if value is None else Status.PASS
    return Check("Truncation", value, unit, (None, 16.0), status, "Source", "Sentence.")


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (2.3612, "2.36"),
        (0.908, "0.908"),
        (63.2, "63.2"),
        (0.0, "0"),
        (100.4, "100"),
        (999.6, "1,000"),
        (-3.0, "−3"),
    ],
)
def test_numbers_are_short_and_never_in_powers_of_ten(value: float, words: str) -> None:
    assert number_words(value) == words


def test_a_value_stands_with_its_unit() -> None:
    assert value_words(check(2.136)) == "2.14 mm"
    assert value_words(check(123456.0, "voxels")) == "123,456 voxels"
    assert value_words(check(None)) == "–"


@pytest.mark.parametrize(
    ("limits", "words"),
    [
        ((0.84, 2.36), "0.84–2.36"),
        ((None, 15.0), "≤ 15"),
        ((70.0, None), "≥ 70"),
        ((None, None), "–"),
    ],
)
def test_limits_are_written_as_the_field_does(limits: Interval, words: str) -> None:
    assert limits_words(limits) == words


def test_between_passing_and_failing_lies_what_is_to_be_looked_at() -> None:
    limits = Limits(1.3, 3.0, "Source", lowest=1.0, highest=4.5)
    answers = [limits.status(value) for value in (0.9, 1.0, 1.3, 3.0, 4.5, 4.6)]
    assert answers == ["fail", "look", "pass", "pass", "look", "fail"]
