"""The PET QA report: one A4 page for whoever must decide whether to scan again.

Its four parts are those of H. Zhang et al., BMC Med. Imaging 23 (2023), Fig. 9: basic information,
scan and reconstruction parameters, clinical images, deep-learning score; beside them the statistics
control. What has to be done stands on top. The page is told what to say in words and pictures; it
holds all of it, in smaller letters where there is much.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from io import BytesIO
from itertools import groupby
from pathlib import Path
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray
from reportlab.lib.colors import Color, HexColor, white
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, Table, TableStyle

from station.errors import StationError
from station.pet.image_quality import (
    GRADE_MEANS,
    GRADES,
    LOWEST_GOOD,
    Check,
    QualityGrade,
    Status,
    Verdict,
    limits_words,
    value_words,
)

NOT_RECORDED = "not recorded"

MARGIN = 11 * mm
GAP = 7.0
HEADING = 14.0
SPACE = 3 * GAP + 2 * HEADING
"""Headings and gaps of pictures, score and control; the score's own heading is of its height"""
FONT, BOLD = "Helvetica", "Helvetica-Bold"
OTHER_LETTERS = "DejaVuSans"
"""For letters that the PDF's built-in faces lack; it comes with matplotlib"""
NO_LETTER = "□"

GOOD, POOR, NEITHER = HexColor("#2f6b4b"), HexColor("#7a3b36"), HexColor("#4d5661")
INK, QUIET, HAIR, GROUND = (
    HexColor("#15171a"),
    HexColor("#5a6270"),
    HexColor("#c9ced6"),
    HexColor("#f1f3f5"),
)
VERDICT_COLOURS = {Verdict.GOOD: GOOD, Verdict.POOR: POOR, Verdict.NOT_GRADABLE: NEITHER}
STATUS_COLOURS = {
    Status.FAIL: HexColor("#9b2c2c"),
    Status.LOOK: HexColor("#8a5a00"),
    Status.PASS: HexColor("#1f6b43"),
    Status.NOT_POSSIBLE: QUIET,
}
MARK_COLOUR = HexColor("#d9480f")

LETTERS = (6.8, 6.4, 6.0, 5.6, 5.2, 4.8, 4.4, 4.0, 3.6)
"""Sizes in which the statistics control is tried, the largest that fits is taken"""
PARAMETER_LETTERS = 6.8
TALLEST_ACTION = 38.0
"""Points; what to do stands in smaller letters where it is longer"""
PICTURES_AT_LEAST, PICTURES_AT_MOST = 150.0, 300.0
"""Height in points, with their captions"""
FLAT_AT_LEAST = 60.0
SCALE_BAR_MM = 100.0
RING_MM = 17.0
SUSPICIONS_AT_MOST = 4
REASON_LETTERS_AT_MOST = 400
"""Of a sentence in the control; beyond, the page says that there is more"""


@dataclass(frozen=True)
class Fact:
    """A line of the basic information."""

    name: str
    value: str | None
    """None: not recorded"""


@dataclass(frozen=True)
class Parameters:
    """Scan and reconstruction parameters: a line for each scan."""

    names: tuple[str, ...]
    rows: tuple[tuple[str | None, ...], ...]
    """What was scanned, then a value a name; None: not recorded"""

    def __post_init__(self) -> None:
        for row in self.rows:
            if len(row) != len(self.names):
                raise ValueError(f"{len(row)} parameters under {len(self.names)} names")


@dataclass(frozen=True)
class Mark:
    """A place in a picture where there is something to look at."""

    label: str
    row: float
    column: float
    """Pixels; whole numbers are their centres"""


@dataclass(frozen=True, eq=False)
class ClinicalImage:
    """One picture. Rows run down and columns to the right, in square pixels."""

    caption: str
    """What it is, its unit, its window, its position"""
    pixels: NDArray[np.uint8]
    """RGB (rows, columns, 3)"""
    mm_per_pixel: float
    sides: tuple[str, str]
    """Letters of the patient's side at the left and at the right edge"""
    marks: tuple[Mark, ...] = ()

    @property
    def width_mm(self) -> float:
        return self.pixels.shape[1] * self.mm_per_pixel

    @property
    def height_mm(self) -> float:
        return self.pixels.shape[0] * self.mm_per_pixel


@dataclass(frozen=True, eq=False)
class QualityPage:
    """What the page says."""

    action: str
    """What to do, in a sentence or two"""
    made: str
    """When, and by which program"""
    grade: QualityGrade
    checks: tuple[Check, ...]
    refusal: str | None
    """Why nothing was checked"""
    basic: tuple[Fact, ...]
    """Read in columns, one beneath the other"""
    parameters: Parameters
    tall: tuple[ClinicalImage, ...] = ()
    """Of the whole body, side by side"""
    flat: tuple[ClinicalImage, ...] = ()
    """Slices, one beneath the other"""
    legend: tuple[str, ...] = ()
    """What the marks are, and what the colours say"""
    no_images: str = ""
    """Why there are none"""
    driven_by: str = ""
    """A sentence on what decides the grade, or why that is not known"""


def write_quality_report(page: QualityPage, path: Path) -> None:
    """Write the page as PDF. Raises StationError where the file cannot be written."""
    content = as_pdf(page)
    try:
        path.write_bytes(content)
    except OSError as error:
        raise StationError(
            f"The report cannot be written to {path}: {error.strerror}. Choose another folder."
        ) from error


def as_pdf(page: QualityPage) -> bytes:
    """The page as a PDF of one A4 page."""
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=A4)
    canvas.setTitle("PET QA report")
    canvas.setAuthor("Station")
    _Sheet(canvas, page).draw()
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()


class _Sheet:
    """Draws from the top down; `y` is where the next part begins."""

    def __init__(self, canvas: Canvas, page: QualityPage) -> None:
        self.canvas = canvas
        self.page = page
        self.left, self.right = MARGIN, A4[0] - MARGIN
        self.width = self.right - self.left
        self.y = A4[1] - MARGIN
        self.bottom = MARGIN
        """Above the last lines"""

    def draw(self) -> None:
        self._title()
        self._action()
        self._basic()
        self._parameters()
        bottom = self.bottom = self._footer()
        score = self._score_height()
        control = self._control(self.y - bottom - score - PICTURES_AT_LEAST - SPACE)
        control_height = _height(control, self.width)
        room = self.y - bottom - score - control_height - SPACE
        self._pictures(min(max(room, PICTURES_AT_LEAST), PICTURES_AT_MOST))
        self._score()
        self._heading("Statistics control", self._counts())
        self._flow(control)

    # Parts

    def _title(self) -> None:
        self._text(self.left, self.y - 13, "PET QA report", BOLD, 15)
        _put(
            self.canvas,
            _paragraph(self.page.made, 7, QUIET, alignment=2),
            self.left + self.width * 0.4,
            self.y - 3,
            self.width * 0.6,
        )
        self.y -= 19

    def _action(self) -> None:
        """What to do, beside the verdict in its colour."""
        grade = self.page.grade
        box, pad = 82.0, 6.0
        words = _paragraph(self.page.action, 10.5, INK, BOLD)
        if _height([words], self.width - box - 2 * pad) > TALLEST_ACTION:
            words = _paragraph(self.page.action, 8.0, INK, BOLD)
        height = max(_height([words], self.width - box - 2 * pad) + 2 * pad, 34.0)
        bottom = self.y - height
        canvas = self.canvas
        canvas.setFillColor(GROUND)
        canvas.rect(self.left, bottom, self.width, height, stroke=0, fill=1)
        canvas.setFillColor(VERDICT_COLOURS[grade.verdict])
        canvas.rect(self.left, bottom, box, height, stroke=0, fill=1)
        middle = bottom + height / 2
        if grade.grade is None:
            self._centred(self.left + box / 2, middle - 4, "Not gradable", BOLD, 11.5, white)
        else:
            self._centred(self.left + 22, middle - 9, str(grade.grade), BOLD, 26, white)
            self._centred(self.left + 58, middle + 1, str(grade.verdict), BOLD, 13, white)
            self._centred(self.left + 58, middle - 9, "grade of 5", FONT, 7, white)
        inner = height - _height([words], self.width - box - 2 * pad)
        _put(
            canvas,
            words,
            self.left + box + pad,
            self.y - inner / 2,
            self.width - box - 2 * pad,
        )
        self.y = bottom - GAP

    def _basic(self) -> None:
        self._heading("Basic information")
        facts, columns = self.page.basic, 3
        rows = -(-len(facts) // columns)
        cells: list[list[Any]] = [["" for _ in range(2 * columns)] for _ in range(rows)]
        for number, fact in enumerate(facts):
            column, row = divmod(number, rows)
            cells[row][2 * column] = _paragraph(fact.name, 7, QUIET)
            cells[row][2 * column + 1] = _recorded(fact.value, 7)
        name = 62.0
        value = self.width / columns - name
        self._flow([_table(cells, [name, value] * columns)])

    def _parameters(self) -> None:
        self._heading("Scan and reconstruction parameters")
        told = self.page.parameters
        header = [_paragraph(name, PARAMETER_LETTERS, QUIET) for name in told.names]
        rows = [[_recorded(value, PARAMETER_LETTERS) for value in row] for row in told.rows]
        self._flow([_table([header, *rows], _widths(told, self.width), line_below_header=True)])

    def _pictures(self, height: float) -> None:
        self._heading("Clinical images")
        top, page = self.y, self.page
        if not page.tall and not page.flat:
            words = _paragraph(page.no_images or "There is no image to show.", 8, INK)
            _put(self.canvas, words, self.left, top, self.width)
            self.y = top - _height([words], self.width) - GAP
            return
        caption = 21.0  # three lines
        per_mm = self._scale(height - caption)
        x = self.left
        ends: list[float] = []
        for image in page.tall:
            ends.append(self._picture(image, x, top, per_mm))
            x += image.width_mm * per_mm + GAP
        width = self.right - x
        y = top
        flat, legend, room = self._beside(height, caption, width)
        flat_mm = sum(image.height_mm for image in flat)
        for image in flat:
            scale = min(width / image.width_mm, room / flat_mm)
            y = self._picture(image, x, y, scale, width) - 3
        for line in legend:
            y = _put(self.canvas, line, x, y, width)
        self.y = min([*ends, y]) - GAP

    def _beside(
        self, height: float, caption: float, width: float
    ) -> tuple[tuple[ClinicalImage, ...], list[Paragraph], float]:
        """(slices, legend, height of the slices' pictures): a second slice is left out, and then
        the legend's letters are made smaller, where there is no room."""
        legend: list[Paragraph] = []
        flat = self.page.flat
        for size in (LETTERS[0], *LETTERS):
            legend = [_paragraph(line, size, INK) for line in self.page.legend]
            room = height - len(flat) * (caption + 3) - _height(legend, width)
            if room >= FLAT_AT_LEAST * len(flat):
                return flat, legend, room
            flat = flat[:1]
        return flat, legend, FLAT_AT_LEAST

    def _scale(self, height: float) -> float:
        """Points a mm, so that the tall pictures leave 30 % of the width to the flat ones."""
        tall = self.page.tall
        if not tall:
            return 1.0
        across = sum(image.width_mm for image in tall)
        room = self.width * (0.7 if self.page.flat else 1.0) - GAP * len(tall)
        return min(height / max(image.height_mm for image in tall), room / across)

    def _picture(
        self, image: ClinicalImage, x: float, top: float, per_mm: float, caption_width: float = 0.0
    ) -> float:
        """Draw a picture and its caption; the y beneath them."""
        canvas = self.canvas
        width, height = image.width_mm * per_mm, image.height_mm * per_mm
        reader = ImageReader(_pil(image.pixels))
        canvas.drawImage(reader, x, top - height, width, height)  # pyright: ignore[reportUnknownMemberType]  reportlab is typed in part
        canvas.setStrokeColor(HAIR)
        canvas.setLineWidth(0.4)
        canvas.rect(x, top - height, width, height, stroke=1, fill=0)
        for side, where in ((image.sides[0], x + 5), (image.sides[1], x + width - 5)):
            self._on_picture(where, top - 8, side)
        bar = SCALE_BAR_MM * per_mm
        if bar < width - 8:
            canvas.setStrokeColor(white)
            canvas.setLineWidth(2.2)
            canvas.line(x + 4, top - height + 4, x + 4 + bar, top - height + 4)
            canvas.setStrokeColor(INK)
            canvas.setLineWidth(1.1)
            canvas.line(x + 4, top - height + 4, x + 4 + bar, top - height + 4)
            self._on_picture(x + 4 + bar / 2, top - height + 9, f"{SCALE_BAR_MM:.0f} mm", 5.2)
        for mark in image.marks:
            across = x + min(max((mark.column + 0.5) * image.mm_per_pixel * per_mm, 0), width)
            down = top - min(max((mark.row + 0.5) * image.mm_per_pixel * per_mm, 4), height - 4)
            self._ring(across, down, RING_MM * per_mm, mark.label, (x, top - height, width, height))
        words = _paragraph(image.caption, 5.8, QUIET)
        return _put(canvas, words, x, top - height - 1, max(width, caption_width))

    def _ring(
        self,
        x: float,
        y: float,
        radius: float,
        label: str,
        box: tuple[float, float, float, float],
    ) -> None:
        """A ring, cut off at the picture's edge, and its label beside it inside the picture."""
        canvas: Any = self.canvas
        radius = max(radius, 4.0)
        left, _, width, _ = box
        canvas.saveState()
        path = canvas.beginPath()
        path.rect(*box)
        canvas.clipPath(path, stroke=0, fill=0)
        for colour, line in ((white, 2.0), (MARK_COLOUR, 1.1)):
            canvas.setStrokeColor(colour)
            canvas.setLineWidth(line)
            canvas.circle(x, y, radius, stroke=1, fill=0)
        canvas.restoreState()
        beside = x + radius + 4.5 if x + radius + 9 < left + width else x - radius - 4.5
        canvas.setFillColor(MARK_COLOUR)
        canvas.circle(beside, y, 4.4, stroke=0, fill=1)
        self._centred(beside, y - 2.2, label, BOLD, 6.4, white)

    def _on_picture(self, x: float, y: float, text: str, size: float = 6.5) -> None:
        """Letters that can be read on any ground: on a small white field."""
        canvas = self.canvas
        width = pdfmetrics.stringWidth(text, BOLD, size) + 2.4
        canvas.setFillColor(Color(1, 1, 1, alpha=0.85))
        canvas.rect(x - width / 2, y - size * 0.2 - 0.6, width, size + 1.0, stroke=0, fill=1)
        self._centred(x, y, text, BOLD, size, INK)

    def _score_height(self) -> float:
        left, middle, right = self._score_columns()
        return max(_height(left[1], left[0]), middle[1], _height(right[1], right[0])) + HEADING

    def _score_columns(
        self,
    ) -> tuple[tuple[float, list[Paragraph]], tuple[float, float], tuple[float, list[Paragraph]]]:
        """(width, words) left, (width, height) of the bars, (width, words) right."""
        bars = 150.0
        words = (self.width - bars - 2 * GAP) / 2
        return (words, self._verdict_words()), (bars, 58.0), (words, self._driving_words())

    def _verdict_words(self) -> list[Paragraph]:
        grade = self.page.grade
        told: list[Paragraph] = []
        if grade.grade is None:
            told.append(_paragraph(f"{grade.verdict}: {grade.reason or ''}", 8, INK, BOLD))
        else:
            told.append(
                _paragraph(
                    f"Grade {grade.grade} of 5, {grade.verdict}: {GRADE_MEANS[grade.grade]}.",
                    8,
                    INK,
                    BOLD,
                )
            )
            if grade.probability_good is not None:
                told.append(
                    _paragraph(
                        f"Probability that the image is good (grade {LOWEST_GOOD} or better): "
                        f"{_percent(grade.probability_good)}",
                        7.2,
                        INK,
                    )
                )
        if grade.caution:
            told.append(_paragraph(f"Caution: {grade.caution}", 7.2, STATUS_COLOURS[Status.LOOK]))
        if grade.model is not None:
            model = grade.model
            told += [
                _paragraph(f"Network: {model.name}, version {model.version}, SHA-256", 5.8, QUIET),
                _paragraph(model.sha256, 5.0, QUIET),
            ]
        return told

    def _driving_words(self) -> list[Paragraph]:
        grade, page = self.page.grade, self.page
        told: list[Paragraph] = []
        if grade.suspicions:
            told.append(_paragraph("What the network suspects", 7.2, INK, BOLD))
            shown = grade.suspicions[:SUSPICIONS_AT_MOST]
            told += [
                _paragraph(f"{one.cause}: {_percent(one.probability)}", 7, INK) for one in shown
            ]
            rest = len(grade.suspicions) - len(shown)
            if rest:
                told.append(_paragraph(f"and {rest} less probable; the JSON has them", 6, QUIET))
        elif grade.grade is not None:
            told.append(_paragraph("The network names no suspicion.", 7, INK))
        if page.driven_by:
            told.append(_paragraph(page.driven_by, 6.6, INK))
        if grade.distance is not None:
            told.append(
                _paragraph(
                    f"Distance from the training images: {grade.distance:.2f} (graded up to 1)",
                    6.4,
                    QUIET,
                )
            )
        return told

    def _score(self) -> None:
        self._heading("Deep-learning score")
        left, middle, right = self._score_columns()
        ends = [self.y - middle[1]]
        for (width, words), x in ((left, self.left), (right, self.right - right[0])):
            y = self.y
            for one in words:
                y = _put(self.canvas, one, x, y, width)
            ends.append(y)
        self._bars(self.left + left[0] + GAP, middle[0], middle[1])
        self.y = min(ends) - GAP

    def _bars(self, x: float, width: float, height: float) -> None:
        """The probability of each grade."""
        canvas, grade = self.canvas, self.page.grade
        base, top = self.y - height + 10, self.y - 9
        step = width / len(GRADES)
        canvas.setStrokeColor(HAIR)
        canvas.setLineWidth(0.5)
        canvas.line(x, base, x + width, base)
        if grade.probabilities is None:
            self._centred(x + width / 2, (base + top) / 2, "no probabilities", FONT, 7, QUIET)
        for number, of in enumerate(GRADES):
            middle = x + (number + 0.5) * step
            chosen = of == grade.grade
            self._centred(
                middle, base - 8, str(of), BOLD if chosen else FONT, 7, INK if chosen else QUIET
            )
            if grade.probabilities is None:
                continue
            share = grade.probabilities[number]
            tall = max((top - base) * share, 0.4)
            canvas.setFillColor(GOOD if of >= LOWEST_GOOD else POOR)
            canvas.rect(middle - step * 0.32, base, step * 0.64, tall, stroke=0, fill=1)
            self._centred(middle, base + tall + 2, _percent(share), FONT, 6.2, INK)

    def _counts(self) -> str:
        if not self.page.checks:
            return ""
        counts = {
            status: sum(check.status is status for check in self.page.checks) for status in Status
        }
        told = [f"{count} {status}" for status, count in counts.items() if count]
        return f"{len(self.page.checks)} checks: {', '.join(told)}"

    def _control(self, room: float) -> list[Any]:
        """The tables of the control, in the largest letters that `room` holds."""
        if not self.page.checks:
            why = self.page.refusal or "Nothing was checked."
            return [_paragraph(f"Not checked: {why}", 8, INK)]
        flow: list[Any] = []
        for size in LETTERS:
            flow = self._control_in(size)
            if _height(flow, self.width) <= room:
                break
        return flow

    def _control_in(self, size: float) -> list[Any]:
        flow: list[Any] = []
        order = (Status.FAIL, Status.LOOK)
        found = sorted(
            (check for check in self.page.checks if check.status in order),
            key=lambda check: order.index(check.status),
        )
        reasons: dict[str, list[str]] = {}
        for check in self.page.checks:
            if check.status is Status.NOT_POSSIBLE:
                reasons.setdefault(check.sentence, []).append(check.name)
        rows: list[list[Any]] = [
            [
                _status(check.status, size),
                _paragraph(check.name, size, INK, BOLD),
                _paragraph(value_words(check), size, INK),
                _paragraph(limits_words(check.limits), size, INK),
                _finding(check, size),
            ]
            for check in found
        ]
        for sentence, names in reasons.items():
            rows.append(
                [
                    _status(Status.NOT_POSSIBLE, size),
                    _paragraph(", ".join(names), size, INK, BOLD),
                    "",
                    "",
                    _paragraph(_shortened(sentence), size, INK),
                ]
            )
        if rows:
            spans = [("SPAN", (1, number), (3, number)) for number in range(len(found), len(rows))]
            fixed = [44.0, 96.0, 74.0, 44.0]
            widths = [*fixed, self.width - sum(fixed)]
            flow.append(_table(rows, widths, rules=True, more=spans))
        passed = [check for check in self.page.checks if check.status is Status.PASS]
        if passed:
            flow.append(self._passes(passed, size))
        return flow

    def _passes(self, passed: Sequence[Check], size: float) -> Any:
        """Two checks a row: what is in order needs no sentence."""
        half = -(-len(passed) // 2)
        cells: list[list[Any]] = [["" for _ in range(8)] for _ in range(half)]
        for number, check in enumerate(passed):
            column, row = divmod(number, half)
            cells[row][4 * column : 4 * column + 4] = [
                _status(check.status, size),
                _paragraph(check.name, size, INK),
                _paragraph(value_words(check), size, INK),
                _paragraph(limits_words(check.limits), size, QUIET),
            ]
        fixed = [30.0, 112.0, 76.0]
        widths = [*fixed, self.width / 2 - sum(fixed)] * 2
        return _table(cells, widths, rules=True)

    def _footer(self) -> float:
        """Draw the last lines; the y above them."""
        lines = ["For research, not for diagnosis."]
        if self.page.checks:
            lines.append(
                "Limits are those within which a check passes; their sources stand beside what "
                "failed or needs a look, and of all checks in the JSON and the DICOM report."
            )
        if NO_LETTER in "".join(_letters(text) for text in self._header_texts()):
            lines.append(f"{NO_LETTER} is a letter that this page's typefaces lack.")
        words = _paragraph(" ".join(lines), 6.2, QUIET)
        height = _height([words], self.width)
        _put(self.canvas, words, self.left, MARGIN - 6 + height, self.width)
        return MARGIN - 6 + height + 4

    def _header_texts(self) -> list[str]:
        page = self.page
        return [
            page.action,
            *(fact.value or "" for fact in page.basic),
            *(value or "" for row in page.parameters.rows for value in row),
            *(check.sentence for check in page.checks),
        ]

    # Drawing

    def _heading(self, text: str, beside: str = "") -> None:
        canvas = self.canvas
        self._text(self.left, self.y - 8, text, BOLD, 8.4)
        if beside:
            width = pdfmetrics.stringWidth(text, BOLD, 8.4)
            self._text(self.left + width + 8, self.y - 8, beside, FONT, 7, QUIET)
        canvas.setStrokeColor(HAIR)
        canvas.setLineWidth(0.6)
        canvas.line(self.left, self.y - 11, self.right, self.y - 11)
        self.y -= HEADING

    def _flow(self, parts: Sequence[Any]) -> None:
        for part in parts:
            self.y = _put(self.canvas, part, self.left, self.y, self.width)
        self.y -= GAP

    def _text(
        self, x: float, y: float, text: str, face: str, size: float, colour: Color = INK
    ) -> None:
        self.canvas.setFillColor(colour)
        self.canvas.setFont(face, size)
        self.canvas.drawString(x, y, text)

    def _centred(
        self, x: float, y: float, text: str, face: str, size: float, colour: Color
    ) -> None:
        self.canvas.setFillColor(colour)
        self.canvas.setFont(face, size)
        self.canvas.drawCentredString(x, y, text)


# --- Words ---------------------------------------------------------------------------------------


def _percent(share: float) -> str:
    """Never 0 or 100 % of what is only improbable or probable."""
    if 0 < share < 0.005:
        return "<\u00a01\u00a0%"
    if 0.995 <= share < 1:
        return ">\u00a099\u00a0%"
    return f"{100 * share:.0f}\u00a0%"


def _recorded(value: str | None, size: float) -> Paragraph:
    if value is None:
        return _paragraph(NOT_RECORDED, size, QUIET)
    return _paragraph(value, size, INK)


def _status(status: Status, size: float) -> Paragraph:
    return _paragraph(str(status), size, STATUS_COLOURS[status], BOLD)


def _finding(check: Check, size: float) -> Paragraph:
    source = f' <font color="#5a6270">Limits: {_rich(check.source)}.</font>' if check.source else ""
    style = _style(size, INK)
    return Paragraph(_rich(_shortened(check.sentence)) + source, style)


def _shortened(sentence: str) -> str:
    if len(sentence) <= REASON_LETTERS_AT_MOST:
        return sentence
    return f"{sentence[:REASON_LETTERS_AT_MOST]} … (the whole sentence is in the JSON)"


def _paragraph(
    text: str, size: float, colour: Color, face: str = FONT, alignment: Literal[0, 2] = 0
) -> Paragraph:
    return Paragraph(_rich(text), _style(size, colour, face, alignment))


def _style(
    size: float, colour: Color, face: str = FONT, alignment: Literal[0, 2] = 0
) -> ParagraphStyle:
    return ParagraphStyle(
        "words",
        fontName=face,
        fontSize=size,
        leading=size * 1.18,
        textColor=colour,
        alignment=alignment,
        splitLongWords=1,
    )


def _rich(text: str) -> str:
    """The text for a paragraph; letters that the built-in faces lack are taken from another."""
    parts: list[str] = []
    for plain, letters in groupby(_letters(text), key=_is_plain):
        run = "".join(letters).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        parts.append(run if plain else f'<font name="{OTHER_LETTERS}">{run}</font>')
    return "".join(parts)


def _letters(text: str) -> str:
    """The text with a box for each letter that no face has, and a space for what is no letter."""
    other = _other_letters()
    shown = text if other is not None else text.replace("−", "–")
    return "".join(
        " "
        if letter != "\u00a0" and (letter.isspace() or not letter.isprintable())
        else letter
        if _is_plain(letter) or (other is not None and ord(letter) in other)
        else NO_LETTER
        if other is not None
        else "?"
        for letter in shown
    )


def _is_plain(letter: str) -> bool:
    return bool(letter.encode("cp1252", errors="ignore"))


@cache
def _other_letters() -> frozenset[int] | None:
    """The letters of the second face, which is then known to reportlab; None: it is not there."""
    found = find_spec("matplotlib")
    if found is None or found.origin is None:
        return None
    path = Path(found.origin).parent / "mpl-data" / "fonts" / "ttf" / "DejaVuSans.ttf"
    try:
        face: Any = TTFont(OTHER_LETTERS, str(path))
    except TTFError:
        return None
    pdfmetrics.registerFont(face)  # pyright: ignore[reportUnknownMemberType]
    return frozenset(face.face.charToGlyph)


# --- Tables and places ---------------------------------------------------------------------------


def _table(
    cells: list[list[Any]],
    widths: list[float],
    *,
    line_below_header: bool = False,
    rules: bool = False,
    more: Sequence[Any] = (),
) -> Any:
    style: list[Any] = [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("TOPPADDING", (0, 0), (-1, -1), 0.7),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 1.1),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-1, -1), 4),
        *more,
    ]
    if line_below_header:
        style.append(("LINEBELOW", (0, 0), (-1, 0), 0.3, HAIR))
    if rules:
        style.append(("LINEBELOW", (0, 0), (-1, -1), 0.2, HAIR))
    made: Any = Table(cells, colWidths=widths)
    made.setStyle(TableStyle(style))
    return made


def _widths(told: Parameters, width: float) -> list[float]:
    """Each column holds its longest word; what is left is shared by how much text there is."""
    needed: list[float] = []
    wanted: list[float] = []
    for number, name in enumerate(told.names):
        texts = [name, *(row[number] or NOT_RECORDED for row in told.rows)]
        words = [word for text in texts for word in text.split()]
        needed.append(min(max((_width(word) for word in words), default=0) + 6, width / 5))
        wanted.append(max(_width(text) for text in texts) + 6)
    more = np.maximum(np.array(wanted) - np.array(needed), 0.1)
    rest = max(width - sum(needed), 0.0)
    return (np.array(needed) + more * rest / more.sum()).tolist()


def _width(text: str) -> float:
    return float(pdfmetrics.stringWidth(text, FONT, PARAMETER_LETTERS))


def _height(parts: Sequence[Any], width: float) -> float:
    return sum(float(part.wrap(width, A4[1])[1]) for part in parts)


def _put(canvas: Canvas, part: Any, x: float, top: float, width: float) -> float:
    """Draw a paragraph or table below `top`; the y beneath it."""
    _, height = part.wrapOn(canvas, width, A4[1])
    part.drawOn(canvas, x, top - height)
    return top - float(height)


def _pil(pixels: NDArray[np.uint8]) -> Any:
    """One channel where there is no colour: a third of the file, and of the time to write it."""
    from PIL import Image

    grey = (pixels[..., :1] == pixels).all()
    return Image.fromarray(np.ascontiguousarray(pixels[..., 0]) if grey else pixels)
