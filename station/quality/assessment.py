"""From a network's prediction for an image, and from its checks, to the grade that is shown.

The prediction and the checks are computed independently. Only the grade needs both, and it does not
need torch.
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
"""The network was trained from the skull base, or the crown, to mid-thigh: 700 mm and more"""
MISSING_SHARE = 0.001
"""Fraction of voxels without a number above which an image is not graded"""
_OTHER_NOISE = {Role.DENOISED: "a denoised image", Role.UNFILTERED: "an unfiltered image"}
HIGHEST_SUSPECT = 3
"""Highest grade for which suspected causes are reported: above, they hardly show"""
TOLD_FROM = 0.25
"""Probability from which a cause is reported"""


@dataclass(frozen=True, eq=False)
class Prediction:
    """The network's prediction for any image."""

    probabilities: tuple[float, ...]
    """Of the grades 1 to 5"""
    causes: Mapping[str, float]
    """Probability that each can be seen"""
    distance: float
    """Distance from the training images in the network's features; not graded above 1"""
    evidence: Volume
    """By how much each place lowers the quality (1 to 5) relative to the mean of the training
    images, as far as the dense blocks see it; 0 everywhere if the image is not worse than that"""

    @property
    def probability_good(self) -> float:
        return sum(self.probabilities[LOWEST_GOOD - 1 :])

    @property
    def grade(self) -> int:
        """The median grade: half of the probability is at or below it."""
        below = np.cumsum(self.probabilities)
        return GRADES[int(np.searchsorted(below, 0.5))]


@dataclass(frozen=True, eq=False)
class Assessment:
    """A grader's result for an image alone, without its checks."""

    model: GraderModel
    prediction: Prediction
    good_from: float
    """P(Good) from which the verdict is Good"""


def refusal(pet: Volume, series: Series) -> str | None:
    """Why an image cannot be graded, according to its header and extent, before anything is
    computed; None: it may be."""
    if is_fdg(series) is False:
        drug = series.suv.radiopharmaceutical if series.suv else None
        return (
            f"The tracer of {series.label} is {drug.name if drug else 'not FDG'}, and the network "
            "was trained on FDG only."
        )
    if series.role in _OTHER_NOISE:
        return (
            f"{series.label} is {_OTHER_NOISE[series.role]}, whose noise differs from that of the "
            "network's training images, which are reconstructed and filtered for reading. The "
            "grade of the conventional series shows how good the scan is."
        )
    missing = _missing_share(pet)
    if missing > MISSING_SHARE:
        return (
            f"{100 * missing:.1f} % of the voxels of {series.label} have no value. Export the "
            "series again from the scanner."
        )
    low, high = pet.geometry.bounds_mm
    length = float(high[2] - low[2])
    if length < SHORTEST_MM:
        return (
            f"{series.label} covers {length:.0f} mm of the patient; the network was trained on "
            "scans from the skull base or the crown to mid-thigh."
        )
    return None


def refusal_by_checks(series: Series, control: Control) -> str | None:
    """Why an image cannot be graded, according to its checks; None: it may be."""
    if control.refusal is not None:
        return control.refusal
    if not {"liver", "lungs"} & set(control.in_view):
        return (
            f"Neither liver nor lungs were found in {series.label}: it does not show a body like "
            "those in the training data, or it is rotated. Check what was scanned."
        )
    return None


def grade_of(
    series: Series, assessment: Assessment, control: Control, *, evidence: bool = False
) -> QualityGrade:
    """The grade of an image that is not refused; Not gradable if it is unlike the training images.

    `control` is that of the same image; `evidence` requests the map of where quality is lost.
    """
    prediction, model = assessment.prediction, assessment.model
    if prediction.distance > 1:
        return QualityGrade(
            Verdict.NOT_GRADABLE,
            reason=(
                f"{series.label} is unlike the images that the network was trained on "
                f"({prediction.distance:.1f} times as far away as the limit), so its grade would "
                "be meaningless. Judge it by eye and by the checks."
            ),
            distance=prediction.distance,
            model=model,
        )
    good = prediction.probability_good
    verdict = Verdict.GOOD if good >= assessment.good_from else Verdict.POOR
    suspicious = verdict is Verdict.POOR or prediction.grade <= HIGHEST_SUSPECT
    return QualityGrade(
        verdict,
        prediction.grade,
        prediction.probabilities,
        good,
        caution=_caution(series, control),
        suspicions=_suspicions(prediction.causes) if suspicious else (),
        distance=prediction.distance,
        model=model,
        evidence=prediction.evidence if evidence else None,
    )


def _missing_share(pet: Volume) -> float:
    """Fraction of voxels without a number. (A sum shows if there are any, in half the time.)"""
    if np.isfinite(pet.voxels.sum(dtype=np.float64)):
        return 0.0
    return 1.0 - float(np.isfinite(pet.voxels).mean())


def _suspicions(causes: Mapping[str, float]) -> tuple[Suspicion, ...]:
    suspicions = [Suspicion(name, share) for name, share in causes.items() if share >= TOLD_FROM]
    return tuple(sorted(suspicions, key=lambda suspicion: -suspicion.probability))


def _caution(series: Series, control: Control) -> str | None:
    """What to bear in mind about the grade."""
    sentences: list[str] = []
    if not series.manufacturer.startswith(VIRTUAL_SCANNER):
        sentences.append(
            "The network was trained only on simulated scanners and was not tested on this one."
        )
    if is_fdg(series) is None:
        sentences.append(
            "The header does not name the tracer; the network was trained on FDG only."
        )
    if "liver" not in control.in_view:
        sentences.append("The liver was not found.")
    if any(check.name == "Orientation" and check.status is Status.FAIL for check in control.checks):
        sentences.append("The patient seems to be mirrored or rotated.")
    return " ".join(sentences) or None
