"""The 3-D DenseNet of H. Zhang et al., BMC Med. Imaging 23 (2023), 10.1186/s12880-023-01017-2.

Three dense blocks of 5×5×5 convolutions with batch normalisation and ReLU, transitions of a
convolution and a pooling between them. The paper leaves out how wide and deep the blocks are; these
are what two processor cores can train. (MONAI's DenseNet knows 3×3×3 kernels only.)
"""

import torch
from torch import Tensor, nn

KERNEL = 5
FIRST_CHANNELS = 8
GROWTH = 8
LAYERS = (4, 4, 4)
"""Of the three dense blocks"""
BOTTLENECK = 2
"""Channels of a layer's 1×1×1 convolution, in growths"""

USUAL_LOG_NOISE = 2.3
"""Of the liver's coefficient of variation in %: 10 %. Where training starts"""


class DenseLayer(nn.Module):
    """BN, ReLU, 1×1×1, BN, ReLU, 5×5×5; what it finds is put beside what it was given."""

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
    """Features of a field of z-scores: (batch, 1, slices, rows, columns) → (batch, `features`).

    The mean of every channel of the last block, and with `with_highest` its highest value too: a
    streak in one place is lost in the mean of a body.
    """

    def __init__(self, with_highest: bool = False) -> None:
        super().__init__()
        channels = FIRST_CHANNELS
        layers: list[nn.Module] = [
            nn.Conv3d(1, channels, KERNEL, stride=2, padding=KERNEL // 2, bias=False),
            nn.BatchNorm3d(channels),
            nn.ReLU(inplace=True),
            nn.MaxPool3d(3, stride=2, padding=1),
        ]
        for number, count in enumerate(LAYERS):
            for _ in range(count):
                layers.append(DenseLayer(channels, GROWTH))
                channels += GROWTH
            if number < len(LAYERS) - 1:
                layers += _transition(channels)
                channels //= 2
        self.layers = nn.Sequential(*layers, nn.BatchNorm3d(channels), nn.ReLU(inplace=True))
        self.with_highest = with_highest
        self.features = channels * (2 if with_highest else 1)

    def forward(self, field: Tensor) -> Tensor:
        return self.pooled(self.places(field))

    def places(self, field: Tensor) -> Tensor:
        """The last block's channels at every place, (batch, channels, slices, rows, columns)."""
        return self.layers(field).float()

    def pooled(self, places: Tensor) -> Tensor:
        """The features, of `places`."""
        mean = places.mean((2, 3, 4))
        return torch.cat([mean, places.amax((2, 3, 4))], 1) if self.with_highest else mean


class TaskNet(nn.Module):
    """One of the paper's four tasks: fields → logit (batch,) that the image is good."""

    def __init__(self) -> None:
        super().__init__()
        self.body = DenseNet()
        self.head = nn.Linear(self.body.features, 1)

    def forward(self, field: Tensor) -> Tensor:
        return self.head(self.body(field))[:, 0]


class OrdinalNet(nn.Module):
    """The five grades from one number, and what may have gone wrong.

    P(grade > k) = σ(slope · (quality - threshold k)): a proportional-odds model (P. McCullagh,
    J. R. Stat. Soc. B 42 (1980) 109) on the network's estimate of quality, so that the
    probabilities of the grades can never contradict each other.
    """

    def __init__(self, causes: int, grades: int = 5) -> None:
        super().__init__()
        self.body = DenseNet(with_highest=True)
        self.drop = nn.Dropout(0.2)
        self.quality = nn.Linear(self.body.features, 1)
        self.noise = nn.Linear(self.body.features, 1)
        self.causes = nn.Linear(self.body.features, causes)
        first = torch.arange(1, grades) + 0.5
        self.thresholds = nn.Parameter(first)
        self.slope = nn.Parameter(torch.tensor(2.0))
        nn.init.constant_(self.quality.bias, 3.0)
        nn.init.constant_(self.noise.bias, USUAL_LOG_NOISE)

    def answers(self, features: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """(logits that the grade is above 1, 2, 3, 4; logits of the causes; log of the liver's
        noise in %), of features (batch, `body.features`)."""
        features = self.drop(features)
        quality = self.quality(features)
        above = self.slope * (quality - self.thresholds.sort().values)
        return above, self.causes(features), self.noise(features)[:, 0]

    def forward(self, field: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        return self.answers(self.body(field))


def grade_probabilities(above: Tensor) -> Tensor:
    """Probabilities of the grades (batch, 5), of logits that the grade is above 1 to 4."""
    over = torch.sigmoid(above.double())
    ones, zeros = torch.ones_like(over[:, :1]), torch.zeros_like(over[:, :1])
    return (torch.cat([ones, over], 1) - torch.cat([over, zeros], 1)).clamp(min=0)
