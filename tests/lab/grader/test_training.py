"""Training the grader on measured cases."""

import csv
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from station.errors import StationError
from station.installed import resource
from station.lab.grader.training import (
    Recipe,
    families_of,
    load_recipe,
    settled_above,
    train_regression,
    without_ct,
)
from tests.quality.finished import RECIPE, SCANNERS, rows_of


def test_what_raters_settle_on_is_the_middle_of_three() -> None:
    rng = np.random.default_rng(1)
    seen = np.sort(2.7 + rng.normal(0, 0.4, (200_000, 3)), axis=1)[:, 1]
    drawn = [(np.rint(seen) > grade).mean() for grade in (1, 2, 3, 4)]
    np.testing.assert_allclose(settled_above(2.7, 0.4), drawn, atol=0.004)
    np.testing.assert_array_equal(settled_above(2.7, 0.0), [1, 1, 0, 0])


def test_every_case_is_graded_by_what_the_other_scanners_teach(tmp_path: Path) -> None:
    rows = rows_of(60)
    done = train_regression(rows, RECIPE, tmp_path / "out")
    assert (done.cases, done.scanners) == (60, 3)
    assert done.auc > 0.95
    with (tmp_path / "out" / "held_out.csv").open(encoding="utf-8") as file:
        held = list(csv.DictReader(file))
    assert len(held) == 2 * 60
    assert {row["scanner"] for row in held} == set(SCANNERS)
    assert {row["with_ct"] for row in held} == {"0", "1"}
    for row in held:
        above = [float(row[f"above_{grade}"]) for grade in (1, 2, 3, 4)]
        assert above == sorted(above, reverse=True)


def test_a_scan_without_a_ct_lacks_what_is_measured_with_it() -> None:
    for before, after in zip(rows_of(3), without_ct(rows_of(3)), strict=True):
        for quantity, value in after.values.items():
            assert np.isnan(value) if quantity.from_ct else value == before.values[quantity]


def test_scanners_that_are_all_different_are_left_out_by_their_kind() -> None:
    names = [f"TOF {n} ps, OSEM 2i{n}s, 2.{n} × 3.00 mm" for n in range(6)]
    names += [f"FBP, 4.{n} × 3.00 mm" for n in range(6)]
    assert set(families_of(names)) == {"TOF, OSEM", "FBP"}
    assert families_of(["a", "b", "a"]) == ["a", "b", "a"]


def test_one_scanner_or_few_cases_are_refused(tmp_path: Path) -> None:
    rows = rows_of(60)
    with pytest.raises(StationError, match="too few"):
        train_regression(rows[:20], RECIPE, tmp_path)
    alone = [replace(row, facts=replace(row.facts, clinic="one")) for row in rows]
    with pytest.raises(StationError, match="1 scanners are too few"):
        train_regression(alone, RECIPE, tmp_path)


def test_the_shipped_recipe_is_readable() -> None:
    assert load_recipe(resource("models", "grader", "ordinal.toml")).patients >= 100


def test_a_recipe_comes_back_from_its_text(tmp_path: Path) -> None:
    path = tmp_path / "recipe.toml"
    path.write_text(Recipe(patients=7, softness=3.0).as_toml())
    assert load_recipe(path) == Recipe(patients=7, softness=3.0)
