"""From the quantities of an image to its grade: a monotone ordinal regression.

Every quantity can only lower the grade in the direction in which it is worse: that holds on every
scanner, whatever the training images were. What is worse adds up within a subject (noise, motion
...), and the worst subject counts most, as a reader judges. The cumulative odds of the grades are
proportional (P. McCullagh, J. R. Stat. Soc. B 42 (1980) 109).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from station.quality.measures.quantity import Quantity

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]

BEYOND = 2.0
"""A quantity counts as at most this many times as bad as the worst step of its kind in training"""


@dataclass(frozen=True, eq=False)
class Ramps:
    """Each quantity as a few ramps from 0 to 1 over the range in which it gets worse."""

    quantity: Integers
    """(ramps,): which quantity"""
    start: Floats
    """(ramps,): its scaled value at which the ramp begins,"""
    end: Floats
    """and at which it has risen to 1; below `start` where lower values are worse"""
    highest: Floats
    """(ramps,): 1, or BEYOND for the last ramp of a quantity"""
    usual: Floats
    """(ramps,): its mean in Good images, which stands in for what was not measured"""

    def of(self, scaled: Floats) -> Floats:
        """(images, ramps), of the scaled quantities (images, quantities); NaN: not measured."""
        values = scaled[:, self.quantity]
        with np.errstate(invalid="ignore"):
            risen = np.clip((values - self.start) / (self.end - self.start), 0, self.highest)
        return np.where(np.isfinite(values), risen, self.usual)


@dataclass(frozen=True, eq=False)
class Regression:
    """A fitted regression."""

    quantities: tuple[Quantity, ...]
    ramps: Ramps
    weights: Floats
    """(ramps,), none below 0: damage of a ramp at 1"""
    softness: float
    """Damages of subjects that differ by less than this add up; by more, the worst one counts"""
    cuts: Floats
    """(4,), falling: the log odds that the grade is above 1, 2, 3, 4 without any damage"""

    @property
    def subjects(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(str(quantity.subject) for quantity in self.quantities))

    @property
    def subject_of(self) -> Integers:
        """(ramps,): which subject"""
        order = self.subjects
        of = np.array([order.index(str(quantity.subject)) for quantity in self.quantities])
        return of[self.ramps.quantity]

    def scaled(self, values: Sequence[Mapping[Quantity, float]]) -> Floats:
        """(images, quantities)"""
        return np.array(
            [[quantity.scaled(row[quantity]) for quantity in self.quantities] for row in values]
        )

    def damages(self, risen: Floats) -> Floats:
        """Damage by each subject, (images, subjects), of the ramps (images, ramps)."""
        return by_subject(risen * self.weights, self.subject_of, len(self.subjects))

    def damage(self, risen: Floats) -> Floats:
        """(images,), in log odds"""
        return worst(self.damages(risen), self.softness)

    def above(self, risen: Floats) -> Floats:
        """Log odds that the grade is above 1, 2, 3, 4, (images, 4)."""
        return self.cuts[None] - self.damage(risen)[:, None]


@dataclass(frozen=True, eq=False)
class Namer:
    """Names what went wrong: a monotone logistic regression for each cause."""

    causes: tuple[str, ...]
    intercepts: Floats
    """(causes,)"""
    weights: Floats
    """(causes, ramps), none below 0"""

    def probabilities(self, risen: Floats) -> Floats:
        """That each cause can be seen, (images, causes), of the ramps (images, ramps)."""
        return 1 / (1 + np.exp(-(self.intercepts + risen @ self.weights.T)))


def by_subject(damages: Floats, subject: Integers, count: int) -> Floats:
    """Sums over ramps (images, ramps): (images, count)."""
    return damages @ (subject[:, None] == np.arange(count)[None]).astype(np.float64)


def worst(damages: Floats, softness: float) -> Floats:
    """A smooth maximum of (images, subjects), 0 where none has any; inf: their sum."""
    if np.isinf(softness):
        return damages.sum(axis=1)
    highest = damages.max(axis=1, keepdims=True)
    nothing = np.exp(-highest / softness)
    parts = np.exp((damages - highest) / softness) - nothing
    return highest[:, 0] + softness * np.log(nothing[:, 0] + parts.sum(axis=1))
