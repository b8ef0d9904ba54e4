"""What makes a file a frame: the kind of object, its pixels' format and length, its scale."""

import pytest
from pydicom.dataset import Dataset

from station.dicom.load import scan
from station.errors import SuvError
from station.pet.suv import suv_conversion
from station.pet.volume import Unit
from tests.dicom.opened import all_series, edited, in_slice, one_reason, refusal, setting
from tests.dicom.synthetic import ramp, write_series


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"Rows": None}, "Rows or Columns is missing"),
        ({"Columns": 0}, "Rows or Columns is missing or 0"),
        ({"BitsAllocated": 12}, "BitsAllocated 12 is not supported"),
        ({"BitsStored": 20}, "BitsStored 20 does not fit"),
        ({"HighBit": 11}, "HighBit 11 with BitsStored 16"),
        ({"PixelRepresentation": None}, "PixelRepresentation is missing"),
        ({"PixelData": None}, "It has no pixels, or the file is truncated before them."),
        ({"SamplesPerPixel": 3, "PhotometricInterpretation": "RGB"}, "a colour picture (RGB"),
        ({"PhotometricInterpretation": "PALETTE COLOR"}, "a colour picture (PALETTE COLOR"),
        ({"NumberOfFrames": 3}, "It holds 3 frames, but its SOP class allows one"),
        ({"SeriesInstanceUID": None}, "SeriesInstanceUID is missing"),
        ({"SOPClassUID": "1.2.840.10008.5.1.4.1.1.88.33"}, "a DICOM Comprehensive SR (document)"),
        ({"SOPClassUID": "1.2.840.10008.5.1.4.1.1.104.1"}, "Encapsulated PDF (document)"),
        ({"SOPClassUID": "1.2.840.10008.5.1.4.1.1.7"}, "Secondary Capture"),
        ({"SOPClassUID": "1.2.840.10008.5.1.4.1.1.20"}, "Nuclear Medicine Image"),
        ({"SOPClassUID": "1.2.3.4.5"}, "unknown kind 1.2.3.4.5"),
    ],
    ids=lambda value: str(value)[:60],
)
def test_what_is_no_image_of_values_is_left_out_with_its_reason(tmp_path, values, said):
    write_series(tmp_path / "good", ramp(), name="good")
    write_series(tmp_path / "bad", ramp(1), name="bad", edit=setting(**values))
    found = scan([tmp_path])
    assert said in one_reason(found)
    assert len(all_series(found)) == 1


def test_truncated_pixels_are_named_as_such(tmp_path):
    (path,) = write_series(tmp_path, ramp(1))
    path.write_bytes(path.read_bytes()[:-10])
    assert one_reason(scan([tmp_path])) == (
        "It is truncated: 5 × 4 pixels need 40 bytes, but it holds 30."
    )


def test_absurd_sizes_are_left_out_before_any_memory_is_taken(tmp_path):
    write_series(tmp_path, ramp(1, 1, 5), edit=setting(Rows=65535, Columns=65535))
    assert one_reason(scan([tmp_path])) == (
        "It is truncated: 65535 × 65535 pixels need 8589672450 bytes, but it holds 10."
    )


def test_a_missing_slope_leaves_stored_values(tmp_path):
    series = edited(tmp_path, setting(RescaleSlope=None))
    assert series.unit is Unit.STORED
    assert "RescaleSlope is missing" in series.warnings[0]


def test_a_negative_slope_gives_no_suv(tmp_path):
    series = edited(tmp_path, in_slice(3, RescaleSlope="-1"))
    assert series.unit is Unit.STORED
    assert "RescaleSlope is -1" in series.warnings[0]
    assert "no SUV" in refusal(series)


@pytest.mark.parametrize("slices", [range(1), range(6)], ids=["in one slice", "in all"])
@pytest.mark.parametrize("lost", ["RescaleSlope", "RescaleIntercept"])
def test_values_without_their_scale_give_no_suv(tmp_path, slices, lost):
    def edit(ds: Dataset, i: int) -> None:
        if i in slices:
            delattr(ds, lost)

    series = edited(tmp_path, edit)
    assert series.suv is not None
    with pytest.raises(SuvError, match="Units is BQML, but the scale to it"):
        suv_conversion(series.suv)
