"""The QA grade of what was read blinded: which is taken, why there is none, and making it."""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from station.archive.database import FILE_NAME
from station.archive.quality import open_grades
from station.archive.readings import (
    CoordinatorSitting,
    ReaderSitting,
    ReaderStudies,
    open_reader_studies,
)
from station.errors import Cancelled
from station.operations.reading.analysis import source_of_study, summary, write_analysis
from station.operations.reading.grades import (
    BEFORE_SOURCES,
    DENOISED,
    NOT_GRADED,
    NOT_HERE,
    StudyGrades,
    find_grades,
    grade_missing,
)
from station.operations.reading.prepare import prepare
from station.pet.image_quality import GraderModel
from station.progress import silent
from station.reading.grade_agreement import Missing
from station.reading.protocol import Arm
from tests.archive.reader_studies import (
    coordinator,
    made,
    new_study,
    quick,
    read_all,
    source_of,
)
from tests.made_up import reading_cases
from tests.made_up.graders import Checks, Stub
from tests.made_up.read_studies import (
    GRADES,
    NEW,
    OLD,
    keep_grade,
    keep_grades,
    locked_home,
    read_and_locked,
)

FEW = 200
CASES = len(GRADES)


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    quick(monkeypatch)
    monkeypatch.setattr("station.report.reading.plots.pictures", lambda analysis: ())
    monkeypatch.setattr("station.operations.quality.grading.check_image", Checks())


@pytest.fixture(scope="module")
def read_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return locked_home(tmp_path_factory.mktemp("read"))


@pytest.fixture
def locked(station_home: Path, read_home: Path) -> Iterator[ReaderStudies]:
    """Eight cases, read and locked; nothing is graded."""
    shutil.copytree(read_home, station_home)
    studies = open_reader_studies(station_home)
    yield studies
    studies.close()


def found_in(
    home: Path, studies: ReaderStudies, installed: Callable[[], GraderModel | None] = lambda: NEW
) -> StudyGrades:
    session = coordinator(studies)
    return find_grades(home, session.locked_readings(), session.locked_key(), installed)


def told(found: StudyGrades, arm: Arm = Arm.CONVENTIONAL) -> dict[str, int | Missing | None]:
    return {
        one.case: one.missing if one.grade is None else one.grade
        for one in found.grades.images
        if one.arm is arm
    }


# --- which grade is taken -----------------------------------------------------------------------


def test_every_image_has_its_grade_or_the_reason_why_not(
    locked: ReaderStudies, station_home: Path
) -> None:
    keep_grades(station_home, {number: GRADES[number] for number in range(2, CASES + 1)})
    found = found_in(station_home, locked)
    assert told(found) == {
        "case 1": Missing.NOT_GRADED,
        **{f"case {number}": GRADES[number] for number in range(2, CASES)},
        "case 8": Missing.NOT_GRADABLE,
    }
    assert set(told(found, Arm.DENOISED).values()) == {Missing.BY_DESIGN}
    why = {(one.case, one.arm): one.why for one in found.grades.images}
    assert why["case 1", Arm.CONVENTIONAL] == NOT_HERE
    assert why["case 8", Arm.CONVENTIONAL] == "The liver is not in view."
    assert why["case 3", Arm.DENOISED] == DENOISED
    assert found.grades.notes == ("Graded by Net 2, weights bbbbbbbbbbbb.",)
    assert found.to_grade == (), "the series is not in the library"


def test_of_two_networks_the_one_of_this_station_is_compared_and_that_is_said(
    locked: ReaderStudies, station_home: Path
) -> None:
    keep_grades(station_home, {1: 1, 2: 2})
    keep_grades(station_home, {1: 5, 2: 5, 3: 5}, OLD)
    found = found_in(station_home, locked)
    assert found.grades.model == NEW
    assert [told(found)[f"case {number}"] for number in (1, 2, 3)] == [1, 2, Missing.OTHER_NETWORK]
    assert any(one.why == "Only Net 1 graded it." for one in found.grades.images)
    assert "Grades by Net 1, weights aaaaaaaaaaaa are in the archive too" in found.grades.notes[1]


def test_where_this_stations_network_graded_nothing_the_other_is_compared_and_that_is_said(
    locked: ReaderStudies, station_home: Path
) -> None:
    keep_grades(station_home, {1: 2, 2: 4}, OLD)
    found = found_in(station_home, locked)
    assert found.grades.model == OLD
    assert told(found)["case 1"] == 2
    assert "The network of this Station, Net 2" in found.grades.notes[1]
    assert found_in(station_home, locked, lambda: None).grades.model == OLD


def test_a_denoised_image_that_a_network_did_grade_is_compared(
    locked: ReaderStudies, station_home: Path
) -> None:
    keep_grade(station_home, source_of("case 1", Arm.DENOISED), 5)
    assert told(found_in(station_home, locked), Arm.DENOISED)["case 1"] == 5


def test_a_study_sealed_without_its_sources_says_so_and_its_analysis_is_made(
    station_home: Path, tmp_path: Path
) -> None:
    study = new_study(tmp_path / "images", cases=3, older=True)
    studies = made(station_home, study)
    read_and_locked(study, studies)
    written = write_analysis(source_of_study(coordinator(studies)), tmp_path / "out", FEW)
    studies.close()
    assert written.grades is not None
    assert written.grades.grades.refusal == BEFORE_SOURCES
    assert f"QA grade: {BEFORE_SOURCES}" in written.notes
    assert BEFORE_SOURCES in (tmp_path / "out/tables.html").read_text(encoding="utf-8")
    assert not (tmp_path / "out/qa-grade-agreement.csv").exists()
    assert "noise" in written.analysis.criteria


def test_an_archive_of_grades_that_is_damaged_does_not_keep_the_analysis_from_being_made(
    locked: ReaderStudies, station_home: Path
) -> None:
    keep_grades(station_home, {1: 1})
    with closing(sqlite3.connect(station_home / FILE_NAME)) as file:
        file.execute("DROP TRIGGER quality_grades_no_update")
        file.execute("UPDATE quality_grades SET facts = '{}'")
        file.commit()
    refusal = found_in(station_home, locked).grades.refusal
    assert refusal.startswith("The QA grades cannot be read. A grade in the index")


# --- the analysis -------------------------------------------------------------------------------


def test_the_analysis_of_a_locked_study_has_the_comparison_in_every_file(
    locked: ReaderStudies, station_home: Path, tmp_path: Path
) -> None:
    keep_grades(station_home, GRADES)
    written = write_analysis(source_of_study(coordinator(locked)), tmp_path / "out", FEW)
    assert written.grades is not None
    one = written.grades.criteria["quality"][Arm.CONVENTIONAL]
    assert (one.read, one.graded, one.median.images) == (8, 7, 7)
    names = {str(path.relative_to(tmp_path / "out")) for path in written.files}
    assert {
        "qa-grade-agreement.csv",
        "qa-grade-cross-table.csv",
        "data/qa-grades.csv",
    } <= names
    lines = summary(written.analysis, written.grades)
    assert any(line.startswith("QA grade and readers' median, quality: n 7, ") for line in lines)
    for path in (tmp_path / "out").rglob("*"):
        if path.is_file():
            assert b"1.2.840" not in path.read_bytes(), f"{path.name} names a source"


# --- from preparation to grading ----------------------------------------------------------------


def prepared(home: Path, folder: Path, cases: int) -> list[str]:
    """A study made of small images in the library; the UIDs of their series and studies."""
    offered = reading_cases.archive_of(home, folder / "data", cases)
    assert prepare(
        home, reading_cases.request(reading_cases.protocol(folder), offered), silent
    ).started
    keys = [key for one in offered for key in (one.pairs[0].conventional, one.pairs[0].dl)]
    return [*keys, *(one.study_uid for one in offered)]


def record_of(home: Path) -> str:
    """Every row of the record of reader studies, with its trail."""
    with closing(sqlite3.connect(home / FILE_NAME)) as file:
        names = file.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        tables = [name for (name,) in names if name.startswith("reading")]
        return " ".join(
            str(row)
            for table in tables
            for row in file.execute(f"SELECT * FROM {table}").fetchall()
        )


def session_of(studies: ReaderStudies, name: str) -> ReaderSitting | CoordinatorSitting:
    found = studies.sign_in(reading_cases.STUDY, name, reading_cases.PASSWORDS[name])
    assert isinstance(found, ReaderSitting | CoordinatorSitting)
    return found


def read_out(studies: ReaderStudies) -> None:
    """Both readers score everything 3, and the study is locked."""
    for name in ("Dr. Ito", "Dr. Mori"):
        reads = session_of(studies, name)
        assert isinstance(reads, ReaderSitting)
        read_all(reads)
        reads.sign(reading_cases.PASSWORDS[name])
    follows = session_of(studies, "Dr. Sato")
    assert isinstance(follows, CoordinatorSitting)
    follows.lock(reading_cases.PASSWORDS["Dr. Sato"])


def find_in(home: Path, studies: ReaderStudies, stub: Stub) -> StudyGrades:
    follows = session_of(studies, "Dr. Sato")
    assert isinstance(follows, CoordinatorSitting)
    return find_grades(home, follows.locked_readings(), follows.locked_key(), lambda: stub.model)


def test_before_the_lock_no_source_is_on_record_and_afterwards_the_missing_grades_are_made(
    station_home: Path, tmp_path: Path
) -> None:
    uids = prepared(station_home, tmp_path, 2)
    stub = Stub(grades={"OSEM Gaussian": 4})
    with closing(open_reader_studies(station_home)) as studies:
        on_record = record_of(station_home)
        assert len(on_record) > 1000, "the search sees the record"
        in_images = b"".join(
            path.name.encode() + path.read_bytes()
            for path in (station_home / "reader-studies").rglob("*")
            if path.is_file()
        )
        for uid in uids:
            assert uid not in on_record
            assert uid.encode() not in in_images
        read_out(studies)
        assert not any(uid in record_of(station_home) for uid in uids), "it stays sealed"
        before = find_in(station_home, studies, stub)
        assert set(told(before).values()) == {Missing.NOT_GRADED}
        assert {one.why for one in before.grades.images if one.arm is Arm.CONVENTIONAL} == {
            NOT_GRADED
        }
        assert [one.series_key for one in before.to_grade] == uids[0:4:2]

        messages: list[str] = []
        result = grade_missing(
            station_home,
            before.to_grade,
            lambda: stub,
            lambda fraction, message: messages.append(message),
        )
        assert (result.graded, result.not_gradable, result.failed) == (2, 0, ())
        assert result.sentence == "2 graded."
        assert messages[0] == "Loading the grader"
        assert messages[-1] == "Grading image 2 of 2"
        after = find_in(station_home, studies, stub)
        assert told(after) == {"case 1": 4, "case 2": 4}
        assert after.to_grade == ()


def test_what_was_graded_before_it_was_cancelled_is_kept(
    station_home: Path, tmp_path: Path
) -> None:
    prepared(station_home, tmp_path, 2)
    stub = Stub()

    def stop_at_the_second(fraction: float, message: str) -> None:
        if message == "Grading image 2 of 2":
            raise Cancelled

    with closing(open_reader_studies(station_home)) as studies:
        read_out(studies)
        sources = find_in(station_home, studies, stub).to_grade
        with pytest.raises(Cancelled):
            grade_missing(station_home, sources, lambda: stub, stop_at_the_second)
        assert told(find_in(station_home, studies, stub)) == {
            "case 1": 4,
            "case 2": Missing.NOT_GRADED,
        }


def test_a_series_that_cannot_be_read_fails_with_its_sentence_and_the_others_are_graded(
    station_home: Path, tmp_path: Path
) -> None:
    prepared(station_home, tmp_path, 2)
    stub = Stub(grades={"OSEM Gaussian": None})
    with closing(open_reader_studies(station_home)) as studies:
        read_out(studies)
        sources = find_in(station_home, studies, stub).to_grade
        for path in sorted((tmp_path / "data" / "0" / "OSEM").rglob("*.dcm")):
            path.unlink()
        result = grade_missing(station_home, sources, lambda: stub, silent)
        assert (result.graded, result.not_gradable, len(result.failed)) == (0, 1, 1)
        assert result.sentence.startswith("0 graded, 1 not gradable, 1 failed. ")
        assert told(find_in(station_home, studies, stub)) == {
            "case 1": Missing.NOT_GRADED,
            "case 2": Missing.NOT_GRADABLE,
        }
    grades = open_grades(station_home)
    assert len(grades.history()) == 1, "what cannot be read is not kept as not gradable"
    grades.close()
