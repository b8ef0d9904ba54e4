"""The line round a VOI that is not a sphere, where a pane cuts it."""

import numpy as np
import pytest

from station.app.state import Framing, Plane, View
from station.app.viewing.outline import EVERY_PIXEL, outlines
from station.app.viewing.planes import Frame, frame_of
from station.app.voi.measuring import Measuring
from station.pet.voi import Mask, Sphere
from station.pet.volume import FloatArray
from tests.made_up.images import grid, series, suv_image

SHAPE, SPACING_MM = (40, 50, 60), (2.0, 1.0, 1.0)
GRID = grid(SHAPE, SPACING_MM)
IMAGE = suv_image(np.ones(SHAPE), series(geometry=GRID))
CENTRE = (30.0, 25.0, 40.0)
BALL = Sphere(CENTRE, 14.0)
FIELD = ((0.0, 0.0, 0.0), (60.0, 50.0, 80.0))
SIDE_PX = 400


def mask_of(sphere: Sphere) -> Mask:
    slices, rows, columns = np.indices(SHAPE)
    x, y, z = columns * SPACING_MM[2], rows * SPACING_MM[1], slices * SPACING_MM[0]
    cx, cy, cz = sphere.centre_mm
    inside = (x - cx) ** 2 + (y - cy) ** 2 + (z - cz) ** 2 <= sphere.radius_mm**2
    return Mask(inside, GRID)


def frame(plane: Plane, zoom: float = 1.0, at: tuple[float, float, float] = CENTRE) -> Frame:
    view = View(at).framed(plane, Framing(zoom))
    return frame_of(plane, view, FIELD, SIDE_PX, SIDE_PX)


def lines_of(mask: Mask, shown: Frame) -> list[FloatArray]:
    return outlines(Measuring().mask(IMAGE, mask), shown)


@pytest.mark.parametrize("plane", Plane)
def test_the_outline_of_a_ball_of_voxels_lies_on_the_balls_cut(plane: Plane):
    shown = frame(plane)
    (line,) = lines_of(mask_of(BALL), shown)
    points = np.array([shown.to_patient(column, row) for column, row in line])
    radii = np.linalg.norm(points - CENTRE, axis=1)
    voxel = np.linalg.norm(SPACING_MM) / 2
    assert np.abs(radii - BALL.radius_mm).max() <= voxel + EVERY_PIXEL * shown.mm_per_pixel
    assert radii.mean() == pytest.approx(BALL.radius_mm, rel=0.03)


def test_an_outline_is_a_closed_line():
    (line,) = lines_of(mask_of(BALL), frame(Plane.AXIAL))
    np.testing.assert_array_equal(line[0], line[-1])


def test_in_a_slice_that_the_voi_does_not_reach_there_is_none():
    x, y, z = CENTRE
    away = z + BALL.radius_mm + 2 * SPACING_MM[0]
    assert lines_of(mask_of(BALL), frame(Plane.AXIAL, at=(x, y, away))) == []


def test_a_voi_that_leaves_the_pane_is_closed_along_its_edge():
    shown = frame(Plane.AXIAL, zoom=2.5, at=CENTRE)
    x, y, z = CENTRE
    wide = mask_of(Sphere((x - 10.0, y, z), 30.0))
    (line,) = lines_of(wide, shown)
    np.testing.assert_array_equal(line[0], line[-1])
    assert line[:, 0].min() < 0, "it runs along the left edge, not through the picture"
    assert line[:, 0].min() >= -EVERY_PIXEL


def test_two_separate_pieces_and_a_hole_are_lines_of_their_own():
    inside = np.zeros(SHAPE, bool)
    inside[20, 5:20, 5:20] = inside[20, 30:45, 40:55] = True
    inside[20, 10:14, 10:14] = False
    assert len(lines_of(Mask(inside, GRID), frame(Plane.AXIAL))) == 3


def test_the_outline_of_a_box_of_voxels_encloses_their_area():
    inside = np.zeros(SHAPE, bool)
    inside[20, 10:30, 20:50] = True
    shown = frame(Plane.AXIAL)
    (line,) = lines_of(Mask(inside, GRID), shown)
    column, row = line.T
    area = abs(np.sum(column[:-1] * row[1:] - column[1:] * row[:-1])) / 2
    assert area * shown.mm_per_pixel**2 == pytest.approx(20 * 30, rel=0.03)
