import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station.reading.names import look, opaque, tidy, twin_of, twins, twins_refusal


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
    [
        ("Ito", "ITO"),
        ("Anna", "Аnna"),
        ("STRASSE", "Straße"),
        ("Ｉｔｏ", "Ito"),
        ("P-1", "P–1"),
        ("O'Brien", "O’Brien"),
        ("葛", "葛\U000e0100"),
    ],
    ids=["letter case", "Cyrillic A", "sharp s", "full width", "dash", "apostrophe", "variant"],
)
def test_names_that_look_the_same_are_twins(pair: tuple[str, str]):
    assert twins(pair) == (tuple(sorted(pair)),)
    assert '"' + pair[0] + '"' in (twins_refusal("readers", pair) or "")


def test_different_names_are_no_twins():
    assert twins(["Ito", "Itō", "Mori", "Müller", "Muller"]) == ()
    assert twins_refusal("readers", ["Ito", "Mori"]) is None


@pytest.mark.parametrize("names", [("7", "007"), ("7", "7.0"), ("7", "7,0")])
def test_a_whole_number_that_a_spreadsheet_rewrote_looks_like_itself(names: tuple[str, str]):
    assert len(twins(names)) == 1
    assert twins(["1.05", "1.5", "10", "1"]) == ()


@pytest.mark.parametrize("nothing", ["\u200b", "\u2060", "\u3164", "\u2800", "\u00ad", "\u202e"])
def test_what_nobody_sees_is_no_name_and_no_part_of_one(nothing: str):
    assert tidy(nothing) == ""
    assert tidy(f"It{nothing}o") == "Ito"


def test_a_refusal_names_the_twins_their_places_and_what_to_do():
    places = {"ITO": "line 3", "Ito": "line 2"}
    assert twins_refusal("readers", places, places=places) == (
        'These readers look the same: "ITO" (line 3) and "Ito" (line 2). Write each name in one '
        "way only; where they are different, give them names that nobody can confuse."
    )


def test_the_twin_of_a_name_is_found_as_it_was_written():
    assert twin_of("dr. müller", ["Dr. Ito", "Dr. Müller"]) == "Dr. Müller"
    assert twin_of("Dr. Mori", ["Dr. Ito"]) is None


def test_a_password_is_the_same_from_every_keyboard_and_keeps_its_letter_case():
    """RFC 8265, table 2 and 4.2.2: composed, other blanks become spaces, case is kept."""
    assert opaque("correct\u00a0horse") == "correct horse"
    assert opaque("Schlu\u0308ssel") == "Schlüssel"
    assert opaque("πßå") == "πßå"
    assert opaque("Jack of ♦s") == "Jack of ♦s"
    assert opaque("Foo Bar") != opaque("foo bar")
    assert opaque(" two  blanks ") == " two  blanks "


def test_the_same_name_twice_is_one_name():
    assert twins(["Ito", "Ito ", "\u200bIto"]) == ()


@given(st.lists(st.text(max_size=12), max_size=6))
def test_twins_do_not_depend_on_the_order(names: list[str]):
    assert twins(names) == twins(reversed(names))
    assert all(len({look(name) for name in group}) == 1 for group in twins(names))
