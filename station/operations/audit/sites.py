"""Where in a patient inserts may be: liver and lungs as the finder sees them, and soft tissue."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage as untyped_ndimage

from station.errors import StationError
from station.pet.inserts.placing import SITE_WORDS, Room
from station.pet.volume import FloatArray, Geometry, Volume
from station.quality.measures.scene import EVEN, at_points
from station.quality.organs import Organs, Tissue
from station.quality.working_grid import STEP_MM, View

ndimage: Any = untyped_ndimage  # its own types are incomplete

Mask = NDArray[np.bool_]

EVEN_LUNG = (0.5, 1.7)
"""Lung, smoothed over 12 mm, has an uptake between these fractions of its own median: neither a
lesion, nor the heart and the liver that spill into it"""
OF_LIVER = 0.75
"""Soft tissue for nodes takes up less than this of the liver; without a liver, of the body"""
OF_BODY = 1.2
STEADY = 1.6
"""And nowhere in the 20 mm around more than this many times what is there"""
UNDER_SKIN_MM = 16.0


@dataclass(frozen=True, eq=False)
class Sites:
    """The room for inserts in one patient."""

    rooms: tuple[Room, ...]
    grid: Geometry
    """The working grid"""
    masks: Mapping[str, Mask]
    """Of each site, on the working grid"""

    def inside(self, site: str, grid: Geometry) -> Mask:
        """The organ on another grid along the same axes."""
        return at_points(self.masks[site], self.grid, grid).astype(np.bool_)

    def bounds_mm(self, site: str) -> tuple[FloatArray, FloatArray]:
        """A box around the organ, LPS (low, high)."""
        index = np.argwhere(self.masks[site])
        ends = self.grid.to_patient(np.array([index.min(axis=0), index.max(axis=0)]))
        return ends.min(axis=0), ends.max(axis=0)


def sites_of(pet: Volume, view: View, organs: Organs, wanted: Sequence[str]) -> Sites:
    """The room of every wanted site. Raises StationError where an organ was not found."""
    cells = at_points(organs.cells, organs.geometry, view.geometry)
    masks: dict[str, Mask] = {}
    rooms: list[Room] = []
    for site in wanted:
        mask = _OF_SITE[site](cells, view)
        if not mask.any():
            raise StationError(
                f"No {SITE_WORDS[site]} was found in this image in which inserts could be placed. "
                f"Leave {site} out of the sites."
            )
        # To the face of the nearest voxel that is outside, not to its centre.
        depth = ndimage.distance_transform_edt(mask, STEP_MM) - STEP_MM / 2
        index = np.argwhere(mask & (depth > 0))
        points = view.geometry.to_patient(index)
        known = _is_stored(pet, points)
        masks[site] = mask
        rooms.append(Room(site, points[known], depth[tuple(index[known].T)]))
    return Sites(tuple(rooms), view.geometry, masks)


def _is_stored(pet: Volume, points: NDArray[np.float64]) -> Mask:
    """Which points are in slices that the PET has, not next to its ends or a gap."""
    lost = np.pad(pet.missing, 1, constant_values=True)
    near = ndimage.binary_dilation(lost, iterations=max(1, round(24.0 / pet.spacing_mm[0])))
    slices = np.rint(pet.geometry.to_index(points)[:, 0]).astype(int)
    return ~near[1:-1][np.clip(slices, 0, len(pet.missing) - 1)]


def _liver(cells: NDArray[Any], view: View) -> Mask:
    return _even(cells == Tissue.LIVER, view, EVEN)


def _lung(cells: NDArray[Any], view: View) -> Mask:
    return _even(cells == Tissue.LUNGS, view, EVEN_LUNG)


def _even(organ: Mask, view: View, limits: tuple[float, float]) -> Mask:
    """The organ where its uptake is that of most of it."""
    if not organ.any():
        return organ
    level = float(np.median(view.smooth[organ]))
    return organ & (view.smooth > limits[0] * level) & (view.smooth < limits[1] * level)


def _node(cells: NDArray[Any], view: View) -> Mask:
    """Fat, muscle and what is between the organs, faint and steady, below the skin."""
    body = cells != Tissue.AIR
    deep = ndimage.distance_transform_edt(body, STEP_MM) > UNDER_SKIN_MM
    soft = np.isin(cells, (Tissue.BODY, Tissue.MUSCLE)) & deep
    liver = cells == Tissue.LIVER
    if liver.any():
        most = OF_LIVER * float(np.median(view.smooth[liver]))
    elif soft.any():
        most = OF_BODY * float(np.median(view.smooth[soft]))
    else:
        return soft
    hottest = ndimage.maximum_filter(view.smooth, round(20.0 / STEP_MM))
    return soft & (view.smooth < most) & (hottest < STEADY * np.maximum(view.smooth, most / 3))


_OF_SITE = {"liver": _liver, "lung": _lung, "node": _node}
