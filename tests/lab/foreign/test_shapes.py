"""Shapes whose sizes are known from geometry."""

import numpy as np
import pytest

from station.lab.foreign.shapes import Axes, blob, curve, smooth_field, tube, turned

STEP_MM = 2.0


@pytest.fixture(scope="module")
def axes() -> Axes:
    side = np.arange(-60, 60.1, STEP_MM, dtype=np.float32)
    return Axes(side, side, side)


def volume_mm3(mask) -> float:
    return float(mask.sum()) * STEP_MM**3


def test_a_straight_tube_has_the_volume_of_a_cylinder_with_two_half_balls(axes):
    shape = tube(axes, [(0, 0, -30), (0, 0, 30)], 15.0)
    known = np.pi * 15**2 * 60 + 4 / 3 * np.pi * 15**3
    assert volume_mm3(shape.inside()) == pytest.approx(known, rel=0.03)


def test_a_blob_that_is_not_rough_is_an_ellipsoid(axes):
    shape = blob(axes, (5, 0, -5), (30, 20, 12), np.random.default_rng(1), rough=0.0)
    known = 4 / 3 * np.pi * 30 * 20 * 12
    assert volume_mm3(shape.inside()) == pytest.approx(known, rel=0.03)


def test_a_rough_blob_is_another_for_another_stream_of_numbers(axes):
    first, second = (
        blob(axes, (0, 0, 0), (30, 30, 30), np.random.default_rng(seed), rough=0.15).inside()
        for seed in (1, 2)
    )
    assert (first != second).mean() > 0.01


def test_a_shape_beyond_the_grid_is_empty(axes):
    shape = blob(axes, (500, 0, 0), (20, 20, 20), np.random.default_rng(1))
    assert shape.inside().sum() == 0


def test_a_curve_goes_through_its_ends():
    points = curve([(0, 0, 0), (10, 5, 0), (10, 5, 0), (20, 0, 7)], 9)
    assert points[0] == pytest.approx([0, 0, 0])
    assert points[-1] == pytest.approx([20, 0, 7])


def test_a_quarter_turn_about_z_takes_x_to_y():
    assert turned(z_deg=90) @ [1, 0, 0] == pytest.approx([0, 1, 0])


def test_a_smooth_field_has_its_width(axes):
    field = smooth_field(axes, 20.0, np.random.default_rng(3))
    assert field.shape == axes.shape
    near = np.corrcoef(field[:, :, :-1].ravel(), field[:, :, 1:].ravel())[0, 1]
    far = np.corrcoef(field[:, :, :-25].ravel(), field[:, :, 25:].ravel())[0, 1]
    assert near > 0.9
    assert abs(far) < 0.35
