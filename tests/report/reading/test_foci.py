"""Foci in a report: tables, files and JSON."""

import csv
from io import StringIO
from pathlib import Path

import pytest

from station.errors import StationError
from station.reading.analysis import Analysis, analyse
from station.reading.foci import LesionRow, MarkRow
from station.reading.protocol import Arm, ArmNames
from station.report.document import Table, as_html
from station.report.reading import foci
from station.report.reading.as_json import as_json, json_text
from station.report.reading.rows import lesions_csv, marks_csv, read_lesions, read_marks
from station.report.reading.tables import csv_files, document, shown
from station.report.table_file import Spreadsheet

A, B = (1.5, -20.0, 300.25), (50.0, 0.0, 300.0)
MARKS = [
    MarkRow("Ito", "1", Arm.CONVENTIONAL, "foci", A, 3, "liver"),
    MarkRow("Ito", "1", Arm.DENOISED, "foci", A, 5, "liver"),
    MarkRow("Ito", "1", Arm.DENOISED, "foci", B, 2, "bone"),
    MarkRow("Ito", "2", Arm.CONVENTIONAL, "foci", None),
    MarkRow("Ito", "2", Arm.DENOISED, "foci", None),
    MarkRow("Mori", "1", Arm.CONVENTIONAL, "foci", None),
    MarkRow("Mori", "1", Arm.DENOISED, "foci", A, 4, "liver"),
    MarkRow("Mori", "2", Arm.CONVENTIONAL, "foci", B, 1, "bone"),
    MarkRow("Mori", "2", Arm.DENOISED, "foci", None, repeat=0),
]
LESIONS = [LesionRow("1", "one", A, 12.0), LesionRow("2", "", None)]


@pytest.fixture(scope="module")
def analysis() -> Analysis:
    arms = ArmNames("OSEM", "DLR")
    return analyse([], resamples=200, arms=arms, marks=MARKS, lesions=LESIONS)


def tables(analysis: Analysis) -> dict[str, Table]:
    (section,) = foci.sections(analysis, shown)
    return {part.title: part for part in section.parts if isinstance(part, Table)}


def test_foci_come_first_with_concordance_sensitivity_and_figure_of_merit(analysis: Analysis):
    first, *_ = document(analysis, ["marks.csv"], [], []).sections
    assert first.title == "Marked foci: Foci"
    assert first.text[0].startswith("Foci marked: 2 in OSEM, 3 in DLR; 2 cases read in both arms.")
    found = tables(analysis)
    assert found["In which arm"].header == (
        *("Foci of", "both arms", "only OSEM", "only DLR", "in both"),
    )
    assert found["In which arm"].rows[0] == ("all", "1", "1", "2", "25 %")
    assert ("OSEM", "all", "1", "2", "50 %") in found["Lesions"].rows
    assert ("DLR", "lesions of 10 to 20 mm", "2", "2", "100 %") in found["Lesions"].rows
    assert found["False marks"].rows == (("OSEM", "1", "4", "0.25"), ("DLR", "1", "4", "0.25"))
    assert found["Figure of merit"].rows[0][:3] == ("Foci", "0.50", "1.00")


def test_without_truth_there_is_concordance_alone():
    found = analyse([], resamples=200, marks=MARKS)
    assert list(tables(found)) == ["In which arm"]
    assert "wafroc" not in as_json(found)["foci"]["foci"]


def test_readers_who_marked_nothing_are_a_sentence():
    nothing = [
        MarkRow(reader, case, arm, "foci", None)
        for reader in ("a", "b")
        for case in "12"
        for arm in Arm
    ]
    found = analyse([], resamples=200, marks=nothing, lesions=LESIONS)
    (section,) = foci.sections(found, shown)
    assert section.text[0] == "No focus was marked; 2 cases were read in both arms."
    assert "nan" not in as_html(document(found, [], [], [])).casefold()
    json_text(as_json(found)["foci"]["foci"])


def test_the_summary_names_both_arms(analysis: Analysis):
    line, merit = foci.summary(analysis)
    assert line == "foci: 1 foci in both arms, 1 only in OSEM, 2 only in DLR"
    assert merit.startswith("foci, figure of merit: OSEM 0.50, DLR 1.00, difference +0.50")


def test_csv_and_json_hold_every_figure(analysis: Analysis):
    files = csv_files(analysis, Spreadsheet.NONE)
    rows = list(csv.DictReader(StringIO(files["foci-concordance.csv"])))
    assert rows[0]["share"] == "0.25"
    facts = as_json(analysis)["foci"]["foci"]
    assert facts["detection"]["dl"]["sensitivity"]["all"] == {"marked": 2, "lesions": 2}
    assert facts["wafroc"]["dl"] == 1.0
    json_text(facts)


# --- files ----------------------------------------------------------------------------------------


def written(folder: Path, text: str) -> Path:
    path = folder / "rows.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_foci_and_lesions_that_were_written_read_back_the_same(tmp_path: Path):
    assert read_marks(written(tmp_path, marks_csv(MARKS))).rows == tuple(MARKS)
    assert read_lesions(written(tmp_path, lesions_csv(LESIONS))).rows == tuple(LESIONS)


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        (
            "Ito,1,dl,foci,1,2,,4,liver",
            "column z_mm: the cell is empty. Fill in all three, or none",
        ),
        ("Ito,1,dl,foci,1,2,3,,liver", "column confidence: the cell is empty."),
        ("Ito,1,dl,foci,1,2,3,6,liver", 'column confidence: "6" is not a confidence.'),
        ("Ito,1,dl,foci,1,2,99999,4,liver", "is not a place in the patient. Write mm."),
        ("Ito,1,both,foci,1,2,3,4,liver", '"both" is not an arm.'),
    ],
)
def test_a_wrong_focus_is_named_by_line_and_column(tmp_path: Path, line: str, sentence: str):
    head = "reader,case,arm,criterion,x_mm,y_mm,z_mm,confidence,site\n"
    with pytest.raises(StationError, match="line 2") as caught:
        read_marks(written(tmp_path, head + line + "\n"))
    assert sentence in str(caught.value)


def test_a_lesion_of_no_size_is_refused(tmp_path: Path):
    head = "case,lesion,x_mm,y_mm,z_mm,diameter_mm\n"
    with pytest.raises(StationError, match="is not a diameter"):
        read_lesions(written(tmp_path, head + "1,one,1,2,3,0\n"))
