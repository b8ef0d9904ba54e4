"""The whole-body burden: everything above a threshold in both PETs, and which parts count."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import uuid4
from weakref import WeakKeyDictionary

import numpy as np

from station.app.jobs import Jobs
from station.app.language import tr
from station.app.session import Session
from station.app.state import PET_SLOTS, Burdens, Slot, State, Tool
from station.app.voi.workflow import COLOURS, VoiWorkflow
from station.errors import StationError
from station.pet.burden import Burden, Component, OrganMap, burden
from station.pet.loaded import LoadedImage
from station.pet.sites import PlacedVoi, SiteKind
from station.pet.study import same_patient_space
from station.pet.voi import Mask, Point
from station.pet.volume import Geometry, Unit, Volume
from station.pet.words import count_of
from station.progress import Report, part

LEVELS = (2.5, 3.0, 4.0)
DEFAULT_LEVEL = 4.0
"""S. F. Barrington et al., Eur. J. Nucl. Med. Mol. Imaging 48 (2021) 3550: of the fixed thresholds
the most reproducible in lymphoma"""
LEVEL_LIMITS = (0.5, 100.0)
NEAR_MM = 6.0
"""A click this far from a part still means it"""
SAME_PART = 0.5
"""Parts of two images are one where this fraction of the smaller is in the larger"""
FINDING = "whole-body burden"
BY_HAND = "A person left it out."


def burden_refusal(state: State) -> str | None:
    """Why there is no burden of what is shown."""
    if state.study is None:
        return tr("No study is open.")
    images = [image for slot in PET_SLOTS if (image := state.image(slot)) is not None]
    if not images:
        return tr("No PET is shown.")
    if not any(image.has_suv for image in images):
        return tr("A burden above a threshold needs SUV. Complete the SUV inputs.")
    return None


def shown_burdens(state: State) -> Burdens | None:
    """The burdens found, as long as they are of the images that are shown."""
    burdens = state.burdens
    same = burdens is not None and burdens.images == tuple(map(state.image, PET_SLOTS))
    return burdens if same else None


class BurdenVerbs:
    """What a reader can do with the parts of a burden that was found."""

    def __init__(self, session: Session, vois: VoiWorkflow) -> None:
        self._session = session
        self._vois = vois
        self._masks: WeakKeyDictionary[Component, Volume] = WeakKeyDictionary()

    def forget(self) -> None:
        """Take the parts off the images."""
        self._session.edit(tr("Close the burden"), burdens=None)
        if self._session.state.tool is Tool.PARTS:
            self._session.set(tool=None)

    def toggle(self, slot: Slot, number: int) -> None:
        """Count a part, or leave it out: it, and what is the same place in the other image."""
        burdens = shown_burdens(self._session.state)
        here = burdens.of(slot) if burdens else None
        if burdens is None or here is None or not 0 <= number < len(here.components):
            return
        chosen = here.components[number]
        counts = not chosen.counted
        image = burdens.image(slot)
        both: list[Burden | None] = []
        for other, of_other in zip(burdens.images, burdens.both, strict=True):
            if other is None or of_other is None or image is None:
                both.append(of_other)
                continue
            same = {
                at
                for at, one in enumerate(of_other.components)
                if one is chosen or (other is not image and _overlap(chosen, image, one, other))
            }
            both.append(_with(of_other, same, counts))
        verb = tr("Count") if counts else tr("Leave out")
        self._session.edit(
            tr("{verb} a part of the burden", verb=verb),
            burdens=replace(burdens, both=(both[0], both[1])),
        )

    def toggle_at(self, slot: Slot, position_mm: Point) -> None:
        """The part at an LPS position of a slot's image; a notice where there is none."""
        burdens = shown_burdens(self._session.state)
        here, image = (burdens.of(slot), burdens.image(slot)) if burdens else (None, None)
        if here is None or image is None:
            self._session.set(notice=tr("No burden is shown in this image. Find it first."))
            return
        number = _part_at(here, image.volume.geometry, position_mm)
        if number is None:
            self._session.set(
                notice=tr(
                    "Nothing above {level:.2f} {unit} is at this place.",
                    level=here.level,
                    unit=here.unit,
                )
            )
            return
        self.toggle(slot, number)

    def keep(self) -> None:
        """The counted parts of the first image that has any, as one VOI that the archive keeps."""
        burdens = shown_burdens(self._session.state)
        if burdens is None:
            return
        for image, found in zip(burdens.images, burdens.both, strict=True):
            if image is not None and found is not None and found.counted:
                self._vois.add(_as_voi(found, image, self._session.state.vois))
                return
        self._session.set(
            notice=tr("No part of the burden is counted, so there is nothing to keep.")
        )

    def mask(self, one: Component, geometry: Geometry) -> Volume:
        """The voxels of a part, 1 among 0, to be outlined."""
        if one not in self._masks:
            values = np.pad(one.region.inside.astype(np.float32), 1)
            affine = np.array(geometry.affine)
            affine[:3, 3] = geometry.to_patient(np.array(one.region.first) - 1)
            self._masks[one] = Volume(values, Geometry(values.shape, affine), Unit.STORED)
        return self._masks[one]


class BurdenFinding:
    """Finds the burden in the background."""

    def __init__(self, session: Session, jobs: Jobs) -> None:
        self._session = session
        self._jobs = jobs
        self._organs: WeakKeyDictionary[LoadedImage, tuple[OrganMap | None, str]] = (
            WeakKeyDictionary()
        )

    def find(self, level: float) -> None:
        """Everything at or above `level` in both PETs; physiological uptake is proposed to be left
        out. Any burden found before goes."""
        state = self._session.state
        refusal = burden_refusal(state)
        low, high = LEVEL_LIMITS
        if refusal is None and not low <= level <= high:
            refusal = tr(
                "A threshold is between SUV {low:g} and {high:g}, not {level:g}.",
                low=low,
                high=high,
                level=level,
            )
        if refusal is not None:
            self._session.set(notice=refusal)
            return
        images = tuple(map(state.image, PET_SLOTS))
        ct = state.image(Slot.CT)
        self._jobs.cancel(lambda key: key == FINDING)

        def work(report: Report) -> Burdens:
            return self._found(images, ct, level, report)

        def done(found: Burdens) -> None:
            if images == tuple(map(self._session.state.image, PET_SLOTS)):
                self._session.edit(tr("Burden above {level:g}", level=level), burdens=found)
                self._session.set(tool=Tool.PARTS, placing=None, guided=False)

        self._jobs.start(tr("Finding the whole-body burden"), work, done, FINDING, asked=True)

    def _found(
        self,
        images: Sequence[LoadedImage | None],
        ct: LoadedImage | None,
        level: float,
        report: Report,
    ) -> Burdens:
        first = next(image for image in images if image is not None and image.has_suv)
        if first not in self._organs:
            beneath = ct if ct is not None and same_patient_space(first.series, ct.series) else None
            self._organs[first] = _organs_of(first, beneath, part(report, 0.0, 0.6))
        organs, why = self._organs[first]
        both: list[Burden | None] = []
        for number, image in enumerate(images):
            if image is None or not image.has_suv:
                both.append(None)
                continue
            shared = organs if same_patient_space(image.series, first.series) else None
            progress = part(report, 0.6 + 0.2 * number, 0.8 + 0.2 * number)
            both.append(burden(image.volume, level, shared, report=progress))
        return Burdens((images[0], images[1]), (both[0], both[1]), why)


def _organs_of(
    image: LoadedImage, ct: LoadedImage | None, report: Report
) -> tuple[OrganMap | None, str]:
    """(where the organs are, why that is not known)."""
    from station.operations.compare import organ_map
    from station.quality.landmarks import find_landmarks

    beneath = ct.volume if ct is not None and ct.volume.unit is Unit.HU else None
    try:
        return organ_map(find_landmarks(image.volume, beneath, report).organs), ""
    except StationError as error:
        return None, tr(
            "The organs were not found, so nothing was left out by itself: {error}", error=error
        )


def _with(found: Burden, numbers: set[int], counts: bool) -> Burden:
    parts = tuple(
        one
        if number not in numbers or one.counted == counts
        else one.as_lesion()
        if counts
        else one.left_out(BY_HAND)
        for number, one in enumerate(found.components)
    )
    return replace(found, components=parts)


def _overlap(one: Component, image: LoadedImage, other: Component, of: LoadedImage) -> bool:
    """Whether parts of two images are one place."""
    small, large = (one, image), (other, of)
    if one.measurement.volume_ml > other.measurement.volume_ml:
        small, large = large, small
    places = small[1].volume.geometry.to_patient(
        np.argwhere(small[0].region.inside) + small[0].region.first
    )
    index = np.rint(large[1].volume.geometry.to_index(places)).astype(np.int64)
    index -= large[0].region.first
    inside = large[0].region.inside
    there = ((index >= 0) & (index < inside.shape)).all(axis=1)
    held = int(inside[tuple(index[there].T)].sum())
    return held >= SAME_PART * len(places)


def _part_at(found: Burden, geometry: Geometry, position_mm: Point) -> int | None:
    """The number of the part at a place, or of the nearest within NEAR_MM."""
    index = geometry.to_index(position_mm)
    nearest: tuple[float, int] | None = None
    for number, one in enumerate(found.components):
        low = np.array(one.region.first)
        high = low + one.region.inside.shape - 1
        outside = (index - np.clip(index, low, high)) * geometry.spacing_mm
        if float(np.linalg.norm(outside)) > NEAR_MM:
            continue
        places = geometry.to_patient(np.argwhere(one.region.inside) + low)
        away = float(np.linalg.norm(places - position_mm, axis=1).min())
        if away <= NEAR_MM and (nearest is None or away < nearest[0]):
            nearest = away, number
    return None if nearest is None else nearest[1]


def _as_voi(found: Burden, image: LoadedImage, vois: Sequence[PlacedVoi]) -> PlacedVoi:
    geometry = image.volume.geometry
    inside = np.zeros(geometry.shape, np.bool_)
    for one in found.counted:
        inside[one.region.box] |= one.region.inside
    left_out = len(found.components) - len(found.counted)
    rule = f"above {found.level:g}"
    sentence = (
        f"{count_of(len(found.counted), 'part')} at or above {found.level:.2f} {found.unit} in "
        f"{image.series.label}; {left_out} left out, "
        f"{count_of(found.small, 'smaller one', 'smaller ones')} not listed."
    )
    taken = {voi.name for voi in vois}
    number = next(n for n in range(1, len(taken) + 2) if f"Burden {n}" not in taken)
    mask = Mask(inside, geometry, rule, (sentence,))
    colour = COLOURS[SiteKind.FREE]
    return PlacedVoi(uuid4().hex, f"Burden {number}", mask, SiteKind.FREE, colour=colour)
