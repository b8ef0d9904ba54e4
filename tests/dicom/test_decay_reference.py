"""One decay reference for all images of a SeriesInstanceUID, found over all its files."""

import random
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from pydicom.dataset import Dataset

from station.dicom.load import scan
from station.pet.decay import average_activity_time_s
from tests.dicom.opened import all_series, conversion, factor, only, refusal
from tests.dicom.synthetic import Edit, ramp, write_series

F18_S = 6586.2
MEAN_S = average_activity_time_s(120.0, F18_S)
HOUR = 70_000 / (350e6 * 2 ** (-3600 / F18_S))
"""g/Bq: 70 kg, 350 MBq of F-18, one hour before the decay reference"""


def frames(folder: Path, starts: Sequence[str], edit: Edit) -> None:
    """Frames of one series at the same positions; `edit` gets the number of the frame."""

    def of_frame(ds: Dataset, i: int) -> None:
        frame, k = divmod(i, 6)
        ds.ImagePositionPatient = ["-100", "-100", f"{50 + 3 * k}"]
        ds.AcquisitionTime = starts[frame]
        edit(ds, frame)

    write_series(folder, np.concatenate([ramp() + n for n in range(len(starts))]), edit=of_frame)


@pytest.mark.parametrize("reference_time", [None, "0"])
def test_every_frame_is_corrected_to_the_first_acquisition_of_the_series(tmp_path, reference_time):
    # openneuropet/PET2BIDS issue 367: series time rewritten after the scan
    def edit(ds: Dataset, frame: int) -> None:
        ds.SeriesTime = "120000"
        ds.FrameReferenceTime = reference_time
        ds.ActualFrameDuration = "1800000"

    frames(tmp_path, ["100000", "103000", "110000"], edit)
    parts = all_series(scan([tmp_path]))
    assert len(parts) == 3
    assert [factor(part) for part in parts] == pytest.approx([HOUR] * 3)
    assert all("does not say to which time" in conversion(p).warnings[0] for p in parts)


def test_stacks_of_one_series_share_the_reference_of_the_earlier(tmp_path):
    def edit(ds: Dataset, i: int) -> None:
        ds.ImagePositionPatient = ["-100", "-100", f"{(0, 3, 6, 9, 20.7, 23.7, 26.7)[i]}"]
        ds.SeriesTime, ds.FrameReferenceTime = "120000", None
        ds.AcquisitionTime = "100000" if i < 4 else "102000"

    write_series(tmp_path, ramp(7), edit=edit)
    low, high = all_series(scan([tmp_path]))
    assert factor(low) == factor(high) == pytest.approx(HOUR)


@pytest.mark.parametrize("seed", range(3))
def test_neither_file_names_nor_bed_order_change_the_reference(tmp_path, seed):
    def edit(ds: Dataset, i: int) -> None:
        bed = i // 3 if seed % 2 else 1 - i // 3
        ds.SeriesTime, ds.AcquisitionTime = "113000", ["100000", "100600"][bed]
        ds.FrameReferenceTime = f"{(360 * bed + MEAN_S) * 1000:.3f}"

    paths = write_series(tmp_path, ramp(), edit=edit)
    names = [f"{n}.dcm" for n in range(len(paths))]
    random.Random(seed).shuffle(names)
    for path, name in zip(paths, names, strict=True):
        path.rename(path.with_name(name))
    assert factor(only(scan([tmp_path]))) == pytest.approx(HOUR, rel=1e-6)


def test_beds_that_contradict_each_other_beyond_ten_percent_have_no_suv(tmp_path):
    def edit(ds: Dataset, i: int) -> None:
        ds.SeriesTime, ds.AcquisitionTime = "113000", ["100000", "100600"][i // 3]
        ds.FrameReferenceTime = f"{([0, 2400][i // 3] + MEAN_S) * 1000:.3f}"

    write_series(tmp_path, ramp(), edit=edit)
    sentence = refusal(only(scan([tmp_path])))
    assert "from 09:26:00 to 10:00:00" in sentence
    assert sentence.endswith("Enter the decay reference time in SUV inputs to show SUV.")


def test_a_stray_slice_of_another_time_does_not_move_the_reference(tmp_path):
    def edit(ds: Dataset, i: int) -> None:
        ds.SeriesTime, ds.FrameReferenceTime, ds.AcquisitionNumber = "120000", None, 1
        if i == 6:
            ds.ImagePositionPatient = ["-100", "-100", "51.3"]
            ds.AcquisitionTime, ds.AcquisitionNumber = "093000", 2

    write_series(tmp_path, ramp(7), edit=edit)
    found = scan([tmp_path])
    (series,) = all_series(found)
    assert factor(series) == pytest.approx(HOUR)
    assert "its AcquisitionNumber is not" in found.left_out[0].reason.lower().replace(
        "acquisitionnumber", "AcquisitionNumber"
    )


def test_injection_during_a_dynamic_scan_is_normal(tmp_path):
    starts, seconds = ["100000", "100100", "100300"], [0, 60, 180]

    def edit(ds: Dataset, frame: int) -> None:
        ds.SeriesType = ["DYNAMIC", "IMAGE"]
        ds.FrameReferenceTime = f"{(seconds[frame] + MEAN_S) * 1000:.3f}"
        ds.RadiopharmaceuticalInformationSequence[0].RadiopharmaceuticalStartTime = "100020"

    frames(tmp_path, starts, edit)
    parts = all_series(scan([tmp_path]))
    expected = 70_000 / (350e6 * 2 ** (20 / F18_S))
    assert [factor(part) for part in parts] == pytest.approx([expected] * 3)
    assert all(conversion(part).warnings == () for part in parts)


def test_a_static_scan_does_not_begin_before_the_injection(tmp_path):
    def edit(ds: Dataset, i: int) -> None:
        ds.RadiopharmaceuticalInformationSequence[0].RadiopharmaceuticalStartTime = "100020"

    write_series(tmp_path, ramp(), edit=edit)
    assert "Either it was on the day before" in refusal(only(scan([tmp_path])))


def test_the_private_reference_of_siemens_is_read(tmp_path):
    def edit(ds: Dataset, i: int) -> None:
        ds.Manufacturer, ds.SeriesTime, ds.AcquisitionTime = "SIEMENS", "110000", "100500"
        ds.FrameReferenceTime = None
        block = ds.private_block(0x0071, "SIEMENS MED PT", create=True)
        block.add_new(0x22, "DT", "20240301100000.000000")

    write_series(tmp_path, ramp(), edit=edit)
    assert factor(only(scan([tmp_path]))) == pytest.approx(HOUR)


def test_a_weight_that_differs_between_frames_is_unknown_in_all_of_them(tmp_path):
    def edit(ds: Dataset, frame: int) -> None:
        ds.FrameReferenceTime, ds.PatientWeight = None, ["70", "80", "70"][frame]

    frames(tmp_path, ["100000", "103000", "110000"], edit)
    parts = all_series(scan([tmp_path]))
    assert all("PatientWeight is missing" in refusal(part) for part in parts)
    assert all("differs between slices (70.0 and 80.0)" in part.warnings[-1] for part in parts)


def test_beds_without_decay_correction_count_on_from_one_acquisition_time(tmp_path):
    def edit(ds: Dataset, i: int) -> None:
        ds.DecayCorrection, ds.CorrectedImage = "NONE", ["ATTN"]
        ds.FrameReferenceTime = f"{(600 * (i // 3) + MEAN_S) * 1000:.3f}"

    write_series(tmp_path, ramp(), edit=edit)
    converted = conversion(only(scan([tmp_path])))
    assert converted.factor[5] / converted.factor[0] == pytest.approx(2 ** (600 / F18_S))
    assert "each slice is taken as acquired that much later" in converted.warnings[0]


@pytest.mark.parametrize("minutes", [2, 40])
def test_frames_without_decay_correction_decay_until_their_own_time(tmp_path, minutes):
    def edit(ds: Dataset, frame: int) -> None:
        ds.DecayCorrection, ds.CorrectedImage = "NONE", ["ATTN"]
        ds.FrameReferenceTime = f"{(60 * minutes * frame + MEAN_S) * 1000:.3f}"

    frames(tmp_path, ["100000", f"10{minutes:02d}00"], edit)
    first, second = (conversion(part) for part in all_series(scan([tmp_path])))
    assert first.factor[0] == pytest.approx(HOUR * 2 ** (MEAN_S / F18_S))
    assert second.factor[0] / first.factor[0] == pytest.approx(2 ** (60 * minutes / F18_S))
    assert (first.warnings, second.warnings) == ((), ())
