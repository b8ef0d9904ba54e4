"""A slice of a study that is still on a server, as a small grey picture."""

import numpy as np
from numpy.typing import NDArray

PERCENTILES = (1.0, 99.5)
SIDE_PX = 256
"""A larger slice is shown coarser: the picture is for recognising, not for reading"""


def grey(values: NDArray[np.floating], modality: str) -> NDArray[np.uint8]:
    """Grey values (rows, columns) of a slice of stored values; PET is inverse, from 0 up.

    Values that are not finite are shown as the lowest.
    """
    step = max(1, -(-max(values.shape) // SIDE_PX))
    coarse = values[::step, ::step]
    finite = np.isfinite(coarse)
    if not finite.any():
        return np.zeros(coarse.shape, np.uint8)
    low, high = np.percentile(coarse[finite], PERCENTILES)
    if modality == "PT":
        low = min(0.0, float(low))
    filled = np.where(finite, coarse, low)
    share = (filled - low) / (high - low) if high > low else np.zeros(coarse.shape)
    levels = np.rint(np.clip(share, 0.0, 1.0) * 255).astype(np.uint8)
    return np.ascontiguousarray(255 - levels if modality == "PT" else levels)
