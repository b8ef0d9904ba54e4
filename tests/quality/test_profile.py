"""What is told of an image in numbers."""

import numpy as np
import pytest
import torch

from station.quality.cells import CELL_CHANNELS, prepared_cells
from station.quality.profile import profile_length, profile_of
from tests.quality.images import GOOD_NOISE, POOR_NOISE, body

pytestmark = pytest.mark.simulated


def test_a_mirrored_patient_has_the_same_profile() -> None:
    cells, _ = prepared_cells(body(seed=1))
    straight, mirrored = profile_of(cells), profile_of(cells.flip(3))
    assert straight.shape == (profile_length(),)
    torch.testing.assert_close(straight, mirrored, atol=2e-3, rtol=1e-3)


def test_every_number_is_finite_of_any_image() -> None:
    rng = torch.Generator().manual_seed(1)
    wild = torch.randn((CELL_CHANNELS, 128, 48, 64), generator=rng) * 3
    sliver = torch.zeros(CELL_CHANNELS, 128, 48, 64)
    sliver[-1, 5, 5, 5] = 1
    for cells in (wild, sliver, torch.zeros(CELL_CHANNELS, 128, 48, 64)):
        profile = profile_of(cells)
        assert profile.shape == (profile_length(),)
        assert torch.isfinite(profile).all()
    assert not profile_of(torch.zeros(CELL_CHANNELS, 128, 48, 64)).any()


def test_noise_and_a_hot_side_are_told() -> None:
    quiet, noisy = (
        profile_of(prepared_cells(body(noise=noise))[0]) for noise in (GOOD_NOISE, POOR_NOISE)
    )
    medians = [8 * channel + 3 for channel in (2, 3, 4)]  # textures; 8 numbers of each channel
    assert all(float(noisy[at]) > float(quiet[at]) + 0.5 for at in medians)
    cells, _ = prepared_cells(body())
    cells[1, 60:64, 20:24, 10:14] = 2.9
    hot = profile_of(cells)
    plain = profile_of(prepared_cells(body())[0])
    # The last two: the sides' highest, and how much of them is hot.
    assert float(hot[-2]) == np.float32(2.9)
    assert float(plain[-2]) < 2.5
    assert float(hot[-1]) > float(plain[-1])
