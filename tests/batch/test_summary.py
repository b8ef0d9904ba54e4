"""The page about a batch of grades."""

import re

from station.archive.batches import LedgerRow, State
from station.batch.summary import summary_html
from station.batch.work import OPERATIONS
from tests.batch import graded

GRADE = OPERATIONS["grade"]


def page(count: int = 40, more: list[LedgerRow] | None = None, left_out: int = 0) -> str:
    studies = [*graded.studies(count), *(more or [])]
    return summary_html(graded.batch(), GRADE, studies, graded.rows(count), left_out)


def section(html: str, title: str) -> str:
    (part,) = [part for part in html.split("<h2>") if part.startswith(title)]
    return part


def test_a_poor_image_comes_first_with_why_and_a_link_to_its_report() -> None:
    first = section(page(), "Look at these first").split("<tr>")[2]
    output = graded.studies(40)[graded.POOR_AT].output
    assert f'<a href="outputs/{output}/report-01.pdf">1.2.{graded.POOR_AT}</a>' in first
    assert "Poor, grade 2; Good with probability 10%" in first
    assert "Liver CoV 36: rule 1: one value beyond 3 SD" in first
    assert "Failed: Liver CoV" in first


def test_grades_are_counted_by_scanner_and_month() -> None:
    months = section(page(), "Grades by scanner and month")
    cells = [re.findall(r"<td[^>]*>(.*?)</td>", row) for row in months.split("<tr>")[2:]]
    # Every second day from 5 January: 14 in January, 14 in February, two until the 4th of March.
    assert [row[:5] for row in cells] == [
        ["Station Synthetic (North)", "2026-01", "14", "14", "0"],
        ["Station Synthetic (North)", "2026-02", "14", "13", "1"],
        ["Station Synthetic (North)", "2026-03", "2", "2", "0"],
        ["Station Synthetic (South)", "2026-03", "10", "10", "0"],
    ]


def test_checks_are_counted_those_that_failed_first() -> None:
    checks = section(page(), "Failed checks")
    cells = [re.findall(r"<td[^>]*>(.*?)</td>", row) for row in checks.split("<tr>")[2:]]
    assert cells == [["Liver CoV", "1", "0", "40"], ["Noise", "0", "4", "40"]]


def test_each_scanner_has_its_control_charts() -> None:
    charts = section(page(), "Control charts")
    assert charts.count("data:image/png;base64,") == 2
    assert "Station Synthetic (North) · conventional · OSEM" in charts


def test_what_is_not_done_is_listed_with_its_reason() -> None:
    study = LedgerRow(
        "1.9", "P<9>", (), "f" * 64, 0, State.SET_ASIDE, deaths=3, reason="Ended by signal 11."
    )
    html = page(more=[study], left_out=2)
    row = section(html, "Not done")
    assert "P&lt;9&gt;" in row
    assert "set aside" in row
    assert "Ended by signal 11." in row
    assert "2 files were left out" in html


def test_a_long_uid_is_cut_at_its_beginning_and_stays_on_one_line() -> None:
    uid = "1.2.826.0.1.3680043.8.498.41813261898924043612102770734401171023"
    study = LedgerRow(uid, "P1", (), "f" * 64, 0, State.FAILED, reason="No.")
    assert f"…\N{WORD JOINER}{uid[-40:]}<" in section(page(more=[study]), "Not done")


def test_a_batch_without_studies_that_are_done_has_a_page() -> None:
    html = summary_html(graded.batch(), GRADE, [], [], 0)
    assert "Nothing stands out." in html
    assert "There are none." in html


def test_another_operation_has_no_grades() -> None:
    rows = [
        {
            key: value
            for key, value in row.items()
            if key in ("study_uid", "series_uid", "patient_id", "state", "reason", "output")
        }
        | {"cautions": "Its voxels are large."}
        for row in graded.rows(3)
    ]
    html = summary_html(graded.batch(), OPERATIONS["measure"], graded.studies(3), rows, 0)
    assert "by scanner and month" not in html
    assert html.count("Its voxels are large.") == 3
