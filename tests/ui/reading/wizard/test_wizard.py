"""The wizard for a new reader study: what it asks, what it refuses, how it ends."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from station.app.jobs import Jobs
from station.dicom import deidentify
from station.operations.reading.candidates import Candidate
from station.operations.reading.prepare import study_names
from station.reading.protocol import StudyRole
from station.ui.reading.wizard.cases import Use
from station.ui.reading.wizard.wizard import NewStudyWizard, show_new_study
from station.ui.window import ReadingWindow
from tests.archive.reader_studies import quick
from tests.made_up import reading_cases
from tests.made_up.held import Held
from tests.made_up.reading_cases import PASSWORDS, PEOPLE, STUDY
from tests.ui.conftest import OpenWindow
from tests.ui.keyboard import nameless, unreached

Open = Callable[..., NewStudyWizard]


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    quick(monkeypatch)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with three studies that can be cases and one without a DL image. Read only."""
    folder = tmp_path_factory.mktemp("made")
    reading_cases.write_conventional(folder / "data" / "lone", 3)
    reading_cases.archive_of(folder / "home", folder / "data", 3)
    return folder


@pytest.fixture
def offered(station_home: Path, made: Path) -> tuple[Candidate, ...]:
    """The four, in the archive of this test."""
    return reading_cases.copied_archive(station_home, made / "home")


@pytest.fixture
def wizard(open_window: OpenWindow, offered: tuple[Candidate, ...]) -> NewStudyWizard:
    return show_new_study(open_window())


def missing(wizard: NewStudyWizard) -> str:
    return wizard.missing.text()


def title(wizard: NewStudyWizard) -> str:
    return wizard.findChildren(QLabel, "emptytitle")[0].text()


def press(wizard: NewStudyWizard, button: QPushButton) -> None:
    assert button.isVisible()
    assert button.isEnabled(), missing(wizard)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=QPoint(10, 10))


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def name_it(wizard: NewStudyWizard, tmp_path: Path, **protocol: str) -> None:
    wizard.protocol.use(reading_cases.protocol(tmp_path, **protocol))
    QTest.keyClicks(wizard.protocol.name, STUDY)


def rows(wizard: NewStudyWizard) -> dict[str, int]:
    return {one.patient_name: row for row, one in enumerate(wizard.cases.model.rows)}


def choose(wizard: NewStudyWizard, name: str, key: Qt.Key) -> None:
    wizard.cases.select(rows(wizard)[name])
    QTest.keyClick(wizard.cases.table, key)


def choose_cases(wizard: NewStudyWizard) -> None:
    choose(wizard, "Garcia, Luis", Qt.Key.Key_Space)
    choose(wizard, "Doe, Jane", Qt.Key.Key_Space)
    choose(wizard, "Ito, Ken", Qt.Key.Key_P)


def name_people(wizard: NewStudyWizard) -> None:
    page = wizard.people
    for row, person in zip((page.coordinator, *page.readers), PEOPLE, strict=True):
        QTest.keyClicks(row.name, person.name)
        QTest.keyClicks(row.password, person.password)
        QTest.keyClicks(row.again, person.password)


def to_cases(wizard: NewStudyWizard) -> None:
    """From the protocol, past planning, which nobody has to fill in."""
    press(wizard, wizard.next)
    assert title(wizard) == "Planning"
    press(wizard, wizard.next)


def to_summary(wizard: NewStudyWizard, tmp_path: Path) -> None:
    name_it(wizard, tmp_path)
    to_cases(wizard)
    choose_cases(wizard)
    press(wizard, wizard.next)
    name_people(wizard)
    press(wizard, wizard.next)
    assert title(wizard) == "Summary"


# --- From end to end ----------------------------------------------------------------------------


@pytest.mark.simulated
def test_a_study_is_prepared_from_the_first_page_to_the_verdict(
    wizard: NewStudyWizard, tmp_path: Path, station_home: Path
):
    to_summary(wizard, tmp_path)
    summary = wizard.summary.text.toPlainText()
    for words in (STUDY, "2, 4 images", "4 images, 0 of them repeats", "Dr. Mori reader"):
        assert words in summary
    assert not any(password in summary for password in PASSWORDS.values())
    press(wizard, wizard.next)
    assert wizard.end.heading.text() == "The study is ready to be read"
    assert wizard.end.verdict.text().startswith("Leak check passed: 6 images, 144 files and ")
    assert "Reading ▸ Read a study" in wizard.end.details.toPlainText()
    assert study_names(station_home) == (STUDY,)
    assert not wizard.back.isVisible()
    press(wizard, wizard.next)
    assert not wizard.isVisible()


def test_it_goes_by_keys_alone(wizard: NewStudyWizard, tmp_path: Path, station_home: Path):
    wizard.protocol.use(reading_cases.protocol(tmp_path))
    QTest.keyClicks(focused(), STUDY)
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert focused() is wizard.planning.fields["effect"]
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert focused() is wizard.cases.table
    QTest.keyClick(focused(), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(focused(), Qt.Key.Key_Space)
    assert len(wizard.cases.cases) == 3
    QTest.keyClick(wizard, Qt.Key.Key_Return)
    for person in PEOPLE:
        for text in (person.name, person.password, person.password):
            field = focused()
            assert isinstance(field, QLineEdit)
            QTest.keyClicks(field, text)
            QTest.keyClick(field, Qt.Key.Key_Tab)
    assert focused() is wizard.people.add
    QTest.keyClick(wizard, Qt.Key.Key_Return)
    assert title(wizard) == "Summary"
    QTest.keyClick(wizard, Qt.Key.Key_Return)
    assert study_names(station_home) == (STUDY,)


def test_a_leak_is_told_and_one_can_go_back(
    wizard: NewStudyWizard, tmp_path: Path, station_home: Path, monkeypatch: pytest.MonkeyPatch
):
    kept = deidentify._common

    def careless(volume: object, code: str, slope: float) -> object:
        image = kept(volume, code, slope)  # type: ignore[arg-type]
        image.SeriesDescription = "OSEM"
        return image

    monkeypatch.setattr(deidentify, "_common", careless)
    to_summary(wizard, tmp_path)
    press(wizard, wizard.next)
    assert wizard.end.heading.text() == "The study was not started"
    assert "The leak check found one thing" in wizard.end.verdict.text()
    assert "Series Description (0008,103E)" in wizard.end.details.toPlainText()
    assert study_names(station_home) == ()
    monkeypatch.undo()
    quick(monkeypatch)
    press(wizard, wizard.back)
    press(wizard, wizard.next)
    assert wizard.end.heading.text() == "The study is ready to be read"


# --- Protocol -----------------------------------------------------------------------------------


def test_the_protocol_is_shown_in_words(wizard: NewStudyWizard):
    text = wizard.protocol.preview.toPlainText()
    for words in (
        "one image at a time",
        "at least 10 others between two images of one patient",
        "Tumor delineation",
        "lesion cannot be confirmed",
        "no perceivable noise",
        "Our words",
    ):
        assert words in text


def test_the_mistakes_of_an_own_protocol_are_shown_with_their_lines(
    wizard: NewStudyWizard, tmp_path: Path
):
    path = reading_cases.protocol(tmp_path, presentation='"both"', large_difference="9")
    QTest.keyClicks(wizard.protocol.name, STUDY)
    wizard.protocol.use(path)
    text = wizard.protocol.preview.toPlainText()
    assert "2 mistakes in protocol.toml" in text
    assert 'Line 13: presentation is "both". Write presentation = "single" or "paired".' in text
    assert not wizard.next.isEnabled()
    assert missing(wizard).startswith("The protocol has mistakes.")
    reading_cases.protocol(tmp_path)
    wizard.protocol.use(path)  # corrected, and chosen again
    assert wizard.next.isEnabled()


def test_a_study_needs_a_name_that_is_new(wizard: NewStudyWizard, tmp_path: Path):
    assert not wizard.next.isEnabled()
    assert missing(wizard) == "Give the study a name."
    to_summary(wizard, tmp_path)
    press(wizard, wizard.next)
    window = wizard.parent()
    assert isinstance(window, ReadingWindow)
    second = show_new_study(window)
    name_it(second, tmp_path)
    assert not second.next.isEnabled()
    assert "exists already" in missing(second)


# --- Cases --------------------------------------------------------------------------------------


@pytest.fixture
def at_cases(wizard: NewStudyWizard, tmp_path: Path) -> NewStudyWizard:
    name_it(wizard, tmp_path)
    to_cases(wizard)
    return wizard


def test_a_study_that_cannot_be_a_case_says_why_and_is_not_chosen(at_cases: NewStudyWizard):
    choose(at_cases, "Rossi, Carla", Qt.Key.Key_Space)
    assert at_cases.cases.cases == ()
    assert at_cases.cases.why.text() == (
        "Rossi, Carla cannot be a case. It has no DL image. Denoise it and save the DL series, or "
        "open one."
    )
    assert "none was chosen" in missing(at_cases)


def test_keys_choose_and_take_back(at_cases: NewStudyWizard):
    choose_cases(at_cases)
    page = at_cases.cases
    assert [one.candidate.patient_name for one in page.cases] == ["Garcia, Luis", "Doe, Jane"]
    assert [one.candidate.patient_name for one in page.practised] == ["Ito, Ken"]
    assert page.counts.text() == "2 cases · 1 for practice · 3 of 4 shown can be chosen"
    choose(at_cases, "Doe, Jane", Qt.Key.Key_Space)  # again takes it back
    choose(at_cases, "Ito, Ken", Qt.Key.Key_Delete)
    assert [one.candidate.patient_name for one in page.cases] == ["Garcia, Luis"]
    assert page.practised == ()


def test_the_search_narrows_the_table_and_keeps_what_is_chosen(at_cases: NewStudyWizard):
    choose_cases(at_cases)
    QTest.keyClicks(at_cases.cases.search, "ito hosp")
    assert list(rows(at_cases)) == ["Ito, Ken"]
    assert len(at_cases.cases.cases) == 2
    QTest.keyClicks(at_cases.cases.search, " nowhere")
    assert at_cases.cases.waiting.isVisible()
    assert "No study matches" in at_cases.cases.waiting.text()
    at_cases.cases.search.clear()
    assert len(rows(at_cases)) == 4


def test_all_that_are_shown_become_cases_at_once(at_cases: NewStudyWizard):
    press(at_cases, at_cases.cases.all)
    assert len(at_cases.cases.cases) == 3


def test_of_several_pairs_one_is_chosen(
    open_window: OpenWindow, station_home: Path, tmp_path: Path
):
    reading_cases.archive_of(station_home, tmp_path / "data", 1)
    reading_cases.write_dl(tmp_path / "more", 0, name="CNN DLR", SeriesNumber=6)
    reading_cases.remember(station_home, tmp_path / "more")
    wizard = show_new_study(open_window())
    name_it(wizard, tmp_path)
    to_cases(wizard)
    choose(wizard, "Garcia, Luis", Qt.Key.Key_Space)
    page = wizard.cases
    assert page.pairs.isVisible()
    assert page.pairs.count() == 2
    first = page.cases[0].pair
    page.pairs.setCurrentIndex(1)
    page.pairs.activated.emit(1)
    assert page.cases[0].pair != first
    assert page.model.use_of(page.cases[0].candidate) is Use.CASE


def test_too_few_cases_for_the_protocol_are_said(wizard: NewStudyWizard, tmp_path: Path):
    name_it(wizard, tmp_path, washout_cases="10")
    to_cases(wizard)
    choose(wizard, "Garcia, Luis", Qt.Key.Key_Space)
    assert not wizard.next.isEnabled()
    assert "Choose more cases, or set washout_cases" in missing(wizard)


def test_an_empty_archive_says_what_to_do(open_window: OpenWindow, tmp_path: Path):
    wizard = show_new_study(open_window())
    name_it(wizard, tmp_path)
    to_cases(wizard)
    assert wizard.cases.waiting.isVisible()
    assert "The archive is empty. Open the studies in Station once" in wizard.cases.waiting.text()


# --- People -------------------------------------------------------------------------------------


@pytest.fixture
def at_people(at_cases: NewStudyWizard) -> NewStudyWizard:
    choose_cases(at_cases)
    press(at_cases, at_cases.next)
    return at_cases


def test_what_is_wrong_with_the_people_is_said_one_by_one(at_people: NewStudyWizard):
    page = at_people.people
    assert missing(at_people) == "Coordinator has no name. Enter one."
    name_people(at_people)
    assert at_people.next.isEnabled()
    page.readers[1].again.setText("something else")
    assert missing(at_people) == "The two passwords of Dr. Mori differ. Type both again."
    for field in (page.readers[1].password, page.readers[1].again):
        field.setText("short")
    assert "12 characters or more" in missing(at_people)
    assert not at_people.next.isEnabled()


def test_readers_come_and_go_but_two_stay(at_people: NewStudyWizard):
    page = at_people.people
    assert not page.readers[0].remove.isVisible()
    press(at_people, page.add)
    assert [row.label.text() for row in page.readers] == ["Reader 1", "Reader 2", "Reader 3"]
    assert QApplication.focusWidget() is page.readers[2].name
    press(at_people, page.readers[0].remove)
    assert [row.label.text() for row in page.readers] == ["Reader 1", "Reader 2"]
    assert not page.readers[0].remove.isVisible()


def test_an_adjudicator_takes_part_where_wanted(at_people: NewStudyWizard):
    page = at_people.people
    assert StudyRole.ADJUDICATOR not in {person.role for person in page.people}
    page.with_adjudicator.setChecked(True)
    assert page.adjudicator.name.isVisible()
    assert StudyRole.ADJUDICATOR in {person.role for person in page.people}


def test_passwords_are_hidden_until_they_are_asked_for(at_people: NewStudyWizard):
    page = at_people.people
    name_people(at_people)
    assert page.readers[0].password.displayText() != PASSWORDS["Dr. Ito"]
    page.shown.setChecked(True)
    assert page.readers[0].password.displayText() == PASSWORDS["Dr. Ito"]


def test_a_due_date_is_given_or_not(at_people: NewStudyWizard):
    page = at_people.people
    assert page.due is None
    page.has_due.setChecked(True)
    assert page.due is not None
    assert page.due_on.isEnabled()


# --- The work under way -------------------------------------------------------------------------


@pytest.fixture
def held(open_window: OpenWindow, offered: tuple[Candidate, ...]) -> tuple[NewStudyWizard, Held]:
    """A wizard whose work waits until it is told to run."""
    window = open_window()
    waiting = Held()
    window.desk.jobs = Jobs(waiting)
    window.desk.jobs.failed.connect(window._on_failed)
    wizard = show_new_study(window)
    waiting.run_all()
    return wizard, waiting


def test_cancelled_it_says_so_and_nothing_is_kept(
    held: tuple[NewStudyWizard, Held], tmp_path: Path, station_home: Path
):
    wizard, waiting = held
    to_summary(wizard, tmp_path)
    press(wizard, wizard.next)
    assert not wizard.next.isVisible()
    QTest.keyClick(wizard, Qt.Key.Key_Escape)
    assert wizard.isVisible()
    assert wizard.end.words.text() == "Cancelling …"
    waiting.run_all()
    assert wizard.end.heading.text() == "Cancelled"
    assert study_names(station_home) == ()
    assert wizard.back.isVisible()
    press(wizard, wizard.back)
    assert title(wizard) == "Summary"


def test_a_study_that_was_complete_before_it_heard_of_cancelling_is_told_as_made(
    held: tuple[NewStudyWizard, Held],
    tmp_path: Path,
    station_home: Path,
    monkeypatch: pytest.MonkeyPatch,
):
    from station.ui.reading.wizard import wizard as module

    wizard, waiting = held
    to_summary(wizard, tmp_path)
    whole = module.prepare

    def late(*given: object) -> object:
        result = whole(*given)  # type: ignore[arg-type]
        wizard.reject()
        return result

    monkeypatch.setattr(module, "prepare", late)
    press(wizard, wizard.next)
    waiting.run_all()
    assert wizard.end.heading.text() == "The study is ready to be read"
    assert study_names(station_home) == (STUDY,)
    assert not wizard.back.isVisible()


def test_closed_while_it_works_it_stops_first(
    held: tuple[NewStudyWizard, Held], tmp_path: Path, station_home: Path
):
    wizard, waiting = held
    to_summary(wizard, tmp_path)
    press(wizard, wizard.next)
    wizard.close()
    assert wizard.isVisible()
    waiting.run_all()
    assert not wizard.isVisible()
    assert study_names(station_home) == ()


def test_closed_while_it_looks_for_cases_it_asks_no_more(
    open_window: OpenWindow, offered: tuple[Candidate, ...]
):
    window = open_window()
    waiting = Held()
    window.desk.jobs = Jobs(waiting)
    wizard = show_new_study(window)
    wizard.reject()
    (job,) = window.desk.jobs.running
    assert job.asked_to_stop
    waiting.run_all()
    assert window.desk.jobs.running == ()


def test_what_goes_wrong_is_told_in_the_wizard(
    open_window: OpenWindow, tmp_path: Path, station_home: Path
):
    reading_cases.archive_of(station_home, tmp_path / "data", 3)
    wizard = show_new_study(open_window())
    to_summary(wizard, tmp_path)
    for path in (tmp_path / "data" / "0").rglob("*.dcm"):
        path.unlink()
    press(wizard, wizard.next)
    assert wizard.end.heading.text() == "The study could not be prepared"
    assert "Case 1 (Garcia, Luis)" in wizard.end.verdict.text()
    assert wizard.end.verdict.text().endswith("Nothing was kept.")
    assert wizard.back.isVisible()


def test_in_threads_it_ends_as_it_does_inline(
    open_window: OpenWindow,
    offered: tuple[Candidate, ...],
    tmp_path: Path,
    station_home: Path,
    qtbot: QtBot,
):
    window = open_window()
    window.desk.jobs = Jobs()
    wizard = show_new_study(window)
    qtbot.waitUntil(lambda: len(wizard.cases.model.all) == 4, timeout=20_000)
    to_summary(wizard, tmp_path)
    press(wizard, wizard.next)
    qtbot.waitUntil(lambda: bool(wizard.end.heading.text()), timeout=60_000)
    assert wizard.end.heading.text() == "The study is ready to be read"
    assert study_names(station_home) == (STUDY,)
    window.desk.jobs.shut_down()


# --- How it looks -------------------------------------------------------------------------------


def test_every_page_fits_a_screen_of_1280_by_720(wizard: NewStudyWizard, tmp_path: Path):
    assert wizard.width() <= 1280
    assert wizard.height() <= 720
    assert wizard.minimumSizeHint().width() <= 1280
    assert wizard.minimumSizeHint().height() <= 720
    to_summary(wizard, tmp_path)
    for label in wizard.findChildren(QLabel):
        if label.isVisible() and not label.wordWrap():
            assert label.sizeHint().width() <= label.width() + 1, label.text()


def test_every_control_of_the_first_page_is_reached_and_has_a_name(
    wizard: NewStudyWizard,
) -> None:
    assert unreached(wizard) == []
    assert nameless(wizard) == []
