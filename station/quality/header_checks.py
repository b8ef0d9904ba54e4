"""What the header tells of the examination: uptake time, dose, blood glucose.

EANM is R. Boellaard et al., Eur. J. Nucl. Med. Mol. Imaging 42 (2015) 328, version 2.0 of the FDG
guideline; PERCIST is R. L. Wahl et al., J. Nucl. Med. 50 Suppl 1 (2009) 122S.
"""

import numpy as np

from station.pet.glucose import BloodGlucose
from station.pet.image_quality import Check, Limits
from station.quality.examined import Examined, Line, as_sentence

UPTAKE_TIME = Line(
    "Uptake time",
    "min",
    Limits(
        50.0, 70.0, "PERCIST: 60 ± 10 min; fails below 45 or above 90: Station's own", 45.0, 90.0
    ),
)
DOSE = Line(
    "Injected activity per weight",
    "MBq/kg",
    Limits(
        1.75,
        7.0,
        "EANM: 7 or 14 MBq·min/kg a bed, over the 2 to 4 min that a bed is scanned for",
        1.0,
        10.0,
    ),
)
GLUCOSE = Line(
    "Blood glucose",
    "mmol/L",
    Limits(
        4.0,
        11.0,
        "EANM: reschedule above 11 mmol/L (200 mg/dL, also PERCIST); below 4 hypoglycaemia",
    ),
)

LONGEST_BED_MS = 3.6e6
"""A frame of an hour or more is no bed of a whole body"""


def uptake_time(it: Examined) -> Check:
    if it.no_fdg is not None:
        return UPTAKE_TIME.impossible(it.no_fdg)
    minutes = None if it.known is None else it.known.uptake_min
    if minutes is None:
        return UPTAKE_TIME.impossible(
            "The injection or the acquisition has no time in the header, or the injection is "
            "after the scan. Enter the injection in SUV inputs."
        )
    return UPTAKE_TIME.check(minutes, f"{minutes:.0f} min from injection to acquisition.")


def dose(it: Examined) -> Check:
    if it.no_fdg is not None or it.known is None:
        return DOSE.impossible(it.no_fdg or "The header holds no dose.")
    activity, weight = it.known.injected_activity_bq, it.known.weight_kg
    for fact in (activity, weight):
        if fact.problem is not None:
            return DOSE.impossible(as_sentence(fact.problem.sentence))
    mbq, kg = activity.needed() / 1e6, weight.needed()
    said = f"{mbq:.0f} MBq to {kg:.0f} kg"
    durations = it.series.suv.frame_durations_ms if it.series.suv else ()
    beds = [one / 60_000 for one in durations if one is not None and 0 < one < LONGEST_BED_MS]
    if beds:
        minutes = float(np.median(beds))
        said += f"; {mbq / kg * minutes:.1f} MBq·min/kg at {minutes:.1f} min a bed"
    return DOSE.check(mbq / kg, f"{said}.")


def glucose_level(it: Examined, measured: BloodGlucose | None) -> Check:
    if it.no_fdg is not None:
        return GLUCOSE.impossible(it.no_fdg)
    if measured is None:
        return GLUCOSE.impossible("The header does not hold the blood glucose.")
    return GLUCOSE.check(measured.mmol_per_l, f"As {measured.source} has it.")
