"""The compiled arithmetic of `station.pet.voi`: which voxels a VOI holds, and their statistics.

A box is a part of a grid: the index of its first voxel, and arrays of the box's own shape.
`weights` is the fraction of each voxel that is averaged (0 to 1), `inside` the voxels that count
for maximum, minimum and peak. Voxels that are not finite (slices that were never stored) never
count.

Importing this module costs numba; `station.pet.voi` does so at its first measurement.
"""

from functools import lru_cache
from math import ceil, floor, isfinite, nan, sqrt
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from station.pet.compiled import kernel
from station.pet.volume import FloatArray, Volume, Voxels

LINES_A_RADIUS = 24
"""A sphere is cut along lines at least this dense: volumes are right to 0.1 %."""
LINES_A_VOXEL = 4
"""And at least this many per half voxel: the weight of one voxel at a big sphere's edge."""

ON_SURFACE_MM = 1e-6
"""A voxel centre this close to a surface is inside, so that rounding does not decide."""

Weights = NDArray[np.float32] | NDArray[np.uint8]
Index = NDArray[np.int64]
"""(slice, row, column)"""


class SphereBox(NamedTuple):
    """The smallest box of a grid, cropped to it, with all voxels that a sphere touches."""

    first: Index
    weights: NDArray[np.float32]
    """The fraction of each voxel that is in the sphere"""
    inside: NDArray[np.bool_]
    """Whether the voxel's centre is in the sphere"""
    leaves: bool
    """Whether a part of the sphere is outside the grid"""


class Statistics(NamedTuple):
    """Of the voxels of one box. Indices are flat indices of the whole image, -1 where none is."""

    weight: float
    """Voxels that were averaged, with fractions"""
    missing_weight: float
    """The same for voxels without a value"""
    mean: float
    sd: float
    voxels: int
    maximum: float
    minimum: float
    hottest: int
    peak: float
    peak_at: int
    peak_part: float
    """Fraction of the 1 mL sphere's voxels that could be averaged, 0 to 1"""


# --- What a VOI holds ---------------------------------------------------------------------------


@kernel
def sphere_box(
    affine: FloatArray, inverse: FloatArray, shape: Index, centre_mm: FloatArray, radius_mm: float
) -> SphereBox:
    """See SphereBox. `affine` maps the index to mm and `inverse` back, 4×4; `shape` is the grid's.

    The fraction of a voxel in the sphere is integrated on lines through the voxel, parallel to one
    of its sides: along a line it is exact on any grid, including tilted ones, and across the lines
    it is the midpoint rule. The lines run along the axis nearest to head–feet, so that the order of
    the array's axes changes nothing.
    """
    first, size, start, reach, lines, along, leaves = _sphere_reach(
        affine, inverse, shape, centre_mm, radius_mm
    )
    weights = np.zeros((size[0], size[1], size[2]), np.float32)
    inside = np.zeros((size[0], size[1], size[2]), np.bool_)
    if weights.size > 0:
        _fill_weights(affine, start, reach, radius_mm, along, lines, weights)
        _fill_inside(affine, start, radius_mm, inside)
    return SphereBox(first, weights, inside, leaves)


@kernel
def sphere_inside(
    affine: FloatArray, inverse: FloatArray, shape: Index, centre_mm: FloatArray, radius_mm: float
) -> tuple[Index, NDArray[np.bool_], bool]:
    """`first`, `inside` and `leaves` of a `sphere_box`, without the fractions, in a fifth of the
    time."""
    first, size, start, _, _, _, leaves = _sphere_reach(
        affine, inverse, shape, centre_mm, radius_mm
    )
    inside = np.zeros((size[0], size[1], size[2]), np.bool_)
    _fill_inside(affine, start, radius_mm, inside)
    return first, inside, leaves


@kernel
def _sphere_reach(
    affine: FloatArray, inverse: FloatArray, shape: Index, centre_mm: FloatArray, radius_mm: float
) -> tuple[Index, Index, FloatArray, FloatArray, Index, int, bool]:
    """(first voxel and size of a sphere's box, its centre as an index in it, how many voxels it
    extends to each side, lines that cut a voxel along each axis, axis of the lines, whether it
    leaves the grid)."""
    centre = np.empty(3)
    reach = np.empty(3)
    first = np.empty(3, np.int64)
    size = np.empty(3, np.int64)
    lines = np.empty(3, np.int64)
    along = 0
    steepest = -1.0
    leaves = False
    for k in range(3):
        centre[k] = inverse[k, 3]
        square = 0.0
        spacing = 0.0
        for i in range(3):
            centre[k] += inverse[k, i] * centre_mm[i]
            square += inverse[k, i] ** 2
            spacing += affine[i, k] ** 2
        reach[k] = radius_mm * sqrt(square)
        spacing = sqrt(spacing)
        low = centre[k] - reach[k]
        high = centre[k] + reach[k]
        leaves |= low < -0.5 - ON_SURFACE_MM / spacing
        leaves |= high > shape[k] - 0.5 + ON_SURFACE_MM / spacing
        # Clipped to the grid before they become integers: a sphere may be metres away.
        first[k] = int(min(max(floor(low + 0.5), 0.0), float(shape[k])))
        size[k] = int(min(max(floor(high + 0.5) + 1.0, 0.0), float(shape[k]))) - first[k]
        lines[k] = max(LINES_A_VOXEL, ceil(LINES_A_RADIUS * spacing / radius_mm))
        if abs(affine[2, k]) > steepest * spacing:
            steepest = abs(affine[2, k]) / spacing
            along = k
    return first, size, centre - first, reach, lines, along, leaves


@kernel
def _lines_that_meet(voxel: int, centre: float, reach: float, lines: int) -> tuple[int, int]:
    """(first, last + 1) of the lines across a voxel that lie within reach of the centre."""
    low = (centre - reach - (voxel - 0.5)) * lines
    high = (centre + reach - (voxel - 0.5)) * lines
    return int(max(floor(low), 0.0)), int(min(ceil(high), float(lines)))


@kernel
def _fill_weights(
    affine: FloatArray,
    centre: FloatArray,
    reach: FloatArray,
    radius_mm: float,
    along: int,
    lines: Index,
    weights: NDArray[np.float32],
) -> None:
    """Write the fraction of each voxel of a box that is in the sphere.

    `centre` is the sphere's as an index in the box, `reach` how many voxels it extends to each
    side, `along` the axis of the lines and `lines` how many cut a voxel, along each axis.
    """
    across = 1 if along == 0 else 0
    across_other = 3 - along - across
    size = weights.shape
    count = size[along]
    side = affine[:3, along].copy()
    side_squared = side[0] ** 2 + side[1] ** 2 + side[2] ** 2
    partial = np.empty(count)
    rise = np.empty(count + 1)
    index = np.zeros(3, np.int64)
    for i in range(size[across]):
        for j in range(size[across_other]):
            partial[:] = 0.0
            rise[:] = 0.0
            u_first, u_last = _lines_that_meet(i, centre[across], reach[across], lines[across])
            v_first, v_last = _lines_that_meet(
                j, centre[across_other], reach[across_other], lines[across_other]
            )
            for u in range(u_first, u_last):
                a = i - 0.5 + (u + 0.5) / lines[across] - centre[across]
                for v in range(v_first, v_last):
                    b = j - 0.5 + (v + 0.5) / lines[across_other] - centre[across_other]
                    # Where |line's point + t · side| is the radius: a quadratic in t.
                    x = affine[0, across] * a + affine[0, across_other] * b
                    y = affine[1, across] * a + affine[1, across_other] * b
                    z = affine[2, across] * a + affine[2, across_other] * b
                    half = (x * side[0] + y * side[1] + z * side[2]) / side_squared
                    square = half**2 - (x**2 + y**2 + z**2 - radius_mm**2) / side_squared
                    if square <= 0:
                        continue
                    # From here `t` counts voxel sides from the low face of the box.
                    enters = centre[along] + 0.5 - half - sqrt(square)
                    ends = centre[along] + 0.5 - half + sqrt(square)
                    enters = max(enters, 0.0)
                    ends = min(ends, float(count))
                    if enters >= ends:
                        continue
                    low = int(enters)
                    high = min(int(ends), count - 1)
                    # Voxels between the two ends are whole; the ends lose what lies outside.
                    rise[low] += 1
                    rise[high + 1] -= 1
                    partial[low] -= enters - low
                    partial[high] -= high + 1 - ends
            index[across] = i
            index[across_other] = j
            whole = 0.0
            for k in range(count):
                whole += rise[k]
                index[along] = k
                part = (whole + partial[k]) / (lines[across] * lines[across_other])
                weights[index[0], index[1], index[2]] = max(part, 0.0)


@kernel
def _fill_inside(
    affine: FloatArray, centre: FloatArray, radius_mm: float, inside: NDArray[np.bool_]
) -> None:
    """Write which voxel centres of a box are in the sphere; `centre` is an index in the box."""
    limit = (radius_mm + ON_SURFACE_MM) ** 2
    slices, rows, columns = inside.shape
    for s in range(slices):
        for r in range(rows):
            for c in range(columns):
                square = 0.0
                for i in range(3):
                    square += (
                        affine[i, 0] * (s - centre[0])
                        + affine[i, 1] * (r - centre[1])
                        + affine[i, 2] * (c - centre[2])
                    ) ** 2
                inside[s, r, c] = square <= limit


@kernel
def look_up_mask(
    mask: NDArray[np.bool_], to_mask: FloatArray, first: Index, inside: NDArray[np.bool_]
) -> None:
    """Write which voxels of a box have their centres in a voxel of the mask.

    `mask` is on a grid of its own; `to_mask` maps an index of the image to one of the mask, 4×4.
    """
    slices, rows, columns = inside.shape
    at = np.empty(3, np.int64)
    for s in range(slices):
        for r in range(rows):
            for c in range(columns):
                within = True
                for k in range(3):
                    index = floor(
                        to_mask[k, 0] * (s + first[0])
                        + to_mask[k, 1] * (r + first[1])
                        + to_mask[k, 2] * (c + first[2])
                        + to_mask[k, 3]
                        + (0.5 + ON_SURFACE_MM)
                    )
                    within &= 0 <= index < mask.shape[k]
                    at[k] = int(index)
                inside[s, r, c] = within and mask[at[0], at[1], at[2]]


@kernel
def grow(
    voxels: Voxels, first: Index, within: NDArray[np.bool_], level: float, seed: Index
) -> tuple[NDArray[np.bool_], bool]:
    """(voxels of a box connected to `seed` at or above `level`, whether the region was cut).

    Voxels that share a face, an edge or a corner are connected. Only those `within` are taken; the
    region was cut if the image stays above the level outside them. `seed` is an index in the box.
    """
    slices, rows, columns = within.shape
    grown = np.zeros(within.shape, np.bool_)
    cut = False
    if not (within[seed[0], seed[1], seed[2]] and _reaches(voxels, first + seed, level)):
        return grown, cut
    # A ring of one voxel about the box, in which a region can only be cut.
    line, plane = columns + 2, (rows + 2) * (columns + 2)
    seen = np.zeros((slices + 2) * plane, np.bool_)
    waiting = np.empty((within.size, 3), np.int64)
    waiting[0] = seed
    seen[(seed[0] + 1) * plane + (seed[1] + 1) * line + seed[2] + 1] = True
    grown[seed[0], seed[1], seed[2]] = True
    count = 1
    at = np.empty(3, np.int64)
    while count > 0:
        count -= 1
        i, j, k = waiting[count, 0], waiting[count, 1], waiting[count, 2]
        for s in range(i - 1, i + 2):
            for r in range(j - 1, j + 2):
                for c in range(k - 1, k + 2):
                    place = (s + 1) * plane + (r + 1) * line + c + 1
                    if seen[place]:
                        continue
                    seen[place] = True
                    at[0], at[1], at[2] = s + first[0], r + first[1], c + first[2]
                    if not _reaches(voxels, at, level):
                        continue
                    inner = 0 <= s < slices and 0 <= r < rows and 0 <= c < columns
                    if inner and within[s, r, c]:
                        grown[s, r, c] = True
                        waiting[count, 0], waiting[count, 1], waiting[count, 2] = s, r, c
                        count += 1
                    else:
                        cut = True
    return grown, cut


@kernel
def _reaches(voxels: Voxels, at: Index, level: float) -> bool:
    """Whether a voxel is in the image, has a value, and reaches the level."""
    for k in range(3):
        if not 0 <= at[k] < voxels.shape[k]:
            return False
    value = float(voxels[at[0], at[1], at[2]])
    return value >= level and isfinite(value)


# --- The statistics -----------------------------------------------------------------------------


@kernel
def statistics(
    voxels: Voxels,
    first: Index,
    weights: Weights,
    inside: NDArray[np.bool_],
    runs: Index,
    local: bool,
) -> Statistics:
    """All statistics of a box at `first` of `voxels`; `runs` come from `peak_runs`.

    The SD is that of the voxels themselves: √(Σ w·(v − mean)² / Σ w).
    """
    weight, missing_weight, mean, sd = _moments(voxels, first, weights)
    # A contour fills a small part of the sphere that it grew in.
    low, high = _bounds(inside)
    start = first + low
    filled = inside[low[0] : high[0], low[1] : high[1], low[2] : high[2]].copy()
    count, maximum, minimum, hottest = extremes(voxels, start, filled)
    peak, peak_at, peak_part = _peak(voxels, start, filled, runs, local, maximum)
    return Statistics(
        weight,
        missing_weight,
        mean,
        sd,
        count,
        maximum,
        minimum,
        hottest,
        peak,
        peak_at,
        peak_part,
    )


@kernel
def _bounds(inside: NDArray[np.bool_]) -> tuple[Index, Index]:
    """(first voxel, one past the last) of the smallest box that holds what is inside; two zeros
    where nothing is."""
    low = np.array(inside.shape, np.int64)
    high = np.zeros(3, np.int64)
    slices, rows, columns = inside.shape
    for s in range(slices):
        for r in range(rows):
            line = inside[s, r]
            c = 0
            while c < columns and not line[c]:
                c += 1
            if c == columns:
                continue
            last = columns - 1
            while not line[last]:
                last -= 1
            low[0], high[0] = min(low[0], s), s + 1
            low[1], high[1] = min(low[1], r), max(high[1], r + 1)
            low[2], high[2] = min(low[2], c), max(high[2], last + 1)
    return np.minimum(low, high), high


@kernel
def _moments(voxels: Voxels, first: Index, weights: Weights) -> tuple[float, float, float, float]:
    """(weight, weight of missing voxels, mean, SD)."""
    slices, rows, columns = weights.shape
    weight = 0.0
    missing = 0.0
    # Sums are of differences from one of the values: a uniform region gives exactly that value.
    base = nan
    above = 0.0
    for s in range(slices):
        for r in range(rows):
            for c in range(columns):
                part = float(weights[s, r, c])
                if part > 0:
                    value = float(voxels[s + first[0], r + first[1], c + first[2]])
                    if isfinite(value):
                        if weight == 0:
                            base = value
                        weight += part
                        above += part * (value - base)
                    else:
                        missing += part
    if weight == 0:
        return 0.0, missing, nan, nan
    mean = base + above / weight
    squares = 0.0
    for s in range(slices):
        for r in range(rows):
            for c in range(columns):
                part = float(weights[s, r, c])
                if part > 0:
                    value = float(voxels[s + first[0], r + first[1], c + first[2]])
                    if isfinite(value):
                        squares += part * (value - mean) ** 2
    return weight, missing, mean, sqrt(squares / weight)


@kernel
def extremes(
    voxels: Voxels, first: Index, inside: NDArray[np.bool_]
) -> tuple[int, float, float, int]:
    """(voxels that have a value, maximum, minimum, flat index of the first hottest voxel)."""
    slices, rows, columns = inside.shape
    count = 0
    maximum = nan
    minimum = nan
    hottest = -1
    for s in range(slices):
        for r in range(rows):
            for c in range(columns):
                if not inside[s, r, c]:
                    continue
                value = float(voxels[s + first[0], r + first[1], c + first[2]])
                if not isfinite(value):
                    continue
                if count == 0 or value > maximum:
                    maximum = value
                    hottest = ((s + first[0]) * voxels.shape[1] + r + first[1]) * voxels.shape[
                        2
                    ] + (c + first[2])
                if count == 0 or value < minimum:
                    minimum = value
                count += 1
    return count, maximum, minimum, hottest


@lru_cache(maxsize=16)
def _cached_runs(matrix: bytes, radius_mm: float) -> Index:
    return _peak_runs(np.frombuffer(matrix).reshape(3, 3), radius_mm)


def peak_runs(volume: Volume, radius_mm: float) -> Index:
    """The voxels whose centre is within `radius_mm` of a voxel's centre, as runs along the columns.

    int64 (runs, 4): offset in slices, in rows, first and last offset in columns.
    """
    return _cached_runs(volume.affine[:3, :3].tobytes(), radius_mm)


def _peak_runs(matrix: FloatArray, radius_mm: float) -> Index:
    reach = np.linalg.norm(np.linalg.inv(matrix), axis=1) * radius_mm
    size = 2 * np.floor(reach + ON_SURFACE_MM).astype(np.int64) + 1
    inside = np.zeros(tuple(size), np.bool_)
    affine = np.eye(4)
    affine[:3, :3] = matrix
    middle = size // 2
    _fill_inside(affine, middle.astype(np.float64), radius_mm, inside)
    # A sphere is convex: the voxels of a line are one run.
    lines = np.argwhere(inside.any(axis=2))
    runs = [
        (s - middle[0], r - middle[1], *(np.flatnonzero(inside[s, r])[[0, -1]] - middle[2]))
        for s, r in lines
    ]
    return np.array(runs, dtype=np.int64)


@kernel
def _peak(
    voxels: Voxels,
    first: Index,
    inside: NDArray[np.bool_],
    runs: Index,
    local: bool,
    maximum: float,
) -> tuple[float, int, float]:
    """(highest mean of the sphere of `runs`, flat index of its centre, fraction that was averaged).

    The centre is any voxel of the box that is inside and has a value; with `local` only those that
    have the maximum. Each line of voxels is summed up once, in as many slices as the sphere is
    thick; the sum of a run is then the difference of two of these sums.
    """
    slices, rows, columns = inside.shape
    reach = np.zeros(3, np.int64)
    size = 0
    for k in range(len(runs)):
        reach[0] = max(reach[0], runs[k, 0])
        reach[1] = max(reach[1], runs[k, 1])
        reach[2] = max(reach[2], runs[k, 3])
        size += runs[k, 3] - runs[k, 2] + 1
    depth = 2 * reach[0] + 1
    sums = np.zeros((depth, rows + 2 * reach[1], columns + 2 * reach[2] + 1))
    counts = np.zeros(sums.shape, np.int32)
    line = sums.shape[2]
    all_sums, all_counts = sums.ravel(), counts.ravel()
    # Of the sums before and after each run, counted from that of the voxel that is looked at.
    before = np.empty(len(runs), np.int64)
    after = np.empty(len(runs), np.int64)
    best = nan
    best_at = -1
    best_count = 0
    summed = 0
    lacking = -1
    for s in range(slices):
        while summed <= s + 2 * reach[0]:
            free = summed % depth
            if not _sum_lines(voxels, first - reach, summed, sums[free], counts[free]):
                lacking = summed
            summed += 1
        for k in range(len(runs)):
            held = (s + reach[0] + runs[k, 0]) % depth
            start = (held * sums.shape[1] + reach[1] + runs[k, 1]) * line + reach[2]
            before[k] = start + runs[k, 2]
            after[k] = start + runs[k, 3] + 1
        for r in range(rows):
            for c in range(columns):
                if not inside[s, r, c]:
                    continue
                value = float(voxels[s + first[0], r + first[1], c + first[2]])
                if not isfinite(value) or (local and value != maximum):
                    continue
                here = r * line + c
                total = 0.0
                for k in range(len(runs)):
                    total += all_sums[here + after[k]] - all_sums[here + before[k]]
                count = size
                if lacking >= s:
                    count = 0
                    for k in range(len(runs)):
                        count += all_counts[here + after[k]] - all_counts[here + before[k]]
                mean = float(total / count)
                if best_at < 0 or mean > best:
                    best = mean
                    best_count = count
                    best_at = ((s + first[0]) * voxels.shape[1] + r + first[1]) * voxels.shape[
                        2
                    ] + (c + first[2])
    return best, best_at, float(best_count / size)


@kernel
def _sum_lines(
    voxels: Voxels, start: Index, ahead: int, sums: FloatArray, counts: NDArray[np.int32]
) -> bool:
    """Write the running sums of the lines of one slice, `ahead` of `start`; 0 outside the image.
    Whether every voxel has a value."""
    s = start[0] + ahead
    complete = True
    for line in range(len(sums)):
        r = start[1] + line
        stored = 0 <= s < voxels.shape[0] and 0 <= r < voxels.shape[1]
        total = 0.0
        count = 0
        for k in range(sums.shape[1] - 1):
            c = start[2] + k
            if stored and 0 <= c < voxels.shape[2]:
                value = float(voxels[s, r, c])
                if isfinite(value):
                    total += value
                    count += 1
            sums[line, k + 1] = total
            counts[line, k + 1] = count
        complete &= count == sums.shape[1] - 1
    return complete
