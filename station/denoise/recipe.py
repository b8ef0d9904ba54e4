"""How a denoiser is trained: a TOML file such as `resources/models/denoiser/paper.toml`.

Errors in one are reported with their line.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from itertools import pairwise
from pathlib import Path
from typing import Any, cast

from station.denoise.device import Device, Precision
from station.denoise.inserts import Inserts
from station.denoise.network import PATCH, Architecture
from station.denoise.pairs import Target, Weighting
from station.toml_table import (
    TEXT,
    Check,
    TomlTable,
    as_toml,
    is_number,
    number,
    one_of,
    read_settings,
    setting,
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


class Population(StrEnum):
    """Who the recipe's patients are."""

    USUAL = "usual"
    """Patients of `draw_patient` on one scanner, reconstructed in one way"""
    WIDE = "wide"
    """Anyone on any scanner, unfiltered, and a share of the usual patients"""


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


@dataclass(frozen=True)
class Recipe:
    """All that decides a training but the slabs. The defaults are the paper's where it says."""

    network: Architecture = setting(
        Architecture.RESIDUAL_CNN, one_of("network", Architecture), Architecture
    )
    start: str | None = setting(None, TEXT('start = "SHA-256 of shipped weights"'))
    """SHA-256 of the shipped weights that the training begins with; None: drawn at random"""
    start_share: float = setting(0.0, number("start_share = 0.0", 0, 1, below=True))
    """The shipped weights are this share of those of `start`, and for the rest the trained ones:
    what is new is not paid for with what was known (M. Wortsman et al., CVPR 2022, 7959)"""
    patch: int = setting(PATCH, whole("patch = 32", 8, 512))
    """Rows and columns of a patch"""
    target: Target = setting(Target.FULL, one_of("target", Target), Target)
    loss: Loss = setting(Loss.WEIGHTED, one_of("loss", Loss), Loss)
    lesion_weight: float = setting(10.0, number("lesion_weight = 10.0", 1))
    smoothing_fwhm_mm: float = setting(4.0, number("smoothing_fwhm_mm = 4.0", 0, 50))
    scale_loss: float = setting(0.0, number("scale_loss = 0.0", 0))
    """Weight of the errors of local means beside those of voxels: it penalises a bias of SUVmean.
    After the multi-scale loss of LeqMod (PMC12910708)"""
    balance_suv: float = setting(0.0, number("balance_suv = 0.0", 0))
    """Above 0 an error counts relative to the input's local mean plus this SUV, so that bladder
    and brain do not outweigh liver and lung. It is the input's mean and not the target's: the best
    estimate stays the same, each voxel only counts more or less"""
    balance_levels: bool = setting(False, switch("balance_levels = true or false"))
    """An error counts in proportion to √(seconds per bed), so that the shortest scans do not
    outweigh the others"""
    epochs: int | None = setting(None, whole("epochs = 450", 1))
    """How often every patch is seen; this or `patches`"""
    patches: int | None = setting(None, whole("patches = 400_000", 1))
    """How many patches are seen in all"""
    learning_rates: tuple[float, ...] = setting(
        (0.01, 0.001, 0.0001), _numbers("learning_rates = [0.01, 0.001, 0.0001]"), tuple
    )
    phases: tuple[float, ...] = setting((350, 50, 50), _numbers("phases = [350, 50, 50]"), tuple)
    """For how many epochs each of the rates holds; in proportion where `patches` is given"""
    falling: bool = setting(False, switch("falling = true or false"))
    """Within its phase a rate falls in a straight line to the next one, the last one to 0"""
    decay: float = setting(0.0, number("decay = 0.01", 0, 1))
    """Of the weights, a step, relative to the rate (I. Loshchilov, F. Hutter, ICLR 2019)"""
    batch: int = setting(64, whole("batch = 64", 1, 65536))
    clip: float = setting(0.0, number("clip = 0.0", 0))
    """Largest norm of a step's gradient; 0: any"""
    average: float = setting(0.0, number("average = 0.999", 0, 1, below=True))
    """The shipped weights are a running mean of the trained ones with this decay a step; 0: the
    trained ones themselves"""
    lesion_share: float = setting(0.0, number("lesion_share = 0.0", 0, 1))
    """Share of the patches that hold a lesion; 0: as they come"""
    insert_share: float = setting(0.0, number("insert_share = 0.0", 0, 1))
    """Share of the patches into which small lesions are put; see `station.denoise.inserts`"""
    insert_weight_suv: float = setting(3.0, number("insert_weight_suv = 3.0", 0))
    """What is lost of such a lesion counts this much over the SUV that it adds"""
    augment: bool = setting(False, switch("augment = true or false"))
    """Flip rows and columns and swap them by chance"""
    input_scale: float = setting(1.0, number("input_scale = 1.0", 0, above=True))
    """The network is trained on SUV divided by this; the shipped weights have it folded in"""
    patients: tuple[int, ...] | None = setting(None, _seeds("patients = [1001, 1002, 1003]"), tuple)
    """Seeds of the simulated patients; each gives a slab to train on. None: whatever slabs there
    are in the folder that the command line names"""
    population: Population = setting(Population.USUAL, one_of("population", Population), Population)
    held_out: float = setting(0.01, number("held_out = 0.01", 0, 1, above=True, below=True))
    """Share of the places kept from training, for the validation loss"""
    seed: int = setting(1, whole("seed = 1", 0, 2**32 - 1))
    precision: Precision = setting(Precision.AUTO, one_of("precision", Precision), Precision)
    """AUTO: bf16 where the processor computes with it"""
    device: Device = setting(Device.AUTO, one_of("device", Device), Device)
    log_patches: int = setting(20_000, whole("log_patches = 20_000", 1))
    """A line of the log after so many patches"""
    checkpoint_minutes: float = setting(10.0, number("checkpoint_minutes = 10.0", 0))

    @property
    def weighting(self) -> Weighting | None:
        if self.loss is Loss.UNIFORM:
            return None
        return Weighting(self.lesion_weight, self.smoothing_fwhm_mm)

    @property
    def inserts(self) -> Inserts | None:
        """None where there are none."""
        return Inserts(self.insert_share, self.insert_weight_suv) if self.insert_share else None

    def as_toml(self) -> str:
        """The recipe as `load_recipe` reads it."""
        return toml_lines(asdict(self))


def load_recipe(path: Path) -> Recipe:
    """The recipe in a TOML file. Raises StationError with all that is wrong, a line each."""
    return read_settings(path, Recipe, "a training recipe", "a recipe", _refuse_what_does_not_fit)


def _refuse_what_does_not_fit(table: TomlTable, values: Mapping[str, Any]) -> None:
    problems = table.problems
    if ("epochs" in table.values) == ("patches" in table.values):
        problems.add(("patches",), "Give either patches or epochs, one of the two.")
    if values.get("start_share") and not values.get("start"):
        problems.add(("start_share",), "start_share needs a start, whose share it is.")
    rates: tuple[float, ...] = values.get("learning_rates", Recipe.learning_rates)
    if len(rates) != len(values.get("phases", Recipe.phases)):
        problems.add(("phases",), "phases must have as many entries as learning_rates.")
    if any(later > earlier for earlier, later in pairwise(rates)):
        problems.add(("learning_rates",), "learning_rates must not rise.")
