"""What SUV is normalized to: body weight, lean body mass, body surface area or ideal body weight.

The formulas are those of DICOM PS3.16 CID 85 "SUV Units"; each docstring names its paper. `sex` is
M, F or O (other), for which the mean of the male and the female formula is taken, as in Vácha et
al., *Standardizing SUV Computation*.
"""

JAMES_MALE_COEFFICIENT = 128.0
"""James & Waterlow 1976; DICOM's LBMJAMES128"""
MORGAN_MALE_COEFFICIENT = 120.0
"""Morgan & Bray 1994 misquoting James; DICOM's LBM as CID 85 writes it"""
JAMES_FEMALE_COEFFICIENT = 148.0


def lean_body_mass_james_kg(
    weight_kg: float,
    height_m: float,
    sex: str,
    male_coefficient: float = JAMES_MALE_COEFFICIENT,
) -> float:
    """James & Waterlow, *Research on Obesity*, HMSO 1976: 1.10 w − 128 (w/h)², h in cm, for men.

    Women: 1.07 w − 148 (w/h)². DICOM PS3.16 CID 85 and (0054,1006) LBMJAMES128.
    """
    squared = (weight_kg / (height_m * 100)) ** 2
    return _of_sex(
        sex,
        1.10 * weight_kg - male_coefficient * squared,
        1.07 * weight_kg - JAMES_FEMALE_COEFFICIENT * squared,
    )


def lean_body_mass_janmahasatian_kg(weight_kg: float, height_m: float, sex: str) -> float:
    """Janmahasatian et al., Clin Pharmacokinet 2005;44:1051: 9270 w / (6680 + 216 BMI) for men.

    Women: 9270 w / (8780 + 244 BMI). DICOM PS3.16 CID 85 and (0054,1006) LBMJANMA.
    """
    body_mass_index = weight_kg / height_m**2
    return _of_sex(
        sex,
        9270 * weight_kg / (6680 + 216 * body_mass_index),
        9270 * weight_kg / (8780 + 244 * body_mass_index),
    )


def body_surface_area_m2(weight_kg: float, height_m: float) -> float:
    """DuBois & DuBois, Arch Intern Med 1916;17:863: 0.007184 w^0.425 h^0.725, h in cm. CID 85."""
    return 0.007184 * weight_kg**0.425 * (height_m * 100) ** 0.725


def ideal_body_weight_kg(height_m: float, sex: str) -> float:
    """Sugawara et al., Radiology 1999;213:521: 48.0 + 1.06 (h − 152) for men, h in cm.

    Women: 45.5 + 0.91 (h − 152). DICOM PS3.16 CID 85.
    """
    above_152_cm = height_m * 100 - 152
    return _of_sex(sex, 48.0 + 1.06 * above_152_cm, 45.5 + 0.91 * above_152_cm)


def james_turning_point_bmi(sex: str) -> float:
    """Body mass index (kg/m²) above which James' lean body mass falls with weight."""
    return _of_sex(
        sex,
        1.10e4 / (2 * JAMES_MALE_COEFFICIENT),
        1.07e4 / (2 * JAMES_FEMALE_COEFFICIENT),
    )


def _of_sex(sex: str, male: float, female: float) -> float:
    if sex not in ("M", "F", "O"):
        raise ValueError(f"sex must be M, F or O, not {sex!r}")
    return {"M": male, "F": female, "O": (male + female) / 2}[sex]
