from collections.abc import Mapping
from itertools import pairwise
from typing import cast

import numpy as np
import pytest
import torch
from torch import Tensor, nn

from station.quality.finder.look import (
    MULTIPLE,
    SURE_FROM,
    WINDOW,
    Finder,
    _windows,
    in_cells,
    settled,
)
from station.quality.finder.network import WAYS, FinderNet
from station.quality.organs import Tissue
from station.quality.working_grid import View, grid_at

SHAPE = (60, 40, 50)


def look(**organs: tuple[slice, slice, slice]) -> np.ndarray:
    """Probabilities of a body of these organs."""
    cells = np.full(SHAPE, Tissue.AIR)
    cells[2:58, 5:35, 5:45] = Tissue.BODY
    for name, box in organs.items():
        cells[box] = Tissue[name.rstrip("_")]
    shares = np.full((len(Tissue), *SHAPE), 0.001, np.float32)
    shares[Tissue.BODY] = 0.05
    np.put_along_axis(shares, cells[None], 0.9, 0)
    return shares


LIVER = (slice(20, 32), slice(8, 30), slice(6, 25))
NEAR = {
    "LUNGS": (slice(33, 44), slice(8, 30), slice(6, 40)),
    "KIDNEYS": (slice(16, 20), slice(20, 30), slice(6, 40)),
}
BRAIN = (slice(46, 57), slice(10, 26), slice(14, 30))


def test_an_organ_that_both_looks_see_is_sure() -> None:
    both = look(LIVER=LIVER, **NEAR, BRAIN=BRAIN)
    cells, sure = settled(both, both)
    assert sure[Tissue.LIVER] == sure[Tissue.BRAIN] == 1
    assert (cells[LIVER] == Tissue.LIVER).all()


def test_an_organ_that_one_look_sees_elsewhere_is_withheld() -> None:
    elsewhere = (slice(20, 32), slice(8, 30), slice(21, 40))
    cells, sure = settled(
        look(LIVER=LIVER, **NEAR),
        look(LIVER=elsewhere, **NEAR),
    )
    assert sure[Tissue.LIVER] < SURE_FROM
    assert not (cells == Tissue.LIVER).any()


def test_a_patch_apart_from_an_organ_is_not_part_of_it() -> None:
    both = look(
        LIVER=LIVER,
        **NEAR,
        LIVER_=(slice(10, 13), slice(10, 13), slice(36, 39)),
    )
    cells, sure = settled(both, both)
    assert (cells[10:13, 10:13, 36:39] == Tissue.BODY).all()
    assert sure[Tissue.LIVER] == 1


def test_a_liver_alone_is_a_phantom() -> None:
    both = look(LIVER=LIVER)
    cells, sure = settled(both, both)
    assert sure[Tissue.LIVER] == 0
    assert not (cells == Tissue.LIVER).any()


def test_an_organ_of_no_humans_size_is_withheld() -> None:
    small = look(BRAIN=(slice(40, 43), slice(10, 13), slice(14, 17)))
    cells, sure = settled(small, small)
    assert sure[Tissue.BRAIN] < SURE_FROM
    assert not (cells == Tissue.BRAIN).any()


def test_an_organ_that_the_end_of_the_scan_cuts_may_be_small() -> None:
    cut = look(BRAIN=(slice(55, 58), slice(10, 20), slice(14, 24)))
    assert settled(cut, cut)[1][Tissue.BRAIN] == 1


def test_a_bladder_above_the_liver_is_not_believed() -> None:
    both = look(
        LIVER=LIVER,
        **NEAR,
        BRAIN=BRAIN,
        BLADDER=(slice(40, 44), slice(12, 18), slice(20, 26)),
    )
    cells, sure = settled(both, both)
    assert sure[Tissue.BLADDER] == 0
    assert sure[Tissue.LIVER] == sure[Tissue.BRAIN] == 1
    assert not (cells == Tissue.BLADDER).any()


@pytest.mark.parametrize("slices", [8, WINDOW, WINDOW + 8, 2 * WINDOW, 5 * WINDOW + 32])
def test_windows_cover_the_scan_and_overlap(slices: int) -> None:
    windows = _windows(slices)
    seen = np.zeros(slices, int)
    for window in windows:
        assert window.start % MULTIPLE == 0
        seen[window] += 1
    assert seen.min() == 1
    assert all(b.start < a.stop for a, b in pairwise(windows))


def test_a_cell_is_the_mean_of_its_voxels_and_lies_at_their_middle() -> None:
    grid = grid_at(np.array([-10.0, 20.0, 300.0]), (4, 6, 5), 4.0)
    uptake = np.arange(120, dtype=np.float32).reshape(4, 6, 5)
    cells, means, hu = in_cells(View(grid, uptake, None, None))
    assert hu is None
    assert means.shape == (2, 3, 3)
    assert means[0, 0, 0] == uptake[:2, :2, :2].mean()
    assert np.allclose(cells.to_patient((0, 0, 0)), (-8, 22, 302))


class Biased(nn.Module):
    """A network that takes a hot right side and a hot upper end for upright, and says "not turned"
    of everyone a bit more than it should."""

    bias = -2.0

    def __init__(self) -> None:
        super().__init__()
        self.seen = 0

    def forward(self, cells: Tensor) -> tuple[Tensor, Tensor]:
        uptake = cells[:, :1]
        across, along = (
            torch.linspace(1, -1, uptake.shape[-1]),
            torch.linspace(-1, 1, len(uptake[0, 0])),
        )
        sure = 3 + uptake * (across + along[:, None, None])
        air = torch.zeros_like(uptake).expand(-1, len(Tissue) - 1, -1, -1, -1)
        return torch.cat([air[:, :1], sure, air[:, 1:]], 1), self.turned(cells)

    def turned(self, cells: Tensor) -> Tensor:
        self.seen += 1
        uptake = cells[0, 0]
        away: Mapping[int, Tensor] = {
            axis: torch.linspace(-1, 1, uptake.shape[axis]) for axis in (0, 2)
        }
        right = (uptake.sum((0, 1)) * away[2]).sum() / uptake.sum()
        low = -(uptake.sum((1, 2)) * away[0]).sum() / uptake.sum()
        answers = torch.zeros(1, WAYS)
        answers[0, 0], answers[0, 1] = 30 * right + self.bias, 30 * low + self.bias
        return answers


def one_sided(*axes: int) -> View:
    """A body that is hotter on its right and in its upper half; reversed along these axes."""
    uptake = np.zeros((48, 48, 48), np.float32)
    uptake[4:44, 8:40, 8:40] = 1
    uptake[26:44, 8:40, 8:20] = 2
    return View(grid_at(np.zeros(3), (48, 48, 48), 4.0), np.flip(uptake, axes).copy(), None, None)


@pytest.mark.parametrize("axes", [(), (2,), (0,), (0, 2)])
def test_a_head_that_rather_says_no_is_read_against_the_mirror_images(
    axes: tuple[int, ...],
) -> None:
    network = Biased()
    turned = Finder(cast(FinderNet, network)).find(one_sided(*axes)).turned
    assert (turned.left_right > 0.5) is (2 in axes)
    assert (turned.upside_down > 0.5) is (0 in axes)


def test_two_orientations_are_enough_for_who_is_upright() -> None:
    network = Biased()
    Finder(cast(FinderNet, network)).find(one_sided())
    assert network.seen == 3  # the first look, both axes reversed, the second look
