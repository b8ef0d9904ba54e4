"""The report of a study as PDF: head, technique, findings, tables with units, MIPs with numbered
lesions, key images, and what the SUVs rest on. As many A4 pages as it takes."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.platypus import Image, KeepTogether, SimpleDocTemplate, Spacer

from station.report.faces import FONT
from station.report.paper import QUIET, paragraph, style, table
from station.report.voi_pdf import KeyImages, png
from station.whole_file import whole_file, writing

MARGIN = 16 * mm
WIDTH = A4[0] - 2 * MARGIN
FOOT = 9 * mm
KEY_PX_PT = 118.0
"""Side of a key image on the paper, in points"""
KEY_ACROSS = 2
"""Pairs of key images next to each other"""
MIP_HEIGHT_PT = 330.0


@dataclass(frozen=True)
class Columns:
    """A table: what heads it, and its rows. Units are in the headings."""

    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    first_share: float = 0.3
    """Of the width, for the first column"""
    is_text: bool = False
    """Whether all columns hold words, which begin at the left"""


@dataclass(frozen=True, eq=False)
class Report:
    """What the report says. Text is what a reader sees; the caller formatted the figures."""

    title: str
    head: tuple[tuple[str, str], ...]
    """Whose, when, read by whom: what and its value"""
    technique: tuple[str, ...]
    """A sentence a line"""
    findings: str
    tables: tuple[Columns, ...]
    mips: tuple[KeyImages, ...]
    """One picture each"""
    images: tuple[KeyImages, ...]
    assumptions: Columns
    """What the SUVs rest on"""
    cautions: tuple[str, ...]
    foot: str
    """At the bottom of every page, before its number"""


def write_report(report: Report, path: Path) -> None:
    """Write it as A4. Raises StationError when the file cannot be written."""
    buffer = BytesIO()
    document: Any = SimpleDocTemplate(
        buffer,
        pagesize=A4,
        leftMargin=MARGIN,
        rightMargin=MARGIN,
        topMargin=MARGIN,
        bottomMargin=MARGIN + FOOT,
        title=report.title,
        author="Station",
        initialFontName=FONT,
    )

    def foot(canvas: Any, page: Any) -> None:
        canvas.saveState()
        words = paragraph(f"{report.foot} · page {page.page}", style(7.5, QUIET))
        words.wrap(WIDTH, FOOT * 2)
        words.drawOn(canvas, MARGIN, MARGIN)
        canvas.restoreState()

    document.build(_story(report), onFirstPage=foot, onLaterPages=foot)
    # A folder that does not exist is refused, not made.
    with writing(path), whole_file(path.parent.resolve(strict=True) / path.name) as part:
        part.write_bytes(buffer.getvalue())


def _story(report: Report) -> list[Any]:
    story: list[Any] = [paragraph(report.title, style(16, bold=True, leading=24)), _head(report)]
    story += _section("Technique", [_words(line) for line in report.technique])
    lines = report.findings.splitlines() or ["None written."]
    story += _section("Findings", [_words(line) for line in lines])
    for one in report.tables:
        if one.rows:
            story += _section(one.title, [_table(one)])
    if report.mips:
        story += [KeepTogether(_section("Maximum intensity projections", [_mips(report.mips)]))]
    if report.images:
        story += _section("Key images", _key_images(report.images))
    if report.assumptions.rows:
        story += _section(report.assumptions.title, [_table(report.assumptions)])
    story += _section("Cautions and rules", [_small(line) for line in report.cautions])
    return story


def _section(title: str, parts: Sequence[Any]) -> list[Any]:
    """The heading stays with what it heads."""
    if not parts:
        return []
    heading = paragraph(title, style(11, bold=True, leading=16, spaceBefore=10, keepWithNext=1))
    return [heading, *parts]


def _words(line: str) -> Any:
    return paragraph(line or "\u00a0", style(9.5, leading=13))


def _small(line: str) -> Any:
    return paragraph(line, style(8, leading=10.5, spaceAfter=2))


def _head(report: Report) -> Any:
    cells = [
        [paragraph(name, style(9, QUIET, leading=12)), paragraph(value, style(9, leading=12))]
        for name, value in report.head
    ]
    return table(cells, [WIDTH * 0.2, WIDTH * 0.8])


def _table(one: Columns) -> Any:
    side = 0 if one.is_text else 2
    columns = len(one.header)
    rows = [
        [
            paragraph(cell, style(8, bold=bold, alignment=side if n else 0, leading=10.5))
            for n, cell in enumerate(row)
        ]
        for bold, row in [(True, one.header), *((False, row) for row in one.rows)]
    ]
    first = WIDTH * one.first_share
    return table(
        rows,
        [first, *[(WIDTH - first) / max(columns - 1, 1)] * (columns - 1)],
        ("LINEBELOW", (0, 0), (-1, 0), 0.6, colors.black),
        ("LINEBELOW", (0, 1), (-1, -1), 0.2, colors.lightgrey),
        repeatRows=1,
    )


def _captioned(caption: str, pictures: Sequence[Any], width: float) -> list[Any]:
    gap = width / len(pictures)
    return [table([list(pictures)], [gap] * len(pictures)), _small(caption), Spacer(1, 6)]


def _mips(mips: Sequence[KeyImages]) -> Any:
    pictures: list[list[Any]] = []
    each = WIDTH / max(len(mips), 2)
    for one in mips:
        rows, columns = one.pictures[0].shape[:2]
        height = min(MIP_HEIGHT_PT, (each - 8) * rows / columns)
        picture = Image(png(one.pictures[0]), height * columns / rows, height)
        pictures.append([picture, _small(one.caption)])
    return table([pictures], [each] * len(pictures))


def _key_images(images: Sequence[KeyImages]) -> list[Any]:
    """Two VOIs a row, each in both images with its caption beneath."""
    width = WIDTH / KEY_ACROSS
    cells = [
        _captioned(
            one.caption,
            [Image(png(pixels), KEY_PX_PT, KEY_PX_PT) for pixels in one.pictures],
            min(width, (KEY_PX_PT + 6) * len(one.pictures)),
        )
        for one in images
    ]
    if len(cells) % KEY_ACROSS:
        cells.append([Spacer(1, 1)])
    rows = [cells[n : n + KEY_ACROSS] for n in range(0, len(cells), KEY_ACROSS)]
    return [table([row], [width] * KEY_ACROSS) for row in rows]
