"""The real world value mappings of an enhanced frame: from stored values to a unit.

A mapping holds for the stored values from its first to its last, and says nothing of the others
(PS3.3 C.7.6.16.2.11.1.2). It is used for a frame only if it holds for all of the frame's pixels.
"""

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from station.dicom.attributes import Attributes

MAPPED_SUV = {
    "g/ml{SUVbw}": ("GML", "BW"),
    "g/ml{SUVlbm}": ("GML", "LBM"),
    "g/ml{SUVlbm(James128)}": ("GML", "LBMJAMES128"),
    "g/ml{SUVlbm(Janma)}": ("GML", "LBMJANMA"),
    "g/ml{SUVibw}": ("GML", "IBW"),
    "cm2/ml{SUVbsa}": ("CM2ML", "BSA"),
}
"""Units (0054,1001) and SUVType (0054,1006) of the UCUM units of PS3.16 CID 85"""

_ACTIVITY = re.compile(r"(?P<prefix>[kMG]?)Bq/(?P<volume>ml|mL|cm3|l|L)")
_PREFIXES = {"": 1.0, "k": 1e3, "M": 1e6, "G": 1e9}
_PER_ML = {"ml": 1.0, "mL": 1.0, "cm3": 1.0, "l": 1e-3, "L": 1e-3}
"""UCUM's names of units of activity concentration, of which CID 85 has only Bq/ml"""

SAME_SCALE = 1e-4
"""Two scales to one unit that differ by less, as a fraction, are one: some write few digits"""


@dataclass(frozen=True)
class Mapping:
    """(stored value · slope + intercept) in `units`, for stored values from `first` to `last`."""

    units: tuple[str, str | None]
    """Units and SUVType"""
    slope: float
    intercept: float
    first: float = -math.inf
    last: float = math.inf

    @property
    def holds_from(self) -> float:
        """A scale through zero holds for zero, and for noise below it as far as it does above."""
        return self.first if self.intercept else min(self.first, -self.last - 1)

    def holds_between(self, low: int, high: int) -> bool:
        """For every whole number from `low` to `high`."""
        lowest = self.holds_from if self.first <= 1 else self.first
        return lowest <= low and high <= self.last

    def holds_for(self, stored: NDArray[np.generic]) -> bool:
        """For each of these values."""
        values = stored.astype(np.float64)
        outside = (values < self.first) | (values > self.last)
        if self.intercept == 0:
            outside &= (values > 0) | (values < self.holds_from)
        return not outside.any()

    def agrees_with(self, slope: float, intercept: float) -> bool:
        """Whether both scales give the same values."""
        small = SAME_SCALE * abs(slope)
        return abs(self.slope - slope) <= small and abs(self.intercept - intercept) <= small


def mappings_of(groups: Iterable[Attributes], signed: bool) -> list[Mapping]:
    """Those that are linear and lead to a known unit, of a frame's functional groups.

    `signed`: whether stored values are, where the file does not say it of the mapping's range.
    """
    found: list[Mapping] = []
    for item in (m for group in groups for m in group.items("RealWorldValueMappingSequence")):
        code = item.item("MeasurementUnitsCodeSequence")
        unit = _units(code.text("CodeValue") or code.text("LongCodeValue") or "")
        slope, intercept = (
            item.number("RealWorldValueSlope"),
            item.number("RealWorldValueIntercept"),
        )
        if unit is None or slope is None or intercept is None:
            continue
        units, scale = unit
        first = _end(item, "FirstValueMapped", signed)
        last = _end(item, "LastValueMapped", signed)
        found.append(
            Mapping(
                units,
                slope * scale,
                intercept * scale,
                -math.inf if first is None else first,
                math.inf if last is None else last,
            )
        )
    return found


def _end(item: Attributes, name: str, signed: bool) -> float | None:
    """An end of a mapping's range: of whole numbers, or of floating point."""
    whole = item.whole(f"RealWorldValue{name}", signed)
    return item.number(f"DoubleFloatRealWorldValue{name}") if whole is None else float(whole)


def _units(code: str) -> tuple[tuple[str, str | None], float] | None:
    """(Units and SUVType; how many of them one of the code's units is) of a UCUM code.

    In today's form or with the annotation in front, as CID 85 once had it.
    """
    activity = _ACTIVITY.fullmatch(code)
    if activity is not None:
        return ("BQML", None), _PREFIXES[activity["prefix"]] * _PER_ML[activity["volume"]]
    text = code.replace("mL", "ml")
    before = re.fullmatch(r"(\{.*\})(.+)", text)
    suv = MAPPED_SUV.get(before[2] + before[1] if before else text)
    return None if suv is None else (suv, 1.0)


def chosen(mappings: Sequence[Mapping]) -> Mapping | None:
    """That to Bq/mL, from which SUV is computed with every input visible, before one to SUV.

    None if there are several to that unit that differ.
    """
    first = min(mappings, key=lambda each: each.units[0] != "BQML")
    same = [each for each in mappings if each.units == first.units]
    return first if all(each.agrees_with(first.slope, first.intercept) for each in same) else None
