"""What an image recovers of the phantom's spheres: NEMA NU 2 and EARL.

NEMA NU 2-2018, section 7: in the plane of the spheres and 10 and 20 mm on either side of it twelve
discs of each sphere's size lie in the background. EARL (EANM Research Ltd): recovery is a sphere's
maximum, peak or mean inside its 50 % contour over what is true, the background times the ratio of
the activities; R. Boellaard et al., Eur. J. Nucl. Med. Mol. Imaging 42 (2015) 328, and A. Kaalep et
al., Eur. J. Nucl. Med. Mol. Imaging 45 (2018) 1344, for the bands of EARL 1 and 2.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from math import pi
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage as untyped_ndimage
from scipy import spatial as untyped_spatial

from station.errors import StationError
from station.pet.filters import FWHM_LIMITS_MM, gaussian
from station.pet.phantom.finding import FoundPhantom, FoundSphere, around, find_phantom
from station.pet.phantom.spheres import DIAMETERS_MM
from station.pet.voi import Sphere, measure
from station.pet.volume import FloatArray, Volume
from station.progress import Report, silent

ndimage: Any = untyped_ndimage  # its own types are incomplete
spatial: Any = untyped_spatial


class Earl(IntEnum):
    """The two sets of bands; the second is for scanners with resolution modelling."""

    ONE = 1
    TWO = 2


Band = tuple[float, float]

MAX_BANDS: Mapping[Earl, Mapping[float, Band]] = {
    Earl.ONE: dict(
        zip(
            DIAMETERS_MM,
            ((0.95, 1.16), (0.91, 1.13), (0.83, 1.09), (0.73, 1.01), (0.59, 0.85), (0.34, 0.57)),
            strict=True,
        )
    ),
    Earl.TWO: dict(
        zip(
            DIAMETERS_MM,
            ((1.05, 1.29), (1.01, 1.26), (1.01, 1.32), (1.00, 1.38), (0.85, 1.22), (0.52, 0.88)),
            strict=True,
        )
    ),
}
MEAN_BANDS: Mapping[Earl, Mapping[float, Band]] = {
    Earl.ONE: dict(
        zip(
            DIAMETERS_MM,
            ((0.76, 0.89), (0.72, 0.85), (0.63, 0.78), (0.57, 0.73), (0.44, 0.60), (0.27, 0.43)),
            strict=True,
        )
    ),
    Earl.TWO: dict(
        zip(
            DIAMETERS_MM,
            ((0.85, 1.00), (0.82, 0.97), (0.80, 0.99), (0.76, 0.97), (0.63, 0.86), (0.39, 0.61)),
            strict=True,
        )
    ),
}
"""Of the mean inside the 50 % contour (A50)"""

A50_SHARE = 0.5
"""Of the way from background to maximum"""
BLUR_MM = 8.0
"""A sphere is not seen farther than this beyond its wall"""

RATIOS = (1.5, 100.0)
"""Of sphere and background; EARL and NEMA fill about 10 and 4 to 8"""
SAME_RATIO = 0.15
"""A ratio that differs from that of the largest sphere by more than this is doubtful: its plateau
is right to about a tenth in any reconstruction"""

DISCS = 12
PLANES_MM = (-20.0, -10.0, 0.0, 10.0, 20.0)
"""Along the normal of the spheres' plane"""
MARGINS_MM = ((15.0, 12.0), (12.0, 10.0), (10.0, 8.0), (8.0, 6.0), (6.0, 4.0))
"""(from disc to the water's edge, to a sphere's wall), the first that leaves room for all discs.
NEMA: 15 mm from the edge"""
APART_MM = 24.0
"""Between the discs' centres: they may overlap by a third"""
FIELD_MM = 180.0
"""No part of the phantom is farther from the middle"""
SAMPLE_MM = 0.5
"""A disc's mean is that of the voxels at points this far apart: partial voxels count in part"""
TILT_DEG = 5.0
"""A plane of the spheres that is tilted more against the slices is reported"""
HARMONISED_STEP_MM = 0.5
HARMONISED_MOST_MM = 15.0


@dataclass(frozen=True)
class SphereFigures:
    diameter_mm: float
    centre_mm: tuple[float, float, float]
    """LPS"""
    rc_max: float
    rc_mean: float
    """Of the mean inside the 50 % contour"""
    rc_peak: float
    contrast_recovery_percent: float
    """NEMA NU 2"""
    variability_percent: float
    """NEMA NU 2: standard deviation over the background's discs of this sphere's size"""
    max_in_band: bool
    mean_in_band: bool
    visible: bool


@dataclass(frozen=True)
class Harmonised:
    """After the narrowest Gaussian with which all spheres are in their bands."""

    fwhm_mm: float
    """0: none is needed"""
    spheres: tuple[SphereFigures, ...]
    compliant: bool
    """False: no filter does it; this is the nearest"""


@dataclass(frozen=True)
class PhantomFigures:
    ratio: float
    ratio_given: bool
    """False: taken from the largest sphere of this very image"""
    earl: Earl
    spheres: tuple[SphereFigures, ...]
    """Largest first"""
    background: float
    """Mean of all discs of 37 mm, in the image's unit"""
    variability_percent: float
    """Of the discs of 37 mm"""
    fwhm_mm: float
    """Of the Gaussian through which the largest sphere looks as it does"""
    warnings: tuple[str, ...]

    @property
    def compliant(self) -> bool:
        return all(sphere.max_in_band and sphere.mean_in_band for sphere in self.spheres)


def examine_phantom(
    volume: Volume, label: str, earl: Earl = Earl.TWO, ratio: float | None = None
) -> tuple[PhantomFigures, FoundPhantom]:
    """The figures of an image of the phantom, and where its spheres were found.

    `label` names the image in sentences; `ratio` of the activities in spheres and background, None:
    as the largest sphere has it. Raises StationError where there is no whole phantom, or the ratio
    cannot be one.
    """
    if ratio is not None and not RATIOS[0] <= ratio <= RATIOS[1]:
        raise StationError(
            f"A ratio of {ratio:g} between spheres and background is not possible. Give the "
            f"activity concentration of the spheres over that of the background, {RATIOS[0]:g} to "
            f"{RATIOS[1]:g}, such as 10."
        )
    found = find_phantom(volume, label)
    warnings: list[str] = []
    figures = _figures(volume, found, _discs(found, volume, label, warnings), earl, ratio, warnings)
    return figures, found


def harmonised(
    volume: Volume,
    found: FoundPhantom,
    figures: PhantomFigures,
    report: Report = silent,
) -> Harmonised:
    """The filter that brings an image's recoveries into the bands, and what they are then.

    M. C. Kelly, M. E. Casey, EJNMMI Res. 1 (2011) 25: EQ·PET. The spheres are cut out first: each
    is filtered with its surroundings only.
    """
    if figures.compliant:
        return Harmonised(0.0, figures.spheres, compliant=True)
    tried: list[tuple[float, float, tuple[SphereFigures, ...]]] = []
    widths = np.arange(HARMONISED_STEP_MM, HARMONISED_MOST_MM + 1e-9, HARMONISED_STEP_MM)
    part = _cut_out(volume, found)
    tried.append((_misses(figures.spheres, figures.earl), 0.0, figures.spheres))
    for number, width in enumerate(widths):
        report(number / len(widths), "Looking for the filter of the bands")
        if width < FWHM_LIMITS_MM[0]:
            continue
        spheres = _recoveries(gaussian(part, float(width)), found, figures)
        tried.append((_misses(spheres, figures.earl), float(width), spheres))
        if tried[-1][0] == 0:
            break
    missed, width, spheres = min(tried, key=lambda one: (one[0], one[1]))
    return Harmonised(width, spheres, compliant=missed == 0)


def _cut_out(volume: Volume, found: FoundPhantom) -> Volume:
    """The part of an image around the spheres."""
    index = volume.geometry.to_index([sphere.centre_mm for sphere in found.spheres])
    reach = (DIAMETERS_MM[0] / 2 + 2 * HARMONISED_MOST_MM) / np.array(volume.spacing_mm)
    low = np.maximum(np.floor(index.min(axis=0) - reach), 0).astype(int)
    high = np.minimum(np.ceil(index.max(axis=0) + reach) + 1, volume.shape).astype(int)
    affine = volume.affine.copy()
    affine[:3, 3] = volume.geometry.to_patient(low)
    box = tuple(slice(a, b) for a, b in zip(low, high, strict=True))
    voxels = np.ascontiguousarray(volume.voxels[box], np.float32)
    slices, rows, columns = voxels.shape
    geometry = replace(volume.geometry, shape=(slices, rows, columns), affine=affine)
    return Volume(voxels, geometry, volume.unit, volume.provenance)


def _misses(spheres: Sequence[SphereFigures], earl: Earl) -> float:
    """How far recoveries are outside their bands, summed; 0: all are inside."""
    total = 0.0
    for sphere in spheres:
        for value, bands in ((sphere.rc_max, MAX_BANDS), (sphere.rc_mean, MEAN_BANDS)):
            low, high = bands[earl][sphere.diameter_mm]
            total += max(low - value, value - high, 0.0) / (high - low)
    return total


def _recoveries(
    volume: Volume, found: FoundPhantom, figures: PhantomFigures
) -> tuple[SphereFigures, ...]:
    """The spheres' figures in a filtered image, EARL's only; NEMA's stay."""
    true = figures.background * figures.ratio
    spheres: list[SphereFigures] = []
    for before, place in zip(figures.spheres, found.spheres, strict=True):
        maximum, mean, peak = _sphere_values(volume, place, figures.background)
        recovered = _judged(before, maximum / true, mean / true, peak / true, figures.earl)
        spheres.append(recovered)
    return tuple(spheres)


def _judged(
    sphere: SphereFigures, rc_max: float, rc_mean: float, rc_peak: float, earl: Earl
) -> SphereFigures:
    low_max, high_max = MAX_BANDS[earl][sphere.diameter_mm]
    low_mean, high_mean = MEAN_BANDS[earl][sphere.diameter_mm]
    return replace(
        sphere,
        rc_max=rc_max,
        rc_mean=rc_mean,
        rc_peak=rc_peak,
        max_in_band=low_max <= rc_max <= high_max,
        mean_in_band=low_mean <= rc_mean <= high_mean,
    )


# --- the spheres ---------------------------------------------------------------------------------


def _sphere_values(
    volume: Volume, sphere: FoundSphere, background: float
) -> tuple[float, float, float]:
    """(maximum, mean inside the 50 % contour, peak) of a sphere, in the image's unit."""
    radius_mm = sphere.diameter_mm / 2
    # The voxel that holds the wall counts: its centre may be outside.
    inside_mm = radius_mm + min(volume.spacing_mm) / 2
    volume_ml = 4 / 3 * pi * inside_mm**3 / 1000
    measured = measure(volume, Sphere(sphere.centre_mm, volume_ml))
    threshold = background + A50_SHARE * (measured.maximum - background)
    places, values = around(volume, np.array(sphere.centre_mm), radius_mm + BLUR_MM)
    core = values >= threshold
    near = np.linalg.norm(places - np.array(sphere.centre_mm), axis=1) <= inside_mm
    hottest = int(np.where(near, values, -np.inf).argmax())
    mean = float(values[_joined(volume, places, core, hottest)].mean())
    return measured.maximum, mean, measured.peak


def _joined(
    volume: Volume, places: FloatArray, core: NDArray[np.bool_], hottest: int
) -> NDArray[np.bool_]:
    """Those of the places (n, 3) that are in the core and connected to the hottest one, (n,)."""
    index = np.rint(volume.geometry.to_index(places)).astype(np.intp)
    index -= index.min(axis=0)
    box = np.zeros(index.max(axis=0) + 1, np.bool_)
    box[index[:, 0], index[:, 1], index[:, 2]] = core
    parts: NDArray[np.int32] = ndimage.label(box, np.ones((3, 3, 3)))[0]
    of_place = parts[index[:, 0], index[:, 1], index[:, 2]]
    return core & (of_place == of_place[hottest])


def _figures(
    volume: Volume,
    found: FoundPhantom,
    discs: FloatArray,
    earl: Earl,
    ratio: float | None,
    warnings: list[str],
) -> PhantomFigures:
    by_size = {size: _disc_means(volume, discs, found.axes, size) for size in DIAMETERS_MM}
    background = float(by_size[DIAMETERS_MM[0]].mean())
    seen = _seen_ratio(found, background)
    true_ratio = seen if ratio is None else ratio
    if ratio is None:
        warnings.append(
            f"The header does not say how much more activity the spheres hold than the background; "
            f"{seen:.2f} was taken from the {DIAMETERS_MM[0]:g} mm sphere of this image, whose "
            "recovery is 1 by that. Give the true one with --ratio."
        )
    elif abs(seen / ratio - 1) > SAME_RATIO:
        warnings.append(
            f"The ratio of {ratio:g} does not fit the image: its {DIAMETERS_MM[0]:g} mm sphere has "
            f"{seen:.2f}. Check both activities, their times and --ratio."
        )
    true = background * true_ratio
    spheres: list[SphereFigures] = []
    for place in found.spheres:
        maximum, mean, peak = _sphere_values(volume, place, background)
        around_it = by_size[place.diameter_mm]
        disc = float(
            _disc_means(volume, np.array([place.centre_mm]), found.axes, place.diameter_mm)[0]
        )
        contrast = (disc / around_it.mean() - 1) / (true_ratio - 1)
        unjudged = SphereFigures(
            diameter_mm=place.diameter_mm,
            centre_mm=place.centre_mm,
            rc_max=0.0,
            rc_mean=0.0,
            rc_peak=0.0,
            contrast_recovery_percent=100 * contrast,
            variability_percent=100 * float(around_it.std(ddof=1) / around_it.mean()),
            max_in_band=False,
            mean_in_band=False,
            visible=place.visible,
        )
        spheres.append(_judged(unjudged, maximum / true, mean / true, peak / true, earl))
    faint = [f"{sphere.diameter_mm:g}" for sphere in found.spheres if not sphere.visible]
    if faint:
        warnings.append(
            f"The sphere{'s' * (len(faint) > 1)} of {' and '.join(faint)} mm "
            f"{'do' if len(faint) > 1 else 'does'} not stand out of the noise; the figures are of "
            "the noise where it must be. Scan longer."
        )
    if found.tilt_deg > TILT_DEG:
        warnings.append(
            f"The plane of the spheres is tilted by {found.tilt_deg:.0f}° against the slices; the "
            "background's discs lie in the tilted plane. Level the phantom for a test by NEMA NU 2."
        )
    return PhantomFigures(
        ratio=true_ratio,
        ratio_given=ratio is not None,
        earl=earl,
        spheres=tuple(spheres),
        background=background,
        variability_percent=100 * float(by_size[DIAMETERS_MM[0]].std(ddof=1)) / background,
        fwhm_mm=found.fwhm_mm,
        warnings=tuple(warnings),
    )


def _seen_ratio(found: FoundPhantom, background: float) -> float:
    """The activity of the largest sphere over that of the background, as its profile is fitted."""
    level = found.background * (1 + found.contrast)
    return level / background


# --- the background ------------------------------------------------------------------------------


def _discs(found: FoundPhantom, volume: Volume, label: str, warnings: list[str]) -> FloatArray:
    """Centres of the background's discs in all planes, LPS (n, 3).

    Raises StationError where there is no room for them in the water.
    """
    planes = [plane for plane in PLANES_MM if _is_stored(found, volume, plane)]
    if len(planes) < len(PLANES_MM):
        missing = ", ".join(f"{plane:+g} mm" for plane in PLANES_MM if plane not in planes)
        warnings.append(
            f"The scan ends before the background's planes at {missing} from the spheres; the "
            f"others alone were measured ({DISCS * len(planes)} discs of {DISCS * len(PLANES_MM)})."
        )
    line = np.arange(-FIELD_MM, FIELD_MM + 1, 4.0)
    flat = np.stack(np.meshgrid(line, line, indexing="ij"), axis=-1).reshape(-1, 2)
    edge_mm = _to_edge_mm(found)
    depth = np.full(len(flat), np.inf)
    for plane in planes:
        places = found.centre_mm + flat @ found.axes[:2] + plane * found.axes[2]
        index = found.grid.to_index(places).T
        depth = np.minimum(depth, ndimage.map_coordinates(edge_mm, index, order=1, mode="nearest"))
    in_plane = (np.array([s.centre_mm for s in found.spheres]) - found.centre_mm) @ found.axes[:2].T
    radii = np.array([sphere.diameter_mm / 2 for sphere in found.spheres])
    to_wall = (spatial.distance.cdist(flat, in_plane) - radii).min(axis=1)
    radius = DIAMETERS_MM[0] / 2
    for to_edge_mm, to_sphere_mm in MARGINS_MM:
        allowed = flat[(depth >= radius + to_edge_mm) & (to_wall >= radius + to_sphere_mm)]
        chosen = _spread(allowed)
        if chosen is not None:
            at = [
                found.centre_mm + chosen @ found.axes[:2] + plane * found.axes[2]
                for plane in planes
            ]
            return np.concatenate(at)
    raise StationError(
        f"{label}: there is no room for the {DISCS} discs of the background in the warm water "
        "around the spheres: the phantom is cut, or it is another one. Choose a scan of the whole "
        "NEMA image-quality phantom."
    )


def _is_stored(found: FoundPhantom, volume: Volume, plane_mm: float) -> bool:
    """Whether the image holds a plane parallel to that of the spheres, as far as they reach."""
    centres = np.array([sphere.centre_mm for sphere in found.spheres])
    index = np.rint(volume.geometry.to_index(centres + plane_mm * found.axes[2])).astype(int)
    if (index < 0).any() or (index >= volume.shape).any():
        return False
    return not bool(volume.missing[index[:, 0]].any())


def _to_edge_mm(found: FoundPhantom) -> FloatArray:
    """Distance of each voxel of the search grid from where the warm water ends.

    Where the image ends is an edge, too, but for the two ends along the phantom: the water goes on.
    """
    directions = found.grid.affine[:3, :3] / np.linalg.norm(found.grid.affine[:3, :3], axis=0)
    along = int(np.abs(directions.T @ found.axes[2]).argmax())
    padding = [(0, 0) if axis == along else (1, 1) for axis in range(3)]
    edge_mm = ndimage.distance_transform_edt(
        np.pad(found.inside, padding), sampling=found.grid.spacing_mm
    )
    inner = tuple(slice(None) if axis == along else slice(1, -1) for axis in range(3))
    return edge_mm[inner]


def _spread(places: FloatArray) -> FloatArray | None:
    """DISCS of the places (n, 2), as far apart as they can be; None: too near to each other."""
    if len(places) < DISCS:
        return None
    chosen = [int(np.linalg.norm(places, axis=1).argmax())]
    nearest = np.linalg.norm(places - places[chosen[0]], axis=1)
    while len(chosen) < DISCS:
        following = int(nearest.argmax())
        if nearest[following] < APART_MM:
            return None
        chosen.append(following)
        nearest = np.minimum(nearest, np.linalg.norm(places - places[following], axis=1))
    return places[chosen]


def _disc_means(
    volume: Volume, centres: FloatArray, axes: FloatArray, diameter_mm: float
) -> FloatArray:
    """Mean of each disc parallel to the spheres' plane, about LPS `centres` (n, 3)."""
    line = np.arange(-diameter_mm / 2, diameter_mm / 2 + 1e-9, SAMPLE_MM)
    flat = np.stack(np.meshgrid(line, line, indexing="ij"), axis=-1).reshape(-1, 2)
    flat = flat[np.linalg.norm(flat, axis=1) <= diameter_mm / 2]
    places = centres[:, None] + (flat @ axes[:2])[None]
    index = np.rint(volume.geometry.to_index(places)).astype(int)
    index = np.clip(index, 0, np.array(volume.shape) - 1)
    values = volume.voxels[index[..., 0], index[..., 1], index[..., 2]]
    return np.nanmean(values.astype(np.float64), axis=1)
