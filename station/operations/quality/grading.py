"""A PET image's grade and its checks, for the command line and for the window."""

import tomllib
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor, wait
from dataclasses import dataclass
from functools import cache
from threading import Event
from typing import Protocol

from station.errors import Cancelled, DicomError
from station.installed import resource
from station.operations.images import load_image
from station.operations.quality import checks
from station.pet.image_quality import GraderModel, QualityGrade, not_gradable
from station.pet.loaded import LoadedImage
from station.pet.study import Series, Study
from station.pet.suv import TypedInput
from station.pet.voi import Point
from station.pet.volume import Volume
from station.progress import Report, part, silent
from station.quality.assessment import Assessment, grade_of
from station.quality.checks import Control

MODELS = "models.toml"
"""The list of the shipped networks, as station.quality.weights has it"""


NO_GRADER = (
    "No grader is installed: there are no weights in resources/models/grader. "
    "Train one with `station train grader`."
)


LIVER_COV = "Liver CoV"
"""The check that a scanner's history follows"""
CHECKED = 0.9
"""Progress at which the checks are there; the network has been at work beside them"""
ASKED_EVERY_S = 0.05
"""How often it is asked whether to go on while the network is waited for"""


class Grader(Protocol):
    """`station.quality.grader.Grader`, without torch."""

    @property
    def model(self) -> GraderModel: ...

    def refusal(self, pet: Volume, series: Series) -> str | None:
        """Why an image is not to be graded, as its header and its extent tell."""
        ...

    def refusal_by_checks(self, series: Series, control: "Control") -> str | None:
        """Why an image is not to be graded, as its checks tell."""
        ...

    def assess(self, pet: Volume, report: Report = silent) -> "Assessment":
        """What the network makes of an image."""
        ...


def shipped_grader() -> Grader:
    """The network that the program brings; call it off the GUI thread: torch takes seconds.

    Raises StationError where there are no weights, or others than their card says.
    """
    from station.operations.native_libraries import load_natively

    for package in ("torch", "SimpleITK"):  # the network's, and the checks'
        load_natively(package)
    from station.quality.grader import shipped_grader as shipped

    return shipped()


@cache
def shipped_problem() -> str:
    """Why nothing can be graded here; empty where there are weights. Imports no torch."""
    return "" if resource("models", "grader", MODELS).exists() else NO_GRADER


def installed_model() -> GraderModel | None:
    """Which weights `shipped_grader` would load, by their list alone. Imports no torch.

    None: the list cannot be read; loading them then says why.
    """
    path = resource("models", "grader", MODELS)
    try:
        models = tomllib.loads(path.read_text(encoding="utf-8"))["model"]
        card = next(one for one in models if one.get("default"))
        return GraderModel(card["title"], card["version"], card["sha256"])
    except (OSError, ValueError, LookupError, TypeError, AttributeError, StopIteration):
        return None


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

    What cannot be read as an image is "Not gradable" with the sentence, not an error. `evidence`
    asks for the map of the places that decide the grade.
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
            chosen, no_ct = checks.ct_of(study, series)
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

    def check(report: Report) -> Control:
        return checks.check_image(image, ct, no_ct, typed=typed, liver_mm=liver_mm, report=report)

    control, grade = check_and_grade(
        grader, image.volume, image.series, check, evidence=evidence, report=report
    )
    return Graded(study, image.series, grade, control, image, ct)


def check_and_grade(
    grader: Grader,
    pet: Volume,
    series: Series,
    check: Callable[[Report], Control],
    *,
    evidence: bool = False,
    report: Report = silent,
) -> tuple[Control, QualityGrade]:
    """The checks of an image and its grade, found side by side: neither needs the other's result,
    and both compute without Python's lock.

    What the checks rule out stops the network; what the header rules out is not shown to it.
    """
    refused = grader.refusal(pet, series)
    if refused is not None:
        control = check(report)
        return control, not_gradable(control.refusal or refused, grader.model)
    unwanted = Event()

    def watched(fraction: float, message: str) -> None:
        if unwanted.is_set():
            raise Cancelled

    with ThreadPoolExecutor(1, "station-grader") as beside:
        assessing = beside.submit(grader.assess, pet, watched)
        try:
            control = check(part(report, 0.0, CHECKED))
            refused = grader.refusal_by_checks(series, control)
            if refused is not None:
                return control, not_gradable(refused, grader.model)
            while not wait([assessing], ASKED_EVERY_S).done:
                report(CHECKED, "Grading the image")
        finally:
            unwanted.set()
        assessment: Assessment = assessing.result()
    report(1.0, "Graded")
    return control, grade_of(series, assessment, control, evidence=evidence)
