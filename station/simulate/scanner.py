"""The virtual scanner: what a PET scanner would have counted from a phantom.

One slab of neighbouring slices is scanned at a time. The object is drawn on a finer grid than the
images, blurred by positron range and by detectors whose resolution degrades with the radius, and
attenuated; scattered and random coincidences are added. Each event of the whole scan has its own
time, so that a shorter scan consists of the same events before its end: all durations share one
latent image, as when list-mode data are thinned (Tsuchiya 2021).
"""

from dataclasses import dataclass, replace
from math import ceil, exp
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage as untyped_ndimage

from station.errors import StationError
from station.pet.compiled import kernel
from station.pet.volume import Geometry
from station.progress import Report, part, silent
from station.simulate.activity import fine_activity
from station.simulate.blur import blurred
from station.simulate.phantom import Anatomy, Quantity, attenuation_per_mm, rasterise
from station.simulate.projector import (
    LANES,
    Background,
    Counts,
    Image,
    Plane,
    Projector,
    Rays,
    Sinogram,
    in_threads,
)

ndimage: Any = untyped_ndimage  # its own types are incomplete

FULL_SCAN_S = 840
"""Per bed of the full scan of the trunk"""
SECONDS_PER_BED = (30, 45, 60, 120, 180, 240, 300, 420)
"""Per bed of the shortened scans (both from Tsuchiya 2021)"""

POSITRON_RANGE_FWHM_MM = 0.6
"""Of F-18 in water, as a Gaussian"""
HALO_SLICES = 8
"""Scanned beyond either end of a slab and cut off again, so that the blur has neighbours"""
EMPTY_MARGIN_MM = 10.0
"""Around the body, included in the reconstructed image"""
FINER = 2
"""Pixels of the object per image pixel, along rows and columns"""
COARSER = 2
"""Image pixels, along rows and columns, per pixel of the attenuation map"""


@dataclass(frozen=True)
class Scanner:
    """A TOF PET scanner and its matrix, with typical values where vendors give none
    (noise-equivalent counts are set by `sensitivity` alone)."""

    matrix: int = 272
    voxel_mm: float = 2.0
    """In the plane, also of the detector bins"""
    slice_mm: float = 2.0
    angles: int = 160
    tof_fwhm_mm: float = 67.0
    """450 ps"""
    tof_bin_mm: float = 28.0
    detector_fwhm_mm: float = 4.3
    """At the centre"""
    detector_fwhm_at_mm: tuple[float, float] = (200.0, 5.8)
    """(radius, FWHM there)"""
    scatter_fraction: float = 0.35
    """Scattered fraction of all events that are not randoms"""
    randoms_per_true: float = 0.4
    sensitivity: float = 0.00075
    """Events per second of one SUV along one mm of a line without attenuation. Set so that the
    conventional image of 120 s per bed has a noise of about 10 % in the liver of a patient of
    average build (see tests/benchmarks/scanner.py)"""

    def geometry(self, low_mm: float, high_mm: float) -> Geometry:
        """The image grid from `low_mm` to at least `high_mm` along z, LPS; slice 0 at the feet."""
        slices = ceil((high_mm - low_mm) / self.slice_mm - 1e-6)
        return supine_geometry(self.matrix, self.voxel_mm, slices, self.slice_mm, low_mm)


def supine_geometry(
    matrix: int, pixel_mm: float, slices: int, slice_mm: float, feet_mm: float
) -> Geometry:
    """Axial slices of a square matrix centred on the patient's axis, from `feet_mm` upwards.

    Columns run to the patient's left, rows to the back, slices to the head; LPS mm.
    """
    first = -(matrix - 1) / 2 * pixel_mm
    affine = np.array(
        [
            [0, 0, pixel_mm, first],
            [0, pixel_mm, 0, first],
            [slice_mm, 0, 0, feet_mm + slice_mm / 2],
            [0, 0, 0, 1],
        ],
        dtype=np.float64,
    )
    return Geometry((slices, matrix, matrix), affine)


def cropped(geometry: Geometry, low: tuple[int, int, int], high: tuple[int, int, int]) -> Geometry:
    """The voxels from `low` up to, not including, `high` of a grid; may be outside it."""
    affine = geometry.affine.copy()
    affine[:3, 3] = geometry.to_patient(low)
    slices, rows, columns = (b - a for a, b in zip(low, high, strict=True))
    return Geometry((slices, rows, columns), affine)


@dataclass(frozen=True, eq=False)
class Acquisition:
    """A scanned slab: the mean number of events of every bin, and the events themselves."""

    scanner: Scanner
    geometry: Geometry
    """Image grid of the slab without its halo, cropped to the body"""
    projector: Projector
    """Of the image grid"""
    slices: int
    """With the halo, a multiple of LANES"""
    survival: NDArray[np.float32]
    """Events per second of one SUV · mm on a line, (blocks, angles, radial, LANES)"""
    background: Background
    """Events per second"""
    mean: Sinogram
    """Expected events of the full scan"""
    full_s: float
    """Seconds per bed of the full scan"""
    seed: int

    def events(self, seconds: float | None = None) -> Counts:
        """Events of the first `seconds` of the scan (None: all)."""
        share = 1.0 if seconds is None else seconds / self.full_s
        if not 0 < share <= 1:
            raise ValueError(f"a scan of {self.full_s:g} s is shorter than {seconds:g} s")
        out = np.empty(self.mean.shape, dtype=np.uint16)
        means, counts = self.mean.reshape(-1), out.reshape(-1)
        piece = 1 << 20

        def draw(number: int) -> None:
            span = slice(number * piece, (number + 1) * piece)
            _draw(means[span], counts[span], np.uint64(self.seed), number * piece, share)

        in_threads(draw, ceil(len(means) / piece))
        return out

    def trimmed(self, image: Image) -> NDArray[np.float32]:
        """An image (row, column, slice) without its halo, as a Volume's (slice, row, column)."""
        inside = image[:, :, HALO_SLICES : HALO_SLICES + self.geometry.shape[0]]
        return np.ascontiguousarray(np.moveaxis(inside, 2, 0))


@kernel
def random_bits(state: np.uint64) -> np.uint64:
    """splitmix64 (G. L. Steele et al., OOPSLA 2014): a random number from a number."""
    z = state + np.uint64(0x9E3779B97F4A7C15)
    z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return z ^ (z >> np.uint64(31))


MANY = 64.0
"""A Poisson number of a higher mean is the sum of several with lower means"""


@kernel
def _draw(
    means: NDArray[np.float32], out: Counts, seed: np.uint64, first: int, share: float
) -> None:
    """Poisson numbers of events, and how many of them were in the first `share` of the scan.

    A bin's events and their times depend only on the seed and the bin's number.
    """
    step = np.uint64(0x9E3779B97F4A7C15)
    unit = 1.0 / 9007199254740992.0
    shift = np.uint64(11)
    for i in range(len(means)):
        state = random_bits(random_bits(seed) + np.uint64(first + i))
        remaining = float(means[i])
        early = 0
        while remaining > 0.0:
            mean = min(remaining, MANY)
            remaining -= mean
            limit = exp(-mean)
            # Knuth: how many uniform numbers have a product of at least exp(-mean).
            state = state + step
            product = float(random_bits(state) >> shift) * unit
            while product > limit:
                state = state + step
                if float(random_bits(state) >> shift) * unit < share:
                    early += 1
                state = state + step
                product *= float(random_bits(state) >> shift) * unit
        out[i] = min(early, 65535)


def scan_slab(
    anatomy: Anatomy,
    low_mm: float,
    seed: int,
    *,
    scanner: Scanner | None = None,
    slices: int = 2 * LANES - 2 * HALO_SLICES,
    full_s: float = FULL_SCAN_S,
    report: Report = silent,
) -> Acquisition:
    """Scan `slices` slices of a patient from `low_mm` (LPS z of the slab's lower face) upwards.

    `slices` with the halo must be a multiple of LANES. The events' seed is `seed` and the position:
    slabs of one patient are independent.
    """
    scanner = scanner or Scanner()
    deep = slices + 2 * HALO_SLICES
    if deep % LANES:
        raise ValueError(f"a slab has a multiple of {LANES} slices less {2 * HALO_SLICES}")
    bottom = low_mm - HALO_SLICES * scanner.slice_mm
    grid = scanner.geometry(bottom, bottom + deep * scanner.slice_mm)
    box = _box(anatomy, grid)
    plane = _plane(grid, box)
    rays = Rays.about(
        plane.radius_mm, scanner.angles, scanner.voxel_mm, scanner.tof_bin_mm, scanner.tof_fwhm_mm
    )
    survival = _survival(anatomy, grid, rays, part(report, 0.0, 0.25))
    survival *= np.float32(scanner.sensitivity)
    trues = _trues(anatomy, grid, box, rays, scanner, seed, part(report, 0.25, 0.9))
    trues *= survival[:, :, :, None, :]
    background = background_of(trues, scanner)
    trues += background.radial[:, :, :, None, :] * background.tof[:, :, None, :, :]
    trues += background.randoms[:, None, None, None, :]
    trues *= np.float32(full_s)
    (top, bottom_row), (left, right) = box
    return Acquisition(
        scanner,
        cropped(grid, (HALO_SLICES, top, left), (deep - HALO_SLICES, bottom_row, right)),
        Projector(plane, rays),
        deep,
        survival,
        background,
        trues,
        float(full_s),
        _seed_of(seed, low_mm),
    )


def _seed_of(seed: int, low_mm: float) -> int:
    entropy = np.random.SeedSequence([seed, round(low_mm * 100) & 0xFFFFFFFF, 0x5CA1])
    return int(entropy.generate_state(1, np.uint64)[0])


Box = tuple[tuple[int, int], tuple[int, int]]
"""(first row, end of rows), (first column, end of columns)"""


def _box(anatomy: Anatomy, grid: Geometry) -> Box:
    """Rows and columns around the patient's activity in a slab, with a margin, in the matrix."""
    coarse = _coarse(grid)
    there = rasterise(anatomy, coarse, Quantity.SUV, (1, 1, 1)).voxels > 0
    if not there.any():
        raise StationError(
            "There is nothing of the patient in this slab. Scan between the feet and the crown."
        )
    margin = ceil(EMPTY_MARGIN_MM / grid.spacing_mm[1])
    spans: list[tuple[int, int]] = []
    for axes in ((0, 2), (0, 1)):
        line = np.flatnonzero(there.any(axis=axes))
        first, end = COARSER * int(line[0]) - margin, COARSER * (int(line[-1]) + 1) + margin
        spans.append((max(0, first), min(grid.shape[1], end)))
    return spans[0], spans[1]


def _coarse(grid: Geometry) -> Geometry:
    """The same slices in pixels COARSER times as large."""
    slices, rows, columns = grid.shape
    affine = grid.affine.copy()
    affine[:3, 3] = grid.to_patient((0, (COARSER - 1) / 2, (COARSER - 1) / 2))
    affine[:3, 1:3] *= COARSER
    return Geometry((slices, rows // COARSER, columns // COARSER), affine)


def _plane(geometry: Geometry, box: Box, finer: int = 1) -> Plane:
    """The pixels of a box, `finer` per grid pixel along either axis."""
    (top, bottom), (left, right) = box
    pixel = geometry.spacing_mm[1] / finer
    x, y, _ = (float(v) for v in geometry.to_patient((0, top - 0.5, left - 0.5)))
    return Plane(
        (bottom - top) * finer, (right - left) * finer, pixel, x + pixel / 2, y + pixel / 2
    )


def _survival(anatomy: Anatomy, grid: Geometry, rays: Rays, report: Report) -> NDArray[np.float32]:
    """Part of each line's photon pairs that leave the body, (blocks, angles, radial, LANES).

    From an attenuation map of coarse pixels, as scanners use; the couch also attenuates.
    """
    coarse = _coarse(grid)
    hu = rasterise(anatomy, coarse, Quantity.HU, report=report).voxels.astype(
        np.float32, copy=False
    )
    mu = attenuation_per_mm(np.ascontiguousarray(np.moveaxis(hu, 0, 2)))
    plane = _plane(coarse, ((0, coarse.shape[1]), (0, coarse.shape[2])))
    # One TOF bin is enough: attenuation is the whole line's.
    whole = replace(rays, tof_bins=1, tof_bin_mm=10 * plane.radius_mm)
    return np.exp(-Projector(plane, whole).project(mu)[:, :, :, 0, :])


def _trues(
    anatomy: Anatomy,
    grid: Geometry,
    box: Box,
    rays: Rays,
    scanner: Scanner,
    seed: int,
    report: Report,
) -> Sinogram:
    """Line integrals of the blurred object, SUV · mm."""
    plane = _plane(grid, box, FINER)
    slice_mm = grid.spacing_mm[0]
    affine = grid.affine.copy()
    affine[:3, 1:3] /= FINER
    affine[0, 3], affine[1, 3] = plane.x_mm, plane.y_mm
    fine = Geometry((grid.shape[0], plane.rows, plane.columns), affine)
    activity: Image = np.ascontiguousarray(
        np.moveaxis(fine_activity(anatomy, fine, seed, report).voxels, 0, 2), dtype=np.float32
    )
    blurry = as_detected(activity, plane, slice_mm, scanner)
    return Projector(plane, rays, rays_per_bin=FINER).project(np.maximum(blurry, 0))


def as_detected(activity: Image, plane: Plane, slice_mm: float, scanner: Scanner) -> Image:
    """SUV (row, column, slice) blurred by positron range and the detectors' resolution."""
    # Resolution degrades with the radius: a growing fraction of the activity is blurred as at
    # `radius`, the rest as at the centre.
    radius, there = scanner.detector_fwhm_at_mm
    y = plane.y_mm + np.arange(plane.rows) * plane.pixel_mm
    x = plane.x_mm + np.arange(plane.columns) * plane.pixel_mm
    outer = np.minimum(((y[:, None] ** 2 + x[None] ** 2) / radius**2), 2.0)[:, :, None]
    blurry = np.zeros_like(activity)
    for share, fwhm in ((1 - outer, scanner.detector_fwhm_mm), (outer, there)):
        width = float(np.hypot(fwhm, POSITRON_RANGE_FWHM_MM))
        voxels = (width / plane.pixel_mm, width / plane.pixel_mm, width / slice_mm)
        blurry += blurred(activity * share.astype(np.float32), voxels)
    return blurry


SCATTER_RADIAL_MM, SCATTER_TOF_MM = 70.0, 90.0
"""Standard deviations of scattered events around true ones: smooth, like real scatter"""


def background_of(trues: Sinogram, scanner: Scanner) -> Background:
    """Scatter and randoms that accompany these trues (events per second)."""
    of_tof, of_radial = trues.sum(axis=2), trues.sum(axis=3)
    total = of_radial.sum(axis=2)  # (blocks, angles, lanes)
    radial = _spread_out(of_radial, SCATTER_RADIAL_MM / scanner.voxel_mm)
    tof = _spread_out(of_tof, SCATTER_TOF_MM / scanner.tof_bin_mm)
    per_true = scanner.scatter_fraction / (1 - scanner.scatter_fraction)
    bins = trues.shape[1] * trues.shape[2] * trues.shape[3]
    return Background(
        radial * (per_true * total)[:, :, None, :],
        tof,
        (scanner.randoms_per_true * total.sum(axis=1) / bins).astype(np.float32),
    )


def _spread_out(profile: NDArray[np.float32], sigma: float) -> NDArray[np.float32]:
    """A profile along axis 2, blurred and normalised to a sum of 1 (flat if it was empty)."""
    smooth = ndimage.gaussian_filter1d(profile, sigma, axis=2, mode="constant") + np.float32(1e-20)
    return np.asarray(smooth / smooth.sum(axis=2, keepdims=True), dtype=np.float32)
