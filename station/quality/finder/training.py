"""Training the finder on made-up pictures of label maps; it can be stopped and continued."""

import copy
import json
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from math import cos, pi
from pathlib import Path
from typing import Any, cast

import numpy as np
import torch
from safetensors import torch as safetensors
from torch import Tensor
from torch.nn import functional

from station.errors import StationError
from station.progress import Report, silent
from station.quality.finder.cells import inputs_of
from station.quality.finder.made_up import UNKNOWN, LabelledBody, example_of
from station.quality.finder.network import AXIS_OF_WAY, WAYS, FinderNet
from station.quality.finder.recipe import FinderRecipe
from station.quality.organs import Tissue
from station.whole_file import whole_file, writing

CHECKPOINT, RECIPE, WEIGHTS = "checkpoint.pt", "recipe.toml", "weights.safetensors"
AVERAGE = 0.998
"""Of the weights: the shipped ones are the running mean over about 500 steps"""
WARM_UP = 50
"""Steps"""
WAY_WEIGHT = 0.5
"""Of the orientation in the loss"""
LEAST_CELLS = 8
"""A tissue of fewer cells in a picture has no overlap worth a score"""
KEEP_EVERY_S = 180.0
WEIGHT: Mapping[Tissue, float] = {
    Tissue.AIR: 0.3,
    Tissue.BODY: 0.7,
    Tissue.MUSCLE: 0.7,
    Tissue.LUNGS: 1.5,
    Tissue.LIVER: 2.0,
    Tissue.SPLEEN: 5.0,
    Tissue.HEART: 3.0,
    Tissue.BLOOD: 4.0,
    Tissue.BRAIN: 2.0,
    Tissue.KIDNEYS: 5.0,
    Tissue.BLADDER: 5.0,
    Tissue.ARMS: 1.0,
    Tissue.GUT: 2.0,
    Tissue.LESION: 4.0,
}
"""Of a cell in the cross-entropy: small organs would be learned last, about as 1 / √volume"""


def train_finder(
    bodies: Sequence[Callable[[], LabelledBody]],
    shares: Sequence[float],
    recipe: FinderRecipe,
    out: Path,
    *,
    threads: int | None = None,
    report: Report = silent,
) -> FinderNet:
    """Train on bodies drawn with these shares; `out` keeps a checkpoint every few minutes, and at
    the end the weights, the running mean of the network's.

    A stopped training continues at its last checkpoint. Each element of `bodies` loads one. Raises
    StationError where `out` holds another training or cannot be written, Cancelled.
    """
    if threads is not None:
        torch.set_num_threads(threads)
    with writing(out):
        out.mkdir(parents=True, exist_ok=True)
        (out / RECIPE).write_text(recipe.as_toml(), encoding="utf-8")
    run = _Run(recipe, out)
    chances = np.asarray(shares, np.float64) / np.sum(shares)
    kept = time.monotonic()
    losses: list[float] = []
    try:
        while run.step < recipe.steps:
            rng = np.random.default_rng([recipe.seed, run.step])
            body = bodies[int(rng.choice(len(bodies), p=chances))]()
            losses.append(run.learn(body, rng))
            recent = float(np.mean(losses[-100:]))
            report(run.step / recipe.steps, f"Step {run.step} of {recipe.steps}, loss {recent:.3f}")
            if time.monotonic() - kept > KEEP_EVERY_S:
                run.keep()
                kept = time.monotonic()
    finally:
        run.keep()
    with writing(out), whole_file(out / WEIGHTS) as part:
        cast(Any, safetensors).save_file(run.average.state_dict(), part)
    return run.average.eval()


class _Run:
    def __init__(self, recipe: FinderRecipe, out: Path) -> None:
        self.recipe, self.path = recipe, out / CHECKPOINT
        torch.manual_seed(recipe.seed)  # pyright: ignore[reportUnknownMemberType]
        self.network = FinderNet()
        self.average = copy.deepcopy(self.network)
        self.optimizer = torch.optim.AdamW(
            self.network.parameters(), lr=recipe.learning_rate, weight_decay=recipe.weight_decay
        )
        self.step = 0
        self.identity = json.dumps(asdict(recipe), sort_keys=True)
        if self.path.exists():
            self._resume()

    def learn(self, body: LabelledBody, rng: np.random.Generator) -> float:
        example = example_of(body, rng)
        given = inputs_of(example.uptake, example.hu)[None]
        truth = torch.tensor(example.tissue, dtype=torch.long)[None]
        # The head learns from every picture as it is, and from one of its turned copies.
        ways = rng.integers(1, 2**WAYS)
        turned = torch.tensor([[float(ways >> way & 1) for way in range(WAYS)]])
        copy = given.flip([AXIS_OF_WAY[way] for way in range(WAYS) if ways >> way & 1])
        for group in self.optimizer.param_groups:
            group["lr"] = self._rate()
        self.optimizer.zero_grad(set_to_none=True)
        with torch.autocast("cpu", torch.bfloat16, enabled=self.recipe.bf16):
            logits, as_it_is = self.network(given)
            as_copied = self.network.turned(copy)
        seen = torch.cat([as_it_is, as_copied]).float()
        truth_of_ways = torch.cat([torch.zeros_like(turned), turned])
        loss = tissue_loss(logits.float(), truth)
        loss = loss + WAY_WEIGHT * functional.binary_cross_entropy_with_logits(seen, truth_of_ways)
        cast(Any, loss).backward()
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), 2.0)
        cast(Any, self.optimizer).step()
        self.step += 1
        keep = min(AVERAGE, self.step / (self.step + 10))
        with torch.no_grad():
            for mean, now in zip(self.average.parameters(), self.network.parameters(), strict=True):
                mean.lerp_(now, 1 - keep)
        return float(loss.detach())

    def _rate(self) -> float:
        warm = min(1.0, (self.step + 1) / WARM_UP)
        return (
            self.recipe.learning_rate * warm * 0.5 * (1 + cos(pi * self.step / self.recipe.steps))
        )

    def keep(self) -> None:
        state = {
            "identity": self.identity,
            "step": self.step,
            "network": self.network.state_dict(),
            "average": self.average.state_dict(),
            "optimizer": self.optimizer.state_dict(),
        }
        with writing(self.path), whole_file(self.path) as part:
            torch.save(state, part)

    def _resume(self) -> None:
        state = torch.load(self.path, weights_only=True)
        if state["identity"] != self.identity:
            raise StationError(
                f"{self.path} belongs to a training with another recipe. Choose another folder."
            )
        self.step = state["step"]
        self.network.load_state_dict(state["network"])
        self.average.load_state_dict(state["average"])
        self.optimizer.load_state_dict(state["optimizer"])


def tissue_loss(logits: Tensor, truth: Tensor) -> Tensor:
    """Cross-entropy, and 1 − the mean overlap (Dice) of the tissues that are there.

    `truth` (images, slices, rows, columns) holds UNKNOWN where nothing is learned.
    """
    known = truth != UNKNOWN
    weight = logits.new_tensor([WEIGHT[tissue] for tissue in Tissue])
    loss = functional.cross_entropy(logits, truth, weight, ignore_index=UNKNOWN)
    shares = torch.softmax(logits, 1) * known[:, None]
    overlaps: list[Tensor] = []
    for tissue in Tissue:
        there = truth == tissue
        size = there.sum()
        if size < LEAST_CELLS:
            continue
        share = shares[:, tissue]
        overlaps.append(2 * (share * there).sum() / (share.sum() + size))
    return loss + 1 - torch.stack(overlaps).mean() if overlaps else loss
