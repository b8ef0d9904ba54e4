"""Typed access to the attributes of a file or a sequence item; it never raises.

A damaged value reads as None. Attributes are kept encoded and converted when asked for: a scan of
500 slices converts what differs between them and compares the rest as bytes.
"""

import math
import re
import struct
import zlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date, datetime, time, timedelta, timezone
from functools import lru_cache
from typing import Any, cast

from pydicom.charset import convert_encodings
from pydicom.datadict import dictionary_VR, tag_for_keyword
from pydicom.dataelem import DataElement, RawDataElement, convert_raw_data_element
from pydicom.dataset import Dataset
from pydicom.errors import BytesLengthException, InvalidDicomError
from pydicom.tag import BaseTag
from pydicom.valuerep import DA, DT, TM, PersonName

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
"""What pydicom raises when bytes are not what their header claims (found by fuzzing)."""

KEYWORDS = """
SpecificCharacterSet ImageType SOPClassUID SOPInstanceUID StudyDate SeriesDate AcquisitionDate
AcquisitionDateTime StudyTime SeriesTime AcquisitionTime AccessionNumber Manufacturer
ContentDate ContentTime InstanceNumber SeriesType AttenuationCorrectionMethod
InstitutionName TimezoneOffsetFromUTC StudyDescription SeriesDescription ManufacturerModelName
ReferencedSeriesSequence SourceImageSequence DerivationDescription DerivationCodeSequence
PatientName PatientID PatientBirthDate PatientSex PatientSize PatientWeight
ContributingEquipmentSequence BodyPartExamined SliceThickness
EchoTime TriggerTime ConvolutionKernel ActualFrameDuration PatientPosition DecayCorrected
DecayCorrectionDateTime AttenuationCorrected StudyInstanceUID SeriesInstanceUID SeriesNumber
AcquisitionNumber ImagePositionPatient ImageOrientationPatient FrameOfReferenceUID
TemporalPositionIdentifier SamplesPerPixel PhotometricInterpretation NumberOfFrames Rows Columns
PixelSpacing CorrectedImage BitsAllocated BitsStored HighBit PixelRepresentation RescaleIntercept
RescaleSlope RescaleType RadiopharmaceuticalInformationSequence NumberOfSlices Units SUVType
DecayCorrection DecayFactor ReconstructionMethod FrameReferenceTime ImageIndex
SharedFunctionalGroupsSequence PerFrameFunctionalGroupsSequence
""".split()  # noqa: SIM905  a list would have a line for each
"""Attributes that are read from a file's top level"""

NESTED_KEYWORDS = """
ReferencedSOPInstanceUID CodeValue LongCodeValue CodingSchemeDesignator CodeMeaning
Radiopharmaceutical
RadiopharmaceuticalStartTime RadiopharmaceuticalStartDateTime RadionuclideTotalDose
RadionuclideHalfLife RadionuclideCodeSequence RadiopharmaceuticalCodeSequence PlanePositionSequence
PlaneOrientationSequence PixelMeasuresSequence PixelValueTransformationSequence
RealWorldValueMappingSequence FrameContentSequence StackID TemporalPositionIndex
FrameAcquisitionDateTime FrameAcquisitionDuration RealWorldValueSlope RealWorldValueIntercept
RealWorldValueFirstValueMapped RealWorldValueLastValueMapped
DoubleFloatRealWorldValueFirstValueMapped DoubleFloatRealWorldValueLastValueMapped
MeasurementUnitsCodeSequence UnassignedSharedConvertedAttributesSequence
UnassignedPerFrameConvertedAttributesSequence
""".split()  # noqa: SIM905
"""Attributes that are only looked up inside sequences"""

GE_PET = "GEMS_PETD_01"
SIEMENS_PET = "SIEMENS MED PT"
PHILIPS_PET = "Philips PET Private Group"
PRIVATE = {
    "GEScanDateTime": (0x0009, 0x0D, GE_PET, "DT"),
    "SiemensDecayCorrectionDateTime": (0x0071, 0x22, SIEMENS_PET, "DT"),
    "PhilipsSUVFactor": (0x7053, 0x00, PHILIPS_PET, "DS"),
    "PhilipsActivityFactor": (0x7053, 0x09, PHILIPS_PET, "DS"),
}
"""Private attributes: group, element in the creator's block, creator, value representation."""

PRIVATE_BLOCKS = range(0x10, 0x18)
"""Blocks in which a creator is looked for; scanners use the first."""

_KNOWN: dict[str, tuple[int, str]] = {
    keyword: (tag, dictionary_VR(tag))
    for keyword in (*KEYWORDS, *NESTED_KEYWORDS)
    if (tag := tag_for_keyword(keyword)) is not None
}
"""Tag and value representation of each keyword"""

WANTED: list[BaseTag | int] = [
    *(_KNOWN[keyword][0] for keyword in KEYWORDS),
    *(group << 16 | block for group in (0x0009, 0x0071, 0x7053) for block in PRIVATE_BLOCKS),
    *(
        group << 16 | block << 8 | element
        for group, element, _, _ in PRIVATE.values()
        for block in PRIVATE_BLOCKS
    ),
]

_PLAIN_TEXT_VRS = frozenset({"AS", "CS", "DA", "DS", "DT", "IS", "TM", "UI"})

_BINARY_VRS = frozenset({"US", "SS", "UL", "SL", "UV", "SV", "FL", "FD", "AT", "US or SS"})

Element = RawDataElement | DataElement


class Attributes:
    """Attributes of a file or of one sequence item, by keyword."""

    __slots__ = ("_charset", "_elements")

    def __init__(self, elements: Mapping[int, Element], charset: tuple[str, ...] = ()) -> None:
        self._elements = elements
        self._charset = charset

    def merged(self, *others: "Attributes") -> "Attributes":
        """These attributes, plus those of `others` that are absent here."""
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
        """The tag of a creator's attribute: in the first block if no creator is left."""
        for block in PRIVATE_BLOCKS:
            reserved = self._elements.get(group << 16 | block)
            value = None if reserved is None else reserved.value
            if isinstance(value, bytes) and value.strip(b" \0") == creator.encode():
                return group << 16 | block << 8 | element
        first = self._elements.get(group << 16 | PRIVATE_BLOCKS[0])
        anothers = first is not None and bool(first.value)
        return 0 if anothers else group << 16 | PRIVATE_BLOCKS[0] << 8 | element

    def encoded(self, keyword: str) -> object:
        """The value as it is in the file, comparable and hashable; None when absent."""
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
        texts = tuple(readable(str(v)).strip(" \0") for v in _values(value))
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
                # DSfloat also keeps its text and costs 20 times as much.
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

    def whole(self, keyword: str, signed: bool) -> int | None:
        """A number of 16 bits; `signed` where only the pixels say whether it is (US or SS)."""
        element, vr = self._find(keyword)
        if element is None or not isinstance(element.value, bytes):
            return self.integer(keyword)
        if len(element.value) != 2:
            return None
        vr = element.VR or vr
        order = "little" if isinstance(element, DataElement) or element.is_little_endian else "big"
        return int.from_bytes(
            element.value, order, signed=signed if vr not in ("US", "SS") else vr == "SS"
        )

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
                Attributes(raw_elements(item), self._charset)
                for item in _values(self.value(keyword))
                if isinstance(item, Dataset)
            ]
        except PARSE_ERRORS:
            return []

    def item(self, keyword: str) -> "Attributes":
        """The first item of a sequence; without attributes when there is none."""
        return next(iter(self.items(keyword)), EMPTY)


EMPTY = Attributes({})


def raw_elements(dataset: Dataset) -> dict[int, Element]:
    return {int(tag): cast(Element, dataset.get_item(tag)) for tag in dataset.keys()}  # noqa: SIM118  it yields elements


@lru_cache(maxsize=256)
def encodings(value: bytes) -> tuple[str, ...]:
    names = [name.strip() for name in value.decode("latin-1").strip(" \0").split("\\")]
    try:
        return tuple(convert_encodings(names))
    except (LookupError, ValueError):
        return ()


GB_2312 = "\x1b$)A"
"""Its escape sequence, which pydicom leaves in the text that it decodes"""


_CONTROL = re.compile(r"[\x01-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")


def readable(text: str) -> str:
    """Text as it was meant: many write UTF-8 in a file that names Latin-1 or no character set.

    What cannot be decoded shows as such, not as control characters.
    """
    plain = text.replace(GB_2312, "")
    with suppress(UnicodeError):
        plain = plain.encode("latin-1").decode("utf-8")
    return _CONTROL.sub("\ufffd", plain)


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
            tuple((tag, _encoded(e)) for tag, e in raw_elements(item).items()) for item in items
        )
    return str(element.value)


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
    parts = [part.strip() for part in readable(group).split("^")]
    family, given, middle, prefix, suffix = (parts + [""] * 5)[:5]
    rest = " ".join(part for part in (prefix, given, middle, suffix) if part)
    return ", ".join(part for part in (family, rest) if part)
