"""SUV inputs and window bounds as a person writes and reads them."""

import math
import re
from datetime import date, datetime

from station.app.language import tr
from station.errors import StationError
from station.pet.decay import nuclide_words
from station.pet.suv import InputName, Source, SuvInput
from station.pet.suv_rules import NUCLIDE

_NUMBER = re.compile(r"^\s*([+-]?\d+(?:[.,]\d+)?(?:[eE][+-]?\d+)?)\s*([A-Za-z]*)\s*$")

_UNITS: dict[InputName, dict[str, float]] = {
    InputName.WEIGHT_KG: {"kg": 1.0, "g": 1e-3},
    InputName.HEIGHT_M: {"m": 1.0, "cm": 0.01},
    InputName.INJECTED_ACTIVITY_BQ: {"mbq": 1e6, "bq": 1.0, "kbq": 1e3, "gbq": 1e9, "mci": 37e6},
    InputName.HALF_LIFE_S: {"s": 1.0, "min": 60.0, "h": 3600.0},
}
"""Each unit that may be written, in the input's own; the first is meant when none is written."""

_PERHAPS_THOUSANDS = re.compile(r"[+-]?[1-9]\d{0,2},\d{3}")
"""1,750 is 1.75 in one country and 1750 in the next."""

_SEXES = {"M": "M", "F": "F", "O": "O", "MALE": "M", "FEMALE": "F", "OTHER": "O"}

_DATETIME_FORMS = (
    "%Y-%m-%d %H:%M:%S",
    "%Y-%m-%d %H:%M",
    "%Y-%m-%dT%H:%M:%S",
    "%Y-%m-%dT%H:%M",
)
_TIME_FORMS = ("%H:%M:%S", "%H:%M")


def parse_input(name: InputName, text: str, day: date | None) -> float | str | datetime:
    """The value that a person wrote. `day` dates a time written without one.

    Raises StationError with what can be written instead.
    """
    if name is InputName.SEX:
        letter = _SEXES.get(text.strip().upper())
        if letter is None:
            raise StationError(
                tr('"{text}" is not a sex as DICOM writes it. Type M, F or O.', text=text)
            )
        return letter
    if name in _UNITS:
        return _parse_quantity(name, text)
    return _parse_moment(text, day)


_UPPER = re.compile(r"\s*(?:0(?:[.,]0+)?\s*[-–—−]\s*)?(\d[\d.,]*)\s*")
_BETWEEN = re.compile(r"\s*([-−]?\d[\d.,]*)\s*[-–—−]\s*\d[\d.,]*\s*")
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+")


def parse_upper(text: str, *, is_suv: bool) -> float:
    """The upper bound of a PET window as a person writes it: 12, 12,5, 0-12 or 0–12.

    Without SUV, values are large and written with commas between thousands: 0–12,345. Raises
    StationError with what can be written instead.
    """
    between = _BETWEEN.fullmatch(text)
    match = _UPPER.fullmatch(text)
    if match is None and between is not None:
        raise StationError(
            tr(
                '"{text}" begins at {between}, but a PET window begins at 0. Type its upper '
                "bound, such as 12.",
                text=text,
                between=between[1],
            )
        )
    digits = match[1] if match else ""
    if is_suv and _PERHAPS_THOUSANDS.fullmatch(digits):
        raise StationError(
            tr(
                '"{text}" can mean {digits} or {digits2}. Type it without the comma.',
                text=text,
                digits=digits.replace(",", "."),
                digits2=digits.replace(",", ""),
            )
        )
    digits = digits.replace(",", "" if _GROUPED.fullmatch(digits) else ".")
    try:
        upper = float(digits)
    except ValueError:
        upper = 0.0
    if not 0 < upper < math.inf:
        raise StationError(
            tr('"{text}" is not an upper bound. Type a number, such as 12.', text=text)
        )
    return upper


def _parse_quantity(name: InputName, text: str) -> float:
    units = _UNITS[name]
    usual = next(iter(units))
    match = _NUMBER.match(text)
    value = math.inf if match is None else float(match[1].replace(",", "."))
    if match is None or not math.isfinite(value):
        raise StationError(
            tr(
                '"{text}" is not a number. Type a number in {spelled}.',
                text=text,
                spelled=_spelled(usual),
            )
        )
    if _PERHAPS_THOUSANDS.fullmatch(match[1]):
        raise StationError(
            tr(
                '"{text}" can mean {value:g} or {match}. Type it without the comma.',
                text=text,
                value=value,
                match=match[1].replace(",", ""),
            )
        )
    unit = match[2].lower() or usual
    if unit not in units:
        allowed = ", ".join(_spelled(one) for one in units)
        raise StationError(
            tr('"{match}" is not a unit for this. Use {allowed}.', match=match[2], allowed=allowed)
        )
    return value * units[unit]


def _parse_moment(text: str, day: date | None) -> datetime:
    words = text.strip()
    for form in _DATETIME_FORMS:
        try:
            return datetime.strptime(words, form)
        except ValueError:
            continue
    for form in _TIME_FORMS:
        try:
            clock = datetime.strptime(words, form).time()
        except ValueError:
            continue
        if day is None:
            break
        return datetime.combine(day, clock)
    raise StationError(
        tr('"{text}" is not a date and time. Type it as 2026-11-20 08:30:00', text=text)
        + (tr(", or the time of the scan's day as 08:30.") if day else ".")
    )


def format_input(row: SuvInput, day: date | None = None) -> str:
    """The value of a line of the panel as a reader thinks of it; times of `day` without the day."""
    value = row.value
    if value is None:
        return tr("missing") if row.typed_as else "—"
    if isinstance(value, str):
        if re.match(r"^\d{4}-\d\d-\d\dT", value):
            moment = datetime.fromisoformat(value)
            return f"{moment:%H:%M:%S}" if moment.date() == day else f"{moment:%Y-%m-%d %H:%M:%S}"
        if row.name == NUCLIDE:
            return nuclide_words(value)
        return value.replace("^", "").replace("\\", " ")
    if row.unit == "Bq":
        return f"{value / 1e6:.4g} MBq"
    return f"{value:.4g} {row.unit}".strip()


SOURCE_WORDS = {Source.HEADER: "header", Source.TYPED: "typed", Source.DERIVED: "derived"}


def _spelled(unit: str) -> str:
    return {"mbq": "MBq", "bq": "Bq", "kbq": "kBq", "gbq": tr("GBq"), "mci": "mCi"}.get(unit, unit)
