"""Agreement between readers: Fleiss', Cohen's and weighted kappa, Gwet's AC1, with intervals.

Each figure has two intervals: from a cluster bootstrap over cases, and the analytic one of its
author, which assumes independent items. Items of one case are not independent (its two images, its
criteria), so the first is the one to report.

- J. L. Fleiss, Psychol. Bull. 76 (1971) 378: many readers; chance from each category's share.
- J. Cohen, Educ. Psychol. Meas. 20 (1960) 37, and Psychol. Bull. 70 (1968) 213 for weights: two
  readers; standard errors of J. L. Fleiss, J. Cohen, B. S. Everitt, Psychol. Bull. 72 (1969) 323.
- K. L. Gwet, Br. J. Math. Stat. Psychol. 61 (2008) 29: AC1, which does not collapse when one
  category dominates, and the standard errors of AC1 and of Fleiss' kappa.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from math import sqrt
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import stats as untyped_stats
from statsmodels.stats import inter_rater as untyped_inter_rater
from statsmodels.stats import proportion as untyped_proportion

from station.reading.bootstrap import CONFIDENCE, TAILS, Bootstrap, Interval

stats: Any = untyped_stats
inter_rater: Any = untyped_inter_rater
proportion: Any = untyped_proportion

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]

NO_CHANCE = 1e-12
"""1 minus chance agreement; below this a kappa is 0/0"""


class Weights(StrEnum):
    """How strongly two different scores disagree."""

    NOMINAL = "nominal"
    """Fully (Cohen 1960)"""
    LINEAR = "linear"
    QUADRATIC = "quadratic"


@dataclass(frozen=True)
class Estimate:
    """A figure with its 95 % intervals; None if it does not exist, and then `note` says why."""

    value: float | None
    ci: Interval | None = None
    """Of the bootstrap over cases"""
    ci_analytic: Interval | None = None
    n: int = 0
    """Items"""
    note: str = ""


@dataclass(frozen=True, eq=False)
class Ratings:
    """Items that every reader scored."""

    scores: Integers
    """(items, readers), categories from 0"""
    cases: Integers
    """(items,), row of the item's case in the bootstrap"""
    categories: int
    grouped: bool = False
    """Whether different scores were taken together into one category"""

    @property
    def items(self) -> int:
        return self.scores.shape[0]

    @property
    def readers(self) -> int:
        return self.scores.shape[1]

    @property
    def counts(self) -> Integers:
        """How many readers chose each category, (items, categories)."""
        chosen = self.scores[:, :, None] == np.arange(self.categories)
        return chosen.sum(axis=1).astype(np.int64)

    def of_readers(self, first: int, second: int) -> "Ratings":
        return replace(self, scores=self.scores[:, [first, second]])


def agreement_share(ratings: Ratings) -> float | None:
    """The fraction of pairs of readers, over all items, that chose the same category."""
    if not ratings.items or ratings.readers < 2:
        return None
    return float(_pair_agreement(ratings.counts.astype(np.float64), ratings.readers).mean())


def clopper_pearson(hits: int, count: int) -> Interval:
    """The exact binomial interval of a share. (Biometrika 26 (1934) 404)"""
    low, high = proportion.proportion_confint(hits, count, alpha=1 - CONFIDENCE, method="beta")
    return float(low), float(high)


# --- many readers -------------------------------------------------------------------------------


def fleiss_kappa(ratings: Ratings, bootstrap: Bootstrap) -> Estimate:
    """Fleiss' kappa of all readers; its chance term is the squared share of each category."""

    def value(counts: Integers) -> float:
        return float(inter_rater.fleiss_kappa(counts, method="fleiss"))

    return _of_counts(ratings, bootstrap, value, _fleiss_chance, _fleiss_item_chance)


def gwet_ac1(ratings: Ratings, bootstrap: Bootstrap) -> Estimate:
    """Gwet's AC1 of all readers, over all categories of the scale, used or not."""

    def value(counts: Integers) -> float:
        shares = counts.sum(axis=0) / counts.sum()
        chance = float(_ac1_chance(shares[None])[0])
        agreed = _pair_agreement(counts.astype(np.float64), ratings.readers).mean()
        return (float(agreed) - chance) / (1 - chance)

    return _of_counts(ratings, bootstrap, value, _ac1_chance, _ac1_item_chance)


def _fleiss_chance(shares: Floats) -> Floats:
    """(…, categories) → (…)"""
    return (shares**2).sum(axis=-1)


def _fleiss_item_chance(counts: Floats, shares: Floats) -> Floats:
    return counts @ shares / counts.sum(axis=1)


def _ac1_chance(shares: Floats) -> Floats:
    return (shares * (1 - shares)).sum(axis=-1) / (shares.shape[-1] - 1)


def _ac1_item_chance(counts: Floats, shares: Floats) -> Floats:
    return counts @ (1 - shares) / counts.sum(axis=1) / (len(shares) - 1)


def _of_counts(
    ratings: Ratings,
    bootstrap: Bootstrap,
    value: Callable[[Integers], float],
    chance: Callable[[Floats], Floats],
    item_chance: Callable[[Floats, Floats], Floats],
) -> Estimate:
    refused = _refusal(ratings)
    if refused:
        return Estimate(None, n=ratings.items, note=refused)
    counts = ratings.counts.astype(np.float64)
    shares = counts.sum(axis=0) / counts.sum()
    if 1 - float(chance(shares)) < NO_CHANCE:
        note = ONE_GROUP if ratings.grouped else ONE_CATEGORY
        return Estimate(None, n=ratings.items, note=note)
    agreed = _pair_agreement(counts, ratings.readers)
    cases = len(bootstrap.cases)
    items = bootstrap.totals(np.bincount(ratings.cases, minlength=cases).astype(np.float64))
    with np.errstate(divide="ignore", invalid="ignore"):
        mean_agreed = bootstrap.totals(_by_case(agreed, ratings.cases, cases)) / items
        of_draws = bootstrap.totals(_by_case(counts, ratings.cases, cases))
        expected = chance(of_draws / (items * ratings.readers)[:, None])
        replicates = (mean_agreed - expected) / _left(expected)
    estimate = value(ratings.counts)
    ci, remark = bootstrap.interval(replicates, len(np.unique(ratings.cases)))
    analytic = _gwet_interval(estimate, agreed, float(chance(shares)), item_chance(counts, shares))
    full = "" if not bool((agreed == 1).all()) else FULL_GROUPED if ratings.grouped else FULL
    return Estimate(estimate, ci, analytic, ratings.items, _joined(full, remark))


def _gwet_interval(
    estimate: float, agreed: Floats, chance: float, item_chance: Floats
) -> Interval | None:
    """With t quantiles, as in K. L. Gwet, Handbook of Inter-Rater Reliability (2014), chapter 5.

    `agreed` and `item_chance` (items,).
    """
    items = len(agreed)
    if items < 2:
        return None
    of_item = (agreed - chance) / (1 - chance)
    of_item = of_item - 2 * (1 - estimate) * (item_chance - chance) / (1 - chance)
    error = sqrt(float(((of_item - estimate) ** 2).sum()) / (items * (items - 1)))
    reach = float(stats.t.ppf(TAILS[1], items - 1)) * error
    return _clipped(estimate - reach, estimate + reach)


def _pair_agreement(counts: Floats, readers: int) -> Floats:
    """The fraction of pairs of readers that agree on each item, (items,)."""
    return (counts * (counts - 1)).sum(axis=1) / (readers * (readers - 1))


# --- two readers --------------------------------------------------------------------------------


def cohen_kappa(
    ratings: Ratings, bootstrap: Bootstrap, weights: Weights = Weights.NOMINAL
) -> Estimate:
    """Cohen's kappa of two readers, plain or weighted. Raises ValueError for any other number."""
    if ratings.readers != 2:
        raise ValueError(f"Cohen's kappa is defined for two readers, not {ratings.readers}")
    refused = _refusal(ratings)
    if refused:
        return Estimate(None, n=ratings.items, note=refused)
    categories = ratings.categories
    which = ratings.scores[:, 0] * categories + ratings.scores[:, 1]
    cells = np.eye(categories * categories)[which]
    table = cells.sum(axis=0).reshape(categories, categories)
    distance = _distances(categories, weights)
    if float(_kappas(table[None], distance)[1][0]) < NO_CHANCE:
        return Estimate(None, n=ratings.items, note=ONE_CATEGORY)
    scheme = None if weights is Weights.NOMINAL else str(weights)
    with np.errstate(
        divide="ignore", invalid="ignore"
    ):  # from its test against 0, which is not used
        result = inter_rater.cohens_kappa(table, wt=scheme)
    kappa = float(result.kappa)
    reach = float(stats.norm.ppf(TAILS[1])) * sqrt(max(float(result.var_kappa), 0.0))
    cases = len(bootstrap.cases)
    tables = bootstrap.totals(_by_case(cells, ratings.cases, cases))
    replicates, _ = _kappas(tables.reshape(-1, categories, categories), distance)
    ci, remark = bootstrap.interval(replicates, len(np.unique(ratings.cases)))
    return Estimate(
        kappa,
        ci,
        _clipped(kappa - reach, kappa + reach),
        ratings.items,
        _joined(FULL if np.diagonal(table).sum() == table.sum() else "", remark),
    )


def _distances(categories: int, weights: Weights) -> Floats:
    """Weights from 0 on the diagonal to 1, (categories, categories)."""
    rows, columns = np.indices((categories, categories))
    apart = np.abs(rows - columns) / (categories - 1)
    if weights is Weights.NOMINAL:
        return (apart > 0).astype(np.float64)
    return apart if weights is Weights.LINEAR else apart**2


def _kappas(tables: Floats, distance: Floats) -> tuple[Floats, Floats]:
    """Kappa, and the disagreement expected by chance, of tables (n, categories, categories)."""
    total = tables.sum(axis=(1, 2))
    with np.errstate(divide="ignore", invalid="ignore"):
        shares = tables / total[:, None, None]
        by_chance = shares.sum(axis=2)[:, :, None] * shares.sum(axis=1)[:, None, :]
        expected = (distance * by_chance).sum(axis=(1, 2))
        return 1 - (distance * shares).sum(axis=(1, 2)) / _left(1 - expected), expected


# --- both ---------------------------------------------------------------------------------------

ONE_READER = "Agreement needs at least two readers."
NO_ITEMS = "No item was scored by every reader."
NO_ITEMS_OF_BOTH = "No item was scored by both readers."
ONE_CATEGORY = (
    "Every score is the same, so chance alone explains full agreement and kappa does not exist."
)
ONE_GROUP = (
    "Every score is in one group of grades, so chance alone explains full agreement of the groups "
    "and kappa does not exist."
)
FULL = (
    "The readers agree on every item, so an interval has no width; this describes the sample, "
    "not the precision of the figure."
)
FULL_GROUPED = (
    "The readers agree on the group of grades of every item, so an interval has no width; this "
    "describes the sample, not the precision of the figure."
)


def _joined(*sentences: str) -> str:
    return " ".join(sentence for sentence in sentences if sentence)


def _refusal(ratings: Ratings) -> str:
    if ratings.readers < 2:
        return ONE_READER
    if ratings.items:
        return ""
    return NO_ITEMS_OF_BOTH if ratings.readers == 2 else NO_ITEMS


def _left(expected: Floats) -> Floats:
    """1 minus chance agreement; NaN where that is 0."""
    left = 1 - expected
    return np.where(left < NO_CHANCE, np.nan, left)


def _by_case(values: Floats, case_of_item: Integers, cases: int) -> Floats:
    """Sums over the items of each case: (items, …) → (cases, …)."""
    sums = np.zeros((cases, *values.shape[1:]))
    np.add.at(sums, case_of_item, values)
    return sums


def _clipped(low: float, high: float) -> Interval:
    """Clipped to −1 to 1, the range of any agreement."""
    return max(low, -1.0), min(high, 1.0)
