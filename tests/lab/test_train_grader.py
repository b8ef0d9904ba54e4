"""`station train grader`."""

from enum import Enum
from pathlib import Path

import pytest
from typer.testing import CliRunner

from station.cli import app
from station.errors import StationError
from station.lab import graded_cases
from station.lab.grader import rows as measured
from station.lab.train_grader import GraderTraining, train_grader
from station.quality.tasks import PREDICTIONS, WEIGHTS, Task
from tests.quality import finished
from tests.quality.images import cases_below

pytestmark = pytest.mark.simulated


class Tiny(Enum):
    """A field that trains in no time."""

    FIELD = (32, 32, 32)


@pytest.fixture
def recipe(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(Task, "size", property(lambda _: Tiny.FIELD))
    path = tmp_path / "recipe.toml"
    path.write_text("patients = 6\nepochs = 1\nbatch = 2\nbf16 = false\n")
    return path


def test_the_verb_trains_the_fold_that_was_asked_for_and_tells(
    recipe: Path, tmp_path: Path
) -> None:
    cases_below(tmp_path / "cases", 6)
    out = tmp_path / "run"
    arguments = ("train", "grader", "--task", "3", "--config", str(recipe), "--out", str(out))
    more = ("--folds", "3", "--fold", "2", "--cases", str(tmp_path / "cases"), "--threads", "1")
    result = CliRunner().invoke(app, [*arguments, *more])
    assert result.exit_code == 0, result.output
    assert "Task 3, fold 3 of 3: 1 epochs, loss of the held-out cases" in result.output
    fold = out / "task-3" / "fold-2"
    assert (fold / WEIGHTS).exists()
    assert (fold / PREDICTIONS).exists()
    assert not (out / "task-3" / "fold-0").exists()


def test_patients_that_are_missing_are_simulated_into_the_folder(
    recipe: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []

    def made(population: object, seeds: range, folder: Path, **_: object) -> list[Path]:
        asked.extend(seeds)
        assert population is graded_cases.TRAINED_ON
        return cases_below(folder, len(seeds))

    monkeypatch.setattr(graded_cases, "make_cases", made)
    done = train_grader(GraderTraining("1", recipe, tmp_path / "run", folds=1, threads=1))
    assert asked == [1, 2, 3, 4, 5, 6]
    assert "nothing held out" in done
    assert len(list((tmp_path / "run" / "cases").iterdir())) == 6


def test_the_five_grades_are_learned_from_measured_cases_of_anyone_in_any_clinic(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = finished.rows_of(60)
    monkeypatch.setattr(
        graded_cases,
        "make_cases",
        lambda population, seeds, folder, **_: (
            [] if population is graded_cases.WIDE_TRAINED_ON else pytest.fail("another population")
        ),
    )
    monkeypatch.setattr(measured, "make_rows", lambda cases, file, **_: rows)
    recipe = tmp_path / "ordinal.toml"
    recipe.write_text("patients = 60\nsoftness = 100.0\n")
    told = train_grader(GraderTraining("ordinal", recipe, tmp_path / "run"))
    assert told.startswith("60 images of 3 scanners; Poor told from Good on scanners left out: AUC")
    assert (tmp_path / "run" / "task-ordinal" / "grader.safetensors").exists()


def test_what_is_wrong_is_told_before_anything_is_simulated(recipe: Path, tmp_path: Path) -> None:
    with pytest.raises(StationError, match='There is no task "5"'):
        train_grader(GraderTraining("5", recipe, tmp_path / "run"))
    recipe.write_text("patients = 2\nepoch = 3\n")
    result = CliRunner().invoke(
        app,
        ["train", "grader", "--task", "1", "--config", str(recipe), "--out", str(tmp_path / "x")],
    )
    assert result.exit_code == 1
    assert "patients" in result.stderr
    assert 'did you mean "epochs"?' in result.stderr
    assert not (tmp_path / "x").exists()
