"""What a series is for, and what its values are in."""

from typing import Any

import pytest

from station.dicom.facts import series_role, unit_of
from station.pet.study import Role
from station.pet.volume import Unit

AC = ("NORM", "DTIM", "ATTN", "SCAT", "DECY", "RAN")
NAC = ("NORM", "DTIM", "DECY")
ORIGINAL = ("ORIGINAL", "PRIMARY")
DERIVED = ("DERIVED", "PRIMARY")


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
