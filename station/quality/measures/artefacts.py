"""Bands, rings, streaks: what detectors and their normalisation leave in an image.

A band repeats a slice's error over a whole slice, a ring over a circle about the scanner's axis, a
streak along a line that leaves the patient. Each is compared with what anatomy and noise would give
in the same image, so that it means the same for every patient.
"""

import numpy as np
from numpy.typing import NDArray

from station.pet.filters import FWHM_PER_SIGMA
from station.pet.volume import Geometry
from station.quality.measures.noise import spread
from station.quality.measures.quantity import Quantity, Subject, Values, Worse
from station.quality.measures.scene import SOLID, Scene, at_points, ndimage
from station.quality.organs import Tissue
from station.quality.working_grid import STEP_MM, Image, Mask, box_about

BANDS = Quantity("steps from slice to slice", "%", Subject.ARTEFACTS, Worse.HIGHER, 0.2)
LARGEST_BAND = Quantity("largest step between slices", "%", Subject.ARTEFACTS, Worse.HIGHER, 0.5)
RINGS = Quantity("rings about the axis", "%", Subject.ARTEFACTS, Worse.HIGHER, 0.3)
RINGS_TO_USUAL = Quantity(
    "rings about the axis to those elsewhere", "", Subject.ARTEFACTS, Worse.HIGHER, 0.3
)
LASTING = Quantity("lines through several slices", "%", Subject.ARTEFACTS, Worse.HIGHER, 1.0)
AIR_LASTING = Quantity(
    "lines through several slices, in air, to the body", "%", Subject.ARTEFACTS, Worse.HIGHER, 0.02
)
LIVER_UNEVEN = Quantity("unevenness of the liver", "%", Subject.ARTEFACTS, Worse.HIGHER, 1.0)
AIR_MEAN = Quantity("air around the patient to the body", "%", Subject.ARTEFACTS, Worse.HIGHER, 0.1)
AIR_SPREAD = Quantity(
    "spread in the air around the patient to the body", "%", Subject.ARTEFACTS, Worse.HIGHER, 0.1
)
AIR_STREAKS = Quantity("hottest air to the body", "%", Subject.ARTEFACTS, Worse.HIGHER, 0.5)
NOTHING_INSIDE = Quantity(
    "voxels of the body at or below 0", "%", Subject.ARTEFACTS, Worse.HIGHER, 0.01
)

QUANTITIES = (
    BANDS,
    LARGEST_BAND,
    RINGS,
    RINGS_TO_USUAL,
    LASTING,
    AIR_LASTING,
    LIVER_UNEVEN,
    AIR_MEAN,
    AIR_SPREAD,
    AIR_STREAKS,
    NOTHING_INSIDE,
)

FEWEST = 200
"""Voxels of a slice or a ring from which its level is taken"""
TREND_MM = 12.0
"""Standard deviation over which anatomy is smoothed within slices, to be divided out"""
RING_MM = 6.0
"""Width of a ring"""
HALF_MM = 24.0
"""Side of the fields of the two halves of a slice: wider than its noise"""
ENDS, KEPT_OF_SQUARES = 0.06, 0.72
"""Share of the largest and of the smallest steps that are left out, in which organs begin and end;
and what is left of the mean square of a normal distribution's without them"""
SECTORS = 16
"""Of a ring, which are by turns of its one and its other half"""
ELSEWHERE_MM = 70.0
"""How far from the axis rings are sought for comparison, to the four sides"""
SLAB_MM = 32.0
"""Depth over which rings are averaged"""
LASTING_MM = 16.0
"""Slices this far apart share no noise"""
EVENED_MM = 20.0
"""FWHM over which the liver is smoothed"""
FEWEST_OF_RING = 25
"""Voxels of a half of a ring in a slab"""
HIGHEST = 0.5
"""What deviates from its surroundings by more than this is anatomy"""
AIR_MM = (16.0, 80.0)
"""Away from the patient: beyond the blur of the skin, within every field of view"""


def artefacts_of(scene: Scene) -> Values:
    values = dict.fromkeys(QUANTITIES, float("nan"))
    level = scene.body_level
    if not np.isfinite(level):
        return values
    values[BANDS], values[LARGEST_BAND] = bands_percent(scene)
    texture, solid = texture_of(scene)
    values[RINGS], values[RINGS_TO_USUAL] = rings(scene, texture, solid)
    values[LASTING] = lasting_percent(texture, solid)
    values[LIVER_UNEVEN] = liver_uneven_percent(scene)
    air = _air(scene)
    values[AIR_LASTING] = air_lasting_percent(scene, air)
    if air.sum() > FEWEST:
        seen = scene.view.uptake[air] / level
        values[AIR_MEAN] = 100 * float(seen.mean())
        values[AIR_SPREAD] = 100 * float(seen.std())
        values[AIR_STREAKS] = 100 * float(np.percentile(seen, 99.5))
    inside = np.isin(scene.cells, SOLID)
    values[NOTHING_INSIDE] = 100 * float((scene.view.uptake[inside] <= 0).mean())
    return values


def bands_percent(scene: Scene) -> tuple[float, float]:
    """How slices differ from the mean of their neighbours: (standard deviation, largest).

    The median over a slice's voxels: anatomy cancels, a detector's error stays. Two halves of each
    slice are taken by themselves: what both show is a band, what one shows alone is noise. On the
    image's own slices, for interpolation would even them out.
    """
    voxels = scene.pet.voxels
    grid = scene.pet.geometry
    every = [max(1, round(STEP_MM / step)) for step in grid.spacing_mm[1:]]
    solid = _solid_of_slices(scene, every)
    halves = _halves(
        solid.shape[1:],
        [HALF_MM / (n * s) for n, s in zip(every, grid.spacing_mm[1:], strict=True)],
    )
    floor = 0.2 * scene.body_level
    steps: list[tuple[float, float]] = []
    for number in range(1, grid.shape[0] - 1):
        inside = solid[number - 1] & solid[number] & solid[number + 1]
        if inside.sum() < 2 * FEWEST:
            continue
        before, at, after = (
            np.asarray(voxels[number + by, :: every[0], :: every[1]], np.float32)[inside]
            for by in (-1, 0, 1)
        )
        usual = (before + after) / 2
        known = (usual > floor) & (at > floor)
        own = halves[inside]
        parts = [known & own, known & ~own]
        if min(part.sum() for part in parts) < FEWEST:
            continue
        first, second = (float(np.median(np.log(at[part] / usual[part]))) for part in parts)
        steps.append((first, second))
    if len(steps) < 10:
        return float("nan"), float("nan")
    both = np.array(steps)
    products = np.sort(both.prod(axis=1))
    cut = int(ENDS * len(products))
    variance = float(np.mean(products[cut : len(products) - cut])) / KEPT_OF_SQUARES
    shared = np.sign(both[:, 0]) * np.sign(both[:, 1]) * np.sqrt(np.abs(both.prod(axis=1)))
    return 100 * float(np.sqrt(max(variance, 0.0))), 100 * float(np.percentile(shared, 98))


def _halves(shape: tuple[int, ...], size: list[float]) -> Mask:
    """A chequerboard with fields of this many voxels along rows and columns."""
    row, column = np.indices(shape)
    return (
        (row // max(size[0], 1.0)).astype(int) + (column // max(size[1], 1.0)).astype(int)
    ) % 2 == 0


def _solid_of_slices(scene: Scene, every: list[int]) -> Mask:
    grid = scene.pet.geometry
    affine = np.array(grid.affine)
    affine[:3, 1] *= every[0]
    affine[:3, 2] *= every[1]
    shape = (grid.shape[0], -(-grid.shape[1] // every[0]), -(-grid.shape[2] // every[1]))
    solid = np.isin(scene.organs.cells, SOLID)
    return at_points(solid, scene.organs.geometry, Geometry(shape, affine))


def texture_of(scene: Scene) -> tuple[Image, Mask]:
    """(solid tissue relative to its surroundings within the slice, where it is such)."""
    solid = np.isin(scene.cells, SOLID)
    solid &= scene.view.uptake > 0.2 * scene.body_level
    sigmas = (0, TREND_MM / STEP_MM, TREND_MM / STEP_MM)
    weights = ndimage.gaussian_filter(solid.astype(np.float32), sigmas, truncate=2.0)
    log = np.where(solid, np.log(np.maximum(scene.view.uptake, 1e-12)), 0).astype(np.float32)
    trend = ndimage.gaussian_filter(log, sigmas, truncate=2.0)
    with np.errstate(divide="ignore", invalid="ignore"):
        texture = np.where(solid, log - trend / weights, 0)
    kept = solid & (np.abs(texture) < HIGHEST)
    return np.where(kept, texture, 0).astype(np.float32), kept


def rings(scene: Scene, texture: Image, solid: Mask) -> tuple[float, float]:
    """(spread of the means of rings about the scanner's axis, %, relative to those elsewhere)."""
    grid = scene.view.geometry
    x = scene.view.x_mm
    y = grid.affine[1, 3] + STEP_MM * np.arange(grid.shape[1])
    about = scene.axis

    def spread_about(dy: float, dx: float) -> float:
        return _ring_spread(texture, solid, y[:, None] - about[1] - dy, x[None] - about[0] - dx)

    here = spread_about(0, 0)
    elsewhere = [
        spread_about(dy, dx)
        for dy, dx in ((0, ELSEWHERE_MM), (0, -ELSEWHERE_MM), (ELSEWHERE_MM, 0), (-ELSEWHERE_MM, 0))
    ]
    usual = float(np.median(elsewhere))
    return 100 * here, here / usual if usual > 0 else float("nan")


def _ring_spread(
    texture: Image, solid: Mask, y: NDArray[np.float64], x: NDArray[np.float64]
) -> float:
    """Standard deviation of the rings' means in slabs: the square root of the covariance of two
    halves of each ring, to which noise adds nothing."""
    ring = (np.hypot(y, x) / RING_MM).astype(np.intp)
    sector = ((np.arctan2(y, x) / (2 * np.pi) * SECTORS) % SECTORS).astype(np.intp) % 2
    count = int(ring.max()) + 1
    deep = round(SLAB_MM / STEP_MM)
    slabs = -(-len(texture) // deep)
    slab = np.arange(len(texture)) // deep
    size = slabs * count
    index = (slab[:, None, None] * count + ring[None] + size * sector[None])[solid]
    total = np.bincount(index, texture[solid], 2 * size).reshape(2, size)
    number = np.bincount(index, minlength=2 * size).reshape(2, size)
    enough = (number >= FEWEST_OF_RING).all(axis=0)
    if enough.sum() < 10:
        return float("nan")
    means = total[:, enough] / number[:, enough]
    weights = number[:, enough].sum(axis=0)
    return float(np.sqrt(max(np.average(means.prod(axis=0), weights=weights), 0.0)))


def lasting_percent(texture: Image, solid: Mask) -> float:
    """What slices 16 mm apart deviate alike from their surroundings: anatomy, and the lines that a
    fault of the detectors draws through all slices of a bed."""
    lag = round(LASTING_MM / STEP_MM)
    both = solid[lag:] & solid[:-lag]
    if both.sum() < FEWEST:
        return float("nan")
    product = texture[lag:][both] * texture[:-lag][both]
    return 100 * float(np.sqrt(max(product.mean(), 0.0)))


def air_lasting_percent(scene: Scene, air: Mask) -> float:
    """As `lasting_percent`, of the air around the patient, relative to the body."""
    lag = round(LASTING_MM / STEP_MM)
    both = air[lag:] & air[:-lag]
    if both.sum() < FEWEST:
        return float("nan")
    first, second = scene.view.uptake[lag:][both], scene.view.uptake[:-lag][both]
    shared = float(((first - first.mean()) * (second - second.mean())).mean())
    return 100 * float(np.sqrt(max(shared, 0.0))) / scene.body_level


def liver_uneven_percent(scene: Scene) -> float:
    """Spread of the liver smoothed so far that noise is evened out."""
    core = scene.core(Tissue.LIVER)
    inside = at_points(core, scene.organs.geometry, scene.view.geometry) & scene.body
    if inside.sum() < FEWEST:
        return float("nan")
    box = box_about(inside, 2 * EVENED_MM)
    sigma = EVENED_MM / FWHM_PER_SIGMA / STEP_MM
    weights = ndimage.gaussian_filter(inside[box].astype(np.float32), sigma, truncate=2.0)
    values = np.where(inside[box], scene.view.uptake[box], 0)
    smooth = ndimage.gaussian_filter(values, sigma, truncate=2.0)
    return 100 * spread(smooth[inside[box]] / weights[inside[box]]) / scene.liver_level


def _air(scene: Scene) -> Mask:
    """Around the patient, within the field, at the heights at which there is trunk."""
    air: Mask = (scene.depth_mm < -AIR_MM[0]) & (scene.depth_mm >= -AIR_MM[1])
    deep = np.flatnonzero(scene.body.any(axis=(1, 2)))
    if not len(deep):
        return np.zeros_like(air)
    air[: deep[0] + 3] = False
    air[deep[-1] - 2 :] = False
    # The outermost voxels of the grid are half beyond the image.
    air[:, :2] = air[:, -2:] = False
    air[:, :, :2] = air[:, :, -2:] = False
    return air
