"""Foreign cases: deterministic, kept on disk, true to what they say of themselves."""

import numpy as np
import pytest
from scipy import ndimage

from station.errors import StationError
from station.lab.foreign import cases as module
from station.lab.foreign.cases import (
    ForeignCase,
    foreign_case,
    foreign_path,
    load_foreign_case,
    make_foreign_cases,
    save_foreign_case,
)
from station.pet.volume import Unit
from station.quality.organs import CELL_MM, Tissue
from tests.lab.foreign.made import LIVER_MM, grid, made_up_case

CLEAN_SEED = 7
"""Nothing but the usual noise and blur, which leave grade 5"""


@pytest.fixture(scope="module")
def clean() -> ForeignCase:
    """One in which nothing is wrong."""
    return foreign_case(CLEAN_SEED)


# --- the truth ----------------------------------------------------------------------------------


def test_tissues_are_the_truth_on_its_own_grid():
    case = made_up_case(1)
    assert np.array_equal(case.tissues(grid()), case.organs)
    assert case.tissue_at(LIVER_MM) is Tissue.LIVER
    assert case.tissue_at((1000.0, 0.0, 0.0)) is Tissue.AIR


@pytest.mark.simulated
def test_a_case_is_the_same_from_its_seed(clean):
    again = foreign_case(CLEAN_SEED)
    assert again.facts == clean.facts
    assert np.array_equal(again.pet.voxels, clean.pet.voxels)
    assert np.array_equal(again.ct.voxels, clean.ct.voxels)
    assert np.array_equal(again.organs, clean.organs)


@pytest.mark.simulated
def test_the_liver_of_a_clean_scan_has_its_known_uptake_and_noise(clean):
    assert clean.facts.grade == 5
    assert clean.facts.causes == {}
    liver = clean.tissues(clean.pet.geometry) == Tissue.LIVER
    inner = ndimage.binary_erosion(liver, iterations=4)
    values = clean.pet.voxels[inner]
    assert values.mean() == pytest.approx(clean.facts.liver_suv, rel=0.06)
    # The uptake itself varies by 4 %, less after the scanner's blur.
    expected = np.hypot(clean.facts.liver_noise_percent, 3.0)
    assert 100 * values.std() / values.mean() == pytest.approx(expected, rel=0.15)


@pytest.mark.simulated
def test_the_pet_agrees_with_the_tissues(clean):
    tissues = clean.tissues(clean.pet.geometry)
    core = {
        tissue: clean.pet.voxels[ndimage.binary_erosion(tissues == tissue, iterations=2)].mean()
        for tissue in (Tissue.LUNGS, Tissue.LIVER, Tissue.MUSCLE, Tissue.BLADDER)
    }
    assert core[Tissue.LUNGS] < core[Tissue.LIVER] < core[Tissue.BLADDER]
    assert core[Tissue.MUSCLE] < core[Tissue.LIVER]
    assert clean.pet.unit is Unit.SUV_BW
    assert clean.ct.unit is Unit.HU


@pytest.mark.simulated
def test_the_livers_place_is_deep_in_the_liver(clean):
    assert clean.tissue_at(clean.liver_mm) is Tissue.LIVER
    for axis in range(3):
        for step in (-CELL_MM, CELL_MM):
            place = np.array(clean.liver_mm)
            place[axis] += step
            assert clean.tissue_at(place.tolist()) is Tissue.LIVER


# --- on disk ------------------------------------------------------------------------------------


def test_a_case_from_the_disk_is_the_case(tmp_path):
    case = made_up_case(11, grade=2)
    again = load_foreign_case(save_foreign_case(case, tmp_path))
    assert again.facts == case.facts
    assert np.array_equal(again.pet.voxels, case.pet.voxels)
    assert np.array_equal(again.ct.voxels, case.ct.voxels)
    assert again.pet.geometry.same_grid(case.pet.geometry)
    assert np.array_equal(again.organs, case.organs)


def test_only_missing_cases_are_made(tmp_path, monkeypatch):
    made: list[int] = []

    def case_of(seed: int) -> ForeignCase:
        made.append(seed)
        return made_up_case(seed)

    monkeypatch.setattr(module, "foreign_case", case_of)
    save_foreign_case(made_up_case(2), tmp_path)
    paths = make_foreign_cases([1, 2, 3], tmp_path)
    assert paths == [foreign_path(tmp_path, seed) for seed in (1, 2, 3)]
    assert made == [1, 3]
    assert all(path.exists() for path in paths)


def test_a_file_that_is_no_case_is_refused(tmp_path):
    path = tmp_path / "x.foreign.npz"
    path.write_bytes(b"no")
    with pytest.raises(StationError, match="cannot be read as a foreign case"):
        load_foreign_case(path)
