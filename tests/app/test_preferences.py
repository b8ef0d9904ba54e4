"""What a reader may prefer, and the sentences for what cannot be."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station.app import preferences
from station.app.preferences import (
    TEXT_PERCENT,
    TEXT_STEPS,
    DecimalSign,
    Preferences,
    ThemeName,
    as_plain,
    from_plain,
    proposed_percent,
)
from station.errors import StationError
from station.frozen import Frozen

COMMA = Preferences(decimal_sign=DecimalSign.COMMA)


@pytest.mark.parametrize("text", ["90", "100", " 125 % ", "150"])
def test_a_size_of_text_is_a_whole_percentage(text: str) -> None:
    assert preferences.text_percent(text) == int(text.strip(" %"))


@pytest.mark.parametrize("text", ["89", "151", "100.5", "", "large", "nan", "inf", "-100", "1e2x"])
def test_another_size_of_text_is_refused_with_what_is_allowed(text: str) -> None:
    with pytest.raises(StationError, match="from 90 to 150"):
        preferences.text_percent(text)


def test_the_sizes_that_are_offered_can_be_chosen() -> None:
    assert [preferences.text_percent(step) for step in TEXT_STEPS] == list(TEXT_STEPS)
    assert (TEXT_STEPS[0], TEXT_STEPS[-1]) == TEXT_PERCENT


@pytest.mark.parametrize(
    ("text", "bound"), [("7", 7.0), ("0-7", 7.0), ("0–12.5", 12.5), ("7,5", 7.5), ("0.1", 0.1)]
)
def test_a_window_is_written_by_its_upper_bound(text: str, bound: float) -> None:
    assert preferences.suv_bound(text) == bound


@pytest.mark.parametrize("text", ["", "0", "-7", "1-7", "201", "seven", "7 8", "nan", "1e9"])
def test_what_is_not_a_window_is_refused(text: str) -> None:
    with pytest.raises(StationError, match="is not an SUV window"):
        preferences.suv_bound(text)


@pytest.mark.parametrize(
    "bounds", [["5", "6"], list("123455"), list("654321"), list("1234567"), []]
)
def test_presets_are_six_and_ascend(bounds: list[str]) -> None:
    with pytest.raises(StationError, match="6 upper bounds, each larger"):
        preferences.suv_presets(bounds)


def test_a_theme_is_one_of_three() -> None:
    assert preferences.one_of(ThemeName, "Light", "a theme") is ThemeName.LIGHT
    with pytest.raises(StationError, match=r'"pink" is not a theme. Use dark, light or high-contr'):
        preferences.one_of(ThemeName, "pink", "a theme")


def test_a_folder_exists_or_is_the_last_one(tmp_path: object) -> None:
    assert preferences.folder("  ") == ""
    assert preferences.folder(tmp_path) == str(tmp_path)
    for text in (f"{tmp_path}/none", "relative"):
        with pytest.raises(StationError, match="is not a folder"):
            preferences.folder(text)


def test_numbers_of_a_text_have_the_reader_s_sign() -> None:
    text = "Lesion 1, SUVmax 13.96 (conventional 8.2), MTV 4.1 mL, S −423.0 mm. Grown at 41 %."
    assert Preferences().number(text) == text
    assert COMMA.number(text) == (
        "Lesion 1, SUVmax 13,96 (conventional 8,2), MTV 4,1 mL, S −423,0 mm. Grown at 41 %."
    )
    assert COMMA.number("1,234.5") == "1,234,5", "no number that is copied has thousands' commas"


@pytest.mark.parametrize(
    ("height", "scale", "percent"),
    [
        (720, 1.0, 100),
        (1080, 1.0, 100),
        (1440, 1.0, 125),
        (2160, 1.0, 150),
        (1080, 2.0, 100),  # the desktop scales a 4K screen by itself
        (2160, 2.0, 100),
    ],
)
def test_a_4k_screen_that_is_not_scaled_begins_with_larger_text(
    height: int, scale: float, percent: int
) -> None:
    assert proposed_percent(height, scale) == percent


# --- Kept ----------------------------------------------------------------------------------------


@given(
    st.builds(
        Preferences,
        theme=st.sampled_from(ThemeName),
        text_percent=st.integers(*TEXT_PERCENT),
        suv_presets=st.lists(st.integers(1, 400), min_size=6, max_size=6, unique=True).map(
            lambda numbers: tuple(number / 2 for number in sorted(numbers))
        ),
        keys=st.dictionaries(st.text(max_size=8), st.lists(st.text(max_size=5)).map(tuple)).map(
            Frozen
        ),
        decimal_sign=st.sampled_from(DecimalSign),
        open_folder=st.text(),
        export_folder=st.text(),
    )
)
def test_what_is_kept_is_read_as_it_was(chosen: Preferences) -> None:
    assert from_plain(as_plain(chosen)) == (chosen, ())


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("theme", "pink"),
        ("theme", 4),
        ("text_percent", 1000),
        ("text_percent", math.nan),
        ("text_percent", None),
        ("suv_presets", [5, 6]),
        ("suv_presets", "5 6 7 10 15 20"),
        ("keys", ["B"]),
        ("keys", {"view.blink": "B"}),
        ("keys", {"view.blink": [4]}),
        ("decimal_sign", ";"),
        ("open_folder", 7),
    ],
)
def test_what_makes_no_sense_is_left_out_and_named(name: str, value: object) -> None:
    plain = as_plain(COMMA) if name != "decimal_sign" else as_plain(Preferences())
    read, left_out = from_plain({**plain, name: value})
    assert left_out == (name.replace("_", "-"),)
    assert getattr(read, name) == getattr(Preferences(), name)
    if name != "decimal_sign":
        assert read.decimal_sign is DecimalSign.COMMA, "the others are kept"


def test_a_setting_of_another_version_is_nothing_to_speak_of() -> None:
    assert from_plain({"hologram": True}) == (Preferences(), ())
