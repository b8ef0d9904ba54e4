"""Writes volumes as classic single-frame DICOM: PT and CT series that other programs read.

The caller gives the facts of the examination; this module knows which attributes of the PET and CT
image objects (PS3.3 A.21, A.3) hold them, and how pixels are stored.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from io import BytesIO
from math import exp, log
from pathlib import Path
from uuid import UUID, uuid5

import numpy as np
from pydicom import dcmread, dcmwrite  # pyright: ignore[reportUnknownVariableType]
from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.sequence import Sequence
from pydicom.uid import (
    UID,
    CTImageStorage,
    ExplicitVRLittleEndian,
    PositronEmissionTomographyImageStorage,
)

import station
from station.dicom.free_text import free_text
from station.errors import StationError
from station.pet.study import Radiopharmaceutical
from station.pet.volume import Unit, Volume
from station.progress import Report, silent

IMPLEMENTATION = UUID("3c1e0a5e-7f0a-4a57-9b53-6c2f1f0d7b11")
"""The root of every UID made here."""
LARGEST_STORED = 32767
POSITRON_FRACTION_F18 = 0.9673
"""Branching ratio of the beta+ decay of fluorine-18 (DDEP)."""

# PS3.16, SNOMED CT: CID 4020, 4021, 11, 19, 20, 21
FLUORINE_18 = ("77004003", "SCT", "^18^Fluorine")
FDG = ("35321007", "SCT", "Fluorodeoxyglucose F^18^")
INTRAVENOUS = ("47625008", "SCT", "Intravenous route")
RECUMBENT = ("102538003", "SCT", "recumbent")
SUPINE = ("40199007", "SCT", "supine")
HEADFIRST = ("102540008", "SCT", "headfirst")


def uid_of(*parts: object) -> str:
    """A UID under 2.25 that the same parts always give (a name-based UUID)."""
    return f"2.25.{uuid5(IMPLEMENTATION, '/'.join(map(str, parts))).int}"


@dataclass(frozen=True)
class Examination:
    """What all images of a study share: patient, study, frame of reference and equipment."""

    patient_id: str
    patient_name: str
    """DICOM's form, family^given"""
    sex: str
    age_years: int
    height_m: float
    weight_kg: float
    study_uid: str
    study_id: str
    accession: str
    description: str
    started: datetime
    frame_of_reference_uid: str
    manufacturer: str
    model: str
    institution: str
    comments: str
    is_phantom: bool
    """No person was scanned; QualityControlSubject (0010,0200) says so in every image"""


@dataclass(frozen=True)
class SeriesHeader:
    uid: str
    number: int
    description: str
    image_type: tuple[str, ...]
    started: datetime
    kernel: str
    """ConvolutionKernel: the filter"""


@dataclass(frozen=True)
class PetHeader(SeriesHeader):
    """A whole-body FDG series of AC images, decay-corrected to the series' start (START)."""

    reconstruction: str
    radiopharmaceutical: Radiopharmaceutical
    """F-18 FDG with dose in Bq, half-life and start time"""
    bed_duration_s: float
    bed_length_mm: float
    """How far the couch moves from bed to bed; the first bed holds slice 0"""


@dataclass(frozen=True)
class CtHeader(SeriesHeader):
    tube_voltage_kv: float


def write_pet(
    volume: Volume,
    examination: Examination,
    header: PetHeader,
    folder: Path,
    report: Report = silent,
) -> None:
    """Write `volume` (Bq/mL, non-negative, axial) into `folder`, one file per slice.

    `0001.dcm` is slice 0. Each slice has its own RescaleSlope, so that faint slices keep their
    precision next to the bladder's.
    """
    _require(volume, Unit.BQ_PER_ML, header)
    half_life_s = header.radiopharmaceutical.half_life_s
    if half_life_s is None:
        raise StationError(f"{header.description}: the half-life of the nuclide is not given.")
    if float(volume.voxels.min()) < 0:
        raise StationError(f"{header.description}: an activity below 0 Bq/mL cannot be written.")
    decay_per_s = log(2) / half_life_s
    decayed = decay_per_s * header.bed_duration_s
    # When during a bed the mean activity was reached.
    average_s = log(decayed / (1 - exp(-decayed))) / decay_per_s
    common = _common(volume, examination, header)
    common.SOPClassUID = PositronEmissionTomographyImageStorage
    common.Modality = "PT"
    _describe_pet(common, volume, header)

    def pixels(image: Dataset, index: int) -> bytes:
        bed = int(index * volume.spacing_mm[0] // header.bed_length_mm)
        start_s = bed * header.bed_duration_s
        _set_moment(image, "Acquisition", header.started + timedelta(seconds=start_s))
        image.FrameReferenceTime = f"{(start_s + average_s) * 1000:.2f}"
        image.DecayFactor = f"{exp(decay_per_s * (start_s + average_s)):.6f}"
        image.ImageIndex = index + 1
        plane = volume.voxels[index]
        top = float(plane.max())
        image.RescaleSlope = f"{top / LARGEST_STORED if top > 0 else 1.0:.8e}"
        slope = float(image.RescaleSlope)
        return np.minimum(np.rint(plane / slope), LARGEST_STORED).astype("<i2").tobytes()

    _write_slices(common, volume, folder, pixels, report)


def write_ct(
    volume: Volume,
    examination: Examination,
    header: CtHeader,
    folder: Path,
    report: Report = silent,
) -> None:
    """Write `volume` (HU, int16, axial) into `folder`; `0001.dcm` is slice 0."""
    _require(volume, Unit.HU, header)
    if volume.voxels.dtype != np.int16:
        raise StationError(f"{header.description}: a CT is written from whole HU (int16).")
    common = _common(volume, examination, header)
    common.SOPClassUID = CTImageStorage
    common.Modality = "CT"
    _set_moment(common, "Acquisition", header.started)
    common.PatientPosition = "HFS"
    common.KVP = decimal(header.tube_voltage_kv)
    common.AcquisitionNumber = 1
    common.RescaleIntercept, common.RescaleSlope, common.RescaleType = "0", "1", "HU"
    common.WindowCenter, common.WindowWidth = "40", "400"

    def pixels(image: Dataset, index: int) -> bytes:
        return volume.voxels[index].astype("<i2", copy=False).tobytes()

    _write_slices(common, volume, folder, pixels, report)


def _require(volume: Volume, unit: Unit, header: SeriesHeader) -> None:
    if volume.unit is not unit:
        raise StationError(
            f"{header.description}: this kind of series is written in {unit}, but the image is in "
            f"{volume.unit}. Convert it first."
        )
    if not volume.geometry.is_aligned or abs(volume.affine[2, 0]) < volume.spacing_mm[0] * 0.999:
        raise StationError(
            f"{header.description}: only axial slices are written, and these are not. Resample the "
            "image to axial slices first."
        )


def _common(volume: Volume, examination: Examination, header: SeriesHeader) -> Dataset:
    """Everything that all slices share, for any modality."""
    image = Dataset()
    image.SpecificCharacterSet = "ISO_IR 192"
    image.ImageType = list(header.image_type)
    _set_moment(image, "Study", examination.started)
    _set_moment(image, "Series", header.started)
    _set_moment(image, "Content", header.started)
    image.AccessionNumber = free_text(examination.accession, "SH")
    image.Manufacturer = free_text(examination.manufacturer, "LO")
    image.ManufacturerModelName = free_text(examination.model, "LO")
    image.InstitutionName = free_text(examination.institution, "LO")
    image.SoftwareVersions = f"Station {station.__version__}"
    image.ReferringPhysicianName = ""
    image.StudyDescription = free_text(examination.description, "LO")
    image.SeriesDescription = free_text(header.description, "LO")
    image.PatientName = free_text(examination.patient_name, "PN")
    image.PatientID = free_text(examination.patient_id, "LO")
    image.PatientBirthDate = ""
    image.PatientSex = examination.sex
    image.PatientAge = f"{examination.age_years:03d}Y"
    image.PatientSize = decimal(examination.height_m)
    image.PatientWeight = decimal(examination.weight_kg)
    image.PatientComments = free_text(examination.comments, "LT")
    image.StudyInstanceUID = examination.study_uid
    image.StudyID = free_text(examination.study_id, "SH")
    image.SeriesInstanceUID = header.uid
    image.SeriesNumber = header.number
    image.FrameOfReferenceUID = examination.frame_of_reference_uid
    image.PositionReferenceIndicator = ""
    image.BodyPartExamined = "WHOLEBODY"
    image.ImageComments = free_text(examination.comments, "LT")
    image.ConvolutionKernel = free_text(header.kernel, "SH")
    if examination.is_phantom:
        image.QualityControlSubject = "YES"
    put_grid(image, volume)
    put_pixel_format(image, *volume.shape[1:])
    image.PhotometricInterpretation = "MONOCHROME2"
    return image


def put_grid(image: Dataset, volume: Volume) -> None:
    """How the grid lies in the patient, but for the position of each slice."""
    slice_mm, row_mm, column_mm = volume.spacing_mm
    along_row, along_column = (
        volume.affine[:3, axis] / np.linalg.norm(volume.affine[:3, axis]) for axis in (2, 1)
    )
    image.ImageOrientationPatient = [decimal(v) for v in (*along_row, *along_column)]
    image.PixelSpacing = [decimal(row_mm), decimal(column_mm)]
    image.SliceThickness = decimal(slice_mm)


def put_pixel_format(image: Dataset, rows: int, columns: int) -> None:
    """Of a slice of signed 16-bit values."""
    image.SamplesPerPixel = 1
    image.Rows, image.Columns = rows, columns
    image.BitsAllocated = image.BitsStored = 16
    image.HighBit = 15
    image.PixelRepresentation = 1


def _describe_pet(image: Dataset, volume: Volume, header: PetHeader) -> None:
    """PET Series, Isotope, Orientation and the PET Image attributes that all slices share."""
    image.Units = "BQML"
    image.CountsSource = "EMISSION"
    image.SeriesType = ["WHOLE BODY", "IMAGE"]
    image.NumberOfSlices = volume.shape[0]
    image.CorrectedImage = ["NORM", "DTIM", "ATTN", "SCAT", "DECY", "RAN"]
    image.DecayCorrection = "START"
    image.AttenuationCorrectionMethod = "CT"
    image.ScatterCorrectionMethod = "modelled"
    image.RandomsCorrectionMethod = "DLYD"
    image.ReconstructionMethod = header.reconstruction
    image.CollimatorType = "NONE"
    image.ActualFrameDuration = round(header.bed_duration_s * 1000)
    image.RescaleIntercept = "0"
    image.LossyImageCompression = "00"
    # These codes replace PatientPosition, which must then be absent (PS3.3 C.7.3.1).
    image.PatientOrientationCodeSequence = coded(RECUMBENT)
    image.PatientOrientationCodeSequence[0].PatientOrientationModifierCodeSequence = coded(SUPINE)
    image.PatientGantryRelationshipCodeSequence = coded(HEADFIRST)
    facts = header.radiopharmaceutical
    drug = Dataset()
    drug.Radiopharmaceutical = facts.name
    drug.RadionuclideTotalDose = decimal(facts.total_dose)
    drug.RadionuclideHalfLife = decimal(facts.half_life_s)
    drug.RadionuclidePositronFraction = decimal(POSITRON_FRACTION_F18)
    if facts.start_datetime is not None:
        drug.RadiopharmaceuticalStartTime = facts.start_datetime.strftime("%H%M%S")
        drug.RadiopharmaceuticalStartDateTime = facts.start_datetime.strftime("%Y%m%d%H%M%S")
    drug.RadiopharmaceuticalRoute = INTRAVENOUS[2]
    drug.AdministrationRouteCodeSequence = coded(INTRAVENOUS)
    drug.RadionuclideCodeSequence = coded(FLUORINE_18)
    drug.RadiopharmaceuticalCodeSequence = coded(FDG)
    image.RadiopharmaceuticalInformationSequence = Sequence([drug])


def coded(code: tuple[str, str, str]) -> Sequence:
    """A code sequence of one item: value, coding scheme, meaning."""
    item = Dataset()
    item.CodeValue, item.CodingSchemeDesignator, item.CodeMeaning = code
    return Sequence([item])


def file_meta(sop_class: UID) -> FileMetaDataset:
    """File meta information of what we write, except the instance's UID."""
    meta = FileMetaDataset()
    meta.TransferSyntaxUID = ExplicitVRLittleEndian
    meta.MediaStorageSOPClassUID = sop_class
    meta.ImplementationClassUID = UID(uid_of("implementation"))
    meta.ImplementationVersionName = f"STATION_{station.__version__}"[:16]
    return meta


def _set_moment(image: Dataset, which: str, moment: datetime) -> None:
    setattr(image, f"{which}Date", moment.strftime("%Y%m%d"))
    setattr(image, f"{which}Time", moment.strftime("%H%M%S.%f"))


def decimal(value: float | None) -> str:
    """A decimal string: at most 16 characters."""
    if value is None:
        return ""
    text = f"{value:.10g}"
    return text if len(text) <= 16 else f"{value:.8e}"


def _write_slices(
    common: Dataset,
    volume: Volume,
    folder: Path,
    pixels: Callable[[Dataset, int], bytes],
    report: Report,
) -> None:
    """Write every slice; `pixels` adds what is the slice's own and returns its stored values."""
    # Encoded once and read back, the shared part is passed on as bytes: a fifth of the time.
    encoded = BytesIO()
    dcmwrite(encoded, common, implicit_vr=False, little_endian=True)
    encoded.seek(0)
    image = dcmread(encoded, force=True)
    image.file_meta = file_meta(common.SOPClassUID)
    folder.mkdir(parents=True, exist_ok=True)
    count = volume.shape[0]
    for index in range(count):
        if index % 16 == 0:
            report(index / count, f"Writing {common.SeriesDescription}")
        image.SOPInstanceUID = UID(uid_of(common.SeriesInstanceUID, index))
        image.file_meta.MediaStorageSOPInstanceUID = image.SOPInstanceUID
        image.InstanceNumber = index + 1
        corner = volume.geometry.to_patient((index, 0, 0))
        image.ImagePositionPatient = [decimal(v) for v in corner]
        image.SliceLocation = decimal(corner[2])
        image.add_new("PixelData", "OW", pixels(image, index))
        image.save_as(folder / f"{index + 1:04d}.dcm", enforce_file_format=True)
    report(1.0, f"Writing {common.SeriesDescription}")
