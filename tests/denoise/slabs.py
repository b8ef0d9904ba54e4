"""Small made-up slabs to train on: balls in a warm ellipse, and noise that falls with time."""

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from station.denoise.pairs import LesionSeed, Slab

LEVELS = (30, 120)
VOXEL_MM = 2.0
BODY_SUV = 1.0
LESION_SUV = 8.0
FULL_S = 900


def ball_ml(radius_mm: float) -> float:
    return 4 / 3 * np.pi * radius_mm**3 / 1000


def distance_mm(shape: tuple[int, ...], index: tuple[float, float, float]) -> NDArray[np.float64]:
    """Of each voxel from a place, (slices, rows, columns)."""
    axes = np.ogrid[tuple(slice(size) for size in shape)]
    return VOXEL_MM * np.sqrt(sum((axis - at) ** 2 for axis, at in zip(axes, index, strict=True)))


def slab(
    seed: int = 1,
    shape: tuple[int, int, int] = (6, 64, 64),
    radius_mm: float | None = 10.0,
    suv: float = LESION_SUV,
    levels: tuple[int, ...] = LEVELS,
) -> Slab:
    """A body of `BODY_SUV` with air around it, and in its middle a lesion of that radius."""
    rng = np.random.default_rng(seed)
    rows, columns = np.ogrid[: shape[1], : shape[2]]
    body = ((rows - shape[1] / 2) / shape[1]) ** 2 + ((columns - shape[2] / 2) / shape[2]) ** 2
    image = np.broadcast_to((body < 0.2) * BODY_SUV, shape).astype(np.float32)
    middle = ((shape[0] - 1) / 2, (shape[1] - 1) / 2, (shape[2] - 1) / 2)
    lesions: tuple[LesionSeed, ...] = ()
    if radius_mm is not None:
        image = np.where(distance_mm(shape, middle) <= radius_mm, np.float32(suv), image)
        lesions = (LesionSeed(middle, ball_ml(radius_mm)),)

    def scanned(seconds: int) -> NDArray[np.float32]:
        grain = ndimage.gaussian_filter(rng.standard_normal(shape), 0.7)
        noise = np.sqrt(image * 10 / seconds) * grain / grain.std()
        return np.maximum(image + noise, 0).astype(np.float32)

    inputs = {seconds: scanned(seconds) for seconds in levels}
    return Slab(f"made-up {seed}", inputs, scanned(FULL_S), image, lesions, VOXEL_MM)
