"""Grow a lesion from a click, measure 200 lesions on two dates, and list all above a threshold.

    python -m tests.benchmarks.lesions

Images of 250×200×200 voxels of 2 mm. It has to reach 100 ms for a click and 150 ms for 200 lesions
on two dates.
"""

from collections.abc import Callable
from time import perf_counter

import numpy as np

from station.errors import StationError
from station.pet.burden import burden
from station.pet.growing import GrowthRule, grow_lesion, threshold_of
from station.pet.voi import Isocontour, Point, Sphere, measure, measure_many
from station.pet.volume import Geometry, Unit, Volume
from tests.benchmarks.timing import argument_parser, report, sized

SHAPE = sized((250, 200, 200), (60, 50, 50))
SPACING_MM = 2.0
LESIONS = sized(200, 4)
RUNS = sized(10, 1)


def main() -> None:
    argument_parser(__doc__).parse_args()
    random = np.random.default_rng(3)
    geometry = Geometry(SHAPE, _axes())
    centres = [_point(random.uniform(20, np.array(SHAPE[::-1]) * 2 - 20)) for _ in range(LESIONS)]
    images = [_image(geometry, centres, seed) for seed in (0, 1)]
    liver = measure(images[0], Sphere(_point(np.array(SHAPE[::-1], float)), 14.0))
    for rule in GrowthRule:
        threshold = threshold_of(rule, Unit.SUV_BW, liver)
        seconds: list[float] = []
        for centre in centres:
            begun = perf_counter()
            try:
                grow_lesion(images[0], centre, threshold)
            except StationError:
                continue
            seconds.append(perf_counter() - begun)
        report(f"a click, {rule}", seconds)
    threshold = threshold_of(GrowthRule.OF_MAX_41, Unit.SUV_BW)
    vois: list[Isocontour] = [
        grow_lesion(images[0], centre, threshold).contour for centre in centres
    ]
    spheres = [Sphere(centre, 3.0) for centre in centres]
    for name, measured in (("contours", vois), ("spheres", spheres)):
        report(
            f"{LESIONS} {name} on two dates",
            _seconds(lambda measured=measured: [measure_many(one, measured) for one in images]),
        )
    report("all above SUV 4", _seconds(lambda: [burden(images[0], 4.0)]))


def _seconds(work: Callable[[], object]) -> list[float]:
    taken: list[float] = []
    for _ in range(RUNS):
        begun = perf_counter()
        work()
        taken.append(perf_counter() - begun)
    return taken


def _axes() -> np.ndarray:
    affine = np.zeros((4, 4))
    affine[2, 0] = affine[1, 1] = affine[0, 2] = SPACING_MM
    affine[3, 3] = 1
    return affine


def _image(geometry: Geometry, centres: list[Point], seed: int) -> Volume:
    random = np.random.default_rng(seed)
    voxels = random.gamma(30, 1 / 30, geometry.shape).astype(np.float32)
    for centre in centres:
        radius, suv = random.uniform(5, 18), random.uniform(5, 15)
        s, r, c = (round(v / SPACING_MM) for v in centre[::-1])
        reach = int(radius / SPACING_MM) + 1
        box = tuple(slice(max(0, n - reach), n + reach + 1) for n in (s, r, c))
        sides = zip(box, geometry.shape, strict=True)
        at = [np.arange(side.start, min(side.stop, size)) for side, size in sides]
        indices = np.stack(np.meshgrid(*at, indexing="ij"), -1)
        away = np.linalg.norm((indices - (s, r, c)) * SPACING_MM, axis=-1)
        voxels[box] = np.where(away < radius, suv * (1 - away / radius / 2), voxels[box])
    return Volume(voxels, geometry, Unit.SUV_BW)


def _point(position: np.ndarray) -> Point:
    x, y, z = position.tolist()
    return x, y, z


if __name__ == "__main__":
    main()
