"""TOML files written by people: errors in one are reported with their line."""

import json
import re
import tomllib
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from difflib import get_close_matches
from enum import StrEnum
from functools import partial
from math import inf, isfinite
from pathlib import Path
from typing import Any, TypeVar, cast

from station.errors import StationError

LARGEST_FILE_BYTES = 256 << 10

T = TypeVar("T")


def read_toml(path: Path, thing: str) -> tuple["TomlTable | None", "Problems"]:
    """The file's outermost table, and a collector of what is wrong in it.

    None: the file cannot be read as TOML, which has been noted. `thing` is what the file should be:
    "a site list".
    """
    problems = Problems(path)
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST_FILE_BYTES + 1)
    except OSError as error:
        problems.add_of_file(f"{path} cannot be read: {error.strerror}. Check the path.")
        return None, problems
    if len(content) > LARGEST_FILE_BYTES:
        problems.add_of_file(f"{path} is larger than 256 KB; it cannot be {thing}. Check the path.")
        return None, problems
    try:
        text = content.decode("utf-8")
        document = tomllib.loads(text)
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        problems.add_of_file(
            f"{path}, line {line}: this is not UTF-8 text. Save the file as UTF-8."
        )
        return None, problems
    except tomllib.TOMLDecodeError as error:
        problems.add_of_file(_syntax_sentence(path, content.decode("utf-8"), error))
        return None, problems
    except RecursionError:
        problems.add_of_file(f"{path}: brackets are nested too deep for {thing}. Check the path.")
        return None, problems
    problems.lines = _lines_of_keys(text)
    return TomlTable(document, (), problems, "the file"), problems


def _syntax_sentence(path: Path, text: str, error: tomllib.TOMLDecodeError) -> str:
    """tomllib's own message, with the line in front."""
    words = str(error)
    place = re.search(r" \(at (?:line (\d+), column (\d+)|end of document)\)$", words)
    if place is None:
        return f"{path}: {words}. Correct the TOML syntax."
    line, column = place[1] or text.count("\n") + 1, place[2]
    where = f"line {line}" + (f", column {column}" if column else "")
    return f"{path}, {where}: {words[: place.start()]}. Correct the TOML syntax there."


def checked_file(
    path: Path, thing: str, made: Callable[["TomlTable", "Problems"], T | None]
) -> tuple[T | None, tuple[str, ...]]:
    """What `made` makes of a file; or None, and all that is wrong in it, a sentence each, in the
    order of its lines."""
    table, problems = read_toml(path, thing)
    value = None if table is None else made(table, problems)
    sentences = problems.sentences()
    return (None if sentences else value), sentences


def loaded_file(path: Path, thing: str, made: Callable[["TomlTable", "Problems"], T | None]) -> T:
    """The same. Raises StationError with all that is wrong, a line each."""
    value, sentences = checked_file(path, thing, made)
    if value is None:
        raise StationError("\n".join(sentences))
    return value


CLOSING = ("]", "}", '"""', "'''")
"""One of these ends a statement over several lines"""

KeyPath = tuple[str | int, ...]
"""The path of a value: `("site", 2, "volume_ml")`"""


def _lines_of_keys(text: str) -> dict[KeyPath, int]:
    """The line, from 1, of every table and key; for keys in inline tables that of the statement.

    tomllib does not report lines. But each statement is valid TOML by itself, and an unfinished one
    (an array over several lines) is not: this separates statements. `text` is valid TOML.
    """
    lines: dict[KeyPath, int] = {}
    table: KeyPath = ()
    counts: Counter[KeyPath] = Counter()
    statement: list[str] = []
    for number, line in enumerate(text.replace("\r\n", "\n").split("\n"), start=1):
        statement.append(line)
        if len(statement) > 1 and not any(mark in line for mark in CLOSING):
            continue
        try:
            values = tomllib.loads("\n".join(statement))
        except tomllib.TOMLDecodeError:
            continue  # it goes on
        first = number - len(statement) + 1
        if statement[0].lstrip().startswith("["):
            table = _header(values, counts)
            for depth in range(1, len(table) + 1):
                lines.setdefault(table[:depth], first)
        else:
            for key in values:
                lines.setdefault((*table, key), first)
        statement = []
    return lines


def _header(values: Mapping[str, Any], counts: Counter[KeyPath]) -> KeyPath:
    """The path that a `[table]` or `[[table]]` statement opens."""
    path: KeyPath = ()
    while values:
        ((key, inner),) = values.items()
        path = (*path, key)
        if isinstance(inner, list):
            counts[path] += 1
            return (*path, counts[path] - 1)
        values = inner
        if counts[path]:  # a table of the last element of an array of tables
            path = (*path, counts[path] - 1)
    return path


@dataclass
class Problems:
    """What is wrong, each with its line."""

    path: Path
    lines: Mapping[KeyPath, int] = field(default_factory=dict[KeyPath, int])
    _of_file: list[str] = field(default_factory=list[str])
    _found: list[tuple[int, str]] = field(default_factory=list[tuple[int, str]])

    def line(self, where: KeyPath) -> int:
        """The line of a key, or of the table it belongs in."""
        while where and where not in self.lines:
            where = where[:-1]
        return self.lines.get(where, 1)

    def add_of_file(self, sentence: str) -> None:
        """Something wrong with the whole file; the sentence names it."""
        self._of_file.append(sentence)

    def add(self, where: KeyPath, sentence: str) -> None:
        self._found.append((self.line(where), sentence))

    def sentences(self) -> tuple[str, ...]:
        ordered = sorted(self._found, key=lambda found: found[0])
        in_lines = [f"{self.path}, line {line}: {sentence}" for line, sentence in ordered]
        return (*self._of_file, *in_lines)


class TomlTable:
    """A table of the file: returns each key's checked value, and reports unknown keys."""

    def __init__(
        self, values: Mapping[str, object], where: KeyPath, problems: Problems, called: str
    ) -> None:
        self.values = values
        self.where = where
        self.problems = problems
        self.called = called
        self.known: list[str] = []

    def take(self, key: str, check: "Check", required: bool = True) -> Any:
        """The value, or None if it is missing or wrong, which has then been noted."""
        self.known.append(key)
        if key not in self.values:
            if required:
                self.problems.add(self.where, f"{self.called} has no {key}. Add {check.example}.")
            return None
        value = self.values[key]
        if (wrong := check.wrong(value)) is not None:
            self.problems.add((*self.where, key), f"{key} {wrong}. Write {check.example}.")
            return None
        return value

    def refuse_unknown(self) -> None:
        """To be called when every known key has been taken."""
        for key in self.values.keys() - set(self.known):
            self.problems.add(
                (*self.where, key),
                f'"{key}" is not a key of {self.called}{did_you_mean(key, self.known)} '
                f"The keys are: {', '.join(self.known)}.",
            )


def refuse_repeats(table: str, items: Sequence[object | None], problems: Problems) -> None:
    """Note if two of a file's [[table]]s share an id or a name; None: an item that was wrong."""
    for key in ("id", "name"):
        first: dict[object, KeyPath] = {}
        for number, item in enumerate(items):
            if item is None:
                continue
            value: object = getattr(item, key)
            where: KeyPath = (table, number, key)
            if value in first:
                problems.add(
                    where,
                    f'the {key} "{value}" is already in line {problems.line(first[value])}. '
                    f"Give each {table} its own.",
                )
            first.setdefault(value, where)


@dataclass(frozen=True)
class Check:
    """What a key's value must be. `wrong` returns the words that follow the key, or None."""

    wrong: Callable[[object], str | None]
    example: str
    """As it would be in the file"""


def wrong_text(value: object) -> str | None:
    if not isinstance(value, str):
        return f"is {as_toml(value)}, not a text in quotation marks"
    return None if value.strip() and value.isprintable() else "is not one line of text"


def wrong_id(value: object) -> str | None:
    if (wrong := wrong_text(value)) is not None:
        return wrong
    if re.fullmatch(r"[a-z][a-z0-9_]*", str(value)):
        return None
    return f"is {as_toml(value)}; an id consists of lower-case letters, digits and _"


def wrong_count(value: object) -> str | None:
    if isinstance(value, bool) or not isinstance(value, int):
        return f"is {as_toml(value)}, not a whole number"
    return None if value >= 0 else f"is {value}, less than 0"


def wrong_texts(value: object) -> str | None:
    if not isinstance(value, list):
        return f"is {as_toml(value)}, not a list of texts"
    texts = cast(list[object], value)
    for text in texts:
        if (wrong := wrong_text(text)) is not None:
            return f"has an entry that {wrong}"
    for text, count in Counter(cast(list[str], texts)).items():
        if count > 1:
            return f'has "{text}" {count} times'
    return None if texts else "is empty"


def wrong_tables(value: object) -> str | None:
    tables = cast(list[object], value) if isinstance(value, list) else [None]
    if not all(isinstance(table, dict) for table in tables):
        return "does not consist of tables"
    return None if tables else "is empty"


def wrong_table(value: object) -> str | None:
    return None if isinstance(value, dict) else f"is {as_toml(value)}, not a table"


TEXT = partial(Check, wrong_text)


# -- files that set the fields of a dataclass ------------------------------------------------------


def setting(default: T, check: Check, kind: Callable[[Any], T] | None = None) -> T:
    """A field of a dataclass that a file may set; `kind` makes its value of what TOML has."""
    return field(default=default, metadata={"check": check, "kind": kind})


def read_settings(
    path: Path,
    settings: type[T],
    thing: str,
    called: str,
    refuse: Callable[[TomlTable, Mapping[str, Any]], None] | None = None,
) -> T:
    """The dataclass `settings`, whose every field is a `setting`, as a flat file sets it.

    `refuse` notes what does not fit together. Raises StationError with all that is wrong, a line
    each.
    """
    table, problems = read_toml(path, thing)
    values: dict[str, Any] = {}
    if table is not None:
        table.called = called
        for one in fields(cast(Any, settings)):
            value = table.take(one.name, one.metadata["check"], required=False)
            if value is not None:
                kind = one.metadata["kind"]
                values[one.name] = value if kind is None else kind(value)
        table.refuse_unknown()
        if refuse is not None:
            refuse(table, values)
    if sentences := problems.sentences():
        raise StationError("\n".join(sentences))
    return settings(**values)


# -- checks of single values -----------------------------------------------------------------------


def number(
    example: str, low: float, high: float = inf, *, above: bool = False, below: bool = False
) -> Check:
    """A number from `low` to `high`; `above` and `below` exclude the ends."""

    def wrong(value: object) -> str | None:
        if not is_number(value):
            return f"is {as_toml(value)}, not a number"
        found = cast(float, value)
        if found < low or (above and found == low):
            return f"is {as_toml(value)}, {'not above' if above else 'less than'} {low:g}"
        if found > high or (below and found == high):
            return f"is {as_toml(value)}, {'not below' if below else 'more than'} {high:g}"
        return None

    return Check(wrong, example)


def whole(example: str, low: int, high: float = inf) -> Check:
    """A whole number from `low` to `high`."""

    def wrong(value: object) -> str | None:
        if isinstance(value, bool) or not isinstance(value, int):
            return f"is {as_toml(value)}, not a whole number"
        return in_range(value)

    in_range = number(example, low, high).wrong
    return Check(wrong, example)


def switch(example: str) -> Check:
    """True or false."""
    return Check(lambda value: None if isinstance(value, bool) else f"is {as_toml(value)}", example)


def one_of(key: str, choices: type[StrEnum]) -> Check:
    """One of the words of an enumeration."""
    *others, last = [f'"{choice}"' for choice in choices]

    def wrong(value: object) -> str | None:
        return None if value in list(choices) else f"is {as_toml(value)}"

    return Check(wrong, f"{key} = {', '.join(others)} or {last}")


def is_number(value: object) -> bool:
    """Whether it is a finite number, and not a switch."""
    return isinstance(value, int | float) and not isinstance(value, bool) and isfinite(value)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """The end of a sentence about `word`: a full stop, or a guess."""
    close = get_close_matches(word, list(known), n=1)
    return f': did you mean "{close[0]}"?' if close else "."


def as_toml(value: object) -> str:
    """A value roughly as in the file, shortened."""
    match value:
        case bool():
            return str(value).lower()
        case str():
            return f'"{value}"'
        case dict():
            return "a table"
        case list():
            return "a list"
        case _:
            return str(value)


def toml_lines(values: Mapping[str, object]) -> str:
    """Flat values as TOML, one line each; None is left out."""
    return "".join(
        f"{key} = {toml_value(value)}\n" for key, value in values.items() if value is not None
    )


def toml_value(value: object) -> str:
    """A text, number, switch or list of them as TOML: JSON writes them the same way."""
    if isinstance(value, str) and "\n" in value:
        escaped = value.replace("\\", "\\\\").replace('"""', '\\"\\"\\"')
        return f'"""\n{escaped}"""'
    return json.dumps(value, ensure_ascii=False, allow_nan=False)
