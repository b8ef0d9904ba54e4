"""Which files are opened: in folders, on media whose names a copy changed, and inside ZIPs."""

import os
import zipfile
from pathlib import Path

import numpy as np
import pytest

from station.dicom import files
from station.dicom.load import read_image, scan
from station.errors import Cancelled
from tests.dicom.opened import all_series, one_reason, reasons, setting
from tests.dicom.synthetic import ramp, write_dicomdir, write_series


def test_special_files_are_not_opened(tmp_path):
    os.mkfifo(tmp_path / "pipe")  # opening it would wait for ever
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "dangling").symlink_to(tmp_path / "nothing")
    assert reasons(scan([tmp_path])) == {
        "pipe": "It is not a regular file.",
        "loop": "It is a link to a folder; links are not followed.",
        "dangling": "The file cannot be read: No such file or directory.",
    }


# --- DICOMDIR -------------------------------------------------------------------------------------


@pytest.mark.parametrize("whole_medium", [True, False])
@pytest.mark.parametrize("copied_in_small_letters", [True, False])
def test_a_dicomdir_opens_the_files_it_lists_and_says_which_are_missing(
    tmp_path, whole_medium, copied_in_small_letters
):
    paths = write_series(tmp_path / "images", ramp())
    for number, path in enumerate(paths):
        path.rename(path.with_name(f"im{number}" if copied_in_small_letters else f"IM{number}"))
    if not copied_in_small_letters:
        (tmp_path / "images").rename(tmp_path / "IMAGES")
    index = write_dicomdir(tmp_path, [("IMAGES", f"IM{number}") for number in range(7)])
    found = scan([tmp_path if whole_medium else index])
    assert reasons(found) == {
        "DICOMDIR": "It is a DICOMDIR, the index of a medium; the files it lists are opened.",
        "IM6": "The DICOMDIR lists this file, but it is missing.",
    }
    (series,) = all_series(found)
    np.testing.assert_array_equal(read_image(series).volume().voxels, ramp())


@pytest.mark.parametrize("name", ["IM{}.dcm", "im{}.DCM", "IM{}.;1", "Im{}.dcm;1", "IM{}.IMA"])
@pytest.mark.parametrize("folder", ["DATA", "Data"])
def test_a_dicomdir_finds_files_whose_names_a_copy_changed(tmp_path, name, folder):
    # nroduit/Weasis issue 272; PS3.10 8.2 allows an extension; ISO 9660 adds a version
    for number, path in enumerate(write_series(tmp_path / folder, ramp())):
        path.rename(path.with_name(name.format(number)))
    index = write_dicomdir(tmp_path, [("DATA", f"IM{number}") for number in range(6)])
    found = scan([index])
    (series,) = all_series(found)
    np.testing.assert_array_equal(read_image(series).volume().voxels, ramp())
    assert list(reasons(found)) == ["DICOMDIR"]


@pytest.mark.parametrize("listed", ["DATA/IM{}", "/DATA/IM{}", "\\DATA\\IM{}", "CD\\DATA\\IM{}"])
@pytest.mark.parametrize("copied", ["DATA", "."])
def test_a_dicomdir_finds_files_however_their_folders_are_written_or_copied(
    tmp_path, listed, copied
):
    for number, path in enumerate(write_series(tmp_path / copied, ramp())):
        path.rename(path.with_name(f"IM{number}"))
    index = write_dicomdir(tmp_path, [listed.format(n).split("\\") for n in range(6)])
    (series,) = all_series(scan([index]))
    np.testing.assert_array_equal(read_image(series).volume().voxels, ramp())


def test_an_entry_that_two_files_fit_is_not_guessed(tmp_path):
    (path,) = write_series(tmp_path, ramp(1))
    path.rename(tmp_path / "IM0.img")
    (tmp_path / "IM0.txt").write_text("about it")
    found = scan([write_dicomdir(tmp_path, [("IM0",)])])
    assert found.studies == ()
    assert reasons(found)["IM0"] == "The DICOMDIR lists this file, but it is missing."


@pytest.mark.parametrize(
    "file_id", [("..", "A"), ("..", "..", "etc"), ("C:\\A",), ("SUB", "..", "..", "A")]
)
def test_a_dicomdir_never_leads_out_of_its_folder(tmp_path, file_id):
    (path,) = write_series(tmp_path, ramp(1))
    path.rename(tmp_path / "A")
    medium = tmp_path / "medium"
    medium.mkdir()
    found = scan([write_dicomdir(medium, [file_id])])
    assert found.studies == ()
    assert found.left_out[1].reason == (
        "The DICOMDIR lists a file outside its own folder; it is not opened."
    )


def test_an_absolute_path_in_a_dicomdir_is_one_in_its_folder(tmp_path):
    (path,) = write_series(tmp_path / "outside", ramp(1))
    (tmp_path / "medium").mkdir()
    found = scan([write_dicomdir(tmp_path / "medium", [(str(path),)])])
    assert found.studies == ()
    assert found.left_out[1].reason == "The DICOMDIR lists this file, but it is missing."


def test_a_link_on_a_medium_does_not_lead_out_of_it(tmp_path):
    (path,) = write_series(tmp_path, ramp(1))
    medium = tmp_path / "medium"
    medium.mkdir()
    (medium / "A").symlink_to(path)
    found = scan([write_dicomdir(medium, [("A",)])])
    assert found.studies == ()
    assert "outside its own folder" in found.left_out[1].reason


def test_a_damaged_dicomdir_is_said_to_be_so(tmp_path):
    index = write_dicomdir(tmp_path, [("A",)] * 20)
    content = index.read_bytes()
    index.write_bytes(content[:-50])
    found = scan([index])
    assert found.studies == ()
    assert found.left_out != ()


# --- ZIP ------------------------------------------------------------------------------------------


def zipped(folder: Path, archive: Path) -> Path:
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as zip_file:
        for path in sorted(folder.iterdir()):
            zip_file.write(path, f"study/{path.name}")
    return archive


ZIP_OPENED = "It is a ZIP archive; its files were unpacked and opened."


def test_a_zip_is_unpacked_once_into_a_folder_named_after_its_content(tmp_path):
    write_series(tmp_path / "a", ramp())
    archive = zipped(tmp_path / "a", tmp_path / "study.zip")
    home = tmp_path / "home"
    first = scan([archive], unpack_into=home)
    second = scan([archive.rename(tmp_path / "other name")], unpack_into=home)
    assert one_reason(first) == ZIP_OPENED
    (series,), (again,) = all_series(first), all_series(second)
    assert series.slices is not None
    assert again.slices is not None
    assert series.slices.paths == again.slices.paths
    assert len(list(home.iterdir())) == 1
    np.testing.assert_array_equal(read_image(series).volume().voxels, ramp())


def test_without_a_folder_to_unpack_into_a_zip_is_left_out(tmp_path):
    write_series(tmp_path / "a", ramp())
    found = scan([zipped(tmp_path / "a", tmp_path / "study.zip")])
    assert "no folder to unpack it into" in one_reason(found)


def test_entries_that_leave_the_folder_of_a_zip_are_not_unpacked(tmp_path):
    (good,) = write_series(tmp_path / "a", ramp(1))
    archive = tmp_path / "evil.zip"
    link = zipfile.ZipInfo("link")
    link.external_attr = 0o120777 << 16
    with zipfile.ZipFile(archive, "w") as zip_file:
        for name in (
            "../up.dcm",
            "/etc/absolute.dcm",
            "C:\\windows.dcm",
            "a/../../b.dcm",
            "fine.dcm",
        ):
            zip_file.writestr(zipfile.ZipInfo(name), good.read_bytes())
        zip_file.writestr(link, "/etc/passwd")
    home = tmp_path / "home"
    found = scan([archive], unpack_into=home)
    out = "Its path leads outside the ZIP's own folder; it is not unpacked."
    assert reasons(found) == {
        "up.dcm": out,
        "absolute.dcm": out,
        "windows.dcm": out,
        "b.dcm": out,
        "link": "It is a link inside a ZIP; it is not unpacked.",
        "evil.zip": ZIP_OPENED,
    }
    assert [path.name for path in home.rglob("*") if path.is_file()] == ["fine.dcm"]
    assert len(all_series(found)) == 1


def test_an_encrypted_zip_says_so(tmp_path):
    archive = tmp_path / "secret.zip"
    with zipfile.ZipFile(archive, "w") as zip_file:
        zip_file.writestr("a.dcm", b"x" * 100)
    content = bytearray(archive.read_bytes())
    content[6] |= 1
    content[content.index(b"PK\x01\x02") + 8] |= 1
    archive.write_bytes(content)
    found = scan([archive], unpack_into=tmp_path / "home")
    assert one_reason(found) == ("The ZIP archive is encrypted; unpack it with its password first.")


@pytest.mark.parametrize(
    ("limit", "value", "said"),
    [
        ("MAX_ZIP_ENTRIES", 2, "holds 6 files; 2 is the limit"),
        ("MAX_UNPACKED_BYTES", 5000, "is the limit"),
        ("RATIO_MATTERS_ABOVE_BYTES", 1, "more than 200 times its size"),
    ],
)
def test_a_zip_bomb_is_refused(tmp_path, monkeypatch, limit, value, said):
    monkeypatch.setattr(files, limit, value)
    folder = tmp_path / "a"
    folder.mkdir()
    for number in range(6):
        (folder / f"{number}").write_bytes(bytes(1_000_000))
    home = tmp_path / "home"
    found = scan([zipped(folder, tmp_path / "bomb.zip")], unpack_into=home)
    assert said in one_reason(found)
    assert not home.exists()


def test_a_damaged_zip_leaves_nothing_behind(tmp_path):
    write_series(tmp_path / "a", ramp())
    archive = zipped(tmp_path / "a", tmp_path / "a.zip")
    content = bytearray(archive.read_bytes())
    content[200:400] = bytes(200)
    archive.write_bytes(content)
    home = tmp_path / "home"
    assert "damaged" in one_reason(scan([archive], unpack_into=home))
    assert list(home.iterdir()) == []


def test_a_cancelled_unpacking_leaves_nothing_behind(tmp_path):
    write_series(tmp_path / "a", ramp())
    archive = zipped(tmp_path / "a", tmp_path / "a.zip")

    def cancel(fraction: float, message: str) -> None:
        if message.startswith("Unpacking"):
            raise Cancelled

    with pytest.raises(Cancelled):
        scan([archive], cancel, unpack_into=tmp_path / "home")
    assert list((tmp_path / "home").iterdir()) == []


# --- ZIP in ZIP -----------------------------------------------------------------------------------


def nested(tmp_path: Path, depth: int) -> Path:
    write_series(tmp_path / "0", ramp())
    archive = zipped(tmp_path / "0", tmp_path / "level1.zip")
    for level in range(2, depth + 1):
        (tmp_path / str(level)).mkdir()
        archive = archive.rename(tmp_path / str(level) / archive.name)
        archive = zipped(tmp_path / str(level), tmp_path / f"level{level}.zip")
    return archive


def test_zips_within_zips_are_opened(tmp_path):
    found = scan([nested(tmp_path, 3)], unpack_into=tmp_path / "home")
    (series,) = all_series(found)
    np.testing.assert_array_equal(read_image(series).volume().voxels, ramp())
    assert set(reasons(found).values()) == {ZIP_OPENED}


def test_zips_are_opened_to_a_limited_depth(tmp_path):
    found = scan([nested(tmp_path, 4)], unpack_into=tmp_path / "home")
    assert found.studies == ()
    assert "It is a ZIP inside 3 others" in reasons(found)["level1.zip"]


def test_what_zips_unpack_to_counts_together(tmp_path, monkeypatch):
    # a bomb that hides in layers, each harmless
    monkeypatch.setattr(files, "MAX_UNPACKED_BYTES", 6000)
    write_series(tmp_path / "a", ramp(), edit=setting(PatientComments="x" * 200))
    inner = zipped(tmp_path / "a", tmp_path / "a" / "inner.zip")
    size = sum(path.stat().st_size for path in (tmp_path / "a").glob("*.dcm"))
    monkeypatch.setattr(files, "MAX_UNPACKED_BYTES", size + inner.stat().st_size + 100)
    found = scan([zipped(tmp_path / "a", tmp_path / "outer.zip")], unpack_into=tmp_path / "home")
    assert "would unpack to" in reasons(found)["inner.zip"]
    assert len(all_series(found)) == 1


def test_a_zip_found_twice_is_unpacked_once(tmp_path):
    archive = nested(tmp_path, 1)
    other = tmp_path / "again.zip"
    other.write_bytes(archive.read_bytes())
    found = scan([archive, other], unpack_into=tmp_path / "home")
    (series,) = all_series(found)
    assert series.parts == 1
