"""Station listens: what was sent to it is in the ledger and in the list; halves are kept apart."""

import json
import shutil
import stat
from collections.abc import Callable, Generator
from dataclasses import replace
from pathlib import Path

import pytest
from pydicom import dcmread

from station.archive.index import open_index
from station.archive.transfers import Kind, Stage
from station.dicom.network.listener import HALVES
from station.dicom.network.store import send
from station.errors import Cancelled
from station.operations.pacs.fetch import remember
from station.operations.pacs.ledger import instances, resume, transfers
from station.operations.pacs.listen import (
    Arrived,
    ListenerSettings,
    Listening,
    keep_listener_settings,
    listen,
    listener_settings,
)
from station.operations.pacs.settings import FILE
from station.pacs import InstanceState, PacsError, Server, Tls, Traffic
from tests.dicom.network.desk import Desk
from tests.dicom.synthetic import uid
from tests.operations.pacs.slices import STUDY, written

SETTINGS = ListenerSettings(port=0)


@pytest.fixture
def desk() -> Desk[Arrived]:
    return Desk()


@pytest.fixture
def start(known_home: Path, desk: Desk[Arrived]) -> Generator[Callable[..., Listening]]:
    """Starts listeners, and stops them after the test."""
    running: list[Listening] = []

    def started(settings: ListenerSettings = SETTINGS) -> Listening:
        running.append(listen(known_home, settings, desk))
        return running[-1]

    yield started
    for one in running:
        one.stop()


def entry(listening: Listening, calling: str = "SCANNER") -> Server:
    """The listener as a sender knows it."""
    aet = listening.settings.aet
    return Server("Station", "127.0.0.1", listening.port, aet, calling)


def sent(listening: Listening, files: list[Path], stop_after: int | None = None) -> None:
    def watch(traffic: Traffic) -> None:
        if traffic.done == stop_after:
            raise Cancelled  # the association is then aborted

    send(entry(listening), files, lambda uid, failure: None, watch)


def test_a_study_that_was_sent_is_in_the_ledger_and_in_the_list(
    known_home: Path, start: Callable[..., Listening], desk: Desk[Arrived], slices: list[Path]
) -> None:
    sent(start(), slices)
    arrived = desk.next()
    assert arrived == Arrived(STUDY, "SCANNER", 12, known_home / "studies" / STUDY, 1)
    assert {path.read_bytes()[132:] for path in arrived.folder.glob("*.dcm")}
    (transfer,) = transfers(known_home)
    assert (transfer.kind, transfer.server, transfer.stage) == (
        Kind.RECEIVED,
        "SCANNER",
        Stage.DONE,
    )
    assert transfer.counts[InstanceState.RECEIVED] == 12
    files = arrived.folder.glob("*.dcm")
    assert transfer.size_bytes == sum(path.stat().st_size for path in files)
    (study,) = open_index(known_home).search()
    assert [(series.slices, series.copied) for series in study.series] == [(12, True)]


def test_what_an_aborted_association_left_is_completed_by_the_next(
    known_home: Path, start: Callable[..., Listening], desk: Desk[Arrived], slices: list[Path]
) -> None:
    listening = start()
    with pytest.raises(Cancelled):
        sent(listening, slices, stop_after=5)
    half = desk.next()
    assert half.folder == known_home / "studies" / HALVES / STUDY
    assert "have the study sent again" in half.problem
    assert open_index(known_home).search() == ()
    (transfer,) = transfers(known_home, open_only=True)
    assert transfer.stage is Stage.INCOMPLETE
    came = half.instances
    assert 5 <= came < 12
    sent(listening, slices[came:])
    whole = desk.next(2)
    assert (whole.instances, whole.transfer, whole.problem) == (12, transfer.number, "")
    assert transfers(known_home, open_only=True) == ()
    rows = instances(known_home, transfer.number)
    assert [row.path for row in rows] == sorted(
        (whole.folder / f"{row.sop_uid}.dcm" for row in rows), key=str
    )
    assert len(open_index(known_home).search()) == 1


def test_what_a_killed_station_had_taken_is_told_at_the_next_start(
    known_home: Path, start: Callable[..., Listening], desk: Desk[Arrived]
) -> None:
    """Its sender believes that it is stored."""
    half = known_home / "studies" / HALVES / STUDY
    written(half, 3)
    start()
    arrived = desk.next()
    assert (arrived.study_uid, arrived.instances, arrived.folder) == (STUDY, 3, half)
    assert "Station ended while the study came. 3 instances" in arrived.problem
    (transfer,) = transfers(known_home, open_only=True)
    assert transfer.counts[InstanceState.RECEIVED] == 3
    start()  # it has been told
    assert len(desk.arrived) == 1


def test_a_half_of_what_is_here_whole_is_removed_and_not_told(
    known_home: Path, start: Callable[..., Listening], desk: Desk[Arrived], slices: list[Path]
) -> None:
    whole, half = known_home / "studies" / STUDY, known_home / "studies" / HALVES / STUDY
    shutil.copytree(slices[0].parent, whole)
    shutil.copytree(whole, half)
    (half / slices[0].name).write_bytes(b"another")
    start()
    assert "Station ended while the study came" in desk.next().problem
    assert half.exists(), "something of it is nowhere else"
    shutil.copy(whole / slices[0].name, half / slices[0].name)
    start()
    assert not half.exists()
    assert len(desk.arrived) == 1
    assert [transfer.stage for transfer in transfers(known_home)] == [Stage.DONE]
    assert len(list(whole.iterdir())) == len(slices)


def test_a_study_that_is_sent_again_is_there_once(
    known_home: Path, start: Callable[..., Listening], desk: Desk[Arrived], slices: list[Path]
) -> None:
    listening = start()
    for number in (1, 2):
        sent(listening, slices)
        assert desk.next(number).instances == 12
    (study,) = open_index(known_home).search()
    assert [series.slices for series in study.series] == [12]


def of_another_patient(files: list[Path], folder: Path) -> list[Path]:
    """Slices of another patient with UIDs of the same study and series."""
    folder.mkdir()
    for number, path in enumerate(files, 101):
        dataset = dcmread(path)
        dataset.PatientID, dataset.SOPInstanceUID = "OTHER", uid("other", number)
        dataset.file_meta.MediaStorageSOPInstanceUID = dataset.SOPInstanceUID
        dataset.save_as(folder / path.name)
    return sorted(folder.iterdir())


def test_another_patients_slices_are_not_mixed_into_a_study(
    known_home: Path,
    start: Callable[..., Listening],
    desk: Desk[Arrived],
    slices: list[Path],
    tmp_path: Path,
) -> None:
    listening = start()
    sent(listening, slices)
    desk.next()
    sent(listening, of_another_patient(slices[:3], tmp_path / "other"))
    arrived = desk.next(2)
    assert "of another patient" in arrived.problem
    assert len(list(arrived.folder.glob("*.dcm"))) == 12
    (study,) = open_index(known_home).search()
    assert study.patient_id == dcmread(slices[0]).PatientID
    assert [series.slices for series in study.series] == [12]
    assert transfers(known_home)[0].counts[InstanceState.FAILED] == 3


def test_what_is_sent_takes_no_study_of_the_list_from_its_patient(
    known_home: Path,
    start: Callable[..., Listening],
    desk: Desk[Arrived],
    slices: list[Path],
    tmp_path: Path,
) -> None:
    remember(known_home, slices[0].parent)
    sent(start(), of_another_patient(slices, tmp_path / "other"))
    assert "is not in the list" in desk.next().problem
    (study,) = open_index(known_home).search()
    assert study.patient_id == dcmread(slices[0]).PatientID


def test_only_who_may_send_can_send(start: Callable[..., Listening], slices: list[Path]) -> None:
    listening = start(replace(SETTINGS, allowed=("ARCHIVE",)))
    with pytest.raises(PacsError, match="SCANNER"):
        sent(listening, slices)


def test_what_was_received_cannot_be_resumed_from_here(
    known_home: Path, start: Callable[..., Listening], desk: Desk[Arrived], slices: list[Path]
) -> None:
    sent(start(), slices)
    with pytest.raises(PacsError, match="only SCANNER can send it again"):
        resume(known_home, desk.next().transfer)


def test_a_port_that_is_taken_is_refused(start: Callable[..., Listening]) -> None:
    port = start().port
    with pytest.raises(PacsError, match="Choose another port"):
        start(replace(SETTINGS, port=port))


# -- settings --------------------------------------------------------------------------------------


def test_station_does_not_listen_until_it_is_switched_on(known_home: Path) -> None:
    settings = listener_settings(known_home)
    assert (settings.on, settings.host, settings.port) == (False, "127.0.0.1", 11112)


def test_settings_are_read_back_as_they_were_kept(known_home: Path) -> None:
    tls = Tls(None, Path("/etc/station.pem"), Path("/etc/station.key"))
    settings = ListenerSettings(True, "10.0.0.7", 104, "PETVIEW", ("ARCHIVE", "CT1"), tls)
    keep_listener_settings(known_home, settings)
    assert listener_settings(known_home) == settings
    assert not (known_home / FILE).stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO)


@pytest.mark.parametrize(
    ("settings", "sentence"),
    [
        (ListenerSettings(port=70000), "70000 is not a port"),
        (ListenerSettings(port=-1), "-1 is not a port"),
        (ListenerSettings(aet="A" * 17), "cannot be an AE title"),
        (ListenerSettings(allowed=("",)), "cannot be an AE title"),
        (ListenerSettings(host=""), "is not an address of this computer"),
        (ListenerSettings(tls=Tls()), "needs a certificate and its key"),
    ],
)
def test_settings_that_cannot_be_right_are_refused(
    known_home: Path, settings: ListenerSettings, sentence: str
) -> None:
    with pytest.raises(PacsError, match=sentence):
        keep_listener_settings(known_home, settings)
    with pytest.raises(PacsError, match=sentence):
        listen(known_home, settings, lambda arrived: None)
    assert not (known_home / FILE).exists()


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"tls": 3}', '{"tls": null, "allowed": 3}'])
def test_damaged_settings_are_named(known_home: Path, content: str) -> None:
    (known_home / FILE).write_text(content)
    with pytest.raises(PacsError, match="cannot be used"):
        listener_settings(known_home)


def test_settings_of_a_newer_station_are_refused_not_guessed(known_home: Path) -> None:
    keep_listener_settings(known_home, ListenerSettings())
    known = json.loads((known_home / FILE).read_text())
    (known_home / FILE).write_text(json.dumps(known | {"speed": 3}))
    with pytest.raises(PacsError, match="cannot be used"):
        listener_settings(known_home)
