"""Files that appear whole or not at all, and the sentence where a disk refuses."""

import re
import shutil
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path

from station.errors import ArchiveError, StationError

DEVICES = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)
"""What Windows takes for a device in a file's name, whatever its ending"""

FREE_SPACE_KEPT = 100 * 1024**2
"""Bytes that must remain on the disk after a copy: the index and the system need room too."""


@contextmanager
def whole_file(path: Path) -> Generator[Path]:
    """The place to write the file first; it is renamed to `path` when the block ends well.

    The folder of `path` is made where there is none, and a file of that name is replaced. Where the
    block raises, nothing is left behind and a file of that name stays. Raises OSError.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f"{path.name}.part")
    try:
        yield part
        part.replace(path)
    except BaseException:  # Cancelled and KeyboardInterrupt too
        with suppress(OSError):
            part.unlink()
        raise


@contextmanager
def writing(what: object) -> Generator[None]:
    """Raise StationError with a sentence about `what`, such as its path, where the disk refuses."""
    try:
        yield
    except OSError as error:
        raise StationError(
            f"{what} cannot be written: {error.strerror or error}. Choose another folder or free "
            "some space."
        ) from error


def require_space(folder: Path, needed: int, what_needs: str, remedy: str) -> None:
    """Raise ArchiveError where `needed` bytes do not fit the disk that `folder` is or will be on.

    `what_needs` and `remedy` are words of the sentence: "The study needs", "open it in place".
    """
    there = next(parent for parent in (folder, *folder.parents) if parent.exists())
    free = shutil.disk_usage(there).free
    if needed + FREE_SPACE_KEPT > free:
        raise ArchiveError(
            f"{what_needs} {needed / 1e6:.0f} MB and {FREE_SPACE_KEPT / 1e6:.0f} MB must stay "
            f"free, but {folder} has {free / 1e6:.0f} MB left. Free some space, or {remedy}."
        )


def free_path(path: Path) -> Path:
    """`path`, or the first of path-2, path-3… that does not exist yet."""
    free, number = path, 1
    while free.exists():
        number += 1
        free = path.with_name(f"{path.name}-{number}")
    return free


def file_name_of(text: str, otherwise: str) -> str:
    """`text` as a part of a file's name that every system takes, its words joined with hyphens.

    `otherwise`: the name where nothing of the text can be kept.
    """
    name = re.sub(r"[^\w.-]+", "-", text).strip("-.")
    return f"_{name}" if DEVICES.match(name) else name or otherwise
