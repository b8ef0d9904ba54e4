import tomllib
from math import inf, nan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station.toml_table import Check, is_number, number, switch, toml_lines, toml_value, whole

# -- numbers ---------------------------------------------------------------------------------------

POWER = number("power = 0.9", 0, 10)
RATE = number("rate = 0.5", 0, 1, above=True, below=True)
EPOCHS = whole("epochs = 10", 1, 100)
MIRROR = switch("mirror = true or false")


@pytest.mark.parametrize(
    ("check", "value"),
    [
        (POWER, 0),
        (POWER, 0.9),
        (POWER, 10.0),
        (RATE, 1e-9),
        (RATE, 0.999),
        (number("weight = 1", 1), 1e300),
        (EPOCHS, 1),
        (EPOCHS, 100),
        (MIRROR, True),
        (MIRROR, False),
    ],
)
def test_what_is_within_the_limits_is_not_wrong(check: Check, value: object) -> None:
    assert check.wrong(value) is None


@pytest.mark.parametrize(
    ("check", "value", "words"),
    [
        (POWER, -0.5, "is -0.5, less than 0"),
        (POWER, 10.5, "is 10.5, more than 10"),
        (RATE, 0, "is 0, not above 0"),
        (RATE, -1, "is -1, not above 0"),
        (RATE, 1.0, "is 1.0, not below 1"),
        (RATE, 2, "is 2, not below 1"),
        (POWER, "much", 'is "much", not a number'),
        (POWER, True, "is true, not a number"),
        (POWER, nan, "is nan, not a number"),
        (POWER, inf, "is inf, not a number"),
        (POWER, [1], "is a list, not a number"),
        (EPOCHS, 0, "is 0, less than 1"),
        (EPOCHS, 101, "is 101, more than 100"),
        (EPOCHS, 6.0, "is 6.0, not a whole number"),
        (EPOCHS, True, "is true, not a whole number"),
        (EPOCHS, {}, "is a table, not a whole number"),
        (MIRROR, 1, "is 1"),
        (MIRROR, "true", 'is "true"'),
    ],
)
def test_what_is_wrong_with_a_value_is_said(check: Check, value: object, words: str) -> None:
    assert check.wrong(value) == words


@pytest.mark.parametrize("value", [True, False, nan, inf, -inf, "1", None, [1.0]])
def test_a_switch_a_text_and_what_is_not_finite_are_no_numbers(value: object) -> None:
    assert not is_number(value)


def test_whole_and_broken_numbers_are_numbers() -> None:
    assert is_number(0)
    assert is_number(-2.5)


# -- writing ---------------------------------------------------------------------------------------

TEXTS = st.text(st.characters(exclude_categories=("Cc", "Cs")))
VALUES = st.one_of(
    st.booleans(),
    st.integers(-(2**63), 2**63 - 1),
    st.floats(allow_nan=False, allow_infinity=False),
    TEXTS,
    st.lists(TEXTS),
    st.lists(TEXTS, min_size=2).map("\n".join),
)


@given(VALUES)
def test_toml_reads_a_value_as_it_was_written(value: object) -> None:
    read = tomllib.loads(f"key = {toml_value(value)}\n")["key"]
    assert read == value
    assert type(read) is type(value)


@pytest.mark.parametrize("text", ['"', '"""', '\n"""', 'a\n"', 'a\n""', "a\n\\", '\\"\n""""'])
def test_quotation_marks_and_backslashes_are_kept(text: str) -> None:
    assert tomllib.loads(f"key = {toml_value(text)}\n") == {"key": text}


def test_values_are_written_a_line_each_and_none_is_left_out() -> None:
    written = toml_lines({"batch": 4, "seed": None, "mirror": True, "rates": (0.01, 1e-5)})
    assert written == "batch = 4\nmirror = true\nrates = [0.01, 1e-05]\n"


@pytest.mark.parametrize("value", [nan, inf])
def test_what_is_no_number_is_not_written(value: float) -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        toml_lines({"rate": value})
