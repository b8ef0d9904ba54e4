"""Which studies files belong to, by their headers alone: what a batch knows of its studies."""

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from station.dicom.frames import VOI_CLASSES, frames_of
from station.dicom.header import Header, NiftiFile, ZipArchive, lenient, read_header
from station.dicom.load import DICOMDIR_CLASS, scan
from station.errors import DicomError
from station.pet.study import LeftOut


@dataclass(frozen=True)
class Belongs:
    """A file with images or VOIs, and the study that it is of; a ZIP may be of several."""

    path: Path
    study_uid: str
    patient_id: str
    vois: bool = False
    """Whether it holds contours, masks or measurements in place of images"""


def belongs(paths: Sequence[Path]) -> tuple[list[Belongs], list[LeftOut]]:
    """(the study of each file, what no image is read from and why).

    A file without an image, such as a truncated one, is of its study all the same: the study is not
    what it was when the file is whole again. A DICOMDIR is neither: the files that it lists are
    looked at themselves.
    """
    of_a_study: list[Belongs] = []
    left_out: list[LeftOut] = []
    with lenient():
        for path in paths:
            try:
                header = read_header(path)
            except NiftiFile:
                left_out.append(LeftOut(path, "It is a NIfTI, which does not say of which study."))
            except ZipArchive:
                found, apart = _in_zip(path)
                of_a_study += found
                left_out += apart
            except DicomError as error:
                left_out.append(LeftOut(path, str(error)))
            else:
                attributes = header.attributes
                sop_class, study_uid, patient_id = (
                    attributes.text(keyword) or ""
                    for keyword in ("SOPClassUID", "StudyInstanceUID", "PatientID")
                )
                if sop_class == DICOMDIR_CLASS:
                    continue
                vois = sop_class in VOI_CLASSES
                if study_uid:
                    of_a_study.append(Belongs(path, study_uid, patient_id, vois))
                if not vois or not study_uid:
                    left_out += _without_image(header)
    return of_a_study, left_out


def _without_image(header: Header) -> list[LeftOut]:
    try:
        frames_of(header)
    except DicomError as error:
        return [LeftOut(header.path, str(error))]
    return []


def _in_zip(path: Path) -> tuple[list[Belongs], list[LeftOut]]:
    with tempfile.TemporaryDirectory() as scratch:
        found = scan([path], unpack_into=Path(scratch))
    of_a_study = [Belongs(path, study.uid, study.patient.id) for study in found.studies]
    left_out = [LeftOut(path, f"{file.path.name} in it: {file.reason}") for file in found.left_out]
    return of_a_study, left_out
