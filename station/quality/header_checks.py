"""What the header says about the examination: uptake time, dose, blood glucose.

EANM is R. Boellaard et al., Eur. J. Nucl. Med. Mol. Imaging 42 (2015) 328, version 2.0 of the FDG
guideline; PERCIST is R. L. Wahl et al., J. Nucl. Med. 50 Suppl 1 (2009) 122S.
"""

import numpy as np

from station.pet.glucose import BloodGlucose
from station.pet.image_quality import Check, Limits
from station.quality.examined import Examined, Line, as_sentence

PERCIST = "PERCIST: 60 ± 10 min; fails below 45 or above 90: Station's own"
EANM_DOSE = "EANM: 7 or 14 MBq·min/kg a bed, over the 2 to 4 min that a bed is scanned for"
EANM_GLUCOSE = "EANM: reschedule above 11 mmol/L (200 mg/dL, also PERCIST); below 4 hypoglycaemia"
"""Where the limits below are from"""

UPTAKE_TIME = Line("Uptake time", "min", Limits(50.0, 70.0, PERCIST, 45.0, 90.0))
DOSE = Line("Injected activity per weight", "MBq/kg", Limits(1.75, 7.0, EANM_DOSE, 1.0, 10.0))
GLUCOSE = Line("Blood glucose", "mmol/L", Limits(4.0, 11.0, EANM_GLUCOSE))

LONGEST_BED_MS = 3.6e6
"""A frame of an hour or more is not a bed of a whole-body scan"""


def uptake_time(examined: Examined) -> Check:
    if examined.no_fdg is not None:
        return UPTAKE_TIME.impossible(examined.no_fdg)
    minutes = None if examined.known is None else examined.known.uptake_min
    if minutes is None:
        return UPTAKE_TIME.impossible(
            "The injection or the acquisition has no time in the header, or the injection is "
            "after the scan. Enter the injection in SUV inputs."
        )
    return UPTAKE_TIME.check(minutes, f"{minutes:.0f} min from injection to acquisition.")


def dose(examined: Examined) -> Check:
    if examined.no_fdg is not None or examined.known is None:
        return DOSE.impossible(examined.no_fdg or "The header has no dose.")
    activity, weight = examined.known.injected_activity_bq, examined.known.weight_kg
    for fact in (activity, weight):
        if fact.problem is not None:
            return DOSE.impossible(as_sentence(fact.problem.sentence))
    mbq, kg = activity.needed() / 1e6, weight.needed()
    sentence = f"{mbq:.0f} MBq to {kg:.0f} kg"
    durations = examined.series.suv.frame_durations_ms if examined.series.suv else ()
    beds = [
        duration / 60_000
        for duration in durations
        if duration is not None and 0 < duration < LONGEST_BED_MS
    ]
    if beds:
        minutes = float(np.median(beds))
        sentence += f"; {mbq / kg * minutes:.1f} MBq·min/kg at {minutes:.1f} min per bed"
    return DOSE.check(mbq / kg, f"{sentence}.")


def glucose_level(examined: Examined, measured: BloodGlucose | None) -> Check:
    if examined.no_fdg is not None:
        return GLUCOSE.impossible(examined.no_fdg)
    if measured is None:
        return GLUCOSE.impossible("The header does not give the blood glucose.")
    return GLUCOSE.check(measured.mmol_per_l, f"From {measured.source}.")
