"""What tests simulate, made once for all worker processes and kept for the next run.

A case is kept under its maker, its arguments and a hash of all that it could follow from, so that
it is never stale. The folder is pytest's own cache: it may be thrown away at any time.
"""

import fcntl
import hashlib
import pickle
import shutil
import sys
from collections.abc import Callable
from functools import cache, wraps
from importlib.metadata import version
from pathlib import Path
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / ".pytest_cache" / "simulated"
SOURCES = ("station/simulate", "station/pet", "tests/simulate", "tests/made_up", "tests/quality")
PACKAGES = ("numba", "numpy", "scipy")


@cache
def state_of_sources() -> str:
    """A hash of the simulator, of the tests that call it, and of what both compute with."""
    digest = hashlib.sha256(sys.version.encode())
    for package in PACKAGES:
        digest.update(version(package).encode())
    for path in sorted(path for name in SOURCES for path in (ROOT / name).rglob("*.py")):
        digest.update(str(path.relative_to(ROOT)).encode() + path.read_bytes())
    return digest.hexdigest()[:16]


def kept(make: Callable[P, R]) -> Callable[P, R]:
    """As `functools.cache`, between processes and runs as well.

    The arguments' repr must name all of them; results are pickled, so do not write into them.
    """

    @cache
    def call(*arguments: object, **named: object) -> R:
        folder = FOLDER / state_of_sources()
        if not folder.exists():
            _forget_other_states()
        folder.mkdir(parents=True, exist_ok=True)
        asked = repr((make.__module__, make.__qualname__, arguments, sorted(named.items())))
        path = folder / hashlib.sha256(asked.encode()).hexdigest()
        with path.with_suffix(".lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)  # released when it is closed
            if path.exists():
                return pickle.loads(path.read_bytes())
            made = make(*arguments, **named)  # type: ignore[call-arg]
            unfinished = path.with_suffix(".part")
            unfinished.write_bytes(pickle.dumps(made, pickle.HIGHEST_PROTOCOL))
            unfinished.rename(path)
        return made

    return wraps(make)(call)  # type: ignore[return-value]


def _forget_other_states() -> None:
    """Throw away what was kept of sources as they no longer are."""
    for folder in FOLDER.glob("*"):
        if folder.name != state_of_sources():
            shutil.rmtree(folder, ignore_errors=True)
