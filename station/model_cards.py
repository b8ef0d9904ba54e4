"""The shipped networks and their cards: what is known about each.

A kind of network (`Models`) has a folder in `resources/models`. `models.toml` there has a card for
each; next to it are its weights, which are loaded by their SHA-256 or not at all, and the card for
people. Nothing here depends on what a network is: weights are bytes.
"""

import hashlib
import json
import re
import tomllib
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Generic, TypeVar, cast

from station.errors import StationError
from station.installed import resource
from station.toml_table import (
    TEXT,
    Check,
    Problems,
    TomlTable,
    as_toml,
    read_toml,
    switch,
    toml_value,
    wrong_texts,
)
from station.whole_file import whole_file, writing

CARDS = "models.toml"
WEIGHTS = ".safetensors"
REINSTALL = "Reinstall the program, or put the right file there."


@dataclass(frozen=True)
class Figure:
    """A requirement that an evaluation judged."""

    what: str
    target: str
    reached: str
    """With its 95 % interval, if it has one"""
    met: bool | None
    """None: not measured"""


@dataclass(frozen=True)
class Outside:
    """What a model made of an image that its simulator did not make."""

    image: str
    """Where it is from, in words"""
    truth: str
    """What is known about it"""
    answer: str
    """What the model said"""
    right: bool | None
    """None: nobody knows"""


@dataclass(frozen=True)
class Judged:
    """What an evaluation found."""

    figures: tuple[Figure, ...] = ()
    outside: tuple[Outside, ...] = ()


@dataclass(frozen=True)
class Facts:
    """What the training's folder does not say about a model."""

    id: str
    """The name to choose it by: lower-case letters, digits and hyphens"""
    title: str
    version: str
    data: str
    """What it was trained on"""
    limits: tuple[str, ...]
    """What it was not made for, and what is not known about it; one sentence each"""


@dataclass(frozen=True, kw_only=True)
class Card(Facts):
    """What is known about shipped weights of any kind."""

    sha256: str
    """SHA-256 of the weights' file"""
    architecture: str
    recipe: str
    """The training's recipe, TOML"""
    figures: tuple[Figure, ...] = ()
    outside: tuple[Outside, ...] = ()
    """Real images, and those of generators that training never saw"""
    default: bool = False

    @property
    def file(self) -> str:
        return f"{self.id}{WEIGHTS}"


C = TypeVar("C", bound=Card)


def sha256_of(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


@dataclass(frozen=True)
class ShippedWeights:
    """A file of weights that came with the program."""

    kind: str
    id: str
    version: str
    sha256: str
    """That of its card, not of the file"""
    path: Path


def shipped_weights() -> tuple[ShippedWeights, ...]:
    """Those of every kind, without loading any; cards that cannot be read are left out."""
    found: list[ShippedWeights] = []
    for cards in sorted(resource("models").glob(f"*/{CARDS}")):
        with suppress(OSError, ValueError, KeyError):
            for card in tomllib.loads(cards.read_text(encoding="utf-8"))["model"]:
                path = cards.parent / f"{card['id']}{WEIGHTS}"
                version, sha256 = str(card["version"]), str(card["sha256"])
                found.append(ShippedWeights(path.parent.name, path.stem, version, sha256, path))
    return tuple(found)


@dataclass(frozen=True)
class Models(Generic[C]):
    """The shipped networks of one kind."""

    kind: str
    """"denoiser": the folder's name, and its name in sentences"""
    card: type[C]
    of_training: Mapping[str, Check]
    """The card's own fields on its training; written before the recipe"""
    of_result: Mapping[str, Check]
    """The card's own fields on the result; written after the recipe"""
    largest_mb: int
    """Largest size: weights are part of the program"""
    rows: Callable[[C], Sequence[tuple[str, str]]]
    """The card's own rows for people: (what, value)"""
    measured_on: str
    """What `Card.figures` were measured on"""
    about: str = ""
    """A paragraph for people that applies to all of them"""

    @property
    def folder(self) -> Path:
        return resource("models", self.kind)

    def cards(self, place: Path | None = None) -> tuple[C, ...]:
        """The models in the folder `place` (None: the program's), the default one first; empty
        if there is no list of them.

        Raises StationError with all that is wrong in the list, one line each.
        """
        path = (place or self.folder) / CARDS
        if not path.exists():
            return ()
        table, problems = read_toml(path, "a list of models")
        found: list[C] = []
        if table is not None:
            models = cast(list[dict[str, Any]], table.take("model", TABLES) or [])
            table.refuse_unknown()
            for number, values in enumerate(models):
                found += self._card(
                    TomlTable(values, ("model", number), problems, "a model"), problems
                )
            ids = [card.id for card in found]
            for number, name in enumerate(ids):
                if name in ids[:number]:
                    problems.add(("model", number, "id"), f'two models have the id "{name}".')
            if found and sum(card.default for card in found) != 1:
                problems.add(("model",), "exactly one model must have default = true.")
        if sentences := problems.sentences():
            raise StationError("\n".join(sentences))
        return tuple(sorted(found, key=lambda card: not card.default))

    def named(self, model: str | None = None, place: Path | None = None) -> C:
        """The card of a model by its id; None: the default one.

        Raises StationError if there is no such model, or none at all.
        """
        there = self.cards(place)
        if not there:
            raise StationError(f"No {self.kind} is installed: there is no {CARDS}. {REINSTALL}")
        ids = {card.id: card for card in there}
        card = ids.get(model or there[0].id)
        if card is None:
            raise StationError(f'There is no {self.kind} "{model}". Choose {" or ".join(ids)}.')
        return card

    def content(self, path: Path, sha256: str | None = None) -> bytes:
        """A file of weights; `sha256` None: any file.

        Raises StationError if it cannot be read or does not have that SHA-256.
        """
        try:
            content = path.read_bytes()
        except OSError as error:
            raise StationError(
                f"The {self.kind}'s weights {path} cannot be read: {error.strerror}. {REINSTALL}"
            ) from error
        found = sha256_of(content)
        if sha256 is not None and found != sha256:
            raise StationError(
                f"The {self.kind}'s weights {path} do not match its card: their SHA-256 is "
                f"{found[:12]}…, not {sha256[:12]}…. {REINSTALL}"
            )
        return content

    def judged(
        self,
        evaluation: Path | None,
        sha256: str,
        settings: Mapping[str, float] | None = None,
    ) -> "Judged":
        """What the evaluation.json of `station evaluate` holds, in a card's form; None: nothing.

        Raises StationError if the file is not such a result, or belongs to weights with another
        SHA-256 or to other `settings`.
        """
        if evaluation is None:
            return Judged()
        try:
            content = json.loads(evaluation.read_text(encoding="utf-8"))
            judged = Judged(
                tuple(
                    Figure(
                        f"{line['group']}: {line['what']}",
                        str(line["target"]),
                        str(line["reached"]),
                        None if line["met"] is None else bool(line["met"]),
                    )
                    for line in content["requirements"]
                ),
                tuple(
                    Outside(
                        str(one["image"]),
                        str(one["truth"]),
                        str(one["answer"]),
                        None if one["right"] is None else bool(one["right"]),
                    )
                    for one in content.get("outside", ())
                ),
            )
            model = content.get("model")
        except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
            raise StationError(
                f"{evaluation} is not the result of `station evaluate {self.kind}` ({error}). "
                "Choose its evaluation.json."
            ) from error
        of = cast(dict[str, object], model).get("sha256") if isinstance(model, dict) else None
        others = [
            key for key, value in (settings or {}).items() if content.get(key, value) != value
        ]
        if of not in {None, sha256} or others:
            raise StationError(
                f"{evaluation} is for other weights or settings, so its figures do not belong "
                f"here. Run `station evaluate {self.kind}` again."
            )
        return judged

    def ship(
        self,
        facts: Facts,
        content: bytes,
        architecture: str,
        recipe: str,
        evaluation: Path | None = None,
        *,
        default: bool = False,
        place: Path | None = None,
        **of_training: Any,
    ) -> C:
        """Take a training's weights into the folder with their card, whose own fields are
        `of_training`; see `judged` for `evaluation` and `take_in` for the rest."""
        sha256 = sha256_of(content)
        judged = self.judged(evaluation, sha256)
        card = self.card(
            facts.id,
            facts.title,
            facts.version,
            facts.data,
            facts.limits,
            sha256=sha256,
            architecture=architecture,
            recipe=recipe,
            figures=judged.figures,
            outside=judged.outside,
            **of_training,
        )
        return self.take_in(card, content, default=default, place=place)

    def take_in(
        self, card: C, content: bytes, *, default: bool = False, place: Path | None = None
    ) -> C:
        """Write weights and their card into the folder; a model of the same id is replaced.

        The first model, or one added as such, is the default. Returns the card as stored. Raises
        StationError if something in the card is wrong, the weights are too large or a file cannot
        be written; then nothing is changed.
        """
        if card.sha256 != sha256_of(content):
            raise ValueError("the card does not belong to these weights")
        place = place or self.folder
        if len(content) >= self.largest_mb << 20:
            raise StationError(
                f"The weights of {card.id} are larger than {self.largest_mb} MB. "
                "Train a smaller network."
            )
        others = [one for one in self.cards(place) if one.id != card.id]
        card = replace(card, default=default or not any(one.default for one in others))
        self._refuse_wrong(card)
        if card.default:
            others = [replace(one, default=False) for one in others]
        every = sorted([*others, card], key=lambda one: one.id)
        with writing(place):
            files = {
                place / card.file: content,
                **{place / f"{one.id}.md": self.as_markdown(one).encode() for one in every},
                place / CARDS: self.as_toml(every).encode(),
            }
            with ExitStack() as all_or_none:
                for path, data in files.items():
                    all_or_none.enter_context(whole_file(path)).write_bytes(data)
        return card

    def as_markdown(self, card: C) -> str:
        """The card for people."""
        lines = [
            f"# {card.title} {card.version}",
            "",
            "> For research, not for diagnosis. Not clinically validated.",
            "",
            *([self.about, ""] if self.about else []),
            "| | |",
            "| --- | --- |",
            _row("id", f"`{card.id}`{', the default' if card.default else ''}"),
            _row("weights", f"`{card.file}`, SHA-256 `{card.sha256}`"),
            _row("network", card.architecture),
            _row("trained on", card.data),
            *(_row(what, value) for what, value in self.rows(card)),
            "",
            "## Limits",
            "",
            *(f"- {limit}" for limit in card.limits),
        ]
        if card.figures:
            lines += [
                "",
                f"## Measured on {self.measured_on}",
                "",
                "| what | should be | is, with 95 % interval | |",
                "| --- | --- | --- | --- |",
                *(_row(one.what, one.target, one.reached, _MET[one.met]) for one in card.figures),
            ]
        if card.outside:
            lines += [
                "",
                "## Outside our simulator",
                "",
                "| image | what is known | what it said | |",
                "| --- | --- | --- | --- |",
                *(
                    _row(one.image, one.truth, one.answer, _RIGHT[one.right])
                    for one in card.outside
                ),
            ]
        return "\n".join([*lines, "", "## Recipe", "", "```toml", card.recipe.rstrip(), "```", ""])

    # The list of cards

    @property
    def _checks(self) -> dict[str, Check]:
        """The check of every key of a model except its figures, in the file's order."""
        return {**_FIRST, **self.of_training, **_RECIPE, **self.of_result, **_LAST}

    def _card(self, table: TomlTable, problems: Problems) -> Sequence[C]:
        """The card in a table; empty if it is wrong, which has been noted."""
        values = {key: table.take(key, check) for key, check in self._checks.items()}
        parts = {part.key: part.rows(table, problems) for part in _PARTS}
        table.refuse_unknown()
        if None in values.values() or None in parts.values():
            return []
        fields = {key: _frozen(value) for key, value in values.items()}
        figures = tuple(Figure(**one) for one in parts[_FIGURES.key] or ())
        outside = tuple(Outside(**one) for one in parts[_OUTSIDE.key] or ())
        return [self.card(**fields, figures=figures, outside=outside)]

    def _refuse_wrong(self, card: C) -> None:
        """Raise StationError if `cards` could not read the card once it is written."""
        rows = (
            *((one, _FIGURES.texts) for one in card.figures),
            *((one, _OUTSIDE.texts) for one in card.outside),
        )
        for of, checks in ((card, self._checks), *rows):
            for key, check in checks.items():
                if (wrong := check.wrong(_thawed(getattr(of, key)))) is not None:
                    raise StationError(f"{card.id}: {key} {wrong}. Write {check.example}.")

    def as_toml(self, every: Sequence[C]) -> str:
        """The list of cards, as `cards` reads it."""
        script = f"packaging/ship.py {self.kind}"
        lines = [
            f"# The shipped {self.kind}s, written by {script};",
            "# a file of weights with another SHA-256 than its card's is not loaded.",
        ]
        for card in every:
            lines += ["", "[[model]]"]
            lines += [f"{key} = {toml_value(getattr(card, key))}" for key in self._checks]
            for part, rows in ((_FIGURES, card.figures), (_OUTSIDE, card.outside)):
                for row in rows:
                    lines += ["", f"[[model.{part.key}]]", *part.lines(row)]
        return "\n".join([*lines, ""])


_RIGHT = {True: "right", False: "wrong", None: "not known"}
_MET = {True: "met", False: "not met", None: "not measured"}
_BAR = r"\|"


def _row(*cells: str) -> str:
    """A line of a Markdown table."""
    return f"| {' | '.join(cell.replace('|', _BAR) for cell in cells)} |"


def _frozen(value: Any) -> Any:
    return tuple(cast(list[object], value)) if isinstance(value, list) else value


def _thawed(value: object) -> object:
    return list(cast(tuple[object, ...], value)) if isinstance(value, tuple) else value


def _wrong_id(value: object) -> str | None:
    if isinstance(value, str) and re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", value):
        return None
    return f"is {as_toml(value)}; an id consists of lower-case letters, digits and hyphens"


def _wrong_sha256(value: object) -> str | None:
    if isinstance(value, str) and re.fullmatch(r"[0-9a-f]{64}", value):
        return None
    return f"is {as_toml(value)}, not 64 hexadecimal digits"


def _wrong_lines(value: object) -> str | None:
    return None if isinstance(value, str) and value.strip() else f"is {as_toml(value)}, not a text"


def _wrong_tables(value: object) -> str | None:
    items = cast(list[object], value) if isinstance(value, list) else [None]
    return None if all(isinstance(one, dict) for one in items) else "does not consist of tables"


TABLES = Check(_wrong_tables, "[[model]]")
_FIRST = {
    "id": Check(_wrong_id, 'id = "paper"'),
    "title": TEXT('title = "Feature-oriented residual CNN"'),
    "version": TEXT('version = "1"'),
    "data": TEXT('data = "40 simulated slabs"'),
    "limits": Check(wrong_texts, 'limits = ["Simulated FDG only."]'),
    "sha256": Check(_wrong_sha256, "the file's SHA-256"),
    "architecture": TEXT('architecture = "residual CNN, 8 layers of 3×3, 64 channels"'),
}
_RECIPE = {"recipe": Check(_wrong_lines, "the training's recipe")}
_LAST = {"default": switch("default = true or false")}


@dataclass(frozen=True)
class _Part:
    """A repeated table of a card: some texts, and a judgement that may be missing."""

    key: str
    what: str
    texts: Mapping[str, Check]
    verdict: str

    def rows(self, table: TomlTable, problems: Problems) -> list[dict[str, Any]] | None:
        """The tables of this key; None if one is wrong, which has been noted."""
        rows: list[dict[str, Any]] = []
        complete = True
        for number, one in enumerate(table.take(self.key, TABLES, required=False) or []):
            inner = TomlTable(one, (*table.where, self.key, number), problems, self.what)
            row = {key: inner.take(key, check) for key, check in self.texts.items()}
            complete = complete and None not in row.values()
            judgement = switch(f"{self.verdict} = true or false")
            rows.append({**row, self.verdict: inner.take(self.verdict, judgement, required=False)})
            inner.refuse_unknown()
        return rows if complete else None

    def lines(self, row: Figure | Outside) -> list[str]:
        """A row as `rows` reads it."""
        lines = [f"{key} = {toml_value(getattr(row, key))}" for key in self.texts]
        verdict = getattr(row, self.verdict)
        return lines if verdict is None else [*lines, f"{self.verdict} = {toml_value(verdict)}"]


_FIGURES = _Part(
    "figure",
    "a figure",
    {
        "what": TEXT('what = "lesion SUVmean"'),
        "target": TEXT('target = "≥ 0.93"'),
        "reached": TEXT('reached = "0.95 (0.94 to 0.96)"'),
    },
    "met",
)
_OUTSIDE = _Part(
    "outside",
    "an image outside the simulator",
    {
        "image": TEXT('image = "Soft-tissue-Sarcoma STS_001, whole body"'),
        "truth": TEXT('truth = "readable without complaint"'),
        "answer": TEXT('answer = "4 Good, P(Good) 0.93"'),
    },
    "right",
)
_PARTS = _FIGURES, _OUTSIDE
