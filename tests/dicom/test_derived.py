"""What we derive from images that other people's scanners and programs wrote."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from station.dicom.contours import write_rtstruct
from station.dicom.derived import OutlinedVoi
from station.dicom.load import scan
from station.dicom.masks import read_masks
from station.dicom.report import MeasuredVoi, read_sr, write_sr
from station.dicom.segmentation import write_seg
from station.pet.sites import PlacedVoi, SiteKind
from station.pet.study import Series
from station.pet.voi import Mask, Measurement, PeakRule, Sphere
from station.pet.volume import Unit

IMAGES = [
    "sarcoma/STS_001/PET/image",
    "sarcoma/STS_002/PET/image",
    "suv_dro/DRO_0_0",
    "suv_dro/DRO_2_4",
    "nema_pair",
]
MEASURED = Measurement(Unit.SUV_BW, 5.0, 4.0, 3.0, 0.5, 2.0, 3.0, 90, None, None, PeakRule.GLOBAL)


@pytest.fixture(params=IMAGES)
def series(request: pytest.FixtureRequest, shared_data: Path) -> Series:
    found = scan([shared_data / request.param]).studies
    return next(one for study in found for one in study.series if one.is_pet)


def liver(series: Series) -> OutlinedVoi:
    """3 mL in the middle of the image."""
    geometry = series.geometry
    assert geometry is not None
    left, posterior, superior = map(float, geometry.centre_mm)
    shape = Sphere((left, posterior, superior), 3.0)
    centres = geometry.to_patient(np.moveaxis(np.indices(geometry.shape), 0, -1))
    inside = np.linalg.norm(centres - shape.centre_mm, axis=-1) <= shape.radius_mm
    voi = PlacedVoi("a1", "Liver", shape, SiteKind.REFERENCE, site="liver")
    return OutlinedVoi(voi, Mask(inside, geometry))


def report(series: Series, path: Path) -> None:
    write_sr([MeasuredVoi(liver(series).voi, series, MEASURED)], "Ito", path)


def segmentation(series: Series, path: Path) -> None:
    write_seg(series, [liver(series)], "Ito", path)


def structure_set(series: Series, path: Path) -> None:
    write_rtstruct(series, [liver(series)], "Ito", path)


def errors(path: str | Path) -> set[str]:
    checked = subprocess.run(["dciodvfy", str(path)], capture_output=True, text=True, check=False)
    lines = (checked.stdout + checked.stderr).splitlines()
    return {line for line in lines if line.startswith("Error")}


@pytest.mark.parametrize("write", [report, segmentation, structure_set])
def test_dciodvfy_finds_no_error_that_the_image_did_not_have(
    series: Series, tmp_path: Path, write: Callable[[Series, Path], None]
) -> None:
    if shutil.which("dciodvfy") is None:
        pytest.skip("dciodvfy is not installed: it is in the Debian package dicom3tools")
    write(series, tmp_path / "derived.dcm")
    assert series.slices is not None
    assert errors(tmp_path / "derived.dcm") <= errors(series.slices.paths[0])


@pytest.mark.parametrize("write", [segmentation, structure_set])
def test_what_was_outlined_on_a_real_image_reads_back_voxel_for_voxel(
    series: Series, tmp_path: Path, write: Callable[[Series, Path], None]
) -> None:
    write(series, tmp_path / "derived.dcm")
    (found,) = read_masks(tmp_path / "derived.dcm", series).masks
    expected = liver(series).mask
    assert found.mask.geometry.same_grid(expected.geometry)
    assert np.array_equal(found.mask.inside, expected.inside)


def test_what_was_measured_on_a_real_image_reads_back(series: Series, tmp_path: Path) -> None:
    report(series, tmp_path / "sr.dcm")
    (told,) = read_sr(tmp_path / "sr.dcm").vois
    assert (told.series_uid, told.maximum, told.mean) == (series.uid, 5.0, 3.0)
    shape = liver(series).voi.shape
    assert isinstance(shape, Sphere)
    np.testing.assert_allclose(told.sphere.centre_mm, shape.centre_mm, atol=1e-4)
