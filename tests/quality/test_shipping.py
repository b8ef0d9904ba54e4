import hashlib
import json
from pathlib import Path

import numpy as np
import pytest
import torch
from numpy.typing import NDArray
from safetensors import safe_open
from safetensors import torch as safetensors

from station.errors import StationError
from station.quality.network import grade_probabilities
from station.quality.recipe import Recipe
from station.quality.shipping import (
    calibrated,
    highest_youden,
    ledoit_wolf,
    log_loss,
    references_of,
    ship,
)
from station.quality.weights import GRADERS, load
from tests.quality.finished import CAUSES, FACTS, drawn, features_of, run_of, trained

pytestmark = pytest.mark.simulated


@pytest.fixture
def run(tmp_path: Path) -> Path:
    return run_of(tmp_path / "run")


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "models"


# -- shipping and loading --------------------------------------------------------------------------


def test_a_shipped_network_answers_as_it_was_trained(run: Path, place: Path) -> None:
    ship(run, FACTS, place=place)
    network, _, _ = load("ordinal", place)
    features = features_of(5, 99)
    with torch.no_grad():
        for ours, theirs in zip(
            network.answers(features), trained().answers(features), strict=True
        ):
            assert torch.equal(ours, theirs)
    assert not network.training


def test_the_card_says_what_is_known(run: Path, place: Path) -> None:
    shipped = ship(run, FACTS, place=place)
    content = (place / "ordinal.safetensors").read_bytes()
    assert shipped == GRADERS.cards(place)[0] == load(None, place)[2]
    assert shipped.sha256 == hashlib.sha256(content).hexdigest()
    assert (shipped.cases, shipped.epochs, shipped.held_out) == (80, 12, 40)
    assert shipped.causes == CAUSES
    assert (shipped.title, shipped.limits) == (FACTS.title, FACTS.limits)
    assert shipped.recipe == Recipe(patients=120, epochs=12).as_toml()


def test_no_patients_features_are_shipped(run: Path, place: Path) -> None:
    ship(run, FACTS, place=place)
    with safe_open(place / "ordinal.safetensors", framework="pt") as file:
        names = set(file.keys()) - trained().state_dict().keys()
    assert names == {"features.mean", "features.precision_root"}


def test_the_same_fold_gives_the_same_file(run: Path, tmp_path: Path) -> None:
    first = ship(run, FACTS, place=tmp_path / "first")
    second = ship(run, FACTS, place=tmp_path / "second")
    assert first == second


def test_distances_are_those_from_the_training_images(run: Path, place: Path) -> None:
    card = ship(run, FACTS, place=place)
    _, references, _ = load(None, place)
    assert torch.allclose(references.mean, features_of(80, 11).mean(0), atol=1e-6)
    held_out = references.distance(features_of(40, 21)).numpy()
    assert (held_out <= card.usual_distance).mean() >= 0.95
    assert (held_out < card.distance_limit).all()
    assert card.distance_limit == 1.25 * card.usual_distance
    assert float(references.distance(features_of(1, 3) + 2)) > card.distance_limit


def test_calibration_does_not_make_the_held_out_images_less_likely(run: Path, place: Path) -> None:
    card = ship(run, FACTS, place=place)
    assert card.log_loss <= card.log_loss_as_trained


def test_the_cards_verdicts_are_counted_on_the_held_out_images(run: Path, place: Path) -> None:
    card = ship(run, FACTS, place=place)
    network, _, _ = load(None, place)
    with torch.no_grad():
        above = network.answers(features_of(40, 21))[0]
    labels = drawn(above, 1)
    good = 1 / (1 + np.exp(-(card.calibration[0] * above[:, 1].numpy() + card.calibration[1])))
    assert card.sensitivity == (good[labels < 3] < card.threshold).mean()
    assert card.specificity == (good[labels >= 3] >= card.threshold).mean()
    assert "highest" in card.threshold_source


def test_a_threshold_can_be_given(run: Path, place: Path) -> None:
    card = ship(run, FACTS, threshold=0.999999, place=place)
    assert (card.threshold, card.threshold_source) == (0.999999, "by hand")
    assert (card.sensitivity, card.specificity) == (1.0, 0.0)


def test_an_impossible_threshold_is_refused(run: Path, place: Path) -> None:
    with pytest.raises(StationError, match=r"threshold is 1\.5, not below 1"):
        ship(run, FACTS, threshold=1.5, place=place)
    assert not place.exists()


def test_the_card_for_people_says_what_matters(run: Path, place: Path) -> None:
    evaluation = run / "evaluation.json"
    line = {
        "group": "Poor told from Good",
        "what": "AUC, task 4's grouping",
        "target": "≥ 0.95",
        "reached": "0.94 (0.91 to 0.97; n = 150)",
        "met": False,
    }
    evaluation.write_text(json.dumps({"requirements": [line]}))
    card = ship(run, FACTS, evaluation=evaluation, place=place)
    told = (place / "ordinal.md").read_text(encoding="utf-8")
    for words in (
        card.sha256,
        "Not clinically validated",
        "10.1186/s12880-023-01017-2",
        FACTS.data,
        *FACTS.limits,
        "80 images, 12 epochs",
        "too few counts, extravasation, moved during PET",
        f"Poor where P(Good) is below {card.threshold:.3f}, chosen where the images left out",
        "so these figures are optimistic",
        f"farther than {card.distance_limit:.1f}",
        "## Measured on held-out simulated patients",
        f"AUC, task 4's grouping | ≥ 0.95 | {line['reached']} | not met |",
        "rater_sd = 0.4",
    ):
        assert words in told


def evaluated(run: Path, sha256: str, good_from: float) -> Path:
    """The evaluation of a grader with these weights and threshold."""
    path = run / "evaluation.json"
    model = {"name": "Ordinal DenseNet", "version": "1", "sha256": sha256}
    path.write_text(json.dumps({"model": model, "good_from": good_from, "requirements": []}))
    return path


def test_an_evaluation_of_the_same_weights_is_taken(run: Path, place: Path) -> None:
    first = ship(run, FACTS, place=place)
    evaluation = evaluated(run, first.sha256, first.threshold)
    assert ship(run, FACTS, evaluation=evaluation, place=place) == first


def test_an_evaluation_of_other_weights_is_refused(run: Path, place: Path) -> None:
    evaluation = evaluated(run, "ab" * 32, ship(run, FACTS, place=place).threshold)
    with pytest.raises(StationError, match="its figures do not belong here"):
        ship(run, FACTS, evaluation=evaluation, place=place)


def test_an_evaluation_with_another_threshold_is_refused(run: Path, place: Path) -> None:
    evaluation = evaluated(run, ship(run, FACTS, place=place).sha256, 0.123)
    with pytest.raises(StationError, match="Run `station evaluate grader` again"):
        ship(run, FACTS, evaluation=evaluation, place=place)


# -- what is not shipped ---------------------------------------------------------------------------


def test_the_papers_tasks_are_not_shipped(tmp_path: Path, place: Path) -> None:
    with pytest.raises(StationError, match="is not of the ordinal task, the only one"):
        ship(run_of(tmp_path / "run", task="3"), FACTS, place=place)


def test_an_unfinished_training_is_not_shipped(run: Path, place: Path) -> None:
    (run / "weights.safetensors").unlink()
    with pytest.raises(StationError, match="cannot be read"):
        ship(run, FACTS, place=place)


def test_a_fold_without_predictions_is_not_shipped(run: Path, place: Path) -> None:
    (run / "predictions.csv").unlink()
    with pytest.raises(StationError, match=r"predictions\.csv cannot be read as a fold's"):
        ship(run, FACTS, place=place)


def test_a_label_that_is_no_grade_is_refused(tmp_path: Path, place: Path) -> None:
    run = run_of(tmp_path / "run", labels=[1, 5] * 19 + [0, 6])
    with pytest.raises(StationError, match="a label is none of the grades 1 to 5"):
        ship(run, FACTS, place=place)


def test_a_training_that_held_too_little_out_is_not_shipped(tmp_path: Path, place: Path) -> None:
    with pytest.raises(StationError, match="holds 19 images out, of the 20"):
        ship(run_of(tmp_path / "run", held_out=19), FACTS, place=place)


def test_predictions_of_another_network_are_refused(tmp_path: Path, run: Path, place: Path) -> None:
    other = run_of(tmp_path / "other", seed=2)
    (run / "predictions.csv").write_bytes((other / "predictions.csv").read_bytes())
    with pytest.raises(StationError, match=r"predictions\.csv is not of the network in"):
        ship(run, FACTS, place=place)


def test_held_out_images_of_one_kind_give_no_threshold(tmp_path: Path, place: Path) -> None:
    run = run_of(tmp_path / "run", labels=[3, 4, 5, 5] * 10)
    with pytest.raises(StationError, match="all Poor or all Good"):
        ship(run, FACTS, place=place)


def test_weights_of_another_network_are_refused(run: Path, place: Path) -> None:
    path = run / "weights.safetensors"
    tensors = safetensors.load_file(path)
    tensors.pop("slope")
    safetensors.save_file(tensors, path, {"task": "ordinal", "causes": json.dumps(CAUSES)})
    with pytest.raises(StationError, match="does not contain the weights of a grader"):
        ship(run, FACTS, place=place)
    assert not place.exists()


def test_a_file_that_holds_no_weights_is_refused(run: Path, place: Path) -> None:
    (run / "weights.safetensors").write_text("nothing")
    with pytest.raises(StationError, match="does not contain the weights of a grader"):
        ship(run, FACTS, place=place)


# -- calibration and threshold ---------------------------------------------------------------------


def logits(count: int, seed: int = 1) -> NDArray[np.float64]:
    """That images' grades are above 1 to 4, as confident as a network's: (count, 4)."""
    quality = np.random.default_rng(seed).uniform(0.5, 5.5, (count, 1))
    return 3 * (quality - np.array([1.5, 2.5, 3.5, 4.5]))


def test_the_log_loss_is_that_of_the_grades_probabilities() -> None:
    above = logits(50)
    labels = drawn(above, 2)
    shares = grade_probabilities(torch.tensor(above)).numpy()[np.arange(50), labels - 1]
    assert log_loss(above, labels) == pytest.approx(-np.log(shares).mean(), rel=1e-9)


def test_the_log_loss_of_a_grade_that_seemed_impossible_is_a_number() -> None:
    above = np.array([[900.0, 800.0, 700.0, 600.0]])
    assert log_loss(above, np.array([1])) == pytest.approx(900)
    assert log_loss(above, np.array([5])) == pytest.approx(0)
    assert np.isfinite(log_loss(np.zeros((1, 4)), np.array([2])))


@pytest.mark.parametrize(("scale", "shift"), [(1.0, 0.0), (0.5, 0.7), (1.8, -1.2)])
def test_calibration_finds_how_sure_a_network_may_be(scale: float, shift: float) -> None:
    above = logits(8000)
    found = calibrated(above, drawn(scale * above + shift, 3))
    assert found == pytest.approx((scale, shift), abs=0.08)


def test_calibration_of_images_told_apart_without_a_mistake_ends() -> None:
    above = logits(200)
    scale, shift = calibrated(above, 1 + (above > 0).sum(axis=1))
    assert 1 < scale <= 20
    assert abs(shift) < 1


def test_the_threshold_lies_between_poor_and_good_where_they_are_apart() -> None:
    good = np.array([False, True, False, True])
    assert highest_youden(good, np.array([0.1, 0.7, 0.3, 0.9])) == pytest.approx(0.5)


def test_the_threshold_has_the_highest_sensitivity_and_specificity() -> None:
    good = np.array([False, False, True, False, True, True, True, True])
    score = np.array([0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8])
    assert highest_youden(good, score) == pytest.approx(0.45)


def test_of_equal_thresholds_the_one_that_misses_fewest_poor_images_is_taken() -> None:
    good = np.array([False, True, False, True])
    assert highest_youden(good, np.array([0.2, 0.4, 0.6, 0.8])) == pytest.approx(0.7)


@pytest.mark.parametrize("score", [[0.5, 0.5, 0.5, 0.5], [0.9, 0.1, 0.8, 0.2]])
def test_a_network_that_cannot_tell_poor_from_good_gives_no_threshold(score: list[float]) -> None:
    with pytest.raises(StationError, match="no better than chance"):
        highest_youden(np.array([False, True, False, True]), np.array(score))


# -- distance --------------------------------------------------------------------------------------


def test_the_shrunk_covariance_is_ledoit_and_wolfs() -> None:
    """By their definitions, image by image."""
    values = np.random.default_rng(4).normal(size=(12, 5)) * [1, 2, 3, 1, 1]
    values -= values.mean(axis=0)
    sample = values.T @ values / 12
    m = np.trace(sample) / 5
    d2 = ((sample - m * np.eye(5)) ** 2).sum() / 5
    b2 = sum(((np.outer(x, x) - sample) ** 2).sum() / 5 for x in values) / 12**2
    share = min(b2, d2) / d2
    assert 0 < share < 1
    assert np.allclose(ledoit_wolf(values), share * m * np.eye(5) + (1 - share) * sample)


def test_few_images_have_a_covariance_that_can_be_inverted() -> None:
    values = np.random.default_rng(5).normal(size=(10, 40))
    values -= values.mean(axis=0)
    found = ledoit_wolf(values)
    assert np.linalg.eigvalsh(found)[0] > 0.1
    assert np.trace(found) == pytest.approx((values**2).sum() / 10)


def test_of_many_images_the_distance_is_mahalanobis() -> None:
    rng = np.random.default_rng(6)
    features = rng.normal(size=(20_000, 3)) @ np.array([[2, 0, 0], [1, 0.5, 0], [0, 0.2, 9]]) + 4
    away = features[:50] - features.mean(axis=0)
    inverse = np.linalg.inv(np.cov(features.T))
    expected = np.sqrt(np.einsum("ij,jk,ik->i", away, inverse, away))
    found = references_of(features).distance(torch.tensor(features[:50]).float())
    assert np.allclose(found.numpy(), expected, rtol=0.01)


def test_the_distance_does_not_depend_on_the_unit_of_a_feature() -> None:
    features = np.random.default_rng(7).normal(size=(60, 20))
    units = np.geomspace(0.1, 100, 20)
    found = references_of(features).distance(torch.tensor(features).float())
    other = references_of(features * units).distance(torch.tensor(features * units).float())
    assert torch.allclose(found, other, rtol=1e-3)


def test_a_channel_that_was_silent_in_training_is_told_from_one_that_is_loud() -> None:
    features = np.random.default_rng(8).normal(size=(60, 4))
    features[:, 2] = 0
    references = references_of(features)
    loud = torch.tensor(features[:1]).float()
    usual = float(references.distance(loud))
    loud[0, 2] = 3.0
    assert np.isfinite(usual)
    assert 10 < float(references.distance(loud)) < float("inf")
    assert usual < 5


def test_a_network_that_finds_nothing_is_refused() -> None:
    with pytest.raises(StationError, match="the same features in every training image"):
        references_of(np.ones((30, 4)))
