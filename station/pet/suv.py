"""From stored PET values to SUV: the factor, and where every number in it came from.

SUV = activity concentration · body size / injected activity, both activities at one moment. The
rules are those of Vácha et al., *Standardizing SUV Computation* (IBSI/OncoRay), and of QIBA's
FDG-PET/CT profile. Nothing here reads a file: `SuvFacts` holds the header, `TypedInput` what a
person entered instead.

A header that is silent or contradicts itself raises a `SuvError` that names the attribute. Merely
unusual values give SUV with a warning.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import zip_longest

import numpy as np
from numpy.typing import NDArray

from station.errors import SuvError
from station.pet.body_size import (
    JAMES_MALE_COEFFICIENT,
    MORGAN_MALE_COEFFICIENT,
    body_surface_area_m2,
    ideal_body_weight_kg,
    james_turning_point_bmi,
    lean_body_mass_james_kg,
    lean_body_mass_janmahasatian_kg,
)
from station.pet.decay import F18_HALF_LIFE_S, average_activity_time_s, decay_factor
from station.pet.decay_reference import (
    AGREE,
    CONTRADICT,
    change_of_suv,
    percent,
    reference_by_decay_factor,
    times_of_series,
)
from station.pet.injection_time import MOST_HALF_LIVES
from station.pet.study import SuvFacts
from station.pet.suv_rules import (
    ATTRIBUTES,
    TYPE_HERE,
    Fact,
    InputName,
    Known,
    RefusalError,
    Source,
    SuvInput,
    T,
    TypedInput,
    is_duration,
    is_factor,
    says_none,
    stored_suv_type,
)
from station.pet.volume import Unit

__all__ = [
    "InputName",
    "Source",
    "SuvConversion",
    "SuvInput",
    "TypedInput",
    "average_activity_time_s",
    "body_surface_area_m2",
    "decay_factor",
    "ideal_body_weight_kg",
    "lean_body_mass_james_kg",
    "lean_body_mass_janmahasatian_kg",
    "suv_conversion",
    "suv_inputs",
    "uptake_time_min",
]

GRAM_PER_KG = 1000.0
CM2_PER_M2 = 10_000.0

LATE_HALF_LIVES = 3.0
"""Decay over more than this (5.5 h of F-18) is possible but worth checking the times."""
EARLY_UPTAKE_MIN = 10.0
"""A static scan of F-18 sooner after the injection is possible but worth checking the times; of
shorter-lived nuclides in proportion"""
DECAY_FACTOR_OF_NO_CORRECTION = 1.0001
"""A DecayFactor up to this is 1 within scanners' rounding."""
USUAL_BODY_MASS_INDEX = (10.0, 50.0)
"""kg/m²; outside, weight or height is probably mistyped or in another unit"""


@dataclass(frozen=True, eq=False)
class SuvConversion:
    """`factor` times the stored unit (Bq/mL, counts, or the SUV the series holds) is `unit`."""

    factor: NDArray[np.float64]
    """Shape () for one number, or (slices,); NaN for a slice that was never stored. Read-only."""
    unit: Unit
    inputs: tuple[SuvInput, ...]
    warnings: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        self.factor.flags.writeable = False

    @property
    def per_slice(self) -> bool:
        return self.factor.ndim == 1


def suv_conversion(
    facts: SuvFacts,
    unit: Unit = Unit.SUV_BW,
    typed: Sequence[TypedInput] = (),
    label: str = "This series",
) -> SuvConversion:
    """The factor from the series' stored unit to `unit`, one of the SUV units.

    Of several typed values with one name the last counts. Raises SuvError, which starts with
    `label`, if the header and the typed values do not give SUV.
    """
    if not unit.is_suv:
        raise ValueError(f"{unit} is not a standardized uptake value")
    known = Known(facts, typed)
    calculation = _Calculation(known, unit)
    try:
        factor = calculation.factor()
    except RefusalError as refusal:
        raise SuvError(f"{label}: {refusal.sentence}", refusal.attribute) from None
    return SuvConversion(
        np.array(factor, dtype=np.float64),
        unit,
        (*known.rows(), *calculation.rows),
        tuple(dict.fromkeys(calculation.warnings)),
    )


def suv_inputs(facts: SuvFacts, typed: Sequence[TypedInput] = ()) -> tuple[SuvInput, ...]:
    """Every input of SUV with its tag and source, even where SUV is refused."""
    return Known(facts, typed).rows()


def uptake_time_min(facts: SuvFacts, typed: Sequence[TypedInput] = ()) -> float | None:
    """From the injection to the first acquisition, in minutes; None if unknown or negative."""
    return Known(facts, typed).uptake_min


_SUV_TYPE_OF_UNIT = {
    Unit.SUV_BW: "BW",
    Unit.SUV_LBM: "LBMJAMES128",
    Unit.SUV_LBM_JANMAHASATIAN: "LBMJANMA",
    Unit.SUV_BSA: "BSA",
    Unit.SUV_IBW: "IBW",
}
"""The SUVType (0054,1006) of each SUV unit"""

_JAMES = ("LBM", "LBMJAMES128")

_BODY_SIZE_INPUTS = {
    "BW": (InputName.WEIGHT_KG,),
    "LBM": (InputName.WEIGHT_KG, InputName.HEIGHT_M, InputName.SEX),
    "LBMJAMES128": (InputName.WEIGHT_KG, InputName.HEIGHT_M, InputName.SEX),
    "LBMJANMA": (InputName.WEIGHT_KG, InputName.HEIGHT_M, InputName.SEX),
    "BSA": (InputName.WEIGHT_KG, InputName.HEIGHT_M),
    "IBW": (InputName.HEIGHT_M, InputName.SEX),
}
"""What the body size of each SUVType is computed from"""


class _Calculation:
    """One conversion: refuses, or gives the factor and collects the warnings on the way."""

    def __init__(self, known: Known, unit: Unit) -> None:
        self.known = known
        self.facts = known.facts
        self.suv_type = _SUV_TYPE_OF_UNIT[unit]
        self.rows: list[SuvInput] = []
        """What was computed beyond the inputs: the body size"""
        self.warnings: list[str] = [*known.facts.cautions]
        self.used: set[InputName] = set()

    def factor(self) -> NDArray[np.float64]:
        """Stored unit → SUV, shape () or (slices,)."""
        units = self.facts.units
        if not units:
            raise RefusalError(
                "Units is missing, so the meaning of the stored values is unknown, and there is no "
                "SUV. Export the series again from the scanner with its Units.",
                "Units",
            )
        if units == "BQML":
            factor = self._from_activity()
        elif units == "CNTS":
            factor = self._from_counts()
        elif units in ("GML", "CM2ML"):
            factor = self._from_suv_image()
        else:
            raise RefusalError(
                f"Units is {units}, from which no SUV can be computed. "
                "SUV needs BQML, CNTS with the Philips factors, GML or CM2ML.",
                "Units",
            )
        if self.facts.unscaled:
            raise RefusalError(
                f"Units is {units}, but the scale to it (RescaleSlope and RescaleIntercept) is "
                "missing or incomplete, and there is no SUV. Export the series again from the "
                "scanner.",
                "RescaleSlope",
            )
        stored = factor[~np.isnan(factor)]
        if not (np.isfinite(stored) & (stored > 0)).all():
            raise RefusalError(
                "the inputs give no finite SUV factor. Check them in SUV inputs.", "Units"
            )
        self._warn_of_idle_inputs()
        return factor

    # By what the series stores

    def _from_activity(self, bq_per_ml: float = 1.0) -> NDArray[np.float64]:
        """One stored unit is `bq_per_ml`; SUV = concentration · body size / activity left then."""
        self._require_attenuation_correction()
        self._require_decay_correction()
        body_size = self._body_size(self.known, self.suv_type)
        activity_bq = self._use(self.known.injected_activity_bq)
        return bq_per_ml * body_size / (activity_bq * self._activity_left())

    def _from_counts(self) -> NDArray[np.float64]:
        suv_factor = self.facts.philips_suv_factor
        activity_factor = self.facts.philips_activity_factor
        # The SUV factor is one number for the series: it is valid if all slices share one moment,
        # which DECY says. Allegro and Guardian write DecayCorrection NONE next to it.
        if is_factor(suv_factor) and "DECY" in (self.facts.corrected_image or ()):
            self._require_attenuation_correction()
            if is_factor(activity_factor):
                self._compare_factors(suv_factor, activity_factor)
            return self._from_suv("BW", suv_factor)
        if is_factor(activity_factor):
            return self._from_activity(activity_factor)
        if is_factor(suv_factor):
            raise RefusalError(
                "the values are counts without decay correction, to which the Philips SUV factor "
                "(7053,1000) does not apply, and the activity factor (7053,1009) is missing.",
                "(7053,1009)",
            )
        raise RefusalError(
            "Units is CNTS, and neither the Philips SUV factor (7053,1000) nor the activity factor "
            "(7053,1009) says what a count is. Export the series with its private attributes.",
            "(7053,1000)",
        )

    def _compare_factors(self, suv_factor: float, activity_factor: float) -> None:
        """Say if the SUV factor of Philips contradicts the activity factor, dose, weight, times."""
        other = _Calculation(self.known.header_only, Unit.SUV_BW)
        try:
            computed = float(np.nanmean(other._from_activity(activity_factor)))
        except RefusalError:
            return
        apart = max(computed / suv_factor, suv_factor / computed) - 1
        if apart > CONTRADICT:
            self.warnings.append(
                f"The Philips SUV factor (7053,1000) {suv_factor:.4g} g/mL is used, but the "
                f"activity factor (7053,1009), weight, dose and times give {computed:.4g} g/mL, "
                f"{percent(apart)} apart."
            )

    def _from_suv_image(self) -> NDArray[np.float64]:
        stored_type = stored_suv_type(self.facts)[0] or "unknown"
        of_units = (
            ("BSA",)
            if self.facts.units == "CM2ML"
            else tuple(suv_type for suv_type in _BODY_SIZE_INPUTS if suv_type != "BSA")
        )
        if stored_type not in of_units:
            raise RefusalError(
                f"Units is {self.facts.units} but SUVType is {stored_type}: the header contradicts "
                "itself, so it is unknown which SUV the values are.",
                "SUVType",
            )
        if self.facts.corrected_image:
            self._require_attenuation_correction()
            if "DECY" not in self.facts.corrected_image:
                raise RefusalError(
                    "CorrectedImage does not list DECY: the values are labelled SUV but were not "
                    "corrected for decay. Open the decay-corrected series.",
                    "CorrectedImage",
                )
        else:
            self.warnings.append(
                "CorrectedImage is missing; that the values are SUV rests on Units alone."
            )
        return self._from_suv(stored_type, 1.0)

    def _from_suv(self, stored_type: str, factor: float) -> NDArray[np.float64]:
        """The series times `factor` is the SUV the scanner made, normalized as `stored_type`.

        Typed values replace those the scanner used, each by the ratio of new to old.
        """
        known, scanner = self.known, self.known.at_scanner
        same = stored_type == self.suv_type or {stored_type, self.suv_type} <= set(_JAMES)
        if stored_type == "LBM" and known.sex.value != "F":
            self.warnings.append(
                "SUVType is LBM, which for men some scanners compute with James' 128 and some with "
                "the misquoted 120 (DICOM CID 85)"
                + ("." if same else "; 120 is taken, as DICOM writes it.")
            )
        if not same or any(name in known.typed for name in _BODY_SIZE_INPUTS[stored_type]):
            wanted_type = stored_type if same else self.suv_type
            factor *= self._body_size(known, wanted_type)
            factor /= self._body_size(scanner, stored_type, shown=False)
        if InputName.INJECTED_ACTIVITY_BQ in known.typed:
            factor *= scanner.injected_activity_bq.needed() / self._use(known.injected_activity_bq)
        if InputName.INJECTION_DATETIME in known.typed:
            self._require_injection_before(known.scan.start)
            factor /= float(self._decayed(np.array(known.injection_shift_s())))
        elif known.uptake_min is None:
            self.warnings.append(
                "The uptake time is unknown: the injection or the acquisition has no time, or the "
                "injection is after the scan. The stored SUVs do not need it."
            )
        return np.array(factor)

    # Corrections

    def _require_attenuation_correction(self) -> None:
        """A missing or empty CorrectedImage proves nothing and is refused, as QIBA does."""
        corrected = self.facts.corrected_image
        if not corrected:
            raise RefusalError(
                "CorrectedImage is missing, so it is unknown whether attenuation and decay were "
                "corrected, and there is no SUV. Export the series again from the scanner.",
                "CorrectedImage",
            )
        if "ATTN" not in corrected:
            raise RefusalError(
                "the series was not corrected for attenuation (CorrectedImage does not list ATTN), "
                "so its values are not activity concentrations and there is no SUV. Open the "
                "attenuation-corrected series.",
                "CorrectedImage",
            )
        self._require_no_other_word_on_attenuation()

    def _require_no_other_word_on_attenuation(self) -> None:
        """CorrectedImage lists ATTN: of the method and the description, at most one may deny it."""
        method, described = self.facts.attenuation_method, self.facts.described_as_uncorrected
        denied = method is not None and says_none(method)
        if denied or (described and not method):
            source = (
                f"AttenuationCorrectionMethod is {method}"
                if denied
                else "the series description says that it was not corrected"
            )
            raise RefusalError(
                "it is unknown whether attenuation was corrected: CorrectedImage lists ATTN, but "
                f"{source}{', and so does the description' if denied and described else ''}. There "
                "is no SUV. Open the attenuation-corrected series.",
                "AttenuationCorrectionMethod" if denied else "SeriesDescription",
            )
        if described:
            self.warnings.append(
                "The series description says that attenuation was not corrected, but "
                f"CorrectedImage lists ATTN and AttenuationCorrectionMethod is {method}."
            )

    def _require_decay_correction(self) -> None:
        """DecayCorrection must be there, and CorrectedImage must agree with it.

        NONE together with DECY is a contradiction that only DecayFactor can resolve: where it is 1,
        no pixel was decay-corrected, and DECY is the mistake.
        """
        decay, corrected = self.known.decay_correction, self.facts.corrected_image or ()
        if decay not in ("START", "ADMIN", "NONE"):
            raise RefusalError(
                (f"DecayCorrection is {decay}" if decay else "DecayCorrection is missing")
                + ", so it is unknown for which time the values hold, and there is no SUV. "
                f"Enter the decay reference time {TYPE_HERE}",
                "DecayCorrection",
            )
        if decay != "NONE" and "DECY" not in corrected:
            raise RefusalError(
                f"DecayCorrection is {decay}, but CorrectedImage does not list DECY: it is unknown "
                "whether the values are corrected for decay, and there is no SUV.",
                "CorrectedImage",
            )
        if decay == "NONE" and "DECY" in corrected:
            factors = [factor for factor in self.facts.decay_factors if factor is not None]
            if not factors or max(factors) > DECAY_FACTOR_OF_NO_CORRECTION:
                says = f"DecayFactor is {max(factors):g}" if factors else "DecayFactor is missing"
                raise RefusalError(
                    f"DecayCorrection is NONE, but CorrectedImage lists DECY and {says}: the time "
                    "to which decay was corrected is unknown, and there is no SUV.",
                    "DecayCorrection",
                )
            self.warnings.append(
                "CorrectedImage lists DECY, but DecayCorrection is NONE and every DecayFactor is "
                "1; the values are treated as not corrected for decay."
            )

    # Decay

    def _activity_left(self) -> NDArray[np.float64]:
        """The fraction of the injected activity left at the moment to which the image refers."""
        known, decay = self.known, self.known.decay_correction
        if decay == "ADMIN":
            self._require_no_factor_of_start()
            if known.injection.value is not None and known.first_acquisition is not None:
                self._require_injection_before(known.first_acquisition)
            return self._decayed(known.decay_s())
        self._use(known.injection)
        if decay == "NONE":
            self._require_slice_times()
            if known.slice_starts != self.facts.acquisition_datetimes:
                self.warnings.append(
                    "AcquisitionTime is the same in all slices although FrameReferenceTime counts "
                    "on; each slice is taken as acquired that much later."
                )
            self._require_injection_before(known.first_acquisition)
        else:
            self._use(known.reference)
            self._require_injection_before(known.scan.start)
        self._warn_of_early_scan()
        return self._decayed(known.decay_s())

    def _require_no_factor_of_start(self) -> None:
        """DecayCorrection is ADMIN: DecayFactor must not be that of a correction to the scan."""
        known = self.known.header_only
        half_life_s, injection = known.half_life_s.usable, known.injection.usable
        times = times_of_series(self.facts)
        if half_life_s is None or injection is None or not times:
            return
        moment, start = reference_by_decay_factor(self.facts, half_life_s), times[0].acquired
        if moment is None:
            return
        from_start, from_injection = (
            change_of_suv((moment - other).total_seconds(), half_life_s)
            for other in (start, injection)
        )
        if from_start <= AGREE and from_injection > CONTRADICT:
            raise RefusalError(
                "DecayCorrection is ADMIN, but DecayFactor says that decay was corrected to "
                f"{moment:%H:%M:%S}, the start of the scan, and not to the injection "
                f"({injection:%H:%M:%S}): {percent(from_injection)} apart in SUV, and there is no "
                "SUV.",
                "DecayCorrection",
            )

    def _decayed(self, elapsed_s: NDArray[np.float64]) -> NDArray[np.float64]:
        """Fraction left after `elapsed_s`; zero time needs no half-life."""
        if not elapsed_s.any():
            return np.ones_like(elapsed_s)
        half_life_s = self._use(self.known.half_life_s)
        longest = float(np.nanmax(np.abs(elapsed_s))) / half_life_s
        if longest > MOST_HALF_LIVES:
            raise RefusalError(
                f"the injection ({self.known.injection.needed():%Y-%m-%d %H:%M:%S}) is "
                f"{longest:.1f} half-lives from the scan, so one of the times or the half-life is "
                f"wrong. Enter the injection or the half-life {TYPE_HERE}",
                ATTRIBUTES[InputName.INJECTION_DATETIME].keyword,
            )
        if longest > LATE_HALF_LIVES:
            self.warnings.append(
                f"The injection is {longest:.1f} half-lives from the scan. Check both times."
            )
        return np.asarray(np.exp2(-elapsed_s / half_life_s))

    def _require_injection_before(self, scan: datetime | None) -> None:
        injection = self.known.injection.needed()
        if scan is not None and injection > scan and not self.known.scan.may_follow(injection):
            raise RefusalError(
                f"the injection ({injection:%Y-%m-%d %H:%M:%S}) is after the scan "
                f"({scan:%Y-%m-%d %H:%M:%S}). Enter the injection {TYPE_HERE}",
                ATTRIBUTES[InputName.INJECTION_DATETIME].keyword,
            )

    def _require_slice_times(self) -> None:
        """Without decay correction every stored slice needs its acquisition time and duration."""
        facts, stored = self.facts, 0
        for acquired, duration_ms in zip_longest(
            facts.acquisition_datetimes, facts.frame_durations_ms
        ):
            if acquired is None and duration_ms is None:
                continue  # a gap in the series: nothing was stored there
            stored += 1
            if acquired is None:
                raise self._no_slice_time("AcquisitionTime")
            if not is_duration(duration_ms):
                raise self._no_slice_time("ActualFrameDuration")
        if not stored:
            raise self._no_slice_time("AcquisitionTime")

    @staticmethod
    def _no_slice_time(keyword: str) -> RefusalError:
        return RefusalError(
            f"decay was not corrected, and {keyword} of a slice is missing, so its decay cannot be "
            "computed. Export the series again from the scanner.",
            keyword,
        )

    # Body size

    def _body_size(self, known: Known, suv_type: str, shown: bool = True) -> float:
        """What `suv_type` is normalized to, in g or cm²; `shown` adds the row and the warnings."""
        needed = _BODY_SIZE_INPUTS[suv_type]
        weight_kg = self._use(known.weight_kg) if InputName.WEIGHT_KG in needed else math.nan
        height_m = self._use(known.height_m) if InputName.HEIGHT_M in needed else math.nan
        sex = self._use(known.sex) if InputName.SEX in needed else "O"
        if suv_type == "BW":
            title, unit, size = "Weight", "kg", weight_kg
        elif suv_type == "BSA":
            title, unit = "Body surface area (DuBois)", "m²"
            size = body_surface_area_m2(weight_kg, height_m)
        elif suv_type == "IBW":
            title, unit, size = "Ideal body weight", "kg", ideal_body_weight_kg(height_m, sex)
        elif suv_type == "LBMJANMA":
            title, unit = "Lean body mass (Janmahasatian)", "kg"
            size = lean_body_mass_janmahasatian_kg(weight_kg, height_m, sex)
        else:
            title, unit = "Lean body mass (James)", "kg"
            male = MORGAN_MALE_COEFFICIENT if suv_type == "LBM" else JAMES_MALE_COEFFICIENT
            size = lean_body_mass_james_kg(weight_kg, height_m, sex, male)
        if not size > 0:
            raise RefusalError(
                f"{title.lower()} is {size:.3g} {unit}: the formula does not fit this weight and "
                f"height. Choose SUVbw, or enter weight and height {TYPE_HERE}",
                ATTRIBUTES[InputName.HEIGHT_M].keyword,
            )
        if shown:
            if suv_type != "BW":
                note = (
                    "mean of the male and female formula" if sex == "O" and "sex" in needed else ""
                )
                self.rows.append(SuvInput(title, size, unit, "", Source.DERIVED, note))
            self._warn_of_unusual_body()
            if suv_type in _JAMES and weight_kg / height_m**2 > james_turning_point_bmi(sex):
                self.warnings.append(
                    "James' lean body mass falls with weight at this body mass index; "
                    "SUL (Janmahasatian) does not."
                )
        return size * (CM2_PER_M2 if unit == "m²" else GRAM_PER_KG)

    # Warnings

    def _use(self, fact: Fact[T]) -> T:
        self.used.add(fact.name)
        self.warnings.extend(fact.warnings)
        return fact.needed()

    def _warn_of_unusual_body(self) -> None:
        weight_kg, height_m = self.known.weight_kg.usable, self.known.height_m.usable
        if weight_kg is None or height_m is None:
            return
        body_mass_index = weight_kg / height_m**2
        low, high = USUAL_BODY_MASS_INDEX
        if not low <= body_mass_index <= high:
            self.warnings.append(
                f"The body mass index of {body_mass_index:.1f} kg/m² is unusual; "
                "check weight and height."
            )

    def _warn_of_early_scan(self) -> None:
        uptake_min, half_life_s = self.known.uptake_min, self.known.half_life_s.usable
        if uptake_min is None or half_life_s is None or self.facts.dynamic:
            return
        if uptake_min < EARLY_UPTAKE_MIN * min(half_life_s / F18_HALF_LIFE_S, 1.0):
            self.warnings.append(
                f"The injection is only {uptake_min:.1f} min before the scan, which is not "
                "dynamic. Check both times."
            )

    def _warn_of_idle_inputs(self) -> None:
        """Warn where a typed time changes nothing, so that nobody relies on it."""
        for name in (InputName.REFERENCE_DATETIME, InputName.HALF_LIFE_S):
            if name in self.known.typed and name not in self.used:
                self.warnings.append(
                    f"The typed {ATTRIBUTES[name].title.lower()} changes nothing: with Units "
                    f"{self.facts.units} and DecayCorrection {self.known.decay_correction} "
                    "SUV does not depend on it."
                )
