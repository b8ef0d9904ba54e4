"""To a PACS that others wrote and back, by every way: what returns is what was sent."""

import socket
from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from pydicom import dcmread
from pydicom.dataset import Dataset

from station.archive.index import open_index
from station.archive.transfers import Stage
from station.dicom.contours import write_rtstruct
from station.dicom.load import read_image, scan
from station.dicom.quality_objects import write_encapsulated_pdf
from station.dicom.report import MeasuredVoi, write_sr
from station.dicom.segmentation import write_seg
from station.operations.pacs.fetch import fetch
from station.operations.pacs.find import Local, find_series, find_studies, local_studies, preview
from station.operations.pacs.ledger import transfers
from station.operations.pacs.listen import ListenerSettings, keep_listener_settings, listen
from station.operations.pacs.send import send
from station.operations.pacs.servers import add_server, check_server, server_named
from station.pacs import Query, Server, Tls, Via
from tests.dicom.synthetic import ramp, write_series
from tests.dicom.test_contours import SHAPE, sphere
from tests.dicom.test_report import LIVER, MEASURED
from tests.operations.pacs.slices import written
from tests.peers import dcmtk
from tests.peers.orthanc import Orthanc

pytestmark = pytest.mark.simulated


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What Station makes of a study: PET, DL series, SR, SEG, RTSTRUCT and PDF."""
    folder = tmp_path_factory.mktemp("made")
    write_series(folder / "pet", ramp(*SHAPE), name="WB AC")
    write_series(folder / "dl", ramp(*SHAPE) // 2, name="DLR (RESEARCH)")
    series = scan([folder / "pet"]).studies[0].series[0]
    outlined = [sphere(series)]
    write_sr([MeasuredVoi(LIVER, series, MEASURED)], "Ito", folder / "sr.dcm")
    write_seg(series, outlined, "Ito", folder / "seg.dcm")
    write_rtstruct(series, outlined, "Ito", folder / "rtstruct.dcm")
    write_encapsulated_pdf(series, b"%PDF-1.7\n%%EOF\n", folder / "report.dcm")
    return folder


@pytest.fixture
def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return listener.getsockname()[1]


@pytest.fixture
def home(known_home: Path, orthanc: Orthanc, free_port: int) -> Path:
    """A data folder that knows Orthanc by DIMSE and by DICOMweb, which knows where to move to."""
    keep_listener_settings(known_home, ListenerSettings(port=free_port))
    orthanc.knows("STATION", free_port)
    server = Server(
        "orthanc", orthanc.host, orthanc.dicom_port, orthanc.aet, web_url=orthanc.web_url
    )
    add_server(known_home, server)
    return known_home


def instances_of(folder: Path) -> dict[str, Dataset]:
    files = [path for path in folder.rglob("*") if path.is_file()]
    return {str(ds.SOPInstanceUID): ds for ds in map(dcmread, files)}


def are_identical(made: Path, back: Path) -> None:
    """Every instance is there, with every tag and pixel."""
    sent, came = instances_of(made), instances_of(back)
    assert sent.keys() == came.keys()
    for uid, dataset in sent.items():
        assert came[uid] == dataset, uid
        if "PixelData" in dataset:
            assert np.array_equal(came[uid].pixel_array, dataset.pixel_array)


@pytest.mark.parametrize("sent_by", [Via.STORE, Via.WEB])
@pytest.mark.parametrize("fetched_by", [Via.GET, Via.MOVE, Via.WEB])
def test_what_station_made_returns_from_a_pacs_as_it_was(
    home: Path, made: Path, orthanc: Orthanc, tmp_path: Path, sent_by: Via, fetched_by: Via
) -> None:
    count = len(instances_of(made))
    sent = send(home, "orthanc", [made], sent_by, commit=True)
    assert (sent.sent, sent.stored, sent.committed, sent.failed) == (count, count, count, ())
    assert orthanc.sop_uids() == instances_of(made).keys()

    server = server_named(home, "orthanc")
    (study,) = find_studies(home, server, Query(name="doe", modality="PT")).studies
    assert (study.patient_id, study.instances) == ("SYN1", count)
    assert {"PT", "SR", "SEG", "RTSTRUCT"} <= set(study.modalities)
    series = find_series(home, server, study.study_uid)
    assert len(series) == 6
    pet = next(one for one in series if one.modality == "PT")
    assert preview(home, server, study.study_uid, pet.series_uid).shape == SHAPE[1:]

    fetched = fetch(home, "orthanc", study.study_uid, via=fetched_by)
    assert (fetched.wanted, fetched.received, fetched.failed) == (count, count, ())
    are_identical(made, fetched.folder)
    assert local_studies(home, [study]) == {study.study_uid: Local.WHOLE}
    assert {(each.stage, each.via) for each in transfers(home)} == {
        (Stage.DONE, sent_by),
        (Stage.DONE, fetched_by),
    }


def test_what_is_moved_while_station_listens_is_taken_by_the_listener(
    home: Path, made: Path, opened_study: None, free_port: int, tmp_path: Path
) -> None:
    (study,) = find_studies(home, server_named(home, "orthanc"), Query(patient_id="SYN1")).studies
    listening = listen(home, ListenerSettings(port=free_port), lambda arrived: None)
    try:
        fetched = fetch(home, "orthanc", study.study_uid, via=Via.MOVE)
        elsewhere = fetch(home, "orthanc", study.study_uid, out=tmp_path / "out", via=Via.MOVE)
    finally:
        listening.stop()
    for each in (fetched, elsewhere):
        assert each.whole
        are_identical(made, each.folder)
    assert {transfer.via for transfer in transfers(home)} == {Via.MOVE, Via.STORE}
    assert {transfer.stage for transfer in transfers(home)} == {Stage.DONE}


@pytest.fixture
def opened_study(home: Path, made: Path, orthanc: Orthanc) -> None:
    orthanc.take(*[path for path in made.rglob("*") if path.is_file()])


def test_a_fetched_study_is_opened_from_the_list(
    home: Path, made: Path, opened_study: None
) -> None:
    (study,) = find_studies(home, server_named(home, "orthanc"), Query(patient_id="SYN1")).studies
    fetch(home, "orthanc", study.study_uid)
    remembered = open_index(home).study(study.study_uid)
    assert remembered is not None
    originals = {one.description: one for one in scan([made]).studies[0].series}
    for series in remembered.series:
        original = read_image(originals[series.description])
        assert np.array_equal(read_image(series).values, original.values)


def test_everything_that_orthanc_is_needed_for_works(home: Path) -> None:
    diagnosis = check_server(home, "orthanc")
    assert diagnosis.passed, diagnosis.problem
    assert [check.name for check in diagnosis.checks] == [
        "Connection",
        "Echo",
        "Query",
        "C-GET",
        "Web",
    ]


# -- a server that does not work says what is wrong ------------------------------------------------


def problem_of(home: Path, server: Server) -> tuple[str, str]:
    """Which step fails, and the sentence."""
    add_server(home, server, replace=True)
    diagnosis = check_server(home, server.name)
    (failed, *_) = [check for check in diagnosis.checks if not check.passed]
    return failed.name, failed.sentence


def test_a_port_on_which_nothing_listens_is_refused(home: Path, free_port: int) -> None:
    step, sentence = problem_of(home, Server("x", "127.0.0.1", free_port, "ORTHANC"))
    assert step == "Connection"
    assert f"127.0.0.1:{free_port}" in sentence


def test_the_web_port_is_not_the_dicom_port(home: Path, orthanc: Orthanc) -> None:
    step, sentence = problem_of(home, Server("x", orthanc.host, orthanc.http_port, "ORTHANC"))
    assert step == "Echo"
    assert "its web port is another one" in sentence


def test_a_server_without_tls_is_said(home: Path, orthanc: Orthanc) -> None:
    server = Server("x", orthanc.host, orthanc.dicom_port, "ORTHANC", tls=Tls())
    step, sentence = problem_of(home, server)
    assert step == "Connection"
    assert "TLS" in sentence


def test_an_address_of_dicomweb_that_is_wrong_is_said(home: Path, orthanc: Orthanc) -> None:
    step, sentence = problem_of(home, Server("x", "", web_url=f"{orthanc.url}/nowhere"))
    assert step == "Web"
    assert "nowhere" in sentence


def test_the_wrong_ae_title_is_said(home: Path, tmp_path: Path) -> None:
    with dcmtk.archive(tmp_path / "peer") as peer:
        step, sentence = problem_of(home, Server("x", peer.host, peer.port, "WRONG"))
        assert step == "Echo"
        assert "WRONG" in sentence


def test_a_destination_that_the_server_does_not_know_is_said_with_its_port(
    home: Path, tmp_path: Path, free_port: int, slice_of_today: Path
) -> None:
    with dcmtk.archive(tmp_path / "peer") as peer:
        peer.take(slice_of_today)
        server = Server("x", peer.host, peer.port, peer.aet, "STATION", retrieve=Via.MOVE)
        step, sentence = problem_of(home, server)
    assert step == "C-MOVE"
    assert f'AE title "STATION", the address of this computer and port {free_port}' in sentence


def test_a_destination_that_orthanc_does_not_know_is_said(
    home: Path, orthanc: Orthanc, recent: None
) -> None:
    """Orthanc looks for the destination only when it has something to move."""
    server = Server("x", orthanc.host, orthanc.dicom_port, orthanc.aet, "NOBODY", retrieve=Via.MOVE)
    step, sentence = problem_of(home, server)
    assert step == "C-MOVE"
    assert '"NOBODY"' in sentence


def test_a_destination_at_another_port_is_said(
    home: Path, orthanc: Orthanc, recent: None, free_port: int
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        orthanc.knows("ELSEWHERE", other.getsockname()[1])
    server = Server(
        "x", orthanc.host, orthanc.dicom_port, orthanc.aet, "ELSEWHERE", retrieve=Via.MOVE
    )
    step, sentence = problem_of(home, server)
    assert step == "C-MOVE"
    assert f"port {free_port}" in sentence


def test_a_destination_that_works_passes(home: Path, orthanc: Orthanc, recent: None) -> None:
    server = replace(server_named(home, "orthanc"), retrieve=Via.MOVE)
    add_server(home, server, replace=True)
    diagnosis = check_server(home, "orthanc")
    assert diagnosis.passed, diagnosis.problem
    assert "C-MOVE" in [check.name for check in diagnosis.checks]


@pytest.fixture
def slice_of_today(tmp_path: Path) -> Path:
    (path,) = written(tmp_path / "recent", 1)
    dataset = dcmread(path)
    dataset.StudyDate = f"{date.today():%Y%m%d}"
    dataset.save_as(path)
    return path


@pytest.fixture
def recent(orthanc: Orthanc, slice_of_today: Path) -> None:
    """Orthanc has something to move."""
    orthanc.take(slice_of_today)
