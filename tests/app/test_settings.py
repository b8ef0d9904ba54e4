"""What the program remembers between runs: a file that may be damaged, old or read-only."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from station.app.desk import Desk
from station.app.language import Language
from station.app.preferences import DecimalSign, Preferences, ThemeName
from station.app.settings import DAMAGED_NAME, FILE_NAME, REMEMBERED, Settings
from station.app.state import (
    DisplayRange,
    Layout,
    Link,
    OwnLayout,
    Slot,
    State,
    StudyKind,
    Windows,
)
from station.errors import StationError
from station.frozen import Frozen

CHANGED = State(
    layout=Layout.GRID,
    window=DisplayRange(0.0, 12.5),
    ct_window=DisplayRange(-1350.0, 150.0),
    colormap="hot-iron",
    inverse=False,
    blend=0.25,
    smooth=False,
    captions=False,
    crosshair_shown=False,
    automatic_grading=False,
    links=frozenset({Link.SLICE, Link.ZOOM}),
    own_layouts=(
        OwnLayout(
            "Mine & yours",
            Layout.PET_CT,
            Slot.DENOISED,
            True,
            "hot-iron",
            False,
            Frozen({"pet-ct.rows": (0.75, 0.25)}),
        ),
    ),
    chosen_layouts=Frozen({StudyKind.PET_CT: "own:Mine & yours", StudyKind.PAIR: "grid"}),
    automatic_layout=False,
    splits=Frozen({"compare.rows": (0.5, 0.5)}),
    start_window=DisplayRange(0.0, 10.0),
    start_ct_window=DisplayRange(0.0, 80.0),
    study_windows=Frozen(
        {"1.2.3": Windows(DisplayRange(0.0, 15.0), 0.5, DisplayRange(-450.0, 1050.0))}
    ),
    preferences=Preferences(
        language=Language.JAPANESE,
        theme=ThemeName.LIGHT,
        text_percent=125,
        suv_presets=(2.5, 5.0, 7.5, 10.0, 12.5, 15.0),
        keys=Frozen({"view.blink": ("Shift+B", "F8"), "image.mip": ()}),
        decimal_sign=DecimalSign.COMMA,
        open_folder="/data/in",
        export_folder="/data/out",
    ),
    reader="Dr Müller",
)


def remembered(state: State) -> list[Any]:
    return [getattr(state, name) for name in REMEMBERED]


def written(home: Path, text: str) -> Settings:
    home.mkdir(parents=True, exist_ok=True)
    (home / FILE_NAME).write_text(text, encoding="utf-8")
    return Settings(home)


def with_state(home: Path, **fields: Any) -> State:
    """The first state when another version left these fields."""
    return written(home, json.dumps({"state": fields})).first_state()


# --- Round trip ---------------------------------------------------------------------------------


def test_what_was_remembered_comes_back(station_home: Path):
    Settings(station_home).remember_state(CHANGED)
    assert remembered(Settings(station_home).first_state()) == remembered(CHANGED)


def test_every_remembered_field_differs_in_this_test_from_the_default():
    same = [name for name in REMEMBERED if getattr(CHANGED, name) == getattr(State(), name)]
    assert same == []


def test_no_links_at_all_come_back_as_none(station_home: Path):
    Settings(station_home).remember_state(replace(CHANGED, links=frozenset()))
    assert Settings(station_home).first_state().links == frozenset()


def test_what_was_open_is_not_remembered(station_home: Path):
    Settings(station_home).remember_state(replace(CHANGED, notice="Read this.", fusion=True))
    state = Settings(station_home).first_state()
    assert (state.notice, state.fusion, state.study) == ("", False, None)


def test_texts_flags_and_bytes_come_back(station_home: Path):
    Settings(station_home).remember({"folder": "/data/ü", "panel": False, "geometry": b"\x00\xff"})
    again = Settings(station_home)
    assert again.text("folder") == "/data/ü"
    assert again.flag("panel", True) is False
    assert again.data("geometry") == b"\x00\xff"


def test_what_was_never_remembered_is_the_default(station_home: Path):
    settings = Settings(station_home)
    assert settings.text("folder", "here") == "here"
    assert settings.flag("panel", True) is True
    assert settings.data("geometry") is None
    assert remembered(settings.first_state())[:-1] == remembered(State())[:-1]


def test_remembering_one_thing_keeps_the_others(station_home: Path):
    Settings(station_home).remember({"folder": "/data"})
    Settings(station_home).remember_state(CHANGED)
    assert Settings(station_home).text("folder") == "/data"


# --- Files that are not as they should be -------------------------------------------------------


@pytest.mark.parametrize(
    "text", ["", "{", "[1, 2]", "null", "\x00\x01", '{"state": 5}', '{"state": []}', "[" * 100_000]
)
def test_a_damaged_file_counts_as_empty(station_home: Path, text: str):
    settings = written(station_home, text)
    assert remembered(settings.first_state())[:-1] == remembered(State())[:-1]
    settings.remember_state(CHANGED)
    assert remembered(Settings(station_home).first_state()) == remembered(CHANGED)


def test_a_file_that_is_no_text_counts_as_empty(station_home: Path):
    station_home.mkdir()
    (station_home / FILE_NAME).write_bytes(b"\xff\xfe\x80")
    assert Settings(station_home).first_state().layout is Layout.COMPARE


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("layout", "holographic"),
        ("layout", 3),
        ("window", [0.0]),
        ("window", []),
        ("window", None),
        ("window", "wide"),
        ("window", [7.0, 0.0]),
        ("window", [0.0, 1e9]),
        ("window", [0.0, float("nan")]),
        ("window", [float("-inf"), 7.0]),
        ("window", [3.0, 7.0]),
        ("ct_window", [float("-inf"), 150.0]),
        ("ct_window", {"low": 0}),
        ("colormap", "magma"),
        ("colormap", ["grey"]),
        ("inverse", "yes"),
        ("blend", "half"),
        ("blend", 1.5),
        ("blend", -0.5),
        ("blend", float("nan")),
        ("links", 7),
        ("links", ["crosshair", "heartbeat"]),
        ("own_layouts", 5),
        ("own_layouts", ["compare"]),
        ("own_layouts", [{"name": "", "layout": "grid"}]),
        ("chosen_layouts", ["grid"]),
        ("chosen_layouts", {"pair": "holographic", "hologram": "grid", "pet": 4}),
        ("automatic_layout", "yes"),
        ("splits", [1, 2]),
        ("splits", {"compare.rows": ["a", "b"], "grid.rows": None}),
        ("start_window", [3.0, 7.0]),
        ("start_ct_window", [150.0, -150.0]),
        ("study_windows", {"1.2.3": [1e9, 1.0, 0.0, 80.0], "1.2.4": [7.0], "1.2.5": "wide"}),
        ("study_windows", {"1.2.3": [7.0, float("nan"), 0.0, 80.0]}),
        ("reader", ""),
        ("reader", None),
    ],
)
def test_a_value_of_another_version_gives_way_to_the_default(
    station_home: Path, monkeypatch: pytest.MonkeyPatch, name: str, value: Any
):
    monkeypatch.setattr("getpass.getuser", lambda: "")
    state = with_state(station_home, **{"smooth": False, name: value})
    assert getattr(state, name) == getattr(replace(State(), reader=state.reader), name)
    assert state.smooth is False, "the rest is kept"


def test_a_field_of_another_version_is_passed_over(station_home: Path):
    assert with_state(station_home, hologram=True, layout="grid").layout is Layout.GRID


def test_values_of_the_wrong_kind_are_the_default(station_home: Path):
    settings = written(station_home, '{"folder": 5, "panel": "no", "geometry": "%%%"}')
    assert settings.text("folder", "here") == "here"
    assert settings.flag("panel", True) is True
    assert settings.data("geometry") is None


def test_a_folder_that_cannot_be_written_costs_the_memory_and_not_the_program(tmp_path: Path):
    (tmp_path / "file").write_text("", encoding="utf-8")
    settings = Settings(tmp_path / "file")
    settings.remember_state(CHANGED)
    settings.remember({"folder": "/data"})
    assert settings.text("folder") == "/data"


def test_no_half_written_file_is_left(station_home: Path):
    Settings(station_home).remember_state(CHANGED)
    assert [path.name for path in station_home.iterdir()] == [FILE_NAME]


# --- The reader ---------------------------------------------------------------------------------


def test_until_somebody_gives_his_name_the_reader_is_who_is_logged_in(
    station_home: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("getpass.getuser", lambda: "amueller")
    assert Settings(station_home).first_state().reader == "amueller"
    assert with_state(station_home, reader="").reader == "amueller", "a record needs a name"


def test_a_computer_without_a_login_still_has_a_reader(
    station_home: Path, monkeypatch: pytest.MonkeyPatch
):
    def unknown() -> str:
        raise KeyError("getpwuid(): uid not found")

    monkeypatch.setattr("getpass.getuser", unknown)
    assert Settings(station_home).first_state().reader == "unnamed reader"


# --- Damaged, said --------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["", "{", "[1, 2]", "null", "\x00\x01", '{"state": ' + "[" * 9999])
def test_a_damaged_file_is_said_and_kept_aside(station_home: Path, text: str):
    settings = written(station_home, text)
    assert settings.problem.startswith("The settings are damaged")
    assert (station_home / DAMAGED_NAME).read_text() == text
    assert settings.first_state().preferences == Preferences()


def test_settings_that_are_missing_or_whole_are_nothing_to_speak_of(station_home: Path):
    assert Settings(station_home).problem == ""
    Settings(station_home).remember_state(CHANGED)
    again = Settings(station_home)
    again.first_state()
    assert again.problem == ""
    assert not (station_home / DAMAGED_NAME).exists()


def test_a_preference_that_makes_no_sense_is_named_and_the_others_hold(station_home: Path):
    kept = {"theme": "pink", "text_percent": 125, "suv_presets": [1]}
    settings = written(station_home, json.dumps({"state": {"preferences": kept}}))
    assert settings.first_state().preferences == Preferences(text_percent=125)
    assert "theme and suv-presets could not be used" in settings.problem


@pytest.mark.parametrize("value", [None, 4, "dark", ["dark"]])
def test_preferences_of_another_shape_are_the_first_ones(station_home: Path, value: object):
    assert with_state(station_home, preferences=value).preferences == Preferences()


def test_what_could_not_be_read_is_a_notice_of_the_window(station_home: Path):
    written(station_home, "{")
    desk = Desk(station_home)
    assert desk.state.notice.startswith("The settings are damaged")
    desk.close()
    assert Settings(station_home).problem == "", "it is said once"


def test_a_read_only_folder_is_said_to_who_wants_to_be_sure(station_home: Path):
    settings = Settings(station_home)
    station_home.write_text("in the way")
    settings.remember_state(CHANGED)
    with pytest.raises(StationError, match="The settings cannot be written"):
        settings.keep_state(CHANGED)
