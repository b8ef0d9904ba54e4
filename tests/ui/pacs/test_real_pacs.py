"""The window over a PACS that others wrote: found, looked at, fetched, sent and committed."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from station.app.jobs import Jobs
from station.app.pacs.gateway import StationGateway
from station.app.pacs.searching import queries
from station.app.pacs.state import Days, Here, Progress, Source, Stage, Transfer
from station.app.state import Slot
from station.operations.pacs.listen import ListenerSettings
from station.operations.pacs.send import send
from station.operations.pacs.servers import add_server
from station.operations.quality.grader import NO_GRADER
from station.pacs import Server
from station.ui.dialogs import Closing
from station.ui.window import ReadingWindow
from tests.made_up import studies
from tests.peers.orthanc import Orthanc
from tests.ui.gestures import click

pytestmark = pytest.mark.simulated

PATIENCE_MS = 20_000
"""Of a machine that does much else"""


@pytest.fixture(scope="module")
def many_slices(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pair and its CT."""
    return studies.write_pair(tmp_path_factory.mktemp("sent") / "pair")


@pytest.fixture
def window(
    qtbot: QtBot,
    orthanc: Orthanc,
    many_slices: Path,
    known_home: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[ReadingWindow]:
    """A window with real threads, which knows Orthanc; the pair is there and not here."""
    from station.app.desk import Desk

    monkeypatch.setattr("station.app.quality.workflow.shipped_problem", lambda: NO_GRADER)
    orthanc.take(*many_slices.rglob("*.dcm"))
    server = Server("ORTHANC", orthanc.host, orthanc.dicom_port, orthanc.aet)
    add_server(known_home, server)
    desk = Desk(known_home, Jobs(), gateway=StationGateway(known_home))
    made = ReadingWindow(desk)
    qtbot.addWidget(made)
    made.resize(1500, 900)
    made.show()
    made.browser.show()
    qtbot.waitUntil(lambda: desk.state.pacs.servers is not None, timeout=PATIENCE_MS)
    desk.pacs.set_days(Days.ALL)
    desk.pacs.set_modality("PT")
    click(made.browser.sources[Source.PACS])
    yield made
    made._ask_closing = lambda *_: Closing.DISCARD
    made.close()


def found(window: ReadingWindow, qtbot: QtBot, words: str) -> None:
    """Search, and wait for the one study."""
    window.browser.pacs_panel.search.setText(words)
    rows = lambda: window.browser.pacs_panel.tree.found.rows  # noqa: E731
    qtbot.waitUntil(lambda: len(rows()) == 1, timeout=PATIENCE_MS)


def last_transfer(window: ReadingWindow) -> Transfer:
    return window.desk.state.pacs.transfers[-1]


@pytest.mark.parametrize("words", ["Doe", "jane", "SYN1", "Doe, Jane"])
def test_a_study_is_found_by_name_and_by_id(window: ReadingWindow, qtbot: QtBot, words: str):
    found(window, qtbot, words)
    (row,) = window.desk.state.pacs.listed
    assert row.study.patient_id == "SYN1"
    assert row.servers == ("ORTHANC",)
    assert row.here is Here.NOT


def test_its_series_are_listed_with_a_slice_of_each(window: ReadingWindow, qtbot: QtBot):
    found(window, qtbot, "Doe")
    tree = window.browser.pacs_panel.tree
    tree.expand(tree.found.index(0, 0))
    (row,) = window.desk.state.pacs.listed

    def pictures() -> int:
        series = window.desk.state.pacs.series[row.key]
        return sum(one.pixels is not None for one in series.previews.values())

    qtbot.waitUntil(lambda: pictures() == 3, timeout=PATIENCE_MS)
    series = window.desk.state.pacs.series[row.key]
    assert series.stage is Stage.ANSWERED
    assert {one.modality for one in series.series} == {"PT", "CT"}


def test_a_study_is_fetched_opened_sent_back_and_committed(
    window: ReadingWindow, qtbot: QtBot, orthanc: Orthanc
):
    found(window, qtbot, "Doe")
    tree = window.browser.pacs_panel.tree
    tree.setCurrentIndex(tree.found.index(0, 0))
    tree.fetch(opens=True)
    state = lambda: window.desk.state  # noqa: E731
    qtbot.waitUntil(
        lambda: last_transfer(window).progress is not Progress.RUNNING, timeout=PATIENCE_MS
    )
    transfer = last_transfer(window)
    assert (transfer.progress, transfer.problem) == (Progress.DONE, "")
    qtbot.waitUntil(lambda: state().image(Slot.CONVENTIONAL) is not None, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: state().pacs.listed[0].here is Here.WHOLE, timeout=PATIENCE_MS)
    there = orthanc.sop_uids()
    window.desk.sending.send("ORTHANC", ["key_image"], commit=False, picture=window.key_image())
    qtbot.waitUntil(lambda: last_transfer(window).sent is not None, timeout=PATIENCE_MS)
    sent = last_transfer(window)
    assert (sent.progress, sent.problem) == (Progress.DONE, "")
    assert len(orthanc.sop_uids() - there) == 1


def test_what_is_sent_to_station_is_listed_and_names_nobody_in_its_notice(
    window: ReadingWindow, qtbot: QtBot, many_slices: Path, tmp_path: Path
):
    desk = window.desk
    done: list[bool] = []
    settings = ListenerSettings(on=True, port=0)
    desk.pacs.set_listener(settings, lambda: done.append(True), pytest.fail)
    qtbot.waitUntil(lambda: bool(done), timeout=PATIENCE_MS)
    listener = desk.state.pacs.listener
    assert listener.on
    port = int(listener.words.rpartition(":")[2])
    add_server(tmp_path, Server("STATION", "127.0.0.1", port, "STATION", "SCANNER"))
    with ThreadPoolExecutor(1) as elsewhere:
        sending = elsewhere.submit(send, tmp_path, "STATION", [many_slices])
        qtbot.waitUntil(sending.done, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: desk.state.pacs.listener.arrivals == 1, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: len(desk.state.entries) == 1, timeout=PATIENCE_MS)
    assert desk.state.notice == "A study with 68 images arrived from SCANNER."
    assert len(desk.state.entries[0].series) == 3


def test_the_beginning_of_an_id_finds_its_studies_by_both_ways(
    orthanc: Orthanc, many_slices: Path, known_home: Path
):
    orthanc.take(*many_slices.rglob("*.dcm"))
    gateway = StationGateway(known_home)
    (query,) = queries("SYN1", Days.ALL, "PT", date(2026, 3, 10))
    for server in (
        Server("DIMSE", orthanc.host, orthanc.dicom_port, orthanc.aet),
        Server("WEB", "", web_url=orthanc.web_url),
    ):
        found = gateway.find_studies(server, replace(query, patient_id="SY*"))
        assert [one.patient_id for one in found.studies] == ["SYN1"], server.name
