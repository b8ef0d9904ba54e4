"""What the report of a grader's evaluation says: figures turned into sentences, tables, pictures.

Whatever was asked for and could not be measured is said so in its place.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from math import isfinite, nan
from typing import Any

from station.lab.grader.discrimination import Matrix, told
from station.lab.grader.figures import (
    BINS,
    CALIBRATION_AT_MOST,
    DETECTED_FROM,
    Beside,
    Calibration,
    CauseFigures,
    Discrimination,
    Evidence,
    Line,
    Prediction,
    Reference,
    agreement,
    answered,
    beside,
    calibration_by_class,
    calibration_of_good,
    calibration_of_grade,
    causes_of,
    poor_from_good,
    raters,
    subgroups,
)
from station.lab.grader.paper import FIGURE_6, VALIDATION, Published
from station.pet.image_quality import GRADES
from station.reading.agreement import Estimate
from station.report.document import Document, Picture, Section, Table
from station.report.plots import (
    ConfusionPanel,
    Marks,
    ReliabilityPanel,
    RocCurve,
    RocPanel,
    draw_confusion,
    draw_lines,
    draw_reliability,
    draw_roc,
)

FOOTER = (
    "Simulated patients of a virtual scanner. Not clinically validated; for research, not for "
    "diagnosis."
)
POSITIVE = (
    "Poor is the positive class, because Poor is what the station is to find: sensitivity is the "
    "share of Poor images that are called Poor, specificity the share of Good images that are "
    "called Good."
)
INTERVALS = (
    "Intervals are 95 %, of a bootstrap over patients. They say how much depends on these patients "
    "and not others; they know nothing of another training, a real scanner or real patients."
)
POOR_AND_GOOD = ("Poor", "Good")
NONE = "–"


@dataclass(frozen=True)
class HeldOutRun:
    """What was evaluated."""

    name: str
    lines: tuple[str, ...]
    """Of what, when, by which program"""


def held_out_document(evidence: Evidence, run: HeldOutRun, lines: Sequence[Line]) -> Document:
    """The whole report; `lines` are the requirements."""
    found = {
        reference: poor_from_good(evidence.held_out, reference, evidence.good_from)
        for reference in Reference
    }
    rival = (
        None
        if evidence.rival is None
        else beside(evidence.held_out, evidence.rival, Reference.RATERS)
    )
    return Document(
        f"Evaluation of the grader {run.name}",
        run.lines,
        (
            _verdict(lines),
            _poor_from_good(evidence, found, rival),
            _five_grades(evidence),
            _calibration(evidence),
            _subgroups(evidence),
            _causes(evidence),
            _rival(rival),
        ),
        FOOTER,
    )


def _verdict(lines: Sequence[Line]) -> Section:
    met = sum(line.met is True for line in lines)
    missed = sum(line.met is False for line in lines)
    open_ = sum(line.met is None for line in lines)
    words = f"{met} of {len(lines)} lines are reached, {missed} are not"
    words += f", {open_} could not be measured." if open_ else "."
    tables = tuple(
        Table(
            ("", "target", "reached"),
            tuple((line.what, line.target, line.reached) for line in lines if line.group == group),
            title=group,
            met=tuple(line.met for line in lines if line.group == group),
        )
        for group in dict.fromkeys(line.group for line in lines)
    )
    return Section(
        "What was required, and what was reached",
        (words, POSITIVE, f"{INTERVALS} The figure itself decides whether a line is reached."),
        tables,
    )


def _poor_from_good(
    evidence: Evidence, found: dict[Reference, Discrimination], rival: Beside | None
) -> Section:
    rows = evidence.held_out
    refused = sum(row.refused is not None for row in rows)
    text = [
        (
            "An image is called Poor where the probability of Good is below "
            f"{evidence.good_from:.3g}. The threshold is the model card's, chosen before on other "
            f"images (the card: {evidence.good_from_source}; held out there means in training)."
        ),
        (
            f"{len(answered(rows))} of {len(rows)} cases have an answer of the network, and all of "
            "them count here."
        ),
    ]
    if refused:
        reasons = Counter(row.refused for row in rows if row.refused is not None)
        told_of = "; ".join(f"{reason}: {count}" for reason, count in reasons.most_common())
        text[1] += (
            f" The station would not grade {refused} of the {len(rows)} ({told_of}); what the "
            "network says of those is counted all the same, where it says anything."
        )
    table = Table(
        ("reference", "AUC", "sensitivity", "specificity", "accuracy"),
        tuple(
            (
                str(reference),
                told(one.auc),
                told(one.rates.sensitivity),
                told(one.rates.specificity),
                told(one.rates.accuracy),
            )
            for reference, one in found.items()
        ),
        notes=(
            *_notes(one.auc for one in found.values()),
            (
                "With Good as the positive class, as the paper has it, sensitivity and specificity "
                f"change places. The paper's task 4: {_paper_says(FIGURE_6[4, VALIDATION])}."
            ),
        ),
    )
    curves = [
        RocCurve(f"against {reference}: AUC {told(one.auc)}", *one.curve)
        for reference, one in found.items()
        if one.curve is not None
    ]
    if rival is not None and rival.rival_curve is not None:
        name = f"trivial rival: AUC {told(rival.rival_auc)}"
        curves.append(RocCurve(name, *rival.rival_curve))
    by_label = found[Reference.RATERS].rates
    point = None
    if by_label.sensitivity.value is not None and by_label.specificity.value is not None:
        point = 1 - by_label.specificity.value, by_label.sensitivity.value
    pictures = (
        Picture(
            "roc",
            draw_roc([RocPanel("Poor told from Good, held-out cases", tuple(curves), point)]),
            f"ROC curves. {POSITIVE} The dot is the threshold in use, against the raters' label.",
        ),
        Picture(
            "confusion",
            draw_confusion(
                [
                    ConfusionPanel(
                        f"Against {reference}", POOR_AND_GOOD, counts_of(one.rates.matrix)
                    )
                    for reference, one in found.items()
                ]
            ),
            "How many images were called what, and the share of their row.",
        ),
    )
    return Section("Poor told from Good", tuple(text), (table, *pictures))


def _paper_says(published: Published) -> str:
    return (
        f"AUC {printed_as(published.auc)}, of the Poor called Poor "
        f"{printed_as(published.poor_found)}, "
        f"of the Good called Good {printed_as(published.good_passed)}; other images"
    )


def printed_as(value: float | None) -> str:
    return NONE if value is None else f"{value:.2f}"


def counts_of(matrix: Matrix) -> tuple[tuple[int, int], tuple[int, int]]:
    return (matrix.found, matrix.missed), (matrix.alarmed, matrix.passed)


def _five_grades(evidence: Evidence) -> Section:
    rows = evidence.held_out
    found = [agreement(rows, reference) for reference in Reference]
    between = raters(rows)
    table = Table(
        ("", "quadratic-weighted kappa", "same grade", "within one grade"),
        (
            *(
                (
                    f"network and {one.reference}",
                    told(one.kappa),
                    told(one.exact),
                    told(one.within_one),
                )
                for one in found
            ),
            ("first and second rater", told(between.between), NONE, NONE),
            ("the raters' label and the written rule", told(between.with_rule), NONE, NONE),
        ),
        notes=(
            (
                "The raters differ as real ones do, so that nothing agrees fully with their label. "
                "Of what is Poor by the written rule their label calls "
                f"{told(between.poor_found.sensitivity)} Poor, of what is Good "
                f"{told(between.poor_found.specificity)} Good."
            ),
            *_notes(one.kappa for one in found),
        ),
    )
    names = tuple(map(str, GRADES))
    picture = Picture(
        "grades",
        draw_confusion(
            [
                ConfusionPanel(
                    f"Against {one.reference}",
                    names,
                    tuple(tuple(int(count) for count in line) for line in one.matrix.tolist()),
                )
                for one in found
            ]
        ),
        "Grades: how many images of each were given which, and the share of their row.",
    )
    return Section("Five grades", (), (table, picture))


def _calibration(evidence: Evidence) -> Section:
    rows = evidence.held_out
    found = [
        (reference, one(rows, reference))
        for one in (calibration_of_good, calibration_of_grade)
        for reference in Reference
    ]
    table = Table(
        ("probability of", "against", "calibration error", "if perfect: mean", "97.5 %"),
        tuple(
            (
                one.what,
                str(reference),
                told(one.error),
                _number(one.if_perfect),
                _number(one.if_perfect_most),
            )
            for reference, one in found
        ),
        notes=(
            (
                f"Expected calibration error: the cases are put into {BINS} bins of equally many "
                "by their probability; it is the mean over the cases of how far the share of a bin "
                "in which it happened is from its mean probability. Of the five grades: of the "
                "most probable one, whether it is right as often as its probability says (Guo "
                "2017). Taken for each of the five grades and averaged (Kull 2019, classwise), it "
                f"is {_number(calibration_by_class(rows, Reference.RATERS))} against the raters' "
                "label."
            ),
            (
                '"If perfect" is what a perfectly calibrated grader with the same probabilities '
                "shows with as many cases, by chance alone. The target is "
                f"{CALIBRATION_AT_MOST:.2f}."
            ),
            (
                "Intervals are the bootstrap's, reflected at the figure, because resamples scatter "
                "more than the cases themselves."
            ),
        ),
    )
    by_label = [one for reference, one in found if reference is Reference.RATERS]
    picture = Picture(
        "reliability",
        draw_reliability([_reliability(one) for one in by_label]),
        "Reliability against the raters' label: a point a bin, with the interval of its share. On "
        "the dashed line what is said happens as often as it is said.",
    )
    return Section("Calibration", (), (table, picture))


def _reliability(found: Calibration) -> ReliabilityPanel:
    ends = [one.observed.ci or (nan, nan) for one in found.bins]
    return ReliabilityPanel(
        f"Probability of {found.what}",
        "mean probability of the bin",
        "share in which it happened",
        tuple(one.predicted for one in found.bins),
        tuple(nan if one.observed.value is None else one.observed.value for one in found.bins),
        tuple(low for low, _ in ends),
        tuple(high for _, high in ends),
    )


def _subgroups(evidence: Evidence) -> Section:
    rows = tuple(
        (
            f"{one.kind}: {one.name}" if one.kind != one.name else one.name,
            f"{one.cases} ({one.poor} / {one.answered - one.poor})",
            str(one.refused),
            told(one.auc),
            told(one.rates.sensitivity),
            told(one.rates.specificity),
            told(one.kappa),
        )
        for one in subgroups(evidence.held_out, Reference.RATERS, evidence.good_from)
    )
    header = (
        "cases",
        "n (Poor / Good)",
        "not graded",
        "AUC",
        "sensitivity",
        "specificity",
        "kappa",
    )
    return Section(
        "Where it is better and worse",
        (
            (
                "Against the raters' label. A subgroup of a few cases says little; its interval "
                "says how little."
            ),
        ),
        (Table(header, rows),),
    )


def _causes(evidence: Evidence) -> Section:
    found = causes_of(evidence)
    if not found:
        return Section("Single causes", ("No case with a single cause was made.",))
    limits = [one.cause for one in found if one.is_limit]
    said = (
        f"Limits of the grader, detected with an AUC below {DETECTED_FROM:.2f}: "
        f"{', '.join(limits)}."
        if limits
        else f"Each was detected with an AUC of at least {DETECTED_FROM:.2f}."
    )
    table = Table(
        ("cause", "n", "by its own probability", "by that of Poor", "in the held-out mix"),
        tuple(
            (
                one.cause if one.seen_as in (one.cause, None) else f"{one.cause} ({one.seen_as})",
                str(one.cases),
                told(one.by_cause),
                told(one.by_grade),
                told(one.in_mix),
            )
            for one in found
        ),
        notes=(
            (
                "AUC. In brackets what the network calls the cause, where it cannot tell it from "
                "others. By the probability of Poor: whether the grade falls. In the held-out mix: "
                "images that show the cause (it alone would cost them grade 5), told from the "
                "rest, whatever else is wrong with either."
            ),
            (
                "A wrong cross-calibration scales the whole image; the network sees it scaled back "
                "and cannot find it. The statistics control does. A heavy patient alone does not "
                "make an image worse than grade 4 here and is not tried."
            ),
            *_notes(one.detection for one in found),
        ),
    )
    picture = Picture(
        "causes",
        draw_lines(
            [one.cause for one in found],
            [
                _marks("by its own probability", [one.by_cause for one in found]),
                _marks("by that of Poor", [one.by_grade for one in found]),
            ],
            DETECTED_FROM,
            "AUC: images with this alone against flawless ones",
        ),
        f"How well each single cause is told from {len(answered(evidence.flawless))} flawless "
        f"images; the dashed line is the target of {DETECTED_FROM:.2f}.",
    )
    return Section(
        "Single causes",
        (
            (
                "Images in which one thing alone is wrong, so that the written rule gives them "
                "grade 1, 2 or 3, against images in which nothing is."
            ),
            said,
        ),
        (table, picture),
    )


def _marks(name: str, figures: Sequence[Estimate]) -> Marks:
    ends = [one.ci or (nan, nan) for one in figures]
    return Marks(
        name,
        tuple(nan if one.value is None else one.value for one in figures),
        tuple(low for low, _ in ends),
        tuple(high for _, high in ends),
    )


def _rival(found: Beside | None) -> Section:
    title = "The trivial rival"
    if found is None:
        return Section(title, ("It was not fitted: no folder of training cases was given.",))
    left_out = (
        f" {found.left_out} held-out cases are left out, in which one of the two could not be told."
        if found.left_out
        else ""
    )
    table = Table(
        ("", "AUC", "sensitivity", "specificity", "kappa"),
        (
            ("the grader", told(found.auc), NONE, NONE, told(found.kappa)),
            (
                "liver CoV and counts",
                told(found.rival_auc),
                told(found.rival_rates.sensitivity),
                told(found.rival_rates.specificity),
                told(found.rival_kappa),
            ),
            ("difference", told(found.gain), NONE, NONE, NONE),
        ),
        notes=(
            (
                "Against the raters' label, the same cases and the same resamples. The grader's "
                "own sensitivity and specificity stand further up; the rival's are at a "
                "probability of one half."
            ),
        ),
    )
    return Section(
        title,
        (
            (
                "Logistic regression of Good, and proportional odds of the five grades, on the "
                "coefficient of variation in a 3 mL sphere in the liver and the logarithm of all "
                f"counts, fitted on {found.fitted_on} training cases and tried on {found.cases} "
                f"held-out ones.{left_out}"
            ),
        ),
        (table,),
    )


def _notes(figures: Iterable[Estimate]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.note for one in figures if one.note and one.value is not None))


def _number(value: float | None, digits: int = 3) -> str:
    return NONE if value is None or not isfinite(value) else f"{value:.{digits}f}"


def held_out_json(evidence: Evidence, lines: Sequence[Line]) -> dict[str, Any]:
    """The same for programs."""
    rows = evidence.held_out
    told_of: dict[str, Any] = {}
    for reference in Reference:
        one = poor_from_good(rows, reference, evidence.good_from)
        grades = agreement(rows, reference)
        told_of[reference.name.lower()] = {
            "auc": asdict(one.auc),
            **_rates_json(one),
            "kappa": asdict(grades.kappa),
            "same_grade": asdict(grades.exact),
            "within_one_grade": asdict(grades.within_one),
            "grades": grades.matrix.tolist(),
            "calibration": [
                _calibration_json(found(rows, reference))
                for found in (calibration_of_good, calibration_of_grade)
            ],
            "calibration_classwise": calibration_by_class(rows, reference),
        }
    rival = None if evidence.rival is None else beside(rows, evidence.rival, Reference.RATERS)
    return {
        "positive_class": "Poor",
        "requirements": [asdict(line) for line in lines],
        "cases": len(rows),
        "answered": len(answered(rows)),
        "refused": _refused(rows),
        "against": told_of,
        "subgroups": [asdict(one) for one in subgroups(rows, Reference.RATERS, evidence.good_from)],
        "causes": [_cause_json(one) for one in causes_of(evidence)],
        "rival": None if rival is None else _rival_json(rival),
    }


def _refused(rows: Sequence[Prediction]) -> dict[str, int]:
    return dict(Counter(row.refused for row in rows if row.refused is not None))


def _rates_json(found: Discrimination) -> dict[str, Any]:
    return asdict(found.rates)


def _calibration_json(found: Calibration) -> dict[str, Any]:
    return {
        "of": found.what,
        "error": asdict(found.error),
        "if_perfect": found.if_perfect if isfinite(found.if_perfect) else None,
        "if_perfect_at_most": found.if_perfect_most if isfinite(found.if_perfect_most) else None,
        "bins": [
            {"predicted": one.predicted, "observed": asdict(one.observed)} for one in found.bins
        ],
    }


def _cause_json(found: CauseFigures) -> dict[str, Any]:
    return {**asdict(found), "is_limit": found.is_limit}


def _rival_json(found: Beside) -> dict[str, Any]:
    return {
        "cases": found.cases,
        "left_out": found.left_out,
        "fitted_on": found.fitted_on,
        "auc": asdict(found.auc),
        "rival_auc": asdict(found.rival_auc),
        "gain": asdict(found.gain),
        "kappa": asdict(found.kappa),
        "rival_kappa": asdict(found.rival_kappa),
        "rival_rates": asdict(found.rival_rates),
    }
