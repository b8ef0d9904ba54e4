"""Copies for blinded reading show the image and nothing else."""

import shutil
import subprocess
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydicom import dcmread
from pydicom.datadict import tag_for_keyword
from pydicom.tag import BaseTag

from station.dicom.deidentify import (
    COPY_TIME_S,
    KEPT,
    META,
    Rule,
    copy_bytes,
    random_uid,
    slope_for,
    write_copy,
)
from station.dicom.load import read_image, scan
from station.errors import Cancelled
from station.pet.study import Series
from station.pet.suv import suv_conversion
from station.pet.volume import Geometry, Unit, Volume
from tests.dicom.copies import volume

CODE = "B2C3F4G5"


def read_back(folder: Path) -> tuple[Series, Volume]:
    """As the station's own loader shows it."""
    (study,) = scan([folder]).studies
    (series,) = study.series
    assert series.suv is not None
    conversion = suv_conversion(series.suv)
    return series, read_image(series).volume(conversion.factor, conversion.unit)


def copied(image: Volume, folder: Path) -> Path:
    slope = slope_for(float(np.abs(image.voxels).max()))
    write_copy(image, CODE, slope, folder / CODE)
    return folder / CODE


# --- The image ----------------------------------------------------------------------------------


def test_suv_reads_back_within_half_a_step(tmp_path: Path):
    image = volume(1)
    folder = copied(image, tmp_path)
    series, back = read_back(folder)
    assert back.unit is Unit.SUV_BW
    step = slope_for(float(image.voxels.max()))
    assert step < float(image.voxels.max()) / 16_000
    np.testing.assert_allclose(back.voxels, image.voxels, rtol=0, atol=step / 2 * 1.0001)
    assert series.problem is None
    assert series.warnings == ()


@settings(max_examples=25)
@given(highest=st.floats(1e-3, 5e3), low=st.floats(-0.2, 0.0), seed=st.integers(0, 99))
def test_any_height_reads_back_within_a_32000th_of_it(
    tmp_path_factory: pytest.TempPathFactory, highest: float, low: float, seed: int
):
    random = np.random.default_rng(seed)
    voxels = random.uniform(low, 1.0, (2, 3, 4)).astype(np.float32) * np.float32(highest)
    image = Volume(voxels, Geometry((2, 3, 4), np.eye(4)[[2, 1, 0, 3]]), Unit.SUV_BW)
    _, back = read_back(copied(image, tmp_path_factory.mktemp("copy")))
    limit = max(float(np.abs(voxels).max()) / 32_000, 2.0**-16)
    assert float(np.abs(back.voxels - image.voxels).max()) <= limit


@pytest.mark.parametrize(
    "affine",
    [
        [[0, 0, 2, -60], [0, 2, 0, -50], [3, 0, 0, 100], [0, 0, 0, 1]],
        [[0, 0, -2, 60], [0, -2, 0, 50], [3, 0, 0, 100], [0, 0, 0, 1]],
        [[0, 0, 2, 0], [2.5, 0, 0, 0], [0, -2, 0, 0], [0, 0, 0, 1]],
        [[0.5, 0, 2, 0], [0, 2, 0, 0], [3, 0, 0, 0], [0, 0, 0, 1]],
        [[0, 0, 1.01821, -407.284], [0, 1.01821, 0, -507.1], [2.027, 0, 0, -1203.9], [0, 0, 0, 1]],
    ],
    ids=["axial", "turned", "coronal", "tilted", "odd numbers"],
)
def test_the_grid_reads_back(tmp_path: Path, affine: list[list[float]]):
    geometry = Geometry((5, 6, 7), np.array(affine, dtype=float))
    voxels = np.random.default_rng(3).random(geometry.shape).astype(np.float32)
    _, back = read_back(copied(Volume(voxels, geometry, Unit.SUV_BW), tmp_path))
    assert back.geometry.same_grid(geometry)
    np.testing.assert_allclose(back.voxels, voxels, atol=2e-5)


def test_values_below_zero_are_kept(tmp_path: Path):
    voxels = volume(1).voxels - 1
    _, back = read_back(copied(Volume(voxels, volume(1).geometry, Unit.SUV_BW), tmp_path))
    assert float(back.voxels.min()) == pytest.approx(float(voxels.min()), abs=1e-3)


def test_slopes_are_powers_of_two_and_hold_the_height():
    for highest in (0.5, 7.0, 32_767 * 2.0**-9, 250.0, 4e4):
        slope = slope_for(highest)
        assert np.log2(slope).is_integer()
        assert highest <= slope * 32_767 * 1.000001
        assert highest > slope / 2 * 32_767


def test_only_suvbw_is_copied(tmp_path: Path):
    image = volume(1)
    other = Volume(image.voxels, image.geometry, Unit.BQ_PER_ML)
    with pytest.raises(ValueError, match="not in Bq/mL"):
        write_copy(other, CODE, 1.0, tmp_path / CODE)


def test_values_that_do_not_fit_or_are_missing_are_refused(tmp_path: Path):
    image = volume(1)
    with pytest.raises(ValueError, match="too fine"):
        write_copy(image, CODE, 1e-6, tmp_path / CODE)
    voxels = image.voxels.copy()
    voxels[1, 2, 3] = np.nan
    with pytest.raises(ValueError, match="missing"):
        write_copy(Volume(voxels, image.geometry, Unit.SUV_BW), CODE, 1.0, tmp_path / CODE)
    assert not (tmp_path / CODE).exists()


def test_writing_can_be_cancelled(tmp_path: Path):
    def stop(fraction: float, message: str) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        write_copy(volume(1), CODE, 0.001, tmp_path / CODE, stop)


# --- What else is in it -------------------------------------------------------------------------


def test_a_file_holds_what_is_kept_and_nothing_else(tmp_path: Path):
    folder = copied(volume(1), tmp_path)
    allowed = {BaseTag(tag_for_keyword(kept.keyword) or 0) for kept in KEPT}
    for path in folder.iterdir():
        assert set(dcmread(path).keys()) == allowed


def test_the_reviewed_list_is_in_the_order_of_tags_and_says_why():
    for kept in (*META, *KEPT):
        assert kept.why
        assert tag_for_keyword(kept.keyword) is not None
    tags = [tag_for_keyword(kept.keyword) or 0 for kept in KEPT]
    assert tags == sorted(set(tags))


def test_a_copy_says_that_it_is_deidentified_and_how(tmp_path: Path):
    file = dcmread(next(copied(volume(1), tmp_path).iterdir()))
    assert file.PatientIdentityRemoved == "YES"
    assert file.LongitudinalTemporalInformationModified == "REMOVED"
    (method,) = file.DeidentificationMethodCodeSequence
    assert (method.CodeValue, method.CodingSchemeDesignator) == ("113100", "DCM")
    assert file.PatientID == CODE
    for keyword in (
        "PatientName",
        "PatientBirthDate",
        "PatientSex",
        "StudyDate",
        "AccessionNumber",
    ):
        assert not file[keyword].value


PROFILE = """
AccessionNumber AcquisitionComments AcquisitionDateTime AcquisitionDeviceProcessingDescription
AcquisitionProtocolDescription AdditionalPatientHistory AdmissionID Allergies BodyPartExamined
ContentCreatorName ContentDate ContributingEquipmentSequence ContributionDescription
ConvolutionKernel CountryOfResidence DerivationDescription DerivationCodeSequence DetectorID
DeviceSerialNumber EthnicGroup FrameComments GantryID ImageComments InstanceCreationDate
InstitutionAddress InstitutionName InstitutionalDepartmentName IssuerOfPatientID
ManufacturerModelName MedicalAlerts MilitaryRank NameOfPhysiciansReadingStudy Occupation
OperatorsName OriginalAttributesSequence OtherPatientIDs OtherPatientNames PatientAddress
PatientAge PatientComments PatientMotherBirthName PatientSize PatientState PatientTelephoneNumbers
PatientWeight PerformedProcedureStepDescription PerformedProcedureStepID PerformingPhysicianName
PhysiciansOfRecord ProtocolName RadiopharmaceuticalStartDateTime ReasonForStudy
ReconstructionMethod ReferencedImageSequence ReferencedSeriesSequence RequestAttributesSequence
RequestedProcedureDescription SeriesDescription SoftwareVersions SourceImageSequence StationName
StudyComments StudyDescription TimezoneOffsetFromUTC
""".split()  # noqa: SIM905
"""Attributes that PS3.15 Table E.1-1 takes away, and that vendors and this program write"""


def test_nothing_that_the_profile_takes_away_is_kept():
    kept = {one.keyword: one for one in KEPT}
    for keyword in PROFILE:
        assert tag_for_keyword(keyword) is not None, keyword
        assert keyword not in kept or kept[keyword].value is None, keyword


def test_what_the_profile_empties_is_empty_and_every_uid_is_new():
    rules = {one.keyword: one for one in KEPT}
    for keyword in ("StudyDate", "StudyTime", "StudyID", "ReferringPhysicianName", "PatientSex"):
        assert rules[keyword].rule is Rule.CONSTANT
        assert rules[keyword].value is None
    for keyword in ("StudyInstanceUID", "SeriesInstanceUID", "FrameOfReferenceUID"):
        assert rules[keyword].rule is Rule.IMAGE_UID
    assert rules["SOPInstanceUID"].rule is Rule.FILE_UID


def test_two_copies_of_one_image_share_no_uid(tmp_path: Path):
    files = [
        dcmread(path)
        for name in ("a", "b")
        for path in sorted(copied(volume(1), tmp_path / name).iterdir())
    ]
    for keyword in ("StudyInstanceUID", "SeriesInstanceUID", "FrameOfReferenceUID"):
        assert len({file[keyword].value for file in files}) == 2
    assert len({file.SOPInstanceUID for file in files}) == len(files)
    assert all(file.file_meta.MediaStorageSOPInstanceUID == file.SOPInstanceUID for file in files)


def test_random_uids_are_valid_and_equally_long():
    uids = [random_uid() for _ in range(200)]
    assert all(uid.is_valid for uid in uids)
    assert {len(uid) for uid in uids} == {44}
    assert len(set(uids)) == 200


def test_names_sizes_and_times_tell_nothing(tmp_path: Path):
    a, b = (sorted(copied(volume(seed), tmp_path / str(seed)).iterdir()) for seed in (1, 2))
    assert [path.name for path in a] == [f"{number:04d}.dcm" for number in range(1, 11)]
    assert [path.stat().st_size for path in a] == [path.stat().st_size for path in b]
    assert {path.stat().st_mtime for path in (*a, *b, a[0].parent)} == {COPY_TIME_S}


def test_the_space_that_is_asked_for_is_enough(tmp_path: Path):
    image = volume(1)
    folder = copied(image, tmp_path)
    used = sum(path.stat().st_size for path in folder.iterdir())
    assert 0.2 * copy_bytes(image.shape) < used <= copy_bytes(image.shape)


@pytest.mark.skipif(shutil.which("dciodvfy") is None, reason="Debian's dicom3tools not installed")
def test_dciodvfy_finds_no_error(tmp_path: Path):
    for path in copied(volume(1), tmp_path).iterdir():
        found = subprocess.run(["dciodvfy", str(path)], capture_output=True, text=True, check=False)
        assert "Error" not in found.stderr, found.stderr
