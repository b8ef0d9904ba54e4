"""Fetching: what is on the disk afterwards is what the server has, once, whatever happens."""

from collections.abc import Callable
from pathlib import Path

import pytest

from station.archive.index import open_index
from station.archive.transfers import Kind, Stage, Transfers
from station.errors import ArchiveError, Cancelled, StationError
from station.operations.pacs import fetch as fetching
from station.operations.pacs.fetch import fetch
from station.operations.pacs.ledger import instances, resume, transfers
from station.pacs import Fetched, InstanceState, PacsError, Traffic, Via
from tests.made_up import studies
from tests.operations.pacs.fake import FakePacs
from tests.operations.pacs.slices import STUDY, content, slice_, written


def is_whole(fetched: Fetched, pacs: FakePacs) -> None:
    """Every file of the server is there, once, to the byte, and the ledger says so."""
    there = {path.stem: path.read_bytes() for path in fetched.folder.glob("*.dcm")}
    assert there == pacs.files
    assert (fetched.wanted, fetched.received, fetched.failed) == (len(there), len(there), ())
    assert fetched.whole


def cancelling(after: int) -> Callable[[Traffic], None]:
    def watch(traffic: Traffic) -> None:
        if traffic.done >= after:
            raise Cancelled

    return watch


def test_a_study_is_fetched_into_the_data_folder_and_listed(home: Path, pacs: FakePacs) -> None:
    fetched = fetch(home, "hospital", STUDY)
    is_whole(fetched, pacs)
    assert fetched.folder == home / "studies" / STUDY
    (transfer,) = transfers(home)
    assert (transfer.number, transfer.stage) == (fetched.transfer, Stage.DONE)
    assert transfer.size_bytes == sum(map(len, pacs.files.values()))
    (entry,) = open_index(home).search()
    assert (entry.study_uid, [series.slices for series in entry.series]) == (STUDY, [12])
    assert entry.series[0].copied


def test_a_study_is_fetched_into_a_folder_of_one_s_own(
    home: Path, pacs: FakePacs, tmp_path: Path
) -> None:
    fetched = fetch(home, "hospital", STUDY, out=tmp_path / "mine")
    is_whole(fetched, pacs)
    assert fetched.folder == tmp_path / "mine"
    (entry,) = open_index(home).search()
    assert not entry.series[0].copied


def test_what_else_is_in_a_folder_of_one_s_own_is_not_listed(
    home: Path, pacs: FakePacs, tmp_path: Path
) -> None:
    studies.write_pet(tmp_path / "mine", "WB AC", 4.0, study="other")
    fetch(home, "hospital", STUDY, out=tmp_path / "mine")
    assert [entry.study_uid for entry in open_index(home).search()] == [STUDY]


def test_a_fetch_can_be_cancelled_while_the_server_is_asked(home: Path, pacs: FakePacs) -> None:
    with pytest.raises(Cancelled):
        fetch(home, "hospital", STUDY, watch=cancelling(0))
    assert pacs.asked == []
    assert transfers(home) == ()


def test_some_series_of_a_study_are_fetched(home: Path, pacs: FakePacs, tmp_path: Path) -> None:
    others = written(tmp_path / "others", 3, series="DL")
    pacs.take(others)
    series = str(slice_(1, "DL").SeriesInstanceUID)
    fetched = fetch(home, "hospital", STUDY, [series])
    assert (fetched.wanted, fetched.received) == (3, 3)
    assert fetched.whole


def test_fetching_twice_fetches_nothing_twice(home: Path, pacs: FakePacs) -> None:
    first = fetch(home, "hospital", STUDY)
    second = fetch(home, "hospital", STUDY)
    assert len(pacs.asked) == 1
    is_whole(second, pacs)
    assert second.transfer == first.transfer


def test_what_is_in_another_folder_is_copied_not_fetched(
    home: Path, pacs: FakePacs, tmp_path: Path
) -> None:
    fetch(home, "hospital", STUDY)
    second = fetch(home, "hospital", STUDY, out=tmp_path / "mine")
    assert len(pacs.asked) == 1
    is_whole(second, pacs)


def test_what_came_to_the_server_since_is_fetched_alone(home: Path, pacs: FakePacs) -> None:
    fetch(home, "hospital", STUDY)
    new = content(slice_(13))
    uid = str(slice_(13).SOPInstanceUID)
    pacs.files[uid] = new
    is_whole(fetch(home, "hospital", STUDY), pacs)
    assert pacs.asked[1] == (Via.GET, [uid])


def test_a_file_that_was_lost_or_cut_is_fetched_again(home: Path, pacs: FakePacs) -> None:
    first = fetch(home, "hospital", STUDY)
    lost, cut, *_ = sorted(first.folder.glob("*.dcm"))
    lost.unlink()
    cut.write_bytes(cut.read_bytes()[:500])
    is_whole(fetch(home, "hospital", STUDY), pacs)
    assert sorted(pacs.asked[1][1]) == [lost.stem, cut.stem]
    (apart,) = first.folder.with_name(f"{STUDY}.apart").iterdir()
    assert apart.name == cut.name


def test_what_breaks_off_goes_on_where_it_was(home: Path, pacs: FakePacs) -> None:
    pacs.breaks_after = [5, 4, 1]
    is_whole(fetch(home, "hospital", STUDY), pacs)
    assert [(via, len(uids)) for via, uids in pacs.asked] == [
        (Via.GET, 12),
        (Via.GET, 7),
        (Via.GET, 3),
        (Via.GET, 2),
    ]


def test_a_way_that_does_not_work_gives_way_to_the_others(home: Path, pacs: FakePacs) -> None:
    pacs.without = (Via.GET, Via.MOVE)
    is_whole(fetch(home, "hospital", STUDY), pacs)
    assert [via for via, _ in pacs.asked] == [Via.GET, Via.MOVE, Via.WEB]


def test_the_way_that_is_asked_for_is_tried_first(home: Path, pacs: FakePacs) -> None:
    is_whole(fetch(home, "hospital", STUDY, via=Via.WEB), pacs)
    assert [via for via, _ in pacs.asked] == [Via.WEB]


def test_what_the_server_does_not_send_is_reported_with_its_reason(
    home: Path, pacs: FakePacs
) -> None:
    uid = next(iter(pacs.files))
    pacs.refuses = {uid: "The server is out of resources (A700)."}
    fetched = fetch(home, "hospital", STUDY)
    assert not fetched.whole
    assert (fetched.wanted, fetched.received) == (12, 11)
    (failure,) = fetched.failed
    assert (failure.sop_uid, failure.reason) == (uid, pacs.refuses[uid])
    (transfer,) = transfers(home, open_only=True)
    assert (transfer.stage, transfer.missing) == (Stage.INCOMPLETE, 1)
    pacs.refuses = {}
    resumed = resume(home, transfer.number)
    assert isinstance(resumed, Fetched)
    is_whole(resumed, pacs)
    assert transfers(home, open_only=True) == ()


def test_a_server_that_cannot_be_reached_any_more_leaves_a_sentence(
    home: Path, pacs: FakePacs
) -> None:
    pacs.without = (Via.GET, Via.MOVE, Via.WEB)
    fetched = fetch(home, "hospital", STUDY)
    assert fetched.received == 0
    reasons = {failure.reason for failure in fetched.failed}
    assert len(fetched.failed) == 12
    assert reasons == {
        " ".join(
            [
                "C-GET: The server does not know get.",
                "C-MOVE: The server does not know move.",
                "DICOMweb: The server does not know web.",
            ]
        )
    }


def test_a_cancelled_fetch_keeps_what_has_come_and_goes_on_later(
    home: Path, pacs: FakePacs
) -> None:
    with pytest.raises(Cancelled):
        fetch(home, "hospital", STUDY, watch=cancelling(4))
    (transfer,) = transfers(home, open_only=True)
    assert transfer.stage is Stage.CANCELLED
    assert transfer.counts[InstanceState.RECEIVED] == 4
    resumed = resume(home, transfer.number)
    assert isinstance(resumed, Fetched)
    is_whole(resumed, pacs)
    assert resumed.transfer == transfer.number
    assert [len(uids) for _, uids in pacs.asked] == [12, 8]


def test_the_files_count_where_the_ledger_was_not_written_any_more(
    home: Path, pacs: FakePacs
) -> None:
    """As after a kill: files came of which the ledger knows nothing, and half a file."""
    with pytest.raises(Cancelled):
        fetch(home, "hospital", STUDY, watch=cancelling(4))
    (transfer,) = transfers(home)
    ledger = Transfers.opened(home)
    rows = ledger.instances(transfer.number)
    uids = [row.sop_uid for row in rows if row.state is InstanceState.WANTED]
    for uid in uids[:3]:
        (transfer.folder / f"{uid}.dcm").write_bytes(pacs.files[uid])
    (transfer.folder / f"{uids[3]}.dcm.part").write_bytes(pacs.files[uids[3]][:300])
    (transfer.folder / f"{uids[4]}.dcm").write_bytes(pacs.files[uids[3]])  # another's
    (transfer.folder / f"{uids[4]}.dcm").unlink()
    is_whole(fetch(home, "hospital", STUDY), pacs)
    assert len(pacs.asked[1][1]) == 5
    assert list(transfer.folder.glob("*.part")) == []


def test_a_study_that_still_arrives_at_the_server_is_not_whole(home: Path, pacs: FakePacs) -> None:
    pacs.arriving = [content(slice_(13)), content(slice_(14))]
    fetched = fetch(home, "hospital", STUDY)
    assert (fetched.wanted, fetched.received) == (14, 12)
    assert "still arrives at hospital: it lists 2 more" in fetched.note
    assert not fetched.whole
    is_whole(fetch(home, "hospital", STUDY), pacs)


def test_what_the_server_no_longer_has_stays_where_it_is(home: Path, pacs: FakePacs) -> None:
    fetch(home, "hospital", STUDY)
    uid = next(iter(pacs.files))
    del pacs.files[uid]
    fetched = fetch(home, "hospital", STUDY)
    assert (fetched.wanted, fetched.received) == (12, 12)
    (fetched.folder / f"{uid}.dcm").unlink()
    (failure,) = fetch(home, "hospital", STUDY).failed
    assert "no longer lists it" in failure.reason


def test_a_full_disk_is_a_sentence_and_no_other_way_is_tried(
    home: Path, pacs: FakePacs, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise ArchiveError("Instances need 0 MB and 100 MB must stay free. Free some space.")

    pacs.refuses = dict.fromkeys(pacs.files, "The disk is full.")
    monkeypatch.setattr(fetching, "require_space", full)
    with pytest.raises(StationError, match="must stay free"):
        fetch(home, "hospital", STUDY)
    assert [via for via, _ in pacs.asked] == [Via.GET]
    (transfer,) = transfers(home, open_only=True)
    assert "must stay free" in transfer.note


def test_a_study_is_fetched_by_one_at_a_time(home: Path, pacs: FakePacs) -> None:
    ledger = Transfers.opened(home)
    with (
        ledger.folder_held(home / "studies" / STUDY),
        pytest.raises(ArchiveError, match="is being fetched already"),
    ):
        fetch(home, "hospital", STUDY)


def test_a_study_that_the_server_does_not_list_is_refused(home: Path, pacs: FakePacs) -> None:
    with pytest.raises(PacsError, match="hospital lists no instances of a study"):
        fetch(home, "hospital", "1.2")
    assert transfers(home) == ()


def test_a_way_that_the_server_has_not_is_refused(home: Path, pacs: FakePacs) -> None:
    with pytest.raises(PacsError, match="fetched by get, move or web, not by store"):
        fetch(home, "hospital", STUDY, via=Via.STORE)


def test_a_folder_that_something_else_made_is_left_alone(home: Path, pacs: FakePacs) -> None:
    other = home / "studies" / STUDY
    other.mkdir(parents=True)
    (other / "notes.txt").write_text("mine")
    fetched = fetch(home, "hospital", STUDY)
    is_whole(fetched, pacs)
    assert fetched.folder == home / "studies" / f"{STUDY}-2"
    assert [path.name for path in other.iterdir()] == ["notes.txt"]
    assert fetch(home, "hospital", STUDY).folder == fetched.folder


def test_a_folder_that_cannot_be_made_is_a_sentence(
    home: Path, pacs: FakePacs, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(PacsError, match="cannot be made"):
        fetch(home, "hospital", STUDY, out=tmp_path / "file" / "folder")


def test_the_ledger_shows_how_far_each_instance_has_come(home: Path, pacs: FakePacs) -> None:
    fetched = fetch(home, "hospital", STUDY)
    rows = instances(home, fetched.transfer)
    assert {row.sop_uid for row in rows} == set(pacs.files)
    assert all(row.path is not None and row.path.is_file() for row in rows)
    assert {row.state for row in rows} == {InstanceState.RECEIVED}
    assert Transfers.opened(home).of_study(Kind.FETCH, STUDY)[0].missing == 0
