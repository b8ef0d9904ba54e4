"""Images of other dates next to the open study: how they are laid onto it, how their columns are
called, and what is to be said as long as they are shown.

Everything in the panes is in the open study's millimetres. An image of another date is drawn as a
rigid body that was moved there; its voxels stay as they are, and what is measured in it is measured
in its own study's millimetres.
"""

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

import numpy as np

from station.app import language
from station.app.language import marked, tr, translated
from station.app.state import PET_SLOTS, Fixed, Guest, Slot, State, columns
from station.frozen import Frozen
from station.pet.alignment import (
    Alignment,
    How,
    Verdict,
    moved_mask,
    moved_point,
)
from station.pet.loaded import LoadedImage, as_point
from station.pet.sites import PlacedVoi
from station.pet.study import Role, Series, same_patient_space
from station.pet.timepoint import Timepoint, comparability
from station.pet.voi import Isocontour, Mask, Sphere, Voi
from station.pet.volume import FloatArray, Geometry, Volume

if TYPE_CHECKING:
    from station.archive.index import StudyEntry

BLINDED = marked("No other study is shown while images are read blinded.")
NO_PRIOR = marked(
    "Station's list has no PET of another date of this patient. Open its folder, or fetch it from "
    "a PACS."
)
UNLAID = Alignment(
    np.eye(4),
    How.OFFSET,
    Verdict.FAILED,
    marked("No image of the open study is shown, so that there is nothing to lay this one onto."),
)
HAND = marked("Adjusted by hand; before that: ")

# --- Which other dates ----------------------------------------------------------------------------


def entry_of(state: State, key: str) -> "StudyEntry | None":
    """The study of the list that a series is of."""
    entries = (*state.other_dates, *state.entries)
    return next((one for one in entries if any(s.key == key for s in one.series)), None)


def partner(guest: Guest, role: Role) -> Series | None:
    """The DL image, or the CT in its space, of the study of a guest."""
    shown = [one for one in guest.study.series if one.problem is None and one.role is role]
    alike = [one for one in shown if same_patient_space(one, guest.series)]
    if role is Role.CT:
        return alike[0] if alike else None
    return next(iter(alike or shown), None)


# --- Laid onto the open study ---------------------------------------------------------------------


def place_of(series: Series) -> str:
    """By which `State.date_links` knows the place of a series: one for all of a study that share a
    frame of reference."""
    return f"{series.study_uid} {series.frame_of_reference_uid or series.key}"


def alignment_of(state: State, series: Series) -> Alignment | None:
    """From the open study's millimetres to a guest's; None: not known yet."""
    place = place_of(series)
    link = state.date_links.get(place)
    return state.by_hand.get(place) or (link.alignment if link else None)


def laid(before: State, after: State) -> Frozen[str, LoadedImage]:
    """The guests' images in the open study's millimetres; `after.laid` if nothing changed."""
    made: dict[str, LoadedImage] = {}
    for key, guest in after.guests.items():
        image, alignment = after.images.get(key), alignment_of(after, guest.series)
        if image is None or alignment is None:
            continue
        same = before.images.get(key) is image
        same = same and alignment_of(before, guest.series) is alignment
        kept = after.laid.get(key) if same else None
        made[key] = kept or moved_image(image, alignment)
    now = after.laid
    unchanged = made.keys() == now.keys() and all(made[key] is now[key] for key in made)
    return now if unchanged else Frozen(made)


def moved_image(image: LoadedImage, alignment: Alignment) -> LoadedImage:
    """An image of another date where it is seen from the open study. Nothing is resampled."""
    if np.array_equal(alignment.matrix, np.eye(4)):
        return image
    low, high = np.array(image.body_mm)
    corners = [[(low, high)[bit >> axis & 1][axis] for axis in range(3)] for bit in range(8)]
    there = alignment.to_current(corners)
    body = as_point(there.min(axis=0)), as_point(there.max(axis=0))
    return replace(image, volume=moved_volume(image.volume, alignment), body_mm=body)


def moved_volume(volume: Volume, alignment: Alignment) -> Volume:
    geometry = Geometry(volume.shape, alignment.inverse @ volume.affine)
    return replace(volume, geometry=geometry)


def moved_shape(shape: Voi, matrix: FloatArray) -> Voi:
    """A VOI after a motion (4×4, LPS mm), as a whole."""
    match shape:
        case Sphere():
            return replace(shape, centre_mm=moved_point(matrix, shape.centre_mm))
        case Mask():
            return moved_mask(matrix, shape)
        case Isocontour():
            within = replace(shape.within, centre_mm=moved_point(matrix, shape.within.centre_mm))
            seed = None if shape.seed_mm is None else moved_point(matrix, shape.seed_mm)
            return replace(shape, within=within, seed_mm=seed)


def by_bodies(own: LoadedImage, other: LoadedImage, why: str) -> Alignment:
    """The middles of both bodies across, and their tops along the patient, on each other."""
    boxes = np.array(own.body_mm), np.array(other.body_mm)
    here, there = (box.mean(axis=0) for box in boxes)
    here[2], there[2] = boxes[0][1][2], boxes[1][1][2]
    matrix = np.eye(4)
    matrix[:3, 3] = there - here
    words = tr("The tops and the middles of the bodies are put on each other")
    return Alignment(matrix, How.OFFSET, Verdict.FAILED, f"{words}. {why}".strip())


def moved_by_hand(state: State, series: Series, motion: FloatArray) -> Alignment | None:
    """The alignment after a guest's image was moved on the screen by a rigid motion (4×4, in the
    open study's mm)."""
    alignment = alignment_of(state, series)
    link = state.date_links.get(place_of(series))
    if alignment is None or link is None:
        return None
    matrix = alignment.matrix @ np.linalg.inv(motion)
    turn, _, rest = np.linalg.svd(matrix[:3, :3])
    matrix[:3, :3] = turn @ rest  # many small steps leave it a rotation
    return Alignment(matrix, How.BY_HAND, Verdict.GOOD, translated(HAND) + link.alignment.sentence)


def turned_about(axis: int, degrees: float, about_mm: FloatArray) -> FloatArray:
    """The rotation (4×4) about a patient axis through a place."""
    one, other = (axis + 1) % 3, (axis + 2) % 3
    angle = np.radians(degrees)
    motion = np.eye(4)
    motion[one, one] = motion[other, other] = np.cos(angle)
    motion[other, one], motion[one, other] = np.sin(angle), -np.sin(angle)
    motion[:3, 3] = about_mm - motion[:3, :3] @ about_mm
    return motion


def shifted_by(shift_mm: FloatArray) -> FloatArray:
    motion = np.eye(4)
    motion[:3, 3] = shift_mm
    return motion


# --- VOIs of two dates ----------------------------------------------------------------------------


@dataclass(frozen=True)
class Shown:
    """A VOI as a pane draws it."""

    voi: PlacedVoi
    """In the open study's millimetres"""
    kept: PlacedVoi
    """In the millimetres of its own date"""
    study_uid: str
    """Of its own date"""
    proposed: bool
    """Whether it belongs to another date than the pane's image, and so measures nothing here"""


def vois_in(state: State, slot: Slot) -> tuple[Shown, ...]:
    """The VOIs of the date that a slot shows, and those of the other dates as proposals."""
    study = state.study
    guest = state.guest(slot)
    here = guest.study.uid if guest is not None else (study.uid if study else "")
    mine = study.uid if study else ""
    shown = [Shown(one, one, mine, here != mine) for one in state.vois]
    for uid, (alignment, vois) in guest_vois(state).items():
        for one in vois:
            moved = replace(one, shape=moved_shape(one.shape, alignment.inverse))
            shown.append(Shown(moved, one, uid, uid != here))
    return tuple(one for one in shown if state.vois_carried or not one.proposed)


def guest_vois(state: State) -> dict[str, tuple[Alignment, tuple[PlacedVoi, ...]]]:
    """By study UID: the VOIs of the dates that are shown next to the open study."""
    if not state.guest_vois:
        return {}
    found: dict[str, tuple[Alignment, tuple[PlacedVoi, ...]]] = {}
    for guest in shown_guests(state):
        uid, alignment = guest.study.uid, alignment_of(state, guest.series)
        if alignment is not None and uid not in found and state.guest_vois.get(uid):
            found[uid] = alignment, state.guest_vois[uid]
    return found


def pet_of_date(state: State, study_uid: str) -> LoadedImage | None:
    """The first PET of a date in memory, in its own millimetres."""
    if state.study is not None and state.study.uid == study_uid:
        return next((image for slot in PET_SLOTS if (image := state.image(slot))), None)
    keys = (one.series.key for one in shown_guests(state) if one.study.uid == study_uid)
    return next((image for key in keys if (image := state.images.get(key))), None)


# --- What is said ---------------------------------------------------------------------------------


def shown_guests(state: State) -> tuple[Guest, ...]:
    """The guests in the slots, PETs first; none while images are read blinded."""
    if state.blinded:
        return ()
    order = (Slot.OTHER, *PET_SLOTS, Slot.OTHER_DENOISED, Slot.CT, Slot.OTHER_CT)
    keys = dict.fromkeys(state.slots[slot] or "" for slot in order)
    guests = [state.guests[key] for key in keys if key in state.guests]
    return tuple(sorted(guests, key=lambda guest: not guest.series.is_pet))


def seen_guests(state: State, layout: Fixed | None = None) -> tuple[Guest, ...]:
    """Those of them that a column of the layout (None: the state's) draws."""
    drawn = {state.slots[column.slot] for column in columns(state, layout)}
    return tuple(guest for guest in shown_guests(state) if guest.series.key in drawn)


@dataclass(frozen=True)
class DateWords:
    """Which date a column shows."""

    part: str
    """`current` or `prior`; empty for another patient"""
    day: str
    apart: str
    """`92 days before`; empty for the current date"""
    brief: str = ""
    """`92 d`"""

    def words(self, *, short: bool = False, dated: bool = True) -> str:
        day = self.day if dated else ""
        if short:
            return " ".join(
                filter(None, (translated(self.part), day, self.brief and f"({self.brief})"))
            )
        return " · ".join(filter(None, (translated(self.part), day, self.apart)))


def date_words(state: State, slot: Slot, layout: Fixed | None = None) -> DateWords | None:
    """What the caption of a column says of its date; None while only one date is shown, and while
    images are read blinded."""
    study, guests = state.study, seen_guests(state, layout)
    if study is None or not guests or state.series(slot) is None:
        return None
    guest = state.guest(slot)
    if guest is not None and state.is_stranger(guest):
        return None
    same = [one for one in guests if not state.is_stranger(one)]
    if not same:
        return None
    latest = max((one.study.date or date.min for one in same), default=date.min)
    current = max(study.date or date.max, latest) if study.date else None
    day = guest.study.date if guest is not None else study.date
    words = language.day(day) if day is not None else tr("no date")
    if guest is None and (study.date is None or study.date == current):
        return DateWords("current", words, "")
    if guest is not None and day is not None and day == current and day != study.date:
        return DateWords("current", words, "")
    if day is None or current is None:
        unknown = tr("days apart unknown")
        return DateWords("prior", words, unknown, unknown)
    days = (current - day).days
    apart = {0: tr("same day"), 1: tr("1 day before")}.get(
        days, tr("{days} days before", days=days)
    )
    brief = tr("{days} d", days=days) if days else apart
    return DateWords("prior", words, apart, brief)


@dataclass(frozen=True)
class Standing:
    """What is to be said as long as images of other studies are shown."""

    strangers: tuple[str, ...] = ()
    """Whose images they are, where they are not of one patient"""
    place: str = ""
    """Of the series that `link` is about, as `place_of` says it; empty: nothing is laid"""
    verdict: Verdict = Verdict.GOOD
    badge: str = ""
    """The verdict in a word or two"""
    link: str = ""
    """How the dates are laid onto each other, and how well"""
    by_hand: bool = False
    at_work: bool = False
    cautions: tuple[str, ...] = ()
    """Why numbers of the two dates may not be compared"""


def standing(state: State, layout: Fixed | None = None) -> Standing:
    """Empty where one study is shown."""
    study, guests = state.study, seen_guests(state, layout)
    if study is None or not guests:
        return Standing()
    strangers = tuple(
        dict.fromkeys(
            tr(
                "TWO PATIENTS: {name} (ID {id}) and {name2} (ID {id2}, {date}). The two are "
                "not known to be one person.",
                name=study.patient.name or tr("no name"),
                id=study.patient.id or tr("unknown"),
                name2=guest.study.patient.name or tr("no name"),
                id2=guest.study.patient.id or tr("unknown"),
                date=guest.study.date or tr("no date"),
            )
            for guest in guests
            if state.is_stranger(guest)
        )
    )
    guest = guests[0]
    place = place_of(guest.series)
    link, alignment = state.date_links.get(place), alignment_of(state, guest.series)
    cautions = tuple(dict.fromkeys(words for one in guests for words in _cautions(state, one)))
    if alignment is None or link is None:
        return Standing(strangers, cautions=cautions)
    by_hand = place in state.by_hand
    several = len({place_of(one.series) for one in guests}) > 1
    which = f"{guest.study.date or tr('no date')}: " if several else ""
    return Standing(
        strangers,
        place,
        alignment.verdict,
        _badge(alignment, link.at_work),
        which + alignment.sentence,
        by_hand,
        link.at_work,
        cautions,
    )


def _badge(alignment: Alignment, at_work: bool) -> str:
    match alignment.how:
        case How.BY_HAND:
            return tr("Adjusted by hand")
        case How.SAME_FRAME:
            return tr("One frame of reference")
        case How.REGISTERED:
            return tr("Registered: {verdict}", verdict=translated(alignment.verdict))
        case How.OFFSET:
            return tr("Being registered") if at_work else tr("Not registered")


def _cautions(state: State, guest: Guest) -> tuple[str, ...]:
    """What differs between the open study's image and a guest: tracer, unit, weight, SUV."""
    own = next((image for slot in PET_SLOTS if (image := state.image(slot))), None)
    other = state.images.get(guest.series.key)
    if own is None or other is None or not (own.series.is_pet and other.series.is_pet):
        return ()
    study = state.study
    days = (study.date if study else None), guest.study.date
    is_current = days[0] is None or days[1] is None or days[0] >= days[1]
    names = ("current", "prior") if is_current else ("prior", "current")
    patient = study.patient.id if study else ""
    mine = Timepoint(names[0], own, patient_id=patient, date=days[0])
    theirs = Timepoint(names[1], other, patient_id=patient, date=days[1])
    both = (mine, theirs) if is_current else (theirs, mine)
    found = comparability(*both)
    of_images = {
        f"{one.name.capitalize()}: {words}" for one in both for words in one.image.cautions
    }
    # What makes one image's own SUV doubtful, and why it has none, is said on that image.
    said = [_briefly(words) for words in (*found.refusals, *found.cautions)]
    said = [words for words in said if words not in of_images]
    for each, together in _BOTH.items():
        halves = [each.format(name) for name in ("current", "prior")]
        if all(half in said for half in halves):
            said = [translated(together), *(words for words in said if words not in halves)]
    return tuple(said)


NO_SUV = marked("The {} image has no SUV.")
_BOTH = {
    "The header of the {} image does not say which tracer it is.": (
        marked("Neither header says which tracer it is.")
    ),
    NO_SUV: marked("Neither image has an SUV."),
}
"""What is said of both dates at once, where it is true of both"""


def _briefly(words: str) -> str:
    """Without the reason why there is no SUV."""
    heads = [translated(NO_SUV).format(name) for name in ("current", "prior")]
    return next((head for head in heads if words.startswith(f"{head[:-1]}:")), words)
