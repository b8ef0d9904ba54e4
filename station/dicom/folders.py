"""A folder that appears complete or not at all."""

import errno
import fcntl
import os
import shutil
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp

from station.errors import StationError

PARTIAL = ".station-partial"
"""The ending of the names of folders that are being written. The writer holds a lock on its folder,
so that what a killed program left behind is distinguished from what another is writing."""
NO_LOCKS = (errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOSYS)
"""Errors of a file system without locks: leftovers stay there"""


def require_new(folder: Path, what: str) -> None:
    """Raise StationError if `folder` is not empty. Long work checks this first."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise StationError(
            f"{folder} is not empty, and {what} does not replace anything. Choose another folder."
        )


@contextmanager
def whole_folder(folder: Path, what: str) -> Generator[Path]:
    """A new folder next to `folder` to write into; renamed to `folder` when the block succeeds.

    If the block is cancelled or fails, nothing is left behind; what a program left when it was
    killed while writing this folder is removed first. `what` names it in error messages, such as
    "the DL image". Raises StationError if `folder` is not empty or cannot be written.
    """
    require_new(folder, what)
    remove_leftovers(folder.parent, folder.name)
    made = [parent for parent in folder.parents if not parent.exists()]
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        partial, held = _new_partial(folder)
    except OSError as error:
        raise StationError(
            f"{_begun(what)} cannot be written to {folder.parent}: {error.strerror}. Choose "
            "another folder."
        ) from error
    try:
        yield partial
        partial.chmod(0o755)
        if folder.exists():
            folder.rmdir()
        partial.rename(folder)
        made = []
    except OSError as error:
        raise StationError(
            f"{_begun(what)} cannot be written to {folder}: {error.strerror or error}. Free some "
            "space or choose another folder."
        ) from error
    finally:
        shutil.rmtree(partial, ignore_errors=True)
        os.close(held)
        for parent in made:
            _remove_if_empty(parent)


def remove_leftovers(parent: Path, name: str = "") -> tuple[Path, ...]:
    """Remove what killed programs left half-written in `parent`; returns those folders.

    `name`: only leftovers of the folder of that name. What another program is writing now stays,
    and so does what cannot be removed.
    """
    prefix = f".{name}." if name else "."
    removed: list[Path] = []
    for path in sorted(parent.glob(f"*{PARTIAL}")):
        if not path.name.startswith(prefix) or path.is_symlink() or not path.is_dir():
            continue
        try:
            held = _held(path)
        except OSError:
            continue
        shutil.rmtree(path, ignore_errors=True)
        os.close(held)
        if not path.exists():
            removed.append(path)
    return tuple(removed)


def _new_partial(folder: Path) -> tuple[Path, int]:
    """A new folder to write into, and the lock on it. Raises OSError."""
    while True:
        partial = Path(mkdtemp(prefix=f".{folder.name}.", suffix=PARTIAL, dir=folder.parent))
        try:
            held = _held(partial)
        except (FileNotFoundError, BlockingIOError):
            continue  # it was mistaken for a leftover before it was locked
        except OSError as error:
            if error.errno not in NO_LOCKS:
                raise
            return partial, os.open(partial, os.O_RDONLY)
        if partial.exists():
            return partial, held
        os.close(held)


def _held(folder: Path) -> int:
    """Lock a folder until the process ends. Raises OSError if another process holds the lock, or
    the file system has no locks."""
    held = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(held)
        raise
    return held


def _remove_if_empty(folder: Path) -> None:
    try:
        folder.rmdir()
    except OSError:
        return  # something else was put there meanwhile


def _begun(what: str) -> str:
    """Capitalised, to begin a sentence."""
    return what[:1].upper() + what[1:]
