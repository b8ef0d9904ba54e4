"""What the network says of an image."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
import torch
from station.quality.cells import prepared_cells
from station.quality.profile import profile_of

from station.errors import Cancelled
from station.model_cards import Facts
from station.quality.grader import Grader
from station.quality.network import OrdinalNet
from station.quality.weights import GraderCard, References
from tests.quality.patients import Scan, scanned

pytestmark = pytest.mark.simulated

CAUSES = ("too few counts", "extravasation")


def card(**other: Any) -> GraderCard:
    facts = Facts("ordinal", "Ordinal DenseNet", "1", "40 simulated patients", ("Simulated.",))
    known: dict[str, Any] = {
        "sha256": "5" * 64,
        "architecture": "3-D DenseNet",
        "recipe": "patients = 40\n",
        "cases": 40,
        "epochs": 1,
        "causes": CAUSES,
        "held_out": 20,
        "calibration": (1.0, 0.0),
        "log_loss_as_trained": 1.0,
        "log_loss": 1.0,
        "threshold": 0.5,
        "threshold_source": "set by hand",
        "sensitivity": 0.9,
        "specificity": 0.9,
        "usual_distance": 1.0,
        "distance_limit": 1e6,
    }
    return GraderCard(
        facts.id, facts.title, facts.version, facts.data, facts.limits, **{**known, **other}
    )


def network(quality: float | None = None) -> OrdinalNet:
    """With weights by chance; `quality`: it says this of every image."""
    torch.manual_seed(2)
    made = OrdinalNet(len(CAUSES)).eval()
    with torch.no_grad():
        made.quality.weight.normal_(0, 0.3)
        if quality is not None:
            made.quality.weight.zero_()
            made.quality.bias.fill_(quality)
    return made


def grader(quality: float | None = None, **of_card: Any) -> Grader:
    made = network(quality)
    count = made.features
    generator = torch.Generator().manual_seed(1)
    mean = torch.rand(count, generator=generator)
    return Grader(made, References(mean, torch.eye(count)), card(**of_card))


@pytest.fixture(scope="module")
def scan() -> Scan:
    return scanned()


def test_probabilities_add_up_and_the_grade_is_the_middle_one(scan: Scan) -> None:
    found = grader().predict(scan.pet)
    assert sum(found.probabilities) == pytest.approx(1)
    assert found.probability_good == pytest.approx(sum(found.probabilities[2:]))
    assert set(found.causes) == set(CAUSES)
    middle = replace(found, probabilities=(0.3, 0.15, 0.1, 0.15, 0.3))
    assert middle.grade == 3


def test_calibration_moves_the_probabilities(scan: Scan) -> None:
    plain, moved = (
        grader(2.5, calibration=one).predict(scan.pet) for one in ((1.0, 0.0), (1.0, 3.0))
    )
    assert moved.probability_good > plain.probability_good
    assert sum(moved.probabilities) == pytest.approx(1)


def test_the_places_of_the_evidence_add_up_to_what_the_dense_blocks_miss(scan: Scan) -> None:
    judge, net = grader(), network()
    found = judge.predict(scan.pet)
    cells, grid = prepared_cells(scan.pet)
    with torch.no_grad():
        profile = profile_of(cells)[None]
        features = net.pooled(net.body(cells[None]), net.shares(cells[None]), profile)
        usual_features = torch.cat(
            [judge._references.mean[: 2 * net.body.channels], features[0, 2 * net.body.channels :]]
        )
        quality = float(net.quality(features))
        usual = float(net.quality(usual_features[None]))
    lost = float(found.evidence.voxels.sum())
    assert lost == pytest.approx(max(usual - quality, 0), rel=1e-3, abs=1e-4)
    # It covers what was looked at.
    for own, whole in zip(found.evidence.geometry.bounds_mm, grid.bounds_mm, strict=True):
        np.testing.assert_allclose(own, whole, atol=1e-6)


def test_an_assessment_names_the_model_and_the_threshold_of_its_card(scan: Scan) -> None:
    judge = grader(threshold=0.7)
    found = judge.assess(scan.pet)
    assert (found.model, found.good_from) == (judge.model, 0.7)
    assert sum(found.prediction.probabilities) == pytest.approx(1)


def test_the_network_stops_when_it_is_no_longer_wanted(scan: Scan) -> None:
    told: list[float] = []

    def stop(fraction: float, message: str) -> None:
        told.append(fraction)
        if fraction > 0.5:
            raise Cancelled

    with pytest.raises(Cancelled):
        grader().assess(scan.pet, stop)
    assert told == sorted(told)
    assert told[-1] < 1


def test_an_empty_image_is_an_error(scan: Scan) -> None:
    with pytest.raises(ValueError, match="no voxel"):
        grader().assess(replace(scan.pet, voxels=np.zeros_like(scan.pet.voxels)))
