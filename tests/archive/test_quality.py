"""Grades and checks kept: what still holds is shown again, and what was is never changed."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import numpy as np
import pytest
from sqlalchemy.exc import DBAPIError

from station.archive import schema
from station.archive.index import open_index
from station.archive.quality import (
    Basis,
    Grades,
    KeptGrade,
    fingerprint,
    fingerprint_of_inputs,
    open_grades,
)
from station.errors import ArchiveError
from station.pet.device import Device
from station.pet.image_quality import (
    Check,
    Driver,
    GraderModel,
    QualityGrade,
    Status,
    Suspicion,
    Verdict,
    not_gradable,
)
from station.pet.study import Patient, Series
from station.pet.suv import InputName, TypedInput
from station.pet.voi import Sphere
from station.pet.volume import Geometry, Unit, Volume
from tests.archive.studies import STUDY_UID, series, study

NOON = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
MODEL = GraderModel("Grader", "1", "a" * 64)
DEVICE = Device("Maker", "Model 3", "PET1", "4711", "1.2.3")
BASIS = Basis("i" * 64, "t" * 64, MODEL.sha256)
COV = Check(
    "Liver CoV", 9.5, "%", (None, 15.0), Status.PASS, "EARL", "SD 0.2.", (30.0, -20.5, 100.0)
)
GRADE = QualityGrade(
    Verdict.GOOD,
    4,
    (0.0, 0.1, 0.2, 0.5, 0.2),
    0.9,
    None,
    "The tracer is not recorded.",
    (Suspicion("counts", 0.3),),
    (Driver("noise", 0.6), Driver("motion", 0.25)),
    0.4,
    MODEL,
)
KEPT = KeptGrade(
    GRADE,
    (COV, replace(COV, name="Blood glucose", value=None, status=Status.NOT_POSSIBLE)),
    None,
    ("head", "liver"),
    Sphere((30.0, -20.5, 100.0), 3.0),
    None,
    (30.0, -20.5, 100.0),
    NOON,
)
JANE = Patient("4711", "Doe, Jane")


@pytest.fixture
def grades(station_home: Path) -> Iterator[Grades]:
    opened = open_grades(station_home)
    yield opened
    opened.close()


@pytest.fixture
def pet(tmp_path: Path) -> Series:
    return series(tmp_path / "pet")


def keep(grades: Grades, pet: Series, kept: KeptGrade = KEPT, basis: Basis = BASIS) -> None:
    grades.keep(STUDY_UID, pet, date(2026, 11, 20), basis, kept, DEVICE, "conventional", 9.5)


def test_what_is_kept_comes_back_whole(grades: Grades, pet: Series) -> None:
    keep(grades, pet)
    assert grades.kept(STUDY_UID, pet.key, BASIS) == KEPT


def test_the_map_of_what_decides_is_not_kept(grades: Grades, pet: Series) -> None:
    geometry = Geometry((2, 2, 2), np.eye(4))
    mapped = Volume(np.zeros((2, 2, 2), np.float32), geometry, Unit.STORED)
    keep(grades, pet, replace(KEPT, grade=replace(GRADE, evidence=mapped)))
    kept = grades.kept(STUDY_UID, pet.key, BASIS)
    assert kept is not None
    assert kept.grade.evidence is None


@pytest.mark.parametrize("changed", ["images", "typed", "model"])
def test_a_grade_of_other_images_inputs_or_weights_does_not_hold(
    grades: Grades, pet: Series, changed: str
) -> None:
    keep(grades, pet)
    other = replace(BASIS, **{changed: "x" * 64})
    assert grades.kept(STUDY_UID, pet.key, other) is None


def test_only_the_last_grade_of_a_series_holds(grades: Grades, pet: Series) -> None:
    keep(grades, pet)
    keep(grades, pet, replace(KEPT, grade=not_gradable("No liver.", MODEL)))
    kept = grades.kept(STUDY_UID, pet.key, BASIS)
    assert kept is not None
    assert kept.grade.reason == "No liver."
    (scan,) = grades.history()
    assert (scan.verdict, scan.grade) == (Verdict.NOT_GRADABLE, None)


def test_a_record_that_cannot_be_read_is_as_if_it_were_not_there(
    grades: Grades, pet: Series, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr("station.archive.quality.json_text", lambda document: "7")
        keep(grades, pet)
    assert grades.kept(STUDY_UID, pet.key, BASIS) is None
    with pytest.raises(ArchiveError, match=r"A grade in the index .* is damaged"):
        grades.history()


def test_grades_cannot_be_changed_or_taken_back(grades: Grades, pet: Series) -> None:
    keep(grades, pet)
    for statement in (schema.grades.update().values(grade=5), schema.grades.delete()):
        with (
            pytest.raises(ArchiveError, match="append-only") as refused,
            grades._database.writing() as connection,
        ):
            connection.execute(statement)
        assert isinstance(refused.value.__cause__, DBAPIError)


def test_the_history_is_in_the_order_of_the_scans_and_knows_the_listed_patients(
    grades: Grades, pet: Series, station_home: Path, tmp_path: Path
) -> None:
    opened = study(tmp_path / "files")
    index = open_index(station_home)
    index.remember(opened, tmp_path)
    index.close()
    for day, minute in ((20, 2), (19, 1), (20, 1)):
        scan = replace(pet, uid=f"{day}.{minute}", datetime=datetime(2026, 11, day, 10, minute))
        grades.keep(opened.uid, scan, date(2026, 11, day), BASIS, KEPT, DEVICE, "conventional", 9.5)
    history = grades.history()
    assert [scan.series_key for scan in history] == ["19.1", "20.1", "20.2"]
    assert {scan.patient for scan in history} == {opened.patient.name}
    assert history[0].device == DEVICE
    assert history[0].liver_cov == 9.5
    assert history[0].expected_grade == pytest.approx(0.2 + 0.6 + 2.0 + 1.0)


# --- Fingerprints ---------------------------------------------------------------------------------


def test_the_fingerprint_is_the_same_wherever_the_files_lie(pet: Series) -> None:
    assert pet.slices is not None
    moved = replace(pet.slices, paths=tuple(f"/elsewhere{path}" for path in pet.slices.paths))
    assert fingerprint(JANE, replace(pet, slices=moved), None) == fingerprint(JANE, pet, None)


def test_the_fingerprint_changes_with_pixels_header_ct_and_patient(pet: Series) -> None:
    assert pet.slices is not None
    assert pet.suv is not None
    times = pet.slices.file_times_ns.copy()
    times[1] += 1
    gap = ("", *pet.slices.paths[1:])
    every = [
        fingerprint(JANE, pet, None),
        fingerprint(JANE, replace(pet, slices=replace(pet.slices, file_times_ns=times)), None),
        fingerprint(JANE, replace(pet, slices=replace(pet.slices, paths=gap)), None),
        fingerprint(JANE, replace(pet, suv=replace(pet.suv, weight_kg=80.0)), None),
        fingerprint(JANE, pet, replace(pet, uid="ct")),
        fingerprint(replace(JANE, id="4712"), pet, None),
    ]
    assert len(set(every)) == len(every)


def test_typed_inputs_count_by_what_was_typed_not_by_whom_or_when() -> None:
    weight = TypedInput(InputName.WEIGHT_KG, 71.5, "Ito", NOON)
    height = TypedInput(InputName.HEIGHT_M, 1.7, "Ito", NOON)
    again = replace(weight, who="Mori", when=datetime(2026, 1, 1, tzinfo=UTC))
    assert fingerprint_of_inputs([weight, height]) == fingerprint_of_inputs([height, again])
    heavier = replace(weight, value=80.0)
    assert fingerprint_of_inputs([weight]) != fingerprint_of_inputs([heavier])
    assert fingerprint_of_inputs([]) != fingerprint_of_inputs([weight])


# --- of chosen series ---------------------------------------------------------------------------


def test_of_a_series_the_last_grade_of_each_network_is_given_the_latest_network_last(
    grades: Grades, pet: Series
) -> None:
    newer = replace(MODEL, version="2", sha256="b" * 64)
    keep(grades, pet)
    again = replace(KEPT, grade=replace(GRADE, model=newer, grade=3))
    keep(grades, pet, again, replace(BASIS, model=newer.sha256))
    keep(grades, pet, replace(KEPT, grade=replace(GRADE, grade=2, verdict=Verdict.POOR)))
    found = grades.of_series([(STUDY_UID, pet.key), (STUDY_UID, "another"), ("another", pet.key)])
    (own,) = found.values()
    assert list(found) == [(STUDY_UID, pet.key)]
    assert [(one.model, one.grade.grade) for one in own] == [(newer, 3), (MODEL, 2)]
    assert own[1].liver_mm == KEPT.liver_mm


def test_more_series_than_one_question_takes_are_found(
    grades: Grades, pet: Series, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("station.archive.quality.MOST_ASKED", 2)
    keep(grades, pet)
    asked = [(f"study {number}", "series") for number in range(5)] + [(STUDY_UID, pet.key)]
    assert list(grades.of_series(asked)) == [(STUDY_UID, pet.key)]
