"""Writes a PET image that was computed from another one as a series of its own, next to the source.

Each slice inherits the header of the slice it was made from: patient, study, frame of reference,
times, dose and units stay, so the SUV of both follows from the same facts. What describes the
source's stored pixels is removed, and what distinguishes the two is added (PS3.3, A.21,
C.7.6.1.1.3, C.12.4.1).
"""

from copy import deepcopy
from datetime import datetime
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from pydicom import dcmread  # pyright: ignore[reportUnknownVariableType]
from pydicom.datadict import keyword_for_tag
from pydicom.dataelem import DataElement
from pydicom.dataset import Dataset
from pydicom.sequence import Sequence
from pydicom.sr.codedict import codes
from pydicom.sr.coding import Code
from pydicom.tag import BaseTag
from pydicom.uid import UID, PositronEmissionTomographyImageStorage
from pydicom.valuerep import DS

import station
from station.dicom.attributes import PARSE_ERRORS, PRIVATE, PRIVATE_BLOCKS
from station.dicom.derived import MANUFACTURER
from station.dicom.facts import ENHANCED_CLASSES
from station.dicom.folders import whole_folder
from station.dicom.free_text import free_text
from station.dicom.header import first_line, lenient
from station.dicom.save import LARGEST_STORED, coded, file_meta, put_pixel_format, uid_of
from station.errors import DicomError, StationError
from station.pet.derivation import (
    DerivedHeader,
    derivation_text,
    derived_description,
    derived_image_type,
    stored_again,
)
from station.pet.study import Series, SliceTable, SuvFacts
from station.pet.suv import SuvConversion
from station.pet.suv_rules import Known
from station.pet.volume import Unit, Volume
from station.progress import Report, silent

REPORT_EVERY = 8
"""Slices between two reports of progress"""

OF_THE_SOURCES_PIXELS = """
PixelData FloatPixelData DoubleFloatPixelData PixelDataProviderURL ExtendedOffsetTable
ExtendedOffsetTableLengths SmallestImagePixelValue LargestImagePixelValue
SmallestPixelValueInSeries LargestPixelValueInSeries PixelPaddingValue PixelPaddingRangeLimit
ModalityLUTSequence RealWorldValueMappingSequence IconImageSequence DigitalSignaturesSequence
MACParametersSequence DataSetTrailingPadding InstanceCreatorUID SeriesDescriptionCodeSequence
StudiesContainingOtherReferencedInstancesSequence DerivationCodeSequence
""".split()  # noqa: SIM905  a list would have a line for each
"""Attributes that describe the stored values or the SOP instance of the source, not ours"""

WORDS = frozenset({"OW", "OF", "OD", "OL", "OV"})
"""Value representations whose bytes are in the file's byte order"""

PET_REQUIRES = ("Units", "CountsSource", "SeriesType", "CorrectedImage", "DecayCorrection")
"""What a single-frame PET needs and an enhanced image may lack (type 1 in PS3.3, C.8.9.1)"""


def write_derived_pet(
    volume: Volume,
    source: Series,
    header: DerivedHeader,
    folder: Path,
    conversion: SuvConversion | None = None,
    report: Report = silent,
) -> None:
    """Write `volume`, computed from `source` on its grid, into the new folder `folder`.

    `volume` is in the SUV of `conversion`; with None it is in the source's own unit. It is written
    in the latter, each slice with its own RescaleSlope. Slices that were never stored are not
    written; `0001.dcm` is slice 0. All or nothing, and never over another file.

    Raises StationError or DicomError with the reason if the volume does not fit the source, a file
    of the source is gone or has changed, or the folder cannot be written; `Cancelled` from `report`
    passes.
    """
    table = source.slices
    if table is None:
        raise StationError(
            f"{source.label} has no files from which the derived image could take its header. Save "
            "it first."
        )
    if source.unit is Unit.STORED:
        raise StationError(
            f"{source.label} does not state the unit of its values, so an image computed from it "
            "cannot be written. Export it again from the scanner with its Units."
        )
    stored = stored_again(volume, source, conversion)
    what = f'"{derived_description(source.description, header.derivation)}"'
    sources = _SourceHeaders(source, table)
    made = None if header.reproducible else datetime.now()
    slices = np.flatnonzero(~table.missing).tolist()
    with whole_folder(folder, what) as partial, lenient():
        for done, index in enumerate(slices):
            if done % REPORT_EVERY == 0:
                report(done / len(slices), f"Writing {what}")
            image, origin = sources.single_frame(index)
            _derive(image, origin, source, header, made)
            image.SOPInstanceUID = UID(uid_of(header.uid, index))
            image.setdefault("InstanceNumber", index + 1)
            _put_pixels(image, stored.values[index])
            _save(image, partial / f"{index + 1:04d}.dcm")
        report(1.0, f"Writing {what}")


class _SourceHeaders:
    """Headers of the source's slices, each in the form of a single-frame PET."""

    def __init__(self, source: Series, table: SliceTable) -> None:
        self._source = source
        self._table = table
        self._enhanced: tuple[str, Dataset] | None = None
        """The last file read, if it holds many frames"""

    def single_frame(self, index: int) -> tuple[Dataset, Dataset]:
        """A header without pixels, for the caller to change, and a reference to its image."""
        path = self._table.paths[index]
        if self._enhanced is not None and self._enhanced[0] == path:
            header = self._enhanced[1]
        else:
            header = self._read(path, index)
        origin = Dataset()
        origin.ReferencedSOPClassUID = header.SOPClassUID
        origin.ReferencedSOPInstanceUID = header.SOPInstanceUID
        if header.SOPClassUID not in ENHANCED_CLASSES:
            return header, origin
        self._enhanced = path, header
        number = int(self._table.frames[index])
        origin.ReferencedFrameNumber = number + 1
        return self._frame(header, number), origin

    def _read(self, path: str, index: int) -> Dataset:
        label = self._source.label
        try:
            header = dcmread(path, stop_before_pixels=True, force=True)
            same = header.SOPInstanceUID == self._table.sop_uids[index]
            if header.original_encoding[1] is False:
                header = _in_little_endian(header)
        except PARSE_ERRORS as error:
            raise DicomError(
                f"{label}: the file {path} can no longer be read ({first_line(error)}). Open its "
                "folder again."
            ) from error
        if not same:
            raise DicomError(
                f"{label}: the file {path} has changed since it was opened. Open its folder again."
            )
        return header

    def _frame(self, header: Dataset, number: int) -> Dataset:
        """The header of a frame of an enhanced image, with the attributes of a single-frame PET."""
        shared = _first(header, "SharedFunctionalGroupsSequence")
        own = header.PerFrameFunctionalGroupsSequence[number]
        frame = Dataset()
        for element in header:
            if not _is_of_enhanced(element.tag):
                frame.add(deepcopy(element))
        groups = (
            _first(shared, "UnassignedSharedConvertedAttributesSequence"),
            _first(own, "UnassignedPerFrameConvertedAttributesSequence"),
            *(
                _first(own, keyword) or _first(shared, keyword)
                for keyword in (
                    "PlanePositionSequence",
                    "PlaneOrientationSequence",
                    "PixelMeasuresSequence",
                )
            ),
        )
        for group in groups:
            frame.update(deepcopy(group))
        frame.SOPClassUID = PositronEmissionTomographyImageStorage
        frame.InstanceNumber = number + 1
        _put_times(frame, _first(own, "FrameContentSequence"))
        self._put_corrections(frame)
        lost = [keyword for keyword in PET_REQUIRES if keyword not in frame]
        if lost:
            raise StationError(
                f"{self._source.label} is an enhanced (multi-frame) PET whose header has no "
                f"{lost[0]}, which a single-frame PET needs. Convert it to single frames first."
            )
        return frame

    def _put_corrections(self, frame: Dataset) -> None:
        """What an Enhanced PET says in another way: unit, corrections, and the dose in MBq."""
        suv = self._source.suv or SuvFacts()
        if suv.units_mapped and suv.units:
            frame.Units = suv.units
            if suv.suv_type:
                frame.SUVType = suv.suv_type
        drug = _first(frame, "RadiopharmaceuticalInformationSequence")
        if suv.radiopharmaceutical and suv.radiopharmaceutical.total_dose is not None:
            drug.RadionuclideTotalDose = DS(suv.radiopharmaceutical.total_dose, auto_format=True)
        if "DecayCorrection" not in frame and suv.decay_correction:
            frame.DecayCorrection = suv.decay_correction
        if "CorrectedImage" not in frame and suv.corrected_image:
            frame.CorrectedImage = list(suv.corrected_image)


def _in_little_endian(header: Dataset) -> Dataset:
    """A big-endian header, converted for writing, without overlays and tables (stored in words)."""

    def without_words(dataset: Dataset, element: DataElement) -> None:
        if element.VR in WORDS:
            del dataset[element.tag]

    header.walk(
        without_words
    )  # decodes everything it visits: what stays encoded is written as it is
    decoded = Dataset()
    decoded.update({element.tag: element for element in header})
    return decoded


def _first(dataset: Dataset, keyword: str) -> Dataset:
    """The first item of a sequence; empty where there is none."""
    items = dataset.get(keyword)
    return items[0] if items else Dataset()


def _is_of_enhanced(tag: BaseTag) -> bool:
    """Whether an attribute exists only in enhanced images, whose elements start at 9000."""
    keyword = keyword_for_tag(tag)
    return (
        tag.group == 0x5200
        or (tag.group in (0x0008, 0x0018, 0x0020, 0x0028, 0x0040) and tag.element >= 0x9000)
        or keyword in ("NumberOfFrames", "InstanceNumber", "PresentationLUTShape")
    )


def _put_times(frame: Dataset, content: Dataset) -> None:
    """When a frame was acquired, and for how long, in the attributes of a single-frame PET."""
    acquired = str(content.get("FrameAcquisitionDateTime") or "")
    if len(acquired) >= len("YYYYMMDDHHMMSS"):
        frame.AcquisitionDate = acquired[:8]
        frame.AcquisitionTime = acquired[8:].partition("+")[0].partition("-")[0]
    duration_ms = content.get("FrameAcquisitionDuration")
    if duration_ms is not None:
        frame.ActualFrameDuration = round(float(duration_ms))


def _derive(
    image: Dataset, origin: Dataset, source: Series, header: DerivedHeader, made: datetime | None
) -> None:
    """Turn the header of a slice of the source into that of the slice derived from it.

    `made` None: the moment of making it is left out, and its content keeps the source's date.
    """
    derivation = header.derivation
    for keyword in OF_THE_SOURCES_PIXELS:
        if keyword in image:
            delattr(image, keyword)
    for tag in [tag for tag in image.keys() if _is_left_behind(image, tag)]:  # noqa: SIM118
        del image[tag]
    image.ImageType = list(derived_image_type(source.image_type))
    image.SeriesInstanceUID = header.uid
    image.SeriesNumber = header.number
    image.SeriesDescription = free_text(derived_description(source.description, derivation), "LO")
    _put_reference(image, source)
    if made is None:
        for keyword in ("InstanceCreationDate", "InstanceCreationTime"):
            if keyword in image:
                delattr(image, keyword)
    else:
        image.InstanceCreationDate = image.ContentDate = made.strftime("%Y%m%d")
        image.InstanceCreationTime = image.ContentTime = made.strftime("%H%M%S.%f")
    image.DerivationDescription = free_text(derivation_text(source, derivation), "ST")
    if derivation.kernel is not None:
        image.ConvolutionKernel = free_text(derivation.kernel, "SH")
        image.DerivationCodeSequence = _coded(codes.DCM.GaussianBlur)
    _refer(image, origin, source)
    equipment = Dataset()
    equipment.Manufacturer = MANUFACTURER
    equipment.ManufacturerModelName = MANUFACTURER
    equipment.SoftwareVersions = station.__version__
    if made is not None:
        equipment.ContributionDateTime = made.strftime("%Y%m%d%H%M%S.%f")
    equipment.ContributionDescription = free_text(derivation.text, "ST")
    equipment.PurposeOfReferenceCodeSequence = _coded(codes.DCM.ProcessingEquipment)
    image.setdefault("ContributingEquipmentSequence", Sequence())
    image.ContributingEquipmentSequence.append(equipment)


def _put_reference(image: Dataset, source: Series) -> None:
    """Let SeriesTime state the decay reference where the derived series alone would not give it.

    It may come from another image of the source's series, or from an attribute of Enhanced PET.
    """
    suv = source.suv
    if suv is None or suv.decay_correction != "START":
        return
    if source.parts == 1 and suv.decay_correction_datetime is None:
        return
    reference = Known(suv).reference.value
    if reference is not None:
        image.SeriesTime = f"{reference:%H%M%S.%f}"
        if suv.dated:
            image.SeriesDate = f"{reference:%Y%m%d}"


def _refer(image: Dataset, origin: Dataset, source: Series) -> None:
    """Name the slice, and the series, that the image was made from."""
    instance = Dataset()
    instance.update(origin)
    origin.SpatialLocationsPreserved = "YES"
    origin.PurposeOfReferenceCodeSequence = _coded(codes.DCM.SourceImageForImageProcessingOperation)
    image.SourceImageSequence = Sequence([origin])
    # The source is found by it when its slices are not in the same scan.
    series = Dataset()
    series.SeriesInstanceUID = source.uid
    series.ReferencedInstanceSequence = Sequence([instance])
    image.ReferencedSeriesSequence = Sequence([series])


def _is_left_behind(image: Dataset, tag: BaseTag) -> bool:
    """Whether an attribute must not be inherited: private (unless SUV needs it) or an overlay.

    A vendor's private statements about the source's pixels may not be true of ours. An overlay in
    the unused bits of the source's pixels no longer exists.
    """
    if tag.group & 1:
        return not _is_for_suv(tag)
    if tag.group & 0xFF00 == 0x6000:
        return BaseTag(tag.group << 16 | 0x3000) not in image  # OverlayData
    return False


def _is_for_suv(tag: BaseTag) -> bool:
    """Whether a private attribute is one that `SuvFacts` reads, or reserves a block for it."""
    for group, element, _, _ in PRIVATE.values():
        if tag.group == group and (
            tag.element in PRIVATE_BLOCKS
            or (tag.element >> 8 in PRIVATE_BLOCKS and tag.element & 0xFF == element)
        ):
            return True
    return False


def _put_pixels(image: Dataset, plane: NDArray[np.float32]) -> None:
    """Store a plane (rows, columns) in 16 bits, with the finest slope that covers its extremes."""
    top = float(np.abs(plane).max()) if plane.size else 0.0
    image.RescaleSlope = f"{top / LARGEST_STORED if top > 0 else 1.0:.9e}"
    image.RescaleIntercept = "0"
    stored = np.rint(plane / float(image.RescaleSlope))
    put_pixel_format(image, *plane.shape)
    pixels = np.clip(stored, -LARGEST_STORED, LARGEST_STORED).astype("<i2")
    image.add_new("PixelData", "OW", pixels.tobytes())


def _save(image: Dataset, path: Path) -> None:
    image.file_meta = file_meta(image.SOPClassUID)
    image.file_meta.MediaStorageSOPInstanceUID = image.SOPInstanceUID
    image.preamble = b"\0" * 128
    image.save_as(path, implicit_vr=False, little_endian=True, enforce_file_format=True)


def _coded(code: Code) -> Sequence:
    return coded((code.value, code.scheme_designator, code.meaning))
