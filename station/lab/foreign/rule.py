"""The written rule of the foreign generator: from what went wrong to a grade.

The grades are those of H. Zhang et al., BMC Med. Imaging 23 (2023), 10.1186/s12880-023-01017-2,
Table 1, of which 1 and 2 are Poor. Each cause has a severity in a unit of its own and four
severities at which the grade falls: from 5 to 4, to 3, to 2, to 1. Between them the quality, 0.5 to
5.5, is interpolated in the logarithm of the severity. The worst cause decides.

The steps of noise enclose what is read every day (liver CoV 8 to 16 %: grades 3 to 5) and what is
asked of a scanner (R. Boellaard et al., EJNMMI 42 (2015) 328: at most 15 % in a phantom). The other
steps are this generator's own: a displacement of a voxel or two is not seen, one as wide as a
kidney's cortex blurs outlines, one as wide as a kidney doubles them.
"""

from collections.abc import Mapping
from enum import StrEnum

import numpy as np

BEST, WORST = 5.45, 0.55
"""Qualities beyond which nothing is better or worse"""
FALLS_AT = 4.5, 3.5, 2.5, 1.5
"""Qualities at which the grade falls"""


class Wrong(StrEnum):
    """What may be wrong with an examination; the unit of its severity."""

    COUNTS = "too few counts"
    """Coefficient of variation of noise in the liver, %"""
    BLUR = "too much filtering"
    """FWHM in the image, mm"""
    MOTION = "motion during the scan"
    """From the first to the second position, in which 25 to 50 % of the scan is, mm"""
    MISALIGNMENT = "PET/CT misalignment"
    """By which the CT that corrects attenuation is displaced, mm"""
    TRUNCATION = "truncated CT"
    """Of the patient's section that the CT does not show, mean of the worst tenth of slices, %"""
    DETECTORS = "broken detectors"
    """Of the lines of response of their rings, not corrected, %"""
    UPTAKE = "short uptake"
    """Earlier than 60 min after the injection, min"""
    MUSCLES = "uptake in muscles"
    """SUV of muscle / SUV of liver"""
    EXTRAVASATION = "extravasation"
    """Of the dose that stays in the arm, %"""


RULE: Mapping[Wrong, tuple[float, float, float, float]] = {
    Wrong.COUNTS: (7.5, 11.5, 18.0, 28.0),
    Wrong.BLUR: (9.5, 12.0, 15.5, 20.0),
    Wrong.MOTION: (4.0, 8.0, 15.0, 26.0),
    Wrong.MISALIGNMENT: (7.0, 14.0, 25.0, 40.0),
    Wrong.TRUNCATION: (2.0, 5.0, 11.0, 20.0),
    Wrong.DETECTORS: (1.0, 2.5, 5.0, 10.0),
    Wrong.UPTAKE: (12.0, 24.0, 37.0, 47.0),
    Wrong.MUSCLES: (0.55, 0.85, 1.3, 2.0),
    Wrong.EXTRAVASATION: (1.5, 5.0, 12.0, 28.0),
}
"""Severities at which the grade falls to 4, 3, 2 and 1"""


def quality_of(wrong: Wrong, severity: float) -> float:
    """WORST to BEST, of which the grade is the nearest whole number."""
    if severity <= 0:
        return BEST
    steps = np.log(RULE[wrong])
    # Beyond the first and the last step as steeply as next to them.
    first, last = 2 * steps[0] - steps[1], 2 * steps[3] - steps[2]
    at = [first, *steps, last]
    return float(np.interp(float(np.log(severity)), at, [5.5, *FALLS_AT, 0.5]).clip(WORST, BEST))


def severity_of(wrong: Wrong, quality: float) -> float:
    """The severity that alone gives this quality."""
    steps = np.log(RULE[wrong])
    at = [2 * steps[3] - steps[2], *steps[::-1], 2 * steps[0] - steps[1]]
    return float(np.exp(np.interp(quality, [0.5, *FALLS_AT[::-1], 5.5], at)))


def overall(severities: Mapping[Wrong, float]) -> float:
    """The quality of an examination."""
    return min(
        (quality_of(wrong, severity) for wrong, severity in severities.items()), default=BEST
    )


def grade_of(quality: float) -> int:
    return int(np.clip(np.floor(quality + 0.5), 1, 5))
