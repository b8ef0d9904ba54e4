"""Rotating MIP of a 272×272×500 PET, 72 angles.

    python -m tests.benchmarks.mip

The peer turns the volume with scipy.ndimage.rotate (order 1) and takes the maximum along the rows:
one angle is timed and counted 36 times, for the other 36 are mirror images for the peer as well. It
has to reach 0.8 s for all angles, 50 ms for the first and 10 ms for a turn by one step.
"""

from collections.abc import Callable
from itertools import count
from time import perf_counter

import numpy as np
from scipy.ndimage import rotate

from station.pet.mip import ANGLES, STORED_ANGLES, front_mip, hottest_point, rotating_mip
from station.pet.volume import Geometry, Unit, Volume
from tests.benchmarks.timing import argument_parser, sized

SHAPE = sized((500, 272, 272), (12, 40, 40))
SPACING_MM = 2.0
BODY_MM = (200.0, 125.0)
"""Half width and half depth of the body"""
RUNS = sized(30, 1)


def main() -> None:
    argument_parser(__doc__).parse_args()
    body, noise = _volume(air_is_empty=True), _volume(air_is_empty=False)
    one_angle = _times(lambda: rotate(body.voxels, 35, (1, 2), order=1, reshape=False).max(1), 1)
    peer = float(one_angle[0]) * STORED_ANGLES
    _say("all angles, body in empty air", _times(lambda: rotating_mip(body)), peer)
    _say("all angles, noise in all of the air", _times(lambda: rotating_mip(noise)), peer)
    _say("first angle", _times(lambda: front_mip(body)), float(one_angle[0]))
    mip = rotating_mip(body)
    turn = count()
    _say("turning by one step", _times(lambda: mip.image(next(turn) % ANGLES), 2 * ANGLES))
    row, column = (int(i) for i in np.argwhere(mip.image(7) == mip.image(7).max())[0])
    _say("hottest point of a ray", _times(lambda: hottest_point(body, 7, row, column)))


def _volume(air_is_empty: bool) -> Volume:
    """Noise in an elliptic body of BODY_MM, or in the whole field."""
    voxels = np.random.default_rng(0).random(SHAPE, dtype=np.float32)
    if air_is_empty:
        y, x = (np.indices(SHAPE[1:]) - (SHAPE[1] - 1) / 2) * SPACING_MM
        voxels[:, (x / BODY_MM[0]) ** 2 + (y / BODY_MM[1]) ** 2 > 1] = 0
    affine = np.diag((SPACING_MM,) * 3 + (1.0,))[[2, 1, 0, 3]]
    return Volume(voxels, Geometry(SHAPE, affine), Unit.SUV_BW)


def _times(work: Callable[[], object], runs: int = RUNS) -> np.ndarray:
    """Seconds of each run after one that warms caches and compiles."""
    work()
    seconds: list[float] = []
    for _ in range(runs):
        start = perf_counter()
        work()
        seconds.append(perf_counter() - start)
    return np.array(seconds)


def _say(label: str, seconds: np.ndarray, peer: float | None = None) -> None:
    median = float(np.median(seconds))
    ratio = "" if peer is None else f"   scipy {peer:7.2f} s   {peer / median:5.0f}×"
    late = float(np.quantile(seconds, 0.95))
    print(f"{label:<38} median {median * 1e3:7.2f} ms   p95 {late * 1e3:7.2f} ms{ratio}")


if __name__ == "__main__":
    main()
