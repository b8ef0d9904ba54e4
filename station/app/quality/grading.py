"""Grading an image of the open study, off the GUI thread: from memory or from disk, and kept."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from station.app.state import GradingStage, Quality
from station.errors import DicomError
from station.frozen import Frozen
from station.operations.quality.grading import LIVER_COV, Grader
from station.pet.device import image_kind
from station.pet.image_quality import GraderModel, QualityGrade, not_gradable
from station.pet.loaded import LoadedImage
from station.pet.study import Series, StoredImage, Study
from station.pet.voi import Point
from station.pet.volume import Unit
from station.progress import Report, part, silent

if TYPE_CHECKING:
    from station.archive.quality import Basis, Grades, KeptGrade
    from station.pet.suv import TypedInput
    from station.quality.checks import Control

READ_SHARE, REPORTED_FROM = 0.25, 0.95
"""Progress of a grading at which the images are read, and at which its report is written"""


@dataclass(frozen=True, eq=False)
class Material:
    """What the worker is given of the state."""

    study: Study
    series: Series
    typed: "tuple[TypedInput, ...]"
    stored: StoredImage | None
    """Where the pixels are in memory"""
    image: LoadedImage | None
    images: Frozen[str, LoadedImage]
    liver_mm: Point | None
    before: Quality | None
    """What of it still holds"""
    moved: bool
    """Only the liver's sphere is elsewhere"""
    evidence: bool
    """Also what drives the grade"""
    report_to: tuple[Path, bool] | None
    """Where the report is to be written, and whether with patient data"""


@dataclass(frozen=True, eq=False)
class Answer:
    """What came of it."""

    quality: Quality
    readable: bool
    """Whether it was read as an image: only then is it kept"""


def graded(
    grader: Grader,
    material: Material,
    report: Report = silent,
) -> Answer:
    """Check and grade an image, as far as that was not done before, and write its report."""
    from station.operations.quality.checks import check_image
    from station.operations.quality.grading import check_and_grade
    from station.quality.checks import Control

    series, before = material.series, material.before
    read = read_images(material, part(report, 0.02, READ_SHARE))
    if isinstance(read, str):
        grade = not_gradable(read, grader.model)
        return Answer(_finished(material, grade, Control((), read)), readable=False)
    pet, ct, no_ct = read
    known = before.control if before else None
    grade = before.grade if before else None
    wanted = material.evidence or material.report_to is not None
    if grade is not None and wanted and grade.grade is not None and grade.evidence is None:
        grade = None

    def check(report: Report) -> Control:
        if known is not None and not material.moved:
            return known
        return check_image(
            pet,
            ct,
            no_ct,
            typed=material.typed,
            liver_mm=material.liver_mm,
            again=known,
            report=report,
        )

    rest = part(report, READ_SHARE, REPORTED_FROM if material.report_to else 1.0)
    if grade is None:
        control, grade = check_and_grade(
            grader, pet.volume, series, check, evidence=wanted, report=rest
        )
    else:  # the network does not look at the liver's sphere
        control = check(rest)
    quality = _finished(material, grade, control)
    if before is not None and not material.moved and before.graded_at is not None:
        quality = replace(quality, graded_at=before.graded_at, kept=before.kept)
    if material.report_to is not None:
        write_report_of(material, quality, pet, ct, report)
    return Answer(quality, readable=True)


def _finished(material: Material, grade: QualityGrade, control: "Control") -> Quality:
    when = datetime.now(UTC)
    return Quality(GradingStage.DONE, "", grade, control, material.liver_mm, graded_at=when)


def keep(
    grades: "Grades",
    study: Study,
    series: Series,
    typed: "Sequence[TypedInput]",
    model: GraderModel,
    quality: Quality,
) -> None:
    """Put a result into the archive. Raises ArchiveError."""
    from station.archive.quality import KeptGrade
    from station.dicom.device import device_of

    grade, control = quality.grade, quality.control
    assert grade is not None
    assert control is not None
    assert quality.graded_at is not None
    kept = KeptGrade(
        grade,
        control.checks,
        control.refusal,
        control.in_view,
        control.liver,
        control.blood,
        quality.liver_mm,
        quality.graded_at,
    )
    cov = next((one.value for one in control.checks if one.name == LIVER_COV), None)
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


def basis_of(
    study: Study, series: Series, typed: "Sequence[TypedInput]", model: GraderModel
) -> "Basis":
    from station.archive.quality import Basis, fingerprint, fingerprint_of_inputs
    from station.operations.quality.checks import ct_of

    ct, _ = ct_of(study, series)
    return Basis(fingerprint(study.patient, series, ct), fingerprint_of_inputs(typed), model.sha256)


def from_kept(kept: "KeptGrade") -> Quality:
    from station.quality.checks import Control

    control = Control(kept.checks, kept.refusal, kept.in_view, kept.liver, kept.blood)
    return Quality(
        GradingStage.DONE, "", kept.grade, control, kept.liver_mm, kept.graded_at, kept=True
    )


def read_images(
    material: Material, report: Report
) -> "tuple[LoadedImage, LoadedImage | None, str] | str":
    """(the PET in SUVbw where it has SUV, the CT of its space, why there is none), from memory or
    from disk; or the sentence why there is no image to grade."""
    from station.operations.images import load_image
    from station.operations.quality.checks import ct_of
    from station.pet.loaded import convert

    series, typed = material.series, material.typed
    if series.problem is not None:
        return series.problem
    try:
        pet = material.image
        if pet is None or (pet.has_suv and pet.volume.unit is not Unit.SUV_BW):
            pet = (
                load_image(series, typed, report=part(report, 0.0, 0.5))
                if material.stored is None
                else convert(series, material.stored, typed, Unit.SUV_BW)
            )
    except DicomError as error:
        return str(error)
    chosen, no_ct = ct_of(material.study, series)
    ct: LoadedImage | None = None
    if chosen is not None:
        ct = material.images.get(chosen.key)
        try:
            ct = ct or load_image(chosen, report=part(report, 0.5, 1.0))
        except DicomError as error:
            no_ct = f"The CT cannot be read: {error}"
    return pet, ct, no_ct


def write_report_of(
    material: Material,
    quality: Quality,
    pet: LoadedImage,
    ct: LoadedImage | None,
    report: Report,
) -> None:
    """Write the report of a graded image. Raises StationError where it cannot be written."""
    from station.operations.quality.grading import Graded
    from station.operations.quality.page import write_report

    report(REPORTED_FROM, "Writing the report")
    assert material.report_to is not None
    assert quality.grade is not None
    assert quality.control is not None
    path, patient_data = material.report_to
    result = Graded(material.study, material.series, quality.grade, quality.control, pet, ct)
    write_report(result, path, patient_data=patient_data)
