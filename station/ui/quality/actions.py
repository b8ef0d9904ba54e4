"""The menu Quality: the grade of the image looked at, its report, and a scanner's history."""

from station.app.exports import export_name
from station.app.language import marked, tr, translated
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
from station.ui.action import Entry, Screen, ask_target


def _ask_report(screen: Screen, patient_data: bool = True) -> None:
    """Ask for a file, then write the report of the image looked at."""
    state = screen.desk.state
    refusal = result_refusal(state)
    if refusal is not None or looked_at(state) is None or state.study is None:
        screen.desk.session.set(notice=refusal or tr("No study is open."))
        return
    name = export_name(state, tr("QA report"), ".pdf", anonymous=not patient_data)
    path = ask_target(screen, tr("Save the PET QA report"), name, tr("PDF (*.pdf)"))
    if path is not None:
        screen.desk.quality.write_report(path, patient_data=patient_data)


def _show_chart(screen: Screen) -> None:
    from station.ui.quality.control_chart import show_control_chart

    show_control_chart(screen)


def _not_blinded(state: State) -> str | None:
    return translated(BLINDED) if state.blinded else None


QUALITY_TABLE: tuple[Entry, ...] = (
    Entry(
        "quality.panel",
        marked("Quality"),
        marked("Grade and checks"),
        lambda screen: screen.show_quality(),
        ("Q",),
        _not_blinded,
    ),
    Entry(
        "quality.again",
        marked("Quality"),
        marked("Grade again"),
        lambda screen: screen.desk.quality.grade_again(),
        (),
        grade_refusal,
    ),
    Entry(
        "quality.evidence",
        marked("Quality"),
        marked("Show what drives the grade"),
        lambda screen: screen.desk.quality.show_evidence(),
        (),
        evidence_refusal,
    ),
    Entry(
        "quality.liver",
        marked("Quality"),
        marked("Place liver sphere at the crosshair"),
        lambda screen: screen.desk.quality.place_liver(),
        ("Ctrl+L",),
        liver_refusal,
        separated=True,
    ),
    Entry(
        "quality.liver_reset",
        marked("Quality"),
        marked("Put the liver sphere back"),
        lambda screen: screen.desk.quality.reset_liver(),
        (),
        liver_reset_refusal,
    ),
    Entry(
        "quality.report",
        marked("Quality"),
        marked("Report…"),
        _ask_report,
        (),
        result_refusal,
        separated=True,
    ),
    Entry(
        "quality.report_anonymous",
        marked("Quality"),
        marked("Report without patient data…"),
        lambda screen: _ask_report(screen, patient_data=False),
        (),
        result_refusal,
    ),
    Entry(
        "quality.chart",
        marked("Quality"),
        marked("Control chart…"),
        _show_chart,
        (),
        _not_blinded,
        separated=True,
    ),
    Entry(
        "quality.automatic",
        marked("Quality"),
        marked("Grade when a study is opened"),
        lambda screen: screen.desk.quality.toggle_automatic(),
        (),
        _not_blinded,
        lambda state: state.automatic_grading,
        separated=True,
    ),
)
