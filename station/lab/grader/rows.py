"""The quantities of graded cases, a line of JSON each: what the grader's regression is fitted to.

A case is measured as it is, and the good ones blurred as well: the virtual scanners' own filters
differ by a few millimetres, but a reader is also shown images that are far too smooth.
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from functools import partial
from math import isfinite, nan
from pathlib import Path
from typing import Any

import numpy as np

from station.errors import StationError
from station.lab.runs import in_processes
from station.pet.filters import gaussian
from station.pet.volume import Volume
from station.progress import Report, silent
from station.quality.cases import CaseFacts, load_case
from station.quality.measures.every import QUANTITIES, measured
from station.quality.measures.quantity import Quantity
from station.quality.measures.scene import Scene
from station.quality.organs import Organs
from station.quality.working_grid import View, view_of
from station.simulate.grading import BEST, OTHERS_WEIGH, WORST, Thresholds, grade_of, quality_of

Find = Callable[[View], Organs]
"""The organs of a PET and its CT"""


def found_organs(view: View) -> Organs:
    """As the shipped finder finds them. Raises StationError if there is no finder."""
    from station.quality.finder.look import shipped_finder

    return shipped_finder().find(view)


BLURRED = "blurred"
BLUR_RULE: Thresholds = (8.0, 13.0, 19.0, 28.0)
"""FWHM in mm of a further filter from which the grade is at most 4, 3, 2, 1. Chosen here: a node of
10 mm keeps less than a third of its contrast at 13 mm, the kidney's cortex is lost at 19, and the
outlines of the organs at 28"""
BLUR_MM = (5.0, 30.0)
LEAST_QUALITY = 3.8
"""Of a case that is blurred: what else is wrong in it does not decide, for a filter hides noise"""


@dataclass(frozen=True, eq=False)
class Row:
    """One image that was measured."""

    name: str
    """Seed and version, once among the rows"""
    facts: CaseFacts
    values: Mapping[Quantity, float]


def blur_of(facts: CaseFacts) -> float | None:
    """FWHM in mm with which a case is measured a second time; None: it is not."""
    if facts.quality < LEAST_QUALITY:
        return None
    return float(np.random.default_rng([facts.seed, 0xB105]).uniform(*BLUR_MM))


def blurred(facts: CaseFacts, fwhm_mm: float) -> CaseFacts:
    """The facts of a case after a further filter, graded by the written rule."""
    spoiled = {**facts.spoiled, BLURRED: quality_of(fwhm_mm, BLUR_RULE)}
    lowest, *others = sorted(spoiled.values())
    quality = max(lowest - OTHERS_WEIGH * sum(BEST - other for other in others), WORST)
    grade = grade_of(quality)
    return replace(
        facts,
        spoiled=spoiled,
        quality=quality,
        true_grade=grade,
        label=grade,
        rater_grades=(grade, grade),
        severities={**facts.severities, BLURRED: fwhm_mm},
    )


def rows_of(path: Path, find: Find | None) -> list[Row]:
    """The rows of a case's file; with the organs that `find` finds, None: the true ones.

    Raises StationError where the file cannot be read, or has no organs and needs them.
    """
    case = load_case(path)
    image = case.image
    if find is None and case.organs is None:
        raise StationError(f"{path} does not hold the organs. Make the case again.")

    def row(name: str, facts: CaseFacts, pet: Volume) -> Row:
        view = view_of(pet, case.ct)
        organs = find(view) if find is not None else case.organs
        assert organs is not None
        return Row(name, facts, measured(Scene(pet, view, organs, case.axis_mm)))

    rows = [row(f"{case.facts.seed}", case.facts, image)]
    if (width := blur_of(case.facts)) is not None:
        name = f"{case.facts.seed} {BLURRED}"
        rows.append(row(name, blurred(case.facts, width), gaussian(image, width)))
    return rows


def make_rows(
    paths: Sequence[Path],
    file: Path,
    *,
    find: Find | None = None,
    jobs: int = 1,
    report: Report = silent,
) -> list[Row]:
    """The rows of these cases, in their order; what is missing in `file` is measured and added.

    `find` has to be a function of a module where `jobs` is above 1. Raises StationError, Cancelled.
    """
    known: dict[int, list[Row]] = {}
    for row in read_rows(file) if file.exists() else ():
        known.setdefault(row.facts.seed, []).append(row)
    missing = [path for path in paths if int(path.stem) not in known]
    work = partial(rows_of, find=find)

    def left(count: int) -> None:
        done = len(missing) - count
        report(done / max(len(missing), 1), f"Measuring case {done + 1} of {len(missing)}")

    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("a", encoding="utf-8") as lines:
        for rows in _worked(work, missing, jobs, left):
            for row in rows:
                known.setdefault(row.facts.seed, []).append(row)
            # All rows of a case at once: a case that is half there would stay so.
            lines.write("".join(f"{_line(row)}\n" for row in rows))
            lines.flush()
    return [row for path in paths for row in known[int(path.stem)]]


def _worked(
    work: Callable[[Path], list[Row]],
    missing: Sequence[Path],
    jobs: int,
    left: Callable[[int], None],
) -> Iterator[list[Row]]:
    if jobs > 1 and missing:
        yield from (rows for _, rows in in_processes(work, missing, jobs, left))
        return
    for number, path in enumerate(missing):
        left(len(missing) - number)
        yield work(path)


def read_rows(*files: Path) -> list[Row]:
    """The rows in files. A quantity that a line lacks was not measured.

    Raises StationError where a line cannot be read.
    """
    rows: list[Row] = []
    for file in files:
        try:
            lines = file.read_text(encoding="utf-8").splitlines()
            rows += [_row(json.loads(line)) for line in lines if line]
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise StationError(f"{file} cannot be read as measured cases: {error}") from error
    return rows


def _line(row: Row) -> str:
    values = {
        quantity.name: round(value, 6) if isfinite(value) else None
        for quantity, value in row.values.items()
    }
    return json.dumps({"name": row.name, "facts": asdict(row.facts), "values": values})


def _row(content: dict[str, Any]) -> Row:
    facts = content["facts"]
    for key in ("rater_grades", "liver_mm"):
        facts[key] = tuple(facts[key])
    given = content["values"]
    values = {
        quantity: nan if given.get(quantity.name) is None else float(given[quantity.name])
        for quantity in QUANTITIES
    }
    return Row(content["name"], CaseFacts(**facts), values)
