"""The report of an evaluation: one HTML page, one PDF, figures, tables of rows."""

import csv
import re
from io import BytesIO
from math import nan
from pathlib import Path

import numpy as np
import pytest
from jinja2 import UndefinedError
from PIL import Image

from station.errors import StationError
from station.report.document import (
    Document,
    Picture,
    Section,
    Table,
    as_html,
    as_pdf,
    from_template,
    write_document,
    write_rows,
)
from station.report.plots import Panel, Points, draw

PANEL = Panel(
    "SUVmean",
    "lesion volume",
    "part of the reference",
    (
        Points("DL", (0, 1, 2), (0.9, 0.95, nan), (0.85, 0.9, nan), (0.95, 1.0, nan)),
        Points("conventional", (0, 1, 2), (0.6, 0.7, 0.8), (0.5, 0.6, 0.7), (0.7, 0.8, 0.9)),
    ),
    categories=("< 1 mL", "1–3 mL", "3–10 mL"),
    targets=((0.93, 1.0), (1.0, 1.0)),
)
TABLE = Table(
    ("", "target", "reached"),
    (
        ("Lesion SUVmean, part of the reference", "≥ 0.93", "0.951 (0.93 to 0.96; n = 80)"),
        ("Body RMSE <over> conventional's & more", "≤ 0.60", "0.7"),
        ("SSIM", "> 0", "nothing was measured"),
    ),
    title="At 120 s a bed",
    notes=("A note − with letters the PDF's face lacks: ≥ → 山",),
    met=(True, False, None),
)


def document() -> Document:
    picture = Picture("recovery", draw([PANEL]), "What a reader <sees> in it.")
    return Document(
        "Evaluation of the denoiser <A & B>",
        ("20 held-out phantoms",),
        (Section("What was reached", ("1 of 3 lines.",), (TABLE, picture)), Section("Empty")),
        "For research, not for diagnosis.",
    )


def test_a_figure_is_a_picture_with_something_in_it() -> None:
    with Image.open(BytesIO(draw([PANEL, PANEL]))) as image:
        pixels = np.asarray(image.convert("L"))
    assert pixels.shape[1] > 1000
    assert pixels.min() < 80
    assert pixels.mean() > 200


def test_each_series_has_a_colour_of_its_own_in_every_panel() -> None:
    with Image.open(BytesIO(draw([PANEL]))) as image:
        found = {colour for _, colour in image.convert("RGB").getcolors(1 << 24) or []}
    assert {(0xE0, 0x70, 0x1A), (0x2B, 0x6C, 0xB0)} <= found


def test_a_panel_without_a_number_says_so_and_does_not_fail() -> None:
    empty = Panel("SSIM", "seconds", "", (Points("DL", (30.0,), (nan,)),), x_log=True, joined=True)
    assert draw([empty]) != draw([PANEL])


def test_a_logarithmic_axis_carries_the_levels_themselves() -> None:
    levels = (30.0, 120.0, 840.0)
    panel = Panel(
        "RMSE", "s", "SUV", (Points("DL", levels, (0.3, 0.2, 0.1)),), x_log=True, joined=True
    )
    assert draw([panel]).startswith(b"\x89PNG")


def test_the_page_holds_every_word_and_its_pictures() -> None:
    page = as_html(document())
    assert "Evaluation of the denoiser &lt;A &amp; B&gt;" in page
    assert "Body RMSE &lt;over&gt; conventional&#x27;s &amp; more" in page
    assert page.count("data:image/png;base64,") == 1
    assert not re.search(r'(src|href)="(?!data:)', page), "it needs no other file"


@pytest.mark.parametrize("word", ["reached", "not reached", "not measured"])
def test_every_requirement_carries_its_verdict_in_words(word: str) -> None:
    assert f">{word}</td>" in as_html(document())


def test_the_pdf_is_whole_whatever_letters_there_are() -> None:
    made = as_pdf(document())
    assert made.startswith(b"%PDF-")
    assert made.rstrip().endswith(b"%%EOF")
    assert b"/Subtype /Image" in made


def test_a_long_table_goes_on_over_pages() -> None:
    rows = tuple((f"row {n}", "1", "2") for n in range(300))
    long = Document("Long", (), (Section("Rows", (), (Table(("", "a", "b"), rows),)),), "")
    assert as_pdf(long).count(b"/Type /Page\n") + as_pdf(long).count(b"/Type /Page ") > 4


def test_an_empty_table_is_drawn() -> None:
    empty = Document("Empty", (), (Section("None", (), (Table(("image", "n"), ()),)),), "")
    assert as_pdf(empty).startswith(b"%PDF-")
    assert "<th" in as_html(empty)


def test_all_files_are_written(tmp_path: Path) -> None:
    files = write_document(document(), tmp_path / "out", "report.html", "report.pdf")
    assert [path.name for path in files] == ["report.html", "report.pdf", "recovery.png"]
    assert all(path.stat().st_size > 1000 for path in files)


def test_rows_come_back_from_the_csv_as_they_were(tmp_path: Path) -> None:
    rows = [
        {"case": "standard 000", "mean": 1 / 3, "seen": True, "size": None},
        {"case": 'a "quoted", case', "mean": nan, "seen": False, "size": 2},
    ]
    write_rows(tmp_path / "rows.csv", rows)
    with (tmp_path / "rows.csv").open(encoding="utf-8", newline="") as file:
        first, second = csv.DictReader(file)
    assert float(first["mean"]) == 1 / 3
    assert first["size"] == second["mean"] == ""
    assert second["case"] == 'a "quoted", case'


def test_no_rows_make_an_empty_file(tmp_path: Path) -> None:
    write_rows(tmp_path / "rows.csv", [])
    assert (tmp_path / "rows.csv").read_text() == ""


def test_a_table_whose_rows_do_not_fit_its_header_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="2 cells under 3 headings"):
        Table(("a", "b", "c"), (("1", "2"),))
    with pytest.raises(ValueError, match="one verdict a row"):
        Table(("a",), (("1",),), met=())


def test_a_folder_that_cannot_be_made_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StationError, match=r"cannot be written: .*Choose another folder"):
        write_document(document(), tmp_path / "file" / "out", "report.html")
    with pytest.raises(StationError, match=r"cannot be written: .*Choose another folder"):
        write_rows(tmp_path / "absent" / "rows.csv", [])


# -- templates -------------------------------------------------------------------------------------

TEMPLATE = """
# Evaluation of {{ name }}
{{ about }}

## First

A sentence about {{ name }}
that goes on.

### Figures

| | target | verdict |
{% for what, met in lines.items() %}
| {{ what }} | {{ 0.5 }} | {{ MET_WORDS[met] }} |
{% endfor %}

> A note.

![roc] Its caption.

--- The end.
"""


def templated(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, **facts: object) -> Document:
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "test.md").write_text(TEMPLATE, encoding="utf-8")
    monkeypatch.setattr("station.report.document.resource", tmp_path.joinpath)
    return from_template("test.md", facts, {"roc": b"png"}, lambda value: f"<{value}>")


def test_a_template_becomes_a_document(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = templated(tmp_path, monkeypatch, name="DL", about="today", lines={"SUV": True, "": None})
    table = Table(
        ("", "target"), (("SUV", "<0.5>"), ("", "<0.5>")), "Figures", ("A note.",), (True, None)
    )
    picture = Picture("roc", b"png", "Its caption.")
    section = Section("First", ("A sentence about DL that goes on.",), (table, picture))
    assert made == Document("Evaluation of DL", ("today",), (section,), "The end.")


def test_no_value_is_taken_for_a_mark_of_the_template(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = templated(tmp_path, monkeypatch, name="a | b\n\n## c", about="|", lines={"x | y": False})
    assert (made.title, made.lines) == ("Evaluation of a | b ## c", ("|",))
    assert [part.rows for part in made.sections[0].parts if isinstance(part, Table)] == [
        (("x | y", "<0.5>"),)
    ]


def test_a_fact_that_is_missing_is_a_mistake(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(UndefinedError, match="'about' is undefined"):
        templated(tmp_path, monkeypatch, name="DL", lines={})
