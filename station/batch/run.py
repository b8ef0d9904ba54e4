"""Drives a batch: finds the studies, hands out those that are missing, and keeps the ledger."""

import os
import shutil
import time
from collections import deque
from collections.abc import Callable, Generator, Iterable, Mapping
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from station import __version__
from station.archive.batches import FILE, KNOWN_BY, Absent, Batch, Ledger, LedgerRow, Roots, State
from station.batch.crew import Crew, Ended, SchedulerLost, WorkerLost
from station.batch.fetching import Arrived
from station.batch.outputs import FOLDER, is_whole
from station.batch.results import write_results
from station.batch.survey import File, FoundStudy, Looked, Survey, look
from station.batch.work import OPERATIONS, Job, Operation, shipped_weights
from station.batch.worker import Ending, Limits, Tried, work_on
from station.dicom.folders import remove_leftovers
from station.errors import Cancelled, StationError
from station.pet.words import count_of
from station.progress import Report
from station.system import locked
from station.whole_file import writing

DEATHS_ALLOWED = 3
"""Tries of a study that end its process, before it is set aside"""
LOSSES_ALLOWED = 10
"""Tries that end with a lost worker. A study cannot reach out of its process, so that this is most
often the worker's fault; a study that takes whole computers with it is set aside in the end"""
SCHEDULER_BACK_WITHIN_S = 60.0
"""How long a lost scheduler is waited for"""
MEMORY_BASE_BYTES = 3 << 30
"""Of a process with its networks loaded and a whole-body PET/CT in work"""
MEMORY_PER_FILE_BYTE = 16
"""More memory for each byte of a study's files: int16 pixels as a few float32 images"""
THREADS = "threads"
"""Among the options that decide an output"""
LOCK = "batch.lock"
"""In the folder of the results: held by the program that drives the batch"""
WAKES_EVERY_S = 0.2
"""How often progress is reported, and it is looked whether the work should stop"""
LOOKS_EACH = 8
"""Folders that are handed out for each worker at a time: the names of their files take room"""
SUMMARY_EVERY_S = 300.0
"""While a batch runs"""
SUMMARY_SHARE = 0.02
"""Of the time is spent on writing it, at most: of 10,000 studies it takes seconds"""
GONE = "Its files are no longer in the folders of the batch."
STUDY, FOLDER_LOOK = "study", "look"
"""What the names of tasks begin with"""
RATE_OVER_S = 600.0
"""The studies a minute are counted over that long"""


@dataclass(frozen=True)
class Request:
    """What is asked of a batch."""

    operation: str
    options: Mapping[str, Any]
    roots: Roots
    out: Path
    """The folder of the results"""
    threads: int | None = None
    """Of each study: they decide the last digits of its results, which must not depend on the
    number of workers. None: as the batch was begun, which is 1"""
    resume: bool = False
    retry: bool = False
    """Whether studies that failed or were set aside are tried again"""
    time_limit_s: float = 3600.0
    memory_limit_bytes: int | None = None
    """Of one study; None: by the size of its files"""
    fetch: "Fetch | None" = None
    """Brings more studies, once it is known that the folder of the results can be used"""
    absent: tuple[Absent, ...] = ()
    """Studies that should have been there, such as those that a server did not send"""
    operations: Mapping[str, Operation] = field(default_factory=lambda: OPERATIONS)
    program: str = "station.batch.study_process"
    """The module that works on the studies"""


Fetch = Callable[[Report, Callable[[str], None]], Arrived]
"""Reports its progress, and says what the user should know"""
Crews = Callable[[], AbstractContextManager[Crew]]
"""Opens the workers; once more where the scheduler was lost"""


def run_batch(request: Request, crews: Crews, report: Report, say: Callable[[str], None]) -> None:
    """Work on every study of the batch that is missing; the ledger is whole, and closed, after it.

    `say` is given sentences for the user. Lets `Cancelled` from `report` pass. Raises StationError:
    the folder holds another batch, the disk is full, there is no scheduler.
    """
    with _held(request.out):
        ledger = _begun(request)
        try:
            if request.fetch is not None:
                arrived = request.fetch(report, say)
                roots = _joined(request.roots, arrived.roots)
                request = replace(request, roots=roots, absent=arrived.absent)
            ledger = _new(request) if ledger is None else _with_roots(ledger, request.roots)
            run = _Run(request, ledger, report, say)
            try:
                run.through(crews)
            except (Cancelled, StationError):
                with suppress(StationError):  # why it stopped is said, not why there is no summary
                    run.summarise()
                raise
            report(1.0, "Writing the summary")
            _remove_superseded(request.out / FOLDER, ledger.rows().values())
            run.summarise()
        finally:
            if ledger is not None:
                ledger.close()


@contextmanager
def _held(out: Path) -> Generator[None]:
    """Keep other programs from driving the batch of this folder, which is made."""
    with writing(f"The results in {out}"):
        out.mkdir(parents=True, exist_ok=True)
    try:
        lock = locked(out / LOCK)
    except BlockingIOError as error:
        raise StationError(
            f"Another `station batch` is at work on {out}. Wait until it ends, or choose another "
            "folder with --out."
        ) from error
    except OSError as error:
        raise StationError(
            f"{out} cannot be locked ({error.strerror or error}), so that two programs could drive "
            "one batch. Choose another folder with --out."
        ) from error
    try:
        yield
    finally:
        lock.release()


def _begun(request: Request) -> Ledger | None:
    """The batch of the folder; None: a new one can begin there.

    Raises StationError where it is another batch, or where there is something else.
    """
    out = request.out
    options, weights = _deciding(request)
    if not (out / KNOWN_BY).exists() or (not request.resume and _is_without_study(out)):
        made = {LOCK, KNOWN_BY, FOLDER}
        others = [
            name for name in os.listdir(out) if name not in made and not name.startswith(FILE)
        ]
        if others:
            raise StationError(
                f"{out} is not empty and holds no batch. Choose another folder with --out."
            )
        if not request.roots and request.fetch is None:
            raise StationError("There is nothing to work on. Name folders with studies.")
        return None
    ledger = Ledger.opened(out)
    try:
        if not request.resume:
            counts = ledger.counts()
            raise StationError(
                f"{out} holds a batch already: {counts[State.DONE]} of "
                f"{count_of(sum(counts.values()), 'study', 'studies')} done. Go on with it with "
                "--resume, or choose another folder with --out."
            )
        if request.threads is None:
            options[THREADS] = ledger.batch.options.get(THREADS)
        _refuse_another(ledger.batch, request.operation, options, weights)
    except BaseException:
        ledger.close()
        raise
    return ledger


def _new(request: Request) -> Ledger:
    out = request.out
    options, weights = _deciding(request)
    with writing(f"The results in {out}"):
        (out / FOLDER).mkdir(exist_ok=True)
        return Ledger.created(
            out,
            request.operation,
            options | {THREADS: request.threads or 1},
            weights,
            __version__,
            request.roots,
        )


def _deciding(request: Request) -> tuple[dict[str, Any], dict[str, str]]:
    """(options, weights) that decide what the outputs are. Raises StationError."""
    options = {**request.options, THREADS: request.threads}
    return options, shipped_weights(request.operations[request.operation], options)


def _with_roots(ledger: Ledger, more: Roots) -> Ledger:
    """The batch that looks for studies there, too."""
    roots = _joined(ledger.batch.roots, more)
    if roots != ledger.batch.roots:
        ledger.look_below(roots)
    return ledger


def _joined(roots: Roots, more: Roots) -> Roots:
    joined = dict(roots)
    for root, wanted in more.items():
        before = joined.get(root, ())
        if wanted is None or before is None:
            joined[root] = None
        else:
            joined[root] = tuple(dict.fromkeys((*before, *wanted)))
    return joined


def _is_without_study(out: Path) -> bool:
    """Whether the batch of the folder has found nothing yet: there is nothing to lose."""
    ledger = Ledger.opened(out)
    try:
        return not any(ledger.counts().values())
    finally:
        ledger.close()


def _refuse_another(
    batch: Batch, operation: str, options: Mapping[str, Any], weights: Mapping[str, str]
) -> None:
    """Raise StationError where the outputs would not be of one kind."""
    other = "Choose another folder with --out"
    if batch.version != __version__:
        raise StationError(
            f"{batch.folder} was begun by Station {batch.version}, this is Station {__version__}; "
            f"their outputs may differ. {other}, or go on with Station {batch.version}."
        )
    if batch.operation != operation:
        raise StationError(
            f"{batch.folder} holds the results of `station batch {batch.operation}`, not of "
            f"`station batch {operation}`. {other}."
        )
    changed = [
        f"--{name.replace('_', '-')} was {_words(batch.options.get(name))} and is "
        f"{_words(options.get(name))}"
        for name in sorted({*batch.options, *options})
        if batch.options.get(name) != options.get(name)
    ]
    if changed:
        raise StationError(
            f"{batch.folder} was begun with other options: {'; '.join(changed)}. {other}, or give "
            "the same options."
        )
    networks = [name for name in weights if weights[name] != batch.weights.get(name)]
    if networks:
        raise StationError(
            f"{batch.folder} was begun with another {networks[0]} (weights SHA-256 "
            f"{batch.weights.get(networks[0])}, now {weights[networks[0]]}); their outputs may "
            f"differ. {other}."
        )


def _words(value: object) -> str:
    if value is None or value in (False, [], {}):
        return "not given"
    return "given" if value is True else str(value)


class _Run:
    """One pass of a program over a batch."""

    def __init__(
        self, request: Request, ledger: Ledger, report: Report, say: Callable[[str], None]
    ) -> None:
        self._request, self._ledger, self._report, self._say = request, ledger, report, say
        self._survey = Survey(ledger.batch.roots, Path(os.path.realpath(request.out)))
        self._rows = ledger.rows()
        self._found: dict[str, FoundStudy] = {}
        self._ready = deque[str]()
        """UIDs of the studies to hand out, those that died last"""
        self._looks: dict[str, tuple[File, ...]] = {}
        """Files of the folders that are being looked at, by the name of the task"""
        self._task_of: dict[str, str] = {}
        """UID of the study by the name of the task"""
        self._tasks = 0
        self._disk = ""
        """Why no results can be written"""
        self._done_at = deque[float]()
        self._summary_at = time.monotonic() + SUMMARY_EVERY_S

    def summarise(self) -> None:
        """Write the tables and the page of what is done by now. Raises StationError."""
        operation = self._request.operations[self._request.operation]
        if self._rows:
            write_results(self._ledger, operation, self._survey.left_out())

    def through(self, crews: Crews) -> None:
        """Until nothing is missing, and nothing has arrived."""
        again = (State.FAILED, State.SET_ASIDE) if self._request.retry else ()
        self._keep(
            [
                row.again()
                for row in self._rows.values()
                if (row.state in again and row.was_there) or self._lacks(row)
            ],
            new=True,
        )
        self._keep_absent(self._request.absent)
        lost_at = None
        while True:
            try:
                with crews() as crew:
                    self._say(f"Dashboard: {crew.dashboard}")
                    lost_at = None
                    self._until_nothing_is_missing(crew)
                return
            except SchedulerLost:
                self._hand_back()
                lost_at = lost_at or time.monotonic()
                self._say("The scheduler was lost. What it had is handed out again.")
            except StationError:
                # Nobody is at the address: perhaps not yet again.
                if lost_at is None or time.monotonic() - lost_at > SCHEDULER_BACK_WITHIN_S:
                    raise
                self._progress("Waiting for the scheduler")
                time.sleep(WAKES_EVERY_S)

    def _until_nothing_is_missing(self, crew: Crew) -> None:
        while True:
            self._look(crew)
            if not self._ready:
                break
            self._work_off(crew)
        if not self._rows:
            raise StationError(
                f"There is no study in {', '.join(self._ledger.batch.roots)}. Name folders with "
                "DICOM images."
            )

    # -- what there is ---------------------------------------------------------------------------

    def _look(self, crew: Crew) -> None:
        """Find studies that are new, that changed and that are gone."""
        self._report(0.0, "Looking for studies")
        folders = deque(self._survey.changed())
        total = max(len(folders), 1)
        while folders or self._looks:
            while folders and crew.busy < LOOKS_EACH * crew.slots():
                self._hand_out_look(crew, folders.popleft())
            for end in crew.ended(WAKES_EVERY_S) if crew.busy else ():
                self._learn(crew, end)
            done = 1 - (len(folders) + len(self._looks)) / total
            words = f"Looking for studies: {done:.0%} of the folders"
            self._report(0.0, words if crew.slots() else "Waiting for workers")
            if not crew.busy:
                time.sleep(WAKES_EVERY_S)
        # What is there of a study that did not come whole is not worked on.
        halves = {study.study_uid for study in self._request.absent}
        self._found = {
            study.uid: study for study in self._survey.studies() if study.uid not in halves
        }
        rows: list[LedgerRow] = []
        for study in self._found.values():
            row = self._rows.get(study.uid)
            back = row is not None and row.reason == GONE
            if row is None or back or row.files != study.fingerprint:
                rows.append(
                    LedgerRow(
                        study.uid,
                        study.patient_id,
                        study.places,
                        study.fingerprint,
                        study.size_bytes,
                    )
                )
        self._keep(rows, new=True)
        self._keep(
            replace(row, state=State.FAILED, reason=GONE)
            for row in self._rows.values()
            if row.state is State.WAITING and row.study_uid not in self._found
        )
        wanted = {uid for uids in self._ledger.batch.roots.values() for uid in uids or ()}
        self._keep_absent(Absent(uid, "", GONE) for uid in wanted - self._found.keys() - halves)
        waiting = [row for row in self._rows.values() if row.state is State.WAITING]
        waiting.sort(key=lambda row: (row.deaths, row.losses))
        self._ready = deque(row.study_uid for row in waiting)

    def _keep_absent(self, studies: Iterable[Absent]) -> None:
        """A study without files has a row, too; what was done of it before stays."""
        unknown = LedgerRow("", "", (), "", 0)
        self._keep(
            [
                LedgerRow.of(study)
                for study in studies
                if not self._rows.get(study.study_uid, unknown).was_there
            ],
            new=True,
        )

    def _learn(self, crew: Crew, end: Ended | WorkerLost) -> None:
        files = self._looks.pop(end.name)
        if isinstance(end, Ended):
            looked: Looked = end.value
            self._survey.learn(files, looked)
        else:
            self._hand_out_look(crew, files)

    def _hand_out_look(self, crew: Crew, files: tuple[File, ...]) -> None:
        self._tasks += 1
        name = f"{FOLDER_LOOK}-{self._tasks}"
        self._looks[name] = files
        crew.hand_out(name, look, files)

    # -- working ---------------------------------------------------------------------------------

    def _work_off(self, crew: Crew) -> None:
        """Until every study that is ready has ended somehow."""
        while (self._ready and not self._disk) or crew.busy:
            # As many again as are worked on: no worker waits for the next.
            while self._ready and not self._disk and crew.busy < 2 * crew.slots():
                self._hand_out(crew, self._ready.popleft())
            self._keep([self._after(end) for end in crew.ended(WAKES_EVERY_S)])
            self._summarise_now_and_then()
            if crew.slots():
                self._progress()
            else:
                self._progress("Waiting for workers")
        if self._disk:
            counts = self._counts()
            raise StationError(
                f"{self._disk} {counts[State.DONE]} of "
                f"{count_of(len(self._rows), 'study', 'studies')} done; go on with --resume."
            )

    def _summarise_now_and_then(self) -> None:
        began = time.monotonic()
        if began < self._summary_at:
            return
        with suppress(StationError):  # said when the batch ends
            self.summarise()
        now = time.monotonic()
        self._summary_at = now + max(SUMMARY_EVERY_S, (now - began) / SUMMARY_SHARE)

    def _hand_out(self, crew: Crew, uid: str) -> None:
        study, request, batch = self._found[uid], self._request, self._ledger.batch
        self._tasks += 1
        name = f"{STUDY}-{self._tasks}"
        self._task_of[name] = uid
        job = Job(
            batch.operation,
            batch.options,
            batch.weights,
            batch.version,
            uid,
            tuple(file.path for file in study.images),
            tuple(file.path for file in study.vois),
            str(Path(os.path.realpath(request.out), FOLDER)),
        )
        by_size = MEMORY_BASE_BYTES + MEMORY_PER_FILE_BYTE * study.size_bytes
        limits = Limits(
            request.time_limit_s, request.memory_limit_bytes or by_size, batch.options[THREADS]
        )
        crew.hand_out(name, work_on, job, limits, request.program)

    def _after(self, end: Ended | WorkerLost) -> LedgerRow:
        """What holds of a study after a try; it is ready again where it is to be tried again."""
        uid = self._task_of.pop(end.name)
        row = self._rows[uid]
        row = replace(row, tries=row.tries + 1)
        if isinstance(end, WorkerLost):
            row = replace(row, losses=row.losses + end.workers, reason=end.reason)
            if row.losses >= LOSSES_ALLOWED:
                why = f"{row.losses} workers were lost while they worked on it."
                return replace(row, state=State.SET_ASIDE, reason=why)
            self._ready.append(uid)
            return row
        tried: Tried = end.value
        row = replace(
            row,
            inputs=tried.inputs,
            output=tried.output,
            seconds=tried.seconds,
            peak_rss_bytes=tried.peak_rss_bytes,
            exit_signal=tried.exit_signal,
            reason=tried.reason,
        )
        match tried.ending:
            case Ending.DONE:
                self._done_at.append(time.monotonic())
                return replace(row, state=State.DONE)
            case Ending.FAILED:
                return replace(row, state=State.FAILED)
            case Ending.DISK:
                self._disk = tried.reason
                return row
            case Ending.DIED:
                row = replace(row, deaths=row.deaths + 1)
                if row.deaths >= DEATHS_ALLOWED:
                    why = f"It ended its process {row.deaths} times; the last time: {row.reason}"
                    return replace(row, state=State.SET_ASIDE, reason=why)
                self._ready.append(uid)
                return row

    def _lacks(self, row: LedgerRow) -> bool:
        """Whether the output of a study that is done is there no longer."""
        output = self._request.out / FOLDER / str(row.output)
        return row.state is State.DONE and not is_whole(output)

    def _hand_back(self) -> None:
        """What was handed out to a scheduler that is lost is missing still."""
        self._ready.extendleft(self._task_of.values())
        self._task_of.clear()
        self._looks.clear()

    # -- the ledger ------------------------------------------------------------------------------

    def _keep(self, rows: Iterable[LedgerRow], *, new: bool = False) -> None:
        every = list(rows)
        if new:
            self._ledger.add(every)
        else:
            self._ledger.record(every)
        self._rows |= {row.study_uid: row for row in every}

    def _counts(self) -> dict[State, int]:
        states = [row.state for row in self._rows.values()]
        return {state: states.count(state) for state in State}

    def _progress(self, instead: str = "") -> None:
        counts, total = self._counts(), max(len(self._rows), 1)
        ended = total - counts[State.WAITING] if self._rows else 0
        words = [f"{ended} of {count_of(total, 'study', 'studies')}"]
        if counts[State.FAILED]:
            words.append(f"{counts[State.FAILED]} failed")
        if counts[State.SET_ASIDE]:
            words.append(f"{counts[State.SET_ASIDE]} set aside")
        if (rate := self._rate_per_min()) is not None:
            words.append(f"{rate:.3g} a minute")
        self._report(ended / total, instead or ", ".join(words))

    def _rate_per_min(self) -> float | None:
        """Studies done a minute, lately; None: too few to say."""
        while self._done_at and time.monotonic() - self._done_at[0] > RATE_OVER_S:
            self._done_at.popleft()
        if len(self._done_at) < 2:
            return None
        return 60 * (len(self._done_at) - 1) / max(self._done_at[-1] - self._done_at[0], 1e-3)


def _remove_superseded(outputs: Path, rows: Iterable[LedgerRow]) -> None:
    """Remove outputs of studies as they were before they changed: nothing is there twice."""
    current = {row.output for row in rows if row.state is State.DONE}
    for path in outputs.iterdir():
        if path.name not in current and not path.name.startswith("."):
            shutil.rmtree(path, ignore_errors=True)
    remove_leftovers(outputs)  # of workers that were killed
