"""Which voxels contours enclose: laws, exact integer arithmetic, and SimpleITK for the slabs."""

from typing import Any

import numpy as np
import pytest
import SimpleITK
from hypothesis import assume, given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from station.dicom.contours import outline
from station.dicom.filling import Plane, combine, contains, fill_planes, on_path

SHAPE = (12, 13)
sitk: Any = SimpleITK  # its own types are incomplete

CORNERS = st.tuples(st.integers(0, SHAPE[0] - 1), st.integers(0, SHAPE[1] - 1))
INTEGER_LOOPS = st.lists(CORNERS, min_size=1, max_size=7).map(lambda p: np.array(p, dtype=float))
LOOPS = st.lists(INTEGER_LOOPS, min_size=1, max_size=4)


def plane(*loops: np.ndarray, height: float = 0.0, xor: bool = False) -> Plane:
    return Plane(height, loops, xor)


def box(r0: float, r1: float, c0: float, c1: float) -> np.ndarray:
    return np.array([[r0, c0], [r0, c1], [r1, c1], [r1, c0]], dtype=float)


def enclosed(*loops: np.ndarray, xor: bool = False) -> np.ndarray:
    return combine(plane(*loops, xor=xor), SHAPE)


def closed(loop: np.ndarray) -> np.ndarray:
    """Even-odd interior and path of a polygon with whole corners, in integers."""
    inside = np.zeros(SHAPE, dtype=np.bool_)
    edges = list(zip(loop.astype(int), np.roll(loop, -1, axis=0).astype(int), strict=True))
    for r, c in np.ndindex(SHAPE):
        crossed = 0
        for (r0, c0), (r1, c1) in edges:
            turn = (r1 - r0) * (c - c0) - (c1 - c0) * (r - r0)
            within = min(r0, r1) <= r <= max(r0, r1) and min(c0, c1) <= c <= max(c0, c1)
            if turn == 0 and within:
                inside[r, c] = True
            if (r0 > r) != (r1 > r):
                crossed += (turn < 0) == (r1 > r0)
        inside[r, c] |= crossed % 2 == 1
    return inside


# -- one contour -----------------------------------------------------------------------------------


@given(INTEGER_LOOPS)
def test_a_polygon_with_whole_corners_holds_its_inside_and_its_path(loop: np.ndarray) -> None:
    assert np.array_equal(enclosed(loop), closed(loop))


@given(INTEGER_LOOPS, st.integers(0, 6), st.booleans())
def test_where_a_contour_begins_and_which_way_it_runs_changes_nothing(
    loop: np.ndarray, first: int, backwards: bool
) -> None:
    other = np.roll(loop, first, axis=0)
    assert np.array_equal(enclosed(other[::-1] if backwards else other), enclosed(loop))


@given(INTEGER_LOOPS, st.integers(-3, 3), st.integers(-3, 3))
def test_a_contour_moved_by_a_voxel_holds_the_voxels_moved_by_one(
    loop: np.ndarray, rows: int, columns: int
) -> None:
    large = (SHAPE[0] + 8, SHAPE[1] + 8)
    here = combine(plane(loop + 4), large)
    there = combine(plane(loop + 4 + (rows, columns)), large)
    assert np.array_equal(np.roll(here, (rows, columns), axis=(0, 1)), there)


def test_a_path_beside_the_centres_holds_none_of_them() -> None:
    assert not on_path(box(2.01, 5.01, 2.01, 5.01), SHAPE).any()
    assert on_path(box(2.01, 5.01, 2.01, 5.01), SHAPE, 0.02).sum() == 12


@pytest.mark.parametrize(
    ("points", "voxels"),
    [([(4, 4)], 1), ([(4.3, 3.8)], 1), ([(4, 2), (4, 7)], 6), ([(3, 3), (6, 6)], 4)],
    ids=["a point", "a point beside the centre", "a line", "a diagonal"],
)
def test_what_encloses_nothing_holds_the_voxels_on_its_path(
    points: list[tuple[float, float]], voxels: int
) -> None:
    assert enclosed(np.array(points, dtype=float)).sum() == voxels


# -- several contours of one plane -----------------------------------------------------------------


@given(LOOPS, st.randoms())
def test_the_order_of_contours_changes_nothing(loops: list[np.ndarray], random: Any) -> None:
    shuffled = [*loops]
    random.shuffle(shuffled)
    assert np.array_equal(enclosed(*shuffled), enclosed(*loops))


@given(LOOPS)
def test_contours_drawn_twice_are_drawn_once(loops: list[np.ndarray]) -> None:
    again = [np.roll(loop[::-1], 1, axis=0) for loop in loops]
    assert np.array_equal(enclosed(*loops, *again), enclosed(*loops))


@given(LOOPS)
def test_together_they_hold_at_most_the_union_and_at_least_every_path(
    loops: list[np.ndarray],
) -> None:
    together = enclosed(*loops)
    union = np.any([closed(loop) for loop in loops], axis=0)
    assert (together <= union).all()
    assert (together >= np.any([on_path(loop, SHAPE) for loop in loops], axis=0)).all()
    if not any(contains(a, b) for a in loops for b in loops if a is not b):
        assert np.array_equal(together, union)


def test_overlapping_contours_are_united_and_xor_ones_are_not() -> None:
    left, right = box(1.5, 8.5, 1.5, 6.5), box(1.5, 8.5, 4.5, 10.5)
    assert enclosed(left, right).sum() == 7 * 9
    assert enclosed(left, right, xor=True).sum() == 7 * 7


def test_an_island_in_a_hole_is_inside_and_the_holes_path_stays() -> None:
    outer, hole, island = box(0, 10, 0, 10), box(2, 8, 2, 8), box(4, 6, 4, 6)
    assert enclosed(outer, hole).sum() == 121 - 25
    assert enclosed(outer, hole, island).sum() == 121 - 25 + 9


def test_a_hole_in_two_overlapping_contours_is_a_hole_of_both() -> None:
    left, right, hole = box(0.5, 9.5, 0.5, 7.5), box(0.5, 9.5, 2.5, 10.5), box(4.5, 6.5, 4.5, 6.5)
    assert enclosed(left, right, hole).sum() == 9 * 10 - 4


def test_what_is_a_hole_of_one_contour_stays_inside_another_that_covers_it() -> None:
    left, right, hole = box(0.5, 9.5, 0.5, 7.5), box(0.5, 9.5, 5.5, 10.5), box(3.5, 6.5, 4.5, 6.5)
    assert enclosed(left, right, hole).sum() == 9 * 10 - 3


def test_a_keyhole_is_a_hole() -> None:
    outer, inner = box(0.5, 9.5, 0.5, 9.5), box(3.5, 6.5, 3.5, 6.5)
    keyhole = np.vstack([outer, outer[:1], inner[:1], inner[:0:-1], inner[:1]])
    assert np.array_equal(enclosed(keyhole), enclosed(outer, inner))


# -- slabs -----------------------------------------------------------------------------------------


def heights(*at: float, loop: np.ndarray | None = None) -> list[Plane]:
    square = box(1.5, 5.5, 1.5, 5.5)
    return [plane(square if loop is None else loop, height=height) for height in at]


def filled(planes: list[Plane], thickness: float = 1.0, slices: int = 20) -> list[int]:
    """Slices with voxels."""
    inside = fill_planes(planes, thickness, (slices, *SHAPE)).inside
    return np.flatnonzero(inside.any(axis=(1, 2))).tolist()


@pytest.mark.parametrize(
    ("at", "thickness", "slices"),
    [
        ((4, 5, 6), 1, [4, 5, 6]),
        ((3.65, 4.65, 5.65), 1, [4, 5, 6]),
        ((7.5, 9, 10.5, 12), 1.5, [7, 8, 9, 10, 11, 12]),
        ((6, 8, 10), 2, [5, 6, 7, 8, 9, 10]),
        ((5, 5.25, 5.5, 5.75, 6), 0.25, [5, 6]),
        ((5.4,), 1, [5]),
        ((5.5,), 1, [5]),
        ((5.4,), 0.2, [5]),
    ],
)
def test_contours_stand_for_slabs_that_add_up_to_what_was_drawn(
    at: tuple[float, ...], thickness: float, slices: list[int]
) -> None:
    assert filled(heights(*at), thickness) == slices


def test_a_gap_inside_a_lesion_is_filled_and_reported() -> None:
    found = fill_planes(heights(4, 5, 8, 9), 1.0, (20, *SHAPE))
    assert found.inside.any(axis=(1, 2)).sum() == 6
    assert found.bridged == ((5, 8),)
    assert found.left_empty == ()


def test_a_wide_gap_is_left_empty_and_reported() -> None:
    found = fill_planes(heights(2, 3, 12, 13), 1.0, (20, *SHAPE))
    assert found.inside.any(axis=(1, 2)).sum() == 4
    assert found.left_empty == ((3, 12),)


def test_two_lesions_have_no_gap_between_them() -> None:
    other = box(7.5, 10.5, 7.5, 10.5)
    found = fill_planes(heights(2, 3) + heights(6, 7, loop=other), 1.0, (20, *SHAPE))
    assert found.inside.any(axis=(1, 2)).sum() == 4
    assert found.bridged == found.left_empty == ()


def test_a_gap_of_one_lesion_does_not_lengthen_another_that_ended() -> None:
    both = plane(box(1.5, 5.5, 1.5, 5.5), box(7.5, 10.5, 7.5, 10.5), height=5)
    found = fill_planes([*heights(4), both, *heights(8, 9)], 1.0, (20, *SHAPE))
    assert [int(found.inside[k].sum()) for k in range(4, 10)] == [16, 25, 16, 16, 16, 16]


@given(arrays(np.bool_, (5, 6, 7)), st.sampled_from([2.0, 3.0, 4.0, 6.5]), st.floats(0.1, 0.9))
def test_slabs_are_what_simpleitk_resamples_to_the_nearest(
    drawn: np.ndarray, slice_mm: float, start: float
) -> None:
    """Masks drawn on 3.3 mm slices, on an image with other slices."""
    offset_mm = start + 1 / 3
    borders = 5 + (offset_mm + 3.3 * (np.arange(6) - 0.5)) / slice_mm
    assume(
        (np.abs(borders - np.rint(borders)) > 0.02).all()
    )  # a slice on a border: either is right
    image = sitk.GetImageFromArray(drawn.astype(np.uint8))
    image.SetSpacing((1.0, 1.0, 3.3))
    image.SetOrigin((0.0, 0.0, 5 * slice_mm + offset_mm))
    grid = sitk.Image(7, 6, 20, sitk.sitkUInt8)
    grid.SetSpacing((1.0, 1.0, slice_mm))
    expected = sitk.GetArrayFromImage(
        sitk.Resample(image, grid, sitk.Transform(), sitk.sitkNearestNeighbor)
    )
    planes = [
        Plane(5 + (offset_mm + 3.3 * k) / slice_mm, tuple(outline(inside)))
        for k, inside in enumerate(drawn)
    ]
    found = fill_planes(planes, 3.3 / slice_mm, (20, 6, 7))
    assert found.between is None
    assert np.array_equal(found.inside, expected.astype(np.bool_))
