"""Names of people, cases and studies as they are compared: by what somebody sees.

The same name is typed in many ways: letters composed or decomposed, two blanks for one, an
invisible character that a spreadsheet left. `tidy` makes them one. Names that differ and still look
the same (letter case, letters of another alphabet) are `twins`: nobody can say whether they are one
person, so whoever takes names in asks or refuses.
"""

import unicodedata
from collections.abc import Iterable
from itertools import groupby

LOOK_ALIKES = str.maketrans(
    "АВЕЅІЈКМНОРСТУХасеѕіјорухѵԁԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧοιν",
    "ABESIJKMHOPCTYXacesijopyxvdqwABEZHIKMNOPTYXoiv",
)
"""Cyrillic and Greek letters drawn as Latin ones, after the confusables of Unicode TR 39"""


def tidy(name: str) -> str:
    """The name in Unicode's composed form, without invisible characters, with single blanks."""
    composed = unicodedata.normalize("NFC", name)
    visible = "".join(sign for sign in composed if unicodedata.category(sign) != "Cf")
    return " ".join(visible.split())


def look(name: str) -> str:
    """A key that names which look the same share; it is shown to nobody."""
    return unicodedata.normalize("NFKC", tidy(name)).translate(LOOK_ALIKES).casefold()


def twins(names: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    """Groups of different names that look the same, each in order; empty where there are none."""
    different = sorted({tidy(name) for name in names}, key=lambda name: (look(name), name))
    groups = (tuple(group) for _, group in groupby(different, key=look))
    return tuple(group for group in groups if len(group) > 1)


def twins_refusal(what: str, names: Iterable[str]) -> str | None:
    """Why names cannot be told apart, as a sentence; None where all can. `what`: "readers" …"""
    groups = twins(names)
    if not groups:
        return None
    listed = "; ".join(" and ".join(f'"{name}"' for name in group) for group in groups)
    return f"These {what} look the same: {listed}. Write one person or case in one way only."
