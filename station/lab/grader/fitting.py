"""Fitting the grader's regression to graded images."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
from scipy import optimize as untyped_optimize

from station.lab.graded_cases import TOO_FEW_COUNTS
from station.lab.grader.rows import BLURRED
from station.quality.measures.quantity import Quantity, Subject, Worse
from station.quality.regression import BEYOND, Floats, Namer, Ramps, Regression, by_subject, worst
from station.simulate.degrade import Cause
from station.simulate.grading import BEST

optimize: Any = untyped_optimize  # its own types are incomplete

KNOTS = (0.25, 0.5, 0.75, 0.9, 0.97)
"""Fractions of the training images between whose values the ramps rise"""
KNOTS_OF_EITHER = (0.5, 0.75, 0.92, 0.98)
"""Of each of the two sides of a quantity that can be too high and too low"""
FEWEST_MEASURED = 30
OF_FEW, FEWEST_OTHERS = 0.4, 8
"""A quantity is of few images if no more than this share of them, but at least this many, have more
than its lowest value"""
SMALLEST_STEP = 1e-3
"""Ramps over less than this, in scaled values, are left out"""
MOST_STEPS = 2000


@dataclass(frozen=True)
class Penalties:
    """How far the fit is held back."""

    squares: float = 1.0
    """On the sum of the squares of the weights"""
    sizes: float = 0.1
    """On the sum of the weights"""


def ramps_of(quantities: Sequence[Quantity], scaled: Floats, good: Floats) -> Ramps:
    """Ramps between the knots of training images (images, quantities); `good` (images,): how Good
    each is, 0 to 1."""
    rows: list[tuple[int, float, float, float]] = []
    for number, quantity in enumerate(quantities):
        known = scaled[np.isfinite(scaled[:, number]), number]
        if len(known) < FEWEST_MEASURED or quantity.subject is Subject.KIND:
            continue
        sides = {
            Worse.HIGHER: (KNOTS,),
            Worse.LOWER: (tuple(1 - knot for knot in KNOTS),),
            Worse.EITHER: (KNOTS_OF_EITHER, tuple(1 - knot for knot in KNOTS_OF_EITHER)),
        }[quantity.worse]
        for knots in sides:
            at = _knots(known, knots)
            ends = [(start, end) for start, end in pairwise(at) if abs(end - start) > SMALLEST_STEP]
            rows += [
                (number, start, end, BEYOND if end == ends[-1][1] else 1.0) for start, end in ends
            ]
    numbers, starts, ends_, highest = (np.array(column) for column in zip(*rows, strict=True))
    ramps = Ramps(numbers.astype(np.int64), starts, ends_, highest, np.zeros(len(rows)))
    risen = ramps.of(scaled)
    measured = np.isfinite(scaled[:, ramps.quantity]) * good[:, None]
    usual = (risen * measured).sum(axis=0) / np.maximum(measured.sum(axis=0), 1e-9)
    return Ramps(ramps.quantity, ramps.start, ramps.end, ramps.highest, usual)


def _knots(known: Floats, fractions: Sequence[float]) -> Floats:
    """Values at these fractions of the images; where most have the lowest value (no metal, no hot
    spot), those of the others, from the lowest value up."""
    others = known[known > known.min()]
    if len(others) > len(known) * OF_FEW or len(others) < FEWEST_OTHERS:
        return np.quantile(known, fractions)
    return np.concatenate([[known.min()], np.quantile(others, fractions[:-1])])


def fitted(
    quantities: Sequence[Quantity],
    scaled: Floats,
    above: Floats,
    *,
    penalties: Penalties = Penalties(),
    softness: float = np.inf,
    ramps: Ramps | None = None,
) -> Regression:
    """The regression of images (images, quantities) whose grade is above 1, 2, 3, 4 with these
    probabilities (images, 4).

    What is minimised is the sum of the log losses of the four questions, a proper score.
    """
    ramps = ramps_of(quantities, scaled, above[:, 1]) if ramps is None else ramps
    plain = Regression(
        tuple(quantities), ramps, np.zeros(len(ramps.start)), softness, np.array([3.0, 1, -1, -3])
    )
    risen, subject = ramps.of(scaled), plain.subject_of
    count = len(plain.subjects)
    share = above.mean(axis=0).clip(0.02, 0.98)
    start = np.concatenate([np.log(share / (1 - share)) + 1, np.full(len(subject), 0.05)])

    def loss(given: Floats) -> tuple[float, Floats]:
        cuts, weights = given[:4], given[4:]
        parts = by_subject(risen * weights, subject, count)
        damage = worst(parts, softness)
        odds = cuts[None] - damage[:, None]
        value = float((np.logaddexp(0, odds) - above * odds).sum())
        value += penalties.squares * float((weights**2).sum()) + penalties.sizes * weights.sum()
        error = 1 / (1 + np.exp(-odds)) - above
        if np.isinf(softness):
            share_of = np.ones_like(parts)
        else:
            share_of = np.exp((parts - damage[:, None]) / softness)
        back = -error.sum(axis=1)[:, None] * share_of
        slope = (risen * back[:, subject]).sum(axis=0)
        slope += 2 * penalties.squares * weights + penalties.sizes
        return value, np.concatenate([error.sum(axis=0), slope])

    found = optimize.minimize(
        loss,
        start,
        jac=True,
        method="L-BFGS-B",
        bounds=[(None, None)] * 4 + [(0, None)] * len(subject),
        options={"maxiter": MOST_STEPS, "maxfun": 2 * MOST_STEPS},
    )
    return Regression(tuple(quantities), ramps, found.x[4:], softness, found.x[:4])


SUBJECTS_OF: Mapping[str, frozenset[Subject]] = {
    TOO_FEW_COUNTS: frozenset({Subject.NOISE}),
    str(Cause.EXTRAVASATION): frozenset({Subject.SPOTS, Subject.ARTEFACTS}),
    str(Cause.BROWN_FAT): frozenset({Subject.SPOTS}),
    str(Cause.BREATHING): frozenset({Subject.MOTION, Subject.MISFIT}),
    str(Cause.CT_BREATH): frozenset({Subject.MOTION, Subject.MISFIT}),
    str(Cause.CT_SHIFT): frozenset({Subject.MISFIT, Subject.ARTEFACTS, Subject.UPTAKE}),
    str(Cause.MOVED): frozenset({Subject.MOTION, Subject.MISFIT, Subject.SHARPNESS}),
    str(Cause.TRUNCATION): frozenset({Subject.MISFIT, Subject.ARTEFACTS, Subject.UPTAKE}),
    str(Cause.OVER_ATTENUATION): frozenset({Subject.MISFIT}),
    str(Cause.NORMALISATION): frozenset({Subject.ARTEFACTS}),
    str(Cause.DEAD_DETECTORS): frozenset({Subject.ARTEFACTS}),
    str(Cause.SHORT_UPTAKE): frozenset({Subject.UPTAKE}),
    str(Cause.GLUCOSE): frozenset({Subject.UPTAKE}),
    BLURRED: frozenset({Subject.SHARPNESS, Subject.MOTION}),
}
"""The quantities that may name a cause: of one that never changes them, few images would show
chance"""
SEEN_BELOW, UNSEEN_ABOVE = 4.5, 5.2
"""Quality that a cause alone leaves: below the first it is visible, above the second it is not"""


def namer_of(
    quantities: Sequence[Quantity],
    scaled: Floats,
    spoiled: Sequence[Mapping[str, float]],
    ramps: Ramps,
    penalties: Penalties = Penalties(),
) -> Namer:
    """Fitted to images (images, quantities) and to the quality that each visible cause alone would
    leave in them."""
    risen = ramps.of(scaled)
    of: list[Subject] = [quantities[int(number)].subject for number in ramps.quantity.tolist()]
    intercepts, weights = np.zeros(len(SUBJECTS_OF)), np.zeros((len(SUBJECTS_OF), len(of)))
    for number, (cause, subjects) in enumerate(SUBJECTS_OF.items()):
        left = np.array([row.get(cause, BEST) for row in spoiled])
        known = (left < SEEN_BELOW) | (left > UNSEEN_ABOVE)
        allowed = np.array([subject in subjects for subject in of])
        intercepts[number], weights[number, allowed] = _logistic(
            risen[known][:, allowed], (left < SEEN_BELOW)[known].astype(float), penalties
        )
    return Namer(tuple(SUBJECTS_OF), intercepts, weights)


def _logistic(risen: Floats, seen: Floats, penalties: Penalties) -> tuple[float, Floats]:
    """(intercept, weights none below 0) of the log odds of `seen` (images,)."""

    def loss(given: Floats) -> tuple[float, Floats]:
        odds = given[0] + risen @ given[1:]
        value = float((np.logaddexp(0, odds) - seen * odds).sum())
        value += penalties.squares * float((given[1:] ** 2).sum())
        error = 1 / (1 + np.exp(-odds)) - seen
        slope = np.concatenate([[error.sum()], risen.T @ error])
        slope[1:] += 2 * penalties.squares * given[1:]
        return value, slope

    # Without any image of a cause the intercept would fall for ever.
    bounds = [(-8.0, 8.0)] + [(0, None)] * risen.shape[1]
    found = optimize.minimize(
        loss, np.zeros(risen.shape[1] + 1), jac=True, method="L-BFGS-B", bounds=bounds
    )
    return float(found.x[0]), found.x[1:]
