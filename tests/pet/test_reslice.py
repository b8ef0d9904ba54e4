"""A flat picture through a volume, anywhere in the patient."""

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy.ndimage import map_coordinates

from station.pet import reslice
from station.pet.reslice import paint_plane, sample_plane
from station.pet.volume import Geometry, Unit, Volume

SHAPE = (6, 7, 8)
SPACING = (3.0, 2.0, 1.5)
TABLE = 0xFF000000 + np.arange(64, dtype=np.uint32)
OUTSIDE_COLOUR = 0xFF123456


def volume_of(voxels, turn_deg=0.0):
    affine = np.zeros((4, 4))
    affine[2, 0], affine[1, 1], affine[0, 2] = SPACING
    affine[:, 3] = (-20, 10, -100, 1)
    turn = np.eye(4)
    cos, sin = np.cos(np.deg2rad(turn_deg)), np.sin(np.deg2rad(turn_deg))
    turn[:2, :2] = [[cos, -sin], [sin, cos]]
    return Volume(voxels, Geometry(voxels.shape, turn @ affine), Unit.SUV_BW)


def random_volume(seed=3, dtype=np.float32, **grid):
    noise = np.random.default_rng(seed).normal(100, 50, SHAPE)
    return volume_of(noise.astype(dtype), **grid)


def plane_in_index(volume, origin, right, down):
    """Origin and steps in LPS mm of a plane given in (slice, row, column)."""
    to_mm = volume.geometry.affine[:3, :3]
    return volume.geometry.to_patient(origin), to_mm @ right, to_mm @ down


def peer(volume, origin, right, down, shape, smooth):
    """The same picture by scipy, the plane given in (slice, row, column)."""
    rows, columns = np.indices(shape)
    where = (
        np.array(origin)[:, None, None]
        + np.multiply.outer(down, rows)
        + np.multiply.outer(right, columns)
    )
    inside = ((where >= -0.5) & (where < np.array(SHAPE)[:, None, None] - 0.5)).all(axis=0)
    if not smooth:
        where = np.floor(where + 0.5)
    picture = map_coordinates(volume.voxels.astype(float), where, order=1, mode="nearest")
    return np.where(inside, picture, np.nan)


unit_vectors = {"slice": (1, 0, 0), "row": (0, 1, 0), "column": (0, 0, 1)}
native_planes = pytest.mark.parametrize(
    ("right", "down", "across"),
    [("column", "row", 0), ("column", "slice", 1), ("row", "slice", 2), ("slice", "row", 2)],
    ids=["axial", "coronal", "sagittal", "turned"],
)


# --- along the grid -------------------------------------------------------------------------------


@native_planes
@pytest.mark.parametrize("smooth", [True, False])
@pytest.mark.parametrize("dtype", [np.float32, np.int16])
@pytest.mark.parametrize("turn_deg", [0, 33])
def test_at_native_resolution_the_picture_is_the_slice(
    right, down, across, smooth, dtype, turn_deg
):
    volume = random_volume(dtype=dtype, turn_deg=turn_deg)
    axes = list(unit_vectors)
    shape = SHAPE[axes.index(down)], SHAPE[axes.index(right)]
    for number in range(SHAPE[across]):
        origin = np.zeros(3)
        origin[across] = number
        plane = plane_in_index(volume, origin, unit_vectors[right], unit_vectors[down])
        picture = sample_plane(volume, *plane, shape, smooth)
        native = volume.voxels.take(number, axis=across)
        if axes.index(right) < axes.index(down):
            native = native.T
        np.testing.assert_array_equal(picture, native)


def test_a_picture_can_run_against_the_grid():
    volume = random_volume()
    plane = plane_in_index(volume, (2, 6, 7), (0, 0, -1), (0, -1, 0))
    picture = sample_plane(volume, *plane, (7, 8), smooth=True)
    np.testing.assert_array_equal(picture, volume.voxels[2, ::-1, ::-1])


@pytest.mark.parametrize("smooth", [True, False])
def test_slices_are_never_mixed_across_the_plane(smooth):
    volume = random_volume()
    for offset, number in ((2.4, 2), (2.6, 3), (-0.4, 0), (5.4, 5)):
        plane = plane_in_index(volume, (offset, 0, 0), (0, 0, 1), (0, 1, 0))
        picture = sample_plane(volume, *plane, (7, 8), smooth)
        np.testing.assert_array_equal(picture, volume.voxels[number])


steps = st.floats(0.05, 3).flatmap(lambda size: st.sampled_from([size, -size]))


@given(
    st.permutations([0, 1, 2]),
    st.tuples(*[st.floats(-3, 9)] * 3),
    steps,
    steps,
    st.booleans(),
    st.sampled_from([np.float32, np.int16]),
)
def test_along_the_grid_it_agrees_with_scipy(axes, origin, right_step, down_step, smooth, dtype):
    volume = random_volume(dtype=dtype)
    origin = (
        np.round(origin, 3) + 1e-4
    )  # not on the edge between two voxels, where rounding decides
    origin[axes[2]] = np.floor(origin[axes[2]])
    right, down = np.zeros(3), np.zeros(3)
    right[axes[0]], down[axes[1]] = np.round(right_step, 3), np.round(down_step, 3)
    picture = sample_plane(volume, *plane_in_index(volume, origin, right, down), (11, 9), smooth)
    expected = peer(volume, origin, right, down, (11, 9), smooth)
    np.testing.assert_allclose(picture, expected, rtol=1e-4, atol=1e-2)


@given(st.tuples(*[st.floats(-1, 8)] * 3), steps, steps, st.booleans())
def test_both_paths_agree_on_any_plane_along_the_grid(origin, right_step, down_step, smooth):
    volume = random_volume()
    origin = np.round(origin, 3) + 1e-4  # not on the edge between two voxels
    origin[0] = np.floor(origin[0])
    right, down = (
        np.array((0, 0, np.round(right_step, 3))),
        np.array((0, np.round(down_step, 3), 0)),
    )
    fast = sample_plane(volume, *plane_in_index(volume, origin, right, down), (9, 9), smooth)
    general = np.empty((9, 9), np.float32)
    reslice._sample_oblique(volume.voxels, origin, right, down, smooth, np.float32(np.nan), general)
    np.testing.assert_allclose(fast, general, rtol=1e-4, atol=1e-2)


# --- everywhere else ------------------------------------------------------------------------------


vectors = st.tuples(*[st.floats(-1, 1)] * 3)


@given(st.tuples(*[st.floats(0, 6)] * 3), vectors, vectors, st.booleans())
def test_on_any_plane_it_agrees_with_scipy(origin, right, down, smooth):
    volume = random_volume()
    right, down = np.array(right), np.array(down)
    assume(reslice._along_grid(volume, np.array(origin), right, down, (8, 9), smooth) is None)
    picture = sample_plane(volume, *plane_in_index(volume, origin, right, down), (8, 9), smooth)
    expected = peer(volume, origin, right, down, (8, 9), smooth)
    rows, columns = np.indices((8, 9))
    where = np.array(origin)[:, None, None] + np.multiply.outer(down, rows)
    where += np.multiply.outer(right, columns)
    # On the edge between two voxels the last digit decides which of them it is.
    decided = (np.abs(where - 0.5 - np.rint(where - 0.5)) > 1e-5).all(axis=0)
    np.testing.assert_allclose(picture[decided], expected[decided], rtol=1e-4, atol=1e-2)


def ramp(place):
    """A value that grows linearly along every axis of the grid."""
    s, r, c = place
    return 10 + 3 * s + 5 * r - 2 * c


@given(vectors, vectors)
def test_smooth_reproduces_a_linear_ramp_on_any_plane(right, down):
    assume(min(np.linalg.norm(right), np.linalg.norm(down)) > 1e-6)  # a plane has two directions
    volume = volume_of(ramp(np.indices(SHAPE)).astype(np.float32))
    origin, shape = np.array((2.5, 3.2, 3.7)), (5, 5)
    right, down = 0.2 * np.array(right), 0.2 * np.array(down)
    assume(reslice._along_grid(volume, origin, right, down, shape, True) is None)
    picture = sample_plane(volume, *plane_in_index(volume, origin, right, down), shape, True)
    rows, columns = np.indices(shape)
    where = origin[:, None, None] + np.multiply.outer(down, rows)
    where += np.multiply.outer(right, columns)
    np.testing.assert_allclose(picture, ramp(where), atol=1e-4)


@given(st.floats(0.05, 0.5), st.floats(0.05, 0.5), st.floats(0, 3), st.floats(0, 3))
def test_smooth_reproduces_a_linear_ramp_along_the_grid(right, down, row, column):
    volume = volume_of(ramp(np.indices(SHAPE)).astype(np.float32))
    plane = plane_in_index(volume, (4, row, column), (0, 0, right), (0, down, 0))
    picture = sample_plane(volume, *plane, (6, 8), smooth=True)
    rows, columns = np.indices((6, 8))
    np.testing.assert_allclose(
        picture, ramp((4, row + down * rows, column + right * columns)), atol=1e-4
    )


@pytest.mark.parametrize("right", [(0, 0, 0.25), (0, 0.02, 0.25)], ids=["along", "oblique"])
def test_nearest_shows_what_the_cursor_reads(right):
    volume = random_volume()
    origin, right_mm, down_mm = plane_in_index(volume, (2, -1, -1), right, (0, 0.3, 0))
    picture = sample_plane(volume, origin, right_mm, down_mm, (40, 50), smooth=False)
    for r, c in np.ndindex(picture.shape):
        value = volume.value_at(origin + r * down_mm + c * right_mm + 1e-6)
        assert value == picture[r, c] or (value is None and np.isnan(picture[r, c]))


# --- edges and missing slices ---------------------------------------------------------------------


@pytest.mark.parametrize("smooth", [True, False])
@pytest.mark.parametrize("stray", [0.0, 0.0103], ids=["along", "oblique"])
def test_outside_begins_half_a_voxel_beyond_the_outer_centres(smooth, stray):
    volume = volume_of(np.full(SHAPE, 7, np.float32))
    plane = plane_in_index(volume, (2, -1.05, -1.05), (0, stray, 0.1), (0, 0.1, 0))
    picture = sample_plane(volume, *plane, (95, 105), smooth, outside=-1)
    rows = -1.05 + 0.1 * np.arange(95)[:, None] + stray * np.arange(105)
    columns = -1.05 + 0.1 * np.arange(105)
    inside = (rows > -0.5) & (rows < 6.5) & (columns > -0.5) & (columns < 7.5)
    np.testing.assert_array_equal(picture, np.where(inside, 7, -1))


@pytest.mark.parametrize("number", [-0.6, 5.6, -100, 1e6])
def test_a_plane_beside_the_volume_is_outside(number):
    plane = plane_in_index(random_volume(), (number, 0, 0), (0, 0, 1), (0, 1, 0))
    assert np.isnan(sample_plane(random_volume(), *plane, (7, 8), smooth=True)).all()
    painted = paint_plane(
        random_volume(), *plane, (7, 8), 0, 1, TABLE, smooth=True, outside_colour=OUTSIDE_COLOUR
    )
    assert (painted == OUTSIDE_COLOUR).all()


@pytest.mark.parametrize("stray", [0.0, 1e-2], ids=["along", "oblique"])
def test_a_missing_slice_spreads_no_further_than_interpolation_reaches(stray):
    voxels = np.ones((9, 7, 8), np.float32)
    voxels[4] = np.nan
    volume = volume_of(voxels)
    down = (0.25, 0, 0)
    plane = plane_in_index(volume, (0, 3, 0), (0, stray, 1), down)
    smooth = sample_plane(volume, *plane, (33, 8), smooth=True)
    nearest = sample_plane(volume, *plane, (33, 8), smooth=False)
    where = 0.25 * np.arange(33)
    np.testing.assert_array_equal(np.isnan(smooth).all(axis=1), (where > 3) & (where < 5))
    np.testing.assert_array_equal(np.isnan(smooth).any(axis=1), (where > 3) & (where < 5))
    np.testing.assert_array_equal(np.isnan(nearest).all(axis=1), (where >= 3.5) & (where < 4.5))


# --- colours --------------------------------------------------------------------------------------


@pytest.mark.parametrize("smooth", [True, False])
@pytest.mark.parametrize("stray", [0.0, 0.03], ids=["along", "oblique"])
@pytest.mark.parametrize("dtype", [np.float32, np.int16])
def test_painting_is_sampling_and_then_the_colour_table(smooth, stray, dtype):
    volume = random_volume(dtype=dtype)
    plane = plane_in_index(volume, (2, -1, -1), (0, stray, 0.1), (0, 0.1, 0))
    low, high = 60.0, 140.0
    values = sample_plane(volume, *plane, (90, 100), smooth)
    painted = paint_plane(volume, *plane, (90, 100), low, high, TABLE, smooth, OUTSIDE_COLOUR)
    level = (values - np.float32(low)) * np.float32(len(TABLE) / (high - low))
    index = np.nan_to_num(np.clip(level, 0, len(TABLE) - 1)).astype(int)
    np.testing.assert_array_equal(
        painted, np.where(np.isnan(values), np.uint32(OUTSIDE_COLOUR), TABLE[index])
    )


@pytest.mark.parametrize("stray", [0.0, 0.2], ids=["along the grid", "oblique"])
def test_two_threads_paint_what_one_paints(stray, monkeypatch):
    volume = random_volume()
    plane = plane_in_index(volume, (2, -0.4, -0.3), (stray, 0, 0.02), (0, 0.02, 0))
    rest = ((601, 400), 20.0, 180.0, TABLE, True, OUTSIDE_COLOUR)
    monkeypatch.setattr(reslice, "cores", lambda: 2)
    assert rest[0][0] * rest[0][1] > reslice.SHARED_FROM_PX
    by_two = paint_plane(volume, *plane, *rest)
    monkeypatch.setattr(reslice, "cores", lambda: 1)
    assert (by_two == paint_plane(volume, *plane, *rest)).all()


def test_values_beyond_the_display_range_have_the_colours_at_its_ends():
    voxels = np.zeros((1, 1, 6), np.float32)
    voxels[0, 0] = (-1e30, -1, 0, 10, 11, 1e30)
    volume = volume_of(voxels)
    plane = plane_in_index(volume, (0, 0, 0), (0, 0, 1), (0, 1, 0))
    painted = paint_plane(volume, *plane, (1, 6), 0, 10, TABLE, False, OUTSIDE_COLOUR)
    assert (painted[0] - TABLE[0]).tolist() == [0, 0, 0, 63, 63, 63]


def test_a_missing_slice_is_painted_as_outside():
    volume = volume_of(np.full(SHAPE, np.nan, np.float32))
    plane = plane_in_index(volume, (2, 0, 0), (0, 0, 1), (0, 1, 0))
    painted = paint_plane(volume, *plane, (7, 8), 0, 1, TABLE, True, OUTSIDE_COLOUR)
    assert (painted == OUTSIDE_COLOUR).all()


@pytest.mark.parametrize(("low", "high"), [(5, 5), (6, 5), (0, np.nan)])
def test_a_display_range_that_does_not_rise_is_refused(low, high):
    plane = plane_in_index(random_volume(), (2, 0, 0), (0, 0, 1), (0, 1, 0))
    with pytest.raises(ValueError, match="must rise"):
        paint_plane(random_volume(), *plane, (7, 8), low, high, TABLE, True, OUTSIDE_COLOUR)


# --- buffers --------------------------------------------------------------------------------------


def test_a_given_buffer_is_filled_and_returned():
    volume = random_volume()
    plane = plane_in_index(volume, (2, 0, 0), (0, 0, 1), (0, 1, 0))
    values, colours = np.empty((7, 8), np.float32), np.empty((7, 8), np.uint32)
    assert sample_plane(volume, *plane, (7, 8), True, out=values) is values
    assert (
        paint_plane(volume, *plane, (7, 8), 0, 9, TABLE, True, OUTSIDE_COLOUR, out=colours)
        is colours
    )
    np.testing.assert_array_equal(values, volume.voxels[2])


@pytest.mark.parametrize(
    "buffer",
    [np.empty((8, 7), np.float32), np.empty((7, 8)), np.empty((7, 16), np.float32)[:, ::2]],
    ids=["shape", "type", "not contiguous"],
)
def test_a_buffer_that_does_not_fit_is_refused(buffer):
    plane = plane_in_index(random_volume(), (2, 0, 0), (0, 0, 1), (0, 1, 0))
    with pytest.raises(ValueError, match="contiguous float32 array of shape"):
        sample_plane(random_volume(), *plane, (7, 8), True, out=buffer)


def test_a_picture_without_pixels_is_empty():
    plane = plane_in_index(random_volume(), (2, 0, 0), (0, 0, 1), (0, 1, 0))
    assert sample_plane(random_volume(), *plane, (0, 8), True).shape == (0, 8)
    assert sample_plane(random_volume(), *plane, (7, 0), True).shape == (7, 0)
