"""Taking a finished training of the finder into the program, with its card."""

from pathlib import Path

from station.errors import StationError
from station.model_cards import Facts
from station.quality.finder.recipe import load_finder_recipe
from station.quality.finder.training import RECIPE, WEIGHTS
from station.quality.finder.weights import ARCHITECTURE, FINDERS, FinderCard


def ship(
    run: Path,
    facts: Facts,
    *,
    evaluation: Path | None = None,
    default: bool = False,
    place: Path | None = None,
) -> FinderCard:
    """Take the weights of a training's folder into the program (None), or into `place`.

    `evaluation` is the evaluation.json of `station evaluate finder`. Raises StationError where the
    training is not finished or a file cannot be written.
    """
    weights = run / WEIGHTS
    if not weights.exists():
        raise StationError(f"{run} is not a finished training of the finder: {WEIGHTS} is missing.")
    content = FINDERS.content(weights)
    recipe = load_finder_recipe(run / RECIPE)
    return FINDERS.ship(
        facts,
        content,
        ARCHITECTURE,
        recipe.as_toml(),
        evaluation,
        default=default,
        place=place,
        steps=recipe.steps,
    )
