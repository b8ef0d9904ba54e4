"""`station evaluate grader`: which cases, what is kept, what is measured anew, what is written."""

import csv
import json
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from typer.testing import CliRunner

from station.cli import app
from station.errors import Cancelled, StationError
from station.lab.graded_cases import HELD_OUT, SEEN, TOO_FEW_COUNTS, Population, only_cause
from station.lab.grader import evaluate as command
from station.lab.grader.evaluate import (
    FIRST_FLAWLESS,
    FIRST_HELD_OUT,
    FIRST_SINGLE,
    GraderEvaluation,
    Judged,
    evaluate_grader,
)
from station.lab.grader.figures import Evidence, requirements
from station.lab.runs import Evaluated, Kept, evaluation_folder
from station.pet.image_quality import GraderModel
from station.pet.volume import Geometry
from station.progress import Report, silent
from station.quality.cases import Case, case_path, save_case
from station.simulate.clinics import UNSEEN_CLINICS
from station.simulate.degrade import CAUSES, Cause
from station.simulate.grading import GRADES, RULE, planned_case
from tests.quality.graded import facts

pytestmark = pytest.mark.simulated

AFFINE = np.diag([4.0, 4.0, 4.0, 1.0])
AFFINE[:3, 3] = -32.0


def case_of(seed: int, cause: str | None = None) -> Case:
    """A cube whose mean SUV is its grade, and whose noise falls with it."""
    rng = np.random.default_rng(seed)
    grade = int(rng.integers(1, 6))
    if FIRST_FLAWLESS <= seed < FIRST_SINGLE:
        grade = 5
    elif seed >= FIRST_SINGLE:
        grade = 2
    noise = 0.4 - 0.06 * grade + rng.uniform(-0.1, 0.1)
    voxels = grade * (1 + noise * rng.standard_normal((16, 16, 16)))
    known = facts(
        seed,
        grade,
        severities={} if cause is None else {cause: 1.0},
        events=int(10 ** rng.uniform(6, 8)),
        rater_grades=(grade, min(grade + 1, 5), grade),
    )
    return Case(known, voxels.astype(np.float16), Geometry((16, 16, 16), AFFINE))


@dataclass
class Simulator:
    """Makes cases in no time."""

    made: list[int] = field(default_factory=list)

    def __call__(
        self,
        population: Population,
        seeds: Sequence[int],
        folder: Path,
        *,
        jobs: int = 1,
        report: Report = silent,
    ) -> list[Path]:
        (cause,) = population.ranges if len(population.ranges) == 1 else (None,)
        for seed in seeds:
            if not case_path(folder, seed).exists():
                report(0.5, "Simulating")
                self.made.append(seed)
                save_case(case_of(seed, None if cause is None else str(cause)), folder)
        return [case_path(folder, seed) for seed in seeds]


@dataclass(frozen=True)
class Said:
    grade: int
    probabilities: tuple[float, ...]
    causes: dict[str, float]
    distance: float

    @property
    def probability_good(self) -> float:
        return sum(self.probabilities[2:])


@dataclass
class Network:
    """Reads the grade off the mean, a little unsure."""

    asked: int = 0

    def __call__(self, case: Case) -> Said:
        self.asked += 1
        mean = float(case.voxels.mean(dtype=np.float64))
        if mean > 4.95:
            raise StationError("The image is too bright to be graded.")
        shares = np.exp(-((np.arange(1, 6) - mean) ** 2) / 0.3)
        shares /= shares.sum()
        grade = int(np.argmax(shares)) + 1
        causes = {name: float(shares[:2].sum()) * 0.9 for name in SEEN}
        return Said(grade, tuple(shares.tolist()), causes, 1.2 if grade == 1 else 0.4)


@pytest.fixture
def simulator(monkeypatch) -> Simulator:
    made = Simulator()
    monkeypatch.setattr(command, "make_cases", made)
    return made


@pytest.fixture
def network() -> Network:
    return Network()


@pytest.fixture
def unreported(monkeypatch) -> None:
    """The figures of a report take seconds."""

    def reported(evidence: Evidence, *_: object) -> Evaluated:
        return Evaluated((), requirements(evidence))

    monkeypatch.setattr(command, "_reported", reported)


def judged(network: Network, sha256: str = "a" * 64, **settings) -> Judged:
    model = GraderModel("Grader", "1", sha256)
    return Judged(model, network, 0.5, "set by hand", settings)


def request(out: Path, **values: Any) -> GraderEvaluation:
    given: dict[str, Any] = {"cases": 24, "singles": 2}
    return GraderEvaluation(out, **(given | values))


# --- which cases


def test_held_out_patients_are_none_of_training():
    sets = command._sets(GraderEvaluation(Path("out"), 200, 20))
    seeds = [seed for one in sets for seed in one.seeds]
    assert len(set(seeds)) == len(seeds)
    assert min(seeds) == FIRST_HELD_OUT == 5_000_000
    assert sets[0].population is HELD_OUT
    assert set(UNSEEN_CLINICS) <= set(sets[0].population.clinics)


def test_every_cause_is_tried_alone_but_for_heavy_patients():
    sets = command._sets(GraderEvaluation(Path("out"), 1, 20))
    assert [one.name for one in sets[:2]] == ["held out", "flawless"]
    assert {one.name for one in sets[2:]} == {str(cause) for cause in Cause} - {"heavy patient"}
    assert {len(one.seeds) for one in sets[2:]} == {20}
    assert len(sets[1].seeds) == 40
    assert len(command._sets(GraderEvaluation(Path("out"), 1, 0))) == 1


@pytest.mark.parametrize("cause", sorted(RULE))
def test_a_cause_alone_is_given_the_grades_that_the_rule_can_give(cause):
    alone = only_cause(cause)
    assert alone is not None
    assert list(alone.ranges) == [cause]
    reached = {grade for grade in GRADES[:3] if RULE[cause][4 - grade] < CAUSES[cause].beyond[1]}
    assert {grade for grade, share in zip(GRADES, alone.mix, strict=True) if share} == reached
    assert 3 in reached


def test_deep_breathing_alone_makes_a_grade_3():
    alone = only_cause(Cause.BREATHING)
    assert alone is not None
    made = planned_case(7_050_000, mix=alone.mix, ranges=alone.ranges, clinics=alone.clinics)
    assert made.true_grade == 3
    assert [cause for cause, _ in made.plan.severities] == [Cause.BREATHING]


def test_flawless_cases_have_nothing_wrong():
    flawless = command._sets(GraderEvaluation(Path("out"), 1, 2))[1].population
    for seed in range(FIRST_FLAWLESS, FIRST_FLAWLESS + 4):
        made = planned_case(
            seed, mix=flawless.mix, ranges=flawless.ranges, clinics=flawless.clinics
        )
        assert made.plan.severities == ()
        assert made.true_grade == 5


def test_causes_that_cost_counts_are_seen_as_too_few_counts():
    assert command._seen_as("counts cut") == command._seen_as("under-dosed") == TOO_FEW_COUNTS
    assert command._seen_as("brown fat") == "brown fat"
    assert command._seen_as("wrong cross-calibration") is None


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"cases": 0}, "at least 1 held-out case"),
        ({"singles": -1}, "at least 0 case of each cause"),
        ({"jobs": 0}, "at least 1 job"),
        ({"singles": 10_001}, "not enough seeds"),
        ({"cases": 2_000_000}, "not enough seeds"),
    ],
)
def test_a_request_that_cannot_be_is_refused(values, said):
    with pytest.raises(StationError, match=said):
        request(Path("out"), **values)


# --- the whole


def test_an_evaluation_is_written_and_goes_on_where_it_stopped(tmp_path, simulator, network):
    training = tmp_path / "training"
    for seed in range(1, 61):
        save_case(case_of(seed), training)
    out = tmp_path / "out"
    asked = request(out, training_cases=training)
    done = evaluate_grader(asked, judged=judged(network))
    cases = 24 + 4 + 15 * 2
    assert network.asked == len(simulator.made) == cases

    assert {path.name for path in done.files} >= {
        "evaluation.pdf",
        "evaluation.md",
        "evaluation.json",
        "evaluation.csv",
        "roc.png",
        "reliability.png",
        "causes.png",
    }
    told = json.loads((out / "evaluation.json").read_text(encoding="utf-8"))
    assert told["model"]["sha256"] == "a" * 64
    assert told["positive_class"] == "Poor"
    assert told["cases"] == 24
    assert told["rival"]["fitted_on"] == 60
    assert told["refused"]["unlike the training images"] == sum(
        case_of(seed).facts.label == 1 for seed in range(FIRST_HELD_OUT, FIRST_HELD_OUT + 24)
    )
    assert {"group", "what", "target", "reached", "met"} == set(told["requirements"][0])
    assert [one["reached"] for one in told["requirements"]] == [
        line.reached for line in done.requirements
    ]
    auc = next(line for line in done.requirements if line.what.startswith("AUC, task 4"))
    assert auc.met is True
    with (out / "evaluation.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == cases
    assert rows[0]["set"] == "held out"
    assert float(rows[0]["liver_cov"]) > 0
    text = (out / "evaluation.md").read_text(encoding="utf-8")
    assert "Logistic regression of Good" in text
    assert "unlike the training images" in text

    (out / "predictions" / f"{FIRST_HELD_OUT}.json").write_text("{")
    again = evaluate_grader(asked, judged=judged(network))
    assert network.asked == cases + 1
    assert again == done


def test_another_grader_is_asked_anew(tmp_path, simulator, network, unreported):
    small = request(tmp_path, cases=4, singles=0)
    evaluate_grader(small, judged=judged(network))
    evaluate_grader(small, judged=judged(network))
    assert network.asked == 4
    evaluate_grader(small, judged=judged(network, "b" * 64))
    assert network.asked == 8
    evaluate_grader(small, judged=judged(network, "b" * 64, calibration=[1.0, 0.1]))
    assert network.asked == 12
    assert len(simulator.made) == 4


def test_a_prediction_that_is_kept_is_the_same(tmp_path, simulator, network):
    kept = Kept(evaluation_folder(tmp_path, command.PREDICTIONS))
    (path,) = simulator(HELD_OUT, [FIRST_HELD_OUT], tmp_path / "cases")
    row = command._prediction(path, judged(network))
    identity = command._identity(HELD_OUT, judged(network))
    kept.write(str(FIRST_HELD_OUT), identity, {"prediction": row})
    assert command._kept(kept, FIRST_HELD_OUT, identity) == row
    blind = replace(row, features=row.features._replace(liver_cov=float("nan")))
    kept.write(str(FIRST_HELD_OUT), identity, {"prediction": blind})
    again = command._kept(kept, FIRST_HELD_OUT, identity)
    assert again is not None
    assert np.isnan(again.features.liver_cov)
    assert command._kept(kept, FIRST_HELD_OUT, {**identity, "sha256": "c"}) is None


def test_what_the_network_refuses_is_kept_as_refused(tmp_path, simulator):
    def never(_: Case) -> Said:
        raise StationError("Nothing can be graded.")

    refusing = replace(judged(Network()), predict=never)
    done = evaluate_grader(request(tmp_path, cases=3, singles=0), judged=refusing)
    first = done.requirements[0]
    assert (first.reached, first.met) == ("3, of which the network graded 0", False)
    assert {line.met for line in done.requirements[1:]} == {None}
    assert "Nothing can be graded." in (tmp_path / "evaluation.md").read_text(encoding="utf-8")


def test_a_stopped_evaluation_keeps_what_was_graded(tmp_path, simulator, network, unreported):
    def stop(fraction: float, message: str) -> None:
        if "3 of 4" in message:
            raise Cancelled

    with pytest.raises(Cancelled):
        evaluate_grader(request(tmp_path, cases=4, singles=0), stop, judged(network))
    assert network.asked == 2
    evaluate_grader(request(tmp_path, cases=4, singles=0), judged=judged(network))
    assert network.asked == 4


def test_progress_goes_up_to_the_report(tmp_path, simulator, network, unreported):
    told: list[float] = []

    def report(fraction: float, message: str) -> None:
        told.append(fraction)

    evaluate_grader(request(tmp_path, cases=3, singles=1), report, judged(network))
    assert told == sorted(told)
    assert told[-1] == pytest.approx(0.98)


def test_a_rival_is_not_fitted_on_held_out_cases(tmp_path, simulator, network):
    save_case(case_of(FIRST_HELD_OUT), tmp_path / "training")
    with pytest.raises(StationError, match="would know the answers"):
        evaluate_grader(
            request(tmp_path / "out", training_cases=tmp_path / "training"),
            judged=judged(network),
        )


def test_a_folder_with_something_else_in_it_is_left_alone(tmp_path, simulator, network):
    (tmp_path / "thesis.txt").write_text("")
    with pytest.raises(StationError, match="something other than an evaluation"):
        evaluate_grader(request(tmp_path), judged=judged(network))


# --- the command


def test_the_command_tells_each_requirement(tmp_path, simulator, network, monkeypatch):
    monkeypatch.setattr(command, "judged_grader", lambda weights: judged(network))
    out = tmp_path / "out"
    found = CliRunner().invoke(
        app, ["evaluate", "grader", "--cases", "3", "--singles", "0", "--out", str(out)]
    )
    assert found.exit_code == 0, found.output
    assert "NOT reached: Held-out cases" in found.stdout
    assert "not measured: Trivial rival" in found.stdout
    assert f"Wrote {out / 'evaluation.pdf'}" in found.stdout.replace("\n", "")


def test_weights_that_are_not_there_are_said(tmp_path):
    found = CliRunner().invoke(
        app,
        ["evaluate", "grader", "--weights", str(tmp_path / "x.safetensors"), "--out", "out"],
    )
    assert found.exit_code == 1
    assert found.stderr.strip()
