"""The requirements that a network is judged by: each line's figure, and whether it is reached."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from math import isfinite
from typing import Any

from station.reading.agreement import Estimate
from station.reading.bootstrap import Summary

NONE = "–"
"""In place of a figure that does not exist"""
NOT_MEASURED = "nothing was measured"


@dataclass(frozen=True)
class Line:
    """One line of the requirements, and whether it is reached."""

    group: str
    what: str
    target: str
    reached: str
    met: bool | None
    """None: nothing was measured that could decide it"""

    def with_words(self, words: str) -> "Line":
        """The same with more words after what was reached."""
        return replace(self, reached=self.reached + words)


def required(
    group: str,
    what: str,
    target: str,
    figure: Estimate | Summary,
    met: Callable[[float], bool],
    digits: int = 3,
) -> Line:
    """A line on which the figure decides; its interval is reported."""
    if figure.value is None or not isfinite(figure.value):
        return Line(group, what, target, NOT_MEASURED, None)
    return Line(group, what, target, printed(figure, digits), met(figure.value))


def printed(figure: Estimate | Summary, digits: int = 3) -> str:
    """A figure with its interval, as tables and sentences show it."""
    if figure.value is None or not isfinite(figure.value):
        return NONE
    value = rounded(figure.value, digits)
    if figure.ci is None:
        return f"{value} (no interval; n = {figure.n})"
    low, high = (rounded(end, digits) for end in figure.ci)
    return f"{value} ({low} to {high}; n = {figure.n})"


def shown(value: object) -> str:
    """What a report's template shows of a value that is not a text."""
    if isinstance(value, Estimate | Summary):
        return printed(value)
    return NONE if value is None else str(value)


def rounded(value: float | None, digits: int = 3) -> str:
    """A number alone; without a minus sign before zero."""
    if value is None or not isfinite(value):
        return NONE
    return f"{round(value, digits) + 0.0:.{digits}f}"


def verdict(lines: Iterable[Line]) -> dict[str, Any]:
    """How many lines are reached, not reached and not measured, and the lines by group: what a
    report's template says of them."""
    groups: dict[str, list[Line]] = {}
    for line in lines:
        groups.setdefault(line.group, []).append(line)
    every = [line.met for of_group in groups.values() for line in of_group]
    return {
        "groups": groups,
        "lines": len(every),
        "met": every.count(True),
        "missed": every.count(False),
        "not_measured": every.count(None),
    }
