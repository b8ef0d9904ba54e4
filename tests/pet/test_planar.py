"""The voxels that a plane shows, and the strokes of a brush in it."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from station.pet.planar import PAINTED, in_plane, painted, slice_of_grid
from station.pet.voi import Mask
from station.pet.volume import Geometry
from tests.made_up.images import grid

AXIAL = 2
GRID = grid((8, 10, 12))
"""Voxels of 3 × 2 × 2 mm from the origin on"""


def empty(geometry: Geometry = GRID) -> Mask:
    return Mask(np.zeros(geometry.shape, np.bool_), geometry)


def full(geometry: Geometry = GRID) -> Mask:
    return Mask(np.ones(geometry.shape, np.bool_), geometry)


@pytest.mark.parametrize(("across", "axes"), [(0, (1, 2)), (1, (0, 2)), (2, (0, 1))])
def test_a_plane_has_the_other_two_axes(across: int, axes: tuple[int, int]):
    assert in_plane(across) == axes


@pytest.mark.parametrize("across", [0, 1, 2])
def test_a_plane_shows_each_place_of_the_grid_once(across: int):
    point = np.array([[10.0, 8.0, 9.0]])
    first, shown, places = slice_of_grid(GRID, across, point, 1e3)
    seen = places[shown]
    assert len(seen) == np.prod(GRID.shape) // GRID.shape[2 - across]
    assert np.unique(seen[:, across]).tolist() == [point[0, across]]
    assert first[2 - across] >= 0


def test_a_stroke_paints_the_voxels_within_its_radius_in_that_slice_alone():
    mask = painted(empty(), AXIAL, [(10.0, 8.0, 9.0)], 4.0, adds=True)
    places = GRID.to_patient(np.argwhere(mask.inside))
    rows, columns = np.mgrid[0:10, 0:12]
    expected = (columns * 2.0 - 10) ** 2 + (rows * 2.0 - 8) ** 2 <= 16
    assert set(places[:, 2]) == {9.0}
    assert mask.inside[3].tolist() == expected.tolist()


def test_a_stroke_covers_the_way_between_two_places_of_the_pointer():
    mask = painted(empty(), AXIAL, [(4.0, 8.0, 9.0), (16.0, 8.0, 9.0)], 0.5, adds=True)
    assert np.argwhere(mask.inside).tolist() == [[3, 4, column] for column in range(2, 9)]


def test_a_brush_smaller_than_a_voxel_paints_the_voxel_it_is_in():
    mask = painted(empty(), AXIAL, [(10.9, 8.9, 9.9)], 0.1, adds=True)
    assert np.argwhere(mask.inside).tolist() == [[3, 4, 5]]


@given(
    st.floats(0, 22),
    st.floats(0, 18),
    st.floats(0, 21),
    st.floats(0.5, 9),
    st.sampled_from((0, 1, 2)),
)
def test_what_is_painted_and_erased_again_is_gone(
    x: float, y: float, z: float, radius: float, across: int
):
    path = [(x, y, z)]
    added = painted(empty(), across, path, radius, adds=True)
    assert added.inside.any()
    assert not painted(added, across, path, radius, adds=False).inside.any()


def test_the_eraser_takes_only_what_is_under_it():
    erased = painted(full(), AXIAL, [(10.0, 8.0, 9.0)], 4.0, adds=False)
    added = painted(empty(), AXIAL, [(10.0, 8.0, 9.0)], 4.0, adds=True)
    assert (erased.inside == ~added.inside).all()


def test_a_stroke_beside_the_grid_changes_nothing():
    path = [(400.0, 8.0, 9.0), (410.0, 8.0, 9.0)]
    assert not painted(empty(), AXIAL, path, 5.0, adds=True).inside.any()


def test_a_painted_mask_says_so_once():
    once = painted(empty(), AXIAL, [(10.0, 8.0, 9.0)], 4.0, adds=True)
    assert once.warnings == (PAINTED,)
    assert painted(once, AXIAL, [(10.0, 8.0, 9.0)], 4.0, adds=True).warnings == (PAINTED,)


def test_on_an_oblique_grid_the_stroke_stays_within_half_a_slice_of_the_plane():
    affine = np.array(GRID.affine)
    angle = np.radians(10)
    turn = np.array(
        [[1, 0, 0], [0, np.cos(angle), -np.sin(angle)], [0, np.sin(angle), np.cos(angle)]]
    )
    affine[:3, :3] = turn @ affine[:3, :3]
    oblique = Geometry(GRID.shape, affine)
    x, y, z = oblique.to_patient((4, 5, 6)).tolist()
    mask = painted(empty(oblique), AXIAL, [(x, y, z)], 6.0, adds=True)
    places = oblique.to_patient(np.argwhere(mask.inside))
    assert len(places) > 5
    assert np.abs(places[:, 2] - z).max() <= 1.55
