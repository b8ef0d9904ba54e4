"""Masks from files of any kind we read: DICOM SEG, RT Structure Set, NIfTI."""

from pathlib import Path

from pydicom import dcmread  # pyright: ignore[reportUnknownVariableType]
from pydicom.uid import RTStructureSetStorage

from station.dicom.attributes import PARSE_ERRORS
from station.dicom.contours import read_rtstruct
from station.dicom.derived import MaskFile, NamedMask, on_grid, require_geometry
from station.dicom.header import lenient
from station.dicom.nifti import read_nifti
from station.dicom.segmentation import read_seg
from station.errors import DicomError
from station.pet.study import Series

NIFTI_ENDINGS = (".nii", ".nii.gz", ".hdr", ".img")


def read_masks(path: Path, series: Series) -> MaskFile:
    """The masks in a file, by their names, to be used on `series`, and what was left out.

    A mask whose voxels coincide with voxels of the series, in any order of axes, is returned on the
    series' own grid; any other keeps its own. Raises DicomError: unreadable, of another kind, drawn
    in another frame of reference, or without a mask that can be used.
    """
    found = _read(path, series)
    if not found.masks:
        reasons = "".join(f" {warning}" for warning in found.warnings)
        raise DicomError(
            f"{path} contains no mask for {series.label}. Choose another file.{reasons}"
        )
    grid = require_geometry(series)
    masks = tuple(NamedMask(named.name, on_grid(named.mask, grid)) for named in found.masks)
    return MaskFile(masks, found.warnings)


def _read(path: Path, series: Series) -> MaskFile:
    if path.name.lower().endswith(NIFTI_ENDINGS):
        return read_nifti(path)
    try:
        with lenient():
            # Structure sets are often stored without the preamble of a DICOM file.
            kind = dcmread(
                path, stop_before_pixels=True, force=True, specific_tags=["SOPClassUID"]
            ).SOPClassUID
    except PARSE_ERRORS as error:
        raise DicomError(
            f"{path} is neither DICOM nor NIfTI (.nii, .nii.gz). Choose another file."
        ) from error
    if kind == RTStructureSetStorage:
        return read_rtstruct(path, series)
    return read_seg(path, series)
