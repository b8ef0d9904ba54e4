"""Taking a finished training of the grader into the program, with its card.

What the fitted parts still lack to be used is made here: calibrated probabilities, the threshold of
the verdict, and how far an image may be from those that were learned from. All three come from the
images of each scanner as they are graded by what the other scanners' images teach.
"""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from station.errors import StationError
from station.model_cards import Facts, sha256_of
from station.pet.image_quality import GRADES, LOWEST_GOOD
from station.quality.parts import HELD_OUT, RECIPE, WEIGHTS, unpacked
from station.quality.weights import ARCHITECTURE, GRADERS, USUAL_SHARE, GraderCard

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]

FEWEST_HELD_OUT = 20
"""Images from which calibration, threshold and distance are read off"""
SCALE_RANGE, SHIFT_RANGE = (0.05, 20.0), (-20.0, 20.0)
"""Of a calibration: held-out images that are told apart without a mistake would make it endless"""
SAME_RATE = 1e-9
"""Sums of sensitivity and specificity that differ by less are equal"""


def ship(
    run: Path,
    facts: Facts,
    *,
    evaluations: Sequence[Path] = (),
    threshold: float | None = None,
    default: bool = False,
    place: Path | None = None,
) -> GraderCard:
    """Take the result of a training of the ordinal task into the program, with its card.

    `run` is the training's folder DIR/task-ordinal. `threshold` is the P(Good) below which an image
    is called Poor; None: where sensitivity + specificity of the images left out is highest.
    `evaluations` are evaluation.json of `station evaluate grader`, whose requirements go into the
    card in this order. The first model, or one asked to be, is the default. A model of the same id
    is replaced. The same training always gives the same file. Raises StationError where the
    training is not finished or left too little out, and where a file cannot be written.
    """
    content = GRADERS.content(run / WEIGHTS)
    parts = unpacked(run / WEIGHTS, content)
    with_ct, without = (_held_out(run / HELD_OUT, with_ct=seen) for seen in (True, False))
    calibration = calibrated(with_ct.above, with_ct.labels)
    scale, shift = calibration
    probability_good = _sigmoid(scale * with_ct.above[:, LOWEST_GOOD - 2] + shift)
    good = with_ct.labels >= LOWEST_GOOD
    source = "by hand"
    if threshold is None:
        threshold = highest_youden(good, probability_good)
        source = "where the images left out have the highest sensitivity + specificity"
    sha256 = sha256_of(content)
    judged = [GRADERS.judged(one, sha256, {"good_from": threshold}) for one in evaluations]
    called_poor = probability_good < threshold
    card = GraderCard(
        facts.id,
        facts.title,
        facts.version,
        facts.data,
        facts.limits,
        sha256=sha256,
        architecture=ARCHITECTURE,
        recipe=(run / RECIPE).read_text(encoding="utf-8"),
        figures=tuple(figure for one in judged for figure in one.figures),
        outside=tuple(image for one in judged for image in one.outside),
        cases=len(with_ct.labels),
        scanners=tuple(sorted(set(with_ct.scanners))),
        causes=parts.namer.causes,
        calibration=calibration,
        calibration_without_ct=calibrated(without.above, without.labels),
        log_loss=log_loss(scale * with_ct.above + shift, with_ct.labels),
        auc=_auc(good, probability_good),
        threshold=threshold,
        threshold_source=source,
        sensitivity=float(called_poor[~good].mean()),
        specificity=float((~called_poor[good]).mean()),
        distance_limit=float(np.percentile(with_ct.distances, USUAL_SHARE)),
    )
    return GRADERS.take_in(card, content, default=default, place=place)


@dataclass(frozen=True, eq=False)
class _HeldOut:
    scanners: tuple[str, ...]
    above: Floats
    """Log odds that the grade is above 1, 2, 3, 4; (images, 4)"""
    labels: NDArray[np.int64]
    """Their settled grades"""
    distances: Floats


def _held_out(path: Path, *, with_ct: bool) -> _HeldOut:
    columns = [f"above_{grade}" for grade in GRADES[:-1]]
    try:
        with path.open(newline="", encoding="utf-8") as file:
            rows = [row for row in csv.DictReader(file) if int(row["with_ct"]) == with_ct]
        above = np.array([[float(row[column]) for column in columns] for row in rows], np.float64)
        labels = np.array([int(row["label"]) for row in rows], np.int64)
        distances = np.array([float(row["distance"]) for row in rows])
        if not np.isin(labels, GRADES).all():
            raise ValueError(f"a label is none of the grades {GRADES[0]} to {GRADES[-1]}")
        scanners = tuple(row["scanner"] for row in rows)
    except (OSError, KeyError, TypeError, ValueError) as error:
        raise StationError(
            f"{path} cannot be read as a training's images left out ({error}). Choose the folder "
            "of a finished training."
        ) from error
    if len(labels) < FEWEST_HELD_OUT:
        raise StationError(
            f"{path.parent} left {len(labels)} images out, of the {FEWEST_HELD_OUT} that "
            "calibration and threshold need at least. Train with more patients."
        )
    if (labels < LOWEST_GOOD).all() or (labels >= LOWEST_GOOD).all():
        raise StationError(
            f"The images that {path.parent} left out are all Poor or all Good, so that no "
            "threshold can be told. Train with more patients."
        )
    return _HeldOut(scanners, above, labels, distances)


def _auc(good: Bools, score: Floats) -> float:
    """Share of pairs of a Good and a Poor image in which the Good one has the higher score."""
    apart: Floats = score[good][:, None] - score[~good][None]
    return (np.count_nonzero(apart > 0) + np.count_nonzero(apart == 0) / 2) / apart.size


# How sure it may be


def log_loss(above: Floats, labels: NDArray[np.int64]) -> float:
    """Mean of -log P(grade) over images, of logits (n, 4) that the grade is above 1 to 4 and the
    grades (n,) themselves.

    P(grade = k) = σ(u) - σ(v) of neighbouring logits u ≥ v is taken as σ(u) σ(-v) (1 - e^(v - u)),
    which keeps its digits where both are nearly 0 or nearly 1.
    """
    ends = np.full((len(above), 1), np.inf)
    every = np.concatenate([ends, above, -ends], axis=1)
    rows = np.arange(len(labels))
    u, v = every[rows, labels - 1], every[rows, labels]
    smallest = np.finfo(np.float64).tiny
    between = np.log(np.maximum(-np.expm1(np.minimum(v - u, 0)), smallest))
    return float(np.mean(np.logaddexp(0, -u) + np.logaddexp(0, v) - between))


def calibrated(above: Floats, labels: NDArray[np.int64]) -> tuple[float, float]:
    """(scale, shift) of the logits (n, 4) with which the log loss of the grades (n,) is lowest.

    One scale and one shift, as J. Platt's scaling has for two classes (Advances in Large Margin
    Classifiers, 1999), so that the order of the images stays as it is.
    """
    from scipy import optimize as untyped_optimize

    optimize: Any = untyped_optimize

    def loss(given: Floats) -> float:
        return log_loss(given[0] * above + given[1], labels)

    found = optimize.minimize(
        loss, np.array([1.0, 0.0]), method="L-BFGS-B", bounds=[SCALE_RANGE, SHIFT_RANGE]
    )
    scale, shift = (float(value) for value in found.x)
    return scale, shift


def highest_youden(good: Bools, probability_good: Floats) -> float:
    """The threshold of P(Good) with the highest sensitivity + specificity; of several the highest,
    which misses fewest Poor images. (W. J. Youden, Cancer 3 (1950) 32)

    It is in the middle between two images. Raises StationError where none is better than chance.
    """
    levels = np.unique(probability_good)
    thresholds = (levels[1:] + levels[:-1]) / 2
    called_poor = probability_good[None] < thresholds[:, None]
    both = called_poor[:, ~good].mean(axis=1) + (~called_poor[:, good]).mean(axis=1)
    most = float(both.max(initial=0.0))
    if most <= 1 + SAME_RATE:
        raise StationError(
            "The grader tells Poor from Good images no better than chance. Train with more "
            "patients."
        )
    return float(thresholds[np.flatnonzero(both > most - SAME_RATE)[-1]])


def _sigmoid(logits: Floats) -> Floats:
    return np.exp(-np.logaddexp(0, -logits))
