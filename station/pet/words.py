"""How values and places are written for people."""

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
