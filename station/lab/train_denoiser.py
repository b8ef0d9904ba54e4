"""What `station train denoiser` does: slabs from a folder, a recipe, a run."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from station.errors import StationError
from station.progress import Report, part, silent

if TYPE_CHECKING:
    from station.denoise.pairs import Slab
    from station.denoise.training import Trained

SLAB_SUFFIX = ".safetensors"
SLABS = "slabs"
"""Folder of a training's slabs, in that of the training"""
SIMULATED_SHARE = 0.2
"""Of the progress, where every patient is scanned first"""


@dataclass(frozen=True)
class DenoiserTraining:
    """What the command line asks for."""

    recipe: Path
    out: Path
    slabs: Path | None = None
    """Where slabs are, or are kept that the recipe's patients give; None: `out`/slabs"""
    held_out: Path | None = None
    threads: int | None = None


def train_denoiser(request: DenoiserTraining, report: Report = silent) -> "Trained":
    """Train on the recipe's patients, or on the slabs of a folder.

    Raises StationError with what is wrong, Cancelled.
    """
    from station.denoise.recipe import load_recipe

    recipe = load_recipe(request.recipe)  # before anything slow
    if recipe.patients is None and request.slabs is None:
        raise StationError(
            f"{request.recipe} names no patients to train on. Give it a line such as "
            f"patients = [1001, 1002], or name a folder of slabs with --slabs."
        )
    place, trained = request.slabs or request.out / SLABS, report
    if recipe.patients is None:
        slabs = slabs_in(place)
    else:
        from functools import partial

        from station.lab.slabs import slab_of

        missing = sum(not slab_path(place, seed).exists() for seed in recipe.patients)
        share = SIMULATED_SHARE * missing / len(recipe.patients)
        trained = part(report, share, 1.0)
        slabs = cached_slabs(
            place, recipe.patients, partial(slab_of, recipe.population), part(report, 0.0, share)
        )
    held_out = slabs_in(request.held_out) if request.held_out else []
    both = {slab.name for slab in slabs} & {slab.name for slab in held_out}
    if both:
        raise StationError(
            f'Slab "{sorted(both)[0]}" is to be trained on and held out. Take it out of one.'
        )
    trained(0.0, f"Cutting patches out of {len(slabs)} slabs")
    from station.denoise.training import train

    return train(slabs, recipe, request.out, trained, held_out, request.threads)


def summary(trained: "Trained") -> str:
    """How a training ended, for people."""
    lines = [
        f"Trained on {trained.patches:,} patches in {trained.steps:,} steps.",
        f"Loss {trained.training_loss:.4g}, of held-out patches {trained.validation_loss:.4g}.",
    ]
    if trained.held_out_rmse is not None:
        words = f"Held-out slabs: RMSE {trained.held_out_rmse:.3f} SUV"
        if trained.held_out_lesion_mean is not None:
            words += f", lesion SUVmean {trained.held_out_lesion_mean:.3f} of the noise-free"
        lines.append(f"{words}.")
    return "\n".join([*lines, f"Weights: {trained.weights}"])


def slabs_in(folder: Path) -> list["Slab"]:
    """The slabs in a folder, by name of their files. Raises StationError where there is none."""
    from station.denoise.pairs import load_slab

    paths = sorted(folder.glob(f"*{SLAB_SUFFIX}"))
    if not paths:
        raise StationError(f"There are no slabs (*{SLAB_SUFFIX}) in {folder}. Make some first.")
    return [load_slab(path) for path in paths]


def slab_path(folder: Path, seed: int) -> Path:
    """Where the slab of a patient is kept."""
    return folder / f"slab-{seed:06d}{SLAB_SUFFIX}"


def cached_slabs(
    folder: Path,
    seeds: Sequence[int],
    slab_of: "Callable[[int, Report], Slab]",
    report: Report = silent,
) -> list["Slab"]:
    """The slabs of these seeds; those that are not yet in the folder are made and kept there."""
    from station.denoise.pairs import load_slab, save_slab

    slabs: list[Slab] = []
    for number, seed in enumerate(seeds):
        path = slab_path(folder, seed)
        report(number / len(seeds), f"Slab {number + 1} of {len(seeds)}")
        if path.exists():
            slabs.append(load_slab(path))
            continue
        slab = slab_of(seed, part(report, number / len(seeds), (number + 1) / len(seeds)))
        save_slab(slab, path)
        slabs.append(slab)
    return slabs
