import hashlib
import json
from pathlib import Path

import pytest
import torch

from station.denoise.network import ResidualCnn
from station.denoise.recipe import Recipe
from station.denoise.shipping import ship
from station.denoise.weights import DENOISERS, load
from station.errors import StationError
from station.model_cards import Facts
from tests.denoise.finished import FACTS, run_of

pytestmark = pytest.mark.simulated


@pytest.fixture
def run(tmp_path: Path) -> Path:
    return run_of(tmp_path / "run")


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "models"


def test_a_shipped_network_is_loaded_as_it_was_trained(run: Path, place: Path) -> None:
    ship(run, FACTS, place=place)
    network, _ = load("paper", place)
    torch.manual_seed(1)
    for (name, trained), loaded in zip(
        ResidualCnn().state_dict().items(), network.state_dict().values(), strict=True
    ):
        assert torch.equal(trained, loaded), name
    assert not network.training


def test_the_card_says_what_is_known(run: Path, place: Path) -> None:
    shipped = ship(run, FACTS, place=place)
    content = (place / "paper.safetensors").read_bytes()
    assert shipped == DENOISERS.cards(place)[0] == load(None, place)[1]
    assert shipped.sha256 == hashlib.sha256(content).hexdigest()
    assert (shipped.target, shipped.loss, shipped.patches) == ("full", "weighted", 400_064)
    assert shipped.validation_loss == 0.25
    assert (shipped.title, shipped.limits) == (FACTS.title, FACTS.limits)
    assert shipped.recipe == Recipe(patches=400_000).as_toml()


def test_the_requirements_of_an_evaluation_go_into_the_card(run: Path, place: Path) -> None:
    line = {
        "group": "At 120 s/bed",
        "what": "lesion SUVmean over reference",
        "target": "≥ 0.93",
        "reached": "0.95 (0.94 to 0.96)",
        "met": True,
    }
    evaluation = run / "evaluation.json"
    evaluation.write_text(
        json.dumps({"requirements": [line, {**line, "met": False}, {**line, "met": None}]})
    )
    (figure, missed, unknown) = ship(run, FACTS, evaluation=evaluation, place=place).figures
    assert figure.what == "At 120 s/bed: lesion SUVmean over reference"
    assert (figure.target, figure.reached) == ("≥ 0.93", "0.95 (0.94 to 0.96)")
    assert (figure.met, missed.met, unknown.met) == (True, False, None)
    assert DENOISERS.cards(place)[0].figures == (figure, missed, unknown)
    told = (place / "paper.md").read_text(encoding="utf-8")
    assert "0.95 (0.94 to 0.96) | met |" in told
    assert "0.95 (0.94 to 0.96) | not met |" in told
    assert "0.95 (0.94 to 0.96) | not measured |" in told


def test_the_card_for_people_says_what_matters(run: Path, place: Path) -> None:
    card = ship(run, FACTS, place=place)
    told = (place / "paper.md").read_text(encoding="utf-8")
    for words in (card.sha256, "Not clinically validated", FACTS.data, *FACTS.limits, "400,064"):
        assert words in told


def test_the_first_model_is_the_default_until_another_is_asked_to_be(
    tmp_path: Path, run: Path, place: Path
) -> None:
    other = Facts("noise-free", "Noise-free targets", "1", FACTS.data, FACTS.limits)
    ship(run, FACTS, place=place)
    ship(run_of(tmp_path / "other", seed=2), other, place=place)
    assert [(card.id, card.default) for card in DENOISERS.cards(place)] == [
        ("paper", True),
        ("noise-free", False),
    ]
    ship(tmp_path / "other", other, default=True, place=place)
    assert [(card.id, card.default) for card in DENOISERS.cards(place)] == [
        ("noise-free", True),
        ("paper", False),
    ]
    assert load(None, place)[1].id == "noise-free"
    assert "the default" not in (place / "paper.md").read_text(encoding="utf-8")


def test_an_unfinished_training_is_not_shipped(run: Path, place: Path) -> None:
    (run / "denoiser.safetensors").unlink()
    with pytest.raises(StationError, match="cannot be read"):
        ship(run, FACTS, place=place)


def test_another_json_is_no_evaluation(run: Path, place: Path) -> None:
    (run / "other.json").write_text("{}")
    with pytest.raises(StationError, match="is not the result of `station evaluate denoiser`"):
        ship(run, FACTS, evaluation=run / "other.json", place=place)
