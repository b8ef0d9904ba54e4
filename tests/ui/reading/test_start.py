"""`station read`: who reads sees a sign-in and images under codes, and never a patient list."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMenu, QMenuBar

from station.app.jobs import InlineExecutor, Jobs
from station.archive.readings import ReaderStudies
from station.operations.reading.sign_in import Purpose
from station.ui.main import NO_DISPLAY
from station.ui.reading.start import ReadingStart, run_reading
from station.ui.window import ReadingWindow
from tests.archive.reader_studies import PASSWORDS, READERS, STUDY, quick
from tests.made_up.blinded import new_studies
from tests.ui.blinded import ENTER, reading_only
from tests.ui.gestures import QTest

ITO = READERS[0]


@pytest.fixture
def studies(station_home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ReaderStudies]:
    quick(monkeypatch)
    made = new_studies(station_home, cases=2)
    yield made
    made.close()


@pytest.fixture
def start(studies: ReaderStudies, station_home: Path, qapp: QApplication) -> Iterator[ReadingStart]:
    with reading_only(station_home, ITO) as made:
        yield made


def windows() -> list[str]:
    return [one.windowTitle() for one in QApplication.topLevelWidgets() if one.isVisible()]


def test_signing_in_is_over_nothing_else(start: ReadingStart) -> None:
    assert windows() == ["Read a study"]
    assert start.dialog.study.currentText() == STUDY
    assert start.dialog.name.text() == ITO
    for kind in (ReadingWindow, QMenuBar, QMenu):
        assert not [one for one in QApplication.allWidgets() if isinstance(one, kind)]


def test_the_reader_goes_from_the_password_to_the_images(start: ReadingStart) -> None:
    QTest.keyClicks(start.dialog.password, PASSWORDS[ITO])
    QTest.keyClick(start.dialog.password, ENTER)
    QApplication.processEvents()
    assert start.screen is not None
    assert windows() == ["Station: reading"]
    start.screen.close()
    QApplication.processEvents()
    assert windows() == []
    assert start.screen is None


def test_a_study_that_is_not_there_is_named(
    studies: ReaderStudies, station_home: Path, qapp: QApplication
) -> None:
    start = ReadingStart(station_home, Purpose.READ, "Another", "", Jobs(InlineExecutor()))
    QApplication.processEvents()
    assert start.dialog.study.count() == 0
    assert start.dialog.problem.text().startswith("There is no reader study “Another”.")
    start.dialog.close()
    start.close()


def test_without_a_display_it_says_so(
    station_home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert run_reading(station_home, Purpose.READ, "", "") == 2
    assert NO_DISPLAY in capsys.readouterr().err
