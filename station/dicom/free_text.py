"""Text that people typed, as a value that DICOM can hold (PS3.5, 6.2).

In most representations a backslash separates values, and control characters change the character
set or are forbidden; each representation has a greatest length.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType

LONGEST: Mapping[str, int] = MappingProxyType(
    {"SH": 16, "LO": 64, "PN": 64, "ST": 1024, "LT": 10240, "UC": 2**32 - 2, "UT": 2**32 - 2}
)
"""Characters of a value; of a person's name, of each of its component groups"""

ONE_VALUE = frozenset({"ST", "LT", "UT"})
"""Representations that never hold several values, so that a backslash is a character"""

UNNAMED = "VOI"
"""What is written where a VOI must have a name and nothing is left of it"""

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")


def free_text(text: str, vr: str) -> str:
    """`text` as one value of that representation; a value that was too long ends in "...".

    A backslash becomes a slash where it would separate values; control characters and lines become
    blanks.
    """
    plain = text.encode("utf-8", "replace").decode("utf-8")  # half a surrogate pair is no character
    if vr not in ONE_VALUE:
        plain = plain.replace("\\", "/")
    plain = " ".join(_CONTROL.sub(" ", plain).split())
    longest = LONGEST[vr]
    return plain if len(plain) <= longest else f"{plain[: longest - 3].rstrip()}..."


def person_name(text: str) -> str:
    """A name that a person typed, as DICOM's PN: `Ito, Ken` is family and given name."""
    plain = free_text(text.translate(dict.fromkeys(map(ord, "^=\\"), " ")), "PN")
    if not plain:
        raise ValueError("an export needs the name of the reader")
    family, _, given = plain[: LONGEST["PN"] - 1].partition(", ")
    return f"{family}^{given}"
