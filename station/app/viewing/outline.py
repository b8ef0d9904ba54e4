"""The outline of a VOI that is not a sphere, on the plane of a pane."""

import numpy as np
from contourpy import contour_generator
from numpy.typing import NDArray

from station.app.viewing.planes import Frame
from station.pet.reslice import sample_plane
from station.pet.volume import FloatArray, Volume

EVERY_PIXEL = 2
"""The mask is looked at in every second pixel of the pane: finer than any PET voxel on a screen"""


def outlines(mask: Volume, frame: Frame) -> list[FloatArray]:
    """Closed lines round the voxels of 1 in a volume of 0 and 1, (points, 2) of (column, row)."""
    rows, columns = -(-frame.rows // EVERY_PIXEL), -(-frame.columns // EVERY_PIXEL)
    values: NDArray[np.float32] = sample_plane(
        mask,
        np.array(frame.origin_mm),
        frame.right_mm * EVERY_PIXEL,
        frame.down_mm * EVERY_PIXEL,
        (rows, columns),
        smooth=False,
        outside=0.0,
    )
    if not values.any():
        return []
    framed = np.pad(values, 1)  # a VOI that leaves the pane is closed along its edge
    lines = contour_generator(z=framed).lines(0.5)
    return [(np.asarray(line, dtype=np.float64) - 1) * EVERY_PIXEL for line in lines]
