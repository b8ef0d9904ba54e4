from pathlib import Path

import pytest

from station.denoise.inserts import Inserts
from station.denoise.recipe import Loss, Recipe, Target, load_recipe
from station.errors import StationError
from station.installed import resource


def recipe(folder: Path, text: str) -> Recipe:
    path = folder / "recipe.toml"
    path.write_text(text, encoding="utf-8")
    return load_recipe(path)


def test_the_papers_recipe_is_the_papers() -> None:
    """Tsuchiya 2021, "Network architecture and training"."""
    paper = load_recipe(resource("models", "denoiser", "paper.toml"))
    assert paper.target is Target.FULL
    assert paper.loss is Loss.WEIGHTED
    assert paper.lesion_weight == 10
    assert paper.epochs == 450
    assert paper.learning_rates == (0.01, 0.001, 0.0001)
    assert paper.phases == (350, 50, 50)
    assert paper.held_out == 0.01


def test_nothing_is_added_to_the_papers_recipe() -> None:
    paper = load_recipe(resource("models", "denoiser", "paper.toml"))
    assert (paper.scale_loss, paper.balance_suv, paper.clip, paper.average) == (0, 0, 0, 0)
    assert (paper.lesion_share, paper.augment, paper.balance_levels) == (0, False, False)
    assert paper.input_scale == 1


@pytest.mark.parametrize(
    "path", sorted(resource("models", "denoiser").glob("*.toml")), ids=lambda path: path.name
)
def test_every_shipped_recipe_can_be_read(path: Path) -> None:
    if path.name != "models.toml":
        assert load_recipe(path).patients


def test_a_recipe_is_read_as_it_was_written(tmp_path: Path) -> None:
    one = Recipe(
        target=Target.NOISE_FREE,
        loss=Loss.UNIFORM,
        patches=400_000,
        learning_rates=(0.003, 1e-5),
        phases=(2.5, 1),
        augment=True,
        average=0.999,
        patients=(7, 5),
        insert_share=0.25,
        insert_weight_suv=2.5,
    )
    assert recipe(tmp_path, one.as_toml()) == one


def test_without_a_share_nothing_is_put_in() -> None:
    assert Recipe().inserts is None
    assert Recipe(insert_share=0.5, insert_weight_suv=2.0).inserts == Inserts(0.5, 2.0)


def test_the_uniform_loss_has_no_weights() -> None:
    assert Recipe(loss=Loss.UNIFORM).weighting is None


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ('target = "fool"', 'line 3: target is "fool". Write target = "full" or'),
        ("batch = 0", "line 3: batch is 0, less than 1. Write batch = 64."),
        ("batch = 6.5", "line 3: batch is 6.5, not a whole number"),
        ("batch = true", "line 3: batch is true, not a whole number"),
        ("lesion_weight = 0.5", "line 3: lesion_weight is 0.5, less than 1"),
        ("lesion_weight = nan", "line 3: lesion_weight is nan, not a number"),
        ("average = 1.0", "line 3: average is 1.0, not below 1"),
        ("held_out = 0", "line 3: held_out is 0, not above 0"),
        ("learning_rates = []", "line 3: learning_rates is not a list of numbers"),
        ("learning_rates = [1, -1]", "line 3: learning_rates has the entry -1, not a number above"),
        ("learning_rates = [0.1, 0.2, 0.3]", "line 3: learning_rates must not rise"),
        ("phases = [1, 2]", "line 3: phases must have as many entries as learning_rates"),
        ("augment = 1", "line 3: augment is 1. Write augment = true or false"),
        ("epochs = 3", "line 1: Give either patches or epochs"),
        ("patchs = 3", 'line 3: "patchs" is not a key of a recipe: did you mean "patches"?'),
        ("patients = [1, 1]", "line 3: patients "),
        ("patients = [1.5]", "line 3: patients "),
        ("patients = []", "line 3: patients "),
        ("start_share = 0.5", "line 3: start_share needs a start"),
        ("seed = ", "line 3, column 8: Invalid value"),
    ],
)
def test_what_is_wrong_in_a_recipe_is_said_with_its_line(
    tmp_path: Path, line: str, words: str
) -> None:
    with pytest.raises(StationError) as raised:
        recipe(tmp_path, f'patches = 100\nloss = "uniform"\n{line}\n')
    assert f"recipe.toml, {words}" in str(raised.value)


def test_a_recipe_without_a_budget_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StationError, match="Give either patches or epochs"):
        recipe(tmp_path, 'loss = "uniform"\n')


def test_all_mistakes_are_said_at_once(tmp_path: Path) -> None:
    with pytest.raises(StationError) as raised:
        recipe(tmp_path, 'patches = 0\nloss = "none"\n')
    assert len(str(raised.value).splitlines()) == 2


def test_a_missing_recipe_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StationError, match=r"none\.toml cannot be read"):
        load_recipe(tmp_path / "none.toml")
