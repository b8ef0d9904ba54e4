import numpy as np
import pytest

from station.quality.finder.made_up import COLUMNS, ROWS, SLICES, example_of
from station.quality.organs import Tissue
from tests.quality.finder.bodies import body

pytestmark = pytest.mark.simulated


@pytest.fixture(scope="module")
def examples() -> list:
    return [example_of(body(), np.random.default_rng(seed)) for seed in range(100, 124)]


def test_a_seed_always_gives_the_same_picture(examples) -> None:
    again = example_of(body(), np.random.default_rng(103))
    assert (again.uptake == examples[3].uptake).all()
    assert (again.tissue == examples[3].tissue).all()


def test_pictures_have_the_sizes_that_the_network_halves_three_times(examples) -> None:
    for example in examples:
        slices, rows, columns = example.uptake.shape
        assert slices in SLICES
        assert rows in ROWS
        assert columns in COLUMNS


def test_the_lungs_are_colder_than_the_liver_in_most_pictures_but_not_in_all_as_much(
    examples,
) -> None:
    ratios = [
        example.uptake[example.tissue == Tissue.LIVER].mean()
        / example.uptake[example.tissue == Tissue.LUNGS].mean()
        for example in examples
        if (example.tissue == Tissue.LIVER).any() and (example.tissue == Tissue.LUNGS).any()
    ]
    assert np.mean(np.array(ratios) > 1) > 0.8
    assert max(ratios) > 2 * min(ratios)


def test_the_liver_is_below_the_lungs_and_no_picture_is_turned(examples) -> None:
    for example in examples:
        liver = np.argwhere(example.tissue == Tissue.LIVER)
        lungs = np.argwhere(example.tissue == Tissue.LUNGS)
        if min(len(liver), len(lungs)) > 200:
            assert liver[:, 0].mean() < lungs[:, 0].mean()


def test_some_pictures_come_with_a_ct_of_air_and_tissue(examples) -> None:
    with_ct = [example for example in examples if example.hu is not None]
    assert 0 < len(with_ct) < len(examples)
    for example in with_ct:
        assert example.hu.min() < -900
        assert -200 < np.median(example.hu[example.tissue == Tissue.MUSCLE]) < 200


def test_what_is_outside_the_field_of_view_is_air_without_uptake(examples) -> None:
    for example in examples:
        corner = example.uptake[:, 0, 0]
        assert (corner == 0).all()
        assert (example.tissue[:, 0, 0] == Tissue.AIR).all()


def test_hot_foci_are_lesions(examples) -> None:
    lesions = [example for example in examples if (example.tissue == Tissue.LESION).any()]
    assert len(lesions) > len(examples) / 3
    for example in lesions:
        muscle = example.uptake[example.tissue == Tissue.MUSCLE]
        assert example.uptake[example.tissue == Tissue.LESION].mean() > np.median(muscle)
