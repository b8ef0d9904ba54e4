"""Studies and their images: found, remembered, loaded, projected. All of it in the background."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from hashlib import blake2b
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np
from PySide6.QtCore import QObject, Signal

from station.app.compare.candidates import other_dates
from station.app.jobs import Failure, Jobs
from station.app.language import day_or_none, plural, tr
from station.app.session import Session
from station.app.state import (
    DATE_LAYOUTS,
    PET_SLOTS,
    PRIOR_ACTION,
    READ_VOIS_ACTION,
    DateLink,
    Derived,
    Guest,
    Layout,
    Offer,
    Slot,
    State,
    Stranger,
    View,
    Windows,
    fresh_looks,
    same_patient,
    start_windows,
)
from station.app.viewing import layouts
from station.app.viewing.dates import entry_of, kept_by_hand, partner
from station.app.viewing.pairing import automatic_slots
from station.errors import StationError
from station.frozen import Frozen
from station.pet.annotations import Annotation
from station.pet.loaded import LoadedImage, as_point
from station.pet.pairing import link_caution
from station.pet.sites import PlacedVoi
from station.pet.study import FoundStudies, Role, Series, Study, VoiFile
from station.pet.words import listed
from station.progress import Report

if TYPE_CHECKING:
    from station.archive.index import Index, StudyEntry
    from station.archive.notes import FindingsRecord
    from station.pet.alignment import Alignment
    from station.pet.glucose import BloodGlucose
    from station.pet.mip import Mip
    from station.pet.suv import TypedInput


DEMO = "demo"
"""Names the job that makes and opens the demo study"""


class Library(QObject):
    """Brings what the state asks for: the list of studies, the slots' images and their MIPs.

    `home` is the user's data folder.
    """

    # From the worker to the GUI thread: received by this object's own method, so Qt queues it.
    _demo_grew = Signal(object)

    def __init__(self, session: Session, jobs: Jobs, home: Path) -> None:
        super().__init__()
        self.session = session
        self.jobs = jobs
        self.home = home
        self._index: Index | None = None
        self._opening_index = Lock()
        self._projected: dict[str, LoadedImage] = {}
        """The image that each of the state's MIPs was made of"""
        self._kept = _Kept()
        """Of the open study, as the archive has it"""
        self._kept_guests: Frozen[str, tuple[PlacedVoi, ...]] = Frozen()
        """The VOIs of the other studies shown, as the archive has them"""
        self._next: _Opened | None = None
        """The study that is shown as soon as what is kept about it has been fetched"""
        self._growing = ""
        """UID of the demo study, where it is or was shown while it is made"""
        self._demo_grew.connect(self._on_demo_grew)
        session.changed.connect(self._on_changed)

    # --- Verbs ---------------------------------------------------------------------------------

    def open_archive(self) -> None:
        """List the studies that were opened before."""
        self._list(tr("Reading the list of studies"), lambda index: None)

    def search(self, text: str) -> None:
        """List the studies whose patient name, ID or date match."""
        self.session.set(search=text)
        self._list(tr("Searching"), lambda index: None)

    def forget_study(self, study_uid: str) -> None:
        """Take a study off the list; its files stay where they are."""
        self._list(tr("Taking a study off the list"), lambda index: index.forget(study_uid))

    def open_paths(self, paths: Sequence[Path], *, copy_in: bool = False) -> None:
        """Find the studies in folders, files, ZIPs and DICOMDIRs, remember them, show the newest.

        They stay where they are, or are copied into the data folder.
        """
        name = paths[0].name if len(paths) == 1 else tr("{count} paths", count=len(paths))

        def work(report: Report) -> "tuple[FoundStudies, _Opened | None]":
            from station.archive.files import copy_in as copy_study
            from station.dicom.load import scan

            found = scan(paths, report, unpack_into=self.home / "unpacked")
            index = self._open_index()
            for study in found.studies:
                kept = copy_study(study, self.home, report) if copy_in else study
                index.remember(kept, paths[0], copied=copy_in)
            newest = _newest(found.studies)
            if newest is None:
                return found, None
            # Its CT or its DL series may have been opened from another folder before.
            whole = index.study(newest.uid) or newest
            beside = _beside(newest, found.studies) if len(paths) > 1 else None
            return found, replace(_opened(whole), beside=beside)

        def done(result: "tuple[FoundStudies, _Opened | None]") -> None:
            found, opened = result
            self.session.set(
                left_out=found.left_out,
                opened_from=", ".join(map(str, paths)),
                opened_summary=_summary(found),
            )
            self.open_archive()
            if opened is not None:
                # What may be of either of two dates is not offered for the one that is shown.
                known = len(found.studies) == 1
                files = tuple(file for file in found.voi_files if file.study_uid or known)
                self._show(replace(opened, voi_files=files))
            else:
                self.session.set(notice=_nothing_to_show(paths, found))

        self.jobs.start(tr("Opening {name}", name=name), work, done)

    def _offer_vois(self, files: Sequence[VoiFile], *, silently: bool = False) -> None:
        """Contours, masks and reports next to the images of the open study can be read as VOIs."""
        state = self.session.state
        uid = state.study.uid if state.study else ""
        own = tuple(file for file in files if file.study_uid in ("", uid))
        self.session.set(voi_files=own)
        if own and not state.notice and not silently:
            kinds = listed(tuple(dict.fromkeys(file.kind for file in own)))
            notice = tr(
                "{files} next to the images can be read as VOIs: {kinds}.",
                files=plural(len(own), "{count} file", "{count} files"),
                kinds=kinds,
            )
            self.session.set(notice=notice, offer=Offer(notice, READ_VOIS_ACTION))

    def open_study(self, study_uid: str) -> None:
        """Show a study of the list, without reading its headers again."""

        def work(report: Report) -> "_Opened | tuple[Path, ...]":
            index = self._open_index()
            study = index.study(study_uid)
            if study is None:
                return index.sources(study_uid)
            index.touch(study_uid)
            return replace(_opened(study), voi_files=_voi_files(study, self.home), again=True)

        def done(result: "_Opened | tuple[Path, ...]") -> None:
            if isinstance(result, _Opened):
                self._show(result)
            elif result:
                self.open_paths(result)  # remembered by another version of Station: read it again
            else:
                self.session.set(notice=tr("This study is not in the list. Open its folder again."))

        self.jobs.start(tr("Opening the study"), work, done)

    def open_demo(self) -> None:
        """Open the demo study; the first time it is made, and its series are shown as they are
        written. A study that is not finished goes again."""
        if DEMO in self.jobs.keys:
            return

        def work(report: Report) -> list[Path]:
            from station.dicom.load import scan
            from station.operations.demo import demo_study, series_folders

            def written(series: Path) -> None:
                self._demo_grew.emit(scan(series_folders(series.parent)).studies[0])

            made = False
            try:
                study = demo_study(self.home, report, written)
                made = True
            finally:
                if not made:
                    self._demo_grew.emit(None)
            return series_folders(study)

        self.jobs.start(tr("Making the demo study"), work, self.open_paths, DEMO)

    def _on_demo_grew(self, study: Study | None) -> None:
        """Another of its series is there; None: the making ended without the study."""
        shown = self.session.state.study
        if study is None:
            self._next = None
            if shown is not None and shown.uid == self._growing:
                self._put(None)
        elif shown is None or shown.uid == study.uid == self._growing:
            # else somebody is reading another study meanwhile
            self._growing = study.uid
            if shown is not None:
                series = tuple(shown.find(series.key) or series for series in study.series)
                study = replace(study, series=series)
            self._show(_Opened(study, ""))

    def remember(self, study: Study, source: Path) -> None:
        """Add the series of a study, as a scan found them in `source`, to what is known of it.

        For the work of a job; `open_archive` then lists them.
        """
        self._open_index().remember(study, source)

    def close(self) -> None:
        """Let go of the archive."""
        if self._index is not None:
            self._index.close()

    # --- What follows from the state -----------------------------------------------------------

    def _show(self, opened: "_Opened") -> None:
        """Read what is stored about a study for this reader, then show it.

        After all that the archive is still writing: a value typed a moment ago counts.
        """
        uid, reader = opened.study.uid, self.session.state.reader
        self._next = opened

        def work(report: Report) -> "_Stored":
            index = self._open_index()
            dates = other_dates(opened.study, index.search(opened.study.patient.id))
            return _Stored(index.typed_inputs(uid), _kept_of(index, uid, reader), dates)

        def done(stored: "_Stored") -> None:
            if self._next is not opened:
                return  # another study was opened meanwhile
            if self.session.state.reader != reader:
                self._show(opened)
            else:
                self._put(opened, stored)
                # Who has VOIs in a study of the list has read them, or did not want to.
                silently = opened.again and bool(stored.kept.vois)
                self._offer_vois(opened.voi_files, silently=silently)
                self._offer_prior()

        self.jobs.start(tr("Reading what is stored"), work, done, ordered=True)

    def _put(
        self,
        opened: "_Opened | None",
        stored: "_Stored | None" = None,
    ) -> None:
        """Make it the study in the panes, paired automatically. None: close it."""
        study = opened.study if opened else None
        stored = stored or _Stored()
        slots = automatic_slots(study) if study else State().slots
        shown = self.session.state.study
        if study is not None and shown is not None and study.uid == shown.uid == self._growing:
            self._grow(study, slots)
            return
        state = self.session.state
        self._record_work(state)  # what is still in the hand or being typed
        self._kept, self._kept_guests = stored.kept, Frozen()
        left = remembered_windows(state)
        same_patient = study is not None and shown is not None and _same_patient(study, shown)
        looks: dict[str, Any] = {"stored_fraction": 1.0}
        if study is not None and not same_patient:
            looks = fresh_looks(state)
        windows = left.get(_known_as(study)) if study is not None else None
        if windows is not None:
            looks |= {
                "window": windows.suv,
                "stored_fraction": windows.stored_fraction,
                "ct_window": windows.ct,
            }
        prior = layouts.earlier_of(study, stored.dates) if study is not None else None
        here = replace(state, other_dates=stored.dates)
        looks |= {"fusion": False, **layouts.hung(here, study, slots, prior)}
        self.session.undo_stack.clear()
        self.session.set(
            study=study,
            other_dates=stored.dates,
            guests=Frozen[str, Guest](),
            stranger=None,
            date_links=Frozen[str, DateLink](),
            by_hand=self._kept.by_hand,
            laid=Frozen[str, LoadedImage](),
            guest_vois=Frozen[str, tuple[PlacedVoi, ...]](),
            derived=Frozen[str, Derived](),
            unfinished=None,
            changes_wanted=False,
            changes=None,
            changes_problem="",
            doubts_wanted=False,
            doubts=None,
            doubts_problem="",
            burdens=None,
            images=Frozen[str, LoadedImage](),
            mips=Frozen[str, "Mip"](),
            typed=stored.typed,
            vois=self._kept.vois,
            annotations=self._kept.annotations,
            findings=self._kept.findings,
            selected_voi=None,
            selected_annotation=None,
            placing=None,
            tool=None,
            guided=False,
            proposals=(),
            voi_in_hand=False,
            writing=False,
            maximised=None,
            made=None,
            difference=False,
            views=State().views,
            notice=opened.lost if opened else self.session.state.notice,
            header_age="",
            blood_glucose=None,
            study_windows=left,
            **{"slots": slots, **looks},
        )
        if study is not None and opened is not None and opened.beside is not None:
            self._put_beside(study, opened.beside)

    def _put_beside(self, study: Study, other: Study) -> None:
        """Two studies were opened together: their PETs next to each other, the older one at the
        left. That of another patient waits for a confirmation."""
        state = self.session.state
        series = state.series(Slot.CONVENTIONAL)
        key = _pet_to_show(other, series.role if series else Role.CONVENTIONAL)
        if key is None or state.blinded:
            return
        if not same_patient(study.patient, other.patient):
            name = other.patient.name or tr("no name")
            self.session.set(stranger=Stranger(Slot.OTHER, key, name))
            return
        layout = state.layout if state.layout in DATE_LAYOUTS else Layout.PRIOR
        self.session.set(slots=state.slots.with_(Slot.OTHER, key), layout=layout)

    def _offer_prior(self) -> None:
        """An earlier date in the list can be shown next to the one that was opened."""
        state = self.session.state
        study = state.study
        if study is None or state.notice or state.blinded or layouts.shows_other_date(state):
            return
        key = layouts.earlier_of(study, state.other_dates)
        entry = next((e for e in state.other_dates if any(s.key == key for s in e.series)), None)
        if key is not None and entry is not None and state.stranger is None:
            day = day_or_none(entry.study_date)
            notice = tr("The list has an earlier date of this patient: {day}.", day=day)
            self.session.set(notice=notice, offer=Offer(notice, PRIOR_ACTION))

    def _grow(self, study: Study, slots: Frozen[Slot, str | None]) -> None:
        """More of the study that is shown is there. The views and images stay, and the layout where
        the reader has chosen one."""
        state = self.session.state
        before = layouts.hung(state, state.study, state.slots)
        untouched = all(getattr(state, name) == value for name, value in before.items())
        more = layouts.hung(state, study, slots) if untouched else {}
        self.session.set(**{"study": study, "slots": slots, **more})
        for key, image in self.session.state.images.items():
            series = study.find(key)
            if series is not None and series is not image.series:  # its files have moved
                self._load(study, series)

    def _list(self, name: str, first: "Callable[[Index], object]") -> None:
        """Do something in the archive, then list the studies that the search finds."""
        text = self.session.state.search

        def work(report: Report) -> "tuple[StudyEntry, ...]":
            index = self._open_index()
            first(index)
            return index.search(text)

        def done(entries: "tuple[StudyEntry, ...]") -> None:
            if self.session.state.search == text:
                self.session.set(entries=entries)
            self._look_for_dates()

        self.jobs.start(name, work, done, ordered=True)

    def _look_for_dates(self) -> None:
        """The list may hold more studies of the open study's patient than before."""
        study = self.session.state.study
        if study is None:
            return

        def done(dates: "tuple[StudyEntry, ...]") -> None:
            now = self.session.state
            if now.study is study and now.other_dates != dates:
                self.session.set(other_dates=dates)

        self.jobs.start(
            tr("Looking for other dates of this patient"),
            lambda report: other_dates(study, self._open_index().search(study.patient.id)),
            done,
            ordered=True,
        )

    def _open_index(self) -> "Index":
        with self._opening_index:
            if self._index is None:
                from station.archive.index import open_index

                self._index = open_index(self.home)
            return self._index

    def _on_changed(self, before: State, after: State) -> None:
        if any(
            getattr(before, name) is not getattr(after, name)
            for name in ("slots", "fusion", "layout")
        ):
            self._complete_other(before)
        names = ("slots", "study", "guests", "derived")
        if any(getattr(before, name) is not getattr(after, name) for name in names):
            self._load_what_is_shown()
            self._caution(after.notice if before.study is not after.study else "")
        if before.images is not after.images:
            self._look_at_first_image(before)
            self._project_what_is_shown()
        if before.study is after.study:
            if before.typed is not after.typed:
                self._record(before.typed, after.typed)
            let_go = before.voi_in_hand or before.writing
            if not (after.voi_in_hand or after.writing) and (let_go or _written(before, after)):
                self._record_work(after)
            if not after.voi_in_hand and (
                before.voi_in_hand or before.guest_vois is not after.guest_vois
            ):
                self._record_guest_vois(after)
            if before.reader != after.reader:
                self._show_vois_of(after.reader)

    def _load_what_is_shown(self) -> None:
        """Load the series that a slot holds; let go of those that none does."""
        state = self.session.state
        study = state.study
        wanted = {key for key in state.slots.values() if key is not None}
        self.jobs.cancel(
            lambda key: (
                isinstance(key, _Load | _Find)
                and (key.study is not study or key.series not in wanted)
            )
        )
        kept = {key: image for key, image in state.images.items() if key in wanted}
        if len(kept) != len(state.images):
            self.session.set(images=Frozen(kept))
        if study is None:
            return
        for slot in Slot:
            key = state.slots[slot]
            if key is None or key in kept:
                continue
            series = state.find(key)
            if series is None and _Find(study, key) not in self.jobs.keys:
                self._invite(study, key)
            elif series is not None and _Load(study, key) not in self.jobs.keys:
                self._load(study, series)

    def _complete_other(self, before: State) -> None:
        """The DL image and the CT of the other date, where its PET is shown and they are asked
        for; those of a date that is no longer shown go."""
        state = self.session.state
        slots = state.slots
        changed = before.slots[Slot.OTHER] != slots[Slot.OTHER]
        guest = state.guest(Slot.OTHER)
        if changed or guest is None:
            for slot in (Slot.OTHER_DENOISED, Slot.OTHER_CT):
                kept = state.guest(slot)
                if kept is not None and (guest is None or kept.study.uid != guest.study.uid):
                    slots = slots.with_(slot, None)
        if guest is not None:
            wanted = {
                Slot.OTHER_CT: (Role.CT, state.fusion),
                Slot.OTHER_DENOISED: (Role.DENOISED, state.layout is Layout.PRIOR_PAIRS),
            }
            for slot, (role, is_wanted) in wanted.items():
                series = partner(guest, role) if is_wanted and slots[slot] is None else None
                if series is not None and series.key not in slots.values():
                    slots = slots.with_(slot, series.key)
        if slots != state.slots:
            self.session.set(slots=slots)

    def _invite(self, study: Study, key: str) -> None:
        """Fetch a series of another study that somebody put next to this one."""
        owner = entry_of(self.session.state, key)
        if owner is None:
            return
        reader = self.session.state.reader

        def work(report: Report) -> "tuple[Guest, tuple[PlacedVoi, ...]]":
            index = self._open_index()
            other = index.study(owner.study_uid)
            series = other.find(key) if other else None
            if other is None or series is None:
                raise StationError(
                    tr(
                        "The series of {patient_name} was remembered by another version of "
                        "Station. "
                        "Open its study once, then put it here.",
                        patient_name=owner.patient_name,
                    )
                )
            guest = Guest(series, other, index.typed_inputs(other.uid))
            return guest, index.vois(other.uid, reader)

        def done(found: "tuple[Guest, tuple[PlacedVoi, ...]]") -> None:
            guest, vois = found
            now = self.session.state
            if now.study is not study or key not in now.slots.values():
                return
            uid = guest.study.uid
            known = uid in self._kept_guests or uid == study.uid or now.reader != reader
            if not known:
                self._kept_guests = self._kept_guests.with_(uid, vois)
            self.session.set(
                guests=now.guests.with_(key, guest),
                guest_vois=now.guest_vois if known else now.guest_vois.with_(uid, vois),
            )
            self._complete_other(now)

        self.jobs.start(tr("Finding the series"), work, done, _Find(study, key), ordered=True)

    def _load(self, study: Study, series: Series) -> None:
        state = self.session.state
        typed = state.typed_for(series)
        derived = state.derived.get(series.key)

        def work(report: Report) -> "tuple[LoadedImage, _Person]":
            from station.app.viewing.render import warm_up
            from station.operations.images import load_image
            from station.pet.loaded import convert

            if derived is not None:  # it may be in no file yet
                return convert(series, derived.stored, typed, state.suv_unit), _Person()
            image = load_image(series, typed, state.suv_unit, report)
            warm_up(image.volume)
            is_own = series.study_uid == study.uid
            return image, _person(series) if is_own and series.is_pet else _Person()

        def done(loaded: "tuple[LoadedImage, _Person]") -> None:
            image, person = loaded
            now = self.session.state
            if now.study is not study or series.key not in now.slots.values():
                return
            if now.typed_for(series) is not typed or now.suv_unit is not state.suv_unit:
                from station.pet.loaded import convert

                image = convert(series, image.stored, now.typed_for(series), now.suv_unit)
            self.session.set(
                images=now.images.with_(series.key, image),
                header_age=now.header_age or person.age,
                blood_glucose=now.blood_glucose or person.glucose,
            )

        self.jobs.start(
            tr("Loading {label}", label=series.label), work, done, _Load(study, series.key)
        )

    def _look_at_first_image(self, before: State) -> None:
        """The first image of a study puts the cursor in the middle of the body."""
        after = self.session.state
        own = [image for key, image in after.images.items() if key not in after.guests]
        if not own or any(key not in before.guests for key in before.images):
            return
        low, high = own[0].body_mm
        middle = as_point((np.array(low) + np.array(high)) / 2)
        if all(view == View() for view in after.views):
            self.session.set(views=tuple(replace(view, position_mm=middle) for view in after.views))

    def _project_what_is_shown(self) -> None:
        """Every PET in memory gets its rotating MIP; those of images no longer there go."""
        state = self.session.state
        pets = {key: image for key, image in state.images.items() if image.series.is_pet}
        self.jobs.cancel(
            lambda key: isinstance(key, _Projection) and key.image not in pets.values()
        )
        current = {k: m for k, m in state.mips.items() if self._projected.get(k) is pets.get(k)}
        self._projected = {key: self._projected[key] for key in current}
        if len(current) != len(state.mips):
            self.session.set(mips=Frozen(current))
        for key, image in pets.items():
            if key not in current and _Projection(image) not in self.jobs.keys:
                self._project(key, image)

    def _project(self, key: str, image: LoadedImage) -> None:
        """The front view at once, then all of them."""

        def front(report: Report) -> "Mip":
            from station.pet.mip import front_mip

            return front_mip(image.volume)

        def rotating(report: Report) -> "Mip":
            from station.pet.mip import hottest_point, rotating_mip

            mip = rotating_mip(image.volume, report)
            hottest_point(image.volume, 0, 0, 0)  # compiled here, not at the reader's first click
            return mip

        def show(mip: "Mip") -> None:
            now = self.session.state
            there = now.mips.get(key) if self._projected.get(key) is image else None
            if now.images.get(key) is image and not (there and there.is_complete):
                self._projected[key] = image
                self.session.set(mips=now.mips.with_(key, mip))

        name = tr("Projecting {label}", label=image.series.label)

        def prepare(report: Report) -> None:
            from station.app.voi.measuring import warm_up

            warm_up(image.volume)

        self.jobs.start(name, front, show, _Projection(image))
        self.jobs.start(name, rotating, show, _Projection(image))
        self.jobs.start(tr("Getting ready to measure"), prepare, key=_Projection(image))

    def _caution(self, already: str) -> None:
        """Say what a reader must know before they trust two images side by side.

        `already` is what has just been said about the study.
        """
        state = self.session.state
        if any(state.guest(slot) for slot in PET_SLOTS):
            return  # how they are linked is said as long as they are shown
        caution = link_caution(state.series(Slot.CONVENTIONAL), state.series(Slot.DENOISED))
        if caution is not None:
            self.session.set(notice=f"{already} {caution}".strip())

    def _record(self, before: "tuple[TypedInput, ...]", after: "tuple[TypedInput, ...]") -> None:
        """Every typed value, and its withdrawal by undo or by hand, goes into the archive."""
        study = self.session.state.study
        if study is None:
            return
        who = self.session.state.reader
        names = {typed.name for typed in after}
        new = [typed for typed in after if typed not in before]
        gone = [typed.name for typed in before if typed.name not in names]
        when = datetime.now(UTC)

        def work(report: Report) -> None:
            from station.archive.index import Withdrawn

            index = self._open_index()
            for typed in new:
                index.record_input(study.uid, typed)
            for name in gone:
                index.record_input(study.uid, Withdrawn(name, who, when))

        self.jobs.start(tr("Recording the typed value"), work, ordered=True)

    def _show_vois_of(self, reader: str) -> None:
        """Another reader took over: the panes show what they placed and drew in the open study."""
        study = self.session.state.study
        if study is None:
            return
        self._take(_Kept())

        def done(kept: "_Kept") -> None:
            now = self.session.state
            if now.study is study and now.reader == reader:
                self._take(
                    replace(
                        kept,
                        vois=(*kept.vois, *now.vois),
                        annotations=(*kept.annotations, *now.annotations),
                        findings=now.findings or kept.findings,
                        by_hand=Frozen({**kept.by_hand, **now.by_hand}),
                    )
                )

        self.jobs.start(
            tr("Fetching the VOIs"),
            lambda report: _kept_of(self._open_index(), study.uid, reader),
            done,
            ordered=True,
        )
        guests = self.session.state.guests.values()
        others = tuple(dict.fromkeys(guest.study.uid for guest in guests))
        self._kept_guests = Frozen()
        self.session.set(guest_vois=Frozen[str, tuple[PlacedVoi, ...]]())

        def take_others(vois: "Frozen[str, tuple[PlacedVoi, ...]]") -> None:
            now = self.session.state
            if now.study is study and now.reader == reader:
                self._kept_guests = vois
                self.session.set(guest_vois=vois)

        self.jobs.start(
            tr("Fetching the VOIs of the other date"),
            lambda report: Frozen({uid: self._open_index().vois(uid, reader) for uid in others}),
            take_others,
            ordered=True,
        )

    def _take(self, kept: "_Kept") -> None:
        """Show a reader's work as the archive has it; undo does not go back beyond that."""
        self._kept = kept
        self.session.undo_stack.clear()
        self.session.set(
            vois=kept.vois,
            annotations=kept.annotations,
            findings=kept.findings,
            by_hand=kept.by_hand,
            selected_voi=None,
            selected_annotation=None,
            placing=None,
            tool=None,
            guided=False,
            proposals=(),
        )

    def _record_work(self, state: State) -> None:
        """All that a reader made, changed or deleted; the archive keeps what it was before."""
        study, kept = state.study, self._kept
        now = _Kept(state.vois, state.annotations, state.findings, state.by_hand)
        if study is None or now == kept:
            return
        self._kept = now
        vois, gone_vois = _differences(kept.vois, now.vois)
        drawn, gone_drawn = _differences(kept.annotations, now.annotations)
        findings = None if now.findings == kept.findings else now.findings
        places = kept.by_hand.keys() | now.by_hand.keys()
        moved = [one for one in places if kept.by_hand.get(one) is not now.by_hand.get(one)]
        when, reader = datetime.now(UTC), state.reader

        def work(report: Report) -> None:
            index = self._open_index()
            for voi in vois:
                index.record_voi(study.uid, reader, voi, when)
            for id_ in gone_vois:
                index.record_voi_deleted(study.uid, reader, id_, when)
            for annotation in drawn:
                index.record_annotation(study.uid, reader, annotation, when)
            for id_ in gone_drawn:
                index.record_annotation_deleted(study.uid, reader, id_, when)
            if findings is not None:
                index.record_findings(study.uid, reader, findings, when)
            for place in moved:
                alignment = now.by_hand.get(place)
                matrix = None if alignment is None else alignment.matrix
                index.record_alignment(study.uid, reader, place, matrix, when)

        def failed(failure: Failure) -> None:
            if self.session.state.study is study:
                self._kept = kept  # the next change stores these as well

        self.jobs.start(tr("Storing the VOIs"), work, ordered=True, failed=failed)

    def _record_guest_vois(self, state: State) -> None:
        """VOIs that a reader put on another date are kept with the study of that date."""
        kept, now = self._kept_guests, state.guest_vois
        if kept is now:
            return
        self._kept_guests = now
        when, reader = datetime.now(UTC), state.reader
        changes = {uid: _differences(kept.get(uid, ()), vois) for uid, vois in now.items()}

        def work(report: Report) -> None:
            index = self._open_index()
            for uid, (vois, gone) in changes.items():
                for voi in vois:
                    index.record_voi(uid, reader, voi, when)
                for id_ in gone:
                    index.record_voi_deleted(uid, reader, id_, when)

        def failed(failure: Failure) -> None:
            if self.session.state.study is state.study:
                self._kept_guests = kept  # the next change stores these as well

        if any(vois or gone for vois, gone in changes.values()):
            self.jobs.start(tr("Storing the VOIs"), work, ordered=True, failed=failed)

    def show_findings_history(self, show: "Callable[[tuple[FindingsRecord, ...]], None]") -> None:
        """Fetch what this reader wrote about the open study before, oldest first."""
        study, reader = self.session.state.study, self.session.state.reader
        if study is not None:
            self.jobs.start(
                tr("Fetching the history"),
                lambda report: self._open_index().findings_history(study.uid, reader),
                show,
                ordered=True,
            )


@dataclass(frozen=True)
class _Kept:
    """A reader's work in a study, as the archive has it."""

    vois: tuple[PlacedVoi, ...] = ()
    annotations: tuple[Annotation, ...] = ()
    findings: str = ""
    by_hand: "Frozen[str, Alignment]" = field(default_factory=Frozen[str, "Alignment"])


@dataclass(frozen=True)
class _Stored:
    """What is known of a study that is about to be shown."""

    typed: "tuple[TypedInput, ...]" = ()
    kept: "_Kept" = field(default_factory=_Kept)
    dates: "tuple[StudyEntry, ...]" = ()
    """Other studies of its patient in the list"""


def _kept_of(index: "Index", study_uid: str, reader: str) -> _Kept:
    return _Kept(
        index.vois(study_uid, reader),
        index.annotations(study_uid, reader),
        index.findings(study_uid, reader),
        Frozen(
            {
                place: kept_by_hand(one.matrix, one.when)
                for place, one in index.alignments(study_uid, reader).items()
            }
        ),
    )


def _written(before: State, after: State) -> bool:
    names = ("vois", "annotations", "findings", "by_hand")
    return any(getattr(before, name) is not getattr(after, name) for name in names)


Item = TypeVar("Item", PlacedVoi, Annotation)


def _differences(kept: tuple[Item, ...], now: tuple[Item, ...]) -> tuple[list[Item], set[str]]:
    """(what is new or changed, ids of what is gone)."""
    known = {one.id: one for one in kept}
    changed = [one for one in now if known.get(one.id) != one]
    return changed, known.keys() - {one.id for one in now}


STUDIES_REMEMBERED = 300
"""Of so many studies the windows are kept, the last ones"""


def remembered_windows(state: State) -> Frozen[str, Windows]:
    """How the reader left studies, the open one included, as long as that is not how any begins."""
    if state.study is None:
        return state.study_windows
    key = _known_as(state.study)
    now = Windows(state.window, state.stored_fraction, state.ct_window)
    others = state.study_windows.without(key)
    if now == start_windows(state):
        return others
    kept = list(others.items())[-(STUDIES_REMEMBERED - 1) :]
    return Frozen({**dict(kept), key: now})


def _known_as(study: Study) -> str:
    """By what the windows of a study are found again: a digest, which names nobody, of the study
    and the patient, since two studies of different patients may have one UID by mistake."""
    words = "\n".join((study.uid, study.patient.id, study.patient.name))
    return blake2b(words.encode(), digest_size=16).hexdigest()


@dataclass(frozen=True)
class _Find:
    """Names the job that finds a guest to be shown next to a study. It is under way until its
    result was taken, and the guest is loaded from then on."""

    study: Study
    series: str


@dataclass(frozen=True)
class _Load:
    """Names the job that brings a series of a study, or a guest next to it."""

    study: Study
    series: str


@dataclass(frozen=True)
class _Projection:
    """Names the jobs that project an image."""

    image: LoadedImage


@dataclass(frozen=True, eq=False)
class _Opened:
    study: Study
    lost: str
    """The sentence about a series whose files are gone or changed; empty where there is none"""
    voi_files: tuple[VoiFile, ...] = ()
    """Found next to its images"""
    again: bool = False
    """It was in the list"""
    beside: Study | None = None
    """Another study that was opened together with it, to be shown next to it"""


@dataclass(frozen=True)
class _Person:
    """What only a file's header says of the patient."""

    age: str = ""
    glucose: "BloodGlucose | None" = None


def _person(series: Series) -> _Person:
    """From the first file of a PET."""
    from station.dicom.acquisition import acquisition
    from station.dicom.glucose import blood_glucose

    return _Person(acquisition(series).age or "", blood_glucose(series))


def _opened(study: Study) -> _Opened:
    """A study as the index has it; series whose files are gone or changed are listed, not shown."""
    from station.archive.files import stale

    reasons = [stale(series) for series in study.series]
    there = tuple(
        series if reason is None else replace(series, problem=reason, slices=None)
        for series, reason in zip(study.series, reasons, strict=True)
    )
    lost = next((reason for reason in reasons if reason is not None), "")
    return _Opened(replace(study, series=there), lost)


def _voi_files(study: Study, home: Path) -> tuple[VoiFile, ...]:
    """What came next to the images of a study that was fetched or sent into the data folder."""
    from station.archive.files import FOLDER
    from station.dicom.load import scan

    images = {path for series in study.series if series.slices for path in series.slices.paths}
    folders = {Path(path).parent for path in images if path}
    others = [
        path
        for folder in folders
        if folder.is_relative_to(home / FOLDER)
        for path in sorted(folder.glob("*.dcm"))
        if str(path) not in images
    ]
    return scan(others).voi_files if others else ()


def _same_patient(study: Study, other: Study) -> bool:
    """Whether two studies are of one person; two that name nobody are not, unless they are one."""
    if study.patient.id or other.patient.id:
        return study.patient == other.patient
    return study.uid == other.uid


def _beside(newest: Study, studies: Sequence[Study]) -> Study | None:
    """Of several studies that were opened together the one to show next to the newest: the next
    one of its patient, else of anybody."""
    others = [
        one for one in studies if one.uid != newest.uid and _pet_to_show(one, Role.CONVENTIONAL)
    ]
    same = [one for one in others if same_patient(one.patient, newest.patient)]
    if not same and len(studies) > 2:
        return None  # a pile of patients was opened, not two studies to be compared
    return max(same or others, key=_when, default=None)


def _pet_to_show(study: Study, role: Role) -> str | None:
    """Key of the PET of a study that is like those of a role."""
    shown = [one for one in study.series if one.is_pet and one.problem is None]
    alike = [one for one in shown if one.role is role] or [
        one for one in shown if one.role is Role.CONVENTIONAL
    ]
    return next((one.key for one in alike or shown), None)


def _newest(studies: Sequence[Study]) -> Study | None:
    """The study to show first: the newest that has an image."""
    shown = [study for study in studies if any(series.problem is None for series in study.series)]
    return max(shown, key=_when, default=None)


def _when(study: Study) -> tuple[str, str]:
    """Sorts studies by time, those without a date first."""
    date, time = study.date, study.time
    return date.isoformat() if date else "", time.isoformat() if time else ""


def _summary(found: FoundStudies) -> str:
    series = sum(len(study.series) for study in found.studies)
    studies = plural(len(found.studies), "{count} study", "{count} studies")
    left_out = tr("{count:,} left out", count=len(found.left_out))
    return tr(
        "{studies} with {series} series in {files:,} files, {left_out}.",
        studies=studies,
        series=series,
        files=found.files,
        left_out=left_out,
    )


def _nothing_to_show(paths: Sequence[Path], found: FoundStudies) -> str:
    where = str(paths[0]) if len(paths) == 1 else tr("the given paths")
    problems = [
        series.problem for study in found.studies for series in study.series if series.problem
    ]
    if problems:
        return problems[0]
    if not found.files:
        return tr("{where} contains no files.", where=where)
    if not found.left_out:
        return tr("{where} contains no DICOM images.", where=where)
    return tr(
        "No image was found in {where}: {count} left out. {name}: {reason}",
        where=where,
        count=len(found.left_out),
        name=found.left_out[0].path.name,
        reason=found.left_out[0].reason,
    )
