"""The 3-D DenseNet of H. Zhang et al., BMC Med. Imaging 23 (2023), 10.1186/s12880-023-01017-2.

Three dense blocks of 5×5×5 convolutions with batch normalisation and ReLU, transitions of a
convolution and a pooling between them. The paper does not give the width and depth of the blocks;
these are what two processor cores can train. (MONAI's DenseNet only has 3×3×3 kernels.)
"""

import torch
from torch import Tensor, nn
from torch.nn import functional

from station.quality.cells import BODY_CHANNEL, CELL_CHANNELS
from station.quality.profile import profile_length

KERNEL = 5
FIRST_CHANNELS = 8
GROWTH = 8
LAYERS = (4, 4, 4)
"""Of the three dense blocks"""
BOTTLENECK = 2
"""Channels of a layer's 1×1×1 convolution, in units of the growth"""

CELL_STEM = 16
"""Channels that the ordinal network computes from those of `cells_of`"""
PROFILE_CHANNELS = 64
"""Channels that the ordinal network computes from the profile"""
DROPPED = 0.3
USUAL_LOG_NOISE = 2.3
"""Log of the liver's coefficient of variation in %: 10 %. The start of training"""


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


class OrdinalNet(nn.Module):
    """The five grades from one number, and what may have gone wrong; from `cells_of` an image and
    `profile_of` its cells.

    P(grade > k) = σ(slope · (quality - threshold k)): a proportional-odds model (P. McCullagh, J.
    R. Stat. Soc. B 42 (1980) 109) on the network's estimate of quality, so that the probabilities
    of the grades can never contradict each other. Its features are the mean of every channel of the
    dense blocks over the body, its highest value there (a streak in one place is lost in a mean),
    and a hidden layer on the profile.
    """

    profile_middle: Tensor
    profile_spread: Tensor

    def __init__(self, causes: int, grades: int = 5) -> None:
        super().__init__()
        stem = nn.Sequential(
            nn.Conv3d(CELL_CHANNELS, CELL_STEM, 3, stride=2, padding=1, bias=False),
            nn.BatchNorm3d(CELL_STEM),
            nn.ReLU(inplace=True),
        )
        self.body = DenseNet(stem, CELL_STEM)
        length = profile_length()
        self.register_buffer("profile_middle", torch.zeros(length))
        self.register_buffer("profile_spread", torch.ones(length))
        self.profile = nn.Sequential(
            nn.Dropout(DROPPED), nn.Linear(length, PROFILE_CHANNELS), nn.ReLU()
        )
        self.features = 2 * self.body.channels + PROFILE_CHANNELS
        self.drop = nn.Dropout(DROPPED)
        self.quality = nn.Linear(self.features, 1)
        self.noise = nn.Linear(self.features, 1)
        self.causes = nn.Linear(self.features, causes)
        self.thresholds = nn.Parameter(torch.arange(1, grades) + 0.5)
        self.slope = nn.Parameter(torch.tensor(2.0))
        nn.init.constant_(self.quality.bias, 3.0)
        nn.init.constant_(self.noise.bias, USUAL_LOG_NOISE)

    def forward(self, cells: Tensor, profile: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """`answers` for cells (batch, CELL_CHANNELS, ...) and profiles (batch, PROFILE)."""
        return self.answers(self.pooled(self.body(cells), self.shares(cells), profile))

    def know_profiles(self, profiles: Tensor) -> None:
        """Store the centre and the spread of the training images' profiles (images, PROFILE)."""
        self.profile_middle.copy_(profiles.median(0).values)
        spread = profiles.std(0)
        self.profile_spread.copy_(torch.where(spread > 1e-6, spread, torch.ones_like(spread)))

    @staticmethod
    def shares(cells: Tensor) -> Tensor:
        """The fraction of the body at each of the last block's places, (batch, 1, slices, rows,
        columns); they sum to 1."""
        body = functional.avg_pool3d(cells[:, BODY_CHANNEL : BODY_CHANNEL + 1].float(), 8)
        return body / body.sum((2, 3, 4), keepdim=True).clamp(min=1e-6)

    def pooled(self, places: Tensor, shares: Tensor, profile: Tensor) -> Tensor:
        """Features (batch, `features`): means over the body, highest values there, profile."""
        return torch.cat([self.over_the_body(places, shares), self.looked_at(profile)], 1)

    @staticmethod
    def over_the_body(places: Tensor, shares: Tensor) -> Tensor:
        """Means and highest values over the body of the last block's channels."""
        mean = (places * shares).sum((2, 3, 4))
        highest = (places * (shares > 0)).amax((2, 3, 4))
        return torch.cat([mean, highest], 1)

    def looked_at(self, profile: Tensor) -> Tensor:
        """The hidden layer's channels for profiles: (batch, PROFILE_CHANNELS)."""
        away = ((profile.float() - self.profile_middle) / self.profile_spread).clamp(-4, 4)
        return self.profile(torch.asinh(away)).float()

    def answers(self, features: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """(logits that the grade is above 1, 2, 3, 4; logits of the causes; log of the liver's
        noise in %), for features (batch, `features`)."""
        features = self.drop(features)
        quality = self.quality(features)
        above = self.slope * (quality - self.thresholds.sort().values)
        return above, self.causes(features), self.noise(features)[:, 0]


def grade_probabilities(above: Tensor) -> Tensor:
    """Probabilities of the grades (batch, 5), from logits that the grade is above 1 to 4."""
    over = torch.sigmoid(above.double())
    ones, zeros = torch.ones_like(over[:, :1]), torch.zeros_like(over[:, :1])
    return (torch.cat([ones, over], 1) - torch.cat([over, zeros], 1)).clamp(min=0)
