"""What the banner says: facts of the header, what is doubtful, and nothing to a blinded reader."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from station.app.state import GradingStage, Quality, Slot, State
from station.app.viewing.banner import Banner, Fact, age_years, banner
from station.frozen import Frozen
from station.pet.glucose import BloodGlucose
from station.pet.suv import InputName
from tests.app.conftest import Start
from tests.made_up import studies


def shown(state: State) -> Banner:
    said = banner(state)
    assert said is not None
    return said


def fact(state: State, name: str) -> Fact | None:
    return next((one for one in shown(state).facts if one.name == name), None)


def words(state: State) -> list[str]:
    return [one.words() for one in shown(state).facts]


@pytest.fixture
def opened(start: Start, tmp_path: Path) -> Callable[..., State]:
    """The state after a conventional PET with these attributes was opened."""

    def open_(**facts: object) -> State:
        studies.write_conventional(tmp_path / "study", **facts)
        return start().open(tmp_path / "study")

    return open_


def test_the_banner_says_who_was_scanned_with_what_and_when(opened: Callable[..., State]) -> None:
    state = opened(
        PatientAge="059Y",
        PatientBirthDate="19650101",
        PatientComments="BSL 5.8 mmol/L",
        PatientSex="F",
    )
    assert shown(state).name == "Doe, Jane"
    assert "ID SYN1" in shown(state).tip
    assert words(state) == [
        "59 years",
        "female",
        "70 kg",
        "FDG",
        "350 MBq",
        "uptake 60 min",
        "glucose 5.8 mmol/L",
        "2024-03-01",
    ]
    assert [one.short for one in shown(state).facts] == [
        "59 y",
        "F",
        "70 kg",
        "FDG",
        "350 MBq",
        "60 min p.i.",
        "5.8 mmol/L",
        "2024-03-01",
    ]
    assert shown(state).sentence.startswith("Doe, Jane, 59 years, female, 70 kg, FDG, 350 MBq")


def test_what_the_header_does_not_say_is_left_out(opened: Callable[..., State]) -> None:
    state = opened(
        PatientWeight=None,
        PatientSex=None,
        PatientBirthDate=None,
        PatientName="",
        RadiopharmaceuticalInformationSequence=None,
    )
    assert shown(state).name == "SYN1"
    assert words(state) == ["2024-03-01"]


def test_a_blinded_reader_and_an_empty_window_are_shown_nobody(
    opened: Callable[..., State],
) -> None:
    assert banner(State()) is None
    state = opened()
    assert banner(state) is not None
    assert banner(replace(state, blinded=True)) is None


def test_a_typed_weight_and_an_unusual_one_are_marked(start: Start, pair: Path) -> None:
    program = start()
    program.open(pair)
    program.workflow.type_input(InputName.WEIGHT_KG, 72.5, "72.5")
    weight = fact(program.state, "weight")
    assert weight is not None
    assert weight.words() == "72.5 kg typed"
    assert "Dr A" in weight.tip
    program.session.undo_stack.undo()
    plain = fact(program.state, "weight")
    assert plain is not None
    assert plain.words() == "70 kg"


def test_a_weight_that_cannot_be_right_is_to_be_checked_with_the_reason(
    opened: Callable[..., State],
) -> None:
    weight = fact(opened(PatientWeight="700"), "weight")
    assert weight is not None
    assert weight.words() == "700 kg check"
    assert "not between" in weight.tip


def test_an_age_that_contradicts_the_birth_date_is_to_be_checked(
    opened: Callable[..., State],
) -> None:
    age = fact(opened(PatientAge="059Y", PatientBirthDate="19300101"), "age")
    assert age is not None
    assert age.words() == "59 years check"
    assert "from the birth date the age is 94 years" in age.tip


def test_without_a_stated_age_it_is_that_of_the_birth_date(opened: Callable[..., State]) -> None:
    age = fact(opened(PatientBirthDate="19650302"), "age")
    assert age is not None
    assert age.words() == "58 years", "the 59th birthday is the day after the scan"


@pytest.mark.parametrize(
    ("born", "day", "years"),
    [
        (date(2000, 2, 29), date(2024, 2, 28), 23),
        (date(2000, 2, 29), date(2024, 2, 29), 24),
        (date(2024, 1, 2), date(2024, 1, 1), None),
    ],
)
def test_years_are_completed_years(born: date, day: date, years: int | None) -> None:
    assert age_years(born, day) == years


@pytest.mark.parametrize("active_column", [0, 1])
def test_the_badge_is_the_conventional_images_wherever_the_pointer_is(
    start: Start, pair: Path, active_column: int
) -> None:
    program = start()
    state = program.open(pair)
    conventional = state.series(Slot.CONVENTIONAL)
    assert conventional is not None
    quality = Frozen({conventional.key: Quality(GradingStage.AT_WORK)})
    said = shown(replace(state, quality=quality, active_column=active_column))
    assert said.quality is not None
    assert said.quality.text == "grading…"
    assert said.sentence.endswith("quality grading…")


def test_glucose_and_age_are_those_of_the_open_study_alone(
    start: Start, tmp_path: Path, other_patient: Path
) -> None:
    studies.write_conventional(tmp_path / "one", PatientAge="059Y", PatientComments="BSL 6 mmol/L")
    program = start()
    state = program.open(tmp_path / "one")
    assert state.header_age == "59 years"
    assert state.blood_glucose == BloodGlucose(6.0, "PatientComments")
    state = program.open(other_patient)
    assert (state.header_age, state.blood_glucose) == ("", None)
