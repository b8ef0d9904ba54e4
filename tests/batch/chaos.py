"""A batch whose workers, client and scheduler are killed −9 at random, and what is left of it.

python -m tests.batch.chaos IN OUT SCHEDULER is the client, which goes on with the batch in OUT.
"""

import json
import os
import random
import signal
import socket
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

from station.batch.crew import site_crew
from station.batch.results import status_of
from station.batch.run import run_batch
from station.errors import StationError
from station.progress import silent
from tests.batch import toil

ROOT = Path(__file__).resolve().parents[2]
SECONDS = 0.3
"""Of work on one core, for each study"""
BETWEEN_KILLS = (0.1, 1.5)
"""In times of what the site took to its first study: so that some kills fall on a site that works
and some on one that is not ready, on a fast machine and on a slow one"""
KINDS = ("study process", "worker", "nanny", "client", "scheduler")


class Site:
    """A scheduler and two workers with nannies, as a site has them, and a client."""

    def __init__(self, source: Path, out: Path) -> None:
        self._source, self._out = source, out
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = int(free.getsockname()[1])
        self.scheduler = self._start_scheduler()
        self.nannies = [self._start_nanny() for _ in range(2)]
        self.client = self._start_client()

    @property
    def address(self) -> str:
        return f"tcp://127.0.0.1:{self.port}"

    def kill(self, kind: str, chance: random.Random) -> bool:
        """Kill one of that kind; False: there is none now. What does not come back is started."""
        match kind:
            case "client":
                self._kill(self.client)
                self.client = self._start_client()
            case "scheduler":
                self._kill(self.scheduler)
                self.scheduler = self._start_scheduler()
            case "nanny":
                number = chance.randrange(len(self.nannies))
                self._kill(self.nannies[number])
                self.nannies[number] = self._start_nanny()
            case _:
                depth = 1 if kind == "worker" else 2
                below = [one for nanny in self.nannies for one in descendants(nanny.pid, depth)]
                if not below:
                    return False
                try:
                    os.kill(chance.choice(below), signal.SIGKILL)
                except ProcessLookupError:
                    return False
        return True

    def heal(self) -> None:
        """Start what has ended by itself."""
        self.nannies = [
            nanny if nanny.poll() is None else self._start_nanny() for nanny in self.nannies
        ]
        if self.client.poll() not in (None, 0):
            self.client = self._start_client()

    def end(self) -> None:
        for process in (self.client, *self.nannies, self.scheduler):
            for child in descendants(process.pid, 1):
                os.kill(child, signal.SIGKILL)
            self._kill(process)

    def _start_scheduler(self) -> subprocess.Popen[bytes]:
        return self._start(
            "distributed.cli.dask_scheduler",
            "--host",
            "127.0.0.1",
            "--port",
            str(self.port),
            "--no-dashboard",
        )

    def _start_nanny(self) -> subprocess.Popen[bytes]:
        return self._start(
            "distributed.cli.dask_worker", self.address, "--nthreads", "1", "--no-dashboard"
        )

    def _start_client(self) -> subprocess.Popen[bytes]:
        return self._start("tests.batch.chaos", str(self._source), str(self._out), self.address)

    @staticmethod
    def _start(module: str, *arguments: str) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", module, *arguments]
        quiet = None if os.environ.get("CHAOS_LOUD") else subprocess.DEVNULL
        return subprocess.Popen(command, cwd=ROOT, stdout=quiet, stderr=quiet)

    @staticmethod
    def _kill(process: subprocess.Popen[bytes]) -> None:
        process.kill()
        process.wait()


def descendants(pid: int, depth: int) -> list[int]:
    """The processes of Python that many generations below one."""
    if depth == 0:
        return [pid]
    children: list[int] = []
    for thread in Path(f"/proc/{pid}/task").glob("*"):  # a child is its thread's
        try:
            children += map(int, (thread / "children").read_text().split())
        except OSError:
            continue
    found: list[int] = []
    for child in children:
        try:
            command = Path(f"/proc/{child}/cmdline").read_bytes()
        except OSError:
            continue
        if b"resource_tracker" not in command:
            found += descendants(child, depth - 1)
    return found


def client(source: Path, out: Path, address: str) -> None:
    """Drive the batch to its end, or until it is killed."""
    asked = toil.request(source, out, seconds=SECONDS, resume=True)
    run_batch(asked, lambda: site_crew(address), silent, lambda _: None)


def disturbed(source: Path, out: Path, kills: int, seed: int) -> Counter[str]:
    """Make the batch while it is killed at random; how often what was killed."""
    chance = random.Random(seed)
    killed = Counter[str]()
    site = Site(source, out)
    try:
        began = time.monotonic()
        while not any_done(out) and site.client.poll() is None:
            time.sleep(0.2)
        start_s = time.monotonic() - began
        while killed.total() < kills and site.client.poll() != 0:
            time.sleep(start_s * chance.uniform(*BETWEEN_KILLS))
            kind = chance.choice(KINDS)
            if site.client.poll() != 0 and site.kill(kind, chance):
                killed[kind] += 1
            site.heal()
        while site.client.poll() != 0:
            time.sleep(0.2)
            site.heal()
    finally:
        site.end()
    return killed


def any_done(out: Path) -> bool:
    """Whether the batch has done a study by now."""
    try:
        return status_of(out).done > 0
    except StationError:
        return False  # the batch is about to be begun


def manifest(out: Path) -> dict[str, str]:
    return json.loads((out / "manifest.json").read_text())


if __name__ == "__main__":
    client(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3])
