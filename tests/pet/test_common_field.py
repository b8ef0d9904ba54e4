"""Two images of one scan are brought to one grid and field of view, or refused with the reason."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from station.errors import StationError
from station.pet.common_field import FAINT_SUV, common_field
from station.pet.volume import Geometry, Provenance, Unit, Volume

STEP = 0.001
SHAPE = (9, 12, 14)


def grid(
    shape: tuple[int, int, int] = SHAPE,
    origin_mm: tuple[float, float, float] = (-50.0, -60.0, 100.0),
    spacing_mm: tuple[float, float, float] = (3.0, 2.0, 2.0),
) -> Geometry:
    affine = np.zeros((4, 4))
    affine[2, 0], affine[1, 1], affine[0, 2] = spacing_mm
    affine[:3, 3] = origin_mm
    affine[3, 3] = 1
    return Geometry(shape, affine)


def image(voxels: NDArray[np.floating], where: Geometry | None = None, name: str = "A") -> Volume:
    values = np.array(voxels, dtype=np.float32)
    geometry = where or grid((values.shape[0], values.shape[1], values.shape[2]))
    return Volume(values, geometry, Unit.SUV_BW, Provenance("1.2", name))


def noise(seed: int, shape: tuple[int, int, int] = SHAPE) -> NDArray[np.float64]:
    """Nowhere near 0."""
    return np.random.default_rng(seed).uniform(0.5, 3.0, shape)


def test_two_images_of_one_grid_stay_as_they_are():
    one, other = image(noise(1)), image(noise(2))
    common = common_field(one, other, STEP)
    assert common.remarks == ()
    assert common.geometry.same_grid(one.geometry)
    np.testing.assert_array_equal(common.applied(one, 0).voxels, one.voxels)
    np.testing.assert_array_equal(common.applied(other, 1).voxels, other.voxels)
    assert common.highest == pytest.approx(max(one.voxels.max(), other.voxels.max()))


@given(
    low=st.tuples(*(st.integers(0, 3),) * 3),
    other_low=st.tuples(*(st.integers(0, 3),) * 3),
)
def test_of_shifted_grids_only_the_common_voxels_are_kept_each_at_its_place(
    low: tuple[int, int, int], other_low: tuple[int, int, int]
):
    whole = noise(3, (12, 12, 12))
    geometry = grid((12, 12, 12))

    def cut(start: tuple[int, int, int]) -> Volume:
        s, r, c = start
        part = whole[s : s + 8, r : r + 8, c : c + 8]
        corner = geometry.to_patient(start)
        return image(part, grid((8, 8, 8), (corner[0], corner[1], corner[2])))

    common = common_field(cut(low), cut(other_low), STEP)
    first, second = common.applied(cut(low), 0), common.applied(cut(other_low), 1)
    np.testing.assert_array_equal(first.voxels, second.voxels)
    assert first.geometry.same_grid(second.geometry)
    start = np.maximum(low, other_low)
    np.testing.assert_allclose(first.geometry.to_patient((0, 0, 0)), geometry.to_patient(start))
    assert bool(common.remarks) is (low != other_low)


def test_what_is_cropped_is_said():
    one = image(noise(1))
    other = image(noise(2, (7, 12, 14)), grid((7, 12, 14), (-50.0, -60.0, 103.0)))
    (remark,) = common_field(one, other, STEP).remarks
    assert remark == (
        "The images have 9 × 12 × 14 and 7 × 12 × 14 voxels; both are cropped to the 7 × 12 × 14 "
        "that they share."
    )


@pytest.mark.parametrize(
    "other",
    [
        grid(origin_mm=(-49.0, -60.0, 100.0)),
        grid(spacing_mm=(3.0, 2.0, 2.1)),
        grid(spacing_mm=(3.27, 2.0, 2.0)),
    ],
    ids=["half a voxel aside", "wider columns", "thicker slices"],
)
def test_a_grid_that_would_need_resampling_is_refused(other: Geometry):
    with pytest.raises(StationError, match=r"are not on one grid.*not resampled"):
        common_field(image(noise(1)), image(noise(2), other, "B"), STEP)


def test_images_without_a_common_voxel_are_refused():
    with pytest.raises(StationError, match="no voxel in common"):
        common_field(image(noise(1)), image(noise(2), grid(origin_mm=(-50, -60, 1000.0))), STEP)


def test_a_slice_that_was_never_stored_is_refused():
    gap = noise(1)
    gap[4] = np.nan
    with pytest.raises(StationError, match='"DL" has no values in slice 5 of 9'):
        common_field(image(noise(2)), image(gap, name="DL"), STEP)


def test_slices_at_the_ends_that_are_empty_in_one_image_go_from_both():
    padded = noise(1)
    padded[:2] = padded[8] = 0
    common = common_field(image(noise(2)), image(padded), STEP)
    assert common.geometry.shape == (6, 12, 14)
    np.testing.assert_allclose(common.geometry.to_patient((0, 0, 0)), grid().to_patient((2, 0, 0)))
    assert "6 of 9 are kept" in common.remarks[0]


def test_a_slice_in_the_middle_that_one_image_lacks_is_refused():
    holed = noise(1)
    holed[4] = 0
    with pytest.raises(StationError, match="Slice 5 is empty in one of the two images only"):
        common_field(image(noise(2)), image(holed), STEP)


def test_faint_noise_outside_the_other_images_circle_is_emptied_in_both_and_said():
    round_, square = noise(1), noise(2)
    round_[:, 0, :] = 0
    square[:, 0, :] = 0.5 * FAINT_SUV
    common = common_field(image(round_), image(square), STEP)
    assert not common.applied(image(square), 1).voxels[:, 0, :].any()
    assert common.applied(image(square), 1).voxels[:, 1:, :].all()
    assert common.remarks[0].startswith("14 of 168 pixels outside the common field of view")


def test_a_body_outside_the_other_images_circle_is_refused():
    round_ = noise(1)
    round_[:, 0, :] = 0
    with pytest.raises(StationError, match="The field of view differs: 14 of 168 pixels"):
        common_field(image(round_), image(noise(2)), STEP)
