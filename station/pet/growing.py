"""One click grows a lesion: from the hottest voxel nearby, by a named rule, within a sphere that
keeps it from leaking.

The contour is an `Isocontour` like any other: it is measured, moved, kept and exported the same
way. What is new here is where it starts, and how large its sphere of interest is.
"""

from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise
from math import pi

import numpy as np

from station.errors import StationError
from station.pet.voi import (
    Isocontour,
    Measurement,
    Point,
    Region,
    Sphere,
    Threshold,
    ThresholdRule,
    inside,
    measure,
    percist_liver_threshold,
    snap_to_hottest,
)
from station.pet.volume import Unit, Volume
from station.pet.words import format_position

STEP_MM = 4.5
"""From the click it goes uphill in steps to the hottest voxel within this distance"""
FARTHEST_MM = 24.0
"""But no farther from the click than this: a click beside a lesion is meant for it, one in another
organ is not"""
RADII_MM = (6.0, 8.0, 10.0, 14.0, 18.0, 23.0, 29.0, 36.0, 45.0, 56.0, 70.0, 88.0)
"""Of the spheres of interest that are tried: a contour that is not cut by one is complete"""
SAME_LESION = 2.0
"""A lesion has several maxima; what is hotter than the nearest by more than this factor, or farther
than FARTHEST_MM, is another lesion or an organ"""


class GrowthRule(StrEnum):
    """Which voxels around a click belong to a lesion; the text stands next to its numbers."""

    OF_MAX_41 = "41 % of SUVmax"
    """R. Boellaard et al., Eur. J. Nucl. Med. Mol. Imaging 42 (2015) 328: EANM guideline 2.0"""
    OF_MAX_50 = "50 % of SUVmax"
    SUV_2_5 = "SUV 2.5"
    SUV_4_0 = "SUV 4.0"
    """S. F. Barrington et al., Eur. J. Nucl. Med. Mol. Imaging 48 (2021) 3550: lymphoma"""
    LIVER = "PERCIST liver threshold"
    """1.5 × SUVmean + 2 SD of the liver: R. L. Wahl et al., J. Nucl. Med. 50 (2009) 122S"""


OF_MAX = {GrowthRule.OF_MAX_41: 0.41, GrowthRule.OF_MAX_50: 0.50}
FIXED = {GrowthRule.SUV_2_5: 2.5, GrowthRule.SUV_4_0: 4.0}


def threshold_of(rule: GrowthRule, unit: Unit, liver: Measurement | None = None) -> Threshold:
    """The threshold of a rule in an image of that unit; `liver` is measured in the same image.

    Raises StationError where the rule means nothing there.
    """
    if rule in OF_MAX:
        return Threshold(ThresholdRule.PERCENT_OF_MAX, OF_MAX[rule])
    if not unit.is_suv:
        raise StationError(
            f"{rule} cannot be drawn in an image in {unit}. Complete the SUV inputs, or take a "
            "percentage of the maximum."
        )
    if rule in FIXED:
        return Threshold(ThresholdRule.FIXED, FIXED[rule], unit)
    if liver is None:
        raise StationError(
            "The PERCIST liver threshold needs a sphere in the liver. Place one, or take another "
            "rule."
        )
    if liver.unit is not unit:
        raise StationError(
            f"The liver was measured in {liver.unit} and the image is in {unit}. Measure the liver "
            "in the same image."
        )
    return Threshold(ThresholdRule.PERCIST_LIVER, percist_liver_threshold(liver), unit)


@dataclass(frozen=True, eq=False)
class Grown:
    """A lesion that was grown from a click."""

    contour: Isocontour
    region: Region
    """Its voxels in the image it was grown in"""
    measurement: Measurement
    """MTV is its `volume_ml`"""
    hottest_mm: Point
    leaked: bool
    """Whether it went on beyond what can be this lesion, and was cut"""
    sentence: str
    """What was done about a leak, or how far the click was from the maximum; may be empty"""


def grow_lesion(volume: Volume, click_mm: Point, threshold: Threshold) -> Grown:
    """The lesion at a click (LPS mm). Tens of milliseconds.

    The nearest maximum uphill is sought first, then any higher one of the same lesion. The contour
    is taken in the smallest sphere that does not cut it. Where no sphere holds it, or where it
    reaches a hotter place that cannot be this lesion (another one, the bladder), it leaks; then it
    is cut where it is narrowest. Raises StationError where there is nothing to grow from.
    """
    if volume.geometry.voxel_at(click_mm) is None:
        raise StationError("The click is outside the image. Click into the lesion.")
    start = _uphill(volume, click_mm)
    while True:
        maximum = volume.value_at(start)
        if maximum is None or not maximum > 0:
            raise StationError(
                f"Nothing takes up tracer at {format_position(click_mm)}. Click into the lesion."
            )
        _refuse_below(volume, threshold, maximum, start)
        tried, hotter = _tried(volume, start, maximum, threshold)
        if hotter is None or not _is_same_lesion(volume, hotter, maximum, click_mm):
            break
        start = hotter
    contour, region, cut = tried[-1]
    if hotter is None and not cut:
        return _grown(volume, contour, region, start, "", click_mm)
    leak = (
        f"goes on for more than {RADII_MM[-1]:.0f} mm"
        if hotter is None
        else "reaches a hotter place, which is another lesion or an organ"
    )
    contour, region = _narrowest(tried, volume.geometry.voxel_volume_ml)
    sentence = (
        f"The contour {leak}: it was cut {contour.within.radius_mm:.0f} mm from the maximum, where "
        "it is narrowest. Check it, or take a higher threshold."
    )
    return _grown(volume, contour, region, start, sentence, click_mm)


Tried = tuple[Isocontour, Region, bool]
"""A contour, its voxels, and whether its sphere cuts it"""


def _tried(
    volume: Volume, start: Point, maximum: float, threshold: Threshold
) -> tuple[list[Tried], Point | None]:
    """(contours in ever larger spheres up to the first that is whole or contains a hotter place,
    that place)."""
    tried: list[Tried] = []
    for radius in RADII_MM:
        contour = Isocontour(_sphere(start, radius), threshold, start)
        region = inside(contour, volume)
        values = np.where(region.inside, volume.voxels[region.box], -np.inf)
        if float(values.max()) > maximum:
            index = np.unravel_index(int(values.argmax()), values.shape)
            x, y, z = volume.geometry.to_patient(np.add(index, region.first)).tolist()
            tried.append((contour, region, True))
            return tried, (x, y, z)
        cut = _cut(region, contour, volume)
        tried.append((contour, region, cut))
        if not cut:
            break
    return tried, None


def _is_same_lesion(volume: Volume, hotter: Point, maximum: float, click_mm: Point) -> bool:
    value = volume.value_at(hotter)
    away = float(np.linalg.norm(np.subtract(hotter, click_mm)))
    return value is not None and value <= SAME_LESION * maximum and away <= FARTHEST_MM


def _grown(
    volume: Volume,
    contour: Isocontour,
    region: Region,
    start: Point,
    leak: str,
    click_mm: Point,
) -> Grown:
    away = float(np.linalg.norm(np.subtract(start, click_mm)))
    snapped = f"Grown from the hottest voxel, {away:.0f} mm from the click."
    sentence = leak or (snapped if away > STEP_MM else "")
    measurement = measure(volume, contour)
    if leak:
        measurement = replace(measurement, warnings=(*measurement.warnings, leak))
    return Grown(contour, region, measurement, start, bool(leak), sentence)


def _uphill(volume: Volume, click_mm: Point) -> Point:
    """The maximum that is reached uphill from a click."""
    reach = max(STEP_MM, 1.01 * max(volume.spacing_mm))
    here = click_mm
    while True:
        there = snap_to_hottest(volume, _sphere(here, reach)).centre_mm
        far = float(np.linalg.norm(np.subtract(there, click_mm))) > FARTHEST_MM
        now, then = volume.value_at(here), volume.value_at(there)
        level = here != click_mm and now is not None and then is not None and then <= now
        if there == here or far or level:
            return here
        here = there


def _refuse_below(volume: Volume, threshold: Threshold, maximum: float, at_mm: Point) -> None:
    if threshold.rule is ThresholdRule.PERCENT_OF_MAX:
        return
    if threshold.unit not in (None, volume.unit) or not volume.unit.is_suv:
        raise StationError(
            f"The threshold of {threshold.value:.3g} is an SUV of another image; this one is in "
            f"{volume.unit}. Choose the rule again."
        )
    if maximum < threshold.value:
        raise StationError(
            f"The hottest voxel near the click, {maximum:.2f} at {format_position(at_mm)}, is "
            f"below {threshold.value:.2f} {volume.unit}. Take a percentage of the maximum, or "
            "click into a hotter place."
        )


def _cut(region: Region, contour: Isocontour, volume: Volume) -> bool:
    """Whether a contour comes within a voxel of its sphere's surface."""
    index = np.argwhere(region.inside)
    if not len(index):
        return False
    places = volume.geometry.to_patient(index + region.first)
    reach = np.linalg.norm(places - contour.within.centre_mm, axis=1).max()
    return bool(reach > contour.within.radius_mm - 1.01 * max(volume.spacing_mm))


def _narrowest(tried: list[Tried], voxel_ml: float) -> tuple[Isocontour, Region]:
    """The contour beyond whose sphere the least of the next shell is filled."""
    filled = [
        float(large[1].inside.sum() - small[1].inside.sum())
        * voxel_ml
        / (large[0].within.volume_ml - small[0].within.volume_ml)
        for small, large in pairwise(tried)
    ]
    contour, region, _ = tried[int(np.argmin(filled))] if filled else tried[0]
    return contour, region


def _sphere(centre_mm: Point, radius_mm: float) -> Sphere:
    return Sphere(centre_mm, 4 / 3 * pi * radius_mm**3 / 1000)
