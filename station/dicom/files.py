"""Which files to read: folders, single files, ZIPs, DICOMDIRs; nothing outside the given paths."""

import hashlib
import os
import shutil
import stat
import tempfile
import zipfile
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath
from typing import IO, cast

from pydicom import dcmread  # pyright: ignore[reportUnknownVariableType]
from pydicom.dataset import Dataset
from pydicom.multival import MultiValue

from station.dicom.attributes import PARSE_ERRORS
from station.errors import DicomError
from station.pet.study import LeftOut
from station.progress import Report

MAX_ZIP_ENTRIES = 200_000
"""In one ZIP"""
MAX_UNPACKED_BYTES = 32 << 30
"""By a ZIP and those inside it"""
MAX_ZIP_DEPTH = 3
"""ZIPs within ZIPs that are opened; archives that hold themselves have no end"""
MAX_ZIP_RATIO = 200
"""Unpacked to packed size of a whole ZIP. Air compresses a thousandfold, but not all is air..."""
RATIO_MATTERS_ABOVE_BYTES = 256 << 20
"""...and what unpacks to less than this is harmless."""

MAX_DICOMDIR_BYTES = 256 << 20
COPY_BYTES = 1 << 20


@dataclass
class Archive:
    """A ZIP that was unpacked, and what those inside it add up to."""

    packed_bytes: int
    """Size of the outermost ZIP"""
    depth: int
    unpacked_bytes: list[int]
    """Of the outermost ZIP and all inside it: one number that they share"""


@dataclass
class Files:
    """Files to read, each once, and what was left out on the way."""

    paths: list[Path] = field(default_factory=list[Path])
    left_out: list[LeftOut] = field(default_factory=list[LeftOut])
    archives: dict[Path, "Archive"] = field(default_factory=dict[Path, "Archive"])
    """By the folder that a ZIP was unpacked into"""
    _seen: set[tuple[str, str]] = field(default_factory=set[tuple[str, str]])
    _folders: dict[Path, str] = field(default_factory=dict[Path, str])

    def add(self, path: Path) -> None:
        """Add a file unless it was already added, perhaps under another path of its folder."""
        parent = path.parent
        if parent not in self._folders:
            self._folders[parent] = os.path.realpath(parent)
        key = self._folders[parent], path.name
        if key not in self._seen:
            self._seen.add(key)
            self.paths.append(path)

    def leave_out(self, path: Path, reason: str) -> None:
        self.left_out.append(LeftOut(path, reason))

    def add_below(self, path: Path, report: Report) -> None:
        """Add a file, or every file below a folder, in a fixed order.

        Links to folders are not followed: they may lead around in circles.
        """
        if not os.path.lexists(path):
            self.leave_out(path, "There is no such file or folder.")
            return
        if not path.is_dir():
            self.add(path)
            return
        for parent, folders, names in os.walk(path, onerror=self._unreadable):
            report(0.0, f"Looking in {Path(parent).name or parent}")
            folders.sort()
            for name in folders:
                link = Path(parent, name)
                if link.is_symlink():
                    self.leave_out(link, "It is a link to a folder; links are not followed.")
            for name in sorted(names):
                self.add(Path(parent, name))

    def _unreadable(self, error: OSError) -> None:
        self.leave_out(Path(error.filename), f"The folder cannot be read: {error.strerror}.")


# --- DICOMDIR -------------------------------------------------------------------------------

_Listings = dict[Path, list[str]]
"""Names in each folder"""


def add_listed(path: Path, files: Files, report: Report) -> None:
    """Add the files that a DICOMDIR lists; report which of them are missing.

    PS3.10 8.6: they are in or below the DICOMDIR's folder; nothing else is opened.
    """
    medium = Path(os.path.realpath(path.parent))
    try:
        names = _referenced(path)
    except PARSE_ERRORS as error:
        files.leave_out(path, f"The DICOMDIR is damaged and cannot be read ({error}).")
        return
    files.leave_out(path, "It is a DICOMDIR, the index of a medium; the files it lists are opened.")
    listings: _Listings = {}
    for i, parts in enumerate(names):
        if i % 50 == 0:
            report(0.0, f"Reading the index {path.name}")
        target = path.parent.joinpath(*parts)
        file = _copied(path.parent, parts, listings) if all(map(_is_plain, parts)) else target
        if file is None:
            files.leave_out(target, "The DICOMDIR lists this file, but it is missing.")
        elif file is target or not Path(os.path.realpath(file)).is_relative_to(medium):
            files.leave_out(
                target, "The DICOMDIR lists a file outside its own folder; it is not opened."
            )
        else:
            files.add(file)


def _is_plain(part: str) -> bool:
    """Whether a part of a file ID stays inside its folder."""
    return part not in ("", ".", "..") and not any(character in part for character in "/\\:\0")


def _referenced(path: Path) -> list[tuple[str, ...]]:
    """The path parts of each file that a DICOMDIR references."""
    if path.stat().st_size > MAX_DICOMDIR_BYTES:
        raise ValueError("it is too large")
    names: list[tuple[str, ...]] = []
    records: object = dcmread(path).get("DirectoryRecordSequence")
    for record in cast(Iterable[Dataset], records or ()):
        value: object = record.get("ReferencedFileID")
        if isinstance(value, str) and value:
            names.append(_parts([value]))
        elif isinstance(value, MultiValue):
            names.append(_parts(cast(Iterable[object], value)))
    return [parts for parts in names if parts]


def _parts(written: Iterable[object]) -> tuple[str, ...]:
    """Folders and file: some write a path with slashes, or begin it with a separator."""
    return tuple(part for each in written for part in str(each).split("/") if part not in ("", "."))


def _copied(folder: Path, parts: Sequence[str], listings: _Listings) -> Path | None:
    """The file of a DICOMDIR's entry, in a copy that may lack the outer folders of the medium."""
    tails = (parts[start:] for start in range(len(parts)))
    found = (_on_disk(folder, tail, listings) for tail in tails)
    return next((file for file in found if file is not None), None)


def _on_disk(folder: Path, parts: Sequence[str], listings: _Listings) -> Path | None:
    """The file of a DICOMDIR's entry.

    Copies of a medium have other letter cases, a version (";1") or an extension that the index does
    not know. Where several files would fit, none does.
    """
    exact = folder.joinpath(*parts)
    if exact.is_file():
        return exact
    place = folder
    for part in parts:
        names = listings.get(place)
        if names is None:
            try:
                names = sorted(os.listdir(place))
            except OSError:
                names = []
            listings[place] = names
        wanted = _plain_name(part)
        fitting = [name for name in names if _plain_name(name) == wanted] or [
            name for name in names if _plain_name(name).partition(".")[0] == wanted
        ]
        if len(fitting) > 1:
            fitting = [name for name in fitting if name.lower().endswith(".dcm")]
        if len(fitting) != 1:
            return None
        place /= fitting[0]
    return place if place.is_file() else None


def _plain_name(name: str) -> str:
    """Without letter case, version number and the full stop of an empty extension."""
    return name.lower().partition(";")[0].rstrip(".")


# --- ZIP ------------------------------------------------------------------------------------


def add_unpacked(path: Path, into: Path | None, files: Files, report: Report) -> None:
    """Unpack a ZIP into a folder named after its content, once, and add its files."""
    try:
        files.add_below(_unpacked(path, into, files, report), report)
    except DicomError as error:
        files.leave_out(path, str(error))
    else:
        files.leave_out(path, "It is a ZIP archive; its files were unpacked and opened.")


def _unpacked(path: Path, into: Path | None, files: Files, report: Report) -> Path:
    """The folder with a ZIP's content. Raises DicomError if the whole is refused.

    Entries that would leave the folder, links and encrypted entries are left out.
    """
    if into is None:
        raise DicomError(
            "It is a ZIP archive, and there is no folder to unpack it into; unpack it first."
        )
    try:
        outer = next((files.archives[p] for p in path.parents if p in files.archives), None)
        size = path.stat().st_size
        here = Archive(size, 1, [0]) if outer is None else replace(outer, depth=outer.depth + 1)
        if here.depth > MAX_ZIP_DEPTH:
            raise DicomError(
                f"It is a ZIP inside {MAX_ZIP_DEPTH} others; unpack it first to open its files."
            )
        with zipfile.ZipFile(path) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            _refuse_absurd(here, entries)
            wanted = [entry for entry in entries if _may_unpack(path, entry, files)]
            folder = into / _content_name(path, report)
            files.archives.setdefault(folder, here)
            if not folder.is_dir():
                _unpack(archive, wanted, folder, report)
            return folder
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError) as error:
        raise DicomError(f"The ZIP archive is damaged and cannot be unpacked ({error}).") from error
    except RuntimeError as error:  # zipfile raises it for a missing password
        raise DicomError(f"The ZIP archive cannot be unpacked ({error}).") from error
    except OSError as error:
        raise DicomError(
            f"The ZIP archive cannot be unpacked: {error.strerror or error}."
        ) from error


def _refuse_absurd(archive: Archive, entries: Sequence[zipfile.ZipInfo]) -> None:
    if len(entries) > MAX_ZIP_ENTRIES:
        raise DicomError(
            f"The ZIP archive holds {len(entries)} files; {MAX_ZIP_ENTRIES} is the limit."
        )
    if entries and all(entry.flag_bits & 1 for entry in entries):
        raise DicomError("The ZIP archive is encrypted; unpack it with its password first.")
    unpacked = archive.unpacked_bytes[0] + sum(entry.file_size for entry in entries)
    if unpacked > MAX_UNPACKED_BYTES:
        raise DicomError(
            f"The ZIP archive would unpack to {unpacked / 2**30:.0f} GB; "
            f"{MAX_UNPACKED_BYTES >> 30} GB is the limit."
        )
    if unpacked > RATIO_MATTERS_ABOVE_BYTES and unpacked > MAX_ZIP_RATIO * archive.packed_bytes:
        raise DicomError(
            f"The ZIP archive would unpack to more than {MAX_ZIP_RATIO} times its size, "
            "as archives made to fill a disk do; it is refused."
        )
    archive.unpacked_bytes[0] = unpacked


def _may_unpack(path: Path, entry: zipfile.ZipInfo, files: Files) -> bool:
    name = entry.filename.replace("\\", "/")
    inner = PurePosixPath(name)
    reason = None
    if inner.is_absolute() or ".." in inner.parts or ":" in name or not inner.parts:
        reason = "Its path leads outside the ZIP's own folder; it is not unpacked."
    elif stat.S_ISLNK(entry.external_attr >> 16):
        reason = "It is a link inside a ZIP; it is not unpacked."
    elif entry.flag_bits & 1:
        reason = "It is encrypted; unpack the ZIP with its password first."
    if reason is not None:
        files.leave_out(path / name.lstrip("/"), reason)
    return reason is None


def _content_name(path: Path, report: Report) -> str:
    digest, size = hashlib.sha256(), path.stat().st_size
    with path.open("rb") as file:
        while block := file.read(COPY_BYTES):
            digest.update(block)
            report(0.0, f"Reading {path.name} ({min(file.tell() / size, 1):.0%})")
    return f"zip-{digest.hexdigest()[:32]}"


def _unpack(
    archive: zipfile.ZipFile, entries: Sequence[zipfile.ZipInfo], folder: Path, report: Report
) -> None:
    """Unpack next to `folder` and rename at the end: a folder of that name is always complete."""
    total = sum(entry.file_size for entry in entries)
    folder.parent.mkdir(parents=True, exist_ok=True)
    if total > shutil.disk_usage(folder.parent).free:
        raise DicomError(
            f"Unpacking the ZIP needs {total / 2**30:.1f} GB; the disk has less free space."
        )
    done = 0
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix="unpacking-") as temporary:
        whole = Path(temporary, "whole")
        whole.mkdir()
        for entry in entries:
            target = whole.joinpath(*PurePosixPath(entry.filename.replace("\\", "/")).parts)
            target.parent.mkdir(parents=True, exist_ok=True)
            with archive.open(entry) as source, target.open("wb") as copy:
                done = _copy(source, copy, done, total, report)
        whole.rename(folder)


def _copy(source: IO[bytes], copy: IO[bytes], done: int, total: int, report: Report) -> int:
    while block := source.read(COPY_BYTES):
        copy.write(block)
        done += len(block)
        report(0.0, f"Unpacking ({done / max(total, 1):.0%})")
    return done
