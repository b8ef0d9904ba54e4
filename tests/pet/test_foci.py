"""The fixed rule by which a focus is one."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from station.errors import StationError
from station.pet.filters import smoothed
from station.pet.foci import DETECTION_RULE, find_foci, match_foci
from station.pet.volume import Geometry, Unit, Volume

SIZE = 48
VOXEL_MM = 2.0
BACKGROUND = 2.0


def geometry(voxel_mm=VOXEL_MM, size=SIZE):
    affine = np.array(
        [[0, 0, voxel_mm, -40.0], [0, voxel_mm, 0, -30.0], [voxel_mm, 0, 0, 100.0], [0, 0, 0, 1]]
    )
    return Geometry((size, size, size), affine)


GRID = geometry()


def even(value=BACKGROUND, grid=GRID):
    return np.full(grid.shape, value, np.float32)


def with_blob(image, centre, peak, fwhm_mm, grid=GRID):
    """The image with a Gaussian blob that rises by `peak` at an index."""
    at = np.moveaxis(np.indices(grid.shape), 0, -1)
    distance = np.linalg.norm((at - np.array(centre)) * grid.spacing_mm, axis=-1)
    return (image + peak * np.exp(-4 * np.log(2) * (distance / fwhm_mm) ** 2)).astype(np.float32)


def foci(image, grid=GRID, **changed):
    return find_foci(Volume(image, grid, Unit.SUV_BW), **changed)


def test_an_even_organ_has_none() -> None:
    assert foci(even()) == ()


def test_a_hot_spot_is_found_where_it_is() -> None:
    (spot,) = foci(with_blob(even(), (20, 25, 28), 6.0, 12.0))
    assert spot.position_mm == pytest.approx(GRID.to_patient((20, 25, 28)), abs=1e-6)
    assert spot.background == pytest.approx(BACKGROUND, abs=0.5)
    assert BACKGROUND < spot.peak < BACKGROUND + 6.0
    assert spot.contrast > DETECTION_RULE.contrast


def test_the_edge_of_an_organ_is_none() -> None:
    organ = even(0.3)
    organ[:, :, SIZE // 2 :] = 4.0
    assert foci(smoothed(organ, 6.0, GRID.spacing_mm)) == ()


def test_a_vessel_is_none() -> None:
    vessel = even(0.6)
    vessel[:, 21:27, 21:27] = 1.6
    assert foci(smoothed(vessel, 6.0, GRID.spacing_mm)) == ()


def test_a_large_lesion_with_an_even_middle_is_one_focus() -> None:
    at = np.moveaxis(np.indices(GRID.shape), 0, -1)
    ball = np.linalg.norm((at - 24) * VOXEL_MM, axis=-1) <= 15  # 14 mL
    image = smoothed(np.where(ball, 6.0, 1.0).astype(np.float32), 5.0, GRID.spacing_mm)
    (spot,) = foci(image)
    assert np.linalg.norm(np.subtract(spot.position_mm, GRID.to_patient((24, 24, 24)))) < 15


def test_what_lies_below_the_lowest_suv_is_none() -> None:
    assert foci(with_blob(even(0.1), (24, 24, 24), 0.7, 14.0)) == ()


def test_two_foci_far_apart_are_two_and_the_hotter_comes_first() -> None:
    image = with_blob(even(), (12, 12, 12), 4.0, 10.0)
    image = with_blob(image, (34, 34, 34), 8.0, 10.0)
    hot, cool = foci(image)
    assert hot.peak > cool.peak
    assert hot.position_mm == pytest.approx(GRID.to_patient((34, 34, 34)))


@pytest.mark.parametrize("cov", [0.1, 0.2])
def test_smoothed_noise_of_a_liver_makes_no_foci(cov) -> None:
    rng = np.random.default_rng(1)
    noise = smoothed(rng.standard_normal(GRID.shape).astype(np.float32), 7.0, GRID.spacing_mm)
    image = BACKGROUND * (1 + cov * noise / noise.std())
    assert foci(image.astype(np.float32)) == ()


def test_a_finer_grid_finds_the_same_focus() -> None:
    fine = geometry(1.5, 64)
    coarse, finer = (
        foci(with_blob(even(grid=grid), grid.to_index((8.0, 18.0, 148.0)), 6.0, 12.0, grid), grid)
        for grid in (GRID, fine)
    )
    assert len(coarse) == len(finer) == 1
    assert np.subtract(coarse[0].position_mm, finer[0].position_mm) == pytest.approx(0, abs=2)
    assert coarse[0].peak == pytest.approx(finer[0].peak, rel=0.05)


@given(st.floats(0.5, 20))
def test_a_hotter_patient_changes_nothing_but_the_figures(factor) -> None:
    image = with_blob(even(), (24, 20, 24), 6.0, 12.0)
    (one,) = foci(image)
    (other,) = foci((image * np.float32(factor)).astype(np.float32))
    assert other.position_mm == one.position_mm
    assert other.contrast == pytest.approx(one.contrast, rel=1e-4)
    assert other.peak == pytest.approx(one.peak * factor, rel=1e-4)


def test_slices_that_were_never_stored_hold_no_focus_and_hide_none() -> None:
    image = with_blob(even(), (16, 24, 24), 6.0, 12.0)
    image[36:] = np.nan
    (spot,) = foci(image)
    assert spot.position_mm == pytest.approx(GRID.to_patient((16, 24, 24)))


def test_where_half_of_the_surroundings_are_cut_off_nothing_is_called_a_focus() -> None:
    assert foci(with_blob(even(), (0, 24, 24), 6.0, 12.0)) == ()


def test_foci_match_within_the_distance_and_not_beyond() -> None:
    one = foci(with_blob(even(), (20, 24, 24), 6.0, 12.0))
    near = foci(with_blob(even(), (23, 24, 24), 6.0, 12.0))
    assert match_foci(one, near) == (True,)
    assert match_foci(one, near, within_mm=5.0) == (False,)
    assert match_foci(one, ()) == (False,)
    assert match_foci((), near) == ()


def test_an_image_without_suv_is_refused() -> None:
    with pytest.raises(StationError, match=r"by their SUV.*in Bq/mL.*Complete the SUV inputs"):
        find_foci(Volume(even(), GRID, Unit.BQ_PER_ML))
