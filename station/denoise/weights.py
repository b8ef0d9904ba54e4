"""The weights that the program brings: which there are, what is known of them, and loading them.

`resources/models/denoiser/models.toml` holds a card for each; the weights beside it are loaded by
their SHA-256 or not at all. `ship` takes a finished training into that folder.
"""

import hashlib
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, cast

from station.denoise.network import CHANNELS, LAYERS, ResidualCnn
from station.denoise.recipe import load_recipe
from station.denoise.training import LOG, RECIPE, WEIGHTS, read_log
from station.errors import StationError
from station.installed import resource
from station.toml_table import TEXT, Check, Problems, Table, as_toml, read_toml

CARDS = "models.toml"
ARCHITECTURE = f"residual CNN, {LAYERS} layers of 3×3, {CHANNELS} channels"
LARGEST_BYTES = 2 << 20
"""Weights are part of the program: they stay small"""
REINSTALL = "Install the program anew, or put the right file there."


@dataclass(frozen=True)
class Figure:
    """A line that an evaluation judged."""

    what: str
    target: str
    reached: str
    """With its 95 % interval, where it has one"""
    met: bool | None
    """None: not measured"""


@dataclass(frozen=True)
class Facts:
    """What the training's folder does not say of a model."""

    id: str
    """As `--model` takes it: small letters, digits and hyphens"""
    title: str
    version: str
    data: str
    """What it was trained on"""
    limits: tuple[str, ...]
    """What it was not made for, and what is not known of it; a sentence each"""


@dataclass(frozen=True)
class ModelCard(Facts):
    """What is known of shipped weights."""

    sha256: str
    """Of the weights' file"""
    architecture: str
    target: str
    loss: str
    patches: int
    """Seen in training, each as often as it was seen"""
    recipe: str
    """The training's recipe, TOML"""
    validation_loss: float
    """Of the training's held-out patches, at its end"""
    figures: tuple[Figure, ...] = ()
    default: bool = False

    @property
    def file(self) -> str:
        return f"{self.id}.safetensors"


def folder() -> Path:
    return resource("models", "denoiser")


def cards(place: Path | None = None) -> tuple[ModelCard, ...]:
    """The shipped models, the default one first; none where no model is shipped.

    Raises StationError with all that is wrong in the list of them.
    """
    path = (place or folder()) / CARDS
    if not path.exists():
        return ()
    table, problems = read_toml(path, "a list of models")
    found: list[ModelCard] = []
    if table is not None:
        models = cast(list[dict[str, Any]], table.take("model", TABLES) or [])
        table.refuse_unknown()
        for number, values in enumerate(models):
            found += _card(Table(values, ("model", number), problems, "a model"), problems)
        ids = [card.id for card in found]
        for number, name in enumerate(ids):
            if name in ids[:number]:
                problems.add(("model", number, "id"), f'two models have the id "{name}".')
        if found and sum(card.default for card in found) != 1:
            problems.add(("model",), "exactly one model must have default = true.")
    if sentences := problems.sentences():
        raise StationError("\n".join(sentences))
    return tuple(sorted(found, key=lambda card: not card.default))


def load(model: str | None = None, place: Path | None = None) -> tuple[ResidualCnn, ModelCard]:
    """A shipped network, ready to run on the CPU in fp32, and its card; None: the default one.

    Raises StationError where there is no such model, and where its file is missing, damaged or
    another one than the card says.
    """
    there = cards(place)
    if not there:
        raise StationError(f"No denoiser is installed: there is no {CARDS}. {REINSTALL}")
    named = {card.id: card for card in there}
    card = named.get(model or there[0].id)
    if card is None:
        raise StationError(f'There is no denoiser "{model}". Choose {" or ".join(named)}.')
    path = (place or folder()) / card.file
    return read_weights(path, card.sha256), card


def read_weights(path: Path, sha256: str | None = None) -> ResidualCnn:
    """The network in a file of weights; `sha256` None: whatever the file is.

    Raises StationError where it cannot be read or is not the file of that SHA-256.
    """
    from safetensors import SafetensorError
    from safetensors import torch as safetensors

    try:
        content = path.read_bytes()
    except OSError as error:
        raise StationError(
            f"The denoiser's weights {path} cannot be read: {error.strerror}. {REINSTALL}"
        ) from error
    found = hashlib.sha256(content).hexdigest()
    if sha256 is not None and found != sha256:
        raise StationError(
            f"The denoiser's weights {path} are not those of its card: their SHA-256 is "
            f"{found[:12]}…, not {sha256[:12]}…. {REINSTALL}"
        )
    network = ResidualCnn()
    try:
        network.load_state_dict(cast(Any, safetensors).load(content))
    except (SafetensorError, RuntimeError, ValueError) as error:
        raise StationError(
            f"{path} does not hold the weights of a denoiser with {ARCHITECTURE}. {REINSTALL}"
        ) from error
    return network.eval()


# -- shipping --------------------------------------------------------------------------------------


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
    place = place or folder()
    path = run / WEIGHTS
    read_weights(path)
    content = path.read_bytes()
    if len(content) >= LARGEST_BYTES:
        raise StationError(f"{path} is larger than 2 MB. Train a smaller network.")
    recipe, log = load_recipe(run / RECIPE), read_log(run / LOG)
    if not log:
        raise StationError(f"{run} has no {LOG}. Choose the folder of a finished training.")
    others = [card for card in cards(place) if card.id != facts.id]
    card = ModelCard(
        facts.id,
        facts.title,
        facts.version,
        facts.data,
        facts.limits,
        sha256=hashlib.sha256(content).hexdigest(),
        architecture=ARCHITECTURE,
        target=recipe.target,
        loss=recipe.loss,
        patches=int(log[-1]["patches"]),
        recipe=recipe.as_toml(),
        validation_loss=float(log[-1]["validation_loss"]),
        figures=_figures(evaluation) if evaluation else (),
        default=default or not any(one.default for one in others),
    )
    if card.default:
        others = [replace(one, default=False) for one in others]
    every = sorted([*others, card], key=lambda one: one.id)
    try:
        place.mkdir(parents=True, exist_ok=True)
        _write(place / card.file, content)
        for one in every:
            _write(place / f"{one.id}.md", as_markdown(one).encode())
        _write(place / CARDS, _as_toml(every).encode())
    except OSError as error:
        raise StationError(f"{place} cannot be written: {error}.") from error
    return card


def _write(path: Path, content: bytes) -> None:
    part = path.with_name(path.name + ".part")
    part.write_bytes(content)
    part.replace(path)


def _figures(path: Path) -> tuple[Figure, ...]:
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
        return tuple(
            Figure(
                f"{line['group']}: {line['what']}",
                str(line["target"]),
                str(line["reached"]),
                None if line["met"] is None else bool(line["met"]),
            )
            for line in told["requirements"]
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise StationError(
            f"{path} is not the result of `station evaluate denoiser` ({error}). Choose its "
            "evaluation.json."
        ) from error


_MET = {True: "met", False: "not met", None: "not measured"}


def as_markdown(card: ModelCard) -> str:
    """The card for people."""
    lines = [
        f"# {card.title} {card.version}",
        "",
        "> For research, not for diagnosis. Not clinically validated.",
        "",
        "| | |",
        "| --- | --- |",
        f"| id | `{card.id}`{', the default' if card.default else ''} |",
        f"| weights | `{card.file}`, SHA-256 `{card.sha256}` |",
        f"| network | {card.architecture} |",
        f"| trained on | {card.data} |",
        f"| target, loss | {card.target}, {card.loss} |",
        f"| budget | {card.patches:,} patches of 32×32×3 voxels |",
        f"| loss of held-out patches | {card.validation_loss:.4g} |",
        "",
        "## Limits",
        "",
        *(f"- {limit}" for limit in card.limits),
    ]
    if card.figures:
        lines += [
            "",
            "## Measured on held-out phantoms",
            "",
            "| what | should be | is, with 95 % interval | |",
            "| --- | --- | --- | --- |",
            *(
                f"| {one.what} | {one.target} | {one.reached} | {_MET[one.met]} |"
                for one in card.figures
            ),
        ]
    return "\n".join([*lines, "", "## Recipe", "", "```toml", card.recipe.rstrip(), "```", ""])


# -- the list of cards -----------------------------------------------------------------------------


def _wrong_id(value: object) -> str | None:
    if isinstance(value, str) and re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", value):
        return None
    return f"is {as_toml(value)}; an id is made of small letters, digits and hyphens"


def _wrong_sha256(value: object) -> str | None:
    if isinstance(value, str) and re.fullmatch(r"[0-9a-f]{64}", value):
        return None
    return f"is {as_toml(value)}, not 64 hexadecimal digits"


def _wrong_lines(value: object) -> str | None:
    return None if isinstance(value, str) and value.strip() else f"is {as_toml(value)}, not a text"


def _wrong_number(value: object) -> str | None:
    if isinstance(value, int | float) and not isinstance(value, bool) and value >= 0:
        return None
    return f"is {as_toml(value)}, not a number from 0"


def _wrong_patches(value: object) -> str | None:
    if isinstance(value, int) and not isinstance(value, bool) and value > 0:
        return None
    return f"is {as_toml(value)}, not a whole number above 0"


def _wrong_tables(value: object) -> str | None:
    items = cast(list[object], value) if isinstance(value, list) else [None]
    return None if all(isinstance(one, dict) for one in items) else "is not made of tables"


def _wrong_switch(value: object) -> str | None:
    return None if isinstance(value, bool) else f"is {as_toml(value)}, not true or false"


def _wrong_texts(value: object) -> str | None:
    items = cast(list[object], value) if isinstance(value, list) else [None]
    return None if all(isinstance(one, str) for one in items) else "is not a list of texts"


TABLES = Check(_wrong_tables, "[[model]]")
_CHECKS = {
    "id": Check(_wrong_id, 'id = "paper"'),
    "title": TEXT('title = "Feature-oriented residual CNN"'),
    "version": TEXT('version = "1"'),
    "data": TEXT('data = "40 simulated slabs"'),
    "limits": Check(_wrong_texts, 'limits = ["Simulated FDG only."]'),
    "sha256": Check(_wrong_sha256, "the file's SHA-256"),
    "architecture": TEXT(f'architecture = "{ARCHITECTURE}"'),
    "target": TEXT('target = "noise-free"'),
    "loss": TEXT('loss = "weighted"'),
    "patches": Check(_wrong_patches, "patches = 400000"),
    "recipe": Check(_wrong_lines, "the training's recipe"),
    "validation_loss": Check(_wrong_number, "validation_loss = 0.1"),
    "default": Check(_wrong_switch, "default = false"),
}
_FIGURE_CHECKS = {
    "what": TEXT('what = "lesion SUVmean"'),
    "target": TEXT('target = "≥ 0.93"'),
    "reached": TEXT('reached = "0.95 (0.94 to 0.96)"'),
}
_MET_CHECK = Check(_wrong_switch, "met = true")


def _card(table: Table, problems: Problems) -> Sequence[ModelCard]:
    """The card in a table; none where it is wrong, which has been noted."""
    values = {key: table.take(key, check) for key, check in _CHECKS.items()}
    figures: list[dict[str, Any]] = []
    complete = True
    for number, one in enumerate(table.take("figure", TABLES, required=False) or []):
        inner = Table(one, (*table.where, "figure", number), problems, "a figure")
        figure = {key: inner.take(key, check) for key, check in _FIGURE_CHECKS.items()}
        complete = complete and None not in figure.values()
        figures.append({**figure, "met": inner.take("met", _MET_CHECK, required=False)})
        inner.refuse_unknown()
    table.refuse_unknown()
    if None in values.values() or not complete:
        return []
    values["limits"] = tuple(values["limits"])
    return [ModelCard(**values, figures=tuple(Figure(**one) for one in figures))]


def _as_toml(every: Sequence[ModelCard]) -> str:
    """The list of cards, as `cards` reads it."""
    lines = [
        "# The denoisers that the program brings. Written by packaging/ship_denoiser.py;",
        "# a file of weights with another SHA-256 than its card's is not loaded.",
    ]
    for card in every:
        lines += ["", "[[model]]"]
        for key in _CHECKS:
            lines.append(f"{key} = {_value(getattr(card, key))}")
        for figure in card.figures:
            lines += ["", "[[model.figure]]"]
            lines += [f"{key} = {_value(getattr(figure, key))}" for key in _FIGURE_CHECKS]
            if figure.met is not None:
                lines.append(f"met = {_value(figure.met)}")
    return "\n".join([*lines, ""])


def _value(value: object) -> str:
    """A text, number, switch or list of texts as TOML: JSON writes them alike."""
    if isinstance(value, str) and "\n" in value:
        escaped = value.replace("\\", "\\\\").replace('"""', '\\"\\"\\"')
        return f'"""\n{escaped}"""'
    return json.dumps(value, ensure_ascii=False)
