"""What a reader can do with VOIs: place, move, name, hide, delete; and be led through the sites."""

from dataclasses import replace
from functools import cached_property
from itertools import count
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import numpy as np

from station.app.session import Session
from station.app.state import Placing, State
from station.installed import resource
from station.pet.loaded import LoadedImage, as_point
from station.pet.sites import (
    PlacedVoi,
    SiteKind,
    SiteList,
    lesion_refusal,
    load_site_list,
    missing_sites,
)
from station.pet.voi import Isocontour, PeakRule, Point, Sphere, Threshold
from station.pet.volume import FloatArray

if TYPE_CHECKING:
    from station.pet.sites import Site

REFERENCE_SITES = "reference-tissues.toml"
COLOURS = {
    SiteKind.REFERENCE: "#4a90d9",
    SiteKind.LESION: "#e8792b",
    SiteKind.FREE: "#38a37f",
}
NUDGE_MM = 1.0
VOLUME_LIMITS_ML = (0.01, 2000.0)


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
        return next((voi for voi in self.state.vois if voi.id == id_), None)

    # --- Placing -------------------------------------------------------------------------------

    def arm(self, placing: Placing | None) -> None:
        """The next click places this; None: a click is a click again."""
        self.session.set(placing=placing)

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

    def place(self, position_mm: Point | FloatArray, placing: Placing | None = None) -> None:
        """Put the armed VOI (or the one given) at an LPS position and select it."""
        wanted = placing or self.state.placing or Placing(self.sites.default_volume_ml)
        centre = as_point(np.asarray(position_mm, dtype=np.float64))
        voi = PlacedVoi(
            id=uuid4().hex,
            name=wanted.name or self._free_name(wanted.kind),
            shape=Sphere(centre, wanted.volume_ml),
            kind=wanted.kind,
            site=wanted.site,
            tissue=wanted.tissue,
            colour=COLOURS[wanted.kind],
            override=wanted.override,
        )
        others = self.state.vois
        if wanted.site is not None:
            others = tuple(one for one in others if one.site != wanted.site)
        self.session.edit(f"Place {voi.name}", vois=(*others, voi))
        self.session.set(selected_voi=voi.id, placing=None)
        if self.state.guided:
            self._arm_after(wanted.site)

    def _free_name(self, kind: SiteKind) -> str:
        word = "Lesion" if kind is SiteKind.LESION else "VOI"
        taken = {voi.name for voi in self.state.vois}
        return next(name for n in count(1) if (name := f"{word} {n}") not in taken)

    def add(self, voi: PlacedVoi) -> None:
        """Add a VOI that came from a file or was grown."""
        self.session.edit(f"Add {voi.name}", vois=(*self.state.vois, voi))
        self.session.set(selected_voi=voi.id)

    # --- Guided placement ----------------------------------------------------------------------

    def missing(self) -> "tuple[Site, ...]":
        """The sites of the protocol that are still to be placed."""
        return missing_sites(self.state.vois, self.sites)

    def start_guided(self) -> None:
        self.session.set(guided=True)
        self.next_site()

    def next_site(self) -> None:
        """Arm the next missing site after the armed one; end when there is none."""
        self._arm_after(self.state.placing.site if self.state.placing else None)

    def _arm_after(self, site: str | None) -> None:
        """Arm the first missing site that follows in the protocol; those skipped stay missing."""
        order = [one.id for one in self.sites.sites]
        passed = order[: order.index(site) + 1] if site in order else []
        following = [one for one in self.missing() if one.id not in passed]
        if not following:
            self.stop_guided()
            return
        wanted = following[0]
        self.session.set(
            placing=Placing(wanted.volume_ml, SiteKind.REFERENCE, wanted.name, wanted.id),
            guided=True,
        )

    def stop_guided(self) -> None:
        self.session.set(guided=False, placing=None)

    # --- Changing ------------------------------------------------------------------------------

    def select(self, id_: str | None) -> None:
        self.session.set(selected_voi=id_)

    def move(self, id_: str, centre_mm: Point, gesture: object) -> None:
        """Put a sphere's centre elsewhere: one step of a drag."""
        voi = self.find(id_)
        if voi is not None and isinstance(voi.shape, Sphere):
            moved = replace(voi.shape, centre_mm=centre_mm)
            self._replace(f"Move {voi.name}", voi, gesture, shape=moved)

    def nudge(self, step_mm: tuple[float, float, float]) -> None:
        """Move the selected sphere by a little, in LPS."""
        voi = self.selected()
        if voi is not None and isinstance(voi.shape, Sphere):
            centre = as_point(np.array(voi.shape.centre_mm) + step_mm)
            self._replace(f"Move {voi.name}", voi, None, shape=replace(voi.shape, centre_mm=centre))

    def snap(self, image: LoadedImage) -> None:
        """Put the selected sphere's centre on its hottest voxel in an image."""
        from station.pet.voi import snap_to_hottest

        voi = self.selected()
        if voi is not None and isinstance(voi.shape, Sphere):
            snapped = snap_to_hottest(image.volume, voi.shape)
            self._replace(f"Snap {voi.name} to the hottest voxel", voi, None, shape=snapped)

    def resize(self, id_: str, volume_ml: float) -> None:
        voi = self.find(id_)
        if voi is not None and isinstance(voi.shape, Sphere):
            held = float(np.clip(volume_ml, *VOLUME_LIMITS_ML))
            self._replace(
                f"{voi.name}: {held:g} mL", voi, None, shape=replace(voi.shape, volume_ml=held)
            )

    def rename(self, id_: str, name: str) -> None:
        voi = self.find(id_)
        if voi is not None and name.strip():
            self._replace(f"Rename {voi.name}", voi, None, name=name.strip())

    def recolour(self, id_: str, colour: str) -> None:
        voi = self.find(id_)
        if voi is not None:
            self._replace(f"Colour of {voi.name}", voi, None, colour=colour)

    def set_hidden(self, id_: str, hidden: bool) -> None:
        voi = self.find(id_)
        if voi is not None:
            self._replace(f"{'Hide' if hidden else 'Show'} {voi.name}", voi, None, hidden=hidden)

    def delete(self, id_: str) -> None:
        voi = self.find(id_)
        if voi is not None:
            self.session.edit(
                f"Delete {voi.name}", vois=tuple(one for one in self.state.vois if one is not voi)
            )
            self.session.set(selected_voi=None)

    def grow(self, threshold: Threshold) -> None:
        """An isocontour inside the selected sphere, as a VOI of its own."""
        voi = self.selected()
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
            self.add(grown)

    def set_peak_rule(self, rule: PeakRule) -> None:
        self.session.edit(f"SUVpeak {rule}", peak_rule=rule)

    def hold(self, held: bool) -> None:
        """A VOI is in the hand, or was let go: then it is kept."""
        self.session.set(voi_in_hand=held)

    def _replace(self, text: str, voi: PlacedVoi, gesture: object, **fields: Any) -> None:
        changed = replace(voi, **fields)
        vois = tuple(changed if one.id == voi.id else one for one in self.state.vois)
        self.session.edit(text, gesture=gesture, vois=vois)


def threshold_words(threshold: Threshold) -> str:
    """`41 %`, `≥ 2.5`: how a name says it."""
    from station.pet.voi import ThresholdRule

    if threshold.rule is ThresholdRule.PERCENT_OF_MAX:
        return f"{threshold.value * 100:g} %"
    word = " PERCIST" if threshold.rule is ThresholdRule.PERCIST_LIVER else ""
    return f"≥ {threshold.value:.3g}{word}"
