"""Measured cases that were never simulated, and a training of the grader on them."""

from functools import cache
from pathlib import Path
from shutil import copytree
from tempfile import mkdtemp

import numpy as np

from station.lab.grader.rows import Row
from station.lab.grader.training import Recipe, train_regression
from station.model_cards import Facts
from station.quality.measures import kind, noise, uptake
from station.quality.measures.every import QUANTITIES
from station.quality.measures.quantity import Quantity
from tests.quality.graded import facts

FACTS = Facts(
    "ordinal",
    "Ordinal regression",
    "1",
    "120 examinations of the virtual scanner",
    ("Simulated FDG only.", "No patient was ever graded with it."),
)
SCANNERS = ("first", "second", "third")
RECIPE = Recipe(patients=120, softness=100.0)
NOISE = (noise.LIVER_COV, noise.LIVER_ALONG, noise.BODY_ALONG)


def values_of(quality: float, rng: np.random.Generator) -> dict[Quantity, float]:
    """The worse the quality, the higher the noise; all else is usual, by chance."""
    values = {
        quantity: float(np.exp(rng.normal(0, 0.2)) * (quantity.least or 1.0) * 4)
        for quantity in QUANTITIES
    }
    for quantity in NOISE:
        values[quantity] = float(np.exp(4.2 - 0.4 * quality + rng.normal(0, 0.1)))
    return values | {
        kind.LIVER_ML: float(rng.normal(1700, 250)),
        kind.LUNGS_ML: float(rng.normal(4000, 600)),
        uptake.MUSCLE_TO_LIVER: float(rng.normal(0.3, 0.04)),
    }


def rows_of(count: int, seed: int = 1) -> list[Row]:
    rng = np.random.default_rng([seed, 0xF1])
    rows: list[Row] = []
    for number in range(count):
        quality = float(rng.uniform(0.6, 5.4))
        label = int(np.clip(round(quality), 1, 5))
        about = facts(
            number + 1,
            label,
            quality=quality,
            spoiled={"too few counts": quality},
            clinic=SCANNERS[number % len(SCANNERS)],
        )
        rows.append(Row(str(number + 1), about, values_of(quality, rng)))
    return rows


@cache
def _trained() -> Path:
    folder = Path(mkdtemp(prefix="station-grader-"))
    train_regression(rows_of(120), RECIPE, folder)
    return folder


def run_of(folder: Path) -> Path:
    """A copy of the folder of a finished training."""
    copytree(_trained(), folder)
    return folder
