"""The header of one file: read however it is encoded, or not read for a reason."""

import gzip
import struct

import numpy as np
import pytest
from pydicom.dataset import Dataset
from pydicom.uid import (
    DeflatedExplicitVRLittleEndian,
    ExplicitVRLittleEndian,
    ImplicitVRLittleEndian,
)

from station.dicom.load import read_image, scan
from tests.dicom.opened import one_reason, only
from tests.dicom.synthetic import ramp, write_series


@pytest.mark.parametrize("syntax", [ExplicitVRLittleEndian, ImplicitVRLittleEndian])
def test_a_file_without_preamble_is_dicom_still(tmp_path, syntax):
    write_series(tmp_path, ramp(), preamble=False, syntax=syntax)
    np.testing.assert_array_equal(read_image(only(scan([tmp_path]))).volume().voxels, ramp())


def test_a_header_larger_than_what_is_read_first_is_read_on(tmp_path):
    big = Dataset()
    big.add_new(0x00091010, "OB", bytes(100_000))
    write_series(tmp_path, ramp(), padding=big)
    np.testing.assert_array_equal(read_image(only(scan([tmp_path]))).volume().voxels, ramp())


def test_a_deflated_bomb_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr("station.dicom.header.MAX_INFLATED_BYTES", 1000)
    write_series(tmp_path, np.zeros((1, 64, 64), np.int16), syntax=DeflatedExplicitVRLittleEndian)
    assert "deflated content is larger" in one_reason(scan([tmp_path]))


def nifti_header() -> bytes:
    return struct.pack("<i", 348) + bytes(340) + b"n+1\0" + bytes(100)


@pytest.mark.parametrize("packed", [True, False])
def test_nifti_is_recognised_by_its_content(tmp_path, packed):
    path = tmp_path / ("mask.nii.gz" if packed else "mask.nii")
    path.write_bytes(gzip.compress(nifti_header(), mtime=0) if packed else nifti_header())
    found = scan([tmp_path])
    assert [(file.path, file.kind) for file in found.voi_files] == [(path, "NIfTI")]
    assert found.left_out == ()


@pytest.mark.parametrize(
    "content", [gzip.compress(b"letter" * 100), b"\x1f\x8b\x08damaged"], ids=["whole", "damaged"]
)
def test_another_gzip_archive_is_left_out(tmp_path, content):
    (tmp_path / "letter.nii.gz").write_bytes(content)
    found = scan([tmp_path])
    assert found.voi_files == ()
    assert "a gzip archive; unpack it first" in one_reason(found)
