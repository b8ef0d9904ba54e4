"""Grading one PET image with the weights that the program brings."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, cast

import numpy as np
import torch
from torch import Tensor

from station.pet.image_quality import (
    GRADES,
    LOWEST_GOOD,
    GraderModel,
    QualityGrade,
    Status,
    Suspicion,
    Verdict,
    not_gradable,
)
from station.pet.study import Role, Series
from station.pet.suitability import VIRTUAL_SCANNER, is_fdg
from station.pet.volume import Geometry, Provenance, Unit, Volume
from station.progress import Report, silent
from station.quality.cells import prepared_cells
from station.quality.checks import Control
from station.quality.network import OrdinalNet, grade_probabilities
from station.quality.profile import profile_of
from station.quality.weights import GraderCard, References, load

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


class Grader:
    """A trained network, ready to grade."""

    def __init__(self, network: OrdinalNet, references: References, card: GraderCard) -> None:
        self._network, self._references, self.card = network.eval(), references, card
        self.model = GraderModel(card.title, card.version, card.sha256)

    def predict(self, pet: Volume) -> Prediction:
        """What the network says of an image of any unit. Raises ValueError where it is empty."""
        cells, grid = prepared_cells(pet)
        with torch.no_grad():
            places = self._network.body(cells[None])
            parts = self._network.shares(cells[None])
            features = self._network.pooled(places, parts, profile_of(cells)[None])
            above, causes, _ = self._network.answers(features)
        scale, shift = self.card.calibration
        shares = grade_probabilities(scale * above + shift)[0]
        shares = shares / shares.sum()
        return Prediction(
            tuple(float(share) for share in shares),
            {
                name: float(one)
                for name, one in zip(self.card.causes, torch.sigmoid(causes[0]), strict=True)
            },
            float(self._references.distance(features)[0]) / self.card.distance_limit,
            self._evidence(places[0], parts.flatten(), grid),
        )

    def _evidence(self, places: Tensor, parts: Tensor, grid: Geometry) -> Volume:
        """Where quality is lost, as far as the dense blocks see it (the profile has no places): the
        quality is linear in the channels' means and highest values, so that what each place adds to
        it can be told exactly (the class activation map of B. Zhou et al., CVPR 2016, with the
        highest values added where they are)."""
        weights = self._network.quality.weight[0].detach()
        channels, shape = len(places), places.shape[1:]
        flat = places.reshape(channels, -1)
        mean = self._references.mean
        lost = parts * ((mean[:channels] - flat.T) @ weights[:channels])
        highest, at = (flat * (parts > 0)).max(1)
        # Several channels may be highest at one place.
        lost.index_add_(
            0, at, (mean[channels : 2 * channels] - highest) * weights[channels : 2 * channels]
        )
        if lost.sum() <= 0:  # all in all better than the training images: no place is to blame
            lost = torch.zeros_like(lost)
        values = lost.reshape(shape).numpy().astype(np.float32)
        return Volume(
            values,
            _coarser(grid, shape),
            Unit.STORED,
            Provenance(description="Quality lost, by place"),
        )

    def __call__(
        self,
        pet: Volume,
        series: Series,
        control: Control,
        *,
        evidence: bool = False,
        report: Report = silent,
    ) -> QualityGrade:
        """The grade of an image in any unit; what cannot be graded is told with its sentence.

        `control` is that of the same image; `evidence` asks for the map of the places that decide.
        """
        if (refusal := self._refusal(pet, series, control)) is not None:
            return not_gradable(refusal, self.model)
        report(0.2, "Grading the image")
        found = self.predict(pet)
        report(1.0, "Graded")
        if found.distance > 1:
            return QualityGrade(
                Verdict.NOT_GRADABLE,
                reason=(
                    f"{series.label} is unlike the images that the network has learned from "
                    f"({found.distance:.1f} times as far away as the limit), so that its grade "
                    "would mean nothing. Judge it by eye and by the checks."
                ),
                distance=found.distance,
                model=self.model,
            )
        good = found.probability_good
        verdict = Verdict.GOOD if good >= self.card.threshold else Verdict.POOR
        suspicious = verdict is Verdict.POOR or found.grade <= HIGHEST_SUSPECT
        return QualityGrade(
            verdict,
            found.grade,
            found.probabilities,
            good,
            caution=_caution(series, control),
            suspicions=_suspicions(found.causes) if suspicious else (),
            distance=found.distance,
            model=self.model,
            evidence=found.evidence if evidence else None,
        )

    def _refusal(self, pet: Volume, series: Series, control: Control) -> str | None:
        if control.refusal is not None:
            return control.refusal
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
        finite = float(np.isfinite(pet.voxels).mean())
        if finite < 1 - MISSING_SHARE:
            return (
                f"{100 * (1 - finite):.1f} % of the voxels of {series.label} hold no number. "
                "Export the series again from the scanner."
            )
        low, high = pet.geometry.bounds_mm
        length = float(high[2] - low[2])
        if length < SHORTEST_MM:
            return (
                f"{series.label} covers {length:.0f} mm of the patient; the network has learned "
                "from scans that reach from the skull or the crown to mid-thigh."
            )
        if not {"liver", "lungs"} & set(control.in_view):
            return (
                f"Neither liver nor lungs were found in {series.label}: it does not show a body "
                "as the network has learned it, or is turned. Check what was scanned."
            )
        return None


def _coarser(grid: Geometry, shape: tuple[int, ...]) -> Geometry:
    """The grid of so many larger voxels over the same field."""
    larger = np.array(grid.shape) / np.array(shape)
    affine = np.array(grid.affine)
    affine[:3, :3] = grid.affine[:3, :3] * larger
    affine[:3, 3] = grid.to_patient((larger - 1) / 2)
    return Geometry(cast(Any, tuple(shape)), affine)


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


@lru_cache(maxsize=1)
def shipped_grader() -> Grader:
    """Raises StationError where there are no weights, or others than their card says."""
    return Grader(*load())
