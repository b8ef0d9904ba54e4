"""Pixels in every encoding, by value; and files that have changed since they were scanned."""

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from pydicom import dcmread
from pydicom.dataset import Dataset
from pydicom.uid import (
    DeflatedExplicitVRLittleEndian,
    ExplicitVRBigEndian,
    ExplicitVRLittleEndian,
    ImplicitVRLittleEndian,
    JPEG2000Lossless,
    JPEGLosslessSV1,
    JPEGLSLossless,
    RLELossless,
)

from station.dicom.load import read_image, scan
from station.errors import Cancelled, DicomError
from station.pet.study import Role
from station.pet.volume import Unit
from tests.dicom.opened import one_reason, only, setting
from tests.dicom.synthetic import ramp, write_series

# --- scale ----------------------------------------------------------------------------------------


def test_each_slice_has_its_own_slope(tmp_path):
    slopes = [0.5, 1.0, 2.0, 0.25, 3.0, 1.5]
    write_series(tmp_path, ramp(), slopes=slopes)
    voxels = read_image(only(scan([tmp_path]))).volume().voxels
    expected = ramp() * np.array(slopes)[:, None, None]
    np.testing.assert_allclose(voxels, expected, rtol=1e-6)


def test_a_ct_of_whole_numbers_stays_int16(tmp_path):
    write_series(tmp_path, ramp(), modality="CT")
    series = only(scan([tmp_path]))
    volume = read_image(series).volume()
    assert (series.role, volume.unit, volume.voxels.dtype) == (Role.CT, Unit.HU, np.int16)
    np.testing.assert_array_equal(volume.voxels, ramp() - 1024)


def test_a_ct_whose_sum_overflows_int16_keeps_its_values(tmp_path):
    values = ramp()
    values[2, 1, 1] = -32768
    write_series(tmp_path, values, modality="CT")
    volume = read_image(only(scan([tmp_path]))).volume()
    np.testing.assert_array_equal(volume.voxels, values.astype(float) - 1024)


# --- encodings ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "syntax",
    [
        ImplicitVRLittleEndian,
        ExplicitVRLittleEndian,
        ExplicitVRBigEndian,
        DeflatedExplicitVRLittleEndian,
        RLELossless,
        JPEG2000Lossless,
        JPEGLSLossless,
    ],
    ids=lambda syntax: syntax.name,
)
def test_every_transfer_syntax_gives_the_same_voxels(tmp_path, syntax):
    values = ramp(3, 64, 64).astype(np.uint16)
    write_series(tmp_path, values, syntax=syntax, edit=setting(PixelRepresentation=0))
    series = only(scan([tmp_path]))
    assert series.slices is not None
    assert series.slices.transfer_syntax == syntax
    np.testing.assert_array_equal(read_image(series).volume().voxels, values)


@pytest.mark.parametrize("dtype", ["u1", "i1", "u2", "i2", "u4", "i4"])
@pytest.mark.parametrize("syntax", [ExplicitVRLittleEndian, ExplicitVRBigEndian])
def test_every_integer_type_is_read_by_value(tmp_path, dtype, syntax):
    bits = int(dtype[1]) * 8
    limits = np.iinfo(dtype)
    values = np.linspace(limits.min, limits.max, 2 * 4 * 6).astype(dtype).reshape(2, 4, 6)
    write_series(
        tmp_path,
        values,
        syntax=syntax,
        edit=setting(
            BitsAllocated=bits,
            BitsStored=bits,
            HighBit=bits - 1,
            PixelRepresentation=int(dtype[0] == "i"),
        ),
    )
    image = read_image(only(scan([tmp_path])))
    np.testing.assert_array_equal(image.values, values)


@pytest.mark.parametrize(
    ("keyword", "dtype"), [("FloatPixelData", "<f4"), ("DoubleFloatPixelData", "<f8")]
)
def test_float_pixels_are_read(tmp_path, keyword, dtype):
    values = ramp() / 8 - 3

    def edit(ds: Dataset, i: int) -> None:
        del ds.PixelData, ds.PixelRepresentation
        setattr(ds, keyword, values[i].astype(dtype).tobytes())

    write_series(tmp_path, ramp(), edit=edit)
    image = read_image(only(scan([tmp_path])))
    assert image.values.dtype == np.float32
    np.testing.assert_array_equal(image.values, values)


@pytest.mark.parametrize("signed", [0, 1])
def test_bits_above_bits_stored_are_dropped_and_the_sign_is_extended(tmp_path, signed):
    stored = np.arange(-6, 6).reshape(1, 3, 4).repeat(2, axis=0) if signed else ramp(2, 3, 4)
    words = (stored & 0x0FFF | 0x5000).astype(np.uint16)  # overlay bits above
    edit = setting(BitsStored=12, HighBit=11, PixelRepresentation=signed)
    write_series(tmp_path, words, edit=edit)
    np.testing.assert_array_equal(read_image(only(scan([tmp_path]))).values, stored)


def test_monochrome1_does_not_turn_values_round(tmp_path):
    write_series(tmp_path, ramp(), edit=setting(PhotometricInterpretation="MONOCHROME1"))
    np.testing.assert_array_equal(read_image(only(scan([tmp_path]))).volume().voxels, ramp())


def test_a_codec_that_is_not_installed_is_named(tmp_path):
    def edit(ds: Dataset, i: int) -> None:
        from pydicom.encaps import encapsulate

        ds.PixelData = encapsulate([b"\xff\xd8\xff\xd9"])
        ds["PixelData"].is_undefined_length = True
        ds["PixelData"].VR = "OB"

    write_series(tmp_path, ramp(1), edit=edit)
    path = next(tmp_path.iterdir())
    ds = dcmread(path)
    ds.file_meta.TransferSyntaxUID = JPEGLosslessSV1
    ds.save_as(path)
    found = scan([tmp_path])
    if found.left_out:  # the optional package is absent
        assert "pylibjpeg-libjpeg" in one_reason(found)
    else:
        with pytest.raises(DicomError, match="cannot be decoded"):
            read_image(only(found))


def test_compressed_pixels_that_do_not_decode_are_an_error(tmp_path):
    (path,) = write_series(tmp_path, ramp(1, 64, 64), syntax=JPEGLSLossless)
    content = bytearray(path.read_bytes())
    content[-40:] = bytes(40)
    path.write_bytes(content)
    series = only(scan([tmp_path]))
    with pytest.raises(DicomError, match="cannot be decoded"):
        read_image(series)


# --- reading after the scan -----------------------------------------------------------------------


def test_reading_pixels_reports_and_can_be_cancelled(tmp_path):
    write_series(tmp_path, ramp())
    series = only(scan([tmp_path]))
    fractions: list[float] = []
    read_image(series, lambda fraction, message: fractions.append(fraction))
    assert fractions[-1] == 1

    def cancel(fraction: float, message: str) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        read_image(series, cancel)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda path: path.unlink(), "cannot be read"),
        (lambda path: path.write_bytes(path.read_bytes()[:-4]), "has changed"),
        (lambda path: os.utime(path, ns=(0, 1)), "has changed"),
    ],
)
def test_a_file_that_changed_since_the_scan_is_not_read(
    tmp_path, change: Callable[[Path], None], said
):
    paths = write_series(tmp_path, ramp())
    series = only(scan([tmp_path]))
    change(paths[3])
    with pytest.raises(DicomError, match=f'Series 4 "series": the file .*series_0003.dcm {said}'):
        read_image(series)


def test_a_slice_table_that_points_past_the_end_is_an_error_and_no_crash(tmp_path):
    write_series(tmp_path, ramp())
    series = only(scan([tmp_path]))
    assert series.slices is not None
    wrong = replace(series, slices=replace(series.slices, offsets=series.slices.offsets + 20))
    with pytest.raises(DicomError, match="is truncated"):
        read_image(wrong)
