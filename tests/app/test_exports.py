"""What exported files are called, and that none goes among the images that are open."""

from dataclasses import replace
from pathlib import Path

import pytest

from station.app.exports import default_folder, export_name, target_refusal
from station.app.state import Made
from tests.app.conftest import Program, Start


@pytest.fixture
def reading(start: Start, pair: Path) -> Program:
    program = start()
    program.open(pair)
    return program


def test_a_file_is_named_by_patient_date_and_kind(reading: Program) -> None:
    assert export_name(reading.state, "VOIs", ".csv") == "SYN1 2024-03-01 VOIs.csv"


def test_without_patient_data_neither_code_nor_date_is_in_the_name(reading: Program) -> None:
    assert export_name(reading.state, "key image", ".png", anonymous=True) == "key image.png"


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("../../etc", "-..-etc 2024-03-01 VOIs.csv"),
        ('a/b\\c:"d"', "a-b-c--d- 2024-03-01 VOIs.csv"),
        ("line\nbreak", "line-break 2024-03-01 VOIs.csv"),
        ("", "no ID 2024-03-01 VOIs.csv"),
        ("患者7", "患者7 2024-03-01 VOIs.csv"),
    ],
)
def test_a_nasty_code_makes_a_harmless_name(reading: Program, code: str, name: str) -> None:
    study = reading.state.study
    assert study is not None
    other = replace(study, patient=replace(study.patient, id=code))
    assert export_name(replace(reading.state, study=other), "VOIs", ".csv") == name


def test_the_last_export_folder_is_offered_unless_it_holds_the_opened_data(
    reading: Program, tmp_path: Path
) -> None:
    exports, documents = tmp_path / "exports", tmp_path / "documents"
    for folder in (exports, documents):
        folder.mkdir()
    state = reading.state
    assert default_folder(state, str(exports), documents) == exports
    assert default_folder(state, "", documents) == documents
    assert default_folder(state, str(tmp_path / "gone"), documents) == documents
    opened = Path(_paths(reading)[0]).parent
    assert default_folder(state, str(opened), documents) == documents


def test_nothing_is_written_among_the_opened_images(reading: Program, tmp_path: Path) -> None:
    opened = Path(_paths(reading)[0]).parent
    refusal = target_refusal(reading.state, opened / "vois.csv")
    assert refusal is not None
    assert refusal.startswith(f"{opened} holds the images that are open")
    assert target_refusal(reading.state, tmp_path / "elsewhere" / "vois.csv") is None


def _paths(program: Program) -> list[str]:
    study = program.state.study
    assert study is not None
    return [path for one in study.series if one.slices for path in one.slices.paths]


def test_open_opens_what_a_desktop_shows_else_the_folder(tmp_path: Path) -> None:
    assert Made("Wrote it", tmp_path / "page.pdf").opens == tmp_path / "page.pdf"
    assert Made("Wrote it", tmp_path / "report.dcm").opens == tmp_path
    assert Made("Saved it", tmp_path).opens == tmp_path
