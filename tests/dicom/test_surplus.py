"""More slices than positions, and slices that do not belong: nothing is lost without a word."""

from pathlib import Path

import numpy as np
import pytest
from pydicom.dataset import Dataset

from station.dicom.load import read_image, scan
from tests.dicom.opened import all_series, in_slice, maximum, only, reasons, refusal, setting
from tests.dicom.synthetic import Edit, ramp, uid, write_series


def place(ds: Dataset, k: float) -> None:
    ds.ImagePositionPatient = ["-100", "-100", f"{50 + 3 * k:g}"]


def twice(edit: Edit) -> Edit:
    """Slices 6 to 11 are at the positions of 0 to 5; `edit` gets 0 or 1 for the half."""

    def of_half(ds: Dataset, i: int) -> None:
        place(ds, i % 6)
        edit(ds, i // 6)

    return of_half


TWO = np.concatenate([ramp(), ramp() + 1000])


# --- copies --------------------------------------------------------------------------------------


def test_slices_sent_again_under_other_uids_are_dropped(tmp_path):
    # icometrix/dicom2nifti issue 21, AustralianCancerDataNetwork/pydicer issue 76
    write_series(tmp_path, np.concatenate([ramp(), ramp()]), edit=twice(lambda ds, half: None))
    found = scan([tmp_path])
    (series,) = all_series(found)
    np.testing.assert_array_equal(read_image(series).volume().voxels, ramp())
    assert len(found.left_out) == 6
    assert all("It is a copy of " in left.reason for left in found.left_out)
    assert "6 of its slices are each a copy of another, with equal pixels" in series.warnings[0]


def test_a_few_slices_sent_again_are_dropped(tmp_path):
    def edit(ds: Dataset, i: int) -> None:
        place(ds, i % 6)

    write_series(tmp_path, np.concatenate([ramp(), ramp()[:2]]), edit=edit)
    found = scan([tmp_path])
    (series,) = all_series(found)
    np.testing.assert_array_equal(read_image(series).volume().voxels, ramp())
    assert [left.path.name for left in found.left_out] != []


def test_equal_pixels_of_another_scale_are_no_copy(tmp_path):
    def edit(ds: Dataset, half: int) -> None:
        ds.RescaleSlope = str(1 + half)
        ds.InstanceNumber = None

    write_series(tmp_path, np.concatenate([ramp(), ramp()]), edit=twice(edit))
    series = only(scan([tmp_path]))
    assert series.problem is not None
    assert "nothing in their headers says" in series.problem


def test_slices_with_equal_times_and_numbers_at_other_positions_are_no_copies(tmp_path):
    # rordenlab/dcm2niix issue 168
    write_series(tmp_path, ramp(), edit=setting(InstanceNumber=1, ContentTime="100000"))
    assert only(scan([tmp_path])).warnings == ()


def test_one_name_for_many_slices_does_not_make_them_copies(tmp_path):
    # rordenlab/dcm2niix issue 211, e0404/matRad issue 273
    write_series(tmp_path, ramp(), edit=setting(SOPInstanceUID=uid("same")))
    series = only(scan([tmp_path]))
    np.testing.assert_array_equal(read_image(series).volume().voxels, ramp())
    assert "have the same SOPInstanceUID, but differ" in series.warnings[0]


def test_a_copy_among_slices_of_one_name_is_still_a_copy(tmp_path):
    paths = write_series(tmp_path, ramp(), edit=setting(SOPInstanceUID=uid("same")))
    (tmp_path / "zz.dcm").write_bytes(paths[4].read_bytes())
    found = scan([tmp_path])
    assert "It is the same SOP instance" in reasons(found)["zz.dcm"]
    np.testing.assert_array_equal(read_image(all_series(found)[0]).volume().voxels, ramp())


# --- frames, gates, beds --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("values", "name"),
    [
        ([("100000", None, 1), ("100200", None, 1)], "frame 2 of 2"),
        ([(None, "0", 1), (None, "400", 1)], "gate 2 of 2"),
        ([(None, None, 1), (None, None, 100)], "image 2 of 2"),
    ],
    ids=["ContentTime", "TriggerTime", "InstanceNumber"],
)
def test_images_are_ranked_by_what_rises_from_one_to_the_next(tmp_path, values, name):
    # SimpleITK/SimpleITK issue 879, rordenlab/dcm2niix issue 395
    def edit(ds: Dataset, i: int) -> None:
        place(ds, i % 6)
        content, trigger, number = values[i // 6]
        ds.ContentDate, ds.ContentTime = "20240301", content
        ds.TriggerTime = None if trigger is None else str(int(trigger) + i * 7 % 5)
        ds.InstanceNumber = number + (i % 6 if number > 1 or trigger is None else 0)

    write_series(tmp_path, TWO, edit=edit)
    first, second = all_series(scan([tmp_path]))
    np.testing.assert_array_equal(read_image(first).volume().voxels, ramp())
    np.testing.assert_array_equal(read_image(second).volume().voxels, ramp() + 1000)
    assert name in second.description


def test_frames_whose_air_is_alike_keep_all_their_slices(tmp_path):
    values = TWO.copy()
    values[6:8] = values[0:2]

    def edit(ds: Dataset, half: int) -> None:
        ds.ContentTime = ["100000", "100200"][half]

    write_series(tmp_path, values, edit=twice(edit))
    found = scan([tmp_path])
    assert found.left_out == ()
    assert [s.geometry and s.geometry.shape[0] for s in all_series(found)] == [6, 6]


def test_overlapping_beds_are_separated(tmp_path):
    # UCL/STIR issue 219
    def edit(ds: Dataset, i: int) -> None:
        bed, k = divmod(i, 6)
        place(ds, k + 4 * bed)
        ds.AcquisitionTime, ds.AcquisitionNumber = ["100000", "100300"][bed], bed + 1
        ds.FrameReferenceTime = ["60000", "240000"][bed]

    write_series(tmp_path, ramp(12), edit=edit)
    low, high = all_series(scan([tmp_path]))
    assert (low.description, high.description) == ("series (bed 1 of 2)", "series (bed 2 of 2)")
    np.testing.assert_array_equal(read_image(high).volume().voxels, ramp(12)[6:])


def test_frames_of_which_one_lost_slices_are_called_frames(tmp_path):
    def edit(ds: Dataset, i: int) -> None:
        place(ds, i % 6)
        ds.AcquisitionTime = f"10{2 * (i // 6):02d}00"
        ds.FrameReferenceTime = str(60_000 + i // 6 * 120_000)

    write_series(tmp_path, ramp(16), edit=edit)
    series = all_series(scan([tmp_path]))
    shapes = [each.geometry and each.geometry.shape[0] for each in series]
    assert shapes == [6, 6, 4]
    assert [each.suv and each.suv.dynamic for each in series] == [True] * 3
    assert series[2].description == "series (frame 3 of 3, 10:04:00)"


# --- strays ---------------------------------------------------------------------------------------


def written(tmp_path: Path, edit: Edit) -> Path:
    write_series(tmp_path, ramp(9), edit=edit)
    return tmp_path


def test_a_slice_of_another_acquisition_is_set_apart(tmp_path):
    def edit(ds: Dataset, i: int) -> None:
        ds.AcquisitionNumber = 1
        if i == 8:
            place(ds, 3)
            ds.AcquisitionNumber = 7

    found = scan([written(tmp_path, edit)])
    (series,) = all_series(found)
    np.testing.assert_array_equal(read_image(series).volume().voxels, ramp(9)[:8])
    (left,) = found.left_out
    assert left.reason == "Its AcquisitionNumber is 7, that of the other slices of its series 1."
    assert left.folder == tmp_path
    assert "one of its slices is not part of the image" in series.warnings[0]


@pytest.mark.parametrize("height_mm", [-200.0, 51.3, 400.0])
def test_a_slice_off_the_grid_of_the_others_is_set_apart(tmp_path, height_mm):
    def edit(ds: Dataset, i: int) -> None:
        if i == 8:
            ds.ImagePositionPatient = ["-100", "-100", f"{height_mm:g}"]

    found = scan([written(tmp_path, edit)])
    (series,) = all_series(found)
    assert series.geometry is not None
    assert series.geometry.shape[0] == 8
    assert "not on the grid of the other slices" in found.left_out[0].reason


def test_a_slice_shifted_sideways_is_set_apart_and_its_place_is_empty(tmp_path):
    def edit(ds: Dataset, i: int) -> None:
        if i == 4:
            ds.ImagePositionPatient = ["-90", "-100", "62"]

    found = scan([written(tmp_path, edit)])
    (series,) = all_series(found)
    assert np.isnan(read_image(series).volume().voxels[4]).all()
    assert any("Slice 5 of 9 is missing" in warning for warning in series.warnings)
    assert len(found.left_out) == 1


def test_of_two_slices_that_differ_in_pixels_alone_neither_is_believed(tmp_path):
    def edit(ds: Dataset, i: int) -> None:
        ds.InstanceNumber = None
        if i == 8:
            place(ds, 3)

    found = scan([written(tmp_path, edit)])
    (series,) = all_series(found)
    voxels = read_image(series).volume().voxels
    assert voxels.shape[0] == 8
    assert np.isnan(voxels[3]).all()
    assert [left.path.name for left in found.left_out] == ["series_0003.dcm", "series_0008.dcm"]
    assert "nothing says which of them is right" in found.left_out[0].reason


def test_a_scout_of_another_orientation_does_not_cost_the_series(tmp_path):
    def edit(ds: Dataset, i: int) -> None:
        if i == 8:
            ds.ImageOrientationPatient = ["1", "0", "0", "0", "0", "-1"]

    body, scout = all_series(scan([written(tmp_path, edit)]))
    assert body.geometry is not None
    assert scout.geometry is not None
    assert (body.geometry.shape[0], scout.geometry.shape[0]) == (8, 1)


# --- halves ---------------------------------------------------------------------------------------


def turned(radians: float) -> Edit:
    """Every second slice has another orientation."""

    def edit(ds: Dataset, i: int) -> None:
        if i % 2:
            c, s = f"{np.cos(radians):.8f}", f"{np.sin(radians):.8f}"
            ds.ImageOrientationPatient = [c, s, "0", f"-{s}", c, "0"]

    return edit


@pytest.mark.parametrize("radians", [3e-4, 1e-3, 1e-2])
def test_orientations_that_differ_by_less_than_a_tenth_of_a_pixel_are_one_image(tmp_path, radians):
    # ImagingDataCommons/highdicom pull request 405
    series = only(scan([written(tmp_path, turned(radians))]))
    assert series.problem is None
    assert series.geometry is not None
    assert series.geometry.shape[0] == 9
    assert "the orientation of its slices differs by up to" in series.warnings[0]


@pytest.mark.parametrize("without", [0, 4])
def test_a_slice_without_a_frame_of_reference_has_that_of_the_others(tmp_path, without):
    write_series(tmp_path, ramp(), edit=in_slice(without, FrameOfReferenceUID=None))
    series = only(scan([tmp_path]))
    assert series.frame_of_reference_uid == uid("study", "frame")
    np.testing.assert_array_equal(read_image(series).volume().voxels, ramp())


def test_slices_of_two_frames_of_reference_are_not_joined_by_one_without(tmp_path):
    def edit(ds: Dataset, i: int) -> None:
        ds.FrameOfReferenceUID = ("", uid("one"), uid("two"))[i // 3]

    write_series(tmp_path, ramp(9), edit=edit)
    assert len(all_series(scan([tmp_path]))) == 3


def test_interleaved_halves_are_never_shown_as_two_images(tmp_path):
    series = only(scan([written(tmp_path, turned(0.08))]))
    assert series.problem is not None
    assert "by turns to two images that differ in orientation" in series.problem


@pytest.mark.parametrize(
    "other", [{"PixelSpacing": ["2.5", "2.5"]}, {"FrameOfReferenceUID": uid("other")}]
)
def test_halves_that_differ_otherwise_are_not_shown_as_two_either(tmp_path, other):
    def edit(ds: Dataset, i: int) -> None:
        if i % 2:
            setting(**other)(ds, i)

    series = only(scan([written(tmp_path, edit)]))
    assert series.problem is not None
    assert "by turns" in series.problem


@pytest.mark.parametrize(("share", "shown"), [(0.04, True), (0.3, False)])
def test_a_bed_shifted_sideways_by_little_is_shown_with_a_remark(tmp_path, share, shown):
    # near UCL/STIR issue 293
    def edit(ds: Dataset, i: int) -> None:
        shift = 2.0 * share if i >= 4 else 0.0
        ds.ImagePositionPatient = ["-100", f"{-100 + shift:g}", f"{50 + 3 * i}"]

    series = only(scan([written(tmp_path, edit)]))
    assert (series.problem is None) is shown
    if shown:
        np.testing.assert_array_equal(read_image(series).volume().voxels, ramp(9))


def test_uneven_steps_within_a_tenth_of_a_slice_are_shown_with_a_remark(tmp_path):
    # moloney/dcmstack issue 55
    def edit(ds: Dataset, i: int) -> None:
        place(ds, i + (0.06 if i == 4 else 0))

    series = only(scan([written(tmp_path, edit)]))
    assert series.problem is None
    assert "are off their even places by up to 6% of a voxel" in series.warnings[0]
    assert maximum(series) == ramp(9).max()


def test_a_series_without_suv_says_so_for_each_image(tmp_path):
    def edit(ds: Dataset, half: int) -> None:
        ds.ContentTime, ds.PatientWeight = ["100000", "100200"][half], "0"

    write_series(tmp_path, TWO, edit=twice(edit))
    assert all("PatientWeight is 0 kg" in refusal(s) for s in all_series(scan([tmp_path])))
