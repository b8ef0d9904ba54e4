"""A grader's file."""

from pathlib import Path

import numpy as np
import pytest

from station.errors import StationError
from station.lab.grader.training import GRADED, scaled
from station.quality.parts import unpacked
from tests.quality.finished import rows_of, run_of


def test_a_grader_says_the_same_from_its_file(tmp_path: Path) -> None:
    path = run_of(tmp_path / "run") / "grader.safetensors"
    parts = unpacked(path, path.read_bytes())
    again = unpacked(path, parts.packed())
    assert parts.packed() == again.packed() == path.read_bytes()
    risen = parts.regression.ramps.of(scaled(GRADED, rows_of(5)))
    np.testing.assert_array_equal(parts.regression.above(risen), again.regression.above(risen))


def test_a_file_of_other_quantities_is_refused(tmp_path: Path) -> None:
    path = run_of(tmp_path / "run") / "grader.safetensors"
    content = path.read_bytes().replace(b"liver CoV at 7 mm", b"liver CoV at 9 mm")
    with pytest.raises(StationError, match="fitted to other quantities"):
        unpacked(path, content)
