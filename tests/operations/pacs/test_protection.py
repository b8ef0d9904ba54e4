"""Nothing of a transfer shows who a patient is: no log record, no row, no sentence."""

import logging
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from pydicom import dcmread

from station.archive.index import open_index
from station.dicom.network.store import send as store
from station.operations.pacs.fetch import fetch
from station.operations.pacs.find import find_series, find_studies, preview
from station.operations.pacs.ledger import instances, resume, transfers
from station.operations.pacs.listen import Arrived, ListenerSettings, listen
from station.operations.pacs.send import send
from station.operations.pacs.servers import add_server, check_server, server_named
from station.pacs import Query, Server, Via
from tests.cli.running import station
from tests.operations.pacs.slices import STUDY, written
from tests.peers.orthanc import Orthanc

pytestmark = pytest.mark.simulated

PLANTED = ("Plantedname", "PLANTEDID", "Planteddescription", "Plantedfile")


@pytest.fixture
def planted(tmp_path: Path) -> list[Path]:
    """Slices with names wherever a name can be."""
    files = written(tmp_path / "Plantedfile", 6)
    for number, path in enumerate(files):
        dataset = dcmread(path)
        dataset.PatientName, dataset.PatientID = "Plantedname^Anna", "PLANTEDID"
        dataset.StudyDescription = dataset.SeriesDescription = "Planteddescription"
        dataset.save_as(path)
        files[number] = path.rename(path.with_name(f"Plantedfile-{number}.dcm"))
    return files


@pytest.fixture
def home(known_home: Path, orthanc: Orthanc) -> Path:
    server = Server(
        "orthanc", orthanc.host, orthanc.dicom_port, orthanc.aet, web_url=orthanc.web_url
    )
    add_server(known_home, server)
    return known_home


def names_in(text: str) -> list[str]:
    return [name for name in PLANTED if name.casefold() in text.casefold()]


def records_of(home: Path) -> str:
    """All that the tables of transfers hold, but where files are."""
    with closing(sqlite3.connect(home / "archive.sqlite")) as connection:
        rows = [
            *connection.execute(
                "SELECT number, kind, server, study_uid, series, who, note FROM transfers"
            ),
            *connection.execute(
                "SELECT sop_uid, sop_class, series_uid, state, status, reason "
                "FROM transfer_instances"
            ),
            *connection.execute("SELECT * FROM pacs_servers"),
        ]
    assert rows
    return repr(rows)


def test_no_log_and_no_record_of_a_transfer_names_a_patient(
    home: Path, orthanc: Orthanc, planted: list[Path], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    for name in ("pynetdicom", "pydicom", "urllib3", "requests", "dicomweb_client"):
        logging.getLogger(name).propagate = True
    server = server_named(home, "orthanc")
    for via in (Via.STORE, Via.WEB):
        assert send(home, "orthanc", planted, via).whole
    (study,) = find_studies(home, server, Query(name="plantedname")).studies
    assert study.patient_name.casefold().startswith("plantedname")
    find_studies(home, server, Query(patient_id="PLANTEDID"))
    (series,) = find_series(home, server, STUDY)
    preview(home, server, STUDY, series.series_uid)
    check_server(home, "orthanc")
    for number, via in enumerate((Via.GET, Via.WEB)):
        assert fetch(home, "orthanc", STUDY, (), home / str(number), via).whole
    orthanc.empty()
    with_failure = send(home, "orthanc", [*planted, planted[0].parent / "Plantedfile-gone.dcm"])
    assert not with_failure.whole
    resume(home, with_failure.transfer)
    assert names_in(caplog.text) == []
    assert names_in(records_of(home)) == []
    for options in ([], ["--open"], ["--json"]):
        assert names_in(station("pacs", "ledger", *options).output) == []
    for transfer in transfers(home):
        rows = instances(home, transfer.number)
        assert names_in(" ".join(row.reason for row in rows)) == []


def test_what_is_received_names_nobody_until_the_list_is_looked_at(
    home: Path, planted: list[Path], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    arrived: list[Arrived] = []
    listening = listen(home, ListenerSettings(port=0), arrived.append)
    try:
        server = Server("Station", "127.0.0.1", listening.port, "STATION", "SCANNER")
        store(server, planted, lambda uid, failure: None)
    finally:
        listening.stop()
    assert len(arrived) == 1
    assert names_in(repr(arrived[0]).replace(str(arrived[0].folder), "")) == []
    assert names_in(caplog.text) == []
    assert names_in(records_of(home)) == []
    (entry,) = open_index(home).search("plantedname")
    assert entry.study_uid == STUDY
