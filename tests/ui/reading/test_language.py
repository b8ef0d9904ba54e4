"""A blinded reading speaks the language of its protocol, and the program its own afterwards."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from station.app import language
from station.app.language import Language
from station.archive.readings import ReaderStudies
from station.reading.protocol import FormLanguage
from station.ui import theme
from station.ui.reading import actions
from station.ui.reading.start import ReadingStart
from tests.archive.reader_studies import PASSWORDS, READERS, quick
from tests.made_up.blinded import PROTOCOL, new_studies
from tests.pseudo import Pseudo
from tests.ui.blinded import ENTER, press, reading_only, texts
from tests.ui.gestures import QTest
from tests.ui.reading.test_blinding import WORDS

ITO = READERS[0]
OF_PROTOCOL = {one.name for one in PROTOCOL.criteria} | {
    words for one in PROTOCOL.criteria for words in one.scale
}


class Noted(Pseudo):
    """Keeps what was to be translated."""

    def __init__(self) -> None:
        self.asked: set[str] = set()

    def translate(
        self, context: str, source: str, /, disambiguation: str | None = None, n: int = -1
    ) -> str:
        self.asked.add(source)
        return super().translate(context, source, disambiguation, n)


@pytest.fixture
def noted(monkeypatch: pytest.MonkeyPatch) -> Iterator[Noted]:
    """Every language but English is made of brackets here."""
    words = Noted()

    def speak(chosen: Language) -> None:
        language.speak(chosen, None if chosen is Language.ENGLISH else words)

    monkeypatch.setattr(theme, "speak", speak)
    yield words
    language.speak(Language.ENGLISH, None)


@pytest.fixture
def studies(station_home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ReaderStudies]:
    quick(monkeypatch)
    protocol = replace(PROTOCOL, language=FormLanguage.JAPANESE)
    made = new_studies(station_home, protocol, cases=2)
    yield made
    made.close()


@pytest.fixture
def start(
    noted: Noted, studies: ReaderStudies, station_home: Path, qapp: QApplication
) -> Iterator[ReadingStart]:
    with reading_only(station_home, ITO) as made:
        yield made


def sign_in(start: ReadingStart) -> None:
    QTest.keyClicks(start.dialog.password, PASSWORDS[ITO])
    QTest.keyClick(start.dialog.password, ENTER)
    QApplication.processEvents()


def test_the_form_speaks_the_protocol_s_language_and_tells_no_arm_in_it(
    start: ReadingStart, noted: Noted
) -> None:
    assert language.spoken() is Language.ENGLISH
    sign_in(start)
    screen = start.screen
    assert screen is not None
    assert language.spoken() is Language.JAPANESE
    told: list[set[str]] = []
    for _ in range(4):
        shown = screen.reading.state.shown
        assert shown is not None
        words = {text.replace(shown.code, "CODE") for text in texts(screen) if text}
        told.append({text for text in words if not text.isascii() and "⟦" in text})
        press(screen, "4", "4", "4", "n", ENTER)
        QApplication.processEvents()
    assert told[0]
    assert all("⟦" in text or text in OF_PROTOCOL for text in told[0])
    assert [WORDS.found(source) for source in noted.asked if WORDS.found(source)] == []
    screen.close()
    assert language.spoken() is Language.ENGLISH


def test_the_program_speaks_its_own_language_after_a_screen_that_was_not_closed(
    start: ReadingStart,
) -> None:
    sign_in(start)
    assert start.screen is not None
    assert language.spoken() is Language.JAPANESE
    start.screen.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert language.spoken() is Language.ENGLISH
    start.screen = None


def test_the_program_speaks_its_own_language_after_a_screen_that_could_not_be_made(
    start: ReadingStart, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("no screen")

    monkeypatch.setattr("station.ui.reading.screen.ReadingScreen", broken)
    signed: list[object] = []
    start.dialog.signed_in.disconnect()
    start.dialog.signed_in.connect(signed.append)
    sign_in(start)
    with pytest.raises(RuntimeError, match="no screen"):
        actions.show_reading(signed[0], start.jobs, lambda: None, start._preferences)  # type: ignore[arg-type]
    assert language.spoken() is Language.ENGLISH
