"""A network made ready to run; of the residual CNN, batch normalisation folded into convolutions.

An engine estimates the noise of one window of neighbouring slices. It is called by several threads
at once, each with its own window and its own memory.
"""

import copy
from collections.abc import Iterable
from contextlib import AbstractContextManager, nullcontext
from itertools import pairwise
from math import sqrt
from threading import local
from typing import Any, Protocol

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn.functional import conv2d, pad
from torch.nn.utils.fusion import fuse_conv_bn_eval

from station.denoise.network import (
    AXIAL_WEIGHTS,
    CHANNELS,
    COARSEST,
    REACH,
    SLICES,
    Network,
    ResidualCnn,
    UNet,
)
from station.errors import StationError
from station.pet.compiled import fast_kernel

Layer = tuple[Tensor, Tensor]
"""Weight (out, in, 3, 3) and bias (out,) of a convolution"""
Mask = NDArray[np.bool_]


class Engine(Protocol):
    radius: int
    """A voxel's noise does not depend on voxels farther away in the plane than this many"""
    multiple: int
    """A part of a slice begins at a multiple of so many voxels, so that it is computed as in the
    whole slice"""
    slices_in: int
    sees_level: bool
    """Whether a window has the noise level of its middle slice after its slices"""
    axial_weights: tuple[float, ...]
    """Of the slices that come out, the middle ones, when overlapping windows are averaged"""
    stride: int
    """From one window to the next, in slices"""
    open_ended: bool
    """Whether the first and last slices of a volume are the middle of a window too, which repeats
    them"""

    def noise(self, window: Tensor, wanted: Mask) -> Tensor:
        """Noise (slices out, rows, columns) of a window (channels, rows, columns), float32, CPU.

        `wanted`, bool (rows, columns), marks where it is needed; elsewhere it may be anything.
        """
        ...


def engine(network: Network, device: torch.device, dtype: torch.dtype) -> Engine:
    """The fastest engine for a device and a precision."""
    if isinstance(network, UNet):
        return UNetEngine(network, device, dtype)
    assert isinstance(network, ResidualCnn)
    layers = _folded(network)
    hidden = layers[1:-1]
    if (
        device.type == "cpu"
        and dtype is torch.float32
        and all(_is_tiled(layer) for layer in hidden)
    ):
        return TileEngine(layers)
    return DirectEngine(layers, device, dtype)


def _folded(network: ResidualCnn) -> list[Layer]:
    """The convolutions, each with the batch normalisation that follows it, float32 on the CPU.

    A ReLU follows each but the last.
    """
    layers: list[Layer] = []
    modules = [*copy.deepcopy(network).cpu().float().eval().layers, None]
    for layer, following in pairwise(modules):
        if isinstance(layer, nn.Conv2d):
            normalised = isinstance(following, nn.BatchNorm2d)
            conv = fuse_conv_bn_eval(layer, following) if normalised else layer
            assert conv.bias is not None
            layers.append((conv.weight.detach(), conv.bias.detach()))
    _refuse_what_is_not_numbers(values for layer in layers for values in layer)
    return layers


def _refuse_what_is_not_numbers(weights: Iterable[Tensor]) -> None:
    if not all(bool(torch.isfinite(values).all()) for values in weights):
        raise StationError(
            "Denoiser: its weights contain values that are not numbers. Reinstall the program, or "
            "train the network again."
        )


class UNetEngine:
    """The U-Net by torch's own convolutions, channels last, on any device in fp32 or bf16."""

    radius = REACH
    multiple = COARSEST
    slices_in = UNet.slices_in
    sees_level = UNet.sees_level
    axial_weights = UNet.axial_weights
    stride = UNet.stride
    open_ended = True

    def __init__(self, network: UNet, device: torch.device, dtype: torch.dtype) -> None:
        _refuse_what_is_not_numbers(network.parameters())
        self._device, self._dtype = device, dtype
        own: Any = copy.deepcopy(network).eval()  # torch's stubs have no memory format for modules
        if _is_fused_on(device):
            for blocks in (*own.down, *own.up):
                for number, block in enumerate(blocks):
                    blocks[number] = _FusedBlock(block)
        self._network: UNet = own.to(device, dtype, memory_format=torch.channels_last)

    def noise(self, window: Tensor, wanted: Mask) -> Tensor:
        with torch.inference_mode(), _without_tf32(self._device):
            values = window[None].to(self._device, self._dtype)
            values = values.contiguous(memory_format=torch.channels_last)
            return self._network(values)[0].to("cpu", torch.float32)


class DirectEngine:
    """Torch's own convolutions, channels last, on any device in fp32 or bf16."""

    multiple = 1
    slices_in = SLICES
    sees_level = False
    axial_weights = AXIAL_WEIGHTS
    stride = 1
    open_ended = False

    def __init__(self, layers: list[Layer], device: torch.device, dtype: torch.dtype) -> None:
        self._device = device
        self._dtype = dtype
        self._layers = [
            (
                weight.to(device, dtype).contiguous(memory_format=torch.channels_last),
                bias.to(device, dtype),
            )
            for weight, bias in layers
        ]
        self.radius = len(layers)

    def noise(self, window: Tensor, wanted: Mask) -> Tensor:
        with torch.inference_mode(), _without_tf32(self._device):
            values = window[None].to(self._device, self._dtype)
            values = values.contiguous(memory_format=torch.channels_last)
            for layer in self._layers[:-1]:
                values = _rectified(values, *layer, padding=1)
            return conv2d(values, *self._layers[-1], padding=1)[0].to("cpu", torch.float32)


def _without_tf32(device: torch.device) -> AbstractContextManager[None]:
    """TF32 would keep only 10 bits of fp32. The switch is for the whole process."""
    if device.type != "cuda":
        return nullcontext()
    return torch.backends.cudnn.flags(enabled=True, allow_tf32=False)


def _is_fused_on(device: torch.device) -> bool:
    return device.type == "cpu" and torch.backends.mkldnn.is_available()


def _rectified(values: Tensor, weight: Tensor, bias: Tensor | None, padding: int) -> Tensor:
    if not _is_fused_on(values.device):
        return conv2d(values, weight, bias, padding=padding).relu_()
    # In one pass over memory: a quarter faster in bf16.
    pointwise: Any = torch.ops.mkldnn._convolution_pointwise
    ones = [1, 1]
    return pointwise(values, weight, bias, [padding] * 2, ones, ones, 1, "relu", [], "")


class _FusedBlock(nn.Module):
    """A block of the U-Net, its ReLU and its sum in the convolutions' passes over memory: a sixth
    faster in bf16."""

    def __init__(self, block: Any) -> None:
        super().__init__()
        self.first: nn.Conv2d = block.first
        self.second: nn.Conv2d = block.second

    def forward(self, values: Tensor) -> Tensor:
        hidden = _rectified(values, self.first.weight, None, padding=1)
        added: Any = torch.ops.mkldnn._convolution_pointwise.binary
        ones = [1, 1]
        weight = self.second.weight
        return added(hidden, values, weight, None, ones, ones, ones, 1, "add", None, None, [], None)


# --- Convolution by tiles ------------------------------------------------------------------------
#
# A. Lavin, S. Gray, Fast algorithms for convolutional neural networks, CVPR 2016, F(4×4, 3×3): a
# tile of 4 × 4 outputs takes 36 multiplications per channel instead of 144. The 6 × 6 inputs of a
# tile are transformed (V), multiplied by the transformed weights (36 matrix products), and
# transformed back. Interpolation points 0, ±A, ±B, ∞: with A = 1/√2, B = √2 the error is a fifth of
# that of the usual 1 and 2, and about five times that of the plain sum.

A, B = sqrt(1 / 2), sqrt(2)
TILE = 4
"""Outputs along a tile's side"""
SEEN = TILE + 2
"""Inputs along it"""
POINTS = (0.0, A, -A, B, -B)
OUT_CHANNELS = 16
"""Of the last layer; SLICES of them are used"""
CHUNK = 65
"""Tiles transformed together, for the second-level cache. Odd: with a power of two all SEEN × SEEN
matrices would map to the same lines of the first-level cache."""

_A, _B = np.float32(A), np.float32(B)
_A2, _B2, _SUM2 = np.float32(1 / 2), np.float32(2), np.float32(5 / 2)
_A3, _B3 = np.float32(A**3), np.float32(B**3)
# Unsigned: an index that cannot be negative needs no check for it, which would prevent SIMD.
_C = np.uintp(CHANNELS)
_ROW = np.uintp(SEEN * CHANNELS)
"""Floats between rows of a tile"""
_MATRIX = np.uintp(CHUNK * CHANNELS)
"""Floats between the matrices of a chunk"""
_MATRIX_ROW = np.uintp(SEEN * CHUNK * CHANNELS)
_ZERO = np.float32(0)


class TileEngine:
    """fp32 on the CPU, if the hidden layers have CHANNELS: half the time of `DirectEngine`, and
    less if only a part of the image is wanted.
    """

    multiple = 1
    slices_in = SLICES
    sees_level = False
    axial_weights = AXIAL_WEIGHTS
    stride = 1
    open_ended = False

    def __init__(self, layers: list[Layer]) -> None:
        weight, bias = layers[0]
        self._first = weight.contiguous(memory_format=torch.channels_last), bias
        self._hidden = [(_transformed(weight), bias.numpy()) for weight, bias in layers[1:-1]]
        weight, bias = layers[-1]
        # A matrix product takes no longer for OUT_CHANNELS than for fewer.
        self._last = (
            _transformed(pad(weight, (0, 0) * 3 + (0, OUT_CHANNELS - SLICES))),
            bias.numpy(),
        )
        self._memory = local()
        self.radius = len(layers)

    def noise(self, window: Tensor, wanted: Mask) -> Tensor:
        rows, columns = wanted.shape
        needed = _Needed(wanted)
        down, across = needed.shape
        with torch.inference_mode():
            whole = pad(window, (0, across * TILE - columns, 0, down * TILE - rows))[None]
            whole = whole.contiguous(memory_format=torch.channels_last)
            # Two more rows and columns than the tiles cover: the zeros around an image.
            values = _rectified(whole, *self._first, padding=2)[0].permute(1, 2, 0)
            values[0] = values[rows + 1 :] = 0
            values[:, 0] = values[:, columns + 1 :] = 0
            # Zeros: a tile at the edge of the computed part reads beyond it, and that changes the
            # last digits of its result.
            following = torch.zeros_like(values)
            chunks = self._chunks()
            for number, (weight, bias) in enumerate(self._hidden):
                tiles = needed.tiles(len(self._hidden) - number)
                chunks.convolve(values, weight, bias, tiles, following, rows, columns)
                values, following = following, values
            noise = torch.zeros_like(window)
            chunks.convolve_last(values, *self._last, needed.tiles(0), noise)
            return noise

    def _chunks(self) -> "_Chunks":
        if not hasattr(self._memory, "chunks"):
            self._memory.chunks = _Chunks()
        return self._memory.chunks


class _Needed:
    """The tiles that a result is made from, layer by layer from the last one backwards."""

    def __init__(self, wanted: Mask) -> None:
        down, across = (-(-size // TILE) for size in wanted.shape)
        whole = np.zeros((down * TILE, across * TILE), np.bool_)
        whole[: wanted.shape[0], : wanted.shape[1]] = wanted
        tiles = whole.reshape(down, TILE, across, TILE)
        self._grown: list[Mask] = [np.logical_or.reduce(tiles, axis=(1, 3))]
        self.shape = down, across

    def tiles(self, layers_after: int) -> NDArray[np.int32]:
        """Numbers of the tiles, row by row, that a layer must give if this many follow it."""
        steps = -(-layers_after // TILE)
        while len(self._grown) <= steps:
            inner = self._grown[-1]
            outer = inner.copy()
            outer[1:] |= inner[:-1]
            outer[:-1] |= inner[1:]
            inner = outer.copy()
            outer[:, 1:] |= inner[:, :-1]
            outer[:, :-1] |= inner[:, 1:]
            self._grown.append(outer)
        return np.flatnonzero(self._grown[steps]).astype(np.int32)


class _Chunks:
    """The memory of one thread for a chunk of tiles."""

    def __init__(self) -> None:
        self._inputs = torch.zeros(SEEN**2, CHUNK, CHANNELS)
        self._outputs = torch.zeros(SEEN**2, CHUNK, CHANNELS)
        self._noise = torch.zeros(SEEN**2, CHUNK, OUT_CHANNELS)
        self._tile = np.zeros(SEEN**2 * CHANNELS, np.float32)

    def convolve(
        self,
        values: Tensor,
        weight: Tensor,
        bias: NDArray[np.float32],
        tiles: NDArray[np.int32],
        out: Tensor,
        rows: int,
        columns: int,
    ) -> None:
        """`out` = ReLU of the convolution of `values` in `tiles`, both (rows + 2 …, …, CHANNELS).

        The image is the `rows` × `columns` from index 1 on; all around is and stays 0.
        """
        across = (values.shape[1] - 2) // TILE
        stride = values.stride(0)
        source, target = values.view(-1).numpy(), out.view(-1).numpy()
        inputs, outputs = self._inputs.view(-1).numpy(), self._outputs.view(-1).numpy()
        for first in range(0, len(tiles), CHUNK):
            chunk = tiles[first : first + CHUNK]
            _transform(source, stride, across, chunk, self._tile, inputs)
            torch.bmm(self._inputs, weight, out=self._outputs)
            _transform_back(outputs, bias, stride, across, chunk, rows, columns, self._tile, target)

    def convolve_last(
        self,
        values: Tensor,
        weight: Tensor,
        bias: NDArray[np.float32],
        tiles: NDArray[np.int32],
        out: Tensor,
    ) -> None:
        """`out` (SLICES, rows, columns) = convolution of `values` in `tiles`."""
        across = (values.shape[1] - 2) // TILE
        source, target = values.view(-1).numpy(), out.numpy()
        inputs, noise = self._inputs.view(-1).numpy(), self._noise.view(-1).numpy()
        for first in range(0, len(tiles), CHUNK):
            chunk = tiles[first : first + CHUNK]
            _transform(source, values.stride(0), across, chunk, self._tile, inputs)
            torch.bmm(self._inputs, weight, out=self._noise)
            _transform_last_back(noise, bias, across, chunk, self._tile, target)


def _is_tiled(layer: Layer) -> bool:
    return layer[0].shape[:2] == (CHANNELS, CHANNELS)


def _transformed(weight: Tensor) -> Tensor:
    """Weights (out, in, 3, 3) as SEEN² matrices (in, out), float32."""
    points = torch.tensor(POINTS, dtype=torch.float64)
    apart = (points[:, None] - points).fill_diagonal_(1).prod(dim=1)
    powers = torch.stack([points**0, points, points**2], dim=1) / apart[:, None]
    g = torch.cat([powers, torch.tensor([[0.0, 0.0, 1.0]], dtype=torch.float64)])
    both = torch.einsum("ia,ocab,jb->ijco", g, weight.double(), g)
    return both.reshape(SEEN**2, *both.shape[2:]).float().contiguous()


@fast_kernel
def _transform(
    source: NDArray[np.float32],
    stride: int,
    across: int,
    tiles: NDArray[np.int32],
    tile: NDArray[np.float32],
    inputs: NDArray[np.float32],
) -> None:
    """Tiles of an image, transformed, as matrices (tile, channel)."""
    below = np.uintp(stride)
    for t in range(len(tiles)):
        down, right = divmod(tiles[t], across)
        corner = down * TILE * stride + right * TILE * CHANNELS
        for j in range(SEEN):
            _transform_line(
                source,
                np.uintp(corner + j * CHANNELS),
                below,
                tile,
                np.uintp(j * CHANNELS),
                _ROW,
            )
        for i in range(SEEN):
            _transform_line(
                tile,
                np.uintp(i * SEEN * CHANNELS),
                _C,
                inputs,
                np.uintp((i * SEEN * CHUNK + t) * CHANNELS),
                _MATRIX,
            )


@fast_kernel
def _transform_line(
    source: NDArray[np.float32],
    at: np.uintp,
    step: np.uintp,
    target: NDArray[np.float32],
    to: np.uintp,
    to_step: np.uintp,
) -> None:
    """SEEN values of all channels, `step` floats apart in `source`, transformed along one side."""
    for k in range(_C):
        p0 = at + k
        p1 = p0 + step
        p2 = p1 + step
        p3 = p2 + step
        p4 = p3 + step
        x0, x1, x2, x3, x4 = source[p0], source[p1], source[p2], source[p3], source[p4]
        x5 = source[p4 + step]
        even_a, odd_a = x4 - _B2 * x2, _A * (x3 - _B2 * x1)
        even_b, odd_b = x4 - _A2 * x2, _B * (x3 - _A2 * x1)
        o0 = to + k
        o1 = o0 + to_step
        o2 = o1 + to_step
        o3 = o2 + to_step
        o4 = o3 + to_step
        target[o0] = x0 - _SUM2 * x2 + x4
        target[o1] = even_a + odd_a
        target[o2] = even_a - odd_a
        target[o3] = even_b + odd_b
        target[o4] = even_b - odd_b
        target[o4 + to_step] = x1 - _SUM2 * x3 + x5


@fast_kernel
def _transform_back(
    outputs: NDArray[np.float32],
    bias: NDArray[np.float32],
    stride: int,
    across: int,
    tiles: NDArray[np.int32],
    rows: int,
    columns: int,
    tile: NDArray[np.float32],
    target: NDArray[np.float32],
) -> None:
    """The reverse of `_transform`; adds the bias and rectifies. 0 right of the image."""
    for t in range(len(tiles)):
        down, right = divmod(tiles[t], across)
        row, column = down * TILE, right * TILE
        for j in range(SEEN):
            at = np.uintp((j * CHUNK + t) * CHANNELS)
            to = np.uintp(j * CHANNELS)
            for k in range(_C):
                y0, y1, y2, y3 = _back(outputs, at + k, _MATRIX_ROW)
                o1 = to + k + _ROW
                o2 = o1 + _ROW
                tile[to + k] = y0
                tile[o1] = y1
                tile[o2] = y2
                tile[o2 + _ROW] = y3
        for i in range(min(TILE, rows - row)):
            at = np.uintp(i * SEEN * CHANNELS)
            to = np.uintp((row + i + 1) * stride + (column + 1) * CHANNELS)
            for k in range(_C):
                y0, y1, y2, y3 = _back(tile, at + k, _C)
                o1 = to + k + _C
                o2 = o1 + _C
                target[to + k] = max(y0 + bias[k], _ZERO)
                target[o1] = max(y1 + bias[k], _ZERO)
                target[o2] = max(y2 + bias[k], _ZERO)
                target[o2 + _C] = max(y3 + bias[k], _ZERO)
            for j in range(columns - column, TILE):
                beyond = to + np.uintp(j * CHANNELS)
                for k in range(_C):
                    target[beyond + k] = _ZERO


@fast_kernel
def _transform_last_back(
    noise: NDArray[np.float32],
    bias: NDArray[np.float32],
    across: int,
    tiles: NDArray[np.int32],
    tile: NDArray[np.float32],
    target: NDArray[np.float32],
) -> None:
    """The reverse of `_transform` into slices (SLICES, rows, columns); adds the bias."""
    slices, rows, columns = target.shape
    row_step, column_step = np.uintp(SEEN), np.uintp(1)
    matrix_row = np.uintp(SEEN * CHUNK * OUT_CHANNELS)
    for t in range(len(tiles)):
        down, right = divmod(tiles[t], across)
        for s in range(slices):
            for j in range(SEEN):
                at = np.uintp((j * CHUNK + t) * OUT_CHANNELS + s)
                y0, y1, y2, y3 = _back(noise, at, matrix_row)
                o1 = np.uintp(j) + row_step
                o2 = o1 + row_step
                tile[np.uintp(j)] = y0
                tile[o1] = y1
                tile[o2] = y2
                tile[o2 + row_step] = y3
            for i in range(min(TILE, rows - down * TILE)):
                line = _back(tile, np.uintp(i * SEEN), column_step)
                for j in range(min(TILE, columns - right * TILE)):
                    target[s, down * TILE + i, right * TILE + j] = line[j] + bias[s]


@fast_kernel
def _back(
    source: NDArray[np.float32], at: np.uintp, step: np.uintp
) -> tuple[np.float32, np.float32, np.float32, np.float32]:
    """TILE outputs along one side from SEEN values `step` floats apart."""
    p1 = at + step
    p2 = p1 + step
    p3 = p2 + step
    p4 = p3 + step
    x0, x1, x2, x3, x4 = source[at], source[p1], source[p2], source[p3], source[p4]
    x5 = source[p4 + step]
    even_a, odd_a, even_b, odd_b = x1 + x2, x1 - x2, x3 + x4, x3 - x4
    return (
        x0 + even_a + even_b,
        _A * odd_a + _B * odd_b,
        _A2 * even_a + _B2 * even_b,
        _A3 * odd_a + _B3 * odd_b + x5,
    )
