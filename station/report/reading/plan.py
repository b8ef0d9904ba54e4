"""The power of a planned reader study: as a plot, a table, JSON and sentences."""

from dataclasses import asdict
from typing import Any

from station import __version__
from station.pet.words import count_of
from station.reading.multi_reader import FEWEST_READERS_FOR_HILLIS
from station.reading.planning import LEVEL, USUAL_POWER, Plan
from station.report.document import Picture
from station.report.faces import figure_png
from station.report.plots import new_figure
from station.report.table_file import Spreadsheet, csv_text

COLOURS = ("#2b6cb0", "#e0701a", "#2f855a", "#8b5fbf", "#b83280", "#1d2126")
MARKERS = ("o", "s", "D", "^", "v", "P")
QUIET = "#8a8f98"
WIDTH_CM, HEIGHT_CM = 16.0, 9.5
DPI = 150


def goal(plan: Plan) -> str:
    """What a study is to show."""
    assumed = plan.assumed
    if assumed.margin is not None:
        return f"DL not inferior by {assumed.margin:g} points"
    return f"a difference of {assumed.effect:+.2g} points".replace("-", "−")


def picture(plan: Plan) -> Picture:
    """Power over cases, a line for each number of readers."""
    figure, (axis,) = new_figure(1, WIDTH_CM, HEIGHT_CM)
    readers = sorted({each.readers for each in plan.powers})
    for number, count in enumerate(readers):
        powers = sorted(
            (each for each in plan.powers if each.readers == count), key=lambda each: each.cases
        )
        cases = [each.cases for each in powers]
        colour = COLOURS[number % len(COLOURS)]
        axis.fill_between(
            cases,
            [each.ci[0] for each in powers],
            [each.ci[1] for each in powers],
            color=colour,
            alpha=0.15,
            linewidth=0,
        )
        axis.plot(
            cases,
            [each.power for each in powers],
            color=colour,
            marker=MARKERS[number % len(MARKERS)],
            markersize=4.5,
            linewidth=1.4,
            label=count_of(count, "reader"),
        )
    axis.axhline(USUAL_POWER, color=QUIET, linewidth=0.9, linestyle="--")
    axis.set_ylim(0, 1.02)
    axis.set_xlim(left=0)
    axis.set_xlabel("cases", fontsize=9)
    axis.set_ylabel("power", fontsize=9)
    axis.tick_params(labelsize=8)
    axis.grid(color="#e6e6e6", linewidth=0.6)
    for side in ("top", "right"):
        axis.spines[side].set_visible(False)
    axis.legend(loc="center left", bbox_to_anchor=(1.01, 0.5), fontsize=8, frameon=False)
    return Picture(
        "power",
        figure_png(figure, dpi=DPI),
        f"Power to show {goal(plan)}, with readers and cases as samples. Shaded: 95 % interval of "
        f"the simulation of {plan.studies} studies. Dashed: power {USUAL_POWER:.0%}.",
    )


def csv(plan: Plan, spreadsheet: Spreadsheet = Spreadsheet.NONE) -> str:
    header = ("readers", "cases", "power", "power_low", "power_high")
    rows = ((each.readers, each.cases, each.power, *each.ci) for each in plan.powers)
    return csv_text(header, map(list, rows), spreadsheet=spreadsheet)


def as_json(plan: Plan) -> dict[str, Any]:
    readers = sorted({each.readers for each in plan.powers})
    return {
        "assumed": asdict(plan.assumed),
        "test": "readers and cases as samples",
        "level": LEVEL,
        "studies": plan.studies,
        "seed": plan.seed,
        "powers": [
            {
                "readers": each.readers,
                "cases": each.cases,
                "power": each.power,
                "ci": list(each.ci),
            }
            for each in plan.powers
        ],
        "fewest_cases": {str(count): plan.fewest_cases(count) for count in readers},
        "station": __version__,
    }


def sentences(plan: Plan) -> tuple[str, ...]:
    """What the plan says, a line for each number of readers."""
    lines: list[str] = []
    largest = max(each.cases for each in plan.powers)
    for count in sorted({each.readers for each in plan.powers}):
        enough = plan.fewest_cases(count)
        best = max(each.power for each in plan.powers if each.readers == count)
        if enough is None:
            lines.append(
                f"{count} readers: no power of {USUAL_POWER:.0%} up to {largest} cases; the best "
                f"is {best:.0%}."
            )
        else:
            lines.append(f"{count} readers: {enough} cases for a power of {USUAL_POWER:.0%}.")
    if min(each.readers for each in plan.powers) < FEWEST_READERS_FOR_HILLIS:
        lines.append(
            "Two readers say little about other readers; a third often helps more than many cases."
        )
    return tuple(lines)
