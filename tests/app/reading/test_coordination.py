"""What the coordinator's view does to a study, without the view."""

import csv
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from station.app.jobs import InlineExecutor, Jobs
from station.app.reading.coordination import Coordination, Followed, NewPerson, OpenedKey, StudyRole
from station.archive.readings import NewStudy, ReaderStudies
from station.errors import ArchiveError
from station.operations.reading.grades import GradedNow
from station.progress import Report
from station.reading.protocol import Arm
from station.reading.readings import ReadingError
from station.reading.worklist import Kind
from tests.archive.reader_studies import (
    COORDINATOR,
    PASSWORDS,
    PROTOCOL,
    READERS,
    STUDY,
    Clock,
    coordinator,
    made,
    new_study,
    quick,
    read_one,
    reader,
    scorer_by_arm,
    signed,
    source_of,
)
from tests.made_up.held import Held
from tests.made_up.read_studies import keep_grades

ITO, MORI = READERS
OWN = PASSWORDS[COORDINATOR]


class Heard:
    """What a verb called back with."""

    def __init__(self) -> None:
        self.done = 0
        self.failed: list[str] = []

    def on_done(self) -> None:
        self.done += 1

    def on_failed(self, sentence: str) -> None:
        self.failed.append(sentence)


@pytest.fixture
def heard() -> Heard:
    return Heard()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def study(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> NewStudy:
    quick(monkeypatch)
    return new_study(tmp_path / "images", replace(PROTOCOL, repeats=1), practice=1)


@pytest.fixture
def studies(study: NewStudy, station_home: Path, clock: Clock) -> Iterator[ReaderStudies]:
    found = made(station_home, study, clock)
    yield found
    found.close()


@pytest.fixture
def coordination(studies: ReaderStudies, clock: Clock, qtbot: QtBot) -> Iterator[Coordination]:
    found = Coordination(coordinator(studies), Jobs(InlineExecutor()), clock)
    found.begin()
    yield found
    found.close()


def locked(study: NewStudy, studies: ReaderStudies) -> None:
    """Both read and sign, without a large difference, and the study is locked."""
    for name in READERS:
        signed(studies, name, scorer_by_arm(study.key, 2, 3))
    coordinator(studies).lock(OWN)


# --- following ----------------------------------------------------------------------------------


def test_what_readers_do_is_known_after_the_next_look(
    coordination: Coordination, studies: ReaderStudies, clock: Clock
):
    before = coordination.state.known
    assert before is not None
    read_one(reader(studies))
    clock.later(minutes=5)
    assert coordination.state.known is before
    coordination.refresh()
    after = coordination.state.known
    assert after is not None
    assert sum(case.confirmed_at is not None for case in after.progress.readers[0].cases) == 1
    assert (after.at - before.at).total_seconds() == 300


def test_of_the_history_only_what_is_new_is_asked_for(
    coordination: Coordination, studies: ReaderStudies, monkeypatch: pytest.MonkeyPatch
):
    asked: list[int] = []
    whole = coordination.sitting.history

    def history(after: int = 0):
        asked.append(after)
        return whole(after)

    monkeypatch.setattr(coordination.sitting, "history", history)
    assert coordination.state.known is not None
    last = coordination.state.known.history[0].entry.number
    read_one(reader(studies))
    coordination.refresh()
    assert asked == [last]
    known = [line.entry for line in reversed(coordination.state.known.history)]
    assert tuple(known) == coordinator(studies).history()[:-1]


def test_the_people_are_known_with_their_roles(coordination: Coordination):
    assert coordination.state.known is not None
    assert [(one.name, one.role) for one in coordination.state.known.people] == [
        (COORDINATOR, StudyRole.COORDINATOR),
        (ITO, StudyRole.READER),
        (MORI, StudyRole.READER),
    ]


def test_it_looks_again_by_itself(coordination: Coordination, studies: ReaderStudies):
    before = coordination.state.known
    assert coordination._timer.isActive()
    read_one(reader(studies))
    coordination._timer.timeout.emit()
    assert coordination.state.known is not before


def test_when_the_record_is_out_of_reach_what_was_known_stays_with_the_reason(
    coordination: Coordination, monkeypatch: pytest.MonkeyPatch
):
    before = coordination.state.known

    def gone() -> None:
        raise ArchiveError("The database does not answer. Check the network.")

    with monkeypatch.context() as patched:
        patched.setattr(coordination.sitting, "progress", gone)
        coordination.refresh()
        assert coordination.state.problem == "The database does not answer. Check the network."
        assert coordination.state.known is before
    coordination.refresh()
    assert coordination.state.problem == ""


def test_no_arm_is_known_until_the_study_is_locked_nor_after_it_is_unlocked(
    coordination: Coordination, study: NewStudy, studies: ReaderStudies, heard: Heard
):
    def arms() -> dict[str, str]:
        assert coordination.state.known is not None
        return dict(coordination.state.known.arms)

    assert arms() == {}
    locked(study, studies)
    coordination.refresh()
    entries = {code: one for code, one in study.key.entries.items() if not one.practice}
    names = {"conventional": "Conventional", "dl": "DL"}
    assert arms() == {code: f"{one.case}, {names[one.arm]}" for code, one in entries.items()}
    coordination.unlock("one image is missing", heard.on_done, heard.on_failed)
    assert heard.done == 1
    assert arms() == {}


# --- steering -----------------------------------------------------------------------------------


def test_a_study_in_which_somebody_has_not_signed_is_locked_with_a_reason_only(
    coordination: Coordination, heard: Heard
):
    coordination.lock(OWN, "", heard.on_done, heard.on_failed)
    assert heard.failed[0].startswith(f"Not signed yet: {ITO}, {MORI}.")
    coordination.lock(OWN, "the funding has ended", heard.on_done, heard.on_failed)
    assert heard.done == 1
    assert coordination.state.known is not None
    assert coordination.state.known.progress.locked


def test_a_wrong_password_locks_nothing_and_says_so(coordination: Coordination, heard: Heard):
    coordination.lock("not this one", "a reason", heard.on_done, heard.on_failed)
    assert (heard.done, len(heard.failed)) == (0, 1)
    assert "password" in heard.failed[0]
    assert coordination.state.known is not None
    assert not coordination.state.known.progress.locked
    assert coordination.state.busy == ""


def test_a_reader_whose_set_is_reopened_can_revise_and_sign_again(
    coordination: Coordination, studies: ReaderStudies, heard: Heard
):
    signed(studies, ITO)
    coordination.refresh()
    coordination.reopen(ITO, "he asked for it", heard.on_done, heard.on_failed)
    assert heard.done == 1
    assert coordination.state.known is not None
    assert not coordination.state.known.progress.readers[0].signed
    reader(studies, ITO).sign(PASSWORDS[ITO])


def test_a_person_who_was_added_can_sign_in_and_has_a_list(
    coordination: Coordination, studies: ReaderStudies, heard: Heard
):
    person = NewPerson("Dr. Abe", StudyRole.READER, "a long password")
    coordination.add_person(person, OWN, heard.on_done, heard.on_failed)
    assert heard.done == 1
    assert coordination.state.known is not None
    added = coordination.state.known.progress.readers[-1]
    assert (added.reader, added.total) == ("Dr. Abe", 9)
    assert studies.sign_in(STUDY, "Dr. Abe", "a long password").name == "Dr. Abe"


def test_a_password_that_was_set_holds_and_the_old_one_does_not(
    coordination: Coordination, studies: ReaderStudies, heard: Heard
):
    coordination.set_password(
        ITO, "the new one of Mori", "forgotten", heard.on_done, heard.on_failed
    )
    assert heard.done == 1
    assert studies.sign_in(STUDY, ITO, "the new one of Mori").name == ITO
    with pytest.raises(ReadingError, match="not known"):
        studies.sign_in(STUDY, ITO, PASSWORDS[ITO])


def test_the_coordinators_own_password_changes_and_still_opens_the_key(
    coordination: Coordination, heard: Heard
):
    coordination.change_password(OWN, "another one of mine", heard.on_done, heard.on_failed)
    opened: list[OpenedKey] = []
    coordination.open_key("another one of mine", "to see", opened.append, heard.on_failed)
    assert (heard.done, len(opened)) == (1, 1)


def test_opening_the_key_gives_every_image_and_is_recorded_with_the_reason(
    coordination: Coordination, study: NewStudy, heard: Heard
):
    opened: list[OpenedKey] = []
    coordination.open_key(OWN, "an image looks wrong", opened.append, heard.on_failed)
    (key,) = opened
    assert {row[0]: (row[1], row[2]) for row in key.rows} == {
        code: (one.case, one.arm.value) for code, one in study.key.entries.items()
    }
    assert {row[1] for row in key.rows if row[3] == Kind.PRACTICE} == {"practice 1"}
    assert all(row[4] == study.sources[row[1]] for row in key.rows if not row[3])
    assert coordination.state.known is not None
    last = coordination.state.known.history[0].entry
    assert (last.action, last.who, last.reason) == (
        "key opened",
        COORDINATOR,
        "an image looks wrong",
    )


def test_a_key_that_was_opened_is_written_as_csv(
    coordination: Coordination, study: NewStudy, tmp_path: Path, heard: Heard
):
    opened: list[OpenedKey] = []
    coordination.open_key(OWN, "to see", opened.append, heard.on_failed)
    coordination.save_key(opened[0], tmp_path / "key.csv")
    with (tmp_path / "key.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {row["image"] for row in rows} == set(study.key.entries)


# --- checking and exporting ---------------------------------------------------------------------


def test_a_record_that_is_whole_says_so_with_its_last_hash(
    coordination: Coordination, studies: ReaderStudies
):
    coordination.check()
    checked = coordination.state.checked
    assert checked is not None
    assert checked.whole
    assert checked.verdict.head == studies.verify().head
    assert checked.verdict.head in checked.sentence


def test_an_image_that_was_changed_is_named(coordination: Coordination, study: NewStudy):
    code = next(iter(study.key.entries))
    (study.images / code / "1.dcm").write_bytes(b"another image")
    coordination.check()
    checked = coordination.state.checked
    assert checked is not None
    assert not checked.whole
    assert checked.changed_images == (code,)
    assert code in checked.sentence


def test_a_record_that_was_changed_shows_its_first_broken_link(
    coordination: Coordination, station_home: Path
):
    import sqlite3
    from contextlib import closing

    from station.archive.database import FILE_NAME

    with closing(sqlite3.connect(station_home / FILE_NAME)) as file:
        file.execute("DROP TRIGGER reading_audit_no_update")
        file.execute("UPDATE reading_audit SET who = 'somebody' WHERE number = 3")
        file.commit()
    coordination.check()
    checked = coordination.state.checked
    assert checked is not None
    assert not checked.whole
    assert "Entry 3" in checked.sentence


def test_every_reading_is_written_with_its_arm_session_and_place(
    coordination: Coordination, study: NewStudy, studies: ReaderStudies, tmp_path: Path
):
    locked(study, studies)
    coordination.export_rows(tmp_path / "rows.csv")
    assert coordination.state.written == tmp_path / "rows.csv"
    with (tmp_path / "rows.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 2 * (2 * 4 + 1)
    for row in rows:
        entry = study.key.entries[row["image"]]
        assert (row["case"], row["arm"]) == (entry.case, entry.arm)
        assert row["noise"] == {"conventional": "2", "dl": "3"}[entry.arm]
        assert int(row["session"]) >= 1
    assert {row["kind"] for row in rows} == {"real", "repeat"}


def test_before_the_lock_nothing_is_exported_and_the_reason_is_told(
    coordination: Coordination, tmp_path: Path
):
    coordination.export_rows(tmp_path / "rows.csv")
    assert "is not locked" in coordination.state.trouble
    assert not (tmp_path / "rows.csv").exists()
    coordination.dismiss()
    assert coordination.state == Followed(known=coordination.state.known)


def test_a_place_that_cannot_be_written_is_told(
    coordination: Coordination, study: NewStudy, studies: ReaderStudies, tmp_path: Path
):
    locked(study, studies)
    coordination.export_rows(tmp_path / "nowhere" / "rows.csv")
    assert "cannot be written" in coordination.state.trouble
    assert coordination.state.written is None


def test_the_whole_analysis_is_written_and_can_be_opened(
    coordination: Coordination,
    study: NewStudy,
    studies: ReaderStudies,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.setattr("station.report.reading.plots.pictures", lambda analysis: ())
    locked(study, studies)
    coordination.export_analysis(tmp_path / "out")
    assert coordination.state.written == tmp_path / "out"
    names = {path.name for path in (tmp_path / "out").iterdir()}
    assert {"analysis.json", "tables.html", "tables.pdf", "analysis.R", "data"} <= names


# --- the QA grade beside the scores -------------------------------------------------------------


def test_before_the_lock_no_grade_is_looked_for(
    coordination: Coordination, station_home: Path, monkeypatch: pytest.MonkeyPatch
):
    keep_grades(station_home, {1: 2})
    asked: list[object] = []
    monkeypatch.setattr(
        "station.operations.reading.grades.find_grades", lambda *given: asked.append(given)
    )
    coordination.compare_grades()
    coordination.grade_missing()
    assert asked == []
    assert coordination.state == Followed(known=coordination.state.known)


def test_after_the_lock_the_grades_are_compared_until_the_study_is_unlocked(
    coordination: Coordination,
    study: NewStudy,
    studies: ReaderStudies,
    station_home: Path,
    heard: Heard,
):
    keep_grades(station_home, {1: 2, 2: 2, 3: 4})
    locked(study, studies)
    coordination.refresh()
    assert coordination.state.compared is None, "nobody has looked yet"
    coordination.compare_grades()
    compared = coordination.state.compared
    assert compared is not None
    one = compared.comparison.criteria["quality"][Arm.CONVENTIONAL]
    assert (one.read, one.graded) == (4, 3)
    assert compared.to_grade == (), "the library does not hold the series"
    coordination.unlock("one image is missing", heard.on_done, heard.on_failed)
    assert coordination.state.compared is None


def test_missing_grades_are_made_behind_and_compared_again(
    coordination: Coordination,
    study: NewStudy,
    studies: ReaderStudies,
    station_home: Path,
    monkeypatch: pytest.MonkeyPatch,
):
    sources = (source_of("case 1", Arm.CONVENTIONAL),)
    asked: list[object] = []

    def grade(home: Path, wanted: object, load: object, report: Report) -> GradedNow:
        asked.append((home, wanted))
        report(0.5, "Grading image 1 of 1")
        keep_grades(home, {1: 2})
        return GradedNow(1, 0, ())

    locked(study, studies)
    coordination.refresh()
    coordination.compare_grades()
    before = coordination.state.compared
    assert before is not None
    coordination._set(compared=replace(before, to_grade=sources))
    monkeypatch.setattr("station.operations.reading.grades.grade_missing", grade)
    coordination.grade_missing()
    assert asked == [(station_home, sources)]
    assert coordination.state.graded == GradedNow(1, 0, ())
    after = coordination.state.compared
    assert after is not None
    assert after.comparison.criteria["quality"][Arm.CONVENTIONAL].graded == 1


# --- one thing after another --------------------------------------------------------------------


@pytest.fixture
def later() -> Held:
    return Held()


@pytest.fixture
def slow(studies: ReaderStudies, clock: Clock, later: Held, qtbot: QtBot) -> Iterator[Coordination]:
    """One whose work waits until `later` runs it."""
    found = Coordination(coordinator(studies), Jobs(later), clock)
    found.begin()
    later.run_all()
    yield found
    found.close()


def test_a_second_look_is_not_begun_while_the_first_is_under_way(slow: Coordination, later: Held):
    slow.refresh()
    slow.refresh()
    assert len(later.waiting) == 1
    later.run_all()
    slow.refresh()
    assert len(later.waiting) == 1


def test_while_something_is_done_nothing_else_is_begun(
    slow: Coordination, later: Held, heard: Heard
):
    slow.unlock("a reason", heard.on_done, heard.on_failed)
    assert (slow.state.busy, slow.state.can_cancel) == ("Unlocking the study", False)
    slow.reopen(ITO, "a reason", heard.on_done, heard.on_failed)
    assert heard.failed == ["Unlocking the study is still under way. Wait for it."]
    later.run_all()
    assert slow.state.busy == ""
    assert heard.failed[1] == "The study is not locked."


def test_a_comparison_that_comes_when_the_study_is_unlocked_is_not_shown(
    slow: Coordination, later: Held, studies: ReaderStudies, study: NewStudy, heard: Heard
):
    locked(study, studies)
    slow.refresh()
    later.run_all()
    slow.compare_grades()
    compare = later.waiting.pop()
    slow.unlock("a reason", heard.on_done, heard.on_failed)
    later.run_all()
    compare()
    assert (slow.state.compared, slow.state.uncompared) == (None, "")


def test_grading_that_is_cancelled_is_compared_with_what_was_graded_until_then(
    slow: Coordination,
    later: Held,
    studies: ReaderStudies,
    study: NewStudy,
    monkeypatch: pytest.MonkeyPatch,
):
    def grade(home: Path, wanted: object, load: object, report: Report) -> GradedNow:
        keep_grades(home, {1: 2})
        slow.cancel()
        report(0.9, "Grading image 2 of 2")
        raise AssertionError("it was to stop here")

    monkeypatch.setattr("station.operations.reading.grades.grade_missing", grade)
    locked(study, studies)
    slow.refresh()
    later.run_all()
    slow.compare_grades()
    later.run_all()
    before = slow.state.compared
    assert before is not None
    slow._set(compared=replace(before, to_grade=(source_of("case 1", Arm.CONVENTIONAL),)))
    slow.grade_missing()
    assert (slow.state.busy, slow.state.can_cancel) == ("Grading images", True)
    later.run_all()
    assert (slow.state.busy, slow.state.graded) == ("", None)
    after = slow.state.compared
    assert after is not None
    assert after.comparison.criteria["quality"][Arm.CONVENTIONAL].graded == 1


def test_an_export_that_is_cancelled_writes_nothing(
    slow: Coordination,
    later: Held,
    study: NewStudy,
    studies: ReaderStudies,
    tmp_path: Path,
):
    locked(study, studies)
    slow.export_analysis(tmp_path / "out")
    assert slow.state.can_cancel
    slow.cancel()
    later.run_all()
    assert slow.state.busy == ""
    assert (slow.state.written, slow.state.trouble) == (None, "")
    assert not (tmp_path / "out").exists()


def test_checking_tells_how_far_it_is(slow: Coordination, later: Held, study: NewStudy):
    told: list[float] = []
    slow.changed.connect(lambda before, after: told.append(after.fraction))
    slow.check()
    later.run_all()
    assert slow.state.checked is not None
    assert len({one for one in told if 0 < one <= 1}) > 3
    shutil.rmtree(study.images)
    slow.check()
    later.run_all()
    assert len(slow.state.checked.changed_images) == len(study.key.entries)
