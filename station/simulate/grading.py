"""Graded whole-body examinations: the rule from what went wrong to a grade, and differing raters.

The rule is ours. Table 1 of H. Zhang et al., BMC Med. Imaging 23 (2023),
10.1186/s12880-023-01017-2, describes five grades in words:

1. organs and tissue structures cannot be distinguished, or obvious streak artifacts;
2. the outline of the organs is not clear, or there are a few artifacts;
3. the outline is relatively clear, and lesions can be displayed;
4. the outline is clear and free of artifacts;
5. anatomical contours are displayed clearly and without artifacts.

`RULE` gives for each cause the severities from which a reader can give at most 4, 3, 2 and 1,
chosen by looking at examples. In between, quality is continuous from 5.5 (flawless) to 0.5; the
grade is the nearest integer. The worst cause decides, and each other one subtracts OTHERS_WEIGH of
what it would subtract alone. What only costs counts acts through the resulting noise in the liver,
so that half a dose in a heavy patient is judged as what it is: too few counts.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import inf

import numpy as np
from numpy.random import Generator

from station.errors import StationError
from station.pet.volume import Volume
from station.progress import Report, silent
from station.simulate.anatomy import Drawing, draw_patient
from station.simulate.clinics import CLINICS, Clinic
from station.simulate.degrade import TRAINING, Cause, Plan, Range
from station.simulate.examination import (
    HEADLESS,
    WHOLE,
    Coverage,
    Examination,
    examine,
    expected_liver_noise,
    patient_of,
)
from station.simulate.phantom import Anatomy, Triple
from station.simulate.world import World

GRADES = (1, 2, 3, 4, 5)
PAPER_MIX = (21 / 89, 23 / 89, 12 / 89, 16 / 89, 17 / 89)
"""Shares of grades 1 to 5 among the 89 images of the paper: 23.6, 25.8, 13.5, 18.0, 19.1 %"""
BEST, WORST = 5.49, 0.51
"""Ends of the scale of quality; the grade is the nearest whole number"""

Thresholds = tuple[float, float, float, float]
"""The severities from which the grade is at most 4, 3, 2, 1; inf: never"""

NOISE_OF_BEST_PERCENT = 5.0
NOISE_RULE: Thresholds = (11.0, 16.0, 23.0, 32.0)
"""Coefficient of variation in the liver, %: 10 is what a good protocol gives; above 15 is usually
called too noisy; at 25 small organs are lost in the noise, at 33 the liver's edge"""

COUNTS = frozenset({Cause.COUNTS_CUT, Cause.UNDER_DOSED, Cause.HEAVY})
"""Causes that NOISE_RULE judges"""

RULE: Mapping[Cause, Thresholds] = {
    # A hot spot, then the dose that the body lacks, then streaks.
    Cause.EXTRAVASATION: (1.0, 6.0, 16.0, 40.0),
    # Visible, then mistaken for nodes, then what is under it cannot be read.
    Cause.BROWN_FAT: (3.0, 6.0, 11.0, inf),
    # Domes of liver and spleen blurred; all else is unchanged.
    Cause.BREATHING: (10.0, 22.0, inf, inf),
    # The cold band above the liver, the dome cut flat.
    Cause.CT_BREATH: (7.0, 14.0, 24.0, inf),
    # Bands at the lungs' edges and bright and dark sides of the body; TOF compensates much.
    Cause.CT_SHIFT: (6.0, 13.0, 28.0, 55.0),
    # One voxel, one resolution, double contours, two patients.
    Cause.MOVED: (5.0, 10.0, 20.0, 45.0),
    # Arms down, the trunk between them too cold, streaks.
    Cause.TRUNCATION: (3.0, 22.0, 45.0, 75.0),
    # One place is too hot; the rest can be read.
    Cause.OVER_ATTENUATION: (10.0, 24.0, 50.0, inf),
    # Rings and bands: hardly visible, a few, obvious.
    Cause.NORMALISATION: (2.5, 5.0, 8.5, 16.0),
    Cause.DEAD_DETECTORS: (0.6, 1.5, 3.5, 9.0),
    # Table 1 judges what is visible, not what is measured: a wrong scale only makes the usual
    # window too light or too dark. It never makes an image poor; the statistics control finds it.
    Cause.CALIBRATION: (25.0, 60.0, inf, inf),
    # Haze from blood and liver, tumours are fainter.
    Cause.SHORT_UPTAKE: (15.0, 26.0, 40.0, inf),
    # Above 11.1 mmol/L guidelines postpone the scan.
    Cause.GLUCOSE: (3.0, 7.0, 15.0, inf),
}
OTHERS_WEIGH = 0.15


def quality_of(severity: float, thresholds: Thresholds, flawless: float = 0.0) -> float:
    """Quality, 0.51 to 5.49, for one cause: 4.5 at the first threshold and so on."""
    known = [(flawless, BEST)]
    known += [(at, 4.5 - i) for i, at in enumerate(thresholds) if at < inf]
    (last, quality), (before, above) = known[-1], known[-2]
    # Beyond the last threshold it falls as steeply, but never into a grade that is not reached.
    slope = (above - quality) / (last - before)
    known.append((last + 0.98 / slope, quality - 0.98))
    severities, qualities = zip(*known, strict=True)
    return float(np.clip(np.interp(severity, severities, qualities), WORST, BEST))


def severity_of(quality: float, thresholds: Thresholds, flawless: float = 0.0) -> float | None:
    """The severity that gives this quality; None if none is that bad."""
    low, high = flawless, 2 * max(t for t in thresholds if t < inf)
    if quality_of(high, thresholds, flawless) > quality:
        return None
    for _ in range(50):
        middle = (low + high) / 2
        if quality_of(middle, thresholds, flawless) > quality:
            low = middle
        else:
            high = middle
    return high


def judged(plan: Plan, liver_noise_percent: float) -> float:
    """Quality of an examination by the written rule; `grade_of` gives its grade."""
    qualities = [quality_of(liver_noise_percent, NOISE_RULE, NOISE_OF_BEST_PERCENT)]
    qualities += [quality_of(plan.of(cause), RULE[cause]) for cause in RULE]
    worst, *others = sorted(qualities)
    return max(worst - OTHERS_WEIGH * sum(BEST - quality for quality in others), WORST)


def grade_of(quality: float) -> int:
    return int(np.clip(round(quality), 1, 5))


RATER_SD = 0.4
"""Standard deviation of a rater's impression of the quality, in grades"""


def rated(quality: float, rng: Generator) -> tuple[int, ...]:
    """Grades of two raters and, if they differ, of the third who decides; the last counts.

    Each sees the quality with an independent error. The third chooses between the two.
    """
    first, second, third = (grade_of(quality + rng.normal(0, RATER_SD)) for _ in range(3))
    if first == second:
        return first, second
    return first, second, int(np.clip(third, min(first, second), max(first, second)))


# --- cases -------------------------------------------------------------------------------------


@dataclass(frozen=True)
class PlannedCase:
    """A case that is not yet scanned: everything but its image. Drawn in a fraction of a second."""

    seed: int
    clinic: Clinic
    coverage: Coverage
    plan: Plan
    patient_seed: int
    liver_noise_percent: float
    """Expected from the counts"""
    quality: float
    """0.51 to 5.49, by the rule"""
    rater_grades: tuple[int, ...]
    """Two, or three if the third had to decide"""

    @property
    def true_grade(self) -> int:
        """The rule's"""
        return grade_of(self.quality)

    @property
    def label(self) -> int:
        """The final grade of the raters"""
        return self.rater_grades[-1]


@dataclass(frozen=True, eq=False)
class GradedCase:
    """An examination with what went wrong in it, and its grades."""

    planned: PlannedCase
    """In a wide world with the noise that was measured in this very image, and judged by it"""
    patient: Anatomy
    """As drawn; sex, age, height and weight are the header's"""
    examination: Examination

    @property
    def image(self) -> Volume:
        """SUVbw, float32 (slice, row, column), LPS affine, slice 0 at the feet"""
        return self.examination.image

    @property
    def true_grade(self) -> int:
        return self.planned.true_grade

    @property
    def label(self) -> int:
        return self.planned.label

    @property
    def liver_mm(self) -> Triple:
        """LPS of the liver's centre"""
        liver = next(organ for organ in self.patient.organs if organ.name == "liver")
        return liver.shapes[0].centre_mm


WEIGHTS: Mapping[Cause, float] = {
    Cause.COUNTS_CUT: 3.0,
    Cause.UNDER_DOSED: 2.0,
    Cause.EXTRAVASATION: 1.2,
    Cause.BROWN_FAT: 1.0,
    Cause.BREATHING: 1.0,
    Cause.CT_BREATH: 1.0,
    Cause.CT_SHIFT: 1.0,
    Cause.MOVED: 1.5,
    Cause.TRUNCATION: 1.2,
    # One place is too hot; the rest can be read.
    Cause.OVER_ATTENUATION: 1.0,
    Cause.NORMALISATION: 1.2,
    Cause.DEAD_DETECTORS: 1.2,
    Cause.CALIBRATION: 0.5,
    Cause.SHORT_UPTAKE: 1.3,
    Cause.GLUCOSE: 1.6,
}
"""How often each is the main cause, relative to the others"""
HEAVY_SHARE = 0.15
"""Of patients"""
HEAD_SHARE = 0.4
"""Of scans that reach the crown; the paper's images were of the body without the head"""
FIRST_CLINIC_SHARE = 0.4
"""Of cases from the first given clinic: the paper's"""
OTHER_CAUSES = (0.45, 0.4, 0.15)
"""Shares of cases with none, one and two causes besides the main one"""
LESIONS = (0, 6)
PATIENTS, PLANS = 60, 12
"""Attempts: patients, and plans for each"""


def planned_case(
    seed: int,
    *,
    mix: Sequence[float] = PAPER_MIX,
    ranges: Mapping[Cause, Range] = TRAINING,
    world: World | None = None,
    clinics: Sequence[Clinic] = CLINICS,
) -> PlannedCase:
    """What `graded_case` will give for the same arguments, without its image.

    `mix` are the shares of true grades 1 to 5; `ranges` those of severity: a cause that is not in
    it does not occur (WIDER for held-out data). Patients, clinics and coverage are those of a wide
    `world`; there the noise, and with it the grade, is only what the counts let expect. Without
    one they are `draw_patient`'s in one of `clinics`, of which the first is used in
    FIRST_CLINIC_SHARE, with the head or without. Raises StationError if no plan within the ranges
    gives the grade.
    """
    rng = np.random.default_rng([seed, 0x6AD])
    shares = np.asarray(mix, dtype=np.float64)
    if shares.shape != (len(GRADES),) or not (shares >= 0).all() or shares.sum() <= 0:
        raise StationError(
            f"A mix of grades is five shares, none below 0, not {list(mix)}. "
            "Give one for each of the grades 1 to 5."
        )
    wanted = int(rng.choice(GRADES, p=shares / shares.sum()))
    if world is None:
        coverage = WHOLE if rng.random() < HEAD_SHARE else HEADLESS
        drawn_by: Drawing = draw_patient
        clinic_of = _one_of((_one_of(clinics)(rng),))
    else:
        coverage, drawn_by, clinic_of = WHOLE, world.patient, world.clinic
    for _ in range(PATIENTS):
        clinic = clinic_of(rng)
        patient_seed = int(rng.integers(1 << 31))
        heavy: dict[Cause, float] = {}
        if Cause.HEAVY in ranges and rng.random() < HEAVY_SHARE:
            heavy[Cause.HEAVY] = float(rng.uniform(*ranges[Cause.HEAVY]))
        least_noise = _noise(Plan(tuple(heavy.items())), patient_seed, clinic, drawn_by)
        for _ in range(PLANS):
            severities = _drawn(wanted, least_noise, ranges, rng)
            if severities is None:
                continue
            plan = Plan(tuple((heavy | severities).items()))
            noise = _noise(plan, patient_seed, clinic, drawn_by)
            quality = judged(plan, noise)
            if grade_of(quality) == wanted:
                grades = rated(quality, rng)
                if world is not None:
                    coverage = world.coverage(rng, plan)
                return PlannedCase(
                    seed, clinic, coverage, plan, patient_seed, noise, quality, grades
                )
    raise StationError(
        f"No examination of grade {wanted} was found within these ranges of severity. "
        "Widen them, or leave the grade out of the mix."
    )


def _one_of(clinics: Sequence[Clinic]) -> Callable[[Generator], Clinic]:
    """What draws one of these, the first in FIRST_CLINIC_SHARE; a single one takes no draw."""

    def drawn(rng: Generator) -> Clinic:
        if len(clinics) == 1 or rng.random() < FIRST_CLINIC_SHARE:
            return clinics[0]
        return clinics[int(rng.integers(1, len(clinics)))]

    return drawn


def graded_case(
    seed: int,
    *,
    mix: Sequence[float] = PAPER_MIX,
    ranges: Mapping[Cause, Range] = TRAINING,
    world: World | None = None,
    clinics: Sequence[Clinic] = CLINICS,
    report: Report = silent,
) -> GradedCase:
    """A whole-body examination and its grade, which follow from the seed alone.

    Arguments and errors are those of `planned_case`.
    """
    planned = planned_case(seed, mix=mix, ranges=ranges, world=world, clinics=clinics)
    count = int(np.random.default_rng([seed, 0x1E5]).integers(LESIONS[0], LESIONS[1] + 1))
    patient = patient_of(
        planned.plan,
        planned.patient_seed,
        lesion_count=(count, count),
        drawn_by=draw_patient if world is None else world.patient,
    )
    examination = examine(
        patient,
        planned.plan,
        planned.patient_seed,
        clinic=planned.clinic,
        coverage=planned.coverage,
        measure_noise=world is not None,
        report=report,
    )
    noise = examination.measured_noise_percent
    if noise is not None:
        quality = judged(planned.plan, noise)
        grades = rated(quality, np.random.default_rng([seed, 0x6AD, 1]))
        planned = replace(planned, liver_noise_percent=noise, quality=quality, rater_grades=grades)
    return GradedCase(planned, patient, examination)


def _noise(plan: Plan, patient_seed: int, clinic: Clinic, drawn_by: Drawing) -> float:
    patient = patient_of(plan, patient_seed, drawn_by=drawn_by)
    return expected_liver_noise(patient, plan, clinic)


def _drawn(
    wanted: int, noise_percent: float, ranges: Mapping[Cause, Range], rng: Generator
) -> dict[Cause, float] | None:
    """Severities near the wanted grade: a main cause, and milder ones; None if that fails.

    `noise_percent` is the noise of the liver with all counts.
    """
    causes = [cause for cause in WEIGHTS if cause in ranges]
    weights = np.array([WEIGHTS[cause] for cause in causes])
    others = int(rng.choice(len(OTHER_CAUSES), p=OTHER_CAUSES))
    if (wanted == GRADES[-1] and rng.random() < 0.5) or not causes:
        return {}  # nothing wrong, or no cause allowed
    chosen = rng.choice(
        len(causes), size=min(1 + others, len(causes)), replace=False, p=weights / weights.sum()
    )
    severities: dict[Cause, float] = {}
    counts_cut = False
    for number, index in enumerate(chosen):
        cause = causes[int(index)]
        low, high = (wanted - 0.5, wanted + 0.5) if number == 0 else (wanted + 0.3, BEST)
        quality = float(np.clip(rng.uniform(low, max(high, low)), WORST, BEST))
        if cause in COUNTS:
            if counts_cut:
                continue  # the second would undo the first
            counts_cut = True
            noise = severity_of(quality, NOISE_RULE, NOISE_OF_BEST_PERCENT)
            severity = None if noise is None else 100 * (1 - (noise_percent / noise) ** 2)
        else:
            severity = severity_of(quality, RULE[cause])
        lowest, highest = ranges[cause]
        if severity is not None and lowest <= severity <= highest:
            severities[cause] = float(severity)
        elif number == 0:
            return None
    return severities
