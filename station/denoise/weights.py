"""The weights that the program brings: which there are, what is known of them, and loading them.

`resources/models/denoiser/models.toml` holds a card for each; the weights beside it are loaded by
their SHA-256 or not at all. `ship` takes a finished training into that folder.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from station.denoise.network import CHANNELS, LAYERS, ResidualCnn
from station.denoise.recipe import load_recipe
from station.denoise.run import LOG, RECIPE, WEIGHTS, read_log
from station.errors import StationError
from station.model_cards import REINSTALL, Card, Facts, Models, sha256_of
from station.toml_table import TEXT, number, whole

ARCHITECTURE = f"residual CNN, {LAYERS} layers of 3×3, {CHANNELS} channels"


@dataclass(frozen=True, kw_only=True)
class ModelCard(Card):
    """What is known of shipped weights."""

    target: str
    loss: str
    patches: int
    """Seen in training, each as often as it was seen"""
    validation_loss: float
    """Of the training's held-out patches, at its end"""


def _rows(card: ModelCard) -> Sequence[tuple[str, str]]:
    return (
        ("target, loss", f"{card.target}, {card.loss}"),
        ("budget", f"{card.patches:,} patches of 32×32×3 voxels"),
        ("loss of held-out patches", f"{card.validation_loss:.4g}"),
    )


DENOISERS = Models(
    "denoiser",
    ModelCard,
    of_training={
        "target": TEXT('target = "noise-free"'),
        "loss": TEXT('loss = "weighted"'),
        "patches": whole("patches = 400000", 1),
    },
    of_result={"validation_loss": number("validation_loss = 0.1", 0)},
    largest_mb=2,
    rows=_rows,
    measured_on="held-out phantoms",
)


def folder() -> Path:
    return DENOISERS.folder


def cards(place: Path | None = None) -> tuple[ModelCard, ...]:
    """The shipped models, the default one first; none where no model is shipped.

    Raises StationError with all that is wrong in the list of them.
    """
    return DENOISERS.cards(place)


def load(model: str | None = None, place: Path | None = None) -> tuple[ResidualCnn, ModelCard]:
    """A shipped network, ready to run on the CPU in fp32, and its card; None: the default one.

    Raises StationError where there is no such model, and where its file is missing, damaged or
    another one than the card says.
    """
    card = DENOISERS.named(model, place)
    return read_weights((place or folder()) / card.file, card.sha256), card


def read_weights(path: Path, sha256: str | None = None) -> ResidualCnn:
    """The network in a file of weights; `sha256` None: whatever the file is.

    Raises StationError where it cannot be read or is not the file of that SHA-256.
    """
    return _network(path, DENOISERS.content(path, sha256))


def _network(path: Path, content: bytes) -> ResidualCnn:
    from safetensors import SafetensorError
    from safetensors import torch as safetensors

    network = ResidualCnn()
    try:
        network.load_state_dict(cast(Any, safetensors).load(content))
    except (SafetensorError, RuntimeError, ValueError) as error:
        raise StationError(
            f"{path} does not hold the weights of a denoiser with {ARCHITECTURE}. {REINSTALL}"
        ) from error
    return network.eval()


def as_markdown(card: ModelCard) -> str:
    """The card for people."""
    return DENOISERS.as_markdown(card)


def ship(
    run: Path,
    facts: Facts,
    *,
    evaluation: Path | None = None,
    default: bool = False,
    place: Path | None = None,
) -> ModelCard:
    """Take the weights of a finished training into the program, with their card.

    `evaluation` is the evaluation.json of `station evaluate denoiser`, whose requirements go into
    the card. The first model, or one asked to be, is the default. A model of the same id is
    replaced. Raises StationError where the training is not finished or a file cannot be written.
    """
    path = run / WEIGHTS
    content = DENOISERS.content(path)
    _network(path, content)
    recipe, log = load_recipe(run / RECIPE), read_log(run / LOG)
    if not log:
        raise StationError(f"{run} has no {LOG}. Choose the folder of a finished training.")
    sha256 = sha256_of(content)
    card = ModelCard(
        facts.id,
        facts.title,
        facts.version,
        facts.data,
        facts.limits,
        sha256=sha256,
        architecture=ARCHITECTURE,
        recipe=recipe.as_toml(),
        figures=DENOISERS.figures(evaluation, sha256) if evaluation else (),
        target=recipe.target,
        loss=recipe.loss,
        patches=int(log[-1]["patches"]),
        validation_loss=float(log[-1]["validation_loss"]),
    )
    return DENOISERS.take_in(card, content, default=default, place=place)
