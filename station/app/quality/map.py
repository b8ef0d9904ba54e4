"""The map of what drives a grade: its strongest places, and how it is laid over a projection."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from station.pet.loaded import as_point
from station.pet.voi import Point
from station.pet.volume import Volume

if TYPE_CHECKING:
    from station.pet.mip import Mip

MOST_PLACES, LEAST_SHARE = 5, 0.2
"""So many places of the map are listed, and none that weighs less than this part of the first"""


@dataclass(frozen=True)
class Driver:
    """A place that drives a grade."""

    position_mm: Point
    """LPS"""
    weight: float
    """Of the map there; above 0 it pulls the grade down"""


def drivers(evidence: Volume) -> tuple[Driver, ...]:
    """The places of a map that pull a grade down most, the strongest first; no two neighbours."""
    values = np.nan_to_num(evidence.voxels)
    highest = np.asarray(_ndimage().maximum_filter(values, size=3))
    peaks = np.argwhere((values == highest) & (values > 0))
    peaks = sorted(peaks.tolist(), key=lambda at: -values[tuple(at)])
    strongest: list[Driver] = []
    for at in peaks[:MOST_PLACES]:
        weight = float(values[tuple(at)])
        if strongest and weight < LEAST_SHARE * strongest[0].weight:
            break
        strongest.append(Driver(as_point(evidence.geometry.to_patient(at)), weight))
    return tuple(strongest)


def front_weights(evidence: Volume, mip: "Mip") -> NDArray[np.float32]:
    """The highest weight of a map behind each pixel of a front view, float32 (rows, columns), as a
    part of the map's highest; 0 where nothing pulls the grade down."""
    rows, columns = mip.images.shape[1:]
    row, column = np.mgrid[:rows, :columns]
    return np.maximum(_along_rays(evidence, mip, row, column).max(axis=0), 0) / _highest(evidence)


def heaviest_on_ray(evidence: Volume, mip: "Mip", row: float, column: float) -> Point:
    """LPS mm of the place that weighs most behind a pixel of a front view."""
    along = _along_rays(evidence, mip, np.array(row), np.array(column))
    position = _on_rays(evidence, mip, np.array(row), np.array(column))
    return as_point(position[int(along.argmax())])


def _highest(evidence: Volume) -> float:
    return max(float(np.nanmax(evidence.voxels)), 1e-12)


def _on_rays(
    evidence: Volume, mip: "Mip", row: NDArray[Any], column: NDArray[Any]
) -> NDArray[np.float64]:
    """LPS mm of places behind pixels of a front view, from front to back (depths, …, 3)."""
    rows, columns = mip.images.shape[1:]
    low, high = evidence.geometry.bounds_mm
    step = min(evidence.geometry.spacing_mm)
    depths = np.arange(low[1] + step / 2, high[1], step)
    place = np.empty((len(depths), *row.shape, 3))
    place[..., 0] = mip.centre_mm[0] + (column - (columns - 1) / 2) * mip.pixel_mm[1]
    place[..., 1] = depths.reshape(-1, *(1,) * row.ndim)
    place[..., 2] = mip.centre_mm[2] + ((rows - 1) / 2 - row) * mip.pixel_mm[0]
    return place


def _along_rays(
    evidence: Volume, mip: "Mip", row: NDArray[Any], column: NDArray[Any]
) -> NDArray[np.float32]:
    """The map, linear between its voxels, at those places (depths, …); 0 outside it."""
    index = evidence.geometry.to_index(_on_rays(evidence, mip, row, column))
    values = np.nan_to_num(evidence.voxels)
    at = np.moveaxis(index, -1, 0)
    return np.asarray(
        _ndimage().map_coordinates(values, at, order=1, mode="grid-constant"), np.float32
    )


def _ndimage() -> Any:
    """scipy.ndimage, whose own types are incomplete; not before there is a map."""
    from scipy import ndimage

    return ndimage
