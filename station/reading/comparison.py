"""Two arms compared pair by pair: t-test, Wilcoxon signed-rank test, intervals, effect sizes.

A difference is always DL − conventional. What does not exist (a t-test of one pair, or of
differences without spread) is None, with a sentence saying why.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import sqrt
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray
from scipy import stats as untyped_stats

from station.reading.bootstrap import TAILS, Bootstrap, Interval

stats: Any = untyped_stats

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]

ROUNDING_DECIMALS = 9
"""Digits of a difference, so that 0.1 + 0.2 − 0.3 is a tie without a rank of its own"""
MOST_PAIRS_EXACT = 50
"""Without ties; the normal approximation is used for more pairs"""
MOST_PAIRS_EXACT_WITH_TIES = 13
"""As in scipy, which enumerates the signs up to here"""
LIMITS_OF_AGREEMENT_SD = 1.96
"""J. M. Bland and D. G. Altman, Lancet 327 (1986) 307"""


@dataclass(frozen=True)
class Spread:
    """Mean and sample standard deviation (n − 1) of `n` values; None if there is none."""

    mean: float | None
    sd: float | None
    n: int


@dataclass(frozen=True)
class TTest:
    """Paired, two-tailed."""

    statistic: float | None
    df: int | None
    p: float | None
    p_holm: float | None = None
    """After Holm's correction over the tests of its table"""
    note: str = ""


@dataclass(frozen=True)
class SignedRank:
    """Wilcoxon's test, two-tailed; pairs without a difference are left out (Wilcoxon 1945)."""

    statistic: float | None
    """The smaller of the two rank sums"""
    rank_sum_positive: float | None
    rank_sum_negative: float | None
    n: int
    """Pairs that differ"""
    zeros: int
    """Pairs that do not differ"""
    method: str | None
    """exact, or normal approximation (corrected for ties)"""
    p: float | None
    p_holm: float | None = None
    note: str = ""


@dataclass(frozen=True)
class Comparison:
    conventional: Spread
    dl: Spread
    difference: Spread
    t: TTest
    wilcoxon: SignedRank
    ci: Interval | None
    """95 % interval of the mean difference, bootstrap over cases; bootstrap-t of few cases"""
    ci_t: Interval | None
    """The same by Student's t, which assumes independent pairs"""
    cohen_dz: float | None
    """Mean over SD of the differences"""
    rank_biserial: float | None
    """Positive minus negative fraction of the rank sum (D. S. Kerby 2014)"""
    limits: Interval | None
    """Limits of agreement: mean ± 1.96 SD of the differences"""
    values: tuple[tuple[float, ...], tuple[float, ...]]
    """The pairs: conventional and DL"""
    note: str = ""


def compare(
    conventional: Sequence[float],
    dl: Sequence[float],
    cases: Sequence[int],
    bootstrap: Bootstrap,
) -> Comparison:
    """Pairs, one value of each arm; `cases` are the rows in the bootstrap of the pairs' cases.

    Raises ValueError where the three have different lengths.
    """
    first, second = np.array(conventional, np.float64), np.array(dl, np.float64)
    rows = np.array(cases, np.int64)
    if not first.shape == second.shape == rows.shape:
        raise ValueError("a pair has one value of each arm and one case")
    differences = np.round(second - first, ROUNDING_DECIMALS)
    spread = _spread(differences)
    t, ci_t = _t_test(differences, spread)
    ci, remark = _bootstrap_interval(differences, rows, bootstrap)
    ranks = _signed_rank(differences)
    limits = None
    if spread.mean is not None and spread.sd is not None:
        reach = LIMITS_OF_AGREEMENT_SD * spread.sd
        limits = (spread.mean - reach, spread.mean + reach)
    return Comparison(
        conventional=_spread(first),
        dl=_spread(second),
        difference=spread,
        t=t,
        wilcoxon=ranks,
        ci=ci,
        ci_t=ci_t,
        cohen_dz=spread.mean / spread.sd if spread.mean is not None and spread.sd else None,
        rank_biserial=_rank_biserial(ranks),
        limits=limits,
        values=(tuple(first.tolist()), tuple(second.tolist())),
        note=remark,
    )


Key = TypeVar("Key")


def with_holm(comparisons: Mapping[Key, Comparison]) -> dict[Key, Comparison]:
    """The same with p corrected over them, t-tests and Wilcoxon tests separately (S. Holm 1979)."""
    t = holm({key: comparison.t.p for key, comparison in comparisons.items()})
    ranks = holm({key: comparison.wilcoxon.p for key, comparison in comparisons.items()})
    return {
        key: replace(
            comparison,
            t=replace(comparison.t, p_holm=t.get(key)),
            wilcoxon=replace(comparison.wilcoxon, p_holm=ranks.get(key)),
        )
        for key, comparison in comparisons.items()
    }


def holm(ps: Mapping[Key, float | None]) -> dict[Key, float]:
    """Corrected P; tests that could not be done are not counted."""
    # Not statsmodels.stats.multitest: it collects garbage at every call, 0.3 s next to a window.
    corrected: dict[Key, float] = {}
    known = sorted(((p, key) for key, p in ps.items() if p is not None), key=lambda pair: pair[0])
    largest = 0.0
    for rank, (p, key) in enumerate(known):
        largest = max(largest, min(1.0, p * (len(known) - rank)))
        corrected[key] = largest
    return corrected


def _spread(values: Floats) -> Spread:
    count = len(values)
    return Spread(
        float(values.mean()) if count else None,
        float(values.std(ddof=1)) if count > 1 else None,
        count,
    )


def _t_test(differences: Floats, spread: Spread) -> tuple[TTest, Interval | None]:
    """The test, and the interval of the mean difference."""
    count = len(differences)
    if spread.mean is None or count < 2:
        why = "There is no pair to test." if not count else "One pair is too few for a t-test."
        return TTest(None, None, None, note=why), None
    if np.ptp(differences) == 0:
        return TTest(None, count - 1, None, note=_no_spread(count, spread.mean)), None
    result = stats.ttest_1samp(differences, 0.0)
    reach = float(stats.t.ppf(TAILS[1], count - 1)) * float(differences.std(ddof=1)) / sqrt(count)
    return (
        TTest(float(result.statistic), count - 1, float(result.pvalue)),
        (spread.mean - reach, spread.mean + reach),
    )


def _no_spread(count: int, difference: float) -> str:
    if difference == 0:
        return f"The arms are equal in all {count} pairs; there is no difference to test."
    return f"All {count} pairs differ by the same {difference:+.4g}; without spread there is no t."


def _signed_rank(differences: Floats) -> SignedRank:
    nonzero = differences[differences != 0]
    count, zeros = len(nonzero), len(differences) - len(nonzero)
    if not count:
        why = (
            f"The arms are equal in all {zeros} pairs; there is nothing to rank."
            if zeros
            else "There is no pair to test."
        )
        return SignedRank(None, None, None, 0, zeros, None, None, note=why)
    ranks: Floats = stats.rankdata(np.abs(nonzero))
    positive, negative = float(ranks[nonzero > 0].sum()), float(ranks[nonzero < 0].sum())
    ties = len(np.unique(np.abs(nonzero))) < count
    if ties and count <= MOST_PAIRS_EXACT_WITH_TIES:
        method, p = "exact", _exact_p(ranks, min(positive, negative))
    elif not ties and count <= MOST_PAIRS_EXACT:
        method, p = "exact", float(stats.wilcoxon(nonzero, method="exact").pvalue)
    else:
        method = "normal approximation"
        p = float(stats.wilcoxon(nonzero, method="asymptotic").pvalue)
    smaller = min(positive, negative)
    return SignedRank(smaller, positive, negative, count, zeros, method, p)


def _exact_p(ranks: Floats, smaller: float) -> float:
    """The fraction of all 2ⁿ signs of the ranks with a rank sum as small, doubled.

    The distribution is built rank by rank, in steps of half a rank: midranks are halves.
    """
    steps = np.rint(2 * ranks).astype(np.int64)
    ways = np.zeros(int(steps.sum()) + 1)
    ways[0] = 1.0
    for step in steps:
        ways[step:] = ways[step:] + ways[: len(ways) - step].copy()
    share = float(ways[: round(2 * smaller) + 1].sum() / ways.sum())
    return min(1.0, 2 * share)


def _rank_biserial(ranks: SignedRank) -> float | None:
    if ranks.rank_sum_positive is None or ranks.rank_sum_negative is None:
        return None
    total = ranks.rank_sum_positive + ranks.rank_sum_negative
    return (ranks.rank_sum_positive - ranks.rank_sum_negative) / total


def _bootstrap_interval(
    differences: Floats, cases: Integers, bootstrap: Bootstrap
) -> tuple[Interval | None, str]:
    if not len(differences):
        return None, ""
    if np.ptp(differences) == 0:
        return None, "The differences have no spread, so there is no interval."
    return bootstrap.mean_interval(differences, cases)
