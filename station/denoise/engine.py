"""The residual CNN made ready to run: batch normalisation folded into the convolutions.

An engine estimates the noise of one window of three slices. It is called by several threads at a
time, each with a window of its own, and every thread has its own memory.
"""

import copy
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

from station.denoise.network import CHANNELS, ResidualCnn
from station.errors import StationError
from station.pet.compiled import fast_kernel

Layer = tuple[Tensor, Tensor]
"""Weight (out, in, 3, 3) and bias (out,) of a convolution"""


class Engine(Protocol):
    radius: int
    """A voxel's noise depends on no voxel further away in the plane than this many"""

    def noise(self, window: Tensor) -> Tensor:
        """Noise of (SLICES, rows, columns) float32, on the CPU, of the same shape and type."""
        ...


def engine(network: ResidualCnn, device: torch.device, dtype: torch.dtype) -> Engine:
    """The fastest engine for a device and a precision."""
    layers = _folded(network)
    hidden = layers[1:-1]
    if device.type == "cpu" and dtype is torch.float32 and all(_is_tiled(one) for one in hidden):
        return TileEngine(layers)
    return DirectEngine(layers, device, dtype)


def _folded(network: ResidualCnn) -> list[Layer]:
    """The convolutions, each with the batch normalisation that follows it, float32 on the CPU.

    A ReLU comes after each but the last.
    """
    layers: list[Layer] = []
    modules = [*copy.deepcopy(network).cpu().float().eval().layers, None]
    for layer, following in pairwise(modules):
        if isinstance(layer, nn.Conv2d):
            normalised = isinstance(following, nn.BatchNorm2d)
            conv = fuse_conv_bn_eval(layer, following) if normalised else layer
            assert conv.bias is not None
            layers.append((conv.weight.detach(), conv.bias.detach()))
    if not all(bool(torch.isfinite(one).all()) for layer in layers for one in layer):
        raise StationError(
            "Denoiser: its weights hold values that are no numbers. Install the program anew, or "
            "train the network again."
        )
    return layers


class DirectEngine:
    """Convolutions as torch has them, channels last, on any device in fp32 or bf16."""

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
        self._rectified = (
            _rectified_by_mkldnn
            if device.type == "cpu" and torch.backends.mkldnn.is_available()
            else _rectified
        )
        self.radius = len(layers)

    def noise(self, window: Tensor) -> Tensor:
        # TF32 would keep 10 bits of what is called fp32.
        with torch.inference_mode(), torch.backends.cudnn.flags(allow_tf32=False):
            values = window[None].to(self._device, self._dtype)
            values = values.contiguous(memory_format=torch.channels_last)
            for layer in self._layers[:-1]:
                values = self._rectified(values, *layer)
            return conv2d(values, *self._layers[-1], padding=1)[0].to("cpu", torch.float32)


def _rectified(values: Tensor, weight: Tensor, bias: Tensor) -> Tensor:
    return conv2d(values, weight, bias, padding=1).relu_()


def _rectified_by_mkldnn(values: Tensor, weight: Tensor, bias: Tensor) -> Tensor:
    """As `_rectified`, in one pass over memory: a quarter faster in bf16."""
    pointwise: Any = torch.ops.mkldnn._convolution_pointwise
    ones = [1, 1]
    return pointwise(values, weight, bias, ones, ones, ones, 1, "relu", [], "")


# --- Convolution by tiles ------------------------------------------------------------------------
#
# A. Lavin, S. Gray, Fast algorithms for convolutional neural networks, CVPR 2016, F(4×4, 3×3): a
# tile of 4 × 4 outputs takes 36 multiplications a channel in place of 144. The 6 × 6 inputs of a
# tile are transformed (V), multiplied by the transformed weights (36 matrix products), and
# transformed back. Interpolation points 0, ±A, ±B, ∞: with A = 1/√2, B = √2 the error is a fifth of
# that of the usual 1 and 2, and about five times that of the plain sum.

A, B = sqrt(1 / 2), sqrt(2)
TILE = 4
"""Outputs along a tile's side"""
SEEN = TILE + 2
"""Inputs along it"""
POINTS = (0.0, A, -A, B, -B)
CHUNK = 65
"""Tiles transformed together, for the second-level cache. Odd: with a power of two all SEEN × SEEN
matrices would fall into the same lines of the first-level cache."""

_A, _B = np.float32(A), np.float32(B)
_A2, _B2, _SUM2 = np.float32(1 / 2), np.float32(2), np.float32(5 / 2)
_A3, _B3 = np.float32(A**3), np.float32(B**3)
# Unsigned: an index that cannot be negative needs no test for it, which SIMD could not make.
_C = np.uintp(CHANNELS)
_ROW = np.uintp(SEEN * CHANNELS)
"""Floats between rows of a tile"""
_MATRIX = np.uintp(CHUNK * CHANNELS)
"""Floats between the matrices of a chunk"""
_MATRIX_ROW = np.uintp(SEEN * CHUNK * CHANNELS)
_ZERO = np.float32(0)


class TileEngine:
    """fp32 on the CPU: about twice as fast as `DirectEngine`, for hidden layers of CHANNELS."""

    def __init__(self, layers: list[Layer]) -> None:
        self._first, self._last = (
            (weight.contiguous(memory_format=torch.channels_last), bias)
            for weight, bias in (layers[0], layers[-1])
        )
        self._hidden = [(_transformed(weight), bias.numpy()) for weight, bias in layers[1:-1]]
        self._memory = local()
        self.radius = len(layers)

    def noise(self, window: Tensor) -> Tensor:
        rows, columns = window.shape[1:]
        down, across = -(-rows // TILE), -(-columns // TILE)
        scratch = self._scratch()
        with torch.inference_mode():
            whole = pad(window, (0, across * TILE - columns, 0, down * TILE - rows))[None]
            whole = whole.contiguous(memory_format=torch.channels_last)
            # Two more rows and columns than tiles cover: the zeros around an image.
            values = conv2d(whole, *self._first, padding=2).relu_()[0].permute(1, 2, 0)
            values[0] = values[rows + 1 :] = 0
            values[:, 0] = values[:, columns + 1 :] = 0
            following = torch.zeros_like(values)
            for weight, bias in self._hidden:
                scratch.convolve(values, weight, bias, following, rows, columns)
                values, following = following, values
            noise = conv2d(values.permute(2, 0, 1)[None], *self._last)
            return noise[0, :, :rows, :columns]

    def _scratch(self) -> "_Scratch":
        if not hasattr(self._memory, "scratch"):
            self._memory.scratch = _Scratch()
        return self._memory.scratch


class _Scratch:
    """What one thread needs for a chunk of tiles."""

    def __init__(self) -> None:
        self._inputs = torch.zeros(SEEN**2, CHUNK, CHANNELS)
        self._outputs = torch.zeros(SEEN**2, CHUNK, CHANNELS)
        self._tile = np.zeros(SEEN**2 * CHANNELS, np.float32)

    def convolve(
        self,
        values: Tensor,
        weight: Tensor,
        bias: NDArray[np.float32],
        out: Tensor,
        rows: int,
        columns: int,
    ) -> None:
        """`out` = ReLU of the convolution of `values`, both (rows + 2 or more, …, CHANNELS).

        The image is the `rows` × `columns` from index 1 on; all around is and stays 0.
        """
        across = (values.shape[1] - 2) // TILE
        tiles = (values.shape[0] - 2) // TILE * across
        stride = values.stride(0)
        source, target = values.view(-1).numpy(), out.view(-1).numpy()
        inputs, outputs = self._inputs.view(-1).numpy(), self._outputs.view(-1).numpy()
        for first in range(0, tiles, CHUNK):
            count = min(CHUNK, tiles - first)
            _transform(source, stride, across, first, count, self._tile, inputs)
            torch.bmm(self._inputs, weight, out=self._outputs)
            _transform_back(
                outputs, bias, stride, across, first, count, rows, columns, self._tile, target
            )


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
    first: int,
    count: int,
    tile: NDArray[np.float32],
    inputs: NDArray[np.float32],
) -> None:
    """Tiles first .. first + count - 1 of an image, transformed, as matrices (tile, channel)."""
    below = np.uintp(stride)
    for t in range(count):
        down, right = divmod(first + t, across)
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
    first: int,
    count: int,
    rows: int,
    columns: int,
    tile: NDArray[np.float32],
    target: NDArray[np.float32],
) -> None:
    """The reverse of `_transform`; adds the bias and rectifies. 0 right of the image."""
    for t in range(count):
        down, right = divmod(first + t, across)
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
