"""Foci marked in the blinded image, under real keys and a real mouse, up to the analysis."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint
from PySide6.QtWidgets import QApplication

from station.app.state import Plane
from station.archive.readings import ReaderStudies
from station.operations.reading.analysis import source_of_study, summary, write_analysis
from station.pet.loaded import as_point
from station.reading.foci import LesionRow
from station.reading.marks import marks_of, question_id
from station.reading.protocol import Arm, MarksCriterion
from station.reading.readings import Question
from station.reading.worklist import Side
from station.report.reading.rows import lesions_csv
from station.ui.reading.form import MarksCard
from station.ui.reading.screen import ReadingScreen
from tests.archive.reader_studies import (
    COORDINATOR,
    PASSWORDS,
    READERS,
    coordinator,
    quick,
    reader,
)
from tests.made_up.blinded import LESION, PROTOCOL, SPACING_MM, new_studies
from tests.ui import gestures
from tests.ui.blinded import ENTER, press, show, texts

FOCI = MarksCriterion(
    "foci",
    "Foci",
    ("surely normal", "probably normal", "unclear", "probably disease", "surely disease"),
    ("liver", "bone"),
)
MARKED = replace(PROTOCOL, criteria=PROTOCOL.criteria[:1], marks=(FOCI,))
QUESTION = Question(Side.ONLY, question_id("foci"))
AWAY = QPoint(25, 25)
"""From the middle of the picture"""


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    quick(monkeypatch)


@pytest.fixture
def studies(station_home: Path) -> Iterator[ReaderStudies]:
    """Two cases in both arms, one image at a time; foci are marked."""
    made = new_studies(station_home, MARKED, cases=2)
    yield made
    made.close()


@pytest.fixture
def screen(qapp: QApplication, studies: ReaderStudies) -> Iterator[ReadingScreen]:
    made = show(reader(studies))
    yield made
    made._on_close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def card(screen: ReadingScreen) -> MarksCard:
    found = screen.form.cards[0]
    assert isinstance(found, MarksCard)
    return found


def marked(screen: ReadingScreen) -> list[tuple[int, str]]:
    """Confidence and site of each focus."""
    text = screen.reading.marks(QUESTION)
    return [(mark.confidence, mark.site) for mark in marks_of(text)]


def click(screen: ReadingScreen, away: QPoint | None = None) -> None:
    """In the axial picture, at its middle or away from it."""
    pane = screen.images.columns[0].slices[Plane.AXIAL]
    gestures.click(pane, pane.rect().center() + (away or QPoint(0, 0)))


def choose(screen: ReadingScreen, number: int, site: str) -> None:
    box = card(screen).sites[QUESTION][number]
    box.setCurrentText(site)
    box.textActivated.emit(site)


def test_a_click_and_a_digit_mark_a_focus_with_its_confidence(screen: ReadingScreen):
    click(screen)
    press(screen, "4")
    click(screen, AWAY)
    press(screen, "2")
    assert marked(screen) == [(4, ""), (2, "")]
    assert screen.reading.state.focus == QUESTION, "more foci can follow"
    press(screen, "5")
    assert marked(screen) == [(4, ""), (5, "")], "the same place again is the same focus"


def test_a_focus_needs_its_site_before_the_case_can_be_confirmed(screen: ReadingScreen):
    click(screen)
    press(screen, "4")
    assert "Foci" in screen.form.missing.text()
    choose(screen, 0, "bone")
    assert marked(screen) == [(4, "bone")]
    assert "Foci" not in screen.form.missing.text()


def test_nought_says_that_there_is_none_and_goes_on(screen: ReadingScreen):
    press(screen, "0")
    assert card(screen).nothing[QUESTION].chosen
    assert screen.reading.state.focus == Question(Side.ONLY, "tumor_delineation")
    press(screen, "3", "n", ENTER)
    (own,) = reader_of(screen).own()
    assert own.reading.marks() == {"marks.foci": ()}


def test_a_mark_is_removed_by_its_button_and_nought_does_not_remove_any(screen: ReadingScreen):
    click(screen)
    press(screen, "4", "0")
    assert marked(screen) == [(4, "")]
    card(screen).removes[QUESTION][0].click()
    assert marked(screen) == []


def test_marks_survive_a_look_away_and_are_drawn_in_their_slice_alone(screen: ReadingScreen):
    pane = screen.images.columns[0].slices[Plane.AXIAL]
    screen.reading.workflow.toggle("crosshair_shown", "Crosshair")
    before = pane.grab().toImage()
    click(screen)
    press(screen, "4")
    assert pane.grab().toImage() != before
    screen.images.step(1)
    elsewhere = pane.grab().toImage()
    screen.reading.remove_mark(QUESTION, 0)
    assert pane.grab().toImage() == elsewhere, "12 mm away nothing is drawn"


def test_no_measuring_tool_is_there(screen: ReadingScreen):
    click(screen)
    press(screen, "4", "v")
    assert not screen.reading.workflow.state.vois
    said = " ".join(texts(screen))
    assert "SUVmax" not in said
    assert "VOI" not in said


def reader_of(screen: ReadingScreen):
    return screen.reading.sitting


@pytest.mark.simulated
def test_two_readers_marks_come_to_the_analysis(
    qapp: QApplication, studies: ReaderStudies, tmp_path: Path
):
    """The second reader sees the lesion in the DL image alone."""
    lesion = None
    for name in READERS:
        screen = show(reader(studies, name))
        while screen.reading.state.shown is not None:
            image = screen.reading.workflow.pet_image()
            assert image is not None
            place = as_point(image.volume.geometry.to_patient(LESION))
            lesion = place
            bright = float(image.volume.voxels[LESION]) > 7
            if name == READERS[0] or bright:
                screen.reading.workflow.place_crosshair(0, place)
                press(screen, "5" if bright else "3")
                choose(screen, 0, "liver")
            else:
                press(screen, "0")
            screen.reading.focus_on(Question(Side.ONLY, "tumor_delineation"))
            press(screen, "4" if bright else "3", "n", ENTER)
        screen.reading.sign({name: PASSWORDS[name]})
        screen._on_close()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    coordinator(studies).lock(PASSWORDS[COORDINATOR])
    assert lesion is not None
    truth = tmp_path / "truth.csv"
    cases = [f"case {number}" for number in (1, 2)]
    truth.write_text(
        lesions_csv([LesionRow(case, "one", lesion, 2 * SPACING_MM[0]) for case in cases]),
        encoding="utf-8",
    )
    source = source_of_study(coordinator(studies), lesions=truth)
    written = write_analysis(source, tmp_path / "out", 200)
    found = written.analysis.foci["foci"]
    all_ = found.concordance["all"]
    assert (all_.both, all_.only_conventional, all_.only_dl) == (2, 0, 2)
    assert found.detection is not None
    assert found.detection[Arm.CONVENTIONAL].sensitivity["all"] == (2, 4)
    assert found.detection[Arm.DENOISED].sensitivity["all"] == (4, 4)
    assert "foci: 2 foci in both arms, 0 only in Conventional, 2 only in DL" in summary(
        written.analysis
    )
    rows = (tmp_path / "out/data/foci.csv").read_text(encoding="utf-8").splitlines()
    assert len(rows) == 1 + 8, "six foci, and two readings without any"
