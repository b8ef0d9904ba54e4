"""Images and masks on the working grid: the fast ways give what the plain ones do."""

from typing import Any

import numpy as np
import pytest
from scipy import ndimage as untyped_ndimage

from station.pet.volume import Geometry, Unit, Volume
from station.quality.working_grid import (
    STEP_MM,
    box_about,
    depth_mm,
    dilated,
    eroded,
    filled,
    grid_at,
    larger,
    millilitres,
    opened,
    parts_by_slice,
    resampled,
)

ndimage: Any = untyped_ndimage  # its own types are incomplete

CUBE = np.ones((3, 3, 3), np.bool_)
SHAPE = (20, 18, 22)


@pytest.fixture
def mask() -> np.ndarray:
    """Blobs, holes and specks, some at the edges."""
    rng = np.random.default_rng(4)
    return ndimage.gaussian_filter(rng.standard_normal(SHAPE), 1.2) > 0.05


def volume_of(spacing_mm: tuple[float, float, float], turned: float = 0.0) -> Volume:
    """x + 2y + 3z at every place, in mm; the grid is turned about z by so many radians."""
    affine = np.zeros((4, 4))
    affine[2, 0] = spacing_mm[0]
    c, s = np.cos(turned), np.sin(turned)
    affine[:2, 1] = -s * spacing_mm[1], c * spacing_mm[1]
    affine[:2, 2] = c * spacing_mm[2], s * spacing_mm[2]
    affine[:3, 3], affine[3, 3] = (-70.0, -60.0, -50.0), 1.0
    shape = tuple(int(130 / spacing) for spacing in spacing_mm)
    geometry = Geometry((shape[0], shape[1], shape[2]), affine)
    at = geometry.to_patient(np.stack(np.meshgrid(*map(np.arange, shape), indexing="ij"), -1))
    return Volume((at @ (1.0, 2.0, 3.0)).astype(np.float32), geometry, Unit.SUV_BW)


# --- Resampling ---------------------------------------------------------------------------------


@pytest.mark.parametrize("turned", [0.0, 0.2])
@pytest.mark.parametrize("spacing_mm", [(4.0, 4.0, 4.0), (2.0, 1.07, 1.07), (5.0, 6.0, 6.0)])
def test_what_rises_evenly_is_what_it_was_on_any_grid(
    spacing_mm: tuple[float, float, float], turned: float
) -> None:
    source = volume_of(spacing_mm, turned)
    grid = grid_at(np.array([-30.0, -20.0, -40.0]), (24, 15, 13), STEP_MM)
    values, seen = resampled(source, grid, -1.0)
    at = grid.to_patient(np.stack(np.meshgrid(*map(np.arange, grid.shape), indexing="ij"), -1))
    assert seen.all()
    np.testing.assert_allclose(values, at @ (1.0, 2.0, 3.0), atol=1e-3)


@pytest.mark.parametrize("turned", [0.0, 0.2])
def test_beyond_an_image_and_where_it_has_no_number_nothing_is_seen(turned: float) -> None:
    source = volume_of((4.0, 4.0, 4.0), turned)
    voxels = source.voxels.copy()
    voxels[10] = np.nan
    holed = Volume(voxels, source.geometry, source.unit)
    grid = grid_at(np.array([-30.0, -20.0, -70.0]), (20, 10, 10), STEP_MM)
    values, seen = resampled(holed, grid, -1000.0)
    hole = round((source.geometry.to_patient((10, 0, 0))[2] + 70.0) / STEP_MM)
    assert not seen[:5].any(), "below the image"
    assert (values[:5] == -1000.0).all()
    assert not seen[hole].any()
    assert seen[6:hole].all()
    assert np.isfinite(values).all()


def test_a_grid_far_from_the_image_sees_nothing_of_it() -> None:
    grid = grid_at(np.array([900.0, 0.0, 0.0]), (4, 4, 4), STEP_MM)
    values, seen = resampled(volume_of((4.0, 4.0, 4.0)), grid, -5.0)
    assert (values == -5.0).all()
    assert not seen.any()


# --- Masks --------------------------------------------------------------------------------------


def test_boxes_erode_dilate_and_open_as_scipy_has_it(mask: np.ndarray) -> None:
    np.testing.assert_array_equal(eroded(mask), ndimage.binary_erosion(mask, CUBE))
    np.testing.assert_array_equal(dilated(mask), ndimage.binary_dilation(mask, CUBE))
    np.testing.assert_array_equal(opened(mask), ndimage.binary_opening(mask, CUBE))
    np.testing.assert_array_equal(eroded(mask, (1, 2)), ndimage.binary_erosion(mask, CUBE[:1]))


def test_holes_are_filled_slice_by_slice(mask: np.ndarray) -> None:
    wanted = np.stack([ndimage.binary_fill_holes(plane) for plane in mask])
    np.testing.assert_array_equal(filled(mask), wanted)
    assert (wanted != mask).any()


def test_parts_do_not_reach_from_slice_to_slice(mask: np.ndarray) -> None:
    labels, count = parts_by_slice(mask)
    assert count == sum(ndimage.label(plane)[1] for plane in mask)
    for label in range(1, count + 1):
        assert len(np.unique(np.nonzero(labels == label)[0])) == 1


def test_small_parts_are_left_out() -> None:
    mask = np.zeros(SHAPE, np.bool_)
    mask[2:6, 2:6, 2:6] = mask[12, 12, 12] = True
    kept = larger(mask, 1.0)
    assert millilitres(kept) == pytest.approx(64 * 0.064)
    assert not kept[12, 12, 12]


def test_a_box_holds_all_of_a_mask_and_its_margin_as_far_as_the_grid_goes() -> None:
    mask = np.zeros(SHAPE, np.bool_)
    mask[1:4, 5:7, 20] = True
    assert box_about(mask) == (slice(1, 4), slice(5, 7), slice(20, 21))
    assert box_about(mask, 2 * STEP_MM) == (slice(0, 6), slice(3, 9), slice(18, 22))
    assert box_about(np.zeros(SHAPE, np.bool_)) == tuple(slice(0, n) for n in SHAPE)


def test_depth_is_counted_from_the_outside_and_from_the_grids_end(mask: np.ndarray) -> None:
    wanted = ndimage.distance_transform_edt(np.pad(mask, 1), STEP_MM)[1:-1, 1:-1, 1:-1]
    np.testing.assert_allclose(depth_mm(mask), wanted)
    assert depth_mm(np.ones((5, 5, 5), np.bool_)).max() == 3 * STEP_MM
    assert not depth_mm(np.zeros(SHAPE, np.bool_)).any()
