"""The first part of a report: readers and cases as samples, margins, visual grading."""

import csv
from dataclasses import replace
from io import StringIO

import pytest

from station.reading.analysis import Analysis, analyse, counted
from station.reading.protocol import Answers, Arm
from station.report.document import Section, Table, as_html, as_pdf
from station.report.reading import samples
from station.report.reading.as_json import as_json, json_text
from station.report.reading.tables import csv_files, document, shown
from station.report.table_file import Spreadsheet
from tests.reading.reader_scores import study_scores

FEW = 200
THREE = ("Dr. Ito", "Dr. Mori", "Dr. Sato")


@pytest.fixture(scope="module")
def analysis() -> Analysis:
    rows = study_scores(readers=THREE)
    rows = [replace(row, first=2) if row.score == 5 else row for row in rows]
    return analyse(rows, resamples=FEW, margins={"my own criterion": 0.5, "image_noise": 0.25})


def table(sections: list[Section], title: str) -> Table:
    (found,) = [
        part
        for section in sections
        for part in section.parts
        if isinstance(part, Table) and part.title == title
    ]
    return found


def test_it_comes_before_the_tables_of_the_paper(analysis: Analysis):
    titles = [section.title for section in document(analysis, [], [], []).sections]
    assert titles[:3] == [
        "Readers and cases as samples: DL − Conventional",
        "Visual grading",
        "Table 2. Qualitative image analysis",
    ]


def test_the_first_line_of_the_summary_is_its_result(analysis: Analysis):
    lines = samples.summary(analysis, shown)
    assert lines[0].startswith("Tumor delineation, readers and cases as samples: difference +1.")
    assert lines[0].endswith("readers 3, cases 12")
    assert "Image noise: superior" in lines


def test_each_variant_says_what_another_study_would_draw_again(analysis: Analysis):
    found = table(samples.sections(analysis, shown), "Other samples")
    assert [row[:3] for row in found.rows[:2]] == [
        ("Tumor delineation", "cases; readers fixed", "paired t over cases"),
        ("", "readers; cases fixed", "paired t over readers"),
    ]


def test_each_reader_has_a_line_with_their_own_effect(analysis: Analysis):
    found = table(samples.sections(analysis, shown), "Each reader")
    assert [row[1] for row in found.rows[:3]] == list(THREE)


def test_a_margin_has_its_verdict_and_a_criterion_without_has_none(analysis: Analysis):
    found = table(samples.sections(analysis, shown), "Against the protocol's margin")
    assert [(row[0], row[1]) for row in found.rows] == [
        ("Image noise", "−0.25"),
        ("My own criterion", "−0.5"),
    ]
    assert found.rows[0][-1] == "superior"
    assert found.rows[1][-1] in ("not inferior, superiority not shown", "non-inferiority not shown")


def test_first_scores_are_next_to_the_last(analysis: Analysis):
    found = table(samples.sections(analysis, shown), "First scores, and those after revision")
    (noise,) = [row for row in found.rows if row[0] == "Image noise"]
    assert noise[1] == "0"
    assert int(noise[2]) > 0
    assert noise[4] == "+3.00", "from 2 to 5"


def test_the_table_says_which_scores_the_others_are_of():
    rows = [replace(row, first=2) if row.score == 5 else row for row in study_scores(readers=THREE)]
    tables: list[Table] = []
    for answers in Answers:
        of = analyse(counted(rows, answers), resamples=FEW)
        found = table(samples.sections(of, shown), "First scores, and those after revision")
        assert f"All other tables are of the {answers} scores." in found.notes[0]
        tables.append(replace(found, notes=()))
        figures = as_json(of)["criteria"]["image_noise"]["revised"]
        other = {"first": "last", "last": "first"}[answers]
        assert f"with_{other}_scores" in figures
    assert tables[0] == tables[1], "first stays first, whichever counts"


def test_the_csv_holds_every_figure_in_full(analysis: Analysis):
    files = csv_files(analysis, Spreadsheet.NONE)
    (first, *_) = csv.DictReader(StringIO(files["multi-reader.csv"]))
    result = analysis.criteria["tumor_delineation"].readers
    assert float(first["difference"]) == result.effect
    assert (first["method"], first["sampled"]) == ("hillis", "readers and cases")
    assert {"visual-grading.csv", "non-inferiority.csv", "first-and-revised.csv"} <= set(files)


def test_html_and_pdf_are_written(analysis: Analysis):
    page = document(analysis, ["rows"], [], [])
    assert "Båth and Månsson 2007" in as_html(page)
    assert as_pdf(page).startswith(b"%PDF")


@pytest.mark.parametrize(
    ("readers", "cases", "score"),
    [(1, 5, None), (2, 1, None), (3, 4, 3), (1, 1, 3), (2, 3, None)],
)
def test_tiny_and_constant_studies_are_sentences_without_a_crash_or_nan(
    readers: int, cases: int, score: int | None
):
    rows = study_scores(cases=cases, readers=THREE[:readers], repeats=0)
    if score is not None:
        rows = tuple(replace(row, score=score) for row in rows)
    found = analyse(rows, resamples=FEW, margins={"image_noise": 0.5})
    page = document(found, ["rows"], found.notes, [])
    words = as_html(page)
    assert "nan" not in words.casefold().replace("nanotech", "")
    json_text(as_json(found))
    for line in samples.summary(found, shown):
        assert line.strip()
    if score is not None:
        note = found.criteria["image_noise"].readers.tests[0].note
        assert note
        assert note in words


def test_one_arm_alone_is_a_sentence():
    rows = [row for row in study_scores(cases=4) if row.arm is Arm.DENOISED]
    found = analyse(rows, resamples=FEW)
    lines = samples.summary(found, shown)
    assert lines[0].endswith("No reader has a case in both arms.")
    as_html(document(found, ["rows"], found.notes, []))
    json_text(as_json(found))
