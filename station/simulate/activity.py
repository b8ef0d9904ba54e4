"""What the scanner sees of a patient lying still for minutes: non-uniform organs, and breathing.

`rasterise` paints organs with uniform values. Here each organ's uptake varies from place to place,
the lung has more towards the back, and what moves with the diaphragm is blurred by breathing.
Everything is a function of the position in the patient, never of the grid: slabs painted separately
agree where they overlap. The attenuation map needs none of this: `rasterise(..., Quantity.HU)`,
with the breath held at its mean position, is the CT.
"""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from math import ceil, cos, pi
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage as untyped_ndimage

from station.pet.compiled import fast_kernel
from station.pet.volume import FloatArray, Geometry, Provenance, Unit, Volume
from station.progress import Report, part, silent
from station.simulate.phantom import THREADS, Anatomy, Breathing, truth_labels

ndimage: Any = untyped_ndimage  # its own types are incomplete

Image = NDArray[np.float32]

TEXTURE_STEP_MM = 4.0
TEXTURE_FWHM_MM = 12.0
"""Correlation of the uptake within an organ: full width of the Gaussian that smooths white noise"""
TEXTURE_STREAM = 0x7E
FWHM_PER_SIGMA = 2.354820045

LUNG_RISE_PER_MM = 0.0048
"""Fraction by which lung uptake of a supine person rises per mm towards the back: from 0.36 to 0.59
over 10 cm (Y. H. Song et al., Eur. Radiol. 2023, 10.1007/s00330-023-09831-6)."""

PHASES = 5
BREATH_EXPONENT = 4
"""The diaphragm stays longest at the end of expiration: it is down by cos^4(π t / period) of its
range, as is usual in models of breathing."""

WALL = (0.88, 1.0)
"""All moves within the first fraction of the rib cage's radius, nothing beyond the second."""
SPINE_MM = (28.0, 48.0)
"""Closer to the spine's axis than the first nothing moves, beyond the second everything does."""


def breath_phases() -> FloatArray:
    """Heights of the diaphragm at times equally spaced through a breath, as fractions of its range.

    Measured from their mean, positive in inspiration, (PHASES,).
    """
    share = [cos(pi / 2 * (k + 0.5) / PHASES) ** BREATH_EXPONENT for k in range(PHASES)]
    return np.array(share, dtype=np.float64) - sum(share) / PHASES


def fine_activity(
    anatomy: Anatomy, geometry: Geometry, seed: int, report: Report = silent
) -> Volume:
    """SUVbw of the patient in the scanner, on slices across the patient's axis.

    `geometry` must run along the patient's axes, slices along z, rows along y, columns along x.
    """
    across = geometry.affine[:3, :3]
    if not geometry.is_aligned or min(abs(across[2, 0]), abs(across[1, 1]), abs(across[0, 2])) == 0:
        raise ValueError("breathing needs slices across z, rows along y and columns along x")
    breathing = anatomy.breathing
    margin = 0
    if breathing is not None:
        way = breathing.amplitude_mm * np.abs(breath_phases()).max()
        margin = ceil(way / geometry.spacing_mm[0]) + 1
    taller = _with_margin(geometry, margin)

    labels = truth_labels(anatomy, taller, part(report, 0.0, 0.6))
    organs = anatomy.painted
    suv = np.array([organ.suv for organ in organs], dtype=np.float32)
    spread = np.array([organ.texture for organ in organs], dtype=np.float32)
    rise = np.array([LUNG_RISE_PER_MM * (o.name == "lung") for o in organs], dtype=np.float32)
    middle = [
        float(np.mean([s.centre_mm[1] for s in o.shapes])) for o in organs if o.name == "lung"
    ]
    report(0.6, "Varying the uptake")
    field, origin = _texture(seed, taller)
    resting = np.empty(taller.shape, dtype=np.float32)
    start = (taller.affine[:3, 3] - origin)[::-1] / TEXTURE_STEP_MM
    step = np.array([across[2, 0], across[1, 1], across[0, 2]]) / TEXTURE_STEP_MM
    rows_y = taller.affine[1, 3] + taller.affine[1, 1] * np.arange(taller.shape[1])
    from_middle = (rows_y - (middle[0] if middle else 0.0)).astype(np.float32)

    def uneven(low: int, high: int) -> None:
        _vary(
            resting,
            labels.codes,
            low,
            high,
            field,
            start,
            step,
            suv,
            spread,
            rise,
            from_middle,
        )

    _in_parts(taller.shape[0], uneven)
    if breathing is None:
        image = resting
    else:
        report(0.85, "Breathing")
        image = np.empty(geometry.shape, dtype=np.float32)
        by_height = _ride(breathing, taller)
        in_slice = _free(breathing, taller)
        shifts = breath_phases() / across[2, 0]
        slope = np.gradient(by_height, across[2, 0])

        def breathe(low: int, high: int) -> None:
            _blur(
                image,
                resting,
                low,
                high,
                margin,
                by_height,
                slope,
                in_slice,
                shifts,
                across[2, 0],
            )

        _in_parts(geometry.shape[0], breathe)
    report(1.0, "Painted")
    made = Provenance(description="virtual scanner's truth, uneven and breathing")
    return Volume(image, geometry, Unit.SUV_BW, made)


def breathed_in(image: Volume, breathing: Breathing, by_mm: float) -> Volume:
    """The image (slices across z) with the diaphragm lower by `by_mm`.

    What moves with the diaphragm follows, as in `fine_activity`; for a static image, such as a CT
    taken in a deeper breath than the PET.
    """
    voxels = image.voxels
    slice_mm = image.geometry.affine[2, 0]
    ride = _ride(breathing, image.geometry) / breathing.amplitude_mm * by_mm / slice_mm
    free = _free(breathing, image.geometry)
    out = np.array(voxels, dtype=np.float32)
    last = len(voxels) - 1
    for s in np.flatnonzero(ride):
        away = s + ride[s] * free
        low = np.clip(np.floor(away).astype(np.int64), 0, last)
        high = np.minimum(low + 1, last)
        beyond = np.clip(away - low, 0, 1).astype(np.float32)
        below = np.take_along_axis(voxels, low[None], axis=0)[0]
        above = np.take_along_axis(voxels, high[None], axis=0)[0]
        out[s] = (1 - beyond) * below + beyond * above
    return Volume(out, image.geometry, image.unit, image.provenance)


def _with_margin(geometry: Geometry, slices: int) -> Geometry:
    """The grid with this many additional slices at both ends."""
    affine = geometry.affine.copy()
    affine[:3, 3] -= slices * affine[:3, 0]
    count, rows, columns = geometry.shape
    return Geometry((count + 2 * slices, rows, columns), affine)


def _texture(seed: int, geometry: Geometry) -> tuple[Image, FloatArray]:
    """Smooth noise of mean 0 and variance 1 around a grid; (array (z, y, x), LPS of voxel 0).

    A lattice in the patient; each plane across z has its own seed.
    """
    sigma = TEXTURE_FWHM_MM / FWHM_PER_SIGMA / TEXTURE_STEP_MM
    reach = ceil(4 * sigma)
    low, high = geometry.bounds_mm
    planes = range(
        int(np.floor(low[2] / TEXTURE_STEP_MM)) - reach,
        int(np.ceil(high[2] / TEXTURE_STEP_MM)) + reach + 1,
    )
    side = TEXTURE_HALF_WIDTH
    noise = np.empty((len(planes), 2 * side + 1, 2 * side + 1), dtype=np.float32)
    for plane, out in zip(planes, noise, strict=True):
        # Planes below the crown have negative numbers, seeds must not.
        rng = np.random.default_rng([seed, TEXTURE_STREAM, plane + TEXTURE_PLANES_BELOW])
        rng.standard_normal(out=out, dtype=np.float32)
    smooth = ndimage.gaussian_filter(noise, sigma, mode="wrap", truncate=4.0)
    steps = np.arange(-reach, reach + 1)
    kernel = np.exp(-(steps**2) / (2 * sigma**2))
    kernel /= kernel.sum()
    smooth /= np.float32((kernel**2).sum() ** 1.5)
    first = np.array([-side, -side, planes[0]], dtype=np.float64) * TEXTURE_STEP_MM
    return smooth, first


TEXTURE_HALF_WIDTH = 72
"""The lattice reaches this many steps to each side of the patient's axis: beyond it is air."""
TEXTURE_PLANES_BELOW = 10_000


@fast_kernel
def _vary(
    out: Image,
    labels: NDArray[np.int16],
    low: int,
    high: int,
    field: Image,
    start: FloatArray,
    step: FloatArray,
    suv: Image,
    spread: Image,
    rise: Image,
    from_middle: Image,
) -> None:
    """Uptake of slices low…high: the organ's, times log-normal texture of mean 1 and the gradient.

    Voxel (s, r, c) is at `start` + `step` · (s, r, c) of `field`, which is interpolated
    trilinearly.
    """
    _, rows, columns = out.shape
    depth, height, width = field.shape
    for s in range(low, high):
        z = min(max(start[0] + step[0] * s, 0.0), depth - 1.001)
        k = int(z)
        dz = np.float32(z - k)
        for r in range(rows):
            y = min(max(start[1] + step[1] * r, 0.0), height - 1.001)
            j = int(y)
            dy = np.float32(y - j)
            for c in range(columns):
                organ = labels[s, r, c]
                value = suv[organ]
                sigma = spread[organ]
                if value > 0.0 and sigma > 0.0:
                    x = min(max(start[2] + step[2] * c, 0.0), width - 1.001)
                    i = int(x)
                    dx = np.float32(x - i)
                    near = (field[k, j, i] * (1 - dx) + field[k, j, i + 1] * dx) * (1 - dy) + (
                        field[k, j + 1, i] * (1 - dx) + field[k, j + 1, i + 1] * dx
                    ) * dy
                    far = (field[k + 1, j, i] * (1 - dx) + field[k + 1, j, i + 1] * dx) * (
                        1 - dy
                    ) + (field[k + 1, j + 1, i] * (1 - dx) + field[k + 1, j + 1, i + 1] * dx) * dy
                    noise = near * (1 - dz) + far * dz
                    value *= np.exp(sigma * noise - np.float32(0.5) * sigma * sigma)
                    value *= max(np.float32(1) + rise[organ] * from_middle[r], np.float32(0.2))
                out[s, r, c] = value


def _smooth_step(value: FloatArray) -> FloatArray:
    """0 below 0, 1 above 1, smooth between."""
    t = np.clip(value, 0, 1)
    return t * t * (3 - 2 * t)


def _ride(breathing: Breathing, geometry: Geometry) -> FloatArray:
    """How far each slice's organs move from full expiration to full inspiration, mm, (slices,)."""
    z = geometry.affine[2, 3] + geometry.affine[2, 0] * np.arange(geometry.shape[0])
    from_neck = (breathing.neck_z_mm - z) / (breathing.neck_z_mm - breathing.dome_z_mm)
    to_pelvis = (z - breathing.pelvis_z_mm) / (breathing.liver_z_mm - breathing.pelvis_z_mm)
    return breathing.amplitude_mm * _smooth_step(from_neck) * _smooth_step(to_pelvis)


def _free(breathing: Breathing, geometry: Geometry) -> Image:
    """Fraction of that motion at each place in a slice, (rows, columns)."""
    _, rows, columns = geometry.shape
    x = geometry.affine[0, 3] + geometry.affine[0, 2] * np.arange(columns)
    y = geometry.affine[1, 3] + geometry.affine[1, 1] * np.arange(rows)[:, None]
    half_width, half_depth = breathing.cage_mm
    radius = np.sqrt((x / half_width) ** 2 + (y / half_depth) ** 2)
    from_spine = np.hypot(x, y - breathing.spine_y_mm)
    in_cage = _smooth_step((WALL[1] - radius) / (WALL[1] - WALL[0]))
    off_spine = _smooth_step((from_spine - SPINE_MM[0]) / (SPINE_MM[1] - SPINE_MM[0]))
    return (in_cage * off_spine).astype(np.float32)


@fast_kernel
def _blur(
    out: Image,
    resting: Image,
    low: int,
    high: int,
    margin: int,
    by_height: FloatArray,
    slope: FloatArray,
    in_slice: Image,
    shifts: FloatArray,
    slice_mm: float,
) -> None:
    """Mean over the breath of slices low…high; slice s of `out` is s + margin of `resting`.

    At a phase, what is seen at z was at z + shift · ride(z) at rest, with the density that this
    motion gives it (1 + shift · ride'(z)): activity is conserved.
    """
    _, rows, columns = out.shape
    phases = len(shifts)
    for s in range(low, high):
        here = s + margin
        ride = by_height[here]
        for r in range(rows):
            for c in range(columns):
                free = in_slice[r, c]
                value = resting[here, r, c]
                if free > 0.0 and ride > 0.0:
                    total = 0.0
                    for p in range(phases):
                        away = shifts[p] * ride * free
                        k = int(np.floor(away))
                        part = away - k
                        packed = 1.0 + shifts[p] * slice_mm * slope[here] * free
                        total += packed * (
                            (1.0 - part) * resting[here + k, r, c]
                            + part * resting[here + k + 1, r, c]
                        )
                    value = np.float32(total / phases)
                out[s, r, c] = value


def _in_parts(length: int, work: Callable[[int, int], None]) -> None:
    """Call `work(low, high)` over 0…length, each part in its own thread."""
    bounds = [length * i // THREADS for i in range(THREADS + 1)]
    with ThreadPoolExecutor(THREADS) as pool:
        list(pool.map(work, bounds[:-1], bounds[1:]))
