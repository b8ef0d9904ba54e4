"""`station settings`: listed, one at a time, set, set back; never next to an open window."""

import json
from pathlib import Path

import pytest

from station.app.preferences import ThemeName
from station.app.settings import DAMAGED_NAME, FILE_NAME, Settings
from station.app.settings_by_name import settings
from station.ui.actions import BINDINGS
from tests.cli.running import sentence, station

NAMES = [setting.name for setting in settings(BINDINGS)]


def test_all_settings_are_listed_for_people_and_for_programs():
    lines = station("settings").stdout.splitlines()
    assert [line.split()[0] for line in lines] == NAMES
    listed = json.loads(station("settings", "--json").stdout)
    assert list(listed) == NAMES
    assert (listed["theme"], listed["text-percent"]) == ("dark", 100)
    assert listed["suv-presets"] == [5, 6, 7, 10, 15, 20]
    assert listed["key.slice.up"] == ["Up", "Right"]
    assert listed["automatic-grading"] is True


def test_a_setting_is_set_for_the_next_start(station_home: Path):
    assert station("settings", "theme", "light").stdout == "theme light\n"
    assert station("settings", "key.view.blink", "F8 Shift+B").exit_code == 0
    state = Settings(station_home).first_state()
    assert state.preferences.theme is ThemeName.LIGHT
    assert station("settings", "theme").stdout == "theme light\n"
    shown = station("settings", "key.view.blink", "--json").stdout
    assert json.loads(shown) == {"key.view.blink": ["F8", "Shift+B"]}


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("theme", "pink"), "is not a theme. Use dark, light or high-contrast."),
        (("text-percent", "99999"), "Use a whole number from 90 to 150"),
        (("them",), 'There is no setting "them". Did you mean theme'),
        (("key.view.blink", "I"), "I is the key of “Inverse” (Image)."),
        (("key.view.reset", "3"), "3 scores in a blinded reading"),
        (("key.view.blink", "Nonsense"), '"Nonsense" is not a key.'),
        (("theme", "light", "--reset"), "--reset takes no setting"),
    ],
)
def test_what_cannot_be_is_one_sentence_and_changes_nothing(
    station_home: Path, arguments: tuple[str, ...], words: str
):
    result = station("settings", *arguments)
    assert result.exit_code == 1
    assert words in sentence(result)
    assert not (station_home / FILE_NAME).exists()


def test_reset_gives_every_setting_its_first_value():
    first = station("settings", "--json").stdout
    for name, value in (("theme", "light"), ("layout.pair", "grid"), ("key.view.blink", "none")):
        assert station("settings", name, value).exit_code == 0
    assert station("settings", "--reset", "--json").stdout == first
    assert station("settings", "--json").stdout == first


def test_damaged_settings_are_said_and_the_first_ones_are_listed(station_home: Path):
    station_home.mkdir()
    (station_home / FILE_NAME).write_bytes(b"\xff{not json")
    result = station("settings", "theme")
    assert result.exit_code == 0
    assert result.stdout == "theme dark\n"
    assert "The settings are damaged" in result.stderr
    assert (station_home / DAMAGED_NAME).read_bytes() == b"\xff{not json"


def test_a_setting_that_cannot_be_written_is_said(station_home: Path):
    station_home.write_text("in the way")
    result = station("settings", "theme", "light")
    assert result.exit_code == 1
    assert "The settings cannot be" in result.stderr


def test_an_open_window_keeps_its_own(monkeypatch: pytest.MonkeyPatch, station_home: Path):
    monkeypatch.setattr("station.ui.single.is_open", lambda home: True)
    for arguments in (("theme", "light"), ("--reset",)):
        result = station("settings", *arguments)
        assert result.exit_code == 1
        assert "A window of Station is open here" in result.stderr
    assert station("settings", "theme").stdout == "theme dark\n", "reading is always possible"
    assert not (station_home / FILE_NAME).exists()
