"""The two kinds of panes: a slice of a plane, and the rotating MIP."""

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPolygonF

from station.app.state import Column, Fixed, Framing, Kind, Plane, State, View
from station.app.viewing import display
from station.app.viewing.planes import ACROSS, Frame, projection_volume, slice_number
from station.app.workflow import Workflow
from station.pet.loaded import LoadedImage, as_point
from station.pet.sites import PlacedVoi
from station.pet.voi import Point, Sphere, centre_of
from station.pet.words import format_coordinate
from station.ui.viewing.viewport import SMALL_PANE_PX, Offers, Pane

if TYPE_CHECKING:
    from station.app.viewing.render import Painter, Pixels
    from station.pet.mip import Mip
    from station.pet.volume import Volume


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
        position = f"{format_coordinate(across, self.view.position_mm[across])} mm"
        where = f"Slice {number}/{of}" if 1 <= number <= of else "outside the image"
        if content.kind is Kind.DIFFERENCE:
            bound = display.format_bound(self.state.difference_window.high)
            first = f"{display.difference_words(self.state)} · {image.volume.unit} ±{bound}"
        else:
            first = display.window_words(self.state, image)
        if self.plane is not Plane.AXIAL and min(self.width(), self.height()) < SMALL_PANE_PX:
            return [str(self.plane).capitalize()]
        unfinished = self.unfinished
        if unfinished is None:
            return [first, f"{where} · {position}"]
        percent = f"{unfinished.fraction * 100:.0f} % computed, not measured"
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
            return "Being computed"
        return "This slice is still being computed"

    def _circle(self, frame: Frame, sphere: Sphere) -> tuple[QPointF, float] | None:
        """The true cut of the sphere at the slice shown."""
        across = ACROSS[self.plane]
        distance = sphere.centre_mm[across] - frame.origin_mm[across]
        if abs(distance) >= sphere.radius_mm:
            return None
        radius = float(np.sqrt(sphere.radius_mm**2 - distance**2)) / frame.mm_per_pixel
        return self._on_widget(frame, sphere.centre_mm), radius / self.devicePixelRatioF()

    def _draw_outline(self, painter: QPainter, frame: Frame, voi: PlacedVoi) -> QRectF | None:
        """A line round the voxels that an isocontour or a mask holds in this slice."""
        from station.app.viewing.outline import outlines

        image = self.whole_image
        if image is None:
            return None
        ratio = self.devicePixelRatioF()
        box = QRectF()
        for line in outlines(self.workflow.measuring.mask(image, voi.shape), frame):
            points = [QPointF((x + 0.5) / ratio, (y + 0.5) / ratio) for x, y in line]
            outline = QPolygonF(points)
            painter.drawPolyline(outline)
            box = box.united(outline.boundingRect())
        return None if box.isNull() else box

    def _take_voi(self, at: QPointF) -> None:
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
        if self.state.placing is not None:
            self._place(as_point(here))
        self.workflow.place_crosshair(self.column, here)

    def _point(self, at: QPointF) -> None:
        if self.image is None:
            return
        x, y, z = self.frame_now().to_patient(*self._at(at))
        self.workflow.session.set(pointer=(self.column, (float(x), float(y), float(z))))


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
        row, column = mip.position_to_mip(self.view.position_mm, self._angle(mip))
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

        mip, pixel, image = self._mip(), self._mip_pixel(at), self.image
        if mip is None or pixel is None or image is None:
            return None
        point = hottest_point(image.volume, self._angle(mip), *pixel)
        return None if point is None else (float(point[0]), float(point[1]), float(point[2]))

    def _waiting_words(self) -> str:
        return "MIP when the image is complete"

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
        row, column = mip.position_to_mip(sphere.centre_mm, self._angle(mip))
        centre = self._on_widget(frame, self._projection_point(mip, row, column))
        return centre, sphere.radius_mm / frame.mm_per_pixel / self.devicePixelRatioF()

    def _draw_outline(self, painter: QPainter, frame: Frame, voi: PlacedVoi) -> QRectF | None:
        """A diamond on its middle: the outline of a projection is not that of the VOI."""
        mip, centre = self._mip(), centre_of(voi.shape)
        if mip is None or centre is None:
            return None
        row, column = mip.position_to_mip(centre, self._angle(mip))
        at = self._on_widget(frame, self._projection_point(mip, row, column))
        corners = [QPointF(0, -5), QPointF(5, 0), QPointF(0, 5), QPointF(-5, 0)]
        painter.drawPolygon(QPolygonF([at + corner for corner in corners]))
        return QRectF(at.x() - 5, at.y() - 5, 10, 10)

    def _turn(self, steps: int) -> None:
        self.workflow.turn_mip(steps)

    def _click(self, at: QPointF) -> None:
        point = self._hottest(at)
        if point is not None:
            if self.state.placing is not None:
                self._place(point)
            self.workflow.place_crosshair(self.column, point)

    def _point(self, at: QPointF) -> None:
        self.workflow.session.set(pointer=None)
