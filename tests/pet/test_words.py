from math import inf, nan

import pytest

from station.pet.words import count_of, finite, listed


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
