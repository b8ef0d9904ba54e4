"""A blinded reading under way: what the reader's screen shows, and what each gesture does to it.

Every answer goes into the record the moment it is given, one after another and off the GUI thread.
One that could not be stored stays on the screen, is tried again, and until it is stored nothing can
be confirmed. The consensus is read in the same way, on the discordant criteria only.
"""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from station.app.jobs import Failure, Jobs
from station.app.language import tr
from station.app.reading.images import BlindImage, BlindWorkflow, blinded_state, load_images
from station.app.reading.sitting import (
    TEXTS,
    Page,
    Pause,
    ReadingState,
    Shown,
    Stopwatch,
    next_open,
)
from station.app.reading.trace import Trace
from station.app.session import Session
from station.app.state import Plane
from station.app.viewing.planes import slice_number
from station.archive.readings import (
    ConsensusCase,
    ConsensusSitting,
    Finished,
    OwnReading,
    ReaderSitting,
    Rest,
)
from station.errors import StationError
from station.frozen import Frozen
from station.progress import Report
from station.reading.marks import (
    NOTHING,
    Mark,
    is_marks,
    marks_of,
    question_id,
    with_mark,
    with_site,
    without_mark,
)
from station.reading.protocol import SCORES, Protocol
from station.reading.readings import (
    ARTIFACT,
    ARTIFACT_TEXT,
    Draft,
    Question,
    ReadingError,
    Value,
    Viewing,
    consensus_questions,
    questions,
)
from station.reading.worklist import SIDES, Case, Side

RETRY_MS = 4000
"""After which what could not be stored is tried again"""

TYPING_PAUSE_MS = 500
"""A text is stored when its writer pauses for so long, or goes on to something else"""

T = TypeVar("T")


@dataclass(frozen=True)
class _Due:
    """What the record says is to be done next."""

    now: Shown | Rest | Finished
    draft: Draft = field(default_factory=dict[Question, Value])
    after: Shown | None = None
    own: tuple[OwnReading, ...] = ()
    signers: tuple[str, ...] = ()
    meaning: str = ""
    looked_again: frozenset[str] = frozenset()


@dataclass(frozen=True)
class _Refusal:
    """Why the record did not do it."""

    sentence: str
    for_good: bool
    """It will not accept it later either"""


class BlindReading(QObject):
    """The verbs of a reader's screen, over the sitting of somebody who has signed in.

    `state` is what the form shows; `workflow` looks at the images. `close` it in the end.
    """

    changed = Signal(object, object)
    """`ReadingState` before and after"""

    def __init__(
        self,
        sitting: ReaderSitting | ConsensusSitting,
        jobs: Jobs,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__()
        self.sitting = sitting
        self.jobs = jobs
        self.agreeing = isinstance(sitting, ConsensusSitting)
        """Whether this is the consensus"""
        self.sides = (Side.ONLY,) if self.agreeing else SIDES[sitting.protocol.presentation]
        """Of the images that are shown at a time"""
        state = blinded_state(sitting.protocol, len(self.sides))
        self.workflow = BlindWorkflow(Session(state), sitting.protocol)
        self._state = ReadingState()
        self._watch = Stopwatch(clock)
        self._trace = Trace(lambda: self._watch.seconds)
        self._plane = Plane.AXIAL
        self._pending: dict[Question, Value] = {}
        """Answers that are not in the record yet, oldest first"""
        self._typed: dict[Question, str] = {}
        """Texts being written"""
        self._storing = False
        self._viewing: Viewing | None = None
        """How the case was viewed, from the moment on that it is to be confirmed"""
        self._again: Callable[[], None] | None = None
        """What failed and is to be done again"""
        self._ready: dict[str, tuple[BlindImage, ...]] = {}
        """Images in memory by code: those shown, and those of the case after"""
        self._wanted: tuple[Shown, Draft] | None = None
        """What is shown as soon as its images are in memory"""
        self._after: Shown | None = None
        self._closed = False
        self.workflow.session.changed.connect(self._on_looked)
        self._typing_pause = _timer(self, TYPING_PAUSE_MS, self._flush)
        self._retry_pause = _timer(self, RETRY_MS, self.retry)

    @property
    def state(self) -> ReadingState:
        return self._state

    @property
    def protocol(self) -> Protocol:
        return self.sitting.protocol

    # --- Going on ------------------------------------------------------------------------------

    def begin(self) -> None:
        """Show what is to be read now, with the answers that were given before."""
        self._again = None
        self._pending.clear()
        self._typed.clear()
        self._storing = False
        self._viewing = self._wanted = None
        self._watch.reset()
        self._trace.reset()
        self._set(
            page=Page.BLACK,
            shown=None,
            answers=Frozen[Question, Value](),
            unstored=frozenset[Question](),
            focus=None,
            confirming=False,
            revising=None,
            signing=False,
            problem="",
        )
        self.workflow.clear()
        self._ask()

    def pause(self) -> None:
        """Esc: black, and the clock stops."""
        if self._state.page in (Page.READING, Page.BLACK) and not self._state.pause:
            self._flush()
            self._set(pause=Pause.ASKED)

    def go_on(self) -> None:
        """The end of a pause."""
        if self._state.pause is not Pause.IDLE:
            self._set(pause=Pause.NONE)

    def signs_of_life(self) -> tuple[object, ...]:
        """What changes when somebody reads: answers, the place on the form, how the image looks."""
        state = self._state
        seen = self.workflow.session.state
        return (
            state.page,
            state.pause,
            state.focus,
            len(state.answers),
            id(state.answers),
            id(seen),
        )

    def lock(self) -> None:
        """Nobody is there: black, over every page, until the password is typed."""
        if self._state.pause is Pause.IDLE or self._closed:
            return
        self._flush()
        self._set(pause=Pause.IDLE)
        self._tell(tr("Locking the screen"), self.sitting.locked_when_idle, _nothing, _nothing)

    def come_back(
        self, password: str, done: Callable[[], None], failed: Callable[[str], None]
    ) -> None:
        """The end of an idle lock; everything is as it was."""

        def came_back(_: None) -> None:
            self._set(pause=Pause.NONE)
            done()

        self._tell(
            tr("Signing in again"),
            lambda: self.sitting.come_back(password),
            came_back,
            lambda refusal: failed(refusal.sentence),
        )

    def retry(self) -> None:
        """Do again what failed."""
        again, self._again = self._again, None
        self._retry_pause.stop()
        if again is not None and not self._closed:
            again()

    def close(self) -> None:
        """Store what is not in the record yet, wait for it, and let go of everything.

        What could not be stored is lost; `state.unstored` says before whether there is any.
        """
        if self._closed:
            return
        self._flush()
        self._closed = True
        self._typing_pause.stop()
        self._retry_pause.stop()
        shown, left = self._state.shown, dict(self._pending)
        if shown is not None and left and not self._state.problem:
            code = shown.code
            self.jobs.start(
                tr("Storing answers"),
                lambda report: _store_all(self.sitting, code, left),
                ordered=True,
            )
        self.jobs.shut_down()
        # Jobs that have ended refer to what they called, and that to them: PySide frees them twice.
        self.jobs.deleteLater()
        self.workflow.clear()

    def look_along(self, plane: Plane) -> None:
        """Which plane is on the screen."""
        self._plane = plane
        self._on_looked()

    # --- Answering -----------------------------------------------------------------------------

    def focus_on(self, question: Question) -> None:
        """The question that was clicked."""
        if self._answerable and question in self._state.stops:
            self._leave_text(question)
            self._set(focus=question)

    def move(self, steps: int) -> None:
        """Tab and the arrows: the next question of the form, or the one before."""
        stops = self._state.stops
        if not self._answerable or not stops:
            return
        focus = self._state.focus
        if focus in stops:
            place = (stops.index(focus) + steps) % len(stops)
        else:
            place = 0 if steps > 0 else len(stops) - 1
        self.focus_on(stops[place])

    def score(self, score: int) -> None:
        """A digit: scores the focused criterion; then the next unanswered question is asked. Where
        foci are asked about, it marks what the crosshair is on, with this confidence."""
        focus = self._state.focus
        if focus is not None and is_marks(focus.id) and score in SCORES:
            self.mark(focus, score)
        elif focus is not None and focus.id not in {ARTIFACT, *TEXTS} and score in SCORES:
            self.answer(focus, score)

    def artifact(self, there: bool) -> None:
        """Y or N: of the image that is asked about."""
        side = self._artifact_side()
        if side is not None:
            self.answer(Question(side, ARTIFACT), there)

    # --- Foci ----------------------------------------------------------------------------------

    def mark(self, question: Question, confidence: int) -> None:
        """Mark the focus under the crosshair, or change the confidence of one marked there."""
        if self._answerable and question in self._state.stops:
            sites = self.sites(question)
            site = sites[0] if len(sites) == 1 else ""
            place = self.workflow.state.views[0].position_mm
            self._put_marks(question, with_mark(self.marks(question), place, confidence, site))

    def remove_mark(self, question: Question, number: int) -> None:
        """`number` is its place in the list. Without any, the question is open again."""
        if self._answerable and question in self._state.stops:
            self._put_marks(question, without_mark(self.marks(question), number))

    def set_site(self, question: Question, number: int, site: str) -> None:
        if self._answerable and question in self._state.stops and site in self.sites(question):
            self._put_marks(question, with_site(self.marks(question), number, site))

    def mark_nothing(self) -> None:
        """0: there is no focus; then the next unanswered question is asked."""
        focus = self._state.focus
        if self._answerable and focus is not None and is_marks(focus.id):
            if marks_of(self.marks(focus)):
                return  # each is removed by itself, so that no slip loses a list
            self._put_marks(focus, NOTHING)
            self._set(focus=next_open(self._state, focus))

    def go_to(self, mark: Mark) -> None:
        """Look at what was marked."""
        self.workflow.place_crosshair(0, mark.position_mm)

    def marks(self, question: Question) -> str:
        """What is marked so far, as the answer holds it."""
        return str(self._state.answers.get(question, NOTHING))

    def sites(self, question: Question) -> tuple[str, ...]:
        """Those that the protocol offers."""
        for criterion in self.protocol.marks:
            if question.id == question_id(criterion.id):
                return criterion.sites
        return ()

    def _put_marks(self, question: Question, text: str) -> None:
        self._leave_text(question)
        self._take(question, text)
        self._set(focus=question)

    def answer(self, question: Question, value: int | bool) -> None:
        """A score, or yes or no. Goes on to the next question that has no answer; stays where it
        changes nothing."""
        if not self._answerable or question not in self._state.stops:
            return
        self._leave_text(question)
        before = self._state.answers.get(question)
        self._take(question, value)
        if before == value and type(before) is type(value):
            self._set(focus=question)
        elif value is True:
            self._set(focus=Question(question.side, ARTIFACT_TEXT))
        else:
            self._set(focus=next_open(self._state, question))

    def write(self, question: Question, text: str) -> None:
        """A text as it is now; it is stored when the writer pauses."""
        if not self._answerable or self._state.answers.get(question, "") == text:
            return
        answers = self._state.answers.with_(question, text)
        if self._state.revising is not None:
            self._set(answers=answers)
            return
        self._viewing = None
        self._typed[question] = text
        self._typing_pause.start()
        self._set(answers=answers, unstored=self._not_stored())

    def end_text(self) -> None:
        """Enter in a text ends it; the keys are the form's again."""
        focus = self._state.focus
        if focus is not None and focus.id in TEXTS:
            self._flush()
            self._set(focus=next_open(self._state, focus))

    def confirm(self, zoom: float | None) -> None:
        """Enter: make a reading of the answers, where all are there.

        `zoom` is that of the axial picture now, in screen pixels per mm. Answers that are on their
        way to the record are waited for; where one could not be stored, nothing is confirmed.
        """
        state = self._state
        if not self._answerable or state.missing or state.revising is not None:
            return
        self._flush()
        if self._state.problem:
            return
        self._viewing = self._viewing_now(zoom)
        if not self._pending:
            self._confirm()

    # --- Looking through, revising, signing ------------------------------------------------------

    def review(self, code: str) -> None:
        """Open a confirmed case again, with its answers."""
        own = next((reading for reading in self._state.own if reading.code == code), None)
        if own is None or self._state.page is not Page.FINISHED or self._state.signed:
            return

        def opened(shown: Shown) -> None:
            looked_again = self._state.looked_again | {code}
            self._set(page=Page.BLACK, revising=own, looked_again=looked_again, problem="")
            self._watch.reset()
            self._trace.reset()
            self._show(shown, own.reading.answers)

        def failed(refusal: _Refusal) -> None:
            self._set(problem=refusal.sentence)

        def work() -> Shown:
            return _shown(self.sitting, self.sitting.look_again(code))

        self._tell(tr("Opening a case"), work, opened, failed)

    def leave_review(self) -> None:
        """Back to the list; nothing is changed."""
        if self._state.revising is not None:
            self._set(
                page=Page.FINISHED,
                revising=None,
                shown=None,
                answers=Frozen[Question, Value](),
                focus=None,
                problem="",
            )
            self.workflow.clear()

    def revise(self, reason: str, zoom: float | None) -> None:
        """Put the answers on the screen in the place of those on record, which stay, with why."""
        state = self._state
        if not self._answerable or state.revising is None or state.shown is None or state.missing:
            return
        code, answers, viewing = state.shown.code, dict(state.answers), self._viewing_now(zoom)
        self._set(confirming=True, problem="")

        def failed(refusal: _Refusal) -> None:
            self._set(confirming=False, problem=refusal.sentence)

        self._tell(
            tr("Revising a reading"),
            lambda: self.sitting.revise(code, answers, reason, viewing),
            lambda _: self.begin(),
            failed,
        )

    def sign(self, passwords: Mapping[str, str]) -> None:
        """Make all readings final. `passwords` by name, of all `signers`."""
        if self._state.page is not Page.FINISHED or self._state.signed or self._state.signing:
            return
        self._set(signing=True, problem="")
        sitting = self.sitting

        def work() -> None:
            if isinstance(sitting, ConsensusSitting):
                sitting.sign(passwords)
            else:
                sitting.sign(passwords.get(sitting.name, ""))

        def failed(refusal: _Refusal) -> None:
            self._set(signing=False, problem=refusal.sentence)

        self._tell(tr("Signing"), work, lambda _: self.begin(), failed)

    def change_password(
        self, old: str, new: str, done: Callable[[], None], failed: Callable[[str], None]
    ) -> None:
        """The reader's own."""
        self._tell(
            tr("Changing the password"),
            lambda: self.sitting.change_password(old, new),
            lambda _: done(),
            lambda refusal: failed(refusal.sentence),
        )

    # --- What comes back from the record ---------------------------------------------------------

    def _ask(self) -> None:
        self._tell(
            tr("Asking what is next"), lambda: _due(self.sitting), self._on_due, self._on_unasked
        )

    def _on_due(self, due: _Due) -> None:
        self._set(page=Page.BLACK, problem="")
        self._after = due.after
        now = due.now
        match now:
            case Rest():
                self._ready.clear()
                self._set(page=Page.REST, until=now.until, pause=self._idle)
            case Finished():
                self._ready.clear()
                self._set(
                    page=Page.FINISHED,
                    own=due.own,
                    signers=due.signers,
                    meaning=due.meaning,
                    looked_again=due.looked_again,
                    signed=now.signed,
                    pause=self._idle,
                )
            case Shown():
                self._show(now, due.draft)

    @property
    def _idle(self) -> Pause:
        """An idle lock outlasts what comes back from the record."""
        return Pause.IDLE if self._state.pause is Pause.IDLE else Pause.NONE

    def _on_unasked(self, refusal: _Refusal) -> None:
        self._set(page=Page.STOPPED, problem=refusal.sentence)
        if not refusal.for_good:
            self._try_again(self._ask)

    def _show(self, shown: Shown, draft: Draft) -> None:
        """Show a case as soon as its images are in memory."""
        self._wanted = (shown, draft)
        kept = {case.code for case in (shown, self._after) if case is not None}
        self._ready = {code: case for code, case in self._ready.items() if code in kept}
        self.jobs.cancel(lambda key: isinstance(key, _Load) and key.code not in kept)
        if shown.code in self._ready:
            self._show_wanted()
        else:
            self._load(shown)

    def _show_wanted(self) -> None:
        if self._wanted is None:
            return
        (shown, draft), self._wanted = self._wanted, None
        self.workflow.put(self._ready[shown.code])
        answers = Frozen(draft)
        self._set(page=Page.READING, shown=shown, answers=answers, problem="")
        left = [stop for stop in self._state.stops if stop in self._state.missing]
        first = self._state.stops[0] if self._state.revising is not None else None
        self._set(focus=left[0] if left else first)
        after = self._after
        if after is not None and after.code not in self._ready:
            self._load(after)

    def _load(self, shown: Shown) -> None:
        if _Load(shown.code) in self.jobs.keys:
            return

        def done(images: tuple[BlindImage, ...]) -> None:
            if self._closed:
                return
            self._ready[shown.code] = images
            if self._wanted is not None and self._wanted[0].code == shown.code:
                self._show_wanted()

        def failed(failure: Failure) -> None:
            wanted = self._wanted
            if self._closed or wanted is None or wanted[0].code != shown.code:
                return  # loaded ahead: it is tried again when it is its turn
            self._set(page=Page.STOPPED, problem=_sentence(failure, tr("loading an image")))
            self._again = self.begin

        def work(report: Report) -> tuple[BlindImage, ...]:
            self.sitting.refuse_changed(shown.code, shown.images)
            return load_images(shown.code, shown.images, report)

        self.jobs.start(
            tr("Loading"),
            work,
            done,
            _Load(shown.code),
            failed=failed,
        )

    # --- Storing -------------------------------------------------------------------------------

    def _take(self, question: Question, value: Value) -> None:
        """Put an answer on the screen and, unless it is a revision's, into the record."""
        answers = self._state.answers.with_(question, value)
        if self._state.revising is not None:
            self._set(answers=answers)
            return
        self._viewing = None  # whoever changes an answer has not confirmed it
        self._pending.pop(question, None)
        self._pending[question] = value
        self._set(answers=answers, unstored=self._not_stored())
        self._store()

    def _leave_text(self, question: Question) -> None:
        """What was typed elsewhere is stored when the reader goes on to another question."""
        if any(typed != question for typed in self._typed):
            self._flush()

    def _flush(self) -> None:
        """Send what was typed to the record."""
        self._typing_pause.stop()
        typed, self._typed = self._typed, {}
        self._pending.update(typed)
        self._store()

    def _store(self) -> None:
        """Send the record the oldest answer that it does not have."""
        shown = self._state.shown
        if self._storing or self._closed or not self._pending or shown is None:
            return
        question, value = next(iter(self._pending.items()))
        self._storing = True

        def done(_: object) -> None:
            self._storing = False
            if self._pending.get(question) == value:
                del self._pending[question]
            self._again = None
            self._retry_pause.stop()
            self._set(unstored=self._not_stored(), problem="")
            if self._pending:
                self._store()
            elif self._viewing is not None and not self._typed:
                self._confirm()

        def failed(refusal: _Refusal) -> None:
            self._storing = False
            self._viewing = None
            if refusal.for_good:
                self._stop(refusal.sentence)
            else:
                self._set(problem=refusal.sentence)
                self._try_again(self._store)

        self._tell(
            tr("Storing an answer"),
            lambda: self.sitting.answer(shown.code, question, value),
            done,
            failed,
        )

    def _confirm(self) -> None:
        shown, viewing = self._state.shown, self._viewing
        if shown is None or viewing is None:
            return
        self._set(confirming=True)

        def done(_: object) -> None:
            after = self._after
            if shown.practice and (after is None or not after.practice):
                self._set(pause=self._idle or Pause.PRACTISED)
            self.begin()

        def failed(refusal: _Refusal) -> None:
            if refusal.for_good:
                self._stop(refusal.sentence)
                return
            # It may be in the record although no answer came: only asking again shows that.
            self._set(problem=refusal.sentence)
            self._try_again(self._confirm)

        self._tell(
            tr("Confirming"), lambda: self.sitting.confirm(shown.code, viewing), done, failed
        )

    def _stop(self, sentence: str) -> None:
        """The record refused what is on the screen, and will not take it later."""
        self._pending.clear()
        self._typed.clear()
        self._again = self.begin
        self._set(page=Page.STOPPED, problem=sentence, unstored=frozenset[Question]())

    def _try_again(self, what: Callable[[], None]) -> None:
        self._again = what
        self._retry_pause.start()

    def _not_stored(self) -> frozenset[Question]:
        return frozenset(self._pending) | frozenset(self._typed)

    def _tell(
        self,
        name: str,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[_Refusal], None],
    ) -> None:
        """Have the record do something, after all that was sent before."""

        def guarded(report: Report) -> "T | _Refusal":
            try:
                return work()
            except StationError as error:
                return _Refusal(str(error), isinstance(error, ReadingError))

        def came(result: "T | _Refusal") -> None:
            if self._closed:
                return
            if isinstance(result, _Refusal):
                failed(result)
            else:
                done(result)

        def broke(failure: Failure) -> None:
            if not self._closed:
                failed(_Refusal(_sentence(failure, name.lower()), for_good=False))

        self.jobs.start(name, guarded, came, ordered=True, failed=broke)

    # --- Behind the verbs ----------------------------------------------------------------------

    @property
    def _answerable(self) -> bool:
        state = self._state
        return state.page is Page.READING and not state.pause and not state.confirming

    def _artifact_side(self) -> Side | None:
        """Whose artifact Y and N answer: the focused image's, else the first that is open."""
        state = self._state
        asked = [stop.side for stop in state.stops if stop.id == ARTIFACT]
        if state.focus is not None and state.focus.side in asked:
            return state.focus.side
        return asked[0] if len(asked) == 1 else None

    def _viewing_now(self, zoom: float | None) -> Viewing:
        state = self.workflow.state
        return Viewing(
            seconds=round(self._watch.seconds, 3),
            window_suv=self.workflow.window_suv,
            slice_mm=state.views[0].position_mm[2],
            zoom=zoom,
            windows_suv=self._trace.windows,
            zooms=self._trace.zooms,
            slices=self._trace.slices,
        )

    def _on_looked(self, *_: object) -> None:
        """Something about the picture has changed."""
        window_suv, image = self.workflow.window_suv, self.workflow.pet_image()
        if window_suv is None or image is None:
            return
        view = self.workflow.state.views[0]
        number, count = slice_number(image.volume.geometry, self._plane, view.position_mm)
        if 1 <= number <= count:
            self._trace.see(window_suv, self._plane, number, view.framings[self._plane].zoom)

    def _set(self, **fields: Any) -> None:
        before = self._state
        self._state = replace(before, **fields)
        self._watch.run(self._state.page is Page.READING and not self._state.pause)
        self.changed.emit(before, self._state)


@dataclass(frozen=True)
class _Load:
    """Names the job that loads a case's images."""

    code: str


def _due(sitting: ReaderSitting | ConsensusSitting) -> _Due:
    due = sitting.next()
    if isinstance(due, Finished):
        signers = sitting.signers if isinstance(sitting, ConsensusSitting) else (sitting.name,)
        return _Due(
            due,
            own=sitting.own(),
            signers=signers,
            meaning=sitting.meaning,
            looked_again=sitting.looked_again(),
        )
    if isinstance(due, Rest):
        return _Due(due)
    after = sitting.following(due.code)
    return _Due(
        _shown(sitting, due),
        draft=sitting.draft(due.code),
        after=None if after is None else _shown(sitting, after),
    )


def _store_all(
    sitting: ReaderSitting | ConsensusSitting, code: str, answers: Mapping[Question, Value]
) -> None:
    for question, value in answers.items():
        sitting.answer(code, question, value)


def _shown(sitting: ReaderSitting | ConsensusSitting, case: Case | ConsensusCase) -> Shown:
    if isinstance(case, Case):
        asked = questions(sitting.protocol)
        return Shown(case.code, case.practice, case.number, case.total, case.images, asked)
    asked = consensus_questions(case.criteria)
    images = (case.image,)
    return Shown(case.code, False, case.number, case.total, images, asked, case.scores)


def _sentence(failure: Failure, doing: str) -> str:
    """A failure as a blinded reader may see it: a bug's own words could name what was shown."""
    if failure.details is None:
        return failure.sentence
    kind = failure.details.strip().rpartition("\n")[2].partition(":")[0]
    return tr(
        "Station made a mistake while {doing} ({kind}). What is confirmed is stored. "
        "Try again, and tell the coordinator if it persists.",
        doing=doing,
        kind=kind,
    )


def _nothing(result: object) -> None:
    """Whether the entry could be written or not, the screen is locked."""


def _timer(parent: QObject, interval_ms: int, verb: Callable[[], None]) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(interval_ms)
    timer.timeout.connect(verb)
    return timer
