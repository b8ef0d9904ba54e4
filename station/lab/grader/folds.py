"""What `station evaluate folds` does: Tables 2 to 4 and Figures 6 to 8 of the paper's four tasks.

The paper's values are next to ours in columns of their own; folds that were not trained are named.
`resources/reports/folds.md` has the words and tables.
"""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from math import nan
from pathlib import Path
from typing import Any

from station import __version__
from station.errors import StationError
from station.lab.grader.cross_validation import (
    FOLDS,
    GOOD_FROM,
    FoldFigures,
    FoldPrediction,
    Measure,
    TaskFigures,
    cross_validation,
)
from station.lab.grader.discrimination import Curve, mean_roc
from station.lab.grader.paper import (
    CONTRADICTIONS,
    FIGURE_6,
    FIGURE_8,
    TABLE_2,
    TABLE_3,
    TABLE_4,
    TABLE_4_AVERAGE,
    Published,
)
from station.lab.grader.report import FOOTER, INTERVALS, POOR_AND_GOOD, counts_of
from station.lab.requirements import NONE, rounded, shown
from station.lab.runs import plain
from station.pet.image_quality import GRADES
from station.quality.tasks import TASKS, Split
from station.reading.agreement import Estimate
from station.report.document import (
    Document,
    from_template,
    write_document,
    write_json,
    write_rows,
)
from station.report.plots import (
    PAPER,
    PAPERS_ROC_AXES,
    BarPanel,
    Bars,
    ConfusionPanel,
    RocCurve,
    RocPanel,
    draw_bars,
    draw_confusion,
    draw_roc,
)

REPORT = "cross-validation"
PREDICTIONS = "predictions.csv"


def evaluate_folds(runs: Sequence[Path], out: Path) -> tuple[Path, ...]:
    """Tables 2 to 4 and Figures 6 to 8 of trainings by `station train grader`; the files, the
    report first.

    Raises StationError where a folder holds no fold of a task, two hold the same fold, or a file
    cannot be read or written.
    """
    rows = load_folds(runs)
    try:
        tasks = cross_validation(rows)
    except ValueError as error:
        raise StationError(
            f"The folds do not belong together: {error}. Give the folders of one protocol."
        ) from error
    program = f"Station {__version__}"
    lines = (f"Folds trained by station train grader; {program}",)
    document = folds_document(tasks, lines)
    written = write_document(document, out, f"{REPORT}.pdf", f"{REPORT}.md")
    data = write_json(out / f"{REPORT}.json", {"program": program, **folds_json(tasks)})
    table = out / f"{REPORT}.csv"
    write_rows(table, (asdict(row) for row in rows))
    return (*written, data, table)


def load_folds(runs: Sequence[Path]) -> tuple[FoldPrediction, ...]:
    """What every finished fold of tasks 1 to 4 in these folders predicts for its patients."""
    rows: list[FoldPrediction] = []
    known: dict[tuple[int, int], Path] = {}
    for run in runs:
        for task in TASKS:
            for path in sorted(run.glob(f"task-{task}/fold-*/{PREDICTIONS}")):
                of_fold = _fold_rows(path, task)
                for key in {(row.task, row.fold) for row in of_fold}:
                    if key in known:
                        raise StationError(
                            f"{path} and {known[key]} are of the same fold. Give one of them."
                        )
                    known[key] = path
                rows += of_fold
    if not rows:
        raise StationError(
            f"There is no finished fold (task-1/fold-0/{PREDICTIONS} and so on) in "
            f"{', '.join(map(str, runs))}. Give the --out of `station train grader --task 1`."
        )
    return tuple(rows)


def _fold_rows(path: Path, task: int) -> list[FoldPrediction]:
    try:
        with path.open(encoding="utf-8", newline="") as file:
            rows = [
                FoldPrediction(
                    int(line["task"]),
                    int(line["fold"]),
                    Split(line["split"]),
                    int(line["seed"]),
                    {"0": False, "1": True}[line["truth"]],
                    float(line["probability_good"]),
                    int(line["epochs"]),
                )
                for line in csv.DictReader(file)
            ]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise StationError(
            f"{path} cannot be read as predictions of a fold: {error}. Train the fold again."
        ) from error
    if any(row.task != task or not 0 <= row.probability_good <= 1 for row in rows):
        raise StationError(f"{path} is not of task {task}. Train the fold again.")
    return rows


# --- the report ---------------------------------------------------------------------------------

NAMES = {
    Measure.ACCURACY: "Accuracy",
    Measure.POOR_FOUND: "Specificity (Poor called Poor)",
    Measure.GOOD_PASSED: "Sensitivity (Good called Good)",
    Measure.AUC: "AUC",
}
SPLIT_NAMES = {Split.TRAIN: "training", Split.VALIDATION: "validation"}


def _of_paper(published: Published, measure: Measure) -> float | None:
    """The paper's value of the same."""
    return {
        Measure.ACCURACY: published.accuracy,
        Measure.POOR_FOUND: published.poor_found,
        Measure.GOOD_PASSED: published.good_passed,
        Measure.AUC: published.auc,
    }[measure]


def folds_document(tasks: Sequence[TaskFigures], lines: tuple[str, ...]) -> Document:
    """Tables 2 to 4 and Figures 6 to 8, ours next to the paper's; `lines` say of what."""
    missing = [
        f"task {task.task}: " + (f"not fold {_numbers(task.missing)}" if task.folds else "no fold")
        for task in tasks
        if task.missing
    ]
    facts: dict[str, Any] = {
        "about": lines,
        "missing": missing,
        "fold_count": FOLDS,
        "good_from": f"{GOOD_FROM:g}",
        "tasks": [_task(task) for task in tasks],
        "dealt": [row for task in tasks for row in _dealt(task)],
        "measures": list(NAMES.values()),
        "contradictions": CONTRADICTIONS,
        "INTERVALS": INTERVALS,
        "PAPER": PAPER,
        "FOOTER": FOOTER,
    }
    pictures = {"figure-6": _figure_6(tasks)}
    for task in tasks:
        if task.folds:
            pictures[f"figure-7-task-{task.task}"] = _figure_7(task)
            pictures[f"figure-8-task-{task.task}"] = _figure_8(task)
    return from_template("folds.md", facts, pictures, shown)


def _task(task: TaskFigures) -> dict[str, Any]:
    """What Tables 2 and 4 say of a task."""
    shape, lowest_good = TASKS[task.task]
    paper_shape, paper_grouping = TABLE_2[task.task]
    return {
        "task": task.task,
        "shape": shape,
        "paper_shape": paper_shape.replace("*", "×"),
        "grouping": _grouping(lowest_good),
        "paper_grouping": paper_grouping,
        "missing": task.missing,
        "epochs": sorted({fold.epochs for fold in task.folds}),
        "splits": [_table_4(task, split) for split in Split if task.of(split)],
    }


def _grouping(lowest_good: int) -> str:
    poor = "/".join(str(grade) for grade in GRADES if grade < lowest_good)
    good = "/".join(str(grade) for grade in GRADES if grade >= lowest_good)
    return f"{poor} - {good}"


def _numbers(numbers: Sequence[int]) -> str:
    return ", ".join(map(str, numbers))


def _dealt(task: TaskFigures) -> Iterator[dict[str, Any]]:
    """The lines of Table 3 of a task; None: not trained, or not printed."""
    for fold in sorted({figures.fold for figures in task.folds}):
        own = {figures.split: figures for figures in task.folds if figures.fold == fold}
        ours = [own.get(split) for split in (Split.TRAIN, Split.VALIDATION)]
        printed = TABLE_3[task.task][fold] if fold < len(TABLE_3[task.task]) else (None,) * 4
        for name, paper in (("Poor", printed[:2]), ("Good", printed[2:])):
            counts = [figures and getattr(figures, name.lower()) for figures in ours]
            yield {
                "task": task.task,
                "fold": fold,
                "name": name,
                "counts": (*counts, *paper),
            }


def _table_4(task: TaskFigures, split: Split) -> dict[str, Any]:
    by_fold = TABLE_4[split] if task.task == 4 else ()
    averages: list[str] = []
    for measure in NAMES:
        mean = task.averages[split, measure]
        spread = "" if mean.sd is None else f" ± {mean.sd:.2f}"
        averages += [
            _cell(mean.figure, spread),
            rounded(_of_paper(_average_of_paper(task, split), measure), 2),
        ]
    return {
        "name": SPLIT_NAMES[split],
        "folds": [
            {
                "fold": fold.fold,
                "poor": fold.poor,
                "good": fold.good,
                "epochs": fold.epochs,
                "cells": _cells(fold, by_fold[fold.fold] if fold.fold < len(by_fold) else None),
            }
            for fold in task.of(split)
        ],
        "averages": averages,
    }


def _average_of_paper(task: TaskFigures, split: Split) -> Published:
    return TABLE_4_AVERAGE[split] if task.task == 4 else FIGURE_6[task.task, str(split)]


def _cells(fold: FoldFigures, published: Published | None) -> list[str]:
    """Of each measure ours and the paper's."""
    cells: list[str] = []
    for measure in NAMES:
        paper = None if published is None else _of_paper(published, measure)
        cells += [_cell(fold.of(measure)), rounded(paper, 2)]
    return cells


def _cell(figure: Estimate, spread: str = "") -> str:
    return NONE if figure.value is None else f"{figure.value:.2f}{spread}{_interval(figure)}"


def _interval(figure: Estimate) -> str:
    return "" if figure.ci is None else f" ({figure.ci[0]:.2f}–{figure.ci[1]:.2f})"


# --- pictures -----------------------------------------------------------------------------------


def _figure_6(tasks: Sequence[TaskFigures]) -> bytes:
    def bars(split: Split, measure: Measure) -> Bars:
        averages = [task.averages.get((split, measure)) for task in tasks]
        return Bars(
            NAMES[measure],
            tuple(_or_nan(average and average.figure.value) for average in averages),
            tuple(_or_nan(average and average.sd) for average in averages),
            tuple(_or_nan(_of_paper(FIGURE_6[task.task, str(split)], measure)) for task in tasks),
        )

    return draw_bars(
        [
            BarPanel(
                f"({letter}) {SPLIT_NAMES[split]}",
                tuple(f"task {task.task}" for task in tasks),
                tuple(bars(split, measure) for measure in NAMES),
            )
            for letter, split in zip("ab", Split, strict=True)
        ]
    )


def _or_nan(value: float | None) -> float:
    return nan if value is None else value


def _figure_7(task: TaskFigures) -> bytes:
    panels: list[RocPanel] = []
    for letter, split in zip("ab", Split, strict=True):
        folds = [
            (fold, _good_as_positive(fold.curve))
            for fold in task.of(split)
            if fold.curve is not None
        ]
        curves = [
            RocCurve(f"fold {fold.fold}: AUC {rounded(fold.auc.value, 2)}", *curve, main=False)
            for fold, curve in folds
        ]
        average = task.averages.get((split, Measure.AUC))
        if folds and average is not None and average.figure.value is not None:
            mean = mean_roc([curve for _, curve in folds])
            curves.append(RocCurve(f"mean of {len(folds)}: AUC {_cell(average.figure)}", *mean))
        published = _average_of_paper(task, split)
        paper = None
        if published.good_passed is not None and published.poor_found is not None:
            paper = 1 - published.poor_found, published.good_passed
        title = f"({letter}) task {task.task}, {SPLIT_NAMES[split]}"
        panels.append(RocPanel(title, tuple(curves), None, paper, PAPERS_ROC_AXES))
    return draw_roc(panels)


def _good_as_positive(curve: Curve) -> Curve:
    """The same ROC curve with Good as the positive class: mirrored in the falling diagonal."""
    good_called_poor, poor_called_poor = curve
    return 1 - poor_called_poor[::-1], 1 - good_called_poor[::-1]


def _figure_8(task: TaskFigures) -> bytes:
    panels = [
        ConfusionPanel(
            f"{SPLIT_NAMES[split].capitalize()}, folds "
            + _numbers([fold.fold for fold in task.of(split)]),
            POOR_AND_GOOD,
            counts_of(task.matrix(split)),
        )
        for split in Split
        if task.of(split)
    ]
    if task.task == 4:
        panels += [
            ConfusionPanel(f"{PAPER}, {SPLIT_NAMES[split]}", POOR_AND_GOOD, FIGURE_8[split])
            for split in Split
        ]
    return draw_confusion(panels)


def folds_json(tasks: Sequence[TaskFigures]) -> dict[str, Any]:
    """The same for programs."""

    def of_fold(fold: FoldFigures) -> dict[str, Any]:
        return {
            "fold": fold.fold,
            "split": str(fold.split),
            "epochs": fold.epochs,
            "poor": fold.poor,
            "good": fold.good,
            "matrix": fold.rates.matrix,
            **{str(measure): fold.of(measure) for measure in Measure},
        }

    def averages(task: TaskFigures, split: Split) -> dict[str, Any]:
        return {
            str(measure): task.averages[split, measure]
            for measure in Measure
            if (split, measure) in task.averages
        }

    return plain(
        {
            "positive_class_of_the_matrix": "Poor",
            "good_from": GOOD_FROM,
            "tasks": [
                {
                    "task": task.task,
                    **TASKS[task.task]._asdict(),
                    "folds_not_trained": task.missing,
                    "folds": [of_fold(fold) for fold in task.folds],
                    "averages": {str(split): averages(task, split) for split in Split},
                }
                for task in tasks
            ],
        }
    )
