"""Graded cases in files."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from station.errors import StationError
from station.quality.cases import (
    case_path,
    cases_in,
    cropped_case,
    load_case,
    load_facts,
    save_case,
)
from tests.quality.images import body, case, facts


def test_a_case_comes_back_from_its_file_as_it_was(tmp_path: Path) -> None:
    kept = case(7, 2)
    path = save_case(kept, tmp_path)
    again = load_case(path)
    assert path == case_path(tmp_path, 7)
    assert again.facts == kept.facts == load_facts(path)
    np.testing.assert_array_equal(again.voxels, kept.voxels)
    assert again.geometry.same_grid(kept.geometry)


def test_cropping_leaves_every_uptake_where_it_was_and_every_slice() -> None:
    whole = body(seed=1, noise=0.0)
    cut = cropped_case(facts(1, 5), whole)
    assert cut.voxels.shape[0] == whole.voxels.shape[0]
    assert cut.voxels.size < 0.5 * whole.voxels.size
    assert float(cut.image.voxels.sum(dtype=float)) == pytest.approx(
        float(whole.voxels.sum(dtype=float)), rel=1e-4
    )
    hottest = np.argwhere(whole.voxels == whole.voxels.max())[0]
    place = whole.geometry.to_patient(hottest)
    there = cut.geometry.voxel_at(place)
    assert there is not None
    assert cut.voxels[there] == pytest.approx(whole.voxels.max(), rel=1e-3)


def test_a_file_that_is_no_case_is_told_by_name(tmp_path: Path) -> None:
    path = tmp_path / "0000001.case"
    path.write_bytes(b"nothing of the kind")
    with pytest.raises(StationError, match="cannot be read as a graded case"):
        load_case(path)
    with pytest.raises(StationError, match="no graded cases"):
        cases_in(tmp_path / "elsewhere")


def test_an_empty_image_is_no_case() -> None:
    image = body()
    with pytest.raises(StationError, match="empty"):
        cropped_case(facts(3, 1), replace(image, voxels=np.zeros_like(image.voxels)))
