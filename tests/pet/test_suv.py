"""SUV by rule: published factors, physics worked out by hand, and every refusal."""

import json
import math
import re
from dataclasses import replace
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from station.errors import SuvError
from station.pet.decay import nuclide_half_life_s, nuclide_words
from station.pet.study import Radiopharmaceutical, SuvFacts
from station.pet.suv import (
    InputName,
    Source,
    SuvInput,
    TypedInput,
    average_activity_time_s,
    body_surface_area_m2,
    decay_factor,
    ideal_body_weight_kg,
    lean_body_mass_james_kg,
    lean_body_mass_janmahasatian_kg,
    suv_conversion,
    suv_inputs,
    uptake_time_min,
)
from station.pet.volume import Unit

F18_S = 6586.2
SCAN = datetime(2025, 1, 1, 11, 0)
INJECTION = SCAN - timedelta(seconds=F18_S)
TRACER = Radiopharmaceutical(
    "FDG", "^18^Fluorine", total_dose=350e6, half_life_s=F18_S, start_datetime=INJECTION
)
FACTS = SuvFacts(
    units="BQML",
    corrected_image=("NORM", "ATTN", "SCAT", "DECY"),
    decay_correction="START",
    weight_kg=70.0,
    height_m=1.75,
    sex="M",
    radiopharmaceutical=TRACER,
    series_datetime=SCAN,
    acquisition_datetimes=(SCAN, SCAN + timedelta(minutes=3)),
    frame_durations_ms=(180_000.0, 180_000.0),
)
"""70 kg, 350 MBq, and exactly one half-life of F-18 from the injection to the scan."""

FACTOR = 70_000 / (350e6 / 2)
"""Of FACTS: half of the dose is left, g/Bq"""

SUV_UNITS = [unit for unit in Unit if unit.is_suv]


def but(tracer: dict[str, Any] | None = None, **facts: Any) -> SuvFacts:
    """FACTS with other values."""
    return replace(FACTS, radiopharmaceutical=replace(TRACER, **(tracer or {})), **facts)


def factor(facts: SuvFacts, *typed: TypedInput, unit: Unit = Unit.SUV_BW) -> float:
    return float(suv_conversion(facts, unit, typed).factor)


def typing(name: InputName, value: float | str | datetime) -> TypedInput:
    return TypedInput(name, value, "Dr. Curie", datetime(2025, 1, 2, 9, 30))


def row(facts: SuvFacts, name: str, *typed: TypedInput) -> SuvInput:
    return next(line for line in suv_inputs(facts, typed) if line.name == name)


# Published factors


def scanner_header(path: Path) -> SuvFacts:
    """The facts of a file of cornerstonejs/calculate-suv: DICOM attributes of each instance."""
    instances: list[dict[str, Any]] = json.loads(path.read_text())
    first = instances[0]

    def moment(day: str, clock: str) -> datetime:
        return datetime.strptime(f"{day}{clock}".ljust(15, ".").ljust(21, "0"), "%Y%m%d%H%M%S.%f")

    start = first.get("RadiopharmaceuticalStartDateTime")
    private = first["PhilipsPETPrivateGroup"]
    return SuvFacts(
        units=first["Units"],
        corrected_image=tuple(first["CorrectedImage"]),
        decay_correction=first["DecayCorrection"],
        weight_kg=first["PatientWeight"],
        height_m=first.get("PatientSize"),
        sex=first["PatientSex"],
        radiopharmaceutical=Radiopharmaceutical(
            total_dose=first["RadionuclideTotalDose"],
            half_life_s=first["RadionuclideHalfLife"],
            start_time=moment("20000101", first["RadiopharmaceuticalStartTime"]).time(),
            start_datetime=moment(start[:8], start[8:].strip()) if start else None,
        ),
        series_datetime=moment(first["SeriesDate"], first["SeriesTime"]),
        philips_suv_factor=float(private["SUVScaleFactor"]) if private else None,
        acquisition_datetimes=tuple(
            moment(i["AcquisitionDate"], i["AcquisitionTime"]) for i in instances
        ),
        frame_reference_times_ms=tuple(i["FrameReferenceTime"] for i in instances),
        frame_durations_ms=tuple(i["ActualFrameDuration"] for i in instances),
    )


@pytest.mark.parametrize(
    ("scanner", "published"),
    [
        ("PHILIPS_CNTS_AND_SUV", 0.000728),
        ("SIEMENS", 0.00042748316187197236),
        ("GE_MEDICAL_AND_BQML", 0.0005367387681819742),
        ("RADIOPHARM_DATETIME_UNDEFINED", 0.0003721089202818729),
    ],
)
def test_factors_of_four_scanners_are_the_published_ones(
    scanner: str, published: float, shared_data: Path
) -> None:
    facts = scanner_header(shared_data / "suv_headers" / f"{scanner}-instances.json")
    conversion = suv_conversion(facts)
    assert conversion.factor == pytest.approx(published, rel=1e-9)
    assert not conversion.per_slice
    assert conversion.warnings == ()


# Physics


def test_one_half_life_halves_an_activity() -> None:
    assert decay_factor(F18_S, F18_S) == 0.5
    assert decay_factor(0.0, F18_S) == 1.0


@given(a=st.floats(0, 1e5), b=st.floats(0, 1e5), half_life_s=st.floats(60, 1e6))
def test_decay_over_two_spans_is_the_product_of_both(a: float, b: float, half_life_s: float):
    whole = decay_factor(a + b, half_life_s)
    assert whole == pytest.approx(decay_factor(a, half_life_s) * decay_factor(b, half_life_s))


@given(duration_s=st.floats(1e-3, 36_000), half_life_s=st.floats(75, 1e6))
def test_a_frame_has_its_mean_activity_at_the_average_activity_time(
    duration_s: float, half_life_s: float
) -> None:
    decays = math.log(2) * duration_s / half_life_s
    mean_activity = -math.expm1(-decays) / decays
    at_average_time = decay_factor(average_activity_time_s(duration_s, half_life_s), half_life_s)
    assert at_average_time == pytest.approx(mean_activity, rel=1e-9)


@given(duration_s=st.floats(1e-6, 36_000), half_life_s=st.floats(75, 1e9))
def test_the_average_activity_time_is_never_after_the_middle_of_the_frame(
    duration_s: float, half_life_s: float
) -> None:
    assert 0 < average_activity_time_s(duration_s, half_life_s) <= duration_s / 2 * (1 + 1e-9)


@pytest.mark.parametrize("written", ["F-18", "18F", "F18", "^18^Fluorine", "Fluorine F^18^"])
def test_a_nuclide_is_known_however_it_is_written(written: str) -> None:
    assert nuclide_half_life_s(written) == F18_S


@pytest.mark.parametrize(
    ("written", "words"),
    [("^18^Fluorine", "F-18"), ("18F", "F-18"), ("^68^Gallium", "Ga-68"), ("FDG", "FDG")],
)
def test_a_nuclide_is_shown_as_people_write_it(written: str, words: str) -> None:
    assert nuclide_words(written) == words
    assert nuclide_words("^99m^Technetium") == "Technetium-99m"


def test_a_nuclide_that_pet_does_not_use_is_not_guessed() -> None:
    assert nuclide_half_life_s("^99m^Technetium") is None
    assert nuclide_half_life_s("FDG") is None


# Body sizes, by hand: 70 kg, 1.75 m, (w/h)² = 0.16, BMI 22.857


def test_james_lean_body_mass_of_a_man_of_70_kg_and_175_cm() -> None:
    assert lean_body_mass_james_kg(70, 1.75, "M") == pytest.approx(77 - 128 * 0.16)
    assert lean_body_mass_james_kg(70, 1.75, "F") == pytest.approx(74.9 - 148 * 0.16)


def test_janmahasatian_lean_body_mass_of_a_man_of_70_kg_and_175_cm() -> None:
    bmi = 70 / 1.75**2
    assert lean_body_mass_janmahasatian_kg(70, 1.75, "M") == pytest.approx(
        648_900 / (6680 + 216 * bmi)
    )
    assert lean_body_mass_janmahasatian_kg(70, 1.75, "F") == pytest.approx(
        648_900 / (8780 + 244 * bmi)
    )


def test_dubois_surface_of_70_kg_and_170_cm_is_the_textbook_one() -> None:
    assert body_surface_area_m2(70, 1.70) == pytest.approx(1.81, abs=0.005)


def test_ideal_body_weight_at_152_cm_is_the_constant_of_the_formula() -> None:
    assert ideal_body_weight_kg(1.52, "M") == pytest.approx(48.0)
    assert ideal_body_weight_kg(1.52, "F") == pytest.approx(45.5)
    assert ideal_body_weight_kg(1.75, "M") == pytest.approx(48.0 + 1.06 * 23)


@pytest.mark.parametrize(
    "formula",
    [
        lambda sex: lean_body_mass_james_kg(70, 1.75, sex),
        lambda sex: lean_body_mass_janmahasatian_kg(70, 1.75, sex),
        lambda sex: ideal_body_weight_kg(1.75, sex),
    ],
)
def test_other_sex_has_the_mean_of_the_male_and_female_formula(formula: Any) -> None:
    assert formula("O") == pytest.approx((formula("M") + formula("F")) / 2)
    with pytest.raises(ValueError, match="sex must be M, F or O"):
        formula("U")


# Bq/mL


def test_start_refers_the_dose_to_the_start_of_the_scan() -> None:
    assert factor(FACTS) == pytest.approx(FACTOR)
    twice = but({"start_datetime": INJECTION - timedelta(seconds=F18_S)})
    assert factor(twice) == pytest.approx(2 * FACTOR)


def test_admin_uses_the_dose_as_injected() -> None:
    assert factor(but(decay_correction="ADMIN")) == pytest.approx(FACTOR / 2)


def test_admin_needs_neither_times_nor_half_life() -> None:
    silent = {"start_datetime": None, "half_life_s": None}
    assert factor(but(silent, decay_correction="ADMIN")) == pytest.approx(FACTOR / 2)


def test_without_decay_correction_each_slice_has_its_own_mean_time() -> None:
    later = SCAN + timedelta(seconds=F18_S)
    facts = but(
        corrected_image=("ATTN",),
        decay_correction="NONE",
        acquisition_datetimes=(SCAN, later, SCAN),
        frame_durations_ms=(180_000.0, 180_000.0, 360_000.0),
    )
    conversion = suv_conversion(facts)
    assert conversion.per_slice
    within = [2 ** (average_activity_time_s(t, F18_S) / F18_S) for t in (180.0, 360.0)]
    expected = FACTOR * np.array([within[0], 2 * within[0], within[1]])
    np.testing.assert_allclose(conversion.factor, expected, rtol=1e-12)


def test_a_slice_that_was_never_stored_has_no_factor_of_its_own() -> None:
    facts = but(
        corrected_image=("ATTN",),
        decay_correction="NONE",
        acquisition_datetimes=(SCAN, None, SCAN),
        frame_durations_ms=(180_000.0, None, 180_000.0),
    )
    assert np.isnan(suv_conversion(facts).factor).tolist() == [False, True, False]


def test_none_beside_decy_is_believed_where_every_decay_factor_is_1() -> None:
    facts = but(decay_correction="NONE", decay_factors=(1.0, None))
    conversion = suv_conversion(facts)
    assert conversion.per_slice
    assert "lists DECY, but DecayCorrection is NONE" in conversion.warnings[0]


@pytest.mark.parametrize("unit", SUV_UNITS)
def test_every_variant_is_the_body_size_over_the_weight_times_suvbw(unit: Unit) -> None:
    size_per_gram = {
        Unit.SUV_BW: 1.0,
        Unit.SUV_LBM: lean_body_mass_james_kg(70, 1.75, "M") / 70,
        Unit.SUV_LBM_JANMAHASATIAN: lean_body_mass_janmahasatian_kg(70, 1.75, "M") / 70,
        Unit.SUV_BSA: body_surface_area_m2(70, 1.75) * 10_000 / 70_000,
        Unit.SUV_IBW: ideal_body_weight_kg(1.75, "M") / 70,
    }
    assert factor(FACTS, unit=unit) == pytest.approx(FACTOR * size_per_gram[unit])


def test_suvibw_does_not_need_the_weight() -> None:
    assert factor(but(weight_kg=None), unit=Unit.SUV_IBW) > 0


def test_a_unit_that_is_no_suv_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(ValueError, match="Bq/mL is not a standardized uptake value"):
        suv_conversion(FACTS, Unit.BQ_PER_ML)


def test_the_factor_cannot_be_written_to() -> None:
    with pytest.raises(ValueError, match="read-only"):
        suv_conversion(FACTS).factor[...] = 1.0


# The dose


def test_a_dose_in_mbq_is_taken_as_such_and_flagged() -> None:
    facts = but({"total_dose": 350.0})
    conversion = suv_conversion(facts)
    assert conversion.factor == pytest.approx(FACTOR)
    assert "350, which can only be MBq" in conversion.warnings[0]
    dose = row(facts, "Injected activity")
    assert (dose.value, dose.source) == (350e6, Source.HEADER)
    assert "taken as Bq × 1e6" in dose.note


def test_a_typed_dose_is_always_in_bq() -> None:
    with pytest.raises(SuvError, match=r"The typed injected activity is 0.00035 MBq"):
        suv_conversion(FACTS, typed=[typing(InputName.INJECTED_ACTIVITY_BQ, 350.0)])


# When the dose was injected


def clock(start: time, scan: datetime = SCAN) -> SuvFacts:
    tracer = {"start_datetime": None, "start_time": start}
    return but(tracer, series_datetime=scan, acquisition_datetimes=(scan, scan))


def test_a_start_time_without_date_is_on_the_day_of_the_scan() -> None:
    facts = clock(time(10, 0))
    assert row(facts, "Injection").value == "2025-01-01T10:00:00"
    assert row(facts, "Injection").source is Source.DERIVED
    assert factor(facts) == pytest.approx(200e-6 * 2 ** (3600 / F18_S))


def test_a_start_time_after_the_scan_is_on_the_day_before() -> None:
    facts = clock(time(23, 30), scan=datetime(2025, 1, 1, 0, 30))
    assert row(facts, "Injection").value == "2024-12-31T23:30:00"
    assert uptake_time_min(facts) == 60.0
    assert factor(facts) == pytest.approx(200e-6 * 2 ** (3600 / F18_S))


def test_the_start_datetime_is_preferred_to_the_start_time_and_a_difference_is_said() -> None:
    conversion = suv_conversion(but({"start_time": time(9, 5)}))
    assert conversion.factor == pytest.approx(FACTOR)
    assert "RadiopharmaceuticalStartTime as 09:05:00; the first is used" in conversion.warnings[0]


def test_two_start_times_that_change_suv_by_much_give_none() -> None:
    with pytest.raises(SuvError, match=r"contradicts itself about the injection: .* 08:00:00"):
        suv_conversion(but({"start_time": time(8, 0)}))
    in_advance = but({"start_time": time(8, 0)}, decay_correction="ADMIN")
    assert factor(in_advance) == pytest.approx(200e-6)


def test_a_start_time_alone_is_not_enough_for_a_nuclide_scanned_days_later() -> None:
    zirconium = {"name": "", "radionuclide": "^89^Zirconium", "half_life_s": 282_280.0}
    facts = but(zirconium | {"start_datetime": None, "start_time": time(10)})
    with pytest.raises(SuvError, match=r"half-life of 78\.4 h the time 10:00:00 alone does not"):
        suv_conversion(facts)


def test_zirconium_may_be_scanned_days_after_a_dated_injection() -> None:
    dated = {"half_life_s": 282_280.0, "start_datetime": SCAN - timedelta(seconds=2 * 282_280)}
    assert factor(but(dated | {"radionuclide": "Zr-89"})) == pytest.approx(2 * FACTOR)


# The moment to which decay was corrected

LATER = SCAN + timedelta(days=1)
"""Series time of a series made after the scan"""


def reference(facts: SuvFacts, *typed: TypedInput) -> tuple[str, str]:
    """Value and tag of the decay reference time."""
    line = row(facts, "Decay reference time", *typed)
    return str(line.value), line.tag


def test_series_time_is_the_reference_if_it_is_not_after_the_first_acquisition() -> None:
    series = SCAN - timedelta(minutes=20)
    assert reference(but(series_datetime=series)) == ("2025-01-01T10:40:00", "(0008,0031)")
    assert reference(FACTS) == ("2025-01-01T11:00:00", "(0008,0031)")


def test_the_scan_time_of_ge_is_the_reference_of_a_later_series() -> None:
    facts = but(series_datetime=LATER, ge_scan_datetime=SCAN - timedelta(minutes=1))
    assert reference(facts) == ("2025-01-01T10:59:00", "(0009,100D)")


def test_frame_times_lead_back_to_the_reference_of_a_later_series() -> None:
    before_s = 600.0
    at_mean_s = before_s + average_activity_time_s(180.0, F18_S)
    facts = but(series_datetime=LATER, frame_reference_times_ms=(at_mean_s * 1000, None))
    assert reference(facts) == ("2025-01-01T10:50:00", "(0054,1300)")


def test_ge_counts_the_frame_reference_time_to_the_start_of_the_frame() -> None:
    facts = but(
        series_datetime=LATER,
        manufacturer="GE MEDICAL SYSTEMS",
        frame_reference_times_ms=(600_000.0, None),
    )
    assert reference(facts) == ("2025-01-01T10:50:00", "(0054,1300)")


def test_the_first_acquisition_is_the_last_resort_and_said() -> None:
    facts = but(series_datetime=LATER)
    assert reference(facts) == ("2025-01-01T11:00:00", "(0008,0032)")
    assert "does not say to which time decay was corrected" in suv_conversion(facts).warnings[0]


def test_a_frame_time_that_puts_the_reference_after_the_first_count_is_not_believed() -> None:
    facts = but(series_datetime=LATER, frame_reference_times_ms=(0.0, 0.0))
    assert reference(facts) == ("2025-01-01T11:00:00", "(0008,0032)")


def test_series_time_and_frame_times_that_give_other_suvs_are_mentioned() -> None:
    facts = but(frame_reference_times_ms=(690_000.0, None))
    conversion = suv_conversion(facts)
    assert conversion.factor == pytest.approx(FACTOR)
    assert "first frame's times point to 10:49:59" in conversion.warnings[0]


# Counts of Philips


def test_philips_counts_times_the_suv_factor_are_suvbw() -> None:
    facts = but(units="CNTS", philips_suv_factor=5e-4, philips_activity_factor=2.0)
    assert factor(facts) == 5e-4


def test_philips_counts_times_the_activity_factor_are_bq_per_ml() -> None:
    facts = but(units="CNTS", philips_suv_factor=0.0, philips_activity_factor=2.0)
    assert factor(facts) == pytest.approx(2 * FACTOR)


def test_philips_counts_without_decay_correction_need_the_activity_factor() -> None:
    uncorrected = but(
        units="CNTS",
        corrected_image=("ATTN",),
        decay_correction="NONE",
        philips_suv_factor=5e-4,
        philips_activity_factor=2.0,
    )
    assert suv_conversion(uncorrected).per_slice
    with pytest.raises(SuvError, match=r"SUV factor .* does not apply"):
        suv_conversion(replace(uncorrected, philips_activity_factor=None))


# Series that hold SUV


def stored(suv_type: str | None, units: str = "GML", **facts: Any) -> SuvFacts:
    return but(units=units, suv_type=suv_type, **facts)


def test_a_series_of_suvbw_is_shown_as_it_is_and_needs_nothing_else() -> None:
    bare = replace(stored("BW"), weight_kg=None, height_m=None, sex=None, radiopharmaceutical=None)
    assert factor(bare) == 1.0


def test_gml_without_suv_type_is_body_weight_and_the_inputs_say_so() -> None:
    facts = stored(None)
    assert factor(facts) == 1.0
    line = row(facts, "SUV type")
    assert (line.value, line.source) == ("BW", Source.DERIVED)


@pytest.mark.parametrize(
    ("suv_type", "units", "unit"),
    [
        ("BW", "GML", Unit.SUV_BW),
        ("LBM", "GML", Unit.SUV_LBM),
        ("LBMJAMES128", "GML", Unit.SUV_LBM),
        ("LBMJANMA", "GML", Unit.SUV_LBM_JANMAHASATIAN),
        ("IBW", "GML", Unit.SUV_IBW),
        ("BSA", "CM2ML", Unit.SUV_BSA),
        (None, "CM2ML", Unit.SUV_BSA),
    ],
)
def test_a_series_is_not_changed_when_asked_for_the_suv_it_holds(
    suv_type: str | None, units: str, unit: Unit
) -> None:
    assert factor(stored(suv_type, units), unit=unit) == 1.0


def test_stored_suvbw_becomes_sul_by_lean_body_mass_over_weight() -> None:
    lean = lean_body_mass_janmahasatian_kg(70, 1.75, "M")
    assert factor(stored("BW"), unit=Unit.SUV_LBM_JANMAHASATIAN) == pytest.approx(lean / 70)


def test_stored_suvbsa_becomes_suvbw_by_weight_over_surface() -> None:
    surface_cm2 = body_surface_area_m2(70, 1.75) * 10_000
    assert factor(stored("BSA", "CM2ML")) == pytest.approx(70_000 / surface_cm2)


def test_stored_lbm_is_converted_with_the_120_of_cid_85_and_the_doubt_is_said() -> None:
    conversion = suv_conversion(stored("LBM"))
    assert conversion.factor == pytest.approx(70 / (77 - 120 * 0.16))
    assert "misquoted 120" in conversion.warnings[0]


@pytest.mark.parametrize("suv_type", ["LBMJAMES128", "LBMJANMA", "IBW"])
@pytest.mark.parametrize("unit", SUV_UNITS)
def test_variants_convert_into_each_other_as_they_do_by_way_of_suvbw(
    suv_type: str, unit: Unit
) -> None:
    to_bw = factor(stored(suv_type))
    from_bw = factor(stored("BW"), unit=unit)
    assert factor(stored(suv_type), unit=unit) == pytest.approx(to_bw * from_bw)


def test_an_injection_after_the_scan_does_not_spoil_stored_suv() -> None:
    facts = replace(
        stored("BW"), radiopharmaceutical=replace(TRACER, start_datetime=SCAN + timedelta(days=1))
    )
    conversion = suv_conversion(facts)
    assert conversion.factor == 1.0
    assert "The uptake time is unknown" in conversion.warnings[0]


# Typed values


def test_a_typed_value_overrides_the_header_and_says_who_and_when() -> None:
    typed = typing(InputName.WEIGHT_KG, 140.0)
    assert factor(FACTS, typed) == pytest.approx(2 * FACTOR)
    weight = row(FACTS, "Weight", typed)
    assert (weight.value, weight.source) == (140.0, Source.TYPED)
    assert weight.note == "typed by Dr. Curie on 2025-01-02 09:30; header: 70"


TYPED = [
    (InputName.WEIGHT_KG, 70.0),
    (InputName.HEIGHT_M, 1.75),
    (InputName.SEX, "M"),
    (InputName.INJECTED_ACTIVITY_BQ, 350e6),
    (InputName.INJECTION_DATETIME, INJECTION),
    (InputName.HALF_LIFE_S, F18_S),
    (InputName.REFERENCE_DATETIME, SCAN),
]
SILENT = SuvFacts(units="BQML", corrected_image=("ATTN", "DECY"), decay_correction="START")
"""A header without anything that can be typed"""


@pytest.mark.parametrize(("name", "value"), TYPED)
def test_typing_what_the_header_says_changes_no_suv(name: InputName, value: Any) -> None:
    for unit in SUV_UNITS:
        assert factor(FACTS, typing(name, value), unit=unit) == pytest.approx(
            factor(FACTS, unit=unit), rel=1e-12
        )


@pytest.mark.parametrize("unit", SUV_UNITS)
def test_typing_all_that_the_header_lacks_gives_the_same_suv(unit: Unit) -> None:
    typed = [typing(name, value) for name, value in TYPED]
    assert factor(SILENT, *typed, unit=unit) == pytest.approx(factor(FACTS, unit=unit))


def test_the_last_of_several_typed_values_counts() -> None:
    first, last = typing(InputName.WEIGHT_KG, 100.0), typing(InputName.WEIGHT_KG, 140.0)
    assert factor(FACTS, first, last) == pytest.approx(2 * FACTOR)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        (InputName.WEIGHT_KG, 90.0),
        (InputName.INJECTED_ACTIVITY_BQ, 300e6),
        (InputName.INJECTION_DATETIME, INJECTION - timedelta(minutes=10)),
    ],
)
@pytest.mark.parametrize("decay", ["START", "ADMIN"])
def test_a_correction_has_the_same_effect_on_stored_suv_as_on_activity(
    name: InputName, value: Any, decay: str
) -> None:
    activity, suv = but(decay_correction=decay), stored("BW", decay_correction=decay)
    effect = factor(activity, typing(name, value)) / factor(activity)
    assert effect != pytest.approx(1.0)
    assert factor(suv, typing(name, value)) == pytest.approx(effect)


def test_a_weight_typed_beside_stored_suv_of_an_unknown_weight_changes_nothing_but_serves_sul():
    facts, weight = stored("BW", weight_kg=None), typing(InputName.WEIGHT_KG, 70.0)
    assert factor(facts, weight) == 1.0
    assert factor(facts, weight, unit=Unit.SUV_LBM) == factor(stored("BW"), unit=Unit.SUV_LBM)


def test_a_typed_time_that_changes_nothing_is_mentioned() -> None:
    typed = [typing(InputName.REFERENCE_DATETIME, SCAN)]
    warnings = suv_conversion(but(decay_correction="ADMIN"), typed=typed).warnings
    assert warnings[0].startswith("The typed decay reference time changes nothing")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        (InputName.WEIGHT_KG, "70"),
        (InputName.WEIGHT_KG, True),
        (InputName.SEX, 1.0),
        (InputName.INJECTION_DATETIME, "10:00"),
        (InputName.INJECTION_DATETIME, datetime.fromisoformat("2025-01-01T10:00:00+01:00")),
    ],
)
def test_a_typed_value_of_the_wrong_kind_cannot_be_made(name: InputName, value: Any) -> None:
    with pytest.raises(TypeError, match="cannot be"):
        typing(name, value)


# Laws


@given(weight_kg=st.floats(20, 200))
def test_suvbw_is_proportional_to_weight(weight_kg: float) -> None:
    assert factor(but(weight_kg=weight_kg)) == pytest.approx(FACTOR * weight_kg / 70)


@given(dose=st.floats(1e6, 1e10))
def test_suv_is_inversely_proportional_to_the_dose(dose: float) -> None:
    assert factor(but({"total_dose": dose})) == pytest.approx(FACTOR * 350e6 / dose)


SHIFTS = st.timedeltas(timedelta(days=-9000), timedelta(days=9000))


@given(shift=SHIFTS, decay=st.sampled_from(["START", "NONE", "ADMIN"]))
def test_moving_all_times_together_changes_nothing(shift: timedelta, decay: str) -> None:
    corrected = ("ATTN",) if decay == "NONE" else ("ATTN", "DECY")
    here = but(decay_correction=decay, corrected_image=corrected)
    there = replace(
        here,
        radiopharmaceutical=replace(TRACER, start_datetime=INJECTION + shift),
        series_datetime=SCAN + shift,
        acquisition_datetimes=tuple(t + shift for t in FACTS.acquisition_datetimes if t),
    )
    np.testing.assert_allclose(
        suv_conversion(there).factor, suv_conversion(here).factor, rtol=1e-12
    )


@given(shift=SHIFTS, uptake_min=st.integers(0, 240))
def test_a_start_time_without_date_gives_its_uptake_at_any_hour(
    shift: timedelta, uptake_min: int
) -> None:
    scan = SCAN + shift
    facts = clock((scan - timedelta(minutes=uptake_min)).time(), scan)
    assert uptake_time_min(facts) == pytest.approx(uptake_min)


# Refusals


@pytest.mark.parametrize(
    ("facts", "sentence", "attribute"),
    [
        (
            but(units=None),
            "Units is missing, so the meaning of the stored values is unknown",
            "Units",
        ),
        (but(units="PROPCNTS"), "Units is PROPCNTS, from which no SUV", "Units"),
        (but(units="CNTS"), "neither the Philips SUV factor", "(7053,1000)"),
        (but(corrected_image=None), "CorrectedImage is missing", "CorrectedImage"),
        (but(corrected_image=()), "CorrectedImage is missing", "CorrectedImage"),
        (but(corrected_image=("DECY",)), "not corrected for attenuation", "CorrectedImage"),
        (but(corrected_image=("ATTN",)), "START, but CorrectedImage does not", "CorrectedImage"),
        (
            but(decay_correction="NONE", decay_factors=(1.01, 1.02)),
            r"lists DECY and DecayFactor is 1\.02",
            "DecayCorrection",
        ),
        (
            but(decay_correction="NONE"),
            "lists DECY and DecayFactor is missing",
            "DecayCorrection",
        ),
        (but(decay_correction=None), "DecayCorrection is missing", "DecayCorrection"),
        (but(decay_correction="SCAN"), "DecayCorrection is SCAN", "DecayCorrection"),
        (but(weight_kg=None), "PatientWeight is missing. Enter the weight", "PatientWeight"),
        (but(weight_kg=0.0), "PatientWeight is 0 kg, which is not between", "PatientWeight"),
        (but(weight_kg=-70.0), "PatientWeight is -70 kg", "PatientWeight"),
        (but(weight_kg=70_000.0), "PatientWeight is 70000 kg", "PatientWeight"),
        (but(weight_kg=math.nan), "PatientWeight is nan kg", "PatientWeight"),
        (but({"total_dose": None}), "RadionuclideTotalDose is missing", "RadionuclideTotalDose"),
        (but({"total_dose": 0.0}), "TotalDose is 0 MBq", "RadionuclideTotalDose"),
        (but({"total_dose": -1e8}), "TotalDose is -100 MBq", "RadionuclideTotalDose"),
        (but({"total_dose": 0.35}), "TotalDose is 0.35 MBq", "RadionuclideTotalDose"),
        (but({"total_dose": 350_000.0}), "TotalDose is 0.35 MBq", "RadionuclideTotalDose"),
        (but({"total_dose": math.inf}), "TotalDose is inf MBq", "RadionuclideTotalDose"),
        (
            but({"half_life_s": None, "radionuclide": None, "name": ""}),
            "HalfLife is missing",
            "RadionuclideHalfLife",
        ),
        (but({"half_life_s": -6586.2}), "HalfLife is -6586.2 s", "RadionuclideHalfLife"),
        (
            but({"start_datetime": None}),
            "RadiopharmaceuticalStartDateTime is missing. Enter the injection",
            "RadiopharmaceuticalStartDateTime",
        ),
        (
            but({"start_datetime": SCAN + timedelta(minutes=1)}),
            r"injection \(2025-01-01 11:01:00\) is after the scan \(2025-01-01 11:00:00\)",
            "RadiopharmaceuticalStartDateTime",
        ),
        (
            but({"start_datetime": SCAN + timedelta(minutes=1)}, decay_correction="ADMIN"),
            "is after the scan",
            "RadiopharmaceuticalStartDateTime",
        ),
        (
            but({"start_datetime": datetime(1900, 1, 1, 15)}),
            "half-lives from the scan, so one of the times",
            "RadiopharmaceuticalStartDateTime",
        ),
        (
            clock(time(11, 30)),
            r"30 min after the scan .* on the day before \(23\.5 h, .* or one of the two clock",
            "RadiopharmaceuticalStartDateTime",
        ),
        (but(acquisition_datetimes=()), "AcquisitionTime is missing", "AcquisitionTime"),
        (
            but(
                corrected_image=("ATTN",),
                decay_correction="NONE",
                frame_durations_ms=(180_000.0, None),
            ),
            "ActualFrameDuration of a slice is missing",
            "ActualFrameDuration",
        ),
        (
            but(
                corrected_image=("ATTN",),
                decay_correction="NONE",
                acquisition_datetimes=(SCAN, None),
            ),
            "AcquisitionTime of a slice is missing",
            "AcquisitionTime",
        ),
        (stored("BSA"), "Units is GML but SUVType is BSA", "SUVType"),
        (stored("BW", "CM2ML"), "Units is CM2ML but SUVType is BW", "SUVType"),
        (stored("BW", corrected_image=("DECY",)), "not corrected for atten", "CorrectedImage"),
        (stored("BW", corrected_image=("ATTN",)), "does not list DECY", "CorrectedImage"),
        (stored("IBW", sex=None), "PatientSex is missing. Enter the sex", "PatientSex"),
        (stored("IBW", sex="U"), "PatientSex is U, not M, F or O", "PatientSex"),
        (stored("IBW", height_m=None), "PatientSize is missing", "PatientSize"),
        (stored("IBW", height_m=0.0), "PatientSize is 0 m", "PatientSize"),
        (stored("IBW", height_m=175.0), "PatientSize is 175 m", "PatientSize"),
        (stored("IBW", height_m=1.0), "ideal body weight is -7.12 kg", "PatientSize"),
    ],
)
def test_there_is_no_suv_and_the_sentence_says_why(
    facts: SuvFacts, sentence: str, attribute: str
) -> None:
    with pytest.raises(SuvError, match=sentence) as refused:
        suv_conversion(facts, label='Series 4 "WB AC"')
    assert refused.value.attribute == attribute
    assert str(refused.value).startswith('Series 4 "WB AC": ')
    assert len(suv_inputs(facts)) >= 15


def test_sul_is_refused_without_the_height_that_suvbw_does_not_need() -> None:
    facts = but(height_m=None)
    assert factor(facts) == pytest.approx(FACTOR)
    with pytest.raises(SuvError, match=r"PatientSize is missing\. Enter the height"):
        suv_conversion(facts, Unit.SUV_LBM)


# Warnings


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        (but({"half_life_s": 4062.6}), r"is 4062\.6 s, but that of \^18\^Fluorine is 6586\.2 s"),
        (but({"total_dose": 9e9}), "Injected activity is 9000 MBq, which is unusual"),
        (but(weight_kg=300.0), "Weight is 300 kg, which is unusual"),
        (but(height_m=0.75), r"body mass index of 124\.4 kg/m² is unusual"),
        (
            but({"start_datetime": SCAN - timedelta(hours=6)}),
            r"injection is 3\.3 half-lives from the scan",
        ),
        (stored("BW", corrected_image=None), "CorrectedImage is missing; that the values are SUV"),
    ],
)
def test_what_is_only_unusual_gives_suv_with_a_warning(facts: SuvFacts, sentence: str) -> None:
    conversion = suv_conversion(facts)
    assert np.isfinite(conversion.factor)
    assert any(re.search(sentence, warning) for warning in conversion.warnings)


def test_james_formula_is_doubted_where_more_weight_gives_less_lean_mass() -> None:
    obese = but(weight_kg=140.0)
    assert any("James" in w for w in suv_conversion(obese, Unit.SUV_LBM).warnings)
    assert suv_conversion(obese, Unit.SUV_LBM_JANMAHASATIAN).warnings == ()


# What the panel shows


def test_every_input_is_shown_with_tag_and_source_and_fits_json() -> None:
    lines = {line.name: line for line in suv_conversion(FACTS, Unit.SUV_LBM).inputs}
    assert lines["Weight"] == SuvInput(
        "Weight", 70.0, "kg", "(0010,1030)", Source.HEADER, "", InputName.WEIGHT_KG
    )
    assert lines["Injection"].value == "2025-01-01T09:10:13.800000"
    assert lines["Decay reference time"].note.startswith("series time")
    assert lines["Decay time"].value == pytest.approx(F18_S / 60)
    assert lines["Uptake time"].value == pytest.approx(F18_S / 60)
    assert lines["Decay factor"].value == pytest.approx(0.5)
    assert lines["Lean body mass (James)"].value == pytest.approx(77 - 128 * 0.16)
    json.dumps([line.value for line in lines.values()], allow_nan=False)


def test_the_inputs_are_shown_also_where_nothing_is_known() -> None:
    lines = suv_inputs(SuvFacts())
    assert all(line.value is None for line in lines)
    assert {line.typed_as for line in lines} >= set(InputName)


def test_decay_times_of_slices_are_shown_as_a_span() -> None:
    facts = but(corrected_image=("ATTN",), decay_correction="NONE")
    assert row(facts, "Decay time").value == "111.3 to 114.3"


def test_uptake_time_runs_to_the_first_acquisition_and_is_unknown_when_negative() -> None:
    early = but(series_datetime=SCAN - timedelta(minutes=20))
    assert uptake_time_min(early) == pytest.approx(F18_S / 60)
    assert uptake_time_min(but({"start_datetime": LATER})) is None
    assert uptake_time_min(SuvFacts()) is None


MOMENTS = st.none() | st.datetimes()
NUMBERS = st.none() | st.floats()


@given(
    facts=st.builds(
        SuvFacts,
        units=st.sampled_from([None, "", "BQML", "CNTS", "GML", "CM2ML"]),
        suv_type=st.sampled_from([None, "BW", "LBM", "IBW", "BSA", "?"]),
        corrected_image=st.sampled_from([None, (), ("ATTN",), ("ATTN", "DECY")]),
        decay_correction=st.sampled_from([None, "START", "ADMIN", "NONE", "?"]),
        weight_kg=NUMBERS,
        height_m=NUMBERS,
        sex=st.sampled_from([None, "", "M", "F", "O", "?"]),
        radiopharmaceutical=st.none()
        | st.builds(
            Radiopharmaceutical,
            radionuclide=st.none() | st.text(max_size=4),
            total_dose=NUMBERS | st.just(350e6),
            half_life_s=NUMBERS | st.just(F18_S),
            start_time=st.none() | st.times(),
            start_datetime=MOMENTS,
        ),
        series_datetime=MOMENTS,
        ge_scan_datetime=MOMENTS,
        philips_suv_factor=NUMBERS,
        philips_activity_factor=NUMBERS,
        acquisition_datetimes=st.tuples(MOMENTS, MOMENTS),
        frame_reference_times_ms=st.tuples(NUMBERS, NUMBERS),
        frame_durations_ms=st.tuples(NUMBERS, NUMBERS),
        decay_factors=st.tuples(NUMBERS),
    ),
    unit=st.sampled_from(SUV_UNITS),
)
def test_any_header_gives_a_positive_factor_or_a_sentence(facts: SuvFacts, unit: Unit) -> None:
    json.dumps([line.value for line in suv_inputs(facts)], allow_nan=False)
    try:
        found = suv_conversion(facts, unit).factor
    except SuvError:
        return
    assert (found[~np.isnan(found)] > 0).all()
