"""The trivial rival of the grader: regression on how noisy the liver is and how much was counted.

A network no better than this is not worth its weights. It is fitted on the grader's
training cases and tried on the same held-out ones.
"""

import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from station.errors import StationError
from station.pet.image_quality import LOWEST_GOOD
from station.pet.voi import Sphere, measure
from station.quality.cases import Case

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]

LIVER_SPHERE_ML = 3.0
"""The sphere that the statistics control puts in the liver"""
FEWEST_CASES = 30
MOST_STEPS = 200


class Features(NamedTuple):
    """All that the rival knows of a case."""

    liver_cov: float
    """Standard deviation over mean in a 3 mL sphere in the middle of the liver; NaN where the image
    does not reach there"""
    events: int
    """Counted in the whole scan"""


def liver_cov(case: Case) -> float:
    """Coefficient of variation of SUV in LIVER_SPHERE_ML at the liver's middle; NaN out of view."""
    return measure(case.image, Sphere(case.facts.liver_mm, LIVER_SPHERE_ML)).cov


def features_of(case: Case) -> Features:
    return Features(liver_cov(case), case.facts.events)


@dataclass(frozen=True, eq=False)
class Rival:
    """Two regressions on standardised liver CoV and logarithm of the counts."""

    cases: int
    """That it was fitted on"""
    mean: Floats
    """(2,) of the features"""
    sd: Floats
    logistic: Floats
    """(3,): intercept and slopes of the log odds of Good"""
    ordinal: Any
    """statsmodels' fitted proportional-odds model"""
    levels: Integers
    """Grades that the training cases have, ascending"""

    def probability_good(self, features: Sequence[Features]) -> Floats:
        """(cases,)"""
        odds = self._standardised(features) @ self.logistic[1:] + self.logistic[0]
        return 1 / (1 + np.exp(-odds))

    def grades(self, features: Sequence[Features]) -> Integers:
        """(cases,): the whole number next to the expected grade."""
        of_level: Floats = np.asarray(self.ordinal.predict(self._standardised(features)))
        return np.rint(of_level @ self.levels).astype(np.int64)

    def _standardised(self, features: Sequence[Features]) -> Floats:
        return (_table(features) - self.mean) / self.sd


def fit_rival(features: Sequence[Features], labels: Sequence[int]) -> Rival:
    """Fitted on training cases; `labels` are their grades 1 to 5.

    Cases without a liver CoV are left out. Raises StationError where there are too few, all of one
    kind, or no fit is found.
    """
    from statsmodels.discrete import discrete_model as untyped_logit
    from statsmodels.miscmodels import ordinal_model as untyped_ordinal
    from statsmodels.tools.sm_exceptions import ModelWarning

    logit: Any = untyped_logit
    ordinal: Any = untyped_ordinal
    table, grades = _table(features), np.asarray(labels, np.int64)
    measured = np.isfinite(table).all(axis=1)
    table, grades = table[measured], grades[measured]
    good = grades >= LOWEST_GOOD
    if len(grades) < FEWEST_CASES or good.all() or not good.any():
        raise StationError(
            f"The rival needs at least {FEWEST_CASES} training cases with a liver, Good ones and "
            f"Poor ones; there are {len(grades)}, of which {int(good.sum())} are Good. Give the "
            "folder of the grader's training cases."
        )
    if (np.ptp(table, axis=0) == 0).any():
        raise StationError(
            "The rival cannot be fitted: all training cases have the same liver CoV, or the same "
            "counts. Give the folder of the grader's training cases."
        )
    mean, sd = table.mean(axis=0), table.std(axis=0)
    standardised = (table - mean) / sd
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", RuntimeWarning)  # of steps that are taken back
            warnings.simplefilter("error", ModelWarning)  # separated, or not converged
            ones = np.column_stack([np.ones(len(grades)), standardised])
            of_good = logit.Logit(good.astype(float), ones).fit(disp=False, maxiter=MOST_STEPS)
            of_grades = ordinal.OrderedModel(grades, standardised, distr="logit").fit(
                method="bfgs", disp=False, maxiter=MOST_STEPS
            )
    except (ModelWarning, np.linalg.LinAlgError) as error:
        raise StationError(
            f"The rival cannot be fitted on {len(grades)} training cases: {error}. Give more."
        ) from error
    return Rival(len(grades), mean, sd, np.asarray(of_good.params), of_grades, np.unique(grades))


def _table(features: Sequence[Features]) -> Floats:
    """(cases, 2): liver CoV, logarithm of the counts; NaN where there is none."""
    table = np.array([(case.liver_cov, float(case.events)) for case in features], np.float64)
    table = table.reshape(-1, 2)
    counted = table[:, 1] > 0
    table[:, 1] = np.log(table[:, 1], out=np.full(len(table), np.nan), where=counted)
    return table
