"""What is remembered of a folder is what a scan of it gives."""

import shutil
from pathlib import Path

import numpy as np
import pytest

from station.dicom import load
from station.errors import DicomError
from station.operations.images import load_image
from station.pet.volume import Unit
from tests.made_up import scanned


def test_a_folder_is_read_once_until_a_file_of_it_changes(
    pair: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "pair"
    shutil.copytree(pair, folder)
    found = scanned.scan([folder])
    expected = load.scan([folder])
    assert found.files == expected.files
    assert [study.uid for study in found.studies] == [study.uid for study in expected.studies]
    assert scanned.scan([folder]) is found
    sorted(folder.rglob("*.dcm"))[0].unlink()
    assert scanned.scan([folder]).files == expected.files - 1


def test_what_is_not_a_folder_of_dicom_files_is_read_each_time(pair: Path, tmp_path: Path) -> None:
    folder = tmp_path / "pair"
    shutil.copytree(pair, folder)
    (folder / "readme.txt").write_text("none", encoding="utf-8")
    assert scanned.scan([folder]) is not scanned.scan([folder])


def test_an_image_is_read_once_until_a_file_of_it_changes(pair: Path, tmp_path: Path) -> None:
    folder = tmp_path / "pair"
    shutil.copytree(pair, folder)
    series = next(one for one in load.scan([folder]).studies[0].series if one.is_pet)
    image = scanned.load_image(series)
    expected = load_image(series)
    assert np.array_equal(image.volume.voxels, expected.volume.voxels)
    assert scanned.load_image(series) is image
    assert scanned.load_image(series, unit=Unit.SUV_LBM) is not image
    assert scanned.rotating_mip(image.volume) is scanned.rotating_mip(image.volume)
    assert series.slices is not None
    Path(series.slices.paths[0]).unlink()
    with pytest.raises(DicomError, match="cannot be read"):
        scanned.load_image(series)
