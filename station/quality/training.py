"""Training the grader: the paper's four tasks by folds, and the ordinal network that is shipped.

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
from math import erf, sqrt
from pathlib import Path
from typing import Any, cast

import numpy as np
import torch
from numpy.random import Generator
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from station.errors import StationError
from station.pet.image_quality import LOWEST_GOOD
from station.progress import Report, part, silent
from station.quality.cases import CaseFacts, load_case, load_facts
from station.quality.cells import prepared_cells
from station.quality.field import Warp, prepared, random_warp
from station.quality.network import OrdinalNet, TaskNet, grade_probabilities
from station.quality.profile import profile_length, profile_of
from station.quality.recipe import Recipe
from station.quality.tasks import CHECKPOINT, LOG, PREDICTIONS, RECIPE, WEIGHTS, Split, Task
from station.whole_file import whole_file, writing

FORMAT = "station-grader-training-1"


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
    causes: Sequence[str] = (),
    threads: int | None = None,
    report: Report = silent,
) -> list[Trained]:
    """Train a task on graded cases by folds; `only`: these folds, None: all.

    With one fold every case is trained on and none held out. `causes` are the names of
    `CaseFacts.spoiled` that the ordinal network learns to recognise. Raises StationError if `out`
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
            run = _Fold(task, recipe, learned, held, folder, fold, folds, tuple(causes))
            done = run.train(part(report, number / len(chosen), (number + 1) / len(chosen)))
        results.append(done)
    return results


# --- what is learned from -----------------------------------------------------------------------


@dataclass(frozen=True)
class _Item:
    path: Path
    facts: CaseFacts


@dataclass(frozen=True, eq=False)
class _Targets:
    """The training targets of one case."""

    good: float
    above: NDArray[np.float32]
    """Probability that the grade is above 1, 2, 3, 4, (4,)"""
    causes: NDArray[np.float32]
    known: NDArray[np.float32]
    """1 where it is clear whether the cause is visible, 0 where it is doubtful"""
    noise: float
    """Log of the liver's noise in %"""


SEEN_BELOW = 4.5
"""Quality that a cause alone would leave: below this it is visible"""
UNSEEN_ABOVE = 5.2


def settled_above(quality: float, rater_sd: float) -> NDArray[np.float32]:
    """Probability that two raters and, if they differ, a third decide on a grade above 1, 2, 3, 4.

    Each sees the quality with an error of this standard deviation, and the third chooses between
    the two: the result is the middle of three. 0: the grade itself.
    """
    above: list[float] = []
    for grade in (1, 2, 3, 4):
        away = quality - grade - 0.5
        if rater_sd == 0:
            above.append(float(away > 0))
            continue
        below = 0.5 * (1 + erf(away / rater_sd / sqrt(2)))
        above.append(below * below * (3 - 2 * below))
    return np.array(above, np.float32)


def _targets(facts: CaseFacts, task: Task, recipe: Recipe, causes: Sequence[str]) -> _Targets:
    left = np.array([facts.spoiled.get(cause, 5.49) for cause in causes], np.float32)
    return _Targets(
        float(facts.label >= task.lowest_good),
        settled_above(facts.quality, recipe.rater_sd)
        if recipe.rater_sd
        else np.array([facts.label > grade for grade in (1, 2, 3, 4)], np.float32),
        (left < SEEN_BELOW).astype(np.float32),
        ((left < SEEN_BELOW) | (left > UNSEEN_ABOVE)).astype(np.float32),
        float(np.log(facts.liver_noise_percent)),
    )


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
    """The network's input for a case: plain, or augmented.

    For the ordinal network: cells and their profile. Computing them takes longer than learning from
    them, so each case has a plain and `Recipe.variants` warped versions, which are computed once
    and kept; mirroring is added.
    """

    def __init__(self, task: Task, recipe: Recipe, folder: Path) -> None:
        self.task, self.recipe = task, recipe
        self.folder = folder
        self.further = _augmentation(recipe)

    def plain(self, item: _Item) -> tuple[Tensor, ...]:
        if self.task is not Task.ORDINAL:
            return (prepared(load_case(item.path).image, self.task.size),)
        return self.version(item, 0)

    def augmented(self, item: _Item, epoch: int, rng: Generator) -> tuple[Tensor, ...]:
        if self.task is not Task.ORDINAL:
            image = load_case(item.path).image
            field = prepared(image, self.task.size, _warp(self.recipe, rng))
            return (self.further(field, rng),)
        cells, profile = self.version(item, epoch % (1 + self.recipe.variants))
        if self.recipe.mirror and rng.random() < 0.5:
            cells = cells.flip(3)  # the profile is the same
        return cells, profile

    def version(self, item: _Item, variant: int) -> tuple[Tensor, Tensor]:
        """Cells and profile of a case: plain (0), or one of its warped versions."""
        path = self.folder / f"{item.path.stem}-{variant}.npz"
        if not path.exists():
            rng = np.random.default_rng([self.recipe.seed, item.facts.seed, variant])
            warp = None
            if variant:
                warp = random_warp(rng, self.recipe.rotation_degrees, self.recipe.bend_mm)
            cells = prepared_cells(load_case(item.path).image, warp)[0].half()
            with whole_file(path) as part, part.open("wb") as file:
                np.savez(file, cells=cells.numpy(), profile=profile_of(cells.float()).numpy())
        with np.load(path) as kept:
            return (
                torch.tensor(kept["cells"], dtype=torch.float32),
                torch.tensor(kept["profile"], dtype=torch.float32),
            )


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
        causes: tuple[str, ...],
    ) -> None:
        self.task, self.recipe, self.folder = task, recipe, folder
        self.learned, self.held = learned, held
        self.fold, self.folds = fold, folds
        self.causes = causes if task is Task.ORDINAL else ()
        self.device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
        torch.manual_seed(recipe.seed * 1000 + fold)  # pyright: ignore[reportUnknownMemberType]
        network: nn.Module = OrdinalNet(len(self.causes)) if task is Task.ORDINAL else TaskNet()
        to = cast(Any, network.to(self.device).to)  # torch's stubs have no memory format
        self.network: nn.Module = to(memory_format=torch.channels_last_3d)
        self.optimizer = torch.optim.AdamW(
            self.network.parameters(), lr=recipe.learning_rate, weight_decay=recipe.weight_decay
        )
        # Cells depend on how they are warped, but on nothing else in the recipe.
        kind = f"{profile_length()}-{recipe.seed}-{recipe.rotation_degrees:g}-{recipe.bend_mm:g}"
        self.inputs = _Inputs(task, recipe, folder.parent.parent / f"cells-{kind}")
        self.targets = {
            item.facts.seed: _targets(item.facts, task, recipe, self.causes)
            for item in (*learned, *held)
        }
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
                    self.causes,
                    [item.facts.seed for item in learned],
                    [item.facts.seed for item in held],
                ]
            ).encode()
        ).hexdigest()
        self._resume()

    def train(self, report: Report) -> Trained:
        (self.folder.parent / RECIPE).write_text(self.recipe.as_toml(), encoding="utf-8")
        if isinstance(self.network, OrdinalNet) and self.epoch == 0:
            report(0.0, f"Task {self.task}, fold {self.fold + 1}: reading its cases")
            self.network.know_profiles(
                torch.stack([self.inputs.plain(item)[1] for item in self.learned])
            )
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
                given = [self.inputs.augmented(item, self.epoch, rng) for item in items]
                losses.append(self._step(_batch(given), items, rate))
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
            self._train_heads(report)
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

    def _step(self, given: Sequence[Tensor], items: Sequence[_Item], rate: float) -> float:
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

    def _train_heads(self, report: Report) -> None:
        """Train all of the ordinal network except its dense blocks, on their output for every
        version of every case. Too short for checkpoints: a training stopped here restarts this
        stage."""
        if not isinstance(self.network, OrdinalNet) or not self.recipe.head_epochs:
            return
        network, epochs = self.network, self.recipe.head_epochs
        seen = [self._seen(network, variant, report) for variant in range(1 + self.recipe.variants)]
        heads = [
            weight for name, weight in network.named_parameters() if not name.startswith("body.")
        ]
        optimizer = torch.optim.AdamW(
            heads, lr=self.recipe.learning_rate, weight_decay=self.recipe.weight_decay
        )
        steps = len(self.learned) // self.recipe.batch
        began, losses = time.monotonic(), list[float]()
        network.train()
        for epoch in range(epochs):
            losses.clear()
            rng = np.random.default_rng([self.recipe.seed, self.fold, self.epoch + epoch])
            order = rng.permutation(len(self.learned))
            places, profiles = seen[epoch % len(seen)]
            for step in range(steps):
                left = 1 - (epoch * steps + step) / (epochs * steps)
                for group in optimizer.param_groups:
                    group["lr"] = self.recipe.learning_rate * left**self.recipe.power
                chosen = order[step * self.recipe.batch : (step + 1) * self.recipe.batch]
                features = torch.cat([places[chosen], network.looked_at(profiles[chosen])], 1)
                loss = self._loss(network.answers(features), [self.learned[int(i)] for i in chosen])
                losses.append(float(loss.detach()))
                optimizer.zero_grad(set_to_none=True)
                loss.backward()  # pyright: ignore[reportUnknownMemberType]
                optimizer.step()  # pyright: ignore[reportUnknownMemberType]
            report(1.0, f"Task {self.task}, fold {self.fold + 1}: heads, epoch {epoch + 1}")
        self.rows.append(
            {
                "epoch": self.epoch + epochs,
                "training_loss": float(np.mean(losses)),
                "validation_loss": self._validation_loss(),
                "seconds": time.monotonic() - began,
            }
        )
        _write_csv(self.folder / LOG, self.rows)

    def _seen(self, network: OrdinalNet, variant: int, report: Report) -> tuple[Tensor, Tensor]:
        """The dense blocks' output for a version of every case, and its profiles."""
        network.eval()
        features: list[Tensor] = []
        profiles: list[Tensor] = []
        with torch.no_grad():
            for number, item in enumerate(self.learned):
                cells, profile = _batch([self.inputs.version(item, variant)])
                cells, profile = cells.to(self.device), profile.to(self.device)
                with self._autocast():
                    places = network.body(cells)
                features.append(network.over_the_body(places, network.shares(cells)))
                profiles.append(profile)
                if number % 20 == 19:
                    report(1.0, f"Task {self.task}, fold {self.fold + 1}: prepared {number + 1}")
        return torch.cat(features), torch.cat(profiles)

    def _autocast(self) -> torch.autocast:
        return torch.autocast(self.device.type, torch.bfloat16, enabled=self.recipe.bf16)

    def _answer(self, given: Sequence[Tensor]) -> Any:
        image, *others = given
        to = cast(Any, image.to)
        image = to(self.device, memory_format=torch.channels_last_3d)
        return self.network(image, *(other.to(self.device) for other in others))

    def _loss(self, answer: Any, items: Sequence[_Item]) -> Tensor:
        wanted = [self.targets[item.facts.seed] for item in items]

        def tensor(of: Callable[[_Targets], Any]) -> Tensor:
            values = np.stack([np.asarray(of(target), np.float32) for target in wanted])
            return torch.tensor(values, device=self.device)

        bce = functional.binary_cross_entropy_with_logits
        if self.task is not Task.ORDINAL:
            return bce(answer, tensor(lambda target: target.good))
        above, causes, noise = cast(tuple[Tensor, Tensor, Tensor], answer)
        loss = bce(above, tensor(lambda target: target.above))
        if self.recipe.cause_weight:
            known = tensor(lambda target: target.known)
            named = bce(causes, tensor(lambda target: target.causes), weight=known)
            off = functional.mse_loss(noise, tensor(lambda target: target.noise))
            loss = loss + self.recipe.cause_weight * (named + off)
        return loss

    # Evaluating what was learned

    def _answers(self, items: Sequence[_Item]) -> Iterator[tuple[_Item, Any]]:
        self.network.eval()
        with torch.no_grad():
            for item in items:
                with self._autocast():
                    answer = self._answer(_batch([self.inputs.plain(item)]))
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
        features: dict[Split, list[NDArray[np.float32]]] = {split: [] for split in Split}
        for split, items in ((Split.TRAIN, self.learned), (Split.VALIDATION, self.held)):
            for number, (item, image_features, values) in enumerate(self._graded(items)):
                if image_features is not None:
                    features[split].append(image_features)
                rows.append(
                    {
                        "task": str(self.task),
                        "fold": self.fold,
                        "split": str(split),
                        "seed": item.facts.seed,
                        "label": item.facts.label,
                        "truth": int(item.facts.label >= self.task.lowest_good),
                        "epochs": self.epoch,
                        **values,
                    }
                )
                if number % 10 == 9:
                    report(1.0, f"Task {self.task}, fold {self.fold + 1}: graded {number + 1}")
        self._write_weights(features)
        _write_csv(self.folder / PREDICTIONS, rows)

    def _graded(
        self, items: Sequence[_Item]
    ) -> Iterator[tuple[_Item, NDArray[np.float32] | None, dict[str, float]]]:
        """(case, its features if the network is the ordinal one, its answers)."""
        self.network.eval()
        with torch.no_grad():
            for item in items:
                given = [part.to(self.device) for part in _batch([self.inputs.plain(item)])]
                with self._autocast():
                    if not isinstance(self.network, OrdinalNet):
                        logit = self.network(given[0])[0].float()
                        yield item, None, {"probability_good": float(torch.sigmoid(logit))}
                        continue
                    places = self.network.body(given[0])
                features = self.network.pooled(places, self.network.shares(given[0]), given[1])
                yield item, features[0].cpu().numpy(), self._ordinal(self.network, features)

    def _ordinal(self, network: OrdinalNet, features: Tensor) -> dict[str, float]:
        above, causes, noise = network.answers(features)
        shares = grade_probabilities(above)[0]
        values = {f"above_{k + 1}": float(above[0, k]) for k in range(above.shape[1])}
        values |= {f"p{grade + 1}": float(share) for grade, share in enumerate(shares)}
        values["probability_good"] = float(shares[LOWEST_GOOD - 1 :].sum())
        values["liver_noise_percent"] = float(noise[0].exp())
        named = torch.sigmoid(causes[0])
        return values | {
            f"cause {name}": float(one) for name, one in zip(self.causes, named, strict=True)
        }

    def _write_weights(self, features: Mapping[Split, Sequence[NDArray[np.float32]]]) -> None:
        from safetensors import torch as safetensors

        tensors = {
            name: tensor.detach().cpu().float().contiguous(memory_format=torch.contiguous_format)
            for name, tensor in self.network.state_dict().items()
        }
        for split, vectors in features.items():
            if vectors:
                tensors[f"features.{split}"] = torch.tensor(np.stack(vectors))
        about = {
            "task": str(self.task),
            "causes": json.dumps(self.causes),
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


def _batch(given: Sequence[tuple[Tensor, ...]]) -> list[Tensor]:
    return [torch.stack(parts) for parts in zip(*given, strict=True)]


def _write_csv(path: Path, rows: Sequence[Mapping[str, object]]) -> None:
    with whole_file(path) as part, part.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, fieldnames=list(rows[0]) if rows else [])
        writer.writeheader()
        writer.writerows(rows)
