from pathlib import Path

import pytest

from station.errors import StationError
from station.installed import resource
from station.quality.finder.recipe import FinderRecipe, load_finder_recipe


def test_a_recipe_is_read_as_it_was_written(tmp_path: Path) -> None:
    path = tmp_path / "recipe.toml"
    recipe = FinderRecipe(bodies=7, real_share=0.0, steps=11, learning_rate=0.01, bf16=False)
    path.write_text(recipe.as_toml(), encoding="utf-8")
    assert load_finder_recipe(path) == recipe


def test_a_wrong_number_is_reported_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "recipe.toml"
    path.write_text("steps = 10\nreal_share = 2\n", encoding="utf-8")
    with pytest.raises(StationError, match="line 2"):
        load_finder_recipe(path)


def test_the_shipped_recipe_is_readable() -> None:
    assert load_finder_recipe(resource("models", "finder", "organs.toml")).steps > 1000
