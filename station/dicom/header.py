"""The header of one file, read by pydicom without its pixels, or the reason why there is none."""

import io
import logging
import os
import re
import stat
import struct
import threading
import zlib
from collections.abc import Callable, Generator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from warnings import catch_warnings, simplefilter

from pydicom import config
from pydicom.dataelem import RawDataElement
from pydicom.filereader import data_element_generator, read_partial
from pydicom.tag import BaseTag
from pydicom.uid import (
    UID,
    DeflatedExplicitVRLittleEndian,
    ExplicitVRBigEndian,
    ExplicitVRLittleEndian,
    ImplicitVRLittleEndian,
)

from station.dicom.attributes import (
    PARSE_ERRORS,
    WANTED,
    Attributes,
    Element,
    encodings,
    raw_elements,
)
from station.errors import DicomError

HEAD_BYTES = (32 << 10, 512 << 10, 8 << 20, 256 << 20)
"""How much of a file is read in search of its pixels; each size only if the one before was too
small. A header beyond the last is refused."""

MAX_INFLATED_BYTES = 1 << 30
"""A deflated data set that grows beyond this is refused: it may be a bomb."""

FLOAT_PIXELS = 0x7FE00008
DOUBLE_PIXELS = 0x7FE00009
PIXELS = 0x7FE00010
TRANSFER_SYNTAX = BaseTag(0x00020010)
MEDIA_SOP_CLASS = BaseTag(0x00020002)
CHARACTER_SET = BaseTag(0x00080005)
SOP_CLASS = BaseTag(0x00080016)
UNDEFINED_LENGTH = 0xFFFFFFFF


class _Leniency:
    """pydicom's settings while files are read, shared by the threads that read concurrently."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._readers = 0
        self._settings = ExitStack()

    @contextmanager
    def __call__(self) -> Generator[None]:
        """pydicom reads wrong values without a warning; problems are reported in our words."""
        with self._lock:
            if self._readers == 0:
                self._settings.enter_context(_silent_pydicom())
            self._readers += 1
        try:
            yield
        finally:
            with self._lock:
                self._readers -= 1
                if self._readers == 0:
                    self._settings.close()


@contextmanager
def _silent_pydicom() -> Generator[None]:
    logger = logging.getLogger("pydicom")
    level = logger.level
    logger.setLevel(logging.CRITICAL + 1)
    try:
        with catch_warnings(), config.disable_value_validation():
            simplefilter("ignore")
            yield
    finally:
        logger.setLevel(level)


lenient = _Leniency()


class ZipArchive(DicomError):
    """The file is a ZIP, which may hold DICOM files."""


class NiftiFile(DicomError):
    """The file is a NIfTI image, which may be a mask."""


@dataclass(frozen=True, slots=True)
class PixelElement:
    """Where the pixels of a file are. `offset` is -1 if they are not stored natively."""

    tag: int
    length: int
    offset: int


@dataclass(frozen=True, slots=True)
class Header:
    """What a scan keeps of one file."""

    path: Path
    size: int
    time_ns: int
    syntax: UID
    attributes: Attributes
    pixels: PixelElement | None
    cut_short: bool = field(default=False)
    """Whether the file ends inside its header"""


def read_header(path: Path) -> Header:
    """Read a file's header. Call within `lenient()`.

    Raises DicomError with the reason if the file is not read.
    """
    try:
        status = os.stat(path)
        if not stat.S_ISREG(status.st_mode):
            raise DicomError("It is not a regular file.")
        if status.st_size == 0:
            raise DicomError("The file is empty (0 bytes).")
        with path.open("rb", buffering=0) as file:
            for limit in HEAD_BYTES:
                head = _read_exactly(file, min(limit, status.st_size))
                whole = len(head) >= status.st_size
                header = _parse(path, head, whole, status)
                if header is not None:
                    return header
    except OSError as error:
        raise DicomError(f"The file cannot be read: {error.strerror or error}.") from error
    raise DicomError(
        f"No pixels within the first {HEAD_BYTES[-1] >> 20} MB: the header is too large to be one."
    )


def _read_exactly(file: io.FileIO, count: int) -> bytes:
    file.seek(0)
    head = file.read(count)
    while head and len(head) < count:
        more = file.read(count - len(head))
        if not more:
            break
        head += more
    return head


def _parse(path: Path, head: bytes, whole: bool, status: os.stat_result) -> Header | None:
    """The header in `head`, or None when more of the file is needed."""
    if head.startswith(b"PK\x03\x04"):
        raise ZipArchive("It is a ZIP archive.")
    if _is_nifti(head):
        raise NiftiFile("It is a NIfTI image, which has no patient data.")
    bare = head[128:132] != b"DICM"
    if bare:
        reason = _why_not_dicom(head)
        if reason is not None:
            raise DicomError(reason)
    try:
        parsed = _parse_ordinary(head) if not bare else None
        if parsed is None:
            parsed = _parse_unusual(head, whole)
            if parsed is None:
                return None
    except PARSE_ERRORS as error:
        if not whole:
            return None
        raise DicomError(
            f"It is damaged: the DICOM header cannot be read ({first_line(error)})."
        ) from error
    elements, syntax, pixels, end = parsed
    if pixels is None and not whole and _may_be_image(elements):
        return None
    attributes = Attributes(elements, _charset(elements))
    if bare and (attributes.text("SOPClassUID") or "")[:6] != "1.2.84":
        raise DicomError("It is not a DICOM file.")
    return Header(
        path=path,
        size=status.st_size,
        time_ns=status.st_mtime_ns,
        syntax=syntax,
        attributes=attributes,
        pixels=pixels,
        cut_short=pixels is None and end > len(head),
    )


_Parsed = tuple[dict[int, Element], UID, PixelElement | None, int]
"""Elements, transfer syntax, pixels, where reading ended."""


def _parse_ordinary(head: bytes) -> _Parsed | None:
    """A file with its meta information and no deflation; None for any other.

    pydicom's generator of elements takes a third of the time of `dcmread`, which builds data sets.
    """
    stream = io.BytesIO(head)
    stream.seek(132)
    meta = {
        element.tag: element.value
        for element in data_element_generator(
            stream, False, True, _after_meta, specific_tags=[MEDIA_SOP_CLASS, TRANSFER_SYNTAX]
        )
    }
    syntax = UID(_ascii(meta.get(TRANSFER_SYNTAX)))
    if not syntax or syntax == DeflatedExplicitVRLittleEndian or syntax.is_private:
        return None
    implicit, little_endian = syntax == ImplicitVRLittleEndian, syntax != ExplicitVRBigEndian
    stop, pixel_elements = _pixel_stop(stream.tell)
    elements: dict[int, Element] = {
        element.tag: element
        for element in data_element_generator(
            stream, implicit, little_endian, stop, specific_tags=WANTED
        )
    }
    _add_sop_class(elements, meta.get(MEDIA_SOP_CLASS))
    return elements, syntax, pixel_elements[0] if pixel_elements else None, stream.tell()


def _add_sop_class(elements: dict[int, Element], value: object) -> None:
    """Only the meta information of a DICOMDIR names its class."""
    if SOP_CLASS not in elements and isinstance(value, bytes):
        elements[SOP_CLASS] = RawDataElement(SOP_CLASS, "UI", len(value), value, 0, False, True)


def _ascii(value: object) -> str:
    return value.decode("ascii", "replace").strip(" \0") if isinstance(value, bytes) else ""


def _parse_unusual(head: bytes, whole: bool) -> _Parsed | None:
    """A file without meta information, or a deflated one: pydicom detects which."""
    if DeflatedExplicitVRLittleEndian.encode() in head[:1024]:
        if not whole:
            return None
        _refuse_bomb(head)
    stream = io.BytesIO(head)
    stop, pixel_elements = _pixel_stop(stream.tell)
    dataset = read_partial(stream, stop, force=True, specific_tags=WANTED)
    implicit, little = dataset.original_encoding
    syntax = dataset.file_meta.get("TransferSyntaxUID")
    if not syntax:
        syntax = ImplicitVRLittleEndian if implicit else ExplicitVRLittleEndian
        if not little:
            syntax = ExplicitVRBigEndian
    pixels = pixel_elements[0] if pixel_elements else None
    if pixels is not None and syntax == DeflatedExplicitVRLittleEndian:
        pixels = PixelElement(pixels.tag, pixels.length, -1)
    return raw_elements(dataset), UID(syntax), pixels, stream.tell()


_at_least = int.__ge__  # a tag's own comparison is written in Python and costs 10 times as much


def _after_meta(tag: BaseTag, vr: str | None, length: int) -> bool:
    return _at_least(tag, 0x00030000)


def _pixel_stop(
    tell: Callable[[], int],
) -> tuple[Callable[[BaseTag, str | None, int], bool], list[PixelElement]]:
    """A condition for pydicom to stop at the pixels, and a list that receives their location."""
    pixel_elements: list[PixelElement] = []

    def stop(tag: BaseTag, vr: str | None, length: int) -> bool:
        if not _at_least(tag, FLOAT_PIXELS):
            return False
        if tag in (PIXELS, FLOAT_PIXELS, DOUBLE_PIXELS):
            pixel_elements.append(PixelElement(int(tag), length, tell()))
        return True

    return stop, pixel_elements


def _refuse_bomb(head: bytes) -> None:
    """Raise DicomError if the deflated data set of a whole file exceeds the limit."""
    start = 132
    stream = io.BytesIO(head)
    stream.seek(start)
    for _ in data_element_generator(stream, False, True, _after_meta):
        pass
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    # The meta information ends where the last whole element of group 2 does.
    grown, data = 0, head[stream.tell() :]
    while data and not inflater.eof:
        grown += len(inflater.decompress(data, 1 << 20))
        data = inflater.unconsumed_tail
        if grown > MAX_INFLATED_BYTES:
            raise DicomError(
                f"Its deflated content is larger than {MAX_INFLATED_BYTES >> 20} MB unpacked; "
                "such a file is refused."
            )


def _may_be_image(elements: Mapping[int, Element]) -> bool:
    """Whether pixels may still follow: an object of another kind need not be read to its end."""
    element = elements.get(SOP_CLASS)
    if element is None or not isinstance(element.value, bytes):
        return True
    name = UID(_ascii(element.value)).name
    return "Image" in name or name.startswith("1.")


def _charset(elements: Mapping[int, Element]) -> tuple[str, ...]:
    element = elements.get(CHARACTER_SET)
    value = None if element is None else element.value
    return encodings(value) if isinstance(value, bytes) and value.strip(b" \0") else ()


def first_line(error: BaseException) -> str:
    lines = str(error).strip().splitlines()
    return lines[0][:200] if lines else type(error).__name__


_SIGNATURES = (
    (b"\x1f\x8b", "a gzip archive; unpack it first"),
    (b"Rar!", "a RAR archive; unpack it first"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive; unpack it first"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"%PDF", "a PDF document"),
    (b"NRRD", "an NRRD image, which has no patient data"),
    (b"MZ", "a Windows program"),
    (b"\x7fELF", "a program"),
)

_CMS_ENVELOPE = b"\x2a\x86\x48\x86\xf7\x0d\x01\x07"  # OID 1.2.840.113549.1.7, PKCS #7


NIFTI_HEADER_BYTES = 348
NIFTI_MAGIC = (b"n+1\0", b"ni1\0")
"""The last four bytes of the header: pixels in the same file, or in a file of their own"""


def _is_nifti(head: bytes) -> bool:
    """Whether a file is NIfTI-1, or NIfTI-1 packed by gzip."""
    if head.startswith(b"\x1f\x8b"):
        try:
            head = zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(head, NIFTI_HEADER_BYTES)
        except zlib.error:
            return False
    return head[NIFTI_HEADER_BYTES - 4 : NIFTI_HEADER_BYTES] in NIFTI_MAGIC


def _why_not_dicom(head: bytes) -> str | None:
    """Why bytes without "DICM" at 128 are not a DICOM data set; None if they may be one."""
    for signature, name in _SIGNATURES:
        if head.startswith(signature):
            return f"It is not a DICOM file but {name}."
    if _CMS_ENVELOPE in head[:64]:
        return "It is encrypted (a CMS envelope); decrypt it first."
    if len(head) >= 8:
        for order in ("<", ">"):
            group, element, length = struct.unpack(f"{order}HHL", head[:8])
            explicit = head[4:6].isalpha() and head[4:6].isupper()
            if group in (0x0002, 0x0008) and element <= 0x0100 and (explicit or length <= 1024):
                return None
    if re.fullmatch(rb"[\t\n\r\f\x20-\x7e]*", head[:256]):
        return "It is not a DICOM file; it holds text."
    return "It is not a DICOM file."
