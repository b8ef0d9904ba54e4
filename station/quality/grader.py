"""Grading one PET image with the shipped regression."""

from collections.abc import Mapping
from functools import lru_cache

import numpy as np

from station.pet.image_quality import GraderModel
from station.pet.study import Series
from station.pet.volume import Volume
from station.progress import Report, part, silent
from station.quality.assessment import Assessment, Prediction, refusal, refusal_by_checks
from station.quality.checks import Control
from station.quality.familiar import QUANTITIES as OF_KIND
from station.quality.measures.every import measured
from station.quality.measures.quantity import Quantity
from station.quality.measures.scene import Scene
from station.quality.parts import Parts
from station.quality.places import places_of
from station.quality.regression import Floats
from station.quality.weights import GraderCard, load

MEASURED = 0.9
"""Progress at which everything is measured"""


class Grader:
    """Fitted parts, ready to grade."""

    def __init__(self, parts: Parts, card: GraderCard) -> None:
        self._parts, self.card = parts, card
        self.model = GraderModel(card.title, card.version, card.sha256)

    def refusal(self, pet: Volume, series: Series) -> str | None:
        """Why an image must not be graded; None: it may be."""
        return refusal(pet, series)

    def refusal_by_checks(self, series: Series, control: Control) -> str | None:
        """Why an image cannot be graded, according to its checks; None: it may be."""
        return refusal_by_checks(series, control)

    def assess(self, pet: Volume, control: Control, report: Report = silent) -> Assessment:
        """The result for an image in any unit, from the organs that its checks found. Raises
        ValueError where they looked for none."""
        if control.landmarks is None:
            raise ValueError("nothing was found to grade: the checks refused the image")
        scene = Scene(pet, control.landmarks.view, control.landmarks.organs)
        return self.assess_scene(scene, report)

    def assess_scene(self, scene: Scene, report: Report = silent) -> Assessment:
        """The result for an image whose organs are known."""
        report(0.0, "Grading the image")
        values = measured(scene, part(report, 0.0, MEASURED))
        prediction = self.predict(values, with_ct=scene.view.hu is not None)
        report(1.0, "Grading the image")
        return Assessment(
            self.model,
            prediction,
            self.card.threshold,
            lambda: places_of(scene, prediction.damages),
        )

    def predict(self, values: Mapping[Quantity, float], *, with_ct: bool) -> Prediction:
        """The prediction from all quantities of an image."""
        regression = self._parts.regression
        risen = regression.ramps.of(_scaled(regression.quantities, values))
        scale, shift = self.card.calibration if with_ct else self.card.calibration_without_ct
        above = scale * regression.above(risen)[0] + shift
        usual = regression.damages(regression.ramps.usual[None])[0]
        more = np.maximum(regression.damages(risen)[0] - usual, 0)
        causes = self._parts.namer.probabilities(risen)[0]
        distance = self._parts.familiar.distance(_scaled(OF_KIND, values))[0]
        return Prediction(
            grade_probabilities(above),
            dict(zip(self.card.causes, causes.tolist(), strict=True)),
            float(distance) / self.card.distance_limit,
            dict(zip(regression.subjects, more.tolist(), strict=True)),
        )


def grade_probabilities(above: Floats) -> tuple[float, ...]:
    """Of the grades 1 to 5, from the log odds (4,) that the grade is above 1 to 4."""
    over = np.concatenate([[1.0], 1 / (1 + np.exp(-above)), [0.0]])
    shares = np.maximum(over[:-1] - over[1:], 0)
    return tuple((shares / shares.sum()).tolist())


def _scaled(quantities: tuple[Quantity, ...], values: Mapping[Quantity, float]) -> Floats:
    return np.array([[quantity.scaled(values[quantity]) for quantity in quantities]])


@lru_cache(maxsize=1)
def shipped_grader() -> Grader:
    """Raises StationError if there are no weights, or they differ from their card."""
    return Grader(*load())
