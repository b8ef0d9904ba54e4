"""PT and CT series as we write them, read by pydicom and checked by dciodvfy."""

import shutil
import subprocess
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import numpy as np
import pytest
from pydicom import dcmread

from station.dicom.save import (
    CtHeader,
    Examination,
    PetHeader,
    uid_of,
    write_ct,
    write_pet,
)
from station.errors import Cancelled, StationError
from station.pet.study import Radiopharmaceutical
from station.pet.volume import Geometry, Unit, Volume

START = datetime(2024, 5, 14, 9, 31)
HALF_LIFE_S = 6586.2

EXAMINATION = Examination(
    patient_id="P1",
    patient_name="Müller^Jörg",
    sex="M",
    age_years=61,
    height_m=1.74,
    weight_kg=70.2,
    study_uid=uid_of("study"),
    study_id="S1",
    accession="A1",
    description="FDG PET/CT",
    started=START - timedelta(minutes=1),
    frame_of_reference_uid=uid_of("frame"),
    manufacturer="Maker",
    model="Model",
    institution="House",
    comments="A test",
    is_phantom=True,
)
PET = PetHeader(
    uid=uid_of("pet"),
    number=3,
    description="OSEM 4i10s",
    image_type=("ORIGINAL", "PRIMARY"),
    started=START,
    kernel="NONE",
    reconstruction="OSEM 4i10s",
    radiopharmaceutical=Radiopharmaceutical(
        name="Fluorodeoxyglucose",
        total_dose=259.7e6,
        half_life_s=HALF_LIFE_S,
        start_datetime=START - timedelta(minutes=61),
    ),
    bed_duration_s=120,
    bed_length_mm=12,
)
CT = CtHeader(
    uid=uid_of("ct"),
    number=2,
    description="CT 4.0",
    image_type=("ORIGINAL", "PRIMARY", "AXIAL"),
    started=START,
    kernel="soft tissue",
    tube_voltage_kv=120,
)
GEOMETRY = Geometry(
    (6, 10, 8),
    np.array([[0, 0, 2, -7], [0, 2.5, 0, -9], [4, 0, 0, -900], [0, 0, 0, 1]], dtype=np.float64),
)


def activity() -> Volume:
    """Slices of very different activity, one of them empty."""
    voxels = np.random.default_rng(1).gamma(2, 1, GEOMETRY.shape).astype(np.float32)
    voxels *= np.array([1e-2, 1, 0, 1e3, 1e5, 1e4], dtype=np.float32)[:, None, None]
    return Volume(voxels, GEOMETRY, Unit.BQ_PER_ML)


def attenuation() -> Volume:
    voxels = np.random.default_rng(2).integers(-1024, 3071, GEOMETRY.shape).astype(np.int16)
    return Volume(voxels, GEOMETRY, Unit.HU)


def test_a_pet_series_reads_back_slice_by_slice(tmp_path: Path):
    volume = activity()
    write_pet(volume, EXAMINATION, PET, tmp_path)
    for index, path in enumerate(sorted(tmp_path.iterdir())):
        image = dcmread(path)
        values = image.pixel_array * float(image.RescaleSlope) + float(image.RescaleIntercept)
        step = max(float(volume.voxels[index].max()) / 32767, 1e-12)
        np.testing.assert_allclose(values, volume.voxels[index], atol=0.51 * step)
        assert [float(v) for v in image.ImagePositionPatient] == [-7, -9, -900 + 4 * index]
        assert [float(v) for v in image.PixelSpacing] == [2.5, 2]
        assert image.InstanceNumber == image.ImageIndex == index + 1


def test_a_ct_series_reads_back_exactly(tmp_path: Path):
    volume = attenuation()
    write_ct(volume, EXAMINATION, CT, tmp_path)
    stored = np.stack([dcmread(path).pixel_array for path in sorted(tmp_path.iterdir())])
    np.testing.assert_array_equal(stored, volume.voxels)


def test_all_that_suv_needs_is_in_the_header(tmp_path: Path):
    write_pet(activity(), EXAMINATION, PET, tmp_path)
    image = dcmread(tmp_path / "0001.dcm")
    drug = image.RadiopharmaceuticalInformationSequence[0]
    assert image.Units == "BQML"
    assert image.DecayCorrection == "START"
    assert {"ATTN", "DECY", "SCAT"} <= set(image.CorrectedImage)
    assert float(image.PatientWeight) == 70.2
    assert float(image.PatientSize) == 1.74
    assert float(drug.RadionuclideTotalDose) == 259.7e6
    assert float(drug.RadionuclideHalfLife) == HALF_LIFE_S
    assert drug.RadiopharmaceuticalStartDateTime == "20240514083000"
    assert (image.SeriesDate, image.SeriesTime) == ("20240514", "093100.000000")


def test_each_bed_has_its_own_time_and_decay_factor(tmp_path: Path):
    write_pet(activity(), EXAMINATION, PET, tmp_path)
    first, second = dcmread(tmp_path / "0001.dcm"), dcmread(tmp_path / "0004.dcm")
    assert first.AcquisitionTime == "093100.000000"
    assert second.AcquisitionTime == "093300.000000"
    assert float(second.FrameReferenceTime) - float(first.FrameReferenceTime) == 120_000
    assert float(second.DecayFactor) / float(first.DecayFactor) == pytest.approx(
        2 ** (120 / HALF_LIFE_S), rel=1e-5
    )
    # The mean of a decaying activity is reached a little before the middle of the frame.
    assert 59_500 < float(first.FrameReferenceTime) < 60_000


def test_names_of_any_alphabet_are_kept(tmp_path: Path):
    write_ct(attenuation(), EXAMINATION, CT, tmp_path)
    assert str(dcmread(tmp_path / "0001.dcm").PatientName) == "Müller^Jörg"


def test_uids_are_the_same_for_the_same_facts_and_differ_between_slices(tmp_path: Path):
    for folder in ("one", "two"):
        write_ct(attenuation(), EXAMINATION, CT, tmp_path / folder)
    uids = [
        [dcmread(path).SOPInstanceUID for path in sorted((tmp_path / folder).iterdir())]
        for folder in ("one", "two")
    ]
    assert uids[0] == uids[1]
    assert len(set(uids[0])) == GEOMETRY.shape[0]
    assert all(uid.startswith("2.25.") and len(uid) <= 64 for uid in uids[0])


def test_a_phantom_is_marked_as_one(tmp_path: Path):
    write_ct(attenuation(), EXAMINATION, CT, tmp_path / "phantom")
    write_ct(attenuation(), replace(EXAMINATION, is_phantom=False), CT, tmp_path / "person")
    assert dcmread(tmp_path / "phantom" / "0001.dcm").QualityControlSubject == "YES"
    assert "QualityControlSubject" not in dcmread(tmp_path / "person" / "0001.dcm")


def test_suv_is_refused_as_bq_per_ml(tmp_path: Path):
    with pytest.raises(StationError, match="written in Bq/mL, but the image is in SUVbw"):
        write_pet(activity().scaled(1, Unit.SUV_BW), EXAMINATION, PET, tmp_path)


def test_tilted_slices_are_refused(tmp_path: Path):
    affine = GEOMETRY.affine.copy()
    affine[1, 0] = 1.5
    tilted = Volume(attenuation().voxels.copy(), Geometry(GEOMETRY.shape, affine), Unit.HU)
    with pytest.raises(StationError, match="only axial slices"):
        write_ct(tilted, EXAMINATION, CT, tmp_path)


def test_negative_activity_is_refused(tmp_path: Path):
    with pytest.raises(StationError, match="below 0 Bq/mL"):
        write_pet(activity().scaled(-1, Unit.BQ_PER_ML), EXAMINATION, PET, tmp_path)


def test_writing_stops_when_asked(tmp_path: Path):
    def stop(fraction: float, message: str) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        write_ct(attenuation(), EXAMINATION, CT, tmp_path, stop)


@pytest.mark.parametrize("modality", ["PT", "CT"])
def test_dciodvfy_finds_no_error(tmp_path: Path, modality: str):
    if shutil.which("dciodvfy") is None:
        pytest.skip("dciodvfy is not installed: it is in the Debian package dicom3tools")
    if modality == "PT":
        write_pet(activity(), EXAMINATION, PET, tmp_path)
    else:
        write_ct(attenuation(), EXAMINATION, CT, tmp_path)
    checked = subprocess.run(
        ["dciodvfy", str(tmp_path / "0002.dcm")], capture_output=True, text=True, check=False
    )
    assert "Error" not in checked.stdout + checked.stderr
