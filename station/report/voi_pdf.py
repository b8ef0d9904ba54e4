"""One page of VOIs as PDF: the table and key images of both images, side by side."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image as Picture
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, Table, TableStyle

from station.errors import StationError

MARGIN = 14 * mm
PICTURES_AT_MOST = 4
"""Pairs of key images that fit beneath the table"""
ROWS_AT_MOST = 26
FONT, BOLD = "Helvetica", "Helvetica-Bold"


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
    """What stands above the header, and over how many columns; the first column has none"""
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    footer: tuple[str, ...]
    """The SUVpeak rule in force, warnings, the research statement"""
    images: tuple[KeyImages, ...] = ()


def write_pdf(page: Page, path: Path) -> None:
    """Write the page as A4. Raises StationError when the file cannot be written."""
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=A4)
    canvas.setTitle(page.title)
    _draw(canvas, page)
    canvas.showPage()
    canvas.save()
    try:
        path.write_bytes(buffer.getvalue())
    except OSError as error:
        raise StationError(
            f"The page cannot be written to {path}: {error.strerror}. Choose another folder."
        ) from error


def _draw(canvas: Canvas, page: Page) -> None:
    width, height = A4
    top = height - MARGIN
    canvas.setFont(BOLD, 14)
    canvas.drawString(MARGIN, top - 12, _plain(page.title))
    top -= 22
    canvas.setFont(FONT, 9)
    for line in page.lines:
        canvas.drawString(MARGIN, top - 9, _plain(line))
        top -= 12
    top = _draw_table(canvas, page, top - 6, width - 2 * MARGIN)
    bottom = _draw_footer(canvas, page.footer, width - 2 * MARGIN)
    _draw_pictures(canvas, page.images[:PICTURES_AT_MOST], top - 10, bottom + 8, width)


def _draw_table(canvas: Canvas, page: Page, top: float, width: float) -> float:
    """Draw the table below `top`; the y it ends at."""
    shown = page.rows[:ROWS_AT_MOST]
    groups = ["", *(word for text, span in page.groups for word in (text, *[""] * (span - 1)))]
    cells = [[_plain(cell) for cell in row] for row in (groups, page.header, *shown)]
    if len(page.rows) > ROWS_AT_MOST:
        more = f"and {len(page.rows) - ROWS_AT_MOST} more; the CSV has all of them"
        cells.append([more, *[""] * (len(page.header) - 1)])
    spans: list[tuple[str, tuple[int, int], tuple[int, int]]] = []
    column = 1
    for _, span in page.groups:
        spans.append(("SPAN", (column, 0), (column + span - 1, 0)))
        column += span
    first = width * 0.3
    rest = (width - first) / max(len(page.header) - 1, 1)
    table = Table(cells, colWidths=[first, *[rest] * (len(page.header) - 1)], rowHeights=13)
    table.setStyle(
        TableStyle(
            [
                ("FONT", (0, 0), (-1, -1), FONT, 8),
                *spans,
                ("FONT", (0, 0), (-1, 1), BOLD, 8),
                ("ALIGN", (1, 1), (-1, -1), "RIGHT"),
                ("ALIGN", (1, 0), (-1, 0), "CENTER"),
                ("LINEBELOW", (0, 1), (-1, 1), 0.6, colors.black),
                ("LINEBELOW", (0, 2), (-1, -1), 0.2, colors.lightgrey),
                ("TOPPADDING", (0, 0), (-1, -1), 1),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 2),
                ("LEFTPADDING", (0, 0), (0, -1), 0),
            ]
        )
    )
    _, table_height = table.wrapOn(canvas, width, top)
    table.drawOn(canvas, MARGIN, top - table_height)
    return top - table_height


def _draw_footer(canvas: Canvas, footer: Sequence[str], width: float) -> float:
    """Draw the footer at the bottom; the y it begins at."""
    style = ParagraphStyle("footer", fontName=FONT, fontSize=7.5, leading=9.5)
    y = MARGIN
    for line in reversed(footer):
        paragraph = Paragraph(_escaped(_plain(line)), style)
        _, line_height = paragraph.wrapOn(canvas, width, 200)
        paragraph.drawOn(canvas, MARGIN, y)
        y += line_height + 2
    return y


def _draw_pictures(
    canvas: Canvas, images: Sequence[KeyImages], top: float, bottom: float, width: float
) -> None:
    """Two pairs a row, as large as the room allows."""
    if not images or top - bottom < 60:
        return
    across = 2
    down = (len(images) + across - 1) // across
    gap, caption = 8.0, 12.0
    side = min(
        (width - 2 * MARGIN - gap * (across * 2 - 1)) / (across * 2),
        (top - bottom - down * caption) / down - gap,
    )
    for number, pair in enumerate(images):
        row, column = divmod(number, across)
        x = MARGIN + column * (2 * side + 2 * gap)
        y = top - row * (side + gap + caption)
        canvas.setFont(FONT, 8)
        canvas.drawString(x, y - 9, _plain(pair.caption))
        for place, picture in enumerate(pair.pictures):
            file = BytesIO()
            Picture.fromarray(picture).save(file, "PNG")
            file.seek(0)
            left = x + place * (side + gap)
            image = ImageReader(file)
            canvas.drawImage(image, left, y - caption - side, side, side)  # pyright: ignore[reportUnknownMemberType]  reportlab is typed in part


def _plain(text: str) -> str:
    """The text in the letters that the PDF's built-in face has."""
    for letter, spelled in (("−", "-"), ("Δ", "Change"), ("→", "->"), ("≥", ">=")):
        text = text.replace(letter, spelled)
    return text.encode("cp1252", errors="replace").decode("cp1252")


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
