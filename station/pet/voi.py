"""Volumes of interest in patient mm, independent of any grid, and what they measure.

The rules, the same for every VOI and every image:

- **Mean, SD and volume** of a sphere weight each voxel by the fraction of it in the sphere, so
  that 0.5 mL averages 0.5 mL on any grid. In a mask or an isocontour each voxel counts whole. The
  SD is that of the voxels themselves (divided by N, not by N - 1).
- **Maximum, minimum, voxels** are of the voxels whose centre is inside.
- **Peak** is the mean of a 1 mL sphere: of all voxels, in the VOI or not, whose centre is within
  6.20 mm of the sphere's centre, each taken whole. The centre is a voxel centre inside the VOI:
  the one that gives the highest mean (PeakRule.GLOBAL), or that of the hottest voxel; if several
  are hottest, the one of them with the highest mean (PeakRule.LOCAL). This is the definition of
  the Image Biomarker Standardisation Initiative, reference manual, "Local intensity features";
  with fractional voxels its digital phantom would give 2.9 instead of 3.1.

Outside the image, and where nothing was stored, there is nothing to average: such voxels are left
out, and a warning says what fraction of the VOI they are.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray

from station.errors import StationError
from station.pet.volume import GRID_TOLERANCE_MM, FloatArray, Geometry, Unit, Volume

if TYPE_CHECKING:
    from station.pet.statistics import Statistics

Point = tuple[float, float, float]
"""LPS mm"""

REFERENCE_VOLUME_ML = 0.5
LIVER_VOLUME_ML = 3.0
SUVPEAK_VOLUME_ML = 1.0  # PERCIST 1.0

LEVEL_TOLERANCE = 1e-6
"""Relative: a voxel this close below the level of an isocontour reaches it"""

SEED_REACH_MM = 4.0
"""Two reconstructions of a scan have their hottest voxel of a lesion no farther apart"""

PERCIST_LIVER_FACTOR = 1.5
PERCIST_LIVER_SDS = 2.0


def sphere_radius_mm(volume_ml: float) -> float:
    """Radius of a sphere of that volume: 4.92 mm for 0.5 mL, 6.20 for 1 mL, 8.95 for 3 mL."""
    return float(np.cbrt(volume_ml * 1000 * 3 / (4 * np.pi)))


SUVPEAK_RADIUS_MM = sphere_radius_mm(SUVPEAK_VOLUME_ML)


@dataclass(frozen=True)
class Sphere:
    centre_mm: Point
    volume_ml: float

    def __post_init__(self) -> None:
        if not (np.isfinite((*self.centre_mm, self.volume_ml)).all() and self.volume_ml > 0):
            raise ValueError(
                "a sphere needs a finite centre and a volume above 0 mL, "
                f"not {self.volume_ml} mL at {self.centre_mm}"
            )

    @cached_property
    def radius_mm(self) -> float:
        return sphere_radius_mm(self.volume_ml)


@dataclass(frozen=True, eq=False)
class Region:
    """Some voxels of one grid: a box of it, and which of its voxels they are."""

    first: tuple[int, int, int]
    """(slice, row, column) of the box's first voxel in the grid"""
    inside: NDArray[np.bool_]
    """(slices, rows, columns) of the box"""

    @property
    def box(self) -> tuple[slice, slice, slice]:
        """Cuts the box out of an array of the grid: `volume.voxels[region.box]`."""
        s, r, c = (
            slice(low, low + size) for low, size in zip(self.first, self.inside.shape, strict=True)
        )
        return s, r, c

    def mask(self, geometry: Geometry, source: str = "") -> "Mask":
        """The region as a mask of the whole grid it belongs to."""
        inside = np.zeros(geometry.shape, np.bool_)
        inside[self.box] = self.inside
        return Mask(inside, geometry, source)


@dataclass(frozen=True, eq=False)
class Mask:
    """Voxels of a grid of its own: from NIfTI, DICOM SEG or RTSTRUCT."""

    inside: NDArray[np.bool_]
    """(slices, rows, columns), read-only"""
    geometry: Geometry
    source: str = ""
    """What it was read from, shown to people"""
    warnings: tuple[str, ...] = ()
    """What was left out or assumed when it was read; part of each measurement with it"""

    def __post_init__(self) -> None:
        if self.inside.shape != self.geometry.shape:
            raise ValueError(f"mask {self.inside.shape} does not fit grid {self.geometry.shape}")
        inside = np.ascontiguousarray(self.inside, dtype=np.bool_)
        inside.flags.writeable = False
        object.__setattr__(self, "inside", inside)

    @cached_property
    def region(self) -> Region:
        """The mask in the smallest box that holds it."""
        slices = np.flatnonzero(self.inside.any(axis=(1, 2)))
        if len(slices) == 0:
            return Region((0, 0, 0), np.zeros((0, 0, 0), np.bool_))
        slab = self.inside[slices[0] : slices[-1] + 1]
        rows = np.flatnonzero(slab.any(axis=(0, 2)))
        columns = np.flatnonzero(slab.any(axis=(0, 1)))
        box = slab[:, rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
        first = (int(slices[0]), int(rows[0]), int(columns[0]))
        return Region(first, box.copy())

    @cached_property
    def centre_mm(self) -> Point | None:
        """Mean of its voxels' centres in LPS; None if it is empty."""
        indices = np.argwhere(self.region.inside)
        if not len(indices):
            return None
        return _point(self.geometry.to_patient(indices.mean(axis=0) + self.region.first))


class ThresholdRule(StrEnum):
    PERCENT_OF_MAX = "percent of SUVmax"
    FIXED = "fixed SUV"
    PERCIST_LIVER = "PERCIST liver threshold"


@dataclass(frozen=True)
class Threshold:
    """Where an isocontour runs. `value`: 0.41 for 41 % of SUVmax, or the SUV itself; for the
    PERCIST liver threshold the SUV computed from the liver VOI when the contour was grown."""

    rule: ThresholdRule
    value: float
    unit: Unit | None = None
    """Of `value`, if it is an SUV; None for a fraction of SUVmax"""


@dataclass(frozen=True)
class Isocontour:
    """The connected voxels at or above a threshold (within LEVEL_TOLERANCE), grown from the hottest
    voxel inside a sphere of interest, and limited to it. Voxels that share a face, an edge or a
    corner are connected."""

    within: Sphere
    threshold: Threshold
    seed_mm: Point | None = None
    """Grown from the hottest voxel within SEED_REACH_MM of it instead, so that a hotter neighbour
    in the sphere is not taken for the lesion; ignored where it is outside the sphere"""


Voi = Sphere | Mask | Isocontour


class PeakRule(StrEnum):
    """Where the 1 mL sphere of SUVpeak may be."""

    GLOBAL = "global"
    """Centred on the voxel inside the VOI that gives the highest mean (IBSI, PERCIST 1.0)"""
    LOCAL = "local"
    """Centred on the hottest voxel inside the VOI (IBSI)"""


@dataclass(frozen=True)
class Measurement:
    """What one VOI measures in one volume, in its unit. NaN where nothing was stored."""

    unit: Unit
    maximum: float
    peak: float
    mean: float
    sd: float
    minimum: float
    volume_ml: float
    """Actually averaged: the fractional voxels' volume inside the image"""
    voxels: int
    """Whose centre is inside"""
    hottest_mm: Point | None
    peak_mm: Point | None
    """Centre of the 1 mL sphere"""
    peak_rule: PeakRule
    warnings: tuple[str, ...] = field(default=())

    @property
    def cov(self) -> float:
        """Coefficient of variation, SD / mean."""
        return self.sd / self.mean if self.mean else float("nan")

    @property
    def tlg(self) -> float:
        """Total lesion glycolysis: SUVmean · volume in mL."""
        return self.mean * self.volume_ml


def centre_of(voi: Voi) -> Point | None:
    """The centre of a sphere, of the sphere in which an isocontour was grown, or of a mask's
    voxels, in LPS mm; None for an empty mask."""
    match voi:
        case Sphere():
            return voi.centre_mm
        case Isocontour():
            return voi.within.centre_mm
        case Mask():
            return voi.centre_mm


# --- Measuring ----------------------------------------------------------------------------------


def measure(volume: Volume, voi: Voi, peak: PeakRule = PeakRule.GLOBAL) -> Measurement:
    """What a VOI measures in a volume, by the rules at the head of this module.

    Never refuses: what cannot be measured is NaN, and a warning says why.
    """
    return _measured(volume, voi, _held(volume, voi), peak)


def measure_region(volume: Volume, region: Region, peak: PeakRule = PeakRule.GLOBAL) -> Measurement:
    """What some voxels of the volume's own grid measure, as a mask of them would."""
    return _measured(volume, region, _held_whole(region, []), peak)


def _measured(volume: Volume, voi: Voi | Region, held: "_Held", peak: PeakRule) -> Measurement:
    from station.pet.statistics import peak_runs, statistics  # numba: 0.2 s

    counted = held.inside
    if isinstance(voi, Sphere) and not counted.any():
        counted = _voxel_of_centre(volume, voi, held)
    measured = statistics(
        volume.voxels,
        held.first,
        held.weights,
        counted,
        peak_runs(volume, SUVPEAK_RADIUS_MM),
        peak is PeakRule.LOCAL,
    )
    warnings = [*held.warnings]
    if isinstance(voi, Sphere):
        warnings += _warnings_of_sphere(volume, voi, held, measured)
    if measured.missing_weight > 0:
        part = measured.missing_weight / (measured.weight + measured.missing_weight)
        warnings.append(
            f"{_percent(part)} of the VOI's voxels in the image have no value (slices that were "
            "never stored) and were left out."
        )
    if measured.peak_at >= 0 and measured.peak_part < 1:
        warnings.append(
            "The 1 mL sphere of the peak extends beyond the image or into slices that were never "
            f"stored: only {_percent(measured.peak_part)} of it was averaged."
        )
    return Measurement(
        volume.unit,
        measured.maximum,
        measured.peak,
        measured.mean,
        measured.sd,
        measured.minimum,
        measured.weight * volume.geometry.voxel_volume_ml,
        measured.voxels if counted is held.inside else 0,
        _position(volume, measured.hottest),
        _position(volume, measured.peak_at),
        peak,
        tuple(warnings),
    )


def measure_many(
    volume: Volume, vois: Iterable[Voi], peak: PeakRule = PeakRule.GLOBAL
) -> tuple[Measurement, ...]:
    """`measure` of each VOI, in their order."""
    return tuple(measure(volume, voi, peak) for voi in vois)


def inside(voi: Voi, volume: Volume) -> Region:
    """The voxels of the volume whose centre is in the VOI."""
    held = _held(volume, voi)
    return Region(_as_index(held.first), held.inside)


def on_image(voi: Voi, volume: Volume) -> Mask | None:
    """The voxels of the volume that a mask or an isocontour holds; None: a sphere is no mask."""
    return None if isinstance(voi, Sphere) else inside(voi, volume).mask(volume.geometry)


def isocontour(volume: Volume, contour: Isocontour) -> Region:
    """The voxels of the volume that an isocontour encloses: see Isocontour. May be empty."""
    return inside(contour, volume)


def snap_to_hottest(volume: Volume, sphere: Sphere) -> Sphere:
    """The sphere moved to the centre of the hottest voxel whose centre is in it.

    The same sphere if there is no such voxel.
    """
    first, held, _ = _inside_sphere(volume, sphere.centre_mm, sphere.radius_mm)
    region = Region(_as_index(first), held)
    hottest = _hottest(volume, region)
    if hottest is None:
        return sphere
    position = volume.geometry.to_patient(hottest + region.first)
    return replace(sphere, centre_mm=_point(position))


def percist_liver_threshold(liver: Measurement) -> float:
    """1.5 · SUVmean + 2 SD of a VOI in the normal liver, in the measurement's unit.

    PERCIST 1.0 (Wahl et al., J Nucl Med 2009; 50 Suppl 1: 122S-150S), for which the unit is SUL and
    the VOI a sphere of 3 cm in the right lobe.
    """
    if not liver.unit.is_suv:
        raise StationError(
            f"The PERCIST liver threshold is an SUV; the liver VOI measures {liver.unit}. Complete "
            "the SUV inputs."
        )
    if not np.isfinite(liver.mean):
        raise StationError(
            "The liver VOI measures nothing in this image. Move it into the liver to get the "
            "PERCIST threshold."
        )
    return PERCIST_LIVER_FACTOR * liver.mean + PERCIST_LIVER_SDS * liver.sd


# --- Which voxels a VOI holds -------------------------------------------------------------------


class _Held(NamedTuple):
    """What a VOI holds of an image: a box of its grid, as in `station.pet.statistics`."""

    first: NDArray[np.int64]
    weights: NDArray[np.float32] | NDArray[np.uint8]
    inside: NDArray[np.bool_]
    leaves: bool
    """Whether a sphere is partly outside the image; for other VOIs a warning has reported it"""
    warnings: list[str]


def _held(volume: Volume, voi: Voi) -> _Held:
    match voi:
        case Sphere():
            return _held_by_sphere(volume, voi)
        case Mask():
            return _held_by_mask(volume, voi)
        case Isocontour():
            return _held_by_isocontour(volume, voi)


def _held_by_sphere(volume: Volume, sphere: Sphere) -> _Held:
    from station.pet.statistics import sphere_box

    geometry = volume.geometry
    shape = np.array(geometry.shape)
    centre = np.array(sphere.centre_mm)
    return _Held(
        *sphere_box(geometry.affine, geometry.inverse, shape, centre, sphere.radius_mm), []
    )


def _held_whole(region: Region, warnings: list[str]) -> _Held:
    first = np.array(region.first, dtype=np.int64)
    weights = region.inside.view(np.uint8)
    return _Held(first, weights, region.inside, leaves=False, warnings=warnings)


def _held_by_mask(volume: Volume, mask: Mask) -> _Held:
    if not mask.region.inside.any():
        empty = "The mask is empty: nothing was measured."
        return _held_whole(mask.region, [*mask.warnings, empty])
    if mask.geometry.same_grid(volume.geometry):
        return _held_whole(mask.region, [*mask.warnings])
    return _held_by_mask_of_another_grid(volume, mask)


_OTHER_GRID = (
    "The mask is on another grid than the image: a voxel of the image is inside if its centre is "
    "in a voxel of the mask."
)


def _held_by_mask_of_another_grid(volume: Volume, mask: Mask) -> _Held:
    """The voxels of the image whose centre is in a voxel of the mask."""
    from station.pet.statistics import look_up_mask

    region = mask.region
    corners = np.array(list(np.ndindex(2, 2, 2))) * region.inside.shape + region.first - 0.5
    in_image = volume.geometry.to_index(mask.geometry.to_patient(corners))
    size = np.array(volume.shape)
    low = np.clip(np.floor(in_image.min(axis=0)), 0, size).astype(np.int64)
    high = np.clip(np.ceil(in_image.max(axis=0)) + 1, low, size).astype(np.int64)
    inside_mask = np.zeros(tuple(high - low), np.bool_)
    to_mask = mask.geometry.inverse @ volume.affine
    to_mask[:3, 3] -= region.first
    look_up_mask(region.inside, to_mask, low, inside_mask)

    warnings = [*mask.warnings]
    if not _voxels_coincide(volume.geometry, mask.geometry):
        warnings.append(_OTHER_GRID)
    outside = _part_outside(volume, mask, in_image)
    if outside > 0:
        warnings.append(_leaves("mask", outside))
    if not inside_mask.any():
        warnings.append("No voxel centre of the image is in the mask: nothing was measured.")
    return _held_whole(Region(_as_index(low), inside_mask), warnings)


def _voxels_coincide(first: Geometry, other: Geometry) -> bool:
    """Whether the grids share their voxels where they overlap: axes may be reversed."""
    to_other = other.inverse @ first.affine
    whole = np.round(to_other)
    if round(abs(float(np.linalg.det(whole[:3, :3])))) != 1:
        return False
    corners = np.array(list(np.ndindex(2, 2, 2))) * (np.array(first.shape) - 1)
    strays = (to_other - whole)[:3]
    off_mm = (corners @ strays[:, :3].T + strays[:, 3]) @ other.affine[:3, :3].T
    return bool((np.abs(off_mm) <= GRID_TOLERANCE_MM).all())


def _part_outside(volume: Volume, mask: Mask, corners: FloatArray) -> float:
    """Fraction of the mask's voxels centred outside the image; `corners` of its box as indices."""
    if (corners >= -0.5).all() and (corners <= np.array(volume.shape) - 0.5).all():
        return 0.0
    indices = np.argwhere(mask.region.inside) + mask.region.first
    at = volume.geometry.to_index(mask.geometry.to_patient(indices))
    return float(((at < -0.5) | (at > np.array(volume.shape) - 0.5)).any(axis=1).mean())


def _held_by_isocontour(volume: Volume, contour: Isocontour) -> _Held:
    from station.pet.statistics import grow

    first, within, leaves = _inside_sphere(
        volume, contour.within.centre_mm, contour.within.radius_mm
    )
    region = Region(_as_index(first), within)
    hottest = _seed(volume, contour, region)
    none = replace(region, inside=np.zeros_like(region.inside))
    if hottest is None:
        nothing = "The sphere of interest contains no voxel of the image: nothing was measured."
        return _held_whole(none, [nothing])
    refusal = _refusal(volume.unit, contour.threshold)
    if refusal is not None:
        return _held_whole(none, [refusal])
    maximum = float(volume.voxels[tuple(hottest + first)])
    level = _level(contour.threshold, maximum)
    grown, cut = grow(volume.voxels, first, within, _met_by(level), hottest)
    warnings: list[str] = []
    if not grown.any():
        warnings.append(
            f"No voxel in the sphere of interest reaches {level:.3g} {volume.unit}: nothing was "
            "measured."
        )
    if cut:
        warnings.append(
            "The contour extends beyond its sphere of interest and was cut there. Make the sphere "
            "larger to include all of it."
        )
    if leaves:
        warnings.append("The sphere of interest extends beyond the image.")
    if contour.threshold.rule is ThresholdRule.PERCIST_LIVER and volume.unit not in _SUL:
        warnings.append(f"PERCIST is defined for SUL; this image is in {volume.unit}.")
    return _held_whole(replace(region, inside=grown), warnings)


_SUL = (Unit.SUV_LBM, Unit.SUV_LBM_JANMAHASATIAN)


def _refusal(unit: Unit, threshold: Threshold) -> str | None:
    """Why a threshold means nothing in an image of that unit."""
    if threshold.rule is ThresholdRule.PERCENT_OF_MAX:
        return None
    if unit.is_suv:
        if threshold.unit in (None, unit):
            return None
        return (
            f"The threshold of {threshold.value:.3g} was set in {threshold.unit}; this image is in "
            f"{unit}: nothing was measured. Grow the contour again."
        )
    return (
        f"A threshold of SUV {threshold.value:.3g} cannot be drawn in an image in {unit}: nothing "
        "was measured. Complete the SUV inputs."
    )


def _hottest(volume: Volume, region: Region) -> NDArray[np.int64] | None:
    """Index in the region's box of its hottest voxel; None if none has a value."""
    from station.pet.statistics import extremes

    first = np.array(region.first, dtype=np.int64)
    *_, flat = extremes(volume.voxels, first, region.inside)
    if flat < 0:
        return None
    return np.array(np.unravel_index(flat, volume.shape), dtype=np.int64) - first


def _seed(volume: Volume, contour: Isocontour, region: Region) -> NDArray[np.int64] | None:
    """Index in the region's box of the voxel from which a contour grows; None: it has no value."""
    if contour.seed_mm is not None and _within(contour.seed_mm, contour.within):
        first, close, _ = _inside_sphere(volume, contour.seed_mm, SEED_REACH_MM)
        near = np.zeros_like(region.inside)
        offset = first - np.array(region.first)
        low, high = np.maximum(offset, 0), np.minimum(offset + close.shape, near.shape)
        if (high > low).all():
            part = tuple(slice(a, b) for a, b in zip(low, high, strict=True))
            of_close = tuple(slice(a, b) for a, b in zip(low - offset, high - offset, strict=True))
            near[part] = close[of_close]
        hottest = _hottest(volume, replace(region, inside=region.inside & near))
        if hottest is not None:
            return hottest
    return _hottest(volume, region)


def _inside_sphere(
    volume: Volume, centre_mm: Point, radius_mm: float
) -> tuple[NDArray[np.int64], NDArray[np.bool_], bool]:
    """(first voxel of a box, which of its voxel centres are in the sphere, whether it leaves)."""
    from station.pet.statistics import sphere_inside

    geometry = volume.geometry
    shape, centre = np.array(geometry.shape), np.array(centre_mm)
    return sphere_inside(geometry.affine, geometry.inverse, shape, centre, radius_mm)


def _within(point_mm: Point, sphere: Sphere) -> bool:
    return float(np.linalg.norm(np.subtract(point_mm, sphere.centre_mm))) <= sphere.radius_mm


def _level(threshold: Threshold, maximum: float) -> float:
    """The value at which a contour runs in an image with that maximum in the sphere."""
    if threshold.rule is ThresholdRule.PERCENT_OF_MAX:
        return threshold.value * maximum
    return threshold.value


def _met_by(level: float) -> float:
    """The lowest float32 value that reaches a level: voxels are rounded, a level is not."""
    return level - abs(level) * LEVEL_TOLERANCE


def _voxel_of_centre(volume: Volume, sphere: Sphere, held: _Held) -> NDArray[np.bool_]:
    """The voxel of the box that contains the sphere's centre; none if that is not in the image."""
    voxel = np.zeros_like(held.inside)
    at = volume.geometry.voxel_at(sphere.centre_mm)
    if at is not None:
        in_box = np.subtract(at, held.first)
        if ((in_box >= 0) & (in_box < voxel.shape)).all():
            voxel[tuple(in_box)] = True
    return voxel


def _warnings_of_sphere(
    volume: Volume, sphere: Sphere, held: _Held, measured: "Statistics"
) -> list[str]:
    weight = measured.weight + measured.missing_weight
    if weight == 0:
        return ["The VOI is outside the image: nothing was measured."]
    warnings: list[str] = []
    if held.leaves:
        in_image_ml = weight * volume.geometry.voxel_volume_ml
        warnings.append(_leaves("VOI", 1 - in_image_ml / sphere.volume_ml))
    if not held.inside.any():
        warnings.append(
            "No voxel centre is inside the VOI: maximum, minimum and peak are those of the voxel "
            "that contains its centre."
            if measured.hottest >= 0
            else "No voxel centre of the image is inside the VOI: there is no maximum, minimum "
            "or peak."
        )
    return warnings


# --- Words and positions ------------------------------------------------------------------------


def _leaves(what: str, part: float) -> str:
    return f"The {what} extends beyond the image: {_percent(part)} of it was left out."


def _percent(part: float) -> str:
    """A fraction for a sentence; "0 %" and "100 %" only if exact."""
    if part < 0.01:
        return "less than 1 %"
    if 0.99 < part < 1:
        return "more than 99 %"
    return f"{part * 100:.0f} %"


def _position(volume: Volume, flat_index: int) -> Point | None:
    """LPS mm of a voxel's centre; None for index -1."""
    if flat_index < 0:
        return None
    plane, column = divmod(flat_index, volume.shape[2])
    return _point(volume.geometry.to_patient((*divmod(plane, volume.shape[1]), column)))


def _point(position_mm: FloatArray) -> Point:
    x, y, z = position_mm.tolist()
    return x, y, z


def _as_index(first: NDArray[np.int64]) -> tuple[int, int, int]:
    s, r, c = first.tolist()
    return s, r, c
