"""Training the paper's four tasks by folds.

A fold's folder holds `checkpoint.pt` after every epoch, `log.csv`, and at its end
`weights.safetensors` and `predictions.csv`; a training that was stopped continues at its last epoch
and ends as if it had not been stopped.
"""

import csv
import hashlib
import json
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import numpy as np
import torch
from numpy.random import Generator
from torch import Tensor, nn
from torch.nn import functional

from station.errors import StationError
from station.progress import Report, part, silent
from station.quality.cases import CaseFacts, load_case, load_facts
from station.quality.field import Warp, prepared, random_warp
from station.quality.network import TaskNet
from station.quality.recipe import Recipe
from station.quality.tasks import CHECKPOINT, LOG, PREDICTIONS, RECIPE, WEIGHTS, Split, Task
from station.whole_file import whole_file, writing

FORMAT = "station-grader-training-2"


@dataclass(frozen=True)
class Trained:
    """The result of a fold."""

    task: Task
    fold: int
    folds: int
    epochs: int
    folder: Path
    validation_loss: float | None
    """None: the fold has no held-out cases"""


def folds_of(facts: Sequence[CaseFacts], folds: int, seed: int) -> dict[int, int]:
    """The fold of every patient's seed: each grade is dealt out evenly, in random order."""
    rng = np.random.default_rng([seed, 0xF01D])
    fold_of: dict[int, int] = {}
    start = 0
    for grade in sorted({case.label for case in facts}):
        patients = [case.seed for case in facts if case.label == grade]
        for place, index in enumerate(rng.permutation(len(patients))):
            fold_of[patients[int(index)]] = (start + place) % folds
        start += len(patients)
    return fold_of


def train(
    cases: Sequence[Path],
    task: Task,
    recipe: Recipe,
    out: Path,
    *,
    folds: int = 5,
    only: Sequence[int] | None = None,
    threads: int | None = None,
    report: Report = silent,
) -> list[Trained]:
    """Train a task on graded cases by folds; `only`: these folds, None: all.

    With one fold every case is trained on and none held out. Raises StationError if `out`
    contains another training or cannot be written, or if the loss is not a number; Cancelled.
    """
    if threads is not None:
        torch.set_num_threads(threads)
    chosen = range(folds) if only is None else sorted(set(only))
    if wrong := [fold for fold in chosen if not 0 <= fold < folds]:
        raise StationError(f"There is no fold {wrong[0]} of {folds}. Folds are counted from 0.")
    facts = [load_facts(path) for path in cases]
    if len(facts) < 2 * folds:
        raise StationError(
            f"{len(facts)} cases are too few for {folds} folds. Take more patients or fewer folds."
        )
    dealt = folds_of(facts, folds, recipe.seed)
    results: list[Trained] = []
    for number, fold in enumerate(chosen):
        learned = [
            _Item(path, case)
            for path, case in zip(cases, facts, strict=True)
            if folds == 1 or dealt[case.seed] != fold
        ]
        held = [
            _Item(path, case)
            for path, case in zip(cases, facts, strict=True)
            if folds > 1 and dealt[case.seed] == fold
        ]
        folder = out / f"task-{task}" / f"fold-{fold}"
        with writing(folder):
            folder.mkdir(parents=True, exist_ok=True)
            run = _Fold(task, recipe, learned, held, folder, fold, folds)
            done = run.train(part(report, number / len(chosen), (number + 1) / len(chosen)))
        results.append(done)
    return results


# --- what is learned from -----------------------------------------------------------------------


@dataclass(frozen=True)
class _Item:
    path: Path
    facts: CaseFacts


def _augmentation(recipe: Recipe) -> Callable[[Tensor, Generator], Tensor]:
    """Mirroring and gamma of z-scores (1, slices, rows, columns); MONAI's."""
    from monai.data.meta_obj import set_track_meta
    from monai.transforms.compose import Compose
    from monai.transforms.intensity.array import RandAdjustContrast
    from monai.transforms.spatial.array import RandFlip

    set_track_meta(False)
    steps: list[Any] = []
    if recipe.mirror:
        steps.append(RandFlip(prob=0.5, spatial_axis=2))
    if recipe.gamma:
        ends = (1 - recipe.gamma, 1 + recipe.gamma)
        steps.append(RandAdjustContrast(prob=0.5, gamma=ends, retain_stats=True))
    both = Compose(steps)

    def augmented(field: Tensor, rng: Generator) -> Tensor:
        both.set_random_state(seed=int(rng.integers(1 << 31)))
        return cast(Any, both)(field)

    return augmented


WARPED_SHARE = 0.8
BENT_SHARE = 0.5


def _warp(recipe: Recipe, rng: Generator) -> Warp | None:
    if rng.random() >= WARPED_SHARE:
        return None
    bend = recipe.bend_mm if rng.random() < BENT_SHARE else 0.0
    return random_warp(rng, recipe.rotation_degrees, bend)


class _Inputs:
    """The network's input for a case: plain, or augmented; (1, slices, rows, columns)."""

    def __init__(self, task: Task, recipe: Recipe) -> None:
        self.task, self.recipe = task, recipe
        self.further = _augmentation(recipe)

    def plain(self, item: _Item) -> Tensor:
        return prepared(load_case(item.path).image, self.task.size)

    def augmented(self, item: _Item, rng: Generator) -> Tensor:
        image = load_case(item.path).image
        return self.further(prepared(image, self.task.size, _warp(self.recipe, rng)), rng)


# --- a fold -------------------------------------------------------------------------------------


class _Fold:
    """The training of one network."""

    def __init__(
        self,
        task: Task,
        recipe: Recipe,
        learned: Sequence[_Item],
        held: Sequence[_Item],
        folder: Path,
        fold: int,
        folds: int,
    ) -> None:
        self.task, self.recipe, self.folder = task, recipe, folder
        self.learned, self.held = learned, held
        self.fold, self.folds = fold, folds
        self.device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
        torch.manual_seed(recipe.seed * 1000 + fold)  # pyright: ignore[reportUnknownMemberType]
        to = cast(Any, TaskNet().to(self.device).to)  # torch's stubs have no memory format
        self.network: nn.Module = to(memory_format=torch.channels_last_3d)
        self.optimizer = torch.optim.AdamW(
            self.network.parameters(), lr=recipe.learning_rate, weight_decay=recipe.weight_decay
        )
        self.inputs = _Inputs(task, recipe)
        self.epoch = 0
        self.rows: list[dict[str, float]] = []
        self.identity = hashlib.sha256(
            json.dumps(
                [
                    FORMAT,
                    str(task),
                    fold,
                    folds,
                    recipe.as_toml(),
                    [item.facts.seed for item in learned],
                    [item.facts.seed for item in held],
                ]
            ).encode()
        ).hexdigest()
        self._resume()

    def train(self, report: Report) -> Trained:
        (self.folder.parent / RECIPE).write_text(self.recipe.as_toml(), encoding="utf-8")
        steps = len(self.learned) // self.recipe.batch
        whole = steps * self.recipe.epochs
        while self.epoch < self.recipe.epochs:
            began, losses = time.monotonic(), list[float]()
            rng = np.random.default_rng([self.recipe.seed, self.fold, self.epoch])
            order = rng.permutation(len(self.learned))
            for step in range(steps):
                done = self.epoch * steps + step
                rate = self.recipe.learning_rate * (1 - done / whole) ** self.recipe.power
                first = step * self.recipe.batch
                items = [self.learned[int(i)] for i in order[first : first + self.recipe.batch]]
                given = [self.inputs.augmented(item, rng) for item in items]
                losses.append(self._step(torch.stack(given), items, rate))
                report(done / whole, self._message(step, steps, losses))
            self.epoch += 1
            self.rows.append(
                {
                    "epoch": self.epoch,
                    "training_loss": float(np.mean(losses)),
                    "validation_loss": self._validation_loss(),
                    "seconds": time.monotonic() - began,
                }
            )
            self._save()
        if not self._finished:
            self._finish(report)
        last = self.rows[-1]["validation_loss"]
        return Trained(
            self.task, self.fold, self.folds, self.epoch, self.folder, last if self.held else None
        )

    def _message(self, step: int, steps: int, losses: Sequence[float]) -> str:
        return (
            f"Task {self.task}, fold {self.fold + 1} of {self.folds}, epoch {self.epoch + 1} of "
            f"{self.recipe.epochs}, step {step + 1} of {steps}, loss {np.mean(losses[-20:]):.3f}"
        )

    def _step(self, given: Tensor, items: Sequence[_Item], rate: float) -> float:
        self.network.train()
        for group in self.optimizer.param_groups:
            group["lr"] = rate
        with self._autocast():
            answer = self._answer(given)
        loss = self._loss(answer, items)
        value = float(loss.detach())
        if not np.isfinite(value):
            raise StationError(
                f"The loss is not a number in epoch {self.epoch + 1} of fold {self.fold}. Lower "
                "the learning_rate of the recipe."
            )
        self.optimizer.zero_grad(set_to_none=True)
        loss.backward()  # pyright: ignore[reportUnknownMemberType]
        self.optimizer.step()  # pyright: ignore[reportUnknownMemberType]
        return value

    def _autocast(self) -> torch.autocast:
        return torch.autocast(self.device.type, torch.bfloat16, enabled=self.recipe.bf16)

    def _answer(self, given: Tensor) -> Tensor:
        to = cast(Any, given.to)
        return self.network(to(self.device, memory_format=torch.channels_last_3d))

    def _loss(self, answer: Tensor, items: Sequence[_Item]) -> Tensor:
        good = [float(item.facts.label >= self.task.lowest_good) for item in items]
        wanted = torch.tensor(good, dtype=torch.float32, device=self.device)
        return functional.binary_cross_entropy_with_logits(answer, wanted)

    # Evaluating what was learned

    def _answers(self, items: Sequence[_Item]) -> Iterator[tuple[_Item, Tensor]]:
        self.network.eval()
        with torch.no_grad():
            for item in items:
                with self._autocast():
                    answer = self._answer(self.inputs.plain(item)[None])
                yield item, answer

    def _validation_loss(self) -> float:
        losses = [float(self._loss(answer, [item])) for item, answer in self._answers(self.held)]
        return float(np.mean(losses)) if losses else float("nan")

    @property
    def _finished(self) -> bool:
        return (self.folder / WEIGHTS).exists() and (self.folder / PREDICTIONS).exists()

    def _finish(self, report: Report) -> None:
        report(1.0, f"Task {self.task}, fold {self.fold + 1}: grading its cases")
        rows: list[dict[str, object]] = []
        for split, items in ((Split.TRAIN, self.learned), (Split.VALIDATION, self.held)):
            for number, (item, answer) in enumerate(self._answers(items)):
                rows.append(
                    {
                        "task": str(self.task),
                        "fold": self.fold,
                        "split": str(split),
                        "seed": item.facts.seed,
                        "label": item.facts.label,
                        "truth": int(item.facts.label >= self.task.lowest_good),
                        "epochs": self.epoch,
                        "probability_good": float(torch.sigmoid(answer[0].float())),
                    }
                )
                if number % 10 == 9:
                    report(1.0, f"Task {self.task}, fold {self.fold + 1}: graded {number + 1}")
        self._write_weights()
        _write_csv(self.folder / PREDICTIONS, rows)

    def _write_weights(self) -> None:
        from safetensors import torch as safetensors

        tensors = {
            name: tensor.detach().cpu().float().contiguous(memory_format=torch.contiguous_format)
            for name, tensor in self.network.state_dict().items()
        }
        about = {
            "task": str(self.task),
            "cases": str(len(self.learned)),
            "epochs": str(self.epoch),
        }
        with whole_file(self.folder / WEIGHTS) as part:
            cast(Any, safetensors).save_file(tensors, part, about)

    # Stopping and continuing

    def _save(self) -> None:
        state = {
            "identity": self.identity,
            "epoch": self.epoch,
            "rows": self.rows,
            "network": self.network.state_dict(),
            "optimizer": self.optimizer.state_dict(),
            "rng": torch.get_rng_state(),
        }
        with whole_file(self.folder / CHECKPOINT) as part:
            torch.save(state, part)  # pyright: ignore[reportUnknownMemberType]
        _write_csv(self.folder / LOG, self.rows)

    def _resume(self) -> None:
        path = self.folder / CHECKPOINT
        if not path.exists():
            return
        try:
            state: dict[str, Any] = torch.load(  # pyright: ignore[reportUnknownMemberType]
                path, map_location=self.device, weights_only=True
            )
            identity = state["identity"]
        except Exception as error:  # torch raises almost anything for a broken file
            raise StationError(
                f"{path} is damaged ({error}). Delete it to train this fold again."
            ) from error
        if identity != self.identity:
            raise StationError(
                f"{self.folder} contains another training: another recipe, other cases or other "
                "folds. Train into another folder."
            )
        self.network.load_state_dict(state["network"])
        self.optimizer.load_state_dict(state["optimizer"])
        torch.set_rng_state(state["rng"].cpu())
        self.epoch, self.rows = state["epoch"], list(state["rows"])


def _write_csv(path: Path, rows: Sequence[Mapping[str, object]]) -> None:
    with whole_file(path) as part, part.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, fieldnames=list(rows[0]) if rows else [])
        writer.writeheader()
        writer.writerows(rows)
