"""How a denoiser is trained: a TOML file such as `resources/models/denoiser/paper.toml`.

Errors in one are reported with their line.
"""

from collections.abc import Callable
from dataclasses import asdict, dataclass, fields
from enum import StrEnum
from itertools import pairwise
from pathlib import Path
from typing import Any, cast

from station.denoise.device import Device, Precision
from station.denoise.pairs import Target, Weighting
from station.errors import StationError
from station.toml_table import (
    Check,
    as_toml,
    is_number,
    number,
    read_toml,
    switch,
    toml_lines,
    whole,
)


class Loss(StrEnum):
    """What is minimised; d is estimated minus true noise, w the weight map."""

    UNIFORM = "uniform"
    """Equation 1: the mean of d²"""
    WEIGHTED = "weighted"
    """Equation 2: the mean of (d·w)²"""


@dataclass(frozen=True)
class Recipe:
    """Everything that determines a training except the slabs. Defaults are the paper's if given."""

    target: Target = Target.FULL
    loss: Loss = Loss.WEIGHTED
    lesion_weight: float = 10.0
    smoothing_fwhm_mm: float = 4.0
    scale_loss: float = 0.0
    """Weight of the errors of local means relative to those of voxels: it penalises a bias of
    SUVmean. After the multi-scale loss of LeqMod (PMC12910708)"""
    balance_suv: float = 0.0
    """Above 0 an error counts relative to the input's local mean plus this SUV, so that bladder and
    brain do not outweigh liver and lung. It is the input's mean and not the target's: the best
    estimate does not change, each voxel only counts more or less"""
    balance_levels: bool = False
    """An error counts in proportion to √(seconds per bed), so that the shortest scans do not
    outweigh the others"""
    epochs: int | None = None
    """How often every patch is seen; this or `patches`"""
    patches: int | None = None
    """How many patches are seen in all"""
    learning_rates: tuple[float, ...] = (0.01, 0.001, 0.0001)
    phases: tuple[float, ...] = (350, 50, 50)
    """For how many epochs each of the rates is used; in proportion if `patches` is given"""
    batch: int = 64
    clip: float = 0.0
    """Largest norm of a step's gradient; 0: any"""
    average: float = 0.0
    """The shipped weights are a running mean of the trained ones with this decay per step; 0: the
    trained ones themselves"""
    lesion_share: float = 0.0
    """Fraction of the patches that contain a lesion; 0: as they come"""
    augment: bool = False
    """Flip rows and columns and swap them at random"""
    input_scale: float = 1.0
    """The network is trained on SUV divided by this; it is folded into the shipped weights"""
    patients: tuple[int, ...] | None = None
    """Seeds of the simulated patients; each gives a slab to train on. None: all slabs in the folder
    named on the command line"""
    held_out: float = 0.01
    """Fraction of the places excluded from training, for the validation loss"""
    seed: int = 1
    precision: Precision = Precision.AUTO
    """AUTO: bf16 if the processor supports it"""
    device: Device = Device.AUTO
    log_patches: int = 20_000
    """A line of the log after this many patches"""
    checkpoint_minutes: float = 10.0

    @property
    def weighting(self) -> Weighting | None:
        if self.loss is Loss.UNIFORM:
            return None
        return Weighting(self.lesion_weight, self.smoothing_fwhm_mm)

    def as_toml(self) -> str:
        """The recipe as `load_recipe` reads it."""
        return toml_lines(asdict(self))


def load_recipe(path: Path) -> Recipe:
    """The recipe in a TOML file. Raises StationError with all that is wrong, one line each."""
    table, problems = read_toml(path, "a training recipe")
    values: dict[str, Any] = {}
    if table is not None:
        table.called = "a recipe"
        for key, check in _CHECKS.items():
            if (value := table.take(key, check, required=False)) is not None:
                values[key] = _KINDS[key](value) if key in _KINDS else value
        table.refuse_unknown()
        if ("epochs" in table.values) == ("patches" in table.values):
            problems.add(("patches",), "Give either patches or epochs, one of the two.")
        rates: tuple[float, ...] = values.get("learning_rates", Recipe.learning_rates)
        if len(rates) != len(values.get("phases", Recipe.phases)):
            problems.add(("phases",), "phases must have as many entries as learning_rates.")
        if any(later > earlier for earlier, later in pairwise(rates)):
            problems.add(("learning_rates",), "learning_rates must not rise.")
    if sentences := problems.sentences():
        raise StationError("\n".join(sentences))
    return Recipe(**values)


def _one_of(key: str, choices: type[StrEnum]) -> Check:
    names = [f'{key} = "{one}"' for one in choices]

    def wrong(value: object) -> str | None:
        return None if value in list(choices) else f"is {as_toml(value)}"

    return Check(wrong, f"{', '.join(names[:-1])} or {names[-1]}")


def _numbers(example: str) -> Check:
    """A list of numbers above 0."""

    def wrong(value: object) -> str | None:
        numbers = cast(list[object], value) if isinstance(value, list) else []
        if not numbers:
            return "is not a list of numbers"
        for entry in numbers:
            if not is_number(entry) or cast(float, entry) <= 0:
                return f"has the entry {as_toml(entry)}, not a number above 0"
        return None

    return Check(wrong, example)


def _seeds(example: str) -> Check:
    """A list of different whole numbers from 0."""

    def wrong(value: object) -> str | None:
        seeds = cast(list[object], value) if isinstance(value, list) else []
        if not seeds:
            return "is not a list of seeds"
        for seed in seeds:
            if isinstance(seed, bool) or not isinstance(seed, int) or seed < 0:
                return f"has the entry {as_toml(seed)}, not a whole number from 0"
        return None if len(set(seeds)) == len(seeds) else "contains a seed twice"

    return Check(wrong, example)


_CHECKS: dict[str, Check] = {
    "target": _one_of("target", Target),
    "loss": _one_of("loss", Loss),
    "lesion_weight": number("lesion_weight = 10.0", 1),
    "smoothing_fwhm_mm": number("smoothing_fwhm_mm = 4.0", 0, 50),
    "scale_loss": number("scale_loss = 0.0", 0),
    "balance_suv": number("balance_suv = 0.0", 0),
    "balance_levels": switch("balance_levels = true or false"),
    "epochs": whole("epochs = 450", 1),
    "patches": whole("patches = 400_000", 1),
    "learning_rates": _numbers("learning_rates = [0.01, 0.001, 0.0001]"),
    "phases": _numbers("phases = [350, 50, 50]"),
    "batch": whole("batch = 64", 1, 65536),
    "clip": number("clip = 0.0", 0),
    "average": number("average = 0.999", 0, 1, below=True),
    "lesion_share": number("lesion_share = 0.0", 0, 1),
    "augment": switch("augment = true or false"),
    "input_scale": number("input_scale = 1.0", 0, above=True),
    "patients": _seeds("patients = [1001, 1002, 1003]"),
    "held_out": number("held_out = 0.01", 0, 1, above=True, below=True),
    "seed": whole("seed = 1", 0, 2**32 - 1),
    "precision": _one_of("precision", Precision),
    "device": _one_of("device", Device),
    "log_patches": whole("log_patches = 20_000", 1),
    "checkpoint_minutes": number("checkpoint_minutes = 10.0", 0),
}
_KINDS: dict[str, Callable[[Any], Any]] = {
    "target": Target,
    "loss": Loss,
    "precision": Precision,
    "device": Device,
    "learning_rates": tuple,
    "phases": tuple,
    "patients": tuple,
}
assert set(_CHECKS) == {field.name for field in fields(Recipe)}
