"""Which voxels of a grid planar contours enclose.

- **On a slice** a pixel is inside a contour if its centre is within it by the even-odd rule, or on
  its path (PS3.3, C.8.8.6.3), of a hole's path too. Contours of one plane combine as they are seen:
  drawn twice is drawn once, one inside another is a hole, an island in the hole is inside again,
  and those that overlap are united. CLOSEDPLANAR_XOR: even-odd over all of them.
- **Across slices** a contour represents a slab, half-way to its neighbours and half a thickness
  beyond the first and the last, so that the slabs together have the volume that was drawn. A slice
  of the grid takes the contours whose slab contains it; at a border, the slab above.
- **A gap** of a few slices in which one lesion goes on is filled from both sides; a wider one stays
  empty. Both are reported.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from station.pet.volume import FloatArray

Loop = FloatArray
"""Corners of a closed polygon, (n, 2) as (row, column) or (n, 3) in LPS mm; the first only once"""
Pixels = NDArray[np.bool_]
"""(rows, columns)"""

ON_PATH = 1e-3
"""In pixels: a centre this close to a path is on it, if coordinates are exact"""

ON_PATH_AT_MOST = 0.02
"""In pixels: the same for coordinates written with few decimals; also how far a path may leave
another one that it is inside"""

SAMPLE = 0.5
"""In pixels: how densely a path is followed to find out whether it is inside another"""

JOINED = 1.5
"""In thicknesses: contours closer than this are neighbours, with nothing left out between them"""

BRIDGED = 4.5
"""In thicknesses: up to this distance (three slices left out) a gap inside a lesion is filled"""

ROUNDING = 0.01
"""In slices: a border of a slab this close to a slice is on it"""


@dataclass(frozen=True, eq=False)
class Plane:
    """The contours drawn at one height."""

    height: float
    """Fractional slice of the grid"""
    loops: tuple[Loop, ...]
    """(n, 2) as (row, column)"""
    xor: bool = False
    on_path: float = ON_PATH
    """In pixels: how close a centre on a path is to it, as exactly as the path was written"""


@dataclass(frozen=True, eq=False)
class Filled:
    inside: NDArray[np.bool_]
    """(slices, rows, columns)"""
    bridged: tuple[tuple[float, float], ...] = ()
    """Heights between which a gap was filled"""
    left_empty: tuple[tuple[float, float], ...] = ()
    """Heights between which a gap inside a lesion stays empty"""
    outside: int = 0
    """Planes whose slab begins beyond the grid's slices"""
    between: float | None = None
    """Height of the contours that were taken on the nearest slice, as no slab contains a slice"""


def fill_planes(planes: Sequence[Plane], thickness: float, shape: tuple[int, int, int]) -> Filled:
    """The voxels that contours enclose.

    `planes` in any order, each height once; `thickness` in slices of the grid, at the ends and
    where a neighbour is missing.
    """
    inside = np.zeros(shape, dtype=np.bool_)
    ordered = sorted(planes, key=lambda plane: plane.height)
    pixels = [combine(plane, shape[1:]) for plane in ordered]
    heights = [plane.height for plane in ordered]
    bridged: list[tuple[float, float]] = []
    left_empty: list[tuple[float, float]] = []
    lows = [height - thickness / 2 for height in heights]
    highs = [height + thickness / 2 for height in heights]
    for k in range(len(ordered) - 1):
        below, above = heights[k], heights[k + 1]
        middle = (below + above) / 2
        if above - below <= JOINED * thickness:
            highs[k] = lows[k + 1] = middle
            continue
        common = _touching(pixels[k], pixels[k + 1]), _touching(pixels[k + 1], pixels[k])
        empty = _slices(highs[k], lows[k + 1], shape[0])
        if not common[0].any() or not empty:
            continue
        if above - below > BRIDGED * thickness:
            left_empty.append((below, above))
            continue
        for index in empty:
            inside[index] |= common[int(index >= middle - ROUNDING)]
        bridged.append((below, above))
    met = False
    for plane, low, high in zip(pixels, lows, highs, strict=True):
        for index in _slices(low, high, shape[0]):
            inside[index] |= plane
            met = True
    between: float | None = None
    if not met:
        closest = min(range(len(ordered)), key=lambda k: abs(heights[k] - round(heights[k])))
        index = round(heights[closest])
        if 0 <= index < shape[0]:
            inside[index] |= pixels[closest]
            between = heights[closest]
    outside = sum(height < -0.5 or height > shape[0] - 0.5 for height in heights)
    return Filled(inside, tuple(bridged), tuple(left_empty), outside, between)


def _slices(low: float, high: float, count: int) -> range:
    """The slices from `low` to below `high`."""
    first = int(np.ceil(low - ROUNDING))
    return range(max(first, 0), min(int(np.ceil(high - ROUNDING)), count))


def _touching(pixels: Pixels, others: Pixels) -> Pixels:
    """The connected parts of `pixels` that have a pixel in common with `others`."""
    from scipy import ndimage as untyped_ndimage

    ndimage: Any = untyped_ndimage  # its own types are incomplete
    parts, _ = ndimage.label(pixels, structure=np.ones((3, 3)))
    return np.isin(parts, np.unique(parts[pixels & others]))


# -- one plane -------------------------------------------------------------------------------------


def combine(plane: Plane, shape: tuple[int, int]) -> Pixels:
    """The pixels that the contours of one plane enclose together."""
    if plane.xor:
        inside = np.zeros(shape, dtype=np.bool_)
        for loop in plane.loops:
            inside ^= fill(loop, shape)
    else:
        inside = _nested(plane.loops, shape)
    for loop in plane.loops:
        inside |= on_path(loop, shape, plane.on_path)
    return inside


def _nested(loops: Sequence[Loop], shape: tuple[int, int]) -> Pixels:
    loops = _distinct(loops)
    holds = [[a is not b and contains(a, b) for b in loops] for a in loops]
    regions: dict[int, Pixels] = {}

    def region(index: int) -> Pixels:
        """What one contour encloses, without its holes: those that no third one is around."""
        if index not in regions:
            regions[index] = fill(loops[index], shape)
            within = np.flatnonzero(holds[index]).tolist()
            for hole in within:
                if not any(holds[between][hole] for between in within):
                    regions[index] = regions[index] & ~region(hole)
        return regions[index]

    inside = np.zeros(shape, dtype=np.bool_)
    for index in range(len(loops)):
        if not any(row[index] for row in holds):
            inside |= region(index)
    return inside


def _distinct(loops: Sequence[Loop]) -> list[Loop]:
    """Each contour once, however often it was drawn."""
    kept: list[Loop] = []
    for loop in loops:
        if not any(contains(loop, other) and contains(other, loop) for other in kept):
            kept.append(loop)
    return kept


def contains(outer: Loop, inner: Loop) -> bool:
    """Whether the whole path of one polygon is inside another or on its path."""
    from station.dicom.nesting import all_inside  # numba: 0.2 s

    low, high = outer.min(axis=0) - ON_PATH_AT_MOST, outer.max(axis=0) + ON_PATH_AT_MOST
    if (inner.min(axis=0) < low).any() or (inner.max(axis=0) > high).any():
        return False
    return all_inside(np.ascontiguousarray(outer), _followed(inner), ON_PATH_AT_MOST)


def _followed(loop: Loop) -> FloatArray:
    """Points along a closed path, its corners among them, at most SAMPLE apart."""
    ends = np.roll(loop, -1, axis=0)
    counts = np.ceil(np.linalg.norm(ends - loop, axis=1) / SAMPLE).astype(np.intp).clip(1)
    edge = np.repeat(np.arange(len(loop)), counts)
    part = (np.arange(len(edge)) - np.repeat(np.cumsum(counts) - counts, counts)) / counts[edge]
    return loop[edge] + part[:, None] * (ends - loop)[edge]


def _distance(points: FloatArray, start: FloatArray, end: FloatArray) -> FloatArray:
    """Distance of points (n, 2) from a segment, or each from its own: start and end (n, 2)."""
    along = end - start
    squared = (along**2).sum(axis=-1)
    part = ((points - start) * along).sum(axis=-1) / np.where(squared > 0, squared, 1.0)
    return np.linalg.norm(points - start - part.clip(0, 1)[..., None] * along, axis=-1)


def fill(loop: Loop, shape: tuple[int, int]) -> Pixels:
    """Pixels whose centre is in a polygon (row, column) by the even-odd rule.

    A centre on the path is in or out; see `on_path`.
    """
    rows, columns = shape
    ends = np.roll(loop, -1, axis=0)
    # Half open, so that a corner on a row of centres counts for only one of its two edges.
    low = np.ceil(np.minimum(loop[:, 0], ends[:, 0])).clip(0, rows).astype(np.intp)
    high = np.ceil(np.maximum(loop[:, 0], ends[:, 0])).clip(0, rows).astype(np.intp)
    edge, row = _steps(low, high)
    rise = ends[edge, 0] - loop[edge, 0]
    slope = (ends[edge, 1] - loop[edge, 1]) / np.where(rise == 0, 1.0, rise)
    at = np.ceil(loop[edge, 1] + (row - loop[edge, 0]) * slope).clip(0, columns)
    crossings = np.zeros((rows, columns + 1), dtype=np.int32)
    np.add.at(crossings, (row, at.astype(np.intp)), 1)
    # A pixel is inside if an odd number of edges was crossed on the way to it.
    return (np.cumsum(crossings, axis=1)[:, :-1] & 1).astype(np.bool_)


def on_path(loop: Loop, shape: tuple[int, int], within: float = ON_PATH) -> Pixels:
    """Pixels whose centre is on the path of a polygon (row, column), `within` so many pixels.

    If a path that encloses nothing (a point, a line) meets no centre, the pixels it runs through.
    """
    marked = np.zeros(shape, dtype=np.bool_)
    ends = np.roll(loop, -1, axis=0)
    for axis in (0, 1):
        other = 1 - axis
        along = ends - loop
        chosen = np.abs(along[:, axis]) >= np.abs(along[:, other])
        starts, stops = loop[chosen], ends[chosen]
        first = np.minimum(starts[:, axis], stops[:, axis]) - within
        last = np.maximum(starts[:, axis], stops[:, axis]) + within
        low = np.ceil(first).clip(0, shape[axis]).astype(np.intp)
        high = (np.floor(last) + 1).clip(0, shape[axis]).astype(np.intp)
        edge, line = _steps(low, high)
        start, stop = starts[edge], stops[edge]
        rise = stop[:, axis] - start[:, axis]
        part = ((line - start[:, axis]) / np.where(rise == 0, 1.0, rise)).clip(0, 1)
        across = np.rint(start[:, other] + part * (stop[:, other] - start[:, other]))
        centres = np.empty((len(line), 2))
        centres[:, axis], centres[:, other] = line, across
        _mark(marked, centres[_distance(centres, start, stop) <= within])
    if not marked.any() and is_degenerate(loop):
        _mark(marked, np.rint(_followed(loop)))
    return marked


def is_degenerate(loop: Loop) -> bool:
    """Whether a path encloses no area: one point, or all of them on a line."""
    spread = np.linalg.svd(loop - loop.mean(axis=0), compute_uv=False)
    return len(loop) < 3 or bool(spread[-1] <= ON_PATH_AT_MOST)


def _mark(pixels: Pixels, places: FloatArray) -> None:
    held = ((places >= 0) & (places < pixels.shape)).all(axis=1)
    row, column = places[held].astype(np.intp).T
    pixels[row, column] = True


def _steps(
    low: NDArray[np.intp], high: NDArray[np.intp]
) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """(index of the edge, line) of every line from `low` to below `high` of every edge."""
    counts = (high - low).clip(0)
    edge = np.repeat(np.arange(len(low)), counts)
    line = np.arange(len(edge)) - np.repeat(np.cumsum(counts) - counts, counts) + low[edge]
    return edge, line
