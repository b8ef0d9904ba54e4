"""How far scores can be relied on: intraclass correlations and Krippendorff's alpha.

- ICC(2,1) and ICC(2,k): readers a sample, absolute agreement, of one reader and of the mean of all
  (P. E. Shrout and J. L. Fleiss, Psychol. Bull. 86 (1979) 420), with the F interval of K. O. McGraw
  and S. P. Wong, Psychol. Methods 1 (1996) 30. They take the scores to be equidistant.
- Krippendorff's alpha with the ordinal metric, which leaves out no item that two readers scored
  (K. Krippendorff, Content Analysis, 2nd ed. (2004), chapter 11).

As in `agreement`, the first interval is of a bootstrap over cases.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import stats as untyped_stats

from station.reading.agreement import NO_ITEMS, ONE_READER, Estimate, Ratings
from station.reading.bootstrap import TAILS, Bootstrap, Interval

stats: Any = untyped_stats

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]

NO_SPREAD = 1e-12
ONE_ITEM = "One item is too few for an intraclass correlation."
ALL_ALIKE = "The items have no spread, so a correlation within them does not exist."
NO_PAIR = "No item was scored by two readers."
ONE_SCORE = "Every score is the same, so alpha does not exist."


def intraclass(ratings: Ratings, bootstrap: Bootstrap) -> tuple[Estimate, Estimate]:
    """ICC(2,1) and ICC(2,k) of items that every reader scored."""
    refused = ONE_READER if ratings.readers < 2 else NO_ITEMS if not ratings.items else ""
    refused = refused or (ONE_ITEM if ratings.items < 2 else "")
    if refused:
        nothing = Estimate(None, n=ratings.items, note=refused)
        return nothing, nothing
    scores = ratings.scores.astype(np.float64)
    means = scores.mean(axis=1)
    per_item = np.column_stack(
        [np.ones(len(means)), means, means**2, (scores**2).sum(axis=1), scores]
    )
    of_case = np.zeros((len(bootstrap.cases), per_item.shape[1]))
    np.add.at(of_case, ratings.cases, per_item)
    values = _correlations(per_item.sum(axis=0)[None], ratings.readers)
    if not np.isfinite(values).all():
        nothing = Estimate(None, n=ratings.items, note=ALL_ALIKE)
        return nothing, nothing
    replicates = _correlations(bootstrap.totals(of_case), ratings.readers)
    analytic = _f_interval(scores)
    present = len(np.unique(ratings.cases))
    found: list[Estimate] = []
    for column, readers in enumerate((1, ratings.readers)):
        ci, note = bootstrap.interval(replicates[:, column], present)
        ends = None if analytic is None else _of_mean(analytic, readers)
        found.append(Estimate(float(values[0, column]), ci, ends, ratings.items, note))
    return found[0], found[1]


def _correlations(sums: Floats, readers: int) -> Floats:
    """ICC(2,1) and ICC(2,k), (n, 2), of sums over items (n, 4 + readers): of 1, of the items'
    means, of their squares, of the squares of all scores, and each reader's scores."""
    with np.errstate(divide="ignore", invalid="ignore"):
        items, mean_sum, mean_squares, squares = sums[:, :4].T
        grand = mean_sum / items
        between_items = readers * (mean_squares - items * grand**2)
        of_readers = sums[:, 4:] / items[:, None]
        between_readers = items * ((of_readers - grand[:, None]) ** 2).sum(axis=1)
        total = squares - items * readers * grand**2
        left = np.maximum(total - between_items - between_readers, 0)
        ms_items = between_items / (items - 1)
        ms_readers = between_readers / (readers - 1)
        ms_left = left / ((items - 1) * (readers - 1))
        excess = readers * (ms_readers - ms_left) / items
        single = ms_items + (readers - 1) * ms_left + excess
        average = ms_items + excess / readers
        tops = ms_items - ms_left
        return np.column_stack(
            [np.where(below > NO_SPREAD, tops / below, np.nan) for below in (single, average)]
        )


def _f_interval(scores: Floats) -> Interval | None:
    """Of ICC(2,1) (McGraw and Wong 1996, table 7)."""
    items, readers = scores.shape
    grand = scores.mean()
    ms_items = readers * float(((scores.mean(axis=1) - grand) ** 2).sum()) / (items - 1)
    ms_readers = items * float(((scores.mean(axis=0) - grand) ** 2).sum()) / (readers - 1)
    rest = scores - scores.mean(axis=1)[:, None] - scores.mean(axis=0) + grand
    ms_left = float((rest**2).sum()) / ((items - 1) * (readers - 1))
    if ms_left < NO_SPREAD:
        return None
    single = (ms_items - ms_left) / (
        ms_items + (readers - 1) * ms_left + readers * (ms_readers - ms_left) / items
    )
    if single >= 1 - NO_SPREAD:
        return None
    a = readers * single / (items * (1 - single))
    b = 1 + readers * single * (items - 1) / (items * (1 - single))
    df = (a * ms_readers + b * ms_left) ** 2 / (
        (a * ms_readers) ** 2 / (readers - 1) + (b * ms_left) ** 2 / ((items - 1) * (readers - 1))
    )
    upper_f = float(stats.f.ppf(TAILS[1], items - 1, df))
    lower_f = float(stats.f.ppf(TAILS[1], df, items - 1))
    common = readers * ms_readers + (readers * items - readers - items) * ms_left
    low = items * (ms_items - upper_f * ms_left) / (upper_f * common + items * ms_items)
    high = items * (lower_f * ms_items - ms_left) / (common + items * lower_f * ms_items)
    return max(low, -1.0), min(high, 1.0)


def _of_mean(interval: Interval, readers: int) -> Interval | None:
    """The interval of the mean of so many readers (Spearman and Brown)."""
    ends = [
        readers * end / (1 + (readers - 1) * end) if 1 + (readers - 1) * end > NO_SPREAD else None
        for end in interval
    ]
    low, high = ends
    return None if low is None or high is None else (max(low, -1.0), high)


def krippendorff(counts: Integers, cases: Integers, bootstrap: Bootstrap) -> Estimate:
    """Alpha with the ordinal metric, of how many readers gave each score, (items, scores).

    `cases` (items,) are the rows of the items' cases. An item of one score says nothing.
    """
    raters = counts.sum(axis=1)
    kept = raters > 1
    given, cases, raters = counts[kept].astype(np.float64), cases[kept], raters[kept]
    items = len(given)
    if not items:
        return Estimate(None, note=NO_PAIR)
    scores = given.shape[1]
    pairs = given[:, :, None] * given[:, None, :] - given[:, :, None] * np.eye(scores)
    pairs = pairs / (raters - 1)[:, None, None]
    of_case = np.zeros((len(bootstrap.cases), scores, scores))
    np.add.at(of_case, cases, pairs)
    value = float(_alphas(pairs.sum(axis=0)[None])[0])
    if not np.isfinite(value):
        return Estimate(None, n=items, note=ONE_SCORE)
    ci, note = bootstrap.interval(_alphas(bootstrap.totals(of_case)), len(np.unique(cases)))
    return Estimate(value, ci, n=items, note=note)


def _alphas(coincidences: Floats) -> Floats:
    """Of coincidences (n, scores, scores); NaN where every score is the same."""
    given = coincidences.sum(axis=2)
    total = given.sum(axis=1)
    upto = given.cumsum(axis=1) - given / 2
    distance = (upto[:, :, None] - upto[:, None, :]) ** 2
    with np.errstate(divide="ignore", invalid="ignore"):
        observed = (coincidences * distance).sum(axis=(1, 2))
        expected = (given[:, :, None] * given[:, None, :] * distance).sum(axis=(1, 2))
        return np.where(expected > NO_SPREAD, 1 - (total - 1) * observed / expected, np.nan)
