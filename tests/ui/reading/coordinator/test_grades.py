"""The coordinator's page on the QA grade, by clicks and keys."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableView
from pytestqt.qtbot import QtBot

from station.app.jobs import Executor, InlineExecutor, Jobs
from station.app.reading.coordination import Coordination
from station.archive.readings import ReaderStudies, open_reader_studies
from station.operations.reading.grades import BEFORE_SOURCES, GradedNow
from station.progress import Report
from station.reading.protocol import Arm
from station.ui.reading.coordinator.grades import COMPARING, HIDDEN
from station.ui.reading.coordinator.view import CoordinatorView
from tests.archive.reader_studies import (
    PROTOCOL,
    coordinator,
    made,
    new_study,
    quick,
    source_of,
)
from tests.made_up.held import Held
from tests.made_up.read_studies import GRADES, keep_grades, locked_home, read_and_locked
from tests.ui.reading.coordinator.test_coordinator import click, shown_texts

SIZES = ((1600, 1000), (1280, 720))
CASES = len(GRADES)
OVERALL_SECOND = replace(
    PROTOCOL,
    criteria=(
        PROTOCOL.criteria[1],
        replace(PROTOCOL.criteria[0], id="overall_image_quality", name="Overall image quality"),
    ),
)
TELLING = ("poor", "good", "bbbbbb", "1.2.840", "not gradable", "kappa", "spearman")


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    quick(monkeypatch)


Make = Callable[..., ReaderStudies]


@pytest.fixture(scope="module")
def read_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return locked_home(tmp_path_factory.mktemp("read"), OVERALL_SECOND, GRADES)


@pytest.fixture
def make(station_home: Path, tmp_path: Path, read_home: Path) -> Iterator[Make]:
    """A graded study of eight cases; locked, unless asked otherwise."""
    opened: list[ReaderStudies] = []

    def make_(*, lock: bool = True, older: bool = False) -> ReaderStudies:
        if lock and not older:
            shutil.copytree(read_home, station_home)
            studies = open_reader_studies(station_home)
        else:
            study = new_study(tmp_path / "images", OVERALL_SECOND, cases=CASES, older=older)
            keep_grades(station_home, GRADES)
            studies = made(station_home, study)
            if lock:
                read_and_locked(study, studies)
        opened.append(studies)
        return studies

    yield make_
    for studies in opened:
        studies.close()


@pytest.fixture
def open_view(qtbot: QtBot) -> Iterator[Callable[..., CoordinatorView]]:
    views: list[CoordinatorView] = []

    def open_(studies: ReaderStudies, executor: Executor | None = None) -> CoordinatorView:
        jobs = Jobs(executor or InlineExecutor())
        view = CoordinatorView(Coordination(coordinator(studies), jobs))
        views.append(view)
        with qtbot.waitExposed(view):
            view.show()
        view.coordination.begin()
        return view

    yield open_
    for view in views:
        view.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def cells(table: QTableView, row: int) -> list[str]:
    model = table.model()
    return [str(model.index(row, column).data()) for column in range(model.columnCount())]


def telling(view: CoordinatorView) -> list[str]:
    """Words that tell something of grades or sources, anywhere in the view and its tables."""
    told = [shown_texts(view)]
    for table in view.findChildren(QTableView):
        model = table.model()
        told += [text for row in range(model.rowCount()) for text in cells(table, row)]
        told += [
            str(model.headerData(column, Qt.Orientation.Horizontal))
            for column in range(model.columnCount())
        ]
    whole = "\n".join(told).casefold()
    return [word for word in TELLING if word in whole]


def test_before_the_lock_the_page_says_that_the_grade_is_hidden_and_shows_nothing(
    make: Make, open_view: Callable[..., CoordinatorView]
) -> None:
    view = open_view(make(lock=False))
    view.tabs.setCurrentWidget(view.grades)
    QTest.keyClick(view, Qt.Key.Key_F5)
    assert view.grades.empty.isVisible()
    assert view.grades.empty.text() == HIDDEN
    assert not view.grades.grade.isVisible()
    assert telling(view) == []


def test_after_the_lock_it_shows_each_arm_and_reader_overall_quality_first(
    make: Make, open_view: Callable[..., CoordinatorView]
) -> None:
    view = open_view(make())
    assert view.coordination.state.compared is None, "nobody has looked"
    view.tabs.setCurrentWidget(view.grades)
    page = view.grades
    names = [page.criterion.itemText(index) for index in range(page.criterion.count())]
    assert names == ["Overall image quality", "Noise"]
    rows = [cells(page.lines, row) for row in range(7)]
    assert {"bbbbbb", "kappa", "poor"} <= set(telling(view)), "the walk sees what is there"
    assert [row[0] for row in rows] == ["Conventional", "", "", "DL", "Both", "", ""]
    assert rows[0][1:3] == ["Readers' median", "7 of 8"]
    assert all("(" in figure for figure in rows[0][3:])
    assert rows[3][3] == "None graded: 8 not graded by design."
    assert page.lines.columnSpan(3, 3) == 4
    assert page.lines.columnSpan(2, 3) == 1
    assert page.words.text().startswith("Graded by Net 2, weights bbbbbbbbbbbb.")
    assert "do not ask the same question" in page.scales.text()


def test_a_row_shows_its_cross_table_and_the_images_that_are_not_compared_stand_beside_it(
    make: Make, open_view: Callable[..., CoordinatorView]
) -> None:
    view = open_view(make())
    view.tabs.setCurrentWidget(view.grades)
    page = view.grades
    assert page.cross.title.text() == "GRADE BY SCORE: 7 IMAGES, CONVENTIONAL, READERS' MEDIAN"
    assert cells(page.cross.table, 1) == ["Grade 2", "0", "1", "1", "0", "0", "2"]
    page.lines.setFocus()
    QTest.keyClick(page.lines, Qt.Key.Key_Down)
    assert page.cross.title.text() == "GRADE BY SCORE: 7 IMAGES, CONVENTIONAL, DR. ITO"
    for _ in range(2):
        QTest.keyClick(page.lines, Qt.Key.Key_Down)
    assert page.cross.title.text() == "GRADE BY SCORE: DL"
    assert cells(page.cross.table, 1)[-1] == "0"
    assert page.left_out.title.text() == "NOT COMPARED: 9 OF 16 IMAGES"
    left = [cells(page.left_out.table, row) for row in range(2)]
    assert [row[:2] for row in left] == [["DL", "8"], ["Conventional", "1"]]
    assert left[1][2:] == ["The liver is not in view.", "case 8"]


def test_another_criterion_is_chosen_and_stays_when_it_is_compared_again(
    make: Make, open_view: Callable[..., CoordinatorView], station_home: Path
) -> None:
    view = open_view(make())
    view.tabs.setCurrentWidget(view.grades)
    page = view.grades
    QTest.keyClick(page.criterion, Qt.Key.Key_Down)
    page.lines.selectRow(1)
    keep_grades(station_home, {8: 4})
    QTest.keyClick(view, Qt.Key.Key_F5)
    assert page.criterion.currentText() == "Noise"
    assert cells(page.lines, 0)[2] == "8 of 8"
    assert page.lines.currentIndex().row() == 1


def test_while_it_is_compared_the_page_says_so_and_other_pages_work(
    make: Make, open_view: Callable[..., CoordinatorView]
) -> None:
    held = Held()
    view = open_view(make(), held)
    held.run_all()
    view.tabs.setCurrentWidget(view.grades)
    assert view.grades.empty.text() == COMPARING
    view.tabs.setCurrentWidget(view.history)
    held.run_all()
    view.tabs.setCurrentWidget(view.grades)
    assert view.grades.lines.isVisible()


def test_a_study_prepared_earlier_says_why_it_cannot_be_compared(
    make: Make, open_view: Callable[..., CoordinatorView]
) -> None:
    view = open_view(make(older=True))
    view.tabs.setCurrentWidget(view.grades)
    assert view.grades.empty.text() == BEFORE_SOURCES


def test_when_it_is_unlocked_nothing_of_it_is_left(
    make: Make, open_view: Callable[..., CoordinatorView]
) -> None:
    studies = make()
    view = open_view(studies)
    view.tabs.setCurrentWidget(view.grades)
    assert view.grades.lines.isVisible()
    coordinator(studies).unlock("one image is missing")
    QTest.keyClick(view, Qt.Key.Key_F5)
    assert view.grades.empty.text() == HIDDEN
    assert telling(view) == []


def test_missing_grades_are_made_by_a_button_and_can_be_cancelled(
    make: Make,
    open_view: Callable[..., CoordinatorView],
    station_home: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    held = Held()
    view = open_view(make(), held)
    held.run_all()
    view.tabs.setCurrentWidget(view.grades)
    held.run_all()
    compared = view.coordination.state.compared
    assert compared is not None
    assert not view.grades.grade.isVisible(), "the library holds none of the series"

    def grade(home: Path, wanted: object, load: object, report: Report) -> GradedNow:
        keep_grades(home, {8: 4})
        return GradedNow(1, 0, ())

    monkeypatch.setattr("station.operations.reading.grades.grade_missing", grade)
    source = source_of("case 8", Arm.CONVENTIONAL)
    view.coordination._set(compared=replace(compared, to_grade=(source,)))
    assert view.grades.grade.text() == "Grade 1 image"
    click(view.grades.grade)
    assert view.foot.cancel.isVisible()
    assert not view.grades.grade.isEnabled()
    click(view.foot.cancel)
    held.run_all()
    assert cells(view.grades.lines, 0)[2] == "7 of 8"
    view.coordination._set(compared=replace(compared, to_grade=(source,)))
    click(view.grades.grade)
    held.run_all()
    assert view.strip.words.text() == "1 graded."
    assert cells(view.grades.lines, 0)[2] == "8 of 8"


def test_without_a_network_the_button_says_why(
    make: Make, open_view: Callable[..., CoordinatorView]
) -> None:
    view = open_view(make())
    view.tabs.setCurrentWidget(view.grades)
    compared = view.coordination.state.compared
    assert compared is not None
    source = source_of("case 8", Arm.CONVENTIONAL)
    view.coordination._set(
        compared=replace(compared, to_grade=(source,), grader_problem="No grader is installed.")
    )
    assert view.grades.grade.isVisible()
    assert not view.grades.grade.isEnabled()
    assert view.grades.grade.toolTip() == "No grader is installed."


@pytest.mark.parametrize("size", SIZES)
def test_nothing_of_it_is_cut_off_at_the_usual_sizes(
    make: Make, open_view: Callable[..., CoordinatorView], size: tuple[int, int]
) -> None:
    view = open_view(make())
    view.tabs.setCurrentWidget(view.grades)
    view.resize(*size)
    QApplication.processEvents()
    assert (view.width(), view.height()) == size
    page = view.grades
    assert not page.lines.horizontalScrollBar().isVisible()
    assert not page.lines.verticalScrollBar().isVisible()
    assert not page.cross.table.verticalScrollBar().isVisible()
    model = page.lines.model()
    metrics = page.lines.fontMetrics()
    for row in range(model.rowCount()):
        for column in range(model.columnCount()):
            text = str(model.index(row, column).data() or "")
            room = page.lines.visualRect(model.index(row, column)).width()
            assert metrics.horizontalAdvance(text) < room, text
    for label in (page.words, page.scales):
        assert label.height() >= label.heightForWidth(label.width())
