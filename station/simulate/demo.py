"""Images of the demonstration patient: PET with the noise and resolution of a scan, and its CT.

Image formation without a scanner: the truth blurred to a scanner's resolution, times noise of the
statistics that OSEM images have: log-normal, with a variance in proportion to the activity (H. H.
Barrett, D. W. Wilson, B. M. W. Tsui, Phys. Med. Biol. 39 (1994) 833) over the part of the photon
pairs that leaves the body, the mean over directions.
"""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage as untyped_ndimage

from station.pet.volume import Geometry, Provenance, Unit, Volume
from station.progress import Report, silent
from station.simulate.phantom import THREADS, Anatomy, Quantity, attenuation_per_mm, rasterise

ndimage: Any = untyped_ndimage  # its own types are incomplete

Image = NDArray[np.float32]

PET_MATRIX, PET_VOXEL_MM = 272, 2.0
CT_MATRIX, CT_PIXEL_MM, CT_SLICE_MM = 512, 550 / 512, 4.0
COARSE = 4
"""Voxels of the attenuation map are this many PET voxels long."""

RESOLUTION_FWHM_MM = 5.0
"""Of OSEM without a filter."""
NOISE_FWHM_MM = 3.8
"""Correlation of OSEM noise at 4 iterations without a filter: narrower than the resolution."""
LIVER_COV = 0.30
"""Noise of the unfiltered image in the liver, standard deviation over mean, at 2 min a bed."""
POSTFILTER_FWHM_MM = 6.0
"""Tsuchiya 2021: the conventional image"""
NOISE_FLOOR_SUV = 0.05
"""Scattered and random coincidences: noise does not vanish where there is no activity."""
CT_NOISE_HU = 11.0
FWHM_PER_SIGMA = 2.354820045


@dataclass(frozen=True, eq=False)
class DemoImages:
    """One patient, three images in one frame of reference. Slice 0 lies at the feet."""

    unfiltered: Volume
    """SUVbw"""
    conventional: Volume
    """SUVbw; the unfiltered image after a Gaussian of POSTFILTER_FWHM_MM"""
    ct: Volume
    """HU, int16, on a grid of its own"""


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


def form_images(
    anatomy: Anatomy, seed: int, report: Report = silent, coarser: int = 1
) -> DemoImages:
    """Scan `anatomy` from above the crown to mid-thigh.

    `coarser` divides every matrix and multiplies every voxel's size, for a quick look.
    """
    above_crown_mm = 10.0
    coarse_mm = PET_VOXEL_MM * coarser * COARSE
    blocks = int(np.ceil((above_crown_mm - anatomy.thigh_z_mm) / coarse_mm))
    feet_mm = above_crown_mm - blocks * coarse_mm
    matrix, voxel_mm = PET_MATRIX // coarser, PET_VOXEL_MM * coarser
    pet = supine_geometry(matrix, voxel_mm, blocks * COARSE, voxel_mm, feet_mm)
    coarse = supine_geometry(matrix // COARSE, coarse_mm, blocks, coarse_mm, feet_mm)
    slice_mm = CT_SLICE_MM * coarser
    slices = round(blocks * coarse_mm / slice_mm)
    ct = supine_geometry(CT_MATRIX // coarser, CT_PIXEL_MM * coarser, slices, slice_mm, feet_mm)
    rng = np.random.default_rng([seed, 0x5C])

    truth = rasterise(anatomy, pet, Quantity.SUV, report=_part(report, 0.0, 0.35))
    report(0.35, "Adding PET noise")
    hu = rasterise(anatomy, coarse, Quantity.HU, subsamples=(1, 1, 1)).voxels.astype(np.float32)
    spread = _attenuation_factor(attenuation_per_mm(hu), coarse_mm)
    liver = next(organ.suv for organ in anatomy.organs if organ.name == "liver")
    unfiltered = _scan(truth.voxels.astype(np.float32), spread, liver, voxel_mm, rng)
    report(0.5, "Filtering")
    conventional = smoothed(unfiltered, POSTFILTER_FWHM_MM, voxel_mm)
    ct_image = _ct(anatomy, ct, rng, _part(report, 0.55, 1.0))
    made = Provenance(description="Station virtual scanner (SYNTHETIC)")
    return DemoImages(
        Volume(unfiltered, pet, Unit.SUV_BW, made),
        Volume(
            conventional, pet, Unit.SUV_BW, made.then(f"Gaussian {POSTFILTER_FWHM_MM:g} mm FWHM")
        ),
        ct_image,
    )


def _part(report: Report, low: float, high: float) -> Report:
    def part(fraction: float, message: str) -> None:
        report(low + (high - low) * fraction, message)

    return part


def smoothed(image: Image, fwhm_mm: float, voxel_mm: float) -> Image:
    """`image` after a Gaussian of that full width at half maximum; cubic voxels, edges repeated."""
    sigma = fwhm_mm / FWHM_PER_SIGMA / voxel_mm
    for axis in range(3):
        image = _along(image, axis, sigma)
    return image


def _along(image: Image, axis: int, sigma: float) -> Image:
    out = np.empty_like(image)
    across = 1 if axis == 0 else 0
    views = np.moveaxis(image, across, 0), np.moveaxis(out, across, 0)

    def part(low: int, high: int) -> None:
        source, target = (np.moveaxis(view[low:high], 0, across) for view in views)
        ndimage.gaussian_filter1d(source, sigma, axis, output=target, mode="nearest", truncate=3.5)

    _in_parts(image.shape[across], part)
    return out


def _in_parts(length: int, part: Callable[[int, int], None]) -> None:
    """Call `part(low, high)` over 0…length, a thread a part."""
    bounds = [length * i // THREADS for i in range(THREADS + 1)]
    with ThreadPoolExecutor(THREADS) as pool:
        list(pool.map(part, bounds[:-1], bounds[1:]))


def _attenuation_factor(mu: Image, voxel_mm: float) -> Image:
    """Photon pairs without a body over those with it, from each voxel in all directions; ≥ 1."""
    survival = np.zeros_like(mu)
    angles = np.arange(0, 180, 15)
    for angle in angles:
        turned = ndimage.rotate(mu, angle, (1, 2), reshape=False, order=1)
        along = np.exp(-turned.sum(axis=1, keepdims=True) * voxel_mm)
        back = np.broadcast_to(along, mu.shape)
        survival += ndimage.rotate(back, -angle, (1, 2), reshape=False, order=1, mode="nearest")
    return ndimage.gaussian_filter(len(angles) / survival, 1.0, mode="nearest")


def _scan(
    truth: Image, attenuation: Image, liver_suv: float, voxel_mm: float, rng: np.random.Generator
) -> Image:
    """The unfiltered image of a truth (SUV); noise is scaled to LIVER_COV where there is liver."""
    # Only the box round the patient: the rest of the field is empty.
    rows, columns = (_extent(truth.max(axis=axes)) for axes in ((0, 2), (0, 1)))
    inside = truth[:, rows, columns]
    image = smoothed(inside, RESOLUTION_FWHM_MM, voxel_mm)
    noise = rng.standard_normal(image.shape, dtype=np.float32)
    noise = smoothed(noise, NOISE_FWHM_MM, voxel_mm)
    noise /= noise.std()

    fine = attenuation
    for axis in range(3):
        fine = np.repeat(fine, COARSE, axis=axis)
    relative = fine[:, rows, columns] / (image + np.float32(NOISE_FLOOR_SUV))
    liver = np.abs(inside - np.float32(liver_suv)) < 1e-4 * liver_suv
    # Away from its edge, where the blurred value is the organ's own.
    liver &= np.abs(image - np.float32(liver_suv)) < 0.02 * liver_suv
    relative *= np.float32(LIVER_COV**2) / relative[liver].mean()
    variance = np.log1p(relative)
    noise *= np.sqrt(variance)
    noise -= 0.5 * variance
    out = np.zeros_like(truth)
    out[:, rows, columns] = image * np.exp(noise)
    return out


def _extent(profile: Image) -> slice:
    """Where a profile is above 0, with room for blur, from a whole block of the coarse map on."""
    room = 3 * COARSE
    above = np.flatnonzero(profile > 0)
    return slice(max(0, int(above[0]) - room) // COARSE * COARSE, int(above[-1]) + room)


def _ct(anatomy: Anatomy, geometry: Geometry, rng: np.random.Generator, report: Report) -> Volume:
    """A CT with mild noise, whole HU."""
    truth = rasterise(anatomy, geometry, Quantity.HU, (2, 1, 1), report)
    # A bank of noise slices, each used at many random shifts, costs a tenth of fresh ones.
    bank = rng.standard_normal((16, *geometry.shape[1:]), dtype=np.float32)
    bank = ndimage.gaussian_filter(bank, (0, 0.6, 0.6), mode="wrap")
    bank *= CT_NOISE_HU / bank.std()
    shifts = rng.integers(0, geometry.shape[1], (len(truth.voxels), 2))
    out = np.empty(geometry.shape, dtype=np.int16)

    def part(low: int, high: int) -> None:
        for i in range(low, high):
            noise = np.roll(bank[i % len(bank)], (shifts[i, 0], shifts[i, 1]), (0, 1))
            out[i] = np.clip(np.rint(truth.voxels[i] + noise), -1024, 3071)

    _in_parts(len(out), part)
    return Volume(out, geometry, Unit.HU, Provenance(description=truth.provenance.description))
