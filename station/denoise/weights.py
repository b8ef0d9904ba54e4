"""The shipped weights: which there are, what is known about them, and loading them.

`resources/models/denoiser/models.toml` has a card for each; the weights next to it are loaded by
their SHA-256 or not at all. `ship` adds a finished training to that folder.
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
from station.toml_table import TEXT, Check, as_toml, number

ARCHITECTURE = f"residual CNN, {LAYERS} layers of 3×3, {CHANNELS} channels"


@dataclass(frozen=True, kw_only=True)
class ModelCard(Card):
    """What is known about shipped weights."""

    target: str
    loss: str
    patches: int
    """Patches seen in training, counting repetitions"""
    validation_loss: float
    """Loss of the training's held-out patches at its end"""


def _wrong_patches(value: object) -> str | None:
    if isinstance(value, int) and not isinstance(value, bool) and value > 0:
        return None
    return f"is {as_toml(value)}, not a whole number above 0"


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
        "patches": Check(_wrong_patches, "patches = 400000"),
    },
    of_result={"validation_loss": number("validation_loss = 0.1", 0)},
    largest_mb=2,
    rows=_rows,
    measured_on="held-out phantoms",
)


def folder() -> Path:
    return DENOISERS.folder


def cards(place: Path | None = None) -> tuple[ModelCard, ...]:
    """The shipped models, the default one first; empty if there is none.

    Raises StationError with all that is wrong in their list.
    """
    return DENOISERS.cards(place)


def load(model: str | None = None, place: Path | None = None) -> tuple[ResidualCnn, ModelCard]:
    """A shipped network, ready to run on the CPU in fp32, and its card; None: the default one.

    Raises StationError if there is no such model, or if its file is missing, damaged or not the one
    on the card.
    """
    card = DENOISERS.named(model, place)
    return read_weights((place or folder()) / card.file, card.sha256), card


def read_weights(path: Path, sha256: str | None = None) -> ResidualCnn:
    """The network in a file of weights; `sha256` None: any file.

    Raises StationError if it cannot be read or does not have that SHA-256.
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
            f"{path} does not contain the weights of a denoiser with {ARCHITECTURE}. {REINSTALL}"
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
    """Add the weights of a finished training to the program, with their card.

    `evaluation` is the evaluation.json of `station evaluate denoiser`, whose requirements go into
    the card. The first model, or one asked to be, is the default. A model of the same id is
    replaced. Raises StationError if the training is not finished or a file cannot be written.
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
