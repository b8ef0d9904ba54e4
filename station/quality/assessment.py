"""From what a network says of an image, and from its checks, to the grade that is shown.

What the network says and the checks are found side by side: neither needs the other. Only the grade
needs both, and no torch.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from station.pet.image_quality import (
    GRADES,
    LOWEST_GOOD,
    GraderModel,
    QualityGrade,
    Status,
    Suspicion,
    Verdict,
)
from station.pet.study import Role, Series
from station.pet.suitability import VIRTUAL_SCANNER, is_fdg
from station.pet.volume import Volume
from station.quality.checks import Control

SHORTEST_MM = 500.0
"""The network has learned from the skull's base, or the crown, to mid-thigh: 700 mm and more"""
MISSING_SHARE = 0.001
"""Of voxels without a number, above which an image is not graded"""
_OTHER_NOISE = {Role.DENOISED: "a denoised image", Role.UNFILTERED: "an unfiltered image"}
HIGHEST_SUSPECT = 3
"""Grade up to which it is told what may have gone wrong: above, it hardly shows"""
TOLD_FROM = 0.25
"""Probability from which a cause is told"""


@dataclass(frozen=True, eq=False)
class Prediction:
    """What the network says of an image, whatever it shows."""

    probabilities: tuple[float, ...]
    """Of the grades 1 to 5"""
    causes: Mapping[str, float]
    """Probability that each can be seen"""
    distance: float
    """From the training images in the network's features; 1 is the limit of what is graded"""
    evidence: Volume
    """By how much each place lowers the quality (1 to 5), against the mean of the training images,
    as far as the dense blocks see it; 0 throughout where the image is no worse than that"""

    @property
    def probability_good(self) -> float:
        return sum(self.probabilities[LOWEST_GOOD - 1 :])

    @property
    def grade(self) -> int:
        """The middle of the grades: half of the probability lies at or below it. It costs least
        where a grade too far counts double."""
        below = np.cumsum(self.probabilities)
        return GRADES[int(np.searchsorted(below, 0.5))]


@dataclass(frozen=True, eq=False)
class Assessment:
    """What a grader makes of an image alone, without its checks."""

    model: GraderModel
    prediction: Prediction
    good_from: float
    """P(Good) from which the verdict is Good"""


def refusal(pet: Volume, series: Series) -> str | None:
    """Why an image cannot be graded, as its header and its extent tell before anything is computed;
    None: it may be."""
    if is_fdg(series) is False:
        drug = series.suv.radiopharmaceutical if series.suv else None
        return (
            f"The tracer of {series.label} is {drug.name if drug else 'not FDG'}, and the "
            "network has learned from FDG only."
        )
    if series.role in _OTHER_NOISE:
        return (
            f"{series.label} is {_OTHER_NOISE[series.role]}, whose noise is not that of the "
            "images that the network has learned from: reconstructed and filtered as they are "
            "read. The grade of the conventional series tells how good the scan is."
        )
    missing = _missing_share(pet)
    if missing > MISSING_SHARE:
        return (
            f"{100 * missing:.1f} % of the voxels of {series.label} hold no number. "
            "Export the series again from the scanner."
        )
    low, high = pet.geometry.bounds_mm
    length = float(high[2] - low[2])
    if length < SHORTEST_MM:
        return (
            f"{series.label} covers {length:.0f} mm of the patient; the network has learned "
            "from scans that reach from the skull or the crown to mid-thigh."
        )
    return None


def refusal_by_checks(series: Series, control: Control) -> str | None:
    """Why an image cannot be graded, as its checks tell; None: it may be."""
    if control.refusal is not None:
        return control.refusal
    if not {"liver", "lungs"} & set(control.in_view):
        return (
            f"Neither liver nor lungs were found in {series.label}: it does not show a body "
            "as the network has learned it, or is turned. Check what was scanned."
        )
    return None


def grade_of(
    series: Series, assessment: Assessment, control: Control, *, evidence: bool = False
) -> QualityGrade:
    """The grade of an image that is not refused; Not gradable where it is unlike those that the
    network has learned from.

    `control` is that of the same image; `evidence` asks for the map of the places that decide.
    """
    found, model = assessment.prediction, assessment.model
    if found.distance > 1:
        return QualityGrade(
            Verdict.NOT_GRADABLE,
            reason=(
                f"{series.label} is unlike the images that the network has learned from "
                f"({found.distance:.1f} times as far away as the limit), so that its grade "
                "would mean nothing. Judge it by eye and by the checks."
            ),
            distance=found.distance,
            model=model,
        )
    good = found.probability_good
    verdict = Verdict.GOOD if good >= assessment.good_from else Verdict.POOR
    suspicious = verdict is Verdict.POOR or found.grade <= HIGHEST_SUSPECT
    return QualityGrade(
        verdict,
        found.grade,
        found.probabilities,
        good,
        caution=_caution(series, control),
        suspicions=_suspicions(found.causes) if suspicious else (),
        distance=found.distance,
        model=model,
        evidence=found.evidence if evidence else None,
    )


def _missing_share(pet: Volume) -> float:
    """Of the voxels, how many hold no number. (A sum tells whether any does, in half the time.)"""
    if np.isfinite(pet.voxels.sum(dtype=np.float64)):
        return 0.0
    return 1.0 - float(np.isfinite(pet.voxels).mean())


def _suspicions(causes: Mapping[str, float]) -> tuple[Suspicion, ...]:
    told = [Suspicion(name, share) for name, share in causes.items() if share >= TOLD_FROM]
    return tuple(sorted(told, key=lambda one: -one.probability))


def _caution(series: Series, control: Control) -> str | None:
    """What to bear in mind about a grade that is given."""
    said: list[str] = []
    if not series.manufacturer.startswith(VIRTUAL_SCANNER):
        said.append(
            "The network has learned from simulated scanners only and was not tested on this one."
        )
    if is_fdg(series) is None:
        said.append("The header does not name the tracer; the network has learned from FDG only.")
    if "liver" not in control.in_view:
        said.append("The liver was not found.")
    if any(one.name == "Orientation" and one.status is Status.FAIL for one in control.checks):
        said.append("The patient seems to be mirrored or turned.")
    return " ".join(said) or None
