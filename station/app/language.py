"""In which language the windows speak, and how numbers are written there.

Every sentence is written in English where it is used: `tr("No study is open.")`, with named values
`tr("{name} has no CT.", name=…)`, with a number of things `plural(n, "{count} case", "{count}
cases")`. A text in a table that is made at import is `marked("…")` there and `translated(…)` where
it is shown. `packaging/languages.py` finds these calls, so that their first argument is a literal.

Until `install` is called, in the command line and in processes without a window, all is English.
"""

import os
import re
from collections.abc import Generator, Iterable, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime
from enum import StrEnum
from functools import lru_cache
from string import Formatter
from typing import TYPE_CHECKING, Any, LiteralString, Protocol

from station.errors import StationError
from station.installed import resource
from station.pet import words as english

if TYPE_CHECKING:
    from PySide6.QtCore import QTranslator

CONTEXT = "Station"
"""Of every message in the files of Qt Linguist: the same English is the same message, unless a
comment tells two apart"""
BELOW = "below"
"""Comment of the sentences of the layers below, which are templates"""
VARIABLE = "STATION_LANGUAGE"


class Language(StrEnum):
    """What a reader chooses."""

    SYSTEM = "system"
    ENGLISH = "en"
    GERMAN = "de"
    JAPANESE = "ja"


NAMES = {Language.ENGLISH: "English", Language.GERMAN: "Deutsch", Language.JAPANESE: "日本語"}
"""In themselves"""
COMPLETE: frozenset[Language] = frozenset({Language.ENGLISH, Language.GERMAN, Language.JAPANESE})
"""Those that are taken because the system speaks them; tests/app/test_language.py sees that no
message of theirs is missing"""


class Translator(Protocol):
    """What Qt's `QTranslator` does."""

    def translate(
        self, context: str, source: str, /, disambiguation: str | None = None, n: int = -1
    ) -> str | None: ...


class _Spoken:
    """The one language that the windows speak now."""

    def __init__(self) -> None:
        self.language = Language.ENGLISH
        self.translator: Translator | None = None
        self.comma = False
        self.installed: tuple[QTranslator, ...] = ()


_spoken = _Spoken()
_kept = ContextVar("kept", default=False)


@contextmanager
def kept() -> Generator[None]:
    """For what is stored, exported or sent: inside, in this thread, all is English.

    The words of a file do not change with the language of the window that wrote it.
    """
    token = _kept.set(True)
    try:
        yield
    finally:
        _kept.reset(token)


def _translator() -> Translator | None:
    return None if _kept.get() else _spoken.translator


def has_comma() -> bool:
    """Whether numbers are written with a comma before their decimals here."""
    return _spoken.comma and not _kept.get()


# --- Words ---------------------------------------------------------------------------------------


def tr(source: LiteralString, comment: LiteralString = "", /, **values: object) -> str:
    """The sentence in the language of the window, its `{names}` replaced by the values.

    `comment` tells a translator which of two meanings this is.
    """
    text = _found(source, comment)
    if not values:
        return text
    return _filled(text, source, {name: _as_shown(value) for name, value in values.items()})


def _as_shown(value: object) -> object:
    """A value of a sentence that is a sentence itself, in the same language."""
    if isinstance(value, str) and value.endswith((".", "?", "!")) and " " in value:
        return translated(value)
    return value


def plural(count: int, one: LiteralString, many: LiteralString, /, **values: object) -> str:
    """`one` or `many` in English; in other languages the form that the number has there.

    `{count}` is the number.
    """
    text = source = one if count == 1 else many
    translator = _translator()
    if translator is not None:
        text = translator.translate(CONTEXT, many, None, count) or source
    return _filled(text, source, {"count": count, **values})


def marked(text: LiteralString, comment: LiteralString = "") -> str:
    """A message that is shown elsewhere, by `translated`: this is only its English."""
    return text


def translated(text: str, comment: str = "") -> str:
    """A text that is `marked` where it was made, or sentences of the layers below; any other text
    stays as it is."""
    if not text or _translator() is None:
        return text
    found = _found(text, comment)
    return _told(text, _spoken.language) if found == text else found


@lru_cache(512)
def _told(text: str, _: Language) -> str:
    from station.app.sentences import said

    return said(text, _sentence)


def _sentence(source: str, values: Mapping[str, str]) -> str | None:
    """The sentence of a template of `station.app.sentences`; None where it is not translated."""
    text = _found(source, BELOW)
    if text == source:
        return None
    shown = {
        name: decimals(value) if _NUMBER.fullmatch(value) else _found(value, "")
        for name, value in values.items()
    }
    return _filled(text, source, shown)


def listed(names: Iterable[object], last: LiteralString = "and") -> str:
    """`a, b and c`, or with `last` "or"."""
    if _translator() is None:
        return english.listed(names, last)
    *others, final = map(str, names)
    if not others:
        return final
    comma = tr(", ", "between the things of a list")
    if last == "or":
        return tr("{others} or {final}", "a list", others=comma.join(others), final=final)
    return tr("{others} and {final}", "a list", others=comma.join(others), final=final)


def _found(source: str, comment: str) -> str:
    translator = _translator()
    if translator is None:
        return source
    return translator.translate(CONTEXT, source, comment or None) or source


def _filled(text: str, source: str, values: Mapping[str, Any]) -> str:
    """A translation whose placeholders are wrong is worth less than the English."""
    filled = _WITH_COMMA.vformat if has_comma() else _WITH_POINT.vformat
    try:
        return filled(text, (), values)
    except (LookupError, ValueError, AttributeError):
        return filled(source, (), values)


# --- Numbers and dates ---------------------------------------------------------------------------

_POINT = re.compile(r"(?<=\d)\.(?=\d)")
_NUMBER = re.compile(r"[-−]?\d[\d,]*(\.\d+)?")
_GROUPS = re.compile(r"(?<=\d),(?=\d{3})")


class _WithComma(Formatter):
    """Numbers with a fraction have the comma; texts are as they are."""

    def format_field(self, value: Any, format_spec: str) -> str:
        text = super().format_field(value, format_spec)
        return decimals(text) if isinstance(value, float) else text


_WITH_POINT, _WITH_COMMA = Formatter(), _WithComma()


def decimals(number: str) -> str:
    """A text with numbers such as `1,234.5`, with the signs of the language, for people only.

    Not for one with names, versions or UIDs in it: their points are not those of numbers.
    """
    if not has_comma():
        return number
    return _POINT.sub(",", _GROUPS.sub("\N{NO-BREAK SPACE}", number))


_DAYS = {Language.GERMAN: "dd.MM.yyyy", Language.JAPANESE: "yyyy/MM/dd"}


def day(when: date | datetime) -> str:
    """A date as the language writes it; in English as DICOM's people do, 2024-05-31."""
    words = (("yyyy", f"{when.year:04}"), ("MM", f"{when.month:02}"), ("dd", f"{when.day:02}"))
    written = day_format()
    for part, number in words:
        written = written.replace(part, number)
    return written


def day_format() -> str:
    """How the language writes a date, in the letters of Qt's date fields."""
    return _DAYS.get(spoken(), "yyyy-MM-dd")


def day_or_none(when: date | None) -> str:
    return tr("no date") if when is None else day(when)


def minute(when: datetime) -> str:
    """Day and time of day."""
    return f"{day(when)} {when:%H:%M}"


def long_day(when: date | datetime) -> str:
    """A date with its weekday: Friday 31 May 2024."""
    if _spoken.language is Language.ENGLISH:
        return f"{when:%A} {when.day} {when:%B} {when.year}"
    from PySide6.QtCore import QDate, QLocale

    day_ = QDate(when.year, when.month, when.day)
    return QLocale(str(_spoken.language)).toString(day_, QLocale.FormatType.LongFormat)


# --- Which ---------------------------------------------------------------------------------------


def language_named(value: object) -> Language:
    """StationError with those that there are."""
    text = str(value).strip().lower().partition("_")[0].partition("-")[0]
    by_name = {name.lower(): language for language, name in NAMES.items()}
    try:
        return by_name.get(text) or Language(text)
    except ValueError:
        raise StationError(
            f'"{value}" is not a language of Station. Use {english.listed(Language, "or")}.'
        ) from None


def chosen(preferred: Language, environment: Mapping[str, str] = os.environ) -> Language:
    """The language to speak: that of the environment, else the reader's own, else the system's if
    it is complete, else English. StationError where the environment names none."""
    named = environment.get(VARIABLE, "").strip()
    wanted = preferred
    if named:
        try:
            wanted = language_named(named)
        except StationError as error:
            raise StationError(f"{VARIABLE}: {error}") from None
    if wanted is not Language.SYSTEM:
        return wanted
    for language in map(Language, sorted(COMPLETE)):
        if language == _of_system():
            return language
    return Language.ENGLISH


def _of_system() -> str:
    from PySide6.QtCore import QLocale

    languages = QLocale.system().uiLanguages()
    return languages[0].partition("-")[0] if languages else ""


def spoken() -> Language:
    return Language.ENGLISH if _kept.get() else _spoken.language


def install(language: Language) -> None:
    """Speak this language from now on: what is shown later, Qt's own dialogs and number fields.

    What is on the screen stays as it is. StationError where its file is missing.
    """
    from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

    own: QTranslator | None = None
    qt: tuple[QTranslator, ...] = ()
    if language not in (Language.ENGLISH, Language.SYSTEM):
        own, file = QTranslator(), resource("languages", f"station_{language}.qm")
        if not own.load(str(file)):
            raise StationError(f"{file} cannot be read. Install Station again.")
        of_qt = QTranslator()
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        qt = (of_qt,) if of_qt.load(f"qtbase_{language}", folder) else ()
    for old in _spoken.installed:
        QCoreApplication.removeTranslator(old)
    for new in qt:
        QCoreApplication.installTranslator(new)
    _spoken.installed = qt
    locale = QLocale(str(language))
    locale.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)
    QLocale.setDefault(QLocale.system() if own is None else locale)
    speak(language, own)


def speak(language: Language, translator: Translator | None) -> None:
    """Take the words from this translator, without Qt's own; tests and pictures use it."""
    _told.cache_clear()
    _spoken.language = language
    _spoken.translator = translator
    _spoken.comma = language is Language.GERMAN
