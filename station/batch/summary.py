"""The page about a batch: what to look at first, scanners by month, checks, charts, links."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import fmean, median
from typing import Any

from station.archive.batches import Batch, LedgerRow, State
from station.archive.quality import GradedScan
from station.batch.work import Operation, Row
from station.operations.quality.history import (
    MEASURES,
    Chart,
    Process,
    chart,
    processes,
    rules_words,
)
from station.pet.device import Device
from station.pet.image_quality import NOTHING, Verdict
from station.quality.control_chart import SOURCE
from station.report.document import as_html, from_template
from station.report.plots import Panel, Points, draw

LISTED = 100
"""Lines of a table; who looks for more opens the CSV"""
CHARTS = 6
"""Processes whose control charts are drawn, those with most images first"""
CHARTED_FROM = 2
"""Images"""
SHORT = 40
"""Characters of a UID at its end that are shown; its beginning is its maker's"""
WORD_JOINER = "\N{WORD JOINER}"
"""No line is broken at it"""
IN_CONTROL, BROKEN = "in control", "breaks a rule"


@dataclass(frozen=True)
class Outlier:
    """A series to look at, and how much it stands out: the higher, the sooner."""

    row: Row
    why: str
    weight: float


def summary_html(
    batch: Batch,
    operation: Operation,
    studies: Sequence[LedgerRow],
    rows: Sequence[Row],
    left_out: int,
) -> str:
    """The page as one file. `rows` are those of the summary, `left_out` files without an image."""
    counts = Counter(row.state for row in studies)
    done = [row for row in studies if row.state is State.DONE]
    not_done = [row for row in studies if row.state in (State.FAILED, State.SET_ASIDE)]
    with_checks = "checks_failed" in operation.columns
    history = [scan for row in rows if (scan := _scan(row, batch)) is not None]
    drawn = processes(history) if with_checks else ()
    broken = _broken_rules(drawn)
    outliers = [one for row in rows if (one := _outlier(row, broken)) is not None]
    outliers.sort(key=lambda one: -one.weight)
    charts, pictures = _charts(drawn)
    per_study = Counter(row["study_uid"] for row in rows)
    links = {row["study_uid"]: row["output"] for row in rows}
    facts: dict[str, Any] = {
        "title": operation.title,
        "batch": batch,
        "began": f"{batch.began_at:%Y-%m-%d %H:%M} UTC",
        "weights": "; ".join(f"{name} {sha}" for name, sha in batch.weights.items()),
        "options": "; ".join(f"{name} {value}" for name, value in batch.options.items()),
        "counts": {"studies": len(studies)} | {state.value: counts[state] for state in State},
        "left_out": left_out,
        "outliers": [
            {
                "study": _short(one.row["study_uid"]),
                "patient": one.row["patient_id"],
                "series": one.row.get("description") or _short(one.row["series_uid"] or ""),
                "why": one.why,
                "link": _report_or_output(one.row),
            }
            for one in outliers[:LISTED]
        ],
        "more_outliers": max(len(outliers) - LISTED, 0),
        "not_done": [
            {
                "study": _short(row.study_uid),
                "patient": row.patient_id,
                "state": row.state.value.replace("_", " "),
                "why": row.reason,
            }
            for row in not_done[:LISTED]
        ],
        "more_not_done": max(len(not_done) - LISTED, 0),
        "graded": "grade" in operation.columns,
        "months": _months(history) if with_checks else [],
        "checks": _checks(rows) if with_checks else [],
        "charts": charts,
        "chart_source": SOURCE if charts else "There is no scanner with enough images.",
        "outputs": [
            {
                "study": _short(row.study_uid),
                "patient": row.patient_id,
                "rows": per_study[row.study_uid],
                "seconds": NOTHING if row.seconds is None else f"{row.seconds:.1f}",
                "link": links[row.study_uid],
            }
            for row in done[:LISTED]
        ],
        "more_outputs": max(len(done) - LISTED, 0),
    }
    return as_html(from_template("batch.md", facts, pictures, str))


def _short(uid: str) -> str:
    return uid if len(uid) <= SHORT else f"…{WORD_JOINER}{uid[-SHORT:]}"


def _report_or_output(row: Row) -> str:
    return str(row.get("report") or row["output"] or "")


def _scan(row: Row, batch: Batch) -> GradedScan | None:
    """An image in the history of its scanner; None: the row is of no image that was checked."""
    if row["state"] != State.DONE or "kind" not in row:
        return None
    day = row["study_date"]
    return GradedScan(
        row["study_uid"],
        row["series_uid"],
        row["patient_id"],
        None if day is None else date.fromisoformat(day),
        row["acquired"],
        Device(
            row["manufacturer"],
            row["model"],
            row["station_name"],
            row["serial"],
            row["device_uid"],
        ),
        row["kind"],
        row["description"],
        Verdict(row.get("verdict", Verdict.NOT_GRADABLE)),
        row.get("grade"),
        row.get("probability_good"),
        row.get("expected_grade"),
        row["liver_cov_percent"],
        batch.weights.get("grader", ""),
    )


def _broken_rules(drawn: Iterable[Process]) -> dict[tuple[str, str], list[str]]:
    """Sentences on the rules that an image breaks, by its study and series."""
    broken: dict[tuple[str, str], list[str]] = defaultdict(list)
    for process in drawn:
        for measure in MEASURES:
            for point in chart(process, measure).points:
                if point.rules:
                    words = f"{measure.name} {point.value:.3g}: {rules_words(point.rules)}"
                    broken[point.scan.study_uid, point.scan.series_key].append(words)
    return broken


def _outlier(row: Row, broken: Mapping[tuple[str, str], list[str]]) -> Outlier | None:
    """Why a series should be looked at; None: it need not be."""
    if row["state"] != State.DONE:
        return None  # it is listed as not done
    reasons: list[str] = []
    weight = 0.0
    if row.get("verdict") == Verdict.POOR:
        good = row["probability_good"]
        reasons.append(f"Poor, grade {row['grade']}; Good with probability {good:.0%}")
        weight += 100 * (2 - good)
    elif row.get("verdict") == Verdict.NOT_GRADABLE:
        reasons.append("Not gradable")
        weight += 50
    rules = broken.get((row["study_uid"], row["series_uid"]), [])
    reasons += rules
    weight += 40 * len(rules)
    if failed := row.get("checks_failed"):
        reasons.append(f"Failed: {failed}")
        weight += 20 * len(failed.split("; "))
    if row["reason"]:
        reasons.append(row["reason"])
        weight += 10
    if cautions := row.get("cautions") or row.get("caution"):
        reasons.append(cautions)
        weight += 1
    return Outlier(row, ". ".join(reasons), weight) if reasons else None


def _months(history: Sequence[GradedScan]) -> list[dict[str, Any]]:
    """Images of each scanner and month."""
    groups: dict[tuple[str, str], list[GradedScan]] = defaultdict(list)
    for scan in history:
        month = "no date" if scan.study_date is None else f"{scan.study_date:%Y-%m}"
        groups[scan.device.label, month].append(scan)
    made: list[dict[str, Any]] = []
    for (scanner, month), scans in sorted(groups.items()):
        verdicts = Counter(scan.verdict for scan in scans)
        expected = [scan.expected_grade for scan in scans if scan.expected_grade is not None]
        covs = [scan.liver_cov for scan in scans if scan.liver_cov is not None]
        made.append(
            {
                "scanner": scanner,
                "month": month,
                "images": len(scans),
                "good": verdicts[Verdict.GOOD],
                "poor": verdicts[Verdict.POOR],
                "not_gradable": verdicts[Verdict.NOT_GRADABLE],
                "expected": f"{fmean(expected):.2f}" if expected else NOTHING,
                "cov": f"{median(covs):.1f}" if covs else NOTHING,
            }
        )
    return made


def _checks(rows: Sequence[Row]) -> list[dict[str, Any]]:
    """How often each check failed, the most frequent first."""
    images = [row for row in rows if "checks_failed" in row]
    failed, look = (
        Counter(name for row in images for name in row[column].split("; ") if name)
        for column in ("checks_failed", "checks_to_look_at")
    )
    names = sorted({*failed, *look}, key=lambda name: (-failed[name], -look[name], name))
    return [
        {"name": name, "failed": failed[name], "look": look[name], "of": len(images)}
        for name in names
    ]


def _charts(drawn: Sequence[Process]) -> tuple[list[dict[str, str]], dict[str, bytes]]:
    """(name and caption of each picture, the pictures as PNG)."""
    captions: list[dict[str, str]] = []
    pictures: dict[str, bytes] = {}
    for process in drawn:
        charts = [chart(process, measure) for measure in MEASURES]
        panels = [_panel(one) for one in charts if len(one.points) >= CHARTED_FROM]
        if panels and len(captions) < CHARTS:
            name = f"control-chart-{len(captions) + 1}"
            captions.append({"name": name, "caption": f"{process.device.label} · {process.kind}"})
            pictures[name] = draw(panels, names=(IN_CONTROL, BROKEN))
    return captions, pictures


def _panel(drawn: Chart) -> Panel:
    """Values in the order of scanning, with the limits at 3 SD where there are enough."""
    limits = drawn.limits
    of_kind: dict[str, list[tuple[float, float]]] = {IN_CONTROL: [], BROKEN: []}
    for place, point in enumerate(drawn.points, start=1):
        of_kind[BROKEN if point.rules else IN_CONTROL].append((place, point.value))
    targets: tuple[tuple[float, float], ...] = ()
    title = f"{drawn.measure.name}: too few images for limits"
    if limits is not None:
        far = 3 * limits.sd
        targets = ((limits.mean - far, limits.mean + far), (limits.mean, limits.mean))
        title = f"{drawn.measure.name}: mean {limits.mean:.3g}, SD {limits.sd:.2g}"
    series = tuple(
        Points(name, tuple(x for x, _ in points), tuple(y for _, y in points))
        for name, points in of_kind.items()
    )
    return Panel(
        title, "image, in the order of scanning", drawn.measure.unit, series, targets=targets
    )
