"""Which studies are found below folders, and what is looked at again."""

import shutil
import zipfile
from pathlib import Path

import pytest

from station.batch.survey import FoundStudy, Survey, look
from tests.made_up import studies


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """Two studies of one PET each."""
    for name in ("A", "B"):
        studies.write_pet(tmp_path / "in" / name, "WB AC", 4.0, study=name, PatientID=name)
    return tmp_path / "in"


def learned(survey: Survey) -> int:
    """Look at what changed; how many folders that were."""
    changed = survey.changed()
    for files in changed:
        survey.learn(files, look(files))
    return len(changed)


def found(*roots: Path, without: Path = Path("/nowhere")) -> dict[str, FoundStudy]:
    survey = Survey({str(root): None for root in roots}, without)
    learned(survey)
    return {study.patient_id: study for study in survey.studies()}


def test_each_study_is_found_with_its_files_and_the_folder_that_opens_it(source: Path) -> None:
    both = found(source)
    assert both.keys() == {"A", "B"}
    assert len(both["A"].images) == studies.SHAPE[0]
    assert both["A"].places == (str(source / "A" / "WB"),)
    assert both["A"].size_bytes == sum(file.stat().st_size for file in source.glob("A/WB/*"))


def test_a_study_in_two_folders_is_one_study(source: Path) -> None:
    shutil.copytree(source / "A", source / "copy")
    both = found(source)
    assert both.keys() == {"A", "B"}
    assert len(both["A"].images) == 2 * studies.SHAPE[0]
    assert len(both["A"].places) == 2


def test_two_studies_in_one_folder_are_opened_by_their_files(source: Path) -> None:
    for number, file in enumerate(source.glob("B/WB/*")):
        file.rename(source / "A" / "WB" / f"B{number}.dcm")
    both = found(source)
    assert len(both["A"].places) == len(both["B"].places) == studies.SHAPE[0]
    assert all(place.endswith(".dcm") for place in both["A"].places)


def test_only_folders_that_changed_are_looked_at_again(source: Path) -> None:
    survey = Survey({str(source): None}, Path("/nowhere"))
    assert learned(survey) == 2
    assert learned(survey) == 0
    before = {study.patient_id: study.fingerprint for study in survey.studies()}
    next(source.glob("A/WB/*")).unlink()
    assert learned(survey) == 1
    after = {study.patient_id: study.fingerprint for study in survey.studies()}
    assert after["A"] != before["A"]
    assert after["B"] == before["B"]
    shutil.rmtree(source / "B")
    assert learned(survey) == 0
    assert [study.patient_id for study in survey.studies()] == ["A"]


def test_the_results_of_the_batch_are_no_studies(source: Path) -> None:
    shutil.copytree(source / "A", source / "out" / "outputs" / "key")
    assert len(found(source, without=source / "out")["A"].images) == studies.SHAPE[0]


def test_only_the_studies_that_are_wanted_are_found(source: Path) -> None:
    uid = found(source)["B"].uid
    survey = Survey({str(source): (uid,)}, Path("/nowhere"))
    learned(survey)
    assert [study.uid for study in survey.studies()] == [uid]
    whole = Survey({str(source): (uid,), str(source / "A"): None}, Path("/nowhere"))
    learned(whole)
    assert len(whole.studies()) == 2


def test_a_zip_is_found_as_the_studies_in_it(source: Path, tmp_path: Path) -> None:
    packed = tmp_path / "packed.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        for file in source.rglob("*.dcm"):
            archive.write(file, file.relative_to(source))
    both = found(packed)
    assert both.keys() == {"A", "B"}
    assert [file.path for file in both["A"].images] == [str(packed)]


def test_what_is_of_no_study_is_left_out_with_the_reason(source: Path) -> None:
    (source / "notes.txt").write_text("no DICOM")
    survey = Survey({str(source): None, str(source / "gone"): None}, Path("/nowhere"))
    learned(survey)
    reasons = {file.path.name: file.reason for file in survey.left_out()}
    assert reasons.keys() == {"notes.txt", "gone"}
    assert reasons["gone"] == "There is no such file or folder."
