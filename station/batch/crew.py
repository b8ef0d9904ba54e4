"""The workers of a batch: Dask distributed, on this computer or at a site's scheduler.

Dask distributes and watches; what is done and what is not is the ledger's to know. A task that is
lost here is only tried again.
"""

import asyncio
import concurrent.futures
import logging
import time
from collections.abc import Callable, Generator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from typing import Any

from station.errors import StationError

CONNECTS_WITHIN_S = 10
"""A scheduler that does not answer for so long is taken to be gone"""
GATHERED_WITHIN_S = 30
"""What a task gave is a few hundred bytes; a worker that does not send them is taken to be lost"""
COUNT_EVERY_S = 2.0
"""How often the scheduler is asked for the number of its workers"""


LOST = (OSError, TimeoutError, asyncio.CancelledError, concurrent.futures.CancelledError)
"""What a client raises where its scheduler has gone; Dask's own errors of the line are OSErrors"""


LOCAL_SETTINGS: dict[str, Any] = {
    # Every lost worker is reported, and the ledger counts them.
    "distributed.scheduler.allowed-failures": 0,
    # A worker only waits for its study's process; watching it 50 to 100 times a second would take
    # a tenth of a core from the studies.
    "distributed.worker.profile.enabled": False,
    "distributed.admin.tick.interval": "1s",
    "distributed.admin.system-monitor.interval": "2s",
    # What a task gives is a few hundred bytes, which nobody needs to move.
    "distributed.scheduler.active-memory-manager.start": False,
}
"""Of Dask, on this computer; at a site they are the site's"""


class SchedulerLost(Exception):
    """The scheduler does not answer; what was handed to it has to be handed out again."""


@dataclass(frozen=True)
class Ended:
    """What came of a task."""

    name: str
    value: Any


@dataclass(frozen=True)
class WorkerLost:
    """A task whose worker, or whose workers, were lost while they worked on it."""

    name: str
    workers: int
    reason: str


class Crew:
    """Workers that take tasks, each a function and values that can be sent."""

    def __init__(self, client: Any) -> None:
        self._client = client
        self._ended = SimpleQueue[Any]()
        self._tasks: dict[str, Any] = {}
        self._counted_at = -COUNT_EVERY_S
        self._slots = 0
        self._tried_by = 1 + int(client.run_on_scheduler(_allowed_failures))
        """Workers that the scheduler lets a task lose before it says so"""

    @property
    def dashboard(self) -> str:
        """Where a browser shows what the workers do."""
        return str(self._client.dashboard_link)

    @property
    def busy(self) -> int:
        """Tasks that were handed out and have not ended."""
        return len(self._tasks)

    def slots(self) -> int:
        """Tasks that can be worked on at one time. Raises SchedulerLost."""
        now = time.monotonic()
        if now - self._counted_at >= COUNT_EVERY_S:
            self._counted_at = now
            with self._reaching():
                self._slots = sum(self._client.nthreads().values())
        return self._slots

    def hand_out(self, name: str, work: Callable[..., Any], *values: Any) -> None:
        """Give a task to the workers; `name` is a new one. Raises SchedulerLost."""
        with self._reaching():
            task = self._client.submit(work, *values, key=name, pure=False)
        self._tasks[name] = task
        task.add_done_callback(self._ended.put)

    def ended(self, within_s: float) -> list[Ended | WorkerLost]:
        """What has ended by now; waits for something that long. Raises SchedulerLost.

        Raises StationError where a worker cannot run Station.
        """
        tasks: list[Any] = []
        with suppress(Empty):
            tasks.append(self._ended.get(timeout=within_s))
            while True:
                tasks.append(self._ended.get_nowait())
        self._require_scheduler()
        return [end for task in tasks if (end := self._end(task)) is not None]

    def drop(self) -> None:
        """Forget every task that was handed out."""
        tasks, self._tasks = list(self._tasks.values()), {}
        with suppress(*LOST):
            self._client.cancel(tasks, force=True)

    def _end(self, task: Any) -> Ended | WorkerLost | None:
        from distributed import KilledWorker

        name = str(task.key)
        if name not in self._tasks:
            return None  # dropped meanwhile
        if task.status in ("cancelled", "lost"):
            raise SchedulerLost
        if task.status == "error":
            with self._reaching():
                error = task.exception(timeout=GATHERED_WITHIN_S)
            del self._tasks[name]
            if isinstance(error, KilledWorker):
                return WorkerLost(name, self._tried_by, "The worker that worked on it was lost.")
            raise StationError(
                f"A worker cannot run Station ({type(error).__name__}: {error}). Install the same "
                "Station on every worker."
            ) from error
        with self._reaching():
            try:
                value = task.result(timeout=GATHERED_WITHIN_S)
            except TimeoutError:
                del self._tasks[name]
                return WorkerLost(name, 1, "The worker that worked on it was lost.")
        del self._tasks[name]
        return Ended(name, value)

    def _require_scheduler(self) -> None:
        if self._client.status != "running":
            raise SchedulerLost

    @contextmanager
    def _reaching(self) -> Generator[None]:
        try:
            yield
        except LOST as error:
            raise SchedulerLost from error
        self._require_scheduler()


def _allowed_failures(dask_scheduler: Any) -> int:
    """Runs at the scheduler."""
    return int(dask_scheduler.allowed_failures)


@contextmanager
def local_crew(workers: int) -> Generator[Crew]:
    """That many processes of this computer. Raises StationError where they do not start."""
    from dask import config
    from distributed import Client, LocalCluster

    made: Any = LocalCluster
    with ExitStack() as opened:
        opened.enter_context(config.set(LOCAL_SETTINGS))
        try:
            cluster = made(
                n_workers=workers,
                threads_per_worker=1,
                memory_limit=0,  # the worker's own process computes nothing
                dashboard_address="127.0.0.1:0",
                silence_logs=logging.CRITICAL,  # lost workers are the batch's to report
            )
            opened.enter_context(cluster)
            crew = Crew(opened.enter_context(Client(cluster)))
        except (*LOST, RuntimeError) as error:
            raise StationError(
                f"The workers did not start on this computer ({error.__cause__ or error}). Run "
                "the batch again with --resume, and with fewer --workers where memory is short."
            ) from error
        yield crew


@contextmanager
def site_crew(address: str) -> Generator[Crew]:
    """The workers of a scheduler that runs somewhere. Raises StationError where it does not."""
    from distributed import Client

    logging.getLogger("distributed").setLevel(logging.CRITICAL)
    client: Any = None
    try:
        client = Client(address, timeout=CONNECTS_WITHIN_S)
        crew = Crew(client)
    except (*LOST, ValueError) as error:
        if client is not None:
            client.close()
        raise StationError(
            f"There is no scheduler at {address}. Start one with `dask scheduler`, and workers "
            "with `dask worker`, or leave --scheduler away to use this computer."
        ) from error
    with client:
        try:
            yield crew
        finally:
            crew.drop()
