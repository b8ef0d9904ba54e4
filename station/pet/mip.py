"""Rotating maximum intensity projection (MIP) about the patient's head–foot axis.

The axis passes through the volume's centre. At angle 0 the reader looks at the patient from the
front, head up, the patient's right on the left of the picture. With increasing angle the reader
walks around the patient's left side: 90° is the left lateral view, 180° the view from behind, 270°
the right lateral view. Every angle past 180° is the mirror image of one before it.

Voxels are projected onto the picture instead of rays through the volume: each voxel raises the one
pixel its centre falls on. So no lesion is missed between two rays, every pixel is the value of a
voxel, and the maximum of the picture is the maximum of the volume. No pixel inside a body stays
empty, because a pixel is as wide as the widest voxel spacing it has to bridge.

Air (0, in a CT -1000 HU) is where every pixel starts. Voxels at or below it and voxels that were
never stored (NaN) contribute nothing, and columns of only such voxels are skipped.
"""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from math import ceil, sqrt
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from station.pet.compiled import kernel
from station.pet.volume import AXIS_TOLERANCE, FloatArray, Geometry, Unit, Volume
from station.progress import Report, silent

ANGLES = 72
"""Views in a full turn, one every 5°."""

STORED_ANGLES = ANGLES // 2
"""The other half are mirror images."""

AIR_HU = -1000.0

THREADS = 2
"""Each needs a core and its second-level cache to itself."""

SLAB = 128
"""Slices projected at a time: 512 bytes, a whole number of SIMD registers and cache lines."""

TILE = 8
"""Side of the block of voxel columns that stays in the cache while all angles are projected."""

PIXEL_EDGE_TOLERANCE = 1e-4
"""A voxel this close below the edge between two pixels belongs to the second: otherwise rounding
would scatter voxels exactly on the edges to both sides and leave holes."""


@dataclass(frozen=True, eq=False)
class Mip:
    """Projections of one volume, in its unit."""

    images: NDArray[np.float32]
    """(angles 0 to 175° in steps of 5° or only the first, rows from head to feet, columns)"""
    pixel_mm: tuple[float, float]
    """Height and width of a pixel"""
    centre_mm: FloatArray
    """LPS position in the middle of every picture"""

    def __post_init__(self) -> None:
        self.images.flags.writeable = False

    @property
    def is_complete(self) -> bool:
        """Whether it holds all angles, not only the front view."""
        return len(self.images) == STORED_ANGLES

    def angle_deg(self, index: int) -> float:
        """How far the reader has walked around to the patient's left at view `index` (0 to 71)."""
        return _checked(index) * 360 / ANGLES

    def image(self, index: int) -> NDArray[np.float32]:
        """View `index` (0 to 71), contiguous float32 (rows, columns)."""
        stored = self.images[_checked(index) % STORED_ANGLES]
        return stored if index < STORED_ANGLES else np.ascontiguousarray(stored[:, ::-1])

    def position_to_mip(self, position_mm: ArrayLike, index: int) -> tuple[float, float]:
        """(row, column) of view `index` onto which an LPS position falls; whole numbers are pixel
        centres, positions outside the volume are outside the picture."""
        x, y, z = np.asarray(position_mm, dtype=np.float64) - self.centre_mm
        angle = np.deg2rad(self.angle_deg(index))
        rows, columns = self.images.shape[1:]
        return (
            float((rows - 1) / 2 - z / self.pixel_mm[0]),
            float((columns - 1) / 2 + (x * np.cos(angle) + y * np.sin(angle)) / self.pixel_mm[1]),
        )


def front_mip(volume: Volume) -> Mip:
    """Only the view from the front: what to show while `rotating_mip` works."""
    projection = _Projection(volume.geometry)
    voxels = volume.voxels.transpose(projection.order)
    images = np.empty((1, *projection.shape), np.float32)
    air = _air(volume.unit)
    if projection.is_aligned:
        across = projection.column_shares[2][0]
        rows = projection.row_shares[0].astype(np.intp)
        bounds = np.linspace(0, len(voxels), THREADS + 1).astype(int)
        with ThreadPoolExecutor(THREADS) as pool:
            for done in [
                pool.submit(
                    _project_front, voxels[low:high], rows[low:high], across, air, images[0]
                )
                for low, high in pairwise(bounds)
            ]:
                done.result()
    else:
        _project_voxels(
            voxels, projection.row_shares, projection.column_shares_at(0), air, images[0]
        )
    return projection.mip(images)


def rotating_mip(volume: Volume, report: Report = silent) -> Mip:
    """All angles.

    The volume is read once and all angles are projected from each part of it while that is in the
    cache, so they are complete together; `report` is called between the parts.
    """
    message = "Projecting the MIP"
    report(0.0, message)
    projection = _Projection(volume.geometry)
    voxels = volume.voxels.transpose(projection.order)
    images = np.empty((STORED_ANGLES, *projection.shape), np.float32)
    air = _air(volume.unit)
    pool = ThreadPoolExecutor(THREADS)
    if projection.is_aligned:
        rows = projection.row_shares[0].astype(np.intp)
        _, of_rows, of_columns = projection.column_shares
        parts = [
            pool.submit(
                _project_slab,
                voxels[low : low + SLAB],
                rows[low : low + SLAB],
                of_rows,
                of_columns,
                air,
                images,
            )
            for low in range(0, len(voxels), SLAB)
        ]
    else:
        parts = [
            pool.submit(
                _project_voxels,
                voxels,
                projection.row_shares,
                projection.column_shares_at(angle),
                air,
                images[angle],
            )
            for angle in range(STORED_ANGLES)
        ]
    try:
        for done, part in enumerate(parts, start=1):
            part.result()
            report(done / len(parts), message)
    finally:
        pool.shutdown(cancel_futures=True)
    return projection.mip(images)


def hottest_point(volume: Volume, mip_index: int, row: int, column: int) -> FloatArray | None:
    """LPS position (3,) of the voxel that a pixel of view `mip_index` (0 to 71) shows.

    None where the pixel shows air or is outside the picture.
    """
    projection = _Projection(volume.geometry)
    rows, columns = projection.shape
    if not (0 <= row < rows and 0 <= column < columns):
        return None
    angle = _checked(mip_index) % STORED_ANGLES
    if mip_index >= STORED_ANGLES:
        column = columns - 1 - column
    row_shares = projection.row_shares
    of_slices, of_rows, of_columns = projection.column_shares_at(angle)
    first, last = 0, len(of_slices)
    if projection.is_aligned:
        first = int(np.flatnonzero(row_shares[0].astype(np.intp) == row)[0])
        last = first + 1
    voxels = volume.voxels.transpose(projection.order)[first:last]
    hottest = _hottest_voxel(
        voxels,
        (row_shares[0][first:last], row_shares[1], row_shares[2]),
        (of_slices[first:last], of_rows, of_columns),
        _air(volume.unit),
        row,
        column,
    )
    if hottest[0] < 0:
        return None
    index = np.empty(3)
    index[list(projection.order)] = (hottest[0] + first, hottest[1], hottest[2])
    return volume.geometry.to_patient(index)


def _checked(index: int) -> int:
    if not 0 <= index < ANGLES:
        raise IndexError(f"a view of the MIP is 0 to {ANGLES - 1}, not {index}")
    return index


def _air(unit: Unit) -> np.float32:
    return np.float32(AIR_HU if unit is Unit.HU else 0.0)


Shares = tuple[FloatArray, FloatArray, FloatArray]


class _Projection:
    """Onto which pixel each voxel of a grid falls, at every stored angle.

    The row of voxel (i, j, k) is the integer part of the sum of three terms, one for each index,
    and so is the column. Indices are in the order (along the body, front to back, right to left),
    in either direction of the grid.
    """

    def __init__(self, geometry: Geometry) -> None:
        self.geometry = geometry
        self.is_aligned = geometry.is_aligned
        directions = geometry.affine[:3, :3] / geometry.spacing_mm
        if self.is_aligned:
            directions = np.where(np.abs(directions) < AXIS_TOLERANCE, 0.0, np.sign(directions))
        along_body = int(np.abs(directions[2]).argmax())
        to_back, to_left = sorted(
            {0, 1, 2} - {along_body}, key=lambda axis: abs(float(directions[0, axis]))
        )
        self.order: tuple[int, int, int] = (along_body, to_back, to_left)
        self._counts = [geometry.shape[axis] for axis in self.order]
        self._steps_mm: FloatArray = (directions * geometry.spacing_mm)[:, list(self.order)]
        spacing = [geometry.spacing_mm[axis] for axis in self.order]
        if self.is_aligned:
            self.pixel_mm = (spacing[0], max(spacing[1:]))
        else:
            # No place is further from a voxel's centre than half a voxel's diagonal: a pixel that
            # holds a circle as wide as the diagonal is never empty at any tilt.
            self.pixel_mm = (sqrt(3) * max(spacing), sqrt(3) * max(spacing))

    @cached_property
    def _angles(self) -> FloatArray:
        return np.arange(STORED_ANGLES, dtype=np.float64) * (2 * np.pi / ANGLES)

    @cached_property
    def _column_steps(self) -> FloatArray:
        """Pixels to the right for one voxel, (angles, 3)."""
        x_steps, y_steps = self._steps_mm[:2] / self.pixel_mm[1]
        return np.outer(np.cos(self._angles), x_steps) + np.outer(np.sin(self._angles), y_steps)

    @cached_property
    def _row_steps(self) -> FloatArray:
        """Pixels down for one voxel, (3,)."""
        return -self._steps_mm[2] / self.pixel_mm[0]

    @cached_property
    def shape(self) -> tuple[int, int]:
        """(rows, columns) that hold the volume at every angle."""
        last = np.array(self._counts) - 1
        rows = ceil(float(np.abs(self._row_steps) @ last) - PIXEL_EDGE_TOLERANCE) + 1
        columns = ceil(float((np.abs(self._column_steps) @ last).max())) + 1
        # An odd number of voxels has one in the middle, an even number has none. With the same
        # parity in the picture, each voxel falls on the middle of a pixel of the front view.
        columns += (columns - self._counts[2]) % 2
        return rows, columns

    @cached_property
    def _from_centre(self) -> list[FloatArray]:
        """Index of each voxel along each axis, relative to the volume's centre."""
        return [np.arange(count, dtype=np.float64) - (count - 1) / 2 for count in self._counts]

    @cached_property
    def row_shares(self) -> Shares:
        slices, rows, columns = (
            step * index for step, index in zip(self._row_steps, self._from_centre, strict=True)
        )
        return slices + ((self.shape[0] - 1) / 2 + 0.5 + PIXEL_EDGE_TOLERANCE), rows, columns

    @cached_property
    def column_shares(self) -> Shares:
        """(angles, slices), (angles, rows), (angles, columns)"""
        slices, rows, columns = (
            np.outer(step, index)
            for step, index in zip(self._column_steps.T, self._from_centre, strict=True)
        )
        return slices, rows, columns + ((self.shape[1] - 1) / 2 + 0.5 + PIXEL_EDGE_TOLERANCE)

    def column_shares_at(self, angle: int) -> Shares:
        slices, rows, columns = self.column_shares
        return slices[angle], rows[angle], columns[angle]

    def mip(self, images: NDArray[np.float32]) -> Mip:
        return Mip(images, self.pixel_mm, self.geometry.centre_mm)


@kernel
def _project_front(
    voxels: NDArray[Any],
    picture_rows: NDArray[np.intp],
    column_shares: FloatArray,
    air: np.float32,
    image: NDArray[np.float32],
) -> None:
    """Angle 0 of a grid along the patient's axes."""
    slices, rows, columns = voxels.shape
    hottest = np.empty(columns, np.float32)
    for s in range(slices):
        hottest[:] = air
        for r in range(rows):
            for c in range(columns):
                value = np.float32(voxels[s, r, c])
                hottest[c] = value if value > hottest[c] else hottest[c]
        line = image[picture_rows[s]]
        line[:] = air
        for c in range(columns):
            pixel = int(column_shares[c])
            line[pixel] = max(line[pixel], hottest[c])


@kernel
def _project_slab(
    voxels: NDArray[Any],
    picture_rows: NDArray[np.intp],
    of_rows: FloatArray,
    of_columns: FloatArray,
    air: np.float32,
    images: NDArray[np.float32],
) -> None:
    """All angles of up to SLAB slices of a grid along the patient's axes.

    The voxels are transposed so that slices are contiguous in memory: then one comparison of SIMD
    registers raises many pixels, which share their column.
    """
    slices, rows, columns = voxels.shape
    angles, _, width = images.shape
    pictures = np.full((angles, width, SLAB), air, np.float32)
    tile = np.full((TILE, TILE, SLAB), air, np.float32)
    for r0 in range(0, rows, TILE):
        high_row = min(TILE, rows - r0)
        for c0 in range(0, columns, TILE):
            high_column = min(TILE, columns - c0)
            hottest = np.full((TILE, TILE), air, np.float32)
            for s in range(slices):
                for r in range(high_row):
                    for c in range(high_column):
                        value = np.float32(voxels[s, r0 + r, c0 + c])
                        tile[r, c, s] = value
                        hottest[r, c] = value if value > hottest[r, c] else hottest[r, c]
            for angle in range(angles):
                for c in range(high_column):
                    for r in range(high_row):
                        if hottest[r, c] > air:
                            pixel = int(of_columns[angle, c0 + c] + of_rows[angle, r0 + r])
                            line = pictures[angle, pixel]
                            column = tile[r, c]
                            for s in range(SLAB):
                                line[s] = column[s] if column[s] > line[s] else line[s]
    for angle in range(angles):
        for s in range(slices):
            for pixel in range(width):
                images[angle, picture_rows[s], pixel] = pictures[angle, pixel, s]


@kernel
def _project_voxels(
    voxels: NDArray[Any],
    row_shares: Shares,
    column_shares: Shares,
    air: np.float32,
    image: NDArray[np.float32],
) -> None:
    """One angle of any grid, voxel by voxel."""
    image[:] = air
    slices, rows, columns = voxels.shape
    for s in range(slices):
        for r in range(rows):
            for c in range(columns):
                value = np.float32(voxels[s, r, c])
                if value > air:
                    row, column = _pixel(row_shares, column_shares, s, r, c)
                    image[row, column] = max(image[row, column], value)


@kernel
def _hottest_voxel(
    voxels: NDArray[Any],
    row_shares: Shares,
    column_shares: Shares,
    air: np.float32,
    wanted_row: int,
    wanted_column: int,
) -> tuple[int, int, int]:
    """Index of the hottest voxel that falls on a pixel; -1 where there is only air."""
    hottest = air
    index = (-1, -1, -1)
    slices, rows, columns = voxels.shape
    for s in range(slices):
        for r in range(rows):
            for c in range(columns):
                row, column = _pixel(row_shares, column_shares, s, r, c)
                value = np.float32(voxels[s, r, c])
                if row == wanted_row and column == wanted_column and value > hottest:
                    hottest = value
                    index = (s, r, c)
    return index


@kernel
def _pixel(row_shares: Shares, column_shares: Shares, s: int, r: int, c: int) -> tuple[int, int]:
    return (
        int(row_shares[0][s] + row_shares[1][r] + row_shares[2][c]),
        int(column_shares[2][c] + column_shares[1][r] + column_shares[0][s]),
    )
