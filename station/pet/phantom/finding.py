"""Finds the six spheres of the NEMA image-quality phantom in an image, however it lies.

Bright spots in warm surroundings are candidates; three of them that fit a regular hexagon of the
phantom's size give a plane and a circle, and the circle with the brightest corners is taken. Which
sphere is which is decided by fitting the blurred profile of every size to every corner; where the
smallest ones are too faint to tell, the phantom's order on the circle decides.
"""

from dataclasses import dataclass
from itertools import combinations
from math import ceil
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage as untyped_ndimage
from scipy import optimize as untyped_optimize
from scipy import spatial as untyped_spatial

from station.errors import StationError
from station.pet.filters import FWHM_PER_SIGMA
from station.pet.phantom.spheres import (
    CIRCLE_RADIUS_MM,
    DIAMETERS_MM,
    ball_offsets,
    on_circle,
    profile,
)
from station.pet.volume import FloatArray, Geometry, Volume

ndimage: Any = untyped_ndimage  # their own types are incomplete
optimize: Any = untyped_optimize
spatial: Any = untyped_spatial

Image = NDArray[np.float32]
Inside = NDArray[np.bool_]

SEARCH_MM = 2.5
"""Voxels are averaged up to about this size before the search"""
SEARCH_FWHM_MM = 7.0
"""The search sees the image through this"""
WATER_FWHM_MM = 12.0
"""And the edge of the water through this: half of its level is where it is, and noise makes no
holes"""
HOT_PERCENTILE = 97.0
"""Hotter voxels do not decide where the search for the water's level begins"""
LEAST_PHANTOM_ML = 2000.0
"""A warm region smaller than this is no phantom; it holds 9.7 L"""
INSIDE_MM = 12.0
"""A sphere's centre is at least this far from the edge of the warm water"""
SPOT_SHARE = 1.12
"""A candidate exceeds the background by this factor"""
MOST_SPOTS = 40
CENTRE_RADIUS_MM, CENTRE_STEPS = 15.0, 6
"""Of the ball whose centre of brightness a spot is moved to, and how often"""
NEAR_MM = 7.0
"""A spot this close to a corner belongs to it"""
SAME_LENGTH_MM = 5.0
"""Tolerance on the distances between spheres"""
FEWEST_SPOTS = 3
"""Visible spheres that give the circle"""
BETWEEN_TOLERANCE = 0.3
"""Between the spheres the circle runs through background, to this part of it"""
FIT_RADIUS_MM = 26.0
"""Voxels around a sphere that its profile is fitted to: less than half way to the next"""
LEAST_EXCESS = 0.3
"""The brightest spot exceeds the background by at least this part of it"""
LEAST_CONTRAST = 0.25
"""The largest sphere exceeds the background by at least this part of it"""
EXPLAINED = 0.5
"""Of the variance around the largest sphere, by its profile"""
VISIBLE_CNR = 3.0
"""A sphere is visible from this contrast-to-noise ratio; near the limit of the Rose criterion"""
USUAL_TILT_DEG, MOST_LEVEL_DEG = 1.5, 15.0
"""Standard deviation of a levelled phantom's tilt; one that is tilted more was not levelled"""
FIT_STRENGTH = 25.0
"""Contrast-to-noise ratio, times one plus the diameter over the blur, from which a sphere's own
centre is more certain than that of the fitted circle"""
COLD_SHARE = 0.7
"""A sphere that shows less than this part of the background holds no activity"""
COLD_SD = 4.0
"""And is below it by so many standard deviations of the noise"""
MAD_PER_SD = 0.6745
"""For a normal distribution"""
ASTRAY_MM = 5.0
"""No sphere is farther from its place on the circle"""
ORDER_COST = 0.05
"""The order on the circle is kept if it costs no more than this part of a 13 mm sphere's signal"""


@dataclass(frozen=True)
class FoundSphere:
    diameter_mm: float
    centre_mm: tuple[float, float, float]
    """LPS"""
    visible: bool
    cnr: float
    """Fitted contrast in the centre over the noise of the background"""


@dataclass(frozen=True, eq=False)
class FoundPhantom:
    """The spheres, largest first, and the plane that they lie in."""

    spheres: tuple[FoundSphere, ...]
    centre_mm: FloatArray
    """Of the circle, LPS"""
    axes: FloatArray
    """Rows: two unit vectors in the plane, and its normal"""
    background: float
    """A first estimate, in the image's unit"""
    inside: Inside
    """Voxels of the search grid in the phantom, lung insert excepted"""
    grid: Geometry
    """The search grid"""
    contrast: float
    """Of the largest sphere's fitted activity over the background, minus 1"""
    fwhm_mm: float
    """Of the Gaussian that the largest sphere is seen through"""

    @property
    def tilt_deg(self) -> float:
        """Angle between the plane of the spheres and the nearest plane of the grid."""
        directions = self.grid.affine[:3, :3] / np.linalg.norm(self.grid.affine[:3, :3], axis=0)
        return float(np.rad2deg(np.arccos(min(1.0, np.abs(directions.T @ self.axes[2]).max()))))


def find_phantom(volume: Volume, label: str) -> FoundPhantom:
    """The phantom in an image. `label` names it in sentences.

    Raises StationError where there is none, or where a part of it is missing.
    """
    grid, image = _searched(volume)
    smooth = _smoothed(image, SEARCH_FWHM_MM, grid)
    inside, background = _warm(_smoothed(image, WATER_FWHM_MM, grid), grid, label)
    edge_mm = ndimage.distance_transform_edt(inside, sampling=grid.spacing_mm)
    spots, excess = _spots(smooth, inside, edge_mm, background, grid)
    circle = _circle(spots, excess)
    bright = excess.size and excess[0] > LEAST_EXCESS * background
    if circle is None or not bright or not _is_between_warm(smooth, grid, circle, background):
        raise StationError(
            f"{label}: the spheres of a NEMA image-quality phantom were not found: six on a circle "
            f"of {2 * CIRCLE_RADIUS_MM:.0f} mm in warm water, of which at least {FEWEST_SPOTS} "
            "must be visible. Choose a scan of that phantom, with activity in its background and "
            "its spheres, long enough to see them."
        )
    corners = _corners(circle)
    _refuse_cut(corners, np.full(6, DIAMETERS_MM[-1]), volume, label)
    _refuse_cold(corners, smooth, inside, grid, background, label)
    return _identified(volume, corners, background, inside, grid, label)


# --- where the phantom is ------------------------------------------------------------------------


def _searched(volume: Volume) -> tuple[Geometry, Image]:
    """The image in voxels of about SEARCH_MM; what was never stored is 0."""
    steps = [max(1, round(SEARCH_MM / mm)) for mm in volume.spacing_mm]
    counts = [size // step for size, step in zip(volume.shape, steps, strict=True)]
    cut = tuple(slice(0, count * step) for count, step in zip(counts, steps, strict=True))
    image = np.nan_to_num(volume.voxels[cut].astype(np.float32))
    shape = [n for pair in zip(counts, steps, strict=True) for n in pair]
    image = image.reshape(shape).mean(axis=(1, 3, 5), dtype=np.float32)
    affine = volume.affine.copy()
    affine[:3, 3] = volume.geometry.to_patient([(step - 1) / 2 for step in steps])
    affine[:3, :3] = affine[:3, :3] * np.array(steps)
    slices, rows, columns = counts
    return Geometry((slices, rows, columns), affine), image


def _smoothed(image: Image, fwhm_mm: float, grid: Geometry) -> Image:
    sigma = fwhm_mm / FWHM_PER_SIGMA / np.array(grid.spacing_mm)
    return np.asarray(ndimage.gaussian_filter(image, sigma, mode="nearest"), np.float32)


def _warm(smooth: Image, grid: Geometry, label: str) -> tuple[Inside, float]:
    """The warm water, and its level: half of it is the threshold."""
    # From below: a line source next to the phantom is far hotter than the water.
    threshold = float(np.minimum(smooth, np.percentile(smooth, HOT_PERCENTILE)).mean())
    for _ in range(30):
        above = smooth[smooth > threshold]
        if not above.size:
            break
        level = float(np.median(above))
        if abs(level / 2 - threshold) < 1e-3 * level:
            break
        threshold = level / 2
    parts, count = ndimage.label(smooth > threshold)
    if count:
        sizes = np.bincount(parts.ravel())[1:]
        inside: Inside = parts == int(sizes.argmax()) + 1
        if sizes.max() * grid.voxel_volume_ml >= LEAST_PHANTOM_ML and threshold > 0:
            return inside, float(np.median(smooth[inside]))
    raise StationError(
        f"{label}: there is no warm water of a phantom in it. The NEMA image-quality phantom has "
        "activity in its background too; its spheres alone have no ratio."
    )


def _spots(
    smooth: Image, inside: Inside, edge_mm: FloatArray, background: float, grid: Geometry
) -> tuple[FloatArray, FloatArray]:
    """Bright spots well inside: LPS (n, 3), and their excess over the background; the brightest
    first."""
    size = [2 * ceil(6.0 / mm) + 1 for mm in grid.spacing_mm]
    summit = smooth == ndimage.maximum_filter(smooth, size=size)
    chosen = np.argwhere(
        summit & inside & (smooth > SPOT_SHARE * background) & (edge_mm > INSIDE_MM)
    )
    excess = smooth[tuple(chosen.T)].astype(np.float64) - background
    order = np.argsort(-excess)[:MOST_SPOTS]
    places = _centred(grid.to_patient(chosen[order]), smooth - background, grid)
    return places, excess[order]


def _centred(places: FloatArray, excess: Image, grid: Geometry) -> FloatArray:
    """LPS places (n, 3) moved to the middle of the bright region around each: noise puts the
    brightest voxel of a large sphere anywhere in it."""
    around_it = ball_offsets(CENTRE_RADIUS_MM, SEARCH_MM)
    for _ in range(CENTRE_STEPS):
        ball = places[:, None] + around_it
        index = np.rint(grid.to_index(ball)).astype(int)
        index = np.clip(index, 0, np.array(grid.shape) - 1)
        weight = np.maximum(excess[index[..., 0], index[..., 1], index[..., 2]], 0.0)
        weight = weight.astype(np.float64) + 1e-12
        places = (weight[..., None] * ball).sum(axis=1) / weight.sum(axis=1)[:, None]
    return places


# --- the circle ----------------------------------------------------------------------------------


@dataclass(frozen=True, eq=False)
class _Circle:
    centre_mm: FloatArray
    axes: FloatArray
    """Rows: towards a corner, across it in the plane, the normal"""


def _corners(circle: _Circle) -> FloatArray:
    """LPS of the six, (6, 3)."""
    return circle.centre_mm + on_circle(np.arange(6.0)) @ circle.axes[:2]


def _circle(spots: FloatArray, excess: FloatArray) -> _Circle | None:
    """The hexagon with the brightest corners; None where no three spots fit one."""
    if len(spots) < FEWEST_SPOTS:
        return None
    apart = spatial.distance.squareform(spatial.distance.pdist(spots))
    lengths = CIRCLE_RADIUS_MM * np.array([1.0, np.sqrt(3.0), 2.0])
    fits = (np.abs(apart[..., None] - lengths) < SAME_LENGTH_MM).any(axis=-1)
    best: tuple[float, _Circle] | None = None
    template = np.pad(on_circle(np.arange(6.0)), ((0, 0), (0, 1)))
    for three in combinations(range(len(spots)), 3):
        if not all(fits[a, b] for a, b in combinations(three, 2)):
            continue
        for corners in (
            (0, 1, 2),
            (1, 0, 2),
            (0, 2, 1),
            (0, 2, 4),
            (0, 1, 3),
            (0, 3, 1),
            (1, 0, 3),
            (1, 3, 0),
            (3, 0, 1),
            (3, 1, 0),
        ):
            circle, error = _laid(template[list(corners)], spots[list(three)])
            if error > SAME_LENGTH_MM / 2:
                continue
            distance = spatial.distance.cdist(_corners(circle), spots)
            nearest = distance.argmin(axis=1)
            matched = distance[np.arange(6), nearest] < NEAR_MM
            if matched.sum() < FEWEST_SPOTS:
                continue
            score = float(excess[nearest[matched]].sum())
            if best is None or score > best[0] * (1 + 1e-9):
                refined, _ = _laid(template[matched], spots[nearest[matched]])
                best = score, refined
            break
    return None if best is None else best[1]


def _laid(
    template: FloatArray, places: FloatArray, weights: FloatArray | None = None
) -> tuple[_Circle, float]:
    """The circle whose corners `template` (n, 3) lie on `places` (n, 3), and the error, mm.

    W. Kabsch, Acta Cryst. A32 (1976) 922.
    """
    share = np.ones(len(places)) if weights is None else weights
    share = (share / share.sum())[:, None]
    middle, middle_mm = (share * template).sum(axis=0), (share * places).sum(axis=0)
    left, _, right = np.linalg.svd((template - middle).T @ (share * (places - middle_mm)))
    sign = np.sign(np.linalg.det(left @ right))
    turn = left @ np.diag([1.0, 1.0, sign]) @ right
    laid = (template - middle) @ turn + middle_mm
    error = float(np.sqrt(((laid - places) ** 2).sum(axis=1).mean()))
    return _Circle(middle_mm - middle @ turn, turn), error


def _levelled(
    circle: _Circle, template: FloatArray, places: FloatArray, weights: FloatArray, grid: Geometry
) -> _Circle:
    """The circle again, with what is known before: people level a phantom.

    `weights` are inverse variances of the `places`, 1/mm².
    """
    directions = (grid.affine[:3, :3] / np.linalg.norm(grid.affine[:3, :3], axis=0)).T
    cosines = directions @ circle.axes[2]
    level = directions[np.abs(cosines).argmax()]
    if np.abs(cosines).max() < np.cos(np.deg2rad(MOST_LEVEL_DEG)):
        return circle
    whole = np.pad(on_circle(np.arange(6.0)), ((0, 0), (0, 1)))
    corners = _corners(circle)
    flat = corners - np.outer((corners - circle.centre_mm) @ level, level)
    expected = np.full(6, 1 / (CIRCLE_RADIUS_MM * np.tan(np.deg2rad(USUAL_TILT_DEG))) ** 2)
    return _laid(
        np.concatenate([template, whole]),
        np.concatenate([places, flat]),
        np.concatenate([weights, expected]),
    )[0]


def _is_between_warm(smooth: Image, grid: Geometry, circle: _Circle, background: float) -> bool:
    """Whether there is background on the circle, half way between most of its corners."""
    between = circle.centre_mm + on_circle(np.arange(6.0) + 0.5) @ circle.axes[:2]
    values = ndimage.map_coordinates(smooth, grid.to_index(between).T, order=1, mode="nearest")
    return int((np.abs(values / background - 1) < BETWEEN_TOLERANCE).sum()) >= 4


def _refuse_cut(centres: FloatArray, diameters_mm: FloatArray, volume: Volume, label: str) -> None:
    """Spheres must be wholly in the stored part of the image."""
    index = volume.geometry.to_index(centres)
    room = diameters_mm[:, None] / 2 / np.array(volume.spacing_mm)
    stored = np.flatnonzero(~volume.missing)
    low = np.array([stored[0], 0, 0]) - 0.5
    high = np.array([stored[-1], volume.shape[1] - 1, volume.shape[2] - 1]) + 0.5
    lost = int(((index - room < low) | (index + room > high)).any(axis=1).sum())
    if lost:
        raise StationError(
            f"{label}: the phantom is cut; {lost} of its six spheres "
            f"{'is' if lost == 1 else 'are'} not wholly in the image. Export all slices of the "
            "scan, or scan the whole phantom."
        )


def _refuse_cold(
    corners: FloatArray,
    smooth: Image,
    inside: Inside,
    grid: Geometry,
    background: float,
    label: str,
) -> None:
    values = ndimage.map_coordinates(smooth, grid.to_index(corners).T, order=1, mode="nearest")
    spread = float(np.median(np.abs(smooth[inside] - background))) / MAD_PER_SD
    limit = min(COLD_SHARE * background, background - COLD_SD * spread)
    cold = int((values < limit).sum())
    if cold:
        raise StationError(
            f"{label}: {cold} of the six spheres {'is' if cold == 1 else 'are'} cold. Recoveries "
            "by EARL and contrast by NEMA NU 2-2018 need activity in all six. Fill them all."
        )


# --- which sphere is which -----------------------------------------------------------------------


@dataclass(frozen=True, eq=False)
class _Around:
    """The voxels around a corner: LPS (n, 3) and values above the background (n,)."""

    places: FloatArray
    values: FloatArray

    def distance(self, centre: FloatArray) -> FloatArray:
        return np.linalg.norm(self.places - centre, axis=1)


def around(
    volume: Volume, centre_mm: FloatArray, radius_mm: float
) -> tuple[FloatArray, FloatArray]:
    """LPS (n, 3) and values (n,) of the stored voxels whose centre is in a ball."""
    reach = radius_mm / np.array(volume.spacing_mm) + 1
    # A grid may be skew to the patient, but its axes are perpendicular to each other.
    at = volume.geometry.to_index(centre_mm)
    low = np.maximum(np.floor(at - reach), 0).astype(int)
    high = np.minimum(np.ceil(at + reach) + 1, volume.shape).astype(int)
    box = tuple(slice(a, b) for a, b in zip(low, high, strict=True))
    corner: NDArray[np.intp] = low
    index = np.argwhere(np.ones(high - low, np.bool_)) + corner
    places = volume.geometry.to_patient(index)
    values = volume.voxels[box].reshape(-1).astype(np.float64)
    kept = (np.linalg.norm(places - centre_mm, axis=1) <= radius_mm) & np.isfinite(values)
    return places[kept], values[kept]


def _identified(
    volume: Volume,
    corners: FloatArray,
    background: float,
    inside: Inside,
    grid: Geometry,
    label: str,
) -> FoundPhantom:
    parts = [_Around(*around(volume, corner, FIT_RADIUS_MM)) for corner in corners]
    level = float(
        np.median(np.concatenate([_shell(part, c) for part, c in zip(parts, corners, strict=True)]))
    )
    parts = [_Around(part.places, part.values - level) for part in parts]
    sums = [float(part.values.sum()) for part in parts]
    first = int(np.argmax(sums))
    _, amplitude, fwhm_mm, explained = _fitted(parts[first], corners[first], DIAMETERS_MM[0] / 2)
    if explained < EXPLAINED or amplitude < LEAST_CONTRAST * level:
        raise StationError(
            f"{label}: spots on a circle were found, but the brightest does not look like a sphere "
            f"of {DIAMETERS_MM[0]:g} mm in warm water. Choose a scan of the NEMA image-quality "
            "phantom with hot spheres."
        )
    diameters = _assigned(parts, corners, amplitude, fwhm_mm)
    noise = float(
        np.std(np.concatenate([_shell(p, c) for p, c in zip(parts, corners, strict=True)]))
    )
    # Centres: each by its own fit, and where that is uncertain, by the circle of the certain ones.
    own: list[FloatArray] = []
    cnrs: list[float] = []
    for part, corner, diameter in zip(parts, corners, diameters, strict=True):
        place, height = _placed(part, corner, diameter / 2, fwhm_mm)
        own.append(place)
        cnrs.append(height * amplitude_share(diameter / 2, fwhm_mm) / max(noise, 1e-12 * level))
    places = np.array(own)
    # A larger sphere has more edge to be placed by.
    strength = np.maximum(np.array(cnrs), 0.0) * (1 + np.array(diameters) / fwhm_mm)
    template = np.pad(on_circle(np.arange(6.0)), ((0, 0), (0, 1)))
    used = np.array(cnrs) >= VISIBLE_CNR
    if used.sum() < FEWEST_SPOTS:
        raise StationError(
            f"{label}: fewer than {FEWEST_SPOTS} spheres stand out of the noise. Scan longer, or "
            "with more activity in the spheres."
        )
    weights = (strength[used] * FWHM_PER_SIGMA / fwhm_mm) ** 2
    circle, _ = _laid(template[used], places[used], weights)
    circle = _levelled(circle, template[used], places[used], weights, grid)
    ideal = _corners(circle)
    certain = (strength >= FIT_STRENGTH) & (np.linalg.norm(places - ideal, axis=1) < ASTRAY_MM)
    places = np.where(certain[:, None], places, ideal)
    spheres = [
        FoundSphere(diameter, (float(x), float(y), float(z)), cnr >= VISIBLE_CNR, cnr)
        for diameter, (x, y, z), cnr in zip(diameters, places, cnrs, strict=True)
    ]
    spheres.sort(key=lambda sphere: -sphere.diameter_mm)
    _refuse_cut(np.array([s.centre_mm for s in spheres]), np.array(DIAMETERS_MM), volume, label)
    return FoundPhantom(
        tuple(spheres),
        circle.centre_mm,
        circle.axes,
        level,
        inside,
        grid,
        amplitude / level,
        fwhm_mm,
    )


SHELL_MM = (23.0, 26.0)
"""From a corner: background around the largest sphere, too"""


def _shell(part: _Around, corner: FloatArray) -> FloatArray:
    distance = part.distance(corner)
    return part.values[distance > SHELL_MM[0]]


def amplitude_share(radius_mm: float, fwhm_mm: float) -> float:
    """Height of a sphere's profile in its centre."""
    return float(profile(np.zeros(1), radius_mm, fwhm_mm)[0])


FWHM_MM = (2.0, 18.0)


def _fitted(
    part: _Around, corner: FloatArray, radius_mm: float
) -> tuple[FloatArray, float, float, float]:
    """(centre, activity above background, FWHM, explained part of the variance) of one sphere."""

    def profile_at(values: FloatArray) -> FloatArray:
        return profile(part.distance(corner + values[:3]), radius_mm, float(values[3]))

    def error(values: FloatArray) -> FloatArray:
        seen = profile_at(values)
        height = float(seen @ part.values / (seen @ seen))
        return part.values - height * seen

    limits = ([-ASTRAY_MM] * 3 + [FWHM_MM[0]], [ASTRAY_MM] * 3 + [FWHM_MM[1]])
    fit = optimize.least_squares(error, [0.0, 0.0, 0.0, 7.0], bounds=limits)
    seen = profile_at(fit.x)
    height = float(seen @ part.values / (seen @ seen))
    explained = 1 - float((error(fit.x) ** 2).sum() / (part.values**2).sum())
    return corner + fit.x[:3], height, float(fit.x[3]), explained


def _placed(
    part: _Around, corner: FloatArray, radius_mm: float, fwhm_mm: float
) -> tuple[FloatArray, float]:
    """(centre, activity above background) of a sphere of known size."""
    near = part.distance(corner) < radius_mm + fwhm_mm + ASTRAY_MM
    places, values = part.places[near], part.values[near]

    def seen_from(offset: FloatArray) -> FloatArray:
        return profile(np.linalg.norm(places - corner - offset, axis=1), radius_mm, fwhm_mm)

    def error(offset: FloatArray) -> FloatArray:
        seen = seen_from(offset)
        return values - float(seen @ values / (seen @ seen)) * seen

    fit = optimize.least_squares(error, np.zeros(3), bounds=([-ASTRAY_MM] * 3, [ASTRAY_MM] * 3))
    seen = seen_from(fit.x)
    return corner + fit.x, float(seen @ values / (seen @ seen))


def _assigned(
    parts: list[_Around], corners: FloatArray, amplitude: float, fwhm_mm: float
) -> list[float]:
    """The diameter of the sphere at each corner."""
    cost = np.empty((6, 6))
    for corner, part in enumerate(parts):
        centre = _placed(part, corners[corner], DIAMETERS_MM[3] / 2, fwhm_mm)[0]
        for size, diameter in enumerate(DIAMETERS_MM):
            seen = amplitude * profile(part.distance(centre), diameter / 2, fwhm_mm)
            cost[corner, size] = ((part.values - seen) ** 2).mean()
    _, free = optimize.linear_sum_assignment(cost)
    orders = [np.roll(np.arange(6)[::way], shift) for way in (1, -1) for shift in range(6)]
    known = min(orders, key=lambda order: cost[np.arange(6), order].sum())
    everywhere = np.arange(6)
    seen = amplitude * profile(parts[0].distance(corners[0]), DIAMETERS_MM[4] / 2, fwhm_mm)
    allowed = ORDER_COST * float((seen**2).mean())
    loses = cost[everywhere, known].sum() - cost[everywhere, free].sum()
    return [DIAMETERS_MM[size] for size in (known if loses <= allowed else free)]
