"""Quantities and their scales."""

from math import log

import pytest

from station.quality.measures.quantity import Quantity, Subject, Worse


def test_equal_ratios_are_equal_steps_down_to_the_least_value() -> None:
    noise = Quantity("noise", "%", Subject.NOISE, Worse.HIGHER, 2.0)
    assert noise.scaled(20) - noise.scaled(10) == pytest.approx(log(2))
    assert noise.scaled(0) == noise.scaled(2)


def test_a_quantity_that_may_be_negative_is_taken_as_it_is() -> None:
    assert Quantity("offset", "mm", Subject.MISFIT, Worse.EITHER).scaled(-3.5) == -3.5
