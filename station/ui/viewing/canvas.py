"""How every pane is painted: the pixels of one column, and what is drawn and written over them.

A canvas paints pixels that `station.app.viewing.render` made of the state. It keeps no state of its
own; what the hand does on it is in `station/ui/viewing/viewport.py`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import fields
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from station.app.language import decimals, tr
from station.app.quality.state import measured_at
from station.app.state import (
    Column,
    DisplayRange,
    Fixed,
    Guest,
    Kind,
    Plane,
    Slot,
    State,
    Unfinished,
    View,
    changes_shown,
    columns,
    current_proposal,
    doubts_shown,
)
from station.app.viewing import display
from station.app.viewing.dates import Shown, alignment_of, vois_in
from station.app.viewing.planes import LETTERS, Frame, frame_of
from station.app.workflow import Workflow
from station.pet.loaded import LoadedImage, as_point
from station.pet.sites import PlacedVoi
from station.pet.study import same_patient_space
from station.pet.voi import Point, Sphere
from station.pet.words import format_bound, format_value
from station.ui import theme
from station.ui.viewing import captions
from station.ui.viewing.captions import MARGIN_PX, SMALL_PANE_PX
from station.ui.viewing.labels import Labels
from station.ui.viewing.series_drop import SeriesTarget

if TYPE_CHECKING:
    from station.app.viewing.render import Pixels
    from station.pet.burden import Component

CROSSHAIR_GAP_PX = 14
"""Half the opening of the cross, so that it never covers what it points at."""
LARGEST_KEPT_FREE_PX = 120
"""Names are not written into spheres up to this diameter"""
NAME_STEPS = 6
"""How many lines away from its mark a name may be written"""
WAITING_FLAGS = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap


_but_the_pointer = attrgetter(*(one.name for one in fields(State) if one.name != "pointer"))
"""Every other field of a state: the pointer changes with each move of the hand and is not drawn"""


class Name(NamedTuple):
    """What is to be written next to a mark on the image."""

    text: str
    mark: QRectF
    ink: QColor


class Cut(NamedTuple):
    """How a VOI is drawn in a pane."""

    shown: Shown
    chosen: bool
    pen: QPen
    circle: tuple[QPointF, float] | None
    """Centre and radius of a sphere's cut; None: not a sphere, or not in this slice"""
    name: Name | None

    def is_of(self, shown: Shown) -> bool:
        """Whether nothing of it has changed."""
        own = self.shown
        return own.voi is shown.voi and own.kept is shown.kept and own.proposed is shown.proposed


class Canvas(SeriesTarget):
    """What slices and MIPs share: the picture, VOIs over it, and the captions."""

    name: str
    """"axial", "coronal", "sagittal" or "mip": how the state calls this pane"""
    plane: Plane

    def __init__(self, workflow: Workflow, index: int, layout: Fixed | None = None) -> None:
        """`index` counts the columns of the layout (None: the state's) from the left."""
        super().__init__()
        self.workflow = workflow
        self._index = index
        self._layout = layout
        self._shown_of: State | None = None
        self._shown: tuple[object, ...] = ()
        self._content_of: State | None = None
        self._content: Column | None = None
        self._image_of: State | None = None
        self._image: LoadedImage | None = None
        self._needed_of: State | None = None
        self._needed: tuple[object, ...] = ()
        self._frame_of: tuple[State, int, int] | None = None
        self._frame: Frame | None = None
        self._pixels: Pixels | None = None
        self._picture: QImage | None = None
        self._painted: tuple[object, ...] = ()
        self._cuts: dict[tuple[str, str], Cut] = {}
        self._cut_on: tuple[object, ...] = ()
        self._ramp_of: object = None
        self._ramp_image = QImage()
        self._mark_box: QRectF | None = None
        """Where the image says that its SUVs are doubtful"""
        self._handle: str | None = None
        """The sphere whose surface is in the hand"""
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
        """What the pane's column draws; None for a column that is about to go. Asked for a dozen
        times a paint."""
        if self._content_of is not state:
            shown = columns(state, self._layout)
            self._content = shown[self._index] if self._index < len(shown) else None
            self._content_of = state
        return self._content

    @property
    def content(self) -> Column | None:
        """What the column draws now."""
        return self.content_of(self.state)

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
        state = self.state
        if self._image_of is not state:
            content = self.content_of(state)
            self._image = state.shown(content.slot) if content else None
            self._image_of = state
        return self._image

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
        """What the pane shows, in device pixels; asked for several times a paint."""
        ratio = self.devicePixelRatioF()
        of = (self.state, round(self.height() * ratio), round(self.width() * ratio))
        kept = self._frame_of
        if self._frame is None or kept is None or kept[0] is not of[0] or kept[1:] != of[1:]:
            self._frame_of = of
            self._frame = frame_of(self.plane, self._framed_view(), self._field_mm(), *of[1:])
        return self._frame

    def _framed_view(self) -> View:
        return self.view

    def _field_mm(self) -> tuple[Point, Point]:
        return field_mm(self.state, self.image)

    def _on_changed(self, before: State, after: State) -> None:
        self._image_of = self._image = None  # a study that was closed is let go of
        if self._shown_of is before and _but_the_pointer(before) == _but_the_pointer(after):
            self._shown_of = after  # the pointer moved: nothing of it is drawn
            return
        shown_before = self._shown if self._shown_of is before else self._shows(before)
        self._shown_of, self._shown = after, self._shows(after)
        if shown_before != self._shown:
            self.update()

    def _shows(self, state: State) -> tuple[object, ...]:
        """The values of the state that this pane draws; it is redrawn when one of them changes."""
        return (
            self._picture_needs(state),
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

    def _picture_needs(self, state: State) -> tuple[object, ...]:
        """`_picture_of`, looked up once for a state: to compare it, and to paint."""
        if self._needed_of is not state:
            self._needed, self._needed_of = self._picture_of(state), state
        return self._needed

    def _picture_of(self, state: State) -> tuple[object, ...]:
        """The values of the state that the picture beneath the captions depends on."""
        content = self.content_of(state)
        slot = content.slot if content else Slot.CT
        return (
            content,
            *(state.shown(slot) for slot in Slot),
            state.unfinished_in(slot),
            (changes_shown(state), doubts_shown(state)) if slot is Slot.DENOISED else None,
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
            is_small = min(self.width(), self.height()) < SMALL_PANE_PX
            # A length is what the line was drawn for; a VOI's name can be read elsewhere.
            names = drawn if is_small else [*drawn, *names]
            self._draw_captions(painter, frame, content, names)
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
        needs = (frame, self._picture_needs(self.state))
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
        state = self.state
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for cut in self._cuts_of(vois, frame, state):
            painter.setPen(cut.pen)
            shape = cut.shown.voi.shape
            if isinstance(shape, Sphere):
                if cut.circle is None:
                    continue
                painter.drawEllipse(cut.circle[0], cut.circle[1], cut.circle[1])
                if cut.chosen:
                    self._draw_handle(painter, frame, shape)
                name = cut.name
            else:
                mark = self._draw_outline(painter, frame, cut.shown)
                name = None if mark is None else self._name_of(cut.shown, mark)
            if name is not None:
                names.insert(0 if cut.chosen else len(names), name)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        return names

    def _cuts_of(self, vois: Sequence[Shown], frame: Frame, state: State) -> "list[Cut]":
        """How each of them is drawn. While one is dragged, the others stay as they were."""
        in_hand = self._handle if state.voi_in_hand else None
        drawn_on = (frame, *self._painted, state.peak_rule, in_hand)
        before = self._cuts if drawn_on == self._cut_on else {}
        cuts: list[Cut] = []
        for shown in vois:
            chosen = shown.voi.id == state.selected_voi and not shown.proposed
            cut = before.get((shown.study_uid, shown.voi.id))
            if cut is None or cut.chosen is not chosen or not cut.is_of(shown):
                cut = self._cut_of(shown, frame, chosen=chosen)
            cuts.append(cut)
        self._cut_on = drawn_on
        self._cuts = {(cut.shown.study_uid, cut.shown.voi.id): cut for cut in cuts}
        return cuts

    def _cut_of(self, shown: Shown, frame: Frame, *, chosen: bool) -> "Cut":
        style = Qt.PenStyle.DashLine if shown.proposed else Qt.PenStyle.SolidLine
        pen = QPen(QColor(shown.voi.colour), 2.4 if chosen else 1.6, style)
        shape = shown.voi.shape
        circle = self._circle(frame, shape) if isinstance(shape, Sphere) else None
        if circle is None:
            return Cut(shown, chosen, pen, None, None)
        (centre, radius) = circle
        mark = QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)
        return Cut(shown, chosen, pen, circle, self._name_of(shown, mark))

    def _name_of(self, shown: Shown, mark: QRectF) -> "Name | None":
        """What is written next to a VOI; None where nothing is measured."""
        image = self._measured_image(shown)
        if image is None and not shown.proposed:
            return None
        words = self._voi_words(shown.kept, image) if image else proposed_words(shown)
        return Name(words, mark, QColor(shown.voi.colour))

    def _vois(self) -> tuple[Shown, ...]:
        """Those of the date shown, and those that other dates propose."""
        content = self.content
        return () if content is None else vois_in(self.state, content.slot)

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
            return f"{voi.name} · " + decimals(f"{voi.shape.volume_ml:g} mL")
        value = decimals(format_value(maximum, unit))
        return f"{voi.name} · {display.statistic_of(unit, 'max')} {value}"

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

    def _write_names(self, labels: Labels, names: "Sequence[Name]") -> None:
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
        self, painter: QPainter, frame: Frame, content: Column, names: "Sequence[Name]"
    ) -> None:
        image = self.image
        if image is None:
            return
        ratio = self.devicePixelRatioF()
        room = captions.Room(self.width(), self.height(), ratio)
        table, shown = self._colours(content, image)
        on_light = self.on_light
        lines = Labels(*room)
        captions.write_lines(lines, self._caption_lines(content, image), room, on_light)
        around = captions.Around(
            on_light,
            self.name == "axial",
            display.caution_mark(self.state, content),
            self._unlinked_words(),
            self._letters(),
            (
                decimals(format_bound(shown.high)),
                decimals(format_bound(shown.low)).replace("-", "−"),
            ),
            captions.scale_bar(room.width, frame.mm_per_pixel * ratio, room.is_small),
            image_marks(content, image, self.state),
        )
        laid_out = captions.laid_out(around, room, lines.taken)
        lines.draw(painter)
        laid_out.labels.draw(painter)
        if names:
            named = Labels(*room, taken=laid_out.labels.taken)
            self._write_names(named, names)
            named.draw(painter)
        if laid_out.bar is not None:
            bar = laid_out.bar
            painter.drawImage(bar.topLeft(), self._ramp(table, bar.width(), bar.height()))
        self._mark_box = laid_out.caution

    def _unlinked_words(self) -> str:
        """That another column does not follow this one; empty where it does."""
        return ""

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
    if content.slot is Slot.DENOISED and content.kind is Kind.IMAGE and doubts_shown(state):
        marks.append(tr("UNSURE MAP · violet: the network's answers differ"))
    series = image.series
    if "SYNTHETIC" in f"{series.description} {series.manufacturer} {series.model}".upper():
        marks.append(tr("SYNTHETIC"))
    if series.is_research or content.kind is Kind.DIFFERENCE:
        marks.append(tr("RESEARCH · not for diagnosis"))
    return tuple(marks)
