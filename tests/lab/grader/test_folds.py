"""`station evaluate folds`: the paper's tables and figures from what a training left."""

import csv
import json
from collections.abc import Iterable
from pathlib import Path

import numpy as np
import pytest
from typer.testing import CliRunner

from station.cli import app
from station.errors import StationError
from station.lab.grader.cross_validation import FoldPrediction, cross_validation
from station.lab.grader.folds import evaluate_folds, folds_document, load_folds
from station.quality.tasks import Split
from station.report.document import Document, Table
from station.report.plots import RocPanel
from tests.quality.graded import folds


def write_folds(rows: Iterable[FoldPrediction], run: Path) -> Path:
    """As `station.quality.training` leaves them."""
    by_fold: dict[tuple[int, int], list[FoldPrediction]] = {}
    for row in rows:
        by_fold.setdefault((row.task, row.fold), []).append(row)
    for (task, fold), of_fold in by_fold.items():
        path = run / f"task-{task}" / f"fold-{fold}" / "predictions.csv"
        path.parent.mkdir(parents=True)
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(
                file,
                ["task", "fold", "split", "seed", "label", "truth", "epochs", "probability_good"],
            )
            writer.writeheader()
            for row in of_fold:
                writer.writerow(
                    {
                        "task": row.task,
                        "fold": row.fold,
                        "split": row.split,
                        "seed": row.patient,
                        "label": 4 if row.good else 1,
                        "truth": int(row.good),
                        "epochs": row.epochs,
                        "probability_good": row.probability_good,
                    }
                )
    return run


def tables(document: Document) -> dict[str, Table]:
    return {
        f"{section.title} / {part.title}": part
        for section in document.sections
        for part in section.parts
        if isinstance(part, Table)
    }


@pytest.fixture(scope="module")
def document() -> Document:
    rows = (*folds((1, 4), patients=60), *folds((2,), (0,), patients=60))
    return folds_document(cross_validation(rows), ("of a test",))


def test_folds_are_read_as_they_were_written(tmp_path):
    rows = folds((1, 2), (0, 3), patients=20)
    run = write_folds([row for row in rows if row.task == 1], tmp_path / "a")
    other = write_folds([row for row in rows if row.task == 2], tmp_path / "b")
    assert sorted(load_folds([run, other]), key=str) == sorted(rows, key=str)


def test_what_was_not_trained_is_said(document):
    text = document.sections[0].text[0]
    assert "task 2: not fold 1, 2, 3, 4" in text
    assert "task 3: no fold" in text
    table_2 = tables(document)[
        "What was trained / Table 2: the tasks, and how long they were trained"
    ]
    assert table_2.rows[0] == (
        "1",
        "128×128×256",
        "128×128×256",
        "1/2/3 - 4/5",
        "1/2/3-4/5",
        "5 of 5",
        "12",
    )
    assert table_2.rows[2][-2:] == ("0 of 5", "not trained")


def test_the_class_that_counts_as_positive_is_said(document):
    said = " ".join(document.sections[0].text)
    assert "As in the paper, Good is the positive class here" in said
    assert "the grader's card have it the other way about" in said
    assert all("Good is the positive class here" in one.caption for one in document.pictures[:2])
    table = tables(document)["Task 4: Table 4, Figures 7 and 8 / Table 4, validation"]
    assert "Good is the positive class here" in table.notes[0]
    assert "their sensitivity is the specificity of these tables" in table.notes[0]


def test_sensitivity_stands_beside_the_papers_sensitivity(document):
    table = tables(document)["Task 4: Table 4, Figures 7 and 8 / Table 4, validation"]
    assert table.header == (
        "fold",
        "Poor / Good",
        "epochs",
        "Accuracy",
        "paper",
        "Specificity (Poor called Poor)",
        "paper",
        "Sensitivity (Good called Good)",
        "paper",
        "AUC",
        "paper",
    )
    # Of fold 0 the paper prints specificity 0.75 and sensitivity 0.90, with Good as positive.
    assert table.rows[0][4::2] == ("0.83", "0.75", "0.90", "0.79")
    assert table.rows[0][2] == "4"
    assert table.rows[-1][0] == "Average of 5"
    assert table.rows[-1][4::2] == ("0.85", "0.80", "0.91", "0.92")
    assert "±" in table.rows[-1][3]


def test_our_sensitivity_is_the_share_of_good_images_that_are_called_good(document):
    table = tables(document)["Task 4: Table 4, Figures 7 and 8 / Table 4, validation"]
    rows = [row for row in folds((4,), (0,), patients=60) if row.split is Split.VALIDATION]
    good = [row.probability_good >= 0.5 for row in rows if row.good]
    poor = [row.probability_good < 0.5 for row in rows if not row.good]
    specificity, sensitivity = (cell.split()[0] for cell in table.rows[0][5:9:2])
    assert sensitivity == f"{sum(good) / len(good):.2f}"
    assert specificity == f"{sum(poor) / len(poor):.2f}"
    assert sensitivity != specificity, "else the test could not tell them apart"


def test_figure_7_runs_over_the_papers_axes(monkeypatch):
    drawn: list[RocPanel] = []
    monkeypatch.setattr("station.lab.grader.folds.draw_roc", drawn.extend)
    rows = folds((4,), (0, 1), patients=60)
    folds_document(cross_validation(rows), ("of a test",))
    panel = drawn[1]
    assert panel.axes == ("Poor called Good (1 - specificity)", "Good called Good (sensitivity)")
    assert panel.paper == pytest.approx((1 - 0.80, 0.91))
    held = [row for row in rows if row.fold == 0 and row.split is Split.VALIDATION]
    good = np.array([row.good for row in held])
    chance = np.array([row.probability_good for row in held])
    points = {
        (round((chance[~good] >= level).mean(), 6), round((chance[good] >= level).mean(), 6))
        for level in chance
    }
    curve = panel.curves[0]
    assert set(zip(curve.x.round(6), curve.y.round(6), strict=True)) == points | {(0.0, 0.0)}


def test_of_other_tasks_the_paper_prints_averages_only(document):
    table = tables(document)["Task 1: Table 4, Figures 7 and 8 / Table 4, validation"]
    assert table.rows[0][4::2] == ("–", "–", "–", "–")
    assert table.rows[-1][4::2] == ("0.74", "0.75", "0.77", "0.79")


def test_table_3_counts_the_images_beside_the_papers(document):
    table = tables(document)["Table 3: images of each class in the folds / "]
    (line,) = [row for row in table.rows if row[:3] == ("4", "4", "Poor")]
    assert line[5:] == ("24", "10")
    own = [row for row in folds((4,), (4,), patients=60) if not row.good]
    held = sum(row.split is Split.VALIDATION for row in own)
    assert line[3:5] == (str(len(own) - held), str(held))


def test_a_task_without_folds_has_no_section_of_its_own(document):
    titles = [section.title for section in document.sections]
    assert not any(title.startswith("Task 3") for title in titles)
    assert titles[-1] == "Where the paper contradicts itself"


def test_the_command_writes_tables_and_figures(tmp_path):
    run = write_folds(folds((4,), (0, 1), patients=30), tmp_path / "run")
    out = tmp_path / "out"
    found = CliRunner().invoke(app, ["evaluate", "folds", str(run), "--out", str(out)])
    assert found.exit_code == 0, found.output
    assert {path.name for path in out.iterdir()} == {
        "cross-validation.pdf",
        "cross-validation.md",
        "cross-validation.json",
        "cross-validation.csv",
        "figure-6.png",
        "figure-7-task-4.png",
        "figure-8-task-4.png",
    }
    told = json.loads((out / "cross-validation.json").read_text(encoding="utf-8"))
    assert [one["folds_not_trained"] for one in told["tasks"]] == [
        [0, 1, 2, 3, 4],
        [0, 1, 2, 3, 4],
        [0, 1, 2, 3, 4],
        [2, 3, 4],
    ]
    fold = told["tasks"][3]["folds"][0]
    assert fold["epochs"] == 4
    assert 0 <= fold["AUC"]["value"] <= 1


def test_the_same_fold_twice_is_refused(tmp_path):
    rows = folds((4,), (0,), patients=20)
    one, other = (write_folds(rows, tmp_path / name) for name in "ab")
    with pytest.raises(StationError, match="of the same fold"):
        evaluate_folds([one, other], tmp_path / "out")


def test_folds_of_two_protocols_are_refused(tmp_path):
    one = write_folds(folds((4,), (0,), patients=20), tmp_path / "a")
    rows = [
        FoldPrediction(4, 1, row.split, row.patient, row.good, row.probability_good, 4)
        for row in folds((4,), (0,), patients=20)
    ]
    other = write_folds(rows, tmp_path / "b")
    with pytest.raises(StationError, match=r"do not belong together.*held out twice"):
        evaluate_folds([one, other], tmp_path / "out")


def test_a_folder_without_folds_is_refused(tmp_path):
    with pytest.raises(StationError, match="no finished fold"):
        load_folds([tmp_path])


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("truth", "right", "cannot be read"),
        ("validation", "test", "cannot be read"),
        ("4,0,", "3,0,", "not of task 4"),
    ],
)
def test_a_damaged_fold_is_refused(tmp_path, old, new, said):
    run = write_folds(folds((4,), (0,), patients=20), tmp_path)
    path = run / "task-4" / "fold-0" / "predictions.csv"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    with pytest.raises(StationError, match=said):
        load_folds([run])
