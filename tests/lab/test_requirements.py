"""Lines of requirements: met, not met, not measured."""

from math import nan

import pytest

from station.lab.requirements import Line, printed, required, rounded, shown, verdict
from station.reading.agreement import Estimate
from station.reading.bootstrap import NOTHING, Summary

FIGURE = Summary(0.95, 0.9, 0.97, 40, 8)


@pytest.mark.parametrize(
    ("figure", "reached", "met"),
    [
        (FIGURE, "0.950 (0.900 to 0.970; n = 40)", True),
        (Summary(0.9, 0.8, 0.97, 40, 8), "0.900 (0.800 to 0.970; n = 40)", False),
        (NOTHING, "nothing was measured", None),
        (Estimate(0.95, (0.9, 0.97), n=40), "0.950 (0.900 to 0.970; n = 40)", True),
        (Estimate(None), "nothing was measured", None),
    ],
)
def test_the_figure_decides_whatever_its_interval(
    figure: Estimate | Summary, reached: str, met: bool | None
) -> None:
    line = required("Lesions", "SUVmean", "≥ 0.93", figure, lambda value: value >= 0.93)
    assert line == Line("Lesions", "SUVmean", "≥ 0.93", reached, met)


def test_the_verdict_counts_lines_and_keeps_their_groups_in_order() -> None:
    lines = [
        Line(group, "", "", "", met) for group, met in zip("bab", (True, None, False), strict=True)
    ]
    counted = verdict(lines)
    assert (counted["lines"], counted["met"], counted["missed"]) == (3, 1, 1)
    assert counted["not_measured"] == 1
    assert counted["groups"] == {"b": [lines[0], lines[2]], "a": [lines[1]]}


def test_figures_numbers_and_nothing_are_shown() -> None:
    assert printed(FIGURE, 2) == "0.95 (0.90 to 0.97; n = 40)"
    assert shown(FIGURE) == printed(FIGURE, 3)
    assert (shown(None), shown(3), rounded(nan), rounded(-0.0001)) == ("–", "3", "–", "0.000")
