"""Training the grader: measured cases, a regression, and how good it is on scanners it never saw.

A training's folder holds `grader.safetensors`, `recipe.toml`, and `held_out.csv`: every case as it
is graded by the regression that was fitted to the other scanners' cases.
"""

import csv
import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from math import erf, inf, nan, sqrt
from pathlib import Path

import numpy as np

from station.errors import StationError
from station.lab.grader.discrimination import Sample, auc_of
from station.lab.grader.fitting import Penalties, fitted, namer_of, ramps_of
from station.lab.grader.rows import Row
from station.pet.image_quality import GRADES, LOWEST_GOOD
from station.progress import Report, silent
from station.quality.familiar import QUANTITIES as OF_KIND
from station.quality.familiar import familiar_of
from station.quality.measures.quantity import Quantity
from station.quality.parts import GRADED, HELD_OUT, RECIPE, WEIGHTS, Parts
from station.quality.regression import Floats
from station.toml_table import number, read_settings, setting, toml_lines, whole
from station.whole_file import whole_file, writing

FEWEST = 40
"""Cases, and scanners two"""


@dataclass(frozen=True)
class Recipe:
    """Which cases, and how the regression is fitted to them."""

    patients: int = setting(1000, whole("patients = 1000", 1, 100_000))
    first_patient: int = setting(1, whole("first_patient = 1", 0, 4_000_000))
    """Seed of the first; the others follow"""
    rater_sd: float = setting(0.4, number("rater_sd = 0.4", 0, 2))
    """The regression learns how likely raters with this error (in grades) settle on each grade,
    which only a simulator knows; 0: the written rule's grade"""
    squares: float = setting(1.0, number("squares = 1.0", 0))
    """Penalty on the squares of the weights,"""
    sizes: float = setting(0.1, number("sizes = 0.1", 0))
    """and on their sum"""
    softness: float = setting(2.0, number("softness = 2.0", 0, above=True))
    """Log odds: damages of subjects that differ by less add up; 100 and more: all add up"""

    @property
    def seeds(self) -> range:
        return range(self.first_patient, self.first_patient + self.patients)

    @property
    def worst_counts(self) -> float:
        return inf if self.softness >= ALL_ADD_UP else self.softness

    def as_toml(self) -> str:
        return toml_lines(asdict(self))


ALL_ADD_UP = 100.0
MOST_SCANNERS = 8


def load_recipe(path: Path) -> Recipe:
    """The recipe in a TOML file. Raises StationError with all that is wrong, a line each."""
    return read_settings(path, Recipe, "a training recipe", "a recipe")


@dataclass(frozen=True)
class TrainedGrader:
    """The result of a training."""

    folder: Path
    cases: int
    scanners: int
    auc: float
    """Of Poor and Good, on scanners that were left out; NaN where all are one"""


def settled_above(quality: float, rater_sd: float) -> Floats:
    """Probability that two raters and, if they differ, a third decide on a grade above 1, 2, 3, 4.

    Each sees the quality with an error of this standard deviation, and the third chooses between
    the two: the result is the middle of three. 0: the grade itself.
    """
    above: list[float] = []
    for grade in GRADES[:-1]:
        away = quality - grade - 0.5
        if rater_sd == 0:
            above.append(float(away > 0))
            continue
        below = 0.5 * (1 + erf(away / rater_sd / sqrt(2)))
        above.append(below * below * (3 - 2 * below))
    return np.array(above)


def without_ct(rows: Sequence[Row]) -> list[Row]:
    """The rows as a scan without a CT has them."""
    return [
        replace(
            row,
            values={
                quantity: nan if quantity.from_ct else value
                for quantity, value in row.values.items()
            },
        )
        for row in rows
    ]


def scaled(quantities: Sequence[Quantity], rows: Sequence[Row]) -> Floats:
    """(rows, quantities)"""
    return np.array([[q.scaled(row.values[q]) for q in quantities] for row in rows])


def parts_of(rows: Sequence[Row], recipe: Recipe) -> Parts:
    """Fitted to these rows, each with its CT and without."""
    every = [*rows, *without_ct(rows)]
    values = scaled(GRADED, every)
    above = np.array([settled_above(row.facts.quality, recipe.rater_sd) for row in every])
    penalties = Penalties(recipe.squares, recipe.sizes)
    ramps = ramps_of(GRADED, values, above[:, LOWEST_GOOD - 2])
    regression = fitted(
        GRADED, values, above, penalties=penalties, softness=recipe.worst_counts, ramps=ramps
    )
    namer = namer_of(GRADED, values, [row.facts.spoiled for row in every], ramps, penalties)
    return Parts(regression, namer, familiar_of(scaled(OF_KIND, rows)))


def families_of(names: Sequence[str]) -> list[str]:
    """What is left out together: a scanner, or, where nearly every case has its own, those of the
    same kind of timing and reconstruction (the words of their names, without the numbers)."""
    if len(set(names)) <= MOST_SCANNERS:
        return list(names)
    return [", ".join(re.findall(r"[^\W\d_]{3,}", name)) for name in names]


def train_regression(
    rows: Sequence[Row], recipe: Recipe, folder: Path, report: Report = silent
) -> TrainedGrader:
    """Fit the grader, and grade every scanner's cases by what the other scanners' teach.

    Raises StationError where there are too few cases or one scanner only, or a file cannot be
    written; Cancelled.
    """
    families = families_of([row.facts.clinic for row in rows])
    scanners = sorted(set(families))
    if len(rows) < FEWEST or len(scanners) < 2:
        raise StationError(
            f"{len(rows)} cases of {len(scanners)} scanners are too few: a grader needs {FEWEST} "
            "cases, and two scanners. Take more patients."
        )
    held: list[dict[str, object]] = []
    for place, scanner in enumerate(scanners):
        report(place / (len(scanners) + 1), f"Leaving out {scanner}")
        learned, left = (
            [row for row, own in zip(rows, families, strict=True) if (own == scanner) is out]
            for out in (False, True)
        )
        if len({row.facts.label >= LOWEST_GOOD for row in learned}) < 2:
            raise StationError(
                f"Without {scanner} all cases are Good, or all are Poor. Take more patients."
            )
        held += _graded(parts_of(learned, recipe), left, scanner)
    report(len(scanners) / (len(scanners) + 1), "Fitting to all scanners")
    parts = parts_of(rows, recipe)
    with writing(folder):
        folder.mkdir(parents=True, exist_ok=True)
        with whole_file(folder / WEIGHTS) as part:
            part.write_bytes(parts.packed())
        with whole_file(folder / HELD_OUT) as part, part.open("w", newline="") as file:
            writer = csv.DictWriter(file, fieldnames=list(held[0]))
            writer.writeheader()
            writer.writerows(held)
        (folder / RECIPE).write_text(recipe.as_toml(), encoding="utf-8")
    report(1.0, "Trained")
    with_ct = [row for row in held if row["with_ct"]]
    return TrainedGrader(folder, len(rows), len(scanners), _auc(with_ct))


def _graded(parts: Parts, rows: Sequence[Row], scanner: str) -> list[dict[str, object]]:
    """What a grader says of rows, with their CT and without."""
    away = parts.familiar.distance(scaled(OF_KIND, rows))
    lines: list[dict[str, object]] = []
    for with_ct, given in ((True, rows), (False, without_ct(rows))):
        risen = parts.regression.ramps.of(scaled(GRADED, given))
        above, causes = parts.regression.above(risen), parts.namer.probabilities(risen)
        for place, row in enumerate(given):
            lines.append(
                {
                    "name": row.name,
                    "scanner": scanner,
                    "with_ct": int(with_ct),
                    "label": row.facts.label,
                    "quality": row.facts.quality,
                    "distance": away[place],
                    **{f"above_{k + 1}": above[place, k] for k in range(above.shape[1])},
                    **_causes(parts.namer.causes, causes[place]),
                }
            )
    return lines


def _causes(names: Sequence[str], shares: Floats) -> Mapping[str, float]:
    return {f"cause {name}": float(share) for name, share in zip(names, shares, strict=True)}


def _auc(held: Sequence[Mapping[str, object]]) -> float:
    """Area under the curve of Good, by the log odds of a grade above 2."""
    good = np.array([int(str(row["label"])) >= LOWEST_GOOD for row in held])
    score = np.array([float(str(row["above_2"])) for row in held])
    return auc_of(Sample(tuple(str(row["name"]) for row in held), good, score))
