"""The shipped weights: which there are, what is known about them, and loading them.

`resources/models/denoiser/models.toml` holds a card for each; the weights next to it are loaded by
their SHA-256 or not at all. `station.denoise.shipping` takes a finished training into that folder.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from station.denoise.network import CHANNELS, LAYERS, ResidualCnn
from station.errors import StationError
from station.model_cards import REINSTALL, Card, Models
from station.toml_table import TEXT, number, whole

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


def load(model: str | None = None, place: Path | None = None) -> tuple[ResidualCnn, ModelCard]:
    """A shipped network, ready to run on the CPU in fp32, and its card; None: the default one.

    Raises StationError if there is no such model, or if its file is missing, damaged or not the one
    on the card.
    """
    card = DENOISERS.named(model, place)
    return read_weights((place or DENOISERS.folder) / card.file, card.sha256), card


def read_weights(path: Path, sha256: str | None = None) -> ResidualCnn:
    """The network in a file of weights; `sha256` None: any file.

    Raises StationError if it cannot be read or does not have that SHA-256.
    """
    return network_in(path, DENOISERS.content(path, sha256))


def network_in(path: Path, content: bytes) -> ResidualCnn:
    """The network in the `content` of `path`. Raises StationError where it is not one."""
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
