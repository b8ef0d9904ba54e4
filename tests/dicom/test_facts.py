"""What a series is for, what its values are in, and what its slices together say of the SUV."""

from copy import deepcopy
from typing import Any

import pytest
from pydicom.dataset import Dataset

from station.dicom.facts import series_role, unit_of
from station.dicom.load import scan
from station.pet.study import Role
from station.pet.volume import Unit
from tests.dicom.opened import HOUR, edited, factor, in_slice, only
from tests.dicom.synthetic import Edit, as_written, code, ramp, write_series

AC = ("NORM", "DTIM", "ATTN", "SCAT", "DECY", "RAN")
NAC = ("NORM", "DTIM", "DECY")
ORIGINAL = ("ORIGINAL", "PRIMARY")
DERIVED = ("DERIVED", "PRIMARY")

# --- role and unit --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("facts", "role"),
    [
        ({"description": "WB AC"}, Role.CONVENTIONAL),
        ({"description": "PET WB 3D OSEM TOF PSF"}, Role.CONVENTIONAL),
        ({"description": ""}, Role.CONVENTIONAL),
        ({"description": "PET CTAC 4mm", "image_type": DERIVED}, Role.CONVENTIONAL),
        ({"description": "AC WB", "kernel": "XYZ Gauss4.00"}, Role.CONVENTIONAL),
        ({"description": "WB AC DLR (RESEARCH)", "image_type": DERIVED}, Role.DENOISED),
        ({"description": "WB_AiCE"}, Role.DENOISED),
        ({"description": "SubtlePET WB"}, Role.DENOISED),
        ({"description": "Q.Clear + Precision DL"}, Role.DENOISED),
        ({"description": "WB HYPER DPR"}, Role.DENOISED),
        ({"description": "DL-denoised"}, Role.DENOISED),
        ({"description": "WB", "reconstruction": "Deep Progressive Recon"}, Role.DENOISED),
        (
            {"image_type": DERIVED, "derivation": "Residual CNN 1.0, weights 0af3"},
            Role.DENOISED,
        ),
        ({"image_type": ORIGINAL, "derivation": "no deep learning"}, Role.CONVENTIONAL),
        ({"description": "PET deep inspiration"}, Role.CONVENTIONAL),
        ({"description": "Deep-inspiration breath hold"}, Role.CONVENTIONAL),
        ({"description": "handled, middle lobe"}, Role.CONVENTIONAL),
        ({"description": "WB unfiltered"}, Role.UNFILTERED),
        ({"description": "WB_no_filter"}, Role.UNFILTERED),
        ({"description": "WB", "kernel": "All-pass"}, Role.UNFILTERED),
        ({"description": "WB", "kernel": "NONE"}, Role.UNFILTERED),
        ({"description": "WB", "reconstruction": "OSEM 3i20s filter: off"}, Role.UNFILTERED),
        ({"description": "WB unfiltered", "derivation_codes": ["113088"]}, Role.UNFILTERED),
        (
            {
                "description": "WB unfiltered + Gaussian 6 mm",
                "image_type": DERIVED,
                "derivation_codes": ["113088"],
            },
            Role.CONVENTIONAL,
        ),
        (
            {"description": "DLR", "image_type": DERIVED, "derivation_codes": ["113088"]},
            Role.DENOISED,
        ),
        ({"description": "WB", "corrected_image": NAC}, Role.OTHER),
        ({"description": "WB NAC", "corrected_image": None}, Role.OTHER),
        ({"description": "WB not att corrected", "corrected_image": None}, Role.OTHER),
        ({"description": "WB", "corrected_image": None}, Role.CONVENTIONAL),
        ({"description": "WB NAC DLR", "corrected_image": NAC}, Role.OTHER),
        ({"description": "MIP", "image_type": ("DERIVED", "SECONDARY", "MIP")}, Role.OTHER),
    ],
    ids=str,
)
def test_the_role_of_a_pet_follows_its_marks(facts: dict[str, Any], role: Role):
    given: dict[str, Any] = {"image_type": ORIGINAL, "corrected_image": AC, **facts}
    assert series_role("PT", **given) is role


def test_ct_is_the_ct_but_its_scout_and_an_mr_are_other():
    assert series_role("CT", image_type=("ORIGINAL", "PRIMARY", "AXIAL")) is Role.CT
    assert series_role("CT", image_type=("ORIGINAL", "PRIMARY", "LOCALIZER")) is Role.OTHER
    assert series_role("MR") is Role.OTHER


@pytest.mark.parametrize(
    ("units", "suv_type", "unit"),
    [
        ("BQML", None, Unit.BQ_PER_ML),
        ("CNTS", None, Unit.COUNTS),
        ("GML", None, Unit.SUV_BW),
        ("GML", "BW", Unit.SUV_BW),
        ("GML", "LBM", Unit.SUV_LBM),
        ("GML", "LBMJAMES128", Unit.SUV_LBM),
        ("GML", "LBMJANMA", Unit.SUV_LBM_JANMAHASATIAN),
        ("GML", "IBW", Unit.SUV_IBW),
        ("GML", "something new", Unit.STORED),
        ("CM2ML", None, Unit.SUV_BSA),
        ("PROPCNTS", None, Unit.STORED),
        (None, None, Unit.STORED),
    ],
)
def test_units_and_suv_type_name_the_unit_of_a_pet(units, suv_type, unit):
    assert unit_of("PT", units, suv_type, None) is unit


def test_a_rescale_type_does_not_turn_a_pet_into_suv():
    assert unit_of("PT", "BQML", None, "SUV") is Unit.BQ_PER_ML


@pytest.mark.parametrize(
    ("rescale_type", "unit"), [(None, Unit.HU), ("HU", Unit.HU), ("US", Unit.STORED)]
)
def test_a_ct_is_in_hounsfield_units_unless_it_says_otherwise(rescale_type, unit):
    assert unit_of("CT", None, None, rescale_type) is unit


# --- the facts that SUV needs ---------------------------------------------------------------------


def test_suv_facts_are_read_for_each_slice(tmp_path):
    def edit(ds: Dataset, i: int) -> None:
        ds.AcquisitionTime = f"10{i:02d}00"
        ds.FrameReferenceTime = str(1000 * i)

    write_series(tmp_path, ramp(), edit=edit)
    suv = only(scan([tmp_path])).suv
    assert suv is not None
    assert (suv.weight_kg, suv.height_m, suv.sex) == (70, 1.7, "F")
    assert (suv.units, suv.decay_correction) == ("BQML", "START")
    assert suv.corrected_image is not None
    assert "ATTN" in suv.corrected_image
    assert [str(t)[11:] for t in suv.acquisition_datetimes] == [f"10:{i:02d}:00" for i in range(6)]
    assert suv.frame_reference_times_ms == tuple(1000 * i for i in range(6))
    drug = suv.radiopharmaceutical
    assert drug is not None
    assert (drug.name, drug.radionuclide) == ("FDG", "^18^Fluorine")
    assert (drug.total_dose, drug.half_life_s, str(drug.start_time)) == (3.5e8, 6586.2, "09:00:00")


def test_codes_in_small_letters_are_read(tmp_path):
    def edit(ds: Dataset, i: int) -> None:
        for keyword, text in (("Units", "bqml"), ("DecayCorrection", "Start"), ("PatientSex", "f")):
            ds[keyword] = as_written(ds[keyword].tag, "CS", text.encode())

    series = edited(tmp_path, edit)
    assert series.unit is Unit.BQ_PER_ML
    assert series.suv is not None
    assert series.suv.sex == "F"
    assert factor(series) == pytest.approx(HOUR)


@pytest.mark.parametrize(
    ("value", "meaning", "nuclide"),
    [
        ("C-131A3", "", "Ga-68"),
        ("35337001", "Gallium", "Ga-68"),
        ("126607", "Mangan", "Mn-52m"),
        ("C-131A3", "^68^Gallium", "^68^Gallium"),
        ("99", "a local name", "a local name"),
    ],
)
def test_a_nuclide_is_known_by_its_code_if_its_meaning_names_none(
    tmp_path, value, meaning, nuclide
):
    def edit(ds: Dataset, i: int) -> None:
        drug = ds.RadiopharmaceuticalInformationSequence[0]
        drug.RadionuclideCodeSequence = code(value, "SRT", meaning)

    write_series(tmp_path, ramp(), edit=edit)
    suv = only(scan([tmp_path])).suv
    assert suv is not None
    assert suv.radiopharmaceutical is not None
    assert suv.radiopharmaceutical.radionuclide == nuclide


@pytest.mark.parametrize("written", ["70,5", "70\\71", "unknown"])
@pytest.mark.parametrize("keyword", ["PatientWeight", "RadionuclideTotalDose"])
def test_a_number_that_cannot_be_read_is_not_called_absent(tmp_path, keyword, written):
    def edit(ds: Dataset, i: int) -> None:
        drug = ds.RadiopharmaceuticalInformationSequence[0]
        holder = ds if keyword in ds else drug
        holder[keyword] = as_written(holder[keyword].tag, "DS", written.encode())

    series = edited(tmp_path, edit)
    sentence = f'{keyword} is written as "{written}", which is not a number; it is treated as'
    assert [sentence in warning for warning in series.warnings] == [True]


def injection(start: str, offset: str | None, clock: str | None = None) -> Edit:
    def edit(ds: Dataset, i: int) -> None:
        drug = ds.RadiopharmaceuticalInformationSequence[0]
        del drug.RadiopharmaceuticalStartTime
        drug.RadiopharmaceuticalStartDateTime = start
        if clock is not None:
            drug.RadiopharmaceuticalStartTime = clock
        if offset is not None:
            ds.TimezoneOffsetFromUTC = offset

    return edit


@pytest.mark.parametrize(
    ("start", "offset", "clock", "local"),
    [
        ("20240301090000", None, None, "2024-03-01 09:00:00"),
        ("20240301090000", "+0100", None, "2024-03-01 09:00:00"),
        ("20240301090000+0100", "+0100", None, "2024-03-01 09:00:00"),
        ("20240301080000+0000", "+0100", None, "2024-03-01 09:00:00"),
        ("20240301003000+0000", "-0500", None, "2024-02-29 19:30:00"),
        ("20240301090000+0100", None, "090000", "2024-03-01 09:00:00"),
        ("20240301080000+0000", None, "090000", "None"),
        ("20240301", None, None, "None"),
        ("2024030109", None, None, "None"),
        ("not a date at all", None, None, "None"),
    ],
)
def test_the_injection_is_in_the_local_time_of_the_series(tmp_path, start, offset, clock, local):
    def edit(ds: Dataset, i: int) -> None:
        injection("20240301", offset, clock)(ds, i)
        drug = ds.RadiopharmaceuticalInformationSequence[0]
        tag = drug["RadiopharmaceuticalStartDateTime"].tag
        drug[tag] = as_written(tag, "DT", start.encode())

    suv = edited(tmp_path, edit).suv
    assert suv is not None
    assert suv.radiopharmaceutical is not None
    assert str(suv.radiopharmaceutical.start_datetime) == local


# --- slices that contradict each other ------------------------------------------------------------


def test_a_weight_that_differs_between_slices_counts_as_missing(tmp_path):
    series = edited(tmp_path, in_slice(3, PatientWeight="80"))
    assert series.suv is not None
    assert series.suv.weight_kg is None
    assert series.warnings == (
        (
            'Series 4 "series": PatientWeight differs between slices (70.0 and 80.0); '
            "it is treated as missing."
        ),
    )


def test_a_dose_that_differs_between_slices_counts_as_missing(tmp_path):
    def edit(ds: Dataset, i: int) -> None:
        if i == 2:
            ds.RadiopharmaceuticalInformationSequence[0].RadionuclideTotalDose = "1e8"

    series = edited(tmp_path, edit)
    assert series.suv is not None
    assert series.suv.radiopharmaceutical is not None
    assert series.suv.radiopharmaceutical.total_dose is None
    assert series.suv.radiopharmaceutical.half_life_s == 6586.2
    assert "RadionuclideTotalDose differs between slices" in series.warnings[0]


def test_the_same_weight_written_differently_is_no_contradiction(tmp_path):
    series = edited(tmp_path, in_slice(3, PatientWeight="70.00"))
    assert series.suv is not None
    assert series.suv.weight_kg == 70
    assert series.warnings == ()


@pytest.mark.parametrize("keyword", ["PatientWeight", "PatientSize", "PatientSex", "SeriesTime"])
def test_what_is_missing_in_one_slice_is_that_of_the_others(tmp_path, keyword):
    series = edited(tmp_path, in_slice(3, **{keyword: ""}))
    assert [f"{keyword} is missing in some slices" in text for text in series.warnings] == [True]
    assert factor(series) == pytest.approx(HOUR)


def test_a_weight_of_0_in_one_slice_is_no_weight(tmp_path):
    series = edited(tmp_path, in_slice(3, PatientWeight="0"))
    assert series.suv is not None
    assert series.suv.weight_kg == 70


def test_an_injection_that_is_missing_in_one_slice_is_that_of_the_others(tmp_path):
    def edit(ds: Dataset, i: int) -> None:
        if i == 1:
            del ds.RadiopharmaceuticalInformationSequence
        if i == 2:
            del ds.RadiopharmaceuticalInformationSequence[0].RadionuclideTotalDose

    series = edited(tmp_path, edit)
    assert len(series.warnings) == 2
    assert factor(series) == pytest.approx(HOUR)


@pytest.mark.parametrize(("second", "has_suv"), [("090000", True), ("093000", False)])
def test_an_injection_that_is_listed_twice_is_one(tmp_path, second, has_suv):
    def edit(ds: Dataset, i: int) -> None:
        drugs = ds.RadiopharmaceuticalInformationSequence
        drugs.append(deepcopy(drugs[0]))
        drugs[1].RadiopharmaceuticalCodeSequence = code("35321007", "SCT", "FDG F^18^")
        drugs[1].RadiopharmaceuticalStartTime = second

    series = edited(tmp_path, edit)
    assert series.suv is not None
    assert (series.suv.radiopharmaceutical is not None) is has_suv
