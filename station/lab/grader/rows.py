"""The quantities of graded cases, a line of JSON each: what the grader's regression is fitted to.

A case is measured as it is, and the good ones twice more. Blurred: the virtual scanners' own
filters differ by a few millimetres, but a reader is also shown images that are far too smooth. And
moved, at any height and by any distance, with the noise as it was: patients who moved are rare
among cases with everything else that can go wrong.
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from functools import partial
from math import cos, exp, isfinite, nan, pi, sin, sqrt
from pathlib import Path
from typing import Any

import numpy as np
from scipy import ndimage as untyped_ndimage

from station.errors import StationError
from station.lab.runs import in_processes
from station.pet.filters import FWHM_PER_SIGMA, gaussian
from station.pet.volume import Volume
from station.progress import Report, silent
from station.quality.cases import CaseFacts, load_case
from station.quality.measures.every import QUANTITIES, measured
from station.quality.measures.noise import GRAIN_ACROSS, GRAIN_ALONG, LIVER_COV
from station.quality.measures.quantity import Quantity
from station.quality.measures.scene import Scene
from station.quality.organs import Organs
from station.quality.working_grid import View, view_of
from station.simulate.degrade import Cause
from station.simulate.grading import (
    BEST,
    OTHERS_WEIGH,
    RULE,
    WORST,
    Thresholds,
    grade_of,
    quality_of,
)

ndimage: Any = untyped_ndimage  # its own types are incomplete

Find = Callable[[View], Organs]
"""The organs of a PET and its CT"""


def found_organs(view: View) -> Organs:
    """As the shipped finder finds them. Raises StationError if there is no finder."""
    from station.quality.finder.look import shipped_finder

    return shipped_finder().find(view)


BLURRED, MOVED = "blurred", "moved"
BLUR_RULE: Thresholds = (8.0, 13.0, 19.0, 28.0)
"""FWHM in mm of a further filter from which the grade is at most 4, 3, 2, 1. Chosen here: a node of
10 mm keeps less than a third of its contrast at 13 mm, the kidney's cortex is lost at 19, and the
outlines of the organs at 28"""
BLUR_MM = (5.0, 30.0)
MOVED_MM = (4.0, 60.0)
MOVED_SHARE = (0.35, 0.5)
"""Of the time that the patient is at the second place"""
MOVED_PART = (0.2, 0.8)
"""Of the scan's slices: above or below this height the patient moves"""
LEAST_QUALITY = 3.8
"""Of a case that is measured blurred and moved: what else is wrong in it does not decide, for a
filter hides noise"""


@dataclass(frozen=True, eq=False)
class Row:
    """One image that was measured."""

    name: str
    """Seed and version, once among the rows"""
    facts: CaseFacts
    values: Mapping[Quantity, float]


def also_measured(facts: CaseFacts) -> bool:
    """Whether a case is measured blurred and moved as well."""
    return facts.quality >= LEAST_QUALITY


def blurred(facts: CaseFacts, pet: Volume) -> tuple[CaseFacts, Volume]:
    """A case after a further filter, graded by the written rule."""
    fwhm_mm = float(np.random.default_rng([facts.seed, 0xB105]).uniform(*BLUR_MM))
    return spoiled(facts, BLURRED, fwhm_mm, BLUR_RULE), gaussian(pet, fwhm_mm)


def moved(
    facts: CaseFacts, pet: Volume, values: Mapping[Quantity, float]
) -> tuple[CaseFacts, Volume] | None:
    """A case whose patient moved within slices, graded by the written rule; None where `values`,
    measured in it, do not say how noisy it is.

    The mean of two images has less noise than one image of the whole time: as much as is lacking
    is added, in the texture that was measured.
    """
    noise, across_mm, along_mm = (values[q] for q in (LIVER_COV, GRAIN_ACROSS, GRAIN_ALONG))
    if not np.isfinite([noise, across_mm, along_mm]).all():
        return None
    rng = np.random.default_rng([facts.seed, 0x30E])
    distance_mm = exp(rng.uniform(*np.log(MOVED_MM)))
    way = rng.uniform(0, 2 * pi)
    share = rng.uniform(*MOVED_SHARE)
    steps = pet.geometry.spacing_mm
    shift = [0.0, distance_mm * sin(way) / steps[1], distance_mm * cos(way) / steps[2]]
    voxels = np.asarray(pet.voxels, np.float32)
    there = ndimage.shift(voxels, shift, order=1)
    grain = [
        width / FWHM_PER_SIGMA / step
        for width, step in zip((along_mm, across_mm, across_mm), steps, strict=True)
    ]
    noise_field = ndimage.gaussian_filter(rng.standard_normal(voxels.shape, np.float32), grain)
    noise_field /= noise_field.std()
    both = (1 - share) * voxels + share * there
    lacking = sqrt(1 - share**2 - (1 - share) ** 2)
    usual = float(np.median(voxels[voxels > voxels.mean()]))
    smooth = np.maximum(ndimage.gaussian_filter(both, 2.0), 0)
    both += lacking * noise / 100 * np.sqrt(smooth * usual) * noise_field
    height = round(rng.uniform(*MOVED_PART) * len(voxels))
    part = slice(height, None) if rng.random() < 0.5 else slice(0, height)
    seen = voxels.copy()
    seen[part] = both[part]
    cause = str(Cause.MOVED)
    return spoiled(facts, cause, distance_mm, RULE[Cause.MOVED]), replace(pet, voxels=seen)


def spoiled(facts: CaseFacts, cause: str, severity: float, rule: Thresholds) -> CaseFacts:
    """The facts of a case in which this went wrong as well, graded by the written rule."""
    qualities = {**facts.spoiled, cause: quality_of(severity, rule)}
    lowest, *others = sorted(qualities.values())
    quality = max(lowest - OTHERS_WEIGH * sum(BEST - other for other in others), WORST)
    grade = grade_of(quality)
    return replace(
        facts,
        spoiled=qualities,
        quality=quality,
        true_grade=grade,
        label=grade,
        rater_grades=(grade, grade),
        severities={**facts.severities, cause: severity},
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

    name = str(case.facts.seed)
    rows = [row(name, case.facts, image)]
    if also_measured(case.facts):
        rows.append(row(f"{name} {BLURRED}", *blurred(case.facts, image)))
        if (copy := moved(case.facts, image, rows[0].values)) is not None:
            rows.append(row(f"{name} {MOVED}", *copy))
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
