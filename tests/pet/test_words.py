"""Values, places and lists as people read them."""

from math import inf, nan

import pytest

from station.pet.volume import Unit
from station.pet.words import (
    count_of,
    finite,
    format_bound,
    format_position,
    format_value,
    listed,
    signed,
)


@pytest.mark.parametrize(
    ("names", "sentence"), [(["a"], "a"), (["a", "b"], "a and b"), ("abc", "a, b and c")]
)
def test_names_are_listed_as_a_sentence_has_them(names: list[str], sentence: str) -> None:
    assert listed(names) == sentence


def test_choices_are_joined_by_or() -> None:
    assert listed([1, 2, 3], "or") == "1, 2 or 3"


def test_one_is_singular_and_all_else_plural() -> None:
    assert [count_of(n, "case") for n in (0, 1, 2)] == ["0 cases", "1 case", "2 cases"]


def test_what_is_not_a_number_is_missing() -> None:
    assert [finite(value) for value in (None, nan, inf, 2.5)] == [None, None, None, 2.5]


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        (None, Unit.SUV_BW, "—"),
        (2.345, Unit.SUV_BW, "2.35"),
        (-0.354, Unit.SUV_BW, "−0.35"),
        (-0.001, Unit.SUV_BW, "0.00"),
        (-1000.4, Unit.HU, "−1000"),
        (-0.4, Unit.HU, "0"),
        (12345.6, Unit.BQ_PER_ML, "12,346"),
        (0.01234, Unit.BQ_PER_ML, "0.0123"),
    ],
)
def test_a_value_has_the_digits_of_its_unit(value: float | None, unit: Unit, text: str) -> None:
    assert format_value(value, unit) == text


@pytest.mark.parametrize(
    ("value", "places", "text"),
    [
        (1.806, 2, "+1.81"),
        (-3.94, 1, "−3.9"),
        (-0.003, 2, "0.00"),
        (0.2, 0, "0"),
        (-67.6, 0, "−68"),
    ],
)
def test_a_change_has_a_sign_unless_it_rounds_to_nothing(
    value: float, places: int, text: str
) -> None:
    assert signed(value, places) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [(7.0, "7"), (7.5, "7.5"), (7.26, "7.3"), (0.0123, "0.012"), (12345.0, "12,345")],
)
def test_a_bound_has_no_decimals_that_say_nothing(value: float, text: str) -> None:
    assert format_bound(value) == text


def test_a_position_is_in_lps_letters_without_a_sign() -> None:
    assert format_position((102.44, 33.1, -412.0)) == "L 102.4  P 33.1  I 412.0 mm"
