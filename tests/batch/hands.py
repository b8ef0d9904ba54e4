"""Stands in for the workers of a batch: tasks are done at once, in this process."""

from collections import deque
from collections.abc import Callable, Generator, Iterable
from contextlib import contextmanager
from typing import Any, cast

from station.batch.crew import Crew, Ended, SchedulerLost, WorkerLost
from station.batch.run import Crews, Request, run_batch
from station.batch.work import Job, do
from station.batch.worker import Ending, Limits, Tried
from station.progress import silent

Fate = Callable[[Job, Limits], Tried | WorkerLost | type[SchedulerLost]]
"""What becomes of a study that is handed out"""


def well(job: Job, limits: Limits) -> Tried:
    """It is worked on as a worker would."""
    made = do(job)
    return Tried(Ending.DONE, 0.5, 10**8, made.inputs, made.output)


class Hands:
    """As `Crew`; two tasks at a time."""

    def __init__(self, fate: Fate = well, slots: int = 2) -> None:
        self.fate = fate
        self.dashboard = "http://dashboard"
        self.handed_out: list[str] = []
        """UIDs of the studies that were, in order"""
        self.looked = 0
        """Folders that were looked at"""
        self.openings = 0
        self.most_busy = 0
        self._slots = slots
        self._tasks = deque[tuple[str, Callable[..., Any], tuple[Any, ...]]]()

    @property
    def busy(self) -> int:
        return len(self._tasks)

    def slots(self) -> int:
        return self._slots

    def hand_out(self, name: str, work: Callable[..., Any], *values: Any) -> None:
        self._tasks.append((name, work, values))
        self.most_busy = max(self.most_busy, len(self._tasks))

    def ended(self, within_s: float) -> list[Ended | WorkerLost]:
        name, work, values = self._tasks.popleft()
        if not isinstance(values[0], Job):
            self.looked += 1
            return [Ended(name, work(*values))]
        self.handed_out.append(values[0].study_uid)
        fate = self.fate(*values[:2])
        if fate is SchedulerLost:
            self._tasks.clear()
            raise SchedulerLost
        if isinstance(fate, WorkerLost):
            return [WorkerLost(name, fate.workers, fate.reason)]
        return [Ended(name, fate)]

    @contextmanager
    def open(self) -> Generator[Crew]:
        self.openings += 1
        yield cast(Crew, self)


def run(request: Request, hands: Hands | None = None) -> list[str]:
    """Run a batch with these hands; what it said."""
    said: list[str] = []
    crews: Crews = (hands or Hands()).open
    run_batch(request, crews, silent, said.append)
    return said


def fates(*of_tries: Tried | WorkerLost | type[SchedulerLost]) -> Fate:
    """The first tries end so, the others well."""
    left: Iterable[Any] = iter(of_tries)

    def fate(job: Job, limits: Limits) -> Any:
        given = next(iter(left), None)
        return well(job, limits) if given is None else given

    return fate


def died(reason: str = "It crashed.", signal: int | None = 11) -> Tried:
    return Tried(Ending.DIED, 1.0, exit_signal=signal, reason=reason)
