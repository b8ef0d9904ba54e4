"""While images are read blinded nothing tells the quality that the program has graded them with."""

import logging
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from station.archive.quality import open_grades
from station.archive.readings import ReaderStudies
from station.ui.reading.screen import ReadingScreen
from station.ui.window import ReadingWindow
from tests.archive.reader_studies import READERS, quick
from tests.made_up import studies as pairs
from tests.made_up.blinded import PROTOCOL, new_studies
from tests.made_up.graders import Checks, Stub
from tests.ui.blinded import ENTER, ESCAPE, press, texts
from tests.ui.conftest import OpenWindow
from tests.ui.gestures import CTRL
from tests.ui.reading.test_blinding import Ear, everything
from tests.ui.reading.test_sign_in import ask, sign_in, tidy

ITO = READERS[0]
TELLING = (
    "4 good",
    "2 poor",
    "gradable",
    "grading",
    "graded",
    "grade",
    "p(good)",
    "liver cov",
    "uptake time",
    "counts cut",
    "control chart",
    "liver sphere",
    "stub",
    "55555555",
)
"""Words of the badge, the panel, the checks, the actions and the weights"""


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    quick(monkeypatch)
    monkeypatch.setattr("station.operations.quality.grading.check_image", Checks())


@pytest.fixture
def stub() -> Stub:
    """Tells the two arms of a patient apart."""
    return Stub(grades={pairs.DENOISED_MARK: 2})


@pytest.fixture
def studies(station_home: Path) -> Iterator[ReaderStudies]:
    protocol = replace(PROTOCOL, name="Study 1")
    made = new_studies(station_home, protocol, cases=2, practice=0)
    yield made
    made.close()


@pytest.fixture
def window(
    studies: ReaderStudies, open_window: OpenWindow, pair_folder: Path, stub: Stub
) -> Iterator[ReadingWindow]:
    """A patient's study is open and graded, its panel in front, when the reading begins."""
    window = open_window(pair_folder, grader=stub)
    window.show_quality()
    QApplication.processEvents()
    assert {"4 Good", "2 Poor"} <= {
        line.text(1) for line in window.browser._series_lines() if line.text(1)
    }
    yield window
    tidy()


def begin(window: ReadingWindow) -> ReadingScreen:
    sign_in(ask(window, "reading.read"), ITO)
    screen = window.reading_screen
    assert isinstance(screen, ReadingScreen)
    QApplication.processEvents()
    return screen


def telling(told: list[str]) -> list[str]:
    return [text for text in told if any(word in text.casefold() for word in TELLING)]


def test_the_reader_s_screen_says_nothing_of_grades(
    window: ReadingWindow, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    screen = begin(window)
    ears = [Ear(window.desk.jobs), Ear(window.desk.quality._jobs)]
    seen = 0
    while screen.reading.state.page.value == "reading":
        QApplication.processEvents()
        told = everything(screen)
        assert len(told) > 10, "the walk sees the screen"
        assert telling(told) == []
        seen += 1
        press(screen, "433", "n", ENTER)
    assert seen >= 2
    assert telling(everything(screen)) == []
    press(screen, ESCAPE)
    screen.close()
    assert [word for ear in ears for word in ear.said] == [], "nothing was done behind it"
    assert telling([record.getMessage() for record in caplog.records]) == []


def test_the_walk_would_find_a_grade(window: ReadingWindow) -> None:
    screen = begin(window)
    assert telling(everything(screen)) == []
    screen.form.count.setToolTip("2 Poor")
    assert telling(everything(screen)) == ["2 Poor", "2 Poor"], "seen and heard"
    screen.close()


def test_no_key_of_the_quality_works_on_the_reader_s_screen(window: ReadingWindow) -> None:
    before = window.desk.state
    screen = begin(window)
    QTest.keyClick(screen, Qt.Key.Key_Q)
    QTest.keyClick(screen, Qt.Key.Key_L, CTRL)
    QApplication.processEvents()
    visible = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
    assert visible == [screen]
    assert window.desk.state.liver_places is before.liver_places
    texts_of_actions = [action.text() for action in screen.actions()]
    assert telling(texts_of_actions) == []
    assert telling([*texts(screen)]) == []
    screen.close()


def test_what_was_under_way_waits_until_the_reading_is_over(
    window: ReadingWindow, stub: Stub
) -> None:
    asked = len(stub.asked)
    screen = begin(window)
    window.desk.quality.grade_again()
    assert len(stub.asked) == asked
    screen.close()
    assert len(stub.asked) == asked + 1


def test_what_is_kept_names_no_code_of_a_blinded_image(
    window: ReadingWindow, station_home: Path
) -> None:
    begin(window).close()
    codes = {path.name for path in (station_home / "images").iterdir()}
    grades = open_grades(station_home)
    told = repr(grades.history())
    grades.close()
    assert codes
    assert not [code for code in codes if code in told]
