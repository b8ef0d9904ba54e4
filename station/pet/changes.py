"""What a denoiser changed: DL − conventional against the local noise, and the foci it made or took.

A reader of a denoised image fears two things: a focus that the data do not hold, and a focus that
was smoothed away. The plain difference of the two images shows neither, because a DL image is
sharper: it lights up at every edge. So the two are compared at one resolution. The DL image is
blurred with the Gaussian that makes it match the conventional one, and the difference is divided by
the noise that the conventional image has at that place. What is left above `CHANGED_Z` is more than
noise, taken out or put in.

The local noise is measured in the images themselves, as radar does it with its constant false alarm
rate: the mean square of the difference in a shell of tissue round each voxel, the voxel's own
surroundings left out so that a change does not hide itself. Noise grows with activity; how steeply
is fitted in the same images, as a power of the local SUV.

Beside it stands what the detection rule of `station.pet.foci` calls a focus in one of the images
alone: a focus of the DL image where the data rise by no more than their noise, and one of the
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
body (200,000 resolution elements) hold about two such places of either sign: K. J. Worsley et al.,
Hum. Brain Mapp. 4 (1996) 58, the three-dimensional term."""
NOTICEABLE_Z = 3.5
"""The voxels of a listed change reach as far as this, and the map is drawn from here."""
SMALLEST_CHANGE = 0.15
"""A change is listed only from this part of the local SUV: the bladder's noise is small beside it,
and a change of 3 % is no focus"""
SMALLEST_VOLUME_ML = 0.1
"""Smaller connected changes are not listed."""
LARGEST_Z = 99.0
"""The map ends here: where the noise was measured as nothing, the number would mean nothing."""

SUPPORTED_Z = 2.0
"""A focus of one image is supported by the other where that rises by as many noise SDs."""

BODY_SUV = 0.1
"""Below it lies air: the map is 0 there."""
BROADEST_FWHM_MM = 14.0
"""Of the Gaussian that is tried to match the resolutions"""
NARROWEST_FWHM_MM = 4.0
"""Noise is compared at no finer resolution: single voxels are no foci."""
FIT_SLICES = 40
"""As many slices in the middle of the body settle the resolution."""

COARSE_MM = 4.0
"""The local noise is averaged on blocks of about this size."""
NEIGHBOURHOOD_MM = 60.0
"""Side of the box of tissue that the local noise is measured in"""
GUARD_MM = 28.0
"""Side of the box inside it that is left out"""
FEWEST_VOXELS = 2000
"""With fewer body voxels in a neighbourhood, the whole image's noise stands in."""
OUTLIER_SDS = 3.0
"""Larger differences count as so many SDs when noise is measured: they may be changes."""
SMALLEST_NOISE_SUV = 0.01
"""Half the last figure that is shown of an SUV. No noise is taken to be less."""

THREADS = 2


class Change(StrEnum):
    """What the DL image did, seen from the conventional one."""

    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True)
class Focus:
    """One place where the DL image differs from the conventional one by more than noise."""

    change: Change
    position_mm: Point
    """Of the extreme, LPS"""
    volume_ml: float
    """Of the connected voxels beyond NOTICEABLE_Z; NaN of a focus found by the detection rule"""
    conventional: float
    """Mean of the 1 mL sphere there, in the images' unit"""
    denoised: float
    z: float
    """Of the change there, in noise SDs; positive where the DL image is higher"""
    reason: str
    """Why it is listed, a sentence"""


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
    """What the DL image shows otherwise than the conventional one, beyond its noise.

    `source` is the unfiltered image that the DL image was made of, where it is at hand: blurred
    like the DL image it stands in for the conventional one, so that a difference of iterations
    between the two reconstructions is not taken for the network's doing.

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
        f"{CHANGED_Z:g} noise SDs on."
    )
    volume = Volume(
        full,
        conventional.geometry,
        Unit.NOISE_SD,
        Provenance(denoised.provenance.series_uid, "Change map", (basis,)),
    )
    return ChangeMap(volume, foci, compared_fwhm, basis)


# --- What can be compared -----------------------------------------------------------------------


def _refuse_incomparable(one: Volume, denoised: Volume, called: str) -> None:
    if not denoised.unit.is_suv:
        raise StationError(
            f"The change map needs SUV, and the DL image is in {denoised.unit}. Enter what SUV "
            "needs in SUV inputs."
        )
    if one.unit is not denoised.unit:
        raise StationError(
            f"The {called} image is in {one.unit} and the DL image in {denoised.unit}. Show both "
            "in one unit to compare them."
        )
    if not one.geometry.same_grid(denoised.geometry):
        raise StationError(
            f"The {called} image and the DL image lie on different grids "
            f"({_grid(one)} and {_grid(denoised)}), so they cannot be compared voxel by voxel. "
            "Choose two images of one reconstruction grid."
        )


def _grid(volume: Volume) -> str:
    slices, rows, columns = volume.shape
    return f"{columns} × {rows} × {slices}"


Box = tuple[slice, slice, slice]


def _body_box(volume: Volume) -> Box:
    """The smallest box that holds the body, with room for a filter's reach."""
    extents = _extents(volume.voxels, BODY_SUV)
    if extents[0, 1] < extents[0, 0]:
        raise StationError(
            f"The conventional image holds nothing above {BODY_SUV:g} {volume.unit}: there is no "
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
    """First and last index of a voxel above a level, (3, 2); last before first where none is."""
    found = np.empty((3, 2), np.int64)
    for axis in range(3):
        found[axis, 0] = voxels.shape[axis]
        found[axis, 1] = -1
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
                found[0, 0] = min(found[0, 0], s)
                found[0, 1] = max(found[0, 1], s)
                found[1, 0] = min(found[1, 0], r)
                found[1, 1] = max(found[1, 1], r)
                found[2, 0] = min(found[2, 0], first)
                found[2, 1] = max(found[2, 1], last)
    return found


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

    The square root evens out the noise, which grows with activity, so that a bladder does not
    decide alone.
    """
    middle = geometry.shape[0] // 2
    slices = slice(max(middle - FIT_SLICES // 2, 0), middle + (FIT_SLICES + 1) // 2)
    some, wanted = sharp[slices], np.sqrt(np.maximum(blurred[slices], 0))

    def distance(fwhm_mm: float) -> float:
        return _squared_distance(smoothed(some, fwhm_mm, geometry.spacing_mm), wanted)

    found = optimize.minimize_scalar(
        distance, bounds=(0.0, BROADEST_FWHM_MM), method="bounded", options={"xatol": 0.1}
    )
    best = float(found.x)
    return best if distance(best) < distance(0.0) else 0.0


@fast_kernel
def _squared_distance(image: Image, root: Image) -> float:
    total = 0.0
    one, other = image.reshape(-1), root.reshape(-1)
    for i in range(len(one)):
        difference = sqrt(max(one[i], np.float32(0))) - other[i]
        total += difference * difference
    return total


def _in_parts(length: int, part: Callable[[int, int], None]) -> None:
    """Call `part(low, high)` over 0…length, a thread a part."""
    bounds = [length * i // THREADS for i in range(THREADS + 1)]
    with ThreadPoolExecutor(THREADS) as pool:
        for done in [pool.submit(part, low, high) for low, high in pairwise(bounds)]:
            done.result()


# --- The local noise ----------------------------------------------------------------------------

POWER_BINS = 12
POWER_LIMITS = (0.3, 1.0)
"""Noise of OSEM grows between the root of the activity and the activity itself; outside these
limits the fit saw something else."""


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
    """How many voxels along each axis come nearest to a side, an odd number."""
    return tuple(2 * round((side_mm / mm - 1) / 2) + 1 for mm in voxels_mm)


def _box_sum(image: Image, sizes: tuple[int, ...]) -> Image:
    mean: Image = ndimage.uniform_filter(image, sizes, mode="constant")
    return mean * np.float32(np.prod(sizes))


def _noise_power(matched: Image, reference: Image) -> float:
    """The power of the local SUV that the noise grows with: a line through log SD over log SUV."""
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
        # Half of normal deviates are below 0.674 SD, whatever the outliers are.
        sd = float(np.median(np.abs(changes[inside]))) / 0.6745
        if sd > 0:
            points.append((float(np.log(levels[inside].mean())), float(np.log(sd))))
    if len(points) < 3 or np.ptp([level for level, _ in points]) < np.log(2):
        return 0.5
    (variance, together), _ = np.cov(np.array(points).T)
    slope = float(together / variance)
    return float(np.clip(slope, *POWER_LIMITS))


SAMPLE_STEP = 3
"""Every third voxel along each axis settles what the whole image has in common."""


def _sample(matched: Image, reference: Image) -> tuple[Image, Image]:
    """(SUV, change) of some voxels of the body."""
    some = (slice(None, None, SAMPLE_STEP),) * 3
    level, change = matched[some].ravel(), (matched[some] - reference[some]).ravel()
    body = level > BODY_SUV
    return level[body], change[body]


def _typical_square(matched: Image, reference: Image, power: float) -> float:
    """Of the whole body: the square of a change over the SUV to the power, outliers set aside."""
    levels, changes = _sample(matched, reference)
    if not len(levels):
        return 0.0
    return float((np.median(np.abs(changes) / levels**power) / 0.6745) ** 2)


@kernel
def _coarse_squares(
    matched: Image, reference: Image, power: float, largest: float, blocks: Index
) -> tuple[Image, Image]:
    """(sum of the squared changes over the SUV to the power, number of body voxels) of blocks."""
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
    """All that the list is made of, on one cropped grid."""

    conventional: Image
    denoised: Image
    matched: Image
    """DL, blurred"""
    reference: Image
    """What it was compared with"""
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
    """Without those of which the two shown images say the opposite: there is no such change to be
    seen."""
    return [
        focus
        for focus in foci
        if (focus.denoised > focus.conventional) is (focus.change is Change.ADDED)
    ]


def _apart_mm(one: Focus, other: Focus) -> float:
    return float(np.linalg.norm(np.subtract(one.position_mm, other.position_mm)))


def _changed(images: _Compared, change: Change) -> list[Focus]:
    """The connected voxels beyond NOTICEABLE_Z that somewhere go beyond CHANGED_Z."""
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
        reason = (
            f"At equal resolution the DL image shows {after:.2f} here where the conventional one "
            f"would show {before:.2f}: {abs(z):.1f} times the local noise."
        )
        foci.append(_focus(images, runs, change, at, volume_ml, reason))
    return foci


def _focus(
    images: _Compared, runs: Index, change: Change, at: Index, volume_ml: float, reason: str
) -> Focus:
    s, r, c = (int(one) for one in at)
    x, y, z_mm = images.geometry.to_patient((s, r, c)).tolist()
    return Focus(
        change,
        (x, y, z_mm),
        volume_ml,
        mean_at(images.conventional, s, r, c, runs),
        mean_at(images.denoised, s, r, c, runs),
        float(images.z[s, r, c]),
        reason,
    )


def _shown_by_denoised_alone(images: _Compared) -> list[Focus]:
    """Foci of the DL image where the data it was made of do not rise above their noise."""
    runs = sphere_of(images.geometry)
    found: list[Focus] = []
    for spot in spots(images.denoised, images.geometry, DETECTION_RULE):
        at = _index_of(images.geometry, spot.position_mm)
        rise = _rise(images.reference, images.noise, images.geometry, at)
        if rise < SUPPORTED_Z:
            reason = (
                f"The DL image shows a focus ({spot.contrast:.1f} times its surroundings); the "
                f"conventional one rises there by {max(rise, 0):.1f} times its noise only."
            )
            found.append(_focus(images, runs, Change.ADDED, at, float("nan"), reason))
    return found


def _shown_by_conventional_alone(images: _Compared) -> list[Focus]:
    """Foci of the conventional image, above its noise, that are none in the DL image."""
    runs = sphere_of(images.geometry)
    # What passes the milder rule is still to be seen, and not called removed.
    kept = spots(images.denoised, images.geometry, HINT_RULE)
    kept_mm = np.array([spot.position_mm for spot in kept]).reshape(-1, 3)
    found: list[Focus] = []
    for spot in spots(images.conventional, images.geometry, DETECTION_RULE):
        near = np.linalg.norm(kept_mm - np.array(spot.position_mm), axis=1) <= MATCH_MM
        at = _index_of(images.geometry, spot.position_mm)
        if near.any() or images.z[tuple(at)] > -SUPPORTED_Z:
            continue
        reason = (
            f"The conventional image shows a focus ({spot.contrast:.1f} times its surroundings); "
            "the DL image shows none there."
        )
        found.append(_focus(images, runs, Change.REMOVED, at, float("nan"), reason))
    return found


def _index_of(geometry: Geometry, position_mm: Point) -> Index:
    return np.rint(geometry.to_index(position_mm)).astype(np.int64)


def _rise(image: Image, noise: Image, geometry: Geometry, at: Index) -> float:
    """By how many noise SDs the image at a place, or up to half of MATCH_MM off, exceeds the median
    of the smallest shell round it."""
    near = [
        at + offset
        for offset in _ball(geometry, MATCH_MM / 2)
        if ((at + offset >= 0) & (at + offset < image.shape)).all()
    ]
    highest = max(float(image[tuple(one)]) for one in near)
    shell = shell_offsets(geometry.affine[:3, :3].tobytes(), DETECTION_RULE.shells_mm[0]) + at
    inside = ((shell >= 0) & (shell < image.shape)).all(axis=1)
    if not inside.any():
        return 0.0
    around = float(np.median(image[tuple(shell[inside].T)]))
    return (highest - around) / float(noise[tuple(at)])


def _ball(geometry: Geometry, radius_mm: float) -> Index:
    """Offsets of the voxels whose centre lies that near to a voxel's, (n, 3)."""
    reach = [int(radius_mm / mm) for mm in geometry.spacing_mm]
    offsets = np.stack(np.meshgrid(*(np.arange(-n, n + 1) for n in reach), indexing="ij"), -1)
    offsets = offsets.reshape(-1, 3)
    distance = np.linalg.norm(offsets @ geometry.affine[:3, :3].T, axis=1)
    return offsets[distance <= radius_mm]


@kernel
def _extremes_of(labels: Any, z: Image, sign: float, count: int) -> tuple[Index, Index]:
    """Voxels of each label 1…count, (count,), and the index of its extreme, (count, 3)."""
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
