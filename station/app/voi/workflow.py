"""What a reader can do with VOIs: place, move, name, hide, delete; and be led through the sites."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from itertools import count
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import numpy as np

from station.app.language import marked, tr, translated
from station.app.session import Session
from station.app.state import BRUSH_LIMITS_MM, Guest, Placing, State, Tool, current_proposal
from station.app.viewing.dates import alignment_of, moved_shape, shown_guests
from station.errors import StationError
from station.installed import resource
from station.pet.alignment import moved_mask
from station.pet.loaded import LoadedImage, as_point
from station.pet.planar import PAINTED, painted
from station.pet.sites import (
    PlacedVoi,
    SiteKind,
    SiteList,
    lesion_refusal,
    load_site_list,
    missing_sites,
)
from station.pet.voi import (
    Isocontour,
    Mask,
    Measurement,
    PeakRule,
    Point,
    Region,
    Sphere,
    Threshold,
    ThresholdRule,
    inside,
)
from station.pet.volume import FloatArray

if TYPE_CHECKING:
    from station.pet.growing import GrowthRule
    from station.pet.sites import Site

REFERENCE_SITES = "reference-tissues.toml"
COLOURS = {
    SiteKind.REFERENCE: "#4a90d9",
    SiteKind.LESION: "#e8792b",
    SiteKind.FREE: "#38a37f",
}
LIVER_HERE = marked(
    "The liver's threshold is that of the open study. Open the other date to use its own."
)
VOLUME_LIMITS_ML = (0.01, 2000.0)
HANDLE_STEP_ML = 0.1
"""A sphere's handle goes in steps of this volume, from this volume on"""
BRUSH_STEP = 1.15
"""One notch of the wheel"""


class VoiWorkflow:
    """The verbs of VOIs, over one session."""

    def __init__(self, session: Session) -> None:
        self.session = session

    @cached_property
    def sites(self) -> SiteList:
        """The sites and lesion rules that a reading follows."""
        return load_site_list(resource("protocols", REFERENCE_SITES))

    @property
    def state(self) -> State:
        return self.session.state

    def selected(self) -> PlacedVoi | None:
        return self.find(self.state.selected_voi)

    def find(self, id_: str | None) -> PlacedVoi | None:
        """A VOI of the open study, or of another date that is shown."""
        return next((voi for voi in self.state.every_voi if voi.id == id_), None)

    def guest_of(self, voi: PlacedVoi) -> Guest | None:
        """The image of the other date that a VOI was put on; None: it is the open study's."""
        uids = {
            uid
            for uid, vois in self.state.guest_vois.items()
            if any(one.id == voi.id for one in vois)
        }
        return next((one for one in shown_guests(self.state) if one.study.uid in uids), None)

    def _of_date(self, guest: Guest | None) -> tuple[PlacedVoi, ...]:
        """All of the open study, or of another date."""
        if guest is None:
            return self.state.vois
        return self.state.guest_vois.get(guest.study.uid, ())

    def _fields(self, guest: Guest | None, vois: tuple[PlacedVoi, ...]) -> dict[str, Any]:
        """The fields of the state in which these are all of a date."""
        if guest is None:
            return {"vois": vois}
        return {"guest_vois": self.state.guest_vois.with_(guest.study.uid, vois)}

    def _own_mm(self, guest: Guest | None, position_mm: Point) -> Point:
        """A place of the panes in the millimetres of a date."""
        alignment = None if guest is None else alignment_of(self.state, guest.series)
        return position_mm if alignment is None else as_point(alignment.to_prior(position_mm))

    # --- Placing -------------------------------------------------------------------------------

    def arm(self, placing: Placing | None) -> None:
        """The next click places this; None: a click is a click again."""
        self.session.set(placing=placing, tool=None, guided=False, proposals=())

    def take(self, tool: Tool | None) -> None:
        """Take a tool into the hand, or lay down the one that is in it."""
        in_hand = None if tool is self.state.tool else tool
        self.session.set(tool=in_hand, placing=None, guided=False, proposals=())

    def arm_lesion(self, tissue: str, override: str | None = None) -> str | None:
        """Arm a lesion of a tissue type; the sentence with the rule where the protocol refuses."""
        rules = self.sites.lesions
        refusal = lesion_refusal(self.state.vois, tissue, rules, override)
        if refusal is not None:
            return refusal
        needed = lesion_refusal(self.state.vois, tissue, rules) is not None
        self.arm(
            Placing(
                rules.volume_ml,
                SiteKind.LESION,
                tissue=tissue,
                override=override if needed else None,
            )
        )
        return None

    def place(
        self,
        position_mm: Point | FloatArray,
        placing: Placing | None = None,
        guest: Guest | None = None,
    ) -> None:
        """Put the armed VOI (or the one given) at an LPS position of the panes and select it; with
        a `guest` on that date, where it is measured and kept."""
        uid = None if guest is None else guest.study.uid
        if self.state.guided and uid != self.state.guided_on:
            words = self.guided_words() or tr("the open study")
            self.session.set(
                notice=tr(
                    "The sites are placed on {date}. Click in its image, or press G in this one.",
                    date=words,
                )
            )
            return
        wanted = placing or self.state.placing or Placing(self.sites.default_volume_ml)
        centre = self._own_mm(guest, as_point(np.asarray(position_mm, dtype=np.float64)))
        voi = PlacedVoi(
            id=uuid4().hex,
            name=wanted.name or self._free_name(wanted.kind, guest),
            shape=Sphere(centre, wanted.volume_ml),
            kind=wanted.kind,
            site=wanted.site,
            tissue=wanted.tissue,
            colour=COLOURS[wanted.kind],
            override=wanted.override,
        )
        others = self._of_date(guest)
        if wanted.site is not None:
            others = tuple(one for one in others if one.site != wanted.site)
        self.session.edit(tr("Place {name}", name=voi.name), **self._fields(guest, (*others, voi)))
        self.session.set(selected_voi=voi.id, selected_annotation=None, placing=None)
        if self.state.guided:
            if wanted.site is not None and self.state.proposals:
                self._go_on(wanted.site)
            else:
                self._arm_after(wanted.site)

    def _free_name(self, kind: SiteKind, guest: Guest | None = None) -> str:
        word = "Lesion" if kind is SiteKind.LESION else "VOI"
        taken = {voi.name for voi in self._of_date(guest)}
        return next(name for n in count(1) if (name := f"{word} {n}") not in taken)

    def add(self, voi: PlacedVoi, guest: Guest | None = None) -> None:
        """Add a VOI that came from a file or was grown; to the date of a guest."""
        vois = (*self._of_date(guest), voi)
        self.session.edit(tr("Add {name}", name=voi.name), **self._fields(guest, vois))
        self.session.set(selected_voi=voi.id, selected_annotation=None)

    def take_over(self, id_: str, guest: Guest | None) -> None:
        """Measure a VOI of one date on another as well: a VOI of its own, at the place where the
        dates are laid onto each other. `guest`: the other date; None: the open study."""
        voi = self.find(id_)
        if voi is None:
            return
        motion = np.eye(4)
        for date, is_to in ((self.guest_of(voi), False), (guest, True)):
            alignment = None if date is None else alignment_of(self.state, date.series)
            if alignment is not None:
                motion = (alignment.matrix if is_to else alignment.inverse) @ motion
        taken = {one.name for one in self._of_date(guest)}
        name = voi.name if voi.name not in taken else self._free_name(voi.kind, guest)
        shape = moved_shape(voi.shape, motion)
        self.add(replace(voi, id=uuid4().hex, name=name, shape=shape, override=None), guest)

    # --- Growing and painting ------------------------------------------------------------------

    def set_growth_rule(self, rule: "GrowthRule") -> None:
        """Where the contour of the next lesion runs; those that are grown keep theirs."""
        self.session.set(growth_rule=rule)

    def grow_at(
        self,
        image: LoadedImage,
        click_mm: Point,
        liver: Measurement | None = None,
        guest: Guest | None = None,
    ) -> PlacedVoi | None:
        """A lesion at an LPS position of a PET, by the rule in force; None where a notice says why
        there is none. `liver` is the liver's VOI in that image; `guest`: the image's date."""
        from station.pet.growing import grow_lesion, threshold_of

        rule = self.state.growth_rule
        try:
            threshold = threshold_of(rule, image.volume.unit, liver)
            grown = grow_lesion(image.volume, click_mm, threshold)
        except StationError as error:
            self.session.set(notice=str(error))
            return None
        voi = PlacedVoi(
            uuid4().hex,
            self._free_name(SiteKind.LESION, guest),
            grown.contour,
            SiteKind.LESION,
            colour=COLOURS[SiteKind.LESION],
        )
        vois = (*self._of_date(guest), voi)
        self.session.edit(
            tr("Grow {name}, {rule}", name=voi.name, rule=rule), **self._fields(guest, vois)
        )
        self.session.set(
            selected_voi=voi.id,
            selected_annotation=None,
            notice=grown.sentence if grown.leaked else self.state.notice,
        )
        return voi

    def size_brush(self, notches: float) -> None:
        """Make brush and eraser larger or smaller."""
        radius = float(np.clip(self.state.brush_mm * BRUSH_STEP**notches, *BRUSH_LIMITS_MM))
        self.session.set(brush_mm=round(radius, 1))

    def paint(
        self,
        image: LoadedImage,
        across: int,
        path_mm: list[Point],
        guest: Guest | None = None,
    ) -> None:
        """A stroke of the panes in a plane across a patient axis: the selected VOI gains or loses
        its voxels.

        What is no mask yet becomes one, on the grid of `image`, which is of the date of a `guest`.
        Without a selected VOI of that date the brush begins another lesion.
        """
        adds = self.state.tool is Tool.BRUSH
        chosen = self.state.selected_voi
        voi = next((one for one in self._of_date(guest) if one.id == chosen), None)
        alignment = None if guest is None else alignment_of(self.state, guest.series)

        def stroke(mask: Mask) -> Mask:
            """In the open study's millimetres, and back on the mask's own grid."""
            there = mask if alignment is None else moved_mask(alignment.inverse, mask)
            shape = painted(there, across, path_mm, self.state.brush_mm, adds=adds)
            return replace(shape, geometry=mask.geometry)

        if voi is None and not adds:
            self.session.set(notice=tr("Select the VOI to erase from: click it in the table."))
            return
        if voi is None:
            nothing = Region((0, 0, 0), np.zeros((0, 0, 0), np.bool_))
            mask = nothing.mask(image.volume.geometry, "painted")
            name, id_ = self._free_name(SiteKind.LESION, guest), uuid4().hex
            colour = COLOURS[SiteKind.LESION]
            voi = PlacedVoi(id_, name, stroke(mask), SiteKind.LESION, colour=colour)
            vois = (*self._of_date(guest), voi)
            self.session.edit(tr("Paint {name}", name=name), **self._fields(guest, vois))
            self.session.set(selected_voi=id_, selected_annotation=None)
            return
        shape = stroke(as_mask(voi, image))
        if not shape.inside.any():
            self.session.set(
                notice=tr("Nothing of {name} would be left. Press Del to delete it.", name=voi.name)
            )
            return
        self._replace(
            tr("Paint {name}", name=voi.name) if adds else tr("Erase {name}", name=voi.name),
            voi,
            None,
            shape=shape,
        )

    # --- Guided placement ----------------------------------------------------------------------

    def missing(self) -> "tuple[Site, ...]":
        """The sites of the protocol that are still to be placed."""
        other = self.state.guided_on if self.state.guided else None
        vois = self.state.vois if other is None else self.state.guest_vois.get(other, ())
        return missing_sites(vois, self.sites)

    def start_guided(self, guest: Guest | None = None) -> None:
        """Lead through the sites in the open study, or on the date of a guest."""
        self.stop_guided()
        other = None if guest is None else guest.study.uid
        self.session.set(guided=True, guided_on=other, tool=None)
        self.next_site()

    def guided_words(self) -> str:
        """The other date on which the sites are placed; empty: they are placed on the open one."""
        other = self.state.guided_on if self.state.guided else None
        guests = (one for one in self.state.guests.values() if one.study.uid == other)
        guest = next(guests, None)
        if guest is None:
            return "" if other is None else tr("a date that is no longer shown")
        if guest.study.date is None:
            return tr("the study without a date")
        return tr("the study of {day}", day=guest.study.date)

    def go_to_site(self, site_id: str) -> None:
        """Arm any site of the protocol; one that is placed is placed again."""
        site = self.sites.find(site_id)
        if site is not None:
            wanted = Placing(site.volume_ml, SiteKind.REFERENCE, site.name, site.id)
            other = self.state.guided_on if self.state.guided else None
            self.session.set(placing=wanted, tool=None, guided=True, guided_on=other)

    def previous_site(self) -> None:
        """Arm the site before the armed one, placed or not; the first stays."""
        ids = [one.id for one in self.sites.sites]
        site = self.state.placing.site if self.state.placing else None
        self.go_to_site(ids[max(ids.index(site) - 1, 0)] if site in ids else ids[-1])

    def next_site(self) -> None:
        """Arm the next missing site after the armed one; end when there is none."""
        self._arm_after(self.state.placing.site if self.state.placing else None)

    def _arm_after(self, site: str | None) -> None:
        """Arm the first missing site that follows in the protocol; those skipped stay missing."""
        order = [one.id for one in self.sites.sites]
        passed = order[: order.index(site) + 1] if site in order else []
        following = [one.id for one in self.missing() if one.id not in passed]
        self._arm_first(following)

    def _go_on(self, site: str) -> None:
        """After a proposal was confirmed or dropped: the next one, later in the protocol first; in
        the end what is not proposed and is to be placed by hand."""
        self.session.set(proposals=tuple(one for one in self.state.proposals if one.site != site))
        order = [one.id for one in self.sites.sites]
        waiting = [one.site for one in self.state.proposals if one.centre_mm is not None]
        by_hand = [one.site for one in self.state.proposals if one.centre_mm is None]
        waiting.sort(key=lambda one: (order.index(one) < order.index(site), order.index(one)))
        self._arm_first([*waiting, *by_hand])

    def _arm_first(self, sites: Sequence[str]) -> None:
        if sites:
            self.go_to_site(sites[0])
        else:
            self.stop_guided()

    def stop_guided(self) -> None:
        """Place nothing more; what was proposed and not confirmed is gone."""
        self.session.set(guided=False, guided_on=None, placing=None, proposals=())

    # --- Proposals -----------------------------------------------------------------------------

    def confirm(self) -> None:
        """Place the sphere that is proposed now, where it is now; the next comes up."""
        proposal = current_proposal(self.state)
        if proposal is not None and proposal.centre_mm is not None:
            self.place(proposal.centre_mm)

    def drop(self) -> None:
        """Nothing is placed where it is proposed now; the next comes up."""
        proposal = current_proposal(self.state)
        if proposal is not None:
            self._go_on(proposal.site)

    def move_proposal(self, step_mm: tuple[float, float, float]) -> None:
        """Move the place that is proposed now by a little, in LPS."""
        proposal = current_proposal(self.state)
        if proposal is not None and proposal.centre_mm is not None:
            moved = replace(proposal, centre_mm=as_point(np.array(proposal.centre_mm) + step_mm))
            every = tuple(moved if one is proposal else one for one in self.state.proposals)
            self.session.set(proposals=every)

    # --- Changing ------------------------------------------------------------------------------

    def select(self, id_: str | None) -> None:
        self.session.set(selected_voi=id_, selected_annotation=None)

    def move(self, id_: str, centre_mm: Point, gesture: object) -> None:
        """Put a sphere's centre at another place of the panes: one step of a drag."""
        voi = self.find(id_)
        if voi is not None and isinstance(voi.shape, Sphere):
            centre_mm = self._own_mm(self.guest_of(voi), centre_mm)
            moved = replace(voi.shape, centre_mm=centre_mm)
            self._replace(tr("Move {name}", name=voi.name), voi, gesture, shape=moved)

    def nudge(self, step_mm: tuple[float, float, float]) -> None:
        """Move the selected sphere by a little, in LPS."""
        voi = self.selected()
        if voi is not None and isinstance(voi.shape, Sphere):
            centre = as_point(np.array(voi.shape.centre_mm) + step_mm)
            self._replace(
                tr("Move {name}", name=voi.name),
                voi,
                None,
                shape=replace(voi.shape, centre_mm=centre),
            )

    def snap(self, image: LoadedImage) -> None:
        """Put the selected sphere's centre on its hottest voxel in an image; one of another date in
        that date's image."""
        from station.pet.voi import snap_to_hottest

        voi = self.selected()
        guest = None if voi is None else self.guest_of(voi)
        if guest is not None:
            image = self.state.images.get(guest.series.key, image)
        if voi is not None and isinstance(voi.shape, Sphere):
            snapped = snap_to_hottest(image.volume, voi.shape)
            self._replace(
                tr("Snap {name} to the hottest voxel", name=voi.name), voi, None, shape=snapped
            )

    def resize(self, id_: str, volume_ml: float, gesture: object = None) -> None:
        """Give a sphere another volume, within the limits; `gesture`: one step of a drag."""
        voi = self.find(id_)
        if voi is not None and isinstance(voi.shape, Sphere):
            held = float(np.clip(volume_ml, *VOLUME_LIMITS_ML))
            text = (
                f"{voi.name}: {held:g} mL"
                if gesture is None
                else tr("Resize {name}", name=voi.name)
            )
            self._replace(text, voi, gesture, shape=replace(voi.shape, volume_ml=held))

    def resize_to(self, id_: str, radius_mm: float, gesture: object) -> None:
        """Carry a sphere's surface to this distance from its centre, in steps of HANDLE_STEP_ML."""
        volume = 4 / 3 * np.pi * radius_mm**3 / 1000
        steps = max(round(volume / HANDLE_STEP_ML), 1)
        self.resize(id_, round(steps * HANDLE_STEP_ML, 1), gesture)

    def rename(self, id_: str, name: str) -> None:
        voi = self.find(id_)
        if voi is not None and name.strip():
            self._replace(tr("Rename {name}", name=voi.name), voi, None, name=name.strip())

    def set_tissue(self, id_: str, tissue: str) -> None:
        """Which tissue a lesion is in, of the types of the protocol."""
        voi = self.find(id_)
        if voi is not None and tissue in self.sites.tissues:
            kind = SiteKind.LESION if voi.kind is SiteKind.FREE else voi.kind
            self._replace(f"{voi.name}: {tissue}", voi, None, tissue=tissue, kind=kind)

    def recolour(self, id_: str, colour: str) -> None:
        voi = self.find(id_)
        if voi is not None:
            self._replace(tr("Colour of {name}", name=voi.name), voi, None, colour=colour)

    def set_hidden(self, id_: str, hidden: bool) -> None:
        voi = self.find(id_)
        if voi is not None:
            self._replace(
                tr("Hide {name}", name=voi.name) if hidden else tr("Show {name}", name=voi.name),
                voi,
                None,
                hidden=hidden,
            )

    def delete(self, id_: str) -> None:
        voi = self.find(id_)
        if voi is not None:
            guest = self.guest_of(voi)
            vois = tuple(one for one in self._of_date(guest) if one is not voi)
            self.session.edit(tr("Delete {name}", name=voi.name), **self._fields(guest, vois))
            self.session.set(selected_voi=None)

    def grow(self, threshold: Threshold) -> None:
        """An isocontour inside the selected sphere, as a VOI of its own."""
        voi = self.selected()
        guest = None if voi is None else self.guest_of(voi)
        if guest is not None and threshold.rule is ThresholdRule.PERCIST_LIVER:
            self.session.set(notice=translated(LIVER_HERE))
            return
        if voi is not None and isinstance(voi.shape, Sphere):
            grown = replace(
                voi,
                id=uuid4().hex,
                name=f"{voi.name} {threshold_words(threshold)}",
                shape=Isocontour(voi.shape, threshold),
                site=None,
                kind=SiteKind.FREE,
                colour=COLOURS[SiteKind.FREE],
            )
            self.add(grown, guest)

    def set_peak_rule(self, rule: PeakRule) -> None:
        self.session.edit(f"SUVpeak {rule}", peak_rule=rule)

    def hold(self, held: bool) -> None:
        """A VOI is in the hand, or was let go: then it is kept."""
        self.session.set(voi_in_hand=held)

    def _replace(self, text: str, voi: PlacedVoi, gesture: object, **fields: Any) -> None:
        changed = replace(voi, **fields)
        guest = self.guest_of(voi)
        vois = tuple(changed if one.id == voi.id else one for one in self._of_date(guest))
        self.session.edit(text, gesture=gesture, **self._fields(guest, vois))


def as_mask(voi: PlacedVoi, image: LoadedImage) -> Mask:
    """The voxels of a VOI, to be painted: its own if it is a mask, else those that it holds of an
    image, and how they were found."""
    if isinstance(voi.shape, Mask):
        return voi.shape
    mask = inside(voi.shape, image.volume).mask(image.volume.geometry, rule_words(voi))
    began = f"It began as {rule_words(voi)} in {image.series.label}."
    return replace(mask, warnings=(began,))


def rule_words(voi: PlacedVoi) -> str:
    """How the extent of a VOI was found: `41 % of SUVmax`, `0.5 mL`, `by hand`."""
    match voi.shape:
        case Sphere():
            return f"{voi.shape.volume_ml:g} mL"
        case Isocontour():
            return threshold_words(voi.shape.threshold)
        case Mask():
            return "by hand" if PAINTED in voi.shape.warnings else voi.shape.source or "mask"


def threshold_words(threshold: Threshold) -> str:
    """`41 %`, `≥ 2.5`: how a name says it."""
    if threshold.rule is ThresholdRule.PERCENT_OF_MAX:
        return f"{threshold.value * 100:g} %"
    word = " PERCIST" if threshold.rule is ThresholdRule.PERCIST_LIVER else ""
    return f"≥ {threshold.value:.3g}{word}"
