import pytest
import torch

from station.quality.finder.network import INPUTS, MULTIPLE, WAYS, FinderNet
from station.quality.organs import Tissue

pytestmark = pytest.mark.simulated


def test_every_cell_gets_a_tissue_and_every_image_its_ways() -> None:
    shape = (2 * MULTIPLE, 3 * MULTIPLE, 4 * MULTIPLE)
    with torch.no_grad():
        tissue, way = FinderNet()(torch.rand(2, INPUTS, *shape))
    assert tissue.shape == (2, len(Tissue), *shape)
    assert way.shape == (2, WAYS)


def test_the_ways_alone_are_those_of_the_whole_network() -> None:
    network, cells = FinderNet(), torch.rand(1, INPUTS, *(2 * MULTIPLE,) * 3)
    with torch.no_grad():
        assert torch.equal(network.turned(cells), network(cells)[1])


def test_the_weights_are_less_than_4_mb() -> None:
    assert sum(weights.numel() for weights in FinderNet().parameters()) * 4 < 4 << 20
