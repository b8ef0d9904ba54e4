"""From patient millimetres to a pane's pixels: laws of the frames, and the directions of a film."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from station.app.state import Framing, Plane, View
from station.app.viewing.planes import (
    ACROSS,
    LETTERS,
    ZOOM_LIMITS,
    Frame,
    end_slice,
    frame_of,
    projection_volume,
    slice_number,
    slice_step_mm,
    step_slices,
    zoomed,
)
from station.pet.loaded import as_point
from station.pet.mip import front_mip
from station.pet.voi import Point
from station.pet.volume import Geometry, Unit, Volume
from tests.made_up.images import grid

MM = st.floats(-1000, 1000)
POINTS = st.tuples(MM, MM, MM)
PLANES = st.sampled_from(Plane)
FRAMES = st.builds(
    Frame,
    plane=PLANES,
    origin_mm=POINTS,
    mm_per_pixel=st.floats(0.05, 20),
    rows=st.integers(1, 2000),
    columns=st.integers(1, 2000),
)
BODY: tuple[Point, Point] = ((-200.0, -150.0, -500.0), (200.0, 100.0, 400.0))
FRAMINGS = st.builds(Framing, st.floats(0.5, 20), POINTS)
PIXELS = st.integers(50, 900)


def oblique(degrees: float) -> Geometry:
    """An axial grid turned about the patient's left–right axis."""
    turn = np.deg2rad(degrees)
    rotation = np.array(
        [[1, 0, 0], [0, np.cos(turn), -np.sin(turn)], [0, np.sin(turn), np.cos(turn)]]
    )
    affine = grid().affine.copy()
    affine[:3, :3] = rotation @ affine[:3, :3]
    return Geometry(grid().shape, affine)


FEET_LAST = Geometry(
    (8, 10, 12),
    np.array([[0, 0, 2.0, 0], [0, 2.0, 0, 0], [-3.0, 0, 0, 21.0], [0, 0, 0, 1]]),
)
SAGITTAL_STACK = Geometry(
    (8, 10, 12),  # slices run to the left, rows to the feet, columns to the back
    np.array([[3.0, 0, 0, 0], [0, 0, 2.0, 0], [0, -2.0, 0, 18.0], [0, 0, 0, 1]]),
)
GRIDS = [grid(), FEET_LAST, SAGITTAL_STACK, oblique(20), oblique(-40)]


# --- Frames -------------------------------------------------------------------------------------


@given(FRAMES, st.floats(-500, 2500), st.floats(-500, 2500))
def test_a_pixel_is_found_again_at_its_place_in_the_patient(
    frame: Frame, column: float, row: float
):
    assert frame.to_pixel(frame.to_patient(column, row)) == pytest.approx((column, row), abs=1e-6)


@given(FRAMES, POINTS)
def test_a_position_projects_straight_onto_the_plane(frame: Frame, position: Point):
    """What differs between a point and its pixel is its distance across the plane."""
    back = frame.to_patient(*frame.to_pixel(position))
    across = ACROSS[frame.plane]
    assert back[across] == pytest.approx(frame.origin_mm[across])
    in_plane = [axis for axis in range(3) if axis != across]
    np.testing.assert_allclose(back[in_plane], np.array(position)[in_plane], atol=1e-6)


@given(PLANES, POINTS, PIXELS, PIXELS)
def test_a_frame_cuts_through_the_cursor(plane: Plane, position: Point, rows: int, columns: int):
    frame = frame_of(plane, View(position), BODY, rows, columns)
    assert frame.to_patient(3, 4)[ACROSS[plane]] == pytest.approx(position[ACROSS[plane]])


@given(PLANES, PIXELS, PIXELS)
def test_zoom_1_shows_the_whole_body_in_the_middle(plane: Plane, rows: int, columns: int):
    frame = frame_of(plane, View(), BODY, rows, columns)
    corners = np.array([frame.to_pixel(corner) for corner in BODY])
    assert (corners.min(axis=0) >= -0.5).all()
    assert (corners.max(axis=0) <= (columns - 0.5, rows - 0.5)).all()
    assert corners.mean(axis=0) == pytest.approx(((columns - 1) / 2, (rows - 1) / 2))
    filled = (corners.max(axis=0) - corners.min(axis=0)) / (columns, rows)
    assert filled.max() == pytest.approx(0.96), "it fills the pane in one direction"


@given(PLANES, st.floats(0.5, 10), PIXELS, PIXELS)
def test_a_millimetre_has_twice_the_pixels_at_twice_the_zoom(
    plane: Plane, zoom: float, rows: int, columns: int
):
    one = frame_of(plane, View().framed(plane, Framing(zoom)), BODY, rows, columns)
    two = frame_of(plane, View().framed(plane, Framing(2 * zoom)), BODY, rows, columns)
    assert two.mm_per_pixel == pytest.approx(one.mm_per_pixel / 2)


# --- Zoom about a point -------------------------------------------------------------------------


@given(PLANES, FRAMINGS, st.floats(0.01, 100), st.floats(0, 899), st.floats(0, 699), POINTS)
def test_zooming_about_a_point_leaves_the_point_where_it_is(
    plane: Plane, framing: Framing, factor: float, column: float, row: float, cursor: Point
):
    view = View(cursor).framed(plane, framing)
    before = frame_of(plane, view, BODY, 700, 900)
    about = before.to_patient(column, row)
    middle = before.to_patient((900 - 1) / 2, (700 - 1) / 2)
    after = frame_of(
        plane, view.framed(plane, zoomed(framing, factor, about, middle)), BODY, 700, 900
    )
    assert after.to_pixel(about) == pytest.approx((column, row), abs=1e-3)


@given(st.floats(1e-6, 1e6))
def test_zoom_stays_within_its_limits(factor: float):
    low, high = ZOOM_LIMITS
    assert low <= zoomed(Framing(), factor, None, np.zeros(3)).zoom <= high


def test_zooming_about_nothing_keeps_the_middle():
    framing = Framing(2.0, (1.0, 2.0, 3.0))
    assert zoomed(framing, 1.5, None, np.zeros(3)) == Framing(3.0, (1.0, 2.0, 3.0))


# --- Orientation --------------------------------------------------------------------------------

MIDDLE: Point = (0.0, 0.0, 0.0)
LEFT, BACK, HEAD = np.eye(3) * 10


@pytest.mark.parametrize(
    ("plane", "to_the_right", "downwards"),
    [
        (Plane.AXIAL, LEFT, BACK),
        (Plane.CORONAL, LEFT, -HEAD),
        (Plane.SAGITTAL, BACK, -HEAD),
    ],
)
def test_the_patients_right_is_on_the_readers_left_and_the_head_is_up(
    plane: Plane, to_the_right: np.ndarray, downwards: np.ndarray
):
    frame = frame_of(plane, View(MIDDLE), BODY, 400, 400)
    column, row = frame.to_pixel(MIDDLE)
    assert frame.to_pixel(to_the_right)[0] > column
    assert frame.to_pixel(to_the_right)[1] == pytest.approx(row)
    assert frame.to_pixel(downwards)[1] > row
    assert frame.to_pixel(downwards)[0] == pytest.approx(column)


@pytest.mark.parametrize("plane", Plane)
def test_the_letters_at_the_edges_are_those_of_the_directions(plane: Plane):
    frame = frame_of(plane, View(MIDDLE), BODY, 400, 400)
    letters = {"R": -LEFT, "L": LEFT, "A": -BACK, "P": BACK, "S": HEAD, "I": -HEAD}
    left, right, top, bottom = LETTERS[plane]
    column, row = frame.to_pixel(MIDDLE)
    assert frame.to_pixel(letters[left])[0] < column < frame.to_pixel(letters[right])[0]
    assert frame.to_pixel(letters[top])[1] < row < frame.to_pixel(letters[bottom])[1]


# --- Slices -------------------------------------------------------------------------------------


@pytest.mark.parametrize("geometry", GRIDS)
@given(plane=PLANES, start=st.tuples(*[st.floats(6, 12)] * 3), steps=st.integers(-2, 2))
def test_steps_there_and_back_end_on_the_slice_they_began_on(
    geometry: Geometry, plane: Plane, start: Point, steps: int
):
    here = step_slices(geometry, plane, start, 0)
    there = step_slices(geometry, plane, here, steps)
    number, count = slice_number(geometry, plane, there)
    if 1 < number < count:  # it did not run into the end of the grid
        assert step_slices(geometry, plane, there, -steps) == pytest.approx(here, abs=1e-6)


@pytest.mark.parametrize("geometry", GRIDS)
@given(plane=PLANES, start=st.tuples(*[st.floats(-20, 40)] * 3), steps=st.integers(-30, 30))
def test_a_step_ends_on_the_centre_of_a_slice_of_the_grid(
    geometry: Geometry, plane: Plane, start: Point, steps: int
):
    moved = step_slices(geometry, plane, start, steps)
    number, count = slice_number(geometry, plane, moved)
    assert 1 <= number <= count
    index = geometry.to_index(moved)
    assert np.abs(index - np.rint(index)).min() == pytest.approx(0, abs=1e-6)
    for axis in range(3):
        if axis != ACROSS[plane]:
            assert moved[axis] == start[axis]


@pytest.mark.parametrize("geometry", GRIDS)
@pytest.mark.parametrize("plane", Plane)
def test_forward_is_towards_the_head_the_back_and_the_left_however_the_grid_runs(
    geometry: Geometry, plane: Plane
):
    here = step_slices(geometry, plane, as_point(geometry.centre_mm), 0)
    assert step_slices(geometry, plane, here, 1)[ACROSS[plane]] > here[ACROSS[plane]]
    assert step_slices(geometry, plane, here, -1)[ACROSS[plane]] < here[ACROSS[plane]]


@pytest.mark.parametrize("geometry", GRIDS)
@pytest.mark.parametrize("plane", Plane)
def test_home_and_end_go_to_the_first_and_the_last_slice(geometry: Geometry, plane: Plane):
    here = (8.0, 8.0, 8.0)
    first, last = (end_slice(geometry, plane, here, at_end) for at_end in (False, True))
    assert first[ACROSS[plane]] < last[ACROSS[plane]]
    numbers = {slice_number(geometry, plane, point)[0] for point in (first, last)}
    assert numbers == {1, slice_number(geometry, plane, here)[1]}


def test_slices_are_numbered_from_1_as_they_are_stored():
    assert slice_number(grid(), Plane.AXIAL, (0.0, 0.0, 0.0)) == (1, 8)
    assert slice_number(grid(), Plane.AXIAL, (0.0, 0.0, 21.0)) == (8, 8)
    assert slice_number(FEET_LAST, Plane.AXIAL, (0.0, 0.0, 0.0)) == (8, 8)
    assert slice_number(grid(), Plane.CORONAL, (0.0, 4.0, 0.0)) == (3, 10)
    assert slice_number(grid(), Plane.SAGITTAL, (6.0, 0.0, 0.0)) == (4, 12)
    assert slice_number(SAGITTAL_STACK, Plane.SAGITTAL, (6.0, 0.0, 0.0)) == (3, 8)


def test_beyond_the_grid_the_number_says_so():
    assert slice_number(grid(), Plane.AXIAL, (0.0, 0.0, -3.0)) == (0, 8)
    assert slice_number(grid(), Plane.AXIAL, (0.0, 0.0, 24.0)) == (9, 8)


def test_the_thickness_of_a_slice_is_the_grids_own_across_the_plane():
    def steps(geometry: Geometry) -> list[float]:
        return [slice_step_mm(geometry, plane) for plane in Plane]

    assert steps(grid()) == pytest.approx([3.0, 2.0, 2.0])
    assert steps(SAGITTAL_STACK) == pytest.approx([2.0, 2.0, 3.0])
    cut = np.cos(np.deg2rad(30))
    assert steps(oblique(30)) == pytest.approx([3.0 / cut, 2.0 / cut, 2.0]), "cut aslant: wider"


# --- MIP ----------------------------------------------------------------------------------------


def test_a_mip_is_drawn_head_up_with_the_patients_right_on_the_left():
    voxels = np.zeros((8, 10, 12), np.float32)
    voxels[7, 5, 2] = 5.0  # near the head, on the patient's right
    mip = front_mip(Volume(voxels, grid(), Unit.SUV_BW))
    projection = projection_volume(mip, 0)
    s, r, c = np.unravel_index(projection.voxels.argmax(), projection.shape)
    x, _, z = projection.geometry.to_patient((s, r, c))
    assert x < 0
    assert z > 0
    assert projection.voxels.max() == 5.0


def test_the_middle_of_a_mip_is_where_its_millimetres_begin():
    mip = front_mip(Volume(np.ones((8, 10, 12), np.float32), grid(), Unit.SUV_BW))
    geometry = projection_volume(mip, 0).geometry
    np.testing.assert_allclose(geometry.centre_mm, 0, atol=1e-9)
