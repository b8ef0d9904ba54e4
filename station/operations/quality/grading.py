"""A PET image's grade and its checks, for the command line and for the window."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from station.errors import DicomError
from station.operations.images import NOT_IN_MEMORY, PetCt, load_pet_ct
from station.operations.quality.checks import check_image
from station.operations.quality.grader import Grader
from station.pet.image_quality import QualityGrade, not_gradable
from station.pet.loaded import LoadedImage
from station.pet.study import Series, StoredImage, Study
from station.pet.suv import TypedInput
from station.pet.voi import Point
from station.pet.volume import Volume
from station.progress import Report, part, silent
from station.quality.assessment import grade_of
from station.quality.checks import Control

READ = 0.3
"""Progress at which the images are in memory"""
CHECKED = 0.6
"""Progress at which the checks are there"""


@dataclass(frozen=True, eq=False)
class Graded:
    """One PET image of a study, its grade and its checks."""

    study: Study
    series: Series
    grade: QualityGrade
    control: Control
    images: PetCt | None = None
    """None where it cannot be read as an image; then it is not gradable"""
    liver_mm: Point | None = None
    """Where the liver's sphere of the checks was put by hand"""

    @property
    def image(self) -> LoadedImage | None:
        return self.images.pet if self.images else None

    @property
    def ct(self) -> LoadedImage | None:
        """In the PET's space"""
        return self.images.ct if self.images else None


@dataclass(frozen=True)
class Earlier:
    """What an earlier grading of the same images found, as far as it still holds."""

    grade: QualityGrade | None = None
    control: Control | None = None
    liver_moved: bool = False
    """Only the liver's sphere is elsewhere: what depends on it is measured again"""


def grade_series(
    study: Study,
    series: Series,
    grader: Grader,
    *,
    typed: Sequence[TypedInput] = (),
    liver_mm: Point | None = None,
    evidence: bool = False,
    earlier: Earlier = Earlier(),
    images: Mapping[str, LoadedImage] = NOT_IN_MEMORY,
    stored: StoredImage | None = None,
    report: Report = silent,
) -> Graded:
    """Grade and check a PET of a study with the CT of its space, read unless it is in memory.

    `images` and `stored` as in `load_pet_ct`; what `earlier` holds is not computed again;
    `evidence` asks for the map of the places that decide the grade. What cannot be read as an image
    is "Not gradable" with the sentence, not an error.
    """
    try:
        pet_ct = load_pet_ct(study, series, typed, images, stored, part(report, 0.0, READ))
    except DicomError as error:
        why = str(error)
        return Graded(study, series, not_gradable(why, grader.model), Control((), why))
    known, grade = earlier.control, earlier.grade
    if grade is not None and evidence and grade.grade is not None and grade.evidence is None:
        grade = None

    def check(report: Report) -> Control:
        if known is not None and not earlier.liver_moved:
            return known
        return check_image(pet_ct, typed=typed, liver_mm=liver_mm, again=known, report=report)

    rest = part(report, READ, 1.0)
    if grade is not None:  # the network does not look at the liver's sphere
        return Graded(study, series, grade, check(rest), pet_ct, liver_mm)
    control, grade = check_and_grade(
        grader, pet_ct.pet.volume, series, check, evidence=evidence, report=rest
    )
    return Graded(study, series, grade, control, pet_ct, liver_mm)


def check_and_grade(
    grader: Grader,
    pet: Volume,
    series: Series,
    check: Callable[[Report], Control],
    *,
    evidence: bool = False,
    report: Report = silent,
) -> tuple[Control, QualityGrade]:
    """The checks of an image and its grade, from the organs that the checks found.

    What the header or the checks rule out is not graded.
    """
    refused = grader.refusal(pet, series)
    if refused is not None:
        control = check(report)
        return control, not_gradable(control.refusal or refused, grader.model)
    control = check(part(report, 0.0, CHECKED))
    refused = grader.refusal_by_checks(series, control)
    if refused is not None:
        return control, not_gradable(refused, grader.model)
    assessment = grader.assess(pet, control, part(report, CHECKED, 1.0))
    report(1.0, "Graded")
    return control, grade_of(series, assessment, control, evidence=evidence)
