"""Measure VOIs in the conventional and the DL image, 272×272×500 voxels of 2 mm each.

    python -m tests.benchmarks.voi

The peer takes the same statistics of the same box by numpy, with whole voxels, and the peak by
scipy.ndimage.convolve with the 1 mL sphere. It has to reach 0.5 ms for a 3 mL sphere in both images
and 50 ms for 200 VOIs in both.
"""

from collections.abc import Callable, Iterable
from time import perf_counter
from typing import Any

import numpy as np
from scipy.ndimage import convolve

from station.pet.voi import (
    Isocontour,
    Mask,
    PeakRule,
    Sphere,
    Threshold,
    ThresholdRule,
    inside,
    measure,
    measure_many,
    sphere_radius_mm,
)
from station.pet.volume import Geometry, Unit, Volume
from tests.benchmarks.timing import argument_parser, report, sized

SHAPE = sized((500, 272, 272), (140, 140, 140))
SPACING_MM = 2.0
STEPS = sized(400, 2)
"""Positions of a drag"""
VOIS = sized(200, 4)
RUNS = sized(20, 1)


def main() -> None:
    argument_parser(__doc__).parse_args()
    images = (_image(0), _image(1))
    random = np.random.default_rng(2)

    path = np.cumsum(random.normal(0, 1, (STEPS, 3)), axis=0)
    for volume_ml in (0.5, 3.0):
        drag = [Sphere(_point(place), volume_ml) for place in path]
        peer = _seconds(lambda voi: [_peer(image, voi) for image in images], drag[:50])
        seconds = _seconds(lambda voi: [measure(image, voi) for image in images], drag)
        report(f"drag a {volume_ml:g} mL sphere, both images", seconds, peer)
    local = _seconds(lambda voi: [measure(one, voi, PeakRule.LOCAL) for one in images], drag)
    report("drag a 3 mL sphere, local peak", local)
    level = Threshold(ThresholdRule.PERCENT_OF_MAX, 0.41)
    contours = [Isocontour(Sphere(sphere.centre_mm, 30.0), level) for sphere in drag[:RUNS]]
    report(
        "drag a 41 % isocontour in 30 mL",
        _seconds(lambda voi: [measure(image, voi) for image in images], contours),
    )

    places = random.uniform(-200, 200, (VOIS, 3))
    for volumes_ml in ((0.5, 3.0), (3.0,)):
        vois = [
            Sphere(_point(place), volumes_ml[i % len(volumes_ml)]) for i, place in enumerate(places)
        ]
        seconds = _seconds(
            lambda many: [measure_many(image, many) for image in images], [vois] * RUNS
        )
        sizes = " and ".join(f"{one:g}" for one in volumes_ml)
        report(f"{VOIS} VOIs of {sizes} mL, both images", seconds)

    body = inside(Sphere((0.0, 0.0, 0.0), 2000.0), images[0])
    mask = Mask(body.mask(images[0].geometry).inside, images[0].geometry)
    seconds = _seconds(lambda voi: [measure(image, voi) for image in images], [mask] * RUNS)
    report("a mask of 2000 mL, both images", seconds)


def _image(seed: int) -> Volume:
    voxels = np.random.default_rng(seed).random(SHAPE, dtype=np.float32)
    affine = np.diag((SPACING_MM,) * 3 + (1.0,))[:, [2, 1, 0, 3]]
    affine[:3, 3] = -SPACING_MM * (np.array(SHAPE)[::-1] - 1) / 2
    return Volume(voxels, Geometry(SHAPE, affine), Unit.SUV_BW)


def _point(place: np.ndarray) -> tuple[float, float, float]:
    x, y, z = place.tolist()
    return x, y, z


def _seconds(work: Callable[[Any], object], arguments: Iterable[object]) -> list[float]:
    """Of each call, after one that warms caches and compiles."""
    seconds: list[float] = []
    for i, argument in enumerate(arguments):
        if i == 0:
            work(argument)
        start = perf_counter()
        work(argument)
        seconds.append(perf_counter() - start)
    return seconds


PEAK_REACH = int(sphere_radius_mm(1.0) / SPACING_MM)
_NEAR = SPACING_MM * np.linalg.norm(
    np.indices((2 * PEAK_REACH + 1,) * 3) - PEAK_REACH, axis=0
) <= sphere_radius_mm(1.0)
PEAK_KERNEL = (_NEAR / _NEAR.sum()).astype(np.float32)


def _peer(volume: Volume, sphere: Sphere) -> tuple[float, ...]:
    """Maximum, peak, mean, SD, minimum by numpy and scipy."""
    reach = int(np.ceil(sphere.radius_mm / SPACING_MM)) + PEAK_REACH + 1
    at = volume.geometry.to_index(sphere.centre_mm)
    first = np.round(at).astype(int) - reach
    box = volume.voxels[tuple(slice(low, low + 2 * reach + 1) for low in first)]
    offsets = np.indices(box.shape) + (first - at)[:, None, None, None]
    chosen = SPACING_MM * np.sqrt((offsets**2).sum(axis=0)) <= sphere.radius_mm
    values = box[chosen]
    peak = convolve(box, PEAK_KERNEL)[chosen].max()
    return (
        float(values.max()),
        float(peak),
        float(values.mean()),
        float(values.std()),
        float(values.min()),
    )


if __name__ == "__main__":
    main()
