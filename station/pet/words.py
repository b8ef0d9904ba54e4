"""How values and places are written for people."""

from collections.abc import Iterable
from math import isfinite
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from station.pet.volume import Unit


def format_value(value: float | None, unit: "Unit") -> str:
    """A voxel's value as the status bar writes it: SUV with two decimals, HU whole; what rounds to
    zero has no sign."""
    if value is None:
        return "—"
    if unit.is_suv:
        words = f"{value:z.2f}"
    elif unit == "HU":  # the enumeration itself would load numpy for every command
        words = f"{value:z.0f}"
    else:
        words = f"{value:,.0f}" if abs(value) >= 100 else f"{value:z.3g}"
    return words.replace("-", "−")


def signed(value: float, places: int) -> str:
    """A change, with its sign; what rounds to zero has none."""
    rounded = round(value, places) + 0.0
    return f"{rounded:{'+' if rounded else ''}.{places}f}".replace("-", "−")


def format_bound(value: float) -> str:
    """A window's bound, without superfluous decimals."""
    if abs(value) >= 100:
        return f"{value:,.0f}"
    if value == round(value, 1):
        return f"{value:g}"
    return f"{value:.1f}" if abs(value) >= 1 else f"{value:.2g}"


def format_coordinate(axis: int, value_mm: float) -> str:
    """`R 26.0` of x = −26: the side in a letter and how far to it, never with a sign. `axis` is 0,
    1, 2 of LPS."""
    rounded = round(value_mm, 1)
    return f"{('LR', 'PA', 'SI')[axis][rounded < 0]} {abs(rounded):.1f}"


def format_position(position_mm: tuple[float, float, float]) -> str:
    """`L 102.4  A 33.1  I 412.0 mm`: how every place is written."""
    return "  ".join(map(format_coordinate, range(3), position_mm)) + " mm"


def finite(value: float | None) -> float | None:
    """For JSON and tables, which have no NaN and no infinity."""
    return None if value is None or not isfinite(value) else float(value)


def count_of(number: int, thing: str, things: str = "") -> str:
    """`1 case`, `12 cases`; `things` where the plural is another word than that."""
    return f"{number} {thing}" if number == 1 else f"{number} {things or f'{thing}s'}"


def listed(names: Iterable[object], last: str = "and") -> str:
    """`a, b and c`."""
    *others, final = map(str, names)
    return f"{', '.join(others)} {last} {final}" if others else final
