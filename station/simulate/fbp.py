"""Filtered backprojection: events of a slab → its image in SUV, negative where noise makes it so.

A. C. Kak, M. Slaney, Principles of Computerized Tomographic Imaging (1988), chapter 3: the sampled
ramp filter and the pixel-driven backprojection with linear interpolation. Time of flight is not
used: its bins are added up.
"""

from math import pi

import numpy as np
from numpy.typing import NDArray

from station.pet.compiled import fast_kernel
from station.pet.volume import FloatArray
from station.simulate.osem import total_background
from station.simulate.projector import Counts, Image, Sinogram, in_threads
from station.simulate.scanner import Acquisition

LEAST_SURVIVAL = 1e-3
"""Fraction of the best line's: lines that see less are corrected by no more than that"""


def back_projected(
    acquisition: Acquisition, measured: Sinogram | Counts, seconds: float, cutoff: float = 1.0
) -> Image:
    """SUV (row, column, slice) with the halo; 0 beyond the circle that the lines cover.

    `measured` are the events of `seconds` per bed. `cutoff` is the end of the Hann window that
    tapers the ramp, as a fraction of the Nyquist frequency of the bins.
    """
    scan = acquisition
    rays, plane = scan.projector.rays, scan.projector.plane
    trues = measured.sum(axis=3, dtype=np.float32) / np.float32(seconds)
    trues -= total_background(scan.background).sum(axis=3)
    survival = np.maximum(scan.survival, LEAST_SURVIVAL * float(scan.survival.max()))
    lines = _ramp_filtered(trues / survival, rays.radial_mm, cutoff)
    angle = np.arange(rays.angles) * pi / rays.angles
    directions = np.stack([np.cos(angle), np.sin(angle)], axis=1)
    blocks, _, _, lanes = lines.shape
    out = np.zeros((plane.rows, plane.columns, scan.slices), dtype=np.float32)
    place = np.array([plane.x_mm, plane.y_mm, plane.pixel_mm, rays.radial_mm])

    def part(block: int) -> None:
        _back_project(out, block * lanes, lines[block], directions, place)

    in_threads(part, blocks)
    out *= np.float32(pi / rays.angles)
    return out


def _ramp_filtered(lines: Sinogram, bin_mm: float, cutoff: float) -> NDArray[np.float32]:
    """Line integrals (blocks, angles, radial, lanes) after the ramp filter, 1/mm."""
    count = lines.shape[2]
    length = 2 * count
    places: FloatArray = np.arange(length, dtype=np.float64)
    steps = np.minimum(places, length - places)
    kernel = np.zeros(length)
    kernel[0] = 1 / (4 * bin_mm**2)
    odd = steps % 2 == 1
    kernel[odd] = -1 / (pi * steps[odd] * bin_mm) ** 2
    frequency = np.fft.rfftfreq(length) * 2 / cutoff  # 1 at the end of the window
    window = np.where(frequency < 1, 0.5 + 0.5 * np.cos(pi * frequency), 0.0)
    response = (np.fft.rfft(kernel).real * window * bin_mm).astype(np.float32)
    spectrum = np.asarray(np.fft.rfft(lines, n=length, axis=2), dtype=np.complex64)
    spectrum = spectrum * response[:, None]
    return np.ascontiguousarray(np.fft.irfft(spectrum, n=length, axis=2)[:, :, :count], np.float32)


@fast_kernel
def _back_project(
    out: Image, lane: int, lines: NDArray[np.float32], directions: FloatArray, place: FloatArray
) -> None:
    """Add every angle's profile (angles, radial, lanes) to slices `lane`… of the image."""
    rows, columns, _ = out.shape
    angles, bins, lanes = lines.shape
    x0, y0, pixel, bin_mm = place
    for r in range(rows):
        y = y0 + r * pixel
        for c in range(columns):
            x = x0 + c * pixel
            if x * x + y * y > (0.5 * (bins - 1) * bin_mm) ** 2:
                continue
            target = out[r, c, lane : lane + lanes]
            for a in range(angles):
                at = (x * directions[a, 0] + y * directions[a, 1]) / bin_mm + 0.5 * (bins - 1)
                low = min(int(at), bins - 2)
                beyond = np.float32(at - low)
                before = np.float32(1.0) - beyond
                here, following = lines[a, low], lines[a, low + 1]
                for k in range(lanes):
                    target[k] += before * here[k] + beyond * following[k]
