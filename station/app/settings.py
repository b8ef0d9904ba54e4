"""What the program remembers between runs: a small JSON file in the data folder.

What of it a reader chooses has a name in `station/app/settings_by_name.py`.
"""

import getpass
import json
from base64 import b64decode, b64encode
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

from station.app import preferences
from station.app.library import STUDIES_REMEMBERED, remembered_windows
from station.app.preferences import Preferences
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
from station.app.viewing import layouts
from station.app.viewing.display import FRACTION_LIMITS, SUV_LIMITS
from station.errors import StationError
from station.frozen import Frozen
from station.pet import colormaps
from station.pet.words import listed
from station.whole_file import whole_file

FILE_NAME = "settings.json"
WELCOMED = "welcomed"
"""The name of a flag: this user has seen the pages of the first start"""
DAMAGED_NAME = "settings-damaged.json"
"""What could not be read is kept under this name"""

REMEMBERED = (
    "layout",
    "window",
    "ct_window",
    "colormap",
    "inverse",
    "blend",
    "smooth",
    "captions",
    "crosshair_shown",
    "links",
    "automatic_grading",
    "own_layouts",
    "chosen_layouts",
    "automatic_layout",
    "splits",
    "start_window",
    "start_ct_window",
    "study_windows",
    "preferences",
    "reader",
)
"""Fields of the state that outlive the program"""

CT_LIMITS_HU = (-1e5, 1e5)
NAMELESS = "unnamed reader"


class Settings:
    """Values by name, written whole each time; a damaged file counts as empty."""

    def __init__(self, home: Path) -> None:
        self._path = home / FILE_NAME
        self.problem = ""
        """What of the file could not be used, in a sentence"""
        self._values = self._read()

    def _read(self) -> dict[str, Any]:
        try:
            text = self._path.read_bytes()
        except FileNotFoundError:
            return {}
        except OSError as error:
            self.problem = (
                f"The settings cannot be read ({error.strerror}), so that Station begins with its "
                f"own. They are in {self._path}."
            )
            return {}
        try:
            values = json.loads(text.decode("utf-8"))
        except (ValueError, RecursionError):
            values = None
        if isinstance(values, dict):
            return cast("dict[str, Any]", values)
        self.problem = (
            "The settings are damaged, so that Station begins with its own. What was there is kept "
            f"in {self._path.with_name(DAMAGED_NAME)}."
        )
        with suppress(OSError):
            self._path.with_name(DAMAGED_NAME).write_bytes(text)
        return {}

    def text(self, name: str, default: str = "") -> str:
        value = self._values.get(name)
        return value if isinstance(value, str) else default

    def flag(self, name: str, default: bool) -> bool:
        value = self._values.get(name)
        return value if isinstance(value, bool) else default

    def data(self, name: str) -> bytes | None:
        """Bytes such as a window's geometry."""
        try:
            return b64decode(self.text(name), validate=True) or None
        except ValueError:
            return None

    def remember(self, values: Mapping[str, str | bool | bytes]) -> None:
        """Keep these; in a read-only data folder they are forgotten."""
        for name, value in values.items():
            self._values[name] = b64encode(value).decode() if isinstance(value, bytes) else value
        self._write()

    def remember_state(self, state: State) -> None:
        """Keep how images are shown; what was shown is kept in the archive."""
        state = replace(state, study_windows=remembered_windows(state))
        self._values["state"] = {name: _plain(getattr(state, name)) for name in REMEMBERED}
        self._write()

    def first_state(self) -> State:
        """The state to start with: as the last run was left, where that still makes sense."""
        kept = self._values.get("state")
        fields: dict[str, Any] = {}
        remembered = cast("dict[str, Any]", kept) if isinstance(kept, dict) else {}
        for name, value in remembered.items():
            if name in REMEMBERED:
                try:
                    fields[name] = (
                        self._preferences(value) if name == "preferences" else _typed(name, value)
                    )
                except (ValueError, TypeError, OverflowError, AttributeError):
                    continue  # written by another version: the default is as good
        if not fields.get("reader"):
            fields["reader"] = login()
        return State(**fields)

    def _preferences(self, value: Any) -> Preferences:
        read, left_out = preferences.from_plain(value)
        if left_out:
            self.problem = (
                f"The settings {listed(left_out)} could not be used and are Station's own again. "
                "Choose them in Edit ▸ Preferences."
            )
        return read

    def keep_state(self, state: State) -> None:
        """As `remember_state`. Raises StationError where the data folder cannot be written."""
        self.remember_state(state)
        self._write(strictly=True)

    def _write(self, strictly: bool = False) -> None:
        try:
            with whole_file(self._path) as part:
                part.write_text(json.dumps(self._values, indent=1), encoding="utf-8")
        except OSError as error:
            if strictly:
                raise StationError(
                    f"The settings cannot be written to {self._path} ({error.strerror})."
                ) from error


def _plain(value: object) -> object:
    """A value of the state as JSON has it."""
    if isinstance(value, Preferences):
        return preferences.as_plain(value)
    if isinstance(value, DisplayRange):
        return [value.low, value.high]
    if isinstance(value, Windows):
        return [value.suv.high, value.stored_fraction, value.ct.low, value.ct.high]
    if isinstance(value, OwnLayout):
        return {name: _plain(getattr(value, name)) for name in value.__dataclass_fields__}
    if isinstance(value, Frozen):
        items = cast("Frozen[str, object]", value).items()
        return {str(key): _plain(one) for key, one in items}
    if isinstance(value, tuple):
        return [_plain(one) for one in cast("tuple[object, ...]", value)]
    if isinstance(value, frozenset):
        return sorted(str(link) for link in cast("frozenset[Link]", value))
    return str(value) if isinstance(value, Layout | Slot) else value


def _typed(name: str, value: Any) -> object:
    default = getattr(State(), name)
    if isinstance(default, DisplayRange):
        return _display_range(name, *map(float, value))
    if isinstance(default, frozenset):
        return frozenset(Link(link) for link in value)
    if isinstance(default, Layout):
        return Layout(value)
    if name in _READ:
        return _READ[name](value)
    if name == "colormap" and value not in colormaps.NAMES:
        raise ValueError(value)
    if type(value) is not type(default):
        raise TypeError(name)
    if isinstance(value, float) and not 0 <= value <= 1:
        raise ValueError(f"{name} {value}")
    return value


def _display_range(name: str, low: float, high: float) -> DisplayRange:
    if name in ("window", "start_window"):
        fits = low == 0 and SUV_LIMITS[0] <= high <= SUV_LIMITS[1]
    else:
        fits = CT_LIMITS_HU[0] <= low < high <= CT_LIMITS_HU[1]
    if not fits:
        raise ValueError(f"a window from {low} to {high}")
    return DisplayRange(low, high)


def _own_layouts(value: Any) -> tuple[OwnLayout, ...]:
    """Those that make sense; each name once."""
    own: dict[str, OwnLayout] = {}
    for one in value:
        with suppress(ValueError, TypeError, KeyError, AttributeError):
            layout = OwnLayout(
                str(one["name"]),
                Layout(one["layout"]),
                Slot(one["single"]),
                one["fusion"] is True,
                one["colormap"],
                one["inverse"] is True,
                _splits(one["splits"]),
            )
            if layout.name and layout.colormap in colormaps.NAMES:
                own[layout.name] = layout
    return tuple(own.values())


def _chosen_layouts(value: Any) -> Frozen[StudyKind, str]:
    choices: dict[StudyKind, str] = {}
    for kind, choice in value.items():
        with suppress(ValueError, AttributeError):
            own = choice.startswith(layouts.OWN)
            choices[StudyKind(kind)] = choice if own else str(Layout(choice))
    return Frozen(choices)


def _splits(value: Any) -> Frozen[str, tuple[float, ...]]:
    splits: dict[str, tuple[float, ...]] = {}
    for key, shares in value.items():
        with suppress(ValueError, TypeError):
            splits[str(key)] = layouts.normalised([float(share) for share in shares])
    return Frozen(splits)


def _study_windows(value: Any) -> Frozen[str, Windows]:
    windows: dict[str, Windows] = {}
    low, high = FRACTION_LIMITS
    for uid, numbers in list(value.items())[-STUDIES_REMEMBERED:]:
        with suppress(ValueError, TypeError):
            suv, fraction, ct_low, ct_high = map(float, numbers)
            if low <= fraction <= high:
                windows[str(uid)] = Windows(
                    _display_range("window", 0.0, suv),
                    fraction,
                    _display_range("ct_window", ct_low, ct_high),
                )
    return Frozen(windows)


_READ: Mapping[str, Callable[[Any], object]] = {
    "own_layouts": _own_layouts,
    "chosen_layouts": _chosen_layouts,
    "splits": _splits,
    "study_windows": _study_windows,
}
"""What is more than a plain value, by name"""


def login() -> str:
    """The name under which somebody is logged in, until they give their own."""
    try:
        return getpass.getuser() or NAMELESS
    except (OSError, KeyError):
        return NAMELESS
