"""Dates and clock times that are missing, shifted, or left behind at midnight."""

import pytest
from pydicom.dataset import Dataset

from station.dicom.load import scan
from station.pet.decay import average_activity_time_s
from station.pet.suv import uptake_time_min
from tests.dicom.opened import conversion, factor, only, refusal, setting
from tests.dicom.synthetic import Edit, ramp, write_series

F18_S = 6586.2
HOUR = 70_000 / (350e6 * 2 ** (-3600 / F18_S))


def opened(tmp_path, edit: Edit):
    write_series(tmp_path, ramp(), edit=edit)
    return only(scan([tmp_path]))


@pytest.mark.parametrize("kept", ["SeriesDate", "StudyDate", "AcquisitionDate"])
def test_any_date_of_the_scan_serves_its_times(tmp_path, kept):
    # cornerstonejs/cornerstone3D issues 2545 and 2546
    others = {"SeriesDate", "StudyDate", "AcquisitionDate"} - {kept}
    series = opened(tmp_path, setting(**dict.fromkeys(others, "")))
    assert factor(series) == pytest.approx(HOUR)
    assert conversion(series).warnings == ()


def test_a_content_date_or_an_acquisition_datetime_serves_too(tmp_path):
    dates = dict.fromkeys(["SeriesDate", "StudyDate", "AcquisitionDate"], "")
    content = opened(tmp_path / "a", setting(**dates, ContentDate="20240301"))
    assert factor(content) == pytest.approx(HOUR)
    assert conversion(content).warnings == ()
    moment = opened(tmp_path / "b", setting(**dates, AcquisitionDateTime="20240301100000"))
    assert factor(moment) == pytest.approx(HOUR)


def test_without_any_date_the_clocks_decide_with_a_standing_caution(tmp_path):
    # rordenlab/dcm2niix issue 218
    dates = dict.fromkeys(["SeriesDate", "StudyDate", "AcquisitionDate"], "")
    series = opened(tmp_path, setting(**dates))
    assert factor(series) == pytest.approx(HOUR)
    assert series.datetime is None
    (caution,) = conversion(series).warnings
    assert "has no date of the scan, so the clock times alone decide" in caution
    values = {row.name: row.value for row in conversion(series).inputs}
    assert (values["Injection"], values["Uptake time"]) == ("09:00:00", 60.0)


def test_a_missing_acquisition_time_is_named_and_no_other(tmp_path):
    series = opened(tmp_path, setting(AcquisitionTime=None))
    assert "AcquisitionTime is missing" in refusal(series)


@pytest.mark.parametrize("stated", ["20190714090000.00", "19000101000000.00", "20300101090000"])
def test_an_injection_on_an_impossible_date_is_dated_by_its_clock(tmp_path, stated):
    def edit(ds: Dataset, i: int) -> None:
        drug = ds.RadiopharmaceuticalInformationSequence[0]
        drug.RadiopharmaceuticalStartDateTime = stated

    series = opened(tmp_path, edit)
    assert factor(series) == pytest.approx(HOUR)
    assert any("the clock times alone decide" in w for w in conversion(series).warnings)


def test_a_date_left_behind_at_midnight_is_moved_on(tmp_path):
    # medical-physics-usz/z-rad pull request 282
    mean_s = average_activity_time_s(120, F18_S)

    def edit(ds: Dataset, i: int) -> None:
        bed = i // 3
        ds.SeriesTime, ds.AcquisitionTime = "235500", ["235500", "000500"][bed]
        ds.FrameReferenceTime = f"{(600 * bed + mean_s) * 1000:.1f}"
        ds.RadiopharmaceuticalInformationSequence[0].RadiopharmaceuticalStartTime = "225500"

    series = opened(tmp_path, edit)
    assert series.suv is not None
    assert factor(series) == pytest.approx(HOUR)
    assert uptake_time_min(series.suv) == 60
    assert "acquired from 00:05:00 on follow those from 23:55:00" in conversion(series).warnings[0]


def test_a_series_date_shifted_otherwise_leaves_its_clock(tmp_path):
    series = opened(tmp_path, setting(SeriesDate="20170505"))
    assert factor(series) == pytest.approx(HOUR)
    assert any("series time (2017-05-05) cannot be right" in w for w in conversion(series).warnings)
