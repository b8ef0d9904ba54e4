"""From a prediction for an image, and from its checks, to the grade that is shown."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

from station.pet.image_quality import (
    GRADES,
    LOWEST_GOOD,
    Driver,
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
from station.quality.landmarks import Landmarks
from station.quality.organs import Tissue

SHORTEST_MM = 500.0
"""Grades were learned from scans from the skull base or the crown to mid-thigh: 700 mm and more"""
SHORTEST_ADULT_M, LIGHTEST_ADULT_KG = 1.30, 30.0
"""Of the virtual patients the shortest is 1.35 m; children and animals are below"""
SMALLEST_LIVER_ML, SMALLEST_LUNGS_ML = 900.0, 1700.0
"""Of 30 adults of the wide population none has less of both; of copies at 0.62 of their size all in
which lungs are found have"""
MISSING_SHARE = 0.001
"""Fraction of voxels without a number above which an image is not graded"""
CLOSE = 0.1
"""Of P(Good) to the threshold: of images as close as this a third are on the other side"""
_OTHER_NOISE = {Role.DENOISED: "a denoised image", Role.UNFILTERED: "an unfiltered image"}
HIGHEST_SUSPECT = 3
"""Highest grade for which suspected causes are reported: above, they hardly show"""
TOLD_FROM = 0.25
"""Probability from which a cause is reported"""
LEAST_DAMAGE, TOLD_FROM_SHARE = 0.5, 0.15
"""Log odds, and share of all damage, from which a subject is reported"""


@dataclass(frozen=True, eq=False)
class Prediction:
    """What the regression makes of any image."""

    probabilities: tuple[float, ...]
    """Of the grades 1 to 5"""
    causes: Mapping[str, float]
    """Probability that each can be seen"""
    distance: float
    """Distance from the training images, in that beyond which an image is not graded"""
    damages: Mapping[str, float]
    """By how much each subject (noise, motion ...) lowers the log odds of a better grade, more than
    in a usual Good image"""

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
    evidence: Callable[[], Volume]
    """Makes the map of where the damages were measured"""


def refusal(pet: Volume, series: Series) -> str | None:
    """Why an image cannot be graded, according to its header and extent, before anything is
    computed; None: it may be."""
    if is_fdg(series) is False:
        drug = series.suv.radiopharmaceutical if series.suv else None
        return (
            f"The tracer of {series.label} is {drug.name if drug else 'not FDG'}, and grades were "
            "learned from FDG only."
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
            f"{series.label} covers {length:.0f} mm of the patient; grades were learned from scans "
            "from the skull base or the crown to mid-thigh."
        )
    if (small := _small(series)) is not None:
        return _no_adult(series, small)
    return None


def _no_adult(series: Series, small: str) -> str:
    return (
        f"The patient of {series.label} {small}; grades were learned from adults. Judge the "
        "image by eye and by the checks."
    )


def _small(series: Series) -> str | None:
    """What says that the patient is not an adult; None: nothing."""
    facts = series.suv
    if facts is None:
        return None
    if facts.height_m is not None and 0 < facts.height_m < SHORTEST_ADULT_M:
        return f"is {100 * facts.height_m:.0f} cm tall"
    if facts.weight_kg is not None and 0 < facts.weight_kg < LIGHTEST_ADULT_KG:
        return f"weighs {facts.weight_kg:.0f} kg"
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
    landmarks = control.landmarks
    if landmarks is not None and landmarks.upside_down:
        return (
            f"The head is at the foot end of {series.label}, where grades look for what breathing "
            "and motion do above the liver. Check the orientation at export and judge it by eye."
        )
    if landmarks is not None and (small := _small_organs(landmarks)) is not None:
        return _no_adult(series, small)
    return None


def _small_organs(landmarks: Landmarks) -> str | None:
    """What says that the organs are not an adult's; None: nothing. Lungs that are not in view, or
    not found, say nothing."""
    liver, lungs = (landmarks.organs.volume_ml(one) for one in (Tissue.LIVER, Tissue.LUNGS))
    if liver < SMALLEST_LIVER_ML and 0 < lungs < SMALLEST_LUNGS_ML:
        return f"has a liver of {liver / 1000:.1f} L and lungs of {lungs / 1000:.1f} L"
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
                f"{series.label} is unlike the images that grades were learned from "
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
        caution=_caution(series, control, close=abs(good - assessment.good_from) < CLOSE),
        suspicions=_suspicions(prediction.causes) if suspicious else (),
        distance=prediction.distance,
        model=model,
        evidence=assessment.evidence() if evidence else None,
        drivers=_drivers(prediction.damages) if suspicious else (),
    )


def _missing_share(pet: Volume) -> float:
    """Fraction of voxels without a number. (A sum shows if there are any, in half the time.)"""
    if np.isfinite(pet.voxels.sum(dtype=np.float64)):
        return 0.0
    return 1.0 - float(np.isfinite(pet.voxels).mean())


def _drivers(damages: Mapping[str, float]) -> tuple[Driver, ...]:
    """The subjects that lower a grade noticeably, as their shares of all damage; the most first."""
    whole = sum(damages.values())
    told = [
        Driver(subject, damage / whole)
        for subject, damage in damages.items()
        if damage >= LEAST_DAMAGE and damage >= TOLD_FROM_SHARE * whole
    ]
    return tuple(sorted(told, key=lambda driver: -driver.share))


def _suspicions(causes: Mapping[str, float]) -> tuple[Suspicion, ...]:
    suspicions = [Suspicion(name, share) for name, share in causes.items() if share >= TOLD_FROM]
    return tuple(sorted(suspicions, key=lambda suspicion: -suspicion.probability))


def _caution(series: Series, control: Control, *, close: bool) -> str | None:
    """What to bear in mind about the grade."""
    sentences: list[str] = []
    if close:
        sentences.append("It is close to the limit between Poor and Good: judge it by eye.")
    if not series.manufacturer.startswith(VIRTUAL_SCANNER):
        sentences.append(
            "Grades come from simulated scanners only; the grade was not tested on this one."
        )
    if is_fdg(series) is None:
        sentences.append("The header does not name the tracer; grades were learned from FDG only.")
    if "liver" not in control.in_view:
        sentences.append("The liver was not found.")
    if any(check.name == "Orientation" and check.status is Status.FAIL for check in control.checks):
        sentences.append("The patient seems to be mirrored or rotated.")
    return " ".join(sentences) or None
