"""Artificial lesions in training patches: where they are, how much they add, and their noise."""

from math import pi

import numpy as np
import pytest

from station.denoise import inserts as module
from station.denoise.inserts import CONTRASTS, DIAMETERS_MM, LONGER, MOST, WEIGHTS, Inserts, put_in
from station.pet.inserts.planting import NOISE_EXPONENT
from station.pet.suitability import VOXEL_MM

WARM = 2.0
SHAPE = (15, 64, 64)
ALWAYS = Inserts(share=1.0, weight_suv=3.0)


def patch(seed, noise=0.0, suv=WARM, slices_out=1):
    """A warm patch, and what it is after lesions were put in: noisy, clean, weight."""
    clean = np.full(SHAPE, suv, np.float32)
    noisy = clean + np.float32(noise)
    weight = np.ones((slices_out, *SHAPE[1:]), np.float32)
    put_in(noisy, clean, weight, ALWAYS, np.random.default_rng(seed))
    return noisy, clean, weight


def test_a_lesion_adds_its_contrast_times_its_volume(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST", 1)
    monkeypatch.setattr(module, "DIAMETERS_MM", (8.0, 8.0 + 1e-9))
    monkeypatch.setattr(module, "CONTRASTS", (4.0, 4.0 + 1e-9))
    monkeypatch.setattr(module, "LONGER", 1.0)
    for seed in range(20):
        _, clean, _ = patch(seed)
        added_ml = float((clean - WARM).sum()) * VOXEL_MM**3 / (4 - 1) / WARM
        # Only what is not beyond the patch's edge is there.
        assert added_ml == pytest.approx(pi / 6 * 8.0**3, rel=0.05)


def test_lesions_are_as_hot_as_drawn_at_most() -> None:
    brightest = [float(patch(seed)[1].max()) for seed in range(100)]
    assert max(brightest) <= WARM * CONTRASTS[1] ** MOST
    assert sum(one > 1.1 * WARM for one in brightest) > 80
    assert np.median(brightest) < 4 * WARM, "most of them are faint"


def test_the_noisy_patch_gets_the_same_lesions() -> None:
    for seed in range(20):
        noisy, clean, _ = patch(seed)
        np.testing.assert_allclose(noisy, clean, atol=1e-5)


def test_hotter_voxels_have_more_noise() -> None:
    for seed in range(20):
        noisy, clean, _ = patch(seed, noise=0.5)
        np.testing.assert_allclose(
            noisy - clean, 0.5 * (clean / WARM) ** NOISE_EXPONENT, rtol=0.35, atol=1e-4
        )
    monkey = patch(3, noise=0.5)
    far = np.abs(monkey[1] - WARM) < 1e-6
    np.testing.assert_allclose((monkey[0] - monkey[1])[far], 0.5, atol=1e-5)


def test_what_is_lost_of_a_faint_lesion_weighs_more() -> None:
    faint, hot = (
        max(float(patch(seed, suv=suv)[2].max()) for seed in range(20)) for suv in (0.3, 20.0)
    )
    assert faint == pytest.approx(WEIGHTS[1], rel=0.01)
    assert hot == pytest.approx(WEIGHTS[0], rel=0.01)


def test_the_weight_is_1_where_no_lesion_is() -> None:
    for seed in range(20):
        _, clean, weight = patch(seed)
        middle = clean[SHAPE[0] // 2]
        assert (weight[0] >= 1).all()
        np.testing.assert_allclose(weight[0][np.abs(middle - WARM) < 1e-5], 1, atol=0.02)


def test_every_lesion_crosses_the_slice_that_comes_out_or_is_next_to_it() -> None:
    reach = DIAMETERS_MM[1] * LONGER / VOXEL_MM
    for seed in range(50):
        _, clean, _ = patch(seed)
        plane = np.unravel_index(np.argmax(clean), SHAPE)[0]
        assert abs(plane - SHAPE[0] // 2) <= reach


def test_nothing_is_put_into_air() -> None:
    noisy, clean, weight = patch(1, suv=0.02)
    assert (clean == np.float32(0.02)).all()
    assert (noisy == np.float32(0.02)).all()
    assert (weight == 1).all()


def test_the_same_random_numbers_put_in_the_same() -> None:
    for one, other in zip(patch(5), patch(5), strict=True):
        np.testing.assert_array_equal(one, other)
    assert (patch(5)[1] != patch(6)[1]).any()


def test_nothing_is_below_zero() -> None:
    assert patch(1, noise=-1.9)[0].min() >= 0
