"""Frames of one SeriesInstanceUID → the images in it, with their facts and peculiarities."""

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

import numpy as np
from numpy.typing import NDArray

from station.dicom import facts, stack
from station.dicom.attributes import Attributes
from station.dicom.frames import Frame
from station.dicom.pixels import MAX_IMAGE_BYTES, array_dtype
from station.errors import DicomError
from station.pet.study import Series, SliceTable, SuvFacts
from station.pet.volume import Geometry, Unit

SEPARATING = (
    "ImageType",
    "Units",
    "CorrectedImage",
    "ReconstructionMethod",
    "ConvolutionKernel",
    "EchoTime",
    "StackID",
    "TemporalPositionIdentifier",
    "TemporalPositionIndex",
    "TriggerTime",
    "FrameReferenceTime",
    "ImageIndex",
    "AcquisitionNumber",
    "AcquisitionTime",
)
"""What may distinguish the images of one series, in the order tried: what was reconstructed first,
then echo and stack, then time. ImageIndex (0054,1330) counts through the frames by
NumberOfSlices."""

WORDS = {
    "EchoTime": "echo",
    "StackID": "stack",
    "TemporalPositionIdentifier": "frame",
    "TemporalPositionIndex": "frame",
    "TriggerTime": "gate",
    "FrameReferenceTime": "frame",
    "ImageIndex": "frame",
    "AcquisitionNumber": "acquisition",
    "AcquisitionTime": "frame",
    "pass": "pass",
}
"""What images are called that an attribute distinguishes; "image" for any other attribute."""


@dataclass(frozen=True)
class _Part:
    """Frames that make one image, or the phrase why not."""

    frames: list[Frame]
    grid: stack.Grid | None = None
    problem: str | None = None
    marks: tuple[tuple[str, Hashable], ...] = ()
    remarks: tuple[str, ...] = ()


def images_of(frames: list[Frame], series_of: Mapping[str, str]) -> list[Series]:
    """The images of one SeriesInstanceUID, a `Series` for each.

    `series_of` gives the SeriesInstanceUID of every SOP instance of the scan.
    """
    layouts = _by_plane(frames)
    parts = [part for layout in layouts for part in _parts(layout)]
    if len(layouts) > 1:
        remark = (
            f"it holds images of {len(layouts)} kinds that differ in matrix, pixel size, "
            "orientation, pixel format or frame of reference; they are shown separately"
        )
        parts = [replace(part, remarks=(remark, *part.remarks)) for part in parts]
    return [
        _build(part, number, len(parts), _name(part, parts), series_of)
        for number, part in enumerate(parts, 1)
    ]


def _by_plane(frames: Sequence[Frame]) -> list[list[Frame]]:
    """Frames that may lie on one grid.

    They are parallel and have the same matrix, pixel size, pixel format and frame of reference.
    """
    groups: list[list[Frame]] = []
    exact: dict[Hashable, list[Frame]] = {}
    for frame in frames:
        plane = (
            frame.format,
            frame.orientation,
            frame.spacing_mm,
            frame.attributes.encoded("FrameOfReferenceUID"),
            facts.modality_of(frame.attributes),
        )
        group = exact.get(plane) or next((g for g in groups if _same_plane(g[0], frame)), None)
        if group is None:
            groups.append(group := list[Frame]())
        exact[plane] = group
        group.append(frame)
    return groups


def _same_plane(frame: Frame, other: Frame) -> bool:
    return (
        frame.format == other.format
        and _close(frame.orientation, other.orientation, stack.SAME_PLANE)
        and _close(frame.spacing_mm, other.spacing_mm, stack.SAME_SPACING_MM)
        and frame.attributes.text("FrameOfReferenceUID")
        == other.attributes.text("FrameOfReferenceUID")
        and facts.modality_of(frame.attributes) == facts.modality_of(other.attributes)
    )


def _close(first: Sequence[float] | None, second: Sequence[float] | None, tolerance: float) -> bool:
    if first is None or second is None:
        return first is second
    return all(abs(a - b) <= tolerance for a, b in zip(first, second, strict=True))


def _parts(frames: list[Frame]) -> list[_Part]:
    """The grids of parallel frames; one part with a problem if there is none."""
    try:
        stack.check_plane(frames[0].orientation, frames[0].spacing_mm)
        lost = sum(frame.position_mm is None for frame in frames)
        if lost:
            raise DicomError(
                f"ImagePositionPatient is missing or implausible in {lost} of {len(frames)} slices"
            )
        orientation = frames[0].orientation or ()
        positions = np.array([frame.position_mm for frame in frames], dtype=np.float64)
        place = stack.places(positions, orientation)
        images = _images(frames, place)
        parts: list[_Part] = []
        for image in images:
            members = [frames[int(i)] for i in image.members]
            grids = stack.arrange(
                positions[image.members],
                orientation,
                frames[0].spacing_mm or (),
                frames[0].thickness_mm,
            )
            for grid in grids:
                part = _Part([members[int(i)] for i in grid.members], grid, marks=image.marks)
                parts.append(_checked(part, len(grids)))
        return parts
    except DicomError as error:
        return [_Part(frames, problem=str(error))]


def _images(frames: Sequence[Frame], place: NDArray[np.intp]) -> list[stack.Image]:
    count = int(place.max()) + 1
    if count == len(frames):
        return [stack.Image(np.arange(len(frames)))]
    marks = {name: [_mark(frame, name) for frame in frames] for name in SEPARATING}
    images = stack.separate(place, marks, [_seconds(frame.acquired) for frame in frames])
    if images is None:
        raise DicomError(
            f"{len(frames)} slices are at {count} positions, and nothing in their headers says "
            "which of them make one image"
        )
    return images


def _mark(frame: Frame, name: str) -> Hashable:
    attributes = frame.attributes
    if name in frame.marks:
        return frame.marks[name]
    if name == "AcquisitionTime":
        return _seconds(frame.acquired)
    if name in ("EchoTime", "TriggerTime", "FrameReferenceTime", "AcquisitionNumber"):
        return attributes.number(name)
    if name in ("TemporalPositionIndex", "StackID"):
        return None
    if name == "ImageIndex":
        index, slices = attributes.integer("ImageIndex"), attributes.integer("NumberOfSlices")
        return None if not index or not slices else (index - 1) // slices
    return attributes.text(name)


def _seconds(moment: datetime | None) -> float | None:
    return None if moment is None else (moment - datetime(2000, 1, 1)).total_seconds()


def _checked(part: _Part, grids: int) -> _Part:
    """What a reader must know about a grid, or why it cannot be shown."""
    grid, first = part.grid, part.frames[0]
    assert grid is not None
    remarks: list[str] = []
    if grids > 1:
        remarks.append(
            f"its slices are unevenly spaced; they are shown as {grids} evenly spaced stacks"
        )
    if grid.count == 1:
        remarks.append(
            f"it has a single slice; SliceThickness {first.thickness_mm:g} mm is used for the "
            "spacing"
        )
    for gap in grid.gaps:
        single = gap.first == gap.last
        which = f"Slice {gap.first + 1}" if single else f"Slices {gap.first + 1}–{gap.last + 1}"
        remarks.append(
            f"{which} of {grid.count} {'is' if single else 'are'} missing "
            f"(gap of {gap.width_mm:.2f} mm at {_where(gap.centre_mm, first)}); shown empty"
        )
    if grid.tilt_degrees > stack.TILT_DEGREES:
        remarks.append(
            f"its slices are tilted by {grid.tilt_degrees:.1f}° against the direction in which "
            "they are stacked; positions and measures allow for it"
        )
    size = grid.count * first.format.rows * first.format.columns
    problem = None
    if size * array_dtype(first.format.dtype).itemsize > MAX_IMAGE_BYTES:
        problem = f"its {grid.count} slices need more than {MAX_IMAGE_BYTES >> 30} GB of memory"
    try:
        Geometry((grid.count, first.format.rows, first.format.columns), grid.affine)
    except ValueError as error:
        problem = f"its geometry is not a grid ({error})"
    return replace(part, remarks=tuple(remarks), problem=problem)


def _where(position_mm: NDArray[np.float64], frame: Frame) -> str:
    """A slice position as readers give it, on the axis nearest to the normal: "S 123.4 mm"."""
    axis = int(np.abs(stack.normal(frame.orientation or ())).argmax())
    value = float(position_mm[axis])
    return f"{('LR', 'PA', 'SI')[axis][value < 0]} {abs(value):.1f} mm"


def _name(part: _Part, parts: Sequence[_Part]) -> str:
    """How a part differs from the others of its series: "frame 2 of 3, 10:05:00"."""
    names: list[str] = []
    for position, (attribute, value) in enumerate(part.marks):
        values = list(
            dict.fromkeys(
                p.marks[position][1]
                for p in parts
                if len(p.marks) > position and p.marks[position][0] == attribute
            )
        )
        word = WORDS.get(attribute, "image")
        names.append(f"{word} {values.index(value) + 1} of {len(values)}")
        if word in ("frame", "pass"):
            started = min((f.acquired for f in part.frames if f.acquired is not None), default=None)
            if started is not None:
                names.append(f"{started:%H:%M:%S}")
        elif word in ("image", "stack"):
            names.append(str(value).replace("\\", " "))
    return ", ".join(names)


def _build(part: _Part, number: int, count: int, name: str, series_of: Mapping[str, str]) -> Series:
    frames, grid = part.frames, part.grid
    first = frames[0]
    attributes = first.attributes
    modality = facts.modality_of(attributes)
    description = attributes.text("SeriesDescription") or ""
    if name:
        description = f"{description} ({name})".strip()
    series = Series(
        uid=attributes.text("SeriesInstanceUID") or "",
        study_uid=attributes.text("StudyInstanceUID") or "",
        modality=modality,
        role=facts.role_of(attributes),
        part=number,
        parts=count,
        number=attributes.integer("SeriesNumber"),
        description=description,
        image_type=attributes.texts("ImageType") or (),
        datetime=attributes.moment_of("SeriesDate", "SeriesTime")
        or min((f.acquired for f in frames if f.acquired is not None), default=None),
        manufacturer=attributes.text("Manufacturer") or "",
        model=attributes.text("ManufacturerModelName") or "",
        institution=attributes.text("InstitutionName") or "",
        reconstruction=attributes.text("ReconstructionMethod") or "",
        kernel=attributes.text("ConvolutionKernel") or "",
        body_part=attributes.text("BodyPartExamined") or "",
        derivation=attributes.text("DerivationDescription") or "",
        patient_position=attributes.text("PatientPosition") or "",
        frame_of_reference_uid=attributes.text("FrameOfReferenceUID") or "",
        source_series_uids=_sources(attributes, series_of),
    )
    label = series.label
    unit, remarks = _unit_and_remarks(part, name, modality)
    warnings = [f"{label}: {remark}." for remark in remarks]
    if modality == "PT":
        suv, more = _suv_facts(frames, grid, label)
        series = replace(series, suv=suv)
        warnings += more
    series = replace(series, unit=unit, warnings=tuple(warnings))
    if grid is None or part.problem is not None:
        return replace(series, problem=f"{label}: {part.problem}. It cannot be shown as an image.")
    return replace(series, geometry=_geometry(grid, first), slices=_table(frames, grid))


def _unit_and_remarks(part: _Part, name: str, modality: str) -> tuple[Unit, list[str]]:
    frames, grid = part.frames, part.grid
    remarks = [f"its series holds several images; this is {name}"] if name else []
    remarks += part.remarks
    remarks += dict.fromkeys(remark for frame in frames for remark in frame.remarks)
    expected = frames[0].attributes.integer("NumberOfSlices")
    if expected is not None and modality == "PT" and grid is not None and grid.count < expected:
        remarks.append(
            f"{grid.count} of the {expected} slices that NumberOfSlices names were found"
        )
    units = Counter(frame.unit for frame in frames)
    if len(units) == 1:
        return frames[0].unit, remarks
    remarks.append(f"its slices are in different units ({' and '.join(units)}); no unit is shown")
    return Unit.STORED, remarks


def _geometry(grid: stack.Grid, frame: Frame) -> Geometry:
    return Geometry((grid.count, frame.format.rows, frame.format.columns), grid.affine)


def _suv_facts(
    frames: Sequence[Frame], grid: stack.Grid | None, label: str
) -> tuple[SuvFacts, list[str]]:
    count = len(frames) if grid is None else grid.count
    indices = range(len(frames)) if grid is None else grid.indices
    acquired: list[datetime | None] = [None] * count
    references: list[float | None] = [None] * count
    durations: list[float | None] = [None] * count
    decay_factors: list[float | None] = [None] * count
    for index, frame in zip(indices, frames, strict=True):
        acquired[index] = frame.acquired
        references[index] = frame.reference_time_ms
        durations[index] = frame.duration_ms
        decay_factors[index] = frame.decay_factor
    return facts.suv_facts(
        [frame.attributes for frame in frames],
        acquired=acquired,
        reference_times_ms=references,
        durations_ms=durations,
        decay_factors=decay_factors,
        label=label,
    )


def _table(frames: Sequence[Frame], grid: stack.Grid) -> SliceTable:
    """Entry i is grid slice i; empty if none was stored."""
    at: dict[int, Frame] = dict(zip(grid.indices.tolist(), frames, strict=True))
    slots = [at.get(i) for i in range(grid.count)]
    layout = frames[0].format
    return SliceTable(
        paths=tuple("" if f is None else str(f.header.path) for f in slots),
        offsets=np.array([-1 if f is None else f.offset for f in slots], dtype=np.int64),
        frames=np.array([0 if f is None else f.number for f in slots], dtype=np.int32),
        slopes=np.array([1.0 if f is None else f.slope for f in slots]),
        intercepts=np.array([0.0 if f is None else f.intercept for f in slots]),
        sop_uids=tuple("" if f is None else f.sop_uid for f in slots),
        file_sizes=np.array([0 if f is None else f.header.size for f in slots], dtype=np.int64),
        file_times_ns=np.array(
            [0 if f is None else f.header.time_ns for f in slots], dtype=np.int64
        ),
        pixel_dtype=layout.dtype,
        bits_stored=layout.bits_stored,
        transfer_syntax=str(frames[0].header.syntax),
    )


def _sources(attributes: Attributes, series_of: Mapping[str, str]) -> tuple[str, ...]:
    """The series an image was derived from: those it names, and those of its source images."""
    own = attributes.text("SeriesInstanceUID")
    named = [
        item.text("SeriesInstanceUID") for item in attributes.items("ReferencedSeriesSequence")
    ]
    if "DERIVED" not in (attributes.texts("ImageType") or ()):
        named = []
    named += [
        series_of.get(item.text("ReferencedSOPInstanceUID") or "")
        for item in attributes.items("SourceImageSequence")
    ]
    return tuple(dict.fromkeys(uid for uid in named if uid and uid != own))
