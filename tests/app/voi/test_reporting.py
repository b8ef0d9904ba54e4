"""The report of what is open: what the program puts into it."""

import re
from pathlib import Path

import pytest

from station.app.state import Plane, Slot, Tool
from station.pet.growing import GrowthRule
from tests.app.conftest import Program, Start
from tests.made_up import studies
from tests.report.pdf_words import pages_of, words_of

LESION_MM = studies.LESION_MM


@pytest.fixture
def reading(start: Start, pair: Path) -> Program:
    program = start()
    program.open(pair)
    return program


def report(program: Program, folder: Path) -> bytes:
    program.exporting.write("report", folder / "report.pdf", named=True)
    assert program.failures == []
    return (folder / "report.pdf").read_bytes()


def test_the_report_names_the_patient_and_holds_findings_volumes_rules_and_drawings(
    reading: Program, tmp_path: Path
):
    reading.workflow.vois.set_growth_rule(GrowthRule.OF_MAX_50)
    reading.workflow.grow_lesion(Slot.CONVENTIONAL, LESION_MM)
    x, y, z = LESION_MM
    reading.workflow.vois.take(Tool.DISTANCE)
    reading.workflow.drawing.draw(LESION_MM, (x + 30, y + 40, z), 2)
    reading.workflow.vois.take(Tool.ELLIPSE)
    reading.workflow.drawing.draw(LESION_MM, (x + 20, y + 20, z), 2)
    reading.session.set(findings="Focal uptake in a rib.")
    content = report(reading, tmp_path)
    words = words_of(content)
    study = reading.state.study
    assert study is not None
    for expected in (
        study.patient.name,
        study.patient.id,
        "Dr A",
        "Focal uptake in a rib.",
        "1 Lesion 1",
        "50 %",
        "MTV",
        "Distance 1",
        "50.0 mm",
        "Ellipse 1",
        "HU",
        "Assumptions of SUV",
        "Weight",
        "Maximum intensity projections",
    ):
        assert expected in words, expected
    assert content.count(b"/Subtype /Image") >= 4, "two MIPs and a key image in both"
    assert pages_of(content) >= 2


def test_a_report_without_any_voi_holds_the_findings(reading: Program, tmp_path: Path):
    reading.session.set(findings="No lesion.")
    words = words_of(report(reading, tmp_path))
    assert "No lesion." in words
    assert "Volumes" not in words


def test_every_caution_of_the_numbers_is_in_the_report(reading: Program, tmp_path: Path):
    reading.workflow.vois.take(Tool.BRUSH)
    reading.workflow.paint(Slot.CONVENTIONAL, Plane.AXIAL, [LESION_MM])
    reading.workflow.grow_lesion(Slot.CONVENTIONAL, LESION_MM)
    words = words_of(report(reading, tmp_path))
    assert "Lesion 1: Corrected by hand" in words


def test_the_inputs_of_suv_are_written_as_people_write_them(reading: Program, tmp_path: Path):
    words = words_of(report(reading, tmp_path))
    assert "F-18" in words
    assert "^18^" not in words
    assert not re.search(r"\d{4}-\d\d-\d\dT", words)
