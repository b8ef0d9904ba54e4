"""All that the windows show, as one frozen value."""

from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from station.app.compare.state import Comparing
from station.app.denoise_audit_state import Auditing
from station.app.language import day_or_none, marked, tr, translated
from station.app.pacs.searching import same_name
from station.app.pacs.state import Pacs
from station.app.preferences import Preferences
from station.frozen import Frozen
from station.pet.annotations import Annotation
from station.pet.growing import GrowthRule
from station.pet.loaded import LoadedImage
from station.pet.sites import PlacedVoi, SiteKind
from station.pet.study import (
    LeftOut,
    Patient,
    Role,
    Series,
    StoredImage,
    Study,
    VoiFile,
    same_patient_space,
)
from station.pet.voi import PeakRule
from station.pet.volume import Unit

if TYPE_CHECKING:
    from datetime import date, datetime

    from station.archive.index import StudyEntry
    from station.operations.doubt import DoubtMap
    from station.pet.alignment import Alignment
    from station.pet.burden import Burden
    from station.pet.changes import ChangeMap
    from station.pet.derivation import DerivedHeader
    from station.pet.glucose import BloodGlucose
    from station.pet.image_quality import QualityGrade
    from station.pet.mip import Mip
    from station.pet.suv import TypedInput
    from station.quality.checks import Control

Point = tuple[float, float, float]
"""LPS mm"""


class Plane(StrEnum):
    AXIAL = "axial"
    CORONAL = "coronal"
    SAGITTAL = "sagittal"


class Layout(StrEnum):
    COMPARE = "compare"
    """Conventional | DL, each axial over coronal, sagittal and MIP"""
    GRID = "grid"
    """Conventional, DL and CT (or both on the CT, or the difference); axial over coronal"""
    SINGLE = "single"
    """One image large"""
    MIP_PAIR = "mip"
    """The rotating MIPs of both PETs"""
    PET_CT = "pet-ct"
    """PET, CT and the PET on the CT, axial over coronal, and the MIP at full height"""
    RECONSTRUCTIONS = "reconstructions"
    """Three PETs of one scan, each axial over coronal, sagittal and MIP"""
    PRIOR = "prior"
    """Another date next to the conventional image, the older one at the left, in the same way"""
    PRIOR_PAIRS = "prior-pairs"
    """The same with the conventional and the DL image of both dates"""


class StudyKind(StrEnum):
    """What a study holds, as far as that decides about its layout."""

    PAIR = "pair"
    """A conventional and a DL image"""
    RECONSTRUCTIONS = "reconstructions"
    """Three PETs of one scan or more, but not a plain pair"""
    PET_CT = "pet-ct"
    PET = "pet"
    CT = "ct"
    FOLLOW_UP = "follow-up"
    """Any of these, with another date of the patient in the list"""


class Slot(StrEnum):
    """A place that holds one image; panes show a slot."""

    CONVENTIONAL = "conventional"
    DENOISED = "denoised"
    CT = "ct"
    OTHER = "other"
    """Next to the pair: a third reconstruction, or an image of another date"""
    OTHER_DENOISED = "other denoised"
    """The DL image of the study that OTHER is of"""
    OTHER_CT = "other CT"
    """The CT under OTHER, where that is of another date"""


@dataclass(frozen=True)
class OwnLayout:
    """What is where, saved under a name. The SUV and CT windows are the patient's, not the
    layout's."""

    name: str
    layout: Layout
    single: Slot = Slot.CONVENTIONAL
    fusion: bool = False
    colormap: str = "grey"
    inverse: bool = True
    splits: Frozen[str, tuple[float, ...]] = field(default_factory=Frozen[str, tuple[float, ...]])
    """Of its layout alone; see `State.splits`"""


class Link(StrEnum):
    """What the columns of panes share."""

    CROSSHAIR = "crosshair"
    SLICE = "slice"
    ZOOM = "zoom"
    PAN = "pan"


class Tool(StrEnum):
    """What the left button does in an image, until the tool is laid down."""

    GROW = "grow"
    """A click grows a lesion"""
    BRUSH = "brush"
    ERASER = "eraser"
    DISTANCE = "distance"
    ELLIPSE = "ellipse"
    ARROW = "arrow"
    TEXT = "text"
    PARTS = "parts"
    """A click counts a part of the burden, or leaves it out"""


PAINTING = (Tool.BRUSH, Tool.ERASER)
DRAWING = (Tool.DISTANCE, Tool.ELLIPSE, Tool.ARROW)
"""Tools of a drag from one point to another"""
BRUSH_LIMITS_MM = (1.0, 60.0)


@dataclass(frozen=True)
class DisplayRange:
    """Values shown from the first to the last colour, in the image's unit."""

    low: float
    high: float


SHOWN_BY_DESKTOP = (".pdf", ".csv", ".png", ".html")


@dataclass(frozen=True)
class Windows:
    """In which ranges of values the images of a study are shown."""

    suv: DisplayRange
    stored_fraction: float
    ct: DisplayRange


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
        return View(self.position_mm, self.framings.with_(plane, framing))


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


@dataclass(frozen=True)
class Proposal:
    """Where Station proposes to put the sphere of a site of the protocol. It is no VOI, and
    nothing is measured there, until a person confirms it."""

    site: str
    centre_mm: Point | None
    why: str = ""
    """Why no place is proposed; empty where one is"""


@dataclass(frozen=True, eq=False)
class Guest:
    """A series of another study, shown next to the open one by hand."""

    series: Series
    study: Study
    typed: "tuple[TypedInput, ...]"
    """SUV inputs typed for its own study"""


@dataclass(frozen=True, eq=False)
class DateLink:
    """How the images of another study are laid onto the open one, until a hand moves them."""

    alignment: "Alignment"
    """From the open study's millimetres to the other's: registered, or an offset"""
    at_work: bool = False
    """Whether the bodies are being registered"""


@dataclass(frozen=True)
class Stranger:
    """A series of another patient that somebody wants to see next to the open study: it waits for a
    confirmation."""

    slot: Slot
    key: str
    name: str
    """Of the patient"""


@dataclass(frozen=True, eq=False)
class Derived:
    """An image that was computed from a series of the open study: in memory until it is saved."""

    series: Series
    """Without `slices` until it is saved"""
    stored: StoredImage
    """Its voxels, in the unit that the source is stored in, so that SUV inputs act on both alike"""
    source: str
    """Key of the series it was computed from"""
    header: "DerivedHeader"
    typed: "tuple[TypedInput, ...]"
    """The typed SUV inputs that it was computed with"""
    saved: bool = False


@dataclass(frozen=True, eq=False)
class Unfinished:
    """An image that is being computed. It is drawn as far as it is there, and never measured."""

    series: Series
    source: str
    """Key of the series it is computed from"""
    slot: Slot | None
    """Where it is drawn meanwhile; None: the reader put something else there"""
    image: LoadedImage | None = None
    """Voxels not yet computed are NaN. None until the source has been read."""
    done: NDArray[np.bool_] | None = None
    """Which slices are there, bool (slices,)"""

    @property
    def fraction(self) -> float:
        return 0.0 if self.done is None else float(self.done.mean())

    def has_slice(self, number: int) -> bool:
        return self.done is not None and bool(self.done[number])


@dataclass(frozen=True, eq=False)
class Changes:
    """What DL changed against the conventional image, of one pair of images."""

    conventional: LoadedImage
    denoised: LoadedImage
    map: "ChangeMap"


@dataclass(frozen=True, eq=False)
class Doubts:
    """Where the network is unsure that made a DL image."""

    denoised: str
    """Key of that image"""
    map: "DoubtMap"


@dataclass(frozen=True, eq=False)
class Burdens:
    """All above one threshold in the two PETs, of one pair of images."""

    images: tuple[LoadedImage | None, LoadedImage | None]
    both: "tuple[Burden | None, Burden | None]"
    """In the order of PET_SLOTS; None: there is no SUV"""
    organs_problem: str = ""
    """Why no physiological uptake was recognised; empty where it was looked for"""

    def of(self, slot: Slot) -> "Burden | None":
        both: dict[Slot, Burden | None] = dict(zip(PET_SLOTS, self.both, strict=True))
        return both.get(slot)

    def image(self, slot: Slot) -> LoadedImage | None:
        images: dict[Slot, LoadedImage | None] = dict(zip(PET_SLOTS, self.images, strict=True))
        return images.get(slot)


class GradingStage(StrEnum):
    """How far the grade of an image has come."""

    WAITING = "waiting"
    AT_WORK = "at work"
    STOPPED = "stopped"
    """By a person, by a setting or by an error: `Quality.why` says which"""
    DONE = "done"


@dataclass(frozen=True, eq=False)
class Quality:
    """What is known of the quality of one PET of the open study."""

    stage: GradingStage
    why: str = ""
    """Why it was stopped; or, of one that is done, what could not be added to it"""
    grade: "QualityGrade | None" = None
    control: "Control | None" = None
    """Its checks; there before the grade where a sphere was moved"""
    liver_mm: Point | None = None
    """Where the liver's sphere was put by hand, as the checks have it"""
    graded_at: "datetime | None" = None
    """Aware"""
    kept: bool = False
    """Whether it was graded before, and only fetched"""


PRIOR_ACTION = "layout.prior"
"""The entry of the action table that shows another date next to the open study"""
READ_VOIS_ACTION = "voi.read_found"
"""The entry of the action table that reads the VOIs found next to the images"""


@dataclass(frozen=True)
class Offer:
    """What a reader can do about a notice: an action of the table, next to the sentence."""

    notice: str
    action: str


@dataclass(frozen=True)
class Made:
    """What was written, for the reader to open."""

    sentence: str
    path: Path
    """A file, or a folder of DICOM files"""

    @property
    def opens(self) -> Path:
        """What *Open* opens: the file where a desktop shows its kind, else its folder."""
        is_folder = self.path.suffix.lower() not in SHOWN_BY_DESKTOP
        return self.path if not is_folder or self.path.is_dir() else self.path.parent


@dataclass(frozen=True, eq=False)
class State:
    # What there is
    entries: "tuple[StudyEntry, ...]" = ()
    """The studies that the browser lists, newest first"""
    search: str = ""
    pacs: Pacs = field(default_factory=Pacs)
    """What other archives have, and what comes from there and goes there"""
    study: Study | None = None
    other_dates: "tuple[StudyEntry, ...]" = ()
    """Other studies of the open study's patient in the list, newest first"""
    guests: Frozen[str, Guest] = field(default_factory=Frozen[str, Guest])
    """By series key"""
    stranger: Stranger | None = None
    date_links: Frozen[str, DateLink] = field(default_factory=Frozen[str, DateLink])
    """By `station.app.viewing.dates.place_of` of the guests"""
    by_hand: "Frozen[str, Alignment]" = field(default_factory=Frozen[str, "Alignment"])
    """The same: alignments that a person moved, in place of those of `date_links`"""
    laid: Frozen[str, LoadedImage] = field(default_factory=Frozen[str, LoadedImage])
    """By series key: the guests' images in the open study's millimetres, to be drawn there. It
    follows from `images`, `date_links` and `by_hand`"""
    derived: Frozen[str, Derived] = field(default_factory=Frozen[str, Derived])
    """By series key: what was computed from the open study's series"""
    unfinished: Unfinished | None = None
    denoiser_problem: str = ""
    """Why nothing can be denoised on this computer; empty where a network is there"""
    header_age: str = ""
    """Of the patient at the scan, as a PET's header writes it, such as "59 years" """
    blood_glucose: "BloodGlucose | None" = None
    """As a PET's header has it"""
    voi_files: tuple[VoiFile, ...] = ()
    """Next to the images of the open study: contours, masks and reports to read VOIs from"""
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
    """One sentence for the reader above the images, until it is closed"""
    offer: Offer | None = None
    """Shown next to its own notice only"""
    made: Made | None = None
    """What was written last, until it is closed"""

    # What is measured
    vois: tuple[PlacedVoi, ...] = ()
    """Of the open study and this reader, in the order they were first placed"""
    selected_voi: str | None = None
    """Its id"""
    placing: Placing | None = None
    """What the next click places"""
    tool: Tool | None = None
    """In the hand; None: clicks and drags look at images, or place what `placing` says"""
    growth_rule: GrowthRule = GrowthRule.OF_MAX_41
    findings: str = ""
    """What this reader wrote about the open study"""
    writing: bool = False
    """While findings are typed: they are kept when the typing pauses"""
    brush_mm: float = 6.0
    """Radius of brush and eraser"""
    guest_vois: Frozen[str, tuple[PlacedVoi, ...]] = field(
        default_factory=Frozen[str, tuple[PlacedVoi, ...]]
    )
    """By study UID: this reader's VOIs of the guests' studies, in millimetres of their own"""
    vois_carried: bool = True
    """Whether the VOIs of one date are proposed on the other"""
    annotations: tuple[Annotation, ...] = ()
    """Of the open study and this reader, in the order they were first drawn"""
    selected_annotation: str | None = None
    """Its id; nothing else is selected then"""
    burdens: Burdens | None = None
    """Found when it is asked for; see `shown_burdens`"""
    guided: bool = False
    """Whether the sites of the protocol are placed one after another"""
    guided_on: str | None = None
    """While they are: UID of the other study on whose images; None: on the open study's"""
    proposals: tuple[Proposal, ...] = ()
    """For the sites of the protocol, to be confirmed one by one; dropped ones are gone"""
    voi_in_hand: bool = False
    """While a VOI, a drawing or another date is dragged: it is kept when the hand lets go"""
    peak_rule: PeakRule = PeakRule.GLOBAL

    # What is shown where
    slots: Frozen[Slot, str | None] = field(
        default_factory=lambda: Frozen[Slot, str | None](dict.fromkeys(Slot))
    )
    layout: Layout = Layout.COMPARE
    own_layouts: tuple[OwnLayout, ...] = ()
    """Saved by name, in the order of the menu"""
    chosen_layouts: Frozen[StudyKind, str] = field(default_factory=Frozen[StudyKind, str])
    """What the reader chose last for studies of a kind: a layout, or the name of their own"""
    automatic_layout: bool = True
    """Whether a study opens in the layout of its kind"""
    splits: Frozen[str, tuple[float, ...]] = field(default_factory=Frozen[str, tuple[float, ...]])
    """How the room is shared where the reader moved a border, by `Split.key`; parts of 1"""
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
    views: tuple[View, ...] = (View(),) * 8
    """By the number that a `Column` looks with: see `CONVENTIONAL_VIEW` and those after it"""
    links: frozenset[Link] = frozenset(Link)
    mip_angle: int = 0

    # How it is shown
    window: DisplayRange = DEFAULT_SUV_WINDOW
    """Of both PETs, in SUV"""
    stored_fraction: float = 1.0
    """Of both PETs where there is no SUV: the window ends at this part of `LoadedImage.peak`"""
    ct_window: DisplayRange = CT_SOFT_TISSUE
    start_window: DisplayRange = DEFAULT_SUV_WINDOW
    """In which each patient begins"""
    start_ct_window: DisplayRange = CT_SOFT_TISSUE
    study_windows: Frozen[str, Windows] = field(default_factory=Frozen[str, Windows])
    """By a digest of study and patient, the last opened last: how the reader left studies that do
    not look as others begin"""
    difference_window: DisplayRange = DEFAULT_DIFFERENCE
    colormap: str = "grey"
    inverse: bool = True
    fusion: bool = False
    blend: float = 0.5
    """0 = CT alone, 1 = PET alone"""
    difference: bool = False
    changes_wanted: bool = False
    """Whether the change map is asked for; see `changes_shown`"""
    changes: Changes | None = None
    """Computed when it is first asked for, of the pair shown then"""
    changes_problem: str = ""
    """Why there is no change map of the pair shown; empty while it is not known"""
    doubts_wanted: bool = False
    """Whether it is asked for where the network is unsure; see `doubts_shown`"""
    doubts: Doubts | None = None
    """Computed when it is first asked for, of the DL image shown then"""
    doubts_problem: str = ""
    """Why there is no such map; empty while it is not known"""

    # What the images are worth
    grader_problem: str = ""
    """Why no image can be graded on this computer; empty where a grader is there"""
    automatic_grading: bool = True
    """Whether the PETs of a study are graded when it is opened"""
    quality: Frozen[str, Quality] = field(default_factory=Frozen[str, Quality])
    """By series key, of the open study"""
    liver_places: Frozen[str, Point] = field(default_factory=Frozen[str, Point])
    """By series key: where the liver's sphere of the checks was put by hand"""
    quality_of: str | None = None
    """Key of the series whose quality is looked at; None: that in the active column"""
    checks_in_front: bool = False
    """Whether the checks of an image are in front: the panes show then where they measured"""

    comparing: Comparing = field(default_factory=Comparing)
    """The open study next to another date of its patient"""
    auditing: Auditing = field(default_factory=Auditing)
    """What a denoiser keeps of known lesions in the open study"""

    preferences: Preferences = field(default_factory=Preferences)
    """Of whoever works at this computer"""

    blinded: bool = False
    """Whether the images are read without knowing which is which: nothing may then tell"""
    smooth: bool = True
    captions: bool = True
    crosshair_shown: bool = True

    def changed(self, fields: dict[str, Any]) -> "State":
        """As `dataclasses.replace`, which takes twenty times as long for as many fields, and is
        wanted with every move of the hand."""
        after = object.__new__(State)
        after.__dict__.update(self.__dict__, **fields)
        return after

    def image(self, slot: Slot) -> LoadedImage | None:
        """The whole image of the open study in a slot, to be measured. None: there is none, or not
        yet; or it is of another study, whose numbers are its own (see `guest_image`)."""
        key = self.slots[slot]
        if key is None or key in self.guests or self.unfinished_in(slot):
            return None
        return self.images.get(key)

    def guest(self, slot: Slot) -> Guest | None:
        """The series of another study that a slot holds."""
        return self.guests.get(self.slots[slot] or "")

    def guest_image(self, slot: Slot) -> LoadedImage | None:
        """The whole image of another study in a slot, in that study's own millimetres."""
        return None if self.guest(slot) is None else self.images.get(self.slots[slot] or "")

    def shown(self, slot: Slot) -> LoadedImage | None:
        """The image that a slot draws, in the open study's millimetres, finished or not. It must
        not be measured."""
        unfinished = self.unfinished_in(slot)
        if unfinished is not None:
            return unfinished.image
        return self.image(slot) or self.laid.get(self.slots[slot] or "")

    @property
    def every_voi(self) -> tuple[PlacedVoi, ...]:
        """Those of the open study, then those of the other dates shown; each in millimetres of its
        own date."""
        return (*self.vois, *(voi for vois in self.guest_vois.values() for voi in vois))

    def is_stranger(self, guest: Guest) -> bool:
        """Whether a guest is not known to be of the open study's patient."""
        return self.study is None or not same_patient(self.study.patient, guest.study.patient)

    def day(self, slot: Slot) -> "date | None":
        """The date of the study that a slot's series is of."""
        key = self.slots[slot]
        guest = self.guest(slot)
        if guest is not None:
            return guest.study.date
        entries = (*self.other_dates, *self.entries)
        listed = (one for one in entries if any(series.key == key for series in one.series))
        if key is not None and self.find(key) is None:
            return next((entry.study_date for entry in listed), None)
        return self.study.date if self.study else None

    def unfinished_in(self, slot: Slot) -> Unfinished | None:
        """The image that is being computed, where it is drawn in this slot."""
        unfinished = self.unfinished
        return unfinished if unfinished is not None and unfinished.slot is slot else None

    def series(self, slot: Slot) -> Series | None:
        unfinished = self.unfinished_in(slot)
        if unfinished is not None:
            return unfinished.series
        key = self.slots[slot]
        return None if key is None else self.find(key)

    def find(self, key: str) -> Series | None:
        """A series of the open study, one that was derived from it, or a guest."""
        derived = self.derived.get(key)
        if derived is not None:
            return derived.series
        series = self.study.find(key) if self.study else None
        guest = self.guests.get(key)
        return series or (guest.series if guest else None)

    @property
    def own_series(self) -> tuple[Series, ...]:
        """The series of the open study, those that were derived from it last."""
        if self.study is None:
            return ()
        derived = tuple(one.series for one in self.derived.values())
        keys = {series.key for series in derived}
        return (*(one for one in self.study.series if one.key not in keys), *derived)

    @property
    def unsaved(self) -> tuple[Derived, ...]:
        return tuple(one for one in self.derived.values() if not one.saved)

    def typed_for(self, series: Series) -> "tuple[TypedInput, ...]":
        """The typed inputs of the study that a series belongs to."""
        guest = self.guests.get(series.key)
        return guest.typed if guest else self.typed

    def foreign(self, slot: Slot) -> str | None:
        """Whose series a slot holds, where it is not of the open study."""
        guest = self.guests.get(self.slots[slot] or "")
        if guest is None or self.study is None:
            return None
        day = day_or_none(guest.study.date)
        if self.is_stranger(guest):
            return tr(
                "ANOTHER PATIENT: {name}, {day}",
                name=guest.study.patient.name or tr("no name"),
                day=day,
            )
        return tr("another study, {day}", day=day)


PET_SLOTS = (Slot.CONVENTIONAL, Slot.DENOISED)
DATE_LAYOUTS = (Layout.PRIOR, Layout.PRIOR_PAIRS)
"""Those that are for two dates"""


def same_patient(one: Patient, other: Patient) -> bool:
    """Whether two studies are known to be of one person: one ID, names that agree, and no two birth
    dates."""
    ids = one.id.strip(), other.id.strip()
    births = {one.birth_date, other.birth_date} - {None}
    return bool(ids[0]) and ids[0] == ids[1] and same_name(one.name, other.name) and len(births) < 2


def current_proposal(state: State) -> Proposal | None:
    """The proposal for the site that is placed next, with a place; None: there is none."""
    site = state.placing.site if state.placing is not None else None
    return next(
        (one for one in state.proposals if one.site == site and one.centre_mm is not None), None
    )


def start_windows(state: State) -> Windows:
    """In which windows a patient begins who was not shown before."""
    return Windows(state.start_window, 1.0, state.start_ct_window)


def fresh_looks(state: State) -> dict[str, Any]:
    """How the images of a patient are shown at first: nothing of the last patient's looks stays."""
    first = replace(State(), window=state.start_window, ct_window=state.start_ct_window)
    names = (
        "window",
        "stored_fraction",
        "ct_window",
        "difference_window",
        "colormap",
        "inverse",
        "links",
        "mip_angle",
    )
    return {name: getattr(first, name) for name in names}


UNFINISHED = marked(
    "The DL image is still being computed. Wait until it is complete, or press Esc to cancel it."
)


def unfinished_refusal(state: State) -> str | None:
    """Why nothing that leaves the window may be made now: a part of an image is not an image."""
    return translated(UNFINISHED) if any(state.unfinished_in(slot) for slot in Slot) else None


def changes_shown(state: State) -> Changes | None:
    """The change map to be drawn and listed. None in a blinded reading: it names the DL image."""
    changes = state.changes
    if changes is None or not state.changes_wanted or state.blinded:
        return None
    pair = (state.image(Slot.CONVENTIONAL), state.image(Slot.DENOISED))
    return changes if pair == (changes.conventional, changes.denoised) else None


def doubts_shown(state: State) -> Doubts | None:
    """The map of where the network is unsure, to be drawn. None in a blinded reading: it names the
    DL image."""
    doubts = state.doubts
    if doubts is None or not state.doubts_wanted or state.blinded:
        return None
    image = state.image(Slot.DENOISED)
    return doubts if image is not None and image.series.key == doubts.denoised else None


def is_pair(state: State) -> bool:
    """Whether a conventional is next to a DL image: what a change map compares."""
    conventional, denoised = (state.image(slot) for slot in PET_SLOTS)
    return (
        conventional is not None
        and denoised is not None
        and denoised.series.role is Role.DENOISED
        and conventional.series.is_pet
        and conventional.series.role is not Role.DENOISED
    )


class Kind(StrEnum):
    """What a column of panes draws."""

    IMAGE = "image"
    FUSED = "fused"
    DIFFERENCE = "difference"
    MIP = "mip"
    """The rotating MIP alone"""


@dataclass(frozen=True)
class Column:
    """One column of panes: what it draws, and which of the state's views it looks with."""

    kind: Kind
    slot: Slot
    view: int


(
    CONVENTIONAL_VIEW,
    DENOISED_VIEW,
    THIRD_VIEW,
    FUSED_VIEW,
    FUSED_DENOISED_VIEW,
    MIP_VIEW,
    OTHER_VIEW,
    OTHER_DENOISED_VIEW,
) = range(8)

Fixed = Layout | Column
"""What a window shows that does not follow the state's layout: a layout, or one column"""

_CONVENTIONAL = Column(Kind.IMAGE, Slot.CONVENTIONAL, CONVENTIONAL_VIEW)
_DENOISED = Column(Kind.IMAGE, Slot.DENOISED, DENOISED_VIEW)
_PAIR = (_CONVENTIONAL, _DENOISED)
_CT = Column(Kind.IMAGE, Slot.CT, THIRD_VIEW)
_OTHER = Column(Kind.IMAGE, Slot.OTHER, OTHER_VIEW)
_OTHER_DENOISED = Column(Kind.IMAGE, Slot.OTHER_DENOISED, OTHER_DENOISED_VIEW)


def is_filled(state: State, slot: Slot) -> bool:
    """Whether a slot holds a series, or one that is being computed."""
    return state.slots[slot] is not None or state.unfinished_in(slot) is not None


def columns(state: State, layout: Fixed | None = None) -> tuple[Column, ...]:
    """The columns of panes that a layout (None: the state's) shows, left to right.

    A slot that holds nothing takes no room; where none holds anything, the first says so.
    """
    wanted = layout or state.layout
    if isinstance(wanted, Column):
        if wanted.kind is Kind.FUSED and not shares_ct(state, wanted.slot):
            wanted = replace(wanted, kind=Kind.IMAGE)
        return (wanted,)
    every = _columns(state, wanted)
    if state.blinded:
        return every
    there = tuple(column for column in every if is_filled(state, column.slot))
    # Any other image of the study rather than none.
    spare = (*_PAIR, _CT, _OTHER, _OTHER_DENOISED)
    others = (one for one in spare if is_filled(state, one.slot))
    return there or (next(others, every[0]),)


def _columns(state: State, layout: Layout) -> tuple[Column, ...]:
    """The same where every slot holds an image."""

    def fused(column: Column, view: int | None = None) -> Column:
        """The column on the CT, where that is asked for."""
        if not (state.fusion and shares_ct(state, column.slot)):
            return column
        return replace(column, kind=Kind.FUSED, view=column.view if view is None else view)

    pair = tuple(fused(column) for column in _PAIR)
    match layout:
        case Layout.GRID:
            on_ct = (
                fused(_CONVENTIONAL, THIRD_VIEW),
                fused(_DENOISED, FUSED_DENOISED_VIEW),
            )
            both = tuple(column for column in on_ct if column.kind is Kind.FUSED)
            if state.difference or not both:
                return (*_PAIR, third_column(state))
            return (*_PAIR, *both)
        case Layout.COMPARE:
            return (*pair, third_column(state)) if state.difference else pair
        case Layout.SINGLE:
            if state.difference:
                return (third_column(state),)
            single = {
                Slot.CONVENTIONAL: pair[0],
                Slot.DENOISED: pair[1],
                Slot.CT: _CT,
                Slot.OTHER: fused(_OTHER),
                Slot.OTHER_DENOISED: fused(_OTHER_DENOISED),
                Slot.OTHER_CT: fused(_OTHER),
            }
            return (single[state.single],)
        case Layout.MIP_PAIR:
            return _PAIR
        case Layout.PET_CT:
            pet = next((one for one in _PAIR if is_filled(state, one.slot)), _CONVENTIONAL)
            on_ct = (
                (Column(Kind.FUSED, pet.slot, FUSED_VIEW),) if shares_ct(state, pet.slot) else ()
            )
            return (pet, _CT, *on_ct, Column(Kind.MIP, pet.slot, MIP_VIEW))
        case Layout.RECONSTRUCTIONS:
            return (*pair, fused(_OTHER))
        case Layout.PRIOR:
            return _by_date(state, (fused(_OTHER),), pair[:1])
        case Layout.PRIOR_PAIRS:
            return _by_date(state, (fused(_OTHER), fused(_OTHER_DENOISED)), pair)


def _by_date(
    state: State, other: tuple[Column, ...], own: tuple[Column, ...]
) -> tuple[Column, ...]:
    """The older of two dates at the left. What has no date is taken for the older one."""
    days = state.day(Slot.OTHER), state.study.date if state.study else None
    is_later = days[0] is not None and days[1] is not None and days[0] > days[1]
    return (*own, *other) if is_later else (*other, *own)


def third_column(state: State) -> Column:
    """What is next to the pair where there is room for a third column."""
    if state.difference:
        return Column(Kind.DIFFERENCE, Slot.DENOISED, THIRD_VIEW)
    if state.fusion and shares_ct(state, Slot.CONVENTIONAL):
        return Column(Kind.FUSED, Slot.CONVENTIONAL, THIRD_VIEW)
    return _CT


def slot_of(state: State, view: int) -> Slot:
    """The slot that a view looks at."""
    seen = next((one.slot for one in columns(state) if one.view == view), None)
    if seen is not None:
        return seen
    elsewhere = {
        CONVENTIONAL_VIEW: Slot.CONVENTIONAL,
        DENOISED_VIEW: Slot.DENOISED,
        FUSED_DENOISED_VIEW: Slot.DENOISED,
        OTHER_VIEW: Slot.OTHER,
        OTHER_DENOISED_VIEW: Slot.OTHER_DENOISED,
        THIRD_VIEW: third_column(state).slot,
    }
    return elsewhere.get(view, Slot.CONVENTIONAL)


def ct_under(state: State, slot: Slot) -> Slot | None:
    """The slot with the CT that a PET can be drawn over: of its own study, in one space with it."""
    pet = state.series(slot)
    for one in (Slot.CT, Slot.OTHER_CT):
        ct = state.series(one)
        if pet is None or ct is None or ct.study_uid != pet.study_uid:
            continue
        if same_patient_space(pet, ct):
            return one
    return None


def shares_ct(state: State, slot: Slot) -> bool:
    """Whether a PET lies in one space with a CT, so that it can be drawn over it."""
    return ct_under(state, slot) is not None
