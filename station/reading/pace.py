"""How a reader proceeds: signs that they read faster and faster, or that their scale drifts.

The images are in random order, so neither the time for an image nor its scores should depend on its
position in the list. These are hints for the coordinator to ask about, not findings.
"""

from collections.abc import Sequence
from statistics import fmean, median

RECENT = 10
"""Cases that count as recent"""

FEWEST_BEFORE = 10
"""Fewest cases before them for a statement"""

SPEED_UP = 0.5
"""Recent cases took less than this fraction of the time of those before."""

DRIFT_POINTS = 0.75
"""The scores of the last third differ from those of the first by at least this many points,"""

DRIFT_T = 3.0
"""and by at least this many standard errors; by chance one reader in some hundreds shows that."""


def speeding_up(seconds: Sequence[float]) -> str | None:
    """A sentence about a reader whose recent cases took far less time; None: nothing unusual.

    `seconds` are those of the reader's cases in reading order, without practice.
    """
    if len(seconds) < FEWEST_BEFORE + RECENT:
        return None
    before, recent = median(seconds[:-RECENT]), median(seconds[-RECENT:])
    if recent >= SPEED_UP * before:
        return None
    return (
        f"Reads faster: {recent:.0f} s per case over the last {RECENT}, {before:.0f} s before. Ask "
        "whether something disturbs the reading."
    )


def drifting(scores: Sequence[float]) -> str | None:
    """A sentence about a reader whose scores rise or fall over the list; None: nothing unusual.

    `scores` are the reader's mean scores of each image, in reading order, without practice.
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
        "over the last. The order is random; ask whether the scale is still used as at the start."
    )


def _variance(values: Sequence[float]) -> float:
    mean = fmean(values)
    return sum((value - mean) ** 2 for value in values) / (len(values) - 1)
