"""Long work off the GUI thread: progress, cancel, and its result back on the GUI thread."""

import time
import traceback
from collections.abc import Callable, Hashable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

from PySide6.QtCore import QCoreApplication, QObject, Signal

from station.app.language import tr
from station.errors import Cancelled, StationError
from station.installed import REPLACED, was_replaced
from station.logs import log_bug
from station.progress import Report
from station.system import return_free_memory

T = TypeVar("T")
Work = Callable[[Report], T]

THREADS = 2
"""Jobs at a time: they compute, and a window is drawn meanwhile"""
LONG_S = 0.2
"""Work of at least this long may have left much memory that nobody uses"""


class Executor(Protocol):
    def submit(self, function: Callable[[], None], /) -> object: ...


class InlineExecutor:
    """Runs work where it is submitted: for tests and for the command line."""

    def submit(self, function: Callable[[], None], /) -> object:
        function()
        return None


@dataclass(frozen=True)
class Failure:
    """Why a job did not finish. `details` is a traceback where the program itself is at fault."""

    sentence: str
    details: str | None = None


class Job(QObject):
    """One piece of work under way. All its signals are emitted on the GUI thread."""

    progressed = Signal(float, str)
    finished = Signal(object)
    failed = Signal(object)
    cancelled = Signal()
    ended = Signal()
    """After any of the three above"""

    # Crossing from the worker's thread: received by this object's own methods, so Qt queues them.
    _report_crossing = Signal(float, str)
    _outcome_crossing = Signal(object)

    def __init__(
        self, name: str, key: Hashable, ordered: bool, asked: bool, parent: QObject
    ) -> None:
        super().__init__(parent)
        self.asked = asked
        self.name = name
        self.key = key
        self.ordered = ordered
        self._asked_to_stop = False
        self._report_crossing.connect(self._on_report)
        self._outcome_crossing.connect(self._on_outcome)

    @property
    def asked_to_stop(self) -> bool:
        return self._asked_to_stop

    def cancel(self) -> None:
        self._asked_to_stop = True

    def report(self, fraction: float, message: str) -> None:
        if self._asked_to_stop:
            raise Cancelled
        self._report_crossing.emit(min(max(fraction, 0.0), 1.0), message)

    def run(self, work: Work[Any]) -> None:
        """Do the work on the calling thread and signal how it ended."""
        begun = time.monotonic()
        self._outcome_crossing.emit(self._attempt(work))
        if time.monotonic() - begun > LONG_S:
            return_free_memory()

    def _attempt(self, work: Work[Any]) -> "_Outcome":
        try:
            self.report(0.0, self.name)
            return _Outcome(result=work(self.report))
        except Cancelled:
            return _Outcome(cancelled=True)
        except StationError as error:
            return _Outcome(failure=Failure(str(error)))
        except MemoryError:
            return _Outcome(
                failure=Failure(
                    tr(
                        "{name}: the computer has run out of memory. Close other programs "
                        "and try again.",
                        name=self.name,
                    )
                )
            )
        except Exception as error:  # noqa: BLE001  # the one place where a bug is caught
            log_bug(error)
            if was_replaced():
                return _Outcome(failure=Failure(REPLACED))
            return _Outcome(
                failure=Failure(
                    tr("{name} failed: {error}", name=self.name, error=error),
                    traceback.format_exc(),
                )
            )

    def _on_report(self, fraction: float, message: str) -> None:
        self.progressed.emit(fraction, message)

    def _on_outcome(self, outcome: "_Outcome") -> None:
        if outcome.cancelled:
            self.cancelled.emit()
        elif outcome.failure is not None:
            self.failed.emit(outcome.failure)
        elif self._asked_to_stop:
            self.cancelled.emit()  # it finished meanwhile; the user no longer wants it
        else:
            self.finished.emit(outcome.result)
        self.ended.emit()


@dataclass(frozen=True)
class _Outcome:
    result: Any = None
    failure: Failure | None = None
    cancelled: bool = False


class Jobs(QObject):
    """Starts jobs and knows which are under way; `changed` when that set changes."""

    changed = Signal()
    started = Signal(object)
    failed = Signal(object)
    """`Failure` of any job"""

    def __init__(self, executor: Executor | None = None, threads: int = THREADS) -> None:
        super().__init__()
        self._given = executor
        self._executor: Executor = executor or ThreadPoolExecutor(threads, "station-job")
        self._one_by_one: Executor = executor or ThreadPoolExecutor(1, "station-archive")
        self._running: list[Job] = []

    def apart(self, threads: int = THREADS) -> "Jobs":
        """Other jobs, run in the same way; their failures are not signalled here."""
        return Jobs(self._given, threads)

    @property
    def running(self) -> tuple[Job, ...]:
        return tuple(self._running)

    def start(
        self,
        name: str,
        work: Work[T],
        done: Callable[[T], None] | None = None,
        key: Hashable = None,
        ordered: bool = False,
        failed: Callable[[Failure], None] | None = None,
        asked: bool = False,
        cancelled: Callable[[], None] | None = None,
    ) -> Job:
        """Run `work(report)` in the background; `done(result)` is called on the GUI thread.

        `key` says what the job is for, so that the same is not started twice (see `keys`).
        `ordered` jobs run one after another, as they were started: what the archive writes.
        `failed(failure)` is called on the GUI thread as well as the signal of that name;
        `cancelled()` where it was stopped.
        `asked`: a person waits for its result, which would be lost if the program ended.
        """
        job = Job(name, key, ordered, asked, self)
        if done is not None:
            job.finished.connect(done)
        if failed is not None:
            job.failed.connect(failed)
        if cancelled is not None:
            job.cancelled.connect(cancelled)
        job.failed.connect(self.failed)
        job.ended.connect(self._forget)
        self._running.append(job)
        self.started.emit(job)
        self.changed.emit()
        (self._one_by_one if ordered else self._executor).submit(lambda: job.run(work))
        return job

    @property
    def asked(self) -> tuple[Job, ...]:
        """The work under way that somebody waits for."""
        return tuple(job for job in self._running if job.asked and not job.asked_to_stop)

    @property
    def keys(self) -> frozenset[Hashable]:
        """What the jobs under way are for."""
        return frozenset(job.key for job in self._running if not job.asked_to_stop)

    def cancel(self, unwanted: Callable[[Hashable], bool]) -> None:
        """Ask the jobs whose key is unwanted to stop."""
        for job in self._running:
            if unwanted(job.key):
                job.cancel()

    def cancel_all(self) -> None:
        """Ask everything to stop that may: what goes into the archive is written in any case."""
        for job in self._running:
            if not job.ordered:
                job.cancel()

    def shut_down(self) -> None:
        """Ask everything to stop and wait for it: before the program ends."""
        self.cancel_all()
        for executor in (self._executor, self._one_by_one):
            if isinstance(executor, ThreadPoolExecutor):
                executor.shutdown(wait=True)
        for job in self._running:
            # Nobody needs its last signals, and their receivers are about to go.
            QCoreApplication.removePostedEvents(job)

    def _forget(self) -> None:
        job = self.sender()
        if isinstance(job, Job) and job in self._running:
            self._running.remove(job)
            job.deleteLater()
            self.changed.emit()
