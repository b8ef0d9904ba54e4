"""Words for the quality of a PET image: its grade, its checks, and what may have caused them.

The five grades are those of H. Zhang et al., BMC Med. Imaging 23 (2023),
10.1186/s12880-023-01017-2, Table 1; 1 and 2 are Poor, 3 to 5 Good (its tasks 3 and 4).
"""

from dataclasses import dataclass, field
from enum import StrEnum

from station.pet.voi import Point
from station.pet.volume import Volume

GRADES = (1, 2, 3, 4, 5)
GRADE_MEANS = {
    1: "organs cannot be distinguished, or obvious streaks",
    2: "outlines of organs are not clear, or a few artifacts",
    3: "outlines are fairly clear, lesions can be seen",
    4: "outlines are clear, no artifacts",
    5: "anatomy is displayed clearly, no artifacts",
}
LOWEST_GOOD = 3

Interval = tuple[float | None, float | None]


class Status(StrEnum):
    """Result of a check."""

    PASS = "pass"  # noqa: S105  not a password
    LOOK = "look"
    FAIL = "fail"
    NOT_POSSIBLE = "not possible"


@dataclass(frozen=True)
class Limits:
    """The range in which a check passes, and the wider one beyond which it fails; between: look."""

    low: float | None
    high: float | None
    source: str
    lowest: float | None = None
    highest: float | None = None
    """None: same as `low` or `high`"""

    @property
    def interval(self) -> Interval:
        return self.low, self.high

    def status(self, value: float) -> Status:
        if _within(value, self.low, self.high):
            return Status.PASS
        lowest = self.low if self.lowest is None else self.lowest
        highest = self.high if self.highest is None else self.highest
        return Status.LOOK if _within(value, lowest, highest) else Status.FAIL


def _within(value: float, low: float | None, high: float | None) -> bool:
    return (low is None or value >= low) and (high is None or value <= high)


@dataclass(frozen=True)
class Check:
    """One line of the statistics control."""

    name: str
    value: float | None
    """None where it was not possible"""
    unit: str
    limits: Interval
    """(lowest, highest) that passes; None: no limit"""
    status: Status
    source: str
    """Of the limits"""
    sentence: str
    """What the check found, or why it was not possible"""
    place_mm: Point | None = None
    """LPS, where there is something to look at"""


class Verdict(StrEnum):
    GOOD = "Good"
    POOR = "Poor"
    NOT_GRADABLE = "Not gradable"


@dataclass(frozen=True)
class GraderModel:
    """The weights that graded."""

    name: str
    version: str
    sha256: str


@dataclass(frozen=True)
class Suspicion:
    """What may have gone wrong in the examination, according to the network."""

    cause: str
    """A `station.simulate.degrade.Cause`, or several that look alike"""
    probability: float


@dataclass(frozen=True)
class Driver:
    """What lowers a grade."""

    subject: str
    """A `station.quality.measures.quantity.Subject`: "noise", "motion" ..."""
    share: float
    """Of everything that lowers it, 0 to 1"""


@dataclass(frozen=True)
class QualityGrade:
    """The network's verdict on one image."""

    verdict: Verdict
    grade: int | None = None
    """1 to 5; None where it is not gradable"""
    probabilities: tuple[float, ...] | None = None
    """Of the grades 1 to 5; they sum to 1"""
    probability_good: float | None = None
    """Of the grades 3 to 5"""
    reason: str | None = None
    """Why it is not gradable"""
    caution: str | None = None
    """What to bear in mind about the grade"""
    suspicions: tuple[Suspicion, ...] = ()
    """The most probable first"""
    drivers: tuple[Driver, ...] = ()
    """What lowers the grade, the most first"""
    distance: float | None = None
    """Distance from the training images in the network's features; images above 1 are not graded"""
    model: GraderModel | None = None
    evidence: Volume | None = field(default=None, repr=False, compare=False)
    """Where quality is lost, if requested: by how much each place lowers the quality (1 to 5)
    relative to the mean of the training images; below 0 it raises it. Coarse voxels, LPS"""


def not_gradable(reason: str, model: GraderModel | None = None) -> QualityGrade:
    return QualityGrade(Verdict.NOT_GRADABLE, reason=reason, model=model)


# --- Words ---------------------------------------------------------------------------------------

NOTHING = "–"
"""Shown where a check was not possible, or has no limits"""


def driver_words(grade: QualityGrade) -> str:
    """`Driven by noise (70 %), uptake (20 %).`; empty where nothing lowers the grade."""
    drivers = [f"{driver.subject} ({100 * driver.share:.0f} %)" for driver in grade.drivers]
    return f"Driven by {', '.join(drivers)}." if drivers else ""


def number_words(value: float) -> str:
    """`2.14`, `63`, `12,345`, `−3`: three significant figures, but all digits before the point."""
    whole = abs(value) >= 100 or value == round(value)
    return (f"{value:,.0f}" if whole else f"{value:.3g}").replace("-", "−")


def value_words(check: Check) -> str:
    """`2.14 SUVbw`; a dash where it was not possible."""
    if check.value is None:
        return NOTHING
    return f"{number_words(check.value)} {check.unit}".strip()


def limits_words(limits: Interval) -> str:
    """`1.3–3`, `≤ 15`, `≥ 70`; a dash where there are none."""
    low, high = limits
    if low is not None and high is not None:
        return f"{low:g}–{high:g}"
    return f"≥ {low:g}" if low is not None else f"≤ {high:g}" if high is not None else NOTHING
