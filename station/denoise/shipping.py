"""Taking a finished training into the program: its weights, and the card that says what is known.

Training's side of `station.denoise.weights`, which running a network does not need.
"""

from pathlib import Path

from station.denoise.recipe import load_recipe
from station.denoise.run import LOG, RECIPE, WEIGHTS, read_log
from station.denoise.weights import DENOISERS, ModelCard, architecture_of
from station.errors import StationError
from station.model_cards import Facts


def ship(
    run: Path,
    facts: Facts,
    *,
    evaluation: Path | None = None,
    default: bool = False,
    place: Path | None = None,
) -> ModelCard:
    """Take the weights of a finished training into the program, with their card.

    `evaluation` is the evaluation.json of `station evaluate denoiser`, whose requirements go into
    the card. The first model, or one asked to be, is the default. A model of the same id is
    replaced. Raises StationError where the training is not finished or a file cannot be written.
    """
    path = run / WEIGHTS
    content = DENOISERS.content(path)
    architecture = architecture_of(path, content)
    recipe, log = load_recipe(run / RECIPE), read_log(run / LOG)
    if not log:
        raise StationError(f"{run} has no {LOG}. Choose the folder of a finished training.")
    return DENOISERS.ship(
        facts,
        content,
        architecture.sentence,
        recipe.as_toml(),
        evaluation,
        default=default,
        place=place,
        target=recipe.target,
        loss=recipe.loss,
        patches=int(log[-1]["patches"]),
        validation_loss=float(log[-1]["validation_loss"]),
    )
