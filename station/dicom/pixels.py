"""Pixels of a series that a scan has found, or that the index knows: no header is parsed again.

Natively encoded frames are read from the byte the slice table names straight into the array; the rest
is decoded by pydicom.
"""

import os
import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor, wait
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from station.dicom.header import PARSE_ERRORS, lenient
from station.errors import DicomError
from station.pet.study import Series, SliceTable, StoredImage
from station.pet.volume import Provenance
from station.progress import Report, silent

THREADS = 2
"""Reading cached files is bound by memory; a third thread brings nothing."""

MAX_IMAGE_BYTES = 4 << 30
"""A series whose pixels need more memory is refused: 2000 slices of 1024 × 1024 just fit."""

REPORT_EVERY = 16
"""Files between two reports of progress"""


def array_dtype(stored: str) -> np.dtype[np.generic]:
    """The type of the array in memory for pixels stored as `stored`, one that StoredImage allows."""
    dtype = np.dtype(stored)
    if dtype.kind == "f":
        return np.dtype(np.float32)
    return np.dtype(np.int16) if dtype == np.int8 else dtype.newbyteorder("=")


def read_image(series: Series, report: Report = silent) -> StoredImage:
    """The pixels of a series, as stored, with their scale and place.

    Raises DicomError with the sentence when the series is no image, a file is gone or has changed
    since it was scanned, or its pixels cannot be decoded.
    """
    table, geometry = series.slices, series.geometry
    if series.problem is not None or table is None or geometry is None:
        raise DicomError(series.problem or f"{series.label}: it is not an image.")
    dtype = array_dtype(table.pixel_dtype)
    if np.prod(geometry.shape, dtype=float) * dtype.itemsize > MAX_IMAGE_BYTES:
        raise DicomError(f"{series.label}: its pixels need more than {MAX_IMAGE_BYTES >> 30} GB.")
    missing = table.missing
    values = np.empty(geometry.shape, dtype=dtype)
    values[missing] = 0
    files = [
        (path, list(entries))
        for path, entries in groupby(np.flatnonzero(~missing).tolist(), key=table.paths.__getitem__)
    ]
    _read_files(series, table, values, files, report)
    slopes, intercepts = table.slopes, table.intercepts
    return StoredImage(
        values=values,
        slopes=slopes,
        intercepts=intercepts,
        missing=missing,
        geometry=geometry,
        unit=series.unit,
        provenance=Provenance(series.uid, series.description, (f"read from {series.label}",)),
    )


def _read_files(
    series: Series,
    table: SliceTable,
    values: NDArray[np.generic],
    files: Sequence[tuple[str, list[int]]],
    report: Report,
) -> None:
    """Fill `values` from `files` with a few threads; the first thread alone reports."""
    stop = threading.Event()
    done = [0] * THREADS

    def work(thread: int) -> None:
        for number, (path, entries) in enumerate(files[thread::THREADS]):
            if stop.is_set():
                return
            _read_file(series, table, values, path, entries)
            done[thread] = number + 1
            if thread == 0 and number % REPORT_EVERY == 0:
                report(sum(done) / len(files), f"Reading {series.label}")

    def guarded(thread: int) -> None:
        try:
            work(thread)
        except BaseException:
            stop.set()  # the other thread need not go on for nothing
            raise

    with ThreadPoolExecutor(THREADS) as pool:
        others = [pool.submit(guarded, thread) for thread in range(1, THREADS)]
        guarded(0)
        wait(others)
    for other in others:
        other.result()
    report(1.0, f"Read {series.label}")


def _read_file(
    series: Series, table: SliceTable, values: NDArray[np.generic], path: str, entries: Sequence[int]
) -> None:
    """Fill the slices `entries`, all of which lie in one file."""
    name = os.path.basename(path)
    try:
        descriptor = os.open(path, os.O_RDONLY)  # open() costs as much as reading the slice
        try:
            status = os.fstat(descriptor)
            first = entries[0]
            if (
                status.st_size != table.file_sizes[first]
                or status.st_mtime_ns != table.file_times_ns[first]
            ):
                raise DicomError(
                    f"{series.label}: the file {name} has changed since it was opened. Open the folder again."
                )
            if table.offsets[first] < 0:
                _decode(series, table, values, path, entries)
                return
            for index in entries:
                _read_native(descriptor, table, values[index], int(table.offsets[index]))
        finally:
            os.close(descriptor)
    except EOFError as error:
        raise DicomError(
            f"{series.label}: the file {name} is truncated. Open the folder again."
        ) from error
    except OSError as error:
        raise DicomError(
            f"{series.label}: the file {name} cannot be read ({error.strerror or error}). "
            "Was it moved? Open the folder again."
        ) from error


def _read_native(
    descriptor: int, table: SliceTable, out: NDArray[np.generic], offset: int
) -> None:
    """Read one frame (rows, columns) into `out`. Raises EOFError when the file ends before it does."""
    stored = np.dtype(table.pixel_dtype)
    same = stored.newbyteorder("=") == out.dtype
    target = out if same else np.empty(out.shape, dtype=stored)
    buffer = memoryview(target).cast("B")
    while buffer:
        count = os.preadv(descriptor, [buffer], offset)
        if count == 0:
            raise EOFError
        buffer, offset = buffer[count:], offset + count
    if not same:
        out[...] = target
    elif not stored.isnative:
        out.byteswap(inplace=True)
    _drop_unused_bits(out, stored, table.bits_stored)


def _drop_unused_bits(out: NDArray[np.generic], stored: np.dtype[np.generic], bits_stored: int) -> None:
    """Leave of each integer its low `bits_stored` bits, in place, and extend their sign.

    The bits above may hold overlays of old files (PS3.5 8.1.1).
    """
    unused = stored.itemsize * 8 - bits_stored
    if stored.kind not in "iu" or unused == 0:
        return
    unused += (out.dtype.itemsize - stored.itemsize) * 8
    np.left_shift(out, unused, out=out)
    np.right_shift(out, unused, out=out)


def _decode(
    series: Series, table: SliceTable, values: NDArray[np.generic], path: str, entries: Sequence[int]
) -> None:
    """Decode frames with pydicom and its plug-ins."""
    from pydicom.pixels import iter_pixels  # 0.1 s, needed for compressed pixels only

    shape = values.shape[1:]
    try:
        with lenient():
            frames = [int(table.frames[index]) for index in entries]
            for index, frame in zip(entries, iter_pixels(path, raw=True, indices=frames), strict=True):
                if frame.shape != shape:
                    raise ValueError(f"{frame.shape} pixels in place of {shape}")
                values[index] = frame
    except (RuntimeError, *PARSE_ERRORS) as error:
        reason = str(error).strip().splitlines() or [type(error).__name__]
        raise DicomError(
            f"{series.label}: the pixels of {os.path.basename(path)} cannot be decoded ({reason[0]})."
        ) from error
    stored = np.dtype(table.pixel_dtype)
    for index in entries:
        _drop_unused_bits(values[index], stored, table.bits_stored)
