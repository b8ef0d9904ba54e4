"""The finder's network: a 3-D U-Net from uptake (and HU) in cells to tissues and orientation.

U-Net: O. Ronneberger et al., MICCAI 2015; in 3-D with instance normalisation as in F. Isensee et
al., Nat. Methods 18 (2021) 203.
"""

from typing import cast

import torch
from torch import Tensor, nn
from torch.nn import functional

from station.quality.organs import Tissue

CHANNELS = (12, 24, 48, 64)
"""Of the four scales: cells of 8, 16, 32 and 64 mm"""
INPUTS = 3
"""Uptake, HU, and whether there is a HU"""
WAYS = 3
"""Mirrored, upside down, back to front"""
AXIS_OF_WAY = (4, 2, 3)
"""Which of an input's (image, input, slice, row, column) is reversed"""
AT_A_TIME = 4
MULTIPLE = 2 ** (len(CHANNELS) - 1)
"""Every side of an input is a multiple of this many cells"""


class _Conv(nn.Conv3d):
    """With as many empty channels that the processor takes them four at a time: of three it needs
    seven times as long."""

    def forward(self, input: Tensor) -> Tensor:  # noqa: A002 (as torch calls it)
        empty = -self.in_channels % AT_A_TIME
        if not empty:
            return super().forward(input)
        around = (0, 0) * 3 + (0, empty)
        weight = functional.pad(self.weight, around)
        return functional.conv3d(functional.pad(input, around), weight, padding=1)


def _block(given: int, made: int) -> nn.Sequential:
    layers: list[nn.Module] = []
    for channels in (given, made):
        layers += [
            _Conv(channels, made, 3, padding=1, bias=False),
            nn.InstanceNorm3d(made, affine=True),
            nn.LeakyReLU(0.01, inplace=True),
        ]
    return nn.Sequential(*layers)


class FinderNet(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        given = (INPUTS, *CHANNELS[:-1])
        self.down = nn.ModuleList(_block(a, b) for a, b in zip(given, CHANNELS, strict=True))
        back = CHANNELS[-2::-1]
        below = CHANNELS[:0:-1]
        self.up = nn.ModuleList(
            nn.ConvTranspose3d(a, b, 2, 2) for a, b in zip(below, back, strict=True)
        )
        self.join = nn.ModuleList(_block(2 * made, made) for made in back)
        self.tissue = nn.Conv3d(CHANNELS[0], len(Tissue), 1)
        self.way = nn.Linear(2 * CHANNELS[-1], WAYS)

    def forward(self, cells: Tensor) -> tuple[Tensor, Tensor]:
        """From (images, INPUTS, slices, rows, columns) the logits of each cell's tissue (images,
        tissues, slices, rows, columns), and of the ways it is turned (images, WAYS)."""
        scales = self._scales(cells)
        ways = self._ways(scales[-1])
        cells = scales.pop()
        for up, join in zip(self.up, self.join, strict=True):
            cells = cast(Tensor, join(torch.cat([up(cells), scales.pop()], 1)))
        return self.tissue(cells), ways

    def turned(self, cells: Tensor) -> Tensor:
        """Only the logits of the ways it is turned, in a quarter of the time."""
        return self._ways(self._scales(cells)[-1])

    def _scales(self, cells: Tensor) -> list[Tensor]:
        scales: list[Tensor] = []
        for number, block in enumerate(self.down):
            cells = cast(Tensor, block(functional.max_pool3d(cells, 2) if number else cells))
            scales.append(cells)
        return scales

    def _ways(self, deep: Tensor) -> Tensor:
        return self.way(torch.cat([deep.mean((2, 3, 4)), deep.amax((2, 3, 4))], 1))
