"""Graded cases for the grader's training and tests: patients of the virtual scanner, from seeds."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from station.lab.runs import in_processes
from station.lab.true_organs import true_organs
from station.progress import Report, silent
from station.quality.cases import NOT_TURNED, Case, CaseFacts, case_path, cropped_case, save_case
from station.quality.organs import Organs, cells_about
from station.simulate.clinics import CLINICS, UNSEEN_CLINICS, Clinic
from station.simulate.degrade import TRAINING, WIDER, Cause, Range, as_injected
from station.simulate.grading import (
    COUNTS,
    GRADES,
    NOISE_OF_BEST_PERCENT,
    NOISE_RULE,
    PAPER_MIX,
    RULE,
    GradedCase,
    graded_case,
    quality_of,
)
from station.simulate.world import WIDE, WIDE_UNSEEN, World


@dataclass(frozen=True)
class Population:
    """Where the cases of a set come from: a wide world, or a few clinics."""

    ranges: Mapping[Cause, Range]
    clinics: tuple[Clinic, ...] = CLINICS
    """Used where there is no `world`"""
    mix: tuple[float, ...] = PAPER_MIX
    world: World | None = None

    def made(self, seed: int) -> GradedCase:
        """The graded case of a seed, always the same, with the body, the plan and the CT."""
        return graded_case(
            seed, mix=self.mix, ranges=self.ranges, world=self.world, clinics=self.clinics
        )

    def case(self, seed: int) -> Case:
        """What is kept of it."""
        made = self.made(seed)
        return cropped_case(facts_of(made), made.image, made.examination.ct, organs_of(made))


TRAINED_ON = Population(TRAINING, CLINICS)
"""Of training"""
HELD_OUT = Population(WIDER, (*CLINICS, *UNSEEN_CLINICS))
"""Never trained on: severities go further, and a scanner is among them that training has not"""
WIDE_TRAINED_ON = Population(TRAINING, world=WIDE)
"""Anyone, in any clinic"""
WIDE_HELD_OUT = Population(WIDER, world=WIDE_UNSEEN)
"""Never trained on: severities go further, and every clinic is of the ranges that training omits"""
FLAWLESS = Population({}, CLINICS, (0.0, 0.0, 0.0, 0.0, 1.0))
"""Nothing is wrong"""


def only_cause(cause: Cause, world: World | None = None) -> Population | None:
    """Cases in which this alone is wrong, so much that the written rule gives 1, 2 or 3: of these
    the grades that it can give for this. None where it gives none of them.

    A heavy patient alone costs no more counts here than a grade 4.
    """
    if cause is Cause.HEAVY:
        return None
    highest = WIDER[cause][1]
    # Thresholds of RULE are those of the grades 4, 3, 2, 1; counts can cost every grade.
    mix = tuple(
        float(grade <= 3 and (cause in COUNTS or RULE[cause][4 - grade] < highest))
        for grade in GRADES
    )
    return Population({cause: WIDER[cause]}, CLINICS, mix, world) if any(mix) else None


TOO_FEW_COUNTS = "too few counts"
NEVER_SEEN = frozenset({Cause.CALIBRATION})
"""A wrong scale is gone after z-scores: the statistics control finds it, the network cannot"""
SEEN: tuple[str, ...] = (
    TOO_FEW_COUNTS,
    *(str(cause) for cause in RULE if cause not in NEVER_SEEN),
)
"""What the network is to name"""


def spoiled(liver_noise_percent: float, severities: Mapping[Cause, float]) -> dict[str, float]:
    """`CaseFacts.spoiled` of a plan's severities."""
    qualities = {TOO_FEW_COUNTS: quality_of(liver_noise_percent, NOISE_RULE, NOISE_OF_BEST_PERCENT)}
    for cause, severity in severities.items():
        if cause in RULE and cause not in NEVER_SEEN:
            qualities[str(cause)] = quality_of(severity, RULE[cause])
    return qualities


def facts_of(made: GradedCase) -> CaseFacts:
    plan = made.planned.plan
    new_clinic = made.planned.clinic not in CLINICS and not made.planned.clinic.usual
    return CaseFacts(
        seed=made.planned.seed,
        label=made.label,
        true_grade=made.true_grade,
        quality=made.planned.quality,
        rater_grades=made.planned.rater_grades,
        severities={str(cause): severity for cause, severity in plan.severities},
        spoiled=spoiled(made.planned.liver_noise_percent, dict(plan.severities)),
        liver_noise_percent=made.planned.liver_noise_percent,
        liver_mm=made.liver_mm,
        events=made.examination.events,
        clinic=made.planned.clinic.name,
        with_head=made.planned.coverage.with_head,
        beyond_training=plan.beyond_training or new_clinic,
    )


def organs_of(made: GradedCase) -> Organs:
    """The organs of a case's patient, with what was injected next to the vein and brown fat."""
    grid = cells_about(*made.image.geometry.bounds_mm)
    planned = made.planned
    body = as_injected(
        made.patient, planned.plan, planned.patient_seed, float(made.image.geometry.bounds_mm[1][2])
    )
    return Organs(grid, true_organs(body, grid), {}, NOT_TURNED, True)


def make_cases(
    population: Population,
    seeds: Sequence[int],
    folder: Path,
    *,
    jobs: int = 1,
    report: Report = silent,
) -> list[Path]:
    """The files of the cases of these seeds, in their order; those that are missing are made.

    `jobs` processes simulate at the same time. Raises StationError, Cancelled.
    """
    missing = [seed for seed in seeds if not case_path(folder, seed).exists()]

    def left(count: int) -> None:
        done = len(seeds) - count
        report(
            done / len(seeds),
            f"Simulating examination {min(done + 1, len(seeds))} of {len(seeds)}",
        )

    work = partial(_make, population, folder)
    if jobs > 1 and missing:
        for _ in in_processes(work, missing, jobs, left):
            pass
    else:
        for number, seed in enumerate(missing):
            left(len(missing) - number)
            work(seed)
    left(0)
    return [case_path(folder, seed) for seed in seeds]


def _make(population: Population, folder: Path, seed: int) -> None:
    save_case(population.case(seed), folder)
