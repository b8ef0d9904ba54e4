"""Measured cases in a file."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from station.errors import StationError
from station.lab.grader import rows as module
from station.lab.grader.rows import BLURRED, blurred, make_rows, read_rows
from station.quality.cases import Case, save_case
from station.quality.measures.noise import LIVER_COV
from tests.quality.images import facts
from tests.quality.measures.made import Made


def case(seed: int, grade: int) -> Case:
    made = Made(noise=0.1, blur_mm=6.0, seed=seed)
    scene = made.scene()
    return Case(
        replace(facts(seed, grade), quality=float(grade)),
        scene.pet.voxels.astype(np.float16),
        made.grid,
        (0.0, 0.0),
        None,
        scene.organs,
    )


@pytest.mark.simulated
def test_cases_are_measured_once_and_good_ones_blurred_as_well(tmp_path: Path) -> None:
    paths = [save_case(case(1, 3), tmp_path), save_case(case(2, 5), tmp_path)]
    first = make_rows(paths, tmp_path / "rows.jsonl")
    assert [row.name for row in first] == ["1", "2", f"2 {BLURRED}"]
    plain, smooth = first[1:]
    assert smooth.values[LIVER_COV] < plain.values[LIVER_COV]
    assert smooth.facts.quality < plain.facts.quality
    for path in paths:
        path.unlink()
    again = make_rows(paths, tmp_path / "rows.jsonl")
    assert [row.name for row in again] == [row.name for row in first]
    assert again[0].facts == first[0].facts
    assert again[0].values[LIVER_COV] == pytest.approx(first[0].values[LIVER_COV], abs=1e-5)


def test_a_wider_filter_leaves_a_lower_grade() -> None:
    grades = [blurred(facts(1, 5), width).label for width in (3.0, 10.0, 15.0, 22.0, 33.0)]
    assert grades == [5, 4, 3, 2, 1]


def test_a_case_without_organs_is_refused(tmp_path: Path) -> None:
    path = save_case(replace(case(3, 4), organs=None), tmp_path)
    with pytest.raises(StationError, match="does not hold the organs"):
        module.rows_of(path, None)


def test_a_file_that_holds_no_rows_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text("nothing\n")
    with pytest.raises(StationError, match="cannot be read as measured cases"):
        read_rows(path)
