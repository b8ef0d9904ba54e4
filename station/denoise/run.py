"""The files that a training writes into its folder."""

import csv
from contextlib import suppress
from pathlib import Path

WEIGHTS = "denoiser.safetensors"


RECIPE = "training.toml"


LOG = "log.csv"


def read_log(path: Path) -> list[dict[str, str]]:
    """The lines of a training's log; empty if there is no log yet."""
    with suppress(FileNotFoundError), path.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))
    return []
