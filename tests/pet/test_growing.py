"""A lesion grown from one click."""

import time

import numpy as np
import pytest

from station.archive.vois import decode_voi, encode_voi
from station.errors import StationError
from station.pet.growing import Grown, GrowthRule, grow_lesion, threshold_of
from station.pet.sites import PlacedVoi, SiteKind
from station.pet.voi import Isocontour, Sphere, Threshold, ThresholdRule, inside, measure
from station.pet.volume import Unit, Volume
from tests.made_up import images

GRID = images.grid((60, 60, 60), (2.0, 2.0, 2.0))
OF_MAX = threshold_of(GrowthRule.OF_MAX_41, Unit.SUV_BW)
FIXED_4 = threshold_of(GrowthRule.SUV_4_0, Unit.SUV_BW)


def away_from(centre_mm):
    indices = np.moveaxis(np.indices(GRID.shape), 0, -1)
    return np.linalg.norm(GRID.to_patient(indices) - centre_mm, axis=-1)


def volume(*balls, background=1.0, unit=Unit.SUV_BW):
    """Balls of (centre, radius mm, SUV), each hottest in its middle by a little."""
    voxels = np.full(GRID.shape, background, np.float32)
    for centre, radius, suv in balls:
        distance = away_from(centre)
        hot = suv * (1 - 0.05 * distance / radius)
        voxels = np.where(distance <= radius, np.maximum(voxels, hot), voxels)
    return Volume(voxels.astype(np.float32), GRID, unit)


MIDDLE = (60.0, 60.0, 60.0)


def test_a_click_beside_the_maximum_grows_the_whole_lesion():
    image = volume((MIDDLE, 11.0, 10.0))
    grown = grow_lesion(image, (66.0, 56.0, 60.0), OF_MAX)
    assert grown.hottest_mm == pytest.approx(MIDDLE)
    truth = (away_from(MIDDLE) <= 11.0).sum() * 8 / 1000
    assert grown.measurement.volume_ml == pytest.approx(truth)
    assert grown.measurement.tlg == pytest.approx(grown.measurement.mean * truth)
    assert not grown.leaked
    assert grown.region.inside.sum() == grown.measurement.voxels


@pytest.mark.parametrize("radius_mm", [4.0, 9.0, 20.0, 40.0])
def test_a_lesion_of_any_size_is_grown_whole(radius_mm):
    image = volume((MIDDLE, radius_mm, 10.0))
    grown = grow_lesion(image, MIDDLE, FIXED_4)
    assert grown.measurement.voxels == (away_from(MIDDLE) <= radius_mm).sum()
    assert not grown.leaked


def test_the_rules_give_their_thresholds():
    liver = measure(volume(background=2.0), Sphere(MIDDLE, 14.0))
    values = {rule: threshold_of(rule, Unit.SUV_BW, liver).value for rule in GrowthRule}
    assert list(values.values()) == pytest.approx([0.41, 0.5, 2.5, 4.0, 3.0])


def test_a_hotter_neighbour_is_not_taken_for_the_lesion():
    bladder = (60.0, 60.0, 90.0)
    image = volume((MIDDLE, 8.0, 6.0), (bladder, 14.0, 40.0))
    grown = grow_lesion(image, MIDDLE, OF_MAX)
    assert grown.measurement.maximum == pytest.approx(6.0)
    assert grown.measurement.voxels == (away_from(MIDDLE) <= 8.0).sum()


def test_a_contour_that_runs_into_a_hotter_organ_is_cut_and_says_so():
    bladder = (60.0, 60.0, 86.0)
    image = volume((MIDDLE, 8.0, 6.0), (bladder, 17.0, 40.0))
    grown = grow_lesion(image, MIDDLE, OF_MAX)
    assert grown.leaked
    assert "hotter place" in grown.sentence
    assert grown.sentence in grown.measurement.warnings
    assert grown.measurement.maximum < 7
    assert grown.measurement.voxels >= 0.8 * (away_from(MIDDLE) <= 8.0).sum()


def test_a_threshold_below_the_background_leaks_and_says_so():
    image = volume((MIDDLE, 8.0, 6.0), background=3.0)
    grown = grow_lesion(image, MIDDLE, threshold_of(GrowthRule.SUV_2_5, Unit.SUV_BW))
    assert grown.leaked
    assert "higher threshold" in grown.sentence


def test_a_click_into_nothing_is_refused_with_what_to_do():
    image = volume((MIDDLE, 8.0, 6.0), background=0.0)
    for click, words in (
        ((10.0, 10.0, 10.0), "Nothing takes up"),
        ((-50.0, 0.0, 0.0), "outside the image"),
    ):
        with pytest.raises(StationError, match=words):
            grow_lesion(image, click, OF_MAX)
    with pytest.raises(StationError, match="Take a percentage"):
        grow_lesion(volume((MIDDLE, 8.0, 3.0)), MIDDLE, FIXED_4)
    with pytest.raises(StationError, match="SUV of another image"):
        grow_lesion(image, MIDDLE, Threshold(ThresholdRule.FIXED, 4.0, Unit.SUV_LBM))


def test_rules_that_mean_nothing_in_an_image_are_refused():
    with pytest.raises(StationError, match="Complete the SUV inputs"):
        threshold_of(GrowthRule.SUV_4_0, Unit.BQ_PER_ML)
    with pytest.raises(StationError, match="sphere in the liver"):
        threshold_of(GrowthRule.LIVER, Unit.SUV_BW)
    liver = measure(volume(background=2.0, unit=Unit.SUV_LBM), Sphere(MIDDLE, 14.0))
    with pytest.raises(StationError, match="same image"):
        threshold_of(GrowthRule.LIVER, Unit.SUV_BW, liver)
    assert threshold_of(GrowthRule.OF_MAX_50, Unit.BQ_PER_ML).value == 0.5


def test_a_contour_with_a_seed_is_kept_and_read_again():
    contour = grow_lesion(volume((MIDDLE, 9.0, 10.0)), MIDDLE, OF_MAX).contour
    voi = PlacedVoi("1", "Lesion 1", contour, SiteKind.LESION)
    assert contour.seed_mm is not None
    text, bits = encode_voi(voi)
    assert decode_voi(text, bits) == voi
    without = text.replace(f',"seed_mm":{list(contour.seed_mm)}'.replace(" ", ""), "")
    assert "seed_mm" not in without
    assert decode_voi(without, None).shape == Isocontour(contour.within, contour.threshold)


def test_a_seed_outside_its_sphere_is_ignored():
    image = volume((MIDDLE, 9.0, 10.0))
    plain = Isocontour(Sphere(MIDDLE, 14.0), OF_MAX)
    seeded = Isocontour(Sphere(MIDDLE, 14.0), OF_MAX, (0.0, 0.0, 0.0))
    assert (inside(plain, image).inside == inside(seeded, image).inside).all()


def test_growing_takes_no_longer_than_a_click_may():
    """Ten times the budget of 100 ms, so that a busy machine does not fail it."""
    image = volume((MIDDLE, 30.0, 10.0))
    grow_lesion(image, MIDDLE, OF_MAX)
    begun = time.perf_counter()
    assert isinstance(grow_lesion(image, MIDDLE, OF_MAX), Grown)
    assert time.perf_counter() - begun < 1.0
