"""Denoising a whole body of 272×272×500 on this computer.

    python -m tests.benchmarks.denoise [--slices N] [--weights] [--bf16]

The peers are torch as it comes, on the same windows (fp32, NCHW, batch normalisation and ReLU on
their own, all cores in one convolution), of which EAGER_WINDOWS are timed and the rest counted;
and the fastest that one convolution of 64 channels runs here, in each precision, over the shapes
and ways of sharing the cores tried. It has to reach 4 times the first, 85 % of the second (in fp32
tiles do fewer multiplications than they stand for: more than all of it is possible), the first
slice within 0.5 s of torch being loaded, and no more than 1 GB over the volumes.

Seconds of processor time stand beside those of the clock: on a computer that does other things too
their ratio is the better one. --weights takes the shipped network in place of one with random
weights: the speed is the same, and the error of bf16 means something. First slice and memory are
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
from torch import nn
from torch.nn.functional import conv2d

from station.denoise.denoiser import Denoiser
from station.denoise.device import Device, Precision
from station.denoise.engine import TILE, Mask, TileEngine, _Needed
from station.denoise.network import CHANNELS, LAYERS, SLICES, Network, ResidualCnn
from station.pet.derivation import Card
from station.pet.volume import Geometry, Unit, Volume
from tests.benchmarks.timing import argument_parser, sized
from tests.made_up.cards import FakeCard

SIDE, SPACING_MM = sized(272, 40), 2.0
SLICES_OF_BODY = sized(500, 5)
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
from station.denoise.network import ResidualCnn
from station.pet.reslice import sample_plane
from station.pet.volume import Geometry, Unit, Volume

def peak_mb():
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM"))

voxels = np.load(sys.argv[1])
volume = Volume(voxels, Geometry(voxels.shape, np.diag((2, 2, 2, 1.0))), Unit.SUV_BW)
sample_plane(volume, (0, 0, 0), (0, 2, 0), (0, 0, 2), (8, 8), True)
network, card = ResidualCnn(), SimpleNamespace(title="", version="", sha256="0" * 64)
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


def network() -> ResidualCnn:
    torch.manual_seed(0)
    return ResidualCnn().eval()


def shipped() -> tuple[Network, Card]:
    from station.denoise.weights import load

    network, card = load(None)
    return network, card


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


def eager(network: nn.Module, voxels: np.ndarray) -> np.ndarray:
    """Seconds of a whole volume, clock and processor, from EAGER_WINDOWS windows spread over it."""
    middles = np.linspace(1, len(voxels) - 2, EAGER_WINDOWS).astype(int)
    with torch.inference_mode():

        def window(z: int) -> None:
            network(torch.tensor(voxels[z - 1 : z + 2])[None])

        window(1)
        start = _clocks()
        for z in middles:
            window(int(z))
        return (_clocks() - start) / len(middles) * (len(voxels) - 2)


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
    parser.add_argument("--weights", action="store_true")
    parser.add_argument("--bf16", action="store_true", help="measure bf16 too")
    options = parser.parse_args()
    volume = body(options.slices)
    weights, card = shipped() if options.weights else (network(), FakeCard())
    print(f"{torch.get_num_threads()} cores, load before: {os.getloadavg()[0]:.1f}")
    before = eager(weights, volume.voxels)
    print(f"eager fp32, before                   {_both(before)}")
    exact: np.ndarray | None = None
    for precision in _precisions(options.bf16):
        dtype = torch.bfloat16 if precision is Precision.BF16 else torch.float32
        most = peak(dtype)
        denoiser = Denoiser(weights, card, precision, Device.CPU)
        voxels = counted(denoiser)
        start = _clocks()
        denoised = denoiser(volume).voxels
        seconds = _clocks() - start
        rate = sum(voxels) * OPERATIONS_PER_VOXEL / seconds[0]
        after = eager(weights, volume.voxels)
        ratio = (before + after) / 2 / seconds
        part = sum(voxels) / (SIDE**2 * (options.slices - 2))
        print(f"eager fp32, after                    {_both(after)}")
        print(f"{precision:<36} {_both(seconds)}   {ratio[0]:.1f}× ({ratio[1]:.1f}×) eager's speed")
        print(
            f"  {part:.0%} of the field computed at {rate / 1e9:.0f} GFLOP/s: {rate / most:.0%} of "
            f"the peak of {most / 1e9:.0f}"
        )
        before = after
        if exact is None:
            exact = denoised
        else:
            apart = np.abs(denoised - exact)
            print(
                f"  differs from fp32 by {apart.max():.4f} SUV at most, "
                f"{np.quantile(apart[::8], 0.999):.4f} in all but one voxel of a thousand"
            )
        _say_alone(volume, precision)
    print(f"load after: {os.getloadavg()[0]:.1f}")


def _both(seconds: np.ndarray) -> str:
    return f"{seconds[0]:7.1f} s ({seconds[1]:.1f} s of processor time)"


def _precisions(with_bf16: bool) -> Iterable[Precision]:
    return (Precision.FP32, Precision.BF16) if with_bf16 else (Precision.FP32,)


def _say_alone(volume: Volume, precision: Precision) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "body.npy"
        np.save(path, volume.voxels)
        told = subprocess.run(
            [sys.executable, "-c", ALONE, str(path), precision],
            capture_output=True,
            text=True,
            check=True,
        ).stdout.split()
    ready, first, memory = (float(one) for one in told)
    print(
        f"  alone: network ready {ready:.2f} s, first slice {first:.2f} s later (target for both "
        f"≤ 0.5), peak {memory:.0f} MB over the volumes (target ≤ 1024)"
    )


if __name__ == "__main__":
    main()
