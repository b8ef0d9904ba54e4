"""What `station train grader` does: graded cases from seeds; then the paper's tasks by folds, or
the five grades by a regression on what is measured in the cases."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from station.errors import StationError
from station.progress import Report, part, silent
from station.quality.tasks import Task

if TYPE_CHECKING:
    from station.quality.training import Trained

CASES = "cases"
"""Folder of a training's cases, in that of the training"""
TASKS = tuple(str(task) for task in Task)
ROWS = "rows.jsonl"
SECONDS_A_CASE, SECONDS_A_STEP = 5.0, 0.5
"""About what a case costs to simulate and to learn from once: for the share of the progress"""
SECONDS_MEASURED, SECONDS_FITTED = 2.0, 60.0
"""What measuring a case, and all of the fitting, cost"""


@dataclass(frozen=True)
class GraderTraining:
    """What the command line asks for."""

    task: str
    recipe: Path
    out: Path
    folds: int = 5
    only: tuple[int, ...] = ()
    """Folds that are trained, counted from 0; none: all"""
    cases: Path | None = None
    """Where graded cases are kept; None: `out`/cases"""
    jobs: int = 1
    """Processes that simulate"""
    threads: int | None = None


def train_grader(request: GraderTraining, report: Report = silent) -> str:
    """Simulate the recipe's patients that do not exist yet, train on them, and say how it ended.

    Raises StationError with what is wrong, Cancelled.
    """
    if request.task not in TASKS:
        raise StationError(f'There is no task "{request.task}". Choose {", ".join(TASKS)}.')
    if request.task == Task.ORDINAL:
        return _train_grades(request, report)
    return _train_task(request, report)


def _train_grades(request: GraderTraining, report: Report) -> str:
    from station.lab.graded_cases import WIDE_TRAINED_ON, make_cases
    from station.lab.grader.rows import found_organs, make_rows
    from station.lab.grader.training import load_recipe, train_regression

    recipe = load_recipe(request.recipe)  # before anything slow
    folder = request.cases or request.out / CASES
    seconds = SECONDS_A_CASE, SECONDS_MEASURED, SECONDS_FITTED / recipe.patients
    ends = [sum(seconds[:number]) / sum(seconds) for number in range(4)]
    parts = [part(report, ends[number], ends[number + 1]) for number in range(3)]
    cases = make_cases(WIDE_TRAINED_ON, recipe.seeds, folder, jobs=request.jobs, report=parts[0])
    rows = make_rows(
        cases, request.out / ROWS, find=found_organs, jobs=request.jobs, report=parts[1]
    )
    trained = train_regression(rows, recipe, request.out / f"task-{Task.ORDINAL}", parts[2])
    return (
        f"{trained.cases} images of {trained.scanners} scanners; Poor told from Good on scanners "
        f"left out: AUC {trained.auc:.3f}. {trained.folder}"
    )


def _train_task(request: GraderTraining, report: Report) -> str:
    from station.quality.recipe import load_recipe

    recipe = load_recipe(request.recipe)  # before anything slow
    from station.lab.graded_cases import TRAINED_ON, make_cases
    from station.quality.cases import case_path
    from station.quality.training import train

    folder = request.cases or request.out / CASES
    missing = sum(not case_path(folder, seed).exists() for seed in recipe.seeds)
    steps = recipe.patients * recipe.epochs * len(request.only or range(request.folds))
    simulating = SECONDS_A_CASE * missing / max(request.jobs, 1)
    share = simulating / (simulating + SECONDS_A_STEP * steps)
    cases = make_cases(
        TRAINED_ON, recipe.seeds, folder, jobs=request.jobs, report=part(report, 0.0, share)
    )
    results = train(
        cases,
        Task(request.task),
        recipe,
        request.out,
        folds=request.folds,
        only=request.only or None,
        threads=request.threads,
        report=part(report, share, 1.0),
    )
    return summary(results)


def summary(results: "Sequence[Trained]") -> str:
    """How the folds ended, for people."""
    lines: list[str] = []
    for trained in results:
        held = "nothing held out"
        if trained.validation_loss is not None:
            held = f"loss of the held-out cases {trained.validation_loss:.3f}"
        lines.append(
            f"Task {trained.task}, fold {trained.fold + 1} of {trained.folds}: {trained.epochs} "
            f"epochs, {held}. {trained.folder}"
        )
    return "\n".join(lines)
