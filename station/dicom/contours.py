"""VOIs as DICOM RT Structure Set: planar contours on the slices of one image.

A sphere becomes the circles in which the slices cut it. A mask is outlined along its voxels' edges,
so that it reads back voxel for voxel; a slice with a hole is written as parts without one, because
not all programs can read a contour inside a contour.

How contours are read is in `station.dicom.filling`.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from pydicom import dcmread  # pyright: ignore[reportUnknownVariableType]
from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.multival import MultiValue
from pydicom.uid import (
    UID,
    ExplicitVRLittleEndian,
    RTStructureSetStorage,
    generate_uid,
)

import station
from station.dicom.attributes import PARSE_ERRORS, readable
from station.dicom.derived import (
    CHARACTER_SET,
    MANUFACTURER,
    TYPE_2,
    MaskFile,
    NamedMask,
    OutlinedVoi,
    items,
    require_frame_of_reference,
    require_geometry,
    require_on_grid,
    save,
    source_headers,
    stored_slices,
)
from station.dicom.filling import ON_PATH, ON_PATH_AT_MOST, Loop, Plane, fill_planes
from station.dicom.free_text import UNNAMED, free_text, person_name
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
"""In slice distances: how far a contour on a slice may be from it, as a whole or at one point"""

SAME_PLANE_MM = 0.1
"""Contours no farther apart than this are on one plane; no slice is this thin"""

SEVERAL_SLICES = 1.5
"""Contours that are thicker than so many slices fill more than the slice that they are on"""

LARGEST_THICKNESS_MM = 10.0
"""Contours farther apart than this are not those of neighbouring slices"""

CLOSED = ("CLOSED_PLANAR", "CLOSEDPLANAR_XOR", "INTERPOLATED_PLANAR")
"""Types of contours that enclose a region"""

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
                ROIName=free_text(roi.voi.name, "LO") or UNNAMED,
                ROIDescription=free_text(_description(roi), "ST"),
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
    step = 2 * math.pi / CIRCLE_POINTS
    angles = np.arange(CIRCLE_POINTS)[:, None] * step
    radius = math.sqrt(squared * step / np.sin(step))
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


def read_rtstruct(path: Path, series: Series) -> MaskFile:
    """The regions with closed contours of a structure set, on the grid of `series`.

    A region that cannot be used is left out, with its reason in `warnings`. Raises DicomError: the
    file is not a structure set.
    """
    geometry = require_geometry(series)
    try:
        with lenient():
            document = dcmread(path, force=True)
            if document.SOPClassUID != RTStructureSetStorage:
                raise DicomError(
                    f"{path} is not an RT Structure Set but {document.SOPClassUID.name}. Choose "
                    "another file."
                )
            rois: defaultdict[int | None, list[Dataset]] = defaultdict(list)
            for roi in items(document, "StructureSetROISequence"):
                rois[_number(roi, "ROINumber")].append(roi)
            drawn: dict[int | None, list[Dataset]] = {number: [] for number in rois}
            for item in items(document, "ROIContourSequence"):
                contours = drawn.setdefault(_number(item, "ReferencedROINumber"), [])
                contours += items(item, "ContourSequence")
            return _regions(path, document, rois, drawn, series, geometry)
    except PARSE_ERRORS as error:
        raise DicomError(
            f"{path} cannot be read as an RT Structure Set ({error}). Export it again."
        ) from error


def _number(dataset: Dataset, keyword: str) -> int | None:
    """A region's number; None where there is none that can be read."""
    try:
        return int(str(dataset.get(keyword)))
    except ValueError:
        return None


class _LeftOut(Exception):
    """A region cannot be used, for the reason given."""


@dataclass(frozen=True, eq=False)
class _Contour:
    """One closed contour on the grid of the image."""

    height: float
    """Fractional slice"""
    loop: Loop
    """(n, 2) as (row, column)"""
    is_xor: bool
    decimals: int
    """With which its coordinates were written"""
    thickness_mm: float | None
    """As written"""
    on_image: bool
    """Whether it names a slice of the image as the one it was drawn on"""


@dataclass(frozen=True, eq=False)
class _Region:
    name: str
    contours: tuple[_Contour, ...]
    warnings: tuple[str, ...]


def _regions(
    path: Path,
    document: Dataset,
    rois: dict[int | None, list[Dataset]],
    drawn: dict[int | None, list[Dataset]],
    series: Series,
    geometry: Geometry,
) -> MaskFile:
    slices = frozenset(series.slices.sop_uids) if series.slices else frozenset[str]()
    regions: list[_Region] = []
    left_out: list[str] = []
    without: list[str] = []
    for number, contours in drawn.items():
        listed = rois.get(number) or [Dataset()]
        unnamed = "ROI" if number is None else f"ROI {number}"
        names = [
            " ".join(readable(str(roi.get("ROIName") or "")).split()) or unnamed for roi in listed
        ]
        if number is None:
            left_out += [
                f'{path.name}: "{name}" was left out: it has no number, so it is unknown which '
                f"{'contours are its own' if number in rois else 'region its contours are'}."
                for name in names
            ]
            continue
        if len(listed) > 1:
            left_out += [
                f'{path.name}: "{name}" was left out: its number, {number}, is also that of '
                "another region, so it is unknown whose the contours are."
                for name in names
            ]
            continue
        roi, name = listed[0], names[0]
        if not contours:
            without.append(f'"{name}"')
            continue
        try:
            if number not in rois:
                raise _LeftOut("it has contours but is not listed in the structure set")
            closed, skipped = _closed(contours, geometry, slices)
            remark = _frame_remark(document, roi, closed, series)
            regions.append(_Region(name, closed, tuple(filter(None, (skipped, remark)))))
        except _LeftOut as reason:
            left_out.append(f'{path.name}: "{name}" was left out: {reason}.')
        except PARSE_ERRORS as error:
            left_out.append(f'{path.name}: "{name}" was left out: it is damaged ({error}).')
    if without:
        left_out.append(f"{path.name}: without contours: {', '.join(without)}.")
    usual_mm = _usual_mm(regions, geometry)
    masks: list[NamedMask] = []
    for region in regions:
        try:
            masks.append(NamedMask(region.name, _mask(path, region, geometry, usual_mm)))
        except _LeftOut as reason:
            left_out.append(f'{path.name}: "{region.name}" was left out: {reason}.')
    return MaskFile(tuple(masks), tuple(left_out))


def _closed(
    contours: Iterable[Dataset], geometry: Geometry, slices: frozenset[str]
) -> tuple[tuple[_Contour, ...], str]:
    """The closed contours, and what is to be said of the others."""
    closed: list[_Contour] = []
    others: Counter[str] = Counter()
    for contour in contours:
        kind = str(contour.get("ContourGeometricType") or CLOSED[0]).upper()
        if kind not in CLOSED:
            others[kind] += 1
            continue
        written = [str(value) for value in _values(contour.get("ContourData"))]
        while written and not written[-1].strip():  # a separator after the last number
            del written[-1]
        points = np.array(written, dtype=np.float64).reshape(-1, 3)
        if not len(points):
            others["empty"] += 1
            continue
        if not np.isfinite(points).all():
            raise _LeftOut("a contour has a coordinate that is not a number")
        index = geometry.to_index(points)
        height = float(index[:, 0].mean())
        if (np.abs(index[:, 0] - height) > PLANE_TOLERANCE).any():
            raise _LeftOut("its contours are not parallel to the slices of the image")
        images = items(contour, "ContourImageSequence")
        named = {str(image.get("ReferencedSOPInstanceUID", "")) for image in images}
        thickness = abs(float(contour.get("ContourSlabThickness") or 0))
        if not math.isfinite(thickness):
            raise _LeftOut("the thickness of a contour is not a number")
        closed.append(
            _Contour(
                height,
                index[:, 1:],
                kind == CLOSED[1],
                max(map(_decimals, written)),
                thickness or None,
                bool(named & slices),
            )
        )
    if not closed:
        kinds = ", ".join(others)
        raise _LeftOut(f"it has no closed contour, only {kinds}, which encloses no region")
    if not others:
        return tuple(closed), ""
    listed = ", ".join(f"{count} {kind}" for kind, count in others.items())
    return tuple(closed), f"Not used, as they enclose no region: {listed} contours."


def _values(value: Any) -> list[Any]:
    """The values of an attribute, where there may be one or none."""
    if isinstance(value, MultiValue):
        return [*value]
    return [] if value is None else [value]


def _decimals(number: str) -> int:
    """Digits after the point; many where the number has an exponent."""
    return 9 if "e" in number.lower() else len(number.strip().partition(".")[2])


def _frame_remark(
    document: Dataset, roi: Dataset, contours: Sequence[_Contour], series: Series
) -> str:
    """What is to be said of the frame of reference that a region was drawn in.

    The region's own, else the file's. Contours that name slices of the image were drawn on it,
    whether or not the frame says so.
    """
    frames = [roi.get("ReferencedFrameOfReferenceUID"), document.get("FrameOfReferenceUID")]
    referenced = items(document, "ReferencedFrameOfReferenceSequence")
    if len(referenced) == 1:
        frames.append(referenced[0].get("FrameOfReferenceUID"))
    frame = next((str(uid) for uid in frames if uid), "")
    on_image = all(contour.on_image for contour in contours)
    if frame == series.frame_of_reference_uid and (frame or on_image):
        return ""
    if not on_image:
        raise _LeftOut(
            f"it was drawn in another frame of reference than that of {series.label}"
            if frame
            else "nothing says in which frame of reference it was drawn"
        )
    if not frame:
        return ""
    return (
        "Its contours name slices of this image, but another frame of reference: it was taken as "
        "drawn on this image."
    )


def _slice_mm(geometry: Geometry) -> float:
    """Distance of neighbouring slices, perpendicular to them."""
    return 1 / float(np.linalg.norm(geometry.inverse[0, :3]))


def _heights(region: _Region, geometry: Geometry) -> list[list[_Contour]]:
    """The contours of each plane, from the first to the last."""
    planes: list[list[_Contour]] = []
    for contour in sorted(region.contours, key=lambda contour: contour.height):
        if planes and contour.height - planes[-1][0].height <= SAME_PLANE_MM / _slice_mm(geometry):
            planes[-1].append(contour)
        else:
            planes.append([contour])
    return planes


def _own_mm(region: _Region, geometry: Geometry) -> float | None:
    """The thickness of a region's contours: as written, else the distance usual between them.

    A quarter of the distances are at most this: gaps do not count, nor do two lesions.
    """
    written = [contour.thickness_mm for contour in region.contours if contour.thickness_mm]
    if written:
        return float(np.median(written))
    if all(contour.on_image for contour in region.contours):
        return _slice_mm(geometry)
    heights = [plane[0].height for plane in _heights(region, geometry)]
    distances = np.diff(heights) * _slice_mm(geometry)
    usual = float(np.percentile(distances, 25, method="lower")) if len(distances) else np.inf
    return usual if usual <= LARGEST_THICKNESS_MM else None


def _usual_mm(regions: Sequence[_Region], geometry: Geometry) -> float:
    """The thickness of a contour that is alone: that of the file's other regions, or a slice's."""
    known = [own for region in regions if (own := _own_mm(region, geometry)) is not None]
    return float(np.median(known)) if known else _slice_mm(geometry)


def _mask(path: Path, region: _Region, geometry: Geometry, usual_mm: float) -> Mask:
    slice_mm = _slice_mm(geometry)
    thickness_mm = _own_mm(region, geometry) or usual_mm
    planes = [
        Plane(
            float(np.mean([contour.height for contour in plane])),
            tuple(contour.loop for contour in plane),
            any(contour.is_xor for contour in plane),
            _on_path(plane, geometry),
        )
        for plane in _heights(region, geometry)
    ]
    filled = fill_planes(planes, thickness_mm / slice_mm, geometry.shape)
    if not filled.inside.any():
        beyond = filled.outside == len(planes) or _is_aside(planes, geometry)
        raise _LeftOut("it is outside the image" if beyond else "it encloses no voxel's centre")

    def places(heights: Iterable[float]) -> str:
        normal = _unit(geometry.inverse[0, :3])
        axis = int(np.abs(normal).argmax())
        at = [geometry.to_patient((height, 0, 0))[axis] for height in heights]
        return f"{'LPS'[axis]} " + " and ".join(f"{value:.1f}" for value in at)

    warnings = [*region.warnings]
    off = [abs(plane.height - round(plane.height)) for plane in planes]
    if filled.between is not None:
        warnings.append(
            f"Its contours ({places([filled.between])} mm) are between two slices of the image; "
            "the nearest slice was taken."
        )
    elif max(off) > PLANE_TOLERANCE:
        warnings.append(
            f"Its contours, {thickness_mm:.3g} mm thick, are not on the image's slices of "
            f"{slice_mm:.3g} mm: each slice has the contours nearest to it."
        )
    elif thickness_mm > SEVERAL_SLICES * slice_mm:
        warnings.append(
            f"Its contours, {thickness_mm:.3g} mm thick, are on some of the image's slices of "
            f"{slice_mm:.3g} mm: the others have the contours nearest to them."
        )
    warnings += [
        f"No contours between {places(gap)} mm: the gap was filled from both sides."
        for gap in filled.bridged
    ]
    warnings += [
        f"No contours between {places(gap)} mm: the gap was left empty."
        for gap in filled.left_empty
    ]
    if filled.outside:
        warnings.append(
            f"{filled.outside} of the {len(planes)} planes with its contours are outside the image "
            "and were left out."
        )
    if any(_extends(loop, geometry) for plane in planes for loop in plane.loops):
        warnings.append(
            "Its contours extend beyond the image's edge: only what is inside was taken."
        )
    return Mask(filled.inside, geometry, path.name, tuple(warnings))


def _on_path(plane: Sequence[_Contour], geometry: Geometry) -> float:
    """In pixels: how far from a path a centre may be that is on it, for the path was rounded."""
    rounding_mm = 0.5 * 10.0 ** -min(contour.decimals for contour in plane)
    return min(ON_PATH + rounding_mm / min(geometry.spacing_mm[1:]), ON_PATH_AT_MOST)


def _extends(loop: Loop, geometry: Geometry) -> bool:
    edge = np.array(geometry.shape[1:]) - 0.5
    return bool((loop < -0.5 - ON_PATH_AT_MOST).any() or (loop > edge + ON_PATH_AT_MOST).any())


def _is_aside(planes: Sequence[Plane], geometry: Geometry) -> bool:
    """Whether every contour is beyond one edge of the slices."""
    edge = np.array(geometry.shape[1:]) - 0.5
    loops = [loop for plane in planes for loop in plane.loops]
    return all(((loop < -0.5).all(axis=0) | (loop > edge).all(axis=0)).any() for loop in loops)
