"""A folder that appears whole or not at all."""

import shutil
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp

from station.errors import StationError


def require_new(folder: Path, what: str) -> None:
    """Raise StationError where `folder` holds something already. Long work asks first."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise StationError(
            f"{folder} is not empty, and {what} replaces nothing. Choose another folder."
        )


@contextmanager
def whole_folder(folder: Path, what: str) -> Generator[Path]:
    """A new folder beside `folder` to write into; renamed to `folder` when the block ends well.

    Where the block raises, cancelled or failed, nothing is left behind. `what` names it in the
    sentences of errors, such as "the DL image". Raises StationError where `folder` holds something
    already, or the disk refuses.
    """
    require_new(folder, what)
    made = [parent for parent in folder.parents if not parent.exists()]
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        partial = Path(mkdtemp(prefix=f".{folder.name}.", dir=folder.parent))
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
        for parent in made:
            _remove_if_empty(parent)


def _remove_if_empty(folder: Path) -> None:
    try:
        folder.rmdir()
    except OSError:
        return  # something else was put there meanwhile


def _begun(what: str) -> str:
    """As a sentence begins."""
    return what[:1].upper() + what[1:]
