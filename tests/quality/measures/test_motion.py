"""A patient who is seen twice."""

import numpy as np
import pytest

from station.quality.measures.motion import TWICE, TWICE_SOMEWHERE, motion_of
from tests.quality.measures.made import Made, ndimage


@pytest.mark.parametrize(("shift_mm", "shell", "by"), [(20, 1, 1.2), (36, 3, 1.5)])
def test_two_positions_are_seen_at_their_distance(shift_mm: int, shell: int, by: float) -> None:
    made = Made(spacing_mm=(4.0, 4.0, 4.0), blur_mm=6.0, noise=0.1)
    # A body has organs of every size; a cylinder is like itself however it is shifted.
    texture = np.random.default_rng(4).standard_normal(made.grid.shape)
    texture = ndimage.gaussian_filter(texture, 3.0)
    once = (made.voxels() * np.exp(texture / texture.std() * 0.5)).astype(np.float32)
    twice = ((once + np.roll(once, shift_mm // 4, axis=2)) / 2).astype(np.float32)
    first, second = (motion_of(made.scene(voxels)) for voxels in (once, twice))
    assert second[TWICE[shell]] > by * first[TWICE[shell]]
    assert second[TWICE_SOMEWHERE[shell]] > (1 + by) / 2 * first[TWICE_SOMEWHERE[shell]]
