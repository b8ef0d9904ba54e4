"""The shipped graders: which there are, what is known about them, and loading them.

`resources/models/grader/models.toml` has a card for each; the weights next to it are loaded by
their SHA-256 or not at all. `ship` adds a finished training of the ordinal network to that folder.
It also computes what a trained network still needs: calibrated probabilities, the threshold of the
verdict, and how far an image may be from the training images. All three come from the fold's
held-out images.
"""

import csv
import json
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from station.errors import StationError
from station.model_cards import REINSTALL, Card, Facts, Models, sha256_of
from station.pet.image_quality import GRADES, LOWEST_GOOD
from station.quality.network import CELL_STEM, GROWTH, KERNEL, LAYERS, OrdinalNet
from station.quality.recipe import load_recipe
from station.quality.tasks import PREDICTIONS, RECIPE, WEIGHTS, Split, Task
from station.toml_table import TEXT, Check, is_number, number, whole, wrong_texts

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]

ARCHITECTURE = (
    f"3-D DenseNet on mean and texture in cells of 8 mm, {CELL_STEM} channels growing by {GROWTH} "
    f"in dense blocks of {', '.join(map(str, LAYERS))} layers of {KERNEL}×{KERNEL}×{KERNEL}, with "
    "a hidden layer on the image's profile (quantiles of the cells in the body and along it, the "
    "rim under the skin all around, how similar the image is to a shifted copy of itself); from "
    "both one proportional-odds estimate of quality"
)
ABOUT = (
    "Grades the quality of the PET image of an FDG whole-body scan: 1 to 5 as in Table 1 of H. "
    "Zhang et al., BMC Med. Imaging 23 (2023), 10.1186/s12880-023-01017-2, with the probability of "
    "each grade; 1 and 2 are Poor, 3 to 5 Good. It names what may have gone wrong in the "
    "examination. It sees the image in z-scores, so it cannot see a wrong SUV scale, and it says "
    "nothing about the patient's disease."
)

MEAN, PRECISION_ROOT = "features.mean", "features.precision_root"
"""Tensors of the weights' file in addition to the network's own"""

FEWEST_HELD_OUT = 20
"""Fewest images from which calibration, threshold and distance are derived"""
USUAL_SHARE = 99
"""% of the held-out images that count as close to the training images"""
BEYOND_USUAL = 1.25
"""The limit of grading, in units of the farthest of these: few images show only roughly how far
away a usual one can be"""
SCALE_RANGE, SHIFT_RANGE = (0.05, 20.0), (-20.0, 20.0)
"""Of a calibration: perfectly separated held-out images would make it infinite"""
SMALLEST_SD = 0.01
"""Lower limit of a feature's standard deviation, relative to the median one: a channel that was
silent in training must not make the distance infinite"""
SAME_RATE = 1e-9
"""Sums of sensitivity and specificity that differ by less are equal"""
SAME_LOGIT = 0.05
"""By how much logits of the same features may differ between two machines"""


@dataclass(frozen=True, kw_only=True)
class GraderCard(Card):
    """What is known about shipped weights. "Held out" are images of the same kind as the training
    images, of other patients; what follows was derived from them and is therefore slightly
    optimistic."""

    cases: int
    """Images trained on"""
    epochs: int
    """How often each was seen"""
    causes: tuple[str, ...]
    """The causes it names, in the order of the network's answers"""
    held_out: int
    """Images"""
    calibration: tuple[float, float]
    """(scale, shift): P(grade > k) = σ(scale · logit k + shift)"""
    log_loss_as_trained: float
    """Mean log loss of the settled grades of the held-out images, uncalibrated"""
    log_loss: float
    """Calibrated"""
    threshold: float
    """P(Good) below which the verdict is Poor"""
    threshold_source: str
    """How it was chosen: the words after "chosen\""""
    sensitivity: float
    """Fraction of the Poor held-out images that are called Poor"""
    specificity: float
    """Fraction of the Good ones that are called Good"""
    usual_distance: float
    """Distance from the training images within which 99 % of the held-out ones are"""
    distance_limit: float
    """Beyond it an image is not graded"""


def _wrong_calibration(value: object) -> str | None:
    pair = cast(list[object], value) if isinstance(value, list) else []
    if len(pair) != 2 or not all(is_number(value) for value in pair) or cast(float, pair[0]) <= 0:
        return "is not two numbers, the first above 0"
    return None


def _rows(card: GraderCard) -> Sequence[tuple[str, str]]:
    scale, shift = card.calibration
    sign = "−" if shift < 0 else "+"
    probabilities = (
        f"P(grade > k) = σ({scale:.3f} · logit k {sign} {abs(shift):.3f}), fitted to the settled "
        f"grades of {card.held_out} images left out of training: their log loss is "
        f"{card.log_loss:.3f}, as trained {card.log_loss_as_trained:.3f}"
    )
    verdict = (
        f"Poor where P(Good) is below {card.threshold:.3f}, chosen {card.threshold_source}. Of the "
        f"images left out {card.sensitivity:.1%} of the Poor are called Poor and "
        f"{card.specificity:.1%} of the Good are called Good; the probabilities were fitted to "
        "them, so these figures are optimistic"
    )
    not_graded = (
        f"farther than {card.distance_limit:.1f} from the training images (Mahalanobis distance of "
        f"the network's features); {USUAL_SHARE} % of the images left out of training are within "
        f"{card.usual_distance:.1f}"
    )
    heads = tomllib.loads(card.recipe).get("head_epochs", 0)
    budget = f"{card.cases:,} images, {card.epochs:,} epoch{'s' * (card.epochs > 1)}"
    if heads:
        budget += f", the heads alone {heads:,} more"
    return (
        ("budget", budget),
        ("names", ", ".join(card.causes)),
        ("probabilities", probabilities),
        ("verdict", verdict),
        ("not graded", not_graded),
    )


GRADERS = Models(
    "grader",
    GraderCard,
    of_training={
        "cases": whole("cases = 540", 1),
        "epochs": whole("epochs = 12", 1),
        "causes": Check(wrong_texts, 'causes = ["extravasation"]'),
    },
    of_result={
        "held_out": whole("held_out = 60", 1),
        "calibration": Check(_wrong_calibration, "calibration = [1.0, 0.0]"),
        "log_loss_as_trained": number("log_loss_as_trained = 0.9", 0),
        "log_loss": number("log_loss = 0.8", 0),
        "threshold": number("threshold = 0.5", 0, 1, above=True, below=True),
        "threshold_source": TEXT('threshold_source = "by hand"'),
        "sensitivity": number("sensitivity = 0.9", 0, 1),
        "specificity": number("specificity = 0.9", 0, 1),
        "usual_distance": number("usual_distance = 12.0", 0, above=True),
        "distance_limit": number("distance_limit = 15.0", 0, above=True),
    },
    largest_mb=10,
    rows=_rows,
    measured_on="held-out simulated patients",
    about=ABOUT,
)


@dataclass(frozen=True, eq=False)
class References:
    """Where the training images are in the network's features."""

    mean: Tensor
    """(features,)"""
    precision_root: Tensor
    """Factor of the inverse of their covariance, (features, features)"""

    def distance(self, features: Tensor) -> Tensor:
        """Mahalanobis distance of each image from the training images, (batch,); for features
        (batch, features)."""
        return ((features - self.mean) @ self.precision_root).square().sum(1).sqrt()


def folder() -> Path:
    return GRADERS.folder


def cards(place: Path | None = None) -> tuple[GraderCard, ...]:
    """The shipped graders, the default one first; empty if there is none.

    Raises StationError with all that is wrong in their list.
    """
    return GRADERS.cards(place)


def load(
    model: str | None = None, place: Path | None = None
) -> tuple[OrdinalNet, References, GraderCard]:
    """A shipped network for the CPU in fp32, its references and its card; None: the default one.

    Raises StationError if there is no such model, or if its file is missing, damaged or not the one
    on the card.
    """
    card = GRADERS.named(model, place)
    path = (place or folder()) / card.file
    tensors = _tensors(path, GRADERS.content(path, card.sha256))
    references = _references_in(path, tensors)
    network = _network(path, tensors, card.causes)
    if len(references.mean) != network.features:
        raise _other_network(path)
    return network, references, card


def as_markdown(card: GraderCard) -> str:
    """The card for people."""
    return GRADERS.as_markdown(card)


def _tensors(path: Path, content: bytes) -> dict[str, Tensor]:
    from safetensors import SafetensorError
    from safetensors import torch as safetensors

    try:
        return cast(Any, safetensors).load(content)
    except (SafetensorError, ValueError) as error:
        raise _other_network(path) from error


def _references_in(path: Path, tensors: dict[str, Tensor]) -> References:
    """What the file contains in addition to the network; it is removed from `tensors`."""
    mean, root = tensors.pop(MEAN, None), tensors.pop(PRECISION_ROOT, None)
    if mean is None or root is None or root.shape != (*mean.shape, *mean.shape):
        raise _other_network(path)
    return References(mean, root)


def _network(path: Path, tensors: Mapping[str, Tensor], causes: Sequence[str]) -> OrdinalNet:
    network = OrdinalNet(len(causes))
    try:
        network.load_state_dict(tensors)
    except RuntimeError as error:
        raise _other_network(path) from error
    return network.eval()


def _other_network(path: Path) -> StationError:
    return StationError(
        f"{path} does not contain the weights of a grader: {ARCHITECTURE}. {REINSTALL}"
    )


# -- shipping --------------------------------------------------------------------------------------


def ship(
    run: Path,
    facts: Facts,
    *,
    evaluation: Path | None = None,
    threshold: float | None = None,
    default: bool = False,
    place: Path | None = None,
) -> GraderCard:
    """Add the weights of a fold of the ordinal task to the program, with their card.

    `run` is the fold's folder: DIR/task-ordinal/fold-0. `threshold` is the P(Good) below which an
    image is called Poor; None: where sensitivity + specificity of the held-out images is highest.
    `evaluation` is the evaluation.json of `station evaluate grader`, whose requirements go into the
    card. The first model, or one asked to be, is the default. A model of the same id is replaced.
    The same fold always gives the same file. Raises StationError if the training is not finished,
    is of another task or has too few held-out images, or if a file cannot be written.
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
        figures=GRADERS.figures(evaluation, sha256, {"good_from": threshold}) if evaluation else (),
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

    # No metadata: safetensors writes them in random order, with another SHA-256 each time.
    tensors = {MEAN: references.mean, PRECISION_ROOT: references.precision_root}
    return cast(Any, safetensors).save({**network.state_dict(), **tensors})


# The files of a training


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
    """The files of a finished fold. Raises StationError if it cannot be shipped."""
    path = run / WEIGHTS
    content = GRADERS.content(path)
    tensors = _tensors(path, content)
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
    network = _network(path, tensors, causes)
    if train is None or validation is None or len(validation) < FEWEST_HELD_OUT:
        held = 0 if validation is None else len(validation)
        raise StationError(
            f"{run} has {held} held-out images, but calibration and threshold need at least "
            "{FEWEST_HELD_OUT}. Train with more patients, or with other folds."
        )
    above, labels = _predictions(run / PREDICTIONS)
    with torch.no_grad():
        answers = network.answers(validation)[0].double().numpy()
    if answers.shape != above.shape or not np.allclose(answers, above, atol=SAME_LOGIT, rtol=0.01):
        raise StationError(
            f"{run / PREDICTIONS} is not of the network in {path}. Choose the unmodified folder of "
            "one training."
        )
    if (labels < LOWEST_GOOD).all() or (labels >= LOWEST_GOOD).all():
        raise StationError(
            f"The held-out images of {run} are all Poor or all Good, so no threshold can be "
            "chosen. Train another fold."
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
            raise ValueError(f"a label is not one of the grades {GRADES[0]} to {GRADES[-1]}")
    except (OSError, KeyError, TypeError, ValueError) as error:
        raise StationError(
            f"{path} cannot be read as a fold's predictions ({error}). Choose the folder of a "
            "finished training."
        ) from error
    return above, labels


# Calibration


def log_loss(above: Floats, labels: NDArray[np.int64]) -> float:
    """Mean of -log P(grade) over images, from logits (n, 4) that the grade is above 1 to 4 and the
    grades (n,) themselves.

    P(grade = k) = σ(u) - σ(v) of neighbouring logits u ≥ v is computed as σ(u) σ(-v) (1 - e^(v -
    u)), which keeps its precision where both are nearly 0 or nearly 1.
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

    One scale and one shift, as in J. Platt's scaling for two classes (Advances in Large Margin
    Classifiers, 1999), so that the order of the images does not change.
    """
    from scipy import optimize as untyped_optimize

    optimize: Any = untyped_optimize

    def loss(given: Floats) -> float:
        return log_loss(given[0] * above + given[1], labels)

    minimum = optimize.minimize(
        loss, np.array([1.0, 0.0]), method="L-BFGS-B", bounds=[SCALE_RANGE, SHIFT_RANGE]
    )
    scale, shift = (float(value) for value in minimum.x)
    return scale, shift


def highest_youden(good: Bools, probability_good: Floats) -> float:
    """The threshold of P(Good) with the highest sensitivity + specificity; of several the highest,
    which misses the fewest Poor images. (W. J. Youden, Cancer 3 (1950) 32)

    It is halfway between two images. Raises StationError if none is better than chance.
    """
    levels = np.unique(probability_good)
    thresholds = (levels[1:] + levels[:-1]) / 2
    called_poor = probability_good[None] < thresholds[:, None]
    both = called_poor[:, ~good].mean(axis=1) + (~called_poor[:, good]).mean(axis=1)
    most = float(both.max(initial=0.0))
    if most <= 1 + SAME_RATE:
        raise StationError(
            "The network distinguishes Poor from Good images no better than chance. Train longer."
        )
    return float(thresholds[np.flatnonzero(both > most - SAME_RATE)[-1]])


def _sigmoid(logits: Floats) -> Floats:
    return np.exp(-np.logaddexp(0, -logits))


# How unlike the training images


def references_of(features: Floats) -> References:
    """Where images are, from their features (n, features).

    The covariance is that of the features in their standard deviations, shrunk: there are hardly
    more images than features. Raises StationError if all images have the same features.
    """
    mean, sd = features.mean(axis=0), features.std(axis=0)
    if not (sd > 0).any():
        raise StationError(
            "The network has the same features for every training image: it has learned nothing. "
            "Train longer, or with a lower learning_rate."
        )
    sd = np.maximum(sd, SMALLEST_SD * np.median(sd[sd > 0]))
    values, vectors = np.linalg.eigh(ledoit_wolf((features - mean) / sd))
    root = vectors / np.sqrt(values) / sd[:, None]
    return References(
        torch.tensor(mean, dtype=torch.float32), torch.tensor(root, dtype=torch.float32)
    )


def ledoit_wolf(values: Floats) -> Floats:
    """Covariance (features, features) of values (n, features) with mean 0, shrunk towards a
    multiple of the identity as far as their number requires.

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
