"""What a denoiser changed: DL − conventional over the local noise, and foci added or removed.

A reader of a denoised image fears two things: a focus that is not in the data, and a focus that was
smoothed away. The plain difference of the two images shows neither, because a DL image is sharper:
it lights up at every edge. So the two are compared at the same resolution. The DL image is blurred
with the Gaussian that matches it to the conventional one, and the difference is divided by the
local noise of the conventional image. What remains above `CHANGED_Z` is more than noise, removed or
added.

The local noise is measured in the images themselves, as radar does with its constant false alarm
rate: the mean square of the difference in a shell of tissue around each voxel, excluding the
voxel's own surroundings so that a change does not hide itself. Noise grows with activity; how
steeply is fitted in the same images, as a power of the local SUV.

In addition, foci by the detection rule of `station.pet.foci` that are in only one image are listed:
a focus of the DL image where the data rise by no more than their noise, and a focus of the
conventional image that is gone.
"""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from math import ceil, sqrt
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage as untyped_ndimage
from scipy import optimize as untyped_optimize

from station.errors import StationError
from station.pet.compiled import fast_kernel, kernel
from station.pet.filters import smoothed
from station.pet.foci import (
    DETECTION_RULE,
    HINT_RULE,
    MATCH_MM,
    mean_at,
    shell_offsets,
    sphere_of,
    spots,
)
from station.pet.voi import Point
from station.pet.volume import Geometry, Provenance, Unit, Volume
from station.progress import Report, silent

ndimage: Any = untyped_ndimage  # their own types are incomplete
optimize: Any = untyped_optimize

Image = NDArray[np.float32]
Index = NDArray[np.int64]

CHANGED_Z = 5.0
"""A change this many noise SDs high is listed. Of Gaussian noise of 7 mm resolution, 70 litres of
body (200,000 resolution elements) hold about two such places of each sign: K. J. Worsley et al.,
Hum. Brain Mapp. 4 (1996) 58, the three-dimensional term."""
NOTICEABLE_Z = 3.5
"""The voxels of a listed change extend down to this level, and the map is drawn from here."""
SMALLEST_CHANGE = 0.15
"""A change is listed only above this fraction of the local SUV: the bladder's noise is small
compared with it, and a change of 3 % is not a focus"""
SMALLEST_VOLUME_ML = 0.1
"""Smaller connected changes are not listed."""
LARGEST_Z = 99.0
"""The map is clipped here: where the measured noise is zero, the number would mean nothing."""

SUPPORTED_Z = 2.0
"""A focus of one image is supported by the other where that rises by this many noise SDs."""

BODY_SUV = 0.1
"""Below it is air: the map is 0 there."""
BROADEST_FWHM_MM = 14.0
"""Widths tried for the Gaussian that matches the resolutions"""
NARROWEST_FWHM_MM = 4.0
"""Noise is compared at no finer resolution: single voxels are not foci."""
FIT_SLICES = 40
"""The resolution is matched on this many slices in the middle of the body."""

COARSE_MM = 4.0
"""The local noise is averaged on blocks of about this size."""
NEIGHBOURHOOD_MM = 60.0
"""Side of the box of tissue in which the local noise is measured"""
GUARD_MM = 28.0
"""Side of the box inside it that is left out"""
FEWEST_VOXELS = 2000
"""With fewer body voxels in a neighbourhood, the whole image's noise is used."""
OUTLIER_SDS = 3.0
"""Larger differences count as this many SDs when noise is measured: they may be changes."""
SMALLEST_NOISE_SUV = 0.01
"""Half the last displayed digit of an SUV. Noise is never taken to be less."""

THREADS = 2


class Change(StrEnum):
    """What the DL image did, relative to the conventional one."""

    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True)
class Focus:
    """One place where the DL image differs from the conventional one by more than noise."""

    change: Change
    position_mm: Point
    """Of the extreme, LPS"""
    volume_ml: float
    """Of the connected voxels beyond NOTICEABLE_Z; NaN for a focus found by the detection rule"""
    conventional: float
    """Mean of the 1 mL sphere there, in the images' unit"""
    denoised: float
    z: float
    """Of the change there, in noise SDs; positive where the DL image is higher"""
    shown_alone: bool
    """Listed because only one of the two images shows a focus there, whatever `z` is"""
    reason: str
    """Why it is listed, a sentence"""

    @property
    def is_added(self) -> bool:
        return self.change is Change.ADDED


@dataclass(frozen=True, eq=False)
class ChangeMap:
    volume: Volume
    """The change in noise SDs on the images' grid: positive where the DL image is higher. 0 in air
    and within a filter's reach of slices that were never stored"""
    foci: tuple[Focus, ...]
    """Most important first"""
    fwhm_mm: float
    """Of the Gaussian that brought the DL image to the conventional one's resolution"""
    basis: str
    """What was compared with what, for the reader"""


def change_map(
    conventional: Volume,
    denoised: Volume,
    source: Volume | None = None,
    report: Report = silent,
) -> ChangeMap:
    """Where the DL image differs from the conventional one by more than noise.

    `source` is the unfiltered image that the DL image was made from, where available: blurred like
    the DL image it replaces the conventional one, so that a difference in iterations between the
    two reconstructions is not attributed to the network.

    Raises StationError where the images cannot be compared.
    """
    _refuse_incomparable(conventional, denoised, "conventional")
    if source is not None:
        _refuse_incomparable(source, denoised, "unfiltered")
    report(0.0, "Comparing DL with conventional")
    box = _body_box(conventional)
    geometry = _cropped(conventional.geometry, box)
    stored, (base, dl, unfiltered) = _filled(conventional, denoised, source, box)

    sharp = dl if unfiltered is None else unfiltered
    fwhm_mm = _matching_fwhm(sharp, base, geometry)
    report(0.3, "Comparing DL with conventional")
    compared_fwhm = max(fwhm_mm, NARROWEST_FWHM_MM)
    matched = smoothed(dl, compared_fwhm, geometry.spacing_mm)
    if unfiltered is not None:
        reference = smoothed(unfiltered, compared_fwhm, geometry.spacing_mm)
    else:
        reference = smoothed(base, sqrt(compared_fwhm**2 - fwhm_mm**2), geometry.spacing_mm)
    report(0.5, "Measuring the local noise")
    z, noise = _against_noise(matched, reference, geometry)
    if stored is not None:
        z[smoothed(stored, compared_fwhm, geometry.spacing_mm) < 1 - 1e-3] = 0
    report(0.8, "Listing what changed")
    images = _Compared(base, dl, matched, reference, z, noise, geometry, conventional.unit)
    foci = _listed(images)
    full = np.zeros(conventional.shape, np.float32)
    full[box] = z
    report(1.0, "Listing what changed")
    against = "the conventional image" if source is None else "the unfiltered image, blurred alike"
    basis = (
        f"DL blurred by {compared_fwhm:.1f} mm minus {against}, over the local noise; listed from "
        f"{CHANGED_Z:g} noise SDs, and where only one image shows a focus. Both values are means "
        "of 1 mL in the images as they are shown."
    )
    volume = Volume(
        full,
        conventional.geometry,
        Unit.NOISE_SD,
        Provenance(denoised.provenance.series_uid, "Change map", (basis,)),
    )
    return ChangeMap(volume, foci, compared_fwhm, basis)


# --- What can be compared -----------------------------------------------------------------------


def _refuse_incomparable(reference: Volume, denoised: Volume, called: str) -> None:
    if not denoised.unit.is_suv:
        raise StationError(
            f"The change map needs SUV, and the DL image is in {denoised.unit}. Complete the SUV "
            "inputs."
        )
    if reference.unit is not denoised.unit:
        raise StationError(
            f"The {called} image is in {reference.unit} and the DL image in {denoised.unit}. Show "
            "both in one unit to compare them."
        )
    if not reference.geometry.same_grid(denoised.geometry):
        raise StationError(
            f"The {called} image and the DL image are on different grids ({_grid(reference)} and "
            f"{_grid(denoised)}), so they cannot be compared voxel by voxel. Choose two images on "
            "the same reconstruction grid."
        )


def _grid(volume: Volume) -> str:
    slices, rows, columns = volume.shape
    return f"{columns} × {rows} × {slices}"


Box = tuple[slice, slice, slice]


def _body_box(volume: Volume) -> Box:
    """The smallest box around the body, with a margin for the filter."""
    extents = _extents(volume.voxels, BODY_SUV)
    if extents[0, 1] < extents[0, 0]:
        raise StationError(
            f"The conventional image has nothing above {BODY_SUV:g} {volume.unit}: there is no "
            "patient to compare. Check which series is shown."
        )
    sides: list[slice] = []
    for (low, high), size, spacing in zip(
        extents.tolist(), volume.shape, volume.spacing_mm, strict=True
    ):
        room = ceil(BROADEST_FWHM_MM / spacing)
        sides.append(slice(max(low - room, 0), min(high + room + 1, size)))
    s, r, c = sides
    return s, r, c


@kernel
def _extents(voxels: Any, above: float) -> Index:
    """First and last index of voxels above a level, (3, 2); last before first if there is none."""
    extents = np.empty((3, 2), np.int64)
    for axis in range(3):
        extents[axis, 0] = voxels.shape[axis]
        extents[axis, 1] = -1
    for s in range(voxels.shape[0]):
        for r in range(voxels.shape[1]):
            first = -1
            last = -1
            for c in range(voxels.shape[2]):
                if voxels[s, r, c] > above:
                    if first < 0:
                        first = c
                    last = c
            if first >= 0:
                extents[0, 0] = min(extents[0, 0], s)
                extents[0, 1] = max(extents[0, 1], s)
                extents[1, 0] = min(extents[1, 0], r)
                extents[1, 1] = max(extents[1, 1], r)
                extents[2, 0] = min(extents[2, 0], first)
                extents[2, 1] = max(extents[2, 1], last)
    return extents


def _cropped(geometry: Geometry, box: Box) -> Geometry:
    first = [side.start for side in box]
    shape = tuple(side.stop - side.start for side in box)
    affine = geometry.affine.copy()
    affine[:3, 3] = geometry.to_patient(first)
    return Geometry((shape[0], shape[1], shape[2]), affine)


def _filled(
    conventional: Volume, denoised: Volume, source: Volume | None, box: Box
) -> tuple[Image | None, tuple[Image, Image, Image | None]]:
    """The three images in the box with 0 where a voxel is not finite in one of them, and which ones
    are finite in all (1, else 0); None: every voxel is."""
    volumes = (conventional, denoised) if source is None else (conventional, denoised, source)
    images = [np.ascontiguousarray(volume.voxels[box], np.float32) for volume in volumes]
    # A sum is not finite where one of its numbers is not: cheaper than asking each voxel.
    suspect = any(not np.isfinite(image.sum(dtype=np.float64)) for image in images)
    stored: Image | None = None
    if suspect:
        finite = np.logical_and.reduce([np.isfinite(image) for image in images])
        images = [np.where(finite, image, np.float32(0)) for image in images]
        stored = finite.astype(np.float32)
    return stored, (images[0], images[1], images[2] if source is not None else None)


# --- One resolution -----------------------------------------------------------------------------


def _matching_fwhm(sharp: Image, blurred: Image, geometry: Geometry) -> float:
    """FWHM in mm of the Gaussian that makes `sharp` most like `blurred`.

    The square root evens out the noise, which grows with activity, so that the bladder does not
    dominate.
    """
    middle = geometry.shape[0] // 2
    slices = slice(max(middle - FIT_SLICES // 2, 0), middle + (FIT_SLICES + 1) // 2)
    some, wanted = sharp[slices], np.sqrt(np.maximum(blurred[slices], 0))

    def distance(fwhm_mm: float) -> float:
        return _squared_distance(smoothed(some, fwhm_mm, geometry.spacing_mm), wanted)

    minimum = optimize.minimize_scalar(
        distance, bounds=(0.0, BROADEST_FWHM_MM), method="bounded", options={"xatol": 0.1}
    )
    best = float(minimum.x)
    return best if distance(best) < distance(0.0) else 0.0


@fast_kernel
def _squared_distance(image: Image, root: Image) -> float:
    total = 0.0
    values, roots = image.reshape(-1), root.reshape(-1)
    for i in range(len(values)):
        difference = sqrt(max(values[i], np.float32(0))) - roots[i]
        total += difference * difference
    return total


def _in_parts(length: int, part: Callable[[int, int], None]) -> None:
    """Call `part(low, high)` over 0…length, each part in its own thread."""
    bounds = [length * i // THREADS for i in range(THREADS + 1)]
    with ThreadPoolExecutor(THREADS) as pool:
        for done in [pool.submit(part, low, high) for low, high in pairwise(bounds)]:
            done.result()


# --- The local noise ----------------------------------------------------------------------------

POWER_BINS = 12
POWER_LIMITS = (0.3, 1.0)
"""Noise of OSEM grows between the root of the activity and the activity itself; outside these
limits the fit followed something else."""


def _against_noise(matched: Image, reference: Image, geometry: Geometry) -> tuple[Image, Image]:
    """(change in noise SDs, 0 in air; noise SD of `reference` in SUV, on the same voxels)."""
    power = _noise_power(matched, reference)
    blocks = np.array([max(round(COARSE_MM / mm), 1) for mm in geometry.spacing_mm], np.int64)
    coarse_mm = [float(mm * n) for mm, n in zip(geometry.spacing_mm, blocks, strict=True)]
    typical = _typical_square(matched, reference, power)
    squares, counts = _coarse_squares(matched, reference, power, OUTLIER_SDS**2 * typical, blocks)
    outer = _odd(NEIGHBOURHOOD_MM, coarse_mm)
    inner = _odd(GUARD_MM, coarse_mm)
    held = _box_sum(counts, outer) - _box_sum(counts, inner)
    around = _box_sum(squares, outer) - _box_sum(squares, inner)
    enough = held >= FEWEST_VOXELS
    mean = np.where(enough, around / np.maximum(held, 1), np.float32(max(typical, 1e-12)))
    coarse_sd = np.sqrt(np.maximum(mean, 0)).astype(np.float32)
    z, noise = np.empty_like(matched), np.empty_like(matched)
    _in_parts(
        len(matched),
        lambda low, high: _divide(
            matched, reference, coarse_sd, power, blocks, low, high, z, noise
        ),
    )
    return z, noise


def _odd(side_mm: float, voxels_mm: Sequence[float]) -> tuple[int, ...]:
    """The odd number of voxels along each axis that comes closest to `side_mm`."""
    return tuple(2 * round((side_mm / mm - 1) / 2) + 1 for mm in voxels_mm)


def _box_sum(image: Image, sizes: tuple[int, ...]) -> Image:
    mean: Image = ndimage.uniform_filter(image, sizes, mode="constant")
    return mean * np.float32(np.prod(sizes))


def _noise_power(matched: Image, reference: Image) -> float:
    """The power of the local SUV with which the noise grows: a line through log SD over log SUV."""
    levels, changes = _sample(matched, reference)
    if len(levels) < POWER_BINS * 50:
        return 0.5
    edges = np.quantile(levels, np.linspace(0, 1, POWER_BINS + 1))
    bins = np.clip(np.searchsorted(edges, levels, side="right") - 1, 0, POWER_BINS - 1)
    points: list[tuple[float, float]] = []
    for number in range(POWER_BINS):
        inside = bins == number
        if not inside.any():
            continue
        # Half of normal deviates are below 0.674 SD, regardless of outliers.
        sd = float(np.median(np.abs(changes[inside]))) / 0.6745
        if sd > 0:
            points.append((float(np.log(levels[inside].mean())), float(np.log(sd))))
    if len(points) < 3 or np.ptp([level for level, _ in points]) < np.log(2):
        return 0.5
    (variance, together), _ = np.cov(np.array(points).T)
    slope = float(together / variance)
    return float(np.clip(slope, *POWER_LIMITS))


SAMPLE_STEP = 3
"""Global figures are taken from every third voxel along each axis."""


def _sample(matched: Image, reference: Image) -> tuple[Image, Image]:
    """(SUV, change) of a sample of the body's voxels."""
    some = (slice(None, None, SAMPLE_STEP),) * 3
    level, change = matched[some].ravel(), (matched[some] - reference[some]).ravel()
    body = level > BODY_SUV
    return level[body], change[body]


def _typical_square(matched: Image, reference: Image, power: float) -> float:
    """Over the whole body: the squared change divided by SUV to the power, without outliers."""
    levels, changes = _sample(matched, reference)
    if not len(levels):
        return 0.0
    return float((np.median(np.abs(changes) / levels**power) / 0.6745) ** 2)


@kernel
def _coarse_squares(
    matched: Image, reference: Image, power: float, largest: float, blocks: Index
) -> tuple[Image, Image]:
    """Per block: (sum of the squared changes over SUV to the power, number of body voxels)."""
    shape = matched.shape
    size = (
        (shape[0] + blocks[0] - 1) // blocks[0],
        (shape[1] + blocks[1] - 1) // blocks[1],
        (shape[2] + blocks[2] - 1) // blocks[2],
    )
    squares = np.zeros(size, np.float32)
    counts = np.zeros(size, np.float32)
    for s in range(shape[0]):
        for r in range(shape[1]):
            for c in range(shape[2]):
                level = matched[s, r, c]
                if level <= BODY_SUV:
                    continue
                change = matched[s, r, c] - reference[s, r, c]
                square = min(change * change / level ** (2 * power), largest)
                at = (s // blocks[0], r // blocks[1], c // blocks[2])
                squares[at] += square
                counts[at] += 1
    return squares, counts


@kernel
def _divide(
    matched: Image,
    reference: Image,
    coarse_sd: Image,
    power: float,
    blocks: Index,
    low: int,
    high: int,
    z: Image,
    noise: Image,
) -> None:
    for s in range(low, high):
        for r in range(matched.shape[1]):
            for c in range(matched.shape[2]):
                level = max(matched[s, r, c], reference[s, r, c])
                z[s, r, c] = 0
                noise[s, r, c] = SMALLEST_NOISE_SUV
                if level <= BODY_SUV:
                    continue
                sd = coarse_sd[s // blocks[0], r // blocks[1], c // blocks[2]] * level**power
                sd = max(sd, SMALLEST_NOISE_SUV)
                noise[s, r, c] = sd
                change = (matched[s, r, c] - reference[s, r, c]) / sd
                z[s, r, c] = min(max(change, -LARGEST_Z), LARGEST_Z)


# --- The list -----------------------------------------------------------------------------------


class _Compared(NamedTuple):
    """Everything the list is made from, on one cropped grid."""

    conventional: Image
    denoised: Image
    matched: Image
    """DL, blurred"""
    reference: Image
    """What the DL image was compared with"""
    z: Image
    noise: Image
    geometry: Geometry
    unit: Unit


def _listed(images: _Compared) -> tuple[Focus, ...]:
    """What changed by more than noise, then what only one image shows as a focus."""
    foci = _seen([*_changed(images, Change.ADDED), *_changed(images, Change.REMOVED)])
    foci.sort(key=lambda focus: -abs(focus.z))
    alone = _seen([*_shown_by_denoised_alone(images), *_shown_by_conventional_alone(images)])
    alone.sort(key=lambda focus: -abs(focus.denoised - focus.conventional))
    for focus in alone:
        if all(_apart_mm(focus, other) > MATCH_MM for other in foci):
            foci.append(focus)
    return tuple(foci)


def _seen(foci: Sequence[Focus]) -> list[Focus]:
    """Without those that the two displayed images contradict, so that no change can be seen."""
    return [
        focus
        for focus in foci
        if (focus.denoised > focus.conventional) is (focus.change is Change.ADDED)
    ]


def _apart_mm(focus: Focus, other: Focus) -> float:
    return float(np.linalg.norm(np.subtract(focus.position_mm, other.position_mm)))


def _changed(images: _Compared, change: Change) -> list[Focus]:
    """The connected voxels beyond NOTICEABLE_Z that exceed CHANGED_Z somewhere."""
    sign = 1.0 if change is Change.ADDED else -1.0
    noticeable = images.z * np.float32(sign) >= NOTICEABLE_Z
    labels, count = ndimage.label(noticeable)
    if not count:
        return []
    voxels, extremes = _extremes_of(labels, images.z, sign, count)
    runs = sphere_of(images.geometry)
    foci: list[Focus] = []
    for number, at in zip(voxels.tolist(), extremes, strict=True):
        where = tuple(at.tolist())
        z = float(images.z[where])
        volume_ml = number * images.geometry.voxel_volume_ml
        before, after = float(images.reference[where]), float(images.matched[where])
        if abs(z) < CHANGED_Z or volume_ml < SMALLEST_VOLUME_ML:
            continue
        if abs(after - before) < SMALLEST_CHANGE * max(before, after):
            continue
        side = "higher" if change is Change.ADDED else "lower"
        reason = (
            f"At equal resolution the DL image is {side} here than the conventional one by "
            f"{abs(z):.1f} times the local noise."
        )
        foci.append(_focus(images, runs, change, at, volume_ml, reason))
    return foci


def _focus(
    images: _Compared, runs: Index, change: Change, at: Index, volume_ml: float, reason: str
) -> Focus:
    s, r, c = (int(index) for index in at)
    x, y, z_mm = images.geometry.to_patient((s, r, c)).tolist()
    return Focus(
        change,
        (x, y, z_mm),
        volume_ml,
        mean_at(images.conventional, s, r, c, runs),
        mean_at(images.denoised, s, r, c, runs),
        float(images.z[s, r, c]),
        bool(np.isnan(volume_ml)),
        reason,
    )


def _shown_by_denoised_alone(images: _Compared) -> list[Focus]:
    """Foci of the DL image where the data it was made from do not rise above their noise."""
    runs = sphere_of(images.geometry)
    foci: list[Focus] = []
    for spot in spots(images.denoised, images.geometry, DETECTION_RULE):
        at = _index_of(images.geometry, spot.position_mm)
        rise = _rise(images.reference, images.noise, images.geometry, at)
        if rise < SUPPORTED_Z:
            reason = (
                f"The DL image shows a focus ({spot.contrast:.1f} times its surroundings); the "
                f"conventional one rises there by only {max(rise, 0):.1f} times its noise."
            )
            foci.append(_focus(images, runs, Change.ADDED, at, float("nan"), reason))
    return foci


def _shown_by_conventional_alone(images: _Compared) -> list[Focus]:
    """Foci of the conventional image, above its noise, that are not foci in the DL image."""
    runs = sphere_of(images.geometry)
    # What passes the milder rule is still visible, and not called removed.
    kept = spots(images.denoised, images.geometry, HINT_RULE)
    kept_mm = np.array([spot.position_mm for spot in kept]).reshape(-1, 3)
    foci: list[Focus] = []
    for spot in spots(images.conventional, images.geometry, DETECTION_RULE):
        near = np.linalg.norm(kept_mm - np.array(spot.position_mm), axis=1) <= MATCH_MM
        at = _index_of(images.geometry, spot.position_mm)
        if near.any() or images.z[tuple(at)] > -SUPPORTED_Z:
            continue
        reason = (
            f"The conventional image shows a focus ({spot.contrast:.1f} times its surroundings); "
            "the DL image shows none there."
        )
        foci.append(_focus(images, runs, Change.REMOVED, at, float("nan"), reason))
    return foci


def _index_of(geometry: Geometry, position_mm: Point) -> Index:
    return np.rint(geometry.to_index(position_mm)).astype(np.int64)


def _rise(image: Image, noise: Image, geometry: Geometry, at: Index) -> float:
    """By how many noise SDs the image at a place, or up to half of MATCH_MM away, exceeds the
    median of the smallest shell around it."""
    near = [
        at + offset
        for offset in _ball(geometry, MATCH_MM / 2)
        if ((at + offset >= 0) & (at + offset < image.shape)).all()
    ]
    highest = max(float(image[tuple(index)]) for index in near)
    shell = shell_offsets(geometry.affine[:3, :3].tobytes(), DETECTION_RULE.shells_mm[0]) + at
    inside = ((shell >= 0) & (shell < image.shape)).all(axis=1)
    if not inside.any():
        return 0.0
    around = float(np.median(image[tuple(shell[inside].T)]))
    return (highest - around) / float(noise[tuple(at)])


def _ball(geometry: Geometry, radius_mm: float) -> Index:
    """Offsets of the voxels whose centre is within the radius of a voxel's centre, (n, 3)."""
    reach = [int(radius_mm / mm) for mm in geometry.spacing_mm]
    offsets = np.stack(np.meshgrid(*(np.arange(-n, n + 1) for n in reach), indexing="ij"), -1)
    offsets = offsets.reshape(-1, 3)
    distance = np.linalg.norm(offsets @ geometry.affine[:3, :3].T, axis=1)
    return offsets[distance <= radius_mm]


@kernel
def _extremes_of(labels: Any, z: Image, sign: float, count: int) -> tuple[Index, Index]:
    """Voxel count of each label 1…count, (count,), and the index of its extreme, (count, 3)."""
    voxels = np.zeros(count, np.int64)
    at = np.zeros((count, 3), np.int64)
    best = np.full(count, -np.inf)
    for s in range(labels.shape[0]):
        for r in range(labels.shape[1]):
            for c in range(labels.shape[2]):
                label = labels[s, r, c] - 1
                if label < 0:
                    continue
                voxels[label] += 1
                value = sign * z[s, r, c]
                if value > best[label]:
                    best[label] = value
                    at[label, 0], at[label, 1], at[label, 2] = s, r, c
    return voxels, at
