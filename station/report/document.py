"""A document of tables, pictures and sentences, and how it is written: HTML, PDF, Markdown, with
its tables of rows as CSV and its data as JSON.

It knows nothing of how they were made; its words can be a Jinja2 template. The HTML is
one file that needs no other; the figures are written next to it as PNG too.
"""

import base64
import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from html import escape
from io import BytesIO
from pathlib import Path
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray

from station.installed import resource
from station.report.plots import DPI
from station.report.table_file import csv_text
from station.whole_file import writing

Floats = NDArray[np.float64]

MET_WORDS = {True: "reached", False: "not reached", None: "not measured"}
VERDICT = "verdict"
"""Heading of the column in which a template has MET_WORDS"""
LINK = "link"
"""Heading of the column in which a template has what the first cell of a row links to"""
MET_COLOURS = {True: "#1f6b43", False: "#9b2c2c", None: "#5a6270"}


@dataclass(frozen=True)
class Table:
    """Cells are what a reader sees; the figures were formatted by the caller."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    title: str = ""
    notes: tuple[str, ...] = ()
    met: tuple[bool | None, ...] | None = None
    """Of each row, where it is a requirement: whether it is reached"""
    links: tuple[str, ...] | None = None
    """Of each row: a file next to the page, which its first cell opens; empty: none"""

    def __post_init__(self) -> None:
        for row in self.rows:
            if len(row) != len(self.header):
                raise ValueError(f"a row of {len(row)} cells under {len(self.header)} headings")
        if self.met is not None and len(self.met) != len(self.rows):
            raise ValueError("there is one verdict a row")
        if self.links is not None and len(self.links) != len(self.rows):
            raise ValueError("there is one link a row")


@dataclass(frozen=True)
class Picture:
    """A figure as PNG."""

    name: str
    """Of its file, without ending"""
    png: bytes
    caption: str


@dataclass(frozen=True)
class Section:
    title: str
    text: tuple[str, ...] = ()
    parts: tuple[Table | Picture, ...] = ()


@dataclass(frozen=True)
class Document:
    title: str
    lines: tuple[str, ...]
    """Of what, when, by which program: one beneath the other"""
    sections: tuple[Section, ...]
    footer: str

    @property
    def pictures(self) -> tuple[Picture, ...]:
        return tuple(
            part for section in self.sections for part in section.parts if isinstance(part, Picture)
        )


def write_document(document: Document, folder: Path, *names: str) -> tuple[Path, ...]:
    """The document as each of the `names`, such as report.pdf, and its figures into a folder; the
    files in that order.

    Raises StationError where one cannot be written.
    """
    made: Mapping[str, Callable[[Document], str | bytes]] = {
        ".html": as_html,
        ".md": as_markdown,
        ".pdf": as_pdf,
    }
    content: dict[str, bytes] = {}
    for name in names:
        page = made[Path(name).suffix](document)
        content[name] = page.encode() if isinstance(page, str) else page
    content |= {f"{picture.name}.png": picture.png for picture in document.pictures}
    return write_files(content, folder)


def write_files(content: Mapping[str, bytes], folder: Path) -> tuple[Path, ...]:
    """A report's files, by name, into a folder. Raises StationError where one cannot be written."""
    with writing(f"The report in {folder}"):
        folder.mkdir(parents=True, exist_ok=True)
        for name, data in content.items():
            (folder / name).write_bytes(data)
    return tuple(folder / name for name in content)


def write_rows(path: Path, rows: Iterable[Mapping[str, object]]) -> None:
    """One line a row, in the order of the first one's keys; what is None or not a number is empty.

    Raises StationError where the file cannot be written.
    """
    every = list(rows)
    cells = ([None if value != value else value for value in row.values()] for row in every)  # noqa: PLR0124  NaN
    text = csv_text(list(every[0]), cells, "\r\n") if every else ""
    with writing(path):
        path.write_bytes(text.encode())


def write_json(path: Path, content: Mapping[str, Any]) -> Path:
    """Raises StationError where the file cannot be written."""
    text = json.dumps(content, indent=2, allow_nan=False)
    with writing(path):
        path.write_text(text, encoding="utf-8")
    return path


# --- Templates ----------------------------------------------------------------------------------

BAR, ESCAPED_BAR = "|", r"\|"


def from_template(
    name: str, facts: Mapping[str, Any], pictures: Mapping[str, bytes], shown: Callable[[Any], str]
) -> Document:
    """The document that resources/reports/NAME, a Jinja2 template, makes of the facts.

    `shown` gives the text of a value that is not a text. What the template gives is read by blocks
    between empty lines: "# Title" with the document's lines below it, "## Section", "### Title of a
    table", "| cells |" of a table whose first line is its header (a last column "verdict" holds
    MET_WORDS, a last column "link" what the first cell opens), "> note" to the table before,
    "![name] caption" of one of the `pictures`, "--- last words", and paragraphs.
    """

    def text(value: Any) -> Any:
        plain = " ".join((value if isinstance(value, str) else shown(value)).split())
        return plain.replace(BAR, ESCAPED_BAR)

    template = _template(name, finalize=text)
    return _document(template.render(facts, MET_WORDS=MET_WORDS), pictures)


def _template(name: str, finalize: Callable[[Any], Any] | None = None) -> Any:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(resource("reports")),
        undefined=StrictUndefined,
        finalize=finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        autoescape=False,  # noqa: S701 - a page escapes with html.escape, Markdown is not a page
    )
    environment.filters.update({"escaped": escape, "plain": _plain})
    return environment.get_template(name)


def _document(text: str, pictures: Mapping[str, bytes]) -> Document:
    title, lines, last_words, heading = "", (), "", ""
    sections: list[Section] = []

    def add(words: str = "", part: Table | Picture | None = None) -> None:
        section = sections[-1]
        sections[-1] = replace(
            section,
            text=(*section.text, words) if words else section.text,
            parts=section.parts if part is None else (*section.parts, part),
        )

    for block in re.split(r"\n\s*\n", text.strip()):
        kind, _, rest = " ".join(block.split()).partition(" ")
        rest = rest.replace(ESCAPED_BAR, BAR)
        if kind == "#":
            title, *lines = (line.replace(ESCAPED_BAR, BAR) for line in block[2:].splitlines())
        elif kind == "##":
            sections.append(Section(rest))
        elif kind == "###":
            heading = rest
        elif kind == BAR:
            add(part=_table(heading, block))
            heading = ""
        elif kind == ">":
            table = cast(Table, sections[-1].parts[-1])
            noted = replace(table, notes=(*table.notes, rest))
            sections[-1] = replace(sections[-1], parts=(*sections[-1].parts[:-1], noted))
        elif kind.startswith("!["):
            name = kind[2:-1]
            add(part=Picture(name, pictures[name], rest))
        elif kind == "---":
            last_words = rest
        else:
            add(" ".join(block.split()).replace(ESCAPED_BAR, BAR))
    return Document(title, tuple(lines), tuple(sections), last_words)


def _table(title: str, block: str) -> Table:
    header, *rows = (
        tuple(
            cell.strip().replace(ESCAPED_BAR, BAR)
            for cell in re.split(r"(?<!\\)\|", line.strip())[1:-1]
        )
        for line in block.splitlines()
    )
    if header[-1] == LINK:
        links = tuple(row[-1] for row in rows)
        return Table(header[:-1], tuple(row[:-1] for row in rows), title, links=links)
    if header[-1] != VERDICT:
        return Table(header, tuple(rows), title)
    met_of = {words: met for met, words in MET_WORDS.items()}
    met = tuple(met_of[row[-1]] for row in rows)
    return Table(header[:-1], tuple(row[:-1] for row in rows), title, met=met)


# --- HTML ---------------------------------------------------------------------------------------


def as_html(document: Document) -> str:
    """One page with its figures in it."""
    return _template("page.html").render(
        document=document,
        wordy=_wordy,
        data=_base64,
        met_words=MET_WORDS,
        met_colours=MET_COLOURS,
    )


def _base64(picture: Picture) -> str:
    return base64.b64encode(picture.png).decode()


def _wordy(table: Table) -> set[int]:
    return {
        number
        for number in range(len(table.header))
        if _words([row[number] for row in table.rows if row[number] not in ("", "–")])
    }


def _words(cells: Sequence[str]) -> bool:
    letters = [cell[0].isalpha() for cell in cells]
    long = any(len(cell) > 14 and letter for cell, letter in zip(cells, letters, strict=True))
    return long or (bool(letters) and all(letters))


# --- PDF ----------------------------------------------------------------------------------------

MARGIN_MM = 14
CELL_PADDING = 3
"""Points, left and right of a cell's words"""
HIGHEST_PICTURE_MM = 165
"""So that a figure and its caption fit a page in landscape"""


def as_pdf(document: Document) -> bytes:
    """The same as A4 in landscape."""
    from reportlab.lib.pagesizes import A4, landscape
    from reportlab.lib.units import mm
    from reportlab.platypus import SimpleDocTemplate, Spacer

    from station.report.paper import FONT, INK, QUIET, paragraph, style

    text = style(9, leading=12, spaceAfter=4)
    head = style(16, bold=True, leading=20, spaceAfter=4)
    second = style(12, bold=True, leading=16, spaceBefore=10, spaceAfter=4, keepWithNext=1)
    third = style(9, INK, bold=True, leading=12, spaceBefore=6, spaceAfter=4, keepWithNext=1)
    small = style(7.5, QUIET, leading=9.5)
    caption = style(7.5, QUIET, leading=9.5, spaceBefore=4, spaceAfter=8)
    width = landscape(A4)[0] - 2 * MARGIN_MM * mm
    story: list[Any] = [paragraph(document.title, head)]
    story += [paragraph(line, small) for line in document.lines]
    for section in document.sections:
        story.append(paragraph(section.title, second))
        story += [paragraph(line, text) for line in section.text]
        for part in section.parts:
            if isinstance(part, Table):
                if part.title:
                    story.append(paragraph(part.title, third))
                story += [_pdf_table(part, width), Spacer(1, 4)]
                story += [paragraph(note, small) for note in part.notes]
            else:
                story += [_pdf_picture(part, width), paragraph(part.caption, caption)]
    story.append(paragraph(document.footer, small))
    file = BytesIO()
    template: Any = SimpleDocTemplate(
        file,
        pagesize=landscape(A4),
        title=document.title,
        initialFontName=FONT,
        leftMargin=MARGIN_MM * mm,
        rightMargin=MARGIN_MM * mm,
        topMargin=MARGIN_MM * mm,
        bottomMargin=MARGIN_MM * mm,
    )
    template.build(story)
    return file.getvalue()


def _pdf_table(table: Table, width: float) -> Any:
    from reportlab.lib import colors

    from station.report.paper import INK, paragraph, style
    from station.report.paper import table as table_of

    words = _wordy(table)
    styles = {
        (bold, right): style(7.5, INK, bold=bold, alignment=2 if right else 0, leading=9)
        for bold in (True, False)
        for right in (True, False)
    }

    def line(row: tuple[str, ...], bold: bool) -> list[Any]:
        return [
            paragraph(cell, styles[bold, number not in words and number != 0])
            for number, cell in enumerate(row)
        ]

    cells = [line(table.header, bold=True), *(line(row, bold=False) for row in table.rows)]
    longest = [max(map(len, column)) for column in zip(table.header, *table.rows, strict=True)]
    if table.met is not None:
        cells[0].append("")
        for row, met in zip(cells[1:], table.met, strict=True):
            colour = colors.HexColor(MET_COLOURS[met])
            row.append(paragraph(MET_WORDS[met], style(7.5, colour, bold=True, leading=9)))
        longest.append(14)
    # Wide columns get more, but none more than a few times what another has.
    parts = np.clip(np.array(longest, np.float64), 8, 60)
    columns = zip(table.header, *table.rows, strict=True)
    least = [_widest_word(column, styles[True, False]) for column in columns]
    least += [0.0] * (len(longest) - len(least))
    left = width - sum(least)
    # Where there is room for every word, none is broken.
    widths = (
        np.array(least) + left * parts / parts.sum() if left > 0 else width * parts / parts.sum()
    )
    everywhere = ((0, 0), (-1, -1))
    return table_of(
        cells,
        widths.tolist(),
        ("LINEBELOW", (0, 0), (-1, 0), 0.6, colors.black),
        ("LINEBELOW", (0, 1), (-1, -1), 0.2, colors.lightgrey),
        ("TOPPADDING", *everywhere, 1.5),
        ("BOTTOMPADDING", *everywhere, 2),
        ("LEFTPADDING", *everywhere, CELL_PADDING),
        ("RIGHTPADDING", *everywhere, CELL_PADDING),
        hAlign="CENTER",
        repeatRows=1,
    )


def _widest_word(column: Iterable[str], of: Any) -> float:
    """The width in points that a column needs so that no word of it is broken."""
    from reportlab.pdfbase.pdfmetrics import stringWidth

    words = (word for cell in column for word in cell.split())
    widest = max((stringWidth(word, of.fontName, of.fontSize) for word in words), default=0.0)
    return float(widest) + 2 * CELL_PADDING + 1


def _pdf_picture(picture: Picture, width: float) -> Any:
    from reportlab.lib.units import mm
    from reportlab.lib.utils import ImageReader
    from reportlab.platypus import Image

    across, down = ImageReader(BytesIO(picture.png)).getSize()
    point = min(72 / DPI, width / across, HIGHEST_PICTURE_MM * mm / down)
    made: Any = Image(BytesIO(picture.png), width=across * point, height=down * point)
    return made


# --- Markdown -----------------------------------------------------------------------------------


def as_markdown(document: Document) -> str:
    """The document as Markdown; its figures are files next to it."""
    return f"{_template('page.md').render(document=document, met_words=MET_WORDS)}\n"


def _plain(text: str) -> str:
    """Text in which no letter is taken for a mark of Markdown."""
    for letter in "\\`*_<>#[]&$~":
        text = text.replace(letter, f"\\{letter}")
    return text.replace("\n", " ")
