"""A grader for the tests of what happens round one: it says what it is told to say."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

import numpy as np

from station.app.state import LoadedImage, Point
from station.pet.image_quality import (
    Check,
    GraderModel,
    QualityGrade,
    Status,
    Suspicion,
    Verdict,
    not_gradable,
)
from station.pet.study import Series
from station.pet.volume import Geometry, Unit, Volume
from station.progress import Report, silent
from station.quality.checks import Control

PROBABILITIES = {
    2: (0.21, 0.52, 0.20, 0.06, 0.01),
    4: (0.004, 0.026, 0.15, 0.60, 0.22),
}
BELOW_MM = (30.0, 10.0, 150.0)
"""LPS of the place that pulls the grade down"""


def evidence_about(place_mm: tuple[float, float, float] = BELOW_MM) -> Volume:
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


COV = Check("Liver CoV", 9.0, "%", (None, 15.0), Status.PASS, "EARL", "SD 0.1.", (0.0, 0.0, 146.0))


UPTAKE = Check(
    "Uptake time", 96.0, "min", (50.0, 70.0), Status.FAIL, "PERCIST", "96 min after injection."
)
CALIBRATION = Check(
    "Calibration", None, "ratio", (0.75, 1.25), Status.NOT_POSSIBLE, "Station's own", "No weight."
)


class Checks:
    """Stands for the statistics control: fast, and remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[Point | None, bool]] = []
        """(where the liver was put by hand, whether an earlier answer was taken over)"""

    def __call__(
        self,
        image: LoadedImage,
        ct: LoadedImage | None,
        no_ct: str = "",
        *,
        typed: object = (),
        liver_mm: Point | None = None,
        again: Control | None = None,
        report: Report = silent,
    ) -> Control:
        report(0.5, "Checking")
        assert image.volume.unit is Unit.SUV_BW
        self.asked.append((liver_mm, again is not None))
        return Control(
            (UPTAKE, replace(COV, place_mm=liver_mm or COV.place_mm), CALIBRATION), None, ("liver",)
        )


@dataclass
class Stub:
    """Grades every image alike, unless `grades` says otherwise by the description."""

    grade: int | None = 4
    grades: dict[str, int | None] = field(default_factory=dict[str, "int | None"])
    model: GraderModel = field(default_factory=lambda: GraderModel("Stub", "1", "5" * 64))
    asked: list[tuple[str, bool]] = field(default_factory=list[tuple[str, bool]])
    """(description of the series, whether for its evidence)"""
    controls: list[Control] = field(default_factory=list[Control])
    on_call: Callable[[], None] = lambda: None
    error: Exception | None = None

    def __call__(
        self,
        pet: Volume,
        series: Series,
        control: Control,
        *,
        evidence: bool = False,
        report: Report = silent,
    ) -> QualityGrade:
        self.asked.append((series.description, evidence))
        self.controls.append(control)
        report(0.5, "Grading the image")
        self.on_call()
        report(0.9, "Grading the image")
        if self.error is not None:
            raise self.error
        grade = self.grades.get(series.description, self.grade)
        if grade is None:
            return not_gradable(f"{series.label} shows no body.", self.model)
        shares = PROBABILITIES[grade]
        good = sum(shares[2:])
        poor = grade < 3
        return QualityGrade(
            Verdict.POOR if poor else Verdict.GOOD,
            grade,
            shares,
            good,
            caution="The network was not tested on this scanner.",
            suspicions=(Suspicion("counts cut", 0.62), Suspicion("moved", 0.31)) if poor else (),
            distance=0.4,
            model=self.model,
            evidence=evidence_about() if evidence else None,
        )
