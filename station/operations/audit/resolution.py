"""How sharp a scanner shows what is in the patient: from the edge of the filled bladder.

Urine is hot, its edge is a step from much to little uptake, and the bladder neither breathes nor
beats. The image is averaged along that edge, by the distance from it, and the profile rises from a
quarter to three quarters over 0.573 of the FWHM of the Gaussian that blurred it.
"""

from math import ceil
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage as untyped_ndimage

from station.pet.filters import smoothed
from station.pet.volume import Volume
from station.quality.measures.scene import at_points, box_in, sub_grid
from station.quality.measures.sharpness import FWHM_PER_QUARTERS, QUARTERS
from station.quality.organs import CELL_MM, Organs, Tissue

ndimage: Any = untyped_ndimage  # its own types are incomplete

AROUND_MM = 40.0
"""Of the image, around the bladder"""
EDGE_FWHM_MM = 6.0
"""The edge is found in an image that is smoothed so far: its noise does not move it much"""
BEYOND_MM = (10.0, 20.0)
"""From the edge outwards, where the level of the surroundings is taken"""
WITHIN_MM = (6.0, 30.0)
"""From the edge inwards, where that of the urine is"""
LEAST_CONTRAST = 4.0
"""Of the urine to its surroundings: what else has an edge there is fainter"""
LEAST_ML = 15.0
BIN_MM = 0.25
FINE_MM = 1.0
"""Of the grid on which the distance from the edge is found"""
TO_FACE = 0.3
"""Voxels between a voxel of one side and the face towards the nearest one of the other, less than
the half of faces along the axes: the mean over a sphere"""
REACH_MM = 16.0


def resolution_mm(pet: Volume, organs: Organs) -> float | None:
    """FWHM in mm of what blurs the image; None where the bladder does not show it."""
    cells = organs.mask(Tissue.BLADDER)
    if cells.sum() * CELL_MM**3 < LEAST_ML * 1000:
        return None
    corners = organs.geometry.to_patient(
        np.array([np.argwhere(cells).min(axis=0), np.argwhere(cells).max(axis=0)])
    )
    box = box_in(pet.geometry, corners.min(axis=0) - AROUND_MM, corners.max(axis=0) + AROUND_MM)
    if box is None:
        return None
    values = np.asarray(pet.voxels[box], np.float32)
    if not np.isfinite(values).all():
        return None
    grid = sub_grid(pet.geometry, box)
    smooth = smoothed(values, EDGE_FWHM_MM, grid.spacing_mm)
    bladder = at_points(cells, organs.geometry, grid)
    level = float(np.percentile(smooth[bladder], 80))
    labels, _ = ndimage.label(smooth > level / 2)
    inside_of = np.bincount(labels[bladder], minlength=labels.max() + 1)
    inside_of[0] = 0
    if not inside_of.any():
        return None
    inside = labels == inside_of.argmax()
    depth = ndimage.distance_transform_edt(inside, grid.spacing_mm)
    depth -= ndimage.distance_transform_edt(~inside, grid.spacing_mm)
    hot = values[(depth > WITHIN_MM[0]) & (depth < WITHIN_MM[1])]
    around = values[(-depth > BEYOND_MM[0]) & (-depth < BEYOND_MM[1])]
    if not len(hot) or not len(around):
        return None
    high, low = float(np.median(hot)), float(np.median(around))
    if not high > LEAST_CONTRAST * low:
        return None
    place = _signed(smooth, (high + low) / 2, inside, grid.spacing_mm)
    ends = np.arange(-REACH_MM, REACH_MM + BIN_MM, BIN_MM)
    there = np.abs(place) < REACH_MM
    number: NDArray[np.intp] = np.digitize(place[there], ends) - 1
    count = np.bincount(number, minlength=len(ends))
    total = np.bincount(number, values[there], minlength=len(ends))
    known = count > 0
    rise = np.interp(np.arange(len(ends)), np.flatnonzero(known), total[known] / count[known])
    share = ndimage.gaussian_filter1d((rise - low) / (high - low), 1.0)
    quarter, three = (_crossing(ends, share, at) for at in QUARTERS)
    return FWHM_PER_QUARTERS * (three - quarter)


def _crossing(place: Any, share: Any, level: float) -> float:
    """Where a noisy rising profile crosses a level: of several places, the one nearest to 0."""
    rises = np.flatnonzero((share[:-1] < level) & (share[1:] >= level))
    if not len(rises):
        return float("nan")
    at = int(rises[np.abs(place[rises]).argmin()])
    part = (level - share[at]) / (share[at + 1] - share[at])
    return float(place[at] + part * (place[at + 1] - place[at]))


def _signed(smooth: Any, level: float, inside: Any, spacing_mm: Any) -> NDArray[np.float64]:
    """Distance in mm of every voxel from the surface at which the smoothed image crosses the level,
    positive inside."""
    factors = [max(1, ceil(step / FINE_MM)) for step in spacing_mm]
    fine = ndimage.zoom(
        smooth,
        [((size - 1) * by + 1) / size for size, by in zip(smooth.shape, factors, strict=True)],
        order=3,
    )
    near = ndimage.zoom(
        ndimage.binary_dilation(inside, iterations=3).astype(np.uint8),
        [((size - 1) * by + 1) / size for size, by in zip(smooth.shape, factors, strict=True)],
        order=0,
    ).astype(np.bool_)
    mask = ndimage.binary_fill_holes((fine > level) & near)
    steps = [step / by for step, by in zip(spacing_mm, factors, strict=True)]
    signed = ndimage.distance_transform_edt(mask, steps)
    signed -= ndimage.distance_transform_edt(~mask, steps)
    signed -= np.sign(signed) * (TO_FACE * np.mean(steps))
    return signed[tuple(slice(None, None, by) for by in factors)]
