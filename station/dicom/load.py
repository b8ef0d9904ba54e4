"""DICOM in: `scan` finds studies in folders, files, ZIPs and DICOMDIRs; `read_image` reads pixels.

A scan reads headers only and says of every file in which series it is or why it was left out.
"""

import gc
import time
from collections import Counter, defaultdict
from collections.abc import Generator, Hashable, Iterable, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from station.dicom import facts, stack
from station.dicom.files import Files, add_listed, add_unpacked
from station.dicom.frames import Frame, frames_of
from station.dicom.header import Attributes, Header, ZipArchive, lenient, read_header
from station.dicom.pixels import MAX_IMAGE_BYTES, array_dtype, read_image
from station.errors import DicomError
from station.pet.study import Found, LeftOut, Series, SliceTable, Study, SuvFacts
from station.pet.volume import Geometry, Unit
from station.progress import Report, silent

__all__ = ["read_image", "scan"]

DICOMDIR_CLASS = "1.2.840.10008.1.3.10"

REPORT_EVERY_S = 0.05
HEADERS_SHARE = 0.9
"""Of the progress of a scan; the rest is putting slices in order."""

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
)
"""What may tell the images of one series apart, in the order tried: what was reconstructed first,
then echo and stack, then time. ImageIndex (0054,1330) counts through frames of NumberOfSlices."""

WORDS = {
    "EchoTime": "echo",
    "StackID": "stack",
    "TemporalPositionIdentifier": "frame",
    "TemporalPositionIndex": "frame",
    "TriggerTime": "gate",
    "FrameReferenceTime": "frame",
    "ImageIndex": "frame",
    "AcquisitionNumber": "acquisition",
    "acquisition time": "frame",
    "pass": "pass",
}
"""What the images are called that an attribute tells apart; "image" where it is not here."""


def scan(
    paths: Sequence[Path], report: Report = silent, *, unpack_into: Path | None = None
) -> Found:
    """Find the studies in files and folders; headers only.

    ZIPs are unpacked into a folder of `unpack_into` that is named after their content. Lets
    `Cancelled` from `report` pass. Files that cannot be used are in `left_out`, each with a sentence.
    """
    files = Files()
    for path in paths:
        files.add_below(path, report)
    collected = _Collected(files.left_out)
    with lenient(), _no_garbage_collection():
        _read_headers(files, collected, report, unpack_into)
        studies = collected.studies(report)
    report(1.0, f"{len(files.paths)} files read")
    return Found(studies, tuple(collected.left_out), len(files.paths))


@contextmanager
def _no_garbage_collection() -> Generator[None]:
    """Headers are a hundred thousand small objects in no cycle; searching them takes a quarter of a scan."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _read_headers(
    files: Files, collected: "_Collected", report: Report, unpack_into: Path | None
) -> None:
    reported = 0.0
    read = 0
    while read < len(files.paths):  # a ZIP or DICOMDIR adds files
        path = files.paths[read]
        if (now := time.monotonic()) - reported > REPORT_EVERY_S:
            reported = now
            fraction = HEADERS_SHARE * read / len(files.paths)
            report(fraction, f"Reading headers: {read} of {len(files.paths)} files")
        read += 1
        try:
            header = read_header(path)
            if header.attributes.text("SOPClassUID") == DICOMDIR_CLASS:
                add_listed(path, files, report)
            else:
                collected.add(header)
        except ZipArchive:
            add_unpacked(path, unpack_into, files, report)
        except DicomError as error:
            files.leave_out(path, str(error))


@dataclass
class _Collected:
    """Frames of all files so far, by study and series."""

    left_out: list[LeftOut]
    series: dict[tuple[str, str], list[Frame]] = field(
        default_factory=lambda: defaultdict[tuple[str, str], list[Frame]](list)
    )
    paths: dict[str, Path] = field(default_factory=dict[str, Path])
    """File of each SOP instance"""
    series_of: dict[str, str] = field(default_factory=dict[str, str])
    """SeriesInstanceUID of each SOP instance"""

    def add(self, header: Header) -> None:
        """Raises DicomError when the file is no image or a copy of one."""
        frames = frames_of(header)
        attributes, sop_uid = header.attributes, frames[0].sop_uid
        twin = self.paths.setdefault(sop_uid, header.path)
        if twin is not header.path:
            raise DicomError(f"It is the same SOP instance as {twin}.")
        study, series = (
            attributes.text(keyword) or "" for keyword in ("StudyInstanceUID", "SeriesInstanceUID")
        )
        self.series_of[sop_uid] = series
        self.series[study, series] += frames

    def studies(self, report: Report) -> tuple[Study, ...]:
        by_study: dict[str, list[list[Frame]]] = defaultdict(list)
        for (study_uid, _), frames in self.series.items():
            by_study[study_uid].append(frames)
        done, count = 0, len(self.series)
        studies: list[Study] = []
        for study_uid, groups in by_study.items():
            patients = Counter[str]()
            for frames in groups:
                patients[_patient_id(frames)] += len(frames)
            patient_id = patients.most_common(1)[0][0]
            series: list[Series] = []
            for frames in groups:
                report(
                    HEADERS_SHARE + (1 - HEADERS_SHARE) * done / count, "Putting slices in order"
                )
                done += 1
                found = _series(frames, self.series_of)
                if _patient_id(frames) != patient_id:
                    found = [_of_another_patient(s, _patient_id(frames), patient_id) for s in found]
                series += found
            own = next(g[0].attributes for g in groups if _patient_id(g) == patient_id)
            studies.append(_study(study_uid, own, series))
        return tuple(studies)


def _patient_id(frames: Sequence[Frame]) -> str:
    return frames[0].attributes.text("PatientID") or ""


def _of_another_patient(series: Series, own: str, other: str) -> Series:
    return replace(
        series,
        problem=f'{series.label}: its PatientID is "{own}", but its study is that of "{other}". '
        "It is not shown among the images of another patient.",
    )


def _study(uid: str, attributes: Attributes, series: Iterable[Series]) -> Study:
    return Study(
        uid=uid,
        patient=facts.patient(attributes),
        date=attributes.day("StudyDate"),
        time=attributes.clock("StudyTime"),
        description=attributes.text("StudyDescription") or "",
        accession=attributes.text("AccessionNumber") or "",
        series=tuple(
            sorted(series, key=lambda s: (s.number is None, s.number or 0, s.uid, s.part))
        ),
    )


# --- one series -------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Part:
    """Frames that make one image, or the phrase why they do not."""

    frames: list[Frame]
    grid: stack.Grid | None = None
    problem: str | None = None
    marks: tuple[tuple[str, Hashable], ...] = ()
    remarks: tuple[str, ...] = ()


def _series(frames: list[Frame], series_of: dict[str, str]) -> list[Series]:
    """The images of one SeriesInstanceUID, a `Series` for each."""
    layouts = _by_plane(frames)
    parts = [part for layout in layouts for part in _parts(layout)]
    if len(layouts) > 1:
        remark = (
            f"it holds images of {len(layouts)} kinds that differ in matrix, pixel size, orientation, "
            "pixel format or frame of reference; they are shown apart"
        )
        parts = [replace(part, remarks=(remark, *part.remarks)) for part in parts]
    return [
        _build(part, number, len(parts), _name(part, parts), series_of)
        for number, part in enumerate(parts, 1)
    ]


def _by_plane(frames: Sequence[Frame]) -> list[list[Frame]]:
    """Frames that may lie on one grid: same matrix and format, parallel, same pixel size and frame of reference."""
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
        group = exact.get(plane)
        if group is None:
            group = next((g for g in groups if _same_plane(g[0], frame)), None)
            if group is None:
                group = []
                groups.append(group)
            exact[plane] = group
        group.append(frame)
    return groups


def _same_plane(one: Frame, other: Frame) -> bool:
    return (
        one.format == other.format
        and _close(one.orientation, other.orientation, stack.SAME_PLANE)
        and _close(one.spacing_mm, other.spacing_mm, stack.SAME_SPACING_MM)
        and one.attributes.text("FrameOfReferenceUID")
        == other.attributes.text("FrameOfReferenceUID")
        and facts.modality_of(one.attributes) == facts.modality_of(other.attributes)
    )


def _close(one: Sequence[float] | None, other: Sequence[float] | None, tolerance: float) -> bool:
    if one is None or other is None:
        return one is other
    return all(abs(a - b) <= tolerance for a, b in zip(one, other, strict=True))


def _parts(frames: list[Frame]) -> list[_Part]:
    """The grids of frames that are parallel; one part with a problem where there is none."""
    try:
        stack.check_plane(frames[0].orientation, frames[0].spacing_mm)
        lost = sum(frame.position_mm is None for frame in frames)
        if lost:
            raise DicomError(
                f"ImagePositionPatient is missing or absurd in {lost} of {len(frames)} slices"
            )
        orientation = frames[0].orientation or ()
        positions = np.array([frame.position_mm for frame in frames], dtype=np.float64)
        place = stack.places(positions, orientation)
        images = _images(frames, place)
        parts: list[_Part] = []
        for image in images:
            members = [frames[i] for i in image.members]
            grids = stack.arrange(
                positions[image.members],
                orientation,
                frames[0].spacing_mm or (),
                frames[0].thickness_mm,
            )
            for grid in grids:
                part = _Part([members[i] for i in grid.members], grid, marks=image.marks)
                parts.append(_checked(part, len(grids)))
        return parts
    except DicomError as error:
        return [_Part(frames, problem=str(error))]


def _images(frames: Sequence[Frame], place: NDArray[np.intp]) -> list[stack.Image]:
    count = int(place.max()) + 1
    if count == len(frames):
        return [stack.Image(np.arange(len(frames)))]
    marks = {name: [_mark(frame, name) for frame in frames] for name in SEPARATING}
    marks["acquisition time"] = [
        None if frame.acquired is None else frame.acquired.timestamp() for frame in frames
    ]
    times = [None if frame.acquired is None else frame.acquired.timestamp() for frame in frames]
    images = stack.separate(place, marks, times)
    if images is None:
        raise DicomError(
            f"{len(frames)} slices lie at {count} places, and nothing in their headers tells apart "
            "which of them make one image"
        )
    return images


def _mark(frame: Frame, name: str) -> Hashable:
    attributes = frame.attributes
    if name in frame.marks:
        return frame.marks[name]
    if name in ("EchoTime", "TriggerTime", "FrameReferenceTime", "AcquisitionNumber"):
        return attributes.number(name)
    if name in ("TemporalPositionIndex", "StackID"):
        return None
    if name == "ImageIndex":
        index, slices = attributes.integer("ImageIndex"), attributes.integer("NumberOfSlices")
        return None if not index or not slices else (index - 1) // slices
    return attributes.text(name)


def _checked(part: _Part, grids: int) -> _Part:
    """What a reader must know about a grid, or why it cannot be shown."""
    grid, first = part.grid, part.frames[0]
    assert grid is not None
    remarks: list[str] = []
    if grids > 1:
        remarks.append(f"its slices are unevenly spaced; they are shown as {grids} even stacks")
    if grid.count == 1:
        remarks.append(
            f"it has a single slice; SliceThickness {first.thickness_mm:g} mm stands for the spacing"
        )
    for gap in grid.gaps:
        one = gap.first == gap.last
        which = f"Slice {gap.first + 1}" if one else f"Slices {gap.first + 1}–{gap.last + 1}"
        remarks.append(
            f"{which} of {grid.count} {'is' if one else 'are'} missing (gap of {gap.width_mm:.2f} mm at "
            f"{_where(gap.centre_mm, first)}); shown empty"
        )
    if grid.tilt_degrees > stack.TILT_DEGREES:
        remarks.append(
            f"its slices are tilted by {grid.tilt_degrees:.1f}° against the direction in which they "
            "are stacked; positions and measures allow for it"
        )
    size = grid.count * first.format.rows * first.format.columns
    problem = None
    if size * array_dtype(first.format.dtype).itemsize > MAX_IMAGE_BYTES:
        problem = f"its {grid.count} slices need more than {MAX_IMAGE_BYTES >> 30} GB of memory"
    try:
        Geometry((grid.count, first.format.rows, first.format.columns), grid.affine)
    except ValueError as error:
        problem = f"its geometry makes no grid ({error})"
    return replace(part, remarks=tuple(remarks), problem=problem)


def _where(position_mm: NDArray[np.float64], frame: Frame) -> str:
    """A slice position as readers say it: the patient axis nearest to the normal, such as "S 123.4 mm"."""
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


def _build(part: _Part, number: int, count: int, name: str, series_of: dict[str, str]) -> Series:
    frames, grid = part.frames, part.grid
    first = frames[0]
    attributes = first.attributes
    modality = facts.modality_of(attributes)
    role = facts.role_of(attributes)
    description = attributes.text("SeriesDescription") or ""
    if name:
        description = f"{description} ({name})".strip()
    series = Series(
        uid=attributes.text("SeriesInstanceUID") or "",
        study_uid=attributes.text("StudyInstanceUID") or "",
        modality=modality,
        role=role,
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
        patient_position=attributes.text("PatientPosition") or "",
        frame_of_reference_uid=attributes.text("FrameOfReferenceUID") or "",
        source_series_uids=_sources(attributes, series_of),
    )
    label = series.label
    remarks = list(part.remarks)
    if name:
        remarks.insert(0, f"its series holds several images; this is {name}")
    remarks += dict.fromkeys(remark for frame in frames for remark in frame.remarks)
    units = Counter(frame.unit for frame in frames)
    unit = first.unit if len(units) == 1 else Unit.STORED
    if len(units) > 1:
        remarks.append(
            f"its slices are in different units ({' and '.join(units)}); no unit is shown"
        )
    said = attributes.integer("NumberOfSlices")
    if said is not None and modality == "PT" and grid is not None and grid.count < said:
        remarks.append(f"{grid.count} of the {said} slices that NumberOfSlices names were found")
    warnings = [f"{label}: {remark}." for remark in remarks]
    suv = None
    if modality == "PT":
        suv, more = _suv_facts(frames, grid, label)
        warnings += more
    problem = (
        None
        if part.problem is None
        else f"{label}: {part.problem}. It cannot be shown as an image."
    )
    usable = grid is not None and problem is None
    return replace(
        series,
        unit=unit,
        geometry=_geometry(grid, first) if usable and grid is not None else None,
        slices=_table(frames, grid) if usable and grid is not None else None,
        suv=suv,
        warnings=tuple(warnings),
        problem=problem,
    )


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
    for index, frame in zip(indices, frames, strict=True):
        acquired[index] = frame.acquired
        references[index] = frame.reference_time_ms
        durations[index] = frame.duration_ms
    return facts.suv_facts(
        [frame.attributes for frame in frames],
        acquired=acquired,
        reference_times_ms=references,
        durations_ms=durations,
        label=label,
    )


def _table(frames: Sequence[Frame], grid: stack.Grid) -> SliceTable:
    """Entry i is grid slice i; empty where none was stored."""
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


def _sources(attributes: Attributes, series_of: dict[str, str]) -> tuple[str, ...]:
    """Series an image was derived from: those referenced, and those of its source images in the scan."""
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
