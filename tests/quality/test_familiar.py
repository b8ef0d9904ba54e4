"""How far an image is from those that were learned from."""

import numpy as np
import pytest

from station.quality.familiar import FURTHEST, QUANTITIES, familiar_of, left_out

COUNT = len(QUANTITIES)


@pytest.fixture
def learned() -> np.ndarray:
    return np.random.default_rng(1).normal(3.0, 0.5, (300, COUNT))


def test_an_image_like_the_others_is_near_and_another_is_far(learned: np.ndarray) -> None:
    familiar = familiar_of(learned)
    usual = float(np.percentile(left_out(familiar), 99))
    like = np.random.default_rng(2).normal(3.0, 0.5, (50, COUNT))
    assert (familiar.distance(like) < 1.15 * usual).mean() > 0.95
    other = like + 2.5
    assert (familiar.distance(other) > 1.5 * usual).all()


def test_what_all_others_have_must_not_be_missing(learned: np.ndarray) -> None:
    familiar = familiar_of(learned)
    without = learned[:5].copy()
    before = familiar.distance(without)
    without[:, :3] = np.nan
    after = familiar.distance(without)
    expected = np.sqrt((FURTHEST**2 * 3) / COUNT)
    assert (after > before).all()
    assert (after > 0.9 * expected).all()


def test_what_is_missing_in_others_too_is_usual(learned: np.ndarray) -> None:
    learned[::2, 4] = np.nan
    familiar = familiar_of(learned)
    missing = learned[::2][:20]
    assert familiar.distance(missing).mean() < 1.1 * familiar.distance(learned[1::2][:20]).mean()


def test_the_middle_between_two_kinds_of_images_is_not_usual() -> None:
    rng = np.random.default_rng(3)
    two = np.concatenate([rng.normal(at, 0.2, (100, COUNT)) for at in (0.0, 4.0)])
    familiar = familiar_of(two)
    middle = familiar.distance(np.full((1, COUNT), 2.0))[0]
    assert middle > 2 * np.percentile(left_out(familiar), 99)
