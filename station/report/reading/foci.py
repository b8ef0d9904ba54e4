"""Foci in the report of a reader study: found in which arm, and compared with the truth."""

from collections.abc import Callable, Mapping

from station.reading.analysis import Analysis
from station.reading.foci import Concordance, FociResult
from station.reading.protocol import Arm, ArmNames
from station.report.document import Section, Table
from station.report.reading.sheet import (
    NOTE,
    Columns,
    Row,
    cell,
    csv_of,
    ends_of,
    estimated,
    figure,
    once,
    p_value,
    percent,
    table_of,
    two_digits,
)
from station.report.table_file import Spreadsheet

ABOUT = (
    "A focus is one that a reader marked; marks of the two arms of a case are one focus where they "
    "are no farther apart than the protocol says. A true lesion is marked where a mark is within "
    "that distance of its centre or, if that is more, within its radius."
)
MERIT = (
    "Figure of merit: the chance that a lesion is marked with more confidence than the most "
    "confident false mark of a case without lesions (wAFROC, Chakraborty and Zhai 2016; lesions of "
    "one case share its weight). Readers and cases are both samples."
)


def tables(analysis: Analysis) -> dict[str, list[Row]]:
    """The rows by the name of their file; none where nobody marked foci."""
    foci = analysis.foci
    return {
        "foci-concordance": [
            _concordance(name, group, of)
            for name, result in foci.items()
            for group, of in result.concordance.items()
        ],
        "foci-detection": [
            _detection(name, arm, group, *counts)
            for name, result in foci.items()
            for arm, of in (result.detection or {}).items()
            for group, counts in of.sensitivity.items()
        ],
        "foci-merit": [
            _merit(name, result) for name, result in foci.items() if result.merit is not None
        ],
    }


def csv_files(analysis: Analysis, spreadsheet: Spreadsheet) -> dict[str, str]:
    return {
        f"{name}.csv": csv_of(rows, spreadsheet=spreadsheet)
        for name, rows in tables(analysis).items()
        if rows
    }


def sections(analysis: Analysis, shown: Callable[[str], str]) -> list[Section]:
    """One for each criterion of foci; `shown` gives its name as people read it."""
    rows = tables(analysis)

    def of(table: str, name: str) -> list[Row]:
        return [row for row in rows[table] if row["criterion"] == name]

    made: list[Section] = []
    for name, result in analysis.foci.items():
        arms = analysis.arms
        parts: list[Table] = []
        if found := of("foci-concordance", name):
            parts.append(table_of(found, _concordance_columns(arms), "In which arm"))
        if detection := result.detection:
            parts.append(table_of(of("foci-detection", name), _detection_columns(arms), "Lesions"))
            false = tuple(
                (
                    arms.of(arm),
                    str(detection[arm].false_marks),
                    str(detection[arm].readings),
                    _a_case(detection[arm].false_marks_a_case),
                )
                for arm in Arm
            )
            header = ("Arm", "False marks", "readings", "a case")
            parts.append(Table(header, false, "False marks"))
        if merit := of("foci-merit", name):
            columns = (("Criterion", cell("criterion", shown)), *_merit_columns(arms))
            parts.append(table_of(merit, columns, "Figure of merit", [MERIT]))
        counts = ", ".join(
            f"{count} in {arms.of(arm)}" for arm, count in zip(Arm, result.marks, strict=True)
        )
        share = estimated(result.share)
        words = (
            f"Foci marked: {counts}; {result.cases} cases read in both arms. Share of foci marked "
            f"in both arms: {share}."
            if result.share.value is not None
            else f"No focus was marked; {result.cases} cases were read in both arms."
        )
        made.append(
            Section(f"Marked foci: {shown(name)}", (words, ABOUT, *result.notes), tuple(parts))
        )
    return made


def summary(analysis: Analysis) -> list[str]:
    """A line a criterion, for a terminal."""
    lines: list[str] = []
    for name, result in analysis.foci.items():
        of = result.concordance.get("all", Concordance(0, 0, 0))
        arms = analysis.arms
        lines.append(
            f"{name}: {of.both} foci in both arms, {of.only_conventional} only in "
            f"{arms.conventional}, {of.only_dl} only in {arms.dl}"
        )
        lines += [
            f"{name}, figure of merit: {arms.conventional} {row['conventional']:.2f}, "
            f"{arms.dl} {row['dl']:.2f}, difference {figure('difference', 'ci', '+')(row)}"
            + ("" if row["p"] is None else f", P {p_value(row['p'])}")
            for row in tables(analysis)["foci-merit"]
            if row["criterion"] == name
        ]
    return lines


# --- rows and columns -----------------------------------------------------------------------------


def _a_case(value: float | None) -> str:
    return "–" if value is None else two_digits(value)


def _concordance(name: str, group: str, of: Concordance) -> Row:
    return {
        "criterion": name,
        "group": group,
        "both": of.both,
        "only_conventional": of.only_conventional,
        "only_dl": of.only_dl,
        "share": of.share,
        NOTE: (),
    }


def _concordance_columns(arms: ArmNames) -> Columns:
    return (
        ("Foci of", cell("group")),
        ("both arms", cell("both")),
        (f"only {arms.conventional}", cell("only_conventional")),
        (f"only {arms.dl}", cell("only_dl")),
        ("in both", cell("share", percent)),
    )


def _detection(name: str, arm: Arm, group: str, marked: int, lesions: int) -> Row:
    return {
        "criterion": name,
        "arm": arm.value,
        "group": group,
        "marked": marked,
        "lesions": lesions,
        "sensitivity": marked / lesions,
        NOTE: (),
    }


def _detection_columns(arms: ArmNames) -> Columns:
    return (
        ("Arm", cell("arm", lambda arm: arms.of(Arm(arm)))),
        ("Lesions", cell("group")),
        ("marked", cell("marked")),
        ("of", cell("lesions")),
        ("sensitivity", cell("sensitivity", percent)),
    )


def _merit(name: str, result: FociResult) -> Row:
    merit, difference = result.merit or {}, result.merit_difference
    test = None if difference is None else difference.first
    return {
        "criterion": name,
        "conventional": merit.get(Arm.CONVENTIONAL),
        "dl": merit.get(Arm.DENOISED),
        "difference": None if difference is None else difference.effect,
        **ends_of("ci", None if test is None else test.ci),
        "p": None if test is None else test.p,
        "readers": 0 if difference is None else len(difference.of_readers),
        "cases": 0 if difference is None else difference.cases,
        NOTE: once(
            (
                "" if difference is None else difference.note,
                "" if test is None else test.note,
            )
        ),
    }


def _merit_columns(arms: ArmNames) -> Columns:
    return (
        (arms.conventional, cell("conventional", two_digits)),
        (arms.dl, cell("dl", two_digits)),
        ("Difference (95 % CI)", figure("difference", "ci", "+")),
        ("P", cell("p", p_value)),
        ("readers", cell("readers")),
        ("cases", cell("cases")),
    )


def files_of_rows(analysis: Analysis) -> Mapping[str, str]:
    """The rows behind it, as they are read back."""
    from station.report.reading.rows import lesions_csv, marks_csv

    files: dict[str, str] = {}
    if analysis.marks:
        files["foci.csv"] = marks_csv(analysis.marks)
    if analysis.lesions:
        files["lesions.csv"] = lesions_csv(analysis.lesions)
    return files
