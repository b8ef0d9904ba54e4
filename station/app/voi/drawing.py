"""What a reader can do with distances, ellipses, arrows and texts, and what those measure."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import count
from uuid import uuid4
from weakref import WeakKeyDictionary

from station.app.language import tr
from station.app.session import Session
from station.app.state import Slot, State, Tool
from station.app.viewing import display
from station.app.voi.measuring import pair_caution
from station.pet.annotations import (
    Annotation,
    AreaMeasurement,
    Arrow,
    Distance,
    Drawn,
    Ellipse,
    Note,
    drawn_between,
    measure_area_in,
    moved,
    reshaped,
)
from station.pet.loaded import LoadedImage
from station.pet.study import same_patient_space
from station.pet.voi import Point
from station.pet.volume import Unit
from station.pet.words import format_value

KINDS: dict[Tool, type[Distance] | type[Ellipse] | type[Arrow]] = {
    Tool.DISTANCE: Distance,
    Tool.ELLIPSE: Ellipse,
    Tool.ARROW: Arrow,
}
NAMES = {
    Distance: "Distance",
    Ellipse: "Ellipse",
    Arrow: "Arrow",
    Note: "Text",
}
LONGEST_TEXT = 200


class DrawingVerbs:
    """The verbs of what is drawn on the images."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def find(self, id_: str | None) -> Annotation | None:
        return next((one for one in self._session.state.annotations if one.id == id_), None)

    def selected(self) -> Annotation | None:
        return self.find(self._session.state.selected_annotation)

    def select(self, id_: str | None) -> None:
        self._session.set(selected_annotation=id_, selected_voi=None)

    def draw(self, start_mm: Point, end_mm: Point, across: int) -> None:
        """What the tool in the hand draws between two points of a plane; the tool is laid down."""
        kind = KINDS.get(self._session.state.tool or Tool.GROW)
        shape = None if kind is None else drawn_between(kind, start_mm, end_mm, across)
        if shape is not None:
            self._add(shape)

    def write(self, text: str, at_mm: Point, across: int) -> None:
        """Put a text at a place of a plane."""
        words = text.strip()[:LONGEST_TEXT]
        if words:
            self._add(Note(at_mm, across, words))

    def _add(self, shape: Drawn) -> None:
        word = NAMES[type(shape)]
        taken = {one.name for one in self._session.state.annotations}
        name = next(name for n in count(1) if (name := f"{word} {n}") not in taken)
        drawn = Annotation(uuid4().hex, name, shape)
        self._session.edit(
            tr("Draw {name}", name=name), annotations=(*self._session.state.annotations, drawn)
        )
        self._session.set(tool=None)
        self.select(drawn.id)

    def move(self, id_: str, by_mm: Point, gesture: object) -> None:
        """Carry it along: one step of a drag."""
        one = self.find(id_)
        if one is not None:
            self._replace(tr("Move {name}", name=one.name), one, moved(one.shape, by_mm), gesture)

    def reshape(self, id_: str, handle: int, to_mm: Point, gesture: object) -> None:
        """Put one of its handles elsewhere: one step of a drag."""
        one = self.find(id_)
        if one is not None:
            self._replace(
                tr("Change {name}", name=one.name), one, reshaped(one.shape, handle, to_mm), gesture
            )

    def set_text(self, id_: str, text: str) -> None:
        """What an arrow or a text says; what is measured has a name of its own."""
        one = self.find(id_)
        words = text.strip()[:LONGEST_TEXT]
        if one is None:
            return
        if isinstance(one.shape, Arrow | Note):
            if words or isinstance(one.shape, Arrow):
                self._replace(
                    tr("Text of {name}", name=one.name), one, replace(one.shape, text=words), None
                )
        elif words:
            self._put(tr("Rename {name}", name=one.name), replace(one, name=words), None)

    def delete(self, id_: str) -> None:
        one = self.find(id_)
        if one is not None:
            others = tuple(other for other in self._session.state.annotations if other is not one)
            self._session.edit(tr("Delete {name}", name=one.name), annotations=others)
            self._session.set(selected_annotation=None)

    def _replace(self, text: str, one: Annotation, shape: Drawn, gesture: object) -> None:
        self._put(text, replace(one, shape=shape), gesture)

    def _put(self, text: str, one: Annotation, gesture: object) -> None:
        every = tuple(
            one if other.id == one.id else other for other in self._session.state.annotations
        )
        self._session.edit(text, gesture=gesture, annotations=every)


@dataclass(frozen=True)
class MeasuredArea:
    """What an ellipse measures in the image of one slot."""

    slot: Slot
    image: LoadedImage
    measurement: AreaMeasurement


class Areas:
    """Measures ellipses once, as long as the image is in memory."""

    def __init__(self) -> None:
        self._known: WeakKeyDictionary[LoadedImage, dict[Ellipse, AreaMeasurement]] = (
            WeakKeyDictionary()
        )

    def measured(self, image: LoadedImage, ellipse: Ellipse) -> AreaMeasurement:
        known = self._known.setdefault(image, {})
        if ellipse not in known:
            if len(known) > 200:  # a drag leaves one behind at each step
                known.clear()
            known[ellipse] = measure_area_in(image, ellipse)
        return known[ellipse]

    def of(self, state: State, ellipse: Ellipse) -> tuple[MeasuredArea, ...]:
        """In every image that is shown and shares the millimetres of the first."""
        images = [(slot, image) for slot in Slot if (image := state.image(slot)) is not None]
        caution = pair_caution(state)
        measured: list[MeasuredArea] = []
        for slot, image in images:
            if not same_patient_space(image.series, images[0][1].series):
                continue
            one = self.measured(image, ellipse)
            if caution is not None and image.series.is_pet:
                one = replace(one, warnings=(*one.warnings, caution))
            measured.append(MeasuredArea(slot, image, one))
        return tuple(measured)


def length_words(shape: Distance) -> str:
    return f"{shape.length_mm:.1f} mm"


def area_words(area_mm2: float) -> str:
    return f"{area_mm2 / 100:.2f} cm²"


def values_words(one: AreaMeasurement) -> str:
    """`2.31 ± 0.40 (1.20 to 3.40)`: mean, SD and the extremes, in the unit of the image."""
    if not one.voxels:
        return "—"
    mean, sd, low, high = (
        format_value(value, one.unit) for value in (one.mean, one.sd, one.minimum, one.maximum)
    )
    return f"{mean} ± {sd} ({low} to {high})"


def label(annotation: Annotation, measured: AreaMeasurement | None) -> str:
    """What is written next to it in an image; `measured` is what an ellipse measures there."""
    match annotation.shape:
        case Distance():
            return length_words(annotation.shape)
        case Arrow() | Note():
            return annotation.shape.text
        case Ellipse():
            area = area_words(annotation.shape.area_mm2)
            if measured is None:
                return area
            return f"{measured.unit} {values_words(measured)} · {area}"


def words(state: State, annotation: Annotation, areas: Sequence[MeasuredArea]) -> str:
    """The same for a table: of an ellipse what it measures in every image."""
    if not isinstance(annotation.shape, Ellipse):
        return label(annotation, None)
    parts = [
        f"{display.slot_short(state, one.slot)}"
        f"{'' if one.measurement.unit is Unit.HU else f' {one.measurement.unit}'} "
        f"{values_words(one.measurement)}{' HU' if one.measurement.unit is Unit.HU else ''}"
        for one in areas
    ]
    return " · ".join([area_words(annotation.shape.area_mm2), *parts])
