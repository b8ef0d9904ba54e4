"""The residual CNN of J. Tsuchiya et al., EJNMMI Phys. 8 (2021) 31, Fig. 1.

Eight 3x3 convolutions over three neighbouring slices as channels: Conv+ReLU, six times
Conv+BN+ReLU, Conv. It estimates the noise of its input; input - noise is the denoised image.
"""

from torch import Tensor, nn

SLICES = 3
"""Neighbouring slices that go in and come out together"""
CHANNELS = 64
LAYERS = 8
RADIUS = LAYERS
"""A voxel's value does not depend on voxels farther away in the plane than this many"""

AXIAL_WEIGHTS = (1.0, 2.0, 1.0)
"""A slice is in up to three windows: as their last, middle and first. The middle one, which sees
both neighbours, counts twice. (The paper says "weight averaged", not the weights.)"""


class ResidualCnn(nn.Module):
    """Noise of an SUV image: (batch, SLICES, rows, columns) → the same shape, SUV.

    `forward` gives the noise; `denoised` the image without it.
    """

    def __init__(self, channels: int = CHANNELS, layers: int = LAYERS) -> None:
        super().__init__()
        hidden: list[nn.Module] = []
        for _ in range(layers - 2):
            hidden += [
                nn.Conv2d(channels, channels, 3, padding=1, bias=False),
                nn.BatchNorm2d(channels),
                nn.ReLU(inplace=True),
            ]
        self.layers = nn.Sequential(
            nn.Conv2d(SLICES, channels, 3, padding=1),
            nn.ReLU(inplace=True),
            *hidden,
            nn.Conv2d(channels, SLICES, 3, padding=1),
        )

    def forward(self, noisy: Tensor) -> Tensor:
        return self.layers(noisy)

    def denoised(self, noisy: Tensor) -> Tensor:
        return noisy - self(noisy)
