"""Multi-reader multi-case analysis of one effect: readers as a sample, cases as a sample, or both.

Every reader has an effect (DL − conventional of a mean score, or of a figure of merit), and the
effects of two readers covary because they read the same cases. Of two arms the F test of N. A.
Obuchowski and H. E. Rockette (Commun. Stat. Simul. Comput. 24 (1995) 285) and that of D. D.
Dorfman, K. S. Berbaum and C. E. Metz (Invest. Radiol. 27 (1992) 723) are both the t-test of the
mean effect below, with the degrees of freedom of S. L. Hillis (Stat. Med. 26 (2007) 596). With
S² the variance of the readers' effects and C their mean covariance, never taken below 0:

    variance = (S² + R·C) / R        degrees of freedom = (R − 1) · ((S² + R·C) / S²)²

With two readers S² has one degree of freedom, and where it is small by chance this test rejects a
true null hypothesis in up to 11 % (`python -m tests.benchmarks.reader_test_size`). Two readers are
therefore tested by the generalized P value of the same two variances (S. Weerahandi, J. Am. Stat.
Assoc. 88 (1993) 899): the normal P averaged over what S² may have been.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from math import sqrt
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import optimize as untyped_optimize
from scipy import stats as untyped_stats

from station.reading.bootstrap import CONFIDENCE, Interval

stats: Any = untyped_stats
optimize: Any = untyped_optimize

Floats = NDArray[np.float64]

FEWEST_READERS_FOR_HILLIS = 3
QUADRATURE_NODES = 400
"""Of the average over χ² with one degree of freedom; its error stays below 1e-7"""
NO_VARIANCE = 1e-15
"""Of an effect in points; scores are whole numbers, so what is less comes from rounding"""
EQUAL = "The readers' mean differences are the same, so only the cases vary in this test."
TWO_READERS = (
    "Two readers are the fewest that say anything about others; an effect has to be about the same "
    "in both, and large, to be significant for readers as a sample."
)
ONE_CASE = "One case is too few for a test over cases."
FAR_IN_ERRORS = 200.0
"""Standard errors within which the end of an interval of two readers is looked for"""


class Sampled(StrEnum):
    """What another study would draw again."""

    BOTH = "readers and cases"
    CASES = "cases"
    """These readers, other cases"""
    READERS = "readers"
    """Other readers, these cases"""


class Method(StrEnum):
    HILLIS = "hillis"
    """Obuchowski and Rockette's t with Hillis' degrees of freedom"""
    GENERALIZED = "generalized"
    """Of two readers, with the same variances"""
    EQUAL = "equal_readers"
    """The readers' effects are the same, so that only the cases vary"""
    FIXED_READERS = "fixed_readers"
    """t over cases of the mean over readers"""
    FIXED_CASES = "fixed_cases"
    """t over readers of the mean over cases"""


@dataclass(frozen=True)
class Test:
    """Of the mean effect against 0, two-tailed; None where there is none, and `note` says why."""

    sampled: Sampled
    method: Method
    error: float | None = None
    """Standard error of the mean effect"""
    df: float | None = None
    """None of the generalized P"""
    p: float | None = None
    ci: Interval | None = None
    note: str = ""


@dataclass(frozen=True)
class ReaderEffect:
    """One reader's own effect; the interval is of this reader, over cases."""

    reader: str
    cases: int
    effect: float | None
    ci: Interval | None = None
    p: float | None = None


@dataclass(frozen=True)
class MultiReader:
    """One effect over all readers."""

    effect: float | None
    """Mean of the readers' effects"""
    cases: int
    """That any reader has"""
    of_readers: tuple[ReaderEffect, ...]
    reader_sd: float | None
    """Of the readers' effects; None of one reader"""
    covariance: float | None
    """Mean over pairs of readers, of their effects"""
    tests: tuple[Test, ...]
    """The one to report first"""
    p_holm: float | None = None
    """Of the first test, after Holm's correction over the criteria"""
    note: str = ""

    @property
    def first(self) -> Test | None:
        return self.tests[0] if self.tests else None


# --- many studies at once -------------------------------------------------------------------------


def spread_and_covariance(effects: Floats, covariances: Floats) -> tuple[Floats, Floats]:
    """S² of the readers' effects and R·C, of effects (…, readers) and their covariances
    (…, readers, readers); from two readers up."""
    readers = effects.shape[-1]
    diagonal = np.trace(covariances, axis1=-2, axis2=-1)
    common = (covariances.sum(axis=(-2, -1)) - diagonal) / (readers - 1)
    return effects.var(axis=-1, ddof=1), np.maximum(common, 0.0)


def both_sampled_p(effects: Floats, covariances: Floats, cases: int) -> Floats:
    """P of readers and cases as samples, of effects (…, readers); NaN without any variance.

    Where the readers' effects are equal to the last digit it is that of fixed readers.
    """
    spread, common = spread_and_covariance(effects, covariances)
    mean, readers = np.abs(effects.mean(axis=-1)), effects.shape[-1]
    if readers < FEWEST_READERS_FOR_HILLIS:
        p = generalized_p(mean, spread, common)
    else:
        p = hillis_p(mean, spread, common, readers)
    return np.where(spread > NO_VARIANCE, p, fixed_readers_p(mean, covariances, cases))


def fixed_readers_p(mean: Floats, covariances: Floats, cases: int) -> Floats:
    """Of mean effects (…) with covariances (…, readers, readers): the t-test over cases of the
    means over readers; NaN without any variance."""
    with np.errstate(divide="ignore", invalid="ignore"):
        error = np.sqrt(covariances.sum(axis=(-2, -1))) / covariances.shape[-1]
        return 2 * stats.t.sf(np.abs(mean) / error, cases - 1)


def hillis_p(mean: Floats, spread: Floats, common: Floats, readers: int) -> Floats:
    """Of mean effects (…) with S² above 0 and R·C."""
    with np.errstate(divide="ignore", invalid="ignore"):
        error = np.sqrt((spread + common) / readers)
        df = (readers - 1) * ((spread + common) / spread) ** 2
        return 2 * stats.t.sf(np.abs(mean) / error, df)


def generalized_p(mean: Floats, spread: Floats, common: Floats) -> Floats:
    """Of mean effects (…) of two readers with S² above 0 and R·C."""
    nodes, weights = _one_degree_of_freedom()
    with np.errstate(divide="ignore", invalid="ignore"):
        error = np.sqrt((spread[..., None] / nodes + common[..., None]) / 2)
        return 2 * stats.norm.sf(np.abs(mean)[..., None] / error) @ weights


@cache
def _one_degree_of_freedom() -> tuple[Floats, Floats]:
    """Nodes and weights of an average over χ² with one degree of freedom."""
    places, weights = np.polynomial.legendre.leggauss(QUADRATURE_NODES)
    return stats.chi2.ppf((places + 1) / 2, 1), weights / 2


# --- one study ------------------------------------------------------------------------------------


def of_scores(readers: Sequence[str], differences: Floats) -> MultiReader:
    """Of DL − conventional of every reader and case, (readers, cases); NaN where either is missing.

    A reader's effect is the mean over their own cases; two readers covary over the cases of both.
    Without gaps this is the mixed analysis of variance of the scores.
    """
    given = np.isfinite(differences)
    counts = given.sum(axis=1)
    kept = counts > 0
    names = tuple(reader for reader, keep in zip(readers, kept, strict=True) if keep)
    values, given, counts = differences[kept], given[kept], counts[kept]
    effects = np.where(given, values, 0.0).sum(axis=1) / np.maximum(counts, 1)
    centred = np.where(given, values - effects[:, None], 0.0)
    shared = given.astype(np.float64) @ given.T
    with np.errstate(divide="ignore", invalid="ignore"):
        sample = np.where(shared > 1, centred @ centred.T / (shared - 1), 0.0)
        covariances = sample * shared / np.outer(counts, counts)
    return of_effects(names, effects, covariances, counts, int(given.any(axis=0).sum()))


def of_effects(
    readers: Sequence[str],
    effects: Floats,
    covariances: Floats,
    cases_of_reader: Sequence[int] | NDArray[np.int64],
    cases: int,
) -> MultiReader:
    """Of the readers' effects (readers,), and their covariances over cases (readers, readers)."""
    count = len(effects)
    if not count:
        return MultiReader(None, 0, (), None, None, (), note="No reader has a case in both arms.")
    mean = float(effects.mean())
    own = tuple(
        _of_reader(reader, float(effect), float(variance), int(number))
        for reader, effect, variance, number in zip(
            readers, effects, np.diagonal(covariances), cases_of_reader, strict=True
        )
    )
    fixed_readers = _t_test(
        Sampled.CASES,
        Method.FIXED_READERS,
        mean,
        float(covariances.sum()) / count**2 if cases > 1 else None,
        cases - 1,
    )
    if count == 1:
        return MultiReader(
            mean,
            cases,
            own,
            None,
            None,
            (fixed_readers,),
            note="One reader: the result is about this reader, and says nothing about others.",
        )
    spread, common = spread_and_covariance(effects, covariances)
    of_spread, of_common = float(spread), float(common)
    fixed_cases = _t_test(Sampled.READERS, Method.FIXED_CASES, mean, of_spread / count, count - 1)
    both: list[Test] = []
    if cases < 2:
        both.append(Test(Sampled.BOTH, Method.HILLIS, note=ONE_CASE))
    elif of_spread > NO_VARIANCE:
        if count < FEWEST_READERS_FOR_HILLIS:
            both.append(_generalized(mean, of_spread, of_common))
        df = (count - 1) * ((of_spread + of_common) / of_spread) ** 2
        variance = (of_spread + of_common) / count
        both.append(_t_test(Sampled.BOTH, Method.HILLIS, mean, variance, df))
    elif fixed_readers.p is None:
        same = _no_variance(Sampled.BOTH, mean)
        both.append(Test(Sampled.BOTH, Method.HILLIS, note=same))
    else:
        both.append(replace(fixed_readers, sampled=Sampled.BOTH, method=Method.EQUAL, note=EQUAL))
    note = TWO_READERS if count < FEWEST_READERS_FOR_HILLIS else ""
    tests = (*both, fixed_readers, fixed_cases)
    return MultiReader(mean, cases, own, sqrt(of_spread), of_common / count, tests, note=note)


def _of_reader(reader: str, effect: float, variance: float, cases: int) -> ReaderEffect:
    if cases < 2 or variance <= NO_VARIANCE:
        return ReaderEffect(reader, cases, effect)
    error = sqrt(variance)
    reach = _quantile(cases - 1, (1 + CONFIDENCE) / 2) * error
    p = float(2 * stats.t.sf(abs(effect) / error, cases - 1))
    return ReaderEffect(reader, cases, effect, (effect - reach, effect + reach), p)


def _quantile(df: float, probability: float) -> float:
    return float(stats.t.ppf(probability, df))


def _t_test(
    sampled: Sampled, method: Method, effect: float, variance: float | None, df: float
) -> Test:
    """`variance` None: there is one case."""
    if variance is None:
        return Test(sampled, method, note=ONE_CASE)
    if variance <= NO_VARIANCE:
        return Test(sampled, method, note=_no_variance(sampled, effect))
    error = sqrt(variance)
    reach = _quantile(df, (1 + CONFIDENCE) / 2) * error
    p = float(2 * stats.t.sf(abs(effect) / error, df))
    return Test(sampled, method, error, df, p, (effect - reach, effect + reach))


def _no_variance(sampled: Sampled, effect: float) -> str:
    if effect == 0:
        return f"All {sampled} show no difference, so there is nothing to test."
    return (
        f"All {sampled} show the same difference, {effect:+.4g}; without spread there is no test."
    )


def _generalized(effect: float, spread: float, common: float) -> Test:
    error = sqrt((spread + common) / 2)
    of_spread, of_common = np.array(spread), np.array(common)

    def excess(reach: float) -> float:
        return float(generalized_p(np.array(reach), of_spread, of_common)) - (1 - CONFIDENCE)

    reach = float(optimize.brentq(excess, 0.0, FAR_IN_ERRORS * error, xtol=1e-12))
    p = float(generalized_p(np.array(effect), of_spread, of_common))
    return Test(Sampled.BOTH, Method.GENERALIZED, error, None, p, (effect - reach, effect + reach))


def jackknife_covariances(without: Floats) -> Floats:
    """Covariances of readers' figures (readers, readers) over cases, of each reader's figure with
    one case left out (readers, cases). (B. Efron, The Jackknife (1982), chapter 3)"""
    cases = without.shape[1]
    centred = without - without.mean(axis=1, keepdims=True)
    return centred @ centred.T * ((cases - 1) / cases)


def one_sided_p(of: MultiReader, test: Test, null: float) -> float | None:
    """P of an effect above `null`, of one of the tests of `of`; None where there is no test."""
    if test.error is None or of.effect is None:
        return None
    distance = of.effect - null
    if test.method is Method.GENERALIZED and of.reader_sd and of.covariance is not None:
        spread, common = np.array(of.reader_sd**2), np.array(of.covariance * len(of.of_readers))
        half = float(generalized_p(np.array(distance), spread, common)) / 2
    else:
        ratio = abs(distance) / test.error
        half = float(stats.t.sf(ratio, test.df))
    return half if distance > 0 else 1 - half
