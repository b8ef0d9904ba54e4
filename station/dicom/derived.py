"""What all objects derived from images share: reports, segmentations, structure sets."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from pydicom import dcmread  # pyright: ignore[reportUnknownVariableType]
from pydicom.dataset import Dataset
from pydicom.sr.codedict import codes
from pydicom.sr.coding import Code
from pydicom.uid import UID, generate_uid

import station
from station.dicom.attributes import PARSE_ERRORS
from station.dicom.save import file_meta, uid_of
from station.errors import DicomError, StationError
from station.pet.sites import PlacedVoi
from station.pet.study import Series
from station.pet.voi import Mask
from station.pet.volume import GRID_TOLERANCE_MM, Geometry
from station.whole_file import writing

MANUFACTURER = "Station"
CHARACTER_SET = "ISO_IR 192"

TYPE_2 = (
    "PatientID",
    "PatientName",
    "PatientBirthDate",
    "PatientSex",
    "AccessionNumber",
    "StudyID",
    "StudyDate",
    "StudyTime",
    "ReferringPhysicianName",
)
"""Attributes of patient and study that every object has, even if empty (PS3.5, 7.4.3)"""

_SITE_WORDS = {
    "aortic arch": "AorticArch",
    "left ventricle": "LeftVentricle",
    "parotid gland": "ParotidGland",
    "bile duct": "BileDuct",
    "lymph node": "LymphNode",
    "subcutaneous tissue": "SubcutaneousTissue",
    "bone": "Bone",
    "brain": "Brain",
    "breast": "Breast",
    "liver": "Liver",
    "lung": "Lung",
    "pancreas": "Pancreas",
    "pharynx": "Pharynx",
    "spleen": "Spleen",
    "thyroid": "Thyroid",
}
"""Site ids and tissue types, and their names in pydicom's dictionary of SNOMED CT"""


@dataclass(frozen=True, eq=False)
class OutlinedVoi:
    """A VOI and its voxels on the grid of the image it is written for."""

    voi: PlacedVoi
    mask: Mask


@dataclass(frozen=True, eq=False)
class NamedMask:
    """One mask from a file of masks."""

    name: str
    mask: Mask


@dataclass(frozen=True, eq=False)
class MaskFile:
    """What a file of masks holds."""

    masks: tuple[NamedMask, ...]
    warnings: tuple[str, ...] = ()
    """What was left out of it and why, one sentence each"""


def anatomic_site(voi: PlacedVoi) -> Code | None:
    """The code of a reference tissue or a lesion's tissue type; None: there is no code for it."""
    word = _SITE_WORDS.get((voi.site or voi.tissue or "").replace("_", " "))
    return None if word is None else getattr(codes.SCT, word)


def tracking_uid(study_uid: str, voi: PlacedVoi) -> str:
    """The UID of a VOI in everything exported of it."""
    return uid_of("voi", study_uid, voi.id)


def items(dataset: Dataset, keyword: str) -> list[Dataset]:
    """The items of a sequence; none where it is missing or empty."""
    value: Any = dataset.get(keyword)
    return list(value or [])


def require_frame_of_reference(series: Series) -> str:
    if not series.frame_of_reference_uid:
        raise StationError(
            f"{series.label}: FrameOfReferenceUID is missing, so no position in it can be given in "
            "DICOM. Export the measurements as CSV."
        )
    return series.frame_of_reference_uid


def require_geometry(series: Series) -> Geometry:
    if series.geometry is None or series.slices is None:
        raise StationError(
            f"{series.label} has no slices that could contain a VOI. Choose another."
        )
    return series.geometry


def require_on_grid(series: Series, outlined: Iterable[OutlinedVoi]) -> Geometry:
    """The series' grid. Raises StationError if a mask is empty or on another grid."""
    geometry = require_geometry(series)
    for roi in outlined:
        if not roi.mask.geometry.same_grid(geometry):
            raise StationError(
                f'VOI "{roi.voi.name}" is not outlined on the grid of {series.label}. Outline it '
                f"there first."
            )
        if not roi.mask.inside.any():
            raise StationError(
                f'VOI "{roi.voi.name}" contains no voxel of {series.label}. Move it or omit it.'
            )
    return geometry


def on_grid(mask: Mask, grid: Geometry) -> Mask:
    """The mask on `grid` if each of its voxels is one of the grid's; else the mask as it is."""
    if mask.geometry.same_grid(grid):
        return replace(mask, geometry=grid)
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
    return replace(mask, inside=inside, geometry=grid)


def source_headers(series: Series, slices: Iterable[int]) -> list[Dataset]:
    """Headers of the files of these slices, each file once; slices never stored are skipped."""
    table = series.slices
    if table is None:
        return []
    paths = dict.fromkeys(table.paths[index] for index in slices if table.paths[index])
    return [_source_header(Path(path)) for path in paths]


def stored_slices(series: Series) -> list[int]:
    return [] if series.slices is None else [int(i) for i in np.flatnonzero(~series.slices.missing)]


def _source_header(path: Path) -> Dataset:
    try:
        header = dcmread(path, stop_before_pixels=True)
    except PARSE_ERRORS as error:
        raise DicomError(
            f"{path} can no longer be read ({error}). Open the study again from where its files "
            f"are now."
        ) from error
    for keyword in TYPE_2:
        if keyword not in header:
            setattr(header, keyword, "")
    return header


def of_a_new_object() -> dict[str, Any]:
    """What highdicom's objects are given that are alone in a new series."""
    return {
        "series_instance_uid": generate_uid(None),
        "sop_instance_uid": generate_uid(None),
        "instance_number": 1,
        "manufacturer": MANUFACTURER,
        "manufacturer_model_name": MANUFACTURER,
        "software_versions": station.__version__,
        "specific_character_set": CHARACTER_SET,
    }


def save(document: Dataset, path: Path) -> None:
    """Write a DICOM file. Raises StationError if that fails."""
    with writing(path):
        document.save_as(path, enforce_file_format=True)


def new_object(
    sop_class: str, source: Dataset, modality: str, series_number: int, description: str
) -> Dataset:
    """An object of Station's own that is no image of the patient's, in a series of its own: whose
    it is and of which study are those of `source`, a header."""
    made = Dataset()
    made.file_meta = file_meta(UID(sop_class))
    made.SpecificCharacterSet = CHARACTER_SET
    made.SOPClassUID = sop_class
    made.SOPInstanceUID = generate_uid(None)
    made.file_meta.MediaStorageSOPInstanceUID = made.SOPInstanceUID
    for keyword in (*TYPE_2, "PatientAge", "PatientSize", "PatientWeight", "StudyDescription"):
        if keyword in source:
            made[keyword] = source[keyword]
    made.StudyInstanceUID = source.StudyInstanceUID
    made.Modality = modality
    made.SeriesInstanceUID = generate_uid(None)
    made.SeriesNumber = series_number
    made.SeriesDescription = description
    made.Manufacturer = MANUFACTURER
    made.ManufacturerModelName = MANUFACTURER
    made.SoftwareVersions = station.__version__
    return made
