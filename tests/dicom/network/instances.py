"""Instances as they travel: small PET slices of one series, and their bytes."""

from io import BytesIO
from pathlib import Path

import numpy as np
from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.uid import UID, ExplicitVRLittleEndian

from tests.dicom.synthetic import header, uid

STUDY = str(uid("study"))


def instance(number: int, *, size: int = 8, modality: str = "PT", series: str = "PET") -> Dataset:
    """Slice `number` of a series, size × size pixels."""
    dataset = header(modality, series)
    dataset.SOPInstanceUID = uid("study", series, number)
    dataset.InstanceNumber = number
    dataset.Rows = dataset.Columns = size
    pixels = np.random.default_rng(number).integers(0, 3000, (size, size), np.int16)
    dataset.add_new("PixelData", "OW", pixels.tobytes())
    return dataset


def content(dataset: Dataset, syntax: UID = ExplicitVRLittleEndian) -> bytes:
    """The file of an instance."""
    meta = FileMetaDataset()
    meta.MediaStorageSOPClassUID = dataset.SOPClassUID
    meta.MediaStorageSOPInstanceUID = dataset.SOPInstanceUID
    meta.TransferSyntaxUID = syntax
    dataset.file_meta = meta
    file = BytesIO()
    dataset.save_as(file, enforce_file_format=True)
    return file.getvalue()


def written(folder: Path, count: int, *, size: int = 8, series: str = "PET") -> list[Path]:
    """Files of the first `count` slices of a series."""
    folder.mkdir(parents=True, exist_ok=True)
    paths: list[Path] = []
    for number in range(1, count + 1):
        path = folder / f"{series}-{number}.dcm"
        path.write_bytes(content(instance(number, size=size, series=series)))
        paths.append(path)
    return paths
