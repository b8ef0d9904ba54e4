"""Where the network that made the DL image is unsure: computed in the background when asked for."""

from dataclasses import dataclass

from PySide6.QtCore import QObject

from station.app.denoising import Denoising, in_suv, needs_resampling
from station.app.jobs import Failure, Jobs
from station.app.language import tr
from station.app.session import Session
from station.app.state import Doubts, Slot, State, doubts_shown, unfinished_refusal
from station.errors import StationError
from station.operations.denoiser import Denoiser, installed_networks, shipped_denoiser
from station.pet.derivation import weights_in
from station.pet.study import Role, Series
from station.progress import Report, part

LOADED = 0.05
"""Progress at which the source is in memory"""


def doubts_refusal(state: State) -> str | None:
    """Why it cannot be shown where the network is unsure; None where it can."""
    if state.blinded:
        return tr(
            "The map of where the network is unsure shows which image is which: it is off while "
            "images are read blinded."
        )
    image = state.image(Slot.DENOISED)
    if image is None or image.series.role is not Role.DENOISED:
        return unfinished_refusal(state) or tr(
            "A map of where the network is unsure needs a DL image."
        )
    if state.denoiser_problem:
        return state.denoiser_problem
    if weights_in(image.series.derivation) is None:
        return tr(
            "The DL image that is shown was not made by a network of this program, so nothing is "
            "known of where that is unsure."
        )
    if _source(state, image.series) is None:
        return tr(
            "A map of where the network is unsure needs the unfiltered image that the DL image was "
            "made of, in the same study."
        )
    return None


def _source(state: State, denoised: Series) -> Series | None:
    """The series that a DL image was made of, where the open study holds it."""
    every = state.study.series if state.study else ()
    return next(
        (
            series
            for series in every
            if series.uid in denoised.source_series_uids
            and series.is_pet
            and not series.problem
            and series.role is not Role.DENOISED
        ),
        None,
    )


@dataclass(frozen=True)
class _Asking:
    """Names the job on one DL image."""

    denoised: str


class Doubting(QObject):
    """The verbs of that map, over one session."""

    def __init__(self, session: Session, jobs: Jobs, denoising: Denoising) -> None:
        super().__init__()
        self._session, self._jobs, self._denoising = session, jobs, denoising
        session.changed.connect(self._on_changed)

    def toggle(self) -> None:
        """Show where the network is unsure, instead of the change map; refused with the reason."""
        state = self._session.state
        if state.doubts_wanted:
            self._session.edit(tr("Where the network is unsure"), doubts_wanted=False)
            return
        refusal = doubts_refusal(state)
        if refusal is not None:
            self._session.set(notice=refusal)
            return
        self._session.edit(
            tr("Where the network is unsure"), doubts_wanted=True, changes_wanted=False
        )

    def _on_changed(self, before: State, after: State) -> None:
        if before.study is not after.study or before.typed is not after.typed:
            self._jobs.cancel(lambda key: isinstance(key, _Asking))
            if after.doubts is not None:
                self._session.set(doubts=None)
        names = ("images", "slots", "unfinished", "doubts_wanted", "blinded", "doubts")
        if any(getattr(before, name) is not getattr(after, name) for name in names):
            self._look()

    def _look(self) -> None:
        """Compute the map of the DL image shown, where it is wanted and not there yet."""
        state = self._session.state
        image = state.image(Slot.DENOISED)
        wanted = state.doubts_wanted and doubts_refusal(state) is None and image is not None
        key = _Asking(image.series.key) if image is not None and wanted else None
        self._jobs.cancel(lambda other: isinstance(other, _Asking) and other != key)
        if image is None or key is None or doubts_shown(state) is not None:
            return
        source = _source(state, image.series)
        if source is None or key in self._jobs.keys:
            return
        self._session.set(doubts_problem="")
        in_memory, typed = state.images.get(source.key), state.typed
        derivation, load = image.series.derivation, self._denoising.load

        def work(report: Report) -> Doubts:
            from station.operations.doubt import doubt_map

            report(0.0, tr("Loading the denoiser for {label}", label=source.label))
            network = _network_of(derivation, load())
            loaded = in_suv(source, in_memory, typed, part(report, 0.0, LOADED))
            rest = part(report, LOADED, 1.0)
            return Doubts(
                key.denoised,
                doubt_map(network, loaded.volume, rest, resample=needs_resampling(source)),
            )

        def done(doubts: Doubts) -> None:
            now = self._session.state.image(Slot.DENOISED)
            if now is not None and now.series.key == doubts.denoised:
                self._session.set(doubts=doubts)

        def failed(failure: Failure) -> None:
            self._session.set(doubts_problem=failure.sentence, doubts_wanted=False)

        def cancelled() -> None:
            now = self._session.state
            shown = now.image(Slot.DENOISED)
            if shown is not None and shown.series.key == key.denoised and now.doubts_wanted:
                self._session.set(doubts_wanted=False)  # else it would begin again

        self._jobs.start(
            tr("Looking where the network is unsure"),
            work,
            done,
            key,
            failed=failed,
            cancelled=cancelled,
            asked=True,
        )


def _network_of(derivation: str, chosen: Denoiser) -> Denoiser:
    """The network that made an image: the chosen one, or another that is installed.

    Raises StationError where it is none of them.
    """
    made_by = weights_in(derivation)
    if chosen.card.sha256 == made_by:
        return chosen
    for one in installed_networks():
        if one.sha256 == made_by:
            return shipped_denoiser(one.id)
    raise StationError(
        tr(
            "The DL image was made by weights that are not installed here, such as those of "
            "another version of this program. Denoise its source again to see where the network "
            "is unsure."
        )
    )
