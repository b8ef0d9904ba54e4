"""Where an evaluation keeps what it has done, so that it goes on after a stop."""

from pathlib import Path

from station.errors import StationError


def evaluation_folder(out: Path, inner: str) -> Path:
    """The folder `inner` of an evaluation's folder, made where it is not there.

    Raises StationError where `out` holds something else, or cannot be written.
    """
    folder = out / inner
    if out.is_dir() and any(out.iterdir()) and not folder.is_dir():
        raise StationError(
            f"{out} holds something else than an evaluation. Choose a new or an empty folder."
        )
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StationError(
            f"The folder {out} cannot be made: {error.strerror}. Choose another one."
        ) from error
    return folder
