"""The PET QA report: one A4 page for those who decide whether to scan again.

Its four parts are those of H. Zhang et al., BMC Med. Imaging 23 (2023), Fig. 9: basic information,
scan and reconstruction parameters, clinical images, deep-learning score; next to them the
statistics control. What to do is on top. The page gets its words and pictures ready made;
it holds all of them, in smaller letters where there is much.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from reportlab.lib.colors import Color, HexColor, white
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable, Paragraph, Spacer

from station.pet.image_quality import (
    GRADE_MEANS,
    GRADES,
    LOWEST_GOOD,
    Check,
    QualityGrade,
    Status,
    Verdict,
    driver_words,
    limits_words,
    value_words,
)
from station.report.paper import (
    BOLD,
    FONT,
    HAIR,
    INK,
    NO_LETTER,
    QUIET,
    height_of,
    markup,
    one_page,
    paragraph,
    printable,
    style,
    table,
)
from station.whole_file import writing

NOT_RECORDED = "not recorded"

MARGIN = 11 * mm
WIDTH = A4[0] - 2 * MARGIN
GAP = 7.0

GOOD, POOR, NEITHER = HexColor("#2f6b4b"), HexColor("#7a3b36"), HexColor("#4d5661")
GROUND = HexColor("#f1f3f5")
VERDICT_COLOURS = {Verdict.GOOD: GOOD, Verdict.POOR: POOR, Verdict.NOT_GRADABLE: NEITHER}
STATUS_COLOURS = {
    Status.FAIL: HexColor("#9b2c2c"),
    Status.LOOK: HexColor("#8a5a00"),
    Status.PASS: HexColor("#1f6b43"),
    Status.NOT_POSSIBLE: QUIET,
}
MARK_COLOUR = HexColor("#d9480f")
RULES = ("LINEBELOW", (0, 0), (-1, -1), 0.2, HAIR)

LETTERS = (6.8, 6.4, 6.0, 5.6, 5.2, 4.8, 4.4, 4.0, 3.6)
"""Sizes in which the statistics control is tried, the largest that fits is taken"""
PARAMETER_LETTERS = 6.5
VERDICT_WIDTH, VERDICT_HEIGHT = 82.0, 34.0
TALLEST_ACTION = 38.0
"""Points; what to do is written in smaller letters where it is longer"""
PICTURES_AT_LEAST, PICTURES_AT_MOST = 150.0, 300.0
"""Height in points, with their captions"""
FLAT_AT_LEAST = 60.0
CAPTION_LETTERS, CAPTION_HEIGHT = 5.8, 21.0
"""Three lines"""
SCALE_BAR_MM = 100.0
RING_MM = 17.0
BARS_WIDTH, BARS_HEIGHT = 150.0, 58.0
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
    cautions: tuple[str, ...] = ()
    """What makes the image's SUV doubtful, a sentence each"""
    driven_by: str = ""
    """A sentence on what decides the grade, or why that is not known"""


def write_quality_report(page: QualityPage, path: Path) -> None:
    """Write the page as PDF. Raises StationError where the file cannot be written."""
    content = as_pdf(page)
    with writing(path):
        path.write_bytes(content)


def as_pdf(page: QualityPage, *, reproducible: bool = False) -> bytes:
    """The page as a PDF of one A4 page; `reproducible`: see `one_page`."""
    return one_page("PET QA report", *contents(page), MARGIN, reproducible=reproducible)


def contents(page: QualityPage) -> tuple[list[Any], list[Any]]:
    """What is on the page from the top down, and its last lines, for `one_page`."""
    footer = [paragraph(_last_lines(page), style(5.8, QUIET))]
    top = [
        *_title(page),
        _action(page),
        *_heading("Basic information"),
        _basic(page.basic),
        *_heading("Scan and reconstruction parameters"),
        _parameters(page.parameters),
        *_heading("Clinical images"),
    ]
    below = [*_heading("Deep-learning score"), _score(page)]
    below += _heading("Statistics control", _counts(page.checks))
    room = A4[1] - 2 * MARGIN - sum(height_of(parts, WIDTH) for parts in (top, below, footer))
    control = _control(page, room - PICTURES_AT_LEAST)
    room -= height_of(control, WIDTH)
    pictures = _pictures(page, min(max(room, PICTURES_AT_LEAST), PICTURES_AT_MOST))
    return [*top, pictures, *below, *control], footer


# --- Parts ----------------------------------------------------------------------------------------


def _title(page: QualityPage) -> list[Any]:
    words = paragraph("PET QA report", style(15, bold=True, leading=15))
    made = paragraph(page.made, style(7, QUIET, alignment=2, leading=15))
    return [
        table(
            [[words, made]],
            [WIDTH * 0.4, WIDTH * 0.6],
            ("RIGHTPADDING", (1, 0), (1, 0), 0),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 4.5),
        )
    ]


def _heading(text: str, quiet: str = "") -> list[Any]:
    after = f'\u00a0 <font name="{FONT}" size="7" color="#5a6270">{markup(quiet)}</font>'
    words = paragraph(text, style(8.4, bold=True), after)
    line = ("LINEBELOW", (0, 0), (-1, -1), 0.6, HAIR)
    return [Spacer(1, GAP - 2), table([[words]], [WIDTH], line), Spacer(1, 2)]


def _action(page: QualityPage) -> Any:
    """What to do, next to the verdict in its colour."""
    grade, pad = page.grade, 6.0
    of_words = [style(size, bold=True) for size in (10.5, 8.0)]
    inner = WIDTH - VERDICT_WIDTH - 2 * pad
    words = paragraph(page.action, of_words[0])
    if height_of([words], inner) > TALLEST_ACTION:
        words = paragraph(page.action, of_words[1])
    height = max(height_of([words], inner) + 2 * pad, VERDICT_HEIGHT)
    if grade.grade is None:
        verdict = [paragraph("Not gradable", style(11.5, white, bold=True, alignment=1)), ""]
    else:
        verdict = [
            paragraph(str(grade.grade), style(26, white, bold=True, alignment=1)),
            [
                paragraph(str(grade.verdict), style(13, white, bold=True, alignment=1)),
                paragraph("grade of 5", style(7, white, alignment=1)),
            ],
        ]
    return table(
        [[*verdict, words]],
        [VERDICT_WIDTH * 0.45, VERDICT_WIDTH * 0.55, WIDTH - VERDICT_WIDTH],
        ("SPAN", (0, 0), (1 if grade.grade is None else 0, 0)),
        ("BACKGROUND", (0, 0), (1, 0), VERDICT_COLOURS[grade.verdict]),
        ("BACKGROUND", (2, 0), (2, 0), GROUND),
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
        ("LEFTPADDING", (2, 0), (2, 0), pad),
        ("RIGHTPADDING", (0, 0), (1, 0), 0),
        rowHeights=height,
    )


def _basic(facts: Sequence[Fact]) -> Any:
    columns, name = 3, 62.0
    of_name = style(7, QUIET)
    cells = [[paragraph(fact.name, of_name), _recorded(fact.value, 7)] for fact in facts]
    return table(_in_columns(cells, columns), [name, WIDTH / columns - name] * columns)


def _in_columns(rows: Sequence[list[Any]], columns: int) -> list[list[Any]]:
    """Rows of one height in so many columns, filled one after the other from the top down."""
    down = -(-len(rows) // columns)
    padded = [*rows, *[[""] * len(rows[0])] * (down * columns - len(rows))]
    return [[cell for row in padded[start::down] for cell in row] for start in range(down)]


def _parameters(parameters: Parameters) -> Any:
    header = [paragraph(name, style(PARAMETER_LETTERS, QUIET)) for name in parameters.names]
    rows = [[_recorded(value, PARAMETER_LETTERS) for value in row] for row in parameters.rows]
    line = ("LINEBELOW", (0, 0), (-1, 0), 0.3, HAIR)
    return table([header, *rows], _widths(parameters), line)


def _widths(parameters: Parameters) -> list[float]:
    """Each column holds its longest word; what is left is shared by how much text there is."""
    needed: list[float] = []
    wanted: list[float] = []
    for number, name in enumerate(parameters.names):
        texts = [name, *(row[number] or NOT_RECORDED for row in parameters.rows)]
        widths = [stringWidth(printable(text), FONT, PARAMETER_LETTERS) for text in texts]
        words = [word for text in texts for word in printable(text).split()]
        longest = max((stringWidth(word, FONT, PARAMETER_LETTERS) for word in words), default=0)
        needed.append(min(longest + 6, WIDTH / 5))
        wanted.append(max(widths) + 6)
    more = np.maximum(np.array(wanted) - np.array(needed), 0.1)
    rest = max(WIDTH - sum(needed), 0.0)
    return (np.array(needed) + more * rest / more.sum()).tolist()


def _pictures(page: QualityPage, height: float) -> Any:
    """The tall pictures side by side, then the flat ones and the legend in one column."""
    if not page.tall and not page.flat:
        return paragraph(page.no_images or "There is no image to show.", style(8))
    scale = _scale(page, height - CAPTION_HEIGHT)
    widths = [image.width_mm * scale + GAP for image in page.tall]
    cells: list[Any] = [_captioned(image, scale, image.width_mm * scale) for image in page.tall]
    width = WIDTH - sum(widths)
    flat, legend, room = _column(page, height, width)
    flat_mm = sum(image.height_mm for image in flat)
    column: list[Any] = []
    for image in flat:
        column += _captioned(image, min(width / image.width_mm, room / flat_mm), width)
        column.append(Spacer(1, 3))
    nothing = ("PADDING", (0, 0), (-1, -1), 0)
    return table([[*cells, [*column, *legend]]], [*widths, width], nothing)


def _captioned(image: ClinicalImage, scale: float, width: float) -> list[Any]:
    words = paragraph(image.caption, style(CAPTION_LETTERS, QUIET))
    return [_Picture(image, scale), table([[words]], [width], ("PADDING", (0, 0), (-1, -1), 0))]


def _column(
    page: QualityPage, height: float, width: float
) -> tuple[tuple[ClinicalImage, ...], list[Paragraph], float]:
    """(slices, legend, height of the slices' pictures): a second slice is left out, and then
    the legend's letters are made smaller, where there is no room."""
    legend: list[Paragraph] = []
    flat = page.flat
    for size in (LETTERS[0], *LETTERS):
        legend = [paragraph(line, style(size)) for line in page.legend]
        room = height - len(flat) * (CAPTION_HEIGHT + 3) - height_of(legend, width)
        if room >= FLAT_AT_LEAST * len(flat):
            return flat, legend, room
        flat = flat[:1]
    return flat, legend, FLAT_AT_LEAST


def _scale(page: QualityPage, height: float) -> float:
    """Points a mm, so that the tall pictures leave 30 % of the width to the flat ones."""
    tall = page.tall
    if not tall:
        return 1.0
    across = sum(image.width_mm for image in tall)
    room = WIDTH * (0.7 if page.flat else 1.0) - GAP * len(tall)
    return min(height / max(image.height_mm for image in tall), room / across)


def _score(page: QualityPage) -> Any:
    words = (WIDTH - BARS_WIDTH - 2 * GAP) / 2
    cells = [_verdict_words(page.grade, page.cautions), _Bars(page.grade), _driving_words(page)]
    widths = [words + GAP, BARS_WIDTH + GAP, words]
    return table([cells], widths, ("RIGHTPADDING", (0, 0), (1, 0), GAP))


def _verdict_words(grade: QualityGrade, cautions: Sequence[str]) -> list[Paragraph]:
    strong = style(8, bold=True)
    if grade.grade is None:
        words = [paragraph(f"{grade.verdict}: {grade.reason or ''}", strong)]
    else:
        meaning = GRADE_MEANS[grade.grade]
        words = [paragraph(f"Grade {grade.grade} of 5, {grade.verdict}: {meaning}.", strong)]
        if grade.probability_good is not None:
            good = (
                f"Probability that the image is good (grade {LOWEST_GOOD} or better): "
                f"{_percent(grade.probability_good)}"
            )
            words.append(paragraph(good, style(7.2)))
    of_caution = style(7.2, STATUS_COLOURS[Status.LOOK])
    words += [
        paragraph(f"Caution: {caution}", of_caution)
        for caution in (grade.caution, *cautions)
        if caution
    ]
    model = grade.model
    if model is not None:
        network = f"Network: {model.name}, version {model.version}, SHA-256"
        words += [
            paragraph(network, style(5.8, QUIET)),
            paragraph(model.sha256, style(4.8, QUIET)),
        ]
    return words


def _driving_words(page: QualityPage) -> list[Paragraph]:
    grade = page.grade
    words: list[Paragraph] = []
    if driven := driver_words(grade):
        words.append(paragraph(driven, style(7)))
    if grade.suspicions:
        words.append(paragraph("What may have gone wrong", style(7.2, bold=True)))
        shown = grade.suspicions[:SUSPICIONS_AT_MOST]
        words += [
            paragraph(f"{suspicion.cause}: {_percent(suspicion.probability)}", style(7))
            for suspicion in shown
        ]
        rest = len(grade.suspicions) - len(shown)
        if rest:
            more = f"and {rest} less probable; the JSON has them"
            words.append(paragraph(more, style(6, QUIET)))
    elif grade.grade is not None:
        words.append(paragraph("No suspicion of what may have gone wrong.", style(7)))
    if page.driven_by:
        words.append(paragraph(page.driven_by, style(6.6)))
    if grade.distance is not None:
        distance = f"Distance from the training images: {grade.distance:.2f} (graded up to 1)"
        words.append(paragraph(distance, style(6.4, QUIET)))
    return words


def _counts(checks: Sequence[Check]) -> str:
    if not checks:
        return ""
    counts = {status: sum(check.status is status for check in checks) for status in Status}
    counted = [f"{count} {status}" for status, count in counts.items() if count]
    return f"{len(checks)} checks: {', '.join(counted)}"


def _control(page: QualityPage, room: float) -> list[Any]:
    """The tables of the control, in the largest letters that `room` holds."""
    if not page.checks:
        why = page.refusal or "Nothing was checked."
        return [paragraph(f"Not checked: {why}", style(8))]
    flow: list[Any] = []
    for size in LETTERS:
        flow = _control_in(page.checks, size)
        if height_of(flow, WIDTH) <= room:
            break
    return flow


def _control_in(checks: Sequence[Check], size: float) -> list[Any]:
    plain, strong = style(size), style(size, bold=True)
    wrong = [check for of in (Status.FAIL, Status.LOOK) for check in checks if check.status is of]
    passed = [check for check in checks if check.status is Status.PASS]
    reasons: dict[str, list[str]] = {}
    for check in checks:
        if check.status is Status.NOT_POSSIBLE:
            reasons.setdefault(check.sentence, []).append(check.name)
    rows: list[list[Any]] = [
        [
            _status(check.status, size),
            paragraph(check.name, strong),
            paragraph(value_words(check), plain),
            paragraph(limits_words(check.limits), plain),
            paragraph(_shortened(check.sentence), plain, _limits_source(check)),
        ]
        for check in wrong
    ]
    rows += [
        [
            _status(Status.NOT_POSSIBLE, size),
            paragraph(", ".join(names), strong),
            *("", "", paragraph(_shortened(sentence), plain)),
        ]
        for sentence, names in reasons.items()
    ]
    flow: list[Any] = []
    if rows:
        spans = [("SPAN", (1, number), (3, number)) for number in range(len(wrong), len(rows))]
        fixed = [48.0, 98.0, 72.0, 40.0]
        flow.append(table(rows, [*fixed, WIDTH - sum(fixed)], RULES, *spans))
    if passed:
        flow.append(_passes(passed, size))
    return flow


def _passes(passed: Sequence[Check], size: float) -> Any:
    """Two checks a row: what is in order needs no sentence."""
    cells = [
        [
            _status(check.status, size),
            paragraph(check.name, style(size)),
            paragraph(value_words(check), style(size)),
            paragraph(limits_words(check.limits), style(size, QUIET)),
        ]
        for check in passed
    ]
    fixed = [30.0, 112.0, 76.0]
    return table(_in_columns(cells, 2), [*fixed, WIDTH / 2 - sum(fixed)] * 2, RULES)


def _last_lines(page: QualityPage) -> str:
    lines = ["For research, not for diagnosis."]
    if page.checks:
        lines.append(
            "Limits are those within which a check passes; their sources are next to what failed "
            "or needs a look, and for all checks in the JSON and the DICOM report."
        )
    texts = [page.action, *(check.sentence for check in page.checks)]
    texts += [fact.value or "" for fact in page.basic]
    texts += [value or "" for row in page.parameters.rows for value in row]
    if any(NO_LETTER in printable(text) for text in texts):
        lines.append(f"{NO_LETTER} is a letter that this page's typefaces lack.")
    return " ".join(lines)


# --- Drawings -------------------------------------------------------------------------------------


class _Picture(Flowable):
    """An image with the letters of its sides, a scale bar and its marks."""

    def __init__(self, image: ClinicalImage, scale: float) -> None:
        """`scale` in points a mm."""
        super().__init__()
        self.image, self.scale = image, scale
        self.width, self.height = image.width_mm * scale, image.height_mm * scale

    def draw(self) -> None:
        canvas: Any = self.canv
        image, width, height = self.image, self.width, self.height
        canvas.drawImage(ImageReader(_pil(image.pixels)), 0, 0, width, height)
        canvas.setStrokeColor(HAIR)
        canvas.setLineWidth(0.4)
        canvas.rect(0, 0, width, height, stroke=1, fill=0)
        for side, where in zip(image.sides, (5, width - 5), strict=True):
            _on_picture(canvas, where, height - 8, side)
        bar = SCALE_BAR_MM * self.scale
        if bar < width - 8:
            for colour, line in ((white, 2.2), (INK, 1.1)):
                canvas.setStrokeColor(colour)
                canvas.setLineWidth(line)
                canvas.line(4, 4, 4 + bar, 4)
            _on_picture(canvas, 4 + bar / 2, 9, f"{SCALE_BAR_MM:.0f} mm", 5.2)
        for mark in image.marks:
            points = image.mm_per_pixel * self.scale
            across = min(max((mark.column + 0.5) * points, 0), width)
            down = min(max((mark.row + 0.5) * points, 4), height - 4)
            self._ring(across, height - down, mark.label)

    def _ring(self, x: float, y: float, label: str) -> None:
        """A ring, cut off at the picture's edge, and its label next to it inside the picture."""
        canvas: Any = self.canv
        radius = max(RING_MM * self.scale, 4.0)
        canvas.saveState()
        path = canvas.beginPath()
        path.rect(0, 0, self.width, self.height)
        canvas.clipPath(path, stroke=0, fill=0)
        for colour, line in ((white, 2.0), (MARK_COLOUR, 1.1)):
            canvas.setStrokeColor(colour)
            canvas.setLineWidth(line)
            canvas.circle(x, y, radius, stroke=1, fill=0)
        canvas.restoreState()
        at = x + radius + 4.5 if x + radius + 9 < self.width else x - radius - 4.5
        canvas.setFillColor(MARK_COLOUR)
        canvas.circle(at, y, 4.4, stroke=0, fill=1)
        _centred(canvas, at, y - 2.2, label, BOLD, 6.4, white)


def _on_picture(canvas: Any, x: float, y: float, text: str, size: float = 6.5) -> None:
    """Letters that can be read on any ground: on a small white field."""
    width = stringWidth(text, BOLD, size) + 2.4
    canvas.setFillColor(Color(1, 1, 1, alpha=0.85))
    canvas.rect(x - width / 2, y - size * 0.2 - 0.6, width, size + 1.0, stroke=0, fill=1)
    _centred(canvas, x, y, text, BOLD, size, INK)


def _centred(
    canvas: Any, x: float, y: float, text: str, face: str, size: float, colour: Color
) -> None:
    canvas.setFillColor(colour)
    canvas.setFont(face, size)
    canvas.drawCentredString(x, y, text)


class _Bars(Flowable):
    """The probability of each grade."""

    def __init__(self, grade: QualityGrade) -> None:
        super().__init__()
        self.grade = grade
        self.width, self.height = BARS_WIDTH, BARS_HEIGHT

    def draw(self) -> None:
        canvas: Any = self.canv
        grade, base, top = self.grade, 10, self.height - 9
        step = self.width / len(GRADES)
        canvas.setStrokeColor(HAIR)
        canvas.setLineWidth(0.5)
        canvas.line(0, base, self.width, base)
        if grade.probabilities is None:
            middle = (base + top) / 2
            _centred(canvas, self.width / 2, middle, "no probabilities", FONT, 7, QUIET)
        for number, of in enumerate(GRADES):
            x = (number + 0.5) * step
            face, colour = (BOLD, INK) if of == grade.grade else (FONT, QUIET)
            _centred(canvas, x, base - 8, str(of), face, 7, colour)
            if grade.probabilities is None:
                continue
            share = grade.probabilities[number]
            tall = max((top - base) * share, 0.4)
            canvas.setFillColor(GOOD if of >= LOWEST_GOOD else POOR)
            canvas.rect(x - step * 0.32, base, step * 0.64, tall, stroke=0, fill=1)
            _centred(canvas, x, base + tall + 2, _percent(share), FONT, 6.2, INK)


def _pil(pixels: NDArray[np.uint8]) -> Any:
    """One channel where there is no colour: a third of the file, and of the time to write it."""
    from PIL import Image

    grey = (pixels[..., :1] == pixels).all()
    return Image.fromarray(np.ascontiguousarray(pixels[..., 0]) if grey else pixels)


# --- Words ----------------------------------------------------------------------------------------


def _percent(share: float) -> str:
    """Never 0 or 100 % for what is only improbable or probable."""
    if 0 < share < 0.005:
        return "<\u00a01\u00a0%"
    if 0.995 <= share < 1:
        return ">\u00a099\u00a0%"
    return f"{100 * share:.0f}\u00a0%"


def _recorded(value: str | None, size: float) -> Paragraph:
    if value is None:
        return paragraph(NOT_RECORDED, style(size, QUIET))
    return paragraph(value, style(size))


def _status(status: Status, size: float) -> Paragraph:
    return paragraph(str(status), style(size, STATUS_COLOURS[status], bold=True))


def _limits_source(check: Check) -> str:
    if not check.source:
        return ""
    return f' <font color="#5a6270">Limits: {markup(check.source)}.</font>'


def _shortened(sentence: str) -> str:
    if len(sentence) <= REASON_LETTERS_AT_MOST:
        return sentence
    return f"{sentence[:REASON_LETTERS_AT_MOST]} … (the whole sentence is in the JSON)"
