"""What happened while Station ran, for who has to find out why something went wrong.

No word about a patient is in it. Other people's messages and those of exceptions may quote a file,
so that only where they come from is written; Station's own sentences here are fixed.
"""

import faulthandler
import logging
import os
import platform
import re
import sys
import threading
import traceback
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType
from typing import IO

from station.errors import Cancelled, StationError
from station.installed import build
from station.system import is_running

FOLDER = "logs"
FILE = "station.log"
OWN = "station"
"""The logger whose words are written as they are"""
MOST_BYTES, KEPT = 1_000_000, 5
"""Of a file, and of files before it"""
CRASH, FATAL = "crash-", "fatal-"
"""How the names of crash reports begin: of Python, and of what ended Python itself"""
REPORTED = ("PySide6-Essentials", "torch", "numpy", "numba", "pydicom", "SQLAlchemy")

PATH = re.compile(r"(?<=\")[^\"\n]+\.py(?=\")")
"""In what faulthandler writes"""

Crashed = type[BaseException]


@dataclass(frozen=True)
class CrashReport:
    """What is known of a crash, in a text that holds nothing of a patient."""

    path: Path
    text: str


class Logs:
    """The log of one process, from `begin` to `end`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._handler: logging.Handler | None = None
        self._fatal: IO[str] | None = None
        self._hooks = (sys.excepthook, threading.excepthook)

    def begin(self, program: str) -> None:
        """Write from now on, and keep a report of each crash; a disk that refuses is no reason not
        to start. `program`: "window", "listener"."""
        with suppress(OSError):
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._handler = RotatingFileHandler(
                self.folder / FILE, maxBytes=MOST_BYTES, backupCount=KEPT, encoding="utf-8"
            )
            self._handler.setFormatter(_Anonymous())
            self._handler.setLevel(logging.INFO)
            logging.getLogger().addHandler(self._handler)
            logging.getLogger(OWN).setLevel(logging.INFO)
            self._remove_empty()
            self._fatal = (self.folder / f"{FATAL}{os.getpid()}.txt").open("w", encoding="utf-8")
            faulthandler.enable(self._fatal)
        sys.excepthook = self._on_error
        threading.excepthook = self._on_thread_error
        logging.getLogger(OWN).info("%s started: %s", program, build())

    def end(self) -> None:
        """The program ends as it should."""
        logging.getLogger(OWN).info("ended")
        sys.excepthook, threading.excepthook = self._hooks
        if self._fatal is not None:
            faulthandler.disable()
            self._fatal.close()
            with suppress(OSError):
                Path(self._fatal.name).unlink()
        if self._handler is not None:
            logging.getLogger().removeHandler(self._handler)
            self._handler.close()

    def keep(self, error: BaseException) -> None:
        """Keep a report of a bug, and a line in the log."""
        log_bug(error)
        name = f"{CRASH}{datetime.now():%Y%m%d-%H%M%S-%f}.txt"
        with suppress(OSError):
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            (self.folder / name).write_text(crash_text(error), encoding="utf-8")

    def crashes(self) -> tuple[CrashReport, ...]:
        """Reports that nobody has dismissed, oldest first."""
        found: list[CrashReport] = []
        for path in sorted(self.folder.glob("*.txt"), key=lambda path: path.name):
            fatal = path.name.startswith(FATAL)
            if not fatal and not path.name.startswith(CRASH):
                continue
            with suppress(OSError, UnicodeDecodeError):
                text = path.read_text(encoding="utf-8")
                if not fatal:
                    found.append(CrashReport(path, text))
                elif text:  # else under way, or ended without a word
                    words = PATH.sub(lambda match: _module_file(match[0]), text)
                    found.append(CrashReport(path, f"{_head('ended by the system')}\n{words}"))
        return tuple(found)

    def dismiss(self, reports: Sequence[CrashReport]) -> None:
        for report in reports:
            with suppress(OSError):
                report.path.unlink()

    def _remove_empty(self) -> None:
        """What programs that were killed leave: they had no word to say."""
        for path in self.folder.glob(f"{FATAL}*.txt"):
            number = path.stem.removeprefix(FATAL)
            if number.isdigit() and not path.stat().st_size and not is_running(int(number)):
                path.unlink()

    def _on_error(self, kind: Crashed, error: BaseException, trace: TracebackType | None) -> None:
        if not issubclass(kind, KeyboardInterrupt | SystemExit | StationError | Cancelled):
            self.keep(error)
        self._hooks[0](kind, error, trace)

    def _on_thread_error(self, hook: threading.ExceptHookArgs) -> None:
        if hook.exc_value is not None:
            self.keep(hook.exc_value)
        self._hooks[1](hook)


def log_bug(error: BaseException) -> None:
    """A line in the log: what kind of error, and where."""
    where = traceback.extract_tb(error.__traceback__)
    place = f"{Path(where[-1].filename).name}:{where[-1].lineno}" if where else "?"
    logging.getLogger(OWN).error("bug: %s at %s", type(error).__name__, place)


def crash_text(error: BaseException) -> str:
    """What is known of a bug: versions, and the functions it went through; no message, no value."""
    lines = [_head("a bug")]
    chain: list[BaseException] = [error]
    while (cause := chain[-1].__cause__ or chain[-1].__context__) and cause not in chain:
        chain.append(cause)
    for link in reversed(chain):
        lines += [
            f"  {_module_file(frame.filename)}:{frame.lineno} in {frame.name}"
            for frame in traceback.extract_tb(link.__traceback__)
        ]
        lines.append(f"{type(link).__module__}.{type(link).__qualname__}")
    return "\n".join(lines) + "\n"


def _head(what: str) -> str:
    versions = ", ".join(f"{name} {number}" for name, number in library_versions())
    return (
        f"Station, {build()}: {what}, {datetime.now():%Y-%m-%d %H:%M}\n"
        f"{platform.platform()}, Python {platform.python_version()}\n{versions}"
    )


def library_versions() -> tuple[tuple[str, str], ...]:
    """The libraries that decide what Station does, without loading any."""
    from importlib.metadata import PackageNotFoundError, version  # with it comes email

    def of(package: str) -> str:
        try:
            return version(package)
        except PackageNotFoundError:
            return "?"

    return tuple((package, of(package)) for package in REPORTED)


def _module_file(path: str) -> str:
    """The path from the package on: what is before it names a user."""
    parts = Path(path).parts
    for root in ("station", "site-packages", "tests", Path(os.__file__).parent.name):
        if root in parts:
            return "/".join(parts[len(parts) - 1 - parts[::-1].index(root) :])
    return Path(path).name


class _Anonymous(logging.Formatter):
    """Station's own words; of other libraries only who said something, and where."""

    def format(self, record: logging.LogRecord) -> str:
        at = f"{datetime.fromtimestamp(record.created):%Y-%m-%d %H:%M:%S}"
        own = record.name == OWN
        words = record.getMessage() if own else f"{record.filename}:{record.lineno}"
        return f"{at} {record.levelname.lower()} {record.name}: {words}"
