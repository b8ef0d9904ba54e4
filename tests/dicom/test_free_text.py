"""Nasty names through everything that is written in DICOM: one value, valid, and read back."""

from pathlib import Path
from unicodedata import category

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydicom import dcmread

from station.dicom.contours import read_rtstruct, write_rtstruct
from station.dicom.derived import OutlinedVoi
from station.dicom.free_text import LONGEST, ONE_VALUE, free_text, person_name
from station.dicom.load import scan
from station.dicom.masks import read_masks
from station.dicom.report import MeasuredVoi, read_sr, write_sr
from station.dicom.segmentation import write_seg
from station.pet.sites import PlacedVoi, SiteKind
from station.pet.study import Series
from station.pet.voi import Mask
from tests.dicom.synthetic import ramp, write_series
from tests.dicom.test_contours import SHAPE, grid
from tests.dicom.test_report import MEASURED, dciodvfy_errors

NASTY = {
    "a backslash": ("L\\R", "L/R"),
    "lines and tabs": ("left\tlobe\r\nof the liver", "left lobe of the liver"),
    "an escape": ("\x1b$B4N\x00B", "$B4N B"),
    "Japanese": ("肝臓\u3000S8", "肝臓 S8"),
    "half a surrogate pair": ("a\udc80b", "a?b"),
    "nothing but control characters": ("\x1b\x07", ""),
    "too long": ("n" * 70, "n" * 61 + "..."),
}


@pytest.fixture(scope="module")
def series(tmp_path_factory: pytest.TempPathFactory) -> Series:
    """Twelve slices of 3 mm, 16×16 voxels of 2 mm."""
    folder = tmp_path_factory.mktemp("pet")
    write_series(folder, ramp(*SHAPE))
    return scan([folder]).studies[0].series[0]


@pytest.mark.parametrize(("typed", "written"), NASTY.values(), ids=NASTY)
def test_a_typed_name_becomes_one_value(typed: str, written: str) -> None:
    assert free_text(typed, "LO") == written


@given(st.text(alphabet=st.characters(codec=None), max_size=300), st.sampled_from(sorted(LONGEST)))
def test_any_text_becomes_one_valid_value_and_stays_it(text: str, vr: str) -> None:
    written = free_text(text, vr)
    assert len(written) <= LONGEST[vr]
    assert vr in ONE_VALUE or "\\" not in written
    assert not any(category(character) in ("Cc", "Cs") for character in written)
    assert written.encode("utf-8").decode("utf-8") == written
    assert free_text(written, vr) == written


@given(st.text(min_size=1, max_size=200))
def test_any_readers_name_is_at_most_as_long_as_a_person_name(text: str) -> None:
    try:
        name = person_name(text)
    except ValueError:  # no letter in it
        return
    assert len(name) <= LONGEST["PN"]
    assert name.count("^") == 1


@pytest.mark.parametrize("typed", [typed for typed, _ in NASTY.values()], ids=NASTY)
def test_nasty_names_are_written_and_read_back(series: Series, tmp_path: Path, typed: str) -> None:
    inside = np.zeros(SHAPE, dtype=np.bool_)
    inside[4:7, 3:6, 8:12] = True
    shape = Mask(inside, grid(series), f"{typed}.nii")
    outlined = OutlinedVoi(PlacedVoi("a", typed, shape, SiteKind.FREE), shape)
    write_rtstruct(series, [outlined], f"Ito{typed}", tmp_path / "rs.dcm")
    write_seg(series, [outlined], f"Ito{typed}", tmp_path / "seg.dcm")
    written = write_sr(
        [MeasuredVoi(outlined.voi, series, MEASURED, shape)], f"Ito{typed}", tmp_path / "sr.dcm"
    )
    assert written.segmentations == (tmp_path / "sr.seg.dcm",)
    assert dcmread(tmp_path / "rs.dcm").StructureSetROISequence[0]["ROIName"].VM == 1
    assert dcmread(tmp_path / "seg.dcm").SegmentSequence[0]["SegmentLabel"].VM == 1
    assert [one.name for one in read_rtstruct(tmp_path / "rs.dcm", series).masks] == [
        free_text(typed, "LO") or "VOI"
    ]
    assert [one.name for one in read_masks(tmp_path / "seg.dcm", series).masks] == [
        free_text(typed, "UT") or "VOI"
    ]
    assert "read the segmentation" in read_sr(tmp_path / "sr.dcm").warnings[0]
    for name in ("rs.dcm", "seg.dcm", "sr.dcm", "sr.seg.dcm"):
        assert dciodvfy_errors(tmp_path / name) == []
