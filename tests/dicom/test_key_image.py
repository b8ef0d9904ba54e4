"""A picture of the panes as Secondary Capture, as other programs read it."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from pydicom import dcmread

from station.dicom.key_image import write_key_image
from station.dicom.load import scan
from station.errors import StationError
from station.pet.study import Study
from tests.dicom.synthetic import ramp, write_series
from tests.dicom.test_report import dciodvfy_errors


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> Study:
    folder = tmp_path_factory.mktemp("pet")
    write_series(folder, ramp(4, 8, 8))
    (found,) = scan([folder]).studies
    return found


def picture(rows: int = 31, columns: int = 45) -> np.ndarray:
    """An odd number of bytes, every colour its own."""
    values = np.arange(rows * columns * 3) % 251
    return values.reshape(rows, columns, 3).astype(np.uint8)


def test_the_picture_comes_back_pixel_by_pixel(study: Study, tmp_path: Path) -> None:
    path = tmp_path / "key.dcm"
    write_key_image(study.series[0], picture(), path)
    back = dcmread(path)
    assert back.pixel_array.shape == (31, 45, 3)
    assert (back.pixel_array == picture()).all()


def test_it_belongs_to_the_patient_and_study_of_the_images(study: Study, tmp_path: Path) -> None:
    path = tmp_path / "key.dcm"
    write_key_image(study.series[0], picture(), path)
    back = dcmread(path)
    assert back.StudyInstanceUID == study.uid
    assert back.PatientID == study.patient.id
    assert back.SeriesInstanceUID not in {series.uid for series in study.series}
    assert back.BurnedInAnnotation == "YES"


def test_two_pictures_are_two_series(study: Study, tmp_path: Path) -> None:
    uids: set[str] = set()
    for name in ("a.dcm", "b.dcm"):
        write_key_image(study.series[0], picture(), tmp_path / name)
        back = dcmread(tmp_path / name)
        uids |= {back.SeriesInstanceUID, back.SOPInstanceUID}
    assert len(uids) == 4


def test_dciodvfy_finds_no_error(study: Study, tmp_path: Path) -> None:
    path = tmp_path / "key.dcm"
    write_key_image(study.series[0], picture(), path)
    assert dciodvfy_errors(path) == []


def test_a_series_in_no_file_is_refused(study: Study, tmp_path: Path) -> None:
    nowhere = replace(study.series[0], slices=None)
    with pytest.raises(StationError, match=r"has no files|no slices|is not in a file"):
        write_key_image(nowhere, picture(), tmp_path / "key.dcm")
