"""What is fetched is on the disk, whole and once; what is not has a reason."""

import threading
import time
from collections.abc import Callable, Generator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pydicom import dcmread
from pydicom.dataset import Dataset
from pydicom.uid import ExplicitVRLittleEndian
from pynetdicom import evt
from pynetdicom.presentation import build_context

from station.dicom.network import inbox as inboxes
from station.dicom.network import retrieve
from station.dicom.network.inbox import Inbox
from station.dicom.network.query import find_instances, find_series
from station.dicom.network.retrieve import get, move, storage_contexts
from station.dicom.network.store import send
from station.dicom.network.wire import ANSWER, Line, Proposal, Tag, Verb
from station.errors import Cancelled
from station.pacs import Failure, PacsError, RemoteInstance, Server, Traffic
from tests.dicom.network.faulty import UNCOMPRESSED, scripted
from tests.dicom.network.instances import STUDY, content, instance, written
from tests.dicom.network.servers import HOST, QUICK, free_port, serving
from tests.peers import dcmtk
from tests.peers.orthanc import Orthanc

PT = "1.2.840.10008.5.1.4.1.1.128"
SERIES = str(instance(1).SeriesInstanceUID)
GET = "1.2.840.10008.5.1.4.1.2.2.3"
MOVE = "1.2.840.10008.5.1.4.1.2.2.2"


def wanted(count: int, sop_class: str = PT) -> list[RemoteInstance]:
    return [
        RemoteInstance(str(instance(number).SOPInstanceUID), sop_class, SERIES)
        for number in range(1, count + 1)
    ]


class Here:
    """What has been received."""

    def __init__(self, folder: Path) -> None:
        self.inbox = Inbox(folder / "in")
        self.files: dict[str, Path] = {}
        self.calls = 0
        self.thread: int | None = None
        self.traffic: list[Traffic] = []

    def received(self, sop_uid: str, path: Path) -> None:
        self.files[sop_uid] = path
        self.calls += 1
        self.thread = threading.get_ident()

    def watch(self, traffic: Traffic) -> None:
        self.traffic.append(traffic)

    def fetch(
        self, server: Server, instances: list[RemoteInstance], *, whole: bool = True, **more: Any
    ) -> tuple[Failure, ...]:
        how = more.pop("how", get)
        return how(
            server,
            STUDY,
            [SERIES] if whole else [],
            instances,
            self.inbox,
            self.received,
            self.watch,
            **more,
        )


def sent(number: int, **changes: Any) -> Dataset:
    """A slice as a server sends it."""
    series, modality = changes.pop("series", "PET"), changes.pop("modality", "PT")
    dataset = instance(number, series=series, modality=modality)
    for keyword, value in changes.items():
        setattr(dataset, keyword, value)
    return dcmread(BytesIO(content(dataset)))


def getting(
    answer: Callable[[Any], Generator[Any]], classes: tuple[str, ...] = (PT,), **settings: object
) -> Any:
    """A server of C-GET, which accepts to send these classes."""
    contexts = [build_context(GET)]
    for sop_class in classes:
        context = build_context(sop_class, [ExplicitVRLittleEndian])
        context.scu_role, context.scp_role = False, True
        contexts.append(context)
    return serving(contexts, [(evt.EVT_C_GET, answer)], **settings)


def sending(*numbers: int) -> Callable[[Any], Generator[Any]]:
    """Sends these slices, if they were asked for."""

    def answer(event: Any) -> Generator[Any]:
        asked = event.identifier.get("SOPInstanceUID")
        uids = [asked] if isinstance(asked, str) else list(asked or [])
        some = [sent(number) for number in numbers]
        some = [one for one in some if not uids or str(one.SOPInstanceUID) in uids]
        yield len(some)
        for one in some:
            yield 0xFF00, one

    return answer


# --- real peers -----------------------------------------------------------------------------------


@pytest.mark.simulated
def test_a_series_comes_from_dcmtk_s_archive_by_c_get(tmp_path: Path) -> None:
    files = written(tmp_path / "files", 12)
    with dcmtk.archive(tmp_path / "archive") as peer:
        peer.take(*files)
        server = Server("dcmtk", peer.host, peer.port, peer.aet)
        found = list(find_instances(server, STUDY, SERIES))
        here = Here(tmp_path)
        assert here.fetch(server, found) == ()
    same_as(files, here)


@pytest.mark.simulated
def test_a_series_comes_from_orthanc_by_c_get(orthanc: Orthanc, tmp_path: Path) -> None:
    files = written(tmp_path / "files", 12)
    orthanc.take(*files)
    server = Server("Orthanc", orthanc.host, orthanc.dicom_port, orthanc.aet)
    (series,) = find_series(server, STUDY)
    found = list(find_instances(server, STUDY, series.series_uid))
    here = Here(tmp_path)
    assert here.fetch(server, found) == ()
    same_as(files, here)
    assert here.traffic[-1].done == here.traffic[-1].wanted == 12


@pytest.mark.simulated
def test_single_instances_come_from_real_peers(orthanc: Orthanc, tmp_path: Path) -> None:
    files = written(tmp_path / "files", 12)
    orthanc.take(*files)
    some = wanted(12)[3:6]
    here = Here(tmp_path / "one")
    server = Server("Orthanc", orthanc.host, orthanc.dicom_port, orthanc.aet)
    assert here.fetch(server, some, whole=False) == ()
    assert set(here.files) == {one.sop_uid for one in some}
    with dcmtk.archive(tmp_path / "archive") as peer:
        peer.take(*files)
        here = Here(tmp_path / "two")
        server = Server("dcmtk", peer.host, peer.port, peer.aet)
        assert here.fetch(server, some, whole=False) == ()
    assert set(here.files) == {one.sop_uid for one in some}


@pytest.mark.simulated
def test_a_series_comes_from_dcmtk_s_archive_by_c_move(tmp_path: Path) -> None:
    files, port = written(tmp_path / "files", 12), free_port()
    with dcmtk.archive(tmp_path / "archive", knows={"STATION": port}) as peer:
        peer.take(*files)
        server = Server("dcmtk", peer.host, peer.port, peer.aet)
        here = Here(tmp_path)
        assert here.fetch(server, wanted(12), how=move, port=port) == ()
    same_as(files, here)
    assert here.thread == threading.get_ident(), "the ledger is written in the caller's thread"


@pytest.mark.simulated
def test_a_series_comes_from_orthanc_by_c_move(orthanc: Orthanc, tmp_path: Path) -> None:
    files, port = written(tmp_path / "files", 12), free_port()
    orthanc.take(*files)
    orthanc.knows("STATION", port)
    server = Server("Orthanc", orthanc.host, orthanc.dicom_port, orthanc.aet)
    here = Here(tmp_path)
    assert here.fetch(server, wanted(12), how=move, port=port) == ()
    same_as(files, here)


@pytest.mark.simulated
def test_a_server_that_does_not_know_where_to_move_to_says_what_it_must_know(
    tmp_path: Path,
) -> None:
    port = free_port()
    with dcmtk.archive(tmp_path / "archive") as peer:
        peer.take(*written(tmp_path / "files", 2))
        server = Server("dcmtk", peer.host, peer.port, peer.aet, "STATION9")
        (one, _) = Here(tmp_path).fetch(server, wanted(2), how=move, port=port)
    assert '"STATION9"' in one.reason
    assert f"port {port}" in one.reason
    assert "A801" in one.reason


def same_as(files: list[Path], here: Here) -> None:
    """Every file arrived once, with every tag and pixel."""
    sent = {str(one.SOPInstanceUID): one for one in map(dcmread, files)}
    assert set(here.files) == set(sent)
    assert here.calls == len(files)
    for sop_uid, path in here.files.items():
        got = dcmread(path)
        assert got == sent[sop_uid]
        assert got.file_meta.MediaStorageSOPInstanceUID == sop_uid


# --- what does not come -------------------------------------------------------------------------


def test_everything_that_is_sent_arrives(tmp_path: Path) -> None:
    here = Here(tmp_path)
    with getting(sending(1, 2, 3)) as server:
        assert here.fetch(server, wanted(3)) == ()
    assert len(here.files) == 3


def test_fetching_twice_doubles_nothing(tmp_path: Path) -> None:
    here = Here(tmp_path)
    with getting(sending(1, 2, 3)) as server:
        here.fetch(server, wanted(3))
        assert here.fetch(server, wanted(3)) == ()
    assert len(list((tmp_path / "in").iterdir())) == 3


def test_success_without_the_instances_is_found_out_after_a_second_try(tmp_path: Path) -> None:
    here = Here(tmp_path)
    with getting(sending(1)) as server:
        (failure,) = here.fetch(server, wanted(2))
    assert failure.sop_uid == wanted(2)[1].sop_uid
    assert "reported success but did not send it" in failure.reason


def test_what_a_first_request_left_out_is_asked_for_singly(tmp_path: Path) -> None:
    def forgetful(event: Any) -> Generator[Any]:
        yield from (sending(1) if "SOPInstanceUID" not in event.identifier else sending(1, 2))(
            event
        )

    here = Here(tmp_path)
    with getting(forgetful) as server:
        assert here.fetch(server, wanted(2)) == ()
    assert here.calls == 2


def test_an_abort_in_the_middle_is_gone_on_from_where_it_was(tmp_path: Path) -> None:
    requests: list[Dataset] = []

    def aborts_once(event: Any) -> Generator[Any]:
        requests.append(event.identifier)
        yield 5
        for number in range(1, 6) if len(requests) == 1 else range(3, 6):
            if len(requests) == 1 and number == 3:
                event.assoc.abort()
                return
            yield 0xFF00, sent(number)

    here = Here(tmp_path)
    with getting(aborts_once) as server:
        assert here.fetch(server, wanted(5), patience=QUICK) == ()
    assert here.calls == 5
    assert len(requests) == 2
    assert requests[1].QueryRetrieveLevel == "IMAGE"
    assert len(requests[1].SOPInstanceUID) == 3, "what had arrived is not asked for again"


def test_a_peer_that_always_aborts_gives_reasons_for_what_is_missing(tmp_path: Path) -> None:
    def aborts(event: Any) -> Generator[Any]:
        yield 5
        yield 0xFF00, sent(1)
        event.assoc.abort()

    here = Here(tmp_path)
    with getting(aborts) as server:
        failures = here.fetch(server, wanted(3), patience=QUICK)
    assert len(failures) == 2
    assert all("aborted the association" in failure.reason for failure in failures)


def test_a_peer_that_stalls_is_left_with_reasons(tmp_path: Path) -> None:
    stop = threading.Event()

    def stalls(event: Any) -> Generator[Any]:
        yield 5
        yield 0xFF00, sent(1)
        stop.wait(20)

    here = Here(tmp_path)
    with getting(stalls) as server:
        failures = here.fetch(server, wanted(2), patience=QUICK)
        stop.set()
    assert ["has not answered a C-GET" in failure.reason for failure in failures] == [True]


def test_nothing_at_all_is_an_error_so_that_another_way_is_tried(tmp_path: Path) -> None:
    with (
        serving(["1.2.840.10008.1.1", PT]) as server,
        pytest.raises(PacsError, match=r"does not offer C-GET\. Choose C-MOVE"),
    ):
        Here(tmp_path).fetch(server, wanted(1))


def test_a_refusal_is_the_reason_of_each_instance(tmp_path: Path) -> None:
    def refuse(event: Any) -> Generator[Any]:
        yield 1
        yield 0xA701, None

    with getting(refuse) as server:
        (failure,) = Here(tmp_path).fetch(server, wanted(1))
    assert "A701" in failure.reason


def test_what_the_server_could_not_send_is_named(tmp_path: Path) -> None:
    """CT is not accepted here, so its sub-operation fails."""

    def mixed(event: Any) -> Generator[Any]:
        yield 2
        yield 0xFF00, sent(1)
        yield 0xFF00, sent(2, modality="CT", series="CT")

    ct = RemoteInstance(str(instance(2, series="CT").SOPInstanceUID), PT, SERIES)
    with getting(mixed) as server:
        (failure,) = Here(tmp_path).fetch(server, [*wanted(1), ct])
    assert failure.sop_uid == ct.sop_uid
    assert "failed to send it" in failure.reason


def test_an_instance_of_another_study_is_not_taken(tmp_path: Path) -> None:
    other = sent(1, StudyInstanceUID="1.2.3.4")

    def wrong(event: Any) -> Generator[Any]:
        yield 1
        yield 0xFF00, other

    here = Here(tmp_path)
    with getting(wrong) as server:
        (failure,) = here.fetch(server, wanted(1))
    assert "belongs to another study" in failure.reason
    assert here.files == {}


def test_a_full_disk_stops_the_transfer_with_its_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Full:
        free = 1000

    began: list[int] = []

    def many(event: Any) -> Generator[Any]:
        yield 500
        for number in range(1, 501):
            if event.is_cancelled:
                yield 0xFE00, None
                return
            began.append(number)
            yield 0xFF00, sent(number)

    here = Here(tmp_path)
    monkeypatch.setattr("shutil.disk_usage", lambda path: Full)
    with getting(many) as server:
        failures = here.fetch(server, wanted(500))
    assert all("Free some space" in failure.reason for failure in failures)
    assert len(failures) == 500
    assert len(began) < 500, "the server was asked to stop"


def test_cancelling_asks_the_server_to_stop_and_keeps_what_came(tmp_path: Path) -> None:
    cancelled = threading.Event()

    def many(event: Any) -> Generator[Any]:
        yield 500
        for number in range(1, 501):
            if event.is_cancelled:
                cancelled.set()
                yield 0xFE00, None
                return
            yield 0xFF00, sent(number)

    here = Here(tmp_path)

    def cancel(traffic: Traffic) -> None:
        if traffic.done >= 3:
            raise Cancelled

    here.watch = cancel
    with getting(many) as server, pytest.raises(Cancelled):
        here.fetch(server, wanted(500))
    assert cancelled.wait(5)
    assert 3 <= len(here.files) < 500
    assert {path.name for path in (tmp_path / "in").iterdir()} == {
        path.name for path in here.files.values()
    }, "what is on the disk was reported"


def test_an_error_of_the_caller_passes(tmp_path: Path) -> None:
    here = Here(tmp_path)

    def broken(sop_uid: str, path: Path) -> None:
        raise PacsError("the ledger cannot be written")

    here.received = broken
    with getting(sending(1, 2)) as server, pytest.raises(PacsError, match="ledger"):
        here.fetch(server, wanted(2))


def test_a_study_whose_instances_are_not_known_comes_whole(tmp_path: Path) -> None:
    here = Here(tmp_path)
    with getting(sending(1, 2, 3)) as server:
        assert get(server, STUDY, [], [], here.inbox, here.received) == ()
    assert len(here.files) == 3


def test_another_instance_of_the_same_uid_is_reported_and_kept_apart(tmp_path: Path) -> None:
    here = Here(tmp_path)
    here.inbox.keep_file(content(instance(1)))

    def other(event: Any) -> Generator[Any]:
        yield 1
        yield 0xFF00, sent(1, PixelData=bytes(128))

    with getting(other) as server:
        (failure,) = here.fetch(server, wanted(1))
    assert "arrived again with other pixels" in failure.reason


def test_an_instance_beyond_the_limit_is_refused_and_the_others_come(tmp_path: Path) -> None:
    here = Here(tmp_path)
    here.inbox.largest = 5000

    def one_is_large(event: Any) -> Generator[Any]:
        yield 2
        large = instance(1, size=256)
        yield 0xFF00, dcmread(BytesIO(content(large)))
        yield 0xFF00, sent(2)

    with getting(one_is_large) as server:
        (failure,) = here.fetch(server, wanted(2))
    assert "larger than" in failure.reason
    assert set(here.files) == {wanted(2)[1].sop_uid}


def test_every_file_of_a_lot_is_on_the_disk_before_it_is_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    on_disk: set[str] = set()
    monkeypatch.setattr(inboxes, "put_on_disk", lambda path: on_disk.add(path.name))
    here = Here(tmp_path)
    counted = here.received

    def received(sop_uid: str, path: Path) -> None:
        assert path.name in on_disk
        counted(sop_uid, path)

    here.received = received
    with getting(sending(1, 2, 3)) as server:
        assert here.fetch(server, wanted(3)) == ()
    assert here.calls == 3


# --- contexts -------------------------------------------------------------------------------------


@pytest.mark.parametrize("count", [1, 3, 14, 38, 60, 126])
def test_contexts_fit_an_association_and_hold_every_class(count: int) -> None:
    classes = [f"1.2.{number}" for number in range(count)]
    contexts = storage_contexts(classes)
    assert len(contexts) <= 126
    assert {proposal.sop_class for proposal in contexts} == set(classes)
    plain = [one for one in contexts if ExplicitVRLittleEndian in one.syntaxes]
    assert len(plain) == count


def test_common_classes_are_proposed_where_the_server_does_not_tell(tmp_path: Path) -> None:
    here = Here(tmp_path)
    with getting(sending(1, 2)) as server:
        assert here.fetch(server, wanted(2, sop_class="")) == ()


# --- moving ---------------------------------------------------------------------------------------


def moving(answer: Callable[[Any], Generator[Any]]) -> Any:
    return serving([MOVE], [(evt.EVT_C_MOVE, answer)])


def test_a_port_that_is_taken_is_said(tmp_path: Path) -> None:
    with moving(sending(1)) as server, pytest.raises(PacsError, match="cannot listen at"):
        Here(tmp_path).fetch(server, wanted(1), how=move, port=server.port)


def test_a_move_that_brings_nothing_is_found_out(tmp_path: Path) -> None:
    def nothing(event: Any) -> Generator[Any]:
        yield HOST, port
        yield 0

    port = free_port()
    with moving(nothing) as server:
        (failure,) = Here(tmp_path).fetch(server, wanted(1), how=move, port=port)
    assert "reported success but did not send it" in failure.reason


def test_instances_move_and_their_counts_are_watched(tmp_path: Path) -> None:
    def answer(event: Any) -> Generator[Any]:
        yield HOST, port, {"contexts": [build_context(PT, [ExplicitVRLittleEndian])]}
        yield from sending(1, 2, 3)(event)

    port, here = free_port(), Here(tmp_path)
    with moving(answer) as server:
        assert here.fetch(server, wanted(3), how=move, port=port) == ()
    assert here.traffic[-1].done == 3
    assert here.traffic[-1].bytes == sum(path.stat().st_size for path in here.files.values())


def test_what_others_send_meanwhile_is_refused(tmp_path: Path) -> None:
    other = sent(9, StudyInstanceUID="1.2.3.4")

    def answer(event: Any) -> Generator[Any]:
        yield HOST, port, {"contexts": [build_context(PT, [ExplicitVRLittleEndian])]}
        yield 2
        yield 0xFF00, sent(1)
        yield 0xFF00, other

    port, here = free_port(), Here(tmp_path)
    with moving(answer) as server:
        failures = here.fetch(server, wanted(1), how=move, port=port)
    assert set(here.files) == {wanted(1)[0].sop_uid}
    assert [failure.sop_uid for failure in failures] == [str(other.SOPInstanceUID)]


def test_the_words_are_those_of_the_module() -> None:
    assert len(retrieve.COMMON_CLASSES) <= 126


def test_another_listener_may_take_what_is_moved(tmp_path: Path) -> None:
    """Nothing comes here then, and the server is asked all the same."""
    asked: list[str] = []

    def answer(event: Any) -> Generator[Any]:
        asked.append(event.move_destination)
        yield None, None

    with moving(answer) as server:
        Here(tmp_path).fetch(server, wanted(1), how=move, port=None)
    assert set(asked) == {"STATION"}
    assert not list((tmp_path / "in").glob("*"))


def test_a_server_that_only_sends_is_not_taken_for_silent(tmp_path: Path) -> None:
    """1.2 s without a word about the C-MOVE; a silence may last 0.6 s, which instances break."""

    def play(line: Line) -> None:
        asked = line.command()
        assert asked is not None
        assert asked.text(Tag.DESTINATION) == "STATION"
        list(line.dataset())
        here_ = Server("Station", HOST, port, "STATION")
        for number in (1, 2):
            time.sleep(0.4)
            path = tmp_path / f"{number}.dcm"
            path.write_bytes(content(instance(number)))
            assert send(here_, [path], lambda uid, failure: None).stored == 1
        time.sleep(0.4)
        line.send(
            asked.context,
            {
                Tag.AFFECTED_CLASS: MOVE,
                Tag.COMMAND: Verb.C_MOVE | ANSWER,
                Tag.ANSWERED_ID: asked.number(Tag.MESSAGE_ID),
                Tag.STATUS: 0,
            },
        )
        assert line.command() is None
        line.released()

    port, here = free_port(), Here(tmp_path)
    with scripted(play, [Proposal(MOVE, UNCOMPRESSED)]) as server:
        assert here.fetch(server, wanted(2), how=move, port=port, patience=QUICK) == ()
    assert here.calls == 2
