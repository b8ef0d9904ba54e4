"""What radiologists draw on a slice: a distance, an ellipse with its statistics, an arrow, a text.

All of it is in patient mm and lies in a plane at right angles to the patient's axis `across` (0, 1
or 2 of LPS). An ellipse has its axes along the other two; its statistics are of the voxels of that
slice whose centre is inside, each counted whole, and its area is that of the ellipse itself.
"""

from dataclasses import dataclass, replace
from math import pi

import numpy as np

from station.pet.loaded import LoadedImage
from station.pet.planar import in_plane, slice_of_grid
from station.pet.voi import Point
from station.pet.volume import FloatArray, Unit, Volume

SHORTEST_MM = 1.0
"""What is drawn shorter than this was a click"""


@dataclass(frozen=True)
class Distance:
    start_mm: Point
    end_mm: Point
    across: int

    @property
    def length_mm(self) -> float:
        return float(np.linalg.norm(np.subtract(self.end_mm, self.start_mm)))


@dataclass(frozen=True)
class Ellipse:
    centre_mm: Point
    half_mm: tuple[float, float]
    """Half axes along the plane's two patient axes, in the order of LPS"""
    across: int

    @property
    def area_mm2(self) -> float:
        return pi * self.half_mm[0] * self.half_mm[1]

    @property
    def ends_mm(self) -> tuple[Point, Point, Point, Point]:
        """Both ends of the longer axis, then both of the shorter."""
        pairs: list[tuple[float, list[Point]]] = []
        for axis, half in zip(in_plane(self.across), self.half_mm, strict=True):
            step = np.zeros(3)
            step[axis] = half
            pairs.append((half, [_moved(self.centre_mm, sign * step) for sign in (-1, 1)]))
        (_, (a, b)), (_, (c, d)) = sorted(pairs, key=lambda pair: -pair[0])
        return a, b, c, d


@dataclass(frozen=True)
class Arrow:
    tail_mm: Point
    tip_mm: Point
    across: int
    text: str = ""


@dataclass(frozen=True)
class Note:
    at_mm: Point
    across: int
    text: str


Drawn = Distance | Ellipse | Arrow | Note


@dataclass(frozen=True)
class Annotation:
    """Something that a reader drew. A change makes a new object with the same id."""

    id: str
    name: str
    """As shown: "Distance 1" """
    shape: Drawn


@dataclass(frozen=True)
class AreaMeasurement:
    """What an ellipse measures in one image, in its unit. NaN where there is no voxel."""

    unit: Unit
    mean: float
    sd: float
    """Of the voxels themselves (divided by N)"""
    minimum: float
    maximum: float
    area_mm2: float
    """Of the ellipse"""
    voxels: int
    warnings: tuple[str, ...] = ()


def handles(shape: Drawn) -> tuple[Point, ...]:
    """The points by which a hand changes it, in LPS mm."""
    match shape:
        case Distance():
            return shape.start_mm, shape.end_mm
        case Ellipse():
            return shape.ends_mm
        case Arrow():
            return shape.tail_mm, shape.tip_mm
        case Note():
            return (shape.at_mm,)


def moved(shape: Drawn, by_mm: Point) -> Drawn:
    """The same, carried along."""
    by = np.array(by_mm)
    match shape:
        case Distance():
            return replace(
                shape, start_mm=_moved(shape.start_mm, by), end_mm=_moved(shape.end_mm, by)
            )
        case Ellipse():
            return replace(shape, centre_mm=_moved(shape.centre_mm, by))
        case Arrow():
            return replace(
                shape, tail_mm=_moved(shape.tail_mm, by), tip_mm=_moved(shape.tip_mm, by)
            )
        case Note():
            return replace(shape, at_mm=_moved(shape.at_mm, by))


def reshaped(shape: Drawn, handle: int, to_mm: Point) -> Drawn:
    """The same with one of its `handles` put elsewhere in its plane."""
    at = list(to_mm)
    at[shape.across] = place_of(shape)[shape.across]
    to = (at[0], at[1], at[2])
    match shape:
        case Distance():
            return replace(shape, start_mm=to) if handle == 0 else replace(shape, end_mm=to)
        case Arrow():
            return replace(shape, tail_mm=to) if handle == 0 else replace(shape, tip_mm=to)
        case Note():
            return replace(shape, at_mm=to)
        case Ellipse():
            end = np.subtract(handles(shape)[handle], shape.centre_mm)
            number = int(np.argmax(np.abs(end[list(in_plane(shape.across))])))
            axis = in_plane(shape.across)[number]
            half = max(abs(to[axis] - shape.centre_mm[axis]), SHORTEST_MM / 2)
            first, second = shape.half_mm
            return replace(shape, half_mm=(half, second) if number == 0 else (first, half))


def place_of(shape: Drawn) -> Point:
    """Where it is, in LPS mm: its middle, or what an arrow points at."""
    match shape:
        case Distance():
            middle = (np.array(shape.start_mm) + shape.end_mm) / 2
            return _moved((0.0, 0.0, 0.0), middle)
        case Ellipse():
            return shape.centre_mm
        case Arrow():
            return shape.tip_mm
        case Note():
            return shape.at_mm


def drawn_between(kind: type[Drawn], start_mm: Point, end_mm: Point, across: int) -> Drawn | None:
    """What a drag from one point of a plane to another draws; None: it was too short.

    An ellipse fills the box between them.
    """
    start, end = np.array(start_mm), np.array(end_mm)
    end[across] = start[across]
    size = np.abs(end - start)[list(in_plane(across))]
    first, last = _moved(start_mm, np.zeros(3)), _moved((0.0, 0.0, 0.0), end)
    if kind is Ellipse:
        if size.min() < SHORTEST_MM:
            return None
        half = (float(size[0]) / 2, float(size[1]) / 2)
        return Ellipse(_moved((0.0, 0.0, 0.0), (start + end) / 2), half, across)
    if float(np.linalg.norm(size)) < SHORTEST_MM:
        return None
    return Arrow(first, last, across) if kind is Arrow else Distance(first, last, across)


def measure_area(volume: Volume, ellipse: Ellipse) -> AreaMeasurement:
    """What an ellipse measures in a volume, by the rule at the head of this module."""
    across, axes = ellipse.across, list(in_plane(ellipse.across))
    centre = np.array([ellipse.centre_mm])
    reach = np.zeros(3)
    reach[axes] = ellipse.half_mm
    first, shown, places = slice_of_grid(volume.geometry, across, centre, reach)
    offset = (places[..., axes] - centre[0, axes]) / ellipse.half_mm
    inside = shown & ((offset**2).sum(axis=-1) <= 1)
    box = tuple(slice(a, a + n) for a, n in zip(first, inside.shape, strict=True))
    values = volume.voxels[box][inside].astype(np.float64)
    known = values[np.isfinite(values)]
    warnings: list[str] = []
    if not len(known):
        warnings.append("No voxel centre of the image is in the ellipse: nothing was measured.")
        nothing = float("nan")
        return AreaMeasurement(
            volume.unit, nothing, nothing, nothing, nothing, ellipse.area_mm2, 0, tuple(warnings)
        )
    if len(known) < len(values):
        warnings.append("Part of the ellipse is in slices that were never stored: it was left out.")
    low, high = volume.geometry.bounds_mm
    ends = np.array(ellipse.ends_mm)
    if (ends < low).any() or (ends > high).any():
        warnings.append("The ellipse extends beyond the image: what is outside was left out.")
    if not volume.geometry.is_aligned:
        warnings.append("The image is oblique to the plane of the ellipse.")
    return AreaMeasurement(
        volume.unit,
        float(known.mean()),
        float(known.std()),
        float(known.min()),
        float(known.max()),
        ellipse.area_mm2,
        len(known),
        tuple(warnings),
    )


def measure_area_in(image: LoadedImage, ellipse: Ellipse) -> AreaMeasurement:
    """The same, with all that makes the image's SUV doubtful."""
    measured = measure_area(image.volume, ellipse)
    return replace(measured, warnings=(*image.cautions, *measured.warnings))


def _moved(point: Point, by: FloatArray) -> Point:
    x, y, z = (np.array(point) + by).tolist()
    return float(x), float(y), float(z)
