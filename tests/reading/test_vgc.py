"""Visual grading characteristics: by definition, by law and where there is nothing."""

import numpy as np
import pytest

from station.reading.bootstrap import draw_cases
from station.reading.vgc import NO_IMAGES, Vgc, areas, vgc
from tests.reading import known

FEW = 200


def of_scores(conventional: np.ndarray, dl: np.ndarray) -> Vgc:
    """Of scores 1 to 5, (readers, cases)."""
    bootstrap = draw_cases([f"{case:03d}" for case in range(dl.shape[1])], FEW)
    counts = [(arm[..., None] == np.arange(1, 6)).astype(float) for arm in (conventional, dl)]
    names = tuple("abcdef"[: len(dl)])
    return vgc(names, counts[0], counts[1], np.arange(dl.shape[1]), bootstrap)


@pytest.fixture
def scores() -> tuple[np.ndarray, np.ndarray]:
    chance = np.random.default_rng(2)
    base = chance.integers(1, 5, (3, 15))
    return base, np.clip(base + chance.integers(-1, 3, (3, 15)), 1, 5)


def test_the_area_is_the_chance_that_dl_is_scored_higher_ties_counting_half(scores):
    conventional, dl = (arm.ravel() for arm in scores)
    higher = np.sign(dl[:, None] - conventional[None]).mean() / 2 + 0.5
    assert known(of_scores(*scores).area.value) == pytest.approx(higher)


def test_the_area_is_that_under_the_curve_by_the_trapezoid_rule(scores):
    found = of_scores(*scores)
    x, y = np.array(found.curve).T
    assert np.trapezoid(y, x) == pytest.approx(known(found.area.value))
    assert (found.curve[0], found.curve[-1]) == ((0.0, 0.0), (1.0, 1.0))


def test_swapping_the_arms_mirrors_the_area(scores):
    one, other = of_scores(*scores), of_scores(*reversed(scores))
    assert known(one.area.value) + known(other.area.value) == pytest.approx(1)
    assert known(one.readers.first).p == pytest.approx(known(known(other.readers.first).p))


def test_equal_arms_have_an_area_of_one_half(scores):
    found = of_scores(scores[0], scores[0])
    assert found.area.value == pytest.approx(0.5)
    assert found.readers.effect == pytest.approx(0)


def test_the_interval_is_of_whole_cases_with_all_their_readers(scores):
    """Reading every image ten times says no more about other cases."""
    once, often = of_scores(*scores), of_scores(*(np.tile(arm, (2, 1)) for arm in scores))
    assert once.area.ci == pytest.approx(known(often.area.ci))


def test_each_readers_area_is_that_of_their_own_scores(scores):
    conventional, dl = scores
    for row, own in enumerate(of_scores(*scores).readers.of_readers):
        alone = known(of_scores(conventional[row : row + 1], dl[row : row + 1]).area.value)
        assert known(own.effect) + 0.5 == pytest.approx(alone)


def test_no_reading_of_both_arms_is_a_sentence():
    found = vgc((), np.zeros((0, 0, 5)), np.zeros((0, 0, 5)), np.zeros(0, int), draw_cases([], FEW))
    assert (found.area.value, found.area.note, found.curve) == (None, NO_IMAGES, ())


def test_an_area_without_images_is_nan_and_not_an_error():
    assert np.isnan(areas(np.zeros(5), np.ones(5)))
