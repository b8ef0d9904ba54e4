"""A grader for the tests of what happens round one, and images as the program has graded them."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from station.operations.images import PetCt
from station.pet.image_quality import (
    Check,
    Driver,
    GraderModel,
    QualityGrade,
    Status,
    Suspicion,
    Verdict,
)
from station.pet.study import Series
from station.pet.voi import Point
from station.pet.volume import Geometry, Unit, Volume
from station.progress import Report, silent
from station.quality.assessment import Assessment, Prediction
from station.quality.checks import Control

MODEL = GraderModel("Stub", "1", "5" * 64)
PROBABILITIES = {
    1: (0.7, 0.2, 0.06, 0.03, 0.01),
    2: (0.21, 0.52, 0.20, 0.06, 0.01),
    4: (0.004, 0.026, 0.15, 0.60, 0.22),
}
CAUSES = {"counts cut": 0.62, "moved": 0.31, "extravasation": 0.04}
DAMAGES = {"noise": 3.0, "motion": 1.0, "uptake": 0.0}
SUSPICIONS = (Suspicion("counts cut", 0.62), Suspicion("moved", 0.31))
DRIVERS = (Driver("noise", 0.75), Driver("motion", 0.25))
DISTANCE = 0.4
BELOW_MM = (30.0, 10.0, 150.0)
"""LPS of the place that pulls the grade down"""
EVIDENCE_MM = 24.0

# --- Grading ------------------------------------------------------------------------------------


@dataclass
class Stub:
    """Grades every image alike, unless `grades` says otherwise by the description; what it refuses
    shows no body, whatever the checks have found."""

    grade: int | None = 4
    grades: dict[str, int | None] = field(default_factory=dict[str, "int | None"])
    model: GraderModel = MODEL
    asked: list[str] = field(default_factory=list[str])
    """Descriptions of the series"""
    controls: list[Control] = field(default_factory=list[Control])
    assessed: list[Control] = field(default_factory=list[Control])
    """The checks of the images that were graded"""
    on_call: Callable[[], None] = lambda: None
    """Called on the job's own thread, before the checks"""
    error: Exception | None = None

    def refusal(self, pet: Volume, series: Series) -> str | None:
        self.asked.append(series.description)
        self.on_call()
        return None if self._grade is not None else f"{series.label} shows no body."

    def assess(self, pet: Volume, control: Control, report: Report = silent) -> Assessment:
        report(0.5, "Grading the image")
        self.assessed.append(control)
        if self.error is not None:
            raise self.error
        assert self._grade is not None, "it was refused"
        found = Prediction(PROBABILITIES[self._grade], CAUSES, DISTANCE, DAMAGES)
        return Assessment(self.model, found, 0.5, evidence_about)

    def refusal_by_checks(self, series: Series, control: Control) -> str | None:
        self.controls.append(control)
        return control.refusal

    @property
    def _grade(self) -> int | None:
        """Of the image asked about last."""
        return self.grades.get(self.asked[-1], self.grade)


class Checks:
    """Stands for the statistics control: fast, and remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[Point | None, bool]] = []
        """(where the liver was put by hand, whether an earlier answer was taken over)"""

    def __call__(
        self,
        images: PetCt,
        *,
        typed: object = (),
        liver_mm: Point | None = None,
        again: Control | None = None,
        report: Report = silent,
    ) -> Control:
        report(0.5, "Checking")
        assert images.pet.volume.unit is Unit.SUV_BW
        self.asked.append((liver_mm, again is not None))
        return Control(
            (UPTAKE, replace(COV, place_mm=liver_mm or COV.place_mm), CALIBRATION), None, ("liver",)
        )


# --- Grades -------------------------------------------------------------------------------------


def poor(**changes: Any) -> QualityGrade:
    facts: dict[str, Any] = {
        "verdict": Verdict.POOR,
        "grade": 2,
        "probabilities": PROBABILITIES[2],
        "probability_good": sum(PROBABILITIES[2][2:]),
        "caution": "The network was not tested on this scanner.",
        "suspicions": SUSPICIONS,
        "drivers": DRIVERS,
        "distance": DISTANCE,
        "model": MODEL,
    }
    return QualityGrade(**(facts | changes))


def good(**changes: Any) -> QualityGrade:
    facts: dict[str, Any] = {
        "verdict": Verdict.GOOD,
        "grade": 4,
        "probabilities": PROBABILITIES[4],
        "probability_good": sum(PROBABILITIES[4][2:]),
        "caution": None,
        "suspicions": (),
        "drivers": (),
    }
    return poor(**(facts | changes))


def evidence_about(place_mm: Point = BELOW_MM) -> Volume:
    """A map of 32 mm voxels whose highest one lies at a place."""
    affine = np.zeros((4, 4))
    affine[2, 0], affine[1, 1], affine[0, 2] = 32.0, 32.0, 32.0
    affine[:3, 3] = np.array(place_mm) - 32.0 * np.array([3, 2, 4])
    affine[3, 3] = 1
    weights = np.zeros((9, 5, 7), np.float32)
    weights[4, 2, 3] = 0.4
    weights[1, 1, 1] = 0.2
    weights[7, 3, 5] = -0.5
    return Volume(weights, Geometry((9, 5, 7), affine), Unit.STORED)


def lost_at(pet: Volume, *places_mm: ArrayLike) -> Volume:
    """A coarse map over the image's field: quality is lost at these places alone."""
    low, high = pet.geometry.bounds_mm
    counts = np.maximum(np.ceil((high - low)[::-1] / EVIDENCE_MM).astype(int), 1)
    affine = np.zeros((4, 4))
    affine[2, 0] = affine[1, 1] = affine[0, 2] = EVIDENCE_MM
    affine[:3, 3] = low + EVIDENCE_MM / 2
    affine[3, 3] = 1
    geometry = Geometry((int(counts[0]), int(counts[1]), int(counts[2])), affine)
    values = np.full(geometry.shape, -0.01, np.float32)
    for place in places_mm:
        at = geometry.voxel_at(place)
        assert at is not None, "the place lies in the image"
        values[at] = 0.2
    return Volume(values, geometry, Unit.STORED)


# --- Checks -------------------------------------------------------------------------------------

COV = Check("Liver CoV", 9.0, "%", (None, 15.0), Status.PASS, "EARL", "SD 0.1.", (0.0, 0.0, 146.0))
UPTAKE = Check(
    "Uptake time", 96.0, "min", (50.0, 70.0), Status.FAIL, "PERCIST", "96 min after injection."
)
CALIBRATION = Check(
    "Calibration", None, "ratio", (0.75, 1.25), Status.NOT_POSSIBLE, "Station's own", "No weight."
)


def check(name: str, status: Status, **changes: Any) -> Check:
    facts: dict[str, Any] = {
        "name": name,
        "value": None if status is Status.NOT_POSSIBLE else 2.5,
        "unit": "mm",
        "limits": (None, 5.0),
        "status": status,
        "source": "a paper",
        "sentence": f"What was found of {name}.",
        "place_mm": None,
    }
    return Check(**(facts | changes))
