"""The ledger of a batch: what was done to which study is on the disk, and read back as it was."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from station.archive.batches import FILE, KNOWN_BY, Ledger, LedgerRow, State
from station.archive.database import URL_VARIABLE
from station.errors import ArchiveError

ROW = LedgerRow("1.2.3", "P\0=1", ("/studies/ä",), "f" * 64, 10**10)


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    return created(tmp_path)


def created(folder: Path) -> Ledger:
    roots = {"/studies": None, "/more": ("1.2.3",)}
    return Ledger.created(folder, "grade", {"threads": 2}, {"grader": "a" * 64}, "0.1", roots)


def test_a_batch_is_opened_as_it_was_begun(ledger: Ledger, tmp_path: Path) -> None:
    assert Ledger.opened(tmp_path).batch == ledger.batch


def test_what_is_recorded_is_read_back(ledger: Ledger, tmp_path: Path) -> None:
    ledger.add([ROW, replace(ROW, study_uid="1.2.4")])
    ended = replace(
        ROW,
        state=State.SET_ASIDE,
        inputs="i" * 64,
        tries=3,
        deaths=3,
        seconds=1.5,
        peak_rss_bytes=10**10,
        exit_signal=11,
        reason="It crashed.",
    )
    ledger.record([ended])
    rows = Ledger.opened(tmp_path).rows()
    # A database holds no NUL.
    assert rows["1.2.3"] == replace(ended, patient_id="P =1")
    assert rows["1.2.4"].state is State.WAITING


def test_a_study_added_again_begins_again_and_is_there_once(ledger: Ledger) -> None:
    ledger.add([ROW])
    ledger.record([replace(ROW, state=State.DONE, output="o" * 64, tries=1)])
    ledger.add([replace(ROW, files="e" * 64)])
    (row,) = ledger.rows().values()
    assert (row.state, row.tries, row.output) == (State.WAITING, 0, None)


def test_studies_are_counted_by_their_state(ledger: Ledger) -> None:
    ledger.add(replace(ROW, study_uid=str(number)) for number in range(3))
    ledger.record([replace(ROW, study_uid="2", state=State.DONE)])
    counts = ledger.counts()
    assert (counts[State.WAITING], counts[State.DONE], counts[State.FAILED]) == (2, 1, 0)


def test_two_batches_of_one_database_do_not_see_each_other(ledger: Ledger, tmp_path: Path) -> None:
    ledger.add([ROW])
    other = tmp_path / "other"
    other.mkdir()
    assert created(other).rows() == {}


def test_where_studies_are_looked_for_can_grow(ledger: Ledger, tmp_path: Path) -> None:
    ledger.look_below({"/new": ("1",)})
    assert Ledger.opened(tmp_path).batch.roots == {"/new": ("1",)}


def test_a_folder_without_a_batch_says_so(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="holds no batch"):
        Ledger.opened(tmp_path)


@pytest.mark.parametrize("content", ["", "{}", "[]", '{"batch": 1}', "\x00"])
def test_a_damaged_name_of_the_batch_is_refused(
    ledger: Ledger, tmp_path: Path, content: str
) -> None:
    (tmp_path / KNOWN_BY).write_text(content)
    with pytest.raises(ArchiveError, match="is damaged"):
        Ledger.opened(tmp_path)


def test_a_ledger_that_is_gone_or_damaged_is_not_made_anew(ledger: Ledger, tmp_path: Path) -> None:
    ledger.close()
    (tmp_path / FILE).write_bytes(b"no database" * 1000)
    with pytest.raises(ArchiveError, match=r"The ledger .* is damaged"):
        Ledger.opened(tmp_path)
    (tmp_path / FILE).unlink()
    with pytest.raises(ArchiveError, match="is gone"):
        Ledger.opened(tmp_path)


def test_a_batch_of_a_shared_database_asks_for_its_address(
    ledger: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(URL_VARIABLE, raising=False)
    known = json.loads((tmp_path / KNOWN_BY).read_text())
    (tmp_path / KNOWN_BY).write_text(json.dumps(known | {"shared": True}))
    with pytest.raises(ArchiveError, match=f"Set {URL_VARIABLE}"):
        Ledger.opened(tmp_path)


def test_a_batch_that_another_ledger_has_is_unknown(ledger: Ledger, tmp_path: Path) -> None:
    (tmp_path / KNOWN_BY).write_text(json.dumps({"batch": "0" * 32, "shared": False}))
    with pytest.raises(ArchiveError, match="does not know the batch"):
        Ledger.opened(tmp_path)
