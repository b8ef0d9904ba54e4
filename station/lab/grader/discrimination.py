"""How well a score distinguishes two kinds of cases: ROC, AUC, sensitivity, specificity, intervals.

Intervals are of a bootstrap over patients: they are drawn with replacement, each with all their
rows, from either kind as many as there are (stratified), so that no resample lacks one. They say
how far the figure may be off because these patients were tried and not others; they say nothing
about another training, another scanner or real patients. Two scores of the same cases are compared
within the same draws.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import nan, sqrt
from typing import Any

import numpy as np
from numpy.typing import NDArray

from station.reading.agreement import Estimate, clopper_pearson
from station.reading.bootstrap import (
    RESAMPLES,
    SEED,
    TAILS,
    Bootstrap,
    Interval,
    draw_cases,
    natural,
)

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]
Curve = tuple[Floats, Floats]
"""(share of the negative called positive, share of the positive called positive), from (0, 0) to
(1, 1), both ascending"""

NO_WIDTH = 1e-12
ONE_KIND = "There are no two kinds of cases to tell apart."
NOTHING = "There is no case."
ALL_ALIKE = "All cases came out alike: the interval is the exact binomial one (Clopper-Pearson)."
NO_SPREAD = (
    "Where all resamples give the same AUC, a bootstrap gives no width; that says how these cases "
    "are, not how sure the figure is."
)


@dataclass(frozen=True, eq=False)
class Sample:
    """Cases of two kinds and their score, (n,) each."""

    patients: tuple[str, ...]
    positive: Bools
    score: Floats
    """The higher, the rather positive"""

    def __post_init__(self) -> None:
        if not len(self.patients) == len(self.positive) == len(self.score):
            raise ValueError("a patient, a kind and a score belong to each case")
        if not np.isfinite(self.score).all():
            raise ValueError("a score is a finite number")

    @property
    def both(self) -> bool:
        """Whether there are cases of both kinds."""
        return bool(self.positive.any()) and not bool(self.positive.all())


@dataclass(frozen=True)
class Matrix:
    """Which cases were called what."""

    found: int
    """Positive, called positive"""
    missed: int
    alarmed: int
    """Negative, called positive"""
    passed: int

    @property
    def positives(self) -> int:
        return self.found + self.missed

    @property
    def negatives(self) -> int:
        return self.alarmed + self.passed

    def __add__(self, other: "Matrix") -> "Matrix":
        return Matrix(
            self.found + other.found,
            self.missed + other.missed,
            self.alarmed + other.alarmed,
            self.passed + other.passed,
        )


@dataclass(frozen=True)
class Rates:
    """How well the cases were called."""

    matrix: Matrix
    sensitivity: Estimate
    specificity: Estimate
    accuracy: Estimate


# --- draws --------------------------------------------------------------------------------------


def draw_of_both(
    kinds: Mapping[str, bool], resamples: int = RESAMPLES, seed: int = SEED
) -> Bootstrap:
    """Patients drawn within their kind; `kinds` says of each patient whether they are positive.

    Raises StationError where `resamples` or `seed` is out of range.
    """
    parts = [
        draw_cases((patient for patient, own in kinds.items() if own is kind), resamples, seed + 1)
        for seed, kind in ((seed, True), (seed + 1, False))
    ]
    names = [patient for of_kind in parts for patient in of_kind.cases]
    draws = np.concatenate([of_kind.draws for of_kind in parts], axis=1)
    order = sorted(range(len(names)), key=lambda row: natural(names[row]))
    return Bootstrap(tuple(names[row] for row in order), draws[:, order], seed)


def draw_of(sample: Sample, resamples: int = RESAMPLES, seed: int = SEED) -> Bootstrap:
    """`draw_of_both` of a sample's patients. Raises ValueError where one is of both kinds."""
    kinds: dict[str, bool] = {}
    for patient, positive in zip(sample.patients, sample.positive.tolist(), strict=True):
        if kinds.setdefault(patient, positive) is not positive:
            raise ValueError(f"{patient} is of both kinds")
    return draw_of_both(kinds, resamples, seed)


# --- AUC ----------------------------------------------------------------------------------------


def auc_of(sample: Sample) -> float:
    """The share of pairs, one positive and one negative, in which the positive has the higher
    score; equal scores count half (D. Bamber, J. Math. Psychol. 12 (1975) 387). NaN without pairs.
    """
    return float(_in_order(sample).mean()) if sample.both else nan


def auc(sample: Sample, bootstrap: Bootstrap | None = None) -> Estimate:
    """The AUC; `ci_analytic` is that of E. R. DeLong et al., Biometrics 44 (1988) 837.

    `bootstrap` where figures are to be compared within the same draws.
    """
    if not sample.both:
        return Estimate(None, n=len(sample.patients), note=ONE_KIND)
    bootstrap = bootstrap or draw_of(sample)
    value = auc_of(sample)
    ci, note = bootstrap.interval(auc_draws(sample, bootstrap), len(set(sample.patients)))
    if ci is not None and ci[1] - ci[0] < NO_WIDTH:
        ci, note = None, NO_SPREAD
    return Estimate(value, ci, _delong(sample), len(sample.patients), note)


def auc_draws(sample: Sample, bootstrap: Bootstrap) -> Floats:
    """The AUC of each resample, (resamples,); NaN where it lacks a kind."""
    of_rows = bootstrap.weights(sample.patients)
    positive, negative = of_rows[:, sample.positive], of_rows[:, ~sample.positive]
    pairs = positive.sum(axis=1) * negative.sum(axis=1)
    won = ((positive @ _in_order(sample)) * negative).sum(axis=1)
    return np.divide(won, pairs, out=np.full(len(pairs), nan), where=pairs > 0)


def auc_gain(sample: Sample, other: Sample) -> Estimate:
    """AUC of one score less that of another, of the same cases in the same order.

    Raises ValueError where they are of other cases.
    """
    if sample.patients != other.patients or not np.array_equal(sample.positive, other.positive):
        raise ValueError("two scores are compared of the same cases in the same order")
    if not sample.both:
        return Estimate(None, n=len(sample.patients), note=ONE_KIND)
    bootstrap = draw_of(sample)
    drawn = auc_draws(sample, bootstrap) - auc_draws(other, bootstrap)
    ci, note = bootstrap.interval(drawn, len(set(sample.patients)))
    return Estimate(auc_of(sample) - auc_of(other), ci, None, len(sample.patients), note)


def _in_order(sample: Sample) -> Floats:
    """Of each pair 1, ½ or 0, (positive, negative)."""
    apart = sample.score[sample.positive][:, None] - sample.score[~sample.positive][None]
    return (np.sign(apart) + 1) / 2


def _delong(sample: Sample) -> Interval | None:
    """AUC ± 1.96 standard errors within 0 to 1; None for fewer than two of a kind, or no error."""
    from scipy import stats as untyped_stats

    stats: Any = untyped_stats
    order = _in_order(sample)
    if min(order.shape) < 2:
        return None
    variance = sum(
        float(order.mean(axis=axis).var(ddof=1)) / order.shape[1 - axis] for axis in (0, 1)
    )
    if variance < NO_WIDTH:
        return None
    value, reach = float(order.mean()), float(stats.norm.ppf(TAILS[1])) * sqrt(variance)
    return max(value - reach, 0.0), min(value + reach, 1.0)


def roc(sample: Sample) -> Curve:
    """The ROC curve: a point for each score at which something changes. Raises ValueError without
    both kinds."""
    if not sample.both:
        raise ValueError(ONE_KIND)
    levels = np.unique(sample.score)[::-1]
    called = sample.score[None] >= levels[:, None]
    shares = [
        np.concatenate([[0.0], called[:, of_kind].mean(axis=1)])
        for of_kind in (~sample.positive, sample.positive)
    ]
    return shares[0], shares[1]


def mean_roc(curves: Sequence[Curve], points: int = 101) -> Curve:
    """The mean of curves at each share of false alarms: of the highest points they reach there.

    (T. Fawcett, Pattern Recognit. Lett. 27 (2006) 861, vertical averaging)
    """
    at = np.linspace(0, 1, points)
    heights = np.empty((len(curves), points))
    for height, (x, y) in zip(heights, curves, strict=True):
        last = np.searchsorted(x, at, side="right") - 1
        # Between two points of a curve it runs straight; of an upright step its top counts.
        height[:] = np.where(x[last] == at, y[last], np.interp(at, x, y))
    return np.insert(at, 0, 0.0), np.insert(heights.mean(axis=0), 0, 0.0)


# --- calling ------------------------------------------------------------------------------------


def rates(sample: Sample, called: Bools, bootstrap: Bootstrap | None = None) -> Rates:
    """The rates if the `called` (n,) cases are called positive."""
    positive = sample.positive
    matrix = Matrix(
        int(np.count_nonzero(positive & called)),
        int(np.count_nonzero(positive & ~called)),
        int(np.count_nonzero(~positive & called)),
        int(np.count_nonzero(~positive & ~called)),
    )
    bootstrap = bootstrap or draw_of(sample)
    right = called == positive

    def of(which: Bools) -> Estimate:
        patients = tuple(
            patient
            for patient, chosen in zip(sample.patients, which.tolist(), strict=True)
            if chosen
        )
        return share(right[which], patients, bootstrap)

    return Rates(matrix, of(positive), of(~positive), of(np.ones_like(positive)))


def share(hit: Bools, patients: Sequence[str], bootstrap: Bootstrap) -> Estimate:
    """The share of rows that hit; `ci_analytic` is the exact binomial interval."""
    if not len(hit):
        return Estimate(None, note=NOTHING)
    exact = clopper_pearson(int(hit.sum()), len(hit))
    ci, note = bootstrap.interval(share_draws(hit, patients, bootstrap), len(set(patients)))
    if ci is not None and ci[1] - ci[0] < NO_WIDTH:
        ci, note = exact, ALL_ALIKE
    return Estimate(float(hit.mean()), ci, exact, len(hit), note)


def share_draws(hit: Bools, patients: Sequence[str], bootstrap: Bootstrap) -> Floats:
    """The share of each resample, (resamples,); NaN where it has none of the rows."""
    rows = np.array([bootstrap.row_of[patient] for patient in patients], np.int64)
    return bootstrap.means(hit, rows)
