"""How values and places are written for people."""

from collections.abc import Iterable
from math import isfinite

from station.pet.volume import Unit


def format_value(value: float | None, unit: Unit) -> str:
    """A voxel's value as the status bar writes it: SUV with two decimals, HU whole."""
    if value is None:
        return "—"
    if unit.is_suv:
        return f"{value:.2f}"
    if unit is Unit.HU:
        return f"{value:.0f}".replace("-", "−")
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"


def format_bound(value: float) -> str:
    """A window's bound, without superfluous decimals."""
    if abs(value) >= 100:
        return f"{value:,.0f}"
    if value == round(value, 1):
        return f"{value:g}"
    return f"{value:.1f}" if abs(value) >= 1 else f"{value:.2g}"


def format_position(position_mm: tuple[float, float, float]) -> str:
    """`L 102.4  P 33.1  S −412.0 mm`: LPS letters, so the sign is that of the letter."""
    return (
        "  ".join(
            f"{letter} {value:.1f}".replace("-", "−")
            for letter, value in zip("LPS", position_mm, strict=True)
        )
        + " mm"
    )


def format_place(position_mm: tuple[float, float, float]) -> str:
    """`L 26  A 22  S 164`: the side in a letter, whole millimetres."""
    letters = (("R", "L"), ("A", "P"), ("I", "S"))
    return "  ".join(
        f"{pair[value >= 0]} {abs(value):.0f}"
        for pair, value in zip(letters, position_mm, strict=True)
    )


def finite(value: float | None) -> float | None:
    """For JSON and tables, which have no NaN and no infinity."""
    return None if value is None or not isfinite(value) else float(value)


def count_of(number: int, thing: str) -> str:
    """`1 case`, `12 cases`."""
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def listed(names: Iterable[object], last: str = "and") -> str:
    """`a, b and c`."""
    *others, final = map(str, names)
    return f"{', '.join(others)} {last} {final}" if others else final
