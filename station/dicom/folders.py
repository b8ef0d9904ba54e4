"""A folder that appears complete or not at all."""

import errno
import shutil
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path
from secrets import token_hex
from typing import TYPE_CHECKING

from station.errors import StationError
from station.system import locked

if TYPE_CHECKING:
    from filelock import BaseFileLock

PARTIAL = ".station-partial"
"""The ending of the names of folders that are being written. The writer holds a lock next to its
folder, so that what a killed program left behind is distinguished from what another is writing."""
LOCK = ".lock"
"""The ending that such a lock adds"""
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
        _let_go(partial, held)
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
            held = locked(_lock_of(path))
        except OSError:
            continue
        shutil.rmtree(path, ignore_errors=True)
        _let_go(path, held)
        if not path.exists():
            removed.append(path)
    for path in parent.glob(f"*{PARTIAL}{LOCK}"):
        partial = path.with_name(path.name.removesuffix(LOCK))
        if path.name.startswith(prefix) and not partial.exists():
            with suppress(OSError):  # another's, whose folder comes in a moment
                _let_go(partial, locked(path))
    return tuple(removed)


def _new_partial(folder: Path) -> "tuple[Path, BaseFileLock | None]":
    """A new folder to write into, and the lock on it; None on a file system without locks.

    Raises OSError.
    """
    while True:
        partial = folder.parent / f".{folder.name}.{token_hex(4)}{PARTIAL}"
        if partial.exists():
            continue
        # Locked before it is there: nobody mistakes it for a leftover.
        try:
            held = locked(_lock_of(partial))
        except BlockingIOError:
            continue
        except OSError as error:
            if error.errno not in NO_LOCKS:
                raise
            held = None
        partial.mkdir(mode=0o700)
        return partial, held


def _lock_of(partial: Path) -> Path:
    """Next to the folder: a folder cannot be renamed everywhere while a file in it is open."""
    return partial.with_name(f"{partial.name}{LOCK}")


def _let_go(partial: Path, held: "BaseFileLock | None") -> None:
    with suppress(OSError):
        _lock_of(partial).unlink()
    if held is not None:
        held.release()
        with suppress(OSError):
            _lock_of(partial).unlink()


def _remove_if_empty(folder: Path) -> None:
    try:
        folder.rmdir()
    except OSError:
        return  # something else was put there meanwhile


def _begun(what: str) -> str:
    """Capitalised, to begin a sentence."""
    return what[:1].upper() + what[1:]
