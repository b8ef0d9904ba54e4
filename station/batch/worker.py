"""What a Dask worker does: it hands a study to a process of its own, and watches that process.

The process keeps the networks loaded from one study to the next. The worker itself computes
nothing, so that it is there to say how a study ended: in time and memory, or by which signal.
"""

import atexit
import json
import os
import queue
import signal
import subprocess
import tempfile
import threading
import time
from contextlib import suppress
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import IO

from station.batch.work import Job
from station.system import KILLED, command_of, peak_memory_bytes

WATCH_EVERY_S = 0.1
"""How often the memory of the process is looked at"""
LAST_WORDS = 2000
"""Characters of what a process wrote before it died that are looked at for a reason"""
THREAD_VARIABLES = (
    "OMP_NUM_THREADS",
    "MKL_NUM_THREADS",
    "OPENBLAS_NUM_THREADS",
    "NUMBA_NUM_THREADS",
    "ITK_GLOBAL_DEFAULT_NUMBER_OF_THREADS",
)
"""A nanny sets the first three to 1 (distributed.nanny.pre-spawn-environ), which would hold torch
to one thread; the process of the studies gets the batch's number."""


class Ending(StrEnum):
    """How a try ended."""

    DONE = "done"
    FAILED = "failed"
    """The study cannot be worked on"""
    DISK = "disk"
    """The results cannot be written"""
    DIED = "died"
    """Its process ended without an answer"""


@dataclass(frozen=True)
class Limits:
    """What one study may take."""

    seconds: float
    memory_bytes: int
    threads: int


@dataclass(frozen=True)
class Tried:
    """What a worker says about a study."""

    ending: Ending
    seconds: float
    peak_rss_bytes: int | None = None
    inputs: str | None = None
    output: str | None = None
    exit_signal: int | None = None
    reason: str = ""


def work_on(job: Job, limits: Limits, program: str) -> Tried:
    """Try a study. Of several threads of a worker, one at a time does."""
    with _ONE_AT_A_TIME:
        process = _PROCESSES.get((program, limits.threads))
        if process is None or not process.alive:
            for other in _PROCESSES.values():
                if other.alive:
                    other.end()
            _PROCESSES.clear()
            process = StudyProcess(program, limits.threads)
            _PROCESSES[program, limits.threads] = process
        return process.work_on(job, limits)


class StudyProcess:
    """The process in which the studies of one worker are worked on."""

    def __init__(self, program: str, threads: int) -> None:
        """`program`: the module that answers jobs."""
        self._words = tempfile.TemporaryFile()  # noqa: SIM115  as long as the process
        self._words_before = 0
        environment = os.environ | dict.fromkeys(THREAD_VARIABLES, str(threads))
        self._process = subprocess.Popen(
            command_of(program),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._words,
            env=environment,
        )
        atexit.register(self.end)
        assert self._process.stdout is not None
        self._lines = queue.SimpleQueue[bytes]()
        # A thread, since a pipe cannot be waited for with a time limit on every system.
        self._listener = threading.Thread(
            target=_listen, args=(self._process.stdout, self._lines), daemon=True
        )
        self._listener.start()
        # It is there, or it never will be: then the first study finds nobody.
        if not (ready := self._lines.get()):
            self._lines.put(ready)

    @property
    def alive(self) -> bool:
        return self._process.poll() is None

    def end(self) -> None:
        """End the process, whatever it does."""
        self._process.kill()
        self._process.wait()
        self._listener.join()
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                with suppress(BrokenPipeError):  # of what it did not read any more
                    stream.close()
        self._words.close()
        atexit.unregister(self.end)

    def work_on(self, job: Job, limits: Limits) -> Tried:
        """Hand it a study and wait for what comes of it, or end it at a limit."""
        started = time.monotonic()
        deadline = started + limits.seconds
        answer, peak, why = b"", 0, ""
        assert self._process.stdin is not None
        try:
            self._process.stdin.write(json.dumps(asdict(job)).encode() + b"\n")
            self._process.stdin.flush()
            while not answer and not why:
                with suppress(queue.Empty):
                    answer = self._lines.get(timeout=WATCH_EVERY_S)
                    if not answer:
                        break
                peak = max(peak, peak_memory_bytes(self._process.pid))
                if peak > limits.memory_bytes:
                    why = (
                        f"It needed more than {limits.memory_bytes / 1e9:.1f} GB of memory and was "
                        "stopped. Give more with --memory-limit."
                    )
                elif time.monotonic() > deadline:
                    why = (
                        f"It took longer than {limits.seconds:g} s and was stopped. Give more with "
                        "--time-limit."
                    )
        except BrokenPipeError:
            answer = b""
        seconds = time.monotonic() - started
        if answer.endswith(b"\n") and not why:
            self._words_before = os.fstat(self._words.fileno()).st_size
            return _tried(json.loads(answer), seconds, peak)
        return self._death(seconds, peak, why)

    def _death(self, seconds: float, peak: int, why: str) -> Tried:
        if why:
            self._process.kill()
        code = self._process.wait()
        words = self._last_words()
        self.end()
        killed_by = -code if code < 0 else None
        if not why and killed_by is not None:
            why = f"Its process was ended by signal {killed_by} ({signal_name(killed_by)})."
            if killed_by == KILLED:
                why += " Memory may have run out."
        elif not why:
            why = f"Its process ended with code {code}."
        if words:
            why += f" Its last words: {words}"
        return Tried(Ending.DIED, seconds, peak or None, exit_signal=killed_by, reason=why)

    def _last_words(self) -> str:
        size = os.fstat(self._words.fileno()).st_size
        self._words.seek(max(size - LAST_WORDS, self._words_before))
        lines = self._words.read().decode(errors="replace").strip().splitlines()
        return lines[-1].strip() if lines else ""


def _listen(output: IO[bytes], lines: "queue.SimpleQueue[bytes]") -> None:
    """Each line as it comes, and an empty one at the end."""
    for line in output:
        lines.put(line)
    lines.put(b"")


def signal_name(number: int) -> str:
    """`SIGSEGV`; the number where it has no name."""
    try:
        return signal.Signals(number).name
    except ValueError:
        return str(number)


def _tried(answer: dict[str, str], seconds: float, peak: int) -> Tried:
    if "output" in answer:
        return Tried(Ending.DONE, seconds, peak, answer["inputs"], answer["output"])
    ((ending, reason),) = answer.items()
    return Tried(Ending(ending), seconds, peak, reason=reason)


_ONE_AT_A_TIME = threading.Lock()
_PROCESSES: dict[tuple[str, int], StudyProcess] = {}
