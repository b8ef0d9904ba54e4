"""A flat picture through a volume, anywhere in the patient: the kernel of every viewport.

Two paths. Where the picture's rows and columns run along the grid (axial, coronal, sagittal), each
source row is stretched once and neighbouring rows are mixed: one multiplication a pixel. Everywhere
else each pixel looks up its own eight voxels.

Across the picture's plane nothing is ever mixed when the picture is along the grid: a reader sees
native slices. Within half a voxel of the grid's edge the outermost voxel is repeated, beyond it the
picture is outside.

A smooth pixel is NaN where a voxel that contributes to it is NaN (a slice that was never stored);
voxels of weight 0 do not contribute. No value is made up for a missing slice.
"""

from concurrent.futures import ThreadPoolExecutor
from functools import cache
from math import floor, nan
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from station.pet.compiled import kernel
from station.pet.volume import FloatArray, Volume, Voxels
from station.system import cores

SHARED_FROM_PX = 200_000
"""From this size on two threads paint a picture: below it, asking the second takes too long"""

ALONG_GRID_TOLERANCE = 0.01
"""A picture runs along the grid when no pixel is off it by more than this fraction of a voxel."""

ON_VOXEL_TOLERANCE = 1e-6
"""A coordinate this close to a voxel's centre is on it: rounding in the affine neither blurs a
picture at native resolution nor lets a missing slice reach its neighbour."""


class _Taps(NamedTuple):
    """What each pixel along one side of the picture reads along one axis of the grid.

    Pixels first..last-1 lie in the grid; pixel i mixes voxels lower[i] and upper[i], the second
    with `weight[i]`.
    """

    first: int
    last: int
    lower: NDArray[np.uint32]
    upper: NDArray[np.uint32]
    """Unsigned: an index that may be negative costs a test each time it is used"""
    weight: NDArray[np.float32]


class _AlongGrid(NamedTuple):
    """A picture along the grid: one native slice, and how to step through it."""

    base: int
    """Offset of the slice's first voxel in the flat array"""
    down_stride: int
    right_stride: int
    down: _Taps
    right: _Taps


def sample_plane(
    volume: Volume,
    origin_mm: ArrayLike,
    right_mm: ArrayLike,
    down_mm: ArrayLike,
    shape: tuple[int, int],
    smooth: bool,
    out: NDArray[np.float32] | None = None,
    outside: float = nan,
) -> NDArray[np.float32]:
    """The values on a plane, float32 (rows, columns), in the volume's unit.

    Pixel (r, c) shows the LPS position origin + r·down + c·right; `right_mm` and `down_mm` are the
    steps of one pixel in mm, `origin_mm` the centre of pixel (0, 0). `smooth` is linear
    interpolation, otherwise the nearest voxel. `out` is filled and returned when given.
    """
    picture = np.empty(shape, np.float32) if out is None else out
    _check(picture, shape, np.dtype(np.float32))
    start, right, down = _in_index(volume, origin_mm, right_mm, down_mm)
    along = _along_grid(volume, start, right, down, shape, smooth)
    if along is None:
        _sample_oblique(volume.voxels, start, right, down, smooth, np.float32(outside), picture)
    else:
        _sample_along_grid(volume.voxels.reshape(-1), along, np.float32(outside), picture)
    return picture


def paint_plane(
    volume: Volume,
    origin_mm: ArrayLike,
    right_mm: ArrayLike,
    down_mm: ArrayLike,
    shape: tuple[int, int],
    low: float,
    high: float,
    table: NDArray[np.uint32],
    smooth: bool,
    outside_colour: int,
    out: NDArray[np.uint32] | None = None,
) -> NDArray[np.uint32]:
    """The plane of `sample_plane` in colours, uint32 (rows, columns) of 0xAARRGGBB.

    Values from `low` to `high` spread over the N colours of `table`, values beyond get its end
    colours; `outside_colour` is used outside the grid and where nothing was stored. Interpolation
    is of values, never of colours.
    """
    if not low < high:
        raise ValueError(f"a display range must rise, not run from {low} to {high}")
    picture = np.empty(shape, np.uint32) if out is None else out
    _check(picture, shape, np.dtype(np.uint32))
    colours = np.append(table, np.uint32(outside_colour))
    scale = np.float32(len(table) / (high - low))
    start, right, down = _in_index(volume, origin_mm, right_mm, down_mm)
    along = _along_grid(volume, start, right, down, shape, smooth)
    voxels, flat, least = volume.voxels, volume.voxels.reshape(-1), np.float32(low)

    def paint(first_row: int, rows: NDArray[np.uint32]) -> None:
        if along is None:
            _paint_oblique(
                voxels, start, right, down, smooth, least, scale, colours, rows, first_row
            )
        else:
            _paint_along_grid(flat, along, least, scale, colours, rows, first_row)

    if picture.size < SHARED_FROM_PX or cores() == 1:
        paint(0, picture)
    else:
        half = shape[0] // 2
        lower_half = _second_thread().submit(paint, half, picture[half:])
        paint(0, picture[:half])
        lower_half.result()
    return picture


@cache
def _second_thread() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(1, "painting")


def _check(out: NDArray[Any], shape: tuple[int, int], dtype: np.dtype[Any]) -> None:
    if out.shape != shape or out.dtype != dtype or not out.flags.c_contiguous:
        raise ValueError(f"out must be a contiguous {dtype} array of shape {shape}")


def _in_index(
    volume: Volume, origin_mm: ArrayLike, right_mm: ArrayLike, down_mm: ArrayLike
) -> tuple[FloatArray, FloatArray, FloatArray]:
    """Origin and steps of the picture in (slice, row, column), float64 (3,) each."""
    to_index = volume.geometry.inverse[:3, :3]
    return (
        volume.geometry.to_index(origin_mm),
        to_index @ np.asarray(right_mm, dtype=np.float64),
        to_index @ np.asarray(down_mm, dtype=np.float64),
    )


def _along_grid(
    volume: Volume,
    start: FloatArray,
    right: FloatArray,
    down: FloatArray,
    shape: tuple[int, int],
    smooth: bool,
) -> _AlongGrid | None:
    """How to step through the grid for this picture; None when that is not along the grid."""
    rows, columns = shape
    across_axis = int(np.abs(right).argmax())
    down_axis = int(np.abs(down).argmax())
    if across_axis == down_axis:
        return None
    stray = np.abs(right) * columns
    stray[across_axis] = 0
    stray_down = np.abs(down) * rows
    stray_down[down_axis] = 0
    if (stray + stray_down > ALONG_GRID_TOLERANCE).any():
        return None
    slice_axis = 3 - across_axis - down_axis
    size = volume.shape
    strides = (size[1] * size[2], size[2], 1)
    slice_index = floor(start[slice_axis] + ON_VOXEL_TOLERANCE + 0.5)
    if not 0 <= slice_index < size[slice_axis]:
        rows = columns = 0
    return _AlongGrid(
        slice_index * strides[slice_axis],
        strides[down_axis],
        strides[across_axis],
        _taps(start[down_axis], down[down_axis], rows, size[down_axis], smooth),
        _taps(start[across_axis], right[across_axis], columns, size[across_axis], smooth),
    )


@kernel
def _tap(coordinate: float, size: int, smooth: bool) -> tuple[int, int, float]:
    """Lower voxel, upper voxel and weight of the upper for a coordinate; lower is -1 outside."""
    nearest = floor(coordinate + ON_VOXEL_TOLERANCE + 0.5)
    if not 0 <= nearest < size:
        return -1, -1, 0.0
    if not smooth or abs(coordinate - nearest) <= ON_VOXEL_TOLERANCE:
        return nearest, nearest, 0.0
    lower = floor(coordinate)
    if lower < 0:
        return 0, 0, 0.0
    if lower >= size - 1:
        return size - 1, size - 1, 0.0
    return lower, lower + 1, coordinate - lower


@kernel
def _taps(start: float, step: float, count: int, size: int, smooth: bool) -> _Taps:
    """Taps of `count` pixels at coordinates start + i·step along an axis of `size` voxels."""
    lower = np.zeros(count, np.uint32)
    upper = np.zeros(count, np.uint32)
    weight = np.zeros(count, np.float32)
    first = count
    last = 0
    for i in range(count):
        low, high, part = _tap(start + i * step, size, smooth)
        if low >= 0:
            first = min(first, i)
            last = i + 1
            lower[i] = low
            upper[i] = high
            weight[i] = part
    return _Taps(min(first, last), last, lower, upper, weight)


@kernel
def _span(taps: _Taps) -> tuple[int, int]:
    """First voxel the taps read, and one past the last."""
    if taps.first == taps.last:
        return 0, 0
    start, end = taps.first, taps.last - 1
    low = min(int(taps.lower[start]), int(taps.lower[end]))
    high = max(int(taps.upper[start]), int(taps.upper[end]))
    return low, high + 1


@kernel
def _stretch(
    voxels: NDArray[Any],
    start: int,
    stride: int,
    taps: _Taps,
    source: NDArray[np.float32],
    stretched: NDArray[np.float32],
) -> None:
    """One row of the slice at the picture's columns; only voxels the picture shows are read."""
    low, high = _span(taps)
    for i in range(low, high):
        source[i] = voxels[start + i * stride]
    lower = taps.lower[taps.first : taps.last]
    upper = taps.upper[taps.first : taps.last]
    weight = taps.weight[taps.first : taps.last]
    for c in range(stretched.size):
        value = source[lower[c]]
        stretched[c] = value + weight[c] * (source[upper[c]] - value)


@kernel
def _mix(
    top: NDArray[np.float32],
    bottom: NDArray[np.float32],
    weight: np.float32,
    line: NDArray[np.float32],
) -> None:
    for c in range(line.size):
        line[c] = top[c] + weight * (bottom[c] - top[c])


@kernel
def _ramp_of(colours: NDArray[np.uint32]) -> np.int32:
    """The step from each colour but the last to the next, modulo 2³², as grey and inverse grey have
    it; 0 where they differ."""
    step = np.uint32(colours[1] - colours[0])
    for i in range(1, colours.size - 2):
        if np.uint32(colours[i + 1] - colours[i]) != step:
            return np.int32(0)
    return np.int32(step)


@kernel
def _colour(
    top: NDArray[np.float32],
    bottom: NDArray[np.float32],
    weight: np.float32,
    low: np.float32,
    scale: np.float32,
    colours: NDArray[np.uint32],
    out: NDArray[np.uint32],
) -> None:
    """top + weight · (bottom − top) in colours; the last of `colours` is for NaN."""
    last = np.float32(colours.size - 2)
    unstored = np.uint32(colours.size - 1)
    for c in range(out.size):
        value = top[c] + weight * (bottom[c] - top[c])
        level = (value - low) * scale
        level = level if level > np.float32(0) else np.float32(0)
        level = level if level < last else last
        out[c] = unstored if np.isnan(value) else np.uint32(np.int32(level))
    # Separate from the arithmetic, which thus stays in SIMD: twice as fast as one loop.
    for c in range(out.size):
        out[c] = colours[out[c]]


@kernel
def _colour_on_ramp(
    top: NDArray[np.float32],
    bottom: NDArray[np.float32],
    weight: np.float32,
    low: np.float32,
    scale: np.float32,
    colours: NDArray[np.uint32],
    ramp: np.int32,
    out: NDArray[np.uint32],
) -> None:
    """The same where each colour is `ramp` more than the one before: computed, not looked up, so
    that all of it stays in SIMD."""
    last = np.float32(colours.size - 2)
    first, unstored = np.int32(colours[0]), colours[-1]
    for c in range(out.size):
        value = top[c] + weight * (bottom[c] - top[c])
        level = (value - low) * scale
        level = level if level > np.float32(0) else np.float32(0)
        level = level if level < last else last
        colour = np.uint32(first + np.int32(level) * ramp)
        out[c] = unstored if np.isnan(value) else colour


@kernel
def _sample_along_grid(
    voxels: NDArray[Any], along: _AlongGrid, outside: np.float32, out: NDArray[np.float32]
) -> None:
    rows = len(out)
    first, last = along.right.first, along.right.last
    source = np.empty(_span(along.right)[1], np.float32)
    stretched = np.empty((2, last - first), np.float32)
    held = np.full(2, -1, np.int64)
    for r in range(rows):
        if not along.down.first <= r < along.down.last or first == last:
            out[r] = outside
            continue
        out[r, :first] = outside
        lower, upper = int(along.down.lower[r]), int(along.down.upper[r])
        # Neighbouring source rows differ in parity, so the two never use the same place.
        for needed in (lower, upper):
            if held[needed % 2] != needed:
                start = along.base + needed * along.down_stride
                row_of = stretched[needed % 2]
                _stretch(voxels, start, along.right_stride, along.right, source, row_of)
                held[needed % 2] = needed
        top, bottom = stretched[lower % 2], stretched[upper % 2]
        _mix(top, bottom, along.down.weight[r], out[r, first:last])
        out[r, last:] = outside


@kernel
def _paint_along_grid(
    voxels: NDArray[Any],
    along: _AlongGrid,
    low: np.float32,
    scale: np.float32,
    colours: NDArray[np.uint32],
    out: NDArray[np.uint32],
    first_row: int,
) -> None:
    """The picture's rows from `first_row` on."""
    first, last = along.right.first, along.right.last
    outside = colours[-1]
    source = np.empty(_span(along.right)[1], np.float32)
    stretched = np.empty((2, last - first), np.float32)
    held = np.full(2, -1, np.int64)
    ramp = _ramp_of(colours)
    for r in range(len(out)):
        row = first_row + r
        if not along.down.first <= row < along.down.last or first == last:
            out[r] = outside
            continue
        out[r, :first] = outside
        lower, upper = int(along.down.lower[row]), int(along.down.upper[row])
        # Neighbouring source rows differ in parity, so the two never use the same place.
        for needed in (lower, upper):
            if held[needed % 2] != needed:
                start = along.base + needed * along.down_stride
                row_of = stretched[needed % 2]
                _stretch(voxels, start, along.right_stride, along.right, source, row_of)
                held[needed % 2] = needed
        top, bottom, weight = stretched[lower % 2], stretched[upper % 2], along.down.weight[row]
        line = out[r, first:last]
        if ramp != 0:
            _colour_on_ramp(top, bottom, weight, low, scale, colours, ramp, line)
        else:
            _colour(top, bottom, weight, low, scale, colours, line)
        out[r, last:] = outside


@kernel
def _row_oblique(
    voxels: NDArray[Any],
    start: FloatArray,
    right: FloatArray,
    down: FloatArray,
    r: int,
    smooth: bool,
    outside: np.float32,
    line: NDArray[np.float32],
) -> None:
    """Picture row r into `line`, each pixel from up to eight voxels."""
    slices, rows, columns = voxels.shape
    for c in range(line.size):
        s0, s1, s = _tap(start[0] + r * down[0] + c * right[0], slices, smooth)
        r0, r1, t = _tap(start[1] + r * down[1] + c * right[1], rows, smooth)
        c0, c1, u = _tap(start[2] + r * down[2] + c * right[2], columns, smooth)
        if s0 < 0 or r0 < 0 or c0 < 0:
            line[c] = outside
            continue
        near = _bilinear(voxels, s0, r0, r1, t, c0, c1, u)
        if s1 != s0:
            near += s * (_bilinear(voxels, s1, r0, r1, t, c0, c1, u) - near)
        line[c] = near


@kernel
def _bilinear(
    voxels: NDArray[Any], s: int, r0: int, r1: int, t: float, c0: int, c1: int, u: float
) -> float:
    top = voxels[s, r0, c0] + u * (voxels[s, r0, c1] - voxels[s, r0, c0])
    bottom = voxels[s, r1, c0] + u * (voxels[s, r1, c1] - voxels[s, r1, c0])
    return top + t * (bottom - top)


@kernel
def _sample_oblique(
    voxels: Voxels,
    start: FloatArray,
    right: FloatArray,
    down: FloatArray,
    smooth: bool,
    outside: np.float32,
    out: NDArray[np.float32],
) -> None:
    for r in range(out.shape[0]):
        _row_oblique(voxels, start, right, down, r, smooth, outside, out[r])


@kernel
def _paint_oblique(
    voxels: Voxels,
    start: FloatArray,
    right: FloatArray,
    down: FloatArray,
    smooth: bool,
    low: np.float32,
    scale: np.float32,
    colours: NDArray[np.uint32],
    out: NDArray[np.uint32],
    first_row: int,
) -> None:
    """The picture's rows from `first_row` on."""
    rows, columns = out.shape
    line = np.empty(columns, np.float32)
    for r in range(rows):
        _row_oblique(voxels, start, right, down, first_row + r, smooth, np.float32(np.nan), line)
        _colour(line, line, np.float32(0), low, scale, colours, out[r])
