import numpy as np
import pytest

from station.denoise.level import TILE, NoiseLevel

EVERYWHERE = np.s_[:]


def noise(shape: tuple[int, int, int], sd: float, seed: int = 0) -> np.ndarray:
    return np.random.default_rng(seed).normal(0, sd, shape).astype(np.float32)


def level_of(image: np.ndarray, plane: int) -> np.ndarray:
    return NoiseLevel(image).at(plane, EVERYWHERE, EVERYWHERE)


@pytest.mark.parametrize("shape", [(9, 64, 64), (5, 61, 83), (1, 8, 8)])
def test_the_level_of_independent_noise_is_its_sd(shape: tuple[int, int, int]) -> None:
    level = level_of(5 + noise(shape, 0.3), shape[0] // 2)
    assert level.shape == shape[1:]
    assert level.mean() == pytest.approx(0.3, rel=0.06 if shape[0] > 1 else 0.3)


def test_twice_the_image_has_twice_the_level() -> None:
    image = 5 + noise((5, 40, 40), 0.3)
    np.testing.assert_allclose(level_of(2 * image, 2), 2 * level_of(image, 2), rtol=1e-5)


def test_uniform_tissue_and_a_slope_have_no_noise() -> None:
    slope = np.broadcast_to(np.arange(64, dtype=np.float32), (5, 64, 64))
    inside = np.s_[TILE * 2 : -TILE * 2, TILE * 2 : -TILE * 2]
    assert level_of(np.full((5, 64, 64), 3, np.float32), 2).max() == 0
    assert level_of(slope.copy(), 2)[inside].max() < 1e-5


def test_a_hot_lesion_is_not_taken_for_noise() -> None:
    image = 2 + noise((9, 96, 96), 0.2)
    with_lesion = image.copy()
    with_lesion[3:6, 42:47, 42:47] += 10
    np.testing.assert_allclose(level_of(with_lesion, 4), level_of(image, 4), rtol=0.15)


def test_the_level_follows_the_noise_from_place_to_place() -> None:
    image = 5 + noise((9, 64, 96), 1.0) * np.where(np.arange(96) < 48, 0.1, 0.5).astype(np.float32)
    level = level_of(image, 4)
    assert level[:, :32].mean() == pytest.approx(0.1, rel=0.1)
    assert level[:, 64:].mean() == pytest.approx(0.5, rel=0.1)
    steps = np.diff(level, axis=1)
    assert np.abs(steps).max() < 0.5 * 0.5, "without a jump"


def test_a_part_of_a_slice_is_cut_from_the_whole() -> None:
    level = NoiseLevel(noise((5, 50, 70), 1.0))
    whole = level.at(2, EVERYWHERE, EVERYWHERE)
    part = level.at(2, slice(11, 37), slice(5, 66))
    np.testing.assert_allclose(part, whole[11:37, 5:66], rtol=1e-5)
