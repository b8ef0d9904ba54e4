"""Whether a cheap rule on stored values tells the arms of a study apart: measured, not believed.

Two sets of numbers are taken from every prepared image. Those in `HIDDEN` are about the air, signs,
steps and the ends of the range: `station.pet.alike` takes the arms out of them, and a rule on them
must be no better than chance. Those in `PICTURE` are what the image shows inside the body, such as
its noise: a rule on them finds the arms, that cannot be hidden, and it is said how often.

The rule is the strongest that somebody with the copies alone can have: they see by the slices'
positions which two images are of one case, and guess by the differences of all numbers which is
which (Fisher's linear discriminant, shrunk). It learns from all cases but one and is asked about
that one. With ties as half, the share of right answers is the area under the ROC curve of pairs.
What chance gives is found by swapping the arms of cases at random: answers for different cases
share what they learned from, so they are no tosses of one coin.
"""

import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import comb
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage as untyped_ndimage

ndimage: Any = untyped_ndimage  # its own types are incomplete

MOST_VOXELS = 8_000_000
"""Of an image that are looked at: every second slice, or every third, where it has more"""

AIR_BELOW_SUV = 0.1
TISSUE_SUV = (0.8, 3.0)
SOFT_TISSUE_SUV = 0.5
LOW_BITS = 8
"""Remainders of stored values that are counted: the lowest three bits"""

SHRINKAGE = 0.5
"""Of the covariance towards its diagonal; there are as many numbers as cases"""
LEAST_MOMENT = 1e-3
"""Added where a number differs in the case that is left out only"""
DECIMALS = 9
"""Of an answer that is not 0 by rounding alone"""
FEWEST_CASES = 3
"""For a rule to be learned"""
FINDING_P = 0.01
"""A rule that is right so often by chance alone, or less, is a finding"""
INTERVAL = 0.95
SWAPS = 4999

HIDDEN = (
    "lowest value",
    "share of voxels below 0",
    "share of voxels at the lowest value",
    "second lowest value",
    "mean of the air",
    "variance of the air",
    "mean at the edge of the air",
    "variance at the edge of the air",
    "smallest step",
    "share of odd values",
    "unevenness of the lowest bits",
    "comb in the histogram",
    "largest value above the window",
)
PICTURE = (
    "largest value",
    "number of different values",
    "noise inside the body",
    "sharpness of the skin",
    "size when compressed",
)

Numbers = Mapping[str, float]


@dataclass(frozen=True)
class Guess:
    """How a rule did that was asked about cases it had not learned from."""

    right: float
    """Cases; one in which it could not decide counts a half"""
    cases: int
    chance: tuple[float, float]
    """The areas between which it is in 95 of 100 studies whose arms cannot be told apart"""
    p: float
    """How often it is right in so many cases, or more, in such studies"""

    @property
    def auc(self) -> float:
        return self.right / self.cases


@dataclass(frozen=True)
class SignCheck:
    """What rules on the stored values of a study's images can tell."""

    hidden: Guess
    """On the numbers that must not tell"""
    picture: Guess
    """On those that cannot be hidden"""
    best: str
    """The single number of `HIDDEN` that tells most"""
    best_right: float
    """Cases in which that number alone is larger, or smaller, in the same arm"""

    @property
    def finding(self) -> str | None:
        """What was found, to begin a sentence; None: nothing beats chance."""
        if self.hidden.p <= FINDING_P:
            return (
                f"a rule on air, signs, steps and range of the stored values tells the arms in "
                f"{self.hidden.right:g} of {self.hidden.cases} cases"
            )
        # Twice for the direction, and once for each of the numbers that could have been the best.
        if 2 * len(HIDDEN) * _at_least(self.best_right, self.hidden.cases) <= FINDING_P:
            return (
                f'the number "{self.best}" of the stored values tells the arms in '
                f"{self.best_right:g} of {self.hidden.cases} cases"
            )
        return None


def numbers(stored: NDArray[np.integer[Any]], slope: float, largest_shown_suv: float) -> Numbers:
    """Everything in `HIDDEN` and `PICTURE`, of stored values (slices, rows, columns).

    `slope`: SUV of a stored step; `largest_shown_suv`: the highest bound of a reader's window.
    """
    every = max(1, -(-stored.size // MOST_VOXELS))
    values = stored[::every]
    levels, counts = np.unique(values, return_counts=True)
    suv = values * np.float32(slope)
    lowest = values == levels[0]
    air = suv[(suv < AIR_BELOW_SUV) & ~lowest]
    edge = suv[_next_to(lowest)]
    inside = ~lowest
    filled = values[inside]
    bits = np.bincount(np.mod(filled, LOW_BITS), minlength=LOW_BITS)
    low, high = (int(bound / slope) for bound in TISSUE_SUV)
    tissue = np.bincount(filled[(filled >= low) & (filled < high)] - low, minlength=high - low)
    rough = suv - ndimage.uniform_filter(suv, (1, 3, 3))
    third = _next_to(_next_to(_next_to(lowest) | lowest) | lowest)
    return {
        "lowest value": float(levels[0]) * slope,
        "share of voxels below 0": float((values < 0).mean()),
        "share of voxels at the lowest value": float(counts[0]) / values.size,
        "second lowest value": float(levels[1]) * slope if len(levels) > 1 else 0.0,
        "mean of the air": _mean(air),
        "variance of the air": _variance(air),
        "mean at the edge of the air": _mean(edge),
        "variance at the edge of the air": _variance(edge),
        "smallest step": float(np.gcd.reduce(levels)) * slope,
        "share of odd values": _mean(np.mod(filled, 2)),
        "unevenness of the lowest bits": float(bits.std() / max(bits.mean(), 1) ** 0.5),
        "comb in the histogram": _comb(tissue),
        "largest value above the window": max(float(levels[-1]) * slope - largest_shown_suv, 0.0),
        "largest value": float(levels[-1]) * slope,
        "number of different values": float(len(levels)),
        "noise inside the body": float(rough[suv > SOFT_TISSUE_SUV].std())
        if (suv > SOFT_TISSUE_SUV).any()
        else 0.0,
        "sharpness of the skin": _mean(suv[third]),
        "size when compressed": len(zlib.compress(values[len(values) // 2].tobytes(), 1))
        / values[0].nbytes,
    }


def check_signs(pairs: Sequence[tuple[Numbers, Numbers]]) -> SignCheck | None:
    """What rules tell of the two images of every case, in the order of the arms.

    None where there are fewer cases than `FEWEST_CASES`.
    """
    if len(pairs) < FEWEST_CASES:
        return None
    singles = {name: _single([one[name] - other[name] for one, other in pairs]) for name in HIDDEN}
    best = max(singles, key=lambda name: singles[name])
    return SignCheck(_guess(pairs, HIDDEN), _guess(pairs, PICTURE), best, singles[best])


def _single(differences: Sequence[float]) -> float:
    """Cases in which one number is right, in the direction that suits it better."""
    right = sum(0.5 if d == 0 else float(d > 0) for d in differences)
    return max(right, len(differences) - right)


def _guess(pairs: Sequence[tuple[Numbers, Numbers]], names: Sequence[str]) -> Guess:
    different = np.array([[one[name] - other[name] for name in names] for one, other in pairs])
    cases = len(different)
    votes = _votes(different)
    swapped = np.random.default_rng(0).choice((-1.0, 1.0), (SWAPS, cases))
    by_chance = _right(votes, swapped)
    (right,) = _right(votes, np.ones((1, cases)))
    low, high = np.quantile(by_chance, ((1 - INTERVAL) / 2, (1 + INTERVAL) / 2)) / cases
    p = (1 + int((by_chance >= right).sum())) / (1 + SWAPS)
    return Guess(float(right), cases, (float(low), float(high)), p)


def _right(votes: NDArray[np.float64], signs: NDArray[np.float64]) -> NDArray[np.float64]:
    """In how many cases the rule is right, for each row of the cases' signs; -1: arms swapped."""
    answers = np.round(signs * (signs @ votes.T), DECIMALS)
    return ((answers > 0) + 0.5 * (answers == 0)).sum(axis=1)


def _votes(different: NDArray[np.float64]) -> NDArray[np.float64]:
    """What case j (column) says to the question about case i (row); nothing about itself.

    `different` (cases, numbers): between the arms. The discriminant of all cases but i is the
    inverse of their second moments, which do not depend on the arms' order, times their mean.
    """
    cases = len(different)
    votes = np.zeros((cases, cases))
    scale = np.sqrt((different**2).mean(axis=0))
    if not (scale > 0).any():
        return votes
    scaled = different[:, scale > 0] / scale[scale > 0]
    for case in range(cases):
        others = np.delete(scaled, case, axis=0)
        moments = others.T @ others / len(others)
        diagonal = np.diag(np.diag(moments) + LEAST_MOMENT)
        moments = (1 - SHRINKAGE) * moments + SHRINKAGE * diagonal
        votes[case] = scaled @ np.linalg.solve(moments, scaled[case])
        votes[case, case] = 0
    return votes


def _next_to(mask: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Voxels outside a mask that touch it in their slice."""
    near = np.zeros_like(mask)
    near[:, 1:] |= mask[:, :-1]
    near[:, :-1] |= mask[:, 1:]
    near[:, :, 1:] |= mask[:, :, :-1]
    near[:, :, :-1] |= mask[:, :, 1:]
    return near & ~mask


def _comb(counts: NDArray[np.intp]) -> float:
    """Unevenness of neighbouring counts, 1 if it is that of counting alone."""
    if len(counts) < 3 or not counts.sum():
        return 0.0
    second = counts[2:] - 2.0 * counts[1:-1] + counts[:-2]
    return float((second**2).sum() / (counts[2:] + 4.0 * counts[1:-1] + counts[:-2]).sum())


def _mean(values: NDArray[Any]) -> float:
    return float(values.mean()) if values.size else 0.0


def _variance(values: NDArray[Any]) -> float:
    return float(values.var()) if values.size else 0.0


def _at_least(right: float, cases: int) -> float:
    """The probability of so many right guesses or more by tossing a coin."""
    return sum(comb(cases, k) for k in range(int(right), cases + 1)) / 2**cases
