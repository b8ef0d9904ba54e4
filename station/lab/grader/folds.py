"""What `station evaluate folds` does: Tables 2 to 4 and Figures 6 to 8 of the paper's four tasks.

The paper's values stand beside ours in columns of their own; folds that were not trained are named.
"""

import csv
import json
from collections.abc import Sequence
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
from station.lab.grader.report import FOOTER, INTERVALS, NONE, POOR_AND_GOOD, counts_of, printed_as
from station.pet.image_quality import GRADES
from station.quality.tasks import TASKS, Split
from station.reading.agreement import Estimate
from station.report.document import (
    Document,
    Picture,
    Section,
    Table,
    write_grader_report,
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
POSITIVE = (
    "As in the paper, Good is the positive class here: specificity is the share of Poor images "
    "that are called Poor, sensitivity the share of Good images that are called Good."
)
WHY_GOOD = (
    "The paper does not say which class is positive. Its Tables 3 and 4 agree only where it is "
    "Good: specificity 0.75 and sensitivity 0.90 of fold 0 are 6 of 8 Poor and 9 of 10 Good "
    "images. That is shown for task 4 and taken to hold for the others."
)
OTHER_WAY_ABOUT = (
    "The report of station evaluate grader and the grader's card have it the other way about, "
    "because Poor is what the station is to find: their sensitivity is the specificity of these "
    "tables."
)


def evaluate_folds(runs: Sequence[Path], out: Path) -> tuple[Path, ...]:
    """Tables 2 to 4 and Figures 6 to 8 of trainings by `station train grader`; the files, the
    report first.

    Raises StationError where a folder holds no fold of a task, two hold the same fold, or a file
    cannot be read or written.
    """
    rows = load_folds(runs)
    try:
        found = cross_validation(rows)
    except ValueError as error:
        raise StationError(
            f"The folds do not belong together: {error}. Give the folders of one protocol."
        ) from error
    program = f"Station {__version__}"
    lines = (f"Folds trained by station train grader; {program}",)
    written = write_grader_report(folds_document(found, lines), out, REPORT)
    data, table = out / f"{REPORT}.json", out / f"{REPORT}.csv"
    content = json.dumps({"program": program, **folds_json(found)}, indent=2, allow_nan=False)
    try:
        data.write_text(content, encoding="utf-8")
    except OSError as error:
        raise StationError(
            f"{data} cannot be written: {error.strerror}. Choose another folder."
        ) from error
    write_rows(table, (asdict(row) for row in rows))
    return (*written, data, table)


def load_folds(runs: Sequence[Path]) -> tuple[FoldPrediction, ...]:
    """What every finished fold of tasks 1 to 4 in these folders says of its patients."""
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


def folds_document(found: Sequence[TaskFigures], lines: tuple[str, ...]) -> Document:
    """Tables 2 to 4 and Figures 6 to 8, ours beside the paper's; `lines` say of what."""
    trained = [one for one in found if one.folds]
    return Document(
        "Cross-validation of the paper's four tasks",
        lines,
        (
            _about_folds(found),
            _dealt(found),
            Section(
                "Figure 6: the four tasks",
                (),
                (_figure_6(found),),
            ),
            *(_task(one) for one in trained),
            Section(
                "Where the paper contradicts itself",
                tuple(f"{number}. {text}" for number, text in enumerate(CONTRADICTIONS, 1)),
            ),
        ),
        FOOTER,
    )


def _about_folds(found: Sequence[TaskFigures]) -> Section:
    missing = [
        f"task {one.task}: " + ("no fold" if not one.folds else f"not fold {_listed(one.missing)}")
        for one in found
        if one.missing
    ]
    said = (
        f"Trained as far as time went; missing are {'; '.join(missing)}."
        if missing
        else f"All {FOLDS} folds of the four tasks were trained."
    )
    table = Table(
        ("task", "input", "of the paper", "Poor - Good", "of the paper", "folds", "epochs"),
        tuple(
            (
                str(one.task),
                "×".join(map(str, TASKS[one.task].shape)),
                TABLE_2[one.task][0].replace("*", "×"),
                _grouping(TASKS[one.task].lowest_good),
                TABLE_2[one.task][1],
                f"{FOLDS - len(one.missing)} of {FOLDS}",
                _listed(sorted({fold.epochs for fold in one.folds})) or "not trained",
            )
            for one in found
        ),
        title="Table 2: the tasks, and how long they were trained",
        notes=("The paper says 1000 epochs of 250 iterations. Folds are counted from 0.",),
    )
    return Section(
        "What was trained",
        (
            said,
            (
                f"An image is called Poor where the network's probability of Good is below "
                f"{GOOD_FROM:g}. {POSITIVE}"
            ),
            f"{WHY_GOOD} {OTHER_WAY_ABOUT}",
            (
                f"{INTERVALS} That of an average keeps the networks of the folds as they are; the "
                "standard deviation beside it is over the folds."
            ),
            (
                f"The paper's images ({PAPER}) are of 89 patients of one hospital, ours of a "
                "virtual scanner: the values stand side by side and measure different things."
            ),
        ),
        (table,),
    )


def _grouping(lowest_good: int) -> str:
    poor = "/".join(str(grade) for grade in GRADES if grade < lowest_good)
    good = "/".join(str(grade) for grade in GRADES if grade >= lowest_good)
    return f"{poor} - {good}"


def _listed(numbers: Sequence[int]) -> str:
    return ", ".join(map(str, numbers))


def _dealt(found: Sequence[TaskFigures]) -> Section:
    lines: list[tuple[str, ...]] = []
    for one in found:
        for fold in sorted({figures.fold for figures in one.folds}):
            own = {figures.split: figures for figures in one.folds if figures.fold == fold}
            printed = TABLE_3[one.task][fold] if fold < len(TABLE_3[one.task]) else None
            train, validation = own.get(Split.TRAIN), own.get(Split.VALIDATION)
            for name, ours, paper in (
                (
                    "Poor",
                    (train and train.poor, validation and validation.poor),
                    printed and (printed.poor_train, printed.poor_validation),
                ),
                (
                    "Good",
                    (train and train.good, validation and validation.good),
                    printed and (printed.good_train, printed.good_validation),
                ),
            ):
                cells = (*ours, *(paper or (None, None)))
                lines.append(
                    (
                        str(one.task),
                        str(fold),
                        name,
                        *(NONE if cell is None else str(cell) for cell in cells),
                    )
                )
    table = Table(
        ("task", "fold", "class", "training", "validation", "paper: training", "validation"),
        tuple(lines),
    )
    return Section("Table 3: images of each class in the folds", (), (table,))


def _figure_6(found: Sequence[TaskFigures]) -> Picture:
    panels = [
        BarPanel(
            f"({letter}) {SPLIT_NAMES[split]}",
            tuple(f"task {one.task}" for one in found),
            tuple(
                Bars(
                    NAMES[measure],
                    tuple(_average(one, split, measure)[0] for one in found),
                    tuple(_average(one, split, measure)[1] for one in found),
                    tuple(
                        _or_nan(_of_paper(FIGURE_6[one.task, str(split)], measure)) for one in found
                    ),
                )
                for measure in NAMES
            ),
        )
        for letter, split in zip("ab", Split, strict=True)
    ]
    return Picture(
        "figure-6",
        draw_bars(panels),
        "Averages of the folds that were trained; the thin line is the standard deviation over "
        f"them. Open diamonds are the paper's values, of other images. {POSITIVE}",
    )


def _average(one: TaskFigures, split: Split, measure: Measure) -> tuple[float, float]:
    average = one.averages.get((split, measure))
    if average is None:
        return nan, nan
    return _or_nan(average.figure.value), _or_nan(average.sd)


def _or_nan(value: float | None) -> float:
    return nan if value is None else value


def _task(one: TaskFigures) -> Section:
    parts: list[Table | Picture] = [
        *(_table_4(one, split) for split in Split if one.of(split)),
        _figure_7(one),
        _figure_8(one),
    ]
    return Section(f"Task {one.task}: Table 4, Figures 7 and 8", (), tuple(parts))


def _table_4(one: TaskFigures, split: Split) -> Table:
    folds = one.of(split)
    by_fold = TABLE_4[split] if one.task == 4 else ()
    average = TABLE_4_AVERAGE[split] if one.task == 4 else FIGURE_6[one.task, str(split)]
    lines = [
        (
            str(fold.fold),
            f"{fold.poor} / {fold.good}",
            str(fold.epochs),
            *_beside(fold, by_fold[fold.fold] if fold.fold < len(by_fold) else None),
        )
        for fold in folds
    ]
    cells: list[str] = []
    for measure in NAMES:
        mean = one.averages[split, measure]
        spread = "" if mean.sd is None else f" ± {mean.sd:.2f}"
        said = NONE
        if mean.figure.value is not None:
            said = f"{mean.figure.value:.2f}{spread}{_interval(mean.figure)}"
        cells += [said, printed_as(_of_paper(average, measure))]
    lines.append((f"Average of {len(folds)}", "", "", *cells))
    header: list[str] = ["fold", "Poor / Good", "epochs"]
    for name in NAMES.values():
        header += [name, "paper"]
    notes = (
        f"{POSITIVE} {OTHER_WAY_ABOUT}",
        "± is the standard deviation over the folds, in brackets the 95 % interval.",
    )
    if one.task != 4:
        notes += ("The paper prints single folds of task 4 only; its averages are of Figure 6.",)
    return Table(tuple(header), tuple(lines), title=f"Table 4, {SPLIT_NAMES[split]}", notes=notes)


def _beside(fold: FoldFigures, published: Published | None) -> list[str]:
    cells: list[str] = []
    for measure in NAMES:
        own = fold.of(measure)
        said = NONE if own.value is None else f"{own.value:.2f}{_interval(own)}"
        cells += [
            said,
            NONE if published is None else printed_as(_of_paper(published, measure)),
        ]
    return cells


def _interval(figure: Estimate) -> str:
    return "" if figure.ci is None else f" ({figure.ci[0]:.2f}–{figure.ci[1]:.2f})"


def _figure_7(one: TaskFigures) -> Picture:
    panels: list[RocPanel] = []
    for letter, split in zip("ab", Split, strict=True):
        folds = [
            (fold, _good_as_positive(fold.curve))
            for fold in one.of(split)
            if fold.curve is not None
        ]
        curves = [
            RocCurve(f"fold {fold.fold}: AUC {printed_as(fold.auc.value)}", *curve, main=False)
            for fold, curve in folds
        ]
        average = one.averages.get((split, Measure.AUC))
        if folds and average is not None and average.figure.value is not None:
            mean = mean_roc([curve for _, curve in folds])
            name = f"mean of {len(folds)}: AUC {printed_as(average.figure.value)}"
            name += _interval(average.figure)
            curves.append(RocCurve(name, *mean))
        published = TABLE_4_AVERAGE[split] if one.task == 4 else FIGURE_6[one.task, str(split)]
        paper = None
        if published.good_passed is not None and published.poor_found is not None:
            paper = 1 - published.poor_found, published.good_passed
        panels.append(
            RocPanel(
                f"({letter}) task {one.task}, {SPLIT_NAMES[split]}",
                tuple(curves),
                None,
                paper,
                PAPERS_ROC_AXES,
            )
        )
    return Picture(
        f"figure-7-task-{one.task}",
        draw_roc(panels),
        f"ROC curves of each fold, and their mean at each share of false alarms. {POSITIVE} The "
        "open diamond is where the paper's averages lie, of other images.",
    )


def _good_as_positive(curve: Curve) -> Curve:
    """The same ROC curve with Good as the positive class: mirrored in the falling diagonal."""
    good_called_poor, poor_called_poor = curve
    return 1 - poor_called_poor[::-1], 1 - good_called_poor[::-1]


def _figure_8(one: TaskFigures) -> Picture:
    panels = [
        ConfusionPanel(
            f"{SPLIT_NAMES[split].capitalize()}, folds {_listed([f.fold for f in one.of(split)])}",
            POOR_AND_GOOD,
            counts_of(one.matrix(split)),
        )
        for split in Split
        if one.of(split)
    ]
    caption = "All folds together: in validation each patient counts once, in training once a fold."
    if one.task == 4:
        panels += [
            ConfusionPanel(f"{PAPER}, {SPLIT_NAMES[split]}", POOR_AND_GOOD, FIGURE_8[split])
            for split in Split
        ]
        caption += (
            f" {PAPER}: other images; the numbers are not printed in its text but worked out from "
            "its Tables 3 and 4."
        )
    return Picture(f"figure-8-task-{one.task}", draw_confusion(panels), caption)


def folds_json(found: Sequence[TaskFigures]) -> dict[str, Any]:
    """The same for programs."""
    return {
        "positive_class_of_the_matrix": "Poor",
        "good_from": GOOD_FROM,
        "tasks": [
            {
                "task": one.task,
                "shape": list(TASKS[one.task].shape),
                "lowest_good": TASKS[one.task].lowest_good,
                "folds_not_trained": list(one.missing),
                "folds": [
                    {
                        "fold": fold.fold,
                        "split": str(fold.split),
                        "epochs": fold.epochs,
                        "poor": fold.poor,
                        "good": fold.good,
                        "matrix": asdict(fold.rates.matrix),
                        **{str(measure): asdict(fold.of(measure)) for measure in Measure},
                    }
                    for fold in one.folds
                ],
                "averages": {
                    str(split): {
                        str(measure): asdict(one.averages[split, measure])
                        for measure in Measure
                        if (split, measure) in one.averages
                    }
                    for split in Split
                },
            }
            for one in found
        ],
    }
