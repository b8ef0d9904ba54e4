"""Grades in the archive: what one was made of, and putting it there."""

from collections.abc import Sequence
from datetime import datetime

from station.archive.quality import (
    Basis,
    Grades,
    KeptGrade,
    fingerprint,
    fingerprint_of_inputs,
)
from station.dicom.device import device_of
from station.operations.images import ct_of
from station.operations.quality.grading import Graded
from station.pet.device import image_kind
from station.pet.image_quality import GraderModel
from station.pet.study import Series, Study
from station.pet.suv import TypedInput

LIVER_COV = "Liver CoV"
"""The check that a scanner's history follows"""


def basis_of(
    study: Study, series: Series, typed: Sequence[TypedInput], model: GraderModel
) -> Basis:
    """What a grade of these files, with these SUV inputs, by this network is made of."""
    ct, _ = ct_of(study, series)
    images = fingerprint(study.patient, series, ct)
    return Basis(images, fingerprint_of_inputs(typed), model.sha256)


def keep(
    grades: Grades,
    graded: Graded,
    typed: Sequence[TypedInput],
    model: GraderModel,
    graded_at: datetime,
) -> None:
    """Put a result into the archive; `graded_at` is aware. Raises ArchiveError."""
    study, series, control = graded.study, graded.series, graded.control
    kept = KeptGrade(
        graded.grade,
        control.checks,
        control.refusal,
        control.in_view,
        control.liver,
        control.blood,
        graded.liver_mm,
        graded_at,
    )
    cov = next((check.value for check in control.checks if check.name == LIVER_COV), None)
    grades.keep(
        study.uid,
        series,
        study.date,
        basis_of(study, series, typed, model),
        kept,
        device_of(series),
        image_kind(series),
        cov,
    )
