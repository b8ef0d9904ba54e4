"""`station evaluate grader --foreign`: what is asked, kept, counted and written."""

import csv
import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

import pytest
from typer.testing import CliRunner

from station.cli import app
from station.errors import StationError
from station.lab import known_images
from station.lab.foreign.cases import ForeignCase
from station.lab.foreign.study import in_memory
from station.lab.grader import foreign as command
from station.lab.grader.foreign import (
    FIRST_FOREIGN,
    Answer,
    Answered,
    ForeignEvaluation,
    evaluate_foreign,
    figures_of,
    known_answers,
    requirements,
    share_in,
)
from station.lab.known_images import KnownImage
from station.operations.images import PetCt
from station.operations.quality.grader import Grader
from station.operations.quality.grading import Graded
from station.pet.image_quality import (
    Check,
    GraderModel,
    QualityGrade,
    Status,
    Verdict,
    not_gradable,
)
from station.pet.study import Series
from station.pet.voi import LIVER_VOLUME_ML, Sphere
from station.quality.checks import Control
from station.quality.organs import Tissue
from tests.lab.foreign.made import LIVER_MM, facts, made_up_case


def answer(**values: object) -> Answer:
    given: dict[str, object] = {
        "with_ct": True,
        "grade": 4,
        "probability_good": 0.9,
        "poor": False,
        "refused": None,
        "in_view": ("lungs", "liver"),
        "in_liver": 1.0,
        "turned": False,
        "distance": 0.5,
    }
    return Answer(**(given | values))  # type: ignore[arg-type]


def row(seed: int, true_grade: int, **values: object) -> Answered:
    return Answered(
        facts(seed, true_grade), (answer(**values), answer(**{**values, "with_ct": False}))
    )


def knowing(seed: int, grade: int) -> Answered:
    """Graded rightly."""
    good = 0.1 + 0.2 * (grade - 1)
    return row(seed, grade, grade=grade, probability_good=good, poor=grade < 3)


# --- images that people know


def test_an_image_is_answered_rightly_where_a_physician_agrees(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    known = [
        KnownImage("Readable", (Path("a"),), "3 or 4", None, (3, 4)),
        KnownImage("Poor", (Path("b"),), "1", None, (1,)),
        KnownImage("Phantom", (Path("c"),), "nothing to grade", None, ()),
        KnownImage("Lost", (Path("d"),), "not there", None, (3,)),
    ]
    there = in_memory(made_up_case(1), with_ct=False)

    def loaded(image: KnownImage) -> tuple[Series, PetCt]:
        if image.title == "Lost":
            raise StationError("There is no PET series in the given paths.")
        return there.pet, PetCt(next(iter(there.images.values())))

    model = GraderModel("Stand-in", "1", "5" * 64)
    good = QualityGrade(Verdict.GOOD, 3, (0.0, 0.1, 0.6, 0.2, 0.1), 0.9, model=model)
    monkeypatch.setattr(known_images, "loaded", loaded)
    monkeypatch.setattr(command, "check_and_grade", lambda *_: (Control(()), good))
    readable, poor, phantom, lost = known_answers(known, cast(Grader, None))
    assert (readable.answer, readable.right) == ("3 Good, P(Good) 0.90", True)
    assert (poor.right, phantom.right) == (False, False)
    assert (lost.answer, lost.right) == ("There is no PET series in the given paths.", None)
    turned = Control((Check("Orientation", 0.0, "%", (70.0, None), Status.FAIL, "", "", None),))
    monkeypatch.setattr(command, "check_and_grade", lambda *_: (turned, good))
    assert known_answers(known[:1], cast(Grader, None))[0].right is False


# --- figures


def test_a_grader_that_is_always_right_reaches_every_line():
    of = figures_of([knowing(seed, 1 + seed % 5) for seed in range(40)], with_ct=True)
    assert of.auc.value == 1.0
    assert of.kappa.value == 1.0
    assert of.recognised.value == of.right.value == 1.0
    assert of.turned.value == 0.0
    assert all(line.met for line in requirements([of]))


def test_a_body_that_is_not_recognised_misses_its_line():
    rows = [knowing(seed, 1 + seed % 5) for seed in range(10)]
    lost = {"in_view": (), "in_liver": None, "grade": None, "probability_good": None, "poor": None}
    rows.append(row(99, 4, refused="Neither liver nor lungs were found in Series 12.", **lost))
    of = figures_of(rows, with_ct=True)
    assert of.recognised.value == pytest.approx(10 / 11)
    assert of.graded.value == pytest.approx(10 / 11)
    assert of.reasons == (("Neither liver nor lungs were found in Series ….", 1),)
    met = {line.what: line.met for line in requirements([of])}
    assert met["body recognised"] is False
    assert met["liver's sphere in the true liver"] is True


def test_a_sphere_outside_the_liver_and_a_false_turn_are_counted():
    rows = [knowing(seed, 1 + seed % 5) for seed in range(8)]
    rows += [row(50, 4, in_liver=0.4), row(51, 4, turned=True)]
    of = figures_of(rows, with_ct=True)
    assert of.right.value == pytest.approx(0.9)
    assert of.turned.value == pytest.approx(0.1)


def test_images_with_and_without_ct_are_counted_apart():
    case = Answered(facts(1, 4), (answer(), answer(with_ct=False, in_view=())))
    assert figures_of([case], with_ct=True).recognised.value == 1.0
    assert figures_of([case], with_ct=False).recognised.value == 0.0


def test_where_nothing_is_graded_the_auc_is_not_measured():
    lost = {"grade": None, "probability_good": None, "poor": None, "refused": "unlike"}
    of = figures_of([row(1, 4, **lost), row(2, 1, **lost)], with_ct=True)
    assert {line.what: line.met for line in requirements([of])}["AUC Poor from Good"] is None


def test_the_share_of_a_sphere_in_the_liver_is_that_of_its_volume():
    case = made_up_case(1)
    assert share_in(Sphere(LIVER_MM, LIVER_VOLUME_ML), case, Tissue.LIVER) == 1.0
    x, y, z = LIVER_MM
    at_edge = Sphere((x + 36.0, y, z), LIVER_VOLUME_ML)
    assert share_in(at_edge, case, Tissue.LIVER) == pytest.approx(0.5, abs=0.08)
    beyond = Sphere((x + 60.0, y, z), LIVER_VOLUME_ML)
    assert share_in(beyond, case, Tissue.LIVER) == 0.0


# --- the evaluation

MODEL = GraderModel("Grader", "1", "a" * 64)


@dataclass
class Reader:
    """Grades as the truth has it, refuses one case, and calls one turned."""

    model: GraderModel = MODEL
    asked: list[tuple[str, bool]] = field(default_factory=list)

    def series(self, study, series, grader, *, images) -> Graded:
        assert grader is self
        with_ct = len(images) == 2
        self.asked.append((study.patient.id, with_ct))
        number = int(study.patient.id) - FIRST_FOREIGN
        grade = 1 + number % 5
        orientation = Check(
            "Orientation",
            0.0,
            "%",
            (70.0, None),
            Status.FAIL if number == 3 else Status.PASS,
            "made up",
            "made up",
        )
        control = Control(
            (orientation,),
            in_view=("liver", "lungs") if number else (),
            liver=Sphere(LIVER_MM, LIVER_VOLUME_ML),
        )
        if not number:
            return Graded(study, series, not_gradable("Not a body.", MODEL), control)
        verdict = Verdict.GOOD if grade >= 3 else Verdict.POOR
        said = QualityGrade(verdict, grade, (0.2,) * 5, 0.19 * grade, distance=0.3, model=MODEL)
        return Graded(study, series, said, control)


@pytest.fixture
def reader(monkeypatch) -> Reader:
    known = Reader()
    monkeypatch.setattr(command, "grade_series", known.series)
    return known


def made(seed: int) -> ForeignCase:
    return made_up_case(seed, grade=1 + (seed - FIRST_FOREIGN) % 5)


def test_an_evaluation_writes_its_report_and_says_what_is_reached(reader, tmp_path):
    done = evaluate_foreign(ForeignEvaluation(tmp_path, cases=10), grader=reader, make=made)
    names = {path.name for path in done.files}
    assert {"evaluation.pdf", "evaluation.md", "evaluation.json", "evaluation.csv"} <= names
    met = {(line.group, line.what): line.met for line in done.requirements}
    group = "Foreign generator, PET/CT"
    assert met[group, "body recognised"] is False
    assert met[group, "called mirrored or turned"] is False
    assert met[group, "AUC Poor from Good"] is True
    text = (tmp_path / "evaluation.md").read_text(encoding="utf-8")
    assert "Not a body." in text
    content = json.loads((tmp_path / "evaluation.json").read_text(encoding="utf-8"))
    assert [of["cases"] for of in content["figures"]] == [10, 10]
    with (tmp_path / "evaluation.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 20
    assert rows[0]["refused"] == "Not a body."


def test_an_evaluation_goes_on_where_it_was_stopped(reader, tmp_path):
    evaluate_foreign(ForeignEvaluation(tmp_path, cases=5), grader=reader, make=made)
    before = len(reader.asked)
    evaluate_foreign(ForeignEvaluation(tmp_path, cases=6), grader=reader, make=made)
    assert reader.asked[before:] == [
        (str(FIRST_FOREIGN + 5), True),
        (str(FIRST_FOREIGN + 5), False),
    ]


def test_another_grader_is_asked_anew(reader, tmp_path):
    evaluate_foreign(ForeignEvaluation(tmp_path, cases=5), grader=reader, make=made)
    before = len(reader.asked)
    reader.model = GraderModel("Grader", "2", "b" * 64)
    evaluate_foreign(ForeignEvaluation(tmp_path, cases=5), grader=reader, make=made)
    assert len(reader.asked) == 2 * before


def test_no_case_is_no_evaluation(tmp_path):
    with pytest.raises(StationError, match="at least 1 case"):
        ForeignEvaluation(tmp_path, cases=0)


def test_foreign_patients_are_for_the_shipped_grader_only(tmp_path: Path):
    weights = tmp_path / "other.safetensors"
    called = ["evaluate", "grader", "--foreign", "--out", str(tmp_path), "--weights", str(weights)]
    result = CliRunner().invoke(app, called)
    assert result.exit_code != 0
    assert "Leave them out" in result.output.replace("\n", " ")
