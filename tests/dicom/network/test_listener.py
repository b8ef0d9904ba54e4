"""What is sent to Station: taken whole, refused with a reason, and never allowed to harm."""

import socket
import threading
import time
from collections.abc import Callable, Generator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydicom import dcmread
from pydicom.dataset import Dataset
from pydicom.uid import (
    UID,
    DeflatedExplicitVRLittleEndian,
    ExplicitVRBigEndian,
    ExplicitVRLittleEndian,
    ImplicitVRLittleEndian,
    JPEG2000Lossless,
    RLELossless,
)
from pynetdicom.ae import ApplicationEntity
from pynetdicom.dsutils import encode

from station.dicom.network import wire
from station.dicom.network.asking import echo
from station.dicom.network.listener import Arrived, Limits, Listener
from station.dicom.network.store import send
from station.dicom.network.tls import server_context
from station.dicom.network.wire import Proposal, Tag, Verb
from station.pacs import PacsError, Server, Tls
from tests.dicom.network.authority import Authority
from tests.dicom.network.desk import Desk
from tests.dicom.network.faulty import HOST, HURRIED, PET, UNCOMPRESSED
from tests.dicom.network.instances import STUDY, content, instance, written
from tests.dicom.synthetic import header, ramp, write_series
from tests.peers import dcmtk
from tests.peers.orthanc import Orthanc

FEW = settings(
    max_examples=60,
    derandomize=True,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
EXPLICIT = UNCOMPRESSED[0]


@pytest.fixture
def desk() -> Desk[Arrived]:
    return Desk()


@pytest.fixture
def make(tmp_path: Path, desk: Desk[Arrived]) -> Generator[Callable[..., Listener]]:
    """Starts listeners, and stops them after the test."""
    running: list[Listener] = []

    def start(**changed: Any) -> Listener:
        settings_: dict[str, Any] = {"aet": "STATION", "allowed": frozenset(), "port": 0, **changed}
        listener = Listener(tmp_path / "inbox", desk, **settings_)
        listener.start()
        running.append(listener)
        return listener

    yield start
    for listener in running:
        listener.stop()


@pytest.fixture
def listener(make: Callable[..., Listener]) -> Listener:
    return make()


def entry(listener: Listener, **changed: Any) -> Server:
    """The listener as a sender knows it."""
    server = Server("Station", HOST, listener.port, "STATION", "SENDER")
    return replace(server, **changed)


def opened(listener: Listener, *proposals: Proposal, **changed: Any) -> wire.Line:
    wanted = proposals or (Proposal(PET, (EXPLICIT,)),)
    return wire.open_line(entry(listener, **changed), wanted, HURRIED)[0]


def stored(line: wire.Line, dataset: Dataset | bytes, named: str | None = None) -> int:
    """The status for one instance, sent over context 1 as the instance `named`."""
    data = dataset if isinstance(dataset, bytes) else encoded(dataset)
    if named is None:
        named = "1.2.3" if isinstance(dataset, bytes) else str(dataset.SOPInstanceUID)
    line.send(1, {**COMMAND, Tag.AFFECTED_INSTANCE: named}, data)
    answer = line.command()
    assert answer is not None
    assert answer.verb == Verb.C_STORE | wire.ANSWER
    return answer.number(Tag.STATUS)


def encoded(dataset: Dataset) -> bytes:
    data = encode(dataset, False, True)
    assert data is not None
    return data


def files(arrived: Arrived) -> list[Path]:
    return sorted(arrived.folder.iterdir())


def failed(arrived: Arrived) -> list[str]:
    return [failure.reason for failure in arrived.problems]


# --- what arrives -----------------------------------------------------------------------------


@pytest.mark.simulated
@pytest.mark.parametrize(
    ("syntax", "option"),
    [
        (ExplicitVRLittleEndian, "-xe"),
        (ImplicitVRLittleEndian, "-xi"),
        (ExplicitVRBigEndian, "-xb"),
        (DeflatedExplicitVRLittleEndian, "-xd"),
        (RLELossless, "-xr"),
        (JPEG2000Lossless, "-xv"),
    ],
    ids=lambda value: getattr(value, "keyword", value),
)
def test_what_dcmtk_sends_is_on_the_disk_as_it_was(tmp_path, listener, desk, syntax, option):
    sent = write_series(tmp_path / "out", ramp(3, 32, 32), syntax=syntax)
    options = [option, "-aec", "STATION", HOST, str(listener.port)]
    ran = dcmtk.tool("storescu", *options, *map(str, sent))
    assert ran.returncode == 0, ran.stderr
    arrived = desk.next()
    assert arrived.whole
    assert arrived.problems == ()
    assert arrived.sender == "STORESCU"
    assert arrived.folder == listener.folder / STUDY
    assert len(arrived.sop_uids) == 3
    ours = {dcmread(path).SOPInstanceUID: dcmread(path) for path in files(arrived)}
    assert ours == {dcmread(path).SOPInstanceUID: dcmread(path) for path in sent}
    assert {ds.file_meta.TransferSyntaxUID for ds in ours.values()} == {syntax}


@pytest.mark.simulated
def test_what_orthanc_sends_arrives(tmp_path, make, desk, orthanc: Orthanc):
    listener = make(allowed=frozenset({orthanc.aet}))
    paths = written(tmp_path / "out", 3)
    orthanc.take(*paths)
    orthanc.knows("STATION", listener.port)
    orthanc.ask("/modalities/STATION/store", orthanc.ask("/studies"), "POST")
    arrived = desk.next()
    assert (arrived.whole, arrived.sender) == (True, orthanc.aet)
    assert set(arrived.sop_uids) == {str(dcmread(path).SOPInstanceUID) for path in paths}


def test_stations_own_files_arrive_byte_for_byte(tmp_path, listener, desk):
    paths = written(tmp_path / "out", 4)
    sending = send(entry(listener), paths, lambda uid, failure: None, patience=HURRIED)
    assert sending.stored == 4
    arrived = desk.next()
    assert {dcmread(p).PixelData for p in files(arrived)} == {dcmread(p).PixelData for p in paths}
    assert arrived.bytes == sum(path.stat().st_size for path in files(arrived))


def test_a_large_instance_arrives(listener, desk):
    line = opened(listener)
    large = instance(1, size=1200)  # 2.9 MB in many PDUs
    assert stored(line, large) == 0
    line.release()
    (path,) = files(desk.next())
    assert dcmread(path).PixelData == large.PixelData


def test_studies_that_come_over_one_association_arrive_as_two(listener, desk):
    line = opened(listener)
    other = instance(2)
    other.StudyInstanceUID = "1.2.840.1"
    assert [stored(line, instance(1)), stored(line, other)] == [0, 0]
    line.release()
    desk.next(2)
    assert {arrived.study_uid for arrived in desk.arrived} == {STUDY, "1.2.840.1"}
    assert all(len(arrived.sop_uids) == 1 for arrived in desk.arrived)


def test_a_study_over_two_associations_arrives_when_the_last_has_ended(listener, desk):
    first, second = opened(listener), opened(listener)
    assert [stored(first, instance(1)), stored(second, instance(2))] == [0, 0]
    first.release()
    second.release()
    arrived = desk.next()
    assert len(arrived.sop_uids) == 2
    assert len(desk.arrived) == 1


def test_a_study_has_arrived_after_a_silence_though_the_sender_stays(make, desk):
    line = opened(make(limits=Limits(quiet_s=0.1)))
    assert stored(line, instance(1)) == 0
    arrived = desk.next()
    assert arrived.whole
    assert arrived.folder.name == STUDY
    assert stored(line, instance(2)) == 0
    line.release()
    assert desk.next(2).sop_uids == (str(instance(2).SOPInstanceUID),)
    assert len(files(desk.next(2))) == 2


def test_an_address_of_the_newer_protocol_is_listened_at(make):
    try:
        listener = make(host="::1")
    except PacsError:
        pytest.skip("this computer has no IPv6")
    echo(entry(listener, host="::1"), HURRIED)


def test_a_host_that_is_not_of_this_computer_is_a_sentence(tmp_path, desk):
    far = Listener(tmp_path, desk, aet="A", allowed=frozenset(), host="192.0.2.1", port=0)
    with pytest.raises(PacsError, match="cannot listen at 192"):
        far.start()


def test_a_verification_is_answered(listener):
    echo(entry(listener), HURRIED)


def test_pynetdicoms_client_is_answered(listener, desk):
    ae = ApplicationEntity("CLIENT")
    ae.add_requested_context(UID(PET), list(UNCOMPRESSED))
    association = ae.associate(HOST, listener.port, ae_title="STATION")
    dataset = instance(1)
    content(dataset)
    assert association.send_c_store(dataset).Status == 0
    association.release()
    assert desk.next().whole


# --- halves, copies and other instances of one UID --------------------------------------------


def test_what_an_abort_leaves_is_kept_apart_and_reported(listener, desk):
    line = opened(listener)
    assert stored(line, instance(1)) == 0
    line.abort()
    arrived = desk.next()
    assert not arrived.whole
    assert arrived.folder == listener.folder / "halves" / STUDY
    assert "aborted the association" in failed(arrived)[0]
    assert "1 instances came before" in failed(arrived)[0]
    assert not (listener.folder / STUDY).exists()


def test_a_half_and_the_rest_of_it_are_one_study(listener, desk):
    line = opened(listener)
    assert stored(line, instance(1)) == 0
    line.abort()
    desk.next()
    line = opened(listener)
    assert stored(line, instance(2)) == 0
    line.release()
    arrived = desk.next(2)
    assert arrived.whole
    assert arrived.folder == listener.folder / STUDY
    assert len(files(arrived)) == 2
    assert not (listener.folder / "halves" / STUDY).exists()


def test_an_instance_that_is_cut_off_leaves_nothing(listener, desk):
    line = opened(listener)
    assert stored(line, instance(1)) == 0
    data = encoded(instance(2))
    header_ = wire.encoded({**COMMAND, Tag.DATASET_TYPE: 0})
    line.write(wire.PDU.pack(4, len(header_) + 6) + wire.PDV.pack(len(header_) + 2, 1, 3) + header_)
    line.write(wire.PDU.pack(4, len(data) // 2 + 6) + wire.PDV.pack(len(data) // 2 + 2, 1, 0))
    line.write(data[: len(data) // 2])
    line.close()
    arrived = desk.next()
    assert not arrived.whole
    assert len(arrived.sop_uids) == len(files(arrived)) == 1


COMMAND: dict[Tag, int | str] = {
    Tag.AFFECTED_CLASS: PET,
    Tag.COMMAND: Verb.C_STORE,
    Tag.MESSAGE_ID: 1,
    Tag.PRIORITY: 0,
    Tag.AFFECTED_INSTANCE: str(instance(2).SOPInstanceUID),
}


def test_an_instance_that_comes_twice_is_kept_once(listener, desk):
    line = opened(listener)
    assert [stored(line, instance(1)), stored(line, instance(1))] == [0, 0]
    line.release()
    arrived = desk.next()
    assert len(arrived.sop_uids) == len(files(arrived)) == 1
    assert arrived.problems == ()


def test_an_instance_that_comes_again_with_other_pixels_is_kept_apart(listener, desk):
    line = opened(listener)
    other = instance(1)
    other.PixelData = instance(2).PixelData
    assert [stored(line, instance(1)), stored(line, other)] == [0, 0]
    line.release()
    arrived = desk.next()
    (path,) = files(arrived)
    assert dcmread(path).PixelData == instance(1).PixelData
    assert "arrived again with other pixels" in failed(arrived)[0]
    (apart,) = (listener.folder / "apart" / STUDY).iterdir()
    assert dcmread(apart).PixelData == other.PixelData


# --- who may send -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"called_aet": "OTHER"}, "does not know itself by the AE title"),
        ({"calling_aet": "STRANGER"}, "the AE title that Station uses"),
    ],
)
def test_whoever_is_not_allowed_is_rejected_with_the_reason(make, changed, words):
    listener = make(allowed=frozenset({"SENDER"}))
    with pytest.raises(PacsError, match=words):
        opened(listener, **changed)
    opened(listener).release()


def test_a_port_that_is_taken_is_a_sentence(listener, tmp_path, desk):
    second = Listener(tmp_path, desk, aet="A", allowed=frozenset(), port=listener.port)
    with pytest.raises(PacsError, match=r"cannot listen at .*Choose another port"):
        second.start()


@pytest.mark.parametrize("aet", ["", "SEVENTEEN LETTERS", "BACK\\SLASH"])
def test_an_ae_title_that_is_none_is_a_sentence(tmp_path, desk, aet):
    with pytest.raises(PacsError, match="AE title"):
        Listener(tmp_path, desk, aet=aet, allowed=frozenset())


def test_nothing_listens_before_start_and_after_stop(make):
    listener = make()
    listener.stop()
    with pytest.raises(PacsError, match="nothing listens"):
        opened(listener)


def test_a_stop_reports_what_has_come(listener, desk):
    line = opened(listener)
    assert stored(line, instance(1)) == 0
    listener.stop()
    assert len(desk.next().sop_uids) == 1
    assert not desk.next().whole
    line.close()


def test_an_encrypted_listener_takes_what_is_encrypted(tmp_path, make, desk):
    authority = Authority(tmp_path / "authority")
    own, client = authority.issue("own"), authority.issue("client")
    context = server_context(own.certificate, own.key, authority.file)
    listener = make(tls=context)
    tls = Tls(authority.file, client.certificate, client.key)
    line = opened(listener, tls=tls)
    assert stored(line, instance(1, size=300)) == 0
    line.release()
    assert desk.next().whole
    with pytest.raises(PacsError):
        opened(listener, tls=Tls(authority.file))  # shows no certificate
    with pytest.raises(PacsError):
        opened(listener)  # does not speak TLS


# --- limits -----------------------------------------------------------------------------------


def test_an_instance_that_is_too_large_is_refused_and_the_next_is_taken(make, desk):
    line = opened(make(limits=Limits(instance_bytes=20_000)))
    assert stored(line, instance(1, size=200)) == 0xA700
    assert stored(line, instance(2)) == 0
    line.release()
    arrived = desk.next()
    assert len(arrived.sop_uids) == len(files(arrived)) == 1
    assert "larger than 0 MB" in failed(arrived)[0]


def test_more_than_fits_the_memory_is_refused(make, desk):
    line = opened(make(limits=Limits(in_memory_bytes=50_000)))
    assert stored(line, instance(1, size=200)) == 0xA700
    assert stored(line, instance(2)) == 0
    line.release()
    assert "more comes in at one time" in failed(desk.next())[0]


def test_a_disk_that_is_full_refuses(make, desk):
    line = opened(make(limits=Limits(disk_floor_bytes=1 << 60)))
    assert stored(line, instance(1)) == 0xA700
    line.release()
    arrived = desk.next()
    assert arrived.sop_uids == ()
    assert "MB must stay free" in failed(arrived)[0]
    assert not [path for path in arrived.folder.rglob("*") if path.is_file()]


def test_a_folder_that_cannot_be_written_refuses(listener, desk):
    listener.folder.write_text("A file is in its place.")
    line = opened(listener)
    assert stored(line, instance(1)) == 0xA700
    line.release()
    assert "cannot be written" in failed(desk.next())[0]


def test_a_sender_that_is_too_fast_is_slowed_down(make):
    line = opened(make(limits=Limits(instances_per_s=20.0)))
    began = time.monotonic()
    for number in range(1, 31):  # the first second's worth is free
        assert stored(line, instance(number)) == 0
    assert time.monotonic() - began >= 9 / 20.0
    line.release()


def test_associations_above_the_limit_are_rejected_for_now(make):
    listener = make(limits=Limits(associations=2))
    open_ = [opened(listener), opened(listener)]
    with pytest.raises(wire.Busy, match="too busy"):
        opened(listener)
    open_.pop().release()
    open_.append(when_free(listener))
    for line in open_:
        line.release()


def when_free(listener: Listener) -> wire.Line:
    """An association, as soon as the listener has noticed that another one ended."""
    until = time.monotonic() + 10
    while True:
        try:
            return opened(listener)
        except wire.Busy:
            assert time.monotonic() < until


@pytest.mark.simulated
def test_a_thousand_parallel_associations_do_no_harm(make, desk):
    listener = make(limits=Limits(associations=8))
    connections = [socket.create_connection((HOST, listener.port), 30) for _ in range(1000)]
    outcomes: list[str] = []

    def ask(connection: socket.socket, number: int) -> None:
        line = wire.Line(connection, "Station", 30.0)
        try:
            wire._request(line, entry(listener), [Proposal(PET, (EXPLICIT,))], HURRIED)
            status = stored(line, instance(number))
            line.release()
            outcomes.append("stored" if status == 0 else f"{status:04X}")
        except PacsError as error:
            outcomes.append(type(error).__name__)
            line.close()

    threads = [threading.Thread(target=ask, args=(c, n)) for n, c in enumerate(connections)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert set(outcomes) <= {"stored", "Busy"}
    assert outcomes.count("stored") >= 8
    assert len(outcomes) == 1000
    line = when_free(listener)  # it still listens
    assert stored(line, instance(2000)) == 0
    line.release()
    listener.stop()
    here = {uid for arrived in desk.arrived for uid in arrived.sop_uids}
    assert len(here) == outcomes.count("stored") + 1
    assert len(list(listener.folder.rglob("*.dcm"))) == len(here)


# --- faults -----------------------------------------------------------------------------------


def test_a_sender_that_never_releases_is_given_up(make, desk):
    listener = make(limits=Limits(quiet_s=0.05, silence_s=0.2, associations=1))
    line = opened(listener)
    assert stored(line, instance(1)) == 0
    assert desk.next().whole
    with pytest.raises(wire.Lost):
        line.command()
    line.close()
    when_free(listener).release()


def test_a_sender_that_stalls_within_an_instance_is_given_up(make, desk):
    listener = make(limits=Limits(silence_s=0.2))
    line = opened(listener)
    assert stored(line, instance(1)) == 0
    header_ = wire.encoded({**COMMAND, Tag.DATASET_TYPE: 0})
    line.write(wire.PDU.pack(4, len(header_) + 6) + wire.PDV.pack(len(header_) + 2, 1, 3) + header_)
    arrived = desk.next()
    assert not arrived.whole
    assert "did not answer" in failed(arrived)[0]
    line.close()


def test_a_connection_that_asks_for_nothing_takes_no_place(make):
    listener = make(limits=Limits(associations=1, negotiation_s=0.3))
    with socket.create_connection((HOST, listener.port)) as silent:
        opened(listener).release()
        silent.settimeout(10)
        assert silent.recv(1) == b""


def test_a_data_set_of_another_instance_is_refused(listener, desk):
    line = opened(listener)
    assert stored(line, instance(1), "1.2.3") == 0xA900
    line.release()
    arrived = desk.next()
    assert "belongs to another instance" in failed(arrived)[0]
    assert arrived.sop_uids == ()


@pytest.mark.parametrize("sop_uid", ["../../etc/passwd", "1..2", "", "9" * 65, "1.2\\3"])
def test_a_uid_that_is_none_is_refused(listener, desk, sop_uid):
    line = opened(listener)
    dataset = encoded(header())
    assert stored(line, dataset, sop_uid) == 0xC000
    line.release()
    assert "UID" in failed(desk.next())[0]
    assert not list(listener.folder.rglob("*.dcm"))


def test_an_operation_that_is_not_offered_is_refused_and_the_association_stays(listener, desk):
    line = opened(listener)
    line.send(1, {**COMMAND, Tag.COMMAND: 0x0020}, encoded(instance(1)))  # C-FIND
    answer = line.command()
    assert answer is not None
    assert answer.number(Tag.STATUS) == 0x0211
    assert stored(line, instance(1)) == 0
    line.release()
    assert desk.next().whole


def test_a_report_that_nobody_waits_for_is_refused(listener):
    commitment = "1.2.840.10008.1.20.1"
    line = opened(listener, Proposal(commitment, (EXPLICIT,), as_scp=True))
    report = Dataset()
    report.TransactionUID = "1.2.3"
    command = {
        Tag.AFFECTED_CLASS: commitment,
        Tag.COMMAND: Verb.N_EVENT_REPORT,
        Tag.MESSAGE_ID: 1,
        Tag.AFFECTED_INSTANCE: "1.2.840.10008.1.20.1.1",
        Tag.EVENT_TYPE: 1,
    }
    line.send(1, command, encoded(report))
    answer = line.command()
    assert answer is not None
    assert answer.number(Tag.STATUS) == 0x0110
    line.release()


@FEW
@given(
    damage=st.lists(
        st.tuples(st.floats(0, 0.999), st.binary(min_size=1, max_size=8)), min_size=1, max_size=6
    ),
    share=st.floats(0.0, 1.0),
)
def test_a_hostile_data_set_is_kept_as_it_came_or_refused(hostile, damage, share):
    listener, desk = hostile
    data = bytearray(encoded(instance(1)))
    for place, replacement in damage:
        start = int(place * len(data))
        data[start : start + len(replacement)] = replacement
    data = bytes(data[: max(2, int(share * len(data)))])
    line = opened(listener)
    before = len(desk.arrived)
    status = stored(line, data, str(instance(1).SOPInstanceUID))
    line.release()
    arrived = desk.next(before + 1)
    assert status in (0, 0xA700, 0xA900, 0xC000)
    assert (status == 0) == bool(arrived.sop_uids) or arrived.problems
    assert all(failure.reason.endswith(".") for failure in arrived.problems)
    assert not list(listener.folder.rglob("*.part"))


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Generator[tuple[Listener, Desk]]:
    """A listener that many hostile data sets are sent to, and its desk."""
    desk = Desk()
    folder = tmp_path_factory.mktemp("hostile")
    limits = Limits(associations=500)  # those that ended may not have been noticed yet
    with Listener(
        folder, desk, aet="STATION", allowed=frozenset(), port=0, limits=limits
    ) as listener:
        yield listener, desk


@FEW
@given(data=st.binary(max_size=400), after=st.booleans())
def test_hostile_bytes_end_their_own_association_only(hostile, data, after):
    listener, _ = hostile
    if after:
        line = opened(listener)
        line.write(data)
        line.close()
    else:
        with socket.create_connection((HOST, listener.port)) as connection, suppress(OSError):
            connection.sendall(data)
    opened(listener).release()
