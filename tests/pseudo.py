"""A language in which nothing is English: every message in brackets, with accents, 40 % longer."""

import re

ACCENTS = str.maketrans("aeiounAEIOUc", "àéîöüñÀÉÎÖÜç")
_KEPT = re.compile(r"(\{[^{}]*\}|<[^>]*>|&\w+;|\n|%\w)")
LONGER = 0.4
WORD = 14
"""Letters of the longest word that is added; lines are broken between words"""


class Pseudo:
    """Stands in for a `QTranslator`."""

    def translate(
        self, context: str, source: str, /, disambiguation: str | None = None, n: int = -1
    ) -> str:
        return pseudo(source)


def pseudo(source: str) -> str:
    """The message, recognisable as one that went through the translator."""
    parts = _KEPT.split(source)
    shown = "".join(part if at % 2 else part.translate(ACCENTS) for at, part in enumerate(parts))
    letters = sum(len(part) for part in parts[::2])
    head, tail = source[: len(source) - len(source.lstrip())], source[len(source.rstrip()) :]
    more = "~" * round(LONGER * letters)
    words = " ".join(more[at : at + WORD] for at in range(0, len(more), WORD))
    return f"{head}⟦{shown.strip()}{words}⟧{tail}"
