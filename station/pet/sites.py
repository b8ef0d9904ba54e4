"""The VOIs of a reading: where they belong, and how many lesions of what tissue it allows.

A site list is a TOML file such as `resources/protocols/reference-tissues.toml`; what is wrong in
one is said with the line it stands in.
"""

import re
import tomllib
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from enum import StrEnum
from functools import partial
from math import isfinite
from pathlib import Path
from typing import Any, cast

from station.errors import StationError
from station.pet.voi import Voi

VOLUME_LIMITS_ML = (0.01, 2000.0)
"""A sphere of 1.3 mm radius, smaller than any PET voxel, to one that holds a whole liver"""

LARGEST_FILE_BYTES = 256 << 10


class SiteKind(StrEnum):
    REFERENCE = "reference"
    """A reference tissue of the protocol"""
    LESION = "lesion"
    FREE = "free"
    """Neither: something a reader wanted to know"""


@dataclass(frozen=True)
class PlacedVoi:
    """A VOI that a reader placed. A change makes another one with the same id."""

    id: str
    name: str
    """As the table shows it: "Liver", "Lesion 1" """
    shape: Voi
    kind: SiteKind
    site: str | None = None
    """Of a reference tissue its site's id in the protocol, such as "liver" """
    tissue: str | None = None
    """Tissue type of a lesion, such as "lymph node" """
    colour: str = "#e8792b"
    hidden: bool = False
    override: str | None = None
    """Why the protocol's limits were set aside for this lesion"""


@dataclass(frozen=True)
class Site:
    """A reference tissue, and the sphere that is placed in it."""

    id: str
    name: str
    volume_ml: float
    hint: str = ""
    """One line: where to place it"""


@dataclass(frozen=True)
class LesionRules:
    volume_ml: float
    """Of the sphere that is offered first"""
    at_most: int
    """Lesions a patient"""
    at_most_per_tissue: int
    tissues: tuple[str, ...]
    """Tissue types a lesion can have, in the order they are offered"""


@dataclass(frozen=True)
class SiteList:
    name: str
    sites: tuple[Site, ...]
    """In the order they are placed"""
    lesions: LesionRules
    default_volume_ml: float
    """Of a VOI that is neither a site nor a lesion"""
    ratio_to: str | None = None
    """Id of the site that ratios are taken to"""

    @property
    def tissues(self) -> tuple[str, ...]:
        return self.lesions.tissues

    def find(self, site_id: str) -> Site | None:
        return next((site for site in self.sites if site.id == site_id), None)


def missing_sites(vois: Iterable[PlacedVoi], sites: SiteList) -> tuple[Site, ...]:
    """The reference tissues that are still to be placed, in their order."""
    placed = {voi.site for voi in vois if voi.kind is SiteKind.REFERENCE}
    return tuple(site for site in sites.sites if site.id not in placed)


def lesion_refusal(
    vois: Iterable[PlacedVoi], tissue: str, rules: LesionRules, override: str | None = None
) -> str | None:
    """The sentence with the rule that forbids one more lesion of `tissue`; None: it is allowed.

    `override` is the reader's reason to set the rule aside. An unknown tissue type has no override:
    the counts would no longer say what they seem to.
    """
    if tissue not in rules.tissues:
        guess = _did_you_mean(tissue, rules.tissues)
        return (
            f'"{tissue}" is not a tissue type of this protocol{guess} '
            f"The types are: {', '.join(rules.tissues)}."
        )
    if override is not None and override.strip():
        return None
    found = Counter(voi.tissue for voi in vois if voi.kind is SiteKind.LESION)
    if found.total() >= rules.at_most:
        return (
            f"The protocol allows at most {_count(rules.at_most, 'lesion')} a patient, and "
            f"{found.total()} are placed. Delete one, or give a reason to measure more."
        )
    if found[tissue] >= rules.at_most_per_tissue:
        return (
            f"The protocol allows at most {_count(rules.at_most_per_tissue, 'lesion')} of one "
            f'tissue type, and {found[tissue]} of type "{tissue}" are placed. Delete one, or give '
            f"a reason to measure more."
        )
    return None


# -- reading a site list ---------------------------------------------------------------------------


def load_site_list(path: Path) -> SiteList:
    """The site list in a TOML file. Raises StationError with all that is wrong, a line each."""
    sites, problems = _read(path)
    if sites is None:
        raise StationError("\n".join(problems))
    return sites


def check_site_list(path: Path) -> tuple[str, ...]:
    """All that is wrong in a site list, a sentence each, in the order of its lines; none: fine."""
    return _read(path)[1]


def _read(path: Path) -> tuple[SiteList | None, tuple[str, ...]]:
    """The site list, or None and the sentences that say why not."""
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST_FILE_BYTES + 1)
    except OSError as error:
        return None, (f"{path} cannot be read: {error.strerror}. Check the path.",)
    if len(content) > LARGEST_FILE_BYTES:
        return None, (f"{path} is larger than 256 KB; it cannot be a site list. Check the path.",)
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        return None, (f"{path}, line {line}: this is not UTF-8 text. Save the file as UTF-8.",)
    try:
        document = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return None, (_syntax_sentence(path, text, error),)
    except RecursionError:
        return None, (f"{path}: brackets are nested too deep for a site list. Check the path.",)
    problems = _Problems(path, _lines_of_keys(text))
    sites = _site_list(_Table(document, (), problems, "the file"), problems)
    told = problems.sentences()
    return (None if told else sites), told


def _syntax_sentence(path: Path, text: str, error: tomllib.TOMLDecodeError) -> str:
    """tomllib's own words, with the line in front."""
    words = str(error)
    place = re.search(r" \(at (?:line (\d+), column (\d+)|end of document)\)$", words)
    if place is None:
        return f"{path}: {words}. Correct the TOML syntax."
    line, column = place[1] or text.count("\n") + 1, place[2]
    where = f"line {line}" + (f", column {column}" if column else "")
    return f"{path}, {where}: {words[: place.start()]}. Correct the TOML syntax there."


CLOSING = ("]", "}", '"""', "'''")
"""One of these ends a statement of several lines"""

KeyPath = tuple[str | int, ...]
"""Where a value stands: `("site", 2, "volume_ml")`"""


def _lines_of_keys(text: str) -> dict[KeyPath, int]:
    """The line, from 1, of every table and key; of keys in inline tables the statement's first.

    tomllib tells no lines. But each statement is TOML by itself, and the lines of an unfinished one
    (an array over several lines) are not: so statements are told apart. `text` is sound TOML.
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
class _Problems:
    """What is wrong, each with its line."""

    path: Path
    lines: Mapping[KeyPath, int]
    _found: list[tuple[int, str]] = field(default_factory=list[tuple[int, str]])

    def line(self, where: KeyPath) -> int:
        """Of a key, or of the table it should stand in."""
        while where and where not in self.lines:
            where = where[:-1]
        return self.lines.get(where, 1)

    def add(self, where: KeyPath, sentence: str) -> None:
        self._found.append((self.line(where), sentence))

    def sentences(self) -> tuple[str, ...]:
        ordered = sorted(self._found, key=lambda found: found[0])
        return tuple(f"{self.path}, line {line}: {sentence}" for line, sentence in ordered)


class _Table:
    """A table of the file: hands out each key's value checked, and says which keys nobody knows."""

    def __init__(
        self, values: Mapping[str, object], where: KeyPath, problems: _Problems, called: str
    ) -> None:
        self.values = values
        self.where = where
        self.problems = problems
        self.called = called
        self.known: list[str] = []

    def take(self, key: str, check: "Check", required: bool = True) -> Any:
        """The value, or None where it is missing or wrong; that has then been noted."""
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
        """Call it when every known key has been taken."""
        for key in self.values.keys() - set(self.known):
            self.problems.add(
                (*self.where, key),
                f'"{key}" is not a key of {self.called}{_did_you_mean(key, self.known)} '
                f"The keys are: {', '.join(self.known)}.",
            )


@dataclass(frozen=True)
class Check:
    """What a key's value must be. `wrong` gives the words that follow the key, or None."""

    wrong: Callable[[object], str | None]
    example: str
    """As it would stand in the file"""


def _wrong_text(value: object) -> str | None:
    if not isinstance(value, str):
        return f"is {_toml(value)}, not a text in quotation marks"
    return None if value.strip() and value.isprintable() else "is not one line of text"


def _wrong_id(value: object) -> str | None:
    if (wrong := _wrong_text(value)) is not None:
        return wrong
    if re.fullmatch(r"[a-z][a-z0-9_]*", str(value)):
        return None
    return f"is {_toml(value)}; an id is made of small letters, digits and _"


def _wrong_volume(value: object) -> str | None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return f"is {_toml(value)}, not a number"
    low, high = VOLUME_LIMITS_ML
    if not isfinite(value) or not low <= value <= high:
        return f"is {value:g} mL; a VOI has {low:g} to {high:g} mL"
    return None


def _wrong_count(value: object) -> str | None:
    if isinstance(value, bool) or not isinstance(value, int):
        return f"is {_toml(value)}, not a whole number"
    return None if value >= 0 else f"is {value}, less than 0"


def _wrong_texts(value: object) -> str | None:
    if not isinstance(value, list):
        return f"is {_toml(value)}, not a list of texts"
    texts = cast(list[object], value)
    for text in texts:
        if (wrong := _wrong_text(text)) is not None:
            return f"has an entry that {wrong}"
    for text, count in Counter(cast(list[str], texts)).items():
        if count > 1:
            return f'has "{text}" {count} times'
    return None if texts else "is empty"


def _wrong_tables(value: object) -> str | None:
    tables = cast(list[object], value) if isinstance(value, list) else [None]
    if not all(isinstance(table, dict) for table in tables):
        return "is not made of tables"
    return None if tables else "is empty"


def _wrong_table(value: object) -> str | None:
    return None if isinstance(value, dict) else f"is {_toml(value)}, not a table"


TEXT = partial(Check, _wrong_text)
VOLUME = Check(_wrong_volume, "volume_ml = 0.5")


def _site_list(table: _Table, problems: _Problems) -> SiteList | None:
    """The checked list; None, or a list not to be used, where a problem was noted."""
    name = table.take("name", TEXT('name = "…"'))
    volume_ml = table.take("default_volume_ml", Check(_wrong_volume, "default_volume_ml = 0.5"))
    ratio_to = table.take("ratio_to", TEXT('ratio_to = "aortic_arch"'), required=False)
    items = table.take("site", Check(_wrong_tables, "[[site]] above each site's keys"))
    rules = table.take("lesions", Check(_wrong_table, "[lesions] above its keys"))
    table.refuse_unknown()
    sites = [
        _site(_Table(item, ("site", number), problems, f"site {number + 1}"))
        for number, item in enumerate(items or [])
    ]
    _refuse_repeats(sites, problems)
    ids = [site.id for site in sites if site is not None]
    if ratio_to is not None and ratio_to not in ids and None not in sites:
        problems.add(
            ("ratio_to",),
            f'ratio_to is "{ratio_to}", but no site has that id{_did_you_mean(ratio_to, ids)} '
            f"The ids are: {', '.join(ids)}.",
        )
    lesions = (
        None if rules is None else _lesion_rules(_Table(rules, ("lesions",), problems, "lesions"))
    )
    if name is None or volume_ml is None or lesions is None:
        return None
    known = tuple(site for site in sites if site is not None)
    return SiteList(name, known, lesions, float(volume_ml), ratio_to)


def _site(table: _Table) -> Site | None:
    id_ = table.take("id", Check(_wrong_id, 'id = "liver"'))
    name = table.take("name", TEXT('name = "Liver"'))
    volume_ml = table.take("volume_ml", VOLUME)
    hint = table.take("hint", TEXT('hint = "In the right lobe."'), required=False)
    table.refuse_unknown()
    if id_ is None or name is None or volume_ml is None:
        return None
    return Site(id_, name, float(volume_ml), hint or "")


def _refuse_repeats(sites: Sequence[Site | None], problems: _Problems) -> None:
    for key in ("id", "name"):
        first: dict[str, KeyPath] = {}
        for number, site in enumerate(sites):
            if site is None:
                continue
            value = getattr(site, key)
            where: KeyPath = ("site", number, key)
            if value in first:
                problems.add(
                    where,
                    f'the {key} "{value}" stands in line {problems.line(first[value])} already. '
                    f"Give each site its own.",
                )
            first.setdefault(value, where)


def _lesion_rules(table: _Table) -> LesionRules | None:
    volume_ml = table.take("volume_ml", VOLUME)
    at_most = table.take("at_most", Check(_wrong_count, "at_most = 5"))
    per_tissue = table.take("at_most_per_tissue", Check(_wrong_count, "at_most_per_tissue = 2"))
    tissues = table.take("tissues", Check(_wrong_texts, 'tissues = ["lung", "liver"]'))
    table.refuse_unknown()
    if volume_ml is None or at_most is None or per_tissue is None or tissues is None:
        return None
    return LesionRules(float(volume_ml), at_most, per_tissue, tuple(tissues))


def _did_you_mean(word: str, known: Iterable[str]) -> str:
    """The end of a sentence about `word`: a full stop, or a guess."""
    close = get_close_matches(word, list(known), n=1)
    return f': did you mean "{close[0]}"?' if close else "."


def _toml(value: object) -> str:
    """A value about as the file has it, short."""
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


def _count(number: int, thing: str) -> str:
    return f"{number} {thing}" + ("" if number == 1 else "s")
