"""The 3-D DenseNet of H. Zhang et al., BMC Med. Imaging 23 (2023), 10.1186/s12880-023-01017-2.

Three dense blocks of 5×5×5 convolutions with batch normalisation and ReLU, transitions of a
convolution and a pooling between them. The paper does not give the width and depth of the blocks;
these are what two processor cores can train. (MONAI's DenseNet only has 3×3×3 kernels.)
"""

import torch
from torch import Tensor, nn

KERNEL = 5
FIRST_CHANNELS = 8
GROWTH = 8
LAYERS = (4, 4, 4)
"""Of the three dense blocks"""
BOTTLENECK = 2
"""Channels of a layer's 1×1×1 convolution, in units of the growth"""


class DenseLayer(nn.Module):
    """BN, ReLU, 1×1×1, BN, ReLU, 5×5×5; the result is concatenated with the input."""

    def __init__(self, channels: int, growth: int) -> None:
        super().__init__()
        inner = BOTTLENECK * growth
        self.layers = nn.Sequential(
            nn.BatchNorm3d(channels),
            nn.ReLU(inplace=True),
            nn.Conv3d(channels, inner, 1, bias=False),
            nn.BatchNorm3d(inner),
            nn.ReLU(inplace=True),
            nn.Conv3d(inner, growth, KERNEL, padding=KERNEL // 2, bias=False),
        )

    def forward(self, given: Tensor) -> Tensor:
        return torch.cat([given, self.layers(given)], 1)


def _transition(channels: int) -> list[nn.Module]:
    return [
        nn.BatchNorm3d(channels),
        nn.ReLU(inplace=True),
        nn.Conv3d(channels, channels // 2, 1, bias=False),
        nn.AvgPool3d(2),
    ]


class DenseNet(nn.Module):
    """The three dense blocks, whose last channels describe an image.

    `stem` makes channels from the input, with a quarter of the field's voxels along each axis.
    """

    def __init__(self, stem: nn.Module, channels: int) -> None:
        super().__init__()
        layers: list[nn.Module] = [stem]
        for number, count in enumerate(LAYERS):
            for _ in range(count):
                layers.append(DenseLayer(channels, GROWTH))
                channels += GROWTH
            if number < len(LAYERS) - 1:
                layers += _transition(channels)
                channels //= 2
        self.layers = nn.Sequential(*layers, nn.BatchNorm3d(channels), nn.ReLU(inplace=True))
        self.channels = channels

    def forward(self, given: Tensor) -> Tensor:
        """The last block's channels at every place, (batch, channels, slices, rows, columns)."""
        return self.layers(given).float()


class TaskNet(nn.Module):
    """One of the paper's four tasks: fields of z-scores (batch, 1, slices, rows, columns) → logit
    (batch,) that the image is good, from the mean of every channel."""

    def __init__(self) -> None:
        super().__init__()
        stem = nn.Sequential(
            nn.Conv3d(1, FIRST_CHANNELS, KERNEL, stride=2, padding=KERNEL // 2, bias=False),
            nn.BatchNorm3d(FIRST_CHANNELS),
            nn.ReLU(inplace=True),
            nn.MaxPool3d(3, stride=2, padding=1),
        )
        self.body = DenseNet(stem, FIRST_CHANNELS)
        self.head = nn.Linear(self.body.channels, 1)

    def forward(self, field: Tensor) -> Tensor:
        return self.head(self.body(field).mean((2, 3, 4)))[:, 0]
