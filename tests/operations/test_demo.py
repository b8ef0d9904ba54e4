"""The demo study: whole or absent, labelled synthetic, and right in SUV."""

import json
from datetime import datetime
from pathlib import Path

import numpy as np
import pytest
from pydicom import Dataset, dcmread

from station.errors import Cancelled, StationError
from station.operations.demo import make_demo_study
from station.pet.filters import smoothed
from station.pet.volume import Geometry
from station.simulate.anatomy import draw_patient
from station.simulate.phantom import Quantity, rasterise

pytestmark = pytest.mark.simulated

COARSER = 4  # 8 mm PET voxels


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_demo_study(tmp_path_factory.mktemp("demo") / "study", coarser=COARSER)


def images(study: Path, series: str) -> list[Dataset]:
    return [dcmread(path) for path in sorted((study / series).iterdir())]


def suv_factor(image: Dataset) -> float:
    """SUVbw an Bq/mL, by the header's own times (decay corrected to the series' start)."""
    drug = image.RadiopharmaceuticalInformationSequence[0]
    injected = datetime.strptime(drug.RadiopharmaceuticalStartDateTime, "%Y%m%d%H%M%S")
    start = datetime.strptime(image.SeriesDate + image.SeriesTime, "%Y%m%d%H%M%S.%f")
    halvings = (start - injected).total_seconds() / float(drug.RadionuclideHalfLife)
    activity = float(drug.RadionuclideTotalDose) * 0.5**halvings
    return float(image.PatientWeight) * 1000 / activity


@pytest.mark.parametrize("series", ["PT-unfiltered", "PT-conventional"])
def test_suv_by_the_header_is_the_suv_of_the_patient(study: Path, series: str):
    slices = images(study, series)
    suv = np.stack([image.pixel_array * float(image.RescaleSlope) for image in slices])
    suv *= suv_factor(slices[0])
    first, voxel_mm = slices[0], float(slices[0].PixelSpacing[0])
    x, y, z = (float(v) for v in first.ImagePositionPatient)
    geometry = Geometry(
        (len(slices), first.Rows, first.Columns),
        np.array([[0, 0, voxel_mm, x], [0, voxel_mm, 0, y], [voxel_mm, 0, 0, z], [0, 0, 0, 1]]),
    )
    patient = draw_patient(1)
    truth = rasterise(patient, geometry, Quantity.SUV).voxels
    liver = next(organ.suv for organ in patient.organs if organ.name == "liver")
    inside = np.isclose(truth, liver, rtol=1e-5).astype(np.float32)
    core = smoothed(inside, 20.0, (voxel_mm, voxel_mm, voxel_mm)) > 0.95
    assert core.sum() > 100
    assert suv[core].mean() == pytest.approx(liver, rel=0.02)


def test_the_three_series_share_study_patient_and_frame_of_reference(study: Path):
    firsts = [images(study, name)[0] for name in ("PT-unfiltered", "PT-conventional", "CT")]
    for keyword in ("StudyInstanceUID", "PatientID", "FrameOfReferenceUID"):
        assert len({image[keyword].value for image in firsts}) == 1
    assert len({image.SeriesInstanceUID for image in firsts}) == 3


def test_every_image_says_that_it_is_synthetic(study: Path):
    for path in study.rglob("*.dcm"):
        image = dcmread(path, stop_before_pixels=True)
        for keyword in (
            "PatientName",
            "StudyDescription",
            "SeriesDescription",
            "Manufacturer",
            "InstitutionName",
            "ImageComments",
            "PatientComments",
        ):
            assert "SYNTHETIC" in str(image[keyword].value), (path, keyword)
        assert image.QualityControlSubject == "YES"
        assert str(image.PatientID).startswith("STATION-DEMO-")


def test_series_are_named_by_their_reconstruction(study: Path):
    described = {
        name: images(study, name)[0] for name in ("PT-unfiltered", "PT-conventional", "CT")
    }
    assert {name: image.SeriesDescription for name, image in described.items()} == {
        "PT-unfiltered": "OSEM 4i10s unfiltered (SYNTHETIC)",
        "PT-conventional": "OSEM 2i10s + Gaussian 6 mm (SYNTHETIC)",
        "CT": "CT 4.0 (SYNTHETIC)",
    }
    assert described["PT-conventional"].ConvolutionKernel == "Gaussian 6 mm"
    assert described["PT-conventional"].ReconstructionMethod == "OSEM 2i10s"


def test_the_truth_lies_beside_the_images(study: Path):
    truth = json.loads((study / "lesions.json").read_text(encoding="utf-8"))
    lesions = draw_patient(1).lesions
    assert [item["site"] for item in truth["lesions"]] == [lesion.site for lesion in lesions]
    for item, lesion in zip(truth["lesions"], lesions, strict=True):
        assert item["centre_lps_mm"] == pytest.approx(lesion.centre_mm, abs=0.01)
        assert item["volume_ml"] == pytest.approx(lesion.volume_ml, abs=0.001)


def test_the_same_seed_writes_the_same_bytes_and_progress_never_runs_backwards(
    study: Path, tmp_path: Path
):
    seen: list[float] = []
    again = make_demo_study(
        tmp_path / "again", lambda fraction, message: seen.append(fraction), coarser=COARSER
    )
    for path in sorted(study.rglob("*.*")):
        assert (again / path.relative_to(study)).read_bytes() == path.read_bytes(), path
    assert seen == sorted(seen)
    assert seen[0] >= 0
    assert seen[-1] == pytest.approx(1.0)


@pytest.mark.parametrize("when", [0.0, 0.3, 0.8])
def test_a_cancelled_study_leaves_nothing(tmp_path: Path, when: float):
    def stop(fraction: float, message: str) -> None:
        if fraction >= when:
            raise Cancelled

    with pytest.raises(Cancelled):
        make_demo_study(tmp_path / "study", stop, coarser=COARSER)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path):
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(StationError, match=r"is not empty.*Choose another folder"):
        make_demo_study(tmp_path, coarser=COARSER)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_a_place_that_cannot_be_written_is_said(tmp_path: Path):
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(StationError, match="cannot be written"):
        make_demo_study(tmp_path / "file" / "study", coarser=COARSER)
