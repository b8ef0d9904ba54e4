"""Body sizes by the published formulas, worked out by hand for 70 kg and 1.75 m."""

import pytest

from station.pet.body_size import (
    JAMES_FEMALE_COEFFICIENT,
    MORGAN_MALE_COEFFICIENT,
    body_surface_area_m2,
    ideal_body_weight_kg,
    james_turning_point_bmi,
    lean_body_mass_james_kg,
    lean_body_mass_janmahasatian_kg,
)

KG, M = 70.0, 1.75


def test_lean_body_mass_after_james() -> None:
    # 1.10·70 − 128·(70/175)² = 77 − 128·0.16; 1.07·70 − 148·0.16
    assert lean_body_mass_james_kg(KG, M, "M") == pytest.approx(56.52)
    assert lean_body_mass_james_kg(KG, M, "F") == pytest.approx(51.22)
    assert lean_body_mass_james_kg(KG, M, "M", MORGAN_MALE_COEFFICIENT) == pytest.approx(57.8)


def test_lean_body_mass_after_janmahasatian() -> None:
    # BMI 22.857: 648,900 / (6680 + 4937.14); 648,900 / (8780 + 5577.14)
    assert lean_body_mass_janmahasatian_kg(KG, M, "M") == pytest.approx(55.857, abs=0.001)
    assert lean_body_mass_janmahasatian_kg(KG, M, "F") == pytest.approx(45.197, abs=0.001)


def test_body_surface_area_after_dubois() -> None:
    assert body_surface_area_m2(KG, M) == pytest.approx(1.848, abs=0.001)


def test_ideal_body_weight_after_sugawara() -> None:
    assert ideal_body_weight_kg(M, "M") == pytest.approx(48.0 + 1.06 * 23)
    assert ideal_body_weight_kg(M, "F") == pytest.approx(45.5 + 0.91 * 23)


@pytest.mark.parametrize("formula", [lean_body_mass_james_kg, lean_body_mass_janmahasatian_kg])
def test_other_is_the_mean_of_the_male_and_the_female_formula(formula) -> None:
    mean = (formula(KG, M, "M") + formula(KG, M, "F")) / 2
    assert formula(KG, M, "O") == pytest.approx(mean)


@pytest.mark.parametrize("sex", ["M", "F"])
def test_above_the_turning_point_james_mass_falls_with_weight(sex: str) -> None:
    turning_kg = james_turning_point_bmi(sex) * M**2
    at = lean_body_mass_james_kg(turning_kg, M, sex)
    assert lean_body_mass_james_kg(turning_kg - 1, M, sex) < at
    assert lean_body_mass_james_kg(turning_kg + 1, M, sex) < at
    assert JAMES_FEMALE_COEFFICIENT == 148.0


def test_a_sex_that_is_none_of_dicoms_is_a_bug() -> None:
    with pytest.raises(ValueError, match="M, F or O"):
        ideal_body_weight_kg(M, "X")
