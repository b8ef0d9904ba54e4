"""Pages beside the reading: what was opened, about, and a mistake of the program."""

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QInputDialog,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QTableWidget,
)

from station import __version__
from station.errors import StationError
from station.logs import FOLDER, Logs
from station.model_cards import shipped_weights
from station.progress import Report
from station.ui.dialogs import crash_page
from station.ui.page import RESEARCH_STATEMENT, Page
from station.ui.window import ReadingWindow
from tests.made_up import studies
from tests.ui.conftest import OpenWindow
from tests.ui.gestures import click, press
from tests.ui.test_window import notice


def page_of(window: ReadingWindow) -> Page:
    (page,) = window.findChildren(Page)
    assert page.isVisible()
    assert not page.isModal(), "reading goes on beside it"
    return page


def words_of(page: Page) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel))


def test_about_says_that_it_is_for_research(window: ReadingWindow) -> None:
    window.actions_["help.about"].trigger()
    words = words_of(page_of(window))
    assert RESEARCH_STATEMENT in words
    assert "not for diagnosis" in words
    assert __version__ in words


def test_about_names_every_network_by_its_hash(window: ReadingWindow) -> None:
    window.actions_["help.about"].trigger()
    words = words_of(page_of(window))
    for weights in shipped_weights():
        assert weights.sha256[:32] in words
    assert "torch" in words


@pytest.mark.usefixtures("caplog")
def test_a_crash_is_offered_once_and_dismissed(window: ReadingWindow, station_home: Path) -> None:
    logs = Logs(station_home / FOLDER)
    logs.keep(ValueError("Doe^Jane"))
    crash_page(window, logs, logs.crashes()).show()
    page = page_of(window)
    shown = page.findChild(QPlainTextEdit)
    assert shown is not None
    assert "ValueError" in shown.toPlainText()
    assert "Doe" not in shown.toPlainText()
    (button,) = [one for one in page.findChildren(QPushButton) if "again" in one.text()]
    click(button)
    assert logs.crashes() == ()


def test_files_from_a_later_start_open_here_but_not_over_a_reading(
    window: ReadingWindow, pair: Path, tmp_path: Path
) -> None:
    assert window.open_from_outside([tmp_path / "nothing"]) == ""
    assert "There is no file or folder" in window.desk.state.notice
    assert window.open_from_outside([pair]) == ""
    assert window.desk.state.study is not None
    window.reading_screen = window
    assert "reader study" in window.open_from_outside([pair])
    window.reading_screen = None


def test_f1_shows_the_shortcuts_and_close_takes_them_away(window: ReadingWindow) -> None:
    press(window, Qt.Key.Key_F1)
    page = page_of(window)
    buttons = page.findChild(QDialogButtonBox)
    assert buttons is not None
    click(buttons.button(QDialogButtonBox.StandardButton.Close))
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert window.findChildren(Page) == []


def test_escape_closes_a_page_and_leaves_the_window(window: ReadingWindow) -> None:
    window.desk.session.set(notice="Read me.")
    press(window, Qt.Key.Key_F1)
    page = page_of(window)
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert not page.isVisible()
    assert notice(window) == "Read me."


def test_what_was_opened_lists_every_file_left_out_with_its_reason(
    open_window: OpenWindow, tmp_path: Path
) -> None:
    folder = tmp_path / "study"
    studies.write_conventional(folder)
    (folder / "note.dcm").write_text("not DICOM")
    (folder / "empty.dcm").touch()
    window = open_window(folder)
    window.actions_["help.opened"].trigger()
    page = page_of(window)
    assert words_of(page) == f"{folder}: 1 study with 1 series in 26 files, 2 left out."
    table = page.findChild(QTableWidget)
    assert table is not None
    model = table.model()
    rows = {model.index(row, 0).data(): model.index(row, 1).data() for row in range(2)}
    assert set(rows) == {"study/note.dcm", "study/empty.dcm"}
    for reason in rows.values():
        assert reason.endswith("."), "a full sentence"


@pytest.mark.usefixtures("caplog")
def test_an_error_of_the_data_is_a_sentence_and_a_bug_is_a_page_with_its_traceback(
    window: ReadingWindow,
) -> None:
    def refused(report: Report) -> None:
        raise StationError("The disk is full. Free some space.")

    def broken(report: Report) -> None:
        raise ZeroDivisionError("division by zero")

    window.desk.jobs.start("Saving", refused)
    assert notice(window) == "The disk is full. Free some space."
    assert window.findChildren(Page) == []
    window.desk.jobs.start("Saving", broken)
    page = page_of(window)
    assert "This is an error in Station, not in your data." in words_of(page)
    details = page.findChild(QPlainTextEdit)
    assert details is not None
    assert "ZeroDivisionError: division by zero" in details.toPlainText()


@pytest.mark.parametrize(
    ("answer", "reader"),
    [
        (("  Dr Reader ", True), "Dr Reader"),
        (("Dr Reader", False), "before"),
        (("", True), "before"),
    ],
)
def test_the_readers_name_is_asked_for(
    window: ReadingWindow,
    monkeypatch: pytest.MonkeyPatch,
    answer: tuple[str, bool],
    reader: str,
) -> None:
    window.desk.session.set(reader="before")
    monkeypatch.setattr(QInputDialog, "getText", lambda *_, **__: answer)
    window.actions_["edit.reader"].trigger()
    assert window.desk.state.reader == reader
