"""VOIs as DICOM Segmentation: one binary segment for each VOI, on the grid of one image.

Empty slices are not stored. Read back, a segmentation has its own grid: from the first to the last
slice in which any segment has a voxel.
"""

from collections.abc import Sequence
from pathlib import Path

import highdicom as hd
import numpy as np
from highdicom.color import CIELabColor
from pydicom import dcmread  # pyright: ignore[reportUnknownVariableType]
from pydicom.sr.codedict import codes
from pydicom.sr.coding import Code
from pydicom.uid import UID, SegmentationStorage

import station
from station.dicom.attributes import PARSE_ERRORS
from station.dicom.derived import (
    NamedMask,
    OutlinedVoi,
    anatomic_site,
    of_a_new_object,
    person_name,
    require_frame_of_reference,
    require_on_grid,
    save,
    source_headers,
    stored_slices,
    tracking_uid,
)
from station.dicom.header import lenient
from station.errors import DicomError, StationError
from station.pet.sites import SiteKind
from station.pet.study import Series
from station.pet.voi import Isocontour, Mask, Sphere
from station.pet.volume import Geometry

SERIES_NUMBER = 902
LABEL_MAP_SEGMENTATION_STORAGE = UID("1.2.840.10008.5.1.4.1.1.66.7")
SERIAL_NUMBER = "none"
"""A program has no serial number, but the attribute is required"""

OCCUPIED = 0.5
"""A voxel of a fractional segment is inside from this fraction, or this probability"""


def write_seg(series: Series, outlined: Sequence[OutlinedVoi], reader: str, path: Path) -> None:
    """Write the VOIs as segments on the grid of `series`; they may overlap.

    Raises StationError: nothing to write, a mask on another grid or without a voxel, an image that
    cannot be referenced or is tilted, a file that cannot be read or written.
    """
    if not outlined:
        raise StationError("There is no VOI to write. Place one first.")
    frame_of_reference = require_frame_of_reference(series)
    geometry = require_on_grid(series, outlined)
    slices = np.flatnonzero(np.any([roi.mask.inside.any(axis=(1, 2)) for roi in outlined], axis=0))
    first, end = int(slices[0]), int(slices[-1]) + 1
    affine = geometry.affine.copy()
    affine[:3, 3] = geometry.to_patient((first, 0, 0))
    segments = np.stack([roi.mask.inside[first:end] for roi in outlined], axis=-1)
    try:
        volume = hd.Volume(
            segments.astype(np.uint8),
            affine,
            coordinate_system="PATIENT",
            frame_of_reference_uid=frame_of_reference,
            channels={"SegmentNumber": range(1, len(outlined) + 1)},
        )
    except ValueError as error:
        raise StationError(
            f"{series.label}: its slices are tilted, and a segmentation needs a right-angled grid. "
            f"Write the VOIs as RT Structure Set."
        ) from error
    with lenient():  # what a scanner wrote incorrectly is passed on unchanged
        stored = stored_slices(series)
        met = [index for index in stored if first <= index < end]
        document = hd.seg.Segmentation(
            source_images=source_headers(series, met or stored[:1]),
            pixel_array=volume,
            segmentation_type="BINARY",
            segment_descriptions=[
                _describe(series, number, roi) for number, roi in enumerate(outlined, start=1)
            ],
            series_number=SERIES_NUMBER,
            device_serial_number=SERIAL_NUMBER,
            content_label="VOIS",
            content_description="VOIs",
            content_creator_name=person_name(reader),
            series_description="VOIs",
            **of_a_new_object(),
        )
        save(document, path)


def _describe(series: Series, number: int, roi: OutlinedVoi) -> hd.seg.SegmentDescription:
    voi = roi.voi
    site = anatomic_site(voi)
    if voi.kind is SiteKind.LESION:
        category, kind = codes.cid7150.MorphologicallyAbnormalStructure, codes.SCT.Lesion
    elif site is not None:
        category, kind = codes.cid7150.AnatomicalStructure, site
    else:
        category = codes.cid7150.SpatialAndRelationalConcept
        kind = Code("111099", "DCM", "Selected region")
    regions = [site] if site is not None and voi.kind is SiteKind.LESION else None
    algorithm = _algorithm(roi)
    return hd.seg.SegmentDescription(
        segment_number=number,
        segment_label=voi.name[:64],
        segmented_property_category=category,
        segmented_property_type=kind,
        algorithm_type="MANUAL" if algorithm is None else "SEMIAUTOMATIC",
        algorithm_identification=algorithm,
        tracking_uid=tracking_uid(series.study_uid, voi),
        tracking_id=voi.name,
        anatomic_regions=regions,
        display_color=CIELabColor.from_rgb(*bytes.fromhex(voi.colour.removeprefix("#"))),
    )


def _algorithm(roi: OutlinedVoi) -> hd.AlgorithmIdentificationSequence | None:
    """What drew the outline; None: the reader's hand."""
    match roi.voi.shape:
        case Sphere():
            return None
        case Isocontour(threshold=threshold):
            name = f"Isocontour, {threshold.rule} {threshold.value:g}"
        case Mask(source=source):
            name = f"Read from {source}" if source else "Read from a file"
    return hd.AlgorithmIdentificationSequence(
        name=name[:64], family=codes.cid7162.ManualProcessing, version=station.__version__
    )


def read_seg(path: Path) -> tuple[tuple[NamedMask, ...], str]:
    """The segments of a segmentation by their names, and its frame of reference.

    For a fractional segment the voxels that are at least half inside. Raises DicomError if the file
    is not a segmentation of regularly spaced slices.
    """
    try:
        with lenient():
            dataset = dcmread(path)
            if dataset.SOPClassUID not in (SegmentationStorage, LABEL_MAP_SEGMENTATION_STORAGE):
                raise DicomError(
                    f"{path} is not a Segmentation but {dataset.SOPClassUID.name}. Choose another "
                    "file."
                )
            segmentation = hd.seg.Segmentation.from_dataset(dataset, copy=False)
            masks = tuple(
                NamedMask(_name(segmentation, number), _mask(segmentation, number, path))
                for number in segmentation.segment_numbers
            )
            return masks, str(dataset.get("FrameOfReferenceUID", ""))
    except (*PARSE_ERRORS, RuntimeError) as error:
        raise DicomError(
            f"{path} cannot be read as a Segmentation ({error}). Export it again."
        ) from error


def _name(segmentation: hd.seg.Segmentation, number: int) -> str:
    description = segmentation.get_segment_description(number)
    return str(description.tracking_id or description.segment_label)


def _mask(segmentation: hd.seg.Segmentation, number: int, path: Path) -> Mask:
    volume = segmentation.get_volume(segment_numbers=[number])
    inside = np.asarray(volume.array)[..., 0] >= OCCUPIED
    shape: tuple[int, int, int] = inside.shape
    return Mask(inside, Geometry(shape, np.asarray(volume.affine, dtype=np.float64)), path.name)
