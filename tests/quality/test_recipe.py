from pathlib import Path

import pytest

from station.errors import StationError
from station.installed import resource
from station.quality.recipe import Recipe, load_recipe

SHIPPED = [resource("models", "grader", "tasks.toml")]


def recipe(folder: Path, text: str) -> Recipe:
    path = folder / "recipe.toml"
    path.write_text(text, encoding="utf-8")
    return load_recipe(path)


def test_a_recipe_is_read_as_it_was_written(tmp_path: Path) -> None:
    one = Recipe(
        patients=600,
        first_patient=1000,
        epochs=12,
        batch=8,
        learning_rate=1e-5,
        power=1.0,
        mirror=False,
        rotation_degrees=0.0,
        gamma=0.0,
        bend_mm=2.5,
        seed=7,
        bf16=False,
    )
    assert recipe(tmp_path, one.as_toml()) == one


def test_what_a_recipe_leaves_out_is_usual(tmp_path: Path) -> None:
    assert recipe(tmp_path, "epochs = 3\n") == Recipe(epochs=3)


def test_a_whole_number_will_do_where_a_broken_one_may_stand(tmp_path: Path) -> None:
    assert recipe(tmp_path, "power = 1\n").power == 1


def test_patients_are_seeds_one_after_the_other() -> None:
    assert list(Recipe(patients=5, first_patient=40).seeds) == [40, 41, 42, 43, 44]


def test_the_papers_protocol_has_its_number_of_patients() -> None:
    """H. Zhang 2023, "Methods": 89 images."""
    tasks = load_recipe(resource("models", "grader", "tasks.toml"))
    assert tasks.patients == 89


def test_the_papers_augmentation_is_in_the_papers_protocol() -> None:
    """H. Zhang 2023: mirroring, rotation by ±10°, gamma correction, elastic deformation."""
    tasks = load_recipe(resource("models", "grader", "tasks.toml"))
    assert (tasks.mirror, tasks.rotation_degrees) == (True, 10)
    assert tasks.gamma > 0
    assert tasks.bend_mm > 0


@pytest.mark.parametrize("path", sorted(SHIPPED), ids=lambda path: path.name)
def test_every_shipped_recipe_can_be_read(path: Path) -> None:
    assert load_recipe(path).patients


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("patients = 4", "line 2: patients is 4, less than 5. Write patients = 89."),
        ("first_patient = -1", "line 2: first_patient is -1, less than 0"),
        ("batch = 1", "line 2: batch is 1, less than 2"),
        ("batch = 4.0", "line 2: batch is 4.0, not a whole number"),
        ("learning_rate = 0", "line 2: learning_rate is 0, not above 0"),
        ("learning_rate = 1.5", "line 2: learning_rate is 1.5, more than 1"),
        ("power = nan", "line 2: power is nan, not a number"),
        ("mirror = 1", "line 2: mirror is 1. Write mirror = true or false."),
        ("rotation_degrees = 90", "line 2: rotation_degrees is 90, more than 45"),
        ("gamma = 1.0", "line 2: gamma is 1.0, not below 1"),
        ("bend_mm = -1", "line 2: bend_mm is -1, less than 0"),
        ("gamma = true", "line 2: gamma is true, not a number"),
        ('bf16 = "yes"', 'line 2: bf16 is "yes". Write bf16 = true or false.'),
        ("seed = 4294967296", "line 2: seed is 4294967296, more than"),
        ("epoch = 3", 'line 2: "epoch" is not a key of a recipe: did you mean "epochs"?'),
        ("seed = ", "line 2, column 8: Invalid value"),
    ],
)
def test_what_is_wrong_in_a_recipe_is_said_with_its_line(
    tmp_path: Path, line: str, words: str
) -> None:
    with pytest.raises(StationError) as raised:
        recipe(tmp_path, f"weight_decay = 0.3\n{line}\n")
    assert f"recipe.toml, {words}" in str(raised.value)


def test_all_mistakes_are_said_at_once(tmp_path: Path) -> None:
    with pytest.raises(StationError) as raised:
        recipe(tmp_path, "epochs = 0\nbatch = 0\nwidth = 3\n")
    assert len(str(raised.value).splitlines()) == 3


def test_a_missing_recipe_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StationError, match=r"none\.toml cannot be read"):
        load_recipe(tmp_path / "none.toml")
