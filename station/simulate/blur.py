"""Gaussian blur of (row, column, slice) images, its own adjoint, as a detector blurs an object.

Outside the image there is nothing (zeros), so that blur and adjoint agree exactly; filters for
displayed images are in `station.pet.filters`.
"""

from math import ceil

import numpy as np
from numpy.typing import NDArray

from station.pet.compiled import fast_kernel
from station.simulate.projector import Image, in_threads

FWHM_PER_SIGMA = 2.354820045
REACH_SIGMA = 3.0
PARTS = 8


def blurred(image: Image, fwhm: tuple[float, float, float]) -> Image:
    """`image` after a Gaussian of these full widths at half maximum, in voxels of each axis."""
    rows, columns, slices = (_taps(width) for width in fwhm)
    source = np.ascontiguousarray(image, dtype=np.float32)
    between = np.empty_like(source)
    out = np.empty_like(source)
    bounds = [len(source) * i // PARTS for i in range(PARTS + 1)]
    in_threads(
        lambda i: _within_rows(source, between, columns, slices, bounds[i], bounds[i + 1]), PARTS
    )
    in_threads(lambda i: _across_rows(between, out, rows, bounds[i], bounds[i + 1]), PARTS)
    return out


def _taps(fwhm: float) -> NDArray[np.float32]:
    """Weights of 2n + 1 voxels, integrated over each; their sum is 1."""
    sigma = fwhm / FWHM_PER_SIGMA
    half = ceil(REACH_SIGMA * sigma)
    fine = np.arange(-half - 0.5 + 0.05, half + 0.5, 0.1)
    weights = np.exp(-0.5 * (fine / max(sigma, 1e-6)) ** 2).reshape(2 * half + 1, 10).sum(axis=1)
    if half == 0:
        weights = np.ones(1)
    return (weights / weights.sum()).astype(np.float32)


@fast_kernel
def _across_rows(
    source: Image, out: Image, taps: NDArray[np.float32], first: int, end: int
) -> None:
    rows, columns, slices = source.shape
    half = len(taps) // 2
    for i in range(first, end):
        for j in range(columns):
            target = out[i, j]
            for k in range(slices):
                target[k] = 0
            for t in range(max(0, half - i), min(len(taps), rows + half - i)):
                values = source[i + t - half, j]
                weight = taps[t]
                for k in range(slices):
                    target[k] += weight * values[k]


@fast_kernel
def _within_rows(
    source: Image,
    out: Image,
    column_taps: NDArray[np.float32],
    slice_taps: NDArray[np.float32],
    first: int,
    end: int,
) -> None:
    _, columns, slices = source.shape
    half, deep = len(column_taps) // 2, len(slice_taps) // 2
    padded = np.zeros(slices + 2 * deep, dtype=np.float32)
    for i in range(first, end):
        for j in range(columns):
            middle = padded[deep : deep + slices]
            for k in range(slices):
                middle[k] = 0
            for t in range(max(0, half - j), min(len(column_taps), columns + half - j)):
                values = source[i, j + t - half]
                weight = column_taps[t]
                for k in range(slices):
                    middle[k] += weight * values[k]
            target = out[i, j]
            for k in range(slices):
                target[k] = 0
            for t in range(len(slice_taps)):
                weight = slice_taps[t]
                shifted = padded[t : t + slices]
                for k in range(slices):
                    target[k] += weight * shifted[k]
