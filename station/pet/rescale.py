"""Stored pixel values → voxels in a unit, in one pass over memory."""

from concurrent.futures import ThreadPoolExecutor

import numpy as np
from numpy.typing import NDArray

from station.pet.compiled import kernel

THREADS = 2
"""Writing 150 MB is limited by memory; a third thread gains nothing."""


@kernel
def _rescale_slices(
    values: NDArray[np.generic],
    slopes: NDArray[np.float64],
    intercepts: NDArray[np.float64],
    missing: NDArray[np.bool_],
    out: NDArray[np.float32],
) -> None:
    slices, rows, columns = values.shape
    for s in range(slices):
        if missing[s]:
            out[s] = np.nan
            continue
        # In float64 up to the last step: a single rounding, which a float32 image has anyway.
        slope = slopes[s]
        intercept = intercepts[s]
        for r in range(rows):
            for c in range(columns):
                out[s, r, c] = np.float32(values[s, r, c] * slope + intercept)


def rescale(
    values: NDArray[np.generic],
    slopes: NDArray[np.float64],
    intercepts: NDArray[np.float64],
    missing: NDArray[np.bool_],
    *,
    keep_whole: bool,
) -> NDArray[np.float32] | NDArray[np.int16]:
    """values (slice, row, column) · slope + intercept, float32; NaN in slices that are missing.

    `slopes`, `intercepts` and `missing` hold one entry a slice. `keep_whole`: int16 where every
    result is a whole number that fits, such as HU.
    """
    if keep_whole:
        offset = _whole_offset(values, slopes, intercepts, missing)
        if offset is not None:
            return _shifted(values, offset)
    # Numba knows the machine's own byte order only.
    values = values.astype(values.dtype.newbyteorder("="), copy=False)
    out = np.empty(values.shape, dtype=np.float32)
    bounds = np.linspace(0, len(out), THREADS + 1).astype(int)

    def part(low: int, high: int) -> None:
        here = slice(low, high)
        _rescale_slices(values[here], slopes[here], intercepts[here], missing[here], out[here])

    with ThreadPoolExecutor(THREADS) as pool:
        list(pool.map(part, bounds[:-1], bounds[1:]))
    return out


def _whole_offset(
    values: NDArray[np.generic],
    slopes: NDArray[np.float64],
    intercepts: NDArray[np.float64],
    missing: NDArray[np.bool_],
) -> int | None:
    """What to add to every stored value, if the result is whole and fits int16.

    None if it does not, or if a slice is missing: int16 has no NaN.
    """
    if missing.any() or not np.issubdtype(values.dtype, np.integer):
        return None
    offset = float(intercepts[0])
    if not offset.is_integer() or (slopes != 1).any() or (intercepts != offset).any():
        return None
    if offset == 0 and values.dtype == np.int16:
        return 0  # the loader has added it: no need to look at 250 MB again
    limits = np.iinfo(np.int16)
    low, high = int(values.min()) + offset, int(values.max()) + offset
    return int(offset) if low >= limits.min and high <= limits.max else None


def _shifted(values: NDArray[np.generic], offset: int) -> NDArray[np.int16]:
    """values + offset in int16; the same array where that changes nothing."""
    if offset == 0:
        return values.astype(np.int16, copy=False)
    # Modulo 2¹⁶ on both sides: only the sum has to fit, not the stored value nor the offset.
    wrapped = np.array(offset).astype(np.int16)
    return np.add(values, wrapped, dtype=np.int16, casting="unsafe")
