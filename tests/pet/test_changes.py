"""The change map: what a denoiser did, beyond noise, at one resolution."""

import re

import numpy as np
import pytest

from station.errors import Cancelled, StationError
from station.pet.changes import CHANGED_Z, Change, change_map
from station.pet.filters import smoothed
from station.pet.volume import Geometry, Unit, Volume

SHAPE = (60, 80, 80)
MM = 2.0
AFFINE = np.array([[0, 0, MM, -80.0], [0, MM, 0, -80.0], [MM, 0, 0, -60.0], [0, 0, 0, 1]])
GRID = Geometry(SHAPE, AFFINE)
SPACING = GRID.spacing_mm
LIVER_SUV = 2.0
AT = (30, 40, 40)


def body():
    """A round body of SUV 0.6 with a liver of SUV 2 in it, as a scanner resolves it."""
    _, row, column = np.indices(SHAPE)
    image = np.zeros(SHAPE, np.float32)
    image[np.hypot(row - 40, column - 40) < 34] = 0.6
    image[np.hypot(row - 40, column - 40) < 22] = LIVER_SUV
    return smoothed(image, 5.0, SPACING)


def noisy(image, seed, cov=0.35):
    """The unfiltered image: correlated noise in proportion to the square root of the activity."""
    noise = np.random.default_rng(seed).standard_normal(SHAPE).astype(np.float32)
    noise = smoothed(noise, 4.0, SPACING)
    return np.maximum(
        image + cov * np.sqrt(LIVER_SUV * np.maximum(image, 0)) * noise / noise.std(), 0
    ).astype(np.float32)


def blob(at, peak, fwhm_mm):
    distance = np.linalg.norm((np.moveaxis(np.indices(SHAPE), 0, -1) - np.array(at)) * MM, axis=-1)
    return (peak * np.exp(-4 * np.log(2) * (distance / fwhm_mm) ** 2)).astype(np.float32)


def suv(voxels):
    return Volume(voxels.astype(np.float32), GRID, Unit.SUV_BW)


TRUTH = body()
UNFILTERED = noisy(TRUTH, 3)
CONVENTIONAL = smoothed(UNFILTERED, 6.0, SPACING)


def compared(unfiltered=UNFILTERED, dl=TRUTH, source=True):
    conventional = smoothed(unfiltered, 6.0, SPACING)
    return change_map(suv(conventional), suv(dl), suv(unfiltered) if source else None)


@pytest.mark.parametrize("source", [True, False])
def test_a_denoiser_that_only_takes_noise_away_changes_nothing(source) -> None:
    found = compared(source=source)
    assert found.foci == ()
    inside = TRUTH > 1.5
    assert found.volume.voxels[inside].std() == pytest.approx(1.0, abs=0.15)


@pytest.mark.parametrize("source", [True, False])
def test_the_map_finds_the_filter_that_lies_between_the_images(source) -> None:
    assert compared(source=source).fwhm_mm == pytest.approx(6.0, abs=0.7)


@pytest.mark.parametrize("source", [True, False])
def test_a_focus_that_the_data_do_not_hold_is_listed_as_added(source) -> None:
    first = compared(dl=TRUTH + blob(AT, 6.0, 9.0), source=source).foci[0]
    assert first.change is Change.ADDED
    assert first.z > CHANGED_Z
    assert first.position_mm == pytest.approx(GRID.to_patient(AT), abs=4)
    assert first.denoised > first.conventional
    assert "local noise" in first.reason


@pytest.mark.parametrize("source", [True, False])
def test_a_lesion_that_the_denoiser_smoothed_away_is_listed_as_removed(source) -> None:
    unfiltered = noisy(TRUTH + blob(AT, 8.0, 12.0), 4)
    first = compared(unfiltered=unfiltered, dl=TRUTH, source=source).foci[0]
    assert first.change is Change.REMOVED
    assert first.z < -CHANGED_Z
    assert first.position_mm == pytest.approx(GRID.to_patient(AT), abs=6)
    assert first.denoised < first.conventional


def test_a_lesion_that_is_only_sharper_is_no_change() -> None:
    """The raw difference of such images is largest there: 8.42 against 5.59 in paper 000."""
    lesion = TRUTH + blob(AT, 8.0, 10.0)
    unfiltered = noisy(lesion, 5)
    difference = lesion - smoothed(unfiltered, 6.0, SPACING)
    assert np.unravel_index(np.abs(difference).argmax(), SHAPE) == pytest.approx(AT, abs=2)
    assert compared(unfiltered=unfiltered, dl=lesion).foci == ()


def test_a_weak_focus_the_data_do_not_support_is_listed_though_noise_could_make_it() -> None:
    quiet = [i for i in np.argwhere(TRUTH > 1.9) if abs(i[0] - 30) < 8]
    calm = min(quiet, key=lambda i: CONVENTIONAL[tuple(i)])
    added = compared(dl=TRUTH + blob(calm, 2.2, 9.0)).foci
    near = [f for f in added if np.linalg.norm(f.position_mm - GRID.to_patient(calm)) < 8]
    assert near
    assert near[0].change is Change.ADDED
    assert near[0].z < CHANGED_Z or near[0].volume_ml > 0


def test_the_most_significant_change_comes_first() -> None:
    dl = TRUTH + blob(AT, 6.0, 9.0) + blob((15, 40, 55), 12.0, 9.0)
    found = [focus for focus in compared(dl=dl).foci if np.isfinite(focus.volume_ml)]
    assert [abs(focus.z) for focus in found] == sorted((abs(f.z) for f in found), reverse=True)
    assert found[0].position_mm == pytest.approx(GRID.to_patient((15, 40, 55)), abs=4)


def test_the_same_image_twice_changes_nothing() -> None:
    found = change_map(suv(CONVENTIONAL), suv(CONVENTIONAL))
    assert found.foci == ()
    assert not found.volume.voxels.any()


def test_swapping_the_images_turns_the_sign() -> None:
    """With a source that both are compared through, what was added becomes what was removed."""
    there = compared(dl=TRUTH + blob(AT, 6.0, 9.0)).volume.voxels
    gone = compared(dl=TRUTH - blob(AT, 1.9, 9.0)).volume.voxels
    assert there[AT] > 4
    assert gone[AT] < -2


def test_scaling_both_images_leaves_the_map_as_it_was() -> None:
    dl = TRUTH + blob(AT, 6.0, 9.0)
    one = change_map(suv(CONVENTIONAL), suv(dl))
    other = change_map(suv(1.5 * CONVENTIONAL), suv(1.5 * dl))
    inside = TRUTH > 0.3
    assert other.volume.voxels[inside] == pytest.approx(one.volume.voxels[inside], abs=0.15)


def test_air_is_zero_and_the_map_lies_on_the_images_grid() -> None:
    found = compared()
    assert found.volume.geometry.same_grid(GRID)
    assert found.volume.unit is Unit.NOISE_SD
    assert not found.volume.voxels[smoothed(TRUTH, 12.0, SPACING) < 1e-3].any()


def test_slices_that_were_never_stored_are_no_change() -> None:
    conventional, dl = CONVENTIONAL.copy(), TRUTH.copy()
    conventional[20:23], dl[20:23] = np.nan, np.nan
    found = change_map(suv(conventional), suv(dl))
    assert np.isfinite(found.volume.voxels).all()
    assert not found.volume.voxels[20:23].any()
    assert found.foci == ()


def test_the_original_images_stay_as_they_were() -> None:
    conventional, dl = suv(CONVENTIONAL.copy()), suv(TRUTH.copy())
    change_map(conventional, dl, suv(UNFILTERED.copy()))
    assert np.array_equal(conventional.voxels, CONVENTIONAL)
    assert np.array_equal(dl.voxels, TRUTH)


def test_a_single_slice_and_a_few_slices_can_be_compared() -> None:
    for slices in (1, 10):
        grid = Geometry((slices, *SHAPE[1:]), AFFINE)
        one, other = (
            Volume(np.ascontiguousarray(image[:slices]), grid, Unit.SUV_BW)
            for image in (CONVENTIONAL, TRUTH)
        )
        assert change_map(one, other).volume.shape == grid.shape


def test_images_on_different_grids_are_refused() -> None:
    shifted = AFFINE.copy()
    shifted[0, 3] += 1
    other = Volume(TRUTH, Geometry(SHAPE, shifted), Unit.SUV_BW)
    with pytest.raises(StationError, match=r"different grids .*80 × 80 × 60.*Choose two images"):
        change_map(suv(CONVENTIONAL), other)


def test_images_in_different_units_are_refused() -> None:
    other = Volume(CONVENTIONAL.copy(), GRID, Unit.SUV_LBM)
    with pytest.raises(StationError, match=r"conventional image is in SUL.*Show both in one unit"):
        change_map(other, suv(TRUTH))


def test_images_without_suv_are_refused() -> None:
    one, other = (Volume(image.copy(), GRID, Unit.BQ_PER_ML) for image in (CONVENTIONAL, TRUTH))
    with pytest.raises(StationError, match=r"needs SUV.*in Bq/mL.*Complete the SUV inputs"):
        change_map(one, other)


def test_an_image_without_a_patient_is_refused() -> None:
    empty = np.zeros(SHAPE, np.float32)
    with pytest.raises(StationError, match="no patient to compare"):
        change_map(suv(empty), suv(empty.copy()))


def test_it_can_be_cancelled() -> None:
    def stop(fraction: float, message: str) -> None:
        if fraction > 0:
            raise Cancelled

    with pytest.raises(Cancelled):
        change_map(suv(CONVENTIONAL), suv(TRUTH), report=stop)


def test_a_focus_below_the_threshold_says_that_only_one_image_shows_it() -> None:
    quiet = [i for i in np.argwhere(TRUTH > 1.9) if abs(i[0] - 30) < 8]
    calm = min(quiet, key=lambda i: CONVENTIONAL[tuple(i)])
    found = compared(dl=TRUTH + blob(calm, 2.2, 9.0) + blob(AT, 6.0, 9.0))
    assert "and where only one image shows a focus" in found.basis
    for focus in found.foci:
        assert focus.shown_alone or abs(focus.z) >= CHANGED_Z
    assert {focus.shown_alone for focus in found.foci} >= {False}


def test_a_focus_has_one_pair_of_values_and_its_reason_repeats_none() -> None:
    for focus in compared(dl=TRUTH + blob(AT, 6.0, 9.0)).foci:
        figures = re.findall(r"\d+\.\d+", focus.reason)
        assert len(figures) <= 1, "how far from the noise, and no second pair"
