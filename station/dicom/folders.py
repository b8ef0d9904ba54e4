"""A folder that appears whole or not at all."""

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
"""How the names of folders end that are being written. Who writes one holds a lock on it, so that
what a killed program left behind is told from what another one is writing."""
NO_LOCKS = (errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOSYS)
"""Errors of a file system without locks: what is left behind there stays"""


def require_new(folder: Path, what: str) -> None:
    """Raise StationError where `folder` holds something already. Long work asks first."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise StationError(
            f"{folder} is not empty, and {what} replaces nothing. Choose another folder."
        )


@contextmanager
def whole_folder(folder: Path, what: str) -> Generator[Path]:
    """A new folder beside `folder` to write into; renamed to `folder` when the block ends well.

    Where the block raises, cancelled or failed, nothing is left behind; what a program left that
    was killed while it wrote this folder is taken away first. `what` names it in the sentences of
    errors, such as "the DL image". Raises StationError where `folder` holds something already, or
    the disk refuses.
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
    """Take away what killed programs left half-written in `parent`; the folders that it was.

    `name`: only what was to become the folder of that name. What another program is writing now
    stays, and so does what cannot be removed.
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
            continue  # it was taken for a leftover before it was locked
        except OSError as error:
            if error.errno not in NO_LOCKS:
                raise
            return partial, os.open(partial, os.O_RDONLY)
        if partial.exists():
            return partial, held
        os.close(held)


def _held(folder: Path) -> int:
    """Lock a folder; the lock goes with the process. Raises OSError where another one holds it, or
    the file system knows no locks."""
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
    """As a sentence begins."""
    return what[:1].upper() + what[1:]
