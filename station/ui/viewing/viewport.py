"""What every pane is: pixels of one column, what is written over them, and the hand's gestures.

A pane paints pixels that `station.app.viewing.render` made of the state, and turns the hand's
gestures into verbs. It keeps no state of its own but the gesture in hand.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from PySide6.QtCore import QMimeData, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import (
    QAction,
    QColor,
    QContextMenuEvent,
    QDragEnterEvent,
    QDropEvent,
    QEnterEvent,
    QFont,
    QHideEvent,
    QImage,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from station.app.language import tr
from station.app.quality.state import measured_at
from station.app.state import (
    PAINTING,
    Column,
    DisplayRange,
    Fixed,
    Guest,
    Kind,
    Plane,
    Slot,
    State,
    Tool,
    Unfinished,
    View,
    changes_shown,
    columns,
    current_proposal,
)
from station.app.viewing import display
from station.app.viewing.dates import Shown, alignment_of, vois_in
from station.app.viewing.planes import LETTERS, Frame, frame_of
from station.app.workflow import ZOOM_RATE, ZOOM_STEP, Workflow
from station.pet.loaded import LoadedImage, as_point
from station.pet.sites import PlacedVoi
from station.pet.study import same_patient_space
from station.pet.voi import Point, Sphere
from station.pet.volume import FloatArray
from station.pet.words import format_bound, format_value
from station.ui import theme
from station.ui.viewing.labels import CHIP_PX, Labels, halo_of

if TYPE_CHECKING:
    from station.app.viewing.render import Pixels
    from station.pet.burden import Component

SERIES_MIME = "application/x-station-series"

CLICK_TRAVEL_PX = 3
"""A press and release within this distance is a click, not a drag."""
CROSSHAIR_GAP_PX = 14
"""Half the opening of the cross, so that it never covers what it points at."""
GRIP_PX = 7
"""A VOI can be taken this near its centre, however small its cut is."""
SMALL_PANE_PX = 236
"""Below this side a pane leaves out its colour bar and its second caption line."""
WIDE_PANE_PX = 440
"""From this width on a mark has room for all its words."""
MARK_STEPS = 12
"""How many lines above its corner a mark may be written"""
LARGEST_KEPT_FREE_PX = 120
"""Names are not written into spheres up to this diameter"""
NAME_STEPS = 6
"""How many lines away from its mark a name may be written"""
TURN_DEG_PER_PX = 0.1
"""Of an image of another date that is turned by hand"""
MOVES_DATE = (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton)
HANDLE_PX = 7
"""A handle can be taken this near to it"""
CURSOR = Qt.CursorShape.ArrowCursor
CROSS = Qt.CursorShape.CrossCursor
CURSORS = {Tool.TEXT: Qt.CursorShape.IBeamCursor, Tool.PARTS: Qt.CursorShape.PointingHandCursor}
"""Of the tools that do not aim"""
MARGIN_PX = 8
WAITING_FLAGS = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
SCALE_BARS_MM = (10, 20, 50, 100, 200, 500)


def series_mime(key: str) -> QMimeData:
    """What a drag of a series carries."""
    data = QMimeData()
    data.setData(SERIES_MIME, key.encode())
    return data


def series_key(data: QMimeData) -> str | None:
    """The series that a drag carries, None for anything else."""
    if not data.hasFormat(SERIES_MIME):
        return None
    return bytes(data.data(SERIES_MIME).data()).decode()


@dataclass(frozen=True)
class Offers:
    """What the panes of a window offer apart from gestures; those of a blinded reading: nothing."""

    fill_menu: Callable[[QMenu, int, Shown | None], None]
    """Fills the menu of a right click: that of a view, or of the VOI under the pointer"""
    denoise: QAction
    explain: Callable[[], object]
    """Shows what makes the SUVs doubtful"""


class Name(NamedTuple):
    """What is to be written next to a mark on the image."""

    text: str
    mark: QRectF
    ink: QColor


class SeriesTarget(QWidget):
    """Takes a series that is dropped on it."""

    workflow: Workflow

    def _slot(self) -> Slot | None:
        """Where the series is shown; None: nowhere now."""
        raise NotImplementedError

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if series_key(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        key, slot = series_key(event.mimeData()), self._slot()
        if key is not None and slot is not None:
            self.workflow.assign(slot, key)
            event.acceptProposedAction()


class Pane(SeriesTarget):
    """What slices and MIPs share: painting pixels, captions, and the mouse's gestures."""

    name: str
    """"axial", "coronal", "sagittal" or "mip": how the state calls this pane"""
    plane: Plane

    def __init__(
        self,
        workflow: Workflow,
        index: int,
        layout: Fixed | None = None,
        offers: Offers | None = None,
    ) -> None:
        """`index` counts the columns of the layout (None: the state's) from the left."""
        super().__init__()
        self._offers = offers
        self.workflow = workflow
        self._index = index
        self._layout = layout
        self._shown_of: State | None = None
        self._shown: tuple[object, ...] = ()
        self._content_of: State | None = None
        self._content: Column | None = None
        self._pixels: Pixels | None = None
        self._picture: QImage | None = None
        self._painted: tuple[object, ...] = ()
        self._ramp_of: object = None
        self._ramp_image = QImage()
        self._button: Qt.MouseButton | None = None
        self._pressed_at = QPointF()
        self._last = QPointF()
        self._gesture: object | None = None
        self._travelled = False
        self.accessible: object = None
        """What a screen reader asks (`station/ui/viewing/accessible.py`)"""
        self._only_looks = False
        """The click goes there and places nothing, though a VOI waits for its place"""
        self._mark_box: QRectF | None = None
        """Where the image says that its SUVs are doubtful"""
        self._resting: QPointF | None = None
        """Where the pointer is; None: elsewhere"""
        self._grip: tuple[str, FloatArray] | None = None
        """The VOI in the hand, and its centre minus the point where it was taken, in mm"""
        self._handle: str | None = None
        """The sphere whose surface is in the hand"""
        self._moves_date = False
        """Whether the drag moves an image of another date"""
        self._path: list[Point] = []
        """Where the tool has been since the button was pressed, in LPS"""
        self.setMouseTracking(True)
        self.setAcceptDrops(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(40, 40)
        workflow.session.changed.connect(self._on_changed)

    # --- State ---------------------------------------------------------------------------------

    @property
    def state(self) -> State:
        return self.workflow.session.state

    def _slot(self) -> Slot | None:
        return None if self.content is None else self.content.slot

    def content_of(self, state: State) -> Column | None:
        """What the pane's column draws; None for a column that is about to go."""
        shown = columns(state, self._layout)
        return shown[self._index] if self._index < len(shown) else None

    @property
    def content(self) -> Column | None:
        """What the column draws now; asked for a dozen times a paint."""
        state = self.state
        if self._content_of is not state:
            self._content_of, self._content = state, self.content_of(state)
        return self._content

    @property
    def column(self) -> int:
        """Which of the state's views the pane looks with."""
        content = self.content
        return content.view if content else 0

    def _view_of(self, state: State) -> int:
        content = self.content_of(state)
        return content.view if content else 0

    @property
    def image(self) -> LoadedImage | None:
        """The image that is drawn and that the captions speak of; it may be unfinished."""
        content = self.content
        return self.state.shown(content.slot) if content else None

    @property
    def whole_image(self) -> LoadedImage | None:
        """The same once it is complete: what may be measured."""
        content = self.content
        return self.state.image(content.slot) if content else None

    @property
    def guest(self) -> Guest | None:
        """The series of another study that this pane shows."""
        content = self.content
        return self.state.guest(content.slot) if content else None

    def _measured_image(self, shown: Shown) -> LoadedImage | None:
        """The image that a VOI measures where it is drawn, in the millimetres of its own date;
        None: it only proposes a place here."""
        content = self.content
        if content is None or shown.proposed:
            return None
        return self.state.guest_image(content.slot) or self.whole_image

    @property
    def unfinished(self) -> Unfinished | None:
        """The image under way that this pane draws."""
        content = self.content
        return self.state.unfinished_in(content.slot) if content else None

    @property
    def view(self) -> View:
        return self.state.views[self.column]

    def frame_now(self) -> Frame:
        """What the pane shows, in device pixels."""
        ratio = self.devicePixelRatioF()
        rows, cols = round(self.height() * ratio), round(self.width() * ratio)
        return frame_of(self.plane, self._framed_view(), self._field_mm(), rows, cols)

    def _framed_view(self) -> View:
        return self.view

    def _field_mm(self) -> tuple[Point, Point]:
        return field_mm(self.state, self.image)

    def _on_changed(self, before: State, after: State) -> None:
        shown_before = self._shown if self._shown_of is before else self._shows(before)
        self._shown_of, self._shown = after, self._shows(after)
        if shown_before != self._shown:
            self.update()
        moved = before.views is not after.views or before.slots is not after.slots
        if moved and self._resting is not None:
            self._point(self._resting)  # the pointer rests, the patient moved beneath it
        armed = (after.tool, after.placing is None)
        if armed != (before.tool, before.placing is None):
            self._path = []
            self._show_cursor()

    def _shows(self, state: State) -> tuple[object, ...]:
        """The values of the state that this pane draws; it is redrawn when one of them changes."""
        return (
            *self._picture_of(state),
            state.views[self._view_of(state)].position_mm,
            state.captions,
            state.crosshair_shown,
            state.vois,
            state.guest_vois,
            state.vois_carried,
            state.selected_voi,
            state.peak_rule,
            state.links,
            state.tool,
            state.brush_mm,
            state.burdens,
            state.annotations,
            state.selected_annotation,
            current_proposal(state),
            self._measured_at(state),
        )

    def _measured_at(self, state: State) -> tuple[tuple[str, Sphere], ...]:
        """Where the checks of the image's quality measured, while they are looked at."""
        content = self.content_of(state) if state.checks_in_front else None
        series = state.series(content.slot) if content else None
        if content is None or series is None or state.guest(content.slot) is not None:
            return ()
        return measured_at(state, series)

    def _picture_of(self, state: State) -> tuple[object, ...]:
        """The values of the state that the picture beneath the captions depends on."""
        content = self.content_of(state)
        slot = content.slot if content else Slot.CT
        return (
            content,
            *(state.shown(slot) for slot in Slot),
            state.unfinished_in(slot),
            changes_shown(state) if slot is Slot.DENOISED else None,
            state.window,
            state.stored_fraction,
            state.ct_window,
            state.difference_window,
            state.colormap,
            state.inverse,
            state.blend,
            state.smooth,
        )

    # --- Painting ------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        frame = self.frame_now()
        content = self.content
        picture = self._current_picture(frame)
        if picture is None or content is None:
            painter.fillRect(self.rect(), QColor(theme.IMAGE_GROUND))
            if self.unfinished is not None:
                self._draw_waiting(painter)
            return
        painter.drawImage(self.rect(), picture)
        self._draw_crosshair(painter, frame)
        self._draw_burden(painter, frame)
        drawn = self._draw_annotations(painter, frame)
        names = [
            *self._draw_proposal(painter, frame),
            *self._draw_vois(painter, frame),
            *self._draw_measured(painter, frame),
        ]
        self._draw_tool(painter, frame)
        self._mark_box = None
        if self.state.captions:
            labels = Labels(painter, self.width(), self.height())
            self._draw_captions(painter, labels, frame, content)
            is_small = min(self.width(), self.height()) < SMALL_PANE_PX
            # A length is what the line was drawn for; a VOI's name can be read elsewhere.
            self._draw_names(labels, drawn if is_small else [*drawn, *names])
        if not self._is_there:
            self._draw_waiting(painter)

    @property
    def _is_there(self) -> bool:
        """Whether what the pane shows is computed, whole slices at a time."""
        return self.unfinished is None

    def _draw_waiting(self, painter: QPainter) -> None:
        """Say that nothing is here yet, whether captions are wanted or not."""
        words = self._waiting_words()
        painter.setFont(theme.font(theme.SMALL_PX, QFont.Weight.DemiBold))
        metrics = painter.fontMetrics()
        room = self.width() - 4 * MARGIN_PX
        box = metrics.boundingRect(
            QRect(0, 0, max(room, 1), self.height()), int(WAITING_FLAGS), words
        )
        box.moveCenter(self.rect().center())
        painter.fillRect(box.adjusted(-8, -5, 8, 5), QColor(theme.IMAGE_BAR))
        painter.setPen(QColor(theme.IMAGE_TITLE))
        painter.drawText(box, int(WAITING_FLAGS), words)

    def _waiting_words(self) -> str:
        return tr("Being computed")

    def _current_picture(self, frame: Frame) -> QImage | None:
        needs = (frame, *self._picture_of(self.state))
        if needs != self._painted:
            pixels = self._paint_pixels(frame)
            self._painted = needs
            self._pixels = pixels
            self._picture = (
                None
                if pixels is None
                else QImage(
                    pixels.data,
                    frame.columns,
                    frame.rows,
                    frame.columns * 4,
                    QImage.Format.Format_RGB32,
                )
            )
        return self._picture

    def _paint_pixels(self, frame: Frame) -> "Pixels | None":
        raise NotImplementedError

    @property
    def on_light(self) -> bool:
        """Whether the picture's ground is light, so that captions must be dark."""
        content, image = self.content, self.image
        if content is None or image is None:
            return False
        is_difference = content.kind is Kind.DIFFERENCE
        return is_difference or display.is_light(self._colours(content, image)[0])

    def _draw_crosshair(self, painter: QPainter, frame: Frame) -> None:
        if not self.state.crosshair_shown:
            return
        column, row = self._crosshair_pixel(frame)
        ratio = self.devicePixelRatioF()
        x, y = round((column + 0.5) / ratio - 0.5), round((row + 0.5) / ratio - 0.5)
        width, height = self.width(), self.height()
        gap = CROSSHAIR_GAP_PX
        # Rectangles, not lines: QPainter strokes a line through its slow path, 0.25 ms each.
        if 0 <= x < width:
            painter.fillRect(x, 0, 1, y - gap, theme.CROSSHAIR)
            painter.fillRect(x, y + gap, 1, height - y - gap, theme.CROSSHAIR)
        if 0 <= y < height:
            painter.fillRect(0, y, x - gap, 1, theme.CROSSHAIR)
            painter.fillRect(x + gap, y, width - x - gap, 1, theme.CROSSHAIR)

    def _crosshair_pixel(self, frame: Frame) -> tuple[float, float]:
        return frame.to_pixel(self.view.position_mm)

    def _draw_vois(self, painter: QPainter, frame: Frame) -> list["Name"]:
        """The cut of every VOI that is not hidden; what is to be written next to them, the selected
        one first."""
        vois = [one for one in self._vois() if not one.voi.hidden]
        if not vois:
            return []
        names: list[Name] = []
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for shown in vois:
            chosen = shown.voi.id == self.state.selected_voi and not shown.proposed
            colour = QColor(shown.voi.colour)
            style = Qt.PenStyle.DashLine if shown.proposed else Qt.PenStyle.SolidLine
            painter.setPen(QPen(colour, 2.4 if chosen else 1.6, style))
            mark = self._draw_voi(painter, frame, shown)
            image = self._measured_image(shown)
            if mark is None or (image is None and not shown.proposed):
                continue
            words = self._voi_words(shown.kept, image) if image else proposed_words(shown)
            names.insert(0 if chosen else len(names), Name(words, mark, colour))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        return names

    def _vois(self) -> tuple[Shown, ...]:
        """Those of the date shown, and those that other dates propose."""
        content = self.content
        return () if content is None else vois_in(self.state, content.slot)

    def _draw_voi(self, painter: QPainter, frame: Frame, shown: Shown) -> QRectF | None:
        """Draw one; the box of what was drawn, None where the VOI does not meet this pane."""
        voi = shown.voi
        if not isinstance(voi.shape, Sphere):
            return self._draw_outline(painter, frame, shown)
        circle = self._circle(frame, voi.shape)
        if circle is None:
            return None
        centre, radius = circle
        painter.drawEllipse(centre, radius, radius)
        if voi.id == self.state.selected_voi and not shown.proposed:
            self._draw_handle(painter, frame, voi.shape)
        return QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)

    def _draw_handle(self, painter: QPainter, frame: Frame, sphere: Sphere) -> None:
        """By which the hand changes a sphere's size; a slice has one."""

    def _draw_burden(self, painter: QPainter, frame: Frame) -> None:
        """The parts above the threshold; those left out thin, grey and broken."""
        if self.state.burdens is None or self.content is None:
            return
        from station.app.voi.burden import shown_burdens

        burdens = shown_burdens(self.state)
        found = burdens.of(self.content.slot) if burdens is not None else None
        if found is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for one in found.components:
            pen = (
                QPen(QColor(theme.PART), 1.6)
                if one.counted
                else QPen(QColor(theme.PART_OUT), 1.2, Qt.PenStyle.DashLine)
            )
            painter.setPen(pen)
            self._draw_part(painter, frame, one)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _draw_part(self, painter: QPainter, frame: Frame, one: "Component") -> None:
        raise NotImplementedError

    def _draw_annotations(self, painter: QPainter, frame: Frame) -> list["Name"]:
        """What readers drew in the slice shown, and what is to be written next to it."""
        return []

    def _draw_tool(self, painter: QPainter, frame: Frame) -> None:
        """What the tool in the hand is about to do; a slice shows it."""

    def _circle(self, frame: Frame, sphere: Sphere) -> tuple[QPointF, float] | None:
        """Centre and radius in the widget of a sphere's cut."""
        raise NotImplementedError

    def _draw_outline(self, painter: QPainter, frame: Frame, shown: Shown) -> QRectF | None:
        raise NotImplementedError

    def _voi_words(self, voi: PlacedVoi, image: LoadedImage) -> str:
        """`Lesion 1 · SUVmax 8.00`: the name, and which statistic its number is."""
        maximum = self.workflow.measuring.measured(image, voi.shape, self.state.peak_rule).maximum
        if np.isnan(maximum):
            return voi.name
        unit = image.volume.unit
        if self.state.voi_in_hand and voi.id == self._handle and isinstance(voi.shape, Sphere):
            return f"{voi.name} · {voi.shape.volume_ml:g} mL"
        return f"{voi.name} · {display.statistic_of(unit, 'max')} {format_value(maximum, unit)}"

    def _draw_measured(self, painter: QPainter, frame: Frame) -> list["Name"]:
        """The spheres of the checks, thin and broken: they are not VOIs and are not dragged."""
        spheres = self._measured_at(self.state)
        if not spheres:
            return []
        names: list[Name] = []
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        colour = theme.ON_LIGHT if self.on_light else theme.ON_DARK
        painter.setPen(QPen(colour, 1.4, Qt.PenStyle.DashLine))
        for name, sphere in spheres:
            circle = self._circle(frame, sphere)
            if circle is not None:
                centre, radius = circle
                painter.drawEllipse(centre, radius, radius)
                mark = QRectF(0, 0, 2 * radius, 2 * radius)
                mark.moveCenter(centre)
                names.append(Name(name, mark, colour))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        return names

    def _draw_proposal(self, painter: QPainter, frame: Frame) -> list["Name"]:
        """The sphere that waits to be confirmed, broken: it is no VOI yet."""
        proposal, placing = current_proposal(self.state), self.state.placing
        if proposal is None or proposal.centre_mm is None or placing is None:
            return []
        if self.guest is not None:
            return []  # it is proposed in the millimetres of the open study
        circle = self._circle(frame, Sphere(proposal.centre_mm, placing.volume_ml))
        if circle is None:
            return []
        centre, radius = circle
        colour = QColor(theme.PROPOSED)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour, 2.0, Qt.PenStyle.DashLine))
        painter.drawEllipse(centre, radius, radius)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        mark = QRectF(0, 0, 2 * radius, 2 * radius)
        mark.moveCenter(centre)
        return [Name(f"{placing.name}?", mark, colour.lighter(140))]

    def _draw_names(self, labels: Labels, names: Sequence["Name"]) -> None:
        """Each next to what it names, where there is room; one that has none is left out."""
        labels.set_font(QFont.Weight.DemiBold)
        for name in names:
            if name.mark.width() <= LARGEST_KEPT_FREE_PX:
                labels.reserve(name.mark)
        for name in names:
            places = _places(name.mark, labels.box(name.text))
            labels.write_chip(name.text, places, name.ink, theme.NAME_GROUND)

    def _caption_lines(self, content: Column, image: LoadedImage) -> list[str]:
        raise NotImplementedError

    def _letters(self) -> tuple[str, str, str, str]:
        return LETTERS[self.plane]

    def _draw_captions(
        self, painter: QPainter, labels: Labels, frame: Frame, content: Column
    ) -> None:
        image = self.image
        if image is None:
            return
        light = self.on_light
        ink = theme.ON_LIGHT if light else theme.ON_DARK
        width, height = self.width(), self.height()
        small = min(width, height) < SMALL_PANE_PX
        metrics = labels.set_font()
        line = metrics.height() + 1
        y = MARGIN_PX + metrics.ascent()
        lines = self._caption_lines(content, image)
        for caption in lines[:1] if small else lines:
            text = labels.fitted(caption, width - 2 * MARGIN_PX)
            if labels.write(text, [QPointF(MARGIN_PX, y)], ink) is not None:
                y += line
        if not small or self.name == "axial":
            y = self._draw_cautions(labels, content, y, line)
        left, right, top, bottom = self._letters()
        middle = height // 2 - MARGIN_PX
        steps = [0, -line, line, -2 * line, 2 * line]
        across = width - MARGIN_PX - labels.width(right)
        labels.write(left, (QPointF(MARGIN_PX, middle + step) for step in steps), ink)
        labels.write(right, (QPointF(across, middle + step) for step in steps), ink)
        if not small:
            x = width // 2 + MARGIN_PX  # the crosshair often runs down the middle
            highest = MARGIN_PX + metrics.ascent() + 2 * line
            labels.write(top, (QPointF(x, highest + n * line) for n in range(3)), ink)
            x = width // 2 - MARGIN_PX - labels.width(bottom)
            lowest = height - MARGIN_PX - metrics.descent()
            labels.write(bottom, (QPointF(x, lowest - n * line) for n in range(3)), ink)
            self._draw_colour_bar(painter, labels, content, image, ink)
        self._draw_scale_bar(painter, labels, frame, ink, small)
        self._draw_marks(labels, content, image, light, small)

    def _draw_cautions(self, labels: Labels, content: Column, y: float, line: float) -> float:
        """What makes the numbers of this pane doubtful, as chips: a click explains them."""
        labels.set_font(QFont.Weight.DemiBold)
        for words, explains in (
            (display.caution_mark(self.state, content), True),
            (self._unlinked_words(), False),
        ):
            text = labels.fitted(words, self.width() - 2 * MARGIN_PX - CHIP_PX)
            places = [QPointF(MARGIN_PX, y + 2)]
            box = labels.write_chip(text, places, theme.MARK, theme.MARK_GROUND)
            if box is not None:
                y += line + 4
                if explains:
                    self._mark_box = box
        labels.set_font()
        return y

    def _unlinked_words(self) -> str:
        """That another column does not follow this one; empty where it does."""
        return ""

    def _draw_scale_bar(
        self, painter: QPainter, labels: Labels, frame: Frame, ink: QColor, small: bool
    ) -> None:
        per_mm = 1 / (frame.mm_per_pixel * self.devicePixelRatioF())
        room = self.width() * (0.5 if small else 0.3)
        fitting = [mm for mm in SCALE_BARS_MM if mm * per_mm <= room]
        if not fitting:
            return
        length = round(fitting[-1] * per_mm)
        x, y = MARGIN_PX, self.height() - MARGIN_PX - 3
        box = QRectF(x, y - 3, length + 1, 7)
        if not labels.is_free(box):
            return
        parts = ((x, y, length, 1), (x, y - 3, 1, 7), (x + length, y - 3, 1, 7))
        for left, top, width, height in parts:
            painter.fillRect(left - 1, top - 1, width + 2, height + 2, halo_of(ink))
        for part in parts:
            painter.fillRect(*part, ink)
        labels.write(f"{fitting[-1] // 10} cm", [QPointF(x + 4, y - 5)], ink)
        labels.reserve(box)

    def _draw_colour_bar(
        self, painter: QPainter, labels: Labels, content: Column, image: LoadedImage, ink: QColor
    ) -> None:
        bar_height = min(200, int(self.height() * 0.28))
        box = QRect(self.width() - MARGIN_PX - 10, self.height() // 7, 9, bar_height)
        table, shown = self._colours(content, image)
        painter.fillRect(box.adjusted(-1, -1, 1, 1), ink)
        painter.drawImage(box.topLeft(), self._ramp(table, box.width(), box.height()))
        labels.reserve(QRectF(box.adjusted(-1, -1, 1, 1)))
        metrics = labels.metrics
        for text, y in (
            (format_bound(shown.high), box.top() + metrics.ascent() / 2),
            (format_bound(shown.low).replace("-", "−"), box.bottom()),
        ):
            labels.write(text, [QPointF(box.left() - 5 - labels.width(text), y)], ink)

    def _colours(
        self, content: Column, image: LoadedImage
    ) -> tuple[display.colormaps.ColourTable, DisplayRange]:
        """The colours of what is drawn, and the values from the first to the last of them."""
        shown = display.display_range(self.state, image)
        match content.kind:
            case Kind.DIFFERENCE:
                return display.colormaps.difference_table(), self.state.difference_window
            case Kind.FUSED:
                return display.colormaps.table(display.colormaps.FUSION), shown
            case Kind.IMAGE | Kind.MIP:
                return display.color_table(self.state, image), shown

    def _ramp(self, table: display.colormaps.ColourTable, width: int, height: int) -> QImage:
        """The table as a picture, highest colour on top; kept, because scaling one costs 0.1 ms."""
        if self._ramp_of is not table or self._ramp_image.height() != height:
            rows = (np.arange(height)[::-1] * len(table)) // height
            colours = np.repeat(table[rows], width)
            picture = QImage(colours.data, width, height, width * 4, QImage.Format.Format_RGB32)
            self._ramp_of, self._ramp_image = table, picture.copy()
        return self._ramp_image

    def _draw_marks(
        self, labels: Labels, content: Column, image: LoadedImage, light: bool, small: bool
    ) -> None:
        """SYNTHETIC and RESEARCH, in the lower right corner, in every pane that is large enough and
        in the axial one of every column."""
        left_out = small and self.name != "axial"
        marks = [] if left_out else list(image_marks(content, image, self.state))
        if self.width() < WIDE_PANE_PX:
            marks = [mark.split(" · ")[0] for mark in marks]
        ink = theme.RESEARCH_ON_LIGHT if light else theme.RESEARCH_ON_DARK
        metrics = labels.set_font(QFont.Weight.DemiBold)
        y = self.height() - MARGIN_PX - metrics.descent()
        for mark in reversed(marks):
            x = self.width() - MARGIN_PX - labels.width(mark)
            line = metrics.height() + 1
            box = labels.write(mark, [QPointF(x, y - n * line) for n in range(MARK_STEPS)], ink)
            y = (y if box is None else box.bottom() - metrics.descent()) - line

    def _own_mm(self, position_mm: Point) -> Point:
        """A place of the panes in the millimetres of the image's own study."""
        guest = self.guest
        alignment = None if guest is None else alignment_of(self.state, guest.series)
        return position_mm if alignment is None else as_point(alignment.to_prior(position_mm))

    def _on_widget(self, frame: Frame, position_mm: Point) -> QPointF:
        """Where an LPS position lies on the widget."""
        column, row = frame.to_pixel(position_mm)
        ratio = self.devicePixelRatioF()
        return QPointF((column + 0.5) / ratio, (row + 0.5) / ratio)

    # --- Gestures ------------------------------------------------------------------------------

    def _at(self, point: QPointF) -> tuple[float, float]:
        """(column, row) of the picture under a point of the widget."""
        ratio = self.devicePixelRatioF()
        return point.x() * ratio - 0.5, point.y() * ratio - 0.5

    def _on_mark(self, at: QPointF) -> bool:
        """Whether a point is on the mark that a click explains."""
        box = self._mark_box
        return box is not None and self._offers is not None and box.contains(at)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._let_go()
        self.workflow.session.set(active_column=self.column, active_pane=self.name)
        self._button = event.button()
        self._pressed_at = self._last = event.position()
        self._gesture = object()
        self._travelled = False
        self._only_looks = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        left = event.button() is Qt.MouseButton.LeftButton
        self._moves_date = (
            bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            and self.guest is not None
            and self.name != "mip"
        )
        if self._moves_date:
            return
        if left and self.image is not None and not self._on_mark(event.position()):
            if self.state.tool is None:
                self._take_voi(event.position())
            else:
                self._begin(event.position())

    def _take_voi(self, at: QPointF) -> None:
        """Select the VOI under the pointer; a slice also takes it into the hand."""
        voi = self._voi_at(at)
        if voi is not None and self.state.placing is None:
            self.workflow.vois.select(voi.id)

    def _voi_at(self, at: QPointF) -> PlacedVoi | None:
        """The visible sphere whose cut is under a point, in the panes' millimetres; of several the
        nearest to its centre. What another date proposes is not taken."""
        shown = self._shown_at(at)
        return None if shown is None or shown.proposed else shown.voi

    def _shown_at(self, at: QPointF) -> Shown | None:
        """The same, or else a proposal."""
        frame = self.frame_now()
        found: list[tuple[bool, float, Shown]] = []
        for shown in self._vois():
            shape = shown.voi.shape
            circle = (
                self._circle(frame, shape)
                if isinstance(shape, Sphere) and not shown.voi.hidden
                else None
            )
            if circle is not None:
                distance = float(np.hypot(*(at - circle[0]).toTuple()))
                if distance <= max(circle[1], GRIP_PX):
                    found.append((shown.proposed, distance, shown))
        return min(found, key=lambda one: one[:2])[2] if found else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        here = event.position()
        self._resting = here
        if self._button is None:
            self._show_cursor()
            self._point(here)
            if self.state.tool in PAINTING:
                self.update()  # the brush is drawn where the pointer is
            return
        if not self._travelled:
            if (here - self._pressed_at).manhattanLength() <= CLICK_TRAVEL_PX:
                return
            self._travelled = True
        moved = here - self._last
        self._last = here
        self._drag(self._button, moved)

    def _show_cursor(self) -> None:
        """The tool in the hand, or what a click here does, as the pointer."""
        state = self.state
        if self._resting is not None and self._on_mark(self._resting):
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        elif state.tool is not None:
            self.setCursor(CURSORS.get(state.tool, CROSS))
        elif state.placing is not None:
            self.setCursor(CROSS)
        else:
            self.setCursor(self._cursor_over(self._resting))

    def _cursor_over(self, at: QPointF | None) -> Qt.CursorShape:
        return CURSOR

    def _begin(self, at: QPointF) -> None:
        """The tool in the hand is set down."""

    def _drag(self, button: Qt.MouseButton, moved: QPointF) -> None:
        content = self.content
        if content is None or self.image is None:
            return
        ratio = self.devicePixelRatioF()
        if self._moves_date and button in MOVES_DATE:
            self._move_date(content, button, moved)
        elif button is Qt.MouseButton.LeftButton and self._grip is not None:
            self._move_voi()
        elif button is Qt.MouseButton.LeftButton and self._handle is not None:
            self._move_handle()
        elif button is Qt.MouseButton.LeftButton and self._moves_drawn():
            pass
        elif button is Qt.MouseButton.LeftButton and self.state.tool is not None:
            self._draw_on()
        elif button is Qt.MouseButton.LeftButton:
            self.workflow.drag_window(content, moved.x(), -moved.y(), self._gesture)
        elif button is Qt.MouseButton.MiddleButton:
            self.workflow.pan(self.column, self.frame_now(), moved.x() * ratio, moved.y() * ratio)
        elif button is Qt.MouseButton.RightButton:
            factor = float(np.exp(-moved.y() * ZOOM_RATE))
            self.workflow.zoom(self.column, self.frame_now(), factor, None)

    def _move_date(self, content: Column, button: Qt.MouseButton, moved: QPointF) -> None:
        """Carry or turn the image of another date over the open one."""
        frame, ratio = self.frame_now(), self.devicePixelRatioF()
        if button is Qt.MouseButton.LeftButton:
            by_mm = frame.right_mm * moved.x() * ratio + frame.down_mm * moved.y() * ratio
            self.workflow.dates.shift(content.slot, by_mm, self._gesture)
        else:
            degrees = moved.y() * TURN_DEG_PER_PX
            about = self.view.position_mm
            self.workflow.dates.turn(content.slot, self.plane, degrees, about, self._gesture)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        clicked = self._button is not None and not self._travelled
        self._button = None
        self._gesture = None
        self._end_path()
        self._let_go()
        if not clicked or self.image is None:
            return
        if event.button() is Qt.MouseButton.LeftButton:
            if self._on_mark(event.position()) and self._offers is not None:
                self._offers.explain()
            elif self.state.tool is None:
                self._click(event.position())
            else:
                self._use_tool(event.position())
        elif event.button() is Qt.MouseButton.RightButton:
            self._menu(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        # A second window keeps its layout: nothing is to jump on the other monitor.
        if event.button() is Qt.MouseButton.LeftButton and self._layout is None:
            self.workflow.maximise(self.column, self.name)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        event.accept()  # the menu opens on release, when the right button did not zoom

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._resting = event.position()
        notches = event.angleDelta().y() / 120
        if notches == 0 or self.image is None:
            return
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            frame = self.frame_now()
            about = frame.to_patient(*self._at(event.position()))
            self.workflow.zoom(self.column, frame, ZOOM_STEP**notches, about)
        elif self.state.tool in PAINTING and not event.modifiers():
            self.workflow.vois.size_brush(notches)
        else:
            steps = int(notches) if abs(notches) >= 1 else (1 if notches > 0 else -1)
            self._turn(steps)
        event.accept()

    def hideEvent(self, event: QHideEvent) -> None:
        self._let_go()  # another layout was chosen in the middle of a drag
        if self._resting is not None:
            self._leave()
        super().hideEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self.workflow.session.set(active_column=self.column, active_pane=self.name)

    def leaveEvent(self, event: object) -> None:
        self._leave()

    def _leave(self) -> None:
        """The pointer is elsewhere."""
        self._resting = None
        self.workflow.session.set(pointer=None)

    @property
    def _places(self) -> bool:
        """Whether a click here places a VOI."""
        return self.state.placing is not None and not self._only_looks

    def _place(self, position_mm: Point) -> None:
        """Place the armed VOI, unless this image's millimetres are not those of the PET."""
        image, pet, guest = self.image, self.workflow.pet_image(), self.guest
        if image is not None and guest is not None:
            self.workflow.vois.place(position_mm, guest=guest)
            return
        if image is None or pet is None:
            return
        if image is pet or same_patient_space(image.series, pet.series):
            self.workflow.vois.place(position_mm)
        else:
            self.workflow.session.set(
                notice=tr(
                    "{label} lies in another frame of reference than {label2}. Place the VOI in "
                    "the PET that it measures.",
                    label=image.series.label,
                    label2=pet.series.label,
                )
            )

    def _move_voi(self) -> None:
        """Move the VOI in the hand to where the pointer is."""

    def _let_go(self) -> None:
        """The hand is empty again; what it moved is kept, a stroke that was not finished is not."""
        self._path = []
        if self._grip is not None or self._handle is not None:
            self._grip = self._handle = None
            self.workflow.vois.hold(False)
        self._let_go_of_drawn()

    def _let_go_of_drawn(self) -> None:
        """What was drawn is no longer in the hand."""

    def _move_handle(self) -> None:
        """Carry the surface of the sphere in the hand to where the pointer is."""

    def _moves_drawn(self) -> bool:
        """Carry what was drawn and is in the hand to where the pointer is; False: there is none."""
        return False

    def _draw_on(self) -> None:
        """The tool in the hand goes on to where the pointer is."""

    def _end_path(self) -> None:
        """The tool was lifted: what its path says is done."""

    def _use_tool(self, at: QPointF) -> None:
        """A click with the tool in the hand."""
        place = self._place_at(at)
        content = self.content
        if place is not None and content is not None and self.state.tool is Tool.GROW:
            self.workflow.grow_lesion(content.slot, place)
            self.workflow.place_crosshair(self.column, place)
        elif place is not None and content is not None and self.state.tool is Tool.PARTS:
            self.workflow.burden.toggle_at(content.slot, place)

    def _place_at(self, at: QPointF) -> Point | None:
        """The LPS position that a point of the pane means; of a projection the hottest."""
        raise NotImplementedError

    def _turn(self, steps: int) -> None:
        raise NotImplementedError

    def _click(self, at: QPointF) -> None:
        raise NotImplementedError

    def _point(self, at: QPointF) -> None:
        raise NotImplementedError

    def _menu(self, event: QMouseEvent) -> None:
        if self._offers is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        shown = self._shown_at(event.position())
        self._offers.fill_menu(menu, self.column, shown)
        menu.popup(event.globalPosition().toPoint())


def _places(mark: QRectF, box: QRectF) -> Iterator[QPointF]:
    """Where a text of this box can begin next to a mark: to the right, to the left, above and
    beneath it, then further and further away."""
    width, height = box.width(), box.height()
    middle = mark.center().x() - width / 2
    for step in range(NAME_STEPS):
        away = step * (height + 1)
        for y in (mark.top() - 1 - away, mark.bottom() + height + away):
            yield QPointF(mark.right() + 6, y)
            yield QPointF(mark.left() - 6 - width, y)
            yield QPointF(middle, y - 4 if y < mark.center().y() else y + 2)


def proposed_words(shown: Shown) -> str:
    """Of a VOI that another date proposes: a name, and no number."""
    return tr("{name}, other date: not measured here", name=shown.voi.name)


def field_mm(state: State, image: LoadedImage | None) -> tuple[Point, Point]:
    """The box that zoom 1 fits: that of the first PET, for every image that shares its place.

    So panes of one size show one scale, on any grid.
    """
    reference = next(
        (
            other
            for slot in (Slot.CONVENTIONAL, Slot.DENOISED)
            if (other := state.image(slot)) is not None
        ),
        None,
    )
    shown = image or reference
    if shown is None:
        return (-1.0, -1.0, -1.0), (1.0, 1.0, 1.0)
    if reference is not None and (
        shown.series.is_pet or same_patient_space(shown.series, reference.series)
    ):
        return reference.body_mm
    return shown.body_mm


def image_marks(content: Column, image: LoadedImage, state: State) -> tuple[str, ...]:
    """What must be said on an image itself."""
    marks: list[str] = []
    if content.slot is Slot.DENOISED and content.kind is Kind.IMAGE and changes_shown(state):
        marks.append(tr("CHANGE MAP · red: DL higher, blue: lower"))
    series = image.series
    if "SYNTHETIC" in f"{series.description} {series.manufacturer} {series.model}".upper():
        marks.append(tr("SYNTHETIC"))
    if series.is_research or content.kind is Kind.DIFFERENCE:
        marks.append(tr("RESEARCH · not for diagnosis"))
    return tuple(marks)
