"""The conventional post-filter: a Gaussian, by its full width at half maximum in mm.

What was not measured does not count: outside the grid, and in slices that were never stored, the
kernel is cut off and its remaining weights are scaled to sum to 1. So a uniform activity stays
uniform up to the edge, no neighbour of a gap is darkened by it, and activity is conserved wherever
the kernel fits into the grid.

The kernel is the sampled Gaussian that scanners and other programs use. Below about two voxels of
width the samples alone would blur too little; there the sampled curve is widened until its variance
is that of the requested FWHM. Variances of filters in sequence add up, so FWHMs add in quadrature
on every grid.
"""

from concurrent.futures import ThreadPoolExecutor
from math import ceil, isfinite, log, sqrt
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import optimize as untyped_optimize

from station.errors import StationError
from station.pet.compiled import fast_kernel
from station.pet.volume import FloatArray, Volume
from station.progress import Report, silent

optimize: Any = untyped_optimize  # its own types are incomplete

Image = NDArray[np.float32]

FWHM_PER_SIGMA = 2 * sqrt(2 * log(2))
CONVENTIONAL_FWHM_MM = 6.0
"""Tsuchiya 2021: the conventional image"""
FWHM_LIMITS_MM = (0.5, 30.0)
"""Narrower changes nothing, wider leaves no organ."""
KERNEL_SIGMAS = 4.0
"""The kernel is truncated here; 6e-5 of a Gaussian is further out."""
SKEW_TOLERANCE = 2e-3
"""Cosine between two grid axes up to which they count as perpendicular: 0.1°"""

THREADS = 2
BLOCK = 16
"""Slices between two reports of progress"""


def gaussian(volume: Volume, fwhm_mm: float, report: Report = silent) -> Volume:
    """`volume` after a Gaussian of that full width at half maximum along every axis, float32.

    Slices that were never stored stay NaN. Raises StationError where the width is out of
    FWHM_LIMITS_MM, a voxel of a stored slice is not a number, the grid is skew, or memory is short.
    """
    require_width(fwhm_mm)
    axes = volume.affine[:3, :3] / np.linalg.norm(volume.affine[:3, :3], axis=0)
    if np.abs(axes.T @ axes - np.eye(3)).max() > SKEW_TOLERANCE:
        raise StationError(
            "The slices are tilted against the direction in which they are stacked, and the filter "
            "would blur obliquely. Resample the image to upright slices first."
        )
    try:
        voxels = volume.voxels.astype(np.float32, copy=False)
        stored = ~volume.missing
        _require_numbers(voxels, stored)
        message = f"Gaussian filter of {fwhm_mm:g} mm"
        out = _filtered(voxels, stored, fwhm_mm, volume.spacing_mm, report, message)
    except MemoryError as error:
        raise StationError(
            f"There is not enough memory to filter an image of {volume.voxels.nbytes >> 20} MB. "
            "Close other images or programs."
        ) from error
    provenance = volume.provenance.then(f"Gaussian {fwhm_mm:g} mm FWHM")
    return Volume(out, volume.geometry, volume.unit, provenance)


def smoothed(image: Image, fwhm_mm: float, spacing_mm: tuple[float, float, float]) -> Image:
    """An image (slice, row, column) of finite values after that Gaussian; see `gaussian`.

    `spacing_mm` is the voxel's size along (slice, row, column). A width of 0 changes nothing.
    """
    if not (isfinite(fwhm_mm) and fwhm_mm >= 0):
        raise ValueError(f"a Gaussian cannot be {fwhm_mm} mm wide")
    stored = np.ones(len(image), dtype=np.bool_)
    voxels = np.ascontiguousarray(image, dtype=np.float32)
    return _filtered(voxels, stored, fwhm_mm, spacing_mm, silent, "")


def _require_numbers(voxels: Image, stored: NDArray[np.bool_]) -> None:
    wrong = sum(
        int(voxels[index].size - np.isfinite(voxels[index]).sum())
        for index in np.flatnonzero(stored)
    )
    if wrong:
        raise StationError(
            f"{wrong} voxels of the image are not numbers (NaN or infinite), and the filter would "
            "spread them. Export the series again from the scanner."
        )


def _filtered(
    voxels: Image,
    stored: NDArray[np.bool_],
    fwhm_mm: float,
    spacing_mm: tuple[float, float, float],
    report: Report,
    message: str,
) -> Image:
    kernels = [gaussian_kernel(fwhm_mm / spacing) for spacing in spacing_mm]
    everywhere = [np.ones(length, dtype=np.bool_) for length in voxels.shape[1:]]
    axial, rows, columns = (
        _weights(kernel, measured)
        for kernel, measured in zip(kernels, (stored, *everywhere), strict=True)
    )
    out = np.empty_like(voxels)
    out[~stored] = np.nan
    targets = np.flatnonzero(stored)
    blocks = [targets[start : start + BLOCK] for start in range(0, len(targets), BLOCK)]

    def filter_block(block: NDArray[np.intp]) -> None:
        height, width = voxels.shape[1:]
        scratch = np.empty((height + 1, width + len(columns)), dtype=np.float32)
        _filter_slices(voxels, out, block, axial, rows, columns, scratch)

    with ThreadPoolExecutor(THREADS) as pool:
        for first in range(0, len(blocks), THREADS):
            report(first / len(blocks), message)
            list(pool.map(filter_block, blocks[first : first + THREADS]))
    report(1.0, message)
    return out


def require_width(fwhm_mm: float) -> None:
    """Raise StationError where no Gaussian has that full width at half maximum."""
    low, high = FWHM_LIMITS_MM
    if not (isfinite(fwhm_mm) and low <= fwhm_mm <= high):
        raise StationError(
            f"A Gaussian of {fwhm_mm:g} mm is not a valid filter. Give its full width at half "
            f"maximum from {low:g} to {high:g} mm, such as {CONVENTIONAL_FWHM_MM:g}."
        )


def gaussian_kernel(fwhm_voxels: float) -> FloatArray:
    """Weights (2r + 1,) of a Gaussian that is `fwhm_voxels` wide; they sum to 1.

    Their variance is (fwhm / 2.3548)² exactly, on any grid, however coarse.
    """
    sigma = fwhm_voxels / FWHM_PER_SIGMA
    radius = max(1, ceil(KERNEL_SIGMAS * sigma))
    steps = np.arange(-radius, radius + 1, dtype=np.float64)

    def sampled(neighbour: float) -> FloatArray:
        """A Gaussian whose neighbouring voxel has `neighbour` times the central weight."""
        weights = neighbour ** (steps**2)
        return weights / weights.sum()

    def excess(neighbour: float) -> float:
        return float(sampled(neighbour) @ steps**2) - sigma**2

    if sigma == 0:
        return sampled(0.0)
    # The variance rises from 0 to that of a box as wide as the kernel, which is above sigma².
    return sampled(float(optimize.brentq(excess, 0.0, 1.0, xtol=1e-15 * sigma**2)))


def _weights(kernel: FloatArray, measured: NDArray[np.bool_]) -> Image:
    """Weight of input index i + k - r in output index i, float32 (2r + 1, indices).

    Zero where nothing was measured; the rest sum to 1.
    """
    radius = len(kernel) // 2
    sources = np.arange(len(measured)) + np.arange(-radius, radius + 1)[:, None]
    inside = (sources >= 0) & (sources < len(measured))
    present = inside & measured[np.clip(sources, 0, max(len(measured) - 1, 0))]
    weights = np.where(present, kernel[:, None], 0.0)
    sums = weights.sum(axis=0)
    return (weights / np.where(sums > 0, sums, 1.0)).astype(np.float32)


@fast_kernel
def _add(total: Image, weight: np.float32, line: Image) -> None:
    """total += weight · line, over the length of `line`."""
    for c in range(len(line)):
        total[c] += weight * line[c]


@fast_kernel
def _filter_slices(
    image: Image,
    out: Image,
    targets: NDArray[np.intp],
    axial: Image,
    rows: Image,
    columns: Image,
    scratch: Image,
) -> None:
    """Fill out[t] for each target; the plane between two passes stays in the cache."""
    slices, height, width = image.shape
    plane = scratch[:height, :width]
    padded = scratch[height]
    middle = padded[len(columns) // 2 :]
    for t in range(len(targets)):
        target = targets[t]
        for r in range(height):
            line = plane[r]
            line[:] = 0.0
            for k in range(len(axial)):
                weight = axial[k, target]
                source = target + k - len(axial) // 2
                if weight == 0.0 or source < 0 or source >= slices:
                    continue  # a slice that was never stored is NaN: not even times 0
                _add(line, weight, image[source, r])
        for r in range(height):
            padded[:] = 0.0
            for k in range(len(rows)):
                source = r + k - len(rows) // 2
                if 0 <= source < height:
                    _add(middle, rows[k, r], plane[source])
            line = out[target, r]
            line[:] = 0.0
            for k in range(len(columns)):
                weights, shifted = columns[k], padded[k:]
                for c in range(width):
                    line[c] += weights[c] * shifted[c]
