"""`station evaluate denoiser`: what is kept, what is measured anew, what is written."""

import csv
import json
from dataclasses import replace
from math import isnan
from pathlib import Path

import numpy as np
import pytest
from typer.testing import CliRunner

from station.cli import app
from station.errors import Cancelled, StationError
from station.lab.denoiser import evaluate as command
from station.lab.denoiser.cases import OtherWay, Part, Rows
from station.lab.denoiser.evaluate import DenoiserEvaluation, Weights, evaluate_denoiser
from station.lab.denoiser.evidence import CONVENTIONAL, FULL_COUNT, PUBLISHED, UNFILTERED, TwoLosses
from station.lab.denoiser.measures import ImageRow, LesionRow, Shown, TissueRow
from station.lab.denoiser.report import document
from station.lab.runs import Kept, plain, restored
from station.report.document import Document

pytestmark = pytest.mark.simulated

PLACES = {
    "dl": Weights("dl", "a" * 64, False, "dl", True, "noise_free", "weighted"),
    "plain": Weights("plain", "b" * 64, False, "plain", False, "noise_free", "uniform"),
}
QUALITY = {"dl": 0.95, "plain": 0.9, CONVENTIONAL: 0.7, UNFILTERED: 1.02, FULL_COUNT: 1.0}


def rows_of(task) -> Rows:
    """What a case might give, without simulating it."""
    rng = np.random.default_rng(task.seed)
    rows = Rows()
    if task.part is Part.TABLES:
        for site in PUBLISHED:
            for image in ("dl", CONVENTIONAL):
                value = float(rng.uniform(1, 3)) * QUALITY[image]
                lesion = "Lesion 1" if site == "lesion" else ""
                shown = Shown(task.case, task.scenario, 120, image)
                rows.tissues.append(TissueRow(shown, site, lesion, value * 1.2, value, value))
        return rows
    for image, part in QUALITY.items():
        for seconds in (840,) if image == FULL_COUNT else task.levels:
            shown = Shown(task.case, task.scenario, seconds, image)
            noise = float(rng.uniform(0.9, 1.1))
            rows.images.append(
                ImageRow(
                    shown, 0.2 / part * noise, part * 0.9, 2.0, 0.2 / part, 0.4, 2.0, 0.1, 0.4, 9, 1
                )
            )
            if task.part is not Part.LESION_FREE:
                for number, volume in enumerate((0.6, 2.0, 5.0, 20.0)):
                    found = part * float(rng.uniform(0.95, 1.05))
                    rows.lesions.append(
                        LesionRow(
                            shown,
                            f"Lesion {number}",
                            "lung",
                            volume,
                            "hot",
                            4 * found,
                            6 * found,
                            5 * found,
                            4.0,
                            6.0,
                            5.0,
                            True,
                        )
                    )
    return rows


@pytest.fixture
def ran(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The keys of the cases that were run, in their order."""
    keys: list[str] = []

    def run(task, denoisers, sites, report) -> Rows:
        report(0.5, task.case)
        keys.append(task.key)
        return rows_of(task)

    monkeypatch.setattr(command, "run", run)
    monkeypatch.setattr(command, "document", lambda *_: Document("short", (), (), ""))
    monkeypatch.setattr(command, "_judged", lambda every, request: [])
    monkeypatch.setattr(
        command, "_weights_of", lambda request: tuple(PLACES[name] for name in request.models)
    )
    return keys


@pytest.fixture
def whole_report(ran: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the report itself is looked at: it is drawn, which takes seconds."""
    monkeypatch.setattr(command, "document", document)


def request(tmp_path: Path, **changed) -> DenoiserEvaluation:
    return replace(
        DenoiserEvaluation(tmp_path / "out", 3, 1, ("dl", "plain"), patients=3, others=1), **changed
    )


@pytest.mark.usefixtures("whole_report")
def test_every_case_is_run_once_and_the_report_is_written(tmp_path: Path, ran: list[str]) -> None:
    done = evaluate_denoiser(request(tmp_path))
    assert len(ran) == len(set(ran)) == 3 + 3 + len(OtherWay) + 3
    names = {path.name for path in done.files}
    assert {"report.html", "report.pdf", "evaluation.json", "lesions.csv", "recovery.png"} <= names
    assert all(path.stat().st_size > 0 for path in done.files)
    page = (tmp_path / "out" / "report.html").read_text(encoding="utf-8")
    for words in (
        "What was required, and what was reached",
        "Table 3: SUVs in healthy organ tissues, dl",
        "Table 3: SUVs in healthy organ tissues, plain",
        "192 × 192 voxels of 3.15 mm",
        "Foci invented, lesions lost",
        "not clinically validated",
    ):
        assert words.lower() in page.lower()


def test_a_second_run_simulates_nothing_and_says_the_same(tmp_path: Path, ran: list[str]) -> None:
    first = evaluate_denoiser(request(tmp_path))
    figures = (tmp_path / "out" / "evaluation.json").read_text()
    ran.clear()
    second = evaluate_denoiser(request(tmp_path))
    assert ran == []
    assert second.requirements == first.requirements
    assert (tmp_path / "out" / "evaluation.json").read_text() == figures


def test_an_interrupted_evaluation_goes_on_with_what_is_missing(
    tmp_path: Path, ran: list[str]
) -> None:
    def stop(fraction: float, message: str) -> None:
        if len(ran) == 4:
            raise Cancelled

    with pytest.raises(Cancelled):
        evaluate_denoiser(request(tmp_path), stop)
    assert not (tmp_path / "out" / "report.html").exists()
    kept = list(ran)
    ran.clear()
    evaluate_denoiser(request(tmp_path))
    assert not set(kept) & set(ran)
    assert len(ran) == 3 + 3 + len(OtherWay) + 3 - 4


def test_a_case_that_was_cut_off_or_changed_is_measured_anew(
    tmp_path: Path, ran: list[str]
) -> None:
    evaluate_denoiser(request(tmp_path))
    first, second, *_ = sorted((tmp_path / "out" / "cases").iterdir())
    first.write_text(first.read_text()[:100])
    content = json.loads(second.read_text())
    content["identity"]["denoisers"][0]["sha256"] = "c" * 64
    second.write_text(json.dumps(content))
    ran.clear()
    evaluate_denoiser(request(tmp_path))
    assert sorted(ran) == sorted([first.stem, second.stem])


def test_more_cases_are_added_to_those_there_are(tmp_path: Path, ran: list[str]) -> None:
    evaluate_denoiser(request(tmp_path))
    ran.clear()
    evaluate_denoiser(request(tmp_path, cases=4))
    assert ran == ["standard-standard-003", "lesion-free-lesion-free-003"]


def test_rows_come_back_from_the_disk_as_they_were(tmp_path: Path, ran: list[str]) -> None:
    evaluate_denoiser(request(tmp_path))
    asked = request(tmp_path)
    for task in asked.plan.tasks:
        kept = command._kept(Kept(tmp_path / "out" / "cases"), task, tuple(PLACES.values()))
        expected = rows_of(task)
        assert kept is not None
        assert kept.images == expected.images
        assert kept.lesions == expected.lesions
        assert kept.tissues == expected.tissues


def test_what_was_not_measured_stays_so_on_the_disk(tmp_path: Path) -> None:
    row = ImageRow(
        Shown("a", "b", 120, "c"), 0.1, 0.9, float("nan"), float("nan"), 0.4, 2, 0.1, 0.4, 1, 0
    )
    values = plain(row)
    assert values["liver_mean"] is None
    back = restored(ImageRow, json.loads(json.dumps(values, allow_nan=False)))
    assert isnan(back.liver_mean)
    assert replace(back, liver_mean=0.0, liver_sd=0.0) == replace(row, liver_mean=0.0, liver_sd=0.0)


def test_the_figures_are_there_for_other_programs(tmp_path: Path, ran: list[str]) -> None:
    evaluate_denoiser(request(tmp_path))
    told = json.loads((tmp_path / "out" / "evaluation.json").read_text())
    assert [one["name"] for one in told["denoisers"]] == ["dl", "plain"]
    assert told["two_losses"] == {"weighted": "dl", "uniform": "plain"}
    found = told["lesion_recovery"]["standard"]["dl"]["120"]["all sizes"]["SUVmean"]
    assert 0.9 < found["low"] <= found["value"] <= found["high"] < 1.0
    assert found["cases"] == 3
    assert {line["group"] for line in told["requirements"]} >= {"At 120 s a bed", "Inventions"}
    assert len(told["paper_tables"]) == 30
    beside = told["paper_tables_beside"]
    assert {name: len(rows) for name, rows in beside.items()} == {"plain": 30}


def test_the_rows_are_there_for_spreadsheets(tmp_path: Path, ran: list[str]) -> None:
    evaluate_denoiser(request(tmp_path))
    with (tmp_path / "out" / "lesions.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {row["image"] for row in rows} == QUALITY.keys()
    assert {"case", "scenario", "seconds_per_bed", "lesion", "mean", "reference_mean"} <= set(
        rows[0]
    )


@pytest.mark.usefixtures("whole_report")
def test_an_evaluation_without_patients_and_other_ways_says_so(tmp_path: Path) -> None:
    evaluate_denoiser(request(tmp_path, patients=0, others=0))
    page = (tmp_path / "out" / "report.html").read_text(encoding="utf-8")
    assert "No patient was scanned for these tables." in page
    assert "No other way was measured." in page


def test_the_two_losses_are_compared_only_where_nothing_else_differs() -> None:
    dl, plain = PLACES["dl"], PLACES["plain"]
    assert command._two_losses([dl, plain]) == TwoLosses("dl", "plain")
    assert command._two_losses([dl, replace(plain, target="full")]) is None
    assert command._two_losses([dl]) is None


def test_a_folder_with_something_else_in_it_is_left_alone(tmp_path: Path, ran: list[str]) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "thesis.tex").write_text("x")
    sentence = r"something other than an evaluation.*new or an empty folder"
    with pytest.raises(StationError, match=sentence):
        evaluate_denoiser(request(tmp_path))
    assert ran == []


def test_a_file_in_the_way_is_a_sentence(tmp_path: Path, ran: list[str]) -> None:
    (tmp_path / "out").write_text("x")
    with pytest.raises(StationError, match=r"cannot be made: .*Choose another one"):
        evaluate_denoiser(request(tmp_path))


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"cases": 0}, "at least 1 cases, not 0"),
        ({"patients": -1}, "at least 0 patients, not -1"),
        ({"others": -1}, "at least 0 others, not -1"),
        ({"jobs": 0}, "at least 1 jobs, not 0"),
        ({"seed": -3}, "A seed is 0 or more, not -3"),
    ],
)
def test_numbers_that_make_no_sense_are_refused(tmp_path: Path, wrong, words) -> None:
    with pytest.raises(StationError, match=words):
        request(tmp_path, **wrong)


def test_a_denoiser_that_is_not_there_is_a_sentence(tmp_path: Path) -> None:
    result = CliRunner().invoke(
        app, ["evaluate", "denoiser", "--out", str(tmp_path / "out"), "--model", "absent"]
    )
    assert result.exit_code == 1
    assert 'no denoiser and no folder of a training run called "absent"' in result.output
    assert not (tmp_path / "out").exists()


def test_an_unfinished_training_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "run").mkdir()
    with pytest.raises(StationError, match=r"There is no denoiser.safetensors in .*run"):
        evaluate_denoiser(request(tmp_path, models=(str(tmp_path / "run"),)))


def test_the_command_prints_each_requirement_and_its_verdict(
    tmp_path: Path, ran: list[str]
) -> None:
    arguments = ["evaluate", "denoiser", "--cases", "2", "--seed", "1", "--patients", "2"]
    arguments += ["--others", "0", "--model", "dl", "--out", str(tmp_path / "out")]
    result = CliRunner().invoke(app, arguments)
    assert result.exit_code == 0, result.output
    assert "reached: At 120 s a bed: Lesion SUVmean, part of the reference, all sizes" in (
        result.output
    )
    assert result.output.rstrip().endswith("report.html")
