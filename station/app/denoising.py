"""Images computed from the open study's: denoised, filtered, saved; and what denoising changed.

What is computed is a `Derived` series in memory next to its source and never replaces it. Until it
is complete it is an `Unfinished`, which the panes draw as far as it is there and nothing measures.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, QTimer, Signal

from station.app.jobs import Failure, Jobs
from station.app.language import marked, tr, translated
from station.app.session import Session
from station.app.state import (
    DENOISED_VIEW,
    Changes,
    Derived,
    Layout,
    Made,
    Offer,
    Slot,
    State,
    Unfinished,
    changes_shown,
    is_pair,
)
from station.app.viewing.layouts import showing
from station.app.viewing.pairing import stale_caution
from station.errors import StationError
from station.operations.denoiser import (
    Denoiser,
    denoised,
    installed_networks,
    shipped_denoiser,
    shipped_problem,
)
from station.pet.derivation import (
    Derivation,
    DerivedHeader,
    derived_series,
    new_header,
    stored_again,
)
from station.pet.loaded import LoadedImage
from station.pet.study import Role, Series, StoredImage, Study
from station.pet.suitability import (
    cautions,
    fits_network,
    only_unsaid,
    unfilterable,
    unsuitable,
)
from station.pet.voi import Point
from station.pet.volume import Unit, Volume
from station.progress import Report, part
from station.whole_file import file_name_of, free_path

if TYPE_CHECKING:
    from station.app.library import Library
    from station.pet.suv import TypedInput

REDRAW_MS = 120
"""Slices that arrive are drawn together this often; the first ones at once."""

LOADED_SHARE, DENOISED_SHARE = 0.06, 0.97
"""Progress of a run at which the source is in memory, and at which the network has finished"""

FILTER_ACTION = "image.filter"
"""The entry of the action table that makes the conventional image"""

MODEL_SETTING = "denoiser_model"
"""The setting: which network was chosen last"""

RUNNING = marked(
    "An image is being denoised. Wait until it is complete, or press Esc to cancel it."
)
NO_STUDY = marked("No study is open.")


CANNOT_KNOW = marked(
    "A network cannot know what the counts do not say. It has learned what images usually look "
    "like, and where counts are few it decides by that: a small faint lesion may be taken for "
    "noise, and noise for a lesion. Nor does it know this patient, the CT or the question asked."
)
"""Said where a DL image is judged"""


def remembered_model(id_: str) -> str:
    """The id, where there is such a network; else empty, for the default one."""
    return id_ if any(one.id == id_ for one in installed_networks()) else ""


# --- What can be done ----------------------------------------------------------------------------


def denoisable(state: State) -> tuple[Series, ...]:
    """The series of the open study that the denoiser takes, by what their headers say.

    Where none is surely unfiltered: those whose header only leaves that open.
    """
    pets = _pets(state)
    surely = tuple(pet for pet in pets if unsuitable(pet, Unit.SUV_BW) is None)
    return surely or tuple(pet for pet in pets if only_unsaid(pet))


def vouch_needed(series: Series) -> bool:
    """Whether only a person can say that a series is unfiltered."""
    return only_unsaid(series)


def needs_resampling(series: Series) -> bool:
    """Whether the voxels of a series differ from those that the network has learned from."""
    return series.geometry is not None and not fits_network(series.geometry.spacing_mm)


def denoise_refusal(state: State) -> str | None:
    """Why nothing can be denoised now; None where it can."""
    if state.study is None:
        return translated(NO_STUDY)
    if state.denoiser_problem:
        return state.denoiser_problem
    if state.unfinished is not None:
        return translated(RUNNING)
    if denoisable(state):
        return None
    pets = _pets(state)
    if not pets:
        return tr("This study has no PET to denoise.")
    shown = state.slots[Slot.CONVENTIONAL]
    first = next((pet for pet in pets if pet.key == shown), pets[0])
    return unsuitable(first, Unit.SUV_BW)


def network_refusal(state: State) -> str | None:
    """Why no other network can be chosen now; None where one can."""
    if state.blinded:
        return tr("The network is not changed while images are read blinded.")
    return state.denoiser_problem or (translated(RUNNING) if state.unfinished is not None else None)


def filterable(state: State) -> tuple[Series, ...]:
    """The series of the open study from which a conventional image can be made."""
    pets = _pets(state)
    surely = tuple(pet for pet in pets if unfilterable(pet, pet.unit) is None)
    return surely or tuple(pet for pet in pets if only_unsaid(pet))


def filter_refusal(state: State) -> str | None:
    """Why no conventional image can be made now; None where it can."""
    if state.study is None:
        return translated(NO_STUDY)
    if filterable(state):
        return None
    pets = _pets(state)
    if not pets:
        return tr("This study has no PET to filter.")
    return unfilterable(pets[0], pets[0].unit)


def save_refusal(state: State) -> str | None:
    return None if state.unsaved else tr("There is no unsaved derived series.")


def change_map_refusal(state: State) -> str | None:
    """Why there is no change map to show; None where there can be one."""
    if state.blinded:
        return tr(
            "The change map shows which image is which: it is off while images are read blinded."
        )
    if not is_pair(state):
        return tr("A change map needs a conventional and a DL image.")
    return None


def _pets(state: State) -> tuple[Series, ...]:
    """The PET of the open study's own files that could be shown."""
    study = state.study
    return (
        tuple(series for series in study.series if series.is_pet and not series.problem)
        if study
        else ()
    )


class Denoising(QObject):
    """The verbs that compute, save and compare images; all in the background."""

    # From the worker to the GUI thread: received by this object's own methods, so Qt queues them.
    _begun = Signal(object, object)
    _arrived = Signal(object, int, int)

    def __init__(
        self,
        session: Session,
        jobs: Jobs,
        library: "Library",
        load: Callable[[], Denoiser] | None = None,
    ) -> None:
        """`load` gives the network, on the worker's thread; None: the one that is shipped."""
        super().__init__()
        self._session = session
        self._jobs = jobs
        self._library = library
        self.model = ""
        """Id of the network; empty: the default one"""
        self._load = load or (lambda: shipped_denoiser(self.model or None))
        self._run: _Run | None = None
        self._there: NDArray[np.bool_] = np.zeros(0, dtype=np.bool_)
        """Slices that have arrived, those not drawn yet among them"""
        self._redraw = QTimer(self)
        self._redraw.setSingleShot(True)
        self._redraw.setInterval(REDRAW_MS)
        self._redraw.timeout.connect(self._draw_arrived)
        self._begun.connect(self._on_begun)
        self._arrived.connect(self._on_arrived)
        session.changed.connect(self._on_changed)
        jobs.changed.connect(self._on_jobs)
        session.set(denoiser_problem="" if load else shipped_problem())

    @property
    def load(self) -> Callable[[], Denoiser]:
        """What gives the network, off the GUI thread."""
        return self._load

    # --- Denoise -------------------------------------------------------------------------------

    def denoise(self, key: str, *, resample: bool = False, assume_unfiltered: bool = False) -> None:
        """Denoise a series of the open study.

        `resample`: go to the network's voxel size and back. `assume_unfiltered`: the reader says of
        a series whose header is silent that it is unfiltered.
        """
        state = self._session.state
        source = self._own(key)
        if source is None or state.study is None:
            return
        refusal = (
            state.denoiser_problem
            or (translated(RUNNING) if state.unfinished is not None else None)
            or unsuitable(source, Unit.SUV_BW, assume_unfiltered=assume_unfiltered)
        )
        if refusal:
            self._session.set(notice=refusal)
            return
        whole = replace(state.study, series=state.own_series)
        moved = showing(state, Slot.DENOISED)
        before = state.layout if moved else None
        run = _Run(state.study, source, state.typed, " ".join(cautions(source, whole)), before)
        self._run = run
        self._there = np.zeros(0, dtype=np.bool_)
        self._session.set(
            unfinished=Unfinished(_announced(source), source.key, Slot.DENOISED),
            notice=run.caution,
            **moved,
        )
        in_memory = state.images.get(source.key)
        first = _slice_at(source, state.views[DENOISED_VIEW].position_mm)

        def work(report: Report) -> _Made:
            report(0.0, tr("Loading the denoiser for {label}", label=source.label))
            network = self._load()
            image = _in_suv(source, in_memory, state.typed, part(report, 0.0, LOADED_SHARE))
            header = self._new_header(Derivation.denoised(network.card), run)
            series = derived_series(source, header)
            # The reader's copy; what the network returns in the end is the image.
            buffer = np.full(image.volume.shape, np.nan, dtype=np.float32)
            self._begun.emit(run, _unfinished_image(image, series, buffer))

            def on_slices(number: int, images: NDArray[np.float32]) -> None:
                buffer[number : number + len(images)] = images
                self._arrived.emit(run, number, len(images))

            volume, derivation = denoised(
                network,
                image,
                part(report, LOADED_SHARE, DENOISED_SHARE),
                first_slice=first,
                on_slices=on_slices,
                resample=resample,
            )
            report(DENOISED_SHARE, tr("Putting the DL image next to its source"))
            header = replace(header, derivation=derivation)
            stored = stored_again(volume, source, image.conversion)
            return _made(derived_series(source, header), stored, source, header, state)

        self._jobs.start(
            tr("Denoising {label}", label=source.label),
            work,
            lambda made: self._denoised(run, made),
            run,
            asked=True,
        )

    def _denoised(self, run: "_Run", made: "_Made") -> None:
        unfinished = self._session.state.unfinished
        if run is not self._run or unfinished is None:
            return  # another study was opened, or its SUV inputs were changed, meanwhile
        self._run = None
        self._redraw.stop()
        self._put(made, unfinished.slot, tr("Denoise {label}", label=run.source.label))
        self._offer_conventional()

    def _offer_conventional(self) -> None:
        """Next to a DL image belongs the conventional one, not its own unfiltered source."""
        state = self._session.state
        shown = state.series(Slot.CONVENTIONAL)
        there = any(series.role is Role.CONVENTIONAL for series in state.own_series)
        if shown is None or shown.role is not Role.UNFILTERED or there or filter_refusal(state):
            return
        words = tr(
            "This study has no conventional image; the unfiltered one is shown in its place."
        )
        notice = f"{state.notice} {words}".strip()
        self._session.set(notice=notice, offer=Offer(notice, FILTER_ACTION))

    def _on_begun(self, run: "_Run", image: LoadedImage) -> None:
        unfinished = self._session.state.unfinished
        if run is not self._run or unfinished is None:
            return
        self._there = np.zeros(image.volume.shape[0], dtype=np.bool_)
        self._session.set(
            unfinished=replace(
                unfinished, series=image.series, image=image, done=self._there.copy()
            )
        )

    def _on_arrived(self, run: "_Run", first: int, count: int) -> None:
        if run is not self._run:
            return
        self._there[first : first + count] = True
        if not self._redraw.isActive():
            self._draw_arrived()
            self._redraw.start()

    def _draw_arrived(self) -> None:
        unfinished = self._session.state.unfinished
        if unfinished is None or unfinished.done is None or self._run is None:
            return
        if (unfinished.done != self._there).any():
            self._session.set(unfinished=replace(unfinished, done=self._there.copy()))
            self._redraw.start()

    # --- Conventional filter -------------------------------------------------------------------

    def filter(self, key: str, fwhm_mm: float, *, assume_unfiltered: bool = False) -> None:
        """OSEM + Gaussian from an unfiltered series, as the conventional image."""
        state = self._session.state
        source = self._own(key)
        if source is None or state.study is None:
            return
        refusal = unfilterable(source, source.unit, assume_unfiltered=assume_unfiltered)
        if refusal is not None:
            self._session.set(notice=refusal)
            return
        run = _Run(state.study, source, state.typed)
        in_memory = state.images.get(source.key)

        def work(report: Report) -> _Made:
            from station.dicom.load import read_image
            from station.pet.filters import gaussian

            reading, filtering = part(report, 0.0, 0.3), part(report, 0.3, 0.95)
            before = in_memory.stored if in_memory else read_image(source, reading)
            # A Gaussian is linear: the stored unit serves as well as SUV, and needs no SUV inputs.
            volume = gaussian(before.volume(), fwhm_mm, filtering)
            header = self._new_header(Derivation.gaussian(fwhm_mm), run)
            series = derived_series(source, header)
            return _made(series, stored_again(volume, source, None), source, header, state)

        def done(made: _Made) -> None:
            now = self._session.state
            if now.study is run.study:
                self._put(
                    made,
                    Slot.CONVENTIONAL,
                    tr("Conventional filter {fwhm_mm:g} mm", fwhm_mm=fwhm_mm),
                )

        self._jobs.start(tr("Filtering {label}", label=source.label), work, done, run, asked=True)

    # --- Both ----------------------------------------------------------------------------------

    def _own(self, key: str) -> Series | None:
        """A series of the open study's own files; else None, and the reason as a notice."""
        state = self._session.state
        source = state.study.find(key) if state.study else None
        if source is not None:
            return source
        other = state.find(key)
        if other is None:
            reason = tr("This series is not in the open study. Open its study first.")
        elif key in state.guests:
            reason = tr(
                "{label} belongs to another study. Open that study first.", label=other.label
            )
        else:
            reason = tr(
                "{label} was computed here. Choose the series it was made of.", label=other.label
            )
        self._session.set(notice=reason)
        return None

    def _new_header(self, derivation: Derivation, run: "_Run") -> DerivedHeader:
        """With a series number that neither the study nor what was derived from it has."""
        return new_header(derivation, replace(run.study, series=self._session.state.own_series))

    def _put(self, made: "_Made", slot: Slot | None, text: str) -> None:
        """List a computed image and show it in a slot; undo takes it out of the slot only, since
        computing it again costs minutes. It replaces one that was made in the same way before."""
        for before in self._session.state.unsaved:
            if _same_making(before, made.derived):
                self.discard(before.series.key)
        state = self._session.state
        image, key = made.image, made.derived.series.key
        if state.typed is not made.typed or state.suv_unit is not made.unit:
            from station.pet.loaded import convert

            image = convert(image.series, image.stored, state.typed, state.suv_unit)
        unfinished = state.unfinished if self._run is not None else None
        self._session.set(derived=state.derived.with_(key, made.derived), unfinished=unfinished)
        if slot is not None:
            self._session.set(images=self._session.state.images.with_(key, image))
            self._session.edit(text, slots=self._session.state.slots.with_(slot, key))

    def discard(self, key: str) -> None:
        """Forget a derived image that was not saved."""
        state = self._session.state
        derived = state.derived.get(key)
        if derived is None or derived.saved:
            return
        slots = state.slots
        for slot in Slot:
            if slots[slot] == key:
                slots = slots.with_(slot, None)
        self._session.set(slots=slots, derived=state.derived.without(key))

    # --- Save ----------------------------------------------------------------------------------

    def save(self, folder: Path, keys: tuple[str, ...] | None = None) -> None:
        """Write derived images (None: all that are not saved) as DICOM series into folders of their
        own below `folder`, and list them; each whole or not at all."""
        state = self._session.state
        for derived in state.unsaved:
            if keys is None or derived.series.key in keys:
                self._save(derived, folder, state)

    def _save(self, derived: Derived, folder: Path, state: State) -> None:
        study = state.study
        source = study.find(derived.source) if study else None
        if study is None or source is None:
            return
        key = derived.series.key

        def work(report: Report) -> tuple[Series, StoredImage, Path]:
            from station.dicom.derived_pet import write_derived_pet
            from station.dicom.load import read_image, scan

            target = _free_folder(folder, derived.series.description)
            volume = derived.stored.volume()
            write_derived_pet(volume, source, derived.header, target, None, part(report, 0.0, 0.9))
            report(0.9, tr("Listing {name}", name=target.name))
            scanned = scan([target])
            written = scanned.studies[0].find(key) if scanned.studies else None
            if written is None:
                raise StationError(
                    tr(
                        "What was written to {target} could not be read back. Choose "
                        "another folder "
                        "and save again.",
                        target=target,
                    )
                )
            # What is shown from now on is what was written.
            stored = read_image(written, part(report, 0.92, 1.0))
            self._library.remember(scanned.studies[0], folder)
            return written, stored, target

        def done(result: tuple[Series, StoredImage, Path]) -> None:
            written, stored, target = result
            self._library.open_archive()
            now = self._session.state
            if now.study is study and key in now.derived:
                saved = replace(derived, series=written, stored=stored, saved=True)
                # Its image is loaded again, so that it is the written one.
                self._session.set(
                    derived=now.derived.with_(key, saved), images=now.images.without(key)
                )
            self._session.set(made=Made(tr("Saved {label}", label=written.label), target))

        name = tr("Saving {label}", label=derived.series.label)
        self._jobs.start(name, work, done, _Save(study, key), asked=True)

    # --- Change map ----------------------------------------------------------------------------

    def toggle_changes(self) -> None:
        """Show what DL added and removed; refused with the reason where that would mislead."""
        state = self._session.state
        if not state.changes_wanted:
            refusal = change_map_refusal(state)
            if refusal is not None:
                self._session.set(notice=refusal)
                return
        self._session.edit(tr("Change map"), changes_wanted=not state.changes_wanted)

    def _compare_what_is_shown(self) -> None:
        """Compute the change map of the pair shown, where it is wanted and not there yet."""
        state = self._session.state
        wanted = state.changes_wanted and change_map_refusal(state) is None
        pair = (state.image(Slot.CONVENTIONAL), state.image(Slot.DENOISED)) if wanted else None
        self._jobs.cancel(lambda key: isinstance(key, _Comparison) and key.pair != pair)
        if pair is None or changes_shown(state) is not None:
            return
        conventional, denoised = pair
        key = _Comparison(pair)
        if conventional is None or denoised is None or key in self._jobs.keys:
            return
        self._session.set(changes=None, changes_problem="")
        source = _source_of(state, denoised)
        typed, unit, images = state.typed, state.suv_unit, state.images

        def work(report: Report) -> Changes:
            from station.pet.changes import change_map

            volume = None
            if source is not None:
                there = images.get(source.key)
                volume = (there or _loaded(source, typed, unit, part(report, 0.0, 0.3))).volume
            difference = change_map(
                conventional.volume, denoised.volume, volume, part(report, 0.3, 1.0)
            )
            return Changes(conventional, denoised, difference)

        def done(changes: Changes) -> None:
            self._session.set(changes=changes)

        def failed(failure: Failure) -> None:
            self._session.set(changes_problem=failure.sentence)

        self._jobs.start(tr("Comparing DL with conventional"), work, done, key, failed=failed)

    # --- Following -----------------------------------------------------------------------------

    def _on_changed(self, before: State, after: State) -> None:
        run = self._run
        if run is not None and (after.study is not run.study or after.typed is not run.typed):
            self._run = None
            self._redraw.stop()
            self._jobs.cancel(lambda key: key is run)
            if after.study is run.study:
                self._session.set(
                    unfinished=None,
                    **self._as_before(run),
                    notice=tr(
                        "The SUV inputs were changed while {label} was being denoised, so that was "
                        "stopped. Denoise it again.",
                        label=run.source.label,
                    ),
                )
            elif after.unfinished is not None:
                self._session.set(unfinished=None)
        elif before.typed is not after.typed and before.study is after.study:
            stale = stale_caution(after)
            if stale is not None:
                self._session.set(notice=stale)
        if before.study is not after.study:
            self._jobs.cancel(lambda key: isinstance(key, _Run) and key.study is not after.study)
        names = ("images", "slots", "unfinished", "changes_wanted", "blinded")
        if any(getattr(before, name) is not getattr(after, name) for name in names):
            self._compare_what_is_shown()

    def _on_jobs(self) -> None:
        """A run that was cancelled or failed leaves everything as it was before."""
        run = self._run
        if run is not None and all(job.key is not run for job in self._jobs.running):
            self._run = None
            self._redraw.stop()
            notice = self._session.state.notice
            self._session.set(
                unfinished=None,
                notice="" if notice == run.caution else notice,
                **self._as_before(run),
            )

    def _as_before(self, run: "_Run") -> dict[str, Layout]:
        """The layout in which a run began, where the run alone has changed it."""
        here = self._session.state.layout is Layout.COMPARE
        return {} if run.layout is None or not here else {"layout": run.layout}


@dataclass(frozen=True, eq=False)
class _Run:
    """Names the job that computes an image from a series of a study."""

    study: Study
    source: Series
    typed: "tuple[TypedInput, ...]"
    caution: str = ""
    """The notice shown when it began"""
    layout: Layout | None = None
    """That in which it began, where it had no place for the new image"""


@dataclass(frozen=True)
class _Save:
    study: Study
    series: str


@dataclass(frozen=True)
class _Comparison:
    pair: tuple[LoadedImage | None, LoadedImage | None]


@dataclass(frozen=True, eq=False)
class _Made:
    """A derived image as it goes into the state, and the SUV it is in."""

    derived: Derived
    image: LoadedImage
    typed: "tuple[TypedInput, ...]"
    unit: Unit


def _same_making(first: Derived, other: Derived) -> bool:
    return (first.source, first.header.derivation, first.typed) == (
        other.source,
        other.header.derivation,
        other.typed,
    )


def _made(
    series: Series, stored: StoredImage, source: Series, header: DerivedHeader, state: State
) -> _Made:
    """Off the GUI thread: the image in the SUV that `state` asks for, ready to be painted."""
    from station.app.viewing.render import warm_up
    from station.pet.loaded import convert

    image = convert(series, stored, state.typed, state.suv_unit)
    warm_up(image.volume)
    derived = Derived(series, stored, source.key, header, state.typed)
    return _Made(derived, image, state.typed, state.suv_unit)


def _in_suv(
    source: Series,
    in_memory: LoadedImage | None,
    typed: "tuple[TypedInput, ...]",
    report: Report,
) -> LoadedImage:
    """The source in SUVbw, even if the panes show another SUV.

    Raises StationError where its header does not give an SUV.
    """
    from station.app.viewing.render import warm_up
    from station.operations.images import load_in_suvbw

    image = load_in_suvbw(source, typed, in_memory, report)
    warm_up(image.volume)
    if image.volume.unit is not Unit.SUV_BW:
        raise StationError(
            tr(
                "{label} cannot be denoised without SUV. {suv_problem}",
                label=source.label,
                suv_problem=image.suv_problem or "",
            ).strip()
        )
    return image


def _unfinished_image(
    source: LoadedImage, series: Series, buffer: NDArray[np.float32]
) -> LoadedImage:
    """The image under way, over a buffer that the worker writes to; framed like its source."""
    geometry = source.volume.geometry
    volume = Volume(buffer.view(), geometry, Unit.SUV_BW, source.volume.provenance)
    return replace(source, series=series, volume=volume)


def _announced(source: Series) -> Series:
    """What the header of the column says until the network is known."""
    return replace(
        source,
        uid=f"{source.uid} denoised",
        part=1,
        parts=1,
        number=None,
        role=Role.DENOISED,
        description=tr("from {description}", description=source.description or source.label),
        slices=None,
    )


def _slice_at(series: Series, position_mm: Point) -> int:
    """The slice of a series nearest to an LPS position."""
    if series.geometry is None:
        return 0
    index = float(series.geometry.to_index(position_mm)[0])
    return int(np.clip(np.floor(index + 0.5), 0, series.geometry.shape[0] - 1))


def _source_of(state: State, denoised: LoadedImage) -> Series | None:
    """The unfiltered series that a DL image was made of, where the study holds it."""
    uids = denoised.series.source_series_uids
    return next(
        (
            series
            for series in _pets(state)
            if series.uid in uids and series.role is Role.UNFILTERED and series.geometry is not None
        ),
        None,
    )


def _loaded(
    series: Series, typed: "tuple[TypedInput, ...]", unit: Unit, report: Report
) -> LoadedImage:
    from station.operations.images import load_image

    return load_image(series, typed, unit, report)


def _free_folder(folder: Path, description: str) -> Path:
    """A folder below `folder` that does not exist yet, named after the series."""
    return free_path(folder / file_name_of(description, "derived"))
