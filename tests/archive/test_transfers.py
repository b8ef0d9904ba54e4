"""The ledger of transfers: what came through is on the disk, and read back as it was."""

import os
import signal
import subprocess
import sys
import threading
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from station.archive import schema, transfers
from station.archive.database import FILE_NAME, Database, file_url
from station.archive.transfers import (
    Kind,
    Recorder,
    Stage,
    Transfer,
    TransferredInstance,
    Transfers,
    recording,
)
from station.errors import ArchiveError
from station.pacs import InstanceState, Server, SignIn, Tls, Via

ROOT = Path(__file__).resolve().parents[2]
SERVER = Server(
    "hospital",
    "pacs.example",
    11112,
    "ARCHIVE",
    "STATION2",
    "https://pacs.example/dicom-web",
    Tls(Path("/etc/ca.pem"), None, Path("/etc/key.pem")),
    Via.MOVE,
    SignIn.BASIC,
    "ito",
)
WANTED = tuple(
    TransferredInstance(f"1.2.{n}", "1.2.840.10008.5.1.4.1.1.128", "1.2", "1") for n in range(5)
)


@pytest.fixture
def ledger(known_home: Path) -> Transfers:
    return Transfers.opened(known_home)


def begun(ledger: Transfers, kind: Kind = Kind.FETCH, study: str = "1") -> Transfer:
    return ledger.begin(
        kind, "hospital", Via.GET, study, Path("/data/ä"), "Dr Ito", WANTED, ("1.2",), commit=True
    )


# -- servers ---------------------------------------------------------------------------------------


def test_a_server_is_read_back_as_it_was_kept(ledger: Transfers) -> None:
    other = Server("clinic", "10.0.0.5", called_aet="ORTHANC")
    for server in (SERVER, other):
        ledger.keep_server(server)
    assert ledger.servers() == (other, SERVER)


def test_a_server_that_is_kept_again_is_there_once(ledger: Transfers) -> None:
    ledger.keep_server(SERVER)
    ledger.keep_server(replace(SERVER, port=104))
    assert ledger.servers() == (replace(SERVER, port=104),)


def test_a_removed_server_is_gone(ledger: Transfers) -> None:
    ledger.keep_server(SERVER)
    ledger.remove_server("hospital")
    assert ledger.servers() == ()


def test_a_damaged_server_is_named(ledger: Transfers) -> None:
    ledger.keep_server(SERVER)
    with ledger._database.writing() as connection:
        connection.execute(schema.pacs_servers.update().values(facts='{"tls": 3}'))
    with pytest.raises(ArchiveError, match='about the server "hospital" is damaged'):
        ledger.servers()


# -- transfers -------------------------------------------------------------------------------------


def test_a_transfer_is_read_back_as_it_was_begun(ledger: Transfers) -> None:
    with ledger.held(begun(ledger).number):
        (transfer,) = ledger.transfers()
        assert transfer.stage is Stage.RUNNING
    assert (transfer.kind, transfer.server, transfer.via) == (Kind.FETCH, "hospital", Via.GET)
    assert (transfer.study_uid, transfer.series_uids) == ("1", ("1.2",))
    assert (transfer.folder, transfer.commit, transfer.who) == (Path("/data/ä"), True, "Dr Ito")
    assert transfer.counts[InstanceState.WANTED] == transfer.instances == transfer.missing == 5
    assert ledger.instances(transfer.number) == tuple(
        replace(one, at=there.at)
        for one, there in zip(WANTED, ledger.instances(transfer.number), strict=True)
    )


def test_what_is_recorded_is_counted_and_read_back(ledger: Transfers) -> None:
    number = begun(ledger).number
    at = datetime(2026, 11, 20, 12, tzinfo=UTC)
    path = Path("/data/ä/1.dcm")
    received = replace(WANTED[0], state=InstanceState.RECEIVED, path=path, size_bytes=10**10, at=at)
    failed = replace(
        WANTED[1], state=InstanceState.FAILED, status=0xA700, reason="Out of\0resources.", at=at
    )
    new = TransferredInstance("9.9", state=InstanceState.RECEIVED, size_bytes=5, at=at)
    ledger.record(number, [received, failed, new])
    transfer = ledger.transfer(number)
    assert (transfer.instances, transfer.missing) == (6, 4)
    assert transfer.size_bytes == 10**10 + 5
    rows = {row.sop_uid: row for row in ledger.instances(number)}
    assert rows[received.sop_uid] == received
    # A database holds no NUL.
    assert rows[failed.sop_uid] == replace(failed, reason="Out of resources.")
    assert rows["9.9"] == new


def test_a_transfer_that_ended_says_how(ledger: Transfers) -> None:
    one, two = begun(ledger), begun(ledger, Kind.SEND)
    ledger.end(one.number, Stage.DONE)
    ledger.end(two.number, Stage.INCOMPLETE, "3 instances are missing.")
    found = ledger.transfers()
    assert [transfer.number for transfer in found] == [two.number, one.number]
    assert [transfer.note for transfer in found] == ["3 instances are missing.", ""]
    assert found[0].ended is not None
    assert ledger.transfers(open_only=True) == found[:1]
    ledger.take_up(two.number, Via.WEB)
    with ledger.held(two.number):
        again = ledger.transfer(two.number)
    assert (again.stage, again.via, again.ended, again.note) == (
        Stage.RUNNING,
        Via.WEB,
        None,
        "",
    )


def test_a_transfer_whose_program_is_gone_is_interrupted(ledger: Transfers) -> None:
    number = begun(ledger).number
    assert ledger.transfer(number).stage is Stage.INTERRUPTED
    assert ledger.transfer(number).open


def test_a_transfer_runs_once_at_a_time(ledger: Transfers, known_home: Path) -> None:
    number = begun(ledger).number
    other = Transfers.opened(known_home)
    with ledger.held(number):
        with pytest.raises(ArchiveError, match="is running already"), other.held(number):
            pass
        assert other.transfer(number).stage is Stage.RUNNING
    with other.held(number):
        pass
    assert list((known_home / transfers.LOCKS).iterdir()) == []


def test_a_transfer_that_there_is_not_is_refused(ledger: Transfers) -> None:
    with pytest.raises(ArchiveError, match="There is no transfer 7"):
        ledger.transfer(7)


def test_a_study_s_files_are_found_by_what_came_of_it(ledger: Transfers) -> None:
    number = begun(ledger).number
    here = replace(WANTED[0], state=InstanceState.RECEIVED, path=Path("/a"))
    ledger.record(number, [here, replace(WANTED[1], path=Path("/b"))])
    sent = begun(ledger, Kind.SEND).number
    ledger.record(sent, [replace(WANTED[2], state=InstanceState.STORED, path=Path("/c"))])
    assert ledger.here(["1", "2"]) == {"1": {"1.2.0": Path("/a")}}
    assert [one.number for one in ledger.of_study(Kind.FETCH, "1")] == [number]


def test_many_studies_are_asked_about_at_once(ledger: Transfers) -> None:
    number = begun(ledger).number
    ledger.record(number, [replace(WANTED[0], state=InstanceState.RECEIVED, path=Path("/a"))])
    assert set(ledger.here([*map(str, range(3000))])) == {"1"}


# -- lots ------------------------------------------------------------------------------------------


def test_what_comes_fast_is_written_in_lots(
    ledger: Transfers, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(transfers, "LOT_EVERY_S", 1e9)
    monkeypatch.setattr(transfers, "LOT", 3)
    number = begun(ledger).number
    writes: list[int] = []
    plain = ledger.record

    def record(number: int, instances) -> None:
        rows = list(instances)
        writes.append(len(rows))
        plain(number, rows)

    monkeypatch.setattr(ledger, "record", record)
    with recording(ledger, number) as recorder:
        for instance in WANTED:
            recorder.record(replace(instance, state=InstanceState.RECEIVED))
        assert writes == [3]
    assert writes == [3, 2]
    assert ledger.transfer(number).counts[InstanceState.RECEIVED] == 5


def test_what_was_recorded_is_kept_where_the_work_fails(ledger: Transfers) -> None:
    number = begun(ledger).number

    def fails() -> None:
        with recording(ledger, number) as recorder:
            recorder.record(replace(WANTED[0], state=InstanceState.RECEIVED))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fails()
    assert ledger.transfer(number).counts[InstanceState.RECEIVED] == 1


def test_several_threads_record_at_once(ledger: Transfers) -> None:
    number = begun(ledger).number
    recorder = Recorder(ledger, number)

    def record(thread: int) -> None:
        for n in range(300):
            recorder.record(
                TransferredInstance(f"{thread}.{n}", state=InstanceState.RECEIVED, size_bytes=2)
            )

    threads = [threading.Thread(target=record, args=(n,)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    recorder.flush()
    transfer = ledger.transfer(number)
    assert transfer.counts[InstanceState.RECEIVED] == 1200
    assert transfer.size_bytes == 2400


def test_a_full_disk_is_a_sentence_and_nothing_of_the_lot_is_lost(
    ledger: Transfers, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = begun(ledger).number
    recorder = Recorder(ledger, number)
    plain = ledger.record

    def full(number: int, instances) -> None:
        raise ArchiveError("The disk with the index is full.")

    monkeypatch.setattr(ledger, "record", full)
    monkeypatch.setattr(transfers, "LOT", 1)
    with pytest.raises(ArchiveError, match="is full"):
        recorder.record(replace(WANTED[0], state=InstanceState.RECEIVED))
    monkeypatch.setattr(ledger, "record", plain)
    recorder.flush()
    assert ledger.transfer(number).counts[InstanceState.RECEIVED] == 1


KILLED = """
import os, signal, sys
from pathlib import Path
from dataclasses import replace
from station.archive import transfers
from station.archive.transfers import *
from station.pacs import InstanceState, Via

transfers.LOT = 10
ledger = Transfers.opened(Path(sys.argv[1]))
wanted = [TransferredInstance(f"1.{n}") for n in range(95)]
transfer = ledger.begin(Kind.FETCH, "x", Via.GET, "1", Path("/x"), "", wanted)
with ledger.held(transfer.number):
    recorder = Recorder(ledger, transfer.number)
    transfers.LOT_EVERY_S = 1e9
    for one in wanted:
        recorder.record(replace(one, state=InstanceState.RECEIVED))
    os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.simulated
def test_a_killed_program_loses_its_last_lot_at_most(known_home: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", KILLED, str(known_home)], cwd=ROOT, env=os.environ, check=False
    )
    assert done.returncode == -signal.SIGKILL
    (transfer,) = Transfers.opened(known_home).transfers()
    assert transfer.stage is Stage.INTERRUPTED
    assert transfer.counts[InstanceState.RECEIVED] == 90
    assert transfer.counts[InstanceState.WANTED] == 5


# -- the database ----------------------------------------------------------------------------------


def test_an_archive_of_before_there_were_transfers_gets_their_tables(known_home: Path) -> None:
    database = Database(file_url(known_home / FILE_NAME))
    with database.writing() as connection:
        for table in (
            schema.notes,  # of a later revision
            schema.transfer_instances,
            schema.transfers,
            schema.pacs_servers,
        ):
            table.drop(connection)
        connection.execute(schema.revision.update().values(version_num="0006"))
    database.close()
    assert begun(Transfers.opened(known_home)).instances == 5
