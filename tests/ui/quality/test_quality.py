"""The grade in the window: badges, the panel with its checks, the report and the control chart."""

import csv
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFileDialog,
    QLabel,
    QStyle,
    QStyleOptionViewItem,
    QTableWidget,
    QTreeWidgetItem,
    QWidget,
)
from pytestqt.qtbot import QtBot

from station.app.quality.state import looked_at, measured_at
from station.app.state import READ_VOIS_ACTION, Offer, Slot
from station.archive.quality import Basis, KeptGrade, open_grades
from station.errors import StationError
from station.operations.quality.history import CSV_HEADER
from station.pet.device import Device
from station.pet.image_quality import Check, Status
from station.pet.study import Role
from station.pet.voi import Sphere
from station.quality.checks import Control
from station.quality.control_chart import BASELINE
from station.ui import theme
from station.ui.quality.badge import NARROW_PX, TONE
from station.ui.quality.checks import ChecksTable
from station.ui.quality.control_chart import ControlChart, show_control_chart
from station.ui.viewing.pane_area import Header
from station.ui.viewing.study_browser import SERIES, StudyBrowser
from station.ui.window import ReadingWindow
from tests.made_up import studies
from tests.made_up.graders import BELOW_MM, COV, Checks, Stub, good
from tests.made_up.images import series
from tests.ui.conftest import OpenWindow
from tests.ui.denoise.test_denoising import texts_of
from tests.ui.gestures import CTRL, LEFT, click, drag, pane, press

OpenGraded = Callable[..., ReadingWindow]


@pytest.fixture(autouse=True)
def checks(monkeypatch: pytest.MonkeyPatch) -> Checks:
    stand_in = Checks()
    monkeypatch.setattr("station.operations.quality.grading.check_image", stand_in)
    return stand_in


@pytest.fixture
def open_graded(open_window: OpenWindow, pair_folder: Path) -> OpenGraded:
    """Open the pair in a window that has a grader, with its panel in front."""

    def open_(grader: Stub | None = None, **how: object) -> ReadingWindow:
        window = open_window(pair_folder, grader=grader or Stub(), **how)
        window.show_quality()
        QApplication.processEvents()
        return window

    return open_


def line_of(browser: StudyBrowser, mark: str) -> QTreeWidgetItem:
    return next(
        line
        for line in browser._series_lines()
        if line.data(0, SERIES) and line.text(0).startswith(f"{mark} ")
    )


def rows_of(window: ReadingWindow) -> list[list[str]]:
    return rows_of_table(window.quality_panel.table)


def rows_of_table(table: QTableWidget) -> list[list[str]]:
    return [
        [item.text() for column in range(4) if (item := table.item(row, column))]
        for row in range(table.rowCount())
    ]


def click_on_check(window: ReadingWindow, row: int) -> None:
    table = window.quality_panel.table
    item = table.item(row, 1)
    assert item is not None
    click(table.viewport(), table.visualItemRect(item).center())


def colours(widget: QWidget) -> set[str]:
    image = widget.grab().toImage()
    return {
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
    }


# --- Badges --------------------------------------------------------------------------------------


def test_each_pet_of_the_open_study_has_a_badge(open_graded: OpenGraded) -> None:
    window = open_graded(Stub(grades={studies.DENOISED_MARK: 2}))
    browser = window.browser
    assert (line_of(browser, "C").text(1), line_of(browser, "DL").text(1)) == ("4 Good", "2 Poor")
    assert line_of(browser, "DL").data(1, TONE) == "poor"
    assert "counts cut 62%" in line_of(browser, "DL").toolTip(1)
    assert line_of(browser, "CT").text(1) == ""
    assert {"#2f6b4b", "#7a3b36"} <= colours(browser.tree.viewport())


def test_in_a_narrow_list_a_grade_is_its_number_and_the_series_keeps_its_name(
    open_graded: OpenGraded,
) -> None:
    window = open_graded(Stub(grades={studies.DENOISED_MARK: 2}))
    tree, handle = window.browser.tree, window._splitter.handle(1)
    wide = tree.columnWidth(1)
    drag(handle, LEFT, (theme.px(NARROW_PX) - 20 - window.browser.width(), 0))
    QApplication.processEvents()
    assert window.browser.isVisible()
    assert tree.width() < theme.px(NARROW_PX)
    assert tree.columnWidth(1) < wide / 2
    assert line_of(window.browser, "DL").text(1) == "2 Poor", "as screen readers say it"
    drag(handle, LEFT, (theme.px(NARROW_PX) + 60 - window.browser.width(), 0))
    QApplication.processEvents()
    assert tree.columnWidth(1) == wide


def test_an_image_that_is_not_gradable_says_so_and_why(open_graded: OpenGraded) -> None:
    window = open_graded(Stub(None))
    line = line_of(window.browser, "C")
    assert line.text(1) == "– Not gradable"
    assert "shows no body" in line.toolTip(1)
    assert "shows no body" in texts_of(window.quality_panel)
    assert not window.quality_panel.bars.isVisible()


def test_the_badge_follows_the_work(open_graded: OpenGraded) -> None:
    stub = Stub()
    seen: list[str] = []
    window = open_graded(stub)
    stub.on_call = lambda: seen.append(line_of(window.browser, "C").text(1))
    window.desk.quality.grade_again()
    stub.error = StationError("The memory is used up.")
    window.desk.quality.grade_again()
    assert seen == ["grading…", "grading…"]
    assert line_of(window.browser, "C").text(1) == "not graded"
    assert "The memory is used up." in line_of(window.browser, "C").toolTip(1)
    assert window.quality_panel.verdict.text() == "Not graded"
    assert "The memory is used up." in texts_of(window.quality_panel)


def test_the_series_panel_has_the_badge_too(open_graded: OpenGraded) -> None:
    window = open_graded()
    titles = [window.panel.tabText(n) for n in range(window.panel.count())]
    panel = window.panel.widget(titles.index("Series"))
    told = panel.content._text.toPlainText()  # type: ignore[attr-defined]
    assert "4 Good" in told
    assert told.count("Quality") >= 2


# --- The panel -----------------------------------------------------------------------------------


def test_the_panel_shows_verdict_probabilities_and_what_may_have_gone_wrong(
    open_graded: OpenGraded,
) -> None:
    window = open_graded(Stub(2))
    panel = window.quality_panel
    assert panel.verdict.text() == "2 Poor"
    told = texts_of(panel)
    assert "P(Good) 0.27" in told
    assert "Outlines of organs are not clear" in told
    assert "counts\u00a0cut\u00a062\u00a0%" in told
    assert "was not tested on this one." in told
    assert "weights 55555555" in told
    assert "2: 52%" in panel.bars.accessibleName()
    assert "#b0605a" in colours(panel.bars)


def test_what_failed_stands_first_and_what_was_not_possible_last(open_graded: OpenGraded) -> None:
    window = open_graded()
    assert rows_of(window) == [
        ["✕ fail", "Uptake time", "96 min", "50–70 min"],
        ["✓", "Liver CoV", "9 %", "≤ 15 %"],
        ["–", "Calibration", "not possible", "0.75–1.25"],
    ]
    heading = QTextDocument()
    heading.setHtml(window.quality_panel.checks_heading.text())
    counted = " ".join(heading.toPlainText().split())
    assert counted == "CHECKS ✕ 1 fail ✓ 1 pass – 1 not possible"
    item = window.quality_panel.table.item(0, 1)
    assert item is not None
    assert item.toolTip().splitlines() == [
        "Uptake time: 96 min, fail",
        "96 min after injection.",
        "Limits: 50–70 min",
        "PERCIST",
    ]


EVERY_CHECK = (
    Check("Liver SUVmean", 12.34, "SUVbw", (1.3, 3.0), Status.FAIL, "Zhang", "Said."),
    Check("Liver CoV", 31.21, "%", (None, 15.0), Status.LOOK, "EARL", "Said."),
    Check("Blood pool SUVmean", 1.38, "SUVbw", (0.84, 2.36), Status.PASS, "PERCIST", "Said."),
    Check(
        "Injected activity per weight", 13.7, "MBq/kg", (1.75, 7.0), Status.FAIL, "EANM", "Said."
    ),
    Check("Blood glucose", 12.3, "mmol/L", (4.0, 11.1), Status.LOOK, "EANM", "Said."),
    Check("Voxels without a number", 1234567.0, "voxels", (None, 0.0), Status.FAIL, "Own", "Said."),
    Check("Calibration", 0.852, "of the dose", (0.75, 1.25), Status.PASS, "Own", "Said."),
    Check("PET/CT shift at the diaphragm", 12.51, "mm", (None, 10.0), Status.LOOK, "Own", "Said."),
    Check(
        "Extravasation at an arm", 0.0, "% of the dose", (None, 1.0), Status.PASS, "Own", "Said."
    ),
    Check("Orientation", None, "%", (70.0, None), Status.NOT_POSSIBLE, "Own", "Said."),
)


@pytest.mark.parametrize("size", [(1280, 720), (1600, 1000)])
def test_no_cell_of_the_checks_is_cut(
    open_graded: OpenGraded, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    control = Control(EVERY_CHECK, None, ("liver",))
    monkeypatch.setattr("station.operations.quality.grading.check_image", lambda *_, **__: control)
    table = open_graded(size=size).quality_panel.table
    assert table.rowCount() == len(EVERY_CHECK)
    option = QStyleOptionViewItem()
    table.initViewItemOption(option)
    for row in range(table.rowCount()):
        for column in range(table.columnCount()):
            cell = table.visualRect(table.model().index(row, column))
            option.rect = QRect(0, 0, cell.width(), cell.height())
            needed = table.itemDelegate().sizeHint(option, table.model().index(row, column))
            assert needed.width() <= cell.width(), rows_of_table(table)[row]
            assert needed.height() <= cell.height(), rows_of_table(table)[row]
    last = table.visualRect(table.model().index(table.rowCount() - 1, 0))
    assert last.bottom() <= table.viewport().height()
    assert table.columnViewportPosition(3) + table.columnWidth(3) <= table.viewport().width()


def test_a_name_that_does_not_fit_by_a_hair_stands_in_two_lines(qtbot: QtBot) -> None:
    table = ChecksTable()
    qtbot.addWidget(table)
    table.show()
    table.show_checks(EVERY_CHECK)
    lines = table.fontMetrics()
    kept_free = 2 * (table.style().pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin) + 1)
    seen: set[bool] = set()
    for width in range(280, 420, 3):
        table.resize(width, 700)
        for row, check in enumerate(table.checks):
            one_line = table.rowHeight(row) < 2 * lines.lineSpacing()
            room = table.columnWidth(1) - kept_free
            assert not one_line or lines.horizontalAdvance(check.name) <= room, (width, check.name)
            seen.add(one_line)
    assert seen == {True, False}


def test_a_click_on_a_check_goes_there_in_all_panes(open_graded: OpenGraded) -> None:
    window = open_graded()
    click_on_check(window, 1)
    assert {view.position_mm for view in window.desk.state.views} == {COV.place_mm}
    assert "SD 0.1." in window.quality_panel.detail.text()
    click_on_check(window, 0)
    assert "It has no position to go to." in window.quality_panel.detail.text()
    assert window.desk.state.views[0].position_mm == COV.place_mm


def test_the_checks_are_reached_by_the_keyboard(open_graded: OpenGraded) -> None:
    window = open_graded()
    window.panes.setFocus()
    before = window.desk.state.views[0].position_mm
    press(window, "q")
    table = window.quality_panel.table
    assert QApplication.focusWidget() is table
    assert "96 min after injection" in window.quality_panel.detail.text(), "the first is chosen"
    QTest.keyClick(table, Qt.Key.Key_Down)
    assert window.desk.state.views[0].position_mm == before, "arrows move in the table"
    assert table.currentRow() == 1
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert window.desk.state.views[0].position_mm == COV.place_mm
    assert window.desk.state.maximised is None


def test_the_liver_is_measured_at_the_crosshair_and_put_back(
    open_graded: OpenGraded, checks: Checks
) -> None:
    window = open_graded()
    panel = window.quality_panel
    assert not panel.reset.isEnabled()
    window.desk.workflow.place_crosshair(0, (12.0, 4.0, 150.0))
    click(panel.place)
    assert checks.asked[-1] == ((12.0, 4.0, 150.0), True)
    click(panel.reset)
    assert checks.asked[-1] == (None, True)
    press(window, "z", CTRL)
    assert checks.asked[-1] == ((12.0, 4.0, 150.0), True)


def test_the_check_that_was_chosen_stays_chosen_when_the_sphere_moves(
    open_graded: OpenGraded,
) -> None:
    window = open_graded()
    click_on_check(window, 1)
    window.desk.workflow.place_crosshair(0, (12.0, 4.0, 150.0))
    click(window.quality_panel.place)
    chosen = window.quality_panel.table.chosen_check
    assert chosen is not None
    assert (chosen.name, chosen.place_mm) == ("Liver CoV", (12.0, 4.0, 150.0))
    assert "SD 0.1." in window.quality_panel.detail.text()


def test_the_row_that_is_chosen_by_keys_is_kept_in_sight(open_graded: OpenGraded) -> None:
    window = open_graded(Stub(2), size=(1280, 500))
    panel = window.quality_panel
    press(window, "q")
    for _ in range(2):
        QTest.keyClick(panel.table, Qt.Key.Key_Down)
    item = panel.table.item(2, 1)
    assert item is not None
    box = panel.table.visualItemRect(item)
    middle = panel.table.viewport().mapTo(panel._area.viewport(), box.center())
    assert panel._area.viewport().rect().contains(middle)


def test_where_the_checks_measured_is_drawn_while_they_are_in_front(
    open_graded: OpenGraded, monkeypatch: pytest.MonkeyPatch
) -> None:
    sphere = Sphere((0.0, 0.0, 146.0), 3.0)
    control = Control((COV,), None, ("liver",), sphere)
    monkeypatch.setattr("station.operations.quality.grading.check_image", lambda *_, **__: control)
    window = open_graded()
    window.desk.workflow.place_crosshair(0, sphere.centre_mm)
    state = window.desk.state
    shown = state.series(Slot.DENOISED)
    assert shown is not None
    assert measured_at(state, shown) == (("Liver 3 mL", sphere),), "in the other image too"
    QApplication.processEvents()
    axial = pane(window, 0, "axial")
    with_sphere = axial.grab().toImage()
    window.panel.setCurrentIndex(0)
    QApplication.processEvents()
    assert measured_at(window.desk.state, shown) == ()
    assert axial.grab().toImage() != with_sphere
    window.show_quality()
    assert measured_at(replace(window.desk.state, blinded=True), shown) == ()


def test_the_panel_shows_the_image_of_the_active_column_or_the_one_chosen(
    open_graded: OpenGraded,
) -> None:
    window = open_graded(Stub(grades={studies.DENOISED_MARK: 2}))
    panel = window.quality_panel
    assert panel.verdict.text() == "4 Good"
    click(pane(window, 1, "axial"))
    assert panel.verdict.text() == "2 Poor"
    assert panel.choice.currentText() == studies.DENOISED_MARK
    panel.choice.setCurrentIndex(0)
    panel.choice.activated.emit(0)
    assert panel.verdict.text() == "4 Good"
    shown = looked_at(window.desk.state)
    assert shown is not None
    assert shown.role is Role.CONVENTIONAL


def test_what_drives_the_grade_is_shown_over_the_projection(open_graded: OpenGraded) -> None:
    window = open_graded(Stub(2))
    panel = window.quality_panel
    assert not panel.evidence.isVisible()
    click(panel.drive)
    QApplication.processEvents()
    assert panel.evidence.isVisible()
    places = panel.evidence.places
    assert [places.item(row).text() for row in range(places.count())] == [
        "L 30.0  P 10.0  S 150.0 mm   100%",
        "R 34.0  A 22.0  S 54.0 mm   50%",
    ]
    places.itemClicked.emit(places.item(0))
    assert window.desk.state.views[0].position_mm == pytest.approx(BELOW_MM)
    picture = panel.evidence.picture
    warm = [name for name in colours(picture) if int(name[1:3], 16) > int(name[5:7], 16) + 40]
    assert warm, "there is colour over the grey"
    window.desk.workflow.place_crosshair(0, (0.0, 0.0, 110.0))
    QTest.mouseClick(picture, Qt.MouseButton.LeftButton, pos=picture.rect().center())
    assert window.desk.state.views[0].position_mm != (0.0, 0.0, 110.0)


def test_without_a_study_or_a_grader_the_panel_says_so(
    open_window: OpenWindow, pair_folder: Path
) -> None:
    window = open_window()
    window.show_quality()
    assert "No grader is installed" in texts_of(window.quality_panel)
    window.desk.library.open_paths([pair_folder])
    assert "No grader is installed" in texts_of(window.quality_panel)
    assert line_of(window.browser, "C").text(1) == ""
    assert not window.actions_["quality.again"].isEnabled()
    assert "Train one" in window.actions_["quality.again"].toolTip()


def test_before_a_study_is_open_the_panel_says_what_will_be_there(
    open_window: OpenWindow,
) -> None:
    window = open_window(grader=Stub())
    window.show_quality()
    assert "No study is open. The quality of a PET is graded" in texts_of(window.quality_panel)


def test_automatic_grading_is_switched_off_for_good(
    open_window: OpenWindow, pair_folder: Path
) -> None:
    window = open_window(grader=Stub())
    window.actions_["quality.automatic"].trigger()
    window.close()
    stub = Stub()
    window = open_window(pair_folder, grader=stub)
    assert stub.asked == []
    assert line_of(window.browser, "C").text(1) == "not graded"
    assert "switched off" in line_of(window.browser, "C").toolTip(1)
    window.show_quality()
    click(window.quality_panel.again)
    assert line_of(window.browser, "C").text(1) == "4 Good"


def test_the_report_is_asked_for_and_written(
    open_graded: OpenGraded, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    window = open_graded()
    asked: list[str] = []

    def name(parent: object, title: str, proposed: str, kinds: str) -> tuple[str, str]:
        asked.append(Path(proposed).name)
        return str(tmp_path / "qa.pdf"), kinds

    monkeypatch.setattr(QFileDialog, "getSaveFileName", name)
    click(window.quality_panel.report)
    assert (tmp_path / "qa.pdf").read_bytes().startswith(b"%PDF")
    assert asked == ["SYN1 2024-03-01 QA report.pdf"]
    made = window.desk.state.made
    assert made is not None
    assert "qa.pdf" in made.sentence
    window.actions_["quality.report_anonymous"].trigger()
    assert asked[-1] == "QA report.pdf", "the name of the file names nobody either"


def test_a_wide_window_becomes_960_px_narrow_with_the_quality_in_front(
    open_window: OpenWindow, other_patient: Path
) -> None:
    window = open_window(other_patient, grader=Stub(), size=(1600, 1000))
    window.show_quality()
    notice = "1 file next to the images can be read as VOIs: RT Structure Set."
    window.desk.session.set(notice=notice, offer=Offer(notice, READ_VOIS_ACTION))
    QApplication.processEvents()
    assert window.browser.isVisible()
    window.resize(960, 1000)
    QApplication.processEvents()
    assert window.width() == 960
    assert window.quality_panel.isVisible()
    for header in (one for one in window.findChildren(Header) if one.isVisible()):
        parts = header.findChildren(QAbstractButton) + header.findChildren(QLabel)
        for part in (one for one in parts if one.isVisible()):
            assert header.rect().contains(part.geometry()), "nothing of it is cut"


def test_all_of_the_panel_can_be_reached_in_a_small_window(open_graded: OpenGraded) -> None:
    window = open_graded(Stub(2), size=(1280, 720))
    panel = window.quality_panel
    for button in (panel.place, panel.reset, panel.drive, panel.report, panel.again):
        assert button.isVisible()
        assert button.width() >= button.sizeHint().width()
        bottom = button.mapTo(panel, QPoint(0, button.height())).y()
        assert bottom <= panel.height()


# --- The control chart ---------------------------------------------------------------------------


def fill_history(home: Path, covs: list[float]) -> None:
    """One image every other day."""
    grades = open_grades(home)
    grade = good()
    kept = KeptGrade(grade, (), None, (), None, None, None, datetime(2026, 1, 1, tzinfo=UTC))
    for number, cov in enumerate(covs):
        day = date(2026, 1, 1) + timedelta(days=2 * number)
        scan = replace(series(str(number)), datetime=datetime(day.year, day.month, day.day, 10, 0))
        device = Device("Maker", "Model", "PET1", "7")
        basis = Basis("i", "t", "5" * 64)
        grades.keep(f"1.2.{number}", scan, day, basis, kept, device, "conventional", cov)
    grades.close()


@pytest.fixture
def covs() -> list[float]:
    """Steady, then one far too high."""
    return [*[9.0, 10.0] * (BASELINE // 2), 9.5, 30.0]


def test_the_chart_of_a_scanner_marks_what_is_out_of_control(
    open_window: OpenWindow, station_home: Path, covs: list[float]
) -> None:
    fill_history(station_home, covs)
    window = open_window(grader=Stub())
    page = show_control_chart(window)
    QApplication.processEvents()
    assert page.scanner.currentText() == "Maker Model, serial 7 (PET1)"
    assert "1 break a rule" in page.plots[0].title.text()
    assert "mean 9.50, SD 0.89 of the first 20 of 22" in page.plots[0].title.text()
    assert page.table.rowCount() == len(covs)
    last = page.table.item(0, 6)
    assert last is not None
    assert last.text() == "Liver CoV: rule 1", "the newest first"
    page.plots[0]._on_clicked(None, page.plots[0]._scatter.points()[-1:])
    assert page.selected() is not None
    assert "one value beyond 3 SD" in page.detail.text()
    page.close()


def test_there_are_no_limits_of_too_few_images(open_window: OpenWindow, station_home: Path) -> None:
    fill_history(station_home, [9.0, 10.0, 50.0])
    window = open_window(grader=Stub())
    page = show_control_chart(window)
    assert "3 of the 20 images needed for limits" in page.plots[0].title.text()
    assert "Limits are drawn once there are 20 images" in page.detail.text()
    page.close()


def test_the_limits_begin_anew_after_a_service(
    open_window: OpenWindow, station_home: Path, covs: list[float]
) -> None:
    fill_history(station_home, covs)
    page = show_control_chart(open_window(grader=Stub()))
    page.since.setDate(page.since.date().addDays(2))
    assert "of the first 20 of 21" in page.plots[0].title.text()
    assert page.table.rowCount() == len(covs) - 1
    page.since.setDate(page.since.date().addDays(10))
    assert "16 of the 20 images needed for limits" in page.plots[0].title.text()
    page.close()


def test_a_point_opens_its_study(open_graded: OpenGraded) -> None:
    window = open_graded()
    opened = window.desk.state.study
    assert opened is not None
    page = show_control_chart(window)
    page.table.selectRow(0)
    assert page.opener.isEnabled()
    window.desk.session.set(study=None)
    click(page.opener)
    assert window.desk.state.study is not None
    assert window.desk.state.study.uid == opened.uid
    page.close()


def test_the_history_is_exported_without_names(
    open_graded: OpenGraded, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_graded()
    page = show_control_chart(window)
    file = tmp_path / "history.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
    click(page.export)
    text = file.read_text(encoding="utf-8")
    rows = list(csv.DictReader(text.splitlines()))
    assert tuple(rows[0]) == CSV_HEADER
    assert float(rows[0]["liver_cov_percent"]) == COV.value
    assert rows[0]["verdict"] == "Good"
    assert studies.NAME not in text
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path), ""))
    click(page.export)
    assert "cannot be written" in page.detail.text()
    page.close()


def test_an_empty_history_says_how_it_fills(open_window: OpenWindow) -> None:
    window = open_window(grader=Stub())
    window.actions_["quality.chart"].trigger()
    page = window.findChild(ControlChart)
    assert page is not None
    assert "Open PET studies" in page.nothing.text()
    assert not page.export.isEnabled()
    page.close()
