import numpy as np

from station.app.pacs.preview import SIDE_PX, grey


def test_pet_is_inverse_with_nothing_as_white():
    values = np.zeros((20, 30), np.float32)
    values[5:8, 5:8] = 1000.0
    picture = grey(values, "PT")
    assert picture.shape == (20, 30)
    assert picture[0, 0] == 255
    assert picture[6, 6] == 0


def test_ct_is_dark_where_it_is_air():
    values = np.full((20, 20), -1000.0, np.float32)
    values[5:15, 5:15] = 40.0
    picture = grey(values, "CT")
    assert (picture[0, 0], picture[10, 10]) == (0, 255)


def test_a_slice_of_one_value_and_one_without_any_are_pictures_too():
    assert (grey(np.full((4, 4), 7.0, np.float32), "CT") == 0).all()
    assert (grey(np.full((4, 4), np.nan, np.float32), "PT") == 0).all()


def test_a_large_slice_is_made_coarser():
    assert max(grey(np.zeros((1024, 600), np.float32), "CT").shape) <= SIDE_PX
