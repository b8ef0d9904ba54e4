"""Text that people type comes through every file unharmed: one nasty name of each kind."""

import csv
import json
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple

import pytest

from station.operations.reading.analysis import source_of_files, write_analysis
from station.reading.analysis import ScoreRow, VoiRow
from station.report.document import Document, Section, Table, as_markdown
from station.report.reading.rows import read_scores, read_vois, scores_csv, vois_csv
from station.report.reading.tables import shown
from station.report.table_file import Spreadsheet, unguarded
from station.report.voi_csv import read_csv, write_csv
from station.report.voi_pdf import Page, write_pdf
from tests.reading.reader_scores import study_scores, study_vois
from tests.report.pdf_words import words_of
from tests.report.test_voi_csv import ROW

NASTY = r"=1+1;$x^\frac{<b>&amp;|[a](b)*_`# 伊藤 Иванов 'q'"
"""A formula of spreadsheets and of TeX, marks of HTML and of Markdown, letters of two scripts"""
READER, CASE, CRITERION, SITE = (f"{NASTY} {kind}" for kind in ("R", "C", "K", "S"))
FILE_NAME = "=1 $x^ [a]&amp; 伊藤 Иванов.csv"
PARTS = (r"$x^\frac{<b>&amp;|[a]", "伊藤", "Иванов")
"""Words of NASTY, between which a line may break"""


class Written(NamedTuple):
    folder: Path
    scores: tuple[ScoreRow, ...]
    vois: tuple[VoiRow, ...]


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Written:
    """An analysis in which a reader, a case, a criterion, a tissue and the files are called so."""
    folder = tmp_path_factory.mktemp("texts")
    scores = study_scores(cases=4)
    reader, criterion = scores[0].reader, scores[0].criterion
    names = {reader: READER, "case 1": CASE, criterion: CRITERION, "liver": SITE}
    scores = tuple(
        replace(
            row,
            reader=names.get(row.reader, row.reader),
            case=names.get(row.case, row.case),
            criterion=names.get(row.criterion, row.criterion),
        )
        for row in scores
    )
    vois = tuple(
        replace(row, case=names.get(row.case, row.case), site=names.get(row.site, row.site))
        for row in study_vois(cases=4)
    )
    (folder / FILE_NAME).write_text(scores_csv(scores), encoding="utf-8", newline="")
    (folder / f"VOI {FILE_NAME}").write_text(vois_csv(vois), encoding="utf-8", newline="")
    source = source_of_files([folder / FILE_NAME], [folder / f"VOI {FILE_NAME}"])
    write_analysis(source, folder / "out", 200)
    return Written(folder / "out", scores, vois)


class _Texts(HTMLParser):
    """The texts of a page, and its tags."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.tags: set[str] = set()
        self.feed(page)

    def handle_data(self, data: str) -> None:
        self.texts.append(data)

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.tags.add(tag)


def in_pdf(path: Path, *parts: str) -> bool:
    words = words_of(path.read_bytes()).replace(" ", "")
    return all(part.replace(" ", "") in words for part in parts)


def test_rows_read_back_as_they_were(written: Written):
    assert read_scores(written.folder / "data" / "scores.csv").rows == written.scores
    assert read_vois([written.folder / "data" / "voi.csv"]).rows == written.vois


def test_no_cell_of_any_table_is_a_formula(written: Written):
    tables = sorted(written.folder.rglob("*.csv"))
    assert len(tables) > 8
    found: set[str] = set()
    for path in tables:
        with path.open(encoding="utf-8", newline="") as file:
            cells = {cell for line in csv.reader(file, strict=True) for cell in line}
        assert not [cell for cell in cells if cell.startswith(("=", "@", "+"))], path
        found |= {unguarded(cell) for cell in cells}
    assert {READER, CASE, CRITERION, SITE} <= found


def test_the_script_in_r_gets_the_names_as_they_are(written: Written):
    """It takes one apostrophe off the front of each cell and of each column's name."""
    for name, column, value in (("scores", "reader", READER), ("voi", "site", SITE)):
        with (written.folder / "data" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            assert value in {row[column].removeprefix("'") for row in csv.DictReader(file)}
    with (written.folder / "data" / "bootstrap.csv").open(encoding="utf-8", newline="") as file:
        assert CASE in {cell.removeprefix("'") for cell in next(csv.reader(file))}


def test_the_page_shows_every_name_and_takes_none_for_a_tag(written: Written):
    page = _Texts((written.folder / "tables.html").read_text(encoding="utf-8"))
    for name in (READER, shown(CRITERION), shown(SITE), FILE_NAME):
        assert any(name in text for text in page.texts), name
    assert "b" not in page.tags


def test_the_pdf_shows_every_name(written: Written):
    assert in_pdf(written.folder / "tables.pdf", *PARTS, "[a]&amp;伊藤Иванов.csv")


def test_figures_are_drawn_with_every_name(written: Written):
    """A letter without a face, or a formula, would be a warning, which is an error here."""
    assert len(list((written.folder / "plots").glob("*.png"))) > 2


def test_json_keeps_every_name(written: Written):
    facts = json.loads((written.folder / "analysis.json").read_text(encoding="utf-8"))
    assert CRITERION in facts["criteria"]
    assert READER in facts["agreement"]["overall"]["readers"]
    assert SITE in facts["voi"]["reference"]
    assert facts["sources"] == [FILE_NAME, f"VOI {FILE_NAME}"]


def test_markdown_takes_no_letter_for_a_mark():
    table = Table(("Name",), ((NASTY,),), NASTY, (NASTY,))
    text = as_markdown(Document(NASTY, (NASTY,), (Section(NASTY, (NASTY,), (table,)),), NASTY))
    escaped = r"=1+1;\$x^\\frac{\<b\>\&amp;|\[a\](b)\*\_\`\# 伊藤 Иванов 'q'"
    assert text.count(escaped.replace("|", r"\|")) == 1, "in the table"
    assert text.count(escaped) == 7


@pytest.mark.parametrize("spreadsheet", Spreadsheet)
def test_a_patient_and_a_voi_come_through_the_table_of_measurements(
    tmp_path: Path, spreadsheet: Spreadsheet
):
    row = replace(ROW, patient_id=NASTY, patient_name=NASTY, voi_name=NASTY, reader=NASTY)
    path = tmp_path / FILE_NAME
    write_csv([row], path, with_patient_name=True, spreadsheet=spreadsheet)
    assert read_csv(path) == (row,)


def test_a_patient_and_a_voi_come_through_the_page_of_measurements(tmp_path: Path):
    page = Page(
        NASTY, (f"Patient ID {NASTY}",), (("SUVmax", 1),), ("VOI", "1"), ((NASTY, "2"),), (), ()
    )
    write_pdf(page, tmp_path / FILE_NAME)
    assert in_pdf(tmp_path / FILE_NAME, *PARTS)
