"""Taking a training into the program."""

import csv
import hashlib
import json
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from station.errors import StationError
from station.quality.grader import grade_probabilities
from station.quality.shipping import calibrated, highest_youden, log_loss, ship
from station.quality.weights import GRADERS, load
from tests.quality.finished import FACTS, RECIPE, SCANNERS, run_of


@pytest.fixture
def run(tmp_path: Path) -> Path:
    return run_of(tmp_path / "run")


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "models"


def drawn(above: NDArray[np.float64], seed: int) -> NDArray[np.int64]:
    """Grades by chance, of log odds (n, 4) that they are above 1 to 4."""
    shares = np.cumsum([grade_probabilities(row) for row in above], axis=1)
    chance = np.random.default_rng(seed).uniform(size=(len(shares), 1))
    return 1 + (chance > shares[:, :4]).sum(axis=1)


# -- shipping and loading --------------------------------------------------------------------------


def test_what_is_shipped_is_what_was_trained(run: Path, place: Path) -> None:
    ship(run, FACTS, place=place)
    shipped = (place / "ordinal.safetensors").read_bytes()
    assert shipped == (run / "grader.safetensors").read_bytes()


def test_the_card_says_what_is_known(run: Path, place: Path) -> None:
    shipped = ship(run, FACTS, place=place)
    content = (place / "ordinal.safetensors").read_bytes()
    assert shipped == GRADERS.cards(place)[0] == load(None, place)[1]
    assert shipped.sha256 == hashlib.sha256(content).hexdigest()
    assert (shipped.cases, shipped.scanners) == (120, SCANNERS)
    assert "too few counts" in shipped.causes
    assert (shipped.title, shipped.limits) == (FACTS.title, FACTS.limits)
    assert shipped.recipe == RECIPE.as_toml()


def test_noise_that_follows_the_quality_tells_poor_from_good(run: Path, place: Path) -> None:
    card = ship(run, FACTS, place=place)
    assert card.auc > 0.97
    assert card.sensitivity > 0.9
    assert card.specificity > 0.9


def test_nearly_all_images_left_out_are_within_the_limit(run: Path, place: Path) -> None:
    limit = ship(run, FACTS, place=place).distance_limit
    with (run / "held_out.csv").open(encoding="utf-8") as file:
        away = [float(row["distance"]) for row in csv.DictReader(file)]
    assert 0 < np.mean(np.array(away) > limit) <= 0.01


def test_a_threshold_can_be_given(run: Path, place: Path) -> None:
    card = ship(run, FACTS, threshold=0.9999999999, place=place)
    assert (card.threshold, card.threshold_source) == (0.9999999999, "by hand")
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
    card = ship(run, FACTS, evaluations=[evaluation], place=place)
    told = (place / "ordinal.md").read_text(encoding="utf-8")
    for words in (
        card.sha256,
        "Not clinically validated",
        "10.1186/s12880-023-01017-2",
        FACTS.data,
        *FACTS.limits,
        "3: first; second; third",
        "too few counts, extravasation",
        f"Poor where P(Good) is below {card.threshold:.3f}, chosen where the images left out",
        "so these figures are slightly optimistic",
        f"farther than {card.distance_limit:.2f}",
        "## Measured on held-out simulated patients",
        f"AUC, task 4's grouping | ≥ 0.95 | {line['reached']} | not met |",
        "rater_sd = 0.4",
    ):
        assert words in told


def test_the_card_holds_the_figures_of_every_evaluation(run: Path, place: Path) -> None:
    paths: list[Path] = []
    for what in ("AUC of the own simulator", "AUC of the foreign one"):
        line = {"group": "Poor", "what": what, "target": "≥ 0.9", "reached": "0.93", "met": True}
        paths.append(run / f"{what}.json")
        paths[-1].write_text(json.dumps({"requirements": [line]}))
    card = ship(run, FACTS, evaluations=paths, place=place)
    assert [figure.what for figure in card.figures] == [
        "Poor: AUC of the own simulator",
        "Poor: AUC of the foreign one",
    ]


def evaluated(run: Path, sha256: str, good_from: float) -> Path:
    """The evaluation of a grader with these weights and threshold."""
    path = run / "evaluation.json"
    model = {"name": "Ordinal regression", "version": "1", "sha256": sha256}
    path.write_text(json.dumps({"model": model, "good_from": good_from, "requirements": []}))
    return path


def test_an_evaluation_of_the_same_weights_is_taken(run: Path, place: Path) -> None:
    first = ship(run, FACTS, place=place)
    evaluation = evaluated(run, first.sha256, first.threshold)
    assert ship(run, FACTS, evaluations=[evaluation], place=place) == first


def test_an_evaluation_of_other_weights_is_refused(run: Path, place: Path) -> None:
    evaluation = evaluated(run, "ab" * 32, ship(run, FACTS, place=place).threshold)
    with pytest.raises(StationError, match="its figures do not belong here"):
        ship(run, FACTS, evaluations=[evaluation], place=place)


def test_an_evaluation_with_another_threshold_is_refused(run: Path, place: Path) -> None:
    evaluation = evaluated(run, ship(run, FACTS, place=place).sha256, 0.123)
    with pytest.raises(StationError, match="Run `station evaluate grader` again"):
        ship(run, FACTS, evaluations=[evaluation], place=place)


# -- what is not shipped ---------------------------------------------------------------------------


def test_an_unfinished_training_is_not_shipped(run: Path, place: Path) -> None:
    (run / "grader.safetensors").unlink()
    with pytest.raises(StationError, match="cannot be read"):
        ship(run, FACTS, place=place)


def test_a_training_without_images_left_out_is_not_shipped(run: Path, place: Path) -> None:
    (run / "held_out.csv").unlink()
    with pytest.raises(StationError, match=r"held_out\.csv cannot be read as a training's"):
        ship(run, FACTS, place=place)


def relabelled(run: Path, labels: list[int]) -> None:
    """The images left out, cut to as many, with other grades."""
    path = run / "held_out.csv"
    with path.open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["with_ct"] == "1"]
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerows(
            {**row, "label": label, "with_ct": with_ct}
            for with_ct in (1, 0)
            for row, label in zip(rows, labels, strict=False)
        )


def test_a_label_that_is_no_grade_is_refused(run: Path, place: Path) -> None:
    relabelled(run, [1, 5] * 19 + [0, 6])
    with pytest.raises(StationError, match="a label is none of the grades 1 to 5"):
        ship(run, FACTS, place=place)


def test_a_training_that_left_too_little_out_is_not_shipped(run: Path, place: Path) -> None:
    relabelled(run, [1, 5] * 9 + [4])
    with pytest.raises(StationError, match="left 19 images out, of the 20"):
        ship(run, FACTS, place=place)


def test_images_of_one_kind_give_no_threshold(run: Path, place: Path) -> None:
    relabelled(run, [3, 4, 5, 5] * 10)
    with pytest.raises(StationError, match="all Poor or all Good"):
        ship(run, FACTS, place=place)


def test_a_file_that_holds_no_weights_is_refused(run: Path, place: Path) -> None:
    (run / "grader.safetensors").write_text("nothing")
    with pytest.raises(StationError, match="does not hold a grader"):
        ship(run, FACTS, place=place)
    assert not place.exists()


# -- calibration and threshold ---------------------------------------------------------------------


def logits(count: int, seed: int = 1) -> NDArray[np.float64]:
    """That images' grades are above 1 to 4, as confident as a grader's: (count, 4)."""
    quality = np.random.default_rng(seed).uniform(0.5, 5.5, (count, 1))
    return 3 * (quality - np.array([1.5, 2.5, 3.5, 4.5]))


def test_the_log_loss_is_that_of_the_grades_probabilities() -> None:
    above = logits(50)
    labels = drawn(above, 2)
    shares = [grade_probabilities(row)[label - 1] for row, label in zip(above, labels, strict=True)]
    assert log_loss(above, labels) == pytest.approx(-np.log(shares).mean(), rel=1e-9)


def test_the_log_loss_of_a_grade_that_seemed_impossible_is_a_number() -> None:
    above = np.array([[900.0, 800.0, 700.0, 600.0]])
    assert log_loss(above, np.array([1])) == pytest.approx(900)
    assert log_loss(above, np.array([5])) == pytest.approx(0)
    assert np.isfinite(log_loss(np.zeros((1, 4)), np.array([2])))


@pytest.mark.parametrize(("scale", "shift"), [(1.0, 0.0), (0.5, 0.7), (1.8, -1.2)])
def test_calibration_finds_how_sure_a_grader_may_be(scale: float, shift: float) -> None:
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
