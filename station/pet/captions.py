"""What was written into the pixels of an image: letters, rulers, bars, frames.

A PET image is blurred and noisy: no two of its bright voxels have exactly the same value, and no
voxel keeps its value from slice to slice. Drawn pixels do. So three things are detected:

- letters and lines of one bright value in a slice (two strokes or more, each up to MOST_STROKE
  voxels wide);
- letters, lines, scales and frames of any brightness that are the same in every slice;
- bars at the edge that are the same in every slice.

Not detected: what was drawn before the image was filtered or interpolated, a single dim stroke in
only some slices, and handwriting in many shades. Images without noise, such as a phantom's truth,
may be mistaken for drawn ones.
"""

from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage as untyped_ndimage

ndimage: Any = untyped_ndimage  # their own types are incomplete

MOST_STROKE = 4
"""Voxels: what a wider pen draws cannot be distinguished from a hot organ"""
SMALLEST_STROKE = 8
"""Voxels of a letter, such as the 5 × 7 font's"""
SHORTEST_STROKE = 5
"""Voxels along the longer side of a letter's box"""
BRIGHT = 0.5
"""A stroke is bright above this fraction of the slice's highest value"""
FINE_STEPS = 256
"""Stored steps below which values repeat by chance"""
FAINTEST_STEPS = 16
"""Stored steps below which nobody sees what is drawn, and values may be equal by chance"""
FEWEST_SLICES = 8
"""In fewer slices, noise may repeat through all of them"""
SHADES = 3
"""A drawing with at least this many values is a scale"""
MOST_NAMED = 3
"""At most this many places are named"""

_EIGHT = np.ones((3, 3), dtype=np.bool_)
_PEN = np.ones((MOST_STROKE + 1, MOST_STROKE + 1), dtype=np.bool_)

Plane = NDArray[np.int16]
Box = tuple[slice, slice]
"""Rows and columns"""


def captions(stored: NDArray[np.int16]) -> tuple[str, ...]:
    """Where something is written into stored values (slices, rows, columns); empty if nowhere.

    Phrases such as "strokes of one bright value in slice 3, rows 5–12, columns 8–30".
    """
    drawn = [] if stored.shape[0] < FEWEST_SLICES else list(_through_all(stored))
    for index, plane in enumerate(stored):
        drawn += [f"{what} in slice {index + 1}, {where}" for what, where in _in_one(plane)]
    places = drawn[:MOST_NAMED]
    return (
        (*places, f"and {len(drawn) - MOST_NAMED} more places")
        if drawn[MOST_NAMED:]
        else (*places,)
    )


def _through_all(stored: NDArray[np.int16]) -> Iterator[str]:
    """What has the same value, and not a faint one, in every slice."""
    plane = stored[0]
    same = (stored == plane).all(axis=0) & (np.abs(plane.astype(np.int32)) >= FAINTEST_STEPS)
    for box, drawn in _connected(same):
        if drawn.sum() < SMALLEST_STROKE:
            continue
        rows, columns = box
        at_edge = (
            min(rows.start, columns.start) == 0
            or rows.stop == plane.shape[0]
            or columns.stop == plane.shape[1]
        )
        shades = np.unique(plane[box][drawn]).size
        if at_edge or shades >= SHADES or _is_stroke(drawn):
            yield f"something drawn identically in all slices, {_words([box])}"


def _in_one(plane: Plane) -> Iterator[tuple[str, str]]:
    """Letters and lines of one bright value in a slice (rows, columns)."""
    magnitude = np.abs(plane.astype(np.int32))
    level = max(BRIGHT * int(magnitude.max(initial=0)), FINE_STEPS)
    values, counts = np.unique(plane[magnitude >= level], return_counts=True)
    for value in values[counts >= 2 * SMALLEST_STROKE]:
        boxes = [box for box, drawn in _connected(plane == value) if _is_stroke(drawn)]
        if len(boxes) >= 2:
            yield "strokes of one bright value", _words(boxes)


def _connected(where: NDArray[np.bool_]) -> Iterator[tuple[Box, NDArray[np.bool_]]]:
    """Groups of voxels that touch, even at a corner: the box, and which of its voxels belong."""
    labels, _ = ndimage.label(where, _EIGHT)
    boxes: list[Box] = ndimage.find_objects(labels)
    for number, box in enumerate(boxes, start=1):
        yield box, labels[box] == number


def _is_stroke(drawn: NDArray[np.bool_]) -> bool:
    """Whether connected voxels are long and thin, as drawn with a pen."""
    if drawn.sum() < SMALLEST_STROKE or max(drawn.shape) < SHORTEST_STROKE:
        return False
    return not bool(ndimage.binary_erosion(drawn, _PEN).any())


def _words(boxes: list[Box]) -> str:
    low, high = (
        [pick(getattr(box[axis], end) for box in boxes) for axis in (0, 1)]
        for pick, end in ((min, "start"), (max, "stop"))
    )
    return f"rows {low[0] + 1}–{high[0]}, columns {low[1] + 1}–{high[1]}"
