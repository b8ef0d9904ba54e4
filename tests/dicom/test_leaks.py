"""Each kind of leak that is put into prepared copies is found; copies as they are written pass."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydicom import dcmread
from pydicom.dataset import Dataset, FileDataset
from pydicom.uid import ImplicitVRLittleEndian, RLELossless

from station.dicom import leaks
from station.dicom.deidentify import random_uid, write_copy
from station.dicom.leaks import Words, check_copies
from station.errors import Cancelled
from station.pet.volume import Unit, Volume
from station.reading.protocol import Arm
from station.reading.worklist import Key, make_key
from tests.dicom.copies import SEED, keep_time, of_arm, prepared, rewritten, volume

WORDS = Words(
    patient=frozenset({"Doe", "Jane", "Li", "SYN1", "12345678", "2024-03-01", "Müller"}),
    method=frozenset({"Biograph", "Gaussian", "Siemens"}),
    uids=frozenset({"1.2.840.99.1"}),
)


@pytest.fixture(scope="module")
def clean(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Key]:
    """Copies of four cases as they are written. Read only."""
    folder = tmp_path_factory.mktemp("clean") / "images"
    return folder, prepared(folder)


@pytest.fixture
def copies(clean: tuple[Path, Key], tmp_path: Path) -> tuple[Path, Key]:
    """The same, to be spoiled."""
    folder, key = clean
    shutil.copytree(folder, tmp_path / "images")  # keeps times
    return tmp_path / "images", key


def found(folder: Path, key: Key, words: Words = WORDS) -> tuple[str, ...]:
    return check_copies(folder, key, words).findings


def one_finding(findings: tuple[str, ...], *parts: str) -> str:
    """The finding that holds all of `parts`; there is exactly one."""
    (finding,) = [finding for finding in findings if all(part in finding for part in parts)]
    return finding


# --- What passes --------------------------------------------------------------------------------


def test_copies_as_they_are_written_pass(clean: tuple[Path, Key]):
    folder, key = clean
    result = check_copies(folder, key, WORDS)
    assert (result.findings, result.images, result.files) == ((), 8, 80)
    assert result.attributes > 80 * 60


def test_twenty_cases_pass_although_chance_puts_their_codes_in_some_order(tmp_path: Path):
    key = prepared(tmp_path / "images", 20, lambda n, arm: volume(n, (1, 4, 5)))
    assert found(tmp_path / "images", key) == ()


def test_the_check_reports_and_can_be_cancelled(clean: tuple[Path, Key]):
    told: list[float] = []

    def stop(fraction: float, message: str) -> None:
        told.append(fraction)
        assert message.startswith("Checking image ")
        if fraction > 0.4:
            raise Cancelled

    with pytest.raises(Cancelled):
        check_copies(*clean, WORDS, stop)
    assert told == sorted(told)


# --- Attributes ---------------------------------------------------------------------------------


def set_everywhere(folder: Path, codes: list[str], edit: Callable[[FileDataset], None]) -> None:
    for code in codes:
        for path in (folder / code).iterdir():
            rewritten(path, edit)


def test_a_series_description_is_found_with_its_word_and_its_arm(copies: tuple[Path, Key]):
    folder, key = copies
    codes = of_arm(key, Arm.CONVENTIONAL)
    set_everywhere(folder, codes, lambda f: setattr(f, "SeriesDescription", "WB OSEM 4i10s"))
    finding = one_finding(found(folder, key), "Series Description")
    assert finding == (
        f"{codes[0]}/0001.dcm and 39 more: Series Description (0008,103E) is not among what a copy "
        'may hold and contains "osem", a word of the method. It is in every image of the '
        "conventional arm and in no other. Prepare the study again. If this recurs it is "
        "an error in Station: report it."
    )


@pytest.mark.parametrize(
    ("keyword", "value", "word"),
    [
        ("PatientComments", "for Jane", "Jane"),
        ("PatientComments", "muller", "Müller"),
        ("StudyDescription", "seen on 2024-03-01", "2024-03-01"),
        ("OtherPatientIDs", "12345678", "12345678"),
        ("OperatorsName", "Li^Wei", "Li"),
        ("ManufacturerModelName", "Biograph64", "Biograph"),
        ("DerivationDescription", "denoised by Station", "denoised"),
        ("ImageComments", "made by DL", "dl"),
        ("SoftwareVersions", "AiCE 2", "aice"),
        ("SynchronizationFrameOfReferenceUID", "1.2.840.99.1", "1.2.840.99.1"),
    ],
)
def test_a_word_of_the_source_is_found_in_any_attribute(
    copies: tuple[Path, Key], keyword: str, value: str, word: str
):
    folder, key = copies
    code = min(key.entries)
    rewritten(folder / code / "0003.dcm", lambda file: setattr(file, keyword, value))
    finding = one_finding(found(folder, key), f"{code}/0003.dcm: ", "not among")
    assert f'contains "{word}"' in finding


def test_short_words_are_found_alone_only():
    words = Words(patient=frozenset({"Li", "12"}))
    assert words.found("Li, 7") is not None
    assert words.found("12") is not None
    assert words.found("Basic application") is None
    assert words.found("20.12345") is None


def test_an_attribute_without_any_known_word_is_found_too(copies: tuple[Path, Key]):
    folder, key = copies
    code = max(key.entries)
    rewritten(folder / code / "0001.dcm", lambda file: setattr(file, "PatientWeight", "70"))
    one_finding(found(folder, key), f"{code}/0001.dcm: Patient's Weight (0010,1030) is not among")


def test_a_private_attribute_is_found_with_its_word(copies: tuple[Path, Key]):
    folder, key = copies
    code = min(key.entries)

    def edit(file: FileDataset) -> None:
        file.private_block(0x0071, "SIEMENS MED PT", create=True).add_new(1, "LO", "Gaussian 5 mm")

    rewritten(folder / code / "0002.dcm", edit)
    findings = found(folder, key)
    one_finding(findings, "(0071,0010) is a private attribute", 'contains "Siemens"')
    one_finding(findings, "(0071,1001) is a private attribute", 'contains "Gaussian"')


def test_a_word_nested_in_a_sequence_is_found(copies: tuple[Path, Key]):
    folder, key = copies
    code = min(key.entries)
    inner, outer = Dataset(), Dataset()
    inner.SeriesDescription = "OSEM"
    outer.ReferencedSeriesSequence = [inner]
    rewritten(
        folder / code / "0001.dcm",
        lambda file: setattr(file, "ContributingEquipmentSequence", [outer]),
    )
    one_finding(found(folder, key), "Contributing Equipment Sequence", 'contains "osem"')


def test_something_put_into_a_sequence_that_is_kept_empty_is_found(copies: tuple[Path, Key]):
    folder, key = copies
    drug = Dataset()
    drug.RadiopharmaceuticalStartDateTime = "20240301090000"
    rewritten(
        folder / min(key.entries) / "0001.dcm",
        lambda file: setattr(file, "RadiopharmaceuticalInformationSequence", [drug]),
    )
    one_finding(
        found(folder, key),
        "Radiopharmaceutical Information Sequence (0054,0016) does not have the value of every "
        "copy",
    )


@pytest.mark.parametrize(
    ("keyword", "value"),
    [
        ("Manufacturer", "Siemens"),
        ("SeriesDate", "20240301"),
        ("PatientName", "Doe^Jane"),
        ("ImageType", ["DERIVED", "PRIMARY", "DL"]),
        ("SeriesNumber", "5"),
        ("CorrectedImage", ["ATTN", "DECY"]),
        ("Units", "BQML"),
        ("DeidentificationMethod", "another"),
    ],
)
def test_a_constant_that_is_another_is_found(copies: tuple[Path, Key], keyword: str, value: object):
    folder, key = copies
    rewritten(folder / min(key.entries) / "0001.dcm", lambda file: setattr(file, keyword, value))
    assert any("does not have the value of every copy" in finding for finding in found(folder, key))


def test_a_code_that_is_not_that_of_its_folder_is_found(copies: tuple[Path, Key]):
    folder, key = copies
    rewritten(
        folder / min(key.entries) / "0001.dcm",
        lambda file: setattr(file, "PatientID", "SYN1"),
    )
    one_finding(
        found(folder, key),
        "Patient ID (0010,0020) does not have the value of every copy",
        'contains "SYN1"',
    )


@pytest.mark.parametrize("keyword", ["SliceThickness", "StudyDate", "Laterality", "DecayFactor"])
def test_an_attribute_that_is_missing_is_found(copies: tuple[Path, Key], keyword: str):
    folder, key = copies
    rewritten(folder / min(key.entries) / "0001.dcm", lambda file: delattr(file, keyword))
    assert any("is missing, which every copy has" in one for one in found(folder, key))


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    group=st.sampled_from([0x0008, 0x0010, 0x0018, 0x0028, 0x0040, 0x0009, 0x7053]),
    element=st.integers(0x2000, 0xEFFF),
    text=st.text("ABCDEFXYZ ", min_size=1, max_size=12),
)
def test_any_attribute_beside_the_list_is_found(
    copies: tuple[Path, Key], group: int, element: int, text: str
):
    folder, key = copies
    path = folder / min(key.entries) / "0001.dcm"
    kept = path.read_bytes()
    try:
        rewritten(path, lambda file: file.add_new((group, element), "LO", text))
        assert any(f"({group:04X},{element:04X})" in finding for finding in found(folder, key))
    finally:
        path.write_bytes(kept)
        keep_time(path)


# --- How it is encoded --------------------------------------------------------------------------


def test_something_in_the_preamble_is_found(copies: tuple[Path, Key]):
    folder, key = copies
    path = folder / min(key.entries) / "0004.dcm"
    path.write_bytes(b"Jane Doe".ljust(128, b"\0") + path.read_bytes()[128:])
    keep_time(path)
    one_finding(found(folder, key), "0004.dcm: the preamble is not empty", "the patient")


def test_something_behind_the_pixels_is_found(copies: tuple[Path, Key]):
    folder, key = copies
    path = folder / min(key.entries) / "0004.dcm"
    path.write_bytes(path.read_bytes() + b"OSEM")
    keep_time(path)
    findings = found(folder, key)
    one_finding(findings, "0004.dcm: it is not encoded as the copies are", 'contains "osem"')
    one_finding(findings, "files of different sizes")


def test_another_transfer_syntax_is_found(copies: tuple[Path, Key]):
    folder, key = copies
    path = folder / min(key.entries) / "0001.dcm"

    def edit(file: FileDataset) -> None:
        file.file_meta.TransferSyntaxUID = ImplicitVRLittleEndian

    rewritten(path, edit)
    findings = found(folder, key)
    one_finding(findings, "Transfer Syntax UID (0002,0010) does not have the value of every copy")
    one_finding(findings, "it is not encoded as the copies are")


def test_compressed_pixels_are_found(copies: tuple[Path, Key]):
    folder, key = copies
    path = folder / min(key.entries) / "0001.dcm"
    rewritten(path, lambda file: file.compress(RLELossless, generate_instance_uid=False))
    one_finding(found(folder, key), "Transfer Syntax UID (0002,0010)")


def test_a_file_that_is_no_dicom_is_found(copies: tuple[Path, Key]):
    folder, key = copies
    path = folder / min(key.entries) / "0001.dcm"
    path.write_bytes(b"Patient: Jane Doe")
    keep_time(path)
    one_finding(found(folder, key), "0001.dcm: it is not encoded as the copies are", "the patient")


def test_the_writing_programs_name_in_the_file_meta_is_found(copies: tuple[Path, Key]):
    folder, key = copies

    def edit(file: FileDataset) -> None:
        file.file_meta.ImplementationVersionName = "STATION_0.1.0"

    set_everywhere(folder, of_arm(key, Arm.DENOISED), edit)
    finding = one_finding(found(folder, key), "Implementation Version Name")
    assert "in every image of the DL arm and in no other" in finding


# --- UIDs ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("uid", "what"),
    [
        ("1.2.840.99.1", "is a UID of the source"),
        ("1.2.826.0.1.3680043.8.498.1", "is not a random UID"),
        ("2.25.17", "is not a random UID"),
    ],
)
def test_a_uid_that_is_not_random_is_found(copies: tuple[Path, Key], uid: str, what: str):
    folder, key = copies
    set_everywhere(
        folder, [min(key.entries)], lambda file: setattr(file, "FrameOfReferenceUID", uid)
    )
    one_finding(found(folder, key), f"Frame of Reference UID (0020,0052) {what}")


def test_a_frame_of_reference_that_both_images_of_a_case_share_is_found(
    copies: tuple[Path, Key],
):
    folder, key = copies
    uid = random_uid()
    codes = [key.code("case 0", arm) for arm in Arm]
    set_everywhere(folder, codes, lambda file: setattr(file, "FrameOfReferenceUID", uid))
    one_finding(found(folder, key), "Frame of Reference UID (0020,0052) is used twice")


def test_a_uid_that_changes_within_an_image_is_found(copies: tuple[Path, Key]):
    folder, key = copies
    rewritten(
        folder / min(key.entries) / "0005.dcm",
        lambda file: setattr(file, "SeriesInstanceUID", random_uid()),
    )
    one_finding(found(folder, key), "Series Instance UID", "differs between the files")


def test_the_uid_of_another_file_in_the_file_meta_is_found(copies: tuple[Path, Key]):
    folder, key = copies

    path = folder / min(key.entries) / "0001.dcm"
    uid = dcmread(path).SOPInstanceUID
    path.write_bytes(path.read_bytes().replace(uid.encode(), random_uid().encode(), 1))
    keep_time(path)
    one_finding(found(folder, key), "Media Storage SOP Instance UID", "not the file's")


def test_uids_that_put_the_arms_in_an_order_are_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    key = prepared(tmp_path / "images", 17, lambda n, arm: volume(n, (1, 4, 5)))
    low, high = 10**38, 3 * 10**38
    for number, (code, entry) in enumerate(key.entries.items()):
        uid = f"2.25.{(low if entry.arm is Arm.CONVENTIONAL else high) + number}"
        set_everywhere(
            tmp_path / "images", [code], lambda f, uid=uid: setattr(f, "StudyInstanceUID", uid)
        )
    one_finding(
        found(tmp_path / "images", key),
        "sorted by Study Instance UID (0020,000D), the same arm comes first in every case",
    )


# --- Files and folders --------------------------------------------------------------------------


def test_a_folder_that_names_the_patient_is_found(copies: tuple[Path, Key]):
    folder, key = copies
    code = min(key.entries)
    (folder / code).rename(folder / "Doe Jane")
    findings = found(folder, key)
    one_finding(findings, "Doe Jane is not the folder of an image", "a word of the patient")
    one_finding(findings, f"the folder of {code} is missing")


@pytest.mark.parametrize("name", ["0003_OSEM.dcm", ".DS_Store", "0099.dcm", "notes.txt"])
def test_a_file_name_that_is_more_than_its_number_is_found(copies: tuple[Path, Key], name: str):
    folder, key = copies
    code = max(key.entries)
    (folder / code / "0010.dcm").rename(folder / code / name)
    keep_time(folder / code / name)
    one_finding(found(folder, key), f"{code}/{name}", "the name is not the number")


def test_a_file_beside_the_images_is_found(copies: tuple[Path, Key]):
    folder, key = copies
    (folder / "key.csv").write_text("B2C3,conventional")
    one_finding(found(folder, key), "key.csv is not the folder of an image")


def test_a_link_to_the_source_is_found(copies: tuple[Path, Key], tmp_path: Path):
    folder, key = copies
    path = folder / min(key.entries) / "0001.dcm"
    source = tmp_path / "Doe_Jane_OSEM.dcm"
    path.rename(source)
    path.symlink_to(source)
    keep_time(path)
    one_finding(found(folder, key), f"{path.parent.name}/0001.dcm: the name is not")


def test_a_missing_slice_is_found(copies: tuple[Path, Key]):
    folder, key = copies
    code = key.code("case 1", Arm.DENOISED)
    (folder / code / "0010.dcm").unlink()
    keep_time(folder / code / "0001.dcm")
    first = code < key.code("case 1", Arm.CONVENTIONAL)
    files = "9 and 10 files" if first else "10 and 9 files"
    one_finding(found(folder, key), "the two images of a case, have", files)


def test_a_time_of_writing_is_found(copies: tuple[Path, Key]):
    folder, key = copies
    path = folder / min(key.entries) / "0007.dcm"
    os.utime(path, (1.7e9, 1.7e9))
    one_finding(found(folder, key), "0007.dcm: the time reveals when it was written")
    keep_time(path)
    os.utime(path.parent, (1.7e9, 1.7e9))
    one_finding(found(folder, key), f"{path.parent.name}: the time reveals when it was written")


def test_access_rights_that_differ_are_found(copies: tuple[Path, Key]):
    folder, key = copies
    for code in of_arm(key, Arm.DENOISED):
        for path in (folder / code).iterdir():
            path.chmod(0o600)
    one_finding(found(folder, key), "files have different access rights")


def test_an_extended_attribute_is_found(copies: tuple[Path, Key]):
    folder, key = copies
    path = folder / min(key.entries) / "0002.dcm"
    try:
        os.setxattr(path, "user.source", b"Doe_Jane/OSEM")
    except OSError:
        pytest.skip("this file system keeps no extended attributes")
    one_finding(found(folder, key), "0002.dcm: the extended attribute user.source")


def test_images_written_arm_by_arm_are_found(tmp_path: Path):
    key = make_key(["case 1", "case 2", "case 3"], [], SEED)
    for arm in (Arm.DENOISED, Arm.CONVENTIONAL):
        for code in of_arm(key, arm):
            write_copy(volume(1), code, 0.001, tmp_path / "images" / code)
    one_finding(found(tmp_path / "images", key), "the order of writing, which the disk keeps")


# --- Between the two images of a case -----------------------------------------------------------


def test_slopes_that_differ_between_the_arms_are_found(tmp_path: Path):
    key = make_key(["case 1"], [], SEED)
    for code in sorted(key.entries):
        slope = 2.0**-10 if key.entries[code].arm is Arm.DENOISED else 2.0**-9
        write_copy(volume(1), code, slope, tmp_path / "images" / code)
    one_finding(found(tmp_path / "images", key), "differ in Rescale Slope (0028,1053)")


def test_another_place_or_size_of_voxels_is_found(tmp_path: Path):
    from station.pet.volume import Geometry

    def shifted(number: int, arm: Arm) -> Volume:
        plain = volume(number)
        affine = np.array(plain.affine)
        affine[0, 3] += 0.001 if arm is Arm.DENOISED and number == 1 else 0.0
        return Volume(plain.voxels, Geometry(plain.shape, affine), Unit.SUV_BW)

    key = prepared(tmp_path / "images", volumes=shifted)
    findings = found(tmp_path / "images", key)
    one_finding(findings, "differ in Image Position (Patient) (0020,0032) (0001.dcm)")


def test_the_sentence_on_a_pair_does_not_tell_its_arms(tmp_path: Path):
    key = make_key(["case 1"], [], SEED)
    for code in sorted(key.entries):
        shape = (10, 16, 20) if key.entries[code].arm is Arm.DENOISED else (10, 16, 22)
        write_copy(volume(1, shape), code, 0.001, tmp_path / "images" / code)
    findings = found(tmp_path / "images", key)
    assert findings
    for finding in findings:
        assert finding.startswith(" and ".join(sorted(key.entries)))


# --- Stored values ------------------------------------------------------------------------------


def test_a_value_below_0_in_the_images_of_one_arm_is_found(tmp_path: Path):
    def undershot(number: int, arm: Arm) -> Volume:
        plain = volume(2 * number + list(Arm).index(arm))
        voxels = plain.voxels.copy()
        if arm is Arm.DENOISED:
            voxels[2, 3, 4] = -0.4
        return Volume(voxels, plain.geometry, Unit.SUV_BW)

    key = prepared(tmp_path / "images", 12, volumes=undershot)
    result = check_copies(tmp_path / "images", key, WORDS)
    assert result.signs is not None
    assert result.signs.hidden.auc == 1
    finding = one_finding(result.findings, "a rule on air, signs, steps and range")
    assert "tells the arms in 13 of 13 cases" in finding


def test_what_the_check_looks_at_is_what_the_writer_lists():
    listed = {leaks._tag(kept.keyword) for kept in (*leaks.META, *leaks.KEPT)}
    assert leaks._KEPT_TAGS.keys() == listed
    assert leaks._CONSTANTS.keys() - listed == {0x00020000, 0x00020001}
