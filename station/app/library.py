"""Studies and their images: found, remembered, loaded, projected. All of it in the background."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject

from station.app.jobs import Jobs
from station.app.pairing import automatic_slots, link_caution
from station.app.session import Session
from station.app.state import Frozen, LoadedImage, Slot, State, View, as_point
from station.errors import StationError
from station.pet.study import Found, Series, Study
from station.progress import Report

if TYPE_CHECKING:
    from station.archive.index import Index, StudyEntry
    from station.pet.mip import Mip
    from station.pet.suv import TypedInput


class Library(QObject):
    """Brings what the state asks for: the list of studies, the slots' images and their MIPs.

    `home` is the user's data folder.
    """

    def __init__(self, session: Session, jobs: Jobs, home: Path) -> None:
        super().__init__()
        self.session = session
        self.jobs = jobs
        self.home = home
        self._index: Index | None = None
        self._projected: dict[str, LoadedImage] = {}
        """The image that each of the state's MIPs was made of"""
        session.changed.connect(self._on_changed)

    # --- Verbs ---------------------------------------------------------------------------------

    def open_archive(self) -> None:
        """List the studies that were opened before."""
        self.jobs.start(
            "Reading the list of studies",
            lambda report: self._open_index().search(self.session.state.search),
            lambda entries: self.session.set(entries=entries),
        )

    def search(self, text: str) -> None:
        """List the studies whose patient name, ID or date match."""
        self.session.set(search=text)
        if self._index is not None:
            self.session.set(entries=self._index.search(text))

    def open_paths(self, paths: Sequence[Path], *, copy_in: bool = False) -> None:
        """Find the studies in folders, files, ZIPs and DICOMDIRs, remember them, show the newest.

        They stay where they are, or are copied into the data folder.
        """
        name = paths[0].name if len(paths) == 1 else f"{len(paths)} paths"
        search = self.session.state.search

        def work(report: Report) -> "tuple[Found, Study | None, tuple[StudyEntry, ...]]":
            from station.archive.files import copy_in as copy_study
            from station.dicom.load import scan

            index = self._open_index()
            found = scan(paths, report, unpack_into=self.home / "unpacked")
            for study in found.studies:
                kept = copy_study(study, self.home, report) if copy_in else study
                index.remember(kept, paths[0], copied=copy_in)
            newest = _newest(found.studies)
            # Its CT or its DL series may have been opened from another folder before.
            whole = index.study(newest.uid) if newest else None
            return found, whole, index.search(search)

        def done(result: "tuple[Found, Study | None, tuple[StudyEntry, ...]]") -> None:
            found, study, entries = result
            self.session.set(
                entries=entries, left_out=found.left_out, opened_from=", ".join(map(str, paths))
            )
            if study is not None:
                self.show(study)
            else:
                self.session.set(notice=_nothing_to_show(paths, found))

        self.jobs.start(f"Opening {name}", work, done)

    def open_study(self, study_uid: str) -> None:
        """Show a study of the list, without reading its headers again."""

        def work(report: Report) -> Study:
            from station.archive.files import stale

            index = self._open_index()
            study = index.study(study_uid)
            if study is None:
                raise StationError("This study is no longer in the list. Open its folder again.")
            for series in study.series:
                reason = stale(series)
                if reason is not None:
                    raise StationError(f"{reason} Open the study's folder again.")
            index.touch(study_uid)
            return study

        self.jobs.start("Opening the study", work, self.show)

    def open_demo(self) -> None:
        """Open the demo study; the first time it is made."""

        def work(report: Report) -> Path:
            from station.app.demo import demo_study

            return demo_study(self.home, report)

        self.jobs.start("Making the demo study", work, lambda folder: self.open_paths([folder]))

    def close(self) -> None:
        """Let go of the archive."""
        if self._index is not None:
            self._index.close()

    def forget_study(self, study_uid: str) -> None:
        """Take a study off the list; its files stay where they are."""
        if self._index is not None:
            self._index.forget(study_uid)
            self.session.set(entries=self._index.search(self.session.state.search))

    def show(self, study: Study) -> None:
        """Make it the study in the panes, paired automatically."""
        self.session.undo_stack.clear()
        self.session.set(
            study=study,
            slots=automatic_slots(study),
            images=Frozen[str, LoadedImage](),
            mips=Frozen[str, "Mip"](),
            typed=self._index.typed_inputs(study.uid) if self._index else (),
            stored_fraction=1.0,
            maximised=None,
            fusion=False,
            difference=False,
            views=(View(), View(), View()),
            notice="",
        )

    # --- What follows from the state -----------------------------------------------------------

    def _open_index(self) -> "Index":
        if self._index is None:
            from station.archive.index import open_index

            self._index = open_index(self.home)
        return self._index

    def _on_changed(self, before: State, after: State) -> None:
        if before.slots is not after.slots or before.study is not after.study:
            self._load_what_is_shown()
            self._caution()
        if before.images is not after.images:
            self._look_at_first_image(before)
            self._project_what_is_shown()
        if before.typed is not after.typed and before.study is after.study:
            self._record(before.typed, after.typed)

    def _load_what_is_shown(self) -> None:
        """Load the series that a slot holds; let go of those that none does."""
        state = self.session.state
        study = state.study
        wanted = {key for key in state.slots.values() if key is not None}
        self.jobs.cancel(lambda key: _is(key, "load") and key[1:] not in {(study, k) for k in wanted})
        kept = {key: image for key, image in state.images.items() if key in wanted}
        if len(kept) != len(state.images):
            self.session.set(images=Frozen(kept))
        if study is None:
            return
        for slot in Slot:
            key = state.slots[slot]
            series = study.find(key) if key else None
            if series is not None and series.key not in kept:
                self._load(study, series)

    def _load(self, study: Study, series: Series) -> None:
        job_key = ("load", study, series.key)
        if job_key in self.jobs.keys:
            return
        state = self.session.state

        def work(report: Report) -> LoadedImage:
            from station.app.loading import load_image

            return load_image(series, state.typed, state.suv_unit, report)

        def done(image: LoadedImage) -> None:
            now = self.session.state
            if now.study is study and series.key in now.slots.values():
                if now.typed is not state.typed or now.suv_unit is not state.suv_unit:
                    from station.app.loading import convert

                    image = convert(series, image.stored, now.typed, now.suv_unit)
                self.session.set(images=now.images.with_(series.key, image))

        self.jobs.start(f"Loading {series.label}", work, done, job_key)

    def _look_at_first_image(self, before: State) -> None:
        """The first image of a study puts the cursor in the middle of the body."""
        after = self.session.state
        if before.images or not after.images:
            return
        low, high = next(iter(after.images.values())).body_mm
        middle = as_point((np.array(low) + np.array(high)) / 2)
        if all(view == View() for view in after.views):
            self.session.set(views=tuple(replace(view, position_mm=middle) for view in after.views))

    def _project_what_is_shown(self) -> None:
        """Every PET in memory gets its rotating MIP; those of images no longer there go."""
        state = self.session.state
        pets = {key: image for key, image in state.images.items() if image.series.is_pet}
        self.jobs.cancel(lambda key: _is(key, "mip") and key[1] not in pets.values())
        current = {k: m for k, m in state.mips.items() if self._projected.get(k) is pets.get(k)}
        if len(current) != len(state.mips):
            self.session.set(mips=Frozen(current))
        for key, image in pets.items():
            if key not in current and ("mip", image) not in self.jobs.keys:
                self._project(key, image)

    def _project(self, key: str, image: LoadedImage) -> None:
        """The front view at once, then all of them."""

        def front(report: Report) -> "Mip":
            from station.pet.mip import front_mip

            return front_mip(image.volume)

        def rotating(report: Report) -> "Mip":
            from station.pet.mip import rotating_mip

            return rotating_mip(image.volume, report)

        def show(mip: "Mip") -> None:
            now = self.session.state
            if now.images.get(key) is image:
                self._projected[key] = image
                self.session.set(mips=now.mips.with_(key, mip))

        name = f"Projecting {image.series.label}"
        self.jobs.start(name, front, show, ("mip", image))
        self.jobs.start(name, rotating, show, ("mip", image))

    def _caution(self) -> None:
        state = self.session.state
        caution = link_caution(state.series(Slot.CONVENTIONAL), state.series(Slot.DENOISED))
        if caution is not None:
            self.session.set(notice=caution)

    def _record(
        self, before: "tuple[TypedInput, ...]", after: "tuple[TypedInput, ...]"
    ) -> None:
        """Every typed value, and its withdrawal by undo or by hand, goes into the archive."""
        study = self.session.state.study
        if self._index is None or study is None:
            return
        from station.archive.index import Withdrawn

        for typed in after:
            if typed not in before:
                self._index.record_input(study.uid, typed)
        names = {typed.name for typed in after}
        for typed in before:
            if typed.name not in names:
                withdrawn = Withdrawn(typed.name, self.session.state.reader, datetime.now(UTC))
                self._index.record_input(study.uid, withdrawn)


def _is(key: object, kind: str) -> bool:
    return isinstance(key, tuple) and key[:1] == (kind,)


def _newest(studies: Sequence[Study]) -> Study | None:
    """The study to show first: the newest that has an image."""
    shown = [study for study in studies if any(one.problem is None for one in study.series)]
    return max(shown, key=lambda study: (str(study.date), str(study.time)), default=None)


def _nothing_to_show(paths: Sequence[Path], found: Found) -> str:
    where = str(paths[0]) if len(paths) == 1 else "the given paths"
    problems = [one.problem for study in found.studies for one in study.series if one.problem]
    if problems:
        return problems[0]
    if not found.files:
        return f"{where} holds no files."
    if not found.left_out:
        return f"{where} holds no DICOM images."
    return (
        f"No image was found in {where}: {len(found.left_out)} left out. "
        f"{found.left_out[0].path.name}: {found.left_out[0].reason}"
    )
