"""The finder's input: uptake relative to the body's median, and HU, in cells of 8 mm.

An image of any unit and scale gives the same cells: a wrong SUV does not hide an organ.
"""

from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from scipy import ndimage as untyped_ndimage
from torch import Tensor

from station.quality.organs import CELL_MM

ndimage: Any = untyped_ndimage  # its own types are incomplete

Cells = NDArray[np.float32]

BODY_OF_MEDIAN = 0.25
"""Above this fraction of the body's median there is body"""
ROUNDS = 8
"""After which that median has settled"""
BLUR_FWHM_MM = 12.0
"""Before the body is sought: noise in air is not body"""
HIGHEST = 5.0
"""Of log(1 + uptake / median): 150 times the body's median"""
HU_UNIT = 500.0


def inputs_of(uptake: Cells, hu: Cells | None) -> Tensor:
    """The network's input, (INPUTS, slices, rows, columns), from uptake in any unit and HU."""
    ct = np.zeros_like(uptake) if hu is None else (np.clip(hu, -1000, 1000) / HU_UNIT)
    there = np.full_like(uptake, hu is not None)
    level = body_median(uptake)
    relative = np.zeros_like(uptake)
    if level > 0:
        relative = np.log1p(np.maximum(uptake, 0) / np.float32(level))
    return torch.tensor(np.stack([np.minimum(relative, HIGHEST), ct, there]), dtype=torch.float32)


def body_median(uptake: Cells) -> float:
    """The median uptake of the body, 0 of an empty image; neither a hot bladder nor noise in the
    air decides it."""
    smooth = ndimage.gaussian_filter(uptake, BLUR_FWHM_MM / 2.3548 / CELL_MM, truncate=3.0)
    positive = smooth[smooth > 0]
    if not positive.size:
        return 0.0
    level = float(positive.mean())
    for _ in range(ROUNDS):
        level = float(np.median(positive[positive > BODY_OF_MEDIAN * level]))
    return level
