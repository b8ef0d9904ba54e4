"""StoredImage.volume: stored pixel values to voxels in a unit."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.typing import ArrayLike

from station.pet.study import StoredImage
from station.pet.volume import Geometry, Provenance, Unit

SHAPE = (3, 4, 5)


def stored(
    values,
    slopes: ArrayLike = 1.0,
    intercepts: ArrayLike = 0.0,
    missing: ArrayLike = (),
    unit=Unit.BQ_PER_ML,
):
    values = np.asarray(values)
    count = len(values)
    return StoredImage(
        values,
        np.broadcast_to(np.asarray(slopes, np.float64), count).copy(),
        np.broadcast_to(np.asarray(intercepts, np.float64), count).copy(),
        np.isin(np.arange(count), missing),
        Geometry(values.shape, np.eye(4)),
        unit,
        Provenance("1.2.3"),
    )


def numbered(dtype, start=0):
    return np.arange(start, start + np.prod(SHAPE)).astype(dtype).reshape(SHAPE)


@given(
    arrays(np.int16, SHAPE),
    arrays(np.float64, 3, elements=st.floats(1e-3, 1e3)),
    arrays(np.float64, 3, elements=st.floats(-1e3, 1e3)),
    arrays(np.float64, 3, elements=st.floats(1e-6, 10)),
)
def test_each_slice_has_its_own_slope_intercept_and_factor(values, slopes, intercepts, factors):
    volume = stored(values, slopes, intercepts).volume(factors, Unit.SUV_BW)
    column = (slice(None), None, None)
    expected = values * (slopes * factors)[column] + (intercepts * factors)[column]
    np.testing.assert_array_equal(volume.voxels, expected.astype(np.float32))


@pytest.mark.parametrize("dtype", ["i2", "u2", "u1", "i4", "u4", "f4", ">i2", ">u2"])
def test_every_stored_type_is_read_by_value(dtype):
    volume = stored(numbered(dtype), slopes=0.5).volume()
    np.testing.assert_array_equal(volume.voxels, numbered(np.float32) / 2)
    assert volume.voxels.dtype == np.float32


def test_large_values_are_rounded_once():
    value, slope = 16_777_217, 1 / 3
    volume = stored(np.full((1, 1, 1), value, np.int32), slope).volume()
    assert volume.voxels[0, 0, 0] == np.float32(value * slope)


def test_one_factor_serves_all_slices():
    volume = stored(numbered(np.int16), slopes=[1, 2, 4]).volume(0.5, Unit.SUV_BW)
    expected = numbered(np.float32) * np.array([0.5, 1, 2], np.float32).reshape(3, 1, 1)
    np.testing.assert_array_equal(volume.voxels, expected)


def test_without_a_factor_voxels_are_in_the_stored_unit():
    volume = stored(numbered(np.int16)).volume()
    assert volume.unit is Unit.BQ_PER_ML
    assert volume.provenance == Provenance("1.2.3")


def test_a_change_of_unit_is_recorded():
    volume = stored(numbered(np.int16)).volume(0.5, Unit.SUV_BW)
    assert volume.provenance == Provenance("1.2.3", steps=("Bq/mL → SUVbw",))


def test_slices_that_were_never_stored_become_nan_and_no_others():
    volume = stored(numbered(np.int16), missing=[1]).volume()
    np.testing.assert_array_equal(np.isnan(volume.voxels).all(axis=(1, 2)), [False, True, False])
    np.testing.assert_array_equal(np.isnan(volume.voxels).any(axis=(1, 2)), [False, True, False])


def test_a_factor_for_too_few_slices_is_refused():
    with pytest.raises(ValueError, match="broadcast"):
        stored(numbered(np.int16)).volume([1, 2], Unit.SUV_BW)


# --- CT -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("dtype", "start", "intercept"),
    [
        ("i2", -1024, 0),
        ("i2", 0, -1024),
        ("u2", 0, -1024),
        ("u2", 65_000, -40_000),
        ("i4", -1024, 0),
        ("i2", -30_000, 40_000),
        (">i2", 0, -1024),
    ],
)
def test_whole_hounsfield_units_stay_int16(dtype, start, intercept):
    volume = stored(numbered(dtype, start), 1, intercept, unit=Unit.HU).volume()
    assert volume.voxels.dtype == np.int16
    np.testing.assert_array_equal(volume.voxels, numbered(np.int64, start) + intercept)


def test_whole_hounsfield_units_stored_as_int16_are_not_copied():
    image = stored(numbered(np.int16), unit=Unit.HU)
    assert np.shares_memory(image.volume().voxels, image.values)


@pytest.mark.parametrize(
    ("start", "slope", "intercept"),
    [(0, 0.5, -1024), (0, 1, -1023.5), (32_760, 1, 100), (0, [1, 1, 2], -1024), (0, 1, [0, 0, 1])],
    ids=["slope", "fraction", "too large for int16", "slopes differ", "intercepts differ"],
)
def test_other_hounsfield_units_become_float32(start, slope, intercept):
    image = stored(numbered(np.int32, start), slope, intercept, unit=Unit.HU)
    volume = image.volume()
    assert volume.voxels.dtype == np.float32
    expected = numbered(np.float64, start) * image.slopes[:, None, None]
    np.testing.assert_array_equal(volume.voxels, expected + image.intercepts[:, None, None])


def test_hounsfield_units_with_a_missing_slice_become_float32_because_int16_has_no_nan():
    volume = stored(numbered(np.int16), missing=[2], unit=Unit.HU).volume()
    assert volume.voxels.dtype == np.float32
    assert np.isnan(volume.voxels[2]).all()


def test_a_factor_is_applied_to_hounsfield_units_too():
    volume = stored(numbered(np.int16), 1, -10, unit=Unit.HU).volume(2.0)
    np.testing.assert_array_equal(volume.voxels, 2 * (numbered(np.float32) - 10))


def test_whole_numbers_that_are_not_hounsfield_units_are_float32():
    assert stored(numbered(np.int16), unit=Unit.STORED).volume().voxels.dtype == np.float32
