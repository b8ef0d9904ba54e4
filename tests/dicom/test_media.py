"""Media and archives: names that a copy changed, ZIPs inside ZIPs, and files to draw VOIs from."""

import zipfile
from pathlib import Path

import numpy as np
import pytest

from station.dicom import files
from station.dicom.load import read_image, scan
from tests.dicom.opened import all_series, reasons, setting
from tests.dicom.synthetic import ramp, write_dicomdir, write_series

OPENED = "It is a ZIP archive; its files were unpacked and opened."


def zipped(folder: Path, archive: Path) -> Path:
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as zip_file:
        for path in sorted(folder.iterdir()):
            zip_file.write(path, path.name)
    return archive


# --- DICOMDIR -------------------------------------------------------------------------------------


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
    assert set(reasons(found).values()) == {OPENED}


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


# --- files to draw VOIs from ----------------------------------------------------------------------


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
