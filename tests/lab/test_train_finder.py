from pathlib import Path

import pytest

from station.errors import StationError
from station.lab.train_finder import FinderTraining, train_finder
from station.quality.finder.training import RECIPE

pytestmark = pytest.mark.simulated


def recipe(folder: Path, text: str) -> Path:
    path = folder / "recipe.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_recipe_becomes_weights_and_its_bodies_are_kept(tmp_path: Path) -> None:
    config = recipe(tmp_path, "bodies = 1\nreal_bodies = 1\nsteps = 1\nbf16 = false\n")
    weights = train_finder(FinderTraining(config, tmp_path / "run"))
    assert weights.stat().st_size < 4 << 20
    assert (weights.parent / RECIPE).exists()
    kept = sorted(path.name for path in (tmp_path / "run" / "bodies").iterdir())
    assert kept == ["body-1.npz", "real-1.npz"]


def test_a_wrong_recipe_is_refused_before_anything_is_drawn(tmp_path: Path) -> None:
    with pytest.raises(StationError, match="steps"):
        train_finder(FinderTraining(recipe(tmp_path, "steps = 0\n"), tmp_path / "run"))
    assert not (tmp_path / "run").exists()
