"""Two images of one scan are made alike in what is not the picture, and in nothing else."""

from functools import cache

import numpy as np
import pytest
from numpy.typing import NDArray
from scipy import ndimage

from station.errors import StationError
from station.pet.alike import (
    BENT_BELOW_SUV,
    FAINT_SUV,
    RIM_SHOWN_SUV,
    SHOWN_SUV,
    Alike,
    alike,
)
from station.pet.volume import Geometry, Unit, Volume, Voxels

SHAPE = (12, 60, 60)
SPACING_MM = (3.0, 3.0, 3.0)
STEP = 2.0**-10
LIMIT = 20.0


def image(voxels: NDArray[np.floating]) -> Volume:
    affine = np.zeros((4, 4))
    affine[2, 0], affine[1, 1], affine[0, 2] = SPACING_MM
    affine[3, 3] = 1
    return Volume(voxels.astype(np.float32), Geometry(SHAPE, affine), Unit.SUV_BW)


@cache
def pair(hot: float = 30.0, hotter: float = 55.0) -> tuple[Volume, Volume]:
    """A disc of SUV 1 with a lung of 0.1 and a hot spot: blurred and without a value below 0, and
    sharp with undershoots and air of its own."""
    z, y, x = np.indices(SHAPE)
    body = np.hypot(y - 30, x - 30) < 20
    truth = body * 1.0
    truth[np.hypot(y - 30, x - 38) < 5] = 0.1
    spot = (np.hypot(y - 30, x - 20) < 3) & (abs(z - 6) < 3)
    rng = np.random.default_rng(1)
    smooth = ndimage.gaussian_filter(truth, 1.0)
    smooth += ndimage.gaussian_filter(rng.normal(0, 0.3, SHAPE), 1.0)
    smooth = np.abs(smooth) + 0.002
    sharp = ndimage.gaussian_filter(truth, 0.5) + rng.normal(0, 0.03, SHAPE)
    sharp[np.hypot(y - 30, x - 13) < 1.5] = -0.3
    smooth[spot], sharp[spot] = hot, hotter
    smooth[6, 30, 20], sharp[6, 30, 20] = hot + 1, hotter + 1
    return image(smooth), image(sharp)


def both(made: Alike, images: tuple[Volume, Volume], seed: int = 0) -> list[Voxels]:
    rng = np.random.default_rng(seed)
    return [made.applied(images, which, STEP, rng).voxels for which in (0, 1)]


def test_air_is_0_in_both_and_nothing_else_is_0_or_less():
    images = pair()
    copies = both(alike(*images, LIMIT, 0.0), images)
    assert images[1].voxels.min() < -0.2
    np.testing.assert_array_equal(copies[0] == 0, copies[1] == 0)
    assert 0.4 < (copies[0] == 0).mean() < 0.9
    for copy in copies:
        assert copy.min() == 0
        assert copy[copy != 0].min() >= STEP


def test_what_both_show_faintly_is_their_mean_in_both():
    images = pair()
    copies = both(alike(*images, LIMIT, 0.0), images)
    larger = np.maximum(images[0].voxels, images[1].voxels)
    mean = (images[0].voxels + images[1].voxels) / 2
    faint = (copies[0] > 0) & (larger < FAINT_SUV)
    assert faint.sum() > 500
    np.testing.assert_array_equal(copies[0][faint], copies[1][faint])
    plain = faint & (mean >= BENT_BELOW_SUV)
    assert np.abs(copies[0] - mean)[plain].max() <= STEP / 2 + 1e-6


@pytest.mark.parametrize("source_step", [0.0, 0.0007])
def test_no_value_that_a_window_shows_changes_by_more_than_the_noise_of_a_step(source_step: float):
    images = pair()
    made = alike(*images, LIMIT, source_step)
    copies = both(made, images)
    most = made.largest_change_suv + STEP / 2 + 1e-5
    assert most < 0.002
    larger = np.maximum(images[0].voxels, images[1].voxels)
    for volume, copy in zip(images, copies, strict=True):
        shown = (larger >= RIM_SHOWN_SUV) & (volume.voxels >= BENT_BELOW_SUV) & (larger <= LIMIT)
        assert shown.sum() > 5000
        assert np.abs(copy - volume.voxels)[shown].max() <= most
        inner = np.zeros(SHAPE, dtype=bool)
        inner[:, 20:40, 20:40] = True
        inner &= (larger >= SHOWN_SUV) & (volume.voxels >= BENT_BELOW_SUV) & (larger <= LIMIT)
        assert np.abs(copy - volume.voxels)[inner].max() <= most
        for index in range(SHAPE[0]):
            own = made.unchanged(images, index)
            assert own.any()
            assert np.abs(copy[index] - volume.voxels[index])[own].max() <= most


def test_a_focus_of_a_tenth_of_a_millilitre_at_the_skin_stays_in_the_image_that_shows_it():
    smooth, sharp = (np.array(each.voxels, np.float32) for each in pair())
    sharp[6, 30, 51:55] = 1.3  # 4 voxels of 0.027 mL, outside the disc
    images = image(smooth), image(sharp)
    copies = both(alike(*images, LIMIT, 0.0), images)
    np.testing.assert_allclose(copies[1][6, 30, 51:55], 1.3, atol=STEP)
    assert copies[0][6, 30, 51:55].max() < 1.0


def test_maxima_above_every_window_become_one_and_the_order_of_values_stays():
    images = pair()
    copies = both(alike(*images, LIMIT, 0.0), images)
    assert copies[0].max() == copies[1].max() == pytest.approx(31.0, abs=STEP)
    assert copies[1][6, 30, 20] == copies[1].max()
    hot = images[1].voxels > LIMIT
    assert (copies[1][hot] > LIMIT).all(), "what is beyond every window stays beyond it"
    assert (np.diff(copies[1][hot][np.argsort(images[1].voxels[hot])]) >= 0).all()


def test_a_maximum_that_a_window_can_show_is_not_touched():
    images = pair(hot=12.0, hotter=17.0)
    copies = both(alike(*images, LIMIT, 0.0), images)
    assert copies[0].max() == pytest.approx(13.0, abs=STEP)
    assert copies[1].max() == pytest.approx(18.0, abs=STEP)
    images = pair(hot=12.0, hotter=30.0)
    copies = both(alike(*images, LIMIT, 0.0), images)
    assert copies[1].max() == pytest.approx(LIMIT, abs=STEP), "the highest bound, and no more"


def test_it_does_not_matter_which_image_is_the_first():
    first, other = pair()
    one = both(alike(first, other, LIMIT, 0.0), (first, other))
    swapped = both(alike(other, first, LIMIT, 0.0), (other, first))
    np.testing.assert_array_equal(one[0], swapped[1])
    np.testing.assert_array_equal(one[1], swapped[0])


def test_the_steps_of_the_source_are_gone():
    coarse = 0.0013
    images = tuple(image(np.rint(each.voxels / coarse) * coarse) for each in pair())
    assert len(images) == 2

    def comb(source_step: float) -> float:
        copy = both(alike(*images, LIMIT, source_step), images)[1]
        steps = np.rint(copy[(copy > 0.8) & (copy < 1.2)] / STEP).astype(int)
        counts = np.bincount(steps - steps.min())
        second = counts[2:] - 2.0 * counts[1:-1] + counts[:-2]
        return float((second**2).sum() / (counts[2:] + 4.0 * counts[1:-1] + counts[:-2]).sum())

    assert comb(0.0) > 5, "every fourth value or so is never there"
    assert comb(coarse) == pytest.approx(1.0, abs=0.3), "unevenness of counting alone"


def test_images_without_a_body_are_refused():
    nothing = image(np.full(SHAPE, 0.01))
    with pytest.raises(StationError, match="Neither image shows a body"):
        alike(nothing, nothing, LIMIT, 0.0)


def test_specks_in_the_air_are_reported():
    smooth, sharp = (np.array(each.voxels, np.float32) for each in pair())
    smooth[6, 2, 2] = 0.9
    (remark,) = alike(image(smooth), image(sharp), LIMIT, 0.0).remarks
    assert remark.startswith("Specks of up to SUV 0.9 in the air outside the body are emptied")
