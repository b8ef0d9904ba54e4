"""Everything in an image above one level: its connected parts, and which of them are physiological.

What an organ map calls brain, heart, kidney or bladder takes up or excretes FDG in health. Such a
part is proposed to be left out, with the reason; a person decides, and only `counted` parts are
summed up.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage as untyped_ndimage

from station.errors import StationError
from station.pet.voi import Measurement, Point, Region, measure_region
from station.pet.volume import Geometry, Unit, Volume
from station.progress import Report, silent

ndimage: Any = untyped_ndimage  # its own types are incomplete

SMALLEST_ML = 0.3
"""A smaller part is noise or the rim of something: two voxels of 4 mm are 0.13 mL"""
MOST_PARTS = 2000
"""An image with more has a level below its background"""

MOSTLY = 0.5
"""A part belongs to an organ that holds this fraction of its voxels, or of those around it,"""
WITHIN = 0.2
"""if this fraction is in the organ itself: a map in cells of 8 mm is coarser than an edge"""
URETER_ML = 6.0
URETER_WIDTH_MM = 20.0
URETER_LONGER = 2.0
"""A ureter's part is at least this many times as long as it is wide"""
URETER_X_MM = (12.0, 70.0)
"""From the body's midline; between the height of the kidneys and that of the bladder"""


@dataclass(frozen=True, eq=False)
class OrganMap:
    """Which organ is where, on a grid of its own along the patient's axes."""

    geometry: Geometry
    codes: NDArray[np.uint8]
    """(slices, rows, columns)"""
    names: Mapping[int, str]
    """What the codes mean; one that is missing is no organ"""
    physiological: frozenset[str] = frozenset({"brain", "heart", "kidneys", "bladder"})

    def code(self, name: str) -> int | None:
        return next((code for code, known in self.names.items() if known == name), None)

    def place_mm(self, name: str) -> Point | None:
        """The organ's centre in LPS; None where it was not found."""
        code = self.code(name)
        where = np.argwhere(self.codes == code) if code is not None else np.zeros((0, 3))
        if not len(where):
            return None
        x, y, z = self.geometry.to_patient(where.mean(axis=0)).tolist()
        return x, y, z

    @cached_property
    def _grown(self) -> Mapping[int, NDArray[np.bool_]]:
        """The physiological organs, a cell larger to every side."""
        codes = [code for code, name in self.names.items() if name in self.physiological]
        return {
            code: np.asarray(ndimage.binary_dilation(self.codes == code), np.bool_)
            for code in codes
        }

    def organ_of(self, places_mm: NDArray[np.float64]) -> tuple[str, bool]:
        """(the organ that holds most of the places (n, 3), whether it is a physiological one)."""
        index = np.floor(self.geometry.to_index(places_mm) + 0.5).astype(np.int64)
        known = ((index >= 0) & (index < self.geometry.shape)).all(axis=1)
        if not known.any():
            return "", False
        at = tuple(index[known].T)
        codes = self.codes[at]
        count = len(places_mm)
        for code, larger in self._grown.items():
            if larger[at].sum() >= MOSTLY * count and (codes == code).sum() >= WITHIN * count:
                return self.names[code], True
        values, numbers = np.unique(codes, return_counts=True)
        return self.names.get(int(values[numbers.argmax()]), ""), False


@dataclass(frozen=True, eq=False)
class Component:
    """One connected part of what is above the level."""

    region: Region
    measurement: Measurement
    """MTV is its `volume_ml`"""
    hottest_mm: Point
    organ: str = ""
    """In which organ most of it is, as far as that is known"""
    reason: str = ""
    """Why it is taken for physiological and left out; empty: it is counted"""

    @property
    def counted(self) -> bool:
        return not self.reason

    def as_lesion(self) -> "Component":
        """Counted after all: a person knows better."""
        return replace(self, reason="")

    def left_out(self, reason: str = "A person left it out.") -> "Component":
        return replace(self, reason=reason)


@dataclass(frozen=True, eq=False)
class Burden:
    """All that is above a level in one image."""

    level: float
    unit: Unit
    components: tuple[Component, ...]
    """Hottest first"""
    small: int
    """How many parts below SMALLEST_ML are not listed"""

    @property
    def counted(self) -> tuple[Component, ...]:
        return tuple(part for part in self.components if part.counted)

    @property
    def volume_ml(self) -> float:
        """Total metabolic tumour volume of the counted parts."""
        return float(sum(part.measurement.volume_ml for part in self.counted))

    @property
    def tlg(self) -> float:
        """Total lesion glycolysis: SUVmean · mL over the counted parts."""
        return float(sum(part.measurement.tlg for part in self.counted))

    @property
    def maximum(self) -> float | None:
        return max((part.measurement.maximum for part in self.counted), default=None)


def burden(
    volume: Volume,
    level: float,
    organs: OrganMap | None = None,
    smallest_ml: float = SMALLEST_ML,
    report: Report = silent,
) -> Burden:
    """The connected parts of a volume at or above `level`, in the volume's unit.

    Voxels that share a face, an edge or a corner are connected. Without `organs` nothing is taken
    for physiological. Raises StationError: the image has no SUV, or nearly everything is above.
    """
    if not volume.unit.is_suv:
        raise StationError(
            f"A burden above a threshold needs SUV; this image is in {volume.unit}. Complete the "
            "SUV inputs."
        )
    if not (np.isfinite(level) and level > 0):
        raise StationError(f"A threshold is an SUV above 0, not {level:g}.")
    report(0.0, "Looking for everything above the threshold")
    labels, _ = ndimage.label(volume.voxels >= np.float32(level), np.ones((3, 3, 3)))
    report(0.5, "Looking for everything above the threshold")
    least = smallest_ml / volume.geometry.voxel_volume_ml
    sizes = np.bincount(labels.ravel())
    sizes[0] = 0
    kept = np.flatnonzero(sizes >= max(least, 1.0))
    if len(kept) > MOST_PARTS:
        raise StationError(
            f"{len(kept)} separate places are above {level:.2f} {volume.unit}. Take a higher "
            "threshold."
        )
    boxes = ndimage.find_objects(labels)
    parts: list[Component] = []
    is_ureter = _ureters(organs)
    for number, label in enumerate(kept.tolist()):
        report(0.5 + 0.5 * number / len(kept), "Measuring everything above the threshold")
        box = boxes[label - 1]
        first = (int(box[0].start), int(box[1].start), int(box[2].start))
        region = Region(first, np.ascontiguousarray(labels[box] == label))
        parts.append(_component(volume, region, organs, is_ureter))
    parts.sort(key=lambda part: -part.measurement.maximum)
    small = int(((sizes > 0) & (sizes < max(least, 1.0))).sum())
    return Burden(level, volume.unit, tuple(parts), small)


IsUreter = Callable[[NDArray[np.float64], float], bool]


def _component(
    volume: Volume, region: Region, organs: OrganMap | None, is_ureter: IsUreter
) -> Component:
    measurement = measure_region(volume, region)
    hottest = measurement.hottest_mm
    assert hottest is not None, "a part above a level has a hottest voxel"
    if organs is None:
        return Component(region, measurement, hottest)
    places = volume.geometry.to_patient(np.argwhere(region.inside) + region.first)
    organ, physiological = organs.organ_of(places)
    if physiological:
        reason = f"It is in the {organ}, which FDG reaches in health."
    elif is_ureter(places, measurement.volume_ml):
        organ = "ureter"
        reason = "It is thin, along the body, and between kidney and bladder, like a ureter."
    else:
        reason = ""
    return Component(region, measurement, hottest, organ, reason)


def _ureters(organs: OrganMap | None) -> IsUreter:
    """Whether places (n, 3) of a part of this many mL may be urine in a ureter."""
    kidneys = None if organs is None else organs.place_mm("kidneys")
    bladder = None if organs is None else organs.place_mm("bladder")

    def is_ureter(places_mm: NDArray[np.float64], volume_ml: float) -> bool:
        if kidneys is None or bladder is None or volume_ml > URETER_ML:
            return False
        wide, deep, long = np.ptp(places_mm, axis=0)
        width = max(float(wide), float(deep), 1e-6)
        x, _, z = places_mm.mean(axis=0)
        beside = abs(float(x) - (kidneys[0] + bladder[0]) / 2)
        return (
            width <= URETER_WIDTH_MM
            and float(long) >= URETER_LONGER * width
            and bladder[2] < float(z) < kidneys[2]
            and URETER_X_MM[0] <= beside <= URETER_X_MM[1]
        )

    return is_ureter
