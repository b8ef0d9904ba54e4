"""Taking a finished training of the ordinal network into the program, with its card.

What a trained network still lacks to be used is made here: calibrated probabilities, the threshold
of the verdict, and how far an image may be from those that were trained on. All three come from the
fold's held-out images. Training's side of `station.quality.weights`, which grading does not need.
"""

import csv
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import numpy as np
import torch
from numpy.typing import NDArray

from station.errors import StationError
from station.model_cards import Facts, sha256_of
from station.pet.image_quality import GRADES, LOWEST_GOOD
from station.quality.network import OrdinalNet
from station.quality.recipe import load_recipe
from station.quality.tasks import PREDICTIONS, RECIPE, WEIGHTS, Split, Task
from station.quality.weights import (
    ARCHITECTURE,
    GRADERS,
    MEAN,
    PRECISION_ROOT,
    USUAL_SHARE,
    GraderCard,
    References,
    network_in,
    tensors_in,
)

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]

FEWEST_HELD_OUT = 20
"""Images from which calibration, threshold and distance are read off"""
BEYOND_USUAL = 1.25
"""Where grading ends, in distances of the farthest of these: few images show only roughly how far
away a usual one can be"""
SCALE_RANGE, SHIFT_RANGE = (0.05, 20.0), (-20.0, 20.0)
"""Of a calibration: held-out images that are told apart without a mistake would make it endless"""
SMALLEST_SD = 0.01
"""Standard deviation of a feature, in that of the middle one, below which it counts as this: a
channel that was silent in training must not make the distance endless"""
SAME_RATE = 1e-9
"""Sums of sensitivity and specificity that differ by less are equal"""
SAME_LOGIT = 0.05
"""By how much logits of the same features may differ between two machines"""


def ship(
    run: Path,
    facts: Facts,
    *,
    evaluation: Path | None = None,
    threshold: float | None = None,
    default: bool = False,
    place: Path | None = None,
) -> GraderCard:
    """Take the weights of a fold of the ordinal task into the program, with their card.

    `run` is the fold's folder: DIR/task-ordinal/fold-0. `threshold` is the P(Good) below which an
    image is called Poor; None: where sensitivity + specificity of the held-out images is highest.
    `evaluation` is the evaluation.json of `station evaluate grader`, whose requirements go into the
    card. The first model, or one asked to be, is the default. A model of the same id is replaced.
    The same fold always gives the same file. Raises StationError where the training is not
    finished, is of another task or holds too little out, and where a file cannot be written.
    """
    fold = _fold(run)
    above = fold.above
    calibration = calibrated(above, fold.labels)
    scale, shift = calibration
    probability_good = _sigmoid(scale * above[:, LOWEST_GOOD - 2] + shift)
    good = fold.labels >= LOWEST_GOOD
    source = "by hand"
    if threshold is None:
        threshold = highest_youden(good, probability_good)
        source = "where the images left out of training have the highest sensitivity + specificity"
    references = references_of(fold.train)
    away = references.distance(torch.tensor(fold.validation, dtype=torch.float32)).numpy()
    usual = float(np.percentile(away, USUAL_SHARE))
    content = _written(fold.network, references)
    sha256 = sha256_of(content)
    judged = GRADERS.judged(evaluation, sha256, {"good_from": threshold})
    called_poor = probability_good < threshold
    card = GraderCard(
        facts.id,
        facts.title,
        facts.version,
        facts.data,
        facts.limits,
        sha256=sha256,
        architecture=ARCHITECTURE,
        recipe=load_recipe(run.parent / RECIPE).as_toml(),
        figures=judged.figures,
        outside=judged.outside,
        cases=fold.cases,
        epochs=fold.epochs,
        causes=fold.causes,
        held_out=len(fold.labels),
        calibration=calibration,
        log_loss_as_trained=log_loss(above, fold.labels),
        log_loss=log_loss(scale * above + shift, fold.labels),
        threshold=threshold,
        threshold_source=source,
        sensitivity=float(called_poor[~good].mean()),
        specificity=float((~called_poor[good]).mean()),
        usual_distance=usual,
        distance_limit=BEYOND_USUAL * usual,
    )
    return GRADERS.take_in(card, content, default=default, place=place)


def _written(network: OrdinalNet, references: References) -> bytes:
    from safetensors import torch as safetensors

    # No metadata: safetensors writes them in an order by chance, and so another SHA-256 each time.
    tensors = {MEAN: references.mean, PRECISION_ROOT: references.precision_root}
    return cast(Any, safetensors).save({**network.state_dict(), **tensors})


# What a training left


@dataclass(frozen=True, eq=False)
class _Fold:
    network: OrdinalNet
    causes: tuple[str, ...]
    cases: int
    epochs: int
    train: Floats
    """Features, (cases, features)"""
    validation: Floats
    """(held-out images, features)"""
    above: Floats
    """Logits of the held-out images that the grade is above 1, 2, 3, 4; (images, 4)"""
    labels: NDArray[np.int64]
    """Their settled grades"""


def _fold(run: Path) -> _Fold:
    """The files of a finished fold. Raises StationError where it cannot be shipped."""
    path = run / WEIGHTS
    content = GRADERS.content(path)
    tensors = tensors_in(path, content)
    header = json.loads(content[8 : 8 + int.from_bytes(content[:8], "little")])
    about: dict[str, str] = header.get("__metadata__", {})
    if about.get("task") != Task.ORDINAL:
        raise StationError(
            f"{path} is not of the ordinal task, the only one that is shipped. "
            f"Choose a folder task-{Task.ORDINAL}/fold-…"
        )
    features = {split: tensors.pop(f"features.{split}", None) for split in Split}
    train, validation = features[Split.TRAIN], features[Split.VALIDATION]
    causes = tuple(str(cause) for cause in json.loads(about["causes"]))
    network = network_in(path, tensors, causes)
    if train is None or validation is None or len(validation) < FEWEST_HELD_OUT:
        held = 0 if validation is None else len(validation)
        raise StationError(
            f"{run} holds {held} images out, of the {FEWEST_HELD_OUT} that calibration and "
            "threshold need at least. Train with more patients, or with other folds."
        )
    above, labels = _predictions(run / PREDICTIONS)
    with torch.no_grad():
        answers = network.answers(validation)[0].double().numpy()
    if answers.shape != above.shape or not np.allclose(answers, above, atol=SAME_LOGIT, rtol=0.01):
        raise StationError(
            f"{run / PREDICTIONS} is not of the network in {path}. Choose the folder of one "
            "training as it was left."
        )
    if (labels < LOWEST_GOOD).all() or (labels >= LOWEST_GOOD).all():
        raise StationError(
            f"The images that {run} holds out are all Poor or all Good, so that no threshold can "
            "be told. Train another fold."
        )
    return _Fold(
        network,
        causes,
        int(about["cases"]),
        int(about["epochs"]),
        train.double().numpy(),
        validation.double().numpy(),
        above,
        labels,
    )


def _predictions(path: Path) -> tuple[Floats, NDArray[np.int64]]:
    """Logits (images, 4) and settled grades of the held-out images in a fold's predictions."""
    columns = [f"above_{grade}" for grade in GRADES[:-1]]
    try:
        with path.open(newline="", encoding="utf-8") as file:
            rows = [row for row in csv.DictReader(file) if row["split"] == Split.VALIDATION]
        above = np.array([[float(row[column]) for column in columns] for row in rows], np.float64)
        labels = np.array([int(row["label"]) for row in rows], np.int64)
        if not np.isin(labels, GRADES).all():
            raise ValueError(f"a label is none of the grades {GRADES[0]} to {GRADES[-1]}")
    except (OSError, KeyError, TypeError, ValueError) as error:
        raise StationError(
            f"{path} cannot be read as a fold's predictions ({error}). Choose the folder of a "
            "finished training."
        ) from error
    return above, labels


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
            "The network tells Poor from Good images no better than chance. Train longer."
        )
    return float(thresholds[np.flatnonzero(both > most - SAME_RATE)[-1]])


def _sigmoid(logits: Floats) -> Floats:
    return np.exp(-np.logaddexp(0, -logits))


# How unlike the training images


def references_of(features: Floats) -> References:
    """Where images lie, of their features (n, features).

    The covariance is that of the features in their standard deviations, shrunk: there are hardly
    more images than features. Raises StationError where all images have the same features.
    """
    mean, sd = features.mean(axis=0), features.std(axis=0)
    if not (sd > 0).any():
        raise StationError(
            "The network finds the same features in every training image: it has learned nothing. "
            "Train longer, or with a lower learning_rate."
        )
    sd = np.maximum(sd, SMALLEST_SD * np.median(sd[sd > 0]))
    values, vectors = np.linalg.eigh(ledoit_wolf((features - mean) / sd))
    root = vectors / np.sqrt(values) / sd[:, None]
    return References(
        torch.tensor(mean, dtype=torch.float32), torch.tensor(root, dtype=torch.float32)
    )


def ledoit_wolf(values: Floats) -> Floats:
    """Covariance (features, features) of values (n, features) whose mean is 0, drawn towards a
    multiple of the identity as far as their number asks for.

    (O. Ledoit and M. Wolf, J. Multivar. Anal. 88 (2004) 365)
    """
    n, count = values.shape
    sample = values.T @ values / n
    usual = np.trace(sample) / count
    # Their norm is a mean over the features; the squares are ‖S - m I‖², b² and d².
    spread = float(((sample - usual * np.eye(count)) ** 2).sum()) / count
    fourth = float(((values**2).sum(axis=1) ** 2).sum())
    error = (fourth - n * float((sample**2).sum())) / n**2 / count
    share = min(error, spread) / spread if spread > 0 else 1.0
    return share * usual * np.eye(count) + (1 - share) * sample
