"""Training by folds, stopping and going on."""

import csv
from collections import Counter
from dataclasses import replace
from enum import Enum
from pathlib import Path

import numpy as np
import pytest
from safetensors import safe_open

from station.errors import Cancelled, StationError
from station.quality.field import Size
from station.quality.recipe import Recipe
from station.quality.tasks import CHECKPOINT, LOG, PREDICTIONS, WEIGHTS, Task
from station.quality.training import folds_of, train
from tests.quality.images import cases_below, facts

pytestmark = pytest.mark.simulated


class Tiny(Enum):
    """A field that trains in no time."""

    FIELD = (32, 32, 32)


@pytest.fixture
def tiny(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Task, "size", property(lambda _: Tiny.FIELD))


RECIPE = Recipe(patients=8, epochs=1, batch=2, bf16=False, learning_rate=0.01)


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def test_the_tasks_are_the_papers() -> None:
    sizes = [task.size for task in Task]
    assert sizes == [Size.SMALL, Size.LARGE, Size.SMALL, Size.LARGE, Size.SMALL]
    assert [task.lowest_good for task in Task] == [4, 4, 3, 3, 3]


def test_folds_hold_every_grade_evenly_and_every_patient_once() -> None:
    every = [facts(seed, 1 + seed % 5) for seed in range(1, 90)]
    dealt = folds_of(every, 5, seed=1)
    assert set(dealt) == {one.seed for one in every}
    assert set(Counter(dealt.values()).values()) <= {17, 18}
    for grade in range(1, 6):
        counts = Counter(dealt[one.seed] for one in every if one.label == grade)
        assert max(counts.values()) - min(counts.values()) <= 1
    assert dealt == folds_of(every, 5, seed=1)
    assert dealt != folds_of(every, 5, seed=2)


@pytest.mark.usefixtures("tiny")
def test_a_fold_leaves_weights_log_and_predictions_of_patients_it_never_saw(tmp_path: Path) -> None:
    cases = cases_below(tmp_path / "cases", 8)
    (done,) = train(cases, Task.TASK_3, RECIPE, tmp_path, folds=4, only=[1])
    assert (done.fold, done.folds, done.epochs) == (1, 4, 1)
    assert done.validation_loss is not None
    rows = rows_of(done.folder / PREDICTIONS)
    held = {row["seed"] for row in rows if row["split"] == "validation"}
    learned = {row["seed"] for row in rows if row["split"] == "train"}
    assert len(held) == 2
    assert len(learned) == 6
    assert not held & learned
    assert all(0 <= float(row["probability_good"]) <= 1 for row in rows)
    assert [row["epoch"] for row in rows_of(done.folder / LOG)] == ["1"]
    with safe_open(done.folder / WEIGHTS, framework="numpy") as opened:
        assert opened.metadata()["cases"] == "6"


@pytest.mark.usefixtures("tiny")
def test_a_training_that_was_stopped_ends_as_if_it_had_not_been(tmp_path: Path) -> None:
    cases = cases_below(tmp_path / "cases", 4)
    recipe = replace(RECIPE, patients=5, epochs=2)
    (whole,) = train(cases, Task.TASK_3, recipe, tmp_path / "whole", folds=2, only=[0], threads=1)

    def stop(fraction: float, message: str) -> None:
        if "epoch 2" in message:
            raise Cancelled

    with pytest.raises(Cancelled):
        train(
            cases, Task.TASK_3, recipe, tmp_path / "two", folds=2, only=[0], threads=1, report=stop
        )
    assert (tmp_path / "two" / "task-3" / "fold-0" / CHECKPOINT).exists()
    (resumed,) = train(cases, Task.TASK_3, recipe, tmp_path / "two", folds=2, only=[0], threads=1)
    first, again = (rows_of(one.folder / PREDICTIONS) for one in (whole, resumed))
    assert [row["seed"] for row in first] == [row["seed"] for row in again]
    np.testing.assert_allclose(
        [float(row["probability_good"]) for row in first],
        [float(row["probability_good"]) for row in again],
        atol=1e-5,
    )


@pytest.mark.usefixtures("tiny")
def test_another_recipe_does_not_go_on_with_a_training(tmp_path: Path) -> None:
    cases = cases_below(tmp_path / "cases", 4)
    train(cases, Task.TASK_1, RECIPE, tmp_path, folds=1)
    with pytest.raises(StationError, match="another training"):
        train(cases, Task.TASK_1, replace(RECIPE, gamma=0.0), tmp_path, folds=1)
    (tmp_path / "task-1" / "fold-0" / CHECKPOINT).write_bytes(b"torn")
    with pytest.raises(StationError, match="damaged"):
        train(cases, Task.TASK_1, RECIPE, tmp_path, folds=1)


def test_what_cannot_be_split_is_told(tmp_path: Path) -> None:
    cases = cases_below(tmp_path / "cases", 4)
    with pytest.raises(StationError, match="too few for 5 folds"):
        train(cases, Task.TASK_1, RECIPE, tmp_path)
    with pytest.raises(StationError, match="no fold 2 of 2"):
        train(cases, Task.TASK_1, RECIPE, tmp_path, folds=2, only=[2])
