"""Foci that a reader marks in a blinded image, and how an answer holds them.

The answer to a question about foci is a text: a JSON list, a focus each: its place in patient mm,
how sure the reader is (1 to 5), and where in the body it is. An empty list says that nothing was
marked.
"""

import json
import re
from dataclasses import dataclass
from math import dist, isfinite
from typing import Any, cast

from station.reading.protocol import SCORES

PREFIX = "marks."
"""Begins the id of a question about foci; no criterion's id can hold a dot"""
MOST_MARKS = 200
LONGEST_SITE = 80
FARTHEST_MM = 1e4
DECIMALS = 2
"""Of a position in mm"""
SAME_MARK_MM = 5.0
"""A mark so close to another of one's own changes that one"""
HALF = re.compile("[\ud800-\udfff]")
"""Half of a character, which no file can hold"""
NOTHING = "[]"
"""The answer that nothing was marked"""

Point = tuple[float, float, float]


@dataclass(frozen=True)
class Mark:
    position_mm: Point
    confidence: int
    """1 to 5"""
    site: str = ""
    """Empty: not said yet"""


def question_id(criterion_id: str) -> str:
    return PREFIX + criterion_id


def criterion_id(question: str) -> str:
    """The inverse of `question_id`."""
    return question.removeprefix(PREFIX)


def is_marks(question: str) -> bool:
    """Whether the question with this id is about foci."""
    return question.startswith(PREFIX)


def as_text(marks: tuple[Mark, ...]) -> str:
    """The answer."""
    rows = [
        [*(round(value, DECIMALS) for value in mark.position_mm), mark.confidence, mark.site]
        for mark in marks
    ]
    return json.dumps(rows, ensure_ascii=True, separators=(",", ":"))


def marks_of(text: str) -> tuple[Mark, ...]:
    """The inverse of `as_text`. Raises ValueError of anything else."""
    try:
        rows = json.loads(text)
    except (ValueError, RecursionError):
        raise ValueError("not a list of foci") from None
    if not isinstance(rows, list) or len(cast(list[Any], rows)) > MOST_MARKS:
        raise ValueError(f"not a list of up to {MOST_MARKS} foci")
    return tuple(_mark(row) for row in cast(list[Any], rows))


def _mark(row: Any) -> Mark:
    if not isinstance(row, list) or len(cast(list[Any], row)) != 5:
        raise ValueError("a focus has a place, a confidence and a site")
    *place, confidence, site = cast(list[Any], row)
    for value in place:
        number = isinstance(value, int | float) and not isinstance(value, bool)
        if not number or not isfinite(value) or abs(value) > FARTHEST_MM:
            raise ValueError("a place is three numbers in mm")
    if isinstance(confidence, bool) or not isinstance(confidence, int) or confidence not in SCORES:
        raise ValueError(f"a confidence is {SCORES[0]} to {SCORES[-1]}")
    if not isinstance(site, str) or len(site) > LONGEST_SITE or HALF.search(site):
        raise ValueError(f"a site is a text of up to {LONGEST_SITE} characters")
    x, y, z = (float(value) for value in place)
    return Mark((x, y, z), confidence, site)


def is_complete(text: str) -> bool:
    """Whether every focus has its site."""
    return all(mark.site for mark in marks_of(text))


def with_mark(text: str, position_mm: Point, confidence: int, site: str) -> str:
    """The answer with another focus, or another confidence of the one that is already there."""
    marks = list(marks_of(text))
    for number, mark in enumerate(marks):
        if dist(mark.position_mm, position_mm) <= SAME_MARK_MM:
            marks[number] = Mark(mark.position_mm, confidence, mark.site or site)
            return as_text(tuple(marks))
    return as_text((*marks, Mark(position_mm, confidence, site)))


def without_mark(text: str, number: int) -> str:
    """The answer without the focus of this place in the list."""
    marks = marks_of(text)
    return as_text((*marks[:number], *marks[number + 1 :]))


def with_site(text: str, number: int, site: str) -> str:
    """The answer with the site of the focus of this place in the list."""
    marks = list(marks_of(text))
    marks[number] = Mark(marks[number].position_mm, marks[number].confidence, site)
    return as_text(tuple(marks))
