"""Laws of putting slices in order."""

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import ArrayLike

from station.dicom import stack
from station.errors import DicomError
from station.pet.volume import FloatArray

AXIAL = (1.0, 0.0, 0.0, 0.0, 1.0, 0.0)
SPACING = (2.0, 2.0)
FEW = settings(max_examples=100)

orientations = st.sampled_from(
    [
        AXIAL,
        (1.0, 0.0, 0.0, 0.0, 0.0, -1.0),
        (0.0, 1.0, 0.0, 0.0, 0.0, -1.0),
        (0.6, 0.8, 0.0, -0.8, 0.6, 0.0),
        (-1.0, 0.0, 0.0, 0.0, 1.0, 0.0),
    ]
)


def along(orientation: Sequence[float], heights: ArrayLike) -> FloatArray:
    """Positions (n, 3) at heights along the normal."""
    heights = np.asarray(heights, dtype=np.float64)
    return np.array([10.0, -20.0, 30.0]) + heights[:, None] * stack.normal(orientation)


@FEW
@given(
    orientation=orientations,
    step=st.floats(0.3, 10),
    count=st.integers(2, 40),
    order=st.randoms(use_true_random=False),
)
def test_the_affine_gives_back_every_position_whatever_the_order_of_files(
    orientation, step, count, order
):
    shuffled = list(range(count))
    order.shuffle(shuffled)
    positions = along(orientation, step * np.array(shuffled))
    (grid,) = stack.arrange(positions, orientation, SPACING, None)
    assert grid.count == count
    found = grid.affine[:3, :1] * grid.indices + grid.affine[:3, 3:]
    np.testing.assert_allclose(found.T, positions[grid.members], atol=1e-9)
    np.testing.assert_allclose(np.linalg.norm(grid.affine[:3, 0]), step)


@FEW
@given(
    step=st.floats(0.5, 5),
    kept=st.lists(st.booleans(), min_size=6, max_size=40).filter(lambda k: sum(k) > 0.6 * len(k)),
)
def test_missing_slices_are_found_where_they_are(step, kept):
    kept = [True, True, *kept, True]
    stored = np.flatnonzero(kept)
    (grid,) = stack.arrange(along(AXIAL, step * stored), AXIAL, SPACING, None)
    assert grid.count == len(kept)
    assert grid.indices.tolist() == stored.tolist()
    lost = [i for gap in grid.gaps for i in range(gap.first, gap.last + 1)]
    assert lost == np.flatnonzero(np.logical_not(kept)).tolist()


def test_a_pair_beside_longer_runs_needs_their_spacing():
    uneven = along(AXIAL, [0, 3, 6, 9, 20.7, 25.1])
    with pytest.raises(DicomError, match="unevenly spaced"):
        stack.arrange(uneven, AXIAL, SPACING, None)
    low, high = stack.arrange(along(AXIAL, [0, 3, 6, 9, 20.7, 23.7]), AXIAL, SPACING, None)
    assert (low.count, high.count) == (4, 2)


def test_images_are_separated_by_the_first_attribute_that_does_it_cleanly():
    place = np.array([0, 1, 2, 0, 1, 2])
    attributes = {"bed": ["a", "a", "b", "b", "c", "c"], "method": ["x", "x", "x", "y", "y", "y"]}
    images = stack.separate(place, attributes, [None] * 6)
    assert images is not None
    assert [image.members.tolist() for image in images] == [[0, 1, 2], [3, 4, 5]]
    assert [image.marks for image in images] == [(("method", "x"),), (("method", "y"),)]


def test_two_attributes_together_separate_what_one_does_not():
    place = np.array([0, 0, 0, 0, 1, 1, 1, 1])
    attributes = {"method": list("xxyyxxyy"), "frame": [1, 2, 1, 2, 1, 2, 1, 2]}
    images = stack.separate(place, attributes, [None] * 8)
    assert images is not None
    assert [image.marks for image in images] == [
        (("method", method), ("frame", frame)) for method in "xy" for frame in (1, 2)
    ]
    assert sorted(i for image in images for i in image.members.tolist()) == list(range(8))


def test_passes_of_the_bed_are_told_apart_by_time():
    place = np.array([0, 1, 2, 0, 1, 2])
    images = stack.separate(place, {}, [0.0, 60.0, 120.0, 300.0, 360.0, 420.0])
    assert images is not None
    assert [image.members.tolist() for image in images] == [[0, 1, 2], [3, 4, 5]]


def test_what_nothing_separates_stays_together():
    place = np.array([0, 1, 0, 1])
    assert stack.separate(place, {"method": ["x"] * 4}, [None] * 4) is None
    assert stack.separate(place, {}, [1.0, 2.0, 1.0, 2.0]) is None
