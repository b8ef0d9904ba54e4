"""The header of one file, read by pydicom without its pixels, and typed access that never raises.

A damaged value reads as None. Only the attributes named in `KEYWORDS` are kept, still encoded, and
converted when asked for: a scan of 500 slices converts what differs and compares the rest as bytes.
"""

import io
import logging
import math
import os
import re
import stat
import struct
import threading
import zlib
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta, timezone
from functools import lru_cache
from pathlib import Path
from typing import Any, cast
from warnings import catch_warnings, simplefilter

from pydicom import config
from pydicom.charset import convert_encodings
from pydicom.datadict import dictionary_VR, tag_for_keyword
from pydicom.dataelem import DataElement, RawDataElement, convert_raw_data_element
from pydicom.dataset import Dataset
from pydicom.errors import BytesLengthException, InvalidDicomError
from pydicom.filereader import data_element_generator, read_partial
from pydicom.tag import BaseTag
from pydicom.uid import (
    UID,
    DeflatedExplicitVRLittleEndian,
    ExplicitVRBigEndian,
    ExplicitVRLittleEndian,
    ImplicitVRLittleEndian,
)
from pydicom.valuerep import DA, DT, TM, PersonName

from station.errors import DicomError

HEAD_BYTES = (32 << 10, 512 << 10, 8 << 20, 256 << 20)
"""How much of a file is read in search of its pixels; the next size only where one was too small.
A header beyond the last is refused."""

MAX_INFLATED_BYTES = 1 << 30
"""A deflated data set that grows beyond this is refused: it may be a bomb."""

PARSE_ERRORS = (
    BytesLengthException,
    InvalidDicomError,
    ArithmeticError,
    AssertionError,
    AttributeError,
    EOFError,
    LookupError,
    MemoryError,
    OSError,
    NotImplementedError,
    RecursionError,
    TypeError,
    ValueError,
    struct.error,
    zlib.error,
)
"""What pydicom lets through when bytes are not what their header claims (found by fuzzing)."""

KEYWORDS = """
SpecificCharacterSet ImageType SOPClassUID SOPInstanceUID StudyDate SeriesDate AcquisitionDate
AcquisitionDateTime StudyTime SeriesTime AcquisitionTime AccessionNumber Manufacturer
InstitutionName TimezoneOffsetFromUTC StudyDescription SeriesDescription ManufacturerModelName
ReferencedSeriesSequence SourceImageSequence DerivationDescription PatientName PatientID
PatientBirthDate PatientSex PatientSize PatientWeight ContributingEquipmentSequence SliceThickness
EchoTime TriggerTime ConvolutionKernel ActualFrameDuration PatientPosition DecayCorrected
DecayCorrectionDateTime AttenuationCorrected StudyInstanceUID SeriesInstanceUID SeriesNumber
AcquisitionNumber ImagePositionPatient ImageOrientationPatient FrameOfReferenceUID
TemporalPositionIdentifier SamplesPerPixel PhotometricInterpretation NumberOfFrames Rows Columns
PixelSpacing CorrectedImage BitsAllocated BitsStored HighBit PixelRepresentation RescaleIntercept
RescaleSlope RescaleType RadiopharmaceuticalInformationSequence NumberOfSlices Units SUVType
DecayCorrection ReconstructionMethod FrameReferenceTime ImageIndex SharedFunctionalGroupsSequence
PerFrameFunctionalGroupsSequence
""".split()  # noqa: SIM905  a list would have a line for each
"""Attributes that are read from a file's top level"""

NESTED_KEYWORDS = """
ReferencedSOPInstanceUID CodeValue CodeMeaning Radiopharmaceutical RadiopharmaceuticalStartTime
RadiopharmaceuticalStartDateTime RadionuclideTotalDose RadionuclideHalfLife
RadionuclideCodeSequence RadiopharmaceuticalCodeSequence PlanePositionSequence
PlaneOrientationSequence PixelMeasuresSequence PixelValueTransformationSequence
RealWorldValueMappingSequence FrameContentSequence StackID TemporalPositionIndex
FrameAcquisitionDateTime FrameAcquisitionDuration RealWorldValueSlope RealWorldValueIntercept
MeasurementUnitsCodeSequence UnassignedSharedConvertedAttributesSequence
UnassignedPerFrameConvertedAttributesSequence
""".split()  # noqa: SIM905
"""Attributes that are only looked for inside sequences"""

GE_PET = "GEMS_PETD_01"
PHILIPS_PET = "Philips PET Private Group"
PRIVATE = {
    "GEScanDateTime": (0x0009, 0x0D, GE_PET, "DT"),
    "PhilipsSUVFactor": (0x7053, 0x00, PHILIPS_PET, "DS"),
    "PhilipsActivityFactor": (0x7053, 0x09, PHILIPS_PET, "DS"),
}
"""Private attributes: group, element in the creator's block, creator, value representation."""

PRIVATE_BLOCKS = range(0x10, 0x18)
"""Blocks in which a creator is looked for; scanners use the first."""

FLOAT_PIXELS = 0x7FE00008
DOUBLE_PIXELS = 0x7FE00009
PIXELS = 0x7FE00010
TRANSFER_SYNTAX = BaseTag(0x00020010)
MEDIA_SOP_CLASS = BaseTag(0x00020002)
CHARACTER_SET = BaseTag(0x00080005)
SOP_CLASS = BaseTag(0x00080016)
UNDEFINED_LENGTH = 0xFFFFFFFF

_KNOWN: dict[str, tuple[int, str]] = {
    keyword: (tag, dictionary_VR(tag))
    for keyword in (*KEYWORDS, *NESTED_KEYWORDS)
    if (tag := tag_for_keyword(keyword)) is not None
}
"""Tag and value representation of each keyword"""

_WANTED: list[BaseTag | int] = [
    *(_KNOWN[keyword][0] for keyword in KEYWORDS),
    *(group << 16 | block for group in (0x0009, 0x7053) for block in PRIVATE_BLOCKS),
    *(
        group << 16 | block << 8 | element
        for group, element, _, _ in PRIVATE.values()
        for block in PRIVATE_BLOCKS
    ),
]
_PLAIN_TEXT_VRS = frozenset({"AS", "CS", "DA", "DS", "DT", "IS", "TM", "UI"})
_BINARY_VRS = frozenset({"US", "SS", "UL", "SL", "UV", "SV", "FL", "FD", "AT", "US or SS"})

Element = RawDataElement | DataElement


class _Leniency:
    """pydicom's settings while files are read, shared by the threads that read at one time."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._readers = 0
        self._settings = ExitStack()

    @contextmanager
    def __call__(self) -> Generator[None]:
        """pydicom reads wrong values without a warning; what is wrong is said in our words."""
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


class Attributes:
    """Attributes of a file or of one sequence item, by keyword."""

    __slots__ = ("_charset", "_elements")

    def __init__(self, elements: Mapping[int, Element], charset: tuple[str, ...] = ()) -> None:
        self._elements = elements
        self._charset = charset

    def merged(self, *others: "Attributes") -> "Attributes":
        """These attributes, and of `others` those that are absent here."""
        elements: dict[int, Element] = {}
        for attributes in reversed((self, *others)):
            elements.update(attributes._elements)
        return Attributes(elements, self._charset)

    def _find(self, keyword: str) -> tuple[Element | None, str]:
        known = _KNOWN.get(keyword)
        if known is not None:
            return self._elements.get(known[0]), known[1]
        group, element, creator, vr = PRIVATE[keyword]
        return self._elements.get(self._private_tag(group, element, creator)), vr

    def _private_tag(self, group: int, element: int, creator: str) -> int:
        """Where a creator's attribute lies: in the first block where no creator is left."""
        for block in PRIVATE_BLOCKS:
            reserved = self._elements.get(group << 16 | block)
            value = None if reserved is None else reserved.value
            if isinstance(value, bytes) and value.strip(b" \0") == creator.encode():
                return group << 16 | block << 8 | element
        first = self._elements.get(group << 16 | PRIVATE_BLOCKS[0])
        anothers = first is not None and bool(first.value)
        return 0 if anothers else group << 16 | PRIVATE_BLOCKS[0] << 8 | element

    def encoded(self, keyword: str) -> object:
        """The value as it stands in the file, comparable and hashable; None when absent."""
        return _encoded(self._find(keyword)[0])

    def value(self, keyword: str) -> Any:
        """The value as pydicom converts it; None when absent, empty or not convertible."""
        element, vr = self._find(keyword)
        if element is None:
            return None
        if isinstance(element, DataElement):
            return element.value
        if element.value in (None, b""):
            return None
        if element.VR not in (None, "UN"):
            vr = element.VR
        return _convert(
            int(element.tag),
            vr,
            bytes(element.value),
            element.is_implicit_VR,
            element.is_little_endian,
            self._charset,
        )

    def texts(self, keyword: str) -> tuple[str, ...] | None:
        """The values of a text attribute without padding; None when absent or empty."""
        element, vr = self._find(keyword)
        if element is None:
            return None
        encoded = element.value
        if isinstance(encoded, bytes) and vr in _PLAIN_TEXT_VRS:
            # No character set, nothing to convert: 10 times as fast as a pydicom element.
            return _plain_texts(encoded)
        value = self.value(keyword)
        if value is None:
            return None
        if isinstance(value, bytes):
            return _plain_texts(value)
        texts = tuple(str(v).strip(" \0") for v in _values(value))
        return texts if any(texts) else None

    def text(self, keyword: str) -> str | None:
        """All values of a text attribute as one text; None when absent or empty."""
        texts = self.texts(keyword)
        return None if texts is None else "\\".join(texts)

    def numbers(self, keyword: str, count: int) -> tuple[float, ...] | None:
        """Exactly `count` finite numbers, else None."""
        element, vr = self._find(keyword)
        if element is None:
            return None
        encoded = element.value
        try:
            if isinstance(encoded, bytes) and (element.VR or vr) not in _BINARY_VRS:
                # DSfloat keeps its text, too, and costs 20 times as much.
                if b"_" in encoded:  # Python's float would read "1_0" as 10
                    return None
                values = [float(part) for part in encoded.strip(b" \0").split(b"\\")]
            else:
                values = [float(value) for value in _values(self.value(keyword))]
        except (TypeError, ValueError, OverflowError):
            return None
        if len(values) != count or not all(map(math.isfinite, values)):
            return None
        return tuple(values)

    def number(self, keyword: str) -> float | None:
        values = self.numbers(keyword, 1)
        return None if values is None else values[0]

    def integer(self, keyword: str) -> int | None:
        value = self.number(keyword)
        return int(value) if value is not None and value.is_integer() else None

    def day(self, keyword: str) -> date | None:
        return _date(self.text(keyword))

    def clock(self, keyword: str) -> time | None:
        return _time(self.text(keyword))

    def moment(self, keyword: str) -> datetime | None:
        """As written, with an offset from UTC where it has one; None when no minute is given."""
        return _datetime(self.text(keyword))

    def moment_of(self, day: str, clock: str) -> datetime | None:
        """A date attribute and a time attribute together; None unless both are given."""
        d, t = self.day(day), self.clock(clock)
        return None if d is None or t is None else datetime.combine(d, t)

    def name(self, keyword: str) -> str:
        """A person's name as a person reads it, "" when absent."""
        value = self.value(keyword)
        if isinstance(value, PersonName):
            return _display_name(value)
        return "" if value is None else _display_group(self.text(keyword) or "")

    def items(self, keyword: str) -> list["Attributes"]:
        """The items of a sequence; none when absent or damaged."""
        try:
            return [
                Attributes(_raw_elements(item), self._charset)
                for item in _values(self.value(keyword))
                if isinstance(item, Dataset)
            ]
        except PARSE_ERRORS:
            return []

    def item(self, keyword: str) -> "Attributes":
        """The first item of a sequence; without attributes when there is none."""
        return next(iter(self.items(keyword)), EMPTY)


EMPTY = Attributes({})


@dataclass(frozen=True, slots=True)
class PixelElement:
    """Where the pixels of a file lie. `offset` is -1 where they are not in the file as they are."""

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

    Raises DicomError with the sentence that says why the file is not read.
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
    """A file with its meta information and no deflation; None where that is not so.

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
    stop, found = _pixel_stop(stream.tell)
    elements: dict[int, Element] = {
        element.tag: element
        for element in data_element_generator(
            stream, implicit, little_endian, stop, specific_tags=_WANTED
        )
    }
    _add_sop_class(elements, meta.get(MEDIA_SOP_CLASS))
    return elements, syntax, found[0] if found else None, stream.tell()


def _add_sop_class(elements: dict[int, Element], value: object) -> None:
    """Only the meta information of a DICOMDIR names its class."""
    if SOP_CLASS not in elements and isinstance(value, bytes):
        elements[SOP_CLASS] = RawDataElement(SOP_CLASS, "UI", len(value), value, 0, False, True)


def _ascii(value: object) -> str:
    return value.decode("ascii", "replace").strip(" \0") if isinstance(value, bytes) else ""


def _parse_unusual(head: bytes, whole: bool) -> _Parsed | None:
    """A file without meta information, or a deflated one: pydicom finds out what it is."""
    if DeflatedExplicitVRLittleEndian.encode() in head[:1024]:
        if not whole:
            return None
        _refuse_bomb(head)
    stream = io.BytesIO(head)
    stop, found = _pixel_stop(stream.tell)
    dataset = read_partial(stream, stop, force=True, specific_tags=_WANTED)
    implicit, little = dataset.original_encoding
    syntax = dataset.file_meta.get("TransferSyntaxUID")
    if not syntax:
        syntax = ImplicitVRLittleEndian if implicit else ExplicitVRLittleEndian
        if not little:
            syntax = ExplicitVRBigEndian
    pixels = found[0] if found else None
    if pixels is not None and syntax == DeflatedExplicitVRLittleEndian:
        pixels = PixelElement(pixels.tag, pixels.length, -1)
    return _raw_elements(dataset), UID(syntax), pixels, stream.tell()


_at_least = int.__ge__  # a tag's own comparison is written in Python and costs 10 times as much


def _after_meta(tag: BaseTag, vr: str | None, length: int) -> bool:
    return _at_least(tag, 0x00030000)


def _pixel_stop(
    tell: Callable[[], int],
) -> tuple[Callable[[BaseTag, str | None, int], bool], list[PixelElement]]:
    """A condition for pydicom to stop at the pixels, and a list where it notes where they are."""
    found: list[PixelElement] = []

    def stop(tag: BaseTag, vr: str | None, length: int) -> bool:
        if not _at_least(tag, FLOAT_PIXELS):
            return False
        if tag in (PIXELS, FLOAT_PIXELS, DOUBLE_PIXELS):
            found.append(PixelElement(int(tag), length, tell()))
        return True

    return stop, found


def _refuse_bomb(head: bytes) -> None:
    """Raise DicomError when the deflated data set of a whole file grows beyond the limit."""
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


def _raw_elements(dataset: Dataset) -> dict[int, Element]:
    return {int(tag): cast(Element, dataset.get_item(tag)) for tag in dataset.keys()}  # noqa: SIM118  it yields elements


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
    return _encodings(value) if isinstance(value, bytes) else ()


@lru_cache(maxsize=256)
def _encodings(value: bytes) -> tuple[str, ...]:
    names = [name.strip() for name in value.decode("latin-1").strip(" \0").split("\\")]
    try:
        return tuple(convert_encodings(names))
    except (LookupError, ValueError):
        return ()


@lru_cache(maxsize=1024)
def _plain_texts(value: bytes) -> tuple[str, ...] | None:
    texts = tuple(text.strip(" \0") for text in value.decode("latin-1").split("\\"))
    return texts if any(texts) else None


@lru_cache(maxsize=4096)
def _convert(
    tag: int, vr: str, value: bytes, implicit: bool, little_endian: bool, charset: tuple[str, ...]
) -> Any:
    raw = RawDataElement(BaseTag(tag), vr, len(value), value, 0, implicit, little_endian)
    try:
        return convert_raw_data_element(raw, encoding=list(charset) or None).value
    except PARSE_ERRORS:
        return None


def _values(value: Any) -> Sequence[Any]:
    """The values of an attribute that pydicom gives as one or as several."""
    several = isinstance(value, Sequence) and not isinstance(value, str | bytes)
    return cast(Sequence[Any], value) if several else [value]


def _encoded(element: Element | None) -> object:
    if element is None:
        return None
    if isinstance(element, RawDataElement):
        return element.value
    if element.VR == "SQ":
        items = cast(Sequence[Dataset], element.value)
        return tuple(
            tuple((tag, _encoded(e)) for tag, e in _raw_elements(item).items()) for item in items
        )
    return str(element.value)


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
    (b"\x5c\x01\x00\x00", "a NIfTI image, which holds no patient facts"),
    (b"NRRD", "an NRRD image, which holds no patient facts"),
    (b"MZ", "a Windows program"),
    (b"\x7fELF", "a program"),
)
_CMS_ENVELOPE = b"\x2a\x86\x48\x86\xf7\x0d\x01\x07"  # OID 1.2.840.113549.1.7, PKCS #7


def _why_not_dicom(head: bytes) -> str | None:
    """Why bytes without "DICM" at 128 are no DICOM data set; None when they may be one."""
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


# --- dates, times and names -----------------------------------------------------------------


@lru_cache(maxsize=1024)
def _date(text: str | None) -> date | None:
    if text is None:
        return None
    try:
        value = DA(text.replace("-", "").replace(".", ""))
    except (ValueError, TypeError):
        return None
    return None if value is None else date(value.year, value.month, value.day)


@lru_cache(maxsize=1024)
def _time(text: str | None) -> time | None:
    if text is None:
        return None
    text = text.replace(":", "")
    if len(text) < 4:  # the hour alone is no time
        return None
    try:
        value = TM(text)
    except (ValueError, TypeError):
        return None
    if value is None:
        return None
    return time(value.hour, value.minute, value.second, value.microsecond)


@lru_cache(maxsize=1024)
def _datetime(text: str | None) -> datetime | None:
    if text is None or re.match(r"\d{12}", text) is None:
        return None
    try:
        value = DT(text)
    except (ValueError, TypeError):
        return None
    if value is None:
        return None
    zone = value.tzinfo
    if zone is not None:
        offset = value.utcoffset()
        zone = None if offset is None else timezone(offset)
    return datetime(
        value.year,
        value.month,
        value.day,
        value.hour,
        value.minute,
        value.second,
        value.microsecond,
        zone,
    )


def utc_offset(text: str | None) -> timezone | None:
    """The zone of TimezoneOffsetFromUTC (0008,0201), such as "+0100"."""
    match = re.fullmatch(r"([+-])(\d\d)(\d\d)", text or "")
    if match is None or int(match[2]) > 14 or int(match[3]) > 59:
        return None
    offset = timedelta(hours=int(match[2]), minutes=int(match[3]))
    return timezone(-offset if match[1] == "-" else offset)


def _display_name(name: PersonName) -> str:
    """ "Family, Given Middle", with the ideographic and phonetic groups in brackets behind it."""
    groups = [text for text in map(_display_group, _name_groups(name)) if text]
    if not groups:
        return ""
    return groups[0] if len(groups) == 1 else f"{groups[0]} ({' / '.join(groups[1:])})"


def _name_groups(name: PersonName) -> Iterator[str]:
    yield from (name.alphabetic, name.ideographic, name.phonetic)


def _display_group(group: str) -> str:
    family, given, middle, prefix, suffix = ([p.strip() for p in group.split("^")] + [""] * 5)[:5]
    rest = " ".join(part for part in (prefix, given, middle, suffix) if part)
    return ", ".join(part for part in (family, rest) if part)
