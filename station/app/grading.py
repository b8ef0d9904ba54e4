"""A PET image's grade and its checks, for the command line and for the window."""

from collections.abc import Sequence
from dataclasses import dataclass

from station.app.check_command import check_image, ct_of
from station.app.loading import load_image
from station.app.state import LoadedImage
from station.errors import DicomError
from station.pet.image_quality import QualityGrade, not_gradable
from station.pet.study import Series, Study
from station.pet.suv import TypedInput
from station.pet.voi import Point
from station.progress import Report, part, silent
from station.quality.checks import Control
from station.quality.grader import Grader, shipped_grader

__all__ = ["Graded", "Grader", "grade_image", "grade_series", "shipped_grader"]


@dataclass(frozen=True, eq=False)
class Graded:
    """One PET image of a study, its grade and its checks."""

    study: Study
    series: Series
    grade: QualityGrade
    control: Control
    image: LoadedImage | None = None
    """None where it cannot be read as an image; then it is not gradable"""
    ct: LoadedImage | None = None
    """In the PET's space"""


def grade_series(
    study: Study,
    series: Series,
    grader: Grader,
    *,
    typed: Sequence[TypedInput] = (),
    liver_mm: Point | None = None,
    evidence: bool = False,
    report: Report = silent,
) -> Graded:
    """Grade and check a series of a study, read from disk with the CT of its space.

    What cannot be read as an image is "Not gradable" with the sentence, not an error. `evidence`:
    also look for the places that decide the grade, which takes some seconds more.
    """
    refusal = series.problem
    if refusal is None and not series.is_pet:
        refusal = f"{series.label} is no PET image. Choose a PET series."
    if refusal is None:
        try:
            image = load_image(series, typed, report=part(report, 0.0, 0.15))
        except DicomError as error:
            refusal = str(error)
        else:
            chosen, no_ct = ct_of(study, series)
            ct: LoadedImage | None = None
            if chosen is not None:
                try:
                    ct = load_image(chosen, report=part(report, 0.15, 0.3))
                except DicomError as error:
                    no_ct = f"The CT cannot be read: {error}"
            return grade_image(
                study,
                image,
                ct,
                grader,
                no_ct=no_ct,
                typed=typed,
                liver_mm=liver_mm,
                evidence=evidence,
                report=part(report, 0.3, 1.0),
            )
    return Graded(study, series, not_gradable(refusal, grader.model), Control((), refusal))


def grade_image(
    study: Study,
    image: LoadedImage,
    ct: LoadedImage | None,
    grader: Grader,
    *,
    no_ct: str = "",
    typed: Sequence[TypedInput] = (),
    liver_mm: Point | None = None,
    evidence: bool = False,
    report: Report = silent,
) -> Graded:
    """Grade and check an image in memory. `no_ct`: the sentence why there is no CT beside it."""
    control = check_image(
        image, ct, no_ct, typed=typed, liver_mm=liver_mm, report=part(report, 0.0, 0.6)
    )
    grade = grader(
        image.volume, image.series, control, evidence=evidence, report=part(report, 0.6, 1.0)
    )
    return Graded(study, image.series, grade, control, image, ct)
