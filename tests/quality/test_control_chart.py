"""Shewhart's chart of single values and the Western Electric rules."""

import pytest

from station.quality.control_chart import (
    BASELINE,
    ControlLimits,
    broken_rules,
    control_limits,
)

UNIT = ControlLimits(0.0, 1.0)


def test_there_are_no_limits_of_fewer_than_twenty_values() -> None:
    assert control_limits([10.0] * (BASELINE - 1)) is None


def test_the_limits_are_the_mean_and_the_moving_range_over_d2() -> None:
    """NIST/SEMATECH 6.3.2.2: 3 SD are 2.66 mean moving ranges."""
    limits = control_limits([9.0, 11.0] * (BASELINE // 2))
    assert limits is not None
    assert limits.mean == pytest.approx(10.0)
    assert limits.at(3) - limits.mean == pytest.approx(2.66 * 2.0, rel=1e-3)
    assert limits.at(-2) == pytest.approx(10.0 - 2 * 2.0 / 1.128)


def test_what_comes_after_the_baseline_moves_no_limit() -> None:
    steady = [9.0, 11.0] * (BASELINE // 2)
    assert control_limits([*steady, 500.0, 900.0]) == control_limits(steady)


def test_a_slow_drift_widens_the_limits_less_than_its_standard_deviation_would() -> None:
    limits = control_limits([float(n) for n in range(BASELINE)])
    assert limits is not None
    assert limits.sd == pytest.approx(1 / 1.128)


@pytest.mark.parametrize("side", [1, -1])
@pytest.mark.parametrize(
    ("values", "rules"),
    [
        ([3.1], (1,)),
        ([2.9], ()),
        ([2.1, 0.0, 2.1], (2,)),
        ([2.1, 0.0, 0.0, 2.1], ()),
        ([2.1, -2.1], ()),
        ([1.1, 1.1, -0.5, 1.1, 1.1], (3,)),
        ([1.1, 1.1, 1.1, 0.5], ()),
        ([0.1] * 8, (4,)),
        ([0.1] * 7, ()),
        ([*[0.1] * 7, -0.1], ()),
        ([2.1, 2.1, 3.5], (1, 2)),
    ],
)
def test_the_western_electric_rules_mark_the_value_that_completes_them(
    values: list[float], rules: tuple[int, ...], side: int
) -> None:
    assert broken_rules([side * value for value in values], UNIT)[-1] == rules


def test_without_any_spread_only_what_differs_is_marked() -> None:
    limits = control_limits([5.0] * BASELINE)
    assert limits is not None
    assert broken_rules([5.0, 5.1], limits) == [(), (1,)]
