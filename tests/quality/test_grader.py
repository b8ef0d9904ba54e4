"""Grading an image, and what is not graded."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
import torch

from station.model_cards import Facts
from station.pet.image_quality import Status, Verdict
from station.pet.study import Radiopharmaceutical, Role, Series, SuvFacts
from station.pet.volume import Volume
from station.quality.cells import prepared_cells
from station.quality.checks import Control, statistics_control
from station.quality.grader import Grader, Prediction
from station.quality.network import OrdinalNet
from station.quality.profile import profile_of
from station.quality.weights import GraderCard, References
from tests.quality.images import body
from tests.quality.patients import Scan, scanned

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


@pytest.fixture(scope="module")
def control(scan: Scan) -> Control:
    return statistics_control(scan.pet, scan.series, scan.ct)


def test_probabilities_add_up_and_the_grade_is_the_middle_one(scan: Scan) -> None:
    found = grader().predict(scan.pet)
    assert sum(found.probabilities) == pytest.approx(1)
    assert found.probability_good == pytest.approx(sum(found.probabilities[2:]))
    assert set(found.causes) == set(CAUSES)
    middle = replace(found, probabilities=(0.3, 0.15, 0.1, 0.15, 0.3))
    assert middle.grade == 3


def test_the_verdict_is_poor_below_the_threshold_of_the_card(scan: Scan, control: Control) -> None:
    for quality, verdict, grade in ((1.0, Verdict.POOR, 1), (5.0, Verdict.GOOD, 5)):
        found = grader(quality)(scan.pet, scan.series, control)
        assert (found.verdict, found.grade) == (verdict, grade)
        assert found.model == grader().model
        assert found.evidence is None
    strict = grader(5.0, threshold=0.9999999)(scan.pet, scan.series, control)
    assert strict.verdict is Verdict.POOR


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


def test_an_image_unlike_the_training_images_is_not_graded(scan: Scan, control: Control) -> None:
    found = grader(distance_limit=1e-3)(scan.pet, scan.series, control)
    assert found.verdict is Verdict.NOT_GRADABLE
    assert found.grade is None
    assert found.distance is not None
    assert found.distance > 1
    assert "unlike the images" in (found.reason or "")


def test_suspicions_are_told_from_a_quarter_on_the_most_probable_first(
    scan: Scan, control: Control, monkeypatch: pytest.MonkeyPatch
) -> None:
    judge = grader(2.0)

    def predicted(pet: Volume) -> Prediction:
        shares = {"too few counts": 0.3, "extravasation": 0.9, "moved during PET": 0.2}
        return Prediction((0.0, 1.0, 0.0, 0.0, 0.0), shares, 0.5, scan.pet)

    monkeypatch.setattr(judge, "predict", predicted)
    found = judge(scan.pet, scan.series, control)
    assert [one.cause for one in found.suspicions] == ["extravasation", "too few counts"]


# --- What is not graded -------------------------------------------------------------------------


def refused(pet: Volume, series: Series, control: Control) -> str:
    found = grader(5.0)(pet, series, control)
    assert found.verdict is Verdict.NOT_GRADABLE
    assert (found.grade, found.probabilities, found.probability_good) == (None, None, None)
    assert found.reason is not None
    return found.reason


def test_what_the_checks_refuse_is_not_graded(scan: Scan) -> None:
    assert refused(scan.pet, scan.series, Control((), "It is a projection.")) == (
        "It is a projection."
    )


def test_another_tracer_is_not_graded_and_an_unnamed_one_is_told(
    scan: Scan, control: Control
) -> None:
    def given(drug: Radiopharmaceutical | None) -> Series:
        facts = scan.series.suv
        assert isinstance(facts, SuvFacts)
        return replace(scan.series, suv=replace(facts, radiopharmaceutical=drug))

    psma = given(Radiopharmaceutical(name="Ga-68 PSMA-11"))
    assert "Ga-68 PSMA-11" in refused(scan.pet, psma, control)
    unnamed = grader(5.0)(scan.pet, given(None), control)
    assert unnamed.verdict is Verdict.GOOD
    assert "does not name the tracer" in (unnamed.caution or "")


def test_voxels_without_a_number_are_not_graded(scan: Scan, control: Control) -> None:
    voxels = scan.pet.voxels.copy()
    voxels[:3] = np.nan
    assert "hold no number" in refused(replace(scan.pet, voxels=voxels), scan.series, control)


@pytest.mark.parametrize("role", [Role.DENOISED, Role.UNFILTERED])
def test_images_with_another_noise_than_those_of_training_are_not_graded(
    role: Role, scan: Scan, control: Control
) -> None:
    other = replace(scan.series, role=role)
    assert f"is {'a ' if role is Role.DENOISED else 'an '}{role}" in refused(
        scan.pet, other, control
    )


def test_of_a_good_image_no_suspicion_is_told(
    scan: Scan, control: Control, monkeypatch: pytest.MonkeyPatch
) -> None:
    judge = grader(5.0)
    found = Prediction((0.0, 0.0, 0.0, 0.1, 0.9), {"too few counts": 0.7}, 0.5, scan.pet)
    monkeypatch.setattr(judge, "predict", lambda _: found)
    assert judge(scan.pet, scan.series, control).suspicions == ()


def test_a_single_bed_is_not_graded(scan: Scan, control: Control) -> None:
    bed = body(length_mm=200.0)
    assert "covers 200 mm" in refused(bed, scan.series, control)


def test_what_shows_neither_liver_nor_lungs_is_not_graded(scan: Scan, control: Control) -> None:
    phantom = replace(control, in_view=("head",))
    assert "Neither liver nor lungs" in refused(scan.pet, scan.series, phantom)


def test_what_is_to_be_borne_in_mind_is_said_with_the_grade(scan: Scan, control: Control) -> None:
    def caution(series: Series, checks: Control) -> str:
        return grader(5.0)(scan.pet, series, checks).caution or ""

    real = replace(scan.series, manufacturer="SinoUnion Healthcare")
    assert "simulated scanners only" in caution(real, control)
    assert "liver was not found" in caution(scan.series, replace(control, in_view=("lungs",)))
    turned = replace(control.named("Orientation"), status=Status.FAIL)
    others = tuple(one for one in control.checks if one.name != "Orientation")
    assert "mirrored or turned" in caution(scan.series, replace(control, checks=(*others, turned)))
