"""Fitting the grader's regression to graded images."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
from scipy import optimize as untyped_optimize

from station.quality.measures.quantity import Quantity, Subject, Worse
from station.quality.regression import Floats, Ramps, Regression, by_subject, worst

optimize: Any = untyped_optimize  # its own types are incomplete

KNOTS = (0.25, 0.5, 0.75, 0.9, 0.97)
"""Fractions of the training images between whose values the ramps rise"""
KNOTS_OF_EITHER = (0.5, 0.75, 0.92, 0.98)
"""Of each of the two sides of a quantity that can be too high and too low"""
FEWEST_MEASURED = 30
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
            at = np.quantile(known, knots)
            ends = [(start, end) for start, end in pairwise(at) if abs(end - start) > SMALLEST_STEP]
            rows += [
                (number, start, end, 1.0 if end != ends[-1][1] else 2.0) for start, end in ends
            ]
    numbers, starts, ends_, highest = (np.array(column) for column in zip(*rows, strict=True))
    ramps = Ramps(numbers.astype(np.int64), starts, ends_, highest, np.zeros(len(rows)))
    risen = ramps.of(scaled)
    measured = np.isfinite(scaled[:, ramps.quantity]) * good[:, None]
    usual = (risen * measured).sum(axis=0) / np.maximum(measured.sum(axis=0), 1e-9)
    return Ramps(ramps.quantity, ramps.start, ramps.end, ramps.highest, usual)


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
