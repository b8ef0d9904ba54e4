"""A blinded reading on a real X server: a real keyboard, and what the record has in the end."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from station.archive.readings import ReaderStudies
from station.reading.readings import ARTIFACT, ARTIFACT_TEXT, Question
from station.reading.worklist import Case, Side
from station.ui.reading.screen import TITLE
from tests.archive.reader_studies import PASSWORDS, READERS, quick, reader
from tests.made_up.blinded import PROTOCOL, new_studies
from tests.ui.test_real_display import Station

pytestmark = pytest.mark.simulated

ITO = READERS[0]


@pytest.fixture
def studies(station_home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ReaderStudies]:
    quick(monkeypatch)
    made = new_studies(station_home, cases=2)
    yield made
    made.close()


@pytest.fixture
def station(
    x_display: str, studies: ReaderStudies, station_home: Path, pair_folder: Path
) -> Iterator[Station]:
    program = Station(x_display, station_home, pair_folder)
    yield program
    if program.process.poll() is None:
        program.process.kill()
        program.process.communicate()


def sign_in(station: Station) -> None:
    """Ctrl+R, name, Tab, password, Return."""
    station.window("Station")
    station.key("ctrl+r")
    station.window("^Read a study$")
    station.xdotool("type", "--delay", "20", ITO)
    station.key("Tab")
    station.xdotool("type", "--delay", "20", PASSWORDS[ITO])

    def entered() -> list[str]:
        """Return does nothing until the studies are listed."""
        station.key("Return")
        return station.xdotool("search", "--onlyvisible", "--name", f"^{TITLE}$")

    station.wait(entered, "the reading")
    station.window(f"^{TITLE}$")


def test_a_reader_signs_in_reads_is_killed_and_goes_on_where_he_was(
    station: Station, studies: ReaderStudies, station_home: Path, x_display: str, pair_folder: Path
) -> None:
    sign_in(station)
    session = reader(studies)
    first = session.next()
    assert isinstance(first, Case)
    titles = [
        title
        for window in station.xdotool("search", "--onlyvisible", "--name", ".")
        for title in station.xdotool("getwindowname", window)
    ]
    assert titles == [TITLE], "the window of the patient's study is not there meanwhile"
    station.wait(lambda: press_until_scored(station, studies, first.code), "the first score")
    station.key("3", "5", "y")
    station.xdotool("type", "--delay", "20", "ring of 3 mm")
    station.key("Return", "Return")
    station.wait(lambda: reader(studies).own(), "the first reading")
    (own,) = reader(studies).own()
    assert own.code == first.code
    scores = [own.reading.score(criterion.id) for criterion in PROTOCOL.criteria]
    assert scores == [4, 3, 5]
    assert own.reading.artifact() == "ring of 3 mm"

    second = reader(studies).next()
    assert isinstance(second, Case)
    station.wait(lambda: press_until_scored(station, studies, second.code), "the second case")
    station.key("n")
    station.wait(lambda: len(reader(studies).draft(second.code)) == 2, "two answers")
    station.process.kill()
    station.process.communicate()
    again = Station(x_display, station_home, pair_folder)
    try:
        sign_in(again)
        again.wait(lambda: press_until_scored(again, studies, second.code, 3), "the same case")
        draft = reader(studies).draft(second.code)
        kept = {PROTOCOL.criteria[0].id: 4, PROTOCOL.criteria[1].id: 4, ARTIFACT: False}
        assert draft == {Question(Side.ONLY, id_): value for id_, value in kept.items()}
        assert Question(Side.ONLY, ARTIFACT_TEXT) not in draft
    finally:
        again.process.kill()
        again.process.communicate()


def press_until_scored(
    station: Station, studies: ReaderStudies, code: str, answers: int = 1
) -> bool:
    """Press 4 where nothing more has been scored yet: the image may still be on its way."""
    if len(reader(studies).draft(code)) >= answers:
        return True
    station.key("4")
    return any(len(reader(studies).draft(code)) >= answers for _ in range(10))
