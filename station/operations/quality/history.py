"""How the images of a scanner have turned out over time: what its control chart shows."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING

from station.pet.device import Device
from station.quality.control_chart import (
    RULES,
    ControlLimits,
    broken_rules,
    control_limits,
)
from station.report.table_file import csv_text
from station.whole_file import writing

if TYPE_CHECKING:
    from station.archive.quality import GradedScan


@dataclass(frozen=True)
class Measure:
    """What is followed."""

    name: str
    unit: str
    of: "Callable[[GradedScan], float | None]"
    by_weights: bool = False
    """Values of other weights of the network are not comparable"""


LIVER_COV = Measure("Liver CoV", "%", lambda scan: scan.liver_cov)
EXPECTED_GRADE = Measure("Grade", "expected, 1–5", lambda scan: scan.expected_grade, True)
MEASURES = (LIVER_COV, EXPECTED_GRADE)


@dataclass(frozen=True)
class Process:
    """The images of one kind from one scanner, in the order they were scanned."""

    device: Device
    """As the newest image names it"""
    kind: str
    scans: "tuple[GradedScan, ...]"

    def since(self, day: date) -> "Process":
        """The images from that day on."""
        kept = [scan for scan in self.scans if scan.study_date is None or scan.study_date >= day]
        return replace(self, scans=tuple(kept))


@dataclass(frozen=True)
class ChartPoint:
    """One image in a chart."""

    scan: "GradedScan"
    when: datetime
    """The scanner's time; noon where only the day is known"""
    value: float
    rules: tuple[int, ...] = ()
    """Which rules it breaks: numbers of `RULES`"""


@dataclass(frozen=True)
class Chart:
    """One measure of a process."""

    measure: Measure
    points: tuple[ChartPoint, ...]
    limits: ControlLimits | None
    """None: there are too few images"""
    other_weights: int = 0
    """Images left out because other weights graded them than the newest"""


def processes(history: "Sequence[GradedScan]") -> tuple[Process, ...]:
    """A history by scanner and kind of image, the one with most images first.

    Scans without a date are left out: they have no place in time.
    """
    by_kind: dict[tuple[tuple[str, ...], str], list[GradedScan]] = {}
    for scan in history:
        if scan.study_date is not None or scan.acquired:
            by_kind.setdefault((scan.device.identity, scan.kind), []).append(scan)
    made = [Process(scans[-1].device, kind, tuple(scans)) for (_, kind), scans in by_kind.items()]
    return tuple(
        sorted(made, key=lambda process: (-len(process.scans), process.device.label, process.kind))
    )


def chart(process: Process, measure: Measure) -> Chart:
    """The values of a measure with the limits of their first images, and the rules they break."""
    points = [
        ChartPoint(scan, _when(scan), value)
        for scan in process.scans
        if (value := measure.of(scan)) is not None
    ]
    points.sort(key=lambda point: point.when)
    others = 0
    if measure.by_weights and points:
        newest = points[-1].scan.model
        comparable = [point for point in points if point.scan.model == newest]
        others = len(points) - len(comparable)
        points = comparable
    values = [point.value for point in points]
    limits = control_limits(values)
    if limits is not None:
        rules = broken_rules(values, limits)
        points = [replace(point, rules=broken) for point, broken in zip(points, rules, strict=True)]
    return Chart(measure, tuple(points), limits, others)


def _when(scan: "GradedScan") -> datetime:
    if scan.acquired:
        return datetime.fromisoformat(scan.acquired).replace(tzinfo=None)
    assert scan.study_date is not None, "processes() leaves out what has no date"
    return datetime.combine(scan.study_date, time(12))


def rules_words(rules: Sequence[int]) -> str:
    """`rule 1: one value beyond 3 SD`."""
    return "; ".join(f"rule {number}: {RULES[number]}" for number in rules)


CSV_HEADER = (
    "study_date",
    "acquired",
    "scanner",
    "image",
    "series",
    "study_uid",
    "verdict",
    "grade",
    "probability_good",
    "expected_grade",
    "expected_grade_rules",
    "liver_cov_percent",
    "liver_cov_rules",
    "liver_cov_mean",
    "liver_cov_sd",
    "weights_sha256",
)


def write_history(process: Process, path: Path) -> None:
    """The history as CSV in UTF-8, a line an image, without the patients' names.

    Raises StationError where it cannot be written.
    """
    charts = {measure.name: chart(process, measure) for measure in MEASURES}
    rules = {
        name: {id(point.scan): point.rules for point in drawn.points}
        for name, drawn in charts.items()
    }
    limits = charts[LIVER_COV.name].limits
    rows = (
        (
            scan.study_date,
            scan.acquired,
            scan.device.label,
            scan.kind,
            scan.description,
            scan.study_uid,
            scan.verdict,
            _number(scan.grade),
            _number(scan.probability_good),
            _number(scan.expected_grade),
            _numbers(rules[EXPECTED_GRADE.name].get(id(scan), ())),
            _number(scan.liver_cov),
            _numbers(rules[LIVER_COV.name].get(id(scan), ())),
            _number(limits.mean if limits else None),
            _number(limits.sd if limits else None),
            scan.model,
        )
        for scan in process.scans
    )
    with writing(path):
        path.write_bytes(csv_text(CSV_HEADER, rows, "\r\n").encode())


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.6g}"


def _numbers(rules: Sequence[int]) -> str:
    return " ".join(map(str, rules))
