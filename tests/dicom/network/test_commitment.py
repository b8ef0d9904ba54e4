"""Storage commitment: an instance counts as kept only when the server says so, about it."""

import threading
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from pydicom import dcmread
from pydicom.dataset import Dataset
from pydicom.uid import UID
from pynetdicom import evt
from pynetdicom.ae import ApplicationEntity
from pynetdicom.dsutils import decode, encode
from pynetdicom.presentation import build_role

from station.dicom.network import wire
from station.dicom.network.commitment import commit
from station.dicom.network.listener import Arrived, Listener
from station.dicom.network.reports import SOP_CLASS, SOP_INSTANCE, Reports, read_report
from station.dicom.network.store import send
from station.dicom.network.wire import Proposal, Tag, Verb
from station.errors import Cancelled
from station.pacs import PacsError, Server
from tests.dicom.network.faulty import AET, HOST, HURRIED, PET, UNCOMPRESSED, scripted
from tests.dicom.network.faulty import server as entry
from tests.dicom.network.instances import written
from tests.dicom.synthetic import item
from tests.peers.orthanc import Orthanc

ASKED = [(PET, f"1.2.840.{number}") for number in range(1, 4)]
UIDS = tuple(sop_uid for _, sop_uid in ASKED)
PROPOSALS = [Proposal(SOP_CLASS, UNCOMPRESSED)]

Answer = Callable[[Dataset], Dataset | None]
"""From a request to the report about it"""


def reported(
    request: Dataset, failed: Sequence[tuple[str, int]] = (), transaction: str = ""
) -> Dataset:
    """A report in which all but `failed` (UID and reason) are kept."""
    report = Dataset()
    report.TransactionUID = transaction or request.TransactionUID
    reasons = dict(failed)
    references = request.ReferencedSOPSequence
    report.ReferencedSOPSequence = [
        reference for reference in references if reference.ReferencedSOPInstanceUID not in reasons
    ]
    report.FailedSOPSequence = [
        item(ReferencedSOPClassUID=PET, ReferencedSOPInstanceUID=sop_uid, FailureReason=reason)
        for sop_uid, reason in failed
    ]
    return report


def committing(answer: Answer, *, status: int = 0) -> Callable[[wire.Line], None]:
    """A server that reports over the same association."""

    def play(line: wire.Line) -> None:
        command = line.command()
        assert command is not None
        assert command.verb == Verb.N_ACTION
        assert command.text(Tag.REQUESTED_INSTANCE) == SOP_INSTANCE
        request = _decoded(b"".join(line.dataset()))
        line.send(
            command.context,
            {
                Tag.AFFECTED_CLASS: SOP_CLASS,
                Tag.COMMAND: Verb.N_ACTION | wire.ANSWER,
                Tag.ANSWERED_ID: command.number(Tag.MESSAGE_ID),
                Tag.STATUS: status,
                Tag.AFFECTED_INSTANCE: SOP_INSTANCE,
            },
        )
        report = answer(request)
        if report is not None:
            line.send(
                command.context,
                {
                    Tag.AFFECTED_CLASS: SOP_CLASS,
                    Tag.COMMAND: Verb.N_EVENT_REPORT,
                    Tag.MESSAGE_ID: 2,
                    Tag.AFFECTED_INSTANCE: SOP_INSTANCE,
                    Tag.EVENT_TYPE: 2 if report.FailedSOPSequence else 1,
                },
                encode(report, False, True) or b"",
            )
            line.command()  # its answer
        while line.command() is not None:
            pass
        line.released()

    return play


def _decoded(data: bytes) -> Dataset:
    from io import BytesIO

    return decode(BytesIO(data), False, True)


def asked(server: Server, **changed):
    settings: dict[str, Any] = {"patience": HURRIED, "report_s": 5.0, **changed}
    return commit(server, ASKED, **settings)


# --- over the same association ----------------------------------------------------------------


def test_what_a_server_reports_as_kept_is_committed():
    with scripted(committing(reported), PROPOSALS) as server:
        commitment = asked(server)
    assert commitment.committed == UIDS
    assert commitment.failed == ()


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        (0x0112, "does not have it"),
        (0x0110, "could not process it"),
        (0x0213, "has no room"),
        (0x0999, "gives the reason 0999"),
    ],
)
def test_an_instance_that_is_not_kept_says_why(reason, words):
    with scripted(committing(lambda r: reported(r, [(UIDS[1], reason)])), PROPOSALS) as server:
        commitment = asked(server)
    assert commitment.committed == (UIDS[0], UIDS[2])
    (failure,) = commitment.failed
    assert failure.sop_uid == UIDS[1]
    assert words in failure.reason


def test_an_instance_that_is_not_mentioned_is_not_committed():
    def forgetful(request: Dataset) -> Dataset:
        report = reported(request)
        report.ReferencedSOPSequence = report.ReferencedSOPSequence[:2]
        return report

    with scripted(committing(forgetful), PROPOSALS) as server:
        commitment = asked(server)
    assert commitment.committed == UIDS[:2]
    assert "did not mention it" in commitment.failed[0].reason


def test_an_instance_that_is_kept_and_failed_is_not_committed():
    def contradictory(request: Dataset) -> Dataset:
        report = reported(request, [(UIDS[0], 0x0110)])
        report.ReferencedSOPSequence = request.ReferencedSOPSequence
        return report

    with scripted(committing(contradictory), PROPOSALS) as server:
        assert asked(server).committed == UIDS[1:]


def test_a_server_that_never_reports_commits_to_nothing():
    with scripted(committing(lambda request: None), PROPOSALS) as server:
        commitment = asked(server, report_s=0.3)
    assert commitment.committed == ()
    assert commitment.failed == (), "it has refused none"
    assert len(commitment.unreported) == 3
    assert "reported nothing within" in commitment.unreported[0].reason


def test_a_report_about_something_else_commits_to_nothing():
    other = committing(lambda request: reported(request, transaction="1.2.3"))
    with scripted(other, PROPOSALS) as server:
        commitment = asked(server, report_s=0.3)
    assert commitment.committed == ()
    assert len(commitment.unreported) == 3


def test_a_server_without_storage_commitment_is_a_sentence():
    with (
        scripted(lambda line: None, [Proposal(PET, UNCOMPRESSED)]) as server,
        pytest.raises(PacsError, match="does not offer storage commitment"),
    ):
        asked(server)


def test_a_server_that_refuses_is_a_sentence():
    with (
        scripted(committing(lambda request: None, status=0x0213), PROPOSALS) as server,
        pytest.raises(PacsError, match="reached a limit of its resources"),
    ):
        asked(server)


def test_a_server_that_aborts_is_a_sentence():
    with (
        scripted(lambda line: line.abort(), PROPOSALS) as server,
        pytest.raises(PacsError, match=r"abort|ended"),
    ):
        asked(server)


def test_waiting_for_a_report_can_be_cancelled():
    taken = threading.Event()

    def silent(request: Dataset) -> None:
        taken.set()

    def tick() -> None:
        if taken.is_set():
            raise Cancelled

    with scripted(committing(silent), PROPOSALS) as server, pytest.raises(Cancelled):
        asked(server, tick=tick, report_s=30.0)


# --- over an association of its own -----------------------------------------------------------


@contextmanager
def pynetdicom_scp(port_of: Callable[[], int], answer: Answer = reported) -> Generator[Server]:
    """A server that opens an association to Station for its report, as SCP of it."""
    ae = ApplicationEntity(AET)
    ae.add_supported_context(UID(SOP_CLASS))
    reports: list[threading.Thread] = []

    def act(event):
        reports.append(threading.Thread(target=report, args=(event.action_information,)))
        reports[-1].start()
        return 0x0000, None

    def report(request: Dataset) -> None:
        client = ApplicationEntity(AET)
        client.add_requested_context(UID(SOP_CLASS))
        role = build_role(SOP_CLASS, scp_role=True)
        made = client.associate(HOST, port_of(), ae_title="STATION", ext_neg=[role])
        assert made.is_established
        made.send_n_event_report(answer(request), 1, SOP_CLASS, SOP_INSTANCE)
        made.release()

    running = ae.start_server((HOST, 0), block=False, evt_handlers=[(evt.EVT_N_ACTION, act)])
    assert running is not None
    try:
        yield entry(running.server_address[1])
    finally:
        for thread in reports:
            thread.join()
        running.shutdown()


def test_a_report_over_an_association_of_its_own_is_heard_by_the_listener(tmp_path):
    mailbox = Reports()
    with (
        Listener(
            tmp_path,
            lambda arrived: None,
            aet="STATION",
            allowed=frozenset({AET}),
            port=0,
            reports=mailbox,
        ) as listener,
        pynetdicom_scp(lambda: listener.port) as server,
    ):
        commitment = asked(server, reports=mailbox, report_s=20.0)
    assert commitment.committed == UIDS


def test_a_report_is_heard_at_a_port_while_it_is_waited_for(free_port):
    with pynetdicom_scp(lambda: free_port) as server:
        commitment = asked(server, port=free_port, report_s=20.0)
    assert commitment.committed == UIDS


@pytest.fixture
def free_port() -> int:
    import socket

    with socket.create_server((HOST, 0)) as listener:
        return listener.getsockname()[1]


@pytest.mark.simulated
def test_orthanc_commits_itself_to_what_it_has(tmp_path, orthanc: Orthanc):
    paths = written(tmp_path / "out", 3)
    arrived: list[Arrived] = []
    mailbox = Reports()
    listener = Listener(
        tmp_path / "in",
        arrived.append,
        aet="STATION",
        allowed=frozenset({orthanc.aet}),
        port=0,
        reports=mailbox,
    )
    with listener:
        orthanc.knows("STATION", listener.port)
        server = entry(orthanc.dicom_port, called_aet=orthanc.aet)
        assert send(server, paths, lambda sop_uid, failure: None).stored == 3
        here = [(PET, str(dcmread(path).SOPInstanceUID)) for path in paths]
        commitment = commit(server, [*here, (PET, "1.2.3")], reports=mailbox)
    assert commitment.committed == tuple(sop_uid for _, sop_uid in here)
    (failure,) = commitment.failed
    assert failure.sop_uid == "1.2.3"
    assert "does not have it" in failure.reason


@pytest.mark.simulated
def test_a_server_that_says_success_and_stores_nothing_is_found_out(tmp_path, orthanc: Orthanc):
    """Orthanc loses what it confirmed before it is asked."""
    paths = written(tmp_path / "out", 2)
    mailbox = Reports()
    options: dict[str, Any] = {"aet": "STATION", "allowed": frozenset({orthanc.aet}), "port": 0}
    with Listener(Path(tmp_path), lambda a: None, reports=mailbox, **options) as listener:
        orthanc.knows("STATION", listener.port)
        server = entry(orthanc.dicom_port, called_aet=orthanc.aet)
        assert send(server, paths, lambda sop_uid, failure: None).stored == 2
        orthanc.empty()
        sent = [(PET, str(dcmread(path).SOPInstanceUID)) for path in paths]
        commitment = commit(server, sent, reports=mailbox)
    assert commitment.committed == ()
    assert len(commitment.failed) == 2


# --- reports ----------------------------------------------------------------------------------


@pytest.mark.parametrize("data", [b"", b"nonsense", b"\0" * 40])
def test_a_report_that_cannot_be_read_is_none(data):
    with pytest.raises(ValueError, match="report"):
        read_report(data, UNCOMPRESSED[0])
