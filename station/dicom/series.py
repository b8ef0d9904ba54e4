"""Frames of one SeriesInstanceUID → the images in it, with their facts and peculiarities."""

import itertools
from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import numpy as np
from numpy.typing import NDArray

from station.dicom import facts, stack, surplus
from station.dicom.attributes import Attributes
from station.dicom.frames import Frame
from station.dicom.pixels import MAX_IMAGE_BYTES, array_dtype
from station.errors import DicomError
from station.pet.decay_reference import in_order
from station.pet.study import UNDATED, FrameTimes, LeftOut, Series, SliceTable, SuvFacts
from station.pet.volume import Geometry, Unit

DAY = timedelta(days=1)
LONGEST_SCAN = timedelta(hours=12)
"""Slices of one date whose times are further apart were acquired around midnight"""
EPOCH = datetime(2000, 1, 1)

LEAST_SLICES_OF_HALF = 3
NEARLY_PARALLEL = 0.99
"""Cosine of the angle between normals"""
INTERLEAVED = (
    "its slices belong by turns to two images that differ in orientation, pixel size, pixel format "
    "or frame of reference, as if they were halves of one image"
)

UNPLACED = "ImagePositionPatient is missing or implausible"

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
    "ContentTime": "frame",
    "pass": "pass",
    "bed": "bed",
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


@dataclass(frozen=True)
class _OfSeries:
    """What belongs to all images of a PET series."""

    times: tuple[FrameTimes, ...] = ()
    dynamic: bool = False
    cautions: tuple[str, ...] = ()
    headers: tuple[Attributes, ...] = ()


def images_of(
    frames: list[Frame], series_of: Mapping[str, str]
) -> tuple[list[Series], list[LeftOut]]:
    """The images of one SeriesInstanceUID, a `Series` for each, and the slices in none of them.

    `series_of` gives the SeriesInstanceUID of every SOP instance of the scan.
    """
    cautions = _after_midnight(frames)
    layouts = _by_plane(frames)
    left_out: list[LeftOut] = []
    halves = _interleaved(layouts)
    parts = [_Part([f for half in halves for f in half], problem=INTERLEAVED)] if halves else []
    parts += [p for layout in layouts if layout not in halves for p in _parts(layout, left_out)]
    if len(layouts) > 1 and not halves:
        remark = (
            f"it holds images of {len(layouts)} kinds that differ in matrix, pixel size, "
            "orientation, pixel format or frame of reference; they are shown separately"
        )
        parts = [replace(part, remarks=(remark, *part.remarks)) for part in parts]
    shown = [frame for part in parts if part.problem is None for frame in part.frames] or frames
    # A CT under the UID of a PET says nothing about the PET's dose and times.
    shown = [frame for frame in shown if facts.modality_of(frame.attributes) == "PT"] or shown
    headers = facts.of_series(frame.attributes for frame in shown)
    of_series = _OfSeries(_times(shown), _is_dynamic(frames[0], parts), cautions, tuple(headers))
    series = [
        _build(part, number, len(parts), _name(part, parts), series_of, of_series)
        for number, part in enumerate(parts, 1)
    ]
    return series, left_out


def _is_dynamic(frame: Frame, parts: Sequence[_Part]) -> bool:
    return (frame.attributes.texts("SeriesType") or ("",))[0] == "DYNAMIC" or any(
        name in surplus.IN_TIME for part in parts for name, _ in part.marks
    )


def _after_midnight(frames: Sequence[Frame]) -> tuple[str, ...]:
    """Put on the next day what was acquired after midnight on the date of the evening before."""
    moments = sorted({frame.acquired for frame in frames if frame.acquired is not None})
    if len({moment.date() for moment in moments}) != 1 or moments[-1] - moments[0] < LONGEST_SCAN:
        return ()
    gaps = [later - earlier for earlier, later in itertools.pairwise(moments)]
    widest = max(range(len(gaps)), key=gaps.__getitem__)
    evening, morning = moments[widest + 1], moments[widest]
    if morning + DAY - evening > LONGEST_SCAN:
        return ()
    for frame in frames:
        if frame.acquired is not None and frame.acquired <= morning:
            frame.acquired += DAY
    caution = (
        f"All slices have the date {evening:%Y-%m-%d}, but those acquired from "
        f"{moments[0]:%H:%M:%S} on follow those from {evening:%H:%M:%S} on; they are taken as "
        "acquired after midnight."
    )
    return (caution,)


def _times(frames: Iterable[Frame]) -> tuple[FrameTimes, ...]:
    """When each slice was acquired, and what it says about the decay reference.

    Of slices that imply the same reference to the second, the earliest is enough.
    """
    found: dict[Hashable, FrameTimes] = {}
    for frame in frames:
        if frame.acquired is None:
            continue
        times = FrameTimes(
            frame.acquired, frame.reference_time_ms, frame.duration_ms, frame.decay_factor
        )
        key: Hashable = None, frame.acquired
        if times.reference_ms is not None:
            to_mean_ms = times.reference_ms - (times.duration_ms or 0.0) / 2
            start = (times.acquired - EPOCH).total_seconds()
            key = round(start - to_mean_ms / 1000), bool(times.reference_ms)
        if key not in found or in_order(times) < in_order(found[key]):
            found[key] = times
    return tuple(sorted(found.values(), key=in_order))


def _by_plane(frames: Sequence[Frame]) -> list[list[Frame]]:
    """Frames that may lie on one grid.

    They are parallel and have the same matrix, pixel size, pixel format and frame of reference. One
    that names no frame of reference has that of the others if there is only one.
    """
    spaces = {uid for frame in frames if (uid := _space(frame))}
    only = spaces.pop() if len(spaces) == 1 else ""
    groups: list[list[Frame]] = []
    exact: dict[Hashable, list[Frame]] = {}
    for frame in frames:
        plane = (
            frame.format,
            frame.orientation,
            frame.spacing_mm,
            _space(frame) or only,
            facts.modality_of(frame.attributes),
        )
        group = exact.get(plane) or next(
            (g for g in groups if _same_plane(g[0], frame, only)), None
        )
        if group is None:
            groups.append(group := list[Frame]())
        exact[plane] = group
        group.append(frame)
    return groups


def _space(frame: Frame) -> str:
    return frame.attributes.text("FrameOfReferenceUID") or ""


def _same_plane(frame: Frame, other: Frame, space: str) -> bool:
    """`space`: the frame of reference of those that name none"""
    tolerance = stack.tolerance(frame.format.rows, frame.format.columns)
    spacing = frame.spacing_mm or (0.0,)
    return (
        frame.format == other.format
        and _close(frame.orientation, other.orientation, tolerance)
        and _close(frame.spacing_mm, other.spacing_mm, tolerance * min(spacing))
        and (_space(frame) or space) == (_space(other) or space)
        and facts.modality_of(frame.attributes) == facts.modality_of(other.attributes)
    )


def _close(first: Sequence[float] | None, second: Sequence[float] | None, tolerance: float) -> bool:
    if first is None or second is None:
        return first is second
    return all(abs(a - b) <= tolerance for a, b in zip(first, second, strict=True))


def _interleaved(layouts: Sequence[list[Frame]]) -> list[list[Frame]]:
    """Those that are halves of one image: their slices are parallel but for a little, and in turns.

    Shown as two images, each would have every second slice, and be believed.
    """
    for first, second in itertools.combinations(layouts, 2):
        if min(len(first), len(second)) >= LEAST_SLICES_OF_HALF and _in_turns(first, second):
            return [first, second]
    return []


def _in_turns(first: Sequence[Frame], second: Sequence[Frame]) -> bool:
    frames = [*first, *second]
    orientation, other = first[0].orientation, second[0].orientation
    if orientation is None or other is None or any(f.position_mm is None for f in frames):
        return False
    if facts.modality_of(first[0].attributes) != facts.modality_of(second[0].attributes):
        return False  # a PET and a CT under one UID
    axis = stack.normal(orientation)
    if float(axis @ stack.normal(other)) < NEARLY_PARALLEL:
        return False
    heights = np.array([frame.position_mm for frame in frames], dtype=np.float64) @ axis
    order = np.argsort(heights, kind="stable")
    steps = np.diff(heights[order])
    if steps.min() < stack.SMALL_SHARE * steps.mean():
        return False  # both have slices at the same positions: two images
    turns = int(np.count_nonzero(np.diff(order < len(first))))
    return turns >= len(frames) / 3


def _plane_of(frames: Sequence[Frame]) -> tuple[Sequence[float], Sequence[float], tuple[str, ...]]:
    """Orientation and pixel size of parallel frames: those of most, and a remark on the others."""
    values = Counter((frame.orientation or (), frame.spacing_mm or ()) for frame in frames)
    orientation, spacing = min(values, key=lambda value: (-values[value], value))
    off = max(
        (abs(a - b) for other, _ in values for a, b in zip(other, orientation, strict=False)),
        default=0.0,
    )
    stretched = any(not _close(other, spacing, stack.SAME_SPACING_MM) for _, other in values)
    remarks: list[str] = []
    if off > stack.SAME_PLANE:
        degrees = float(np.degrees(off))
        remarks.append(
            f"the orientation of its slices differs by up to {degrees:.2g}°, less than a tenth of "
            "a pixel at the edge; that of most slices is used"
        )
    if stretched:
        remarks.append(
            "the pixel size of its slices differs, by less than a tenth of a pixel at the edge; "
            "that of most slices is used"
        )
    return orientation, spacing, tuple(remarks)


def _parts(frames: list[Frame], left_out: list[LeftOut]) -> list[_Part]:
    """The grids of parallel frames; one part with a problem if there is none.

    Slices in none of them go to `left_out`.
    """
    try:
        stack.check_plane(frames[0].orientation, frames[0].spacing_mm)
        unplaced = [frame for frame in frames if frame.position_mm is None]
        if len(unplaced) > (1 - surplus.MAJORITY) * len(frames):
            raise DicomError(f"{UNPLACED} in {len(unplaced)} of {len(frames)} slices")
        frames = [frame for frame in frames if frame.position_mm is not None]
        orientation, spacing, remarks = _plane_of(frames)
        if unplaced:
            what = f"without a place ({UNPLACED})"
            remarks = (*remarks, surplus.counted(len(unplaced), what, "set apart"))
        positions = np.array([frame.position_mm for frame in frames], dtype=np.float64)
        place = stack.places(positions, orientation, frames[0].thickness_mm)
        division = surplus.divide(frames, place)
        apart = division.apart
        parts: list[_Part] = []
        for image in division.images:
            kept = image.members
            try:
                grids = stack.arrange(positions[kept], orientation, spacing, frames[0].thickness_mm)
            except DicomError:
                kept, grids, others = _grid_of_most(frames, kept, positions, orientation, spacing)
                apart |= others
            notes = (*remarks, *division.remarks)
            if lost := len(image.members) - len(kept):
                notes += (surplus.counted(lost, "not on the grid of the others", "set apart"),)
            for grid in grids:
                members = [frames[int(kept[i])] for i in grid.members]
                part = _checked(_Part(members, grid, marks=image.marks), len(grids))
                parts.append(replace(part, remarks=(*notes, *part.remarks)))
        left_out += [LeftOut(frame.header.path, f"{UNPLACED}.") for frame in unplaced]
        left_out += [
            LeftOut(frames[i].header.path, f"{reason[:1].upper()}{reason[1:]}.")
            for i, reason in apart.items()
        ]
        return parts
    except DicomError as error:
        return [_Part(frames, problem=str(error))]


def _grid_of_most(
    frames: Sequence[Frame],
    members: NDArray[np.intp],
    positions: NDArray[np.float64],
    orientation: Sequence[float],
    spacing_mm: Sequence[float],
) -> tuple[NDArray[np.intp], list[stack.Grid], dict[int, str]]:
    """The even grid of slices of which a few do not belong: (members, grids, others and why).

    Raises DicomError as `stack.arrange` does if there is none.
    """
    thickness = frames[0].thickness_mm
    for name, value, few in surplus.differing(frames, members):
        kept = np.array([i for i in members if i not in few])
        try:
            grids = stack.arrange(positions[kept], orientation, spacing_mm, thickness)
        except DicomError:
            continue
        reason = f"its {name} is not that of the other slices of its series, {value}"
        return kept, grids, dict.fromkeys(few, reason)
    fits = stack.on_grid_of_most(positions[members], orientation, spacing_mm)
    kept = members if fits is None else members[fits]
    grids = stack.arrange(positions[kept], orientation, spacing_mm, thickness)
    reason = "its position is not on the grid of the other slices of its series"
    return kept, grids, {int(i): reason for i in members if i not in kept}


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
    if grid.off_share:
        remarks.append(
            f"its slices are off their even places by up to {grid.off_share:.0%} of a voxel; they "
            "are shown as evenly spaced"
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


def _build(
    part: _Part,
    number: int,
    count: int,
    name: str,
    series_of: Mapping[str, str],
    of_series: _OfSeries,
) -> Series:
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
        datetime=_started(frames),
        manufacturer=attributes.text("Manufacturer") or "",
        model=attributes.text("ManufacturerModelName") or "",
        institution=attributes.text("InstitutionName") or "",
        reconstruction=attributes.text("ReconstructionMethod") or "",
        kernel=attributes.text("ConvolutionKernel") or "",
        body_part=attributes.text("BodyPartExamined") or "",
        derivation=attributes.text("DerivationDescription") or "",
        patient_position=attributes.text("PatientPosition") or "",
        frame_of_reference_uid=next((uid for each in frames if (uid := _space(each))), ""),
        source_series_uids=_sources(attributes, series_of),
    )
    label = series.label
    unit, remarks = _unit_and_remarks(part, name, modality)
    warnings = [f"{label}: {remark}." for remark in remarks]
    if modality == "PT":
        suv, more = _suv_facts(frames, grid, label, of_series)
        series = replace(series, suv=replace(suv, unscaled=unit is Unit.STORED))
        warnings += more
    series = replace(series, unit=unit, warnings=tuple(warnings))
    if grid is None or part.problem is not None:
        return replace(series, problem=f"{label}: {part.problem}. It cannot be shown as an image.")
    return replace(series, geometry=_geometry(grid, first), slices=_table(frames, grid))


def _started(frames: Sequence[Frame]) -> datetime | None:
    """Of a series without any date None: a clock time alone is not shown as a moment."""
    attributes = frames[0].attributes
    if facts.scan_day(attributes) == UNDATED:
        return None
    acquired = (frame.acquired for frame in frames if frame.acquired is not None)
    return facts.series_datetime(attributes) or min(acquired, default=None)


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
    frames: Sequence[Frame], grid: stack.Grid | None, label: str, of_series: _OfSeries
) -> tuple[SuvFacts, list[str]]:
    stored = [
        facts.SliceFacts(
            frame.attributes,
            frame.mapped,
            frame.acquired,
            frame.reference_time_ms,
            frame.duration_ms,
            frame.decay_factor,
        )
        for frame in frames
    ]
    suv, warnings = facts.suv_facts(
        stored,
        range(len(frames)) if grid is None else grid.indices.tolist(),
        len(frames) if grid is None else grid.count,
        of_series.headers,
        label=label,
    )
    suv = replace(
        suv,
        series_times=of_series.times,
        dynamic=of_series.dynamic,
        cautions=of_series.cautions,
    )
    return suv, warnings


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
