"""What the regression says of an image."""

from pathlib import Path

import numpy as np
import pytest

from station.errors import Cancelled
from station.quality.grader import Grader, grade_probabilities
from station.quality.measures import kind, noise, uptake
from station.quality.measures.quantity import Quantity
from station.quality.shipping import ship
from station.quality.weights import load
from tests.quality.finished import FACTS, values_of
from tests.quality.finished import run_of as finished_run
from tests.quality.measures.made import Made


@pytest.fixture(scope="module")
def grader(tmp_path_factory: pytest.TempPathFactory) -> Grader:
    folder: Path = tmp_path_factory.mktemp("grader")
    ship(finished_run(folder / "run"), FACTS, place=folder / "models")
    return Grader(*load(None, folder / "models"))


def values(quality: float, seed: int = 7) -> dict[Quantity, float]:
    return values_of(quality, np.random.default_rng(seed))


def test_probabilities_add_up_and_do_not_contradict_each_other() -> None:
    shares = grade_probabilities(np.array([3.0, 1.0, -0.5, -2.0]))
    assert sum(shares) == pytest.approx(1)
    assert sum(shares[2:]) == pytest.approx(1 / (1 + np.exp(-1)))
    assert min(shares) > 0


def test_a_quiet_image_is_good_and_a_noisy_one_is_poor_because_of_its_noise(grader: Grader) -> None:
    good, poor = (grader.predict(values(quality), with_ct=True) for quality in (5.0, 1.2))
    assert good.probability_good > 0.9
    assert good.grade >= 4
    assert poor.probability_good < 0.1
    assert poor.grade <= 2
    assert max(poor.damages, key=lambda subject: poor.damages[subject]) == "noise"
    assert poor.causes["too few counts"] > 0.9 > good.causes["too few counts"]


def test_more_of_what_is_bad_never_raises_the_grade(grader: Grader) -> None:
    given = values(4.0)
    before = grader.predict(given, with_ct=True).probability_good
    for quantity in given:
        if quantity in (noise.LIVER_COV, noise.BODY_ALONG, noise.LUNG_NOISE):
            worse = grader.predict({**given, quantity: 3 * given[quantity]}, with_ct=True)
            assert worse.probability_good <= before


def test_what_was_not_measured_counts_as_usual(grader: Grader) -> None:
    given = values(5.0)
    less = {**given, noise.LIVER_COV: float("nan"), uptake.BRAIN_TO_LIVER: float("nan")}
    assert grader.predict(less, with_ct=True).probability_good == pytest.approx(
        grader.predict(given, with_ct=True).probability_good, abs=0.1
    )


def test_what_is_no_patient_is_far_from_what_was_learned(grader: Grader) -> None:
    given = values(4.0)
    assert grader.predict(given, with_ct=True).distance < 1
    phantom = {
        **given,
        kind.LIVER_ML: float("nan"),
        kind.LUNGS_ML: float("nan"),
        uptake.MUSCLE_TO_LIVER: float("nan"),
    }
    assert grader.predict(phantom, with_ct=True).distance > 1


def test_an_assessment_names_the_model_and_where_quality_is_lost(grader: Grader) -> None:
    scene = Made(blur_mm=6.0, noise=0.3).scene()
    found = grader.assess_scene(scene)
    assert (found.model, found.good_from) == (grader.model, grader.card.threshold)
    lost = found.evidence()
    assert float(lost.voxels.sum()) == pytest.approx(
        sum(found.prediction.damages.values()), rel=1e-3
    )
    assert lost.voxels.min() >= 0


def test_it_stops_when_it_is_no_longer_wanted(grader: Grader) -> None:
    told: list[float] = []

    def stop(fraction: float, message: str) -> None:
        told.append(fraction)
        if fraction > 0.1:
            raise Cancelled

    with pytest.raises(Cancelled):
        grader.assess_scene(Made(noise=0.1).scene(), stop)
    assert told == sorted(told)
    assert told[-1] < 1
