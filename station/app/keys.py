"""Which keys do what: those of the table of actions, and the reader's own in their place.

A key is written as Qt writes it ("Ctrl+Shift+K", "PgUp", "+"). The window and the screen of a
blinded reading are two keyboards: a key may do one thing on each.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from station.app.language import marked, tr, translated
from station.errors import StationError
from station.frozen import Frozen

Chosen = Mapping[str, tuple[str, ...]]
"""The keys that differ from the first ones, by id"""

MOST_KEYS = 3
"""Of one action"""
FIXED = {
    "Esc": marked("ends what was begun last"),
    "Tab": marked("goes to the next field"),
    "Shift+Tab": marked("goes to the field before"),
    "Backtab": marked("goes to the field before"),
    "Shift+Backtab": marked("goes to the field before"),
    "Ctrl+C": marked("copies"),
    "Ctrl+V": marked("pastes"),
    "Ctrl+X": marked("cuts"),
    "Ctrl+A": marked("selects all"),
    "Menu": marked("opens the menu of a row"),
}
"""Keys of every window"""
FIXED_BLINDED = {
    **dict.fromkeys("12345", marked("scores")),
    "0": marked("says that no focus is seen"),
    "Y": marked("answers yes"),
    "N": marked("answers no"),
    "Up": marked("goes to the question before"),
    "Down": marked("goes to the next question"),
    "Return": marked("confirms"),
    "Enter": marked("confirms"),
}
"""Keys of the form in a blinded reading: no reader's score may depend on their settings"""
_MODIFIERS = frozenset(
    {
        marked("Shift"),
        marked("Ctrl"),
        marked("Control"),
        marked("Alt"),
        marked("Meta"),
        "AltGr",
        "CapsLock",
        "NumLock",
    }
)
_MODIFIER_KEYS = frozenset(
    {
        Qt.Key.Key_Shift,
        Qt.Key.Key_Control,
        Qt.Key.Key_Alt,
        Qt.Key.Key_AltGr,
        Qt.Key.Key_Meta,
        Qt.Key.Key_CapsLock,
        Qt.Key.Key_NumLock,
        Qt.Key.Key_ScrollLock,
        Qt.Key.Key_unknown,
        0,  # of an input method
    }
)


@dataclass(frozen=True)
class Binding:
    """One thing that keys do."""

    id: str
    menu: str
    text: str
    keys: tuple[str, ...]
    """At first"""
    in_window: bool = True
    blinded: bool = False
    """Whether it is done in a blinded reading too"""


def normal(key: str) -> str:
    """The one way in which a key is written; StationError where Qt knows no such key."""
    sequence = QKeySequence(key.strip())
    text = sequence.toString()
    if sequence.count() != 1 or not text or text in _MODIFIERS:
        raise StationError(
            tr(
                '"{key}" is not a key. Write one such as B, F5, PgUp, Ctrl+B or Ctrl+Shift+B.',
                key=key,
            )
        )
    return text


def keys_of(binding: Binding, chosen: Chosen) -> tuple[str, ...]:
    """The keys that do it now."""
    return chosen.get(binding.id, binding.keys)


def checked(
    bindings: Sequence[Binding], chosen: Chosen, id_: str, keys: Sequence[str]
) -> tuple[str, ...]:
    """The keys as they are kept; StationError where one of them cannot do this."""
    binding = found(bindings, id_)
    wanted = tuple(dict.fromkeys(map(normal, keys)))
    if len(wanted) > MOST_KEYS:
        raise StationError(
            tr(
                "{what} can have {most} keys at most.",
                what=translated(binding.text),
                most=MOST_KEYS,
            )
        )
    for key in wanted:
        if key in FIXED:
            raise StationError(
                tr(
                    "{key} {does} in every window. Choose another key.",
                    key=key,
                    does=translated(FIXED[key]),
                )
            )
        if binding.blinded and key in FIXED_BLINDED:
            raise StationError(
                tr(
                    "{key} {does} in a blinded reading, where {named} has a key too. "
                    "Choose another key.",
                    key=key,
                    does=translated(FIXED_BLINDED[key]),
                    named=_named(binding),
                )
            )
        for other in bindings:
            if other.id != id_ and _meet(binding, other) and key in keys_of(other, chosen):
                raise StationError(
                    tr(
                        "{key} is the key of {named}. Choose another key, or take it away "
                        "there first.",
                        key=key,
                        named=_named(other),
                    )
                )
    return wanted


def with_keys(
    bindings: Sequence[Binding], chosen: Chosen, id_: str, keys: Sequence[str]
) -> Frozen[str, tuple[str, ...]]:
    """With other keys for one thing. StationError: see `checked`."""
    wanted = checked(bindings, chosen, id_, keys)
    others = {one: value for one, value in chosen.items() if one != id_}
    if wanted != found(bindings, id_).keys:
        others[id_] = wanted
    return Frozen(others)


def as_first(bindings: Sequence[Binding], chosen: Chosen, id_: str) -> Frozen[str, tuple[str, ...]]:
    """With the first keys of one thing; StationError where another one has them now."""
    return with_keys(bindings, chosen, id_, found(bindings, id_).keys)


def usable(bindings: Sequence[Binding], chosen: Chosen) -> Frozen[str, tuple[str, ...]]:
    """What of a file can be used: nothing unknown, and no key twice."""
    known = {binding.id: binding for binding in bindings}
    candidates = {id_: keys for id_, keys in chosen.items() if id_ in known}
    while True:
        kept: dict[str, tuple[str, ...]] = {}
        for id_, keys in candidates.items():
            try:
                kept[id_] = checked(bindings, candidates, id_, keys)
            except StationError:
                break
        else:
            return Frozen(kept)
        candidates = {one: keys for one, keys in candidates.items() if one != id_}


def found(bindings: Sequence[Binding], id_: str) -> Binding:
    for binding in bindings:
        if binding.id == id_:
            return binding
    raise StationError(tr('There is no action "{id}". `station settings` lists them all.', id=id_))


def pressed(event: QKeyEvent) -> frozenset[str]:
    """The ways in which a key that is pressed may be written: on a keyboard where "+" needs Shift
    it is "+" all the same, and the keypad's keys are those of the letters."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    key = Qt.Key(event.key())
    names = {QKeySequence(event.keyCombination()).toString()}
    names.add(QKeySequence(modifiers.value | key.value).toString())
    sign = event.text().strip()
    is_sign = len(sign) == 1 and sign.isprintable() and not sign.isalpha()
    if is_sign and modifiers == Qt.KeyboardModifier.ShiftModifier:
        names.add(QKeySequence(key.value).toString())
    return frozenset(names - {""})


def written(event: QKeyEvent) -> str:
    """The way in which a key that is pressed is kept; empty for Shift, Ctrl and the like alone."""
    if event.key() in _MODIFIER_KEYS:
        return ""
    names = pressed(event)
    return min(names, key=lambda name: (name.count("Shift+"), len(name), name), default="")


def shown(keys: Sequence[str]) -> str:
    """`Up, Right`."""
    return ", ".join(keys)


def _meet(one: Binding, other: Binding) -> bool:
    """Whether both are done on one keyboard."""
    return (one.in_window and other.in_window) or (one.blinded and other.blinded)


def _named(binding: Binding) -> str:
    return f"“{binding.text.rstrip('…')}” ({binding.menu})"
