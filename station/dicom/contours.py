"""VOIs as DICOM RT Structure Set: planar contours on the slices of one image.

A sphere becomes the circles in which the slices cut it. A mask is outlined along its voxels' edges,
so that it reads back voxel for voxel; a slice with a hole is written as parts without one, because
not all programs can read a contour inside a contour.

A voxel is inside if its centre is within an odd number of the contours of its slice.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime
from math import pi, sqrt
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from pydicom import dcmread  # pyright: ignore[reportUnknownVariableType]
from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.uid import (
    UID,
    ExplicitVRLittleEndian,
    RTStructureSetStorage,
    generate_uid,
)

import station
from station.dicom.attributes import PARSE_ERRORS
from station.dicom.derived import (
    CHARACTER_SET,
    MANUFACTURER,
    TYPE_2,
    NamedMask,
    OutlinedVoi,
    person_name,
    require_frame_of_reference,
    require_geometry,
    require_on_grid,
    save,
    source_headers,
    stored_slices,
)
from station.dicom.header import lenient
from station.dicom.save import uid_of
from station.errors import DicomError, StationError
from station.pet.study import Series
from station.pet.voi import Isocontour, Mask, Sphere
from station.pet.volume import FloatArray, Geometry

SERIES_NUMBER = 903
DETACHED_STUDY_MANAGEMENT = UID("1.2.840.10008.3.1.2.3.1")
"""Retired, but structure sets still reference studies with it (PS3.3, C.8.8.5)"""

CIRCLE_POINTS = 90
"""A polygon of this many corners, of its circle's area, is nowhere 0.1 % of the radius off."""

PLANE_TOLERANCE = 0.1
"""In slice distances: a contour farther from every slice was not drawn on this image"""

Loop = FloatArray
"""Corners of a closed polygon, (n, 2) as (row, column) or (n, 3) in LPS mm; the first only once"""

Corner = tuple[int, int]
"""(row, column) of a corner where voxels meet"""


# -- writing ---------------------------------------------------------------------------------------


def write_rtstruct(
    series: Series, outlined: Sequence[OutlinedVoi], reader: str, path: Path
) -> None:
    """Write the VOIs as contours on the slices of `series`; each mask is on its grid.

    Raises StationError: nothing to write, a mask on another grid or without a voxel, an image that
    cannot be referred to, a file that cannot be read or written.
    """
    if not outlined:
        raise StationError("There is no VOI to write. Place one first.")
    require_geometry(series)
    frame_of_reference = require_frame_of_reference(series)
    geometry = require_on_grid(series, outlined)
    with lenient():  # what a scanner wrote incorrectly is passed on unchanged
        headers = source_headers(series, stored_slices(series))
        by_uid = {str(header.SOPInstanceUID): header for header in headers}
        document = _head(headers[0], reader)
        document.FrameOfReferenceUID = frame_of_reference
        document.PositionReferenceIndicator = ""
        document.ReferencedFrameOfReferenceSequence = [
            _item(
                FrameOfReferenceUID=frame_of_reference,
                RTReferencedStudySequence=[
                    _item(
                        ReferencedSOPClassUID=DETACHED_STUDY_MANAGEMENT,
                        ReferencedSOPInstanceUID=series.study_uid,
                        RTReferencedSeriesSequence=[
                            _item(
                                SeriesInstanceUID=series.uid,
                                ContourImageSequence=[_reference(header) for header in headers],
                            )
                        ],
                    )
                ],
            )
        ]
        document.StructureSetROISequence = [
            _item(
                ROINumber=number,
                ReferencedFrameOfReferenceUID=frame_of_reference,
                ROIName=roi.voi.name[:64],
                ROIDescription=_description(roi),
                ROIGenerationAlgorithm=_generation(roi),
            )
            for number, roi in enumerate(outlined, start=1)
        ]
        document.ROIContourSequence = [
            _item(
                ROIDisplayColor=[*bytes.fromhex(roi.voi.colour.removeprefix("#"))],
                ReferencedROINumber=number,
                ContourSequence=_contours(series, geometry, roi, by_uid),
            )
            for number, roi in enumerate(outlined, start=1)
        ]
        document.RTROIObservationsSequence = [
            _item(
                ObservationNumber=number,
                ReferencedROINumber=number,
                RTROIInterpretedType="",
                ROIInterpreter=person_name(reader),
            )
            for number in range(1, len(outlined) + 1)
        ]
        save(document, path)


def _head(source: Dataset, reader: str) -> Dataset:
    """Patient and study as in the image, plus our own attributes."""
    now = datetime.now()
    document = Dataset()
    document.SpecificCharacterSet = CHARACTER_SET
    for keyword in (*TYPE_2, "StudyInstanceUID", "StudyDescription", "PatientAge"):
        if keyword in source:
            document[keyword] = source[keyword]
    document.SOPClassUID = RTStructureSetStorage
    document.SOPInstanceUID = generate_uid(None)
    document.SeriesInstanceUID = generate_uid(None)
    document.SeriesNumber = SERIES_NUMBER
    document.InstanceNumber = 1
    document.Modality = "RTSTRUCT"
    document.SeriesDescription = "VOIs"
    document.OperatorsName = person_name(reader)
    document.Manufacturer = document.ManufacturerModelName = MANUFACTURER
    document.SoftwareVersions = station.__version__
    document.StructureSetLabel = "VOIs"
    document.StructureSetDate = document.InstanceCreationDate = now.strftime("%Y%m%d")
    document.StructureSetTime = document.InstanceCreationTime = now.strftime("%H%M%S")
    document.ApprovalStatus = "UNAPPROVED"
    document.file_meta = FileMetaDataset()
    document.file_meta.TransferSyntaxUID = ExplicitVRLittleEndian
    document.file_meta.MediaStorageSOPClassUID = RTStructureSetStorage
    document.file_meta.MediaStorageSOPInstanceUID = document.SOPInstanceUID
    document.file_meta.ImplementationClassUID = UID(uid_of("implementation"))
    return document


def _item(**values: object) -> Dataset:
    item = Dataset()
    for keyword, value in values.items():
        setattr(item, keyword, value)
    return item


def _reference(header: Dataset) -> Dataset:
    return _item(
        ReferencedSOPClassUID=header.SOPClassUID, ReferencedSOPInstanceUID=header.SOPInstanceUID
    )


def _description(roi: OutlinedVoi) -> str:
    match roi.voi.shape:
        case Sphere(volume_ml=volume_ml):
            return f"Sphere of {volume_ml:g} mL"
        case Isocontour(threshold=threshold):
            return f"Isocontour, {threshold.rule} {threshold.value:g}"
        case Mask(source=source):
            return source


def _generation(roi: OutlinedVoi) -> str:
    """MANUAL, SEMIAUTOMATIC, or empty if the origin of a mask is unknown."""
    match roi.voi.shape:
        case Sphere():
            return "MANUAL"
        case Isocontour():
            return "SEMIAUTOMATIC"
        case Mask():
            return ""


def _contours(
    series: Series, geometry: Geometry, roi: OutlinedVoi, headers: dict[str, Dataset]
) -> list[Dataset]:
    assert series.slices is not None
    contours: list[Dataset] = []
    for index in range(geometry.shape[0]):
        header = headers.get(series.slices.sop_uids[index])
        for loop in _loops_on_slice(roi, geometry, index):
            contour = _item(
                ContourGeometricType="CLOSED_PLANAR",
                NumberOfContourPoints=len(loop),
                ContourData=[f"{value:.5f}" for value in loop.ravel()],
            )
            if header is not None:
                contour.ContourImageSequence = [_reference(header)]
            contours.append(contour)
    if not contours:
        raise StationError(
            f'VOI "{roi.voi.name}" is between two slices of {series.label}. Move or enlarge it.'
        )
    return contours


def _loops_on_slice(roi: OutlinedVoi, geometry: Geometry, index: int) -> list[Loop]:
    """Closed polygons of the VOI on one slice, in LPS mm."""
    if isinstance(roi.voi.shape, Sphere):
        circle = _circle(roi.voi.shape, geometry, index)
        return [] if circle is None else [circle]
    return [
        geometry.to_patient(np.column_stack([np.full(len(loop), index), loop]))
        for loop in outline(roi.mask.inside[index])
    ]


def _circle(sphere: Sphere, geometry: Geometry, index: int) -> Loop | None:
    """The circle in which a slice's plane cuts a sphere, as a polygon of the same area."""
    along_row, along_column = (_unit(geometry.affine[:3, axis]) for axis in (2, 1))
    normal = _unit(np.cross(along_row, along_column))
    along_column = np.cross(normal, along_row)
    distance = float(normal @ (geometry.to_patient((index, 0, 0)) - sphere.centre_mm))
    squared = sphere.radius_mm**2 - distance**2
    if squared <= 0:
        return None
    step = 2 * pi / CIRCLE_POINTS
    angles = np.arange(CIRCLE_POINTS)[:, None] * step
    radius = sqrt(squared * step / np.sin(step))
    centre = np.asarray(sphere.centre_mm) + distance * normal
    return centre + radius * (np.cos(angles) * along_row + np.sin(angles) * along_column)


def _unit(vector: FloatArray) -> FloatArray:
    return vector / np.linalg.norm(vector)


def outline(inside: NDArray[np.bool_]) -> list[Loop]:
    """Polygons (row, column) along the voxels' edges of one slice; none is inside another."""
    loops = _trace(inside)
    hole = next((loop for loop in loops if _signed_area(loop) < 0), None)
    if hole is None:
        return loops
    cut = int(np.ceil(hole[:, 0].min())) + 1  # below the hole's first row: both parts open it
    upper, lower = inside.copy(), inside.copy()
    upper[cut:] = False
    lower[:cut] = False
    return outline(upper) + outline(lower)


def _trace(inside: NDArray[np.bool_]) -> list[Loop]:
    """All boundaries, with the voxels to the right: outer ones and holes run in opposite senses."""
    padded = np.pad(inside, 1)
    ways: dict[Corner, list[Corner]] = defaultdict(list)
    # Corner (r, c) is the upper left one of voxel (r, c); each edge of a voxel runs clockwise.
    for (dr, dc), start, end in (
        ((-1, 0), (0, 0), (0, 1)),
        ((0, 1), (0, 1), (1, 1)),
        ((1, 0), (1, 1), (1, 0)),
        ((0, -1), (1, 0), (0, 0)),
    ):
        neighbour = np.roll(padded, (-dr, -dc), axis=(0, 1))[1:-1, 1:-1]
        for r, c in np.argwhere(inside & ~neighbour):
            ways[r + start[0], c + start[1]].append((int(r + end[0]), int(c + end[1])))
    loops: list[Loop] = []
    while ways:
        first = next(iter(ways))
        loop, before = [first], first
        here = _leave(ways, first, None)
        while here != first:
            loop.append(here)
            before, here = here, _leave(ways, here, before)
        loops.append(_corners(np.array(loop, dtype=np.float64)) - 0.5)
    return loops


def _leave(ways: dict[Corner, list[Corner]], here: Corner, before: Corner | None) -> Corner:
    """The next corner after `here`; where two voxels touch at a corner, stay on the same voxel."""
    ends = ways[here]
    onward = ends[0]
    if before is not None and len(ends) > 1:
        to_the_right = here[0] + (here[1] - before[1]), here[1] - (here[0] - before[0])
        onward = next(end for end in ends if end == to_the_right)
    ends.remove(onward)
    if not ends:
        del ways[here]
    return onward


def _corners(loop: FloatArray) -> FloatArray:
    """The points at which a closed path turns."""
    return loop[
        ((loop - np.roll(loop, 1, axis=0)) != (np.roll(loop, -1, axis=0) - loop)).any(axis=1)
    ]


def _signed_area(loop: Loop) -> float:
    """Signed area of a polygon (row, column): positive if clockwise as displayed."""
    row, column = loop.T
    return float((column * np.roll(row, -1) - np.roll(column, -1) * row).sum() / 2)


# -- reading ---------------------------------------------------------------------------------------


def read_rtstruct(path: Path, series: Series) -> tuple[NamedMask, ...]:
    """The regions with closed contours of a structure set, on the grid of `series`.

    Raises DicomError: the file is not a structure set, or was drawn in another frame of reference
    or on other slices.
    """
    geometry = require_geometry(series)
    try:
        with lenient():
            document = dcmread(path)
            if document.SOPClassUID != RTStructureSetStorage:
                raise DicomError(
                    f"{path} is not an RT Structure Set but {document.SOPClassUID.name}. Choose "
                    "another file."
                )
            rois = {roi.ROINumber: roi for roi in document.StructureSetROISequence}
            masks: list[NamedMask] = []
            for contours in document.get("ROIContourSequence", []):
                roi = rois[contours.ReferencedROINumber]
                loops = [
                    np.array(contour.ContourData, dtype=np.float64).reshape(-1, 3)
                    for contour in contours.get("ContourSequence", [])
                    if contour.ContourGeometricType in ("CLOSED_PLANAR", "CLOSEDPLANAR_XOR")
                ]
                if loops:
                    _require_frame(path, roi, series)
                    name = str(roi.get("ROIName", ""))
                    masks.append(NamedMask(name, _mask(path, name, loops, geometry)))
            return tuple(masks)
    except PARSE_ERRORS as error:
        raise DicomError(
            f"{path} cannot be read as an RT Structure Set ({error}). Export it again."
        ) from error


def _require_frame(path: Path, roi: Dataset, series: Series) -> None:
    frame = str(roi.get("ReferencedFrameOfReferenceUID", ""))
    if frame != series.frame_of_reference_uid:
        raise DicomError(
            f'{path}: "{roi.get("ROIName", "")}" was drawn in another frame of reference than that '
            f"of {series.label}. Choose the image it was drawn on."
        )


def _mask(path: Path, name: str, loops: Iterable[Loop], geometry: Geometry) -> Mask:
    inside = np.zeros(geometry.shape, dtype=np.bool_)
    outside = 0
    for loop in loops:
        index = geometry.to_index(loop)
        place = int(np.rint(index[:, 0].mean()))
        if (np.abs(index[:, 0] - place) > PLANE_TOLERANCE).any():
            raise DicomError(
                f'{path}: a contour of "{name}" is between the slices of the image. Choose the '
                f"image it was drawn on."
            )
        if 0 <= place < geometry.shape[0]:
            inside[place] ^= fill(index[:, 1:], geometry.shape[1:])
        else:
            outside += 1
    left_out = f", {outside} contours outside the image left out" if outside else ""
    return Mask(inside, geometry, f"{path.name}{left_out}")


def fill(loop: Loop, shape: tuple[int, int]) -> NDArray[np.bool_]:
    """Pixels whose centre is in a polygon (row, column), bool (rows, columns)."""
    rows, columns = shape
    crossings = np.zeros((rows, columns + 1), dtype=np.bool_)
    for (r0, c0), (r1, c1) in zip(loop, np.roll(loop, -1, axis=0), strict=True):
        # Half open, so that a corner on a row of centres counts for only one of its two edges.
        low, high = np.ceil(min(r0, r1)), np.ceil(max(r0, r1))
        crossed = np.arange(max(low, 0), min(high, rows), dtype=np.intp)
        if len(crossed):
            at = np.ceil(c0 + (crossed - r0) * (c1 - c0) / (r1 - r0))
            crossings[crossed, np.clip(at, 0, columns).astype(np.intp)] ^= True
    # A pixel is inside if an odd number of edges was crossed on the way to it.
    return np.logical_xor.accumulate(crossings, axis=1)[:, :-1]
