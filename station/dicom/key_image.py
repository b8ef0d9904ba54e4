"""What the panes show as a DICOM object: Secondary Capture (PS3.3 A.8) in the images' study."""

from datetime import datetime
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from pydicom.dataset import Dataset
from pydicom.sequence import Sequence as Items
from pydicom.uid import SecondaryCaptureImageStorage

import station
from station.dicom.derived import (
    MANUFACTURER,
    new_object,
    save,
    source_headers,
    stored_slices,
)
from station.dicom.header import lenient
from station.errors import StationError
from station.pet.study import Series

SERIES_NUMBER = 906
TITLE = "Key image"


def write_key_image(series: Series, pixels: NDArray[np.uint8], path: Path) -> None:
    """Write RGB pixels (rows, columns, 3) that show `series`, with the patient of its first file.

    What is written in the picture stays in it: BurnedInAnnotation says so. Raises StationError: a
    series without files, a file that cannot be read or written.
    """
    stored = stored_slices(series)
    if not stored:
        raise StationError(
            f"{series.label} has no files, so no key image can name its study. Save it first with "
            "File ▸ Save derived series."
        )
    with lenient():  # what a scanner wrote incorrectly is passed on unchanged
        (first,) = source_headers(series, stored[:1])
        now = datetime.now()
        image = new_object(SecondaryCaptureImageStorage, first, "OT", SERIES_NUMBER, TITLE)
        image.SecondaryCaptureDeviceManufacturer = MANUFACTURER
        image.SecondaryCaptureDeviceSoftwareVersions = station.__version__
        image.DateOfSecondaryCapture = now.strftime("%Y%m%d")
        image.TimeOfSecondaryCapture = now.strftime("%H%M%S")
        image.ConversionType = "WSD"
        image.InstanceNumber = 1
        image.ContentDate = now.strftime("%Y%m%d")
        image.ContentTime = now.strftime("%H%M%S")
        image.PatientOrientation = ""
        image.Laterality = ""  # of no paired part of the body
        image.BurnedInAnnotation = "YES"
        image.SourceImageSequence = Items([_reference(first)])
        rows, columns, _ = pixels.shape
        image.SamplesPerPixel = 3
        image.PhotometricInterpretation = "RGB"
        image.PlanarConfiguration = 0
        image.Rows, image.Columns = rows, columns
        image.BitsAllocated = image.BitsStored = 8
        image.HighBit = 7
        image.PixelRepresentation = 0
        plain = np.ascontiguousarray(pixels).tobytes()
        image.PixelData = plain + b"\0" * (len(plain) % 2)
        save(image, path)


def _reference(first: Dataset) -> Dataset:
    item = Dataset()
    item.ReferencedSOPClassUID = first.SOPClassUID
    item.ReferencedSOPInstanceUID = first.SOPInstanceUID
    return item
