"""All that the windows show, as one frozen value."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, Generic, TypeVar

import numpy as np

from station.pet.sites import PlacedVoi, SiteKind
from station.pet.study import LeftOut, Series, StoredImage, Study
from station.pet.voi import PeakRule
from station.pet.volume import Unit, Volume

if TYPE_CHECKING:
    from station.archive.index import StudyEntry
    from station.pet.mip import Mip
    from station.pet.suv import SuvConversion, SuvInput, TypedInput

Point = tuple[float, float, float]
"""LPS mm"""

K = TypeVar("K")
V = TypeVar("V")


class Frozen(Mapping[K, V], Generic[K, V]):
    """A mapping that cannot change; `with_` gives another one."""

    __slots__ = ("_items",)

    def __init__(self, items: Mapping[K, V] | None = None) -> None:
        self._items = MappingProxyType(dict(items or {}))

    def __getitem__(self, key: K) -> V:
        return self._items[key]

    def __iter__(self):
        return iter(self._items)

    def __len__(self) -> int:
        return len(self._items)

    def with_(self, key: K, value: V) -> "Frozen[K, V]":
        return Frozen({**self._items, key: value})


class Plane(StrEnum):
    AXIAL = "axial"
    CORONAL = "coronal"
    SAGITTAL = "sagittal"


class Layout(StrEnum):
    COMPARE = "compare"
    """Conventional | DL, each axial over coronal, sagittal and MIP"""
    GRID = "grid"
    """2×3: conventional, DL and CT (or fusion, or difference) in columns; axial over coronal"""
    SINGLE = "single"
    """One image large"""
    MIP_PAIR = "mip"
    """The rotating MIPs of both PETs"""


class Slot(StrEnum):
    """A place that holds one image; panes show a slot."""

    CONVENTIONAL = "conventional"
    DENOISED = "denoised"
    CT = "ct"


class Link(StrEnum):
    """What the columns of panes share."""

    CROSSHAIR = "crosshair"
    SLICE = "slice"
    ZOOM = "zoom"
    PAN = "pan"


@dataclass(frozen=True)
class DisplayRange:
    """Values shown from the first to the last colour, in the image's unit."""

    low: float
    high: float


DEFAULT_SUV_WINDOW = DisplayRange(0.0, 7.0)
CT_SOFT_TISSUE = DisplayRange(-160.0, 240.0)
DEFAULT_DIFFERENCE = DisplayRange(-2.0, 2.0)


@dataclass(frozen=True)
class Framing:
    """How much of a plane a pane shows: zoom 1 fits the body, the shift is from its middle."""

    zoom: float = 1.0
    shift_mm: Point = (0.0, 0.0, 0.0)


@dataclass(frozen=True)
class View:
    """Where one column of panes looks."""

    position_mm: Point = (0.0, 0.0, 0.0)
    framings: Frozen[Plane, Framing] = field(
        default_factory=lambda: Frozen({plane: Framing() for plane in Plane})
    )

    def framed(self, plane: Plane, framing: Framing) -> "View":
        return replace(self, framings=self.framings.with_(plane, framing))


@dataclass(frozen=True, eq=False)
class LoadedImage:
    """A series in memory, in the unit it is read in."""

    series: Series
    stored: StoredImage
    volume: Volume
    conversion: "SuvConversion | None"
    """None: not a PET, or SUV was refused for the reason in `suv_problem`"""
    inputs: "tuple[SuvInput, ...]"
    suv_problem: str | None
    peak: float
    """Only the hottest 0.2 % of the body's voxels exceed it: where a window without SUV ends"""
    body_mm: tuple[Point, Point]
    """Box around the body (low, high) in LPS"""

    @property
    def has_suv(self) -> bool:
        return self.volume.unit.is_suv


@dataclass(frozen=True)
class Placing:
    """A VOI that waits for its place."""

    volume_ml: float
    kind: SiteKind = SiteKind.FREE
    name: str = ""
    """Empty: "VOI 1", "VOI 2" …"""
    site: str | None = None
    tissue: str | None = None
    override: str | None = None


@dataclass(frozen=True, eq=False)
class Guest:
    """A series of another study, shown beside the open one by hand."""

    series: Series
    study: Study
    typed: "tuple[TypedInput, ...]"
    """SUV inputs typed for its own study"""


@dataclass(frozen=True, eq=False)
class State:
    # What there is
    entries: "tuple[StudyEntry, ...]" = ()
    """The studies that the browser lists, newest first"""
    search: str = ""
    study: Study | None = None
    guests: Frozen[str, Guest] = field(default_factory=Frozen[str, Guest])
    """By series key"""
    left_out: tuple[LeftOut, ...] = ()
    """Of the last opening"""
    opened_from: str = ""
    opened_summary: str = ""
    """How much was found there, in a sentence"""
    images: Frozen[str, LoadedImage] = field(default_factory=Frozen[str, LoadedImage])
    """By series key"""
    mips: "Frozen[str, Mip]" = field(default_factory=Frozen[str, "Mip"])
    typed: "tuple[TypedInput, ...]" = ()
    """SUV inputs typed for the open study"""
    suv_unit: Unit = Unit.SUV_BW
    reader: str = ""
    """Who types values"""
    notice: str = ""
    """One sentence for the reader above the images, until he closes it"""

    # What is measured
    vois: tuple[PlacedVoi, ...] = ()
    """Of the open study and this reader, in the order they were first placed"""
    selected_voi: str | None = None
    """Its id"""
    placing: Placing | None = None
    """What the next click places"""
    guided: bool = False
    """Whether the sites of the protocol are placed one after another"""
    voi_in_hand: bool = False
    """While a VOI is dragged: it is kept when the hand lets go"""
    peak_rule: PeakRule = PeakRule.GLOBAL

    # What is shown where
    slots: Frozen[Slot, str | None] = field(
        default_factory=lambda: Frozen[Slot, str | None](dict.fromkeys(Slot))
    )
    layout: Layout = Layout.COMPARE
    maximised: tuple[int, str] | None = None
    """View and plane ("mip" for the MIP) of the pane shown alone"""
    active_column: int = 0
    """The view (see `Column`) that the keys move"""
    active_pane: str = "axial"
    """A plane, or "mip": what the keys move"""
    single: Slot = Slot.CONVENTIONAL
    """The image of the single layout"""
    pointer: tuple[int, Point] | None = None
    """View and LPS position under the mouse"""
    views: tuple[View, View, View] = (View(), View(), View())
    """Those of the conventional, the DL and the third column"""
    links: frozenset[Link] = frozenset(Link)
    mip_angle: int = 0

    # How it is shown
    window: DisplayRange = DEFAULT_SUV_WINDOW
    """Of both PETs, in SUV"""
    stored_fraction: float = 1.0
    """Of both PETs where there is no SUV: the window ends at this part of `LoadedImage.peak`"""
    ct_window: DisplayRange = CT_SOFT_TISSUE
    difference_window: DisplayRange = DEFAULT_DIFFERENCE
    colormap: str = "grey"
    inverse: bool = True
    fusion: bool = False
    blend: float = 0.5
    """0 = CT alone, 1 = PET alone"""
    difference: bool = False
    smooth: bool = True
    captions: bool = True
    crosshair_shown: bool = True

    def image(self, slot: Slot) -> LoadedImage | None:
        key = self.slots[slot]
        return None if key is None else self.images.get(key)

    def series(self, slot: Slot) -> Series | None:
        key = self.slots[slot]
        return None if key is None else self.find(key)

    def find(self, key: str) -> Series | None:
        """A series of the open study, or a guest."""
        series = self.study.find(key) if self.study else None
        guest = self.guests.get(key)
        return series or (guest.series if guest else None)

    def typed_for(self, series: Series) -> "tuple[TypedInput, ...]":
        """The typed inputs of the study that a series belongs to."""
        guest = self.guests.get(series.key)
        return guest.typed if guest else self.typed

    def foreign(self, slot: Slot) -> str | None:
        """Whose series a slot holds, where it is not of the open study."""
        guest = self.guests.get(self.slots[slot] or "")
        if guest is None or self.study is None:
            return None
        day = guest.study.date.isoformat() if guest.study.date else "no date"
        if guest.study.patient.id != self.study.patient.id:
            return f"ANOTHER PATIENT: {guest.study.patient.name}, {day}"
        return f"another study, {day}"


PET_SLOTS = (Slot.CONVENTIONAL, Slot.DENOISED)


class Kind(StrEnum):
    """What a column of panes draws."""

    IMAGE = "image"
    FUSED = "fused"
    DIFFERENCE = "difference"


@dataclass(frozen=True)
class Column:
    """One column of panes: what it draws, and which of the state's views it looks with."""

    kind: Kind
    slot: Slot
    view: int


CONVENTIONAL_VIEW, DENOISED_VIEW, THIRD_VIEW = range(3)


def columns(state: State, layout: Layout | None = None) -> tuple[Column, ...]:
    """The columns of panes that a layout (None: the state's) shows, left to right."""
    plain = (
        Column(Kind.IMAGE, Slot.CONVENTIONAL, CONVENTIONAL_VIEW),
        Column(Kind.IMAGE, Slot.DENOISED, DENOISED_VIEW),
    )
    pair = tuple(
        replace(column, kind=Kind.FUSED) if _is_fused(state, column.slot) else column
        for column in plain
    )
    match layout or state.layout:
        case Layout.GRID:
            return (*plain, third_column(state))
        case Layout.COMPARE:
            return (*pair, third_column(state)) if state.difference else pair
        case Layout.SINGLE:
            if state.difference:
                return (third_column(state),)
            return (pair[0] if state.single is Slot.CONVENTIONAL else pair[1],)
        case Layout.MIP_PAIR:
            return plain


def third_column(state: State) -> Column:
    """What stands beside the pair where there is room for a third column."""
    if state.difference:
        return Column(Kind.DIFFERENCE, Slot.DENOISED, THIRD_VIEW)
    if _is_fused(state, Slot.CONVENTIONAL):
        return Column(Kind.FUSED, Slot.CONVENTIONAL, THIRD_VIEW)
    return Column(Kind.IMAGE, Slot.CT, THIRD_VIEW)


def _is_fused(state: State, slot: Slot) -> bool:
    """Whether a PET is drawn over the CT: asked for, and both lie in one space."""
    pet, ct = state.series(slot), state.series(Slot.CT)
    return state.fusion and pet is not None and ct is not None and same_patient_space(pet, ct)


def same_patient_space(a: Series, b: Series) -> bool:
    """Whether a millimetre of one is a millimetre of the other (one frame of reference)."""
    return bool(a.frame_of_reference_uid) and a.frame_of_reference_uid == b.frame_of_reference_uid


def as_point(position: "np.ndarray[tuple[int, ...], np.dtype[np.float64]]") -> Point:
    return float(position[0]), float(position[1]), float(position[2])
