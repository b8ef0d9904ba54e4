import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station.reading.names import look, tidy, twins, twins_refusal


@pytest.mark.parametrize(
    "typed",
    [
        "Dr. Müller",
        unicodedata.normalize("NFD", "Dr. Müller"),
        "  Dr.  Müller ",
        "Dr.\u00a0Müller",
        "\u200bDr. Mü\u00adller\ufeff",
    ],
    ids=["as it is", "decomposed", "blanks", "no-break blank", "invisible characters"],
)
def test_one_name_typed_in_many_ways_is_one_name(typed: str):
    assert tidy(typed) == "Dr. Müller"


@given(st.text(max_size=30))
def test_a_tidy_name_stays_as_it_is(name: str):
    assert tidy(tidy(name)) == tidy(name)


@pytest.mark.parametrize(
    "pair",
    [("Ito", "ITO"), ("Anna", "Аnna"), ("STRASSE", "Straße"), ("Ｉｔｏ", "Ito")],
    ids=["letter case", "Cyrillic A", "sharp s", "full width"],
)
def test_names_that_look_the_same_are_twins(pair: tuple[str, str]):
    assert twins(pair) == (tuple(sorted(pair)),)
    assert '"' + pair[0] + '"' in (twins_refusal("readers", pair) or "")


def test_different_names_are_no_twins():
    assert twins(["Ito", "Itō", "Mori", "Müller", "Muller"]) == ()
    assert twins_refusal("readers", ["Ito", "Mori"]) is None


def test_the_same_name_twice_is_one_name():
    assert twins(["Ito", "Ito ", "\u200bIto"]) == ()


@given(st.lists(st.text(max_size=12), max_size=6))
def test_twins_do_not_depend_on_the_order(names: list[str]):
    assert twins(names) == twins(reversed(names))
    assert all(len({look(name) for name in group}) == 1 for group in twins(names))
