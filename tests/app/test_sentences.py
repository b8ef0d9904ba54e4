"""Sentences of the layers below, recognised by their wording and told in another language."""

from collections.abc import Iterator

import pytest

from station.app import language
from station.app.language import BELOW, Language, kept, tr, translated
from station.app.sentences import template_of, templates
from station.errors import StationError
from station.pet.inserts.planting import Kind, require_kind

SIZE = "An insert of {diameter_mm} mm cannot be made. Give {low} to {high} mm."
DAMAGED = "{path} is damaged."
KNOWN = {
    SIZE: "{low} bis {high} mm angeben: {diameter_mm} mm geht nicht.",
    "Give a tracer of the list.": "リストのトレーサを指定してください。",
    "{label} has no SUV: {reason} is missing.": "{label} hat kein SUV: {reason} fehlt.",
}


TEMPLATES = templates()


class Words:
    """Stands in for a `QTranslator`."""

    def translate(
        self, context: str, source: str, /, disambiguation: str | None = None, n: int = -1
    ) -> str:
        known = KNOWN if disambiguation == BELOW else {"Weight": "Gewicht"}
        return known.get(source, "")


@pytest.fixture(autouse=True)
def _german(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    listed = tuple(map(template_of, (*KNOWN, DAMAGED)))
    monkeypatch.setattr("station.app.sentences.templates", lambda: listed)
    language.speak(Language.GERMAN, Words())
    yield
    language.speak(Language.ENGLISH, None)


def test_an_error_from_below_is_told_with_its_own_values_and_the_signs_of_the_language() -> None:
    with pytest.raises(StationError) as refused:
        require_kind(Kind("liver", 2.5, 4.0))
    assert translated(str(refused.value)) == "4 bis 40 mm angeben: 2,5 mm geht nicht."


def test_words_of_the_program_among_the_values_are_translated_and_names_are_not() -> None:
    text = "PET 2.5 mm has no SUV: Weight is missing."
    assert translated(text) == "PET 2.5 mm hat kein SUV: Gewicht fehlt."


def test_of_several_sentences_each_is_told_and_an_unknown_one_stays_as_it_is() -> None:
    text = "A has no SUV: Weight is missing. Nobody knows this one. B has no SUV: dose is missing."
    assert translated(text) == (
        "A hat kein SUV: Gewicht fehlt. Nobody knows this one. B hat kein SUV: dose fehlt."
    )


def test_no_value_swallows_the_end_of_a_sentence() -> None:
    """Else the first would end where the second does."""
    text = "A has no SUV: Weight is missing. The second is another thing and is missing."
    assert translated(text).startswith("A hat kein SUV: Gewicht fehlt. The second")


def test_japanese_sentences_follow_each_other_without_a_space() -> None:
    text = "Give a tracer of the list. Give a tracer of the list."
    assert translated(text) == 2 * "リストのトレーサを指定してください。"


def test_a_sentence_without_a_translation_stays_english() -> None:
    assert translated("/data/index is damaged.") == "/data/index is damaged."


def test_a_sentence_inside_another_is_told_too() -> None:
    said = tr("Nothing was kept. {sentence}", sentence="A has no SUV: Weight is missing.")
    assert said == "Nothing was kept. A hat kein SUV: Gewicht fehlt."


def test_what_is_kept_is_english() -> None:
    text = "A has no SUV: Weight is missing."
    assert translated(text) != text
    with kept():
        assert translated(text) == text


def test_every_template_of_the_program_recognises_itself() -> None:
    for template in TEMPLATES:
        said = template.source.format(**{name: f"v{n}" for n, name in enumerate(template.names)})
        values = template.values_in(said, template.ends)
        assert values is not None, template.source
        assert template.source.format(**values) == said
