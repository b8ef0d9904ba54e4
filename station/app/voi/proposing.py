"""Proposes where the reference tissues are: the organs are found in the background, and every place
waits for a person, who confirms, moves or drops it. Doubts spheres whose site looks wrong."""

from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

import numpy as np

from station.app.jobs import Jobs
from station.app.language import tr
from station.app.session import Session
from station.app.state import Proposal, Slot, State, current_proposal
from station.app.workflow import Workflow
from station.pet.loaded import LoadedImage
from station.pet.sites import PlacedVoi, Site, SiteList
from station.pet.study import same_patient_space
from station.pet.voi import Measurement, Point, Sphere, centre_of
from station.pet.volume import Unit
from station.progress import Report

if TYPE_CHECKING:
    from station.quality.landmarks import Landmarks
    from station.quality.organs import Organs

FINDING = "reference tissues"
AWAY_MM = 12.0
"""A centre this far outside the organ that was found is doubted: the cells are 8 mm wide"""


class Proposing:
    """The verbs of proposals, over one session."""

    def __init__(self, session: Session, jobs: Jobs, workflow: Workflow) -> None:
        self._session = session
        self._jobs = jobs
        self._workflow = workflow
        self._organs: WeakKeyDictionary[LoadedImage, Organs] = WeakKeyDictionary()
        session.changed.connect(self._on_changed)

    def propose(self) -> None:
        """Find the organs of the PET shown, and propose a place for every site not yet placed."""
        image = self._workflow.pet_image()
        if image is None:
            self._session.set(notice=tr("No PET is shown."))
            return
        self._workflow.vois.stop_guided()  # that of another date, of which no organs are found
        wanted = self._workflow.vois.missing()
        if not wanted:
            self._session.set(notice=tr("Every site of the protocol is placed."))
            return
        ct = self._session.state.image(Slot.CT)
        beneath = None
        if (
            ct is not None
            and ct.volume.unit is Unit.HU
            and same_patient_space(image.series, ct.series)
        ):
            beneath = ct
        self._jobs.cancel(lambda key: key == FINDING)

        def work(report: Report) -> "tuple[Organs, tuple[Proposal, ...]]":
            from station.quality.landmarks import find_landmarks

            found = find_landmarks(
                image.volume, None if beneath is None else beneath.volume, report
            )
            return found.organs, proposals_of(wanted, found)

        def done(result: "tuple[Organs, tuple[Proposal, ...]]") -> None:
            self._organs[image] = result[0]
            if self._workflow.pet_image() is image:
                self._show(result[1])

        self._jobs.start(tr("Looking for the reference tissues"), work, done, FINDING, asked=True)

    def _show(self, proposals: tuple[Proposal, ...]) -> None:
        there = [one for one in proposals if one.centre_mm is not None]
        if not there:
            self._session.set(
                notice=tr(
                    "None of the reference tissues was found in this image. Place them by hand: "
                    "VOI › Guided placement."
                )
            )
            return
        self._session.set(proposals=proposals, placing=None, tool=None)
        self._workflow.vois.go_to_site(there[0].site)

    def _on_changed(self, before: State, after: State) -> None:
        """Look at the proposal that is to be confirmed next."""
        proposal = current_proposal(after)
        if proposal is None or proposal.centre_mm is None:
            return
        was = current_proposal(before)
        if was is None or was.site != proposal.site:
            self._workflow.place_crosshair(after.active_column, proposal.centre_mm)

    # --- Doubts --------------------------------------------------------------------------------

    def doubts(
        self, site_id: str | None, centre_mm: Point, measured: Measurement, image: LoadedImage
    ) -> tuple[str, ...]:
        """Why a sphere named after a site looks wrong in an image, a sentence each; none: nothing
        is known against it."""
        site = self._workflow.vois.sites.find(site_id) if site_id is not None else None
        if site is None:
            return ()
        return doubts_of(site, centre_mm, measured, self._organs.get(image))

    def doubts_of_voi(self, voi: PlacedVoi) -> tuple[str, ...]:
        """The same of a VOI that is placed, in the PET that the window's bound is given for, or of
        the other date that it is on."""
        image, centre = self._workflow.pet_image(), centre_of(voi.shape)
        guest = self._workflow.vois.guest_of(voi)
        if guest is not None:
            image = self._session.state.images.get(guest.series.key)
        if voi.site is None or image is None or centre is None:
            return ()
        rule = self._session.state.peak_rule
        return self.doubts(
            voi.site, centre, self._workflow.measuring.measured(image, voi.shape, rule), image
        )

    def doubts_of_current(self) -> tuple[str, ...]:
        """The same of the place that is proposed now."""
        proposal, image = current_proposal(self._session.state), self._workflow.pet_image()
        site = None if proposal is None else self._workflow.vois.sites.find(proposal.site)
        if proposal is None or proposal.centre_mm is None or site is None or image is None:
            return ()
        from station.pet.voi import measure

        sphere = Sphere(proposal.centre_mm, site.volume_ml)
        return self.doubts(site.id, proposal.centre_mm, measure(image.volume, sphere), image)


def proposals_of(sites: tuple[Site, ...], found: "Landmarks") -> tuple[Proposal, ...]:
    """A proposal for each site, or why there is none, in the order of the protocol."""
    from station.quality.reference_tissues import propose

    made: list[Proposal] = []
    for site in sites:
        proposed = propose(site.id, site.volume_ml, found)
        made.append(Proposal(site.id, proposed.centre_mm, proposed.why))
    return tuple(made)


def doubts_of(
    site: Site, centre_mm: Point, measured: Measurement, organs: "Organs | None"
) -> tuple[str, ...]:
    """Why a sphere named after a site looks wrong; `organs` None: they were not looked for."""
    sentences: list[str] = []
    if organs is not None:
        from station.quality.reference_tissues import distance_mm, organ_words

        away = distance_mm(site.id, centre_mm, organs)
        if away is not None and away > AWAY_MM:
            sentences.append(
                tr(
                    "This is {away:.1f} cm outside the {organ_words} that Station found.",
                    away=away / 10,
                    organ_words=organ_words(site.id),
                )
            )
    low_high = site.suv_mean
    if low_high is not None and measured.unit is Unit.SUV_BW and np.isfinite(measured.mean):
        low, high = low_high
        if not low <= measured.mean <= high:
            sentences.append(
                tr(
                    "SUVmean {mean:.2f} is unusual for this site: {low:g} to {high:g} "
                    "({suv_source}).",
                    mean=measured.mean,
                    low=low,
                    high=high,
                    suv_source=site.suv_source,
                )
            )
    return tuple(sentences)


def progress_words(state: State, sites: SiteList) -> str:
    """`2 of 8`: which site of the protocol is placed next; empty where none is."""
    site = state.placing.site if state.placing is not None else None
    ids = [one.id for one in sites.sites]
    return (
        tr("{index} of {count}", index=ids.index(site) + 1, count=len(ids)) if site in ids else ""
    )
