"""The ways to a server, by DIMSE and by DICOMweb: whichever it has.

The one place of `operations` that calls `station.dicom.network`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from station.pacs import (
    Failure,
    PacsError,
    Server,
    Via,
)

if TYPE_CHECKING:
    pass

RETRIEVING = (Via.GET, Via.MOVE, Via.WEB)


@dataclass(frozen=True)
class Outgoing:
    """An instance in a file, which is to be sent."""

    path: Path
    sop_uid: str
    sop_class: str
    series_uid: str
    study_uid: str
    size_bytes: int


def order(server: Server, via: Via | None) -> tuple[Via, ...]:
    """The ways by which a server's instances are fetched, the one to try first in front.

    `via`: that one (None: what the server's entry says). Raises PacsError where it has not got it.
    """
    has = [way for way in RETRIEVING if (server.has_web if way is Via.WEB else server.has_dimse)]
    if via is not None and via not in RETRIEVING:
        raise PacsError(f"Instances are fetched by get, move or web, not by {via.value}.")
    if via is not None and via not in has:
        lacks = "DICOMweb address" if via is Via.WEB else "AE title"
        raise PacsError(f"{server.name} has no {lacks}, so nothing can be fetched by {via.value}.")
    first = server.retrieve if via is None else via
    return tuple(sorted(has, key=lambda way: way is not first))


# -- files -----------------------------------------------------------------------------------------


def place_of(folder: Path, sop_uid: str) -> Path:
    """Where an instance that is fetched into `folder` is, or would be."""
    from station.dicom.network.inbox import safe_name

    return folder / f"{safe_name(sop_uid)}.dcm"


def sop_uid_of(path: Path) -> str:
    """The SOP instance UID that a file holds; empty where it cannot be read."""
    try:
        return _identity(path)["sop_uid"]
    except (PacsError, OSError):
        return ""


def outgoing(paths: Iterable[Path]) -> tuple[tuple[Outgoing, ...], tuple[Failure, ...]]:
    """The instances of files and of folders, each once; a sentence for each that cannot be sent.

    What is no DICOM is left out of a folder without a word, and so is a DICOMDIR.
    """
    found: dict[str, Outgoing] = {}
    failed: list[Failure] = []
    for path, named in _files(paths):
        try:
            with path.open("rb") as file:
                is_dicom = file.read(132)[128:] == b"DICM"
            if not is_dicom:
                if named:
                    failed.append(Failure("", f"{path.name} is not a DICOM file; it was not sent."))
                continue
            inside = _identity(path)
            one = Outgoing(
                path,
                inside["sop_uid"],
                inside["sop_class"],
                inside["series_uid"],
                inside["study_uid"],
                path.stat().st_size,
            )
        except OSError as error:
            failed.append(Failure("", f"{path.name} cannot be read: {error.strerror or error}."))
        except PacsError:
            if path.name != "DICOMDIR":
                failed.append(Failure("", f"{path.name} is damaged; it was not sent."))
        else:
            other = found.setdefault(one.sop_uid, one)
            if other is not one and other.path.read_bytes() != path.read_bytes():
                failed.append(
                    Failure(
                        one.sop_uid,
                        f"{other.path.name} and {path.name} are the same instance but differ. Only "
                        "the first was sent.",
                    )
                )
    return tuple(found.values()), tuple(failed)


def _files(paths: Iterable[Path]) -> Iterable[tuple[Path, bool]]:
    """Files, and whether each was named itself."""
    for path in paths:
        if path.is_dir():
            for file in sorted(path.rglob("*")):
                if file.is_file() and not file.name.startswith("."):
                    yield file, False
        else:
            yield path, True


HEAD_BYTES = 256 * 1024
"""In which the UIDs of nearly every file are"""


def _identity(path: Path) -> dict[str, str]:
    """Raises PacsError where it cannot be read, OSError."""
    from station.dicom.network.inbox import Refused, identity

    with path.open("rb") as file:
        head = file.read(HEAD_BYTES)
        try:
            return identity(head)
        except Refused:
            rest = file.read()
            if not rest:
                raise
            return identity(head + rest)
