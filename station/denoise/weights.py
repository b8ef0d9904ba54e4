"""The shipped weights: which there are, what is known about them, and loading them.

`resources/models/denoiser/models.toml` holds a card for each; the weights next to it are loaded by
their SHA-256 or not at all. `station.denoise.shipping` takes a finished training into that folder.
"""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from station.denoise.network import PATCH, Architecture, Network
from station.errors import StationError
from station.model_cards import REINSTALL, Card, Models
from station.toml_table import TEXT, number, whole


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
        ("budget", f"{card.patches:,} patches of {_patch(card)} voxels"),
        ("loss of held-out patches", f"{card.validation_loss:.4g}"),
    )


def _patch(card: ModelCard) -> str:
    """Rows, columns and slices of a training's patches."""
    recipe = tomllib.loads(card.recipe)
    architecture = Architecture(recipe.get("network", Architecture.RESIDUAL_CNN))
    side = recipe.get("patch", PATCH)
    return f"{side}×{side}×{architecture.slices_in}"


DENOISERS = Models(
    "denoiser",
    ModelCard,
    of_training={
        "target": TEXT('target = "noise-free"'),
        "loss": TEXT('loss = "weighted"'),
        "patches": whole("patches = 400000", 1),
    },
    of_result={"validation_loss": number("validation_loss = 0.1", 0)},
    largest_mb=8,
    rows=_rows,
    measured_on="held-out phantoms",
)


def load(model: str | None = None, place: Path | None = None) -> tuple[Network, ModelCard]:
    """A shipped network, ready to run on the CPU in fp32, and its card; None: the default one.

    Raises StationError if there is no such model, or if its file is missing, damaged or not the one
    on the card.
    """
    card = DENOISERS.named(model, place)
    return read_weights((place or DENOISERS.folder) / card.file, card.sha256), card


def load_by_hash(sha256: str) -> Network:
    """The shipped network of that SHA-256. Raises StationError if there is none."""
    for card in DENOISERS.cards():
        if card.sha256 == sha256:
            return read_weights(DENOISERS.folder / card.file, sha256)
    raise StationError(
        f"No shipped denoiser has the SHA-256 {sha256[:16]}…, which the recipe is to begin with."
    )


def read_weights(path: Path, sha256: str | None = None) -> Network:
    """The network in a file of weights; `sha256` None: any file.

    Raises StationError if it cannot be read or does not have that SHA-256.
    """
    return network_in(path, DENOISERS.content(path, sha256))


def network_in(path: Path, content: bytes) -> Network:
    """The network in the `content` of `path`. Raises StationError where it is not one."""
    return _read(path, content)[0]


def architecture_of(path: Path, content: bytes) -> Architecture:
    """What kind of network the `content` of `path` holds. Raises StationError as `network_in`."""
    return _read(path, content)[1]


def _read(path: Path, content: bytes) -> tuple[Network, Architecture]:
    from safetensors import SafetensorError
    from safetensors import torch as safetensors

    known = " or ".join(architecture.sentence for architecture in Architecture)
    refused = StationError(
        f"{path} does not contain the weights of a denoiser with {known}. {REINSTALL}"
    )
    try:
        state: dict[str, Any] = cast(Any, safetensors).load(content)
    except (SafetensorError, ValueError) as error:
        raise refused from error
    for architecture in Architecture:
        network = architecture.made()
        if network.state_dict().keys() == state.keys():
            try:
                network.load_state_dict(state)
            except RuntimeError as error:
                raise refused from error
            return network.eval(), architecture
    raise refused
