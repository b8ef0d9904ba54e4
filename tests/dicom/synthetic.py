"""Small real DICOM series for the tests, written with pydicom into a folder the test owns."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from pydicom import dcmwrite
from pydicom.config import disable_value_validation
from pydicom.dataelem import RawDataElement
from pydicom.dataset import Dataset, FileDataset, FileMetaDataset
from pydicom.sequence import Sequence as Items
from pydicom.tag import Tag
from pydicom.uid import (
    UID,
    CTImageStorage,
    EnhancedPETImageStorage,
    ExplicitVRLittleEndian,
    MediaStorageDirectoryStorage,
    MRImageStorage,
    PositronEmissionTomographyImageStorage,
    generate_uid,
)

SOP_CLASSES = {
    "PT": PositronEmissionTomographyImageStorage,
    "CT": CTImageStorage,
    "MR": MRImageStorage,
}
Edit = Callable[[Dataset, int], None]
"""Changes the header of slice i just before it is written."""


def uid(*words: object) -> UID:
    """A UID that is the same in every run."""
    return generate_uid(entropy_srcs=["station tests", *map(str, words)])


def item(**values: object) -> Dataset:
    dataset = Dataset()
    for keyword, value in values.items():
        setattr(dataset, keyword, value)
    return dataset


def code(value: str, scheme: str, meaning: str) -> Items:
    return Items([item(CodeValue=value, CodingSchemeDesignator=scheme, CodeMeaning=meaning)])


def header(modality: str = "PT", name: str = "series", study: str = "study") -> Dataset:
    """Everything that is the same in all slices of a series; names make the UIDs."""
    ds = Dataset()
    ds.SpecificCharacterSet = "ISO_IR 192"
    ds.ImageType = ["ORIGINAL", "PRIMARY"]
    ds.SOPClassUID = SOP_CLASSES[modality]
    ds.StudyDate = ds.SeriesDate = ds.AcquisitionDate = "20240301"
    ds.StudyTime = "095500"
    ds.SeriesTime = ds.AcquisitionTime = "100000"
    ds.AccessionNumber = "A1"
    ds.Modality = modality
    ds.Manufacturer = "Station"
    ds.ManufacturerModelName = "Synthetic"
    ds.InstitutionName = "Nowhere"
    ds.StudyDescription = "Synthetic study"
    ds.SeriesDescription = name
    ds.PatientName = "Doe^Jane"
    ds.PatientID = "SYN1"
    ds.PatientBirthDate = "19600102"
    ds.PatientSex = "F"
    ds.StudyInstanceUID = uid(study)
    ds.SeriesInstanceUID = uid(study, name)
    ds.FrameOfReferenceUID = uid(study, "frame")
    ds.StudyID = "1"
    ds.SeriesNumber = 4
    ds.PatientPosition = "HFS"
    ds.SamplesPerPixel = 1
    ds.PhotometricInterpretation = "MONOCHROME2"
    ds.BitsAllocated = ds.BitsStored = 16
    ds.HighBit = 15
    ds.PixelRepresentation = 1
    ds.RescaleIntercept = "-1024" if modality == "CT" else "0"
    ds.RescaleSlope = "1"
    if modality == "PT":
        ds.PatientSize = "1.70"
        ds.PatientWeight = "70"
        ds.ActualFrameDuration = "120000"
        ds.CorrectedImage = ["NORM", "DTIM", "ATTN", "SCAT", "DECY", "RAN"]
        ds.RadiopharmaceuticalInformationSequence = [
            item(
                Radiopharmaceutical="FDG",
                RadiopharmaceuticalStartTime="090000",
                RadionuclideTotalDose="350000000",
                RadionuclideHalfLife="6586.2",
                RadionuclideCodeSequence=code("C-111A1", "SRT", "^18^Fluorine"),
                RadiopharmaceuticalCodeSequence=code("C-B1031", "SRT", "Fluorodeoxyglucose F^18^"),
            )
        ]
        ds.SeriesType = ["WHOLE BODY", "IMAGE"]
        ds.Units = "BQML"
        ds.DecayCorrection = "START"
        ds.ReconstructionMethod = "OSEM"
        ds.FrameReferenceTime = "60000"
    return ds


def write_series(
    folder: Path,
    values: Iterable[NDArray[np.generic]],
    *,
    modality: str = "PT",
    name: str = "series",
    study: str = "study",
    spacing_mm: Sequence[float] = (3.0, 2.0, 2.0),
    origin_mm: Sequence[float] = (-100.0, -100.0, 50.0),
    slopes: Sequence[float] | None = None,
    edit: Edit | None = None,
    syntax: UID = ExplicitVRLittleEndian,
    preamble: bool = True,
    padding: Dataset | None = None,
) -> list[Path]:
    """Write `values` (slices, rows, columns), one axial file a slice, feet first; return the paths."""
    folder.mkdir(parents=True, exist_ok=True)
    paths: list[Path] = []
    for i, pixels in enumerate(values):
        ds = header(modality, name, study)
        if padding is not None:
            ds.update(padding)
        ds.SOPInstanceUID = uid(study, name, i)
        ds.InstanceNumber = i + 1
        ds.Rows, ds.Columns = pixels.shape
        ds.SliceThickness = str(spacing_mm[0])
        ds.PixelSpacing = [str(s) for s in spacing_mm[1:]]
        ds.ImageOrientationPatient = ["1", "0", "0", "0", "1", "0"]
        x, y, z = origin_mm
        ds.ImagePositionPatient = [f"{v:.6g}" for v in (x, y, z + i * spacing_mm[0])]
        if slopes is not None:
            ds.RescaleSlope = f"{slopes[i]:.10g}"
        big_endian = syntax == "1.2.840.10008.1.2.2"
        ds.PixelData = pixels.astype(
            pixels.dtype.newbyteorder(">" if big_endian else "<")
        ).tobytes()
        ds["PixelData"].VR = "OB" if pixels.dtype.itemsize == 1 else "OW"
        if edit is not None:
            edit(ds, i)
        path = folder / f"{name.replace(' ', '_')}_{i:04d}.dcm"
        save(ds, path, syntax, preamble=preamble)
        paths.append(path)
    return paths


def save(
    ds: Dataset, path: Path, syntax: UID = ExplicitVRLittleEndian, *, preamble: bool = True
) -> None:
    """Write one file. Compressed syntaxes are encoded by pydicom; no preamble also means no file meta."""
    meta = FileMetaDataset()
    meta.MediaStorageSOPClassUID = ds.SOPClassUID
    meta.MediaStorageSOPInstanceUID = ds.SOPInstanceUID
    compressed = syntax.is_compressed and not syntax.is_deflated
    written = ExplicitVRLittleEndian if compressed else syntax
    meta.TransferSyntaxUID = written
    encoding = written.is_implicit_VR, written.is_little_endian
    if not preamble:
        dcmwrite(path, ds, implicit_vr=encoding[0], little_endian=encoding[1])
        return
    file = FileDataset(str(path), ds, b"\0" * 128, meta, *encoding)
    if compressed:
        file.compress(syntax, generate_instance_uid=False)
    file.save_as(path, enforce_file_format=True)


def ramp(slices: int = 6, rows: int = 5, columns: int = 4) -> NDArray[np.int16]:
    """Every voxel another number: 100·slice + 10·row + column."""
    s, r, c = np.indices((slices, rows, columns))
    return (100 * s + 10 * r + c).astype(np.int16)


def write_enhanced(
    path: Path,
    values: NDArray[np.int16],
    *,
    name: str = "enhanced",
    study: str = "study",
    slopes: Sequence[float] | None = None,
    spacing_mm: Sequence[float] = (3.0, 2.0, 2.0),
    origin_mm: Sequence[float] = (-100.0, -100.0, 50.0),
    frames: int = 1,
    edit: Callable[[Dataset], None] | None = None,
    syntax: UID = ExplicitVRLittleEndian,
) -> Path:
    """Write one Enhanced PET file: `values` (frames · slices, rows, columns), time frame by time frame."""
    ds = header("PT", name, study)
    for keyword in (
        "Units",
        "DecayCorrection",
        "CorrectedImage",
        "RescaleSlope",
        "RescaleIntercept",
    ):
        delattr(ds, keyword)
    ds.SOPClassUID = EnhancedPETImageStorage
    ds.SOPInstanceUID = uid(study, name)
    ds.NumberOfFrames = len(values)
    ds.Rows, ds.Columns = values.shape[1:]
    ds.DecayCorrected = ds.AttenuationCorrected = "YES"
    ds.DecayCorrectionDateTime = "20240301100000"
    drug = ds.RadiopharmaceuticalInformationSequence[0]
    drug.RadiopharmaceuticalStartDateTime = "20240301090000"
    del drug.RadiopharmaceuticalStartTime
    shared = item(
        PlaneOrientationSequence=[item(ImageOrientationPatient=[1, 0, 0, 0, 1, 0])],
        PixelMeasuresSequence=[
            item(PixelSpacing=list(spacing_mm[1:]), SliceThickness=spacing_mm[0])
        ],
    )
    ds.SharedFunctionalGroupsSequence = [shared]
    slices = len(values) // frames
    x, y, z = origin_mm
    ds.PerFrameFunctionalGroupsSequence = [
        item(
            PlanePositionSequence=[
                item(ImagePositionPatient=[x, y, z + (i % slices) * spacing_mm[0]])
            ],
            FrameContentSequence=[
                item(
                    FrameAcquisitionDateTime=f"2024030110{5 * (i // slices):02d}00",
                    FrameAcquisitionDuration=120000.0,
                    StackID="1",
                    InStackPositionNumber=i % slices + 1,
                    TemporalPositionIndex=i // slices + 1,
                )
            ],
            PixelValueTransformationSequence=[
                item(
                    RescaleSlope=str(1.0 if slopes is None else slopes[i]),
                    RescaleIntercept="0",
                    RescaleType="US",
                )
            ],
        )
        for i in range(len(values))
    ]
    ds.PixelData = values.astype("<i2").tobytes()
    ds["PixelData"].VR = "OW"
    if edit is not None:
        edit(ds)
    path.parent.mkdir(parents=True, exist_ok=True)
    save(ds, path, syntax)
    return path


def write_dicomdir(folder: Path, file_ids: Sequence[Sequence[str]]) -> Path:
    """Write an index that lists `file_ids`, each the parts of a path below `folder`."""
    ds = Dataset()
    ds.FileSetID = "TEST"
    ds.DirectoryRecordSequence = [item(DirectoryRecordType="PATIENT", PatientID="SYN1")]
    for parts in file_ids:
        record = item(DirectoryRecordType="IMAGE", RecordInUseFlag=0xFFFF)
        text = "\\".join(parts).encode()
        padded = text + b" " * (len(text) % 2)
        # As it stands: pydicom would not write a path that leads out of the folder.
        tag = Tag("ReferencedFileID")
        record[tag] = RawDataElement(tag, "CS", len(padded), padded, 0, False, True)
        ds.DirectoryRecordSequence.append(record)
    meta = FileMetaDataset()
    meta.MediaStorageSOPClassUID = MediaStorageDirectoryStorage
    meta.MediaStorageSOPInstanceUID = uid("dicomdir", folder)
    meta.TransferSyntaxUID = ExplicitVRLittleEndian
    path = folder / "DICOMDIR"
    file = FileDataset(
        str(path), ds, b"\0" * 128, meta, is_implicit_VR=False, is_little_endian=True
    )
    with disable_value_validation():
        file.save_as(path, enforce_file_format=True)
    return path
