import ast
import importlib.util
import re
import sys
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from station.app import language, words
from station.app.language import COMPLETE, Language, listed, marked, plural, tr, translated
from station.app.reading.overview import Badge, Mark, Standing
from station.app.viewing.display import CT_PRESETS
from station.errors import StationError
from station.pet import alignment, followup, image_quality
from station.pet.colormaps import LABELS
from station.pet.growing import GrowthRule
from station.pet.suv_rules import Source
from station.quality import header_checks, image_checks, organ_checks
from station.quality.examined import Line
from station.quality.measures.quantity import Subject
from station.quality.weights import GRADERS
from station.ui.actions import MENUS, TABLE
from station.ui.reading.wizard.cases import Use

ROOT = Path(__file__).resolve().parents[2]


def _tool() -> ModuleType:
    """packaging/languages.py; `packaging` itself is the name of a library."""
    spec = importlib.util.spec_from_file_location("languages", ROOT / "packaging/languages.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


languages: Any = _tool()
languages.messages = cache(languages.messages)  # the code does not change meanwhile


class Words:
    """A language of a few sentences."""

    def __init__(self, words: dict[Any, Any]) -> None:
        self._words = words

    def translate(
        self, context: str, source: str, /, disambiguation: str | None = None, n: int = -1
    ) -> str:
        found = self._words.get(source if disambiguation is None else (source, disambiguation), "")
        return found if isinstance(found, str) else found[0 if n == 1 else 1]


@pytest.fixture
def german() -> Iterator[None]:
    words: dict[Any, Any] = {
        "{name} has no CT.": "{name} hat kein CT.",
        "{count} cases": ("{count} Fall", "{count} Fälle"),
        ("Open", "a state"): "Offen",
        "SUV {value:.2f}": "SUV {value:.2f}",
        "Lesion at {place}": "Läsion bei {ort}",
        "Dark": "Dunkel",
        ("{others} or {final}", "a list"): "{others} oder {final}",
    }
    language.speak(Language.GERMAN, Words(words))
    yield
    language.speak(Language.ENGLISH, None)


def test_without_a_language_all_is_english():
    assert tr("{name} has no CT.", name="P1") == "P1 has no CT."
    assert plural(1, "{count} case", "{count} cases") == "1 case"
    assert plural(1234, "{count} case", "{count:,} cases") == "1,234 cases"
    assert translated(marked("Dark")) == "Dark"
    assert listed(["a", "b", "c"], "or") == "a, b or c"


@pytest.mark.usefixtures("german")
def test_a_sentence_is_translated_with_its_values():
    assert tr("{name} has no CT.", name="P1") == "P1 hat kein CT."
    assert translated("Dark") == "Dunkel"


@pytest.mark.usefixtures("german")
def test_the_number_chooses_the_form():
    assert plural(1, "{count} case", "{count} cases") == "1 Fall"
    assert plural(3, "{count} case", "{count} cases") == "3 Fälle"


@pytest.mark.usefixtures("german")
def test_a_comment_tells_two_meanings_apart():
    assert tr("Open", "a state") == "Offen"
    assert tr("Open") == "Open"


@pytest.mark.usefixtures("german")
def test_numbers_have_the_comma_and_texts_stay():
    assert tr("SUV {value:.2f}", value=3.456) == "SUV 3,46"
    assert tr("{name} has no CT.", name="1.2.840") == "1.2.840 hat kein CT."
    assert language.decimals("1,234.5") == "1\N{NO-BREAK SPACE}234,5"


@pytest.mark.usefixtures("german")
def test_a_translation_with_a_wrong_placeholder_gives_way_to_the_english():
    assert tr("Lesion at {place}", place="L 3") == "Lesion at L 3"


@pytest.mark.usefixtures("german")
def test_a_date_is_written_as_the_language_does():
    assert language.day(date(2024, 5, 31)) == "31.05.2024"


SHOWN_VALUES = (
    image_quality.Status,
    image_quality.Verdict,
    followup.Status,
    alignment.Verdict,
    GrowthRule,
    Source,
    Standing,
    Mark,
    Badge,
    Use,
    *(CT_PRESETS, LABELS.values()),
)


def test_every_value_that_is_shown_is_a_message():
    values = {str(value) for values in SHOWN_VALUES for value in values}
    assert values - words.SHOWN <= {"PET"}


def test_what_the_quality_panel_says_is_a_message():
    lines = [
        value
        for module in (header_checks, image_checks, organ_checks)
        for value in vars(module).values()
        if isinstance(value, Line)
    ]
    assert len(lines) > 15
    said = {line.name for line in lines}
    said |= {line.limits.source for line in lines}
    said |= {*map(str, Subject), *image_quality.GRADE_MEANS.values()}
    said |= {cause for card in GRADERS.cards() for cause in card.causes}
    assert said - words.SHOWN == set()


def test_an_unknown_language_is_refused_with_those_that_there_are():
    with pytest.raises(StationError, match='"fr" is not a language of Station'):
        language.language_named("fr")
    with pytest.raises(StationError, match="STATION_LANGUAGE"):
        language.chosen(Language.SYSTEM, {"STATION_LANGUAGE": "Klingon"})


def test_the_environment_goes_before_the_preference():
    environment = {"STATION_LANGUAGE": "ja_JP.UTF-8"}
    assert language.chosen(Language.GERMAN, environment) is Language.JAPANESE
    assert language.chosen(Language.GERMAN, {}) is Language.GERMAN


@pytest.mark.parametrize("name", languages.FORMS)
def test_every_placeholder_of_a_translation_is_that_of_its_english(name: str):
    assert not languages.faults(name)


@pytest.mark.parametrize("name", languages.FORMS)
def test_the_files_of_qt_linguist_hold_the_messages_of_the_code(name: str):
    text = languages.ts_file(name).read_text(encoding="utf-8")
    assert text == languages.as_ts(name, languages.translations_of(name)), (
        "Write them with `python packaging/languages.py update`, then `release`."
    )


@pytest.mark.parametrize("name", sorted(COMPLETE - {Language.ENGLISH}))
def test_a_complete_language_lacks_no_message(name: Language):
    assert [one.source for one in languages.missing(name) if one.comment != language.BELOW] == []


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("name", languages.FORMS)
def test_the_program_finds_the_translations_of_the_file(name: str):
    kept = languages.translations_of(name)
    known = languages.messages()
    language.install(Language(name))
    try:
        for id_, texts in list(kept.items())[:50]:
            message = known[id_]
            if not message.is_plural:
                assert translated(message.source, message.comment) == texts[0]
    finally:
        language.install(Language.ENGLISH)
    assert language.spoken() is Language.ENGLISH


# --- What is in the code --------------------------------------------------------------------------

SHOWING = {
    "QLabel",
    "QAction",
    "QPushButton",
    "QCheckBox",
    "QRadioButton",
    "QGroupBox",
    "setText",
    "setToolTip",
    "setWindowTitle",
    "setPlaceholderText",
    "setAccessibleName",
    "setAccessibleDescription",
    "addAction",
    "addMenu",
    "addTab",
    "new_label",
    "new_button",
    "say",
    "heading",
    "note",
    "tick",
}
"""Calls of which every literal with words is shown"""
NEVER = re.compile(r"[A-Z0-9<>/]+s?|[a-z-]+\d*|SUV\w*|https?:.*")
"""Abbreviations, and names of looks: the second argument of `new_label`"""


def test_every_literal_that_a_widget_shows_can_be_translated():
    unwrapped: list[str] = []
    for file in sorted((ROOT / "station/ui").rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            if name not in SHOWING:
                continue
            unwrapped += [
                f"{file.relative_to(ROOT)}:{argument.lineno}: {argument.value}"
                for argument in node.args
                if isinstance(argument, ast.Constant)
                and isinstance(argument.value, str)
                and re.search("[A-Za-z]{2}", argument.value)
                and not NEVER.fullmatch(argument.value)
            ]
    assert unwrapped == []


def test_every_text_of_the_table_of_actions_is_a_message():
    known = {message.source for message in languages.messages().values()}
    texts = set(MENUS)
    for entry in TABLE:
        texts |= {entry.text, entry.menu, entry.submenu, entry.tool}
    plain = {text for text in texts if re.search("[a-z]{2}", text) and text not in known}
    assert {text for text in plain if " HU)" not in text} <= {"VOI", "SUVpeak", "SUVmax"}


def test_junk_among_translations_costs_its_own_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    kept: dict[str, list[str]] = {}
    monkeypatch.setattr(languages, "write", lambda _, given: kept.update(given))
    message = next(one for one in languages.messages().values() if one.source == "no date")
    file = tmp_path / "lines.jsonl"
    file.write_text(
        "junk\n"
        '{"id": 3}\n'
        f'{{"id": "{message.id}", "translation": "{{falsch}}"}}\n'
        f'{{"id": "{message.id}", "translation": "kein Datum"}}\n',
        encoding="utf-8",
    )
    assert languages.take("de", file) == 3
    assert kept[message.id] == ["kein Datum"]
    said = capsys.readouterr().err.splitlines()
    assert [line.split(":")[1] for line in said] == ["1", "2", "3"]
