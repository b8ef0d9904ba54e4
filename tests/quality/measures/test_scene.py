"""What the measures see of an image."""

from dataclasses import replace

import numpy as np
import pytest

from station.pet.volume import Geometry
from station.quality.measures.noise import LIVER_COV, noise_of
from station.quality.measures.scene import at_points, ndimage
from station.quality.organs import Tissue
from tests.quality.measures.made import HALF_WIDTH_MM, LEVELS, Made


def test_an_organs_level_is_its_uptake_and_nan_where_it_is_not_in_view() -> None:
    scene = Made(blur_mm=5.0, noise=0.1).scene()
    assert scene.liver_level == pytest.approx(LEVELS[Tissue.LIVER], rel=0.03)
    assert np.isnan(scene.level(Tissue.BRAIN))


def test_a_liver_drawn_too_large_is_measured_where_it_is_liver() -> None:
    scene = Made(blur_mm=6.0, noise=0.1).scene()
    cells = scene.organs.cells.copy()
    liver = cells == Tissue.LIVER
    cells[ndimage.binary_dilation(liver, iterations=3) & (cells != Tissue.AIR)] = Tissue.LIVER
    sloppy = replace(scene, organs=replace(scene.organs, cells=cells))
    assert (cells == Tissue.LIVER).sum() > 1.5 * liver.sum()
    assert sloppy.liver_level == pytest.approx(scene.liver_level, rel=0.03)
    assert noise_of(sloppy)[LIVER_COV] == pytest.approx(noise_of(scene)[LIVER_COV], rel=0.25)


def test_depth_is_measured_from_the_skin() -> None:
    scene = Made().scene()
    at = np.rint(scene.view.geometry.to_index((HALF_WIDTH_MM - 40, 0, -400))).astype(int)
    assert scene.depth_mm[tuple(at)] == pytest.approx(40, abs=9)
    outside = np.rint(scene.view.geometry.to_index((HALF_WIDTH_MM + 24, 0, -400))).astype(int)
    assert scene.depth_mm[tuple(outside)] == pytest.approx(-24, abs=9)


@pytest.mark.parametrize("flipped", [False, True])
def test_values_are_looked_up_at_their_places_whatever_way_the_slices_run(flipped: bool) -> None:
    grid = Geometry((4, 3, 2), np.diag([8.0, 8.0, 8.0, 1.0])[[2, 1, 0, 3]])
    values = np.arange(24).reshape(4, 3, 2)
    affine = np.array(grid.affine)
    if flipped:
        affine[:3, 3] += 3 * affine[:3, 0]
        affine[:3, 0] *= -1
    found = at_points(values, grid, Geometry((5, 3, 2), affine), beyond=-1)
    np.testing.assert_array_equal(found[:4], values[::-1] if flipped else values)
    assert (found[4] == -1).all()


def test_the_scanners_axis_is_the_middle_of_the_field() -> None:
    assert Made().scene().axis == pytest.approx((0, 0), abs=4)
