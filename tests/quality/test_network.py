"""The paper's DenseNet."""

import pytest
import torch
from torch import nn

from station.quality.network import KERNEL, LAYERS, TaskNet

pytestmark = pytest.mark.simulated  # loads torch


def test_it_has_three_dense_blocks_of_5_by_5_by_5_kernels() -> None:
    wide = [one for one in TaskNet().modules() if isinstance(one, nn.Conv3d)]
    spatial = [one for one in wide if one.kernel_size != (1, 1, 1)]
    assert len(LAYERS) == 3
    assert len(spatial) == 1 + sum(LAYERS)
    assert all(one.kernel_size == (KERNEL,) * 3 == (5, 5, 5) for one in spatial)


def test_both_sizes_of_the_paper_go_in() -> None:
    network = TaskNet().eval()
    with torch.no_grad():
        for shape in ((256, 128, 128), (64, 256, 256)):
            assert network(torch.zeros(1, 1, *shape)).shape == (1,)
