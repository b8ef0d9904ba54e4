"""What a reader prefers wherever they work: theme, size of text, keys, presets, folders, numbers.

What is a matter of the images (window, colours, layout, grading) has its own field in `State`. The
functions read what somebody typed or a file holds and raise `StationError` with what is allowed.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar, cast

from station.app.language import Language, language_named, tr
from station.errors import StationError
from station.frozen import Frozen
from station.pet.words import listed

FULL_PERCENT = 100
TEXT_PERCENT = (90, 150)
"""The smallest and the largest text"""
TEXT_STEPS = (90, 100, 110, 125, 150)
"""Those that are offered"""
HIGH_SCREEN_PX, TALL_SCREEN_PX = 1400, 2000
"""Heights of screens, not scaled by the desktop, from which on a larger text is proposed"""
PRESETS = 6
"""SUV windows on keys"""
SUV_LIMITS = (0.1, 200.0)
"""Upper bounds of a window, SUV"""

_DECIMAL_POINT = re.compile(r"(?<=\d)\.(?=\d)")
Name = TypeVar("Name", bound=StrEnum)


class ThemeName(StrEnum):
    DARK = "dark"
    LIGHT = "light"
    HIGH_CONTRAST = "high-contrast"


class DecimalSign(StrEnum):
    """In what is copied for a report; files that programs read have points."""

    POINT = "point"
    COMMA = "comma"


@dataclass(frozen=True)
class Preferences:
    """Kept for each user of the computer."""

    language: Language = Language.SYSTEM
    """Of the windows, from their next start on"""
    theme: ThemeName = ThemeName.DARK
    text_percent: int = FULL_PERCENT
    suv_presets: tuple[float, ...] = (5.0, 6.0, 7.0, 10.0, 15.0, 20.0)
    """Upper bounds of the SUV windows on keys, ascending"""
    keys: Frozen[str, tuple[str, ...]] = field(default_factory=Frozen[str, tuple[str, ...]])
    """By the id of an action: its keys, where they are not those it has at first"""
    decimal_sign: DecimalSign = DecimalSign.POINT
    open_folder: str = ""
    """Where files are looked for; empty: where they were found last"""
    export_folder: str = ""
    """Where files are written; empty: where they were written last"""

    def number(self, text: str) -> str:
        """A text for people whose numbers have a decimal point, with the reader's own sign."""
        if self.decimal_sign is DecimalSign.POINT:
            return text
        return _DECIMAL_POINT.sub(",", text)


def one_of(names: type[Name], text: object, what: str) -> Name:
    """`what` is such as "a theme"."""
    try:
        return names(str(text).strip().lower())
    except ValueError:
        raise StationError(
            tr(
                '"{text}" is not {what}. Use {names}.',
                text=text,
                what=what,
                names=listed(names, "or"),
            )
        ) from None


def text_percent(value: object) -> int:
    low, high = TEXT_PERCENT
    try:
        percent = float(str(value).strip().removesuffix("%"))
    except ValueError:
        percent = 0.0
    if not (low <= percent <= high and percent == round(percent)):
        raise StationError(
            tr(
                '"{value}" is not a size of text. Use a whole number from {low} to {high} '
                "(percent).",
                value=value,
                low=low,
                high=high,
            )
        )
    return int(percent)


def suv_bound(value: object) -> float:
    """An upper bound of a window: `7`, `0-7` or `0–7`."""
    match = re.fullmatch(r"(?:0(?:[.,]0*)?\s*[-–])?\s*(\d+(?:[.,]\d+)?)", str(value).strip())
    bound = float(match[1].replace(",", ".")) if match else 0.0
    if not SUV_LIMITS[0] <= bound <= SUV_LIMITS[1]:
        raise StationError(
            tr(
                '"{value}" is not an SUV window. Write its upper bound, from {suv_limits:g} '
                "to {suv_limits2:g}, such as 7.",
                value=value,
                suv_limits=SUV_LIMITS[0],
                suv_limits2=SUV_LIMITS[1],
            )
        )
    return bound


def suv_presets(values: Sequence[object]) -> tuple[float, ...]:
    bounds = tuple(map(suv_bound, values))
    if len(bounds) != PRESETS or list(bounds) != sorted(set(bounds)):
        raise StationError(
            tr(
                "The SUV windows on keys are {presets} upper bounds, each larger than the "
                "one before, such as 5 6 7 10 15 20.",
                presets=PRESETS,
            )
        )
    return bounds


def folder(value: object) -> str:
    """A folder that exists, or empty."""
    text = str(value).strip()
    if not text:
        return ""
    path = Path(text).expanduser()
    if not path.is_absolute() or not path.is_dir():
        raise StationError(
            tr('"{text}" is not a folder. Write the whole path of one that exists.', text=text)
        )
    return str(path)


def proposed_percent(height_px: int, scale: float) -> int:
    """The size of text that is proposed on a screen `height_px` high, in units that the desktop
    scales by `scale`: on a 4K screen that is not scaled, letters of 13 pixels are 2 mm."""
    if scale > 1 or height_px < HIGH_SCREEN_PX:
        return FULL_PERCENT
    return 150 if height_px >= TALL_SCREEN_PX else 125


# --- Kept ----------------------------------------------------------------------------------------


def as_plain(preferences: Preferences) -> dict[str, Any]:
    """As JSON has it."""
    return {
        "language": str(preferences.language),
        "theme": str(preferences.theme),
        "text_percent": preferences.text_percent,
        "suv_presets": list(preferences.suv_presets),
        "keys": {id_: list(keys) for id_, keys in preferences.keys.items()},
        "decimal_sign": str(preferences.decimal_sign),
        "open_folder": preferences.open_folder,
        "export_folder": preferences.export_folder,
    }


def from_plain(values: Mapping[str, Any]) -> tuple[Preferences, tuple[str, ...]]:
    """The preferences of a file, and the names of those that make no sense and were left out."""
    read: dict[str, Callable[[object], object]] = {
        "language": language_named,
        "theme": lambda value: one_of(ThemeName, value, tr("a theme")),
        "text_percent": text_percent,
        "suv_presets": lambda value: suv_presets(_listed(value)),
        "keys": _keys,
        "decimal_sign": lambda value: one_of(DecimalSign, value, tr("a decimal sign")),
        "open_folder": _text,
        "export_folder": _text,
    }
    fields: dict[str, Any] = {}
    left_out: list[str] = []
    for name, value in values.items():
        if name in read:
            try:
                fields[name] = read[name](value)
            except (StationError, TypeError, ValueError, OverflowError):
                left_out.append(name.replace("_", "-"))
    return Preferences(**fields), tuple(left_out)


def _listed(value: object) -> list[object]:
    if not isinstance(value, list):
        raise TypeError(value)
    return cast("list[object]", value)


def _text(value: object) -> str:
    """A folder may be back tomorrow: whether it exists is asked when it is used."""
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _keys(value: object) -> Frozen[str, tuple[str, ...]]:
    """What they do is known only to the table of actions, which leaves out what it cannot use."""
    if not isinstance(value, dict):
        raise TypeError(value)
    chosen: dict[str, tuple[str, ...]] = {}
    for id_, keys in cast("dict[object, object]", value).items():
        texts = _listed(keys)
        if not all(isinstance(key, str) for key in texts):
            raise TypeError(keys)
        chosen[str(id_)] = tuple(str(key) for key in texts)
    return Frozen(chosen)
