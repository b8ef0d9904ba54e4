"""Bodies of real people as small label maps: what each cell of 4 mm consists of.

The maps are in `resources/anatomies`, made by `packaging/anatomies.py` from CTs and a mesh that
others published; `ATTRIBUTION.md` next to them says whose they are, and what in each was added.
"""

import tomllib
from dataclasses import dataclass, replace
from enum import IntEnum
from functools import cache
from typing import Any, Literal

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray
from scipy import ndimage as untyped_ndimage

from station.installed import resource
from station.pet.volume import FloatArray, Geometry

ndi: Any = untyped_ndimage  # its own types are incomplete
CELL_MM = 4.0
"""Spacing of the stored maps along every axis"""


class Part(IntEnum):
    """What a cell consists of."""

    AIR = 0
    """Outside the body"""
    FAT = 1
    """With the skin"""
    SOFT = 2
    """Soft tissue of no name here: mediastinum, neck, pancreas, uterus, glands"""
    MUSCLE = 3
    CORTEX = 4
    """Dense bone"""
    MARROW = 5
    LUNG = 6
    AIRWAY = 7
    LIVER = 8
    SPLEEN = 9
    HEART = 10
    """Chambers, and the walls but that of the left ventricle"""
    MYOCARDIUM = 11
    """Wall of the left ventricle"""
    BLOOD = 12
    """Aorta, vena cava, great vessels of the mediastinum"""
    BRAIN = 13
    KIDNEY = 14
    BLADDER = 15
    GUT = 16
    """Stomach and bowel with their content"""
    GAS = 17
    """In the bowel"""
    FLUID = 18
    """Ascites"""
    UNCLEAR = 19
    """A large tumour, and bowel that cannot be told from the fluid around it"""
    ARM_FAT = 20
    ARM_MUSCLE = 21
    ARM_BONE = 22


HU: tuple[float, ...] = (
    *(-1000, -100, 35, 50, 700, 220, -780, -980, 60, 50, 42, 48, 42),
    *(35, 35, 8, 30, -850, 12, 30, -100, 50, 500),
)
"""Usual Hounsfield units of each `Part` without contrast medium"""

Arms = Literal["up", "down", "none"]


@dataclass(frozen=True, eq=False)
class RealBody:
    """One body, from the vertex to the feet unless it was cut."""

    name: str
    sex: Literal["F", "M"] | None
    """None where the source does not say, or is of several"""
    arms: Arms
    parts: NDArray[np.uint8]
    """`Part` of each cell, (slice, row, column)"""
    geometry: Geometry
    """LPS mm: z = 0 the crown, x = 0 the midline, y = 0 about the middle of the trunk"""

    def volume_ml(self, *parts: Part) -> float:
        return float(np.isin(self.parts, parts).sum()) * self.geometry.voxel_volume_ml

    def hu(self) -> NDArray[np.float32]:
        """Usual Hounsfield units of every cell."""
        return np.array(HU, dtype=np.float32)[self.parts]


@cache
def real_bodies() -> tuple[RealBody, ...]:
    """Every stored body, on cells of 4 mm."""
    folder = resource("anatomies")
    entries = tomllib.loads((folder / "bodies.toml").read_text("utf-8"))
    bodies: list[RealBody] = []
    for name, entry in entries.items():
        with np.load(folder / f"{name}.npz") as stored:
            parts, first = stored["parts"], stored["first_cell_xyz_mm"]
        parts.flags.writeable = False
        geometry = upright(parts.shape, CELL_MM, first)
        bodies.append(RealBody(name, entry.get("sex"), entry["arms"], parts, geometry))
    return tuple(bodies)


def upright(shape: tuple[int, int, int], step_mm: float, first_xyz_mm: FloatArray) -> Geometry:
    """Slices to the head, rows to the back, columns to the left."""
    affine = np.zeros((4, 4))
    affine[0, 2] = affine[1, 1] = affine[2, 0] = step_mm
    affine[:3, 3], affine[3, 3] = first_xyz_mm, 1
    return Geometry(shape, affine)


SCALE = (0.85, 1.2)
"""Smallest and largest factor along each axis"""
SHAPE_SCALE = (0.92, 1.08)
"""How far the axes may differ from the common factor"""
FAT_FACTOR = (0.45, 2.2)
"""Thickness of the fat under the skin, relative to the original"""
BEND_MM = (4.0, 14.0)
"""Smallest and largest standard deviation of the elastic displacement"""
BEND_STEP_MM = 110.0
"""Between the points that are displaced independently"""
MARGIN_MM = 60.0
"""Air around the body"""
REACH_MM = 60.0
"""New fat is no further outside the old skin than this"""


@dataclass(frozen=True, eq=False)
class Layers:
    """Of one body without its arms, on every second cell: what is needed to change its fat."""

    lean_mm: NDArray[np.float32]
    """Distance from what is neither fat nor air, 0 in it"""
    depth_mm: NDArray[np.float32]
    """Depth under the skin, negative outside"""


@cache
def _layers(body: RealBody) -> Layers:
    parts = body.parts[::2, ::2, ::2]
    trunk = (parts != Part.AIR) & (parts < Part.ARM_FAT)
    step = 2 * CELL_MM
    lean = ndi.distance_transform_edt(~trunk | (parts == Part.FAT)) * step
    depth = (ndi.distance_transform_edt(trunk) - ndi.distance_transform_edt(~trunk)) * step
    return Layers(lean.astype(np.float32), depth.astype(np.float32))


def deformed(
    body: RealBody,
    rng: Generator,
    cell_mm: float = 8.0,
    arms: Arms | None = None,
    length_mm: float = 1200.0,
) -> RealBody:
    """Another person of the same build: scaled, bent, with more or less fat under the skin.

    Never mirrored. `arms` replaces them by simple ones, or takes them off ("none": they are
    outside the field of view); by default a third keep theirs for certain. `length_mm`, from the
    crown, is where the body is cut off below: within the thighs unless more is asked for.
    """
    common = rng.uniform(*SCALE)
    scale = np.clip(common * rng.uniform(*SHAPE_SCALE, size=3), *SCALE)
    bend_mm = rng.uniform(*BEND_MM)
    thin, thick = FAT_FACTOR
    fat = float(thin * (thick / thin) ** rng.uniform())
    options: tuple[Arms, ...] = (body.arms, "up", "down")
    wanted = options[int(rng.integers(3))] if arms is None else arms
    source = body.geometry
    size = np.array(body.parts.shape) * CELL_MM
    low = source.to_patient(np.zeros(3))[::-1] * scale - MARGIN_MM
    low[0] = max(low[0], -length_mm)
    high = (source.to_patient(np.zeros(3))[::-1] + size) * scale + MARGIN_MM
    shape = tuple(int(n) for n in np.ceil((high - low) / cell_mm))
    target = upright((shape[0], shape[1], shape[2]), cell_mm, low[::-1])

    index = _index_in(source, target, scale, _bend(rng, shape, cell_mm, bend_mm))
    nearest = (index + np.float32(0.5)).astype(np.int32)
    inside = np.ones(shape, dtype=bool)
    for axis, cells in enumerate(body.parts.shape):
        inside &= (index[axis] > -0.5) & (nearest[axis] < cells)
        np.clip(nearest[axis], 0, cells - 1, out=nearest[axis])
    z, y, x = nearest
    parts = np.where(inside, body.parts[z, y, x], np.uint8(Part.AIR))

    layers = _layers(body)
    roughly = layers.depth_mm[z // 2, y // 2, x // 2]
    near = (parts == Part.FAT) | ((parts == Part.AIR) & (roughly > -REACH_MM))
    at = index[:, near] / 2
    held = np.clip(at, 0, np.array(layers.depth_mm.shape, dtype=np.float32)[:, None] - 1)
    beyond = np.abs(at - held).max(axis=0) * (2 * CELL_MM)
    lean = ndi.map_coordinates(layers.lean_mm, held, order=1)
    depth = ndi.map_coordinates(layers.depth_mm, held, order=1)
    skin = lean + beyond <= fat * (lean + depth)
    parts[near] = np.where(skin, np.uint8(Part.FAT), np.uint8(Part.AIR))
    result = replace(body, name=f"{body.name}, deformed", parts=parts, geometry=target)
    return result if wanted == body.arms else _with_arms(result, wanted, rng)


def _index_in(
    source: Geometry, target: Geometry, scale: FloatArray, bend_mm: NDArray[np.float32]
) -> NDArray[np.float32]:
    """Fractional index in the source of every target cell, (3, slices, rows, columns)."""
    first_source, first_target = source.to_patient(np.zeros(3)), target.to_patient(np.zeros(3))
    index = bend_mm / np.float32(CELL_MM)
    for axis in range(3):
        xyz = 2 - axis
        position = first_target[xyz] + target.spacing_mm[axis] * np.arange(target.shape[axis])
        along = (position / scale[axis] - first_source[xyz]) / CELL_MM
        index[axis] += along.astype(np.float32).reshape([-1 if i == axis else 1 for i in range(3)])
    return index


def _bend(
    rng: Generator, shape: tuple[int, ...], cell_mm: float, bend_mm: float
) -> NDArray[np.float32]:
    """A smooth random displacement in mm, (3, slices, rows, columns)."""
    weights = [_spline(n, cell_mm / BEND_STEP_MM) for n in shape]
    points = rng.standard_normal((3, *(w.shape[1] for w in weights)), dtype=np.float32)
    a, b, c = weights
    field = np.einsum("ai,bj,ck,dijk->dabc", a, b, c, points, optimize=True)
    field *= bend_mm / SPREAD_OF_SPLINE
    return field


SPREAD_OF_SPLINE = 0.33
"""Standard deviation, in three dimensions, of a cubic B-spline whose control points have one of 1:
the mean square of its weights along an axis is 0.48"""


def _spline(count: int, step: float) -> NDArray[np.float32]:
    """Weights of control points for so many positions, as uniform cubic B-splines have them."""
    position = np.arange(count) * step
    first = np.floor(position).astype(int)
    t = position - first
    basis = np.stack(
        [(1 - t) ** 3, 3 * t**3 - 6 * t**2 + 4, -3 * t**3 + 3 * t**2 + 3 * t + 1, t**3]
    )
    weights = np.zeros((count, int(first[-1]) + 4), dtype=np.float32)
    for i in range(4):
        weights[np.arange(count), first + i] = basis[i] / 6
    return weights


UPPER_ARM_MM, FOREARM_MM, HAND_MM = 290.0, 250.0, 170.0
"""From shoulder to elbow to wrist to the finger tips"""
ARM_RADII_MM = (52.0, 42.0, 28.0, 16.0)
"""At the shoulder, elbow, wrist and finger tips"""
ARM_BONE_MM, ARM_LEAN = 11.0, 0.78
"""Radius of the bone; the part of the arm's radius that is muscle"""
SHOULDER_MM = 50.0
"""Thickness of the layer of the arm next to the trunk in which the shoulder is"""


def _with_arms(body: RealBody, arms: Arms, rng: Generator) -> RealBody:
    """With arms of tapered tubes, or without any."""
    shoulders = _shoulders(body)
    parts = np.where(body.parts >= Part.ARM_FAT, np.uint8(Part.AIR), body.parts)
    result = replace(body, arms=arms, parts=parts)
    if arms == "none":
        return result
    thickness = rng.uniform(*SCALE)
    for side, shoulder in shoulders.items():
        joints = _joints(result, side, shoulder, arms, rng)
        for i in range(3):
            _tube(result, joints[i], joints[i + 1], np.array(ARM_RADII_MM[i : i + 2]) * thickness)
    return result


def _shoulders(body: RealBody) -> dict[int, FloatArray]:
    """LPS mm of the shoulder at the right (-1) and the left (+1)."""
    position = body.geometry.to_patient(np.argwhere(body.parts >= Part.ARM_FAT))
    found: dict[int, FloatArray] = {}
    for side in (-1, 1):
        arm = position[position[:, 0] * side > 0]
        z = arm[:, 2]
        near = z < z.min() + SHOULDER_MM if body.arms == "up" else z > z.max() - SHOULDER_MM
        found[side] = arm[near].mean(axis=0)
    return found


def _joints(
    body: RealBody, side: int, shoulder: FloatArray, arms: Arms, rng: Generator
) -> list[FloatArray]:
    """LPS mm of shoulder, elbow, wrist and finger tips."""
    if arms == "up":
        spread = rng.uniform(-0.25, 0.45)
        elbow = shoulder + UPPER_ARM_MM * _unit(side * spread, rng.uniform(-0.7, -0.2), 1.0)
        wrist = elbow + FOREARM_MM * _unit(-side * rng.uniform(0.1, 1.0), -0.1, 1.0)
        tips = wrist + HAND_MM * _unit(-side * rng.uniform(0.0, 1.0), 0.0, 1.0)
        return [shoulder, elbow, wrist, tips]
    gap_mm, back_mm = rng.uniform(0.0, 40.0), rng.uniform(-40.0, 30.0)
    joints = [shoulder]
    for i, length in enumerate((UPPER_ARM_MM, FOREARM_MM, HAND_MM)):
        z = joints[-1][2] - length
        beyond = _half_width(body, side, z, joints[-1][2]) + ARM_RADII_MM[i + 1] + gap_mm
        outwards = max(abs(float(shoulder[0])), beyond)
        joints.append(np.array([side * outwards, back_mm, z]))
    return joints


def _unit(x: float, y: float, z: float) -> FloatArray:
    vector = np.array([x, y, z])
    return vector / np.linalg.norm(vector)


def _half_width(body: RealBody, side: int, low_mm: float, high_mm: float) -> float:
    """How far a side of the body reaches from the midline between two heights, mm."""
    axis = np.zeros((len(body.parts), 3))
    axis[:, 0] = np.arange(len(body.parts))
    heights = body.geometry.to_patient(axis)[:, 2]
    level = (heights >= low_mm) & (heights <= high_mm)
    columns = np.nonzero((body.parts[level] > 0).any(axis=(0, 1)))[0]
    if not len(columns):
        return 0.0
    edge = columns[-1] if side > 0 else columns[0]
    return side * float(body.geometry.to_patient([0, 0, edge])[0])


def _tube(body: RealBody, start: FloatArray, end: FloatArray, radii_mm: FloatArray) -> None:
    """Paint an arm's segment into what is air."""
    reach = radii_mm.max()
    corners = body.geometry.to_index(
        [np.minimum(start, end) - reach, np.maximum(start, end) + reach]
    )
    low = np.clip(np.floor(corners[0]), 0, body.parts.shape).astype(int)
    high = np.clip(np.ceil(corners[1]) + 1, 0, body.parts.shape).astype(int)
    grid = low + np.moveaxis(np.indices((high - low).tolist()), 0, -1)
    from_start = body.geometry.to_patient(grid) - start
    axis = end - start
    share = np.clip(from_start @ axis / (axis @ axis), 0, 1)
    away = np.linalg.norm(from_start - share[..., None] * axis, axis=-1)
    radius = radii_mm[0] + share * (radii_mm[1] - radii_mm[0])
    part = np.where(
        away > ARM_LEAN * radius,
        Part.ARM_FAT,
        np.where(away > ARM_BONE_MM, Part.ARM_MUSCLE, Part.ARM_BONE),
    ).astype(np.uint8)
    view = body.parts[low[0] : high[0], low[1] : high[1], low[2] : high[2]]
    paint = (away <= radius) & ((view == Part.AIR) | ((view >= Part.ARM_FAT) & (part > view)))
    view[paint] = part[paint]
