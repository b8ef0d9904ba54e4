"""Training of the denoiser: pairs in, weights, logs and checkpoints out.

The run is determined by its recipe and its slabs: the patches of a step follow from the step's
number, so that a run that was stopped continues from its last checkpoint and ends with the same
weights.
"""

import copy
import csv
import ctypes
import hashlib
import json
import time
import tomllib
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from math import ceil, isfinite
from pathlib import Path
from typing import Any, cast

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from station.denoise.device import Device, Precision
from station.denoise.level import NoiseLevel
from station.denoise.network import PATCH, Network, ResidualCnn
from station.denoise.pairs import AIR_SUV, Batch, Cut, Mask, Pairs, Slab, Target
from station.denoise.recipe import Recipe
from station.denoise.run import LOG, RECIPE, WEIGHTS, read_log
from station.denoise.weights import load_by_hash
from station.errors import Cancelled, StationError
from station.progress import Report, silent
from station.whole_file import whole_file, writing

FIGURE = "loss.png"
TENSORBOARD = "tensorboard"
CHECKPOINT = "checkpoint-{step:09d}.pt"
CHECKPOINTS_KEPT = 2
CHECKPOINT_FORMAT = 1

VALIDATION_PATCHES = 2048
"""At most this many of the held-out places' patches are evaluated for a line of the log; fewer
where they are larger than the paper's"""
SCALES = (3, 5, 9)
"""Sides of the squares, in pixels over all slices, whose means `Recipe.scale_loss` compares"""
BALANCE_PIXELS = 9
"""Side of the square over whose mean `Recipe.balance_suv` normalises an error"""
REFERENCE_S = 120.0
"""Seconds per bed at which an error counts once with `Recipe.balance_levels`"""
REPORT_EVERY_S = 0.5
HELD_OUT_LEVEL_S = 120

COLUMNS = (
    "step",
    "patches",
    "learning_rate",
    "training_loss",
    "validation_loss",
    "patches_per_second",
    "held_out_rmse",
    "held_out_lesion_mean",
)


@dataclass(frozen=True)
class Trained:
    """The result of a run in its folder."""

    weights: Path
    steps: int
    patches: int
    training_loss: float
    validation_loss: float
    held_out_rmse: float | None
    """RMSE of SUV in the body of the held-out slabs at 120 s/bed, against the noise-free image"""
    held_out_lesion_mean: float | None
    """Their lesions' SUVmean divided by that of the noise-free image, mean over slabs"""


# -- loss ------------------------------------------------------------------------------------------


def loss_of(noise: Tensor, batch: "Tensors", recipe: Recipe) -> Tensor:
    """Loss of the estimated noise, a scalar: equation 1 if all weights are 1, else equation 2.

    Beyond the paper `recipe.scale_loss` adds the errors of local means.
    """
    error = (batch.middle - batch.target - noise.float()) * batch.emphasis
    loss = (error * batch.weight).square().mean()
    if recipe.scale_loss:
        error, weight = error.mean(1, keepdim=True), batch.weight.mean(1, keepdim=True)
        for side in SCALES:
            local = functional.avg_pool2d(error, side, 1) * functional.avg_pool2d(weight, side, 1)
            loss = loss + recipe.scale_loss / len(SCALES) * local.square().mean()
    return loss


@dataclass(frozen=True, eq=False)
class Tensors:
    """A batch on the device: (patches, slices, side, side), channels last."""

    noisy: Tensor
    """SUV over the recipe's input scale, like `middle` and `target`"""
    middle: Tensor
    """Of `noisy` the slices that come out"""
    target: Tensor
    """Of the slices that come out, like `weight`"""
    weight: Tensor
    emphasis: Tensor
    """Weight of an error by its place and the length of the scan; broadcasts"""


def tensors(batch: Batch, network: Network, recipe: Recipe, device: torch.device) -> Tensors:
    noisy, target, weight, seconds = (
        torch.from_numpy(values).to(device)  # pyright: ignore[reportUnknownMemberType]
        for values in (batch.noisy, batch.target, batch.weight, batch.seconds)
    )
    emphasis = torch.ones(1, device=device)
    if recipe.balance_suv:
        half = BALANCE_PIXELS // 2
        mean = network.middle(noisy).mean(1, keepdim=True)
        local = functional.avg_pool2d(mean, BALANCE_PIXELS, 1, half, count_include_pad=False)
        emphasis = recipe.balance_suv / (recipe.balance_suv + local.clamp_min(0))
    if recipe.balance_levels:
        emphasis = emphasis * (seconds / REFERENCE_S).sqrt()[:, None, None, None]
    noisy, target = (
        (values / recipe.input_scale).contiguous(memory_format=torch.channels_last)
        for values in (noisy, target)
    )
    return Tensors(noisy, network.middle(noisy), target, weight, emphasis)


# -- order of the patches --------------------------------------------------------------------------


class Order:
    """The patches of each step. Everything follows from the recipe's seed and the step's number."""

    def __init__(self, pairs: Pairs, recipe: Recipe) -> None:
        self._recipe = recipe
        self._levels = len(pairs.levels)
        shuffled = np.random.default_rng([recipe.seed, 0]).permutation(len(pairs.places))
        count = max(1, round(recipe.held_out * len(shuffled)))
        if count >= len(shuffled):
            raise StationError("All patches would be held out. Train on more or larger slabs.")
        self.held_out = shuffled[:count]
        trained = np.sort(shuffled[count:])
        lesions, others = trained[:0], trained
        if recipe.lesion_share:
            lesions = trained[pairs.with_lesion[trained]]
            others = trained[~pairs.with_lesion[trained]]
            if not len(lesions):
                raise StationError(
                    "lesion_share requires patches with lesions, but no slab contains a lesion. "
                    "Set it to 0 or train on slabs with lesions."
                )
            if not len(others):
                raise StationError(
                    "lesion_share also requires patches without lesions, but the slabs have none. "
                    "Set it to 0 or train on larger slabs."
                )
        self._streams = (
            _Stream(lesions, self._levels, (recipe.seed, 1)),
            _Stream(others, self._levels, (recipe.seed, 2)),
        )
        self.patches_an_epoch = len(trained) * self._levels

    @property
    def steps(self) -> int:
        total = self._recipe.patches or (self._recipe.epochs or 1) * self.patches_an_epoch
        return ceil(total / self._recipe.batch)

    def step(
        self, step: int
    ) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64] | None]:
        """Places, levels and turns of a step's patches."""
        size, share = self._recipe.batch, self._recipe.lesion_share
        lesion_first, lesion_end = (int(at * size * share) for at in (step, step + 1))
        other_first, other_end = step * size - lesion_first, (step + 1) * size - lesion_end
        drawn = [
            self._streams[0].items(lesion_first, lesion_end),
            self._streams[1].items(other_first, other_end),
        ]
        items = np.concatenate(drawn)
        turns = None
        if self._recipe.augment:
            turns = np.random.default_rng([self._recipe.seed, 3, step]).integers(0, 8, size)
        return items // self._levels, items % self._levels, turns

    def validation(self) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Places and levels of the held-out patches, evenly thinned to `VALIDATION_PATCHES`."""
        most = max(1, round(VALIDATION_PATCHES * (PATCH / self._recipe.patch) ** 2))
        items = (self.held_out[:, None] * self._levels + np.arange(self._levels)).ravel()
        thinned = items[:: max(1, ceil(len(items) / most))]
        return thinned // self._levels, thinned % self._levels


class _Stream:
    """Places × levels, shuffled again for every round; an item is place * levels + level."""

    def __init__(self, places: NDArray[np.int64], levels: int, seed: tuple[int, int]) -> None:
        self._all = (places[:, None] * levels + np.arange(levels)).ravel()
        self._seed = seed
        self._round, self._shuffled = -1, self._all

    def items(self, first: int, end: int) -> NDArray[np.int64]:
        """The items with numbers from `first` up to, not including, `end` of the endless stream."""
        parts: list[NDArray[np.int64]] = [self._all[:0]]
        while first < end:
            turn, at = divmod(first, len(self._all))
            if turn != self._round:
                self._shuffled = np.random.default_rng([*self._seed, turn]).permutation(self._all)
                self._round = turn
            part = self._shuffled[at : at + end - first]
            parts.append(part)
            first += len(part)
        return np.concatenate(parts)


def learning_rate(recipe: Recipe, fraction: float) -> float:
    """The rate after this fraction of the training."""
    total, gone = sum(recipe.phases), 0.0
    following = (*recipe.learning_rates[1:], 0.0)
    for rate, later, phase in zip(recipe.learning_rates, following, recipe.phases, strict=True):
        gone += phase
        if fraction < gone / total:
            left = (gone - fraction * total) / phase
            return later + (rate - later) * left if recipe.falling else rate
    return 0.0 if recipe.falling else recipe.learning_rates[-1]


# -- the run ---------------------------------------------------------------------------------------


def train(
    slabs: Sequence[Slab],
    recipe: Recipe,
    out: Path,
    report: Report = silent,
    held_out: Sequence[Slab] = (),
    threads: int | None = None,
) -> Trained:
    """Train on the slabs and write weights, recipe, log, loss curve and checkpoints to `out`.

    Continues from the last checkpoint in `out`, if there is one. `held_out` slabs are never trained
    on; each checkpoint is tested on them. `threads` of the processor, None: torch's choice; the
    weights depend on it in their last digits. It leaves a checkpoint when cancelled.

    Raises StationError if `out` cannot be written or contains another training, or if the loss is
    no longer a number.
    """
    if threads is not None:
        torch.set_num_threads(threads)
    _keep_memory()
    with writing(out):
        out.mkdir(parents=True, exist_ok=True)
        with _Run(slabs, recipe, out, held_out) as run:
            return run.train(report)


def _channels_last(network: Network) -> Network:
    """The layout in which convolutions on processors are fastest."""
    to = cast(Any, network.to)  # torch's stubs have no memory format for modules
    return to(memory_format=torch.channels_last)


def _keep_memory() -> None:
    """Ask glibc not to return memory to the system between two steps.

    A step's tensors are as large as the last one's; getting new pages takes a tenth of its time.
    """
    trim_threshold, mmap_threshold = -1, -3  # malloc.h
    with suppress(OSError, AttributeError):
        mallopt = ctypes.CDLL(None).mallopt
        mallopt(trim_threshold, 1 << 30)
        mallopt(mmap_threshold, 32 << 20)  # the highest it accepts


class _Run:
    """A training between its first and its last step."""

    def __init__(
        self, slabs: Sequence[Slab], recipe: Recipe, out: Path, held_out: Sequence[Slab]
    ) -> None:
        self.recipe, self.out = recipe, out
        self.device = _device(recipe)
        self.bf16 = _is_bf16(recipe, self.device)
        torch.manual_seed(recipe.seed)  # pyright: ignore[reportUnknownMemberType]
        network = load_by_hash(recipe.start) if recipe.start else recipe.network.made()
        if network.slices_in != recipe.network.slices_in:
            raise StationError(
                f'The recipe\'s start is not a "{recipe.network}". Give other weights, or another '
                "network."
            )
        self.began = copy.deepcopy(network).to(self.device) if recipe.start_share else None
        network.train()
        cut = Cut(network.slices_in, network.slices_out, recipe.patch, network.sees_level)
        self.pairs = Pairs(slabs, recipe.target, recipe.weighting, cut)
        self.order = Order(self.pairs, recipe)
        self.probe = _Probe(held_out, self) if held_out else None
        self.data = _fingerprint(slabs)
        self.network = _channels_last(network.to(self.device))
        self.averaged = copy.deepcopy(self.network).eval() if recipe.average else None
        self.optimizer = torch.optim.AdamW(
            self.network.parameters(),
            lr=recipe.learning_rates[0],
            weight_decay=recipe.decay,
            fused=True,
        )
        self.step = 0
        self.losses: list[float] = []
        self.validation_loss = float("nan")
        self.training_loss = float("nan")
        self.probed: tuple[float | None, float | None] = (None, None)
        self._resume()
        (out / RECIPE).write_text(recipe.as_toml(), encoding="utf-8")
        self.log = _Log(out, self.step)

    def __enter__(self) -> "_Run":
        return self

    def __exit__(self, *_: object) -> None:
        self.log.close()

    def train(self, report: Report) -> Trained:
        steps, size = self.order.steps, self.recipe.batch
        every = max(1, round(self.recipe.log_patches / size))
        saved = reported = logged = time.monotonic()
        first = logged_step = self.step
        try:
            while self.step < steps:
                self.losses.append(self._step(learning_rate(self.recipe, self.step / steps)))
                self.step += 1
                last = self.step == steps
                now = time.monotonic()
                if self.step % every == 0 or last:
                    speed = (self.step - logged_step) * size / max(now - logged, 1e-9)
                    due = now - saved >= self.recipe.checkpoint_minutes * 60 or last
                    self._log(speed, with_probe=due)
                    if due:
                        self._save()
                        saved = time.monotonic()
                    logged, logged_step = time.monotonic(), self.step
                if now - reported >= REPORT_EVERY_S or last:
                    reported = now
                    report(self.step / steps, self._message(logged_step, logged))
        except Cancelled:
            self._save()
            raise
        if self.began is not None and self.step == first:  # trained before, without the share
            self._log(0.0, with_probe=False)
        weights = self.out / WEIGHTS
        save_weights(self._shipped(), weights)
        draw_log(self.out / LOG, self.out / FIGURE)
        return Trained(
            weights,
            self.step,
            self.step * size,
            self.training_loss,
            self.validation_loss,
            *self.probed,
        )

    def _step(self, rate: float) -> float:
        for group in self.optimizer.param_groups:
            group["lr"] = rate
        patches = self.pairs.batch(
            *self.order.step(self.step),
            self.recipe.inserts,
            np.random.default_rng([self.recipe.seed, 4, self.step]),
        )
        batch = tensors(patches, self.network, self.recipe, self.device)
        self.network.train()
        with self._autocast():
            noise = self.network(batch.noisy)
        loss = loss_of(noise, batch, self.recipe)
        value = loss.item()
        if not isfinite(value):
            raise StationError(
                f"The loss is no longer a number at step {self.step}. Lower learning_rates in the "
                f"recipe, or set clip; the last checkpoint in {self.out} is valid."
            )
        self.optimizer.zero_grad()
        loss.backward()  # pyright: ignore[reportUnknownMemberType]
        if self.recipe.clip:
            nn.utils.clip_grad_norm_(self.network.parameters(), self.recipe.clip)
        self.optimizer.step()  # pyright: ignore[reportUnknownMemberType]
        if self.averaged is not None:
            # the first steps are forgotten sooner: they are far from trained
            decay = min(self.recipe.average, (1 + self.step) / (10 + self.step))
            _average(self.averaged, self.network, decay)
        return value

    def _autocast(self) -> torch.autocast:
        return torch.autocast(self.device.type, torch.bfloat16, enabled=self.bf16)

    @property
    def _best(self) -> Network:
        """What would be shipped now."""
        best = self.network if self.averaged is None else self.averaged
        if self.began is None:
            return best
        share, mixed = self.recipe.start_share, copy.deepcopy(best)
        with torch.no_grad():
            for value, trained, began in zip(
                mixed.state_dict().values(),
                best.state_dict().values(),
                self.began.state_dict().values(),
                strict=True,
            ):
                if value.is_floating_point():
                    value.copy_(share * began + (1 - share) * trained)
        return mixed

    def _validate(self) -> float:
        """The training's loss over the held-out patches."""
        places, levels = self.order.validation()
        network, total = self._best.eval(), 0.0
        with torch.inference_mode(), self._autocast():
            for first in range(0, len(places), self.recipe.batch):
                part = slice(first, first + self.recipe.batch)
                patches = self.pairs.batch(places[part], levels[part])
                batch = tensors(patches, network, self.recipe, self.device)
                loss = loss_of(network(batch.noisy), batch, self.recipe)
                total += loss.item() * len(batch.noisy)
        return total / len(places)

    def _log(self, speed: float, with_probe: bool) -> None:
        if self.losses:
            self.training_loss = float(np.mean(self.losses))
        self.losses.clear()
        self.validation_loss = self._validate()
        if with_probe and self.probe is not None:
            self.probed = self.probe.measure(self._best.eval())
        rate = self.optimizer.param_groups[0]["lr"]
        self.log.write(
            {
                "step": self.step,
                "patches": self.step * self.recipe.batch,
                "learning_rate": rate,
                "training_loss": self.training_loss,
                "validation_loss": self.validation_loss,
                "patches_per_second": round(speed, 1),
                "held_out_rmse": self.probed[0] if with_probe else None,
                "held_out_lesion_mean": self.probed[1] if with_probe else None,
            }
        )

    def _message(self, logged_step: int, logged: float) -> str:
        done = (self.step - logged_step) * self.recipe.batch
        speed = done / max(time.monotonic() - logged, 1e-9)
        words = [f"Training, {self.step * self.recipe.batch:,} patches"]
        if done and speed < 1e7:
            words.append(f"{speed:.0f}/s")
        if isfinite(self.validation_loss):
            words.append(f"loss {self.training_loss:.4g}, held out {self.validation_loss:.4g}")
        return ", ".join(words)

    def _shipped(self) -> Network:
        """The network for SUV, on the CPU: the input scale is folded into its outer layers. A
        network without biases needs none: its noise is in proportion to its input."""
        network = copy.deepcopy(self._best).cpu().eval()
        if not isinstance(network, ResidualCnn):
            return network
        convolutions = [layer for layer in network.layers if isinstance(layer, nn.Conv2d)]
        with torch.no_grad():
            convolutions[0].weight /= self.recipe.input_scale
            last = convolutions[-1]
            last.weight *= self.recipe.input_scale
            assert last.bias is not None
            last.bias *= self.recipe.input_scale
        return network

    # -- checkpoints -------------------------------------------------------------------------------

    def _save(self) -> None:
        """Write a checkpoint, completely or not at all, and keep the last ones."""
        state: dict[str, Any] = {
            "format": CHECKPOINT_FORMAT,
            "recipe": self.recipe.as_toml(),
            "data": self.data,
            "step": self.step,
            "network": self.network.state_dict(),
            "averaged": None if self.averaged is None else self.averaged.state_dict(),
            "optimizer": self.optimizer.state_dict(),
            "rng": torch.get_rng_state(),
            "losses": self.losses,
            "validation_loss": self.validation_loss,
            "training_loss": self.training_loss,
            "probed": self.probed,
        }
        with whole_file(self.out / CHECKPOINT.format(step=self.step)) as part:
            torch.save(state, part)  # pyright: ignore[reportUnknownMemberType]
        for old in checkpoints(self.out)[:-CHECKPOINTS_KEPT]:
            old.unlink(missing_ok=True)

    def _resume(self) -> None:
        saved = checkpoints(self.out)
        if not saved:
            return
        path = saved[-1]
        try:
            state: dict[str, Any] = torch.load(  # pyright: ignore[reportUnknownMemberType]
                path, map_location=self.device, weights_only=True
            )
            same_format = state["format"] == CHECKPOINT_FORMAT
        except Exception as error:  # torch raises almost anything for a broken file
            raise StationError(
                f"{path} is damaged ({error}). Delete it to continue from the checkpoint before."
            ) from error
        if not same_format:
            raise StationError(f"{path} was written by another version. Train in a new folder.")
        if _decisive(state["recipe"]) != _decisive(self.recipe.as_toml()):
            raise StationError(
                f"{self.out} contains a training by another recipe (see its {RECIPE}). Train into "
                "another folder, or delete its checkpoints."
            )
        if state["data"] != self.data:
            raise StationError(
                f"{self.out} contains a training on other slabs. Use the same slabs, or train into "
                "another folder."
            )
        self.network.load_state_dict(state["network"])
        if self.averaged is not None:
            self.averaged.load_state_dict(state["averaged"])
        self.optimizer.load_state_dict(state["optimizer"])
        torch.set_rng_state(state["rng"].cpu())
        self.step, self.losses = state["step"], list(state["losses"])
        self.validation_loss, self.training_loss = (
            state["validation_loss"],
            state["training_loss"],
        )
        self.probed = tuple(state["probed"])


INCIDENTAL = ("log_patches", "checkpoint_minutes", "start_share")
"""Keys of a recipe that do not change the training: the last one only what is shipped of it"""


def _decisive(recipe: str) -> dict[str, Any]:
    """The part of a recipe that determines the training."""
    return {key: value for key, value in tomllib.loads(recipe).items() if key not in INCIDENTAL}


def checkpoints(out: Path) -> list[Path]:
    """The checkpoints in a training's folder, the oldest first."""
    return sorted(out.glob(CHECKPOINT.format(step=0).replace("0" * 9, "?" * 9)))


def save_weights(network: nn.Module, path: Path) -> None:
    """Weights and batch-norm statistics, fp32, as safetensors; completely or not at all."""
    from safetensors import torch as safetensors

    write = cast(Any, safetensors).save_file
    state = {
        name: tensor.detach().cpu().contiguous(memory_format=torch.contiguous_format)
        for name, tensor in network.state_dict().items()
    }
    with whole_file(path) as part:
        write(state, part)


def _average(averaged: nn.Module, trained: nn.Module, decay: float) -> None:
    """Move the running mean of weights and batch-norm statistics towards the trained ones."""
    with torch.no_grad():
        for mean, value in zip(
            averaged.state_dict().values(), trained.state_dict().values(), strict=True
        ):
            if mean.is_floating_point():
                mean.lerp_(value, 1 - decay)
            else:
                mean.copy_(value)


def _fingerprint(slabs: Sequence[Slab]) -> str:
    """Hash of the names, shapes and lesions of the slabs."""
    facts = [
        [slab.name, list(slab.full.shape), sorted(slab.inputs), [one.index for one in slab.lesions]]
        for slab in slabs
    ]
    return hashlib.sha256(json.dumps(facts, default=float).encode()).hexdigest()


def _device(recipe: Recipe) -> torch.device:
    cuda = torch.cuda.is_available()
    if recipe.device is Device.CUDA and not cuda:
        raise StationError('This machine has no CUDA device. Set device = "cpu" in the recipe.')
    return torch.device("cuda" if cuda and recipe.device is not Device.CPU else "cpu")


def _is_bf16(recipe: Recipe, device: torch.device) -> bool:
    if recipe.precision is not Precision.AUTO:
        return recipe.precision is Precision.BF16
    if device.type == "cuda":
        return torch.cuda.is_bf16_supported()
    abilities = torch.cpu.get_capabilities()
    return bool(abilities.get("amx_bf16") or abilities.get("avx512_bf16"))


# -- testing on held-out slabs ---------------------------------------------------------------------


class _Probe:
    """RMSE and lesion means of held-out slabs, from their 120 s image or the level next to it."""

    def __init__(self, slabs: Sequence[Slab], run: _Run) -> None:
        self._run = run
        self._slabs = slabs
        # the lesions' masks do not depend on the recipe: they are drawn on the noise-free image
        self._masks: list[Mask] = [
            pairs.masks[0] for slab in slabs for pairs in [Pairs([slab], Target.NOISE_FREE, None)]
        ]

    def measure(self, network: Network) -> tuple[float | None, float | None]:
        squares, voxels, ratios = 0.0, 0, list[float]()
        for slab, mask in zip(self._slabs, self._masks, strict=True):
            level = min(slab.inputs, key=lambda seconds: abs(seconds - HELD_OUT_LEVEL_S))
            truth = np.asarray(slab.noise_free, np.float32)
            image = self._denoised(network, np.asarray(slab.inputs[level], np.float32))
            body = truth > AIR_SUV
            squares += float(np.square(image - truth, dtype=np.float64)[body].sum())
            voxels += int(body.sum())
            if mask.any():
                ratios.append(float(image[mask].mean() / truth[mask].mean()))
        rmse = (squares / voxels) ** 0.5 if voxels else None
        return rmse, float(np.mean(ratios)) if ratios else None

    def _denoised(self, network: Network, image: NDArray[np.float32]) -> NDArray[np.float32]:
        """The image without its noise; overlapping slices are averaged as in `network`. Where no
        window has a slice, near the ends, it stays as it is."""
        total = np.zeros_like(image)
        weight = np.zeros((len(image), 1, 1), np.float32)
        scale = self._run.recipe.input_scale
        margin = (network.slices_in - network.slices_out) // 2
        level = NoiseLevel(image) if network.sees_level else None
        everywhere = slice(None), slice(None)
        for first in range(len(image) - network.slices_in + 1):
            channels = image[first : first + network.slices_in]
            if level is not None:
                of_middle = level.at(first + network.slices_in // 2, *everywhere)
                channels = np.concatenate((channels, of_middle[None]))
            window = torch.from_numpy(channels[None])  # pyright: ignore[reportUnknownMemberType]
            window = window.to(self._run.device, memory_format=torch.channels_last) / scale
            with torch.inference_mode(), self._run._autocast():  # pyright: ignore[reportPrivateUsage]
                noise = network(window)
            clean = network.middle(window) - noise.float()
            estimate = (clean[0] * scale).cpu().numpy()
            for offset, share in enumerate(network.axial_weights, start=margin):
                total[first + offset] += share * estimate[offset - margin]
                weight[first + offset] += share
        return np.where(weight > 0, total / np.maximum(weight, 1e-6), image).astype(np.float32)


# -- logs ------------------------------------------------------------------------------------------


class _Log:
    """The run's numbers, as CSV and for TensorBoard. Lines after `step` are removed."""

    def __init__(self, out: Path, step: int) -> None:
        from tensorboardX import SummaryWriter

        path = out / LOG
        kept = [row for row in read_log(path) if int(row["step"]) <= step] if step else []
        self._file = path.open("w", newline="", encoding="utf-8")
        self._rows: csv.DictWriter[str] = csv.DictWriter(self._file, COLUMNS)
        self._rows.writeheader()
        self._rows.writerows(kept)
        self._file.flush()
        self._board = cast(Any, SummaryWriter(str(out / TENSORBOARD), purge_step=step or None))

    def write(self, row: Mapping[str, float | int | None]) -> None:
        self._rows.writerow(row)
        self._file.flush()
        for name, value in row.items():
            if value is not None and name not in {"step", "patches"}:
                self._board.add_scalar(name, value, row["step"])
        self._board.flush()

    def close(self) -> None:
        self._file.close()
        self._board.close()


def draw_log(log: Path, picture: Path) -> None:
    """The loss curves of a log as a PNG: training and held-out loss over the patches seen."""
    from matplotlib.figure import Figure

    rows = read_log(log)
    figure = cast(Any, Figure(figsize=(7, 4.2), dpi=150, layout="constrained"))
    axes = figure.subplots()
    patches = [int(row["patches"]) for row in rows]
    for column, label in (("training_loss", "training"), ("validation_loss", "held out")):
        axes.plot(patches, [float(row[column]) for row in rows], label=label, linewidth=1.2)
    rates = [float(row["learning_rate"]) for row in rows]
    for before, after, at in zip(rates, rates[1:], patches, strict=False):
        if before != after:
            axes.axvline(at, color="0.75", linewidth=0.8)
            axes.annotate(
                f"rate {after:g}",
                (at, 1),
                xycoords=("data", "axes fraction"),
                xytext=(3, -10),
                textcoords="offset points",
                fontsize=7,
                color="0.4",
            )
    axes.set_yscale("log")
    axes.set_xlabel("patches seen")
    axes.set_ylabel("loss")
    axes.grid(alpha=0.3, which="both")
    axes.legend()
    figure.savefig(picture)
