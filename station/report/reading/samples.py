"""Readers and cases as samples: the part of a reader study's report that comes first.

Multi-reader multi-case analysis, non-inferiority, visual grading (VGC and ordinal regression), and
each reader's own effect; as sections and CSV tables.
"""

from collections.abc import Callable, Mapping

from station.reading.analysis import Analysis, CriterionResult
from station.reading.multi_reader import Method, MultiReader, Sampled
from station.reading.protocol import Answers, Arm, ArmNames
from station.report.document import Section
from station.report.reading.sheet import (
    NONE,
    NOTE,
    Cell,
    Columns,
    Row,
    cell,
    csv_of,
    ends_of,
    estimate_of,
    figure,
    once,
    p_value,
    table_of,
    two_digits,
)
from station.report.table_file import Spreadsheet

METHODS: Mapping[Method, str] = {
    Method.HILLIS: "Obuchowski–Rockette, Hillis' df",
    Method.GENERALIZED: "Obuchowski–Rockette, generalized P",
    Method.EQUAL: "paired t over cases",
    Method.FIXED_READERS: "paired t over cases",
    Method.FIXED_CASES: "paired t over readers",
}
SAMPLED: Mapping[Sampled, str] = {
    Sampled.BOTH: "readers and cases",
    Sampled.CASES: "cases; readers fixed",
    Sampled.READERS: "readers; cases fixed",
}
ABOUT = (
    "Readers and cases are both taken as samples: the P says whether other readers of other cases "
    "would see the difference too (Obuchowski and Rockette 1995, equal to Dorfman, Berbaum and "
    "Metz 1992; degrees of freedom of Hillis 2007). The t-test of Table 2 holds for these readers "
    "only; where readers differ in how they see the arms it is significant far too often. With two "
    "readers the P is the generalized one (Weerahandi 1993), because Hillis' degrees of freedom "
    "then reject too often; both are listed."
)
VARIANTS = "What another study would draw again is in the second column; the rest stays as it is."
GRADING = (
    "Visual grading uses the order of the scores only. The area under the VGC curve (Båth and "
    "Månsson 2007) is the chance that an image of {dl} is scored above one of {conventional}, ties "
    "counting half; 0.5 is no difference. The odds ratio is of a higher score with {dl}, from a "
    "cumulative logit model with cases, readers and readers in each arm as random effects (visual "
    "grading regression, Smedby and Fredrikson 2010). Its P is by the normal distribution, which "
    "rejects too often with few readers; report the first table."
)
MARGINS = (
    "Not inferior: the one-sided 97.5 % interval of {dl} − {conventional} is above −margin; "
    "superior: it is above 0. The margins are those of the protocol."
)

REVISED = (
    "A revision keeps the score that was confirmed first. Change: mean of last − first, of the "
    "scores that were revised. All other tables are of the {answers} scores."
)

Names = Callable[[str], str]


def tables(analysis: Analysis) -> dict[str, list[Row]]:
    """The rows by the name of their file; none where there is nothing."""
    results = analysis.criteria
    return {
        "multi-reader": [_first(name, result.readers) for name, result in results.items()],
        "multi-reader-variants": [
            row for name, result in results.items() for row in _variants(name, result.readers)
        ],
        "multi-reader-readers": [
            row for name, result in results.items() for row in _readers(name, result)
        ],
        "non-inferiority": [
            _margin(name, result) for name, result in results.items() if result.margin is not None
        ],
        "first-and-revised": [
            _revised(name, result) for name, result in results.items() if result.revised is not None
        ],
        "visual-grading": [_grading(name, result) for name, result in results.items()],
    }


def csv_files(analysis: Analysis, spreadsheet: Spreadsheet) -> dict[str, str]:
    return {
        f"{name}.csv": csv_of(rows, spreadsheet=spreadsheet)
        for name, rows in tables(analysis).items()
        if rows
    }


def sections(analysis: Analysis, shown: Names) -> list[Section]:
    """`shown` gives a criterion's name as people read it."""
    rows, arms = tables(analysis), analysis.arms
    name = (("Criterion", cell("criterion", shown)),)
    words = {"dl": arms.dl, "conventional": arms.conventional}
    parts = [table_of(rows["multi-reader"], (*name, *FIRST), "")]
    if rows["non-inferiority"]:
        title = "Against the protocol's margin"
        parts.append(
            table_of(rows["non-inferiority"], (*name, *MARGIN), title, [MARGINS.format(**words)])
        )
    if rows["multi-reader-variants"]:
        silent = [{**row, NOTE: ()} for row in rows["multi-reader-variants"]]
        title = "Other samples"
        parts.append(table_of(silent, (*name, *VARIANT), title, [VARIANTS], grouped_by_first=True))
    if rows["multi-reader-readers"]:
        title = "Each reader"
        parts.append(
            table_of(
                rows["multi-reader-readers"],
                (*name, *READER),
                title,
                names=2,
                grouped_by_first=True,
            )
        )
    if rows["first-and-revised"]:
        columns = (*name, *_revised_columns(arms))
        title = "First scores, and those after revision"
        parts.append(
            table_of(
                rows["first-and-revised"],
                columns,
                title,
                [REVISED.format(answers=_counted(analysis))],
            )
        )
    grading = table_of(rows["visual-grading"], (*name, *GRADED), "")
    title = f"Readers and cases as samples: {arms.dl} − {arms.conventional}"
    return [
        Section(title, (ABOUT,), tuple(parts)),
        Section("Visual grading", (GRADING.format(**words),), (grading,)),
    ]


def summary(analysis: Analysis, shown: Names) -> list[str]:
    """A line a criterion, for a terminal."""
    lines: list[str] = []
    for name, result in analysis.criteria.items():
        row = _first(name, result.readers)
        of = f"readers {row['readers']}, cases {row['cases']}"
        if row["p"] is None:
            lines.append(f"{shown(name)}, readers as samples: {' '.join(row[NOTE])}")
            continue
        sampled = SAMPLED[Sampled(row["sampled"])]
        lines.append(
            f"{shown(name)}, {sampled} as samples: difference "
            f"{figure('difference', 'ci', '+')(row)}, P {p_value(row['p'])}, {of}"
            if row["sampled"] == Sampled.BOTH
            else f"{shown(name)}, one reader: difference {figure('difference', 'ci', '+')(row)}, "
            f"P {p_value(row['p'])}, {of}"
        )
        if result.margin is not None:
            lines.append(f"{shown(name)}: {_verdict(_margin(name, result))}")
    return lines


# --- columns --------------------------------------------------------------------------------------


def _df(row: Row) -> str:
    return NONE if row["df"] is None else f"{row['df']:.1f}"


FIRST: Columns = (
    ("Difference (95 % CI)", figure("difference", "ci", "+")),
    ("P", cell("p", p_value)),
    ("P, Holm", cell("p_holm", p_value)),
    ("method", cell("method", lambda method: METHODS[Method(method)])),
    ("df", _df),
    ("SD of readers", cell("reader_sd", two_digits)),
    ("readers", cell("readers")),
    ("cases", cell("cases")),
)
VARIANT: Columns = (
    ("drawn again", cell("sampled", lambda sampled: SAMPLED[Sampled(sampled)])),
    ("method", cell("method", lambda method: METHODS[Method(method)])),
    ("Difference (95 % CI)", figure("difference", "ci", "+")),
    ("df", _df),
    ("P", cell("p", p_value)),
)
READER: Columns = (
    ("Reader", cell("reader")),
    ("Difference (95 % CI)", figure("difference", "ci", "+")),
    ("P", cell("p", p_value)),
    ("VGC area", cell("vgc_area", two_digits)),
    ("cases", cell("cases")),
)
GRADED: Columns = (
    ("VGC area (95 % CI)", figure("vgc_area")),
    ("P, readers and cases", cell("vgc_p", p_value)),
    ("Odds ratio (95 % CI)", figure("odds_ratio")),
    ("P", cell("odds_ratio_p", p_value)),
    ("SD of cases", cell("case_sd", two_digits)),
    ("of readers", cell("reader_sd", two_digits)),
    ("of readers by arm", cell("reader_arm_sd", two_digits)),
)


def _verdict(row: Row) -> str:
    if row["lower"] is None:
        return " ".join(row[NOTE])
    return (
        "superior"
        if row["superior"]
        else "not inferior, superiority not shown"
        if row["non_inferior"]
        else "non-inferiority not shown"
    )


MARGIN: Columns = (
    ("Margin", cell("margin", lambda margin: f"−{margin:g}")),
    ("Lower end, 97.5 %", cell("lower", lambda low: f"{low:+.2f}".replace("-", "−"))),
    ("P, non-inferiority", cell("p_non_inferior", p_value)),
    ("P, superiority", cell("p_superior", p_value)),
    ("Result", _verdict),
)


# --- rows -----------------------------------------------------------------------------------------


def _first(name: str, of: MultiReader) -> Row:
    test = of.first
    return {
        "criterion": name,
        "difference": of.effect,
        **ends_of("ci", None if test is None else test.ci),
        "p": None if test is None else test.p,
        "p_holm": of.p_holm,
        "sampled": None if test is None else test.sampled.value,
        "method": None if test is None else test.method.value,
        "error": None if test is None else test.error,
        "df": None if test is None else test.df,
        "reader_sd": of.reader_sd,
        "covariance": of.covariance,
        "readers": len(of.of_readers),
        "cases": of.cases,
        NOTE: once((of.note, "" if test is None else test.note)),
    }


def _variants(name: str, of: MultiReader) -> list[Row]:
    return [
        {
            "criterion": name,
            "sampled": test.sampled.value,
            "method": test.method.value,
            "difference": of.effect,
            **ends_of("ci", test.ci),
            "error": test.error,
            "df": test.df,
            "p": test.p,
            NOTE: once((test.note,)),
        }
        for test in of.tests[1:]
    ]


def _readers(name: str, result: CriterionResult) -> list[Row]:
    areas = {each.reader: each.effect for each in result.vgc.readers.of_readers}
    return [
        {
            "criterion": name,
            "reader": each.reader,
            "cases": each.cases,
            "difference": each.effect,
            **ends_of("ci", each.ci),
            "p": each.p,
            "vgc_area": None if (area := areas.get(each.reader)) is None else area + 0.5,
            NOTE: (),
        }
        for each in result.readers.of_readers
    ]


def _margin(name: str, result: CriterionResult) -> Row:
    of = result.margin
    assert of is not None
    return {
        "criterion": name,
        "margin": of.margin,
        "lower": of.lower,
        "p_non_inferior": of.p_non_inferior,
        "p_superior": of.p_superior,
        "non_inferior": of.non_inferior,
        "superior": of.superior,
        "sampled": None if of.sampled is None else of.sampled.value,
        NOTE: once((of.note,)),
    }


def _revised(name: str, result: CriterionResult) -> Row:
    of = result.revised
    assert of is not None
    first, last = of.readers, result.readers
    if of.counted is Answers.FIRST:
        first, last = last, first
    return {
        "criterion": name,
        **{f"{arm.value}_revised": of.counts[arm] for arm in Arm},
        **{f"{arm.value}_change": of.changes[arm] for arm in Arm},
        **_effect("first", first),
        **_effect("last", last),
        NOTE: (),
    }


def _counted(analysis: Analysis) -> Answers:
    revised = (result.revised for result in analysis.criteria.values())
    return next(of.counted for of in revised if of is not None)


def _effect(which: str, of: MultiReader) -> Row:
    test = of.first
    return {
        f"{which}_difference": of.effect,
        **ends_of(f"{which}_ci", None if test is None else test.ci),
        f"{which}_p": None if test is None else test.p,
    }


def _revised_columns(arms: ArmNames) -> Columns:
    def change(arm: Arm) -> Cell:
        of = f"{arm.value}_change"
        return cell(of, lambda value: f"{value:+.2f}".replace("-", "−"))

    return (
        *((f"revised, {arms.of(arm)}", cell(f"{arm.value}_revised")) for arm in Arm),
        *((f"change, {arms.of(arm)}", change(arm)) for arm in Arm),
        ("First: difference (95 % CI)", figure("first_difference", "first_ci", "+")),
        ("P", cell("first_p", p_value)),
        ("Last: difference (95 % CI)", figure("last_difference", "last_ci", "+")),
        ("P", cell("last_p", p_value)),
    )


def _grading(name: str, result: CriterionResult) -> Row:
    model, test = result.ordinal, result.vgc.readers.first
    return {
        "criterion": name,
        **estimate_of("vgc_area", result.vgc.area),
        "vgc_p": None if test is None else test.p,
        "odds_ratio": model.odds_ratio,
        **ends_of("odds_ratio_ci", model.odds_ratio_ci),
        "odds_ratio_p": model.p,
        "case_sd": model.case_sd,
        "reader_sd": model.reader_sd,
        "reader_arm_sd": model.reader_arm_sd,
        NOTE: once((result.vgc.area.note, model.note)),
    }
