"""How good a grader is on held-out cases: rows of predictions become figures with intervals.

Poor (grades 1 and 2) is the positive class, because Poor is what the station is to find:
sensitivity is the share of Poor images that are called Poor, specificity that of Good images that
are called Good. The reference is the grade that the raters settled on, or that of the written rule,
which knows what went wrong and does not err.

Intervals are 95 %, of a bootstrap over patients (`station.lab.grader.discrimination`).
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import inf
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from station.lab.grader.discrimination import (
    Bools,
    Curve,
    Floats,
    Rates,
    Sample,
    auc,
    auc_gain,
    rates,
    roc,
    share,
)
from station.lab.grader.rival import Features, Rival
from station.lab.requirements import Line, printed, required
from station.pet.image_quality import GRADES, LOWEST_GOOD
from station.quality.cases import CaseFacts
from station.reading.agreement import Estimate, Ratings, Weights, cohen_kappa
from station.reading.bootstrap import SEED, TAILS, Bootstrap, draw_cases

Integers = NDArray[np.int64]


class Reference(StrEnum):
    """What a prediction is compared with."""

    RATERS = "the raters' label"
    RULE = "the written rule"

    def grade(self, facts: CaseFacts) -> int:
        return facts.label if self is Reference.RATERS else facts.true_grade


@dataclass(frozen=True)
class Prediction:
    """A grader's prediction for a case."""

    facts: CaseFacts
    grade: int | None
    """1 to 5; None, as the next two, where it did not answer"""
    probabilities: tuple[float, ...] | None
    """Of the grades 1 to 5; they add up to 1"""
    probability_good: float | None
    causes: Mapping[str, float]
    """The probability that something can be seen, by what is seen of it (`CaseFacts.spoiled`)"""
    distance: float | None
    """From the training images; above 1 the station does not grade"""
    refused: str | None
    """Why the station says "Not gradable"; None: it grades"""
    features: Features
    """What the trivial rival knows"""

    def __post_init__(self) -> None:
        given = [
            value is not None for value in (self.grade, self.probabilities, self.probability_good)
        ]
        if any(given) and not all(given):
            raise ValueError("a grade, its probabilities and that of Good are given together")
        if self.probabilities is not None and len(self.probabilities) != len(GRADES):
            raise ValueError(f"there are {len(GRADES)} grades, not {len(self.probabilities)}")

    @property
    def answered(self) -> bool:
        """Whether the network gave a grade, be it shown or not."""
        return self.grade is not None

    @property
    def name(self) -> str:
        return self.facts.name

    def shows(self, seen: str) -> bool:
        """Whether this alone would cost the image its grade 5, by the written rule."""
        return self.facts.spoiled.get(seen, inf) < GRADES[-1] - 0.5


def answered(rows: Sequence[Prediction]) -> tuple[Prediction, ...]:
    return tuple(row for row in rows if row.answered)


def _good(row: Prediction) -> float:
    if row.probability_good is None:
        raise ValueError(f"{row.name} was not graded")
    return row.probability_good


def _grade(row: Prediction) -> int:
    if row.grade is None:
        raise ValueError(f"{row.name} was not graded")
    return row.grade


def _grade_probabilities(row: Prediction) -> tuple[float, ...]:
    if row.probabilities is None:
        raise ValueError(f"{row.name} was not graded")
    return row.probabilities


# --- Poor from Good -----------------------------------------------------------------------------


@dataclass(frozen=True, eq=False)
class Discrimination:
    """How well Poor is distinguished from Good."""

    reference: Reference
    auc: Estimate
    rates: Rates
    curve: Curve | None
    """None where all cases are of one kind"""


def poor_from_good(
    rows: Sequence[Prediction], reference: Reference, good_from: float
) -> Discrimination:
    """Of the answered rows; an image whose probability of Good is below `good_from` is called Poor.

    `good_from` has to be chosen elsewhere than on these cases.
    """
    rows = answered(rows)
    sample = _sample(rows, reference, [1 - _good(row) for row in rows])
    called: Bools = np.array([_good(row) < good_from for row in rows], np.bool_)
    curve = roc(sample) if sample.both else None
    return Discrimination(reference, auc(sample), rates(sample, called), curve)


def _sample(rows: Sequence[Prediction], reference: Reference, score: Sequence[float]) -> Sample:
    return Sample(
        tuple(row.name for row in rows),
        np.array([reference.grade(row.facts) < LOWEST_GOOD for row in rows], np.bool_),
        np.array(score, np.float64),
    )


# --- five grades --------------------------------------------------------------------------------


@dataclass(frozen=True, eq=False)
class Agreement:
    """How near the grades come to the reference."""

    reference: Reference
    kappa: Estimate
    """Quadratic-weighted"""
    exact: Estimate
    """Share of equal grades"""
    within_one: Estimate
    matrix: Integers
    """(reference, given), grades 1 to 5"""


def agreement(
    rows: Sequence[Prediction],
    reference: Reference,
    grade: Callable[[Prediction], int] = _grade,
) -> Agreement:
    """Of the answered rows; `grade` says whose, in place of the network's own."""
    rows = answered(rows)
    pairs = [(reference.grade(row.facts), grade(row)) for row in rows]
    scores = np.array(pairs, np.int64).reshape(-1, 2)
    names = [row.name for row in rows]
    bootstrap = draw_cases(names)
    apart = np.abs(scores[:, 0] - scores[:, 1])
    matrix = np.zeros((len(GRADES), len(GRADES)), np.int64)
    np.add.at(matrix, (scores[:, 0] - 1, scores[:, 1] - 1), 1)
    return Agreement(
        reference,
        _kappa(scores, names, bootstrap),
        share(apart == 0, names, bootstrap),
        share(apart <= 1, names, bootstrap),
        matrix,
    )


def _kappa(scores: Integers, names: Sequence[str], bootstrap: Bootstrap) -> Estimate:
    """`scores` are grades from 1, (cases, 2)."""
    of_case = np.array([bootstrap.row_of[name] for name in names], np.int64)
    return cohen_kappa(Ratings(scores - 1, of_case, len(GRADES)), bootstrap, Weights.QUADRATIC)


@dataclass(frozen=True)
class Raters:
    """How well the raters agree: no grader can be expected to agree better with their label."""

    between: Estimate
    """Quadratic-weighted kappa of the first two"""
    with_rule: Estimate
    """Of their label and the written rule"""
    poor_found: Rates
    """By their label, of what is Poor by the rule"""


def raters(rows: Sequence[Prediction]) -> Raters:
    facts = [row.facts for row in rows]
    names = [row.name for row in rows]
    bootstrap = draw_cases(names)
    first_two = np.array([case.rater_grades[:2] for case in facts], np.int64).reshape(-1, 2)
    label = np.array([(case.true_grade, case.label) for case in facts], np.int64).reshape(-1, 2)
    poor = label < LOWEST_GOOD
    by_rule = Sample(tuple(names), poor[:, 0], poor[:, 1].astype(np.float64))
    return Raters(
        _kappa(first_two, names, bootstrap),
        _kappa(label, names, bootstrap),
        rates(by_rule, poor[:, 1]),
    )


# --- calibration --------------------------------------------------------------------------------

BINS = 10
PERFECT_DRAWS = 2000


class Bin(NamedTuple):
    """Cases of nearly the same probability."""

    predicted: float
    """Mean probability"""
    observed: Estimate
    """Share in which it happened"""


@dataclass(frozen=True)
class Calibration:
    """Whether what has a probability happens that often."""

    what: str
    error: Estimate
    """Expected calibration error: over BINS bins of equally many cases, the mean of |observed share
    − mean probability|, each weighted with its cases. Resamples scatter more than the sample, so
    the interval is the bootstrap's reflected at the figure (2·figure − quantiles), not below 0"""
    if_perfect: float
    """What a perfectly calibrated grader of the same probabilities shows on average with as many
    cases; a few cases in a bin scatter"""
    if_perfect_most: float
    """And in 97.5 % of such sets at most"""
    bins: tuple[Bin, ...]


def calibration_of_good(rows: Sequence[Prediction], reference: Reference) -> Calibration:
    """Of the probability that an image is Good."""
    rows = answered(rows)
    happened = [reference.grade(row.facts) >= LOWEST_GOOD for row in rows]
    return calibration("Good", [row.name for row in rows], [_good(row) for row in rows], happened)


def calibration_of_grade(rows: Sequence[Prediction], reference: Reference) -> Calibration:
    """Of the most probable grade of the five: whether it is right as often as its probability says
    (C. Guo et al., ICML 70 (2017) 1321)."""
    rows = answered(rows)
    likely = [int(np.argmax(_grade_probabilities(row))) for row in rows]
    probability = [_grade_probabilities(row)[best] for row, best in zip(rows, likely, strict=True)]
    happened = [
        reference.grade(row.facts) == GRADES[best] for row, best in zip(rows, likely, strict=True)
    ]
    return calibration("the most probable grade", [row.name for row in rows], probability, happened)


def calibration_by_class(rows: Sequence[Prediction], reference: Reference) -> float | None:
    """Mean over the five grades of the calibration error of each one's probability (M. Kull et al.,
    NeurIPS 32 (2019), classwise); None without rows."""
    rows = answered(rows)
    if not rows:
        return None
    errors: list[float] = []
    for index, grade in enumerate(GRADES):
        probability = np.array([_grade_probabilities(row)[index] for row in rows], np.float64)
        happened = np.array([reference.grade(row.facts) == grade for row in rows], np.float64)
        errors.append(_expected_error(probability, happened[None], _bins(probability))[0])
    return float(np.mean(errors))


def calibration(
    what: str, names: Sequence[str], probability: Sequence[float], happened: Sequence[bool]
) -> Calibration:
    """Of cases (n,) each."""
    predicted, outcome = np.array(probability, np.float64), np.array(happened, np.float64)
    if not len(predicted):
        return Calibration(what, Estimate(None, note="There is no case."), np.nan, np.nan, ())
    bins, bootstrap = _bins(predicted), draw_cases(names)
    error = _expected_error(predicted, outcome[None], bins)[0]
    of_rows = bootstrap.weights(names)
    drawn = np.abs((of_rows * (outcome - predicted)) @ bins).sum(axis=1) / of_rows.sum(axis=1)
    ci, note = bootstrap.interval(drawn, len(set(names)))
    if ci is not None:
        ci = max(2 * error - ci[1], 0.0), max(2 * error - ci[0], 0.0)
    generator = np.random.default_rng(SEED)
    as_said = (generator.random((PERFECT_DRAWS, len(predicted))) < predicted).astype(np.float64)
    perfect = _expected_error(predicted, as_said, bins)
    with_cases: list[Bin] = []
    for inside in bins.T.astype(np.bool_):
        if inside.any():
            of_bin = [name for name, held in zip(names, inside.tolist(), strict=True) if held]
            observed = share(outcome[inside] > 0, of_bin, bootstrap)
            with_cases.append(Bin(float(predicted[inside].mean()), observed))
    return Calibration(
        what,
        Estimate(float(error), ci, None, len(predicted), note),
        float(perfect.mean()),
        float(np.quantile(perfect, TAILS[1])),
        tuple(with_cases),
    )


def _bins(probability: Floats) -> Floats:
    """Which of BINS each case is in, (n, BINS), 0 or 1. Equal probabilities share a bin."""
    limits = np.quantile(probability, np.linspace(0, 1, BINS + 1)[1:-1])
    return np.eye(BINS)[np.searchsorted(limits, probability, side="right")]


def _expected_error(probability: Floats, happened: Floats, bins: Floats) -> Floats:
    """Of each set of outcomes (sets, n): (sets,)."""
    return np.abs((happened - probability) @ bins).sum(axis=1) / len(probability)


# --- subgroups ----------------------------------------------------------------------------------


@dataclass(frozen=True)
class Subgroup:
    """Some of the cases."""

    kind: str
    name: str
    cases: int
    answered: int
    refused: int
    """By the station, as unlike the training images or for another reason"""
    poor: int
    auc: Estimate
    rates: Rates
    kappa: Estimate


EVERY = "All"


def subgroups(
    rows: Sequence[Prediction], reference: Reference, good_from: float
) -> tuple[Subgroup, ...]:
    """All, within and beyond the training ranges, each clinic, with and without the head, and those
    that the station would grade and would not."""
    kinds: tuple[tuple[str, Callable[[Prediction], str]], ...] = (
        (EVERY, lambda row: "all held-out cases"),
        (
            "Ranges of severity, scanner",
            lambda row: "beyond training" if row.facts.beyond_training else "as in training",
        ),
        ("Field", lambda row: "with the head" if row.facts.with_head else "without the head"),
        ("The station", lambda row: "does not grade" if row.refused else "grades"),
        ("Clinic", lambda row: row.facts.clinic),
    )
    groups: list[Subgroup] = []
    for kind, name_of in kinds:
        for name in sorted({name_of(row) for row in rows}):
            own = [row for row in rows if name_of(row) == name]
            of_poor = poor_from_good(own, reference, good_from)
            groups.append(
                Subgroup(
                    kind,
                    name,
                    len(own),
                    len(answered(own)),
                    sum(row.refused is not None for row in own),
                    of_poor.rates.matrix.positives,
                    of_poor.auc,
                    of_poor.rates,
                    agreement(own, reference).kappa,
                )
            )
    return tuple(groups)


# --- single causes ------------------------------------------------------------------------------

DETECTED_FROM = 0.85
"""AUC"""


@dataclass(frozen=True)
class CauseFigures:
    """How well a case with this one thing wrong is distinguished from flawless ones."""

    cause: str
    seen_as: str | None
    """What the network calls it; None: it does not name it"""
    cases: int
    by_cause: Estimate
    """AUC of the network's probability of it"""
    by_grade: Estimate
    """AUC of the probability of Poor"""
    in_mix: Estimate
    """AUC of the network's probability of it among the held-out cases: those that show it and those
    that do not, regardless of what else is wrong with either"""

    @property
    def detection(self) -> Estimate:
        """By the probability of the cause; where the network gives none, by that of Poor."""
        return self.by_grade if self.by_cause.value is None else self.by_cause

    @property
    def is_limit(self) -> bool | None:
        """Whether it is missed too often; None: it was not tried."""
        value = self.detection.value
        return None if value is None else value < DETECTED_FROM


def cause_figures(
    singles: Mapping[str, Sequence[Prediction]],
    flawless: Sequence[Prediction],
    held_out: Sequence[Prediction],
    seen_as: Mapping[str, str],
) -> tuple[CauseFigures, ...]:
    """`singles` are the cases of each cause; `flawless` those with nothing wrong; `seen_as` what
    the network calls a cause, where it names it."""
    none = answered(flawless)
    mix = answered(held_out)
    figures: list[CauseFigures] = []
    for cause, rows in singles.items():
        own, name = answered(rows), seen_as.get(cause)

        def of_cause(row: Prediction, name: str | None = name) -> float | None:
            return None if name is None else row.causes.get(name)

        showing = [row for row in mix if name is not None and row.shows(name)]
        rest = [row for row in mix if name is None or not row.shows(name)]
        figures.append(
            CauseFigures(
                cause,
                name,
                len(own),
                _distinguished_by(own, none, of_cause),
                _distinguished_by(own, none, lambda row: 1 - _good(row)),
                _distinguished_by(showing, rest, of_cause),
            )
        )
    return tuple(figures)


def _distinguished_by(
    showing: Sequence[Prediction],
    others: Sequence[Prediction],
    score: Callable[[Prediction], float | None],
) -> Estimate:
    scores = [(row.name, score(row)) for row in (*showing, *others)]
    known = [(name, value) for name, value in scores if value is not None]
    if len(known) < len(scores):
        return Estimate(None, n=len(scores), note="The network does not name this cause.")
    positive = np.arange(len(scores)) < len(showing)
    sample = Sample(
        tuple(name for name, _ in known), positive, np.array([value for _, value in known])
    )
    return auc(sample)


# --- the rival ----------------------------------------------------------------------------------


@dataclass(frozen=True, eq=False)
class RivalComparison:
    """The grader and the trivial rival on the same cases: those that both can judge."""

    cases: int
    left_out: int
    """Without a liver CoV, or not graded by the network"""
    fitted_on: int
    """Training cases"""
    auc: Estimate
    rival_auc: Estimate
    gain: Estimate
    """Of AUC, in the same draws"""
    rival_curve: Curve | None
    kappa: Estimate
    rival_kappa: Estimate
    rival_rates: Rates
    """At a probability of Good of one half"""


def compare_rival(
    rows: Sequence[Prediction], rival: Rival, reference: Reference
) -> RivalComparison:
    """Raises ValueError where a case is named twice."""
    known = [row for row in answered(rows) if np.isfinite(row.features.liver_cov)]
    features = [row.features for row in known]
    own = _sample(known, reference, [1 - _good(row) for row in known])
    good = rival.probability_good(features)
    theirs = _sample(known, reference, (1 - good).tolist())
    grade_of = dict(zip((row.name for row in known), rival.grades(features).tolist(), strict=True))
    if len(grade_of) < len(known):
        raise ValueError("a case is named twice")
    return RivalComparison(
        len(known),
        len(rows) - len(known),
        rival.cases,
        auc(own),
        auc(theirs),
        auc_gain(own, theirs),
        roc(theirs) if theirs.both else None,
        agreement(known, reference).kappa,
        agreement(known, reference, lambda row: grade_of[row.name]).kappa,
        rates(theirs, good < 0.5),
    )


# --- the requirements ---------------------------------------------------------------------------

FEWEST_HELD_OUT = 150
AUC_AT_LEAST = 0.95
SENSITIVITY_AT_LEAST = 0.91
SPECIFICITY_AT_LEAST = 0.85
KAPPA_AT_LEAST = 0.80
CALIBRATION_AT_MOST = 0.05


@dataclass(frozen=True, eq=False)
class Evidence:
    """All that a grader was tried on."""

    held_out: tuple[Prediction, ...]
    flawless: tuple[Prediction, ...]
    singles: Mapping[str, tuple[Prediction, ...]]
    """By the cause that alone is wrong"""
    seen_as: Mapping[str, str]
    """What the network calls a cause, where it names it"""
    good_from: float
    """Probability of Good from which on an image is called Good, chosen elsewhere"""
    good_from_source: str
    """Where it was chosen"""
    rival: Rival | None
    """None where there were no training cases to fit it on"""


def requirements(evidence: Evidence) -> tuple[Line, ...]:
    """Each line of the requirements. The figure decides; its interval is reported."""
    rows, by_label = evidence.held_out, Reference.RATERS
    of_poor = poor_from_good(rows, by_label, evidence.good_from)
    at = f"called Poor below P(Good) {evidence.good_from:.3g}, the model card's threshold"
    answers = len(answered(rows))
    lines = [
        Line(
            "Held-out cases",
            "Patients never trained on",
            f"≥ {FEWEST_HELD_OUT}",
            f"{len(rows)}, of which the network graded {answers}",
            answers >= FEWEST_HELD_OUT,
        ),
        _least("Poor told from Good", "AUC, task 4's grouping", of_poor.auc, AUC_AT_LEAST),
        _least(
            "Poor told from Good",
            f"Sensitivity: Poor called Poor; {at}",
            of_poor.rates.sensitivity,
            SENSITIVITY_AT_LEAST,
        ),
        _least(
            "Poor told from Good",
            "Specificity: Good called Good; at the same threshold",
            of_poor.rates.specificity,
            SPECIFICITY_AT_LEAST,
        ),
        _least(
            "Five grades",
            "Quadratic-weighted kappa",
            agreement(rows, by_label).kappa,
            KAPPA_AT_LEAST,
        ),
    ]
    for figures in (calibration_of_good(rows, by_label), calibration_of_grade(rows, by_label)):
        line = required(
            "Calibration",
            f"Expected calibration error of {figures.what}",
            f"≤ {CALIBRATION_AT_MOST:.2f}",
            figures.error,
            lambda value: value <= CALIBRATION_AT_MOST,
        )
        lines.append(
            line.with_words(f"; {figures.if_perfect:.3f} on average if perfectly calibrated")
        )
    lines.append(_against_rival(evidence))
    lines += [_of_cause(figures) for figures in causes_of(evidence)]
    return tuple(lines)


def causes_of(evidence: Evidence) -> tuple[CauseFigures, ...]:
    return cause_figures(evidence.singles, evidence.flawless, evidence.held_out, evidence.seen_as)


def _against_rival(evidence: Evidence) -> Line:
    group, what, target = "Trivial rival", "AUC above that of liver CoV and counts", "> 0"
    if evidence.rival is None:
        return Line(group, what, target, "no training cases were given to fit it on", None)
    compared = compare_rival(evidence.held_out, evidence.rival, Reference.RATERS)
    line = required(group, what, target, compared.gain, lambda value: value > 0)
    if line.met is None:
        return line
    words = f"; {printed(compared.auc)} against {printed(compared.rival_auc)}"
    if line.met and compared.gain.ci is not None and compared.gain.ci[0] <= 0:
        words += "; the interval holds 0"
    return line.with_words(words)


def _of_cause(figures: CauseFigures) -> Line:
    by = "by its own probability" if figures.by_cause.value is not None else "by that of Poor"
    line = required(
        "Single causes told from flawless images",
        figures.cause,
        f"AUC ≥ {DETECTED_FROM:.2f}, or a limit",
        figures.detection,
        lambda value: value >= DETECTED_FROM,
    )
    if line.met is None:
        return line
    return line.with_words(f", {by}" if line.met else f", {by}: a limit of the grader")


def _least(group: str, what: str, figure: Estimate, least: float) -> Line:
    return required(group, what, f"≥ {least:.2f}", figure, lambda value: value >= least)
