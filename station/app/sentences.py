"""Sentences of the layers below, made in English with their values in them, in another language.

No language is known where a `StationError` or a check of the quality panel is made, and many of
these texts go into files as they are. So the window recognises them: `packaging/languages.py` lists
the sentences of the code below `station/app` as templates, such as `{label} has no slice {n}.`; a
text that fits one is that sentence, and what is in the places of its names are its values.
"""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from string import Formatter

from station.installed import resource

FILE = "sentences.json"
"""In `resources/languages`: the templates, a list"""
LONGEST = 4000
"""Letters of a text that is looked at; longer ones are documents"""
Tell = Callable[[str, dict[str, str]], str | None]
"""A template and its values in another language, where it is translated"""
_ENDS = re.compile(r"(?<=[.!?])\s+")


@dataclass(frozen=True, eq=False)
class Template:
    """One sentence, or several that are always said together."""

    source: str
    head: str
    tail: str
    """Its words before the first value and after the last"""
    words: int
    """Letters of its own"""
    ends: int
    """Ends of sentences among its own words, but for the last"""
    names: tuple[str, ...]
    pattern: re.Pattern[str]

    def values_in(self, text: str, ends: int) -> dict[str, str] | None:
        """The values, if the text, which is `ends` + 1 sentences, is this one: no value hides the
        end of one sentence and the beginning of the next."""
        if ends != self.ends or not (text.startswith(self.head) and text.endswith(self.tail)):
            return None
        found = self.pattern.fullmatch(text)
        return None if found is None else dict(zip(self.names, found.groups(), strict=True))


def template_of(source: str) -> Template:
    texts: list[str] = []
    names: list[str] = []
    pattern = pending = ""
    for text, name, _, _ in Formatter().parse(source):
        pending += text
        pattern += re.escape(text)
        if name is not None:
            texts.append(pending)
            names.append(name)
            pattern += "(.*?)"
            pending = ""
    texts.append(pending)
    return Template(
        source,
        texts[0],
        texts[-1],
        sum(map(len, texts)),
        len(_ENDS.findall("_".join(texts))),
        tuple(names),
        re.compile(pattern, re.DOTALL),
    )


@cache
def templates() -> tuple[Template, ...]:
    """Those of the code, the ones with the most words first."""
    listed = json.loads(resource("languages", FILE).read_text(encoding="utf-8"))
    return tuple(sorted(map(template_of, listed), key=lambda one: -one.words))


def said(text: str, tell: Tell) -> str:
    """The text with every sentence in it that is known told by `tell(template, values)`; where that
    has none, or none fits, it stays as it is."""
    if len(text) > LONGEST or " " not in text.strip():
        return text
    ends = [match.span() for match in _ENDS.finditer(text)]
    starts = [0, *(end for _, end in ends)]
    stops = [*(start for start, _ in ends), len(text)]
    parts: list[str] = []
    at = 0
    while at < len(starts):
        # As many sentences together as a template holds; else this one stays.
        for last in range(len(stops) - 1, at - 1, -1):
            told = _told(text[starts[at] : stops[last]], last - at, tell)
            if told is not None:
                break
        else:
            last, told = at, text[starts[at] : stops[at]]
        parts += [told, text[stops[last] : starts[last + 1]] if last + 1 < len(starts) else ""]
        at = last + 1
    return "".join(_joined(parts))


def _told(sentence: str, ends: int, tell: Tell) -> str | None:
    for template in templates():
        values = template.values_in(sentence, ends)
        if values is not None and (told := tell(template.source, values)) is not None:
            return told
    return None


def _joined(parts: list[str]) -> Iterator[str]:
    """Japanese sentences follow each other without a space."""
    for before, part in pairwise(["", *parts]):
        if not (part.isspace() and before[-1:] > "\N{IDEOGRAPHIC SPACE}"):
            yield part
