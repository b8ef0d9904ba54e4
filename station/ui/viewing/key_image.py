"""The panes as a PNG, with a caption burnt in."""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QImage, QPainter

from station.app.language import tr, translated
from station.app.state import PET_SLOTS, Kind, Slot, State, columns, ct_under
from station.app.viewing import display
from station.app.viewing.dates import date_words, standing
from station.pet.pairing import link_caution
from station.pet.words import format_position
from station.ui import theme
from station.ui.page import RESEARCH_STATEMENT
from station.ui.viewing.pane_area import PaneArea

LINE_PX = 20
WRAPPED = int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap)


def save_key_image(panes: PaneArea, state: State, path: Path, named: bool) -> bool:
    """Write what the panes show and a caption beneath it; whether that worked."""
    return key_image(panes, state, named).save(str(path))


def key_image_pixels(panes: PaneArea, state: State) -> NDArray[np.uint8]:
    """The same as RGB values (rows, columns, 3), with the patient's name and ID."""
    plain = key_image(panes, state, named=True).convertToFormat(QImage.Format.Format_RGB888)
    raw = np.frombuffer(plain.constBits(), np.uint8).reshape(plain.height(), plain.bytesPerLine())
    return raw[:, : plain.width() * 3].reshape(plain.height(), plain.width(), 3).copy()


def key_image(panes: PaneArea, state: State, named: bool) -> QImage:
    """What the panes show and a caption beneath it.

    Not `named`: without the name and the ID of any patient.
    """
    lines = caption(state, named)
    ratio = panes.devicePixelRatioF()
    picture = panes.picture(named)
    font = theme.font(round(theme.FONT_PX * ratio))
    width = picture.width() - round(20 * ratio)
    boxes = [
        _wrapped(line, QFontMetrics(font), width, round(theme.px(LINE_PX) * ratio))
        for line in lines
    ]
    strip = sum(box.height() for box in boxes) + round(12 * ratio)
    whole = QImage(picture.width(), picture.height() + strip, QImage.Format.Format_RGB32)
    whole.fill(QColor(theme.IMAGE_GROUND))
    painter = QPainter(whole)
    picture.setDevicePixelRatio(1.0)
    painter.drawImage(0, 0, picture)
    painter.setPen(QColor(theme.IMAGE_TEXT))
    painter.setFont(font)
    top = picture.height() + round(6 * ratio)
    for line, box in zip(lines, boxes, strict=True):
        painter.drawText(box.translated(round(10 * ratio), top), WRAPPED, line)
        top += box.height()
    painter.end()
    return whole


def _wrapped(line: str, metrics: QFontMetrics, width: int, line_px: int) -> QRect:
    """The room that a whole caption takes, in as many lines as needed."""
    needed = metrics.boundingRect(QRect(0, 0, width, 0), WRAPPED, line)
    return QRect(0, 0, width, line_px * max(round(needed.height() / metrics.height()), 1))


def caption(state: State, named: bool) -> list[str]:
    """What the finder of the picture must know: whose, of what, in which window, and its limits."""
    lines: list[str] = []
    study = state.study
    if study is not None and named:
        day = study.date.isoformat() if study.date else tr("no date")
        who = tr("{name} · ID {id}", name=study.patient.name, id=study.patient.id)
        lines.append(f"{who} · {day} · {study.description}".rstrip(" ·"))
    for slot in _slots_shown(state):
        image = state.shown(slot)
        if image is not None and state.unfinished_in(slot) is None:
            words = f"{display.slot_title(state, slot)}: {image.series.label}"
            foreign = state.foreign(slot)
            date = date_words(state, slot)
            if date is not None:
                words += f" · {date.words(dated=named)}"
            elif foreign is not None:
                words += f" · {(foreign if named else tr('of ANOTHER STUDY'))}"
            lines.append(f"{words} · {display.window_caption(state, image)}")
    lines += display.cautions(state) if not state.blinded else ()
    position = format_position(state.views[state.active_column].position_mm)
    lines.append(f"{position} · {translated(RESEARCH_STATEMENT)}")
    shown = standing(state)
    if shown.link and named:
        lines.append(f"{shown.badge}. {shown.link}")
    elif shown.link:
        lines.append(f"{shown.badge}.")
    caution = (
        None
        if shown.link
        else link_caution(state.series(Slot.CONVENTIONAL), state.series(Slot.DENOISED))
    )
    if caution is not None:
        lines.append(caution)
    return lines


def _slots_shown(state: State) -> list[Slot]:
    """Whose images are in the picture."""
    every = columns(state)
    alone = [one for one in every if state.maximised and one.view == state.maximised[0]]
    shown: set[Slot] = set()
    for column in alone or every:
        shown.add(column.slot)
        if column.kind is Kind.FUSED:
            shown.add(ct_under(state, column.slot) or Slot.CT)
        elif column.kind is Kind.DIFFERENCE:
            shown.update(PET_SLOTS)
    return [slot for slot in Slot if slot in shown]
