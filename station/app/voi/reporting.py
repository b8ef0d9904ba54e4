"""The report of a study: all that was measured, drawn and written, as a PDF."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPen

from station import __version__
from station.app.language import kept
from station.app.state import PET_SLOTS, Framing, Plane, Slot, State, View
from station.app.viewing import display
from station.app.viewing.planes import frame_of, projection_volume
from station.app.viewing.typed import format_input
from station.app.voi import drawing
from station.app.voi.drawing import Areas
from station.app.voi.measuring import Statistic, VoiRow, figures
from station.app.voi.pictures import RESEARCH, key_image, rgb_of, unsaved_caution
from station.app.voi.workflow import rule_words
from station.errors import StationError
from station.pet.annotations import Ellipse
from station.pet.loaded import LoadedImage
from station.pet.sites import SiteKind
from station.pet.voi import Isocontour, Point, Sphere, centre_of
from station.pet.words import format_position, signed

OF_VOLUMES = (
    "MTV counts whole voxels at or above the rule's threshold in the image itself; TLG is SUVmean "
    "· MTV."
)
MIP_PX = (640, 360)
"""Rows, columns"""
MOST_IMAGES = 12
"""Key images in a report; the tables have every VOI"""
NUMBER_PX = 13


@dataclass(frozen=True)
class _Shown:
    slot: Slot
    image: LoadedImage
    title: str


@kept()
def write_report(state: State, rows: Sequence[VoiRow], areas: Areas, path: Path) -> None:
    """Write the report of the open study. Raises StationError."""
    from station.report.findings_pdf import Columns, Report
    from station.report.findings_pdf import write_report as write
    from station.report.voi_csv import RULES
    from station.report.voi_pdf import KeyImages

    study = state.study
    if study is None:
        raise StationError("No study is open, so there is nothing to report.")
    shown = [
        _Shown(slot, image, display.slot_title(state, slot))
        for slot in PET_SLOTS
        if (image := state.image(slot)) is not None
    ]
    patient = study.patient
    born = patient.birth_date.isoformat() if patient.birth_date else ""
    head = (
        ("Patient", " · ".join(filter(None, (patient.name, born, patient.sex)))),
        ("Patient ID", patient.id),
        ("Study", " ".join(filter(None, (str(study.date or "no date"), study.description)))),
        ("Read by", state.reader),
    )
    numbered = {row.voi.id: n for n, row in enumerate(rows, 1)}
    lesions = [row for row in rows if row.voi.kind is SiteKind.LESION] or list(rows)
    every = dict.fromkeys(_of_vois(rows))
    drawn = [
        (one.name, drawing.words(state, one, found))
        for one in state.annotations
        for found in [areas.of(state, one.shape) if isinstance(one.shape, Ellipse) else ()]
    ]
    for one in state.annotations:
        if isinstance(one.shape, Ellipse):
            for area in areas.of(state, one.shape):
                every.update(dict.fromkeys(area.measurement.warnings))
    for one in shown:
        every.update(dict.fromkeys(one.image.cautions))
        unsaved = unsaved_caution(state, one.image.series)
        if unsaved:
            every[unsaved] = None
    titles = display.pair_titles(state)
    report = Report(
        "PET report",
        head,
        tuple(_technique(state, one) for one in shown),
        state.findings,
        (
            Columns(
                "Uptake",
                _uptake_header(state, titles),
                tuple(_uptake(n, row) for n, row in enumerate(rows, 1)),
                0.2,
            ),
            Columns(
                "Volumes",
                (
                    "VOI",
                    "Rule",
                    *(f"MTV {t} mL" for t in titles),
                    "Δ %",
                    *(f"TLG {t}" for t in titles),
                    "Δ %",
                ),
                tuple(
                    _volumes(n, row)
                    for n, row in enumerate(rows, 1)
                    if not isinstance(row.voi.shape, Sphere)
                ),
                0.2,
            ),
            Columns("Drawn on the images", ("What", "Measured"), tuple(drawn), 0.2, is_text=True),
        ),
        tuple(
            KeyImages(f"{one.title}: {display.window_caption(state, one.image)}", (picture,))
            for one in shown
            if (picture := _mip(state, one, rows)) is not None
        ),
        tuple(
            KeyImages(
                _caption(numbered[row.voi.id], row),
                tuple(key_image(state, one.slot, row.voi) for one in shown),
            )
            for row in lesions[:MOST_IMAGES]
            if centre_of(row.voi.shape) is not None
        ),
        Columns(
            "Assumptions of SUV",
            ("Image", "Input", "Value", "Source"),
            _assumptions(shown),
            0.2,
            is_text=True,
        ),
        (
            f"How it was measured: {RULES[state.peak_rule]}. {OF_VOLUMES}",
            *every,
            *(
                [f"Key images of the first {MOST_IMAGES} of {len(lesions)} lesions are shown."]
                if len(lesions) > MOST_IMAGES
                else []
            ),
            f"{RESEARCH} Station {__version__}.",
        ),
        f"Patient ID {patient.id} · {study.date or 'no date'} · {RESEARCH}",
    )
    write(report, path)


def _technique(state: State, one: _Shown) -> str:
    """Which image it is, of which scanner, in which unit and window."""
    series = one.image.series
    scanner = " ".join(filter(None, (series.manufacturer, series.model)))
    parts = (
        f"{one.title}: {series.label}",
        scanner,
        display.window_caption(state, one.image),
    )
    return ", ".join(filter(None, parts)) + "."


def _uptake_header(state: State, titles: tuple[str, str]) -> tuple[str, ...]:
    words = [
        display.statistic_word(state, s) for s in (Statistic.MAX, Statistic.PEAK, Statistic.MEAN)
    ]
    units = [image.volume.unit for slot in PET_SLOTS if (image := state.image(slot))]
    both = titles
    if len(set(units)) > 1:
        both = (f"{titles[0]} {units[0]}", f"{titles[1]} {units[1]}")
    unit = f" ({units[0]})" if len(set(units)) == 1 else ""
    return (
        f"VOI{unit}",
        *(cell for word in words for cell in (*(f"{word} {t}" for t in both), "Δ %")),
    )


def _name(number: int, row: VoiRow) -> str:
    tissue = f", {row.voi.tissue}" if row.voi.tissue else ""
    return f"{number}  {row.voi.name}{tissue}"


def _figures(row: VoiRow, statistic: Statistic) -> tuple[str, str, str]:
    shown = figures(row, statistic, None, as_ratio=False)
    percent = shown.change[1]
    cells = ["" if v is None else f"{v:.2f}" for v in (shown.conventional, shown.denoised)]
    change_ = "" if percent is None else signed(percent, 0)
    return cells[0], cells[1], change_


def _uptake(number: int, row: VoiRow) -> tuple[str, ...]:
    cells = [_figures(row, s) for s in (Statistic.MAX, Statistic.PEAK, Statistic.MEAN)]
    return (_name(number, row), *(cell for three in cells for cell in three))


def _volumes(number: int, row: VoiRow) -> tuple[str, ...]:
    rule = rule_words(row.voi)
    return (
        _name(number, row),
        rule,
        *_figures(row, Statistic.MTV),
        *_figures(row, Statistic.TLG),
    )


def _assumptions(shown: Sequence[_Shown]) -> tuple[tuple[str, ...], ...]:
    """What the SUV of each image rests on; what holds for both once."""
    owners: dict[tuple[str, ...], list[str]] = {}
    for one in shown:
        for row in one.image.inputs:
            source = " ".join(filter(None, (str(row.source), row.note)))
            key = (row.name, format_input(row), source)
            owners.setdefault(key, []).append(one.title)
    every = len(shown)
    return tuple(
        ("both" if len(titles) == every > 1 else " ".join(titles), *key)
        for key, titles in owners.items()
    )


def _of_vois(rows: Sequence[VoiRow]) -> list[str]:
    """What makes VOIs doubtful, once, and of which of them it holds where not of all."""
    owners: dict[str, list[str]] = {}
    for row in rows:
        for warning in dict.fromkeys(w for _, one in row.measurements if one for w in one.warnings):
            owners.setdefault(warning, []).append(row.voi.name)
    return [
        warning if len(names) == len(rows) > 1 else f"{', '.join(names)}: {warning}"
        for warning, names in owners.items()
    ]


def _caption(number: int, row: VoiRow) -> str:
    centre = centre_of(row.voi.shape)
    there = [one for _, one in row.measurements if one is not None]
    maxima = " / ".join(
        f"{display.statistic_of(one.unit, 'max')} {one.maximum:.2f}" for one in there
    )
    volume = ""
    if not isinstance(row.voi.shape, Sphere) and there:
        volume = f", MTV {' / '.join(f'{one.volume_ml:.1f}' for one in there)} mL"
    elif isinstance(row.voi.shape, Sphere):
        volume = f", sphere of {row.voi.shape.volume_ml:g} mL"
    rule = f" ({rule_words(row.voi)})" if isinstance(row.voi.shape, Isocontour) else ""
    place = "" if centre is None else f", {format_position(centre)}"
    return f"{_name(number, row)}: {maxima}{volume}{rule}{place}"


def _mip(state: State, one: _Shown, rows: Sequence[VoiRow]) -> NDArray[np.uint8] | None:
    """The front view with each VOI's number, RGB uint8 (rows, columns, 3); None: not there yet."""
    from station.app.viewing.render import paint_projection

    mip = state.mips.get(one.image.series.key)
    if mip is None:
        return None
    low, high = one.image.body_mm
    middle = np.asarray(mip.centre_mm)
    field: tuple[Point, Point] = (
        (low[0] - middle[0], 0.0, low[2] - middle[2]),
        (high[0] - middle[0], 0.0, high[2] - middle[2]),
    )
    view = View().framed(Plane.CORONAL, Framing())
    frame = frame_of(Plane.CORONAL, view, field, *MIP_PX)
    pixels = np.empty((frame.rows, frame.columns), np.uint32)
    paint_projection(state, one.image, projection_volume(mip, 0), frame, pixels)
    picture = QImage(
        pixels.data, frame.columns, frame.rows, frame.columns * 4, QImage.Format.Format_RGB32
    ).copy()
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    font = QFont("Inter")
    font.setPixelSize(NUMBER_PX)
    font.setWeight(QFont.Weight.Bold)
    painter.setFont(font)
    for number, row in enumerate(rows, 1):
        centre = centre_of(row.voi.shape)
        if centre is None or row.voi.hidden:
            continue
        x, _, z = (np.asarray(centre) - middle).tolist()
        column, line = frame.to_pixel((x, 0.0, z))
        at = QPointF(column, line)
        painter.setPen(QPen(QColor(row.voi.colour), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(at, 8, 8)
        painter.drawText(at + QPointF(10, NUMBER_PX / 2 - 2), str(number))
    painter.end()
    return rgb_of(picture)
