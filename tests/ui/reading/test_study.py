"""A whole study of two readers and 50 cases through the window, from sign-in to the tables."""

import json
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from statistics import fmean

import pytest
from PySide6.QtWidgets import QApplication
from typer.testing import CliRunner

from station.app.reading.sitting import Page
from station.archive.readings import CoordinatorSitting
from station.cli import app
from station.installed import resource
from station.reading.protocol import Arm, load_protocol
from station.reading.worklist import Key, make_key
from station.ui.reading.screen import ReadingScreen
from station.ui.window import ReadingWindow
from tests.archive.reader_studies import (
    COORDINATOR,
    PASSWORDS,
    READERS,
    SEED,
    STUDY,
    coordinator,
    quick,
)
from tests.made_up.blinded import new_studies
from tests.ui.blinded import ENTER, press
from tests.ui.conftest import OpenWindow
from tests.ui.reading.test_sign_in import ask, sign_in, tidy

pytestmark = pytest.mark.simulated

CASES, PRACTICE = 50, 1
PROTOCOL = load_protocol(resource("protocols", "reader-study.toml"))
CRITERIA = tuple(criterion.id for criterion in PROTOCOL.criteria)
ITO, MORI = READERS

Scores = dict[tuple[str, str, str], int]
"""(reader, image code, criterion) → score"""


@pytest.fixture
def window(
    open_window: OpenWindow, monkeypatch: pytest.MonkeyPatch, station_home: Path
) -> Iterator[ReadingWindow]:
    quick(monkeypatch)
    # Figures take most of the analysis' time, and have tests of their own.
    monkeypatch.setattr("station.report.reading.plots.pictures", lambda analysis: ())
    new_studies(station_home, PROTOCOL, cases=CASES, practice=PRACTICE).close()
    yield open_window(size=(900, 600))
    tidy()


def key() -> Key:
    names = [f"case {number}" for number in range(1, CASES + 1)]
    return make_key(names, [f"practice {number}" for number in range(1, PRACTICE + 1)], SEED)


def scorer(name: str) -> Callable[[str, str], int]:
    """Scores as the paper's: the DL image a point better, readers seldom far apart."""
    chance = Random(name)
    entries, given = key().entries, dict[tuple[str, str], int]()

    def score(image: str, criterion: str) -> int:
        if (image, criterion) not in given:
            entry = entries[image]
            base = 3 + (entry.arm is Arm.DENOISED) + chance.choice((-1, 0, 0, 0, 0, 1))
            far = name == MORI and criterion == "image_noise" and entry.case.endswith("7")
            given[image, criterion] = min(max(base - 2 * far, 1), 5)
        return given[image, criterion]

    return score


def read_as(window: ReadingWindow, name: str, given: Scores) -> None:
    """Sign in, read every case with keys alone, look, sign, close."""
    score = scorer(name)
    sign_in(ask(window, "reading.read"), name)
    screen = screen_of(window)
    reading = screen.reading
    count = 0
    while reading.state.page is Page.READING:
        shown = reading.state.shown
        assert shown is not None
        (image,) = shown.images
        scores = [score(image.folder.name, criterion) for criterion in CRITERIA]
        if not shown.practice:
            given |= {
                (name, image.folder.name, criterion): value
                for criterion, value in zip(CRITERIA, scores, strict=True)
            }
        press(screen, "".join(map(str, scores)))
        if count == 7:
            press(screen, "y", "streaks at the edge", ENTER, ENTER)
        else:
            press(screen, "n", ENTER)
        if reading.state.pause:
            press(screen, ENTER)
        count += 1
        if count == 40:  # to lunch: the program is closed, and it goes on with the next case
            screen.close()
            sign_in(ask(window, "reading.read"), name)
            screen = screen_of(window)
            reading = screen.reading
    assert count == 2 * CASES + PROTOCOL.repeats + 2 * PRACTICE
    sign(screen, [name])


def agree(window: ReadingWindow, agreed: Scores) -> None:
    """Both readers before one screen; they meet in the middle."""
    sign_in(ask(window, "reading.consensus"), ITO)
    screen = screen_of(window)
    while screen.reading.state.page is Page.READING:
        shown = screen.reading.state.shown
        assert shown is not None
        for criterion, scores in shown.scores.items():
            middle = round(fmean(scores.values()))
            agreed["", shown.images[0].folder.name, criterion] = middle
            press(screen, str(middle))
        press(screen, ENTER)
    sign(screen, READERS)


def sign(screen: ReadingScreen, names: "tuple[str, ...] | list[str]") -> None:
    assert screen.reading.state.page is Page.FINISHED
    for name in names:
        screen.finished.passwords[name].setFocus()
        press(screen, PASSWORDS[name])
    press(screen, ENTER)
    assert screen.finished.heading.text() == "Signed"
    screen.close()


def screen_of(window: ReadingWindow) -> ReadingScreen:
    assert isinstance(window.reading_screen, ReadingScreen)
    return window.reading_screen


def test_a_study_of_two_readers_and_fifty_cases_from_the_keys_to_the_tables(
    window: ReadingWindow, station_home: Path, tmp_path: Path
) -> None:
    given: Scores = {}
    agreed: Scores = {}
    for name in READERS:
        read_as(window, name, given)
    assert len(given) == 2 * 2 * CASES * len(CRITERIA)
    agree(window, agreed)
    assert agreed
    QApplication.processEvents()

    from station.archive.readings import open_reader_studies

    studies = open_reader_studies(station_home)
    session: CoordinatorSitting = coordinator(studies)
    progress = session.progress()
    assert [reader.signed for reader in progress.readers] == [True, True]
    assert progress.consensus_signed
    session.lock(PASSWORDS[COORDINATOR])
    readings = coordinator(studies).locked_readings()
    assert len([one for one in readings if not one.consensus]) == 2 * (2 * CASES + 5)
    assert all(one.viewing.window_suv == PROTOCOL.window_suv for one in readings)
    assert all(one.viewing.zoom for one in readings)
    assert {
        (one.image, criterion): score
        for one in readings
        if one.consensus
        for criterion, score in one.scores.items()
    } == {(image, criterion): score for (_, image, criterion), score in agreed.items()}
    assert [one.artifact for one in readings if one.artifact] == ["streaks at the edge"] * 2
    assert studies.verify().broken is None
    studies.close()

    out = tmp_path / "tables"
    options = ["reading", "analyse", "--study", STUDY, "--out", str(out), "--resamples", "200"]
    env = {"STATION_PASSWORD": PASSWORDS[COORDINATOR]}
    result = CliRunner().invoke(app, options, env=env)
    assert result.exit_code == 0, result.output
    found = json.loads((out / "analysis.json").read_text(encoding="utf-8"))
    entries = key().entries
    for criterion in CRITERIA:
        by_arm: dict[Arm, list[int]] = defaultdict(list)
        for (_, image, asked), score in given.items():
            if asked == criterion:
                by_arm[entries[image].arm].append(score)
        for arm in Arm:
            mean = found["criteria"][criterion][arm.value]["mean"]
            assert mean == pytest.approx(fmean(by_arm[arm]), abs=1e-6)
        assert found["criteria"][criterion]["t"]["df"] == CASES - 1
    assert {"tables.html", "tables.pdf", "analysis.R"} <= {path.name for path in out.iterdir()}
