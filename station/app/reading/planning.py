"""What the page on power asks and shows."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from station.app.language import marked, tr
from station.operations.reading.planning import assumptions, whole_numbers
from station.pet.words import listed
from station.progress import Report
from station.reading.planning import LARGEST_SD, USUAL_POWER, Assumptions, plan

FIELDS: Mapping[str, tuple[str, float, float, str]] = {
    "effect": (marked("Difference"), -3.0, 3.0, marked("DL − conventional, in points")),
    "margin": (
        marked("Margin"),
        0.0,
        3.0,
        marked("Of non-inferiority, in points; none: a difference is shown"),
    ),
    "mean": (marked("Conventional score"), 1.0, 5.0, marked("Mean score of the conventional arm")),
    "reader_arm_sd": (
        marked("Readers by arm, SD"),
        0.0,
        LARGEST_SD,
        marked("How differently readers see each arm; it limits what more cases can do"),
    ),
    "case_arm_sd": (
        marked("Cases by arm, SD"),
        0.0,
        LARGEST_SD,
        marked("How different the arms of a case are"),
    ),
    "reading_sd": (
        marked("One reading, SD"),
        0.0,
        LARGEST_SD,
        marked("What a reader does not repeat"),
    ),
    "case_sd": (marked("Cases, SD"), 0.0, LARGEST_SD, marked("In both arms alike")),
    "reader_sd": (marked("Readers, SD"), 0.0, LARGEST_SD, marked("In both arms alike")),
    "reader_case_sd": (
        marked("Readers by case, SD"),
        0.0,
        LARGEST_SD,
        marked("In both arms alike"),
    ),
}
"""Words, range and explanation of each of the `Assumptions`"""


@dataclass(frozen=True)
class Request:
    assumed: Assumptions
    readers: tuple[int, ...]
    cases: tuple[int, ...]


@dataclass(frozen=True)
class Planned:
    goal: str
    sentences: tuple[str, ...]
    lines: tuple[tuple[int, tuple[int, ...], tuple[float, ...]], ...]
    """Readers, cases and powers"""
    wanted: float
    """The power usually asked for"""


def request_of(values: Mapping[str, float], readers: str, cases: str) -> Request:
    """Of the fields; a margin of 0 is none. Raises StationError where a number cannot be."""
    given = {name: value for name, value in values.items() if name != "margin" or value}
    return Request(
        assumptions(given), whole_numbers(readers, tr("Readers")), whole_numbers(cases, tr("Cases"))
    )


def planned(request: Request, report: Report) -> Planned:
    """Raises StationError where a number is out of range, Cancelled when it is asked to stop."""
    from station.report.reading.plan import goal, sentences

    made = plan(request.assumed, request.readers, request.cases, report=report)
    lines: list[tuple[int, tuple[int, ...], tuple[float, ...]]] = []
    for count in sorted(set(request.readers)):
        own = sorted((each.cases, each.power) for each in made.powers if each.readers == count)
        lines.append((count, tuple(case for case, _ in own), tuple(power for _, power in own)))
    return Planned(
        tr("To show {goal}:", goal=goal(made)), sentences(made), tuple(lines), USUAL_POWER
    )


def pilot_values(path: str) -> tuple[dict[str, float], str]:
    """Values of the fields from a pilot's scores, of its first criterion, and what they are of.

    Raises StationError where it cannot be read or has too few readers or cases.
    """
    from station.report.reading.rows import read_scores

    known = tuple(dict.fromkeys(row.criterion for row in read_scores(Path(path)).rows))
    first, *rest = known
    found = assumptions({}, Path(path), first)
    values = {name: float(getattr(found, name)) for name in FIELDS if name != "margin"}
    others = tr(" It also has {rest}.", rest=listed(rest)) if rest else ""
    return values, tr('From the pilot\'s "{first}".{others}', first=first, others=others)
