"""A finished training of the grader, as `station.quality.training` leaves it."""

import csv
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from safetensors import torch as safetensors
from torch import Tensor

from station.model_cards import Facts
from station.pet.image_quality import GRADES
from station.quality.network import OrdinalNet, grade_probabilities
from station.quality.recipe import Recipe

FACTS = Facts(
    "ordinal",
    "Ordinal DenseNet",
    "1",
    "540 examinations of the virtual scanner",
    ("Simulated FDG only.", "No patient was ever graded with it."),
)
FEATURES = OrdinalNet(1).features
CAUSES = ("too few counts", "extravasation", "moved during PET")


def trained(seed: int = 1) -> OrdinalNet:
    """A network that tells images apart, as far as that goes without training."""
    torch.manual_seed(seed)
    network = OrdinalNet(len(CAUSES)).eval()
    with torch.no_grad():
        network.quality.weight.normal_(0, 0.1)
    return network


def features_of(count: int, seed: int) -> Tensor:
    """Of as many images, (count, features of the network)."""
    generator = torch.Generator().manual_seed(seed)
    return torch.rand((count, FEATURES), generator=generator) * 2


def drawn(above: Tensor | NDArray[np.float64], seed: int) -> NDArray[np.int64]:
    """Grades by chance, of logits that they are above 1 to 4."""
    shares = np.cumsum(grade_probabilities(torch.as_tensor(above)).numpy(), axis=1)
    chance = np.random.default_rng(seed).uniform(size=(len(shares), 1))
    return 1 + (chance > shares[:, :4]).sum(axis=1)


def run_of(
    folder: Path,
    seed: int = 1,
    *,
    held_out: int = 40,
    task: str = "ordinal",
    labels: Sequence[int] | None = None,
) -> Path:
    """The folder of a finished fold."""
    run = folder / "task-ordinal" / "fold-0"
    run.mkdir(parents=True)
    network = trained(seed)
    found = {"train": features_of(80, 10 + seed), "validation": features_of(held_out, 20 + seed)}
    tensors = {**network.state_dict(), **{f"features.{split}": x for split, x in found.items()}}
    about = {"task": task, "causes": json.dumps(CAUSES), "cases": "80", "epochs": "12"}
    safetensors.save_file(tensors, run / "weights.safetensors", about)
    rows: list[dict[str, Any]] = []
    for split, features in found.items():
        with torch.no_grad():
            above = network.answers(features)[0]
        grades = drawn(above, seed)
        if labels is not None and split == "validation":
            grades = np.array(labels)
        for number, (logits, label) in enumerate(zip(above.tolist(), grades.tolist(), strict=True)):
            columns = {
                f"above_{grade}": logit for grade, logit in zip(GRADES, logits, strict=False)
            }
            rows.append({"split": split, "seed": number, "label": label, **columns})
    with (run / "predictions.csv").open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerows(rows)
    (run.parent / "recipe.toml").write_text(Recipe(patients=120, epochs=12).as_toml())
    return run
