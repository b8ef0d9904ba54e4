"""The detector's blur: a Gaussian of the width asked for, its own adjoint."""

import numpy as np
import pytest
from numpy.random import default_rng
from numpy.typing import NDArray

from station.simulate.blur import blurred


def point() -> NDArray[np.float32]:
    image = np.zeros((31, 33, 35), dtype=np.float32)
    image[15, 16, 17] = 1.0
    return image


def test_activity_is_kept() -> None:
    assert blurred(point(), (2.0, 3.0, 4.0)).sum() == pytest.approx(1.0, abs=1e-5)


@pytest.mark.parametrize("axis", [0, 1, 2])
def test_the_width_is_the_one_asked_for(axis: int) -> None:
    fwhm = [2.0, 2.0, 2.0]
    fwhm[axis] = 6.0
    line = blurred(point(), (fwhm[0], fwhm[1], fwhm[2])).sum(
        axis=tuple({0, 1, 2} - {axis}), dtype=np.float64
    )
    place = np.arange(len(line))
    mean = (line * place).sum()
    variance = (line * (place - mean) ** 2).sum()
    # A voxel's own width adds a twelfth; tails beyond three sigma are cut.
    assert np.sqrt(variance) * 2.3548 == pytest.approx(6.0, rel=0.03)


def test_blur_is_its_own_adjoint() -> None:
    rng = default_rng(3)
    a, b = rng.random((2, 20, 21, 22), dtype=np.float32)
    left = np.vdot(blurred(a, (2.5, 2.0, 3.0)).astype(float), b)
    assert left == pytest.approx(np.vdot(a.astype(float), blurred(b, (2.5, 2.0, 3.0))), rel=1e-5)


def test_no_width_changes_nothing() -> None:
    image = default_rng(4).random((5, 6, 7), dtype=np.float32)
    np.testing.assert_array_equal(blurred(image, (0.0, 0.0, 0.0)), image)
