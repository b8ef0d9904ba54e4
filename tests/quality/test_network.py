"""The DenseNet and its two heads."""

import pytest
import torch
from torch import nn

from station.quality.cells import BODY_CHANNEL, CELL_CHANNELS
from station.quality.network import (
    KERNEL,
    LAYERS,
    OrdinalNet,
    TaskNet,
    grade_probabilities,
)
from station.quality.profile import profile_length

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


def test_a_grade_that_is_above_4_is_above_1_2_and_3_too() -> None:
    torch.manual_seed(1)
    network = OrdinalNet(3).eval()
    with torch.no_grad():
        network.thresholds.copy_(torch.tensor([4.0, 1.0, 3.0, 2.0]))  # training may mix them up
        profiles = torch.randn(2, profile_length())
        above, causes, noise = network(torch.randn(2, CELL_CHANNELS, 32, 32, 32), profiles)
    assert causes.shape == (2, 3)
    assert noise.shape == (2,)
    assert (above.diff(dim=1) <= 0).all()
    shares = grade_probabilities(above)
    assert (shares >= 0).all()
    torch.testing.assert_close(shares.sum(1), torch.ones(2, dtype=torch.float64))


def test_features_are_those_of_the_body_and_not_of_the_air() -> None:
    cells = torch.zeros(1, CELL_CHANNELS, 32, 32, 32)
    cells[0, BODY_CHANNEL, :16, :16] = 1
    shares = OrdinalNet.shares(cells)
    assert shares.shape == (1, 1, 4, 4, 4)
    assert float(shares.sum()) == pytest.approx(1)
    places = torch.ones(1, 3, 4, 4, 4)
    places[0, :, 2:] = 100.0
    network = OrdinalNet(3).eval()
    with torch.no_grad():
        features = network.pooled(places, shares, torch.zeros(1, profile_length()))
    torch.testing.assert_close(features[:, :6], torch.ones(1, 6))


def test_profiles_are_told_beside_those_of_the_training_images() -> None:
    rng = torch.Generator().manual_seed(3)
    profiles = 5 + 2 * torch.randn((200, profile_length()), generator=rng)
    profiles[:, 7] = 4.0  # the same in every image
    network = OrdinalNet(3)
    network.know_profiles(profiles)
    assert float((network.profile_middle[8:] - 5).abs().max()) < 1.0
    assert float(network.profile_middle[7]) == 4.0
    assert float(network.profile_spread[0]) == pytest.approx(2.0, rel=0.2)
    assert float(network.profile_spread[7]) == 1.0


def test_grade_probabilities_of_known_logits() -> None:
    # σ(ln 9) = 0.9, σ(0) = 0.5, σ(-ln 9) = 0.1
    nine = torch.log(torch.tensor(9.0))
    shares = grade_probabilities(torch.stack([nine, nine * 0, -nine, -nine])[None])
    wanted = torch.tensor([[0.1, 0.4, 0.4, 0.0, 0.1]], dtype=torch.float64)
    torch.testing.assert_close(shares, wanted, atol=1e-6, rtol=0)
