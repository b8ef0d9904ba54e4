"""Sending: what counts is what the server has afterwards, not what it says."""

from pathlib import Path

import pytest

from station.archive.transfers import Stage, Transfers
from station.errors import Cancelled
from station.operations.pacs import send as sending
from station.operations.pacs.ledger import instances, resume, transfers
from station.operations.pacs.send import send
from station.operations.pacs.servers import add_server
from station.pacs import InstanceState, PacsError, Sent, Server, Traffic, Via
from tests.operations.pacs.fake import FakePacs
from tests.operations.pacs.slices import STUDY


@pytest.fixture(autouse=True)
def _no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sending, "LOOK_EVERY_S", 0.0)


@pytest.fixture
def pacs(home: Path, monkeypatch: pytest.MonkeyPatch) -> FakePacs:
    """The server: it is empty."""
    return FakePacs().install(monkeypatch)


def is_whole(sent: Sent, pacs: FakePacs, slices: list[Path]) -> None:
    assert sorted(pacs.files.values()) == sorted(path.read_bytes() for path in slices)
    assert (sent.sent, sent.stored, sent.failed) == (len(slices), len(slices), ())
    assert sent.whole


def test_a_folder_is_sent_and_the_server_asked_whether_it_has_it(
    home: Path, pacs: FakePacs, slices: list[Path]
) -> None:
    (slices[0].parent / "notes.txt").write_text("no DICOM")
    (slices[0].parent / ".hidden").write_bytes(slices[0].read_bytes())
    sent = send(home, "hospital", [slices[0].parent])
    is_whole(sent, pacs, slices)
    assert (sent.committed, sent.note) == (0, "")
    (transfer,) = transfers(home)
    assert (transfer.stage, transfer.study_uid) == (Stage.DONE, STUDY)
    assert transfer.counts[InstanceState.STORED] == 12


def test_a_server_that_reports_success_and_stores_nothing_is_found(
    home: Path, pacs: FakePacs, slices: list[Path]
) -> None:
    pacs.keeps = False
    sent = send(home, "hospital", slices)
    assert (sent.sent, sent.stored, len(sent.failed)) == (12, 0, 12)
    assert not sent.whole
    assert "reported success, but does not list it" in sent.failed[0].reason
    (transfer,) = transfers(home, open_only=True)
    assert transfer.counts[InstanceState.FAILED] == 12


def test_what_the_server_commits_itself_to_is_committed(
    home: Path, pacs: FakePacs, slices: list[Path]
) -> None:
    sent = send(home, "hospital", slices, commit=True)
    is_whole(sent, pacs, slices)
    assert sent.committed == 12


def test_what_a_server_stored_and_reports_nothing_of_is_stored(
    home: Path, slices: list[Path], pacs: FakePacs
) -> None:
    pacs.reports = False
    sent = send(home, "hospital", slices, commit=True)
    assert (sent.stored, sent.committed, len(sent.failed), sent.whole) == (12, 0, 12, False)
    assert sent.failed[0].reason == "It was stored, but not committed. It reported nothing."
    pacs.reports, pacs.sent = True, []
    resumed = resume(home, sent.transfer)
    assert isinstance(resumed, Sent)
    assert (resumed.committed, resumed.failed, pacs.sent) == (12, (), [])


def test_without_the_commitment_that_was_asked_for_nothing_is_whole(
    home: Path, pacs: FakePacs, slices: list[Path]
) -> None:
    pacs.commits = False
    sent = send(home, "hospital", slices, commit=True)
    assert (sent.stored, sent.committed) == (12, 0)
    assert not sent.whole
    assert "not committed. The server offers no storage commitment." in sent.failed[0].reason
    pacs.commits = True
    resumed = resume(home, sent.transfer)
    assert isinstance(resumed, Sent)
    assert (resumed.stored, resumed.committed, resumed.failed) == (12, 12, ())
    assert len(pacs.sent) == 12


def test_what_the_server_refuses_to_keep_has_failed(
    home: Path, pacs: FakePacs, slices: list[Path]
) -> None:
    pacs.keeps = False
    sent = send(home, "hospital", slices, commit=True)
    assert (sent.stored, sent.committed, len(sent.failed)) == (0, 0, 12)


def test_a_server_that_cannot_be_asked_is_said(
    home: Path, pacs: FakePacs, slices: list[Path]
) -> None:
    pacs.lists = False
    sent = send(home, "hospital", slices)
    assert sent.whole
    assert "cannot be asked whether it has them: The server answers no queries." in sent.note


def test_a_server_that_lists_late_is_asked_again(
    home: Path, pacs: FakePacs, slices: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = iter([0, 5, 12])
    plain = pacs.instances

    def late(home: Path, server: Server, study: str, series=()):
        return plain(home, server, study, series)[: next(answers)]

    monkeypatch.setattr(sending.ways, "instances", late)
    is_whole(send(home, "hospital", slices), pacs, slices)


def test_what_breaks_off_is_an_error_and_goes_on_later(
    home: Path, pacs: FakePacs, slices: list[Path]
) -> None:
    pacs.breaks_after = [5]
    with pytest.raises(PacsError, match="closed the connection"):
        send(home, "hospital", slices)
    (transfer,) = transfers(home, open_only=True)
    assert transfer.counts[InstanceState.STORED] == 5
    assert "closed the connection" in transfer.note
    resumed = resume(home, transfer.number)
    assert isinstance(resumed, Sent)
    is_whole(resumed, pacs, slices)
    assert len(pacs.sent) == len(set(pacs.sent)) == 12


def test_a_cancelled_sending_goes_on_later(home: Path, pacs: FakePacs, slices: list[Path]) -> None:
    def watch(traffic: Traffic) -> None:
        assert traffic.wanted == 12
        if traffic.done == 7:
            raise Cancelled

    with pytest.raises(Cancelled):
        send(home, "hospital", slices, watch=watch)
    (transfer,) = transfers(home, open_only=True)
    assert (transfer.stage, transfer.missing) == (Stage.CANCELLED, 5)
    resumed = resume(home, transfer.number)
    assert isinstance(resumed, Sent)
    is_whole(resumed, pacs, slices)
    assert len(pacs.sent) == 12


def test_what_the_server_has_is_not_sent_again_though_the_ledger_forgot_it(
    home: Path, pacs: FakePacs, slices: list[Path]
) -> None:
    """As after a kill: the server has instances that the ledger still wants."""
    pacs.breaks_after = [5]
    with pytest.raises(PacsError):
        send(home, "hospital", slices)
    (transfer,) = transfers(home)
    for path in slices[5:8]:
        pacs.take([path])
    resumed = resume(home, transfer.number)
    assert isinstance(resumed, Sent)
    is_whole(resumed, pacs, slices)
    assert len(pacs.sent) == 9


def test_what_the_server_does_not_take_is_reported_without_the_names_of_files(
    home: Path, pacs: FakePacs, slices: list[Path]
) -> None:
    named = slices[0].with_name("Doe^Jane.dcm")
    slices[0].rename(named)
    (one,) = sending.ways.outgoing([named])[0]
    pacs.refuses = {one.sop_uid: "Doe^Jane.dcm was refused: out of resources (A700)."}
    sent = send(home, "hospital", [named, *slices[1:]])
    (failure,) = sent.failed
    assert failure.reason == "The file was refused: out of resources (A700)."
    assert sent.stored == 11
    (row,) = [row for row in instances(home, sent.transfer) if row.sop_uid == one.sop_uid]
    assert (row.state, row.reason) == (InstanceState.FAILED, failure.reason)


def test_files_that_cannot_be_sent_are_reported(
    home: Path, pacs: FakePacs, slices: list[Path], tmp_path: Path
) -> None:
    (tmp_path / "letter.txt").write_text("Dear colleague")
    (tmp_path / "broken.dcm").write_bytes(bytes(128) + b"DICM\2\0")
    other = tmp_path / "other.dcm"
    other.write_bytes(slices[0].read_bytes()[:-2] + b"xx")
    sent = send(home, "hospital", [*slices, *sorted(tmp_path.glob("*.*"))])
    assert sent.stored == 12
    assert [failure.reason.partition(" is ")[0] for failure in sent.failed] == [
        "broken.dcm",
        "letter.txt",
        "PET-1.dcm and other.dcm are the same instance but differ. Only the first was sent.",
    ]
    assert not sent.whole


def test_a_file_that_is_gone_when_it_is_sent_again_has_failed(
    home: Path, pacs: FakePacs, slices: list[Path]
) -> None:
    pacs.breaks_after = [5]
    with pytest.raises(PacsError):
        send(home, "hospital", slices)
    slices[11].unlink()
    (transfer,) = transfers(home)
    resumed = resume(home, transfer.number)
    (failure,) = resumed.failed
    assert "gone or damaged" in failure.reason
    ledger = Transfers.opened(home)
    assert ledger.transfer(transfer.number).missing == 1


@pytest.mark.parametrize(
    ("server", "via", "commit", "sentence"),
    [
        (Server("clinic", "10.0.0.5", called_aet="X"), Via.WEB, False, "no DICOMweb address"),
        (Server("clinic", "", web_url="https://x/y"), Via.STORE, False, "no AE title"),
        (Server("clinic", "", web_url="https://x/y"), Via.WEB, True, "storage commitment is"),
        (Server("clinic", "10.0.0.5", called_aet="X"), Via.GET, False, "by store or web"),
    ],
)
def test_a_way_that_the_server_has_not_is_refused(
    home: Path, slices: list[Path], server: Server, via: Via, commit: bool, sentence: str
) -> None:
    add_server(home, server)
    with pytest.raises(PacsError, match=sentence):
        send(home, "clinic", slices, via, commit)
    assert transfers(home) == ()


def test_nothing_to_send_is_refused(home: Path, pacs: FakePacs, tmp_path: Path) -> None:
    with pytest.raises(PacsError, match="no DICOM file was found"):
        send(home, "hospital", [tmp_path])
