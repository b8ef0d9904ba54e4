"""The two kinds of panes: a slice of a plane, and the rotating MIP."""

import math
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QInputDialog

from station.app.language import decimals, marked, tr, translated
from station.app.state import (
    DRAWING,
    PAINTING,
    Column,
    Fixed,
    Framing,
    Kind,
    Plane,
    State,
    Tool,
    View,
)
from station.app.viewing import display
from station.app.viewing.dates import Shown, alignment_of, moved_volume, pet_of_date
from station.app.viewing.planes import (
    ACROSS,
    Frame,
    projection_volume,
    slice_number,
    slice_step_mm,
)
from station.app.workflow import Workflow
from station.pet.loaded import LoadedImage, as_point
from station.pet.sites import PlacedVoi
from station.pet.voi import Point, Sphere, centre_of
from station.pet.words import format_coordinate
from station.ui import theme
from station.ui.viewing.canvas import Name
from station.ui.viewing.captions import SMALL_PANE_PX
from station.ui.viewing.viewport import CURSOR, GRIP_PX, HANDLE_PX, Offers, Pane

if TYPE_CHECKING:
    from station.app.viewing.render import Painter, Pixels
    from station.pet.annotations import Annotation, Drawn
    from station.pet.burden import Component
    from station.pet.mip import Mip
    from station.pet.volume import FloatArray, Volume


TICK_PX, HEAD_PX = 4.0, 10.0
"""Half the end mark of a distance; the head of an arrow"""
DRAWN_ELSEWHERE = marked(
    "Drawings are kept with the open study. Open the other date to draw on it."
)
SLICE_MM = 0.5
"""What is drawn this near to the plane is in it, however thin the slices are"""


class SlicePane(Pane):
    """One plane of a column's image."""

    def __init__(
        self,
        workflow: Workflow,
        index: int,
        plane: Plane,
        layout: Fixed | None = None,
        offers: Offers | None = None,
    ) -> None:
        self.plane = plane
        self.name = str(plane)
        self._painter: Painter | None = None
        self._drawn: tuple[str, int | None, FloatArray] | None = None
        """What was drawn and is in the hand: its id, the number of its handle (None: all of it),
        and where the hand was, in mm"""
        super().__init__(workflow, index, layout, offers)

    def _paint_pixels(self, frame: Frame) -> "Pixels | None":
        content = self.content
        if content is None or self.image is None:
            return None
        if self._painter is None:
            from station.app.viewing.render import Painter

            self._painter = Painter()
        return self._painter.paint(self.state, content, frame)

    def _shows(self, state: State) -> tuple[object, ...]:
        framings = state.views[self._view_of(state)].framings
        return (*super()._shows(state), framings[self.plane])

    def _caption_lines(self, content: Column, image: LoadedImage) -> list[str]:
        number, of = slice_number(image.volume.geometry, self.plane, self.view.position_mm)
        across = ACROSS[self.plane]
        where_mm = format_coordinate(across, self._own_mm(self.view.position_mm)[across])
        position = decimals(f"{where_mm} mm")
        where = (
            tr("Slice {number}/{of}", number=number, of=of)
            if 1 <= number <= of
            else tr("outside the image")
        )
        if content.kind is Kind.DIFFERENCE:
            bound = decimals(display.format_bound(self.state.difference_window.high))
            first = f"{display.difference_words(self.state)} · {image.volume.unit} ±{bound}"
        else:
            first = display.window_words(self.state, image)
        if self.plane is not Plane.AXIAL and min(self.width(), self.height()) < SMALL_PANE_PX:
            return [translated(str(self.plane).capitalize())]
        unfinished = self.unfinished
        if unfinished is None:
            return [first, f"{where} · {position}"]
        percent = tr("{fraction:.0f} % computed, not measured", fraction=unfinished.fraction * 100)
        return [first, f"{where} · {position}", percent]

    def _unlinked_words(self) -> str:
        return display.unlinked_words(self.state, self.plane, self._layout)

    @property
    def _is_there(self) -> bool:
        """An axial slice is there or not; the others fill up from the slice in hand."""
        unfinished = self.unfinished
        if unfinished is None:
            return True
        if self.plane is not Plane.AXIAL:
            return unfinished.fraction > 0
        image, position = unfinished.image, self.view.position_mm
        if image is None:
            return False
        number, of = slice_number(image.volume.geometry, self.plane, position)
        return not 1 <= number <= of or unfinished.has_slice(number - 1)

    def _waiting_words(self) -> str:
        if min(self.width(), self.height()) < SMALL_PANE_PX:
            return tr("Being computed")
        return tr("This slice is still being computed")

    def _circle(self, frame: Frame, sphere: Sphere) -> tuple[QPointF, float] | None:
        """The true cut of the sphere at the slice shown."""
        across = ACROSS[self.plane]
        distance = sphere.centre_mm[across] - frame.origin_mm[across]
        if abs(distance) >= sphere.radius_mm:
            return None
        radius = math.sqrt(sphere.radius_mm**2 - distance**2) / frame.mm_per_pixel
        return self._on_widget(frame, sphere.centre_mm), radius / self.devicePixelRatioF()

    def _draw_outline(self, painter: QPainter, frame: Frame, shown: Shown) -> QRectF | None:
        """A line round the voxels that an isocontour or a mask holds in this slice: those of its
        own date's image."""
        image = self._measured_image(shown) or pet_of_date(self.state, shown.study_uid)
        if image is None:
            return None
        mask = self.workflow.measuring.mask(image, shown.kept.shape)
        guest = self.state.guests.get(image.series.key)
        alignment = None if guest is None else alignment_of(self.state, guest.series)
        if alignment is not None:
            mask = moved_volume(mask, alignment)
        return self._draw_lines(painter, frame, mask)

    def _draw_part(self, painter: QPainter, frame: Frame, one: "Component") -> None:
        image = self.whole_image
        if image is None:
            return
        mask = self.workflow.burden.mask(one, image.volume.geometry)
        low, high = mask.geometry.bounds_mm
        across = ACROSS[self.plane]
        if low[across] <= frame.origin_mm[across] <= high[across]:
            self._draw_lines(painter, frame, mask)

    def _draw_lines(self, painter: QPainter, frame: Frame, mask: "Volume") -> QRectF | None:
        from station.app.viewing.outline import outlines

        ratio = self.devicePixelRatioF()
        box = QRectF()
        for line in outlines(mask, frame):
            points = [QPointF((x + 0.5) / ratio, (y + 0.5) / ratio) for x, y in line]
            outline = QPolygonF(points)
            painter.drawPolyline(outline)
            box = box.united(outline.boundingRect())
        return None if box.isNull() else box

    # --- Gestures ------------------------------------------------------------------------------

    def _handle_at(self, frame: Frame, sphere: Sphere) -> QPointF | None:
        """At the right of a sphere's cut."""
        circle = self._circle(frame, sphere)
        return None if circle is None else circle[0] + QPointF(circle[1], 0)

    def _draw_handle(self, painter: QPainter, frame: Frame, sphere: Sphere) -> None:
        at = self._handle_at(frame, sphere)
        if at is not None:
            painter.fillRect(QRectF(at.x() - 3, at.y() - 3, 6, 6), painter.pen().color())

    def _on_handle(self, at: QPointF | None) -> PlacedVoi | None:
        """The selected sphere, where its handle is under a point."""
        voi = self._selected_here()
        if at is None or voi is None or voi.hidden or not isinstance(voi.shape, Sphere):
            return None
        circle = self._circle(self.frame_now(), voi.shape)
        if circle is None:
            return None
        away = at - circle[0]
        to_handle = away - QPointF(circle[1], 0)
        # Of a circle of a few pixels the middle is still the middle.
        nearer = to_handle.manhattanLength() < away.manhattanLength()
        return voi if nearer and to_handle.manhattanLength() <= HANDLE_PX else None

    def _selected_here(self) -> PlacedVoi | None:
        """The selected VOI of the date shown, in the panes' millimetres."""
        own = (one.voi for one in self._vois() if not one.proposed)
        return next((voi for voi in own if voi.id == self.state.selected_voi), None)

    def _cursor_over(self, at: QPointF | None) -> Qt.CursorShape:
        return CURSOR if self._on_handle(at) is None else Qt.CursorShape.SizeHorCursor

    def _move_handle(self) -> None:
        voi = next((one.voi for one in self._vois() if one.voi.id == self._handle), None)
        if voi is not None and isinstance(voi.shape, Sphere):
            here = self.frame_now().to_patient(*self._at(self._last))
            radius = float(np.linalg.norm(here - voi.shape.centre_mm))
            self.workflow.vois.resize_to(voi.id, radius, self._gesture)

    def _here(self, at: QPointF) -> Point:
        return as_point(self.frame_now().to_patient(*self._at(at)))

    # --- Distances, ellipses, arrows, texts ----------------------------------------------------

    def _is_in_slice(self, frame: Frame, shape: "Drawn") -> bool:
        from station.pet.annotations import place_of

        if shape.across != ACROSS[self.plane] or self.guest is not None:
            return False  # what is drawn belongs to the open study
        image = self.image
        step = SLICE_MM if image is None else slice_step_mm(image.volume.geometry, self.plane)
        away = place_of(shape)[shape.across] - frame.origin_mm[shape.across]
        return abs(away) <= max(step / 2, SLICE_MM) + 1e-6

    def _draw_annotations(self, painter: QPainter, frame: Frame) -> list[Name]:
        drawn = [one for one in self.state.annotations if self._is_in_slice(frame, one.shape)]
        if not drawn:
            return []
        from station.app.voi.drawing import label
        from station.pet.annotations import Ellipse

        names: list[Name] = []
        image = self.whole_image
        colour = QColor(theme.DRAWN)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for one in drawn:
            chosen = one.id == self.state.selected_annotation
            painter.setPen(QPen(colour, 2.4 if chosen else 1.6))
            mark = self._draw_shape(painter, frame, one.shape, chosen=chosen)
            measured = None
            if isinstance(one.shape, Ellipse) and image is not None:
                measured = self.workflow.areas.measured(image, one.shape)
            text = label(one, measured)
            if text:
                names.append(Name(text, mark, colour.lighter(150)))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        return names

    def _draw_shape(
        self, painter: QPainter, frame: Frame, shape: "Drawn", *, chosen: bool = False
    ) -> QRectF:
        """Draw it; the box that what is written next to it keeps free."""
        from station.pet.annotations import Arrow, Distance, Ellipse, Note, handles

        points = [self._on_widget(frame, place) for place in handles(shape)]
        match shape:
            case Distance():
                painter.drawLine(points[0], points[1])
                for end in points:
                    painter.drawLine(*_across(points[0], points[1], end))
            case Arrow():
                painter.drawLine(points[0], points[1])
                painter.drawPolyline(_arrow_head(points[0], points[1]))
            case Ellipse():
                width = max(abs((a - b).x()) for a in points for b in points)
                height = max(abs((a - b).y()) for a in points for b in points)
                centre = self._on_widget(frame, shape.centre_mm)
                painter.drawEllipse(centre, width / 2, height / 2)
            case Note():
                painter.drawEllipse(points[0], 2.5, 2.5)
        if chosen:
            for point in points:
                square = QRectF(point.x() - 3, point.y() - 3, 6, 6)
                painter.fillRect(square, painter.pen().color())
        return QPolygonF(points).boundingRect().adjusted(-2, -2, 2, 2)

    def _drawn_at(self, at: QPointF) -> "tuple[Annotation, int | None] | None":
        """(what was drawn under a point, the number of its handle); the last drawn first."""
        from station.pet.annotations import Ellipse, handles, place_of

        frame = self.frame_now()
        for one in reversed(self.state.annotations):
            if not self._is_in_slice(frame, one.shape):
                continue
            points = [self._on_widget(frame, place) for place in handles(one.shape)]
            for number, point in enumerate(points):
                if (point - at).manhattanLength() <= HANDLE_PX:
                    return one, number
            if isinstance(one.shape, Ellipse):
                middle = self._on_widget(frame, place_of(one.shape))
                near = (middle - at).manhattanLength() <= GRIP_PX
            else:
                near = _distance_px(points[0], points[-1], at) <= GRIP_PX
            if near:
                return one, None
        return None

    def _moves_drawn(self) -> bool:
        if self._drawn is None:
            return False
        id_, handle, before = self._drawn
        here = self.frame_now().to_patient(*self._at(self._last))
        if handle is None:
            self.workflow.drawing.move(id_, as_point(here - before), self._gesture)
        else:
            self.workflow.drawing.reshape(id_, handle, as_point(here), self._gesture)
        self._drawn = (id_, handle, here)
        return True

    def _let_go_of_drawn(self) -> None:
        if self._drawn is not None:
            self._drawn = None
            self.workflow.vois.hold(False)

    def _use_tool(self, at: QPointF) -> None:
        if self.state.tool is Tool.TEXT and self.guest is not None:
            return
        if self.state.tool is Tool.TEXT:
            text, accepted = QInputDialog.getText(self, tr("Text"), tr("Text on the image:"))
            if accepted:
                self.workflow.drawing.write(text, self._here(at), ACROSS[self.plane])
        else:
            super()._use_tool(at)

    def _begin(self, at: QPointF) -> None:
        if self.guest is not None and self.state.tool in (*DRAWING, Tool.TEXT):
            self.workflow.session.set(notice=translated(DRAWN_ELSEWHERE))
            return
        if self.state.tool in DRAWING:
            self._path = [self._here(at)]
        if self.state.tool in PAINTING:
            self._path = [self._here(at)]
            self.update()

    def _draw_on(self) -> None:
        if not self._path:
            return
        here = self._here(self._last)
        self._path = [*self._path, here] if self.state.tool in PAINTING else [self._path[0], here]
        self.update()

    def _end_path(self) -> None:
        content, path = self.content, self._path
        self._path = []
        if path and content is not None and self.state.tool in PAINTING:
            self.workflow.paint(content.slot, self.plane, path)
            self.update()
        elif len(path) == 2 and self.state.tool in DRAWING:
            self.workflow.drawing.draw(path[0], path[1], ACROSS[self.plane])
            self.update()

    def _draw_tool(self, painter: QPainter, frame: Frame) -> None:
        tool = self.state.tool
        if tool is not None and tool in DRAWING and len(self._path) == 2:
            self._draw_pending(painter, frame, tool)
        if self.state.tool not in PAINTING:
            return
        erases = self.state.tool is Tool.ERASER
        colour = QColor(theme.ERASER if erases else theme.BRUSH)
        radius = self.state.brush_mm / frame.mm_per_pixel / self.devicePixelRatioF()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._path:
            wash = QColor(colour)
            wash.setAlpha(110)
            round_ = (Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
            painter.setPen(QPen(wash, 2 * radius, *round_))
            points = [self._on_widget(frame, place) for place in self._path]
            if len(points) == 1:
                painter.drawPoint(points[0])
            else:
                painter.drawPolyline(QPolygonF(points))
        if self._resting is not None:
            style = Qt.PenStyle.DashLine if erases else Qt.PenStyle.SolidLine
            painter.setPen(QPen(colour, 1.6, style))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(self._resting, radius, radius)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _draw_pending(self, painter: QPainter, frame: Frame, tool: Tool) -> None:
        """What would be drawn if the hand let go now, with its length or area."""
        from station.app.voi.drawing import KINDS, label
        from station.pet.annotations import Annotation, drawn_between

        shape = drawn_between(KINDS[tool], self._path[0], self._path[1], ACROSS[self.plane])
        if shape is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(theme.DRAWN), 2.0))
        box = self._draw_shape(painter, frame, shape)
        painter.setFont(theme.font(theme.SMALL_PX))
        painter.drawText(box.bottomRight() + QPointF(4, 12), label(Annotation("", "", shape), None))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _place_at(self, at: QPointF) -> Point | None:
        return self._here(at)

    def _take_voi(self, at: QPointF) -> None:
        held = self._on_handle(at) if self.state.placing is None else None
        if held is not None:
            self._handle = held.id
            self.workflow.vois.hold(True)
            return
        drawn = self._drawn_at(at) if self.state.placing is None else None
        if drawn is not None:
            self._drawn = (drawn[0].id, drawn[1], self.frame_now().to_patient(*self._at(at)))
            self.workflow.drawing.select(drawn[0].id)
            self.workflow.vois.hold(True)
            return
        super()._take_voi(at)
        voi = self._voi_at(at)
        if voi is not None and isinstance(voi.shape, Sphere) and self.state.placing is None:
            here = self.frame_now().to_patient(*self._at(at))
            self._grip = (voi.id, np.array(voi.shape.centre_mm) - here)
            self.workflow.vois.hold(True)

    def _move_voi(self) -> None:
        if self._grip is not None:
            id_, offset = self._grip
            centre = self.frame_now().to_patient(*self._at(self._last)) + offset
            self.workflow.vois.move(id_, as_point(centre), self._gesture)

    def _turn(self, steps: int) -> None:
        self.workflow.scroll(self.column, self.plane, steps)

    def _click(self, at: QPointF) -> None:
        here = self.frame_now().to_patient(*self._at(at))
        if self._places:
            self._place(as_point(here))
        self.workflow.place_crosshair(self.column, here)

    def _point(self, at: QPointF) -> None:
        if self.image is None:
            return
        x, y, z = self.frame_now().to_patient(*self._at(at))
        self.workflow.session.set(pointer=(self.column, (float(x), float(y), float(z))))


def _across(start: QPointF, end: QPointF, at: QPointF) -> tuple[QPointF, QPointF]:
    """A short line at right angles to another, through one of its ends."""
    along = end - start
    length = max(float(np.hypot(along.x(), along.y())), 1e-6)
    step = QPointF(-along.y(), along.x()) * (TICK_PX / length)
    return at - step, at + step


def _arrow_head(tail: QPointF, tip: QPointF) -> QPolygonF:
    back = tail - tip
    length = max(float(np.hypot(back.x(), back.y())), 1e-6)
    along, aside = back * (HEAD_PX / length), QPointF(-back.y(), back.x()) * (HEAD_PX / 2 / length)
    return QPolygonF([tip + along + aside, tip, tip + along - aside])


def _distance_px(start: QPointF, end: QPointF, at: QPointF) -> float:
    """From a point to a line between two others."""
    along = np.array((end - start).toTuple())
    offset = np.array((at - start).toTuple())
    length = float(along @ along)
    part = float(np.clip(offset @ along / length, 0, 1)) if length > 0 else 0.0
    return float(np.linalg.norm(offset - part * along))


class MipPane(Pane):
    """The rotating maximum intensity projection of a column's PET."""

    name = "mip"
    plane = Plane.CORONAL

    def __init__(
        self,
        workflow: Workflow,
        index: int,
        layout: Fixed | None = None,
        offers: Offers | None = None,
    ) -> None:
        self._projection: tuple[object, int, Volume] | None = None
        super().__init__(workflow, index, layout, offers)

    def _picture_of(self, state: State) -> tuple[object, ...]:
        content = self.content_of(state)
        key = state.slots[content.slot] if content else None
        return (*super()._picture_of(state), state.mips.get(key or ""), state.mip_angle)

    def _shows(self, state: State) -> tuple[object, ...]:
        framings = state.views[self._view_of(state)].framings
        return (*super()._shows(state), framings[self.plane])

    def _framed_view(self) -> View:
        """The coronal framing, but about the projection's own middle and always in its plane."""
        framing = self.view.framings[self.plane]
        x, _, z = framing.shift_mm
        return View().framed(self.plane, Framing(framing.zoom, (x, 0.0, z)))

    @property
    def content(self) -> Column | None:
        """A projection of the image itself, also where the slices are fused or subtracted."""
        content = super().content
        return None if content is None else replace(content, kind=Kind.IMAGE)

    def _mip(self) -> "Mip | None":
        image = self.image
        return None if image is None else self.state.mips.get(image.series.key)

    def _angle(self, mip: "Mip | None") -> int:
        """The view shown: the front one until all are there."""
        return self.state.mip_angle if mip is not None and mip.is_complete else 0

    def _field_mm(self) -> tuple[Point, Point]:
        """The body's height, and the width that it may have from any side."""
        low, high = super()._field_mm()
        image = self.image
        if image is None:
            return low, high
        centre = image.volume.geometry.centre_mm
        half = max(
            *(abs(value - centre[axis]) for axis in (0, 1) for value in (low[axis], high[axis])),
            1.0,
        )
        return (-half, 0.0, low[2] - centre[2]), (half, 0.0, high[2] - centre[2])

    def _paint_pixels(self, frame: Frame) -> "Pixels | None":
        from station.app.viewing.render import paint_projection

        mip, image = self._mip(), self.image
        if mip is None or image is None:
            return None
        angle = self._angle(mip)
        if self._projection is None or self._projection[:2] != (mip, angle):
            self._projection = (mip, angle, projection_volume(mip, angle))
        if self._pixels is None or self._pixels.shape != (frame.rows, frame.columns):
            self._pixels = np.empty((frame.rows, frame.columns), np.uint32)
        paint_projection(self.state, image, self._projection[2], frame, self._pixels)
        return self._pixels

    def _crosshair_pixel(self, frame: Frame) -> tuple[float, float]:
        mip, image = self._mip(), self.image
        if mip is None or image is None:
            return -1e6, -1e6
        here = self._own_mm(self.view.position_mm)
        row, column = mip.position_to_mip(here, self._angle(mip))
        return frame.to_pixel(self._projection_point(mip, row, column))

    @staticmethod
    def _projection_point(mip: "Mip", row: float, column: float) -> Point:
        rows, columns_ = mip.images.shape[1:]
        row_mm, column_mm = mip.pixel_mm
        return (column - (columns_ - 1) / 2) * column_mm, 0.0, ((rows - 1) / 2 - row) * row_mm

    def _mip_pixel(self, at: QPointF) -> tuple[int, int] | None:
        mip = self._mip()
        if mip is None:
            return None
        x, _, z = self.frame_now().to_patient(*self._at(at))
        rows, columns_ = mip.images.shape[1:]
        row_mm, column_mm = mip.pixel_mm
        row = round((rows - 1) / 2 - z / row_mm)
        column = round(x / column_mm + (columns_ - 1) / 2)
        return (row, column) if 0 <= row < rows and 0 <= column < columns_ else None

    def _hottest(self, at: QPointF) -> Point | None:
        from station.pet.mip import hottest_point

        mip, pixel, content = self._mip(), self._mip_pixel(at), self.content
        image = None if content is None else self.state.guest_image(content.slot) or self.image
        if mip is None or pixel is None or image is None:
            return None
        point = hottest_point(image.volume, self._angle(mip), *pixel)
        guest = self.guest
        alignment = None if guest is None else alignment_of(self.state, guest.series)
        if point is None:
            return None
        return as_point(point if alignment is None else alignment.to_current(point))

    def _waiting_words(self) -> str:
        return tr("MIP when the image is complete")

    def _caption_lines(self, content: Column, image: LoadedImage) -> list[str]:
        from station.pet.mip import ANGLES

        kind = self.content_of(self.state)
        word = ""
        if kind is not None and kind.kind is Kind.DIFFERENCE:
            word = f"{display.slot_short(self.state, content.slot)} "
        mip = f"MIP {word}{self._angle(self._mip()) * 360 // ANGLES}°"
        if min(self.width(), self.height()) < SMALL_PANE_PX:
            return [mip]
        return [display.window_words(self.state, image), mip]

    def _letters(self) -> tuple[str, str, str, str]:
        from station.pet.mip import ANGLES

        quarter = self._angle(self._mip()) * 4 / ANGLES
        letters = {0.0: ("R", "L"), 1.0: ("A", "P"), 2.0: ("L", "R"), 3.0: ("P", "A")}
        left, right = letters.get(quarter, ("", ""))
        return left, right, "S", "I"

    def _circle(self, frame: Frame, sphere: Sphere) -> tuple[QPointF, float] | None:
        """The whole sphere, where its centre projects."""
        mip = self._mip()
        if mip is None:
            return None
        row, column = mip.position_to_mip(self._own_mm(sphere.centre_mm), self._angle(mip))
        centre = self._on_widget(frame, self._projection_point(mip, row, column))
        return centre, sphere.radius_mm / frame.mm_per_pixel / self.devicePixelRatioF()

    def _draw_outline(self, painter: QPainter, frame: Frame, shown: Shown) -> QRectF | None:
        """A diamond on its middle: the outline of a projection is not that of the VOI."""
        centre = centre_of(shown.voi.shape)
        return None if centre is None else self._draw_diamond(painter, frame, centre)

    def _draw_part(self, painter: QPainter, frame: Frame, one: "Component") -> None:
        self._draw_diamond(painter, frame, one.hottest_mm)

    def _draw_diamond(self, painter: QPainter, frame: Frame, centre: Point) -> QRectF | None:
        mip = self._mip()
        if mip is None:
            return None
        row, column = mip.position_to_mip(self._own_mm(centre), self._angle(mip))
        at = self._on_widget(frame, self._projection_point(mip, row, column))
        corners = [QPointF(0, -5), QPointF(5, 0), QPointF(0, 5), QPointF(-5, 0)]
        painter.drawPolygon(QPolygonF([at + corner for corner in corners]))
        return QRectF(at.x() - 5, at.y() - 5, 10, 10)

    def _turn(self, steps: int) -> None:
        self.workflow.turn_mip(steps)

    def _place_at(self, at: QPointF) -> Point | None:
        return self._hottest(at)

    def _use_tool(self, at: QPointF) -> None:
        if self.state.tool in (Tool.GROW, Tool.PARTS):
            super()._use_tool(at)
        else:
            self.workflow.session.set(
                notice=tr(
                    "A MIP has no depth: use the {tool} in a slice.",
                    tool=translated(str(self.state.tool)),
                )
            )

    def _click(self, at: QPointF) -> None:
        point = self._hottest(at)
        if point is not None:
            if self._places:
                self._place(point)
            self.workflow.place_crosshair(self.column, point)

    def _point(self, at: QPointF) -> None:
        self.workflow.session.set(pointer=None)
