from io import BytesIO

import numpy as np
from matplotlib.image import imread

from station.lab.finder.picture import OUTLINED, Pictured, draw_found
from station.pet.voi import Sphere
from station.quality.landmarks import Landmarks, Liver
from station.quality.organs import Organs, Tissue, Turned
from station.quality.working_grid import View, grid_at


def patient(*, with_liver: bool) -> Landmarks:
    grid = grid_at(np.zeros(3), (60, 40, 50), 4.0)
    uptake = np.zeros(grid.shape, np.float32)
    uptake[5:55, 5:35, 5:45] = 1
    cells = np.zeros((30, 20, 25), np.uint8)
    cells[3:27, 3:17, 3:22] = Tissue.BODY
    cells[10:20, 5:15, 4:12] = Tissue.LIVER
    organs = Organs(grid_at(np.full(3, 2.0), (30, 20, 25), 8.0), cells, {}, Turned(0, 0), False)
    none = np.zeros(grid.shape, np.bool_)
    sphere = Sphere((60.0, 80.0, 120.0), 3.0)
    liver = Liver(none, sphere, 400.0, 20.0, 1.0) if with_liver else None
    return Landmarks(View(grid, uptake, None, None), organs, None, None, liver, None, None, none)


def coloured(picture: bytes) -> int:
    """Pixels in the liver's colour."""
    wanted = [int(OUTLINED[Tissue.LIVER][at : at + 2], 16) / 255 for at in (1, 3, 5)]
    pixels = imread(BytesIO(picture))[..., :3]
    return int((np.abs(pixels - wanted).max(axis=-1) < 0.06).sum())


def test_the_liver_is_outlined_in_its_colour() -> None:
    with_liver = draw_found([Pictured("One", patient(with_liver=True))])
    assert coloured(with_liver) > 300


def test_images_of_which_nothing_was_found_are_drawn_too() -> None:
    picture = draw_found([Pictured(str(n), patient(with_liver=False)) for n in range(3)])
    assert picture.startswith(b"\x89PNG")
