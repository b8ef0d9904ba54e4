"""A reader's own keys in a blinded reading; scores stay on 1 to 5."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from station.app.keys import FIXED_BLINDED
from station.app.preferences import Preferences, ThemeName
from station.app.settings import Settings
from station.app.state import Plane, State
from station.archive.readings import ReaderStudies
from station.operations.reading.sign_in import Purpose
from station.ui import theme
from station.ui.actions import BINDINGS
from station.ui.reading.keys import LOOKS, SHARED_KEYS, Keys
from station.ui.reading.screen import ReadingScreen
from station.ui.reading.start import ReadingStart
from tests.archive.reader_studies import quick, reader
from tests.made_up.blinded import new_studies
from tests.ui.blinded import ESCAPE, press, show

Key = Qt.Key
OWN = {
    "blinded.coronal": ("V",),
    "blinded.up": ("W",),
    "view.crosshair": ("Shift+X", "F6"),
    "view.reset": ("Backspace",),
}


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    quick(monkeypatch)


@pytest.fixture
def studies(station_home: Path) -> Iterator[ReaderStudies]:
    made = new_studies(station_home, cases=2)
    yield made
    made.close()


@pytest.fixture
def screen(qapp: object, studies: ReaderStudies) -> Iterator[ReadingScreen]:
    """Of a reader who has keys of their own."""
    shown = show(reader(studies), keys=Keys(OWN))
    yield shown
    shown._on_close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_every_key_of_the_screen_can_be_chosen_in_the_preferences() -> None:
    blinded = {binding.id for binding in BINDINGS if binding.blinded}
    assert blinded == set(LOOKS)
    for binding in BINDINGS:
        if binding.id in SHARED_KEYS:
            assert binding.keys == SHARED_KEYS[binding.id], "one key in window and reading"


def test_a_reader_s_own_keys_work_and_those_in_whose_place_they_are_do_not(
    screen: ReadingScreen,
) -> None:
    press(screen, "c")
    assert screen.images.plane is Plane.AXIAL
    press(screen, "v")
    assert screen.images.plane is Plane.CORONAL
    state = screen.reading.workflow.state
    press(screen, "x")
    assert screen.reading.workflow.state.crosshair_shown is state.crosshair_shown
    QTest.keyClick(screen, Key.Key_X, Qt.KeyboardModifier.ShiftModifier)
    assert screen.reading.workflow.state.crosshair_shown is not state.crosshair_shown
    press(screen, Key.Key_F6)
    assert screen.reading.workflow.state.crosshair_shown is state.crosshair_shown
    place = screen.reading.workflow.state.views[0].position_mm
    press(screen, Key.Key_PageUp)
    assert screen.reading.workflow.state.views[0].position_mm == place
    press(screen, "w")
    assert screen.reading.workflow.state.views[0].position_mm != place


def test_scores_are_on_1_to_5_whatever_a_file_of_settings_says(studies: ReaderStudies) -> None:
    greedy = {"blinded.coronal": ("3",), "view.reset": ("Return",), "blinded.up": ("Y",)}
    shown = show(reader(studies), keys=Keys(greedy))
    first = shown.reading.state.focus
    assert first is not None
    press(shown, "3")
    assert shown.reading.state.answers[first] == 3
    assert shown.images.plane is Plane.AXIAL
    press(shown, "c")
    assert shown.images.plane is Plane.CORONAL, "what cannot be used leaves the first key"
    shown._on_close()


def test_the_pause_and_the_footer_name_the_reader_s_own_keys(screen: ReadingScreen) -> None:
    assert screen.footer.keys.text().startswith("A V S: plane")
    assert screen.footer.keys.text().endswith("Backspace: reset")
    press(screen, ESCAPE)
    words = [label.text() for label in screen.paused.findChildren(QLabel)]
    for key in ("A V S", "W PgDown", "Shift+X", "Backspace", "1–5"):
        assert key in words


def test_what_the_form_needs_is_what_the_screen_takes_before_any_key_of_the_images() -> None:
    for names in FIXED_BLINDED:
        assert Keys().look(frozenset({names})) is None


def test_a_reading_without_the_window_has_the_keys_and_the_theme_of_its_user(
    qapp: object, station_home: Path, studies: ReaderStudies
) -> None:
    preferences = Preferences(theme=ThemeName.LIGHT)
    Settings(station_home).remember_state(State(preferences=preferences))
    start = ReadingStart(station_home, Purpose.READ)
    assert theme.THEMES[ThemeName.LIGHT]["panel"] == theme.PANEL
    start.dialog.close()
    start.close()
    theme.apply_look(Preferences())
