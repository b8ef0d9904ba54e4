"""What is printed: text in any script, paragraphs, tables, one-page PDFs.

A letter that none of the faces has is printed as NO_LETTER.
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import cache
from html import escape
from io import BytesIO
from itertools import groupby
from typing import Any

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Frame, KeepInFrame, Paragraph, Table

from station.report.faces import BOLD, FONT, OTHER_FACES, file_of

NO_LETTER = "□"
INK, QUIET, HAIR = HexColor("#15171a"), HexColor("#5a6270"), HexColor("#c9ced6")
LEADING = 1.18
"""Of the size of the letters"""
_RIGHT_TO_LEFT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff"


@cache
def _letters_of(face: str) -> frozenset[int]:
    """The letters of a face, which reportlab knows from then on."""
    font: Any = TTFont(face, str(file_of(face)))
    pdfmetrics.registerFont(font)  # pyright: ignore[reportUnknownMemberType]
    return frozenset(font.face.charToGlyph)


@cache
def _face_of(letter: str) -> str | None:
    """The face that prints a letter: empty for the text's own, None where there is none."""
    if ord(letter) in _letters_of(FONT):
        return ""
    return next((face for face in OTHER_FACES if ord(letter) in _letters_of(face)), None)


def printable(text: str) -> str:
    """The text as its letters are placed from left to right, each of which some face has.

    Arabic is joined and, as Hebrew, put in its order from right to left; white space and control
    characters become spaces, marks of direction are left out.
    """
    text = unicodedata.normalize("NFC", text)
    right_to_left = re.search(f"[{_RIGHT_TO_LEFT}]", text) is not None
    if right_to_left:
        from arabic_reshaper import ArabicReshaper

        reshaper: Any = ArabicReshaper({"delete_harakat": False})
        text = reshaper.reshape(text)
    text = "".join(map(_shown, text))
    if right_to_left:
        from bidi.algorithm import get_display

        # A line must not end in a name whose letters run the other way.
        pattern = f"(?<=[{_RIGHT_TO_LEFT}]) (?=[{_RIGHT_TO_LEFT}])"
        text = re.sub(pattern, "\u00a0", str(get_display(text)))
    return text


def _shown(letter: str) -> str:
    kind = unicodedata.category(letter)
    if kind == "Cf":
        return ""
    if letter != "\u00a0" and kind in ("Cc", "Zs", "Zl", "Zp"):
        return " "
    return letter if _face_of(letter) is not None else NO_LETTER


def markup(text: str) -> str:
    """The text for a paragraph, without any markup of its own; other letters in their own face."""
    parts: list[str] = []
    for face, letters in groupby(printable(text), key=_face_of):
        run = escape("".join(letters), quote=False)
        parts.append(f'<font name="{face}">{run}</font>' if face else run)
    return "".join(parts)


def style(
    size: float,
    colour: Color = INK,
    *,
    bold: bool = False,
    alignment: int = 0,
    **more: Any,
) -> ParagraphStyle:
    """`size` in points; alignment 0 left, 1 centre, 2 right; `more` as in ParagraphStyle."""
    for face in (FONT, BOLD):
        _letters_of(face)
    options: dict[str, Any] = {"leading": size * LEADING, "splitLongWords": 1, **more}
    return ParagraphStyle(
        "words",
        fontName=BOLD if bold else FONT,
        fontSize=size,
        textColor=colour,
        alignment=alignment,  # pyright: ignore[reportArgumentType]  an enumeration there
        **options,
    )


def paragraph(text: str, of: ParagraphStyle, after: str = "") -> Paragraph:
    """Any text in a style; `after` is markup to end with."""
    return Paragraph(markup(text) + after, of)


def table(
    cells: Sequence[Sequence[Any]],
    widths: Sequence[float],
    *more: Any,
    **how: Any,
) -> Any:
    """A table without rules, its cells tight on the left; widths in points.

    A cell is a part or several, one below the other; `more` as in TableStyle, `how` as in Table.
    """
    options: dict[str, Any] = {"hAlign": "LEFT", **how}
    made: Any = Table([list(row) for row in cells], list(widths), **options)
    everywhere = ((0, 0), (-1, -1))
    made.setStyle(
        [
            ("FONTNAME", *everywhere, FONT),
            ("VALIGN", *everywhere, "TOP"),
            ("TOPPADDING", *everywhere, 0.7),
            ("BOTTOMPADDING", *everywhere, 1.1),
            ("LEFTPADDING", *everywhere, 0),
            ("RIGHTPADDING", *everywhere, 4),
            *more,
        ]
    )
    return made


def height_of(parts: Sequence[Any], width: float) -> float:
    """Of parts one below the other, in points."""
    return sum(float(part.wrap(width, A4[1])[1]) for part in parts)


def one_page(
    title: str,
    story: Sequence[Any],
    footer: Sequence[Any],
    margin: float,
    *,
    reproducible: bool = False,
) -> bytes:
    """An A4 page as PDF: `story` from the top down, `footer` at the bottom; margins in points.

    What is too tall for the page is drawn smaller. `reproducible`: the file does not say when it
    was made.
    """
    buffer = BytesIO()
    canvas: Any = Canvas(buffer, pagesize=A4, initialFontName=FONT, invariant=int(reproducible))  # pyright: ignore[reportArgumentType]
    canvas.setTitle(title)
    canvas.setAuthor("Station")
    width, low = A4[0] - 2 * margin, height_of(footer, A4[0] - 2 * margin)
    for parts, y, room in ((story, margin + low, A4[1] - 2 * margin - low), (footer, margin, low)):
        frame: Any = Frame(margin, y - 1, width, room + 1, 0, 0, 0, 0)
        frame.addFromList([KeepInFrame(width, room + 0.5, list(parts))], canvas)
    canvas.save()
    return buffer.getvalue()
