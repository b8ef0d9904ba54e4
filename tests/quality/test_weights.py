"""The shipped graders and their cards."""

from pathlib import Path

import pytest

from station.errors import StationError
from station.quality.shipping import ship
from station.quality.weights import GRADERS, GraderCard, load
from tests.quality.finished import FACTS, run_of


@pytest.fixture
def run(tmp_path: Path) -> Path:
    return run_of(tmp_path / "run")


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "models"


# -- by hash or not at all -------------------------------------------------------------------------


def test_truncated_weights_are_refused(run: Path, place: Path) -> None:
    ship(run, FACTS, place=place)
    path = place / "ordinal.safetensors"
    path.write_bytes(path.read_bytes()[:-1])
    with pytest.raises(StationError, match=r"The grader's weights .* do not match its card"):
        load(None, place)


def test_without_models_it_is_said(place: Path) -> None:
    assert GRADERS.cards(place) == ()
    with pytest.raises(StationError, match="No grader is installed"):
        load(None, place)


@pytest.mark.parametrize(
    ("key", "wrong", "words"),
    [
        ("calibration", "[0.0, 1.0]", "is not two numbers, the first above 0"),
        ("calibration_without_ct", "[1.0]", "is not two numbers, the first above 0"),
        ("calibration", "[1.0, nan]", "is not two numbers, the first above 0"),
        ("threshold", "1.0", "threshold is 1.0, not below 1"),
        ("distance_limit", "0", "distance_limit is 0, not above 0"),
        ("causes", "[]", "causes is empty"),
    ],
)
def test_what_is_wrong_in_the_list_is_said_with_its_line(
    run: Path, place: Path, key: str, wrong: str, words: str
) -> None:
    ship(run, FACTS, place=place)
    path = place / "models.toml"
    lines = path.read_text("utf-8").splitlines()
    (number,) = [at for at, line in enumerate(lines) if line.startswith(f"{key} = ")]
    lines[number] = f"{key} = {wrong}"
    path.write_text("\n".join(lines), "utf-8")
    with pytest.raises(StationError) as raised:
        GRADERS.cards(place)
    assert f"models.toml, line {number + 1}: {key} " in str(raised.value)
    assert words in str(raised.value)


# -- what the program brings -----------------------------------------------------------------------


@pytest.mark.parametrize("card", GRADERS.cards(), ids=lambda card: card.id)
def test_every_shipped_model_loads_by_its_hash(card: GraderCard) -> None:
    parts, loaded = load(card.id)
    assert loaded == card
    assert parts.namer.causes == card.causes
    assert len(parts.familiar.images) > 0


def test_no_weights_are_shipped_without_a_card() -> None:
    names = {card.file for card in GRADERS.cards()}
    assert {path.name for path in GRADERS.folder.glob("*.safetensors")} == names
