"""The QA grade next to the readers' scores: as tables of the document, CSV and JSON."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from station.pet.image_quality import GRADE_MEANS, GRADES
from station.pet.words import count_of
from station.reading.agreement import Estimate
from station.reading.analysis import NO_TITLES
from station.reading.grade_agreement import (
    GROUPS,
    Against,
    GradeAgreement,
    GradeComparison,
    ImageGrade,
    QaGrades,
    columns_of,
)
from station.reading.protocol import Arm, ArmNames
from station.report.document import Section, Table
from station.report.reading.as_json import figures_json
from station.report.reading.sheet import (
    NONE,
    NOTE,
    Row,
    csv_of,
    estimate_of,
    estimated,
    grouped,
    once,
)
from station.report.reading.tables import names_of
from station.report.table_file import Spreadsheet, csv_text

TITLE = "QA grade and readers' scores"
BOTH = "Both"
"""Arms"""
BOTH_KEY = "both"
MEDIAN = "Readers' median"
MEDIAN_KEY, READINGS_KEY = "median", "readings"
FIGURES = ("Spearman's rho", "Quadratic-weighted kappa", "Sensitivity", "Specificity", "Same kind")
KEYS = ("spearman_rho", "quadratic_kappa", "sensitivity", "specificity", "same_kind")
HEADER = ("Images of", "Scores of", "Graded", *(f"{name} (95 % CI)" for name in FIGURES))

SCALES = (
    "The grade and a criterion do not ask the same question. The QA grade is about the whole image "
    f"(1: {GRADE_MEANS[1]}; 5: {GRADE_MEANS[5]}; Zhang et al., BMC Med. Imaging 2023, Table 1); a "
    "criterion means what its words in the protocol say. A criterion about one property, such as "
    "noise, need not agree with the grade, and low agreement there is not a fault of either."
)
METHOD = (
    "Poor is 1 and 2, Good 3 to 5, of grades and of scores (a median of 2.5 is Poor). Sensitivity: "
    "of the images that readers scored Poor, the share graded Poor. Specificity: of those scored "
    "Good, the share graded Good. Same kind: the share of images that are Poor by both or Good by "
    "both. Intervals: percentile bootstrap over patients; of shares the exact binomial one "
    "(Clopper-Pearson) where each image is of another patient. Repeats, practice and the consensus "
    "are left out."
)
NO_R = "analysis.R does not recompute this section; its rows are data/qa-grades.csv and scores.csv."


@dataclass(frozen=True)
class Line:
    """One row of the table of a criterion."""

    arm: str
    """Whose images; empty where it is that of the row above"""
    who: str
    """Whose scores"""
    graded: str
    """ "12 of 14" images"""
    figures: tuple[str, ...]
    """As `FIGURES`; empty where `sentence` says why there is none"""
    sentence: str
    notes: tuple[str, ...]
    crossed: Mapping[tuple[int, float], int]
    """(grade, score) → images, or readings"""
    of: str
    """What `crossed` counts: "14 images, Conventional, Dr. Ito" """


def lines(comparison: GradeComparison, criterion: str, arms: ArmNames) -> tuple[Line, ...]:
    """The rows of a criterion: arm by arm, against the readers' median and against each reader."""
    rows: list[Line] = []
    for group in GROUPS:
        of = comparison.criteria[criterion][group]
        name = arm_name(group, arms)
        if not of.graded:
            why = none_graded(comparison, group)
            rows.append(Line(name, "", f"{of.graded} of {of.read}", (), why, (), {}, name))
            continue
        for number, (who, against) in enumerate(_against(of, MEDIAN)):
            rows.append(
                Line(
                    "" if number else name,
                    who,
                    f"{against.images} of {of.read}",
                    _figures(against),
                    "",
                    _sentences(against),
                    against.crossed,
                    f"{count_of(against.images, 'image')}, {name}, {who}",
                )
            )
    return tuple(rows)


def _against(of: GradeAgreement, median: str) -> list[tuple[str, Against]]:
    return [(median, of.median), *of.readers.items()]


def _figures(against: Against) -> tuple[str, ...]:
    rho, kappa, *shares = _estimates(against)
    return (
        estimated(rho),
        estimated(kappa),
        *(estimated(share) + (f" of {share.n}" if share.n else "") for share in shares),
    )


def _estimates(of: Against) -> tuple[Estimate, ...]:
    """As `FIGURES` and `KEYS`."""
    return (of.rho, of.kappa, of.sensitivity, of.specificity, of.same_kind)


def _sentences(of: Against) -> tuple[str, ...]:
    """Each sentence after the names of the figures that it is about."""
    named = zip(FIGURES, _estimates(of), strict=True)
    return grouped((name, figure.note) for name, figure in named if figure.note)


def none_graded(comparison: GradeComparison, group: Arm | None) -> str:
    """Why no image of an arm, or of both, has a grade: "None graded: 12 not graded by design." """
    counts = comparison.missing(group)
    if not counts:
        return "No image was read."
    return f"None graded: {', '.join(f'{count} {why}' for why, count in counts.items())}."


def arm_name(group: Arm | None, arms: ArmNames) -> str:
    return BOTH if group is None else arms.of(group)


def left_out(comparison: GradeComparison) -> tuple[tuple[ImageGrade, ...], ...]:
    """The images without a grade, those of one arm with one reason together."""
    together: dict[tuple[Arm, str], list[ImageGrade]] = {}
    for image in comparison.without_grade():
        together.setdefault((image.arm, image.why), []).append(image)
    return tuple(tuple(images) for images in together.values())


# --- document -----------------------------------------------------------------------------------


def section(
    comparison: GradeComparison, arms: ArmNames, titles: Mapping[str, str] = NO_TITLES
) -> Section:
    """The comparison as a section of the analysis; `titles` are those of criteria."""
    named = names_of(titles)
    grades = comparison.grades
    if grades.refusal:
        return Section(TITLE, (grades.refusal,))
    text = (SCALES, *comparison.notes, METHOD, NO_R)
    parts = [
        replace(_agreement_table(comparison, name, arms), title=named(name))
        for name in comparison.criteria
    ]
    parts += [
        table
        for name in comparison.criteria
        for table in _cross_tables(comparison.criteria[name], named(name), arms)
    ]
    if comparison.without_grade():
        parts.append(_left_out_table(comparison, arms))
    return Section(TITLE, text, tuple(parts))


def _agreement_table(comparison: GradeComparison, criterion: str, arms: ArmNames) -> Table:
    rows: list[tuple[str, ...]] = []
    sentences: list[tuple[str, str]] = []
    arm = ""
    for line in lines(comparison, criterion, arms):
        arm = line.arm or arm
        figures = line.figures or (NONE,) * len(FIGURES)
        rows.append((line.arm, line.who or line.sentence, line.graded, *figures))
        sentences += [(f"{arm}, {line.who}", note) for note in line.notes]
    return Table(HEADER, tuple(rows), "", grouped(sentences))


def _cross_tables(
    groups: Mapping[Arm | None, GradeAgreement], title: str, arms: ArmNames
) -> list[Table]:
    """Grade × score of every reading, arm by arm where both have grades."""
    whole = groups[None]
    if not whole.graded:
        return []
    with_grades = [arm for arm in Arm if groups[arm].graded]
    chosen: Sequence[Arm | None] = with_grades if len(with_grades) == 1 else (*with_grades, None)
    return [
        Table(
            ("QA grade", *(f"Scored {score:g}" for score in columns_of({})), "All"),
            tuple(cross_rows(groups[group].readings)),
            f"{title}: readings by QA grade and score, {arm_name(group, arms)}",
        )
        for group in chosen
    ]


def cross_rows(crossed: Mapping[tuple[int, float], int]) -> list[tuple[str, ...]]:
    """A row a grade: its name, how often it met each score of `columns_of`, and their sum."""
    return [
        (str(grade), *map(str, counts), str(sum(counts)))
        for grade, counts in zip(GRADES, _counts(crossed), strict=True)
    ]


def _counts(crossed: Mapping[tuple[int, float], int]) -> list[list[int]]:
    """How often each of GRADES met each score of `columns_of`."""
    scores = columns_of(crossed)
    return [[crossed.get((grade, score), 0) for score in scores] for grade in GRADES]


def _left_out_table(comparison: GradeComparison, arms: ArmNames) -> Table:
    rows = tuple(
        (
            arms.of(group[0].arm),
            str(group[0].missing),
            str(len(group)),
            cases_of(group),
            group[0].why,
        )
        for group in left_out(comparison)
    )
    header = ("Arm", "No grade", "Images", "Cases", "Why")
    return Table(header, rows, "Images that are not compared")


def cases_of(images: Sequence[ImageGrade]) -> str:
    return ", ".join(once(image.case for image in images))


# --- CSV ----------------------------------------------------------------------------------------


def csv_files(
    comparison: GradeComparison, spreadsheet: Spreadsheet = Spreadsheet.NONE
) -> dict[str, str]:
    """The tables by the name of their file; none where the study cannot be compared."""
    if comparison.grades.refusal:
        return {}
    return {
        "qa-grade-agreement.csv": _agreement_csv(comparison, spreadsheet),
        "qa-grade-cross-table.csv": _crossed_csv(comparison, spreadsheet),
    }


def _agreement_csv(comparison: GradeComparison, spreadsheet: Spreadsheet) -> str:
    rows: list[Row] = []
    for criterion, group, of in _each(comparison):
        for who, against in _against(of, MEDIAN_KEY):
            figures: dict[str, Any] = {}
            for name, figure in zip(KEYS, _estimates(against), strict=True):
                figures |= {**estimate_of(name, figure), f"{name}_n": figure.n}
            note = _sentences(against) if of.graded else (none_graded(comparison, group),)
            rows.append(
                {
                    "criterion": criterion,
                    "arm": _key(group),
                    "scores_of": who,
                    "images_read": of.read,
                    "images_graded": of.graded,
                    "images": against.images,
                    **figures,
                    NOTE: note,
                }
            )
    return csv_of(rows, spreadsheet=spreadsheet)


def _crossed_csv(comparison: GradeComparison, spreadsheet: Spreadsheet) -> str:
    """A line a cell: of the median and of each reader images are counted, of all, readings."""
    rows = (
        (criterion, _key(group), who, grade, score, crossed.get((grade, score), 0))
        for criterion, group, of in _each(comparison)
        for who, crossed in (
            *((who, against.crossed) for who, against in _against(of, MEDIAN_KEY)),
            (READINGS_KEY, of.readings),
        )
        for grade in GRADES
        for score in columns_of(crossed)
    )
    return csv_text(
        ("criterion", "arm", "scores_of", "grade", "score", "count"), rows, spreadsheet=spreadsheet
    )


def grades_csv(grades: QaGrades) -> str:
    """A line an image: its grade, or why it has none. It names no series and no patient."""
    columns = ("case", "arm", "grade", "verdict", "probability_good", "missing", "why")
    return csv_text(
        columns, ([getattr(image, name) for name in columns] for image in grades.images)
    )


def _each(
    comparison: GradeComparison,
) -> Iterator[tuple[str, Arm | None, GradeAgreement]]:
    for criterion, groups in comparison.criteria.items():
        for group in GROUPS:
            yield criterion, group, groups[group]


def _key(group: Arm | None) -> str:
    return BOTH_KEY if group is None else group.value


# --- JSON ---------------------------------------------------------------------------------------


def as_json(comparison: GradeComparison) -> dict[str, Any]:
    """JSON-able values; a figure that does not exist is null with a note."""
    grades, model = comparison.grades, comparison.grades.model
    if grades.refusal:
        return {"refusal": grades.refusal}
    return {
        "model": None if model is None else asdict(model),
        "images": {
            "read": len(grades.images),
            "graded": sum(image.grade is not None for image in grades.images),
            "missing": {why.value: count for why, count in comparison.missing().items()},
        },
        "criteria": {
            name: {_key(group): _agreement_json(groups[group]) for group in GROUPS}
            for name, groups in comparison.criteria.items()
        },
        "poor": "1, 2",
        "bootstrap": {
            "of": "patients",
            "patients": len(comparison.bootstrap.cases),
            "resamples": len(comparison.bootstrap.draws),
            "seed": comparison.bootstrap.seed,
        },
        "notes": [SCALES, *comparison.notes, METHOD],
    }


def _agreement_json(agreement: GradeAgreement) -> dict[str, Any]:
    return {
        "images_read": agreement.read,
        "images_graded": agreement.graded,
        "patients": agreement.patients,
        "median": _against_json(agreement.median),
        "readers": {reader: _against_json(each) for reader, each in agreement.readers.items()},
        "readings": _crossed_json(agreement.readings),
    }


def _against_json(against: Against) -> dict[str, Any]:
    figures = zip(KEYS, _estimates(against), strict=True)
    return {
        "images": against.images,
        **{name: figures_json(each) for name, each in figures},
        "cross_table": _crossed_json(against.crossed),
    }


def _crossed_json(crossed: Mapping[tuple[int, float], int]) -> dict[str, Any]:
    scores = list(columns_of(crossed))
    return {"grades": list(GRADES), "scores": scores, "counts": _counts(crossed)}


# --- words --------------------------------------------------------------------------------------


def summary(comparison: GradeComparison, titles: Mapping[str, str] = NO_TITLES) -> list[str]:
    """The main figures, a line each, for a terminal."""
    grades = comparison.grades
    if grades.refusal:
        return [f"QA grade: {grades.refusal}"]
    lines_: list[str] = []
    for name, groups in comparison.criteria.items():
        whole = groups[None]
        if not whole.graded:
            return [f"QA grade: {none_graded(comparison, None)}"]
        median = whole.median
        lines_.append(
            f"QA grade and readers' median, {names_of(titles)(name).lower()}: n {median.images}, "
            f"{estimated(median.rho)}, quadratic-weighted kappa "
            f"{estimated(median.kappa)}"
        )
    return lines_
