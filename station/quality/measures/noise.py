"""How noisy an image is, and how wide its noise is.

Relative to the mean uptake of the same organ, so that no scale matters. Texture wider than a few
centimetres, slopes and organs are taken out before anything is measured. Noise that is wider than
COMMON_FWHM_MM is given as it would be at that width: a filter makes an image smooth, and no scan
longer.
"""

from dataclasses import dataclass
from math import sqrt
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage as untyped_ndimage

from station.pet.filters import FWHM_PER_SIGMA
from station.quality.measures.quantity import Quantity, Subject, Values, Worse
from station.quality.measures.scene import SOLID, Patch, Scene, at_points, sub_grid
from station.quality.organs import Tissue
from station.quality.working_grid import Image, Mask

ndimage: Any = untyped_ndimage  # its own types are incomplete

COMMON_FWHM_MM = 7.0
"""Resolution at which images of different scanners are compared: EARL standard 1 asks for recovery
as of 7 to 8 mm (R. Boellaard et al., Eur. J. Nucl. Med. Mol. Imaging 42 (2015) 328)"""

LIVER_COV = Quantity("liver CoV", "%", Subject.NOISE, Worse.HIGHER, 1.0)
LIVER_COV_COMMON = Quantity("liver CoV at 7 mm", "%", Subject.NOISE, Worse.HIGHER, 1.0)
LIVER_ALONG = Quantity("liver noise from slice to slice", "%", Subject.NOISE, Worse.HIGHER, 1.0)
LIVER_ACROSS = Quantity("liver noise within slices", "%", Subject.NOISE, Worse.HIGHER, 1.0)
LUNG_NOISE = Quantity("lung noise", "%", Subject.NOISE, Worse.HIGHER, 1.0)
MUSCLE_NOISE = Quantity("muscle noise", "%", Subject.NOISE, Worse.HIGHER, 1.0)
BODY_ALONG = Quantity("body noise from slice to slice", "%", Subject.NOISE, Worse.HIGHER, 1.0)
BODY_ACROSS = Quantity("body noise within slices", "%", Subject.NOISE, Worse.HIGHER, 1.0)
GRAIN_ACROSS = Quantity(
    "width of the noise within slices", "mm", Subject.SHARPNESS, Worse.HIGHER, 1.0
)
GRAIN_ALONG = Quantity(
    "width of the noise along the patient", "mm", Subject.SHARPNESS, Worse.HIGHER, 1.0
)
COARSENESS = Quantity("coarse to fine noise", "", Subject.ARTEFACTS, Worse.HIGHER, 0.1)

QUANTITIES = (
    LIVER_COV,
    LIVER_COV_COMMON,
    LIVER_ALONG,
    LIVER_ACROSS,
    LUNG_NOISE,
    MUSCLE_NOISE,
    BODY_ALONG,
    BODY_ACROSS,
    GRAIN_ACROSS,
    GRAIN_ALONG,
    COARSENESS,
)

TREND_FWHM_MM = 40.0
"""What varies over more than this is not noise"""
LAG_MM = 8.0
"""Voxels this far apart share little of their noise after a filter of 4 to 6 mm"""
LAG_OF_GRAIN = 1.2
"""And of wider noise, those that are this many times its width apart: they share a third of it"""
WIDE = 2
"""Coarse noise is seen over this many times the lag"""
THICKEST_MM = 160.0
"""Of an organ along the patient: enough to measure in, whatever the voxel size"""
SD_PER_MAD = 1.4826
FEWEST = 100
"""Voxels from which a spread is measured"""
FURTHEST_MM = 24.0
"""Over which the width of the noise is sought"""
BODY_SLICES = 48
"""Places along the patient at which the body's noise is measured"""


@dataclass(frozen=True)
class Grain:
    """How wide the noise is, as the FWHM in mm; NaN where it is not known."""

    across: float
    along: float

    @property
    def lags_mm(self) -> tuple[float, float, float]:
        """Along slice, row and column: voxels this far apart share little of their noise."""
        along, across = (
            max(LAG_MM, LAG_OF_GRAIN * width) if np.isfinite(width) else LAG_MM
            for width in (self.along, self.across)
        )
        return along, across, across

    @property
    def to_common(self) -> float:
        """The noise at COMMON_FWHM_MM, relative to what there is: not below 1.

        A filter from one width to another divides the variance by the ratio of the widths in every
        direction.
        """
        widths = np.array([self.across, self.across, self.along]) / COMMON_FWHM_MM
        return sqrt(float(np.prod(np.maximum(np.nan_to_num(widths, nan=1.0), 1.0))))


UNKNOWN_GRAIN = Grain(float("nan"), float("nan"))


def noise_of(scene: Scene) -> Values:
    liver = scene.patch(Tissue.LIVER, THICKEST_MM)
    values = dict.fromkeys(QUANTITIES, float("nan"))
    grain = UNKNOWN_GRAIN
    if liver is not None:
        flat = flattened(liver)
        grain = grain_of(flat, liver.inside, liver.spacing_mm)
        percent = 100 * grain.to_common
        values[GRAIN_ACROSS], values[GRAIN_ALONG] = grain.across, grain.along
        values[LIVER_COV] = 100 * spread(flat[liver.inside])
        values[LIVER_COV_COMMON] = percent * spread(_at_common(flat, liver, grain)[liver.inside])
        values[LIVER_ALONG] = percent * bend(liver, 0, grain.lags_mm[0])
        fine = _both(liver, grain, 1)
        values[LIVER_ACROSS] = percent * fine
        values[COARSENESS] = _both(liver, grain, WIDE) / fine if fine > 0 else float("nan")
    percent = 100 * grain.to_common
    for tissue, quantity in ((Tissue.LUNGS, LUNG_NOISE), (Tissue.MUSCLE, MUSCLE_NOISE)):
        patch = scene.patch(tissue, THICKEST_MM)
        if patch is not None:
            values[quantity] = percent * bend(patch, 0, grain.lags_mm[0])
    along, across = _body_noise(scene, grain)
    values[BODY_ALONG], values[BODY_ACROSS] = percent * along, percent * across
    return values


def spread(values: NDArray[Any]) -> float:
    """Standard deviation of most of the values, by the median of their distances; NaN of few."""
    values = values[np.isfinite(values)]
    if len(values) < FEWEST:
        return float("nan")
    return SD_PER_MAD * float(np.median(np.abs(values - np.median(values))))


def flattened(patch: Patch) -> Image:
    """The organ divided by its own values smoothed over TREND_FWHM_MM; NaN outside the organ."""
    sigmas = [TREND_FWHM_MM / FWHM_PER_SIGMA / step for step in patch.spacing_mm]
    inside = patch.inside.astype(np.float32)
    weights = ndimage.gaussian_filter(inside, sigmas, truncate=2.0)
    values = np.where(patch.inside, patch.values, 0)
    trend = ndimage.gaussian_filter(values, sigmas, truncate=2.0)
    with np.errstate(divide="ignore", invalid="ignore"):
        flat = patch.values * weights / trend
    return np.where(patch.inside & (trend > 0), flat, np.float32(np.nan))


def grain_of(flat: Image, inside: Mask, spacing_mm: tuple[float, float, float]) -> Grain:
    """FWHM of the Gaussian that would give white noise this autocorrelation.

    The autocorrelation of white noise after a Gaussian is √2 times as wide as the Gaussian.
    """
    residual = np.where(inside & np.isfinite(flat), flat - 1, 0).astype(np.float64)
    limit = 5 * spread(flat[inside])
    if not limit > 0:
        return UNKNOWN_GRAIN
    residual = np.clip(residual, -limit, limit)
    along = _half_width(residual, inside, 0, spacing_mm[0])
    rows, columns = (_half_width(residual, inside, axis, spacing_mm[axis]) for axis in (1, 2))
    return Grain(sqrt(2) * (rows + columns) / 2, sqrt(2) * along)


def _half_width(residual: NDArray[np.float64], inside: Mask, axis: int, step_mm: float) -> float:
    """mm at which the correlation along an axis has fallen to a half."""
    mean = residual[inside].mean()
    power = float(((residual[inside] - mean) ** 2).mean())
    before = 1.0
    for lag in range(1, int(FURTHEST_MM / step_mm) + 1):
        first = np.take(residual, range(residual.shape[axis] - lag), axis) - mean
        second = np.take(residual, range(lag, residual.shape[axis]), axis) - mean
        both = np.take(inside, range(inside.shape[axis] - lag), axis) & np.take(
            inside, range(lag, inside.shape[axis]), axis
        )
        if both.sum() < FEWEST:
            return float("nan")
        now = float((first * second)[both].mean()) / power
        if now <= 0.5:
            return step_mm * (lag - 1 + (before - 0.5) / (before - now))
        before = now
    return FURTHEST_MM


def _at_common(flat: Image, patch: Patch, grain: Grain) -> Image:
    """The flattened organ, smoothed to COMMON_FWHM_MM where its noise is narrower."""
    has = (grain.along, grain.across, grain.across)
    sigmas = [
        sqrt(max(COMMON_FWHM_MM**2 - width**2, 0.0)) / FWHM_PER_SIGMA / step
        if np.isfinite(width)
        else 0.0
        for width, step in zip(has, patch.spacing_mm, strict=True)
    ]
    known = np.isfinite(flat)
    weights = ndimage.gaussian_filter(known.astype(np.float32), sigmas)
    smooth = ndimage.gaussian_filter(np.where(known, flat - 1, 0), sigmas)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(known, 1 + smooth / weights, np.float32(np.nan))


def bend(patch: Patch, axis: int, lag_mm: float) -> float:
    """Relative noise from second differences along an axis: what three voxels do not share.

    Their SD is √1.5 of a voxel's if the noise of the three is independent, as at LAG_MM; each is
    relative to the mean of the three. NaN where the organ is too thin.
    """
    lag = max(1, round(lag_mm / patch.spacing_mm[axis]))
    size = patch.values.shape[axis]
    if size < 2 * lag + 1:
        return float("nan")
    parts = [range(lag, size - lag), range(size - 2 * lag), range(2 * lag, size)]
    middle, before, after = (np.take(patch.values, part, axis) for part in parts)
    inside = np.take(patch.inside, parts[0], axis)
    for part in parts[1:]:
        inside = inside & np.take(patch.inside, part, axis)
    return _relative(middle, before, after, inside)


def _relative(middle: Image, before: Image, after: Image, inside: Mask) -> float:
    mean = (middle + before + after)[inside] / 3
    bends = (middle - (before + after) / 2)[inside]
    above = mean > 0
    if above.sum() < FEWEST:
        return float("nan")
    # Of the median level: dividing voxel by voxel would give the coldest ones most weight.
    return spread(bends[above]) / sqrt(1.5) / float(np.median(mean[above]))


def _both(patch: Patch, grain: Grain, times: int) -> float:
    return float(np.mean([bend(patch, axis, times * grain.lags_mm[axis]) for axis in (1, 2)]))


def _body_noise(scene: Scene, grain: Grain) -> tuple[float, float]:
    """As `bend`, of all solid tissue at BODY_SLICES heights (along the patient, within slices): the
    median over the heights, so that no single organ decides."""
    grid, voxels = scene.pet.geometry, scene.pet.voxels
    steps = grid.spacing_mm
    lag = max(1, round(grain.lags_mm[0] / steps[0]))
    solid = np.isin(scene.organs.cells, SOLID)
    heights = np.unique(np.linspace(lag, grid.shape[0] - lag - 1, BODY_SLICES).astype(int))
    along: list[float] = []
    within: list[float] = []
    for height in heights[(heights >= lag) & (heights < grid.shape[0] - lag)]:
        rows_all, columns_all = (slice(0, size) for size in grid.shape[1:])
        part = sub_grid(grid, (slice(height, height + 1), rows_all, columns_all))
        inside = at_points(solid, scene.organs.geometry, part)[0]
        if inside.sum() < FEWEST:
            continue
        rows, columns = np.flatnonzero(inside.any(1)), np.flatnonzero(inside.any(0))
        box = slice(rows[0], rows[-1] + 1), slice(columns[0], columns[-1] + 1)
        inside = inside[box]
        below, middle, above = (
            np.asarray(voxels[(height + by, *box)], np.float32) for by in (-lag, 0, lag)
        )
        patch = Patch(middle[None], inside[None], (steps[0], steps[1], steps[2]))
        along.append(_relative(middle, below, above, inside))
        within.append(_both(patch, grain, 1))
    if not along:
        return float("nan"), float("nan")
    with np.errstate(invalid="ignore"):
        return _median(along), _median(within)


def _median(values: list[float]) -> float:
    known = [value for value in values if np.isfinite(value)]
    return float(np.median(known)) if known else float("nan")
