"""A finished training of the denoiser, as `station.denoise.training` leaves it."""

from pathlib import Path

import torch

from station.denoise.network import ResidualCnn
from station.denoise.recipe import Recipe
from station.denoise.training import save_weights
from station.model_cards import Facts

FACTS = Facts(
    "paper",
    'The "paper\'s" network',
    "1",
    "40 slabs of the virtual scanner",
    ("Simulated FDG only.", r"Not for C:\ drives."),
)


def run_of(folder: Path, seed: int = 1) -> Path:
    """The folder of a finished training."""
    folder.mkdir()
    torch.manual_seed(seed)
    save_weights(ResidualCnn(), folder / "denoiser.safetensors")
    (folder / "training.toml").write_text(Recipe(patches=400_000).as_toml())
    (folder / "log.csv").write_text("patches,validation_loss\n200000,0.4\n400064,0.25\n")
    return folder
