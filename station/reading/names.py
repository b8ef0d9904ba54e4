"""Names of people, cases and studies as they are compared: by what somebody sees.

The same name is typed in many ways: letters composed or decomposed, two blanks for one, an
invisible character that a spreadsheet left. `tidy` makes them one. Names that differ and still look
the same (letter case, letters of another alphabet) are `twins`: nobody can say whether they are one
person, so whoever takes names in asks or refuses.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from itertools import groupby

LOOK_ALIKES = str.maketrans(
    "АВЕЅІЈКМНОРСТУХасеѕіјорухѵԁԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧοιν’‘ʼ´`−",
    "ABESIJKMHOPCTYXacesijopyxvdqwABEZHIKMNOPTYXoiv'''''-",
)
"""Cyrillic and Greek letters drawn as Latin ones, after the confusables of Unicode TR 39;
apostrophes, and the minus"""
INVISIBLE = re.compile("[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\uffa0]")
"""Letters and marks by their category, and still nothing is drawn"""
VARIANTS = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
WHOLE_NUMBER = re.compile(r"0*([0-9]+)(?:[.,]0+)?")


def tidy(name: str) -> str:
    """The name in Unicode's composed form, without invisible characters, with single blanks."""
    visible = "".join(sign for sign in name if unicodedata.category(sign) != "Cf")
    visible = INVISIBLE.sub("", visible)
    return " ".join(unicodedata.normalize("NFC", visible).split())


def look(name: str) -> str:
    """A key that names which look the same share; it is shown to nobody.

    Folded are letter case, letters of other alphabets, dashes, apostrophes, variants of one sign,
    and what spreadsheets do to whole numbers: "007", "7" and "7.0" are one.
    """
    plain = unicodedata.normalize("NFKC", tidy(name))
    plain = "".join(
        "-" if unicodedata.category(sign) == "Pd" else sign for sign in VARIANTS.sub("", plain)
    )
    if number := WHOLE_NUMBER.fullmatch(plain):
        plain = number[1]
    return plain.translate(LOOK_ALIKES).casefold()


def twins(
    names: Iterable[str], look_of: Callable[[str], str] = look
) -> tuple[tuple[str, ...], ...]:
    """Groups of different names that look the same, each in order; empty where there are none."""
    different = sorted({tidy(name) for name in names}, key=lambda name: (look_of(name), name))
    groups = (tuple(group) for _, group in groupby(different, key=look_of))
    return tuple(group for group in groups if len(group) > 1)


def twin_of(name: str, others: Iterable[str]) -> str | None:
    """The first of the others that looks like a name, or is the same; None where there is none."""
    return next((other for other in others if look(other) == look(name)), None)


def twins_refusal(
    what: str,
    names: Iterable[str],
    look_of: Callable[[str], str] = look,
    places: Mapping[str, str] | None = None,
) -> str | None:
    """Why names cannot be distinguished, as a sentence; None where all can be.

    `what`: "readers", "cases"…; `places`: where each name is, such as "line 3".
    """
    groups = twins(names, look_of)
    if not groups:
        return None

    def quoted(name: str) -> str:
        place = (places or {}).get(name)
        return f'"{name}"' + (f" ({place})" if place else "")

    listed = "; ".join(" and ".join(map(quoted, group)) for group in groups)
    return (
        f"These {what} look the same: {listed}. Write each name in one way only; where they are "
        "different, give them names that nobody can confuse."
    )


def opaque(password: str) -> str:
    """A password however its letters were typed: composed, every blank a space.

    RFC 8265, 4.2: the profile OpaqueString.
    """
    blanks = (" " if unicodedata.category(sign) == "Zs" else sign for sign in password)
    return unicodedata.normalize("NFC", "".join(blanks))
