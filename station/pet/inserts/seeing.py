"""Whether an insert is seen in an image, by a plain rule, and how much of it is left.

The rule knows where to look and nothing else. An insert is seen where the image has a local maximum
inside it that outshines the shell around it: by four standard deviations of the shell (A. Rose,
J. Opt. Soc. Am. 38 (1948) 196: 3 to 5 for a small object; with three an image of a short scan
would have tens of foci a litre) and, as `station.pet.foci` asks of a focus, by a quarter of its
mean. The standard deviation is that of the image that is judged:
a smoother image needs less of a maximum, as for an eye. The same rule at the same place in the
image without the insert says what is seen where nothing is.

A second figure is the index of a non-prewhitening matched filter at the known position (R. F.
Wagner, D. G. Brown, Phys. Med. Biol. 30 (1985) 489), whose template is the insert as the scanner
shows it. It asks whether the information is still there, not whether anybody would look.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage as untyped_ndimage

from station.pet.foci import DETECTION_RULE
from station.pet.inserts.planting import Insert, around
from station.pet.phantom.spheres import profile
from station.pet.voi import Point
from station.pet.volume import FloatArray, Geometry

ndimage: Any = untyped_ndimage  # its own types are incomplete

Image = NDArray[Any]
"""float32, (slices, rows, columns)"""
Mask = NDArray[np.bool_]

SHELL_MM = (6.0, 16.0)
"""The surroundings of an insert begin and end so far beyond its edge"""
SDS = 4.0
"""Standard deviations of the surroundings by which a maximum is seen"""
LEAST_RADIUS_MM = 4.0
"""A maximum may be this far from the centre of a small insert"""
FEWEST_VOXELS = 30
"""Of a shell; with fewer its standard deviation says little"""
NEIGHBOURS = np.ones((3, 3, 3), np.bool_)


@dataclass(frozen=True)
class Sight:
    """One place of one image."""

    seen: bool
    highest: float
    """Within the insert's radius, in the image's unit"""
    mean: float
    """Inside the true sphere"""
    background: float
    """Mean of the shell"""
    sd: float
    """Of the shell"""
    match: float
    """Answer of the matched filter, in units of the background"""


def look(
    image: Image,
    geometry: Geometry,
    inside: Mask,
    insert: Insert,
    others: Sequence[Insert],
    fwhm_mm: float,
) -> Sight | None:
    """What an image shows at the place of an insert, whether there is one or not.

    `inside` marks the organ on the image's grid; the shell has its voxels only, and none of the
    `others` in the same image. `fwhm_mm`: resolution of the image the inserts were put into. None
    where there is too little of the shell, or the image has no values.
    """
    radius = insert.kind.radius_mm
    part = around(geometry, insert.centre_mm, radius + SHELL_MM[1])
    if part is None:
        return None
    values = np.asarray(image[part.box], np.float64)
    distance = part.distance_mm
    shell = (distance >= radius + SHELL_MM[0]) & (distance < radius + SHELL_MM[1])
    shell &= inside[part.box] & np.isfinite(values)
    for other in others:
        if other is not insert and _touches(insert, other):
            near = around(geometry, other.centre_mm, other.kind.radius_mm + SHELL_MM[0])
            if near is not None:
                shell &= ~_placed(near.distance_mm, near.box, part.box, other)
    if shell.sum() < FEWEST_VOXELS:
        return None
    background, sd = float(values[shell].mean()), float(values[shell].std(ddof=1))
    if not background > 0:
        return None
    core = distance <= max(radius, LEAST_RADIUS_MM)
    sphere = distance <= radius
    if not sphere.any():
        sphere = distance == distance.min()
    template = profile(distance, radius, fwhm_mm)
    template[distance > radius + SHELL_MM[0]] = 0
    template /= template.sum()
    highest = float(np.max(values[core]))
    return Sight(
        _outshines(image, geometry, part.box, core, background, sd),
        highest,
        float(values[sphere].mean()),
        background,
        sd,
        float((template * (values - background)).sum()) / background,
    )


def least(background: float, sd: float) -> float:
    """The lowest maximum that is seen in these surroundings."""
    return max(background + SDS * sd, DETECTION_RULE.contrast * background)


def _outshines(
    image: Image,
    geometry: Geometry,
    box: tuple[slice, slice, slice],
    core: Mask,
    background: float,
    sd: float,
) -> bool:
    """Whether a local maximum of the whole image in `core` of the `box` is high enough."""
    values = image[box]
    bright = core & (values >= least(background, sd))
    if not bright.any():
        return False
    highest = ndimage.maximum_filter(values, footprint=NEIGHBOURS, mode="nearest")
    return bool((bright & (values >= highest)).any())


def _touches(insert: Insert, other: Insert) -> bool:
    """Whether what surrounds the other may be in the insert's shell."""
    reach = insert.kind.radius_mm + SHELL_MM[1] + other.kind.radius_mm + SHELL_MM[0]
    offset = np.subtract(insert.centre_mm, other.centre_mm)
    return float(np.linalg.norm(offset)) < reach


def _placed(
    distance: FloatArray,
    box: tuple[slice, slice, slice],
    into: tuple[slice, slice, slice],
    other: Insert,
) -> Mask:
    """What the other and its blur cover, in the voxels of the box `into`."""
    near = distance <= other.kind.radius_mm + SHELL_MM[0]
    covered = np.zeros(tuple(side.stop - side.start for side in into), np.bool_)
    both = [
        (max(one.start, two.start), min(one.stop, two.stop))
        for one, two in zip(box, into, strict=True)
    ]
    if any(first >= end for first, end in both):
        return covered
    here = tuple(
        slice(a - side.start, b - side.start) for (a, b), side in zip(both, into, strict=True)
    )
    there = tuple(
        slice(a - side.start, b - side.start) for (a, b), side in zip(both, box, strict=True)
    )
    covered[here] = near[there]
    return covered


def foci_inside(image: Image, geometry: Geometry, inside: Mask, radius_mm: float) -> list[Point]:
    """Every focus of an organ by the same rule, with the shell of an insert of that radius; of two
    in one neighbourhood the hotter, hottest first."""
    values = np.where(inside, image, -np.inf)
    summits = inside & (image >= ndimage.maximum_filter(values, footprint=NEIGHBOURS))
    # Nothing that is not well above its surroundings, taken roughly, can be a focus.
    weights = inside.astype(np.float32)
    sigmas = [SHELL_MM[1] / 2 / step for step in geometry.spacing_mm]
    even = ndimage.gaussian_filter(
        np.where(inside, image, 0).astype(np.float32), sigmas, truncate=2.5
    )
    even /= np.maximum(ndimage.gaussian_filter(weights, sigmas, truncate=2.5), 1e-6)
    summits &= image > 1.1 * even
    found: list[tuple[float, Point]] = []
    for index in np.argwhere(summits):
        x, y, z = geometry.to_patient(index).tolist()
        part = around(geometry, (x, y, z), radius_mm + SHELL_MM[1])
        if part is None:
            continue
        ring = (part.distance_mm >= radius_mm + SHELL_MM[0]) & inside[part.box]
        ring &= part.distance_mm < radius_mm + SHELL_MM[1]
        around_it = image[part.box][ring]
        if len(around_it) < FEWEST_VOXELS:
            continue
        background, sd = float(around_it.mean()), float(around_it.std(ddof=1))
        value = float(image[tuple(index)])
        if background > 0 and value >= least(background, sd):
            found.append((value, (x, y, z)))
    kept: list[Point] = []
    for _, point in sorted(found, key=lambda one: -one[0]):
        if all(
            np.linalg.norm(np.subtract(point, other)) > radius_mm + SHELL_MM[0] for other in kept
        ):
            kept.append(point)
    return kept
