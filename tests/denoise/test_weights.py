import hashlib
import json
from pathlib import Path

import pytest
import torch

from station.denoise import weights
from station.denoise.network import ResidualCnn
from station.denoise.recipe import Recipe
from station.denoise.training import save_weights
from station.denoise.weights import Facts, ModelCard, cards, load, ship
from station.errors import StationError

FACTS = Facts(
    "paper",
    'The "paper\'s" network',
    "1",
    "40 slabs of the virtual scanner",
    ("Simulated FDG only.", r"Not for C:\ drives."),
)


def run_of(folder: Path, seed: int = 1) -> Path:
    """The folder of a finished training."""
    folder.mkdir()
    torch.manual_seed(seed)
    save_weights(ResidualCnn(), folder / "denoiser.safetensors")
    (folder / "training.toml").write_text(Recipe(patches=400_000).as_toml())
    (folder / "log.csv").write_text("patches,validation_loss\n200000,0.4\n400064,0.25\n")
    return folder


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
    assert shipped == cards(place)[0] == load(None, place)[1]
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
    assert cards(place)[0].figures == (figure, missed, unknown)
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
    assert [(card.id, card.default) for card in cards(place)] == [
        ("paper", True),
        ("noise-free", False),
    ]
    ship(tmp_path / "other", other, default=True, place=place)
    assert [(card.id, card.default) for card in cards(place)] == [
        ("noise-free", True),
        ("paper", False),
    ]
    assert load(None, place)[1].id == "noise-free"
    assert "the default" not in (place / "paper.md").read_text(encoding="utf-8")


# -- by hash or not at all -------------------------------------------------------------------------


def test_truncated_weights_are_refused(run: Path, place: Path) -> None:
    ship(run, FACTS, place=place)
    path = place / "paper.safetensors"
    path.write_bytes(path.read_bytes()[:-1])
    with pytest.raises(StationError, match="are not those of its card: their SHA-256 is"):
        load(None, place)


def test_other_weights_are_refused(tmp_path: Path, run: Path, place: Path) -> None:
    ship(run, FACTS, place=place)
    other = run_of(tmp_path / "other", seed=2) / "denoiser.safetensors"
    (place / "paper.safetensors").write_bytes(other.read_bytes())
    with pytest.raises(StationError, match="Install the program again"):
        load(None, place)


def test_missing_weights_are_refused(run: Path, place: Path) -> None:
    ship(run, FACTS, place=place)
    (place / "paper.safetensors").unlink()
    with pytest.raises(StationError, match=r"paper\.safetensors cannot be read"):
        load(None, place)


def test_weights_of_another_network_are_refused(run: Path, place: Path) -> None:
    save_weights(ResidualCnn(channels=8), run / "denoiser.safetensors")
    with pytest.raises(StationError, match="does not hold the weights of a denoiser with"):
        ship(run, FACTS, place=place)
    assert not place.exists()


def test_without_models_it_is_said(place: Path) -> None:
    assert cards(place) == ()
    with pytest.raises(StationError, match="No denoiser is installed"):
        load(None, place)


def test_an_unknown_model_is_answered_with_those_there_are(run: Path, place: Path) -> None:
    ship(run, FACTS, place=place)
    with pytest.raises(StationError, match=r'There is no denoiser "unet"\. Choose paper'):
        load("unet", place)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('id = "paper"', 'id = "../paper"', "an id is made of small letters, digits and hyphens"),
        ('sha256 = "', 'sha256 = "x', "not 64 hexadecimal digits"),
        ("patches = 4", "patches = -4", "not a whole number above 0"),
        ("default = true", "default = false", "exactly one model must have default = true"),
        ("version = ", "wersion = ", "a model has no version"),
    ],
)
def test_what_is_wrong_in_the_list_is_said_with_its_line(
    run: Path, place: Path, old: str, new: str, words: str
) -> None:
    ship(run, FACTS, place=place)
    path = place / "models.toml"
    path.write_text(path.read_text("utf-8").replace(f"\n{old}", f"\n{new}"), "utf-8")
    with pytest.raises(StationError, match=r"models\.toml, line \d+: ") as raised:
        cards(place)
    assert words in str(raised.value)


def test_an_unfinished_training_is_not_shipped(run: Path, place: Path) -> None:
    (run / "denoiser.safetensors").unlink()
    with pytest.raises(StationError, match="cannot be read"):
        ship(run, FACTS, place=place)


def test_another_json_is_no_evaluation(run: Path, place: Path) -> None:
    (run / "other.json").write_text("{}")
    with pytest.raises(StationError, match="is not the result of `station evaluate denoiser`"):
        ship(run, FACTS, evaluation=run / "other.json", place=place)


# -- what the program brings -----------------------------------------------------------------------


@pytest.mark.parametrize("card", cards(), ids=lambda card: card.id)
def test_every_shipped_model_loads_by_its_hash(card: ModelCard) -> None:
    network, loaded = load(card.id)
    assert loaded == card
    assert sum(one.numel() for one in network.parameters()) == 225_475
    assert (weights.folder() / card.file).stat().st_size < 2 << 20
    assert (weights.folder() / f"{card.id}.md").read_text("utf-8") == weights.as_markdown(card)


def test_no_weights_are_shipped_without_a_card() -> None:
    files = {path.name for path in weights.folder().glob("*.safetensors")}
    assert files == {card.file for card in cards()}
