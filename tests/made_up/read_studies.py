"""Locked reader studies whose images were graded, for tests of what is made of both."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from station.archive.quality import Basis, KeptGrade, open_grades
from station.archive.readings import NewStudy, ReaderStudies
from station.pet.device import Device
from station.pet.image_quality import GraderModel, QualityGrade, Verdict, not_gradable
from station.pet.study import Role, Series
from station.reading.protocol import Arm, Protocol
from station.reading.worklist import SourceSeries
from tests.archive.reader_studies import (
    COORDINATOR,
    PASSWORDS,
    PROTOCOL,
    READERS,
    coordinator,
    made,
    new_study,
    quick,
    signed,
    source_of,
)

NEW = GraderModel("Net", "2", "b" * 64)
OLD = GraderModel("Net", "1", "a" * 64)
NOON = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
DEVICE = Device("Maker", "Model 3", "PET1", "4711", "1.2.3")

SCORES = {1: 1, 2: 2, 3: 3, 4: 3, 5: 4, 6: 5, 7: 2, 8: 4}
"""What both readers give the conventional image of a case, by number"""
GRADES: Mapping[int, int | None] = {1: 1, 2: 2, 3: 2, 4: 3, 5: 4, 6: 5, 7: 3, 8: None}
"""What the network gives it; None: not gradable"""
NO_GRADES: Mapping[int, int | None] = {}


def keep_grade(
    home: Path, source: SourceSeries, grade: int | None, model: GraderModel = NEW
) -> None:
    """Put a grade of a series into the archive."""
    given = not_gradable("The liver is not in view.", model)
    if grade is not None:
        shares = tuple(float(one == grade) for one in range(1, 6))
        verdict = Verdict.GOOD if grade >= 3 else Verdict.POOR
        given = QualityGrade(verdict, grade, shares, float(grade >= 3), model=model)
    kept = KeptGrade(given, (), None, (), None, None, None, NOON)
    series = Series(source.series_key, source.study_uid, "PT", Role.CONVENTIONAL)
    grades = open_grades(home)
    grades.keep(
        source.study_uid,
        series,
        date(2026, 11, 20),
        Basis("i" * 64, "t" * 64, model.sha256),
        kept,
        DEVICE,
        "conventional",
        None,
    )
    grades.close()


def keep_grades(home: Path, given: Mapping[int, int | None], model: GraderModel = NEW) -> None:
    """Of the conventional images of cases, by number."""
    for number, grade in given.items():
        keep_grade(home, source_of(f"case {number}", Arm.CONVENTIONAL), grade, model)


def locked_home(
    folder: Path, protocol: Protocol = PROTOCOL, grades: Mapping[int, int | None] = NO_GRADES
) -> Path:
    """The data folder of a study of eight cases that is read and locked. Made once for many tests,
    each of which copies it; the images stay where they are."""
    home = folder / "home"
    with pytest.MonkeyPatch.context() as patched:
        quick(patched)
        study = new_study(folder / "images", protocol, cases=len(GRADES))
        keep_grades(home, grades)
        studies = made(home, study)
        read_and_locked(study, studies)
        studies.close()
    return home


def read_and_locked(study: NewStudy, studies: ReaderStudies) -> None:
    """Both readers give SCORES to conventional images and 5 to DL ones; the study is locked."""

    def score(image: str, criterion: str) -> int:
        entry = study.key.entries[image]
        number = int(entry.case.rpartition(" ")[2])
        return SCORES[number] if entry.arm is Arm.CONVENTIONAL else 5

    for name in READERS:
        signed(studies, name, score)
    coordinator(studies).lock(PASSWORDS[COORDINATOR])
