"""The shipped finder: its card, and loading it."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from station.errors import StationError
from station.model_cards import REINSTALL, Card, Models
from station.quality.finder.network import CHANNELS, FinderNet
from station.quality.organs import CELL_MM, Tissue
from station.toml_table import whole

ARCHITECTURE = (
    f"3-D U-Net on uptake (and HU, where there is a CT) in cells of {CELL_MM:g} mm, "
    f"{', '.join(map(str, CHANNELS))} channels on {len(CHANNELS)} scales, two 3×3×3 convolutions "
    f"with instance normalisation each; {len(Tissue)} tissues, and three ways to be turned"
)
ABOUT = (
    "Finds liver, spleen, lungs, heart, blood pool, brain, kidneys, bladder, gut, muscle and arms "
    "in a PET of the trunk, with or without a CT, and whether the patient is mirrored, upside down "
    "or back to front. It has never seen a scanner's image: only label maps whose uptake, blur, "
    "noise and field of view were drawn at random. It does not find disease."
)


@dataclass(frozen=True, kw_only=True)
class FinderCard(Card):
    steps: int
    """Pictures that it was trained on"""


def _rows(card: FinderCard) -> Sequence[tuple[str, str]]:
    return (("budget", f"{card.steps:,} pictures, each drawn once"),)


FINDERS = Models(
    "finder",
    FinderCard,
    of_training={"steps": whole("steps = 3000", 1)},
    of_result={},
    largest_mb=4,
    rows=_rows,
    measured_on="bodies and scanners that it never saw",
    about=ABOUT,
)


def load(model: str | None = None, place: Path | None = None) -> tuple[FinderNet, FinderCard]:
    """A shipped finder and its card; None: the default one.

    Raises StationError if there is no such model, or if its file is missing, damaged or not the one
    on the card.
    """
    from safetensors import SafetensorError
    from safetensors import torch as safetensors

    card = FINDERS.named(model, place)
    path = (place or FINDERS.folder) / card.file
    network = FinderNet()
    try:
        network.load_state_dict(cast(Any, safetensors).load(FINDERS.content(path, card.sha256)))
    except (SafetensorError, ValueError, RuntimeError) as error:
        raise StationError(
            f"{path} does not contain the weights of a finder: {ARCHITECTURE}. {REINSTALL}"
        ) from error
    return network.eval(), card
