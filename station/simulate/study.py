"""A whole-body examination by the virtual scanner: slab upon slab, and the CT."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage as untyped_ndimage

from station.pet.filters import CONVENTIONAL_FWHM_MM, smoothed
from station.pet.volume import Geometry, Provenance, Unit, Volume
from station.progress import Report, part, silent
from station.simulate.osem import CONVENTIONAL_ITERATIONS, DL_ITERATIONS, SUBSETS, Osem
from station.simulate.phantom import Anatomy, Quantity, rasterise
from station.simulate.projector import LANES, in_threads
from station.simulate.scanner import (
    FULL_SCAN_S,
    HALO_SLICES,
    Acquisition,
    Scanner,
    scan_slab,
    supine_geometry,
)

ndimage: Any = untyped_ndimage  # its own types are incomplete

ABOVE_CROWN_MM = 10.0
SLAB_SLICES = 2 * LANES - 2 * HALO_SLICES
CT_MATRIX, CT_PIXEL_MM, CT_SLICE_MM = 512, 550 / 512, 4.0
CT_NOISE_HU = 11.0
MADE = "Station virtual scanner (SYNTHETIC)"


@dataclass(frozen=True, eq=False)
class PetImages:
    """The reconstructions of one duration."""

    unfiltered: Volume
    """4 iterations, 10 subsets: the denoiser's input"""
    conventional: Volume
    """2 iterations, 10 subsets, Gaussian of 6 mm"""


@dataclass(frozen=True, eq=False)
class WholeBody:
    """One patient's images, SUVbw, in one frame of reference; slice 0 is at the feet."""

    by_seconds: Mapping[int, PetImages]
    full: Volume | None
    """The whole scan, 4 iterations, 10 subsets: the denoiser's training target"""
    truth: Volume
    """The phantom's SUV, without breathing, texture or blur"""
    ct: Volume
    """HU, int16, on its own grid"""


def scan_whole_body(
    anatomy: Anatomy,
    seed: int,
    seconds_per_bed: tuple[int, ...] = (120,),
    *,
    with_full: bool = True,
    scanner: Scanner | None = None,
    ct_coarser: int = 1,
    report: Report = silent,
) -> WholeBody:
    """Scan a patient from mid-thigh to above the crown.

    `ct_coarser` divides the CT's matrix and multiplies its voxels' size.
    """
    scanner = scanner or Scanner()
    length_mm = ABOVE_CROWN_MM - anatomy.thigh_z_mm
    # Whole slices of the CT too, so that both images end at the same positions.
    ct_slice_mm = CT_SLICE_MM * ct_coarser
    ct_slices = ceil(length_mm / ct_slice_mm)
    slices = round(ct_slices * ct_slice_mm / scanner.slice_mm)
    feet_mm = ABOVE_CROWN_MM - slices * scanner.slice_mm
    grid = scanner.geometry(feet_mm, ABOVE_CROWN_MM)
    names = [(s, i) for s in seconds_per_bed for i in (CONVENTIONAL_ITERATIONS, DL_ITERATIONS)]
    images = {name: np.zeros(grid.shape, dtype=np.float32) for name in names}
    full = np.zeros(grid.shape, dtype=np.float32) if with_full else None
    starts = range(0, grid.shape[0], SLAB_SLICES)
    for number, first in enumerate(starts):
        of_slab = part(report, 0.85 * number / len(starts), 0.85 * (number + 1) / len(starts))
        scan = scan_slab(
            anatomy,
            feet_mm + first * scanner.slice_mm,
            seed,
            scanner=scanner,
            slices=SLAB_SLICES,
            report=part(of_slab, 0.0, 0.4),
        )
        osem = Osem(scan)
        for seconds in seconds_per_bed:
            wanted = (CONVENTIONAL_ITERATIONS, DL_ITERATIONS)
            slab = osem.images(scan.events(seconds), seconds, wanted, part(of_slab, 0.4, 0.7))
            for iterations, image in slab.items():
                _put(image, scan, images[seconds, iterations], grid)
        if full is not None:
            slab = osem.images(scan.events(), scan.full_s, report=part(of_slab, 0.7, 1.0))
            _put(slab[DL_ITERATIONS], scan, full, grid)
    report(0.85, "Filtering")
    made = Provenance(description=MADE)

    def volume(image: NDArray[np.float32], step: str) -> Volume:
        return Volume(image, grid, Unit.SUV_BW, made.then(step))

    by_seconds = {
        seconds: PetImages(
            volume(images[seconds, DL_ITERATIONS], f"OSEM {DL_ITERATIONS}i{SUBSETS}s"),
            volume(
                smoothed(
                    images[seconds, CONVENTIONAL_ITERATIONS], CONVENTIONAL_FWHM_MM, grid.spacing_mm
                ),
                f"OSEM {CONVENTIONAL_ITERATIONS}i{SUBSETS}s, Gaussian {CONVENTIONAL_FWHM_MM:g} mm",
            ),
        )
        for seconds in seconds_per_bed
    }
    ct = supine_geometry(
        CT_MATRIX // ct_coarser, CT_PIXEL_MM * ct_coarser, ct_slices, ct_slice_mm, feet_mm
    )
    return WholeBody(
        by_seconds,
        None if full is None else volume(full, f"OSEM {DL_ITERATIONS}i{SUBSETS}s, {FULL_SCAN_S} s"),
        rasterise(anatomy, grid, Quantity.SUV, report=part(report, 0.88, 0.93)),
        _ct(anatomy, ct, np.random.default_rng([seed, 0x5C]), part(report, 0.93, 1.0)),
    )


def _put(
    image: NDArray[np.float32], scan: Acquisition, whole: NDArray[np.float32], grid: Geometry
) -> None:
    """Write a slab's image (slice, row, column) into the image of the whole patient."""
    first, top, left = (int(v) for v in np.rint(grid.to_index(scan.geometry.to_patient((0, 0, 0)))))
    _, rows, columns = image.shape
    inside = image[: len(whole) - first]
    whole[first : first + len(inside), top : top + rows, left : left + columns] = inside


def _ct(anatomy: Anatomy, geometry: Geometry, rng: np.random.Generator, report: Report) -> Volume:
    """A CT with mild noise, whole HU."""
    truth = rasterise(anatomy, geometry, Quantity.HU, (2, 1, 1), report)
    # A bank of noise slices, each used at many random shifts, costs a tenth of fresh ones.
    bank = rng.standard_normal((16, *geometry.shape[1:]), dtype=np.float32)
    bank = ndimage.gaussian_filter(bank, (0, 0.6, 0.6), mode="wrap")
    bank *= CT_NOISE_HU / bank.std()
    shifts = rng.integers(0, geometry.shape[1], (len(truth.voxels), 2))
    out = np.empty(geometry.shape, dtype=np.int16)

    def noisy(i: int) -> None:
        noise = np.roll(bank[i % len(bank)], (shifts[i, 0], shifts[i, 1]), (0, 1))
        out[i] = np.clip(np.rint(truth.voxels[i] + noise), -1024, 3071)

    in_threads(noisy, len(out))
    return Volume(out, geometry, Unit.HU, Provenance(description=truth.provenance.description))
