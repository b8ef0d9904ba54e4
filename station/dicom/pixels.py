"""Pixels of a series that a scan found or that is in the index: no header is parsed again.

Natively encoded frames are read straight into the array from the byte in the slice table; the rest
is decoded by pydicom.
"""

import os
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from pydicom import dcmread  # pyright: ignore[reportUnknownVariableType]
from pydicom.pixels.utils import iter_pixels
from pydicom.uid import (
    DeflatedExplicitVRLittleEndian,
    JPEGLSLossless,
    JPEGLSNearLossless,
    RLELossless,
)

from station.dicom.attributes import PARSE_ERRORS
from station.dicom.header import first_line, lenient
from station.errors import DicomError
from station.pet.study import Series, SliceTable, StoredImage
from station.pet.volume import Provenance, Unit
from station.progress import Report, silent
from station.system import open_to_read, read_at

THREADS = 2
"""Reading cached files is limited by memory; a third thread gains nothing."""

MAX_IMAGE_BYTES = 4 << 30
"""A series whose pixels need more memory is refused; 2000 slices of 1024 × 1024 just fit."""

REPORT_EVERY = 16
"""Files between two reports of progress"""

READ_AT_ONCE = frozenset({DeflatedExplicitVRLittleEndian, JPEGLSLossless, JPEGLSNearLossless})
"""Transfer syntaxes whose files are read whole before pydicom looks for a frame: deflated, since it
looks for pixels at their offset after inflation; JPEG-LS, since only so a truncated file is noticed
before CharLS decodes it, which can take seconds a slice."""


def array_dtype(stored: str) -> np.dtype[np.generic]:
    """The type in memory of pixels stored as `stored`, one that StoredImage allows."""
    dtype = np.dtype(stored)
    if dtype.kind == "f":
        return np.dtype(np.float32)
    return np.dtype(np.int16) if dtype == np.int8 else dtype.newbyteorder("=")


def decoded(path: Path, syntax: str, numbers: Sequence[int]) -> Iterator[NDArray[np.generic]]:
    """These frames of a file, each (rows, columns) as stored, decoded by pydicom's plug-ins."""
    source = dcmread(path) if syntax in READ_AT_ONCE else path
    # The RLE plug-in panics on damaged pixels, with a BaseException.
    plugin = "pydicom" if syntax == RLELossless else ""
    return iter_pixels(source, raw=True, indices=list(numbers), decoding_plugin=plugin)


def keep_stored_bits(values: NDArray[np.generic], bits_stored: int) -> None:
    """Keep the low `bits_stored` bits of each integer, and extend their sign."""
    unused = values.dtype.itemsize * 8 - bits_stored
    if unused:
        np.left_shift(values, unused, out=values)
        np.right_shift(values, unused, out=values)


def read_image(series: Series, report: Report = silent) -> StoredImage:
    """The pixels of a series, as stored, with their scale and place.

    A CT's intercept is added while reading if it is whole, so that whole HU stay one int16 array.
    Raises DicomError with the reason if the series is not an image, a file is gone or has changed
    since it was scanned, or its pixels cannot be decoded.
    """
    table, geometry = series.slices, series.geometry
    if series.problem is not None or table is None or geometry is None:
        raise DicomError(series.problem or f"{series.label} is not an image.")
    dtype = array_dtype(table.pixel_dtype)
    if np.prod(geometry.shape, dtype=float) * dtype.itemsize > MAX_IMAGE_BYTES:
        raise DicomError(f"{series.label}: its pixels need more than {MAX_IMAGE_BYTES >> 30} GB.")
    missing = table.missing
    values = np.empty(geometry.shape, dtype=dtype)
    values[missing] = 0
    shift = _intercept_shift(series.unit, table, dtype)
    with lenient():
        _Reader(series.label, table, values, shift).read(report)
    intercepts = table.intercepts
    if shift is not None:
        values, intercepts = shift.result(values, intercepts)
    return StoredImage(
        values=values,
        slopes=table.slopes,
        intercepts=intercepts,
        missing=missing,
        geometry=geometry,
        unit=series.unit,
        provenance=Provenance(series.uid, series.description, (f"read from {series.label}",)),
    )


class _InterceptShift:
    """Adds one whole intercept to 16-bit slices, each while it is in the processor's cache."""

    def __init__(self, intercept: int) -> None:
        self._intercept = intercept
        self._fits = True

    def __call__(self, slice_: NDArray[np.generic]) -> None:
        limits = np.iinfo(np.int16)
        low, high = int(slice_.min()) + self._intercept, int(slice_.max()) + self._intercept
        if low < limits.min or high > limits.max:
            self._fits = False
        self._add(slice_, self._intercept)

    def result(
        self, values: NDArray[np.generic], intercepts: NDArray[np.float64]
    ) -> tuple[NDArray[np.generic], NDArray[np.float64]]:
        """The shifted values as int16 and no intercept; unchanged if they do not fit."""
        if self._fits:
            return values.view(np.int16), np.zeros_like(intercepts)
        self._add(values, -self._intercept)
        return values, intercepts

    @staticmethod
    def _add(values: NDArray[np.generic], intercept: int) -> None:
        """Modulo 2¹⁶: only the sum has to fit, and undoing it is exact."""
        words = values.view(np.int16)
        words += np.array(intercept).astype(np.int16)


def _intercept_shift(
    unit: Unit, table: SliceTable, dtype: np.dtype[np.generic]
) -> _InterceptShift | None:
    intercept = float(table.intercepts[0])
    whole = intercept.is_integer() and (table.slopes == 1).all()
    if unit is not Unit.HU or not whole or (table.intercepts != intercept).any():
        return None
    if intercept == 0 or table.missing.any() or dtype.kind not in "iu" or dtype.itemsize != 2:
        return None
    return _InterceptShift(int(intercept))


@dataclass(frozen=True)
class _Reader:
    """Fills `values` (slices, rows, columns) from the files of a slice table."""

    label: str
    table: SliceTable
    values: NDArray[np.generic]
    shift: _InterceptShift | None

    def read(self, report: Report) -> None:
        """With a few threads; only the caller's reports progress."""
        stored = np.flatnonzero(~self.table.missing).tolist()
        files = [(path, list(entries)) for path, entries in groupby(stored, self._path)]
        stop = threading.Event()

        def work(thread: int) -> None:
            try:
                for number, (path, entries) in enumerate(files[thread::THREADS]):
                    if stop.is_set():
                        return
                    if thread == 0 and number % REPORT_EVERY == 0:
                        report(number * THREADS / len(files), f"Reading {self.label}")
                    self._read_file(path, entries)
            except BaseException:
                stop.set()  # the others need not continue in vain
                raise

        with ThreadPoolExecutor(THREADS - 1) as pool:
            others = [pool.submit(work, thread) for thread in range(1, THREADS)]
            work(0)
        for other in others:
            other.result()
        report(1.0, f"Read {self.label}")

    def _path(self, entry: int) -> str:
        return self.table.paths[entry]

    def _read_file(self, path: str, entries: Sequence[int]) -> None:
        """Fill the slices `entries`, which are all in one file."""
        table, first = self.table, entries[0]
        try:
            descriptor = open_to_read(path)  # open() costs as much as reading the slice
            try:
                status = os.fstat(descriptor)
                size, time_ns = table.file_sizes[first], table.file_times_ns[first]
                if status.st_size != size or status.st_mtime_ns != time_ns:
                    raise self._error(path, "has changed since it was opened")
                if table.offsets[first] < 0:
                    self._decode(path, entries)
                else:
                    for entry in entries:
                        self._read_frame(descriptor, int(table.offsets[entry]), self.values[entry])
            finally:
                os.close(descriptor)
        except EOFError as error:
            raise self._error(path, "is truncated") from error
        except OSError as error:
            raise self._error(path, f"cannot be read ({error.strerror or error})") from error

    def _error(self, path: str, what: str) -> DicomError:
        return DicomError(f"{self.label}: the file {path} {what}. Open its folder again.")

    def _read_frame(self, descriptor: int, offset: int, out: NDArray[np.generic]) -> None:
        """Read a native frame into `out` (rows, columns); EOFError when the file ends first."""
        stored = np.dtype(self.table.pixel_dtype)
        same = stored.newbyteorder("=") == out.dtype
        target = out if same else np.empty(out.shape, dtype=stored)
        buffer = memoryview(target.data).cast("B")
        while buffer:
            count = read_at(descriptor, buffer, offset)
            if count == 0:
                raise EOFError
            buffer, offset = buffer[count:], offset + count
        if not same:
            out[...] = target
        elif not stored.isnative:
            out.byteswap(inplace=True)
        self._finish(out)

    def _decode(self, path: str, entries: Sequence[int]) -> None:
        """Decode frames with pydicom and its plug-ins."""
        shape = self.values.shape[1:]
        numbers = [int(self.table.frames[entry]) for entry in entries]
        try:
            frames = decoded(Path(path), self.table.transfer_syntax, numbers)
            for entry, frame in zip(entries, frames, strict=True):
                if frame.shape != shape:
                    raise ValueError(f"{frame.shape} pixels instead of {shape}")
                self.values[entry] = frame
                self._finish(self.values[entry])
        except (RuntimeError, *PARSE_ERRORS) as error:
            raise self._error(path, f"cannot be decoded ({first_line(error)})") from error

    def _finish(self, slice_: NDArray[np.generic]) -> None:
        """Keep the low `bits_stored` bits of each integer and extend their sign; then the shift.

        The bits above may hold overlays of old files (PS3.5 8.1.1).
        """
        if np.dtype(self.table.pixel_dtype).kind in "iu":
            keep_stored_bits(slice_, self.table.bits_stored)
        if self.shift is not None:
            self.shift(slice_)
