"""One file → its frames: where each is in the patient, what scales it, where its pixels are.

A classic file holds one frame; an enhanced one holds many and describes everything in functional
groups.
"""

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime

import numpy as np
from numpy.typing import NDArray
from pydicom.pixels.decoders.base import get_decoder
from pydicom.uid import (
    UID,
    Comprehensive3DSRStorage,
    DeflatedExplicitVRLittleEndian,
    ExplicitVRBigEndian,
    ExplicitVRLittleEndian,
    ImplicitVRLittleEndian,
    RTStructureSetStorage,
    SegmentationStorage,
)

from station.dicom import facts
from station.dicom.attributes import EMPTY, PARSE_ERRORS, Attributes
from station.dicom.header import (
    DOUBLE_PIXELS,
    FLOAT_PIXELS,
    UNDEFINED_LENGTH,
    Header,
)
from station.dicom.mapping import Mapping, chosen, mappings_of
from station.dicom.pixels import decoded, keep_stored_bits
from station.errors import DicomError
from station.pet.volume import Unit

MAX_FRAMES = 100_000
"""More frames in one file are implausible."""

MAX_POSITION_MM = 1e5
"""A slice farther than this from the origin is not in a scanner."""

NATIVE = frozenset(
    {
        ImplicitVRLittleEndian,
        ExplicitVRLittleEndian,
        ExplicitVRBigEndian,
        DeflatedExplicitVRLittleEndian,
    }
)


@dataclass(frozen=True, slots=True)
class PixelFormat:
    """How the pixels of a frame are stored. All frames of an image share it."""

    rows: int
    columns: int
    dtype: str
    """numpy's name with byte order"""
    bits_stored: int

    @property
    def frame_bytes(self) -> int:
        return self.rows * self.columns * int(self.dtype[2:])


@dataclass(slots=True)
class Frame:
    """One slice. None means missing or damaged in the header."""

    header: Header
    attributes: Attributes
    """The file's, plus those of the frame in a converted enhanced image"""
    number: int
    offset: int
    format: PixelFormat
    position_mm: tuple[float, ...] | None
    orientation: tuple[float, ...] | None
    spacing_mm: tuple[float, ...] | None
    thickness_mm: float | None
    slope: float
    intercept: float
    unit: Unit
    acquired: datetime | None
    reference_time_ms: float | None
    duration_ms: float | None
    decay_factor: float | None
    sop_uid: str
    mapped: tuple[str, str | None] | None = None
    """Units and SUVType if the scale is that of a real world value mapping"""
    remarks: tuple[str, ...] = ()
    """What is odd about it; reported once per series"""
    marks: dict[str, Hashable] = field(default_factory=dict[str, Hashable])
    """Attributes of an enhanced frame that may distinguish the images of a series"""


def frames_of(header: Header) -> list[Frame]:
    """The frames of a PET, CT or MR image; raises DicomError with the reason if there are none."""
    attributes = header.attributes
    sop_class = attributes.text("SOPClassUID")
    if sop_class is None:
        raise DicomError("It is a DICOM file without a SOPClassUID, so its content is unknown.")
    if sop_class not in facts.IMAGE_CLASSES:
        raise DicomError(_other_object(sop_class))
    for keyword in ("StudyInstanceUID", "SeriesInstanceUID", "SOPInstanceUID"):
        if attributes.text(keyword) is None:
            raise DicomError(f"{keyword} is missing; the file cannot be assigned to its series.")
    enhanced = sop_class in facts.ENHANCED_CLASSES
    count = attributes.integer("NumberOfFrames") or 1
    if not enhanced and count != 1:
        raise DicomError(f"It holds {count} frames, but its SOP class allows one.")
    if not 1 <= count <= MAX_FRAMES:
        raise DicomError(f"NumberOfFrames {count} is implausible.")
    layout = _pixel_format(header)
    offset = _pixel_offset(header, layout, count)
    return (
        _enhanced_frames(header, layout, offset, count)
        if enhanced
        else [_classic_frame(header, layout, offset)]
    )


VOI_CLASSES: dict[str, str] = {
    RTStructureSetStorage: "RT Structure Set",
    SegmentationStorage: "Segmentation",
    Comprehensive3DSRStorage: "Structured Report",
}
"""What VOIs are read from, and what a reader calls it"""

_KINDS = (
    ("SR", "document"),
    ("Report", "document"),
    ("Encapsulated", "document"),
    ("Presentation State", "display setting"),
    ("Structure Set", "set of contours"),
    ("Segmentation", "mask"),
    ("RT ", "radiotherapy object"),
    ("Registration", "registration"),
    ("Raw Data", "raw data object"),
    ("Secondary Capture", "picture without patient geometry"),
    ("Waveform", "waveform"),
    ("Image", "image of another kind"),
)


def _other_object(sop_class: str) -> str:
    name = UID(sop_class).name
    if name == "Media Storage Directory Storage":
        return "It is a DICOMDIR, the index of a medium; the files it lists are opened."
    if name == sop_class:
        return f"It is a DICOM object of the unknown kind {sop_class}, not a PET, CT or MR image."
    plain = name.removesuffix(" Storage")
    kind = next((kind for word, kind in _KINDS if word in name), "object")
    return f"It is a DICOM {plain} ({kind}), not a PET, CT or MR image."


def _pixel_format(header: Header) -> PixelFormat:
    attributes, pixels = header.attributes, header.pixels
    if pixels is None:
        raise DicomError(
            "It is truncated: the file ends within its header."
            if header.cut_short
            else "It has no pixels, or the file is truncated before them."
        )
    colour = attributes.text("PhotometricInterpretation") or "MONOCHROME2"
    if (attributes.integer("SamplesPerPixel") or 1) != 1 or not colour.startswith("MONOCHROME"):
        raise DicomError(
            f"It is a colour picture ({colour}; a secondary capture?), not an image with values."
        )
    if header.syntax not in NATIVE and not _can_decode(header.syntax):
        raise DicomError(_no_decoder(header.syntax))
    rows, columns = attributes.integer("Rows"), attributes.integer("Columns")
    if rows is None or columns is None or rows < 1 or columns < 1:
        raise DicomError("Rows or Columns is missing or 0.")
    order = ">" if header.syntax == ExplicitVRBigEndian else "<"
    if pixels.tag == FLOAT_PIXELS:
        return PixelFormat(rows, columns, f"{order}f4", 32)
    if pixels.tag == DOUBLE_PIXELS:
        return PixelFormat(rows, columns, f"{order}f8", 64)
    allocated = attributes.integer("BitsAllocated")
    stored = attributes.integer("BitsStored") or allocated
    if allocated not in (8, 16, 32) or stored is None:
        raise DicomError(f"BitsAllocated {allocated} is not supported; 8, 16 and 32 are.")
    if not 1 <= stored <= allocated:
        raise DicomError(f"BitsStored {stored} does not fit BitsAllocated {allocated}.")
    high = attributes.integer("HighBit")
    if high is not None and high != stored - 1:
        raise DicomError(
            f"HighBit {high} with BitsStored {stored} is not supported; the standard requires "
            f"{stored - 1}."
        )
    representation = attributes.integer("PixelRepresentation")
    if representation not in (0, 1):
        raise DicomError(
            "PixelRepresentation is missing, so it is unknown whether pixels are signed."
        )
    return PixelFormat(rows, columns, f"{order}{'ui'[representation]}{allocated // 8}", stored)


def _pixel_offset(header: Header, layout: PixelFormat, count: int) -> int:
    """The first pixel's byte, or -1 if pixels must be decoded; raises DicomError if truncated."""
    pixels = header.pixels
    assert pixels is not None
    if header.syntax not in NATIVE:
        if pixels.length != UNDEFINED_LENGTH:
            raise DicomError(f"Its pixels are not encapsulated as {header.syntax.name} requires.")
        if header.size <= pixels.offset + 8:
            raise DicomError("It is truncated: the file ends where its compressed pixels begin.")
        return -1
    needed = layout.frame_bytes * count
    end = pixels.offset + needed
    held = pixels.length
    if pixels.offset >= 0:
        held = min(held, header.size - pixels.offset)
    if held < needed or (pixels.offset >= 0 and end > header.size):
        frames = "" if count == 1 else f"{count} frames of "
        raise DicomError(
            f"It is truncated: {frames}{layout.rows} × {layout.columns} pixels need {needed} "
            f"bytes, but it holds {max(held, 0)}."
        )
    swapped = layout.dtype[0] == ">" and layout.dtype[2:] == "1"  # bytes swapped in 16-bit words
    return -1 if swapped else pixels.offset


def _can_decode(syntax: UID) -> bool:
    try:
        return get_decoder(syntax).is_available
    except NotImplementedError:
        return False


def _no_decoder(syntax: UID) -> str:
    if syntax.name.startswith("JPEG") and "2000" not in syntax.name:
        return (
            f"Its transfer syntax {syntax.name} needs a decoder that is not installed: "
            "add the optional package pylibjpeg-libjpeg."
        )
    return f"Its transfer syntax {syntax.name} is not supported."


def _position(attributes: Attributes) -> tuple[float, ...] | None:
    position = attributes.numbers("ImagePositionPatient", 3)
    if position is None or max(map(abs, position)) > MAX_POSITION_MM:
        return None
    return position


def _classic_frame(header: Header, layout: PixelFormat, offset: int) -> Frame:
    attributes = header.attributes
    modality = facts.modality_of(attributes)
    units, suv_type = facts.units(attributes), facts.suv_type(attributes)
    unit = facts.unit_of(modality, units, suv_type, attributes.text("RescaleType"))
    slope, intercept, unit, remarks = _scale(attributes, modality, unit)
    if modality == "PT" and unit is Unit.STORED and not remarks:
        known = (
            "is missing" if units is None else f"{units} {suv_type or ''}".strip() + " is unknown"
        )
        remarks = (f"Units {known}; stored values are shown",)
    return Frame(
        header=header,
        attributes=attributes,
        number=0,
        offset=offset,
        format=layout,
        position_mm=_position(attributes),
        orientation=attributes.numbers("ImageOrientationPatient", 6),
        spacing_mm=attributes.numbers("PixelSpacing", 2),
        thickness_mm=attributes.number("SliceThickness"),
        slope=slope,
        intercept=intercept,
        unit=unit,
        acquired=facts.acquisition_datetime(attributes),
        reference_time_ms=attributes.number("FrameReferenceTime"),
        duration_ms=attributes.number("ActualFrameDuration"),
        decay_factor=attributes.number("DecayFactor"),
        sop_uid=attributes.text("SOPInstanceUID") or "",
        remarks=remarks,
    )


def _scale(
    attributes: Attributes, modality: str, unit: Unit
) -> tuple[float, float, Unit, tuple[str, ...]]:
    """Slope, intercept, the resulting unit, and remarks; without a scale there is no unit."""
    slope, intercept = attributes.number("RescaleSlope"), attributes.number("RescaleIntercept")
    if modality == "MR":  # MR values have no unit; a scale is allowed but rare
        return slope or 1.0, intercept or 0.0, unit, ()
    if slope is None or intercept is None:
        lost = "RescaleSlope" if slope is None else "RescaleIntercept"
        return (
            1.0,
            0.0,
            Unit.STORED,
            (f"{lost} is missing or not a number; stored values are shown",),
        )
    if slope == 0:
        return slope, intercept, unit, ("RescaleSlope is 0, so all its values are the same",)
    if slope < 0 and modality == "PT":
        words = f"RescaleSlope is {slope:g}, which makes activity negative; stored values are shown"
        return 1.0, 0.0, Unit.STORED, (words,)
    return slope, intercept, unit, ()


def _enhanced_frames(header: Header, layout: PixelFormat, offset: int, count: int) -> list[Frame]:
    attributes = header.attributes
    shared = attributes.item("SharedFunctionalGroupsSequence")
    per_frame = attributes.items("PerFrameFunctionalGroupsSequence")
    if len(per_frame) < count and (per_frame or count > 1):
        raise DicomError(
            f"PerFrameFunctionalGroupsSequence describes {len(per_frame)} of its {count} frames."
        )
    modality = facts.modality_of(attributes)
    converted = attributes.merged(shared.item("UnassignedSharedConvertedAttributesSequence"))
    units = facts.units(converted), facts.suv_type(converted)
    pixels = _StoredPixels(header, layout, offset, count)
    frames: list[Frame] = []
    for number in range(count):
        own = per_frame[number] if per_frame else EMPTY
        groups = (own, shared)
        plane = _group(groups, "PlanePositionSequence")
        orientation = _group(groups, "PlaneOrientationSequence")
        measures = _group(groups, "PixelMeasuresSequence")
        content = _group(groups, "FrameContentSequence")
        unassigned = own.item("UnassignedPerFrameConvertedAttributesSequence")
        known = converted.merged(unassigned)
        slope, intercept, unit, remarks, mapped = _enhanced_scale(
            groups, modality, *units, pixels, number
        )
        duration = content.number("FrameAcquisitionDuration")
        acquired = facts.frame_datetime(content, attributes)
        frames.append(
            Frame(
                header=header,
                attributes=known,
                number=number,
                offset=-1 if offset < 0 else offset + number * layout.frame_bytes,
                format=layout,
                position_mm=_position(plane),
                orientation=orientation.numbers("ImageOrientationPatient", 6),
                spacing_mm=measures.numbers("PixelSpacing", 2),
                thickness_mm=measures.number("SliceThickness"),
                slope=slope,
                intercept=intercept,
                unit=unit,
                acquired=acquired or facts.acquisition_datetime(known),
                reference_time_ms=known.number("FrameReferenceTime"),
                duration_ms=known.number("ActualFrameDuration") if duration is None else duration,
                decay_factor=known.number("DecayFactor"),
                sop_uid=attributes.text("SOPInstanceUID") or "",
                mapped=mapped,
                remarks=remarks,
                marks={
                    "StackID": content.text("StackID"),
                    "TemporalPositionIndex": content.integer("TemporalPositionIndex"),
                },
            )
        )
    return frames


def _group(groups: Sequence[Attributes], keyword: str) -> Attributes:
    """A functional group: the frame's own, else the one all frames share."""
    return next((items[0] for items in (group.items(keyword) for group in groups) if items), EMPTY)


_Mapped = tuple[str, str | None] | None


def _enhanced_scale(
    groups: Sequence[Attributes],
    modality: str,
    units: str | None,
    suv_type: str | None,
    pixels: "_StoredPixels",
    number: int,
) -> tuple[float, float, Unit, tuple[str, ...], _Mapped]:
    """The scale of an enhanced frame.

    Enhanced PET has no Units. The unit of the pixel value transformation comes from a converted
    header, or else from a real world mapping, whose own scale is then used. Where both give a
    scale to one unit, they have to agree.
    """
    transformation = _group(groups, "PixelValueTransformationSequence")
    unit = facts.unit_of(modality, units, suv_type, transformation.text("RescaleType"))
    slope, intercept, unit, remarks = _scale(transformation, modality, unit)
    if modality != "PT":
        return slope, intercept, unit, remarks, None
    mappings = mappings_of(groups, signed=np.dtype(pixels.format.dtype).kind == "i")
    if unit is not Unit.STORED:
        others = [m for m in mappings if facts.unit_of("PT", *m.units, None) is unit]
        odd = next((m for m in others if not m.agrees_with(slope, intercept)), None)
        if odd is None:
            return slope, intercept, unit, remarks, None
        words = (
            f"its scale to {unit} is {slope:g} by PixelValueTransformationSequence, but "
            f"{odd.slope:g} by RealWorldValueMappingSequence; stored values are shown"
        )
        return 1.0, 0.0, Unit.STORED, (words,), None
    if not mappings:
        words = remarks or ("its unit is not given; stored values are shown",)
        return slope, intercept, unit, words, None
    rising = [mapping for mapping in mappings if mapping.slope > 0]
    holding = [mapping for mapping in rising if pixels.are_all_mapped(mapping, number)]
    mapping = chosen(holding) if holding else None
    if mapping is None:
        words = (
            "its values are mapped to one unit by several scales"
            if holding
            else "only some of its values are mapped to a unit"
            if rising
            else "the slope of its real world value mapping is not positive"
        )
        return 1.0, 0.0, Unit.STORED, (f"{words}; stored values are shown",), None
    unit = facts.unit_of("PT", *mapping.units, None)
    return mapping.slope, mapping.intercept, unit, (), mapping.units


class _StoredPixels:
    """The pixels of an enhanced file, read only where a mapping does not hold for all values."""

    def __init__(self, header: Header, layout: PixelFormat, offset: int, count: int) -> None:
        self.format = layout
        self._header = header
        self._offset = offset
        self._count = count
        self._decoded: Iterator[tuple[int, NDArray[np.generic]]] | None = None
        self._last: tuple[int, NDArray[np.generic]] = -1, np.empty(0)

    def are_all_mapped(self, mapping: Mapping, number: int) -> bool:
        """Whether a mapping holds for all pixels of frame `number`. Frames come in rising order."""
        layout = self.format
        kind = np.dtype(layout.dtype).kind
        low = -(1 << layout.bits_stored - 1) if kind == "i" else 0
        if kind in "iu" and mapping.holds_between(low, low + (1 << layout.bits_stored) - 1):
            return True
        try:
            return mapping.holds_for(self._frame(number))
        except (RuntimeError, StopIteration, *PARSE_ERRORS):
            return False

    def _frame(self, number: int) -> NDArray[np.generic]:
        if self._last[0] != number:
            self._last = number, self._read(number)
        return self._last[1]

    def _read(self, number: int) -> NDArray[np.generic]:
        layout, path = self.format, self._header.path
        if self._offset < 0:
            if self._decoded is None:
                frames = decoded(path, self._header.syntax, range(self._count))
                self._decoded = enumerate(frames)
            values = np.array(next(frame for at, frame in self._decoded if at == number))
        else:
            with path.open("rb") as file:
                file.seek(self._offset + number * layout.frame_bytes)
                values = np.frombuffer(file.read(layout.frame_bytes), layout.dtype)
            values = values.astype(values.dtype.newbyteorder("="))
        if values.dtype.kind in "iu":
            keep_stored_bits(values, layout.bits_stored)
        return values
