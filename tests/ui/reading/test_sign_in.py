"""The menu Reading: who signs in gets what is his, and nothing else can be seen meanwhile."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QApplication, QLineEdit

from station.app.jobs import Jobs
from station.archive.database import URL_VARIABLE
from station.archive.readings import ReaderStudies, open_reader_studies
from station.ui.question import Question
from station.ui.reading.coordinator.view import CoordinatorView
from station.ui.reading.screen import ReadingScreen
from station.ui.reading.sign_in import SignInDialog
from station.ui.window import ReadingWindow
from tests.archive.reader_studies import (
    ADJUDICATOR,
    COORDINATOR,
    PASSWORDS,
    READERS,
    STUDY,
    coordinator,
    quick,
    signed,
)
from tests.made_up import studies as pairs
from tests.made_up.blinded import new_studies
from tests.made_up.held import Held
from tests.ui.blinded import ENTER, press
from tests.ui.conftest import OpenWindow
from tests.ui.gestures import QTest

ITO, MORI = READERS
READ, CONSENSUS, COORDINATE = "reading.read", "reading.consensus", "reading.coordinator"


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    quick(monkeypatch)


@pytest.fixture
def studies(station_home: Path) -> Iterator[ReaderStudies]:
    made = new_studies(station_home, cases=2, adjudicator=True)
    yield made
    made.close()


@pytest.fixture
def window(
    studies: ReaderStudies, open_window: OpenWindow, pair_folder: Path
) -> Iterator[ReadingWindow]:
    """A window with a study of Jane Doe open in it, and a reader study in its archive."""
    window = open_window(pair_folder)
    yield window
    tidy()


def tidy() -> None:
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, ReadingScreen | CoordinatorView | SignInDialog):
            widget.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def ask(window: ReadingWindow, action: str) -> SignInDialog:
    window.actions_[action].trigger()
    QApplication.processEvents()
    return window.findChildren(SignInDialog)[-1]


def sign_in(dialog: SignInDialog, name: str, password: str | None = None) -> None:
    dialog.name.setFocus()
    QTest.keyClicks(dialog.name, name)
    QTest.keyClicks(dialog.password, password or PASSWORDS[name])
    QTest.keyClick(dialog.password, ENTER)
    QApplication.processEvents()


def visible() -> list[str]:
    """Titles of the windows that a window list would have."""
    windows = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
    return [window.windowTitle() for window in windows]


def screen_of(window: ReadingWindow) -> ReadingScreen:
    assert isinstance(window.reading_screen, ReadingScreen)
    return window.reading_screen


def test_a_reader_reads_over_the_whole_screen_and_everything_else_is_hidden(
    window: ReadingWindow,
) -> None:
    window.toggle_second()
    assert any(pairs.NAME in title for title in visible())
    dialog = ask(window, READ)
    assert dialog.study.currentText() == STUDY
    sign_in(dialog, ITO)
    screen = screen_of(window)
    assert screen.isFullScreen()
    assert visible() == ["Station: reading"]
    press(screen, "433", "n", ENTER)
    assert screen.form.count.text() == "2 of 4"
    screen.close()
    assert window.isVisible()
    assert window.reading_screen is None
    assert len(visible()) == 2
    window.toggle_second()


@pytest.mark.parametrize("action", [READ, CONSENSUS])
def test_the_program_is_hidden_before_the_dialog_appears_and_is_back_when_nobody_signs_in(
    window: ReadingWindow, monkeypatch: pytest.MonkeyPatch, action: str
) -> None:
    window.toggle_second()
    seen: list[list[str]] = []
    show = SignInDialog.open_over

    def watched(dialog: SignInDialog, screen: QScreen) -> None:
        seen.append(visible())
        show(dialog, screen)
        seen.append(visible())

    monkeypatch.setattr(SignInDialog, "open_over", watched)
    dialog = ask(window, action)
    assert seen == [[], [dialog.windowTitle()]]
    dialog.close()
    QApplication.processEvents()
    assert len(visible()) == 2
    assert window.isVisible()
    window.toggle_second()


def test_between_the_password_and_the_first_image_nothing_else_is_seen(
    window: ReadingWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[object] = []
    monkeypatch.setattr(window, "show", lambda: shown.append(window))
    sign_in(ask(window, READ), ITO)
    assert visible() == ["Station: reading"]
    assert shown == []
    monkeypatch.undo()
    screen_of(window).close()
    assert window.isVisible()


def test_a_wrong_password_gets_the_records_sentence_and_another_try(
    window: ReadingWindow, studies: ReaderStudies
) -> None:
    dialog = ask(window, READ)
    assert dialog.password.echoMode() is QLineEdit.EchoMode.Password
    assert not dialog.enter.isEnabled()
    sign_in(dialog, ITO, "not the password")
    assert dialog.problem.text() == (
        f'"{ITO}" with this password is not known in this study. Check both; the coordinator can '
        f"set a new password."
    )
    assert window.reading_screen is None
    assert dialog.password.text() == ""
    dialog.name.clear()
    sign_in(dialog, ITO)
    assert screen_of(window).reading.sitting.name == ITO


@pytest.mark.parametrize(
    ("action", "name", "sentence"),
    [
        (READ, COORDINATOR, "coordinates this study and does not read it"),
        (READ, ADJUDICATOR, "takes part in the consensus only"),
        (COORDINATE, ITO, "the coordinator's view is not for readers"),
        (CONSENSUS, ITO, "The consensus opens when every reader has signed"),
        (CONSENSUS, COORDINATOR, "The coordinator does not score"),
    ],
)
def test_who_has_another_role_is_told_what_opens_for_him(
    window: ReadingWindow, action: str, name: str, sentence: str
) -> None:
    dialog = ask(window, action)
    sign_in(dialog, name)
    assert sentence in dialog.problem.text()
    assert window.reading_screen is None
    dialog.close()
    assert window.isVisible()


def test_the_consensus_opens_when_all_have_signed(
    window: ReadingWindow, studies: ReaderStudies
) -> None:
    signed(studies, ITO)
    signed(studies, MORI, lambda image, criterion: 5)
    sign_in(ask(window, CONSENSUS), ADJUDICATOR)
    screen = screen_of(window)
    assert screen.form.count.text() == "1 of 4"
    assert screen.form.kind.text().startswith("Consensus")


def test_the_coordinator_gets_the_coordinators_view(window: ReadingWindow) -> None:
    sign_in(ask(window, COORDINATE), COORDINATOR)
    views = [one for one in QApplication.topLevelWidgets() if isinstance(one, CoordinatorView)]
    assert len(views) == 1
    assert window.isVisible()


def test_without_a_study_the_dialog_says_who_makes_one(open_window: OpenWindow) -> None:
    window = open_window()
    dialog = ask(window, READ)
    assert "There is no reader study yet" in dialog.problem.text()
    dialog.name.setText(ITO)
    dialog.password.setText("something")
    assert not dialog.enter.isEnabled()
    tidy()


def test_a_record_that_cannot_be_opened_is_told_in_the_dialog(
    open_window: OpenWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window()
    monkeypatch.setenv(URL_VARIABLE, "mysql://elsewhere/station")
    dialog = ask(window, READ)
    assert URL_VARIABLE in dialog.problem.text()
    tidy()


def test_who_gives_up_while_the_password_is_checked_is_not_signed_in(
    window: ReadingWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = ask(window, READ)
    held = Held()
    monkeypatch.setattr(dialog, "_jobs", Jobs(held))
    closed: list[bool] = []
    close: Callable[[ReaderStudies], None] = ReaderStudies.close

    def counted(studies: ReaderStudies) -> None:
        closed.append(True)
        close(studies)

    monkeypatch.setattr(ReaderStudies, "close", counted)
    sign_in(dialog, ITO)
    assert dialog.enter.text() == "Signing in…"
    dialog.close()
    held.run_all()
    assert window.reading_screen is None
    assert closed == [True]


def test_nothing_that_was_read_is_remembered_among_the_studies(
    window: ReadingWindow, station_home: Path
) -> None:
    before = [entry.study_uid for entry in window.desk.state.entries]
    sign_in(ask(window, READ), ITO)
    screen = screen_of(window)
    codes = {path.name for path in (station_home / "images").iterdir()}
    press(screen, "433", "n", ENTER)
    screen.close()
    QApplication.processEvents()
    assert [entry.study_uid for entry in window.desk.state.entries] == before
    window.close()
    kept = (station_home / "settings.json").read_text()
    assert not any(code in kept for code in codes)
    again = open_reader_studies(station_home)
    assert again.names() == (STUDY,)
    again.close()


def test_who_was_given_a_password_chooses_another_before_anything_else(
    window: ReadingWindow, studies: ReaderStudies
) -> None:
    given, own = "four grey owls sleep", "five brown bears swim"
    coordinator(studies).set_password(ITO, given, "forgotten")
    dialog = ask(window, READ)
    sign_in(dialog, ITO, given)
    assert window.reading_screen is None
    question = dialog.findChild(Question)
    assert question is not None
    fields = question.findChildren(QLineEdit)
    order = [question.focusWidget()]
    for _ in range(4):
        QTest.keyClick(question, Qt.Key.Key_Tab)
        order.append(question.focusWidget())
    # "Change" comes behind "Cancel", once there is something to change to.
    assert order == [*fields, question.cancel, fields[0]], "the keyboard begins at the first field"
    for words in ((given, given, given), (given, own, own)):
        for field, text in zip(question.findChildren(QLineEdit), words, strict=True):
            field.clear()
            QTest.keyClicks(field, text)
        QTest.keyClick(question, ENTER)
        QApplication.processEvents()
        if words[1] == given:
            assert "another password than the one you were given" in question.problem.text()
    assert screen_of(window).isFullScreen()
    screen_of(window).close()
    assert studies.sign_in(STUDY, ITO, own).name == ITO
