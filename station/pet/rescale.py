"""Stored pixel values → float32 voxels in a unit, in one pass over memory."""

from concurrent.futures import ThreadPoolExecutor

import numpy as np
from numpy.typing import NDArray

from station.pet.compiled import kernel
from station.pet.study import StoredImage
from station.pet.volume import Unit, Volume

THREADS = 2
"""Writing 150 MB is bound by memory; a third thread brings nothing."""


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
        # The product is taken in float64 once a slice and applied in float32 once a voxel: one
        # rounding, the same that a float32 SUV image holds anyway.
        slope = slopes[s]
        intercept = intercepts[s]
        for r in range(rows):
            for c in range(columns):
                out[s, r, c] = np.float32(values[s, r, c] * slope + intercept)


def rescale(image: StoredImage, factor: NDArray[np.float64], unit: Unit) -> Volume:
    """See `StoredImage.volume`. `factor` is a number or one a slice."""
    factors = np.broadcast_to(factor, image.slopes.shape)
    slopes = image.slopes * factors
    intercepts = image.intercepts * factors
    provenance = image.provenance
    if unit is not image.unit:
        provenance = provenance.then(f"{image.unit} → {unit}")
    if unit is Unit.HU and _is_whole(image):
        voxels = image.values.astype(np.int16)
        if intercepts.any():
            voxels += np.int16(intercepts[0])
        return Volume(voxels, image.geometry, unit, provenance)
    out = np.empty(image.values.shape, dtype=np.float32)
    bounds = np.linspace(0, len(out), THREADS + 1).astype(int)

    def part(low: int, high: int) -> None:
        _rescale_slices(
            image.values[low:high], slopes[low:high], intercepts[low:high], image.missing[low:high], out[low:high]
        )

    with ThreadPoolExecutor(THREADS) as pool:
        list(pool.map(part, bounds[:-1], bounds[1:]))
    return Volume(out, image.geometry, unit, provenance)


def _is_whole(image: StoredImage) -> bool:
    """Whether every voxel is a whole HU that fits int16, and none is missing."""
    if image.missing.any() or not np.issubdtype(image.values.dtype, np.integer):
        return False
    intercept = float(image.intercepts[0])
    if not ((image.slopes == 1).all() and (image.intercepts == intercept).all() and intercept.is_integer()):
        return False
    low, high = int(image.values.min()), int(image.values.max())
    return -32768 <= low + intercept and high + intercept <= 32767 and low >= -32768 and high <= 32767
