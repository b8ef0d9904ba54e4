"""Artificial lesions in training patches: small, faint ones, of which scans have too few.

A lesion is an ellipsoid that takes up a few times its surroundings, seen through the blur of a
scanner. It goes into the noise-free patch, and into the noisy one together with the noise that its
own uptake would have made there (see `station.pet.inserts.planting`).
"""

from dataclasses import dataclass

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from station.pet.inserts.planting import NOISE_EXPONENT
from station.pet.phantom.spheres import profile
from station.pet.suitability import VOXEL_MM

Floats = NDArray[np.float32]

MOST = 4
"""Lesions of one patch; it has one at least"""
DIAMETERS_MM = (5.0, 13.0)
CONTRASTS = (1.5, 8.0)
"""Uptake over that of the surroundings; drawn on a logarithmic scale"""
FWHM_MM = (4.0, 8.0)
"""Of the blur: unfiltered images of today's and yesterday's scanners"""
LONGER = 1.3
"""An axis is up to so many times the diameter, or the diameter so many times it"""
TISSUE_SUV = 0.15
"""A centre takes up more than this: it is not in air"""
MARGIN = 4
"""Pixels between a centre and the patch's edge"""
TAIL_MM = 7.0
"""Beyond the ellipsoid's edge; there is next to nothing of it further out"""
WEIGHTS = (2.0, 4.0)
"""Range of the weight of a lesion's voxels"""


@dataclass(frozen=True)
class Inserts:
    """How often lesions are put into a patch, and what they count."""

    share: float
    """Of the patches that get them"""
    weight_suv: float
    """The weight of a lesion's voxels is this over the SUV that it adds at its centre, within
    `WEIGHTS`: what is lost of a lesion counts by the part of it that is lost"""


def put_in(noisy: Floats, clean: Floats, weight: Floats, inserts: Inserts, rng: Generator) -> None:
    """Put lesions into one patch, in its place: `noisy` and `clean` (slices, rows, columns), SUV;
    `weight` (slices out, rows, columns) of the middle slices."""
    slices, rows, columns = (int(size) for size in clean.shape)
    first = (slices - len(weight)) // 2
    for _ in range(int(rng.integers(1, MOST + 1))):
        radius_mm = rng.uniform(*DIAMETERS_MM) / 2
        low, high = (float(np.log(one)) for one in CONTRASTS)
        contrast = float(np.exp(rng.uniform(low, high)))
        fwhm_mm = rng.uniform(*FWHM_MM)
        axes = np.exp(rng.uniform(-1, 1, 3) * np.log(LONGER))
        # Its middle is in the slices that come out, or next to them: the others only go in.
        out_of = radius_mm / VOXEL_MM
        centre = (
            (slices - 1) / 2 + float(rng.uniform(-out_of, out_of)),
            float(rng.uniform(MARGIN, rows - 1 - MARGIN)),
            float(rng.uniform(MARGIN, columns - 1 - MARGIN)),
        )
        z, y, x = (round(at) for at in centre)
        reach = int((radius_mm * LONGER + TAIL_MM) / VOXEL_MM) + 1
        box = (
            slice(max(0, z - reach), z + reach + 1),
            slice(max(0, y - reach), y + reach + 1),
            slice(max(0, x - reach), x + reach + 1),
        )
        nearest = min(max(z, 0), slices - 1)  # of few slices its centre may be beyond the last
        near = slice(max(0, nearest - 1), nearest + 2), slice(y - 1, y + 2), slice(x - 1, x + 2)
        background = float(clean[near].mean())
        if background < TISSUE_SUV:
            continue
        dz, dy, dx = (
            _offsets_mm(side, size, at) / axis
            for side, size, at, axis in zip(box, clean.shape, centre, axes.tolist(), strict=True)
        )
        distance_mm = np.sqrt(dz[:, None, None] ** 2 + dy[:, None] ** 2 + dx**2)
        shape = np.maximum(profile(distance_mm, radius_mm, fwhm_mm), 0).astype(np.float32)
        hotter = 1 + (contrast - 1) * shape
        added = (contrast - 1) * background * shape
        noise = (noisy[box] - clean[box]) * hotter**NOISE_EXPONENT
        clean[box] += added
        noisy[box] = np.maximum(clean[box] + noise, 0)
        peak = float(shape.max())
        most = float(np.clip(inserts.weight_suv / max(float(added.max()), 1e-6), *WEIGHTS))
        out = slice(max(box[0].start, first), min(box[0].stop, first + len(weight)))
        if out.start < out.stop:
            there = shape[out.start - box[0].start : out.stop - box[0].start]
            at = slice(out.start - first, out.stop - first), *box[1:]
            weight[at] = np.maximum(weight[at], 1 + (most - 1) * there / peak)


def _offsets_mm(side: slice, size: int, at: float) -> NDArray[np.float64]:
    """From a place along an axis of `size` voxels to those of a side of a box."""
    return (np.arange(side.start, min(side.stop, size), dtype=np.float64) - at) * VOXEL_MM
