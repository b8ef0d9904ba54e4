"""A reader study is prepared whole, or nothing of it is left."""

import errno
import shutil
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import numpy as np
import pytest
from pydicom import dcmread
from pydicom.uid import UID

from station.archive import readings
from station.archive.index import open_index
from station.archive.readings import (
    CoordinatorSitting,
    ReaderSitting,
    ReaderStudies,
    open_reader_studies,
)
from station.dicom import deidentify
from station.dicom.folders import PARTIAL
from station.dicom.load import scan
from station.errors import ArchiveError, Cancelled, StationError
from station.operations.images import load_image
from station.operations.reading import prepare as module
from station.operations.reading.candidates import Candidate
from station.operations.reading.prepare import (
    Preparation,
    cases_problem,
    cautions,
    due_problem,
    name_problem,
    people_problem,
    prepare,
    study_names,
)
from station.pet.suv import InputName, TypedInput
from station.progress import Report, silent
from station.reading.protocol import Arm, NewPerson, Protocol, StudyRole, load_protocol
from station.reading.worklist import Case, Key, SourceSeries
from tests.archive.reader_studies import quick
from tests.made_up import reading_cases, studies
from tests.made_up.reading_cases import PASSWORDS, PEOPLE, STUDY, protocol, request
from tests.pet.test_captions import DL


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    quick(monkeypatch)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder in whose archive are three studies that can be cases. Read only."""
    folder = tmp_path_factory.mktemp("made")
    reading_cases.archive_of(folder / "home", folder / "data", 3)
    return folder


@pytest.fixture
def offered(station_home: Path, made: Path) -> tuple[Candidate, ...]:
    """The three studies, in the archive of this test."""
    return reading_cases.copied_archive(station_home, made / "home")


def images_below(home: Path) -> list[Path]:
    """Everything that preparations have put on the disk."""
    return sorted((home / "reader-studies").rglob("*")) if home.exists() else []


def nothing_is_left(home: Path) -> bool:
    return study_names(home) == () and not (home / "reader-studies").exists()


def opened_key(studies_: ReaderStudies) -> Key:
    session = studies_.sign_in(STUDY, "Dr. Sato", PASSWORDS["Dr. Sato"])
    assert isinstance(session, CoordinatorSitting)
    return session.open_key(PASSWORDS["Dr. Sato"], "a test compares copies with their sources")[0]


# --- What is made -------------------------------------------------------------------------------


def test_a_prepared_study_can_be_read_practice_first(
    station_home: Path, tmp_path: Path, offered: tuple[Candidate, ...]
):
    result = prepare(station_home, request(protocol(tmp_path), offered[:2], offered[2:]), silent)
    assert result.started
    assert (result.cases, result.practice) == (2, 1)
    assert (result.check.images, result.check.files) == (6, 6 * 24)
    with closing(open_reader_studies(station_home)) as recorded:
        session = recorded.sign_in(STUDY, "Dr. Ito", PASSWORDS["Dr. Ito"])
        assert isinstance(session, ReaderSitting)
        case = session.next()
        assert isinstance(case, Case)
        assert (case.practice, case.total) == (True, 2)
        assert recorded.changed_images(STUDY, silent) == ()


def test_every_copy_shows_the_suv_of_its_source(
    station_home: Path, tmp_path: Path, made: Path, offered: tuple[Candidate, ...]
):
    chosen = request(protocol(tmp_path), offered[:2])
    result = prepare(station_home, chosen, silent)
    with closing(open_reader_studies(station_home)) as recorded:
        key = opened_key(recorded)
    (folder,) = (station_home / "reader-studies").iterdir()
    assert len(list(folder.iterdir())) == 4
    for code, entry in key.entries.items():
        (study,) = scan([folder / code]).studies
        copy = load_image(study.series[0])
        number = int(entry.case.removeprefix("case ")) - 1
        source = scan([made / "data" / str(number)]).studies[0]
        pair = chosen.cases[number].pair
        found = source.find(pair.dl if entry.arm is Arm.DENOISED else pair.conventional)
        assert found is not None
        volume = load_image(found).volume
        assert copy.volume.unit is volume.unit
        assert copy.volume.geometry.same_grid(volume.geometry)
        shown = volume.voxels >= 0.9
        difference = float(np.abs(copy.volume.voxels - volume.voxels)[shown].max())
        assert 0 < difference <= result.largest_change_suv + 1e-6
        lesion = studies.LESION_SUV_DENOISED if entry.arm is Arm.DENOISED else studies.LESION_SUV
        assert copy.volume.value_at(studies.LESION_MM) == pytest.approx(lesion, abs=0.001)
    assert result.largest_change_suv <= 2.5 / studies.STORED_PER_SUV


def test_the_key_holds_the_series_that_each_image_was_copied_from(
    station_home: Path, tmp_path: Path, offered: tuple[Candidate, ...]
):
    chosen = request(protocol(tmp_path), offered[:2], offered[2:])
    prepare(station_home, chosen, silent)
    with closing(open_reader_studies(station_home)) as recorded:
        entries = opened_key(recorded).entries.values()
    cases = {"case 1": offered[0], "case 2": offered[1], "practice 1": offered[2]}
    assert len(entries) == 6
    for entry in entries:
        one = cases[entry.case]
        pair = one.pairs[0]
        key = pair.dl if entry.arm is Arm.DENOISED else pair.conventional
        assert entry.source == SourceSeries(one.study_uid, key, entry.case)


def test_two_studies_of_one_patient_are_known_as_one_patients(station_home: Path, tmp_path: Path):
    for number in range(2):
        reading_cases.write_conventional(tmp_path / "data" / str(number), number, PatientID="H-1")
        reading_cases.write_dl(tmp_path / "data" / str(number), number, PatientID="H-1")
    reading_cases.remember(station_home, tmp_path / "data")
    prepare(station_home, request(protocol(tmp_path), reading_cases.by_name(station_home)), silent)
    with closing(open_reader_studies(station_home)) as recorded:
        entries = opened_key(recorded).entries.values()
    patients = {entry.case: entry.source.patient for entry in entries if entry.source}
    assert patients == {"case 1": "case 1", "case 2": "case 1"}


def test_nothing_of_a_source_is_in_the_bytes_of_a_copy(
    station_home: Path, tmp_path: Path, offered: tuple[Candidate, ...]
):
    prepare(station_home, request(protocol(tmp_path), offered[:1]), silent)
    words = [
        *(str(value).encode() for value in reading_cases.facts(0).values()),
        *(b"Garcia", b"Luis", b"20240301", b"OSEM", b"DLR", b"RESEARCH", b"Gaussian", b"Doe"),
        *(b"SYN1", b"350000000", b"6586.2", b"19600102", b"Fluor", b"pydicom", b"PYDICOM"),
    ]
    files = [path for path in images_below(station_home) if path.is_file()]
    assert len(files) == 48
    for path in files:
        header = path.read_bytes()[: -2 * 40 * 48]
        for word in words:
            assert word not in header, (path, word)
            assert word.decode() not in str(path.relative_to(station_home))


def test_a_case_says_where_it_came_from_only_to_the_coordinator(
    station_home: Path, tmp_path: Path, offered: tuple[Candidate, ...]
):
    prepare(station_home, request(protocol(tmp_path), offered[:1]), silent)
    database = (station_home / "archive.sqlite").read_bytes()
    with closing(open_reader_studies(station_home)) as recorded:
        session = recorded.sign_in(STUDY, "Dr. Sato", PASSWORDS["Dr. Sato"])
        assert isinstance(session, CoordinatorSitting)
        _, sources = session.open_key(PASSWORDS["Dr. Sato"], "test")
    assert list(sources) == ["case 1"]
    assert sources["case 1"].startswith("Garcia, Luis; ID HOSP-0000; 2024-03-01; study ")
    assert b"Garcia, Luis; ID" not in database


def test_two_preparations_of_the_same_cases_share_no_code_and_no_uid(
    station_home: Path, tmp_path: Path, offered: tuple[Candidate, ...]
):
    names: list[set[str]] = []
    uids: list[set[UID]] = []
    for name in ("first", "second"):
        prepare(station_home, request(protocol(tmp_path), offered[:1], name=name), silent)
    for folder in (station_home / "reader-studies").iterdir():
        names.append({path.name for path in folder.iterdir()})
        uids.append({dcmread(path).SeriesInstanceUID for path in folder.rglob("*.dcm")})
    assert not names[0] & names[1]
    assert not uids[0] & uids[1]


def test_typed_suv_inputs_count(station_home: Path, tmp_path: Path):
    (one,) = reading_cases.archive_of(station_home, tmp_path / "data", 1)
    with closing(open_index(station_home)) as index:
        typed = TypedInput(InputName.WEIGHT_KG, 35.0, "Dr A", datetime.now(UTC))
        index.record_input(one.study_uid, typed)
    prepare(station_home, request(protocol(tmp_path), (one,)), silent)
    (folder,) = (station_home / "reader-studies").iterdir()
    highest = sorted(
        float(load_image(scan([image]).studies[0].series[0]).volume.voxels.max())
        for image in folder.iterdir()
    )
    expected = [studies.LESION_SUV / 2, studies.LESION_SUV_DENOISED / 2]
    assert highest == pytest.approx(expected, abs=0.001)


def test_a_longer_image_is_cropped_and_that_is_said(station_home: Path, tmp_path: Path):
    reading_cases.write_conventional(tmp_path / "data", 0)
    reading_cases.write_dl(tmp_path / "data", 0)
    for path in sorted((tmp_path / "data" / "dl").rglob("*.dcm"))[-3:]:
        path.unlink()
    reading_cases.remember(station_home, tmp_path / "data")
    result = prepare(
        station_home, request(protocol(tmp_path), reading_cases.by_name(station_home)), silent
    )
    assert result.started
    (remark,) = result.remarks
    assert remark == (
        "Case 1 (Garcia, Luis): The images have 24 × 40 × 48 and 21 × 40 × 48 voxels; both are "
        "cropped to the 21 × 40 × 48 that they share."
    )
    (folder,) = (station_home / "reader-studies").iterdir()
    assert {len(list(image.iterdir())) for image in folder.iterdir()} == {21}


def test_no_progress_message_names_a_code_beside_its_source(
    station_home: Path, tmp_path: Path, offered: tuple[Candidate, ...]
):
    told: list[tuple[float, str]] = []
    prepare(
        station_home,
        request(protocol(tmp_path), offered[:2]),
        lambda fraction, message: told.append((fraction, message)),
    )
    fractions = [fraction for fraction, _ in told]
    assert fractions == sorted(fractions)
    assert fractions[-1] <= 1.0
    words = {message for _, message in told}
    assert {"Reading case 1 of 2", "Copying image 4 of 4", "Recording the study"} <= words
    (folder,) = (station_home / "reader-studies").iterdir()
    secrets = [path.name for path in folder.iterdir()]
    for message in words:
        assert not any(word in message for word in (*secrets, "OSEM", "DLR", "Garcia"))


# --- What is refused ----------------------------------------------------------------------------


def test_a_leak_keeps_the_study_from_starting_and_the_copies_go(
    station_home: Path,
    tmp_path: Path,
    offered: tuple[Candidate, ...],
    monkeypatch: pytest.MonkeyPatch,
):
    kept = deidentify._common

    def careless(volume: object, code: str, slope: float) -> object:
        image = kept(volume, code, slope)  # type: ignore[arg-type]
        image.SeriesDescription = "OSEM Gaussian"
        return image

    monkeypatch.setattr(deidentify, "_common", careless)
    result = prepare(station_home, request(protocol(tmp_path), offered[:2]), silent)
    assert not result.started
    (finding,) = result.check.findings
    assert "Series Description (0008,103E) is not among" in finding
    assert 'contains "Gaussian", a word of the method' in finding
    assert nothing_is_left(station_home)


def test_what_is_written_into_the_pixels_is_refused_with_its_series(
    station_home: Path, tmp_path: Path
):
    reading_cases.write_conventional(tmp_path / "data", 0)
    reading_cases.write_dl(tmp_path / "data", 0)
    for path in (tmp_path / "data" / "dl").rglob("*.dcm"):
        file = dcmread(path)
        pixels = file.pixel_array.copy()
        pixels[22:29, 15:26][DL] = 9000
        file.PixelData = pixels.tobytes()
        file.save_as(path)
    reading_cases.remember(station_home, tmp_path / "data")
    with pytest.raises(StationError) as refusal:
        prepare(
            station_home, request(protocol(tmp_path), reading_cases.by_name(station_home)), silent
        )
    sentence = str(refusal.value)
    assert sentence.startswith('Case 1 (Garcia, Luis): The pixels of Series 5 "OSEM DLR (RESEARCH)')
    assert "rows 23–29, columns 16–26" in sentence
    assert sentence.endswith("Choose a series without it, or leave this case out.")
    assert nothing_is_left(station_home)


def test_a_second_study_of_a_name_is_refused(
    station_home: Path, tmp_path: Path, offered: tuple[Candidate, ...]
):
    chosen = request(protocol(tmp_path), offered[:1])
    prepare(station_home, chosen, silent)
    before = images_below(station_home)
    with pytest.raises(StationError, match="exists already"):
        prepare(station_home, chosen, silent)
    assert images_below(station_home) == before


def test_a_source_that_is_gone_is_named_with_its_case(station_home: Path, tmp_path: Path):
    offered = reading_cases.archive_of(station_home, tmp_path / "data", 2)
    shutil.rmtree(tmp_path / "data" / "1")
    with pytest.raises(StationError, match=r"^Case 2 \(Doe, Jane\): .* can no longer be read"):
        prepare(station_home, request(protocol(tmp_path), offered), silent)
    assert nothing_is_left(station_home)


def test_a_field_of_view_that_differs_is_refused(station_home: Path, tmp_path: Path):
    reading_cases.write_conventional(tmp_path / "data", 0)
    reading_cases.write_dl(tmp_path / "data", 0)
    for path in (tmp_path / "data" / "dl").rglob("*.dcm"):
        file = dcmread(path)
        pixels = file.pixel_array.copy()
        pixels[:, :10] = 0
        file.PixelData = pixels.tobytes()
        file.save_as(path)
    reading_cases.remember(station_home, tmp_path / "data")
    with pytest.raises(StationError, match="The field of view differs"):
        prepare(
            station_home, request(protocol(tmp_path), reading_cases.by_name(station_home)), silent
        )
    assert nothing_is_left(station_home)


def test_a_full_disk_is_said_before_anything_is_copied(
    station_home: Path,
    tmp_path: Path,
    offered: tuple[Candidate, ...],
    monkeypatch: pytest.MonkeyPatch,
):
    usage = shutil.disk_usage(tmp_path)._replace(free=100 * 1024**2)
    monkeypatch.setattr(shutil, "disk_usage", lambda path: usage)
    with pytest.raises(StationError, match=r"need 1 MB and 105 MB must stay free.*has 105 MB left"):
        prepare(station_home, request(protocol(tmp_path), offered), silent)
    assert nothing_is_left(station_home)


def test_a_disk_that_fills_up_on_the_way_is_said_and_nothing_is_left(
    station_home: Path,
    tmp_path: Path,
    offered: tuple[Candidate, ...],
    monkeypatch: pytest.MonkeyPatch,
):
    write = Path.write_bytes
    written: list[Path] = []

    def full(path: Path, data: bytes) -> int:
        written.append(path)
        if len(written) > 30:
            raise OSError(errno.ENOSPC, "No space left on device")
        return write(path, data)

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(StationError, match=r"No space left on device\. Free some space"):
        prepare(station_home, request(protocol(tmp_path), offered), silent)
    assert nothing_is_left(station_home)


def test_a_database_that_fails_at_the_end_leaves_no_copies(
    station_home: Path,
    tmp_path: Path,
    offered: tuple[Candidate, ...],
    monkeypatch: pytest.MonkeyPatch,
):
    def fail(self: ReaderStudies, study: object, report: Report) -> None:
        raise ArchiveError("The archive cannot be written: disk full. Free some space.")

    monkeypatch.setattr(readings.ReaderStudies, "create", fail)
    with pytest.raises(ArchiveError, match="disk full"):
        prepare(station_home, request(protocol(tmp_path), offered[:1]), silent)
    assert nothing_is_left(station_home)


def test_a_copy_that_reads_back_as_something_else_is_refused(
    station_home: Path,
    tmp_path: Path,
    offered: tuple[Candidate, ...],
    monkeypatch: pytest.MonkeyPatch,
):
    right = deidentify.write_copy

    def wrong(volume: object, code: str, slope: float, folder: Path, report: Report) -> None:
        right(volume, code, slope, folder, report)  # type: ignore[arg-type]
        path = folder / "0012.dcm"
        raw = bytearray(path.read_bytes())
        raw[-2000] ^= 0x10
        path.write_bytes(raw)

    monkeypatch.setattr(deidentify, "write_copy", wrong)
    with pytest.raises(StationError, match="reads back with SUV"):
        prepare(station_home, request(protocol(tmp_path), offered[:1]), silent)
    assert nothing_is_left(station_home)


# --- Cancelling ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "at", ["Reading case 2", "Copying image 1", "Copying image 4", "Checking image 2", "Recording"]
)
def test_cancelled_anywhere_it_leaves_nothing_behind(
    station_home: Path, tmp_path: Path, offered: tuple[Candidate, ...], at: str
):
    heard: list[str] = []

    def report(fraction: float, message: str) -> None:
        if message.startswith(at):
            heard.append(message)
            raise Cancelled

    with pytest.raises(Cancelled):
        prepare(station_home, request(protocol(tmp_path), offered[:2]), report)
    assert heard
    assert nothing_is_left(station_home)
    result: Preparation = prepare(station_home, request(protocol(tmp_path), offered[:2]), silent)
    assert result.started


def test_what_a_killed_preparation_left_on_the_disk_is_taken_away(
    station_home: Path, tmp_path: Path, offered: tuple[Candidate, ...]
):
    left = station_home / "reader-studies" / f".0123456789abcdef.x7{PARTIAL}"
    (left / "code").mkdir(parents=True)
    (left / "code" / "1.dcm").write_bytes(b"half")
    prepare(station_home, request(protocol(tmp_path), offered[:2]), silent)
    (folder,) = (station_home / "reader-studies").iterdir()
    assert not folder.name.startswith(".")


def test_another_study_stays_when_one_is_cancelled(
    station_home: Path, tmp_path: Path, offered: tuple[Candidate, ...]
):
    prepare(station_home, request(protocol(tmp_path), offered[:1], name="kept"), silent)
    before = images_below(station_home)

    def report(fraction: float, message: str) -> None:
        if fraction > 0.9:
            raise Cancelled

    with pytest.raises(Cancelled):
        prepare(station_home, request(protocol(tmp_path), offered), report)
    assert images_below(station_home) == before
    assert study_names(station_home) == ("kept",)


# --- The request, before any work ---------------------------------------------------------------


def two_criteria(tmp_path: Path, **values: str) -> Protocol:
    return load_protocol(protocol(tmp_path, **values))


def test_too_few_cases_for_the_protocol_are_said(tmp_path: Path):
    assert cases_problem(two_criteria(tmp_path), 2, 0) is None
    none = cases_problem(two_criteria(tmp_path), 0, 1)
    assert none is not None
    assert "needs cases" in none
    repeats = cases_problem(two_criteria(tmp_path, repeats="5"), 3, 0)
    assert repeats is not None
    assert "Choose more cases" in repeats
    washout = cases_problem(two_criteria(tmp_path, washout_cases="10"), 6, 0)
    assert washout is not None
    assert "there is room for" in washout


Change = Callable[[tuple[NewPerson, ...]], tuple[NewPerson, ...]]


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (lambda people: people[1:], "needs a coordinator"),
        (lambda people: people[:2], "needs 2 readers or more"),
        (lambda p: (*p, replace(p[1], name="dr. ITO")), "is taken"),
        (lambda p: (p[0], p[1], replace(p[2], password="short")), "12 characters or more"),
        (lambda p: (p[0], p[1], replace(p[2], password=p[1].password)), "have the same password"),
        (
            lambda p: (p[0], p[1], replace(p[2], password="dr. mori: blue swans")),
            "contains the name",
        ),
        (lambda p: (p[0], p[1], replace(p[2], name="")), "no name of a person"),
    ],
    ids=["no coordinator", "one reader", "same name", "short", "shared", "own name", "nameless"],
)
def test_people_who_do_not_make_a_study_are_refused_with_the_reason(change: Change, sentence: str):
    assert people_problem(PEOPLE) is None
    problem = people_problem(change(PEOPLE))
    assert problem is not None
    assert sentence in problem


def test_an_adjudicator_is_one_more_person():
    adjudicator = NewPerson("Prof. Kato", StudyRole.ADJUDICATOR, "twelve blue swans")
    assert people_problem((*PEOPLE, adjudicator)) is None


def test_a_password_is_not_shown_when_a_person_is_printed():
    assert PASSWORDS["Dr. Ito"] not in repr(PEOPLE)


def test_a_name_must_be_new_and_one_line():
    assert name_problem("Denoising", ("Another",)) is None
    for name, words in (("", "no name"), ("a\nb", "no name"), ("Another ", "exists already")):
        problem = name_problem(name, ("Another",))
        assert problem is not None
        assert words in problem


def test_a_day_that_is_past_is_no_due_date():
    today = date(2026, 11, 20)
    assert due_problem(None, today) is None
    assert due_problem(today, today) is None
    assert due_problem(date(2026, 11, 19), today) is not None


def test_cautions_name_a_patient_who_comes_twice_and_what_the_protocol_lacks(
    tmp_path: Path, station_home: Path
):
    offered = reading_cases.archive_of(station_home, tmp_path / "data", 2)
    twice = replace(offered[1], patient_id=offered[0].patient_id)
    chosen = request(protocol(tmp_path), (offered[0], twice))
    told = " ".join(cautions(chosen, two_criteria(tmp_path)))
    assert "Patient HOSP-0000 is in more than one case" in told
    assert "no practice case" in told
    assert "repeats no image" in told
    assert "no washout" in told
    fine = request(protocol(tmp_path), offered[:1], offered[1:])
    assert cautions(fine, two_criteria(tmp_path, washout_cases="1", repeats="1")) == ()


def test_cases_are_numbered_so_that_tables_sort_them():
    names, practice = module._case_names(12, 1)
    assert names == sorted(names)
    assert (names[0], names[-1], practice) == ("case 01", "case 12", ["practice 01"])
