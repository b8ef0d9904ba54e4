"""Five-fold cross-validation of the paper's four tasks: what each fold reached, and the averages.

H. Zhang et al., BMC Med. Imaging 23 (2023), 10.1186/s12880-023-01017-2. Sensitivity and
specificity are named here by what they count, because the paper's positive class is Good, and that
of the station's own evaluation Poor, which is to be found. In `Rates`, `Matrix` and `Curve` it is
Poor here too.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from station.lab.grader.discrimination import (
    Bools,
    Curve,
    Floats,
    Matrix,
    Rates,
    Sample,
    auc,
    auc_draws,
    draw_of_both,
    rates,
    roc,
    share_draws,
)
from station.quality.tasks import TASKS, Split
from station.reading.agreement import Estimate
from station.reading.bootstrap import Bootstrap

FOLDS = 5
GOOD_FROM = 0.5
"""Probability of Good from which on an image is called Good: fixed, chosen on no image"""


@dataclass(frozen=True)
class FoldPrediction:
    """What the network of a fold says of one patient's image."""

    task: int
    fold: int
    """From 0"""
    split: Split
    """Of this patient in this fold"""
    patient: int
    """Seed"""
    good: bool
    """By the raters and the task's grouping"""
    probability_good: float
    epochs: int
    """That the fold was trained for"""

    @property
    def name(self) -> str:
        return f"patient {self.patient}"


class Measure(StrEnum):
    ACCURACY = "accuracy"
    POOR_FOUND = "poor_called_poor"
    """Share of the Poor images; the paper's specificity"""
    GOOD_PASSED = "good_called_good"
    """Share of the Good images; the paper's sensitivity"""
    AUC = "AUC"


@dataclass(frozen=True, eq=False)
class FoldFigures:
    """One line of Table 4."""

    task: int
    fold: int
    split: Split
    epochs: int
    rates: Rates
    auc: Estimate
    curve: Curve | None
    """None where there is one kind of image"""

    @property
    def poor(self) -> int:
        return self.rates.matrix.positives

    @property
    def good(self) -> int:
        return self.rates.matrix.negatives

    def of(self, measure: Measure) -> Estimate:
        return {
            Measure.ACCURACY: self.rates.accuracy,
            Measure.POOR_FOUND: self.rates.sensitivity,
            Measure.GOOD_PASSED: self.rates.specificity,
            Measure.AUC: self.auc,
        }[measure]


@dataclass(frozen=True)
class Average:
    """Mean of the folds that were trained."""

    figure: Estimate
    """Its interval is over patients, with the networks as they are; `n` counts patients"""
    sd: float | None
    """Of the folds; None for fewer than two"""
    folds: int


@dataclass(frozen=True, eq=False)
class TaskFigures:
    """A task over its folds."""

    task: int
    folds: tuple[FoldFigures, ...]
    """Each fold's training and validation"""
    averages: Mapping[tuple[Split, Measure], Average]
    missing: tuple[int, ...]
    """Folds that were not trained"""

    def of(self, split: Split) -> tuple[FoldFigures, ...]:
        return tuple(fold for fold in self.folds if fold.split is split)

    def matrix(self, split: Split) -> Matrix:
        """All folds' together: in validation each patient counts once."""
        return sum((fold.rates.matrix for fold in self.of(split)), Matrix(0, 0, 0, 0))


def cross_validation(
    rows: Iterable[FoldPrediction],
    tasks: Sequence[int] = tuple(TASKS),
    folds: int = FOLDS,
    good_from: float = GOOD_FROM,
) -> tuple[TaskFigures, ...]:
    """Each task's figures; a task that was not trained has no folds and lists all as missing.

    Raises ValueError where rows contradict each other: a patient twice in a fold or held out twice,
    Good in one fold and Poor in another, or a fold of two lengths of training.
    """
    every = tuple(rows)
    return tuple(
        _task(task, tuple(row for row in every if row.task == task), folds, good_from)
        for task in tasks
    )


def _task(task: int, rows: tuple[FoldPrediction, ...], folds: int, good_from: float) -> TaskFigures:
    bootstrap = draw_of_both(_kinds(rows))
    held = [row.patient for row in rows if row.split is Split.VALIDATION]
    if len(set(held)) < len(held):
        raise ValueError(f"task {task}: a patient is held out twice")
    figures_of_folds: list[FoldFigures] = []
    drawn: dict[tuple[Split, Measure], list[Floats]] = {}
    missing: list[int] = []
    for fold in range(folds):
        of_fold = [row for row in rows if row.fold == fold]
        if not of_fold:
            missing.append(fold)
            continue
        _check(of_fold)
        for split in Split:
            of_split = [row for row in of_fold if row.split is split]
            if not of_split:
                continue
            figures, replicates = _fold(of_split, bootstrap, good_from)
            figures_of_folds.append(figures)
            for measure, values in replicates.items():
                drawn.setdefault((split, measure), []).append(values)
    averages = {
        key: _average(
            [fold.of(key[1]).value for fold in figures_of_folds if fold.split is key[0]],
            values,
            bootstrap,
        )
        for key, values in drawn.items()
    }
    return TaskFigures(task, tuple(figures_of_folds), averages, tuple(missing))


def _kinds(rows: Iterable[FoldPrediction]) -> dict[str, bool]:
    """Whether each patient is Poor."""
    kinds: dict[str, bool] = {}
    for row in rows:
        if kinds.setdefault(row.name, not row.good) is row.good:
            raise ValueError(f"task {row.task}: {row.name} is Good in one fold and Poor in another")
    return kinds


def _check(rows: Sequence[FoldPrediction]) -> None:
    first = rows[0]
    where = f"task {first.task}, fold {first.fold}"
    if len({row.patient for row in rows}) < len(rows):
        raise ValueError(f"{where}: a patient is in it twice")
    if len({row.epochs for row in rows}) > 1:
        raise ValueError(f"{where}: it was trained for one number of epochs, not for several")


def sample_of(rows: Sequence[FoldPrediction]) -> Sample:
    return Sample(
        tuple(row.name for row in rows),
        np.array([not row.good for row in rows], np.bool_),
        1 - np.array([row.probability_good for row in rows], np.float64),
    )


def _fold(
    rows: Sequence[FoldPrediction], bootstrap: Bootstrap, good_from: float
) -> tuple[FoldFigures, dict[Measure, Floats]]:
    """A fold's figures, and those of each resample."""
    first, sample = rows[0], sample_of(rows)
    called: Bools = np.array([row.probability_good < good_from for row in rows], np.bool_)
    figures = FoldFigures(
        first.task,
        first.fold,
        first.split,
        first.epochs,
        rates(sample, called, bootstrap),
        auc(sample, bootstrap),
        roc(sample) if sample.both else None,
    )
    right = called == sample.positive

    def of(which: Bools) -> Floats:
        patients = [
            name for name, chosen in zip(sample.patients, which.tolist(), strict=True) if chosen
        ]
        return share_draws(right[which], patients, bootstrap)

    return figures, {
        Measure.ACCURACY: of(np.ones_like(right)),
        Measure.POOR_FOUND: of(sample.positive),
        Measure.GOOD_PASSED: of(~sample.positive),
        Measure.AUC: auc_draws(sample, bootstrap),
    }


def _average(
    values: Sequence[float | None], drawn: Sequence[Floats], bootstrap: Bootstrap
) -> Average:
    known = [value for value in values if value is not None]
    if len(known) < len(values) or not known:
        note = "A fold has no such figure."
        return Average(Estimate(None, n=len(bootstrap.cases), note=note), None, len(values))
    ci, note = bootstrap.interval(np.mean(drawn, axis=0), len(bootstrap.cases))
    sd = float(np.std(known, ddof=1)) if len(known) > 1 else None
    mean = float(np.mean(known))
    return Average(Estimate(mean, ci, None, len(bootstrap.cases), note), sd, len(known))
