"""Whether a study is what was looked for, whatever its server finds alike.

Servers differ in case, accents, the order of a name's words and what they ignore. Station asks for
what each of them understands, and looks through what they answer.
"""

import re
import unicodedata
from collections.abc import Iterable

from station.pacs import Query, RemoteStudy

BETWEEN_WORDS = re.compile(r"[\s^=,;]+")
WITHIN_WORDS = re.compile(r"[-'’.]+")
CONTROL = re.compile(r"[\x00-\x1f\x7f]")


def escaped(typed: str) -> str:
    """What was typed as a key: `*` and `?` are wildcards, the backslash would separate values."""
    return CONTROL.sub("", typed).strip().replace("\\", "?")


def spellings(name: str) -> list[str]:
    """Patterns that find a name at a server that distinguishes case; none where nothing is typed.

    They hold its longest word only: in which order a server has the others is not known.
    """
    word = max(_words(name), key=len, default="")
    if any(unicodedata.name(sign, "").startswith(("CJK", "HANGUL")) for sign in word):
        word = word[0]  # the rest may be in the next component of the name
    written = dict.fromkeys([word, word.upper(), word.title()])
    return [f"*{escaped(spelt).strip('*')}*" for spelt in written if spelt]


def in_ascii(pattern: str) -> str:
    """A pattern with a wildcard for what a server may not decode; it finds more."""
    return re.sub(r"\*+", "*", re.sub(r"[^\x00-\x7f]+", "*", pattern))


def is_case_blind(pattern: str, study: RemoteStudy) -> bool:
    """Whether a server that answers so need not be asked for other spellings."""
    return pattern.strip("*") not in study.patient_name


def word_patterns(name: str) -> dict[str, re.Pattern[str]]:
    """The words that are looked for → what a name's word has to match: a prefix is enough."""
    return {word: _pattern(f"{folded(word)}*") for word in _words(name)}


def matches(study: RemoteStudy, query: Query, words: Iterable[re.Pattern[str]]) -> bool:
    """Whether a study is looked for; where its server does not say, it is.

    `words`: those of `word_patterns` that its name has to have.
    """
    return (
        _fits(query.patient_id, study.patient_id)
        and _fits(query.accession, study.accession)
        and _fits(query.study_uid, study.study_uid)
        and not (study.date and query.since and study.date < query.since)
        and not (study.date and query.until and study.date > query.until)
        and has_modality(study, query)
        and _has_words(study.patient_name, words)
    )


def has_modality(study: RemoteStudy, query: Query) -> bool:
    """Whether a study has a series of the modality, as far as its server says."""
    return not study.modalities or any(_fits(query.modality, one) for one in study.modalities)


def folded(text: str) -> str:
    """Without case and accents, as names are compared."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


def _words(name: str) -> list[str]:
    return [word for word in BETWEEN_WORDS.split(CONTROL.sub("", name)) if word.strip("*?")]


def _has_words(name: str, patterns: Iterable[re.Pattern[str]]) -> bool:
    """Whether each pattern is one of a name's words, in any order and any of its groups."""
    groups = [folded(group) for group in name.split("=")]
    words = [word for group in groups for word in BETWEEN_WORDS.split(group)]
    pieces = [piece for word in words for piece in WITHIN_WORDS.split(word)]
    joined = ["".join(BETWEEN_WORDS.split(group)) for group in groups]
    candidates = {*words, *pieces, *joined}
    return all(any(pattern.fullmatch(word) for word in candidates) for pattern in patterns)


def _fits(typed: str, value: str) -> bool:
    typed = CONTROL.sub("", typed).strip()
    return not typed or not value or _pattern(folded(typed)).fullmatch(folded(value)) is not None


def _pattern(text: str) -> re.Pattern[str]:
    """`*` any text, `?` any sign; everything else is itself. PS3.4 C.2.2.2.4"""
    signs = {"*": ".*", "?": "."}
    text = re.sub(r"\*+", "*", text)
    return re.compile("".join(signs.get(sign) or re.escape(sign) for sign in text), re.DOTALL)
