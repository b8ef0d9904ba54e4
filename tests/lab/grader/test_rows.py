"""Measured cases in a file."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from station.errors import StationError
from station.lab.grader import rows as module
from station.lab.grader.rows import (
    BLUR_RULE,
    BLURRED,
    MOVED,
    MOVED_MM,
    make_rows,
    moved,
    read_rows,
    spoiled,
)
from station.quality.cases import Case, save_case
from station.quality.measures.noise import LIVER_COV, QUANTITIES, noise_of
from station.simulate.degrade import Cause
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


def test_cases_are_measured_once_and_good_ones_blurred_and_moved_as_well(tmp_path: Path) -> None:
    paths = [save_case(case(1, 3), tmp_path), save_case(case(2, 5), tmp_path)]
    first = make_rows(paths, tmp_path / "rows.jsonl")
    assert [row.name for row in first] == ["1", "2", f"2 {BLURRED}", f"2 {MOVED}"]
    plain, smooth, twice = first[1:]
    assert smooth.values[LIVER_COV] < plain.values[LIVER_COV]
    assert smooth.facts.quality < plain.facts.quality
    assert twice.facts.quality < plain.facts.quality
    assert twice.values[LIVER_COV] == pytest.approx(plain.values[LIVER_COV], rel=0.25)
    for path in paths:
        path.unlink()
    again = make_rows(paths, tmp_path / "rows.jsonl")
    assert [row.name for row in again] == [row.name for row in first]
    assert again[0].facts == first[0].facts
    assert again[0].values[LIVER_COV] == pytest.approx(first[0].values[LIVER_COV], abs=1e-5)


def test_a_wider_filter_leaves_a_lower_grade() -> None:
    grades = [
        spoiled(facts(1, 5), BLURRED, width, BLUR_RULE).label
        for width in (3.0, 10.0, 15.0, 22.0, 33.0)
    ]
    assert grades == [5, 4, 3, 2, 1]


def test_who_moved_is_seen_twice_in_a_part_of_the_scan_and_as_noisy_as_before() -> None:
    made = Made(noise=0.1, blur_mm=6.0, seed=4)
    scene = made.scene()
    values = noise_of(scene)
    result = moved(facts(4, 5), scene.pet, values)
    assert result is not None
    after, pet = result
    there = np.abs(pet.voxels - scene.pet.voxels).max(axis=(1, 2)) > 0
    changes = np.flatnonzero(np.diff(there.astype(int)))
    assert len(changes) == 1  # above or below one height
    assert after.spoiled[str(Cause.MOVED)] < 5.5
    assert MOVED_MM[0] <= after.severities[str(Cause.MOVED)] <= MOVED_MM[1]


def test_a_case_of_unknown_noise_is_not_moved() -> None:
    scene = Made(noise=0.1, seed=4).scene()
    unknown = dict.fromkeys(QUANTITIES, float("nan"))
    assert moved(facts(4, 5), scene.pet, unknown) is None


def test_a_case_without_organs_is_refused(tmp_path: Path) -> None:
    path = save_case(replace(case(3, 4), organs=None), tmp_path)
    with pytest.raises(StationError, match="does not hold the organs"):
        module.rows_of(path, None)


def test_a_file_that_holds_no_rows_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text("nothing\n")
    with pytest.raises(StationError, match="cannot be read as measured cases"):
        read_rows(path)
