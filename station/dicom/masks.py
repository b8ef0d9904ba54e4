"""Masks from files of any kind we read: DICOM SEG, RT Structure Set, NIfTI."""

from pathlib import Path

import numpy as np
from pydicom import dcmread  # pyright: ignore[reportUnknownVariableType]
from pydicom.uid import RTStructureSetStorage

from station.dicom.attributes import PARSE_ERRORS
from station.dicom.contours import read_rtstruct
from station.dicom.derived import NamedMask, require_geometry
from station.dicom.header import lenient
from station.dicom.nifti import read_nifti
from station.dicom.segmentation import read_seg
from station.errors import DicomError
from station.pet.study import Series
from station.pet.voi import Mask
from station.pet.volume import GRID_TOLERANCE_MM, Geometry

NIFTI_ENDINGS = (".nii", ".nii.gz", ".hdr", ".img")


def read_masks(path: Path, series: Series) -> tuple[NamedMask, ...]:
    """The masks in a file, by their names, to be used on `series`.

    A mask whose voxels coincide with voxels of the series, in any order of axes, is returned on the
    series' own grid; any other keeps its own. Raises DicomError: unreadable, empty, of another
    kind, or drawn in another frame of reference.
    """
    masks = _read(path, series)
    if not masks:
        raise DicomError(f"{path} contains no mask. Choose another file.")
    grid = require_geometry(series)
    return tuple(NamedMask(named.name, on_grid(named.mask, grid)) for named in masks)


def _read(path: Path, series: Series) -> tuple[NamedMask, ...]:
    if path.name.lower().endswith(NIFTI_ENDINGS):
        return read_nifti(path)
    try:
        with lenient():
            kind = dcmread(path, specific_tags=["SOPClassUID"], stop_before_pixels=True).SOPClassUID
    except PARSE_ERRORS as error:
        raise DicomError(
            f"{path} is neither DICOM nor NIfTI (.nii, .nii.gz). Choose another file."
        ) from error
    if kind == RTStructureSetStorage:
        return read_rtstruct(path, series)
    masks, frame_of_reference = read_seg(path)
    if frame_of_reference != series.frame_of_reference_uid:
        raise DicomError(
            f"{path} was drawn in another frame of reference than that of {series.label}. Choose "
            f"the image it was drawn on."
        )
    return masks


def on_grid(mask: Mask, grid: Geometry) -> Mask:
    """The mask on `grid` if each of its voxels is one of the grid's; else the mask as it is."""
    if mask.geometry.same_grid(grid):
        return Mask(mask.inside, grid, mask.source)
    indices = np.argwhere(mask.inside)
    places = grid.to_index(mask.geometry.to_patient(indices))
    nearest = np.rint(places)
    off_mm = np.linalg.norm((places - nearest) @ grid.affine[:3, :3].T, axis=1)
    steps = grid.inverse[:3, :3] @ mask.geometry.affine[:3, :3]
    same_voxels = np.allclose(np.abs(steps).sum(axis=0), 1, atol=1e-3) and np.allclose(
        np.abs(steps).max(axis=0), 1, atol=1e-3
    )
    held = ((nearest >= 0) & (nearest < grid.shape)).all()
    if not same_voxels or not held or (off_mm > GRID_TOLERANCE_MM).any():
        return mask
    inside = np.zeros(grid.shape, dtype=np.bool_)
    inside[tuple(nearest.astype(np.intp).T)] = True
    return Mask(inside, grid, mask.source)
