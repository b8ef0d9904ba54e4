"""Blood glucose at the injection, from a header or a person."""

from dataclasses import dataclass

MG_PER_DL_OF_MMOL_PER_L = 18.016
"""Glucose weighs 180.16 g/mol."""


@dataclass(frozen=True)
class BloodGlucose:
    mmol_per_l: float
    source: str
    """Which attribute it is from, for people"""


def mmol_per_l(value: float, unit: str) -> float | None:
    """A concentration in mmol/L; None for any other unit (UCUM or as people write it)."""
    plain = unit.replace(" ", "").lower()
    if plain == "mmol/l":
        return value
    if plain in ("mg/dl", "mg%"):
        return value / MG_PER_DL_OF_MMOL_PER_L
    return None
