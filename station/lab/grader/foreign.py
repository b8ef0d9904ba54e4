"""What `station evaluate grader --foreign` does: examinations of the foreign generator are graded
and checked as those of a person are, and compared with their truth.

Nothing of the first simulator is in them, so that this shows what transfers: whether the body is
recognised, whether the liver's sphere is in the liver, whether a patient is wrongly called turned,
and whether Poor is told from Good.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from station import __version__
from station.errors import StationError
from station.lab.foreign.cases import Facts, ForeignCase, foreign_case
from station.lab.foreign.rule import Wrong
from station.lab.foreign.study import in_memory
from station.lab.grader.discrimination import Rates, Sample, auc, draw_of_both, rates, roc
from station.lab.grader.report import INTERVALS, POOR_AND_GOOD, POSITIVE, counts_of
from station.lab.known_images import KnownImage, WithKnownImages, outside
from station.lab.requirements import Line, printed, required, shown, verdict
from station.lab.runs import Evaluated, Kept, evaluation_folder, in_processes, plain, restored
from station.model_cards import Outside
from station.operations.images import PetCt
from station.operations.quality.checks import check_image
from station.operations.quality.grader import Grader, installed_model, shipped_grader
from station.operations.quality.grading import Graded, check_and_grade, grade_series
from station.pet.image_quality import GRADES, LOWEST_GOOD, GraderModel, Status, Verdict
from station.pet.study import Series
from station.pet.voi import Sphere
from station.pet.volume import Geometry
from station.progress import Report, part, silent
from station.quality.checks import Control
from station.quality.organs import Tissue
from station.reading.agreement import (
    Estimate,
    Ratings,
    Weights,
    clopper_pearson,
    cohen_kappa,
)
from station.reading.bootstrap import draw_cases
from station.report.document import from_template, write_document, write_json, write_rows
from station.report.plots import ConfusionPanel, RocCurve, RocPanel, draw_confusion, draw_roc

ROWS_VERSION = 1
"""Of what a kept answer means"""
ANSWERS, REPORT = "answers", "evaluation"
FIRST_FOREIGN = 8_000_001
"""Seeds start here; nothing was fitted to them"""
AUC_AT_LEAST = 0.90
WHOLLY = 0.98
"""Share of the liver's sphere in the true liver; the rest is the truth's own grid"""
ORIENTATION = "Orientation"
REPORTED_FROM = 0.97


@dataclass(frozen=True)
class ForeignEvaluation(WithKnownImages):
    """What the command line asks for."""

    out: Path
    cases: int = 60
    jobs: int = 1

    def __post_init__(self) -> None:
        for what, number in (("case", self.cases), ("job", self.jobs)):
            if number < 1:
                raise StationError(f"An evaluation needs at least 1 {what}, not {number}.")


@dataclass(frozen=True)
class Answer:
    """What the station says of an image, as far as the truth can judge it."""

    with_ct: bool
    grade: int | None
    """1 to 5; None, as the next, where it is not graded"""
    probability_good: float | None
    poor: bool | None
    """Its verdict"""
    refused: str | None
    """Why it is not graded"""
    in_view: tuple[str, ...]
    """What was found: head, lungs, liver, arms"""
    in_liver: float | None
    """Fraction of the liver's sphere in the true liver; None: no sphere was put"""
    turned: bool
    """Whether it was called mirrored, upside down or rotated"""
    distance: float | None

    @property
    def recognised(self) -> bool:
        """Whether it was taken for a body."""
        return bool({"liver", "lungs"} & set(self.in_view))


@dataclass(frozen=True)
class Answered:
    """A case with its truth."""

    facts: Facts
    answers: tuple[Answer, ...]
    """With the CT, and without it"""

    @property
    def poor(self) -> bool:
        return self.facts.grade < LOWEST_GOOD


def evaluate_foreign(
    request: ForeignEvaluation,
    report: Report = silent,
    grader: Grader | None = None,
    make: Callable[[int], ForeignCase] = foreign_case,
) -> Evaluated:
    """Scan and grade what is missing of an evaluation, and write its report into `request.out`.

    `grader` in place of the shipped one, and `make` in place of the generator, in this process
    only. Raises StationError where the grader cannot be loaded or a file cannot be written;
    Cancelled.
    """
    known = request.known_images()
    kept = Kept(evaluation_folder(request.out, ANSWERS))
    model = grader.model if grader is not None else installed_model() or shipped_grader().model
    identity = {"rows_version": ROWS_VERSION, "sha256": model.sha256, "program": __version__}
    seeds = range(FIRST_FOREIGN, FIRST_FOREIGN + request.cases)
    rows = {seed: kept.read(str(seed), identity, _restored) for seed in seeds}
    missing = [seed for seed, row in rows.items() if row is None]

    def left(count: int) -> None:
        done = request.cases - count
        part(report, 0.0, REPORTED_FROM)(
            done / request.cases, f"Foreign patient {min(done + 1, request.cases)} of {len(seeds)}"
        )

    for row in _answers(missing, request.jobs, left, grader, make):
        kept.write(str(row.facts.seed), identity, {"row": asdict(row)})
        rows[row.facts.seed] = row
    report(REPORTED_FROM, "Writing the report")
    answers = known_answers(known, grader or shipped_grader()) if known else []
    answered_rows = [row for row in rows.values() if row is not None]
    return _reported(answered_rows, answers, model, request.out)


def _restored(content: Any) -> Answered:
    row = content["row"]
    answers = tuple(restored(Answer, answer) for answer in row["answers"])
    return Answered(restored(Facts, row["facts"]), answers)


# --- one case -----------------------------------------------------------------------------------


def _answers(
    seeds: Sequence[int],
    jobs: int,
    left: Callable[[int], None],
    grader: Grader | None,
    make: Callable[[int], ForeignCase],
) -> Iterator[Answered]:
    if jobs > 1 and len(seeds) > 1 and grader is None:
        for _, row in in_processes(_answered_by_shipped, seeds, jobs, left, _load):
            yield row
        return
    for number, seed in enumerate(seeds):
        left(len(seeds) - number)
        grader = grader or shipped_grader()
        yield answered(make(seed), grader)


@dataclass
class _Process:
    """What a process of several keeps from case to case."""

    grader: list[Grader] = field(default_factory=list[Grader])


_process = _Process()


def _load() -> None:
    _process.grader = [shipped_grader()]


def _answered_by_shipped(seed: int) -> Answered:
    return answered(foreign_case(seed), _process.grader[0])


def answered(case: ForeignCase, grader: Grader) -> Answered:
    """Graded and checked with the CT, and without it."""
    answers: list[Answer] = []
    for with_ct in (True, False):
        there = in_memory(case, with_ct=with_ct)
        graded = grade_series(there.study, there.pet, grader, images=there.images)
        answers.append(_answer(graded, case, with_ct))
    return Answered(case.facts, tuple(answers))


def _answer(graded: Graded, case: ForeignCase, with_ct: bool) -> Answer:
    grade, control = graded.grade, graded.control
    answers = grade.verdict is not Verdict.NOT_GRADABLE
    turned = _called_turned(control)
    return Answer(
        with_ct,
        grade.grade if answers else None,
        grade.probability_good if answers else None,
        grade.verdict is Verdict.POOR if answers else None,
        None if answers else grade.reason or "not gradable",
        tuple(control.in_view),
        None if control.liver is None else share_in(control.liver, case, Tissue.LIVER),
        turned,
        grade.distance,
    )


def share_in(sphere: Sphere, case: ForeignCase, tissue: Tissue) -> float:
    """Fraction of a sphere that is in a tissue of the truth, on a grid of 1 mm."""
    reach = int(np.ceil(sphere.radius_mm))
    affine = np.zeros((4, 4))
    affine[2, 0] = affine[1, 1] = affine[0, 2] = affine[3, 3] = 1.0
    affine[:3, 3] = np.array(sphere.centre_mm) - reach
    side = 2 * reach + 1
    grid = Geometry((side, side, side), affine)
    away = np.linalg.norm(np.indices(grid.shape) - reach, axis=0)
    return float((case.tissues(grid)[away <= sphere.radius_mm] == tissue).mean())


# --- figures ------------------------------------------------------------------------------------


@dataclass(frozen=True, eq=False)
class Figures:
    """Of the images with a CT, or without."""

    name: str
    cases: int
    recognised: Estimate
    put: Estimate
    """The liver's sphere"""
    right: Estimate
    """Of the spheres, those wholly in the true liver"""
    turned: Estimate
    graded: Estimate
    auc: Estimate
    called: Rates
    kappa: Estimate
    matrix: tuple[tuple[int, ...], ...]
    """(true grade, grade)"""
    curve: tuple[Any, Any] | None
    reasons: tuple[tuple[str, int], ...]
    """Why images are not graded"""
    causes: tuple[tuple[str, int, int, int], ...]
    """Main cause, Poor images, of these called Poor, not graded"""


def figures_of(rows: Sequence[Answered], with_ct: bool) -> Figures:
    pairs = [(row, answer) for row in rows for answer in row.answers if answer.with_ct is with_ct]
    graded = [(row, answer) for row, answer in pairs if answer.grade is not None]
    names = [row.facts.name for row, _ in graded]
    sample = Sample(
        tuple(names),
        np.array([row.poor for row, _ in graded], np.bool_),
        np.array([1 - (answer.probability_good or 0.0) for _, answer in graded], np.float64),
    )
    called = np.array([answer.poor is True for _, answer in graded], np.bool_)
    scores = np.array(
        [(row.facts.grade, answer.grade or 0) for row, answer in graded], np.int64
    ).reshape(-1, 2)
    matrix = np.zeros((len(GRADES), len(GRADES)), np.int64)
    np.add.at(matrix, (scores[:, 0] - 1, scores[:, 1] - 1), 1)
    bootstrap = draw_cases(names)
    of_case = np.array([bootstrap.row_of[name] for name in names], np.int64)
    put = [answer.in_liver for _, answer in pairs if answer.in_liver is not None]
    curve = roc(sample) if sample.both else None
    return Figures(
        "PET/CT" if with_ct else "PET alone",
        len(pairs),
        _share([answer.recognised for _, answer in pairs]),
        _share([answer.in_liver is not None for _, answer in pairs]),
        _share([share >= WHOLLY for share in put]),
        _share([answer.turned for _, answer in pairs]),
        _share([answer.grade is not None for _, answer in pairs]),
        auc(sample) if graded else Estimate(None),
        rates(
            sample, called, draw_of_both(dict(zip(names, sample.positive.tolist(), strict=True)))
        ),
        cohen_kappa(Ratings(scores - 1, of_case, len(GRADES)), bootstrap, Weights.QUADRATIC),
        tuple(tuple(line) for line in matrix.tolist()),
        None if curve is None else (curve[0], curve[1]),
        tuple(Counter(_kind(a.refused) for _, a in pairs if a.refused is not None).most_common()),
        tuple(_by_cause(pairs)),
    )


def _share(each: Sequence[bool]) -> Estimate:
    """With the interval of Clopper and Pearson."""
    if not each:
        return Estimate(None)
    interval = clopper_pearson(sum(each), len(each))
    return Estimate(sum(each) / len(each), interval, interval, len(each))


def _kind(reason: str) -> str:
    """A reason without what differs from image to image."""
    return re.sub(r"\d+(?:[.,]\d+)*", "…", reason)


def _by_cause(
    pairs: Sequence[tuple[Answered, Answer]],
) -> Iterator[tuple[str, int, int, int]]:
    for wrong in Wrong:
        poor = [a for row, a in pairs if row.poor and row.facts.main_cause == wrong]
        if poor:
            found = sum(answer.poor is True for answer in poor)
            yield str(wrong), len(poor), found, sum(answer.grade is None for answer in poor)


def requirements(figures: Sequence[Figures]) -> tuple[Line, ...]:
    lines: list[Line] = []
    for of in figures:
        group = f"Foreign generator, {of.name}"
        lines += [
            required(group, "body recognised", "all", of.recognised, lambda v: v >= 1.0, 2),
            required(
                group, "liver's sphere in the true liver", "all", of.right, lambda v: v >= 1, 2
            ),
            required(group, "called mirrored or turned", "none", of.turned, lambda v: v <= 0, 2),
            required(
                group,
                "AUC Poor from Good",
                f"≥ {AUC_AT_LEAST:.2f}",
                of.auc,
                lambda v: v >= AUC_AT_LEAST,
            ),
        ]
    return tuple(lines)


# --- the report ---------------------------------------------------------------------------------


def known_answers(known: Sequence[KnownImage], grader: Grader) -> list[Outside]:
    """What is said of images that people know, as a card has it."""

    def answer_of(image: KnownImage, series: Series, images: PetCt) -> tuple[str, bool]:
        control, grade = check_and_grade(
            grader, images.pet.volume, series, lambda report: check_image(images, report=report)
        )
        turned = _called_turned(control)
        answer = f"not graded: {grade.reason}"
        if grade.grade is not None and grade.probability_good is not None:
            good = grade.probability_good
            answer = f"{grade.grade} {grade.verdict}, P(Good) {good:.2f}"
        answer += "; called turned" if turned else ""
        right = grade.grade in image.grades if image.grades else grade.grade is None
        return answer, right and not turned

    return outside(known, answer_of)


def _called_turned(control: Control) -> bool:
    return any(
        check.name == ORIENTATION and check.status is Status.FAIL for check in control.checks
    )


def _reported(
    rows: Sequence[Answered], outside: Sequence[Outside], model: GraderModel, out: Path
) -> Evaluated:
    figures = [figures_of(rows, with_ct) for with_ct in (True, False)]
    lines = requirements(figures)
    facts: dict[str, Any] = {
        "name": f"{model.name} {model.version}",
        "about": (
            (
                f"{len(rows)} patients of the foreign generator, each with and without its CT; "
                f"Station {__version__}"
            ),
            f"Weights: SHA-256 {model.sha256}",
        ),
        "POSITIVE": POSITIVE,
        "INTERVALS": INTERVALS,
        "figures": figures,
        "outside": outside,
        **verdict(lines),
    }
    curves = [
        RocCurve(f"{of.name}: AUC {printed(of.auc)}", *of.curve) for of in figures if of.curve
    ]
    names = tuple(map(str, GRADES))
    pictures = {
        "roc": draw_roc([RocPanel("Poor told from Good, foreign patients", tuple(curves))]),
        "confusion": draw_confusion(
            [ConfusionPanel(of.name, POOR_AND_GOOD, counts_of(of.called.matrix)) for of in figures]
        ),
        "grades": draw_confusion([ConfusionPanel(of.name, names, of.matrix) for of in figures]),
    }
    document = from_template("foreign.md", facts, pictures, shown)
    written = write_document(document, out, f"{REPORT}.pdf", f"{REPORT}.md")
    content = {
        "program": f"Station {__version__}",
        "model": asdict(model),
        "requirements": lines,
        "outside": outside,
        "figures": [{**plain(of), "curve": None} for of in figures],
    }
    data = write_json(out / f"{REPORT}.json", plain(content))
    table = out / f"{REPORT}.csv"
    write_rows(table, [line for row in rows for line in _flat(row)])
    return Evaluated((*written, data, table), lines)


def _flat(row: Answered) -> Iterator[dict[str, object]]:
    facts = {
        name: "; ".join(f"{cause} {x:.3g}" for cause, x in row.facts.causes.items())
        if name == "causes"
        else " ".join(f"{x:.0f}" for x in row.facts.liver_mm)
        if name == "liver_mm"
        else value
        for name, value in asdict(row.facts).items()
    }
    facts["true_grade"] = facts.pop("grade")
    for answer in row.answers:
        yield {**facts, **asdict(answer), "in_view": " ".join(answer.in_view)}
