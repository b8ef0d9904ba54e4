"""Files that appear whole or not at all, and the sentence where a disk refuses."""

from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path

from station.errors import StationError


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


def free_path(path: Path) -> Path:
    """`path`, or the first of path-2, path-3… that does not exist yet."""
    free, number = path, 1
    while free.exists():
        number += 1
        free = path.with_name(f"{path.name}-{number}")
    return free
