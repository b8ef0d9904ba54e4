"""What lies in one plane of a pane: the voxels of a grid that it shows, and what is painted there.

A plane is at right angles to one of the patient's axes, `across`: 0, 1 or 2 of LPS. Of a grid it
shows the voxels whose centre is within half a slice of it, on oblique grids too.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from station.pet.voi import Mask, Point
from station.pet.volume import FloatArray, Geometry

PAINTED = "Corrected by hand with brush or eraser."
"""Accompanies every number of such a mask"""


def in_plane(across: int) -> tuple[int, int]:
    """The two patient axes of a plane."""
    one, other = (axis for axis in range(3) if axis != across)
    return one, other


def slice_of_grid(
    geometry: Geometry, across: int, points_mm: FloatArray, reach_mm: float | FloatArray
) -> tuple[tuple[int, int, int], NDArray[np.bool_], FloatArray]:
    """(first voxel of a box, which of its voxels the plane shows, their places (…, 3) in LPS mm).

    The box holds everything within `reach_mm` (one number, or one for each patient axis) of points
    (n, 3) of the plane. It is empty outside the grid.
    """
    axis = int(np.argmax(np.abs(geometry.inverse[:3, across]) * geometry.spacing_mm))
    half_mm = 0.5 / abs(float(geometry.inverse[axis, across]))
    reach = np.broadcast_to(np.asarray(reach_mm, dtype=np.float64), 3).copy()
    reach[across] = half_mm
    low, high = points_mm.min(axis=0) - reach, points_mm.max(axis=0) + reach
    corners = np.array(list(np.ndindex(2, 2, 2))) * (high - low) + low
    index = geometry.to_index(corners)
    shape = np.array(geometry.shape)
    first = np.clip(np.floor(index.min(axis=0)), 0, shape).astype(np.int64)
    end = np.clip(np.ceil(index.max(axis=0)) + 1, first, shape).astype(np.int64)
    box = np.moveaxis(np.indices(tuple(end - first)), 0, -1) + first
    places = geometry.to_patient(box)
    away = places[..., across] - points_mm[0, across]
    # Half-open, so that a plane between two slices shows one of them.
    shown = (away > -half_mm * (1 + 1e-9)) & (away <= half_mm * (1 - 1e-9))
    s, r, c = first.tolist()
    return (s, r, c), shown, places


def painted(
    mask: Mask, across: int, path_mm: Sequence[Point], radius_mm: float, *, adds: bool
) -> Mask:
    """The mask with the voxels under a stroke of a round brush added, or taken away.

    They are those of the plane's slice whose centre is within the radius of the path, and the ones
    that contain it: a brush smaller than a voxel still paints.
    """
    path = np.array(path_mm, dtype=np.float64).reshape(-1, 3)
    widest = max(mask.geometry.spacing_mm)
    first, shown, places = slice_of_grid(mask.geometry, across, path, max(radius_mm, widest))
    axes = list(in_plane(across))
    flat = places[..., axes]
    near = np.full(shown.shape, np.inf)
    for start, end in pairwise([*path[:, axes], path[-1, axes]]):
        step = end - start
        length = float(step @ step)
        along = np.clip((flat - start) @ step / length, 0, 1) if length > 0 else 0.0
        nearest = start + np.multiply.outer(along, step) if length > 0 else start
        near = np.minimum(near, ((flat - nearest) ** 2).sum(axis=-1))
    stroke = shown & (near <= radius_mm**2)
    for point in path:
        at = mask.geometry.voxel_at(point)
        if at is not None:
            in_box = np.subtract(at, first)
            if ((in_box >= 0) & (in_box < stroke.shape)).all():
                stroke[tuple(in_box)] = True
    inside = np.array(mask.inside)
    box = inside[tuple(slice(a, a + n) for a, n in zip(first, stroke.shape, strict=True))]
    if adds:
        box |= stroke
    else:
        box &= ~stroke
    warnings = mask.warnings if PAINTED in mask.warnings else (*mask.warnings, PAINTED)
    return replace(mask, inside=inside, warnings=warnings)
