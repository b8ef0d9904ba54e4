"""From patient millimetres to a pane's pixels and back."""

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from station.app.state import Framing, Plane, View
from station.pet.voi import Point
from station.pet.volume import FloatArray, Geometry, Unit, Volume

if TYPE_CHECKING:
    from station.pet.mip import Mip

ACROSS = {Plane.AXIAL: 2, Plane.CORONAL: 1, Plane.SAGITTAL: 0}
"""LPS axis that a plane is cut across."""

RIGHT = {
    Plane.AXIAL: np.array([1.0, 0.0, 0.0]),
    Plane.CORONAL: np.array([1.0, 0.0, 0.0]),
    Plane.SAGITTAL: np.array([0.0, 1.0, 0.0]),
}
DOWN = {
    Plane.AXIAL: np.array([0.0, 1.0, 0.0]),
    Plane.CORONAL: np.array([0.0, 0.0, -1.0]),
    Plane.SAGITTAL: np.array([0.0, 0.0, -1.0]),
}
"""Screen directions in LPS. The patient's right is on the reader's left; in the sagittal plane the
patient looks to the left of the screen."""

# The same as numbers of axes: a pane asks for hundreds of pixels a second, one by one.
_RIGHT_AXIS = {Plane.AXIAL: 0, Plane.CORONAL: 0, Plane.SAGITTAL: 1}
_DOWN_AXIS = {Plane.AXIAL: 1, Plane.CORONAL: 2, Plane.SAGITTAL: 2}

LETTERS = {
    Plane.AXIAL: ("R", "L", "A", "P"),
    Plane.CORONAL: ("R", "L", "S", "I"),
    Plane.SAGITTAL: ("A", "P", "S", "I"),
}
"""Orientation letters at the left, right, top and bottom edge."""

ZOOM_LIMITS = (0.2, 40.0)
GRIDS_KEPT = 64
FIT_MARGIN = 0.96
"""Part of the pane that the body fills at zoom 1."""


@dataclass(frozen=True)
class Frame:
    """The plane that a pane of (rows, columns) pixels shows: pixel (r, c) lies at
    origin + r · down + c · right, in LPS mm; the origin is the centre of pixel (0, 0)."""

    plane: Plane
    origin_mm: Point
    mm_per_pixel: float
    rows: int
    columns: int

    @property
    def right_mm(self) -> FloatArray:
        return RIGHT[self.plane] * self.mm_per_pixel

    @property
    def down_mm(self) -> FloatArray:
        return DOWN[self.plane] * self.mm_per_pixel

    def to_patient(self, column: float, row: float) -> FloatArray:
        """LPS mm of a point of the pane; whole numbers are pixel centres."""
        return np.array(self.origin_mm) + self.right_mm * column + self.down_mm * row

    def to_pixel(self, position_mm: Point | FloatArray) -> tuple[float, float]:
        """(column, row) onto which an LPS position projects."""
        right, down = _RIGHT_AXIS[self.plane], _DOWN_AXIS[self.plane]
        column = (position_mm[right] - self.origin_mm[right]) / self.mm_per_pixel
        row = (position_mm[down] - self.origin_mm[down]) / self.mm_per_pixel
        return float(column), float(row if self.plane is Plane.AXIAL else -row)


def frame_of(
    plane: Plane, view: View, field_mm: tuple[Point, Point], rows: int, columns: int
) -> Frame:
    """The frame of a pane: zoom 1 fits the field (low, high in LPS), shifted as the view says."""
    framing = view.framings[plane]
    right, down, across = _RIGHT_AXIS[plane], _DOWN_AXIS[plane], ACROSS[plane]
    low, high = field_mm
    width, height = abs(high[right] - low[right]), abs(high[down] - low[down])
    fit = max(width / max(columns, 1), height / max(rows, 1)) / FIT_MARGIN
    mm_per_pixel = max(fit, 1e-3) / framing.zoom
    origin = [0.0, 0.0, 0.0]
    for axis in (right, down):
        origin[axis] = (low[axis] + high[axis]) / 2 + framing.shift_mm[axis]
    origin[across] = view.position_mm[across]
    origin[right] -= mm_per_pixel * (columns - 1) / 2
    up = -1 if plane is Plane.AXIAL else 1
    origin[down] += up * mm_per_pixel * (rows - 1) / 2
    x, y, z = map(float, origin)
    return Frame(plane, (x, y, z), mm_per_pixel, rows, columns)


def slice_step_mm(geometry: Geometry, plane: Plane) -> float:
    """Distance across the plane from one slice of the grid to the next."""
    return 1 / abs(_slices_per_mm(geometry, plane))


def slice_number(geometry: Geometry, plane: Plane, position_mm: Point) -> tuple[int, int]:
    """(number of the slice shown, counted from 1, how many there are) across a plane; the number
    lies outside 1…n where the position does."""
    axis = _grid_axis(geometry, plane)
    index = int(np.floor(geometry.to_index(position_mm)[axis] + 0.5))
    return index + 1, geometry.shape[axis]


def step_slices(geometry: Geometry, plane: Plane, position_mm: Point, steps: int) -> Point:
    """The position `steps` slices on (towards the head, the back, the left), on a slice's centre,
    held inside the grid."""
    axis = _grid_axis(geometry, plane)
    index = geometry.to_index(position_mm)[axis]
    per_mm = _slices_per_mm(geometry, plane)
    forward = 1 if per_mm > 0 else -1
    wanted = np.clip(np.floor(index + 0.5) + steps * forward, 0, geometry.shape[axis] - 1)
    moved = list(position_mm)
    moved[ACROSS[plane]] += float(wanted - index) / per_mm
    return moved[0], moved[1], moved[2]


def end_slice(geometry: Geometry, plane: Plane, position_mm: Point, last: bool) -> Point:
    """The position on the first (feet, front, right) or last slice across a plane."""
    return step_slices(
        geometry,
        plane,
        position_mm,
        geometry.shape[_grid_axis(geometry, plane)] * (1 if last else -1),
    )


@lru_cache(GRIDS_KEPT)
def _grid_axis(geometry: Geometry, plane: Plane) -> int:
    """The grid's axis that runs most nearly across the plane."""
    return int(np.argmax(np.abs(geometry.inverse[:3, ACROSS[plane]]) * geometry.spacing_mm))


def _slices_per_mm(geometry: Geometry, plane: Plane) -> float:
    """How many slices of the grid one passes in a millimetre across the plane; below 0 where they
    run towards the feet, the front or the right. The same for oblique grids."""
    return float(geometry.inverse[_grid_axis(geometry, plane), ACROSS[plane]])


def zoomed(
    framing: Framing, factor: float, about_mm: FloatArray | None, middle_mm: FloatArray
) -> Framing:
    """The framing magnified by `factor`, the point `about_mm` staying where it is on the pane.

    `middle_mm` is the LPS point now in the middle of the pane.
    """
    zoom = float(np.clip(framing.zoom * factor, *ZOOM_LIMITS))
    if about_mm is None:
        return Framing(zoom, framing.shift_mm)
    stay = 1 - framing.zoom / zoom
    shift = np.array(framing.shift_mm) + (about_mm - middle_mm) * stay
    return Framing(zoom, (float(shift[0]), float(shift[1]), float(shift[2])))


def projection_volume(mip: "Mip", angle: int) -> Volume:
    """One picture of a rotating MIP as a volume of one coronal slice, to be drawn as one.

    Its x runs to the right of the picture and its z up, in mm from the picture's middle; y is 0.
    """
    picture = mip.image(angle)
    row_mm, column_mm = mip.pixel_mm
    rows, columns = picture.shape
    affine = np.array(
        [
            [0.0, 0.0, column_mm, -column_mm * (columns - 1) / 2],
            [1.0, 0.0, 0.0, 0.0],
            [0.0, -row_mm, 0.0, row_mm * (rows - 1) / 2],
            [0.0, 0.0, 0.0, 1.0],
        ]
    )
    return Volume(picture[None], Geometry((1, rows, columns), affine), Unit.STORED)
