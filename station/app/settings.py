"""What the program remembers between runs: a small JSON file in the data folder."""

import getpass
import json
from base64 import b64decode, b64encode
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, cast

from station.app.state import DisplayRange, Layout, Link, State
from station.app.viewing.display import SUV_LIMITS
from station.pet import colormaps
from station.whole_file import whole_file

FILE_NAME = "settings.json"

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
    "reader",
)
"""Fields of the state that outlive the program"""

CT_LIMITS_HU = (-1e5, 1e5)
NAMELESS = "unnamed reader"


class Settings:
    """Values by name, written whole each time; a damaged file counts as empty."""

    def __init__(self, home: Path) -> None:
        self._path = home / FILE_NAME
        self._values = self._read()

    def _read(self) -> dict[str, Any]:
        try:
            values = json.loads(self._path.read_text(encoding="utf-8"))
        except (OSError, ValueError, RecursionError):
            return {}
        return cast("dict[str, Any]", values) if isinstance(values, dict) else {}

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
                    fields[name] = _typed(name, value)
                except (ValueError, TypeError, OverflowError):
                    continue  # written by another version: the default is as good
        if not fields.get("reader"):
            fields["reader"] = _login()
        return State(**fields)

    def _write(self) -> None:
        with suppress(OSError), whole_file(self._path) as part:
            part.write_text(json.dumps(self._values, indent=1), encoding="utf-8")


def _plain(value: object) -> object:
    if isinstance(value, DisplayRange):
        return [value.low, value.high]
    if isinstance(value, frozenset):
        return sorted(str(link) for link in cast("frozenset[Link]", value))
    return str(value) if isinstance(value, Layout) else value


def _typed(name: str, value: Any) -> object:
    default = getattr(State(), name)
    if isinstance(default, DisplayRange):
        return _display_range(name, *map(float, value))
    if isinstance(default, frozenset):
        return frozenset(Link(link) for link in value)
    if isinstance(default, Layout):
        return Layout(value)
    if name == "colormap" and value not in colormaps.NAMES:
        raise ValueError(value)
    if type(value) is not type(default):
        raise TypeError(name)
    if isinstance(value, float) and not 0 <= value <= 1:
        raise ValueError(f"{name} {value}")
    return value


def _display_range(name: str, low: float, high: float) -> DisplayRange:
    if name == "window":
        fits = low == 0 and SUV_LIMITS[0] <= high <= SUV_LIMITS[1]
    else:
        fits = CT_LIMITS_HU[0] <= low < high <= CT_LIMITS_HU[1]
    if not fits:
        raise ValueError(f"a window from {low} to {high}")
    return DisplayRange(low, high)


def _login() -> str:
    """The name under which somebody is logged in, until they give their own."""
    try:
        return getpass.getuser() or NAMELESS
    except (OSError, KeyError):
        return NAMELESS
