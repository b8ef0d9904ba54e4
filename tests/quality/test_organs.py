import numpy as np

from station.quality.organs import CELL_MM, Organs, Tissue, Turned
from station.quality.working_grid import grid_at


def test_a_mask_is_of_all_the_tissues_and_a_volume_of_one() -> None:
    cells = np.zeros((4, 4, 4), np.uint8)
    cells[:2], cells[2] = Tissue.LIVER, Tissue.HEART
    grid = grid_at(np.zeros(3), (4, 4, 4), CELL_MM)
    organs = Organs(grid, cells, {}, Turned(0, 0), from_ct=False)
    assert organs.mask(Tissue.LIVER, Tissue.HEART).sum() == 48
    assert organs.volume_ml(Tissue.LIVER) == 32 * 0.512
    assert organs.volume_ml(Tissue.BRAIN) == 0
