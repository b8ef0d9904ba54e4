"""Denoising a whole body of 272×272×500 on this computer.

    python -m tests.benchmarks.denoise [--slices N] [--model ID] [--bf16]

The peer is torch as it comes, on the same windows (fp32, NCHW, batch normalisation and ReLU on
their own, all cores in one convolution), of which EAGER_WINDOWS are timed and the rest counted. For
the residual CNN there is a second: the fastest that one convolution of 64 channels runs here, in
each precision, over the shapes and ways of sharing the cores tried. It has to reach 4 times the
first, 85 % of the second (in fp32 tiles do fewer multiplications than they stand for: more than all
of it is possible); the default network 12 s in fp32 and 4 s in bf16 on two cores. The first slice
is to come within 0.5 s of torch being loaded, with no more than 200 MB over the volumes.

Seconds of processor time are next to those of the clock: on a computer that does other things too
their ratio is the better one. Without --model it is a residual CNN with random weights: the speed
is that of the shipped ones, but the error of bf16 means nothing. First slice and memory are
measured in a process of their own.
"""

import os
import subprocess
import sys
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

import numpy as np
import torch
from torch.nn.functional import conv2d

from station.denoise.denoiser import Denoiser
from station.denoise.device import Device, Precision
from station.denoise.engine import TILE, Mask, TileEngine, _Needed
from station.denoise.network import (
    CHANNELS,
    LAYERS,
    SLICES,
    Architecture,
    Network,
    ResidualCnn,
    UNet,
)
from station.pet.derivation import Card
from station.pet.volume import Geometry, Unit, Volume
from tests.benchmarks.timing import argument_parser, sized
from tests.made_up.cards import FakeCard

SIDE, SPACING_MM = sized(272, 40), 2.0
SLICES_OF_BODY = sized(500, 11)
BODY_MM, ARM_MM = (165.0, 110.0), (45.0, 45.0)
"""Half widths and half depths"""
ARM_AT_MM = 215.0
AIR_SUV = 0.01
EAGER_WINDOWS = sized(12, 2)
PEAK_SHAPES = sized(((272, 272), (160, 240), (96, 240)), ((40, 40),))
PEAK_RUNS = sized(7, 1)
OPERATIONS_PER_VOXEL = 2 * 9 * CHANNELS * ((LAYERS - 2) * CHANNELS + 2 * SLICES)
"""Multiplications and additions of one window, for each voxel of a slice of it"""

ALONE = """
import sys
from pathlib import Path
from time import perf_counter
from types import SimpleNamespace
import numpy as np
import torch
from station.pet.reslice import sample_plane
from station.pet.volume import Geometry, Unit, Volume

def peak_mb():
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM"))

voxels = np.load(sys.argv[1])
volume = Volume(voxels, Geometry(voxels.shape, np.diag((2, 2, 2, 1.0))), Unit.SUV_BW)
sample_plane(volume, (0, 0, 0), (0, 2, 0), (0, 0, 2), (8, 8), True)
from station.denoise.network import Architecture
network = Architecture(sys.argv[3]).made()
card = SimpleNamespace(title="", version="", sha256="0" * 64)
before, first, began = peak_mb(), [], perf_counter()
from station.denoise.denoiser import Denoiser, Precision
denoiser = Denoiser(network, card, Precision(sys.argv[2]))
ready = perf_counter()
denoised = denoiser(volume, on_slices=lambda s, images: first.append(perf_counter()))
print(ready - began, first[0] - ready, peak_mb() - before - denoised.voxels.nbytes / 2**20)
"""
"""By then the program has shown the image: torch is loaded, and numba at work."""


def body(slices: int) -> Volume:
    """Noise in a trunk with two arms, 40 % of the field with the air between them; faint air."""
    rng = np.random.default_rng(0)
    y, x = (np.indices((SIDE, SIDE)) - (SIDE - 1) / 2) * SPACING_MM
    inside = (x / BODY_MM[0]) ** 2 + (y / BODY_MM[1]) ** 2 < 1
    for side in (-1, 1):
        inside |= ((x - side * ARM_AT_MM) / ARM_MM[0]) ** 2 + (y / ARM_MM[1]) ** 2 < 1
    level = np.where(inside, 1.0, AIR_SUV).astype(np.float32)
    voxels = np.stack([rng.standard_gamma(4, level.shape, np.float32) for _ in range(slices)])
    voxels *= level / 4
    affine = np.diag((SPACING_MM,) * 3 + (1.0,))[[2, 1, 0, 3]]
    return Volume(voxels, Geometry(voxels.shape, affine), Unit.SUV_BW)


def network(model: str | None) -> tuple[Network, Card]:
    if model is None:
        torch.manual_seed(0)
        return ResidualCnn().eval(), FakeCard()
    from station.denoise.weights import load

    return load(model)


def peak(dtype: torch.dtype) -> float:
    """Operations a second of the fastest convolution of CHANNELS to CHANNELS."""
    cores = torch.get_num_threads()
    best = 0.0
    with torch.inference_mode():
        weight = (torch.randn(CHANNELS, CHANNELS, 3, 3) / 24).to(dtype)
        weight = weight.contiguous(memory_format=torch.channels_last)
        for rows, columns in PEAK_SHAPES:
            operations = 2 * 9 * CHANNELS**2 * rows * columns
            for batch in (1, 2):
                image = torch.randn(batch, CHANNELS, rows, columns).to(dtype)
                image = image.contiguous(memory_format=torch.channels_last)

                def together(image: torch.Tensor = image) -> None:
                    conv2d(image, weight, padding=1)

                best = max(best, batch * operations / min(_seconds(together)))
            image = torch.randn(1, CHANNELS, rows, columns).to(dtype)
            best = max(best, _apart(image, weight, cores))
    return best


def _apart(image: torch.Tensor, weight: torch.Tensor, cores: int) -> float:
    """Operations a second of all cores, each with convolutions of its own."""
    image = image.contiguous(memory_format=torch.channels_last)
    operations = 2 * 9 * CHANNELS**2 * image.shape[2] * image.shape[3]

    def run(_: int) -> float:
        torch.set_num_threads(1)
        with torch.inference_mode():
            return operations / min(_seconds(lambda: conv2d(image, weight, padding=1)))

    with ThreadPoolExecutor(cores) as pool:
        rates = list(pool.map(run, range(cores)))
    torch.set_num_threads(cores)
    return sum(rates)


def _seconds(work: Callable[[], object], runs: int = PEAK_RUNS) -> list[float]:
    work()
    seconds: list[float] = []
    for _ in range(runs):
        start = perf_counter()
        work()
        seconds.append(perf_counter() - start)
    return seconds


def eager(network: Network, voxels: np.ndarray) -> np.ndarray:
    """Seconds of a whole volume, clock and processor, from EAGER_WINDOWS windows spread over it."""
    channels = network.slices_in + network.sees_level
    firsts = np.linspace(0, len(voxels) - channels, EAGER_WINDOWS).astype(int)
    with torch.inference_mode():

        def window(first: int) -> None:
            network(torch.tensor(voxels[first : first + channels])[None])

        window(0)
        start = _clocks()
        for first in firsts:
            window(int(first))
        return (_clocks() - start) / len(firsts) * (len(voxels) / network.stride)


def _clocks() -> np.ndarray:
    return np.array([perf_counter(), process_time()])


def counted(denoiser: Denoiser) -> list[float]:
    """Will hold, of each window, the voxels of a slice that are computed (mean of the layers)."""
    voxels: list[float] = []
    noise = denoiser._engine.noise

    def counting(window: torch.Tensor, wanted: Mask) -> torch.Tensor:
        if isinstance(denoiser._engine, TileEngine):
            needed = _Needed(wanted)
            tiles = [len(needed.tiles(after)) for after in range(LAYERS - 1)]
            voxels.append(float(np.mean(tiles)) * TILE**2)
        else:
            voxels.append(wanted.size)
        return noise(window, wanted)

    denoiser._engine.noise = counting
    return voxels


def main() -> None:
    parser = argument_parser(__doc__)
    parser.add_argument("--slices", type=int, default=SLICES_OF_BODY)
    parser.add_argument("--model", help="id of a shipped network")
    parser.add_argument("--bf16", action="store_true", help="measure bf16 too")
    options = parser.parse_args()
    volume = body(options.slices)
    weights, card = network(options.model)
    print(f"{torch.get_num_threads()} cores, load before: {os.getloadavg()[0]:.1f}")
    before = eager(weights, volume.voxels)
    print(f"eager fp32, before                   {_both(before)}")
    exact: np.ndarray | None = None
    for precision in _precisions(options.bf16):
        dtype = torch.bfloat16 if precision is Precision.BF16 else torch.float32
        denoiser = Denoiser(weights, card, precision, Device.CPU)
        voxels = counted(denoiser)
        start = _clocks()
        denoised = denoiser(volume).voxels
        seconds = _clocks() - start
        after = eager(weights, volume.voxels)
        ratio = (before + after) / 2 / seconds
        print(f"eager fp32, after                    {_both(after)}")
        print(f"{precision:<36} {_both(seconds)}   {ratio[0]:.1f}× ({ratio[1]:.1f}×) eager's speed")
        if isinstance(weights, ResidualCnn):
            _say_peak(sum(voxels), options.slices, seconds[0], peak(dtype))
        before = after
        if exact is None:
            exact = denoised
        else:
            apart = np.abs(denoised - exact)
            print(
                f"  differs from fp32 by {apart.max():.4f} SUV at most, "
                f"{np.quantile(apart[::8], 0.999):.4f} in all but one voxel of a thousand"
            )
        _say_alone(volume, precision, weights)
    print(f"load after: {os.getloadavg()[0]:.1f}")


def _both(seconds: np.ndarray) -> str:
    return f"{seconds[0]:7.1f} s ({seconds[1]:.1f} s of processor time)"


def _precisions(with_bf16: bool) -> Iterable[Precision]:
    return (Precision.FP32, Precision.BF16) if with_bf16 else (Precision.FP32,)


def _say_peak(voxels: float, slices: int, seconds: float, most: float) -> None:
    rate = voxels * OPERATIONS_PER_VOXEL / seconds
    part = voxels / (SIDE**2 * (slices - 2))
    print(
        f"  {part:.0%} of the field computed at {rate / 1e9:.0f} GFLOP/s: {rate / most:.0%} of "
        f"the peak of {most / 1e9:.0f}"
    )


def _say_alone(volume: Volume, precision: Precision, network: Network) -> None:
    kind = Architecture.U_NET if isinstance(network, UNet) else Architecture.RESIDUAL_CNN
    with TemporaryDirectory() as folder:
        path = Path(folder) / "body.npy"
        np.save(path, volume.voxels)
        told = subprocess.run(
            [sys.executable, "-c", ALONE, str(path), precision, kind],
            capture_output=True,
            text=True,
            check=True,
        ).stdout.split()
    ready, first, memory = (float(one) for one in told)
    print(
        f"  alone: network ready {ready:.2f} s, first slice {first:.2f} s later (target for both "
        f"≤ 0.5), peak {memory:.0f} MB over the volumes (target ≤ 200)"
    )


if __name__ == "__main__":
    main()
