"""What an image is worth beside the truth, on phantoms whose figures are known."""

import numpy as np
import pytest

from station.errors import StationError
from station.lab.denoiser.measures import (
    LIVER,
    LUNG,
    Judge,
    LesionTruth,
    Shown,
    SizeClass,
    Truth,
    body_rmse,
    size_class,
    ssim,
    tissue_row,
)
from station.pet.filters import smoothed
from station.pet.voi import Mask, Sphere, measure
from station.pet.volume import Geometry, Unit, Volume

SHAPE = (40, 56, 56)
MM = 2.0
GRID = Geometry(
    SHAPE, np.array([[0, 0, MM, -55.0], [0, MM, 0, -55.0], [MM, 0, 0, -40.0], [0, 0, 0, 1]])
)
INDEX = np.moveaxis(np.indices(SHAPE), 0, -1)
BODY = np.linalg.norm((INDEX - (20, 28, 28))[..., 1:], axis=-1) < 26
LIVER_VOXELS = BODY & (INDEX[..., 2] > 34)
LUNG_VOXELS = BODY & (INDEX[..., 2] < 14)
LESION = np.linalg.norm((INDEX - (20, 28, 24)) * MM, axis=-1) <= 8  # 2.1 mL
SHOWN = Shown("case 1", "standard", 120.0, "image")


def volume(voxels, unit=Unit.SUV_BW, grid=GRID):
    return Volume(np.asarray(voxels, np.float32), grid, unit)


def reference():
    image = np.where(BODY, 0.6, 0).astype(np.float32)
    image[LIVER_VOXELS], image[LUNG_VOXELS], image[LESION] = 2.0, 0.4, 8.0
    return smoothed(image, 5.0, GRID.spacing_mm)


REFERENCE = reference()


def truth(lesion=LESION, organs=None):
    found = {LIVER: LIVER_VOXELS, LUNG: LUNG_VOXELS} if organs is None else organs
    mask = Mask(lesion, GRID, "Lesion 1")
    lesions = (LesionTruth("Lesion 1", "lung", 2.1, 8.0, "hot", mask),)
    return Truth("case 1", volume(REFERENCE.copy()), BODY, found, lesions)


def judged(voxels, **changed):
    return Judge(truth(**changed)).image(SHOWN, volume(voxels))


def test_the_reference_itself_is_perfect() -> None:
    row, (lesion,) = judged(REFERENCE)
    assert row.body_rmse == 0
    assert row.ssim == pytest.approx(1, abs=1e-6)
    assert (row.liver_bias, row.lung_bias) == (0, 0)
    assert row.invented == 0
    assert [lesion.recovery(one) for one in ("mean", "maximum", "peak")] == [1, 1, 1]
    assert lesion.seen


def test_an_image_at_nine_tenths_recovers_nine_tenths() -> None:
    row, (lesion,) = judged(REFERENCE * np.float32(0.9))
    assert row.liver_bias == pytest.approx(-0.1, abs=1e-6)
    assert row.lung_bias == pytest.approx(-0.1, abs=1e-6)
    assert row.liver_cov == pytest.approx(row.reference_liver_sd / row.reference_liver_mean)
    for one in ("mean", "maximum", "peak"):
        assert lesion.recovery(one) == pytest.approx(0.9, abs=1e-6)


def test_a_constant_error_is_the_rmse() -> None:
    assert body_rmse(volume(REFERENCE + 0.25), volume(REFERENCE.copy()), BODY) == pytest.approx(
        0.25, abs=1e-6
    )


def test_what_lies_outside_the_body_does_not_count() -> None:
    beyond = np.where(BODY, REFERENCE, 50)
    assert body_rmse(volume(beyond), volume(REFERENCE.copy()), BODY) == 0


def test_lesion_statistics_are_those_of_the_station() -> None:
    image = smoothed(REFERENCE, 6.0, GRID.spacing_mm)
    _, (lesion,) = judged(image)
    found = measure(volume(image), Mask(LESION, GRID))
    assert (lesion.mean, lesion.maximum, lesion.peak) == (found.mean, found.maximum, found.peak)


def test_a_filter_lowers_recovery_and_similarity() -> None:
    row, (lesion,) = judged(smoothed(REFERENCE, 8.0, GRID.spacing_mm))
    assert lesion.recovery("mean") < 0.85
    assert row.ssim < 0.99
    assert row.body_rmse > 0.05


def test_an_invented_focus_is_counted_and_a_lesion_is_none() -> None:
    distance = np.linalg.norm((INDEX - (14, 40, 22)) * MM, axis=-1)
    blob = 4 * np.exp(-4 * np.log(2) * (distance / 9) ** 2)
    before, _ = judged(REFERENCE)
    row, _ = judged(REFERENCE + blob)
    assert row.invented == 1
    assert row.foci == before.foci + 1


def test_a_lesion_that_is_gone_is_not_seen() -> None:
    image = REFERENCE.copy()
    image[np.linalg.norm((INDEX - (20, 28, 24)) * MM, axis=-1) <= 14] = 0.6
    _, (lesion,) = judged(image)
    assert not lesion.seen
    assert lesion.recovery("mean") < 0.2


def test_more_noise_is_less_similar() -> None:
    noise = np.random.default_rng(1).standard_normal(SHAPE).astype(np.float32)
    found = [
        ssim(volume(REFERENCE + level * noise), volume(REFERENCE.copy()), BODY)
        for level in (0.0, 0.1, 0.3)
    ]
    assert found == sorted(found, reverse=True)
    assert found[2] < 0.8


def test_similarity_is_symmetric() -> None:
    blurred = smoothed(REFERENCE, 8.0, GRID.spacing_mm)
    one = ssim(volume(REFERENCE.copy()), volume(blurred), BODY)
    other = ssim(volume(blurred), volume(REFERENCE.copy()), BODY)
    assert one == pytest.approx(other, abs=1e-6)


def test_similarity_of_unlike_constants_is_the_luminance_term() -> None:
    """Wang 2004, equation 6: constants have no contrast or structure to differ in."""
    one, other, c1 = 2.0, 3.0, (0.01 * 7) ** 2
    expected = (2 * one * other + c1) / (one**2 + other**2 + c1)
    found = ssim(volume(np.full(SHAPE, one)), volume(np.full(SHAPE, other)), BODY)
    assert found == pytest.approx(expected, abs=1e-4)


def test_too_little_of_an_organ_says_nothing() -> None:
    few = np.zeros(SHAPE, np.bool_)
    few[20, 20, 40:45] = True
    row, _ = judged(REFERENCE, organs={LIVER: few})
    assert np.isnan(row.liver_mean)
    assert np.isnan(row.liver_bias)
    assert np.isnan(row.lung_mean)


@pytest.mark.parametrize(
    ("volume_ml", "expected"),
    [
        (0.5, SizeClass.SMALLEST),
        (1.0, SizeClass.SMALL),
        (2.99, SizeClass.SMALL),
        (3.0, SizeClass.MEDIUM),
        (10.0, SizeClass.MEDIUM),
        (10.01, SizeClass.LARGE),
    ],
)
def test_lesions_are_classed_by_volume(volume_ml, expected) -> None:
    assert size_class(volume_ml) is expected


def test_an_image_on_another_grid_is_refused() -> None:
    moved = GRID.affine.copy()
    moved[0, 3] += 1
    other = volume(REFERENCE.copy(), grid=Geometry(SHAPE, moved))
    with pytest.raises(StationError, match=r"image of case 1 is on another grid"):
        Judge(truth()).image(SHOWN, other)


def test_an_image_in_another_unit_is_refused() -> None:
    with pytest.raises(StationError, match=r"is in Bq/mL, its reference in SUVbw"):
        Judge(truth()).image(SHOWN, volume(REFERENCE.copy(), Unit.BQ_PER_ML))


def test_a_truth_that_does_not_fit_its_reference_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="liver"):
        Truth("case", volume(REFERENCE.copy()), BODY, {LIVER: BODY[1:]}, ())


def test_a_voi_that_is_not_in_suv_makes_no_row() -> None:
    found = measure(volume(REFERENCE.copy(), Unit.BQ_PER_ML), Sphere((0, 0, 0), 0.5))
    with pytest.raises(StationError, match=r"liver of case 1 measures Bq/mL"):
        tissue_row(SHOWN, LIVER, found)


def test_a_voi_row_holds_what_was_measured() -> None:
    found = measure(volume(REFERENCE.copy()), Sphere((0, 0, 0), 0.5))
    row = tissue_row(SHOWN, LIVER, found)
    assert (row.maximum, row.peak, row.mean) == (found.maximum, found.peak, found.mean)
