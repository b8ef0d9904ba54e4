import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from station.errors import StationError
from station.model_cards import Card, Figure, Models, Outside, sha256_of
from station.toml_table import TEXT, number, whole

WEIGHTS = b"weights"
SHA256 = sha256_of(WEIGHTS)


@dataclass(frozen=True, kw_only=True)
class SorterCard(Card):
    scans: int
    order: str
    loss: float


SORTERS = Models(
    "sorter",
    SorterCard,
    of_training={"scans": whole("scans = 40", 1), "order": TEXT('order = "by size"')},
    of_result={"loss": number("loss = 0.1", 0)},
    largest_mb=1,
    rows=lambda card: [("order", card.order), ("scans | seen", f"{card.scans:,}")],
    measured_on="other scans",
    about="Puts scans in order.",
)


def card_of(content: bytes = WEIGHTS, **values: Any) -> SorterCard:
    one = SorterCard(
        "quick",
        "Quick sorter",
        "1",
        "4,000 scans",
        ("Scans only.", r"Not for C:\ drives."),
        sha256=sha256_of(content),
        architecture="two layers",
        recipe='order = "by size"\nscans = 4000\n',
        scans=4000,
        order="by size",
        loss=0.25,
    )
    return replace(one, **values)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "models"


# -- what is written -------------------------------------------------------------------------------


def test_the_list_of_models_is_written_for_people_too(place: Path) -> None:
    SORTERS.take_in(
        card_of(figures=(Figure("order", "right", "right", True),)), WEIGHTS, place=place
    )
    assert (place / "models.toml").read_text("utf-8") == (
        "# The shipped sorters, written by packaging/ship.py sorter;\n"
        "# a file of weights with another SHA-256 than its card's is not loaded.\n"
        "\n"
        "[[model]]\n"
        'id = "quick"\n'
        'title = "Quick sorter"\n'
        'version = "1"\n'
        'data = "4,000 scans"\n'
        'limits = ["Scans only.", "Not for C:\\\\ drives."]\n'
        f'sha256 = "{sha256_of(WEIGHTS)}"\n'
        'architecture = "two layers"\n'
        "scans = 4000\n"
        'order = "by size"\n'
        'recipe = """\n'
        'order = "by size"\n'
        "scans = 4000\n"
        '"""\n'
        "loss = 0.25\n"
        "default = true\n"
        "\n"
        "[[model.figure]]\n"
        'what = "order"\n'
        'target = "right"\n'
        'reached = "right"\n'
        "met = true\n"
    )


def test_the_card_for_people_has_all_that_is_known(place: Path) -> None:
    figures = (
        Figure("order", "right", "0.9 (0.8 to 1.0)", True),
        Figure("speed", "> 1", "0.5", False),
        Figure("taste", "good", "–", None),
    )
    SORTERS.take_in(card_of(figures=figures), WEIGHTS, place=place)
    assert (place / "quick.md").read_text("utf-8") == (
        "# Quick sorter 1\n"
        "\n"
        "> For research, not for diagnosis. Not clinically validated.\n"
        "\n"
        "Puts scans in order.\n"
        "\n"
        "| | |\n"
        "| --- | --- |\n"
        "| id | `quick`, the default |\n"
        f"| weights | `quick.safetensors`, SHA-256 `{sha256_of(WEIGHTS)}` |\n"
        "| network | two layers |\n"
        "| trained on | 4,000 scans |\n"
        "| order | by size |\n"
        "| scans \\| seen | 4,000 |\n"
        "\n"
        "## Limits\n"
        "\n"
        "- Scans only.\n"
        "- Not for C:\\ drives.\n"
        "\n"
        "## Measured on other scans\n"
        "\n"
        "| what | should be | is, with 95 % interval | |\n"
        "| --- | --- | --- | --- |\n"
        "| order | right | 0.9 (0.8 to 1.0) | met |\n"
        "| speed | > 1 | 0.5 | not met |\n"
        "| taste | good | – | not measured |\n"
        "\n"
        "## Recipe\n"
        "\n"
        "```toml\n"
        'order = "by size"\n'
        "scans = 4000\n"
        "```\n"
    )


def test_what_was_not_measured_has_no_table() -> None:
    assert "Measured" not in SORTERS.as_markdown(card_of())


PRINTABLE = st.characters(exclude_categories=("C", "Z"), include_characters=" ")
LINES = st.text(PRINTABLE, min_size=1).filter(lambda text: bool(text.strip()))


@settings(max_examples=50)
@given(
    title=LINES,
    limits=st.lists(LINES, min_size=1, unique=True).map(tuple),
    recipe=st.lists(LINES, min_size=1).map("\n".join),
    loss=st.floats(0, allow_infinity=False),
    met=st.sampled_from([True, False, None]),
)
def test_a_card_is_read_as_it_was_written(
    tmp_path_factory: pytest.TempPathFactory,
    title: str,
    limits: tuple[str, ...],
    recipe: str,
    loss: float,
    met: bool | None,
) -> None:
    figures = (Figure(title, title, title, met),)
    card = card_of(title=title, limits=limits, recipe=recipe, loss=loss, figures=figures)
    place = tmp_path_factory.mktemp("models")
    assert SORTERS.take_in(card, WEIGHTS, place=place) == SORTERS.cards(place)[0]
    assert SORTERS.cards(place)[0] == replace(card, default=True)


def test_a_model_of_the_same_id_is_replaced(place: Path) -> None:
    SORTERS.take_in(card_of(), WEIGHTS, place=place)
    SORTERS.take_in(card_of(b"better", version="2"), b"better", place=place)
    (card,) = SORTERS.cards(place)
    assert (card.version, card.default) == ("2", True)
    assert SORTERS.content(place / card.file, card.sha256) == b"better"


def test_one_model_is_the_default(place: Path) -> None:
    SORTERS.take_in(card_of(), WEIGHTS, place=place)
    SORTERS.take_in(card_of(id="slow"), WEIGHTS, place=place)
    assert [card.id for card in SORTERS.cards(place)] == ["quick", "slow"]
    SORTERS.take_in(card_of(id="slow"), WEIGHTS, default=True, place=place)
    assert [card.id for card in SORTERS.cards(place)] == ["slow", "quick"]
    assert SORTERS.named(None, place).id == "slow"
    assert SORTERS.named("quick", place).id == "quick"
    assert "the default" not in (place / "quick.md").read_text("utf-8")


# -- what is refused -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"id": "../quick"}, "an id consists of lower-case letters, digits and hyphens"),
        ({"title": ""}, "title is not one line of text"),
        ({"limits": ()}, "limits is empty. Write limits = "),
        ({"scans": 0}, "scans is 0, less than 1. Write scans = 40."),
        ({"loss": float("nan")}, "loss is nan, not a number"),
        ({"recipe": " "}, "the training's recipe"),
        ({"figures": (Figure("a\nb", "1", "1", None),)}, "what is not one line of text"),
    ],
)
def test_a_card_that_could_not_be_read_is_not_written(
    place: Path, values: dict[str, Any], words: str
) -> None:
    with pytest.raises(StationError) as raised:
        SORTERS.take_in(card_of(**values), WEIGHTS, place=place)
    assert words in str(raised.value)
    assert not place.exists()


def test_large_weights_are_refused(place: Path) -> None:
    content = bytes(1 << 20)
    with pytest.raises(StationError, match=r"larger than 1 MB\. Train a smaller network"):
        SORTERS.take_in(card_of(content), content, place=place)
    assert not place.exists()


def test_a_card_of_other_weights_is_a_mistake(place: Path) -> None:
    with pytest.raises(ValueError, match="the card does not belong to these weights"):
        SORTERS.take_in(card_of(), b"others", place=place)


@pytest.mark.parametrize("file", ["quick.safetensors", "quick.md", "models.toml"])
def test_where_one_file_cannot_be_written_all_stay_as_they_were(place: Path, file: str) -> None:
    SORTERS.take_in(card_of(), WEIGHTS, place=place)
    before = {path.name: path.read_bytes() for path in place.iterdir()}
    blocked = place / f"{file}.part"
    blocked.mkdir()
    with pytest.raises(StationError, match="models cannot be written: "):
        SORTERS.take_in(card_of(b"better"), b"better", place=place)
    blocked.rmdir()
    assert {path.name: path.read_bytes() for path in place.iterdir()} == before


def test_other_weights_than_the_cards_are_refused(place: Path) -> None:
    card = SORTERS.take_in(card_of(), WEIGHTS, place=place)
    path = place / card.file
    path.write_bytes(b"weightz")
    with pytest.raises(
        StationError, match=r"The sorter's weights .* do not match its card: their SHA-256 is"
    ):
        SORTERS.content(path, card.sha256)
    assert SORTERS.content(path) == b"weightz"


def test_missing_weights_are_refused(place: Path) -> None:
    with pytest.raises(StationError, match=r"quick\.safetensors cannot be read: No such file"):
        SORTERS.content(place / "quick.safetensors")


def test_without_models_it_is_said(place: Path) -> None:
    assert SORTERS.cards(place) == ()
    with pytest.raises(StationError, match=r"No sorter is installed: there is no models\.toml"):
        SORTERS.named(None, place)


def test_an_unknown_model_is_answered_with_those_there_are(place: Path) -> None:
    SORTERS.take_in(card_of(), WEIGHTS, place=place)
    SORTERS.take_in(card_of(id="slow"), WEIGHTS, place=place)
    with pytest.raises(StationError, match=r'There is no sorter "fast"\. Choose quick or slow\.'):
        SORTERS.named("fast", place)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('id = "quick"', 'id = "Quick"', "line 5: id is"),
        ('title = "Quick sorter"', "", "line 4: a model has no title. Add title ="),
        ("limits = [", 'limits = ["Scans only.", ', 'line 9: limits has "Scans only." 2 times'),
        ('sha256 = "', 'sha256 = "x', "line 10: sha256 is"),
        ("scans = 4000\norder", "scans = 0\norder", "line 12: scans is 0, less than 1"),
        ("loss = 0.25", "loss = inf", "line 18: loss is inf, not a number"),
        ("default = true", "default = 1", "line 19: default is 1. Write default = true or false."),
        ("default = true", "default = false", "line 4: exactly one model must have default = true"),
        ("\nloss =", "\nlos =", '"los" is not a key of a model: did you mean "loss"?'),
        ("met = true", "met = 1", "line 25: met is 1"),
        ("reached =", "reach =", "line 21: a figure has no reached"),
        (
            "[[model.figure]]",
            "figure = 3\n[[model.other]]",
            "line 21: figure does not consist of tables",
        ),
        ("[[model]]", "[[modell]]", '"modell" is not a key of the file: did you mean "model"?'),
    ],
)
def test_what_is_wrong_in_the_list_is_said_with_its_line(
    place: Path, old: str, new: str, words: str
) -> None:
    SORTERS.take_in(
        card_of(figures=(Figure("order", "right", "right", True),)), WEIGHTS, place=place
    )
    path = place / "models.toml"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")
    with pytest.raises(StationError) as raised:
        SORTERS.cards(place)
    assert words in str(raised.value)


def test_two_models_of_one_id_are_refused(place: Path) -> None:
    SORTERS.take_in(card_of(), WEIGHTS, place=place)
    text = SORTERS.as_toml([card_of(default=True), card_of()])
    (place / "models.toml").write_text(text, "utf-8")
    with pytest.raises(StationError, match='two models have the id "quick"'):
        SORTERS.cards(place)


# -- figures ---------------------------------------------------------------------------------------


def test_the_lines_of_an_evaluation_become_figures(tmp_path: Path) -> None:
    lines = [
        {"group": "All", "what": "order", "target": "right", "reached": "0.9", "met": met}
        for met in (True, False, None)
    ]
    path = tmp_path / "evaluation.json"
    path.write_text(json.dumps({"requirements": lines}))
    assert SORTERS.judged(path, SHA256).figures == tuple(
        Figure("All: order", "right", "0.9", met) for met in (True, False, None)
    )


def test_images_outside_the_simulator_stand_on_the_card_and_are_read_back(
    place: Path, tmp_path: Path
) -> None:
    images: list[dict[str, Any]] = [
        {"image": f"Scan {n}", "truth": "readable", "answer": "4 Good", "right": right}
        for n, right in enumerate((True, False, None))
    ]
    path = tmp_path / "evaluation.json"
    path.write_text(json.dumps({"requirements": [], "outside": images}))
    outside = SORTERS.judged(path, SHA256).outside
    assert outside == tuple(Outside(**image) for image in images)
    SORTERS.take_in(card_of(outside=outside), WEIGHTS, place=place)
    assert SORTERS.named("quick", place).outside == outside
    assert (
        "## Outside our simulator\n"
        "\n"
        "| image | what is known | what it said | |\n"
        "| --- | --- | --- | --- |\n"
        "| Scan 0 | readable | 4 Good | right |\n"
        "| Scan 1 | readable | 4 Good | wrong |\n"
        "| Scan 2 | readable | 4 Good | not known |\n"
    ) in (place / "quick.md").read_text("utf-8")


@pytest.mark.parametrize("text", ["{}", "[]", "not JSON", '{"requirements": [{"group": "All"}]}'])
def test_another_file_is_no_evaluation(tmp_path: Path, text: str) -> None:
    path = tmp_path / "evaluation.json"
    path.write_text(text)
    with pytest.raises(StationError, match="is not the result of `station evaluate sorter`"):
        SORTERS.judged(path, SHA256)


def test_a_missing_evaluation_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StationError, match=r"none\.json is not the result of"):
        SORTERS.judged(tmp_path / "none.json", SHA256)


def test_an_evaluation_that_names_its_weights_must_name_these(tmp_path: Path) -> None:
    path = tmp_path / "evaluation.json"
    path.write_text(json.dumps({"model": {"sha256": "ab" * 32}, "requirements": []}))
    assert SORTERS.judged(path, "ab" * 32).figures == ()
    with pytest.raises(StationError, match="is for other weights or settings"):
        SORTERS.judged(path, SHA256)


def test_an_evaluation_that_names_its_settings_must_name_these(tmp_path: Path) -> None:
    path = tmp_path / "evaluation.json"
    path.write_text(json.dumps({"model": "quick", "width": 0.5, "requirements": []}))
    assert SORTERS.judged(path, SHA256, {"width": 0.5, "height": 3.0}).figures == ()
    with pytest.raises(StationError, match="Run `station evaluate sorter` again"):
        SORTERS.judged(path, SHA256, {"width": 0.6})
