"""Distances, ellipses, arrows and texts in patient mm, against geometry and numpy."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from station.pet.annotations import (
    Arrow,
    Distance,
    Drawn,
    Ellipse,
    Note,
    drawn_between,
    handles,
    measure_area,
    measure_area_in,
    moved,
    place_of,
    reshaped,
)
from station.pet.volume import Geometry, Unit, Volume
from tests.made_up.images import grid, suv_image

AXIAL, CORONAL, SAGITTAL = 2, 1, 0
EVERY = (
    Distance((0.0, 0.0, 9.0), (3.0, 4.0, 9.0), AXIAL),
    Ellipse((10.0, 8.0, 9.0), (6.0, 4.0), AXIAL),
    Arrow((0.0, 0.0, 9.0), (3.0, 4.0, 9.0), AXIAL, "here"),
    Note((1.0, 2.0, 9.0), AXIAL, "there"),
)


def ramp() -> Volume:
    """A value of its own in each voxel of 3 × 2 × 2 mm."""
    geometry = grid((8, 10, 12))
    values = np.arange(np.prod(geometry.shape), dtype=np.float32).reshape(geometry.shape)
    return Volume(values, geometry, Unit.SUV_BW)


@pytest.mark.parametrize(
    ("start", "end", "across", "length"),
    [
        ((0.0, 0.0, 9.0), (3.0, 4.0, 9.0), AXIAL, 5.0),
        ((1.0, 8.0, 0.0), (1.0, 8.0, 12.0), CORONAL, 12.0),
        ((5.0, -5.0, 7.0), (5.0, 7.0, 12.0), SAGITTAL, 13.0),
    ],
)
def test_a_distance_is_that_of_its_ends_in_any_plane(
    start: tuple[float, float, float],
    end: tuple[float, float, float],
    across: int,
    length: float,
):
    distance = drawn_between(Distance, start, end, across)
    assert isinstance(distance, Distance)
    assert distance.length_mm == pytest.approx(length)


@pytest.mark.parametrize("kind", [Distance, Ellipse, Arrow])
def test_a_drag_of_less_than_a_millimetre_draws_nothing(kind: type[Drawn]):
    assert drawn_between(kind, (0.0, 0.0, 0.0), (0.5, 0.5, 0.0), AXIAL) is None


def test_an_ellipse_fills_the_box_of_its_drag():
    ellipse = drawn_between(Ellipse, (2.0, 3.0, 9.0), (14.0, 11.0, 9.0), AXIAL)
    assert ellipse == Ellipse((8.0, 7.0, 9.0), (6.0, 4.0), AXIAL)


def test_the_area_of_an_ellipse_is_that_of_geometry():
    assert Ellipse((0.0, 0.0, 0.0), (6.0, 4.0), AXIAL).area_mm2 == pytest.approx(24 * math.pi)


def test_the_ends_of_the_longer_axis_come_first():
    ends = Ellipse((0.0, 0.0, 0.0), (4.0, 6.0), AXIAL).ends_mm
    assert ends == ((0.0, -6.0, 0.0), (0.0, 6.0, 0.0), (-4.0, 0.0, 0.0), (4.0, 0.0, 0.0))


@pytest.mark.parametrize("across", [AXIAL, CORONAL, SAGITTAL])
def test_an_ellipse_measures_the_voxels_of_its_slice_whose_centre_is_inside(across: int):
    volume = ramp()
    centre, half = np.array([10.0, 8.0, 9.0]), (6.0, 4.0)
    ellipse = Ellipse((10.0, 8.0, 9.0), half, across)
    places = volume.geometry.to_patient(np.moveaxis(np.indices(volume.shape), 0, -1))
    axes = [axis for axis in range(3) if axis != across]
    held = (((places[..., axes] - centre[axes]) / half) ** 2).sum(axis=-1) <= 1
    values = volume.voxels[held & (places[..., across] == centre[across])].astype(float)
    measured = measure_area(volume, ellipse)
    assert measured.voxels == len(values) > 10
    assert measured.mean == pytest.approx(values.mean())
    assert measured.sd == pytest.approx(values.std())
    assert (measured.minimum, measured.maximum) == (values.min(), values.max())
    assert measured.warnings == ()


def test_outside_the_image_nothing_is_measured_and_the_sentence_says_so():
    measured = measure_area(ramp(), Ellipse((500.0, 8.0, 9.0), (6.0, 4.0), AXIAL))
    assert measured.voxels == 0
    assert np.isnan(measured.mean)
    assert "nothing was measured" in measured.warnings[0]


def test_an_ellipse_that_leaves_the_image_says_what_is_left_out():
    measured = measure_area(ramp(), Ellipse((0.0, 8.0, 9.0), (6.0, 4.0), AXIAL))
    assert measured.voxels > 0
    assert any("beyond the image" in warning for warning in measured.warnings)


def test_slices_that_were_never_stored_are_left_out_with_a_sentence():
    volume = ramp()
    values = np.array(volume.voxels, np.float32)
    values[:4] = np.nan
    holed = Volume(values, volume.geometry, volume.unit)
    measured = measure_area(holed, Ellipse((10.0, 8.0, 10.5), (6.0, 6.0), CORONAL))
    assert measured.minimum >= 4 * 120
    assert any("never stored" in warning for warning in measured.warnings)


def test_an_oblique_image_is_a_caution():
    affine = np.array(grid().affine)
    affine[1, 0] = 0.6
    tilted = Volume(np.ones((8, 10, 12), np.float32), Geometry((8, 10, 12), affine), Unit.HU)
    measured = measure_area(tilted, Ellipse((10.0, 8.0, 9.0), (6.0, 4.0), AXIAL))
    assert measured.mean == 1
    assert any("oblique" in warning for warning in measured.warnings)


def test_an_image_is_measured_with_what_makes_its_suv_doubtful():
    image = suv_image(ramp().voxels)
    measured = measure_area_in(image, Ellipse((10.0, 8.0, 9.0), (6.0, 4.0), AXIAL))
    assert measured.warnings == image.cautions


@pytest.mark.parametrize("shape", EVERY)
@given(by=st.tuples(*[st.floats(-100, 100)] * 3))
def test_what_is_carried_away_and_back_is_where_it_was(
    shape: Drawn, by: tuple[float, float, float]
):
    back = moved(moved(shape, by), (-by[0], -by[1], -by[2]))
    assert np.allclose(handles(back), handles(shape))
    assert np.allclose(place_of(moved(shape, by)), np.add(place_of(shape), by))


@pytest.mark.parametrize("shape", EVERY)
def test_a_handle_goes_where_the_hand_goes_and_stays_in_its_plane(shape: Drawn):
    for number, at in enumerate(handles(shape)):
        target = (at[0] * 1.5 + 1, at[1] * 1.5 + 1, 77.0)
        changed = reshaped(shape, number, target)
        assert {place[2] for place in handles(changed)} == {9.0}
        if not isinstance(shape, Ellipse):
            assert handles(changed)[number][:2] == target[:2]


def test_the_handle_of_an_ellipse_changes_one_of_its_half_axes():
    ellipse = Ellipse((10.0, 8.0, 9.0), (6.0, 4.0), AXIAL)
    assert reshaped(ellipse, 1, (19.0, 8.0, 9.0)) == Ellipse((10.0, 8.0, 9.0), (9.0, 4.0), AXIAL)
    assert reshaped(ellipse, 3, (10.0, 10.0, 9.0)) == Ellipse((10.0, 8.0, 9.0), (6.0, 2.0), AXIAL)
