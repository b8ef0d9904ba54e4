"""The QA grade of the images of a reader study, compared with what its readers scored.

The grade answers one question about a whole image (H. Zhang et al., BMC Med. Imaging 23 (2023),
10.1186/s12880-023-01017-2, Table 1), a criterion of the protocol another one: agreement is reported
for each criterion, and its meaning depends on the criterion's words. Both run from 1, the worst, to
5. Only readings that count are compared: no practice, no repeats, no consensus.

Against the readers' median and against each reader: Spearman's rho, the quadratic-weighted kappa
(J. Cohen, Psychol. Bull. 70 (1968) 213), and the paper's two kinds of image, Poor (1, 2) and Good
(3 to 5). Intervals are from a bootstrap over patients; those of a fraction are exact if each image
is of another patient. A median of two readers may be halfway between two scores and is not rounded:
rho, kappa and the two kinds do not need whole numbers.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from math import atanh, sqrt, tanh
from statistics import median
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import stats as untyped_stats

from station.pet.image_quality import GRADES, LOWEST_GOOD, GraderModel, Verdict
from station.pet.words import count_of
from station.reading.agreement import FULL, Estimate, Ratings, Weights, clopper_pearson, cohen_kappa
from station.reading.analysis import ScoreRow, plain
from station.reading.bootstrap import (
    RESAMPLES,
    SEED,
    TAILS,
    Bootstrap,
    Interval,
    draw_cases,
)
from station.reading.protocol import HIGHEST_SCORE, LOWEST_SCORE, SCORES, Arm

stats: Any = untyped_stats

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]

OVERALL_QUALITY = "overall image quality"
"""The criterion listed first: it is closest to the meaning of the grade"""
FEWEST_IMAGES = 5
"""For a rho or a kappa. With four images every twelfth pair of rankings has a |rho| of 1"""
FEW_PATIENTS = 10
"""Below this, a percentile bootstrap gives intervals that are too narrow, which is noted"""
STEPS_A_POINT = 2
"""A median is on a score or halfway to the next"""
LEVELS = STEPS_A_POINT * (HIGHEST_SCORE - LOWEST_SCORE) + 1
NO_WIDTH = 1e-12

GROUPS: tuple[Arm | None, ...] = (*Arm, None)
"""Images of one arm; None: of both"""

AGREES_ON_ALL = (
    "Grade and scores agree on every image, so the intervals have no width; this describes the "
    "sample, not the precision of the figure."
)
ALL_ALIKE = (
    "All images have the same outcome: the interval is the exact binomial one (Clopper-Pearson)."
)
EXACT = "The interval is the exact binomial one (Clopper-Pearson)."


class Missing(StrEnum):
    """Why an image has no grade to compare."""

    BY_DESIGN = "not graded by design"
    NOT_GRADABLE = "not gradable"
    OTHER_NETWORK = "graded by another network only"
    NOT_GRADED = "not graded yet"


@dataclass(frozen=True)
class ImageGrade:
    """The program's grade of one image of the study."""

    case: str
    arm: Arm
    patient: str
    """The first case of the same patient"""
    grade: int | None = None
    """1 to 5; None: `missing` and `why` say why"""
    verdict: Verdict | None = None
    probability_good: float | None = None
    missing: Missing | None = None
    why: str = ""
    """A sentence"""


@dataclass(frozen=True)
class QaGrades:
    """The grades by one network of every image of a study that counts."""

    model: GraderModel | None = None
    """None: no network has graded any of them"""
    images: tuple[ImageGrade, ...] = ()
    notes: tuple[str, ...] = ()
    refusal: str = ""
    """Why this study cannot be compared"""


@dataclass(frozen=True)
class Against:
    """The grade against one row of scores: the readers' median, or one reader's."""

    rho: Estimate
    kappa: Estimate
    """Quadratic weights"""
    sensitivity: Estimate
    """Fraction of the images scored Poor that are graded Poor"""
    specificity: Estimate
    """Fraction of the images scored Good that are graded Good"""
    same_kind: Estimate
    """Fraction of images that are Poor by both or Good by both"""
    crossed: Mapping[tuple[int, float], int]
    """(grade, score) → number of images; only pairs that occur. A median may have half points"""

    @property
    def images(self) -> int:
        return self.rho.n


@dataclass(frozen=True)
class GradeAgreement:
    """Agreement on one criterion, over the images of one arm or of both."""

    read: int
    """Images that a reader scored"""
    graded: int
    """Of these, how many have a grade"""
    patients: int
    """Of the images with a grade"""
    median: Against
    readers: Mapping[str, Against]
    readings: Mapping[tuple[int, float], int]
    """Like `Against.crossed`, with each reader's score counted separately"""


@dataclass(frozen=True, eq=False)
class GradeComparison:
    grades: QaGrades
    criteria: Mapping[str, Mapping[Arm | None, GradeAgreement]]
    """By criterion, OVERALL_QUALITY first; then by `GROUPS`. Empty where `grades` refuses"""
    bootstrap: Bootstrap
    """Over patients"""
    notes: tuple[str, ...]

    def without_grade(self) -> tuple[ImageGrade, ...]:
        return tuple(image for image in self.grades.images if image.grade is None)

    def missing(self, arm: Arm | None = None) -> dict[Missing, int]:
        """How many images have no grade, by reason; None: of both arms."""
        counts = Counter(
            image.missing
            for image in self.without_grade()
            if image.missing is not None and arm in (None, image.arm)
        )
        return {why: counts[why] for why in Missing if counts[why]}


def compare_grades(
    scores: Iterable[ScoreRow],
    grades: QaGrades,
    resamples: int = RESAMPLES,
    seed: int = SEED,
) -> GradeComparison:
    """The grades compared with all scores of a study; repeats among `scores` are left out.

    Raises StationError where `resamples` or `seed` is out of range.
    """
    first = [row for row in scores if row.repeat == 0]
    of_image = {(grade.case, grade.arm): grade for grade in grades.images}
    bootstrap = draw_cases((grade.patient for grade in grades.images), resamples, seed)
    if grades.refusal:
        return GradeComparison(grades, {}, bootstrap, ())
    criteria: dict[str, dict[Arm | None, GradeAgreement]] = {}
    named = dict.fromkeys(row.criterion for row in first)
    for criterion in sorted(named, key=lambda name: plain(name) != OVERALL_QUALITY):
        given: dict[tuple[str, Arm], dict[str, int]] = defaultdict(dict)
        for row in first:
            if row.criterion == criterion:
                given[row.case, row.arm][row.reader] = row.score
        criteria[criterion] = {
            group: _agreement(
                {
                    image: of_readers
                    for image, of_readers in given.items()
                    if group in (None, image[1])
                },
                of_image,
                bootstrap,
            )
            for group in GROUPS
        }
    return GradeComparison(grades, criteria, bootstrap, _notes(first, grades))


def _agreement(
    given: Mapping[tuple[str, Arm], Mapping[str, int]],
    of_image: Mapping[tuple[str, Arm], ImageGrade],
    bootstrap: Bootstrap,
) -> GradeAgreement:
    """`given`: case and arm → reader → score."""
    graded: list[tuple[int, int, Mapping[str, int]]] = []
    for image, scores in given.items():
        image_grade = of_image.get(image)
        if image_grade is not None and image_grade.grade is not None:
            row = bootstrap.row_of[image_grade.patient]
            graded.append((image_grade.grade, row, scores))

    def against(who: str, chosen: Sequence[tuple[int, float, int]]) -> Against:
        called = np.array([grade for grade, _, _ in chosen], np.int64)
        scored = np.array([score for _, score, _ in chosen], np.float64)
        patients = np.array([patient for _, _, patient in chosen], np.int64)
        return _against(called, scored, patients, who, bootstrap)

    readers = sorted({reader for scores in given.values() for reader in scores})
    return GradeAgreement(
        read=len(given),
        graded=len(graded),
        patients=len({patient for _, patient, _ in graded}),
        median=against(
            "the readers' median", [(g, float(median(s.values())), p) for g, p, s in graded]
        ),
        readers={
            reader: against(reader, [(g, float(s[reader]), p) for g, p, s in graded if reader in s])
            for reader in readers
        },
        readings=Counter((g, float(score)) for g, _, s in graded for score in s.values()),
    )


def _notes(scores: Sequence[ScoreRow], grades: QaGrades) -> tuple[str, ...]:
    notes = list(grades.notes)
    graded = [image for image in grades.images if image.grade is not None]
    patients = len({image.patient for image in graded})
    if graded and patients < FEW_PATIENTS:
        notes.append(
            f"The graded images are of {count_of(patients, 'patient')}. With so few, a bootstrap "
            "gives intervals that are too narrow."
        )
    at_odds = sum(
        image.verdict is not None
        and image.grade is not None
        and (image.verdict is Verdict.GOOD) != (image.grade >= LOWEST_GOOD)
        for image in graded
    )
    if at_odds:
        notes.append(
            f"Of {count_of(at_odds, 'image')} the verdict that Station shows (Good or Poor, by the "
            "probability of Good) differs from that of the grade. The grade is compared: 1 and 2 "
            "are Poor, 3 to 5 Good."
        )
    readers = {row.reader for row in scores}
    who = Counter((row.case, row.arm, row.criterion) for row in scores)
    uneven = len({(case, arm) for (case, arm, _), count in who.items() if count < len(readers)})
    if uneven:
        notes.append(
            f"{count_of(uneven, 'image')} {'was' if uneven == 1 else 'were'} not scored by every "
            "reader; there the median is over the readers who did."
        )
    return tuple(notes)


# --- figures ------------------------------------------------------------------------------------


def _against(
    grades: Integers, scores: Floats, patients: Integers, who: str, bootstrap: Bootstrap
) -> Against:
    """For images (n,); `patients` are their rows in the bootstrap, `who` gave the scores."""
    poor, called = scores < LOWEST_GOOD, grades < LOWEST_GOOD
    return Against(
        rho=spearman(grades, scores, patients, who, bootstrap),
        kappa=quadratic_kappa(grades, scores, patients, who, bootstrap),
        sensitivity=_share(
            called[poor], patients[poor], bootstrap, f"No graded image was scored Poor by {who}."
        ),
        specificity=_share(
            ~called[~poor], patients[~poor], bootstrap, f"No graded image was scored Good by {who}."
        ),
        same_kind=_share(poor == called, patients, bootstrap, _refusal(grades, scores, who, 1)),
        crossed=Counter(zip(grades.tolist(), scores.tolist(), strict=True)),
    )


def spearman(
    grades: Integers, scores: Floats, patients: Integers, who: str, bootstrap: Bootstrap
) -> Estimate:
    """Spearman's rho, ties at their mean rank; all (n,), scores in steps of half a point.

    `ci_analytic` assumes independent images (D. G. Bonett and T. A. Wright, Psychometrika 65 (2000)
    23).
    """
    count = len(grades)
    if refused := _refusal(grades, scores, who, FEWEST_IMAGES):
        return Estimate(None, n=count, note=refused)
    rho = float(stats.spearmanr(grades, scores).statistic)
    cells = np.zeros((count, len(GRADES), LEVELS))
    cells[np.arange(count), grades - GRADES[0], _levels(scores)] = 1
    of_patient = np.zeros((len(bootstrap.cases), *cells.shape[1:]))
    np.add.at(of_patient, patients, cells)
    replicates = _rhos(bootstrap.totals(of_patient))
    ci, remark = bootstrap.interval(replicates, len(np.unique(patients)))
    analytic: Interval | None = None
    if abs(rho) < 1:
        reach = float(stats.norm.ppf(TAILS[1])) * sqrt((1 + rho**2 / 2) / (count - 3))
        analytic = tanh(atanh(rho) - reach), tanh(atanh(rho) + reach)
    return Estimate(rho, ci, analytic, count, remark)


def _rhos(tables: Floats) -> Floats:
    """Rho of tables (resamples, grades, levels); NaN where one side of a table has one value."""
    first, second = tables.sum(axis=2), tables.sum(axis=1)
    total = first.sum(axis=1)
    # Mean ranks minus their mean: what is below, and half of the ties.
    ranks = [side.cumsum(axis=1) - side / 2 - total[:, None] / 2 for side in (first, second)]
    products = np.einsum("rgl,rg,rl->r", tables, *ranks)
    spreads = [
        (side * rank**2).sum(axis=1) for side, rank in zip((first, second), ranks, strict=True)
    ]
    spread = np.sqrt(spreads[0] * spreads[1])
    return np.divide(products, spread, out=np.full(len(total), np.nan), where=spread > NO_WIDTH)


def quadratic_kappa(
    grades: Integers, scores: Floats, patients: Integers, who: str, bootstrap: Bootstrap
) -> Estimate:
    """The quadratic-weighted kappa of grades and scores, (n,); scores in steps of half a point.

    Its weights are squared distances, so half points need no rounding.
    """
    if refused := _refusal(grades, scores, who, FEWEST_IMAGES):
        return Estimate(None, n=len(grades), note=refused)
    pairs = np.stack([_levels(grades.astype(np.float64)), _levels(scores)], axis=1)
    kappa = cohen_kappa(Ratings(pairs, patients, LEVELS), bootstrap, Weights.QUADRATIC)
    return replace(kappa, note=kappa.note.replace(FULL, AGREES_ON_ALL))


def _levels(scores: Floats) -> Integers:
    """Scores in steps of half a point above the lowest score."""
    return np.rint((scores - LOWEST_SCORE) * STEPS_A_POINT).astype(np.int64)


def _refusal(grades: Integers, scores: Floats, who: str, fewest: int) -> str:
    """Why there is no figure for so few or such images; empty if there is one."""
    count = len(grades)
    if not count:
        return f"No image that was scored by {who} has a grade."
    if count < fewest:
        return (
            f"{count_of(count, 'graded image')} scored by {who}: too few for a figure, which needs "
            f"{fewest}."
        )
    if fewest > 1 and np.ptp(grades) == 0:
        return f"Every image has the grade {grades[0]}: without differences there is no figure."
    if fewest > 1 and np.ptp(scores) == 0:
        return f"Every image has the score {scores[0]:g} by {who}: there is no figure."
    return ""


def _share(hit: NDArray[np.bool_], patients: Integers, bootstrap: Bootstrap, none: str) -> Estimate:
    """The fraction of images that hit, (n,); `ci_analytic` is the exact binomial interval.

    `ci` is the same if each image is of another patient. `none` is the note if there is no image.
    """
    count = len(hit)
    if not count:
        return Estimate(None, note=none)
    exact = clopper_pearson(int(hit.sum()), count)
    if len(np.unique(patients)) == count:
        return Estimate(float(hit.mean()), exact, exact, count)
    ci, remark = bootstrap.interval(bootstrap.means(hit, patients), len(np.unique(patients)))
    if ci is None:
        ci, remark = exact, f"{remark} {EXACT}"
    elif ci[1] - ci[0] < NO_WIDTH:
        ci, remark = exact, ALL_ALIKE
    return Estimate(float(hit.mean()), ci, exact, count, remark)


def columns_of(crossed: Mapping[tuple[int, float], int]) -> tuple[float, ...]:
    """The columns of a cross table: scores 1 to 5, and half points that occur."""
    return tuple(sorted({float(score) for score in SCORES} | {score for _, score in crossed}))
