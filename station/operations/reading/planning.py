"""A reader study planned before it is read: the assumptions, and the plan in a folder."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from station.errors import StationError
from station.pet.words import listed
from station.progress import Report, silent
from station.reading.analysis import plain
from station.reading.planning import SEED, STUDIES, Assumptions, Plan, of_pilot, plan
from station.report.table_file import Spreadsheet

READERS = (2, 3, 4, 6)
CASES = (10, 20, 30, 50, 80, 120)


def whole_numbers(text: str, what: str) -> tuple[int, ...]:
    """Of "2, 3, 4". Raises StationError, which names `what`, where it is no such list."""
    try:
        return tuple(int(part) for part in text.split(","))
    except ValueError:
        raise StationError(
            f'{what}: "{text}" is not a list of whole numbers. Write them like 2,3,4.'
        ) from None


def assumptions(
    given: Mapping[str, float], pilot: Path | None = None, criterion: str | None = None
) -> Assumptions:
    """Those of a pilot's scores where there are any, with what is `given` in their place.

    Raises StationError where a value cannot be, or the pilot does not hold the criterion.
    """
    if pilot is None:
        if criterion is not None:
            raise StationError("A criterion is one of a pilot. Give --pilot FILE too.")
        return Assumptions(**given)
    from station.report.reading.rows import read_scores

    rows = read_scores(pilot).rows
    known = tuple(dict.fromkeys(row.criterion for row in rows))
    if criterion is None and len(known) > 1:
        raise StationError(f"The pilot has several criteria. Choose one of: {listed(known)}.")
    wanted = next(iter(known)) if criterion is None else criterion
    name = next((name for name in known if plain(name) == plain(wanted)), None)
    if name is None:
        raise StationError(
            f'The pilot has no criterion "{wanted}". Choose one of: {listed(known)}.'
        )
    return replace(of_pilot(rows, name), **given)


def make_plan(
    assumed: Assumptions,
    readers: Sequence[int] = READERS,
    cases: Sequence[int] = CASES,
    studies: int = STUDIES,
    seed: int = SEED,
    report: Report = silent,
) -> tuple[Plan, bytes]:
    """The plan and its plot as PNG. Raises StationError, or Cancelled when it is asked to stop."""
    from station.report.reading.plan import picture

    made = plan(assumed, readers, cases, studies, seed, report)
    return made, picture(made).png


def write_plan(made: Plan, png: bytes, out: Path, spreadsheet: Spreadsheet) -> tuple[Path, ...]:
    """plan.json, power.csv and power.png. Raises StationError where they cannot be written."""
    from station.report.document import write_files
    from station.report.reading.as_json import json_text
    from station.report.reading.plan import as_json, csv

    return write_files(
        {
            "power.png": png,
            "power.csv": csv(made, spreadsheet).encode(),
            "plan.json": json_text(as_json(made)).encode(),
        },
        out,
    )
