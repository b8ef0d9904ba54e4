"""The menu Quality: the grade of the image looked at, its report, and a scanner's history."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from station.app.quality.state import (
    BLINDED,
    evidence_refusal,
    grade_refusal,
    liver_refusal,
    liver_reset_refusal,
    looked_at,
    result_refusal,
)
from station.app.state import State
from station.ui.action import Entry

if TYPE_CHECKING:
    from station.ui.window import ReadingWindow


def ask_quality_report(window: "ReadingWindow", patient_data: bool = True) -> None:
    """Ask for a file, then write the report of the image looked at."""
    state = window.session.state
    refusal = result_refusal(state)
    series = looked_at(state)
    if refusal is not None or series is None or state.study is None:
        window.session.set(notice=refusal or "No study is open.")
        return
    day = state.study.date.isoformat() if state.study.date else "no date"
    name = f"QA report {state.study.patient.id} {day}.pdf" if patient_data else "QA report.pdf"
    name = "".join("-" if letter in '/\\:*?"<>|' else letter for letter in name)
    folder = Path(window.settings.text("folder"))
    file, _ = QFileDialog.getSaveFileName(
        window, "Save the PET QA report", str(folder / name), "PDF (*.pdf)"
    )
    if file:
        window.settings.remember({"folder": str(Path(file).parent)})
        window.quality.write_report(Path(file), patient_data=patient_data)


def _show_chart(window: "ReadingWindow") -> None:
    from station.ui.quality.control_chart import show_control_chart

    show_control_chart(window)


def _not_blinded(state: State) -> str | None:
    return BLINDED if state.blinded else None


QUALITY_TABLE: tuple[Entry, ...] = (
    Entry(
        "quality.panel",
        "Quality",
        "Grade and checks",
        lambda window: window.show_quality(),
        ("Q",),
        _not_blinded,
    ),
    Entry(
        "quality.again",
        "Quality",
        "Grade again",
        lambda window: window.quality.grade_again(),
        (),
        grade_refusal,
    ),
    Entry(
        "quality.evidence",
        "Quality",
        "Show what drives the grade",
        lambda window: window.quality.show_evidence(),
        (),
        evidence_refusal,
    ),
    Entry(
        "quality.liver",
        "Quality",
        "Place liver sphere at the crosshair",
        lambda window: window.quality.place_liver(),
        ("Ctrl+L",),
        liver_refusal,
        separated=True,
    ),
    Entry(
        "quality.liver_reset",
        "Quality",
        "Put the liver sphere back",
        lambda window: window.quality.reset_liver(),
        (),
        liver_reset_refusal,
    ),
    Entry(
        "quality.report",
        "Quality",
        "Report…",
        ask_quality_report,
        (),
        result_refusal,
        separated=True,
    ),
    Entry(
        "quality.report_anonymous",
        "Quality",
        "Report without patient data…",
        lambda window: ask_quality_report(window, patient_data=False),
        (),
        result_refusal,
    ),
    Entry(
        "quality.chart",
        "Quality",
        "Control chart…",
        _show_chart,
        (),
        _not_blinded,
        separated=True,
    ),
    Entry(
        "quality.automatic",
        "Quality",
        "Grade when a study is opened",
        lambda window: window.quality.toggle_automatic(),
        (),
        _not_blinded,
        lambda state: state.automatic_grading,
        separated=True,
    ),
)
