"""Folders whose headers are read once: nearly every test of a window opens the same study."""

from collections import OrderedDict
from collections.abc import Sequence
from pathlib import Path

from station.dicom import load
from station.pet.study import FoundStudies
from station.progress import Report, silent

KEPT = 8
"""Scans that are remembered; the latest"""

File = tuple[str, int, int]
"""Path, size in bytes, time of the last change in ns"""

_real_scan = load.scan
_known: OrderedDict[tuple[File, ...], FoundStudies] = OrderedDict()


def scan(
    paths: Sequence[Path], report: Report = silent, *, unpack_into: Path | None = None
) -> FoundStudies:
    """As `load.scan`, but folders of DICOM files that did not change are not read again."""
    files = _files(paths)
    if files is None:
        return _real_scan(paths, report, unpack_into=unpack_into)
    if files not in _known:
        _known[files] = _real_scan(paths, report, unpack_into=unpack_into)
        while len(_known) > KEPT:
            _known.popitem(last=False)
    _known.move_to_end(files)
    return _known[files]


def _files(paths: Sequence[Path]) -> tuple[File, ...] | None:
    """All files of the folders; None where there is anything but plain DICOM files."""
    files: list[File] = []
    for folder in paths:
        if not folder.is_dir():
            return None
        for path in sorted(folder.rglob("*")):
            if path.is_symlink() or not (path.is_dir() or path.suffix == ".dcm"):
                return None
            status = path.stat()
            files.append((str(path), status.st_size, status.st_mtime_ns))
    return tuple(files)
