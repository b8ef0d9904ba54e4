from pathlib import Path

import pytest
import torch

from station.errors import StationError
from station.model_cards import Facts
from station.quality.finder.network import FinderNet
from station.quality.finder.recipe import FinderRecipe
from station.quality.finder.shipping import ship
from station.quality.finder.training import WEIGHTS, train_finder
from station.quality.finder.weights import FINDERS, load
from tests.quality.finder.bodies import body

pytestmark = pytest.mark.simulated

FACTS = Facts("organs", "Organ finder", "1", "made-up pictures of one body", ("Adults only.",))


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, FinderNet]:
    run = tmp_path_factory.mktemp("run")
    return run, train_finder([body], [1.0], FinderRecipe(bodies=1, steps=1, bf16=False), run)


def test_shipped_weights_are_the_trained_ones(
    trained: tuple[Path, FinderNet], tmp_path: Path
) -> None:
    run, network = trained
    card = ship(run, FACTS, place=tmp_path)
    assert card.default
    assert card.steps == 1
    loaded, read = load(place=tmp_path)
    assert read == card
    for a, b in zip(network.parameters(), loaded.parameters(), strict=True):
        assert torch.equal(a, b)
    assert "does not find disease" in (tmp_path / "organs.md").read_text("utf-8")


def test_an_unfinished_training_is_not_shipped(tmp_path: Path) -> None:
    with pytest.raises(StationError, match=f"{WEIGHTS} is missing"):
        ship(tmp_path, FACTS, place=tmp_path)
    assert FINDERS.cards(tmp_path) == ()


def test_weights_that_were_changed_are_not_loaded(
    trained: tuple[Path, FinderNet], tmp_path: Path
) -> None:
    card = ship(trained[0], FACTS, place=tmp_path)
    path = tmp_path / card.file
    path.write_bytes(path.read_bytes()[:-4] + b"\0\0\0\1")
    with pytest.raises(StationError, match="do not match its card"):
        load(place=tmp_path)


def test_the_shipped_finder_can_be_loaded() -> None:
    assert load()[1].id == "organs"
