"""Which study a file belongs to."""

from pathlib import Path

from station.dicom.survey import belongs
from tests.dicom.synthetic import uid
from tests.made_up import studies


def test_a_file_belongs_to_the_study_of_its_header(tmp_path: Path) -> None:
    studies.write_pet(tmp_path, "WB AC", 4.0, study="A", PatientID="P1")
    files = sorted(tmp_path.rglob("*.dcm"))
    found, left_out = belongs(files)
    assert {(one.study_uid, one.patient_id, one.vois) for one in found} == {(uid("A"), "P1", False)}
    assert [one.path for one in found] == files
    assert left_out == []


def test_what_is_no_dicom_is_left_out_with_the_reason(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("text")
    (tmp_path / "b.nii").write_bytes((348).to_bytes(4, "little") + bytes(340) + b"n+1\0" + bytes(8))
    found, left_out = belongs(sorted(tmp_path.iterdir()))
    assert found == []
    assert [file.path.name for file in left_out] == ["a.txt", "b.nii"]
    assert left_out[1].reason == "It is a NIfTI, which does not say of which study."


def test_a_truncated_file_is_of_its_study_and_left_out_with_the_reason(tmp_path: Path) -> None:
    studies.write_pet(tmp_path, "WB AC", 4.0, study="A")
    first = min(tmp_path.rglob("*.dcm"))
    first.write_bytes(first.read_bytes()[:-100])
    found, left_out = belongs([first])
    assert [one.study_uid for one in found] == [uid("A")]
    assert [file.path for file in left_out] == [first]
    assert "It is truncated" in left_out[0].reason


def test_a_file_that_names_no_study_is_of_none(tmp_path: Path) -> None:
    studies.write_pet(tmp_path, "WB AC", 4.0, StudyInstanceUID="")
    found, left_out = belongs([min(tmp_path.rglob("*.dcm"))])
    assert found == []
    assert "StudyInstanceUID is missing" in left_out[0].reason
