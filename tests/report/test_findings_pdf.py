"""The report of a study on paper: everything that it is given, on as many pages as it takes."""

from pathlib import Path

import numpy as np
import pytest

from station.errors import StationError
from station.report.findings_pdf import Columns, Report, write_report
from station.report.voi_pdf import KeyImages
from tests.report.pdf_words import pages_of, words_of

PICTURE = np.full((40, 30, 3), 200, np.uint8)
FOOT = "Patient ID 1 · For research, not for diagnosis."


def report(rows: int = 3, images: int = 1, findings: str = "One lesion.") -> Report:
    return Report(
        "PET report",
        (("Patient", "山田 <b>"), ("Read by", "Dr A")),
        ("Conventional: series 4.",),
        findings,
        (
            Columns(
                "Uptake", ("VOI", "SUVmax"), tuple((f"{n} Lesion", "1.00") for n in range(rows))
            ),
            Columns("Drawn", ("What", "Measured"), (), is_text=True),
        ),
        (KeyImages("the MIP", (PICTURE,)),),
        tuple(KeyImages(f"key {n}", (PICTURE, PICTURE)) for n in range(images)),
        Columns("Assumptions of SUV", ("Image", "Input"), (("both", "Weight"),), is_text=True),
        ("MTV counts whole voxels.",),
        FOOT,
    )


def written(folder: Path, of: Report) -> bytes:
    write_report(of, folder / "report.pdf")
    return (folder / "report.pdf").read_bytes()


def test_it_holds_head_technique_findings_tables_pictures_and_assumptions(tmp_path: Path):
    words = words_of(written(tmp_path, report()))
    for expected in (
        "PET report",
        "山田 <b>",
        "Technique",
        "Conventional: series 4.",
        "One lesion.",
        "Uptake",
        "2 Lesion",
        "the MIP",
        "key 0",
        "Assumptions of SUV",
        "MTV counts whole voxels.",
        "page 1",
    ):
        assert expected in words, expected


def test_a_table_without_rows_is_left_out(tmp_path: Path):
    assert "Drawn" not in words_of(written(tmp_path, report()))


def test_it_takes_as_many_pages_as_it_needs_and_every_page_says_whose_it_is(tmp_path: Path):
    content = written(tmp_path, report(rows=150, images=12))
    pages = pages_of(content)
    assert pages > 3
    assert words_of(content).count("For research, not for diagnosis.") == pages
    assert "149 Lesion" in words_of(content)


def test_without_findings_it_says_so(tmp_path: Path):
    assert "None written." in words_of(written(tmp_path, report(findings="")))


@pytest.mark.parametrize("images", [0, 1, 2, 3])
def test_any_number_of_key_images_fits(tmp_path: Path, images: int):
    assert pages_of(written(tmp_path, report(images=images))) >= 1


def test_a_folder_that_is_not_there_is_a_sentence(tmp_path: Path):
    with pytest.raises(StationError, match="Choose another folder"):
        write_report(report(), tmp_path / "absent" / "report.pdf")
