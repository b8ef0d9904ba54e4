"""Keys that a reader chooses: one thing a key, and none that scores depend on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from station.app import keys as keyboard
from station.app.keys import FIXED, FIXED_BLINDED, Binding, checked, usable, with_keys
from station.errors import StationError
from station.frozen import Frozen

BLINK = Binding("view.blink", "View", "Blink", ("B",))
SWAP = Binding("view.swap", "View", "Swap", ("Ctrl+E",))
RESET = Binding("view.reset", "View", "Reset", ("Space",), blinded=True)
AXIAL = Binding("blinded.axial", "Blinded reading", "Axial", ("A",), in_window=False, blinded=True)
ALL = (BLINK, SWAP, RESET, AXIAL)
NONE: Frozen[str, tuple[str, ...]] = Frozen()
SHIFT, KEYPAD = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.KeypadModifier
PLAIN = Qt.KeyboardModifier.NoModifier


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("b", "B"), ("ctrl+shift+k", "Ctrl+Shift+K"), ("pgup", "PgUp"), ("delete", "Del"), ("+", "+")],
)
def test_a_key_is_kept_in_one_way(typed: str, kept: str) -> None:
    assert keyboard.normal(typed) == kept


@pytest.mark.parametrize("typed", ["", " ", "Foo", "Ctrl", "Shift", "Ctrl+", "Ctrl+K, Ctrl+C"])
def test_what_is_not_one_key_is_refused(typed: str) -> None:
    with pytest.raises(StationError, match="is not a key"):
        with_keys(ALL, NONE, "view.blink", [typed])


def test_another_key_takes_the_place_of_the_first() -> None:
    chosen = with_keys(ALL, NONE, "view.blink", ["f8", "Shift+B"])
    assert chosen == {"view.blink": ("F8", "Shift+B")}
    assert keyboard.keys_of(BLINK, chosen) == ("F8", "Shift+B")
    assert keyboard.keys_of(SWAP, chosen) == ("Ctrl+E",)


def test_the_first_keys_are_not_kept() -> None:
    chosen = with_keys(ALL, NONE, "view.blink", ["F8"])
    assert with_keys(ALL, chosen, "view.blink", ["b"]) == {}


def test_an_action_may_be_without_a_key() -> None:
    chosen = with_keys(ALL, NONE, "view.blink", [])
    assert keyboard.keys_of(BLINK, chosen) == ()
    assert with_keys(ALL, chosen, "view.swap", ["B"]) == {"view.blink": (), "view.swap": ("B",)}


def test_a_key_that_another_action_has_is_refused_with_its_name() -> None:
    with pytest.raises(StationError, match=r"B is the key of “Blink” \(View\)"):
        with_keys(ALL, NONE, "view.swap", ["b"])


def test_four_keys_are_too_many() -> None:
    with pytest.raises(StationError, match="3 keys at most"):
        with_keys(ALL, NONE, "view.swap", ["F5", "F6", "F7", "F8"])


def test_window_and_blinded_reading_are_two_keyboards() -> None:
    assert with_keys(ALL, NONE, "view.blink", ["A"]) == {"view.blink": ("A",)}
    with pytest.raises(StationError, match="Axial"):
        with_keys(ALL, NONE, "view.reset", ["A"])


@pytest.mark.parametrize("key", sorted(FIXED))
def test_keys_of_every_window_cannot_be_taken(key: str) -> None:
    for binding in ALL:
        with pytest.raises(StationError, match="in every window"):
            with_keys(ALL, NONE, binding.id, [key])


@pytest.mark.parametrize("key", sorted(FIXED_BLINDED))
def test_keys_that_a_blinded_reading_needs_cannot_be_taken_there(key: str) -> None:
    for binding in (RESET, AXIAL):
        with pytest.raises(StationError, match="in a blinded reading"):
            with_keys(ALL, NONE, binding.id, [key])
    assert with_keys(ALL, NONE, "view.blink", [key]), "in the window scores are not asked for"


def test_an_action_that_does_not_exist_is_named() -> None:
    with pytest.raises(StationError, match=r'no action "view.blnk"'):
        with_keys(ALL, NONE, "view.blnk", ["F8"])


CHOICES = st.dictionaries(
    st.sampled_from([*(one.id for one in ALL), "gone"]),
    st.lists(st.sampled_from(["B", "A", "Ctrl+E", "Space", "F8", "5", "Esc", "Foo"])).map(tuple),
)


@given(CHOICES)
def test_of_any_file_what_can_be_used_has_no_key_twice(choices: dict[str, tuple[str, ...]]) -> None:
    chosen = usable(ALL, choices)
    for on_one_keyboard in (
        [one for one in ALL if one.in_window],
        [one for one in ALL if one.blinded],
    ):
        keys = [key for one in on_one_keyboard for key in keyboard.keys_of(one, chosen)]
        assert len(set(keys)) == len(keys)
    for id_, keys in chosen.items():
        assert checked(ALL, chosen, id_, keys) == keys
    assert usable(ALL, chosen) == chosen


def test_what_was_chosen_in_the_dialog_is_usable_as_a_whole() -> None:
    """Two keys that changed places are no conflict."""
    chosen = with_keys(ALL, with_keys(ALL, NONE, "view.blink", []), "view.swap", ["B"])
    chosen = with_keys(ALL, chosen, "view.blink", ["Ctrl+E"])
    assert usable(ALL, chosen) == chosen == {"view.swap": ("B",), "view.blink": ("Ctrl+E",)}


# --- Pressed -------------------------------------------------------------------------------------


def press(key: Qt.Key, text: str, modifiers: Qt.KeyboardModifier = PLAIN) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, key, modifiers, text)


@pytest.mark.parametrize(
    ("event", "written"),
    [
        (press(Qt.Key.Key_B, "b"), "B"),
        (press(Qt.Key.Key_B, "B", SHIFT), "Shift+B"),
        (press(Qt.Key.Key_Plus, "+"), "+"),
        (press(Qt.Key.Key_Plus, "+", SHIFT), "+"),
        (press(Qt.Key.Key_Plus, "+", KEYPAD), "+"),
        (press(Qt.Key.Key_5, "5", KEYPAD), "5"),
        (press(Qt.Key.Key_Space, " ", SHIFT), "Shift+Space"),
        (press(Qt.Key.Key_F5, "", SHIFT), "Shift+F5"),
        (press(Qt.Key.Key_Escape, "\x1b"), "Esc"),
        (press(Qt.Key.Key_Shift, "", SHIFT), ""),
        (press(Qt.Key.Key_Control, "", Qt.KeyboardModifier.ControlModifier), ""),
    ],
)
def test_a_key_that_is_pressed_is_written_as_a_reader_would(event: QKeyEvent, written: str) -> None:
    assert keyboard.written(event) == written
    assert not written or written in keyboard.pressed(event)
