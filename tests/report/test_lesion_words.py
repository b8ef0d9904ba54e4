"""A lesion in a sentence, by templates that are files."""

from dataclasses import replace
from pathlib import Path

import pytest

from station.errors import StationError
from station.report.lesion_words import ImageWords, LesionWords, Templates, number

DL = ImageWords("DL", "SUVbw", "SUVmax", "SUVpeak", "SUVmean", 13.96, 9.1, 7.2, 4.1, 29.5)
CONVENTIONAL = replace(DL, title="conventional", maximum=8.2, mtv=5.0)
LESION = LesionWords(
    "Lesion 1", "lung", "41 %", "I 423.0 mm", "L 1.0  P 2.0  I 423.0 mm", DL, CONVENTIONAL, ()
)


def own(home: Path, name: str, text: str) -> Templates:
    folder = home / "templates"
    folder.mkdir()
    (folder / name).write_text(text, encoding="utf-8")
    return Templates(home)


def test_a_lesion_of_both_images_is_one_sentence(tmp_path: Path):
    assert Templates(tmp_path).sentence(LESION) == (
        "Lesion 1, lung, SUVmax 13.96 (conventional 8.20), MTV 4.1 mL (conventional 5.0) by 41 %, "
        "I 423.0 mm."
    )


def test_what_does_not_exist_is_not_mentioned(tmp_path: Path):
    sphere = replace(DL, mtv=None, tlg=None)
    lesion = replace(LESION, tissue="", main=sphere, other=None, position="")
    assert Templates(tmp_path).sentence(lesion) == "Lesion 1, SUVmax 13.96."


def test_the_cautions_go_with_the_number(tmp_path: Path):
    words = Templates(tmp_path).sentence(replace(LESION, cautions=("Weight was typed.",)))
    assert words.endswith("I 423.0 mm. Caution: Weight was typed.")


def test_a_table_has_a_line_a_voi_and_a_line_a_drawing(tmp_path: Path):
    drawings = [{"name": "Distance 1", "words": "41.2 mm"}]
    lines = Templates(tmp_path).table([LESION, LESION], drawings, {}).splitlines()
    assert lines[0] == lines[1] == Templates(tmp_path).sentence(LESION)
    assert lines[2:] == ["Distance 1: 41.2 mm"]


def test_a_file_in_the_data_folder_replaces_the_programs(tmp_path: Path):
    templates = own(tmp_path, "lesion.txt", "{{ name | upper }}: {{ main.maximum | number(1) }}")
    assert templates.sentence(LESION) == "LESION 1: 14.0"
    assert templates.table([LESION], [], {}) == "LESION 1: 14.0\n"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("one\n{{ name", "line 2"),
        ("{{ nmae }}", "'nmae' is undefined"),
        ("{{ 1 / 0 }}", "division by zero"),
        ("{{ name.__class__.__mro__ }}", "cannot be filled"),
        ("{{ name | number }}", "cannot be filled"),
        ("{% for i in range(99999) %}{{ name }}{% endfor %}", "more than 100,000 letters"),
    ],
)
def test_a_mistake_in_a_template_is_a_sentence(tmp_path: Path, text: str, words: str):
    templates = own(tmp_path, "lesion.txt", text)
    with pytest.raises(StationError, match=r"delete it to use Station's own") as caught:
        templates.sentence(LESION)
    assert words in str(caught.value)
    assert "lesion.txt" in str(caught.value)


def test_a_template_that_is_not_text_is_a_sentence(tmp_path: Path):
    templates = own(tmp_path, "lesion.txt", "")
    (tmp_path / "templates" / "lesion.txt").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(StationError, match="cannot be read"):
        templates.sentence(LESION)


def test_a_number_has_a_true_minus_and_what_is_missing_a_dash():
    assert (number(-1.25, 1), number(None)) == ("−1.2", "—")


def test_numbers_are_written_with_the_sign_that_is_wanted(tmp_path: Path) -> None:
    with_comma = Templates(tmp_path, lambda number: number.replace(".", ","))
    points = Templates(tmp_path).sentence(LESION)
    assert "13.96" in points
    assert "13,96" in with_comma.sentence(LESION)
