"""SUV inputs as a person writes and reads them."""

import contextlib
import json
from collections.abc import Iterator
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station.app import language
from station.app.language import Language
from station.app.viewing.typed import format_input, parse_input, parse_upper, parts_of
from station.errors import StationError
from station.pet.suv import InputName, Source, SuvInput

DAY = date(2026, 11, 20)
NAME = InputName


def row(value: float | str | None, unit: str = "", typed_as: InputName | None = None) -> SuvInput:
    return SuvInput("Weight", value, unit, "(0010,1030)", Source.HEADER, typed_as=typed_as)


# --- Quantities ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        (NAME.WEIGHT_KG, "70", 70.0),
        (NAME.WEIGHT_KG, " 70.5 kg ", 70.5),
        (NAME.WEIGHT_KG, "70,5", 70.5),
        (NAME.WEIGHT_KG, "70500 g", 70.5),
        (NAME.HEIGHT_M, "1.75", 1.75),
        (NAME.HEIGHT_M, "175 cm", 1.75),
        (NAME.HEIGHT_M, "175cm", 1.75),
        (NAME.INJECTED_ACTIVITY_BQ, "350", 350e6),
        (NAME.INJECTED_ACTIVITY_BQ, "350 MBq", 350e6),
        (NAME.INJECTED_ACTIVITY_BQ, "350 mbq", 350e6),
        (NAME.INJECTED_ACTIVITY_BQ, "3.5e8 Bq", 350e6),
        (NAME.INJECTED_ACTIVITY_BQ, "350000 kBq", 350e6),
        (NAME.INJECTED_ACTIVITY_BQ, "0,35 GBq", 350e6),
        (NAME.INJECTED_ACTIVITY_BQ, "10 mCi", 370e6),
        (NAME.HALF_LIFE_S, "6586.2", 6586.2),
        (NAME.HALF_LIFE_S, "109.77 min", 6586.2),
        (NAME.HALF_LIFE_S, "2 h", 7200.0),
    ],
)
def test_a_number_is_read_in_the_unit_written_or_the_usual_one(name, text, value):
    assert parse_input(name, text, DAY) == pytest.approx(value)


@pytest.mark.parametrize(
    ("name", "text", "sentence"),
    [
        (NAME.WEIGHT_KG, "", '"" is not a number. Type a number in kg.'),
        (NAME.WEIGHT_KG, "heavy", '"heavy" is not a number. Type a number in kg.'),
        (NAME.WEIGHT_KG, "70 or 80", '"70 or 80" is not a number. Type a number in kg.'),
        (NAME.WEIGHT_KG, "1e999", '"1e999" is not a number. Type a number in kg.'),
        (NAME.WEIGHT_KG, "nan", '"nan" is not a number. Type a number in kg.'),
        (NAME.WEIGHT_KG, "155 lb", '"lb" is not a unit for this. Use kg, g.'),
        (NAME.HEIGHT_M, "5 ft", '"ft" is not a unit for this. Use m, cm.'),
        (
            NAME.INJECTED_ACTIVITY_BQ,
            "350 kg",
            '"kg" is not a unit for this. Use MBq, Bq, kBq, GBq, mCi.',
        ),
        (NAME.INJECTED_ACTIVITY_BQ, "x", '"x" is not a number. Type a number in MBq.'),
        (NAME.HALF_LIFE_S, "2 d", '"d" is not a unit for this. Use s, min, h.'),
    ],
)
def test_what_cannot_be_read_is_refused_with_what_can_be_written(name, text, sentence):
    with pytest.raises(StationError) as refused:
        parse_input(name, text, DAY)
    assert str(refused.value) == sentence


def test_a_comma_that_may_stand_between_thousands_is_not_guessed_at():
    with pytest.raises(StationError, match=r"1,750.*can mean 1\.75 or 1750"):
        parse_input(NAME.INJECTED_ACTIVITY_BQ, "1,750", DAY)
    assert parse_input(NAME.HEIGHT_M, "0,750", DAY) == 0.75, "no thousands begin with 0"
    assert parse_input(NAME.INJECTED_ACTIVITY_BQ, "1234,567", DAY) == pytest.approx(1234.567e6)


@given(st.floats(0.01, 99_999))
def test_a_written_number_is_read_back_with_a_point_and_with_a_comma(value: float):
    text = f"{value:.2f}"
    assert parse_input(NAME.WEIGHT_KG, text, DAY) == float(text)
    assert parse_input(NAME.WEIGHT_KG, text.replace(".", ","), DAY) == float(text)


@given(st.sampled_from(InputName), st.text(max_size=20))
def test_any_text_gives_a_value_that_can_be_recorded_or_a_sentence(name: InputName, text: str):
    with contextlib.suppress(StationError):
        value = parse_input(name, text, DAY)
        json.dumps(value.isoformat() if isinstance(value, datetime) else value, allow_nan=False)


# --- Sex ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "letter"),
    [("M", "M"), ("f", "F"), (" O ", "O"), ("male", "M"), ("Female", "F"), ("other", "O")],
)
def test_sex_is_a_letter_or_its_word(text: str, letter: str):
    assert parse_input(NAME.SEX, text, None) == letter


@pytest.mark.parametrize("text", ["", "X", "unknown", "fifty", "1"])
def test_another_word_is_no_sex(text: str):
    with pytest.raises(StationError, match=r"is not a sex as DICOM writes it\. Type M, F or O\."):
        parse_input(NAME.SEX, text, None)


# --- Moments ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-11-20 08:30:15", datetime(2026, 11, 20, 8, 30, 15)),
        ("2026-11-20 08:30", datetime(2026, 11, 20, 8, 30)),
        ("2026-11-20T08:30", datetime(2026, 11, 20, 8, 30)),
        ("08:30:15", datetime(2026, 11, 20, 8, 30, 15)),
        (" 8:30 ", datetime(2026, 11, 20, 8, 30)),
    ],
)
def test_a_time_without_a_date_is_one_of_the_scans_day(text: str, moment: datetime):
    assert parse_input(NAME.INJECTION_DATETIME, text, DAY) == moment


@pytest.mark.parametrize("text", ["", "noon", "25:00", "2026-13-01 08:30", "08.30"])
def test_what_is_no_time_is_refused_with_an_example(text: str):
    with pytest.raises(StationError, match=r"is not a date and time\. Type it as 2026-11-20 08:30"):
        parse_input(NAME.INJECTION_DATETIME, text, DAY)


def test_a_time_alone_is_refused_where_the_scan_has_no_day():
    with pytest.raises(StationError) as refused:
        parse_input(NAME.REFERENCE_DATETIME, "08:30", None)
    assert str(refused.value) == ('"08:30" is not a date and time. Type it as 2026-11-20 08:30:00.')


# --- Reading ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "written"),
    [
        (row(70.0, "kg"), "70 kg"),
        (row(350e6, "Bq"), "350 MBq"),
        (row(6586.2, "s"), "6586 s"),
        (row("F"), "F"),
        (row("2026-11-20T08:30:00"), "08:30:00"),
        (row("2026-11-19T23:30:00"), "2026-11-19 23:30:00"),
        (row("^18^Fluorine"), "18Fluorine"),
        (row(None, "kg", NAME.WEIGHT_KG), "missing"),
        (row(None, "kg"), "—"),
    ],
)
def test_a_line_is_written_as_a_reader_thinks_of_it(line: SuvInput, written: str):
    assert format_input(line, DAY) == written


@pytest.mark.parametrize("value", [55.0, 70.5, 112.0])
def test_what_the_panel_shows_can_be_typed_again(value: float):
    assert parse_input(NAME.WEIGHT_KG, format_input(row(value, "kg")), DAY) == value


# --- Upper bounds --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "upper"),
    [("12", 12.0), (" 12.5 ", 12.5), ("8,5", 8.5), ("0-9", 9.0), ("0 – 9", 9.0), ("0.0−7", 7.0)],
)
def test_an_upper_bound_is_a_number_or_a_range_from_0(text: str, upper: float):
    assert parse_upper(text, is_suv=True) == upper


@pytest.mark.parametrize("text", ["7-2", "2-7", "-5-5", "1–0", "0.5-3"])
def test_a_range_that_does_not_begin_at_0_is_refused_with_a_word(text: str):
    with pytest.raises(StationError, match=r"begins at .*, but a PET window begins at 0"):
        parse_upper(text, is_suv=True)


@pytest.mark.parametrize("text", ["", "-", "0", "0-0", "-5", "5-", "nan", "inf", "1e3", "1.2.3"])
def test_what_is_not_a_bound_is_refused(text: str):
    with pytest.raises(StationError, match=r"is not an upper bound\. Type a number"):
        parse_upper(text, is_suv=True)


def test_what_the_field_itself_writes_without_suv_is_read_back():
    assert parse_upper("0–12,345", is_suv=False) == 12_345.0
    assert parse_upper("1,234,567", is_suv=False) == 1_234_567.0
    with pytest.raises(StationError, match=r"can mean 1\.750 or 1750"):
        parse_upper("1,750", is_suv=True)


# --- Commas and points, by the language of the window -------------------------------------------


@pytest.fixture
def german() -> Iterator[None]:
    language.speak(Language.GERMAN, None)
    yield
    language.speak(Language.ENGLISH, None)


@pytest.mark.usefixtures("german")
@pytest.mark.parametrize("text", ["1.5", "1,5"])
def test_a_german_window_understands_both_decimal_signs(text: str):
    assert parse_input(NAME.HEIGHT_M, text, DAY) == 1.5
    assert parse_upper(text, is_suv=True) == 1.5
    assert parse_upper(text, is_suv=False) == 1.5


@pytest.mark.usefixtures("german")
@pytest.mark.parametrize("text", ["1.750", "1,750"])
def test_a_german_window_refuses_what_may_be_thousands(text: str):
    for parsed in (
        lambda: parse_input(NAME.WEIGHT_KG, text, DAY),
        lambda: parse_upper(text, is_suv=True),
        lambda: parse_upper(text, is_suv=False),
    ):
        with pytest.raises(StationError, match=r"can mean 1.750? or 1750"):
            parsed()


@pytest.mark.usefixtures("german")
def test_a_window_s_bound_is_understood_as_it_is_shown_there():
    assert parse_upper(f"0–{language.decimals('12,345')}", is_suv=False) == 12345
    assert parse_upper(f"0–{language.decimals('12.5')}", is_suv=True) == 12.5


@pytest.mark.usefixtures("german")
def test_a_typed_value_is_shown_with_the_comma():
    assert format_input(row(70.5, "kg")) == "70,5 kg"
    assert format_input(row(3.505e8, "Bq")) == "350,5 MBq"


LISTS = {
    "6, 8, 10": (["6", "8", "10"], ["6", "8", "10"]),
    "6 8; 10": (["6", "8", "10"], ["6", "8", "10"]),
    "6.5, 8": (["6.5", "8"], ["6.5", "8"]),
    "6,5; 8": (None, ["6.5", "8"]),
    "6,5 8": (None, ["6.5", "8"]),
    "6,8": (None, ["6.8"]),
    "6,8,10": (["6", "8", "10"], None),
    "6.5,8": (["6.5", "8"], None),
    "1.750, 2": (["1.750", "2"], None),
    "x, 2": (["x", "2"], ["x", "2"]),
    "": ([], []),
}
"""What is written; what is understood with the point and with the comma; None: refused"""


@pytest.mark.parametrize("text", LISTS)
@pytest.mark.parametrize("comma", [False, True])
def test_a_comma_in_a_list_is_understood_in_one_way_or_refused(text: str, comma: bool):
    language.speak(Language.GERMAN if comma else Language.ENGLISH, None)
    wanted = LISTS[text][comma]
    try:
        if wanted is None:
            with pytest.raises(StationError, match=r"without the point|a comma can part"):
                parts_of(text)
        else:
            assert parts_of(text) == wanted
    finally:
        language.speak(Language.ENGLISH, None)
