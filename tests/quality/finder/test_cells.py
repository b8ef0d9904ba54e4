import numpy as np
import pytest

from station.quality.finder.cells import HIGHEST, body_median, inputs_of


def uptake() -> np.ndarray:
    values = np.zeros((30, 30, 30), np.float32)
    values[4:26, 6:24, 5:25] = 1.5
    return values


def test_the_median_is_the_bodys_not_the_airs() -> None:
    assert body_median(uptake()) == pytest.approx(1.5, rel=0.05)


def test_a_full_bladder_does_not_change_the_median() -> None:
    hot = uptake()
    hot[8:12, 12:17, 12:17] = 150
    assert body_median(hot) == pytest.approx(1.5, rel=0.1)


def test_an_image_in_any_unit_gives_the_same_input() -> None:
    in_suv, in_becquerel = inputs_of(uptake(), None), inputs_of(uptake() * 5200, None)
    assert np.allclose(in_suv, in_becquerel, atol=1e-5)


def test_an_empty_image_gives_an_empty_input() -> None:
    assert body_median(np.zeros((8, 8, 8), np.float32)) == 0
    assert not inputs_of(np.zeros((8, 8, 8), np.float32), None).any()


def test_without_a_ct_there_is_no_hu_and_it_says_so() -> None:
    without = inputs_of(uptake(), None)
    assert not without[1:].any()
    with_ct = inputs_of(uptake(), np.full((30, 30, 30), 50, np.float32))
    assert (with_ct[1] == 0.1).all()
    assert (with_ct[2] == 1).all()


def test_the_hottest_is_bounded_and_below_0_is_0() -> None:
    values = uptake()
    values[10, 10, 10], values[12, 12, 12] = 1e6, -5
    given = inputs_of(values, None)
    assert given[0].max() == HIGHEST
    assert given[0, 12, 12, 12] == 0
