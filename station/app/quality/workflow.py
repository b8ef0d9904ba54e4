"""The quality of the open study's PETs: graded behind the reading, kept, checked again by hand.

A study's PETs are graded one after another once its images are in the panes; anything that the
reader asks for meanwhile comes first, and the grading begins again when that is done. Its threads
have the priority of all others: one that gave way to other programs would keep Python's lock while
it waits for a processor, and the window would hang for seconds. A grade that still holds is fetched
from the archive. While images are read blinded, none is shown.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Signal

from station.app.jobs import Failure, Job, Jobs
from station.app.language import marked, tr, translated
from station.app.quality.state import (
    evidence_refusal,
    grade_refusal,
    liver_refusal,
    liver_reset_refusal,
    looked_at,
    no_way_to,
    pets,
    result_refusal,
    view_of,
)
from station.app.session import Session
from station.app.state import GradingStage, Made, Quality, State
from station.errors import StationError
from station.frozen import Frozen
from station.operations.quality.grader import (
    Grader,
    installed_model,
    shipped_grader,
    shipped_problem,
)
from station.pet.study import Series, Study
from station.pet.voi import Point
from station.progress import Report, part

if TYPE_CHECKING:
    from station.archive.quality import GradedScan, Grades, KeptGrade
    from station.operations.quality.grading import Graded
    from station.pet.suv import TypedInput

REPORTED_FROM = 0.95
"""Progress of a grading at which its report is written"""
SWITCHED_OFF = marked("Automatic grading is switched off (menu Quality).")
BY_HAND = marked("It was stopped by hand.")
SEVERAL_IMAGES = marked(
    "It is one of several images in one series, such as time frames, which are not graded "
    "automatically."
)


@dataclass(frozen=True, eq=False)
class _Order:
    """Names the job that grades an image, and says how."""

    study: Study
    key: str
    typed: "tuple[TypedInput, ...]"
    by_itself: bool
    """Nobody asked for it: it waits for the reading and gives way to it"""
    moved: bool = False
    """Only the liver's sphere is elsewhere"""
    evidence: bool = False
    report_to: tuple[Path, bool] | None = None
    """Write the report there, with or without patient data"""


@dataclass(frozen=True, eq=False)
class _Lookup:
    """Names the job that fetches what was graded before."""

    study: Study
    typed: "tuple[TypedInput, ...]"
    by_itself: bool = True


class QualityWorkflow(QObject):
    """The verbs about the quality of images, and what follows from the state; in the background."""

    progressed = Signal(str, float, str)
    """Series key, fraction, message"""
    failed = Signal(object)
    """`Failure` that is a mistake of the program"""

    def __init__(
        self,
        session: Session,
        jobs: Jobs,
        home: Path,
        load: Callable[[], Grader] | None = None,
    ) -> None:
        """`jobs`: those of the reading, which come first. `load` gives the network, on the worker's
        thread; None: the one that is shipped."""
        super().__init__()
        self._session = session
        self._reading = jobs
        self._jobs = jobs.apart()
        self._home = home
        self._load = load or shipped_grader
        self._listed = installed_model if load is None else lambda: None
        self._grader: Grader | None = None
        self._load_problem = ""
        self._grades_: Grades | None = None
        self._opening = Lock()
        self._queue: list[_Order | _Lookup] = []
        self._paused = False
        session.changed.connect(self._on_changed)
        jobs.started.connect(self._on_reading_started)
        jobs.changed.connect(self._next)
        self._jobs.started.connect(self._on_started)
        self._jobs.changed.connect(self._next)
        self._jobs.failed.connect(self._on_failed)
        session.set(grader_problem="" if load else shipped_problem())

    @property
    def jobs(self) -> Jobs:
        """What grades; of these only what was asked for is shown as work."""
        return self._jobs

    # --- What a person asks for ----------------------------------------------------------------

    def choose(self, key: str | None) -> None:
        """Look at the quality of this series, until another column is used."""
        self._session.set(quality_of=key)

    def grade_again(self) -> None:
        """Grade the image looked at again, even if its grade is stored."""
        series = self._possible(grade_refusal)
        if series is not None:
            self._put(series.key, Quality(GradingStage.WAITING))
            self._ask(series.key)

    def stop(self, key: str) -> None:
        """Leave an image without a grade, until somebody asks for it."""
        quality = self._session.state.quality.get(key)
        if quality is None or quality.stage in (GradingStage.DONE, GradingStage.STOPPED):
            return
        self._queue = [order for order in self._queue if not _is_of(order, key)]
        self._jobs.cancel(lambda name: _is_of(name, key))
        if quality.grade is not None:  # only its map, its report or its checks were asked for
            self._put(key, replace(quality, stage=GradingStage.DONE))
        else:
            self._put(key, replace(quality, stage=GradingStage.STOPPED, why=translated(BY_HAND)))

    def show_evidence(self) -> None:
        """Find out which places drive the grade of the image looked at."""
        series = self._possible(evidence_refusal)
        if series is None:
            return
        grade = self._session.state.quality[series.key].grade
        if grade is not None and grade.evidence is None:
            self._ask(series.key, evidence=True)

    def write_report(self, path: Path, *, patient_data: bool = True) -> None:
        """Write the PET QA report of the image looked at as PDF."""
        series = self._possible(result_refusal)
        if series is not None:
            self._ask(series.key, report_to=(path, patient_data))

    def place_liver(self) -> None:
        """Put the liver's sphere at the crosshair; the checks are measured there at once."""
        series = self._possible(liver_refusal)
        state = self._session.state
        view = view_of(state, series) if series is not None else None
        if series is not None and view is not None:
            places = state.liver_places.with_(series.key, state.views[view].position_mm)
            self._session.edit(tr("Place the liver sphere by hand"), liver_places=places)

    def reset_liver(self) -> None:
        """Put the liver sphere back where it was placed automatically."""
        series = self._possible(liver_reset_refusal)
        if series is not None:
            places = self._session.state.liver_places.without(series.key)
            self._session.edit(tr("Place the liver sphere automatically"), liver_places=places)

    def go_to(self, position_mm: Point) -> None:
        """Show a place of the image looked at in the panes."""
        state = self._session.state
        series = looked_at(state)
        if series is None:
            return
        view = view_of(state, series)
        if view is None:
            self._session.set(notice=no_way_to(state, series) or "")
            return
        from station.app.workflow import Workflow

        Workflow(self._session).place_crosshair(view, position_mm)
        # Going to a place does not choose another image.
        self._session.set(quality_of=series.key)

    def toggle_automatic(self) -> None:
        """Whether PETs are graded when their study is opened."""
        self._session.edit(
            tr("Grade automatically"), automatic_grading=not self._session.state.automatic_grading
        )

    def history(self, done: "Callable[[tuple[GradedScan, ...]], None]") -> None:
        """Fetch the last grade of every series that was graded here."""
        self._reading.start(
            tr("Reading the stored grades"),
            lambda report: self._grades().history(),
            done,
            ordered=True,
        )

    def pause(self, paused: bool) -> None:
        """Do nothing while images are read blinded."""
        self._paused = paused
        if paused:
            self._give_way(lambda order: True)
        else:
            self._next()

    def close(self) -> None:
        """Ask everything to stop, wait for it, and let go of the archive."""
        self._queue = []
        self._jobs.shut_down()
        for job in self._jobs.children():
            # What is still to be deleted when its parent goes takes PySide down with it.
            QCoreApplication.sendPostedEvents(job, QEvent.Type.DeferredDelete)
        if self._grades_ is not None:
            self._grades_.close()

    def _possible(self, refusal: Callable[[State], str | None]) -> Series | None:
        """The image looked at; else None, and the reason as a notice."""
        state = self._session.state
        reason = refusal(state)
        if reason is not None:
            self._session.set(notice=reason)
            return None
        return looked_at(state)

    # --- Following the state -------------------------------------------------------------------

    def _on_changed(self, before: State, after: State) -> None:
        if before.study is not after.study:
            self._begin(forget=True)
            return
        if before.typed is not after.typed or before.grader_problem != after.grader_problem:
            self._begin(forget=False)
            return
        if before.derived is not after.derived:
            self._follow_series(before, after)
        if before.liver_places is not after.liver_places:
            self._measure_again()
        if before.automatic_grading != after.automatic_grading:
            self._switch(after.automatic_grading)
        if before.active_column != after.active_column or before.slots is not after.slots:
            self._session.set(quality_of=None)
        if before.blinded != after.blinded:
            self.pause(after.blinded)

    def _begin(self, *, forget: bool) -> None:
        """Nothing is known about the open study's PETs: look for stored grades first."""
        state = self._session.state
        self._queue = []
        self._jobs.cancel(lambda key: isinstance(key, _Order | _Lookup))
        fresh: dict[str, object] = {}
        if forget:
            fresh = {"liver_places": Frozen[str, Point](), "quality_of": None}
        listed = () if state.study is None or state.grader_problem else pets(state)
        waiting = Quality(GradingStage.WAITING)
        self._session.set(quality=Frozen({series.key: waiting for series in listed}), **fresh)
        if state.study is not None and listed:
            self._queue = [_Lookup(state.study, state.typed)]
            self._next()

    def _follow_series(self, before: State, after: State) -> None:
        """A series was computed from the study, saved or thrown away."""
        listed = {series.key for series in pets(after)}
        quality = after.quality
        for key in quality:
            if key not in listed:
                self._queue = [queued for queued in self._queue if not _is_of(queued, key)]
                self._jobs.cancel(lambda name, key=key: _is_of(name, key))
                quality = quality.without(key)
        new = [key for key in listed if key not in quality] if not after.grader_problem else []
        for key in new:
            quality = quality.with_(key, Quality(GradingStage.WAITING))
        self._session.set(quality=quality)
        saved = {derived.series.key for derived in after.derived.values() if derived.saved}
        saved -= {derived.series.key for derived in before.derived.values() if derived.saved}
        for key in saved & quality.keys():
            if quality[key].stage is GradingStage.DONE:
                self._keep(key)
        self._plan(new)
        self._next()

    def _plan(self, keys: Sequence[str]) -> None:
        """Queue what is graded by itself, what is shown first; say of the others why not."""
        state = self._session.state
        if state.study is None:
            return
        shown = [key for key in state.slots.values() if key is not None]
        order = sorted(keys, key=lambda key: shown.index(key) if key in shown else len(shown))
        quality = state.quality
        for key in order:
            series = state.find(key)
            if series is None or key not in quality:
                continue
            why = _not_by_itself(state, series)
            if why:
                stopped = replace(quality[key], stage=GradingStage.STOPPED, why=why)
                quality = quality.with_(key, stopped)
            else:
                self._queue.append(_Order(state.study, key, state.typed, by_itself=True))
        self._session.set(quality=quality)

    def _measure_again(self) -> None:
        """Spheres that are no longer where the checks measured them are measured again."""
        state = self._session.state
        for key, quality in state.quality.items():
            elsewhere = quality.liver_mm != state.liver_places.get(key)
            if elsewhere and quality.stage in (GradingStage.DONE, GradingStage.AT_WORK):
                self._ask(key, moved=True)

    def _switch(self, on: bool) -> None:
        state = self._session.state
        if on:
            stopped = [
                key
                for key, quality in state.quality.items()
                if quality.stage is GradingStage.STOPPED and quality.why == translated(SWITCHED_OFF)
            ]
            quality = state.quality
            for key in stopped:
                quality = quality.with_(key, Quality(GradingStage.WAITING))
            self._session.set(quality=quality)
            self._plan(stopped)
            self._next()
            return
        self._give_way(lambda order: isinstance(order, _Order) and order.by_itself)
        off = [queued for queued in self._queue if isinstance(queued, _Order) and queued.by_itself]
        self._queue = [queued for queued in self._queue if queued not in off]
        self._plan([queued.key for queued in off])

    # --- One after another ---------------------------------------------------------------------

    def _ask(
        self,
        key: str,
        *,
        moved: bool = False,
        evidence: bool = False,
        report_to: tuple[Path, bool] | None = None,
    ) -> None:
        """A person wants it: it comes before everything that is done by itself."""
        state = self._session.state
        if state.study is None:
            return
        order = _Order(state.study, key, state.typed, False, moved, evidence, report_to)
        running = self._at_work[0] if self._at_work else None
        # What is under way for this image gives way to the new wish; a report is still wanted.
        stale = [queued for queued in self._queue if _is_of(queued, key) and not _reports(queued)]
        self._queue = [order, *(queued for queued in self._queue if queued not in stale)]
        if running is not None and _is_of(running, key) and not _reports(running):
            self._jobs.cancel(lambda name: name is running)
        else:
            self._give_way(lambda queued: queued.by_itself)
        self._next()

    def _on_reading_started(self, job: Job) -> None:
        """The reader's own work comes first."""
        if not job.ordered:
            self._give_way(lambda order: order.by_itself)

    def _give_way(self, which: "Callable[[_Order | _Lookup], bool]") -> None:
        """Stop what is under way, where it is one of these, and put it back at the head."""
        running = self._at_work
        if running is None:
            return
        order, job = running
        if job.asked_to_stop or not which(order):
            return
        job.cancel()
        at = next((n for n, queued in enumerate(self._queue) if queued.by_itself), len(self._queue))
        self._queue.insert(at, order)
        if isinstance(order, _Order):
            quality = self._session.state.quality.get(order.key)
            if quality is not None:
                self._put(order.key, replace(quality, stage=GradingStage.WAITING))

    def _next(self) -> None:
        """Start the first of the queue, where nothing is under way and nobody is kept waiting."""
        if self._jobs.running or not self._queue or self._paused:
            return
        first = self._queue[0]
        if first.by_itself and any(not job.ordered for job in self._reading.running):
            return
        del self._queue[0]
        if isinstance(first, _Lookup):
            self._look_up(first)
        else:
            self._grade(first)

    def _start(
        self,
        order: "_Order | _Lookup",
        name: str,
        work: Callable[[Report], object],
        done: Callable[..., None],
    ) -> None:
        self._jobs.start(
            name,
            work,
            done,
            order,
            failed=lambda failure: self._on_order_failed(order, failure),
            asked=isinstance(order, _Order) and order.report_to is not None,
        )

    @property
    def _at_work(self) -> "tuple[_Order | _Lookup, Job] | None":
        """What is under way, and its job."""
        for job in self._jobs.running:
            if isinstance(job.key, _Order | _Lookup):
                return job.key, job
        return None

    def _on_started(self, job: Job) -> None:
        if isinstance(job.key, _Order):
            job.progressed.connect(self._on_progress)

    def _on_progress(self, fraction: float, message: str) -> None:
        job = self.sender()
        if isinstance(job, Job) and isinstance(job.key, _Order):
            self.progressed.emit(job.key.key, fraction, message)

    def _look_up(self, lookup: _Lookup) -> None:
        state = self._session.state
        listed = pets(state)

        def work(report: Report) -> "dict[str, KeptGrade]":
            from station.operations.quality.kept import basis_of

            model = self._listed() or self._ready().model  # torch is not needed to fetch
            grades = self._grades()
            stored: dict[str, KeptGrade] = {}
            for number, series in enumerate(listed):
                report(number / len(listed), tr("Looking for stored grades"))
                if series.slices is not None:
                    basis = basis_of(lookup.study, series, lookup.typed, model)
                    kept = grades.kept(lookup.study.uid, series.key, basis)
                    if kept is not None:
                        stored[series.key] = kept
            return stored

        def done(stored: "dict[str, KeptGrade]") -> None:
            now = self._session.state
            quality, places = now.quality, now.liver_places
            for key, kept in stored.items():
                if key in quality and quality[key].stage is GradingStage.WAITING:
                    quality = quality.with_(key, _fetched(kept))
                    if kept.liver_mm is not None:
                        places = places.with_(key, kept.liver_mm)
            self._session.set(quality=quality, liver_places=places)
            waiting = [key for key, shown in quality.items() if shown.stage is GradingStage.WAITING]
            asked = {order.key for order in self._queue if isinstance(order, _Order)}
            self._plan([key for key in waiting if key not in asked])

        self._start(lookup, tr("Looking for stored grades"), work, done)

    def _grade(self, order: _Order) -> None:
        state = self._session.state
        series = state.find(order.key)
        before = state.quality.get(order.key)
        if series is None or before is None or state.study is not order.study:
            self._next()
            return
        derived = state.derived.get(order.key)
        liver_mm = state.liver_places.get(order.key)
        reuses = order.moved or order.evidence or order.report_to is not None
        # What is shown meanwhile: the result that is added to, or nothing.
        under_way = Quality(GradingStage.AT_WORK, liver_mm=liver_mm)
        if reuses:
            under_way = replace(before, stage=GradingStage.AT_WORK, why="")
        self._put(order.key, under_way)

        def work(report: Report) -> "Graded":
            from station.operations.quality.grading import Earlier, grade_series

            report(0.0, tr("Loading the grader"))
            earlier = Earlier(before.grade, before.control, order.moved) if reuses else Earlier()
            graded = grade_series(
                order.study,
                series,
                self._ready(),
                typed=order.typed,
                liver_mm=liver_mm,
                evidence=order.evidence or order.report_to is not None,
                earlier=earlier,
                images=state.images,
                stored=derived.stored if derived else None,
                report=part(report, 0.02, REPORTED_FROM if order.report_to else 1.0),
            )
            if order.report_to is not None and graded.images is not None:
                from station.operations.quality.page import write_report

                report(REPORTED_FROM, tr("Writing the report"))
                path, patient_data = order.report_to
                write_report(graded, path, patient_data=patient_data)
            return graded

        def done(graded: "Graded") -> None:
            if self._session.state.study is not order.study:
                return
            quality = _finished(graded)
            if reuses and not order.moved and before.graded_at is not None:
                quality = replace(quality, graded_at=before.graded_at, kept=before.kept)
            self._put(order.key, quality)
            if order.report_to is not None:
                path = order.report_to[0]
                self._session.set(made=Made(tr("Wrote the QA report {name}", name=path.name), path))
            if graded.images is not None and (order.moved or not reuses):
                self._keep(order.key)
            self._measure_again()  # the sphere may have been moved meanwhile

        name = tr("Writing the report of") if order.report_to else tr("Grading")
        self._start(order, f"{name} {series.label}", work, done)

    def _on_order_failed(self, order: "_Order | _Lookup", failure: Failure) -> None:
        state = self._session.state
        if self._load_problem and not state.grader_problem:
            self._queue = []
            self._session.set(grader_problem=self._load_problem)
        elif isinstance(order, _Lookup):
            if state.study is order.study:  # graded, though the archive may have had the grade
                self._session.set(notice=failure.sentence)
                self._plan([key for key, shown in state.quality.items() if shown.grade is None])
        elif state.study is order.study and order.key in state.quality:
            before = state.quality[order.key]
            if before.grade is not None:  # what was there before still holds
                self._put(order.key, replace(before, stage=GradingStage.DONE))
                self._session.set(notice=failure.sentence)
            else:
                stopped = Quality(GradingStage.STOPPED, failure.sentence)
                self._put(order.key, stopped)

    def _on_failed(self, failure: Failure) -> None:
        if failure.details is not None:
            self.failed.emit(failure)

    def _put(self, key: str, quality: Quality) -> None:
        self._session.set(quality=self._session.state.quality.with_(key, quality))

    # --- Off the GUI thread --------------------------------------------------------------------

    def _ready(self) -> Grader:
        if self._grader is None:
            try:
                self._grader = self._load()
            except StationError as error:
                self._load_problem = str(error)
                raise
        return self._grader

    def _grades(self) -> "Grades":
        with self._opening:
            if self._grades_ is None:
                from station.archive.quality import open_grades

                self._grades_ = open_grades(self._home)
            return self._grades_

    def _keep(self, key: str) -> None:
        """Put a result into the archive, where the image is in files."""
        state = self._session.state
        study, series, quality = state.study, state.find(key), state.quality[key]
        derived = state.derived.get(key)
        if study is None or series is None or series.slices is None:
            return
        if quality.grade is None or (derived is not None and not derived.saved):
            return
        control, graded_at, typed = quality.control, quality.graded_at, state.typed
        assert control is not None, "it was checked"
        assert graded_at is not None, "it was graded"
        grade, liver_mm = quality.grade, quality.liver_mm

        def work(report: Report) -> None:
            from station.operations.quality.grading import Graded
            from station.operations.quality.kept import keep

            graded = Graded(study, series, grade, control, liver_mm=liver_mm)
            keep(self._grades(), graded, typed, self._ready().model, graded_at)

        def failed(failure: Failure) -> None:
            self._session.set(
                notice=tr("The grade was not stored. {sentence}", sentence=failure.sentence)
            )

        self._jobs.start(tr("Storing the grade"), work, ordered=True, failed=failed)


def _not_by_itself(state: State, series: Series) -> str:
    """Why an image is not graded by itself; empty where it is."""
    if not state.automatic_grading:
        return translated(SWITCHED_OFF)
    return translated(SEVERAL_IMAGES) if series.parts > 1 else ""


def _is_of(order: object, key: str) -> bool:
    return isinstance(order, _Order) and order.key == key


def _reports(order: object) -> bool:
    return isinstance(order, _Order) and order.report_to is not None


def _finished(graded: "Graded") -> Quality:
    now = datetime.now(UTC)
    return Quality(
        GradingStage.DONE, "", graded.grade, graded.control, graded.liver_mm, graded_at=now
    )


def _fetched(kept: "KeptGrade") -> Quality:
    from station.quality.checks import Control

    control = Control(kept.checks, kept.refusal, kept.in_view, kept.liver, kept.blood)
    return Quality(
        GradingStage.DONE, "", kept.grade, control, kept.liver_mm, kept.graded_at, kept=True
    )
