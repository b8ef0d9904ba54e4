"""The comparison with the QA grade as tables, CSV and JSON: every figure, or why there is none."""

import csv
import json
from io import StringIO

import pytest

from station.pet.image_quality import GraderModel, Verdict
from station.reading.analysis import ScoreRow
from station.reading.grade_agreement import (
    GradeComparison,
    ImageGrade,
    Missing,
    QaGrades,
    compare_grades,
)
from station.reading.protocol import ARM_NAMES, Arm
from station.report.document import Document, Table, as_html, as_pdf
from station.report.reading.as_json import json_text
from station.report.reading.grades import (
    FIGURES,
    SCALES,
    TITLE,
    as_json,
    cross_rows,
    csv_files,
    grades_csv,
    lines,
    section,
    summary,
)

FEW = 200
SCORES = (1, 2, 3, 3, 4, 5, 2, 4)
GRADES = (1, 2, 2, 3, 4, 5, 3, None)
READERS = ("=Ito", "Mori")
WHY = "The liver is not in view."


def graded(number: int, arm: Arm, grade: int | None) -> ImageGrade:
    case = f"case {number}"
    if arm is Arm.DENOISED:
        return ImageGrade(case, arm, case, missing=Missing.BY_DESIGN, why="By design.")
    if grade is None:
        return ImageGrade(case, arm, case, missing=Missing.NOT_GRADABLE, why=WHY)
    return ImageGrade(case, arm, case, grade, Verdict.GOOD if grade > 2 else Verdict.POOR, 0.5)


@pytest.fixture(scope="module")
def comparison() -> GradeComparison:
    """Eight cases of two readers, of whom the second gives a point more where he can."""
    rows = [
        ScoreRow(
            reader,
            f"case {number}",
            arm,
            criterion,
            min(score + (reader == "Mori"), 5) if arm is Arm.CONVENTIONAL else 5,
        )
        for number, score in enumerate(SCORES, start=1)
        for arm in Arm
        for criterion in ("image_noise", "overall_image_quality")
        for reader in READERS
    ]
    images = [
        graded(number, arm, grade) for number, grade in enumerate(GRADES, start=1) for arm in Arm
    ]
    model = GraderModel("Net", "2", "b" * 64)
    return compare_grades(rows, QaGrades(model, tuple(images), ("Graded by Net 2.",)), FEW)


def rows_of(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(text)))


def tables(comparison: GradeComparison) -> list[Table]:
    return [part for part in section(comparison, ARM_NAMES).parts if isinstance(part, Table)]


# --- the document -------------------------------------------------------------------------------


def test_the_first_table_is_of_overall_image_quality_arm_by_arm(comparison: GradeComparison):
    first = tables(comparison)[0]
    assert first.title == "Overall image quality"
    assert [row[:3] for row in first.rows] == [
        ("Conventional", "Readers' median", "7 of 8"),
        ("", "=Ito", "7 of 8"),
        ("", "Mori", "7 of 8"),
        ("DL", "None graded: 8 not graded by design.", "0 of 8"),
        ("Both", "Readers' median", "7 of 16"),
        ("", "=Ito", "7 of 16"),
        ("", "Mori", "7 of 16"),
    ]
    median = comparison.criteria["overall_image_quality"][Arm.CONVENTIONAL].median
    assert median.rho.value is not None
    assert first.rows[0][3].startswith(f"{median.rho.value:.2f} (")
    assert first.rows[0][5].endswith(f" of {median.sensitivity.n}")


def test_the_arm_that_is_not_graded_says_so_in_place_of_figures(comparison: GradeComparison):
    (dl,) = [one for one in lines(comparison, "image_noise", ARM_NAMES) if one.arm == "DL"]
    assert dl.figures == ()
    assert dl.sentence == "None graded: 8 not graded by design."
    assert tables(comparison)[0].rows[3][1:] == (dl.sentence, "0 of 8", *("–" for _ in FIGURES))


def test_images_left_out_are_listed_with_case_and_reason(comparison: GradeComparison):
    last = tables(comparison)[-1]
    cases = ", ".join(f"case {number}" for number in range(1, 9))
    assert set(last.rows) == {
        ("DL", "not graded by design", "8", cases, "By design."),
        ("Conventional", "not gradable", "1", "case 8", WHY),
    }


def test_the_cross_table_counts_every_reading_once(comparison: GradeComparison):
    (cross,) = [
        one for one in tables(comparison) if one.title.startswith("Overall image quality: ")
    ]
    assert cross.header == ("QA grade", *(f"Scored {score}" for score in range(1, 6)), "All")
    assert cross.rows[0] == ("1", "1", "1", "0", "0", "0", "2")
    assert sum(int(row[-1]) for row in cross.rows) == 14
    assert cross_rows({(2, 1.5): 3})[1] == ("2", "0", "3", "0", "0", "0", "0", "3")


def test_that_grade_and_criterion_ask_different_questions_stands_above_the_tables(
    comparison: GradeComparison,
):
    text = section(comparison, ARM_NAMES).text
    assert text[0] == SCALES
    assert "Graded by Net 2." in text


def test_the_section_is_written_as_html_and_pdf(comparison: GradeComparison):
    page = Document("Title", (), (section(comparison, ARM_NAMES),), "")
    assert "None graded: 8 not graded by design." in as_html(page)
    assert as_pdf(page).startswith(b"%PDF")


# --- files --------------------------------------------------------------------------------------


def test_the_csv_holds_every_figure_in_full_and_the_reason_where_there_is_none(
    comparison: GradeComparison,
):
    rows = rows_of(csv_files(comparison)["qa-grade-agreement.csv"])
    assert len(rows) == 2 * 3 * (1 + len(READERS))
    first = rows[0]
    median = comparison.criteria["overall_image_quality"][Arm.CONVENTIONAL].median
    assert (first["criterion"], first["arm"], first["scores_of"]) == (
        "overall_image_quality",
        "conventional",
        "median",
    )
    assert float(first["spearman_rho"]) == median.rho.value
    assert float(first["quadratic_kappa_ci_low"]) == (median.kappa.ci or (None,))[0]
    assert int(first["sensitivity_n"]) == median.sensitivity.n
    dl = next(row for row in rows if row["arm"] == "dl")
    assert (dl["spearman_rho"], dl["note"]) == ("", "None graded: 8 not graded by design.")
    assert rows[1]["scores_of"] == "'=Ito", "no formula"


def test_the_cross_table_is_written_for_the_median_each_reader_and_all_readings(
    comparison: GradeComparison,
):
    rows = rows_of(csv_files(comparison)["qa-grade-cross-table.csv"])
    counts: dict[str, int] = {}
    for row in rows:
        if (row["criterion"], row["arm"]) == ("image_noise", "both"):
            counts[row["scores_of"]] = counts.get(row["scores_of"], 0) + int(row["count"])
    assert counts == {"median": 7, "'=Ito": 7, "Mori": 7, "readings": 14}


def test_the_grades_are_written_without_series_or_patient(comparison: GradeComparison):
    rows = rows_of(grades_csv(comparison.grades))
    assert len(rows) == 16
    assert rows[0] == {
        "case": "case 1",
        "arm": "conventional",
        "grade": "1",
        "verdict": "Poor",
        "probability_good": "0.5",
        "missing": "",
        "why": "",
    }
    assert rows[-2]["why"] == WHY


def test_the_json_has_no_nan_and_counts_what_is_missing(comparison: GradeComparison):
    told = json.loads(json_text(as_json(comparison)))
    assert told["model"] == {"name": "Net", "version": "2", "sha256": "b" * 64}
    assert told["images"] == {
        "read": 16,
        "graded": 7,
        "missing": {"not graded by design": 8, "not gradable": 1},
    }
    one = told["criteria"]["image_noise"]["dl"]["median"]
    assert (one["spearman_rho"]["value"], one["images"]) == (None, 0)
    assert one["spearman_rho"]["note"]
    crossed = told["criteria"]["image_noise"]["both"]["readings"]
    assert crossed["scores"] == [1, 2, 3, 4, 5]
    assert sum(map(sum, crossed["counts"])) == 14


# --- where nothing can be compared --------------------------------------------------------------


def test_a_study_that_cannot_be_compared_is_a_sentence_everywhere():
    refused = compare_grades((), QaGrades(refusal="Prepared before."), FEW)
    assert section(refused, ARM_NAMES).text == ("Prepared before.",)
    assert section(refused, ARM_NAMES).title == TITLE
    assert csv_files(refused) == {}
    assert as_json(refused) == {"refusal": "Prepared before."}
    assert summary(refused) == ["QA grade: Prepared before."]


def test_a_study_of_which_nothing_was_graded_says_so(comparison: GradeComparison):
    images = tuple(
        ImageGrade("case 1", arm, "case 1", missing=missing, why="Why.")
        for arm, missing in zip(Arm, (Missing.NOT_GRADED, Missing.BY_DESIGN), strict=True)
    )
    rows = [ScoreRow("Ito", "case 1", arm, "noise", 3) for arm in Arm]
    found = compare_grades(rows, QaGrades(None, images), FEW)
    said = "None graded: 1 not graded by design, 1 not graded yet."
    assert summary(found) == [f"QA grade: {said}"]
    assert [line.sentence for line in lines(found, "noise", ARM_NAMES)][2] == said
    assert all(not line.figures for line in lines(found, "noise", ARM_NAMES))
    assert len(FIGURES) + 3 == len(tables(found)[0].header)
