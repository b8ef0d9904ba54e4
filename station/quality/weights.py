"""The shipped graders: which there are, what is known about them, and loading them.

`resources/models/grader/models.toml` holds a card for each; the weights next to it are loaded by
their SHA-256 or not at all. `station.quality.shipping` takes a finished training of the ordinal
network into that folder.
"""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from torch import Tensor

from station.errors import StationError
from station.model_cards import REINSTALL, Card, Models
from station.quality.network import CELL_STEM, GROWTH, KERNEL, LAYERS, OrdinalNet
from station.toml_table import TEXT, Check, is_number, number, whole, wrong_texts

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
"""Tensors of the weights' file as well as the network's own"""

USUAL_SHARE = 99
"""% of the held-out images that count as near to the training images"""


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


def load(
    model: str | None = None, place: Path | None = None
) -> tuple[OrdinalNet, References, GraderCard]:
    """A shipped network for the CPU in fp32, its references and its card; None: the default one.

    Raises StationError if there is no such model, or if its file is missing, damaged or not the one
    on the card.
    """
    card = GRADERS.named(model, place)
    path = (place or GRADERS.folder) / card.file
    tensors = tensors_in(path, GRADERS.content(path, card.sha256))
    references = _references_in(path, tensors)
    network = network_in(path, tensors, card.causes)
    if len(references.mean) != network.features:
        raise _other_network(path)
    return network, references, card


def tensors_in(path: Path, content: bytes) -> dict[str, Tensor]:
    """What is in the `content` of `path`. Raises StationError where it is not weights."""
    from safetensors import SafetensorError
    from safetensors import torch as safetensors

    try:
        return cast(Any, safetensors).load(content)
    except (SafetensorError, ValueError) as error:
        raise _other_network(path) from error


def _references_in(path: Path, tensors: dict[str, Tensor]) -> References:
    """What the file holds besides the network; it is taken out of `tensors`."""
    mean, root = tensors.pop(MEAN, None), tensors.pop(PRECISION_ROOT, None)
    if mean is None or root is None or root.shape != (*mean.shape, *mean.shape):
        raise _other_network(path)
    return References(mean, root)


def network_in(path: Path, tensors: Mapping[str, Tensor], causes: Sequence[str]) -> OrdinalNet:
    """The network of a file's tensors. Raises StationError where they are another network's."""
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
