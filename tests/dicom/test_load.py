"""What a scan finds in folders of DICOM, and what it leaves out."""

import os

import numpy as np
import pytest
from pydicom.dataset import Dataset

from station.dicom.load import read_image, scan
from station.errors import Cancelled, DicomError, SuvError
from station.pet.study import Role
from station.pet.suv import suv_conversion
from station.pet.volume import Unit
from tests.dicom.opened import all_series, edited, in_slice, one_reason, only, reasons, setting
from tests.dicom.synthetic import ramp, write_series

# --- studies and series ---------------------------------------------------------------------------


def test_a_folder_of_slices_is_one_series_ordered_feet_to_head(tmp_path):
    paths = write_series(tmp_path / "a", ramp())
    for path, name in zip(paths, "fbdace", strict=True):  # names say nothing
        path.rename(path.with_name(name))
    series = only(scan([tmp_path]))
    assert series.geometry is not None
    assert series.geometry.shape == (6, 5, 4)
    assert series.warnings == ()
    assert series.problem is None
    np.testing.assert_array_equal(read_image(series).volume().voxels, ramp())


def test_facts_of_study_patient_and_series_are_read(tmp_path):
    write_series(tmp_path, ramp(), name="WB AC")
    (study,) = scan([tmp_path]).studies
    assert (study.patient.id, study.patient.name, study.patient.sex) == ("SYN1", "Doe, Jane", "F")
    assert str(study.patient.birth_date) == "1960-01-02"
    assert (str(study.date), str(study.time)) == ("2024-03-01", "09:55:00")
    assert (study.description, study.accession) == ("Synthetic study", "A1")
    (series,) = study.series
    assert series.label == 'Series 4 "WB AC"'
    assert (series.modality, series.unit, series.role) == ("PT", Unit.BQ_PER_ML, Role.CONVENTIONAL)
    assert (series.manufacturer, series.model) == ("Station", "Synthetic")
    assert series.reconstruction == "OSEM"
    assert str(series.datetime) == "2024-03-01 10:00:00"


def test_a_copy_of_a_slice_is_left_out(tmp_path):
    paths = write_series(tmp_path / "a", ramp())
    (tmp_path / "z").mkdir()
    copy = tmp_path / "z" / "copy.dcm"
    copy.write_bytes(paths[2].read_bytes())
    found = scan([tmp_path])
    assert one_reason(found) == f"It is the same SOP instance as {paths[2]}."
    (series,) = all_series(found)
    assert series.geometry is not None
    assert series.geometry.shape[0] == 6


@pytest.mark.parametrize(
    ("sop_class", "kind"),
    [
        ("1.2.840.10008.5.1.4.1.1.481.3", "RT Structure Set"),
        ("1.2.840.10008.5.1.4.1.1.66.4", "Segmentation"),
        ("1.2.840.10008.5.1.4.1.1.88.34", "Structured Report"),
    ],
)
def test_contours_masks_and_measurements_are_offered_and_not_left_out(tmp_path, sop_class, kind):
    write_series(tmp_path / "good", ramp(), name="good")
    (path,) = write_series(
        tmp_path / "rois", ramp(1), name="rois", edit=setting(SOPClassUID=sop_class)
    )
    found = scan([tmp_path])
    assert found.left_out == ()
    (file,) = found.voi_files
    assert (file.path, file.kind, file.description) == (path, kind, "rois")
    assert file.folder == tmp_path / "rois"
    assert file.study_uid == found.studies[0].uid


def test_a_scan_reports_rising_fractions_and_can_be_cancelled(tmp_path):
    write_series(tmp_path, ramp())
    fractions: list[float] = []
    scan([tmp_path], lambda fraction, message: fractions.append(fraction))
    assert fractions == sorted(fractions)
    assert fractions[-1] == 1

    def cancel(fraction: float, message: str) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        scan([tmp_path], cancel)


# --- patients -------------------------------------------------------------------------------------


def test_two_patients_make_two_studies(tmp_path):
    write_series(tmp_path / "a", ramp(), study="a")
    write_series(tmp_path / "b", ramp(), study="b", edit=setting(PatientID="SYN2"))
    found = scan([tmp_path])
    assert sorted(study.patient.id for study in found.studies) == ["SYN1", "SYN2"]
    assert found.files == 12


def test_a_series_of_another_patient_in_the_same_study_is_refused(tmp_path):
    write_series(tmp_path / "a", ramp(), name="a")
    write_series(tmp_path / "b", ramp(2), name="b", edit=setting(PatientID="SYN2"))
    a, b = sorted(all_series(scan([tmp_path])), key=lambda series: series.description)
    assert a.problem is None
    assert b.problem is not None
    assert 'its PatientID is "SYN2", but its study is that of "SYN1"' in b.problem
    with pytest.raises(DicomError, match="SYN2"):
        read_image(b)


def test_a_series_whose_slices_have_two_patient_ids_is_not_shown(tmp_path):
    def edit(ds: Dataset, i: int) -> None:
        ds.PatientID = "A" if i < 3 else "B"

    write_series(tmp_path, ramp(), edit=edit)
    series = only(scan([tmp_path]))
    assert series.problem is not None
    assert 'PatientID of its slices is "A" in some and "B" in others' in series.problem


def test_the_few_slices_of_another_patient_are_set_apart(tmp_path):
    write_series(tmp_path, ramp(), edit=in_slice(4, PatientID="B"))
    found = scan([tmp_path])
    assert one_reason(found) == (
        'Its PatientID is "B", but that of the other slices of its series "SYN1".'
    )
    (series,) = all_series(found)
    assert series.slices is not None
    assert series.slices.missing.tolist() == [False] * 4 + [True, False]


@pytest.mark.parametrize("written", ["", " SYN1 "])
@pytest.mark.parametrize("slice_", [0, 3])
def test_a_patient_id_that_is_missing_or_padded_in_one_slice_is_no_other(tmp_path, slice_, written):
    series = edited(tmp_path, in_slice(slice_, PatientID=written))
    assert series.problem is None
    assert series.warnings == ()


# --- bad input: a sentence, and the rest still opens ----------------------------------------------


def test_every_file_of_a_bad_folder_is_in_a_series_or_left_out_with_a_sentence(tmp_path):
    write_series(tmp_path / "good", ramp())
    (tmp_path / "empty.dcm").touch()
    (tmp_path / "text.dcm").write_text("Dear colleague,\n" * 100)
    (tmp_path / "noise.dcm").write_bytes(np.random.default_rng(1).bytes(5000))
    (tmp_path / "zeros.dcm").write_bytes(bytes(5000))
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(50))
    (tmp_path / "magic_only.dcm").write_bytes(bytes(128) + b"DICM")
    (tmp_path / "encrypted.p7m").write_bytes(
        b"\x30\x82\x10\x00\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x03" + bytes(99)
    )
    found = scan([tmp_path, tmp_path / "no such folder"])
    assert reasons(found) == {
        "empty.dcm": "The file is empty (0 bytes).",
        "text.dcm": "It is not a DICOM file; it holds text.",
        "noise.dcm": "It is not a DICOM file.",
        "zeros.dcm": "It is not a DICOM file.",
        "picture.png": "It is not a DICOM file but a PNG picture.",
        "magic_only.dcm": "It is a DICOM file without a SOPClassUID, so its content is unknown.",
        "encrypted.p7m": "It is encrypted (a CMS envelope); decrypt it first.",
        "no such folder": "There is no such file or folder.",
    }
    (series,) = all_series(found)
    assert series.problem is None
    assert found.files == 13


@pytest.mark.parametrize("share", [0.01, 0.1, 0.3, 0.6, 0.9, 0.99])
def test_a_truncated_file_is_left_out_and_its_place_stays_empty(tmp_path, share):
    paths = write_series(tmp_path, ramp(6, 32, 32))
    content = paths[2].read_bytes()
    paths[2].write_bytes(content[: int(share * len(content))])
    found = scan([tmp_path])
    assert len(one_reason(found)) > 20
    (series,) = all_series(found)
    assert series.slices is not None
    assert series.slices.missing.tolist() == [False, False, True, False, False, False]


def test_ten_thousand_junk_files_beside_a_series_do_no_harm(tmp_path):
    write_series(tmp_path / "good", ramp())
    junk = tmp_path / "junk"
    junk.mkdir()
    noise = tmp_path / "noise"
    noise.write_bytes(np.random.default_rng(1).bytes(64))
    for number in range(10_000):
        os.link(noise, junk / f"{number}.dcm")  # faster than to write it as often
    noise.unlink()
    found = scan([tmp_path])
    assert len(found.left_out) == 10_000
    assert len(all_series(found)) == 1


# --- published values -----------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["0_0", "1_0", "2_0", "2_4", "3_0", "3_1", "4_0"])
def test_suv_reference_objects_give_the_published_values(shared_data, name):
    nibabel = pytest.importorskip("nibabel")
    series = only(scan([shared_data / "suv_dro" / f"DRO_{name}" / "PT"]))
    assert series.suv is not None
    conversion = suv_conversion(series.suv)
    suv = read_image(series).volume(conversion.factor, Unit.SUV_BW)
    mask = nibabel.load(shared_data / "suv_dro" / "DRO_mask.nii.gz").get_fdata().transpose(2, 1, 0)
    inside = suv.voxels[mask > 0]
    assert round(float(inside.min()), 2) == 0.20
    assert round(float(np.median(inside)), 2) == 1.00
    assert round(float(inside.max()), 2) == 4.00


@pytest.mark.parametrize(
    ("patient", "voxels", "suv_max", "suv_mean"),
    [("STS_001", 5095, 7.91067, 2.55513), ("STS_002", 555, 21.67575, 7.36962)],
)
def test_sarcoma_tumours_have_the_published_suv(shared_data, patient, voxels, suv_max, suv_mean):
    nibabel = pytest.importorskip("nibabel")
    folder = shared_data / "sarcoma" / patient
    image = nibabel.load(folder / "nifti" / "PET_image.nii.gz")
    mask = nibabel.load(folder / "nifti" / "PET_mask.nii.gz").get_fdata().transpose(2, 1, 0) > 0
    series = only(scan([folder / "PET" / "image"]))
    volume = read_image(series).volume()
    assert volume.unit is Unit.SUV_BW
    np.testing.assert_allclose(volume.voxels, image.get_fdata().transpose(2, 1, 0), atol=1e-4)
    # NIfTI counts to the right, front and head, and its indices run the other way round.
    flip = np.diag([-1.0, -1.0, 1.0, 1.0])
    np.testing.assert_allclose(volume.affine[:, [2, 1, 0, 3]], flip @ image.affine, atol=2e-3)
    inside = volume.voxels[mask]
    assert inside.size == voxels
    assert float(inside.max()) == pytest.approx(suv_max, abs=1e-5)
    assert float(inside.mean()) == pytest.approx(suv_mean, abs=1e-5)


@pytest.mark.parametrize("patient", ["STS_001", "STS_002"])
def test_a_sarcoma_study_holds_pet_and_ct_of_one_frame_of_reference(shared_data, patient):
    found = scan([shared_data / "sarcoma" / patient])
    (study,) = found.studies
    by_modality = {series.modality: series for series in study.series}
    pet, ct = by_modality["PT"], by_modality["CT"]
    assert (pet.role, ct.role) == (Role.CONVENTIONAL, Role.CT)
    assert pet.frame_of_reference_uid == ct.frame_of_reference_uid != ""
    assert pet.geometry is not None
    assert ct.geometry is not None
    assert ct.geometry.spacing_mm == pytest.approx((3.27, 0.976562, 0.976562), abs=1e-5)
    # both crops surround the same tumour
    np.testing.assert_allclose(pet.geometry.centre_mm, ct.geometry.centre_mm, atol=5)
    assert read_image(ct).volume().voxels.dtype == np.int16
    assert {file.path.name for file in found.voi_files} >= {"RS.dcm", "PET_mask.nii.gz"}
    assert found.left_out == ()


def test_the_nema_pair_is_shown_in_stored_values_and_refused_suv(shared_data):
    parts = all_series(scan([shared_data / "nema_pair"]))
    assert [part.geometry.shape for part in parts if part.geometry] == [(89, 192, 192)] * 2
    one, other = parts
    assert one.frame_of_reference_uid != other.frame_of_reference_uid
    for series in parts:
        assert series.problem is None
        assert series.suv is not None
        with pytest.raises(SuvError):
            _ = suv_conversion(series.suv).factor
        volume = read_image(series).volume()
        assert volume.unit is Unit.STORED
        assert float(volume.voxels.max()) > float(volume.voxels[:, :20].mean())  # not inverted
