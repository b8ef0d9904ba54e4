"""The files behind the index: whether they are still those that were read, and copying them in."""

import re
import shutil
import tempfile
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import numpy as np

from station.errors import ArchiveError
from station.pet.study import Series, SliceTable, Study
from station.progress import Report
from station.whole_file import free_path, require_space

FOLDER = "studies"
"""Below the data folder: one folder for each copied study, in it one for each series."""

PLAIN_UID = re.compile(r"[0-9]+(\.[0-9]+)*", re.ASCII)
"""What the standard allows in a UID, and what is safe as the name of a folder."""


def stale(series: Series) -> str | None:
    """The sentence that says why the files are no longer those that were read; None: they are.

    Looks at size and time of each file, not into it.
    """
    if series.slices is None:
        return None
    files = _files(series.slices)
    gone: list[str] = []
    changed: list[str] = []
    for path, (size, time_ns) in files.items():
        try:
            now = Path(path).stat()
        except (OSError, ValueError):  # ValueError: a path no file system takes
            gone.append(path)
            continue
        if (now.st_size, now.st_mtime_ns) != (size, time_ns):
            changed.append(path)
    for paths, what in ((gone, "can no longer be read"), (changed, "changed since they were read")):
        if paths:
            return (
                f"{series.label}: {len(paths)} of {len(files)} files {what}, the first is "
                f"{paths[0]}. Open the study again from where its files are now."
            )
    return None


def copy_in(study: Study, home: Path, report: Report) -> Study:
    """`study` with its files copied below the data folder `home`; its slice tables name the copies.

    Series whose files are there already stay as they are. When it is cancelled or fails, nothing of
    the copy is left. Raises ArchiveError: files gone or changed, disk full, folder not writable.
    """
    folder = home / FOLDER
    wanted = [series for series in study.series if _is_outside(series, folder)]
    for series in wanted:
        if problem := stale(series):
            raise ArchiveError(problem)
    sources = {
        path: (series.uid, size)
        for series in wanted
        if series.slices is not None
        for path, (size, _) in _files(series.slices).items()
    }
    if not sources:
        return study
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        needed = sum(size for _, size in sources.values())
        require_space(folder, needed, "The study needs", "open the study in place")
        unfinished = Path(tempfile.mkdtemp(prefix=".copying-", dir=folder))
        try:
            places = _copy(sources, unfinished, report)
            final = free_path(folder / folder_name(study.uid))  # an earlier copy is never touched
            unfinished.rename(final)
        except BaseException:  # Cancelled and KeyboardInterrupt too: no half of a copy stays
            shutil.rmtree(unfinished, ignore_errors=True)
            raise
    except OSError as error:
        raise ArchiveError(
            f"The study could not be copied into {folder}: {error}. Check that the folder can be "
            f"written and that the study's files can be read, or open the study in place."
        ) from error
    moved = {path: (final / place, time_ns) for path, (place, time_ns) in places.items()}
    return replace(study, series=tuple(_moved(series, moved) for series in study.series))


def _files(table: SliceTable) -> dict[str, tuple[int, int]]:
    """Path → (size, time in ns) of each file once; a multi-frame file holds many slices."""
    sizes, times = table.file_sizes.tolist(), table.file_times_ns.tolist()
    return {path: (sizes[i], times[i]) for i, path in enumerate(table.paths) if path}


def _is_outside(series: Series, folder: Path) -> bool:
    table = series.slices
    return table is not None and any(
        path and not Path(path).is_relative_to(folder) for path in table.paths
    )


def _copy(
    sources: dict[str, tuple[str, int]], target: Path, report: Report
) -> dict[str, tuple[Path, int]]:
    """Source path → (place below `target`, time of the copy in ns); each copy has the size read."""
    total = max(sum(size for _, size in sources.values()), 1)
    done = 0
    places: dict[str, tuple[Path, int]] = {}
    for number, (path, (series_uid, size)) in enumerate(sources.items(), start=1):
        report(done / total, f"Copying file {number} of {len(sources)}")
        place = Path(folder_name(series_uid), f"{number:06d}.dcm")
        copy = target / place
        copy.parent.mkdir(exist_ok=True)
        shutil.copyfile(path, copy)
        written = copy.stat()
        if written.st_size != size:
            raise OSError(f"{path} had {size} bytes when it was read, its copy {written.st_size}")
        places[path] = place, written.st_mtime_ns
        done += size
    report(1.0, "Copied")
    return places


def folder_name(uid: str) -> str:
    """What a study's or series' folder is called: its UID, or a hash of what is none."""
    return uid if PLAIN_UID.fullmatch(uid) else sha256(uid.encode(errors="replace")).hexdigest()


def _moved(series: Series, moved: dict[str, tuple[Path, int]]) -> Series:
    table = series.slices
    if table is None or not all(path in moved for path in table.paths if path):
        return series
    copies = [moved[path] if path else None for path in table.paths]
    return replace(
        series,
        slices=replace(
            table,
            paths=tuple(["" if copy is None else str(copy[0]) for copy in copies]),
            file_times_ns=np.array([0 if copy is None else copy[1] for copy in copies], np.int64),
        ),
    )
