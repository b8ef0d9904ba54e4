"""Slices → grids: order along the normal, gaps, uneven spacing, tilt, several images in one series.

Positions are LPS in mm; plain numbers in, plain numbers out.
"""

import itertools
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from station.errors import DicomError
from station.pet.volume import FloatArray

SAME_PLACE_MM = 0.01
SAME_PLACE_SHARE = 0.02
"""Two slices closer along the normal than the larger of the first and this fraction of their
thickness are at one position."""

OFF_PLACE_MM = 0.05
OFF_PLACE_SHARE = 0.02
"""A slice belongs to an even grid if it is off its position by no more than the larger of the first
and this fraction of the spacing. Scanners round positions: a CT of 0.625 mm is written in steps of
0.62 and 0.63."""

SMALL_SHARE = 0.1
"""What is off by no more than this fraction of a voxel is shown, with a remark. It is a tenth of
what a reader can see, and far below the resolution of a PET."""

ON_GRID_SHARE = 0.8
"""If fewer slices than this fraction are on the grid of most, there is no such grid."""
LEAST_SLICES_OF_GRID = 4

TILT_DEGREES = 0.1
"""Beyond this the stack is called tilted: its slices are shifted sideways. The affine keeps it."""

UNIT_TOLERANCE = 1e-3
"""How far the direction cosines may be from two perpendicular vectors of length 1."""

SAME_PLANE = 1e-4
"""Slices whose direction cosines differ by no more than this are parallel without a remark."""

SAME_SPACING_MM = 1e-4

MISSING_SHARE = 0.5
"""A grid of which more than this fraction would be empty is not one grid with gaps."""

COVER_SHARE = 0.75
"""Each image of a series with several must cover this fraction of the positions, so that the beds
of one whole-body image, which also differ in time, are not mistaken for images."""


def normal(orientation: Sequence[float]) -> FloatArray:
    """Unit vector along which slices are ordered: row direction × column direction, (3,)."""
    return np.cross(orientation[:3], orientation[3:])


def check_plane(orientation: Sequence[float] | None, spacing_mm: Sequence[float] | None) -> None:
    """Raise DicomError if ImageOrientationPatient or PixelSpacing does not define a plane."""
    if orientation is None:
        raise DicomError("ImageOrientationPatient is missing or not six numbers")
    if spacing_mm is None:
        raise DicomError("PixelSpacing is missing or not two numbers")
    if min(spacing_mm) <= 0:
        raise DicomError(f"PixelSpacing {spacing_mm[0]:g} \\ {spacing_mm[1]:g} mm is not positive")
    rows, columns = np.asarray(orientation[:3]), np.asarray(orientation[3:])
    gram = np.array([rows @ rows - 1, columns @ columns - 1, rows @ columns])
    if np.abs(gram).max() > UNIT_TOLERANCE:
        raise DicomError("ImageOrientationPatient is not two perpendicular vectors of length 1")


def tolerance(rows: int, columns: int) -> float:
    """By how much direction cosines, or pixel sizes as a share, of parallel slices may differ.

    So that no pixel is off by more than SMALL_SHARE of its size at the edge of the image.
    """
    return 2 * SMALL_SHARE / max(rows, columns)


def places(
    positions: FloatArray, orientation: Sequence[float], thickness_mm: float | None = None
) -> NDArray[np.intp]:
    """A number for each slice, (n, 3) → (n,): equal at one position and rising along the normal."""
    heights = positions @ normal(orientation)
    order = np.argsort(heights, kind="stable")
    apart = max(SAME_PLACE_MM, SAME_PLACE_SHARE * (thickness_mm or 0.0))
    steps = np.concatenate([[0], np.diff(heights[order]) > apart]).cumsum()
    result = np.empty(len(order), dtype=np.intp)
    result[order] = steps
    return result


@dataclass(frozen=True)
class Image:
    """One of the images of a series: its slices, and the attribute values that distinguish it."""

    members: NDArray[np.intp]
    marks: tuple[tuple[str, Hashable], ...] = ()


def separate(
    place: NDArray[np.intp],
    attributes: Mapping[str, Sequence[Hashable]],
    passes: Sequence[float | None],
) -> list[Image] | None:
    """The images of a series with several slices at one position; None if indistinguishable.

    `place` (n,) comes from `places`. An attribute separates images if each of its values covers
    nearly every position; they are tried in the order given. Last, if each position has the same
    number of slices, the acquisition times `passes` distinguish the passes of the bed.
    """
    everything = np.arange(len(place))
    images = _separate(everything, place, attributes)
    if images is not None:
        return images
    counts = np.bincount(place)
    count = int(counts[0])
    if (counts != count).any() or None in passes:
        return None
    times = np.array(passes, dtype=np.float64)
    order = np.lexsort((times, place)).reshape(-1, count)
    if (np.diff(times[order], axis=1) <= 0).any():
        return None
    return [Image(order[:, i], (("pass", i + 1),)) for i in range(count)]


def _separate(
    members: NDArray[np.intp], place: NDArray[np.intp], attributes: Mapping[str, Sequence[Hashable]]
) -> list[Image] | None:
    occupied = np.unique(place[members])
    if len(occupied) == len(members):
        return [Image(members)]
    for name, values in attributes.items():
        groups: dict[Hashable, list[int]] = {}
        for index in members:
            groups.setdefault(values[index], []).append(int(index))
        if not 2 <= len(groups) <= len(members) / len(occupied) / COVER_SHARE:
            continue
        covers = [len(np.unique(place[group])) for group in groups.values()]
        if min(covers) < COVER_SHARE * len(occupied):
            continue
        images: list[Image] = []
        for value in sorted(groups, key=sort_key):
            within = _separate(np.array(groups[value]), place, attributes)
            if within is None:
                break
            images += [Image(image.members, ((name, value), *image.marks)) for image in within]
        else:
            return images
    return None


def sort_key(value: Hashable) -> tuple[int, float, str]:
    """Numbers in their order, then texts, then what is missing."""
    if value is None:
        return 2, 0.0, ""
    return (0, float(value), "") if isinstance(value, int | float) else (1, 0.0, str(value))


@dataclass(frozen=True)
class Gap:
    """Slices first to last (0-based, inclusive) of a grid that were never stored."""

    first: int
    last: int
    width_mm: float
    centre_mm: FloatArray


@dataclass(frozen=True)
class Grid:
    """An evenly spaced grid and the position of each slice in it."""

    members: NDArray[np.intp]
    """Indices of the given slices, in grid order"""
    indices: NDArray[np.intp]
    """The grid slice of each member"""
    count: int
    affine: FloatArray
    """(slice, row, column) → LPS mm, 4×4"""
    tilt_degrees: float = 0.0
    gaps: tuple[Gap, ...] = field(default=())
    off_share: float = 0.0
    """How far a slice is off its place at most, as a fraction of the voxel; 0 if it is no more than
    rounding"""


def arrange(
    positions: FloatArray,
    orientation: Sequence[float],
    spacing_mm: Sequence[float],
    thickness_mm: float | None,
) -> list[Grid]:
    """The grids of slices at different positions (n, 3), in one plane orientation.

    One grid if the spacing is even or only some slices are missing, else evenly spaced runs of two
    or more slices. `spacing_mm` is (between rows, between columns). Raises DicomError with a phrase
    if that is not possible.
    """
    check_plane(orientation, spacing_mm)
    axis = normal(orientation)
    order = np.argsort(positions @ axis, kind="stable")
    if len(order) == 1:
        if thickness_mm is None or thickness_mm <= 0:
            raise DicomError("it has a single slice and SliceThickness is missing or not positive")
        affine = _affine(positions[0], axis * thickness_mm, orientation, spacing_mm)
        return [Grid(order, np.zeros(1, dtype=np.intp), 1, affine)]
    heights = (positions @ axis)[order]
    indices = _even_indices(heights)
    runs = [(order, indices)] if indices is not None else _runs(order, heights, thickness_mm)
    return [_grid(positions, run, place, axis, orientation, spacing_mm) for run, place in runs]


def _even_indices(heights: FloatArray) -> NDArray[np.intp] | None:
    """The grid slice of each rising height, or None if they are not on an even grid."""
    steps = np.diff(heights)
    small = steps[steps < 1.5 * steps.min()]
    step = float(np.median(small))
    indices = np.concatenate([[0], np.rint(steps / step)]).cumsum()
    if indices[-1] + 1 - len(indices) > MISSING_SHARE * (indices[-1] + 1):
        return None
    step = (heights[-1] - heights[0]) / indices[-1]
    off = np.abs(heights[0] + indices * step - heights).max()
    # Across a gap nothing says that both sides are on one grid but the numbers themselves.
    whole = indices[-1] + 1 == len(indices)
    if off > max(OFF_PLACE_MM, (SMALL_SHARE if whole else OFF_PLACE_SHARE) * step):
        return None
    return indices.astype(np.intp)


def _runs(
    order: NDArray[np.intp], heights: FloatArray, thickness_mm: float | None
) -> list[tuple[NDArray[np.intp], NDArray[np.intp]]]:
    """Evenly spaced neighbours; raises DicomError if a slice is left over.

    Two slices are always even, so a pair counts only where its spacing is also that of another run
    or the slice thickness.
    """
    bounds = _even_runs(heights)
    steps = [float(np.diff(heights[start:end]).mean()) for start, end in bounds if end - start > 1]
    known = steps if thickness_mm is None else [*steps, thickness_mm]
    pairs = [float(heights[end - 1] - heights[start]) for start, end in bounds if end - start == 2]
    lone = any(sum(_is_even(np.array([pair, step])) for step in known) < 2 for pair in pairs)
    if lone or len(steps) < len(bounds):
        raise DicomError("its slices are unevenly spaced and do not form even stacks")
    return [(order[start:end], np.arange(end - start)) for start, end in bounds]


def _is_even(steps: FloatArray) -> bool:
    return float(np.ptp(steps)) <= max(OFF_PLACE_MM, OFF_PLACE_SHARE * float(steps.min()))


def _grid(
    positions: FloatArray,
    members: NDArray[np.intp],
    indices: NDArray[np.intp],
    axis: FloatArray,
    orientation: Sequence[float],
    spacing_mm: Sequence[float],
) -> Grid:
    stacked = positions[members]
    step = (stacked[-1] - stacked[0]) / indices[-1]
    along = float(step @ axis)
    off = stacked[0] + indices[:, None] * step - stacked
    across = float(np.linalg.norm(off - (off @ axis)[:, None] * axis, axis=1).max())
    pixel = min(spacing_mm)
    if across > max(OFF_PLACE_MM, OFF_PLACE_SHARE * along, SMALL_SHARE * pixel):
        raise DicomError(f"its slices are shifted sideways irregularly, by up to {across:.2f} mm")
    upwards = float(np.abs(off @ axis).max())
    rounding = max(OFF_PLACE_MM, OFF_PLACE_SHARE * along)
    off_share = max(across / pixel, upwards / along) if max(across, upwards) > rounding else 0.0
    sideways = float(np.linalg.norm(step - along * axis))
    gaps = tuple(
        Gap(
            first=int(low) + 1,
            last=int(high) - 1,
            width_mm=float((high - low) * along),
            centre_mm=stacked[0] + (low + high) / 2 * step,
        )
        for low, high in itertools.pairwise(indices)
        if high - low > 1
    )
    return Grid(
        members=members,
        indices=indices,
        count=int(indices[-1]) + 1,
        affine=_affine(stacked[0], step, orientation, spacing_mm),
        tilt_degrees=float(np.degrees(np.arctan2(sideways, along))),
        gaps=gaps,
        off_share=off_share,
    )


def on_grid_of_most(
    positions: FloatArray, orientation: Sequence[float], spacing_mm: Sequence[float]
) -> NDArray[np.bool_] | None:
    """Which slices (n, 3) are on the even grid of most of them, (n,); None if there is none.

    The grid is that of the longest run of evenly spaced neighbours.
    """
    axis = normal(orientation)
    order = np.argsort(positions @ axis, kind="stable")
    heights = (positions @ axis)[order]
    runs = _even_runs(heights)
    start, end = max(runs, key=lambda run: run[1] - run[0])
    if end - start < LEAST_SLICES_OF_GRID - 1:
        return None
    run = positions[order[start:end]]
    step = np.median(np.diff(run, axis=0), axis=0)  # one slice that is off does not change it
    origin = np.median(run - np.arange(len(run))[:, None] * step, axis=0)
    along = float(step @ axis)
    if along <= 0:
        return None
    indices = np.rint((positions - origin) @ axis / along)
    off = positions - origin - indices[:, None] * step
    across = np.linalg.norm(off - (off @ axis)[:, None] * axis, axis=1)
    fits = (np.abs(off @ axis) <= max(OFF_PLACE_MM, SMALL_SHARE * along)) & (
        across <= max(OFF_PLACE_MM, SMALL_SHARE * min(spacing_mm))
    )
    if fits.sum() < max(ON_GRID_SHARE * len(positions), LEAST_SLICES_OF_GRID) or fits.all():
        return None
    return fits


def _even_runs(heights: FloatArray) -> list[tuple[int, int]]:
    """Start and end of each run of evenly spaced neighbours among rising heights."""
    bounds: list[tuple[int, int]] = []
    start = 0
    while start < len(heights):
        end = start + 1
        while end < len(heights) and _is_even(np.diff(heights[start : end + 1])):
            end += 1
        bounds.append((start, end))
        start = end
    return bounds


def _affine(
    origin: FloatArray, step: FloatArray, orientation: Sequence[float], spacing_mm: Sequence[float]
) -> FloatArray:
    """PS3.3 C.7.6.2.1.1: rows follow IOP[3:6] by PixelSpacing[0], columns IOP[0:3] by [1]."""
    affine = np.eye(4)
    affine[:3, 0] = step
    affine[:3, 1] = np.asarray(orientation[3:]) * spacing_mm[0]
    affine[:3, 2] = np.asarray(orientation[:3]) * spacing_mm[1]
    affine[:3, 3] = origin
    return affine
