"""A patient who is seen twice."""

import numpy as np
import pytest

from station.quality.measures.motion import TWICE, TWICE_SOMEWHERE, motion_of
from tests.quality.measures.made import Made


@pytest.mark.parametrize(("shift_mm", "shell"), [(20, 1), (36, 3)])
def test_two_positions_are_seen_at_their_distance(shift_mm: int, shell: int) -> None:
    made = Made(spacing_mm=(4.0, 4.0, 4.0), blur_mm=6.0, noise=0.1)
    once = made.voxels()
    twice = (once + np.roll(once, shift_mm // 4, axis=2)) / 2
    first, second = (motion_of(made.scene(voxels)) for voxels in (once, twice))
    assert second[TWICE[shell]] > 1.5 * first[TWICE[shell]]
    assert second[TWICE_SOMEWHERE[shell]] > 1.5 * first[TWICE_SOMEWHERE[shell]]
