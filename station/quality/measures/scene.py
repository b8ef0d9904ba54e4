"""One image and its organs as the measures see them."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage as untyped_ndimage

from station.pet.volume import FloatArray, Geometry, Volume
from station.quality.organs import CELL_MM, Organs, Tissue
from station.quality.working_grid import Image, Mask, View

ndimage: Any = untyped_ndimage  # its own types are incomplete

FAR_MM = 1000.0
"""Distance from the patient of what is beyond the grid of the organs"""
EVEN = (0.72, 1.36)
"""Liver, smoothed over 12 mm, has an uptake between these fractions of its own median"""
FEWEST_CELLS = 30
"""Of an organ, after its outermost cells are taken off: 15 mL"""
SOLID = tuple(set(Tissue) - {Tissue.AIR, Tissue.LUNGS, Tissue.LESION, Tissue.BLADDER})
"""Of the patient, without lungs and without what is much hotter than its surroundings"""


@dataclass(frozen=True, eq=False)
class Patch:
    """A box of an image on its own grid, with an organ in it."""

    values: Image
    """Uptake (slice, row, column); NaN where the image has no value"""
    inside: Mask
    """Voxels of the organ, without its outermost cells"""
    spacing_mm: tuple[float, float, float]
    """Along slice, row and column"""


@dataclass(frozen=True, eq=False)
class Scene:
    """What every measure is taken from. Nothing in it is measured twice."""

    pet: Volume
    """In any unit: no measure depends on the scale"""
    view: View
    """PET and CT on the working grid"""
    organs: Organs
    axis_mm: tuple[float, float] | None = None
    """x and y of the scanner's axis, LPS; None: the middle of the image's field"""

    @cached_property
    def cells(self) -> NDArray[np.uint8]:
        """The organs on the working grid: that of the cell each voxel is in, AIR beyond them."""
        return at_points(self.organs.cells, self.organs.geometry, self.view.geometry)

    @cached_property
    def body(self) -> Mask:
        """The patient on the working grid."""
        return self.cells != Tissue.AIR

    @cached_property
    def depth_mm(self) -> Image:
        """How far each voxel of the working grid is below the patient's surface, 0 outside, to the
        nearest cell; negative: how far outside."""
        inside = self.organs.cells != Tissue.AIR
        depth = ndimage.distance_transform_edt(inside, CELL_MM)
        depth -= ndimage.distance_transform_edt(~inside, CELL_MM)
        depth -= np.sign(depth) * (CELL_MM / 2)  # from cell centres to the surface between them
        return at_points(
            depth.astype(np.float32), self.organs.geometry, self.view.geometry, -FAR_MM
        )

    @cached_property
    def axis(self) -> tuple[float, float]:
        """x and y of the scanner's axis, LPS."""
        if self.axis_mm is not None:
            return self.axis_mm
        low, high = self.pet.geometry.bounds_mm
        return float(low[0] + high[0]) / 2, float(low[1] + high[1]) / 2

    @cached_property
    def liver_level(self) -> float:
        """Median uptake of the liver; NaN if it is not in view."""
        return self.level(Tissue.LIVER)

    @cached_property
    def body_level(self) -> float:
        """Median uptake of the patient without lungs, lesions and bladder; NaN if empty."""
        inside = np.isin(self.cells, SOLID)
        level = float(np.median(self.view.uptake[inside])) if inside.any() else np.nan
        return level if level > 0 else np.nan

    def prepared(self) -> None:
        """Compute what several measures share, before they are taken side by side."""
        _ = self.depth_mm, self.body_level, self.view.body, self._smooth_cells

    def core(self, tissue: Tissue) -> Mask:
        """Cells of an organ without its outermost ones, which its neighbours spill into; of the
        liver, without what is not as hot as most of it: lesions, and what was taken for liver."""
        core = inner(self.organs.cells == tissue)
        if tissue is not Tissue.LIVER or not core.any():
            return core
        for _ in range(2):
            relative = self._smooth_cells / np.median(self._smooth_cells[core])
            core &= (relative > EVEN[0]) & (relative < EVEN[1])
        # What is as hot only because something hotter spills into it is at the edge.
        deeper = inner(core)
        return deeper if deeper.sum() >= FEWEST_CELLS else core

    @cached_property
    def _smooth_cells(self) -> Image:
        """The uptake at each cell's centre, smoothed over 12 mm."""
        return at_points(self.view.smooth, self.view.geometry, self.organs.geometry)

    def level(self, tissue: Tissue) -> float:
        """Median uptake of an organ without its outermost cells; NaN where it is too small."""
        core = self.core(tissue)
        if core.sum() < FEWEST_CELLS:
            return np.nan
        inside = at_points(core, self.organs.geometry, self.view.geometry)
        if not inside.any():
            return np.nan
        level = float(np.median(self.view.uptake[inside]))
        return level if level > 0 else np.nan

    def patch(self, tissue: Tissue, thickest_mm: float = 1e9) -> Patch | None:
        """The image's own voxels around an organ, of at most this length along the patient about
        its middle; None where the organ is too small."""
        core = self.core(tissue)
        if core.sum() < FEWEST_CELLS:
            return None
        places = np.argwhere(core)
        corners = self.organs.geometry.to_patient(
            np.array([places.min(axis=0) - 1, places.max(axis=0) + 1])
        )
        low, high = corners.min(axis=0), corners.max(axis=0)
        middle = (low[2] + high[2]) / 2
        low[2], high[2] = (
            max(low[2], middle - thickest_mm / 2),
            min(high[2], middle + thickest_mm / 2),
        )
        box = box_in(self.pet.geometry, low, high)
        if box is None:
            return None
        grid = sub_grid(self.pet.geometry, box)
        values = np.asarray(self.pet.voxels[box], np.float32)
        inside = at_points(core, self.organs.geometry, grid) & np.isfinite(values)
        if not inside.any():
            return None
        return Patch(values, inside, grid.spacing_mm)


def inner(mask: Mask) -> Mask:
    """Without the outermost cells; the grid's edge is outside."""
    return np.asarray(ndimage.binary_erosion(mask), np.bool_)


def at_points(
    values: NDArray[Any], grid: Geometry, points: Geometry, beyond: float = 0
) -> NDArray[Any]:
    """The values of `grid` at the voxel centres of `points`, nearest; `beyond` outside the grid.

    Both grids run along the same axes, in any order of direction.
    """
    to_index = grid.inverse @ points.affine
    matrix = to_index[:3, :3]
    axes = [int(axis) for axis in np.abs(matrix).argmax(axis=1)]
    out = values
    known: list[Mask] = []
    for axis, of in enumerate(axes):
        at = np.rint(matrix[axis, of] * np.arange(points.shape[of]) + to_index[axis, 3])
        known.append((at >= 0) & (at < values.shape[axis]))
        out = np.take(out, np.clip(at, 0, values.shape[axis] - 1).astype(np.intp), axis)
    out = np.transpose(out, np.argsort(axes))
    there = [known[axes.index(of)] for of in range(3)]
    seen = there[0][:, None, None] & there[1][None, :, None] & there[2][None, None, :]
    return np.where(seen, out, np.asarray(beyond, out.dtype))


def box_in(
    grid: Geometry, low_mm: FloatArray, high_mm: FloatArray
) -> tuple[slice, slice, slice] | None:
    """The voxels of a grid between two corners in LPS mm; None: none."""
    ends = grid.to_index(np.array([[x, y, z] for x, y, z in _corners(low_mm, high_mm)]))
    sides: list[slice] = []
    for axis, size in enumerate(grid.shape):
        first = max(0, int(np.floor(ends[:, axis].min())))
        end = min(size, int(np.ceil(ends[:, axis].max())) + 1)
        if first >= end:
            return None
        sides.append(slice(first, end))
    return sides[0], sides[1], sides[2]


def _corners(low: FloatArray, high: FloatArray) -> Iterator[tuple[float, float, float]]:
    for x in (low[0], high[0]):
        for y in (low[1], high[1]):
            for z in (low[2], high[2]):
                yield float(x), float(y), float(z)


def sub_grid(grid: Geometry, box: tuple[slice, slice, slice]) -> Geometry:
    """The grid of a box of a grid's voxels."""
    affine = np.array(grid.affine)
    affine[:3, 3] = grid.to_patient([side.start for side in box])
    first, second, third = (side.stop - side.start for side in box)
    return Geometry((first, second, third), affine)
