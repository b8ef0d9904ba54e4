"""A body described as organs made of superquadrics, and its conversion to voxels.

`Shape` → `Organ` → `Anatomy` is a plain description in patient LPS mm, independent of any grid;
`rasterise` paints it on one. Organs are painted in order: a later organ replaces what is under it
or, if it names the organs it is `inside`, only those.

Superquadrics: A. H. Barr, IEEE Comput. Graph. Appl. 1 (1981) 11 (ellipsoids and tori) and
SIGGRAPH 1984 (taper); in PET and CT phantoms: J. Zhu et al., IEEE TMI 18 (1999) 1216.
"""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from enum import Enum, StrEnum
from functools import cached_property, lru_cache
from math import cos, pi, radians, sin, sqrt
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray
from scipy.special import beta

from station.pet.compiled import kernel
from station.pet.volume import FloatArray, Geometry, Provenance, Unit, Volume
from station.progress import Report, silent

Triple = tuple[float, float, float]
Indices = tuple[int, int, int]

AIR = "air"
"""The organ that is there before any other: SUV 0, -1000 HU."""
AIR_HU = -1000.0

WATER_MU_PER_MM = 0.0096
"""Linear attenuation of water at 511 keV (NIST XCOM)."""

THREADS = 2


@lru_cache(maxsize=1024)  # a body has hundreds of shapes, most of them not turned at all
def _rotation(turned_deg: Triple) -> FloatArray:
    """About x, then y, then z: columns are the turned axes, (3, 3)."""
    x, y, z = (radians(angle) for angle in turned_deg)
    about_x = np.array([[1, 0, 0], [0, cos(x), -sin(x)], [0, sin(x), cos(x)]])
    about_y = np.array([[cos(y), 0, sin(y)], [0, 1, 0], [-sin(y), 0, cos(y)]])
    about_z = np.array([[cos(z), -sin(z), 0], [sin(z), cos(z), 0], [0, 0, 1]])
    rotation: FloatArray = about_z @ about_y @ about_x
    rotation.flags.writeable = False
    return rotation


@dataclass(frozen=True)
class Shape:
    """A superquadric, or a ring of that cross-section.

    In its own axes, with u = x/a, v = y/b, w = z/c, the points where
    ((|u|^(2/h) + |v|^(2/h))^(h/2) - d)^(2/m) + |w|^(2/m) <= 1, h and m being `exponents`
    (horizontal, meridional) and d `ring`. Exponents 1 give an ellipsoid, near 0 a rounded box.
    """

    centre_mm: Triple
    semi_axes_mm: Triple
    """a, b, c; for a ring, those of the tube's cross-section: it extends to a (1 + ring)"""
    exponents: tuple[float, float] = (1.0, 1.0)
    """horizontal, meridional; above 0, at most 1"""
    turned_deg: Triple = (0.0, 0.0, 0.0)
    """about x, then y, then z (right-handed in LPS)"""
    taper: float = 0.0
    """the cross-section grows by this fraction from the centre to the end at +c, shrinks to -c"""
    ring: float = 0.0
    """radius of the tube's centre line in units of a (and of b); 0: not a ring, else at least 1"""
    cut: tuple[Triple, float] | None = None
    """(unit normal in the shape's own axes, offset mm): only where normal · position <= offset"""

    def __post_init__(self) -> None:
        if min(self.semi_axes_mm) <= 0:
            raise ValueError(f"a shape's semi-axes must be above 0 mm, not {self.semi_axes_mm}")
        if not all(0 < e <= 1 for e in self.exponents):
            raise ValueError(f"exponents must be above 0 and at most 1, not {self.exponents}")
        if not -1 < self.taper < 1:
            raise ValueError(f"taper must be between -1 and 1, not {self.taper}")
        if self.ring and (self.ring < 1 or self.taper):
            raise ValueError("a ring's radius is at least 1 tube, and a ring has no taper")

    @property
    def rotation(self) -> FloatArray:
        """Columns are the shape's own axes in LPS, (3, 3)."""
        return _rotation(self.turned_deg)

    @property
    def reach_mm(self) -> FloatArray:
        """Half extents along the shape's own axes, (3,)."""
        a, b, c = self.semi_axes_mm
        wide = (1 + self.ring) * (1 + abs(self.taper))
        return np.array([a * wide, b * wide, c])

    @property
    def volume_ml(self) -> float:
        """Analytic; raises ValueError for a cut shape."""
        if self.cut is not None:
            raise ValueError("the volume of a cut shape has no closed form")
        a, b, c = self.semi_axes_mm
        h, m = self.exponents
        area = 2 * h * beta(h / 2, h / 2 + 1)  # of the superellipse |u|^(2/h) + |v|^(2/h) <= 1
        if self.ring:  # Pappus, for a centre line of any superellipse
            section = 2 * m * beta(m / 2, m / 2 + 1)
            return float(2 * area * self.ring * section * a * b * c) / 1000
        height = m * beta(m / 2, m + 1)  # integral over w of the area's shrinking towards the ends
        square = m * beta(1.5 * m, m + 1)  # the same, times w²
        return float(area * a * b * c * (height + self.taper**2 * square)) / 1000

    def contains(self, positions_mm: FloatArray) -> NDArray[np.bool_]:
        """Whether LPS positions (..., 3) are in the shape, (...)."""
        local = (positions_mm - np.array(self.centre_mm)) @ self.rotation
        u, v, w = np.moveaxis(local / np.array(self.semi_axes_mm), -1, 0)
        growth = 1 + self.taper * np.clip(w, -1, 1)
        h, m = self.exponents
        round_ = (np.abs(u / growth) ** (2 / h) + np.abs(v / growth) ** (2 / h)) ** (h / 2)
        inside = np.abs(round_ - self.ring) ** (2 / m) + np.abs(w) ** (2 / m) <= 1
        if self.cut is not None:
            inside &= local @ np.array(self.cut[0]) <= self.cut[1]
        return inside

    @cached_property
    def box_mm(self) -> tuple[FloatArray, FloatArray]:
        """Smallest box along LPS that certainly contains the shape: (low, high)."""
        extent = np.abs(self.rotation) @ self.reach_mm
        return np.array(self.centre_mm) - extent, np.array(self.centre_mm) + extent

    def grown(self, by_mm: float) -> "Shape":
        """The same shape with its surface `by_mm` farther out (inwards if negative).

        The tube of a ring is scaled about its centre line so that a grows by that much.
        """
        a, b, c = self.semi_axes_mm
        if self.ring:
            scale = (a + by_mm) / a
            return replace(
                self, semi_axes_mm=(a * scale, b * scale, c * scale), ring=self.ring / scale
            )
        return replace(self, semi_axes_mm=(a + by_mm, b + by_mm, c + by_mm))

    def moved(self, by_mm: Sequence[float] | FloatArray) -> "Shape":
        x, y, z = (float(c + d) for c, d in zip(self.centre_mm, by_mm, strict=True))
        return replace(self, centre_mm=(x, y, z))

    def stretched(self, factors: Sequence[float] | FloatArray) -> "Shape":
        """Stretched about LPS 0 by one factor per axis; a rotated shape keeps its angles."""
        factor = np.asarray(factors, dtype=np.float64)
        along = np.linalg.norm(self.rotation * factor[:, None], axis=0)
        x, y, z = (float(v) for v in np.array(self.centre_mm) * factor)
        a, b, c = (float(v) for v in np.array(self.semi_axes_mm) * along)
        cut = None if self.cut is None else (self.cut[0], self.cut[1] * float(along.mean()))
        return replace(self, centre_mm=(x, y, z), semi_axes_mm=(a, b, c), cut=cut)

    def stretched_about(self, point_mm: Triple, factors: Sequence[float] | float) -> "Shape":
        """Stretched about a point, by one factor or by one per axis."""
        away = np.negative(point_mm)
        by = np.broadcast_to(np.asarray(factors, dtype=np.float64), (3,))
        return self.moved(away).stretched(by).moved(point_mm)

    def mirrored(self) -> "Shape":
        """On the other side of the body (x → -x)."""
        x, y, z = self.centre_mm
        about_x, about_y, about_z = self.turned_deg
        cut = self.cut and ((-self.cut[0][0], self.cut[0][1], self.cut[0][2]), self.cut[1])
        return replace(
            self, centre_mm=(-x, y, z), turned_deg=(about_x, -about_y, -about_z), cut=cut
        )


@dataclass(frozen=True)
class Organ:
    """One tissue: the union of its shapes, of one uptake and one density."""

    name: str
    shapes: tuple[Shape, ...]
    suv: float
    """SUVbw, g/mL"""
    hu: float
    inside: frozenset[str] | None = None
    """Names of the organs it may replace; None: any"""
    texture: float = 0.0
    """Standard deviation of its uptake from place to place, as a fraction of `suv`"""


class LesionKind(StrEnum):
    HOT = "hot"
    COLD = "cold"
    """Takes up less than the surrounding tissue: a cyst, a scar"""
    NECROTIC = "necrotic"
    """A hot rim around a cold core"""


VOLUME_LATTICE = 36
"""Points along each edge of the box in which the volume of a union of shapes is counted."""


@dataclass(frozen=True)
class Lesion:
    """A tumour: the true content of the phantom at a place. The last organs to be painted."""

    name: str
    site: str
    shapes: tuple[Shape, ...]
    """Its lobes: the lesion is their union"""
    suv: float
    """SUVbw; for a necrotic lesion, that of the rim"""
    hu: float
    kind: LesionKind = LesionKind.HOT
    core: tuple[Shape, ...] = ()
    """The cold centre of a necrotic lesion"""
    core_suv: float = 0.0
    core_hu: float = 20.0
    texture: float = 0.0
    """As for an organ"""

    @cached_property
    def centre_mm(self) -> Triple:
        """Patient LPS: the lobes' centres, weighted by their volumes."""
        weights = [shape.volume_ml for shape in self.shapes]
        x, y, z = np.average([shape.centre_mm for shape in self.shapes], axis=0, weights=weights)
        return float(x), float(y), float(z)

    @cached_property
    def volume_ml(self) -> float:
        """Of the whole, including the core; of several lobes, counted on a lattice (to 1 %)."""
        if len(self.shapes) == 1:
            return self.shapes[0].volume_ml
        low, high = self.box_mm
        steps = (np.arange(VOLUME_LATTICE) + 0.5) / VOLUME_LATTICE
        axes = (low[i] + steps * (high - low)[i] for i in range(3))
        points = np.stack(np.meshgrid(*axes, indexing="ij"), axis=-1)
        return float(self.contains(points).mean() * np.prod(high - low)) / 1000

    @property
    def diameter_mm(self) -> float:
        """Of the sphere of the same volume."""
        return 2 * (3 * self.volume_ml * 1000 / (4 * pi)) ** (1 / 3)

    @property
    def box_mm(self) -> tuple[FloatArray, FloatArray]:
        """Smallest box along LPS that certainly contains it: (low, high)."""
        lows, highs = zip(*(shape.box_mm for shape in self.shapes), strict=True)
        return np.min(lows, axis=0), np.max(highs, axis=0)

    def contains(self, positions_mm: FloatArray) -> NDArray[np.bool_]:
        """Whether LPS positions (..., 3) are in the lesion or its core, (...)."""
        return np.logical_or.reduce([shape.contains(positions_mm) for shape in self.shapes])


@dataclass(frozen=True)
class Breathing:
    """How far the organs move up and down with the breath, and where they do not. LPS mm."""

    amplitude_mm: float
    """From full expiration to full inspiration, at the diaphragm"""
    neck_z_mm: float
    """Above this nothing moves,"""
    dome_z_mm: float
    """from here down everything moves with the diaphragm,"""
    liver_z_mm: float
    """to here,"""
    pelvis_z_mm: float
    """and below this nothing moves."""
    cage_mm: tuple[float, float]
    """Half width and half depth of the rib cage, whose wall keeps its height"""
    spine_y_mm: float
    """The spine's position, which stays still"""


@dataclass(frozen=True)
class Anatomy:
    """A whole patient: their facts, and the organs in painting order.

    Patient LPS mm: the body's axis is x = y = 0; z = 0 is the crown, the feet are below.
    """

    sex: str
    """DICOM's M or F"""
    age_years: int
    height_m: float
    weight_kg: float
    organs: tuple[Organ, ...]
    lesions: tuple[Lesion, ...] = ()
    thigh_z_mm: float = 0.0
    """Mid-thigh, where a whole-body scan begins"""
    breathing: Breathing | None = None
    """None: the breath is held"""
    arms: tuple[Shape, ...] = ()
    """What holds the arms, from the skin inwards; painted as skin, fat, muscle and bone"""

    @property
    def painted(self) -> tuple[Organ, ...]:
        """Air, the organs, then the lesions, with the core of a necrotic one as its own organ."""
        tumours: list[Organ] = []
        for lesion in self.lesions:
            name = lesion.name
            tumours.append(
                Organ(name, lesion.shapes, lesion.suv, lesion.hu, texture=lesion.texture)
            )
            if lesion.core:
                within = frozenset({name})
                tumours.append(
                    Organ(core_of(name), lesion.core, lesion.core_suv, lesion.core_hu, within)
                )
        return (Organ(AIR, (), 0.0, AIR_HU), *self.organs, *tumours)

    @property
    def body_box_mm(self) -> tuple[FloatArray, FloatArray]:
        """Box along LPS around everything that may contain activity: (low, high)."""
        boxes = [shape.box_mm for organ in self.painted if organ.suv > 0 for shape in organ.shapes]
        lows, highs = zip(*boxes, strict=True)
        return np.min(lows, axis=0), np.max(highs, axis=0)


def core_of(lesion: str) -> str:
    """The painted name of a necrotic lesion's core."""
    return f"{lesion} core"


class Quantity(Enum):
    """What a map of the anatomy shows."""

    SUV = Unit.SUV_BW
    HU = Unit.HU


_Row = np.dtype(
    [
        ("organ", np.int64),
        ("opaque", np.bool_),  # replaces any organ
        ("centre", np.float64, 3),
        ("axes", np.float64, (3, 3)),  # rows: the shape's own axes in LPS
        ("semi", np.float64, 3),
        ("horizontal", np.float64),
        ("meridional", np.float64),
        ("taper", np.float64),
        ("ring", np.float64),
        ("steepest", np.float64),  # the largest rise of the gauge per mm
        ("low", np.float64, 3),  # box in LPS
        ("high", np.float64, 3),
        ("normal", np.float64, 3),  # of the cut
        ("offset", np.float64),
    ]
)
"""A shape in the kernels' form."""

Rows: TypeAlias = Any
"""An array of _Row: to a type checker, numba's records are anything."""


def _rows(organs: Sequence[Organ], low: FloatArray, high: FloatArray) -> Rows:
    """The shapes that may extend into a box (LPS), in order."""
    shapes = [
        (label, shape)
        for label, organ in enumerate(organs)
        for shape in organ.shapes
        if (shape.box_mm[0] <= high).all() and (shape.box_mm[1] >= low).all()
    ]
    rows = np.zeros(len(shapes), dtype=_Row)
    for row, (label, shape) in zip(rows, shapes, strict=True):
        row["organ"], row["opaque"] = label, organs[label].inside is None
        row["centre"], row["axes"], row["semi"] = (
            shape.centre_mm,
            shape.rotation.T,
            shape.semi_axes_mm,
        )
        row["horizontal"], row["meridional"] = shape.exponents
        row["taper"], row["ring"] = shape.taper, shape.ring
        # With exponents of at most 1 the gauge is a norm: it is steepest along the shortest axis.
        row["steepest"] = (1 + 2 * abs(shape.taper)) / (1 - abs(shape.taper))
        row["steepest"] /= min(shape.semi_axes_mm)
        row["low"], row["high"] = shape.box_mm
        row["normal"], row["offset"] = shape.cut or ((0.0, 0.0, 0.0), np.inf)
    return rows


OUTSIDE, NEAR_OUTSIDE, NEAR_INSIDE, INSIDE = 0, 1, 2, 3


@kernel
def _side(shape: Any, x: float, y: float, z: float, reach: float) -> int:
    """Which side of the shape's surface a point in LPS is on, and whether within `reach` mm."""
    dx, dy, dz = x - shape.centre[0], y - shape.centre[1], z - shape.centre[2]
    u = shape.axes[0, 0] * dx + shape.axes[0, 1] * dy + shape.axes[0, 2] * dz
    v = shape.axes[1, 0] * dx + shape.axes[1, 1] * dy + shape.axes[1, 2] * dz
    w = shape.axes[2, 0] * dx + shape.axes[2, 1] * dy + shape.axes[2, 2] * dz
    beyond = shape.normal[0] * u + shape.normal[1] * v + shape.normal[2] * w - shape.offset
    margin = reach * shape.steepest
    w /= shape.semi[2]
    growth = 1.0 + shape.taper * min(max(w, -1.0), 1.0)
    u = abs(u) / (shape.semi[0] * growth)
    v = abs(v) / (shape.semi[1] * growth)
    w = abs(w)
    radius = sqrt(u * u + v * v) - shape.ring
    round_gauge = sqrt(radius * radius + w * w)
    if shape.horizontal == 1.0 and shape.meridional == 1.0:
        gauge = round_gauge
    elif w > 1.0 + margin or max(u, v) > 1.0 + shape.ring + margin or beyond > reach:
        return OUTSIDE
    elif shape.ring == 0.0 and round_gauge <= 1.0 - margin:
        gauge = round_gauge  # the true one is even smaller, and expensive
    else:
        if shape.horizontal != 1.0:
            power = 2.0 / shape.horizontal
            radius = (u**power + v**power) ** (1.0 / power) - shape.ring
        power = 2.0 / shape.meridional
        gauge = abs(radius) ** power + w**power
        if reach > 0.0:  # else only its side of 1 matters
            gauge **= 1.0 / power
    if gauge > 1.0 + margin or beyond > reach:
        return OUTSIDE
    if gauge > 1.0 or beyond > 0.0:
        return NEAR_OUTSIDE
    return NEAR_INSIDE if gauge > 1.0 - margin or beyond > -reach else INSIDE


@kernel
def _organ_at(
    x: float,
    y: float,
    z: float,
    reach: float,
    shapes: Rows,
    here: NDArray[np.int64],
    count: int,
    may_replace: NDArray[np.bool_],
    sides: NDArray[np.int64],
    close: NDArray[np.int64],
) -> tuple[int, bool, int]:
    """(organ at a point, whether another may be within `reach` mm of it, how many shapes are).

    `here` holds the `count` shapes that may matter, in order; those that do are written to `close`,
    in order. `sides` is scratch space of the same length.
    """
    # From the top down to the first shape that hides all below it,
    bottom = 0
    for i in range(count - 1, -1, -1):
        shape = shapes[here[i]]
        sides[i] = OUTSIDE
        if shape.low[0] - reach <= x <= shape.high[0] + reach:
            sides[i] = _side(shape, x, y, z, reach)
            if sides[i] == INSIDE and shape.opaque:
                bottom = i
                break
    # and up again, painting.
    organ = 0
    mixed = False
    n = 0
    for i in range(bottom, count):
        if sides[i] == OUTSIDE:
            continue
        close[n] = here[i]
        n += 1
        shape = shapes[here[i]]
        replaces = may_replace[shape.organ, organ]
        if shape.organ != organ and (replaces or mixed):
            mixed = sides[i] != INSIDE or (mixed and not shape.opaque)
        if replaces and sides[i] >= NEAR_INSIDE:
            organ = shape.organ
    return organ, mixed, n


@kernel
def _mean_in_voxel(
    centre: FloatArray,
    affine: FloatArray,
    shapes: Rows,
    close: NDArray[np.int64],
    count: int,
    may_replace: NDArray[np.bool_],
    sides: NDArray[np.int64],
    room: NDArray[np.int64],
    values: FloatArray,
    subsamples: Indices,
) -> float:
    total = 0.0
    slices, rows, columns = subsamples
    for i in range(slices):
        ds = (i + 0.5) / slices - 0.5
        for j in range(rows):
            dr = (j + 0.5) / rows - 0.5
            for k in range(columns):
                dc = (k + 0.5) / columns - 0.5
                x = centre[0] + affine[0, 0] * ds + affine[0, 1] * dr + affine[0, 2] * dc
                y = centre[1] + affine[1, 0] * ds + affine[1, 1] * dr + affine[1, 2] * dc
                z = centre[2] + affine[2, 0] * ds + affine[2, 1] * dr + affine[2, 2] * dc
                organ, _, _ = _organ_at(
                    x, y, z, 0.0, shapes, close, count, may_replace, sides, room
                )
                total += values[organ]
    return total / (slices * rows * columns)


@kernel
def _crossing(
    boxes: FloatArray,
    among: NDArray[np.int64],
    count: int,
    low: FloatArray,
    high: FloatArray,
    crossing: NDArray[np.int64],
) -> int:
    """How many of the `boxes` (low x, y, z, high x, y, z) `among` all meet a box: `crossing`."""
    n = 0
    for i in range(count):
        k = among[i]
        if (
            boxes[k, 0] <= high[0]
            and boxes[k, 3] >= low[0]
            and boxes[k, 1] <= high[1]
            and boxes[k, 4] >= low[1]
            and boxes[k, 2] <= high[2]
            and boxes[k, 5] >= low[2]
        ):
            crossing[n] = k
            n += 1
    return n


RUN = 4
"""Voxels of a row that are settled at once if no surface is near."""


@kernel
def _paint(
    out: NDArray[np.float32],
    first: int,
    affine: FloatArray,
    shapes: Rows,
    boxes: FloatArray,
    may_replace: NDArray[np.bool_],
    values: FloatArray,
    subsamples: Indices,
) -> None:
    """Mean value of each voxel of slices first… of a grid into `out` (slices, rows, columns)."""
    slices, rows, columns = out.shape
    # Half extents of a voxel along x, y and z, and the radius of the ball around it.
    half = np.zeros(3)
    for axis in range(3):
        half[axis] = 0.5 * np.abs(affine[axis, :3]).sum()
    reach = sqrt(half[0] ** 2 + half[1] ** 2 + half[2] ** 2)
    run_reach = reach + 0.5 * (RUN - 1) * sqrt((affine[:3, 2] ** 2).sum())
    if subsamples[0] * subsamples[1] * subsamples[2] == 1:
        reach = 0.0  # only the centre matters: no voxel is mixed
    every = np.arange(len(shapes))
    in_slice, in_row, here = every.copy(), every.copy(), every.copy()
    sides, close, room = every.copy(), every.copy(), every.copy()
    near = every.copy()
    centre = np.empty(3)
    for s in range(slices):
        start = affine[:3, 3] + affine[:3, 0] * (first + s)
        across, along = affine[:3, 1] * (rows - 1), affine[:3, 2] * (columns - 1)
        low = start + np.minimum(across, 0.0) + np.minimum(along, 0.0) - half
        high = start + np.maximum(across, 0.0) + np.maximum(along, 0.0) + half
        slice_count = _crossing(boxes, every, len(every), low, high, in_slice)
        for r in range(rows):
            left = start + affine[:3, 1] * r
            low = left + np.minimum(along, 0.0) - half
            high = left + np.maximum(along, 0.0) + half
            row_count = _crossing(boxes, in_slice, slice_count, low, high, in_row)
            out[s, r] = values[0]
            if row_count == 0:
                continue
            for begin in range(0, columns, RUN):
                end = min(begin + RUN, columns)
                middle = 0.5 * (begin + end - 1)
                for axis in range(3):
                    centre[axis] = left[axis] + affine[axis, 2] * middle
                    ahead = abs(affine[axis, 2]) * 0.5 * (RUN - 1) + half[axis]
                    low[axis], high[axis] = centre[axis] - ahead, centre[axis] + ahead
                count = _crossing(boxes, in_row, row_count, low, high, here)
                if count == 0:
                    continue
                x, y, z = centre
                organ, mixed, count = _organ_at(
                    x, y, z, run_reach, shapes, here, count, may_replace, sides, near
                )
                if not mixed:
                    out[s, r, begin:end] = values[organ]
                    continue
                for c in range(begin, end):
                    for axis in range(3):
                        centre[axis] = left[axis] + affine[axis, 2] * c
                    x, y, z = centre
                    organ, mixed, n = _organ_at(
                        x, y, z, reach, shapes, near, count, may_replace, sides, close
                    )
                    if not mixed:
                        out[s, r, c] = values[organ]
                        continue
                    out[s, r, c] = _mean_in_voxel(
                        centre,
                        affine,
                        shapes,
                        close,
                        n,
                        may_replace,
                        sides,
                        room,
                        values,
                        subsamples,
                    )


def rasterise(
    anatomy: Anatomy,
    geometry: Geometry,
    quantity: Quantity,
    subsamples: Indices = (2, 2, 2),
    report: Report = silent,
) -> Volume:
    """The anatomy's SUV or HU on a grid, float32.

    A voxel that a surface crosses gets the mean of `subsamples` points in it, along (slice, row,
    column), so that edges are smooth and volumes accurate to a fraction of a voxel.
    """
    organs = anatomy.painted
    values = np.array([organ.suv if quantity is Quantity.SUV else organ.hu for organ in organs])
    out = _painted(organs, geometry, values, subsamples, report)
    return Volume(out, geometry, quantity.value, Provenance(description="virtual scanner's truth"))


@dataclass(frozen=True, eq=False)
class Labels:
    """Which of the painted organs contains each voxel's centre."""

    volume: Volume
    """int16: indices into `names`; 0 is air"""
    names: tuple[str, ...]
    """As in `Anatomy.painted`"""

    @property
    def codes(self) -> NDArray[np.int16]:
        """The volume's voxels."""
        return np.asarray(self.volume.voxels, dtype=np.int16)

    def mask(self, *names: str) -> NDArray[np.bool_]:
        """Voxels of these organs or lesions, a lesion's core included. KeyError: no such name."""
        unknown = set(names) - set(self.names)
        if unknown:
            raise KeyError(f"no organ or lesion is named {sorted(unknown)}")
        wanted = {*names, *(core_of(name) for name in names)}
        return np.array([name in wanted for name in self.names])[self.codes]


def truth_labels(anatomy: Anatomy, geometry: Geometry, report: Report = silent) -> Labels:
    """The organ or lesion at every voxel's centre."""
    organs = anatomy.painted
    codes = np.arange(len(organs), dtype=np.float64)
    painted = _painted(organs, geometry, codes, (1, 1, 1), report).astype(np.int16)
    made = Provenance(description="virtual scanner's truth")
    return Labels(
        Volume(painted, geometry, Unit.STORED, made), tuple(organ.name for organ in organs)
    )


def _painted(
    organs: Sequence[Organ],
    geometry: Geometry,
    values: FloatArray,
    subsamples: Indices,
    report: Report,
) -> NDArray[np.float32]:
    """Mean of the organs' `values` in each voxel."""
    labels = {organ.name: label for label, organ in enumerate(organs)}
    shapes = _rows(organs, *geometry.bounds_mm)
    boxes = np.hstack([shapes["low"], shapes["high"]])
    may_replace = np.ones((len(organs), len(organs)), dtype=np.bool_)
    for label, organ in enumerate(organs):
        if organ.inside is not None:
            unknown = organ.inside - labels.keys()
            if unknown:
                raise ValueError(f"{organ.name} is inside {sorted(unknown)}, which is not an organ")
            may_replace[label] = [other.name in organ.inside for other in organs]
    out = np.empty(geometry.shape, dtype=np.float32)
    slab = 16

    def part(first: int) -> None:
        slices = out[first : first + slab]
        _paint(slices, first, geometry.affine, shapes, boxes, may_replace, values, subsamples)

    with ThreadPoolExecutor(THREADS) as pool:
        # One slab per thread ahead of the report, so that a cancelled job stops soon.
        starts = range(0, len(out), slab)
        for i in range(0, len(starts), THREADS):
            report(i / len(starts), "Painting the phantom")
            list(pool.map(part, starts[i : i + THREADS]))
    return out


def attenuation_per_mm(hu: NDArray[np.float32]) -> NDArray[np.float32]:
    """Linear attenuation at 511 keV of CT numbers taken at 120 kV, 1/mm.

    Bilinear: J. P. J. Carney et al., Med. Phys. 33 (2006) 976: at 120 kV 5.1e-6/mm per HU and
    0.00471/mm above 47 HU; below, linear from air to water.
    """
    soft = WATER_MU_PER_MM * (hu + np.float32(1000)) / np.float32(1000)
    bone = np.float32(5.1e-6) * (hu + np.float32(1000)) + np.float32(0.00471)
    return np.maximum(np.where(hu < 47, soft, bone), 0).astype(np.float32)
