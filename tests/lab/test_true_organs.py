"""The organs that a finder is to find, against the bodies that were painted."""

import numpy as np
import pytest

from station.lab.true_organs import true_organs
from station.pet.volume import Geometry
from station.quality.organs import CELL_MM, Tissue
from station.simulate.anatomy import draw_patient
from station.simulate.phantom import LesionKind
from station.simulate.scanner import supine_geometry

CELL_ML = CELL_MM**3 / 1000
GRID = supine_geometry(72, CELL_MM, 126, CELL_MM, -1000.0)


def centre_mm(cells: np.ndarray, tissue: Tissue) -> np.ndarray:
    return GRID.to_patient(np.argwhere(cells == tissue)).mean(axis=0)


@pytest.fixture(scope="module")
def cells() -> np.ndarray:
    return true_organs(draw_patient(1), GRID)


def test_organs_have_the_volumes_of_a_person(cells: np.ndarray) -> None:
    volume = {tissue: float((cells == tissue).sum()) * CELL_ML for tissue in Tissue}
    assert 900 < volume[Tissue.LIVER] < 2600
    assert 1500 < volume[Tissue.LUNGS] < 6000
    assert 80 < volume[Tissue.SPLEEN] < 700
    assert 180 < volume[Tissue.KIDNEYS] < 700
    assert 900 < volume[Tissue.BRAIN] < 1700
    assert 200 < volume[Tissue.HEART] < 1000


def test_organs_are_where_they_are_in_a_person(cells: np.ndarray) -> None:
    liver, spleen, heart, brain, bladder = (
        centre_mm(cells, tissue)
        for tissue in (Tissue.LIVER, Tissue.SPLEEN, Tissue.HEART, Tissue.BRAIN, Tissue.BLADDER)
    )
    assert liver[0] < 0 < spleen[0]  # LPS: the patient's left is positive
    assert brain[2] > heart[2] > liver[2] > bladder[2]


def test_arms_are_next_to_the_head_or_next_to_the_trunk() -> None:
    up, down = (true_organs(draw_patient(2, arms_down=lowered), GRID) for lowered in (False, True))
    head_mm = centre_mm(up, Tissue.LIVER)[2] + 300
    assert centre_mm(up, Tissue.ARMS)[2] > head_mm
    assert centre_mm(down, Tissue.ARMS)[2] < head_mm
    for cells in (up, down):
        x = GRID.to_patient(np.argwhere(cells == Tissue.ARMS))[:, 0]
        assert 0.8 < (x > 0).sum() / (x < 0).sum() < 1.25


def test_hot_lesions_are_marked_and_cold_ones_are_what_they_lie_in() -> None:
    body = draw_patient(4, lesion_count=(20, 20))
    kinds = {lesion.kind for lesion in body.lesions}
    assert {LesionKind.COLD, LesionKind.HOT} <= kinds
    fine = supine_geometry(136, 4.0, 250, 4.0, -1000.0)
    cells = true_organs(body, fine)
    for lesion in body.lesions:
        place = fine.voxel_at(lesion.centre_mm)
        assert place is not None
        if lesion.kind is LesionKind.COLD:
            assert cells[place] != Tissue.LESION
        elif len(lesion.shapes) == 1:
            assert cells[place] == Tissue.LESION


def test_the_couch_is_air(cells: np.ndarray) -> None:
    lowest_cell = GRID.to_patient(np.argwhere(cells != Tissue.AIR))[:, 1].max()
    body = draw_patient(1)
    couch = next(organ for organ in body.organs if organ.name == "couch")
    assert lowest_cell < couch.shapes[0].centre_mm[1]


def test_a_grid_that_is_upside_down_shows_the_same_body(cells: np.ndarray) -> None:
    affine = GRID.affine.copy()
    affine[:3, 3] = GRID.to_patient((GRID.shape[0] - 1, 0, 0))
    affine[:3, 0] *= -1
    turned = true_organs(draw_patient(1), Geometry(GRID.shape, affine))
    np.testing.assert_array_equal(turned[::-1], cells)
