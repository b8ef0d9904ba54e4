"""The report of a grader's evaluation: its figures and pictures; `resources/reports/grader.md` has
the words and tables.

What was asked for and could not be measured is stated in its place.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import nan
from typing import Any

from station.lab.grader.discrimination import Matrix
from station.lab.grader.figures import (
    BINS,
    CALIBRATION_AT_MOST,
    DETECTED_FROM,
    Agreement,
    Calibration,
    CauseFigures,
    Discrimination,
    Evidence,
    Reference,
    RivalComparison,
    agreement,
    answered,
    calibration_by_class,
    calibration_of_good,
    calibration_of_grade,
    causes_of,
    compare_rival,
    poor_from_good,
    raters,
    subgroups,
)
from station.lab.grader.paper import FIGURE_6, VALIDATION
from station.lab.requirements import Line, printed, rounded, shown, verdict
from station.lab.runs import plain
from station.pet.image_quality import GRADES
from station.reading.agreement import Estimate
from station.report.document import Document, from_template
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
    "Intervals are 95 %, of a bootstrap over patients. They show how much depends on these "
    "patients and not others, and nothing about another training, a real scanner or real patients."
)
POOR_AND_GOOD = ("Poor", "Good")


@dataclass(frozen=True)
class HeldOutRun:
    """What was evaluated."""

    name: str
    lines: tuple[str, ...]
    """Of what, when, by which program"""


def held_out_document(evidence: Evidence, run: HeldOutRun, lines: Sequence[Line]) -> Document:
    """The whole report; `lines` are the requirements."""
    rows = evidence.held_out
    of_poor = {
        reference: poor_from_good(rows, reference, evidence.good_from) for reference in Reference
    }
    agreements = [agreement(rows, reference) for reference in Reference]
    calibrations = [
        (reference, calibration(rows, reference))
        for calibration in (calibration_of_good, calibration_of_grade)
        for reference in Reference
    ]
    causes = causes_of(evidence)
    rival = _rival(evidence)
    reasons = Counter(row.refused for row in rows if row.refused is not None)
    facts: dict[str, Any] = {
        "name": run.name,
        "about": run.lines,
        **verdict(lines),
        "POSITIVE": POSITIVE,
        "INTERVALS": INTERVALS,
        "FOOTER": FOOTER,
        "good_from": evidence.good_from,
        "good_from_source": evidence.good_from_source,
        "answered": len(answered(rows)),
        "cases": len(rows),
        "refused": reasons.total(),
        "reasons": reasons.most_common(),
        "poor_from_good": of_poor,
        "auc_notes": _notes(figures.auc for figures in of_poor.values()),
        "paper": FIGURE_6[4, VALIDATION],
        "agreements": agreements,
        "kappa_notes": _notes(grades.kappa for grades in agreements),
        "raters": raters(rows),
        "calibrations": calibrations,
        "by_class": calibration_by_class(rows, Reference.RATERS),
        "bins": BINS,
        "calibration_at_most": f"{CALIBRATION_AT_MOST:.2f}",
        "subgroups": subgroups(rows, Reference.RATERS, evidence.good_from),
        "causes": causes,
        "limits": [figures.cause for figures in causes if figures.is_limit],
        "cause_notes": _notes(figures.detection for figures in causes),
        "flawless": len(answered(evidence.flawless)),
        "detected_from": f"{DETECTED_FROM:.2f}",
        "rival": rival,
        "rounded": rounded,
    }
    by_label = [figures for of, figures in calibrations if of is Reference.RATERS]
    pictures = {
        "roc": draw_roc([_roc(of_poor, rival)]),
        "confusion": draw_confusion(
            [
                ConfusionPanel(
                    f"Against {reference}", POOR_AND_GOOD, counts_of(figures.rates.matrix)
                )
                for reference, figures in of_poor.items()
            ]
        ),
        "grades": draw_confusion([_grades(grades) for grades in agreements]),
        "reliability": draw_reliability([_reliability(figures) for figures in by_label]),
    }
    if causes:
        pictures["causes"] = _causes(causes)
    return from_template("grader.md", facts, pictures, shown)


def _rival(evidence: Evidence) -> RivalComparison | None:
    if evidence.rival is None:
        return None
    return compare_rival(evidence.held_out, evidence.rival, Reference.RATERS)


def _notes(figures: Iterable[Estimate]) -> list[str]:
    notes = (figure.note for figure in figures if figure.note and figure.value is not None)
    return list(dict.fromkeys(notes))


# --- pictures -----------------------------------------------------------------------------------


def counts_of(matrix: Matrix) -> tuple[tuple[int, int], tuple[int, int]]:
    return (matrix.found, matrix.missed), (matrix.alarmed, matrix.passed)


def _roc(of_poor: dict[Reference, Discrimination], rival: RivalComparison | None) -> RocPanel:
    curves = [
        RocCurve(f"against {reference}: AUC {printed(figures.auc)}", *figures.curve)
        for reference, figures in of_poor.items()
        if figures.curve is not None
    ]
    if rival is not None and rival.rival_curve is not None:
        name = f"trivial rival: AUC {printed(rival.rival_auc)}"
        curves.append(RocCurve(name, *rival.rival_curve))
    by_label = of_poor[Reference.RATERS].rates
    point = None
    if by_label.sensitivity.value is not None and by_label.specificity.value is not None:
        point = 1 - by_label.specificity.value, by_label.sensitivity.value
    return RocPanel("Poor told from Good, held-out cases", tuple(curves), point)


def _grades(grades: Agreement) -> ConfusionPanel:
    return ConfusionPanel(
        f"Against {grades.reference}",
        tuple(map(str, GRADES)),
        tuple(tuple(int(count) for count in line) for line in grades.matrix.tolist()),
    )


def _reliability(figures: Calibration) -> ReliabilityPanel:
    observed = _marks("", [each.observed for each in figures.bins])
    return ReliabilityPanel(
        f"Probability of {figures.what}",
        "mean probability of the bin",
        "share in which it happened",
        tuple(each.predicted for each in figures.bins),
        observed.values,
        observed.low,
        observed.high,
    )


def _causes(causes: Sequence[CauseFigures]) -> bytes:
    return draw_lines(
        [figures.cause for figures in causes],
        [
            _marks("by its own probability", [figures.by_cause for figures in causes]),
            _marks("by that of Poor", [figures.by_grade for figures in causes]),
        ],
        DETECTED_FROM,
        "AUC: images with this alone against flawless ones",
    )


def _marks(name: str, figures: Sequence[Estimate]) -> Marks:
    ends = [figure.ci or (nan, nan) for figure in figures]
    return Marks(
        name,
        tuple(nan if figure.value is None else figure.value for figure in figures),
        tuple(low for low, _ in ends),
        tuple(high for _, high in ends),
    )


# --- the same for programs ----------------------------------------------------------------------


def held_out_json(evidence: Evidence, lines: Sequence[Line]) -> dict[str, Any]:
    """The same for programs."""
    rows = evidence.held_out
    against: dict[str, Any] = {}
    for reference in Reference:
        of_poor = poor_from_good(rows, reference, evidence.good_from)
        grades = agreement(rows, reference)
        against[reference.name.lower()] = {
            "auc": of_poor.auc,
            **plain(of_poor.rates),
            "kappa": grades.kappa,
            "same_grade": grades.exact,
            "within_one_grade": grades.within_one,
            "grades": grades.matrix,
            "calibration": [
                _calibration_json(figures(rows, reference))
                for figures in (calibration_of_good, calibration_of_grade)
            ],
            "calibration_classwise": calibration_by_class(rows, reference),
        }
    rival = plain(_rival(evidence))
    if rival is not None:
        del rival["rival_curve"]
    return plain(
        {
            "positive_class": "Poor",
            "requirements": lines,
            "cases": len(rows),
            "answered": len(answered(rows)),
            "refused": Counter(row.refused for row in rows if row.refused is not None),
            "against": against,
            "subgroups": subgroups(rows, Reference.RATERS, evidence.good_from),
            "causes": [
                {**plain(figures), "is_limit": figures.is_limit} for figures in causes_of(evidence)
            ],
            "rival": rival,
        }
    )


def _calibration_json(figures: Calibration) -> dict[str, Any]:
    return {
        "of": figures.what,
        "error": figures.error,
        "if_perfect": figures.if_perfect,
        "if_perfect_at_most": figures.if_perfect_most,
        "bins": figures.bins,
    }
