"""De-identified copies for blinded reading: PET series that show an image in SUV and nothing else.

A copy is not its source with attributes removed. It is newly written from voxels in SUVbw and their
place: the source's header is not used, so nothing that a vendor, a hospital or this program wrote
into it (descriptions, private attributes, rescale slopes, contributing equipment, dates) can be
carried over, and the two images of a case, one from a scanner and one from a network, are written
by the same code. Everything in a copy is listed and reviewed in `KEPT`.

This is the Basic Application Level Confidentiality Profile (PS3.15, Annex E) without any of its
retain options: no patient characteristics, device, institution, UIDs or dates. Libraries for the
profile remove attributes from each source's own header or replace them by dummies. Here what is
left (which attributes, their order and length, the pixels' coding) would distinguish a scanner's
image from a derived one, so none is used.

The patient's weight and the injected activity are not kept: stored values are SUVbw (Units GML).
Times of injection and scan are not needed for it and are absent.
"""

import math
import os
import secrets
import struct
from dataclasses import dataclass
from enum import StrEnum
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from pydicom import dcmwrite  # pyright: ignore[reportUnknownVariableType]
from pydicom.datadict import tag_for_keyword
from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.sequence import Sequence
from pydicom.tag import BaseTag
from pydicom.uid import UID, ExplicitVRLittleEndian, PositronEmissionTomographyImageStorage

from station.dicom.save import LARGEST_STORED, coded, decimal, put_grid, uid_of
from station.pet.volume import Unit, Volume
from station.progress import Report, silent

REPORT_EVERY = 16
"""Files between two reports of progress"""

FINEST_EXPONENT = -15
"""No slope is finer than SUV 2^-15: its text must fit the 16 characters of a decimal string"""

COPY_TIME_S = 315_532_800
"""1980-01-01 UTC: the time of every file and folder, so that none reveals when it was made"""

PIXELS_TAG = 0x7FE00010

UID_DIGITS = 39
"""Of every random UID: all have the same, even length, and so do the files"""


HEADER_BYTES = 4096
"""No header is larger: it is about 1,400 bytes"""


class Rule(StrEnum):
    """The rule for an attribute of the copies."""

    CONSTANT = "the same in every copy of every study"
    OF_CASE = "the same in both images of a case"
    CODE = "the image's code"
    IMAGE_UID = "random, one for each image"
    FILE_UID = "random, one for each file"
    PIXELS = "the pixels"


@dataclass(frozen=True)
class Kept:
    """An attribute of the copies, and why it is kept."""

    keyword: str
    rule: Rule
    why: str
    value: str | int | tuple[str, ...] | None = None
    """The constant. Empty: PS3.3 requires the attribute, but nothing should be said"""


_TYPE_2 = "required by PS3.3, may be empty"
_TYPE_1 = "PS3.3 requires a value; it is a dummy"
_SHOW = "the image cannot be shown without it"
_DEIDENTIFIED = "PS3.15 E.1.1: says that and how it was de-identified"

DUMMY_DAY = "19000101"

DCM_BASIC_PROFILE = ("113100", "DCM", "Basic Application Confidentiality Profile")  # CID 7050

META: tuple[Kept, ...] = (
    Kept(
        "MediaStorageSOPClassUID", Rule.CONSTANT, "PS3.10", PositronEmissionTomographyImageStorage
    ),
    Kept("MediaStorageSOPInstanceUID", Rule.FILE_UID, "PS3.10"),
    Kept("TransferSyntaxUID", Rule.CONSTANT, "PS3.10", ExplicitVRLittleEndian),
    Kept("ImplementationClassUID", Rule.CONSTANT, "PS3.10", uid_of("implementation")),
    Kept("ImplementationVersionName", Rule.CONSTANT, "else pydicom writes its own", "COPY"),
)
"""File meta information; its version and length, which pydicom adds, are constant too"""

KEPT: tuple[Kept, ...] = (
    Kept("ImageType", Rule.CONSTANT, "values were rescaled", ("DERIVED", "PRIMARY")),
    Kept("SOPClassUID", Rule.CONSTANT, _SHOW, PositronEmissionTomographyImageStorage),
    Kept("SOPInstanceUID", Rule.FILE_UID, _SHOW),
    Kept("StudyDate", Rule.CONSTANT, _TYPE_2),
    Kept("SeriesDate", Rule.CONSTANT, _TYPE_1, DUMMY_DAY),
    Kept("AcquisitionDate", Rule.CONSTANT, _TYPE_2),
    Kept("StudyTime", Rule.CONSTANT, _TYPE_2),
    Kept("SeriesTime", Rule.CONSTANT, _TYPE_1, "000000"),
    Kept("AcquisitionTime", Rule.CONSTANT, _TYPE_2),
    Kept("AccessionNumber", Rule.CONSTANT, _TYPE_2),
    Kept("Modality", Rule.CONSTANT, _SHOW, "PT"),
    Kept("Manufacturer", Rule.CONSTANT, _TYPE_2),
    Kept("ReferringPhysicianName", Rule.CONSTANT, _TYPE_2),
    Kept("PatientName", Rule.CONSTANT, _TYPE_2),
    Kept("PatientID", Rule.CODE, "a dummy, as the profile allows"),
    Kept("PatientBirthDate", Rule.CONSTANT, _TYPE_2),
    Kept("PatientSex", Rule.CONSTANT, _TYPE_2),
    Kept("PatientIdentityRemoved", Rule.CONSTANT, _DEIDENTIFIED, "YES"),
    Kept(
        "DeidentificationMethod",
        Rule.CONSTANT,
        _DEIDENTIFIED,
        "Written anew from voxels and their place, without any header",
    ),
    Kept("DeidentificationMethodCodeSequence", Rule.CONSTANT, _DEIDENTIFIED, DCM_BASIC_PROFILE),
    Kept("SliceThickness", Rule.OF_CASE, _SHOW),
    Kept("CollimatorType", Rule.CONSTANT, _TYPE_2),
    Kept("ActualFrameDuration", Rule.CONSTANT, _TYPE_2),
    Kept("StudyInstanceUID", Rule.IMAGE_UID, _SHOW),
    Kept("SeriesInstanceUID", Rule.IMAGE_UID, _SHOW),
    Kept("StudyID", Rule.CONSTANT, _TYPE_2),
    Kept("SeriesNumber", Rule.CONSTANT, _TYPE_2),
    Kept("InstanceNumber", Rule.OF_CASE, "counts the slices"),
    Kept("ImagePositionPatient", Rule.OF_CASE, _SHOW),
    Kept("ImageOrientationPatient", Rule.OF_CASE, _SHOW),
    Kept(
        "FrameOfReferenceUID",
        Rule.IMAGE_UID,
        "the same for both would reveal that they are of one case",
    ),
    Kept("Laterality", Rule.CONSTANT, _TYPE_2),
    Kept("PositionReferenceIndicator", Rule.CONSTANT, _TYPE_2),
    Kept("SamplesPerPixel", Rule.CONSTANT, _SHOW, 1),
    Kept("PhotometricInterpretation", Rule.CONSTANT, _SHOW, "MONOCHROME2"),
    Kept("Rows", Rule.OF_CASE, _SHOW),
    Kept("Columns", Rule.OF_CASE, _SHOW),
    Kept("PixelSpacing", Rule.OF_CASE, _SHOW),
    Kept("CorrectedImage", Rule.CONSTANT, "else there is no SUV", ("DECY", "ATTN")),
    Kept("BitsAllocated", Rule.CONSTANT, _SHOW, 16),
    Kept("BitsStored", Rule.CONSTANT, _SHOW, 16),
    Kept("HighBit", Rule.CONSTANT, _SHOW, 15),
    Kept("PixelRepresentation", Rule.CONSTANT, _SHOW, 1),
    Kept("LongitudinalTemporalInformationModified", Rule.CONSTANT, _DEIDENTIFIED, "REMOVED"),
    Kept("RescaleIntercept", Rule.CONSTANT, _SHOW, "0"),
    Kept("RescaleSlope", Rule.OF_CASE, "one for both images and all slices: see `slope_for`"),
    Kept("RadiopharmaceuticalInformationSequence", Rule.CONSTANT, _TYPE_2, ()),
    Kept("NumberOfSlices", Rule.OF_CASE, "required by PS3.3"),
    Kept("PatientOrientationCodeSequence", Rule.CONSTANT, _TYPE_2, ()),
    Kept("PatientGantryRelationshipCodeSequence", Rule.CONSTANT, _TYPE_2, ()),
    Kept("SeriesType", Rule.CONSTANT, _TYPE_1, ("STATIC", "IMAGE")),
    Kept("Units", Rule.CONSTANT, "values are SUV", "GML"),
    Kept("CountsSource", Rule.CONSTANT, _TYPE_1, "EMISSION"),
    Kept("SUVType", Rule.CONSTANT, "values are SUVbw", "BW"),
    Kept("DecayCorrection", Rule.CONSTANT, "SUV refers to the injected activity", "ADMIN"),
    Kept("FrameReferenceTime", Rule.CONSTANT, _TYPE_1, "0"),
    Kept("DecayFactor", Rule.CONSTANT, "decay is already in the values", "1"),
    Kept("ImageIndex", Rule.OF_CASE, "required by PS3.3"),
    Kept("PixelData", Rule.PIXELS, _SHOW),
)
"""Everything in a copy, by tag: reviewed against PS3.3 A.21 (what a PET image needs) and PS3.15
Table E.1-1 (what the profile allows). Change it with both at hand; `leaks` refuses anything
else."""


def slope_for(highest_suv: float) -> float:
    """SUV of one stored step: the finest power of two with which ±`highest_suv` fits 16 bits.

    It is chosen for both images of a case together, so it distinguishes neither. A stored value is
    off by at most half of it, which is less than 1/32,000 of the highest SUV.
    """
    if not math.isfinite(highest_suv) or highest_suv < 0:
        raise ValueError(f"the highest SUV cannot be {highest_suv}")
    if highest_suv == 0:
        return 2.0**FINEST_EXPONENT
    exponent = math.ceil(math.log2(highest_suv / LARGEST_STORED))
    return 2.0 ** max(exponent, FINEST_EXPONENT)


def copy_bytes(shape: tuple[int, int, int]) -> int:
    """The disk space for a copy of this many slices, rows and columns, rounded up."""
    slices, rows, columns = shape
    return slices * (2 * rows * columns + HEADER_BYTES)


def write_copy(
    volume: Volume, code: str, slope: float, folder: Path, report: Report = silent
) -> None:
    """Write `volume` (SUVbw, every voxel finite) into the new `folder`: 0001.dcm is slice 0.

    `slope` comes from `slope_for` and applies to both images of a case; `code` is the image's code,
    which replaces the patient. Times of files and folder are `COPY_TIME_S`. Raises ValueError for
    another unit, or if the values do not fit; OSError if writing fails.
    """
    if volume.unit is not Unit.SUV_BW:
        raise ValueError(f"copies are written in SUVbw, not in {volume.unit}")
    if not float(np.abs(volume.voxels).max(initial=0)) <= slope * (LARGEST_STORED + 0.5):
        raise ValueError("the slope is too fine for these values, or one is missing")
    template = _Template(_common(volume, code, slope))
    folder.mkdir(parents=True)
    for index in range(volume.shape[0]):
        if index % REPORT_EVERY == 0:
            report(index / volume.shape[0], f"Writing {code}")
        stored = np.clip(np.rint(volume.voxels[index] / slope), -LARGEST_STORED, LARGEST_STORED)
        position = volume.geometry.to_patient((index, 0, 0))
        path = folder / file_name(index)
        path.write_bytes(template.file(index, position, stored.astype("<i2").tobytes()))
        os.utime(path, (COPY_TIME_S, COPY_TIME_S))
    os.utime(folder, (COPY_TIME_S, COPY_TIME_S))
    report(1.0, f"Writing {code}")


def copy_folder(folder: Path, to: Path) -> None:
    """The files of a copy, byte for byte, in the new folder `to`. Raises OSError."""
    to.mkdir(parents=True)
    for path in sorted(folder.iterdir()):
        (to / path.name).write_bytes(path.read_bytes())
        os.utime(to / path.name, (COPY_TIME_S, COPY_TIME_S))
    os.utime(to, (COPY_TIME_S, COPY_TIME_S))


def file_name(index: int) -> str:
    """The name of slice `index`, from 0."""
    return f"{index + 1:04d}.dcm"


def random_uid() -> UID:
    """A UID under 2.25 of fixed length, from which nothing can be inferred."""
    lowest = 10 ** (UID_DIGITS - 1)
    return UID(f"2.25.{lowest + secrets.randbelow((1 << 128) - lowest)}")


def constants() -> Dataset:
    """The attributes that are the same in every copy."""
    image = Dataset()
    for kept in KEPT:
        if kept.rule is Rule.CONSTANT:
            setattr(image, kept.keyword, _constant(kept))
    return image


def constant_meta() -> FileMetaDataset:
    """The same for the file meta information."""
    meta = FileMetaDataset()
    for kept in META:
        if kept.rule is Rule.CONSTANT:
            setattr(meta, kept.keyword, kept.value)
    return meta


def _constant(kept: Kept) -> object:
    if kept.value == DCM_BASIC_PROFILE:
        return coded(DCM_BASIC_PROFILE)
    if kept.keyword.endswith("Sequence"):
        return Sequence()
    return list(kept.value) if isinstance(kept.value, tuple) else kept.value


def _common(volume: Volume, code: str, slope: float) -> Dataset:
    """What all slices of an image share."""
    image = constants()
    image.PatientID = code
    for keyword in ("StudyInstanceUID", "SeriesInstanceUID", "FrameOfReferenceUID"):
        setattr(image, keyword, random_uid())
    put_grid(image, volume)
    image.NumberOfSlices, image.Rows, image.Columns = volume.shape
    image.RescaleSlope = repr(slope)
    return image


class _Template:
    """The files of one image: encoded once, with each slice's own attributes inserted.

    pydicom would encode 60 attributes again for each of a hundred thousand files.
    """

    def __init__(self, common: Dataset) -> None:
        meta = constant_meta()
        self._uid = meta.MediaStorageSOPInstanceUID = random_uid()
        sample = Dataset()
        sample.file_meta = meta
        encoded = BytesIO()
        dcmwrite(encoded, sample, enforce_file_format=True)
        self._meta = encoded.getvalue()
        tags = [tag_for_keyword(keyword) for keyword in _OF_SLICE]
        bounds = [0, *(tag for tag in tags if tag is not None)]
        self._between = [
            _encoded(common, low, high) for low, high in pairwise([*bounds, PIXELS_TAG])
        ]
        """What all slices share, up to the first of `_OF_SLICE`, between it and the next ..."""

    def file(self, index: int, position_mm: NDArray[np.float64], pixels: bytes) -> bytes:
        """The whole file of slice `index`, with a UID of its own."""
        uid = random_uid()
        number = index + 1
        own = (
            uid.encode(),
            _padded(str(number)),
            _padded("\\".join(decimal(mm) for mm in position_mm)),
            struct.pack("<H", number),
        )
        parts = [self._meta.replace(self._uid.encode(), uid.encode()), self._between[0]]
        for (keyword, vr), value, after in zip(
            _OF_SLICE.items(), own, self._between[1:], strict=True
        ):
            tag = BaseTag(tag_for_keyword(keyword) or 0)
            parts += [struct.pack("<HH2sH", tag.group, tag.element, vr, len(value)), value, after]
        group, element = PIXELS_TAG >> 16, PIXELS_TAG & 0xFFFF
        parts += [struct.pack("<HH2sHI", group, element, b"OW", 0, len(pixels)), pixels]
        return b"".join(parts)


_OF_SLICE = {
    "SOPInstanceUID": b"UI",
    "InstanceNumber": b"IS",
    "ImagePositionPatient": b"DS",
    "ImageIndex": b"US",
}
"""What differs between the slices of an image, except the pixels, by tag; value representations"""


def _encoded(common: Dataset, low: int, high: int) -> bytes:
    """The attributes of `common` from tag `low` up to, not including, `high`."""
    encoded = BytesIO()
    dcmwrite(encoded, common[low:high], implicit_vr=False, little_endian=True)
    return encoded.getvalue()


def _padded(text: str) -> bytes:
    return (text + " " * (len(text) % 2)).encode()
