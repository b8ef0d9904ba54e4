"""The report of a denoiser's evaluation: figures, and the same pages as HTML and as PDF.

It gets plain tables, pictures and sentences, and knows nothing of how they came about. The HTML is
one file that needs no other; the figures are next to it as PNG too.
"""

import base64
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from station.errors import StationError
from station.report.plots import DPI
from station.report.table_file import csv_text

Floats = NDArray[np.float64]

MET_WORDS = {True: "reached", False: "not reached", None: "not measured"}
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

    def __post_init__(self) -> None:
        for row in self.rows:
            if len(row) != len(self.header):
                raise ValueError(f"a row of {len(row)} cells under {len(self.header)} headings")
        if self.met is not None and len(self.met) != len(self.rows):
            raise ValueError("there is one verdict a row")


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
            one for section in self.sections for one in section.parts if isinstance(one, Picture)
        )


def write_document(document: Document, folder: Path) -> tuple[Path, ...]:
    """report.html, report.pdf and the figures into a folder; the files in that order.

    Raises StationError where one cannot be written.
    """
    content = {
        "report.html": as_html(document).encode(),
        "report.pdf": as_pdf(document),
        **{f"{picture.name}.png": picture.png for picture in document.pictures},
    }
    return write_files(content, folder)


def write_files(content: Mapping[str, bytes], folder: Path) -> tuple[Path, ...]:
    """A report's files, by name, into a folder. Raises StationError where one cannot be written."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, data in content.items():
            (folder / name).write_bytes(data)
    except OSError as error:
        raise StationError(
            f"The report cannot be written to {folder}: {error.strerror}. Choose another folder."
        ) from error
    return tuple(folder / name for name in content)


def write_rows(path: Path, rows: Iterable[Mapping[str, object]]) -> None:
    """One line a row, in the order of the first one's keys; what is None or not a number is empty.

    Raises StationError where the file cannot be written.
    """
    every = list(rows)
    cells = ([None if value != value else value for value in row.values()] for row in every)  # noqa: PLR0124  NaN
    try:
        text = csv_text(list(every[0]), cells, "\r\n") if every else ""
        path.write_bytes(text.encode())
    except OSError as error:
        raise StationError(
            f"{path} cannot be written: {error.strerror}. Choose another folder."
        ) from error


# --- HTML ---------------------------------------------------------------------------------------

STYLE = """
body { font: 15px/1.5 system-ui, sans-serif; color: #1d2126; max-width: 74rem; margin: 2rem auto;
  padding: 0 1.5rem; }
h1 { font-size: 1.6rem; margin-bottom: .2rem } h2 { font-size: 1.2rem; margin-top: 2.4rem;
  border-bottom: 1px solid #d5d9de; padding-bottom: .2rem } h3 { font-size: 1rem }
.lines { color: #5a6270; margin: 0 }
table { border-collapse: collapse; margin: .8rem 0; font-size: .87rem;
  font-variant-numeric: tabular-nums }
th, td { padding: .22rem .7rem; border-bottom: 1px solid #e3e6ea; text-align: right;
  vertical-align: top } th:first-child, td:first-child, td.words, th.words { text-align: left }
th { border-bottom: 1px solid #868e99; font-weight: 600 }
.note, figcaption, footer { color: #5a6270; font-size: .85rem }
figure { margin: 1rem 0 } figure img { max-width: 100% }
.scroll { overflow-x: auto }
"""


def as_html(document: Document) -> str:
    """One page with its figures in it."""
    body = [f"<h1>{escape(document.title)}</h1>"]
    body += [f'<p class="lines">{escape(line)}</p>' for line in document.lines]
    for section in document.sections:
        body.append(f"<h2>{escape(section.title)}</h2>")
        body += [f"<p>{escape(text)}</p>" for text in section.text]
        for part in section.parts:
            body.append(_html_table(part) if isinstance(part, Table) else _html_picture(part))
    body.append(f"<footer><p>{escape(document.footer)}</p></footer>")
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        f"<title>{escape(document.title)}</title><style>{STYLE}</style></head>\n<body>\n"
        + "\n".join(body)
        + "\n</body></html>\n"
    )


def _html_picture(picture: Picture) -> str:
    data = base64.b64encode(picture.png).decode()
    return (
        f'<figure><img src="data:image/png;base64,{data}" alt="{escape(picture.caption)}">'
        f"<figcaption>{escape(picture.caption)}</figcaption></figure>"
    )


def _html_table(table: Table) -> str:
    words = _wordy(table)

    def cells(tag: str, row: tuple[str, ...]) -> str:
        return "".join(
            f'<{tag} class="words">{escape(cell)}</{tag}>'
            if number in words
            else f"<{tag}>{escape(cell)}</{tag}>"
            for number, cell in enumerate(row)
        )

    head = cells("th", table.header) + ('<th class="words"></th>' if table.met is not None else "")
    lines = [f"<tr>{head}</tr>"]
    for number, row in enumerate(table.rows):
        verdict = ""
        if table.met is not None:
            met = table.met[number]
            verdict = (
                f'<td class="words" style="color:{MET_COLOURS[met]};font-weight:600">'
                f"{MET_WORDS[met]}</td>"
            )
        lines.append(f"<tr>{cells('td', row)}{verdict}</tr>")
    title = f"<h3>{escape(table.title)}</h3>" if table.title else ""
    notes = "".join(f'<p class="note">{escape(note)}</p>' for note in table.notes)
    return f'{title}<div class="scroll"><table>{"".join(lines)}</table></div>{notes}'


def _wordy(table: Table) -> set[int]:
    """The columns that hold words and not figures: they are flush left."""
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
    third = style(9, INK, bold=True, leading=12, spaceAfter=4, keepWithNext=1)
    small = style(7.5, QUIET, leading=9.5)
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
                story += [_pdf_picture(part, width), paragraph(part.caption, small)]
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
    everywhere = ((0, 0), (-1, -1))
    return table_of(
        cells,
        (width * parts / parts.sum()).tolist(),
        ("LINEBELOW", (0, 0), (-1, 0), 0.6, colors.black),
        ("LINEBELOW", (0, 1), (-1, -1), 0.2, colors.lightgrey),
        ("TOPPADDING", *everywhere, 1.5),
        ("BOTTOMPADDING", *everywhere, 2),
        ("LEFTPADDING", *everywhere, 3),
        ("RIGHTPADDING", *everywhere, 3),
        hAlign="CENTER",
        repeatRows=1,
    )


def _pdf_picture(picture: Picture, width: float) -> Any:
    from reportlab.lib.units import mm
    from reportlab.lib.utils import ImageReader
    from reportlab.platypus import Image

    across, down = ImageReader(BytesIO(picture.png)).getSize()
    point = min(72 / DPI, width / across, HIGHEST_PICTURE_MM * mm / down)
    made: Any = Image(BytesIO(picture.png), width=across * point, height=down * point)
    return made


def write_grader_report(document: Document, folder: Path, name: str) -> tuple[Path, ...]:
    """NAME.pdf, NAME.md and the figures into a folder; the files in that order.

    Raises StationError where one cannot be written.
    """
    content = {
        f"{name}.pdf": as_pdf(document),
        f"{name}.md": as_markdown(document).encode(),
        **{f"{picture.name}.png": picture.png for picture in document.pictures},
    }
    return write_files(content, folder)


def as_markdown(document: Document) -> str:
    """The document as Markdown; its figures are files next to it."""
    parts = [f"# {document.title}", *(f"{_plain(line)}  " for line in document.lines)]
    for section in document.sections:
        parts += ["", f"## {section.title}"]
        for text in section.text:
            parts += ["", _plain(text)]
        for part in section.parts:
            if isinstance(part, Table):
                parts += ["", *_markdown_table(part)]
            else:
                caption = _plain(part.caption)
                parts += ["", f"![{part.name}]({part.name}.png)", "", f"*{caption}*"]
    return "\n".join([*parts, "", f"> {_plain(document.footer)}", ""])


def _markdown_table(table: Table) -> list[str]:
    lines = [f"### {table.title}", ""] if table.title else []
    header = [*table.header, *([""] if table.met is not None else [])]
    lines += [_markdown_row(header), _markdown_row(["---"] * len(header))]
    for number, row in enumerate(table.rows):
        verdict = [] if table.met is None else [MET_WORDS[table.met[number]]]
        lines.append(_markdown_row([*row, *verdict]))
    for note in table.notes:
        lines += ["", _plain(note)]
    return lines


def _markdown_row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(_plain(cell).replace("|", "\\|") for cell in cells) + " |"


def _plain(text: str) -> str:
    """Text in which no letter is taken for a mark of Markdown."""
    for letter in ("\\", "`", "*", "_", "<", ">", "#"):
        text = text.replace(letter, f"\\{letter}")
    return text.replace("\n", " ")
