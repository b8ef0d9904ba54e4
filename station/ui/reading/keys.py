"""Keys of the images in a blinded reading. A reader may have others; those of the form are fixed
(`FIXED_BLINDED` in `station/app/keys.py`)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from station.app import keys as keyboard
from station.app.keys import Binding, Chosen
from station.app.language import marked, tr
from station.app.state import Plane

BLINDED = marked("Blinded reading")
"""Their heading, where the others have the name of a menu"""


class Images(Protocol):
    """What the keys do to the images of a case."""

    def step(self, slices: int) -> None: ...
    def go_to_end(self, last: bool) -> None: ...
    def show_plane(self, plane: Plane) -> None: ...
    def turn(self, steps: int) -> None: ...
    def step_window(self, steps: int) -> None: ...
    def reset(self) -> None: ...
    def toggle_crosshair(self) -> None: ...


Look = Callable[[Images], None]


@dataclass(frozen=True)
class _Row:
    binding: Binding
    look: Look


def _row(id_: str, text: str, key: str, look: Look) -> _Row:
    binding = Binding(f"blinded.{id_}", BLINDED, text, (key,), in_window=False, blinded=True)
    return _Row(binding, look)


_TABLE = (
    _row("axial", marked("Axial"), "A", lambda images: images.show_plane(Plane.AXIAL)),
    _row("coronal", marked("Coronal"), "C", lambda images: images.show_plane(Plane.CORONAL)),
    _row("sagittal", marked("Sagittal"), "S", lambda images: images.show_plane(Plane.SAGITTAL)),
    _row("up", marked("A slice up"), "PgUp", lambda images: images.step(1)),
    _row("down", marked("A slice down"), "PgDown", lambda images: images.step(-1)),
    _row("left", marked("Turn the MIP to the left"), "Left", lambda images: images.turn(-1)),
    _row("right", marked("Turn the MIP to the right"), "Right", lambda images: images.turn(1)),
    _row("wider", marked("Wider window, if adjustable"), "+", lambda images: images.step_window(1)),
    _row("narrower", marked("Narrower window"), "-", lambda images: images.step_window(-1)),
)
BLINDED_BINDINGS: tuple[Binding, ...] = tuple(row.binding for row in _TABLE)

SHARED_KEYS = {
    "slice.last": ("Home",),
    "slice.first": ("End",),
    "view.reset": ("Space",),
    "view.crosshair": ("X",),
}
"""Of actions of the window that are done here too, with the same keys"""
_SHARED = tuple(
    Binding(id_, BLINDED, id_, keys, in_window=False, blinded=True)
    for id_, keys in SHARED_KEYS.items()
)

LOOKS: dict[str, Look] = {
    **{row.binding.id: row.look for row in _TABLE},
    "slice.last": lambda images: images.go_to_end(last=True),
    "slice.first": lambda images: images.go_to_end(last=False),
    "view.reset": lambda images: images.reset(),
    "view.crosshair": lambda images: images.toggle_crosshair(),
}
"""By the id of the binding"""

_SIGNS = {"Left": "←", "Right": "→", "Up": "↑", "Down": "↓", "-": "−"}


class Keys:
    """The keys of one reader."""

    def __init__(self, chosen: Chosen | None = None) -> None:
        bindings = (*BLINDED_BINDINGS, *_SHARED)
        kept = keyboard.usable(bindings, chosen or {})
        self._keys = {one.id: keyboard.keys_of(one, kept) for one in bindings}

    def look(self, names: frozenset[str]) -> Look | None:
        """What a key does that may be written in these ways."""
        for id_, keys in self._keys.items():
            if not names.isdisjoint(keys):
                return LOOKS[id_]
        return None

    def signs(self, *ids: str) -> str:
        """`PgUp PgDn`: the first key of each, as it is on the keyboard."""
        keys = (self._keys[id_][0] if self._keys[id_] else "–" for id_ in ids)
        return " ".join(_SIGNS.get(key, key) for key in keys)

    def lines(self) -> Sequence[tuple[str, str]]:
        """All keys of the screen on which images are read, and what they do."""
        return (
            ("1–5", "score"),
            (tr("↑ ↓ Tab"), tr("go to another question")),
            (tr("Y N"), tr("artifact: yes, no")),
            ("Enter", tr("confirm; in a text: finish it")),
            ("Esc", "pause"),
            (
                self.signs("blinded.axial", "blinded.coronal", "blinded.sagittal"),
                tr("axial, coronal, sagittal"),
            ),
            (self.signs("blinded.up", "blinded.down"), tr("a slice up, down; wheel")),
            (self.signs("slice.last", "slice.first"), tr("last, first slice")),
            (self.signs("blinded.left", "blinded.right"), tr("turn the MIP; wheel")),
            (
                self.signs("blinded.wider", "blinded.narrower"),
                tr("window, if adjustable; left drag"),
            ),
            (self.signs("view.reset"), tr("whole body, original window")),
            (self.signs("view.crosshair"), tr("crosshair on, off")),
        )
