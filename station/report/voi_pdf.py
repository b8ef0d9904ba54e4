"""One page of VOIs as PDF: the table and key images of both images, side by side."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image as Pixels
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.platypus import Image, Spacer

from station.report.paper import height_of, one_page, paragraph, style, table
from station.whole_file import writing

MARGIN = 14 * mm
WIDTH = A4[0] - 2 * MARGIN
GAP, CAPTION = 8.0, 12.0
PICTURES_AT_MOST = 4
"""Pairs of key images that fit beneath the table"""
ROWS_AT_MOST = 26


@dataclass(frozen=True, eq=False)
class KeyImages:
    """One VOI in both images."""

    caption: str
    pictures: tuple[NDArray[np.uint8], ...]
    """Conventional and DL where there is one, RGB uint8 (rows, columns, 3)"""


@dataclass(frozen=True)
class Page:
    """What the page says. Text is what a reader sees; the figures were formatted by the caller."""

    title: str
    lines: tuple[str, ...]
    """Whose, when, of what: one beneath the other"""
    groups: tuple[tuple[str, int], ...]
    """What is above the header, and over how many columns; the first column has none"""
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    footer: tuple[str, ...]
    """The SUVpeak rule in force, warnings, the research statement"""
    images: tuple[KeyImages, ...] = ()


def write_pdf(page: Page, path: Path) -> None:
    """Write the page as A4. Raises StationError when the file cannot be written."""
    footer = [paragraph(line, style(7.5, leading=9.5, spaceAfter=2)) for line in page.footer]
    story = [
        paragraph(page.title, style(14, bold=True, leading=22)),
        *(paragraph(line, style(9, leading=12)) for line in page.lines),
        Spacer(1, 6),
        _table(page),
        Spacer(1, 10),
    ]
    room = A4[1] - 2 * MARGIN - height_of(story, WIDTH) - height_of(footer, WIDTH) - GAP
    content = one_page(page.title, [*story, *_pictures(page.images, room)], footer, MARGIN)
    with writing(path):
        path.write_bytes(content)


def _table(page: Page) -> Any:
    columns = len(page.header)
    groups = ["", *(cell for text, span in page.groups for cell in (text, *[""] * (span - 1)))]
    rows = list(page.rows[:ROWS_AT_MOST])
    more = len(page.rows) - len(rows)
    if more:
        rows.append((f"and {more} more; the CSV has all of them", *[""] * (columns - 1)))
    styles = [
        (style(8, bold=bold, leading=11.2), style(8, bold=bold, alignment=side, leading=11.2))
        for bold, side in ((True, 1), (True, 2), (False, 2))
    ]
    cells = [
        [paragraph(cell, styles[min(number, 2)][n > 0]) for n, cell in enumerate(row)]
        for number, row in enumerate((groups, page.header, *rows))
    ]
    starts = [1 + sum(span for _, span in page.groups[:n]) for n in range(len(page.groups))]
    spans = [
        ("SPAN", (start, 0), (start + span - 1, 0))
        for start, (_, span) in zip(starts, page.groups, strict=True)
    ]
    if more:
        spans.append(("SPAN", (0, -1), (-1, -1)))
    first = WIDTH * 0.3
    return table(
        cells,
        [first, *[(WIDTH - first) / max(columns - 1, 1)] * (columns - 1)],
        ("LINEBELOW", (0, 1), (-1, 1), 0.6, colors.black),
        ("LINEBELOW", (0, 2), (-1, -1), 0.2, colors.lightgrey),
        ("RIGHTPADDING", (0, 0), (-1, -1), 6),
        *spans,
    )


def _pictures(images: Sequence[KeyImages], room: float) -> list[Any]:
    """The key images as a table of pairs, as large as `room`, in points, allows."""
    shown = images[:PICTURES_AT_MOST]
    if not shown:
        return []
    across = 1 if len(shown) == 1 else 2
    down = -(-len(shown) // across)
    side = min((WIDTH - GAP * (across * 2 - 1)) / (across * 2), room / down - CAPTION - 2 * GAP)
    cells: list[list[Any]] = [[""] * across for _ in range(down)]
    for number, pair in enumerate(shown):
        row, column = divmod(number, across)
        pictures = [Image(png(pixels), side, side) for pixels in pair.pictures]
        both = table([pictures], [side + GAP] * len(pictures))
        cells[row][column] = [paragraph(pair.caption, style(8, leading=CAPTION)), both]
    return [table(cells, [2 * (side + GAP)] * across, ("BOTTOMPADDING", (0, 0), (-1, -1), GAP))]


def png(pixels: NDArray[np.uint8]) -> BytesIO:
    """A picture as reportlab reads it."""
    file = BytesIO()
    Pixels.fromarray(pixels).save(file, "PNG")
    return file
