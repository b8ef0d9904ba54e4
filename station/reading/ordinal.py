"""Visual grading regression: a cumulative logit model of ordinal scores, readers and cases random.

O. Smedby and M. Fredrikson, Br. J. Radiol. 83 (2010) 767. The scores are not taken for equidistant:
the odds of a score above k in DL are those in the conventional image times one ratio, the same for
every k (P. McCullagh, J. R. Stat. Soc. B 42 (1980) 109). Cases, readers and each reader in each arm
have normal effects on the logit; the likelihood is integrated over them by Laplace's approximation,
as `clmm` of the R package ordinal does.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, isfinite, sqrt
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy import optimize as untyped_optimize
from scipy import stats as untyped_stats
from scipy.special import expit as untyped_expit

from station.reading.bootstrap import TAILS, Interval

optimize: Any = untyped_optimize
stats: Any = untyped_stats
expit: Any = untyped_expit

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]

FEWEST_CASES = 3
"""Fewer cannot tell a case's effect from the scores"""
LARGEST_LOG_ODDS = 12.0
"""Beyond it the ratio grows without end: the arms share no score"""
MOST_STEPS, SMALL_STEP = 60, 1e-11
"""Of Newton's method for the random effects"""
DERIVATIVE_STEP = 1e-3
"""Of second differences of the log-likelihood, in logits; their error is about its square"""
GRADIENT_STEP = 1e-5
"""Of its first differences"""
SMALL_GRADIENT, LARGE_GRADIENT = 2e-3, 0.05
"""Of the log-likelihood, per logit: at its maximum, and what is not one"""


class Observations(NamedTuple):
    """Scores, one a row."""

    scores: Integers
    dl: NDArray[np.bool_]
    cases: Integers
    """From 0 without gaps"""
    readers: Integers
    """From 0 without gaps"""


@dataclass(frozen=True)
class OrdinalModel:
    """None: the model cannot be fitted, and `note` says why."""

    log_odds: float | None
    """Of a higher score in DL than in the conventional image"""
    error: float | None = None
    """Standard error of `log_odds`"""
    ci: Interval | None = None
    """95 %, of `log_odds`, normal"""
    p: float | None = None
    case_sd: float | None = None
    """Of the effects on the logit"""
    reader_sd: float | None = None
    """None of one reader, like `reader_arm_sd`"""
    reader_arm_sd: float | None = None
    log_likelihood: float | None = None
    note: str = ""

    @property
    def odds_ratio(self) -> float | None:
        return None if self.log_odds is None else exp(self.log_odds)

    @property
    def odds_ratio_ci(self) -> Interval | None:
        return None if self.ci is None else (exp(self.ci[0]), exp(self.ci[1]))


ONE_SCORE = "Every score is the same; there is nothing to model."
APART = "The scores of the two arms overlap too little for a finite odds ratio."
FEW = f"Fewer than {FEWEST_CASES} cases are too few for the ordinal model."
ONE_ARM = "There are scores in one arm only."
NO_MAXIMUM = "The likelihood of the ordinal model has no clear maximum in these scores."


def fit(observations: Observations) -> OrdinalModel:
    """The model of all readings, of one or of both arms."""
    scores, dl, cases, readers = observations
    if len(np.unique(cases)) < FEWEST_CASES:
        return OrdinalModel(None, note=FEW)
    levels, categories = np.unique(scores, return_inverse=True)
    if len(levels) < 2:
        return OrdinalModel(None, note=ONE_SCORE)
    if dl.all() or not dl.any():
        return OrdinalModel(None, note=ONE_ARM)
    lower, upper = sorted((scores[dl], scores[~dl]), key=lambda part: float(part.mean()))
    if lower.max() <= upper.min():
        return OrdinalModel(None, note=APART)
    likelihood = _Likelihood(categories, dl, cases, readers, len(levels))
    best = _maximum(likelihood)
    if best is None:
        return OrdinalModel(None, note=NO_MAXIMUM)
    place, value = best
    log_odds = float(place[likelihood.arm])
    if abs(log_odds) > LARGEST_LOG_ODDS:
        return OrdinalModel(None, note=APART)
    error = _error(likelihood, place)
    if error is None:
        return OrdinalModel(None, note=NO_MAXIMUM)
    reach = float(stats.norm.ppf(TAILS[1])) * error
    sds = [abs(float(sd)) for sd in place[likelihood.arm + 1 :]]
    return OrdinalModel(
        log_odds,
        error,
        (log_odds - reach, log_odds + reach),
        float(2 * stats.norm.sf(abs(log_odds) / error)),
        *sds,
        *[None] * (3 - len(sds)),
        log_likelihood=-value,
    )


class _Likelihood:
    """Minus the log-likelihood of thresholds, log odds and standard deviations of the effects.

    The first threshold, the logarithms of the steps to the next ones, the log odds at `arm`, and
    the standard deviations; the sign of these does not matter.
    """

    def __init__(
        self,
        categories: Integers,
        dl: NDArray[np.bool_],
        cases: Integers,
        readers: Integers,
        levels: int,
    ) -> None:
        self.arm = levels - 1
        self._dl = dl.astype(np.float64)
        self._categories, self._cases = categories, cases
        self._case_count = int(cases.max()) + 1
        count = int(readers.max()) + 1
        # The effects other than the cases', by their place, which of the deviations each has.
        self._others: list[Integers] = []
        self._deviation_of = np.zeros(0, np.int64)
        if count > 1:
            self._others = [readers, count + 2 * readers + dl]
            self._deviation_of = np.repeat([0, 1], [count, 2 * count])
        self._effects = np.zeros(self._case_count + len(self._deviation_of))
        self.parameters = levels + 1 + len(self._others)

    def start(self) -> Floats:
        shares = np.bincount(self._categories)[:-1].cumsum() / len(self._categories)
        thresholds = np.log(shares / (1 - shares))
        return np.concatenate(
            [
                thresholds[:1],
                np.log(np.diff(thresholds)),
                [0.0],
                np.full(self.parameters - self.arm - 1, 0.5),
            ]
        )

    def __call__(self, parameters: Floats) -> float:
        thresholds = np.cumsum([parameters[0], *np.exp(parameters[1 : self.arm])])
        edges = np.concatenate([[-np.inf], thresholds, [np.inf]])
        fixed = parameters[self.arm] * self._dl
        upper, lower = edges[self._categories + 1] - fixed, edges[self._categories] - fixed
        case_sd, *others = parameters[self.arm + 1 :]
        sds = np.array(others)[self._deviation_of] if others else np.zeros(0)
        effects = self._effects
        value, gradient, hessian = self._at(effects, upper, lower, case_sd, sds)
        for _ in range(MOST_STEPS):
            step = hessian.solve(gradient)
            size = 1.0
            while True:
                tried = effects - size * step
                found = self._at(tried, upper, lower, case_sd, sds)
                if found[0] <= value + 1e-12 or size < 1e-4:
                    break
                size /= 2
            effects, (value, gradient, hessian) = tried, found
            if float(np.abs(size * step).max()) < SMALL_STEP:
                break
        self._effects = effects
        return value + hessian.half_log_determinant()

    def _at(
        self, effects: Floats, upper: Floats, lower: Floats, case_sd: float, sds: Floats
    ) -> tuple[float, Floats, "_Hessian"]:
        """Minus the joint log-likelihood of scores and effects, its gradient and Hessian."""
        of_cases, of_others = effects[: self._case_count], effects[self._case_count :]
        shift = case_sd * of_cases[self._cases]
        for place in self._others:
            shift = shift + (sds * of_others)[place]
        above, below = expit(upper - shift), expit(lower - shift)
        # The difference of two logistics without loss where both are near 1.
        upper_end = np.asarray(expit(shift - lower) - expit(shift - upper), np.float64)
        chance: Floats = np.where(lower - shift > 0, upper_end, above - below)
        value = -float(np.log(np.maximum(chance, 1e-300)).sum()) + 0.5 * float(effects @ effects)
        slope = above + below - 1
        weight = above * (1 - above) + below * (1 - below)
        count, small = self._case_count, len(sds)
        gradient = effects.copy()
        gradient[:count] -= case_sd * np.bincount(self._cases, slope, count)
        diagonal = 1 + case_sd**2 * np.bincount(self._cases, weight, count)
        border, corner = np.zeros((count, small)), np.eye(small)
        for place in self._others:
            gradient[count:] -= sds * np.bincount(place, slope, small)
            cells = np.bincount(self._cases * small + place, weight, count * small)
            border += case_sd * sds * cells.reshape(count, small)
            for other in self._others:
                cells = np.bincount(place * small + other, weight, small * small)
                corner += np.outer(sds, sds) * cells.reshape(small, small)
        return value, gradient, _Hessian(np.asarray(diagonal, np.float64), border, corner)


class _Hessian(NamedTuple):
    """Of the effects: diagonal of the cases, border, and the block of readers."""

    diagonal: Floats
    border: Floats
    corner: Floats

    def _complement(self) -> Floats:
        return self.corner - self.border.T @ (self.border / self.diagonal[:, None])

    def solve(self, right: Floats) -> Floats:
        count = len(self.diagonal)
        first, second = right[:count] / self.diagonal, right[count:]
        if not len(second):
            return first
        rest = np.linalg.solve(self._complement(), second - self.border.T @ first)
        whole = np.concatenate([first - self.border @ rest / self.diagonal, rest])
        return np.asarray(whole, np.float64)

    def half_log_determinant(self) -> float:
        value = float(np.log(self.diagonal).sum())
        if len(self.corner):
            value += float(np.linalg.slogdet(self._complement())[1])
        return value / 2


def _maximum(likelihood: _Likelihood) -> tuple[Floats, float] | None:
    options = {"gtol": SMALL_GRADIENT, "eps": GRADIENT_STEP}
    found = optimize.minimize(likelihood, likelihood.start(), method="BFGS", options=options)
    if not isfinite(found.fun) or float(np.abs(found.jac).max()) > LARGE_GRADIENT:
        return None
    return found.x, float(found.fun)


def _error(likelihood: _Likelihood, place: Floats) -> float | None:
    """The standard error of the log odds, from the second differences at the maximum."""
    count = len(place)
    steps = DERIVATIVE_STEP * np.eye(count)
    information = np.zeros((count, count))
    here = likelihood(place)
    for row in range(count):
        information[row, row] = (
            likelihood(place + steps[row]) - 2 * here + likelihood(place - steps[row])
        ) / DERIVATIVE_STEP**2
        for column in range(row):
            both, apart = steps[row] + steps[column], steps[row] - steps[column]
            mixed = (
                likelihood(place + both)
                - likelihood(place + apart)
                - likelihood(place - apart)
                + likelihood(place - both)
            ) / (4 * DERIVATIVE_STEP**2)
            information[row, column] = information[column, row] = mixed
    # A standard deviation at 0 is on the edge of what it can be, and carries no error of its own.
    free = [row for row in range(count) if information[row, row] > SMALL_GRADIENT]
    if likelihood.arm not in free:
        return None
    covariance = np.linalg.pinv(information[np.ix_(free, free)])
    variance = float(covariance[free.index(likelihood.arm), free.index(likelihood.arm)])
    return sqrt(variance) if variance > 0 else None


def observations(rows: Sequence[tuple[int, bool, str, str]]) -> Observations:
    """Of (score, whether in DL, case, reader)."""
    places = [
        {name: place for place, name in enumerate(sorted({row[column] for row in rows}))}
        for column in (2, 3)
    ]
    return Observations(
        np.array([row[0] for row in rows], np.int64),
        np.array([row[1] for row in rows], np.bool_),
        np.array([places[0][row[2]] for row in rows], np.int64),
        np.array([places[1][row[3]] for row in rows], np.int64),
    )
