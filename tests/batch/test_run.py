"""Driving a batch: what is missing is done, once, whatever happens to those who do it."""

import csv
import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from station.archive.batches import Ledger, LedgerRow, State
from station.batch import run as driving
from station.batch.crew import SchedulerLost, WorkerLost
from station.batch.outputs import FOLDER, sha256_of
from station.batch.run import DEATHS_ALLOWED, LOSSES_ALLOWED, Request, run_batch
from station.batch.work import Job
from station.batch.worker import Ending, Limits, Tried
from station.dicom.load import scan
from station.errors import Cancelled, StationError
from station.progress import silent
from tests.batch.hands import Hands, died, fates, run, well
from tests.made_up import studies

LOST = WorkerLost("", 1, "The worker that worked on it was lost.")
NAMES = ("A", "B", "C")


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """Three studies of one PET each."""
    for name in NAMES:
        write(tmp_path / "in", name)
    return tmp_path / "in"


def write(source: Path, name: str, lesion: float = 4.0) -> None:
    studies.write_pet(source / name, "WB AC", lesion, study=name, PatientID=name)


@pytest.fixture
def asked(source: Path, tmp_path: Path) -> Request:
    return Request("info", {}, {str(source): None}, tmp_path / "out")


def rows(asked: Request) -> dict[str, LedgerRow]:
    """By the patient's ID."""
    ledger = Ledger.opened(asked.out)
    found = {row.patient_id: row for row in ledger.rows().values()}
    ledger.close()
    return found


def again(asked: Request, **changes: Any) -> Request:
    return replace(asked, resume=True, **changes)


def manifest(asked: Request) -> dict[str, str]:
    return json.loads((asked.out / "manifest.json").read_text())


# -- what there is to do ---------------------------------------------------------------------------


def test_every_study_is_done_and_its_output_is_in_the_manifest(asked: Request) -> None:
    hands = Hands()
    assert run(asked, hands) == ["Dashboard: http://dashboard"]
    assert {row.state for row in rows(asked).values()} == {State.DONE}
    assert {row.tries for row in rows(asked).values()} == {1}
    for name, sha256 in manifest(asked).items():
        assert sha256_of(asked.out / name) == sha256
    outputs = {f"{FOLDER}/{row.output}/info.json" for row in rows(asked).values()}
    assert outputs <= manifest(asked).keys()


def test_no_more_is_handed_out_than_twice_what_can_be_worked_on(asked: Request) -> None:
    hands = Hands(slots=1)
    run(asked, hands)
    assert hands.most_busy <= max(2, len(NAMES))  # folders are all looked at before
    assert len(hands.handed_out) == 3


def test_resuming_does_what_is_missing_and_nothing_else(asked: Request) -> None:
    def fate(job: Job, limits: Limits) -> Tried:
        refused = Tried(Ending.FAILED, 1.0, reason="Refused.")
        return refused if "/A/" in job.images[0] else well(job, limits)

    run(asked, Hands(fate))
    before = rows(asked)
    shutil.rmtree(asked.out / FOLDER / str(before["C"].output))
    second = Hands()
    run(again(asked), second)
    assert second.handed_out == [before["C"].study_uid]  # a study that failed has failed
    third = Hands()
    run(again(asked), third)
    assert third.handed_out == []
    run(again(asked, retry=True), third)
    assert third.handed_out == [before["A"].study_uid]
    assert {row.state for row in rows(asked).values()} == {State.DONE}


def test_a_study_that_arrives_while_the_batch_runs_is_done_too(
    asked: Request, source: Path
) -> None:
    def fate(job: Job, limits: Limits) -> Tried:
        if not (source / "D").exists():
            write(source, "D")
        return well(job, limits)

    hands = Hands(fate)
    run(asked, hands)
    assert rows(asked).keys() == {*NAMES, "D"}
    assert len(hands.handed_out) == 4


def test_a_study_in_two_folders_is_done_once(asked: Request, source: Path) -> None:
    run(asked)
    alone = rows(asked)["A"].output
    shutil.copytree(source / "A", source / "copy of A")
    hands = Hands()
    run(again(asked), hands)
    assert rows(asked).keys() == set(NAMES)
    assert len(hands.handed_out) == 1  # its files changed, what they hold did not
    assert rows(asked)["A"].output == alone


def test_a_study_that_changed_is_done_again_and_its_old_output_is_gone(
    asked: Request, source: Path
) -> None:
    run(asked)
    before = rows(asked)["B"].output
    write(source, "B", lesion=9.0)
    hands = Hands()
    run(again(asked), hands)
    after = rows(asked)["B"].output
    assert after != before
    assert {path.name for path in (asked.out / FOLDER).iterdir()} == {
        row.output for row in rows(asked).values()
    }


def test_a_waiting_study_whose_files_are_gone_has_failed(asked: Request, source: Path) -> None:
    def stop(job: Job, limits: Limits) -> Tried:
        raise Cancelled

    with pytest.raises(Cancelled):
        run(asked, Hands(stop))
    shutil.rmtree(source / "B")
    run(again(asked))
    assert rows(asked)["B"].state is State.FAILED
    assert rows(asked)["B"].reason == "Its files are no longer in the folders of the batch."
    assert rows(asked)["A"].state is State.DONE
    write(source, "B")
    run(again(asked))
    assert rows(asked)["B"].state is State.DONE


def test_a_folder_is_added_when_the_batch_is_resumed(asked: Request, tmp_path: Path) -> None:
    run(asked)
    write(tmp_path / "more", "D")
    run(again(asked, roots={str(tmp_path / "more"): None}))
    assert rows(asked).keys() == {*NAMES, "D"}
    hands = Hands()
    run(again(asked, roots={}), hands)
    assert hands.handed_out == []


def test_a_study_of_the_list_whose_files_are_gone_has_a_row(asked: Request, source: Path) -> None:
    (uid_of_a,) = survey_of(source / "A")
    roots = {str(source / "A"): (uid_of_a,), str(source / "gone"): ("1.2.3",)}
    run(replace(asked, roots=roots))
    assert {row.study_uid: (row.state, row.reason) for row in rows(asked).values()} == {
        uid_of_a: (State.DONE, ""),
        "1.2.3": (State.FAILED, "Its files are no longer in the folders of the batch."),
    }
    hands = Hands()
    run(again(asked, roots={}, retry=True), hands)  # without its files there is nothing to try
    assert hands.handed_out == []
    assert len(rows(asked)) == 2


def survey_of(folder: Path) -> list[str]:
    """The UIDs of the studies there."""
    return [study.uid for study in scan([folder]).studies]


def test_another_number_of_threads_is_another_output(asked: Request) -> None:
    run(asked)
    other = replace(asked, out=asked.out.with_name("other"), threads=2)
    run(other)
    assert rows(asked)["A"].output != rows(other)["A"].output
    assert rows(asked)["A"].inputs == rows(other)["A"].inputs


def test_a_folder_without_studies_is_refused(asked: Request, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(StationError, match="There is no study in"):
        run(replace(asked, roots={str(tmp_path / "empty"): None}))


# -- what goes wrong -------------------------------------------------------------------------------


def test_a_study_that_dies_three_times_is_set_aside_and_the_others_are_done(
    asked: Request, source: Path
) -> None:
    poisoned: list[str] = []

    def fate(job: Job, limits: Limits) -> Tried:
        if "/B/" in job.images[0]:
            poisoned.append(job.study_uid)
            return died()
        return well(job, limits)

    hands = Hands(fate)
    run(asked, hands)
    row = rows(asked)["B"]
    assert (row.state, row.tries, row.deaths, row.exit_signal) == (State.SET_ASIDE, 3, 3, 11)
    assert row.reason == "It ended its process 3 times; the last time: It crashed."
    assert len(poisoned) == DEATHS_ALLOWED
    assert [rows(asked)[name].state for name in "AC"] == [State.DONE, State.DONE]
    # Those that may be well come before it is tried again.
    assert hands.handed_out[-2:] == poisoned[-2:]


def test_deaths_are_counted_over_runs(asked: Request) -> None:
    def fate(job: Job, limits: Limits) -> Tried:
        if "/B/" in job.images[0]:
            tries.append(1)
            if len(tries) == 2:
                raise Cancelled
            return died()
        return well(job, limits)

    tries: list[int] = []
    with pytest.raises(Cancelled):
        run(asked, Hands(fate))
    assert rows(asked)["B"].deaths == 1
    run(again(asked), Hands(fate))
    assert rows(asked)["B"].state is State.SET_ASIDE
    assert len(tries) == 4  # the one that was stopped is nobody's fault


def test_a_lost_worker_costs_a_try_and_is_not_the_studys_death(asked: Request) -> None:
    run(asked, Hands(fates(LOST, LOST)))
    found = rows(asked)
    assert {row.state for row in found.values()} == {State.DONE}
    assert sum(row.losses for row in found.values()) == 2
    assert sum(row.tries for row in found.values()) == 5
    assert sum(row.deaths for row in found.values()) == 0


def test_a_study_that_takes_its_workers_with_it_is_set_aside_in_the_end(asked: Request) -> None:
    def fate(job: Job, limits: Limits) -> Tried | WorkerLost:
        return LOST if "/A/" in job.images[0] else well(job, limits)

    run(asked, Hands(fate))
    row = rows(asked)["A"]
    assert (row.state, row.losses) == (State.SET_ASIDE, LOSSES_ALLOWED)
    assert row.reason == "10 workers were lost while they worked on it."


def test_what_a_lost_scheduler_had_is_handed_out_again(asked: Request) -> None:
    hands = Hands(fates(SchedulerLost))
    said = run(asked, hands)
    assert "The scheduler was lost. What it had is handed out again." in said
    assert hands.openings == 2
    assert {row.state for row in rows(asked).values()} == {State.DONE}
    assert {row.tries for row in rows(asked).values()} == {1}


def test_a_scheduler_that_does_not_come_back_ends_the_batch(
    asked: Request, monkeypatch: pytest.MonkeyPatch
) -> None:
    hands = Hands(fates(SchedulerLost))
    opened = hands.open

    def crews() -> Any:
        if hands.openings:
            raise StationError("There is no scheduler.")
        return opened()

    monkeypatch.setattr(driving, "SCHEDULER_BACK_WITHIN_S", 0.0)
    with pytest.raises(StationError, match="There is no scheduler"):
        run_batch(asked, crews, silent, lambda _: None)
    run(again(asked))
    assert {row.state for row in rows(asked).values()} == {State.DONE}


def test_a_full_disk_stops_the_batch_and_fails_no_study(asked: Request) -> None:
    full = Tried(Ending.DISK, 1.0, reason="The disk is full.")
    with pytest.raises(StationError) as refused:
        run(asked, Hands(fates(full)))
    assert str(refused.value).startswith("The disk is full. ")
    assert str(refused.value).endswith(" of 3 studies done; go on with --resume.")
    states = [row.state for row in rows(asked).values()]
    assert State.FAILED not in states
    assert State.WAITING in states
    run(again(asked))
    assert {row.state for row in rows(asked).values()} == {State.DONE}


def test_stopping_loses_nothing_that_was_done(asked: Request) -> None:
    def report(fraction: float, message: str) -> None:
        if message.startswith("1 of 3"):
            raise Cancelled

    with pytest.raises(Cancelled):
        run_batch(asked, Hands().open, report, lambda _: None)
    done = [row for row in rows(asked).values() if row.state is State.DONE]
    assert len(done) == 1
    hands = Hands()
    run(again(asked), hands)
    assert len(hands.handed_out) == 2


def test_memory_goes_by_the_size_of_a_study_unless_it_is_given(asked: Request) -> None:
    limits: list[Limits] = []

    def fate(job: Job, given: Limits) -> Tried:
        limits.append(given)
        return well(job, given)

    run(asked, Hands(fate))
    size = rows(asked)["A"].size_bytes
    assert limits[0].memory_bytes == driving.MEMORY_BASE_BYTES + 16 * size
    limits.clear()
    out = asked.out.with_name("other")
    run(replace(asked, out=out, memory_limit_bytes=10**9, time_limit_s=5.0, threads=3), Hands(fate))
    assert limits[0] == Limits(5.0, 10**9, 3)


# -- another batch in the folder -------------------------------------------------------------------


Change = Callable[[Request], Request]


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (lambda asked: asked, "holds a batch already: 3 of 3 studies done"),
        (
            lambda asked: again(asked, operation="check"),
            "holds the results of `station batch info`",
        ),
        (lambda asked: again(asked, threads=2), "--threads was 1 and is 2"),
        (lambda asked: again(asked, options={"new": 1}), "--new was not given and is 1"),
    ],
)
def test_another_batch_is_refused_and_nothing_is_touched(
    asked: Request, change: Change, sentence: str
) -> None:
    run(asked)
    before = manifest(asked)
    hands = Hands()
    with pytest.raises(StationError, match=sentence):
        run(change(asked), hands)
    assert hands.openings == 0
    assert manifest(asked) == before


def test_a_batch_of_another_version_is_refused(
    asked: Request, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(asked)
    monkeypatch.setattr(driving, "__version__", "9.9")
    with pytest.raises(StationError, match=r"begun by Station .*, this is Station 9.9"):
        run(again(asked))


def test_a_batch_of_another_network_is_refused(
    asked: Request, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(driving, "shipped_weights", lambda *_: {"grader": "a" * 64})
    run(asked, Hands(lambda *_: Tried(Ending.FAILED, 1.0, reason="No.")))
    monkeypatch.setattr(driving, "shipped_weights", lambda *_: {"grader": "b" * 64})
    with pytest.raises(StationError, match="begun with another grader"):
        run(again(asked))


def test_a_folder_that_holds_something_else_is_refused(asked: Request) -> None:
    asked.out.mkdir()
    (asked.out / "mine.txt").write_text("mine")
    with pytest.raises(StationError, match="is not empty and holds no batch"):
        run(asked)
    assert (asked.out / "mine.txt").read_text() == "mine"


def test_a_folder_that_cannot_be_made_is_refused(asked: Request, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StationError, match="cannot be written"):
        run(replace(asked, out=tmp_path / "file" / "out"))


def test_a_batch_that_was_killed_while_it_began_begins_again(asked: Request) -> None:
    run(asked)
    (asked.out / "batch.json").unlink()
    for name in ("summary.csv", "summary.parquet", "summary.html", "left_out.csv"):
        (asked.out / name).unlink()
    for name in ("studies.csv", "studies.parquet", "manifest.json"):
        (asked.out / name).unlink()
    shutil.rmtree(asked.out / FOLDER)
    run(asked)
    assert {row.state for row in rows(asked).values()} == {State.DONE}


def test_two_programs_do_not_drive_one_batch(asked: Request) -> None:
    def fate(job: Job, limits: Limits) -> Tried:
        with pytest.raises(StationError, match="Another `station batch` is at work"):
            run(again(asked))
        return well(job, limits)

    run(asked, Hands(fate))


def test_the_summary_has_a_row_for_each_series(asked: Request) -> None:
    run(asked)
    with (asked.out / "summary.csv").open(newline="") as file:
        lines = list(csv.DictReader(file))
    assert {line["patient_id"] for line in lines} == set(NAMES)


# -- what is there before the end ------------------------------------------------------------------


def summary(asked: Request) -> list[tuple[str, str]]:
    """(patient, state) of each row."""
    with (asked.out / "summary.csv").open(newline="") as file:
        return sorted((row["patient_id"], row["state"]) for row in csv.DictReader(file))


def test_the_summary_is_written_while_the_batch_runs(
    asked: Request, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(driving, "SUMMARY_EVERY_S", 0.0)
    monkeypatch.setattr(driving, "SUMMARY_SHARE", 1e9)
    seen: list[list[tuple[str, str]]] = []

    def fate(job: Job, limits: Limits) -> Tried:
        if (asked.out / "summary.csv").exists():
            seen.append(summary(asked))
        return well(job, limits)

    run(asked, Hands(fate))
    assert [("A", "done"), ("B", "done"), ("C", "waiting")] in seen
    assert summary(asked) == [(name, "done") for name in NAMES]


def test_a_batch_that_is_stopped_leaves_the_summary_of_what_it_did(asked: Request) -> None:
    def stop_at_two(fraction: float, message: str) -> None:
        if message.startswith("2 of"):
            raise Cancelled

    with pytest.raises(Cancelled):
        run_batch(asked, Hands().open, stop_at_two, lambda _: None)
    assert [state for _, state in summary(asked)].count("done") == 2
    assert "The batch has not ended" in (asked.out / "summary.html").read_text()


def test_a_batch_that_found_nothing_is_begun_anew_with_the_right_folder(
    asked: Request, tmp_path: Path
) -> None:
    (tmp_path / "wrong").mkdir()
    with pytest.raises(StationError, match="There is no study"):
        run(replace(asked, roots={str(tmp_path / "wrong"): None}))
    run(asked)
    ledger = Ledger.opened(asked.out)
    assert ledger.batch.roots == asked.roots
    ledger.close()
    assert summary(asked) == [(name, "done") for name in NAMES]


def test_what_a_killed_worker_left_half_written_is_removed(asked: Request) -> None:
    half = asked.out / FOLDER / ".0123.x.station-partial"

    def fate(job: Job, limits: Limits) -> Tried:
        half.mkdir(exist_ok=True)
        return well(job, limits)

    run(asked, Hands(fate))
    assert not half.exists()
