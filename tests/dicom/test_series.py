"""The images in a series: where their slices are, what sets them apart, what unit they are in."""

import numpy as np
import pytest
from pydicom.dataset import Dataset

from station.dicom.load import read_image, scan
from station.errors import DicomError
from station.pet.suv import suv_conversion
from station.pet.volume import Unit
from tests.dicom.opened import (
    all_series,
    edited,
    in_slice,
    one_reason,
    only,
    refusal,
    setting,
)
from tests.dicom.synthetic import Edit, as_written, ramp, uid, write_series

# --- the place of slices --------------------------------------------------------------------------


def test_the_affine_maps_slice_row_column_to_patient_millimetres(tmp_path):
    write_series(tmp_path, ramp(), spacing_mm=(3, 2, 1.5), origin_mm=(-10, -20, 30))
    geometry = only(scan([tmp_path])).geometry
    assert geometry is not None
    np.testing.assert_allclose(geometry.to_patient([0, 0, 0]), [-10, -20, 30])
    np.testing.assert_allclose(geometry.to_patient([1, 0, 0]), [-10, -20, 33])
    np.testing.assert_allclose(geometry.to_patient([0, 1, 0]), [-10, -18, 30])
    np.testing.assert_allclose(geometry.to_patient([0, 0, 1]), [-8.5, -20, 30])


def test_missing_slices_keep_their_place_and_are_shown_empty(tmp_path):
    paths = write_series(tmp_path, ramp(10))
    paths[4].unlink()
    paths[5].unlink()
    series = only(scan([tmp_path]))
    assert series.geometry is not None
    assert series.geometry.shape == (10, 5, 4)
    assert series.warnings == (
        (
            'Series 4 "series": Slices 5–6 of 10 are missing (gap of 9.00 mm at S 63.5 mm); '
            "shown empty."
        ),
    )
    volume = read_image(series).volume()
    assert np.isnan(volume.voxels[4:6]).all()
    np.testing.assert_array_equal(
        np.delete(volume.voxels, [4, 5], axis=0), ramp(10)[[0, 1, 2, 3, 6, 7, 8, 9]]
    )


def test_fewer_slices_than_the_header_names_are_said(tmp_path):
    paths = write_series(tmp_path, ramp(6), edit=setting(NumberOfSlices=6))
    paths[5].unlink()
    series = only(scan([tmp_path]))
    assert series.warnings == (
        ('Series 4 "series": 5 of the 6 slices that NumberOfSlices names were found.'),
    )


def test_uneven_slices_are_shown_as_even_stacks(tmp_path):
    heights = [0, 3, 6, 9, 20.7, 24.7, 28.7]

    def edit(ds: Dataset, i: int) -> None:
        ds.ImagePositionPatient = [0, 0, heights[i]]

    write_series(tmp_path, ramp(7), edit=edit)
    low, high = all_series(scan([tmp_path]))
    assert low.geometry is not None
    assert high.geometry is not None
    assert (low.geometry.shape[0], low.geometry.spacing_mm[0]) == (4, 3)
    assert (high.geometry.shape[0], high.geometry.spacing_mm[0]) == (3, pytest.approx(4))
    assert (low.key, high.key) == (f"{low.uid}#1", f"{low.uid}#2")
    assert "unevenly spaced; they are shown as 2 evenly spaced stacks" in low.warnings[0]
    np.testing.assert_array_equal(read_image(high).volume().voxels, ramp(7)[4:])


def test_slices_at_random_places_are_refused(tmp_path):
    heights = [0, 3, 10.3, 12, 17.7, 30]

    def edit(ds: Dataset, i: int) -> None:
        ds.ImagePositionPatient = [0, 0, heights[i]]

    write_series(tmp_path, ramp(), edit=edit)
    series = only(scan([tmp_path]))
    assert series.problem is not None
    assert "unevenly spaced" in series.problem


def test_positions_rounded_by_the_scanner_are_even_still(tmp_path):
    def edit(ds: Dataset, i: int) -> None:
        ds.ImagePositionPatient = [0, 0, round(0.625 * i, 2)]

    write_series(tmp_path, ramp(9), edit=edit)
    series = only(scan([tmp_path]))
    assert series.warnings == ()
    assert series.geometry is not None
    assert series.geometry.spacing_mm[0] == pytest.approx(0.625, abs=1e-3)


def test_a_tilted_stack_has_a_sheared_affine_and_a_warning(tmp_path):
    def edit(ds: Dataset, i: int) -> None:
        ds.ImagePositionPatient = [0, 0.5 * i, 3 * i]

    write_series(tmp_path, ramp(), edit=edit)
    series = only(scan([tmp_path]))
    assert series.geometry is not None
    np.testing.assert_allclose(series.geometry.to_patient([5, 0, 0]), [0, 2.5, 15])
    assert "tilted by 9.5°" in series.warnings[0]


def test_slices_shifted_sideways_here_and_there_are_refused(tmp_path):
    def edit(ds: Dataset, i: int) -> None:
        ds.ImagePositionPatient = [-100 + 5 * (i % 2), -100, 50 + 3 * i]

    write_series(tmp_path, ramp(), edit=edit)
    series = only(scan([tmp_path]))
    assert series.problem is not None
    assert "shifted sideways irregularly" in series.problem


def test_a_single_slice_takes_its_thickness_for_spacing_and_says_so(tmp_path):
    write_series(tmp_path, ramp(1), spacing_mm=(4, 2, 2))
    series = only(scan([tmp_path]))
    assert series.geometry is not None
    assert series.geometry.spacing_mm == (4, 2, 2)
    assert "single slice; SliceThickness 4 mm" in series.warnings[0]


def raw_setting(values: dict[str, list[str] | None]) -> Edit:
    """As `setting`, for decimal strings pydicom would not write."""

    def edit(ds: Dataset, i: int) -> None:
        for keyword, value in values.items():
            if value is None:
                delattr(ds, keyword)
            else:
                ds[keyword] = as_written(ds[keyword].tag, "DS", "\\".join(value).encode())

    return edit


@pytest.mark.parametrize(
    ("values", "said"),
    [
        (
            {"ImagePositionPatient": None},
            "ImagePositionPatient is missing or implausible in 6 of 6",
        ),
        (
            {"ImagePositionPatient": ["1e30", "0", "0"]},
            "ImagePositionPatient is missing or implausible",
        ),
        ({"ImageOrientationPatient": None}, "ImageOrientationPatient is missing"),
        ({"ImageOrientationPatient": ["1", "0", "0", "1", "0", "0"]}, "two perpendicular vectors"),
        ({"PixelSpacing": None}, "PixelSpacing is missing"),
        ({"PixelSpacing": ["0", "2"]}, "is not positive"),
        ({"PixelSpacing": ["2", "-2"]}, "is not positive"),
        ({"PixelSpacing": ["nan", "2"]}, "PixelSpacing is missing or not two numbers"),
        ({"PixelSpacing": ["1e-9", "1e-9"]}, "singular"),
    ],
    ids=lambda value: str(value)[:50],
)
def test_a_series_without_geometry_says_so_and_is_not_shown(tmp_path, values, said):
    write_series(tmp_path, ramp(), edit=raw_setting(values))
    series = only(scan([tmp_path]))
    assert series.geometry is None
    assert series.problem is not None
    assert said in series.problem
    with pytest.raises(DicomError, match=said[:20]):
        read_image(series)


def test_one_slice_without_a_position_does_not_cost_the_series(tmp_path):
    write_series(tmp_path, ramp(), edit=in_slice(2, ImagePositionPatient=None))
    found = scan([tmp_path])
    (series,) = all_series(found)
    assert series.geometry is not None
    assert series.geometry.shape == (6, 5, 4)
    assert "without a place (ImagePositionPatient is missing" in series.warnings[0]
    assert "Slice 3 of 6 is missing" in series.warnings[1]
    assert one_reason(found) == "ImagePositionPatient is missing or implausible."
    assert np.isnan(read_image(series).volume().voxels[2]).all()


def test_a_series_too_large_for_memory_is_refused(tmp_path, monkeypatch):
    write_series(tmp_path, ramp())
    monkeypatch.setattr("station.dicom.series.MAX_IMAGE_BYTES", 100)
    series = only(scan([tmp_path]))
    assert series.problem is not None
    assert "GB of memory" in series.problem


# --- several images in one series -----------------------------------------------------------------


def test_time_frames_in_one_series_are_shown_apart(tmp_path):
    def frame(number: int) -> Edit:
        def edit(ds: Dataset, i: int) -> None:
            ds.SOPInstanceUID = uid("frame", number, i)
            ds.FrameReferenceTime = str(300_000 * number + 150_000)
            ds.AcquisitionTime = f"10{5 * number:02d}00"

        return edit

    for number in range(3):
        write_series(tmp_path / str(number), ramp() + number, edit=frame(number))
    parts = all_series(scan([tmp_path]))
    assert [part.description for part in parts] == [
        "series (frame 1 of 3, 10:00:00)",
        "series (frame 2 of 3, 10:05:00)",
        "series (frame 3 of 3, 10:10:00)",
    ]
    assert [(part.part, part.parts) for part in parts] == [(1, 3), (2, 3), (3, 3)]
    assert "its series holds several images; this is frame 2 of 3" in parts[1].warnings[0]
    for number, part in enumerate(parts):
        np.testing.assert_array_equal(read_image(part).volume().voxels, ramp() + number)


def test_two_reconstructions_in_one_series_are_shown_apart(tmp_path):
    for name in ("OSEM", "OSEM+PSF"):

        def edit(ds: Dataset, i: int, name: str = name) -> None:
            ds.SOPInstanceUID = uid(name, i)
            ds.ReconstructionMethod = name

        write_series(tmp_path / name, ramp(), edit=edit)
    parts = all_series(scan([tmp_path]))
    assert [part.description for part in parts] == [
        "series (image 1 of 2, OSEM)",
        "series (image 2 of 2, OSEM+PSF)",
    ]


def test_beds_of_one_whole_body_image_are_not_taken_for_time_frames(tmp_path):
    def edit(ds: Dataset, i: int) -> None:
        ds.AcquisitionTime = "100000" if i < 3 else "100300"
        ds.FrameReferenceTime = "0" if i < 3 else "180000"

    write_series(tmp_path, ramp(), edit=edit)
    series = only(scan([tmp_path]))
    assert series.parts == 1
    assert series.warnings == ()


def test_two_images_at_one_place_that_nothing_distinguishes_are_refused(tmp_path):
    write_series(tmp_path / "a", ramp())
    write_series(
        tmp_path / "b", ramp() + 1, edit=lambda ds, i: setting(SOPInstanceUID=uid("b", i))(ds, i)
    )
    series = only(scan([tmp_path]))
    assert series.problem is not None
    assert "12 slices are at 6 positions, and nothing in their headers says which" in series.problem


def test_images_of_another_matrix_in_a_series_are_shown_apart(tmp_path):
    write_series(tmp_path / "a", ramp())
    write_series(
        tmp_path / "b",
        ramp(3, 8, 8),
        edit=lambda ds, i: setting(SOPInstanceUID=uid("b", i))(ds, i),
    )
    parts = all_series(scan([tmp_path]))
    assert [part.geometry.shape for part in parts if part.geometry] == [(6, 5, 4), (3, 8, 8)]
    assert "differ in matrix, pixel size, orientation" in parts[0].warnings[0]


@pytest.mark.parametrize("shift_mm", [0.0, 1.5])
def test_a_pet_and_a_ct_under_one_uid_are_two_images(tmp_path, shift_mm):
    same = setting(SeriesInstanceUID=uid("study", "series"))
    origin = (-100.0, -100.0, 50 + shift_mm)
    write_series(tmp_path, ramp())
    write_series(tmp_path, ramp(), modality="CT", name="ct", origin_mm=origin, edit=same)
    parts = all_series(scan([tmp_path]))
    assert [(part.modality, part.problem) for part in parts] == [("CT", None), ("PT", None)]
    assert parts[1].suv is not None
    assert suv_conversion(parts[1].suv).factor == pytest.approx(2.92127e-4, rel=1e-4)


# --- the unit -------------------------------------------------------------------------------------


def test_units_that_differ_between_slices_leave_no_unit(tmp_path):
    series = edited(tmp_path, in_slice(3, Units="CNTS"))
    assert series.unit is Unit.STORED
    assert "different units (Bq/mL and counts)" in series.warnings[0]


def test_units_that_are_missing_in_one_slice_are_not_those_of_the_others(tmp_path):
    series = edited(tmp_path, in_slice(3, Units=None))
    assert series.unit is Unit.STORED
    assert "no SUV" in refusal(series)
