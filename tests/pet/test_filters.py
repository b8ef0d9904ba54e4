"""Laws of the Gaussian post-filter."""

from math import hypot

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import ndimage

from station.errors import Cancelled, StationError
from station.pet.filters import FWHM_PER_SIGMA, gaussian, gaussian_kernel, smoothed
from station.pet.volume import Geometry, Unit, Volume

SPACING_MM = (3.27, 2.0, 2.5)
NOISE = np.random.default_rng(7)


def grid(
    shape: tuple[int, int, int], spacing_mm: tuple[float, float, float] = SPACING_MM
) -> Geometry:
    affine = np.zeros((4, 4))
    affine[2, 0], affine[1, 1], affine[0, 2] = spacing_mm
    affine[3, 3] = 1
    return Geometry(shape, affine)


def volume(voxels: np.ndarray, unit: Unit = Unit.SUV_BW) -> Volume:
    return Volume(voxels.astype(np.float32), grid(voxels.shape), unit)


def point(shape: tuple[int, int, int]) -> np.ndarray:
    """Activity 1 in the middle voxel, far enough from every edge."""
    image = np.zeros(shape, dtype=np.float32)
    image[tuple(length // 2 for length in shape)] = 1
    return image


def noise(shape: tuple[int, int, int] = (12, 20, 24)) -> np.ndarray:
    return NOISE.gamma(2, 1, shape).astype(np.float32)


def variance_mm2(image: np.ndarray, axis: int) -> float:
    """Of the activity's place along an axis."""
    profile = image.sum(axis=tuple(a for a in range(3) if a != axis)).astype(np.float64)
    place = np.arange(len(profile)) * SPACING_MM[axis]
    mean = (profile * place).sum() / profile.sum()
    return float((profile * (place - mean) ** 2).sum() / profile.sum())


@given(fwhm=st.floats(0.01, 30))
def test_a_kernel_has_the_variance_of_its_width_however_coarse_the_grid(fwhm: float):
    kernel = gaussian_kernel(fwhm)
    steps = np.arange(len(kernel)) - len(kernel) // 2
    assert kernel.sum() == pytest.approx(1)
    assert (kernel >= 0).all()
    assert (kernel @ steps**2) ** 0.5 * FWHM_PER_SIGMA == pytest.approx(fwhm, rel=1e-9)


def test_where_voxels_are_small_the_kernel_is_the_sampled_gaussian():
    kernel = gaussian_kernel(3.0)
    steps = np.arange(len(kernel)) - len(kernel) // 2
    sampled = np.exp(-4 * np.log(2) * (steps / 3.0) ** 2)
    np.testing.assert_allclose(kernel, sampled / sampled.sum(), atol=1e-4)


def test_a_point_becomes_as_wide_as_asked_for_along_every_axis_of_an_uneven_grid():
    filtered = gaussian(volume(point((31, 41, 37))), 8.0).voxels
    for axis in range(3):
        width_mm = variance_mm2(filtered, axis) ** 0.5 * FWHM_PER_SIGMA
        assert width_mm == pytest.approx(8.0, rel=1e-3)


def test_full_widths_add_in_quadrature():
    image = point((31, 41, 37))
    twice = smoothed(smoothed(image, 6.0, SPACING_MM), 4.5, SPACING_MM)
    once = smoothed(image, hypot(6.0, 4.5), SPACING_MM)
    for axis in range(3):
        assert variance_mm2(twice, axis) == pytest.approx(variance_mm2(once, axis), rel=1e-3)
    assert np.abs(twice - once).max() < 0.02 * once.max()


def test_the_filter_is_linear():
    one, other = noise(), noise()
    together = smoothed(2 * one - 3 * other, 6.0, SPACING_MM)
    apart = 2 * smoothed(one, 6.0, SPACING_MM) - 3 * smoothed(other, 6.0, SPACING_MM)
    np.testing.assert_allclose(together, apart, atol=1e-4)


def test_an_even_activity_stays_even_up_to_the_edge():
    filtered = gaussian(volume(np.full((9, 10, 11), 2.5)), 12.0)
    np.testing.assert_allclose(filtered.voxels, 2.5, rtol=1e-6)


def test_activity_inside_is_conserved():
    image = np.zeros((30, 40, 40), dtype=np.float32)
    image[12:18, 15:25, 15:25] = noise((6, 10, 10))
    filtered = smoothed(image, 6.0, SPACING_MM)
    assert filtered.sum(dtype=np.float64) == pytest.approx(image.sum(dtype=np.float64), rel=1e-6)


def test_it_agrees_with_scipy_away_from_the_edges():
    image = noise((30, 40, 40))
    sigma = [6.0 / FWHM_PER_SIGMA / mm for mm in (2.0, 2.0, 2.0)]
    expected = ndimage.gaussian_filter(image, sigma, truncate=4.0)
    filtered = smoothed(image, 6.0, (2.0, 2.0, 2.0))
    inside = (slice(6, -6),) * 3
    np.testing.assert_allclose(filtered[inside], expected[inside], rtol=1e-3)


def test_a_grid_smaller_than_the_kernel_is_filtered_too():
    image = np.ones((1, 2, 3), dtype=np.float32)
    np.testing.assert_allclose(smoothed(image, 20.0, SPACING_MM), 1, rtol=1e-6)


def test_a_slice_that_was_never_stored_stays_so_and_darkens_no_neighbour():
    voxels = np.full((12, 8, 8), 3.0, dtype=np.float32)
    voxels[[4, 5, 9]] = np.nan
    filtered = gaussian(volume(voxels), 8.0)
    np.testing.assert_array_equal(np.flatnonzero(filtered.missing), [4, 5, 9])
    np.testing.assert_allclose(np.delete(filtered.voxels, [4, 5, 9], axis=0), 3.0, rtol=1e-6)


def test_what_lies_beyond_a_gap_counts_as_if_the_gap_held_nothing():
    """By hand: the axial weights of the slices that are there, scaled to 1."""
    voxels = np.zeros((5, 1, 1), dtype=np.float32)
    voxels[:, 0, 0] = (1, 2, np.nan, 4, 8)
    kernel = gaussian_kernel(6.0 / SPACING_MM[0])
    middle = len(kernel) // 2
    weights = np.array([kernel[middle + step] for step in (-1, 0, 2, 3)])
    expected = weights @ (1, 2, 4, 8) / weights.sum()
    assert gaussian(volume(voxels), 6.0).voxels[1, 0, 0] == pytest.approx(expected, rel=1e-6)


def test_the_volume_keeps_its_place_and_unit_and_tells_what_was_done():
    before = volume(noise(), Unit.BQ_PER_ML)
    after = gaussian(before, 6.0)
    assert after.geometry is before.geometry
    assert after.unit is Unit.BQ_PER_ML
    assert after.provenance.steps == ("Gaussian 6 mm FWHM",)
    assert not np.shares_memory(after.voxels, before.voxels)


def test_an_array_is_filtered_without_being_changed():
    image = noise()
    copy = image.copy()
    np.testing.assert_array_equal(smoothed(image, 0.0, SPACING_MM), copy)
    smoothed(image, 6.0, SPACING_MM)
    np.testing.assert_array_equal(image, copy)


@pytest.mark.parametrize("fwhm_mm", [0.0, -6.0, 0.1, 31.0, np.nan, np.inf])
def test_a_width_that_is_none_is_refused(fwhm_mm: float):
    with pytest.raises(
        StationError, match=r"is not a valid filter\. Give its full width .* 0\.5 to 30 mm"
    ):
        gaussian(volume(noise()), fwhm_mm)


@pytest.mark.parametrize("wrong", [np.nan, np.inf, -np.inf])
def test_a_stored_slice_with_a_voxel_that_is_no_number_is_refused(wrong: float):
    voxels = noise()
    voxels[3, 4, 5] = wrong
    with pytest.raises(StationError, match=r"1 voxels of the image are not numbers"):
        gaussian(volume(voxels), 6.0)


def test_tilted_slices_are_refused():
    affine = grid((4, 5, 6)).affine.copy()
    affine[1, 0] = 0.5
    tilted = Volume(np.ones((4, 5, 6), np.float32), Geometry((4, 5, 6), affine), Unit.SUV_BW)
    with pytest.raises(StationError, match="tilted"):
        gaussian(tilted, 6.0)


def test_memory_that_does_not_suffice_is_said(monkeypatch: pytest.MonkeyPatch):
    def nothing_left(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr("station.pet.filters._filtered", nothing_left)
    with pytest.raises(StationError, match="not enough memory"):
        gaussian(volume(noise()), 6.0)


def test_it_tells_its_progress_and_stops_when_asked():
    told: list[float] = []

    def report(fraction: float, message: str) -> None:
        assert message == "Gaussian filter of 6 mm"
        told.append(fraction)
        if len(told) == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        gaussian(volume(noise((100, 4, 4))), 6.0, report)
    assert told == sorted(told)
    assert told[0] == 0
