"""Laying images of other dates onto the open study: by registration, behind the reading; by hand.

An offset of the bodies is there at once; the registration takes its place when it has come to an
end, unless a person has moved the image meanwhile.
"""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject

from station.app.jobs import Failure, Jobs
from station.app.language import marked, tr, translated
from station.app.session import Session
from station.app.state import DateLink, Guest, Plane, Slot, State, slot_of
from station.app.viewing.dates import (
    UNLAID,
    alignment_of,
    by_bodies,
    moved_by_hand,
    place_of,
    seen_guests,
    shifted_by,
    turned_about,
)
from station.app.viewing.planes import ACROSS, DOWN, RIGHT
from station.pet.alignment import SAME_FRAME, Alignment
from station.pet.loaded import LoadedImage
from station.pet.study import Series, Study, same_patient_space
from station.pet.voi import Point
from station.progress import Report, part

if TYPE_CHECKING:
    from station.pet.volume import FloatArray

STEP_MM, STEP_DEG = 1.0, 1.0
"""Of a key"""
UNTIL = marked("Until they are registered, this is a guess.")
ADJUST = marked("Adjust it by hand before places are compared.")
NOT_ONE_PATIENT = marked("Two patients are not registered.")
NO_PET = marked("Only PETs are registered.")
NO_OTHER_DATE = marked("No image of another date is shown.")


def adjust_refusal(state: State) -> str | None:
    """Why nothing can be moved by hand now; None where it can."""
    guest = moved_guest(state)
    if guest is None or alignment_of(state, guest.series) is None:
        return translated(NO_OTHER_DATE)
    return None


def moved_guest(state: State) -> Guest | None:
    """Which image of another date the keys move: that of the active column, else the first."""
    guests = seen_guests(state)
    active = state.guest(slot_of(state, state.active_column))
    return active if active in guests else next(iter(guests), None)


class DateVerbs:
    """Moving an image of another date by hand, over one session. Every step can be undone."""

    def __init__(self, session: Session) -> None:
        self.session = session

    @property
    def state(self) -> State:
        return self.session.state

    def shift(self, slot: Slot, by_mm: "FloatArray", gesture: object = None) -> None:
        """Move the image of a slot on the screen, in the open study's LPS mm."""
        self._move(self.state.guest(slot), shifted_by(by_mm), gesture)

    def turn(
        self, slot: Slot, plane: Plane, degrees: float, about_mm: Point, gesture: object = None
    ) -> None:
        """Turn the image of a slot in a plane, clockwise on the screen, about a place."""
        motion = _turned(plane, degrees, about_mm)
        self._move(self.state.guest(slot), motion, gesture)

    def nudge(self, right: float, down: float) -> None:
        """Move the other date by so many millimetres on the screen, in the plane in use."""
        plane = self._plane()
        self._move(moved_guest(self.state), shifted_by(right * RIGHT[plane] + down * DOWN[plane]))

    def nudge_turn(self, degrees: float) -> None:
        """Turn the other date about the crosshair, clockwise in the plane in use."""
        about = self.state.views[self.state.active_column].position_mm
        self._move(moved_guest(self.state), _turned(self._plane(), degrees, about))

    def reset(self) -> None:
        """The other date as it was registered, or as its body was put."""
        guest = moved_guest(self.state)
        place = "" if guest is None else place_of(guest.series)
        if place in self.state.by_hand:
            self.session.edit(tr("Reset the alignment"), by_hand=self.state.by_hand.without(place))

    def toggle_carried_vois(self) -> None:
        self.session.set(vois_carried=not self.state.vois_carried)

    def _plane(self) -> Plane:
        pane = self.state.active_pane
        return Plane.CORONAL if pane == "mip" else Plane(pane)

    def _move(self, guest: Guest | None, motion: "FloatArray", gesture: object = None) -> None:
        if guest is None:
            return
        moved = moved_by_hand(self.state, guest.series, motion)
        if moved is not None:
            by_hand = self.state.by_hand.with_(place_of(guest.series), moved)
            self.session.edit(tr("Move the other date"), gesture=gesture, by_hand=by_hand)


def _turned(plane: Plane, degrees: float, about_mm: Point) -> "FloatArray":
    axis = ACROSS[plane]
    # Clockwise on the screen is from right to down.
    sense = float(np.cross(RIGHT[plane], DOWN[plane])[axis])
    return turned_about(axis, degrees * sense, np.array(about_mm))


@dataclass(frozen=True, eq=False)
class _Registration:
    """Names the job that registers two studies."""

    study: Study
    place: str


class DateLinking(QObject):
    """Gives every image of another date its place, as soon as both are in memory."""

    def __init__(self, session: Session, jobs: Jobs) -> None:
        super().__init__()
        self._session, self._jobs = session, jobs
        session.changed.connect(self._on_changed)

    def register(self) -> None:
        """Register the other date again, in place of what was done by hand."""
        guest = moved_guest(self._session.state)
        anchor = _anchor(self._session.state)
        if guest is not None and anchor is not None:
            self._start(anchor, guest)

    def _on_changed(self, before: State, after: State) -> None:
        if before.study is not after.study or (after.blinded and not before.blinded):
            self._jobs.cancel(lambda key: isinstance(key, _Registration))
        names = ("images", "guests", "slots", "study")
        if after.guests and any(getattr(before, n) is not getattr(after, n) for n in names):
            self._lay(after)

    def _lay(self, state: State) -> None:
        """Put those that have no place yet where they belong, or about there."""
        for key in dict.fromkeys(state.slots[slot] or "" for slot in Slot):
            guest, image = state.guests.get(key), state.images.get(key)
            if guest is None or image is None:
                continue
            anchor = _anchor(state)
            if anchor is None and _is_loading(state):
                continue
            link = self._session.state.date_links.get(place_of(guest.series))
            if link is None or (link.alignment is UNLAID and anchor is not None):
                self._lay_one(guest, image, anchor)

    def _lay_one(self, guest: Guest, image: LoadedImage, anchor: LoadedImage | None) -> None:
        state = self._session.state
        if anchor is None:
            self._link(guest, DateLink(UNLAID))
        elif state.is_stranger(guest):
            self._link(guest, DateLink(by_bodies(anchor, image, NOT_ONE_PATIENT)))
        elif same_patient_space(anchor.series, guest.series):
            self._link(guest, DateLink(SAME_FRAME))
        elif not (anchor.series.is_pet and _pet_of(guest)):
            self._link(guest, DateLink(by_bodies(anchor, image, NO_PET)))
        else:
            self._link(guest, DateLink(by_bodies(anchor, image, translated(UNTIL)), at_work=True))
            self._start(anchor, guest)

    def _link(self, guest: Guest, link: DateLink) -> None:
        links = self._session.state.date_links.with_(place_of(guest.series), link)
        self._session.set(date_links=links)

    def _start(self, anchor: LoadedImage, guest: Guest) -> None:
        """Register the bodies of both dates, on their CTs where both have one."""
        state = self._session.state
        study, place = state.study, place_of(guest.series)
        if study is None or any(
            isinstance(key, _Registration) and (key.study, key.place) == (study, place)
            for key in self._jobs.keys
        ):
            return
        pet = _pet_of(guest)
        if pet is None:
            return
        images, typed = state.images, state.typed
        stored = state.derived.get(anchor.series.key)

        def work(report: Report) -> Alignment:
            from station.operations.images import load_pet_ct
            from station.operations.registration import register

            now = load_pet_ct(
                study,
                anchor.series,
                typed,
                images,
                None if stored is None else stored.stored,
                part(report, 0.0, 0.1),
            )
            before = load_pet_ct(
                guest.study, pet, guest.typed, images, report=part(report, 0.1, 0.3)
            )
            return register(now, before, report=part(report, 0.3, 1.0))

        def ended(alignment: Alignment | None, why: str = "") -> None:
            now = self._session.state
            link = now.date_links.get(place)
            if now.study is not study or link is None:
                return
            if alignment is None:
                sentence = link.alignment.sentence.replace(
                    translated(UNTIL), f"{why} {translated(ADJUST)}"
                )
                alignment = replace(link.alignment, sentence=sentence)
            self._session.set(date_links=now.date_links.with_(place, DateLink(alignment)))

        def failed(failure: Failure) -> None:
            ended(None, tr("The registration failed: {sentence}", sentence=failure.sentence))

        self._jobs.start(
            tr("Registering the two dates"),
            work,
            ended,
            _Registration(study, place),
            failed=failed,
            cancelled=lambda: ended(None, tr("The registration was cancelled.")),
        )


def _anchor(state: State) -> LoadedImage | None:
    """The image of the open study that others are laid onto: a PET where one is in memory."""
    images = [image for slot in Slot if (image := state.image(slot))]
    return next((one for one in images if one.series.is_pet), images[0] if images else None)


def _is_loading(state: State) -> bool:
    """Whether an image of the open study is still to come."""
    return any(
        (key := state.slots[slot]) is not None and key not in state.guests and state.find(key)
        for slot in Slot
    )


def _pet_of(guest: Guest) -> Series | None:
    """The PET of a guest's place."""
    if guest.series.is_pet:
        return guest.series
    shown = (one for one in guest.study.series if one.is_pet and one.problem is None)
    return next((one for one in shown if same_patient_space(one, guest.series)), None)
