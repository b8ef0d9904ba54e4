"""What would I miss? The denoiser audited on the open study's own image, in the background."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from station.app.denoise_audit_state import Auditing, AuditOutcome
from station.app.denoising import NO_STUDY, Denoising, denoisable
from station.app.jobs import Failure, Jobs
from station.app.language import marked, tr, translated
from station.app.session import Session
from station.app.state import Made, State, unfinished_refusal
from station.pet.study import Study
from station.pet.suitability import one_bed
from station.progress import Report, part

if TYPE_CHECKING:
    from station.operations.audit.run import Audit, Wish

BLINDED = marked("An audit tells which image is which: it is off while images are read blinded.")
LOADED, AUDITED = 0.05, 0.99
"""Progress at which the images are in memory, and at which all is counted"""
SIZES, CONTRASTS, A_KIND = "6, 8, 10, 13, 17", "2, 4", 20
"""What is offered first: fewer of a kind than on the command line, for it takes minutes"""


def audit_refusal(state: State) -> str | None:
    """Why the denoiser cannot be audited on the open study now; None where it can."""
    if state.blinded:
        return translated(BLINDED)
    if state.study is None:
        return translated(NO_STUDY)
    if state.denoiser_problem:
        return state.denoiser_problem
    series = denoisable(state)
    if not series:
        return tr("This study has no unfiltered PET with SUV, which an audit needs.")
    if all(one_bed(one) is not None for one in series):
        return one_bed(series[0])
    return unfinished_refusal(state)


@dataclass(frozen=True, eq=False)
class _Order:
    """Names the job of one audit."""

    study: Study


class AuditWorkflow(QObject):
    """The verbs of an audit, over one session."""

    progressed = Signal(float, str)

    def __init__(self, session: Session, jobs: Jobs, denoising: Denoising, home: Path) -> None:
        """`home`: where finished audits are kept."""
        super().__init__()
        self._session, self._jobs, self._denoising = session, jobs, denoising
        self._home = home
        self._order: _Order | None = None
        session.changed.connect(self._on_changed)

    @property
    def auditing(self) -> Auditing:
        return self._session.state.auditing

    def start(
        self, key: str, wish: "Wish", *, resample: bool = False, assume_unfiltered: bool = False
    ) -> None:
        """Audit the chosen network on a series of the open study; a running audit is stopped.

        `resample`, `assume_unfiltered`: as in denoising.
        """
        state = self._session.state
        study = state.study
        source = study.find(key) if study is not None else None
        refusal = audit_refusal(state)
        if refusal is None and source is not None:
            refusal = one_bed(source)
        if refusal is not None or study is None or source is None:
            self._set(problem=refusal or translated(NO_STUDY), at_work=False)
            return
        self.cancel()
        order = self._order = _Order(study)
        typed, images, load = state.typed, state.images, self._denoising.load
        home = self._home

        def work(report: Report) -> AuditOutcome:
            from station.operations.audit.kept import keep, kept, key_of
            from station.operations.audit.paths import as_source, audit_source
            from station.operations.images import load_pet_ct

            network = load()
            asked = key_of(source, typed, wish, network.card.sha256, resample)
            before = kept(home, asked)
            if before is not None:
                return outcome_of(before, source.label)
            loading = part(report, 0.0, LOADED)
            loaded = load_pet_ct(study, source, typed, images, report=loading)
            found = audit_source(
                as_source(study, loaded, assume_unfiltered=assume_unfiltered),
                wish,
                lambda: network,
                part(report, LOADED, AUDITED),
                resample=resample,
            )
            keep(home, asked, found)
            return outcome_of(found, source.label)

        def done(outcome: AuditOutcome) -> None:
            if order is self._order:
                self._set(outcome=outcome, at_work=False, problem="")

        def failed(failure: Failure) -> None:
            if order is self._order:
                self._set(at_work=False, problem=failure.sentence)

        def cancelled() -> None:
            if order is self._order:
                self._set(at_work=False)

        self._set(at_work=True, problem="")
        job = self._jobs.start(
            tr("Auditing the denoiser on {label}", label=source.label),
            work,
            done,
            order,
            failed=failed,
            cancelled=cancelled,
            asked=True,
        )
        job.progressed.connect(self.progressed)

    def cancel(self) -> None:
        self._jobs.cancel(lambda key: isinstance(key, _Order))

    def save(self, path: Path) -> None:
        """Write the report as PDF."""
        outcome = self.auditing.outcome
        if outcome is None or self._session.state.blinded:
            return

        def work(report: Report) -> Path:
            from station.operations.audit.words import write_report

            write_report(outcome.audit, outcome.series, path)
            return path

        def done(written: Path) -> None:
            self._session.set(made=Made(tr("Saved {name}", name=written.name), written))

        self._jobs.start(tr("Saving the audit"), work, done, asked=True)

    def _set(self, **changes: Any) -> None:
        self._session.set(auditing=replace(self.auditing, **changes))

    def _on_changed(self, before: State, after: State) -> None:
        """An audit belongs to one study and its SUV inputs."""
        if before.study is after.study and before.typed is after.typed:
            return
        self._order = None
        self.cancel()
        if after.auditing != Auditing():
            self._session.set(auditing=Auditing())


def outcome_of(found: "Audit", series: str) -> AuditOutcome:
    """The audit with its curves drawn: slow, and not for the GUI thread."""
    from station.operations.audit.words import panels_of
    from station.report.audit import left_png, seen_png

    panels = panels_of(found)
    draw: tuple[Callable[..., bytes], ...] = (seen_png, left_png)
    seen, left = (one(panels, dark=True) for one in draw)
    return AuditOutcome(found, series, seen, left)


def numbers_of(text: str) -> tuple[float, ...] | None:
    """`6, 8, 10` as numbers; None where it is not a list of numbers."""
    try:
        return tuple(float(part) for part in text.replace(";", ",").split(",") if part.strip())
    except ValueError:
        return None
