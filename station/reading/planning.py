"""The power of a reader study before it is read, by simulation.

Scores are normal on the scale and rounded to 1 to 5, as readers' are. Around a mean score vary the
cases, the readers, each reader on each case, how each reader and each case sees the arms (reader ×
arm, case × arm), and the reading itself (C. A. Roe and C. E. Metz, Acad. Radiol. 4 (1997) 298). The
studies are tested as `multi_reader` tests a real one, so the power is that of the first table of
the report.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

import numpy as np
from numpy.typing import NDArray

from station.errors import StationError
from station.pet.words import count_of
from station.progress import Report, silent
from station.reading.agreement import clopper_pearson
from station.reading.analysis import ScoreRow
from station.reading.bootstrap import Interval
from station.reading.multi_reader import both_sampled_p
from station.reading.protocol import HIGHEST_SCORE, LOWEST_SCORE, Arm

Floats = NDArray[np.float64]

STUDIES = 1000
FEWEST_STUDIES, MOST_STUDIES = 100, 20_000
AT_ONCE = 4_000_000
"""Scores simulated in one go: 32 MB for each of the terms"""
LEVEL = 0.05
USUAL_POWER = 0.8
SEED = 16
FEWEST_READERS, MOST_READERS = 2, 20
FEWEST_CASES, MOST_CASES = 4, 1000
LARGEST_SD = 3.0
"""Points; a scale of 1 to 5 has no more"""


@dataclass(frozen=True)
class Assumptions:
    """What is expected, in points of the scale."""

    effect: float = 0.5
    """DL − conventional"""
    reader_arm_sd: float = 0.2
    """How differently readers see each arm"""
    case_arm_sd: float = 0.2
    """How differently the arms of a case are, for all readers"""
    reading_sd: float = 0.5
    """Of one reading of one image: what a reader does not repeat"""
    case_sd: float = 0.5
    reader_sd: float = 0.3
    reader_case_sd: float = 0.3
    mean: float = 3.0
    """Score of the conventional arm"""
    margin: float | None = None
    """Points of non-inferiority; None: a difference is looked for"""

    def __post_init__(self) -> None:
        for name in SDS:
            value = getattr(self, name)
            if not 0 <= value <= LARGEST_SD:
                raise StationError(
                    f"{value:g} is not a standard deviation of scores. Choose 0 to {LARGEST_SD:g}."
                )
        if not LOWEST_SCORE <= self.mean <= HIGHEST_SCORE:
            raise StationError(
                f"{self.mean:g} is not a mean score. Choose {LOWEST_SCORE} to {HIGHEST_SCORE}."
            )
        if abs(self.effect) >= HIGHEST_SCORE - LOWEST_SCORE:
            raise StationError(f"{self.effect:g} is not a difference of scores of 1 to 5.")
        if self.margin is not None and not 0 < self.margin < HIGHEST_SCORE - LOWEST_SCORE:
            raise StationError(f"{self.margin:g} is not a margin. Choose one above 0 and below 4.")


SDS = (
    "reader_arm_sd",
    "case_arm_sd",
    "reading_sd",
    "case_sd",
    "reader_sd",
    "reader_case_sd",
)


@dataclass(frozen=True)
class Power:
    readers: int
    cases: int
    power: float
    """Fraction of the studies that find what is looked for"""
    ci: Interval
    """95 %, of the simulation"""


@dataclass(frozen=True)
class Plan:
    assumed: Assumptions
    studies: int
    seed: int
    powers: tuple[Power, ...]

    def fewest_cases(self, readers: int, power: float = USUAL_POWER) -> int | None:
        """Of those simulated, from which on every number reaches the power; None: none does."""
        enough: int | None = None
        for each in sorted(
            (each for each in self.powers if each.readers == readers),
            key=lambda each: -each.cases,
        ):
            if each.power < power:
                break
            enough = each.cases
        return enough


def plan(
    assumed: Assumptions,
    readers: Sequence[int],
    cases: Sequence[int],
    studies: int = STUDIES,
    seed: int = SEED,
    report: Report = silent,
) -> Plan:
    """The power with each number of readers and cases.

    Raises StationError where a number is out of range, Cancelled when it is asked to stop.
    """
    _refuse("readers", readers, FEWEST_READERS, MOST_READERS)
    _refuse("cases", cases, FEWEST_CASES, MOST_CASES)
    _refuse("studies", [studies], FEWEST_STUDIES, MOST_STUDIES)
    if seed < 0:
        raise StationError(f"{seed} is no seed. Choose 0 or a larger whole number.")
    grid = [(r, c) for r in sorted(set(readers)) for c in sorted(set(cases))]
    total = sum(r * c for r, c in grid)
    powers: list[Power] = []
    done = 0
    for r, c in grid:
        what = f"{r} readers, {c} cases"
        report(done / total, what)
        found, left, chance = 0, studies, np.random.default_rng([seed, r, c])
        while left:
            now = min(left, max(1, AT_ONCE // (2 * r * c)))
            found += _found(assumed, differences_of(assumed, r, c, now, chance))
            left -= now
            report((done + r * c * (1 - left / studies)) / total, what)
        done += r * c
        powers.append(Power(r, c, found / studies, clopper_pearson(found, studies)))
    return Plan(assumed, studies, seed, tuple(powers))


def differences_of(
    assumed: Assumptions, readers: int, cases: int, studies: int, chance: np.random.Generator
) -> Floats:
    """DL − conventional of simulated studies, (studies, readers, cases)."""

    def term(sd: float, *shape: int) -> Floats:
        return chance.normal(0.0, sd, (studies, *shape)) if sd else np.zeros((studies, *shape))

    # What both arms of a reading share matters only where scores are rounded.
    shared = (
        term(assumed.case_sd, 1, 1, cases)
        + term(assumed.reader_sd, 1, readers, 1)
        + term(assumed.reader_case_sd, 1, readers, cases)
    )
    of_arm = (
        term(assumed.reader_arm_sd, 2, readers, 1)
        + term(assumed.case_arm_sd, 2, 1, cases)
        + term(assumed.reading_sd, 2, readers, cases)
    )
    arms = np.array([0.0, assumed.effect]).reshape(1, 2, 1, 1)
    scores = np.clip(np.rint(assumed.mean + shared + of_arm + arms), LOWEST_SCORE, HIGHEST_SCORE)
    return scores[:, 1] - scores[:, 0]


def effects_of(differences: Floats) -> tuple[Floats, Floats]:
    """Of (studies, readers, cases): the readers' effects (studies, readers), and their covariances
    (studies, readers, readers)."""
    cases = differences.shape[-1]
    effects = differences.mean(axis=-1)
    centred = differences - effects[..., None]
    return effects, centred @ centred.swapaxes(-1, -2) / (cases - 1) / cases


def _found(assumed: Assumptions, differences: Floats) -> int:
    """In how many studies what is looked for is found: DL better or not inferior."""
    effects, covariances = effects_of(differences)
    shifted = effects + (assumed.margin or 0.0)
    p = both_sampled_p(shifted, covariances, differences.shape[-1])
    # In the direction that is looked for; the level of one side is half of two.
    towards = shifted.mean(axis=-1)
    wanted = towards > 0 if assumed.margin is not None or assumed.effect >= 0 else towards < 0
    return int(((p < LEVEL) & wanted).sum())


def of_pilot(rows: Sequence[ScoreRow], criterion: str) -> Assumptions:
    """Assumptions from the scores of a pilot, by the analysis of variance of its complete readings.

    Variances that come out below 0 are taken for 0. A pilot of few readers says little about how
    differently readers see the arms. Raises StationError where it has too few readers or cases.
    """
    first = [row for row in rows if row.repeat == 0 and row.criterion == criterion]
    given = {(row.arm, row.reader, row.case): row.score for row in first}
    readers = sorted({row.reader for row in first})
    cases = [
        case
        for case in sorted({row.case for row in first})
        if all((arm, reader, case) in given for arm in Arm for reader in readers)
    ]
    if len(readers) < 2 or len(cases) < FEWEST_CASES:
        raise StationError(
            f"The pilot has {count_of(len(readers), 'reader')} and "
            f"{count_of(len(cases), 'case')} that all of them scored "
            f'in both arms for "{criterion}". A plan needs 2 readers and {FEWEST_CASES} cases.'
        )
    scores = np.array(
        [[[given[arm, reader, case] for case in cases] for reader in readers] for arm in Arm], float
    )
    variances = _components(scores)
    return Assumptions(
        effect=float(scores[1].mean() - scores[0].mean()),
        mean=float(scores[0].mean()),
        **{name: min(sqrt(max(variances[name], 0.0)), LARGEST_SD) for name in SDS},
    )


def _components(scores: Floats) -> dict[str, float]:
    """Variances of scores (arms, readers, cases): arms fixed, readers and cases random.

    From the mean squares of the three-way table (Roe and Metz 1997, table 2).
    """
    arms, readers, cases = scores.shape

    def mean_square(kept: tuple[int, ...]) -> float:
        """Of the interaction of the axes in `kept`."""
        effect = np.zeros_like(scores)
        for subset in range(2 ** len(kept)):
            chosen = [axis for place, axis in enumerate(kept) if subset >> place & 1]
            over = tuple(axis for axis in range(3) if axis not in chosen)
            sign = (-1) ** (len(kept) - len(chosen))
            effect = effect + sign * (scores.mean(axis=over, keepdims=True) if over else scores)
        freedom = float(np.prod([scores.shape[axis] - 1 for axis in kept]))
        return float((effect**2).sum()) / freedom

    ms_trc = mean_square((0, 1, 2))
    ms_tr, ms_tc, ms_rc = mean_square((0, 1)), mean_square((0, 2)), mean_square((1, 2))
    ms_r, ms_c = mean_square((1,)), mean_square((2,))
    return {
        "reading_sd": ms_trc,
        "reader_arm_sd": (ms_tr - ms_trc) / cases,
        "case_arm_sd": (ms_tc - ms_trc) / readers,
        "reader_case_sd": (ms_rc - ms_trc) / arms,
        "reader_sd": (ms_r - ms_tr - ms_rc + ms_trc) / (arms * cases),
        "case_sd": (ms_c - ms_tc - ms_rc + ms_trc) / (arms * readers),
    }


def _refuse(what: str, numbers: Sequence[int], low: int, high: int) -> None:
    if not numbers:
        raise StationError(f"No number of {what} is given. Choose {low} to {high}.")
    for number in numbers:
        if not low <= number <= high:
            raise StationError(f"{what.capitalize()}: {number} is not between {low} and {high}.")
