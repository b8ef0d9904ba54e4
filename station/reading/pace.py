"""How a reader goes on: signs that he reads faster and faster, or that his scale drifts.

The images come in a random order, so neither the time for one nor its scores should depend on when
in the list it came. These are hints for the coordinator to ask, not findings.
"""

from collections.abc import Sequence
from statistics import fmean, median

RECENT = 10
"""Cases that count as recent"""

FEWEST_BEFORE = 10
"""Cases before them, without which nothing is said"""

SPEED_UP = 0.5
"""Recent cases took less than this part of the time of those before."""

DRIFT_POINTS = 0.75
"""The scores of the last third differ from those of the first by so many points or more,"""

DRIFT_T = 3.0
"""and by so many standard errors or more; by chance one reader in some hundreds shows that."""


def speeding_up(seconds: Sequence[float]) -> str | None:
    """The sentence of a reader whose recent cases took far less time; None: all is well.

    `seconds` are those of his cases in the order he read them, without practice.
    """
    if len(seconds) < FEWEST_BEFORE + RECENT:
        return None
    before, recent = median(seconds[:-RECENT]), median(seconds[-RECENT:])
    if recent >= SPEED_UP * before:
        return None
    return (
        f"Reads faster: {recent:.0f} s a case over the last {RECENT}, {before:.0f} s before. Ask "
        f"whether something disturbs the reading."
    )


def drifting(scores: Sequence[float]) -> str | None:
    """The sentence of a reader whose scores rise or fall over the list; None: all is well.

    `scores` are his mean scores of each image, in the order he read them, without practice.
    """
    third = len(scores) // 3
    if third < FEWEST_BEFORE:
        return None
    first, last = scores[:third], scores[-third:]
    difference = fmean(last) - fmean(first)
    error = ((_variance(first) + _variance(last)) / third) ** 0.5
    if abs(difference) < DRIFT_POINTS or abs(difference) < DRIFT_T * error:
        return None
    way = "rise" if difference > 0 else "fall"
    return (
        f"Scores {way}: {fmean(first):.1f} on average over the first {third}, {fmean(last):.1f} "
        f"over the last. The order is random; ask whether the scale is used as at first."
    )


def _variance(values: Sequence[float]) -> float:
    mean = fmean(values)
    return sum((value - mean) ** 2 for value in values) / (len(values) - 1)
