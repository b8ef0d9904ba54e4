"""Studies of a server come before a batch works on them, and a fault costs a study its try."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from station.archive.batches import Absent, Ledger, LedgerRow, State
from station.batch import fetching
from station.batch.fetching import Arrived, fetch_studies, studies_of
from station.batch.run import Request
from station.cli.pacs import watching
from station.dicom.network.inbox import identity
from station.errors import Cancelled, StationError
from station.operations.pacs import ways
from station.operations.pacs.servers import add_server
from station.pacs import FoundStudies, Query, RemoteStudy, Server
from station.progress import Report, silent
from tests.batch.hands import Hands, run
from tests.made_up import studies
from tests.operations.pacs.fake import SERVER, FakePacs
from tests.peers.orthanc import Orthanc

NAMES = ("A", "B", "C")


@pytest.fixture
def pacs(known_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FakePacs:
    """A server with three studies, of which this computer has none."""
    monkeypatch.setattr(fetching, "AGAIN_AFTER_S", 0.0)
    add_server(known_home, SERVER)
    fake = FakePacs().take(written(tmp_path)).install(monkeypatch)
    monkeypatch.setattr(ways, "studies", lambda *_: FoundStudies(listed(fake)), raising=False)
    return fake


def written(folder: Path) -> list[Path]:
    for name in NAMES:
        studies.write_pet(folder / "server" / name, "WB AC", 4.0, study=name, PatientID=name)
    return sorted((folder / "server").rglob("*.dcm"))


def listed(fake: FakePacs) -> tuple[RemoteStudy, ...]:
    """In the order of the patients."""
    found = [identity(content) for content in fake.files.values()]
    uids = dict.fromkeys(one["study_uid"] for one in found)
    return tuple(
        RemoteStudy(uid, name, "", None, "", ("PT",)) for uid, name in zip(uids, NAMES, strict=True)
    )


def instances_of(fake: FakePacs, study: RemoteStudy) -> list[str]:
    found = map(identity, fake.files.values())
    return [one["sop_uid"] for one in found if one["study_uid"] == study.study_uid]


def fetched(home: Path, report: Report = silent) -> tuple[Arrived, list[str]]:
    """(what came, what was said)."""
    said: list[str] = []
    found = studies_of(home, SERVER.name, Query(modality="PT"))
    return fetch_studies(home, SERVER.name, found, report, watching, said.append), said


def uids(arrived: Arrived) -> set[str]:
    return {uid for wanted in arrived.roots.values() for uid in wanted or ()}


def test_every_study_comes_and_is_found_in_its_folder(pacs: FakePacs, known_home: Path) -> None:
    arrived, said = fetched(known_home)
    assert (arrived.absent, said) == ((), [])
    assert uids(arrived) == {study.study_uid for study in listed(pacs)}
    assert all(list(Path(folder).glob("*.dcm")) for folder in arrived.roots)


def test_what_is_here_is_not_fetched_again(pacs: FakePacs, known_home: Path) -> None:
    first, _ = fetched(known_home)
    asked = len(pacs.asked)
    again, _ = fetched(known_home)
    assert again == first
    assert len(pacs.asked) == asked


def test_a_server_that_breaks_off_costs_the_study_a_try_and_the_others_come_before_it(
    pacs: FakePacs, known_home: Path
) -> None:
    study = listed(pacs)[0]
    pacs.breaks_after = [0, 0, 0]  # whichever way it is asked
    arrived, said = fetched(known_home)
    assert arrived.absent == ()
    assert said == ["1 study did not come whole, and is fetched again."]
    assert list(uids(arrived))
    order = [uid for wanted in arrived.roots.values() for uid in wanted or ()]
    assert order[-1] == study.study_uid


def test_a_study_that_never_comes_whole_is_left_out_with_the_servers_reason(
    pacs: FakePacs, known_home: Path
) -> None:
    study = listed(pacs)[1]
    pacs.refuses = {instances_of(pacs, study)[0]: "Out of resources."}
    arrived, said = fetched(known_home)
    assert len(uids(arrived)) == 2
    assert study.study_uid not in uids(arrived)
    (absent,) = arrived.absent
    assert (absent.study_uid, absent.patient_id) == (study.study_uid, "B")
    assert absent.reason == (
        "It could not be fetched whole from hospital. Out of resources. To try again, give the "
        "same command with --resume."
    )
    assert said[-1] == f"Study {study.study_uid} could not be fetched whole. Out of resources."


def test_fetching_can_be_stopped_while_the_server_is_waited_for(
    pacs: FakePacs, known_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetching, "AGAIN_AFTER_S", 600.0)
    pacs.refuses = {instances_of(pacs, listed(pacs)[0])[0]: "Out of resources."}

    def report(fraction: float, message: str) -> None:
        if message == "Waiting for the server":
            raise Cancelled

    with pytest.raises(Cancelled):
        fetched(known_home, report)


def test_more_studies_than_the_server_lists_are_refused(
    pacs: FakePacs, known_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ways, "studies", lambda *_: FoundStudies(listed(pacs), more=True))
    with pytest.raises(StationError, match="has more studies for this query than it lists"):
        studies_of(known_home, SERVER.name, Query(modality="PT"))


# -- what the batch makes of it --------------------------------------------------------------------


def rows(out: Path) -> dict[str, LedgerRow]:
    ledger = Ledger.opened(out)
    found = {row.patient_id: row for row in ledger.rows().values()}
    ledger.close()
    return found


@pytest.fixture
def asked(pacs: FakePacs, known_home: Path, tmp_path: Path) -> Request:
    return Request("info", {}, {}, tmp_path / "out", fetch=lambda *_: fetched(known_home)[0])


def test_a_study_that_did_not_come_has_a_row_and_is_done_when_it_comes(
    pacs: FakePacs, asked: Request
) -> None:
    pacs.refuses = {instances_of(pacs, listed(pacs)[1])[0]: "Out of resources."}
    run(asked)
    found = rows(asked.out)
    assert {name: row.state for name, row in found.items()} == {
        "A": State.DONE,
        "B": State.FAILED,
        "C": State.DONE,
    }
    assert "Out of resources." in found["B"].reason
    assert "Out of resources." in (asked.out / "summary.csv").read_text()
    pacs.refuses = {}
    hands = Hands()
    run(replace(asked, resume=True), hands)
    assert hands.handed_out == [found["B"].study_uid]
    assert {row.state for row in rows(asked.out).values()} == {State.DONE}


def test_half_a_study_is_not_worked_on_and_not_tried_again_without_its_server(
    pacs: FakePacs, asked: Request, known_home: Path
) -> None:
    study = listed(pacs)[1]
    pacs.refuses = {instances_of(pacs, study)[0]: "Out of resources."}
    # The user names the folder into which it came as well.
    run(replace(asked, roots={str(known_home / "studies"): None}))
    before = rows(asked.out)["B"]
    assert before.state is State.FAILED
    hands = Hands()
    run(replace(asked, fetch=None, resume=True, retry=True, absent=(absent(before),)), hands)
    assert hands.handed_out == []
    assert rows(asked.out)["B"] == before


def absent(row: LedgerRow) -> Absent:
    return Absent(row.study_uid, row.patient_id, row.reason)


def test_what_was_done_stays_when_the_server_is_away_later(pacs: FakePacs, asked: Request) -> None:
    run(asked)
    before = rows(asked.out)
    gone = Arrived({}, (Absent(before["A"].study_uid, "A", "Away."),))
    run(replace(asked, resume=True, fetch=lambda *_: gone))
    assert rows(asked.out) == before


def test_nothing_is_fetched_for_a_folder_that_holds_another_batch(
    pacs: FakePacs, asked: Request
) -> None:
    run(asked)
    pacs.asked.clear()
    with pytest.raises(StationError, match="holds the results of `station batch info`"):
        run(replace(asked, operation="check", resume=True))
    with pytest.raises(StationError, match="holds a batch already"):
        run(asked)
    assert pacs.asked == []


# -- a server that others wrote --------------------------------------------------------------------


@pytest.fixture
def away(orthanc: Orthanc) -> Iterator[Orthanc]:
    yield orthanc
    if not orthanc.answers():
        orthanc.start()


@pytest.mark.simulated
def test_a_pacs_that_is_killed_while_studies_are_fetched_is_waited_for(
    away: Orthanc, known_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetching, "AGAIN_AFTER_S", 0.5)
    away.take(*written(tmp_path))
    server = Server(SERVER.name, away.host, away.dicom_port, away.aet, web_url=away.web_url)
    add_server(known_home, server)
    heard: list[str] = []

    def report(fraction: float, message: str) -> None:
        heard.append(message)
        if message.startswith("Fetching study 2 of 3") and away.answers() and "dead" not in heard:
            heard.append("dead")
            away.kill()
        if message == "Waiting for the server" and not away.answers():
            away.start()

    arrived, said = fetched(known_home, report)
    assert "2 studies did not come whole, and are fetched again." in said
    assert arrived.absent == ()
    out = tmp_path / "out"
    run(Request("info", {}, {}, out, fetch=lambda *_: arrived))
    assert {name: row.state for name, row in rows(out).items()} == dict.fromkeys(NAMES, State.DONE)
