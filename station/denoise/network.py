"""The networks that estimate the noise of an image: input - noise is the denoised image.

`ResidualCnn` is that of J. Tsuchiya et al., EJNMMI Phys. 8 (2021) 31, Fig. 1. `UNet` sees further:
nine slices, in the plane ten times as far, and how noisy the image is around.
"""

from enum import StrEnum
from itertools import pairwise

from torch import Tensor, nn
from torch.nn import functional

SLICES = 3
"""Neighbouring slices that go into the residual CNN and come out together"""
PATCH = 32
"""Rows and columns of a patch in training; it has `SLICES` slices, and the next one begins a slice
later"""
CHANNELS = 64
LAYERS = 8

AXIAL_WEIGHTS = (1.0, 2.0, 1.0)
"""A slice is in up to three windows: as their last, middle and first. The middle one, which sees
both neighbours, counts twice. (The paper says "weight averaged", not the weights.)"""


class Architecture(StrEnum):
    RESIDUAL_CNN = "residual-cnn"
    U_NET = "u-net"

    @property
    def sentence(self) -> str:
        """The words of a card."""
        if self is Architecture.RESIDUAL_CNN:
            return f"residual CNN, {LAYERS} layers of 3×3, {CHANNELS} channels"
        widths = ", ".join(map(str, WIDTHS))
        return (
            f"2.5-D residual U-Net, {UNet.slices_in} slices and the noise level in, "
            f"{len(UNet.axial_weights)} slices out, {widths} channels"
        )

    @property
    def slices_in(self) -> int:
        return (ResidualCnn if self is Architecture.RESIDUAL_CNN else UNet).slices_in

    def made(self) -> "Network":
        """The network, its weights drawn at random."""
        return ResidualCnn() if self is Architecture.RESIDUAL_CNN else UNet()


class Network(nn.Module):
    """Noise of an SUV image: (batch, channels, rows, columns) → (batch, slices out, …), SUV.

    The channels are neighbouring slices and, where `sees_level`, after them the noise level of the
    middle one (`station.denoise.level`). The slices that come out are the middle ones of those that
    go in. `forward` gives the noise; `denoised` the image without it.
    """

    slices_in: int
    sees_level: bool
    axial_weights: tuple[float, ...]
    """One per slice out, odd in number: the weight that a slice has as the first, … of a window"""
    stride: int
    """From one window to the next, in slices"""

    @property
    def slices_out(self) -> int:
        return len(self.axial_weights)

    def middle(self, window: Tensor) -> Tensor:
        """Of a window the slices that come out, noisy as they are."""
        first = (self.slices_in - self.slices_out) // 2
        return window[:, first : first + self.slices_out]

    def denoised(self, noisy: Tensor) -> Tensor:
        return self.middle(noisy) - self(noisy)


class ResidualCnn(Network):
    """Eight 3×3 convolutions over three neighbouring slices as channels: Conv+ReLU, six times
    Conv+BN+ReLU, Conv."""

    slices_in = SLICES
    sees_level = False
    axial_weights = AXIAL_WEIGHTS
    stride = 1

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


WIDTHS = (32, 64, 128)
"""Channels on each scale; pixels are twice as wide from one to the next"""
BLOCKS = (1, 1, 2)
"""Residual blocks on each scale, going down and again going up"""
COARSEST = 2 ** (len(WIDTHS) - 1)
"""Pixels of the image along a pixel of the coarsest scale"""
REACH = 24
"""A voxel's value hardly depends on voxels farther away in the plane than this many; nothing at all
reaches farther than 52"""


class UNet(Network):
    """A residual U-Net without biases: the noise of twice the image is twice the noise.

    After DRUNet (K. Zhang et al., IEEE Trans. PAMI 44 (2022) 6360), smaller, and with neighbouring
    slices as channels. Of nine slices three come out, and the next window begins two slices
    on: half the time of one slice a window, and no step where windows meet.
    """

    slices_in = 9
    sees_level = True
    axial_weights = (1.0, 1.0, 1.0)
    stride = 2

    def __init__(self, widths: tuple[int, ...] = WIDTHS, blocks: tuple[int, ...] = BLOCKS) -> None:
        super().__init__()
        self.head = nn.Conv2d(self.slices_in + 1, widths[0], 3, padding=1, bias=False)
        scales = list(zip(widths, blocks, strict=True))
        steps = list(pairwise(widths))
        self.down = nn.ModuleList(_blocks(width, count) for width, count in scales)
        self.narrower = nn.ModuleList(
            nn.Conv2d(fine, coarse, 2, stride=2, bias=False) for fine, coarse in steps
        )
        self.up = nn.ModuleList(_blocks(width, count) for width, count in scales)
        self.wider = nn.ModuleList(
            nn.ConvTranspose2d(coarse, fine, 2, stride=2, bias=False) for fine, coarse in steps
        )
        self.tail = nn.Conv2d(widths[0], self.slices_out, 3, padding=1, bias=False)
        nn.init.zeros_(self.tail.weight)  # it begins with the image as it is

    def forward(self, noisy: Tensor) -> Tensor:
        rows, columns = noisy.shape[2:]
        multiple = 2 ** len(self.narrower)
        values = functional.pad(noisy, (0, -columns % multiple, 0, -rows % multiple))
        values = self.head(values)
        seen: list[Tensor] = []
        for blocks, narrower in zip(self.down, self.narrower, strict=False):
            values = blocks(values)
            seen.append(values)
            values = narrower(values)
        values = self.up[-1](self.down[-1](values))
        for scale in reversed(range(len(self.wider))):
            values = self.up[scale](self.wider[scale](values) + seen[scale])
        return self.tail(values)[:, :, :rows, :columns]


class _Block(nn.Module):
    """x + Conv(ReLU(Conv(x)))"""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.first = nn.Conv2d(width, width, 3, padding=1, bias=False)
        self.second = nn.Conv2d(width, width, 3, padding=1, bias=False)

    def forward(self, values: Tensor) -> Tensor:
        return values + self.second(self.first(values).relu_())


def _blocks(width: int, count: int) -> nn.Sequential:
    return nn.Sequential(*(_Block(width) for _ in range(count)))
