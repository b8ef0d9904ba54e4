"""Slabs for the denoiser's training: patients of the virtual scanner at all count levels."""

import numpy as np

from station.denoise.pairs import LesionSeed, Slab
from station.progress import Report, part, silent
from station.simulate.anatomy import draw_patient
from station.simulate.osem import DL_ITERATIONS, Osem
from station.simulate.scanner import SECONDS_PER_BED, Scanner, scan_slab
from station.simulate.study import ABOVE_CROWN_MM, SLAB_SLICES

LESION_COUNT = (20, 30)
"""Of a patient of the training set: many, for small lesions are what is hard to keep"""
HEAD_SHARE = 0.12
"""Of the slabs; the others are anywhere between mid-thigh and the chin"""
CHIN_MM = -215.0


def training_slab(seed: int, report: Report = silent) -> Slab:
    """Patient `seed`, SLAB_SLICES slices of it from a place that the seed says, at every level."""
    anatomy = draw_patient(seed, lesion_count=LESION_COUNT)
    rng = np.random.default_rng([seed, 0x51AB])
    scanner = Scanner()
    length_mm = SLAB_SLICES * scanner.slice_mm
    if rng.random() < HEAD_SHARE:
        low_mm = ABOVE_CROWN_MM - length_mm - float(rng.uniform(0, 60))
    else:
        low_mm = float(rng.uniform(anatomy.thigh_z_mm, CHIN_MM - length_mm))
    scan = scan_slab(anatomy, low_mm, seed, scanner=scanner, report=part(report, 0.0, 0.15))
    osem = Osem(scan)
    durations = (*SECONDS_PER_BED, None, 0)
    images: list[np.ndarray] = []
    for number, seconds in enumerate(durations):
        of_image = part(report, 0.15 + 0.085 * number, 0.15 + 0.085 * (number + 1))
        measured = scan.mean if seconds == 0 else scan.events(seconds)
        by_iterations = osem.images(measured, seconds or scan.full_s, report=of_image)
        images.append(by_iterations[DL_ITERATIONS])
    inside = [
        lesion for lesion in anatomy.lesions if scan.geometry.voxel_at(lesion.centre_mm) is not None
    ]
    seeds: list[LesionSeed] = []
    for lesion in inside:
        s, r, c = (float(v) for v in scan.geometry.to_index(lesion.centre_mm))
        seeds.append(LesionSeed((s, r, c), lesion.volume_ml))
    return Slab(
        f"patient {seed}, {low_mm:.0f} to {low_mm + length_mm:.0f} mm",
        dict(zip(SECONDS_PER_BED, images, strict=False)),
        full=images[-2],
        noise_free=images[-1],
        lesions=tuple(seeds),
        voxel_mm=scanner.voxel_mm,
    )
