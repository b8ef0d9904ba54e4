"""The status bar: place, both values there, what was left out, and the work under way."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton
from pytestqt.qtbot import QtBot

from station.app.jobs import Job
from station.progress import Report
from station.ui.page import Page
from station.ui.status import SHORT_WORK_MS, StatusBar, values_html
from station.ui.window import ReadingWindow
from tests.made_up import studies
from tests.ui.conftest import OpenWindow
from tests.ui.gestures import click, move, pane, press
from tests.ui.viewing.test_viewport import pixel_of


def words(html: str) -> str:
    """The text that a label shows of its HTML, one blank between words."""
    return " ".join(re.sub(r"<[^>]*>|&nbsp;", " ", html).split())


def status(window: ReadingWindow) -> str:
    bar = window.statusBar()
    assert isinstance(bar, StatusBar)
    return " ".join(words(label.text()) for label in bar.findChildren(QLabel) if label.isVisible())


def test_both_values_at_the_cursor_are_read_out_with_their_difference(
    window: ReadingWindow,
) -> None:
    window.desk.workflow.place_crosshair(0, studies.LESION_MM)
    assert status(window).startswith("L 26.0 A 22.0 S 164.0 mm")
    assert "Conv. 8.00 DL 10.00 SUVbw Δ +2.00 CT 40 HU" in status(window)


def test_the_value_under_the_pointer_comes_before_that_of_the_crosshair(
    window: ReadingWindow,
) -> None:
    window.desk.workflow.place_crosshair(0, (0.0, 0.0, 164.0))
    axial = pane(window, 1, "axial")
    move(axial, pixel_of(axial, studies.LESION_MM))
    assert "Conv. 8.00 DL 10.00" in status(window)
    axial.leaveEvent(None)
    assert "Conv. 1.50 DL 1.50" in status(window)


def test_outside_an_image_there_is_no_value(window: ReadingWindow) -> None:
    text = words(values_html(window.desk.state, (0.0, 0.0, 900.0)))
    assert text == "Conv. — DL — SUVbw CT — HU"


def test_without_suv_values_are_in_the_stored_unit_and_no_difference_is_given(
    open_window: OpenWindow, without_weight: Path
) -> None:
    window = open_window(without_weight)
    window.desk.workflow.place_crosshair(0, studies.LESION_MM)
    bq = studies.LESION_SUV / studies.FACTOR
    assert f"Conv. {bq:,.0f} DL {bq * 1.25:,.0f} Bq/mL" in status(window)
    assert "Δ" not in status(window)


def test_the_reader_is_named(window: ReadingWindow) -> None:
    window.desk.session.set(reader="Dr Reader")
    assert "Reader: Dr Reader" in status(window)


@pytest.mark.parametrize(("files", "says"), [(1, "1 file left out"), (2, "2 files left out")])
def test_files_left_out_are_counted_and_a_click_tells_why(
    open_window: OpenWindow, tmp_path: Path, files: int, says: str
) -> None:
    folder = tmp_path / "study"
    studies.write_conventional(folder)
    for number in range(files):
        (folder / f"note{number}.dcm").write_text("not DICOM")
    window = open_window(folder)
    bar = window.statusBar()
    assert isinstance(bar, StatusBar)
    assert bar.left_out.isVisible()
    assert bar.left_out.text() == says
    click(bar.left_out)
    (page,) = window.findChildren(Page)
    assert page.windowTitle() == "What was opened"
    page.close()


def test_nothing_left_out_nothing_said(window: ReadingWindow) -> None:
    bar = window.statusBar()
    assert isinstance(bar, StatusBar)
    assert not bar.left_out.isVisible()


# --- Work under way ------------------------------------------------------------------------------


class Waiting:
    """An executor that holds its work back until the test lets it go."""

    def __init__(self) -> None:
        self.held: list = []

    def submit(self, function, /) -> None:
        self.held.append(function)


@pytest.fixture
def waiting(window: ReadingWindow, monkeypatch: pytest.MonkeyPatch) -> Waiting:
    executor = Waiting()
    monkeypatch.setattr(window.desk.jobs, "_executor", executor)
    return executor


def start(window: ReadingWindow) -> Job:
    def work(report: Report) -> None:
        report(0.62, "Denoising")

    return window.desk.jobs.start("Denoising", work)


def test_long_work_is_shown_with_its_progress_and_goes_when_it_ends(
    window: ReadingWindow, waiting: Waiting, qtbot: QtBot
) -> None:
    bar = window.statusBar().findChild(QProgressBar)
    assert bar is not None
    job = start(window)
    assert not bar.isVisible(), "work that is soon over would only flicker"
    qtbot.waitUntil(bar.isVisible, timeout=SHORT_WORK_MS * 8)
    job.report(0.62, "Denoising")
    assert bar.value() == 620
    assert "Denoising 62 %" in status(window)
    waiting.held.pop()()
    assert not bar.isVisible()


def test_cancel_asks_the_work_to_stop(
    window: ReadingWindow, waiting: Waiting, qtbot: QtBot
) -> None:
    job = start(window)
    cancel = next(
        one for one in window.statusBar().findChildren(QPushButton) if one.text() == "Cancel"
    )
    qtbot.waitUntil(cancel.isVisible, timeout=SHORT_WORK_MS * 8)
    click(cancel)
    assert job.asked_to_stop
    with qtbot.waitSignal(job.cancelled):
        waiting.held.pop()()


def test_escape_cancels_the_work_before_anything_else(
    window: ReadingWindow, waiting: Waiting
) -> None:
    window.desk.session.set(notice="Read me.")
    job = start(window)
    press(window, Qt.Key.Key_Escape)
    assert job.asked_to_stop
    assert window.desk.state.notice == "Read me."
    waiting.held.pop()()


def test_a_report_that_was_asked_for_is_shown_as_work_and_grading_is_not(
    window: ReadingWindow, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    executor = Waiting()
    jobs = window.desk.quality.jobs
    monkeypatch.setattr(jobs, "_executor", executor)
    bar = window.statusBar().findChild(QProgressBar)
    assert bar is not None

    def work(report: Report) -> None:
        report(0.4, "Writing the report")

    jobs.start("Grading", work)
    assert "Grading" not in status(window)
    job = jobs.start("Writing the report", work, asked=True)
    qtbot.waitUntil(bar.isVisible, timeout=SHORT_WORK_MS * 8)
    job.report(0.4, "Writing the report")
    assert "Writing the report 40 %" in status(window)
    assert window.desk.losses() == "Writing the report is still under way."
    for held in executor.held:
        held()
    assert not bar.isVisible()
    assert window.desk.losses() is None


def test_work_with_a_long_name_makes_no_window_wider(window: ReadingWindow) -> None:
    bar = window.statusBar()
    assert isinstance(bar, StatusBar)
    before = window.minimumSizeHint().width()
    bar._work.show()
    bar._on_progress(0.5, "Projecting " + "OSEM 2i10s + Gaussian " * 10)
    assert window.minimumSizeHint().width() == before


def test_a_window_that_is_made_narrower_takes_the_room_from_the_images(
    window: ReadingWindow,
) -> None:
    list_px, _, panel_px = window._splitter.sizes()
    window.resize(window.width() - 100, window.height())
    assert window._splitter.sizes()[::2] == [list_px, panel_px]
