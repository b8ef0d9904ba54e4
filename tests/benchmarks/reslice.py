"""One frame of a viewport: a slice of a 272×272×500 PET on 900×900 pixels, one thread.

    python -m tests.benchmarks.reslice

The peer is scipy.ndimage.map_coordinates on the same slice and the same points, order 1 where the
picture is smooth and order 0 where it is not. It has to reach 0.6 ms for smooth values and 1.0 ms
for smooth colours along the grid.
"""

from collections.abc import Callable
from time import perf_counter

import numpy as np
from scipy.ndimage import map_coordinates

from station.pet.reslice import paint_plane, sample_plane
from station.pet.volume import Geometry, Unit, Volume
from tests.benchmarks.timing import argument_parser, sized

SHAPE = sized((500, 272, 272), (12, 10, 10))
SPACING_MM = 2.0
PIXELS = sized(900, 30)
RUNS = sized(100, 1)
PEER_RUNS = sized(30, 1)

UNIT_VECTORS = np.eye(3)
"""One step along (slice, row, column)"""


def main() -> None:
    argument_parser(__doc__).parse_args()
    random = np.random.default_rng(0)
    affine = np.diag((SPACING_MM,) * 3 + (1.0,))[[2, 1, 0, 3]]
    pet = random.random(SHAPE, dtype=np.float32) * 10
    ct = (pet * 300 - 1000).astype(np.int16)
    values = np.empty((PIXELS, PIXELS), np.float32)
    colours = np.empty((PIXELS, PIXELS), np.uint32)
    table = np.arange(256, dtype=np.uint32)
    for name, voxels, unit in (("PET float32", pet, Unit.SUV_BW), ("CT int16", ct, Unit.HU)):
        volume = Volume(voxels, Geometry(SHAPE, affine), unit)
        for plane, down, right in (("axial", 1, 2), ("coronal", 0, 2), ("sagittal", 0, 1)):
            for smooth in (True, False):
                origin, steps = _fitted(down, right)
                place = (
                    volume.geometry.to_patient(origin),
                    affine[:3, :3] @ steps[1],
                    affine[:3, :3] @ steps[0],
                    (PIXELS, PIXELS),
                )
                grid = np.indices((PIXELS, PIXELS), dtype=np.float64)
                points = [origin[a] + grid[i] * steps[i][a] for i, a in enumerate((down, right))]
                native = voxels.take(int(origin[3 - down - right]), axis=3 - down - right)
                peer = _times(
                    lambda native=native, points=points, smooth=smooth: map_coordinates(
                        native, points, order=int(smooth), output=np.float32
                    ),
                    PEER_RUNS,
                )
                label = f"{name} {plane} {'smooth' if smooth else 'nearest'}"
                _say(
                    f"{label}, values",
                    _times(lambda p=place, s=smooth, v=volume: sample_plane(v, *p, s, values)),
                    peer,
                )
                _say(
                    f"{label}, colours",
                    _times(
                        lambda p=place, s=smooth, v=volume: paint_plane(
                            v, *p, 0.0, 7.0, table, s, 0, colours
                        )
                    ),
                    peer,
                )


def _fitted(down: int, right: int) -> tuple[np.ndarray, list[np.ndarray]]:
    """Origin and steps (down, right) in index that fill the picture with the middle slice."""
    origin = np.array(SHAPE) // 2 * 1.0
    steps: list[np.ndarray] = []
    for axis in (down, right):
        step = SHAPE[axis] / PIXELS
        origin[axis] = -0.5 + step / 2
        steps.append(UNIT_VECTORS[axis] * step)
    return origin, steps


def _times(work: Callable[[], object], runs: int = RUNS) -> np.ndarray:
    """Seconds of each run after two that warm caches and compile."""
    work()
    work()
    seconds: list[float] = []
    for _ in range(runs):
        start = perf_counter()
        work()
        seconds.append(perf_counter() - start)
    return np.array(seconds)


def _say(label: str, ours: np.ndarray, peer: np.ndarray) -> None:
    median, late, theirs = np.median(ours), np.quantile(ours, 0.95), np.median(peer)
    print(
        f"{label:<38} median {median * 1e3:6.3f} ms   p95 {late * 1e3:6.3f} ms"
        f"   scipy {theirs * 1e3:6.1f} ms   {theirs / median:5.0f}×"
    )


if __name__ == "__main__":
    main()
