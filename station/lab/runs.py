"""An evaluation's work: its folder, what it keeps of each case so that it goes on after a stop, and
the processes that work on several cases at a time."""

import json
import signal
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from concurrent.futures import FIRST_COMPLETED, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from math import isfinite, nan
from multiprocessing import get_context
from pathlib import Path
from typing import Any, TypeVar, cast, get_type_hints

import numpy as np

from station.errors import StationError
from station.lab.requirements import Line
from station.whole_file import whole_file

WAIT_S = 0.5
"""How often progress is reported, and cancelling looked for, while other processes work"""

Item = TypeVar("Item", bound=Hashable)
Result = TypeVar("Result")
Kind = TypeVar("Kind")


@dataclass(frozen=True)
class Evaluated:
    files: tuple[Path, ...]
    """The report first"""
    requirements: tuple[Line, ...]


def evaluation_folder(out: Path, inner: str) -> Path:
    """The folder `inner` of an evaluation's folder, made where it does not exist.

    Raises StationError where `out` contains something else, or cannot be written.
    """
    folder = out / inner
    if out.is_dir() and any(out.iterdir()) and not folder.is_dir():
        raise StationError(
            f"{out} contains something other than an evaluation. Choose a new or an empty folder."
        )
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StationError(
            f"The folder {out} cannot be made: {error.strerror}. Choose another one."
        ) from error
    return folder


# --- what is kept -------------------------------------------------------------------------------


@dataclass(frozen=True)
class Kept:
    """What was measured of each case, a file each, together with all that it depends on."""

    folder: Path

    def write(self, key: str, identity: Mapping[str, Any], content: Mapping[str, Any]) -> None:
        """Whole or not at all. Raises StationError where the file cannot be written."""
        path = self.folder / f"{key}.json"
        text = json.dumps({"identity": plain(identity), **plain(content)}, allow_nan=False)
        try:
            # A folder that is gone is refused, not made again.
            with whole_file(path.parent.resolve(strict=True) / path.name) as part:
                part.write_text(text, encoding="utf-8")
        except OSError as error:
            raise StationError(
                f"{path} cannot be written: {error.strerror}. Free some space and start again; "
                "what is done is kept."
            ) from error

    def read(
        self, key: str, identity: Mapping[str, Any], restore: Callable[[Any], Result]
    ) -> Result | None:
        """`restore` of what was written under the same identity; None: nothing that can be used."""
        try:
            content: Any = json.loads((self.folder / f"{key}.json").read_text(encoding="utf-8"))
            # Through JSON, so that tuples and lists are the same.
            if content["identity"] != json.loads(json.dumps(plain(identity))):
                return None
            return restore(content)
        except (OSError, ValueError, KeyError, TypeError):
            return None  # cut off, or of another program: measured again


def plain(value: Any) -> Any:
    """A value as JSON takes it: dataclasses and named tuples are mappings; a number that is not
    finite is None."""
    if is_dataclass(value):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if hasattr(value, "_asdict"):
        return plain(value._asdict())
    if isinstance(value, Mapping):
        mapping = cast(Mapping[Any, Any], value)
        return {str(key): plain(item) for key, item in mapping.items()}
    if isinstance(value, np.ndarray | np.generic):
        return plain(cast(Any, value).tolist())
    if isinstance(value, list | tuple):
        return [plain(item) for item in cast(Iterable[Any], value)]
    return None if isinstance(value, float) and not isfinite(value) else value


_hints = cache(get_type_hints)


def restored(kind: type[Kind], values: Mapping[str, Any]) -> Kind:
    """The dataclass or named tuple that `plain` made into `values`; a None in place of a
    number is NaN. Raises KeyError, TypeError where they are of another kind."""
    return kind(**{name: _restored(hint, values[name]) for name, hint in _hints(kind).items()})


def _restored(hint: Any, value: Any) -> Any:
    if isinstance(value, list):
        return tuple(cast(list[Any], value))
    if is_dataclass(hint) or hasattr(hint, "_fields"):
        return restored(cast(type[Any], hint), value)
    return nan if hint is float and value is None else value


# --- several processes --------------------------------------------------------------------------


def in_processes(
    work: Callable[[Item], Result],
    items: Iterable[Item],
    jobs: int,
    left: Callable[[int], None],
    prepare: Callable[..., None] | None = None,
    given: tuple[Any, ...] = (),
) -> Iterator[tuple[Item, Result]]:
    """Each item and `work` of it, as they are done by `jobs` new processes.

    Each process begins with `prepare(*given)`. `left` is called with the number of items to go, and
    stops the work by raising Cancelled. Raises StationError where a process was ended.
    """
    with ProcessPoolExecutor(
        jobs, get_context("spawn"), initializer=_begin, initargs=(prepare, given)
    ) as pool:
        running = {pool.submit(work, item): item for item in items}
        try:
            while running:
                left(len(running))
                finished, _ = wait(running, WAIT_S, FIRST_COMPLETED)
                for future in finished:
                    yield running.pop(future), future.result()
        except BrokenProcessPool as error:
            raise StationError(
                "One of the processes was ended by the system, most likely because memory ran out. "
                "Give fewer --jobs; what is done is kept."
            ) from error
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def _begin(prepare: Callable[..., None] | None, given: tuple[Any, ...]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the first process decides, and ends the others
    if prepare is not None:
        prepare(*given)
