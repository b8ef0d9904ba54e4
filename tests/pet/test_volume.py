"""Volume and Geometry: an array with a place in the patient."""

from dataclasses import FrozenInstanceError

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.typing import DTypeLike

from station.pet.volume import GRID_TOLERANCE_MM, Geometry, Provenance, Unit, Volume

SHAPE = (4, 5, 6)

spacings = st.tuples(*[st.floats(0.5, 10.0)] * 3)
positions = arrays(np.float64, (7, 3), elements=st.floats(-500, 500))


def affine_of(spacing=(3.0, 2.0, 1.0), origin=(-10.0, 20.0, -300.0)):
    """Axial slices from the feet up, rows to the back, columns to the left."""
    affine = np.zeros((4, 4))
    affine[2, 0], affine[1, 1], affine[0, 2] = spacing
    affine[:3, 3] = origin
    affine[3, 3] = 1
    return affine


def turned(affine, degrees, about):
    """The affine after a rotation about one axis of the patient."""
    angle = np.deg2rad(degrees)
    turn = np.eye(4)
    i, j = [axis for axis in range(3) if axis != about]
    turn[i, i] = turn[j, j] = np.cos(angle)
    turn[i, j], turn[j, i] = -np.sin(angle), np.sin(angle)
    return turn @ affine


def volume_of(voxels, unit=Unit.SUV_BW, affine=None):
    voxels = np.asarray(voxels)
    return Volume(voxels, Geometry(voxels.shape, affine_of() if affine is None else affine), unit)


def numbered(shape=SHAPE, dtype: DTypeLike = np.float32):
    return np.arange(np.prod(shape)).astype(dtype).reshape(shape)


# --- geometry -----------------------------------------------------------------------------------


@given(spacings, positions, st.floats(-80, 80), st.integers(0, 2))
def test_patient_to_index_and_back_is_the_same_place(spacing, places, degrees, about):
    geometry = Geometry(SHAPE, turned(affine_of(spacing), degrees, about))
    np.testing.assert_allclose(geometry.to_patient(geometry.to_index(places)), places, atol=1e-6)


@given(spacings, st.floats(-80, 80), st.integers(0, 2))
def test_spacing_is_the_distance_between_neighbours_however_the_grid_is_turned(
    spacing, degrees, about
):
    geometry = Geometry(SHAPE, turned(affine_of(spacing), degrees, about))
    neighbours = geometry.to_patient(np.eye(3)) - geometry.to_patient((0, 0, 0))
    np.testing.assert_allclose(np.linalg.norm(neighbours, axis=1), geometry.spacing_mm)
    np.testing.assert_allclose(geometry.spacing_mm, spacing)


def test_index_zero_lies_at_the_affines_origin():
    np.testing.assert_array_equal(
        Geometry(SHAPE, affine_of()).to_patient((0, 0, 0)), (-10, 20, -300)
    )


def test_slice_row_and_column_run_to_the_head_the_back_and_the_left():
    steps = Geometry(SHAPE, affine_of((3, 2, 1))).to_patient(np.eye(3)) - (-10, 20, -300)
    np.testing.assert_array_equal(steps, [(0, 0, 3), (0, 2, 0), (1, 0, 0)])


def test_the_centre_is_the_mean_of_the_corners():
    geometry = Geometry(SHAPE, turned(affine_of(), 30, 0))
    np.testing.assert_allclose(geometry.corners_mm.mean(axis=0), geometry.centre_mm)


def test_bounds_hold_whole_voxels_not_only_their_centres():
    low, high = Geometry((2, 3, 4), affine_of((3, 2, 1), (0, 0, 0))).bounds_mm
    np.testing.assert_allclose(low, (-0.5, -1, -1.5))
    np.testing.assert_allclose(high, (3.5, 5, 4.5))


def test_bounds_do_not_depend_on_the_order_of_slices():
    affine = affine_of()
    reversed_slices = affine.copy()
    reversed_slices[:3, 3] += affine[:3, 0] * (SHAPE[0] - 1)
    reversed_slices[:3, 0] *= -1
    np.testing.assert_allclose(
        Geometry(SHAPE, affine).bounds_mm, Geometry(SHAPE, reversed_slices).bounds_mm
    )


@pytest.mark.parametrize("about", [0, 1, 2])
def test_a_grid_is_aligned_after_a_right_angle_but_not_after_one_degree(about):
    assert Geometry(SHAPE, affine_of()).is_aligned
    assert Geometry(SHAPE, turned(affine_of(), 90, about)).is_aligned
    assert not Geometry(SHAPE, turned(affine_of(), 1, about)).is_aligned


def test_a_grid_is_the_same_within_a_hundredth_of_a_millimetre():
    nudged, moved = affine_of(), affine_of()
    nudged[0, 3] += GRID_TOLERANCE_MM / 2
    moved[0, 3] += GRID_TOLERANCE_MM * 2
    grid = Geometry(SHAPE, affine_of())
    assert grid.same_grid(Geometry(SHAPE, nudged))
    assert not grid.same_grid(Geometry(SHAPE, moved))


def test_a_small_error_of_spacing_shows_at_the_far_corner_of_the_grid():
    grid = Geometry((500, 5, 6), affine_of((2, 2, 2)))
    assert not grid.same_grid(Geometry((500, 5, 6), affine_of((2.0001, 2, 2))))


def test_grids_of_different_shape_are_not_the_same():
    assert not Geometry((4, 5, 6), affine_of()).same_grid(Geometry((4, 5, 7), affine_of()))


def test_an_affine_that_flattens_the_grid_is_refused():
    affine = affine_of()
    affine[:3, 1] = affine[:3, 2]
    with pytest.raises(ValueError, match="two of the grid's axes coincide"):
        Geometry(SHAPE, affine)


@pytest.mark.parametrize("broken", [np.nan, np.inf])
def test_an_affine_that_is_not_finite_is_refused(broken):
    affine = affine_of()
    affine[0, 3] = broken
    with pytest.raises(ValueError, match="finite"):
        Geometry(SHAPE, affine)


def test_a_geometry_does_not_follow_later_changes_of_the_array_it_was_made_from():
    affine = affine_of()
    geometry = Geometry(SHAPE, affine)
    affine[0, 3] = 99
    assert geometry.affine[0, 3] == -10
    with pytest.raises(ValueError, match="read-only"):
        geometry.affine[0, 3] = 99


# --- volume -------------------------------------------------------------------------------------


def test_each_voxel_is_found_at_its_own_centre():
    volume = volume_of(numbered(), affine=turned(affine_of(), 20, 2))
    for index in np.ndindex(SHAPE):
        assert volume.value_at(volume.geometry.to_patient(index)) == volume.voxels[index]


@pytest.mark.parametrize("axis", [0, 1, 2])
@pytest.mark.parametrize("shape", [(4, 5, 6), (5, 6, 7)])
def test_a_volume_reaches_half_a_voxel_beyond_its_outer_centres(axis, shape):
    volume = volume_of(numbered(shape))
    for beyond in (0.49, 0.51):
        low, high = np.zeros(3), np.array(shape) - 1.0
        low[axis] -= beyond
        high[axis] += beyond
        for index in (low, high):
            value = volume.value_at(volume.geometry.to_patient(index))
            assert (value is None) == (beyond > 0.5)


@pytest.mark.parametrize("shape", [(4, 1, 1), (5, 1, 1)])
def test_a_place_between_two_voxels_belongs_to_the_later_one_whatever_its_number(shape):
    volume = volume_of(numbered(shape), affine=np.eye(4))
    values = [volume.value_at((s - 0.5, 0, 0)) for s in range(shape[0] + 1)]
    assert values == [*range(shape[0]), None]


def test_there_is_no_value_where_nothing_was_stored():
    voxels = numbered()
    voxels[2] = np.nan
    volume = volume_of(voxels)
    assert volume.value_at(volume.geometry.to_patient((2, 1, 1))) is None
    assert volume.value_at(volume.geometry.to_patient((1, 1, 1))) is not None


def test_there_is_no_value_at_a_place_that_is_not_a_number():
    assert volume_of(numbered()).value_at((np.nan, 0, 0)) is None


def test_voxels_cannot_be_changed():
    volume = volume_of(numbered())
    with pytest.raises(ValueError, match="read-only"):
        volume.voxels[0, 0, 0] = 1
    with pytest.raises(FrozenInstanceError):
        volume.unit = Unit.COUNTS  # pyright: ignore[reportAttributeAccessIssue]


def test_voxels_are_contiguous_whatever_array_they_came_from():
    flipped = numbered()[::-1, :, ::-1]
    volume = volume_of(flipped)
    assert volume.voxels.flags.c_contiguous
    np.testing.assert_array_equal(volume.voxels, flipped)


@pytest.mark.parametrize("dtype", [np.float64, np.uint16, ">f4", ">i2"])
def test_voxels_are_float32_or_int16_of_this_machine(dtype):
    with pytest.raises(TypeError, match="float32 or int16"):
        volume_of(numbered(dtype=dtype))


def test_voxels_have_to_fit_the_grid():
    with pytest.raises(ValueError, match="do not fit"):
        Volume(numbered(), Geometry((5, 5, 6), affine_of()), Unit.SUV_BW)


def test_scaling_multiplies_every_voxel_and_says_so():
    source = Volume(numbered(), Geometry(SHAPE, affine_of()), Unit.BQ_PER_ML, Provenance("1.2.3"))
    scaled = source.scaled(0.25, Unit.SUV_BW)
    np.testing.assert_array_equal(scaled.voxels, numbered() / 4)
    assert scaled.unit is Unit.SUV_BW
    assert scaled.geometry is source.geometry
    assert scaled.provenance == Provenance("1.2.3", steps=("Bq/mL → SUVbw",))
    assert source.provenance.steps == ()


def test_scaling_can_have_a_factor_for_each_slice():
    scaled = volume_of(np.ones(SHAPE, np.float32)).scaled([1, 2, 3, 4], Unit.SUV_BW)
    np.testing.assert_array_equal(scaled.voxels[:, 0, 0], [1, 2, 3, 4])


def test_scaling_whole_numbers_gives_float32():
    assert volume_of(numbered(dtype=np.int16)).scaled(0.5, Unit.STORED).voxels.dtype == np.float32


def test_scaling_there_and_back_gives_the_volume():
    source = volume_of(numbered())
    there_and_back = source.scaled(4, Unit.BQ_PER_ML).scaled(0.25, Unit.SUV_BW)
    np.testing.assert_array_equal(there_and_back.voxels, source.voxels)


def test_only_standardized_uptake_values_are_suv():
    assert {unit.name for unit in Unit if not unit.is_suv} == {
        "BQ_PER_ML",
        "HU",
        "COUNTS",
        "STORED",
        "NOISE_SD",
        "SHARE",
    }
