"""Whether a patient is seen twice: how similar an image is to a slightly shifted copy of itself."""

from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from station.quality.likeness import LEVELS, SHELLS, likeness_of
from station.quality.measures.quantity import Quantity, Subject, Values, Worse
from station.quality.measures.scene import Scene
from station.quality.working_grid import Image

CELL = 2
"""Voxels of the working grid along an axis"""
COMPRESSED = 2.0
"""Uptake in body levels is compressed as asinh of this fraction of it: brain and bladder do not
dominate"""
NUMBERS_OF_SHELL = 2

TWICE = tuple(
    Quantity(
        f"seen again {8 * low:.0f} to {8 * high:.0f} mm away",
        "%",
        Subject.MOTION,
        Worse.HIGHER,
        1.0,
    )
    for low, high in pairwise(SHELLS)
)
TWICE_SOMEWHERE = tuple(
    Quantity(
        f"seen again {8 * low:.0f} to {8 * high:.0f} mm away, at one height",
        "%",
        Subject.MOTION,
        Worse.HIGHER,
        1.0,
    )
    for low, high in pairwise(SHELLS)
)
QUANTITIES = (*TWICE, *TWICE_SOMEWHERE)


def motion_of(scene: Scene) -> Values:
    """The median over LEVELS heights, and the highest of them."""
    values = dict.fromkeys(QUANTITIES, float("nan"))
    level = scene.body_level
    if not np.isfinite(level):
        return values
    uptake = _cells(scene.view.uptake) / level
    body = _cells(scene.body.astype(np.float32)) > 0.5
    if not body.any():
        return values
    numbers = np.array(likeness_of(np.arcsinh(uptake / COMPRESSED), body)).reshape(LEVELS, -1)
    shells: NDArray[np.float64] = numbers[:, : NUMBERS_OF_SHELL * len(TWICE) : NUMBERS_OF_SHELL]
    for place, (usual, highest) in enumerate(zip(TWICE, TWICE_SOMEWHERE, strict=True)):
        values[usual] = 100 * float(np.median(shells[:, place]))
        values[highest] = 100 * float(shells[:, place].max())
    return values


def _cells(values: Image) -> Image:
    slices, rows, columns = (n // CELL for n in values.shape)
    whole = values[: slices * CELL, : rows * CELL, : columns * CELL]
    parts = whole.reshape(slices, CELL, rows, CELL, columns, CELL)
    return parts.mean(axis=(1, 3, 5), dtype=np.float32)
