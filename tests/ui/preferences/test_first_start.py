"""Three pages at the first start: quiet, skippable, once."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from station.app.library import Library
from station.app.preferences import ThemeName
from station.app.settings import WELCOMED, Settings
from station.ui import main, theme
from station.ui.preferences import first_start
from station.ui.preferences.first_start import FirstStart, fit_text, welcome
from station.ui.window import ReadingWindow
from tests.ui.conftest import OpenWindow


@pytest.fixture
def window(open_window: OpenWindow) -> ReadingWindow:
    return open_window()


@pytest.fixture
def pages(window: ReadingWindow) -> FirstStart:
    return welcome(window.desk, window)


def is_welcomed(window: ReadingWindow) -> bool:
    return Settings(window.desk.home).flag(WELCOMED, False)


def test_three_pages_are_gone_through_with_return(window: ReadingWindow, pages: FirstStart) -> None:
    pages.who.reader.setFocus()
    pages.who.reader.selectAll()
    QTest.keyClicks(pages.who.reader, "Dr Ito")
    pages.next.click()
    assert window.desk.state.reader == "Dr Ito"
    assert pages.number.text() == "2 of 3"
    pages.look.theme.setFocus()
    QTest.keyClick(pages.look.theme, Qt.Key.Key_Down)
    assert QApplication.palette().window().color().name() == theme.GROUND
    assert window.desk.state.preferences.theme is ThemeName.LIGHT
    QTest.keyClick(pages.next, Qt.Key.Key_Return)
    assert pages.next.text() == "Begin"
    QTest.keyClick(pages.next, Qt.Key.Key_Return)
    assert not pages.isVisible()
    kept = Settings(window.desk.home).first_state()
    assert (kept.reader, kept.preferences.theme) == ("Dr Ito", ThemeName.LIGHT)
    assert is_welcomed(window)


def test_they_say_where_things_are(pages: FirstStart) -> None:
    words = " ".join(label.text() for label in pages.place.findChildren(QLabel))
    for what in ("demo study", "F1", "Preferences", "says why"):
        assert what in words


@pytest.mark.parametrize("way", ["skip", "escape"])
def test_who_skips_them_does_not_see_them_again(
    window: ReadingWindow, pages: FirstStart, way: str
) -> None:
    before = window.desk.state.preferences
    if way == "skip":
        pages.skip.click()
    else:
        QTest.keyClick(pages, Qt.Key.Key_Escape)
    assert is_welcomed(window)
    assert window.desk.state.preferences is before


def test_back_goes_back(pages: FirstStart) -> None:
    assert not pages.back.isEnabled()
    pages.next.click()
    pages.back.click()
    assert pages.number.text() == "1 of 3"


def test_a_name_that_is_empty_keeps_the_first_page(
    window: ReadingWindow, pages: FirstStart
) -> None:
    pages.who.reader.clear()
    pages.who.reader.setFocus()
    QTest.keyClicks(pages.who.reader, " ")
    pages.next.click()
    assert pages.number.text() == "1 of 3"
    assert pages.who.problem.text() == "The reader's name is empty. Write a name."


def test_a_window_that_a_test_or_a_picture_opens_shows_no_pages(window: ReadingWindow) -> None:
    assert not window.findChildren(FirstStart)
    assert not is_welcomed(window)


def test_on_a_high_screen_that_is_not_scaled_the_text_begins_larger(
    window: ReadingWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    fit_text(window.desk, window)
    assert window.desk.state.preferences.text_percent == 100
    monkeypatch.setattr(first_start, "proposed_percent", lambda height, scale: 150)
    fit_text(window.desk, window)
    assert window.desk.state.preferences.text_percent == 150
    assert theme.px(100) == 150


@pytest.fixture
def welcomes(known_home: Path, monkeypatch: pytest.MonkeyPatch) -> list[ReadingWindow]:
    """The windows over which a start of the program shows the pages; it ends at once."""
    shown: list[ReadingWindow] = []

    def leave(*_: object) -> int:
        for widget in QApplication.topLevelWidgets():
            if isinstance(widget, ReadingWindow):
                widget.close()
                widget.deleteLater()
        return 0

    monkeypatch.setattr(first_start, "welcome", lambda desk, over: shown.append(over))
    monkeypatch.setattr(main, "display_fault", lambda: None)
    monkeypatch.setattr(main, "are_missing", lambda: False)
    monkeypatch.setattr(QApplication, "exec", leave)
    monkeypatch.setattr(Library, "open_demo", lambda library: None)
    monkeypatch.setattr(Library, "open_paths", lambda library, paths: None)
    return shown


def test_the_pages_are_shown_at_the_first_start_and_not_at_the_second(
    qapp: QApplication, known_home: Path, welcomes: list[ReadingWindow]
) -> None:
    assert main.run() == 0
    assert len(welcomes) == 1
    Settings(known_home).remember({WELCOMED: True})
    assert main.run() == 0
    assert len(welcomes) == 1


def test_who_opens_something_sees_that_and_no_pages(
    qapp: QApplication, known_home: Path, welcomes: list[ReadingWindow]
) -> None:
    assert main.run([known_home]) == 0
    assert main.run(demo=True) == 0
    assert not welcomes
