from pathlib import Path

import pytest

from station.denoise.network import ResidualCnn, UNet
from station.denoise.shipping import ship
from station.denoise.training import save_weights
from station.denoise.weights import DENOISERS, ModelCard, load
from station.errors import StationError
from tests.denoise.finished import FACTS, run_of

pytestmark = pytest.mark.simulated  # loads torch


@pytest.fixture
def run(tmp_path: Path) -> Path:
    return run_of(tmp_path / "run")


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "models"


# -- by hash or not at all -------------------------------------------------------------------------


def test_truncated_weights_are_refused(run: Path, place: Path) -> None:
    ship(run, FACTS, place=place)
    path = place / "paper.safetensors"
    path.write_bytes(path.read_bytes()[:-1])
    with pytest.raises(StationError, match="do not match its card: their SHA-256 is"):
        load(None, place)


def test_other_weights_are_refused(tmp_path: Path, run: Path, place: Path) -> None:
    ship(run, FACTS, place=place)
    other = run_of(tmp_path / "other", seed=2) / "denoiser.safetensors"
    (place / "paper.safetensors").write_bytes(other.read_bytes())
    with pytest.raises(StationError, match="Reinstall the program"):
        load(None, place)


def test_missing_weights_are_refused(run: Path, place: Path) -> None:
    ship(run, FACTS, place=place)
    (place / "paper.safetensors").unlink()
    with pytest.raises(StationError, match=r"paper\.safetensors cannot be read"):
        load(None, place)


def test_weights_of_another_network_are_refused(run: Path, place: Path) -> None:
    save_weights(ResidualCnn(channels=8), run / "denoiser.safetensors")
    with pytest.raises(StationError, match="does not contain the weights of a denoiser with"):
        ship(run, FACTS, place=place)
    assert not place.exists()


def test_without_models_it_is_said(place: Path) -> None:
    assert DENOISERS.cards(place) == ()
    with pytest.raises(StationError, match="No denoiser is installed"):
        load(None, place)


def test_an_unknown_model_is_answered_with_those_there_are(run: Path, place: Path) -> None:
    ship(run, FACTS, place=place)
    with pytest.raises(StationError, match=r'There is no denoiser "unet"\. Choose paper'):
        load("unet", place)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        (
            'id = "paper"',
            'id = "../paper"',
            "an id consists of lower-case letters, digits and hyphens",
        ),
        ('sha256 = "', 'sha256 = "x', "not 64 hexadecimal digits"),
        ("patches = 4", "patches = -4", "less than 1"),
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
        DENOISERS.cards(place)
    assert words in str(raised.value)


# -- what the program brings -----------------------------------------------------------------------


@pytest.mark.parametrize("card", DENOISERS.cards(), ids=lambda card: card.id)
def test_every_shipped_model_loads_by_its_hash(card: ModelCard) -> None:
    network, loaded = load(card.id)
    assert loaded == card
    count = 1_449_632 if isinstance(network, UNet) else 225_475
    assert sum(one.numel() for one in network.parameters()) == count
    assert (DENOISERS.folder / card.file).stat().st_size < 8 << 20
    assert (DENOISERS.folder / f"{card.id}.md").read_text("utf-8") == DENOISERS.as_markdown(card)


def test_no_weights_are_shipped_without_a_card() -> None:
    files = {path.name for path in DENOISERS.folder.glob("*.safetensors")}
    assert files == {card.file for card in DENOISERS.cards()}
