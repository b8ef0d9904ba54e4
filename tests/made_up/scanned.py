"""Folders that are read, converted and projected once: nearly every test of a window opens the
same study. What is handed out is immutable, and its files are looked at again each time."""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Sequence
from pathlib import Path
from typing import Generic, TypeVar

import pytest

from station.dicom import load
from station.operations import images
from station.pet import mip
from station.pet.loaded import LoadedImage
from station.pet.mip import Mip
from station.pet.study import FoundStudies, Series
from station.pet.suv import TypedInput
from station.pet.volume import Unit, Volume
from station.progress import Report, silent

KEPT = 8
"""Scans, images and projections that are remembered; the latest of each"""

File = tuple[str, int, int]
"""Path, size in bytes, time of the last change in ns"""

_real_scan = load.scan
_real_load = images.load_image
_real_front = mip.front_mip
_real_rotating = mip.rotating_mip


Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")


class _Latest(Generic[Key, Value]):
    """The KEPT latest values by key."""

    def __init__(self) -> None:
        self._known: OrderedDict[Key, Value] = OrderedDict()

    def of(self, key: Key, made: Callable[[], Value]) -> Value:
        if key not in self._known:
            self._known[key] = made()
            while len(self._known) > KEPT:
                self._known.popitem(last=False)
        self._known.move_to_end(key)
        return self._known[key]


_scans: _Latest[tuple[File, ...], FoundStudies] = _Latest()
_images: _Latest[Hashable, LoadedImage] = _Latest()
_fronts: _Latest[Volume, Mip] = _Latest()
_rotating: _Latest[Volume, Mip] = _Latest()


def use(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the program of this test remember what others have read."""
    monkeypatch.setattr("station.dicom.load.scan", scan)
    monkeypatch.setattr("station.operations.images.load_image", load_image)
    monkeypatch.setattr("station.pet.mip.front_mip", front_mip)
    monkeypatch.setattr("station.pet.mip.rotating_mip", rotating_mip)


def scan(
    paths: Sequence[Path], report: Report = silent, *, unpack_into: Path | None = None
) -> FoundStudies:
    """As `load.scan`, but folders of DICOM files that did not change are not read again."""
    files = _files(paths)
    if files is None:
        return _real_scan(paths, report, unpack_into=unpack_into)
    return _scans.of(files, lambda: _real_scan(paths, report, unpack_into=unpack_into))


def load_image(
    series: Series,
    typed: Sequence[TypedInput] = (),
    unit: Unit = Unit.SUV_BW,
    report: Report = silent,
) -> LoadedImage:
    """As `operations.images.load_image`, but files that did not change are not read again."""
    key = (series, _files_of(series), tuple(typed), unit)
    return _images.of(key, lambda: _real_load(series, typed, unit, report))


def front_mip(volume: Volume) -> Mip:
    """As `mip.front_mip`, once for a volume."""
    return _fronts.of(volume, lambda: _real_front(volume))


def rotating_mip(volume: Volume, report: Report = silent) -> Mip:
    """As `mip.rotating_mip`, once for a volume."""
    return _rotating.of(volume, lambda: _real_rotating(volume, report))


def _files_of(series: Series) -> tuple[File, ...]:
    """The files of an image; none where it has none, or one of them is gone."""
    paths = [] if series.slices is None else sorted({path for path in series.slices.paths if path})
    if not all(Path(path).exists() for path in paths):
        return ()
    return tuple(_file(Path(path)) for path in paths)


def _file(path: Path) -> File:
    status = path.stat()
    return str(path), status.st_size, status.st_mtime_ns


def _files(paths: Sequence[Path]) -> tuple[File, ...] | None:
    """All files of the folders; None where there is anything but plain DICOM files."""
    files: list[File] = []
    for folder in paths:
        if not folder.is_dir():
            return None
        for path in sorted(folder.rglob("*")):
            if path.is_symlink() or not (path.is_dir() or path.suffix == ".dcm"):
                return None
            files.append(_file(path))
    return tuple(files)
