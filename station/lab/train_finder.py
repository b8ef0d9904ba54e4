"""What `station train finder` does: label maps of bodies from seeds, a recipe, a training."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from station.progress import Report, part, silent

BODIES = "bodies"
"""Folder of a training's label maps, in that of the training"""
SECONDS_A_BODY, SECONDS_A_STEP = 1.0, 1.2
"""About what a body costs to draw and a step to learn: for the share of the progress"""


@dataclass(frozen=True)
class FinderTraining:
    """What the command line asks for."""

    recipe: Path
    out: Path
    bodies: Path | None = None
    """Where label maps are kept; None: `out`/bodies"""
    jobs: int = 1
    """Processes that draw bodies"""
    threads: int | None = None


def train_finder(request: FinderTraining, report: Report = silent) -> Path:
    """Draw the recipe's bodies that do not exist yet, train on them; the weights' file.

    Raises StationError with what is wrong, Cancelled.
    """
    from station.quality.finder.recipe import load_finder_recipe

    recipe = load_finder_recipe(request.recipe)  # before anything slow
    from station.lab.finder.bodies import keep_bodies, load_body
    from station.quality.finder.training import WEIGHTS
    from station.quality.finder.training import train_finder as train

    drawing = SECONDS_A_BODY * (recipe.bodies + recipe.real_bodies) / request.jobs
    share = drawing / (drawing + SECONDS_A_STEP * recipe.steps)
    folder = request.bodies or request.out / BODIES
    paths: list[Path] = []
    shares: list[float] = []
    for real, count, weight in (
        (False, recipe.bodies, 1 - recipe.real_share),
        (True, recipe.real_bodies, recipe.real_share),
    ):
        seeds = range(recipe.first_body, recipe.first_body + count)
        reported = part(report, share * float(real) / 2, share * (1 + float(real)) / 2)
        paths += keep_bodies(folder, seeds, real=real, jobs=request.jobs, report=reported)
        shares += [weight / count] * count
    train(
        [partial(load_body, path) for path in paths],
        shares,
        recipe,
        request.out,
        threads=request.threads,
        report=part(report, share, 1.0),
    )
    return request.out / WEIGHTS
