"""File › Batch results: the table of a finished batch, from which studies are opened."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from station.ui.batch.results import BatchResults
from station.ui.window import ReadingWindow
from tests.batch.finished import finished
from tests.made_up import studies
from tests.ui.conftest import OpenWindow

SUMMARY = "summary.html"


@pytest.fixture(scope="module")
def results_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two studies that were measured, and one that could not be. Read only."""
    folder = tmp_path_factory.mktemp("batch")
    for number, name in enumerate(("1.50", "B", "C")):
        place = folder / "in" / name
        modality_without_pet = number == 2
        if modality_without_pet:
            studies.write_ct(place, study=name)
        else:
            studies.write_pet(place, "WB AC", 4.0 + number, study=name, PatientID=name)
    sphere = [*studies.LESION_MM, 0.5]
    options = {"sphere": [sphere], "mask": {}, "peak": "global"}
    return finished(folder / "in", folder / "out", "measure", options)


@pytest.fixture
def page(
    open_window: OpenWindow, results_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> BatchResults:
    window = open_window()
    return show(window, results_folder, monkeypatch)


def show(window: ReadingWindow, folder: Path, monkeypatch: pytest.MonkeyPatch) -> BatchResults:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    window.actions_["file.batch"].trigger()
    QApplication.processEvents()
    (page,) = [page for page in window.findChildren(BatchResults) if page.isVisible()]
    return page


def cells(page: BatchResults) -> list[list[str]]:
    model = page.table.model()
    return [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def column(page: BatchResults, heading: str) -> list[str]:
    model = page.table.model()
    headings = [
        model.headerData(number, Qt.Orientation.Horizontal) for number in range(model.columnCount())
    ]
    return [row[headings.index(heading)] for row in cells(page)]


def test_each_voi_of_a_finished_batch_is_a_row(page: BatchResults) -> None:
    assert sorted(
        zip(column(page, "Patient"), column(page, "State"), column(page, "SUVmax"), strict=True)
    ) == [
        ("1.50", "done", "4"),
        ("B", "done", "5"),
        ("SYN1", "failed", ""),
    ]
    assert page.counts.text() == "station batch measure: 3 studies, 2 done, 1 failed"


def test_what_was_not_done_comes_first(page: BatchResults) -> None:
    assert column(page, "State") == ["failed", "done", "done"]


def test_a_row_opens_its_study(page: BatchResults) -> None:
    row = column(page, "Patient").index("B")
    page.table.selectRow(row)
    page.opener.click()
    state = page._screen.desk.state
    assert state.study is not None
    assert state.study.patient.id == "B"


def test_enter_opens_the_study_of_the_row_and_presses_no_button(
    page: BatchResults, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    page.table.setFocus()
    page.table.selectRow(column(page, "Patient").index("B"))
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    state = page._screen.desk.state
    assert state.study is not None
    assert state.study.patient.id == "B"
    assert opened == []
    assert page.isVisible()


def test_a_row_says_why_its_study_failed(page: BatchResults) -> None:
    page.table.selectRow(column(page, "State").index("failed"))
    assert "There is no PET series" in page.detail.text()


def test_a_study_whose_files_are_gone_is_not_opened(
    page: BatchResults, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.table.selectRow(column(page, "Patient").index("B"))
    monkeypatch.setattr(Path, "exists", lambda _: False)
    page.opener.click()
    assert page._screen.desk.state.notice == (
        "The files of patient B are no longer where the batch found them. Open their folder."
    )


def test_numbers_are_sorted_as_numbers_and_what_is_searched_stays(page: BatchResults) -> None:
    page.table.sortByColumn(page._model.names.index("suv_max"), Qt.SortOrder.DescendingOrder)
    assert column(page, "SUVmax") == ["", "5", "4"]
    page.search.setText("1.50")
    assert column(page, "Patient") == ["1.50"]


def test_the_summary_is_opened_in_the_browser(
    page: BatchResults, results_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    page.page_opener.click()
    assert opened == [str(results_folder / SUMMARY)]


def test_a_folder_without_results_is_refused_with_a_sentence(
    open_window: OpenWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    window.actions_["file.batch"].trigger()
    assert "has no results of a batch: summary.csv is missing" in window.desk.state.notice
    assert window.findChildren(BatchResults) == []
