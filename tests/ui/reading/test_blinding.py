"""Nothing on a blinded reader's screen, beside it or behind it tells what an image is."""

import logging
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QTableWidget, QWidget

from station.app.jobs import InlineExecutor, Job, Jobs
from station.app.reading.sitting import Page
from station.app.reading.workflow import BlindReading
from station.archive.readings import ReaderStudies
from station.dicom.leaks import METHOD_WORDS, Words, check_copies
from station.errors import ArchiveError
from station.pet.loaded import LoadedImage
from station.reading.protocol import Arm, Presentation
from station.reading.worklist import Key, make_key
from station.ui.reading.form import Choice
from station.ui.reading.screen import ReadingScreen
from station.ui.viewing.canvas import image_marks
from station.ui.viewing.viewport import Pane
from station.ui.window import ReadingWindow
from tests.archive.reader_studies import (
    COORDINATOR,
    PASSWORDS,
    READERS,
    SEED,
    STUDY,
    quick,
    reader,
    signed,
)
from tests.made_up import studies as pairs
from tests.made_up.blinded import PROTOCOL, new_studies
from tests.ui.blinded import ENTER, ESCAPE, press, texts
from tests.ui.conftest import OpenWindow
from tests.ui.gestures import enter
from tests.ui.reading.test_sign_in import ask, sign_in, tidy

ITO, MORI = READERS
METHODS = replace(PROTOCOL, name="Conventional and DL-denoised PET")
WORDS = Words(
    patient=frozenset({"Doe", "Jane", "SYN1", "2024-03-01", "20240301", "Nowhere", "case 1"}),
    method=METHOD_WORDS | {"denoising", "research", "synthetic", "deep-learning", "noise-free"},
)
CASES = 3
SPOKEN = (
    QAccessible.Text.Name,
    QAccessible.Text.Description,
    QAccessible.Text.Value,
    QAccessible.Text.Help,
)
NUMBER = re.compile(r"-?[\d.]+ ?%?")
"""Progress; positions and sizes of nothing are not told"""


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    quick(monkeypatch)


@pytest.fixture
def studies(station_home: Path) -> Iterator[ReaderStudies]:
    """A study whose name and protocol speak of the methods, as real ones do."""
    made = new_studies(station_home, METHODS, cases=CASES, practice=1)
    yield made
    made.close()


@pytest.fixture
def window(
    studies: ReaderStudies, open_window: OpenWindow, pair_folder: Path
) -> Iterator[ReadingWindow]:
    """The program as a reader leaves it: the study of a patient is open, with its DL image."""
    window = open_window(pair_folder)
    yield window
    tidy()


class Ear:
    """Hears everything that jobs say of themselves."""

    def __init__(self, jobs: Jobs) -> None:
        self.said: list[str] = []
        jobs.started.connect(self._on_started)

    def _on_started(self, job: Job) -> None:
        self.said += [job.name, str(job.key)]
        job.progressed.connect(lambda fraction, message: self.said.append(message))


def everything(screen: ReadingScreen) -> list[str]:
    """All that the screen, the window list and a screen reader can tell now."""
    told = list(texts(screen))
    for top in QApplication.topLevelWidgets():
        if top.isVisible():
            told.append(top.windowTitle())
            told += [] if top is screen else list(texts(top))
    for widget in screen.findChildren(QWidget):
        spoken = QAccessible.queryAccessibleInterface(widget)
        if spoken and spoken.isValid():
            told += [spoken.text(kind) for kind in SPOKEN]
        if isinstance(widget, QTableWidget):
            for row in range(widget.rowCount()):
                items = [widget.item(row, column) for column in range(widget.columnCount())]
                told += [part for item in items if item for part in (item.text(), item.toolTip())]
        if isinstance(widget, Pane):
            content, image = widget.content, widget.image
            if content is not None and image is not None:
                told += widget._caption_lines(content, image)
                told += image_marks(content, image, widget.state)
    for image in screen.reading.workflow.state.images.values():
        told += header_texts(image)
    return [text for text in told if text]


def header_texts(value: object) -> Iterator[str]:
    """Every text in an image's facts, however deep."""
    if isinstance(value, Enum):
        return
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple | list):
        for one in value:
            yield from header_texts(one)
    elif is_dataclass(value):
        for field in fields(value):
            yield from header_texts(getattr(value, field.name))


def leaks(told: list[str]) -> list[str]:
    return [f"{text!r}: {found}" for text in told if (found := WORDS.found(text))]


def key() -> Key:
    """What the codes of the study stand for; the reader has no such thing."""
    return make_key([f"case {n}" for n in range(1, CASES + 1)], ["practice 1"], SEED)


def image_codes(station_home: Path) -> set[str]:
    return {path.name for path in (station_home / "images").iterdir()}


@pytest.mark.simulated
def test_no_page_of_a_whole_reading_says_a_word_of_arm_patient_or_method(
    window: ReadingWindow,
    studies: ReaderStudies,
    station_home: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.DEBUG)
    for name in ("matplotlib", "PIL"):
        logging.getLogger(name).setLevel(logging.WARNING)
    folders = image_codes(station_home)
    main_jobs = Ear(window.desk.jobs)
    apart = Jobs(InlineExecutor())
    jobs = Ear(apart)
    monkeypatch.setattr(window.desk.jobs, "apart", lambda: apart)
    sign_in(ask(window, "reading.read"), ITO)
    screen = window.reading_screen
    assert isinstance(screen, ReadingScreen)
    seen: dict[str, list[str]] = {}

    def look(page: str) -> None:
        QApplication.processEvents()
        told = everything(screen)
        assert len(told) > 10, "the walk sees the screen"
        assert leaks(told) == [], page
        shown = [text for text in told if any(folder in text for folder in folders)]
        assert shown == [], f"{page}: the folder of an image tells when it is shown twice"
        assert MORI not in "".join(told), page
        seen[page] = told

    look("practice")
    for _ in range(2):
        press(screen, "433", "n", ENTER)
    look("practice is over")
    press(screen, ENTER)
    look("a case")
    press(screen, "4")
    enter(screen.form.cards[1].findChildren(Choice)[4])
    look("half scored")
    press(screen, "33", "y", "streaks", ENTER)
    look("an artifact")
    press(screen, ESCAPE)
    look("paused")
    press(screen, ENTER)
    for plane in "csa":
        press(screen, plane)
        look(f"plane {plane}")
    session = screen.reading.sitting

    def gone(*_: object) -> None:
        raise ArchiveError("The disk with the archive is full. Free some space and try again.")

    with monkeypatch.context() as patch:
        patch.setattr(session, "answer", gone)
        screen.reading.focus_on(screen.reading.state.stops[0])
        press(screen, "2")
        look("not stored")
    screen.reading.retry()
    press(screen, ENTER)
    damaged = [path / "0001.dcm" for path in (station_home / "images").iterdir()]
    whole = {path: path.read_bytes() for path in damaged}
    for path in damaged:
        path.write_bytes(b"damaged")
    screen.reading._ready.clear()
    screen.reading.begin()
    stopped: object = screen.reading.state.page
    assert stopped is Page.STOPPED
    look("an image that cannot be read")
    for path, content in whole.items():
        path.write_bytes(content)
    screen.reading.begin()
    while screen.reading.state.page is Page.READING:
        press(screen, "433", "n", ENTER)
    look("finished")
    screen.finished.table.selectRow(2)
    screen.finished.open.click()
    look("a revision")
    press(screen, ESCAPE)
    screen.finished.passwords[ITO].setText(PASSWORDS[ITO])
    screen.finished.sign.click()
    look("signed")
    screen.close()
    assert len(seen) == 14

    told = [record.getMessage() for record in caplog.records if record.name != "asyncio"]
    told += [name for name in jobs.said if "_Load" not in name]
    assert leaks(told) == []
    assert jobs.said
    assert not [text for text in jobs.said + told if any(folder in text for folder in folders)]
    assert not [text for text in main_jobs.said if any(folder in text for folder in folders)]


def test_the_consensus_is_blinded_too(studies: ReaderStudies, station_home: Path) -> None:
    signed(studies, ITO)
    signed(studies, MORI, lambda image, criterion: 5)
    session = studies.sign_in_for_consensus(STUDY, ITO, PASSWORDS[ITO])
    screen = ReadingScreen(BlindReading(session, Jobs(InlineExecutor())))
    screen.show()
    screen.reading.begin()
    told = everything(screen)
    assert leaks(told) == []
    assert {ITO, MORI} <= set(told)
    assert COORDINATOR not in "".join(told)
    assert not [text for text in told if any(f in text for f in image_codes(station_home))]
    screen.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.mark.parametrize("presentation", list(Presentation))
def test_the_screens_of_both_arms_differ_in_nothing_but_code_and_number(
    station_home: Path, presentation: Presentation
) -> None:
    """Everything a case's screen tells, with code and number taken out, is the same for all."""
    studies = new_studies(
        station_home, replace(METHODS, presentation=presentation), cases=CASES, practice=1
    )
    session = reader(studies)
    screen = ReadingScreen(BlindReading(session, Jobs(InlineExecutor())))
    screen.resize(1000, 640)
    screen.show()
    screen.reading.begin()
    told: dict[tuple[Arm, ...], set[frozenset[tuple[str, int]]]] = {}
    while screen.reading.state.page is Page.READING:
        QApplication.processEvents()
        shown = screen.reading.state.shown
        assert shown is not None
        arms = tuple(key().entries[image.folder.name].arm for image in shown.images)
        if not shown.practice:
            plain = Counter(
                text.replace(shown.code, "CODE").replace(screen.form.count.text(), "NUMBER")
                for text in everything(screen)
                if not NUMBER.fullmatch(text)
            )
            told.setdefault(arms, set()).add(frozenset(plain.items()))
        press(screen, "333333" if presentation is Presentation.PAIRED else "333")
        press(screen, *("nn" if presentation is Presentation.PAIRED else "n"), ENTER)
        screen.reading.go_on()
    assert len(told) == 2, "images of both arms, or both sides, were shown"
    assert len(set.union(*told.values())) == 1
    screen.close()
    studies.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_files_and_headers_of_the_images_hold_no_word_and_nothing_that_tells_the_arms_apart(
    studies: ReaderStudies, station_home: Path
) -> None:
    check = check_copies(station_home / "images", key(), WORDS)
    assert check.findings == ()
    assert check.images == 2 * (CASES + 1)
    names = [
        path.relative_to(station_home / "images").as_posix()
        for path in (station_home / "images").rglob("*")
    ]
    assert leaks(names) == []


@pytest.mark.parametrize(
    "plant",
    [
        lambda screen: screen.setWindowTitle("Doe, Jane · Station"),
        lambda screen: screen.form.count.setToolTip("DL-denoised"),
        lambda screen: screen.form.confirm.setAccessibleName("confirm conventional"),
        lambda screen: screen.images.setStatusTip("OSEM + Gaussian"),
        lambda screen: screen.addAction("Change map of the DL image"),
        lambda screen: screen.footer.keys.setText("filtered"),
        lambda screen: plant_description(screen, "OSEM DLR (RESEARCH)"),
    ],
)
def test_the_walk_finds_what_is_planted(studies: ReaderStudies, plant: object) -> None:
    screen = ReadingScreen(BlindReading(reader(studies), Jobs(InlineExecutor())))
    screen.show()
    screen.reading.begin()
    assert leaks(everything(screen)) == []
    plant(screen)  # type: ignore[operator]
    assert leaks(everything(screen)) != []
    screen.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def plant_description(screen: ReadingScreen, words: str) -> None:
    """An image that kept what its header says."""
    session = screen.reading.workflow.session
    (name, image), *_ = session.state.images.items()
    told: LoadedImage = replace(image, series=replace(image.series, description=words))
    session.set(images=session.state.images.with_(name, told))


def test_the_open_study_of_a_patient_is_neither_listed_nor_seen_meanwhile(
    window: ReadingWindow,
) -> None:
    assert pairs.NAME in window.windowTitle()
    sign_in(ask(window, "reading.read"), ITO)
    titles = [w.windowTitle() for w in QApplication.topLevelWidgets() if w.isVisible()]
    assert titles == ["Station: reading"]
    assert window.reading_screen is not None
    window.reading_screen.close()
    assert window.isVisible()
