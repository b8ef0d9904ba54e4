"""The images of a blinded case: one, or A next to B. Their captions name the code only."""

from typing import Any

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from station.app.language import tr
from station.app.reading.sitting import ReadingState
from station.app.reading.workflow import BlindReading
from station.app.state import Column, Plane
from station.app.viewing import display
from station.app.viewing.planes import ACROSS, Frame, frame_of, slice_number
from station.pet.loaded import LoadedImage
from station.reading.marks import Mark, is_marks, marks_of
from station.reading.worklist import Side
from station.ui import theme
from station.ui.elements import in_column, in_row
from station.ui.viewing.panes import MipPane, SlicePane
from station.ui.viewing.viewport import field_mm

MARK_RADIUS_PX = 9.0
MARK_REACH_MM = 6.0
"""From a mark to the slices in which its ring is drawn"""

SLICE_SHARE, MIP_SHARE = 61, 39
"""Widths of the slice and of the MIP where one image is shown"""


class BlindSlicePane(SlicePane):
    """A plane of one of the images."""

    def __init__(self, reading: BlindReading, index: int, plane: Plane) -> None:
        self._reading = reading
        super().__init__(reading.workflow, index, plane)

    def _draw_vois(self, painter: QPainter, frame: Frame) -> list[Any]:
        """A ring round each focus that is marked in this slice; nothing is measured."""
        shown, side = self._reading.state.shown, self._reading.sides[self._index]
        marks = [] if shown is None else marks_in(self._reading, side)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setFont(theme.font(theme.SMALL_PX))
        for number, mark in marks:
            across = ACROSS[self.plane]
            if abs(mark.position_mm[across] - frame.origin_mm[across]) > MARK_REACH_MM:
                continue
            centre = self._on_widget(frame, mark.position_mm)
            painter.setPen(QPen(QColor(theme.FOCUS), 1.6))
            painter.drawEllipse(centre, MARK_RADIUS_PX, MARK_RADIUS_PX)
            painter.drawText(centre + QPointF(MARK_RADIUS_PX + 2, -MARK_RADIUS_PX), str(number))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        return []

    def _caption_lines(self, content: Column, image: LoadedImage) -> list[str]:
        number, of = slice_number(image.volume.geometry, self.plane, self.view.position_mm)
        where = (
            tr("Slice {number}/{of}", number=number, of=of)
            if 1 <= number <= of
            else tr("outside the image")
        )
        shown = display.window_caption(self.state, image)
        return [code_words(self._reading, self._index), f"{shown} · {where}"]


class BlindMipPane(MipPane):
    """The rotating MIP of one of the images."""

    def __init__(self, reading: BlindReading, index: int) -> None:
        self._reading = reading
        super().__init__(reading.workflow, index)

    def _caption_lines(self, content: Column, image: LoadedImage) -> list[str]:
        (*_, turned) = super()._caption_lines(content, image)
        return [code_words(self._reading, self._index), turned]


def marks_in(reading: BlindReading, side: Side) -> list[tuple[int, Mark]]:
    """What is marked in the image on one side, numbered as in the form."""
    return [
        (number, mark)
        for question, value in reading.state.answers.items()
        if question.side is side and is_marks(question.id)
        for number, mark in enumerate(marks_of(str(value)), 1)
    ]


def code_words(reading: BlindReading, index: int) -> str:
    """`K7Q2`, or `K7Q2 · A`."""
    shown = reading.state.shown
    if shown is None:
        return ""
    side = reading.sides[index]
    return f"{shown.code} · {side}" if side else shown.code


class BlindColumn(QWidget):
    """One image: a large plane, and its MIP next to it (`wide`) or below it."""

    def __init__(self, reading: BlindReading, index: int, wide: bool) -> None:
        super().__init__()
        self.slices = {plane: BlindSlicePane(reading, index, plane) for plane in Plane}
        self.mip = BlindMipPane(reading, index)
        self._stack = QStackedLayout()
        for pane in self.slices.values():
            self._stack.addWidget(pane)
        if wide:
            parts = (self._stack, SLICE_SHARE), (self.mip, MIP_SHARE)
            in_row(*parts, of=self, margins=0, spacing=1)
        else:
            in_column((self._stack, 1), (self.mip, 1), of=self, margins=0, spacing=1)

    def show_plane(self, plane: Plane) -> None:
        self._stack.setCurrentWidget(self.slices[plane])


class BlindImages(QWidget):
    """All images of the case, linked in mm."""

    def __init__(self, reading: BlindReading) -> None:
        super().__init__()
        self.setObjectName("images")
        self._reading = reading
        self._workflow = reading.workflow
        self.plane = Plane.AXIAL
        sides = len(reading.sides)
        self.columns = [BlindColumn(reading, index, sides == 1) for index in range(sides)]
        self._row = in_row(*((part, 1) for part in self.columns), of=self, margins=0)
        reading.changed.connect(self._on_changed)

    def show_plane(self, plane: Plane) -> None:
        """Cut along another plane, at the crosshair."""
        self.plane = plane
        self._reading.look_along(plane)
        for column in self.columns:
            column.show_plane(plane)

    def step(self, slices: int) -> None:
        """Towards the head, the back or the left."""
        self._workflow.scroll(0, self.plane, slices)

    def go_to_end(self, last: bool) -> None:
        self._workflow.go_to_end(0, self.plane, last)

    def turn(self, steps: int) -> None:
        self._workflow.turn_mip(steps)

    def step_window(self, steps: int) -> None:
        self._workflow.step_window(steps)

    def reset(self) -> None:
        self._workflow.reset()

    def toggle_crosshair(self) -> None:
        self._workflow.toggle("crosshair_shown", tr("Crosshair"))

    @property
    def zoom(self) -> float | None:
        """Screen pixels per mm of the axial picture, as it is or would be in its place."""
        state = self._workflow.state
        pane = self.columns[0].slices[self.plane]
        if pane.image is None:
            return None
        ratio = pane.devicePixelRatioF()
        rows, columns = round(pane.height() * ratio), round(pane.width() * ratio)
        field = field_mm(state, pane.image)
        frame = frame_of(Plane.AXIAL, state.views[0], field, rows, columns)
        return float(np.round(1 / frame.mm_per_pixel, 4))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A and B are equally wide to the pixel, so that they show one scale."""
        self._row.setSpacing(1 if (self.width() - 1) % 2 == 0 else 2)

    def _on_changed(self, before: ReadingState, after: ReadingState) -> None:
        if before.answers is not after.answers:
            for column in self.columns:
                for pane in column.slices.values():
                    pane.update()
        if before.shown is not after.shown:
            self.show_plane(Plane.AXIAL)
            for column in self.columns:
                for pane in (*column.slices.values(), column.mip):
                    pane.update()
