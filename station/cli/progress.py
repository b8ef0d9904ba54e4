"""How the commands show their progress, and how they are stopped."""

import math
import signal
import sys
import time
from collections.abc import Generator
from contextlib import contextmanager
from typing import Self

import typer

from station.errors import Cancelled
from station.progress import Report


class Progress:
    """Progress on one line of a terminal; nothing where the output goes to a file."""

    def __init__(self) -> None:
        self._shown = sys.stderr.isatty()

    def __call__(self, fraction: float, message: str) -> None:
        if self._shown:
            print(
                f"\r{message}: {fraction * 100:3.0f} %\033[K", end="", file=sys.stderr, flush=True
            )

    def end(self) -> None:
        if self._shown:
            print("\r\033[K", end="", file=sys.stderr, flush=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.end()


class TimedProgress:
    """Progress with the time left, for work of hours; lines where there is no terminal."""

    LINE_EVERY_S = 60.0

    def __init__(self) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

        self._console = Console(stderr=True)
        self._bar = Progress(
            TextColumn("{task.description}", markup=False),
            BarColumn(),
            TextColumn("{task.percentage:.1f} %"),
            TimeRemainingColumn(),
            console=self._console,
            speed_estimate_period=600,
        )
        self._task = self._bar.add_task("", total=1.0)
        self._printed_at = -math.inf
        if self._console.is_terminal:
            self._bar.start()

    def __call__(self, fraction: float, message: str) -> None:
        self._bar.update(self._task, completed=fraction, description=message)
        now = time.monotonic()
        if not self._console.is_terminal and now - self._printed_at >= self.LINE_EVERY_S:
            self._printed_at = now
            left_s = self._bar.tasks[0].time_remaining
            left = "" if left_s is None else f", {left_s / 60:.0f} min left"
            self._console.print(
                f"{message}: {fraction * 100:.1f} %{left}",
                highlight=False,
                markup=False,
                soft_wrap=True,
            )

    def say(self, sentence: str) -> None:
        """A line of its own above the bar."""
        self._console.print(sentence, highlight=False, markup=False, soft_wrap=True)

    def end(self) -> None:
        if self._console.is_terminal:
            self._bar.stop()


@contextmanager
def interruptible(progress: TimedProgress, sentence: str) -> Generator[Report]:
    """A report by which Ctrl+C or a kill stops the work between two steps; a sentence says so."""
    stopped = False

    def stop(*_: object) -> None:
        nonlocal stopped
        stopped = True

    def report(fraction: float, message: str) -> None:
        progress(fraction, message)
        if stopped:
            raise Cancelled

    before = {number: signal.signal(number, stop) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield report
    except Cancelled:
        progress.end()
        typer.echo(sentence, err=True)
        raise typer.Exit(130) from None
    finally:
        progress.end()
        for number, handler in before.items():
            signal.signal(number, handler)
