"""Every setting can be read and set by its name, and is in one place."""

from dataclasses import replace
from typing import Any

import pytest

from station.app.keys import Binding
from station.app.preferences import Preferences, ThemeName
from station.app.settings import REMEMBERED, Settings
from station.app.settings_by_name import CHOSEN, as_first, find, settings, shown
from station.app.state import DisplayRange, Layout, OwnLayout, State, StudyKind
from station.app.viewing.display import CT_PRESETS
from station.errors import StationError

BINDINGS = (
    Binding("view.blink", "View", "Blink", ("B",)),
    Binding("view.swap", "View", "Swap", ("Ctrl+E",)),
)
OWN = State(reader="Ito", own_layouts=(OwnLayout("Mine", Layout.GRID),))


def taken(name: str, text: str, state: State = OWN) -> State:
    return find(BINDINGS, name).taken(state, text)


def test_every_setting_is_set_by_the_value_that_it_shows() -> None:
    for setting in settings(BINDINGS):
        text = shown(setting.value(OWN))
        assert setting.value(setting.taken(OWN, text)) == setting.value(OWN), setting.name


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("reader", "  Dr  Müller ", "Dr Müller"),
        ("theme", "light", "light"),
        ("text-percent", "125", 125),
        ("suv-presets", "2.5 5 7,5".replace(",", ".") + " 10 12 15", [2.5, 5.0, 7.5, 10, 12, 15]),
        ("start-window", "0-10", 10.0),
        ("start-ct-window", "Lung", "lung"),
        ("start-ct-window", "-200 300", "-200 300"),
        ("colours", "hot-iron", "hot-iron"),
        ("inverse", "off", False),
        ("smooth", "no", False),
        ("automatic-layout", "off", False),
        ("layout.pair", "grid", "grid"),
        ("layout.pet-ct", "own:Mine", "own:Mine"),
        ("automatic-grading", "off", False),
        ("decimal-sign", "comma", "comma"),
        ("key.view.blink", "F8 Shift+B", ["F8", "Shift+B"]),
        ("key.view.blink", "none", []),
    ],
)
def test_a_setting_is_set_by_name(name: str, text: str, value: Any) -> None:
    after = taken(name, text)
    assert find(BINDINGS, name).value(after) == value
    changed = [field for field in REMEMBERED if getattr(after, field) != getattr(OWN, field)]
    assert len(changed) == 1
    assert changed[0] in CHOSEN, "what can be set can be set back"


@pytest.mark.parametrize(
    ("name", "text", "sentence"),
    [
        ("reader", "   ", "empty"),
        ("theme", "pink", "Use dark, light or high-contrast"),
        ("text-percent", "200", "from 90 to 150"),
        ("suv-presets", "5 6", "6 upper bounds"),
        ("start-window", "500", "from 0.1 to 200"),
        ("start-ct-window", "300 -200", "two bounds in HU"),
        ("start-ct-window", "nan nan", "two bounds in HU"),
        ("colours", "sepia", "is not a colour map"),
        ("inverse", "maybe", "neither on nor off"),
        ("layout.pair", "hologram", "is not a layout"),
        ("layout.pair", "own:Yours", "is not a layout"),
        ("open-folder", "/no/such/folder", "is not a folder"),
        ("decimal-sign", ";", "is not a decimal sign"),
        ("key.view.blink", "Ctrl+E", "is the key of “Swap”"),
        ("key.view.blink", "Escape", "in every window"),
    ],
)
def test_a_bad_value_is_refused_with_a_sentence(name: str, text: str, sentence: str) -> None:
    with pytest.raises(StationError, match=sentence):
        taken(name, text)


def test_an_unknown_name_is_refused_with_those_that_are_near() -> None:
    with pytest.raises(StationError, match=r'no setting "them"\. Did you mean theme'):
        find(BINDINGS, "them")


def test_what_is_set_is_there_at_the_next_start(station_home: Any) -> None:
    state = taken("key.view.blink", "F8", taken("theme", "light", taken("colours", "pet")))
    Settings(station_home).keep_state(state)
    again = Settings(station_home).first_state()
    assert again.preferences == state.preferences
    assert (again.preferences.theme, again.colormap) == (ThemeName.LIGHT, "pet")


def test_reset_is_of_all_settings_and_of_nothing_else() -> None:
    work = replace(OWN, captions=False, window=DisplayRange(0.0, 3.0))
    changed = work
    for name, text in (("theme", "light"), ("start-ct-window", "lung"), ("layout.pair", "grid")):
        changed = taken(name, text, changed)
    assert changed.start_ct_window == CT_PRESETS["Lung"]
    assert changed.chosen_layouts[StudyKind.PAIR] == "grid"
    first = as_first(changed)
    assert first.preferences == Preferences()
    assert {getattr(first, name) is getattr(work, name) for name in ("own_layouts", "window")} == {
        True
    }
    assert not first.captions
    for setting in settings(BINDINGS):
        if setting.name != "reader":
            assert setting.value(first) == setting.value(State()), setting.name
