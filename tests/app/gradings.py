"""A grader for tests that answers at once, and images as the program has graded them."""

from typing import Any

import numpy as np
from numpy.typing import ArrayLike

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

MODEL = GraderModel("Stand-in", "0.1", "ab" * 32)
PROBABILITIES = (0.3, 0.45, 0.15, 0.07, 0.03)
SUSPICIONS = (Suspicion("counts cut", 0.8), Suspicion("extravasation", 0.3))
EVIDENCE_MM = 24.0


class StandIn:
    """Says Poor of every image that the checks do not refuse, and loses quality at one place."""

    model = MODEL

    def __init__(self, says: QualityGrade | None = None) -> None:
        self.says = says
        self.asked: list[tuple[str, bool]] = []
        """Series that were graded, and whether the places were asked for"""

    def __call__(
        self,
        pet: Volume,
        series: Series,
        control: Control,
        *,
        evidence: bool = False,
        report: Report = silent,
    ) -> QualityGrade:
        self.asked.append((series.uid, evidence))
        if control.refusal is not None:
            return not_gradable(control.refusal, MODEL)
        if self.says is not None:
            return self.says
        return poor(evidence=lost_at(pet, pet.geometry.centre_mm) if evidence else None)


def poor(**changes: Any) -> QualityGrade:
    facts: dict[str, Any] = {
        "verdict": Verdict.POOR,
        "grade": 2,
        "probabilities": PROBABILITIES,
        "probability_good": 0.25,
        "caution": "The network has not learned from this scanner.",
        "suspicions": SUSPICIONS,
        "distance": 0.5,
        "model": MODEL,
    }
    return QualityGrade(**(facts | changes))


def good(**changes: Any) -> QualityGrade:
    facts: dict[str, Any] = {
        "verdict": Verdict.GOOD,
        "grade": 4,
        "probabilities": (0.001, 0.019, 0.1, 0.6, 0.28),
        "probability_good": 0.98,
        "caution": None,
        "suspicions": (),
    }
    return poor(**(facts | changes))


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
