"""Volumes of interest in patient mm, independent of any grid, and what they measure."""

from dataclasses import dataclass, field
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from station.pet.volume import Geometry, Unit

Point = tuple[float, float, float]
"""LPS mm"""

REFERENCE_VOLUME_ML = 0.5
LIVER_VOLUME_ML = 3.0
SUVPEAK_VOLUME_ML = 1.0  # PERCIST 1.0


def sphere_radius_mm(volume_ml: float) -> float:
    """Radius of a sphere of that volume: 4.92 mm of 0.5 mL, 6.20 of 1 mL, 8.95 of 3 mL."""
    return float(np.cbrt(volume_ml * 1000 * 3 / (4 * np.pi)))


@dataclass(frozen=True)
class Sphere:
    centre_mm: Point
    volume_ml: float

    @property
    def radius_mm(self) -> float:
        return sphere_radius_mm(self.volume_ml)


@dataclass(frozen=True, eq=False)
class Mask:
    """Voxels of a grid of its own: from NIfTI, DICOM SEG or RTSTRUCT."""

    inside: NDArray[np.bool_]
    """(slices, rows, columns)"""
    geometry: Geometry
    source: str = ""
    """What it was read from, for people"""


class ThresholdRule(StrEnum):
    PERCENT_OF_MAX = "percent of SUVmax"
    FIXED = "fixed SUV"
    PERCIST_LIVER = "PERCIST liver threshold"


@dataclass(frozen=True)
class Threshold:
    """Where an isocontour runs. `value`: 0.41 for 41 % of SUVmax, or the SUV itself; of the PERCIST
    liver threshold the SUV that was computed from the liver VOI when it was grown."""

    rule: ThresholdRule
    value: float


@dataclass(frozen=True)
class Isocontour:
    """The connected voxels at or above a threshold, grown from the hottest voxel inside a sphere of
    interest, and held inside it."""

    within: Sphere
    threshold: Threshold


Voi = Sphere | Mask | Isocontour


class PeakRule(StrEnum):
    """Where the 1 mL sphere of SUVpeak may stand (DESIGN, "SUVpeak, by rule")."""

    GLOBAL = "global"
    """Centred on that voxel inside the VOI which gives the highest mean (IBSI global, PERCIST 1.0)"""
    LOCAL = "local"
    """Centred on the hottest voxel inside the VOI (IBSI local)"""


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
    """Whose centre lies inside"""
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
