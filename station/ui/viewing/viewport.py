"""What the hand does on a pane: gestures become verbs of the workflow.

A pane keeps no state of its own but the gesture in hand. How it is painted:
`station/ui/viewing/canvas.py`.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QEnterEvent,
    QHideEvent,
    QMouseEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QMenu

from station.app.language import tr
from station.app.state import PAINTING, Column, Fixed, State, Tool
from station.app.viewing.dates import Shown
from station.app.workflow import ZOOM_RATE, ZOOM_STEP, Workflow
from station.pet.sites import PlacedVoi
from station.pet.study import same_patient_space
from station.pet.voi import Point, Sphere
from station.pet.volume import FloatArray
from station.ui.viewing.canvas import Canvas

CLICK_TRAVEL_PX = 3
"""A press and release within this distance is a click, not a drag."""
GRIP_PX = 7
"""A VOI can be taken this near its centre, however small its cut is."""
TURN_DEG_PER_PX = 0.1
"""Of an image of another date that is turned by hand"""
MOVES_DATE = (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton)
HANDLE_PX = 7
"""A handle can be taken this near to it"""
CURSOR = Qt.CursorShape.ArrowCursor
CROSS = Qt.CursorShape.CrossCursor
CURSORS = {Tool.TEXT: Qt.CursorShape.IBeamCursor, Tool.PARTS: Qt.CursorShape.PointingHandCursor}
"""Of the tools that do not aim"""


@dataclass(frozen=True)
class Offers:
    """What the panes of a window offer apart from gestures; those of a blinded reading: nothing."""

    fill_menu: Callable[[QMenu, int, Shown | None], None]
    """Fills the menu of a right click: that of a view, or of the VOI under the pointer"""
    denoise: QAction
    explain: Callable[[], object]
    """Shows what makes the SUVs doubtful"""


class Pane(Canvas):
    """What the hand does on slices and MIPs alike."""

    let_go = Signal()
    """The hand is off a button that it pressed here"""

    def __init__(
        self,
        workflow: Workflow,
        index: int,
        layout: Fixed | None = None,
        offers: Offers | None = None,
    ) -> None:
        """`index` counts the columns of the layout (None: the state's) from the left."""
        self._offers = offers
        self._button: Qt.MouseButton | None = None
        self._clicks = False
        """While a click is answered, which may take as long as somebody types a text"""
        self._notches = 0.0
        """Of the wheel, less than a step until now"""
        self._pressed_at = QPointF()
        self._last = QPointF()
        self._gesture: object | None = None
        self._travelled = False
        self.accessible: object = None
        """What a screen reader asks (`station/ui/viewing/accessible.py`)"""
        self._only_looks = False
        """The click goes there and places nothing, though a VOI waits for its place"""
        self._resting: QPointF | None = None
        """Where the pointer is; None: elsewhere"""
        self._grip: tuple[str, FloatArray] | None = None
        """The VOI in the hand, and its centre minus the point where it was taken, in mm"""
        self._moves_date = False
        """Whether the drag moves an image of another date"""
        self._path: list[Point] = []
        """Where the tool has been since the button was pressed, in LPS"""
        super().__init__(workflow, index, layout)
        self.setMouseTracking(True)
        self.setAcceptDrops(True)

    def _on_changed(self, before: State, after: State) -> None:
        super()._on_changed(before, after)
        moved = before.views is not after.views or before.slots is not after.slots
        if moved and self._resting is not None:
            self._point(self._resting)  # the pointer rests, the patient moved beneath it
        armed = (after.tool, after.placing is None)
        if armed != (before.tool, before.placing is None):
            self._path = []
            self._show_cursor()

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
            self.workflow.vois.hold(True)
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

    @property
    def is_pressed(self) -> bool:
        """Whether the hand is at work here, so that this pane has to stay."""
        return self._button is not None or self._clicks

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.ActivationChange and not self.isActiveWindow():
            self._give_up()

    def _give_up(self) -> None:
        """The button was, or will be, let go where this pane does not hear of it."""
        if self._button is not None:
            self._button = self._gesture = None
            self._let_go()
            self.let_go.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        here = event.position()
        if not event.buttons():
            self._give_up()
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
        if clicked and self.image is not None:
            self._clicks = True
            try:
                self._on_clicked(event)
            finally:
                self._clicks = False
        self.let_go.emit()

    def _on_clicked(self, event: QMouseEvent) -> None:
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
        if self.state.tool in PAINTING:  # dabs follow each other faster than single clicks
            self.mousePressEvent(event)
            return
        if self.state.tool is not None:
            return
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
            self._turn_by(notches)
        event.accept()

    def _turn_by(self, notches: float) -> None:
        """A touchpad sends a step in many parts, which are no steps of their own."""
        if self._notches * notches < 0:
            self._notches = 0.0
        self._notches += notches
        steps = int(self._notches)
        self._notches -= steps
        if steps:
            self._turn(steps)

    def hideEvent(self, event: QHideEvent) -> None:
        self._give_up()  # the image was taken away in the middle of a drag
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
        if self._grip is not None or self._handle is not None or self._moves_date:
            self._grip = self._handle = None
            self._moves_date = False
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
        menu = QMenu(self.window())  # which stays, though the panes may be made anew meanwhile
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        shown = self._shown_at(event.position())
        self._offers.fill_menu(menu, self.column, shown)
        menu.popup(event.globalPosition().toPoint())
