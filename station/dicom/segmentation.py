"""VOIs as DICOM Segmentation: one binary segment for each VOI, on the grid of one image.

Empty slices are not stored, so each frame is placed by its own position when it is read.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import highdicom as hd
import numpy as np
from highdicom.color import CIELabColor
from numpy.typing import NDArray
from pydicom import dcmread  # pyright: ignore[reportUnknownVariableType]
from pydicom.dataset import Dataset
from pydicom.pixels.utils import pixel_array
from pydicom.sr.codedict import codes
from pydicom.sr.coding import Code
from pydicom.uid import UID, SegmentationStorage

import station
from station.dicom.attributes import PARSE_ERRORS, readable
from station.dicom.derived import (
    MaskFile,
    NamedMask,
    OutlinedVoi,
    anatomic_site,
    items,
    of_a_new_object,
    on_grid,
    require_frame_of_reference,
    require_geometry,
    require_on_grid,
    save,
    source_headers,
    stored_slices,
    tracking_uid,
)
from station.dicom.free_text import UNNAMED, free_text, person_name
from station.dicom.header import lenient
from station.errors import DicomError, StationError
from station.pet.sites import SiteKind
from station.pet.study import Series
from station.pet.voi import Isocontour, Mask, Sphere
from station.pet.volume import FloatArray, Geometry

SERIES_NUMBER = 902
LABEL_MAP_SEGMENTATION_STORAGE = UID("1.2.840.10008.5.1.4.1.1.66.7")
SERIAL_NUMBER = "none"
"""A program has no serial number, but the attribute is required"""

OCCUPIED = 0.5
"""A voxel of a fractional segment is inside from this fraction, or this probability"""

STEP_MM = 1e-3
"""Frames whose steps from pixel to pixel differ by more have different grids"""

SHIFT_MM = 0.1
"""Sideways; frames of one grid are exactly above each other"""

OFF_SLICE = 0.1
"""In slices: how far a frame may be from a multiple of the distance that is written"""


def write_seg(series: Series, outlined: Sequence[OutlinedVoi], reader: str, path: Path) -> None:
    """Write the VOIs as segments on the grid of `series`; they may overlap.

    Raises StationError: nothing to write, a mask on another grid or without a voxel, an image that
    cannot be referenced or is tilted, a file that cannot be read or written.
    """
    save(segmentation_of(series, outlined, reader), path)


def segmentation_of(series: Series, outlined: Sequence[OutlinedVoi], reader: str) -> Dataset:
    """The VOIs as segments 1, 2, … of a segmentation, to be saved. Raises as `write_seg` does."""
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
        return hd.seg.Segmentation(
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
        segment_label=free_text(voi.name, "LO") or UNNAMED,
        segmented_property_category=category,
        segmented_property_type=kind,
        algorithm_type="MANUAL" if algorithm is None else "SEMIAUTOMATIC",
        algorithm_identification=algorithm,
        tracking_uid=tracking_uid(series.study_uid, voi),
        tracking_id=free_text(voi.name, "UT") or UNNAMED,
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
        name=free_text(name, "LO"),
        family=codes.cid7162.ManualProcessing,
        version=station.__version__,
    )


# -- reading ---------------------------------------------------------------------------------------


def read_seg(path: Path, series: Series) -> MaskFile:
    """The segments of a segmentation, each frame placed by its own position.

    On the grid of `series` if all frames of a segment are on it, else on the frames' own. Of a
    fractional segment with several fractions the voxels that are at least half inside. A segment
    that cannot be used is left out, with its reason in `warnings`. Raises DicomError: the file is
    not a segmentation, or was drawn in another frame of reference.
    """
    try:
        with lenient():
            dataset = dcmread(path, force=True)
            if dataset.SOPClassUID not in (SegmentationStorage, LABEL_MAP_SEGMENTATION_STORAGE):
                raise DicomError(
                    f"{path} is not a Segmentation but {dataset.SOPClassUID.name}. Choose another "
                    "file."
                )
            _require_frame(path, dataset, series)
            return _Segments(path, dataset, series).read()
    except (*PARSE_ERRORS, RuntimeError) as error:
        raise DicomError(
            f"{path} cannot be read as a Segmentation ({error}). Export it again."
        ) from error


def _require_frame(path: Path, dataset: Dataset, series: Series) -> None:
    frame = str(dataset.get("FrameOfReferenceUID") or "")
    references = items(dataset, "ReferencedSeriesSequence")
    on_image = series.uid in {str(item.get("SeriesInstanceUID", "")) for item in references}
    if frame != series.frame_of_reference_uid and not (on_image and not frame):
        raise DicomError(
            f"{path} was drawn in another frame of reference than that of {series.label}. Choose "
            f"the image it was drawn on."
        )


class _LeftOut(Exception):
    """A segment cannot be used, for the reason given."""


@dataclass(frozen=True, eq=False)
class _Frame:
    """Where one frame is in the patient."""

    corner_mm: FloatArray
    """LPS of the first pixel's centre"""
    steps_mm: FloatArray
    """LPS from row to row, and from column to column, (2, 3)"""
    distances_mm: tuple[float, ...]
    """SpacingBetweenSlices and SliceThickness, as far as they are given"""

    @property
    def normal(self) -> FloatArray:
        along = np.cross(self.steps_mm[1], self.steps_mm[0])
        return along / np.linalg.norm(along)


class _Segments:
    """The segments of one file."""

    def __init__(self, path: Path, dataset: Dataset, series: Series) -> None:
        self._path = path
        self._dataset = dataset
        self._grid = require_geometry(series)
        self._shared = (items(dataset, "SharedFunctionalGroupsSequence") or [Dataset()])[0]
        self._own = items(dataset, "PerFrameFunctionalGroupsSequence")
        self._left_out: list[str] = []
        count = int(str(dataset.get("NumberOfFrames") or len(self._own)))
        if count != len(self._own):
            self._leave_out(
                f"it has {count} frames, but describes {len(self._own)}: the others were left out"
            )
            del self._own[count:]
        self._labels: NDArray[Any] | None = None
        if dataset.get("SegmentationType") == "LABELMAP":
            self._labels = pixel_array(dataset).reshape(-1, dataset.Rows, dataset.Columns)

    def _leave_out(self, sentence: str) -> None:
        self._left_out.append(f"{self._path.name}: {sentence}.")

    def read(self) -> MaskFile:
        masks: list[NamedMask] = []
        described: dict[int, Dataset] = {}
        for item in items(self._dataset, "SegmentSequence"):
            number = _number(item, "SegmentNumber")
            if number is None:
                self._leave_out(f'"{_name(item)}" was left out: it has no number')
            else:
                described[number] = item
        frames = self._frames()
        background = int(str(self._dataset.get("PixelPaddingValue") or 0))
        for number in sorted({*described, *frames}):
            if self._labels is not None and number == background:
                continue
            name = _name(described.get(number, Dataset()), number)
            try:
                masks.append(NamedMask(name, self._mask(number, frames.get(number, []))))
            except _LeftOut as reason:
                self._leave_out(f'"{name}" was left out: {reason}')
            except (*PARSE_ERRORS, RuntimeError) as error:
                self._leave_out(f'"{name}" was left out: it is damaged ({error})')
        return MaskFile(tuple(masks), tuple(self._left_out))

    def _frames(self) -> dict[int, list[int]]:
        """The frames of each segment."""
        frames: dict[int, list[int]] = defaultdict(list)
        for index, own in enumerate(self._own):
            if self._labels is not None:
                for label in np.unique(self._labels[index]).tolist():
                    frames[label].append(index)
            else:
                identity = self._group(own, "SegmentIdentificationSequence")
                number = _number(identity, "ReferencedSegmentNumber")
                if number is None:
                    self._leave_out(f"frame {index + 1} was left out: it names no segment")
                else:
                    frames[number].append(index)
        return frames

    def _group(self, own: Dataset, keyword: str) -> Dataset:
        """The frame's own functional group, or the shared one."""
        return (items(own, keyword) or items(self._shared, keyword) or [Dataset()])[0]

    def _frame(self, number: int) -> _Frame:
        own = self._own[number]
        measures = self._group(own, "PixelMeasuresSequence")
        corner = self._group(own, "PlanePositionSequence").get("ImagePositionPatient")
        orientation = self._group(own, "PlaneOrientationSequence").get("ImageOrientationPatient")
        spacing = measures.get("PixelSpacing")
        if corner is None or orientation is None or spacing is None:
            raise _LeftOut("its frames do not say where they are in the patient")
        along_row, along_column = np.array(orientation, dtype=np.float64).reshape(2, 3)
        row_mm, column_mm = (float(value) for value in spacing)
        if min(row_mm, column_mm) <= 0:
            raise _LeftOut(f"its pixel size, {row_mm:g} × {column_mm:g} mm, is not positive")
        given = (measures.get(word) for word in ("SpacingBetweenSlices", "SliceThickness"))
        return _Frame(
            np.array(corner, dtype=np.float64),
            np.array([along_column * row_mm, along_row * column_mm]),
            tuple(abs(float(value)) for value in given if value),
        )

    def _mask(self, segment: int, numbers: Sequence[int]) -> Mask:
        if not numbers:
            raise _LeftOut("it has no frames")
        pixels, warnings = self._pixels(segment, numbers)
        held = [index for index, plane in enumerate(pixels) if plane.any()]
        if not held:
            raise _LeftOut("it has no voxels")
        pixels = pixels[held]
        frames = [self._frame(numbers[index]) for index in held]
        placed = self._on_image(frames, pixels)
        if placed is not None:
            return Mask(placed, self._grid, self._path.name, warnings)
        inside, geometry = _on_own_grid(frames, pixels)
        return Mask(inside, geometry, self._path.name, warnings)

    def _pixels(
        self, segment: int, numbers: Sequence[int]
    ) -> tuple[NDArray[np.bool_], tuple[str, ...]]:
        """(which pixels are inside, (frames, rows, columns); what was assumed)."""
        if self._labels is not None:
            return self._labels[list(numbers)] == segment, ()
        dataset = self._dataset
        stored = np.stack([self._stored(number) for number in numbers])
        if dataset.get("SegmentationType") != "FRACTIONAL":
            return stored != 0, ()
        fractions = np.unique(stored[stored > 0])
        if len(fractions) <= 1:  # a mask, however large the number it was written with
            return stored > 0, ()
        highest = float(dataset.get("MaximumFractionalValue") or fractions[-1])
        inside = stored >= OCCUPIED * highest
        if not inside.any():
            raise _LeftOut(
                f"its largest fraction is {float(fractions[-1]) / highest:.0%}, and a voxel is "
                f"inside from {OCCUPIED:.0%}"
            )
        return inside, (
            f"The segment is fractional: voxels with at least {OCCUPIED:.0%} were taken.",
        )

    def _stored(self, number: int) -> NDArray[Any]:
        """The values of one frame, (rows, columns)."""
        dataset = self._dataset
        if dataset.BitsAllocated > 1 or dataset.file_meta.TransferSyntaxUID.is_compressed:
            return pixel_array(dataset, index=number)
        # Frames of single bits follow each other without a gap, wherever in a byte they begin.
        size = int(dataset.Rows) * int(dataset.Columns)
        first, past = number * size // 8, ((number + 1) * size + 7) // 8
        packed = np.frombuffer(dataset.PixelData, np.uint8, past - first, first)
        bits = np.unpackbits(packed, bitorder="little")[number * size - first * 8 :][:size]
        return bits.reshape(dataset.Rows, dataset.Columns)

    def _on_image(
        self, frames: Sequence[_Frame], pixels: NDArray[np.bool_]
    ) -> NDArray[np.bool_] | None:
        """The voxels of the image that the pixels are; None: some are not voxels of it."""
        inside = np.zeros(self._grid.shape, dtype=np.bool_)
        axes = self._grid.affine[:3, :3].T
        directions = axes / np.linalg.norm(axes, axis=1, keepdims=True)
        for frame, plane in zip(frames, pixels, strict=True):
            across = axes[np.abs(directions @ frame.normal).argmax()]
            geometry = _geometry(frame, across, (1, *plane.shape))
            placed = on_grid(Mask(plane[None], geometry), self._grid)
            if placed.geometry is not self._grid:
                return None
            inside |= placed.inside
        return inside


def _geometry(frame: _Frame, across_mm: FloatArray, shape: tuple[int, int, int]) -> Geometry:
    affine = np.eye(4)
    affine[:3, :3] = np.column_stack([across_mm, *frame.steps_mm])
    affine[:3, 3] = frame.corner_mm
    return Geometry(shape, affine)


def _on_own_grid(
    frames: Sequence[_Frame], pixels: NDArray[np.bool_]
) -> tuple[NDArray[np.bool_], Geometry]:
    """Voxels and grid, from the first frame to the last; a slice without a frame is empty."""
    first = frames[0]
    if any(not np.allclose(frame.steps_mm, first.steps_mm, atol=STEP_MM) for frame in frames):
        raise _LeftOut("its frames differ in orientation or pixel size")
    offsets = np.array([frame.corner_mm - first.corner_mm for frame in frames])
    along = offsets @ first.normal
    if (np.linalg.norm(offsets - along[:, None] * first.normal, axis=1) > SHIFT_MM).any():
        raise _LeftOut("its frames are shifted against each other")
    slice_mm, slices = _slices(along, first.distances_mm)
    _, rows, columns = pixels.shape
    shape = (int(slices.max()) + 1, rows, columns)
    inside = np.zeros(shape, dtype=np.bool_)
    for index, plane in zip(slices.tolist(), pixels, strict=True):
        inside[index] |= plane
    lowest = frames[int(along.argmin())]
    return inside, _geometry(lowest, slice_mm * first.normal, shape)


def _slices(along_mm: FloatArray, distances_mm: Sequence[float]) -> tuple[float, NDArray[np.intp]]:
    """(distance of slices, slice of each frame from 0 on) of frames at these heights.

    The distance is as written: frames leave out empty slices, so they do not give it.
    """
    heights = along_mm - along_mm.min()
    for distance in distances_mm:
        slices = np.rint(heights / distance)
        if (np.abs(heights / distance - slices) <= OFF_SLICE).all():
            return distance, slices.astype(np.intp)
    if not distances_mm:
        raise _LeftOut(
            "its frames are not on the slices of the image, and their thickness is not given"
        )
    raise _LeftOut(
        "its frames are not on the slices of the image, and not at multiples of their own distance "
        f"({distances_mm[0]:g} mm)"
    )


def _number(dataset: Dataset, keyword: str) -> int | None:
    """A segment's number; None where there is none that can be read."""
    try:
        return int(str(dataset.get(keyword)))
    except ValueError:
        return None


def _name(description: Dataset, number: int | None = None) -> str:
    kind = items(description, "SegmentedPropertyTypeCodeSequence") or [Dataset()]
    names = (
        description.get("TrackingID"),
        description.get("SegmentLabel"),
        description.get("SegmentDescription"),
        kind[0].get("CodeMeaning"),
    )
    plain = (" ".join(readable(str(name or "")).split()) for name in names)
    return next(filter(None, plain), "Segment" if number is None else f"Segment {number}")
