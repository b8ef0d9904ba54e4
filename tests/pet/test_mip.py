"""Rotating maximum intensity projection about the head–foot axis."""

import numpy as np
import pytest

from station.errors import Cancelled
from station.pet.mip import ANGLES, STORED_ANGLES, front_mip, hottest_point, rotating_mip
from station.pet.volume import Geometry, Unit, Volume

AXIAL = (("S", "P", "L"), ("I", "P", "L"), ("S", "A", "R"), ("I", "A", "L"))
CORONAL = (("P", "I", "L"), ("A", "S", "R"))
SAGITTAL = (("L", "I", "P"), ("R", "S", "A"))
ORIENTATIONS = AXIAL + CORONAL + SAGITTAL

DIRECTIONS = {
    "L": (1, 0, 0),
    "R": (-1, 0, 0),
    "P": (0, 1, 0),
    "A": (0, -1, 0),
    "S": (0, 0, 1),
    "I": (0, 0, -1),
}

orientation = pytest.mark.parametrize("towards", ORIENTATIONS, ids="".join)


def geometry_of(shape, spacing=(3.0, 2.0, 2.0), towards=("S", "P", "L"), tilt_deg=0.0):
    """A grid whose slice, row and column numbers grow `towards` these sides of the patient."""
    affine = np.eye(4)
    directions = np.array([DIRECTIONS[letter] for letter in towards]).T
    affine[:3, :3] = directions * spacing
    affine[:3, 3] = (12.5, -40.0, 333.0)
    tilt = np.eye(4)
    cos, sin = np.cos(np.deg2rad(tilt_deg)), np.sin(np.deg2rad(tilt_deg))
    tilt[1:3, 1:3] = [[cos, -sin], [sin, cos]]
    return Geometry(shape, tilt @ affine)


def volume_of(voxels, unit=Unit.SUV_BW, **grid):
    voxels = np.asarray(voxels)
    return Volume(voxels, geometry_of(voxels.shape, **grid), unit)


def random_volume(shape=(7, 9, 10), seed=1, **grid):
    voxels = np.random.default_rng(seed).random(shape, dtype=np.float32)
    return volume_of(voxels, **grid)


def lesion_at(offset_mm, **grid):
    """A volume of air with one hot voxel, the one nearest to the centre + `offset_mm` (LPS)."""
    shape = (21, 21, 21)
    geometry = geometry_of(shape, **grid)
    voxels = np.zeros(shape, np.float32)
    place = geometry.voxel_at(geometry.centre_mm + offset_mm)
    assert place is not None
    voxels[place] = 5
    return Volume(voxels, geometry, Unit.SUV_BW)


def hottest_pixel(image):
    row, column = np.unravel_index(image.argmax(), image.shape)
    return int(row), int(column)


def side(mip, index):
    """Where a single lesion lies in view `index`: (below, right of) the middle, in pixels."""
    image = mip.image(index)
    row, column = hottest_pixel(image)
    return row - (image.shape[0] - 1) / 2, column - (image.shape[1] - 1) / 2


# --- what the reader sees -------------------------------------------------------------------------


@orientation
def test_from_the_front_the_patients_left_is_on_the_right_and_the_head_is_up(towards):
    below, right = side(front_mip(lesion_at((12, 0, 12), towards=towards)), 0)
    assert below < 0
    assert right > 0


@orientation
def test_the_view_turns_by_the_patients_left_then_the_back_then_the_right(towards):
    back_and_left = rotating_mip(lesion_at((6, 14, 0), towards=towards, spacing=(2, 2, 2)))
    assert side(back_and_left, 0)[1] == pytest.approx(3, abs=1)  # front: left on the right
    assert side(back_and_left, 18)[1] == pytest.approx(7, abs=1)  # left lateral: back on the right
    assert side(back_and_left, 36)[1] == pytest.approx(-3, abs=1)  # from behind
    assert side(back_and_left, 54)[1] == pytest.approx(-7, abs=1)  # right lateral


def test_views_are_five_degrees_apart():
    mip = rotating_mip(random_volume())
    assert ANGLES == 72
    assert [mip.angle_deg(index) for index in (0, 1, 18, 71)] == [0, 5, 90, 355]


@pytest.mark.parametrize("index", [-1, 72])
def test_there_is_no_view_beyond_a_full_turn(index):
    mip = rotating_mip(random_volume())
    with pytest.raises(IndexError, match="0 to 71"):
        mip.image(index)


@orientation
def test_front_and_side_view_are_maxima_along_the_axes_of_the_patient(towards):
    volume = random_volume(towards=towards, spacing=(2, 2, 2))
    # Turned by hand to slices to the head, rows to the back, columns to the left.
    axes = {letter: axis for axis, letter in enumerate(towards)}
    order, flips = [], []
    for wanted, opposite in (("I", "S"), ("P", "A"), ("L", "R")):
        order.append(axes.get(wanted, axes.get(opposite)))
        flips.append(slice(None, None, 1 if wanted in axes else -1))
    upright = volume.voxels.transpose(order)[tuple(flips)]
    mip = rotating_mip(volume)
    for index, axis in ((0, 1), (18, 2)):
        image = mip.image(index)
        shown = np.flatnonzero(image.any(axis=0))
        np.testing.assert_array_equal(image[:, shown], upright.max(axis=axis))
        assert (np.diff(shown) == 1).all()


def test_past_half_a_turn_views_are_mirror_images():
    mip = rotating_mip(random_volume())
    for index in range(STORED_ANGLES):
        np.testing.assert_array_equal(mip.image(index + 36), mip.image(index)[:, ::-1])


@pytest.mark.parametrize("tilt_deg", [0, 20])
def test_the_front_view_alone_is_the_first_of_all_views(tilt_deg):
    volume = random_volume(tilt_deg=tilt_deg)
    front, full = front_mip(volume), rotating_mip(volume)
    np.testing.assert_array_equal(front.image(0), full.image(0))
    assert front.pixel_mm == full.pixel_mm
    assert full.is_complete
    assert not front.is_complete


# --- laws -----------------------------------------------------------------------------------------


@orientation
def test_the_maximum_of_every_view_is_the_maximum_of_the_volume(towards):
    volume = random_volume(towards=towards)
    mip = rotating_mip(volume)
    assert {float(mip.image(index).max()) for index in range(ANGLES)} == {volume.voxels.max()}


@pytest.mark.parametrize("shape", [(140, 20, 20), (128, 17, 33), (1, 1, 1), (3, 40, 1)])
def test_the_maximum_survives_whatever_the_shape(shape):
    volume = random_volume(shape)
    mip = rotating_mip(volume)
    assert mip.images.shape[1] == shape[0]
    for index in range(ANGLES):
        np.testing.assert_array_equal(mip.image(index).max(axis=1)[::-1], volume.voxels.max((1, 2)))


def test_a_hotter_voxel_never_darkens_a_pixel():
    volume = random_volume()
    hotter = volume.voxels.copy()
    hotter[3, 4, 5] += 1
    before = rotating_mip(volume)
    after = rotating_mip(Volume(hotter, volume.geometry, volume.unit))
    assert (after.images >= before.images).all()


@pytest.mark.parametrize(
    ("spacing", "tilt_deg"),
    [((3, 2, 2), 0), ((3, 2, 3.3), 0), ((2, 4.07, 1.9), 0), ((2, 2, 2), 17), ((3, 2, 2.5), 45)],
)
@pytest.mark.parametrize("size", [(40, 40), (40, 41), (41, 40)])
def test_a_solid_cylinder_has_no_holes_in_any_view(spacing, tilt_deg, size):
    shape = (24, *size)
    geometry = geometry_of(shape, spacing, tilt_deg=tilt_deg)
    offset = geometry.to_patient(np.indices(shape).transpose(1, 2, 3, 0)) - geometry.centre_mm
    radius = 18 * min(spacing[1:])
    inside = (np.hypot(offset[..., 0], offset[..., 1]) < radius) & (abs(offset[..., 2]) < 20)
    mip = rotating_mip(Volume(inside.astype(np.float32), geometry, Unit.SUV_BW))
    rows, columns = mip.images.shape[1:]
    across = (np.arange(columns) - (columns - 1) / 2) * mip.pixel_mm[1]
    down = (np.arange(rows) - (rows - 1) / 2) * mip.pixel_mm[0]
    # One pixel and one voxel from the cylinder's surface the picture must be full.
    clear = 2 * max(mip.pixel_mm)
    window = np.ix_(np.abs(down) < 20 - clear, np.abs(across) < radius - clear)
    for index in range(ANGLES):
        assert (mip.image(index)[window] == 1).all()


@orientation
@pytest.mark.parametrize("tilt_deg", [0, 12])
def test_the_hottest_point_of_a_pixel_has_the_value_of_the_pixel(towards, tilt_deg):
    volume = random_volume(towards=towards, tilt_deg=tilt_deg)
    mip = rotating_mip(volume)
    for index in (0, 1, 17, 18, 35, 36, 50, 71):
        image = mip.image(index)
        for row, column in np.ndindex(image.shape):
            point = hottest_point(volume, index, row, column)
            if image[row, column] == 0:
                assert point is None
            else:
                assert point is not None
                assert volume.value_at(point) == image[row, column]


@orientation
@pytest.mark.parametrize("tilt_deg", [0, 12])
def test_the_hottest_point_of_a_pixel_falls_on_that_pixel(towards, tilt_deg):
    volume = random_volume(towards=towards, tilt_deg=tilt_deg)
    mip = rotating_mip(volume)
    for index in range(0, ANGLES, 5):
        row, column = hottest_pixel(mip.image(index))
        point = hottest_point(volume, index, row, column)
        assert point is not None
        np.testing.assert_allclose(
            mip.position_to_mip(point, index), (row, column), atol=0.5 + 1e-3
        )


def test_no_point_is_found_beside_the_picture():
    volume = random_volume()
    rows, columns = front_mip(volume).images.shape[1:]
    for row, column in ((-1, 0), (0, -1), (rows, 0), (0, columns)):
        assert hottest_point(volume, 0, row, column) is None


def test_the_centre_of_the_volume_is_the_middle_of_every_view():
    volume = random_volume()
    mip = rotating_mip(volume)
    rows, columns = mip.images.shape[1:]
    for index in range(ANGLES):
        row, column = mip.position_to_mip(volume.geometry.centre_mm, index)
        assert (row, column) == pytest.approx(((rows - 1) / 2, (columns - 1) / 2))


# --- air and missing slices -----------------------------------------------------------------------


def test_air_negative_noise_and_missing_slices_show_as_zero():
    voxels = np.zeros((4, 6, 6), np.float32)
    voxels[0] = -1
    voxels[1] = np.nan
    voxels[3, 2, 2] = 7
    mip = rotating_mip(volume_of(voxels))
    assert not np.isnan(mip.images).any()
    assert mip.image(5).max(axis=1).tolist() == [7, 0, 0, 0]


def test_single_voxels_that_are_not_a_number_hide_nothing_behind_them():
    voxels = np.full((2, 6, 6), np.nan, np.float32)
    voxels[:, 3, 3] = 2
    assert rotating_mip(volume_of(voxels)).images.max(axis=(1, 2)).tolist() == [2] * STORED_ANGLES


def test_a_ct_is_projected_over_air_of_minus_1000_hu():
    voxels = np.full((4, 6, 6), -1000, np.int16)
    voxels[1, 3, 3] = -800
    voxels[2, 3, 3] = -2000
    mip = rotating_mip(volume_of(voxels, Unit.HU))
    assert mip.image(7).max(axis=1).tolist() == [-1000, -1000, -800, -1000]
    assert mip.image(7).min() == -1000


# --- work that is watched -------------------------------------------------------------------------


@pytest.mark.parametrize("tilt_deg", [0, 20])
def test_progress_runs_from_nothing_to_all(tilt_deg):
    told = []
    rotating_mip(
        random_volume((300, 4, 4), tilt_deg=tilt_deg),
        lambda fraction, message: told.append(fraction),
    )
    assert told == sorted(told)
    assert (told[0], told[-1]) == (0, 1)
    assert len(told) > 2


@pytest.mark.parametrize("tilt_deg", [0, 20])
def test_a_projection_can_be_cancelled_on_its_way(tilt_deg):
    told = []

    def stop(fraction, message):
        told.append(fraction)
        if fraction > 0:
            raise Cancelled

    with pytest.raises(Cancelled):
        rotating_mip(random_volume((400, 4, 4), tilt_deg=tilt_deg), stop)
    assert len(told) == 2


def test_pictures_cannot_be_changed():
    with pytest.raises(ValueError, match="read-only"):
        front_mip(random_volume()).images[0, 0, 0] = 1
