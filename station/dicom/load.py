"""DICOM in: `scan` finds studies in folders, files, ZIPs and DICOMDIRs; `read_image` reads pixels.

A scan reads only headers and reports for every file which series it is in or why it was left out.
"""

import gc
import time
from collections import Counter, defaultdict
from collections.abc import Generator, Hashable, Iterable, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from itertools import takewhile
from pathlib import Path

from station.dicom import facts
from station.dicom.attributes import Attributes
from station.dicom.files import Files, add_listed, add_unpacked
from station.dicom.frames import VOI_CLASSES, Frame, frames_of
from station.dicom.header import Header, NiftiFile, ZipArchive, lenient, read_header
from station.dicom.pixels import read_image
from station.dicom.series import images_of
from station.dicom.surplus import MAJORITY, pixel_digest
from station.errors import DicomError
from station.pet.study import FoundStudies, LeftOut, Series, Study, VoiFile
from station.progress import Report, silent

__all__ = ["read_image", "scan"]

DICOMDIR_CLASS = "1.2.840.10008.1.3.10"

SHARED_UID = (
    "several of its slices have the same SOPInstanceUID, but differ in position or pixels; each is "
    "shown"
)

REPORT_EVERY_S = 0.05
HEADERS_SHARE = 0.9
"""Share of a scan's progress; the rest is putting slices in order."""


def scan(
    paths: Sequence[Path], report: Report = silent, *, unpack_into: Path | None = None
) -> FoundStudies:
    """Find the studies in files and folders, reading only headers.

    ZIPs are unpacked into a folder of `unpack_into` that is named after their content. Lets
    `Cancelled` from `report` pass. What cannot be used is in `left_out`, each with the reason; what
    VOIs can be read from is in `voi_files`.
    """
    files = Files()
    for path in paths:
        files.add_below(path, report)
    collected = _Collected(files.left_out)
    with lenient(), _no_garbage_collection():
        _read_headers(files, collected, report, unpack_into)
        studies = collected.studies(report)
    report(1.0, f"{len(files.paths)} files read")
    return FoundStudies(
        studies, tuple(collected.left_out), collected.voi_files_of_studies(), len(files.paths)
    )


@contextmanager
def _no_garbage_collection() -> Generator[None]:
    """Headers are many small objects in no cycle; searching them takes a quarter of a scan."""
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
            sop_class = header.attributes.text("SOPClassUID") or ""
            if sop_class == DICOMDIR_CLASS:
                add_listed(path, files, report)
            elif sop_class in VOI_CLASSES:
                collected.voi_files.append(_voi_file(header, VOI_CLASSES[sop_class]))
            else:
                collected.add(header)
        except NiftiFile:
            collected.voi_files.append(VoiFile(path, "NIfTI"))
        except ZipArchive:
            add_unpacked(path, unpack_into, files, report)
        except DicomError as error:
            files.leave_out(path, str(error))


def _voi_file(header: Header, kind: str) -> VoiFile:
    attributes = header.attributes
    description, study_uid = (
        attributes.text(keyword) or "" for keyword in ("SeriesDescription", "StudyInstanceUID")
    )
    return VoiFile(header.path, kind, description, study_uid)


@dataclass
class _Collected:
    """Frames of all files so far, by study and series."""

    left_out: list[LeftOut]
    voi_files: list[VoiFile] = field(default_factory=list[VoiFile])
    series: dict[tuple[str, str], list[Frame]] = field(
        default_factory=lambda: defaultdict[tuple[str, str], list[Frame]](list)
    )
    first: dict[str, Frame] = field(default_factory=dict[str, Frame])
    """The first frame found of each SOP instance"""
    contents: dict[str, set[Hashable]] = field(
        default_factory=lambda: defaultdict[str, set[Hashable]](set)
    )
    """Position and pixels of all files of one SOPInstanceUID, where there are several"""
    series_of: dict[str, str] = field(default_factory=dict[str, str])
    """SeriesInstanceUID of each SOP instance"""

    def add(self, header: Header) -> None:
        """Raises DicomError if the file is not an image or is a copy of one."""
        frames = frames_of(header)
        attributes, sop_uid = header.attributes, frames[0].sop_uid
        twin = self.first.setdefault(sop_uid, frames[0])
        if twin is not frames[0]:
            self._compare(frames, twin)
        study, series = (
            attributes.text(keyword) or "" for keyword in ("StudyInstanceUID", "SeriesInstanceUID")
        )
        self.series_of[sop_uid] = series
        self.series[study, series] += frames

    def _compare(self, frames: Sequence[Frame], twin: Frame) -> None:
        """Raise DicomError if a file is a copy: one name for different slices does not make one."""
        contents = self.contents[twin.sop_uid]
        if not contents:
            contents.add(_content(twin))
        content = _content(frames[0])
        if content in contents:
            raise DicomError(f"It is the same SOP instance as {twin.header.path}.")
        contents.add(content)
        for frame in (*frames, twin):
            frame.remarks = (*frame.remarks, SHARED_UID)

    def _without_strays(self, frames: list[Frame]) -> list[Frame]:
        """The slices of a series without the few that have the PatientID of someone else."""
        ids = _patient_ids(frames)
        if len(ids) < 2:
            return frames
        known = [each for frame in frames if (each := _patient_id(frame))]
        most, count = Counter(known).most_common(1)[0]
        if count < MAJORITY * len(frames):
            return frames
        strays = [frame for frame in frames if _patient_id(frame) not in ("", most)]
        self.left_out += [
            LeftOut(
                frame.header.path,
                f'Its PatientID is "{_patient_id(frame)}", but that of the other slices of its '
                f'series "{most}".',
            )
            for frame in strays
        ]
        return [frame for frame in frames if _patient_id(frame) in ("", most)]

    def studies(self, report: Report) -> tuple[Study, ...]:
        by_study: dict[str, list[list[Frame]]] = defaultdict(list)
        for (study_uid, _), frames in self.series.items():
            by_study[study_uid].append(self._without_strays(frames))
        done, count = 0, len(self.series)
        studies: list[Study] = []
        for study_uid, groups in by_study.items():
            patients = Counter[str]()
            for frames in groups:
                patients[_patient_ids(frames)[0]] += len(frames)
            patient_id = patients.most_common(1)[0][0]
            series: list[Series] = []
            for frames in groups:
                report(
                    HEADERS_SHARE + (1 - HEADERS_SHARE) * done / count, "Putting slices in order"
                )
                done += 1
                images, apart = images_of(frames, self.series_of)
                self.left_out += apart
                if len(ids := _patient_ids(frames)) > 1:
                    images = [_of_several_patients(s, ids) for s in images]
                elif ids[0] != patient_id:
                    images = [_of_another_patient(s, ids[0], patient_id) for s in images]
                series += images
            own = next(g[0].attributes for g in groups if _patient_ids(g)[0] == patient_id)
            studies.append(_study(study_uid, own, series))
        return tuple(studies)

    def voi_files_of_studies(self) -> tuple[VoiFile, ...]:
        """Of several studies, that of a file that names none is the one whose images are nearest to
        it in the tree of folders; it stays without one where two are equally near."""
        folders: dict[str, set[Path]] = defaultdict(set)
        for (study_uid, _), frames in self.series.items():
            folders[study_uid] |= {frame.header.path.parent for frame in frames}
        if len(folders) < 2:
            return tuple(self.voi_files)
        return tuple(
            file if file.study_uid else replace(file, study_uid=_nearest(file.folder, folders))
            for file in self.voi_files
        )


def _nearest(folder: Path, folders: Mapping[str, Iterable[Path]]) -> str:
    """The study with images in the closest folder; empty where several have."""
    shared = {
        study_uid: max(_parts_shared(folder, own) for own in of_study)
        for study_uid, of_study in folders.items()
    }
    closest = max(shared.values())
    nearest = [study_uid for study_uid, parts in shared.items() if parts == closest]
    return nearest[0] if len(nearest) == 1 else ""


def _parts_shared(one: Path, other: Path) -> int:
    pairs = zip(one.parts, other.parts, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _content(frame: Frame) -> Hashable:
    return frame.position_mm, frame.header.size, pixel_digest(frame)


def _patient_id(frame: Frame) -> str:
    return (frame.attributes.text("PatientID") or "").strip()


def _patient_ids(frames: Sequence[Frame]) -> list[str]:
    """Every PatientID of a series; slices without one say nothing, unless no slice has one."""
    distinct = {frame.attributes.encoded("PatientID"): frame for frame in frames}
    return sorted({_patient_id(frame) for frame in distinct.values()} - {""}) or [""]


def _of_several_patients(series: Series, ids: Sequence[str]) -> Series:
    more = f" and {len(ids) - 2} more" if len(ids) > 2 else ""
    return replace(
        series,
        problem=f'{series.label}: the PatientID of its slices is "{ids[0]}" in some and "{ids[1]}" '
        f"in others{more}. It is not shown, as they may be of different patients.",
    )


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
