"""Mean and texture of an image, in cells."""

from dataclasses import replace

import numpy as np
import pytest
import torch

from station.quality.cells import (
    BODY_CHANNEL,
    CELL_CHANNELS,
    LEAST_TEXTURE,
    cells_of,
    prepared_cells,
)
from tests.quality.images import body

pytestmark = pytest.mark.simulated  # loads torch

ALONG = (2, 3, 4)
"""Channels of the texture along slices, rows and columns"""


def test_a_whole_body_becomes_cells_of_8_mm_about_the_body() -> None:
    cells, grid = prepared_cells(body())
    assert cells.shape == (CELL_CHANNELS, 128, 48, 64)
    low, high = grid.bounds_mm
    np.testing.assert_allclose(high - low, (512, 384, 1024))
    np.testing.assert_allclose((low + high) / 2, (0, 0, -400), atol=8)
    inside = cells[BODY_CHANNEL]
    assert float(inside[64, 24, 32]) == 1
    assert float(inside[64, 0, 0]) == 0
    ellipse = np.pi * 180 * 120 * 800 / 8**3
    assert float(inside.sum()) == pytest.approx(ellipse, rel=0.08)


@pytest.mark.parametrize("axis", [0, 1, 2])
def test_texture_tells_along_which_axis_neighbours_differ(axis: int) -> None:
    scores = torch.zeros(32, 96, 32)
    scores[(slice(None),) * axis + (slice(None, None, 2),)] = 1.0
    cells = cells_of(scores, torch.ones(scores.shape, dtype=torch.bool))
    middle = [float(cells[channel, 8, 24, 8]) for channel in ALONG]
    # 1, 0, 1: the second difference is 2 everywhere along the axis, and 0 along the others.
    assert middle[axis] == pytest.approx(np.log(2 + LEAST_TEXTURE), abs=1e-4)
    others = [value for number, value in enumerate(middle) if number != axis]
    assert others == [pytest.approx(np.log(LEAST_TEXTURE), abs=1e-4)] * 2


def test_a_slope_has_no_texture_and_noise_has_it_at_its_size() -> None:
    slope = torch.arange(32.0)[:, None, None].expand(32, 96, 32) / 10
    everywhere = torch.ones(32, 96, 32, dtype=torch.bool)
    flat = cells_of(slope.contiguous(), everywhere)[ALONG[0], 4:-4, 4:-4, 4:-4]
    assert float(flat.max()) == pytest.approx(np.log(LEAST_TEXTURE), abs=1e-3)
    noise = torch.randn((32, 96, 32), generator=torch.Generator().manual_seed(1)) * 0.5
    rough = cells_of(noise, everywhere)[ALONG[0], 4:-4, 4:-4, 4:-4]
    # a - 2b + c of independent normal values has an SD of √6 of theirs; its mean size is √(2/π) SD.
    expected = 0.5 * np.sqrt(6) * np.sqrt(2 / np.pi)
    assert float(rough.exp().mean()) == pytest.approx(expected + LEAST_TEXTURE, rel=0.02)


def test_cells_do_not_know_the_scale_of_the_image() -> None:
    image = body(seed=2)
    first, _ = prepared_cells(image)
    again, _ = prepared_cells(replace(image, voxels=image.voxels * np.float32(5000)))
    torch.testing.assert_close(first, again, atol=2e-3, rtol=1e-3)
