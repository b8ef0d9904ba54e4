"""What `station evaluate grader` does: simulate, grade, count, report.

A grader's prediction of a case is kept in OUT/predictions as soon as it is made, and the cases in
OUT/cases, so that an evaluation that was interrupted goes on.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from station import __version__
from station.errors import StationError
from station.lab.graded_cases import (
    FLAWLESS,
    HELD_OUT,
    SEEN,
    TOO_FEW_COUNTS,
    Population,
    make_cases,
    only_cause,
)
from station.lab.grader.figures import Evidence, Prediction, requirements
from station.lab.grader.report import HeldOutRun, held_out_document, held_out_json
from station.lab.grader.rival import Features, Rival, features_of, fit_rival
from station.lab.grader.rows import found_organs
from station.lab.runs import Evaluated, Kept, evaluation_folder, restored
from station.pet.image_quality import GraderModel
from station.progress import Report, part, silent
from station.quality.cases import Case, cases_in, load_case
from station.quality.measures.every import measured
from station.quality.measures.scene import Scene
from station.quality.working_grid import view_of
from station.report.document import write_document, write_json, write_rows
from station.simulate.degrade import Cause
from station.simulate.grading import COUNTS

ROWS_VERSION = 1
"""Of what a kept prediction means; those of another are made again"""
CASES, PREDICTIONS = "cases", "predictions"
REPORT = "evaluation"

FIRST_HELD_OUT = 5_000_000
"""Seeds of held-out patients start here; those of training at 1"""
FIRST_FLAWLESS = 6_000_000
FIRST_SINGLE = 7_000_000
SINGLE_STEP = 10_000
"""Seeds of a cause, of which FIRST_SINGLE begins the first"""
FLAWLESS_A_SINGLE = 2
"""Flawless cases are compared with those of each cause: there are so many times more"""

SECONDS_SIMULATED, SECONDS_GRADED, SECONDS_FEATURES = 5.0, 0.7, 0.1
"""About what a case costs, for the share of the progress"""
REPORTED_SHARE = 0.98


@dataclass(frozen=True)
class GraderEvaluation:
    """What the command line asks for."""

    out: Path
    cases: int = 200
    singles: int = 20
    """Of each cause; 0: none, and no flawless ones"""
    jobs: int = 1
    weights: Path | None = None
    """ID.safetensors next to the models.toml that names it; None: the shipped grader"""
    training_cases: Path | None = None
    """Folder of the cases that the grader was trained on, for the rival; None: no rival"""

    def __post_init__(self) -> None:
        for what, number, least in (
            ("held-out case", self.cases, 1),
            ("case of each cause", self.singles, 0),
            ("job", self.jobs, 1),
        ):
            if number < least:
                raise StationError(f"An evaluation needs at least {least} {what}, not {number}.")
        if max(self.cases, FLAWLESS_A_SINGLE * self.singles) > FIRST_FLAWLESS - FIRST_HELD_OUT or (
            self.singles > SINGLE_STEP
        ):
            raise StationError("There are not enough seeds. Ask for fewer cases.")


class Answer(Protocol):
    """A grader's answer on an image: `station.quality.assessment.Prediction`."""

    @property
    def grade(self) -> int: ...
    @property
    def probabilities(self) -> Sequence[float]: ...
    @property
    def probability_good(self) -> float: ...
    @property
    def causes(self) -> Mapping[str, float]: ...
    @property
    def distance(self) -> float: ...


@dataclass(frozen=True)
class Judged:
    """A grader to evaluate."""

    model: GraderModel
    predict: Callable[[Case], Answer]
    good_from: float
    """P(Good) from which its verdict is Good"""
    good_from_source: str
    settings: Mapping[str, Any]
    """What its answers depend on as well as the weights, JSON-able"""


def judged_grader(weights: Path | None) -> Judged:
    """The grader in a file, None: the shipped one. Raises StationError where it cannot be loaded.

    A file's card is in the models.toml next to it, as `station.quality.shipping` leaves it.
    """
    from station.quality.grader import Grader
    from station.quality.weights import load

    loaded = load() if weights is None else load(weights.stem, weights.parent)
    grader = Grader(*loaded)
    card = grader.card
    settings = {
        "calibration": list(card.calibration),
        "calibration_without_ct": list(card.calibration_without_ct),
        "distance_limit": card.distance_limit,
        "causes": list(card.causes),
    }

    def predict(case: Case) -> Answer:
        view = view_of(case.image, case.ct)
        scene = Scene(case.image, view, found_organs(view), case.axis_mm)
        return grader.predict(measured(scene), with_ct=case.ct is not None)

    return Judged(grader.model, predict, card.threshold, card.threshold_source, settings)


def evaluate_grader(
    request: GraderEvaluation, report: Report = silent, judged: Judged | None = None
) -> Evaluated:
    """Make and grade what is missing of an evaluation, and write its report into `request.out`.

    `judged` in place of the grader that the request asks for. Raises StationError where the grader
    cannot be loaded, the training cases are not what they should be, or a file cannot be written;
    Cancelled.
    """
    judged = judged or judged_grader(request.weights)
    kept = Kept(evaluation_folder(request.out, PREDICTIONS))
    sets = _sets(request)
    cost_of_sets = sum(len(cases.seeds) for cases in sets) * (SECONDS_SIMULATED + SECONDS_GRADED)
    training = [] if request.training_cases is None else cases_in(request.training_cases)
    whole = cost_of_sets + SECONDS_FEATURES * len(training)
    rival, done = None, 0.0
    if training:
        done = REPORTED_SHARE * SECONDS_FEATURES * len(training) / whole
        rival = _rival(training, part(report, 0.0, done))
    predictions: dict[str, tuple[Prediction, ...]] = {}
    for cases in sets:
        cost = len(cases.seeds) * (SECONDS_SIMULATED + SECONDS_GRADED)
        until = done + REPORTED_SHARE * cost / whole
        predictions[cases.name] = _predictions(
            cases, request, judged, kept, part(report, done, until)
        )
        done = until
    report(REPORTED_SHARE, "Writing the report")
    evidence = Evidence(
        predictions.pop(HELD_OUT_SET),
        predictions.pop(FLAWLESS_SET, ()),
        predictions,
        {cause: name for cause in predictions if (name := _seen_as(cause)) is not None},
        judged.good_from,
        judged.good_from_source,
        rival,
    )
    return _reported(evidence, judged, request)


# --- which cases --------------------------------------------------------------------------------

HELD_OUT_SET, FLAWLESS_SET = "held out", "flawless"


class _Set(NamedTuple):
    """Cases that are compared with each other."""

    name: str
    """HELD_OUT_SET, FLAWLESS_SET, or the cause"""
    population: Population
    seeds: range


def _sets(request: GraderEvaluation) -> tuple[_Set, ...]:
    sets = [_Set(HELD_OUT_SET, HELD_OUT, _seeds(FIRST_HELD_OUT, request.cases))]
    if request.singles:
        flawless = _seeds(FIRST_FLAWLESS, FLAWLESS_A_SINGLE * request.singles)
        sets.append(_Set(FLAWLESS_SET, FLAWLESS, flawless))
        for number, cause in enumerate(Cause):
            alone = only_cause(cause)
            if alone is not None:
                first = FIRST_SINGLE + SINGLE_STEP * number
                sets.append(_Set(str(cause), alone, _seeds(first, request.singles)))
    return tuple(sets)


def _seeds(first: int, count: int) -> range:
    return range(first, first + count)


def _seen_as(cause: str) -> str | None:
    """What a network calls a cause; None: it cannot see it."""
    name = TOO_FEW_COUNTS if cause in {str(counted) for counted in COUNTS} else cause
    return name if name in SEEN else None


# --- predictions --------------------------------------------------------------------------------


def _predictions(
    wanted: _Set, request: GraderEvaluation, judged: Judged, kept: Kept, report: Report
) -> tuple[Prediction, ...]:
    """Of a set's cases, in the order of their seeds."""
    identity = _identity(wanted.population, judged)
    rows = {seed: _kept(kept, seed, identity) for seed in wanted.seeds}
    missing = [seed for seed, row in rows.items() if row is None]
    simulated = SECONDS_SIMULATED / (SECONDS_SIMULATED + SECONDS_GRADED)
    cases = request.out / CASES
    for number, path in enumerate(
        make_cases(
            wanted.population,
            missing,
            cases,
            jobs=request.jobs,
            report=part(report, 0.0, simulated),
        )
        if missing
        else ()
    ):
        share = simulated + (1 - simulated) * number / len(missing)
        report(share, f"Grading {wanted.name}: {number + 1} of {len(missing)}")
        row = _prediction(path, judged)
        kept.write(str(row.facts.seed), identity, {"prediction": row})
        rows[row.facts.seed] = row
    return tuple(row for row in rows.values() if row is not None)


def _prediction(path: Path, judged: Judged) -> Prediction:
    case = load_case(path)
    features = features_of(case)
    try:
        answer = judged.predict(case)
    except StationError as error:
        return Prediction(case.facts, None, None, None, {}, None, str(error), features)
    refused = None
    if answer.distance > 1:
        refused = "unlike the training images"
    return Prediction(
        case.facts,
        answer.grade,
        tuple(float(share) for share in answer.probabilities),
        float(answer.probability_good),
        {name: float(share) for name, share in answer.causes.items()},
        float(answer.distance),
        refused,
        features,
    )


def _identity(population: Population, judged: Judged) -> dict[str, Any]:
    """What a prediction depends on as well as the seed."""
    return {
        "rows_version": ROWS_VERSION,
        "sha256": judged.model.sha256,
        "settings": dict(judged.settings),
        "clinics": [clinic.name for clinic in population.clinics],
        "ranges": {str(cause): list(ends) for cause, ends in population.ranges.items()},
        "mix": list(population.mix),
    }


def _kept(kept: Kept, seed: int, identity: Mapping[str, Any]) -> Prediction | None:
    """The same grader's prediction of the same case; None: nothing that can be used."""
    return kept.read(
        str(seed), identity, lambda content: restored(Prediction, content["prediction"])
    )


def _rival(training: Sequence[Path], report: Report) -> Rival:
    features: list[Features] = []
    labels: list[int] = []
    for number, path in enumerate(training):
        report(number / len(training), f"Measuring training case {number + 1} of {len(training)}")
        case = load_case(path)
        if case.facts.seed >= FIRST_HELD_OUT:
            raise StationError(
                f"{path} is a held-out case (seed {case.facts.seed}), and a rival fitted on it "
                "would know the answers. Give the folder of the training cases alone."
            )
        features.append(features_of(case))
        labels.append(case.facts.label)
    return fit_rival(features, labels)


# --- the report ---------------------------------------------------------------------------------


def _reported(evidence: Evidence, judged: Judged, request: GraderEvaluation) -> Evaluated:
    run = HeldOutRun(
        f"{judged.model.name} {judged.model.version}",
        (
            (
                f"{len(evidence.held_out)} held-out simulated patients, "
                f"{len(evidence.flawless)} flawless ones, {request.singles} of each single cause; "
                f"Station {__version__}"
            ),
            f"Weights: SHA-256 {judged.model.sha256}",
        ),
    )
    lines = requirements(evidence)
    document = held_out_document(evidence, run, lines)
    written = write_document(document, request.out, f"{REPORT}.pdf", f"{REPORT}.md")
    content = {
        "program": f"Station {__version__}",
        "model": asdict(judged.model),
        "good_from": judged.good_from,
        "good_from_source": judged.good_from_source,
        "singles": request.singles,
        **held_out_json(evidence, lines),
    }
    data = write_json(request.out / f"{REPORT}.json", content)
    table = request.out / f"{REPORT}.csv"
    write_rows(table, _flat(evidence))
    return Evaluated((*written, data, table), lines)


def _flat(evidence: Evidence) -> Iterator[dict[str, object]]:
    """A line of the table for each case."""
    sets = {HELD_OUT_SET: evidence.held_out, FLAWLESS_SET: evidence.flawless, **evidence.singles}
    for name, rows in sets.items():
        for row in rows:
            facts, shares = row.facts, row.probabilities or (None,) * 5
            yield {
                "set": name,
                "seed": facts.seed,
                "clinic": facts.clinic,
                "with_head": facts.with_head,
                "beyond_training": facts.beyond_training,
                "label": facts.label,
                "true_grade": facts.true_grade,
                "quality": facts.quality,
                "rater_grades": " ".join(map(str, facts.rater_grades)),
                "severities": "; ".join(f"{k} {v:.4g}" for k, v in facts.severities.items()),
                "grade": row.grade,
                **{f"p{grade}": share for grade, share in enumerate(shares, 1)},
                "probability_good": row.probability_good,
                "distance": row.distance,
                "refused": row.refused,
                "liver_noise_percent": facts.liver_noise_percent,
                "liver_cov": row.features.liver_cov,
                "events": row.features.events,
                **{f"cause {seen}": row.causes.get(seen) for seen in SEEN},
            }
