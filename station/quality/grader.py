"""Grading one PET image with the shipped weights."""

from functools import lru_cache
from typing import Any, cast

import numpy as np
import torch
from torch import Tensor

from station.pet.image_quality import GraderModel
from station.pet.study import Series
from station.pet.volume import Geometry, Provenance, Unit, Volume
from station.progress import Report, silent
from station.quality.assessment import Assessment, Prediction, refusal, refusal_by_checks
from station.quality.cells import prepared_cells
from station.quality.checks import Control
from station.quality.network import OrdinalNet, grade_probabilities
from station.quality.profile import profile_of
from station.quality.weights import GraderCard, References, load


class Grader:
    """A trained network, ready to grade."""

    def __init__(self, network: OrdinalNet, references: References, card: GraderCard) -> None:
        self._network, self._references, self.card = network.eval(), references, card
        self.model = GraderModel(card.title, card.version, card.sha256)

    def refusal(self, pet: Volume, series: Series) -> str | None:
        """Why an image must not be given to the network; None: it may be."""
        return refusal(pet, series)

    def refusal_by_checks(self, series: Series, control: Control) -> str | None:
        """Why an image cannot be graded, according to its checks; None: it may be."""
        return refusal_by_checks(series, control)

    def assess(self, pet: Volume, report: Report = silent) -> Assessment:
        """The network's result for an image in any unit. Raises ValueError if it is empty."""
        return Assessment(self.model, self.predict(pet, report), self.card.threshold)

    def predict(self, pet: Volume, report: Report = silent) -> Prediction:
        """The network's prediction for an image in any unit. Raises ValueError if it is empty."""
        report(0.0, "Grading the image")
        cells, grid = prepared_cells(pet)
        report(0.6, "Grading the image")
        with torch.no_grad():
            places = self._network.body(cells[None])
            report(0.8, "Grading the image")
            parts = self._network.shares(cells[None])
            features = self._network.pooled(places, parts, profile_of(cells)[None])
            above, causes, _ = self._network.answers(features)
        scale, shift = self.card.calibration
        shares = grade_probabilities(scale * above + shift)[0]
        shares = shares / shares.sum()
        return Prediction(
            tuple(float(share) for share in shares),
            {
                name: float(probability)
                for name, probability in zip(
                    self.card.causes, torch.sigmoid(causes[0]), strict=True
                )
            },
            float(self._references.distance(features)[0]) / self.card.distance_limit,
            self._evidence(places[0], parts.flatten(), grid),
        )

    def _evidence(self, places: Tensor, parts: Tensor, grid: Geometry) -> Volume:
        """Where quality is lost, as far as the dense blocks see it (the profile has no positions):
        the quality is linear in the channels' means and highest values, so the contribution of each
        place is exact (the class activation map of B. Zhou et al., CVPR 2016, with the highest
        values added where they are)."""
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
        if lost.sum() <= 0:  # overall better than the training images: no place to point at
            lost = torch.zeros_like(lost)
        values = lost.reshape(shape).numpy().astype(np.float32)
        return Volume(
            values,
            _coarser(grid, shape),
            Unit.STORED,
            Provenance(description="Quality lost, by place"),
        )


def _coarser(grid: Geometry, shape: tuple[int, ...]) -> Geometry:
    """The grid of larger voxels of this shape over the same field."""
    larger = np.array(grid.shape) / np.array(shape)
    affine = np.array(grid.affine)
    affine[:3, :3] = grid.affine[:3, :3] * larger
    affine[:3, 3] = grid.to_patient((larger - 1) / 2)
    return Geometry(cast(Any, tuple(shape)), affine)


@lru_cache(maxsize=1)
def shipped_grader() -> Grader:
    """Raises StationError if there are no weights, or they differ from their card."""
    return Grader(*load())
