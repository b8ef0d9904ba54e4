"""Slabs for the denoiser's training: patients of the virtual scanner at all count levels."""

from dataclasses import dataclass, replace
from math import ceil, exp, log

import numpy as np
from numpy.random import Generator

from station.denoise.denoiser import on_network_grid
from station.denoise.pairs import LesionSeed, Slab
from station.denoise.recipe import Population
from station.pet.suitability import TRAINED_ITERATIONS, TRAINED_SUBSETS, VOXEL_MM, fits_network
from station.progress import Report, part, silent
from station.simulate.anatomy import draw_patient
from station.simulate.clinics import FIELD_MM, MM_PER_PS, even_matrix, without_tof
from station.simulate.osem import DL_ITERATIONS, PSF_FWHM_MM, SUBSETS, Osem
from station.simulate.phantom import Anatomy
from station.simulate.scanner import FULL_SCAN_S, SECONDS_PER_BED, Acquisition, Scanner, scan_slab
from station.simulate.study import ABOVE_CROWN_MM, SLAB_SLICES
from station.simulate.world import draw_anyone

LESION_COUNT = (20, 30)
"""Of a patient of the training set: many, for small lesions are what is hard to keep"""
HEAD_SHARE = 0.12
"""Of the slabs; the others are anywhere between mid-thigh and the chin"""
CHIN_MM = -215.0

WIDE_SECONDS = (30, 60, 120, 300)
"""Per bed, of slabs of the wide population; the scan ends with the last"""
USUAL_SHARE = 0.25
"""Of the wide population's slabs: a patient of `draw_patient` on the scanner of the others"""
WIDE_VOXELS_MM = (1.65, 2.0, 2.73, 3.18, 4.07)
"""In the plane, from those of `station.simulate.clinics`"""
WIDE_VOXEL_SHARES = (0.1, 0.4, 0.2, 0.15, 0.15)
WIDE_SLICES_MM = (2.0, 2.79, 3.27, 4.0)
ANGLES_TIMES_MM = 320
"""Angles of a scanner times its bins' size: 160 of 2 mm"""
COUNTS = (0.25, 2.0)
"""Range of a scanner's events over those of `Scanner`"""


NO_TOF_SHARE = 0.4
"""Of the wide population's scanners"""


@dataclass(frozen=True)
class _Examined:
    """Who is scanned on what, and how the image is made."""

    anatomy: Anatomy
    scanner: Scanner
    iterations: int
    subsets: int
    psf_fwhm_mm: float


def slab_of(population: Population, seed: int, report: Report = silent) -> Slab:
    """The training slab of a seed, SLAB_SLICES slices thick, from a place that the seed says."""
    rng = np.random.default_rng([seed, 0x51AB])
    if population is Population.USUAL:
        examined = _usual(seed)
        return _scanned(examined, seed, rng, SECONDS_PER_BED, FULL_SCAN_S, report)
    drawn = np.random.default_rng([seed, 0x31DE])
    examined = _usual(seed) if drawn.random() < USUAL_SHARE else _anyone(seed, drawn)
    return _scanned(examined, seed, rng, WIDE_SECONDS, WIDE_SECONDS[-1], report)


def _usual(seed: int) -> _Examined:
    anatomy = draw_patient(seed, lesion_count=LESION_COUNT)
    return _Examined(anatomy, Scanner(), DL_ITERATIONS, SUBSETS, PSF_FWHM_MM)


def _anyone(seed: int, rng: Generator) -> _Examined:
    """A person of the wide world on a scanner of practice, reconstructed without a filter."""
    anatomy = draw_anyone(seed, lesion_count=LESION_COUNT)
    usual = Scanner()
    voxel_mm = float(rng.choice(WIDE_VOXELS_MM, p=WIDE_VOXEL_SHARES))
    slice_mm = 2.0 if voxel_mm == VOXEL_MM else float(rng.choice(WIDE_SLICES_MM))
    subsets = int(rng.choice((TRAINED_SUBSETS, 8, 12, 16, 21), p=(0.35, 0.1, 0.25, 0.15, 0.15)))
    iterations = int(rng.choice((TRAINED_ITERATIONS, 2, 3, 4), p=(0.35, 0.1, 0.4, 0.15)))
    angles = subsets * ceil(ANGLES_TIMES_MM / voxel_mm / subsets)
    bins = (voxel_mm / usual.voxel_mm) * (slice_mm / usual.slice_mm) * (usual.angles / angles)
    detector_mm = float(rng.uniform(3.8, 6.0))
    tof_mm = MM_PER_PS * exp(rng.uniform(log(214), log(600)))
    counts = exp(rng.uniform(log(COUNTS[0]), log(COUNTS[1])))
    scanner = replace(
        usual,
        matrix=even_matrix(FIELD_MM, voxel_mm),
        voxel_mm=voxel_mm,
        slice_mm=slice_mm,
        angles=angles,
        sensitivity=usual.sensitivity * bins * counts,
        tof_fwhm_mm=tof_mm,
        tof_bin_mm=0.9 * tof_mm,
        detector_fwhm_mm=detector_mm,
        detector_fwhm_at_mm=(200.0, detector_mm + float(rng.uniform(0.5, 2.5))),
        scatter_fraction=float(rng.uniform(0.25, 0.45)),
        randoms_per_true=float(rng.uniform(0.15, 0.8)),
    )
    if rng.random() < NO_TOF_SHARE:
        # Without time of flight as many events give about three times the variance.
        scanner = replace(without_tof(scanner), sensitivity=2 * scanner.sensitivity)
    psf_mm = detector_mm * float(rng.uniform(0.85, 1.1)) if rng.random() < 0.75 else 0.0
    return _Examined(anatomy, scanner, iterations, subsets, psf_mm)


def _scanned(
    examined: _Examined,
    seed: int,
    rng: Generator,
    levels: tuple[int, ...],
    full_s: int,
    report: Report,
) -> Slab:
    anatomy, scanner = examined.anatomy, examined.scanner
    length_mm = SLAB_SLICES * scanner.slice_mm
    if rng.random() < HEAD_SHARE:
        low_mm = ABOVE_CROWN_MM - length_mm - float(rng.uniform(0, 60))
    else:
        low_mm = float(rng.uniform(anatomy.thigh_z_mm, CHIN_MM - length_mm))
    scan = scan_slab(
        anatomy, low_mm, seed, scanner=scanner, full_s=full_s, report=part(report, 0.0, 0.15)
    )
    osem = Osem(scan, examined.subsets, examined.psf_fwhm_mm)
    durations = dict.fromkeys((*levels, full_s, 0))
    images: dict[int, np.ndarray] = {}
    for number, seconds in enumerate(durations):
        of_image = part(
            report,
            0.15 + 0.85 * number / len(durations),
            0.15 + 0.85 * (number + 1) / len(durations),
        )
        measured = scan.mean if seconds == 0 else scan.events(seconds)
        by_iterations = osem.images(
            measured, seconds or scan.full_s, (examined.iterations,), report=of_image
        )
        images[seconds] = _native(scan, by_iterations[examined.iterations])
    return Slab(
        f"patient {seed}, {low_mm:.0f} to {low_mm + length_mm:.0f} mm",
        {seconds: images[seconds] for seconds in levels},
        full=images[full_s],
        noise_free=images[0],
        lesions=_seeds(anatomy, scan, images[0].shape),
        voxel_mm=VOXEL_MM,
    )


def _native(scan: Acquisition, image: np.ndarray) -> np.ndarray:
    """On the grid that the network works on, as the denoiser itself brings an image there."""
    spacing_mm = scan.geometry.spacing_mm
    return image if fits_network(spacing_mm) else on_network_grid(image, spacing_mm)


def _seeds(anatomy: Anatomy, scan: Acquisition, shape: tuple[int, ...]) -> tuple[LesionSeed, ...]:
    """The lesions in the slab; indices are those of a grid of `shape` about the same middle."""
    spacing = np.array(scan.geometry.spacing_mm)
    native = np.ones(3) if fits_network(scan.geometry.spacing_mm) else spacing / VOXEL_MM
    middle, new_middle = ((np.array(size) - 1) / 2 for size in (scan.geometry.shape, shape))
    seeds: list[LesionSeed] = []
    for lesion in anatomy.lesions:
        if scan.geometry.voxel_at(lesion.centre_mm) is None:
            continue
        at = (scan.geometry.to_index(lesion.centre_mm) - middle) * native + new_middle
        s, r, c = (float(v) for v in at)
        seeds.append(LesionSeed((s, r, c), lesion.volume_ml))
    return tuple(seeds)
